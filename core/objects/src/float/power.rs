//! `a ** b` of floats.
//!
//! Small whole exponents, the common ones, are multiplied out with twice the precision of a double and
//! rounded once; so `x ** 3` has the bits that a good C library gives. The rest is libm's.
//!
//! Not here: complex results (complex.rs).

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

/// Whole exponents up to here are multiplied out.
const LARGEST_SHORT: f64 = 32.0;

/// `a ** b`
pub fn pow(a: f64, b: f64) -> Power {
    if a == 0.0 && b < 0.0 && b.is_finite() {
        return Power::ZeroDivision;
    }
    let whole = libm::floor(b) == b;
    if a < 0.0 && a.is_finite() && b.is_finite() && !whole {
        return Power::Complex;
    }
    if !a.is_finite() || !b.is_finite() {
        return Power::Real(libm::pow(a, b));
    }
    if b == 0.5 && a > 0.0 {
        // Rounded once: what a good C library gives here, at a fraction of the work.
        return Power::Real(libm::sqrt(a));
    }
    let short = if whole && b.abs() <= LARGEST_SHORT { multiply_out(a, b as i32) } else { None };
    let result = short.unwrap_or_else(|| libm::pow(a, b));
    if result.is_infinite() { Power::Overflow } else { Power::Real(result) }
}

/// A number as the sum of two doubles, the second below the last bit of the first.
#[derive(Clone, Copy)]
struct Double(f64, f64);

impl Double {
    fn times(self, other: Double) -> Double {
        let high = self.0 * other.0;
        let low = product_error(self.0, other.0, high) + (self.0 * other.1 + self.1 * other.0);
        let sum = high + low;
        Double(sum, low - (sum - high))
    }
}

/// `a * b - product` exactly, by Dekker's splitting.
fn product_error(a: f64, b: f64, product: f64) -> f64 {
    const SPLITTER: f64 = 134_217_729.0;
    let split = |x: f64| {
        let scaled = SPLITTER * x;
        let high = scaled - (scaled - x);
        (high, x - high)
    };
    let ((high_a, low_a), (high_b, low_b)) = (split(a), split(b));
    ((high_a * high_b - product) + high_a * low_b + low_a * high_b) + low_a * low_b
}

/// The power by squaring; none where the precision would not hold (near overflow and underflow).
fn multiply_out(a: f64, exponent: i32) -> Option<f64> {
    match exponent {
        0 => return Some(1.0),
        1 => return Some(a),
        2 => return Some(a * a),
        -1 => return Some(1.0 / a),
        _ => {}
    }
    let (mut result, mut square) = (Double(1.0, 0.0), Double(a, 0.0));
    let mut left = exponent.unsigned_abs();
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
    Some(if exponent > 0 { result.0 + result.1 } else { reciprocal(result) })
}

/// Is it far from the ends of the range, where errors of products could not be held?
fn is_safe(value: f64) -> bool {
    const LEAST: f64 = 1e-140;
    const MOST: f64 = 1e140;
    (LEAST..MOST).contains(&value.abs())
}

/// `1 / value`, rounded once.
fn reciprocal(value: Double) -> f64 {
    let first = 1.0 / value.0;
    let product = first * value.0;
    let error = product_error(first, value.0, product);
    let rest = ((1.0 - product) - error) - first * value.1;
    first + rest / value.0
}
