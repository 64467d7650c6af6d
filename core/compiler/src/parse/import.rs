//! `import` and `from ... import`.

use super::{Parsed, Parser, Stop};
use crate::ast::{Alias, StmtKind};
use crate::list::List;
use crate::token::{Kind, Token};

impl<'a> Parser<'a> {
    /// `import a.b as c, d`
    pub(super) fn import(&mut self) -> Parsed<StmtKind<'a>> {
        self.expect(Kind::Import)?;
        let mut names = List::new();
        loop {
            let start = self.peek(0);
            let name = self.dotted_name()?;
            let alias = self.alias(start, name)?;
            self.push(&mut names, alias)?;
            if !self.eat(Kind::Comma) {
                return Ok(StmtKind::Import(names.finish()));
            }
        }
    }

    /// `from ..a.b import c as d, e`
    pub(super) fn import_from(&mut self) -> Parsed<StmtKind<'a>> {
        self.expect(Kind::From)?;
        let mut level = 0_u16;
        loop {
            level = match self.kind() {
                Kind::Dot => level.saturating_add(1),
                Kind::Ellipsis => level.saturating_add(3),
                _ => break,
            };
            self.take();
        }
        let module = match self.kind() {
            Kind::Name => Some(self.dotted_name()?),
            _ if level > 0 => None,
            _ => return Err(Stop::Fail),
        };
        self.expect(Kind::Import)?;
        let names = self.imported_names()?;
        Ok(StmtKind::ImportFrom { module, names, level })
    }

    fn imported_names(&mut self) -> Parsed<&'a [Alias<'a>]> {
        let start = self.peek(0);
        match start.kind {
            Kind::Star => {
                self.take();
                let span = self.span_of(start);
                let alias = Alias { name: "*", alias: None, span };
                self.alloc([alias]).map(|names| names.as_slice())
            }
            Kind::LeftParen => {
                self.take();
                let names = self.aliases()?;
                self.expect(Kind::RightParen)?;
                Ok(names)
            }
            _ => {
                let names = self.aliases()?;
                let last = self.at.checked_sub(1).and_then(|idx| self.tokens.get(idx));
                if last.is_some_and(|token| token.kind == Kind::Comma) {
                    return Err(self.trailing_comma());
                }
                Ok(names)
            }
        }
    }

    fn trailing_comma(&mut self) -> Stop {
        if self.kind() != Kind::Newline {
            return Stop::Fail;
        }
        self.raise_here("trailing comma not allowed without surrounding parentheses")
    }

    /// Names with commas between them and perhaps behind them.
    fn aliases(&mut self) -> Parsed<&'a [Alias<'a>]> {
        let mut names = List::new();
        loop {
            let start = self.peek(0);
            let name = self.name()?;
            let alias = self.alias(start, name)?;
            self.push(&mut names, alias)?;
            if !self.eat(Kind::Comma) || self.kind() != Kind::Name {
                return Ok(names.finish());
            }
        }
    }

    fn alias(&mut self, start: Token, name: &'a str) -> Parsed<Alias<'a>> {
        let alias = if self.eat(Kind::As) { Some(self.name()?) } else { None };
        let span = self.span_since(start);
        Ok(Alias { name, alias, span })
    }

    /// `a.b.c`, a slice of the source unless there are blanks around the dots.
    fn dotted_name(&mut self) -> Parsed<&'a str> {
        let start = self.expect(Kind::Name)?;
        let mark = self.at - 1;
        let mut len = start.end - start.start;
        while self.eat(Kind::Dot) {
            let part = self.expect(Kind::Name)?;
            len += 1 + part.end - part.start;
        }
        let last = self.tokens.get(self.at - 1).unwrap_or(start);
        let whole = Token { end: last.end, ..start };
        if whole.end - whole.start == len {
            return Ok(self.lexer.text_of(whole));
        }
        let mut pieces = List::new();
        for idx in mark..self.at {
            if let Some(token) = self.tokens.get(idx) {
                self.push(&mut pieces, self.lexer.text_of(token))?;
            }
        }
        self.concatenated(pieces.as_slice())
    }
}
