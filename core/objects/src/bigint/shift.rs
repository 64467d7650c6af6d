//! Shifts, and the bit questions that need no second operand.
//!
//! Linear, so nothing is charged. Distances are `u64`: a caller decides what is too far.
//!
//! Not here: and, or, xor (bits.rs).

use super::row::{high, join, low};
use super::{Big, BigError, LIMB_BITS, Signed, room, row, trimmed};

/// Number of bits of the magnitude; 0 for zero.
#[inline]
pub fn bit_length(limbs: &[u32]) -> u64 {
    let limbs = trimmed(limbs);
    let top_zeros = limbs.last().map_or(0, |top| top.leading_zeros());
    limbs.len() as u64 * u64::from(LIMB_BITS) - u64::from(top_zeros)
}

/// Number of ones in the magnitude.
pub fn bit_count(limbs: &[u32]) -> u64 {
    limbs.iter().map(|limb| u64::from(limb.count_ones())).sum()
}

/// Number of zeros below the lowest one; 0 for zero.
pub fn trailing_zeros(limbs: &[u32]) -> u64 {
    let zeros = limbs.iter().take_while(|&&limb| limb == 0).count();
    let last = limbs.get(zeros).map_or(0, |limb| limb.trailing_zeros());
    if zeros == limbs.len() { 0 } else { zeros as u64 * u64::from(LIMB_BITS) + u64::from(last) }
}

/// Whether any bit below `place` is set.
pub fn has_bits_below(limbs: &[u32], place: u64) -> bool {
    limbs.iter().any(|&limb| limb != 0) && trailing_zeros(limbs) < place
}

/// Whole limbs and bits of a distance.
fn distance(bits: u64) -> (usize, u32) {
    let limbs = usize::try_from(bits / u64::from(LIMB_BITS)).unwrap_or(usize::MAX);
    (limbs, low(bits % u64::from(LIMB_BITS)))
}

/// Limbs of a magnitude of `len` limbs shifted up by `bits`; `None` when no slice is that long.
pub fn left_room(len: usize, bits: u64) -> Option<usize> {
    let (limbs, _) = distance(bits);
    limbs.checked_add(len)?.checked_add(1)
}

/// `dst = a << bits`; returns the length.
pub fn left(dst: &mut [u32], a: &[u32], bits: u64) -> Result<usize, BigError> {
    let a = trimmed(a);
    if a.is_empty() {
        return Ok(0);
    }
    let (limbs, bits_left) = distance(bits);
    let dst = room(dst, left_room(a.len(), bits).ok_or(BigError::Overflow)?)?;
    let (zeros, body) = dst.split_at_mut_checked(limbs).ok_or(BigError::Room)?;
    zeros.fill(0);
    let mut below = 0;
    for (limb, &source) in body.iter_mut().zip(a.iter().chain(&[0])) {
        *limb = high(join(below, source) << bits_left);
        below = source;
    }
    Ok(trimmed(dst).len())
}

/// `dst = a >> bits`, dropping the bits that fall out; returns the length, at most that of `a`.
pub fn right(dst: &mut [u32], a: &[u32], bits: u64) -> Result<usize, BigError> {
    let a = trimmed(a);
    let (limbs, bits_left) = distance(bits);
    let Some(source) = a.get(limbs..) else { return Ok(0) };
    let dst = room(dst, source.len())?;
    let above = source.iter().skip(1).chain(&[0]);
    for ((limb, &lower), &upper) in dst.iter_mut().zip(source).zip(above) {
        *limb = low(join(lower, upper) >> bits_left);
    }
    Ok(trimmed(dst).len())
}

/// Python's `>>`, which rounds towards minus infinity. `dst` needs a limb more than `a` has.
pub fn floor_right(dst: &mut [u32], a: Big<'_>, bits: u64) -> Result<Signed, BigError> {
    let len = right(dst, a.limbs, bits)?;
    if !a.negative || !has_bits_below(a.limbs, bits) {
        return Ok(Signed { negative: a.negative && len > 0, len });
    }
    let dst = room(dst, len.saturating_add(1))?;
    if let Some(top) = dst.last_mut() {
        *top = 0;
    }
    row::increment(dst);
    Ok(Signed { negative: true, len: trimmed(dst).len() })
}
