//! Division: one limb at a time with a reciprocal instead of a hardware division.
//!
//! Long division runs in place and needs no normalised copy of the divisor: the two top limbs that
//! the estimate needs are shifted on the fly, the rows work on the limbs as they are. A quotient of
//! one limb is therefore one estimate and one row.
//!
//! ```text
//!   work   | remainder so far, n + 1 limbs at `place` | zero |      before: dividend and one limb
//!   quot   |            digits still to come  | digits found |      after:  remainder
//! ```
//!
//! V1  The estimate from three limbs by two is right or one too large; then the row borrows and the
//!     divisor is added back once.
//! V2  After a row the limb above the window is zero.
//!
//! Not here: true division (float.rs).

use core::cmp::Ordering;

use super::row::{self, Word, high, join, low};
use super::{
    Big, BigError, Charge, LIMB_BITS, Signed, compare, copy_and_clear, room, row_steps, spend,
    trimmed,
};

/// A divisor prepared for multiplication: shifted so that its top bit is set, two limbs of it and
/// the reciprocal of those.
#[derive(Clone, Copy)]
struct Divisor {
    top: u32,
    next: u32,
    reciprocal: u32,
    shift: u32,
}

/// Limb `index` of `limbs << shift`, given the limb and the one below it.
#[inline(always)]
fn shifted(limb: u32, below: u32, shift: u32) -> u32 {
    high(join(below, limb) << shift)
}

/// Reciprocal of a limb whose top bit is set: `(W^2 - 1) / limb - W`.
#[inline]
fn reciprocal_of_limb(limb: u32) -> u32 {
    let quotient = u64::MAX.checked_div(u64::from(limb)).unwrap_or(0);
    low(quotient)
}

impl Divisor {
    /// A divisor of one limb other than zero.
    #[inline]
    fn of_limb(limb: u32) -> Self {
        let shift = limb.leading_zeros() & (LIMB_BITS - 1);
        let top = limb << shift;
        Self { top, next: 0, reciprocal: reciprocal_of_limb(top), shift }
    }

    /// A divisor from its three top limbs, highest first; the first is not zero.
    fn of_limbs(first: u32, second: u32, third: u32) -> Self {
        let shift = first.leading_zeros() & (LIMB_BITS - 1);
        let (top, next) = (shifted(first, second, shift), shifted(second, third, shift));
        Self { top, next, reciprocal: reciprocal_of_two(top, next), shift }
    }

    /// Divides two limbs by `top`, where `upper < top`: quotient and remainder.
    #[inline(always)]
    fn divide_by_one(self, upper: u32, lower: u32) -> (u32, u32) {
        let estimate =
            (u64::from(self.reciprocal) * u64::from(upper)).wrapping_add(join(lower, upper));
        let mut quotient = high(estimate).wrapping_add(1);
        let mut rest = lower.wrapping_sub(quotient.wrapping_mul(self.top));
        if rest > low(estimate) {
            quotient = quotient.wrapping_sub(1);
            rest = rest.wrapping_add(self.top);
        }
        if rest >= self.top {
            quotient = quotient.wrapping_add(1);
            rest = rest.wrapping_sub(self.top);
        }
        (quotient, rest)
    }

    /// Divides three limbs, highest first, by the two top limbs; the largest limb if the quotient
    /// has no room in one.
    #[inline(always)]
    fn divide_by_two(self, first: u32, second: u32, third: u32) -> u32 {
        let divisor = join(self.next, self.top);
        if join(second, first) >= divisor {
            return u32::MAX;
        }
        let estimate =
            (u64::from(self.reciprocal) * u64::from(first)).wrapping_add(join(second, first));
        let guess = high(estimate);
        let rest = second.wrapping_sub(guess.wrapping_mul(self.top));
        let product = u64::from(self.next) * u64::from(guess);
        let mut rest = join(third, rest).wrapping_sub(product).wrapping_sub(divisor);
        let mut quotient = guess.wrapping_add(1);
        if high(rest) >= low(estimate) {
            quotient = quotient.wrapping_sub(1);
            rest = rest.wrapping_add(divisor);
        }
        if rest >= divisor { quotient.wrapping_add(1) } else { quotient }
    }
}

/// Reciprocal of two limbs whose top bit is set: `(W^3 - 1) / limbs - W`.
fn reciprocal_of_two(top: u32, next: u32) -> u32 {
    let mut reciprocal = reciprocal_of_limb(top);
    let mut rest = top.wrapping_mul(reciprocal).wrapping_add(next);
    if rest < next {
        reciprocal = reciprocal.wrapping_sub(1);
        if rest >= top {
            reciprocal = reciprocal.wrapping_sub(1);
            rest = rest.wrapping_sub(top);
        }
        rest = rest.wrapping_sub(top);
    }
    let product = u64::from(reciprocal) * u64::from(next);
    let (sum, over) = rest.overflowing_add(high(product));
    if over {
        reciprocal = reciprocal.wrapping_sub(1);
        if join(low(product), sum) >= join(next, top) {
            reciprocal = reciprocal.wrapping_sub(1);
        }
    }
    reciprocal
}

/// `quot = a / d`; returns the quotient's length and the remainder.
pub fn divmod_small(quot: &mut [u32], a: &[u32], d: u32) -> Result<(usize, u32), BigError> {
    let a = trimmed(a);
    let quot = room(quot, a.len())?;
    quot.copy_from_slice(a);
    let rest = divide_in_place(quot, d)?;
    Ok((trimmed(quot).len(), rest))
}

/// `a = a / d` in place; returns the remainder.
pub fn divide_in_place(a: &mut [u32], d: u32) -> Result<u32, BigError> {
    if d == 0 {
        return Err(BigError::ZeroDivision);
    }
    if let [lower] = a {
        let rest = *lower % d;
        *lower /= d;
        return Ok(rest);
    }
    if let [lower, upper] = a {
        let (both, d) = (join(*lower, *upper), u64::from(d));
        (*lower, *upper) = (low(both / d), high(both / d));
        return Ok(low(both % d));
    }
    let divisor = Divisor::of_limb(d);
    let mut rest = 0;
    // Digits of the shifted dividend: each is made of a limb and the one below it, so the quotient
    // is stored one limb behind.
    let mut above: Option<&mut u32> = None;
    for limb in a.iter_mut().rev() {
        let digit = *limb;
        if let Some(place) = above {
            let (quotient, next) =
                divisor.divide_by_one(rest, shifted(*place, digit, divisor.shift));
            *place = quotient;
            rest = next;
        } else {
            rest = shifted(0, digit, divisor.shift);
        }
        above = Some(limb);
    }
    if let Some(place) = above {
        let (quotient, next) = divisor.divide_by_one(rest, *place << divisor.shift);
        *place = quotient;
        rest = next;
    }
    Ok(rest >> divisor.shift)
}

/// The remainder of `a / d`.
pub fn mod_small(a: &[u32], d: u32) -> Result<u32, BigError> {
    if d == 0 {
        return Err(BigError::ZeroDivision);
    }
    let divisor = Divisor::of_limb(d);
    let a = trimmed(a);
    let Some(&top) = a.last() else { return Ok(0) };
    let mut rest = shifted(0, top, divisor.shift);
    for (place, &limb) in a.iter().enumerate().rev() {
        let below = place.checked_sub(1).and_then(|below| a.get(below)).copied().unwrap_or(0);
        rest = divisor.divide_by_one(rest, shifted(limb, below, divisor.shift)).1;
    }
    Ok(rest >> divisor.shift)
}

/// Limbs of the work buffer of [`divmod`].
#[inline]
pub fn work_room(a_len: usize, b_len: usize) -> usize {
    a_len.max(b_len).saturating_add(1)
}

/// Limbs of a quotient, with room for the correction of [`floor_divmod`].
#[inline]
pub fn quot_room(a_len: usize, b_len: usize) -> usize {
    a_len.saturating_sub(b_len).saturating_add(2)
}

/// Lengths of a quotient and a remainder of magnitudes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lengths {
    /// Limbs of the quotient; 0 when none was asked for.
    pub quot: usize,
    /// Limbs of the remainder.
    pub rem: usize,
}

/// Magnitudes: `quot = a / b`, and the remainder at the start of `work`.
///
/// `work` needs [`work_room`] limbs, `quot` [`quot_room`]; without `quot` only the remainder is made.
pub fn divmod(
    quot: Option<&mut [u32]>,
    work: &mut [u32],
    a: &[u32],
    b: &[u32],
    charge: &mut Charge<'_>,
) -> Result<Lengths, BigError> {
    let (a, b) = (trimmed(a), trimmed(b));
    let work = room(work, a.len().saturating_add(1))?;
    copy_and_clear(work, a)?;
    let quot_len = a.len().saturating_sub(b.len()).saturating_add(1);
    let mut quot = match quot {
        Some(quot) => Some(room(quot, quot_len)?),
        None => None,
    };
    if let Some(quot) = quot.as_deref_mut() {
        quot.fill(0);
    }
    divide_work(quot.as_deref_mut(), work, b, charge)?;
    Ok(Lengths { quot: quot.map_or(0, |quot| trimmed(quot).len()), rem: trimmed(work).len() })
}

/// Divides `work`, whose top limb is spare, by `b` in place.
///
/// On return `work` holds the remainder; the quotient's digits are stored in `quot`, which must be
/// cleared and at least one limb longer than the difference of the lengths.
pub fn divide_work(
    quot: Option<&mut [u32]>,
    work: &mut [u32],
    b: &[u32],
    charge: &mut Charge<'_>,
) -> Result<(), BigError> {
    let b = trimmed(b);
    match *b {
        [] => Err(BigError::ZeroDivision),
        [limb] => divide_work_by_limb(quot, work, limb),
        [.., third, second, first] => {
            divide_rows(quot, work, b, Divisor::of_limbs(first, second, third), charge)
        }
        [second, first] => divide_rows(quot, work, b, Divisor::of_limbs(first, second, 0), charge),
    }
}

/// [`divide_work`] for a divisor of one limb.
fn divide_work_by_limb(
    quot: Option<&mut [u32]>,
    work: &mut [u32],
    limb: u32,
) -> Result<(), BigError> {
    let used = trimmed(work).len();
    let rest = divide_in_place(room(work, used)?, limb)?;
    if let Some(quot) = quot {
        let digits = work.get(..used).ok_or(BigError::Room)?;
        quot.get_mut(..used).ok_or(BigError::Room)?.copy_from_slice(digits);
    }
    work.fill(0);
    work.first_mut().map_or(Err(BigError::Room), |first| {
        *first = rest;
        Ok(())
    })
}

/// [`divide_work`] for a divisor of two limbs and more.
fn divide_rows(
    mut quot: Option<&mut [u32]>,
    work: &mut [u32],
    b: &[u32],
    divisor: Divisor,
    charge: &mut Charge<'_>,
) -> Result<(), BigError> {
    for place in (0..work.len().saturating_sub(b.len())).rev() {
        let window = work.get_mut(place..).ok_or(BigError::Room)?;
        let window = window.get_mut(..=b.len()).ok_or(BigError::Room)?;
        spend(charge, row_steps(b.len(), 1))?;
        let digit = divide_window(window, b, divisor)?;
        if let Some(quot) = quot.as_deref_mut() {
            match quot.get_mut(place) {
                Some(limb) => *limb = digit,
                None if digit == 0 => {}
                None => return Err(BigError::Room),
            }
        }
    }
    Ok(())
}

/// One quotient digit: `window`, a limb longer than `b`, becomes its remainder.
#[inline]
fn divide_window(window: &mut [u32], b: &[u32], divisor: Divisor) -> Result<u32, BigError> {
    let (first, second, third, fourth) = match *window {
        [.., fourth, third, second, first] => (first, second, third, fourth),
        [third, second, first] => (first, second, third, 0),
        _ => return Err(BigError::Room),
    };
    let shift = divisor.shift;
    let mut digit = divisor.divide_by_two(
        shifted(first, second, shift),
        shifted(second, third, shift),
        shifted(third, fourth, shift),
    );
    if digit == 0 {
        return Ok(0);
    }
    let (top, body) = window.split_last_mut().ok_or(BigError::Room)?;
    let borrow = row::low_limb(row::sub_mul(body, b, Word::from(digit)));
    let (rest, under) = top.overflowing_sub(borrow);
    *top = rest;
    if under {
        digit = digit.wrapping_sub(1);
        *top = top.wrapping_add(u32::from(row::add_to(body, b)));
    }
    Ok(digit)
}

/// Signs and lengths of Python's `//` and `%`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FloorDivmod {
    /// The quotient, rounded towards minus infinity; meaningless when none was asked for.
    pub quot: Signed,
    /// The remainder, with the divisor's sign, at the start of the work buffer.
    pub rem: Signed,
}

/// Python's `divmod`. Buffers as for [`divmod`].
pub fn floor_divmod(
    mut quot: Option<&mut [u32]>,
    work: &mut [u32],
    a: Big<'_>,
    b: Big<'_>,
    charge: &mut Charge<'_>,
) -> Result<FloorDivmod, BigError> {
    let mut lengths = divmod(quot.as_deref_mut(), work, a.limbs, b.limbs, charge)?;
    let differ = a.negative != b.negative;
    if differ && lengths.rem > 0 {
        if let Some(quot) = quot {
            let quot = room(quot, lengths.quot.saturating_add(1))?;
            if let Some(top) = quot.last_mut() {
                *top = 0;
            }
            row::increment(quot);
            lengths.quot = trimmed(quot).len();
        }
        let rem = room(work, b.limbs.len())?;
        if let Some(unused) = rem.get_mut(lengths.rem..) {
            unused.fill(0);
        }
        row::reverse_sub(rem, b.limbs);
        lengths.rem = trimmed(rem).len();
    }
    Ok(FloorDivmod {
        quot: Signed { negative: differ && lengths.quot > 0, len: lengths.quot },
        rem: Signed { negative: b.negative && lengths.rem > 0, len: lengths.rem },
    })
}

/// `a = gcd(a, b)`; returns its length. Both buffers need a spare limb on top.
pub fn gcd(a: &mut [u32], b: &mut [u32], charge: &mut Charge<'_>) -> Result<usize, BigError> {
    let (mut larger, mut smaller) = (a, b);
    let mut swapped = false;
    if compare(larger, smaller) == Ordering::Less {
        (larger, smaller, swapped) = (smaller, larger, true);
    }
    loop {
        let (large_len, len) = (trimmed(larger).len(), trimmed(smaller).len());
        if len == 0 {
            if swapped {
                copy_and_clear(smaller, larger.get(..large_len).ok_or(BigError::Room)?)?;
            }
            return Ok(large_len);
        }
        let window = room(larger, large_len.saturating_add(1))?;
        divide_work(None, window, smaller.get(..len).ok_or(BigError::Room)?, charge)?;
        (larger, smaller, swapped) = (smaller, larger, !swapped);
    }
}
