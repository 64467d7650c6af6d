//! String literals as expressions: adjacent literals are joined, f-strings become `Joined`.
//!
//! The expression of a replacement field is parsed where it stands in the source by a parser of its own, as if it
//! were in parentheses. Its places are therefore real ones.
//!
//! Not here: where fields begin and end (lex/fstring.rs), escapes (lex/string.rs).

use super::{ExprRef, Mode, Parsed, Parser, Stop};
use crate::ast::{Const, Conversion, Expr, ExprKind, Span};
use crate::error::{CompileError, ErrorKind, Fragment, col_from};
use crate::lex::Lexer;
use crate::lex::fstring::{Cursor, Piece};
use crate::lex::string::{Form, decode_bytes, decode_str, form};
use crate::list::List;
use crate::token::{Kind, Token};

/// Fields in the format of a field may not have a format with fields.
const MAX_NESTED_FORMATS: u8 = 2;

/// An f-string in the making.
struct Joined<'a> {
    span: Span,
    parts: List<'a, ExprRef<'a>>,
    /// Literal text not yet made a part.
    text: List<'a, &'a str>,
}

impl<'a> Parser<'a> {
    /// One string literal or several in a row.
    pub(super) fn strings(&mut self) -> Parsed<ExprRef<'a>> {
        let mark = self.at;
        let start = self.peek(0);
        while self.kind() == Kind::String {
            self.take();
        }
        let span = self.span_since(start);
        let count = self.at - mark;
        let is_bytes = self.literal_at(mark).1.is_bytes;
        let alike = (0..count).take_while(|idx| self.literal_at(mark + idx).1.is_bytes == is_bytes);
        let n_alike = alike.count();
        let is_format = (0..n_alike).any(|idx| self.literal_at(mark + idx).1.is_format);
        let kind = if is_bytes {
            self.joined_bytes(mark, n_alike)?
        } else if is_format {
            self.joined_format(mark, n_alike, span)?
        } else {
            self.joined_str(mark, n_alike)?
        };
        // What is wrong inside the first of them was said before.
        if n_alike < count {
            let text = "cannot mix bytes and nonbytes literals";
            let span = self.furthest_span();
            return Err(self.raise_string(ErrorKind::Text(text), span));
        }
        self.alloc(Expr { kind, span })
    }

    fn literal_at(&self, idx: usize) -> (Token, Form, &'a str) {
        let token = self.tokens.get(idx).unwrap_or(super::NO_TOKEN);
        let text = self.lexer.text_of(token);
        let form = form(text.as_bytes());
        let end = text.len().saturating_sub(form.tail as usize);
        (token, form, text.get(form.head as usize..end).unwrap_or_default())
    }

    fn joined_str(&mut self, mark: usize, count: usize) -> Parsed<ExprKind<'a>> {
        let mut pieces = List::new();
        for idx in mark..mark + count {
            let (_, form, contents) = self.literal_at(idx);
            let piece = self.decoded(contents, form.is_raw)?;
            self.push(&mut pieces, piece)?;
        }
        let text = self.concatenated(pieces.as_slice())?;
        Ok(ExprKind::Const(Const::Str(text)))
    }

    fn joined_bytes(&mut self, mark: usize, count: usize) -> Parsed<ExprKind<'a>> {
        let mut pieces: List<'a, &'a [u8]> = List::new();
        for idx in mark..mark + count {
            let (token, form, contents) = self.literal_at(idx);
            if !contents.is_ascii() {
                let span = self.span_of(token);
                let text = "bytes can only contain ASCII literal characters";
                return Err(self.raise_string(ErrorKind::Text(text), span));
            }
            let piece = decode_bytes(contents.as_bytes(), form.is_raw, self.bump);
            let piece = piece.map_err(|kind| self.string_error(kind))?;
            self.push(&mut pieces, piece)?;
        }
        let bytes = self.concatenated_bytes(pieces.as_slice())?;
        Ok(ExprKind::Const(Const::Bytes(bytes)))
    }

    fn decoded(&mut self, contents: &'a str, is_raw: bool) -> Parsed<&'a str> {
        decode_str(contents, is_raw, self.bump).map_err(|kind| self.string_error(kind))
    }

    /// An error inside a literal stands, like all from CPython's string parser, at the last token read.
    fn string_error(&mut self, kind: ErrorKind<'a>) -> Stop {
        if kind == ErrorKind::OutOfMemory {
            return self.exhausted();
        }
        self.kind();
        let span = self.furthest_span();
        self.raise_string(kind, span)
    }

    /// Strings are looked into whatever the mode.
    fn raise_string(&mut self, kind: ErrorKind<'a>, span: Span) -> Stop {
        let mode = core::mem::replace(&mut self.mode, Mode::Diagnose);
        let stop = self.raise(kind, span);
        self.mode = mode;
        stop
    }

    pub(super) fn concatenated(&mut self, pieces: &[&'a str]) -> Parsed<&'a str> {
        if let [only] = pieces {
            return Ok(only);
        }
        let len = pieces.iter().fold(0_usize, |sum, piece| sum.saturating_add(piece.len()));
        let bytes = self.filled(len, pieces.iter().flat_map(|piece| piece.bytes()))?;
        Ok(core::str::from_utf8(bytes).unwrap_or_default())
    }

    fn concatenated_bytes(&mut self, pieces: &[&'a [u8]]) -> Parsed<&'a [u8]> {
        if let [only] = pieces {
            return Ok(only);
        }
        let len = pieces.iter().fold(0_usize, |sum, piece| sum.saturating_add(piece.len()));
        self.filled(len, pieces.iter().flat_map(|piece| piece.iter().copied()))
    }

    fn filled(&mut self, len: usize, from: impl Iterator<Item = u8>) -> Parsed<&'a [u8]> {
        match self.bump.try_alloc_slice_fill_copy(len, 0_u8) {
            Ok(room) => {
                for (slot, byte) in room.iter_mut().zip(from) {
                    *slot = byte;
                }
                Ok(room)
            }
            Err(_) => Err(self.exhausted()),
        }
    }

    fn joined_format(&mut self, mark: usize, count: usize, span: Span) -> Parsed<ExprKind<'a>> {
        let mut joined = Joined { span, parts: List::new(), text: List::new() };
        for idx in mark..mark + count {
            let (token, form, contents) = self.literal_at(idx);
            if form.is_format {
                let mut cursor = self.cursor(token, form);
                self.format_pieces(&mut joined, &mut cursor, form.is_raw, 0)?;
            } else {
                let piece = self.decoded(contents, form.is_raw)?;
                self.push(&mut joined.text, piece)?;
            }
        }
        self.flush(&mut joined)?;
        Ok(ExprKind::Joined(joined.parts.finish()))
    }

    /// A cursor over the contents of an f-string token.
    fn cursor(&self, token: Token, form: Form) -> Cursor<'a> {
        let piece = Piece {
            start: token.start + form.head,
            end: token.end.saturating_sub(form.tail),
            line: token.line,
            line_start: token.start.saturating_sub(u32::from(token.col)),
        };
        Cursor::new(self.lexer.text(), piece)
    }

    /// Makes the pending literal text a part.
    fn flush(&mut self, joined: &mut Joined<'a>) -> Parsed<()> {
        let text = self.concatenated(joined.text.as_slice())?;
        joined.text.truncate(0);
        if text.is_empty() {
            return Ok(());
        }
        let kind = ExprKind::Const(Const::Str(text));
        let part: ExprRef<'a> = self.alloc(Expr { kind, span: joined.span })?;
        self.push(&mut joined.parts, part)
    }

    /// Literal text and fields up to the end, or in a format (`level` > 0) up to a `}`.
    fn format_pieces(
        &mut self,
        joined: &mut Joined<'a>,
        cursor: &mut Cursor<'a>,
        is_raw: bool,
        level: u8,
    ) -> Parsed<()> {
        loop {
            let (literal, has_more) =
                cursor.literal(is_raw, level > 0).map_err(|kind| self.string_error(kind))?;
            let literal = self.decoded(literal, is_raw)?;
            if !literal.is_empty() {
                self.push(&mut joined.text, literal)?;
            }
            match cursor.peek() {
                _ if has_more => {}
                Some(b'{') => self.field(joined, cursor, is_raw, level)?,
                _ => return Ok(()),
            }
        }
    }

    /// A replacement field; the cursor is at its `{`.
    fn field(
        &mut self,
        joined: &mut Joined<'a>,
        cursor: &mut Cursor<'a>,
        is_raw: bool,
        level: u8,
    ) -> Parsed<()> {
        if level >= MAX_NESTED_FORMATS {
            return Err(self.format_error("f-string: expressions nested too deeply"));
        }
        cursor.bump();
        let start = cursor.pos;
        let piece = cursor.expression().map_err(|kind| self.string_error(kind))?;
        if cursor.peek().is_none() {
            return Err(self.format_error("f-string: expecting '}'"));
        }
        let value = self.fragment(piece, cursor)?;
        let is_debug = cursor.peek() == Some(b'=');
        if is_debug {
            cursor.bump();
            cursor.skip_spaces();
            let shown = cursor.since(start);
            self.push(&mut joined.text, shown)?;
        }
        let mut conversion = self.conversion(cursor)?;
        let spec = self.spec(joined.span, cursor, is_raw, level)?;
        if cursor.peek() != Some(b'}') {
            return Err(self.format_error("f-string: expecting '}'"));
        }
        cursor.bump();
        if is_debug && spec.is_none() && conversion == Conversion::None {
            conversion = Conversion::Repr;
        }
        self.flush(joined)?;
        let kind = ExprKind::Formatted { value, conversion, spec };
        let part: ExprRef<'a> = self.alloc(Expr { kind, span: joined.span })?;
        self.push(&mut joined.parts, part)
    }

    fn format_error(&mut self, text: &'static str) -> Stop {
        self.string_error(ErrorKind::Text(text))
    }

    fn conversion(&mut self, cursor: &mut Cursor<'a>) -> Parsed<Conversion> {
        if cursor.peek() != Some(b'!') {
            return Ok(Conversion::None);
        }
        cursor.bump();
        let conversion = match cursor.peek() {
            Some(b's') => Conversion::Str,
            Some(b'r') => Conversion::Repr,
            Some(b'a') => Conversion::Ascii,
            None => return Err(self.format_error("f-string: expecting '}'")),
            Some(_) => {
                return Err(self.format_error(
                    "f-string: invalid conversion character: expected 's', 'r', or 'a'",
                ));
            }
        };
        cursor.bump();
        Ok(conversion)
    }

    fn spec(
        &mut self,
        span: Span,
        cursor: &mut Cursor<'a>,
        is_raw: bool,
        level: u8,
    ) -> Parsed<Option<ExprRef<'a>>> {
        if cursor.peek() != Some(b':') {
            return Ok(None);
        }
        cursor.bump();
        if cursor.peek().is_none() {
            return Err(self.format_error("f-string: expecting '}'"));
        }
        let mut joined = Joined { span, parts: List::new(), text: List::new() };
        self.format_pieces(&mut joined, cursor, is_raw, level + 1)?;
        self.flush(&mut joined)?;
        let kind = ExprKind::Joined(joined.parts.finish());
        let spec: ExprRef<'a> = self.alloc(Expr { kind, span })?;
        Ok(Some(spec))
    }

    /// Parses the expression of a field.
    fn fragment(&mut self, piece: Piece, cursor: &Cursor<'a>) -> Parsed<ExprRef<'a>> {
        let text = self.lexer.text();
        let text = text.get(piece.start as usize..piece.end as usize).unwrap_or_default();
        if text.bytes().all(|byte| byte.is_ascii_whitespace() || byte == 11) {
            return Err(self.format_error(match cursor.peek() {
                Some(b'!') => "f-string: expression required before '!'",
                Some(b':') => "f-string: expression required before ':'",
                Some(b'=') => "f-string: expression required before '='",
                _ => "f-string: empty expression not allowed",
            }));
        }
        let fragment = Fragment {
            text,
            line: piece.line,
            col: col_from(piece.start.saturating_sub(piece.line_start)),
            is_lexical: false,
        };
        match self.parsed_fragment(piece, fragment) {
            Ok(value) => Ok(value),
            Err(error) => {
                self.error = Some(error);
                Err(Stop::Raised)
            }
        }
    }

    fn parsed_fragment(
        &mut self,
        piece: Piece,
        fragment: Fragment<'a>,
    ) -> Result<ExprRef<'a>, CompileError<'a>> {
        let (bump, limits) = (self.bump, self.limits);
        let lexer = Lexer::for_fragment(self.lexer.text(), piece, bump, limits);
        let (lexer, open) = lexer.map_err(|stopped| stopped.error)?;
        let mut parser = Parser::new(lexer, bump, limits);
        parser.depth = self.depth;
        parser.late_error = self.late_error;
        let value = parser.line(|parser| {
            if parser.tokens.is_empty() {
                parser.push_first(open)?;
            }
            let value = parser.nested(Parser::parenthesized)?;
            parser.expect(Kind::End)?;
            Ok(value)
        });
        self.late_error = parser.late_error;
        value.map_err(|stop| parser.report_fragment(stop, fragment))
    }

    /// The parenthesis that the f-string stands for.
    fn push_first(&mut self, open: Token) -> Parsed<()> {
        self.tokens.push(self.bump, open).map_err(|_| self.exhausted())
    }
}
