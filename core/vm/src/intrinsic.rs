//! What only the machine can do, asked for by natives through a tail call.
//!
//! Not here: their names (objects/intrinsic.rs).

use crate::Vm;
use crate::call::{Arguments, Called};
use crate::frame;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_image::layout::code;
use threadsnake_objects::attr::{self, Found, Store};
use threadsnake_objects::cx::{Exit, NativeResult, Outcome};
use threadsnake_objects::intrinsic::Intrinsic;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{dict, exception, function, tuple};

impl Vm<'_> {
    /// Does what an intrinsic stands for. Takes over the arguments.
    pub(crate) fn call_intrinsic(
        &mut self,
        which: Intrinsic,
        args: &mut Arguments,
        how: u32,
    ) -> Result<Called, Exit> {
        let [first, second, third] = [args.values[0], args.values[1], args.values[2]];
        match which {
            Intrinsic::GeneratorSend | Intrinsic::GeneratorThrow => {
                return self.resume_for_call(which, args);
            }
            Intrinsic::RunCode => {
                let pushed = self.run_code(first, second, how);
                self.drop_arguments(args);
                return pushed.map(|()| Called::Entered);
            }
            Intrinsic::GetAttr => {
                let found = self.attribute_of(first, second);
                let result = match found {
                    Ok(found) => self.found_to_call(found, first, how),
                    Err(exit) => Err(exit),
                };
                self.drop_arguments(args);
                return result;
            }
            Intrinsic::SetAttr | Intrinsic::DelAttr => {
                let value = if which == Intrinsic::SetAttr { third } else { Value::UNBOUND };
                let result = self.store_attribute(first, second, value, how);
                self.drop_arguments(args);
                return result;
            }
            _ => {}
        }
        let result = self.answer_intrinsic(which, first, second, third);
        self.drop_arguments(args);
        result.map(Called::Value)
    }

    fn answer_intrinsic(
        &mut self,
        which: Intrinsic,
        first: Value,
        second: Value,
        third: Value,
    ) -> NativeResult {
        match which {
            Intrinsic::Raise => {
                self.cx.heap.inc(first);
                Err(raise::set(&mut self.cx, first))
            }
            Intrinsic::Compile => match self.hooks.as_deref_mut() {
                Some(hooks) => hooks.compile(&mut self.cx, first, second, third),
                None => {
                    Err(raise::runtime_error(&mut self.cx, &[S("this machine has no compiler")]))
                }
            },
            Intrinsic::LoadModule => match self.hooks.as_deref_mut() {
                Some(hooks) => hooks.load_module(&mut self.cx, first, second),
                None => Ok(Value::NONE),
            },
            Intrinsic::Globals => {
                let fp = self.script_frame();
                let globals = if fp == 0 {
                    Value::NONE
                } else {
                    self.cx.heap.space.value(self.function_at(fp), function::word::GLOBALS)
                };
                // From now on names may be added behind the machine's back.
                self.cx.cache.flush(&mut self.cx.heap);
                Ok(self.cx.heap.share(globals))
            }
            Intrinsic::Place => self.place_behind(first.small_int().unwrap_or(0)),
            Intrinsic::Locals => self.locals(),
            Intrinsic::SetRecursionLimit => {
                self.cx.recursion_limit = first.small_int().map_or(0, |limit| limit.max(0) as u32);
                Ok(Value::NONE)
            }
            _ => Ok(Value::NONE),
        }
    }

    fn found_to_call(&mut self, found: Found, object: Value, how: u32) -> Result<Called, Exit> {
        match found {
            Found::Value(value) => Ok(Called::Value(value)),
            Found::Method(method) => {
                Ok(Called::Value(function::bind(&mut self.cx, method, object)?))
            }
            Found::Call(callee, values, count) => {
                let mut args = Arguments::new();
                for &value in values.iter().take(count) {
                    let value = self.cx.heap.share(value);
                    args.push(value);
                }
                let callee = self.cx.heap.share(callee);
                self.call_value(callee, &mut args, how)
            }
            Found::Missing => Ok(Called::Value(Value::NONE)),
        }
    }

    fn store_attribute(
        &mut self,
        object: Value,
        name: Value,
        value: Value,
        how: u32,
    ) -> Result<Called, Exit> {
        let name = threadsnake_objects::intern::intern(&mut self.cx, name)?;
        let stored = attr::set(&mut self.cx, object, name, value);
        let result = match stored {
            Ok(Store::Done) => Ok(Called::Value(Value::NONE)),
            Ok(Store::Call(callee, values, count)) => {
                self.found_to_call(Found::Call(callee, values, count), object, how)
            }
            Err(exit) => Err(exit),
        };
        self.cx.heap.dec(name);
        result
    }

    /// `send` and `throw`: what comes back completes the call that is running.
    fn resume_for_call(&mut self, which: Intrinsic, args: &mut Arguments) -> Result<Called, Exit> {
        let (first, second) = (args.values[0], args.values[1]);
        args.values[1] = Value::UNBOUND;
        let result = match self.cx.as_kind(first, kind::GENERATOR) {
            Some(generator) if which == Intrinsic::GeneratorSend => self.resume(generator, second),
            Some(generator) => self.throw_into(generator, second),
            None => {
                self.cx.heap.dec(second);
                Err(raise::type_error(
                    &mut self.cx,
                    &[S("a generator was expected, not '"), T(first), S("'")],
                ))
            }
        };
        self.drop_arguments(args);
        result.map(|()| Called::Entered)
    }

    /// Register 0 of the innermost frame that is not the prelude's, whose functions have globals in ROM; the
    /// code of the library lies in ROM as well.
    fn script_frame(&self) -> u32 {
        self.script_frame_behind(0)
    }

    /// The same, `depth` script frames further out, or the outermost.
    fn script_frame_behind(&self, depth: i32) -> u32 {
        let mut fp = self.fp;
        let mut left = depth;
        let mut outermost = 0;
        while fp != 0 {
            let globals = self.cx.heap.space.value(self.function_at(fp), function::word::GLOBALS);
            if globals.0 >= self.cx.rom.len {
                if left <= 0 {
                    break;
                }
                left -= 1;
                outermost = fp;
            }
            fp = self.caller_of(fp);
        }
        if fp == 0 { outermost } else { fp }
    }

    /// Code and place of a script frame so many further out, with its globals where a traceback has the next entry.
    fn place_behind(&mut self, depth: i32) -> NativeResult {
        let here = self.script_frame_behind(depth);
        if here == 0 || depth > 0 && here == self.script_frame_behind(depth - 1) {
            return Ok(Value::NONE);
        }
        let function = self.function_at(here);
        let code = self.code_of(function);
        // A frame goes on behind the call that it waits for, whose place is kept by what it called.
        let mut inner = self.fp;
        while inner != here && self.caller_of(inner) != here && inner != 0 {
            inner = self.caller_of(inner);
        }
        let pc =
            if inner == here { self.pc_index() } else { frame::pc(self.return_word_at(inner)) };
        let globals = self.cx.heap.space.value(function, function::word::GLOBALS);
        let globals = self.cx.heap.share(globals);
        exception::place(&mut self.cx, globals, code, pc.saturating_sub(1)).map_err(|error| {
            self.cx.heap.dec(globals);
            error.into()
        })
    }

    /// The local variables of the innermost script frame, as a new dict; the globals at module level.
    fn locals(&mut self) -> NativeResult {
        let fp = self.script_frame();
        if fp == 0 {
            return Ok(dict::new(&mut self.cx)?.value());
        }
        let function = self.function_at(fp);
        let code = self.code_of(function);
        let flags = (self.cx.heap.space.load(code.0 + code::SIZES) >> 24) as u8;
        if flags & code::MODULE != 0 {
            let globals = self.cx.heap.space.value(function, function::word::GLOBALS);
            return Ok(self.cx.heap.share(globals));
        }
        if flags & code::CLASS_BODY != 0 {
            let namespace = Value(self.cx.heap.space.load(fp));
            return Ok(self.cx.heap.share(namespace));
        }
        let made = dict::new(&mut self.cx)?;
        match self.collect_locals(made, fp, function, code) {
            Ok(()) => Ok(made.value()),
            Err(exit) => {
                self.cx.heap.dec_ref(made);
                Err(exit)
            }
        }
    }

    fn collect_locals(&mut self, into: Ref, fp: u32, function: Ref, code: Ref) -> Outcome<()> {
        let varnames = threadsnake_objects::code::varnames(&self.cx, code);
        for register in 0..tuple::len(&self.cx, varnames).min(self.registers_of(code)) {
            let value = Value(self.cx.heap.space.load(fp + register * 4));
            let name = tuple::item(&self.cx, varnames, register);
            self.add_local(into, name, value)?;
        }
        let freevars = threadsnake_objects::code::freevars(&self.cx, code);
        for index in 0..tuple::len(&self.cx, freevars) {
            let value = self.cx.heap.space.value(function, function::word::CAPTURES + index);
            let name = tuple::item(&self.cx, freevars, index);
            self.add_local(into, name, value)?;
        }
        Ok(())
    }

    fn add_local(&mut self, into: Ref, name: Value, value: Value) -> Outcome<()> {
        let value = match self.cx.as_kind(value, kind::CELL) {
            Some(cell) => self.cx.heap.space.value(cell, 1),
            None => value,
        };
        if value.is_unbound() || self.cx.as_kind(name, kind::STR).is_none() {
            return Ok(());
        }
        let value = self.cx.heap.share(value);
        dict::set_interned(&mut self.cx, into, name, value).inspect_err(|_| self.cx.heap.dec(value))
    }
}
