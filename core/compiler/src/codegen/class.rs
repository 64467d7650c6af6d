//! Classes: the body is a function over the namespace in register 0.

use threadsnake_image::Op;
use threadsnake_image::layout::code;

use crate::ast::{Block as Body, ClassDef, Expr, ExprKind, Keyword, Params, Span, Stmt, StmtKind};
use crate::codegen::emit::{Operand, Want};
use crate::codegen::{Gen, Naming, Outcome};
use crate::fold::Value;
use crate::list::List;
use crate::scope::{CLASS, CLASS_CELL, HAS_ANNOTATIONS, Place, ScopeId};

/// More bases and keywords than this are passed as tuple and dict.
const MAX_ARGUMENTS: usize = 20;
/// Distinct attributes that are counted.
const MAX_ATTRIBUTES: usize = 200;
/// Nesting of statements that is searched for attributes.
const MAX_NESTING: u32 = 20;

impl<'a> Gen<'a> {
    pub(super) fn class(&mut self, def: &'a ClassDef<'a>, span: Span) -> Outcome<'a> {
        let mark = self.unit.top;
        self.push_decorators(def.decorators)?;
        let first_line = def.decorators.first().map_or(span.line, |first| first.span.line);
        let node = core::ptr::from_ref(def).addr();
        let scope = self.scopes.of_node(node).unwrap_or(0);
        let code = self.class_code(def, scope, first_line)?;
        self.at(span);
        let base = self.read_global("__build_class__")?;
        self.unit.push()?;
        let is_spread = def.bases.iter().any(|base| matches!(base.kind, ExprKind::Starred(_)))
            || def.keywords.iter().any(|keyword| keyword.name.is_none())
            || def.bases.len() + def.keywords.len() > MAX_ARGUMENTS;
        if is_spread {
            self.build_collected(def, scope, code, base, span)?;
        } else {
            self.class_function(scope, code)?;
            self.load(Value::Str(def.name), Want::Temp)?;
            self.class_arguments(def.bases, def.keywords, base, span)?;
        }
        self.unit.top = base + 1;
        let class = self.decorate(def.decorators, Operand::temp(base))?;
        self.at(span);
        self.bind(def.name, class)?;
        self.unit.top = mark;
        Ok(())
    }

    fn class_function(&mut self, scope: ScopeId, code: u32) -> Outcome<'a, u8> {
        let func = self.unit.push()?;
        self.emit_kx(Op::MakeFunction, func, code)?;
        self.capture_all(func, scope)?;
        Ok(func)
    }

    fn class_arguments(
        &mut self,
        bases: &'a [&'a Expr<'a>],
        keywords: &'a [Keyword<'a>],
        base: u8,
        span: Span,
    ) -> Outcome<'a> {
        for value in bases {
            self.push(value)?;
        }
        for keyword in keywords {
            self.push(keyword.value)?;
        }
        let count = (2 + bases.len() + keywords.len()) as u8;
        self.at(span);
        if keywords.is_empty() {
            return self.emit(Op::Call, base, count, 0);
        }
        self.emit(Op::CallKw, base, count, 0)?;
        self.keyword_names(keywords)
    }

    /// With stars among the arguments.
    fn build_collected(
        &mut self,
        def: &'a ClassDef<'a>,
        scope: ScopeId,
        code: u32,
        base: u8,
        span: Span,
    ) -> Outcome<'a> {
        let list = self.unit.push()?;
        self.empty_list(list)?;
        let func = self.class_function(scope, code)?;
        self.emit(Op::ListAppend, list, Operand::temp(func).last(), 0)?;
        self.unit.top = list + 1;
        let name = self.load(Value::Str(def.name), Want::Temp)?;
        self.emit(Op::ListAppend, list, name.last(), 0)?;
        for item in def.bases {
            self.unit.top = list + 1;
            let (op, value) = match item.kind {
                ExprKind::Starred(value) => (Op::ListExtend, value),
                _ => (Op::ListAppend, *item),
            };
            let operand = self.expr(value, Want::Any)?;
            self.emit(op, list, operand.last(), 0)?;
        }
        self.unit.top = list + 1;
        self.emit(Op::ListToTuple, list, Operand::temp(list).last(), 0)?;
        if def.keywords.is_empty() {
            self.unit.push()?;
        } else {
            self.keyword_dict(def.keywords, base)?;
        }
        self.at(span);
        self.emit(Op::CallEx, base, u8::from(!def.keywords.is_empty()), 0)
    }

    /// Compiles the body; gives its constant index.
    fn class_code(
        &mut self,
        def: &'a ClassDef<'a>,
        scope: ScopeId,
        first_line: u32,
    ) -> Outcome<'a, u32> {
        let qualname = self.qualified(def.name)?;
        let doc = self.docstring(def.body);
        let outer = self.begin_unit(scope, qualname, first_line);
        self.prologue(1)?;
        let flags = self.scopes.scope(scope).flags;
        let cell = match self.scopes.visible_place(scope, CLASS) {
            Place::Cell(register) if flags & CLASS_CELL != 0 => Some(register),
            _ => None,
        };
        if let Some(register) = cell {
            self.new_cell(register)?;
        }
        let module = self.read_global("__name__")?;
        self.store_own("__module__", Operand::temp(module))?;
        let name = self.load(Value::Str(qualname), Want::Temp)?;
        self.store_own("__qualname__", name)?;
        let mut body = def.body;
        if crate::codegen::is_docstring(body) {
            body = body.get(1..).unwrap_or_default();
        }
        if let Some(doc) = doc {
            let doc = self.load(Value::Str(doc), Want::Temp)?;
            self.store_own("__doc__", doc)?;
        }
        self.class_extras(def.body, flags)?;
        self.block(body)?;
        if self.unit.reachable {
            self.end_class(cell)?;
        }
        let naming = Naming { name: def.name, doc, first_line, flags: code::CLASS_BODY };
        let reference = self.finish_unit(naming, [1, 0, 0])?;
        self.end_unit(outer);
        self.unit.constant(reference)
    }

    fn class_extras(&mut self, body: Body<'a>, flags: u8) -> Outcome<'a> {
        if flags & HAS_ANNOTATIONS != 0 {
            let map = self.unit.push()?;
            self.emit(Op::BuildMap, map, 0, 0)?;
            self.store_own("__annotations__", Operand::temp(map))?;
        }
        let attributes = self.count_attributes(body)?;
        if attributes > 0 {
            let count = self.load(Value::Int(attributes as i128), Want::Temp)?;
            self.store_own("__attrs__", count)?;
        }
        Ok(())
    }

    fn end_class(&mut self, cell: Option<u8>) -> Outcome<'a> {
        match cell {
            Some(register) => {
                let clear = self.unit.top;
                self.emit_x(Op::Return, register, u16::from(clear))?;
                self.unit.reachable = false;
                Ok(())
            }
            None => self.return_none(),
        }
    }

    /// Stores a name of the class namespace.
    fn store_own(&mut self, name: &'a str, value: Operand) -> Outcome<'a> {
        let idx = self.name(name)?;
        self.emit_k(Op::SetItemK, value.last(), 0, idx)?;
        self.release(value);
        Ok(())
    }

    /// Distinct attributes of the first parameter that `__init__` assigns: what instances will have.
    fn count_attributes(&self, body: Body<'a>) -> Outcome<'a, usize> {
        let init = body.iter().rev().find_map(|stmt| match stmt.kind {
            StmtKind::FunctionDef(def) if def.name == "__init__" => Some(def),
            _ => None,
        });
        let Some(init) = init else { return Ok(0) };
        let Some(own) = first_param(init.params) else { return Ok(0) };
        let mut names = List::new();
        self.attributes_in(init.body, own, &mut names, 0)?;
        Ok(names.len())
    }

    fn attributes_in(
        &self,
        body: Body<'a>,
        own: &str,
        names: &mut List<'a, &'a str>,
        depth: u32,
    ) -> Outcome<'a> {
        if depth > MAX_NESTING {
            return Ok(());
        }
        for stmt in body {
            match stmt.kind {
                StmtKind::Assign { targets, .. } => {
                    for target in targets {
                        self.attribute_targets(target, own, names, depth)?;
                    }
                }
                StmtKind::AnnAssign { target, value: Some(_), .. } => {
                    self.attribute_targets(target, own, names, depth)?;
                }
                _ => {
                    for inner in blocks_of(stmt) {
                        self.attributes_in(inner, own, names, depth + 1)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn attribute_targets(
        &self,
        target: &Expr<'a>,
        own: &str,
        names: &mut List<'a, &'a str>,
        depth: u32,
    ) -> Outcome<'a> {
        match target.kind {
            ExprKind::Attribute { value, name } => {
                let is_new = Self::is_named(value, own) && !names.as_slice().contains(&name);
                if is_new && names.len() < MAX_ATTRIBUTES {
                    names.push(self.bump, name)?;
                }
            }
            ExprKind::Tuple(items) | ExprKind::List(items) if depth <= MAX_NESTING => {
                for item in items {
                    self.attribute_targets(item, own, names, depth + 1)?;
                }
            }
            _ => {}
        }
        Ok(())
    }
}

fn first_param<'a>(params: &Params<'a>) -> Option<&'a str> {
    let first = params.positional_only.first().or(params.positional.first());
    first.map(|param| param.name)
}

/// The blocks inside of a statement.
fn blocks_of<'a>(stmt: &Stmt<'a>) -> [Body<'a>; 3] {
    match stmt.kind {
        StmtKind::If { body, orelse, .. } | StmtKind::While { body, orelse, .. } => {
            [body, orelse, &[]]
        }
        StmtKind::For(node) => [node.body, node.orelse, &[]],
        StmtKind::With { body, .. } => [body, &[], &[]],
        StmtKind::Try(node) => [node.body, node.orelse, node.finally],
        _ => [&[], &[], &[]],
    }
}
