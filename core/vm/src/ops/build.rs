//! Displays, comprehensions' containers, formatted strings, unpacking.
//!
//! Values are stored into the new object before registers are emptied, so that a failure leaves them in
//! their registers, for the handler to drop.
//!
//! Not here: the containers (objects).

use crate::Vm;
use crate::frame::action;
use crate::hot::{a, b, c};
use threadsnake_heap::{OutOfMemory, Ref, Value, kind};
use threadsnake_objects::cx::{Exit, NativeResult, Outcome};
use threadsnake_objects::prelude::{self, Prelude};
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::text::Text;
use threadsnake_objects::{dict, format, list, set, tuple};

impl Vm<'_> {
    /// Offset of a register.
    fn place(&self, register: u32) -> u32 {
        self.fp + register * 4
    }

    pub(crate) fn build_tuple(&mut self, insn: u32) -> Outcome<()> {
        let from = self.place(b(insn));
        let made = tuple::from_part(&mut self.cx, from, c(insn))?;
        self.clear_registers(b(insn), b(insn) + c(insn));
        self.set(a(insn), made.value());
        Ok(())
    }

    pub(crate) fn build_list(&mut self, insn: u32) -> Outcome<()> {
        let from = self.place(b(insn));
        let made = list::from_part(&mut self.cx, from, c(insn))?;
        self.clear_registers(b(insn), b(insn) + c(insn));
        self.set(a(insn), made.value());
        Ok(())
    }

    pub(crate) fn build_set(&mut self, insn: u32) -> Outcome<()> {
        let made = set::with_room(&mut self.cx, kind::SET, c(insn))?;
        for at in 0..c(insn) {
            let item = self.reg(b(insn) + at);
            match set::add(&mut self.cx, made, item) {
                Ok(dict::Done::Yes) => {}
                Ok(dict::Done::NeedsCall) => {
                    self.cx.heap.dec_ref(made);
                    return self.build_in_prelude(insn, Prelude::BuildSet, c(insn));
                }
                Err(exit) => {
                    self.cx.heap.dec_ref(made);
                    return Err(exit);
                }
            }
        }
        self.clear_registers(b(insn), b(insn) + c(insn));
        self.set(a(insn), made.value());
        Ok(())
    }

    pub(crate) fn build_map(&mut self, insn: u32) -> Outcome<()> {
        let made = dict::with_room(&mut self.cx, c(insn))?;
        for at in 0..c(insn) {
            let (key, value) = (self.reg(b(insn) + at * 2), self.reg(b(insn) + at * 2 + 1));
            if value.is_unbound() {
                self.cx.heap.dec_ref(made);
                return Err(raise::system_error(&mut self.cx, &[S("a value is missing")]));
            }
            let value = self.cx.heap.share(value);
            let done = dict::set(&mut self.cx, made, key, value);
            if !matches!(done, Ok(dict::Done::Yes)) {
                self.cx.heap.dec(value);
                self.cx.heap.dec_ref(made);
                let _ = done?;
                return self.build_in_prelude(insn, Prelude::BuildMap, c(insn) * 2);
            }
        }
        self.clear_registers(b(insn), b(insn) + c(insn) * 2);
        self.set(a(insn), made.value());
        Ok(())
    }

    /// A display whose keys have methods of their own: the prelude builds it from the flat items.
    fn build_in_prelude(&mut self, insn: u32, which: Prelude, count: u32) -> Outcome<()> {
        let from = self.place(b(insn));
        let items = tuple::from_part(&mut self.cx, from, count)?;
        self.clear_registers(b(insn), b(insn) + count);
        let callee = prelude::function(&self.cx, which);
        let pushed = self.push(callee, &[items.value()], action::BY_OP);
        self.cx.heap.dec_ref(items);
        pushed
    }

    pub(crate) fn build_string(&mut self, insn: u32) -> Outcome<()> {
        let (base, count) = (b(insn), c(insn));
        let made = self.join(base, count)?;
        self.clear_registers(base, base + count);
        self.set(a(insn), made);
        Ok(())
    }

    fn join(&mut self, base: u32, count: u32) -> Result<Value, OutOfMemory> {
        let mut room = 0u32;
        for at in 0..count {
            if let Some(piece) = self.cx.as_kind(self.reg(base + at), kind::STR) {
                room = room.saturating_add(self.cx.heap.space.word(piece, 2));
            }
        }
        let mut text = Text::with_room(&mut self.cx, room)?;
        for at in 0..count {
            let piece = self.reg(base + at);
            if let Err(error) = text.push_str(&mut self.cx, piece) {
                text.discard(&mut self.cx);
                return Err(error);
            }
        }
        text.finish(&mut self.cx)
    }

    /// The object of a kind in a register that the compiler filled.
    fn built(&mut self, register: u32, wanted: u8) -> Outcome<Ref> {
        match self.cx.as_kind(self.reg(register), wanted) {
            Some(object) => Ok(object),
            None => Err(raise::system_error(&mut self.cx, &[S("a display is of the wrong kind")])),
        }
    }

    pub(crate) fn list_append(&mut self, insn: u32) -> Outcome<()> {
        let target = self.built(a(insn), kind::LIST)?;
        let value = self.peek(b(insn));
        self.check_operands(value, value)?;
        let value = self.cx.heap.share(value);
        if let Err(error) = list::push(&mut self.cx, target, value) {
            self.cx.heap.dec(value);
            return Err(error.into());
        }
        self.drop_operands(insn);
        Ok(())
    }

    pub(crate) fn set_add(&mut self, insn: u32) -> Outcome<()> {
        let target = self.built(a(insn), kind::SET)?;
        let value = self.peek(b(insn));
        match set::add(&mut self.cx, target, value)? {
            dict::Done::Yes => {
                self.drop_operands(insn);
                Ok(())
            }
            dict::Done::NeedsCall => {
                let callee = prelude::function(&self.cx, Prelude::SetAdd);
                self.push(callee, &[target.value(), value], action::BY_OP)
            }
        }
    }

    pub(crate) fn map_add(&mut self, insn: u32) -> Outcome<()> {
        let target = self.built(a(insn), kind::DICT)?;
        let (key, value) = (self.peek(b(insn)), self.peek(c(insn)));
        self.set_item(target.value(), key, value)
    }

    pub(crate) fn list_extend(&mut self, insn: u32) -> Outcome<()> {
        let target = self.built(a(insn), kind::LIST)?;
        let source = self.peek(b(insn));
        if let Some((from, count)) = list::part_of(&self.cx, source) {
            list::extend_from_part(&mut self.cx, target, from, count)?;
            self.drop_operands(insn);
            return Ok(());
        }
        let callee = prelude::function(&self.cx, Prelude::ListDisplayExtend);
        self.push(callee, &[target.value(), source], action::BY_OP)
    }

    pub(crate) fn set_update(&mut self, insn: u32) -> Outcome<()> {
        let target = self.built(a(insn), kind::SET)?;
        let source = self.peek(b(insn));
        let callee = prelude::function(&self.cx, Prelude::SetDisplayUpdate);
        self.push(callee, &[target.value(), source], action::BY_OP)
    }

    pub(crate) fn map_update(&mut self, insn: u32) -> Outcome<()> {
        let target = self.built(a(insn), kind::DICT)?;
        let source = self.peek(b(insn));
        if let Some(from) = dict::behind(&self.cx, source)
            && dict::update(&mut self.cx, target, from)? == dict::Done::Yes
        {
            self.drop_operands(insn);
            return Ok(());
        }
        let callee = prelude::function(&self.cx, Prelude::MapDisplayUpdate);
        self.push(callee, &[target.value(), source], action::BY_OP)
    }

    pub(crate) fn map_merge(&mut self, insn: u32) -> Outcome<()> {
        let target = self.built(a(insn), kind::DICT)?;
        let (source, callee_of_call) = (self.peek(b(insn)), self.reg(c(insn)));
        let callee = prelude::function(&self.cx, Prelude::MapMerge);
        self.push(callee, &[target.value(), source, callee_of_call], action::BY_OP)
    }

    pub(crate) fn list_to_tuple(&mut self, insn: u32) -> Outcome<()> {
        let source = self.built(b(insn) & 0x7f, kind::LIST)?;
        let (from, count) = (list::start(&self.cx, source), list::len(&self.cx, source));
        let made = tuple::from_part(&mut self.cx, from, count)?;
        self.drop_operands(insn);
        self.set(a(insn), made.value());
        Ok(())
    }

    /// Completes an instruction with what a native-like operation answered.
    pub(crate) fn answer(&mut self, result: NativeResult) -> Result<(), Exit> {
        match result {
            Ok(value) => self.complete(value),
            Err(exit) => Err(exit),
        }
    }

    pub(crate) fn format(&mut self, insn: u32) -> Outcome<()> {
        let (value, spec) = (self.peek(b(insn)), self.peek(c(insn)));
        self.check_operands(value, spec)?;
        let result = format::with_spec(&mut self.cx, value, spec);
        self.answer(result)
    }

    pub(crate) fn format_plain(&mut self, insn: u32) -> Outcome<()> {
        let value = self.peek(b(insn));
        self.check_operands(value, value)?;
        let result = format::plain(&mut self.cx, value, c(insn) as u8);
        self.answer(result)
    }

    pub(crate) fn unpack(&mut self, insn: u32) -> Outcome<()> {
        let (source, wanted) = (self.peek(b(insn)), c(insn));
        self.check_operands(source, source)?;
        let Some((from, count)) = list::part_of(&self.cx, source) else {
            let callee = prelude::function(&self.cx, Prelude::Unpack);
            return self.push(callee, &[source, Value::small(wanted as i32)], action::BY_OP);
        };
        if count != wanted {
            return Err(self.wrong_unpack(count, wanted));
        }
        let held = self.operand(b(insn));
        for at in 0..count {
            let item = Value(self.cx.heap.space.load(from + at * 4));
            let item = self.cx.heap.share(item);
            self.set(a(insn) + at, item);
        }
        self.cx.heap.dec(held);
        Ok(())
    }

    fn wrong_unpack(&mut self, count: u32, wanted: u32) -> Exit {
        if count > wanted {
            return raise::value_error(
                &mut self.cx,
                &[S("too many values to unpack (expected "), I(i64::from(wanted)), S(")")],
            );
        }
        raise::value_error(
            &mut self.cx,
            &[
                S("not enough values to unpack (expected "),
                I(i64::from(wanted)),
                S(", got "),
                I(i64::from(count)),
                S(")"),
            ],
        )
    }

    pub(crate) fn unpack_extended(&mut self, insn: u32) -> Outcome<()> {
        let source = self.peek(b(insn));
        self.check_operands(source, source)?;
        let (before, after) = (c(insn) as i32, self.operand_word() as i32);
        if let Some((from, count)) = list::part_of(&self.cx, source)
            && let Some(rest) = count.checked_sub((before + after) as u32)
        {
            return self.unpack_around(insn, from, before as u32, rest, after as u32);
        }
        let callee = prelude::function(&self.cx, Prelude::UnpackExtended);
        self.push(callee, &[source, Value::small(before), Value::small(after)], action::BY_OP)
    }

    /// Takes a list or tuple apart whose items lie at `from`: a list is made of the `rest` in the middle.
    fn unpack_around(
        &mut self,
        insn: u32,
        from: u32,
        before: u32,
        rest: u32,
        after: u32,
    ) -> Outcome<()> {
        let middle = list::from_part(&mut self.cx, from + before * 4, rest)?;
        let held = self.operand(b(insn));
        for at in 0..before + after {
            let place = if at < before { at } else { at + rest };
            let item = Value(self.cx.heap.space.load(from + place * 4));
            let item = self.cx.heap.share(item);
            self.set(a(insn) + if at < before { at } else { at + 1 }, item);
        }
        self.set(a(insn) + before, middle.value());
        self.cx.heap.dec(held);
        self.pc += 4;
        Ok(())
    }
}
