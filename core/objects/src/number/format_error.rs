//! What can be wrong with a format specification, and CPython's words for it.
//!
//! Not here: raising. All of these are `ValueError`, except where [`SpecError::is_overflow`] says so.

use super::{Sink, SinkFull, encode_char, int_text::IntBuffer};

/// The kind of value that was to be formatted, where the words depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Formatted {
    /// A string.
    Str,
    /// An integer.
    Int,
}

/// What is wrong with a format specification.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpecError {
    /// Something is left over at the end.
    Invalid,
    /// A point without digits after it.
    MissingPrecision,
    /// A width or precision beyond all measure.
    TooManyDigits,
    /// A precision that no float can have.
    PrecisionTooBig,
    /// Both separators.
    BothSeparators,
    /// A separator with a type that takes none.
    SeparatorWith(u8, u32),
    /// A type that this kind of value does not have.
    UnknownCode(u32),
    /// `+` or `-` for a string.
    SignForStr,
    /// A space as sign for a string.
    SpaceForStr,
    /// `z` where nothing is rounded.
    PlainZeroFor(Formatted),
    /// `#` for a string.
    AlternateForStr,
    /// `=` for a string.
    AlignForStr,
    /// A precision for an integer.
    PrecisionForInt,
    /// A sign for `c`.
    SignForChar,
    /// `#` for `c`.
    AlternateForChar,
    /// An integer that is no character.
    CharRange,
    /// A big integer for `c`.
    CharTooLarge,
    /// Zeros as padding of a complex number.
    ZeroForComplex,
    /// `=` for a complex number.
    AlignForComplex,
}

/// Why nothing could be formatted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormatError {
    /// The sink refused.
    Full,
    /// The specification is wrong.
    Spec(SpecError),
}

impl From<SinkFull> for FormatError {
    fn from(_: SinkFull) -> Self {
        Self::Full
    }
}

impl From<SpecError> for FormatError {
    fn from(error: SpecError) -> Self {
        Self::Spec(error)
    }
}

impl SpecError {
    /// Whether this is an `OverflowError`.
    pub fn is_overflow(self) -> bool {
        matches!(self, Self::CharRange | Self::CharTooLarge)
    }

    /// Puts the message; `spec` is the specification, `type_name` the type of the value.
    pub fn put_message(
        self,
        sink: &mut dyn Sink,
        spec: &[u8],
        type_name: &[u8],
    ) -> Result<(), SinkFull> {
        match self {
            Self::Invalid => {
                sink.put(b"Invalid format specifier '")?;
                sink.put(spec)?;
                put_type(sink, type_name)
            }
            Self::UnknownCode(code) => {
                sink.put(b"Unknown format code '")?;
                put_code(sink, code)?;
                put_type(sink, type_name)
            }
            Self::SeparatorWith(separator, code) => {
                sink.put(b"Cannot specify '")?;
                sink.put(&[separator])?;
                sink.put(b"' with '")?;
                put_code(sink, code)?;
                sink.put(b"'.")
            }
            other => sink.put(other.text().as_bytes()),
        }
    }

    /// The message, where it is always the same.
    fn text(self) -> &'static str {
        match self {
            Self::Invalid | Self::UnknownCode(_) | Self::SeparatorWith(..) => "",
            Self::MissingPrecision => "Format specifier missing precision",
            Self::TooManyDigits => "Too many decimal digits in format string",
            Self::PrecisionTooBig => "precision too big",
            Self::BothSeparators => "Cannot specify both ',' and '_'.",
            Self::SignForStr => "Sign not allowed in string format specifier",
            Self::SpaceForStr => "Space not allowed in string format specifier",
            Self::PlainZeroFor(Formatted::Str) => {
                "Negative zero coercion (z) not allowed in string format specifier"
            }
            Self::PlainZeroFor(Formatted::Int) => {
                "Negative zero coercion (z) not allowed in integer format specifier"
            }
            Self::AlternateForStr => "Alternate form (#) not allowed in string format specifier",
            Self::AlignForStr => "'=' alignment not allowed in string format specifier",
            Self::PrecisionForInt => "Precision not allowed in integer format specifier",
            Self::SignForChar => "Sign not allowed with integer format specifier 'c'",
            Self::AlternateForChar => {
                "Alternate form (#) not allowed with integer format specifier 'c'"
            }
            Self::CharRange => "%c arg not in range(0x110000)",
            Self::CharTooLarge => "Python int too large to convert to C long",
            Self::ZeroForComplex => "Zero padding is not allowed in complex format specifier",
            Self::AlignForComplex => {
                "'=' alignment flag is not allowed in complex format specifier"
            }
        }
    }
}

/// Ends a message that names a type.
fn put_type(sink: &mut dyn Sink, type_name: &[u8]) -> Result<(), SinkFull> {
    sink.put(b"' for object of type '")?;
    sink.put(type_name)?;
    sink.put(b"'")
}

/// Puts a type code, which is quoted as a number unless it is visible ASCII.
fn put_code(sink: &mut dyn Sink, code: u32) -> Result<(), SinkFull> {
    if (33..128).contains(&code) {
        let mut buffer = [0; 4];
        return sink.put(encode_char(code, &mut buffer).unwrap_or(b"?"));
    }
    sink.put(b"\\x")?;
    sink.put(IntBuffer::new().digits(u64::from(code), 16))
}
