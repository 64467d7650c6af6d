//! Places of tokens and of what was parsed from them.
//!
//! A token holds where it starts and how long it is; where it ends on the page is worked out here, because only
//! strings reach over several lines.

use super::Parser;
use crate::ast::Span;
use crate::error::{NO_END_INDENT, col_from};
use crate::token::{Kind, Token};

impl<'a> Parser<'a> {
    /// The place of a token.
    pub(super) fn span_of(&self, token: Token) -> Span {
        let Token { line, col, .. } = token;
        let (end_line, end_col) = self.end_of(token);
        Span { line, end_line, col, end_col }
    }

    /// From token `start` to the last token taken.
    pub(super) fn span_since(&self, start: Token) -> Span {
        let last = self.at.checked_sub(1).and_then(|idx| self.tokens.get(idx)).unwrap_or(start);
        let (end_line, end_col) = self.end_of(last);
        Span { line: start.line, end_line, col: start.col, end_col }
    }

    /// The place of the next token.
    pub(super) fn next_span(&mut self) -> Span {
        let token = self.peek(0);
        self.span_of(token)
    }

    /// The furthest token looked at in this line.
    pub(super) fn furthest_token(&self) -> Token {
        self.tokens.get(self.furthest).or(self.tokens.last()).unwrap_or(super::NO_TOKEN)
    }

    /// The place that CPython gives to the last token it read; tokens without text have only a column.
    pub(super) fn furthest_span(&self) -> Span {
        let token = self.furthest_token();
        let Token { line, col, .. } = token;
        let col = match token.kind {
            Kind::End | Kind::Dedent if self.lexer.is_end(token) => self.lexer.end_col(),
            Kind::Indent | Kind::Dedent | Kind::End => col,
            _ => return self.span_of(token),
        };
        Span { line, end_line: line, col, end_col: NO_END_INDENT }
    }

    fn end_of(&self, token: Token) -> (u32, u16) {
        let len = token.end.saturating_sub(token.start);
        let plain = (token.line, token.col.saturating_add(col_from(len)));
        if token.kind != Kind::String {
            return plain;
        }
        let text = self.lexer.text_of(token).as_bytes();
        let mut line = token.line;
        let mut line_start = None;
        for (at, byte) in text.iter().enumerate() {
            let is_pair = *byte == b'\r' && text.get(at + 1) == Some(&b'\n');
            if matches!(byte, b'\n' | b'\r') && !is_pair {
                line += 1;
                line_start = Some(at + 1);
            }
        }
        match line_start {
            Some(at) => (line, col_from((text.len() - at) as u32)),
            None => plain,
        }
    }
}
