//! `join`.

use super::{Flavor, Like, argument, build};
use crate::cx::{Cx, NativeResult, Outcome};
use crate::raise::{self, Part::*};
use threadsnake_heap::split::Part;
use threadsnake_heap::{OutOfMemory, Value, WORD, kind};

/// Joins `count` values that lie in the heap from offset `from` on, with the separator between them.
pub fn join(cx: &mut Cx, separator: &Like, from: u32, count: u32) -> NativeResult {
    let item = |cx: &Cx, index: u32| Value(cx.heap.space.load(from + index * WORD));
    let total = measure(cx, separator, from, count)?;
    if count == 1 && separator.flavor == Flavor::Str {
        let only = item(cx, 0);
        if cx.as_kind(only, kind::STR).is_some() {
            return Ok(cx.heap.share(only));
        }
    }
    build(cx, separator.flavor, total, |cx, out| {
        for index in 0..count {
            cx.spend(1)?;
            if index > 0 && separator.part.1 > 0 {
                out.push_part(cx, separator.part)?;
            }
            let part = argument(cx, item(cx, index), separator.flavor).unwrap_or((0, 0));
            out.push_part(cx, part)?;
        }
        Ok(())
    })
}

/// Bytes of the result; raises when a value is of the wrong type.
fn measure(cx: &mut Cx, separator: &Like, from: u32, count: u32) -> Outcome<u32> {
    let between = u64::from(separator.part.1) * u64::from(count.saturating_sub(1));
    let mut total = between;
    for index in 0..count {
        let item = Value(cx.heap.space.load(from + index * WORD));
        let Some((_, len)) = argument(cx, item, separator.flavor) else {
            return Err(wrong_item(cx, separator.flavor, index, item));
        };
        total += u64::from(len);
    }
    Ok(u32::try_from(total).map_err(|_| OutOfMemory)?)
}

#[cold]
fn wrong_item(cx: &mut Cx, flavor: Flavor, index: u32, item: Value) -> crate::cx::Exit {
    let wanted = match flavor {
        Flavor::Str => ": expected str instance, ",
        _ => ": expected a bytes-like object, ",
    };
    let parts = [S("sequence item "), I(i64::from(index)), S(wanted), T(item), S(" found")];
    raise::type_error(cx, &parts)
}

/// Joins parts of the heap, for f-strings: all are strs, taken over by nobody.
pub fn join_strs(cx: &mut Cx, from: u32, count: u32) -> NativeResult {
    let empty = Like {
        object: crate::names::EMPTY.as_ref(),
        part: NOTHING,
        flavor: Flavor::Str,
        bytewise: true,
    };
    join(cx, &empty, from, count)
}

/// No bytes.
const NOTHING: Part = (0, 0);
