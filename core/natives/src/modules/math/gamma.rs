//! The gamma function and its logarithm, by the approximation of Lanczos with g a little above 6.
//!
//! Computed in the order in which CPython computes them: there they are no function of the C library, so
//! scripts have the same digits on every machine, and have them here.
//!
//! Not here: arguments and errors (math.rs).

use core::f64::consts::PI;
use threadsnake_objects::float::{power, precise, rest::rest, trig};

/// The parameter of the approximation.
const G: f64 = 6.024_680_040_776_73;
/// What an argument is moved by.
const G_LESS_HALF: f64 = 5.524_680_040_776_73;
/// `ln(pi)`
const LN_PI: f64 = 1.144_729_885_849_400_2;
/// Arguments nearer to 0 than this are only inverted.
const TINY: f64 = 1e-20;
/// From here on the gamma function is no double, on either side.
const LARGE: f64 = 200.0;
/// From here on its power is taken in two halves, because the whole is no double.
const HALVED_FROM: f64 = 140.0;
/// Where the sum changes the direction of its polynomials.
const TURNED_FROM: f64 = 5.0;
/// The largest whole number whose gamma function is exact.
const EXACT_MOST: f64 = 23.0;

/// Numerator and denominator of the sum, from the constant upwards.
const TERMS: [(f64, f64); 13] = [
    (23_531_376_880.410_76, 0.0),
    (42_919_803_642.649_1, 39_916_800.0),
    (35_711_959_237.355_67, 120_543_840.0),
    (17_921_034_426.037_21, 150_917_976.0),
    (6_039_542_586.352_028, 105_258_076.0),
    (1_439_720_407.311_721_6, 45_995_730.0),
    (248_874_557.862_054_17, 13_339_535.0),
    (31_426_415.585_400_194, 2_637_558.0),
    (2_876_370.628_935_372_5, 357_423.0),
    (186_056.265_395_223_48, 32_670.0),
    (8_071.672_002_365_816, 1_925.0),
    (210.824_277_751_579_36, 66.0),
    (2.506_628_274_631_000_2, 1.0),
];

/// The rational function of the approximation, for an argument above 0.
fn sum(x: f64) -> f64 {
    let (mut top, mut bottom) = (0.0, 0.0);
    if x < TURNED_FROM {
        for (a, b) in TERMS.iter().rev() {
            (top, bottom) = (top * x + a, bottom * x + b);
        }
    } else {
        // The same divided by the highest power: nothing grows beyond a double.
        for (a, b) in &TERMS {
            (top, bottom) = (top / x + a, bottom / x + b);
        }
    }
    top / bottom
}

/// `sin(pi * x)` for `x` above 0.
fn sin_of_pi_times(x: f64) -> f64 {
    let y = rest(x, 2.0);
    match libm::round(2.0 * y) as u32 {
        0 => trig::sin(PI * y),
        1 => trig::cos(PI * (y - 0.5)),
        // Not sin(-pi * (y - 1)), whose zero has the other sign.
        2 => trig::sin(PI * (1.0 - y)),
        3 => -trig::cos(PI * (y - 1.5)),
        _ => trig::sin(PI * (y - 2.0)),
    }
}

/// Is this a whole number not above 0, where both functions have their poles?
fn is_pole(x: f64) -> bool {
    x <= 0.0 && libm::floor(x) == x
}

/// The gamma function; NaN where it has none, infinite where it is no double.
pub fn gamma(x: f64) -> f64 {
    if is_pole(x) || x == f64::NEG_INFINITY {
        return f64::NAN;
    }
    if !x.is_finite() {
        return x;
    }
    if x <= EXACT_MOST && libm::floor(x) == x {
        return (1..x as u32).fold(1.0, |product, factor| product * f64::from(factor));
    }
    let size = x.abs();
    if size < TINY {
        return 1.0 / x;
    }
    if size > LARGE {
        return if x < 0.0 { 0.0 / -sin_of_pi_times(size) } else { f64::INFINITY };
    }
    let y = size + G_LESS_HALF;
    // What the rounding of this sum has lost.
    let lost = if size > G_LESS_HALF { (y - size) - G_LESS_HALF } else { (y - G_LESS_HALF) - size };
    let correction = lost * G / y;
    let exponent = size - 0.5;
    if x < 0.0 {
        let first = -PI / sin_of_pi_times(size) / size * precise::exp(y) / sum(size);
        let near = first - correction * first;
        return if size < HALVED_FROM {
            near / power::value(y, exponent)
        } else {
            let half = power::value(y, size / 2.0 - 0.25);
            near / half / half
        };
    }
    let first = sum(size) / precise::exp(y);
    let near = first + correction * first;
    if size < HALVED_FROM {
        near * power::value(y, exponent)
    } else {
        let half = power::value(y, size / 2.0 - 0.25);
        near * half * half
    }
}

/// The logarithm of the gamma function's magnitude; NaN where it has none.
pub fn ln_gamma(x: f64) -> f64 {
    if !x.is_finite() {
        return x.abs();
    }
    if is_pole(x) {
        return f64::NAN;
    }
    if x == 1.0 || x == 2.0 {
        return 0.0;
    }
    let size = x.abs();
    if size < TINY {
        return -precise::log(size);
    }
    let start = precise::log(sum(size)) - G;
    let result = start + (size - 0.5) * (precise::log(size + G - 0.5) - 1.0);
    if x > 0.0 {
        return result;
    }
    LN_PI - precise::log(sin_of_pi_times(size).abs()) - precise::log(size) - result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_factorials() {
        assert_eq!(gamma(1.0), 1.0);
        assert_eq!(gamma(5.0), 24.0);
        assert_eq!(gamma(23.0), 1_124_000_727_777_607_680_000.0);
        assert!(gamma(0.0).is_nan() && gamma(-4.0).is_nan());
    }

    #[test]
    fn digits_are_those_of_other_machines() {
        // Printed by CPython 3.11.
        assert_eq!(gamma(0.5), 1.772_453_850_905_515_9);
        assert_eq!(gamma(-1.5), 2.363_271_801_207_354_4);
        assert_eq!(ln_gamma(2.5), 0.284_682_870_472_919_6);
        assert_eq!(ln_gamma(-0.5), 1.265_512_123_484_645);
    }

    #[test]
    fn what_is_no_double_is_infinite_or_zero() {
        assert_eq!(gamma(171.7), f64::INFINITY);
        assert_eq!(gamma(-200.5), 0.0);
        assert_eq!(ln_gamma(f64::NEG_INFINITY), f64::INFINITY);
    }
}
