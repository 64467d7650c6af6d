//! Mistakes inside expressions that have words of their own.
//!
//! Each function here looks at tokens that a rule could not use and either raises an error or leaves the parser where
//! it was. They run only in `Diagnose` mode, in the order in which CPython's grammar tries them.
//!
//! Not here: mistakes of statements (diagnose/stmt.rs), of arguments (diagnose/args.rs).

use super::{ExprRef, Mode, Parsed, Parser, Stop};
use crate::ast::{CompFor, Const, ExprKind, Span};
use crate::error::{ErrorKind, NO_END};
use crate::token::{Kind, Token};

mod args;
mod stmt;

/// Said where one `=` looks like a comparison or an assignment expression.
pub(super) const MAYBE_EQUAL: &str = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";

/// Which rule a wrong target broke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Targets {
    Star,
    For,
    Del,
}

/// How CPython calls an expression in a message.
pub(super) fn describe(value: ExprRef<'_>) -> &'static str {
    match value.kind {
        ExprKind::Attribute { .. } => "attribute",
        ExprKind::Subscript { .. } | ExprKind::Slice { .. } => "subscript",
        ExprKind::Starred(_) => "starred",
        ExprKind::Name(_) => "name",
        ExprKind::List(_) => "list",
        ExprKind::Tuple(_) => "tuple",
        ExprKind::Lambda { .. } => "lambda",
        ExprKind::Call { .. } => "function call",
        ExprKind::BoolOp { .. } | ExprKind::Binary { .. } | ExprKind::Unary { .. } => "expression",
        ExprKind::Generator(_) => "generator expression",
        ExprKind::Yield(_) | ExprKind::YieldFrom(_) => "yield expression",
        ExprKind::Await(_) => "await expression",
        ExprKind::ListComp(_) => "list comprehension",
        ExprKind::SetComp(_) => "set comprehension",
        ExprKind::DictComp(_) => "dict comprehension",
        ExprKind::Dict(_) => "dict literal",
        ExprKind::Set(_) => "set display",
        ExprKind::Joined(_) | ExprKind::Formatted { .. } => "f-string expression",
        ExprKind::Const(Const::None) => "None",
        ExprKind::Const(Const::True) => "True",
        ExprKind::Const(Const::False) => "False",
        ExprKind::Const(Const::Ellipsis) => "ellipsis",
        ExprKind::Const(_) => "literal",
        ExprKind::Compare { .. } => "comparison",
        ExprKind::IfElse { .. } => "conditional expression",
        ExprKind::Named { .. } => "named expression",
    }
}

/// The first part of `value` that cannot be a target.
fn invalid_target<'a>(value: ExprRef<'a>, targets: Targets, depth: u16) -> Option<ExprRef<'a>> {
    let Some(depth) = depth.checked_sub(1) else {
        return Some(value);
    };
    match value.kind {
        ExprKind::List(items) | ExprKind::Tuple(items) => {
            items.iter().find_map(|item| invalid_target(item, targets, depth))
        }
        ExprKind::Starred(_) if targets == Targets::Del => Some(value),
        ExprKind::Starred(inner) => invalid_target(inner, targets, depth),
        // The `in` of a loop looks like a comparison.
        ExprKind::Compare { left, rest } if targets == Targets::For => {
            let is_in = rest.first().is_some_and(|link| link.op == crate::ast::CompareOp::In);
            if is_in { invalid_target(left, targets, depth) } else { None }
        }
        ExprKind::Name(_) | ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => None,
        _ => Some(value),
    }
}

/// The end of a comprehension: its last condition, or what it iterates.
fn last_item(clauses: &[CompFor<'_>]) -> Option<Span> {
    let last = clauses.last()?;
    Some(last.conditions.last().map_or(last.iter.span, |condition| condition.span))
}

impl<'a> Parser<'a> {
    /// Raises when a part of `value` cannot be assigned to or deleted.
    pub(super) fn check_target(&mut self, value: ExprRef<'a>, targets: Targets) -> Parsed<()> {
        let Some(wrong) = invalid_target(value, targets, self.limits.depth) else {
            return Ok(());
        };
        let before = match targets {
            Targets::Del => "cannot delete ",
            Targets::Star | Targets::For => "cannot assign to ",
        };
        let kind = ErrorKind::Around { before, middle: describe(wrong), after: "" };
        Err(self.raise(kind, wrong.span))
    }

    /// `a` of a conditional was parsed from token `mark` on: does something stand behind it that cannot?
    pub(super) fn diagnose_expression(&mut self, mark: usize, value: ExprRef<'a>) -> Parsed<()> {
        let first = self.tokens.get(mark).unwrap_or(super::NO_TOKEN);
        let second = self.tokens.get(mark + 1).map(|token| token.kind);
        let is_name = first.kind == Kind::Name;
        let word = self.lexer.text_of(first);
        // CPython takes any beginning of a soft keyword for one.
        let is_soft = is_name && ["match", "case", "_"].iter().any(|soft| soft.starts_with(word));
        // A name before a string may be a misspelt prefix.
        let is_prefix = is_name && second == Some(Kind::String);
        if !(is_soft || is_prefix) {
            self.diagnose_missing_comma(value)?;
        }
        self.diagnose_missing_else(value)?;
        if is_name && second != Some(Kind::LeftParen) {
            self.diagnose_legacy(mark, first)?;
        }
        Ok(())
    }

    fn diagnose_missing_comma(&mut self, value: ExprRef<'a>) -> Parsed<()> {
        if !self.starts_expression() {
            return Ok(());
        }
        let mark = self.at;
        let follower = self.quietly(Parser::plain_expression)?;
        let last = self.at.checked_sub(1).and_then(|idx| self.tokens.get(idx));
        self.at = mark;
        let Some(follower) = follower else {
            return Ok(());
        };
        let is_legacy = matches!(value.kind, ExprKind::Name("print" | "exec"));
        if is_legacy || last.is_none_or(|token| token.level == 0) {
            return Ok(());
        }
        let span = value.span.to(follower.span);
        Err(self.raise_text("invalid syntax. Perhaps you forgot a comma?", span))
    }

    fn diagnose_missing_else(&mut self, value: ExprRef<'a>) -> Parsed<()> {
        if self.kind() != Kind::If {
            return Ok(());
        }
        let mark = self.at;
        let test = self.attempt(|parser| {
            parser.take();
            parser.disjunction()
        })?;
        let is_missing = !matches!(self.kind(), Kind::Else | Kind::Colon);
        self.at = mark;
        match test {
            Some(test) if is_missing => {
                let span = value.span.to(test.span);
                Err(self.raise_text("expected 'else' after 'if' expression", span))
            }
            _ => Ok(()),
        }
    }

    /// `print x` and `exec x`, the statements of old. What follows any other name is looked at too, and may raise.
    fn diagnose_legacy(&mut self, mark: usize, name: Token) -> Parsed<()> {
        let back = self.at;
        self.at = mark + 1;
        // A long row of names would nest without end.
        let is_shallow = self.depth < self.limits.depth / 2;
        let printed = match is_shallow && self.starts_item() {
            true => self.attempt(Parser::star_expressions)?,
            false => None,
        };
        self.at = back;
        let word = self.lexer.text_of(name);
        match printed {
            Some(printed) if matches!(word, "print" | "exec") => {
                let span = self.span_of(name).to(printed.span);
                Err(self.raise(ErrorKind::LegacyCall(word), span))
            }
            _ => Ok(()),
        }
    }

    /// `value` stands where `name := ...` could: is it followed by `=` or `:=`?
    pub(super) fn diagnose_named(&mut self, mark: usize, value: ExprRef<'a>) -> Parsed<()> {
        match self.kind() {
            Kind::Walrus => self.diagnose_walrus(value),
            Kind::Assign => self.diagnose_equal(mark),
            _ => Ok(()),
        }
    }

    fn diagnose_walrus(&mut self, value: ExprRef<'a>) -> Parsed<()> {
        let back = self.at;
        let assigned = self.attempt(|parser| {
            parser.take();
            parser.expression()
        })?;
        self.at = back;
        if assigned.is_none() {
            return Ok(());
        }
        let kind = ErrorKind::Around {
            before: "cannot use assignment expressions with ",
            middle: describe(value),
            after: "",
        };
        Err(self.raise(kind, value.span))
    }

    fn diagnose_equal(&mut self, mark: usize) -> Parsed<()> {
        let back = self.at;
        let is_name = self.tokens.get(mark).is_some_and(|token| token.kind == Kind::Name);
        let is_excluded = self.starts_with_display(mark)?;
        self.at = mark;
        let target = self.attempt(Parser::bitwise_or)?;
        let assigned = self.attempt(|parser| {
            parser.expect(Kind::Assign)?;
            parser.bitwise_or()
        })?;
        let is_chain = matches!(self.kind(), Kind::Assign | Kind::Walrus);
        self.at = back;
        let (Some(target), Some(assigned)) = (target, assigned) else {
            return Ok(());
        };
        if is_chain || is_excluded {
            return Ok(());
        }
        if is_name && mark + 1 == back {
            return Err(self.raise_text(MAYBE_EQUAL, target.span.to(assigned.span)));
        }
        let kind = ErrorKind::Around {
            before: "cannot assign to ",
            middle: describe(target),
            after: " here. Maybe you meant '==' instead of '='?",
        };
        Err(self.raise(kind, target.span))
    }

    /// A list, tuple, generator expression or constant stands at `mark`.
    fn starts_with_display(&mut self, mark: usize) -> Parsed<bool> {
        self.at = mark;
        let first = self.peek(0);
        Ok(match first.kind {
            Kind::True | Kind::False | Kind::None => true,
            Kind::LeftSquare => {
                let found = self.quietly(Parser::square)?;
                found.is_some_and(|found| matches!(found.kind, ExprKind::List(_)))
            }
            Kind::LeftParen => {
                let found = self.quietly(Parser::parenthesized)?;
                found.is_some_and(|found| {
                    let is_own = (found.span.line, found.span.col) == (first.line, first.col);
                    is_own && matches!(found.kind, ExprKind::Tuple(_) | ExprKind::Generator(_))
                })
            }
            _ => false,
        })
    }

    /// `(**a)`
    pub(super) fn diagnose_double_star_group(&mut self) -> Parsed<()> {
        let mark = self.at;
        let stars = self.take();
        let value = self.attempt(Parser::expression)?;
        let is_group = value.is_some() && self.kind() == Kind::RightParen;
        self.at = mark;
        if is_group {
            let span = self.span_of(stars);
            return Err(self.raise_text("cannot use double starred expression here", span));
        }
        Ok(())
    }

    /// `[a, b for ...]`
    pub(super) fn diagnose_bare_target(
        &mut self,
        items: &'a [ExprRef<'a>],
        has_comma: bool,
    ) -> Parsed<()> {
        let mark = self.at;
        let clauses = self.attempt(Parser::for_if_clauses)?;
        self.at = mark;
        let (Some(first), Some(last), Some(_)) = (items.first(), items.last(), clauses) else {
            return Ok(());
        };
        let mut span = first.span.to(last.span);
        if items.len() == 1 && has_comma {
            let comma = mark.checked_sub(1).and_then(|idx| self.tokens.get(idx));
            span = comma.map_or(span, |comma| span.to(self.span_of(comma)));
        }
        const TEXT: &str = "did you forget parentheses around the comprehension target?";
        Err(self.raise_text(TEXT, span))
    }

    /// `{**a for ...}`
    pub(super) fn diagnose_unpacked_comprehension(&mut self, stars: usize) -> Parsed<()> {
        let mark = self.at;
        let clauses = match self.kind() {
            Kind::For | Kind::Async => self.attempt(Parser::for_if_clauses)?,
            _ => None,
        };
        let is_whole = clauses.is_some() && self.kind() == Kind::RightBrace;
        self.at = mark;
        if !is_whole {
            return Ok(());
        }
        let span = self.tokens.get(stars).map_or(Span::default(), |token| self.span_of(token));
        Err(self.raise_text("dict unpacking cannot be used in dict comprehension", span))
    }

    /// The items of a dict from here on do not fit. CPython looks for the reason at once, before any other mistake.
    pub(super) fn diagnose_dict(&mut self) -> Parsed<()> {
        let mark = self.at;
        let mode = self.mode;
        self.mode = Mode::Quiet;
        let found = self.wrong_dict_item(mark);
        self.mode = mode;
        self.at = mark;
        if self.stopped.is_some() {
            return Ok(());
        }
        match found? {
            Some((text, span)) => Err(self.raise_always(ErrorKind::Text(text), span)),
            None => Ok(()),
        }
    }

    fn wrong_dict_item(&mut self, mark: usize) -> Parsed<Option<(&'static str, Span)>> {
        let mut n_fitting = 0_u32;
        while self.attempt(|parser| parser.separated_dict_item(n_fitting > 0))?.is_some() {
            n_fitting = n_fitting.saturating_add(1);
        }
        if n_fitting > 0 && self.eat(Kind::Comma) {
            let start = self.at;
            if let Some(found) = self.missing_dict_colon()? {
                return Ok(Some(found));
            }
            self.at = start;
            if let Some(found) = self.wrong_dict_value()? {
                return Ok(Some(found));
            }
        }
        self.at = mark;
        self.wrong_dict_value()
    }

    fn separated_dict_item(&mut self, has_comma: bool) -> Parsed<()> {
        if has_comma {
            self.expect(Kind::Comma)?;
        }
        match self.kind() {
            Kind::DoubleStar => self.unpacked_item()?,
            _ => self.dict_item()?,
        };
        Ok(())
    }

    /// A key without its colon.
    fn missing_dict_colon(&mut self) -> Parsed<Option<(&'static str, Span)>> {
        let Some(key) = self.attempt(Parser::expression)? else {
            return Ok(None);
        };
        if self.kind() == Kind::Colon {
            return Ok(None);
        }
        let Span { line, end_line, end_col, .. } = key.span;
        let span = Span { line, end_line, col: end_col.saturating_sub(1), end_col: NO_END };
        Ok(Some(("':' expected after dictionary key", span)))
    }

    /// A value that is starred or missing.
    fn wrong_dict_value(&mut self) -> Parsed<Option<(&'static str, Span)>> {
        if self.attempt(Parser::expression)?.is_none() || self.kind() != Kind::Colon {
            return Ok(None);
        }
        let colon = self.take();
        match self.kind() {
            Kind::RightBrace | Kind::Comma => {
                let text = "expression expected after dictionary key and ':'";
                Ok(Some((text, self.span_of(colon))))
            }
            Kind::Star => {
                let star = self.take();
                if self.attempt(Parser::bitwise_or)?.is_none() {
                    return Ok(None);
                }
                let text = "cannot use a starred expression in a dictionary value";
                Ok(Some((text, self.starting_from(star))))
            }
            _ => Ok(None),
        }
    }

    /// From `start` to the last token looked at, ending as CPython ends it: on its last byte.
    pub(super) fn starting_from(&mut self, start: Token) -> Span {
        let span = self.span_of(start).to(self.furthest_span());
        Span { end_col: span.end_col.saturating_sub(1), ..span }
    }

    /// A loop whose target did not fit.
    pub(super) fn diagnose_for_target(&mut self) -> Parsed<ExprRef<'a>> {
        if self.is_diagnosing()
            && let Some(value) = self.attempt(Parser::star_expressions)?
        {
            self.check_target(value, Targets::For)?;
        }
        Err(Stop::Fail)
    }
}
