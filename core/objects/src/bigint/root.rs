//! Integer square roots.
//!
//! The precision doubles with each step: a root of the top `d` bits gives, after one division, a
//! root of the top `2d` bits that is at most one off, and errors do not grow from step to step. One
//! comparison at the end makes the root exact.
//!
//! Not here: roots of floats (libm).

use super::{BigError, Charge, compare, copy_and_clear, div, mul, room, row, shift, trimmed};
use core::cmp::Ordering;

/// Limbs of the work buffer and of the quotient buffer of [`isqrt`] for `len` limbs.
pub fn isqrt_room(len: usize) -> usize {
    len.saturating_add(4)
}

/// `dst = floor(sqrt(a))`; returns the length.
///
/// `dst`, `work` and `quot` are all [`isqrt_room`] long.
pub fn isqrt(
    dst: &mut [u32],
    work: &mut [u32],
    quot: &mut [u32],
    a: &[u32],
    charge: &mut Charge<'_>,
) -> Result<usize, BigError> {
    let a = trimmed(a);
    let Some(half_bits) = (shift::bit_length(a) + 1).checked_div(2).and_then(|c| c.checked_sub(1))
    else {
        return Ok(0);
    };
    // `half_bits` is one less than the bits of the root; `known` of them are settled after a step.
    copy_and_clear(dst, &[1])?;
    let mut known = 0u64;
    for step in (0..u64::BITS - half_bits.leading_zeros()).rev() {
        let before = known;
        known = half_bits >> step;
        refine(dst, work, quot, a, [half_bits, known, before], charge)?;
    }
    let len = trimmed(dst).len();
    let root = dst.get(..len).ok_or(BigError::Room)?;
    let square = mul::square(work, root, &mut [], charge)?;
    if compare(room(work, square)?, a) == Ordering::Greater {
        row::decrement(dst);
    }
    Ok(trimmed(dst).len())
}

/// One step: `root = (root << known-before-1) + (a >> 2*half-before-known+1) / root`.
fn refine(
    root: &mut [u32],
    work: &mut [u32],
    quot: &mut [u32],
    a: &[u32],
    [half_bits, known, before]: [u64; 3],
    charge: &mut Charge<'_>,
) -> Result<(), BigError> {
    let drop = (2 * half_bits + 1).saturating_sub(before + known);
    let len = shift::right(work, a, drop)?;
    let work = room(work, len.saturating_add(1))?;
    if let Some(top) = work.last_mut() {
        *top = 0;
    }
    quot.fill(0);
    div::divide_work(Some(&mut *quot), work, trimmed(root), charge)?;
    // The remainder is not needed any more: its buffer takes the shifted root.
    let grow = (known - before).saturating_sub(1);
    let root_len = trimmed(root).len();
    let shifted = shift_in_place(root, root_len, grow)?;
    let quot = trimmed(quot);
    let len = shifted.max(quot.len()).saturating_add(1);
    row::add_to(room(root, len)?, quot);
    Ok(())
}

/// `limbs <<= bits` inside a buffer whose unused part is clear; returns the length.
fn shift_in_place(limbs: &mut [u32], len: usize, bits: u64) -> Result<usize, BigError> {
    let whole = usize::try_from(bits / u64::from(super::LIMB_BITS)).unwrap_or(usize::MAX);
    let rest = row::low(bits % u64::from(super::LIMB_BITS));
    let total = len.checked_add(whole).and_then(|l| l.checked_add(1)).ok_or(BigError::Room)?;
    let limbs = room(limbs, total)?;
    limbs.copy_within(..len, whole);
    limbs.get_mut(..whole).ok_or(BigError::Room)?.fill(0);
    let mut carry = 0;
    for limb in limbs.iter_mut().skip(whole) {
        let wide = row::join(carry, *limb) << rest;
        (carry, *limb) = (*limb, row::high(wide));
    }
    Ok(trimmed(limbs).len())
}
