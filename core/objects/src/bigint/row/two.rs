//! Rows for machines with 64-bit registers: a word is two limbs.
//!
//! Pairs of limbs are joined on the way in and split on the way out, which a little-endian compiler
//! turns into plain 64-bit loads and stores. An odd limb at the end is done alone.
//!
//! Not here: the same for 32-bit registers (one.rs).

use super::{BigError, high, join, low};

/// What a row multiplies by.
pub type Word = u64;

/// Limbs in a word.
pub const WORD_LIMBS: usize = 2;

/// Low and high half of a double word.
#[inline(always)]
fn split(double: u128) -> (u64, u64) {
    ((double & u128::from(u64::MAX)) as u64, (double >> 64) as u64)
}

/// Multiplies a last single limb: the limb to store and the word above it.
#[inline(always)]
fn last_limb(factor: u32, m: u64, add: u64, carry: u64) -> (u32, u64) {
    let sum = u128::from(factor) * u128::from(m) + u128::from(add) + u128::from(carry);
    let (lower, upper) = split(sum);
    (low(lower), upper << 32 | lower >> 32)
}

/// The limbs of a word, low one first.
#[inline(always)]
pub fn limbs_of(word: Word) -> [u32; WORD_LIMBS] {
    [low(word), high(word)]
}

/// `dst = a * m + carry`; returns the word above.
#[inline]
pub fn mul_into(dst: &mut [u32], a: &[u32], m: Word, carry: Word) -> Word {
    let mut carry = carry;
    let (pairs, last) = dst.as_chunks_mut::<2>();
    let (factors, last_factor) = a.as_chunks::<2>();
    for (pair, &[first, second]) in pairs.iter_mut().zip(factors) {
        let sum = u128::from(join(first, second)) * u128::from(m) + u128::from(carry);
        let (lower, upper) = split(sum);
        *pair = [low(lower), high(lower)];
        carry = upper;
    }
    for (limb, &factor) in last.iter_mut().zip(last_factor) {
        (*limb, carry) = last_limb(factor, m, 0, carry);
    }
    carry
}

/// `acc = acc * m + carry`; returns the word above.
#[inline]
pub fn mul_in_place(acc: &mut [u32], m: Word, carry: Word) -> Word {
    let mut carry = carry;
    let (pairs, last) = acc.as_chunks_mut::<2>();
    for pair in pairs {
        let [first, second] = *pair;
        let sum = u128::from(join(first, second)) * u128::from(m) + u128::from(carry);
        let (lower, upper) = split(sum);
        *pair = [low(lower), high(lower)];
        carry = upper;
    }
    for limb in last {
        (*limb, carry) = last_limb(*limb, m, 0, carry);
    }
    carry
}

/// `acc += a * m`; returns the word above.
#[inline]
pub fn mul_add(acc: &mut [u32], a: &[u32], m: Word) -> Word {
    let mut carry = 0;
    let (pairs, last) = acc.as_chunks_mut::<2>();
    let (factors, last_factor) = a.as_chunks::<2>();
    for (pair, &[first, second]) in pairs.iter_mut().zip(factors) {
        let held = join(pair[0], pair[1]);
        let product = u128::from(join(first, second)) * u128::from(m);
        let (lower, upper) = split(product + u128::from(held) + u128::from(carry));
        *pair = [low(lower), high(lower)];
        carry = upper;
    }
    for (limb, &factor) in last.iter_mut().zip(last_factor) {
        (*limb, carry) = last_limb(factor, m, u64::from(*limb), carry);
    }
    carry
}

/// `acc -= a * m`; returns what must still be taken from the word above.
#[inline]
pub fn sub_mul(acc: &mut [u32], a: &[u32], m: Word) -> Word {
    let mut borrow = 0u64;
    let (pairs, last) = acc.as_chunks_mut::<2>();
    let (factors, last_factor) = a.as_chunks::<2>();
    for (pair, &[first, second]) in pairs.iter_mut().zip(factors) {
        let held = join(pair[0], pair[1]);
        let product = u128::from(join(first, second)) * u128::from(m) + u128::from(borrow);
        let (lower, upper) = split(product);
        let (rest, under) = held.overflowing_sub(lower);
        *pair = [low(rest), high(rest)];
        borrow = upper.wrapping_add(u64::from(under));
    }
    for (limb, &factor) in last.iter_mut().zip(last_factor) {
        let (taken, above) = last_limb(factor, m, 0, borrow);
        let (rest, under) = limb.overflowing_sub(taken);
        *limb = rest;
        borrow = above.wrapping_add(u64::from(under));
    }
    borrow
}

/// The square of a word as two words, low one first.
#[inline]
pub fn square_word(m: Word) -> (Word, Word) {
    split(u128::from(m) * u128::from(m))
}

/// `acc = acc / m`, where `acc` is whole words long; returns the remainder.
///
/// Divides two words by one with a reciprocal of the divisor, as div.rs does with limbs.
pub fn divide(acc: &mut [u32], m: Word) -> Result<Word, BigError> {
    let shift = m.leading_zeros();
    let top = m.checked_shl(shift).ok_or(BigError::ZeroDivision)?;
    let reciprocal = split(u128::MAX.checked_div(u128::from(top)).unwrap_or(0)).0;
    let (pairs, last) = acc.as_chunks_mut::<2>();
    if !last.is_empty() {
        return Err(BigError::Room);
    }
    // Digits of the shifted dividend are made of a word and the one below it, so the quotient is
    // stored one word behind.
    let mut rest = 0;
    let mut above: Option<&mut [u32; 2]> = None;
    for pair in pairs.iter_mut().rev() {
        let word = join(pair[0], pair[1]);
        match above {
            None => rest = split(u128::from(word) << shift).1,
            Some(place) => {
                let both = u128::from(join(place[0], place[1])) << 64 | u128::from(word);
                rest = divide_pair(place, rest, split(both << shift).1, top, reciprocal);
            }
        }
        above = Some(pair);
    }
    if let Some(place) = above {
        let lowest = join(place[0], place[1]) << shift;
        rest = divide_pair(place, rest, lowest, top, reciprocal);
    }
    Ok(rest >> shift)
}

/// Divides two words, `upper` less than `top`, by `top`, whose top bit is set; stores the quotient
/// and returns the remainder.
#[inline(always)]
fn divide_pair(place: &mut [u32; 2], upper: u64, lower: u64, top: u64, reciprocal: u64) -> u64 {
    let both = u128::from(upper) << 64 | u128::from(lower);
    let product = u128::from(reciprocal) * u128::from(upper);
    let (estimate, guess) = split(product.wrapping_add(both));
    let mut quotient = guess.wrapping_add(1);
    let mut rest = lower.wrapping_sub(quotient.wrapping_mul(top));
    if rest > estimate {
        quotient = quotient.wrapping_sub(1);
        rest = rest.wrapping_add(top);
    }
    if rest >= top {
        quotient = quotient.wrapping_add(1);
        rest = rest.wrapping_sub(top);
    }
    *place = [low(quotient), high(quotient)];
    rest
}
