//! Patterns of `case`.
//!
//! ```text
//!  patterns ─► open sequence | pattern ─► or_pattern [as name] ─► closed | closed | ...
//! ```

use super::{ExprRef, Parsed, Parser, Stop};
use crate::ast::{
    BinaryOp, Const, Expr, ExprKind, MappingItem, NamedPattern, Pattern, PatternKind, UnaryOp,
};
use crate::list::List;
use crate::token::{Kind, Token};

type PatternRef<'a> = &'a Pattern<'a>;

impl<'a> Parser<'a> {
    /// What stands behind `case`.
    pub(super) fn patterns(&mut self) -> Parsed<PatternRef<'a>> {
        let start = self.peek(0);
        let first = self.maybe_star_pattern()?;
        if self.kind() == Kind::Comma {
            let items = self.sequence_items(first)?;
            return self.pattern_node(start, PatternKind::Sequence(items));
        }
        match first.kind {
            PatternKind::Star(_) => Err(Stop::Fail),
            _ => Ok(first),
        }
    }

    fn pattern_node(&mut self, start: Token, kind: PatternKind<'a>) -> Parsed<PatternRef<'a>> {
        let span = self.span_since(start);
        self.alloc(Pattern { kind, span })
    }

    /// The items of a sequence pattern; a trailing comma is taken.
    fn sequence_items(&mut self, first: PatternRef<'a>) -> Parsed<&'a [PatternRef<'a>]> {
        let mut items = List::new();
        self.push(&mut items, first)?;
        while self.eat(Kind::Comma) && (self.kind() == Kind::Star || self.starts_pattern()) {
            let item = self.maybe_star_pattern()?;
            self.push(&mut items, item)?;
        }
        Ok(items.finish())
    }

    fn starts_pattern(&mut self) -> bool {
        matches!(
            self.kind(),
            Kind::Name
                | Kind::Number
                | Kind::Minus
                | Kind::String
                | Kind::None
                | Kind::True
                | Kind::False
                | Kind::LeftParen
                | Kind::LeftSquare
                | Kind::LeftBrace
        )
    }

    fn maybe_star_pattern(&mut self) -> Parsed<PatternRef<'a>> {
        let start = self.peek(0);
        if !self.eat(Kind::Star) {
            return self.pattern();
        }
        let name = match self.is_word("_") {
            true => {
                self.take();
                None
            }
            false => Some(self.capture_target()?),
        };
        self.pattern_node(start, PatternKind::Star(name))
    }

    /// A name that is bound.
    fn capture_target(&mut self) -> Parsed<&'a str> {
        if self.is_word("_") {
            return Err(Stop::Fail);
        }
        let name = self.name()?;
        match self.kind() {
            Kind::Dot | Kind::LeftParen | Kind::Assign => Err(Stop::Fail),
            _ => Ok(name),
        }
    }

    fn pattern(&mut self) -> Parsed<PatternRef<'a>> {
        self.nested(Parser::as_pattern)
    }

    fn as_pattern(&mut self) -> Parsed<PatternRef<'a>> {
        let start = self.peek(0);
        let inner = self.or_pattern(start)?;
        if !self.eat(Kind::As) {
            return Ok(inner);
        }
        if self.is_diagnosing() {
            self.diagnose_as_target()?;
        }
        let name = Some(self.capture_target()?);
        self.pattern_node(start, PatternKind::As { pattern: Some(inner), name })
    }

    fn diagnose_as_target(&mut self) -> Parsed<()> {
        if self.is_word("_") {
            let span = self.next_span();
            return Err(self.raise_text("cannot use '_' as a target", span));
        }
        if self.kind() == Kind::Name {
            return Ok(());
        }
        let mark = self.at;
        let target = self.attempt(Parser::expression)?;
        self.at = mark;
        match target {
            Some(target) => Err(self.raise_text("invalid pattern target", target.span)),
            None => Ok(()),
        }
    }

    fn or_pattern(&mut self, start: Token) -> Parsed<PatternRef<'a>> {
        let first = self.closed_pattern()?;
        if self.kind() != Kind::Pipe {
            return Ok(first);
        }
        let mut choices = List::new();
        self.push(&mut choices, first)?;
        while self.eat(Kind::Pipe) {
            let choice = self.closed_pattern()?;
            self.push(&mut choices, choice)?;
        }
        self.pattern_node(start, PatternKind::Or(choices.finish()))
    }

    fn closed_pattern(&mut self) -> Parsed<PatternRef<'a>> {
        let start = self.peek(0);
        match start.kind {
            Kind::Name => self.name_pattern(start),
            Kind::LeftParen => self.group_pattern(start),
            Kind::LeftSquare => self.square_pattern(start),
            Kind::LeftBrace => self.mapping_pattern(start),
            Kind::None | Kind::True | Kind::False => {
                self.take();
                self.pattern_node(start, PatternKind::Singleton(singleton(start.kind)))
            }
            _ => {
                let value = self.literal()?;
                self.pattern_node(start, PatternKind::Value(value))
            }
        }
    }

    /// A number, perhaps signed or complex, or a string.
    fn literal(&mut self) -> Parsed<ExprRef<'a>> {
        let start = self.peek(0);
        if start.kind == Kind::String {
            return self.strings();
        }
        let real = self.signed_number()?;
        let op = match self.kind() {
            Kind::Plus => BinaryOp::Add,
            Kind::Minus => BinaryOp::Sub,
            _ => return Ok(real),
        };
        if is_imaginary(real) {
            return Err(self.raise_text("real number required in complex literal", real.span));
        }
        self.take();
        let right = self.number()?;
        if !is_imaginary(right) {
            let text = "imaginary number required in complex literal";
            return Err(self.raise_text(text, right.span));
        }
        self.expr(start, ExprKind::Binary { left: real, op, right })
    }

    fn signed_number(&mut self) -> Parsed<ExprRef<'a>> {
        let start = self.peek(0);
        if !self.eat(Kind::Minus) {
            return self.number();
        }
        let operand = self.number()?;
        self.expr(start, ExprKind::Unary { op: UnaryOp::Minus, operand })
    }

    fn number(&mut self) -> Parsed<ExprRef<'a>> {
        let token = self.expect(Kind::Number)?;
        let value = self.number_value(token)?;
        self.expr(token, ExprKind::Const(value))
    }

    /// A wildcard, a capture, a dotted value or a class.
    fn name_pattern(&mut self, start: Token) -> Parsed<PatternRef<'a>> {
        if self.is_word("_") {
            self.take();
            return self.pattern_node(start, PatternKind::As { pattern: None, name: None });
        }
        let (value, name) = self.dotted_value()?;
        match (self.kind(), name) {
            (Kind::LeftParen, _) => self.class_pattern(start, value),
            (Kind::Assign, _) => Err(Stop::Fail),
            (_, None) => self.pattern_node(start, PatternKind::Value(value)),
            (_, name) => self.pattern_node(start, PatternKind::As { pattern: None, name }),
        }
    }

    /// A name with attributes; the name itself when it has none.
    fn dotted_value(&mut self) -> Parsed<(ExprRef<'a>, Option<&'a str>)> {
        let start = self.peek(0);
        let first = self.name()?;
        let mut value = self.expr(start, ExprKind::Name(first))?;
        let mut name = Some(first);
        while self.eat(Kind::Dot) {
            let attribute = self.name()?;
            value = self.expr(start, ExprKind::Attribute { value, name: attribute })?;
            name = None;
        }
        Ok((value, name))
    }

    fn group_pattern(&mut self, start: Token) -> Parsed<PatternRef<'a>> {
        self.take();
        if self.eat(Kind::RightParen) {
            return self.pattern_node(start, PatternKind::Sequence(&[]));
        }
        let first = self.maybe_star_pattern()?;
        if self.kind() == Kind::Comma {
            let items = self.sequence_items(first)?;
            self.expect(Kind::RightParen)?;
            return self.pattern_node(start, PatternKind::Sequence(items));
        }
        self.expect(Kind::RightParen)?;
        match first.kind {
            PatternKind::Star(_) => Err(Stop::Fail),
            _ => Ok(first),
        }
    }

    fn square_pattern(&mut self, start: Token) -> Parsed<PatternRef<'a>> {
        self.take();
        if self.eat(Kind::RightSquare) {
            return self.pattern_node(start, PatternKind::Sequence(&[]));
        }
        let first = self.maybe_star_pattern()?;
        let items = self.sequence_items(first)?;
        self.expect(Kind::RightSquare)?;
        self.pattern_node(start, PatternKind::Sequence(items))
    }

    fn mapping_pattern(&mut self, start: Token) -> Parsed<PatternRef<'a>> {
        self.take();
        let mut items = List::new();
        let mut rest = None;
        while self.kind() != Kind::RightBrace {
            if self.eat(Kind::DoubleStar) {
                rest = Some(self.capture_target()?);
                self.eat(Kind::Comma);
                break;
            }
            let key = self.mapping_key()?;
            self.expect(Kind::Colon)?;
            let pattern = self.pattern()?;
            self.push(&mut items, MappingItem { key, pattern })?;
            if !self.eat(Kind::Comma) {
                break;
            }
        }
        self.expect(Kind::RightBrace)?;
        self.pattern_node(start, PatternKind::Mapping { items: items.finish(), rest })
    }

    fn mapping_key(&mut self) -> Parsed<ExprRef<'a>> {
        let start = self.peek(0);
        match start.kind {
            Kind::None | Kind::True | Kind::False => {
                self.take();
                self.expr(start, ExprKind::Const(singleton(start.kind)))
            }
            Kind::Name => match self.dotted_value()? {
                (key, None) => Ok(key),
                (_, Some(_)) => Err(Stop::Fail),
            },
            _ => self.literal(),
        }
    }

    fn class_pattern(&mut self, start: Token, class: &'a Expr<'a>) -> Parsed<PatternRef<'a>> {
        self.take();
        let mut positional = List::new();
        let mut named = List::new();
        while self.kind() != Kind::RightParen {
            if self.kind() == Kind::Name && self.second_kind() == Kind::Assign {
                let name = self.name()?;
                self.take();
                let pattern = self.pattern()?;
                self.push(&mut named, NamedPattern { name, pattern })?;
            } else {
                let pattern = self.pattern()?;
                if !named.is_empty() {
                    return Err(self.late_positional(pattern));
                }
                self.push(&mut positional, pattern)?;
            }
            if !self.eat(Kind::Comma) {
                break;
            }
        }
        self.expect(Kind::RightParen)?;
        let (positional, named) = (positional.finish(), named.finish());
        self.pattern_node(start, PatternKind::Class { class, positional, named })
    }

    /// A positional pattern behind a named one; the error covers all that follow it.
    fn late_positional(&mut self, first: PatternRef<'a>) -> Stop {
        let mut last = first;
        while self.kind() == Kind::Comma {
            let next = self.attempt(|parser| {
                parser.take();
                parser.pattern()
            });
            match next {
                Ok(Some(next)) if self.kind() != Kind::Assign => last = next,
                Ok(_) => break,
                Err(stop) => return stop,
            }
        }
        let text = "positional patterns follow keyword patterns";
        self.raise_text(text, first.span.to(last.span))
    }
}

fn singleton<'a>(kind: Kind) -> Const<'a> {
    match kind {
        Kind::True => Const::True,
        Kind::False => Const::False,
        _ => Const::None,
    }
}

fn is_imaginary(value: ExprRef<'_>) -> bool {
    let number = match value.kind {
        ExprKind::Unary { operand, .. } => operand,
        _ => value,
    };
    matches!(number.kind, ExprKind::Const(Const::Imaginary(_)))
}
