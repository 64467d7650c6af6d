//! `except*`: every clause gets its part of what was raised; what is left goes on.
//!
//! ```text
//!  R[exception], R[save]           the exception, and what was handled before
//!  R[state]                        what the clauses share: see the prelude
//!  R[part], R[inner save]          in a clause: its part, which is what is handled meanwhile
//! ```
//!
//! Not here: other handlers (tries.rs), taking groups apart (prelude, group.py).

use threadsnake_image::slow::Support;
use threadsnake_image::{Op, Slow};

use crate::ast::Handler as Clause;
use crate::codegen::emit::Operand;
use crate::codegen::tries::BlockKind;
use crate::codegen::{Gen, Outcome};

impl<'a> Gen<'a> {
    /// The clauses, one after the other; the exception is in the first empty register.
    pub(super) fn star_handlers(&mut self, clauses: &'a [Clause<'a>]) -> Outcome<'a> {
        let mark = self.unit.top;
        let exception = self.unit.push()?;
        let save = self.unit.push()?;
        if let Some(first) = clauses.first() {
            self.at(first.span);
        }
        self.emit(Op::EnterExcept, save, exception, 0)?;
        let (failed, handled) = (self.unit.label()?, self.unit.label()?);
        self.begin_guarded(BlockKind::Handling(save), failed)?;
        self.begin_block(BlockKind::Star)?;
        let state = self.unit.push()?;
        self.support(Support::StarBegin, state, exception)?;
        for clause in clauses {
            self.unit.top = state + 1;
            self.star_clause(clause, state)?;
        }
        self.unit.top = state + 1;
        self.support(Support::StarEnd, state, Operand::temp(state).last())?;
        self.end_block();
        self.test(Op::JNone, true, state, 0, handled)?;
        self.end_guarded()?;
        self.emit(Op::LeaveExcept, save, 0, 0)?;
        self.reraise(state)?;
        self.unit.place(failed);
        self.end_handling(save)?;
        self.unit.place(handled);
        self.emit(Op::LeaveExcept, save, 0, 0)?;
        self.unit.top = state + 1;
        self.clear_to(mark)?;
        self.unit.top = mark;
        Ok(())
    }

    /// One `except*`: falls through, whatever becomes of it.
    fn star_clause(&mut self, clause: &'a Clause<'a>, state: u8) -> Outcome<'a> {
        let Some(kind) = clause.exception else { return Ok(()) };
        self.at(clause.span);
        let part = self.push(kind)?;
        self.at(kind.span);
        let (lhs, rhs) = (state, Operand::temp(part).last());
        self.slow(Slow::Support, part, lhs, rhs, Support::StarMatch as u32)?;
        let (done, failed) = (self.unit.label()?, self.unit.label()?);
        self.test(Op::JNone, true, part, 0, done)?;
        let save = self.unit.push()?;
        self.emit(Op::EnterExcept, save, part, 0)?;
        self.begin_guarded(BlockKind::Handling(save), failed)?;
        self.star_body(clause, part)?;
        self.unit.top = save + 1;
        self.end_guarded()?;
        self.emit(Op::LeaveExcept, save, 0, 0)?;
        self.unit.jump(done)?;
        self.unit.place(failed);
        if self.unit.reachable {
            self.unit.top = save + 1;
            let raised = self.unit.push()?;
            self.emit(Op::LeaveExcept, save, 0, 0)?;
            let rhs = Operand::temp(raised).last();
            self.slow(Slow::Support, raised, state, rhs, Support::StarNote as u32)?;
            self.discard(Operand::temp(raised))?;
        }
        self.unit.place(done);
        self.unit.top = part + 1;
        self.clear_to(part)?;
        self.unit.top = part;
        Ok(())
    }

    /// The body, and its name, which goes away at the end.
    fn star_body(&mut self, clause: &'a Clause<'a>, part: u8) -> Outcome<'a> {
        let Some(name) = clause.name else { return self.block(clause.body) };
        let (failed, end) = (self.unit.label()?, self.unit.label()?);
        self.at(clause.span);
        self.bind(name, Operand::kept(part))?;
        self.begin_guarded(BlockKind::Named(name), failed)?;
        self.block(clause.body)?;
        self.end_guarded()?;
        if self.unit.reachable {
            self.forget(name)?;
        }
        self.unit.jump(end)?;
        self.unit.place(failed);
        if self.unit.reachable {
            let raised = self.unit.push()?;
            self.forget(name)?;
            self.reraise(raised)?;
            self.unit.top = raised;
        }
        self.unit.place(end);
        Ok(())
    }
}
