//! Powers, plain and modulo a third number, and modular inverses.
//!
//! Left-to-right binary powers between two buffers that change roles; the result is copied to the
//! one that was promised if it ends in the other.
//!
//! Not here: signs (the caller knows whether the exponent is odd), negative exponents.

use core::cmp::Ordering;

use super::{
    BigError, Charge, LIMB_BITS, compare, copy_and_clear, div, mul, room, row, shift, to_u64,
    trimmed,
};

/// Limbs of each of the two buffers of [`pow`]; `None` when no buffer is that long.
pub fn pow_room(base: &[u32], exponent: u64) -> Option<usize> {
    let bits = shift::bit_length(base).checked_mul(exponent)?;
    usize::try_from(bits / u64::from(LIMB_BITS)).ok()?.checked_add(2)
}

/// Limbs of scratch with which [`pow`] is at its best, for a result of `len` limbs.
pub fn pow_scratch(len: usize) -> usize {
    mul::mul_scratch(len.div_ceil(2), len.div_ceil(2))
}

/// `dst = base ** exponent`; returns the length. `spare` is as long as `dst`.
pub fn pow(
    dst: &mut [u32],
    spare: &mut [u32],
    base: &[u32],
    exponent: u64,
    scratch: &mut [u32],
    charge: &mut Charge<'_>,
) -> Result<usize, BigError> {
    let base = trimmed(base);
    if exponent == 0 || base == [1] {
        return one(dst);
    }
    let zeros = shift::trailing_zeros(base);
    if !base.is_empty() && shift::bit_length(base) == zeros + 1 {
        return power_of_two(dst, zeros.checked_mul(exponent).ok_or(BigError::Overflow)?);
    }
    let (mut current, mut other) = (&mut *dst, &mut *spare);
    copy_and_clear(room(current, base.len())?, base)?;
    let (mut len, mut in_spare) = (base.len(), false);
    for bit in (0..exponent.ilog2()).rev() {
        len = mul::square(other, room(current, len)?, scratch, charge)?;
        (current, other, in_spare) = (other, current, !in_spare);
        if exponent >> bit & 1 == 1 {
            len = mul::mul(other, room(current, len)?, base, scratch, charge)?;
            (current, other, in_spare) = (other, current, !in_spare);
        }
    }
    if in_spare {
        copy_and_clear(room(other, len)?, room(current, len)?)?;
    }
    Ok(len)
}

/// `dst = 1`.
fn one(dst: &mut [u32]) -> Result<usize, BigError> {
    room(dst, 1)?.fill(1);
    Ok(1)
}

/// `dst = 2 ** bits`.
fn power_of_two(dst: &mut [u32], bits: u64) -> Result<usize, BigError> {
    let limbs = usize::try_from(bits / u64::from(LIMB_BITS)).map_err(|_| BigError::Overflow)?;
    let dst = room(dst, limbs.checked_add(1).ok_or(BigError::Overflow)?)?;
    dst.fill(0);
    if let Some(top) = dst.last_mut() {
        *top = 1 << row::low(bits % u64::from(LIMB_BITS));
    }
    Ok(dst.len())
}

/// Limbs of the work buffer of [`pow_mod`] for a modulus of `len` limbs.
pub fn pow_mod_room(len: usize) -> usize {
    len.saturating_mul(2).saturating_add(1)
}

/// `dst = base ** exponent % modulus` for magnitudes; returns the length.
///
/// `base` is less than the modulus; `dst` has the modulus' length, `work` [`pow_mod_room`].
pub fn pow_mod(
    dst: &mut [u32],
    work: &mut [u32],
    base: &[u32],
    exponent: &[u32],
    modulus: &[u32],
    charge: &mut Charge<'_>,
) -> Result<usize, BigError> {
    let (base, exponent, modulus) = (trimmed(base), trimmed(exponent), trimmed(modulus));
    match *modulus {
        [] => return Err(BigError::ZeroDivision),
        [1] => return Ok(0),
        _ => {}
    }
    if compare(base, modulus) != Ordering::Less {
        return Err(BigError::Overflow);
    }
    copy_and_clear(dst, &[1])?;
    for limb in exponent.iter().rev() {
        for bit in (0..LIMB_BITS).rev() {
            square_mod(dst, work, modulus, charge)?;
            if limb >> bit & 1 == 1 {
                multiply_mod(dst, work, base, modulus, charge)?;
            }
        }
    }
    Ok(trimmed(dst).len())
}

/// `dst = dst * dst % modulus`.
fn square_mod(
    dst: &mut [u32],
    work: &mut [u32],
    modulus: &[u32],
    charge: &mut Charge<'_>,
) -> Result<(), BigError> {
    if trimmed(dst) == [1] {
        return Ok(());
    }
    let len = mul::square(work, dst, &mut [], charge)?;
    reduce(dst, work, len, modulus, charge)
}

/// `dst = dst * factor % modulus`.
fn multiply_mod(
    dst: &mut [u32],
    work: &mut [u32],
    factor: &[u32],
    modulus: &[u32],
    charge: &mut Charge<'_>,
) -> Result<(), BigError> {
    let len = mul::mul(work, dst, factor, &mut [], charge)?;
    reduce(dst, work, len, modulus, charge)
}

/// `dst = work[..len] % modulus`.
fn reduce(
    dst: &mut [u32],
    work: &mut [u32],
    len: usize,
    modulus: &[u32],
    charge: &mut Charge<'_>,
) -> Result<(), BigError> {
    let work = room(work, len.saturating_add(1))?;
    if let Some(top) = work.last_mut() {
        *top = 0;
    }
    div::divide_work(None, work, modulus, charge)?;
    copy_and_clear(dst, trimmed(work))
}

/// Limbs of each of the five buffers of [`inverse`] for a modulus of `len` limbs.
pub fn inverse_room(len: usize) -> usize {
    len.saturating_mul(2).saturating_add(2)
}

/// `dst = a ** -1 % modulus` for `a` less than the modulus; `None` when there is no inverse.
///
/// Euclid's algorithm that also keeps track of how often `a` went into each remainder. Those
/// factors alternate in sign, so their magnitudes are only ever added. All buffers are
/// [`inverse_room`] long.
pub fn inverse(
    dst: &mut [u32],
    buffers: [&mut [u32]; 4],
    a: &[u32],
    modulus: &[u32],
    charge: &mut Charge<'_>,
) -> Result<Option<usize>, BigError> {
    let (a, modulus) = (trimmed(a), trimmed(modulus));
    match *modulus {
        [] => return Err(BigError::ZeroDivision),
        [1] => return Ok(Some(0)),
        _ => {}
    }
    let [mut older, mut newer, mut factor, quot] = buffers;
    let mut older_factor = dst;
    copy_and_clear(older, modulus)?;
    copy_and_clear(newer, a)?;
    copy_and_clear(older_factor, &[])?;
    copy_and_clear(factor, &[1])?;
    let mut odd = false;
    while !trimmed(newer).is_empty() {
        let len = trimmed(older).len();
        quot.fill(0);
        let window = room(older, len.saturating_add(1))?;
        div::divide_work(Some(&mut *quot), window, trimmed(newer), charge)?;
        add_product(older_factor, trimmed(quot), trimmed(factor), charge)?;
        (older, newer) = (newer, older);
        (older_factor, factor) = (factor, older_factor);
        odd = !odd;
    }
    if to_u64(older) != Some(1) {
        return Ok(None);
    }
    // After an odd number of steps the factor is positive, after an even number negative.
    if !odd {
        row::reverse_sub(older_factor, modulus);
    }
    let len = trimmed(older_factor).len();
    if odd {
        copy_and_clear(factor, older_factor.get(..len).ok_or(BigError::Room)?)?;
    }
    Ok(Some(len))
}

/// `acc += a * b`, where the sum fits.
fn add_product(
    acc: &mut [u32],
    a: &[u32],
    b: &[u32],
    charge: &mut Charge<'_>,
) -> Result<(), BigError> {
    let mut rest = a;
    let mut start = 0;
    while let Some((word, next)) = row::take_word(rest) {
        super::spend(charge, super::row_steps(b.len(), row::word_width(rest)))?;
        let place = acc.get_mut(start..).ok_or(BigError::Room)?;
        let (body, above) = place.split_at_mut_checked(b.len()).ok_or(BigError::Room)?;
        row::add_to(above, trimmed(&row::limbs_of(row::mul_add(body, b, word))));
        rest = next;
        start += row::WORD_LIMBS;
    }
    Ok(())
}
