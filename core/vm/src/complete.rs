//! Completing an instruction whose value came from elsewhere: a native, or a frame that returned.
//!
//! The caller's `pc` stands just behind the instruction, in front of its jump or operand word if it has
//! one; completing takes or skips that word.
//!
//! Not here: starting instructions (ops.rs), completing with an exception (unwind.rs).

use crate::Vm;
use crate::dispatch::op_of;
use crate::frame::action;
use crate::hot::{a, b, c};
use crate::table::{self, DST, SRC_A, SRC_B, SRC_C, TEST, WORD};
use threadsnake_heap::{Value, kind};
use threadsnake_image::op::Op;
use threadsnake_objects::class::{self, flag};
use threadsnake_objects::cx::Exit;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{names, tuple};

impl Vm<'_> {
    /// Completes the last instruction with an owned value.
    pub(crate) fn complete(&mut self, value: Value) -> Result<(), Exit> {
        let insn = self.last_insn();
        let flags = table::flags(insn);
        if flags & TEST != 0 && op_of(insn) != Op::ForIter {
            return self.complete_test(insn, value);
        }
        match op_of(insn) {
            Op::ForIter => {
                self.set(a(insn), value);
                self.branch(true);
            }
            Op::Not | Op::NotIn => return self.complete_truth(insn, value, true),
            Op::In => return self.complete_truth(insn, value, false),
            Op::Call
            | Op::CallKw
            | Op::CallEx
            | Op::CallAttr
            | Op::CallMethod
            | Op::CallMethodKw
            | Op::CallSuper
            | Op::WithExit => self.set(a(insn), value),
            Op::IterPrep => {
                self.check_iterator(value)?;
                self.drop_operands(insn);
                self.set(a(insn), value);
                self.set(a(insn) + 1, Value::UNBOUND);
            }
            Op::GetIter => {
                self.check_iterator(value)?;
                self.drop_operands(insn);
                self.set(a(insn), value);
            }
            Op::Unpack | Op::UnpackEx => return self.complete_unpack(insn, value),
            Op::Raise | Op::RaiseFrom | Op::RaiseAssert => {
                return Err(self.raise_value(insn, value));
            }
            Op::Delegate => return self.yield_from_here(value),
            Op::Slow => self.complete_slow(value),
            _ if flags & DST != 0 => {
                self.drop_operands(insn);
                self.set(a(insn), value);
            }
            _ => {
                self.drop_operands(insn);
                self.cx.heap.dec(value);
            }
        }
        if flags & WORD != 0 {
            self.pc += 4;
        }
        Ok(())
    }

    /// Completes a call whose `pc` is behind all of it: the value goes where the function was.
    pub(crate) fn complete_call(&mut self, value: Value) {
        let last = self.last_insn();
        let insn = match op_of(last) {
            Op::Raw => self.cx.heap.space.load(self.pc - 8),
            _ => last,
        };
        self.set(a(insn), value);
    }

    /// Drops the operands of an instruction that are temporaries.
    pub(crate) fn drop_operands(&mut self, insn: u32) {
        let flags = table::flags(insn);
        for (flag, field) in [(SRC_A, a(insn)), (SRC_B, b(insn)), (SRC_C, c(insn))] {
            if flags & flag != 0 && field & 0x80 != 0 {
                self.set(field & 0x7f, Value::UNBOUND);
            }
        }
    }

    /// Takes or skips the jump word.
    pub(crate) fn branch(&mut self, taken: bool) {
        let word = self.word();
        self.pc += 4;
        if taken {
            self.pc = self.pc.wrapping_add_signed((word as i32 >> 8) * 4);
        }
    }

    fn complete_slow(&mut self, value: Value) {
        let dst = self.operand_word() & 0x7f;
        let insn = self.last_insn();
        self.drop_operands(insn);
        self.set(dst, value);
    }

    /// The value of a test's comparison or truth is there: its truth decides.
    fn complete_test(&mut self, insn: u32, value: Value) -> Result<(), Exit> {
        match self.truth(value) {
            Truth::Is(result) => {
                self.cx.heap.dec(value);
                self.finish_test(insn, result);
                Ok(())
            }
            Truth::Ask(method, how) => {
                let pushed = self.push(method, &[value], how);
                self.cx.heap.dec(value);
                pushed
            }
        }
    }

    /// The result of a test is known.
    pub(crate) fn finish_test(&mut self, insn: u32, result: bool) {
        let taken = result == (a(insn) != 0);
        if op_of(insn) == Op::JTrueKeep {
            if !taken {
                self.set(b(insn), Value::UNBOUND);
            }
        } else {
            self.drop_operands(insn);
        }
        self.branch(taken);
    }

    fn complete_truth(&mut self, insn: u32, value: Value, inverted: bool) -> Result<(), Exit> {
        match self.truth(value) {
            Truth::Is(result) => {
                self.cx.heap.dec(value);
                self.drop_operands(insn);
                self.set(a(insn), Value::bool(result != inverted));
                Ok(())
            }
            Truth::Ask(method, how) => {
                let pushed = self.push(method, &[value], how);
                self.cx.heap.dec(value);
                pushed
            }
        }
    }

    /// The truth of a value, or the method that tells it.
    pub(crate) fn truth(&self, value: Value) -> Truth {
        let space = &self.cx.heap.space;
        let Some(object) = value.object_ref() else {
            return Truth::Is(
                !matches!(value, Value::NONE | Value::FALSE | Value::UNBOUND)
                    && value != Value::small(0),
            );
        };
        match self.cx.heap.kind(object) {
            kind::INSTANCE | kind::INSTANCE_X => self.instance_truth(value),
            kind::CLASS
                if class::flags(&self.cx, class::meta(&self.cx, object)) & flag::TRUTH != 0 =>
            {
                self.instance_truth(value)
            }
            kind::FLOAT => Truth::Is(space.double(object, 1) != 0.0),
            kind::COMPLEX => {
                Truth::Is(space.double(object, 1) != 0.0 || space.double(object, 3) != 0.0)
            }
            kind::STR | kind::BYTES => Truth::Is(space.word(object, 2) != 0),
            kind::TUPLE => Truth::Is(space.word(object, 1) != 0),
            _ => {
                Truth::Is(threadsnake_objects::len::of(&self.cx, value).is_none_or(|len| len != 0))
            }
        }
    }

    fn instance_truth(&self, value: Value) -> Truth {
        let class = self.cx.type_of(value);
        if class::flags(&self.cx, class) & flag::TRUTH != 0 {
            if let Some(method) = class::lookup(&self.cx, class, names::BOOL) {
                return self.truth_method(value, method, action::BOOL);
            }
            if let Some(method) = class::lookup(&self.cx, class, names::LEN) {
                return self.truth_method(value, method, action::LEN);
            }
        }
        self.payload_truth(value)
    }

    fn truth_method(&self, value: Value, method: Value, how: u32) -> Truth {
        if self.is_kind(method, kind::NATIVE) {
            self.payload_truth(value)
        } else {
            Truth::Ask(method, how)
        }
    }

    /// Instances of a builtin's subclass are as true as what they wrap.
    fn payload_truth(&self, value: Value) -> Truth {
        let object = value.as_ref();
        if !matches!(self.cx.heap.kind(object), kind::INSTANCE | kind::INSTANCE_X) {
            return Truth::Is(true);
        }
        match threadsnake_objects::instance::payload(&self.cx, object) {
            Some(inner) if !inner.is_unbound() => self.truth(inner),
            _ => Truth::Is(true),
        }
    }

    /// `__bool__` or `__len__` returned: goes on with the test, or with the operator that asked.
    pub(crate) fn complete_asked(&mut self, value: Value, how: u32) -> Result<(), Exit> {
        if how == action::LEN && value.small_int().is_none_or(|len| len < 0) {
            return self.complete_special(value, action::LENGTH);
        }
        let result =
            if how == action::LEN { Ok(value != Value::small(0)) } else { self.bool_result(value) };
        self.cx.heap.dec(value);
        let result = result?;
        let insn = self.last_insn();
        match op_of(insn) {
            Op::Not | Op::NotIn => {
                self.drop_operands(insn);
                self.set(a(insn), Value::bool(!result));
            }
            Op::In => {
                self.drop_operands(insn);
                self.set(a(insn), Value::bool(result));
            }
            _ if table::flags(insn) & TEST != 0 => self.finish_test(insn, result),
            _ => return self.complete(Value::bool(result)),
        }
        Ok(())
    }

    fn bool_result(&mut self, value: Value) -> Result<bool, Exit> {
        if value.is_bool() {
            return Ok(value == Value::TRUE);
        }
        Err(raise::type_error(
            &mut self.cx,
            &[S("__bool__ should return bool, returned "), T(value)],
        ))
    }

    /// The prelude took an iterable apart: a tuple with one item for each target.
    fn complete_unpack(&mut self, insn: u32, value: Value) -> Result<(), Exit> {
        let Some(items) = self.cx.as_kind(value, kind::TUPLE) else {
            self.cx.heap.dec(value);
            return Err(raise::system_error(&mut self.cx, &[S("unpack without a tuple")]));
        };
        self.drop_operands(insn);
        let count = tuple::items(&self.cx, items).len() as u32;
        for at in 0..count {
            let item = self.cx.heap.space.value(items, 2 + at);
            let item = self.cx.heap.share(item);
            self.set(a(insn) + at, item);
        }
        self.cx.heap.dec(value);
        if table::flags(insn) & WORD != 0 {
            self.pc += 4;
        }
        Ok(())
    }
}

/// What is known of a value's truth.
pub(crate) enum Truth {
    /// It is this.
    Is(bool),
    /// Calling this method tells it; the action says which method it is.
    Ask(Value, u32),
}
