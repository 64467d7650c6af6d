//! `text[index]` and `text[start:stop:step]`.

use super::{Flavor, Like};
use crate::cx::{Cx, Exit, Outcome};
use crate::int::{self, Int};
use crate::raise::{self, Part::*};
use crate::slice::{self, Bounds};
use crate::{bytearray, bytes, str as string};
use threadsnake_heap::{OutOfMemory, Value, kind};

/// `like[key]`; none when script code must ask `__index__`.
#[inline]
pub fn get(cx: &mut Cx, like: &Like, key: Value) -> Outcome<Option<Value>> {
    if let Some(object) = cx.as_kind(key, kind::SLICE) {
        let parts = slice::parts(cx, object);
        return get_slice(cx, like, parts);
    }
    match slice::clamped(cx, key) {
        Some(i64::MIN | i64::MAX) if int::read_any(cx, key).is_some_and(is_big) => {
            let message = "cannot fit 'int' into an index-sized integer";
            Err(raise::index_error(cx, &[S(message)]))
        }
        Some(index) => at(cx, like, index).map(Some),
        None if slice::has_index(cx, key) => Ok(None),
        None => Err(wrong_index(cx, like.flavor, key)),
    }
}

fn is_big(number: Int) -> bool {
    matches!(number, Int::Big(_))
}

/// `like[start:stop:step]`; none when script code must ask `__index__`.
pub fn get_slice(cx: &mut Cx, like: &Like, parts: [Value; 3]) -> Outcome<Option<Value>> {
    let chars = like.chars(cx);
    match slice::bounds(cx, parts, chars)? {
        Some(bounds) => Ok(Some(cut(cx, like, bounds)?)),
        None => Ok(None),
    }
}

/// The character or byte at an index, counted from the end below 0.
#[inline]
pub fn at(cx: &mut Cx, like: &Like, index: i64) -> Outcome<Value> {
    let chars = i64::from(like.chars(cx));
    let from_start = if index < 0 { index.saturating_add(chars) } else { index };
    if from_start < 0 || from_start >= chars {
        return Err(out_of_range(cx, like.flavor));
    }
    let place = from_start as u32;
    match like.flavor {
        Flavor::Str => Ok(string::char_at(cx, like.object, place)?),
        _ => Ok(Value::small(i32::from(cx.heap.space.byte(like.part.0 + place)))),
    }
}

#[cold]
fn out_of_range(cx: &mut Cx, flavor: Flavor) -> Exit {
    let message = match flavor {
        Flavor::Str => "string index out of range",
        Flavor::Bytes => "index out of range",
        Flavor::Bytearray => "bytearray index out of range",
    };
    raise::index_error(cx, &[S(message)])
}

#[cold]
fn wrong_index(cx: &mut Cx, flavor: Flavor, key: Value) -> Exit {
    let parts = match flavor {
        Flavor::Str => [S("string indices must be integers, not '"), T(key), S("'")],
        Flavor::Bytes => [S("byte indices must be integers or slices, not "), T(key), S("")],
        Flavor::Bytearray => {
            [S("bytearray indices must be integers or slices, not "), T(key), S("")]
        }
    };
    raise::type_error(cx, &parts)
}

/// The characters that a slice picks.
fn cut(cx: &mut Cx, like: &Like, bounds: Bounds) -> Result<Value, OutOfMemory> {
    if like.flavor == Flavor::Str {
        return string::slice(cx, like.object, bounds.start, bounds.count, bounds.step);
    }
    if bounds.step == 1 || bounds.count == 0 {
        return like.piece(cx, bounds.start, bounds.start + bounds.count);
    }
    let (result, to) = match like.flavor {
        Flavor::Bytearray => {
            let object = bytearray::with_len(cx, bounds.count)?;
            (object.value(), bytearray::part(cx, object).0)
        }
        _ => {
            let object = bytes::room(cx, bounds.count)?;
            (object.value(), bytes::part(cx, object).0)
        }
    };
    let mut at = i64::from(bounds.start);
    for index in 0..bounds.count {
        let byte = cx.heap.space.byte(like.part.0 + at as u32);
        cx.heap.space.set_byte(to + index, byte);
        at += bounds.step;
    }
    Ok(result)
}
