//! From tree to register code: one walk, one pass.
//!
//! ```text
//!  codegen.rs            units, names of code, entry points
//!  codegen/emit.rs       instructions with their constants, operands
//!  codegen/names.rs      reading, binding and deleting names
//!  codegen/expr.rs       expressions as values      codegen/branch.rs   expressions as conditions
//!  codegen/assign.rs     targets                    codegen/call.rs     calls
//!  codegen/stmt.rs       statements                 codegen/loops.rs    for, while, break, continue
//!  codegen/tries.rs      try, raise, return         codegen/withs.rs    with
//!  codegen/defs.rs       functions and lambdas      codegen/class.rs    classes
//!  codegen/comp.rs       comprehensions             codegen/pattern.rs  match
//!  codegen/display.rs    lists, dicts, tuples       codegen/fstring.rs  f-strings
//!  codegen/import.rs     imports                codegen/compare.rs    comparisons
//! ```
//!
//! G1  An operand that is a local is used where it lies; a temporary is moved out by its only use.
//! G2  A result goes to the lowest free temporary, or straight into the local it is assigned to, which only the
//!     last instruction of an expression writes.
//! G3  Evaluation order is CPython's.
//!
//! Not here: what names mean (scope.rs), the state of one code object (unit.rs).

use bumpalo::Bump;
use threadsnake_image::Slow;
use threadsnake_image::layout::{self, code};
use threadsnake_image::write::{CodeParts, Endian};

use crate::ast::{Const, ExprKind, Module, Span, Stmt, StmtKind};
use crate::error::{ErrorKind, Fault, fault};
use crate::fold::Folder;
use crate::konst::Constants;
use crate::lines::LineTable;
use crate::list::List;
use crate::scope::{
    DELETED, HAS_ANNOTATIONS, NONE, PARAM, Place, Scope, ScopeId, ScopeKind, Scopes, Text, mangle,
};
use crate::unit::Unit;
use crate::words::Words;

mod assign;
mod branch;
mod call;
mod class;
mod comp;
mod compare;
mod defs;
mod display;
mod emit;
mod expr;
mod fstring;
mod import;
mod loops;
mod names;
mod pattern;
mod star;
mod stmt;
mod tries;
mod waits;
mod withs;

use tries::{Block, Stretch};

/// Units kept for reuse: functions nest hardly ever deeper.
const MAX_SPARES: usize = 3;

pub(crate) type Outcome<'a, T = ()> = Result<T, Fault<'a>>;

/// How code is made.
#[derive(Clone, Copy, Debug)]
pub struct Settings<'a> {
    /// Name of the source file.
    pub filename: &'a str,
    /// Compile `assert`; also the value of `__debug__`.
    pub asserts: bool,
    /// Keep docstrings.
    pub docstrings: bool,
    /// Keep line tables.
    pub lines: bool,
    /// Keep columns in them.
    pub columns: bool,
    /// Byte order of the image.
    pub endian: Endian,
    /// Expression statements of the module show their value.
    pub interactive: bool,
    /// The last expression statement of the module is its value.
    pub evaluate: bool,
    /// Annotations are kept as text.
    pub text_annotations: bool,
    /// Deepest nesting that is followed.
    pub depth_limit: u32,
}

/// The generator.
pub(crate) struct Gen<'a> {
    bump: &'a Bump,
    source: &'a str,
    scopes: Scopes<'a>,
    constants: Constants<'a>,
    settings: Settings<'a>,
    folder: Folder<'a>,
    unit: Unit<'a>,
    /// Units that are done with: others use their memory again.
    spares: heapless::Vec<Unit<'a>, MAX_SPARES>,
    /// Loops, handlers and other blocks around the current statement.
    blocks: List<'a, Block<'a>>,
    next_block: u32,
    pending: List<'a, Stretch>,
    /// Scope whose names are meant; differs from the unit's inside inlined comprehensions.
    scope: ScopeId,
    depth: u32,
}

/// Compiles a module.
pub(crate) fn module<'a>(
    module: &'a Module<'a>,
    source: &'a str,
    scopes: Scopes<'a>,
    settings: Settings<'a>,
    bump: &'a Bump,
) -> Outcome<'a, Words<'a>> {
    let lines = LineTable::new(bump, 1, settings.columns);
    let mut generator = Gen {
        bump,
        source,
        scopes,
        constants: Constants::new(bump, settings.endian)?,
        settings,
        folder: Folder { bump, debug: settings.asserts },
        unit: Unit::new(bump, 0, "<module>", lines),
        spares: heapless::Vec::new(),
        blocks: List::new(),
        next_block: 0,
        pending: List::new(),
        scope: 0,
        depth: 0,
    };
    generator.unit.span = Span { line: 1, end_line: 1, col: 0, end_col: 0 };
    generator.module_body(module)?;
    let doc = generator.docstring(module.body);
    let parts = Naming { name: "<module>", doc, first_line: 1, flags: code::MODULE };
    let main = generator.finish_unit(parts, [0, 0, 0])?;
    let file = generator.constants.text(settings.filename)?;
    Ok(generator.constants.finish(main, file)?)
}

/// What a code object is called.
#[derive(Clone, Copy)]
struct Naming<'a> {
    name: &'a str,
    doc: Option<&'a str>,
    first_line: u32,
    flags: u8,
}

/// What is put aside while an inner function is made.
struct Outer<'a> {
    unit: Unit<'a>,
    blocks: List<'a, Block<'a>>,
    scope: ScopeId,
}

impl<'a> Gen<'a> {
    fn module_body(&mut self, module: &'a Module<'a>) -> Outcome<'a> {
        if self.scopes.scope(0).flags & HAS_ANNOTATIONS != 0 {
            self.setup_annotations()?;
        }
        let mut body = module.body;
        if let Some(doc) = self.docstring(body)
            && !self.settings.interactive
            && !self.settings.evaluate
        {
            self.store_doc(doc)?;
            body = body.get(1..).unwrap_or_default();
        }
        match (self.settings.evaluate, body) {
            (true, [Stmt { kind: StmtKind::Expr(value), .. }]) => self.return_value(Some(value)),
            _ => {
                self.block(body)?;
                self.return_none()
            }
        }
    }

    /// The docstring of a body, if it has one and it is kept.
    fn docstring(&self, body: &[&'a Stmt<'a>]) -> Option<&'a str> {
        if self.settings.docstrings { doc_text(body) } else { None }
    }

    /// Counts nesting; every call is paired with `leave`.
    fn enter(&mut self, span: Span) -> Outcome<'a> {
        self.depth += 1;
        if self.depth > self.settings.depth_limit {
            let kind = ErrorKind::Text("source is nested too deeply");
            return Err(fault(self.unit.bump, kind, span));
        }
        Ok(())
    }

    fn leave(&mut self) {
        self.depth -= 1;
    }

    /// What the position of the next instructions is.
    fn at(&mut self, span: Span) {
        self.unit.span = span;
    }

    fn class_name(&self) -> Option<&'a str> {
        self.scopes.scope(self.scope).class_name
    }

    fn mangled(&self, name: &'a str) -> Outcome<'a, &'a str> {
        Ok(mangle(self.bump, self.class_name(), name)?)
    }

    /// Begins an inner function.
    fn begin_unit(&mut self, scope: ScopeId, qualname: &'a str, line: u32) -> Outer<'a> {
        let mut unit = match self.spares.pop() {
            Some(spare) => spare,
            None => {
                let lines = LineTable::new(self.bump, line, self.settings.columns);
                Unit::new(self.bump, scope, qualname, lines)
            }
        };
        unit.reset(scope, qualname, line);
        unit.span = Span { line, end_line: line, col: 0, end_col: 0 };
        Outer {
            unit: core::mem::replace(&mut self.unit, unit),
            blocks: core::mem::take(&mut self.blocks),
            scope: core::mem::replace(&mut self.scope, scope),
        }
    }

    /// Goes back to the outer function.
    fn end_unit(&mut self, outer: Outer<'a>) {
        let done = core::mem::replace(&mut self.unit, outer.unit);
        // One too many is given up: its memory is found again when all is.
        let _ = self.spares.push(done);
        self.blocks = outer.blocks;
        self.scope = outer.scope;
    }

    /// Gives locals their registers: cells are made, the list of further locals too.
    fn prologue(&mut self, n_params: u8) -> Outcome<'a> {
        let scope = self.scopes.scope(self.unit.scope);
        self.unit.push_many(scope.n_locals)?;
        self.unit.bound = 1u128.checked_shl(u32::from(n_params)).map_or(u128::MAX, |bit| bit - 1);
        let mut id = self.scopes.first_symbol(self.unit.scope);
        while id != NONE {
            let Some(&symbol) = self.scopes.symbol(id) else { break };
            match symbol.place {
                Place::Local(register) if symbol.flags & DELETED != 0 => {
                    self.unit.deleted |= 1 << register;
                }
                Place::Cell(register) if scope.kind != ScopeKind::Class => {
                    self.new_cell(register)?;
                }
                _ => {}
            }
            id = self.scopes.next_symbol(id);
        }
        if scope.n_far > 0 {
            let register = self.unit.push()?;
            let sub = if n_params > register { Slow::FarParams } else { Slow::FarNew };
            self.far_new(sub, register, scope.n_far)?;
            self.unit.far = Some(register);
            self.unit.n_regs = self.unit.n_regs.max(n_params);
        }
        Ok(())
    }

    /// Puts the unit into the image. `args`: positional, positional-only, keyword-only parameters.
    fn finish_unit(&mut self, naming: Naming<'a>, args: [u8; 3]) -> Outcome<'a, u32> {
        let pc = self.unit.pc();
        self.unit.lines.flush(pc)?;
        self.unit.link();
        let scope = self.scopes.scope(self.unit.scope);
        let (varnames, cells) = self.register_names(scope)?;
        let freevars = self.free_names(scope)?;
        let name = self.constants.name(naming.name)?;
        let qualname = self.constants.text(self.unit.qualname)?;
        let filename = self.constants.text(self.settings.filename)?;
        let doc = match naming.doc {
            Some(text) => self.constants.text(text)?,
            None => layout::value::NONE,
        };
        let mut handlers = List::new();
        for handler in self.unit.handlers.as_slice() {
            let target = self.unit.target(handler.label) << 8 | u32::from(handler.register);
            handlers.push(self.bump, [handler.start, handler.end, target])?;
        }
        let lines: &[u8] = if self.settings.lines { self.unit.lines.bytes() } else { &[] };
        let [arg_count, positional_only, keyword_only] = args;
        let parts = CodeParts {
            n_regs: self.unit.n_regs,
            flags: naming.flags,
            arg_count,
            positional_only,
            keyword_only,
            n_free: scope.n_free,
            name,
            qualname,
            constants: self.unit.constants.as_slice(),
            words: self.unit.code.as_slice(),
            varnames,
            freevars,
            cells,
            doc,
            filename,
            first_line: naming.first_line,
            far: self.unit.far,
            handlers: handlers.as_slice(),
            lines,
        };
        Ok(self.constants.code(&parts)?)
    }

    /// Names of the registers of locals, and of those that hold cells.
    fn register_names(&mut self, scope: Scope<'a>) -> Outcome<'a, (u32, u32)> {
        let count = match scope.kind {
            ScopeKind::Module => 0,
            _ => scope.n_locals.max(scope.n_params),
        };
        let hidden = self.constants.name(".0")?;
        let mut names = List::new();
        let mut cells = List::new();
        for _ in 0..count {
            names.push(self.bump, hidden)?;
            cells.push(self.bump, layout::value::NONE)?;
        }
        let mut has_cells = false;
        let mut id = self.scopes.first_symbol(self.unit.scope);
        while let Some(&symbol) = self.scopes.symbol(id) {
            let place = if scope.kind == ScopeKind::Class { symbol.passed } else { symbol.place };
            // Parameters that are far locals come in registers.
            let place = match place {
                Place::Far(far) if symbol.flags & PARAM != 0 => {
                    Place::Local(scope.n_locals.saturating_add(far as u8))
                }
                place => place,
            };
            if let Place::Local(register) | Place::Cell(register) = place
                && scope.kind != ScopeKind::Module
            {
                let name = self.constants.name(symbol.name)?;
                names.set(usize::from(register), name);
                if matches!(place, Place::Cell(_)) {
                    cells.set(usize::from(register), name);
                    has_cells = true;
                }
            }
            id = self.scopes.next_symbol(id);
        }
        let cells = if has_cells { cells.finish() } else { &[] };
        Ok((self.name_tuple(names.finish())?, self.name_tuple(cells)?))
    }

    /// Names of captured variables, in order.
    fn free_names(&mut self, scope: Scope<'a>) -> Outcome<'a, u32> {
        let mut names = List::new();
        for _ in 0..scope.n_free {
            names.push(self.bump, 0)?;
        }
        let mut id = self.scopes.first_symbol(self.unit.scope);
        while let Some(&symbol) = self.scopes.symbol(id) {
            if let Some(idx) = names::free_idx(&symbol) {
                let name = self.constants.name(symbol.name)?;
                names.set(usize::from(idx), name);
            }
            id = self.scopes.next_symbol(id);
        }
        self.name_tuple(names.finish())
    }

    /// A tuple of names for the details of code, None when there are none.
    fn name_tuple(&mut self, names: &'a [u32]) -> Outcome<'a, u32> {
        if names.is_empty() {
            return Ok(layout::value::NONE);
        }
        Ok(self.constants.tuple(names)?)
    }

    /// Qualified name of something defined here.
    fn qualified(&self, name: &'a str) -> Outcome<'a, &'a str> {
        let kind = self.scopes.scope(self.unit.scope).kind;
        let is_global = self.scopes.place(self.scope, name) == Place::Global;
        if kind == ScopeKind::Module || is_global && !name.starts_with('<') {
            return Ok(name);
        }
        let mut text = Text::new(self.bump);
        text.push(self.unit.qualname)?;
        text.push(if kind == ScopeKind::Class { "." } else { ".<locals>." })?;
        text.push(name)?;
        Ok(text.finish())
    }
}

/// The string that a body begins with.
fn doc_text<'a>(body: &[&'a Stmt<'a>]) -> Option<&'a str> {
    let Some(Stmt { kind: StmtKind::Expr(value), .. }) = body.first() else { return None };
    match value.kind {
        ExprKind::Const(Const::Str(text)) => Some(text),
        _ => None,
    }
}

/// Does a body begin with a docstring?
fn is_docstring(body: &[&Stmt<'_>]) -> bool {
    doc_text(body).is_some()
}
