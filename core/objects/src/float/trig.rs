//! Sine, cosine, tangent and their inverses, with the last digit right in all but few cases.
//!
//! The argument is brought below pi/4 with 130 bits of pi and the first terms of the series are pairs of
//! doubles. The inverses improve what the library gives by one step of Newton's. Beyond a million the
//! library's own functions answer.
//!
//! Not here: the pairs (precise.rs).

use super::precise::{Double, ROUNDINGS, product, settled, sum};

/// pi/2 in four parts, the first three of 33 bits so that their multiples are exact.
const HALF_PI: [f64; 4] = [
    1.570_796_326_734_125_6,
    6.077_100_506_303_966e-11,
    2.022_266_248_711_166_5e-21,
    8.478_427_660_368_9e-32,
];
/// Arguments up to here are reduced with these parts.
const LARGEST: f64 = 1.0e6;

/// The rest of `x` after quarter turns, and their number.
fn reduce(x: f64) -> (Double, i32) {
    let turns = libm::rint(x * core::f64::consts::FRAC_2_PI);
    let rest = sum(x, -turns * HALF_PI[0])
        .plus(Double(-turns * HALF_PI[1], 0.0))
        .plus(Double(-turns * HALF_PI[2], 0.0))
        .plus(Double(-turns * HALF_PI[3], 0.0));
    (rest, turns as i32)
}

/// The sine of at most pi/4.
fn sine_of_rest(x: Double) -> Double {
    const SIXTH: Double = Double(-1.0 / 6.0, -9.251_858_538_542_97e-18);
    const FIFTH: Double = Double(1.0 / 120.0, 1.156_482_317_317_871_4e-19);
    let square = x.times(x);
    let t = square.0;
    let tail = -1.0 / 5040.0
        + t * (1.0 / 362_880.0
            + t * (-1.0 / 39_916_800.0
                + t * (1.0 / 6_227_020_800.0
                    + t * (-1.0 / 1_307_674_368_000.0 + t * (1.0 / 355_687_428_096_000.0)))));
    let inner = FIFTH.plus(square.times(Double(tail, 0.0)));
    let middle = SIXTH.plus(square.times(inner));
    x.plus(x.times(square).times(middle))
}

/// The cosine of at most pi/4.
fn cosine_of_rest(x: Double) -> Double {
    const FOURTH: Double = Double(1.0 / 24.0, 2.312_964_634_635_742_7e-18);
    const SIXTH: Double = Double(-1.0 / 720.0, 5.300_543_954_373_577e-20);
    let square = x.times(x);
    let t = square.0;
    let tail = 1.0 / 40_320.0
        + t * (-1.0 / 3_628_800.0
            + t * (1.0 / 479_001_600.0
                + t * (-1.0 / 87_178_291_200.0
                    + t * (1.0 / 20_922_789_888_000.0 - t * (1.0 / 6_402_373_705_728_000.0)))));
    let inner = SIXTH.plus(square.times(Double(tail, 0.0)));
    let middle = FOURTH.plus(square.times(inner));
    let half = Double(-0.5, 0.0).times(square);
    Double::ONE.plus(half.plus(square.times(square).times(middle)))
}

/// Sine and cosine as pairs, for arguments that can be reduced.
fn pairs(x: f64) -> (Double, Double) {
    let (rest, turns) = reduce(x);
    let (sine, cosine) = (sine_of_rest(rest), cosine_of_rest(rest));
    match turns & 3 {
        0 => (sine, cosine),
        1 => (cosine, sine.negated()),
        2 => (sine.negated(), cosine.negated()),
        _ => (cosine.negated(), sine),
    }
}

/// Is this argument one for the pairs? Those near 0 are their own sine.
fn is_reducible(x: f64) -> bool {
    const LEAST: f64 = 1.0e-8;
    (LEAST..=LARGEST).contains(&x.abs())
}

/// The sine of at most pi/4 without pairs, when its rounding is beyond doubt.
fn quick_sine(x: Double) -> Option<f64> {
    let t = x.0 * x.0;
    let series = -1.0 / 6.0
        + t * (1.0 / 120.0
            + t * (-1.0 / 5040.0
                + t * (1.0 / 362_880.0
                    + t * (-1.0 / 39_916_800.0
                        + t * (1.0 / 6_227_020_800.0
                            + t * (-1.0 / 1_307_674_368_000.0
                                + t * (1.0 / 355_687_428_096_000.0)))))));
    let term = x.0 * t * series;
    settled(x.0, term + x.1 * (1.0 - 0.5 * t), term.abs() * ROUNDINGS)
}

/// The cosine of at most pi/4 without pairs, when its rounding is beyond doubt.
fn quick_cosine(x: Double) -> Option<f64> {
    let Double(t, t_low) = product(x.0, x.0);
    let series = 1.0 / 24.0
        + t * (-1.0 / 720.0
            + t * (1.0 / 40_320.0
                + t * (-1.0 / 3_628_800.0
                    + t * (1.0 / 479_001_600.0
                        + t * (-1.0 / 87_178_291_200.0
                            + t * (1.0 / 20_922_789_888_000.0
                                - t * (1.0 / 6_402_373_705_728_000.0)))))));
    let term = t * t * series;
    let Double(high, low) = sum(1.0, -0.5 * t);
    settled(high, low + (term - 0.5 * t_low - x.0 * x.1), term.abs() * ROUNDINGS + 1.0e-30)
}

/// The sine after so many quarter turns.
fn turned_sine(rest: Double, turns: i32) -> f64 {
    let size = if turns & 1 == 0 {
        quick_sine(rest).unwrap_or_else(|| sine_of_rest(rest).rounded())
    } else {
        quick_cosine(rest).unwrap_or_else(|| cosine_of_rest(rest).rounded())
    };
    if turns & 2 == 0 { size } else { -size }
}

/// `sin(x)`
pub fn sin(x: f64) -> f64 {
    if !is_reducible(x) {
        return libm::sin(x);
    }
    let (rest, turns) = reduce(x);
    turned_sine(rest, turns)
}

/// `cos(x)`
pub fn cos(x: f64) -> f64 {
    if !is_reducible(x) {
        return libm::cos(x);
    }
    let (rest, turns) = reduce(x);
    turned_sine(rest, turns + 1)
}

/// `tan(x)`
pub fn tan(x: f64) -> f64 {
    if !is_reducible(x) {
        return libm::tan(x);
    }
    let (sine, cosine) = pairs(x);
    sine.times(cosine.reciprocal()).rounded()
}

/// `atan2(y, x)`
pub fn atan2(y: f64, x: f64) -> f64 {
    let first = libm::atan2(y, x);
    let size = y.abs().max(x.abs());
    let ordinary = size.is_finite() && is_reducible(first) && (1e-100..1e100).contains(&size);
    if !ordinary || y == 0.0 {
        return first;
    }
    let (sine, cosine) = pairs(first);
    let (y, x) = (Double(y, 0.0), Double(x, 0.0));
    let off = y.times(cosine).plus(x.times(sine).negated());
    let along = x.times(cosine).plus(y.times(sine));
    first + off.0 / along.0
}

/// `atan(x)`
pub fn atan(x: f64) -> f64 {
    atan2(x, 1.0)
}

/// `asin(x)`
pub fn asin(x: f64) -> f64 {
    let first = libm::asin(x);
    if !is_reducible(first) || x.abs() > 0.999_999 {
        return first;
    }
    let (sine, cosine) = pairs(first);
    first + Double(x, 0.0).plus(sine.negated()).0 / cosine.0
}

/// `acos(x)`
pub fn acos(x: f64) -> f64 {
    let first = libm::acos(x);
    if !is_reducible(first) || x.abs() > 0.999_999 {
        return first;
    }
    let (sine, cosine) = pairs(first);
    first + cosine.plus(Double(-x, 0.0)).0 / sine.0
}
