//! Calls: windows, keywords, stars, methods, `super()`.
//!
//! ```text
//!  base     callee, later the result        (empty for CallAttr)
//!  base+1   left for the return link
//!  base+2   first argument, or the object of a method
//! ```

use threadsnake_image::Op;

use crate::ast::{Expr, ExprKind, Keyword};
use crate::codegen::emit::{Operand, Want};
use crate::codegen::{Gen, Outcome};
use crate::fold::Value;
use crate::list::List;
use crate::scope::{CLASS, INLINED, Place, ScopeKind};

/// Calls with more arguments pass a tuple.
const MAX_ARGUMENTS: usize = 30;
/// So few are passed in registers however many are in use.
const FEW_ARGUMENTS: usize = 3;
/// Calls and attributes in a chain before its windows are laid out differently.
const MAX_CHAIN: usize = 8;

fn has_star(args: &[&Expr<'_>]) -> bool {
    args.iter().any(|arg| matches!(arg.kind, ExprKind::Starred(_)))
}

/// Is it a chain of so many calls that nesting their windows takes too many registers?
fn is_long_chain(expr: &Expr<'_>) -> bool {
    let mut inner = expr;
    for _ in 0..MAX_CHAIN {
        inner = match inner.kind {
            ExprKind::Call { func, .. } => func,
            ExprKind::Attribute { value, .. } => value,
            _ => return false,
        };
    }
    true
}

/// How the arguments of a call are passed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    /// One register each.
    Positional,
    /// The same, the last ones named.
    Keywords,
    /// As a tuple and a mapping.
    Collected,
}

impl<'a> Gen<'a> {
    fn style(&self, args: &[&Expr<'a>], keywords: &[Keyword<'a>]) -> Style {
        let is_spread = has_star(args) || keywords.iter().any(|keyword| keyword.name.is_none());
        let count = args.len() + keywords.len();
        if is_spread || count > MAX_ARGUMENTS || !self.has_room(count) && count > FEW_ARGUMENTS {
            Style::Collected
        } else if keywords.is_empty() {
            Style::Positional
        } else {
            Style::Keywords
        }
    }

    pub(super) fn call(
        &mut self,
        expr: &'a Expr<'a>,
        func: &'a Expr<'a>,
        args: &'a [&'a Expr<'a>],
        keywords: &'a [Keyword<'a>],
        want: Want,
    ) -> Outcome<'a, Operand> {
        let base = self.unit.top;
        let style = self.style(args, keywords);
        match func.kind {
            ExprKind::Attribute { value, name } if style != Style::Collected => {
                self.method_call(expr, value, name, args, keywords)?;
            }
            ExprKind::Name("super") if args.is_empty() && keywords.is_empty() => {
                self.super_object(expr)?;
            }
            _ => {
                self.push(func)?;
                self.unit.push()?;
                self.call_window(expr, base, style, args, keywords)?;
            }
        }
        self.unit.top = base + 1;
        self.settle(Operand::temp(base), want)
    }

    /// Arguments and call, the callee being in place.
    fn call_window(
        &mut self,
        expr: &'a Expr<'a>,
        base: u8,
        style: Style,
        args: &'a [&'a Expr<'a>],
        keywords: &'a [Keyword<'a>],
    ) -> Outcome<'a> {
        match style {
            Style::Positional => {
                self.push_all(args)?;
                self.at(expr.span);
                self.emit(Op::Call, base, args.len() as u8, 0)
            }
            Style::Keywords => {
                let count = self.push_keywords(args, keywords)?;
                self.at(expr.span);
                self.emit(Op::CallKw, base, count, 0)?;
                self.keyword_names(keywords)
            }
            Style::Collected => self.call_collected(expr, base, args, keywords),
        }
    }

    fn push_all(&mut self, args: &'a [&'a Expr<'a>]) -> Outcome<'a> {
        for arg in args {
            self.push(arg)?;
        }
        Ok(())
    }

    fn push_keywords(
        &mut self,
        args: &'a [&'a Expr<'a>],
        keywords: &'a [Keyword<'a>],
    ) -> Outcome<'a, u8> {
        self.push_all(args)?;
        for keyword in keywords {
            self.push(keyword.value)?;
        }
        Ok((args.len() + keywords.len()) as u8)
    }

    /// The operand word with the tuple of keyword names.
    pub(super) fn keyword_names(&mut self, keywords: &'a [Keyword<'a>]) -> Outcome<'a> {
        let mut names = List::new();
        for keyword in keywords {
            let name = self.constants.name(keyword.name.unwrap_or_default())?;
            names.push(self.bump, name)?;
        }
        let tuple = self.constants.tuple(names.finish())?;
        let idx = self.unit.constant(tuple)?;
        self.emit_word(idx)
    }

    /// Arguments as a tuple and a mapping. A single star or mapping is passed as it is.
    fn call_collected(
        &mut self,
        expr: &'a Expr<'a>,
        base: u8,
        args: &'a [&'a Expr<'a>],
        keywords: &'a [Keyword<'a>],
    ) -> Outcome<'a> {
        if let [Expr { kind: ExprKind::Starred(only), .. }] = args {
            self.push(only)?;
        } else {
            self.tuple_of(expr, args, Want::Temp)?;
        }
        if let [Keyword { name: None, value, .. }] = keywords {
            self.push(value)?;
        } else if !keywords.is_empty() {
            self.keyword_dict(keywords, base)?;
        }
        self.at(expr.span);
        self.emit(Op::CallEx, base, u8::from(!keywords.is_empty()), 0)?;
        // The verifier counts the mapping's register in any case.
        self.unit.top = base + 2;
        self.unit.push_many(2)?;
        Ok(())
    }

    /// `{name: value, **mapping}` of a call, where no name may occur twice.
    pub(super) fn keyword_dict(&mut self, keywords: &'a [Keyword<'a>], base: u8) -> Outcome<'a> {
        let map = self.unit.push()?;
        self.emit(Op::BuildMap, map, 0, 0)?;
        for keyword in keywords {
            let mark = self.unit.top;
            if let Some(name) = keyword.name {
                let key = self.load(Value::Str(name), Want::Temp)?;
                let value = self.expr(keyword.value, Want::Any)?;
                self.emit(Op::MapAdd, map, key.last(), value.last())?;
            } else {
                let value = self.expr(keyword.value, Want::Any)?;
                self.at(keyword.span);
                self.emit(Op::MapMerge, map, value.last(), base)?;
            }
            self.unit.top = mark;
        }
        Ok(())
    }

    /// `object.name(args)`
    fn method_call(
        &mut self,
        expr: &'a Expr<'a>,
        value: &'a Expr<'a>,
        name: &'a str,
        args: &'a [&'a Expr<'a>],
        keywords: &'a [Keyword<'a>],
    ) -> Outcome<'a> {
        if keywords.is_empty() && self.super_call(expr, value, name, args)? {
            return Ok(());
        }
        let base = self.unit.top;
        let name = self.mangled(name)?;
        let idx = self.name(name)?;
        if keywords.is_empty() && !is_long_chain(value) && self.are_calm(args)? {
            self.unit.push_many(2)?;
            self.push(value)?;
            self.push_all(args)?;
            self.at(expr.span);
            return self.emit_k(Op::CallAttr, base, args.len() as u8, idx);
        }
        let object = self.expr(value, Want::Any)?;
        self.unit.top = base;
        self.unit.push_many(3)?;
        self.at(expr.span);
        self.emit_k(Op::LoadMethod, base, object.last(), idx)?;
        let count = self.push_keywords(args, keywords)?;
        self.at(expr.span);
        if keywords.is_empty() {
            return self.emit(Op::CallMethod, base, count, 0);
        }
        self.emit(Op::CallMethodKw, base, count, 0)?;
        self.keyword_names(keywords)
    }

    /// Can the arguments be evaluated before the method is looked up, without anybody noticing?
    fn are_calm(&self, args: &'a [&'a Expr<'a>]) -> Outcome<'a, bool> {
        for arg in args {
            let is_calm = match arg.kind {
                ExprKind::Name(name) => self.is_bound_local(name)?,
                _ => self.folder.fold(arg)?.is_some(),
            };
            if !is_calm {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Where `__class__` and the first parameter are, when zero-argument `super` has them here.
    fn super_parts(&mut self) -> Outcome<'a, Option<(Place, Place)>> {
        let mut scope_id = self.scope;
        while self.scopes.scope(scope_id).flags & INLINED != 0 {
            scope_id = self.scopes.scope(scope_id).parent;
        }
        let scope = self.scopes.scope(scope_id);
        let is_function = matches!(scope.kind, ScopeKind::Function | ScopeKind::Lambda);
        let first = self.scopes.symbol(self.scopes.first_symbol(scope_id));
        let first = first.filter(|symbol| symbol.flags & crate::scope::PARAM != 0);
        let class = self.scopes.place(scope_id, CLASS);
        let is_known = matches!(class, Place::FreeCell(_) | Place::FreeValue(_));
        let is_builtin = self.scopes.place(self.scope, "super") == Place::Global;
        Ok(match first {
            Some(symbol) if is_function && is_known && is_builtin => Some((class, symbol.place)),
            _ => None,
        })
    }

    fn load_place(&mut self, place: Place) -> Outcome<'a> {
        let dst = self.unit.push()?;
        match place {
            Place::Local(register) => self.emit(Op::Move, dst, register, 0),
            Place::Cell(register) => self.emit(Op::CellGet, dst, register, 0),
            Place::FreeValue(idx) => self.emit(Op::FreeGet, dst, idx, 0),
            Place::FreeCell(idx) => self.emit(Op::FreeCellGet, dst, idx, 0),
            _ => Ok(()),
        }
    }

    /// `super().name(args)`; false when it is something else.
    fn super_call(
        &mut self,
        expr: &'a Expr<'a>,
        value: &'a Expr<'a>,
        name: &'a str,
        args: &'a [&'a Expr<'a>],
    ) -> Outcome<'a, bool> {
        let ExprKind::Call { func, args: [], keywords: [] } = value.kind else {
            return Ok(false);
        };
        if !matches!(func.kind, ExprKind::Name("super")) {
            return Ok(false);
        }
        let Some((class, first)) = self.super_parts()? else { return Ok(false) };
        let base = self.push(func)?;
        self.at(value.span);
        self.load_place(class)?;
        self.load_place(first)?;
        self.push_all(args)?;
        let name = self.mangled(name)?;
        let idx = self.name(name)?;
        self.at(expr.span);
        self.emit_k(Op::CallSuper, base, args.len() as u8, idx)?;
        Ok(true)
    }

    /// `super()` as a value.
    fn super_object(&mut self, expr: &'a Expr<'a>) -> Outcome<'a> {
        let ExprKind::Call { func, .. } = expr.kind else { return Ok(()) };
        let parts = self.super_parts()?;
        let base = self.push(func)?;
        self.unit.push()?;
        let mut count = 0;
        if let Some((class, first)) = parts {
            self.load_place(class)?;
            self.load_place(first)?;
            count = 2;
        }
        self.at(expr.span);
        self.emit(Op::Call, base, count, 0)
    }
}
