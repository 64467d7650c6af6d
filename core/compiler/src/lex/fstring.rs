//! The inside of f-strings: literal stretches and replacement fields.
//!
//! An f-string is one token for the lexer. Here its contents are cut into pieces with the rules of 3.11: quotes of
//! the string's own kind, backslashes and `#` may not occur in an expression, and brackets must match inside a field.
//!
//! ```text
//!  f"total {price * count !r:>{width}} each"
//!    literal  expression  conv  spec (again literals and fields)
//! ```
//!
//! Not here: parsing the expressions (parse/strings.rs).

use crate::error::ErrorKind;

/// A stretch of the source, with the place of its first byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset of the byte after the last.
    pub end: u32,
    /// Line of the first byte.
    pub line: u32,
    /// Where that line starts.
    pub line_start: u32,
}

/// Brackets that may be open at once inside a field.
const MAX_OPEN: usize = 200;

/// Walks through the contents of an f-string.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'a> {
    text: &'a str,
    /// Offset in the source.
    pub pos: u32,
    /// End of the contents.
    pub end: u32,
    /// Line of `pos`.
    pub line: u32,
    /// Where that line starts.
    pub line_start: u32,
}

impl<'a> Cursor<'a> {
    /// A cursor over `piece` of the source.
    #[must_use]
    pub fn new(text: &'a str, piece: Piece) -> Self {
        let Piece { start, end, line, line_start } = piece;
        Cursor { text, pos: start, end, line, line_start }
    }

    /// The byte at the cursor.
    #[must_use]
    pub fn peek(&self) -> Option<u8> {
        self.peek_at(0)
    }

    fn peek_at(&self, ahead: u32) -> Option<u8> {
        let at = self.pos.saturating_add(ahead);
        if at < self.end { self.text.as_bytes().get(at as usize).copied() } else { None }
    }

    /// Steps over one byte.
    pub fn bump(&mut self) {
        let byte = self.peek();
        self.pos += 1;
        let is_pair = byte == Some(b'\r') && self.peek() == Some(b'\n');
        if matches!(byte, Some(b'\n' | b'\r')) && !is_pair {
            self.line += 1;
            self.line_start = self.pos;
        }
    }

    /// Steps over ASCII white space.
    pub fn skip_spaces(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace() || byte == 11) {
            self.bump();
        }
    }

    /// From `start` to the cursor, as text.
    #[must_use]
    pub fn since(&self, start: u32) -> &'a str {
        self.text.get(start as usize..self.pos as usize).unwrap_or_default()
    }

    /// The literal text at the cursor up to the next field or the end. Doubled braces end it too: the first one
    /// belongs to it, the second is skipped; `true` says that more literal text may follow directly.
    pub fn literal(
        &mut self,
        is_raw: bool,
        is_spec: bool,
    ) -> Result<(&'a str, bool), ErrorKind<'a>> {
        let start = self.pos;
        while let Some(byte) = self.peek() {
            match byte {
                b'\\' if !is_raw => {
                    self.skip_escape();
                    continue;
                }
                b'{' | b'}' if is_spec => break,
                b'{' | b'}' if self.peek_at(1) == Some(byte) => {
                    self.bump();
                    let text = self.since(start);
                    self.bump();
                    return Ok((text, true));
                }
                b'}' => return Err(ErrorKind::Text("f-string: single '}' is not allowed")),
                b'{' => break,
                _ => {}
            }
            self.bump();
        }
        Ok((self.since(start), false))
    }

    /// A backslash in literal text. A brace behind it is still a brace, but the name in `\N{...}` is skipped.
    fn skip_escape(&mut self) {
        self.bump();
        match self.peek() {
            Some(b'N') => {
                self.bump();
                if self.peek() == Some(b'{') {
                    while self.peek().is_some_and(|byte| byte != b'}') {
                        self.bump();
                    }
                    self.bump_inside();
                }
            }
            Some(b'{' | b'}') | None => {}
            Some(_) => self.bump(),
        }
    }

    fn bump_inside(&mut self) {
        if self.pos < self.end {
            self.bump();
        }
    }

    /// The expression of a field; the cursor is behind its `{` and stops at `!`, `:`, `=`, `}` or the end.
    pub fn expression(&mut self) -> Result<Piece, ErrorKind<'a>> {
        let Cursor { pos: start, line, line_start, .. } = *self;
        let mut brackets = Brackets { open: [0; MAX_OPEN], len: 0 };
        while let Some(byte) = self.peek() {
            match byte {
                b'\\' => return Err(BACKSLASH),
                b'#' => return Err(HASH),
                b'"' | b'\'' => {
                    self.skip_string(byte)?;
                    continue;
                }
                b'(' | b'[' | b'{' => brackets.open(byte)?,
                b'!' | b':' | b'}' | b'=' | b'<' | b'>' if brackets.len == 0 => {
                    if matches!(byte, b'!' | b'=' | b'<' | b'>') && self.peek_at(1) == Some(b'=') {
                        self.bump();
                    } else if !matches!(byte, b'<' | b'>') {
                        break;
                    }
                }
                b')' | b']' | b'}' => brackets.close(byte)?,
                _ => {}
            }
            self.bump();
        }
        brackets.check_closed()?;
        Ok(Piece { start, end: self.pos, line, line_start })
    }

    /// A string inside an expression.
    fn skip_string(&mut self, quote: u8) -> Result<(), ErrorKind<'a>> {
        let is_triple = self.peek_at(1) == Some(quote) && self.peek_at(2) == Some(quote);
        let quotes = if is_triple { 3 } else { 1 };
        for _ in 0..quotes {
            self.bump();
        }
        while let Some(byte) = self.peek() {
            let is_end = byte == quote
                && (!is_triple
                    || (self.peek_at(1) == Some(quote) && self.peek_at(2) == Some(quote)));
            if byte == b'\\' {
                return Err(BACKSLASH);
            }
            if is_end {
                for _ in 0..quotes {
                    self.bump();
                }
                return Ok(());
            }
            self.bump();
        }
        Err(ErrorKind::Text("f-string: unterminated string"))
    }
}

const BACKSLASH: ErrorKind<'static> =
    ErrorKind::Text("f-string expression part cannot include a backslash");
const HASH: ErrorKind<'static> = ErrorKind::Text("f-string expression part cannot include '#'");

/// Open brackets of one expression.
struct Brackets {
    open: [u8; MAX_OPEN],
    len: usize,
}

impl Brackets {
    fn open<'a>(&mut self, byte: u8) -> Result<(), ErrorKind<'a>> {
        match self.open.get_mut(self.len) {
            Some(slot) => {
                *slot = byte;
                self.len += 1;
                Ok(())
            }
            None => Err(ErrorKind::Text("f-string: too many nested parenthesis")),
        }
    }

    fn close<'a>(&mut self, close: u8) -> Result<(), ErrorKind<'a>> {
        let Some(&open) = self.len.checked_sub(1).and_then(|last| self.open.get(last)) else {
            return Err(unmatched(close));
        };
        self.len -= 1;
        if matches!((open, close), (b'(', b')') | (b'[', b']') | (b'{', b'}')) {
            return Ok(());
        }
        let text = mismatch(open, close);
        Err(ErrorKind::Around {
            before: "f-string: closing parenthesis '",
            middle: text,
            after: "'",
        })
    }

    fn check_closed<'a>(&self) -> Result<(), ErrorKind<'a>> {
        match self.len.checked_sub(1).and_then(|last| self.open.get(last)) {
            Some(open) => Err(unmatched(*open)),
            None => Ok(()),
        }
    }
}

fn unmatched<'a>(bracket: u8) -> ErrorKind<'a> {
    ErrorKind::Text(match bracket {
        b'(' => "f-string: unmatched '('",
        b'[' => "f-string: unmatched '['",
        b'{' => "f-string: unmatched '{'",
        b')' => "f-string: unmatched ')'",
        b']' => "f-string: unmatched ']'",
        _ => "f-string: unmatched '}'",
    })
}

/// The six ways to close a bracket with a bracket of another kind.
fn mismatch(open: u8, close: u8) -> &'static str {
    match (open, close) {
        (b'(', b']') => "]' does not match opening parenthesis '(",
        (b'(', _) => "}' does not match opening parenthesis '(",
        (b'[', b')') => ")' does not match opening parenthesis '[",
        (b'[', _) => "}' does not match opening parenthesis '[",
        (_, b')') => ")' does not match opening parenthesis '{",
        _ => "]' does not match opening parenthesis '{",
    }
}
