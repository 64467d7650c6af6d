//! Objects at fixed places in ROM: the empty tuple, one-character strings, layouts of builtin types.
//!
//! ```text
//!  names.rs END
//!  | () | b"" | "\0" "\x01" ... "\x7f" | layout of type 0 | layout of type 1 | ... | END
//! ```
//!
//! Not here: the rest of ROM, whose places the ROM writer chooses (`RomInfo`).

use crate::names;
use crate::types;
use threadsnake_heap::{Ref, Value};

/// The empty tuple.
pub const EMPTY_TUPLE: Value = Value(names::END);
/// The empty bytes object.
pub const EMPTY_BYTES: Value = Value(names::END + 8);
/// Offset of the string of character 0; each takes `CHAR_BYTES`.
pub const CHARS: u32 = names::END + 8 + 12;
/// Bytes of a one-character string.
pub const CHAR_BYTES: u32 = 16;
/// How many characters have their string in ROM: ASCII.
pub const CHAR_COUNT: u32 = 128;
/// Offset of the layout of the first builtin type; each takes `LAYOUT_BYTES`.
pub const LAYOUTS: u32 = CHARS + CHAR_COUNT * CHAR_BYTES;
/// Bytes of a layout.
pub const LAYOUT_BYTES: u32 = 16;
/// First offset behind the fixed part of ROM.
pub const END: u32 = LAYOUTS + types::COUNT * LAYOUT_BYTES;

/// The string of one ASCII character.
#[inline(always)]
pub const fn char_str(c: u8) -> Value {
    Value(CHARS + (c & 0x7f) as u32 * CHAR_BYTES)
}

/// The layout of direct instances of a builtin type.
#[inline]
pub fn layout_of_type(class: Ref) -> Ref {
    Ref(LAYOUTS + (class.0 - types::FIRST) / types::CLASS_BYTES * LAYOUT_BYTES)
}
