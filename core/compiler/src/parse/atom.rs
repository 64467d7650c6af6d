//! Primaries: names, literals and brackets, followed by attributes, calls and subscripts.
//!
//! Not here: the inside of brackets (display.rs), of calls (call.rs), of strings (strings.rs).

use super::memo::Rule;
use super::{ExprRef, Parsed, Parser, Stop};
use crate::ast::{Const, ExprKind};
use crate::lex::number;
use crate::token::{Kind, Token};

impl<'a> Parser<'a> {
    /// An atom and what hangs on it.
    pub(super) fn primary(&mut self) -> Parsed<ExprRef<'a>> {
        self.remembered(Rule::Primary, Parser::primary_chain)
    }

    fn primary_chain(&mut self) -> Parsed<ExprRef<'a>> {
        let start = self.peek(0);
        let mut value = self.atom()?;
        loop {
            let grown = match self.kind() {
                Kind::Dot => self.optional(|parser| parser.attribute(start, value))?,
                Kind::LeftParen => self.optional(|parser| parser.call(start, value))?,
                Kind::LeftSquare => self.optional(|parser| parser.subscript(start, value))?,
                _ => None,
            };
            match grown {
                Some(node) => value = node,
                None => return Ok(value),
            }
        }
    }

    fn attribute(&mut self, start: Token, value: ExprRef<'a>) -> Parsed<ExprRef<'a>> {
        self.expect(Kind::Dot)?;
        let name = self.name()?;
        self.expr(start, ExprKind::Attribute { value, name })
    }

    fn subscript(&mut self, start: Token, value: ExprRef<'a>) -> Parsed<ExprRef<'a>> {
        self.expect(Kind::LeftSquare)?;
        let index = self.nested(Parser::slices)?;
        self.expect(Kind::RightSquare)?;
        self.expr(start, ExprKind::Subscript { value, index })
    }

    /// One index or slice, or a tuple of them, which may contain stars.
    fn slices(&mut self) -> Parsed<ExprRef<'a>> {
        let start = self.peek(0);
        let first = self.slice_item()?;
        let is_starred = matches!(first.kind, ExprKind::Starred(_));
        if self.kind() != Kind::Comma {
            if !is_starred {
                return Ok(first);
            }
            let items = self.alloc([first])?;
            return self.expr(start, ExprKind::Tuple(items));
        }
        let items = self.more_slices(first)?;
        self.expr(start, ExprKind::Tuple(items))
    }

    fn more_slices(&mut self, first: ExprRef<'a>) -> Parsed<&'a [ExprRef<'a>]> {
        let mut items = crate::list::List::new();
        self.push(&mut items, first)?;
        while self.eat(Kind::Comma) {
            if self.kind() != Kind::Colon && !self.starts_item() {
                break;
            }
            match self.optional(Parser::slice_item)? {
                Some(item) => self.push(&mut items, item)?,
                None => break,
            }
        }
        Ok(items.finish())
    }

    fn slice_item(&mut self) -> Parsed<ExprRef<'a>> {
        let start = self.peek(0);
        let mark = self.at;
        match start.kind {
            Kind::Star => return self.starred_expression(),
            Kind::Colon => return self.slice(start, None),
            _ if self.starts_assignment_expression() => return self.assignment_expression(),
            _ => {}
        }
        let value = self.expression()?;
        if self.kind() == Kind::Colon {
            return self.slice(start, Some(value));
        }
        self.not_assigned(mark, value)
    }

    fn slice(&mut self, start: Token, lower: Option<ExprRef<'a>>) -> Parsed<ExprRef<'a>> {
        self.expect(Kind::Colon)?;
        let upper = self.bound()?;
        let step = if self.eat(Kind::Colon) { self.bound()? } else { None };
        self.expr(start, ExprKind::Slice { lower, upper, step })
    }

    fn bound(&mut self) -> Parsed<Option<ExprRef<'a>>> {
        match self.starts_expression() {
            true => self.optional(Parser::expression),
            false => Ok(None),
        }
    }

    pub(super) fn atom(&mut self) -> Parsed<ExprRef<'a>> {
        let start = self.peek(0);
        let kind = match start.kind {
            Kind::Name => ExprKind::Name(self.lexer.text_of(start)),
            Kind::True => ExprKind::Const(Const::True),
            Kind::False => ExprKind::Const(Const::False),
            Kind::None => ExprKind::Const(Const::None),
            Kind::Ellipsis => ExprKind::Const(Const::Ellipsis),
            Kind::Number => ExprKind::Const(self.number_value(start)?),
            Kind::String => return self.strings(),
            Kind::LeftParen => return self.nested(Parser::parenthesized),
            Kind::LeftSquare => return self.nested(Parser::square),
            Kind::LeftBrace => return self.nested(Parser::braced),
            _ => return Err(Stop::Fail),
        };
        self.take();
        self.expr(start, kind)
    }

    /// The value of a number token.
    pub(super) fn number_value(&mut self, token: Token) -> Parsed<Const<'a>> {
        let text = self.lexer.text_of(token);
        number::value(text, self.limits.float, self.bump).map_err(|_| self.exhausted())
    }
}
