//! `str.encode` and `bytes.decode`: UTF-8, ASCII, Latin-1, UTF-16 and UTF-32, with error handlers.
//!
//! Text that needs no handler is copied in one piece; only what is wrong is looked at byte by byte.
//!
//! Not here: which arguments scripts pass (crate `natives`).

pub mod decode;
pub mod encode;

use super::{bytes, is_ascii};
use crate::cx::{Cx, Exit, Outcome};
use crate::raise::{self, Part::*};
use crate::{exception, int, tuple, types};
use threadsnake_heap::{OutOfMemory, Ref, Value, kind};

/// A way to write text as bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    /// `utf-8`
    Utf8,
    /// `utf-8-sig`: with a mark in front.
    Utf8Sig,
    /// `ascii`
    Ascii,
    /// `latin-1`
    Latin1,
    /// `utf-16`, in the byte order that a mark tells, or a fixed one.
    Utf16(ByteOrder),
    /// `utf-32`, likewise.
    Utf32(ByteOrder),
}

/// Order of the bytes of a unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ByteOrder {
    /// A mark in front tells; written little-endian.
    Marked,
    /// Least significant byte first.
    Little,
    /// Most significant byte first.
    Big,
}

/// What happens to text that cannot be written or bytes that cannot be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Handler {
    /// An exception.
    Strict,
    /// Left out.
    Ignore,
    /// `?` or U+FFFD.
    Replace,
    /// An escape.
    BackslashReplace,
    /// A numeric reference.
    XmlCharRefReplace,
    /// Bytes become lone surrogates and the other way round.
    SurrogateEscape,
    /// Surrogates are written as if they were characters.
    SurrogatePass,
    /// A name that nobody knows (a str).
    Unknown(Value),
}

impl Encoding {
    /// The name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 | Encoding::Utf8Sig => "utf-8",
            Encoding::Ascii => "ascii",
            Encoding::Latin1 => "latin-1",
            Encoding::Utf16(ByteOrder::Marked) => "utf-16",
            Encoding::Utf16(ByteOrder::Little) => "utf-16-le",
            Encoding::Utf16(ByteOrder::Big) => "utf-16-be",
            Encoding::Utf32(ByteOrder::Marked) => "utf-32",
            Encoding::Utf32(ByteOrder::Little) => "utf-32-le",
            Encoding::Utf32(ByteOrder::Big) => "utf-32-be",
        }
    }
}

/// Longest name of an encoding that is looked at.
const NAME_BYTES: usize = 24;

/// The encoding of a name; UTF-8 when none was given.
pub fn encoding(cx: &mut Cx, name: Value) -> Outcome<Encoding> {
    if name.is_unbound() {
        return Ok(Encoding::Utf8);
    }
    let found = cx.payload(name, kind::STR).and_then(|object| {
        let mut plain = [0u8; NAME_BYTES];
        let text = bytes(cx, object);
        if text.len() > NAME_BYTES || !is_ascii(cx, object) {
            return None;
        }
        for (place, byte) in plain.iter_mut().zip(text) {
            let separates = matches!(byte, b'-' | b' ' | b'.');
            *place = if separates { b'_' } else { byte.to_ascii_lowercase() };
        }
        by_name(plain.get(..text.len())?)
    });
    found.ok_or_else(|| raise::raise(cx, types::LOOKUP_ERROR, &[S("unknown encoding: "), V(name)]))
}

fn by_name(plain: &[u8]) -> Option<Encoding> {
    use ByteOrder::{Big, Little, Marked};
    Some(match plain {
        b"utf_8" | b"utf8" | b"u8" | b"utf" | b"cp65001" => Encoding::Utf8,
        b"utf_8_sig" => Encoding::Utf8Sig,
        b"ascii" | b"us_ascii" | b"646" | b"iso646_us" => Encoding::Ascii,
        b"latin_1" | b"latin1" | b"latin" | b"l1" | b"iso_8859_1" | b"iso8859_1" | b"8859"
        | b"cp819" => Encoding::Latin1,
        b"utf_16" | b"utf16" | b"u16" => Encoding::Utf16(Marked),
        b"utf_16_le" | b"utf_16le" => Encoding::Utf16(Little),
        b"utf_16_be" | b"utf_16be" => Encoding::Utf16(Big),
        b"utf_32" | b"utf32" | b"u32" => Encoding::Utf32(Marked),
        b"utf_32_le" | b"utf_32le" => Encoding::Utf32(Little),
        b"utf_32_be" | b"utf_32be" => Encoding::Utf32(Big),
        _ => return None,
    })
}

/// The handler of a name; strict when none was given.
pub fn handler(cx: &Cx, name: Value) -> Handler {
    let Some(object) = cx.payload(name, kind::STR) else { return Handler::Strict };
    match bytes(cx, object) {
        b"strict" => Handler::Strict,
        b"ignore" => Handler::Ignore,
        b"replace" => Handler::Replace,
        b"backslashreplace" => Handler::BackslashReplace,
        b"xmlcharrefreplace" => Handler::XmlCharRefReplace,
        b"surrogateescape" => Handler::SurrogateEscape,
        b"surrogatepass" => Handler::SurrogatePass,
        _ => Handler::Unknown(name),
    }
}

/// What could not be written or read.
struct Fault {
    /// First character or byte.
    start: u32,
    /// The one behind the last.
    end: u32,
    /// Why.
    reason: &'static str,
}

/// Raises an error with its five arguments; takes over `object`.
#[cold]
fn unicode_error(
    cx: &mut Cx,
    class: Ref,
    encoding: Encoding,
    object: Value,
    fault: &Fault,
) -> Exit {
    let mut args = [Value::UNBOUND, object, Value::NONE, Value::NONE, Value::UNBOUND];
    let made = error_args(cx, encoding, fault, &mut args);
    let raised = made
        .and_then(|()| tuple::from_owned(cx, &args))
        .inspect_err(|_| args.iter().for_each(|&arg| cx.heap.dec(arg)))
        .and_then(|args| exception::with_args(cx, class, args.value()));
    match raised {
        Ok(exception) => raise::set(cx, exception.value()),
        Err(OutOfMemory) => raise::memory_error(cx),
    }
}

fn error_args(
    cx: &mut Cx,
    encoding: Encoding,
    fault: &Fault,
    args: &mut [Value; 5],
) -> Result<(), OutOfMemory> {
    args[0] = super::new(cx, encoding.name().as_bytes())?;
    args[2] = int::from_u32(cx, fault.start)?;
    args[3] = int::from_u32(cx, fault.end)?;
    args[4] = super::new(cx, fault.reason.as_bytes())?;
    Ok(())
}

/// Raises the `LookupError` of a handler that nobody knows.
#[cold]
fn unknown_handler(cx: &mut Cx, name: Value) -> Exit {
    let parts = [S("unknown error handler name '"), V(name), S("'")];
    raise::raise(cx, types::LOOKUP_ERROR, &parts)
}
