//! `with`: `__exit__` is called on every way out of the block.

use threadsnake_image::Op;

use crate::ast::{Block as Body, Expr, ExprKind, Span, WithItem};
use crate::codegen::emit::{Operand, Want};
use crate::codegen::tries::BlockKind;
use crate::codegen::{Gen, Outcome};
use crate::fold::Value;

/// Arguments of `__exit__`.
const EXIT_ARGUMENTS: u8 = 3;

impl<'a> Gen<'a> {
    pub(super) fn with(
        &mut self,
        items: &'a [WithItem<'a>],
        body: Body<'a>,
        is_async: bool,
        span: Span,
    ) -> Outcome<'a> {
        let Some((item, others)) = items.split_first() else { return self.block(body) };
        self.enter(span)?;
        let exit = self.push(item.context)?;
        let span = item.context.span;
        self.at(span);
        let value = match is_async {
            true => self.enter_async(exit, item.target)?,
            false => self.enter_context(exit, item.target)?,
        };
        let (failed, end) = (self.unit.label()?, self.unit.label()?);
        self.unit.top = exit + 1;
        self.begin_guarded(BlockKind::With { exit, is_async, span }, failed)?;
        if let (Some(target), Some(value)) = (item.target, value) {
            self.unit.top = exit + 2;
            self.store(target, value)?;
        }
        self.unit.top = exit + 1;
        self.with(others, body, is_async, span)?;
        self.end_guarded()?;
        self.exit_normally(exit, is_async, span)?;
        self.unit.jump(end)?;
        self.unit.place(failed);
        if self.unit.reachable {
            self.exit_failed(exit, is_async, span)?;
        }
        self.unit.place(end);
        self.unit.top = exit;
        self.leave();
        Ok(())
    }

    /// Calls `__enter__`; gives its result when it still has to be stored.
    fn enter_context(
        &mut self,
        exit: u8,
        target: Option<&'a Expr<'a>>,
    ) -> Outcome<'a, Option<Operand>> {
        if let Some(Expr { kind: ExprKind::Name(name), .. }) = target
            && let Some(register) = self.local_of(name)?
        {
            self.emit(Op::WithEnter, register, exit, 0)?;
            self.mark_bound(register);
            return Ok(None);
        }
        let value = Operand::temp(self.unit.push()?);
        self.emit(Op::WithEnter, value.reg, exit, 0)?;
        if target.is_none() {
            self.discard(value)?;
        }
        Ok(target.map(|_| value))
    }

    /// `__exit__(None, None, None)`
    pub(super) fn exit_normally(&mut self, exit: u8, is_async: bool, span: Span) -> Outcome<'a> {
        self.at(span);
        let top = self.unit.top;
        let window = if top == exit + 1 {
            exit
        } else {
            let window = self.unit.push()?;
            self.emit(Op::Move, window, Operand::temp(exit).last(), 0)?;
            window
        };
        self.unit.push()?;
        for _ in 0..EXIT_ARGUMENTS {
            self.load(Value::None, Want::Temp)?;
        }
        self.emit(Op::Call, window, EXIT_ARGUMENTS, 0)?;
        if is_async {
            self.await_register(window)?;
        }
        self.emit_x(Op::Clear, window, 1)?;
        self.unit.top = top;
        Ok(())
    }

    /// The handler: `__exit__` sees the exception and may swallow it.
    fn exit_failed(&mut self, exit: u8, is_async: bool, span: Span) -> Outcome<'a> {
        self.at(span);
        let exception = self.unit.push()?;
        let save = self.unit.push()?;
        let (failed, swallowed) = (self.unit.label()?, self.unit.label()?);
        self.emit(Op::EnterExcept, save, exception, 0)?;
        self.begin_guarded(BlockKind::Handling(save), failed)?;
        let window = self.unit.push_many(EXIT_ARGUMENTS + 2)?;
        self.emit(Op::WithExit, window, exit, exception)?;
        if is_async {
            self.await_register(window)?;
        }
        self.test(Op::JTrue, true, Operand::temp(window).last(), 0, swallowed)?;
        self.end_guarded()?;
        self.emit(Op::LeaveExcept, save, 0, 0)?;
        self.reraise(exception)?;
        self.unit.place(failed);
        self.end_handling(save)?;
        self.unit.place(swallowed);
        self.emit(Op::LeaveExcept, save, 0, 0)?;
        self.unit.top = save;
        self.clear_to(exit)
    }
}
