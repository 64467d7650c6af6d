//! The format mini-language: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
//!
//! Not here: applying a specification (format_value.rs), the words of errors (format_error.rs).

use super::first_char;
use super::format_error::SpecError;
use super::format_number::{Align, Fill, Grouping, SignMode};

/// A specification taken apart.
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    /// The fill character.
    pub fill: Fill,
    /// The alignment, or the default of the kind of value.
    pub align: Align,
    /// The sign, if one was given.
    pub sign: Option<SignMode>,
    /// `z`
    pub plain_zero: bool,
    /// `#`
    pub alternate: bool,
    /// Least width; 0 when none was given.
    pub width: usize,
    /// `,` or `_`
    pub separator: Option<u8>,
    /// Digits after the point.
    pub precision: Option<usize>,
    /// The type, a character, or the default of the kind of value.
    pub code: u32,
}

/// What holds where a specification is silent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Defaults {
    /// Left, `s`.
    Str,
    /// Right, `d`.
    Int,
    /// Right, no type.
    Float,
}

/// The largest width or precision: what CPython's 64-bit sizes hold.
const MOST: u64 = i64::MAX as u64;

/// A character of the mini-language as a type code.
const fn code(byte: u8) -> u32 {
    byte as u32
}

impl Defaults {
    fn align(self) -> Align {
        if self == Self::Str { Align::Left } else { Align::Right }
    }

    fn code(self) -> u32 {
        match self {
            Self::Str => code(b's'),
            Self::Int => code(b'd'),
            Self::Float => 0,
        }
    }
}

/// Text being taken apart from the left.
struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// Skips a byte if it comes next.
    fn skip(&mut self, byte: u8) -> bool {
        match self.rest.split_first() {
            Some((&first, rest)) if first == byte => {
                self.rest = rest;
                true
            }
            _ => false,
        }
    }

    /// A fill character and an alignment, either of which may be missing.
    fn fill_and_align(&mut self) -> (Option<&'a [u8]>, Option<Align>) {
        let len = first_char(self.rest).map_or(0, |(_, len)| len);
        let (fill, after) = self.rest.split_at_checked(len).unwrap_or((&[], self.rest));
        if let Some(align) = after.first().copied().and_then(align_of) {
            self.rest = after.get(1..).unwrap_or(&[]);
            return (Some(fill), Some(align));
        }
        let align = self.rest.first().copied().and_then(align_of);
        if align.is_some() {
            self.rest = after;
        }
        (None, align)
    }

    fn sign(&mut self) -> Option<SignMode> {
        if self.skip(b'+') {
            Some(SignMode::Plus)
        } else if self.skip(b'-') {
            Some(SignMode::Minus)
        } else {
            self.skip(b' ').then_some(SignMode::Space)
        }
    }

    /// A number, if one comes next.
    fn number(&mut self) -> Result<Option<usize>, SpecError> {
        let mut value = None;
        while let Some((&byte, rest)) = self.rest.split_first()
            && byte.is_ascii_digit()
        {
            let digit = u64::from(byte - b'0');
            let next = value.unwrap_or(0u64).checked_mul(10).and_then(|v| v.checked_add(digit));
            let next = next.filter(|&next| next <= MOST);
            value = Some(next.ok_or(SpecError::TooManyDigits)?);
            self.rest = rest;
        }
        Ok(value.map(|value| usize::try_from(value).unwrap_or(usize::MAX)))
    }

    fn separator(&mut self) -> Result<Option<u8>, SpecError> {
        let comma = self.skip(b',');
        let underscore = self.skip(b'_');
        if underscore && (comma || self.rest.first() == Some(&b',')) {
            return Err(SpecError::BothSeparators);
        }
        Ok(if comma { Some(b',') } else { underscore.then_some(b'_') })
    }

    fn precision(&mut self) -> Result<Option<usize>, SpecError> {
        if !self.skip(b'.') {
            return Ok(None);
        }
        self.number()?.ok_or(SpecError::MissingPrecision).map(Some)
    }

    /// The type, which is all that may be left.
    fn code(&mut self, default: u32) -> Result<u32, SpecError> {
        match first_char(self.rest) {
            None if self.rest.is_empty() => Ok(default),
            Some((code, len)) if len == self.rest.len() => Ok(code),
            _ => Err(SpecError::Invalid),
        }
    }
}

/// The alignment that a byte stands for.
fn align_of(byte: u8) -> Option<Align> {
    match byte {
        b'<' => Some(Align::Left),
        b'>' => Some(Align::Right),
        b'^' => Some(Align::Center),
        b'=' => Some(Align::AfterSign),
        _ => None,
    }
}

impl Spec {
    /// Takes a specification apart.
    pub fn parse(text: &[u8], defaults: Defaults) -> Result<Self, SpecError> {
        let mut reader = Reader { rest: text };
        let (fill, align) = reader.fill_and_align();
        let sign = reader.sign();
        let plain_zero = reader.skip(b'z');
        let alternate = reader.skip(b'#');
        let zero = fill.is_none() && reader.skip(b'0');
        let width = reader.number()?.unwrap_or(0);
        let separator = reader.separator()?;
        let precision = reader.precision()?;
        let code = reader.code(defaults.code())?;
        let default_align = match defaults.align() {
            Align::Right if zero => Align::AfterSign,
            other => other,
        };
        let spec = Self {
            fill: fill.map_or(if zero { Fill::ZERO } else { Fill::SPACE }, Fill::new),
            align: align.unwrap_or(default_align),
            sign,
            plain_zero,
            alternate,
            width,
            separator,
            precision,
            code,
        };
        spec.check_separator()?;
        Ok(spec)
    }

    /// The type as a byte, 0 for none and for what is not ASCII.
    pub fn code_byte(&self) -> u8 {
        u8::try_from(self.code).unwrap_or(u8::MAX)
    }

    /// Refuses separators with types that take none.
    fn check_separator(&self) -> Result<(), SpecError> {
        let Some(separator) = self.separator else { return Ok(()) };
        match self.code_byte() {
            b'd' | b'e' | b'f' | b'g' | b'E' | b'G' | b'%' | b'F' | 0 => Ok(()),
            b'b' | b'o' | b'x' | b'X' if separator == b'_' => Ok(()),
            _ => Err(SpecError::SeparatorWith(separator, self.code)),
        }
    }

    /// The grouping that the separator asks for.
    pub fn grouping(&self) -> Option<Grouping> {
        let size = if matches!(self.code_byte(), b'b' | b'o' | b'x' | b'X') { 4 } else { 3 };
        self.separator.map(|separator| Grouping { separator, size })
    }
}
