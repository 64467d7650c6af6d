//! Hashes of numbers: equal numbers have equal hashes, whatever their types.
//!
//! As CPython does on 32-bit machines: the value modulo the prime 2^31 - 1, with the sign of the
//! number, and -2 in place of -1. Division has a meaning modulo a prime, so fractions and decimals
//! written in Python can join in (`sys.hash_info.modulus`).
//!
//! A1  The result is more than -2^31 + 1 and less than 2^31 - 1, and never -1.
//!
//! Not here: hashes of text and tuples.

use crate::bigint::Big;
use crate::bigint::float::decompose;

/// Bits of the modulus.
pub const HASH_BITS: u32 = 31;

/// The modulus of all numeric hashes: a prime.
pub const HASH_MODULUS: u32 = (1 << HASH_BITS) - 1;

/// Hash of positive infinity.
pub const HASH_INFINITY: i32 = 314_159;

/// What the imaginary part of a complex number counts.
pub const HASH_IMAGINARY: u32 = 1_000_003;

/// The modulus as a 64-bit number.
const MODULUS: u64 = HASH_MODULUS as u64;

/// A number modulo the modulus, which is a power of two less one: its digits in that base add up.
#[inline]
fn reduce(value: u64) -> u32 {
    let folded = (value & MODULUS) + (value >> HASH_BITS);
    let folded = (folded & MODULUS) + (folded >> HASH_BITS);
    let folded = (folded & MODULUS) + (folded >> HASH_BITS);
    if folded >= MODULUS { (folded - MODULUS) as u32 } else { folded as u32 }
}

/// Puts the sign on, and keeps -1 free.
#[inline]
fn finish(residue: u32, negative: bool) -> i32 {
    let hash = (residue & HASH_MODULUS) as i32;
    match if negative { -hash } else { hash } {
        -1 => -2,
        hash => hash,
    }
}

/// Hash of a 64-bit integer.
#[inline]
pub fn hash_i64(value: i64) -> i32 {
    finish(reduce(value.unsigned_abs()), value < 0)
}

/// Hash of a big integer.
pub fn hash_big(value: Big<'_>) -> i32 {
    let mut residue = 0u64;
    for &limb in value.limbs.iter().rev() {
        residue = u64::from(reduce(residue << 32 | u64::from(limb)));
    }
    finish(reduce(residue), value.negative)
}

/// Hash of a float; 0 for NaN, which CPython hashes by identity.
pub fn hash_f64(value: f64) -> i32 {
    if value.is_nan() {
        return 0;
    }
    if value.is_infinite() {
        return if value > 0.0 { HASH_INFINITY } else { -HASH_INFINITY };
    }
    let (significand, exponent) = decompose(value);
    // Powers of two rotate the residue.
    let turn = exponent.rem_euclid(i64::from(HASH_BITS)) as u32;
    let residue = u64::from(reduce(significand));
    finish(reduce(residue << turn), value < 0.0)
}

/// Hash of a complex number from the hashes of its parts.
pub fn hash_complex(real: f64, imaginary: f64) -> i32 {
    let imaginary = (hash_f64(imaginary) as u32).wrapping_mul(HASH_IMAGINARY);
    match (hash_f64(real) as u32).wrapping_add(imaginary) as i32 {
        -1 => -2,
        hash => hash,
    }
}
