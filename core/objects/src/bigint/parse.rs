//! Text to integer, in two steps: [`scan`] checks the spelling, [`parse`] makes the limbs.
//!
//! Between the two the caller knows the number of digits, can apply a limit and find the room. Text
//! is ASCII here; decimal digits of other scripts are the caller's to translate.
//!
//! Not here: literals in source text (the compiler has its own lexer), floats (number/float_parse.rs).

use super::row::{self, Word};
use super::{BigError, Charge, LIMB_BITS, shift, spend, triangle, trimmed};

/// Why text is not an integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IntTextError {
    /// The base is neither 0 nor from 2 to 36.
    Base,
    /// Not a literal of this base.
    Literal,
}

/// A checked integer literal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IntText<'a> {
    /// A minus sign was there.
    pub negative: bool,
    /// The base, with 0 resolved.
    pub radix: u32,
    /// The digits, possibly with single underscores between them.
    pub digits: &'a [u8],
    /// Number of digits.
    pub count: usize,
}

/// The value of a digit, 0 to 35; 36 and more for what is none.
#[inline]
pub fn digit_value(byte: u8) -> u32 {
    (byte as char).to_digit(36).unwrap_or(u32::MAX)
}

/// White space that `int()` and `float()` strip from ASCII text.
pub fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

/// The text without white space around it.
pub fn strip(text: &[u8]) -> &[u8] {
    let start = text.iter().take_while(|&&byte| is_space(byte)).count();
    let text = text.get(start..).unwrap_or(&[]);
    let end = text.len() - text.iter().rev().take_while(|&&byte| is_space(byte)).count();
    text.get(..end).unwrap_or(&[])
}

/// Splits a sign off.
pub fn split_sign(text: &[u8]) -> (bool, &[u8]) {
    match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    }
}

/// Checks text as `int(text, base)` does; base 0 means that a prefix decides.
pub fn scan(text: &[u8], base: u32) -> Result<IntText<'_>, IntTextError> {
    if base == 1 || base > 36 {
        return Err(IntTextError::Base);
    }
    let (negative, body) = split_sign(strip(text));
    let (radix, digits) = split_prefix(body, base);
    let count = count_digits(digits, radix).ok_or(IntTextError::Literal)?;
    let nonzero = |&byte: &u8| byte != b'0' && byte != b'_';
    let old_octal = base == 0 && digits.len() == body.len() && digits.first() == Some(&b'0');
    if old_octal && digits.iter().any(nonzero) {
        return Err(IntTextError::Literal);
    }
    Ok(IntText { negative, radix, digits, count })
}

/// The base and the digits after a prefix such as `0x`, of which one underscore may follow.
fn split_prefix(body: &[u8], base: u32) -> (u32, &[u8]) {
    let named = match body {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'b' | b'B', ..] => 2,
        _ => 10,
    };
    let radix = if base == 0 { named } else { base };
    if radix == named && named != 10 {
        let digits = body.get(2..).unwrap_or(&[]);
        (radix, digits.strip_prefix(b"_").unwrap_or(digits))
    } else {
        (radix, body)
    }
}

/// The number of digits, if all are digits and underscores stand between two of them.
fn count_digits(digits: &[u8], radix: u32) -> Option<usize> {
    let mut count = 0usize;
    let mut after_digit = false;
    for &byte in digits {
        if byte == b'_' && after_digit {
            after_digit = false;
        } else if digit_value(byte) < radix {
            count += 1;
            after_digit = true;
        } else {
            return None;
        }
    }
    after_digit.then_some(count)
}

impl IntText<'_> {
    /// The value, if 64 bits hold it.
    pub fn to_i64(&self) -> Option<i64> {
        let mut value = 0i64;
        for &byte in self.digits.iter().filter(|&&byte| byte != b'_') {
            let digit = i64::from(digit_value(byte));
            value = value.checked_mul(i64::from(self.radix))?;
            value =
                if self.negative { value.checked_sub(digit)? } else { value.checked_add(digit)? };
        }
        Some(value)
    }
}

/// Limbs for `count` digits in a base.
pub fn parse_room(count: usize, radix: u32) -> usize {
    let digits_per_limb = LIMB_BITS.checked_div(bits_per_digit(radix)).unwrap_or(1).max(1) as usize;
    if radix == 10 { count / 9 + 2 } else { count / digits_per_limb + 2 }
}

/// Bits that a digit needs at most.
fn bits_per_digit(radix: u32) -> u32 {
    u32::BITS - radix.saturating_sub(1).leading_zeros()
}

/// `dst =` the value of digits, among which underscores are skipped; returns the length.
///
/// A byte that is no digit of the base gives `Overflow`: [`scan`] has refused it before.
pub fn parse(
    dst: &mut [u32],
    digits: &[u8],
    radix: u32,
    charge: &mut Charge<'_>,
) -> Result<usize, BigError> {
    let (mut len, mut chunk) = (0, Chunk::EMPTY);
    for &byte in digits.iter().filter(|&&byte| byte != b'_') {
        let digit = digit_value(byte);
        if digit >= radix {
            return Err(BigError::Overflow);
        }
        if !chunk.push(digit, radix) {
            len = append(dst, len, chunk, charge)?;
            chunk = Chunk::EMPTY;
            chunk.push(digit, radix);
        }
    }
    append(dst, len, chunk, charge)
}

/// Digits collected until a word is full, and what the number so far must be multiplied by.
#[derive(Clone, Copy)]
struct Chunk {
    value: Word,
    scale: Word,
}

impl Chunk {
    const EMPTY: Self = Self { value: 0, scale: 1 };

    /// Takes a digit in, unless the word is full.
    #[inline]
    fn push(&mut self, digit: u32, radix: u32) -> bool {
        let Some(scale) = self.scale.checked_mul(Word::from(radix)) else { return false };
        self.scale = scale;
        self.value = self.value.wrapping_mul(Word::from(radix)).wrapping_add(Word::from(digit));
        true
    }
}

/// `dst = dst * scale + value` over the limbs in use; returns how many are in use then.
fn append(
    dst: &mut [u32],
    len: usize,
    chunk: Chunk,
    charge: &mut Charge<'_>,
) -> Result<usize, BigError> {
    let (used, above) = dst.split_at_mut_checked(len).ok_or(BigError::Room)?;
    let limbs = row::limbs_of(row::mul_in_place(used, chunk.scale, chunk.value));
    let carry = trimmed(&limbs);
    above.get_mut(..carry.len()).ok_or(BigError::Room)?.copy_from_slice(carry);
    let grown = len + carry.len();
    spend(charge, triangle(grown) - triangle(len))?;
    Ok(grown)
}

/// `dst =` a number of at most 64 bits; returns the length.
pub fn from_u64(dst: &mut [u32], value: u64) -> Result<usize, BigError> {
    let limbs = [row::low(value), row::high(value)];
    super::copy_and_clear(super::room(dst, trimmed(&limbs).len())?, trimmed(&limbs))?;
    Ok(trimmed(&limbs).len())
}

/// Whether a magnitude has more than `limit` decimal digits, decided without printing it where the
/// length alone tells; `None` where only printing tells.
pub fn exceeds_digits(limbs: &[u32], limit: usize) -> Option<bool> {
    // 59/196 and 28/93 are log10(2) from below and from above, to one part in 6000.
    let bits = shift::bit_length(limbs);
    let least = bits.saturating_sub(1).saturating_mul(59) / 196 + 1;
    let most = bits.saturating_mul(28) / 93 + 1;
    let limit = limit as u64;
    if least > limit {
        Some(true)
    } else if most <= limit {
        Some(false)
    } else {
        None
    }
}
