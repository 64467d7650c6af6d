//! The lexer: text to tokens, one at a time.
//!
//! It owns what lines up a Python text: the open parentheses, the indentation levels, and the line it is on. It runs
//! ahead of the parser by the tokens the parser asked for and never goes back; the parser keeps tokens of the
//! current logical line when it wants to look twice.
//!
//! L1  `pos <= end <= text.len()`, and both stand on character boundaries.
//! L2  `line_start <= pos`; `line` counts from 1 and does not move past the last line.
//! L3  After an error the lexer is not asked again, except to look for a second error further on.
//!
//! Not here: what the digits or escapes of a literal mean (lex/number.rs, lex/string.rs).

use bumpalo::Bump;

use crate::ParseLimits;
use crate::ast::Span;
use crate::error::{CompileError, ErrorKind, NO_END, NO_END_INDENT, col_from};
use crate::list::List;
use crate::token::{Kind, Token, operator, word_kind};

pub mod fstring;
mod indent;
mod name;
pub mod number;
pub mod string;

/// What stops the lexer.
#[derive(Clone, Copy, Debug)]
pub struct Stopped<'a> {
    /// The error.
    pub error: CompileError<'a>,
    /// Found while reading a token, not in the line structure: CPython then prefers it to any error of the parser.
    pub is_in_token: bool,
    /// More text could make it go away.
    pub is_at_end: bool,
}

type Lexed<'a, T> = Result<T, Stopped<'a>>;

/// An open parenthesis.
#[derive(Clone, Copy, Debug)]
struct Paren {
    line: u32,
    col: u16,
    open: u8,
}

/// Where the lexer is in a text.
#[derive(Debug)]
pub struct Lexer<'a> {
    text: &'a str,
    pos: u32,
    end: u32,
    line: u32,
    line_start: u32,
    is_line_start: bool,
    is_fragment: bool,
    /// The logical line has a token already, so it needs an end.
    has_tokens: bool,
    parens: List<'a, Paren>,
    indents: List<'a, indent::Level>,
    /// Indent tokens to deliver when positive, dedent tokens when negative.
    pending: i32,
    limits: ParseLimits,
    bump: &'a Bump,
}

impl<'a> Lexer<'a> {
    /// A lexer at the start of a whole text.
    #[must_use]
    pub fn new(text: &'a str, bump: &'a Bump, limits: ParseLimits) -> Self {
        Lexer {
            text,
            pos: 0,
            end: text.len() as u32,
            line: 1,
            line_start: 0,
            is_line_start: true,
            is_fragment: false,
            has_tokens: false,
            parens: List::new(),
            indents: List::new(),
            pending: 0,
            limits,
            bump,
        }
    }

    /// A lexer for the expression of a replacement field, which it puts in parentheses.
    pub fn for_fragment(
        text: &'a str,
        piece: fstring::Piece,
        bump: &'a Bump,
        limits: ParseLimits,
    ) -> Lexed<'a, (Self, Token)> {
        let mut lexer = Lexer {
            pos: piece.start,
            end: piece.end,
            line: piece.line,
            line_start: piece.line_start,
            is_line_start: false,
            is_fragment: true,
            ..Lexer::new(text, bump, limits)
        };
        let token = Token { level: 1, ..lexer.zero_width(Kind::LeftParen) };
        lexer.open_paren(b'(')?;
        Ok((lexer, token))
    }

    /// The text of a token.
    #[must_use]
    pub fn text_of(&self, token: Token) -> &'a str {
        self.text.get(token.start as usize..token.end as usize).unwrap_or_default()
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The next token.
    pub fn next_token(&mut self) -> Lexed<'a, Token> {
        loop {
            let mut is_blank = false;
            if self.is_line_start {
                self.is_line_start = false;
                is_blank = self.read_indentation()?;
            }
            if let Some(token) = self.pending_token() {
                return Ok(token);
            }
            self.skip_spaces();
            // A comment belongs to the end of its line.
            let line_end = self.pos;
            self.skip_comment();
            let Some(byte) = self.peek(0) else {
                return self.at_end(line_end);
            };
            match byte {
                b'\n' | b'\r' => {
                    let token = self.line_end(line_end);
                    self.take_newline();
                    self.is_line_start = true;
                    if !is_blank && !self.is_joined() {
                        self.has_tokens = false;
                        return Ok(token);
                    }
                }
                b'\\' => self.continue_line()?,
                _ => return self.read_token(byte),
            }
        }
    }

    /// The unclosed parenthesis that would explain an error on `line`, if the text ends inside one.
    #[must_use]
    pub fn unclosed_before(&self, line: u32) -> Option<CompileError<'a>> {
        let paren = self.parens.last()?;
        (line > paren.line).then(|| never_closed(paren))
    }

    fn read_token(&mut self, byte: u8) -> Lexed<'a, Token> {
        let start = self.pos;
        let (line, col) = (self.line, self.col(start));
        let kind = match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'_' | 0x80.. => self.read_word()?,
            b'0'..=b'9' => self.read_number()?,
            b'.' if self.peek(1).is_some_and(|next| next.is_ascii_digit()) => self.read_number()?,
            b'"' | b'\'' => self.read_string(start)?,
            _ => self.read_operator(byte)?,
        };
        self.has_tokens = true;
        let level = self.parens.len().min(usize::from(u8::MAX)) as u8;
        Ok(Token { start, end: self.pos, line, col, kind, level })
    }

    fn read_word(&mut self) -> Lexed<'a, Kind> {
        let start = self.pos;
        if let Some(prefix) = string::prefix_len(self.rest()) {
            self.pos += prefix;
            return self.read_string(start);
        }
        self.read_name()?;
        Ok(word_kind(self.slice(start)))
    }

    fn read_operator(&mut self, byte: u8) -> Lexed<'a, Kind> {
        match byte {
            b'(' | b'[' | b'{' => self.open_paren(byte)?,
            b')' | b']' | b'}' => self.close_paren(byte)?,
            0..=0x1F | 0x7F => {
                self.pos += 1;
                return Err(self.in_token(ErrorKind::NonPrintable(char::from(byte))));
            }
            _ => {}
        }
        let (kind, len) = operator(self.rest());
        self.pos += len;
        Ok(kind)
    }

    fn open_paren(&mut self, open: u8) -> Lexed<'a, ()> {
        if self.parens.len() >= usize::from(self.limits.parens) {
            self.pos += 1;
            return Err(self.in_token(ErrorKind::Text("too many nested parentheses")));
        }
        let paren = Paren { line: self.line, col: self.col(self.pos), open };
        self.parens.push(self.bump, paren).map_err(|_| self.out_of_memory())
    }

    fn close_paren(&mut self, close: u8) -> Lexed<'a, ()> {
        let close_char = char::from(close);
        let Some(paren) = self.parens.pop() else {
            self.pos += 1;
            return Err(self.in_token(ErrorKind::Unmatched(close_char)));
        };
        if matches!((paren.open, close), (b'(', b')') | (b'[', b']') | (b'{', b'}')) {
            return Ok(());
        }
        self.pos += 1;
        let line = (paren.line != self.line).then_some(paren.line);
        let open = char::from(paren.open);
        Err(self.in_token(ErrorKind::Mismatched { close: close_char, open, line }))
    }

    /// A backslash: the next line goes on with this one.
    fn continue_line(&mut self) -> Lexed<'a, ()> {
        self.pos += 1;
        match self.peek(0) {
            Some(b'\n' | b'\r') => {
                self.take_newline();
                if self.peek(0).is_none() { Err(self.unexpected_end()) } else { Ok(()) }
            }
            Some(_) => {
                let col = self.col(self.pos);
                let kind =
                    ErrorKind::Text("unexpected character after line continuation character");
                Err(self.in_structure(kind, col, NO_END))
            }
            None => Err(self.unexpected_end()),
        }
    }

    /// What is owed at the end: the end of the last line, the ends of all blocks.
    fn at_end(&mut self, line_end: u32) -> Lexed<'a, Token> {
        if self.is_fragment && self.parens.len() == 1 {
            self.parens.pop();
            let close = self.zero_width(Kind::RightParen);
            return Ok(Token { end: close.end + 1, ..close });
        }
        if let Some(paren) = self.parens.last() {
            let error = never_closed(paren);
            return Err(Stopped { error, is_in_token: false, is_at_end: true });
        }
        if self.has_tokens && !self.is_fragment {
            self.has_tokens = false;
            return Ok(self.line_end(line_end));
        }
        self.close_blocks();
        let token = self.pending_token().unwrap_or_else(|| self.zero_width(Kind::End));
        Ok(token)
    }

    fn is_joined(&self) -> bool {
        self.is_fragment || !self.parens.is_empty()
    }

    fn line_end(&self, start: u32) -> Token {
        let token = self.zero_width(Kind::Newline);
        Token { start, col: self.col(start), ..token }
    }

    fn zero_width(&self, kind: Kind) -> Token {
        let (start, line) = (self.pos, self.line);
        let level = self.parens.len().min(usize::from(u8::MAX)) as u8;
        Token { start, end: start, line, col: self.col(start), kind, level }
    }

    fn skip_spaces(&mut self) {
        while let Some(b' ' | b'\t' | b'\x0c') = self.peek(0) {
            self.pos += 1;
        }
    }

    fn skip_comment(&mut self) {
        if self.peek(0) == Some(b'#') {
            let rest = self.rest();
            let len = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
            self.pos += len.unwrap_or(rest.len()) as u32;
        }
    }

    /// Steps over one line end, in any of its three forms.
    fn take_newline(&mut self) {
        self.pos += if self.rest().starts_with(b"\r\n") { 2 } else { 1 };
        if self.pos < self.end {
            self.line += 1;
            self.line_start = self.pos;
        }
    }

    fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.pos as usize..self.end as usize).unwrap_or_default()
    }

    fn slice(&self, start: u32) -> &'a [u8] {
        self.text.as_bytes().get(start as usize..self.pos as usize).unwrap_or_default()
    }

    fn peek(&self, ahead: u32) -> Option<u8> {
        let at = self.pos + ahead;
        if at < self.end { self.text.as_bytes().get(at as usize).copied() } else { None }
    }

    fn col(&self, pos: u32) -> u16 {
        col_from(pos.saturating_sub(self.line_start))
    }

    /// The token stands behind the whole text.
    #[must_use]
    pub fn is_end(&self, token: Token) -> bool {
        token.start == self.end
    }

    /// Column behind the end of the text, were its last line ended.
    #[must_use]
    pub fn end_col(&self) -> u16 {
        let is_ended = matches!(self.text.as_bytes().last(), Some(b'\n' | b'\r'));
        self.col(self.pos).saturating_add(u16::from(!is_ended))
    }

    fn out_of_memory(&self) -> Stopped<'a> {
        self.in_token(ErrorKind::OutOfMemory)
    }

    /// An error at the last byte read.
    fn in_token(&self, kind: ErrorKind<'a>) -> Stopped<'a> {
        let mut last = self.pos.saturating_sub(1).max(self.line_start);
        while !self.text.is_char_boundary(last as usize) {
            last -= 1;
        }
        self.in_token_at(kind, self.line, self.col(last))
    }

    fn in_token_at(&self, kind: ErrorKind<'a>, line: u32, col: u16) -> Stopped<'a> {
        let span = Span { line, end_line: line, col, end_col: col };
        let error = CompileError::new(kind, span);
        Stopped { error, is_in_token: true, is_at_end: false }
    }

    /// An error of the line structure.
    fn in_structure(&self, kind: ErrorKind<'a>, col: u16, end_col: u16) -> Stopped<'a> {
        let span = Span { line: self.line, end_line: self.line, col, end_col };
        let error = CompileError::new(kind, span);
        Stopped { error, is_in_token: false, is_at_end: false }
    }

    fn unexpected_end(&self) -> Stopped<'a> {
        if let Some(paren) = self.parens.last() {
            let error = never_closed(paren);
            return Stopped { error, is_in_token: false, is_at_end: true };
        }
        let col = self.end_col();
        let kind = ErrorKind::Text("unexpected EOF while parsing");
        let stopped = self.in_structure(kind, col, NO_END_INDENT);
        Stopped { is_at_end: true, ..stopped }
    }
}

fn never_closed<'a>(paren: Paren) -> CompileError<'a> {
    let (line, col) = (paren.line, paren.col);
    let span = Span { line, end_line: line, col, end_col: NO_END };
    CompileError::new(ErrorKind::NeverClosed(char::from(paren.open)), span)
}
