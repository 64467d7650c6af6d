//! The walk over the tree that finds scopes and symbols.
//!
//! It follows the order of evaluation, so that positions tell what happens before what (S3). What CPython refuses
//! after parsing is refused here (check.rs has the rules about single statements).

use bumpalo::Bump;

use crate::ast::{
    Block, ClassDef, Expr, ExprKind, For, FunctionDef, Module, Param, Params, Span, Stmt, StmtKind,
    Try, WithItem,
};
use crate::error::{ErrorKind, Fault, fault};
use crate::scope::{
    ANNOTATED, BOUND, DELETED, EMPTY_SCOPE, GLOBAL, HAS_ANNOTATIONS, IS_ASYNC, NONE, NONLOCAL,
    PARAM, Scope, ScopeId, ScopeKind, Scopes, SymbolId, USED, mangle,
};

/// What limits a program.
#[derive(Clone, Copy, Debug)]
pub struct Rules {
    /// Deepest nesting that is followed.
    pub depth_limit: u32,
    /// Annotations are kept as text (`from __future__ import annotations`).
    pub text_annotations: bool,
}

pub(super) type Outcome<'a, T = ()> = Result<T, Fault<'a>>;

pub(super) struct Collector<'a> {
    pub(super) bump: &'a Bump,
    pub(super) scopes: Scopes<'a>,
    pub(super) scope: ScopeId,
    rules: Rules,
    position: u32,
    /// Outermost loop of the function that is being walked.
    outermost: u32,
    /// `for` and `while` statements around the current one, in this function.
    pub(super) loops: u32,
    depth: u32,
    /// What is being walked.
    pub(super) span: Span,
    /// Inside the iterable of a comprehension, where `:=` is not allowed.
    pub(super) in_iterable: bool,
    /// What the innermost comprehension is, for messages.
    pub(super) comp_name: &'static str,
    /// Statements so far allow a future import.
    pub(super) at_beginning: bool,
    /// No statement was met yet.
    pub(super) is_first: bool,
}

/// Finds all scopes and symbols of a module.
pub fn collect<'a>(module: &Module<'a>, bump: &'a Bump, rules: Rules) -> Outcome<'a, Scopes<'a>> {
    let mut scopes = Scopes::new(bump);
    scopes.add(0, EMPTY_SCOPE)?;
    let mut collector = Collector {
        bump,
        scopes,
        scope: 0,
        rules,
        position: 0,
        outermost: NONE,
        loops: 0,
        depth: 0,
        span: Span::default(),
        in_iterable: false,
        comp_name: "",
        at_beginning: true,
        is_first: true,
    };
    collector.block(module.body)?;
    Ok(collector.scopes)
}

pub(super) fn refuse<'a, T>(bump: &'a Bump, text: &'static str, span: Span) -> Outcome<'a, T> {
    Err(fault(bump, ErrorKind::Text(text), span))
}

impl<'a> Collector<'a> {
    pub(super) fn kind(&self) -> ScopeKind {
        self.scopes.scope(self.scope).kind
    }

    /// Counts nesting; every call is paired with `leave`.
    pub(super) fn enter(&mut self, span: Span) -> Outcome<'a> {
        self.depth += 1;
        self.span = span;
        if self.depth > self.rules.depth_limit {
            return refuse(self.bump, "source is nested too deeply", span);
        }
        Ok(())
    }

    pub(super) fn leave(&mut self) {
        self.depth -= 1;
    }

    pub(super) fn symbol(&mut self, scope: ScopeId, name: &'a str) -> Outcome<'a, SymbolId> {
        let name = mangle(self.bump, self.scopes.scope(scope).class_name, name)?;
        Ok(self.scopes.intern(scope, name)?)
    }

    pub(super) fn note(&mut self, scope: ScopeId, name: &'a str, flags: u16) -> Outcome<'a> {
        let id = self.symbol(scope, name)?;
        self.scopes.change_symbol(id, |symbol| symbol.flags |= flags);
        Ok(())
    }

    /// A binding here and now.
    pub(super) fn bind_in(&mut self, scope: ScopeId, name: &'a str, flags: u16) -> Outcome<'a> {
        let id = self.symbol(scope, name)?;
        self.position += 1;
        let (position, outermost) = (self.position, self.outermost);
        self.scopes.change_symbol(id, |symbol| {
            symbol.flags |= BOUND | flags;
            symbol.last_bind = position;
            symbol.last_loop = outermost;
        });
        Ok(())
    }

    pub(super) fn bind(&mut self, name: &'a str, span: Span) -> Outcome<'a> {
        self.check_name(name, span)?;
        self.bind_in(self.scope, name, 0)
    }

    /// Walks something that is executed again and again.
    pub(super) fn looping<T>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Outcome<'a, T>,
    ) -> Outcome<'a, T> {
        if self.outermost != NONE {
            return work(self);
        }
        self.outermost = self.scopes.loop_ends.len() as u32;
        self.scopes.loop_ends.push(self.bump, NONE)?;
        let result = work(self)?;
        self.position += 1;
        self.scopes.loop_ends.set(self.outermost as usize, self.position);
        self.outermost = NONE;
        Ok(result)
    }

    /// Walks the inside of a new scope.
    pub(super) fn scoped(
        &mut self,
        node: usize,
        kind: ScopeKind,
        class_name: Option<&'a str>,
        work: impl FnOnce(&mut Self) -> Outcome<'a>,
    ) -> Outcome<'a, ScopeId> {
        self.position += 1;
        let created_at = self.position;
        let span = self.span;
        let scope = Scope { kind, parent: self.scope, class_name, span, created_at, ..EMPTY_SCOPE };
        let id = self.scopes.add(node, scope)?;
        let saved = (self.scope, self.loops, self.in_iterable, self.outermost);
        self.scope = id;
        self.loops = 0;
        // A comprehension may become part of the function around it, loops and all.
        if kind != ScopeKind::Comp {
            self.outermost = NONE;
        }
        work(self)?;
        (self.scope, self.loops, self.in_iterable, self.outermost) = saved;
        self.position += 1;
        Ok(id)
    }

    pub(super) fn class_name(&self) -> Option<&'a str> {
        self.scopes.scope(self.scope).class_name
    }

    pub(super) fn block(&mut self, block: Block<'a>) -> Outcome<'a> {
        block.iter().try_for_each(|stmt| self.stmt(stmt))
    }

    fn stmt(&mut self, stmt: &'a Stmt<'a>) -> Outcome<'a> {
        self.enter(stmt.span)?;
        self.at_beginning &= self.keeps_beginning(stmt);
        self.is_first = false;
        self.stmt_kind(stmt)?;
        self.leave();
        Ok(())
    }

    // tidy: long, because it is one arm per statement kind.
    fn stmt_kind(&mut self, stmt: &'a Stmt<'a>) -> Outcome<'a> {
        let span = stmt.span;
        match stmt.kind {
            StmtKind::Expr(value) => self.plain(value),
            StmtKind::Assign { targets, value } => {
                self.plain(value)?;
                targets.iter().try_for_each(|target| self.top_target(target))
            }
            StmtKind::AugAssign { target, value, .. } => {
                self.expr(target)?;
                self.expr(value)?;
                self.target(target)
            }
            StmtKind::AnnAssign { target, annotation, value, is_simple } => {
                self.annotated(target, annotation, value, is_simple, span)
            }
            StmtKind::Delete(targets) => targets.iter().try_for_each(|target| self.delete(target)),
            StmtKind::Pass => Ok(()),
            StmtKind::Break | StmtKind::Continue if self.loops > 0 => Ok(()),
            StmtKind::Break => refuse(self.bump, "'break' outside loop", span),
            StmtKind::Continue => refuse(self.bump, "'continue' not properly in loop", span),
            StmtKind::Return(value) => {
                if !matches!(self.kind(), ScopeKind::Function) {
                    return refuse(self.bump, "'return' outside function", span);
                }
                value.map_or(Ok(()), |value| self.plain(value))
            }
            StmtKind::Raise { exception, cause } => {
                self.optional(exception)?;
                self.optional(cause)
            }
            StmtKind::Global(names) => self.declare(names, GLOBAL, span),
            StmtKind::Nonlocal(names) => self.declare(names, NONLOCAL, span),
            StmtKind::Assert { test, message } => {
                self.expr(test)?;
                self.optional(message)
            }
            StmtKind::Import(names) => names.iter().try_for_each(|alias| {
                let first = alias.name.split('.').next().unwrap_or(alias.name);
                self.bind(alias.alias.unwrap_or(first), span)
            }),
            StmtKind::ImportFrom { module, names, level } => {
                self.import_from(module, names, level, span)
            }
            StmtKind::If { test, body, orelse } => self.branches(test, body, orelse),
            StmtKind::While { test, body, orelse } => {
                self.looping(|this| {
                    this.expr(test)?;
                    this.loop_body(body)
                })?;
                self.block(orelse)
            }
            StmtKind::For(node) => self.for_loop(node, span),
            StmtKind::With { items, body, is_async } => {
                if is_async {
                    self.check_async("'async with' outside async function", span)?;
                }
                items.iter().try_for_each(|item| self.with_item(item))?;
                self.block(body)
            }
            StmtKind::FunctionDef(def) => self.function(def, span),
            StmtKind::ClassDef(def) => self.class(def, span),
            StmtKind::Try(node) => self.try_stmt(node),
            StmtKind::Match { subject, cases } => {
                self.plain(subject)?;
                self.cases(cases)
            }
        }
    }

    /// A statement that only coroutines have.
    fn check_async(&self, text: &'static str, span: Span) -> Outcome<'a> {
        if self.scopes.scope(self.scope).flags & IS_ASYNC != 0 {
            return Ok(());
        }
        refuse(self.bump, text, span)
    }

    /// `elif` after `elif` does not nest here.
    fn branches(&mut self, test: &'a Expr<'a>, body: Block<'a>, orelse: Block<'a>) -> Outcome<'a> {
        let (mut test, mut body, mut orelse) = (test, body, orelse);
        loop {
            self.expr(test)?;
            self.block(body)?;
            match orelse {
                [Stmt { kind: StmtKind::If { test: next, body: inner, orelse: rest }, .. }] => {
                    (test, body, orelse) = (next, inner, rest);
                }
                _ => return self.block(orelse),
            }
        }
    }

    fn loop_body(&mut self, body: Block<'a>) -> Outcome<'a> {
        self.loops += 1;
        self.block(body)?;
        self.loops -= 1;
        Ok(())
    }

    fn for_loop(&mut self, node: &'a For<'a>, span: Span) -> Outcome<'a> {
        if node.is_async {
            self.check_async("'async for' outside async function", span)?;
        }
        self.plain(node.iter)?;
        self.looping(|this| {
            this.top_target(node.target)?;
            this.loop_body(node.body)
        })?;
        self.block(node.orelse)
    }

    fn with_item(&mut self, item: &WithItem<'a>) -> Outcome<'a> {
        self.expr(item.context)?;
        item.target.map_or(Ok(()), |target| self.top_target(target))
    }

    fn try_stmt(&mut self, node: &'a Try<'a>) -> Outcome<'a> {
        self.check_handlers(node)?;
        self.block(node.body)?;
        for handler in node.handlers {
            self.optional(handler.exception)?;
            if let Some(name) = handler.name {
                self.bind(name, handler.span)?;
            }
            self.block(handler.body)?;
            if let Some(name) = handler.name {
                self.bind_in(self.scope, name, DELETED)?;
            }
        }
        self.block(node.orelse)?;
        self.block(node.finally)
    }

    fn annotated(
        &mut self,
        target: &'a Expr<'a>,
        annotation: &'a Expr<'a>,
        value: Option<&'a Expr<'a>>,
        is_simple: bool,
        span: Span,
    ) -> Outcome<'a> {
        if let Some(value) = value {
            self.plain(value)?;
        }
        let is_module_level = matches!(self.kind(), ScopeKind::Module | ScopeKind::Class);
        if is_module_level && !self.rules.text_annotations {
            self.plain(annotation)?;
        }
        let ExprKind::Name(name) = target.kind else {
            return match value {
                Some(_) => self.target(target),
                None => self.parts(target),
            };
        };
        self.check_name(name, if value.is_some() { target.span } else { span })?;
        if is_simple {
            self.check_annotation(name, span)?;
            // The name becomes a local even without a value.
            self.note(self.scope, name, ANNOTATED | BOUND)?;
            self.scopes.change(self.scope, |scope| scope.flags |= HAS_ANNOTATIONS);
        }
        match value {
            Some(_) => self.bind(name, target.span),
            None => Ok(()),
        }
    }

    fn function(&mut self, def: &'a FunctionDef<'a>, span: Span) -> Outcome<'a> {
        self.all(def.decorators)?;
        self.defaults(def.params)?;
        if !self.rules.text_annotations {
            self.annotations(def.params)?;
            self.optional(def.returns)?;
        }
        let class_name = self.class_name();
        self.scoped(core::ptr::from_ref(def).addr(), ScopeKind::Function, class_name, |this| {
            if def.is_async {
                this.scopes.change(this.scope, |scope| scope.flags |= IS_ASYNC);
            }
            this.params(def.params, span)?;
            this.block(def.body)
        })?;
        self.bind(def.name, span)
    }

    pub(super) fn defaults(&mut self, params: &'a Params<'a>) -> Outcome<'a> {
        let lists = [params.positional_only, params.positional, params.keyword_only];
        for param in lists.into_iter().flatten() {
            self.optional(param.default)?;
        }
        Ok(())
    }

    fn annotations(&mut self, params: &'a Params<'a>) -> Outcome<'a> {
        for param in all_params(params) {
            match param.annotation {
                // `*args: *Ts`
                Some(Expr { kind: ExprKind::Starred(value), .. }) => self.expr(value)?,
                annotation => self.optional(annotation)?,
            }
        }
        Ok(())
    }

    /// Symbols of parameters, in the order of their registers.
    pub(super) fn params(&mut self, params: &'a Params<'a>, span: Span) -> Outcome<'a> {
        for param in all_params(params) {
            self.check_name(param.name, span)?;
            self.check_duplicate(param)?;
            self.bind_in(self.scope, param.name, PARAM)?;
        }
        Ok(())
    }

    fn class(&mut self, def: &'a ClassDef<'a>, span: Span) -> Outcome<'a> {
        self.all(def.decorators)?;
        self.arguments(def.bases, def.keywords, span)?;
        let node = core::ptr::from_ref(def).addr();
        self.scoped(node, ScopeKind::Class, Some(def.name), |this| this.block(def.body))?;
        self.bind(def.name, span)
    }

    pub(super) fn read(&mut self, name: &'a str) -> Outcome<'a> {
        self.note(self.scope, name, USED)
    }
}

/// Parameters in the order of their registers.
pub fn all_params<'a>(params: &Params<'a>) -> impl Iterator<Item = &'a Param<'a>> + use<'a> {
    let positional = params.positional_only.iter().chain(params.positional);
    positional.chain(params.keyword_only).chain(params.star).chain(params.double_star)
}
