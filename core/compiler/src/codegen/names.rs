//! Reading, binding and deleting names.

use threadsnake_image::operand::MOVED;
use threadsnake_image::{Op, Slow};

use crate::codegen::emit::{Operand, Want};
use crate::codegen::{Gen, Outcome};
use crate::scope::{Place, ScopeId, Symbol, WALRUS};

/// Which captured variable a symbol is.
pub(super) fn free_idx(symbol: &Symbol<'_>) -> Option<u8> {
    let idx = |place| match place {
        Place::FreeValue(idx)
        | Place::FreeCell(idx)
        | Place::NamespaceFreeValue(idx)
        | Place::NamespaceFreeCell(idx) => Some(idx),
        _ => None,
    };
    idx(symbol.place).or(idx(symbol.passed))
}

impl<'a> Gen<'a> {
    pub(super) fn place_of(&self, name: &'a str) -> Outcome<'a, Place> {
        let name = self.mangled(name)?;
        Ok(self.scopes.place(self.scope, name))
    }

    /// The register of a plain local.
    pub(super) fn local_of(&self, name: &'a str) -> Outcome<'a, Option<u8>> {
        match self.place_of(name)? {
            Place::Local(register) => Ok(Some(register)),
            _ => Ok(None),
        }
    }

    fn is_bound(&self, register: u8) -> bool {
        self.unit.bound >> register & 1 != 0
    }

    /// Is the name a local that certainly has a value here?
    pub(super) fn is_bound_local(&self, name: &'a str) -> Outcome<'a, bool> {
        Ok(self.local_of(name)?.is_some_and(|register| self.is_bound(register)))
    }

    /// Makes sure that a local has a value.
    fn check_bound(&mut self, register: u8) -> Outcome<'a> {
        if !self.is_bound(register) {
            self.emit(Op::CheckBound, register, 0, 0)?;
            self.unit.bound |= 1 << register;
        }
        Ok(())
    }

    /// The value of a name.
    pub(super) fn read(&mut self, name: &'a str, want: Want) -> Outcome<'a, Operand> {
        let name = self.mangled(name)?;
        let place = self.scopes.place(self.scope, name);
        if let Place::Local(register) = place {
            self.check_bound(register)?;
            return self.settle(Operand::kept(register), want);
        }
        let dst = self.dest(want)?;
        match place {
            Place::Local(_) => {}
            Place::Cell(register) => self.emit(Op::CellGet, dst, register, 0)?,
            Place::FreeValue(idx) => self.emit(Op::FreeGet, dst, idx, 0)?,
            Place::FreeCell(idx) => self.emit(Op::FreeCellGet, dst, idx, 0)?,
            Place::Far(idx) => self.emit_x(Op::FarGet, dst, idx)?,
            Place::Global => {
                let idx = self.name(name)?;
                self.emit_kx(Op::LoadGlobal, dst, idx)?;
            }
            Place::Namespace => {
                let idx = self.name(name)?;
                self.emit_kx(Op::NameGet, dst, idx)?;
            }
            Place::NamespaceFreeValue(idx) => self.class_read(name, dst, Op::FreeGet, idx)?,
            Place::NamespaceFreeCell(idx) => self.class_read(name, dst, Op::FreeCellGet, idx)?,
        }
        Ok(Self::result(want, dst))
    }

    /// A name of a class body that may also be captured.
    fn class_read(&mut self, name: &'a str, dst: u8, op: Op, free: u8) -> Outcome<'a> {
        let idx = self.name(name)?;
        self.slow(Slow::ClassLookup, dst, 0, 0, idx)?;
        let found = self.unit.label()?;
        self.test(Op::JUnbound, false, dst, 0, found)?;
        self.emit(op, dst, free, 0)?;
        self.unit.place(found);
        Ok(())
    }

    /// A value that later parts of the expression cannot change: `:=` may bind the local it comes from.
    pub(super) fn stable(&mut self, name: &'a str, operand: Operand) -> Outcome<'a, Operand> {
        let name = self.mangled(name)?;
        if operand.is_temp || self.scopes.flags(self.scope, name) & WALRUS == 0 {
            return Ok(operand);
        }
        self.settle(operand, Want::Temp)
    }

    /// Notes that a local has a value now.
    pub(super) fn mark_bound(&mut self, register: u8) {
        self.unit.bound |= 1 << register;
    }

    /// Binds a name to a value.
    pub(super) fn bind(&mut self, name: &'a str, value: Operand) -> Outcome<'a> {
        let name = self.mangled(name)?;
        let src = value.last();
        match self.scopes.place(self.scope, name) {
            Place::Local(register) => {
                if value != Operand::kept(register) {
                    self.emit(Op::Move, register, src, 0)?;
                }
                self.mark_bound(register);
            }
            Place::Cell(register) => self.emit(Op::CellSet, register, src, 0)?,
            Place::FreeCell(idx) => self.emit(Op::FreeCellSet, src, idx, 0)?,
            Place::Far(idx) => self.emit_x(Op::FarSet, src, idx)?,
            Place::Namespace | Place::NamespaceFreeValue(_) | Place::NamespaceFreeCell(_) => {
                let idx = self.name(name)?;
                self.emit_k(Op::SetItemK, src, 0, idx)?;
            }
            // A captured value is never bound again.
            Place::Global | Place::FreeValue(_) => {
                let idx = self.name(name)?;
                self.emit_kx(Op::StoreGlobal, src, idx)?;
            }
        }
        if value.is_temp {
            self.unit.top = value.reg;
        }
        Ok(())
    }

    /// `del name`
    pub(super) fn unbind(&mut self, name: &'a str) -> Outcome<'a> {
        let name = self.mangled(name)?;
        match self.scopes.place(self.scope, name) {
            Place::Local(register) => {
                self.emit(Op::DelLocal, register, 0, 0)?;
                self.unit.bound &= !(1 << register);
                Ok(())
            }
            Place::Cell(register) => self.emit(Op::CellDel, register, 0, 0),
            Place::FreeCell(idx) | Place::FreeValue(idx) => self.emit(Op::FreeCellDel, 0, idx, 0),
            Place::Far(idx) => self.slow(Slow::FarDel, 0, 0, 0, u32::from(idx)),
            Place::Global => {
                let idx = self.name(name)?;
                self.emit_kx(Op::DelGlobal, 0, idx)
            }
            Place::Namespace | Place::NamespaceFreeValue(_) | Place::NamespaceFreeCell(_) => {
                let idx = self.name(name)?;
                self.slow(Slow::DelName, 0, 0, 0, idx)
            }
        }
    }

    /// `name = None; del name`: the end of `except ... as name`, where the name may be gone already.
    pub(super) fn forget(&mut self, name: &'a str) -> Outcome<'a> {
        if let Some(register) = self.local_of(name)? {
            self.emit_x(Op::Clear, register, 1)?;
            self.unit.bound &= !(1 << register);
            return Ok(());
        }
        let none = self.load(crate::fold::Value::None, Want::Temp)?;
        self.bind(name, none)?;
        self.unbind(name)
    }

    pub(super) fn new_cell(&mut self, register: u8) -> Outcome<'a> {
        self.emit(Op::NewCell, register, 0, 0)
    }

    pub(super) fn far_new(&mut self, sub: Slow, register: u8, count: u16) -> Outcome<'a> {
        self.slow(sub, register, 0, 0, u32::from(count))
    }

    pub(super) fn setup_annotations(&mut self) -> Outcome<'a> {
        self.slow(Slow::SetupAnnotations, 0, 0, 0, 0)
    }

    /// Fills the captured variables of a new function.
    pub(super) fn capture_all(&mut self, func: u8, inner: ScopeId) -> Outcome<'a> {
        let mut id = self.scopes.first_symbol(inner);
        while let Some(&symbol) = self.scopes.symbol(id) {
            if let Some(idx) = free_idx(&symbol) {
                self.capture_one(func, idx, self.scopes.visible_place(self.scope, symbol.name))?;
            }
            id = self.scopes.next_symbol(id);
        }
        Ok(())
    }

    fn capture_one(&mut self, func: u8, idx: u8, place: Place) -> Outcome<'a> {
        match place {
            Place::Local(register) | Place::Cell(register) => {
                debug_assert!(register & MOVED == 0);
                self.emit(Op::Capture, func, idx, register)
            }
            Place::FreeValue(from) | Place::FreeCell(from) => {
                self.emit(Op::CaptureFree, func, idx, from)
            }
            _ => Ok(()),
        }
    }
}
