//! `float`: a boxed double.
//!
//! ```text
//! FLOAT, 3 words   +0 header   +4 the 8 bytes of the double in the machine's order
//! ```
//!
//! F1  A float that nobody else refers to may be overwritten with another: arithmetic in a loop does not
//!     allocate ([`store`]). `is` on floats compares bits, so nobody can tell.
//!
//! Not here: text (number/float_text.rs, float/hex.rs), the choice of operation by type (arith.rs).

pub mod hex;
pub mod norm;
pub mod power;
pub mod precise;
pub mod rest;
pub mod trig;

use crate::bigint::float::decompose;
use crate::cx::{Cx, Exit, Outcome};
use crate::int::{self, Int};
use crate::number::float_parse;
use crate::raise::{self, Part::*};
use crate::{bytes, instance, str as string};
use threadsnake_heap::header;
use threadsnake_heap::{OutOfMemory, Ref, Value, kind};

/// Word of the double.
const DOUBLE: u32 = 1;
/// Words of a float.
const WORDS: u32 = 3;
/// Every int up to here has a float of its own.
pub const EXACT_INT: u64 = 1 << 53;

/// A new float.
#[inline(always)]
pub fn new(cx: &mut Cx, value: f64) -> Result<Value, OutOfMemory> {
    let object = cx.heap.alloc(WORDS)?;
    cx.heap.space.store(object.0, header::fresh(kind::FLOAT));
    cx.heap.space.set_double(object, DOUBLE, value);
    Ok(object.value())
}

/// The double of a float object.
#[inline(always)]
pub fn get(cx: &Cx, object: Ref) -> f64 {
    cx.heap.space.double(object, DOUBLE)
}

/// A float in place of `dead`, which is taken over when this succeeds: its box is used again if it is a float
/// that nobody else refers to (F1).
#[inline(always)]
pub fn store(cx: &mut Cx, dead: Value, value: f64) -> Result<Value, OutOfMemory> {
    if dead.is_ref() && cx.heap.space.load(dead.0) == header::fresh(kind::FLOAT) {
        cx.heap.space.set_double(dead.as_ref(), DOUBLE, value);
        return Ok(dead);
    }
    let made = new(cx, value)?;
    cx.heap.dec(dead);
    Ok(made)
}

/// The double of a float, not looking into instances of subclasses.
#[inline(always)]
pub fn read(cx: &Cx, value: Value) -> Option<f64> {
    cx.as_kind(value, kind::FLOAT).map(|object| get(cx, object))
}

/// The double of a float or of an instance of a subclass.
pub fn read_any(cx: &Cx, value: Value) -> Option<f64> {
    cx.payload(value, kind::FLOAT).map(|object| get(cx, object))
}

/// The double of a float, an int or a bool, or of an instance of their subclasses; none for other types.
pub fn from_number(cx: &mut Cx, value: Value) -> Outcome<Option<f64>> {
    if let Some(double) = read_any(cx, value) {
        return Ok(Some(double));
    }
    match int::read_any(cx, value) {
        Some(number) => int::convert::to_f64(cx, number).map(Some),
        None => Ok(None),
    }
}

/// `a // b` and `a % b` of doubles, `b` not 0.
pub fn floor_divmod(a: f64, b: f64) -> (f64, f64) {
    let mut rest = rest::rest(a, b);
    let mut quotient = (a - rest) / b;
    if rest != 0.0 {
        if (b < 0.0) != (rest < 0.0) {
            rest += b;
            quotient -= 1.0;
        }
    } else {
        rest = libm::copysign(0.0, b);
    }
    if quotient == 0.0 {
        return (libm::copysign(0.0, a / b), rest);
    }
    let floor = libm::floor(quotient);
    (if quotient - floor > 0.5 { floor + 1.0 } else { floor }, rest)
}

/// `a % b` of doubles, `b` not 0.
#[inline]
pub fn modulo(a: f64, b: f64) -> f64 {
    let rest = rest::rest(a, b);
    if rest == 0.0 {
        libm::copysign(0.0, b)
    } else if (b < 0.0) != (rest < 0.0) {
        rest + b
    } else {
        rest
    }
}

/// `round(value)`: the nearest int, halves to the even one.
pub fn round_to_int(cx: &mut Cx, value: f64) -> Outcome<Value> {
    int::convert::from_f64(cx, libm::rint(value))
}

/// `round(value, places)`.
pub fn round(cx: &mut Cx, value: f64, places: i64) -> Outcome<f64> {
    let rounded = float_parse::round_to(value, places);
    rounded.ok_or_else(|| raise::overflow_error(cx, &[S("rounded value too large to represent")]))
}

/// Is it a whole number?
pub fn is_integer(value: f64) -> bool {
    value.is_finite() && libm::floor(value) == value
}

/// `value.as_integer_ratio()`, both owned.
pub fn integer_ratio(cx: &mut Cx, value: f64) -> Outcome<(Value, Value)> {
    if value.is_nan() {
        return Err(raise::value_error(cx, &[S("cannot convert NaN to integer ratio")]));
    }
    if value.is_infinite() {
        return Err(raise::overflow_error(cx, &[S("cannot convert Infinity to integer ratio")]));
    }
    let (mantissa, exponent) = decompose(value);
    let zeros = if mantissa == 0 { 0 } else { i64::from(mantissa.trailing_zeros()) };
    let shift = zeros.min(exponent.saturating_neg().max(0));
    let exponent = if mantissa == 0 { 0 } else { exponent + shift };
    let mantissa = (mantissa >> shift) as i64;
    let signed = Int::Word(if value < 0.0 { -mantissa } else { mantissa });
    let top = int::arith::shift_left(cx, signed, Int::Word(exponent.max(0)))?;
    match int::arith::shift_left(cx, Int::Word(1), Int::Word((-exponent).max(0))) {
        Ok(bottom) => Ok((top, bottom)),
        Err(exit) => {
            cx.heap.dec(top);
            Err(exit)
        }
    }
}

/// `float(text)` of a str, bytes or bytearray; none for other values.
pub fn parse_value(cx: &mut Cx, value: Value) -> Outcome<Option<f64>> {
    let parsed = if let Some(text) = cx.payload(value, kind::STR) {
        if string::is_ascii(cx, text) {
            float_parse::parse(string::bytes(cx, text))
        } else {
            let ascii = int::text::to_ascii(cx, text)?;
            let (offset, len) = ascii.part();
            let parsed = float_parse::parse(cx.heap.space.bytes(offset, len));
            ascii.discard(cx);
            parsed
        }
    } else if let Some((offset, len)) = bytes::like(cx, value) {
        float_parse::parse(cx.heap.space.bytes(offset, len))
    } else {
        return Ok(None);
    };
    parsed.map(Some).map_err(|_| not_a_float(cx, value))
}

fn not_a_float(cx: &mut Cx, value: Value) -> Exit {
    let repr = match crate::repr::leaf(cx, instance_text(cx, value)) {
        Ok(repr) => repr.unwrap_or(crate::names::EMPTY),
        Err(exit) => return exit,
    };
    let exit = raise::value_error(cx, &[S("could not convert string to float: "), V(repr)]);
    cx.heap.dec(repr);
    exit
}

/// The text that an instance of a subclass wraps, or the value itself.
fn instance_text(cx: &Cx, value: Value) -> Value {
    match value.object_ref() {
        Some(object) if matches!(cx.heap.kind(object), kind::INSTANCE | kind::INSTANCE_X) => {
            instance::payload(cx, object).unwrap_or(value)
        }
        _ => value,
    }
}
