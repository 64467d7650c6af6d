//! Generators: starting, resuming, suspending, delegating.
//!
//! A suspended generator keeps its own pc in its return word and has no link. While it runs, link and
//! return word lead to whoever resumed it, like any heap frame's, and the machine holds a reference.
//! What a yielded value means is up to the instruction that resumed it: `ForIter` stores and jumps, a
//! call stores, `Delegate` yields it on.
//!
//! Not here: making generators (call.rs), their methods (crate `natives`).

use crate::Vm;
use crate::dispatch::op_of;
use crate::frame::{self, FAR, HEAP_BYTES, action};
use crate::hot::{a, b, c};
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_image::layout::code;
use threadsnake_image::op::Op;
use threadsnake_objects::cx::Exit;
use threadsnake_objects::generator::{self as objects, word};
use threadsnake_objects::prelude::{self, Prelude};
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{class, exception, types};

/// Where a generator that is not running stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Nothing of it has run yet.
    Fresh,
    /// It waits at a yield.
    Suspended,
    /// It is being run.
    Running,
    /// It is over.
    Finished,
}

/// Flags of an asynchronous generator's code.
const ASYNC: u8 = code::GENERATOR | code::COROUTINE;

/// What messages call generators of code with these flags.
fn noun_of(flags: u8) -> &'static str {
    match flags & ASYNC {
        code::COROUTINE => "coroutine",
        ASYNC => "async generator",
        _ => "generator",
    }
}

impl Vm<'_> {
    /// What a generator is about to be used as. One that waits to be closed does so no longer: the word that links it
    /// into the queue is the one that links running generators.
    pub(crate) fn standing(&mut self, generator: Ref) -> Standing {
        if self.cx.heap.has_finalizers() {
            self.cx.heap.unqueue(generator);
        }
        let space = &self.cx.heap.space;
        if space.word(generator, word::FUNCTION) == 0 {
            Standing::Finished
        } else if space.word(generator, word::LINK) != 0 {
            Standing::Running
        } else if frame::pc(space.word(generator, word::RETURN)) == 0 {
            Standing::Fresh
        } else {
            Standing::Suspended
        }
    }

    /// What messages call a generator.
    fn noun(&self, generator: Ref) -> &'static str {
        noun_of(objects::flags(&self.cx, generator))
    }

    /// `Await`: the iterator of an awaitable, a coroutine being its own.
    pub(crate) fn await_value(&mut self, insn: u32) -> Result<(), Exit> {
        let source = self.peek(b(insn));
        self.check_operands(source, source)?;
        let own = self.cx.type_of(source);
        if !matches!(own, types::COROUTINE | types::ASYNC_SEND | types::ASYNC_THROW) {
            let callee = prelude::function(&self.cx, Prelude::Await);
            return self.push(callee, &[source], action::BY_OP);
        }
        if own == types::COROUTINE && !objects::delegate(&self.cx, source.as_ref()).is_unbound() {
            let text = "coroutine is being awaited already";
            return Err(raise::runtime_error(&mut self.cx, &[S(text)]));
        }
        let source = self.cx.heap.share(source);
        self.complete(source)
    }

    /// Makes a suspended generator the running frame; what it yields completes the last instruction.
    fn switch_to(&mut self, generator: Ref) {
        let here = self.link_here();
        let top = self.window_top();
        let back = self.pc_index();
        let was = self.cx.heap.space.word(generator, word::RETURN);
        let registers = frame::delta(was);
        self.cx.heap.inc_ref(generator);
        let space = &mut self.cx.heap.space;
        space.set_word(generator, word::LINK, here);
        space.set_word(generator, word::RETURN, frame::pack(back, registers, action::BY_OP) | FAR);
        self.top = top;
        self.fp = generator.0 + HEAP_BYTES;
        let code = self.code_of(self.function_at(self.fp));
        self.set_position(code, frame::pc(was));
    }

    /// Resumes a generator with an owned value.
    pub(crate) fn resume(&mut self, generator: Ref, value: Value) -> Result<(), Exit> {
        match self.standing(generator) {
            Standing::Fresh if value != Value::NONE => {
                // In damaged code the value may be all that holds the generator.
                let noun = self.noun(generator);
                self.cx.heap.dec(value);
                Err(raise::type_error(
                    &mut self.cx,
                    &[S("can't send non-None value to a just-started "), S(noun)],
                ))
            }
            Standing::Fresh => {
                self.switch_to(generator);
                Ok(())
            }
            Standing::Suspended => {
                self.switch_to(generator);
                self.receive(value);
                Ok(())
            }
            Standing::Running => {
                let exit = self.already_runs(generator);
                self.cx.heap.dec(value);
                Err(exit)
            }
            Standing::Finished => {
                let reuse = self.check_reuse(generator);
                self.cx.heap.dec(value);
                reuse?;
                self.generator_ended(Value::NONE)
            }
        }
    }

    fn already_runs(&mut self, generator: Ref) -> Exit {
        let noun = self.noun(generator);
        raise::value_error(&mut self.cx, &[S(noun), S(" already executing")])
    }

    /// A coroutine runs once.
    fn check_reuse(&mut self, generator: Ref) -> Result<(), Exit> {
        if self.cx.type_of(generator.value()) != types::COROUTINE {
            return Ok(());
        }
        let text = "cannot reuse already awaited coroutine";
        Err(raise::runtime_error(&mut self.cx, &[S(text)]))
    }

    /// Gives a resumed generator what was sent.
    fn receive(&mut self, value: Value) {
        let insn = self.last_insn();
        if op_of(insn) == Op::Yield {
            self.set(a(insn), value);
        } else {
            // It waits in front of a `Delegate`, which takes the value from its register.
            let next = self.word();
            self.set(c(next) & 0x7f, value);
        }
    }

    /// `Yield`: suspends the running generator.
    pub(crate) fn yield_value(&mut self, value: Value) -> Result<(), Exit> {
        let at = self.pc_index();
        self.suspend(value, at)
    }

    /// A delegate yielded: the delegating generator is suspended in front of its `Delegate`.
    pub(crate) fn yield_from_here(&mut self, value: Value) -> Result<(), Exit> {
        let at = self.pc_index() - 1;
        self.suspend(value, at)
    }

    fn suspend(&mut self, value: Value, at: u32) -> Result<(), Exit> {
        if !self.runs_generator() {
            self.cx.heap.dec(value);
            return Err(raise::system_error(&mut self.cx, &[S("yield outside a generator")]));
        }
        let generator = self.heap_frame();
        let space = &mut self.cx.heap.space;
        let link = space.word(generator, word::LINK);
        let return_word = space.word(generator, word::RETURN);
        space.set_word(generator, word::LINK, 0);
        space.set_word(
            generator,
            word::RETURN,
            frame::pack(at, frame::delta(return_word), 0) | FAR,
        );
        self.follow(link, return_word);
        self.cx.heap.dec_ref(generator);
        self.complete(value)
    }

    /// The running generator returns an owned value.
    pub(crate) fn finish_generator(&mut self, value: Value) -> Result<(), Exit> {
        self.clear_registers(0, self.registers_of(Ref(self.code)));
        let (link, return_word) = self.end_generator();
        self.follow(link, return_word);
        self.generator_ended(value)
    }

    /// Marks the running generator as finished and drops it; answers who resumed it.
    pub(crate) fn end_generator(&mut self) -> (u32, u32) {
        let generator = self.heap_frame();
        let function = self.function_at(self.fp);
        let space = &mut self.cx.heap.space;
        let link = space.word(generator, word::LINK);
        let return_word = space.word(generator, word::RETURN);
        // The name of a generator that is over can still be asked for.
        space.set_word(generator, word::LINK, function.0);
        space.set_word(generator, word::FUNCTION, 0);
        let header = space.load(generator.0);
        // Nothing is left to be closed.
        space.store(generator.0, header & !threadsnake_heap::header::FLAG1);
        self.code = 0;
        self.cx.heap.dec_ref(generator);
        (link, return_word)
    }

    /// A generator has ended with an owned value: what the waiting instruction makes of it.
    fn generator_ended(&mut self, value: Value) -> Result<(), Exit> {
        let insn = self.last_insn();
        match op_of(insn) {
            Op::ForIter => {
                self.cx.heap.dec(value);
                self.set(b(insn), Value::UNBOUND);
                self.set(b(insn) + 1, Value::UNBOUND);
                self.branch(false);
                Ok(())
            }
            Op::Delegate => {
                self.finish_delegate(insn, value);
                Ok(())
            }
            _ => Err(raise::stop_iteration(&mut self.cx, value)),
        }
    }

    /// `yield from` has its result.
    pub(crate) fn finish_delegate(&mut self, insn: u32, value: Value) {
        self.set(b(insn), Value::UNBOUND);
        self.set(c(insn) & 0x7f, Value::UNBOUND);
        self.set(a(insn), value);
    }

    /// `Delegate`: gives what was sent to the iterator delegated to.
    pub(crate) fn delegate(&mut self, insn: u32) -> Result<(), Exit> {
        let iterator = self.reg(b(insn));
        let sent = self.take(c(insn) & 0x7f);
        let sent = if sent.is_unbound() { Value::NONE } else { sent };
        if let Some(generator) = self.cx.as_kind(iterator, kind::GENERATOR) {
            return self.resume(generator, sent);
        }
        let callee = prelude::function(&self.cx, Prelude::DelegateStep);
        let pushed = self.push(callee, &[iterator, sent], action::BY_OP);
        self.cx.heap.dec(sent);
        pushed
    }

    /// Resumes a generator with an exception (owned).
    pub(crate) fn throw_into(&mut self, generator: Ref, raised: Value) -> Result<(), Exit> {
        match self.standing(generator) {
            Standing::Running => {
                self.cx.heap.dec(raised);
                return Err(self.already_runs(generator));
            }
            Standing::Finished => {
                if let Err(exit) = self.check_reuse(generator) {
                    self.cx.heap.dec(raised);
                    return Err(exit);
                }
                return Err(raise::set(&mut self.cx, raised));
            }
            Standing::Fresh => {
                self.switch_to(generator);
                // So that the place of the exception is the definition, not before it.
                self.pc += 4;
                return Err(raise::set(&mut self.cx, raised));
            }
            Standing::Suspended => self.switch_to(generator),
        }
        self.throw_deeper(raised)
    }

    /// The exception goes to the innermost generator delegated to.
    fn throw_deeper(&mut self, raised: Value) -> Result<(), Exit> {
        loop {
            if op_of(self.last_insn()) == Op::Yield {
                return Err(raise::set(&mut self.cx, raised));
            }
            // In front of a `Delegate`: step over it, so that what comes back completes it.
            self.pc += 4;
            let insn = self.last_insn();
            let iterator = self.reg(b(insn));
            let inner = self.cx.as_kind(iterator, kind::GENERATOR);
            match inner {
                Some(inner)
                    if self.standing(inner) == Standing::Suspended && !self.is_exit(raised) =>
                {
                    self.switch_to(inner);
                }
                Some(inner) if self.standing(inner) != Standing::Suspended => {
                    return Err(raise::set(&mut self.cx, raised));
                }
                _ => {
                    let callee = prelude::function(&self.cx, Prelude::DelegateThrow);
                    let pushed = self.push(callee, &[iterator, raised], action::BY_OP);
                    self.cx.heap.dec(raised);
                    return pushed;
                }
            }
        }
    }

    /// Is an exception a `GeneratorExit`, which closes what is delegated to?
    fn is_exit(&self, raised: Value) -> bool {
        class::is_subclass(&self.cx, self.cx.type_of(raised), types::GENERATOR_EXIT)
    }

    /// PEP 479: StopIteration must not leave a generator.
    pub(crate) fn convert_stop_iteration(&mut self, flags: u8) {
        let is_async = flags & ASYNC == ASYNC;
        let name = if self.raised_is(types::STOP_ITERATION) {
            "StopIteration"
        } else if is_async && self.raised_is(types::STOP_ASYNC_ITERATION) {
            "StopAsyncIteration"
        } else {
            return;
        };
        let cause = self.cx.take_raised();
        raise::runtime_error(&mut self.cx, &[S(noun_of(flags)), S(" raised "), S(name)]);
        self.make_raised();
        if let Some(object) = self.cx.raised.object_ref() {
            self.cx.heap.inc(cause);
            exception::set(&mut self.cx, object, exception::slot::CAUSE, cause);
            exception::set(&mut self.cx, object, exception::slot::CONTEXT, cause);
        } else {
            self.cx.heap.dec(cause);
        }
    }
}
