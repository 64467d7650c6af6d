//! `with`: finding and calling `__enter__` and `__exit__`.
//!
//! Not here: the order of it all, which the compiler writes out.

use crate::Vm;
use crate::call::Arguments;
use crate::frame::action;
use crate::hot::{a, b, c};
use threadsnake_heap::Value;
use threadsnake_objects::attr::{self, Found};
use threadsnake_objects::class;
use threadsnake_objects::cx::{Exit, Outcome};
use threadsnake_objects::exception::{self, slot};
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{function, names};

impl Vm<'_> {
    pub(crate) fn with_enter(&mut self, insn: u32) -> Result<(), Exit> {
        let base = b(insn);
        let manager = self.reg(base);
        self.check_operands(manager, manager)?;
        let own = self.cx.type_of(manager);
        let Some(enter) = class::lookup(&self.cx, own, names::ENTER) else {
            return Err(self.no_manager(manager, ""));
        };
        let Some(exit) = class::lookup(&self.cx, own, names::EXIT) else {
            return Err(self.no_manager(manager, " (missed __exit__ method)"));
        };
        let bound = self.bind_special(exit, manager)?;
        // The manager lives on in its bound method, unless `__exit__` is a value that nothing is bound to.
        let held = self.cx.heap.share(manager);
        self.set(base, bound);
        let pushed = self.push(enter, &[manager], action::BY_OP);
        self.cx.heap.dec(held);
        pushed
    }

    fn no_manager(&mut self, manager: Value, missed: &'static str) -> Exit {
        raise::type_error(
            &mut self.cx,
            &[
                S("'"),
                T(manager),
                S("' object does not support the context manager protocol"),
                S(missed),
            ],
        )
    }

    /// A special method bound to its object; a plain value stays what it is.
    fn bind_special(&mut self, method: Value, object: Value) -> Outcome<Value> {
        let own = self.cx.type_of(object);
        match attr::bind(&mut self.cx, method, object, own)? {
            Found::Value(value) => Ok(value),
            _ => Ok(function::bind(&mut self.cx, method, object)?),
        }
    }

    pub(crate) fn with_exit(&mut self, insn: u32) -> Result<(), Exit> {
        let callee = self.reg(b(insn));
        let raised = self.reg(c(insn));
        self.expect_exception(raised)?;
        let mut args = Arguments::new();
        let own = self.cx.type_of(raised);
        self.cx.heap.inc_ref(own);
        args.push(own.value());
        args.push(raised);
        self.cx.heap.inc(raised);
        let traceback = raised
            .object_ref()
            .map_or(Value::NONE, |object| exception::get(&self.cx, object, slot::TRACEBACK));
        let traceback = if traceback.is_unbound() { Value::NONE } else { traceback };
        self.cx.heap.inc(traceback);
        args.push(traceback);
        let callee = self.cx.heap.share(callee);
        self.set(a(insn), Value::UNBOUND);
        self.call_and_complete(callee, &mut args)
    }
}
