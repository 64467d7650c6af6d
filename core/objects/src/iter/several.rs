//! Iterators over iterators: `enumerate` and `zip`.
//!
//! They are made here only over iterators that never need script code (I2), so that a step either happens
//! as a whole or ends.
//!
//! Not here: the generators that do the same over all other iterators (prelude iter.py).

use super::{Next, PLACE, SOURCE, Sub, finish, is_plain_row, new, next, place, sub};
use crate::cx::{Cx, Exit, Outcome};
use crate::raise::{self, Part::S};
use crate::{int, range, tuple};
use threadsnake_heap::value::SMALL_MAX;
use threadsnake_heap::{OutOfMemory, Ref, Value, kind};

/// Iterators inside iterators deeper than this are left to the prelude.
const DEPTH_MAX: u32 = 4;

/// Does this iterator never need script code, and is it nested at most `depth` deep?
pub fn is_native(cx: &Cx, value: Value, depth: u32) -> bool {
    let Some(it) = cx.as_kind(value, kind::ITER) else { return false };
    let source = cx.heap.space.value(it, SOURCE);
    match sub(cx, it) {
        Sub::LongRange | Sub::Sequence | Sub::Callable => false,
        Sub::SequenceReverse => {
            source.object_ref().is_none_or(|object| is_plain_row(cx.heap.kind(object)))
        }
        Sub::Range => {
            source.object_ref().is_none_or(|object| range::narrow_parts(cx, object).is_some())
        }
        Sub::Enumerate => depth > 0 && is_native(cx, source, depth - 1),
        Sub::Zip => {
            depth > 0
                && source.object_ref().is_none_or(|object| {
                    tuple::items(cx, object).iter().all(|&inner| is_native(cx, inner, depth - 1))
                })
        }
        _ => true,
    }
}

/// An `enumerate` over an iterator (borrowed), when it never needs script code (I2).
pub fn enumerate(cx: &mut Cx, inner: Value, first: Value) -> Result<Option<Value>, OutOfMemory> {
    if !is_native(cx, inner, DEPTH_MAX) || range::narrow(cx, first).is_none() {
        return Ok(None);
    }
    let it = new(cx, Sub::Enumerate, inner, first)?;
    cx.heap.inc(inner);
    cx.heap.inc(first);
    Ok(Some(it.value()))
}

/// A `zip` over a tuple of iterators (borrowed), when none ever needs script code (I2).
pub fn zip(cx: &mut Cx, inner: Ref, strict: bool) -> Result<Option<Value>, OutOfMemory> {
    if !tuple::items(cx, inner).iter().all(|&inner| is_native(cx, inner, DEPTH_MAX)) {
        return Ok(None);
    }
    let it = new(cx, Sub::Zip, inner.value(), Value::small(i32::from(strict)))?;
    cx.heap.inc_ref(inner);
    Ok(Some(it.value()))
}

/// The next item with its number.
pub(super) fn step_of_enumerate(cx: &mut Cx, it: Ref, inner: Ref) -> Outcome<Next> {
    let item = match next(cx, inner)? {
        Next::Item(item) => item,
        other => return Ok(other),
    };
    let count = cx.heap.space.value(it, PLACE);
    if count.is_small() && count.as_small() < SMALL_MAX {
        return match tuple::from_owned(cx, &[count, item]) {
            Ok(pair) => {
                cx.heap.space.set_word(it, PLACE, count.0 + 2);
                Ok(Next::Item(pair.value()))
            }
            Err(error) => {
                cx.heap.dec(item);
                Err(error.into())
            }
        };
    }
    let following = range::narrow(cx, count).unwrap_or(0).wrapping_add(1);
    let pair = int::from_i64(cx, following).and_then(|following| {
        match tuple::from_owned(cx, &[count, item]) {
            Ok(pair) => {
                cx.heap.space.set_word(it, PLACE, following.0);
                Ok(pair)
            }
            Err(error) => {
                cx.heap.dec(following);
                Err(error)
            }
        }
    });
    match pair {
        Ok(pair) => Ok(Next::Item(pair.value())),
        Err(error) => {
            cx.heap.dec(item);
            Err(error.into())
        }
    }
}

/// The usual `zip`: of two.
fn step_of_two(cx: &mut Cx, inner: Ref) -> Outcome<Next> {
    let (one, two) = (tuple::item(cx, inner, 0), tuple::item(cx, inner, 1));
    let first = match next(cx, one.as_ref())? {
        Next::Item(first) => first,
        _ => return Ok(Next::End),
    };
    let failed = match next(cx, two.as_ref()) {
        Ok(Next::Item(second)) => match tuple::from_owned(cx, &[first, second]) {
            Ok(row) => return Ok(Next::Item(row.value())),
            Err(error) => {
                cx.heap.dec(second);
                Err(error.into())
            }
        },
        Ok(_) => Ok(Next::End),
        Err(exit) => Err(exit),
    };
    cx.heap.dec(first);
    failed
}

/// The next item of each iterator, as a tuple.
pub(super) fn step_of_zip(cx: &mut Cx, it: Ref, inner: Ref) -> Outcome<Next> {
    let count = tuple::len(cx, inner);
    if count == 2 && place(cx, it) == 0 {
        return step_of_two(cx, inner);
    }
    if count == 0 {
        return Ok(Next::End);
    }
    let row = tuple::new(cx, count)?;
    for at in 0..count {
        let found = match tuple::item(cx, inner, at).object_ref() {
            Some(one) => next(cx, one),
            None => Ok(Next::End),
        };
        match found {
            Ok(Next::Item(item)) => tuple::set_item(cx, row, at, item),
            Ok(_) => {
                cx.heap.dec_ref(row);
                return end_of_zip(cx, it, inner, at);
            }
            Err(error) => {
                cx.heap.dec_ref(row);
                return Err(error);
            }
        }
    }
    Ok(Next::Item(row.value()))
}

/// Iterator number `at` has ended. With `strict`, all must end together.
fn end_of_zip(cx: &mut Cx, it: Ref, inner: Ref, at: u32) -> Outcome<Next> {
    if place(cx, it) == 0 {
        return Ok(Next::End);
    }
    if at > 0 {
        finish(cx, it);
        return Err(zip_error(cx, at, "shorter"));
    }
    for later in 1..tuple::len(cx, inner) {
        let Some(one) = tuple::item(cx, inner, later).object_ref() else { continue };
        if let Next::Item(item) = next(cx, one)? {
            cx.heap.dec(item);
            finish(cx, it);
            return Err(zip_error(cx, later, "longer"));
        }
    }
    Ok(Next::End)
}

fn zip_error(cx: &mut Cx, at: u32, how: &str) -> Exit {
    let before = if at == 1 { " than argument 1" } else { " than arguments 1-" };
    let number = raise::Part::I(i64::from(at) + 1);
    let message = [S("zip() argument "), number, S(" is "), S(how), S(before)];
    if at == 1 {
        return raise::value_error(cx, &message);
    }
    let [a, b, c, d, e] = message;
    raise::value_error(cx, &[a, b, c, d, e, raise::Part::I(i64::from(at))])
}
