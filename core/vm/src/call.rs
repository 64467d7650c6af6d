//! Calls that the hot path does not make: any callee, any arguments.
//!
//! Arguments are collected into `Arguments` (owned values), and the callee decides what becomes of them.
//! A Python function gets its frame near (over the caller's own arguments), far (at the window's top) or
//! in the heap, whichever is possible.
//!
//! Not here: binding to parameters (bind.rs), natives' parameters (bind_native.rs), classes (construct.rs).

use crate::Vm;
use crate::frame::{self, FAR_WORDS, HEAP_BYTES, NEAR_WORDS, action};
use threadsnake_heap::header;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_image::layout::code;
use threadsnake_objects::class::{self, flag};
use threadsnake_objects::cx::Exit;
use threadsnake_objects::function::method;
use threadsnake_objects::intrinsic::Intrinsic;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{attr, generator, names, tuple};

/// Arguments that can be held beside those in `star` and `keywords`.
pub(crate) const ARGS_MAX: usize = 16;

/// The arguments of a call, owned.
pub(crate) struct Arguments {
    /// Positional arguments, then the values of named ones.
    pub values: [Value; ARGS_MAX],
    /// Number of both.
    pub count: usize,
    /// Names of the last values: a tuple (borrowed from the constants), or nil.
    pub names: Ref,
    /// A tuple of further positional arguments, or unbound.
    pub star: Value,
    /// A dict of further named arguments, or unbound.
    pub keywords: Value,
}

impl Arguments {
    /// No arguments.
    #[inline]
    pub fn new() -> Arguments {
        Arguments {
            values: [Value::UNBOUND; ARGS_MAX],
            count: 0,
            names: Ref::NIL,
            star: Value::UNBOUND,
            keywords: Value::UNBOUND,
        }
    }

    /// Adds a positional argument; the caller knows that there is room.
    #[inline]
    pub fn push(&mut self, value: Value) {
        debug_assert!(self.count < ARGS_MAX);
        if let Some(place) = self.values.get_mut(self.count) {
            *place = value;
            self.count += 1;
        }
    }
}

/// What a call came to.
pub(crate) enum Called {
    /// A value, owned.
    Value(Value),
    /// A frame was entered; its return goes on.
    Entered,
}

impl Vm<'_> {
    /// How many of the values are named.
    pub(crate) fn named(&self, args: &Arguments) -> usize {
        if args.names.is_nil() { 0 } else { tuple::items(&self.cx, args.names).len() }
    }

    /// Puts an argument in front of all others; drops it when there is no memory to make room.
    pub(crate) fn insert_argument(
        &mut self,
        args: &mut Arguments,
        value: Value,
    ) -> Result<(), Exit> {
        if args.count == ARGS_MAX
            && let Err(exit) = self.make_room(args)
        {
            self.cx.heap.dec(value);
            return Err(exit);
        }
        args.values.copy_within(0..args.count, 1);
        args.values[0] = value;
        args.count += 1;
        Ok(())
    }

    /// Moves the positional arguments into the star tuple.
    fn make_room(&mut self, args: &mut Arguments) -> Result<(), Exit> {
        let named = self.named(args);
        let direct = args.count - named;
        let star_len = args.star.object_ref().map_or(0, |star| tuple::len(&self.cx, star));
        let joined = tuple::new(&mut self.cx, direct as u32 + star_len)?;
        for at in 0..direct {
            tuple::set_item(&mut self.cx, joined, at as u32, args.values[at]);
        }
        for at in 0..star_len {
            let item = tuple::item(&self.cx, args.star.as_ref(), at);
            let item = self.cx.heap.share(item);
            tuple::set_item(&mut self.cx, joined, direct as u32 + at, item);
        }
        args.values.copy_within(direct..args.count, 0);
        args.count = named;
        let old = core::mem::replace(&mut args.star, joined.value());
        self.cx.heap.dec(old);
        Ok(())
    }

    /// Drops all arguments.
    pub(crate) fn drop_arguments(&mut self, args: &mut Arguments) {
        for value in args.values.iter_mut().take(args.count) {
            let value = core::mem::replace(value, Value::UNBOUND);
            self.cx.heap.dec(value);
        }
        args.count = 0;
        self.cx.heap.dec(core::mem::replace(&mut args.star, Value::UNBOUND));
        self.cx.heap.dec(core::mem::replace(&mut args.keywords, Value::UNBOUND));
    }

    /// Calls `callee` (owned) and completes the last instruction with the result when there is one already.
    pub(crate) fn call_and_complete(
        &mut self,
        callee: Value,
        args: &mut Arguments,
    ) -> Result<(), Exit> {
        match self.call_value(callee, args, action::BY_OP)? {
            Called::Value(value) => self.complete(value),
            Called::Entered => Ok(()),
        }
    }

    /// Calls any value. Takes over callee and arguments.
    pub(crate) fn call_value(
        &mut self,
        callee: Value,
        args: &mut Arguments,
        how: u32,
    ) -> Result<Called, Exit> {
        let mut callee = callee;
        // A chain of bound methods and `__call__`s is followed for as long as it leads somewhere.
        const CHAIN_MAX: u32 = 100;
        for _ in 0..CHAIN_MAX {
            let Some(object) = callee.object_ref() else { break };
            match self.cx.heap.kind(object) {
                kind::FUNCTION => {
                    return self.enter_function(object, args, how).map(|()| Called::Entered);
                }
                kind::NATIVE => return self.call_native(object, args),
                kind::CLASS => return self.call_class(object, args, how),
                kind::METHOD => callee = self.unbind(object, args)?,
                kind::WRAPPER => {
                    let inner = self.cx.heap.space.value(object, attr::wrapper::FUNC);
                    let inner = self.cx.heap.share(inner);
                    self.cx.heap.dec(callee);
                    callee = inner;
                }
                _ => match class::lookup(&self.cx, self.cx.type_of(callee), names::CALL) {
                    Some(hook) => {
                        let hook = self.cx.heap.share(hook);
                        if let Err(exit) = self.insert_argument(args, callee) {
                            self.drop_arguments(args);
                            self.cx.heap.dec(hook);
                            return Err(exit);
                        }
                        callee = hook;
                    }
                    None => break,
                },
            }
        }
        if let Some(which) = Intrinsic::from_value(callee) {
            return self.call_intrinsic(which, args, how);
        }
        self.drop_arguments(args);
        let exit =
            raise::type_error(&mut self.cx, &[S("'"), T(callee), S("' object is not callable")]);
        self.cx.heap.dec(callee);
        Err(exit)
    }

    /// Takes a bound method apart: its receiver becomes the first argument.
    fn unbind(&mut self, object: Ref, args: &mut Arguments) -> Result<Value, Exit> {
        let receiver = self.cx.heap.space.value(object, method::SELF);
        let func = self.cx.heap.space.value(object, method::FUNC);
        let receiver = self.cx.heap.share(receiver);
        let func = self.cx.heap.share(func);
        self.cx.heap.dec_ref(object);
        if let Err(exit) = self.insert_argument(args, receiver) {
            self.drop_arguments(args);
            self.cx.heap.dec(func);
            return Err(exit);
        }
        Ok(func)
    }

    /// Calls a native function. Takes over both.
    pub(crate) fn call_native(
        &mut self,
        native: Ref,
        args: &mut Arguments,
    ) -> Result<Called, Exit> {
        let result = self.run_native(native, args);
        self.drop_arguments(args);
        self.cx.heap.dec_ref(native);
        result.map(Called::Value)
    }

    /// Enters the call a native asked for. Its result completes the instruction that called the native.
    pub(crate) fn enter_tail(&mut self) -> Result<(), Exit> {
        let (callee, mut args) = self.take_tail();
        if args.count == 1
            && let Some((method, how)) = self.special_method(callee, args.values[0])
        {
            let result = self.push(method, &args.values[..1], how);
            self.drop_arguments(&mut args);
            return result;
        }
        self.call_and_complete(callee, &mut args)
    }

    /// Takes the call a native asked for.
    pub(crate) fn take_tail(&mut self) -> (Value, Arguments) {
        let mut args = Arguments::new();
        let tail = &mut self.cx.tail;
        for value in tail.args.iter_mut().take(tail.count) {
            args.push(core::mem::replace(value, Value::UNBOUND));
        }
        tail.count = 0;
        args.star = core::mem::replace(&mut tail.star, Value::UNBOUND);
        args.keywords = core::mem::replace(&mut tail.keywords, Value::UNBOUND);
        let callee = core::mem::replace(&mut tail.callee, Value::UNBOUND);
        (callee, args)
    }

    /// Calls `method` (borrowed) with arguments (borrowed); its result is treated as `how` says.
    pub(crate) fn push(&mut self, callee: Value, values: &[Value], how: u32) -> Result<(), Exit> {
        if self.push_simple(callee, values, how) {
            return Ok(());
        }
        let mut args = Arguments::new();
        for &value in values {
            let value = self.cx.heap.share(value);
            args.push(value);
        }
        let callee = self.cx.heap.share(callee);
        match self.call_value(callee, &mut args, how) {
            Ok(Called::Value(value)) => self.returned(value, how),
            Ok(Called::Entered) => Ok(()),
            Err(Exit::TailCall) => self.push_tail(how),
            Err(Exit::Raise) => Err(Exit::Raise),
        }
    }

    /// Enters a Python function whose parameters are just these values, when there is room in the window.
    #[inline]
    fn push_simple(&mut self, callee: Value, values: &[Value], how: u32) -> bool {
        let Some(function) = self.cx.as_kind(callee, kind::FUNCTION) else { return false };
        let code = self.code_of(function);
        let signature = self.cx.heap.space.load(code.0 + code::CALL_SIGNATURE);
        if signature as usize != values.len() || !self.fits(self.registers_of(code)) {
            return false;
        }
        let is_near = self.is_in_window() && self.code != 0;
        let words = if is_near { NEAR_WORDS } else { FAR_WORDS };
        let fp = self.window_top() + words * 4;
        for (at, &value) in values.iter().enumerate() {
            self.cx.heap.inc(value);
            self.cx.heap.space.store(fp + at as u32 * 4, value.0);
        }
        self.cx.heap.inc_ref(function);
        if is_near {
            self.start_near(function, code, fp, how);
        } else {
            self.start_frame(function, code, Place { fp, is_heap: false }, how);
        }
        true
    }

    /// Enters the call a native asked for, whose result is treated as `how` says.
    fn push_tail(&mut self, how: u32) -> Result<(), Exit> {
        loop {
            let (callee, mut args) = self.take_tail();
            match self.call_value(callee, &mut args, how) {
                Ok(Called::Value(value)) => return self.returned(value, how),
                Ok(Called::Entered) => return Ok(()),
                Err(Exit::TailCall) => {}
                Err(Exit::Raise) => return Err(Exit::Raise),
            }
        }
    }

    /// Starts the outermost function.
    pub(crate) fn enter_outermost(&mut self, callee: Value, values: &[Value]) -> Result<(), Exit> {
        let mut args = Arguments::new();
        for &value in values {
            let value = self.cx.heap.share(value);
            args.push(value);
        }
        let function = self.cx.as_kind(callee, kind::FUNCTION);
        let Some(function) = function.filter(|&function| !self.is_suspendable(function)) else {
            self.drop_arguments(&mut args);
            return Err(raise::system_error(
                &mut self.cx,
                &[S("the machine starts with a function that runs")],
            ));
        };
        self.cx.heap.inc_ref(function);
        self.enter_function(function, &mut args, action::BY_OP)
    }

    /// Does a call of the function make a generator or a coroutine?
    fn is_suspendable(&self, function: Ref) -> bool {
        let flags = self.cx.heap.space.load(self.code_of(function).0 + code::SIZES) >> 24;
        flags as u8 & (code::GENERATOR | code::COROUTINE) != 0
    }

    /// Enters a Python function: binds its arguments in a new frame, or makes a generator. Takes over both.
    pub(crate) fn enter_function(
        &mut self,
        function: Ref,
        args: &mut Arguments,
        how: u32,
    ) -> Result<(), Exit> {
        let code = self.code_of(function);
        if self.is_suspendable(function) {
            return self.make_generator(function, code, args, how);
        }
        if how != action::INIT && self.enters_near(code, args) {
            let fp = self.window_top() + NEAR_WORDS * 4;
            for at in 0..args.count {
                self.cx.heap.space.store(fp + at as u32 * 4, args.values[at].0);
            }
            args.count = 0;
            self.start_near(function, code, fp, how);
            return Ok(());
        }
        let place = match self.new_place(code) {
            Ok(place) => place,
            Err(exit) => {
                self.drop_arguments(args);
                self.cx.heap.dec_ref(function);
                return Err(exit);
            }
        };
        if let Err(exit) = self.bind(function, code, args, place.fp) {
            self.cx.heap.dec_ref(function);
            self.give_back(place);
            return Err(exit);
        }
        self.start_frame(function, code, place, how);
        Ok(())
    }

    /// Are the parameters just these arguments, and does the frame fit behind the running one?
    fn enters_near(&self, code: Ref, args: &Arguments) -> bool {
        self.is_in_window()
            && self.code != 0
            && args.names.is_nil()
            && args.star.is_unbound()
            && args.keywords.is_unbound()
            && self.cx.heap.space.load(code.0 + code::CALL_SIGNATURE) as usize == args.count
            && self.fits(self.registers_of(code))
    }

    /// Makes a bound frame directly above the running one's registers the running one.
    fn start_near(&mut self, function: Ref, code: Ref, fp: u32, how: u32) {
        let word = frame::pack(self.pc_index(), (fp - self.fp) / 4, how);
        self.cx.heap.space.store(fp - 8, function.0);
        self.cx.heap.space.store(fp - 4, word);
        let used = fp + self.registers_of(code) * 4 - self.window_start;
        self.counters.window_peak = self.counters.window_peak.max(used);
        self.fp = fp;
        self.set_position(code, 0);
    }

    /// Makes a bound frame the running one.
    fn start_frame(&mut self, function: Ref, code: Ref, place: Place, how: u32) {
        let link = self.link_here();
        let top = self.window_top();
        let delta = if place.is_heap { self.registers_of(code) } else { 0 };
        let word = frame::pack(self.pc_index(), delta, how) | frame::FAR;
        let space = &mut self.cx.heap.space;
        space.store(place.fp - 12, link);
        space.store(place.fp - 8, function.0);
        space.store(place.fp - 4, word);
        if place.is_heap {
            self.top = top;
        } else {
            let used = place.fp + self.registers_of(code) * 4 - self.window_start;
            self.counters.window_peak = self.counters.window_peak.max(used);
        }
        self.fp = place.fp;
        self.set_position(code, 0);
    }

    /// Finds room for a frame's registers: at the window's top, or in the heap.
    fn new_place(&mut self, code: Ref) -> Result<Place, Exit> {
        let registers = self.registers_of(code);
        self.check_depth()?;
        if !self.fits(registers) {
            self.spill()?;
        }
        if self.fits(registers) {
            let fp = self.window_top() + FAR_WORDS * 4;
            return Ok(Place { fp, is_heap: false });
        }
        let object = self.new_heap_frame(kind::FRAME, registers)?;
        Ok(Place { fp: object.0 + HEAP_BYTES, is_heap: true })
    }

    /// Holds the number of nested calls below the limit that a script has set.
    fn check_depth(&mut self) -> Result<(), Exit> {
        let limit = self.cx.recursion_limit;
        if !self.counts_calls() || self.code == 0 {
            return Ok(());
        }
        let mut depth = 0;
        let mut fp = self.fp;
        while fp != 0 && depth < limit {
            depth += 1;
            fp = self.caller_of(fp);
        }
        if depth < limit {
            return Ok(());
        }
        Err(raise::recursion_error(&mut self.cx, &[S("maximum recursion depth exceeded")]))
    }

    /// Does a frame with so many registers fit behind those in the window?
    fn fits(&self, registers: u32) -> bool {
        self.window_top() + (FAR_WORDS + registers) * 4 <= self.window_limit()
    }

    /// Frees the room of a frame that was not entered; its registers are empty.
    fn give_back(&mut self, place: Place) {
        if place.is_heap {
            self.free_heap_frame(Ref(place.fp - HEAP_BYTES));
        }
    }

    /// Makes a generator of a function's call and answers as the call's value.
    fn make_generator(
        &mut self,
        function: Ref,
        code: Ref,
        args: &mut Arguments,
        how: u32,
    ) -> Result<(), Exit> {
        let registers = self.registers_of(code);
        let object = match self.new_heap_frame(kind::GENERATOR, registers) {
            Ok(object) => object,
            Err(exit) => {
                self.drop_arguments(args);
                self.cx.heap.dec_ref(function);
                return Err(exit);
            }
        };
        let fp = object.0 + HEAP_BYTES;
        if let Err(exit) = self.bind(function, code, args, fp) {
            self.cx.heap.dec_ref(function);
            self.free_heap_frame(object);
            return Err(exit);
        }
        self.cx.heap.space.set_word(object, generator::word::FUNCTION, function.0);
        if self.has_handlers(code) {
            // A generator that is dropped inside `try` or `with` must be closed: its finalizer does it.
            let word = self.cx.heap.space.load(object.0);
            self.cx.heap.space.store(object.0, word | header::FLAG1);
        }
        self.returned(object.value(), how)
    }

    /// Does code have an exception table?
    pub(crate) fn has_handlers(&self, code: Ref) -> bool {
        threadsnake_objects::code::handlers(&self.cx, code).1 != 0
    }

    /// Calls `callee` with `first` (all owned) in front of the arguments.
    pub(crate) fn call_with_first(
        &mut self,
        callee: Value,
        first: Value,
        args: &mut Arguments,
        how: u32,
    ) -> Result<Called, Exit> {
        if let Err(exit) = self.insert_argument(args, first) {
            self.drop_arguments(args);
            self.cx.heap.dec(callee);
            return Err(exit);
        }
        self.call_value(callee, args, how)
    }

    /// Calls a class. Takes over both.
    fn call_class(&mut self, class: Ref, args: &mut Arguments, how: u32) -> Result<Called, Exit> {
        let meta = class::meta(&self.cx, class);
        if class::flags(&self.cx, meta) & flag::HEAP != 0
            && let Some(hook) = class::lookup(&self.cx, meta, names::CALL)
            && !self.is_kind(hook, kind::NATIVE)
        {
            let hook = self.cx.heap.share(hook);
            return self.call_with_first(hook, class.value(), args, how);
        }
        self.construct(class, args, how)
    }
}

/// Room for a frame.
#[derive(Clone, Copy)]
struct Place {
    fp: u32,
    is_heap: bool,
}
