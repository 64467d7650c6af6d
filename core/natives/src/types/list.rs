//! Methods of `list`.
//!
//! Not here: the operations (objects/list.rs), items that need script code to be compared (prelude list.py).

use crate::container::*;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::compare::{Op, RowFuel};
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::dict::Done;
use threadsnake_objects::iter::{self, Sub};
use threadsnake_objects::list::Search;
use threadsnake_objects::list::sort::{self, Direction};
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::slice::{self, Bounds};
use threadsnake_objects::types::LIST;
use threadsnake_objects::{list, names, natives, set};

natives! {
    /// `list` methods.
    pub static METHODS;
    "__add__"       dunder_add   2..=2;
    "__class_getitem__" class_getitem 2..=2 Class;
    "__contains__"  contains     2..=2;
    "__delitem__"   delitem      2..=2;
    "__eq__"        eq           2..=2;
    "__ge__"        ge           2..=2;
    "__getitem__"   getitem      2..=2;
    "__gt__"        gt           2..=2;
    "__iadd__"      iadd         2..=2;
    "__imul__"      imul         2..=2;
    "__init__"      init         1..=2;
    "__iter__"      dunder_iter  1..=1;
    "__le__"        le           2..=2;
    "__len__"       len          1..=1;
    "__lt__"        lt           2..=2;
    "__mul__"       mul          2..=2;
    "__ne__"        ne           2..=2;
    "__new__"       new          1..=255 Static;
    "__repr__"      repr         1..=1;
    "__reversed__"  reversed     1..=1;
    "__rmul__"      mul          2..=2;
    "__setitem__"   setitem      3..=3;
    "__sizeof__"    sizeof       1..=1;
    "append"        append       2..=2;
    "clear"         clear        1..=1;
    "copy"          copy         1..=1;
    "count"         count_of     2..=2;
    "extend"        extend       2..=2;
    "index"         index        2..=4;
    "insert"        insert       3..=3;
    "pop"           pop          1..=2;
    "remove"        remove       2..=2;
    "reverse"       reverse      1..=1;
    "sort"          sort         1..=3 Function "self / * key reverse";
}

#[inline(always)]
fn this(cx: &mut Cx, args: &[Value], name: &str) -> Outcome<Ref> {
    receiver(cx, args, kind::LIST, LIST, name)
}

/// `list(iterable=())`. Of a subclass only the empty list is made here; `__init__` fills it.
fn new(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = check_class(cx, args, LIST)?;
    if !is_builtin_class(cx, class) {
        let object = list::new(cx)?;
        return of_class(cx, class, object);
    }
    match args {
        [_] => Ok(list::new(cx)?.value()),
        [_, source] => from_iterable(cx, *source),
        _ => Err(too_many(cx, "list", args.len() - 1)),
    }
}

/// A list of the items of an iterable.
pub fn from_iterable(cx: &mut Cx, source: Value) -> NativeResult {
    let object = list::new(cx)?;
    match extend_here(cx, object, source) {
        Ok(Done::Yes) => {
            list::trim(cx, object);
            Ok(object.value())
        }
        Ok(Done::NeedsCall) => {
            cx.heap.dec_ref(object);
            Err(cx.tail_prelude(Prelude::ListFrom, &[source]))
        }
        Err(exit) => {
            cx.heap.dec_ref(object);
            Err(exit)
        }
    }
}

/// `list.__init__(iterable=())`
fn init(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let list = this(cx, args, "__init__")?;
    list::clear(cx, list);
    if args.len() < 2 { Ok(Value::NONE) } else { extend(cx, args) }
}

/// Appends the items of a builtin iterable; NeedsCall for all others, before anything is appended.
pub fn extend_here(cx: &mut Cx, list: Ref, source: Value) -> Outcome<Done> {
    let Some(object) = source.object_ref() else { return Ok(Done::NeedsCall) };
    let object_kind = cx.heap.kind(object);
    if let Some((from, count)) = list::part_of(cx, source) {
        list::extend_from_part(cx, list, from, count)?;
        cx.charge(count);
        return Ok(Done::Yes);
    }
    match object_kind {
        kind::SET | kind::FROZENSET => extend_from_set(cx, list, object),
        kind::ITER if iter::is_native(cx, source, 4) => extend_from_iterator(cx, list, object),
        kind::STR | kind::BYTES | kind::BYTEARRAY | kind::RANGE | kind::DICT | kind::VIEW => {
            let Some(it) = iter::of(cx, source)? else { return Ok(Done::NeedsCall) };
            let native = iter::is_native(cx, it, 4);
            let done = if native {
                extend_from_iterator(cx, list, it.as_ref())
            } else {
                Ok(Done::NeedsCall)
            };
            cx.heap.dec(it);
            done
        }
        _ => Ok(Done::NeedsCall),
    }
}

fn extend_from_set(cx: &mut Cx, list: Ref, source: Ref) -> Outcome<Done> {
    list::reserve(cx, list, set::len(cx, source))?;
    let mut from = 0;
    while let Some((entry, key)) = set::next_entry(cx, source, from) {
        list::push(cx, list, key)?;
        cx.heap.inc(key);
        from = entry + 1;
    }
    cx.charge(from);
    Ok(Done::Yes)
}

fn extend_from_iterator(cx: &mut Cx, list: Ref, it: Ref) -> Outcome<Done> {
    let hint = iter::length_hint(cx, it).unwrap_or(0);
    list::reserve(cx, list, hint)?;
    while let iter::Next::Item(item) = iter::next(cx, it)? {
        if let Err(error) = list::push(cx, list, item) {
            cx.heap.dec(item);
            return Err(error.into());
        }
        cx.spend(1)?;
    }
    Ok(Done::Yes)
}

/// `list.append(item)`. O(1) amortised. On MemoryError the list is unchanged.
fn append(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let list = this(cx, args, "append")?;
    list::push(cx, list, args[1])?;
    cx.heap.inc(args[1]);
    Ok(Value::NONE)
}

/// `list.extend(iterable)`
fn extend(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let list = this(cx, args, "extend")?;
    match extend_here(cx, list, args[1])? {
        Done::Yes => Ok(Value::NONE),
        Done::NeedsCall => Err(cx.tail_prelude(Prelude::ListExtend, &[list.value(), args[1]])),
    }
}

/// `list += iterable`
fn iadd(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let list = this(cx, args, "__iadd__")?;
    match extend_here(cx, list, args[1])? {
        Done::Yes => Ok(cx.heap.share(args[0])),
        Done::NeedsCall => {
            Err(cx.tail_prelude(Prelude::ListIadd, &[args[0], list.value(), args[1]]))
        }
    }
}

/// `list.insert(index, item)`. O(n).
fn insert(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let list = this(cx, args, "insert")?;
    let Some(index) = size_arg(cx, args[1])? else {
        return Err(cx.tail_prelude(Prelude::ListInsert, args));
    };
    let at = clip(index, list::len(cx, list));
    list::insert(cx, list, at, args[2])?;
    cx.heap.inc(args[2]);
    Ok(Value::NONE)
}

/// `list.pop(index=-1)`
fn pop(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let list = this(cx, args, "pop")?;
    let index = match args.get(1) {
        None => -1,
        Some(&given) => match size_arg(cx, given)? {
            Some(index) => index,
            None => return Err(retry_with_index(cx, LIST, names::POP, args)),
        },
    };
    let len = list::len(cx, list);
    if len == 0 {
        return Err(raise::index_error(cx, &[S("pop from empty list")]));
    }
    match place_of(index, len) {
        Some(at) if at + 1 == len => Ok(list::pop(cx, list).unwrap_or(Value::NONE)),
        Some(at) => Ok(list::remove(cx, list, at)),
        None => Err(raise::index_error(cx, &[S("pop index out of range")])),
    }
}

/// `list.clear()`
fn clear(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let list = this(cx, args, "clear")?;
    list::clear(cx, list);
    Ok(Value::NONE)
}

/// `list.copy()`
fn copy(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let list = this(cx, args, "copy")?;
    let (from, count) = (list::start(cx, list), list::len(cx, list));
    Ok(list::from_part(cx, from, count)?.value())
}

/// `list.reverse()`
fn reverse(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let list = this(cx, args, "reverse")?;
    list::reverse(cx, list);
    Ok(Value::NONE)
}

/// Searches the items `from..to` of a list for one that is, or equals, a value.
fn search(cx: &mut Cx, list: Ref, value: Value, from: u32, to: u32) -> Search {
    let end = to.min(list::len(cx, list));
    let found =
        list::search(cx, list::items(cx, list).get(..end as usize).unwrap_or(&[]), value, from);
    cx.charge(end.saturating_sub(from) / 4);
    found
}

/// `value in list`
fn contains(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let list = this(cx, args, "__contains__")?;
    match search(cx, list, args[1], 0, u32::MAX) {
        Search::Found(_) => Ok(Value::TRUE),
        Search::Absent => Ok(Value::FALSE),
        Search::NeedsCall(at) => {
            let from = Value::small(at as i32);
            Err(cx.tail_prelude(Prelude::RowContains, &[list.value(), args[1], from]))
        }
    }
}

/// `list.index(value, start=0, stop=...)`
fn index(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let list = this(cx, args, "index")?;
    let (start, stop) = (bound_arg(cx, arg(args, 2), 0)?, bound_arg(cx, arg(args, 3), i64::MAX)?);
    let (Some(start), Some(stop)) = (start, stop) else {
        return Err(cx.tail_prelude(Prelude::RowIndexBounds, args));
    };
    let len = list::len(cx, list);
    let (from, to) = (clip(start, len), clip(stop, len));
    match search(cx, list, args[1], from, to) {
        Search::Found(at) => Ok(Value::small(at as i32)),
        Search::Absent => Err(not_in_list(cx, args[1])),
        Search::NeedsCall(at) => {
            let bounds = [Value::small(at as i32), Value::small(to as i32)];
            Err(cx.tail_prelude(Prelude::ListIndex, &[list.value(), args[1], bounds[0], bounds[1]]))
        }
    }
}

fn not_in_list(cx: &mut Cx, value: Value) -> threadsnake_objects::cx::Exit {
    cx.tail_prelude(Prelude::ListIndexMissing, &[value])
}

/// `list.count(value)`
fn count_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let list = this(cx, args, "count")?;
    let (mut count, mut fuel) = (0, RowFuel::new());
    for at in 0..list::len(cx, list) {
        match fuel.same_or_equal(cx, list::item(cx, list, at), args[1]) {
            Some(equal) => count += i32::from(equal),
            None => return Err(cx.tail_prelude(Prelude::RowCount, &[list.value(), args[1]])),
        }
    }
    cx.charge(list::len(cx, list) / 4);
    Ok(Value::small(count))
}

/// `list.remove(value)`
fn remove(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let list = this(cx, args, "remove")?;
    match search(cx, list, args[1], 0, u32::MAX) {
        Search::Found(at) => {
            let gone = list::remove(cx, list, at);
            cx.heap.dec(gone);
            Ok(Value::NONE)
        }
        Search::Absent => Err(raise::value_error(cx, &[S("list.remove(x): x not in list")])),
        Search::NeedsCall(at) => {
            let from = Value::small(at as i32);
            Err(cx.tail_prelude(Prelude::ListRemove, &[list.value(), args[1], from]))
        }
    }
}

/// `list.sort(*, key=None, reverse=False)`. Items that need no script code to be compared are sorted here.
fn sort(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let list = this(cx, args, "sort")?;
    let (key, reverse) = (arg_or_none(args, 1), arg(args, 2));
    let direction = match reverse {
        Value::UNBOUND | Value::FALSE => Some(Direction::Up),
        Value::TRUE => Some(Direction::Down),
        other => {
            other.small_int().map(|int| if int == 0 { Direction::Up } else { Direction::Down })
        }
    };
    if let Some(direction) = direction
        && key == Value::NONE
        && sort::sort(cx, list, direction)? == Done::Yes
    {
        return Ok(Value::NONE);
    }
    let reverse = if reverse.is_unbound() { Value::FALSE } else { reverse };
    Err(cx.tail_prelude(Prelude::ListSort, &[list.value(), key, reverse]))
}

/// `len(list)`
fn len(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let list = this(cx, args, "__len__")?;
    Ok(Value::small(list::len(cx, list) as i32))
}

fn dunder_iter(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let list = this(cx, args, "__iter__")?;
    Ok(iter::over(cx, Sub::List, list)?)
}

fn reversed(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let list = this(cx, args, "__reversed__")?;
    Ok(iter::over(cx, Sub::ListReverse, list)?)
}

fn repr(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let list = this(cx, args, "__repr__")?;
    Err(cx.tail_prelude(Prelude::ListRepr, &[list.value()]))
}

fn sizeof(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let list = this(cx, args, "__sizeof__")?;
    let block = Ref(cx.heap.space.word(list, list::BLOCK));
    let extra = if block.is_nil() { 0 } else { cx.heap.size_words(block) * 4 };
    size_result(cx, list, extra)
}

/// What a subscript names.
enum Subscript {
    One(u32),
    Outside,
    Slice(Bounds),
    NeedsCall,
}

fn subscript(cx: &mut Cx, list: Ref, key: Value) -> Outcome<Subscript> {
    let len = list::len(cx, list);
    if let Some(slice) = cx.as_kind(key, kind::SLICE) {
        return Ok(match slice::of_object(cx, slice, len)? {
            Some(bounds) => Subscript::Slice(bounds),
            None => Subscript::NeedsCall,
        });
    }
    if let Some(index) = slice::clamped(cx, key) {
        return Ok(place_of(index, len).map_or(Subscript::Outside, Subscript::One));
    }
    if slice::has_index(cx, key) {
        return Ok(Subscript::NeedsCall);
    }
    Err(raise::type_error(cx, &[S("list indices must be integers or slices, not "), T(key)]))
}

/// `list[key]`
fn getitem(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let list = this(cx, args, "__getitem__")?;
    match subscript(cx, list, args[1])? {
        Subscript::One(at) => {
            let item = list::item(cx, list, at);
            Ok(cx.heap.share(item))
        }
        Subscript::Outside => Err(outside(cx, args[1], "list index out of range")),
        Subscript::Slice(bounds) => Ok(list::slice::get(cx, list, bounds)?.value()),
        Subscript::NeedsCall => Err(retry_with_index(cx, LIST, names::GETITEM, args)),
    }
}

/// `list[key] = value`
fn setitem(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let list = this(cx, args, "__setitem__")?;
    match subscript(cx, list, args[1])? {
        Subscript::One(at) => {
            cx.heap.inc(args[2]);
            list::set_item(cx, list, at, args[2]);
            Ok(Value::NONE)
        }
        Subscript::Outside => Err(outside(cx, args[1], "list assignment index out of range")),
        Subscript::Slice(bounds) => assign(cx, list, bounds, args),
        Subscript::NeedsCall => Err(retry_with_index(cx, LIST, names::SETITEM, args)),
    }
}

/// `list[slice] = iterable`
fn assign(cx: &mut Cx, list: Ref, bounds: Bounds, args: &[Value]) -> NativeResult {
    let source = args[2];
    let Some((mut from, count)) = list::part_of(cx, source) else {
        return Err(cx.tail_prelude(Prelude::ListAssign, &[list.value(), args[1], source]));
    };
    let is_plain = bounds.step == 1;
    if !is_plain && count != bounds.count {
        let message = [
            S("attempt to assign sequence of size "),
            I(i64::from(count)),
            S(" to extended slice of size "),
            I(i64::from(bounds.count)),
        ];
        return Err(raise::value_error(cx, &message));
    }
    // A list assigned to a part of itself is copied first.
    let copy = if source == list.value() { Some(list::from_part(cx, from, count)?) } else { None };
    if let Some(copy) = copy {
        from = list::start(cx, copy);
    }
    let done = if is_plain {
        list::slice::replace(cx, list, bounds.start, bounds.count, from, count)
    } else {
        list::slice::replace_steps(cx, list, bounds, from);
        Ok(())
    };
    if let Some(copy) = copy {
        cx.heap.dec_ref(copy);
    }
    done?;
    Ok(Value::NONE)
}

/// `del list[key]`
fn delitem(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let list = this(cx, args, "__delitem__")?;
    match subscript(cx, list, args[1])? {
        Subscript::One(at) => {
            let gone = list::remove(cx, list, at);
            cx.heap.dec(gone);
            Ok(Value::NONE)
        }
        Subscript::Outside => Err(outside(cx, args[1], "list assignment index out of range")),
        Subscript::Slice(bounds) => {
            list::slice::delete_steps(cx, list, bounds);
            Ok(Value::NONE)
        }
        Subscript::NeedsCall => Err(retry_with_index(cx, LIST, names::DELITEM, args)),
    }
}

/// `list + list`
fn dunder_add(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let list = this(cx, args, "__add__")?;
    let Some(other) = cx.payload(args[1], kind::LIST) else {
        let message = [S("can only concatenate list (not \""), T(args[1]), S("\") to list")];
        return Err(raise::type_error(cx, &message));
    };
    Ok(list::concat(cx, list, other)?.value())
}

/// The factor of a repetition. None: script code must ask `__index__`.
pub fn factor(cx: &mut Cx, value: Value) -> Outcome<Option<i64>> {
    if is_huge(cx, value) {
        let parts = [S("cannot fit '"), T(value), S("' into an index-sized integer")];
        return Err(raise::overflow_error(cx, &parts));
    }
    if let Some(int) = slice::clamped(cx, value) {
        return Ok(Some(int));
    }
    if slice::has_index(cx, value) {
        return Ok(None);
    }
    Err(raise::type_error(
        cx,
        &[S("can't multiply sequence by non-int of type '"), T(value), S("'")],
    ))
}

/// `list * count`
fn mul(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let list = this(cx, args, "__mul__")?;
    match factor(cx, args[1])? {
        Some(count) => Ok(list::repeat(cx, list, count)?.value()),
        None => Err(retry_with_index(cx, LIST, names::MUL, args)),
    }
}

/// `list *= count`
fn imul(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let list = this(cx, args, "__imul__")?;
    let Some(count) = factor(cx, args[1])? else {
        return Err(retry_with_index(cx, LIST, names::IMUL, args));
    };
    list::repeat_in_place(cx, list, count)?;
    Ok(cx.heap.share(args[0]))
}

macro_rules! comparisons {
    ($($function:ident $op:ident $name:literal;)*) => {
        $(fn $function(cx: &mut Cx, args: &[Value]) -> NativeResult {
            compare_rows(cx, args, Op::$op, kind::LIST, LIST, $name)
        })*
    };
}

comparisons! {
    eq Eq "__eq__";
    ne Ne "__ne__";
    lt Lt "__lt__";
    le Le "__le__";
    gt Gt "__gt__";
    ge Ge "__ge__";
}
