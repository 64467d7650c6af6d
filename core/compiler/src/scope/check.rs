//! What CPython refuses in single statements after parsing: declarations, names, imports, handlers.

use crate::ast::{Alias, Const, Expr, ExprKind, Param, Span, Stmt, StmtKind, Try};
use crate::error::{ErrorKind, fault};
use crate::scope::collect::{Collector, Outcome, refuse};
use crate::scope::{ANNOTATED, BOUND, GLOBAL, NONLOCAL, PARAM, ScopeKind, SymbolId, USED};
use bumpalo::Bump;

/// Behind a name that is declared in both ways.
const BOTH: &str = "' is nonlocal and global";

/// What `from __future__ import` knows.
const FEATURES: [&str; 10] = [
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "barry_as_FLUFL",
    "generator_stop",
    "annotations",
];

pub(super) fn around<'a, T>(
    bump: &'a Bump,
    before: &'static str,
    middle: &'a str,
    after: &'static str,
    span: Span,
) -> Outcome<'a, T> {
    Err(fault(bump, ErrorKind::Around { before, middle, after }, span))
}

impl<'a> Collector<'a> {
    /// Nobody may bind `__debug__`.
    pub(super) fn check_name(&self, name: &'a str, span: Span) -> Outcome<'a> {
        if name == "__debug__" {
            return refuse(self.bump, "cannot assign to __debug__", span);
        }
        Ok(())
    }

    /// `global` or `nonlocal`: the names must be new in this scope.
    pub(super) fn declare(
        &mut self,
        names: &'a [&'a str],
        declaration: u16,
        span: Span,
    ) -> Outcome<'a> {
        let is_global = declaration == GLOBAL;
        if !is_global && self.kind() == ScopeKind::Module {
            return refuse(self.bump, "nonlocal declaration not allowed at module level", span);
        }
        for &name in names {
            let id = self.symbol(self.scope, name)?;
            let flags = self.scopes.symbol(id).map_or(0, |symbol| symbol.flags);
            if let Some(after) = conflict(flags, is_global) {
                let span = self.earlier_declaration(id, after).unwrap_or(span);
                let before =
                    if after.starts_with(" can't") { "annotated name '" } else { "name '" };
                return around(self.bump, before, name, conflict_text(after), span);
            }
            self.scopes.change_symbol(id, |symbol| symbol.flags |= declaration);
            self.scopes.declarations.push(self.bump, (id, span))?;
        }
        Ok(())
    }

    /// A name that is declared in both ways is reported where it was declared first.
    fn earlier_declaration(&self, id: SymbolId, conflict: &str) -> Option<Span> {
        let declarations = self.scopes.declarations.as_slice();
        let first = declarations.iter().find(|declaration| declaration.0 == id);
        first.filter(|_| conflict == BOTH).map(|declaration| declaration.1)
    }

    pub(super) fn check_annotation(&mut self, name: &'a str, span: Span) -> Outcome<'a> {
        let id = self.symbol(self.scope, name)?;
        let flags = self.scopes.symbol(id).map_or(0, |symbol| symbol.flags);
        if flags & GLOBAL != 0 && self.kind() != ScopeKind::Module {
            return around(self.bump, "annotated name '", name, "' can't be global", span);
        }
        if flags & NONLOCAL != 0 {
            return around(self.bump, "annotated name '", name, "' can't be nonlocal", span);
        }
        Ok(())
    }

    pub(super) fn check_duplicate(&mut self, param: &Param<'a>) -> Outcome<'a> {
        let id = self.symbol(self.scope, param.name)?;
        let is_known = self.scopes.symbol(id).is_some_and(|symbol| symbol.flags & PARAM != 0);
        if is_known {
            let after = "' in function definition";
            return around(self.bump, "duplicate argument '", param.name, after, param.span);
        }
        Ok(())
    }

    pub(super) fn check_handlers(&self, node: &Try<'a>) -> Outcome<'a> {
        let others = node.handlers.split_last().map_or(&[][..], |(_, others)| others);
        match others.iter().find(|handler| handler.exception.is_none()) {
            Some(handler) => refuse(self.bump, "default 'except:' must be last", handler.span),
            None => Ok(()),
        }
    }

    pub(super) fn import_from(
        &mut self,
        module: Option<&'a str>,
        names: &'a [Alias<'a>],
        level: u16,
        span: Span,
    ) -> Outcome<'a> {
        if module == Some("__future__") && level == 0 {
            self.future(names, span)?;
        }
        for alias in names {
            if alias.name != "*" {
                self.bind(alias.alias.unwrap_or(alias.name), span)?;
            } else if self.kind() != ScopeKind::Module {
                return refuse(self.bump, "import * only allowed at module level", alias.span);
            }
        }
        Ok(())
    }

    fn future(&mut self, names: &'a [Alias<'a>], span: Span) -> Outcome<'a> {
        if !self.at_beginning {
            let text = "from __future__ imports must occur at the beginning of the file";
            return refuse(self.bump, text, span);
        }
        for alias in names {
            if alias.name == "braces" {
                return refuse(self.bump, "not a chance", span);
            }
            if !FEATURES.contains(&alias.name) {
                return around(self.bump, "future feature ", alias.name, " is not defined", span);
            }
        }
        Ok(())
    }

    /// May a future import follow this statement?
    pub(super) fn keeps_beginning(&self, stmt: &Stmt<'a>) -> bool {
        match stmt.kind {
            StmtKind::ImportFrom { module, level, .. } => {
                module == Some("__future__") && level == 0
            }
            StmtKind::Expr(Expr { kind: ExprKind::Const(Const::Str(_)), .. }) => self.is_first,
            _ => false,
        }
    }
}

/// How a declaration contradicts what is known of a name: the text behind the name.
fn conflict(flags: u16, is_global: bool) -> Option<&'static str> {
    let pick = |global, nonlocal| Some(if is_global { global } else { nonlocal });
    match () {
        () if flags & PARAM != 0 => {
            pick("' is parameter and global", "' is parameter and nonlocal")
        }
        () if flags & USED != 0 => {
            pick("' is used prior to global declaration", "' is used prior to nonlocal declaration")
        }
        () if flags & ANNOTATED != 0 => pick(" can't be global", " can't be nonlocal"),
        () if flags & BOUND != 0 => pick(
            "' is assigned to before global declaration",
            "' is assigned to before nonlocal declaration",
        ),
        () if flags & (if is_global { NONLOCAL } else { GLOBAL }) != 0 => Some(BOTH),
        () => None,
    }
}

fn conflict_text(after: &'static str) -> &'static str {
    match after {
        " can't be global" => "' can't be global",
        " can't be nonlocal" => "' can't be nonlocal",
        other => other,
    }
}
