//! Mistakes in the arguments of a call.

use super::{MAYBE_EQUAL, Parser, last_item};
use crate::ast::{CompFor, ExprKind};
use crate::error::ErrorKind;
use crate::parse::{ExprRef, Parsed, Stop};
use crate::token::{Kind, Token};

const BARE_GENERATOR: &str = "Generator expression must be parenthesized";

type Generator<'a> = (ExprRef<'a>, &'a [CompFor<'a>]);

impl<'a> Parser<'a> {
    /// The arguments from here on do not fit; looks for the reason.
    pub(in crate::parse) fn diagnose_arguments(&mut self) -> Parsed<()> {
        let mark = self.at;
        self.diagnose_late_star()?;
        self.at = mark;
        self.diagnose_first_generator()?;
        self.at = mark;
        self.diagnose_later_generator()?;
        self.at = mark;
        self.diagnose_order()?;
        self.at = mark;
        Ok(())
    }

    /// `**a, *b`
    fn diagnose_late_star(&mut self) -> Parsed<()> {
        let fitting = self.fitting_arguments()?;
        if fitting.is_none_or(|fitting| fitting.keywords.is_empty()) || !self.eat(Kind::Comma) {
            return Ok(());
        }
        if self.kind() != Kind::Star {
            return Ok(());
        }
        let span = self.next_span();
        let text = "iterable argument unpacking follows keyword argument unpacking";
        Err(self.raise_text(text, span))
    }

    fn generator(&mut self) -> Parsed<Generator<'a>> {
        let element = self.expression()?;
        let clauses = self.for_if_clauses()?;
        Ok((element, clauses))
    }

    fn bare_generator(&mut self, (element, clauses): Generator<'a>) -> Stop {
        let span = element.span.to(last_item(clauses).unwrap_or(element.span));
        self.raise_text(BARE_GENERATOR, span)
    }

    /// `a for a in b, c`
    fn diagnose_first_generator(&mut self) -> Parsed<()> {
        let Some(found) = self.attempt(Parser::generator)? else {
            return Ok(());
        };
        if !self.eat(Kind::Comma) {
            return Ok(());
        }
        if self.fitting_arguments()?.is_none() {
            self.attempt(Parser::generator)?;
        }
        Err(self.bare_generator(found))
    }

    /// `a, b for b in c`, with or without the comma in front belonging to fitting arguments.
    fn diagnose_later_generator(&mut self) -> Parsed<()> {
        let Some(fitting) = self.fitting_arguments()? else {
            return Ok(());
        };
        let mark = self.at;
        if let Some(clauses) = self.attempt(Parser::for_if_clauses)?
            && let [_, .., last] = fitting.args
        {
            return Err(self.bare_generator((last, clauses)));
        }
        self.at = mark;
        if !self.eat(Kind::Comma) {
            return Ok(());
        }
        match self.attempt(Parser::generator)? {
            Some(found) => Err(self.bare_generator(found)),
            None => Ok(()),
        }
    }

    /// A positional argument behind a keyword.
    fn diagnose_order(&mut self) -> Parsed<()> {
        let Some(fitting) = self.fitting_arguments()? else {
            return Ok(());
        };
        if !self.eat(Kind::Comma) || self.fitting_arguments()?.is_none() {
            return Ok(());
        }
        let is_unpacked = fitting.keywords.iter().any(|keyword| keyword.name.is_none());
        Err(self.raise_here(match is_unpacked {
            true => "positional argument follows keyword argument unpacking",
            false => "positional argument follows keyword argument",
        }))
    }

    /// `name=value for ...`
    pub(in crate::parse) fn diagnose_keyword_generator(&mut self, name: Token) -> Parsed<()> {
        if !matches!(self.kind(), Kind::For | Kind::Async) {
            return Ok(());
        }
        let mark = self.at;
        let clauses = self.attempt(Parser::for_if_clauses)?;
        self.at = mark;
        if clauses.is_none() {
            return Ok(());
        }
        // From the name to the `=` behind it.
        let idx = self.tokens.as_slice().iter().position(|token| *token == name);
        let equal = idx.and_then(|idx| self.tokens.get(idx + 1)).unwrap_or(name);
        let span = self.span_of(name).to(self.span_of(equal));
        Err(self.raise_text(MAYBE_EQUAL, span))
    }

    /// An argument that is no name is followed by `=`.
    pub(in crate::parse) fn assigned_argument(&mut self, start: Token, value: ExprRef<'a>) -> Stop {
        if !self.is_diagnosing() {
            return Stop::Fail;
        }
        let equal = self.next_span();
        let is_alone = self.at.checked_sub(1).and_then(|idx| self.tokens.get(idx)) == Some(start);
        match value.kind {
            ExprKind::Const(_) if is_alone && is_keyword(start.kind) => {
                let middle = self.lexer.text_of(start);
                let kind = ErrorKind::Around { before: "cannot assign to ", middle, after: "" };
                self.raise(kind, value.span.to(equal))
            }
            _ => {
                let text = "expression cannot contain assignment, perhaps you meant \"==\"?";
                let span = value.span.to(equal);
                self.raise_text(text, span)
            }
        }
    }
}

fn is_keyword(kind: Kind) -> bool {
    matches!(kind, Kind::True | Kind::False | Kind::None)
}
