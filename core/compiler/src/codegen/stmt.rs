//! Statements.

use threadsnake_image::Op;

use crate::ast::{Block as Body, Expr, ExprKind, Span, Stmt, StmtKind, UnaryOp};
use crate::codegen::emit::Want;
use crate::codegen::{Gen, Outcome};
use crate::scope::ScopeKind;

impl<'a> Gen<'a> {
    pub(super) fn block(&mut self, body: Body<'a>) -> Outcome<'a> {
        for stmt in body {
            // What cannot be reached is not compiled.
            if !self.unit.reachable {
                break;
            }
            self.stmt(stmt)?;
        }
        Ok(())
    }

    fn stmt(&mut self, stmt: &'a Stmt<'a>) -> Outcome<'a> {
        self.enter(stmt.span)?;
        self.at(stmt.span);
        let mark = self.unit.top;
        self.stmt_kind(stmt)?;
        self.unit.top = mark;
        self.leave();
        Ok(())
    }

    // tidy: long, because it is one arm per statement kind.
    fn stmt_kind(&mut self, stmt: &'a Stmt<'a>) -> Outcome<'a> {
        let span = stmt.span;
        match stmt.kind {
            StmtKind::Expr(value) if self.is_shown() => self.show(value, span),
            StmtKind::Expr(value) => self.effect(value),
            StmtKind::Assign { targets, value } => self.assign(targets, value),
            StmtKind::AugAssign { target, op, value } => self.augmented(target, op, value, span),
            StmtKind::AnnAssign { target, annotation, value, is_simple } => {
                self.annotated(target, annotation, value, is_simple)
            }
            StmtKind::Delete(targets) => targets.iter().try_for_each(|target| self.delete(target)),
            StmtKind::Pass | StmtKind::Global(_) | StmtKind::Nonlocal(_) => Ok(()),
            StmtKind::Break => self.break_loop(span),
            StmtKind::Continue => self.continue_loop(span),
            StmtKind::Return(value) => self.return_value(value),
            StmtKind::Raise { exception, cause } => self.raise(exception, cause, span),
            StmtKind::Assert { test, message } => self.assert(test, message, span),
            StmtKind::Import(names) => self.import(names, span),
            StmtKind::ImportFrom { module, names, level } => {
                self.import_from(module, names, level, span)
            }
            StmtKind::If { test, body, orelse } => self.branches(test, body, orelse),
            StmtKind::While { test, body, orelse } => self.while_loop(test, body, orelse),
            StmtKind::For(node) if node.is_async => self.async_for(node, stmt.span),
            StmtKind::For(node) => self.for_loop(node, stmt.span),
            StmtKind::With { items, body, is_async } => self.with(items, body, is_async, span),
            StmtKind::FunctionDef(def) => self.function(def, span),
            StmtKind::ClassDef(def) => self.class(def, span),
            StmtKind::Try(node) => self.try_stmt(node),
            StmtKind::Match { subject, cases } => self.match_stmt(subject, cases),
        }
    }

    /// Does an expression statement show its value?
    fn is_shown(&self) -> bool {
        self.settings.interactive && self.scopes.scope(self.unit.scope).kind == ScopeKind::Module
    }

    fn show(&mut self, value: &'a Expr<'a>, span: Span) -> Outcome<'a> {
        let base = self.read_global("__displayhook__")?;
        self.unit.push()?;
        self.push(value)?;
        self.at(span);
        self.emit(Op::Call, base, 1, 0)?;
        self.emit_x(Op::Clear, base, 1)
    }

    /// A name of the builtins, whatever the scope binds.
    pub(super) fn read_global(&mut self, name: &'a str) -> Outcome<'a, u8> {
        let dst = self.unit.push()?;
        let idx = self.name(name)?;
        self.emit_kx(Op::LoadGlobal, dst, idx)?;
        Ok(dst)
    }

    /// An expression for what it does.
    pub(super) fn effect(&mut self, expr: &'a Expr<'a>) -> Outcome<'a> {
        if self.folder.fold(expr)?.is_some() {
            return Ok(());
        }
        let mark = self.unit.top;
        let operand = self.expr(expr, Want::Any)?;
        self.discard(operand)?;
        self.unit.top = mark;
        Ok(())
    }

    /// `if`; `elif` after `elif` does not nest here.
    fn branches(&mut self, test: &'a Expr<'a>, body: Body<'a>, orelse: Body<'a>) -> Outcome<'a> {
        let (mut test, mut body, mut orelse) = (test, body, orelse);
        let end = self.unit.label()?;
        loop {
            let otherwise = self.unit.label()?;
            self.branch(test, false, otherwise)?;
            self.block(body)?;
            if orelse.is_empty() {
                self.unit.place(otherwise);
                break;
            }
            self.unit.jump(end)?;
            self.unit.place(otherwise);
            match orelse {
                [Stmt { kind: StmtKind::If { test: next, body: inner, orelse: rest }, span }] => {
                    self.at(*span);
                    (test, body, orelse) = (next, inner, rest);
                }
                _ => {
                    self.block(orelse)?;
                    break;
                }
            }
        }
        self.unit.place(end);
        Ok(())
    }

    fn assert(
        &mut self,
        test: &'a Expr<'a>,
        message: Option<&'a Expr<'a>>,
        span: Span,
    ) -> Outcome<'a> {
        if !self.settings.asserts {
            return Ok(());
        }
        let holds = self.unit.label()?;
        let blamed = last_comparison(test).unwrap_or(span);
        self.branch(test, true, holds)?;
        match message {
            Some(message) => {
                let operand = self.expr(message, Want::Any)?;
                self.at(blamed);
                self.emit(Op::RaiseAssert, operand.last(), 1, 0)?;
            }
            None => {
                self.at(blamed);
                self.emit(Op::RaiseAssert, 0, 0, 0)?;
            }
        }
        self.at(span);
        self.unit.reachable = false;
        self.unit.place(holds);
        Ok(())
    }

    fn raise(
        &mut self,
        exception: Option<&'a Expr<'a>>,
        cause: Option<&'a Expr<'a>>,
        span: Span,
    ) -> Outcome<'a> {
        match (exception, cause) {
            (None, _) => self.emit(Op::RaiseHandled, 0, 0, 0)?,
            (Some(exception), None) => {
                let operand = self.expr(exception, Want::Any)?;
                self.at(span);
                self.emit(Op::Raise, operand.last(), 0, 0)?;
            }
            (Some(exception), Some(cause)) => {
                let operand = self.before(exception, cause)?;
                let cause = self.expr(cause, Want::Any)?;
                self.at(span);
                self.emit(Op::RaiseFrom, operand.last(), cause.last(), 0)?;
            }
        }
        self.unit.reachable = false;
        Ok(())
    }

    /// Is it a name of this spelling?
    pub(super) fn is_named(expr: &Expr<'a>, name: &str) -> bool {
        matches!(expr.kind, ExprKind::Name(other) if other == name)
    }
}

/// The comparison that decides last, which CPython blames for a failed assertion; other tests are blamed on
/// the statement.
fn last_comparison(test: &Expr<'_>) -> Option<Span> {
    match test.kind {
        ExprKind::Compare { .. } => Some(test.span),
        ExprKind::BoolOp { values, .. } => {
            let last = values.last()?;
            matches!(last.kind, ExprKind::Compare { .. }).then_some(last.span)
        }
        ExprKind::Unary { op: UnaryOp::Not, operand } => {
            matches!(operand.kind, ExprKind::Compare { .. }).then_some(operand.span)
        }
        _ => None,
    }
}
