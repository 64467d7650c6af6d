//! Call instructions: from call windows to `Arguments`, with a short way for native functions.
//!
//! Not here: what is called (call.rs).

use crate::Vm;
use crate::bind_native::ANY;
use crate::call::Arguments;
use crate::hot::{a, b};
use threadsnake_heap::{Value, kind};
use threadsnake_objects::attr::{self, Found};
use threadsnake_objects::class;
use threadsnake_objects::cx::Exit;
use threadsnake_objects::native;
use threadsnake_objects::prelude::{self, Prelude};
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{tuple, types};

impl Vm<'_> {
    pub(crate) fn call_plain(&mut self, insn: u32) -> Result<(), Exit> {
        self.call_window(a(insn), a(insn) + 2, b(insn))
    }

    /// Calls `R[base]` with the `count` registers from `first` on, all of which are moved out.
    fn call_window(&mut self, base: u32, first: u32, count: u32) -> Result<(), Exit> {
        let callee = self.reg(base);
        if let Some(object) = self.cx.as_kind(callee, kind::NATIVE)
            && let Some(row) = native::definition(&self.cx, object)
            && row.params.is_empty()
            && count >= u32::from(row.min)
            && (row.max == ANY || count <= u32::from(row.max))
        {
            return self.call_native_window(row.func, base, first, count);
        }
        let callee = self.take(base);
        let mut args = self.take_arguments(first, count);
        self.call_and_complete(callee, &mut args)
    }

    /// Calls a native function whose arguments lie in registers, without collecting them.
    fn call_native_window(&mut self, func: native::NativeFn, base: u32, first: u32, count: u32) -> Result<(), Exit> {
        let mut values = [Value::UNBOUND; 8];
        let result = if let Some(values) = values.get_mut(..count as usize) {
            for (at, value) in values.iter_mut().enumerate() {
                *value = self.reg(first + at as u32);
            }
            func(&mut self.cx, values)
        } else {
            let mut args = Arguments::new();
            for at in 0..count {
                args.push(self.reg(first + at));
            }
            func(&mut self.cx, &args.values[..args.count])
        };
        self.clear_registers(first, first + count);
        self.set(base, Value::UNBOUND);
        match result {
            Ok(value) => self.complete(value),
            Err(Exit::TailCall) => self.enter_tail(),
            Err(Exit::Raise) => Err(Exit::Raise),
        }
    }

    /// Moves registers into arguments.
    fn take_arguments(&mut self, first: u32, count: u32) -> Arguments {
        let mut args = Arguments::new();
        for at in 0..count {
            let value = self.take(first + at);
            args.push(value);
        }
        args
    }

    /// `CallKw`: `skip` registers lie between the callee and the first argument.
    pub(crate) fn call_named(&mut self, insn: u32, skip: u32) -> Result<(), Exit> {
        let names = self.konst(self.operand_word());
        let callee = self.take(a(insn));
        let mut args = self.take_arguments(a(insn) + skip, b(insn));
        args.names = names.as_ref();
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
        let callee = self.take(a(insn));
        let mut args = if has_receiver {
            self.take_arguments(a(insn) + 2, b(insn) + 1)
        } else {
            self.take_arguments(a(insn) + 3, b(insn))
        };
        args.names = names.as_ref();
        self.call_and_complete(callee, &mut args)
    }

    /// `CallEx`: a tuple (or any iterable) of arguments and perhaps a mapping of named ones.
    pub(crate) fn call_spread(&mut self, insn: u32) -> Result<(), Exit> {
        let base = a(insn);
        let star = self.reg(base + 2);
        let keywords = if b(insn) & 1 != 0 { self.reg(base + 3) } else { Value::UNBOUND };
        let ready = self.is_kind(star, kind::TUPLE) && (keywords.is_unbound() || self.is_kind(keywords, kind::DICT));
        if !ready && let Some(list) = self.cx.as_kind(star, kind::LIST)
            && (keywords.is_unbound() || self.is_kind(keywords, kind::DICT))
        {
            let (from, count) = (threadsnake_objects::list::start(&self.cx, list), threadsnake_objects::list::len(&self.cx, list));
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
            let keywords = if b(insn) & 1 != 0 { self.take(base + 3) } else { Value::NONE };
            args.push(keywords);
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
    fn find_method(&mut self, object: Value, name: Value) -> Result<Found, Exit> {
        let object_kind = self.cx.kind_of(object);
        let is_simple = matches!(
            object_kind,
            kind::STR | kind::LIST | kind::DICT | kind::TUPLE | kind::SET | kind::BYTES | kind::INT | kind::FLOAT | kind::GENERATOR
        );
        if !is_simple {
            return attr::get(&mut self.cx, object, name);
        }
        let own = self.cx.type_of(object);
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
        let mut args = Arguments::new();
        let (maker, after) = (self.take(base), self.take(base + 1));
        args.push(maker);
        args.push(after);
        let rest = self.take_arguments(base + 2, b(insn) + 1);
        args.push(rest.values[0]);
        args.push(name);
        for &value in &rest.values[1..rest.count] {
            args.push(value);
        }
        self.call_and_complete(callee, &mut args)
    }

    /// A feature that this version refuses to run.
    pub(crate) fn await_refused(&mut self) -> Result<(), Exit> {
        Err(raise::runtime_error(&mut self.cx, &[S("await is not supported yet by this version of Threadsnake")]))
    }
}
