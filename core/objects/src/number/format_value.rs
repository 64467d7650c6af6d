//! `format(value, spec)` for strings, integers, floats and complex numbers.
//!
//! A big integer is formatted in two steps: [`int_form`] tells the base, the caller prints the
//! digits into a buffer and hands them to [`put_int_digits`].
//!
//! Not here: the mini-language itself (format_spec.rs), `%` formats (percent.rs).

use super::complex_text::{omits_real, part_width, put_part};
use super::float_text::{DEFAULT_PRECISION, FloatKind, FloatStyle, FloatText};
use super::format_error::{FormatError, Formatted, SpecError};
use super::format_number::{Align, Field, Fill, Numeral, Run, SignMode, padding};
use super::format_spec::Spec;
use super::int_text::IntBuffer;
use super::{Sink, count_chars, encode_char, first_char};

/// Precisions above this are refused for floats, as a C int would.
const MOST_PRECISION: usize = 0x7fff_ffff;

/// How an integer is to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IntForm {
    /// As digits of a base; see [`put_int_digits`].
    Digits(u32),
    /// As a character; see [`put_char`].
    Char,
    /// As the float of the same value; see [`put_float`].
    Float,
}

/// The field that a specification describes.
fn field(spec: &Spec) -> Field {
    Field {
        fill: spec.fill,
        align: spec.align,
        width: spec.width,
        sign: spec.sign.unwrap_or(SignMode::Minus),
        grouping: spec.grouping(),
    }
}

/// Puts a text with padding.
fn put_padded(
    sink: &mut dyn Sink,
    spec: &Spec,
    text: &[u8],
    chars: usize,
) -> Result<(), FormatError> {
    let (before, after) = padding(spec.align, spec.width, chars);
    sink.repeat(spec.fill.text(), before)?;
    sink.put(text)?;
    Ok(sink.repeat(spec.fill.text(), after)?)
}

/// Puts a string, parsed with `Defaults::Str`.
pub fn put_str(sink: &mut dyn Sink, spec: &Spec, text: &[u8]) -> Result<(), FormatError> {
    let refused = match spec {
        _ if spec.code_byte() != b's' => Some(SpecError::UnknownCode(spec.code)),
        Spec { sign: Some(SignMode::Space), .. } => Some(SpecError::SpaceForStr),
        Spec { sign: Some(_), .. } => Some(SpecError::SignForStr),
        Spec { plain_zero: true, .. } => Some(SpecError::PlainZeroFor(Formatted::Str)),
        Spec { alternate: true, .. } => Some(SpecError::AlternateForStr),
        Spec { align: Align::AfterSign, .. } => Some(SpecError::AlignForStr),
        _ => None,
    };
    if let Some(error) = refused {
        return Err(error.into());
    }
    let text = spec.precision.map_or(text, |most| first_chars(text, most));
    put_padded(sink, spec, text, count_chars(text))
}

/// The first `most` characters of a text.
pub fn first_chars(text: &[u8], most: usize) -> &[u8] {
    if text.len() <= most {
        return text;
    }
    let mut rest = text;
    for _ in 0..most {
        let Some((_, len)) = first_char(rest) else { return text };
        rest = rest.get(len..).unwrap_or(&[]);
    }
    text.get(..text.len() - rest.len()).unwrap_or(text)
}

/// How an integer is written, parsed with `Defaults::Int`.
pub fn int_form(spec: &Spec) -> Result<IntForm, SpecError> {
    let form = match spec.code_byte() {
        b'd' | b'n' => IntForm::Digits(10),
        b'x' | b'X' => IntForm::Digits(16),
        b'o' => IntForm::Digits(8),
        b'b' => IntForm::Digits(2),
        b'c' => IntForm::Char,
        b'e' | b'E' | b'f' | b'F' | b'g' | b'G' | b'%' => return Ok(IntForm::Float),
        _ => return Err(SpecError::UnknownCode(spec.code)),
    };
    match spec {
        Spec { precision: Some(_), .. } => Err(SpecError::PrecisionForInt),
        Spec { plain_zero: true, .. } => Err(SpecError::PlainZeroFor(Formatted::Int)),
        Spec { sign: Some(_), .. } if form == IntForm::Char => Err(SpecError::SignForChar),
        Spec { alternate: true, .. } if form == IntForm::Char => Err(SpecError::AlternateForChar),
        _ => Ok(form),
    }
}

/// Puts a 64-bit integer.
pub fn put_int(sink: &mut dyn Sink, spec: &Spec, value: i64) -> Result<(), FormatError> {
    match int_form(spec)? {
        IntForm::Float => put_float(sink, spec, value as f64),
        IntForm::Char => put_char(sink, spec, u32::try_from(value).unwrap_or(u32::MAX)),
        IntForm::Digits(radix) => {
            let mut buffer = IntBuffer::new();
            buffer.digits(value.unsigned_abs(), radix);
            put_int_digits(sink, spec, value < 0, buffer.text_mut())
        }
    }
}

/// Puts an integer from its digits in the base that [`int_form`] told, small letters; they are
/// made capital here where the specification says so.
pub fn put_int_digits(
    sink: &mut dyn Sink,
    spec: &Spec,
    negative: bool,
    digits: &mut [u8],
) -> Result<(), FormatError> {
    if spec.code_byte() == b'X' {
        digits.make_ascii_uppercase();
    }
    let prefix = if spec.alternate { int_prefix(spec.code_byte()) } else { b"" };
    let numeral = Numeral { negative, prefix, whole: Run::of(digits), ..Numeral::default() };
    Ok(numeral.put(sink, &field(spec))?)
}

/// The prefix that `#` gives to a type of integer.
pub fn int_prefix(code: u8) -> &'static [u8] {
    match code {
        b'x' => b"0x",
        b'X' => b"0X",
        b'o' => b"0o",
        b'b' => b"0b",
        _ => b"",
    }
}

/// Puts the character with this number.
pub fn put_char(sink: &mut dyn Sink, spec: &Spec, code: u32) -> Result<(), FormatError> {
    let mut buffer = [0; 4];
    let text = encode_char(code, &mut buffer).ok_or(SpecError::CharRange)?;
    put_padded(sink, spec, text, 1)
}

/// The style of a float; `None` for a type that floats do not have. `complex` has no `%` and
/// writes no `.0`.
fn float_style(spec: &Spec, complex: bool) -> Result<Option<FloatStyle>, SpecError> {
    let code = spec.code_byte();
    let precision = spec.precision.unwrap_or(DEFAULT_PRECISION);
    let kind = match code {
        b'e' | b'E' => FloatKind::Exponent(precision),
        b'f' | b'F' => FloatKind::Fixed(precision),
        b'%' if !complex => FloatKind::Fixed(precision),
        b'g' | b'G' | b'n' => FloatKind::General(precision),
        0 if spec.precision.is_some() => FloatKind::General(precision),
        0 => FloatKind::Repr,
        _ => return Ok(None),
    };
    if precision > MOST_PRECISION {
        return Err(SpecError::PrecisionTooBig);
    }
    Ok(Some(FloatStyle {
        kind,
        alternate: spec.alternate,
        upper: code.is_ascii_uppercase(),
        point_zero: code == 0 && !complex,
        plain_zero: spec.plain_zero,
    }))
}

/// Puts a float, parsed with `Defaults::Float`, or with `Defaults::Int` and a float's type.
pub fn put_float(sink: &mut dyn Sink, spec: &Spec, value: f64) -> Result<(), FormatError> {
    let style = float_style(spec, false)?.ok_or(SpecError::UnknownCode(spec.code))?;
    let percent = spec.code_byte() == b'%';
    let mut text = FloatText::zero(style);
    text.set(if percent { value * 100.0 } else { value });
    let suffix: &[u8] = if percent { b"%" } else { b"" };
    Ok(Numeral { suffix, ..text.numeral() }.put(sink, &field(spec))?)
}

/// Puts a complex number, parsed with `Defaults::Float`.
pub fn put_complex(
    sink: &mut dyn Sink,
    spec: &Spec,
    real: f64,
    imaginary: f64,
) -> Result<(), FormatError> {
    let style = float_style(spec, true)?.ok_or(SpecError::UnknownCode(spec.code))?;
    if spec.fill == Fill::ZERO {
        return Err(SpecError::ZeroForComplex.into());
    }
    if spec.align == Align::AfterSign {
        return Err(SpecError::AlignForComplex.into());
    }
    let skips_real = spec.code == 0 && omits_real(real);
    let (open, close): (&[u8], &[u8]) =
        if spec.code == 0 && !skips_real { (b"(", b")") } else { (b"", b"") };
    let real_field = Field { width: 0, align: Align::Right, ..field(spec) };
    let imaginary_field =
        if skips_real { real_field } else { Field { sign: SignMode::Plus, ..real_field } };
    let real_width = if skips_real { 0 } else { part_width(real, style, &real_field) };
    let width = part_width(imaginary, style, &imaginary_field).saturating_add(real_width);
    let width = width.saturating_add(1 + open.len() + close.len());
    let (before, after) = padding(spec.align, spec.width, width);
    sink.repeat(spec.fill.text(), before)?;
    sink.put(open)?;
    if !skips_real {
        put_part(sink, real, style, &real_field)?;
    }
    put_part(sink, imaginary, style, &imaginary_field)?;
    sink.put(b"j")?;
    sink.put(close)?;
    Ok(sink.repeat(spec.fill.text(), after)?)
}
