//! Parameters of functions and lambdas.
//!
//! ```text
//!  a, b=1, /, c, d=2, *args, e, f=3, **kwargs
//!  positional only    positional      keyword only
//! ```
//!
//! Not here: what the names are bound to (scope.rs).

use super::{ExprRef, Parsed, Parser, Stop};
use crate::ast::{Param, Params, Span};
use crate::error::{CompileError, ErrorKind};
use crate::list::List;
use crate::token::{Kind, Token};

/// Whose parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// In parentheses, with annotations.
    Def,
    /// Up to the colon, without.
    Lambda,
}

impl Style {
    fn closing(self) -> Kind {
        match self {
            Style::Def => Kind::RightParen,
            Style::Lambda => Kind::Colon,
        }
    }
}

/// What was collected so far.
struct Collected<'a> {
    style: Style,
    positional_only: &'a [Param<'a>],
    positional: List<'a, Param<'a>>,
    keyword_only: List<'a, Param<'a>>,
    star: Option<&'a Param<'a>>,
    double_star: Option<&'a Param<'a>>,
    has_slash: bool,
    has_star: bool,
}

impl<'a> Parser<'a> {
    /// Parameters up to, not with, what closes them.
    pub(super) fn params(&mut self, style: Style) -> Parsed<&'a Params<'a>> {
        let mut found = Collected {
            style,
            positional_only: &[],
            positional: List::new(),
            keyword_only: List::new(),
            star: None,
            double_star: None,
            has_slash: false,
            has_star: false,
        };
        while self.kind() != style.closing() {
            match self.kind() {
                Kind::Slash => self.slash(&mut found)?,
                Kind::Star => self.star_param(&mut found)?,
                Kind::DoubleStar => self.double_star_param(&mut found)?,
                Kind::LeftParen => return Err(self.parenthesized_params(&found)),
                _ => self.plain_param(&mut found)?,
            }
            if !self.eat(Kind::Comma) {
                break;
            }
            if found.double_star.is_some() && self.kind() != style.closing() {
                return Err(self.after_double_star(style));
            }
        }
        if self.kind() != style.closing() {
            return Err(Stop::Fail);
        }
        let params = Params {
            positional_only: found.positional_only,
            positional: found.positional.finish(),
            star: found.star,
            keyword_only: found.keyword_only.finish(),
            double_star: found.double_star,
        };
        self.alloc(params)
    }

    /// Two parameters of one name are an error that only a correct text shows.
    pub(super) fn check_params(&mut self, params: &'a Params<'a>) {
        if self.late_error.is_some() {
            return;
        }
        let twice = all_params(params).enumerate().find(|(idx, param)| {
            all_params(params).take(*idx).any(|earlier| earlier.name == param.name)
        });
        if let Some((_, param)) = twice {
            let kind = ErrorKind::Around {
                before: "duplicate argument '",
                middle: param.name,
                after: "' in function definition",
            };
            self.late_error = Some(CompileError::new(kind, param.span));
        }
    }

    fn plain_param(&mut self, found: &mut Collected<'a>) -> Parsed<()> {
        let param = self.param(found.style)?;
        let default = self.default_value(found.style)?;
        let param = Param { default, ..param };
        if found.has_star {
            return self.push(&mut found.keyword_only, param);
        }
        let earlier = found.positional.last().or(found.positional_only.last().copied());
        if default.is_none() && earlier.is_some_and(|earlier| earlier.default.is_some()) {
            // The rule wants to see what follows.
            self.kind();
            let text = "non-default argument follows default argument";
            return Err(self.raise_text(text, param.span));
        }
        self.push(&mut found.positional, param)
    }

    fn param(&mut self, style: Style) -> Parsed<Param<'a>> {
        let start = self.peek(0);
        let name = self.name()?;
        let annotation = self.annotated(style, Parser::expression)?;
        let span = self.span_since(start);
        self.ends_param(style)?;
        Ok(Param { name, annotation, default: None, span })
    }

    fn annotated(
        &mut self,
        style: Style,
        rule: impl FnOnce(&mut Self) -> Parsed<ExprRef<'a>>,
    ) -> Parsed<Option<ExprRef<'a>>> {
        if style == Style::Lambda || !self.eat(Kind::Colon) {
            return Ok(None);
        }
        rule(self).map(Some)
    }

    /// Behind a parameter comes a comma, a default or the end.
    fn ends_param(&mut self, style: Style) -> Parsed<()> {
        let kind = self.kind();
        if kind == Kind::Comma || kind == Kind::Assign || kind == style.closing() {
            return Ok(());
        }
        Err(Stop::Fail)
    }

    fn default_value(&mut self, style: Style) -> Parsed<Option<ExprRef<'a>>> {
        if self.kind() != Kind::Assign {
            return Ok(None);
        }
        let equal = self.take();
        if matches!(self.kind(), Kind::RightParen | Kind::Comma) {
            let span = self.span_of(equal);
            return Err(self.raise_text("expected default value expression", span));
        }
        let value = self.expression()?;
        if self.kind() != Kind::Comma && self.kind() != style.closing() {
            return Err(Stop::Fail);
        }
        Ok(Some(value))
    }

    fn slash(&mut self, found: &mut Collected<'a>) -> Parsed<()> {
        let slash = self.take();
        let span = self.span_of(slash);
        if found.has_star {
            return Err(self.raise_text("/ must be ahead of *", span));
        }
        if found.has_slash {
            return Err(self.raise_text("/ may appear only once", span));
        }
        if found.positional.is_empty() {
            let is_early = self.is_diagnosing() && self.kind() == Kind::Comma;
            return Err(match is_early {
                true => self.raise_text("at least one argument must precede /", span),
                false => Stop::Fail,
            });
        }
        if self.kind() == Kind::Star {
            let span = self.next_span();
            return Err(self.raise_text("expected comma between / and *", span));
        }
        found.has_slash = true;
        found.positional_only = core::mem::take(&mut found.positional).finish();
        Ok(())
    }

    fn star_param(&mut self, found: &mut Collected<'a>) -> Parsed<()> {
        let star = self.take();
        if found.has_star {
            return Err(self.second_star(star, found.style));
        }
        found.has_star = true;
        if self.kind() == Kind::Comma {
            return self.check_bare_star(star, found.style);
        }
        if self.kind() == found.style.closing() {
            return Err(self.bare_star(star, found.style));
        }
        let start = self.peek(0);
        let name = self.name()?;
        let annotation = self.annotated(found.style, Parser::star_expression)?;
        let span = self.span_since(start);
        self.no_default("var-positional argument cannot have default value")?;
        self.ends_param(found.style)?;
        let param = Param { name, annotation, default: None, span };
        found.star = Some(self.alloc(param)?);
        Ok(())
    }

    /// A `*` and a comma: a name must follow.
    fn check_bare_star(&mut self, star: Token, style: Style) -> Parsed<()> {
        let follower = self.peek(1).kind;
        if follower == style.closing() || follower == Kind::DoubleStar {
            return Err(self.bare_star(star, style));
        }
        Ok(())
    }

    fn bare_star(&mut self, star: Token, style: Style) -> Stop {
        const TEXT: &str = "named arguments must follow bare *";
        match style {
            Style::Def => {
                let span = self.span_of(star);
                self.raise_text(TEXT, span)
            }
            Style::Lambda => self.raise_here(TEXT),
        }
    }

    fn second_star(&mut self, star: Token, style: Style) -> Stop {
        if !self.is_diagnosing() {
            return Stop::Fail;
        }
        let is_complete = self.kind() == Kind::Comma
            || (self.attempt(|parser| parser.param(style)).is_ok_and(|param| param.is_some())
                && self.kind() != Kind::Assign);
        if !is_complete {
            return Stop::Fail;
        }
        let span = self.span_of(star);
        self.raise_text("* argument may appear only once", span)
    }

    fn double_star_param(&mut self, found: &mut Collected<'a>) -> Parsed<()> {
        self.take();
        let start = self.peek(0);
        let name = self.name()?;
        let annotation = self.annotated(found.style, Parser::expression)?;
        let span = self.span_since(start);
        self.no_default("var-keyword argument cannot have default value")?;
        self.ends_param(found.style)?;
        let param = Param { name, annotation, default: None, span };
        found.double_star = Some(self.alloc(param)?);
        Ok(())
    }

    fn no_default(&mut self, text: &'static str) -> Parsed<()> {
        if self.kind() != Kind::Assign {
            return Ok(());
        }
        let span = self.next_span();
        Err(self.raise_text(text, span))
    }

    fn after_double_star(&mut self, style: Style) -> Stop {
        const TEXT: &str = "arguments cannot follow var-keyword argument";
        let span = match self.kind() {
            Kind::Star | Kind::DoubleStar | Kind::Slash => self.next_span(),
            Kind::Name => self.param_span(style),
            _ => return Stop::Fail,
        };
        self.raise_text(TEXT, span)
    }

    /// The name here, with its annotation if it has one.
    fn param_span(&mut self, style: Style) -> Span {
        let start = self.take();
        if style == Style::Def && self.eat(Kind::Colon) {
            let mark = self.at;
            if !matches!(self.quietly(Parser::expression), Ok(Some(_))) {
                self.at = mark.saturating_sub(1);
            }
        }
        self.span_since(start)
    }

    /// Parameters used to be unpacked in parentheses.
    fn parenthesized_params(&mut self, found: &Collected<'a>) -> Stop {
        let has_default = found.positional.as_slice().iter().any(|param| param.default.is_some());
        if has_default || found.has_slash || found.has_star {
            return Stop::Fail;
        }
        let open = self.take();
        let mut n_names = 0_u32;
        while self.kind() == Kind::Name {
            self.take();
            n_names = n_names.saturating_add(1);
            if !self.eat(Kind::Comma) {
                break;
            }
        }
        if n_names == 0 || self.kind() != Kind::RightParen {
            return Stop::Fail;
        }
        let close = self.take();
        let span = self.span_of(open).to(self.span_of(close));
        self.raise_text(
            match found.style {
                Style::Def => "Function parameters cannot be parenthesized",
                Style::Lambda => "Lambda expression parameters cannot be parenthesized",
            },
            span,
        )
    }
}

/// The parameters in the order in which they are bound.
fn all_params<'a>(params: &'a Params<'a>) -> impl Iterator<Item = &'a Param<'a>> + Clone {
    let positional = params.positional_only.iter().chain(params.positional);
    positional.chain(params.keyword_only).chain(params.star).chain(params.double_star)
}
