//! Calls: positional and keyword arguments, unpacking, a bare generator expression.
//!
//! Positional arguments come first (with `*iterables` anywhere before `**mappings`), then keywords.

use super::{ExprRef, Parsed, Parser, Stop};
use crate::ast::{ExprKind, Keyword};
use crate::error::ErrorKind;
use crate::list::List;
use crate::token::{Kind, Token};

/// The inside of the parentheses of a call or class statement.
#[derive(Clone, Copy)]
pub(super) struct Arguments<'a> {
    pub(super) args: &'a [ExprRef<'a>],
    pub(super) keywords: &'a [Keyword<'a>],
}

/// One argument.
enum Argument<'a> {
    Positional(ExprRef<'a>),
    Keyword(Keyword<'a>),
}

impl<'a> Parser<'a> {
    /// `(arguments)` behind `func`.
    pub(super) fn call(&mut self, start: Token, func: ExprRef<'a>) -> Parsed<ExprRef<'a>> {
        let open = self.expect(Kind::LeftParen)?;
        let Arguments { args, keywords } = self.closed_arguments(Some(open))?;
        self.expr(start, ExprKind::Call { func, args, keywords })
    }

    /// A generator expression as the only argument, whose parentheses are those of the call.
    fn sole_generator(&mut self, open: Token, element: ExprRef<'a>) -> Parsed<Arguments<'a>> {
        let comp = self.comprehension(element, None)?;
        if self.kind() != Kind::RightParen {
            return Err(Stop::Fail);
        }
        // The closing parenthesis belongs to both.
        self.at += 1;
        let generator = self.expr(open, ExprKind::Generator(comp))?;
        self.at -= 1;
        let args = self.alloc([generator])?;
        Ok(Arguments { args, keywords: &[] })
    }

    /// Arguments up to and with the closing parenthesis. Only behind the `(` of a call may a generator expression
    /// stand without parentheses of its own.
    pub(super) fn closed_arguments(&mut self, open: Option<Token>) -> Parsed<Arguments<'a>> {
        let mark = self.at;
        let found = self.nested(|parser| {
            parser.optional(|parser| {
                let found = parser.arguments(open)?;
                parser.expect(Kind::RightParen)?;
                Ok(found)
            })
        })?;
        if let Some(found) = found {
            return Ok(found);
        }
        if self.is_diagnosing() {
            self.at = mark;
            self.diagnose_arguments()?;
        }
        Err(Stop::Fail)
    }

    /// Arguments in their proper order, with a trailing comma if there are any.
    fn arguments(&mut self, open: Option<Token>) -> Parsed<Arguments<'a>> {
        let mut args = List::new();
        let mut keywords = List::new();
        let mut allowed = Allowed::All;
        while self.starts_argument() {
            match self.argument(allowed)? {
                Argument::Positional(value) => {
                    let is_first = args.is_empty() && keywords.is_empty();
                    if let Some(open) = open.filter(|_| is_first)
                        && matches!(self.kind(), Kind::For | Kind::Async)
                    {
                        return self.sole_generator(open, value);
                    }
                    self.push(&mut args, value)?;
                }
                Argument::Keyword(keyword) => {
                    allowed = allowed.after(&keyword);
                    self.check_repeated(keywords.as_slice(), &keyword);
                    self.push(&mut keywords, keyword)?;
                }
            }
            if !self.eat(Kind::Comma) {
                break;
            }
        }
        Ok(Arguments { args: args.finish(), keywords: keywords.finish() })
    }

    /// As many arguments as fit, for a diagnosis. True when there was one; a comma behind them stays.
    pub(super) fn fitting_arguments(&mut self) -> Parsed<Option<Arguments<'a>>> {
        let mut args = List::new();
        let mut keywords = List::new();
        let mut allowed = Allowed::All;
        let mut is_first = true;
        while is_first || self.kind() == Kind::Comma {
            let found = self.attempt(|parser| {
                if !is_first {
                    parser.expect(Kind::Comma)?;
                }
                parser.argument(allowed)
            })?;
            match found {
                Some(Argument::Positional(value)) => self.push(&mut args, value)?,
                Some(Argument::Keyword(keyword)) => {
                    allowed = allowed.after(&keyword);
                    self.push(&mut keywords, keyword)?;
                }
                None => break,
            }
            is_first = false;
        }
        let found = Arguments { args: args.finish(), keywords: keywords.finish() };
        Ok((!is_first).then_some(found))
    }

    fn starts_argument(&mut self) -> bool {
        self.kind() == Kind::DoubleStar || self.starts_item()
    }

    fn argument(&mut self, allowed: Allowed) -> Parsed<Argument<'a>> {
        let start = self.peek(0);
        match start.kind {
            Kind::Star if allowed != Allowed::Keywords => {
                self.starred_expression().map(Argument::Positional)
            }
            Kind::DoubleStar => {
                self.take();
                let value = self.expression()?;
                self.keyword(start, None, value)
            }
            Kind::Name if self.second_kind() == Kind::Assign => {
                let name = self.name()?;
                self.take();
                let value = self.expression()?;
                if self.is_diagnosing() {
                    self.diagnose_keyword_generator(start)?;
                }
                self.keyword(start, Some(name), value)
            }
            Kind::Star => Err(Stop::Fail),
            _ if allowed == Allowed::All => self.positional().map(Argument::Positional),
            _ => {
                self.positional()?;
                Err(Stop::Fail)
            }
        }
    }

    fn keyword(
        &mut self,
        start: Token,
        name: Option<&'a str>,
        value: ExprRef<'a>,
    ) -> Parsed<Argument<'a>> {
        let span = self.span_since(start);
        Ok(Argument::Keyword(Keyword { name, value, span }))
    }

    /// An argument without name or star.
    fn positional(&mut self) -> Parsed<ExprRef<'a>> {
        if self.starts_assignment_expression() {
            return self.assignment_expression();
        }
        let start = self.peek(0);
        let value = self.expression()?;
        match self.kind() {
            Kind::Walrus => Err(Stop::Fail),
            Kind::Assign => Err(self.assigned_argument(start, value)),
            _ => Ok(value),
        }
    }

    /// Two keywords of one name are an error that only a correct text shows.
    fn check_repeated(&mut self, earlier: &[Keyword<'a>], keyword: &Keyword<'a>) {
        if let Some(name) = keyword.name
            && self.late_error.is_none()
            && earlier.iter().any(|other| other.name == Some(name))
        {
            let kind = ErrorKind::Around {
                before: "keyword argument repeated: ",
                middle: name,
                after: "",
            };
            self.late_error = Some(crate::error::CompileError::new(kind, keyword.span));
        }
    }
}

/// What may still come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Allowed {
    All,
    /// After `name=value`: no bare positional argument.
    Named,
    /// After `**mapping`: no `*iterable` either.
    Keywords,
}

impl Allowed {
    fn after(self, keyword: &Keyword<'_>) -> Allowed {
        match (self, keyword.name) {
            (Allowed::Keywords, _) | (_, None) => Allowed::Keywords,
            _ => Allowed::Named,
        }
    }
}
