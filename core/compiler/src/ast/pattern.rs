//! Patterns: what stands behind `case`.

use super::{Const, Expr, Span};

/// One pattern of a `case`.
#[derive(Clone, Copy, Debug)]
pub struct Pattern<'a> {
    /// What it is.
    pub kind: PatternKind<'a>,
    /// Where it is.
    pub span: Span,
}

/// What a pattern is.
#[derive(Clone, Copy, Debug)]
pub enum PatternKind<'a> {
    /// Equal to this: a number (perhaps signed or complex), string, bytes, f-string or dotted name.
    Value(&'a Expr<'a>),
    /// Identical to `None`, `True` or `False`.
    Singleton(Const<'a>),
    /// `[a, b, *rest]`
    Sequence(&'a [&'a Pattern<'a>]),
    /// `{key: pattern, **rest}`
    Mapping {
        /// Key expressions with their patterns, in order.
        items: &'a [MappingItem<'a>],
        /// What follows `**`.
        rest: Option<&'a str>,
    },
    /// `class(positional, name=pattern)`
    Class {
        /// A dotted name.
        class: &'a Expr<'a>,
        /// Positional sub-patterns.
        positional: &'a [&'a Pattern<'a>],
        /// Named sub-patterns.
        named: &'a [NamedPattern<'a>],
    },
    /// `*name` or `*_` (absent) inside a sequence.
    Star(Option<&'a str>),
    /// `pattern as name`, a capture (no pattern), or the wildcard `_` (neither).
    As {
        /// What must fit first.
        pattern: Option<&'a Pattern<'a>>,
        /// What is bound.
        name: Option<&'a str>,
    },
    /// `a | b`; at least two.
    Or(&'a [&'a Pattern<'a>]),
}

/// `key: pattern` of a mapping pattern.
#[derive(Clone, Copy, Debug)]
pub struct MappingItem<'a> {
    /// A literal or a dotted name.
    pub key: &'a Expr<'a>,
    /// What its value must fit.
    pub pattern: &'a Pattern<'a>,
}

/// `name=pattern` of a class pattern.
#[derive(Clone, Copy, Debug)]
pub struct NamedPattern<'a> {
    /// The attribute.
    pub name: &'a str,
    /// What it must fit.
    pub pattern: &'a Pattern<'a>,
}
