//! Integer to text, in any base from 2 to 36, small letters, most significant digit first.
//!
//! Powers of two read bits. Other bases divide by the largest power of the base that fits a word
//! (10^9 or 10^19 for decimal) and fill the buffer from its end; the text is then moved to the front.
//!
//! Not here: signs, prefixes, grouping (number/format_number.rs), small integers (number/int_text.rs).

use super::row::{self, WORD_LIMBS, Word};
use super::{BigError, Charge, LIMB_BITS, copy_and_clear, room, spend, triangle, trimmed};

/// Limbs in a word of the machines that have the widest: all reserve the same room.
const WIDEST_WORD_LIMBS: usize = 2;

/// The digits of all bases.
const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// Text of a digit; `?` for what is none.
#[inline]
pub fn digit_text(value: u32) -> u8 {
    DIGITS.get(value as usize).copied().unwrap_or(b'?')
}

/// The largest power of a base in a word, and its exponent.
fn chunk(radix: Word) -> (Word, u32) {
    let (mut power, mut digits) = (radix, 1);
    while let Some(next) = power.checked_mul(radix) {
        (power, digits) = (next, digits + 1);
    }
    (power, digits)
}

/// Bytes that hold the text of any magnitude of `len` limbs.
pub fn print_room(len: usize, radix: u32) -> usize {
    match radix {
        // 28/93 is a little more than log10(2).
        10 => len.saturating_mul(LIMB_BITS as usize).saturating_mul(28) / 93 + 1,
        2..=36 => len.saturating_mul(LIMB_BITS.div_ceil(radix.ilog2()) as usize).saturating_add(1),
        _ => 0,
    }
}

/// Limbs of the work buffer of [`print`].
pub fn print_work(len: usize, radix: u32) -> usize {
    if radix.is_power_of_two() { 0 } else { len.next_multiple_of(WIDEST_WORD_LIMBS) }
}

/// Writes a magnitude at the start of `out`; returns the number of bytes. `0` for zero.
pub fn print(
    out: &mut [u8],
    limbs: &[u32],
    radix: u32,
    work: &mut [u32],
    charge: &mut Charge<'_>,
) -> Result<usize, BigError> {
    let limbs = trimmed(limbs);
    if !(2..=36).contains(&radix) {
        return Err(BigError::Overflow);
    }
    if limbs.is_empty() {
        *out.first_mut().ok_or(BigError::Room)? = b'0';
        return Ok(1);
    }
    let start = if radix.is_power_of_two() {
        print_bits(out, limbs, radix.ilog2())?
    } else {
        let work = room(work, print_work(limbs.len(), radix))?;
        copy_and_clear(work, limbs)?;
        print_chunks(out, work, radix, charge)?
    };
    out.copy_within(start.., 0);
    Ok(out.len() - start)
}

/// Fills `out` from its end with groups of `bits` bits; returns where the text starts.
fn print_bits(out: &mut [u8], limbs: &[u32], bits: u32) -> Result<usize, BigError> {
    let mut place = out.len();
    let (mut held, mut held_bits) = (0u64, 0);
    for &limb in limbs {
        held |= u64::from(limb) << held_bits;
        held_bits += LIMB_BITS;
        while held_bits >= bits {
            place = put(out, place, row::low(held & ((1 << bits) - 1)))?;
            held >>= bits;
            held_bits -= bits;
        }
    }
    if held != 0 {
        place = put(out, place, row::low(held))?;
    }
    Ok(place + leading_zeros(out, place))
}

/// Fills `out` from its end by dividing; `work` is used up. Returns where the text starts.
fn print_chunks(
    out: &mut [u8],
    work: &mut [u32],
    radix: u32,
    charge: &mut Charge<'_>,
) -> Result<usize, BigError> {
    let (power, digits) = chunk(Word::from(radix));
    let mut place = out.len();
    let mut len = trimmed(work).len();
    while len > 0 {
        let used = room(work, len.next_multiple_of(WORD_LIMBS))?;
        let rest = row::divide(used, power)?;
        let left = trimmed(used).len();
        spend(charge, triangle(len) - triangle(left))?;
        len = left;
        let least = if len > 0 { digits } else { 1 };
        // A constant base lets the compiler multiply instead of dividing.
        place = match radix {
            10 => put_digits(out, place, rest, 10, least)?,
            _ => put_digits(out, place, rest, Word::from(radix), least)?,
        };
    }
    Ok(place)
}

/// Writes a number before `place`, with zeros in front up to `least` digits.
#[inline(always)]
fn put_digits(
    out: &mut [u8],
    place: usize,
    number: Word,
    radix: Word,
    least: u32,
) -> Result<usize, BigError> {
    let (mut place, mut rest, mut count) = (place, number, 0);
    while rest > 0 || count < least {
        place = put(out, place, row::low_limb(rest % radix))?;
        rest /= radix;
        count += 1;
    }
    Ok(place)
}

/// Writes a digit before `place`.
#[inline]
fn put(out: &mut [u8], place: usize, digit: u32) -> Result<usize, BigError> {
    let place = place.checked_sub(1).ok_or(BigError::Room)?;
    *out.get_mut(place).ok_or(BigError::Room)? = digit_text(digit);
    Ok(place)
}

/// Zeros at the start of the text at `place`.
fn leading_zeros(out: &[u8], place: usize) -> usize {
    out.iter().skip(place).take_while(|&&byte| byte == b'0').count()
}
