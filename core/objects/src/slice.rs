//! `slice`: start, stop and step, and what they mean for a sequence of some length.
//!
//! ```text
//! SLICE, 4 words: +0 header   +4 start   +8 stop   +12 step   (None where left out)
//! ```
//!
//! Not here: cutting a certain sequence (its own file).

use crate::cx::{Cx, Outcome};
use crate::raise::{self, Part::S};
use crate::{class, int, names};
use threadsnake_heap::{OutOfMemory, Ref, Value, header, kind};

/// Word of the start.
pub const START: u32 = 1;
/// Word of the stop.
pub const STOP: u32 = 2;
/// Word of the step.
pub const STEP: u32 = 3;
/// Words of a slice.
pub const WORDS: u32 = 4;

/// The items a slice picks from a sequence: `count` of them, from `start` on, `step` apart. All exist.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Bounds {
    /// First item; where to insert when there is none.
    pub start: u32,
    /// Distance, never 0.
    pub step: i64,
    /// How many.
    pub count: u32,
}

impl Bounds {
    /// The same items from the lowest to the highest.
    pub fn ascending(self) -> Bounds {
        if self.step > 0 || self.count == 0 {
            return self;
        }
        let last = i64::from(self.start) + self.step * (i64::from(self.count) - 1);
        Bounds { start: u32::try_from(last).unwrap_or(0), step: -self.step, count: self.count }
    }
}

/// Makes a slice; takes over the references when it succeeds.
pub fn new(cx: &mut Cx, start: Value, stop: Value, step: Value) -> Result<Ref, OutOfMemory> {
    let slice = cx.heap.alloc(WORDS)?;
    cx.heap.space.store(slice.0, header::fresh(kind::SLICE));
    cx.heap.space.set_word(slice, START, start.0);
    cx.heap.space.set_word(slice, STOP, stop.0);
    cx.heap.space.set_word(slice, STEP, step.0);
    Ok(slice)
}

/// Start, stop and step of a slice (borrowed).
#[inline]
pub fn parts(cx: &Cx, slice: Ref) -> [Value; 3] {
    [START, STOP, STEP].map(|word| cx.heap.space.value(slice, word))
}

/// An int as 64 bits, clamped. None for what is no int.
#[inline]
pub fn clamped(cx: &Cx, value: Value) -> Option<i64> {
    if value.is_small() {
        return Some(i64::from(value.as_small()));
    }
    match cx.kind_of(value) {
        kind::INT => Some(cx.heap.space.long(value.as_ref(), 1)),
        kind::BIGINT => {
            Some(if int::big(cx, value.as_ref()).negative { i64::MIN } else { i64::MAX })
        }
        kind::INSTANCE | kind::INSTANCE_X => clamped_payload(cx, value),
        _ if value.is_bool() => Some(i64::from(value == Value::TRUE)),
        _ => None,
    }
}

fn clamped_payload(cx: &Cx, value: Value) -> Option<i64> {
    let inner = crate::instance::payload(cx, value.as_ref())?;
    match cx.kind_of(inner) {
        kind::INSTANCE | kind::INSTANCE_X => None,
        _ => clamped(cx, inner),
    }
}

/// Has the type of this value an `__index__`?
pub fn has_index(cx: &Cx, value: Value) -> bool {
    class::lookup(cx, cx.type_of(value), names::INDEX).is_some()
}

/// A bound as 64 bits, clamped; `absent` for None. The inner None: script code must ask `__index__`.
fn bound(cx: &mut Cx, value: Value, absent: i64) -> Outcome<Option<i64>> {
    if value == Value::NONE {
        return Ok(Some(absent));
    }
    if let Some(int) = clamped(cx, value) {
        return Ok(Some(int));
    }
    if has_index(cx, value) {
        return Ok(None);
    }
    const MESSAGE: &str = "slice indices must be integers or None or have an __index__ method";
    Err(raise::type_error(cx, &[S(MESSAGE)]))
}

/// A step and whether there is one; zero raises `ValueError`.
pub fn step_of(cx: &mut Cx, value: Value) -> Outcome<Option<i64>> {
    let Some(step) = bound(cx, value, 1)? else { return Ok(None) };
    if step == 0 {
        return Err(raise::value_error(cx, &[S("slice step cannot be zero")]));
    }
    // So that it can be negated.
    Ok(Some(step.max(-i64::MAX)))
}

/// Start and stop within `0..=len` (for a step below zero: `-1..len`), as `slice.indices` tells them.
pub fn adjust(cx: &mut Cx, parts: [Value; 3], len: i64) -> Outcome<Option<[i64; 3]>> {
    let [start, stop, step] = parts;
    let Some(step) = step_of(cx, step)? else { return Ok(None) };
    let (low, high) = if step < 0 { (-1, len - 1) } else { (0, len) };
    let clip = |bound: i64| {
        let from_end = if bound < 0 { bound.saturating_add(len) } else { bound };
        from_end.clamp(low, high)
    };
    let first = if step < 0 { i64::MAX } else { 0 };
    let last = if step < 0 { i64::MIN } else { i64::MAX };
    let Some(start) = bound(cx, start, first)? else { return Ok(None) };
    let Some(stop) = bound(cx, stop, last)? else { return Ok(None) };
    Ok(Some([clip(start), clip(stop), step]))
}

/// How many steps lie in a range whose bounds are at most 2^63 apart.
pub fn steps(start: i64, stop: i64, step: i64) -> u64 {
    if step > 0 && start < stop {
        (stop.abs_diff(start) - 1) / step.unsigned_abs() + 1
    } else if step < 0 && start > stop {
        (start.abs_diff(stop) - 1) / step.unsigned_abs() + 1
    } else {
        0
    }
}

/// What start, stop and step mean for a sequence of `len` items. None: script code must ask `__index__`.
pub fn bounds(cx: &mut Cx, parts: [Value; 3], len: u32) -> Outcome<Option<Bounds>> {
    let Some([start, stop, step]) = adjust(cx, parts, i64::from(len))? else { return Ok(None) };
    let count = steps(start, stop, step) as u32;
    Ok(Some(Bounds { start: start.max(0) as u32, step, count }))
}

/// What a slice object means for a sequence of `len` items. None: script code must ask `__index__`.
pub fn of_object(cx: &mut Cx, slice: Ref, len: u32) -> Outcome<Option<Bounds>> {
    let parts = parts(cx, slice);
    bounds(cx, parts, len)
}
