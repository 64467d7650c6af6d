//! Numbers: where they end, and what they are worth.
//!
//! The lexer only finds the end and complains; the value is taken from the text when the parser wants it, because
//! a token holds no value.
//!
//! Not here: signs (operators), arithmetic on large integers (the runtime).

use bumpalo::Bump;

use super::{Lexed, Lexer};
use crate::ast::{BigInt, Const};
use crate::error::ErrorKind;
use crate::list::OutOfMemory;
use crate::token::Kind;

const LEADING_ZEROS: &str = "leading zeros in decimal integer literals are not permitted; \
    use an 0o prefix for octal integers";

impl<'a> Lexer<'a> {
    /// Steps over a number. It starts with a digit, or with a dot and a digit.
    pub(super) fn read_number(&mut self) -> Lexed<'a, Kind> {
        let radix = match (self.peek(0), self.peek(1)) {
            (Some(b'0'), Some(b'x' | b'X')) => 16,
            (Some(b'0'), Some(b'o' | b'O')) => 8,
            (Some(b'0'), Some(b'b' | b'B')) => 2,
            _ => return self.read_decimal(),
        };
        self.pos += 2;
        self.read_prefixed(radix)?;
        Ok(Kind::Number)
    }

    fn read_prefixed(&mut self, radix: u32) -> Lexed<'a, ()> {
        let (base, message) = match radix {
            16 => ("hexadecimal", "invalid hexadecimal literal"),
            8 => ("octal", "invalid octal literal"),
            _ => ("binary", "invalid binary literal"),
        };
        let fits = |byte: u8| char::from(byte).is_digit(radix);
        loop {
            if self.peek(0) == Some(b'_') {
                self.pos += 1;
            }
            match self.peek(0) {
                Some(byte) if fits(byte) => self.skip_while(fits),
                Some(digit @ b'0'..=b'9') => return Err(self.bad_digit(digit, base)),
                _ => return Err(self.in_token(ErrorKind::Text(message))),
            }
            match self.peek(0) {
                Some(b'_') => {}
                Some(digit @ b'0'..=b'9') => return Err(self.bad_digit(digit, base)),
                _ => return self.end_number(message),
            }
        }
    }

    fn bad_digit(&mut self, digit: u8, base: &'static str) -> super::Stopped<'a> {
        self.pos += 1;
        self.in_token(ErrorKind::InvalidDigit { digit: char::from(digit), base })
    }

    fn read_decimal(&mut self) -> Lexed<'a, Kind> {
        let start = self.pos;
        if self.peek(0) != Some(b'.') {
            self.read_digits()?;
        }
        let whole = self.slice(start);
        let mut is_integer = true;
        if self.peek(0) == Some(b'.') {
            is_integer = false;
            self.pos += 1;
            if self.peek(0).is_some_and(|byte| byte.is_ascii_digit()) {
                self.read_digits()?;
            }
        }
        if matches!(self.peek(0), Some(b'e' | b'E')) && self.read_exponent()? {
            is_integer = false;
        }
        if matches!(self.peek(0), Some(b'j' | b'J')) {
            self.pos += 1;
            self.end_number("invalid imaginary literal")?;
            return Ok(Kind::Number);
        }
        // Before an `e` CPython has stopped thinking of octal numbers.
        let is_before_e = matches!(self.peek(0), Some(b'e' | b'E'));
        if is_integer && !is_before_e && whole.first() == Some(&b'0') {
            self.check_leading_zeros(start, whole)?;
        }
        self.end_number("invalid decimal literal")?;
        Ok(Kind::Number)
    }

    /// Digits with single underscores between them.
    fn read_digits(&mut self) -> Lexed<'a, ()> {
        loop {
            self.skip_while(|byte| byte.is_ascii_digit());
            if self.peek(0) != Some(b'_') {
                return Ok(());
            }
            self.pos += 1;
            if !self.peek(0).is_some_and(|byte| byte.is_ascii_digit()) {
                return Err(self.in_token(ErrorKind::Text("invalid decimal literal")));
            }
        }
    }

    /// An `e` with digits behind it; false, and nothing read, when it is the start of `else`.
    fn read_exponent(&mut self) -> Lexed<'a, bool> {
        let is_signed = matches!(self.peek(1), Some(b'+' | b'-'));
        let digits_at = if is_signed { 2 } else { 1 };
        if self.peek(digits_at).is_some_and(|byte| byte.is_ascii_digit()) {
            self.pos += digits_at;
            self.read_digits()?;
            return Ok(true);
        }
        if is_signed {
            self.pos += digits_at;
            return Err(self.in_token(ErrorKind::Text("invalid decimal literal")));
        }
        self.end_number("invalid decimal literal")?;
        Ok(false)
    }

    fn check_leading_zeros(&mut self, start: u32, whole: &[u8]) -> Lexed<'a, ()> {
        let zeros = whole.iter().take_while(|byte| matches!(byte, b'0' | b'_')).count() as u32;
        if zeros as usize == whole.len() {
            return Ok(());
        }
        let mut stopped =
            self.in_token_at(ErrorKind::Text(LEADING_ZEROS), self.line, self.col(start));
        stopped.error.span.end_col = self.col(start + zeros);
        Err(stopped)
    }

    /// A name may not touch a number, except the keywords that may follow one.
    fn end_number(&mut self, message: &'static str) -> Lexed<'a, ()> {
        const WORDS: [&[u8]; 5] = [b"and", b"else", b"for", b"or", b"not"];
        const STARTS: [&[u8]; 3] = [b"if", b"in", b"is"];
        let rest = self.rest();
        let is_word = |word: &&[u8]| {
            let behind = rest.get(word.len()).copied().unwrap_or(b' ');
            rest.starts_with(word) && !continues_name(behind)
        };
        let touches = rest.first().is_some_and(|byte| continues_name(*byte) && byte.is_ascii());
        let is_keyword =
            WORDS.iter().any(is_word) || STARTS.iter().any(|word| rest.starts_with(word));
        if !touches || is_keyword {
            return Ok(());
        }
        Err(self.in_token(ErrorKind::Text(message)))
    }

    fn skip_while(&mut self, fits: impl Fn(u8) -> bool) {
        while self.peek(0).is_some_and(&fits) {
            self.pos += 1;
        }
    }
}

fn continues_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || !byte.is_ascii()
}

/// The value of a number token.
pub fn value<'a>(
    text: &'a str,
    nearest: fn(&str) -> f64,
    bump: &'a Bump,
) -> Result<Const<'a>, OutOfMemory> {
    let bytes = text.as_bytes();
    Ok(match bytes {
        [b'0', b'x' | b'X', digits @ ..] => integer(digits, 16),
        [b'0', b'o' | b'O', digits @ ..] => integer(digits, 8),
        [b'0', b'b' | b'B', digits @ ..] => integer(digits, 2),
        [.., b'j' | b'J'] => {
            let digits = text.get(..text.len() - 1).unwrap_or_default();
            Const::Imaginary(float(digits, nearest, bump)?)
        }
        _ if bytes.iter().any(|byte| matches!(byte, b'.' | b'e' | b'E')) => {
            Const::Float(float(text, nearest, bump)?)
        }
        _ => integer(bytes, 10),
    })
}

fn integer(digits: &[u8], radix: u8) -> Const<'_> {
    let small = digits.iter().filter(|byte| **byte != b'_').try_fold(0_i64, |sum, byte| {
        let digit = char::from(*byte).to_digit(u32::from(radix))?;
        sum.checked_mul(i64::from(radix))?.checked_add(i64::from(digit))
    });
    small.map_or(Const::BigInt(BigInt { digits, radix }), Const::Int)
}

/// The nearest float. The converter wants no underscores.
fn float(text: &str, nearest: fn(&str) -> f64, bump: &Bump) -> Result<f64, OutOfMemory> {
    if !text.contains('_') {
        return Ok(nearest(text));
    }
    let plain = bump.try_alloc_slice_fill_copy(text.len(), 0_u8).map_err(|_| OutOfMemory)?;
    let digits = text.bytes().filter(|byte| *byte != b'_');
    let mut len = 0;
    for (slot, byte) in plain.iter_mut().zip(digits) {
        *slot = byte;
        len += 1;
    }
    let plain = plain.get(..len).and_then(|plain| core::str::from_utf8(plain).ok());
    Ok(plain.map_or(0.0, nearest))
}
