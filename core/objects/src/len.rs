//! `len()` of builtin objects.
//!
//! Not here: `__len__` of other classes (the prelude).

use crate::cx::Cx;
use crate::{dict, int, list, memoryview, range, set, str, tuple, view};
use threadsnake_heap::{Ref, Value, kind};

/// Number of items of a builtin object; none for other objects and for a range too long to count.
pub fn of(cx: &Cx, value: Value) -> Option<u32> {
    let object = value.object_ref()?;
    match cx.heap.kind(object) {
        kind::STR => Some(str::len(cx, object)),
        kind::LIST => Some(list::len(cx, object)),
        kind::TUPLE => Some(tuple::len(cx, object)),
        kind::DICT => Some(dict::len(cx, object)),
        kind::SET | kind::FROZENSET => Some(set::len(cx, object)),
        kind::BYTES => Some(cx.heap.space.word(object, 2)),
        kind::BYTEARRAY => Some(crate::bytearray::part(cx, object).1),
        kind::RANGE => range::len(cx, object).and_then(|len| u32::try_from(len).ok()),
        kind::VIEW => of_view(cx, object),
        kind::MEMORYVIEW => memoryview::View::read(cx, object).map(|view| view.count),
        _ => None,
    }
}

fn of_view(cx: &Cx, object: Ref) -> Option<u32> {
    view::dict(cx, object).map(|shown| dict::len(cx, shown))
}

/// A length as an int; one beyond 31 bits needs memory.
pub fn to_value(cx: &mut Cx, len: u32) -> Result<Value, threadsnake_heap::OutOfMemory> {
    int::from_i64(cx, i64::from(len))
}
