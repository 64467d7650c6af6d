//! A number in pieces, and how the pieces are put into a field.
//!
//! ```text
//!   field      fill  sign prefix  fill or zeros  whole (grouped)  . fraction  exponent  %  fill
//!   align        >                      =                                                   <
//! ```
//!
//! Zero padding with grouping makes the zeros part of the groups, so a field may come out one wider
//! than asked for: no number starts with a separator.
//!
//! Not here: where the pieces come from (float_text.rs, format_value.rs, percent.rs).

use super::int_text::IntBuffer;
use super::{Sink, SinkFull};

/// Digits with zeros around them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Run<'a> {
    /// Zeros before the digits.
    pub before: usize,
    /// The digits.
    pub digits: &'a [u8],
    /// Zeros after the digits.
    pub after: usize,
}

impl<'a> Run<'a> {
    /// Digits alone.
    pub fn of(digits: &'a [u8]) -> Self {
        Self { before: 0, digits, after: 0 }
    }

    /// Number of digits, zeros counted.
    pub fn len(&self) -> usize {
        self.before.saturating_add(self.digits.len()).saturating_add(self.after)
    }

    /// Whether there is no digit.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn put(&self, sink: &mut dyn Sink) -> Result<(), SinkFull> {
        sink.repeat(b"0", self.before)?;
        sink.put(self.digits)?;
        sink.repeat(b"0", self.after)
    }
}

/// The pieces of a number.
#[derive(Clone, Copy, Debug, Default)]
pub struct Numeral<'a> {
    /// A minus sign is due.
    pub negative: bool,
    /// `0x` and the like.
    pub prefix: &'a [u8],
    /// Digits before the point.
    pub whole: Run<'a>,
    /// A point is due.
    pub point: bool,
    /// Digits after the point.
    pub fraction: Run<'a>,
    /// Power of ten and the letter before it.
    pub exponent: Option<(u8, i32)>,
    /// `inf` or `nan` in place of digits.
    pub name: &'a [u8],
    /// `%` or nothing.
    pub suffix: &'a [u8],
}

/// Where the text goes in a field that is wider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// `<`
    Left,
    /// `>`
    Right,
    /// `^`
    Center,
    /// `=`: padding goes between sign and digits.
    AfterSign,
}

/// What stands before a number that is not negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignMode {
    /// Nothing.
    Minus,
    /// `+`
    Plus,
    /// A space.
    Space,
}

/// A fill character as UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fill {
    bytes: [u8; 4],
    len: usize,
}

impl Fill {
    /// A space.
    pub const SPACE: Self = Self { bytes: [b' ', 0, 0, 0], len: 1 };

    /// The digit zero.
    pub const ZERO: Self = Self { bytes: [b'0', 0, 0, 0], len: 1 };

    /// The character that the bytes are.
    pub fn new(text: &[u8]) -> Self {
        let mut fill = Self { bytes: [0; 4], len: text.len().min(4) };
        for (place, &byte) in fill.bytes.iter_mut().zip(text) {
            *place = byte;
        }
        fill
    }

    /// The character as UTF-8.
    pub fn text(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or(&[])
    }
}

/// How groups of digits are set apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grouping {
    /// `,` or `_`.
    pub separator: u8,
    /// Digits in a group.
    pub size: usize,
}

/// The field that a number is put in.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// What fills it up.
    pub fill: Fill,
    /// Where the number goes.
    pub align: Align,
    /// Its least width in characters.
    pub width: usize,
    /// What stands before a number that is not negative.
    pub sign: SignMode,
    /// How the digits before the point are grouped.
    pub grouping: Option<Grouping>,
}

impl Field {
    /// No padding, no grouping.
    pub const PLAIN: Self = Self {
        fill: Fill::SPACE,
        align: Align::Right,
        width: 0,
        sign: SignMode::Minus,
        grouping: None,
    };
}

/// Padding before and after a text of `len` characters; `=` counts as right.
pub fn padding(align: Align, width: usize, len: usize) -> (usize, usize) {
    let total = width.saturating_sub(len);
    match align {
        Align::Left => (0, total),
        Align::Right | Align::AfterSign => (total, 0),
        Align::Center => (total / 2, total - total / 2),
    }
}

/// Text of an exponent such as `e-07`.
struct Exponent {
    bytes: [u8; 8],
    len: usize,
}

impl Exponent {
    fn new(exponent: Option<(u8, i32)>) -> Self {
        let mut text = Self { bytes: [0; 8], len: 0 };
        if let Some((letter, power)) = exponent {
            text.push(letter);
            text.push(if power < 0 { b'-' } else { b'+' });
            if power.unsigned_abs() < 10 {
                text.push(b'0');
            }
            let mut buffer = IntBuffer::new();
            for &digit in buffer.digits(u64::from(power.unsigned_abs()), 10) {
                text.push(digit);
            }
        }
        text
    }

    fn push(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.len) {
            *place = byte;
            self.len += 1;
        }
    }

    fn text(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or(&[])
    }
}

impl Numeral<'_> {
    /// The sign to print.
    fn sign(&self, mode: SignMode) -> &'static [u8] {
        match mode {
            _ if self.negative => b"-",
            SignMode::Minus => b"",
            SignMode::Plus => b"+",
            SignMode::Space => b" ",
        }
    }

    /// Width in a field without padding.
    pub fn width(&self, field: &Field) -> usize {
        let exponent = Exponent::new(self.exponent);
        let around = self.width_around(field, &exponent);
        around.saturating_add(grouped_width(self.whole.len(), field.grouping))
    }

    /// Width of everything but the digits before the point.
    fn width_around(&self, field: &Field, exponent: &Exponent) -> usize {
        let signs = self.sign(field.sign).len() + self.prefix.len() + usize::from(self.point);
        let words = exponent.len + self.name.len() + self.suffix.len();
        self.fraction.len().saturating_add(signs + words)
    }

    /// Puts the number into a field.
    pub fn put(&self, sink: &mut dyn Sink, field: &Field) -> Result<(), SinkFull> {
        let exponent = Exponent::new(self.exponent);
        let around = self.width_around(field, &exponent);
        let zeros = field.align == Align::AfterSign && field.fill == Fill::ZERO;
        let zeros = zeros && !self.whole.is_empty();
        let least = if zeros { field.width.saturating_sub(around) } else { 0 };
        let digits = digits_for_width(self.whole.len(), least, field.grouping);
        let len = around.saturating_add(grouped_width(digits, field.grouping));
        let (before, after) = padding(field.align, field.width, len);
        let inside = if field.align == Align::AfterSign { before } else { 0 };
        sink.repeat(field.fill.text(), before - inside)?;
        sink.put(self.sign(field.sign))?;
        sink.put(self.prefix)?;
        sink.repeat(field.fill.text(), inside)?;
        put_grouped(sink, &self.whole, digits, field.grouping)?;
        sink.put(if self.point { b"." } else { b"" })?;
        self.fraction.put(sink)?;
        sink.put(exponent.text())?;
        sink.put(self.name)?;
        sink.put(self.suffix)?;
        sink.repeat(field.fill.text(), after)
    }
}

/// Characters of `digits` digits with separators.
fn grouped_width(digits: usize, grouping: Option<Grouping>) -> usize {
    let separators =
        grouping.and_then(|g| digits.saturating_sub(1).checked_div(g.size)).unwrap_or(0);
    digits.saturating_add(separators)
}

/// The least number of digits, at least `digits`, that fills `width` characters.
fn digits_for_width(digits: usize, width: usize, grouping: Option<Grouping>) -> usize {
    let Some(Grouping { size, .. }) = grouping else { return digits.max(width) };
    // A group and its separator fill a block; what is left is digits. Whole blocks alone would start
    // with a separator, so they get one digit more.
    let block = size.saturating_add(1);
    let (blocks, rest) = (width / block, width % block);
    let rest = if blocks > 0 { rest.max(1) } else { rest };
    let fitting = blocks.saturating_mul(size).saturating_add(rest);
    digits.max(fitting)
}

/// Puts `digits` digits, zeros in front where the run has fewer, with separators.
fn put_grouped(
    sink: &mut dyn Sink,
    run: &Run<'_>,
    digits: usize,
    grouping: Option<Grouping>,
) -> Result<(), SinkFull> {
    let zeros = digits.saturating_sub(run.len()).saturating_add(run.before);
    let Some(grouping) = grouping else {
        return Run { before: zeros, ..*run }.put(sink);
    };
    let mut writer = GroupWriter { grouping, left: digits };
    writer.put_zeros(sink, zeros)?;
    for &digit in run.digits {
        writer.put_digit(sink, digit)?;
    }
    writer.put_zeros(sink, run.after)
}

/// Puts digits from the left and a separator where a group ends.
struct GroupWriter {
    grouping: Grouping,
    left: usize,
}

impl GroupWriter {
    fn put_digit(&mut self, sink: &mut dyn Sink, digit: u8) -> Result<(), SinkFull> {
        sink.put(&[digit])?;
        self.left = self.left.saturating_sub(1);
        let ends = self.left.checked_rem(self.grouping.size) == Some(0);
        if ends && self.left > 0 { sink.put(&[self.grouping.separator]) } else { Ok(()) }
    }

    /// Zeros, whole groups of them at once.
    fn put_zeros(&mut self, sink: &mut dyn Sink, zeros: usize) -> Result<(), SinkFull> {
        let mut zeros = zeros;
        while zeros > 0 {
            let size = self.grouping.size.max(1);
            let groups = (zeros - 1) / size;
            if groups > 0 && self.left.is_multiple_of(size) {
                let unit = [b'0', b'0', b'0', b'0', self.grouping.separator];
                let unit = unit.get(unit.len().saturating_sub(size + 1)..).unwrap_or(&unit);
                sink.repeat(unit, groups)?;
                zeros -= groups * size;
                self.left = self.left.saturating_sub(groups * size);
            } else {
                self.put_digit(sink, b'0')?;
                zeros -= 1;
            }
        }
        Ok(())
    }
}
