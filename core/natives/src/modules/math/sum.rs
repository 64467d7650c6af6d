//! `fsum`, `prod`, `hypot`, `dist`.
//!
//! Not here: functions of one or two floats (math.rs).

use super::{again, real};
use crate::scalar::*;
use threadsnake_heap::Value;
use threadsnake_objects::arith::{self, BinOp};
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::float::{self, norm::length};
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};

/// The value at a place of a row in the heap.
fn item(cx: &Cx, from: u32, index: u32) -> Value {
    Value(cx.heap.space.load(from + index * 4))
}

/// A sum without any error: parts that do not overlap, smallest first.
///
/// Doubles span 2098 bits and each part has 53 that no other has, so 40 parts are always enough.
struct Exact {
    parts: [f64; 48],
    len: usize,
    /// Sum of all values that are not finite.
    special: f64,
    infinite: f64,
}

impl Exact {
    fn new() -> Exact {
        Exact { parts: [0.0; 48], len: 0, special: 0.0, infinite: 0.0 }
    }

    /// Adds a value; false when a finite sum becomes infinite on the way.
    fn add(&mut self, value: f64) -> bool {
        let (mut x, mut kept) = (value, 0);
        for index in 0..self.len {
            let mut y = self.parts.get(index).copied().unwrap_or(0.0);
            if x.abs() < y.abs() {
                (x, y) = (y, x);
            }
            let high = x + y;
            let low = y - (high - x);
            if low != 0.0 {
                if let Some(place) = self.parts.get_mut(kept) {
                    *place = low;
                }
                kept += 1;
            }
            x = high;
        }
        self.len = kept;
        if x == 0.0 {
            return true;
        }
        if x.is_finite() {
            if let Some(place) = self.parts.get_mut(kept) {
                *place = x;
                self.len = kept + 1;
            }
            return true;
        }
        if value.is_finite() {
            return false;
        }
        if value.is_infinite() {
            self.infinite += value;
        }
        self.special += value;
        self.len = 0;
        true
    }

    /// The sum, rounded once.
    fn total(&self) -> f64 {
        let parts = self.parts.get(..self.len).unwrap_or(&[]);
        let mut rest = parts.iter().rev().copied();
        let Some(mut high) = rest.next() else { return 0.0 };
        let mut low = 0.0;
        let mut below = 0.0;
        while let Some(y) = rest.next() {
            let x = high;
            high = x + y;
            low = y - (high - x);
            if low != 0.0 {
                below = rest.next().unwrap_or(0.0);
                break;
            }
        }
        // A half that was rounded to even without regard to what lies below it.
        if low < 0.0 && below < 0.0 || low > 0.0 && below > 0.0 {
            let twice = low * 2.0;
            let moved = high + twice;
            if twice == moved - high {
                high = moved;
            }
        }
        high
    }
}

/// `fsum(iterable)`
pub fn fsum(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let Some((from, count)) = row_of(cx, arg(args, 0)) else {
        return Err(again(cx, Prelude::MathItems, "fsum", args));
    };
    cx.charge(count);
    let mut sum = Exact::new();
    for index in 0..count {
        let value = item(cx, from, index);
        let Some(x) = real(cx, value)? else {
            return Err(again(cx, Prelude::MathItems, "fsum", args));
        };
        if !sum.add(x) {
            return Err(raise::overflow_error(cx, &[S("intermediate overflow in fsum")]));
        }
    }
    if sum.special != 0.0 {
        if sum.infinite.is_nan() {
            return Err(raise::value_error(cx, &[S("-inf + inf in fsum")]));
        }
        return Ok(float::new(cx, sum.special)?);
    }
    Ok(float::new(cx, sum.total())?)
}

/// `prod(iterable, *, start=1)`
pub fn prod(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let start = match arg(args, 1) {
        Value::UNBOUND => Value::small(1),
        given => given,
    };
    let plain = [arg(args, 0), start];
    let Some((from, count)) = row_of(cx, arg(args, 0)) else {
        return Err(again(cx, Prelude::MathProduct, "prod", &plain));
    };
    cx.charge(count);
    let mut result = cx.heap.share(start);
    for index in 0..count {
        let factor = item(cx, from, index);
        let next = arith::binary(cx, BinOp::Mul, result, factor);
        cx.heap.dec(result);
        match next? {
            Some(product) => result = product,
            None => return Err(again(cx, Prelude::MathProduct, "prod", &plain)),
        }
    }
    Ok(result)
}

/// Most coordinates that are handled on the stack.
const COORDINATES: usize = 32;

/// `hypot(*coordinates)`
pub fn hypot(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let mut parts = [0.0; COORDINATES];
    let mut total = 0.0;
    for chunk in args.chunks(COORDINATES - 1) {
        for (place, &value) in parts.iter_mut().zip(chunk) {
            match real(cx, value)? {
                Some(x) => *place = x,
                None => return Err(again(cx, Prelude::MathRetry, "hypot", args)),
            }
        }
        let used = parts.get(..chunk.len()).unwrap_or(&[]);
        total = length(used.iter().copied().chain(core::iter::once(total)));
    }
    Ok(float::new(cx, total)?)
}

/// `dist(p, q)`
pub fn dist(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (Some((p, len_p)), Some((q, len_q))) = (row_of(cx, arg(args, 0)), row_of(cx, arg(args, 1)))
    else {
        return Err(again(cx, Prelude::MathItems, "dist", args));
    };
    if len_p != len_q {
        let message = "both points must have the same number of dimensions";
        return Err(raise::value_error(cx, &[S(message)]));
    }
    let mut parts = [0.0; COORDINATES];
    let (mut total, mut used) = (0.0, 0);
    for index in 0..len_p {
        let Some(difference) = difference(cx, item(cx, p, index), item(cx, q, index))? else {
            return Err(again(cx, Prelude::MathItems, "dist", args));
        };
        if let Some(place) = parts.get_mut(used) {
            *place = difference;
        }
        used += 1;
        if used == COORDINATES - 1 || index + 1 == len_p {
            let all = parts.get(..used).unwrap_or(&[]);
            total = length(all.iter().copied().chain(core::iter::once(total)));
            used = 0;
        }
    }
    Ok(float::new(cx, total)?)
}

fn difference(cx: &mut Cx, a: Value, b: Value) -> Outcome<Option<f64>> {
    match (real(cx, a)?, real(cx, b)?) {
        (Some(a), Some(b)) => Ok(Some(a - b)),
        _ => Ok(None),
    }
}
