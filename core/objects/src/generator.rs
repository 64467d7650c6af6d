//! Generators: a heap frame that is also an object.
//!
//! ```text
//! GENERATOR or FRAME, 4 words + registers
//!  +0 header
//!  +4 link: the frame to return to (reference or window position, see vm/frame.rs), 0 when suspended
//!  +8 function (0: finished)
//!  +12 return word: small int of pc << 12 | registers << 4 | action
//!  +16 registers
//! ```
//!
//! Not here: running them (crate `vm`).

use crate::cx::Cx;
use crate::{function, types};
use threadsnake_heap::{Ref, Value};
use threadsnake_image::layout::code;

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

/// The type of a generator: `generator`, or the builtin iterator type that its code stands for.
pub fn class_of(cx: &Cx, generator: Ref) -> Ref {
    let function = function_of(cx, generator);
    if function.is_nil() {
        return types::GENERATOR;
    }
    let code = function::code_of(cx, function);
    let flags = cx.heap.space.load(code.0 + code::SIZES) >> 24;
    if flags & u32::from(code::TYPED) == 0 {
        return types::GENERATOR;
    }
    let name = Value(cx.heap.space.load(code.0 + code::NAME));
    [types::MAP, types::FILTER, types::ZIP, types::ENUMERATE, types::REVERSED]
        .into_iter()
        .find(|&class| crate::class::name(cx, class) == name)
        .unwrap_or(types::GENERATOR)
}
