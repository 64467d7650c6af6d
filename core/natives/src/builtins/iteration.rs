//! Builtins that walk over iterables: lists, tuples and ranges here, everything else in the prelude.
//!
//! Not here: iterators (objects/iter.rs), sorting (objects/list/sort.rs).

use crate::support::{self, arg};
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::compare::RowFuel;
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::dict::Done;
use threadsnake_objects::intrinsic::Intrinsic;
use threadsnake_objects::iter::{self as iterator, Next, Sub};
use threadsnake_objects::list::sort::{self, Direction};
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{class, float, generator, int, len as length, list, names, range, tuple};

/// `len(object)`.
pub fn len(cx: &mut Cx, args: &[Value]) -> NativeResult {
    if let Some(count) = length::of(cx, args[0]) {
        return Ok(length::to_value(cx, count)?);
    }
    if class::lookup(cx, cx.type_of(args[0]), names::LEN).is_none() {
        return Err(raise::type_error(
            cx,
            &[S("object of type '"), T(args[0]), S("' has no len()")],
        ));
    }
    Err(cx.tail_prelude(Prelude::Len, &[args[0]]))
}

/// `iter(object)`, `iter(callable, sentinel)`.
pub fn iter(cx: &mut Cx, args: &[Value]) -> NativeResult {
    if args.len() == 2 {
        let is_callable = super::attributes::callable(cx, args)?;
        if is_callable == Value::FALSE {
            return Err(raise::type_error(cx, &[S("iter(v, w): v must be callable")]));
        }
        let made = iterator::new(cx, Sub::Callable, args[0], args[1])?;
        cx.heap.inc(args[0]);
        cx.heap.inc(args[1]);
        return Ok(made.value());
    }
    match iterator::of(cx, args[0])? {
        Some(found) => Ok(found),
        None => Err(cx.tail_prelude(Prelude::Iter, &[args[0]])),
    }
}

/// `next(iterator[, default])`.
pub fn next(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let default = arg(args, 1);
    match cx.kind_of(args[0]) {
        kind::ITER => match iterator::next(cx, args[0].as_ref())? {
            Next::Item(item) => return Ok(item),
            Next::End if default.is_unbound() => {
                return Err(raise::stop_iteration(cx, Value::NONE));
            }
            Next::End => return Ok(cx.heap.share(default)),
            Next::NeedsCall => {}
        },
        kind::GENERATOR if default.is_unbound() && generator::is_iterator(cx, args[0].as_ref()) => {
            return Err(cx.tail_intrinsic(Intrinsic::GeneratorSend, &[args[0], Value::NONE]));
        }
        _ => {}
    }
    if !default.is_unbound() {
        return Err(cx.tail_prelude(Prelude::NextDefault, &[args[0], default]));
    }
    match support::call_special(cx, args[0], names::NEXT, &[]) {
        Some(exit) => Err(exit),
        None => Err(raise::type_error(cx, &[S("'"), T(args[0]), S("' object is not an iterator")])),
    }
}

/// The items of a list or tuple.
fn items_of<'a>(cx: &'a Cx, value: Value) -> Option<&'a [Value]> {
    match cx.kind_of(value) {
        kind::LIST => Some(list::items(cx, value.as_ref())),
        kind::TUPLE => Some(tuple::items(cx, value.as_ref())),
        _ => None,
    }
}

/// The truth of a value that needs no script code to tell it.
fn plain_truth(cx: &Cx, value: Value) -> Option<bool> {
    if value.is_small() {
        return Some(value != Value::small(0));
    }
    match value {
        Value::NONE | Value::FALSE => return Some(false),
        Value::TRUE => return Some(true),
        _ => {}
    }
    match cx.kind_of(value) {
        kind::INSTANCE | kind::INSTANCE_X => None,
        kind::FLOAT => Some(float::get(cx, value.as_ref()) != 0.0),
        _ => length::of(cx, value).map(|count| count != 0),
    }
}

/// Looks for an item whose truth is `wanted`. None: the prelude must look.
fn has_item(cx: &mut Cx, value: Value, wanted: bool) -> Option<bool> {
    let items = items_of(cx, value)?;
    let mut found = Some(false);
    let mut steps = 0;
    for &item in items {
        steps += 1;
        match plain_truth(cx, item) {
            Some(truth) if truth == wanted => {
                found = Some(true);
                break;
            }
            Some(_) => {}
            None => {
                found = None;
                break;
            }
        }
    }
    cx.charge(steps);
    found
}

/// `all(iterable)`.
pub fn all(cx: &mut Cx, args: &[Value]) -> NativeResult {
    match has_item(cx, args[0], false) {
        Some(found) => Ok(Value::bool(!found)),
        None => Err(cx.tail_prelude(Prelude::All, &[args[0]])),
    }
}

/// `any(iterable)`.
pub fn any(cx: &mut Cx, args: &[Value]) -> NativeResult {
    match has_item(cx, args[0], true) {
        Some(found) => Ok(Value::bool(found)),
        None => Err(cx.tail_prelude(Prelude::Any, &[args[0]])),
    }
}

/// `sorted(iterable, *, key=None, reverse=False)`.
pub fn sorted(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (key, reverse) = (support::arg_or_none(args, 1), arg(args, 2));
    let direction = match reverse {
        Value::UNBOUND | Value::FALSE => Some(Direction::Up),
        Value::TRUE => Some(Direction::Down),
        _ => None,
    };
    if key == Value::NONE
        && let Some(direction) = direction
        && let Some((from, count)) = list::part_of(cx, args[0])
    {
        let copy = list::from_part(cx, from, count)?;
        match sort::sort(cx, copy, direction) {
            Ok(Done::Yes) => return Ok(copy.value()),
            Ok(Done::NeedsCall) => cx.heap.dec_ref(copy),
            Err(error) => {
                cx.heap.dec_ref(copy);
                return Err(error);
            }
        }
    }
    let reverse = if reverse.is_unbound() { Value::FALSE } else { reverse };
    Err(cx.tail_prelude(Prelude::Sorted, &[args[0], key, reverse]))
}

/// `max(iterable)`, `max(a, b, ...)`, with `key` and `default`.
pub fn max(cx: &mut Cx, args: &[Value]) -> NativeResult {
    extreme(cx, args, "max", true)
}

/// `min(iterable)`, `min(a, b, ...)`, with `key` and `default`.
pub fn min(cx: &mut Cx, args: &[Value]) -> NativeResult {
    extreme(cx, args, "min", false)
}

fn extreme(cx: &mut Cx, args: &[Value], name: &str, largest: bool) -> NativeResult {
    let given = arg(args, 0);
    let (key, default) = (support::arg_or_none(args, 1), arg(args, 2));
    let count = cx.as_kind(given, kind::TUPLE).map_or(0, |given| tuple::len(cx, given));
    if count == 0 {
        return Err(raise::type_error(cx, &[S(name), S(" expected at least 1 argument, got 0")]));
    }
    if count > 1 && !default.is_unbound() {
        return Err(raise::type_error(
            cx,
            &[
                S("Cannot specify a default for "),
                S(name),
                S("() with multiple positional arguments"),
            ],
        ));
    }
    let source = if count == 1 { tuple::item(cx, given.as_ref(), 0) } else { given };
    if key == Value::NONE
        && let Some(best) = plain_extreme(cx, source, largest)
    {
        return Ok(cx.heap.share(best));
    }
    let has_default = !default.is_unbound();
    let default = if has_default { default } else { Value::NONE };
    let args = [source, key, Value::bool(has_default), default, Value::bool(largest)];
    Err(cx.tail_prelude(Prelude::MinMax, &args))
}

/// The extreme item of a list or tuple whose items compare without script code.
fn plain_extreme(cx: &mut Cx, source: Value, largest: bool) -> Option<Value> {
    let items = items_of(cx, source)?;
    let (&first, rest) = items.split_first()?;
    let (mut best, mut fuel) = (first, RowFuel::new());
    for &item in rest {
        let (a, b) = if largest { (best, item) } else { (item, best) };
        if fuel.less(cx, a, b)? {
            best = item;
        }
    }
    let steps = rest.len() as u32;
    cx.charge(steps);
    Some(best)
}

/// `sum(iterable, start=0)`. Floats are added one after the other, without correction.
pub fn sum(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let start = match arg(args, 1) {
        Value::UNBOUND => Value::small(0),
        start => start,
    };
    refuse_text(cx, start)?;
    if let Some(row) = cx.as_kind(args[0], kind::RANGE)
        && let Some(total) = sum_of_range(cx, row, start)
    {
        return Ok(int::from_i128(cx, total)?);
    }
    let Some(items) = items_of(cx, args[0]) else {
        return Err(cx.tail_prelude(Prelude::Sum, &[args[0], start]));
    };
    let count = items.len();
    let (done, total) = partial_sum(cx, args[0], start);
    cx.charge(done as u32);
    let total = match total {
        Total::Int(total) => int::from_i64(cx, total)?,
        Total::Float(total) => float::new(cx, total)?,
        Total::Other => cx.heap.share(start),
    };
    if done == count {
        return Ok(total);
    }
    let exit = cx.tail_prelude(Prelude::SumFrom, &[args[0], Value::small(done as i32), total]);
    cx.heap.dec(total);
    Err(exit)
}

/// Text and bytes are joined, not added.
fn refuse_text(cx: &mut Cx, start: Value) -> Outcome<()> {
    let message = match cx.kind_of(start) {
        kind::STR => "sum() can't sum strings [use ''.join(seq) instead]",
        kind::BYTES => "sum() can't sum bytes [use b''.join(seq) instead]",
        kind::BYTEARRAY => "sum() can't sum bytearray [use b''.join(seq) instead]",
        _ => return Ok(()),
    };
    Err(raise::type_error(cx, &[S(message)]))
}

/// The sum of an arithmetic series.
fn sum_of_range(cx: &Cx, row: Ref, start: Value) -> Option<i128> {
    let start = i128::from(start.small_int()?);
    let [first, _, step] = range::narrow_parts(cx, row)?;
    let count = i128::from(range::len(cx, row)?);
    let twice = count.checked_mul(2 * i128::from(first) + (count - 1) * i128::from(step))?;
    (twice / 2).checked_add(start)
}

#[derive(Clone, Copy)]
enum Total {
    Int(i64),
    Float(f64),
    Other,
}

/// Adds small ints and floats from the front; how many items that were, and their sum.
fn partial_sum(cx: &Cx, source: Value, start: Value) -> (usize, Total) {
    let mut total = match start.small_int() {
        Some(start) => Total::Int(i64::from(start)),
        None => match cx.as_kind(start, kind::FLOAT) {
            Some(start) => Total::Float(float::get(cx, start)),
            None => return (0, Total::Other),
        },
    };
    let items = items_of(cx, source).unwrap_or(&[]);
    for (at, &item) in items.iter().enumerate() {
        let number = item.small_int();
        let real = cx.as_kind(item, kind::FLOAT).map(|item| float::get(cx, item));
        total = match (total, number, real) {
            (Total::Int(sum), Some(number), _) => match sum.checked_add(i64::from(number)) {
                Some(sum) => Total::Int(sum),
                None => return (at, total),
            },
            (Total::Int(sum), None, Some(real)) if sum.unsigned_abs() < 1 << 53 => {
                Total::Float(sum as f64 + real)
            }
            (Total::Float(sum), Some(number), _) => Total::Float(sum + f64::from(number)),
            (Total::Float(sum), None, Some(real)) => Total::Float(sum + real),
            _ => return (at, total),
        };
    }
    (items.len(), total)
}

/// `aiter(object)`: its asynchronous iterator.
pub fn aiter(cx: &mut Cx, args: &[Value]) -> NativeResult {
    Err(cx.tail_prelude(Prelude::AsyncIterOf, args))
}

/// `anext(iterator[, default])`: an awaitable for the next item.
pub fn anext(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let count = if arg(args, 1).is_unbound() { 1 } else { 2 };
    Err(cx.tail_prelude(Prelude::AsyncNextOf, &args[..count]))
}
