//! Methods of `range`.
//!
//! What needs ints beyond 64 bits goes to the prelude (range.py).
//!
//! Not here: the operations (objects/range.rs).

use crate::container::*;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::compare;
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::iter::{self, Sub};
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::types::RANGE;
use threadsnake_objects::{hash, int, names, natives, range, slice};

natives! {
    /// `range` methods.
    pub static METHODS;
    "__bool__"      dunder_bool  1..=1;
    "__contains__"  contains     2..=2;
    "__eq__"        eq           2..=2;
    "__getitem__"   getitem      2..=2;
    "__hash__"      dunder_hash  1..=1;
    "__iter__"      dunder_iter  1..=1;
    "__len__"       len          1..=1;
    "__ne__"        ne           2..=2;
    "__new__"       new          1..=255 Static;
    "__repr__"      repr         1..=1;
    "__reversed__"  reversed     1..=1;
    "count"         count_of     2..=2;
    "index"         index        2..=2;
    "start"         start        1..=1 Getter;
    "step"          step         1..=1 Getter;
    "stop"          stop         1..=1 Getter;
}

#[inline(always)]
fn this(cx: &mut Cx, args: &[Value], name: &str) -> Outcome<Ref> {
    receiver(cx, args, kind::RANGE, RANGE, name)
}

/// The int that an argument is (owned). None: script code must ask `__index__`.
fn int_arg(cx: &mut Cx, value: Value) -> Outcome<Option<Value>> {
    if value.is_small() {
        return Ok(Some(value));
    }
    if value.is_bool() {
        return Ok(Some(Value::small(i32::from(value == Value::TRUE))));
    }
    if let Some(plain) = int::plain(cx, value) {
        let plain =
            if plain.is_bool() { Value::small(i32::from(plain == Value::TRUE)) } else { plain };
        return Ok(Some(cx.heap.share(plain)));
    }
    if slice::has_index(cx, value) {
        return Ok(None);
    }
    Err(raise::type_error(
        cx,
        &[S("'"), T(value), S("' object cannot be interpreted as an integer")],
    ))
}

/// `range(stop)`, `range(start, stop, step=1)`
fn new(cx: &mut Cx, args: &[Value]) -> NativeResult {
    check_class(cx, args, RANGE)?;
    let (start, stop, step) = match args {
        [_, stop] => (Value::small(0), *stop, Value::small(1)),
        [_, start, stop] => (*start, *stop, Value::small(1)),
        [_, start, stop, step] => (*start, *stop, *step),
        [_] | [] => {
            return Err(raise::type_error(cx, &[S("range expected at least 1 argument, got 0")]));
        }
        _ => {
            let given = I(args.len() as i64 - 1);
            return Err(raise::type_error(
                cx,
                &[S("range expected at most 3 arguments, got "), given],
            ));
        }
    };
    let mut parts = [Value::UNBOUND; 3];
    for (place, given) in parts.iter_mut().zip([start, stop, step]) {
        match int_arg(cx, given) {
            Ok(Some(value)) => *place = value,
            Ok(None) => {
                parts.iter().for_each(|&part| cx.heap.dec(part));
                return Err(cx.tail_prelude(Prelude::RangeNew, &[start, stop, step]));
            }
            Err(exit) => {
                parts.iter().for_each(|&part| cx.heap.dec(part));
                return Err(exit);
            }
        }
    }
    if parts[2] == Value::small(0) {
        parts.iter().for_each(|&part| cx.heap.dec(part));
        return Err(raise::value_error(cx, &[S("range() arg 3 must not be zero")]));
    }
    match range::new(cx, parts[0], parts[1], parts[2]) {
        Ok(made) => Ok(made.value()),
        Err(error) => {
            parts.iter().for_each(|&part| cx.heap.dec(part));
            Err(error.into())
        }
    }
}

fn part(cx: &mut Cx, args: &[Value], name: &str, which: usize) -> NativeResult {
    let range = this(cx, args, name)?;
    let part = range::parts(cx, range)[which];
    Ok(cx.heap.share(part))
}

fn start(cx: &mut Cx, args: &[Value]) -> NativeResult {
    part(cx, args, "start", 0)
}

fn stop(cx: &mut Cx, args: &[Value]) -> NativeResult {
    part(cx, args, "stop", 1)
}

fn step(cx: &mut Cx, args: &[Value]) -> NativeResult {
    part(cx, args, "step", 2)
}

/// `len(range)`
fn len(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let range = this(cx, args, "__len__")?;
    match range::len(cx, range).and_then(|len| i64::try_from(len).ok()) {
        Some(len) => Ok(int::from_i64(cx, len)?),
        None if range::len(cx, range).is_some() => {
            Err(raise::overflow_error(cx, &[S("Python int too large to convert to C ssize_t")]))
        }
        None => Err(cx.tail_prelude(Prelude::RangeLen, &[range.value()])),
    }
}

fn dunder_bool(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let range = this(cx, args, "__bool__")?;
    match range::len(cx, range) {
        Some(len) => Ok(Value::bool(len > 0)),
        None => Err(cx.tail_prelude(Prelude::RangeBool, &[range.value()])),
    }
}

fn dunder_iter(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let range = this(cx, args, "__iter__")?;
    Ok(iter::over(cx, Sub::Range, range)?)
}

fn reversed(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let range = this(cx, args, "__reversed__")?;
    match range::reversed(cx, range)? {
        Some(turned) => {
            let it = iter::over(cx, Sub::Range, turned);
            cx.heap.dec_ref(turned);
            Ok(it?)
        }
        None => Err(cx.tail_prelude(Prelude::RangeReversed, &[range.value()])),
    }
}

fn repr(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let range = this(cx, args, "__repr__")?;
    Err(cx.tail_prelude(Prelude::RangeRepr, &[range.value()]))
}

fn dunder_hash(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let range = this(cx, args, "__hash__")?;
    match hash::visible(cx, range.value())? {
        Some(found) => Ok(found),
        None => Err(cx.tail_prelude(Prelude::RangeHash, &[range.value()])),
    }
}

fn equal(cx: &mut Cx, args: &[Value], name: &str, negated: bool) -> NativeResult {
    let range = this(cx, args, name)?;
    if cx.as_kind(args[1], kind::RANGE).is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    match compare::equal(cx, range.value(), args[1]) {
        Some(equal) => Ok(Value::bool(equal != negated)),
        None => {
            let negated = Value::bool(negated);
            Err(cx.tail_prelude(Prelude::RangeEqual, &[range.value(), args[1], negated]))
        }
    }
}

fn eq(cx: &mut Cx, args: &[Value]) -> NativeResult {
    equal(cx, args, "__eq__", false)
}

fn ne(cx: &mut Cx, args: &[Value]) -> NativeResult {
    equal(cx, args, "__ne__", true)
}

/// Where an int is in the range; the outer None: script code must search.
fn find(cx: &Cx, range: Ref, value: Value) -> Option<Option<u64>> {
    let value = if value.is_bool() { Value::small(i32::from(value == Value::TRUE)) } else { value };
    match range::narrow(cx, value) {
        Some(int) => range::index_of(cx, range, int),
        // A larger int cannot be in a range of 64-bit ones.
        None if cx.as_kind(value, kind::BIGINT).is_some() => {
            range::narrow_parts(cx, range).map(|_| None)
        }
        None => None,
    }
}

/// `value in range`
fn contains(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let range = this(cx, args, "__contains__")?;
    match find(cx, range, args[1]) {
        Some(found) => Ok(Value::bool(found.is_some())),
        None => Err(cx.tail_prelude(Prelude::RangeContains, &[range.value(), args[1]])),
    }
}

/// `range.count(value)`
fn count_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let range = this(cx, args, "count")?;
    match find(cx, range, args[1]) {
        Some(found) => Ok(Value::small(i32::from(found.is_some()))),
        None => Err(cx.tail_prelude(Prelude::RangeCount, &[range.value(), args[1]])),
    }
}

/// `range.index(value)`
fn index(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let range = this(cx, args, "index")?;
    match find(cx, range, args[1]) {
        Some(Some(at)) => Ok(int::from_u64(cx, at)?),
        _ => Err(cx.tail_prelude(Prelude::RangeIndex, &[range.value(), args[1]])),
    }
}

/// `range[key]`
fn getitem(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let range = this(cx, args, "__getitem__")?;
    let key = args[1];
    let len = range::len(cx, range).and_then(|len| i64::try_from(len).ok());
    if let Some(slice) = cx.as_kind(key, kind::SLICE) {
        let parts = slice::parts(cx, slice);
        let bounds = match len {
            Some(len) => slice::adjust(cx, parts, len)?,
            None => None,
        };
        let cut = match bounds {
            Some(bounds) => range::cut(cx, range, bounds)?,
            None => None,
        };
        return match cut {
            Some(cut) => Ok(cut.value()),
            None => Err(cx.tail_prelude(Prelude::RangeSlice, &[range.value(), key])),
        };
    }
    let Some(index) = slice::clamped(cx, key) else {
        if slice::has_index(cx, key) {
            return Err(retry_with_index(cx, RANGE, names::GETITEM, args));
        }
        return Err(raise::type_error(
            cx,
            &[S("range indices must be integers or slices, not "), T(key)],
        ));
    };
    let Some(len) = len else {
        return Err(cx.tail_prelude(Prelude::RangeItem, &[range.value(), key]));
    };
    let at = if index < 0 { index.saturating_add(len) } else { index };
    if !(0..len).contains(&at) {
        return Err(raise::index_error(cx, &[S("range object index out of range")]));
    }
    match range::item(cx, range, at.unsigned_abs()) {
        Some(item) => Ok(int::from_i64(cx, item)?),
        None => Err(cx.tail_prelude(Prelude::RangeItem, &[range.value(), key])),
    }
}
