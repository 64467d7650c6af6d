//! Statements and the blocks they form.

use super::{Parsed, Parser, Stop};
use crate::ast::{Block, Span, Stmt, StmtKind};
use crate::error::ErrorKind;
use crate::list::List;
use crate::token::{Kind, Token};

type StmtRef<'a> = &'a Stmt<'a>;

impl<'a> Parser<'a> {
    /// One compound statement, or a line of simple ones, added to `body`.
    pub(super) fn statement(&mut self, body: &mut List<'a, StmtRef<'a>>) -> Parsed<()> {
        let start = self.peek(0);
        let statement = match start.kind {
            Kind::If => self.if_statement()?,
            Kind::While => self.while_statement()?,
            Kind::For => self.for_statement(start)?,
            Kind::With => self.with_statement(start)?,
            Kind::Try => self.try_statement()?,
            Kind::Def => self.function(start, &[])?,
            Kind::Class => self.class(&[])?,
            Kind::At => self.decorated()?,
            Kind::Async => self.async_statement()?,
            Kind::Name if self.is_word("match") => match self.match_statement()? {
                Some(statement) => statement,
                None => return self.begun_simple_line(body),
            },
            _ => return self.simple_line(body),
        };
        self.push(body, statement)
    }

    /// The block of a compound statement, whose colon was taken.
    pub(super) fn block(&mut self, after: &'static str, line: u32) -> Parsed<Block<'a>> {
        self.nested(|parser| {
            let mut body = List::new();
            if !parser.eat(Kind::Newline) {
                parser.simple_line(&mut body)?;
                return Ok(body.finish());
            }
            if parser.kind() == Kind::Error {
                return Err(Stop::Fail);
            }
            if !parser.eat(Kind::Indent) {
                return Err(parser.missing_block(after, line));
            }
            while !matches!(parser.kind(), Kind::Dedent | Kind::End) {
                parser.statement(&mut body)?;
            }
            parser.expect(Kind::Dedent)?;
            Ok(body.finish())
        })
    }

    pub(super) fn missing_block(&mut self, after: &'static str, line: u32) -> Stop {
        let span = self.furthest_span();
        self.raise(ErrorKind::ExpectedBlock { after, line }, span)
    }

    /// Takes a token without which the statement makes no sense, whatever else is wrong.
    pub(super) fn forced(&mut self, kind: Kind, text: &'static str) -> Parsed<()> {
        if self.eat(kind) {
            return Ok(());
        }
        if self.kind() == Kind::Error {
            return Err(Stop::Fail);
        }
        let span = self.next_span();
        Err(self.raise_text(text, span))
    }

    /// The colon behind a header.
    pub(super) fn header_colon(&mut self) -> Parsed<()> {
        if self.eat(Kind::Colon) { Ok(()) } else { Err(self.missing_colon()) }
    }

    /// Makes a compound statement that began with token `start` and ends with its last block.
    pub(super) fn compound(
        &mut self,
        start: Token,
        last: Block<'a>,
        kind: StmtKind<'a>,
    ) -> Parsed<StmtRef<'a>> {
        let span = self.span_of(start).to(end_of(last, self.span_of(start)));
        self.alloc(Stmt { kind, span })
    }

    /// `else` and its block, if it is there.
    pub(super) fn else_block(&mut self) -> Parsed<Block<'a>> {
        if self.kind() != Kind::Else {
            return Ok(&[]);
        }
        let line = self.line(|parser| parser.forced_header(Kind::Else))?;
        self.block("'else' statement", line)
    }

    /// A keyword and its colon; gives the line of the keyword.
    pub(super) fn forced_header(&mut self, keyword: Kind) -> Parsed<u32> {
        let token = self.expect(keyword)?;
        self.forced(Kind::Colon, "expected ':'")?;
        Ok(token.line)
    }
}

/// Where a block ends.
pub(super) fn end_of(block: Block<'_>, otherwise: Span) -> Span {
    block.last().map_or(otherwise, |last| last.span)
}
