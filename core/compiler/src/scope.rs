//! What names mean: which are locals, cells, captured, global, or looked up in a class namespace.
//!
//! ```text
//!  collect.rs   one walk over the tree: scopes, symbols, where they are bound; refuses what is wrong
//!  resolve.rs   inside out: names that a scope does not bind go to the scope around it
//!               outside in: every symbol gets its place
//! ```
//!
//! S1  A scope is found by the address of its node, so code that is compiled twice (a `finally`) finds it again.
//! S2  A comprehension is inlined into the function around it unless a function inside captures one of its own
//!     variables, or it stands in a class body.
//! S3  A captured variable needs no cell when nothing binds it after the first capture: positions count the walk,
//!     which follows the order of evaluation, and a binding inside a loop counts as happening at the end of the
//!     outermost loop.
//!
//! Not here: registers of temporaries (regs.rs).

use bumpalo::Bump;

use crate::ast::Span;
use crate::error::{CompileError, Fault, OUT_OF_MEMORY};
use crate::list::{List, OutOfMemory};
use crate::table::{Table, hash_bytes, spread};

mod check;
mod collect;
mod exprs;
mod patterns;
mod resolve;

pub use collect::{Rules, all_params, collect};
pub use resolve::{CLASS, resolve};

/// Number of a scope; 0 is the module.
pub type ScopeId = u32;
/// Number of a symbol.
pub type SymbolId = u32;

/// No symbol, no loop.
pub const NONE: u32 = u32::MAX;

/// What a scope is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeKind {
    /// Top level.
    Module,
    /// Body of a class.
    Class,
    /// `def`
    Function,
    /// `lambda`
    Lambda,
    /// List, set or dict comprehension.
    Comp,
    /// Generator expression.
    Generator,
}

/// The function contains `yield`.
pub const HAS_YIELD: u8 = 1;
/// The comprehension is part of the function around it.
pub const INLINED: u8 = 2;
/// The class body has to make the cell of `__class__`.
pub const CLASS_CELL: u8 = 4;
/// Annotations are stored at this level.
pub const HAS_ANNOTATIONS: u8 = 8;
/// It waits: an `async def`, or a comprehension with `await` or `async for`.
pub const IS_ASYNC: u8 = 16;

/// One scope.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'a> {
    /// What it is.
    pub kind: ScopeKind,
    /// The one around it; the module's own for the module.
    pub parent: ScopeId,
    /// `HAS_YIELD` and others.
    pub flags: u8,
    /// Captured variables.
    pub n_free: u8,
    /// Parameters.
    pub n_params: u8,
    /// Registers of parameters and other locals.
    pub n_locals: u8,
    /// Locals beyond the registers.
    pub n_far: u16,
    /// The class whose name is part of private names.
    pub class_name: Option<&'a str>,
    /// Where it is, roughly: for messages.
    span: Span,
    /// When it is created.
    created_at: u32,
    first: SymbolId,
    last: SymbolId,
}

/// It is bound in this scope.
pub const BOUND: u16 = 1;
/// It is a parameter.
pub const PARAM: u16 = 2;
/// It is read.
pub const USED: u16 = 4;
/// Declared `global`.
pub const GLOBAL: u16 = 8;
/// Declared `nonlocal`.
pub const NONLOCAL: u16 = 16;
/// Deleted somewhere (also at the end of an `except ... as`).
pub const DELETED: u16 = 32;
/// A function inside refers to it.
pub const CAPTURED: u16 = 64;
/// A function inside binds it.
pub const INNER_WRITE: u16 = 128;
/// Annotated.
pub const ANNOTATED: u16 = 256;
/// In a class: needed by functions inside, which do not see the class's own names.
pub const PASSED: u16 = 512;
/// Bound by `:=`, which happens in the middle of expressions.
pub const WALRUS: u16 = 1024;
/// Target of a comprehension's `for`.
pub const ITERATES: u16 = 2048;

/// Where the value of a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the module's globals, or builtins.
    Global,
    /// In a register.
    Local(u8),
    /// In a cell that a register holds.
    Cell(u8),
    /// Captured by value.
    FreeValue(u8),
    /// Captured cell.
    FreeCell(u8),
    /// In the list of locals beyond the registers.
    Far(u16),
    /// In the class namespace, else global.
    Namespace,
    /// In the class namespace, else captured by value.
    NamespaceFreeValue(u8),
    /// In the class namespace, else in the captured cell.
    NamespaceFreeCell(u8),
}

/// One name in one scope.
#[derive(Clone, Copy, Debug)]
pub struct Symbol<'a> {
    /// Spelling, with the class name for private names.
    pub name: &'a str,
    /// `BOUND` and others.
    pub flags: u16,
    /// Where its value is.
    pub place: Place,
    /// In a class: what functions inside see.
    pub passed: Place,
    first_capture: u32,
    last_bind: u32,
    last_loop: u32,
    next: SymbolId,
}

/// All scopes of a module.
pub struct Scopes<'a> {
    bump: &'a Bump,
    list: List<'a, Scope<'a>>,
    symbols: List<'a, Symbol<'a>>,
    by_node: Table<'a, (usize, ScopeId)>,
    by_name: Table<'a, (ScopeId, &'a str, SymbolId)>,
    /// Positions where outermost loops end.
    loop_ends: List<'a, u32>,
    /// Names declared `global` or `nonlocal`, and where.
    declarations: List<'a, (SymbolId, Span)>,
}

const EMPTY_SCOPE: Scope<'static> = Scope {
    kind: ScopeKind::Module,
    parent: 0,
    flags: 0,
    n_free: 0,
    n_params: 0,
    n_locals: 0,
    n_far: 0,
    class_name: None,
    span: Span { line: 1, end_line: 1, col: 0, end_col: 0 },
    created_at: 0,
    first: NONE,
    last: NONE,
};

fn name_hash(scope: ScopeId, name: &str) -> u64 {
    hash_bytes(u64::from(scope), name.as_bytes())
}

impl<'a> Scopes<'a> {
    /// With nothing in it.
    #[must_use]
    pub fn new(bump: &'a Bump) -> Self {
        Scopes {
            bump,
            list: List::new(),
            symbols: List::new(),
            by_node: Table::new(bump),
            by_name: Table::new(bump),
            loop_ends: List::new(),
            declarations: List::new(),
        }
    }

    /// Number of scopes.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.list.len() as u32
    }

    /// A scope.
    #[must_use]
    pub fn scope(&self, id: ScopeId) -> Scope<'a> {
        self.list.get(id as usize).unwrap_or(EMPTY_SCOPE)
    }

    fn change(&mut self, id: ScopeId, change: impl FnOnce(&mut Scope<'a>)) {
        if let Some(scope) = self.list.as_mut_slice().get_mut(id as usize) {
            change(scope);
        }
    }

    /// The scope of a node.
    #[must_use]
    pub fn of_node(&self, node: usize) -> Option<ScopeId> {
        self.by_node.find(spread(node as u64), |item| item.0 == node).map(|item| item.1)
    }

    fn add(&mut self, node: usize, scope: Scope<'a>) -> Result<ScopeId, OutOfMemory> {
        let id = self.len();
        self.list.push(self.bump, scope)?;
        self.by_node.insert(spread(node as u64), (node, id), |item| spread(item.0 as u64))?;
        Ok(id)
    }

    /// A symbol's number.
    #[must_use]
    pub fn find(&self, scope: ScopeId, name: &str) -> Option<SymbolId> {
        let hash = name_hash(scope, name);
        self.by_name.find(hash, |item| item.0 == scope && item.1 == name).map(|item| item.2)
    }

    /// A symbol.
    #[must_use]
    pub fn symbol(&self, id: SymbolId) -> Option<&Symbol<'a>> {
        self.symbols.as_slice().get(id as usize)
    }

    /// Changes a symbol.
    pub fn change_symbol(&mut self, id: SymbolId, change: impl FnOnce(&mut Symbol<'a>)) {
        if let Some(symbol) = self.symbols.as_mut_slice().get_mut(id as usize) {
            change(symbol);
        }
    }

    /// The symbol of a name in a scope, made when there is none.
    fn intern(&mut self, scope: ScopeId, name: &'a str) -> Result<SymbolId, OutOfMemory> {
        if let Some(id) = self.find(scope, name) {
            return Ok(id);
        }
        let id = self.symbols.len() as SymbolId;
        let symbol = Symbol {
            name,
            flags: 0,
            place: Place::Global,
            passed: Place::Global,
            first_capture: NONE,
            last_bind: 0,
            last_loop: NONE,
            next: NONE,
        };
        self.symbols.push(self.bump, symbol)?;
        let hash = name_hash(scope, name);
        self.by_name.insert(hash, (scope, name, id), |item| name_hash(item.0, item.1))?;
        let last = self.scope(scope).last;
        self.change_symbol(last, |symbol| symbol.next = id);
        self.change(scope, |scope| {
            scope.last = id;
            if scope.first == NONE {
                scope.first = id;
            }
        });
        Ok(id)
    }

    /// The first symbol of a scope; `next_symbol` gives the others, in order of first appearance.
    #[must_use]
    pub fn first_symbol(&self, scope: ScopeId) -> SymbolId {
        self.scope(scope).first
    }

    /// The symbol after one.
    #[must_use]
    pub fn next_symbol(&self, id: SymbolId) -> SymbolId {
        self.symbol(id).map_or(NONE, |symbol| symbol.next)
    }

    /// The scope where an inlined comprehension has a name from, or the scope itself.
    fn home(&self, scope: ScopeId, name: &str) -> (ScopeId, Option<&Symbol<'a>>) {
        let mut scope = scope;
        loop {
            let symbol = self.find(scope, name).and_then(|id| self.symbol(id));
            let is_own = symbol.is_some_and(|symbol| symbol.flags & BOUND != 0);
            let current = self.scope(scope);
            if current.flags & INLINED == 0 || is_own {
                return (scope, symbol);
            }
            scope = current.parent;
        }
    }

    /// Where a name's value is, for code of a scope.
    #[must_use]
    pub fn place(&self, scope: ScopeId, name: &str) -> Place {
        match self.home(scope, name) {
            (_, Some(symbol)) => symbol.place,
            (home, None) if self.scope(home).kind == ScopeKind::Class => Place::Namespace,
            (_, None) => Place::Global,
        }
    }

    /// Where a name's value is, for functions inside a scope.
    #[must_use]
    pub fn visible_place(&self, scope: ScopeId, name: &str) -> Place {
        match self.home(scope, name) {
            (home, Some(symbol)) if self.scope(home).kind == ScopeKind::Class => symbol.passed,
            (_, Some(symbol)) => symbol.place,
            (_, None) => Place::Global,
        }
    }

    /// The flags of a name in a scope.
    #[must_use]
    pub fn flags(&self, scope: ScopeId, name: &str) -> u16 {
        self.find(scope, name).and_then(|id| self.symbol(id)).map_or(0, |symbol| symbol.flags)
    }
}

impl From<OutOfMemory> for CompileError<'_> {
    fn from(_: OutOfMemory) -> Self {
        OUT_OF_MEMORY
    }
}

impl<'a> From<OutOfMemory> for Fault<'a> {
    fn from(_: OutOfMemory) -> Self {
        &OUT_OF_MEMORY
    }
}

/// A private name with its class's, as in `_Class__name`; any other name as it is.
pub fn mangle<'a>(
    bump: &'a Bump,
    class_name: Option<&'a str>,
    name: &'a str,
) -> Result<&'a str, OutOfMemory> {
    let Some(class) = class_name else { return Ok(name) };
    if !name.starts_with("__") || name.ends_with("__") || name.contains('.') {
        return Ok(name);
    }
    let class = class.trim_start_matches('_');
    if class.is_empty() {
        return Ok(name);
    }
    let mut text = Text::new(bump);
    text.push("_")?;
    text.push(class)?;
    text.push(name)?;
    Ok(text.finish())
}

/// A string being built in the arena.
pub struct Text<'a> {
    bump: &'a Bump,
    bytes: List<'a, u8>,
}

impl<'a> Text<'a> {
    /// An empty one.
    #[must_use]
    pub fn new(bump: &'a Bump) -> Self {
        Text { bump, bytes: List::new() }
    }

    /// Adds text at the end.
    pub fn push(&mut self, text: &str) -> Result<(), OutOfMemory> {
        text.bytes().try_for_each(|byte| self.bytes.push(self.bump, byte))
    }

    /// The whole text.
    #[must_use]
    pub fn finish(self) -> &'a str {
        core::str::from_utf8(self.bytes.finish()).unwrap_or_default()
    }
}
