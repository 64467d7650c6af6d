//! `bytes`: immutable bytes.
//!
//! ```text
//! BYTES   +0 header   +4 hash, 0 when not computed yet   +8 length   +12 the bytes, filled up to a word with zeros
//! ```
//!
//! Also here is what `bytes` and `bytearray` share: reading either as a part of the heap.
//!
//! Not here: methods (strlike.rs), decoding (str/codec.rs).

use crate::cx::{Cx, Outcome};
use crate::{bytearray, memoryview, statics};
use threadsnake_heap::header::{self, IMMORTAL};
use threadsnake_heap::split::Part;
use threadsnake_heap::{OutOfMemory, Ref, Value, WORD, kind};

/// Words before the bytes.
pub const BYTES_WORDS: u32 = 3;
/// Word of the hash.
pub const HASH: u32 = 1;
/// Word of the length.
pub const LENGTH: u32 = 2;

/// Length in bytes.
#[inline(always)]
pub fn len(cx: &Cx, object: Ref) -> u32 {
    cx.heap.space.word(object, LENGTH)
}

/// Offset and length of the bytes.
#[inline(always)]
pub fn part(cx: &Cx, object: Ref) -> Part {
    (object.0 + BYTES_WORDS * WORD, len(cx, object))
}

/// The bytes.
#[inline(always)]
pub fn bytes<'a>(cx: &'a Cx, object: Ref) -> &'a [u8] {
    let (offset, len) = part(cx, object);
    cx.heap.space.bytes(offset, len)
}

/// Offset and length of the bytes of a `bytes`, a `bytearray` or what a subclass of theirs wraps, or of a view whose
/// bytes lie side by side.
pub fn like(cx: &Cx, value: Value) -> Option<Part> {
    if let Some(object) = cx.payload(value, kind::BYTES) {
        return Some(part(cx, object));
    }
    match cx.as_kind(value, kind::MEMORYVIEW) {
        Some(object) => memoryview::part(cx, object),
        None => cx.payload(value, kind::BYTEARRAY).map(|object| bytearray::part(cx, object)),
    }
}

/// Takes room for so many bytes, at least one, which the caller fills at once (H6).
pub fn room(cx: &mut Cx, len: u32) -> Result<Ref, OutOfMemory> {
    let words = BYTES_WORDS + len.div_ceil(WORD);
    let object = cx.heap.alloc(words)?;
    cx.heap.space.set_word(object, words - 1, 0);
    cx.heap.space.store(object.0, header::fresh(kind::BYTES));
    cx.heap.space.set_word(object, HASH, 0);
    cx.heap.space.set_word(object, LENGTH, len);
    Ok(object)
}

/// A `bytes` of what lies outside the heap.
pub fn new(cx: &mut Cx, bytes: &[u8]) -> Result<Value, OutOfMemory> {
    let len = u32::try_from(bytes.len()).map_err(|_| OutOfMemory)?;
    if len == 0 {
        return Ok(statics::EMPTY_BYTES);
    }
    let object = room(cx, len)?;
    let (to, _) = part(cx, object);
    cx.heap.space.bytes_mut(to, len).copy_from_slice(bytes);
    Ok(object.value())
}

/// A `bytes` of a part of the heap.
pub fn copy(cx: &mut Cx, from: Part) -> Result<Value, OutOfMemory> {
    if from.1 == 0 {
        return Ok(statics::EMPTY_BYTES);
    }
    let object = room(cx, from.1)?;
    let (to, len) = part(cx, object);
    cx.heap.space.copy_bytes(from.0, to, len);
    Ok(object.value())
}

/// The hash, remembered in the object.
pub fn hash(cx: &mut Cx, object: Ref) -> u32 {
    match cx.heap.space.word(object, HASH) {
        0 => {
            let hash = crate::str::hash_bytes(bytes(cx, object));
            if cx.heap.space.load(object.0) & IMMORTAL == 0 {
                cx.heap.space.set_word(object, HASH, hash);
            }
            hash
        }
        known => known,
    }
}

/// Bytes being put together in a block that nobody else sees; must be finished or discarded.
pub struct Builder {
    block: Ref,
    words: u32,
    len: u32,
}

impl Builder {
    /// Empty, with room for so many bytes.
    pub fn new(cx: &mut Cx, room: u32) -> Result<Builder, OutOfMemory> {
        let words = BYTES_WORDS + room.div_ceil(WORD);
        let block = cx.heap.alloc(words)?;
        cx.heap.space.store(block.0, header::block(kind::RAW, words));
        Ok(Builder { block, words, len: 0 })
    }

    /// Where the bytes are.
    pub fn part(&self) -> Part {
        (self.block.0 + BYTES_WORDS * WORD, self.len)
    }

    /// Appends bytes that lie outside the heap.
    pub fn push(&mut self, cx: &mut Cx, bytes: &[u8]) -> Result<(), OutOfMemory> {
        let len = u32::try_from(bytes.len()).map_err(|_| OutOfMemory)?;
        let at = self.extend(cx, len)?;
        cx.heap.space.bytes_mut(at, len).copy_from_slice(bytes);
        Ok(())
    }

    /// Appends a part of the heap.
    pub fn push_part(&mut self, cx: &mut Cx, from: Part) -> Result<(), OutOfMemory> {
        let at = self.extend(cx, from.1)?;
        cx.heap.space.copy_bytes(from.0, at, from.1);
        Ok(())
    }

    /// Makes room for so many more bytes and tells where they go.
    pub fn extend(&mut self, cx: &mut Cx, more: u32) -> Result<u32, OutOfMemory> {
        let len = self.len.checked_add(more).ok_or(OutOfMemory)?;
        let wanted = len.div_ceil(WORD) + BYTES_WORDS;
        if wanted > self.words {
            self.grow(cx, wanted)?;
        }
        let (start, before) = self.part();
        self.len = len;
        Ok(start + before)
    }

    fn grow(&mut self, cx: &mut Cx, wanted: u32) -> Result<(), OutOfMemory> {
        let words = (self.words + self.words / 2).min(header::MAX_WORDS).max(wanted);
        if !cx.heap.grow_in_place(self.block, self.words, words) {
            let block = cx.heap.alloc(words)?;
            cx.heap.space.copy_words(self.block.0 + WORD, block.0 + WORD, self.words - 1);
            cx.heap.free(self.block, self.words);
            self.block = block;
        }
        self.words = words;
        cx.heap.space.store(self.block.0, header::block(kind::RAW, words));
        Ok(())
    }

    /// Gives the memory back.
    pub fn discard(self, cx: &mut Cx) {
        cx.heap.free(self.block, self.words);
    }

    /// Makes the bytes an object and hands it over.
    pub fn finish(self, cx: &mut Cx) -> Value {
        if self.len == 0 {
            self.discard(cx);
            return statics::EMPTY_BYTES;
        }
        let keep = BYTES_WORDS + self.len.div_ceil(WORD);
        let start = self.part().0;
        for at in self.len..self.len.next_multiple_of(WORD) {
            cx.heap.space.set_byte(start + at, 0);
        }
        cx.heap.space.store(self.block.0, header::fresh(kind::BYTES));
        cx.heap.space.set_word(self.block, HASH, 0);
        cx.heap.space.set_word(self.block, LENGTH, self.len);
        cx.heap.shrink(self.block, self.words, keep);
        self.block.value()
    }
}

/// Builds a `bytes` with `fill`, giving the memory back when it fails.
pub fn build(
    cx: &mut Cx,
    room: u32,
    fill: impl FnOnce(&mut Cx, &mut Builder) -> Outcome<()>,
) -> Outcome<Value> {
    let mut builder = Builder::new(cx, room)?;
    match fill(cx, &mut builder) {
        Ok(()) => Ok(builder.finish(cx)),
        Err(exit) => {
            builder.discard(cx);
            Err(exit)
        }
    }
}
