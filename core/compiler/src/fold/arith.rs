//! Arithmetic on numbers known when compiling.

use crate::ast::{BigInt, BinaryOp, UnaryOp};
use crate::fold::Value;

/// Largest result of `**` and `<<`, in bits.
const MAX_BITS: u32 = 126;
/// Ints up to here are floats without rounding.
const EXACT: i128 = 1 << 53;

/// A literal beyond `i64`, if it fits 128 bits.
pub(super) fn parse(big: BigInt<'_>) -> Option<i128> {
    let radix = i128::from(big.radix);
    let mut value: i128 = 0;
    for &byte in big.digits {
        let Some(digit) = char::from(byte).to_digit(u32::from(big.radix)) else { continue };
        value = value.checked_mul(radix)?.checked_add(i128::from(digit))?;
    }
    Some(value)
}

/// Bools count as ints.
pub(super) fn plain(value: Value<'_>) -> Value<'_> {
    match value {
        Value::Bool(value) => Value::Int(i128::from(value)),
        value => value,
    }
}

pub(super) fn unary(op: UnaryOp, value: Value<'_>) -> Option<Value<'_>> {
    match (op, value) {
        (UnaryOp::Minus, Value::Int(value)) => value.checked_neg().map(Value::Int),
        (UnaryOp::Minus, Value::Float(value)) => Some(Value::Float(-value)),
        (UnaryOp::Minus, Value::Complex(real, imaginary)) => {
            Some(Value::Complex(-real, -imaginary))
        }
        (UnaryOp::Plus, value) if value.is_number() => Some(value),
        (UnaryOp::Invert, Value::Int(value)) => Some(Value::Int(!value)),
        _ => None,
    }
}

pub(super) fn binary<'a>(op: BinaryOp, left: Value<'a>, right: Value<'a>) -> Option<Value<'a>> {
    use Value::{Complex, Float, Int};
    match (left, right) {
        (Int(left), Int(right)) => ints(op, left, right),
        (Float(left), Float(right)) => floats(op, left, right),
        (Float(left), Int(right)) => floats(op, left, exact(right)?),
        (Int(left), Float(right)) => floats(op, exact(left)?, right),
        (Complex(..), Complex(..) | Int(_) | Float(_)) | (Int(_) | Float(_), Complex(..)) => {
            complexes(op, as_complex(left)?, as_complex(right)?)
        }
        _ => None,
    }
}

fn exact(value: i128) -> Option<f64> {
    (value.abs() <= EXACT).then_some(value as f64)
}

fn as_complex(value: Value<'_>) -> Option<(f64, f64)> {
    match value {
        Value::Int(value) => Some((exact(value)?, 0.0)),
        Value::Float(value) => Some((value, 0.0)),
        Value::Complex(real, imaginary) => Some((real, imaginary)),
        _ => None,
    }
}

fn ints<'a>(op: BinaryOp, left: i128, right: i128) -> Option<Value<'a>> {
    let int = match op {
        BinaryOp::Add => left.checked_add(right),
        BinaryOp::Sub => left.checked_sub(right),
        BinaryOp::Mul => left.checked_mul(right),
        BinaryOp::Div if right != 0 => {
            return Some(Value::Float(exact(left)? / exact(right)?));
        }
        BinaryOp::FloorDiv => floor_div(left, right),
        BinaryOp::Mod => {
            let quotient = floor_div(left, right)?;
            left.checked_sub(quotient.checked_mul(right)?)
        }
        BinaryOp::Pow => power(left, right),
        BinaryOp::LeftShift => shifted(left, right),
        BinaryOp::RightShift if right >= 0 => {
            Some(left >> u32::try_from(right).unwrap_or(u32::MAX).min(i128::BITS - 1))
        }
        BinaryOp::BitOr => Some(left | right),
        BinaryOp::BitXor => Some(left ^ right),
        BinaryOp::BitAnd => Some(left & right),
        _ => None,
    };
    int.map(Value::Int)
}

fn floor_div(left: i128, right: i128) -> Option<i128> {
    let quotient = left.checked_div(right)?;
    let is_exact = quotient.checked_mul(right)? == left;
    let rounds_up = !is_exact && (left < 0) != (right < 0);
    quotient.checked_sub(i128::from(rounds_up))
}

fn bits(value: i128) -> u32 {
    i128::BITS - value.unsigned_abs().leading_zeros()
}

fn power(base: i128, exponent: i128) -> Option<i128> {
    let exponent = u32::try_from(exponent).ok()?;
    if bits(base).checked_mul(exponent)? > MAX_BITS {
        return None;
    }
    base.checked_pow(exponent)
}

fn shifted(value: i128, distance: i128) -> Option<i128> {
    let distance = u32::try_from(distance).ok()?;
    if bits(value).checked_add(distance)? > MAX_BITS {
        return None;
    }
    value.checked_shl(distance)
}

fn floats<'a>(op: BinaryOp, left: f64, right: f64) -> Option<Value<'a>> {
    Some(Value::Float(match op {
        BinaryOp::Add => left + right,
        BinaryOp::Sub => left - right,
        BinaryOp::Mul => left * right,
        BinaryOp::Div if right != 0.0 => left / right,
        _ => return None,
    }))
}

fn complexes<'a>(op: BinaryOp, left: (f64, f64), right: (f64, f64)) -> Option<Value<'a>> {
    match op {
        BinaryOp::Add => Some(Value::Complex(left.0 + right.0, left.1 + right.1)),
        BinaryOp::Sub => Some(Value::Complex(left.0 - right.0, left.1 - right.1)),
        _ => None,
    }
}
