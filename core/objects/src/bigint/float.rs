//! Between big integers and floats: exact where possible, otherwise rounded once, half to even.
//!
//! F1  Every rounding goes through [`compose`], which sees 64 bits and whether anything was dropped.
//!
//! Not here: text (number/float_parse.rs, number/float_text.rs).

use core::cmp::Ordering;

use super::row::{join, low};
use super::{Big, BigError, Charge, LIMB_BITS, Signed, compare, div, room, shift, to_u64, trimmed};

/// Bits of a float's significand, the hidden one counted.
const SIGNIFICAND_BITS: u32 = 53;

/// Exponent field of the smallest normal float, as a power of two of its last bit.
const LEAST_EXPONENT: i64 = -1074;

/// Largest power of two that a last bit can have.
const GREATEST_EXPONENT: i64 = 971;

/// Difference of bit lengths beyond which a quotient is far outside the range of floats.
const FAR_BITS: u64 = 1200;

/// Limbs that hold the integer part of any finite float.
pub const FLOAT_LIMBS: usize = 32;

/// The first bits of a number, ready for [`compose`].
#[derive(Clone, Copy, Debug)]
pub struct Ratio {
    /// The bits; the top one is set if anything follows them.
    pub mantissa: u64,
    /// Power of two of the last bit.
    pub exponent: i64,
    /// Whether the number is larger than that.
    pub sticky: bool,
}

/// The float nearest to `mantissa * 2^exponent`, where `sticky` says that the true value is a little
/// larger; `None` when it is too large. Needs a mantissa of all 64 bits if `sticky`.
pub fn compose(mantissa: u64, exponent: i64, sticky: bool) -> Option<f64> {
    let zeros = mantissa.leading_zeros();
    if zeros == u64::BITS {
        return Some(0.0);
    }
    let mantissa = mantissa << zeros;
    let exponent = exponent.saturating_sub(i64::from(zeros));
    let drop = i64::from(u64::BITS - SIGNIFICAND_BITS);
    let drop = drop.max(LEAST_EXPONENT.saturating_sub(exponent));
    let (kept, up) = match u32::try_from(drop) {
        Ok(drop) if drop < u64::BITS => {
            let rest = mantissa << (u64::BITS - drop);
            let kept = mantissa >> drop;
            (kept, rounds_up(rest, sticky, kept & 1 == 1))
        }
        Ok(u64::BITS) => (0, rounds_up(mantissa, sticky, false)),
        _ => (0, false),
    };
    assemble(kept + u64::from(up), exponent.saturating_add(drop))
}

/// Whether the bits dropped, aligned to the top, round up.
fn rounds_up(rest: u64, sticky: bool, odd: bool) -> bool {
    match rest.cmp(&(1 << 63)) {
        Ordering::Less => false,
        Ordering::Greater => true,
        Ordering::Equal => sticky || odd,
    }
}

/// The float with this significand, of at most 53 bits or exactly 2^53, and power of its last bit.
fn assemble(significand: u64, exponent: i64) -> Option<f64> {
    let hidden = 1 << (SIGNIFICAND_BITS - 1);
    if significand < hidden {
        return Some(f64::from_bits(significand));
    }
    // Adding to the field below carries into the exponent when rounding reached 2^53.
    let field = u64::try_from(exponent.checked_sub(LEAST_EXPONENT)?).ok()?;
    let bits = (field << (SIGNIFICAND_BITS - 1)).checked_add(significand)?;
    let value = f64::from_bits(bits);
    if exponent > GREATEST_EXPONENT || value.is_infinite() { None } else { Some(value) }
}

/// The 64 bits of a magnitude from bit `place` on, which may be negative.
fn bits_from(limbs: &[u32], place: u64) -> u64 {
    let first = usize::try_from(place / u64::from(LIMB_BITS)).unwrap_or(usize::MAX);
    let shift = low(place % u64::from(LIMB_BITS));
    let limb = |offset: usize| {
        first.checked_add(offset).and_then(|at| limbs.get(at)).copied().unwrap_or(0)
    };
    let lower = join(limb(0), limb(1)) >> shift;
    let upper = (u64::from(limb(2)) << LIMB_BITS) << (LIMB_BITS - shift);
    if shift == 0 { lower } else { lower | upper }
}

/// The first 64 bits of a magnitude, or all of a short one.
pub fn top_bits(limbs: &[u32]) -> Ratio {
    let limbs = trimmed(limbs);
    let place = shift::bit_length(limbs).saturating_sub(u64::from(u64::BITS));
    Ratio {
        mantissa: bits_from(limbs, place),
        exponent: i64::try_from(place).unwrap_or(i64::MAX),
        sticky: shift::has_bits_below(limbs, place),
    }
}

/// The float nearest to a magnitude; `Overflow` when there is none.
pub fn magnitude_to_f64(limbs: &[u32]) -> Result<f64, BigError> {
    let top = top_bits(limbs);
    compose(top.mantissa, top.exponent, top.sticky).ok_or(BigError::Overflow)
}

/// The float nearest to a number; `Overflow` when there is none.
pub fn to_f64(a: Big<'_>) -> Result<f64, BigError> {
    let value = magnitude_to_f64(a.limbs)?;
    Ok(if a.negative { -value } else { value })
}

/// Significand and power of two of a finite float: the value is their product, without the sign.
pub fn decompose(value: f64) -> (u64, i64) {
    let bits = value.to_bits();
    let fraction = bits & ((1 << (SIGNIFICAND_BITS - 1)) - 1);
    let field = bits >> (SIGNIFICAND_BITS - 1) & 0x7ff;
    if field == 0 {
        (fraction, LEAST_EXPONENT)
    } else {
        let exponent = i64::try_from(field).unwrap_or(0) - 1 + LEAST_EXPONENT;
        (fraction | 1 << (SIGNIFICAND_BITS - 1), exponent)
    }
}

/// `dst =` the integer part of a float. `Overflow` for infinities and NaN.
///
/// `dst` of [`FLOAT_LIMBS`] is always enough; a float of `n` bits needs `n / 32 + 1`.
pub fn from_f64(dst: &mut [u32], value: f64) -> Result<Signed, BigError> {
    if !value.is_finite() {
        return Err(BigError::Overflow);
    }
    let (significand, exponent) = decompose(value);
    let len = match u64::try_from(exponent) {
        Ok(up) => place_bits(dst, significand, up)?,
        Err(_) => {
            let down = u32::try_from(exponent.unsigned_abs()).unwrap_or(u64::BITS);
            super::parse::from_u64(dst, significand.checked_shr(down).unwrap_or(0))?
        }
    };
    Ok(Signed { negative: len > 0 && value.is_sign_negative(), len })
}

/// `dst = significand << up`, touching no more limbs than the result has.
fn place_bits(dst: &mut [u32], significand: u64, up: u64) -> Result<usize, BigError> {
    let whole = usize::try_from(up / u64::from(LIMB_BITS)).unwrap_or(usize::MAX);
    let wide = u128::from(significand) << low(up % u64::from(LIMB_BITS));
    let limbs = [wide, wide >> 32, wide >> 64].map(|part| (part & 0xffff_ffff) as u32);
    let limbs = trimmed(&limbs);
    let len = whole.saturating_add(limbs.len());
    let (zeros, body) = room(dst, len)?.split_at_mut_checked(whole).ok_or(BigError::Room)?;
    zeros.fill(0);
    body.copy_from_slice(limbs);
    Ok(len)
}

/// Compares a number with a float exactly; `None` for NaN.
pub fn compare_f64(a: Big<'_>, value: f64) -> Option<Ordering> {
    if value.is_nan() {
        return None;
    }
    let value_negative = value < 0.0;
    if a.negative != value_negative {
        return Some(if a.negative { Ordering::Less } else { Ordering::Greater });
    }
    let order = compare_magnitude(a.limbs, value.abs());
    Some(if a.negative { order.reverse() } else { order })
}

/// Compares a magnitude with a float that is not negative.
fn compare_magnitude(limbs: &[u32], value: f64) -> Ordering {
    let mut whole = [0; FLOAT_LIMBS];
    let Ok(signed) = from_f64(&mut whole, value) else { return Ordering::Less };
    let order = compare(limbs, whole.get(..signed.len).unwrap_or(&whole));
    let (significand, exponent) = decompose(value);
    let down = u32::try_from(exponent.min(0).unsigned_abs()).unwrap_or(u32::MAX);
    let has_fraction = down > 0 && significand.trailing_zeros() < down && significand != 0;
    if order == Ordering::Equal && has_fraction { Ordering::Less } else { order }
}

/// Limbs of the work buffer of [`true_div`] for a divisor of `b_len` limbs.
pub fn true_div_room(b_len: usize) -> usize {
    b_len.saturating_add(4)
}

/// `a / b` rounded once. `work` has [`true_div_room`] limbs.
pub fn true_div(
    a: Big<'_>,
    b: Big<'_>,
    work: &mut [u32],
    charge: &mut Charge<'_>,
) -> Result<f64, BigError> {
    let value = divide_magnitudes(a.limbs, b.limbs, work, charge)?;
    Ok(if a.negative != b.negative { -value } else { value })
}

/// `a / b` for magnitudes.
fn divide_magnitudes(
    a: &[u32],
    b: &[u32],
    work: &mut [u32],
    charge: &mut Charge<'_>,
) -> Result<f64, BigError> {
    if trimmed(b).is_empty() {
        return Err(BigError::ZeroDivision);
    }
    if let (Some(a), Some(b)) = (to_u64(a), to_u64(b))
        && (a | b) >> SIGNIFICAND_BITS == 0
    {
        return Ok(a as f64 / b as f64);
    }
    let (a_bits, b_bits) = (shift::bit_length(a), shift::bit_length(b));
    if a_bits == 0 || b_bits.saturating_sub(a_bits) > FAR_BITS {
        return Ok(0.0);
    }
    if a_bits.saturating_sub(b_bits) > FAR_BITS {
        return Err(BigError::Overflow);
    }
    let ratio = ratio(a, b, work, charge)?;
    compose(ratio.mantissa, ratio.exponent, ratio.sticky).ok_or(BigError::Overflow)
}

/// The first bits of `a / b` for magnitudes other than zero. `work` has [`true_div_room`] limbs.
pub fn ratio(
    a: &[u32],
    b: &[u32],
    work: &mut [u32],
    charge: &mut Charge<'_>,
) -> Result<Ratio, BigError> {
    let (a, b) = (trimmed(a), trimmed(b));
    // Scaled so that the quotient has 63 or 64 bits; what the scaling drops only makes it inexact.
    let wanted = shift::bit_length(b).saturating_add(63);
    let up = i64::try_from(wanted).unwrap_or(i64::MAX)
        - i64::try_from(shift::bit_length(a)).unwrap_or(i64::MAX);
    let len = match u64::try_from(up) {
        Ok(up) => shift::left(work, a, up)?,
        Err(_) => shift::right(work, a, up.unsigned_abs())?,
    };
    let dropped = up < 0 && shift::has_bits_below(a, up.unsigned_abs());
    let work = room(work, len.saturating_add(1))?;
    if let Some(top) = work.last_mut() {
        *top = 0;
    }
    let mut quot = [0; 4];
    div::divide_work(Some(&mut quot), work, b, charge)?;
    let sticky = dropped || !trimmed(work).is_empty();
    let mantissa = to_u64(&quot).ok_or(BigError::Overflow)?;
    if mantissa >> 63 == 1 {
        return Ok(Ratio { mantissa, exponent: -up, sticky });
    }
    // 63 bits: what is dropped moves into the free last one.
    Ok(Ratio { mantissa: mantissa << 1 | u64::from(sticky), exponent: -up - 1, sticky })
}
