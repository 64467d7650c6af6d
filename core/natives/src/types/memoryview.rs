//! Methods of `memoryview`.
//!
//! Views have one dimension: a shape of several is refused when it is asked for.
//!
//! Not here: views themselves (objects/memoryview.rs), who takes a view for bytes (objects/bytes.rs).

use super::bytes::either::{put_hex, separator};
use super::like::bytes_required;
use crate::container::{outside, place_of, retry_with_index};
use crate::scalar::*;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::bigint;
use threadsnake_objects::cx::{Cx, Exit, NativeResult, Outcome};
use threadsnake_objects::int::Int;
use threadsnake_objects::memoryview::{self as views, Access, Format, View};
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::slice::{self, Bounds};
use threadsnake_objects::{
    bytes, compare, float, hash, int, iter, list, names, natives, repr as representation,
    str as string, strlike, tuple, types,
};

natives! {
    /// `memoryview` methods.
    pub static METHODS;
    "__delitem__"   delitem      2..=2;
    "__enter__"     enter        1..=1;
    "__eq__"        eq           2..=2;
    "__exit__"      release      1..=4;
    "__getitem__"   getitem      2..=2;
    "__hash__"      dunder_hash  1..=1;
    "__iter__"      dunder_iter  1..=1;
    "__len__"       len          1..=1;
    "__ne__"        ne           2..=2;
    "__new__"       new          2..=2 Static "cls object";
    "__repr__"      repr         1..=1;
    "__setitem__"   setitem      3..=3;
    "c_contiguous"  contiguous   1..=1 Getter;
    "cast"          cast         2..=3 Function "self format shape";
    "contiguous"    contiguous   1..=1 Getter;
    "f_contiguous"  contiguous   1..=1 Getter;
    "format"        format       1..=1 Getter;
    "hex"           hex          1..=3 Function "self sep bytes_per_sep";
    "itemsize"      itemsize     1..=1 Getter;
    "nbytes"        nbytes       1..=1 Getter;
    "ndim"          ndim         1..=1 Getter;
    "obj"           obj          1..=1 Getter;
    "readonly"      readonly     1..=1 Getter;
    "release"       release      1..=1;
    "shape"         shape        1..=1 Getter;
    "strides"       strides      1..=1 Getter;
    "suboffsets"    suboffsets   1..=1 Getter;
    "tobytes"       tobytes      1..=2 Function "self order";
    "tolist"        tolist       1..=1;
    "toreadonly"    toreadonly   1..=1;
}

/// The receiver, released or not.
fn object(cx: &mut Cx, args: &[Value], name: &str) -> Outcome<Ref> {
    match cx.as_kind(arg(args, 0), kind::MEMORYVIEW) {
        Some(object) => Ok(object),
        None => Err(wrong_receiver(cx, arg(args, 0), types::MEMORYVIEW, name)),
    }
}

/// What a view shows; `ValueError` once it is released.
pub fn shown(cx: &mut Cx, object: Ref) -> Outcome<View> {
    match View::read(cx, object) {
        Some(view) => Ok(view),
        None => Err(bytes_required(cx, object.value())),
    }
}

/// The receiver and what it shows.
fn this(cx: &mut Cx, args: &[Value], name: &str) -> Outcome<(Ref, View)> {
    let object = object(cx, args, name)?;
    Ok((object, shown(cx, object)?))
}

/// `memoryview(object)`
fn new(cx: &mut Cx, args: &[Value]) -> NativeResult {
    new_class(cx, args, types::MEMORYVIEW)?;
    let source = arg(args, 1);
    if let Some(object) = cx.as_kind(source, kind::MEMORYVIEW) {
        let view = shown(cx, object)?;
        return Ok(views::derive(cx, object, view, Access::Same)?.value());
    }
    match views::new(cx, source)? {
        Some(made) => Ok(made.value()),
        None => {
            let parts =
                [S("memoryview: a bytes-like object is required, not '"), T(source), S("'")];
            Err(raise::type_error(cx, &parts))
        }
    }
}

/// Where a key points.
enum Place {
    One(u32),
    Many(Bounds),
}

/// None when script code must ask `__index__`.
fn place(cx: &mut Cx, view: &View, key: Value) -> Outcome<Option<Place>> {
    if let Some(object) = cx.as_kind(key, kind::SLICE) {
        return Ok(slice::of_object(cx, object, view.count)?.map(Place::Many));
    }
    if let Some(keys) = cx.as_kind(key, kind::TUPLE) {
        return place_of_tuple(cx, view, keys).map(Some);
    }
    let Some(at) = slice::clamped(cx, key) else {
        if slice::has_index(cx, key) {
            return Ok(None);
        }
        return Err(raise::type_error(cx, &[S("memoryview: invalid slice key")]));
    };
    match place_of(at, view.count) {
        Some(place) => Ok(Some(Place::One(place))),
        None => Err(outside(cx, key, "index out of bounds on dimension 1")),
    }
}

/// A tuple has an index for each dimension.
fn place_of_tuple(cx: &mut Cx, view: &View, keys: Ref) -> Outcome<Place> {
    let count = tuple::len(cx, keys);
    let key = tuple::item(cx, keys, 0);
    if count == 1 && slice::clamped(cx, key).is_some() {
        return place(cx, view, key).map(|found| found.unwrap_or(Place::One(0)));
    }
    let parts =
        [S("cannot index 1-dimension view with "), I(i64::from(count)), S("-element tuple")];
    Err(raise::type_error(cx, &parts))
}

/// The items that a slice picks.
fn picked(view: &View, bounds: Bounds) -> View {
    // A step beyond all items picks one item at most, and is not taken again.
    let stride = i64::from(view.stride).saturating_mul(bounds.step);
    let stride = stride.clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32;
    // Where no item is, there is no place either: behind a reversed view's last item may be nothing (M1).
    let first = if bounds.count == 0 { view.first } else { view.place(bounds.start) };
    View { first, count: bounds.count, stride, format: view.format }
}

fn getitem(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (object, view) = this(cx, args, "__getitem__")?;
    match place(cx, &view, arg(args, 1))? {
        None => Err(retry_with_index(cx, types::MEMORYVIEW, names::GETITEM, args)),
        Some(Place::One(at)) => Ok(view.item(cx, at)?),
        Some(Place::Many(bounds)) => {
            let view = picked(&view, bounds);
            Ok(views::derive(cx, object, view, Access::Same)?.value())
        }
    }
}

/// The receiver of an assignment.
fn writable(cx: &mut Cx, args: &[Value], name: &str) -> Outcome<View> {
    let (object, view) = this(cx, args, name)?;
    if views::is_writable(cx, object) {
        return Ok(view);
    }
    Err(raise::type_error(cx, &[S("cannot modify read-only memory")]))
}

fn delitem(cx: &mut Cx, args: &[Value]) -> NativeResult {
    writable(cx, args, "__delitem__")?;
    Err(raise::type_error(cx, &[S("cannot delete memory")]))
}

fn setitem(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let view = writable(cx, args, "__setitem__")?;
    match place(cx, &view, arg(args, 1))? {
        None => Err(retry_with_index(cx, types::MEMORYVIEW, names::SETITEM, args)),
        Some(Place::One(at)) => match number_of(cx, view.format, arg(args, 2))? {
            Some(number) => {
                view.set_raw(cx, at, number);
                Ok(Value::NONE)
            }
            None => Err(cx.tail_prelude(Prelude::MemorySet, args)),
        },
        Some(Place::Many(bounds)) => set_slice(cx, &picked(&view, bounds), arg(args, 2)),
    }
}

/// What an item becomes in memory; none when script code makes a number of it first.
fn number_of(cx: &mut Cx, format: Format, value: Value) -> Outcome<Option<u64>> {
    let found = match format.letter() {
        b'c' => bytes_item(cx, value),
        b'?' if is_plain(cx, value) => Some(Some(u64::from(truth(cx, value)))),
        b'?' => return Ok(None),
        letter @ (b'f' | b'd') => match float::from_number(cx, value) {
            Ok(Some(double)) if letter == b'd' => Some(Some(double.to_bits())),
            Ok(Some(double)) => Some(Some(u64::from((double as f32).to_bits()))),
            Ok(None) if has_method(cx, value, names::FLOAT) => return Ok(None),
            Ok(None) => None,
            Err(_) => Some(None),
        },
        _ => int::read_any(cx, value).map(|number| int_item(cx, format, number)),
    };
    match found {
        Some(Some(number)) => Ok(Some(number)),
        None if format.letter() != b'c' && has_method(cx, value, names::INDEX) => Ok(None),
        None => Err(refuse(cx, types::TYPE_ERROR, "type", format)),
        Some(None) => Err(refuse(cx, types::VALUE_ERROR, "value", format)),
    }
}

/// Can the truth of a value be told without script code?
fn is_plain(cx: &Cx, value: Value) -> bool {
    !value.is_ref() || int::read(cx, value).is_some()
}

#[cold]
fn refuse(cx: &mut Cx, class: Ref, what: &str, format: Format) -> Exit {
    let letter = [format.letter()];
    raise::raise(
        cx,
        class,
        &[S("memoryview: invalid "), S(what), S(" for format '"), B(&letter), S("'")],
    )
}

fn bytes_item(cx: &Cx, value: Value) -> Option<Option<u64>> {
    let (start, len) = bytes::part(cx, cx.payload(value, kind::BYTES)?);
    Some((len == 1).then(|| u64::from(cx.heap.space.byte(start))))
}

/// An int as the lowest bytes of 64 bits; none when it does not fit.
fn int_item(cx: &Cx, format: Format, number: Int) -> Option<u64> {
    let unused = 64 - 8 * format.bytes();
    match number {
        Int::Word(word) if format.is_signed() => {
            ((word << unused) >> unused == word).then_some(word as u64)
        }
        Int::Word(word) => u64::try_from(word).ok().filter(|&raw| (raw << unused) >> unused == raw),
        Int::Big(object) => {
            let big = int::big(cx, object);
            let fits = !big.negative && !format.is_signed() && unused == 0;
            if fits { bigint::to_u64(big.limbs) } else { None }
        }
    }
}

/// `view[low:high] = value`
fn set_slice(cx: &mut Cx, to: &View, value: Value) -> NativeResult {
    let from = match cx.as_kind(value, kind::MEMORYVIEW) {
        Some(object) => shown(cx, object)?,
        None => match bytes::like(cx, value) {
            Some(part) => View::of_part(part),
            None => return Err(bytes_required(cx, value)),
        },
    };
    if from.count != to.count || from.format != to.format {
        let message = "memoryview assignment: lvalue and rvalue have different structures";
        return Err(raise::value_error(cx, &[S(message)]));
    }
    if let (Some(from), Some(to)) = (from.part(), to.part()) {
        cx.heap.space.copy_bytes(from.0, to.0, to.1);
        return Ok(Value::NONE);
    }
    // The two may lie in each other.
    let copied = from.gather(cx)?;
    let (start, _) = bytes::part(cx, copied.as_ref());
    let size = to.format.bytes();
    for index in 0..to.count {
        cx.heap.space.copy_bytes(start + index * size, to.place(index), size);
    }
    cx.heap.dec(copied);
    Ok(Value::NONE)
}

fn len(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (_, view) = this(cx, args, "__len__")?;
    Ok(int::from_u32(cx, view.count)?)
}

fn dunder_iter(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (object, _) = this(cx, args, "__iter__")?;
    Ok(iter::over(cx, iter::Sub::Sequence, object)?)
}

/// Are two views equal? Their items are, as numbers.
fn equal(cx: &mut Cx, a: &View, b: &View) -> Outcome<bool> {
    if a.count != b.count {
        return Ok(false);
    }
    let is_raw = a.format == b.format && !matches!(a.format.letter(), b'f' | b'd');
    for index in 0..a.count {
        if is_raw {
            if a.raw(cx, index) != b.raw(cx, index) {
                return Ok(false);
            }
            continue;
        }
        cx.spend(1)?;
        let mine = a.item(cx, index)?;
        let same = b.item(cx, index).map(|theirs| {
            let same = compare::equal(cx, mine, theirs);
            cx.heap.dec(theirs);
            same
        });
        cx.heap.dec(mine);
        if same? != Some(true) {
            return Ok(false);
        }
    }
    Ok(true)
}

fn eq(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = object(cx, args, "__eq__")?;
    let value = arg(args, 1);
    let other = match cx.as_kind(value, kind::MEMORYVIEW) {
        Some(other) => View::read(cx, other),
        None => match bytes::like(cx, value) {
            Some(part) => Some(View::of_part(part)),
            None => return Ok(Value::NOT_IMPLEMENTED),
        },
    };
    match (View::read(cx, object), other) {
        (Some(own), Some(other)) => equal(cx, &own, &other).map(Value::bool),
        _ => Ok(Value::bool(object.value() == value)),
    }
}

fn ne(cx: &mut Cx, args: &[Value]) -> NativeResult {
    Ok(match eq(cx, args)? {
        Value::TRUE => Value::FALSE,
        Value::FALSE => Value::TRUE,
        other => other,
    })
}

/// As that of the bytes it shows, which may not change.
fn dunder_hash(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = object(cx, args, "__hash__")?;
    let known = cx.heap.space.word(object, views::HASH);
    if known != 0 {
        return Ok(int::from_u32(cx, known)?);
    }
    let view = shown(cx, object)?;
    if views::is_writable(cx, object) {
        return Err(raise::value_error(cx, &[S("cannot hash writable memoryview object")]));
    }
    if !matches!(view.format.letter(), b'B' | b'b' | b'c') {
        let message = "memoryview: hashing is restricted to formats 'B', 'b' or 'c'";
        return Err(raise::value_error(cx, &[S(message)]));
    }
    let source = cx.heap.space.value(object, views::SOURCE);
    if cx.payload(source, kind::BYTEARRAY).is_some() {
        return Err(hash::unhashable(cx, source));
    }
    let copied = view.gather(cx)?;
    let hash = bytes::hash(cx, copied.as_ref()) & hash::MASK;
    cx.heap.dec(copied);
    cx.heap.space.set_word(object, views::HASH, hash);
    Ok(int::from_u32(cx, hash)?)
}

/// `<memory at 0x...>`
fn repr(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = object(cx, args, "__repr__")?;
    let is_released = View::read(cx, object).is_none();
    string::build(cx, 32, |cx, text| {
        text.push(cx, if is_released { b"<released memory at 0x" } else { b"<memory at 0x" })?;
        representation::push_address(cx, text, object.0)?;
        Ok(text.push(cx, b">")?)
    })
}

fn enter(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (object, _) = this(cx, args, "__enter__")?;
    Ok(cx.heap.share(object.value()))
}

fn release(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = object(cx, args, "release")?;
    views::release(cx, object);
    Ok(Value::NONE)
}

/// `view.cast(format, shape)`
fn cast(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (object, view) = this(cx, args, "cast")?;
    let Some(name) = cx.payload(arg(args, 1), kind::STR) else {
        let parts = [S("cast() argument 'format' must be str, not "), T(arg(args, 1))];
        return Err(raise::type_error(cx, &parts));
    };
    let format = match *string::bytes(cx, name) {
        [letter] | [b'@', letter] => Format::of(letter),
        _ => None,
    };
    let Some((start, len)) = view.part() else {
        return Err(raise::type_error(
            cx,
            &[S("memoryview: casts are restricted to C-contiguous views")],
        ));
    };
    let Some(format) = format else {
        let message = "memoryview: destination format must be a native single character format \
                       prefixed with an optional '@'";
        return Err(raise::value_error(cx, &[S(message)]));
    };
    let is_bytes = |format: Format| matches!(format.letter(), b'B' | b'b' | b'c');
    let wrong = if !is_bytes(view.format) && !is_bytes(format) {
        Some("memoryview: cannot cast between two non-byte formats")
    } else if !len.is_multiple_of(format.bytes()) {
        Some("memoryview: length is not a multiple of itemsize")
    } else {
        None
    };
    if let Some(message) = wrong {
        return Err(raise::type_error(cx, &[S(message)]));
    }
    let size = format.bytes();
    let view = View { first: start, count: len / size, stride: size as i32, format };
    check_shape(cx, &view, arg_or_none(args, 2))?;
    Ok(views::derive(cx, object, view, Access::Same)?.value())
}

/// A shape says again how many items there are.
fn check_shape(cx: &mut Cx, view: &View, shape: Value) -> Outcome<()> {
    if shape == Value::NONE {
        return Ok(());
    }
    let Some((start, count)) = row_of(cx, shape) else {
        return Err(raise::type_error(cx, &[S("shape must be a list or a tuple")]));
    };
    if count != 1 {
        let message = "memoryview: views have one dimension";
        return Err(raise::raise(cx, types::NOT_IMPLEMENTED_ERROR, &[S(message)]));
    }
    match int::saturated(cx, Value(cx.heap.space.load(start))) {
        Some(items) if items == i64::from(view.count) => Ok(()),
        Some(1..) => {
            let message = "memoryview: product(shape) * itemsize != buffer size";
            Err(raise::type_error(cx, &[S(message)]))
        }
        Some(_) => {
            let message = "memoryview.cast(): elements of shape must be integers > 0";
            Err(raise::value_error(cx, &[S(message)]))
        }
        None => {
            let message = "memoryview.cast(): elements of shape must be integers";
            Err(raise::type_error(cx, &[S(message)]))
        }
    }
}

/// `view.hex(sep, bytes_per_sep=1)`
fn hex(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (_, view) = this(cx, args, "hex")?;
    let Some(group) = index_or(cx, arg(args, 2), 1)? else {
        return Err(retry(cx, types::MEMORYVIEW, "hex", args));
    };
    let separator = separator(cx, arg(args, 1))?;
    if let Some(part) = view.part() {
        return put_hex(cx, part, separator, group);
    }
    let copied = view.gather(cx)?;
    let part = bytes::part(cx, copied.as_ref());
    let made = put_hex(cx, part, separator, group);
    cx.heap.dec(copied);
    made
}

/// `view.tobytes(order)`: with one dimension every order is the same.
fn tobytes(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (_, view) = this(cx, args, "tobytes")?;
    let order = arg_or_none(args, 1);
    if order != Value::NONE {
        let Some(name) = cx.payload(order, kind::STR) else {
            let parts = [S("tobytes() argument 'order' must be str or None, not "), T(order)];
            return Err(raise::type_error(cx, &parts));
        };
        if !matches!(string::bytes(cx, name), b"C" | b"F" | b"A") {
            return Err(raise::value_error(cx, &[S("order must be 'C', 'F' or 'A'")]));
        }
    }
    Ok(view.gather(cx)?)
}

fn tolist(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (_, view) = this(cx, args, "tolist")?;
    strlike::build_list(cx, |cx, items| {
        for index in 0..view.count {
            cx.spend(1)?;
            let item = view.item(cx, index)?;
            if let Err(error) = list::push(cx, items, item) {
                cx.heap.dec(item);
                return Err(error.into());
            }
        }
        Ok(())
    })
}

fn toreadonly(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (object, view) = this(cx, args, "toreadonly")?;
    Ok(views::derive(cx, object, view, Access::ReadOnly)?.value())
}

fn contiguous(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (_, view) = this(cx, args, "contiguous")?;
    Ok(Value::bool(view.is_contiguous()))
}

fn format(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (_, view) = this(cx, args, "format")?;
    Ok(string::new(cx, &[view.format.letter()])?)
}

fn itemsize(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (_, view) = this(cx, args, "itemsize")?;
    Ok(Value::small(view.format.bytes() as i32))
}

fn nbytes(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (_, view) = this(cx, args, "nbytes")?;
    Ok(int::from_u32(cx, view.bytes())?)
}

fn ndim(cx: &mut Cx, args: &[Value]) -> NativeResult {
    this(cx, args, "ndim")?;
    Ok(Value::small(1))
}

fn obj(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (object, _) = this(cx, args, "obj")?;
    let source = cx.heap.space.value(object, views::SOURCE);
    Ok(cx.heap.share(source))
}

fn readonly(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (object, _) = this(cx, args, "readonly")?;
    Ok(Value::bool(!views::is_writable(cx, object)))
}

fn shape(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (_, view) = this(cx, args, "shape")?;
    one_tuple(cx, Value::small(view.count as i32))
}

fn strides(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (_, view) = this(cx, args, "strides")?;
    let stride = int::from_i64(cx, i64::from(view.stride))?;
    let made = one_tuple(cx, stride);
    cx.heap.dec(stride);
    made
}

fn suboffsets(cx: &mut Cx, args: &[Value]) -> NativeResult {
    this(cx, args, "suboffsets")?;
    Ok(tuple::from_slice(cx, &[])?.value())
}
