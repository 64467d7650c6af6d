//! Call instructions: from call windows to `Arguments`, with a short way for native functions.
//!
//! Not here: what is called (call.rs).

use crate::Vm;
use crate::bind_native::ANY;
use crate::call::Arguments;
use crate::hot::{a, b};
use crate::window::Mem;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::attr::{self, Found};
use threadsnake_objects::class;
use threadsnake_objects::cx::{Exit, Outcome};
use threadsnake_objects::native;
use threadsnake_objects::prelude::{self, Prelude};
use threadsnake_objects::{dict, tuple, types};

/// Arguments that are moved one by one; some room is left for receivers.
const DIRECT_MAX: u32 = 12;

impl Vm<'_> {
    pub(crate) fn call_plain(&mut self, insn: u32) -> Result<(), Exit> {
        self.call_window(a(insn), a(insn) + 2, b(insn))
    }

    /// Calls `R[base]` with the `count` registers from `first` on, all of which are moved out.
    fn call_window(&mut self, base: u32, first: u32, count: u32) -> Result<(), Exit> {
        let callee = self.reg(base);
        if let Some(object) = self.cx.as_kind(callee, kind::NATIVE)
            && let Some(row) = native::definition(&self.cx, object)
            && row.params.is_none()
            && count >= u32::from(row.min)
            && (row.max == ANY || count <= u32::from(row.max))
        {
            return self.call_native_window(row.func, base, first, count);
        }
        let mut args = self.take_arguments(first, count, Ref::NIL)?;
        let callee = self.take(base);
        self.call_and_complete(callee, &mut args)
    }

    /// Calls a native function whose arguments lie in registers, without collecting them.
    fn call_native_window(
        &mut self,
        func: native::NativeFn,
        base: u32,
        first: u32,
        count: u32,
    ) -> Result<(), Exit> {
        let values = Mem::of(&self.cx.heap).values(self.fp + first * 4, count);
        let result = func(&mut self.cx, values);
        self.clear_registers(first, first + count);
        self.set(base, Value::UNBOUND);
        match result {
            Ok(value) => self.complete(value),
            Err(Exit::TailCall) => self.enter_tail(),
            Err(Exit::Raise) => Err(Exit::Raise),
        }
    }

    /// Moves registers into arguments; many positional ones become a star tuple.
    fn take_arguments(&mut self, first: u32, count: u32, names: Ref) -> Outcome<Arguments> {
        let mut args = Arguments::new();
        let named = if names.is_nil() { 0 } else { tuple::len(&self.cx, names) };
        let mut from = first;
        if count > DIRECT_MAX {
            let positional = count - named;
            let place = self.fp + first * 4;
            args.star = tuple::from_part(&mut self.cx, place, positional)?.value();
            self.clear_registers(first, first + positional);
            from += positional;
        }
        if first + count - from > DIRECT_MAX {
            return self.take_many_named(args, from, names);
        }
        for register in from..first + count {
            let value = self.take(register);
            args.push(value);
        }
        args.names = names;
        Ok(args)
    }

    /// Named arguments beyond the usual number go into a dict.
    fn take_many_named(
        &mut self,
        mut args: Arguments,
        from: u32,
        names: Ref,
    ) -> Outcome<Arguments> {
        let room = tuple::len(&self.cx, names);
        let made = match dict::with_room(&mut self.cx, room) {
            Ok(made) => made,
            Err(error) => {
                self.drop_arguments(&mut args);
                return Err(error.into());
            }
        };
        args.keywords = made.value();
        for at in 0..tuple::len(&self.cx, names) {
            let name = tuple::item(&self.cx, names, at);
            let value = self.take(from + at);
            if let Err(exit) = dict::set_interned(&mut self.cx, made, name, value) {
                self.cx.heap.dec(value);
                self.drop_arguments(&mut args);
                return Err(exit);
            }
        }
        Ok(args)
    }

    /// `CallKw`: `skip` registers lie between the callee and the first argument.
    pub(crate) fn call_named(&mut self, insn: u32, skip: u32) -> Result<(), Exit> {
        let names = self.konst(self.operand_word());
        let mut args = self.take_arguments(a(insn) + skip, b(insn), names.as_ref())?;
        let callee = self.take(a(insn));
        self.call_and_complete(callee, &mut args)
    }

    pub(crate) fn call_method(&mut self, insn: u32) -> Result<(), Exit> {
        if self.reg(a(insn) + 2).is_unbound() {
            self.call_window(a(insn), a(insn) + 3, b(insn))
        } else {
            self.call_window(a(insn), a(insn) + 2, b(insn) + 1)
        }
    }

    pub(crate) fn call_method_named(&mut self, insn: u32) -> Result<(), Exit> {
        let names = self.konst(self.operand_word());
        let has_receiver = !self.reg(a(insn) + 2).is_unbound();
        let mut args = if has_receiver {
            self.take_arguments(a(insn) + 2, b(insn) + 1, names.as_ref())?
        } else {
            self.take_arguments(a(insn) + 3, b(insn), names.as_ref())?
        };
        let callee = self.take(a(insn));
        self.call_and_complete(callee, &mut args)
    }

    /// `CallEx`: a tuple (or any iterable) of arguments and perhaps a mapping of named ones.
    pub(crate) fn call_spread(&mut self, insn: u32) -> Result<(), Exit> {
        let base = a(insn);
        let star = self.reg(base + 2);
        let keywords = if b(insn) & 1 != 0 { self.reg(base + 3) } else { Value::UNBOUND };
        let ready = self.is_kind(star, kind::TUPLE)
            && (keywords.is_unbound() || self.is_kind(keywords, kind::DICT));
        if !ready
            && let Some(list) = self.cx.as_kind(star, kind::LIST)
            && (keywords.is_unbound() || self.is_kind(keywords, kind::DICT))
        {
            let (from, count) = (
                threadsnake_objects::list::start(&self.cx, list),
                threadsnake_objects::list::len(&self.cx, list),
            );
            let made = tuple::from_part(&mut self.cx, from, count)?;
            self.set(base + 2, made.value());
            return self.call_spread(insn);
        }
        if !ready {
            let callee = prelude::function(&self.cx, Prelude::CallSpread);
            let func = self.take(base);
            let mut args = Arguments::new();
            args.push(func);
            let star = self.take(base + 2);
            args.push(star);
            if b(insn) & 1 != 0 {
                let keywords = self.take(base + 3);
                args.push(keywords);
            }
            let callee = self.cx.heap.share(callee);
            return self.call_and_complete(callee, &mut args);
        }
        let callee = self.take(base);
        let mut args = Arguments::new();
        args.star = self.take(base + 2);
        if b(insn) & 1 != 0 {
            args.keywords = self.take(base + 3);
        }
        self.call_and_complete(callee, &mut args)
    }

    /// `CallAttr`: method call on `R[base+2]`.
    pub(crate) fn call_attribute(&mut self, insn: u32, index: u32) -> Result<(), Exit> {
        let base = a(insn);
        let (object, name) = (self.reg(base + 2), self.konst(index));
        if object.is_unbound() {
            return Err(self.unbound_local(base + 2));
        }
        self.remember_attribute(object, name);
        match self.find_method(object, name)? {
            Found::Method(method) => {
                let method = self.cx.heap.share(method);
                self.set(base, method);
                self.call_window(base, base + 2, b(insn) + 1)
            }
            Found::Value(value) => self.call_attribute_value(insn, value),
            Found::Call(callee, args, count) => self.push_attribute(callee, &args[..count]),
            Found::Missing => Err(attr::not_found(&mut self.cx, object, name)),
        }
    }

    /// A method by name; methods of builtin types come from the cache.
    pub(super) fn find_method(&mut self, object: Value, name: Value) -> Result<Found, Exit> {
        let object_kind = self.cx.kind_of(object);
        let is_simple = matches!(
            object_kind,
            kind::STR
                | kind::LIST
                | kind::DICT
                | kind::TUPLE
                | kind::SET
                | kind::BYTES
                | kind::INT
                | kind::FLOAT
                | kind::RANGE
                | kind::FROZENSET
                | kind::BYTEARRAY
                | kind::BIGINT
        );
        if !is_simple {
            return attr::get(&mut self.cx, object, name);
        }
        let own = types::of_kind(object_kind);
        if let Some(found) = self.cx.cache.find(&self.cx.heap, own.0, name.0) {
            return Ok(Found::Method(found));
        }
        let found = attr::get(&mut self.cx, object, name)?;
        if let Found::Method(method) = found {
            self.cx.cache.remember(&mut self.cx.heap, own.0, name.0, method);
        }
        Ok(found)
    }

    /// Calls what an attribute turned out to be (owned), without the object.
    pub(crate) fn call_attribute_value(&mut self, insn: u32, callee: Value) -> Result<(), Exit> {
        let base = a(insn);
        self.set(base + 2, Value::UNBOUND);
        self.set(base, callee);
        self.call_window(base, base + 3, b(insn))
    }

    /// `CallSuper`: `super(R[base+1], R[base+2]).name(...)` without making the super object.
    pub(crate) fn call_super(&mut self, insn: u32, index: u32) -> Result<(), Exit> {
        let base = a(insn);
        let name = self.konst(index);
        let (after, object) = (self.reg(base + 1), self.reg(base + 2));
        if self.reg(base) == types::SUPER.value()
            && class::is_class(&self.cx, after)
            && let Some(target) = object.object_ref()
            && matches!(self.cx.heap.kind(target), kind::INSTANCE | kind::INSTANCE_X)
        {
            let own = self.cx.type_of(object);
            if class::is_subclass(&self.cx, own, after.as_ref())
                && let Some(found) = class::lookup_after(&self.cx, own, after.as_ref(), name)
                && let Found::Method(method) = attr::bind(&mut self.cx, found, object, own)?
            {
                let method = self.cx.heap.share(method);
                self.set(base + 1, Value::UNBOUND);
                self.set(base, method);
                return self.call_window(base, base + 2, b(insn) + 1);
            }
        }
        let callee = prelude::function(&self.cx, Prelude::CallSuper);
        let mut args = self.take_arguments(base + 3, b(insn), Ref::NIL)?;
        for value in [name, self.take(base + 2), self.take(base + 1), self.take(base)] {
            if let Err(exit) = self.insert_argument(&mut args, value) {
                self.drop_arguments(&mut args);
                return Err(exit);
            }
        }
        self.call_and_complete(callee, &mut args)
    }
}
