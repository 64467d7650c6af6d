//! `code`: compiled functions, read in place from the image they came in.
//!
//! Not here: the layout (crate `image`), running them (crate `vm`).

use crate::cx::{Cx, Exit};
use crate::{names, statics, str, tuple};
use threadsnake_heap::{Ref, Value, WORD};
use threadsnake_image::layout::{self, code, info};
use threadsnake_image::lines::{self, Location};
use threadsnake_image::op::Op;

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

/// The name in the next instruction that has one, from a place on that is moved behind it (borrowed).
pub fn next_name(cx: &Cx, object: Ref, place: &mut u32) -> Option<Value> {
    let count = cx.heap.space.load(object.0 + code::N_WORDS);
    let mut high = 0;
    while *place < count {
        let word = cx.heap.space.load(object.0 + code::WORDS + *place * WORD);
        *place += 1;
        let index = match NAMING.iter().find(|&&(op, _)| op as u8 == word as u8) {
            Some((_, Field::X)) => word >> 16,
            Some((_, Field::A)) => high << 8 | word >> 8 & 0xff,
            Some((_, Field::C)) => high << 8 | word >> 24,
            None => {
                high = if word as u8 == Op::Ext as u8 { word >> 8 } else { 0 };
                continue;
            }
        };
        return constant(cx, object, index);
    }
    None
}

/// Where an instruction has the number of its constant.
#[derive(Clone, Copy)]
enum Field {
    A,
    C,
    X,
}

/// Instructions whose constant is a name.
const NAMING: [(Op, Field); 12] = [
    (Op::LoadGlobal, Field::X),
    (Op::StoreGlobal, Field::X),
    (Op::DelGlobal, Field::X),
    (Op::NameGet, Field::X),
    (Op::GetAttr, Field::C),
    (Op::SetAttr, Field::A),
    (Op::DelAttr, Field::A),
    (Op::CallAttr, Field::C),
    (Op::LoadMethod, Field::C),
    (Op::CallSuper, Field::C),
    (Op::Import, Field::X),
    (Op::ImportFrom, Field::C),
];

/// Where the details of a code object lie, and their shape.
fn details(cx: &Cx, object: Ref) -> (u32, u32) {
    let details = cx.heap.space.load(object.0 + code::INFO);
    (details, cx.heap.space.load(details + info::SHAPE))
}

/// A field of the details, when they have it.
fn field(cx: &Cx, object: Ref, field: u32) -> Option<Value> {
    let (details, shape) = details(cx, object);
    Some(Value(cx.heap.space.load(details + info::place(shape, field)?)))
}

/// A tuple of the details.
fn tuple_of(cx: &Cx, object: Ref, which: u32) -> Ref {
    field(cx, object, which).unwrap_or(statics::EMPTY_TUPLE).as_ref()
}

/// Its name (str, borrowed).
pub fn name(cx: &Cx, object: Ref) -> Value {
    Value(cx.heap.space.load(object.0 + code::NAME))
}

/// Its qualified name in three pieces (str, borrowed), of which the first two may be empty.
pub fn qualname(cx: &Cx, object: Ref) -> [Value; 3] {
    let word = cx.heap.space.load(object.0 + code::QUALNAME);
    match word & 1 {
        0 => whole(Value(word)),
        _ => [Value(word - 1), statics::char_str(b'.'), name(cx, object)],
    }
}

/// A name in one piece.
pub fn whole(name: Value) -> [Value; 3] {
    [names::EMPTY, names::EMPTY, name]
}

/// Pieces of a name as one string (owned).
pub fn joined(cx: &mut Cx, pieces: [Value; 3]) -> Result<Value, Exit> {
    if pieces[0] == names::EMPTY {
        return Ok(cx.heap.share(pieces[2]));
    }
    str::build(cx, 0, |cx, text| {
        pieces.into_iter().try_for_each(|piece| Ok(text.push_str(cx, piece)?))
    })
}

/// Names of its local variables, parameters first (tuple).
pub fn varnames(cx: &Cx, object: Ref) -> Ref {
    tuple_of(cx, object, info::VARNAMES)
}

/// Names of the variables it captures (tuple).
pub fn freevars(cx: &Cx, object: Ref) -> Ref {
    tuple_of(cx, object, info::FREEVARS)
}

/// Names of its variables that inner functions capture, None for others (tuple).
pub fn cells(cx: &Cx, object: Ref) -> Ref {
    tuple_of(cx, object, info::CELLS)
}

/// Does it have variables that inner functions capture?
pub fn has_cells(cx: &Cx, object: Ref) -> bool {
    details(cx, object).1 & info::CELLS != 0
}

/// Its docstring, or None (borrowed).
pub fn doc(cx: &Cx, object: Ref) -> Value {
    field(cx, object, info::DOC).unwrap_or(Value::NONE)
}

/// The name of its file (str, borrowed).
pub fn filename(cx: &Cx, object: Ref) -> Value {
    field(cx, object, info::FILENAME).unwrap_or(names::FROZEN)
}

/// The line it begins at.
pub fn first_line(cx: &Cx, object: Ref) -> u32 {
    field(cx, object, info::LINES).map_or(0, |word| word.0 >> 2)
}

/// Register of the list of locals beyond the registers.
pub fn far(cx: &Cx, object: Ref) -> Option<u32> {
    info::far(details(cx, object).1)
}

/// Where the exception table lies, and its entries.
pub fn handlers(cx: &Cx, object: Ref) -> (u32, u32) {
    let (details, shape) = details(cx, object);
    (details + info::handlers(shape), info::handler_count(shape))
}

/// Where an instruction comes from; the first line when there is no line table.
pub fn location(cx: &Cx, object: Ref, pc: u32) -> Location {
    let (details, shape) = details(cx, object);
    let Some(place) = info::place(shape, info::LINES) else { return Location::default() };
    let (start, word) = (details + info::lines(shape), cx.heap.space.load(details + place));
    let end = details + (cx.heap.space.load(details) >> layout::BLOCK_SIZE_SHIFT) * 4;
    let first = word >> 2;
    let whole = Location { line: first, end_line: first, col: 0, end_col: 0 };
    let table = cx.heap.space.bytes(start, end.saturating_sub(start + (word & 3)));
    lines::find(table, first, pc).unwrap_or(whole)
}

/// The name of a parameter or other local variable (borrowed).
pub fn local_name(cx: &Cx, object: Ref, register: u32) -> Value {
    tuple::item(cx, varnames(cx, object), register)
}
