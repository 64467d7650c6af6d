//! String literals: where they end, and what their escapes stand for.
//!
//! A literal without escapes and carriage returns is used where it stands in the source; any other is decoded into
//! the arena, where it never needs more room than its text.
//!
//! Not here: joining adjacent literals (parse/strings.rs), replacement fields (fstring.rs).

use bumpalo::Bump;

use super::{Lexed, Lexer};
use crate::error::ErrorKind;
use crate::token::Kind;

/// Longest prefix, as in `rb"..."`.
const MAX_PREFIX: usize = 2;
/// What the quotes of a triple-quoted string are made of.
const TRIPLE: usize = 3;

/// How a literal is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// `b` prefix.
    pub is_bytes: bool,
    /// `r` prefix.
    pub is_raw: bool,
    /// `f` prefix.
    pub is_format: bool,
    /// Bytes in front of the contents: prefix and quotes.
    pub head: u32,
    /// Bytes behind them: quotes.
    pub tail: u32,
}

/// The length of a string prefix, if letters and a quote stand at the start of `rest`.
#[must_use]
pub fn prefix_len(rest: &[u8]) -> Option<u32> {
    let quote = rest.iter().take(MAX_PREFIX + 1).position(|byte| matches!(byte, b'"' | b'\''))?;
    let prefix = rest.get(..quote)?;
    let is_known = matches!(
        prefix,
        [b'b' | b'B' | b'r' | b'R' | b'u' | b'U' | b'f' | b'F']
            | [b'b' | b'B' | b'f' | b'F', b'r' | b'R']
            | [b'r' | b'R', b'b' | b'B' | b'f' | b'F']
    );
    is_known.then_some(quote as u32)
}

/// How the literal `text` (prefix, quotes and all) is written.
#[must_use]
pub fn form(text: &[u8]) -> Form {
    let prefix = prefix_len(text).unwrap_or(0) as usize;
    let letters = text.get(..prefix).unwrap_or_default();
    let has = |letter: u8| letters.iter().any(|byte| byte.to_ascii_lowercase() == letter);
    let quotes = quote_len(text.get(prefix..).unwrap_or_default());
    Form {
        is_bytes: has(b'b'),
        is_raw: has(b'r'),
        is_format: has(b'f'),
        head: (prefix + quotes) as u32,
        tail: quotes as u32,
    }
}

/// One or three quotes; `""` is one, closed at once.
fn quote_len(rest: &[u8]) -> usize {
    match rest {
        [first, second, third, ..] if first == second && second == third => TRIPLE,
        _ => 1,
    }
}

impl<'a> Lexer<'a> {
    /// Steps over the rest of a string; `pos` is at its first quote, the token began at `start`.
    pub(super) fn read_string(&mut self, start: u32) -> Lexed<'a, Kind> {
        let (line, col) = (self.line, self.col(start));
        let rest = self.rest();
        let quote = rest.first().copied().unwrap_or(b'"');
        let quotes = quote_len(rest);
        self.pos += quotes as u32;
        let mut run = 0;
        while run < quotes {
            let Some(byte) = self.peek(0) else {
                return Err(self.unterminated(line, col, quotes));
            };
            match byte {
                b'\n' | b'\r' if quotes == 1 => return Err(self.unterminated(line, col, quotes)),
                b'\n' | b'\r' => self.take_newline(),
                b'\\' => self.skip_escape(),
                _ => self.pos += 1,
            }
            run = if byte == quote { run + 1 } else { 0 };
        }
        Ok(Kind::String)
    }

    /// A backslash and what it protects, so that a quote behind it ends nothing.
    fn skip_escape(&mut self) {
        self.pos += 1;
        match self.peek(0) {
            Some(b'\n' | b'\r') => self.take_newline(),
            Some(_) => self.pos += 1,
            None => {}
        }
    }

    fn unterminated(&self, line: u32, col: u16, quotes: usize) -> super::Stopped<'a> {
        let what = match quotes {
            TRIPLE => "unterminated triple-quoted string literal",
            _ => "unterminated string literal",
        };
        let kind = ErrorKind::DetectedAt { what, line: self.line };
        let stopped = self.in_token_at(kind, line, col);
        super::Stopped { is_at_end: quotes == TRIPLE, ..stopped }
    }
}

/// Decodes the contents of a string literal.
pub fn decode_str<'a>(
    contents: &'a str,
    is_raw: bool,
    bump: &'a Bump,
) -> Result<&'a str, ErrorKind<'a>> {
    if is_plain(contents.as_bytes(), is_raw) {
        return Ok(contents);
    }
    let mut out = Output::new(contents.len(), bump)?;
    let mut rest = contents.as_bytes();
    while let Some((byte, tail)) = rest.split_first() {
        rest = match byte {
            b'\r' => {
                out.push(b'\n');
                tail.strip_prefix(b"\n").unwrap_or(tail)
            }
            b'\\' if !is_raw => {
                let at = (contents.len() - rest.len()) as u32;
                string_escape(tail, at, &mut out)?
            }
            _ => {
                out.push(*byte);
                tail
            }
        };
    }
    Ok(core::str::from_utf8(out.finish()).unwrap_or_default())
}

/// Decodes the contents of a bytes literal, which are known to be ASCII.
pub fn decode_bytes<'a>(
    contents: &'a [u8],
    is_raw: bool,
    bump: &'a Bump,
) -> Result<&'a [u8], ErrorKind<'a>> {
    if is_plain(contents, is_raw) {
        return Ok(contents);
    }
    let mut out = Output::new(contents.len(), bump)?;
    let mut rest = contents;
    while let Some((byte, tail)) = rest.split_first() {
        rest = match byte {
            b'\r' => {
                out.push(b'\n');
                tail.strip_prefix(b"\n").unwrap_or(tail)
            }
            b'\\' if !is_raw => {
                let at = (contents.len() - rest.len()) as u32;
                bytes_escape(tail, at, &mut out)?
            }
            _ => {
                out.push(*byte);
                tail
            }
        };
    }
    Ok(out.finish())
}

fn is_plain(contents: &[u8], is_raw: bool) -> bool {
    !contents.iter().any(|byte| *byte == b'\r' || (*byte == b'\\' && !is_raw))
}

/// Decoded bytes; never more than the text they come from.
struct Output<'a> {
    room: &'a mut [u8],
    len: usize,
}

impl<'a> Output<'a> {
    fn new(len: usize, bump: &'a Bump) -> Result<Self, ErrorKind<'a>> {
        let room = bump.try_alloc_slice_fill_copy(len, 0).map_err(|_| ErrorKind::OutOfMemory)?;
        Ok(Output { room, len: 0 })
    }

    fn push(&mut self, byte: u8) {
        if let Some(slot) = self.room.get_mut(self.len) {
            *slot = byte;
            self.len += 1;
        }
    }

    fn push_char(&mut self, found: char) {
        let mut buffer = [0; 4];
        for byte in found.encode_utf8(&mut buffer).bytes() {
            self.push(byte);
        }
    }

    fn finish(self) -> &'a [u8] {
        let room: &'a [u8] = self.room;
        room.get(..self.len).unwrap_or_default()
    }
}

/// One escape of a string; `rest` starts behind the backslash, which is at `at`. Gives what follows.
fn string_escape<'a, 't>(
    rest: &'t [u8],
    at: u32,
    out: &mut Output<'_>,
) -> Result<&'t [u8], ErrorKind<'a>> {
    const HEX: &str = "truncated \\xXX escape";
    const SHORT: &str = "truncated \\uXXXX escape";
    const LONG: &str = "truncated \\UXXXXXXXX escape";
    const NAMED: &str = "names of characters (\\N{...}) are not available";
    match rest {
        [b'x', tail @ ..] => hex_char(tail, 2, at, HEX, out),
        [b'u', tail @ ..] => hex_char(tail, 4, at, SHORT, out),
        [b'U', tail @ ..] => hex_char(tail, 8, at, LONG, out),
        [b'N', b'{', ..] => Err(ErrorKind::Text(NAMED)),
        [b'N', ..] => {
            let reason = "malformed \\N character escape";
            Err(ErrorKind::StringEscape { first: at, last: at + 1, reason })
        }
        [b'0'..=b'7', ..] => {
            let (value, tail) = octal(rest);
            out.push_char(char::from_u32(value).unwrap_or(char::REPLACEMENT_CHARACTER));
            Ok(tail)
        }
        [] => Err(ErrorKind::StringEscape { first: at, last: at, reason: "\\ at end of string" }),
        _ => Ok(common_escape(rest, out)),
    }
}

fn hex_char<'a, 't>(
    tail: &'t [u8],
    digits: usize,
    at: u32,
    reason: &'static str,
    out: &mut Output<'_>,
) -> Result<&'t [u8], ErrorKind<'a>> {
    let found = tail.iter().take(digits).take_while(|byte| byte.is_ascii_hexdigit()).count();
    let escape =
        |reason| ErrorKind::StringEscape { first: at, last: at + 1 + found as u32, reason };
    if found < digits {
        return Err(escape(reason));
    }
    let (text, rest) = tail.split_at(digits);
    let value = hex(text);
    match char::from_u32(value) {
        Some(found) => out.push_char(found),
        None if value <= 0xFFFF => {
            return Err(ErrorKind::Text(
                "(unicode error) strings with lone surrogates are not supported",
            ));
        }
        None => return Err(escape("illegal Unicode character")),
    }
    Ok(rest)
}

fn bytes_escape<'a, 't>(
    rest: &'t [u8],
    at: u32,
    out: &mut Output<'_>,
) -> Result<&'t [u8], ErrorKind<'a>> {
    match rest {
        [b'x', high, low, tail @ ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
            out.push(hex(&[*high, *low]) as u8);
            Ok(tail)
        }
        [b'x', ..] => Err(ErrorKind::BytesEscape { position: at }),
        [b'0'..=b'7', ..] => {
            let (value, tail) = octal(rest);
            out.push(value as u8);
            Ok(tail)
        }
        _ => Ok(common_escape(rest, out)),
    }
}

/// Escapes that strings and bytes share; an unknown one stays as it is.
fn common_escape<'t>(rest: &'t [u8], out: &mut Output<'_>) -> &'t [u8] {
    let Some((byte, tail)) = rest.split_first() else {
        return rest;
    };
    let value = match byte {
        b'\n' => return tail,
        b'\r' => return tail.strip_prefix(b"\n").unwrap_or(tail),
        b'\\' | b'\'' | b'"' => *byte,
        b'a' => 7,
        b'b' => 8,
        b't' => b'\t',
        b'n' => b'\n',
        b'v' => 11,
        b'f' => 12,
        b'r' => b'\r',
        _ => {
            out.push(b'\\');
            return rest;
        }
    };
    out.push(value);
    tail
}

/// Up to three octal digits.
fn octal(rest: &[u8]) -> (u32, &[u8]) {
    let len = rest.iter().take(3).take_while(|byte| matches!(byte, b'0'..=b'7')).count();
    let (digits, tail) = rest.split_at(len);
    (digits.iter().fold(0, |sum, byte| sum * 8 + u32::from(*byte - b'0')), tail)
}

fn hex(text: &[u8]) -> u32 {
    let digit = |byte: &u8| char::from(*byte).to_digit(16).unwrap_or(0);
    text.iter().fold(0_u32, |sum, byte| sum.wrapping_shl(4) | digit(byte))
}
