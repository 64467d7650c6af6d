//! Why an image is refused.

use crate::layout::FORMAT_VERSION;

/// What is wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ErrorKind {
    /// Too short for a header, or without the magic word.
    NotAnImage,
    /// Made for a machine of the other byte order.
    OtherByteOrder,
    /// Made for another version of the format; the image's is inside.
    Version(u32),
    /// Needs features that this machine lacks; the bits are inside.
    Features(u32),
    /// The header's length is not the length of what was given.
    Length,
    /// The content is not what was written.
    Checksum,
    /// It was linked already.
    Linked,
    /// A table or object reaches outside.
    Bounds,
    /// An object is not well formed.
    Object,
    /// A string is not UTF-8, or its hash, length or flags are wrong.
    Text,
    /// A reference is not to an object of the kind that belongs there.
    Reference,
    /// The start map does not fit the objects.
    StartMap,
    /// The names table does not fit the names.
    Names,
    /// The sizes or parameters of a code object contradict each other.
    Code,
    /// An unknown instruction, or one out of place.
    Instruction,
    /// A register outside the function's.
    Register,
    /// A constant index out of range, or a constant of the wrong kind.
    Constant,
    /// An operand number out of range.
    Number,
    /// A jump to where no instruction starts.
    Jump,
    /// Execution could run off the end.
    End,
    /// An exception table entry is not sane.
    Handler,
    /// The line table does not parse.
    Lines,
}

/// Why an image is refused, and where.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ImageError {
    /// What is wrong.
    pub kind: ErrorKind,
    /// Byte offset from the image's start.
    pub offset: u32,
}

/// The receiver of text has no room.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Full;

/// Receives text piece by piece.
pub type Sink<'s> = dyn FnMut(&str) -> Result<(), Full> + 's;

impl ErrorKind {
    fn text(self) -> &'static str {
        match self {
            ErrorKind::NotAnImage => "not a program image",
            ErrorKind::OtherByteOrder => "image was made for a machine of the other byte order",
            ErrorKind::Version(_) => "image has format version ",
            ErrorKind::Features(_) => "image needs features this machine lacks, bits ",
            ErrorKind::Length => "image is truncated or has bytes behind its end",
            ErrorKind::Checksum => "image is damaged: its checksum is wrong",
            ErrorKind::Linked => "image was linked already",
            ErrorKind::Bounds => "damaged image: something lies outside of it",
            ErrorKind::Object => "damaged image: malformed object",
            ErrorKind::Text => "damaged image: malformed string",
            ErrorKind::Reference => "damaged image: bad reference",
            ErrorKind::StartMap => "damaged image: bad start map",
            ErrorKind::Names => "damaged image: bad names table",
            ErrorKind::Code => "damaged image: malformed code",
            ErrorKind::Instruction => "damaged image: bad instruction",
            ErrorKind::Register => "damaged image: register out of range",
            ErrorKind::Constant => "damaged image: bad constant operand",
            ErrorKind::Number => "damaged image: operand out of range",
            ErrorKind::Jump => "damaged image: bad jump",
            ErrorKind::End => "damaged image: code without an end",
            ErrorKind::Handler => "damaged image: bad exception table",
            ErrorKind::Lines => "damaged image: bad line table",
        }
    }
}

impl ImageError {
    /// Makes the error.
    #[must_use]
    pub const fn new(kind: ErrorKind, offset: u32) -> ImageError {
        ImageError { kind, offset }
    }

    /// Writes the sentence for users.
    ///
    /// # Errors
    /// When the sink is full.
    pub fn describe(&self, sink: &mut Sink<'_>) -> Result<(), Full> {
        sink(self.kind.text())?;
        match self.kind {
            ErrorKind::Version(found) => {
                number(found, sink)?;
                sink(", this machine reads version ")?;
                number(FORMAT_VERSION, sink)
            }
            ErrorKind::Features(bits) => number(bits, sink),
            ErrorKind::NotAnImage
            | ErrorKind::OtherByteOrder
            | ErrorKind::Length
            | ErrorKind::Checksum
            | ErrorKind::Linked => Ok(()),
            _ => {
                sink(" (at byte ")?;
                number(self.offset, sink)?;
                sink(")")
            }
        }
    }
}

/// Writes a decimal number.
///
/// # Errors
/// When the sink is full.
pub fn number(value: u32, sink: &mut Sink<'_>) -> Result<(), Full> {
    padded(value, 1, sink)
}

/// Writes a decimal number with at least so many digits (10 at most).
pub(crate) fn padded(mut value: u32, width: usize, sink: &mut Sink<'_>) -> Result<(), Full> {
    const DIGITS: usize = 10;
    let mut text = [b'0'; DIGITS];
    let mut used = 0;
    for digit in text.iter_mut().rev() {
        if value == 0 && used >= width {
            break;
        }
        *digit = b'0' + (value % 10) as u8;
        value /= 10;
        used += 1;
    }
    let digits = text.get(DIGITS - used..).unwrap_or(&[]);
    sink(core::str::from_utf8(digits).unwrap_or(""))
}
