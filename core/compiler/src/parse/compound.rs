//! Compound statements: if, while, for, with, match, def, class.
//!
//! A header is one logical line (`Parser::line`), its block follows outside of it, so that a mistake inside the
//! block is looked for in the line where it is.

use super::call::Arguments;
use super::params::Style;
use super::{ExprRef, Mode, Parsed, Parser, Stop};
use crate::ast::{
    Block, ClassDef, ExprKind, For, FunctionDef, MatchCase, Stmt, StmtKind, WithItem,
};
use crate::list::List;
use crate::token::{Kind, Token};

type StmtRef<'a> = &'a Stmt<'a>;

/// An `if` or `elif` whose `else` is not known yet.
#[derive(Clone, Copy)]
struct Branch<'a> {
    start: Token,
    test: ExprRef<'a>,
    body: Block<'a>,
}

impl<'a> Parser<'a> {
    pub(super) fn if_statement(&mut self) -> Parsed<StmtRef<'a>> {
        let mut branches = List::new();
        let first = self.branch(Kind::If, "'if' statement")?;
        self.push(&mut branches, first)?;
        while self.kind() == Kind::Elif {
            let branch = self.branch(Kind::Elif, "'elif' statement")?;
            self.push(&mut branches, branch)?;
        }
        let mut orelse = self.else_block()?;
        // From the last branch to the first: each is the `else` of the one before.
        loop {
            let Branch { start, test, body } = branches.pop().ok_or(Stop::Fail)?;
            let last = if orelse.is_empty() { body } else { orelse };
            let statement = self.compound(start, last, StmtKind::If { test, body, orelse })?;
            if branches.is_empty() {
                return Ok(statement);
            }
            orelse = self.alloc([statement])?;
        }
    }

    fn branch(&mut self, keyword: Kind, after: &'static str) -> Parsed<Branch<'a>> {
        let (start, test) = self.line(|parser| parser.test_header(keyword))?;
        let body = self.block(after, start.line)?;
        Ok(Branch { start, test, body })
    }

    fn test_header(&mut self, keyword: Kind) -> Parsed<(Token, ExprRef<'a>)> {
        let start = self.expect(keyword)?;
        let test = self.named_expression()?;
        self.header_colon()?;
        Ok((start, test))
    }

    pub(super) fn while_statement(&mut self) -> Parsed<StmtRef<'a>> {
        let (start, test) = self.line(|parser| parser.test_header(Kind::While))?;
        let body = self.block("'while' statement", start.line)?;
        let orelse = self.else_block()?;
        let last = if orelse.is_empty() { body } else { orelse };
        self.compound(start, last, StmtKind::While { test, body, orelse })
    }

    /// `for`; `start` is the `async` in front if there is one.
    pub(super) fn for_statement(&mut self, start: Token) -> Parsed<StmtRef<'a>> {
        let (line, target, iter) = self.line(|parser| {
            parser.eat(Kind::Async);
            let keyword = parser.expect(Kind::For)?;
            let target = parser.for_target()?;
            let iter = parser.star_expressions()?;
            parser.header_colon()?;
            Ok((keyword.line, target, iter))
        })?;
        let body = self.block("'for' statement", line)?;
        let orelse = self.else_block()?;
        let last = if orelse.is_empty() { body } else { orelse };
        let is_async = start.kind == Kind::Async;
        let node: &'a For<'a> = self.alloc(For { target, iter, body, orelse, is_async })?;
        self.compound(start, last, StmtKind::For(node))
    }

    /// `with`; `start` is the `async` in front if there is one.
    pub(super) fn with_statement(&mut self, start: Token) -> Parsed<StmtRef<'a>> {
        let (line, items) = self.line(|parser| {
            parser.eat(Kind::Async);
            let keyword = parser.expect(Kind::With)?;
            let items = parser.with_items()?;
            Ok((keyword.line, items))
        })?;
        let body = self.block("'with' statement", line)?;
        let is_async = start.kind == Kind::Async;
        self.compound(start, body, StmtKind::With { items, body, is_async })
    }

    /// The items with the colon. Parentheses belong to the list of items if that makes sense of the line.
    fn with_items(&mut self) -> Parsed<&'a [WithItem<'a>]> {
        let mark = self.at;
        if self.kind() == Kind::LeftParen {
            let items = self.attempt(|parser| {
                parser.take();
                let items = parser.with_list()?;
                parser.expect(Kind::RightParen)?;
                parser.expect(Kind::Colon)?;
                Ok(items)
            })?;
            if let Some(items) = items {
                return Ok(items);
            }
        }
        let items = self.optional(|parser| {
            let items = parser.with_list()?;
            parser.header_colon()?;
            Ok(items)
        })?;
        if let Some(items) = items {
            return Ok(items);
        }
        self.at = mark;
        if self.is_diagnosing() {
            self.diagnose_with_list()?;
            self.at = mark;
            self.diagnose_with_parens()?;
        }
        Err(Stop::Fail)
    }

    fn with_list(&mut self) -> Parsed<&'a [WithItem<'a>]> {
        let mut items = List::new();
        loop {
            let item = self.with_item()?;
            self.push(&mut items, item)?;
            // Only in parentheses may a comma stand in front of the end, which the caller checks.
            if !self.eat(Kind::Comma) || self.kind() == Kind::RightParen {
                return Ok(items.finish());
            }
        }
    }

    fn with_item(&mut self) -> Parsed<WithItem<'a>> {
        let context = self.expression()?;
        if self.kind() != Kind::As {
            return Ok(WithItem { context, target: None });
        }
        let target = self.optional(|parser| {
            parser.take();
            let target = parser.star_target()?;
            match parser.kind() {
                Kind::Comma | Kind::RightParen | Kind::Colon => Ok(target),
                _ => Err(Stop::Fail),
            }
        })?;
        if target.is_none() && self.is_diagnosing() {
            self.diagnose_with_target()?;
        }
        Ok(WithItem { context, target })
    }

    pub(super) fn async_statement(&mut self) -> Parsed<StmtRef<'a>> {
        let start = self.peek(0);
        match self.second_kind() {
            Kind::Def => self.function(start, &[]),
            Kind::For => self.for_statement(start),
            Kind::With => self.with_statement(start),
            _ => self.line(|parser| parser.nothing_fits(1)),
        }
    }

    /// No rule takes the token `ahead`.
    fn nothing_fits<T>(&mut self, ahead: usize) -> Parsed<T> {
        self.peek(ahead);
        Err(Stop::Fail)
    }

    pub(super) fn decorated(&mut self) -> Parsed<StmtRef<'a>> {
        let mut decorators = List::new();
        while self.kind() == Kind::At {
            let decorator = self.line(|parser| {
                parser.expect(Kind::At)?;
                let value = parser.named_expression()?;
                parser.expect(Kind::Newline)?;
                Ok(value)
            })?;
            self.push(&mut decorators, decorator)?;
        }
        let decorators = decorators.finish();
        let start = self.peek(0);
        match start.kind {
            Kind::Class => self.class(decorators),
            Kind::Def => self.function(start, decorators),
            Kind::Async if self.second_kind() == Kind::Def => self.function(start, decorators),
            Kind::Async => self.line(|parser| parser.nothing_fits(1)),
            _ => self.line(|parser| parser.nothing_fits(0)),
        }
    }

    /// `def`; `start` is the `async` in front if there is one.
    pub(super) fn function(
        &mut self,
        start: Token,
        decorators: &'a [ExprRef<'a>],
    ) -> Parsed<StmtRef<'a>> {
        let (line, name, params, returns) = self.line(|parser| {
            parser.eat(Kind::Async);
            let keyword = parser.expect(Kind::Def)?;
            let name = parser.name()?;
            parser.forced(Kind::LeftParen, "expected '('")?;
            let params = parser.params(Style::Def)?;
            parser.expect(Kind::RightParen)?;
            let returns = match parser.kind() {
                Kind::Arrow => parser.returns()?,
                _ => None,
            };
            parser.forced(Kind::Colon, "expected ':'")?;
            Ok((keyword.line, name, params, returns))
        })?;
        self.check_params(params);
        let body = self.block("function definition", line)?;
        let is_async = start.kind == Kind::Async;
        let node: &'a FunctionDef<'a> =
            self.alloc(FunctionDef { name, params, body, decorators, returns, is_async })?;
        self.compound(start, body, StmtKind::FunctionDef(node))
    }

    /// `-> value`, as much of it as fits: then the colon is missed before anything else.
    fn returns(&mut self) -> Parsed<Option<ExprRef<'a>>> {
        let arrow = |parser: &mut Self| {
            parser.expect(Kind::Arrow)?;
            parser.expression()
        };
        match self.attempt(arrow)? {
            None if self.mode == Mode::Strict => self.quietly(arrow),
            found => Ok(found),
        }
    }

    pub(super) fn class(&mut self, decorators: &'a [ExprRef<'a>]) -> Parsed<StmtRef<'a>> {
        let (start, name, arguments) = self.line(|parser| {
            let start = parser.expect(Kind::Class)?;
            let name = parser.name()?;
            let arguments = match parser.eat(Kind::LeftParen) {
                true => parser.closed_arguments(None)?,
                false => Arguments { args: &[], keywords: &[] },
            };
            parser.header_colon()?;
            Ok((start, name, arguments))
        })?;
        let body = self.block("class definition", start.line)?;
        let Arguments { args: bases, keywords } = arguments;
        let node: &'a ClassDef<'a> =
            self.alloc(ClassDef { name, bases, keywords, body, decorators })?;
        self.compound(start, body, StmtKind::ClassDef(node))
    }

    /// `match`, unless the line makes no sense as one: then nothing was taken.
    pub(super) fn match_statement(&mut self) -> Parsed<Option<StmtRef<'a>>> {
        self.begin_line();
        let start = self.peek(0);
        let header = self.attempt(|parser| {
            parser.take();
            let subject = parser.match_subject()?;
            parser.expect(Kind::Colon)?;
            parser.expect(Kind::Newline)?;
            Ok(subject)
        })?;
        let Some(subject) = header else {
            return Ok(None);
        };
        match self.kind() {
            Kind::Indent => self.take(),
            Kind::Error => return Err(Stop::Fail),
            _ => return Err(self.missing_block("'match' statement", start.line)),
        };
        let mut cases = List::new();
        while cases.is_empty() || !matches!(self.kind(), Kind::Dedent | Kind::End) {
            let case = self.nested(Parser::match_case)?;
            self.push(&mut cases, case)?;
        }
        self.expect(Kind::Dedent)?;
        let last = cases.last().map_or::<Block<'a>, _>(&[], |case: MatchCase<'a>| case.body);
        let cases = cases.finish();
        self.compound(start, last, StmtKind::Match { subject, cases }).map(Some)
    }

    /// What is matched: a tuple if there is a comma.
    pub(super) fn match_subject(&mut self) -> Parsed<ExprRef<'a>> {
        let start = self.peek(0);
        let first = self.star_named_expression()?;
        if self.kind() == Kind::Comma {
            let items = self.more_items(first, Parser::star_named_expression)?;
            return self.expr(start, ExprKind::Tuple(items));
        }
        match first.kind {
            ExprKind::Starred(_) => Err(Stop::Fail),
            _ => Ok(first),
        }
    }

    fn match_case(&mut self) -> Parsed<MatchCase<'a>> {
        let (start, pattern, guard) = self.line(|parser| {
            if !parser.is_word("case") {
                return Err(Stop::Fail);
            }
            let start = parser.take();
            let pattern = parser.patterns()?;
            let guard = match parser.eat(Kind::If) {
                true => Some(parser.named_expression()?),
                false => None,
            };
            parser.header_colon()?;
            Ok((start, pattern, guard))
        })?;
        let body = self.block("'case' statement", start.line)?;
        Ok(MatchCase { pattern, guard, body })
    }
}
