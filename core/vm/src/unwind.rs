//! Leaving frames: with a value, or with an exception looking for its handler.
//!
//! An exception visits the running frame and then its callers. Each frame adds its place to the traceback
//! (prelude frames do not), looks into its exception table, and is given up when nothing there covers the
//! place. Some instructions of the caller make something else of certain exceptions: the end of a loop
//! over a user's iterator, `__getattr__` after a failed `__getattribute__`.
//!
//! Not here: what a result means (complete.rs), generators' own endings (generator.rs).

use crate::dispatch::op_of;
use crate::frame::{self, FAR, FAR_WORDS, action};
use crate::hot::b;
use crate::table::{self, WORD};
use crate::{Stop, Vm};
use threadsnake_heap::{Ref, Value};
use threadsnake_image::layout::{HANDLER_WORDS, code};
use threadsnake_image::op::Op;
use threadsnake_objects::class;
use threadsnake_objects::cx::Exit;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{exception, types};

/// What a frame that was left goes back to.
struct Left {
    /// How the result is to be treated.
    how: u32,
    /// The link of the caller; 0 when the frame was the outermost.
    link: u32,
    return_word: u32,
}

impl Vm<'_> {
    /// Returns an owned value from the running frame. `Some` when it was the outermost.
    pub(crate) fn return_value(&mut self, value: Value, clear: u32) -> Result<(), Exit> {
        if self.runs_generator() {
            return self.finish_generator(value);
        }
        self.clear_registers(0, clear);
        let left = self.leave_frame();
        if left.link == 0 {
            self.outcome = Some(Stop::Returned(value));
            return Ok(());
        }
        self.follow(left.link, left.return_word);
        self.returned(value, left.how)
    }

    /// Drops registers `from..to` of the running frame.
    pub(crate) fn clear_registers(&mut self, from: u32, to: u32) {
        for at in from..to {
            self.set(at, Value::UNBOUND);
        }
    }

    /// Gives up the running frame, whose registers are empty.
    fn leave_frame(&mut self) -> Left {
        let fp = self.fp;
        let word = self.return_word_at(fp);
        let function = self.function_at(fp);
        let how = frame::action_of(word);
        if word & FAR == 0 {
            let caller = fp - frame::delta(word) * 4;
            let link = Value::small(((caller - self.window_start) / 4 + 1) as i32).0;
            self.cx.heap.space.clear_words(fp - 8, 2);
            self.cx.heap.dec_ref(function);
            return Left { how, link, return_word: word };
        }
        let link = self.cx.heap.space.load(fp - FAR_WORDS * 4);
        if self.is_in_window() {
            self.cx.heap.space.clear_words(fp - FAR_WORDS * 4, FAR_WORDS);
            self.top = fp - FAR_WORDS * 4;
        } else {
            let object = self.heap_frame();
            self.cx.heap.space.clear_words(object.0 + 4, 2);
            self.free_heap_frame(object);
        }
        self.cx.heap.dec_ref(function);
        Left { how, link, return_word: word }
    }

    /// Treats a result (owned) as an action says; the running frame is the one that waited for it.
    pub(crate) fn returned(&mut self, value: Value, how: u32) -> Result<(), Exit> {
        match how {
            action::BY_OP => self.complete(value),
            action::CALL => {
                self.complete_call(value);
                Ok(())
            }
            action::GETATTR | action::FOUND => self.attribute_found(value),
            action::BOOL | action::LEN => self.complete_asked(value, how),
            action::LENGTH..=action::REPR => self.complete_special(value, how),
            action::INIT => self.complete_init(value),
            action::AGAIN | action::DROP => {
                self.is_finalizing &= how != action::AGAIN;
                self.cx.heap.dec(value);
                Ok(())
            }
            _ if value == Value::NOT_IMPLEMENTED => self.next_operator(how),
            _ => self.complete(value),
        }
    }

    fn complete_init(&mut self, value: Value) -> Result<(), Exit> {
        if value != Value::NONE {
            let exit = raise::type_error(
                &mut self.cx,
                &[S("__init__() should return None, not '"), T(value), S("'")],
            );
            self.cx.heap.dec(value);
            return Err(exit);
        }
        if table::flags(self.last_insn()) & WORD != 0 {
            self.pc += 4;
        }
        Ok(())
    }

    /// The object of `MemoryError` when an operation only said that memory ran out.
    pub(crate) fn make_raised(&mut self) {
        if !self.cx.raised.is_unbound() {
            return;
        }
        let opened = self.cx.heap.open_reserve();
        let made = exception::bare(&mut self.cx, types::MEMORY_ERROR);
        if opened {
            self.cx.heap.close_reserve();
        }
        self.cx.raised = match made {
            Ok(object) => object.value(),
            Err(_) => core::mem::replace(&mut self.cx.spare_error, Value::UNBOUND),
        };
    }

    /// Looks for the handler of the exception in `Cx::raised`. `Some` when nobody has one.
    pub(crate) fn unwind(&mut self) -> Result<Option<Stop>, Exit> {
        self.make_raised();
        self.add_context();
        // Raising again is no new place: the frame is in the traceback already.
        let mut is_noted =
            self.code != 0 && matches!(op_of(self.last_insn()), Op::Reraise | Op::RaiseHandled);
        loop {
            let raised = self.cx.raised;
            if self.code == 0 {
                return Ok(Some(Stop::Raised));
            }
            let at = self.pc_index().saturating_sub(1);
            if !core::mem::replace(&mut is_noted, false) {
                self.note_place(raised, at);
            }
            if let Some((handler, register)) = self.find_handler(at) {
                self.clear_registers(register, self.registers_of(Ref(self.code)));
                let raised = self.cx.take_raised();
                self.put(register, raised);
                self.set_position(Ref(self.code), handler);
                return Ok(None);
            }
            match self.leave_raising() {
                Some(left) if left.link == 0 => return Ok(Some(Stop::Raised)),
                Some(left) => {
                    self.follow(left.link, left.return_word);
                    if self.make_something_of(left.how)? {
                        return Ok(None);
                    }
                }
                None => return Ok(Some(Stop::Raised)),
            }
        }
    }

    /// The exception being handled becomes the context of a new one.
    fn add_context(&mut self) {
        let (raised, handled) = (self.cx.raised, self.cx.handled);
        if !handled.is_unbound()
            && let Some(object) = raised.object_ref()
            && exception::get(&self.cx, object, exception::slot::CONTEXT).is_unbound()
            && exception::get(&self.cx, object, exception::slot::TRACEBACK).is_unbound()
        {
            exception::set_context(&mut self.cx, object, handled);
        }
    }

    fn note_place(&mut self, raised: Value, at: u32) {
        if self.code < self.cx.rom.len {
            return;
        }
        if let Some(object) = raised.object_ref() {
            let code = Ref(self.code);
            // A traceback entry is small; it may use the reserve so that MemoryError has one too.
            let opened = self.cx.heap.open_reserve();
            exception::add_place(&mut self.cx, object, code, at);
            if opened {
                self.cx.heap.close_reserve();
            }
        }
    }

    /// The handler that covers an instruction, and the register that gets the exception.
    fn find_handler(&self, at: u32) -> Option<(u32, u32)> {
        let space = &self.cx.heap.space;
        let (first, count) = threadsnake_objects::code::handlers(&self.cx, Ref(self.code));
        (0..count).find_map(|entry| {
            let entry = first + entry * HANDLER_WORDS * 4;
            let covers = space.load(entry) <= at && at < space.load(entry + 4);
            covers.then(|| (space.load(entry + 8) >> 8, space.load(entry + 8) & 0xff))
        })
    }

    /// Gives up the running frame because an exception passes through it.
    fn leave_raising(&mut self) -> Option<Left> {
        let registers = self.registers_of(Ref(self.code));
        if self.has_cells() {
            self.leave_ring(registers, None);
        }
        // A frame entered near shares its upper registers with nobody any more: its callee is gone.
        self.clear_registers(0, registers);
        if self.runs_generator() {
            let flags = (self.cx.heap.space.load(self.code + code::SIZES) >> 24) as u8;
            let (link, return_word) = self.end_generator();
            self.convert_stop_iteration(flags);
            return Some(Left { how: action::BY_OP, link, return_word });
        }
        Some(self.leave_frame())
    }

    /// Has the running code registers that hold cells?
    fn has_cells(&self) -> bool {
        threadsnake_objects::code::has_cells(&self.cx, Ref(self.code))
    }

    /// Is the exception being raised an instance of this class?
    pub(crate) fn raised_is(&self, wanted: Ref) -> bool {
        class::is_subclass(&self.cx, self.cx.type_of(self.cx.raised), wanted)
    }

    /// The instruction that waited may make something else of the exception; true when it did.
    fn make_something_of(&mut self, how: u32) -> Result<bool, Exit> {
        let insn = self.last_insn();
        match (how, op_of(insn)) {
            (action::AGAIN, _) => {
                self.is_finalizing = false;
                self.report_ignored();
                Ok(true)
            }
            (_, Op::ForIter) if self.raised_is(types::STOP_ITERATION) => {
                let raised = self.cx.take_raised();
                self.cx.heap.dec(raised);
                self.set(b(insn), Value::UNBOUND);
                self.set(b(insn) + 1, Value::UNBOUND);
                self.branch(false);
                Ok(true)
            }
            (_, Op::Delegate) if self.raised_is(types::STOP_ITERATION) => {
                let value = self.stop_value();
                self.finish_delegate(insn, value);
                Ok(true)
            }
            (action::GETATTR, _) if self.raised_is(types::ATTRIBUTE_ERROR) => {
                self.try_getattr_hook()
            }
            _ => Ok(false),
        }
    }

    /// Takes the value of the StopIteration being raised; owned.
    pub(crate) fn stop_value(&mut self) -> Value {
        let raised = self.cx.take_raised();
        let mut value = Value::NONE;
        if let Some(object) = raised.object_ref()
            && let Some(args) = exception::get(&self.cx, object, exception::slot::ARGS).object_ref()
            && let Some(&first) = threadsnake_objects::tuple::items(&self.cx, args).first()
        {
            value = self.cx.heap.share(first);
        }
        self.cx.heap.dec(raised);
        value
    }

    /// An exception in a finalizer goes nowhere but to the error stream.
    fn report_ignored(&mut self) {
        let raised = self.cx.take_raised();
        crate::traceback::write_ignored(&mut self.cx, raised);
        self.cx.heap.dec(raised);
    }

    /// Starts the finalizer of the object that waited longest, in front of the instruction fetched last.
    pub(crate) fn start_finalizer(&mut self) {
        self.pc -= 4;
        self.ticks += 1;
        self.finalize_here();
    }

    /// Starts the finalizer of the object that waited longest, in front of the next instruction.
    pub(crate) fn finalize_here(&mut self) {
        let Some(object) = self.cx.heap.next_finalizer() else { return };
        self.is_finalizing = true;
        let callee = threadsnake_objects::prelude::function(
            &self.cx,
            threadsnake_objects::prelude::Prelude::Finalize,
        );
        let result = self.push(callee, &[object.value()], action::AGAIN);
        self.cx.heap.dec_ref(object);
        if result.is_err() {
            self.is_finalizing = false;
            self.make_raised();
            self.report_ignored();
        }
    }
}
