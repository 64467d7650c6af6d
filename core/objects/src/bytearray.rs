//! `bytearray`: bytes that can be changed.
//!
//! ```text
//! BYTEARRAY   +0 header   +4 length   +8 RAW block, 0 while nothing was ever in it
//! ```
//!
//! The block has some room behind the bytes when it had to grow; it never shrinks by itself.
//!
//! Not here: methods (strlike.rs and crate `natives`).

use crate::cx::Cx;
use threadsnake_heap::header;
use threadsnake_heap::split::Part;
use threadsnake_heap::{OutOfMemory, Ref, Value, WORD, kind};

const LENGTH: u32 = 1;
const BLOCK: u32 = 2;
const WORDS: u32 = 3;

/// Length in bytes.
#[inline(always)]
pub fn len(cx: &Cx, object: Ref) -> u32 {
    cx.heap.space.word(object, LENGTH)
}

/// Offset and length of the bytes.
#[inline(always)]
pub fn part(cx: &Cx, object: Ref) -> Part {
    (cx.heap.space.word(object, BLOCK) + WORD, len(cx, object))
}

/// The bytes.
pub fn bytes<'a>(cx: &'a Cx, object: Ref) -> &'a [u8] {
    let (offset, len) = part(cx, object);
    cx.heap.space.bytes(offset, len)
}

fn block(cx: &Cx, object: Ref) -> Ref {
    Ref(cx.heap.space.word(object, BLOCK))
}

fn block_words(cx: &Cx, object: Ref) -> u32 {
    let block = block(cx, object);
    if block.is_nil() { 0 } else { cx.heap.size_words(block) }
}

/// Bytes that fit without growing.
pub fn room_bytes(cx: &Cx, object: Ref) -> u32 {
    block_words(cx, object).saturating_sub(1) * WORD
}

/// A bytearray of so many bytes, which hold anything unless there are none.
pub fn with_len(cx: &mut Cx, len: u32) -> Result<Ref, OutOfMemory> {
    let object = cx.heap.alloc(WORDS)?;
    cx.heap.space.store(object.0, header::fresh(kind::BYTEARRAY));
    cx.heap.space.set_word(object, LENGTH, 0);
    cx.heap.space.set_word(object, BLOCK, 0);
    if let Err(error) = resize(cx, object, len) {
        cx.heap.dec_ref(object);
        return Err(error);
    }
    Ok(object)
}

/// A bytearray of zeros.
pub fn zeros(cx: &mut Cx, len: u32) -> Result<Ref, OutOfMemory> {
    let object = with_len(cx, len)?;
    let (offset, len) = part(cx, object);
    cx.heap.space.bytes_mut(offset, len).fill(0);
    Ok(object)
}

/// A bytearray of a part of the heap.
pub fn copy(cx: &mut Cx, from: Part) -> Result<Value, OutOfMemory> {
    let object = with_len(cx, from.1)?;
    let (to, len) = part(cx, object);
    cx.heap.space.copy_bytes(from.0, to, len);
    Ok(object.value())
}

/// Changes the length; bytes that are new hold anything. Unchanged when memory runs out.
pub fn resize(cx: &mut Cx, object: Ref, len: u32) -> Result<(), OutOfMemory> {
    let words = block_words(cx, object);
    let wanted = 1 + len.div_ceil(WORD);
    if len > 0 && wanted > words {
        grow(cx, object, words, wanted)?;
    }
    cx.heap.space.set_word(object, LENGTH, len);
    Ok(())
}

/// Gives a bytearray a block of at least `wanted` words.
fn grow(cx: &mut Cx, object: Ref, words: u32, wanted: u32) -> Result<(), OutOfMemory> {
    let old = block(cx, object);
    // An eighth more than needed: appending byte by byte stays linear and wastes little.
    let roomy = if words == 0 { wanted } else { wanted + wanted / 8 + 1 };
    let roomy = roomy.min(header::MAX_WORDS).max(wanted).max(2);
    if words > 0 && cx.heap.grow_in_place(old, words, roomy) {
        cx.heap.space.store(old.0, header::block(kind::RAW, roomy));
        return Ok(());
    }
    let new = cx.heap.alloc(roomy)?;
    cx.heap.space.store(new.0, header::block(kind::RAW, roomy));
    if words > 0 {
        cx.heap.space.copy_words(old.0 + WORD, new.0 + WORD, words - 1);
        cx.heap.free(old, words);
    }
    cx.heap.space.set_word(object, BLOCK, new.0);
    Ok(())
}

/// Appends one byte.
pub fn push(cx: &mut Cx, object: Ref, byte: u8) -> Result<(), OutOfMemory> {
    let at = len(cx, object);
    resize(cx, object, at.checked_add(1).ok_or(OutOfMemory)?)?;
    let (offset, _) = part(cx, object);
    cx.heap.space.set_byte(offset + at, byte);
    Ok(())
}

/// Replaces bytes `from..to` by room for `len` bytes, which hold anything.
pub fn splice(
    cx: &mut Cx,
    object: Ref,
    from: u32,
    to: u32,
    len_new: u32,
) -> Result<(), OutOfMemory> {
    let before = len(cx, object);
    let from = from.min(before);
    let to = to.clamp(from, before);
    let tail = before - to;
    let after = (from + tail).checked_add(len_new).ok_or(OutOfMemory)?;
    if after > before {
        resize(cx, object, after)?;
    }
    let (offset, _) = part(cx, object);
    if before > 0 {
        cx.heap.space.copy_bytes(offset + to, offset + from + len_new, tail);
    }
    resize(cx, object, after)
}

/// Replaces bytes `from..to` by a part of the heap, which may be of the same object.
pub fn replace(
    cx: &mut Cx,
    object: Ref,
    from: u32,
    to: u32,
    with: Part,
) -> Result<(), OutOfMemory> {
    let (own, own_len) = part(cx, object);
    if with.1 > 0 && with.0 >= own && with.0 < own + own_len {
        // Its own bytes: they are about to move, so they are copied out first.
        let copied = crate::bytes::copy(cx, with)?;
        let with = crate::bytes::part(cx, copied.as_ref());
        let done = replace(cx, object, from, to, with);
        cx.heap.dec(copied);
        return done;
    }
    splice(cx, object, from, to, with.1)?;
    let (offset, len) = part(cx, object);
    cx.heap.space.copy_bytes(with.0, offset + from.min(len), with.1);
    Ok(())
}
