//! `raise`, `assert`, and the exception being handled.
//!
//! Not here: the search for a handler (unwind.rs).

use crate::Vm;
use crate::dispatch::op_of;
use crate::frame::action;
use crate::hot::{a, b};
use threadsnake_heap::Value;
use threadsnake_image::op::Op;
use threadsnake_objects::cx::{Exit, Outcome};
use threadsnake_objects::exception::{self, slot};
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::types;

impl Vm<'_> {
    pub(crate) fn raise(&mut self, insn: u32) -> Result<(), Exit> {
        let value = self.peek(a(insn));
        self.check_operands(value, value)?;
        self.raise_or_make(insn, value)
    }

    /// Raises an exception object, or calls an exception class for one.
    fn raise_or_make(&mut self, insn: u32, value: Value) -> Result<(), Exit> {
        if exception::is_exception_class(&self.cx, value) {
            return self.push(value, &[], action::BY_OP);
        }
        let value = self.cx.heap.share(value);
        Err(self.raise_value(insn, value))
    }

    /// Raises what a raising instruction came to; takes over the value.
    pub(crate) fn raise_value(&mut self, insn: u32, value: Value) -> Exit {
        if !exception::is_exception(&self.cx, value) {
            self.cx.heap.dec(value);
            return raise::type_error(
                &mut self.cx,
                &[S("exceptions must derive from BaseException")],
            );
        }
        if op_of(insn) == Op::RaiseFrom
            && let Err(exit) = self.set_cause(insn, value)
        {
            self.cx.heap.dec(value);
            return exit;
        }
        self.drop_operands(insn);
        self.link_context(value);
        raise::set(&mut self.cx, value)
    }

    /// The exception being handled is the context of one that is raised, also when it was raised before.
    fn link_context(&mut self, value: Value) {
        let handled = self.cx.handled;
        if let Some(object) = value.object_ref()
            && !handled.is_unbound()
        {
            exception::set_context(&mut self.cx, object, handled);
        }
    }

    /// The same for an exception that came from elsewhere and has no context.
    pub(crate) fn link_missing_context(&mut self, value: Value) {
        if exception::is_exception(&self.cx, value)
            && exception::get(&self.cx, value.as_ref(), slot::CONTEXT).is_unbound()
        {
            self.link_context(value);
        }
    }

    pub(crate) fn raise_from(&mut self, insn: u32) -> Result<(), Exit> {
        let value = self.peek(a(insn));
        let cause = self.peek(b(insn));
        self.check_operands(value, cause)?;
        if exception::is_exception_class(&self.cx, cause) {
            // The cause is made first and takes the class's place; the instruction then runs again.
            let made = exception::bare(&mut self.cx, cause.as_ref())?;
            self.set(b(insn) & 0x7f, made.value());
        }
        self.raise_or_make(insn, value)
    }

    fn set_cause(&mut self, insn: u32, value: Value) -> Outcome<()> {
        let cause = self.peek(b(insn));
        if cause != Value::NONE && !exception::is_exception(&self.cx, cause) {
            return Err(raise::type_error(
                &mut self.cx,
                &[S("exception causes must derive from BaseException")],
            ));
        }
        let cause = self.cx.heap.share(cause);
        exception::set(&mut self.cx, value.as_ref(), slot::CAUSE, cause);
        Ok(())
    }

    pub(crate) fn reraise(&mut self, insn: u32) -> Result<(), Exit> {
        let value = self.operand(a(insn));
        if !exception::is_exception(&self.cx, value) {
            self.cx.heap.dec(value);
            return Err(raise::system_error(&mut self.cx, &[S("reraise without an exception")]));
        }
        Err(raise::set(&mut self.cx, value))
    }

    pub(crate) fn raise_handled(&mut self) -> Result<(), Exit> {
        let handled = self.cx.handled;
        if handled.is_unbound() || handled == Value::NONE {
            return Err(raise::runtime_error(&mut self.cx, &[S("No active exception to reraise")]));
        }
        let handled = self.cx.heap.share(handled);
        Err(raise::set(&mut self.cx, handled))
    }

    pub(crate) fn enter_except(&mut self, insn: u32) -> Outcome<()> {
        let raised = self.reg(b(insn));
        self.expect_exception(raised)?;
        let raised = self.cx.heap.share(raised);
        let before = core::mem::replace(&mut self.cx.handled, raised);
        let before = if before.is_unbound() { Value::NONE } else { before };
        self.set(a(insn), before);
        Ok(())
    }

    /// Code that no compiler made may have anything where an exception should be.
    pub(crate) fn expect_exception(&mut self, value: Value) -> Outcome<()> {
        if exception::is_exception(&self.cx, value) {
            return Ok(());
        }
        Err(raise::system_error(&mut self.cx, &[S("the code has no exception in its register")]))
    }

    pub(crate) fn leave_except(&mut self, insn: u32) -> Outcome<()> {
        let before = self.reg(a(insn));
        if before != Value::NONE && !before.is_unbound() {
            self.expect_exception(before)?;
        }
        let before = self.take(a(insn));
        let before = if before == Value::NONE { Value::UNBOUND } else { before };
        let handled = core::mem::replace(&mut self.cx.handled, before);
        self.cx.heap.dec(handled);
        Ok(())
    }

    /// Verified code never gets here.
    pub(crate) fn not_an_instruction(&mut self) -> Result<(), Exit> {
        Err(raise::system_error(&mut self.cx, &[S("an operand word was executed")]))
    }

    pub(crate) fn raise_assert(&mut self, insn: u32) -> Result<(), Exit> {
        let made = if b(insn) != 0 {
            self.check_operands(self.peek(a(insn)), Value::NONE)?;
            let message = self.operand(a(insn));
            exception::with_arg(&mut self.cx, types::ASSERTION_ERROR, message)?
        } else {
            exception::bare(&mut self.cx, types::ASSERTION_ERROR)?
        };
        Err(self.raise_value(insn, made.value()))
    }
}
