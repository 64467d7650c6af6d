//! Multiplication: one row per word of the shorter factor, Karatsuba above a threshold.
//!
//! Karatsuba wants scratch. A caller that cannot get it passes less (or nothing) and gets the same
//! product more slowly, so running out of memory for scratch is never an error.
//!
//! Not here: the recursion (karatsuba.rs), powers (power.rs).

use super::row::{self, WORD_LIMBS, Word};
use super::{Big, BigError, Charge, Signed, karatsuba, room, row_steps, spend, triangle, trimmed};

/// Limbs for a product of magnitudes of these lengths.
#[inline]
pub fn mul_room(a_len: usize, b_len: usize) -> usize {
    a_len.saturating_add(b_len)
}

/// Limbs of scratch with which [`mul`] is at its best; 0 for all but large factors.
#[inline]
pub fn mul_scratch(a_len: usize, b_len: usize) -> usize {
    let short = a_len.min(b_len);
    let held = if a_len == b_len || short < karatsuba::CUTOFF_LIMBS { 0 } else { short };
    karatsuba::scratch_len(short).saturating_add(held)
}

/// `dst = a * m`; returns the length, at most one more than that of `a`.
pub fn mul_small(dst: &mut [u32], a: &[u32], m: u32) -> Result<usize, BigError> {
    let a = trimmed(a);
    let dst = room(dst, a.len().saturating_add(1))?;
    let Some((top, body)) = dst.split_last_mut() else { return Err(BigError::Room) };
    *top = row::low_limb(row::mul_into(body, a, Word::from(m), 0));
    Ok(trimmed(dst).len())
}

/// `dst = a * b`; returns the length.
pub fn mul(
    dst: &mut [u32],
    a: &[u32],
    b: &[u32],
    scratch: &mut [u32],
    charge: &mut Charge<'_>,
) -> Result<usize, BigError> {
    let (a, b) = (trimmed(a), trimmed(b));
    let (long, short) = if a.len() < b.len() { (b, a) } else { (a, b) };
    if short.is_empty() {
        return Ok(0);
    }
    let dst = room(dst, mul_room(a.len(), b.len()))?;
    if short.len() >= karatsuba::CUTOFF_LIMBS && !scratch.is_empty() {
        karatsuba::mul(dst, long, short, scratch, charge)?;
    } else {
        by_rows(dst, long, short, charge)?;
    }
    Ok(trimmed(dst).len())
}

/// `dst = a * a`; returns the length. Scratch as for `mul` of two such factors.
pub fn square(
    dst: &mut [u32],
    a: &[u32],
    scratch: &mut [u32],
    charge: &mut Charge<'_>,
) -> Result<usize, BigError> {
    let a = trimmed(a);
    let dst = room(dst, mul_room(a.len(), a.len()))?;
    if a.len() >= karatsuba::CUTOFF_LIMBS && !scratch.is_empty() {
        karatsuba::square(dst, a, scratch, charge)?;
    } else {
        square_by_rows(dst, a, charge)?;
    }
    Ok(trimmed(dst).len())
}

/// `dst = a * b` with signs.
pub fn mul_signed(
    dst: &mut [u32],
    a: Big<'_>,
    b: Big<'_>,
    scratch: &mut [u32],
    charge: &mut Charge<'_>,
) -> Result<Signed, BigError> {
    let len = mul(dst, a.limbs, b.limbs, scratch, charge)?;
    Ok(Signed { negative: len > 0 && a.negative != b.negative, len })
}

/// The whole of `dst`, which has the lengths of `a` and `b` together, becomes `a * b`.
pub(super) fn by_rows(
    dst: &mut [u32],
    a: &[u32],
    b: &[u32],
    charge: &mut Charge<'_>,
) -> Result<(), BigError> {
    let Some((first, mut rest)) = row::take_word(b) else {
        dst.fill(0);
        return Ok(());
    };
    let (body, above) = dst.split_at_mut_checked(a.len()).ok_or(BigError::Room)?;
    spend(charge, row_steps(a.len(), row::word_width(b)))?;
    row::put_word(above, row::mul_into(body, a, first, 0));
    let mut start = WORD_LIMBS;
    while let Some((word, next)) = row::take_word(rest) {
        spend(charge, row_steps(a.len(), row::word_width(rest)))?;
        let window = dst.get_mut(start..).ok_or(BigError::Room)?;
        let (body, above) = window.split_at_mut_checked(a.len()).ok_or(BigError::Room)?;
        row::put_word(above, row::mul_add(body, a, word));
        rest = next;
        start += WORD_LIMBS;
    }
    Ok(())
}

/// The whole of `dst`, twice as long as `a`, becomes `a * a`: each pair of different words is
/// multiplied once, doubled, and the squares of the words are added.
pub(super) fn square_by_rows(
    dst: &mut [u32],
    a: &[u32],
    charge: &mut Charge<'_>,
) -> Result<(), BigError> {
    dst.fill(0);
    let mut rest = a;
    let mut start = WORD_LIMBS;
    while let Some((word, next)) = row::take_word(rest) {
        spend(charge, triangle(rest.len()) - triangle(next.len()))?;
        rest = next;
        if next.is_empty() {
            break;
        }
        let window = dst.get_mut(start..).ok_or(BigError::Room)?;
        let (body, above) = window.split_at_mut_checked(next.len()).ok_or(BigError::Room)?;
        row::put_word(above, row::mul_add(body, next, word));
        start += 2 * WORD_LIMBS;
    }
    double(dst);
    add_squares(dst, a);
    Ok(())
}

/// Shifts the whole slice up by one bit.
fn double(limbs: &mut [u32]) {
    let mut carry = 0;
    for limb in limbs {
        let top = *limb >> 31;
        *limb = *limb << 1 | carry;
        carry = top;
    }
}

/// Adds the square of each word of `a` at twice its place.
fn add_squares(dst: &mut [u32], a: &[u32]) {
    let mut rest = a;
    let mut window = dst;
    let mut carry = false;
    while let Some((word, next)) = row::take_word(rest) {
        let (lower, upper) = row::square_word(word);
        let split = window.len().min(2 * WORD_LIMBS);
        let (place, above) = window.split_at_mut(split);
        let mut square = [0u32; 2 * WORD_LIMBS];
        row::put_word(&mut square, lower);
        row::put_word(square.get_mut(WORD_LIMBS..).unwrap_or(&mut []), upper);
        carry = carry && row::increment(place);
        carry |= row::add_to(place, square.get(..split).unwrap_or(&square));
        rest = next;
        window = above;
    }
}
