//! `a ** b` of floats.
//!
//! Exponents that are small multiples of a half, the common ones, are multiplied out with twice the precision
//! of a double and rounded once; the others go through a logarithm of that precision.
//!
//! Not here: complex results (complex.rs), the arithmetic (precise.rs).

use super::precise::{self, Double};

/// What a power is.
pub enum Power {
    /// A float.
    Real(f64),
    /// A negative base with a fraction as exponent: the result is complex.
    Complex,
    /// 0 with a negative exponent.
    ZeroDivision,
    /// Too large.
    Overflow,
}

/// Exponents up to here are multiplied out.
const LARGEST_SHORT: f64 = 32.0;

/// `a ** b`
pub fn pow(a: f64, b: f64) -> Power {
    if a == 0.0 && b < 0.0 && b.is_finite() {
        return Power::ZeroDivision;
    }
    if a < 0.0 && a.is_finite() && b.is_finite() && libm::floor(b) != b {
        return Power::Complex;
    }
    let result = value(a, b);
    if result.is_infinite() && a.is_finite() && b.is_finite() {
        Power::Overflow
    } else {
        Power::Real(result)
    }
}

/// `a ** b` as the C library defines it: NaN where there is no real result.
pub fn value(a: f64, b: f64) -> f64 {
    let ordinary = a.is_finite() && b.is_finite() && a != 0.0;
    if !ordinary || a < 0.0 && libm::floor(b) != b {
        return libm::pow(a, b);
    }
    let twice = b * 2.0;
    let is_short = b.abs() <= LARGEST_SHORT && libm::floor(twice) == twice;
    let short = if is_short { multiply_out(a, twice as i32) } else { None };
    short.unwrap_or_else(|| precise::pow(a, b))
}

/// Is it far from the ends of the range, where errors of products could not be held?
fn is_safe(value: f64) -> bool {
    const LEAST: f64 = 1e-280;
    const MOST: f64 = 1e280;
    (LEAST..MOST).contains(&value.abs())
}

/// `a ** (halves / 2)` by squaring; none near overflow and underflow.
fn multiply_out(a: f64, halves: i32) -> Option<f64> {
    match halves {
        0 => return Some(1.0),
        1 => return Some(libm::sqrt(a)),
        2 => return Some(a),
        4 => return Some(a * a),
        -2 => return Some(1.0 / a),
        _ if !is_safe(a) => return None,
        _ => {}
    }
    let odd = halves & 1 != 0;
    let mut result = if odd { Double::root(a) } else { Double::ONE };
    let mut square = Double(a, 0.0);
    let mut left = halves.unsigned_abs() / 2;
    while left > 0 {
        if left & 1 != 0 {
            result = result.times(square);
        }
        left >>= 1;
        if left > 0 {
            square = square.times(square);
        }
        if !is_safe(result.0) || left > 0 && !is_safe(square.0) {
            return None;
        }
    }
    Some(if halves > 0 { result.rounded() } else { result.reciprocal().rounded() })
}
