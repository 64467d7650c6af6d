//! From bytes to text: encoding, byte order mark, null bytes.
//!
//! UTF-8 (the default) and ASCII sources are used where they are; a Latin-1 source is copied into the arena as
//! UTF-8. Other encodings are refused.
//!
//! Not here: line ends and everything else about the contents (lex.rs).

use bumpalo::Bump;

use crate::ast::Span;
use crate::error::{CompileError, ErrorKind, col_from};
use crate::list::OutOfMemory;

/// The byte order mark of UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";
/// Only in these many lines may the encoding be named.
const COOKIE_LINES: usize = 2;
/// Offsets in tokens are `u32`.
const MAX_BYTES: usize = u32::MAX as usize - 8;

enum Encoding {
    Utf8,
    Ascii,
    Latin1,
}

/// Checks a source and gives it as text without byte order mark.
pub fn decode<'a>(source: &'a [u8], bump: &'a Bump) -> Result<&'a str, CompileError<'a>> {
    let bytes = source.strip_prefix(MARK).unwrap_or(source);
    if bytes.len() > MAX_BYTES {
        return Err(CompileError::new(ErrorKind::OutOfMemory, Span::default()));
    }
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        let kind = ErrorKind::Text("source code cannot contain null bytes");
        return Err(CompileError::new(kind, place(bytes, at)));
    }
    match encoding(bytes)? {
        Encoding::Utf8 => utf8(bytes),
        Encoding::Ascii => ascii(bytes),
        Encoding::Latin1 if bytes.len() < source.len() => {
            Err(refused("encoding problem: latin-1 with BOM"))
        }
        Encoding::Latin1 => latin1(bytes, bump)
            .map_err(|_| CompileError::new(ErrorKind::OutOfMemory, Span::default())),
    }
}

fn refused(text: &'static str) -> CompileError<'static> {
    CompileError::new(ErrorKind::Text(text), Span::default())
}

/// The character at byte `at`.
fn place(bytes: &[u8], at: usize) -> Span {
    let before = bytes.get(..at).unwrap_or_default();
    let newlines = before.iter().filter(|byte| **byte == b'\n').count();
    let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |idx| idx + 1);
    let line = newlines as u32 + 1;
    let col = col_from((at - start) as u32);
    Span { line, end_line: line, col, end_col: col }
}

fn utf8(bytes: &[u8]) -> Result<&str, CompileError<'_>> {
    core::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        let byte = bytes.get(at).copied().unwrap_or(0);
        let reason = if error.error_len().is_none() {
            "unexpected end of data"
        } else if matches!(byte, 0xC2..=0xF4) {
            "invalid continuation byte"
        } else {
            "invalid start byte"
        };
        let kind = ErrorKind::Utf8 { byte, position: at as u32, reason };
        CompileError::new(kind, Span::default())
    })
}

fn ascii(bytes: &[u8]) -> Result<&str, CompileError<'_>> {
    match bytes.iter().position(|byte| !byte.is_ascii()) {
        Some(at) => {
            let byte = bytes.get(at).copied().unwrap_or(0);
            let kind = ErrorKind::Ascii { byte, position: at as u32 };
            Err(CompileError::new(kind, Span::default()))
        }
        None => utf8(bytes),
    }
}

fn latin1<'a>(bytes: &'a [u8], bump: &'a Bump) -> Result<&'a str, OutOfMemory> {
    let len: usize = bytes.iter().map(|byte| if byte.is_ascii() { 1 } else { 2 }).sum();
    let text = bump.try_alloc_slice_fill_copy(len, 0_u8).map_err(|_| OutOfMemory)?;
    let mut at = 0;
    for byte in bytes {
        let mut buffer = [0; 4];
        let encoded = char::from(*byte).encode_utf8(&mut buffer);
        if let Some(room) = text.get_mut(at..at + encoded.len()) {
            room.copy_from_slice(encoded.as_bytes());
        }
        at += encoded.len();
    }
    let text: &'a [u8] = text;
    Ok(core::str::from_utf8(text).unwrap_or_default())
}

/// What the first two lines say, if they are comments (the first may also be blank).
fn encoding(bytes: &[u8]) -> Result<Encoding, CompileError<'_>> {
    for line in bytes.split(|byte| *byte == b'\n').take(COOKIE_LINES) {
        let line = line.trim_ascii();
        if line.is_empty() {
            continue;
        }
        if line.first() != Some(&b'#') {
            break;
        }
        if let Some(name) = cookie(line) {
            return named(name);
        }
    }
    Ok(Encoding::Utf8)
}

/// What stands behind `coding:` or `coding=`.
fn cookie(line: &[u8]) -> Option<&[u8]> {
    const WORD: &[u8] = b"coding";
    let mut rest = line;
    loop {
        let at = rest.windows(WORD.len()).position(|window| window == WORD)?;
        rest = rest.get(at + WORD.len()..)?;
        if let [b':' | b'=', value @ ..] = rest {
            let value = value.trim_ascii_start();
            let is_end = |byte: &u8| !byte.is_ascii_alphanumeric() && !b"-_.".contains(byte);
            let len = value.iter().position(is_end).unwrap_or(value.len());
            let name = value.get(..len).unwrap_or_default();
            if !name.is_empty() {
                return Some(name);
            }
        }
    }
}

fn named(name: &[u8]) -> Result<Encoding, CompileError<'_>> {
    let is = |names: &[&[u8]]| names.iter().any(|known| same_name(known, name));
    if is(&[b"utf-8", b"utf8", b"utf-8-sig", b"u8", b"cp65001"]) {
        Ok(Encoding::Utf8)
    } else if is(&[b"ascii", b"us-ascii"]) {
        Ok(Encoding::Ascii)
    } else if is(&[b"latin-1", b"latin1", b"iso-8859-1", b"iso8859-1", b"l1"]) {
        Ok(Encoding::Latin1)
    } else {
        let text = core::str::from_utf8(name).unwrap_or("?");
        Err(CompileError::new(ErrorKind::UnknownEncoding(text), Span::default()))
    }
}

/// Letter case does not matter, nor which of `-` and `_`; what follows `utf-8-` or `latin-1-` is ignored.
fn same_name(known: &[u8], name: &[u8]) -> bool {
    let plain = |byte: &u8| if *byte == b'_' { b'-' } else { byte.to_ascii_lowercase() };
    let head = name.get(..known.len()).unwrap_or_default();
    let tail = name.get(known.len()..).unwrap_or_default();
    head.iter().map(plain).eq(known.iter().copied())
        && (tail.is_empty() || matches!(tail, [b'-' | b'_', ..]))
}
