//! Views of a dict: its keys, its values, its items, always up to date.
//!
//! ```text
//! VIEW, 3 words: +0 header   +4 dict   +8 what it shows (small int)
//! ```
//!
//! A proxy (`mappingproxy`) is a view, too: it shows a whole mapping, read-only.
//!
//! Not here: iterators (iter.rs), methods (crate `natives`).

use crate::cx::Cx;
use crate::types;
use threadsnake_heap::{OutOfMemory, Ref, Value, header, kind};

/// Word of the dict.
pub const DICT: u32 = 1;
/// Word of what it shows.
pub const WHAT: u32 = 2;
/// Words of a view.
pub const WORDS: u32 = 3;

/// What a view shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum What {
    /// The keys.
    Keys,
    /// The values.
    Values,
    /// Pairs of key and value.
    Items,
    /// A mapping.
    Mapping,
}

/// Makes a view of a dict (borrowed).
pub fn new(cx: &mut Cx, dict: Value, what: What) -> Result<Ref, OutOfMemory> {
    let view = cx.heap.alloc(WORDS)?;
    cx.heap.space.store(view.0, header::fresh(kind::VIEW));
    cx.heap.space.set_word(view, DICT, dict.0);
    cx.heap.space.set_word(view, WHAT, Value::small(what as i32).0);
    cx.heap.inc(dict);
    Ok(view)
}

/// What a view shows.
#[inline]
pub fn what(cx: &Cx, view: Ref) -> What {
    match cx.heap.space.value(view, WHAT).as_small() {
        0 => What::Keys,
        1 => What::Values,
        2 => What::Items,
        _ => What::Mapping,
    }
}

/// The object a view shows: for all but mappings a dict, or an instance of a subclass (borrowed).
#[inline]
pub fn shown(cx: &Cx, view: Ref) -> Value {
    cx.heap.space.value(view, DICT)
}

/// The dict behind a view of keys, values or items.
#[inline]
pub fn dict(cx: &Cx, view: Ref) -> Option<Ref> {
    cx.payload(shown(cx, view), kind::DICT)
}

/// Does the view behave like a set?
#[inline]
pub fn is_set_like(cx: &Cx, view: Ref) -> bool {
    matches!(what(cx, view), What::Keys | What::Items)
}

/// The type of a view.
pub fn class_of(cx: &Cx, view: Ref) -> Ref {
    match what(cx, view) {
        What::Keys => types::DICT_KEYS,
        What::Values => types::DICT_VALUES,
        What::Items => types::DICT_ITEMS,
        What::Mapping => types::MAPPING_PROXY,
    }
}
