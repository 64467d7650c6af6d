//! Loops and iterators: preparing, stepping.
//!
//! The state of a loop is a pair of registers. Lists, tuples, strings and ranges need no iterator: the
//! pair holds the object and an index (a small range: its stop and the next number). Otherwise the first
//! register holds the iterator and the second is unbound.
//!
//! Not here: iterators of builtin objects (objects/iter.rs), generators (generator.rs).

use crate::Vm;
use crate::frame::action;
use crate::hot::{a, b};
use threadsnake_heap::{Value, kind};
use threadsnake_objects::cx::{Exit, Outcome};
use threadsnake_objects::iter::{self, Next};
use threadsnake_objects::prelude::{self, Prelude};
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{class, generator, names};

impl Vm<'_> {
    pub(crate) fn iter_prep(&mut self, insn: u32) -> Outcome<()> {
        let source = self.peek(b(insn));
        self.check_operands(source, source)?;
        match self.cx.kind_of(source) {
            kind::LIST | kind::TUPLE | kind::STR => {
                let source = self.operand(b(insn));
                self.start_loop(insn, source, Value::small(0));
                return Ok(());
            }
            kind::GENERATOR if self.iterates(source) => {
                let source = self.operand(b(insn));
                self.start_loop(insn, source, Value::UNBOUND);
                return Ok(());
            }
            _ => {}
        }
        match iter::of(&mut self.cx, source)? {
            Some(iterator) => {
                self.drop_operands(insn);
                self.start_loop(insn, iterator, Value::UNBOUND);
                Ok(())
            }
            None => self.ask_iter(source),
        }
    }

    /// Is a generator an iterator, other than a coroutine?
    fn iterates(&self, source: Value) -> bool {
        generator::is_iterator(&self.cx, source.as_ref())
    }

    fn start_loop(&mut self, insn: u32, source: Value, place: Value) {
        self.set(a(insn), source);
        self.set(a(insn) + 1, place);
    }

    /// `__iter__` of a user's class, or iteration by `__getitem__`.
    fn ask_iter(&mut self, source: Value) -> Outcome<()> {
        let own = self.cx.type_of(source);
        match class::lookup(&self.cx, own, names::ITER) {
            Some(method)
                if self.is_kind(method, kind::NATIVE) || self.is_kind(method, kind::FUNCTION) =>
            {
                self.push(method, &[source], action::BY_OP)
            }
            Some(method) if method != Value::NONE => {
                let callee = prelude::function(&self.cx, Prelude::Iter);
                self.push(callee, &[source], action::BY_OP)
            }
            None if class::lookup(&self.cx, own, names::GETITEM).is_some() => {
                let callee = prelude::function(&self.cx, Prelude::Iter);
                self.push(callee, &[source], action::BY_OP)
            }
            _ => Err(raise::type_error(
                &mut self.cx,
                &[S("'"), T(source), S("' object is not iterable")],
            )),
        }
    }

    /// `__iter__` has returned this (owned); an error, and it is dropped, when it is no iterator.
    pub(crate) fn check_iterator(&mut self, value: Value) -> Outcome<()> {
        let is_iterator = match self.cx.kind_of(value) {
            kind::ITER | kind::GENERATOR => true,
            _ => class::lookup(&self.cx, self.cx.type_of(value), names::NEXT).is_some(),
        };
        if is_iterator {
            return Ok(());
        }
        let message = [S("iter() returned non-iterator of type '"), T(value), S("'")];
        let exit = raise::type_error(&mut self.cx, &message);
        self.cx.heap.dec(value);
        Err(exit)
    }

    pub(crate) fn get_iter(&mut self, insn: u32) -> Outcome<()> {
        let source = self.peek(b(insn));
        self.check_operands(source, source)?;
        if self.code < self.cx.rom.len && self.is_kind(source, kind::GENERATOR) {
            // The prelude delegates to coroutines as well.
            let source = self.cx.heap.share(source);
            return self.complete(source);
        }
        match iter::of(&mut self.cx, source)? {
            Some(iterator) => self.complete(iterator),
            None => self.ask_iter(source),
        }
    }

    pub(crate) fn for_iter(&mut self, insn: u32) -> Outcome<()> {
        let base = b(insn);
        let (source, place) = (self.reg(base), self.reg(base + 1));
        if place.is_small() {
            return self.step_pair(insn, source, place);
        }
        let Some(iterator) = source.object_ref() else {
            return Err(raise::system_error(&mut self.cx, &[S("a loop without an iterator")]));
        };
        match self.cx.heap.kind(iterator) {
            kind::GENERATOR => self.resume(iterator, Value::NONE),
            kind::ITER => match iter::next(&mut self.cx, iterator)? {
                Next::Item(item) => {
                    self.set(a(insn), item);
                    self.branch(true);
                    Ok(())
                }
                Next::End => {
                    self.end_loop(base);
                    Ok(())
                }
                Next::NeedsCall => self.step_by_method(iterator.value()),
            },
            _ => self.step_by_method(iterator.value()),
        }
    }

    /// A loop over a list, tuple, str or small range.
    fn step_pair(&mut self, insn: u32, source: Value, place: Value) -> Outcome<()> {
        let base = b(insn);
        if source.is_small() {
            if place.as_small() < source.as_small() {
                self.put(base + 1, Value::small(place.as_small() + 1));
                self.set(a(insn), place);
                self.branch(true);
            } else {
                self.end_loop(base);
            }
            return Ok(());
        }
        let Some(object) = source.object_ref() else {
            self.end_loop(base);
            return Ok(());
        };
        match iter::pair_next(&mut self.cx, object, place.as_small() as u32)? {
            Some((item, next)) => {
                self.put(base + 1, Value::small(next as i32));
                self.set(a(insn), item);
                self.branch(true);
            }
            None => self.end_loop(base),
        }
        Ok(())
    }

    fn end_loop(&mut self, base: u32) {
        self.set(base, Value::UNBOUND);
        self.set(base + 1, Value::UNBOUND);
        self.branch(false);
    }

    /// `__next__` of a user's iterator.
    fn step_by_method(&mut self, iterator: Value) -> Result<(), Exit> {
        let own = self.cx.type_of(iterator);
        match class::lookup(&self.cx, own, names::NEXT) {
            Some(method) => {
                let pushed = self.push(method, &[iterator], action::BY_OP);
                self.end_on_stop(pushed)
            }
            None => Err(raise::type_error(
                &mut self.cx,
                &[S("'"), T(iterator), S("' object is not an iterator")],
            )),
        }
    }

    /// A native `__next__` may have raised StopIteration at once: the loop ends.
    fn end_on_stop(&mut self, pushed: Result<(), Exit>) -> Result<(), Exit> {
        if pushed == Err(Exit::Raise)
            && !self.cx.raised.is_unbound()
            && self.raised_is(threadsnake_objects::types::STOP_ITERATION)
        {
            let raised = self.cx.take_raised();
            self.cx.heap.dec(raised);
            let base = b(self.last_insn());
            self.end_loop(base);
            return Ok(());
        }
        pushed
    }
}
