//! `format(value, spec)` and f-strings, for the builtin types; user classes go through the prelude.
//!
//! Short results are put together on the stack and become an object of their size at once; long ones grow
//! in the heap.
//!
//! Not here: the mini-language (number/format_spec.rs), numbers in fields (number/format_value.rs), `%`
//! (percent.rs).

use crate::bytes::Builder;
use crate::complex::{self, Complex};
use crate::cx::{Cx, Exit, NativeResult, Outcome};
use crate::int::{self, Int};
use crate::number::format_error::{FormatError, SpecError};
use crate::number::format_spec::{Defaults, Spec};
use crate::number::format_value::{self, IntForm};
use crate::number::{Counter, Sink, SinkFull, SliceSink};
use crate::prelude::Prelude;
use crate::raise::{self, Part::*};
use crate::repr::{self, TextSink};
use crate::text::Text;
use crate::{float, names, str as string};
use threadsnake_heap::split::Part;
use threadsnake_heap::{OutOfMemory, Ref, Value, kind};

/// Results up to this size are made on the stack.
const SHORT_BYTES: usize = 128;

/// `format(value, '')`, `str(value)`, `repr(value)` or `ascii(value)`, for conversion 0, 1, 2, 3.
#[inline]
pub fn plain(cx: &mut Cx, value: Value, conversion: u8) -> NativeResult {
    match conversion {
        2 => repr::repr(cx, value),
        3 => repr::ascii(cx, value),
        1 => repr::str(cx, value),
        _ => with_spec(cx, value, names::EMPTY),
    }
}

/// `format(value, spec)`.
pub fn with_spec(cx: &mut Cx, value: Value, spec: Value) -> NativeResult {
    match builtin(cx, value, spec)? {
        Some(text) => Ok(text),
        None => Err(cx.tail_prelude(Prelude::Format, &[value, spec])),
    }
}

/// `format(value, spec)` of a str or a number of exact type; none for others.
pub fn builtin(cx: &mut Cx, value: Value, spec: Value) -> Outcome<Option<Value>> {
    let Some(spec_text) = cx.payload(spec, kind::STR) else { return Ok(None) };
    let is_plain = string::byte_len(cx, spec_text) == 0;
    if let Some(object) = cx.as_kind(value, kind::STR) {
        return if is_plain {
            Ok(Some(cx.heap.share(value)))
        } else {
            text(cx, object, spec).map(Some)
        };
    }
    if is_plain {
        return repr::leaf(cx, value);
    }
    if let Some(number) = int::read(cx, value) {
        return integer(cx, number, spec).map(Some);
    }
    match cx.kind_of(value) {
        kind::FLOAT => {
            let double = float::get(cx, value.as_ref());
            real(cx, double, spec).map(Some)
        }
        kind::COMPLEX => {
            let number = complex::get(cx, value.as_ref());
            imaginary(cx, number, spec).map(Some)
        }
        _ => Ok(None),
    }
}

/// Takes a specification apart.
fn parse(cx: &mut Cx, spec: Value, defaults: Defaults, type_name: &'static str) -> Outcome<Spec> {
    let parsed = match cx.payload(spec, kind::STR) {
        Some(text) => Spec::parse(string::bytes(cx, text), defaults),
        None => Err(SpecError::Invalid),
    };
    parsed.map_err(|error| spec_error(cx, error, spec, type_name))
}

/// Raises what is wrong with a specification.
#[cold]
pub fn spec_error(cx: &mut Cx, error: SpecError, spec: Value, type_name: &'static str) -> Exit {
    if error == SpecError::Invalid {
        let parts = [
            S("Invalid format specifier '"),
            V(spec),
            S("' for object of type '"),
            S(type_name),
            S("'"),
        ];
        return raise::value_error(cx, &parts);
    }
    const MESSAGE_BYTES: usize = 128;
    let mut buffer = [0u8; MESSAGE_BYTES];
    let mut sink = SliceSink::new(&mut buffer);
    // The buffer holds the longest message; were it cut, it would still be one.
    let _ = error.put_message(&mut sink, b"", type_name.as_bytes());
    let message = [B(sink.text())];
    if error.is_overflow() {
        raise::overflow_error(cx, &message)
    } else {
        raise::value_error(cx, &message)
    }
}

/// Builds a str of what `put` puts, which may be called twice.
fn produce(
    cx: &mut Cx,
    spec: Value,
    type_name: &'static str,
    put: impl Fn(&mut dyn Sink) -> Result<(), FormatError>,
) -> NativeResult {
    let mut buffer = [0u8; SHORT_BYTES];
    let mut sink = SliceSink::new(&mut buffer);
    match put(&mut sink) {
        Ok(()) => return Ok(string::new(cx, sink.text())?),
        Err(FormatError::Spec(error)) => return Err(spec_error(cx, error, spec, type_name)),
        Err(FormatError::Full) => {}
    }
    let mut text = Text::with_room(cx, SHORT_BYTES as u32 * 2)?;
    match put(&mut TextSink::new(cx, &mut text)) {
        Ok(()) => Ok(text.finish(cx)?),
        Err(_) => {
            text.discard(cx);
            Err(OutOfMemory.into())
        }
    }
}

/// `format(text, spec)` of a str.
pub fn text(cx: &mut Cx, object: Ref, spec: Value) -> NativeResult {
    let parsed = parse(cx, spec, Defaults::Str, "str")?;
    // Everything that can be wrong shows with an empty text as well.
    if let Err(FormatError::Spec(error)) =
        format_value::put_str(&mut Counter::default(), &narrow(&parsed), b"")
    {
        return Err(spec_error(cx, error, spec, "str"));
    }
    let whole = string::part(cx, object);
    let kept = match parsed.precision {
        Some(most) if most < string::len(cx, object) as usize => {
            string::position(cx, object, most as u32)
        }
        _ => whole.1,
    };
    let shown = (whole.0, kept);
    let chars = string::count_chars(cx.heap.space.bytes(shown.0, shown.1)) as usize;
    if parsed.width <= chars {
        return if kept == whole.1 {
            Ok(cx.heap.share(object.value()))
        } else {
            Ok(string::copy(cx, shown, string::is_ascii(cx, object))?)
        };
    }
    let padding = crate::number::format_number::padding(parsed.align, parsed.width, chars);
    string::build(cx, kept, |cx, text| {
        Ok(push_padded(cx, text, shown, parsed.fill.text(), padding)?)
    })
}

/// The same specification without a width.
fn narrow(spec: &Spec) -> Spec {
    Spec { width: 0, ..*spec }
}

/// Appends a part of the heap with padding before and after it.
pub fn push_padded(
    cx: &mut Cx,
    text: &mut Text,
    part: Part,
    fill: &[u8],
    padding: (usize, usize),
) -> Result<(), OutOfMemory> {
    repr::push_fill(cx, text, fill, padding.0)?;
    text.push_part(cx, part)?;
    repr::push_fill(cx, text, fill, padding.1)
}

/// `format(number, spec)` of an int.
pub fn integer(cx: &mut Cx, number: Int, spec: Value) -> NativeResult {
    let parsed = parse(cx, spec, Defaults::Int, "int")?;
    let form =
        format_value::int_form(&parsed).map_err(|error| spec_error(cx, error, spec, "int"))?;
    match (form, number) {
        (IntForm::Float, _) => {
            let double = int::convert::to_f64(cx, number)?;
            produce(cx, spec, "int", |sink| format_value::put_float(sink, &parsed, double))
        }
        (_, Int::Word(number)) => {
            produce(cx, spec, "int", |sink| format_value::put_int(sink, &parsed, number))
        }
        (IntForm::Char, Int::Big(_)) => Err(spec_error(cx, SpecError::CharTooLarge, spec, "int")),
        (IntForm::Digits(radix), Int::Big(object)) => {
            let negative = int::is_negative(cx, number);
            string::build(cx, 64, |cx, text| {
                put_big(cx, text, object, radix, |sink, digits| match format_value::put_int_digits(
                    sink, &parsed, negative, digits,
                ) {
                    Err(FormatError::Full) => Err(SinkFull),
                    _ => Ok(()),
                })
            })
        }
    }
}

/// Appends a BIGINT that `put` lays out from its digits; `put` is called twice, to count and to write.
pub fn put_big(
    cx: &mut Cx,
    text: &mut Text,
    object: Ref,
    radix: u32,
    put: impl Fn(&mut dyn Sink, &mut [u8]) -> Result<(), SinkFull>,
) -> Outcome<()> {
    let digits = int::text::to_str(cx, Int::Big(object), radix, b"")?;
    let mut out = match Builder::new(cx, 0) {
        Ok(out) => out,
        Err(error) => {
            cx.heap.dec(digits);
            return Err(error.into());
        }
    };
    let result = put_digits(cx, text, digits.as_ref(), &mut out, put);
    out.discard(cx);
    cx.heap.dec(digits);
    Ok(result?)
}

fn put_digits(
    cx: &mut Cx,
    text: &mut Text,
    digits: Ref,
    out: &mut Builder,
    put: impl Fn(&mut dyn Sink, &mut [u8]) -> Result<(), SinkFull>,
) -> Result<(), OutOfMemory> {
    let (mut from, mut len) = string::part(cx, digits);
    if cx.heap.space.byte(from) == b'-' {
        (from, len) = (from + 1, len - 1);
    }
    let mut counter = Counter::default();
    put(&mut counter, cx.heap.space.bytes_mut(from, len)).map_err(|SinkFull| OutOfMemory)?;
    let size = u32::try_from(counter.bytes).map_err(|_| OutOfMemory)?;
    out.extend(cx, size)?;
    let to = out.part();
    let Some(([to_bytes, digits], [])) = cx.heap.space.split_bytes([to, (from, len)], []) else {
        return Err(OutOfMemory);
    };
    put(&mut SliceSink::new(to_bytes), digits).map_err(|SinkFull| OutOfMemory)?;
    text.push_part(cx, to)
}

/// `format(value, spec)` of a float.
pub fn real(cx: &mut Cx, value: f64, spec: Value) -> NativeResult {
    let parsed = parse(cx, spec, Defaults::Float, "float")?;
    produce(cx, spec, "float", |sink| format_value::put_float(sink, &parsed, value))
}

/// `format(value, spec)` of a complex number.
pub fn imaginary(cx: &mut Cx, value: Complex, spec: Value) -> NativeResult {
    let parsed = parse(cx, spec, Defaults::Float, "complex")?;
    produce(cx, spec, "complex", |sink| {
        format_value::put_complex(sink, &parsed, value.re, value.im)
    })
}
