//! Gives every symbol its place.

use crate::ast::Span;
use crate::error::{ErrorKind, fault};
use crate::list::OutOfMemory;
use crate::scope::collect::Outcome;
use crate::scope::{
    BOUND, CAPTURED, CLASS_CELL, GLOBAL, INLINED, INNER_WRITE, NONLOCAL, PARAM, PASSED, Place,
    ScopeId, ScopeKind, Scopes, Symbol, USED, WALRUS,
};
use bumpalo::Bump;

/// The name of the cell that methods find their class in.
pub const CLASS: &str = "__class__";
/// Locals that get registers; the rest is kept for temporaries.
const MAX_LOCALS: u8 = 72;
/// Captured variables must have registers; so have parameters, unless there are more of them.
const MAX_FIXED: u8 = 100;
/// Parameters that keep their registers when there are more than `MAX_FIXED`.
const KEPT_PARAMS: u8 = 71;
/// Most parameters: they are counted in 8 bits.
const MAX_PARAMS: usize = 250;

/// Finds the place of every symbol. Inner scopes have higher numbers than outer ones.
pub fn resolve<'a>(scopes: &mut Scopes<'a>) -> Outcome<'a> {
    for id in (1..scopes.len()).rev() {
        decide_inlining(scopes, id);
        pass_up(scopes, id)?;
    }
    for id in 0..scopes.len() {
        place_all(scopes, id)?;
    }
    check_nonlocals(scopes)
}

fn check_nonlocals<'a>(scopes: &Scopes<'a>) -> Outcome<'a> {
    for &(id, span) in scopes.declarations.as_slice() {
        let Some(symbol) = scopes.symbol(id) else { continue };
        let is_found = matches!(symbol.place, Place::FreeCell(_) | Place::FreeValue(_));
        if symbol.flags & NONLOCAL != 0 && !is_found {
            let (before, after) = ("no binding for nonlocal '", "' found");
            let kind = ErrorKind::Around { before, middle: symbol.name, after };
            return Err(fault(scopes.bump, kind, span));
        }
    }
    Ok(())
}

/// S2
fn decide_inlining(scopes: &mut Scopes<'_>, id: ScopeId) {
    let scope = scopes.scope(id);
    if scope.kind != ScopeKind::Comp || scopes.scope(scope.parent).kind == ScopeKind::Class {
        return;
    }
    let mut symbol_id = scope.first;
    while let Some(symbol) = scopes.symbol(symbol_id) {
        if symbol.flags & BOUND != 0 && symbol.flags & CAPTURED != 0 {
            return;
        }
        symbol_id = symbol.next;
    }
    scopes.change(id, |scope| scope.flags |= INLINED);
}

/// Is the name looked for outside of its scope?
fn is_free(symbol: &Symbol<'_>, kind: ScopeKind) -> bool {
    let flags = symbol.flags;
    match kind {
        ScopeKind::Class if flags & PASSED != 0 => true,
        _ if flags & NONLOCAL != 0 => true,
        _ => flags & (BOUND | PARAM | GLOBAL) == 0,
    }
}

/// Names that a scope does not bind become names of the scope around it.
fn pass_up(scopes: &mut Scopes<'_>, id: ScopeId) -> Result<(), OutOfMemory> {
    let scope = scopes.scope(id);
    let parent = scopes.scope(scope.parent);
    let mut symbol_id = scope.first;
    while let Some(&symbol) = scopes.symbol(symbol_id) {
        symbol_id = symbol.next;
        if !is_free(&symbol, scope.kind) || parent.kind == ScopeKind::Module && symbol.name != CLASS
        {
            continue;
        }
        let outer = scopes.intern(scope.parent, symbol.name)?;
        let is_write = symbol.flags & INNER_WRITE != 0
            || symbol.flags & NONLOCAL != 0 && symbol.flags & (BOUND | WALRUS) != 0;
        let (mut flags, captured_at) = if scope.flags & INLINED != 0 {
            (USED | symbol.flags & (CAPTURED | INNER_WRITE), symbol.first_capture)
        } else {
            (CAPTURED | if is_write { INNER_WRITE } else { 0 }, scope.created_at)
        };
        if parent.kind == ScopeKind::Class {
            flags |= PASSED;
            if symbol.name == CLASS {
                scopes.change(scope.parent, |scope| scope.flags |= CLASS_CELL);
            }
        }
        scopes.change_symbol(outer, |outer| {
            outer.flags |= flags;
            outer.first_capture = outer.first_capture.min(captured_at);
        });
    }
    Ok(())
}

struct Placing<'a> {
    bump: &'a Bump,
    id: ScopeId,
    span: Span,
    /// Parameters beyond `KEPT_PARAMS` are far locals.
    has_far_params: bool,
    next_register: u8,
    next_free: u8,
    next_far: u16,
}

fn place_all<'a>(scopes: &mut Scopes<'a>, id: ScopeId) -> Outcome<'a> {
    let scope = scopes.scope(id);
    let mut placing = Placing {
        bump: scopes.bump,
        id,
        span: scope.span,
        has_far_params: false,
        next_register: 0,
        next_free: 0,
        next_far: 0,
    };
    match scope.kind {
        ScopeKind::Module => return Ok(()),
        ScopeKind::Class => placing.class(scopes)?,
        // Its own variables get temporaries when code is made; the others are the function's.
        ScopeKind::Comp if scope.flags & INLINED != 0 => return Ok(()),
        // The iterator is the parameter.
        ScopeKind::Comp | ScopeKind::Generator => {
            placing.next_register = 1;
            placing.function(scopes)?;
        }
        ScopeKind::Function | ScopeKind::Lambda => placing.function(scopes)?,
    }
    scopes.change(id, |scope| {
        scope.n_locals = placing.next_register;
        scope.n_free = placing.next_free;
        scope.n_far = placing.next_far;
    });
    Ok(())
}

impl<'a> Placing<'a> {
    fn register(&mut self, limit: u8) -> Outcome<'a, u8> {
        let register = self.next_register;
        if register >= limit {
            let kind = ErrorKind::Text("more than 100 captured variables in a function");
            return Err(fault(self.bump, kind, self.span));
        }
        self.next_register += 1;
        Ok(register)
    }

    fn free(&mut self) -> Outcome<'a, u8> {
        let idx = self.next_free;
        self.next_free = idx.checked_add(1).ok_or_else(|| {
            let kind = ErrorKind::Text("too many captured variables in a function");
            fault(self.bump, kind, self.span)
        })?;
        Ok(idx)
    }

    /// What a name that is not bound here is.
    fn outer(&mut self, scopes: &Scopes<'a>, symbol: &Symbol<'a>) -> Outcome<'a, Place> {
        let parent = scopes.scope(self.id).parent;
        Ok(match scopes.visible_place(parent, symbol.name) {
            Place::Local(_) | Place::FreeValue(_) => Place::FreeValue(self.free()?),
            Place::Cell(_) | Place::FreeCell(_) => Place::FreeCell(self.free()?),
            _ => Place::Global,
        })
    }

    /// Parameters are the first symbols of their scope.
    fn count_params(&mut self, scopes: &mut Scopes<'a>) -> Outcome<'a> {
        let mut count = 0;
        let mut id = scopes.first_symbol(self.id);
        while let Some(symbol) = scopes.symbol(id).filter(|symbol| symbol.flags & PARAM != 0) {
            count += 1;
            id = symbol.next;
        }
        if count > MAX_PARAMS {
            let kind = ErrorKind::Text("more than 250 parameters in a function");
            return Err(fault(self.bump, kind, self.span));
        }
        self.has_far_params = count > usize::from(MAX_FIXED);
        scopes.change(self.id, |scope| scope.n_params = count as u8);
        Ok(())
    }

    fn function(&mut self, scopes: &mut Scopes<'a>) -> Outcome<'a> {
        self.count_params(scopes)?;
        let mut id = scopes.first_symbol(self.id);
        while let Some(&symbol) = scopes.symbol(id) {
            let place = if symbol.flags & GLOBAL != 0 {
                Place::Global
            } else if is_free(&symbol, ScopeKind::Function) {
                self.outer(scopes, &symbol)?
            } else {
                self.local(scopes, &symbol)?
            };
            scopes.change_symbol(id, |symbol| symbol.place = place);
            id = symbol.next;
        }
        Ok(())
    }

    fn local(&mut self, scopes: &Scopes<'a>, symbol: &Symbol<'a>) -> Outcome<'a, Place> {
        if symbol.flags & CAPTURED != 0 {
            let register =
                self.register(if self.has_far_params { KEPT_PARAMS } else { MAX_FIXED })?;
            let needs_cell = symbol.flags & INNER_WRITE != 0
                || symbol.first_capture <= sealed_at(scopes, symbol);
            return Ok(if needs_cell { Place::Cell(register) } else { Place::Local(register) });
        }
        let limit = match () {
            () if self.has_far_params => KEPT_PARAMS,
            () if symbol.flags & PARAM != 0 => MAX_FIXED,
            () => MAX_LOCALS,
        };
        if self.next_register < limit {
            return Ok(Place::Local(self.register(limit)?));
        }
        let far = self.next_far;
        self.next_far = far.saturating_add(1);
        Ok(Place::Far(far))
    }

    fn class(&mut self, scopes: &mut Scopes<'a>) -> Outcome<'a> {
        self.next_register = 1;
        let mut id = scopes.first_symbol(self.id);
        while let Some(&symbol) = scopes.symbol(id) {
            let outer = if symbol.name == CLASS && symbol.flags & PASSED != 0 {
                Place::Cell(self.register(MAX_LOCALS)?)
            } else if is_free(&symbol, ScopeKind::Class) {
                self.outer(scopes, &symbol)?
            } else {
                Place::Global
            };
            let own = own_in_class(&symbol, outer);
            scopes.change_symbol(id, |symbol| {
                symbol.place = own;
                symbol.passed = outer;
            });
            id = symbol.next;
        }
        Ok(())
    }
}

/// The place of a name for the class body's own code.
fn own_in_class(symbol: &Symbol<'_>, outer: Place) -> Place {
    let flags = symbol.flags;
    match outer {
        _ if flags & GLOBAL != 0 => Place::Global,
        _ if flags & NONLOCAL != 0 => outer,
        _ if flags & BOUND != 0 => Place::Namespace,
        Place::FreeValue(idx) => Place::NamespaceFreeValue(idx),
        Place::FreeCell(idx) => Place::NamespaceFreeCell(idx),
        _ => Place::Namespace,
    }
}

/// S3: nothing binds the symbol after this position.
fn sealed_at(scopes: &Scopes<'_>, symbol: &Symbol<'_>) -> u32 {
    match scopes.loop_ends.get(symbol.last_loop as usize) {
        Some(end) => end,
        None => symbol.last_bind,
    }
}
