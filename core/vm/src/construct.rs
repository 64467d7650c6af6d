//! Making instances: the common classes here, everything unusual in the prelude.
//!
//! Not here: making classes (objects/class_new.rs), the machine's other calls (call.rs).

use crate::Vm;
use crate::call::{Arguments, Called};
use crate::dispatch::op_of;
use crate::frame::action;
use crate::hot::{a, rb, rc};
use crate::table;
use crate::window::CODE_WORDS;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_image::op::Op;
use threadsnake_objects::class::{self, flag};
use threadsnake_objects::cx::{Exit, Outcome};
use threadsnake_objects::prelude::{self, Prelude};
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{attr, dict, exception, instance, names, tuple, types};

/// What an `__init__` does with its arguments.
enum Fields {
    /// It stores so many, all it has, in the first slots.
    InOrder(u32),
    /// That cannot be said before there has been an instance.
    Later,
    /// Something else.
    No,
}

impl Vm<'_> {
    /// Calls a class whose metaclass has no say in it. Takes over both.
    pub(crate) fn construct(
        &mut self,
        class: Ref,
        args: &mut Arguments,
        how: u32,
    ) -> Result<Called, Exit> {
        let flags = class::flags(&self.cx, class);
        if class == types::TYPE && args.count == 1 && args.names.is_nil() && args.star.is_unbound()
        {
            let found = self.cx.type_of(args.values[0]);
            self.drop_arguments(args);
            self.cx.heap.inc_ref(found);
            return Ok(Called::Value(found.value()));
        }
        if flags & flag::HEAP == 0 {
            return self.construct_builtin(class, flags, args);
        }
        let is_plain = flags & (flag::NEW | flag::PAYLOAD | flag::META | flag::ABSTRACT) == 0
            && flags & flag::KIND_MASK == 0;
        if !is_plain {
            return self.construct_slow(class, args, how);
        }
        let object = self.new_plain(class, flags, args);
        match object {
            Ok(object) => self.initialise(class, flags, object, args, how),
            Err(exit) => {
                self.drop_arguments(args);
                self.cx.heap.dec_ref(class);
                Err(exit)
            }
        }
    }

    /// An instance of a class statement's class, before `__init__`.
    fn new_plain(&mut self, class: Ref, flags: u32, args: &Arguments) -> Outcome<Ref> {
        let layout = Ref(self.cx.heap.space.word(class, class::word::LAYOUT));
        if layout.is_nil() {
            return Err(raise::type_error(
                &mut self.cx,
                &[S("cannot create '"), C(class), S("' instances")],
            ));
        }
        if flags & flag::EXCEPTION == 0 {
            return Ok(instance::new(&mut self.cx, layout)?);
        }
        let given = self.positional_tuple(args)?;
        Ok(exception::with_args(&mut self.cx, class, given)?)
    }

    /// The positional arguments as a tuple, owned.
    fn positional_tuple(&mut self, args: &Arguments) -> Outcome<Value> {
        let direct = args.count - self.named(args);
        if let Some(star) = args.star.object_ref() {
            if direct == 0 {
                return Ok(self.cx.heap.share(args.star));
            }
            let first = tuple::from_slice(&mut self.cx, &args.values[..direct])?;
            let joined = tuple::concat(&mut self.cx, first, star);
            self.cx.heap.dec_ref(first);
            return Ok(joined?);
        }
        if direct == 0 {
            return Ok(threadsnake_objects::statics::EMPTY_TUPLE);
        }
        Ok(tuple::from_slice(&mut self.cx, &args.values[..direct])?.value())
    }

    /// Runs `__init__` on a new instance (owned) and answers with the instance.
    fn initialise(
        &mut self,
        class: Ref,
        flags: u32,
        object: Ref,
        args: &mut Arguments,
        how: u32,
    ) -> Result<Called, Exit> {
        let init = class::lookup(&self.cx, class, names::INIT);
        self.remember_init(class, flags, init);
        self.cx.heap.dec_ref(class);
        match init.and_then(|init| self.cx.as_kind(init, kind::FUNCTION)) {
            Some(function) => {
                self.cx.heap.inc_ref(function);
                self.enter_init(function, object, args, how)
            }
            None if init.is_some_and(|init| !self.is_kind(init, kind::NATIVE)) => {
                // A callable that is no function: the prelude makes the call.
                let callee = prelude::function(&self.cx, Prelude::InitInstance);
                self.call_with_first(callee, object.value(), args, how)
            }
            None => self.without_init(flags, object, args),
        }
    }

    /// Remembers what calling a class comes to, when that is one function or nothing.
    fn remember_init(&mut self, class: Ref, flags: u32, init: Option<Value>) {
        let is_plain = flags & (flag::EXCEPTION | flag::META) == 0
            && class::flags(&self.cx, class::meta(&self.cx, class)) & flag::HEAP == 0;
        let what = match init {
            Some(init) if self.is_kind(init, kind::FUNCTION) => {
                match self.stored_fields(class, init) {
                    Fields::InOrder(count) => Value::small(count as i32),
                    Fields::Later => return,
                    Fields::No => init,
                }
            }
            Some(init) if self.is_kind(init, kind::NATIVE) => Value::NONE,
            _ => return,
        };
        if is_plain {
            let holder = class.0 | crate::access::CLASS_CALLED;
            self.cx.cache.remember(&mut self.cx.heap, holder, names::INIT.0, what);
        }
    }

    /// Does an `__init__` nothing but store its arguments in the first slots, in order? Then making an instance needs
    /// no frame (`calls::construct`).
    fn stored_fields(&self, class: Ref, init: Value) -> Fields {
        if class::flags(&self.cx, class) & flag::SETATTR != 0 {
            return Fields::No;
        }
        let code = self.cx.heap.space.word(init.as_ref(), 1);
        let layout = Ref(self.cx.heap.space.word(class, class::word::LAYOUT));
        let (used, inline, _) = instance::counts(&self.cx, layout);
        let mut slot = 0;
        loop {
            let insn = self.cx.heap.space.load(code + (CODE_WORDS + slot) * 4);
            let op = op_of(insn);
            let is_store = op == Op::SetAttr && rb(insn) == 0 && rc(insn) == slot + 1;
            let is_complete = self.cx.heap.space.load(code + 12) == slot + 1;
            if !is_store || slot >= inline {
                let is_end = op == Op::ReturnNone && slot > 0 && is_complete;
                return if is_end { Fields::InOrder(slot) } else { Fields::No };
            }
            let name = Value(self.cx.heap.space.load(code - 4 * (a(insn) + 1)));
            let found = class::lookup(&self.cx, class, name);
            if self.slot_to_remember(layout, slot, found, false).is_none() {
                return Fields::No;
            }
            match instance::slot_of(&self.cx, layout, name) {
                Some(place) if place == slot => {}
                // The first instance gives the layout its names.
                None if slot >= used => return Fields::Later,
                _ => return Fields::No,
            }
            slot += 1;
        }
    }

    fn without_init(
        &mut self,
        flags: u32,
        object: Ref,
        args: &mut Arguments,
    ) -> Result<Called, Exit> {
        let has_any = args.count > 0
            || !args.names.is_nil()
            || args.star.object_ref().is_some_and(|star| !tuple::items(&self.cx, star).is_empty())
            || self
                .cx
                .as_kind(args.keywords, kind::DICT)
                .is_some_and(|all| dict::len(&self.cx, all) > 0);
        let named = !args.names.is_nil();
        self.drop_arguments(args);
        if has_any && (flags & flag::EXCEPTION == 0 || named) {
            let exit = raise::type_error(
                &mut self.cx,
                &[
                    T(object.value()),
                    S("() takes no "),
                    S(if named && flags & flag::EXCEPTION != 0 { "keyword " } else { "" }),
                    S("arguments"),
                ],
            );
            self.cx.heap.dec_ref(object);
            return Err(exit);
        }
        Ok(Called::Value(object.value()))
    }

    /// Enters `__init__` so that its return leaves the instance as the call's value.
    fn enter_init(
        &mut self,
        function: Ref,
        object: Ref,
        args: &mut Arguments,
        how: u32,
    ) -> Result<Called, Exit> {
        if how != action::BY_OP || !table::is_call(self.last_insn()) {
            // Whoever waits for the instance in another way gets it through the prelude.
            self.cx.heap.dec_ref(function);
            let callee = prelude::function(&self.cx, Prelude::InitInstance);
            return self.call_with_first(callee, object.value(), args, how);
        }
        let this = self.cx.heap.share(object.value());
        if let Err(exit) = self.insert_argument(args, this) {
            self.drop_arguments(args);
            self.cx.heap.dec_ref(function);
            self.cx.heap.dec_ref(object);
            return Err(exit);
        }
        // The instance waits where the call's value goes; the caller's register is empty during the call.
        let base = a(self.last_insn());
        self.set(base, object.value());
        self.enter_function(function, args, action::INIT)
            .inspect_err(|_| self.set(base, Value::UNBOUND))?;
        Ok(Called::Entered)
    }

    /// Calls a builtin type: its `__new__` does everything.
    fn construct_builtin(
        &mut self,
        class: Ref,
        flags: u32,
        args: &mut Arguments,
    ) -> Result<Called, Exit> {
        if flags & (flag::EXCEPTION | flag::NEW) == flag::EXCEPTION
            && args.names.is_nil()
            && args.keywords.is_unbound()
            && class != types::OS_ERROR
        {
            return self.construct_exception(class, args);
        }
        let Some(make) = class::lookup(&self.cx, class, names::NEW)
            .and_then(|make| self.cx.as_kind(make, kind::NATIVE))
        else {
            self.drop_arguments(args);
            return Err(raise::type_error(
                &mut self.cx,
                &[S("cannot create '"), C(class), S("' instances")],
            ));
        };
        if class != types::TYPE {
            let holder = class.0 | crate::access::CLASS_CALLED;
            self.cx.cache.remember(&mut self.cx.heap, holder, names::NEW.0, make.value());
        }
        if let Err(exit) = self.insert_argument(args, class.value()) {
            self.drop_arguments(args);
            return Err(exit);
        }
        self.call_native(make, args)
    }

    fn construct_exception(&mut self, class: Ref, args: &mut Arguments) -> Result<Called, Exit> {
        let given = self.positional_tuple(args);
        self.drop_arguments(args);
        let object = exception::with_args(&mut self.cx, class, given?)?;
        Ok(Called::Value(object.value()))
    }

    /// `cls.__new__(cls, ...)`, then `__init__`, as the prelude spells it out.
    fn construct_slow(
        &mut self,
        class: Ref,
        args: &mut Arguments,
        how: u32,
    ) -> Result<Called, Exit> {
        if let Some(make) = self.known_new(class) {
            let holder = class.0 | crate::access::CLASS_CALLED;
            self.cx.cache.remember(&mut self.cx.heap, holder, names::NEW.0, make.value());
            self.cx.heap.inc_ref(make);
            return self.call_with_first(make.value(), class.value(), args, how);
        }
        let callee = prelude::function(&self.cx, Prelude::CallInstance);
        self.call_with_first(callee, class.value(), args, how)
    }

    /// The `__new__` of a class that does all there is to do: it is the library's, which makes an instance of just
    /// this class, and there is no `__init__`.
    fn known_new(&self, class: Ref) -> Option<Ref> {
        let found = class::lookup(&self.cx, class, names::NEW)?;
        let make = match self.cx.as_kind(found, kind::WRAPPER) {
            Some(wrapper) => self.cx.heap.space.value(wrapper, attr::wrapper::FUNC),
            None => found,
        };
        let make = self.cx.as_kind(make, kind::FUNCTION)?;
        let init = class::lookup(&self.cx, class, names::INIT);
        let is_known = class::flags(&self.cx, class) & flag::ABSTRACT == 0
            && self.code_of(make).0 < self.cx.rom.len
            && init == class::lookup(&self.cx, types::OBJECT, names::INIT);
        is_known.then_some(make)
    }
}
