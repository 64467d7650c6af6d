//! The rare operations behind `Slow`.
//!
//! Not here: their table (image/slow.rs).

use crate::Vm;
use crate::frame::action;
use crate::hot::{a, b, c};
use threadsnake_heap::{Value, kind};
use threadsnake_image::slow::Slow;
use threadsnake_objects::class;
use threadsnake_objects::cx::{Exit, Outcome};
use threadsnake_objects::prelude::{self, Prelude};
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{dict, len, list, names};

/// In the order of `Support`.
const SUPPORT: [Prelude; 9] = [
    Prelude::AsyncIter,
    Prelude::AsyncNext,
    Prelude::IsAsyncEnd,
    Prelude::AsyncExit,
    Prelude::AsyncEnter,
    Prelude::StarBegin,
    Prelude::StarMatch,
    Prelude::StarNote,
    Prelude::StarEnd,
];

impl Vm<'_> {
    pub(crate) fn slow(&mut self, insn: u32) -> Result<(), Exit> {
        let word = self.operand_word();
        let extra = word >> 8 & 0xffff;
        let (lhs, rhs) = (self.peek(b(insn)), self.peek(c(insn)));
        let Some(sub) = Slow::from_code(a(insn) as u8) else {
            return Err(raise::system_error(&mut self.cx, &[S("unknown rare operation")]));
        };
        match sub {
            Slow::LinkContext => {
                self.link_missing_context(lhs);
                self.pc += 4;
                Ok(())
            }
            Slow::Support => self.support(lhs, rhs, extra),
            Slow::MatchSequence => self.match_sequence(lhs, extra),
            Slow::MatchMapping => self.match_mapping(lhs, extra),
            Slow::MatchKeys => self.ask_prelude(Prelude::MatchKeys, &[lhs, rhs]),
            Slow::MatchClass => {
                let pattern = self.konst(extra);
                self.ask_prelude(Prelude::MatchClass, &[lhs, rhs, pattern])
            }
            Slow::MatchRest => self.ask_prelude(Prelude::MatchRest, &[lhs, rhs]),
            Slow::FarNew => self.far_new(extra),
            Slow::FarDel => self.far_delete(extra),
            Slow::FarParams => self.far_params(word & 0x7f, extra),
            Slow::SetupAnnotations => self.setup_annotations(),
            Slow::ClassLookup => self.class_lookup(extra),
            Slow::DelName => self.delete_name(extra),
            Slow::UnpackList => {
                self.ask_prelude(Prelude::UnpackList, &[lhs, Value::small(extra as i32)])
            }
            Slow::LeaveRing => {
                let kept = (extra & 1 != 0).then_some(b(insn) & 0x7f);
                self.leave_ring(extra >> 1, kept);
                self.pc += 4;
                Ok(())
            }
        }
    }

    /// A function of the prelude that only code asks for.
    fn support(&mut self, lhs: Value, rhs: Value, number: u32) -> Result<(), Exit> {
        let Some(&which) = SUPPORT.get(number as usize) else {
            return Err(raise::system_error(&mut self.cx, &[S("unknown rare operation")]));
        };
        let takes_two = matches!(which, Prelude::StarMatch | Prelude::StarNote);
        self.check_operands(lhs, if takes_two { rhs } else { lhs })?;
        let args = [lhs, rhs];
        self.ask_prelude(which, if takes_two { &args } else { &args[..1] })
    }

    fn ask_prelude(&mut self, which: Prelude, args: &[Value]) -> Result<(), Exit> {
        let callee = prelude::function(&self.cx, which);
        self.push(callee, args, action::BY_OP)
    }

    /// The kind of builtin object that a value is, or that its class derives from.
    fn base_kind(&self, value: Value) -> u8 {
        class::payload_kind(&self.cx, self.cx.type_of(value))
    }

    /// Is a value of a class that has no builtin base, and may be a sequence or mapping all the same?
    fn may_be_registered(&self, value: Value) -> bool {
        matches!(self.cx.kind_of(value), kind::INSTANCE | kind::INSTANCE_X)
            && self.base_kind(value) == 0
    }

    fn match_sequence(&mut self, value: Value, extra: u32) -> Result<(), Exit> {
        if self.may_be_registered(value) {
            let wanted = Value::small((extra >> 1) as i32);
            let args = [value, wanted, Value::bool(extra & 1 != 0)];
            return self.ask_prelude(Prelude::MatchSequence, &args);
        }
        let plain = self.unwrapped(value);
        let is_sequence = matches!(self.base_kind(value), kind::LIST | kind::TUPLE)
            || self.is_kind(value, kind::RANGE)
            || self.is_kind(value, kind::MEMORYVIEW);
        let count = if is_sequence { len::of(&self.cx, plain) } else { None };
        let wanted = extra >> 1;
        let result = count
            .is_some_and(|count| if extra & 1 != 0 { count >= wanted } else { count == wanted });
        self.complete(Value::bool(result))
    }

    fn match_mapping(&mut self, value: Value, extra: u32) -> Result<(), Exit> {
        if self.may_be_registered(value) {
            let args = [value, Value::small(extra as i32)];
            return self.ask_prelude(Prelude::MatchMapping, &args);
        }
        let plain = self.unwrapped(value);
        let result = self
            .cx
            .as_kind(plain, kind::DICT)
            .is_some_and(|mapping| dict::len(&self.cx, mapping) >= extra);
        self.complete(Value::bool(result))
    }

    fn far_new(&mut self, count: u32) -> Result<(), Exit> {
        let made = list::with_room(&mut self.cx, count)?;
        for _ in 0..count {
            if let Err(error) = list::push(&mut self.cx, made, Value::UNBOUND) {
                self.cx.heap.dec_ref(made);
                return Err(error.into());
            }
        }
        self.complete(made.value())
    }

    /// The registers from `first` on become the start of the list.
    fn far_params(&mut self, first: u32, count: u32) -> Result<(), Exit> {
        let made = list::with_room(&mut self.cx, count)?;
        let n_regs = self.cx.heap.space.load(self.code + 4) & 0xff;
        for register in first..first + count {
            let value = if register < n_regs { self.take(register) } else { Value::UNBOUND };
            if let Err(error) = list::push(&mut self.cx, made, value) {
                self.cx.heap.dec(value);
                self.cx.heap.dec_ref(made);
                return Err(error.into());
            }
        }
        self.complete(made.value())
    }

    fn far_delete(&mut self, index: u32) -> Result<(), Exit> {
        let held = self.far_list()?;
        if list::item(&self.cx, held, index).is_unbound() {
            return Err(self.unbound_far(index));
        }
        list::set_item(&mut self.cx, held, index, Value::UNBOUND);
        self.pc += 4;
        Ok(())
    }

    fn setup_annotations(&mut self) -> Result<(), Exit> {
        let globals = self.globals();
        if dict::get_interned(&self.cx, globals, names::ANNOTATIONS).is_none() {
            let made = dict::new(&mut self.cx)?;
            let set = dict::set_interned(&mut self.cx, globals, names::ANNOTATIONS, made.value());
            set.inspect_err(|_| self.cx.heap.dec_ref(made))?;
        }
        self.pc += 4;
        Ok(())
    }

    fn class_lookup(&mut self, index: u32) -> Outcome<()> {
        let name = self.konst(index);
        let found = self
            .cx
            .as_kind(self.reg(0), kind::DICT)
            .and_then(|names| dict::get_interned(&self.cx, names, name));
        let value = self.cx.heap.share(found.unwrap_or(Value::UNBOUND));
        self.complete(value)
    }

    fn delete_name(&mut self, index: u32) -> Outcome<()> {
        let name = self.konst(index);
        let done = match self.cx.as_kind(self.reg(0), kind::DICT) {
            Some(names) => dict::delete_interned(&mut self.cx, names, name),
            None => false,
        };
        if !done {
            return Err(raise::name_error(
                &mut self.cx,
                &[S("name '"), V(name), S("' is not defined")],
            ));
        }
        self.pc += 4;
        Ok(())
    }
}
