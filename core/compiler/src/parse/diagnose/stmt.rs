//! Mistakes in assignments and in the headers of compound statements.

use super::{Parser, Targets, describe};
use crate::ast::ExprKind;
use crate::error::ErrorKind;
use crate::parse::{ExprRef, Parsed, Stop};
use crate::token::Kind;

impl<'a> Parser<'a> {
    /// What stands here is no assignment; looks for one that went wrong.
    pub(in crate::parse) fn diagnose_assignment(&mut self) -> Parsed<()> {
        let mark = self.at;
        self.diagnose_annotated_display()?;
        self.at = mark;
        self.diagnose_annotated_list()?;
        self.at = mark;
        self.diagnose_annotated_expression()?;
        self.at = mark;
        self.diagnose_assigned()?;
        self.at = mark;
        self.diagnose_augmented()?;
        self.at = mark;
        Ok(())
    }

    fn annotation(&mut self) -> Parsed<ExprRef<'a>> {
        self.expect(Kind::Colon)?;
        self.expression()
    }

    /// `(a, b): int`
    fn diagnose_annotated_display(&mut self) -> Parsed<()> {
        if !matches!(self.kind(), Kind::LeftParen | Kind::LeftSquare) {
            return Ok(());
        }
        let found = self.attempt(|parser| {
            let target = parser.atom()?;
            parser.annotation()?;
            Ok(target)
        })?;
        match found {
            Some(target) if matches!(target.kind, ExprKind::Tuple(_) | ExprKind::List(_)) => {
                let kind = ErrorKind::Around {
                    before: "only single target (not ",
                    middle: describe(target),
                    after: ") can be annotated",
                };
                Err(self.raise(kind, target.span))
            }
            _ => Ok(()),
        }
    }

    /// `a, b: int`
    fn diagnose_annotated_list(&mut self) -> Parsed<()> {
        let found = self.attempt(|parser| {
            let first = parser.star_named_expression()?;
            parser.expect(Kind::Comma)?;
            while parser.starts_item() {
                let Some(next) = parser.attempt(Parser::star_named_expression)? else {
                    break;
                };
                if parser.kind() == Kind::Comma {
                    parser.more_items(next, Parser::star_named_expression)?;
                }
            }
            parser.annotation()?;
            Ok(first)
        })?;
        match found {
            Some(first) => {
                let text = "only single target (not tuple) can be annotated";
                Err(self.raise_text(text, first.span))
            }
            None => Ok(()),
        }
    }

    /// `f(): int`
    fn diagnose_annotated_expression(&mut self) -> Parsed<()> {
        let found = self.attempt(|parser| {
            let target = parser.expression()?;
            parser.annotation()?;
            Ok(target)
        })?;
        match found {
            Some(target) => Err(self.raise_text("illegal target for annotation", target.span)),
            None => Ok(()),
        }
    }

    /// `a = f() = 1`
    fn diagnose_assigned(&mut self) -> Parsed<()> {
        let assigned = |parser: &mut Self| {
            let target = parser.star_targets()?;
            parser.expect(Kind::Assign)?;
            Ok(target)
        };
        while self.attempt(assigned)?.is_some() {}
        let mark = self.at;
        if let Some(target) = self.attempt(Parser::star_expressions)?
            && self.kind() == Kind::Assign
        {
            self.check_target(target, Targets::Star)?;
        }
        self.at = mark;
        if self.kind() == Kind::Yield
            && let Some(target) = self.attempt(Parser::yield_expression)?
            && self.kind() == Kind::Assign
        {
            let text = "assignment to yield expression not possible";
            return Err(self.raise_text(text, target.span));
        }
        Ok(())
    }

    /// `f() += 1`
    fn diagnose_augmented(&mut self) -> Parsed<()> {
        let found = self.attempt(|parser| {
            let target = parser.star_expressions()?;
            parser.augmented_op()?;
            parser.assigned_value()?;
            Ok(target)
        })?;
        let Some(target) = found else {
            return Ok(());
        };
        let kind = ErrorKind::Around {
            before: "'",
            middle: describe(target),
            after: "' is an illegal expression for augmented assignment",
        };
        Err(self.raise(kind, target.span))
    }

    /// `del f()`
    pub(in crate::parse) fn diagnose_delete(&mut self) -> Parsed<()> {
        match self.attempt(Parser::star_expressions)? {
            Some(value) => self.check_target(value, Targets::Del),
            None => Ok(()),
        }
    }

    /// The header of a compound statement lacks its colon.
    pub(in crate::parse) fn missing_colon(&mut self) -> Stop {
        if self.is_diagnosing() && self.kind() == Kind::Newline {
            return self.raise_here("expected ':'");
        }
        Stop::Fail
    }

    /// `a as f()`
    pub(in crate::parse) fn diagnose_with_target(&mut self) -> Parsed<()> {
        let mark = self.at;
        self.expect(Kind::As)?;
        let target = self.attempt(Parser::expression)?;
        let is_end = matches!(self.kind(), Kind::Comma | Kind::RightParen | Kind::Colon);
        self.at = mark;
        match target {
            Some(target) if is_end => self.check_target(target, Targets::Star),
            _ => Ok(()),
        }
    }

    /// `with a as b, c` without a colon.
    pub(in crate::parse) fn diagnose_with_list(&mut self) -> Parsed<()> {
        let found = self.attempt(|parser| {
            loop {
                parser.expression()?;
                if parser.eat(Kind::As) {
                    parser.star_target()?;
                }
                if !parser.eat(Kind::Comma) {
                    return Ok(());
                }
            }
        })?;
        if found.is_some() && self.kind() == Kind::Newline {
            return Err(self.raise_here("expected ':'"));
        }
        Ok(())
    }

    /// `with (a as b, c)` without a colon.
    pub(in crate::parse) fn diagnose_with_parens(&mut self) -> Parsed<()> {
        let mark = self.at;
        let found = self.attempt(|parser| {
            parser.expect(Kind::LeftParen)?;
            loop {
                parser.expressions()?;
                if parser.eat(Kind::As) {
                    parser.star_target()?;
                }
                if !parser.eat(Kind::Comma) || parser.kind() == Kind::RightParen {
                    break;
                }
            }
            parser.expect(Kind::RightParen)
        })?;
        let is_end = found.is_some() && self.kind() == Kind::Newline;
        self.at = mark;
        if is_end {
            return Err(self.raise_here("expected ':'"));
        }
        Ok(())
    }

    /// `match x` or `match x:` that no block follows.
    pub(in crate::parse) fn diagnose_match(&mut self) -> Parsed<()> {
        let mark = self.at;
        let start = self.take();
        let subject = self.attempt(Parser::match_subject)?;
        if subject.is_some() && self.kind() == Kind::Newline {
            return Err(self.raise_here("expected ':'"));
        }
        let is_header = subject.is_some() && self.eat(Kind::Colon) && self.eat(Kind::Newline);
        if is_header && self.kind() != Kind::Indent {
            return Err(self.missing_block("'match' statement", start.line));
        }
        self.at = mark;
        Ok(())
    }
}
