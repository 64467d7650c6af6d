//! Bytes to text.

use super::{ByteOrder, Encoding, Fault, Handler, unicode_error, unknown_handler};
use crate::cx::{Cx, Exit, NativeResult, Outcome};
use crate::repr;
use crate::str::case::push_code;
use crate::str::{build, copy};
use crate::text::Text;
use crate::types;
use threadsnake_heap::Value;
use threadsnake_heap::split::Part;

/// The character for what cannot be read.
const REPLACEMENT: u32 = 0xfffd;

/// `bytes.decode(encoding, errors)` of a part of the heap.
pub fn decode(cx: &mut Cx, from: Part, encoding: Encoding, handler: Handler) -> NativeResult {
    cx.charge(from.1 / 64);
    let from = match encoding {
        Encoding::Utf8Sig if cx.heap.space.bytes(from.0, from.1).starts_with(b"\xef\xbb\xbf") => {
            (from.0 + 3, from.1 - 3)
        }
        _ => from,
    };
    let whole = cx.heap.space.bytes(from.0, from.1);
    if whole.is_ascii() && !matches!(encoding, Encoding::Utf16(_) | Encoding::Utf32(_)) {
        return Ok(copy(cx, from, true)?);
    }
    if matches!(encoding, Encoding::Utf8 | Encoding::Utf8Sig) && core::str::from_utf8(whole).is_ok()
    {
        return Ok(copy(cx, from, false)?);
    }
    build(cx, from.1, |cx, text| match encoding {
        Encoding::Utf8 | Encoding::Utf8Sig => utf8(cx, from, encoding, handler, text),
        Encoding::Ascii | Encoding::Latin1 => bytewise(cx, from, encoding, handler, text),
        Encoding::Utf16(order) => wide(cx, from, encoding, order, 2, handler, text),
        Encoding::Utf32(order) => wide(cx, from, encoding, order, 4, handler, text),
    })
}

fn utf8(
    cx: &mut Cx,
    from: Part,
    encoding: Encoding,
    handler: Handler,
    text: &mut Text,
) -> Outcome<()> {
    let mut at = 0;
    while at < from.1 {
        let rest = cx.heap.space.bytes(from.0 + at, from.1 - at);
        let Err(error) = core::str::from_utf8(rest) else {
            return Ok(text.push_part(cx, (from.0 + at, from.1 - at))?);
        };
        let good = error.valid_up_to() as u32;
        let bad = rest.get(error.valid_up_to()).copied().unwrap_or(0);
        let reason = match error.error_len() {
            None => "unexpected end of data",
            Some(_) if matches!(bad, 0x80..=0xc1 | 0xf5..=0xff) => "invalid start byte",
            Some(_) => "invalid continuation byte",
        };
        let surrogate = if handler == Handler::SurrogatePass {
            surrogate_at(rest, good as usize)
        } else {
            false
        };
        let bytes = error.error_len().map_or(from.1 - at - good, |len| len as u32);
        text.push_part(cx, (from.0 + at, good))?;
        at += good;
        if surrogate {
            text.push_part(cx, (from.0 + at, 3))?;
            at += 3;
        } else {
            fault(cx, from, encoding, handler, Fault { start: at, end: at + bytes, reason }, text)?;
            at += bytes;
        }
    }
    Ok(())
}

/// Do three bytes spell a surrogate here?
fn surrogate_at(rest: &[u8], at: usize) -> bool {
    matches!(rest.get(at..at + 3), Some([0xed, 0xa0..=0xbf, 0x80..=0xbf]))
}

fn bytewise(
    cx: &mut Cx,
    from: Part,
    encoding: Encoding,
    handler: Handler,
    text: &mut Text,
) -> Outcome<()> {
    for at in 0..from.1 {
        let byte = cx.heap.space.byte(from.0 + at);
        if byte < 0x80 || encoding == Encoding::Latin1 {
            push_code(cx, text, u32::from(byte))?;
        } else {
            let reason = "ordinal not in range(128)";
            fault(cx, from, encoding, handler, Fault { start: at, end: at + 1, reason }, text)?;
        }
    }
    Ok(())
}

/// One unit of `size` bytes.
fn unit(cx: &Cx, from: Part, at: u32, size: u32, order: ByteOrder) -> Option<u32> {
    let bytes = cx.heap.space.bytes(from.0, from.1).get(at as usize..(at + size) as usize)?;
    let join = |sum: u32, byte: &u8| sum << 8 | u32::from(*byte);
    Some(if order == ByteOrder::Big {
        bytes.iter().fold(0, join)
    } else {
        bytes.iter().rev().fold(0, join)
    })
}

fn wide(
    cx: &mut Cx,
    from: Part,
    encoding: Encoding,
    order: ByteOrder,
    size: u32,
    handler: Handler,
    text: &mut Text,
) -> Outcome<()> {
    let (mut at, mut order) = (0, order);
    if order == ByteOrder::Marked {
        const MARK: u32 = 0xfeff;
        let marked = [ByteOrder::Little, ByteOrder::Big].into_iter();
        let found = marked.into_iter().find(|&order| unit(cx, from, 0, size, order) == Some(MARK));
        at = if found.is_some() { size } else { 0 };
        order = found.unwrap_or(ByteOrder::Little);
    }
    while at < from.1 {
        let Some(first) = unit(cx, from, at, size, order) else {
            let reason = "truncated data";
            return fault(
                cx,
                from,
                encoding,
                handler,
                Fault { start: at, end: from.1, reason },
                text,
            );
        };
        let second = unit(cx, from, at + size, size, order);
        let (code, used) = match (first, second) {
            (0xd800..=0xdbff, Some(low @ 0xdc00..=0xdfff)) if size == 2 => {
                (0x1_0000 + ((first & 0x3ff) << 10) + (low & 0x3ff), 4)
            }
            _ => (first, size),
        };
        if char::from_u32(code).is_some() || handler == Handler::SurrogatePass && code < 0x1_0000 {
            push_code(cx, text, code)?;
        } else {
            let reason = match (size, second) {
                (2, None) => "unexpected end of data",
                (2, _) if code >= 0xdc00 => "illegal encoding",
                (2, _) => "illegal UTF-16 surrogate",
                _ if code > 0x10_ffff => "code point not in range(0x110000)",
                _ => "code point in surrogate code point range(0xd800, 0xe000)",
            };
            fault(cx, from, encoding, handler, Fault { start: at, end: at + size, reason }, text)?;
        }
        at += used;
    }
    Ok(())
}

/// Does what the handler says about bytes that are no text.
fn fault(
    cx: &mut Cx,
    from: Part,
    encoding: Encoding,
    handler: Handler,
    fault: Fault,
    text: &mut Text,
) -> Outcome<()> {
    match handler {
        Handler::Ignore => Ok(()),
        Handler::Replace => push_code(cx, text, REPLACEMENT),
        Handler::BackslashReplace => {
            for at in fault.start..fault.end {
                let byte = cx.heap.space.byte(from.0 + at);
                repr::push_escape(cx, text, u32::from(byte))?;
            }
            Ok(())
        }
        Handler::SurrogateEscape => {
            for at in fault.start..fault.end {
                let byte = cx.heap.space.byte(from.0 + at);
                push_code(cx, text, 0xdc00 + u32::from(byte))?;
            }
            Ok(())
        }
        Handler::Unknown(name) => Err(unknown_handler(cx, name)),
        _ => Err(decode_error(cx, from, encoding, &fault)),
    }
}

#[cold]
fn decode_error(cx: &mut Cx, from: Part, encoding: Encoding, fault: &Fault) -> Exit {
    match crate::bytes::copy(cx, from) {
        Ok(object) => unicode_error(cx, types::UNICODE_DECODE_ERROR, encoding, object, fault),
        Err(error) => error.into(),
    }
}

/// Text of a value that scripts pass as bytes: none when it is no bytes.
pub fn of_value(
    cx: &mut Cx,
    value: Value,
    encoding: Encoding,
    handler: Handler,
) -> Outcome<Option<Value>> {
    match crate::bytes::like(cx, value) {
        Some(part) => decode(cx, part, encoding, handler).map(Some),
        None => Ok(None),
    }
}
