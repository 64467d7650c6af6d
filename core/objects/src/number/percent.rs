//! `%` formats: taking one conversion apart, and applying it.
//!
//! The caller walks the text, puts what stands between conversions, and fetches arguments: a
//! mapping's item for a key, a number for each `*`, then the value.
//!
//! P1  A missing mapping is reported before an incomplete key: check for `(` after `%` first.
//! P2  An unknown type is reported after its argument was fetched: [`parse`] accepts any character.
//!
//! Not here: conversion of values (`%d` of a float, `%c` of a string), running out of arguments.

use super::float_text::{DEFAULT_PRECISION, FloatKind, FloatStyle, FloatText};
use super::format_number::{Align, Field, Fill, Numeral, Run, SignMode, padding};
use super::format_value::{first_chars, int_prefix};
use super::int_text::IntBuffer;
use super::{Sink, SinkFull, count_chars, first_char};

/// The largest width: what CPython's 64-bit sizes hold.
const MOST_WIDTH: u64 = i64::MAX as u64;

/// The largest precision: what a C int holds.
const MOST_PRECISION: u64 = i32::MAX as u64;

/// What is wrong with a conversion. All are `ValueError`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PercentError {
    /// The text ends inside it.
    Incomplete,
    /// The text ends inside its key.
    IncompleteKey,
    /// The width is beyond all measure.
    WidthTooBig,
    /// The precision is beyond all measure.
    PrecisionTooBig,
}

impl PercentError {
    /// The message.
    pub fn text(self) -> &'static str {
        match self {
            Self::Incomplete => "incomplete format",
            Self::IncompleteKey => "incomplete format key",
            Self::WidthTooBig => "width too big",
            Self::PrecisionTooBig => "precision too big",
        }
    }
}

/// A width or a precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// Not given.
    None,
    /// A number.
    Given(usize),
    /// `*`: the next argument.
    Argument,
}

/// A conversion taken apart.
#[derive(Clone, Copy, Debug)]
pub struct Conversion<'a> {
    /// The text in parentheses.
    pub key: Option<&'a [u8]>,
    /// `-`
    pub left: bool,
    /// `+` or a space.
    pub sign: SignMode,
    /// `#`
    pub alternate: bool,
    /// `0`
    pub zero: bool,
    /// Least width.
    pub width: Amount,
    /// Digits, or characters of a string.
    pub precision: Amount,
    /// The type, a character.
    pub code: u32,
    /// Where the type stands, in bytes.
    pub code_at: usize,
    /// Where the text goes on, in bytes.
    pub end: usize,
}

/// Text being taken apart, with the place in it.
struct Reader<'a> {
    text: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    /// A key in parentheses, which nest.
    fn key(&mut self) -> Result<Option<&'a [u8]>, PercentError> {
        if self.peek() != Some(b'(') {
            return Ok(None);
        }
        let start = self.at + 1;
        let mut depth = 0usize;
        while let Some(byte) = self.peek() {
            let end = self.at;
            self.at += 1;
            match byte {
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return Ok(self.text.get(start..end));
            }
        }
        Err(PercentError::IncompleteKey)
    }

    /// A number, or `*`, or nothing.
    fn amount(&mut self, most: u64, error: PercentError) -> Result<Amount, PercentError> {
        if self.peek() == Some(b'*') {
            self.at += 1;
            return Ok(Amount::Argument);
        }
        let mut value = None;
        while let Some(byte @ b'0'..=b'9') = self.peek() {
            let digit = u64::from(byte - b'0');
            let next = value.unwrap_or(0u64).checked_mul(10).and_then(|v| v.checked_add(digit));
            value = Some(next.filter(|&next| next <= most).ok_or(error)?);
            self.at += 1;
        }
        Ok(value.map_or(Amount::None, |value| {
            Amount::Given(usize::try_from(value).unwrap_or(usize::MAX))
        }))
    }
}

/// Takes the conversion apart that starts at byte `at`, behind its `%`.
pub fn parse(text: &[u8], at: usize) -> Result<Conversion<'_>, PercentError> {
    let mut reader = Reader { text, at };
    let mut found = Conversion {
        key: reader.key()?,
        left: false,
        sign: SignMode::Minus,
        alternate: false,
        zero: false,
        width: Amount::None,
        precision: Amount::None,
        code: 0,
        code_at: 0,
        end: 0,
    };
    while let Some(flag) = reader.peek() {
        match flag {
            b'-' => found.left = true,
            b'+' => found.sign = SignMode::Plus,
            b' ' if found.sign == SignMode::Plus => {}
            b' ' => found.sign = SignMode::Space,
            b'#' => found.alternate = true,
            b'0' => found.zero = true,
            _ => break,
        }
        reader.at += 1;
    }
    found.width = reader.amount(MOST_WIDTH, PercentError::WidthTooBig)?;
    if reader.peek() == Some(b'.') {
        reader.at += 1;
        found.precision = match reader.amount(MOST_PRECISION, PercentError::PrecisionTooBig)? {
            Amount::None => Amount::Given(0),
            other => other,
        };
    }
    if matches!(reader.peek(), Some(b'h' | b'l' | b'L')) {
        reader.at += 1;
    }
    let rest = text.get(reader.at..).unwrap_or(&[]);
    let (code, len) = first_char(rest).ok_or(PercentError::Incomplete)?;
    (found.code, found.code_at, found.end) = (code, reader.at, reader.at + len);
    Ok(found)
}

impl Conversion<'_> {
    /// The type as a byte; 255 for what is not ASCII.
    pub fn code_byte(&self) -> u8 {
        u8::try_from(self.code).unwrap_or(u8::MAX)
    }

    /// Takes the argument for a `*` width: negative means left.
    pub fn set_width(&mut self, width: i64) {
        self.left |= width < 0;
        let width = usize::try_from(width.unsigned_abs()).unwrap_or(usize::MAX);
        self.width = Amount::Given(width);
    }

    /// Takes the argument for a `*` precision: negative means none.
    pub fn set_precision(&mut self, precision: i64) {
        self.precision = Amount::Given(usize::try_from(precision.max(0)).unwrap_or(usize::MAX));
    }

    /// The base of an integer type: `d i u o x X`.
    pub fn radix(&self) -> Option<u32> {
        match self.code_byte() {
            b'd' | b'i' | b'u' => Some(10),
            b'o' => Some(8),
            b'x' | b'X' => Some(16),
            _ => None,
        }
    }

    fn given_width(&self) -> usize {
        if let Amount::Given(width) = self.width { width } else { 0 }
    }

    fn given_precision(&self) -> Option<usize> {
        if let Amount::Given(precision) = self.precision { Some(precision) } else { None }
    }

    /// The field for a number.
    fn field(&self) -> Field {
        let (fill, align) = match (self.left, self.zero) {
            (true, _) => (Fill::SPACE, Align::Left),
            (false, true) => (Fill::ZERO, Align::AfterSign),
            (false, false) => (Fill::SPACE, Align::Right),
        };
        Field { fill, align, width: self.given_width(), sign: self.sign, grouping: None }
    }
}

/// Puts a text: `%s`, `%r`, `%a`. The precision cuts it.
pub fn put_text(
    sink: &mut dyn Sink,
    conversion: &Conversion<'_>,
    text: &[u8],
) -> Result<(), SinkFull> {
    let text = conversion.given_precision().map_or(text, |most| first_chars(text, most));
    put_char(sink, conversion, text)
}

/// Puts a text whole: `%c`.
pub fn put_char(
    sink: &mut dyn Sink,
    conversion: &Conversion<'_>,
    text: &[u8],
) -> Result<(), SinkFull> {
    let align = if conversion.left { Align::Left } else { Align::Right };
    let (before, after) = padding(align, conversion.given_width(), count_chars(text));
    sink.repeat(b" ", before)?;
    sink.put(text)?;
    sink.repeat(b" ", after)
}

/// Puts a 64-bit integer: `%d i u o x X`.
pub fn put_int(
    sink: &mut dyn Sink,
    conversion: &Conversion<'_>,
    value: i64,
) -> Result<(), SinkFull> {
    let mut buffer = IntBuffer::new();
    buffer.digits(value.unsigned_abs(), conversion.radix().unwrap_or(10));
    put_int_digits(sink, conversion, value < 0, buffer.text_mut())
}

/// Puts an integer from its digits in the conversion's base, small letters; they are made capital
/// here where the type says so.
pub fn put_int_digits(
    sink: &mut dyn Sink,
    conversion: &Conversion<'_>,
    negative: bool,
    digits: &mut [u8],
) -> Result<(), SinkFull> {
    if conversion.code_byte() == b'X' {
        digits.make_ascii_uppercase();
    }
    let prefix = if conversion.alternate { int_prefix(conversion.code_byte()) } else { b"" };
    let before = conversion.given_precision().unwrap_or(0).saturating_sub(digits.len());
    let whole = Run { before, digits, after: 0 };
    Numeral { negative, prefix, whole, ..Numeral::default() }.put(sink, &conversion.field())
}

/// Puts a float: `%e E f F g G`.
pub fn put_float(
    sink: &mut dyn Sink,
    conversion: &Conversion<'_>,
    value: f64,
) -> Result<(), SinkFull> {
    let precision = conversion.given_precision().unwrap_or(DEFAULT_PRECISION);
    let code = conversion.code_byte();
    let kind = match code.to_ascii_lowercase() {
        b'e' => FloatKind::Exponent(precision),
        b'g' => FloatKind::General(precision),
        _ => FloatKind::Fixed(precision),
    };
    let style = FloatStyle {
        alternate: conversion.alternate,
        upper: code.is_ascii_uppercase(),
        ..FloatStyle::new(kind)
    };
    let mut text = FloatText::zero(style);
    text.set(value);
    text.numeral().put(sink, &conversion.field())
}

/// Whether the type is one that exists.
pub fn is_known(code: u32) -> bool {
    u8::try_from(code).is_ok_and(|code| b"diuoxXeEfFgGcrsa%".contains(&code))
}

/// Puts the message for a type that does not exist; `text` is the whole format.
pub fn put_unsupported(
    sink: &mut dyn Sink,
    text: &[u8],
    conversion: &Conversion<'_>,
) -> Result<(), SinkFull> {
    let shown = u8::try_from(conversion.code).ok().filter(|code| (31..128).contains(code));
    let place = count_chars(text.get(..conversion.code_at).unwrap_or(&[]));
    sink.put(b"unsupported format character '")?;
    sink.put(&[shown.unwrap_or(b'?')])?;
    sink.put(b"' (0x")?;
    sink.put(IntBuffer::new().digits(u64::from(conversion.code), 16))?;
    sink.put(b") at index ")?;
    sink.put(IntBuffer::new().digits(place as u64, 10))
}
