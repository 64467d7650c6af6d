//! Names: locals, globals, cells, captured variables, names of class bodies.
//!
//! Not here: attributes (ops/attribute.rs).

use crate::Vm;
use crate::hot::{a, b, x};
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::cx::{Exit, Outcome};
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{attr, class, code, dict, function, tuple};

impl Vm<'_> {
    pub(crate) fn move_register(&mut self, insn: u32) -> Outcome<()> {
        let value = self.operand(b(insn));
        if value.is_unbound() {
            return Err(self.unbound_local(b(insn) & 0x7f));
        }
        self.set(a(insn), value);
        Ok(())
    }

    pub(crate) fn load(&mut self, insn: u32, value: Value) -> Outcome<()> {
        let value = self.cx.heap.share(value);
        self.set(a(insn), value);
        Ok(())
    }

    pub(crate) fn check_bound(&mut self, register: u32) -> Outcome<()> {
        if self.reg(register).is_unbound() { Err(self.unbound_local(register)) } else { Ok(()) }
    }

    pub(crate) fn delete_local(&mut self, insn: u32) -> Outcome<()> {
        self.check_bound(a(insn))?;
        self.set(a(insn), Value::UNBOUND);
        Ok(())
    }

    /// The name with this number in one of the code's name tuples.
    fn name_in(&self, names: Ref, index: u32) -> Option<Value> {
        let name = tuple::item(&self.cx, names, index);
        (name.is_ref() && !name.is_unbound()).then_some(name)
    }

    /// The name of a register's variable.
    fn register_name(&self, register: u32) -> Value {
        let running = Ref(self.code);
        self.name_in(code::cells(&self.cx, running), register)
            .or_else(|| self.name_in(code::varnames(&self.cx, running), register))
            .unwrap_or(threadsnake_objects::names::EMPTY)
    }

    /// The error of reading a local variable that has no value.
    #[cold]
    pub(crate) fn unbound_local(&mut self, register: u32) -> Exit {
        let name = self.register_name(register);
        raise::unbound_local_error(
            &mut self.cx,
            &[
                S("cannot access local variable '"),
                V(name),
                S("' where it is not associated with a value"),
            ],
        )
    }

    #[cold]
    fn unbound_free(&mut self, index: u32) -> Exit {
        let names = code::freevars(&self.cx, Ref(self.code));
        let name = self.name_in(names, index).unwrap_or(threadsnake_objects::names::EMPTY);
        raise::name_error(
            &mut self.cx,
            &[
                S("cannot access free variable '"),
                V(name),
                S("' where it is not associated with a value in enclosing scope"),
            ],
        )
    }

    /// The globals of the running function.
    pub(crate) fn globals(&self) -> Ref {
        let function = self.function_at(self.fp);
        Ref(self.cx.heap.space.word(function, function::word::GLOBALS))
    }

    pub(crate) fn load_global(&mut self, insn: u32, index: u32) -> Outcome<()> {
        let name = self.konst(index);
        let globals = self.globals();
        let value = match dict::find_interned(&self.cx, globals, name) {
            Some(entry) => {
                self.remember_entry(globals, name, entry);
                dict::value_at(&self.cx, globals, entry)
            }
            None => match attr::added_builtin(&self.cx, name) {
                Some(value) => value,
                None => match class::rom_lookup(&self.cx, self.cx.rom.builtins, name) {
                    Some(value) => {
                        self.cx.cache.remember(&mut self.cx.heap, globals.0, name.0, value);
                        value
                    }
                    None => return Err(self.no_name(name)),
                },
            },
        };
        let value = self.cx.heap.share(value);
        self.set(a(insn), value);
        Ok(())
    }

    /// Remembers in which word of the dict's table the value lies (C2).
    pub(super) fn remember_entry(&mut self, globals: Ref, name: Value, entry: u32) {
        if let Some(hint) = dict::hint(&self.cx, globals, entry) {
            self.cx.cache.remember(&mut self.cx.heap, globals.0, name.0, hint);
        }
    }

    #[cold]
    fn no_name(&mut self, name: Value) -> Exit {
        raise::name_error(&mut self.cx, &[S("name '"), V(name), S("' is not defined")])
    }

    pub(crate) fn store_global(&mut self, insn: u32) -> Outcome<()> {
        let name = self.konst(x(insn));
        let value = self.peek(a(insn));
        if value.is_unbound() {
            return Err(self.unbound_local(a(insn) & 0x7f));
        }
        let globals = self.globals();
        if dict::find_interned(&self.cx, globals, name).is_none()
            && class::rom_lookup(&self.cx, self.cx.rom.builtins, name).is_some()
        {
            // A builtin of this name may be remembered.
            self.cx.cache.flush(&mut self.cx.heap);
        }
        let value = self.cx.heap.share(value);
        dict::set_interned(&mut self.cx, globals, name, value)
            .inspect_err(|_| self.cx.heap.dec(value))?;
        self.drop_operands(insn);
        Ok(())
    }

    pub(crate) fn delete_global(&mut self, insn: u32) -> Outcome<()> {
        let name = self.konst(x(insn));
        let globals = self.globals();
        if dict::delete_interned(&mut self.cx, globals, name) {
            Ok(())
        } else {
            Err(self.no_name(name))
        }
    }

    pub(crate) fn new_cell(&mut self, insn: u32) -> Outcome<()> {
        let value = self.take(a(insn));
        match function::cell(&mut self.cx, value) {
            Ok(cell) => {
                self.put(a(insn), cell.value());
                Ok(())
            }
            Err(error) => {
                self.put(a(insn), value);
                Err(error.into())
            }
        }
    }

    /// The cell in a register or capture; code that was verified may still find something else there.
    fn cell(&mut self, value: Value) -> Outcome<Ref> {
        match self.cx.as_kind(value, kind::CELL) {
            Some(cell) => Ok(cell),
            None => Err(raise::system_error(&mut self.cx, &[S("a cell was expected")])),
        }
    }

    pub(crate) fn cell_get(&mut self, insn: u32) -> Outcome<()> {
        let cell = self.cell(self.reg(b(insn)))?;
        let value = self.cx.heap.space.value(cell, 1);
        if value.is_unbound() {
            return Err(self.unbound_local(b(insn)));
        }
        self.load(insn, value)
    }

    pub(crate) fn cell_set(&mut self, insn: u32) -> Outcome<()> {
        let cell = self.cell(self.reg(a(insn)))?;
        let value = self.operand(b(insn));
        self.fill_cell(cell, value);
        Ok(())
    }

    fn fill_cell(&mut self, cell: Ref, value: Value) {
        let old = self.cx.heap.space.value(cell, 1);
        self.cx.heap.space.set_word(cell, 1, value.0);
        self.cx.heap.dec(old);
    }

    pub(crate) fn cell_delete(&mut self, insn: u32) -> Outcome<()> {
        let cell = self.cell(self.reg(a(insn)))?;
        if self.cx.heap.space.value(cell, 1).is_unbound() {
            return Err(self.unbound_local(a(insn)));
        }
        self.fill_cell(cell, Value::UNBOUND);
        Ok(())
    }

    /// What the running function captured under a number.
    pub(crate) fn captured(&self, index: u32) -> Value {
        let function = self.function_at(self.fp);
        self.cx.heap.space.value(function, function::word::CAPTURES + index)
    }

    pub(crate) fn free_get(&mut self, insn: u32) -> Outcome<()> {
        let value = self.captured(b(insn));
        if value.is_unbound() {
            return Err(self.unbound_free(b(insn)));
        }
        self.load(insn, value)
    }

    pub(crate) fn free_cell_get(&mut self, insn: u32) -> Outcome<()> {
        let cell = self.cell(self.captured(b(insn)))?;
        let value = self.cx.heap.space.value(cell, 1);
        if value.is_unbound() {
            return Err(self.unbound_free(b(insn)));
        }
        self.load(insn, value)
    }

    pub(crate) fn free_cell_set(&mut self, insn: u32) -> Outcome<()> {
        let cell = self.cell(self.captured(b(insn)))?;
        let value = self.operand(a(insn));
        self.fill_cell(cell, value);
        Ok(())
    }

    pub(crate) fn free_cell_delete(&mut self, insn: u32) -> Outcome<()> {
        let cell = self.cell(self.captured(b(insn)))?;
        if self.cx.heap.space.value(cell, 1).is_unbound() {
            return Err(self.unbound_free(b(insn)));
        }
        self.fill_cell(cell, Value::UNBOUND);
        Ok(())
    }

    pub(crate) fn free_cell_ref(&mut self, insn: u32) -> Outcome<()> {
        let value = self.captured(b(insn));
        self.load(insn, value)
    }

    pub(crate) fn name_get(&mut self, insn: u32) -> Outcome<()> {
        let name = self.konst(x(insn));
        let own = self
            .cx
            .as_kind(self.reg(0), kind::DICT)
            .and_then(|names| dict::get_interned(&self.cx, names, name));
        match own {
            Some(value) => self.load(insn, value),
            None if self.is_kind(self.reg(0), kind::DICT) => self.load_global(insn, x(insn)),
            None => {
                let callee = threadsnake_objects::prelude::function(
                    &self.cx,
                    threadsnake_objects::prelude::Prelude::ClassName,
                );
                let globals = self.globals().value();
                self.push(callee, &[self.reg(0), name, globals], crate::frame::action::BY_OP)
            }
        }
    }

    /// The list of locals beyond the registers.
    pub(crate) fn far_list(&mut self) -> Outcome<Ref> {
        let register = code::far(&self.cx, Ref(self.code));
        let held = register.map_or(Value::UNBOUND, |register| self.reg(register & 0x7f));
        match self.cx.as_kind(held, kind::LIST) {
            Some(list) => Ok(list),
            None => Err(raise::system_error(&mut self.cx, &[S("far locals are missing")])),
        }
    }

    pub(crate) fn far_get(&mut self, insn: u32) -> Outcome<()> {
        let list = self.far_list()?;
        let value = threadsnake_objects::list::item(&self.cx, list, x(insn));
        if value.is_unbound() {
            return Err(self.unbound_far(x(insn)));
        }
        self.load(insn, value)
    }

    #[cold]
    pub(crate) fn unbound_far(&mut self, index: u32) -> Exit {
        let running = Ref(self.code);
        let name = code::far(&self.cx, running)
            .and_then(|far| self.name_in(code::varnames(&self.cx, running), far + 1 + index))
            .unwrap_or(threadsnake_objects::names::EMPTY);
        raise::unbound_local_error(
            &mut self.cx,
            &[
                S("cannot access local variable '"),
                V(name),
                S("' where it is not associated with a value"),
            ],
        )
    }

    pub(crate) fn far_set(&mut self, insn: u32) -> Outcome<()> {
        let list = self.far_list()?;
        let value = self.operand(a(insn));
        if x(insn) < threadsnake_objects::list::len(&self.cx, list) {
            threadsnake_objects::list::set_item(&mut self.cx, list, x(insn), value);
        } else {
            self.cx.heap.dec(value);
        }
        Ok(())
    }
}
