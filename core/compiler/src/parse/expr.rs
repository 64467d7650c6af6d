//! Expressions from the comma list down to the conditional; lambda, yield, assignment expressions.
//!
//! ```text
//!  star_expressions ─► star_expression ─► expression ─► disjunction (binary.rs) ─► primary (atom.rs)
//! ```

use super::memo::Rule;
use super::params::Style;
use super::{ExprRef, Parsed, Parser, Stop};
use crate::ast::ExprKind;
use crate::list::List;
use crate::token::Kind;

impl<'a> Parser<'a> {
    /// `a, *b, c`: a tuple unless it is one expression without comma.
    pub(super) fn star_expressions(&mut self) -> Parsed<ExprRef<'a>> {
        self.tuple_of(Parser::star_expression)
    }

    /// `a, b`, without stars.
    pub(super) fn expressions(&mut self) -> Parsed<ExprRef<'a>> {
        self.tuple_of(Parser::expression)
    }

    fn tuple_of(&mut self, rule: impl Fn(&mut Self) -> Parsed<ExprRef<'a>>) -> Parsed<ExprRef<'a>> {
        let start = self.peek(0);
        let first = rule(self)?;
        if self.kind() != Kind::Comma {
            return Ok(first);
        }
        let items = self.more_items(first, rule)?;
        self.expr(start, ExprKind::Tuple(items))
    }

    /// The items after the first of a comma list, whose next token is a comma; a trailing comma is taken.
    pub(super) fn more_items(
        &mut self,
        first: ExprRef<'a>,
        rule: impl Fn(&mut Self) -> Parsed<ExprRef<'a>>,
    ) -> Parsed<&'a [ExprRef<'a>]> {
        let mut items = List::new();
        self.push(&mut items, first)?;
        while self.eat(Kind::Comma) {
            if !self.starts_item() {
                break;
            }
            match self.optional(&rule)? {
                Some(item) => self.push(&mut items, item)?,
                None => break,
            }
        }
        Ok(items.finish())
    }

    /// The next token can start an item of a comma list.
    pub(super) fn starts_item(&mut self) -> bool {
        self.kind() == Kind::Star || self.starts_expression()
    }

    /// The next token can start an expression.
    pub(super) fn starts_expression(&mut self) -> bool {
        matches!(
            self.kind(),
            Kind::Name
                | Kind::Number
                | Kind::String
                | Kind::Ellipsis
                | Kind::None
                | Kind::True
                | Kind::False
                | Kind::LeftParen
                | Kind::LeftSquare
                | Kind::LeftBrace
                | Kind::Minus
                | Kind::Plus
                | Kind::Tilde
                | Kind::Not
                | Kind::Lambda
                | Kind::Await
        )
    }

    /// `*a` with the precedence of `|`, or an expression.
    pub(super) fn star_expression(&mut self) -> Parsed<ExprRef<'a>> {
        if self.kind() == Kind::Star { self.starred_or() } else { self.expression() }
    }

    /// `*a` with the precedence of `|`, or a named expression.
    pub(super) fn star_named_expression(&mut self) -> Parsed<ExprRef<'a>> {
        if self.kind() == Kind::Star { self.starred_or() } else { self.named_expression() }
    }

    fn starred_or(&mut self) -> Parsed<ExprRef<'a>> {
        let start = self.expect(Kind::Star)?;
        let value = self.bitwise_or()?;
        self.expr(start, ExprKind::Starred(value))
    }

    /// `*a` with any expression.
    pub(super) fn starred_expression(&mut self) -> Parsed<ExprRef<'a>> {
        let start = self.expect(Kind::Star)?;
        let value = self.expression()?;
        self.expr(start, ExprKind::Starred(value))
    }

    /// `name := value`, or an expression.
    pub(super) fn named_expression(&mut self) -> Parsed<ExprRef<'a>> {
        if self.starts_assignment_expression() {
            return self.assignment_expression();
        }
        let mark = self.at;
        let value = self.expression()?;
        self.not_assigned(mark, value)
    }

    /// What follows an expression that stands where `:=` would be allowed.
    pub(super) fn not_assigned(&mut self, mark: usize, value: ExprRef<'a>) -> Parsed<ExprRef<'a>> {
        if self.is_diagnosing() {
            self.diagnose_named(mark, value)?;
        }
        if self.kind() == Kind::Walrus { Err(Stop::Fail) } else { Ok(value) }
    }

    pub(super) fn starts_assignment_expression(&mut self) -> bool {
        self.kind() == Kind::Name && self.second_kind() == Kind::Walrus
    }

    pub(super) fn assignment_expression(&mut self) -> Parsed<ExprRef<'a>> {
        let start = self.peek(0);
        let target = self.name_expression()?;
        self.expect(Kind::Walrus)?;
        let value = self.expression()?;
        self.expr(start, ExprKind::Named { target, value })
    }

    pub(super) fn name_expression(&mut self) -> Parsed<ExprRef<'a>> {
        let start = self.peek(0);
        let name = self.name()?;
        self.expr(start, ExprKind::Name(name))
    }

    /// One expression without comma, star or `:=`.
    pub(super) fn expression(&mut self) -> Parsed<ExprRef<'a>> {
        self.nested(|parser| parser.remembered(Rule::Expression, Parser::conditional))
    }

    /// An expression that is not remembered as one.
    pub(super) fn plain_expression(&mut self) -> Parsed<ExprRef<'a>> {
        self.nested(Parser::conditional)
    }

    fn conditional(&mut self) -> Parsed<ExprRef<'a>> {
        if self.kind() == Kind::Lambda {
            return self.lambda();
        }
        let start = self.peek(0);
        let mark = self.at;
        let body = self.disjunction()?;
        if self.is_diagnosing() {
            self.diagnose_expression(mark, body)?;
        }
        if self.kind() != Kind::If {
            return Ok(body);
        }
        let branches = self.optional(Parser::if_else)?;
        match branches {
            Some((test, orelse)) => self.expr(start, ExprKind::IfElse { test, body, orelse }),
            None => Ok(body),
        }
    }

    fn if_else(&mut self) -> Parsed<(ExprRef<'a>, ExprRef<'a>)> {
        self.expect(Kind::If)?;
        let test = self.disjunction()?;
        self.expect(Kind::Else)?;
        let orelse = self.expression()?;
        Ok((test, orelse))
    }

    fn lambda(&mut self) -> Parsed<ExprRef<'a>> {
        let start = self.expect(Kind::Lambda)?;
        let params = self.params(Style::Lambda)?;
        self.check_params(params);
        self.expect(Kind::Colon)?;
        let body = self.expression()?;
        self.expr(start, ExprKind::Lambda { params, body })
    }

    /// `yield`, `yield a, b` or `yield from a`.
    pub(super) fn yield_expression(&mut self) -> Parsed<ExprRef<'a>> {
        let start = self.expect(Kind::Yield)?;
        if self.eat(Kind::From) {
            let value = self.expression()?;
            return self.expr(start, ExprKind::YieldFrom(value));
        }
        let value = match self.starts_item() {
            true => self.optional(Parser::star_expressions)?,
            false => None,
        };
        self.expr(start, ExprKind::Yield(value))
    }

    /// What may stand right of `=`: a yield or a list of expressions.
    pub(super) fn assigned_value(&mut self) -> Parsed<ExprRef<'a>> {
        match self.kind() {
            Kind::Yield => self.yield_expression(),
            _ => self.star_expressions(),
        }
    }
}
