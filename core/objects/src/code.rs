//! `code`: compiled functions, read in place from the image they came in.
//!
//! Not here: the layout (crate `image`), running them (crate `vm`).

use crate::cx::Cx;
use crate::tuple;
use threadsnake_heap::{Ref, Value};
use threadsnake_image::layout::{code, info};
use threadsnake_image::lines;

/// How many parameters there are of each sort.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Parameters {
    /// Positional ones, positional-only included.
    pub positional: u32,
    /// Positional-only ones.
    pub positional_only: u32,
    /// Keyword-only ones.
    pub keyword_only: u32,
    /// Captured variables.
    pub captured: u32,
}

/// The parameters of a code object.
pub fn parameters(cx: &Cx, object: Ref) -> Parameters {
    let word = cx.heap.space.load(object.0 + code::ARGS);
    Parameters {
        positional: word & 0xff,
        positional_only: word >> 8 & 0xff,
        keyword_only: word >> 16 & 0xff,
        captured: word >> 24,
    }
}

/// Flags of a code object, as in the image.
pub fn flags(cx: &Cx, object: Ref) -> u8 {
    (cx.heap.space.load(object.0 + code::SIZES) >> 24) as u8
}

/// Does it take a tuple of further arguments?
pub fn has_varargs(cx: &Cx, object: Ref) -> bool {
    flags(cx, object) & code::VARARGS != 0
}

/// Does it take a dict of further keywords?
pub fn has_varkw(cx: &Cx, object: Ref) -> bool {
    flags(cx, object) & code::VARKW != 0
}

/// Does calling it make a generator?
pub fn is_generator(cx: &Cx, object: Ref) -> bool {
    flags(cx, object) & code::GENERATOR != 0
}

/// Does calling it make a coroutine?
pub fn is_coroutine(cx: &Cx, object: Ref) -> bool {
    flags(cx, object) & code::COROUTINE != 0
}

/// Number of registers.
pub fn registers(cx: &Cx, object: Ref) -> u32 {
    cx.heap.space.load(object.0 + code::SIZES) & 0xff
}

/// Constants of the code (borrowed), in order.
pub fn constant(cx: &Cx, object: Ref, index: u32) -> Option<Value> {
    let count = cx.heap.space.load(object.0 + code::SIZES) >> 8 & 0xffff;
    (index < count).then(|| Value(cx.heap.space.load(object.0 - 4 * (index + 1))))
}

fn field(cx: &Cx, object: Ref, byte: u32) -> Value {
    Value(cx.heap.space.load(cx.heap.space.load(object.0 + code::INFO) + byte))
}

/// Its name (str, borrowed).
pub fn name(cx: &Cx, object: Ref) -> Value {
    Value(cx.heap.space.load(object.0 + code::NAME))
}

/// Its qualified name (str, borrowed).
pub fn qualname(cx: &Cx, object: Ref) -> Value {
    Value(cx.heap.space.load(object.0 + code::QUALNAME))
}

/// Names of its local variables, parameters first (tuple).
pub fn varnames(cx: &Cx, object: Ref) -> Ref {
    field(cx, object, info::VARNAMES).as_ref()
}

/// Names of the variables it captures (tuple).
pub fn freevars(cx: &Cx, object: Ref) -> Ref {
    field(cx, object, info::FREEVARS).as_ref()
}

/// Names of its variables that inner functions capture, None for others (tuple).
pub fn cells(cx: &Cx, object: Ref) -> Ref {
    field(cx, object, info::CELLS).as_ref()
}

/// Its docstring, or None (borrowed).
pub fn doc(cx: &Cx, object: Ref) -> Value {
    field(cx, object, info::DOC)
}

/// The name of its file (str, borrowed).
pub fn filename(cx: &Cx, object: Ref) -> Value {
    field(cx, object, info::FILENAME)
}

/// The line it begins at.
pub fn first_line(cx: &Cx, object: Ref) -> u32 {
    field(cx, object, info::FIRST_LINE).0
}

/// The line of an instruction; the first line when there is no line table.
pub fn line(cx: &Cx, object: Ref, pc: u32) -> u32 {
    let details = cx.heap.space.load(object.0 + code::INFO);
    let start = details + cx.heap.space.load(details + info::LINES);
    let len = cx.heap.space.load(details + info::LINES_LEN);
    let first = first_line(cx, object);
    lines::find(cx.heap.space.bytes(start, len), first, pc).map_or(first, |location| location.line)
}

/// The name of a parameter or other local variable (borrowed).
pub fn local_name(cx: &Cx, object: Ref, register: u32) -> Value {
    tuple::item(cx, varnames(cx, object), register)
}
