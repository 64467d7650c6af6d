//! The patterns part of the walk: what `match` statements bind.

use crate::ast::{Expr, ExprKind, MatchCase, Pattern, PatternKind, Span, UnaryOp};
use crate::list::List;
use crate::scope::check::around;
use crate::scope::collect::{Collector, Outcome, refuse};
use bumpalo::Bump;

/// Names that a pattern has bound so far.
type Names<'a> = List<'a, &'a str>;

/// Does it match anything? Then the name it captures, or "_".
fn irrefutable<'a>(pattern: &Pattern<'a>) -> Option<(Option<&'a str>, Span)> {
    match pattern.kind {
        PatternKind::As { pattern: None, name } => Some((name, pattern.span)),
        PatternKind::As { pattern: Some(inner), .. } => irrefutable(inner),
        PatternKind::Or(options) => options.last().and_then(|last| irrefutable(last)),
        _ => None,
    }
}

fn refuse_unreachable<'a>(bump: &'a Bump, found: (Option<&'a str>, Span)) -> Outcome<'a> {
    let after = "' makes remaining patterns unreachable";
    match found {
        (Some(name), span) => around(bump, "name capture '", name, after, span),
        (None, span) => refuse(bump, "wildcard makes remaining patterns unreachable", span),
    }
}

/// Are two keys the same literal?
fn same_key(left: &Expr<'_>, right: &Expr<'_>) -> bool {
    match (left.kind, right.kind) {
        (ExprKind::Const(left), ExprKind::Const(right)) => left == right,
        (
            ExprKind::Unary { op: UnaryOp::Minus, operand: left },
            ExprKind::Unary { op: UnaryOp::Minus, operand: right },
        ) => same_key(left, right),
        _ => false,
    }
}

impl<'a> Collector<'a> {
    pub(super) fn cases(&mut self, cases: &'a [MatchCase<'a>]) -> Outcome<'a> {
        for (idx, case) in cases.iter().enumerate() {
            let is_last = idx + 1 == cases.len();
            if let (None, false, Some(found)) = (case.guard, is_last, irrefutable(case.pattern)) {
                return refuse_unreachable(self.bump, found);
            }
            let mut names = List::new();
            self.pattern(case.pattern, &mut names)?;
            self.optional(case.guard)?;
            self.block(case.body)?;
        }
        Ok(())
    }

    fn capture(&mut self, name: &'a str, span: Span, names: &mut Names<'a>) -> Outcome<'a> {
        if names.as_slice().contains(&name) {
            return around(self.bump, "multiple assignments to name '", name, "' in pattern", span);
        }
        names.push(self.bump, name)?;
        self.bind(name, span)
    }

    fn pattern(&mut self, pattern: &'a Pattern<'a>, names: &mut Names<'a>) -> Outcome<'a> {
        self.enter(pattern.span)?;
        match pattern.kind {
            PatternKind::Value(value) => self.expr(value)?,
            PatternKind::Singleton(_) => {}
            PatternKind::Sequence(items) => {
                let is_star = |item: &&&Pattern<'_>| matches!(item.kind, PatternKind::Star(_));
                if items.iter().filter(is_star).count() > 1 {
                    return refuse(
                        self.bump,
                        "multiple starred names in sequence pattern",
                        pattern.span,
                    );
                }
                items.iter().try_for_each(|item| self.pattern(item, names))?;
            }
            PatternKind::Mapping { items, rest } => {
                for (idx, item) in items.iter().enumerate() {
                    let earlier = items.get(..idx).unwrap_or_default();
                    if earlier.iter().any(|other| same_key(other.key, item.key)) {
                        return self.duplicate_key(item.key, pattern.span);
                    }
                    self.expr(item.key)?;
                    self.pattern(item.pattern, names)?;
                }
                if let Some(name) = rest {
                    self.capture(name, pattern.span, names)?;
                }
            }
            PatternKind::Class { class, positional, named } => {
                self.expr(class)?;
                positional.iter().try_for_each(|item| self.pattern(item, names))?;
                for (idx, item) in named.iter().enumerate() {
                    let earlier = named.get(..idx).unwrap_or_default();
                    if earlier.iter().any(|other| other.name == item.name) {
                        let before = "attribute name repeated in class pattern: ";
                        return around(self.bump, before, item.name, "", item.pattern.span);
                    }
                    self.pattern(item.pattern, names)?;
                }
            }
            PatternKind::Star(name) => {
                if let Some(name) = name {
                    self.capture(name, pattern.span, names)?;
                }
            }
            PatternKind::As { pattern: inner, name } => {
                if let Some(inner) = inner {
                    self.pattern(inner, names)?;
                }
                if let Some(name) = name {
                    self.capture(name, pattern.span, names)?;
                }
            }
            PatternKind::Or(options) => self.alternatives(options, names)?,
        }
        self.leave();
        Ok(())
    }

    fn duplicate_key(&mut self, key: &Expr<'a>, span: Span) -> Outcome<'a> {
        let text = crate::fold::literal_text(self.bump, key)?;
        around(self.bump, "mapping pattern checks duplicate key (", text, ")", span)
    }

    /// All alternatives bind the same names, and only the last may match anything.
    fn alternatives(
        &mut self,
        options: &'a [&'a Pattern<'a>],
        names: &mut Names<'a>,
    ) -> Outcome<'a> {
        let base = names.len();
        let mut first: Names<'a> = List::new();
        for (idx, option) in options.iter().enumerate() {
            let is_last = idx + 1 == options.len();
            if let (false, Some(found)) = (is_last, irrefutable(option)) {
                return refuse_unreachable(self.bump, found);
            }
            names.truncate(base);
            self.pattern(option, names)?;
            let bound = names.as_slice().get(base..).unwrap_or_default();
            if idx == 0 {
                bound.iter().try_for_each(|name| first.push(self.bump, *name))?;
            } else if bound.len() != first.len()
                || !bound.iter().all(|name| first.as_slice().contains(name))
            {
                // CPython reports the place it has come to.
                return refuse(self.bump, "alternative patterns bind different names", self.span);
            }
        }
        Ok(())
    }
}
