//! Addition and subtraction.
//!
//! Linear in the operands, so nothing is charged here; a caller that adds in a loop pays itself.
//!
//! Not here: the carry loops (row.rs).

use core::cmp::Ordering;

use super::{Big, BigError, Signed, compare, copy_and_clear, room, row, trimmed};

/// Limbs for a sum or a difference of magnitudes of these lengths.
#[inline]
pub fn add_room(a_len: usize, b_len: usize) -> usize {
    a_len.max(b_len).saturating_add(1)
}

/// `dst = a + b`; returns the length.
pub fn add(dst: &mut [u32], a: &[u32], b: &[u32]) -> Result<usize, BigError> {
    let (a, b) = (trimmed(a), trimmed(b));
    let (long, short) = if a.len() < b.len() { (b, a) } else { (a, b) };
    let dst = room(dst, add_room(a.len(), b.len()))?;
    copy_and_clear(dst, long)?;
    row::add_to(dst, short);
    Ok(trimmed(dst).len())
}

/// `dst = a - b` for `a >= b`; returns the length. A smaller `a` gives `Overflow`.
pub fn sub(dst: &mut [u32], a: &[u32], b: &[u32]) -> Result<usize, BigError> {
    let (a, b) = (trimmed(a), trimmed(b));
    if a.len() < b.len() {
        return Err(BigError::Overflow);
    }
    let dst = room(dst, a.len())?;
    copy_and_clear(dst, a)?;
    if row::sub_from(dst, b) { Err(BigError::Overflow) } else { Ok(trimmed(dst).len()) }
}

/// `dst = a + b` with signs.
pub fn add_signed(dst: &mut [u32], a: Big<'_>, b: Big<'_>) -> Result<Signed, BigError> {
    if a.negative == b.negative {
        return Ok(Signed { negative: a.negative, len: add(dst, a.limbs, b.limbs)? });
    }
    match compare(a.limbs, b.limbs) {
        Ordering::Equal => Ok(Signed { negative: false, len: 0 }),
        Ordering::Greater => Ok(Signed { negative: a.negative, len: sub(dst, a.limbs, b.limbs)? }),
        Ordering::Less => Ok(Signed { negative: b.negative, len: sub(dst, b.limbs, a.limbs)? }),
    }
}

/// `dst = a - b` with signs.
pub fn sub_signed(dst: &mut [u32], a: Big<'_>, b: Big<'_>) -> Result<Signed, BigError> {
    add_signed(dst, a, b.negated())
}
