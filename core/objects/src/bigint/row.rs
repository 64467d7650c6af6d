//! Rows: the inner loops of everything else, one pass over a slice each.
//!
//! A row multiplies by one *word*: two limbs on machines with 64-bit registers, one limb on the
//! others. Both shapes are compiled for tests so that either machine proves both.
//!
//! R1  Carries and borrows cannot overflow: `(W-1)(W-1) + 2(W-1) = W*W - 1` for a word base `W`.
//! R2  Slices of unequal length are a caller's bug; the shorter one decides, nothing panics.
//!
//! Not here: lengths, signs and charges (add.rs, mul.rs, div.rs).

#[cfg(any(test, not(target_pointer_width = "64")))]
mod one;
#[cfg(any(test, target_pointer_width = "64"))]
mod two;

#[cfg(not(target_pointer_width = "64"))]
pub use one::{
    WORD_LIMBS, Word, divide, limbs_of, mul_add, mul_in_place, mul_into, square_word, sub_mul,
};
#[cfg(target_pointer_width = "64")]
pub use two::{
    WORD_LIMBS, Word, divide, limbs_of, mul_add, mul_in_place, mul_into, square_word, sub_mul,
};

use super::{BigError, LIMB_BITS};

/// The low limb of a double limb.
#[inline(always)]
pub fn low(double: u64) -> u32 {
    (double & 0xffff_ffff) as u32
}

/// The high limb of a double limb.
#[inline(always)]
pub fn high(double: u64) -> u32 {
    (double >> LIMB_BITS) as u32
}

/// Two limbs as one number.
#[inline(always)]
pub fn join(low: u32, high: u32) -> u64 {
    u64::from(low) | u64::from(high) << LIMB_BITS
}

/// The word made of the first limbs of a slice, and what follows them.
#[inline(always)]
pub fn take_word(limbs: &[u32]) -> Option<(Word, &[u32])> {
    let (first, rest) = limbs.split_at_checked(WORD_LIMBS).unwrap_or((limbs, &[]));
    let word = first.iter().rev().fold(0u64, |word, &limb| word << LIMB_BITS | u64::from(limb));
    if first.is_empty() { None } else { Some((word as Word, rest)) }
}

/// Limbs that the next word takes from a slice.
#[inline(always)]
pub fn word_width(limbs: &[u32]) -> usize {
    limbs.len().min(WORD_LIMBS)
}

/// Stores a word over the first limbs of a slice, as far as it reaches.
#[inline(always)]
pub fn put_word(limbs: &mut [u32], word: Word) {
    for (limb, part) in limbs.iter_mut().zip(limbs_of(word)) {
        *limb = part;
    }
}

/// The lowest limb of a word.
#[inline(always)]
pub fn low_limb(word: Word) -> u32 {
    let [limb, ..] = limbs_of(word);
    limb
}

/// `acc += b` over the length of `b`; returns the carry.
#[inline]
fn add_same(acc: &mut [u32], b: &[u32]) -> bool {
    let mut carry = false;
    for (limb, &other) in acc.iter_mut().zip(b) {
        let (sum, first) = limb.overflowing_add(other);
        let (sum, second) = sum.overflowing_add(u32::from(carry));
        *limb = sum;
        carry = first | second;
    }
    carry
}

/// Adds one; returns the carry.
#[inline]
pub fn increment(acc: &mut [u32]) -> bool {
    for limb in acc {
        *limb = limb.wrapping_add(1);
        if *limb != 0 {
            return false;
        }
    }
    true
}

/// Subtracts one; returns the borrow.
#[inline]
pub fn decrement(acc: &mut [u32]) -> bool {
    for limb in acc {
        *limb = limb.wrapping_sub(1);
        if *limb != u32::MAX {
            return false;
        }
    }
    true
}

/// `acc += b`, where `b` is not the longer one; returns the carry out of the top of `acc`.
#[inline]
pub fn add_to(acc: &mut [u32], b: &[u32]) -> bool {
    let split = b.len().min(acc.len());
    let (lower, upper) = acc.split_at_mut(split);
    add_same(lower, b) && increment(upper)
}

/// `acc -= b`, where `b` is not the longer one; returns the borrow out of the top of `acc`.
#[inline]
pub fn sub_from(acc: &mut [u32], b: &[u32]) -> bool {
    let split = b.len().min(acc.len());
    let (lower, upper) = acc.split_at_mut(split);
    let mut borrow = false;
    for (limb, &other) in lower.iter_mut().zip(b) {
        let (rest, first) = limb.overflowing_sub(other);
        let (rest, second) = rest.overflowing_sub(u32::from(borrow));
        *limb = rest;
        borrow = first | second;
    }
    borrow && decrement(upper)
}

/// `acc = b - acc` over the length of `b`, where `b` is not the longer one and limbs of `acc`
/// above it count as subtracted from zero; returns the borrow out of the top.
#[inline]
pub fn reverse_sub(acc: &mut [u32], b: &[u32]) -> bool {
    let mut borrow = false;
    let padded = b.iter().copied().chain(core::iter::repeat(0));
    for (limb, other) in acc.iter_mut().zip(padded) {
        let (rest, first) = other.overflowing_sub(*limb);
        let (rest, second) = rest.overflowing_sub(u32::from(borrow));
        *limb = rest;
        borrow = first | second;
    }
    borrow
}

/// Two's complement negation in place.
pub fn negate(acc: &mut [u32]) {
    for limb in acc.iter_mut() {
        *limb = !*limb;
    }
    increment(acc);
}

#[cfg(test)]
mod tests {
    use super::{one, two};

    fn limbs(seed: u64) -> [u32; 9] {
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        core::array::from_fn(|_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            match state % 5 {
                0 => u32::MAX,
                1 => 0,
                _ => (state >> 16) as u32,
            }
        })
    }

    /// Multiplying by two limbs at once equals multiplying by each in turn.
    #[test]
    fn both_word_sizes_agree_on_multiply_and_add() {
        for seed in 0..2000 {
            let (a, start) = (limbs(seed), limbs(seed + 7777));
            let m = limbs(seed + 99);
            let mut wide = [0u32; 11];
            wide[..9].copy_from_slice(&start);
            let carry = two::mul_add(&mut wide[..9], &a, u64::from(m[0]) | u64::from(m[1]) << 32);
            wide[9] = carry as u32;
            wide[10] = (carry >> 32) as u32;
            let mut slim = [0u32; 11];
            slim[..9].copy_from_slice(&start);
            slim[9] = one::mul_add(&mut slim[..9], &a, m[0]);
            slim[10] = one::mul_add(&mut slim[1..10], &a, m[1]);
            assert_eq!(wide, slim);
        }
    }

    /// Subtracting a product undoes adding it, for both word sizes.
    #[test]
    fn subtracting_a_product_undoes_adding_it() {
        for seed in 0..2000 {
            let (a, start, m) = (limbs(seed), limbs(seed + 5), limbs(seed + 31)[3]);
            let (mut wide, mut slim) = (start, start);
            let carry = two::mul_add(&mut wide, &a, u64::from(m));
            assert_eq!(carry, u64::from(one::mul_add(&mut slim, &a, m)));
            assert_eq!(wide, slim);
            assert_eq!(two::sub_mul(&mut wide, &a, u64::from(m)), carry);
            assert_eq!(u64::from(one::sub_mul(&mut slim, &a, m)), carry);
            assert_eq!((wide, slim), (start, start));
        }
    }

    /// Storing a product and multiplying in place give the same limbs for both word sizes.
    #[test]
    fn both_word_sizes_agree_on_plain_multiply() {
        for seed in 0..2000 {
            let (a, m) = (limbs(seed), limbs(seed + 31)[4]);
            let (mut wide, mut slim, mut place, mut small) = ([0; 9], [0; 9], a, a);
            let carry = two::mul_into(&mut wide, &a, u64::from(m), 17);
            assert_eq!(carry, u64::from(one::mul_into(&mut slim, &a, m, 17)));
            assert_eq!(two::mul_in_place(&mut place, u64::from(m), 17), carry);
            assert_eq!(u64::from(one::mul_in_place(&mut small, m, 17)), carry);
            assert!(wide == slim && place == slim && small == slim);
        }
    }

    /// A square in two words is the product of the limbs with themselves, for both word sizes.
    #[test]
    fn both_word_sizes_square_their_words() {
        for seed in 0..2000 {
            let m = limbs(seed)[5];
            let square = u64::from(m) * u64::from(m);
            let (lower, upper) = one::square_word(m);
            assert_eq!(
                (one::limbs_of(lower)[0], one::limbs_of(upper)[0]),
                (m.wrapping_mul(m), (square >> 32) as u32)
            );
            assert_eq!(two::square_word(u64::from(m)), (square, 0));
            assert_eq!(two::limbs_of(square), [lower, upper]);
        }
    }

    /// Dividing by two limbs at once equals dividing by each in turn, for both word sizes.
    #[test]
    fn both_word_sizes_agree_on_division() {
        for seed in 0..2000 {
            let m = limbs(seed + 3)[2].max(1);
            let mut wide: [u32; 8] = core::array::from_fn(|place| limbs(seed)[place]);
            let mut slim = wide;
            let rest = two::divide(&mut wide, u64::from(m));
            assert_eq!(rest, one::divide(&mut slim, m).map(u64::from));
            assert_eq!(wide, slim);
            let n = limbs(seed + 4)[1].max(1);
            let first = one::divide(&mut slim, n).unwrap_or(0);
            let second = one::divide(&mut slim, m).unwrap_or(0);
            let both = two::divide(&mut wide, u64::from(m) * u64::from(n));
            assert_eq!(wide, slim);
            assert_eq!(both, Ok(u64::from(second) * u64::from(n) + u64::from(first)));
        }
    }
}
