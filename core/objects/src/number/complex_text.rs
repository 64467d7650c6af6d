//! Complex numbers as text: `repr`.
//!
//! Not here: formats (format_value.rs).

use super::float_text::{FloatKind, FloatStyle, FloatText};
use super::format_number::{Field, SignMode};
use super::{Sink, SinkFull};

/// Whether the text shows no real part: it is a zero without a sign.
pub fn omits_real(real: f64) -> bool {
    real == 0.0 && real.is_sign_positive()
}

/// Puts `repr(complex(real, imaginary))`.
pub fn put_repr(sink: &mut dyn Sink, real: f64, imaginary: f64) -> Result<(), SinkFull> {
    let style = FloatStyle::new(FloatKind::Repr);
    if omits_real(real) {
        put_part(sink, imaginary, style, &Field::PLAIN)?;
        return sink.put(b"j");
    }
    sink.put(b"(")?;
    put_part(sink, real, style, &Field::PLAIN)?;
    put_part(sink, imaginary, style, &Field { sign: SignMode::Plus, ..Field::PLAIN })?;
    sink.put(b"j)")
}

/// One of the two numbers. Not in line: the digits of one at a time are on the stack.
#[inline(never)]
pub(super) fn put_part(
    sink: &mut dyn Sink,
    value: f64,
    style: FloatStyle,
    field: &Field,
) -> Result<(), SinkFull> {
    let mut text = FloatText::zero(style);
    text.set(value);
    text.numeral().put(sink, field)
}

/// How wide that is.
#[inline(never)]
pub(super) fn part_width(value: f64, style: FloatStyle, field: &Field) -> usize {
    let mut text = FloatText::zero(style);
    text.set(value);
    text.numeral().width(field)
}
