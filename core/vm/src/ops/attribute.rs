//! Attributes: the general lookup, and filling the cache that the hot path reads.
//!
//! Not here: Python's order of search (objects/attr.rs).

use crate::Vm;
use crate::dispatch::op_of;
use crate::frame::action;
use crate::hot::{a, b, c};
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_image::op::Op;
use threadsnake_objects::attr::{self, Found, Store};
use threadsnake_objects::class::{self, flag};
use threadsnake_objects::cx::Cx;
use threadsnake_objects::cx::{Exit, Outcome};
use threadsnake_objects::{dict, function, instance, names, str, types};

impl Vm<'_> {
    pub(crate) fn get_attribute(&mut self, insn: u32, index: u32) -> Result<(), Exit> {
        let (object, name) = (self.peek(b(insn)), self.konst(index));
        self.check_operands(object, object)?;
        self.remember_attribute(object, name);
        match self.find_method(object, name)? {
            Found::Value(value) => self.complete(value),
            Found::Method(method) => {
                let bound = function::bind(&mut self.cx, method, object)?;
                self.complete(bound)
            }
            Found::Call(callee, args, count) => self.push_attribute(callee, &args[..count]),
            Found::Missing => Err(attr::not_found(&mut self.cx, object, name)),
        }
    }

    /// Calls what gives an attribute's value. An AttributeError of anything but `__getattr__` still leads to
    /// `__getattr__`.
    pub(crate) fn push_attribute(&mut self, callee: Value, args: &[Value]) -> Result<(), Exit> {
        let own = args.first().map(|&object| self.cx.type_of(object));
        let hook = own.and_then(|own| class::lookup(&self.cx, own, names::GETATTR));
        let how = if hook == Some(callee) { action::FOUND } else { action::GETATTR };
        match self.push(callee, args, how) {
            Err(Exit::Raise) if how == action::GETATTR && !self.cx.raised.is_unbound() => {
                if self.raised_is(types::ATTRIBUTE_ERROR) && self.try_getattr_hook()? {
                    Ok(())
                } else {
                    Err(Exit::Raise)
                }
            }
            other => other,
        }
    }

    /// An attribute's value has come from a call.
    pub(crate) fn attribute_found(&mut self, value: Value) -> Result<(), Exit> {
        let insn = self.last_insn();
        match op_of(insn) {
            Op::LoadMethod => {
                self.finish_load_method(insn, value);
                Ok(())
            }
            Op::CallAttr => self.call_attribute_value(insn, value),
            _ => self.complete(value),
        }
    }

    /// Remembers where instances of this layout have an attribute, when that is always the same.
    pub(crate) fn remember_attribute(&mut self, object: Value, name: Value) {
        if let Some(class) = self.cx.as_kind(object, kind::CLASS) {
            self.remember_of_class(class, name);
            return;
        }
        if let Some(module) = self.cx.as_kind(object, kind::MODULE) {
            self.remember_of_module(module, name);
            return;
        }
        if self.is_kind(object, kind::GENERATOR) && self.cx.type_of(object) == types::GENERATOR {
            let found = class::lookup(&self.cx, types::GENERATOR, name);
            if let Some(method) = found.filter(|&value| !attr::is_data(&self.cx, value)) {
                self.cx.cache.remember(&mut self.cx.heap, types::GENERATOR.0, name.0, method);
            }
            return;
        }
        let Some(target) = object.object_ref() else { return };
        let is_extra = match self.cx.heap.kind(target) {
            kind::INSTANCE => false,
            kind::INSTANCE_X if instance::dict_of(&self.cx, target).is_none() => true,
            _ => return,
        };
        let layout = instance::layout_of(&self.cx, target);
        let class = Ref(self.cx.heap.space.word(layout, instance::layout::CLASS));
        if class::flags(&self.cx, class) & (flag::GETATTRIBUTE | flag::SETATTR) != 0 {
            return;
        }
        let found = class::lookup(&self.cx, class, name);
        let slot = instance::slot_of(&self.cx, layout, name);
        if !is_extra && found.is_some_and(|value| self.is_wrapped(class, slot, value)) {
            self.remember_wrapped(layout, name, found);
            return;
        }
        let what = match slot {
            Some(slot) => self.slot_to_remember(layout, slot, found, is_extra),
            None => self.class_attribute_to_remember(class, name, found),
        };
        if let Some(what) = what {
            let holder = layout.0 | if is_extra { crate::access::IN_EXTRA } else { 0 };
            self.cx.cache.remember(&mut self.cx.heap, holder, name.0, what);
        }
    }

    /// Remembers what a module has under a name: a member in ROM, or the word of its dict where a value lies.
    fn remember_of_module(&mut self, module: Ref, name: Value) {
        let members = Ref(self.cx.heap.space.word(module, attr::MODULE_DICT));
        let rom = Ref(self.cx.heap.space.word(module, attr::MODULE_ROM));
        if let Some(entry) = dict::find_interned(&self.cx, members, name) {
            self.remember_entry(members, name, entry);
        } else if let Some(value) = class::rom_lookup(&self.cx, rom, name) {
            let holder = rom.0 | crate::access::ROM_MEMBERS;
            self.cx.cache.remember(&mut self.cx.heap, holder, name.0, value);
        }
    }

    /// Remembers what a class has under a name: a function, or the word of its dict where a value lies.
    fn remember_of_class(&mut self, class: Ref, name: Value) {
        let meta = class::meta(&self.cx, class);
        if meta != types::TYPE
            || class.0 < self.cx.rom.len
            || class::lookup(&self.cx, meta, name).is_some()
        {
            return;
        }
        let holder = class.0 | crate::access::CLASS_ITSELF;
        let found = class::lookup(&self.cx, class, name);
        if found.is_some_and(|value| self.wraps_function(value)) {
            self.remember_wrapped(class, name, found);
            return;
        }
        if let Some(function) = found.filter(|&value| self.is_kind(value, kind::FUNCTION)) {
            self.cx.cache.remember(&mut self.cx.heap, holder, name.0, function);
            return;
        }
        let Some(own) = self.cx.heap.space.value(class, class::word::DICT).object_ref() else {
            return;
        };
        if let Some(entry) = dict::find_interned(&self.cx, own, name)
            && !is_special(&self.cx, name)
            && let Some(hint) = dict::hint(&self.cx, own, entry)
        {
            self.cx.cache.remember(&mut self.cx.heap, holder, name.0, hint);
        }
    }

    /// What instances find in their class: a method, or the class whose dict has the value.
    fn class_attribute_to_remember(
        &mut self,
        class: Ref,
        name: Value,
        found: Option<Value>,
    ) -> Option<Value> {
        let found = found?;
        if self.is_kind(found, kind::FUNCTION) {
            return Some(found);
        }
        let (owner, _) = class::lookup_where(&self.cx, class, name)?;
        self.remember_of_class(owner, name);
        (owner.0 >= self.cx.rom.len).then_some(owner.value())
    }

    /// Is this a property, or a static or class method that no attribute of the instance hides?
    fn is_wrapped(&self, class: Ref, slot: Option<u32>, value: Value) -> bool {
        if self.is_kind(value, kind::PROPERTY) {
            return class::flags(&self.cx, class) & flag::GETATTR == 0;
        }
        slot.is_none() && self.wraps_function(value)
    }

    /// Remembers a property, or a static or class method, of a class or of a layout's instances.
    fn remember_wrapped(&mut self, holder: Ref, name: Value, found: Option<Value>) {
        if let Some(found) = found {
            let holder = holder.0 | crate::access::WRAPPED;
            self.cx.cache.remember(&mut self.cx.heap, holder, name.0, found);
        }
    }

    /// Is this a static or class method that is a function?
    fn wraps_function(&self, value: Value) -> bool {
        self.cx.as_kind(value, kind::WRAPPER).is_some_and(|wrapper| {
            let inner = self.cx.heap.space.value(wrapper, attr::wrapper::FUNC);
            self.is_kind(inner, kind::FUNCTION)
        })
    }

    /// An inline slot that no data descriptor hides; the descriptor of the slot itself does not.
    pub(crate) fn slot_to_remember(
        &self,
        layout: Ref,
        slot: u32,
        found: Option<Value>,
        is_extra: bool,
    ) -> Option<Value> {
        let (_, inline, _) = instance::counts(&self.cx, layout);
        let hidden = found.is_some_and(|value| {
            attr::is_data(&self.cx, value) && !self.is_kind(value, kind::MEMBER)
        });
        ((slot < inline || is_extra) && !hidden).then(|| Value::small(slot as i32))
    }

    /// After AttributeError from `__getattribute__` or a property: `__getattr__`, if there is one.
    pub(crate) fn try_getattr_hook(&mut self) -> Result<bool, Exit> {
        let insn = self.last_insn();
        let object = match op_of(insn) {
            Op::GetAttr | Op::LoadMethod => self.peek(b(insn)),
            Op::CallAttr => self.reg(a(insn) + 2),
            _ => return Ok(false),
        };
        let name = self.konst(self.constant_of(insn));
        let own = self.cx.type_of(object);
        match attr::missing(&mut self.cx, object, own, name) {
            Found::Call(callee, args, count) => {
                let raised = self.cx.take_raised();
                self.cx.heap.dec(raised);
                self.push(callee, &args[..count], action::FOUND)?;
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    fn constant_of(&self, insn: u32) -> u32 {
        // In front of the first instruction lies something else.
        let has_before = self.pc_index() > 1;
        let before = if has_before { self.cx.heap.space.load(self.pc - 8) } else { 0 };
        if op_of(before) == Op::Ext { (before >> 8) << 8 | c(insn) } else { c(insn) }
    }

    /// Sets or deletes an attribute.
    pub(crate) fn set_attribute(
        &mut self,
        insn: u32,
        index: u32,
        deletes: bool,
    ) -> Result<(), Exit> {
        let (object, name) = (self.peek(b(insn)), self.konst(index));
        let value = if deletes { Value::UNBOUND } else { self.peek(c(insn)) };
        self.check_operands(object, if deletes { object } else { value })?;
        match attr::set(&mut self.cx, object, name, value)? {
            Store::Done => {
                if !deletes {
                    self.remember_attribute(object, name);
                }
                self.drop_operands(insn);
                Ok(())
            }
            Store::Call(callee, args, count) => self.push(callee, &args[..count], action::BY_OP),
        }
    }

    pub(crate) fn load_method(&mut self, insn: u32, index: u32) -> Result<(), Exit> {
        let (object, name) = (self.peek(b(insn)), self.konst(index));
        self.check_operands(object, object)?;
        self.remember_attribute(object, name);
        match self.find_method(object, name)? {
            Found::Method(method) => {
                let method = self.cx.heap.share(method);
                let receiver = self.operand(b(insn));
                self.set(a(insn), method);
                self.set(a(insn) + 2, receiver);
                Ok(())
            }
            Found::Value(value) => {
                self.finish_load_method(insn, value);
                Ok(())
            }
            Found::Call(callee, args, count) => self.push_attribute(callee, &args[..count]),
            Found::Missing => Err(attr::not_found(&mut self.cx, object, name)),
        }
    }

    /// `LoadMethod` found something that is no method: no receiver goes with it.
    pub(crate) fn finish_load_method(&mut self, insn: u32, value: Value) {
        self.drop_operands(insn);
        self.set(a(insn), value);
        self.set(a(insn) + 2, Value::UNBOUND);
    }

    /// An attribute of any object by a name that need not be interned: what natives ask for.
    pub(crate) fn attribute_of(&mut self, object: Value, name: Value) -> Outcome<Found> {
        let name = threadsnake_objects::intern::intern(&mut self.cx, name)?;
        let found = attr::get(&mut self.cx, object, name);
        let result = match found {
            Ok(Found::Missing) => Err(attr::not_found(&mut self.cx, object, name)),
            other => other,
        };
        self.cx.heap.dec(name);
        result
    }
}

/// Is this the name of a special method, which classes must hear of when it changes?
fn is_special(cx: &Cx, name: Value) -> bool {
    name.object_ref().is_some_and(|object| {
        let text = str::bytes(cx, object);
        text.starts_with(b"__") && text.ends_with(b"__")
    })
}
