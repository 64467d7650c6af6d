//! `try`, handlers, `finally`, `return`: what happens on the ways out of a block.
//!
//! ```text
//!  body                       ─ exception ─► handler: EnterExcept, tests, bodies
//!  else part                                          ─ exception ─► LeaveExcept, Reraise
//!  finally (own copy)                                 LeaveExcept, finally (own copy), go on
//! ```
//!
//! T1  A block has at most one region: the stretches of code whose exceptions go to its handler. While the code
//!     that leaves a block is made, its region is suspended.
//! T2  Inner regions end first, so the first entry of the exception table that fits is the innermost.
//! T3  While an exception is handled two registers hold it and the one that was handled before.

use threadsnake_image::{Op, Slow};

use crate::ast::{Block as Body, Expr, ExprKind, Handler as Clause, Span, Try};
use crate::codegen::emit::{Operand, Want};
use crate::codegen::{Gen, Outcome};
use crate::error::{ErrorKind, fault};
use crate::fold::Value;
use crate::list::List;
use crate::scope::{HAS_YIELD, IS_ASYNC, Place, ScopeKind};
use crate::unit::{Handler, Label};

/// Something that must be left properly.
#[derive(Clone, Copy)]
pub(super) enum BlockKind<'a> {
    /// A loop.
    Loop {
        /// Where `break` goes.
        end: Label,
        /// Where `continue` goes.
        next: Label,
        /// First register that is empty outside of the loop.
        outside: u8,
        /// First register that is empty between two rounds.
        inside: u8,
    },
    /// A guarded block without duties of its own.
    Guard,
    /// A block whose `finally` runs on every way out.
    Finally(Body<'a>),
    /// Code that runs while an exception is handled; the register holds what was handled before, the one below
    /// it the exception.
    Handling(u8),
    /// The body of `except ... as name`.
    Named(&'a str),
    /// The clauses of `except*`, which nothing but exceptions and their end leaves.
    Star,
    /// The block of a `with`.
    With {
        /// Register of `__exit__`.
        exit: u8,
        /// Is `__exit__` really `__aexit__`, whose result is waited for?
        is_async: bool,
        /// Where the `with` is.
        span: Span,
    },
}

/// T1
#[derive(Clone, Copy)]
pub(super) struct Region {
    label: Label,
    register: u8,
    start: u32,
}

/// A block that is being compiled.
#[derive(Clone, Copy)]
pub(super) struct Block<'a> {
    /// What it is.
    pub kind: BlockKind<'a>,
    region: Option<Region>,
    /// Stretches of its region that are over, in `pending`.
    id: u32,
}

/// A stretch of the region of a block that still lasts.
#[derive(Clone, Copy)]
pub(super) struct Stretch {
    block: u32,
    start: u32,
    end: u32,
}

impl<'a> Gen<'a> {
    pub(super) fn begin_block(&mut self, kind: BlockKind<'a>) -> Outcome<'a> {
        self.next_block += 1;
        let block = Block { kind, region: None, id: self.next_block };
        self.blocks.push(self.bump, block)?;
        Ok(())
    }

    /// Begins a block whose exceptions go to a label, with the exception in the first empty register.
    pub(super) fn begin_guarded(&mut self, kind: BlockKind<'a>, label: Label) -> Outcome<'a> {
        self.next_block += 1;
        let register = self.unit.top;
        let region = Region { label, register, start: self.unit.pc() };
        let block = Block { kind, region: Some(region), id: self.next_block };
        self.blocks.push(self.bump, block)?;
        let bound = self.unit.bound;
        if self.unit.reachable {
            self.unit.note_handler(label, bound);
        }
        Ok(())
    }

    /// Ends a block without a region.
    pub(super) fn end_block(&mut self) {
        self.blocks.pop();
    }

    /// Ends a block and its region; says whether the region has any code.
    pub(super) fn end_guarded(&mut self) -> Outcome<'a> {
        let Some(block) = self.blocks.pop() else { return Ok(()) };
        let Some(region) = block.region else { return Ok(()) };
        let entry =
            |start, end| Handler { start, end, label: region.label, register: region.register };
        for idx in 0..self.pending.len() {
            if let Some(stretch) = self.pending.get(idx)
                && stretch.block == block.id
            {
                self.unit.handler(entry(stretch.start, stretch.end))?;
            }
        }
        self.drop_pending(block.id);
        self.unit.handler(entry(region.start, self.unit.pc()))?;
        Ok(())
    }

    fn drop_pending(&mut self, id: u32) {
        let mut kept = 0;
        for idx in 0..self.pending.len() {
            if let Some(stretch) = self.pending.get(idx)
                && stretch.block != id
            {
                self.pending.set(kept, stretch);
                kept += 1;
            }
        }
        self.pending.truncate(kept);
    }

    /// Leaves all blocks from `down_to` on, innermost first, and then does `work`; afterwards they are there again
    /// for the code that follows.
    pub(super) fn leave_blocks(
        &mut self,
        down_to: usize,
        work: impl FnOnce(&mut Self) -> Outcome<'a>,
    ) -> Outcome<'a> {
        let mut left: List<'a, Block<'a>> = List::new();
        let (top, bound) = (self.unit.top, self.unit.bound);
        while self.blocks.len() > down_to {
            let Some(block) = self.blocks.pop() else { break };
            self.suspend(&block)?;
            left.push(self.bump, block)?;
            self.leave_block(&block)?;
        }
        work(self)?;
        (self.unit.top, self.unit.bound) = (top, bound);
        while let Some(mut block) = left.pop() {
            if let Some(region) = &mut block.region {
                region.start = self.unit.pc();
            }
            self.blocks.push(self.bump, block)?;
        }
        Ok(())
    }

    fn suspend(&mut self, block: &Block<'a>) -> Outcome<'a> {
        let Some(region) = block.region else { return Ok(()) };
        let stretch = Stretch { block: block.id, start: region.start, end: self.unit.pc() };
        if stretch.start < stretch.end {
            self.pending.push(self.bump, stretch)?;
        }
        Ok(())
    }

    /// What has to be done when control leaves a block other than by an exception.
    fn leave_block(&mut self, block: &Block<'a>) -> Outcome<'a> {
        match block.kind {
            BlockKind::Loop { .. } | BlockKind::Guard => Ok(()),
            BlockKind::Finally(body) => self.block(body),
            BlockKind::Handling(save) => self.emit(Op::LeaveExcept, save, 0, 0),
            BlockKind::Named(name) => self.forget(name),
            BlockKind::Star => {
                let text = "'break', 'continue' and 'return' cannot appear in an except* block";
                Err(fault(self.bump, ErrorKind::Text(text), self.unit.span))
            }
            BlockKind::With { exit, is_async, span } => self.exit_normally(exit, is_async, span),
        }
    }

    /// `return value`
    pub(super) fn return_value(&mut self, value: Option<&'a Expr<'a>>) -> Outcome<'a> {
        let constant = match value {
            Some(value) => self.folder.fold(value)?,
            None => Some(Value::None),
        };
        let span = self.unit.span;
        self.check_return(value)?;
        let operand = match (constant, value) {
            (None, Some(value)) => Some(self.returned(value)?),
            _ => None,
        };
        let is_handed_out = match value.map(|value| value.kind) {
            Some(ExprKind::Name(name)) => matches!(self.place_of(name)?, Place::Cell(_)),
            _ => false,
        };
        self.leave_blocks(0, |this| {
            this.at(span);
            match (operand, constant) {
                // A function that goes on living keeps its ring.
                (Some(operand), _) if is_handed_out => this.return_operand(operand),
                (Some(operand), _) => {
                    this.leave_ring_with(operand)?;
                    this.return_operand(operand)
                }
                (None, None | Some(Value::None)) => this.return_none(),
                (None, Some(constant)) => {
                    let operand = this.load(constant, Want::Temp)?;
                    this.leave_ring_with(operand)?;
                    this.return_operand(operand)
                }
            }
        })
    }

    fn check_return(&self, value: Option<&'a Expr<'a>>) -> Outcome<'a> {
        const BOTH: u8 = HAS_YIELD | IS_ASYNC;
        let is_function = self.scopes.scope(self.scope).kind == ScopeKind::Function;
        if value.is_some() && is_function && self.scopes.scope(self.scope).flags & BOTH == BOTH {
            let text = "'return' with value in async generator";
            return Err(fault(self.bump, ErrorKind::Text(text), self.unit.span));
        }
        Ok(())
    }

    /// The value of a `return`; what is done on the way out must not change it.
    fn returned(&mut self, value: &'a Expr<'a>) -> Outcome<'a, Operand> {
        let is_pure = |block: &Block<'_>| {
            matches!(block.kind, BlockKind::Loop { .. } | BlockKind::Guard | BlockKind::Handling(_))
        };
        let want = if self.blocks.as_slice().iter().all(is_pure) { Want::Any } else { Want::Temp };
        self.expr(value, want)
    }

    fn return_operand(&mut self, operand: Operand) -> Outcome<'a> {
        let clear = if operand.is_temp { operand.reg } else { self.unit.top };
        self.emit_x(Op::Return, operand.last(), u16::from(clear))?;
        self.unit.reachable = false;
        Ok(())
    }

    /// Returns None.
    pub(super) fn return_none(&mut self) -> Outcome<'a> {
        let clear = self.unit.top;
        self.leave_ring(clear, None)?;
        self.emit_x(Op::ReturnNone, 0, u16::from(clear))?;
        self.unit.reachable = false;
        Ok(())
    }

    /// In front of a return of an operand.
    fn leave_ring_with(&mut self, operand: Operand) -> Outcome<'a> {
        if operand.is_temp {
            self.leave_ring(operand.reg, None)
        } else {
            self.leave_ring(self.unit.top, Some(operand.reg))
        }
    }

    /// In front of a return: functions that refer to themselves through a cell of this frame go with it.
    fn leave_ring(&mut self, clear: u8, kept: Option<u8>) -> Outcome<'a> {
        if !self.unit.has_ring {
            return Ok(());
        }
        let extra = u32::from(clear) << 1 | u32::from(kept.is_some());
        self.slow(Slow::LeaveRing, 0, kept.unwrap_or(0), 0, extra)
    }

    pub(super) fn try_stmt(&mut self, node: &'a Try<'a>) -> Outcome<'a> {
        if node.finally.is_empty() {
            return self.try_except(node);
        }
        let (failed, end) = (self.unit.label()?, self.unit.label()?);
        self.begin_guarded(BlockKind::Finally(node.finally), failed)?;
        if node.handlers.is_empty() {
            self.block(node.body)?;
        } else {
            self.try_except(node)?;
        }
        self.end_guarded()?;
        self.block(node.finally)?;
        self.unit.jump(end)?;
        self.unit.place(failed);
        if self.unit.reachable {
            self.handling(|this| this.block(node.finally))?;
            if self.unit.reachable {
                let exception = self.unit.top;
                self.reraise(exception)?;
            }
        }
        self.unit.place(end);
        Ok(())
    }

    /// Code that runs while the exception in the first empty register is handled; the exception stays there.
    /// Exceptions of the code end the handling, as its normal end does.
    fn handling(&mut self, work: impl FnOnce(&mut Self) -> Outcome<'a>) -> Outcome<'a> {
        let exception = self.unit.push()?;
        let save = self.unit.push()?;
        let (failed, end) = (self.unit.label()?, self.unit.label()?);
        self.emit(Op::EnterExcept, save, exception, 0)?;
        self.begin_guarded(BlockKind::Handling(save), failed)?;
        work(self)?;
        self.end_guarded()?;
        self.emit(Op::LeaveExcept, save, 0, 0)?;
        self.unit.jump(end)?;
        self.unit.place(failed);
        self.end_handling(save)?;
        self.unit.place(end);
        self.unit.top = exception;
        Ok(())
    }

    /// Where an exception comes that is raised while another is handled.
    pub(super) fn end_handling(&mut self, save: u8) -> Outcome<'a> {
        if self.unit.reachable {
            self.unit.top = save + 1;
            let second = self.unit.push()?;
            self.emit(Op::LeaveExcept, save, 0, 0)?;
            self.reraise(second)?;
        }
        Ok(())
    }

    /// Goes on raising what is in a temporary.
    pub(super) fn reraise(&mut self, register: u8) -> Outcome<'a> {
        self.emit(Op::Reraise, Operand::temp(register).last(), 0, 0)?;
        self.unit.reachable = false;
        Ok(())
    }

    fn try_except(&mut self, node: &'a Try<'a>) -> Outcome<'a> {
        let (failed, end) = (self.unit.label()?, self.unit.label()?);
        self.begin_guarded(BlockKind::Guard, failed)?;
        self.block(node.body)?;
        self.end_guarded()?;
        self.block(node.orelse)?;
        self.unit.jump(end)?;
        self.unit.place(failed);
        if self.unit.reachable {
            if node.is_star {
                self.star_handlers(node.handlers)?;
            } else {
                self.handlers(node.handlers, end)?;
            }
        }
        self.unit.place(end);
        Ok(())
    }

    /// The clauses of a `try`, one after the other.
    fn handlers(&mut self, clauses: &'a [Clause<'a>], end: Label) -> Outcome<'a> {
        let mark = self.unit.top;
        let exception = self.unit.push()?;
        let save = self.unit.push()?;
        if let Some(first) = clauses.first() {
            self.at(first.span);
        }
        self.emit(Op::EnterExcept, save, exception, 0)?;
        let failed = self.unit.label()?;
        // Tests and bodies share one region; a body with a variable has its own inside.
        self.begin_guarded(BlockKind::Handling(save), failed)?;
        for clause in clauses {
            self.unit.top = save + 1;
            self.clause(clause, save, end)?;
        }
        self.end_guarded()?;
        self.unit.top = save + 1;
        self.emit(Op::LeaveExcept, save, 0, 0)?;
        self.reraise(exception)?;
        self.unit.place(failed);
        self.end_handling(save)?;
        self.unit.top = mark;
        Ok(())
    }

    /// One `except`: falls through when the exception does not match.
    fn clause(&mut self, clause: &'a Clause<'a>, save: u8, end: Label) -> Outcome<'a> {
        let exception = save - 1;
        let next = self.unit.label()?;
        self.at(clause.span);
        if let Some(kind) = clause.exception {
            let operand = self.expr(kind, Want::Any)?;
            self.release(operand);
            self.at(kind.span);
            self.test(Op::JMatchExc, false, exception, operand.last(), next)?;
        }
        match clause.name {
            None => {
                self.block(clause.body)?;
                self.end_clause(save, end)?;
            }
            Some(name) => self.named_clause(clause, name, save, end)?,
        }
        self.unit.place(next);
        Ok(())
    }

    /// Out of the handler: what was handled before comes back.
    fn end_clause(&mut self, save: u8, end: Label) -> Outcome<'a> {
        let idx = self.blocks.len().saturating_sub(1);
        self.leave_blocks(idx, |this| {
            this.unit.top = save;
            this.clear_to(save - 1)?;
            this.unit.jump(end)
        })
    }

    /// The body of `except ... as name`, at whose end the name goes away.
    fn named_clause(
        &mut self,
        clause: &'a Clause<'a>,
        name: &'a str,
        save: u8,
        end: Label,
    ) -> Outcome<'a> {
        let failed = self.unit.label()?;
        self.at(clause.span);
        self.bind(name, Operand::kept(save - 1))?;
        self.begin_guarded(BlockKind::Named(name), failed)?;
        self.block(clause.body)?;
        self.end_guarded()?;
        if self.unit.reachable {
            self.forget(name)?;
        }
        self.end_clause(save, end)?;
        self.unit.place(failed);
        if self.unit.reachable {
            let second = self.unit.push()?;
            self.forget(name)?;
            self.reraise(second)?;
            self.unit.top = second;
        }
        Ok(())
    }

    /// Code that is suspended meanwhile: the exceptions being handled here are put aside.
    pub(super) fn suspended(&mut self, work: impl FnOnce(&mut Self) -> Outcome<'a>) -> Outcome<'a> {
        let saves = self.handled_here()?;
        if saves.is_empty() || !self.unit.reachable {
            return work(self);
        }
        for &save in saves.iter().rev() {
            self.emit(Op::LeaveExcept, save, 0, 0)?;
        }
        let (thrown, end) = (self.unit.label()?, self.unit.label()?);
        let (start, register, bound) = (self.unit.pc(), self.unit.top, self.unit.bound);
        work(self)?;
        let entry = Handler { start, end: self.unit.pc(), label: thrown, register };
        self.unit.note_handler(thrown, bound);
        // It must be found before the entries of the blocks around it, which are added when they end.
        self.unit.handler(entry)?;
        self.enter_again(saves)?;
        self.unit.jump(end)?;
        self.unit.place(thrown);
        let exception = self.unit.push()?;
        self.enter_again(saves)?;
        self.slow(Slow::LinkContext, 0, exception, 0, 0)?;
        self.reraise(exception)?;
        self.unit.top = register;
        self.unit.place(end);
        Ok(())
    }

    fn enter_again(&mut self, saves: &[u8]) -> Outcome<'a> {
        saves.iter().try_for_each(|&save| self.emit(Op::EnterExcept, save, save - 1, 0))
    }

    /// Registers of what was handled before each handler around this code, outermost first.
    fn handled_here(&self) -> Outcome<'a, &'a [u8]> {
        let mut saves = List::new();
        for block in self.blocks.as_slice() {
            if let BlockKind::Handling(save) = block.kind {
                saves.push(self.bump, save)?;
            }
        }
        Ok(saves.finish())
    }
}
