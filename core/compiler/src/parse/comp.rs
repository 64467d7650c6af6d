//! The `for ... in ... if ...` clauses of comprehensions.

use super::{Parsed, Parser};
use crate::ast::CompFor;
use crate::list::List;
use crate::token::Kind;

impl<'a> Parser<'a> {
    /// One clause or more.
    pub(super) fn for_if_clauses(&mut self) -> Parsed<&'a [CompFor<'a>]> {
        let mut clauses = List::new();
        let first = self.for_if_clause()?;
        self.push(&mut clauses, first)?;
        while matches!(self.kind(), Kind::For | Kind::Async) {
            match self.optional(Parser::for_if_clause)? {
                Some(clause) => self.push(&mut clauses, clause)?,
                None => break,
            }
        }
        Ok(clauses.finish())
    }

    fn for_if_clause(&mut self) -> Parsed<CompFor<'a>> {
        let is_async = self.eat(Kind::Async);
        self.expect(Kind::For)?;
        let target = self.for_target()?;
        let iter = self.disjunction()?;
        let mut conditions = List::new();
        while self.kind() == Kind::If {
            let condition = self.optional(|parser| {
                parser.expect(Kind::If)?;
                parser.disjunction()
            })?;
            match condition {
                Some(condition) => self.push(&mut conditions, condition)?,
                None => break,
            }
        }
        Ok(CompFor { target, iter, conditions: conditions.finish(), is_async })
    }
}
