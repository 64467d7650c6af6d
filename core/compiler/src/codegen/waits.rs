//! `async for`, `async with` and waiting: delegation to what an awaitable gives.
//!
//! ```text
//!  head: R[item] = iterator of R[iter].__anext__()  ─┐ region
//!        R[item] = what it comes to                 ─┘
//!        ... Loop head
//!  failed: StopAsyncIteration? else raise again
//! ```
//!
//! Not here: loops that do not wait (loops.rs).

use threadsnake_image::slow::Support;
use threadsnake_image::{Op, Slow};

use crate::ast::{Expr, For, Span};
use crate::codegen::emit::{Operand, Want};
use crate::codegen::tries::BlockKind;
use crate::codegen::{Gen, Outcome};
use crate::fold::Value;
use crate::unit::Label;

impl<'a> Gen<'a> {
    /// A function of the prelude that only code asks for, with one argument.
    pub(super) fn support(&mut self, which: Support, dst: u8, argument: u8) -> Outcome<'a> {
        self.slow(Slow::Support, dst, argument, 0, u32::from(which as u8))
    }

    /// Steps the iterator in a register until it has a result, which takes its place.
    pub(super) fn delegate(&mut self, iter: u8) -> Outcome<'a> {
        self.unit.top = iter + 1;
        let send = self.load(Value::None, Want::Temp)?.reg;
        self.suspended(|this| this.emit(Op::Delegate, iter, iter, send))?;
        self.unit.top = iter + 1;
        Ok(())
    }

    /// Waits for what is in a register.
    pub(super) fn await_register(&mut self, register: u8) -> Outcome<'a> {
        self.emit(Op::Await, register, Operand::temp(register).last(), 0)?;
        self.delegate(register)
    }

    /// Starts an asynchronous iteration; gives the register of the iterator.
    pub(super) fn iterate_async(&mut self, iter: &'a Expr<'a>, span: Span) -> Outcome<'a, u8> {
        let register = self.push(iter)?;
        self.at(span);
        self.support(Support::AsyncIter, register, Operand::temp(register).last())?;
        Ok(register)
    }

    /// The start of a round: the next item to the target. Gives where the end of the iteration comes.
    pub(super) fn begin_async_round(
        &mut self,
        head: Label,
        iter: u8,
        target: &'a Expr<'a>,
    ) -> Outcome<'a, Label> {
        if self.unit.reachable {
            self.unit.place_head(head);
        }
        let failed = self.unit.label()?;
        self.begin_guarded(BlockKind::Guard, failed)?;
        let item = self.unit.push()?;
        self.support(Support::AsyncNext, item, iter)?;
        self.delegate(item)?;
        self.end_guarded()?;
        self.store(target, Operand::temp(item))?;
        self.unit.top = iter + 1;
        Ok(failed)
    }

    /// Behind the rounds: drops the iterator when the iteration is over.
    pub(super) fn end_async_loop(&mut self, failed: Label, iter: u8) -> Outcome<'a> {
        self.unit.place(failed);
        self.unit.top = iter + 1;
        let stopped = self.unit.label()?;
        let exception = self.unit.push()?;
        let is_end = self.unit.push()?;
        self.support(Support::IsAsyncEnd, is_end, exception)?;
        self.test(Op::JTrue, true, Operand::temp(is_end).last(), 0, stopped)?;
        self.reraise(exception)?;
        self.unit.place(stopped);
        self.unit.top = exception + 1;
        self.clear_to(iter)?;
        self.unit.top = iter;
        Ok(())
    }

    pub(super) fn async_for(&mut self, node: &'a For<'a>, span: Span) -> Outcome<'a> {
        let mark = self.unit.top;
        let iter = self.iterate_async(node.iter, span)?;
        let (head, end) = (self.unit.label()?, self.unit.label()?);
        self.begin_loop(end, head, mark, iter + 1)?;
        let failed = self.begin_async_round(head, iter, node.target)?;
        self.block(node.body)?;
        self.end_block();
        self.at(span);
        self.unit.jump(head)?;
        self.end_async_loop(failed, iter)?;
        self.block(node.orelse)?;
        self.unit.place(end);
        self.unit.top = mark;
        Ok(())
    }

    /// `__aenter__` of the manager in a register, which `__aexit__` takes; the result when it is to be stored.
    pub(super) fn enter_async(
        &mut self,
        exit: u8,
        target: Option<&'a Expr<'a>>,
    ) -> Outcome<'a, Option<Operand>> {
        let bound = self.unit.push()?;
        let entered = self.unit.push()?;
        self.support(Support::AsyncExit, bound, exit)?;
        self.support(Support::AsyncEnter, entered, exit)?;
        self.emit(Op::Move, exit, Operand::temp(bound).last(), 0)?;
        self.emit(Op::Move, bound, Operand::temp(entered).last(), 0)?;
        self.delegate(bound)?;
        let value = Operand::temp(bound);
        if target.is_none() {
            self.discard(value)?;
        }
        Ok(target.map(|_| value))
    }
}
