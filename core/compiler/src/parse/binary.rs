//! Operators: one loop climbs through the precedences.
//!
//! ```text
//!  or 1 · and 2 · not 3 · comparisons 4 · | 5 · ^ 6 · & 7 · shifts 8 · + - 9 · * / // % @ 10 · unary 11 · ** 12
//! ```
//!
//! All binary operators lean left, except `**` (its right side is a unary), chains of comparisons (one node) and
//! `and`/`or` (one node for a run of the same).

use super::memo::Rule;
use super::{ExprRef, Parsed, Parser, Stop};
use crate::ast::{BinaryOp, BoolOp, CompareOp, Comparison, ExprKind, UnaryOp};
use crate::list::List;
use crate::token::{Kind, Token};

const OR: u8 = 1;
const AND: u8 = 2;
const NOT: u8 = 3;
const COMPARE: u8 = 4;
const BIT_OR: u8 = 5;
const BIT_XOR: u8 = 6;
const BIT_AND: u8 = 7;
const SHIFT: u8 = 8;
const SUM: u8 = 9;
const TERM: u8 = 10;

/// What an operator token builds.
#[derive(Clone, Copy)]
enum Builds {
    Bool(BoolOp),
    Compare,
    Binary(BinaryOp),
}

/// Precedence and meaning of a token between two operands.
fn infix(kind: Kind) -> Option<(u8, Builds)> {
    Some(match kind {
        Kind::Or => (OR, Builds::Bool(BoolOp::Or)),
        Kind::And => (AND, Builds::Bool(BoolOp::And)),
        Kind::Equal
        | Kind::NotEqual
        | Kind::Less
        | Kind::LessEq
        | Kind::Greater
        | Kind::GreaterEq
        | Kind::In
        | Kind::Not
        | Kind::Is => (COMPARE, Builds::Compare),
        Kind::Pipe => (BIT_OR, Builds::Binary(BinaryOp::BitOr)),
        Kind::Caret => (BIT_XOR, Builds::Binary(BinaryOp::BitXor)),
        Kind::Ampersand => (BIT_AND, Builds::Binary(BinaryOp::BitAnd)),
        Kind::LeftShift => (SHIFT, Builds::Binary(BinaryOp::LeftShift)),
        Kind::RightShift => (SHIFT, Builds::Binary(BinaryOp::RightShift)),
        Kind::Plus => (SUM, Builds::Binary(BinaryOp::Add)),
        Kind::Minus => (SUM, Builds::Binary(BinaryOp::Sub)),
        Kind::Star => (TERM, Builds::Binary(BinaryOp::Mul)),
        Kind::Slash => (TERM, Builds::Binary(BinaryOp::Div)),
        Kind::DoubleSlash => (TERM, Builds::Binary(BinaryOp::FloorDiv)),
        Kind::Percent => (TERM, Builds::Binary(BinaryOp::Mod)),
        Kind::At => (TERM, Builds::Binary(BinaryOp::MatMul)),
        _ => return None,
    })
}

impl<'a> Parser<'a> {
    /// Everything down from `or`.
    pub(super) fn disjunction(&mut self) -> Parsed<ExprRef<'a>> {
        self.remembered(Rule::Disjunction, |parser| parser.binary(OR))
    }

    /// Everything down from `|`: no comparisons.
    pub(super) fn bitwise_or(&mut self) -> Parsed<ExprRef<'a>> {
        self.remembered(Rule::BitwiseOr, |parser| parser.binary(BIT_OR))
    }

    /// Operators of precedence `lowest` and above.
    fn binary(&mut self, lowest: u8) -> Parsed<ExprRef<'a>> {
        let start = self.peek(0);
        let mut left = match start.kind {
            Kind::Not if lowest <= NOT => self.negation(start)?,
            _ => self.factor()?,
        };
        while let Some((precedence, builds)) = infix(self.kind())
            && precedence >= lowest
        {
            let grown = match builds {
                Builds::Bool(op) => self.bool_run(start, left, precedence, op)?,
                Builds::Compare => self.comparison(start, left)?,
                Builds::Binary(op) => self.operation(start, left, precedence, op)?,
            };
            match grown {
                Some(node) => left = node,
                None => break,
            }
        }
        Ok(left)
    }

    fn negation(&mut self, start: Token) -> Parsed<ExprRef<'a>> {
        self.take();
        let operand = self.nested(|parser| parser.binary(NOT))?;
        self.expr(start, ExprKind::Unary { op: UnaryOp::Not, operand })
    }

    fn operation(
        &mut self,
        start: Token,
        left: ExprRef<'a>,
        precedence: u8,
        op: BinaryOp,
    ) -> Parsed<Option<ExprRef<'a>>> {
        let right = self.optional(|parser| {
            parser.take();
            parser.binary(precedence + 1)
        })?;
        match right {
            Some(right) => self.expr(start, ExprKind::Binary { left, op, right }).map(Some),
            None => Ok(None),
        }
    }

    fn bool_run(
        &mut self,
        start: Token,
        first: ExprRef<'a>,
        precedence: u8,
        op: BoolOp,
    ) -> Parsed<Option<ExprRef<'a>>> {
        let kind = self.kind();
        let mut values = List::new();
        self.push(&mut values, first)?;
        while self.kind() == kind {
            let value = self.optional(|parser| {
                parser.take();
                parser.binary(precedence + 1)
            })?;
            match value {
                Some(value) => self.push(&mut values, value)?,
                None => break,
            }
        }
        if values.len() < 2 {
            return Ok(None);
        }
        self.expr(start, ExprKind::BoolOp { op, values: values.finish() }).map(Some)
    }

    fn comparison(&mut self, start: Token, left: ExprRef<'a>) -> Parsed<Option<ExprRef<'a>>> {
        let mut rest = List::new();
        while matches!(infix(self.kind()), Some((COMPARE, _))) {
            let link = self.optional(|parser| {
                let op = parser.compare_op()?;
                let right = parser.bitwise_or()?;
                Ok(Comparison { op, right })
            })?;
            match link {
                Some(link) => self.push(&mut rest, link)?,
                None => break,
            }
        }
        if rest.is_empty() {
            return Ok(None);
        }
        self.expr(start, ExprKind::Compare { left, rest: rest.finish() }).map(Some)
    }

    fn compare_op(&mut self) -> Parsed<CompareOp> {
        Ok(match self.take().kind {
            Kind::Equal => CompareOp::Eq,
            Kind::NotEqual => CompareOp::NotEq,
            Kind::Less => CompareOp::Less,
            Kind::LessEq => CompareOp::LessEq,
            Kind::Greater => CompareOp::Greater,
            Kind::GreaterEq => CompareOp::GreaterEq,
            Kind::In => CompareOp::In,
            Kind::Not => {
                self.expect(Kind::In)?;
                CompareOp::NotIn
            }
            Kind::Is if self.eat(Kind::Not) => CompareOp::IsNot,
            Kind::Is => CompareOp::Is,
            _ => return Err(Stop::Fail),
        })
    }

    /// Signs, then `**`.
    fn factor(&mut self) -> Parsed<ExprRef<'a>> {
        let start = self.peek(0);
        let op = match start.kind {
            Kind::Plus => UnaryOp::Plus,
            Kind::Minus => UnaryOp::Minus,
            Kind::Tilde => UnaryOp::Invert,
            _ => return self.power(start),
        };
        self.take();
        let operand = self.nested(Parser::factor)?;
        self.expr(start, ExprKind::Unary { op, operand })
    }

    fn power(&mut self, start: Token) -> Parsed<ExprRef<'a>> {
        let left = match start.kind {
            Kind::Await => {
                self.take();
                let value = self.primary()?;
                self.expr(start, ExprKind::Await(value))?
            }
            _ => self.primary()?,
        };
        if self.kind() != Kind::DoubleStar {
            return Ok(left);
        }
        let right = self.optional(|parser| {
            parser.take();
            parser.nested(Parser::factor)
        })?;
        match right {
            Some(right) => {
                let op = BinaryOp::Pow;
                self.expr(start, ExprKind::Binary { left, op, right })
            }
            None => Ok(left),
        }
    }
}
