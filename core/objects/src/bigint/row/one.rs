//! Rows for machines with 32-bit registers: a word is one limb.
//!
//! Not here: the same for 64-bit registers (two.rs).

use super::{BigError, high, low};
use crate::bigint::div::divide_in_place;

/// What a row multiplies by.
pub type Word = u32;

/// Limbs in a word.
pub const WORD_LIMBS: usize = 1;

/// The limbs of a word, low one first.
#[inline(always)]
pub fn limbs_of(word: Word) -> [u32; WORD_LIMBS] {
    [word]
}

/// `dst = a * m + carry`; returns the limb above.
#[inline]
pub fn mul_into(dst: &mut [u32], a: &[u32], m: Word, carry: Word) -> Word {
    let mut carry = carry;
    for (limb, &factor) in dst.iter_mut().zip(a) {
        let sum = u64::from(factor) * u64::from(m) + u64::from(carry);
        *limb = low(sum);
        carry = high(sum);
    }
    carry
}

/// `acc = acc * m + carry`; returns the limb above.
#[inline]
pub fn mul_in_place(acc: &mut [u32], m: Word, carry: Word) -> Word {
    let mut carry = carry;
    for limb in acc {
        let sum = u64::from(*limb) * u64::from(m) + u64::from(carry);
        *limb = low(sum);
        carry = high(sum);
    }
    carry
}

/// `acc += a * m`; returns the limb above.
#[inline]
pub fn mul_add(acc: &mut [u32], a: &[u32], m: Word) -> Word {
    let mut carry = 0;
    for (limb, &factor) in acc.iter_mut().zip(a) {
        let sum = u64::from(factor) * u64::from(m) + u64::from(*limb) + u64::from(carry);
        *limb = low(sum);
        carry = high(sum);
    }
    carry
}

/// `acc -= a * m`; returns what must still be taken from the limb above.
#[inline]
pub fn sub_mul(acc: &mut [u32], a: &[u32], m: Word) -> Word {
    let mut borrow = 0;
    for (limb, &factor) in acc.iter_mut().zip(a) {
        let product = u64::from(factor) * u64::from(m) + u64::from(borrow);
        let (rest, under) = limb.overflowing_sub(low(product));
        *limb = rest;
        borrow = high(product).wrapping_add(u32::from(under));
    }
    borrow
}

/// The square of a word as two words, low one first.
#[inline]
pub fn square_word(m: Word) -> (Word, Word) {
    let square = u64::from(m) * u64::from(m);
    (low(square), high(square))
}

/// `acc = acc / m`, where `acc` is whole words long; returns the remainder.
#[inline]
pub fn divide(acc: &mut [u32], m: Word) -> Result<Word, BigError> {
    divide_in_place(acc, m)
}
