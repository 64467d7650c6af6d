//! `repr` and `str` of the builtin types that contain no other objects.
//!
//! Not here: containers (they go through the prelude), user classes (crate `vm` and the prelude).

use crate::cx::{Cx, NativeResult, Outcome};
use crate::number::{Sink, SinkFull, SliceSink, complex_text, encode_char, float_text, int_text};
use crate::prelude::Prelude;
use crate::str::{self as string, unicode};
use crate::text::Text;
use crate::{bytearray, bytes, class, complex, float, int, names, types};
use threadsnake_heap::split::Part;
use threadsnake_heap::{OutOfMemory, Ref, Value, kind};

/// A text that numbers can be put into.
pub struct TextSink<'a, 'p> {
    cx: &'a mut Cx<'p>,
    text: &'a mut Text,
}

impl<'a, 'p> TextSink<'a, 'p> {
    /// Puts into this text.
    pub fn new(cx: &'a mut Cx<'p>, text: &'a mut Text) -> TextSink<'a, 'p> {
        TextSink { cx, text }
    }
}

impl Sink for TextSink<'_, '_> {
    fn put(&mut self, bytes: &[u8]) -> Result<(), SinkFull> {
        self.text.push(self.cx, bytes).map_err(|OutOfMemory| SinkFull)
    }

    fn repeat(&mut self, unit: &[u8], count: usize) -> Result<(), SinkFull> {
        push_fill(self.cx, self.text, unit, count).map_err(|OutOfMemory| SinkFull)
    }
}

/// Appends one character so many times.
pub fn push_fill(
    cx: &mut Cx,
    text: &mut Text,
    unit: &[u8],
    count: usize,
) -> Result<(), OutOfMemory> {
    const CHUNK_BYTES: usize = 64;
    if count == 0 {
        return Ok(());
    }
    let total = unit.len().checked_mul(count).and_then(|total| u32::try_from(total).ok());
    let total = total.ok_or(OutOfMemory)?;
    cx.charge(total / 64);
    text.reserve(cx, total)?;
    let mut chunk = [0u8; CHUNK_BYTES];
    let per_chunk = CHUNK_BYTES.checked_div(unit.len()).unwrap_or(0);
    chunk.iter_mut().zip(unit.iter().cycle()).for_each(|(place, &byte)| *place = byte);
    let mut left = count;
    while left > 0 && per_chunk > 0 {
        let now = left.min(per_chunk);
        text.push(cx, chunk.get(..now * unit.len()).unwrap_or(&[]))?;
        left -= now;
    }
    Ok(())
}

/// Builds a str of what `put` puts: a number without padding.
pub fn collect(
    cx: &mut Cx,
    put: impl FnOnce(&mut dyn Sink) -> Result<(), SinkFull>,
) -> Result<Value, OutOfMemory> {
    // Numbers fit the stack, so that the object is made once and with its size.
    const SHORT_BYTES: usize = 72;
    let mut buffer = [0u8; SHORT_BYTES];
    let mut sink = SliceSink::new(&mut buffer);
    match put(&mut sink) {
        Ok(()) => string::new(cx, sink.text()),
        Err(SinkFull) => Err(OutOfMemory),
    }
}

/// `repr(value)` of a builtin that contains no other objects; none for others.
pub fn leaf(cx: &mut Cx, value: Value) -> Outcome<Option<Value>> {
    if let Some(number) = int::read(cx, value).filter(|_| !value.is_bool()) {
        return int::text::to_str(cx, number, 10, b"").map(Some);
    }
    let Some(object) = value.object_ref() else { return Ok(immediate_name(cx, value)?) };
    match cx.heap.kind(object) {
        kind::FLOAT => {
            let double = float::get(cx, object);
            float_repr(cx, double).map(Some)
        }
        kind::COMPLEX => {
            let number = complex::get(cx, object);
            complex_repr(cx, number.re, number.im).map(Some)
        }
        kind::STR | kind::BYTES | kind::BYTEARRAY => {
            string::build(cx, 16, |cx, text| push(cx, text, value).map(|_| ())).map(Some)
        }
        _ => Ok(None),
    }
}

/// Not in line: numbers as text take more stack than what calls this.
#[inline(never)]
fn float_repr(cx: &mut Cx, double: f64) -> Outcome<Value> {
    Ok(collect(cx, |sink| float_text::put_repr(sink, double))?)
}

#[inline(never)]
fn complex_repr(cx: &mut Cx, real: f64, imaginary: f64) -> Outcome<Value> {
    Ok(collect(cx, |sink| complex_text::put_repr(sink, real, imaginary))?)
}

/// The name of an immediate.
fn immediate_name(cx: &mut Cx, value: Value) -> Result<Option<Value>, OutOfMemory> {
    Ok(Some(match value {
        Value::NONE => names::NONE_NAME,
        Value::TRUE => names::TRUE_NAME,
        Value::FALSE => names::FALSE_NAME,
        Value::ELLIPSIS => string::new(cx, b"Ellipsis")?,
        Value::NOT_IMPLEMENTED => string::new(cx, b"NotImplemented")?,
        _ => return Ok(None),
    }))
}

/// Appends `repr(value)` to a text; false when the value is not one of these builtins.
pub fn push(cx: &mut Cx, text: &mut Text, value: Value) -> Outcome<bool> {
    let object_kind = cx.kind_of(value);
    match object_kind {
        kind::STR => push_str(cx, text, value.as_ref())?,
        kind::BYTES => push_bytes(cx, text, bytes::part(cx, value.as_ref()))?,
        kind::BYTEARRAY => push_array(cx, text, types::BYTEARRAY, value.as_ref())?,
        kind::FLOAT => {
            let double = float::get(cx, value.as_ref());
            put(cx, text, |sink| float_text::put_repr(sink, double))?;
        }
        kind::INT => {
            let number = cx.heap.space.long(value.as_ref(), 1);
            put(cx, text, |sink| int_text::put_i64(sink, number))?;
        }
        _ if value.is_small() => text.push_int(cx, i64::from(value.as_small()))?,
        _ => return push_other(cx, text, value),
    }
    Ok(true)
}

/// Appends `bytearray(b'...')`, or the same with the name of a subclass.
pub fn push_array(
    cx: &mut Cx,
    text: &mut Text,
    class: Ref,
    object: Ref,
) -> Result<(), OutOfMemory> {
    text.push_str(cx, class::name(cx, class))?;
    text.push(cx, b"(b")?;
    push_quoted(cx, text, bytearray::part(cx, object), Escape::Array)?;
    text.push(cx, b")")
}

fn push_other(cx: &mut Cx, text: &mut Text, value: Value) -> Outcome<bool> {
    let Some(repr) = leaf(cx, value)? else { return Ok(false) };
    let pushed = text.push_str(cx, repr);
    cx.heap.dec(repr);
    pushed?;
    Ok(true)
}

/// Puts into a text, which may be done twice; only memory can be missing. What is short is put together
/// on the stack and appended once.
pub fn put(
    cx: &mut Cx,
    text: &mut Text,
    put: impl Fn(&mut dyn Sink) -> Result<(), SinkFull>,
) -> Result<(), OutOfMemory> {
    const SHORT_BYTES: usize = 96;
    let mut buffer = [0u8; SHORT_BYTES];
    let mut sink = SliceSink::new(&mut buffer);
    match put(&mut sink) {
        Ok(()) => text.push(cx, sink.text()),
        Err(SinkFull) => put(&mut TextSink::new(cx, text)).map_err(|SinkFull| OutOfMemory),
    }
}

/// The quote for a text: `'` unless that is in it and `"` is not.
fn quote_for(text: &[u8]) -> u8 {
    let single = string::search::find_byte(text, b'\'').is_some();
    if single && string::search::find_byte(text, b'"').is_none() { b'"' } else { b'\'' }
}

/// Must this byte, or what starts with it, be looked at?
#[inline(always)]
fn is_special(byte: u8, quote: u8) -> bool {
    !matches!(byte, 0x20..=0x7e) || byte == b'\\' || byte == quote
}

/// Appends `repr(text)` of a str.
pub fn push_str(cx: &mut Cx, text: &mut Text, object: Ref) -> Result<(), OutOfMemory> {
    push_quoted(cx, text, string::part(cx, object), Escape::Hidden)
}

/// Which characters beyond ASCII become escapes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Escape {
    /// Those that cannot be shown.
    Hidden,
    /// All of them.
    All,
    /// The text is bytes: each of them for itself.
    Bytes,
    /// The same, and `'` is escaped whatever the quotes are, as CPython does in a bytearray.
    Array,
}

fn push_bytes(cx: &mut Cx, text: &mut Text, part: Part) -> Result<(), OutOfMemory> {
    text.push(cx, b"b")?;
    push_quoted(cx, text, part, Escape::Bytes)
}

fn push_quoted(
    cx: &mut Cx,
    text: &mut Text,
    part: Part,
    escape: Escape,
) -> Result<(), OutOfMemory> {
    let (start, len) = part;
    let quote = quote_for(cx.heap.space.bytes(start, len));
    cx.charge(len / 8);
    text.push(cx, &[quote])?;
    let mut at = 0;
    while at < len {
        let rest = cx.heap.space.bytes(start + at, len - at);
        let ends = |&byte: &u8| is_special(byte, quote) || byte == b'\'' && escape == Escape::Array;
        let run = rest.iter().position(ends).unwrap_or(rest.len()) as u32;
        if run > 0 {
            text.push_part(cx, (start + at, run))?;
            at += run;
        } else {
            at += push_special(cx, text, (start + at, len - at), quote, escape)?;
        }
    }
    text.push(cx, &[quote])
}

/// Appends the character at the start of a part, escaped if need be; returns its length.
fn push_special(
    cx: &mut Cx,
    text: &mut Text,
    part: Part,
    quote: u8,
    escape: Escape,
) -> Result<u32, OutOfMemory> {
    let byte = cx.heap.space.byte(part.0);
    let short = match byte {
        b'\n' => Some(b'n'),
        b'\r' => Some(b'r'),
        b'\t' => Some(b't'),
        b'\\' => Some(b'\\'),
        _ if byte == quote => Some(quote),
        b'\'' => Some(b'\''),
        _ => None,
    };
    if let Some(letter) = short {
        text.push(cx, &[b'\\', letter])?;
        return Ok(1);
    }
    if byte < 0x80 || matches!(escape, Escape::Bytes | Escape::Array) {
        push_escape(cx, text, u32::from(byte))?;
        return Ok(1);
    }
    let rest = cx.heap.space.bytes(part.0, part.1);
    let (code, len) = crate::number::first_char(rest).unwrap_or((u32::from(byte), 1));
    if escape == Escape::All || !unicode::is_printable(code) {
        push_escape(cx, text, code)?;
    } else {
        text.push_part(cx, (part.0, len as u32))?;
    }
    Ok(len as u32)
}

/// Appends `\xe9`, `\u20ac` or `\U0001f600`.
pub fn push_escape(cx: &mut Cx, text: &mut Text, code: u32) -> Result<(), OutOfMemory> {
    let (letter, digits) = match code {
        0..=0xff => (b'x', 2),
        0x100..=0xffff => (b'u', 4),
        _ => (b'U', 8),
    };
    text.push(cx, &[b'\\', letter])?;
    for place in (0..digits).rev() {
        let digit = crate::bigint::print::digit_text(code >> (place * 4) & 0xf);
        text.push(cx, &[digit])?;
    }
    Ok(())
}

/// `ascii(repr)`: a str with all characters beyond ASCII escaped, quotes and escapes left as they are.
pub fn to_ascii(cx: &mut Cx, repr: Value) -> Outcome<Value> {
    let Some(object) = cx.payload(repr, kind::STR) else { return Ok(cx.heap.share(repr)) };
    if string::is_ascii(cx, object) {
        return Ok(cx.heap.share(object.value()));
    }
    let room = string::byte_len(cx, object);
    string::build(cx, room, |cx, text| {
        let mut at = 0;
        while at < string::byte_len(cx, object) {
            let (code, len) = string::code_at(cx, object, at);
            if code < 0x80 {
                let mut buffer = [0; 4];
                text.push(cx, encode_char(code, &mut buffer).unwrap_or(b"?"))?;
            } else {
                push_escape(cx, text, code)?;
            }
            at += len.max(1);
        }
        Ok(())
    })
}

/// `ascii(text)` of a str, in one step.
pub fn ascii_of_str(cx: &mut Cx, object: Ref) -> Outcome<Value> {
    let part = string::part(cx, object);
    string::build(cx, part.1 + 2, |cx, text| Ok(push_quoted(cx, text, part, Escape::All)?))
}

/// `repr(value)`: at once for what contains no objects, by the class's `__repr__` otherwise.
pub fn repr(cx: &mut Cx, value: Value) -> NativeResult {
    match leaf(cx, value)? {
        Some(repr) => Ok(repr),
        None => Err(cx.tail_prelude(Prelude::Repr, &[value])),
    }
}

/// `str(value)`: at once for what contains no objects, by the class's `__str__` otherwise.
pub fn str(cx: &mut Cx, value: Value) -> NativeResult {
    if cx.as_kind(value, kind::STR).is_some() {
        return Ok(cx.heap.share(value));
    }
    match leaf(cx, value)? {
        Some(text) => Ok(text),
        None => Err(cx.tail_prelude(Prelude::Str, &[value])),
    }
}

/// `ascii(value)`.
pub fn ascii(cx: &mut Cx, value: Value) -> NativeResult {
    if let Some(object) = cx.as_kind(value, kind::STR) {
        return ascii_of_str(cx, object);
    }
    match leaf(cx, value)? {
        Some(repr) => {
            let ascii = to_ascii(cx, repr);
            cx.heap.dec(repr);
            ascii
        }
        None => Err(cx.tail_prelude(Prelude::Ascii, &[value])),
    }
}

/// `object.__repr__`: `<module.Class object at 0x...>`.
pub fn plain_object(cx: &mut Cx, value: Value) -> Outcome<Value> {
    let class = cx.type_of(value);
    let module = cx.heap.space.value(class, class::word::MODULE);
    let is_builtin = module == names::BUILTINS_MODULE || module.is_unbound();
    string::build(cx, 48, |cx, text| {
        text.push(cx, b"<")?;
        if !is_builtin {
            text.push_str(cx, module)?;
            text.push(cx, b".")?;
        }
        text.push_str(cx, crate::class_new::qualname(cx, class))?;
        text.push(cx, b" object at 0x")?;
        push_address(cx, text, value.0)?;
        Ok(text.push(cx, b">")?)
    })
}

/// Appends an address as eight hexadecimal digits.
pub fn push_address(cx: &mut Cx, text: &mut Text, address: u32) -> Result<(), OutOfMemory> {
    for place in (0..8).rev() {
        let digit = crate::bigint::print::digit_text(address >> (place * 4) & 0xf);
        text.push(cx, &[digit])?;
    }
    Ok(())
}
