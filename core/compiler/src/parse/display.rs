//! Brackets: groups, tuples, lists, sets, dicts and the comprehensions they may hold.
//!
//! The first item tells which it is, so nothing is parsed twice.

use super::{ExprRef, Parsed, Parser, Stop};
use crate::ast::{Comp, DictItem, ExprKind};
use crate::list::List;
use crate::token::{Kind, Token};

impl<'a> Parser<'a> {
    /// `(...)`: a group, a tuple or a generator expression.
    pub(super) fn parenthesized(&mut self) -> Parsed<ExprRef<'a>> {
        let start = self.expect(Kind::LeftParen)?;
        match self.kind() {
            Kind::RightParen => {
                self.take();
                return self.expr(start, ExprKind::Tuple(&[]));
            }
            Kind::Yield => {
                let value = self.yield_expression()?;
                self.expect(Kind::RightParen)?;
                return Ok(value);
            }
            Kind::DoubleStar if self.is_diagnosing() => self.diagnose_double_star_group()?,
            _ => {}
        }
        let first = self.star_named_expression()?;
        let is_starred = matches!(first.kind, ExprKind::Starred(_));
        match self.kind() {
            Kind::Comma => {
                let items = self.more_items(first, Parser::star_named_expression)?;
                self.expect(Kind::RightParen)?;
                self.expr(start, ExprKind::Tuple(items))
            }
            Kind::For | Kind::Async => {
                let comp = self.comprehension(first, None)?;
                self.expect(Kind::RightParen)?;
                self.expr(start, ExprKind::Generator(comp))
            }
            Kind::RightParen if is_starred => {
                Err(self.raise_text("cannot use starred expression here", first.span))
            }
            _ => {
                self.expect(Kind::RightParen)?;
                Ok(first)
            }
        }
    }

    /// The clauses behind the element of a comprehension.
    pub(super) fn comprehension(
        &mut self,
        element: ExprRef<'a>,
        value: Option<ExprRef<'a>>,
    ) -> Parsed<&'a Comp<'a>> {
        if matches!(element.kind, ExprKind::Starred(_)) {
            return Err(self.starred_element(element));
        }
        let clauses = self.for_if_clauses()?;
        self.alloc(Comp { element, value, clauses })
    }

    fn starred_element(&mut self, element: ExprRef<'a>) -> Stop {
        match self.quietly(Parser::for_if_clauses) {
            Ok(Some(_)) => {
                self.raise_text("iterable unpacking cannot be used in comprehension", element.span)
            }
            Ok(None) => Stop::Fail,
            Err(stop) => stop,
        }
    }

    /// `[...]`: a list or a list comprehension.
    pub(super) fn square(&mut self) -> Parsed<ExprRef<'a>> {
        let start = self.expect(Kind::LeftSquare)?;
        if self.eat(Kind::RightSquare) {
            return self.expr(start, ExprKind::List(&[]));
        }
        let first = self.star_named_expression()?;
        if matches!(self.kind(), Kind::For | Kind::Async) {
            let comp = self.comprehension(first, None)?;
            self.expect(Kind::RightSquare)?;
            return self.expr(start, ExprKind::ListComp(comp));
        }
        let items = self.display_items(first)?;
        self.expect(Kind::RightSquare)?;
        self.expr(start, ExprKind::List(items))
    }

    /// The items of a list or set after the first.
    fn display_items(&mut self, first: ExprRef<'a>) -> Parsed<&'a [ExprRef<'a>]> {
        let items = self.more_items(first, Parser::star_named_expression)?;
        let has_comma = self.at_comma_end();
        if self.is_diagnosing() && matches!(self.kind(), Kind::For | Kind::Async) {
            self.diagnose_bare_target(items, has_comma)?;
        }
        Ok(items)
    }

    /// The last token taken was a comma.
    fn at_comma_end(&self) -> bool {
        let last = self.at.checked_sub(1).and_then(|idx| self.tokens.get(idx));
        last.is_some_and(|token| token.kind == Kind::Comma)
    }

    /// `{...}`: a dict, a set or a comprehension of either.
    pub(super) fn braced(&mut self) -> Parsed<ExprRef<'a>> {
        let start = self.expect(Kind::LeftBrace)?;
        let mark = self.at;
        match self.filled_braces(start) {
            Err(Stop::Fail) => {
                self.at = mark;
                self.diagnose_dict()?;
                Err(Stop::Fail)
            }
            found => found,
        }
    }

    fn filled_braces(&mut self, start: Token) -> Parsed<ExprRef<'a>> {
        match self.kind() {
            Kind::RightBrace => {
                self.take();
                return self.expr(start, ExprKind::Dict(&[]));
            }
            Kind::DoubleStar => {
                let mark = self.at;
                let first = self.unpacked_item()?;
                if self.is_diagnosing() {
                    self.diagnose_unpacked_comprehension(mark)?;
                }
                return self.dict(start, first);
            }
            Kind::Star => {
                let first = self.star_named_expression()?;
                return self.set(start, first);
            }
            _ if self.starts_assignment_expression() => {
                let first = self.assignment_expression()?;
                return self.set(start, first);
            }
            _ => {}
        }
        let mark = self.at;
        let first = self.expression()?;
        if self.kind() != Kind::Colon {
            let first = self.not_assigned(mark, first)?;
            return self.set(start, first);
        }
        self.take();
        let value = self.expression()?;
        if matches!(self.kind(), Kind::For | Kind::Async) {
            let comp = self.comprehension(first, Some(value))?;
            self.expect(Kind::RightBrace)?;
            return self.expr(start, ExprKind::DictComp(comp));
        }
        self.dict(start, DictItem { key: Some(first), value })
    }

    fn set(&mut self, start: Token, first: ExprRef<'a>) -> Parsed<ExprRef<'a>> {
        if matches!(self.kind(), Kind::For | Kind::Async) {
            let comp = self.comprehension(first, None)?;
            self.expect(Kind::RightBrace)?;
            return self.expr(start, ExprKind::SetComp(comp));
        }
        let items = self.display_items(first)?;
        self.expect(Kind::RightBrace)?;
        self.expr(start, ExprKind::Set(items))
    }

    fn dict(&mut self, start: Token, first: DictItem<'a>) -> Parsed<ExprRef<'a>> {
        let mut items = List::new();
        self.push(&mut items, first)?;
        while self.eat(Kind::Comma) {
            let item = match self.kind() {
                Kind::RightBrace => break,
                Kind::DoubleStar => self.unpacked_item()?,
                _ => self.dict_item()?,
            };
            self.push(&mut items, item)?;
        }
        self.expect(Kind::RightBrace)?;
        self.expr(start, ExprKind::Dict(items.finish()))
    }

    pub(super) fn unpacked_item(&mut self) -> Parsed<DictItem<'a>> {
        self.expect(Kind::DoubleStar)?;
        let value = self.bitwise_or()?;
        Ok(DictItem { key: None, value })
    }

    pub(super) fn dict_item(&mut self) -> Parsed<DictItem<'a>> {
        let key = self.expression()?;
        self.expect(Kind::Colon)?;
        let value = self.expression()?;
        Ok(DictItem { key: Some(key), value })
    }
}
