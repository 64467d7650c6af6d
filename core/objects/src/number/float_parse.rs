//! Text to float, correctly rounded.
//!
//! Numbers of at most 19 digits that are exact in a float and need a small power of ten take one
//! multiplication or division. All others are made of big integers on the stack: the digits times
//! or by a power of five, rounded once. Digits beyond those that can matter are replaced by one
//! that says whether they were zeros.
//!
//! Not here: literals in source text (the compiler), text of floats (float_text.rs).

use super::decimal::{Cut, Decimal};
use crate::bigint::BigError;
use crate::bigint::float::{Ratio, compose, ratio, top_bits};
use crate::bigint::parse::{split_sign, strip};

/// The text is not a float.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FloatTextError;

/// Digits that can decide a rounding: no halfway point between floats has more.
const DECIDING_DIGITS: usize = 768;

/// Limbs for the deciding digits and one more.
const DIGIT_LIMBS: usize = 82;

/// Limbs for the largest power of five that divides them: 10^-324 with all digits, 5^1093.
const POWER_LIMBS: usize = 82;

/// Decimal exponents of numbers beyond which the result is infinite or zero.
const DECIMAL_RANGE: core::ops::RangeInclusive<i64> = -330..=310;

/// An exponent in the text is taken for this if it is larger; no text is long enough to make up.
const MOST_EXPONENT: i64 = 1 << 50;

/// Powers of ten that are exact.
const EXACT_POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];

/// Integers below this are exact.
const EXACT_BELOW: u64 = 1 << 53;

/// Reads what `float(text)` reads; text is ASCII.
pub fn parse(text: &[u8]) -> Result<f64, FloatTextError> {
    let (negative, body) = split_sign(strip(text));
    let value = match named(body) {
        Some(value) => value,
        None => Literal::scan(body)?.value(),
    };
    Ok(if negative { -value } else { value })
}

/// `inf`, `infinity` and `nan` in any case.
fn named(body: &[u8]) -> Option<f64> {
    if body.eq_ignore_ascii_case(b"inf") || body.eq_ignore_ascii_case(b"infinity") {
        Some(f64::INFINITY)
    } else {
        body.eq_ignore_ascii_case(b"nan").then_some(f64::NAN)
    }
}

/// A literal taken apart: the digits without leading zeros, and the power of ten of the last one.
#[derive(Clone, Copy, Debug)]
struct Literal<'a> {
    whole: &'a [u8],
    fraction: &'a [u8],
    exponent: i64,
}

/// Splits digits off the front; underscores must stand between two of them.
fn split_digits(text: &[u8]) -> Result<(&[u8], &[u8]), FloatTextError> {
    let mut after_digit = false;
    let mut len = 0;
    for &byte in text {
        match byte {
            b'0'..=b'9' => after_digit = true,
            b'_' if after_digit => after_digit = false,
            _ => break,
        }
        len += 1;
    }
    if len > 0 && !after_digit {
        return Err(FloatTextError);
    }
    text.split_at_checked(len).ok_or(FloatTextError)
}

/// No digits.
const EMPTY: &[u8] = &[];

impl<'a> Literal<'a> {
    /// Checks the spelling.
    fn scan(text: &'a [u8]) -> Result<Self, FloatTextError> {
        let (whole, rest) = split_digits(text)?;
        let (fraction, rest) = match rest {
            [b'.', rest @ ..] => split_digits(rest)?,
            _ => (EMPTY, rest),
        };
        if whole.is_empty() && fraction.is_empty() {
            return Err(FloatTextError);
        }
        let exponent = match rest {
            [] => 0,
            [b'e' | b'E', rest @ ..] => scan_exponent(rest)?,
            _ => return Err(FloatTextError),
        };
        Ok(Self { whole, fraction, exponent })
    }

    /// All digits in order.
    fn digits(&self) -> impl Iterator<Item = u8> + Clone + 'a {
        self.whole.iter().chain(self.fraction).copied().filter(|&byte| byte != b'_')
    }

    /// The nearest float.
    fn value(&self) -> f64 {
        let behind = self.fraction.iter().filter(|&&byte| byte != b'_').count();
        let exponent = self.exponent.saturating_sub(i64::try_from(behind).unwrap_or(i64::MAX));
        from_digits(self.digits(), exponent)
    }
}

/// The number after `e`.
fn scan_exponent(text: &[u8]) -> Result<i64, FloatTextError> {
    let (negative, text) = split_sign(text);
    let (digits, rest) = split_digits(text)?;
    if digits.is_empty() || !rest.is_empty() {
        return Err(FloatTextError);
    }
    let mut value = 0i64;
    for &byte in digits.iter().filter(|&&byte| byte != b'_') {
        value = (value * 10 + i64::from(byte - b'0')).min(MOST_EXPONENT);
    }
    Ok(if negative { -value } else { value })
}

/// The float nearest to digits (as text) times `10^exponent`, where the exponent belongs to the last.
fn from_digits(digits: impl Iterator<Item = u8> + Clone, exponent: i64) -> f64 {
    let mut significant = digits.skip_while(|&byte| byte == b'0');
    let mut mantissa = 0u64;
    let mut count = 0;
    let mut rest = significant.clone();
    // 19 digits always fit 64 bits.
    for byte in significant.by_ref().take(19) {
        mantissa = mantissa * 10 + u64::from(byte - b'0');
        count += 1;
    }
    if mantissa == 0 {
        return 0.0;
    }
    let more = significant.count();
    if more == 0
        && let Some(value) = exact(mantissa, exponent)
    {
        return value;
    }
    let place = exponent.saturating_add(i64::try_from(more + count).unwrap_or(i64::MAX));
    if !DECIMAL_RANGE.contains(&place) {
        return if place > 0 { f64::INFINITY } else { 0.0 };
    }
    let mut limbs = [0; DIGIT_LIMBS];
    let (len, dropped) = collect(&mut limbs, &mut rest);
    let exponent = exponent.saturating_add(i64::try_from(dropped).unwrap_or(i64::MAX));
    // The buffers are as long as the longest number needs, so there is no error to report.
    scale(&mut limbs, len, exponent).unwrap_or(f64::INFINITY)
}

/// One operation on two exact floats, if that is all there is to do.
fn exact(mantissa: u64, exponent: i64) -> Option<f64> {
    if mantissa >= EXACT_BELOW {
        return None;
    }
    let power = *EXACT_POWERS.get(usize::try_from(exponent.unsigned_abs()).ok()?)?;
    let value = mantissa as f64;
    Some(if exponent < 0 { value / power } else { value * power })
}

/// Collects the deciding digits as a big integer: its length, and how many digits were left out.
fn collect(limbs: &mut [u32], digits: &mut impl Iterator<Item = u8>) -> (usize, usize) {
    let mut len = 0;
    let (mut chunk, mut scale) = (0u32, 1u32);
    for byte in digits.by_ref().take(DECIDING_DIGITS) {
        chunk = chunk * 10 + u32::from(byte - b'0');
        scale *= 10;
        if scale == 1_000_000_000 {
            len = push(limbs, len, scale, chunk);
            (chunk, scale) = (0, 1);
        }
    }
    len = push(limbs, len, scale, chunk);
    let (mut dropped, mut sticky) = (0, 0);
    for byte in digits {
        dropped += 1;
        sticky |= u32::from(byte != b'0');
    }
    if sticky == 0 {
        return (len, dropped);
    }
    (push(limbs, len, 10, 1), dropped - 1)
}

/// `limbs = limbs * scale + add`; returns the new length.
fn push(limbs: &mut [u32], len: usize, scale: u32, add: u32) -> usize {
    let mut carry = u64::from(add);
    for limb in limbs.iter_mut().take(len) {
        carry += u64::from(*limb) * u64::from(scale);
        *limb = (carry & 0xffff_ffff) as u32;
        carry >>= 32;
    }
    match limbs.get_mut(len) {
        Some(limb) if carry > 0 => {
            *limb = (carry & 0xffff_ffff) as u32;
            len + 1
        }
        _ => len,
    }
}

/// Multiplies by a power of five, thirteen at a time; returns the new length.
fn multiply_by_five(limbs: &mut [u32], len: usize, power: u64) -> usize {
    let (mut len, mut left) = (len, power);
    while left > 0 {
        let now = left.min(13);
        len = push(limbs, len, 5u32.saturating_pow(u32::try_from(now).unwrap_or(0)), 0);
        left -= now;
    }
    len
}

/// The float nearest to `limbs * 10^exponent`.
fn scale(limbs: &mut [u32], len: usize, exponent: i64) -> Result<f64, BigError> {
    let power = exponent.unsigned_abs();
    if exponent >= 0 {
        let len = multiply_by_five(limbs, len, power);
        let number = limbs.get(..len).ok_or(BigError::Room)?;
        return finish(top_bits(number), exponent);
    }
    let mut divisor = [0; POWER_LIMBS];
    divisor[0] = 1;
    let divisor_len = multiply_by_five(&mut divisor, 1, power);
    let divisor = divisor.get(..divisor_len).ok_or(BigError::Room)?;
    let number = limbs.get(..len).ok_or(BigError::Room)?;
    let mut work = [0; POWER_LIMBS + 4];
    finish(ratio(number, divisor, &mut work, &mut |_| true)?, exponent)
}

/// The float nearest to `found * 2^exponent`.
fn finish(found: Ratio, exponent: i64) -> Result<f64, BigError> {
    compose(found.mantissa, found.exponent.saturating_add(exponent), found.sticky)
        .ok_or(BigError::Overflow)
}

/// More decimal places than any float has.
const MOST_PLACES: i64 = 323;

/// `round(value, places)`, half to even in decimal; `None` when the result is too large.
pub fn round_to(value: f64, places: i64) -> Option<f64> {
    if !value.is_finite() || places > MOST_PLACES {
        return Some(value);
    }
    let count = usize::try_from(places.unsigned_abs()).unwrap_or(usize::MAX);
    let cut = if places < 0 { Cut::Whole(count) } else { Cut::Fraction(count) };
    let mut decimal = Decimal::ZERO;
    decimal.set_rounded(value.abs(), cut);
    let digits = decimal.digits();
    let last = i64::from(decimal.point) - i64::try_from(digits.len()).unwrap_or(0);
    let rounded = from_digits(digits.iter().copied(), last).copysign(value);
    rounded.is_finite().then_some(rounded)
}
