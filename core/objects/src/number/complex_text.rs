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
    let imaginary = FloatText::new(imaginary, style);
    if omits_real(real) {
        imaginary.put(sink)?;
        return sink.put(b"j");
    }
    sink.put(b"(")?;
    FloatText::new(real, style).put(sink)?;
    imaginary.numeral().put(sink, &Field { sign: SignMode::Plus, ..Field::PLAIN })?;
    sink.put(b"j)")
}
