//! Karatsuba multiplication: three half-size products instead of four.
//!
//! ```text
//!   a = a1:a0, b = b1:b0 split at `half`, halves of the longer factor rounded up
//!   dst      |  a0*b0, 2*half limbs     |  a1*b1, the rest         |
//!   scratch  |  |a0-a1| * |b0-b1|, 2*half limbs | top |  scratch of the recursion
//!   a*b = a1*b1 W^2 + (a0*b0 + a1*b1 - (a0-a1)*(b0-b1)) W + a0*b0
//! ```
//!
//! The two differences are parked in `dst` before the outer products overwrite them. A product that
//! finds too little scratch is done by rows instead. Each level halves the length, so the recursion
//! is at most `MAX_DEPTH` deep, and it counts.
//!
//! Not here: the choice whether to come here at all (mul.rs).

use super::{BigError, Charge, mul, row, row_steps, spend, trimmed};

/// Below this length of the shorter factor rows are faster. Measured: 64-bit words, x86-64.
pub(super) const CUTOFF_LIMBS: usize = 64;

/// Levels of recursion; a slice of 2^30 limbs has no more.
const MAX_DEPTH: u32 = 30;

/// Scratch for a product whose shorter factor has `len` limbs.
pub(super) fn scratch_len(len: usize) -> usize {
    let (mut total, mut len) = (0usize, len);
    while len >= CUTOFF_LIMBS {
        let half = len.div_ceil(2);
        total = total.saturating_add(2 * half + 1);
        len = half;
    }
    total
}

/// `dst = a * b` where `a` is not the shorter one and `dst` has the length of both.
pub(super) fn mul(
    dst: &mut [u32],
    a: &[u32],
    b: &[u32],
    scratch: &mut [u32],
    charge: &mut Charge<'_>,
) -> Result<(), BigError> {
    if a.len() == b.len() {
        return balanced(dst, a, b, scratch, charge, MAX_DEPTH);
    }
    dst.fill(0);
    let mut window = dst;
    let mut rest = a;
    loop {
        let (piece, next) = rest.split_at_checked(b.len()).unwrap_or((rest, &[]));
        add_piece(window, piece, b, scratch, charge)?;
        if next.is_empty() {
            return Ok(());
        }
        rest = next;
        window = window.get_mut(b.len()..).ok_or(BigError::Room)?;
    }
}

/// Adds `piece * b` to `window`, in which only the first `b.len()` limbs are in use.
fn add_piece(
    window: &mut [u32],
    piece: &[u32],
    b: &[u32],
    scratch: &mut [u32],
    charge: &mut Charge<'_>,
) -> Result<(), BigError> {
    if piece.len() < b.len() {
        // The last piece: rows that add to what is there need no scratch for the product.
        return add_rows(window, b, piece, charge);
    }
    let len = 2 * b.len();
    let Some((held, deeper)) = scratch.split_at_mut_checked(b.len()) else {
        return add_rows(window, b, piece, charge);
    };
    let (body, _) = window.split_at_mut_checked(len).ok_or(BigError::Room)?;
    held.copy_from_slice(body.get(..b.len()).ok_or(BigError::Room)?);
    balanced(body, piece, b, deeper, charge, MAX_DEPTH)?;
    row::add_to(body, held);
    Ok(())
}

/// `window += a * b` by rows.
fn add_rows(
    window: &mut [u32],
    a: &[u32],
    b: &[u32],
    charge: &mut Charge<'_>,
) -> Result<(), BigError> {
    let mut rest = b;
    let mut start = 0;
    while let Some((word, next)) = row::take_word(rest) {
        spend(charge, row_steps(a.len(), row::word_width(rest)))?;
        let place = window.get_mut(start..).ok_or(BigError::Room)?;
        let (body, above) = place.split_at_mut_checked(a.len()).ok_or(BigError::Room)?;
        row::add_to(above, trimmed(&row::limbs_of(row::mul_add(body, a, word))));
        rest = next;
        start += row::WORD_LIMBS;
    }
    Ok(())
}

/// `dst = a * b` for factors of one length.
fn balanced(
    dst: &mut [u32],
    a: &[u32],
    b: &[u32],
    scratch: &mut [u32],
    charge: &mut Charge<'_>,
    depth: u32,
) -> Result<(), BigError> {
    let half = a.len().div_ceil(2);
    if depth == 0 || a.len() < CUTOFF_LIMBS || scratch.len() < 2 * half + 1 {
        return mul::by_rows(dst, a, b, charge);
    }
    let (a0, a1) = a.split_at_checked(half).ok_or(BigError::Room)?;
    let (b0, b1) = b.split_at_checked(half).ok_or(BigError::Room)?;
    let (middle, deeper) = scratch.split_at_mut_checked(2 * half + 1).ok_or(BigError::Room)?;
    let (low, high) = dst.split_at_mut_checked(2 * half).ok_or(BigError::Room)?;
    let (first, second) = low.split_at_mut_checked(half).ok_or(BigError::Room)?;
    let negative = difference(first, a0, a1)? != difference(second, b0, b1)?;
    let product = middle.get_mut(..2 * half).ok_or(BigError::Room)?;
    balanced(product, first, second, deeper, charge, depth - 1)?;
    balanced(low, a0, b0, deeper, charge, depth - 1)?;
    balanced(high, a1, b1, deeper, charge, depth - 1)?;
    combine(dst, middle, half, negative)
}

/// `dst = a * a`.
pub(super) fn square(
    dst: &mut [u32],
    a: &[u32],
    scratch: &mut [u32],
    charge: &mut Charge<'_>,
) -> Result<(), BigError> {
    square_at(dst, a, scratch, charge, MAX_DEPTH)
}

/// [`square`] with the count of levels left.
fn square_at(
    dst: &mut [u32],
    a: &[u32],
    scratch: &mut [u32],
    charge: &mut Charge<'_>,
    depth: u32,
) -> Result<(), BigError> {
    let half = a.len().div_ceil(2);
    if depth == 0 || a.len() < CUTOFF_LIMBS || scratch.len() < 2 * half + 1 {
        return mul::square_by_rows(dst, a, charge);
    }
    let (a0, a1) = a.split_at_checked(half).ok_or(BigError::Room)?;
    let (middle, deeper) = scratch.split_at_mut_checked(2 * half + 1).ok_or(BigError::Room)?;
    let (low, high) = dst.split_at_mut_checked(2 * half).ok_or(BigError::Room)?;
    let first = low.get_mut(..half).ok_or(BigError::Room)?;
    difference(first, a0, a1)?;
    let product = middle.get_mut(..2 * half).ok_or(BigError::Room)?;
    square_at(product, first, deeper, charge, depth - 1)?;
    square_at(low, a0, deeper, charge, depth - 1)?;
    square_at(high, a1, deeper, charge, depth - 1)?;
    combine(dst, middle, half, false)
}

/// `dst = |a - b|`; returns whether `a` was the smaller one. `b` may be shorter by a limb.
fn difference(dst: &mut [u32], a: &[u32], b: &[u32]) -> Result<bool, BigError> {
    let dst = dst.get_mut(..a.len()).ok_or(BigError::Room)?;
    dst.copy_from_slice(a);
    let smaller = row::sub_from(dst, b);
    if smaller {
        row::negate(dst);
    }
    Ok(smaller)
}

/// Turns the product of the differences into the middle term and adds it in its place.
fn combine(
    dst: &mut [u32],
    middle: &mut [u32],
    half: usize,
    negative: bool,
) -> Result<(), BigError> {
    let (low, high) = dst.split_at_checked(2 * half).ok_or(BigError::Room)?;
    if let Some(top) = middle.last_mut() {
        *top = 0;
    }
    if negative {
        row::add_to(middle, low);
    } else {
        row::reverse_sub(middle, low);
    }
    row::add_to(middle, high);
    let place = dst.get_mut(half..).ok_or(BigError::Room)?;
    row::add_to(place, trimmed(middle));
    Ok(())
}
