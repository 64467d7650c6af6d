//! Functions and lambdas: parameters, defaults, annotations, decorators.

use threadsnake_image::Op;
use threadsnake_image::layout::code;

use crate::ast::{Expr, ExprKind, FunctionDef, Param, Params, Span};
use crate::codegen::emit::{Operand, Want};
use crate::codegen::{Gen, Naming, Outcome};
use crate::fold::Value;
use crate::list::List;
use crate::scope::{HAS_YIELD, IS_ASYNC, Place, ScopeId, all_params};

/// What `SetFuncInfo` sets.
const DEFAULTS: u8 = 0;
const KEYWORD_DEFAULTS: u8 = 1;
const ANNOTATIONS: u8 = 2;

/// More decorators than this wait in a list.
const MAX_DECORATORS: usize = 8;

/// A function to be made.
struct Definition<'a> {
    name: &'a str,
    params: &'a Params<'a>,
    scope: ScopeId,
    doc: Option<&'a str>,
    first_line: u32,
}

impl<'a> Gen<'a> {
    pub(super) fn function(&mut self, def: &'a FunctionDef<'a>, span: Span) -> Outcome<'a> {
        let mark = self.unit.top;
        self.push_decorators(def.decorators)?;
        let first_line = def.decorators.first().map_or(span.line, |first| first.span.line);
        let node = core::ptr::from_ref(def).addr();
        let definition = Definition {
            name: def.name,
            params: def.params,
            scope: self.scopes.of_node(node).unwrap_or(0),
            doc: self.docstring(def.body),
            first_line,
        };
        let code = self.function_code(&definition, |this| {
            let has_doc = crate::codegen::is_docstring(def.body);
            let body = if has_doc { def.body.get(1..).unwrap_or_default() } else { def.body };
            this.block(body)?;
            this.return_none()
        })?;
        self.at(span);
        let want = self.function_want(def)?;
        let func = self.make_function(&definition, code, want)?;
        self.set_annotations(def, func.reg)?;
        self.unit.top = self.unit.top.min(func.reg + 1);
        let func = self.decorate(def.decorators, func)?;
        self.at(span);
        self.note_ring(def.name)?;
        self.bind(def.name, func)?;
        self.unit.top = mark;
        Ok(())
    }

    /// A function is bound to a name: is its place a cell?
    pub(super) fn note_ring(&mut self, name: &'a str) -> Outcome<'a> {
        self.unit.has_ring |= matches!(self.place_of(name)?, Place::Cell(_));
        Ok(())
    }

    /// A bare function is made in the local it is bound to.
    fn function_want(&self, def: &'a FunctionDef<'a>) -> Outcome<'a, Want> {
        let mut params = all_params(def.params);
        let is_bare = def.decorators.is_empty()
            && def.returns.is_none()
            && params.all(|param| param.default.is_none() && param.annotation.is_none());
        Ok(match self.local_of(def.name)? {
            Some(register) if is_bare => Want::Into(register),
            _ => Want::Temp,
        })
    }

    /// Callees of decorators, outermost first, each in a call window whose argument is the next one. Many of them
    /// wait in a list.
    pub(super) fn push_decorators(&mut self, decorators: &'a [&'a Expr<'a>]) -> Outcome<'a> {
        if decorators.len() <= MAX_DECORATORS {
            for decorator in decorators {
                self.push(decorator)?;
                self.unit.push()?;
            }
            return Ok(());
        }
        let list = self.unit.push()?;
        self.empty_list(list)?;
        for decorator in decorators {
            let operand = self.expr(decorator, Want::Any)?;
            self.emit(Op::ListAppend, list, operand.last(), 0)?;
            self.unit.top = list + 1;
        }
        Ok(())
    }

    /// Calls decorators, innermost first.
    pub(super) fn decorate(
        &mut self,
        decorators: &'a [&'a Expr<'a>],
        func: Operand,
    ) -> Outcome<'a, Operand> {
        if decorators.is_empty() {
            return Ok(func);
        }
        let mut register = func.reg;
        for (idx, decorator) in decorators.iter().enumerate().rev() {
            self.at(decorator.span);
            if decorators.len() <= MAX_DECORATORS {
                register = register.saturating_sub(2);
                self.emit(Op::Call, register, 1, 0)?;
            } else {
                self.decorate_from_list(func.reg, idx)?;
            }
        }
        if decorators.len() > MAX_DECORATORS {
            register = func.reg.saturating_sub(1);
            self.emit(Op::Move, register, func.last(), 0)?;
        }
        self.unit.top = register + 1;
        Ok(Operand::temp(register))
    }

    /// Calls the decorator at an index of the list below the function.
    fn decorate_from_list(&mut self, func: u8, idx: usize) -> Outcome<'a> {
        self.unit.top = func + 1;
        let key = self.constant_key(Value::Int(idx as i128))?;
        let window = self.unit.push_many(3)?;
        self.get_item(window, func.saturating_sub(1), key)?;
        self.emit(Op::Move, window + 2, Operand::temp(func).last(), 0)?;
        self.emit(Op::Call, window, 1, 0)?;
        self.emit(Op::Move, func, Operand::temp(window).last(), 0)
    }

    pub(super) fn lambda(
        &mut self,
        expr: &'a Expr<'a>,
        params: &'a Params<'a>,
        body: &'a Expr<'a>,
        want: Want,
    ) -> Outcome<'a, Operand> {
        let node = core::ptr::from_ref(expr).addr();
        let definition = Definition {
            name: "<lambda>",
            params,
            scope: self.scopes.of_node(node).unwrap_or(0),
            doc: None,
            first_line: expr.span.line,
        };
        let code = self.function_code(&definition, |this| this.return_value(Some(body)))?;
        self.at(expr.span);
        // Defaults may read the local that the function is assigned to.
        let func = self.make_function(&definition, code, Want::Temp)?;
        self.settle(func, want)
    }

    /// Compiles the code of a function; gives its constant index.
    fn function_code(
        &mut self,
        definition: &Definition<'a>,
        body: impl FnOnce(&mut Self) -> Outcome<'a>,
    ) -> Outcome<'a, u32> {
        let params = definition.params;
        let n_params = all_params(params).count() as u8;
        let qualname = self.qualified(definition.name)?;
        let outer = self.begin_unit(definition.scope, qualname, definition.first_line);
        self.prologue(n_params)?;
        body(self)?;
        let mut flags = 0;
        if params.star.is_some() {
            flags |= code::VARARGS;
        }
        if params.double_star.is_some() {
            flags |= code::VARKW;
        }
        if self.scopes.scope(definition.scope).flags & HAS_YIELD != 0 {
            flags |= code::GENERATOR;
        }
        if self.scopes.scope(definition.scope).flags & IS_ASYNC != 0 {
            flags |= code::COROUTINE;
        }
        let naming = Naming {
            name: definition.name,
            doc: definition.doc,
            first_line: definition.first_line,
            flags,
        };
        let positional_only = params.positional_only.len();
        let counts =
            [positional_only + params.positional.len(), positional_only, params.keyword_only.len()];
        let reference = self.finish_unit(naming, counts.map(|count| count as u8))?;
        self.end_unit(outer);
        self.unit.constant(reference)
    }

    /// Makes the function object with captures and defaults.
    fn make_function(
        &mut self,
        definition: &Definition<'a>,
        code: u32,
        want: Want,
    ) -> Outcome<'a, Operand> {
        let dst = self.dest(want)?;
        self.emit_kx(Op::MakeFunction, dst, code)?;
        self.capture_all(dst, definition.scope)?;
        self.set_defaults(definition.params, dst)?;
        self.set_keyword_defaults(definition.params, dst)?;
        Ok(Self::result(want, dst))
    }

    fn set_info(&mut self, func: u8, what: u8, value: Operand) -> Outcome<'a> {
        self.emit(Op::SetFuncInfo, func, what, value.last())?;
        self.release(value);
        Ok(())
    }

    fn set_defaults(&mut self, params: &'a Params<'a>, func: u8) -> Outcome<'a> {
        let mut defaults = List::new();
        for param in params.positional_only.iter().chain(params.positional) {
            if let Some(default) = param.default {
                defaults.push(self.bump, default)?;
            }
        }
        let defaults: &'a [&'a Expr<'a>] = defaults.finish();
        let Some(first) = defaults.first() else { return Ok(()) };
        let span = self.unit.span;
        let tuple = self.tuple_of(first, defaults, Want::Temp)?;
        self.at(span);
        self.set_info(func, DEFAULTS, tuple)
    }

    fn set_keyword_defaults(&mut self, params: &'a Params<'a>, func: u8) -> Outcome<'a> {
        if params.keyword_only.iter().all(|param| param.default.is_none()) {
            return Ok(());
        }
        let span = self.unit.span;
        let map = self.unit.push()?;
        self.emit(Op::BuildMap, map, 0, 0)?;
        for param in params.keyword_only {
            if let Some(default) = param.default {
                let name = self.mangled(param.name)?;
                let key = self.load(Value::Str(name), Want::Temp)?;
                let value = self.expr(default, Want::Any)?;
                self.emit(Op::MapAdd, map, key.last(), value.last())?;
                self.unit.top = map + 1;
            }
        }
        self.at(span);
        self.set_info(func, KEYWORD_DEFAULTS, Operand::temp(map))
    }

    fn set_annotations(&mut self, def: &'a FunctionDef<'a>, func: u8) -> Outcome<'a> {
        let is_annotated = |param: &Param<'_>| param.annotation.is_some();
        if def.returns.is_none() && !all_params(def.params).any(is_annotated) {
            return Ok(());
        }
        let span = self.unit.span;
        let map = self.unit.push()?;
        self.emit(Op::BuildMap, map, 0, 0)?;
        for param in all_params(def.params) {
            if let Some(annotation) = param.annotation {
                let name = self.mangled(param.name)?;
                self.add_annotation(map, name, annotation)?;
            }
        }
        if let Some(annotation) = def.returns {
            self.add_annotation(map, "return", annotation)?;
        }
        self.at(span);
        self.set_info(func, ANNOTATIONS, Operand::temp(map))
    }

    fn add_annotation(&mut self, map: u8, name: &'a str, annotation: &'a Expr<'a>) -> Outcome<'a> {
        let key = self.load(Value::Str(name), Want::Temp)?;
        let value = self.annotation(annotation, Want::Any)?;
        self.emit(Op::MapAdd, map, key.last(), value.last())?;
        self.unit.top = map + 1;
        Ok(())
    }

    /// The value of an annotation, or its text.
    pub(super) fn annotation(
        &mut self,
        annotation: &'a Expr<'a>,
        want: Want,
    ) -> Outcome<'a, Operand> {
        if self.settings.text_annotations {
            let text = self.source_text(annotation.span);
            return self.load(Value::Str(text), want);
        }
        if let ExprKind::Starred(value) = annotation.kind {
            let source = self.expr(value, Want::Any)?;
            self.release(source);
            let base = self.unit.push()?;
            self.emit(Op::Unpack, base, source.last(), 1)?;
            return self.settle(Operand::temp(base), want);
        }
        self.expr(annotation, want)
    }

    /// The source text of a span.
    fn source_text(&self, span: Span) -> &'a str {
        let start = offset(self.source, span.line, span.col);
        let end = offset(self.source, span.end_line, span.end_col);
        self.source.get(start..end).unwrap_or_default()
    }
}

/// Byte offset of a line and column.
fn offset(source: &str, line: u32, col: u16) -> usize {
    let mut start = 0;
    for _ in 1..line {
        let rest = source.get(start..).unwrap_or_default();
        let Some(at) = rest.find(['\n', '\r']) else { break };
        let is_pair = rest.get(at..).is_some_and(|rest| rest.starts_with("\r\n"));
        start += at + if is_pair { 2 } else { 1 };
    }
    start + usize::from(col)
}
