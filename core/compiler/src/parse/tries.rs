//! `try` with `except`, `except*`, `else` and `finally`.

use super::block::end_of;
use super::{ExprRef, Parsed, Parser, Stop};
use crate::ast::{Handler, Stmt, StmtKind, Try};
use crate::error::{CompileError, ErrorKind};
use crate::list::List;
use crate::token::{Kind, Token};

/// The header of an `except` clause.
#[derive(Clone, Copy)]
struct Header<'a> {
    start: Token,
    is_star: bool,
    exception: Option<ExprRef<'a>>,
    name: Option<&'a str>,
}

impl<'a> Parser<'a> {
    pub(super) fn try_statement(&mut self) -> Parsed<&'a Stmt<'a>> {
        let start = self.peek(0);
        let line = self.line(|parser| parser.forced_header(Kind::Try))?;
        let body = self.block("'try' statement", line)?;
        let mut handlers = List::new();
        let mut is_star = None;
        while self.kind() == Kind::Except {
            let handler = self.handler(&mut is_star)?;
            self.push(&mut handlers, handler)?;
        }
        let orelse = if handlers.is_empty() { &[][..] } else { self.else_block()? };
        let finally = self.finally_block()?;
        if handlers.is_empty() && finally.is_empty() {
            return Err(self.missing_handler());
        }
        let handlers = handlers.finish();
        self.check_bare_handler(handlers);
        let mut end = end_of(body, self.span_of(start));
        end = handlers.last().map_or(end, |handler| handler.span);
        end = end_of(finally, end_of(orelse, end));
        let is_star = is_star == Some(true);
        let node: &'a Try<'a> = self.alloc(Try { body, handlers, orelse, finally, is_star })?;
        let span = self.span_of(start).to(end);
        self.alloc(Stmt { kind: StmtKind::Try(node), span })
    }

    /// A bare `except` that is not the last is an error that only a correct text shows.
    fn check_bare_handler(&mut self, handlers: &'a [Handler<'a>]) {
        let Some((_, earlier)) = handlers.split_last() else {
            return;
        };
        let bare = earlier.iter().find(|handler| handler.exception.is_none());
        if let Some(bare) = bare.filter(|_| self.late_error.is_none()) {
            let kind = ErrorKind::Text("default 'except:' must be last");
            self.late_error = Some(CompileError::new(kind, bare.span));
        }
    }

    fn missing_handler(&mut self) -> Stop {
        if self.kind() == Kind::Error {
            return Stop::Fail;
        }
        self.furthest = self.at;
        self.raise_here("expected 'except' or 'finally' block")
    }

    fn finally_block(&mut self) -> Parsed<crate::ast::Block<'a>> {
        if self.kind() != Kind::Finally {
            return Ok(&[]);
        }
        let line = self.line(|parser| parser.forced_header(Kind::Finally))?;
        self.block("'finally' statement", line)
    }

    /// One clause. The first decides whether all are `except*`.
    fn handler(&mut self, is_star: &mut Option<bool>) -> Parsed<Handler<'a>> {
        let wanted = *is_star;
        let header = self.line(|parser| parser.except_header(wanted))?;
        *is_star = Some(header.is_star);
        let after = if header.is_star { "'except*' statement" } else { "'except' statement" };
        let body = self.block(after, header.start.line)?;
        let start = self.span_of(header.start);
        let span = start.to(end_of(body, start));
        let Header { exception, name, .. } = header;
        Ok(Handler { exception, name, body, span })
    }

    fn except_header(&mut self, wanted: Option<bool>) -> Parsed<Header<'a>> {
        let start = self.expect(Kind::Except)?;
        let star = self.peek(0);
        let is_star = self.eat(Kind::Star);
        if is_star && matches!(self.kind(), Kind::Newline | Kind::Colon) {
            return Err(self.raise_here("expected one or more exception types"));
        }
        let mut header = Header { start, is_star, exception: None, name: None };
        if is_star || self.kind() != Kind::Colon {
            self.exception(&mut header)?;
        }
        self.header_colon()?;
        match wanted {
            Some(wanted) if wanted != is_star => Err(self.mixed_handlers(start, star, is_star)),
            _ => Ok(header),
        }
    }

    /// The class and the name of a clause.
    fn exception(&mut self, header: &mut Header<'a>) -> Parsed<()> {
        if self.kind() == Kind::Newline {
            return Err(self.missing_colon());
        }
        let mark = self.at;
        header.exception = Some(self.expression()?);
        if self.kind() == Kind::Comma && self.is_diagnosing() {
            self.diagnose_bare_exceptions(mark)?;
        }
        if self.eat(Kind::As) {
            header.name = Some(self.name()?);
        }
        Ok(())
    }

    /// `except A, B:`
    fn diagnose_bare_exceptions(&mut self, first: usize) -> Parsed<()> {
        let mark = self.at;
        let found = self.attempt(|parser| {
            parser.take();
            parser.expressions()?;
            if parser.eat(Kind::As) {
                parser.name()?;
            }
            parser.expect(Kind::Colon)
        })?;
        self.at = mark;
        if found.is_none() {
            return Ok(());
        }
        let start = self.tokens.get(first).unwrap_or(super::NO_TOKEN);
        let span = self.starting_from(start);
        Err(self.raise_text("multiple exception types must be parenthesized", span))
    }

    fn mixed_handlers(&mut self, start: Token, star: Token, is_star: bool) -> Stop {
        let span = self.span_of(start);
        let span = if is_star { span.to(self.span_of(star)) } else { span };
        self.raise_text("cannot have both 'except' and 'except*' on the same 'try'", span)
    }
}
