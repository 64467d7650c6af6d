//! `exp`, `log` and powers with twice the precision of a double inside, rounded once.
//!
//! A C library rounds these correctly in all but a few cases in a thousand, and scripts print such
//! numbers; so the last digit should be right here too, on every machine. Arithmetic on pairs of doubles
//! takes a few hundred operations and no tables.
//!
//! Not here: signs, infinities and errors of powers (power.rs).

/// A number as the sum of two doubles, the second below the last bit of the first.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Double(pub f64, pub f64);

/// `a + b` exactly, for `|a| >= |b|`.
#[inline(always)]
fn sum_ordered(a: f64, b: f64) -> Double {
    let sum = a + b;
    Double(sum, b - (sum - a))
}

/// `a + b` exactly.
#[inline(always)]
pub(super) fn sum(a: f64, b: f64) -> Double {
    let sum = a + b;
    let added = sum - a;
    Double(sum, (a - (sum - added)) + (b - added))
}

/// A double in two halves of 26 bits.
#[inline(always)]
fn halves(x: f64) -> (f64, f64) {
    const SPLITTER: f64 = 134_217_729.0;
    let scaled = SPLITTER * x;
    let high = scaled - (scaled - x);
    (high, x - high)
}

/// `a * b` exactly.
#[inline(always)]
pub(super) fn product(a: f64, b: f64) -> Double {
    let product = a * b;
    let ((high_a, low_a), (high_b, low_b)) = (halves(a), halves(b));
    let error = ((high_a * high_b - product) + high_a * low_b + low_a * high_b) + low_a * low_b;
    Double(product, error)
}

impl Double {
    /// One.
    pub const ONE: Double = Double(1.0, 0.0);

    /// `self + other`
    #[inline(always)]
    pub fn plus(self, other: Double) -> Double {
        let Double(high, low) = sum(self.0, other.0);
        sum_ordered(high, low + (self.1 + other.1))
    }

    /// `self * other`
    #[inline(always)]
    pub fn times(self, other: Double) -> Double {
        let Double(high, low) = product(self.0, other.0);
        sum_ordered(high, low + (self.0 * other.1 + self.1 * other.0))
    }

    /// `-self`
    #[inline(always)]
    pub fn negated(self) -> Double {
        Double(-self.0, -self.1)
    }

    /// `self * factor`, a power of two.
    #[inline(always)]
    fn scaled(self, factor: f64) -> Double {
        Double(self.0 * factor, self.1 * factor)
    }

    /// `1 / self`
    pub fn reciprocal(self) -> Double {
        let first = 1.0 / self.0;
        let Double(near, error) = product(first, self.0);
        let rest = ((1.0 - near) - error) - first * self.1;
        sum_ordered(first, rest / self.0)
    }

    /// The square root of a double above 0.
    pub fn root(of: f64) -> Double {
        let first = libm::sqrt(of);
        let Double(near, error) = product(first, first);
        sum_ordered(first, ((of - near) - error) / (2.0 * first))
    }

    /// The nearest double.
    pub fn rounded(self) -> f64 {
        self.0 + self.1
    }
}

/// The cube root: a first one by logarithm, and a step of Newton with what its cube lacks.
pub fn cube_root(x: f64) -> f64 {
    if x == 0.0 || !x.is_finite() {
        return x;
    }
    let (fraction, exponent) = libm::frexp(x);
    let rest = exponent.rem_euclid(3);
    let of = libm::ldexp(fraction, rest);
    let first = libm::copysign(exp(log(of.abs()) / 3.0), of);
    let square = product(first, first);
    let Double(near, error) = square.times(Double(first, 0.0));
    let root = first + ((of - near) - error) / (3.0 * square.0);
    libm::ldexp(root, (exponent - rest) / 3)
}

/// `ln 2`, with 33 bits in the first two parts so that their multiples up to 2^20 are exact.
const LN_2: [f64; 3] =
    [0.693_147_180_485_539_1, 7.440_617_109_802_979e-11, 2.094_174_429_270_072_5e-21];

/// `exp(x) - 1` for `|x|` below 0.0015: the series up to the seventh power.
fn exp_minus_one_small(x: Double) -> Double {
    const THIRD: Double = Double(1.0 / 3.0, 1.850_371_707_708_594e-17);
    let rest = 1.0 / 24.0 + x.0 * (1.0 / 120.0 + x.0 * (1.0 / 720.0 + x.0 * (1.0 / 5040.0)));
    // x + x^2/2 * (1 + x/3 * (1 + 3x * rest * ...)): the first terms need the pairs, the others do not.
    let tail = product(x.0, 2.0 * rest);
    let inner = THIRD.plus(tail);
    let bracket = Double::ONE.plus(x.times(inner));
    let half_square = x.times(x).scaled(0.5);
    x.plus(half_square.times(bracket))
}

/// What is left of `x` after multiples of `ln 2`, and how many there were.
fn without_powers(x: Double) -> (Double, i32) {
    let count = libm::rint(x.0 * core::f64::consts::LOG2_E);
    let near = sum(x.0, -count * LN_2[0]);
    let step = product(count, LN_2[1]);
    let rest = near.plus(Double(-step.0, -step.1)).plus(Double(x.1 - count * LN_2[2], 0.0));
    (rest, count as i32)
}

/// `exp(x)`: mantissa and power of two.
fn exp_parts(x: Double) -> (Double, i32) {
    const HALVINGS: u32 = 8;
    let (rest, power) = without_powers(x);
    let mut grown = exp_minus_one_small(rest.scaled(1.0 / f64::from(1 << HALVINGS)));
    for _ in 0..HALVINGS {
        // exp(2x) - 1 = 2y + y^2 for y = exp(x) - 1.
        grown = grown.scaled(2.0).plus(grown.times(grown));
    }
    (Double::ONE.plus(grown), power)
}

/// A sum whose second part may be off by `error`, if that cannot matter.
pub(super) fn settled(high: f64, low: f64, error: f64) -> Option<f64> {
    let Double(high, low) = sum(high, low);
    let (up, down) = (high + (low + error), high + (low - error));
    (up == down).then_some(up)
}

/// What a few roundings can do to a term, with room to spare.
pub(super) const ROUNDINGS: f64 = 5.0e-16;

/// `exp` of at most `ln 2 / 2` by the plain series, when its rounding is beyond doubt.
fn quick_exp(x: Double) -> Option<f64> {
    const TERMS: [f64; 13] = [
        1.0 / 87_178_291_200.0,
        1.0 / 6_227_020_800.0,
        1.0 / 479_001_600.0,
        1.0 / 39_916_800.0,
        1.0 / 3_628_800.0,
        1.0 / 362_880.0,
        1.0 / 40_320.0,
        1.0 / 5040.0,
        1.0 / 720.0,
        1.0 / 120.0,
        1.0 / 24.0,
        1.0 / 6.0,
        0.5,
    ];
    let series = TERMS.iter().fold(0.0, |sum, term| sum * x.0 + term);
    let tail = x.0 * x.0 * series;
    let Double(high, low) = sum(1.0, x.0);
    settled(high, low + (tail + x.1 * (1.0 + x.0)), tail.abs() * ROUNDINGS + 1.0e-30)
}

/// Arguments beyond these give infinity or zero.
const LARGEST: f64 = 709.8;
const LEAST: f64 = -745.2;

/// `exp` of a pair.
pub fn exp_double(x: Double) -> f64 {
    if x.0.is_nan() {
        return x.0;
    }
    if x.0 > LARGEST {
        return f64::INFINITY;
    }
    if x.0 < LEAST {
        return 0.0;
    }
    let (rest, power) = without_powers(x);
    if power > -1000
        && let Some(mantissa) = quick_exp(rest)
    {
        return libm::ldexp(mantissa, power);
    }
    let (mantissa, power) = exp_parts(x);
    if power > -1000 {
        return libm::ldexp(mantissa.rounded(), power);
    }
    // A result without all its bits must be rounded once only: adding the least normal number's bits does it.
    let scaled = Double(libm::ldexp(mantissa.0, power + 200), libm::ldexp(mantissa.1, power + 200));
    subnormal(scaled)
}

/// A number scaled up by 2^200, scaled down and rounded once.
fn subnormal(scaled: Double) -> f64 {
    // At this magnitude one unit of the last place is that of subnormal results times 2^200.
    let anchor = libm::ldexp(1.0, -1074 + 200 + 52) * 1.5;
    let Double(high, low) = sum(anchor, scaled.0);
    let rounded = (high + (low + scaled.1)) - anchor;
    let result = if scaled.0 < libm::ldexp(1.0, -1022 + 200) { rounded } else { scaled.rounded() };
    libm::ldexp(result, -200)
}

/// `exp(x)`
pub fn exp(x: f64) -> f64 {
    exp_double(Double(x, 0.0))
}

/// `log(x)` as a pair, for a finite `x` above 0: the library's result, improved once.
pub fn log_double(x: f64) -> Double {
    if x == 1.0 {
        return Double(0.0, 0.0);
    }
    let first = libm::log(x);
    let (mantissa, power) = exp_parts(Double(-first, 0.0));
    let (fraction, exponent) = libm::frexp(x);
    // x * exp(-first) is 1 and a little more or less; their powers of two cancel but for one or two.
    let near = mantissa.times(Double(fraction, 0.0)).scaled(libm::ldexp(1.0, power + exponent));
    let off = near.plus(Double(-1.0, 0.0));
    let correction = off.0 + (off.1 - off.0 * off.0 * 0.5);
    sum(first, correction)
}

/// `log(x)`
pub fn log(x: f64) -> f64 {
    if x > 0.0 && x.is_finite() { log_double(x).rounded() } else { libm::log(x) }
}

/// `a ** b` for finite operands, `a` not 0, and `b` whole when `a` is below 0.
pub fn pow(a: f64, b: f64) -> f64 {
    let size = a.abs();
    if size == 1.0 {
        return if a < 0.0 && is_odd(b) { -1.0 } else { 1.0 };
    }
    let logarithm = log_double(size);
    let high = product(logarithm.0, b);
    // Products that overflow here have long left the range of results.
    let exponent = if high.0.abs() > 1e4 {
        Double(high.0, 0.0)
    } else {
        sum_ordered(high.0, high.1 + logarithm.1 * b)
    };
    let result = exp_double(exponent);
    if a < 0.0 && is_odd(b) { -result } else { result }
}

/// Is this an odd whole number?
fn is_odd(b: f64) -> bool {
    const EVEN_FROM: f64 = 9_007_199_254_740_992.0;
    b.abs() < EVEN_FROM && libm::floor(b) == b && (b as i64) & 1 != 0
}
