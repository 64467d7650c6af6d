//! The decimal digits of a float: shortest, or exact and rounded anywhere.
//!
//! A binary fraction has a finite decimal expansion, at most 767 significant digits long. It is made
//! in full, in groups of nine digits on the stack, and then cut: so every rounding is of the true
//! value, half to even, as CPython's are. Short cuts of ordinary values take a 128-bit path.
//!
//! ```text
//!   value = 0.d1 d2 d3 ... dn * 10^point,  d1 and dn not zero;  zero has no digits and point 1
//! ```
//!
//! Not here: laying the digits out (float_text.rs), reading them (float_parse.rs).

use crate::bigint::float::decompose;
use crate::number::int_text::IntBuffer;

/// Most significant digits of a float: of 2^-1074 * (2^53 - 1).
const MAX_DIGITS: usize = 767;

/// Digits in a group.
const GROUP_DIGITS: usize = 9;

/// One more than the largest group.
const GROUP: u64 = 1_000_000_000;

/// Groups for `MAX_DIGITS`, and for the 309 digits of the largest float, and one to grow into.
const GROUPS: usize = MAX_DIGITS.div_ceil(GROUP_DIGITS) + 1;

/// Room for the digits of all groups.
const DIGIT_BYTES: usize = GROUPS * GROUP_DIGITS;

/// Where to cut an expansion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// After this many significant digits, at least one.
    Significant(usize),
    /// After this many digits behind the point.
    Fraction(usize),
    /// This many digits before the point.
    Whole(usize),
}

/// Decimal digits and the place of the point.
#[derive(Clone, Debug)]
pub struct Decimal {
    bytes: [u8; DIGIT_BYTES],
    start: usize,
    end: usize,
    /// Power of ten of the place before the first digit; the number of digits before the point.
    pub point: i32,
}

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self { bytes: [0; DIGIT_BYTES], start: 0, end: 0, point: 1 };

    /// The digits as text, without zeros at either end; empty for zero.
    pub fn digits(&self) -> &[u8] {
        self.bytes.get(self.start..self.end).unwrap_or(&[])
    }

    /// From zero to the fewest digits that read back as this float, which is not negative. Made where it
    /// lies, as everything here: it is too large to be handed on.
    pub fn set_shortest(&mut self, value: f64) {
        if value == 0.0 || !value.is_finite() {
            return;
        }
        let mut buffer = zmij::Buffer::new();
        self.read(buffer.format_finite(value).as_bytes());
    }

    /// Takes digits, point and exponent from text such as `12.5` or `1e-7`.
    fn read(&mut self, text: &[u8]) {
        let (mut exponent, mut point, mut in_exponent, mut minus) = (0i32, None, false, false);
        self.end = 0;
        for &byte in text {
            match byte {
                b'0'..=b'9' if in_exponent => exponent = exponent * 10 + i32::from(byte - b'0'),
                b'0'..=b'9' => self.push(byte),
                b'.' => point = Some(self.end),
                b'e' => in_exponent = true,
                b'-' => minus = true,
                _ => {}
            }
        }
        let whole = i32::try_from(point.unwrap_or(self.end)).unwrap_or(0);
        self.point = whole + if minus { -exponent } else { exponent };
        self.trim();
    }

    /// Appends a digit.
    fn push(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.end) {
            *place = byte;
            self.end += 1;
        }
    }

    /// From zero to the exact value of a float that is not negative, cut and rounded half to even.
    pub fn set_rounded(&mut self, value: f64, cut: Cut) {
        if value == 0.0 || !value.is_finite() {
            return;
        }
        let (significand, exponent) = decompose(value);
        let scaled = match cut {
            Cut::Fraction(places) => scale(significand, exponent, places).map(|it| (it, places)),
            Cut::Significant(count) => scale_to_digits(significand, exponent, count.max(1)),
            Cut::Whole(_) => None,
        };
        if let Some((scaled, places)) = scaled {
            return self.set_scaled(scaled, places);
        }
        self.expand(significand, exponent);
        self.cut(cut);
    }

    /// The digits of `scaled / 10^places`.
    fn set_scaled(&mut self, scaled: u64, places: usize) {
        if scaled == 0 {
            return;
        }
        let mut buffer = IntBuffer::new();
        let digits = buffer.digits(scaled, 10);
        for &digit in digits {
            self.push(digit);
        }
        self.point = place(digits.len()).saturating_sub(place(places));
        self.trim();
    }

    /// All digits of `significand * 2^exponent`.
    #[inline(never)]
    fn expand(&mut self, significand: u64, exponent: i64) {
        let mut groups = [0u32; GROUPS];
        let mut len = 0;
        // Halves cancel against the zeros at the end: fewer powers of five to multiply by.
        let zeros = i64::from(significand.trailing_zeros()).min(exponent.saturating_neg()).max(0);
        let exponent = exponent.saturating_add(zeros);
        let mut rest = significand >> zeros;
        while rest > 0 {
            len = append(&mut groups, len, rest % GROUP);
            rest /= GROUP;
        }
        let power = u32::try_from(exponent.unsigned_abs()).unwrap_or(0);
        if exponent >= 0 {
            len = multiply(&mut groups, len, [2, 29], power);
        } else {
            len = multiply(&mut groups, len, [5, 13], power);
            self.point = place(0).saturating_sub_unsigned(power);
        }
        let shift = if exponent >= 0 { 0 } else { self.point };
        self.point = place(len * GROUP_DIGITS).saturating_add(shift);
        self.end = 0;
        for &group in groups.iter().take(len).rev() {
            self.push_group(group);
        }
        self.trim();
    }

    /// Appends nine digits.
    fn push_group(&mut self, group: u32) {
        let mut power = 100_000_000;
        let mut rest = group;
        for _ in 0..GROUP_DIGITS {
            self.push(b'0' + (rest / power % 10) as u8);
            rest %= power;
            power = (power / 10).max(1);
        }
    }

    /// Drops zeros at both ends.
    fn trim(&mut self) {
        let digits = self.digits();
        let leading = digits.iter().take_while(|&&digit| digit == b'0').count();
        let trailing = digits.iter().rev().take_while(|&&digit| digit == b'0').count();
        if leading == digits.len() {
            (self.start, self.end, self.point) = (0, 0, 1);
            return;
        }
        self.start += leading;
        self.end -= trailing;
        self.point = self.point.saturating_sub(place(leading));
    }

    /// Rounds half to even.
    fn cut(&mut self, cut: Cut) {
        let keep = match cut {
            Cut::Significant(count) => place(count.max(1)),
            Cut::Fraction(count) => place(count).saturating_add(self.point),
            Cut::Whole(count) => self.point.saturating_sub(place(count)),
        };
        let Ok(keep) = usize::try_from(keep) else {
            // The first digit is at least one place behind the cut: less than half.
            (self.start, self.end, self.point) = (0, 0, 1);
            return;
        };
        let digits = self.digits();
        let Some((kept, dropped)) = digits.split_at_checked(keep) else { return };
        let odd = kept.last().is_some_and(|digit| digit % 2 == 1);
        let up = match dropped {
            [] => return,
            [b'5'] => odd,
            [first, ..] => *first >= b'5',
        };
        self.end = self.start + keep;
        if up {
            self.increment();
        }
        self.trim();
    }

    /// Adds one to the last digit; all nines become a one and a longer number.
    fn increment(&mut self) {
        let (start, end) = (self.start, self.end);
        let digits = self.bytes.get_mut(start..end).unwrap_or(&mut []);
        for digit in digits.iter_mut().rev() {
            if *digit != b'9' {
                *digit += 1;
                return;
            }
            *digit = b'0';
        }
        self.point = self.point.saturating_add(1);
        if let Some(first) = self.bytes.get_mut(start) {
            *first = b'1';
        }
        self.end = self.end.max(start + 1);
    }
}

/// A number of digits as a place of the point; formats may ask for more than fits.
fn place(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// Appends a group above the others; returns the new length.
fn append(groups: &mut [u32], len: usize, value: u64) -> usize {
    match groups.get_mut(len) {
        Some(group) => {
            *group = (value % GROUP) as u32;
            len + 1
        }
        None => len,
    }
}

/// Multiplies groups by `base^power`, `step` powers at a time; returns the new length.
fn multiply(groups: &mut [u32], len: usize, [base, step]: [u32; 2], power: u32) -> usize {
    let (mut len, mut left) = (len, power);
    while left > 0 {
        let now = left.min(step);
        left -= now;
        let factor = u64::from(base.saturating_pow(now));
        let mut carry = 0u64;
        for group in groups.iter_mut().take(len) {
            let product = u64::from(*group) * factor + carry;
            *group = (product % GROUP) as u32;
            carry = product / GROUP;
        }
        while carry > 0 && len < groups.len() {
            len = append(groups, len, carry);
            carry /= GROUP;
        }
    }
    len
}

/// `significand * 2^exponent * 10^places` rounded half to even, if 128 bits can hold the product
/// and 64 the result.
fn scale(significand: u64, exponent: i64, places: usize) -> Option<u64> {
    /// 2^53 * 10^22 is less than 2^127.
    const MOST_PLACES: usize = 22;
    let down =
        u32::try_from(exponent.checked_neg()?).ok().filter(|&down| (1..=126).contains(&down))?;
    if places > MOST_PLACES {
        return None;
    }
    let product = u128::from(significand) * 10u128.pow(u32::try_from(places).ok()?);
    let quotient = u64::try_from(product >> down).ok()?;
    let rest = product & ((1 << down) - 1);
    let half = 1u128 << (down - 1);
    let up = rest > half || rest == half && quotient & 1 == 1;
    quotient.checked_add(u64::from(up))
}

/// The first `count` digits of `significand * 2^exponent` as an integer, rounded half to even, and
/// how many of them stand behind the point; `None` where [`scale`] cannot help.
fn scale_to_digits(significand: u64, exponent: i64, count: usize) -> Option<(u64, usize)> {
    /// Digits that fit 64 bits, with one more while the first guess is checked.
    const MOST_DIGITS: usize = 17;
    if count > MOST_DIGITS {
        return None;
    }
    let bits = exponent + i64::from(u64::BITS - significand.leading_zeros()) - 1;
    // 1233/4096 is a little less than log10(2): the guess is right or one too low.
    let guess = (bits * 1233).div_euclid(4096);
    let places = usize::try_from(i64::try_from(count).ok()? - 1 - guess).ok()?;
    let scaled = scale(significand, exponent, places)?;
    let limit = 10u64.pow(u32::try_from(count).ok()?);
    if scaled <= limit {
        return Some((scaled, places)).filter(|_| scaled >= limit / 10);
    }
    let places = places.checked_sub(1)?;
    Some((scale(significand, exponent, places)?, places))
}
