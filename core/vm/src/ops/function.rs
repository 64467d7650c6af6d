//! Making functions, importing modules.
//!
//! Not here: calling them (ops/call.rs), the import system (prelude).

use crate::Vm;
use crate::frame::action;
use crate::hot::{a, b, c, x};
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::attr;
use threadsnake_objects::cx::{Exit, Outcome};
use threadsnake_objects::dict::{self, Lookup};
use threadsnake_objects::function::{self, info, word};
use threadsnake_objects::prelude::{self, Prelude};
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{intern, str};

/// Cells of a frame that are looked at when it leaves.
const RING_CELLS: usize = 4;

impl Vm<'_> {
    pub(crate) fn make_function(&mut self, insn: u32) -> Outcome<()> {
        let code = self.konst(x(insn));
        let globals = self.globals().value();
        let made = function::new(&mut self.cx, code.as_ref(), globals)?;
        self.set(a(insn), made.value());
        Ok(())
    }

    /// The function being made in a register.
    fn function_in(&mut self, register: u32) -> Outcome<Ref> {
        match self.cx.as_kind(self.reg(register), kind::FUNCTION) {
            Some(function) => Ok(function),
            None => Err(raise::system_error(&mut self.cx, &[S("a function was expected")])),
        }
    }

    pub(crate) fn capture(&mut self, insn: u32) -> Outcome<()> {
        let value = self.reg(c(insn));
        self.fill_capture(insn, value)
    }

    pub(crate) fn capture_free(&mut self, insn: u32) -> Outcome<()> {
        let value = self.captured(c(insn));
        self.fill_capture(insn, value)
    }

    fn fill_capture(&mut self, insn: u32, value: Value) -> Outcome<()> {
        let function = self.function_in(a(insn))?;
        let place = word::CAPTURES + b(insn);
        if place >= self.cx.heap.size_words(function) {
            return Err(raise::system_error(&mut self.cx, &[S("a capture has no place")]));
        }
        let value = self.cx.heap.share(value);
        let old = self.cx.heap.space.value(function, place);
        self.cx.heap.space.set_word(function, place, value.0);
        self.cx.heap.dec(old);
        if let Some(cell) = self.cx.as_kind(value, kind::CELL) {
            self.cx.heap.watch_cell(cell);
        }
        Ok(())
    }

    pub(crate) fn set_function_info(&mut self, insn: u32) -> Outcome<()> {
        let function = self.function_in(a(insn))?;
        let (which, wanted) = match b(insn) {
            0 => (info::DEFAULTS, kind::TUPLE),
            1 => (info::KWDEFAULTS, kind::DICT),
            _ => (info::ANNOTATIONS, kind::DICT),
        };
        let value = self.peek(c(insn));
        if !self.is_kind(value, wanted) {
            return Err(raise::system_error(
                &mut self.cx,
                &[S("a detail of a function is of the wrong kind")],
            ));
        }
        let value = self.cx.heap.share(value);
        if let Err(error) = function::set_detail(&mut self.cx, function, which, value) {
            self.cx.heap.dec(value);
            return Err(error.into());
        }
        self.drop_operands(insn);
        Ok(())
    }

    pub(crate) fn import(&mut self, insn: u32) -> Outcome<()> {
        let word = self.operand_word();
        let name = self.konst(x(insn));
        let wanted = word & 0xffff;
        let wanted = if wanted == 0 { Value::NONE } else { self.konst(wanted - 1) };
        if word == 0
            && let Some(module) = self.imported(name)
        {
            return self.complete(module);
        }
        let level = Value::small((word >> 16) as i32);
        let globals = self.globals().value();
        let callee = prelude::function(&self.cx, Prelude::Import);
        self.push(callee, &[name, globals, wanted, level], action::BY_OP)
    }

    /// What `import name` finds in `sys.modules` (owned).
    fn imported(&mut self, name: Value) -> Option<Value> {
        let text = str::bytes(&self.cx, name.object_ref()?);
        let modules = self.cx.as_kind(self.cx.modules, kind::DICT)?;
        let dot = text.iter().position(|&byte| byte == b'.');
        // `import a.b` is the package, when both are there.
        let wanted = match dot.and_then(|dot| text.get(..dot)) {
            Some(package) => intern::find(&self.cx, package, str::hash_bytes(package))?,
            None => name,
        };
        self.listed(modules, name)?;
        self.listed(modules, wanted).map(|module| self.cx.heap.share(module))
    }

    /// A module in a dict of modules, borrowed; nothing for None, which stops an import.
    fn listed(&mut self, modules: Ref, name: Value) -> Option<Value> {
        let Ok(Lookup::At(entry)) = dict::lookup(&mut self.cx, modules, name) else { return None };
        let module = dict::value_at(&self.cx, modules, entry);
        (module != Value::NONE).then_some(module)
    }

    pub(crate) fn import_from(&mut self, insn: u32, index: u32) -> Outcome<()> {
        let (module, name) = (self.reg(b(insn)), self.konst(index));
        if let Some(object) = self.cx.as_kind(module, kind::MODULE)
            && let Some(value) = attr::module_member(&self.cx, object, name)
        {
            let value = self.cx.heap.share(value);
            return self.complete(value);
        }
        let callee = prelude::function(&self.cx, Prelude::ImportFrom);
        self.push(callee, &[module, name], action::BY_OP)
    }

    pub(crate) fn import_star(&mut self, insn: u32) -> Outcome<()> {
        let module = self.peek(a(insn));
        let globals = self.globals().value();
        let callee = prelude::function(&self.cx, Prelude::ImportStar);
        self.push(callee, &[module, globals], action::BY_OP)
    }

    /// Releases the first registers of the running frame, but one. Cells among them that hold functions are looked
    /// at then: what only refers to itself goes.
    pub(crate) fn leave_ring(&mut self, count: u32, kept: Option<u32>) {
        let count = count.min(self.registers_of(Ref(self.code)));
        let mut cells = [Value::UNBOUND; RING_CELLS];
        let mut places = cells.iter_mut();
        for register in 0..count {
            let held = self.reg(register);
            if let Some(cell) = self.cx.as_kind(held, kind::CELL)
                && self.is_kind(self.cx.heap.space.value(cell, 1), kind::FUNCTION)
                && let Some(place) = places.next()
            {
                *place = self.cx.heap.share(held);
            }
        }
        for register in (0..count).filter(|&register| Some(register) != kept) {
            self.set(register, Value::UNBOUND);
        }
        self.cx.heap.look_at_cells(&cells);
        for cell in cells {
            self.cx.heap.dec(cell);
        }
    }

    /// Runs code as a function without parameters over these globals.
    pub(crate) fn run_code(&mut self, code: Value, globals: Value, how: u32) -> Result<(), Exit> {
        let Some(code) = self.cx.as_kind(code, kind::CODE) else {
            return Err(raise::type_error(
                &mut self.cx,
                &[S("a code object was expected, not '"), T(code), S("'")],
            ));
        };
        // What an instance of a subclass wraps has the names, as in CPython.
        let Some(globals) = self.cx.payload(globals, kind::DICT) else {
            return Err(raise::type_error(
                &mut self.cx,
                &[S("globals must be a dict, not '"), T(globals), S("'")],
            ));
        };
        let made = function::new(&mut self.cx, code, globals.value())?;
        let pushed = self.push(made.value(), &[], how);
        self.cx.heap.dec_ref(made);
        pushed
    }
}
