//! `range`: start, stop and step, all ints.
//!
//! ```text
//! RANGE, 4 words: +0 header   +4 start   +8 stop   +12 step (never 0)
//! ```
//!
//! Ranges whose three parts fit 64 bits are worked on here; what larger ones need is left to script code
//! (every function answers None for them).
//!
//! Not here: iterators (iter.rs), methods (crate `natives`).

use crate::cx::Cx;
use crate::int;
use crate::slice;
use threadsnake_heap::{OutOfMemory, Ref, Value, header, kind};

/// Word of the start.
pub const START: u32 = 1;
/// Word of the stop.
pub const STOP: u32 = 2;
/// Word of the step.
pub const STEP: u32 = 3;

/// Makes a range; takes over the references when it succeeds.
pub fn new(cx: &mut Cx, start: Value, stop: Value, step: Value) -> Result<Ref, OutOfMemory> {
    let range = slice::new(cx, start, stop, step)?;
    cx.heap.space.store(range.0, header::fresh(kind::RANGE));
    Ok(range)
}

/// Start, stop and step of a range (borrowed).
pub fn parts(cx: &Cx, range: Ref) -> [Value; 3] {
    [START, STOP, STEP].map(|word| cx.heap.space.value(range, word))
}

/// An int of at most 64 bits.
pub fn narrow(cx: &Cx, value: Value) -> Option<i64> {
    match cx.kind_of(value) {
        kind::INT => Some(cx.heap.space.long(value.as_ref(), 1)),
        _ => value.small_int().map(i64::from),
    }
}

/// Start, stop and step when they fit 64 bits.
pub fn narrow_parts(cx: &Cx, range: Ref) -> Option<[i64; 3]> {
    let [start, stop, step] = parts(cx, range);
    Some([narrow(cx, start)?, narrow(cx, stop)?, narrow(cx, step)?])
}

/// Number of items.
pub fn len(cx: &Cx, range: Ref) -> Option<u64> {
    let [start, stop, step] = narrow_parts(cx, range)?;
    Some(slice::steps(start, stop, step))
}

/// The item at an index below the length, if it fits 64 bits.
pub fn item(cx: &Cx, range: Ref, index: u64) -> Option<i64> {
    let [start, _, step] = narrow_parts(cx, range)?;
    at(start, step, index)
}

/// `start + step * index`, if it fits 64 bits.
pub fn at(start: i64, step: i64, index: u64) -> Option<i64> {
    let far = i128::from(step) * i128::from(index) + i128::from(start);
    i64::try_from(far).ok()
}

/// The index of an int in the range; inner None when it is not in it.
pub fn index_of(cx: &Cx, range: Ref, int: i64) -> Option<Option<u64>> {
    let [start, stop, step] = narrow_parts(cx, range)?;
    let inside = if step > 0 { start <= int && int < stop } else { stop < int && int <= start };
    let distance = int.abs_diff(start);
    let hit = inside && distance % step.unsigned_abs() == 0;
    Some(hit.then(|| distance / step.unsigned_abs()))
}

/// Are two ranges the same row of ints?
pub fn equal(cx: &Cx, a: Ref, b: Ref) -> Option<bool> {
    let ([start_a, stop_a, step_a], [start_b, stop_b, step_b]) =
        (narrow_parts(cx, a)?, narrow_parts(cx, b)?);
    let len = slice::steps(start_a, stop_a, step_a);
    Some(
        len == slice::steps(start_b, stop_b, step_b)
            && (len == 0 || start_a == start_b && (len == 1 || step_a == step_b)),
    )
}

/// What the hash of a range is made of: its length, then start and step where they matter (owned).
pub fn identity(cx: &mut Cx, range: Ref) -> Result<Option<[Value; 3]>, OutOfMemory> {
    let Some(len) = len(cx, range).and_then(|len| i64::try_from(len).ok()) else { return Ok(None) };
    let [start, _, step] = parts(cx, range);
    let count = int::from_i64(cx, len)?;
    let start = if len == 0 { Value::NONE } else { cx.heap.share(start) };
    let step = if len <= 1 { Value::NONE } else { cx.heap.share(step) };
    Ok(Some([count, start, step]))
}

/// The range's items in the other direction, as a new range. None also when that needs more than 64 bits.
pub fn reversed(cx: &mut Cx, range: Ref) -> Result<Option<Ref>, OutOfMemory> {
    let Some([start, stop, step]) = narrow_parts(cx, range) else { return Ok(None) };
    let len = slice::steps(start, stop, step);
    let last = if len == 0 { Some(start) } else { at(start, step, len - 1) };
    let turned = (|| Some([last?, start.checked_sub(step)?, step.checked_neg()?]))();
    let Some([first, end, step]) = turned else { return Ok(None) };
    let end = if len == 0 { first } else { end };
    from_narrow(cx, first, end, step).map(Some)
}

/// Makes a range of 64-bit ints.
pub fn from_narrow(cx: &mut Cx, start: i64, stop: i64, step: i64) -> Result<Ref, OutOfMemory> {
    let mut made = [Value::UNBOUND; 3];
    for (place, int) in made.iter_mut().zip([start, stop, step]) {
        match int::from_i64(cx, int) {
            Ok(value) => *place = value,
            Err(error) => return drop_all(cx, made, error),
        }
    }
    let [start, stop, step] = made;
    match new(cx, start, stop, step) {
        Ok(range) => Ok(range),
        Err(error) => drop_all(cx, made, error),
    }
}

fn drop_all(cx: &mut Cx, values: [Value; 3], error: OutOfMemory) -> Result<Ref, OutOfMemory> {
    for value in values {
        cx.heap.dec(value);
    }
    Err(error)
}

/// The items that a slice picks, as a new range. None when that needs more than 64 bits, or when the
/// range has more items than 63 bits can count.
pub fn cut(
    cx: &mut Cx,
    range: Ref,
    [first, end, by]: [i64; 3],
) -> Result<Option<Ref>, OutOfMemory> {
    let Some([start, _, step]) = narrow_parts(cx, range) else { return Ok(None) };
    let place = |index: i64| {
        let far = i128::from(step) * i128::from(index) + i128::from(start);
        i64::try_from(far).ok()
    };
    let cut = (|| Some([place(first)?, place(end)?, step.checked_mul(by)?]))();
    let Some([start, stop, step]) = cut else { return Ok(None) };
    from_narrow(cx, start, stop, step).map(Some)
}
