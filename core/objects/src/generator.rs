//! Generators: a heap frame that is also an object.
//!
//! ```text
//! GENERATOR or FRAME, 4 words + registers
//!  +0 header
//!  +4 link: the frame to return to (reference or window position, see vm/frame.rs), 0 when suspended;
//!     the function when finished
//!  +8 function (0: finished)
//!  +12 return word: small int of pc << 12 | registers << 4 | action
//!  +16 registers
//! ```
//!
//! Not here: running them (crate `vm`).

use crate::cx::Cx;
use crate::{function, types};
use threadsnake_heap::header::FLAG1;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_image::layout::code;
use threadsnake_image::op::Op;

/// Words of a `GENERATOR` or `FRAME`.
#[allow(missing_docs, reason = "drawn above")]
pub mod word {
    pub const LINK: u32 = 1;
    pub const FUNCTION: u32 = 2;
    pub const RETURN: u32 = 3;
    pub const REGISTERS: u32 = 4;
}

/// The function a generator runs, or nil when it has finished.
pub fn function_of(cx: &Cx, generator: Ref) -> Ref {
    Ref(cx.heap.space.word(generator, word::FUNCTION))
}

/// The function a generator runs or ran, or nil.
pub fn made_by(cx: &Cx, generator: Ref) -> Ref {
    let running = function_of(cx, generator);
    if !running.is_nil() {
        return running;
    }
    let link = cx.heap.space.value(generator, word::LINK);
    cx.as_kind(link, kind::FUNCTION).unwrap_or(Ref::NIL)
}

/// Has nothing of a generator run yet?
pub fn is_fresh(cx: &Cx, generator: Ref) -> bool {
    let space = &cx.heap.space;
    !function_of(cx, generator).is_nil()
        && space.word(generator, word::LINK) == 0
        && place(cx, generator) == 0
}

/// Number of the instruction at which a suspended generator goes on.
fn place(cx: &Cx, generator: Ref) -> u32 {
    const SHIFT: u32 = 13;
    const MASK: u32 = 0x3_ffff;
    cx.heap.space.word(generator, word::RETURN) >> SHIFT & MASK
}

/// Does a generator wait at a `yield`?
pub fn is_suspended(cx: &Cx, generator: Ref) -> bool {
    let space = &cx.heap.space;
    !function_of(cx, generator).is_nil()
        && space.word(generator, word::LINK) == 0
        && place(cx, generator) != 0
}

/// What a suspended generator delegates to (borrowed), unbound when it waits at a `yield` of its own.
pub fn delegate(cx: &Cx, generator: Ref) -> Value {
    const REGISTER: u32 = 0x7f;
    if !is_suspended(cx, generator) {
        return Value::UNBOUND;
    }
    let code = function::code_of(cx, function_of(cx, generator));
    let instruction = cx.heap.space.load(code.0 + code::WORDS + place(cx, generator) * 4);
    if instruction as u8 != Op::Delegate as u8 {
        return Value::UNBOUND;
    }
    cx.heap.space.value(generator, word::REGISTERS + (instruction >> 16 & REGISTER))
}

/// Ends a generator of which nothing has run.
pub fn discard(cx: &mut Cx, generator: Ref) {
    let func = function_of(cx, generator);
    cx.heap.space.set_word(generator, word::FUNCTION, 0);
    cx.heap.space.set_word(generator, word::LINK, func.0);
    let header = cx.heap.space.load(generator.0);
    cx.heap.space.store(generator.0, header & !FLAG1);
    for register in word::REGISTERS..cx.heap.size_words(generator) {
        let held = cx.heap.space.value(generator, register);
        cx.heap.space.set_word(generator, register, 0);
        cx.heap.dec(held);
    }
}

/// Flags of the code a generator runs or ran.
pub fn flags(cx: &Cx, generator: Ref) -> u8 {
    let function = made_by(cx, generator);
    if function.is_nil() { 0 } else { crate::code::flags(cx, function::code_of(cx, function)) }
}

/// Can it be iterated over, other than coroutines and asynchronous generators?
pub fn is_iterator(cx: &Cx, generator: Ref) -> bool {
    flags(cx, generator) & code::COROUTINE == 0
}

/// Types of generators whose code has their name.
const TYPED: [Ref; 7] = [
    types::MAP,
    types::FILTER,
    types::ZIP,
    types::ENUMERATE,
    types::REVERSED,
    types::ASYNC_SEND,
    types::ASYNC_THROW,
];

/// The type of a generator: `generator`, or the builtin iterator type that its code stands for.
pub fn class_of(cx: &Cx, generator: Ref) -> Ref {
    let function = made_by(cx, generator);
    if function.is_nil() {
        return types::GENERATOR;
    }
    let code = function::code_of(cx, function);
    let flags = crate::code::flags(cx, code);
    if flags & (code::TYPED | code::COROUTINE) == 0 {
        return types::GENERATOR;
    }
    if flags & code::COROUTINE != 0 {
        let is_generator = flags & code::GENERATOR != 0;
        return if is_generator { types::ASYNC_GENERATOR } else { types::COROUTINE };
    }
    let name = Value(cx.heap.space.load(code.0 + code::NAME));
    TYPED
        .into_iter()
        .find(|&class| crate::class::name(cx, class) == name)
        .unwrap_or(types::GENERATOR)
}
