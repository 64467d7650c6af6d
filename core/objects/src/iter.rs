//! Iterators over builtin objects.
//!
//! ```text
//! ITER, 4 words
//!  +0 header
//!  +4 state (small int): kind of iterator | flags | entries expected << 8
//!  +8 what is iterated, 0 when exhausted
//!  +12 where: index, byte offset, entry number, count, or sentinel
//! ```
//!
//! | kind            | word 2              | word 3 |
//! |-----------------|---------------------|--------|
//! | list ... range  | the sequence        | index of the next item; of text: its byte offset |
//! | reversed list   | the list            | index of the next item + 1 |
//! | dict, set       | the dict or set     | entry to look at next |
//! | sequence        | object with `__getitem__` | index (reversed: + 1) |
//! | callable        | the callable        | the sentinel |
//! | enumerate       | an iterator         | the count |
//! | zip             | tuple of iterators  | whether lengths must be equal |
//!
//! I2  An `enumerate` or `zip` made here runs over iterators that never need script code; others are
//!     generators of the prelude.
//!
//! Not here: `enumerate` and `zip` (iter/several.rs), steps that make nothing (iter/quick.rs), generators (generator.rs).

pub mod quick;
mod several;

pub use several::{enumerate, is_native, zip};

use crate::cx::{Cx, Exit, Outcome};
use crate::dict::entries::{self, PAIR, SINGLE, State};
use crate::raise::{self, Part::S};
use crate::{bytes, int, list, memoryview, range, str, tuple, types};
use threadsnake_heap::value::SMALL_MAX;
use threadsnake_heap::{OutOfMemory, Ref, Value, WORD, header, kind};

/// Word of the state.
pub const STATE: u32 = 1;
/// Word of what is iterated.
pub const SOURCE: u32 = 2;
/// Word of the position.
pub const PLACE: u32 = 3;
/// Words of an iterator.
pub const WORDS: u32 = 4;

const SUB_MASK: u32 = 0x1f;
/// The dict had no deleted entries when the iteration began.
const DENSE: u32 = 1 << 5;
const EXPECTED_SHIFT: u32 = 8;

macro_rules! define_subs {
    ($($name:ident $class:ident $doc:literal;)*) => {
        /// Kinds of iterators.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum Sub {
            $(#[doc = $doc] $name,)*
        }

        const ALL: &[Sub] = &[$(Sub::$name),*];

        impl Sub {
            /// Its type.
            pub const fn class(self) -> Ref {
                match self { $(Sub::$name => types::$class,)* }
            }
        }
    };
}

define_subs! {
    List LIST_ITERATOR "over a list";
    ListReverse LIST_REVERSE_ITERATOR "over a list from the end";
    Tuple TUPLE_ITERATOR "over a tuple";
    Str STR_ITERATOR "over the characters of a str";
    StrAscii STR_ASCII_ITERATOR "over the characters of an ASCII str";
    Bytes BYTES_ITERATOR "over bytes";
    Bytearray BYTEARRAY_ITERATOR "over a bytearray";
    Range RANGE_ITERATOR "over a range";
    LongRange LONG_RANGE_ITERATOR "over a range with parts beyond 64 bits";
    Keys DICT_KEY_ITERATOR "over the keys of a dict";
    Values DICT_VALUE_ITERATOR "over the values of a dict";
    Items DICT_ITEM_ITERATOR "over the pairs of a dict";
    KeysReverse DICT_REVERSE_KEY_ITERATOR "over the keys of a dict from the end";
    ValuesReverse DICT_REVERSE_VALUE_ITERATOR "over the values of a dict from the end";
    ItemsReverse DICT_REVERSE_ITEM_ITERATOR "over the pairs of a dict from the end";
    Set SET_ITERATOR "over a set";
    Sequence SEQUENCE_ITERATOR "over an object with `__getitem__`";
    SequenceReverse REVERSED "over an object with `__getitem__` and `__len__` from the end";
    Callable CALLABLE_ITERATOR "over what a callable returns, up to a sentinel";
    Enumerate ENUMERATE "over numbered items";
    Zip ZIP "over several iterators at once";
}

/// What a step of an iterator gives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[must_use]
pub enum Next {
    /// An item (owned).
    Item(Value),
    /// There is no more.
    End,
    /// Script code must do the step.
    NeedsCall,
}

/// The kind of an iterator.
#[inline(always)]
pub fn sub(cx: &Cx, it: Ref) -> Sub {
    let number = cx.heap.space.word(it, STATE) >> 1 & SUB_MASK;
    ALL.get(number as usize).copied().unwrap_or(Sub::Callable)
}

/// The type of an iterator.
pub fn class_of(cx: &Cx, it: Ref) -> Ref {
    sub(cx, it).class()
}

/// Makes an iterator; takes over the references when it succeeds.
pub fn new(cx: &mut Cx, sub: Sub, source: Value, place: Value) -> Result<Ref, OutOfMemory> {
    let it = cx.heap.alloc(WORDS)?;
    cx.heap.space.store(it.0, header::fresh(kind::ITER));
    cx.heap.space.set_word(it, STATE, (sub as u32) << 1 | 1);
    cx.heap.space.set_word(it, SOURCE, source.0);
    cx.heap.space.set_word(it, PLACE, place.0);
    Ok(it)
}

/// Makes an iterator that starts at the front of an object (borrowed) of the right kind.
pub fn over(cx: &mut Cx, sub: Sub, source: Ref) -> Result<Value, OutOfMemory> {
    let sub = match sub {
        Sub::Str if str::is_ascii(cx, source) => Sub::StrAscii,
        Sub::Range if range::narrow_parts(cx, source).is_none() => Sub::LongRange,
        Sub::Bytes if cx.heap.kind(source) == kind::BYTEARRAY => Sub::Bytearray,
        other => other,
    };
    let it = new(cx, sub, source.value(), Value::small(0))?;
    cx.heap.inc_ref(source);
    let (live, used) = match sub {
        Sub::Keys
        | Sub::Values
        | Sub::Items
        | Sub::KeysReverse
        | Sub::ValuesReverse
        | Sub::ItemsReverse => {
            let table = entries::open::<PAIR>(&cx.heap.space, source);
            (State::of(&cx.heap.space, source).live(), table.used)
        }
        Sub::Set => (State::of(&cx.heap.space, source).live(), 0),
        Sub::ListReverse => (0, list::len(cx, source)),
        _ => (0, 0),
    };
    let dense = if live == used { DENSE } else { 0 };
    let state = sub as u32 | dense | live << EXPECTED_SHIFT;
    cx.heap.space.set_word(it, STATE, state << 1 | 1);
    if matches!(sub, Sub::KeysReverse | Sub::ValuesReverse | Sub::ItemsReverse | Sub::ListReverse) {
        cx.heap.space.set_word(it, PLACE, Value::small(used as i32).0);
    }
    Ok(it.value())
}

/// The kind of iterator that starts at the front of an object of this kind.
pub const fn sub_of_kind(object_kind: u8) -> Option<Sub> {
    match object_kind {
        kind::LIST => Some(Sub::List),
        kind::TUPLE => Some(Sub::Tuple),
        kind::STR => Some(Sub::Str),
        kind::BYTES => Some(Sub::Bytes),
        kind::BYTEARRAY => Some(Sub::Bytearray),
        kind::RANGE => Some(Sub::Range),
        kind::DICT => Some(Sub::Keys),
        kind::SET | kind::FROZENSET => Some(Sub::Set),
        _ => None,
    }
}

/// An iterator over a builtin object, or the object itself when it is a builtin iterator. None: the type
/// has to be asked for its `__iter__`.
pub fn of(cx: &mut Cx, value: Value) -> Result<Option<Value>, OutOfMemory> {
    let Some(object) = value.object_ref() else { return Ok(None) };
    let object_kind = cx.heap.kind(object);
    if let Some(sub) = sub_of_kind(object_kind) {
        return over(cx, sub, object).map(Some);
    }
    match object_kind {
        kind::GENERATOR if !crate::generator::is_iterator(cx, object) => Ok(None),
        kind::ITER | kind::GENERATOR => Ok(Some(cx.heap.share(value))),
        kind::VIEW => {
            let sub = match crate::view::what(cx, object) {
                crate::view::What::Keys => Sub::Keys,
                crate::view::What::Values => Sub::Values,
                crate::view::What::Items => Sub::Items,
                crate::view::What::Mapping => return Ok(None),
            };
            match crate::view::dict(cx, object) {
                Some(dict) => over(cx, sub, dict).map(Some),
                None => Ok(None),
            }
        }
        kind::MEMORYVIEW if memoryview::View::read(cx, object).is_some() => {
            over(cx, Sub::Sequence, object).map(Some)
        }
        _ => Ok(None),
    }
}

/// Marks an iterator as exhausted; what it held is released.
pub fn finish(cx: &mut Cx, it: Ref) {
    let source = cx.heap.space.value(it, SOURCE);
    cx.heap.space.set_word(it, SOURCE, 0);
    cx.heap.dec(source);
}

/// Item number `index` of a list, tuple or range, or the character at byte `index` of a str: an owned
/// value and the index of the next. None behind the end, and for what has none of its kind here.
#[inline]
pub fn pair_next(
    cx: &mut Cx,
    source: Ref,
    index: u32,
) -> Result<Option<(Value, u32)>, OutOfMemory> {
    let value = match cx.heap.kind(source) {
        kind::LIST => list::item(cx, source, index),
        kind::TUPLE => tuple::item(cx, source, index),
        kind::STR => return next_char(cx, source, index),
        kind::RANGE => match next_of_range(cx, source, u64::from(index))? {
            Some(value) => return Ok(Some((value, index + 1))),
            None => Value::UNBOUND,
        },
        _ => Value::UNBOUND,
    };
    if value.is_unbound() {
        return Ok(None);
    }
    cx.heap.inc(value);
    Ok(Some((value, index + 1)))
}

fn next_char(cx: &mut Cx, text: Ref, at: u32) -> Result<Option<(Value, u32)>, OutOfMemory> {
    if at >= str::byte_len(cx, text) {
        return Ok(None);
    }
    let from = str::start(cx, text) + at;
    let byte = cx.heap.space.byte(from);
    if byte.is_ascii() {
        return Ok(Some((crate::statics::char_str(byte), at + 1)));
    }
    let (_, len) = str::code_at(cx, text, at);
    let len = len.max(1);
    let value = str::copy(cx, (from, len), false)?;
    Ok(Some((value, at + len)))
}

fn next_of_range(cx: &mut Cx, source: Ref, index: u64) -> Result<Option<Value>, OutOfMemory> {
    let [start, stop, step] = range::parts(cx, source);
    if start.is_small() && stop.is_small() && step.is_small() && index <= u64::from(u32::MAX) {
        let (stop, step) = (i64::from(stop.as_small()), i64::from(step.as_small()));
        let item = i64::from(start.as_small()) + step * index as i64;
        let inside = if step > 0 { item < stop } else { item > stop };
        // What lies between small ints is one.
        return Ok(inside.then(|| Value::small(item as i32)));
    }
    let Some([start, stop, step]) = range::narrow_parts(cx, source) else { return Ok(None) };
    if index >= crate::slice::steps(start, stop, step) {
        return Ok(None);
    }
    match range::at(start, step, index) {
        Some(number) => int::from_i64(cx, number).map(Some),
        None => Ok(None),
    }
}

/// Makes the next step of an iterator.
pub fn next(cx: &mut Cx, it: Ref) -> Outcome<Next> {
    let source = cx.heap.space.value(it, SOURCE);
    let Some(object) = source.object_ref() else { return after_end(cx, it, source) };
    let step = match sub(cx, it) {
        Sub::List => step_of_list(cx, it, object),
        Sub::Tuple | Sub::Str | Sub::StrAscii => step_of_row(cx, it, object)?,
        Sub::ListReverse => step_back(cx, it, object),
        Sub::Bytes | Sub::Bytearray => step_of_bytes(cx, it, source),
        Sub::Range => step_of_range(cx, it, object)?,
        Sub::Keys | Sub::Values | Sub::Items => step_of_dict(cx, it, object)?,
        Sub::KeysReverse | Sub::ValuesReverse | Sub::ItemsReverse => dict_back(cx, it, object)?,
        Sub::Set => step_of_set(cx, it, object)?,
        Sub::Enumerate => several::step_of_enumerate(cx, it, object)?,
        Sub::Zip => several::step_of_zip(cx, it, object)?,
        Sub::SequenceReverse => back_of_row(cx, it, object)?,
        Sub::Sequence => step_of_view(cx, it, object)?,
        Sub::LongRange | Sub::Callable => Next::NeedsCall,
    };
    if step == Next::End {
        finish(cx, it);
    }
    Ok(step)
}

/// A callable may be any value; everything else is an object, or the iterator is exhausted.
fn after_end(cx: &Cx, it: Ref, source: Value) -> Outcome<Next> {
    let asks = matches!(sub(cx, it), Sub::Callable | Sub::Sequence | Sub::SequenceReverse);
    Ok(if asks && !source.is_unbound() { Next::NeedsCall } else { Next::End })
}

#[inline(always)]
fn place(cx: &Cx, it: Ref) -> u32 {
    cx.heap.space.word(it, PLACE) >> 1
}

#[inline(always)]
fn set_place(cx: &mut Cx, it: Ref, place: u32) {
    cx.heap.space.set_word(it, PLACE, place << 1 | 1);
}

fn step_of_row(cx: &mut Cx, it: Ref, object: Ref) -> Result<Next, OutOfMemory> {
    let at = place(cx, it);
    Ok(match pair_next(cx, object, at)? {
        Some((value, next)) => {
            set_place(cx, it, next);
            Next::Item(value)
        }
        None => Next::End,
    })
}

#[inline(always)]
fn step_of_list(cx: &mut Cx, it: Ref, list: Ref) -> Next {
    let at = place(cx, it);
    let value = list::item(cx, list, at);
    if value.is_unbound() {
        return Next::End;
    }
    set_place(cx, it, at + 1);
    Next::Item(cx.heap.share(value))
}

fn step_back(cx: &mut Cx, it: Ref, object: Ref) -> Next {
    let Some(at) = place(cx, it).checked_sub(1) else { return Next::End };
    let value = list::item(cx, object, at);
    if value.is_unbound() {
        return Next::End;
    }
    set_place(cx, it, at);
    Next::Item(cx.heap.share(value))
}

/// Is this a row whose items can be had from the end without script code?
const fn is_plain_row(object_kind: u8) -> bool {
    matches!(object_kind, kind::TUPLE | kind::STR | kind::BYTES | kind::BYTEARRAY)
}

fn back_of_row(cx: &mut Cx, it: Ref, object: Ref) -> Result<Next, OutOfMemory> {
    let object_kind = cx.heap.kind(object);
    let index = cx.heap.space.value(it, PLACE);
    let (true, Some(end)) = (is_plain_row(object_kind), index.small_int()) else {
        return Ok(Next::NeedsCall);
    };
    let Some(at) = end.checked_sub(1).and_then(|at| u32::try_from(at).ok()) else {
        return Ok(Next::End);
    };
    let item = match object_kind {
        kind::TUPLE => {
            let item = tuple::item(cx, object, at);
            cx.heap.share(item)
        }
        kind::STR => str::char_at(cx, object, at)?,
        _ => match bytes::like(cx, object.value()) {
            Some((start, len)) if at < len => {
                Value::small(i32::from(cx.heap.space.byte(start + at)))
            }
            _ => return Ok(Next::End),
        },
    };
    set_place(cx, it, at);
    Ok(Next::Item(item))
}

/// A reversed iterator over a tuple, str, bytes or bytearray (borrowed); none for other objects.
pub fn reversed_row(cx: &mut Cx, source: Ref) -> Result<Option<Value>, OutOfMemory> {
    let len = match cx.heap.kind(source) {
        kind::TUPLE => tuple::len(cx, source),
        kind::STR => str::len(cx, source),
        kind::BYTES | kind::BYTEARRAY => bytes::like(cx, source.value()).map_or(0, |(_, len)| len),
        _ => return Ok(None),
    };
    let it = new(cx, Sub::SequenceReverse, source.value(), Value::small(len as i32))?;
    cx.heap.inc_ref(source);
    Ok(Some(it.value()))
}

fn step_of_bytes(cx: &mut Cx, it: Ref, source: Value) -> Next {
    let at = place(cx, it);
    match bytes::like(cx, source) {
        Some((start, len)) if at < len => {
            set_place(cx, it, at + 1);
            Next::Item(Value::small(i32::from(cx.heap.space.byte(start + at))))
        }
        _ => Next::End,
    }
}

/// A sequence whose items are asked for one by one: those of a view are at hand.
fn step_of_view(cx: &mut Cx, it: Ref, object: Ref) -> Result<Next, OutOfMemory> {
    let at = place(cx, it);
    let is_view = cx.heap.kind(object) == kind::MEMORYVIEW;
    match memoryview::View::read(cx, object).filter(|_| is_view) {
        Some(view) if at < view.count => {
            let item = view.item(cx, at)?;
            set_place(cx, it, at + 1);
            Ok(Next::Item(item))
        }
        Some(_) => Ok(Next::End),
        None => Ok(Next::NeedsCall),
    }
}

fn step_of_range(cx: &mut Cx, it: Ref, object: Ref) -> Result<Next, OutOfMemory> {
    let index = cx.heap.space.value(it, PLACE);
    if index.is_small() {
        let at = index.as_small();
        let Some(value) = next_of_range(cx, object, u64::from(at.unsigned_abs()))? else {
            return Ok(Next::End);
        };
        if at < SMALL_MAX {
            set_place(cx, it, at.unsigned_abs() + 1);
            return Ok(Next::Item(value));
        }
        cx.heap.dec(value);
    }
    let Some(at) = range::narrow(cx, index).and_then(|at| u64::try_from(at).ok()) else {
        return Ok(Next::End);
    };
    let Some(value) = next_of_range(cx, object, at)? else { return Ok(Next::End) };
    match int::from_i64(cx, at.saturating_add(1) as i64) {
        Ok(next) => {
            cx.heap.space.set_word(it, PLACE, next.0);
            cx.heap.dec(index);
            Ok(Next::Item(value))
        }
        Err(error) => {
            cx.heap.dec(value);
            Err(error)
        }
    }
}

fn expected(cx: &Cx, it: Ref) -> u32 {
    cx.heap.space.word(it, STATE) >> (1 + EXPECTED_SHIFT)
}

/// A dict must keep its size while it is iterated. An iterator that saw it change stays broken.
fn check_size(cx: &mut Cx, it: Ref, object: Ref, message: &str) -> Result<(), Exit> {
    if State::of(&cx.heap.space, object).live() == expected(cx, it) {
        return Ok(());
    }
    // No dict has so many keys: every later step fails, too.
    let state = cx.heap.space.word(it, STATE) | !0 << (1 + EXPECTED_SHIFT);
    cx.heap.space.set_word(it, STATE, state);
    Err(raise::runtime_error(cx, &[S(message)]))
}

const DICT_CHANGED: &str = "dictionary changed size during iteration";
const KEYS_CHANGED: &str = "dictionary keys changed during iteration";
const SET_CHANGED: &str = "Set changed size during iteration";

fn step_of_dict(cx: &mut Cx, it: Ref, object: Ref) -> Outcome<Next> {
    check_size(cx, it, object, DICT_CHANGED)?;
    let at = place(cx, it);
    let Some((entry, key, value)) = entries::next::<PAIR>(cx, object, at) else {
        return Ok(Next::End);
    };
    let dense = cx.heap.space.word(it, STATE) >> 1 & DENSE != 0;
    if dense && entry >= expected(cx, it) {
        return Err(raise::runtime_error(cx, &[S(KEYS_CHANGED)]));
    }
    let item = dict_item(cx, it, key, value)?;
    set_place(cx, it, entry + 1);
    Ok(Next::Item(item))
}

fn dict_back(cx: &mut Cx, it: Ref, object: Ref) -> Outcome<Next> {
    check_size(cx, it, object, DICT_CHANGED)?;
    let end = place(cx, it);
    let Some((entry, key, value)) = entries::previous::<PAIR>(cx, object, end) else {
        return Ok(Next::End);
    };
    let item = dict_item(cx, it, key, value)?;
    set_place(cx, it, entry);
    Ok(Next::Item(item))
}

fn dict_item(cx: &mut Cx, it: Ref, key: Value, value: Value) -> Result<Value, OutOfMemory> {
    match sub(cx, it) {
        Sub::Keys | Sub::KeysReverse => Ok(cx.heap.share(key)),
        Sub::Values | Sub::ValuesReverse => Ok(cx.heap.share(value)),
        _ => Ok(tuple::from_slice(cx, &[key, value])?.value()),
    }
}

fn step_of_set(cx: &mut Cx, it: Ref, object: Ref) -> Outcome<Next> {
    check_size(cx, it, object, SET_CHANGED)?;
    let Some((entry, key, _)) = entries::next::<SINGLE>(cx, object, place(cx, it)) else {
        return Ok(Next::End);
    };
    set_place(cx, it, entry + 1);
    Ok(Next::Item(cx.heap.share(key)))
}

/// How many items are left, when that is known without asking.
pub fn length_hint(cx: &Cx, it: Ref) -> Option<u32> {
    let Some(object) = cx.heap.space.value(it, SOURCE).object_ref() else { return Some(0) };
    let at = place(cx, it);
    match sub(cx, it) {
        Sub::List => Some(list::len(cx, object).saturating_sub(at)),
        Sub::Tuple => Some(tuple::len(cx, object).saturating_sub(at)),
        Sub::ListReverse => Some(at.min(list::len(cx, object))),
        Sub::SequenceReverse => Some(at),
        Sub::Str | Sub::StrAscii => {
            let rest = str::bytes(cx, object).get(at as usize..).unwrap_or(&[]);
            Some(str::count_chars(rest))
        }
        Sub::Bytes | Sub::Bytearray => {
            bytes::like(cx, object.value()).map(|(_, len)| len.saturating_sub(at))
        }
        Sub::Range => {
            let done = range::narrow(cx, cx.heap.space.value(it, PLACE))?;
            let left = range::len(cx, object)?.saturating_sub(u64::try_from(done).ok()?);
            u32::try_from(left).ok()
        }
        Sub::Keys | Sub::Values | Sub::Items => {
            let table = entries::open::<PAIR>(&cx.heap.space, object);
            let live =
                (at..table.used).filter(|&entry| cx.heap.space.load(table.entry(entry)) != 0);
            Some(live.count() as u32)
        }
        Sub::Set => {
            let table = entries::open::<SINGLE>(&cx.heap.space, object);
            let live =
                (at..table.used).filter(|&entry| cx.heap.space.load(table.entry(entry)) != 0);
            Some(live.count() as u32)
        }
        _ => None,
    }
}

/// Offset of the first byte of an item row, for callers that walk a list or tuple themselves.
#[inline]
pub fn row_start(cx: &Cx, source: Ref) -> u32 {
    match cx.heap.kind(source) {
        kind::LIST => list::start(cx, source),
        _ => source.0 + tuple::ITEMS * WORD,
    }
}
