//! The expressions part of the walk, and targets.

use crate::ast::{Comp, CompFor, Expr, ExprKind, Keyword, Span};
use crate::scope::check::around;
use crate::scope::collect::{Collector, Outcome, refuse};
use crate::scope::resolve::CLASS;
use crate::scope::{DELETED, HAS_YIELD, IS_ASYNC, ITERATES, NONLOCAL, ScopeId, ScopeKind, WALRUS};

/// What messages call a generator expression.
const GENERATOR: &str = "generator expression";

impl<'a> Collector<'a> {
    pub(super) fn optional(&mut self, expr: Option<&'a Expr<'a>>) -> Outcome<'a> {
        expr.map_or(Ok(()), |expr| self.expr(expr))
    }

    pub(super) fn all(&mut self, exprs: &'a [&'a Expr<'a>]) -> Outcome<'a> {
        exprs.iter().try_for_each(|expr| self.expr(expr))
    }

    /// An expression where a star makes no sense.
    pub(super) fn plain(&mut self, expr: &'a Expr<'a>) -> Outcome<'a> {
        if matches!(expr.kind, ExprKind::Starred(_)) {
            return refuse(self.bump, "can't use starred expression here", expr.span);
        }
        self.expr(expr)
    }

    pub(super) fn expr(&mut self, expr: &'a Expr<'a>) -> Outcome<'a> {
        self.enter(expr.span)?;
        self.expr_kind(expr)?;
        self.leave();
        Ok(())
    }

    /// A chain `a + b + c` nests to the left as deep as it is long.
    fn chain(&mut self, expr: &'a Expr<'a>) -> Outcome<'a> {
        let mut spine = crate::list::List::new();
        let mut first = expr;
        while let ExprKind::Binary { left, right, .. } = first.kind {
            spine.push(self.bump, right)?;
            first = left;
        }
        self.expr(first)?;
        while let Some(right) = spine.pop() {
            self.expr(right)?;
        }
        Ok(())
    }

    // tidy: long, because it is one arm per expression kind.
    fn expr_kind(&mut self, expr: &'a Expr<'a>) -> Outcome<'a> {
        match expr.kind {
            ExprKind::Name(name) => {
                if name == "super" && self.kind() != ScopeKind::Module {
                    self.read(CLASS)?;
                }
                self.read(name)
            }
            ExprKind::Const(_) => Ok(()),
            ExprKind::Joined(parts) => self.all(parts),
            ExprKind::Formatted { value, spec, .. } => {
                self.expr(value)?;
                self.optional(spec)
            }
            ExprKind::BoolOp { values, .. } => self.all(values),
            ExprKind::Binary { .. } => self.chain(expr),
            ExprKind::Unary { operand, .. } => self.expr(operand),
            ExprKind::Compare { left, rest } => {
                self.expr(left)?;
                rest.iter().try_for_each(|link| self.expr(link.right))
            }
            ExprKind::Named { target, value } => {
                self.expr(value)?;
                self.walrus(target, expr.span)
            }
            ExprKind::Lambda { params, body } => {
                self.defaults(params)?;
                let (node, class_name) = (core::ptr::from_ref(expr).addr(), self.class_name());
                self.scoped(node, ScopeKind::Lambda, class_name, |this| {
                    this.params(params, expr.span)?;
                    this.expr(body)
                })?;
                Ok(())
            }
            ExprKind::IfElse { test, body, orelse } => {
                self.expr(test)?;
                self.expr(body)?;
                self.expr(orelse)
            }
            ExprKind::Call { func, args, keywords } => {
                self.expr(func)?;
                self.arguments(args, keywords, expr.span)
            }
            ExprKind::Attribute { value, .. } => self.expr(value),
            ExprKind::Subscript { value, index } => {
                self.expr(value)?;
                self.expr(index)
            }
            ExprKind::Slice { lower, upper, step } => {
                self.optional(lower)?;
                self.optional(upper)?;
                self.optional(step)
            }
            ExprKind::Starred(value) => self.expr(value),
            ExprKind::Tuple(items) | ExprKind::List(items) | ExprKind::Set(items) => {
                self.all(items)
            }
            ExprKind::Dict(items) => items.iter().try_for_each(|item| {
                self.optional(item.key)?;
                self.expr(item.value)
            }),
            ExprKind::ListComp(comp) => self.comp(comp, "list comprehension", expr.span),
            ExprKind::SetComp(comp) => self.comp(comp, "set comprehension", expr.span),
            ExprKind::DictComp(comp) => self.comp(comp, "dict comprehension", expr.span),
            ExprKind::Generator(comp) => self.comp(comp, GENERATOR, expr.span),
            ExprKind::Await(value) => {
                self.awaits(expr.span)?;
                self.expr(value)
            }
            ExprKind::Yield(value) => {
                self.yields(expr)?;
                value.map_or(Ok(()), |value| self.plain(value))
            }
            ExprKind::YieldFrom(value) => {
                self.yields(expr)?;
                if self.scopes.scope(self.scope).flags & IS_ASYNC != 0 {
                    return refuse(self.bump, "'yield from' inside async function", expr.span);
                }
                self.expr(value)
            }
        }
    }

    fn awaits(&mut self, span: Span) -> Outcome<'a> {
        let text = match self.kind() {
            ScopeKind::Comp | ScopeKind::Generator => {
                self.scopes.change(self.scope, |scope| scope.flags |= IS_ASYNC);
                return Ok(());
            }
            ScopeKind::Function | ScopeKind::Lambda => "'await' outside async function",
            ScopeKind::Module | ScopeKind::Class => "'await' outside function",
        };
        if self.scopes.scope(self.scope).flags & IS_ASYNC != 0 {
            return Ok(());
        }
        refuse(self.bump, text, span)
    }

    /// A comprehension that waits makes what is around it wait; a generator expression does so by itself.
    fn check_waiting(&mut self, kind: ScopeKind, comp: ScopeId, span: Span) -> Outcome<'a> {
        if kind == ScopeKind::Generator || self.scopes.scope(comp).flags & IS_ASYNC == 0 {
            return Ok(());
        }
        if matches!(self.kind(), ScopeKind::Comp | ScopeKind::Generator) {
            self.scopes.change(self.scope, |scope| scope.flags |= IS_ASYNC);
        } else if self.scopes.scope(self.scope).flags & IS_ASYNC == 0 {
            let text = "asynchronous comprehension outside of an asynchronous function";
            return refuse(self.bump, text, span);
        }
        Ok(())
    }

    fn yields(&mut self, expr: &Expr<'a>) -> Outcome<'a> {
        match self.kind() {
            ScopeKind::Function | ScopeKind::Lambda => {
                self.scopes.change(self.scope, |scope| scope.flags |= HAS_YIELD);
                Ok(())
            }
            ScopeKind::Comp | ScopeKind::Generator => {
                around(self.bump, "'yield' inside ", self.comp_name, "", expr.span)
            }
            ScopeKind::Module | ScopeKind::Class => {
                refuse(self.bump, "'yield' outside function", expr.span)
            }
        }
    }

    pub(super) fn arguments(
        &mut self,
        args: &'a [&'a Expr<'a>],
        keywords: &'a [Keyword<'a>],
        span: Span,
    ) -> Outcome<'a> {
        self.all(args)?;
        for (idx, keyword) in keywords.iter().enumerate() {
            if let Some(name) = keyword.name {
                self.check_name(name, span)?;
                let earlier = keywords.get(..idx).unwrap_or_default();
                if earlier.iter().any(|other| other.name == Some(name)) {
                    return around(
                        self.bump,
                        "keyword argument repeated: ",
                        name,
                        "",
                        keyword.span,
                    );
                }
            }
            self.expr(keyword.value)?;
        }
        Ok(())
    }

    /// `name := value` binds in the function around comprehensions.
    fn walrus(&mut self, target: &'a Expr<'a>, span: Span) -> Outcome<'a> {
        let ExprKind::Name(name) = target.kind else { return Ok(()) };
        self.check_name(name, target.span)?;
        if self.in_iterable {
            let text =
                "assignment expression cannot be used in a comprehension iterable expression";
            return refuse(self.bump, text, span);
        }
        let mut scope: ScopeId = self.scope;
        loop {
            let current = self.scopes.scope(scope);
            if !matches!(current.kind, ScopeKind::Comp | ScopeKind::Generator) {
                break;
            }
            if self.scopes.flags(scope, name) & ITERATES != 0 {
                let before =
                    "assignment expression cannot rebind comprehension iteration variable '";
                return around(self.bump, before, name, "'", target.span);
            }
            self.note(scope, name, NONLOCAL | WALRUS)?;
            scope = current.parent;
        }
        if scope != self.scope && self.scopes.scope(scope).kind == ScopeKind::Class {
            let text =
                "assignment expression within a comprehension cannot be used in a class body";
            return refuse(self.bump, text, target.span);
        }
        self.bind_in(scope, name, WALRUS)
    }

    fn comp(&mut self, comp: &'a Comp<'a>, what: &'static str, span: Span) -> Outcome<'a> {
        let Some((first, others)) = comp.clauses.split_first() else { return Ok(()) };
        self.iterable(first.iter)?;
        let (node, class_name) = (core::ptr::from_ref(comp).addr(), self.class_name());
        let kind = if what == GENERATOR { ScopeKind::Generator } else { ScopeKind::Comp };
        let saved = core::mem::replace(&mut self.comp_name, what);
        let scope = self.scoped(node, kind, class_name, |this| {
            if comp.clauses.iter().any(|clause| clause.is_async) {
                this.scopes.change(this.scope, |scope| scope.flags |= IS_ASYNC);
            }
            this.looping(|this| this.comp_inside(comp, first, others))
        })?;
        self.comp_name = saved;
        self.check_waiting(kind, scope, span)
    }

    fn comp_inside(
        &mut self,
        comp: &'a Comp<'a>,
        first: &'a CompFor<'a>,
        others: &'a [CompFor<'a>],
    ) -> Outcome<'a> {
        self.clause(first)?;
        for clause in others {
            self.iterable(clause.iter)?;
            self.clause(clause)?;
        }
        self.expr(comp.element)?;
        self.optional(comp.value)
    }

    fn iterable(&mut self, iter: &'a Expr<'a>) -> Outcome<'a> {
        let saved = core::mem::replace(&mut self.in_iterable, true);
        self.expr(iter)?;
        self.in_iterable = saved;
        Ok(())
    }

    fn clause(&mut self, clause: &'a CompFor<'a>) -> Outcome<'a> {
        self.top_target(clause.target)?;
        self.mark_iterating(clause.target)?;
        self.all(clause.conditions)
    }

    fn mark_iterating(&mut self, target: &'a Expr<'a>) -> Outcome<'a> {
        match target.kind {
            ExprKind::Name(name) => {
                let flags = self.scopes.flags(self.scope, name);
                if flags & WALRUS != 0 {
                    let before =
                        "comprehension inner loop cannot rebind assignment expression target '";
                    return around(self.bump, before, name, "'", target.span);
                }
                self.note(self.scope, name, ITERATES)
            }
            ExprKind::Starred(value) => self.mark_iterating(value),
            ExprKind::Tuple(items) | ExprKind::List(items) => {
                items.iter().try_for_each(|item| self.mark_iterating(item))
            }
            _ => Ok(()),
        }
    }

    /// A target that is not inside of a tuple.
    pub(super) fn top_target(&mut self, target: &'a Expr<'a>) -> Outcome<'a> {
        if matches!(target.kind, ExprKind::Starred(_)) {
            let text = "starred assignment target must be in a list or tuple";
            return refuse(self.bump, text, target.span);
        }
        self.target(target)
    }

    pub(super) fn target(&mut self, target: &'a Expr<'a>) -> Outcome<'a> {
        self.enter(target.span)?;
        match target.kind {
            ExprKind::Name(name) => self.bind(name, target.span)?,
            ExprKind::Attribute { value, name } => {
                self.check_name(name, target.span)?;
                self.expr(value)?;
            }
            ExprKind::Starred(value) => self.target(value)?,
            ExprKind::Tuple(items) | ExprKind::List(items) => {
                let is_star = |item: &&&Expr<'_>| matches!(item.kind, ExprKind::Starred(_));
                if items.iter().filter(is_star).count() > 1 {
                    let text = "multiple starred expressions in assignment";
                    return refuse(self.bump, text, target.span);
                }
                items.iter().try_for_each(|item| self.target(item))?;
            }
            _ => self.expr(target)?,
        }
        self.leave();
        Ok(())
    }

    /// The expressions inside of a target that is not assigned to.
    pub(super) fn parts(&mut self, target: &'a Expr<'a>) -> Outcome<'a> {
        match target.kind {
            ExprKind::Attribute { value, .. } => self.expr(value),
            ExprKind::Subscript { value, index } => {
                self.expr(value)?;
                self.expr(index)
            }
            _ => Ok(()),
        }
    }

    pub(super) fn delete(&mut self, target: &'a Expr<'a>) -> Outcome<'a> {
        self.enter(target.span)?;
        match target.kind {
            ExprKind::Name("__debug__") => {
                return refuse(self.bump, "cannot delete __debug__", target.span);
            }
            ExprKind::Name(name) => self.bind_in(self.scope, name, DELETED)?,
            ExprKind::Attribute { name: "__debug__", .. } => {
                return refuse(self.bump, "cannot delete __debug__", target.span);
            }
            ExprKind::Tuple(items) | ExprKind::List(items) => {
                items.iter().try_for_each(|item| self.delete(item))?;
            }
            _ => self.parts(target)?,
        }
        self.leave();
        Ok(())
    }
}
