//! Targets: what may be assigned to, deleted or looped over.
//!
//! A target is parsed as the expression it looks like and then checked; the tree has no nodes of its own for it.

use super::{ExprRef, Parsed, Parser, Stop};
use crate::ast::ExprKind;
use crate::list::List;
use crate::token::Kind;

/// May stand left of `=`.
pub(super) fn is_star_target(value: ExprRef<'_>, depth: u16) -> bool {
    let Some(depth) = depth.checked_sub(1) else {
        return false;
    };
    match value.kind {
        ExprKind::Name(_) | ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => true,
        ExprKind::Starred(inner) => {
            !matches!(inner.kind, ExprKind::Starred(_)) && is_star_target(inner, depth)
        }
        ExprKind::Tuple(items) | ExprKind::List(items) => {
            items.iter().all(|item| is_star_target(item, depth))
        }
        _ => false,
    }
}

/// May be deleted.
fn is_del_target(value: ExprRef<'_>, depth: u16) -> bool {
    let Some(depth) = depth.checked_sub(1) else {
        return false;
    };
    match value.kind {
        ExprKind::Tuple(items) | ExprKind::List(items) => {
            items.iter().all(|item| is_del_target(item, depth))
        }
        _ => is_single_target(value),
    }
}

/// May be updated or annotated.
pub(super) fn is_single_target(value: ExprRef<'_>) -> bool {
    matches!(
        value.kind,
        ExprKind::Name(_) | ExprKind::Attribute { .. } | ExprKind::Subscript { .. }
    )
}

impl<'a> Parser<'a> {
    /// `target in`, for loops and comprehensions.
    pub(super) fn for_target(&mut self) -> Parsed<ExprRef<'a>> {
        let mark = self.at;
        let target = self.attempt(|parser| {
            let target = parser.star_targets()?;
            parser.expect(Kind::In)?;
            Ok(target)
        })?;
        match target {
            Some(target) => Ok(target),
            None => {
                self.at = mark;
                self.diagnose_for_target()
            }
        }
    }

    /// One target, or several as a tuple.
    pub(super) fn star_targets(&mut self) -> Parsed<ExprRef<'a>> {
        let start = self.peek(0);
        let first = self.star_target()?;
        if self.kind() != Kind::Comma {
            return Ok(first);
        }
        let items = self.more_items(first, Parser::star_target)?;
        self.expr(start, ExprKind::Tuple(items))
    }

    /// `*target` or a target.
    pub(super) fn star_target(&mut self) -> Parsed<ExprRef<'a>> {
        let start = self.peek(0);
        let is_starred = self.eat(Kind::Star);
        let value = self.primary()?;
        // What follows decides about the rule, so it counts as seen.
        self.kind();
        if !is_star_target(value, self.limits.depth) {
            return Err(Stop::Fail);
        }
        if is_starred { self.expr(start, ExprKind::Starred(value)) } else { Ok(value) }
    }

    /// The targets of `del`.
    pub(super) fn del_targets(&mut self) -> Parsed<&'a [ExprRef<'a>]> {
        let mut items = List::new();
        loop {
            let value = self.primary()?;
            self.kind();
            if !is_del_target(value, self.limits.depth) {
                return Err(Stop::Fail);
            }
            self.push(&mut items, value)?;
            if !self.eat(Kind::Comma) || matches!(self.kind(), Kind::Newline | Kind::Semicolon) {
                return Ok(items.finish());
            }
        }
    }
}
