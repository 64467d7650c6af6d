//! What `str`, `bytes` and `bytearray` have in common: searching, cutting, filling, testing.
//!
//! The three are read as a part of the heap with a [`Flavor`]. Places are bytes in here; characters are
//! counted only where scripts see an index of text that is not ASCII.
//!
//! Not here: the methods' arguments (crate `natives`), algorithms on bytes (str/search.rs).

pub mod find;
pub mod item;
pub mod join;
pub mod replace;
pub mod split;
pub mod test;
pub mod trim;

use crate::bytes::Builder;
use crate::cx::{Cx, Outcome};
use crate::number::first_char;
use crate::str::{self as string, unicode};
use crate::text::Text;
use crate::{bytearray, bytes, list};
use threadsnake_heap::split::Part;
use threadsnake_heap::{OutOfMemory, Ref, Value, kind};

/// Which of the three types.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flavor {
    /// Text.
    Str,
    /// Immutable bytes.
    Bytes,
    /// Mutable bytes.
    Bytearray,
}

/// A str, bytes or bytearray to work on.
#[derive(Clone, Copy, Debug)]
pub struct Like {
    /// The object.
    pub object: Ref,
    /// Its bytes.
    pub part: Part,
    /// Which type.
    pub flavor: Flavor,
    /// Is every byte a character?
    pub bytewise: bool,
}

impl Flavor {
    /// The kind of the objects.
    pub fn kind(self) -> u8 {
        match self {
            Flavor::Str => kind::STR,
            Flavor::Bytes => kind::BYTES,
            Flavor::Bytearray => kind::BYTEARRAY,
        }
    }

    /// White space for `strip` and `split`.
    #[inline]
    pub fn is_space(self, code: u32) -> bool {
        match self {
            Flavor::Str => unicode::is_space(code),
            _ => matches!(code, 0x09..=0x0d | 0x20),
        }
    }
}

impl Like {
    /// Reads a value of this flavor, or what an instance of a subclass wraps.
    #[inline]
    pub fn read(cx: &Cx, value: Value, flavor: Flavor) -> Option<Like> {
        let object = cx.payload(value, flavor.kind())?;
        let (part, bytewise) = match flavor {
            Flavor::Str => (string::part(cx, object), string::is_ascii(cx, object)),
            Flavor::Bytes => (bytes::part(cx, object), true),
            Flavor::Bytearray => (bytearray::part(cx, object), true),
        };
        Some(Like { object, part, flavor, bytewise })
    }

    /// The bytes.
    #[inline]
    pub fn bytes<'a>(&self, cx: &'a Cx) -> &'a [u8] {
        cx.heap.space.bytes(self.part.0, self.part.1)
    }

    /// Length in characters.
    #[inline]
    pub fn chars(&self, cx: &Cx) -> u32 {
        if self.flavor == Flavor::Str { string::len(cx, self.object) } else { self.part.1 }
    }

    /// Byte place of a character.
    #[inline]
    pub fn place(&self, cx: &Cx, index: u32) -> u32 {
        if self.bytewise {
            index.min(self.part.1)
        } else {
            string::byte_position(self.bytes(cx), index) as u32
        }
    }

    /// Index of the character at a byte place.
    #[inline]
    pub fn index(&self, cx: &Cx, place: u32) -> u32 {
        if self.bytewise {
            place
        } else {
            string::count_chars(self.bytes(cx).get(..place as usize).unwrap_or(&[]))
        }
    }

    /// The character at a byte place and its length; none at the end.
    #[inline]
    pub fn char_at(&self, cx: &Cx, place: u32) -> Option<(u32, u32)> {
        let rest = self.bytes(cx).get(place as usize..)?;
        if self.bytewise {
            return rest.first().map(|&byte| (u32::from(byte), 1));
        }
        first_char(rest).map(|(code, len)| (code, len as u32))
    }

    /// The character before a byte place and its length; none at the start.
    #[inline]
    pub fn char_before(&self, cx: &Cx, place: u32) -> Option<(u32, u32)> {
        let before = self.bytes(cx).get(..place as usize)?;
        if self.bytewise {
            return before.last().map(|&byte| (u32::from(byte), 1));
        }
        let start = before.iter().rposition(|&byte| byte & 0xc0 != 0x80)?;
        let last = before.get(start..)?;
        first_char(last).map(|(code, _)| (code, last.len() as u32))
    }

    /// A part of it as an object of the same type.
    pub fn piece(&self, cx: &mut Cx, from: u32, to: u32) -> Result<Value, OutOfMemory> {
        let to = to.min(self.part.1);
        let from = from.min(to);
        let part = (self.part.0 + from, to - from);
        match self.flavor {
            _ if part.1 == self.part.1 => self.whole(cx),
            Flavor::Str => string::copy(cx, part, self.bytewise),
            Flavor::Bytes => bytes::copy(cx, part),
            Flavor::Bytearray => bytearray::copy(cx, part),
        }
    }

    /// All of it: the same object where it cannot change.
    pub fn whole(&self, cx: &mut Cx) -> Result<Value, OutOfMemory> {
        match self.flavor {
            Flavor::Bytearray => bytearray::copy(cx, self.part),
            _ => Ok(cx.heap.share(self.object.value())),
        }
    }
}

/// An argument that is compared with a `Like`: a str for a str, bytes or bytearray for the others.
#[inline]
pub fn argument(cx: &Cx, value: Value, flavor: Flavor) -> Option<Part> {
    match flavor {
        Flavor::Str => cx.payload(value, kind::STR).map(|object| string::part(cx, object)),
        _ => bytes::like(cx, value),
    }
}

/// A result being put together.
pub enum Out {
    /// Text.
    Text(Text),
    /// Bytes of either kind.
    Bytes(Builder, Flavor),
}

impl Out {
    /// Empty, with room for so many bytes.
    pub fn new(cx: &mut Cx, flavor: Flavor, room: u32) -> Result<Out, OutOfMemory> {
        Ok(match flavor {
            Flavor::Str => Out::Text(Text::with_room(cx, room)?),
            _ => Out::Bytes(Builder::new(cx, room)?, flavor),
        })
    }

    /// Appends a part of the heap.
    #[inline]
    pub fn push_part(&mut self, cx: &mut Cx, part: Part) -> Result<(), OutOfMemory> {
        match self {
            Out::Text(text) => text.push_part(cx, part),
            Out::Bytes(builder, _) => builder.push_part(cx, part),
        }
    }

    /// Appends bytes from outside the heap.
    pub fn push(&mut self, cx: &mut Cx, bytes: &[u8]) -> Result<(), OutOfMemory> {
        match self {
            Out::Text(text) => text.push(cx, bytes),
            Out::Bytes(builder, _) => builder.push(cx, bytes),
        }
    }

    /// Appends one unit so many times.
    pub fn fill(&mut self, cx: &mut Cx, unit: &[u8], count: u32) -> Result<(), OutOfMemory> {
        match self {
            Out::Text(text) => crate::repr::push_fill(cx, text, unit, count as usize),
            Out::Bytes(builder, _) => {
                let total = (unit.len() as u32).checked_mul(count).ok_or(OutOfMemory)?;
                let at = builder.extend(cx, total)?;
                let room = cx.heap.space.bytes_mut(at, total);
                room.iter_mut().zip(unit.iter().cycle()).for_each(|(place, &byte)| *place = byte);
                Ok(())
            }
        }
    }

    fn discard(self, cx: &mut Cx) {
        match self {
            Out::Text(text) => text.discard(cx),
            Out::Bytes(builder, _) => builder.discard(cx),
        }
    }

    fn finish(self, cx: &mut Cx) -> Result<Value, OutOfMemory> {
        match self {
            Out::Text(text) => text.finish(cx),
            Out::Bytes(builder, Flavor::Bytearray) => {
                let part = builder.part();
                let made = bytearray::copy(cx, part);
                builder.discard(cx);
                made
            }
            Out::Bytes(builder, _) => Ok(builder.finish(cx)),
        }
    }
}

/// Makes an object with `fill`, giving the memory back when it fails.
pub fn build(
    cx: &mut Cx,
    flavor: Flavor,
    room: u32,
    fill: impl FnOnce(&mut Cx, &mut Out) -> Outcome<()>,
) -> Outcome<Value> {
    let mut out = Out::new(cx, flavor, room)?;
    match fill(cx, &mut out) {
        Ok(()) => Ok(out.finish(cx)?),
        Err(exit) => {
            out.discard(cx);
            Err(exit)
        }
    }
}

/// Makes a list with `fill`, dropping it when that fails.
pub fn build_list(cx: &mut Cx, fill: impl FnOnce(&mut Cx, Ref) -> Outcome<()>) -> Outcome<Value> {
    let list = list::new(cx)?;
    match fill(cx, list) {
        Ok(()) => Ok(list.value()),
        Err(exit) => {
            cx.heap.dec_ref(list);
            Err(exit)
        }
    }
}

/// Appends a piece to a list.
pub fn push_piece(cx: &mut Cx, list: Ref, like: &Like, from: u32, to: u32) -> Outcome<()> {
    cx.spend(1)?;
    let piece = like.piece(cx, from, to)?;
    if let Err(error) = list::push(cx, list, piece) {
        cx.heap.dec(piece);
        return Err(error.into());
    }
    Ok(())
}
