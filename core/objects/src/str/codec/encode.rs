//! Text to bytes.

use super::{ByteOrder, Encoding, Fault, Handler, unicode_error, unknown_handler};
use crate::bytes::{self, Builder};
use crate::cx::{Cx, Exit, NativeResult, Outcome};
use crate::number::encode_char;
use crate::number::int_text::IntBuffer;
use crate::str::{self as string, code_at, is_ascii, part};
use crate::text::Text;
use crate::{repr, types};
use threadsnake_heap::{Ref, Value};

/// `text.encode(encoding, errors)`.
pub fn encode(cx: &mut Cx, object: Ref, encoding: Encoding, handler: Handler) -> NativeResult {
    let from = part(cx, object);
    cx.charge(from.1 / 64);
    let is_wide = matches!(encoding, Encoding::Utf16(_) | Encoding::Utf32(_));
    let is_plain_utf8 = encoding == Encoding::Utf8
        && core::str::from_utf8(cx.heap.space.bytes(from.0, from.1)).is_ok();
    if is_plain_utf8 || is_ascii(cx, object) && !is_wide && encoding != Encoding::Utf8Sig {
        return Ok(bytes::copy(cx, from)?);
    }
    bytes::build(cx, from.1 + 4, |cx, out| {
        match encoding {
            Encoding::Utf8Sig => out.push(cx, b"\xef\xbb\xbf")?,
            Encoding::Utf16(ByteOrder::Marked) => out.push(cx, b"\xff\xfe")?,
            Encoding::Utf32(ByteOrder::Marked) => out.push(cx, b"\xff\xfe\0\0")?,
            _ => {}
        }
        let (mut at, mut index) = (0, 0);
        while at < from.1 {
            let (code, len) = code_at(cx, object, at);
            let fits = put(cx, out, encoding, code)?;
            if fits {
                index += 1;
                at += len.max(1);
            } else {
                let run = Run::find(cx, object, encoding, at, index);
                fault(cx, object, encoding, handler, &run, out)?;
                (at, index) = (run.end_byte, run.end);
            }
        }
        Ok(())
    })
}

/// Characters next to each other that an encoding does not have.
struct Run {
    start: u32,
    start_byte: u32,
    end: u32,
    end_byte: u32,
}

impl Run {
    fn find(cx: &Cx, object: Ref, encoding: Encoding, at: u32, index: u32) -> Run {
        let mut run = Run { start: index, start_byte: at, end: index, end_byte: at };
        while run.end_byte < string::byte_len(cx, object) {
            let (code, len) = code_at(cx, object, run.end_byte);
            if has(encoding, code) {
                break;
            }
            run.end += 1;
            run.end_byte += len.max(1);
        }
        run
    }
}

/// Does an encoding have this character?
fn has(encoding: Encoding, code: u32) -> bool {
    match encoding {
        Encoding::Ascii => code < 0x80,
        Encoding::Latin1 => code < 0x100,
        _ => !(0xd800..0xe000).contains(&code),
    }
}

/// Appends a character; false when the encoding does not have it.
fn put(cx: &mut Cx, out: &mut Builder, encoding: Encoding, code: u32) -> Outcome<bool> {
    if !has(encoding, code) {
        return Ok(false);
    }
    put_any(cx, out, encoding, code)?;
    Ok(true)
}

/// Appends a character, a surrogate too.
fn put_any(cx: &mut Cx, out: &mut Builder, encoding: Encoding, code: u32) -> Outcome<()> {
    match encoding {
        Encoding::Ascii | Encoding::Latin1 => out.push(cx, &[code as u8])?,
        Encoding::Utf8 | Encoding::Utf8Sig => {
            let mut buffer = [0; 4];
            out.push(cx, encode_char(code, &mut buffer).unwrap_or(b"?"))?;
        }
        Encoding::Utf16(order) if code >= 0x1_0000 => {
            let rest = code - 0x1_0000;
            put_unit(cx, out, order, 2, 0xd800 | rest >> 10)?;
            put_unit(cx, out, order, 2, 0xdc00 | rest & 0x3ff)?;
        }
        Encoding::Utf16(order) => put_unit(cx, out, order, 2, code)?,
        Encoding::Utf32(order) => put_unit(cx, out, order, 4, code)?,
    }
    Ok(())
}

fn put_unit(
    cx: &mut Cx,
    out: &mut Builder,
    order: ByteOrder,
    size: usize,
    unit: u32,
) -> Outcome<()> {
    let (little, big) = (unit.to_le_bytes(), unit.to_be_bytes());
    let bytes = if order == ByteOrder::Big { big.get(4 - size..) } else { little.get(..size) };
    Ok(out.push(cx, bytes.unwrap_or(&[]))?)
}

/// Does what the handler says about characters that cannot be written.
fn fault(
    cx: &mut Cx,
    object: Ref,
    encoding: Encoding,
    handler: Handler,
    run: &Run,
    out: &mut Builder,
) -> Outcome<()> {
    match handler {
        Handler::Strict => return Err(encode_error(cx, object, encoding, run)),
        Handler::Unknown(name) => return Err(unknown_handler(cx, name)),
        _ => {}
    }
    let mut at = run.start_byte;
    while at < run.end_byte {
        let (code, len) = code_at(cx, object, at);
        at += len.max(1);
        let is_surrogate = (0xd800..0xe000).contains(&code);
        match handler {
            Handler::Ignore => {}
            Handler::Replace => put_any(cx, out, encoding, u32::from(b'?'))?,
            Handler::BackslashReplace => put_escape(cx, out, encoding, code)?,
            Handler::XmlCharRefReplace => {
                let mut buffer = IntBuffer::new();
                let digits = buffer.digits(u64::from(code), 10);
                for &byte in b"&#".iter().chain(digits).chain(b";") {
                    put_any(cx, out, encoding, u32::from(byte))?;
                }
            }
            Handler::SurrogateEscape if (0xdc80..0xdd00).contains(&code) => {
                out.push(cx, &[(code & 0xff) as u8])?;
            }
            Handler::SurrogatePass if is_surrogate && has(encoding, 0x1000) => {
                put_any(cx, out, encoding, code)?;
            }
            _ => return Err(encode_error(cx, object, encoding, run)),
        }
    }
    Ok(())
}

/// Appends an escape such as `\xe9` in the encoding.
fn put_escape(cx: &mut Cx, out: &mut Builder, encoding: Encoding, code: u32) -> Outcome<()> {
    let mut text = Text::new(cx)?;
    let escaped = repr::push_escape(cx, &mut text, code);
    let (offset, len) = text.part();
    let mut result = escaped.map_err(Exit::from);
    for at in 0..len {
        let byte = cx.heap.space.byte(offset + at);
        result = result.and_then(|()| put_any(cx, out, encoding, u32::from(byte)));
    }
    text.discard(cx);
    result
}

#[cold]
fn encode_error(cx: &mut Cx, object: Ref, encoding: Encoding, run: &Run) -> Exit {
    let reason = match encoding {
        Encoding::Ascii => "ordinal not in range(128)",
        Encoding::Latin1 => "ordinal not in range(256)",
        _ => "surrogates not allowed",
    };
    let fault = Fault { start: run.start, end: run.end, reason };
    let object = cx.heap.share(object.value());
    unicode_error(cx, types::UNICODE_ENCODE_ERROR, encoding, object, &fault)
}

/// `bytes(text, encoding, errors)`: none when the value is no str.
pub fn of_value(
    cx: &mut Cx,
    value: Value,
    encoding: Encoding,
    handler: Handler,
) -> Outcome<Option<Value>> {
    match cx.payload(value, threadsnake_heap::kind::STR) {
        Some(object) => encode(cx, object, encoding, handler).map(Some),
        None => Ok(None),
    }
}
