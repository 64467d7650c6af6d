//! Indentation: which line is deeper than which.
//!
//! Every level is measured twice, with tabs to the next multiple of eight and with tabs as one column. When the two
//! measures disagree about an order, the text would change its meaning with the width of a tab: a `TabError`.
//!
//! Not here: blank lines inside parentheses, which the caller skips by `is_joined`.

use super::{Lexed, Lexer, Stopped};
use crate::ast::Span;
use crate::error::{CompileError, ErrorKind, NO_END, NO_END_INDENT};
use crate::token::{Kind, Token};

/// Width of a tab in the first measure.
const TAB_COLUMNS: u32 = 8;

/// One level of indentation in both measures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Level {
    wide: u32,
    narrow: u32,
}

impl<'a> Lexer<'a> {
    /// At the start of a line: counts indents and dedents to deliver. True when the line is blank.
    pub(super) fn read_indentation(&mut self) -> Lexed<'a, bool> {
        let level = self.measure()?;
        if matches!(self.peek(0), Some(b'#' | b'\n' | b'\r')) {
            return Ok(true);
        }
        if !self.is_joined() {
            self.compare(level)?;
        }
        Ok(false)
    }

    /// A due indent or dedent.
    pub(super) fn pending_token(&mut self) -> Option<Token> {
        let kind = match self.pending {
            0 => return None,
            1.. => Kind::Indent,
            _ => Kind::Dedent,
        };
        self.pending -= self.pending.signum();
        Some(self.zero_width(kind))
    }

    /// The text is over: ends every open block.
    pub(super) fn close_blocks(&mut self) {
        while self.indents.pop().is_some() {
            self.pending -= 1;
        }
    }

    fn measure(&mut self) -> Lexed<'a, Level> {
        let mut level = Level::default();
        let mut before_backslash = None;
        loop {
            match self.peek(0) {
                Some(b' ') => {
                    level.wide += 1;
                    level.narrow += 1;
                }
                Some(b'\t') => {
                    level.wide = (level.wide / TAB_COLUMNS + 1) * TAB_COLUMNS;
                    level.narrow += 1;
                }
                Some(b'\x0c') => level = Level::default(),
                Some(b'\\') => {
                    // The first physical line decides about the level.
                    before_backslash = before_backslash.or((level.wide > 0).then_some(level));
                    self.continue_line()?;
                    continue;
                }
                // What ends with the text is closed elsewhere.
                None => return Ok(self.innermost()),
                _ => break,
            }
            self.pos += 1;
        }
        Ok(before_backslash.unwrap_or(level))
    }

    fn innermost(&self) -> Level {
        self.indents.last().unwrap_or_default()
    }

    fn compare(&mut self, level: Level) -> Lexed<'a, ()> {
        let innermost = self.innermost();
        if level.wide > innermost.wide {
            return self.indent(level, innermost);
        }
        while self.innermost().wide > level.wide {
            self.indents.pop();
            self.pending -= 1;
        }
        if self.innermost().wide != level.wide {
            let kind =
                ErrorKind::Indentation("unindent does not match any outer indentation level");
            return Err(self.at_line_end(kind));
        }
        if self.innermost().narrow != level.narrow { Err(self.tab_error()) } else { Ok(()) }
    }

    fn indent(&mut self, level: Level, innermost: Level) -> Lexed<'a, ()> {
        // The outermost level counts as one of them.
        if self.indents.len() + 1 >= usize::from(self.limits.indents) {
            let kind = ErrorKind::Indentation("too many levels of indentation");
            return Err(self.in_structure(kind, 0, NO_END));
        }
        if level.narrow <= innermost.narrow {
            return Err(self.tab_error());
        }
        self.pending += 1;
        self.indents.push(self.bump, level).map_err(|_| self.out_of_memory())
    }

    fn tab_error(&self) -> Stopped<'a> {
        self.in_structure(ErrorKind::Tabs, 0, NO_END)
    }

    /// CPython has read the whole line by then and points behind it.
    fn at_line_end(&self, kind: ErrorKind<'a>) -> Stopped<'a> {
        let rest = self.rest();
        let len = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
        let end = self.pos + len.unwrap_or(rest.len()) as u32;
        let (line, col) = (self.line, self.col(end).saturating_add(1));
        let span = Span { line, end_line: line, col, end_col: NO_END_INDENT };
        let error = CompileError::new(kind, span);
        Stopped { error, is_in_token: false, is_at_end: false }
    }
}
