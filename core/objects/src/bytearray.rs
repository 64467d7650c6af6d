//! `bytearray`: bytes that can be changed.
//!
//! ```text
//! BYTEARRAY   +0 header   +4 length   +8 RAW block, 0 while nothing was ever in it
//! ```
//!
//! The block has some room behind the bytes when it had to grow; it never shrinks by itself.
//!
//! While views look at the bytes, the block belongs to an object that the bytearray shares with them, and has to stay
//! where it is. Its count tells whether any are left, so nobody has to hear of a view that dies:
//!
//! ```text
//! BYTEARRAY   +8 EXPORT          EXPORT   +0 header   +4 RAW block, 0 when there is none
//! ```
//!
//! B1  The length changes only while no view holds the EXPORT.
//!
//! Not here: methods (strlike.rs and crate `natives`), views (memoryview.rs).

use crate::cx::{Cx, Exit, Outcome};
use crate::raise::{self, Part::S};
use crate::types;
use threadsnake_heap::header;
use threadsnake_heap::split::Part;
use threadsnake_heap::{OutOfMemory, Ref, Value, WORD, kind};

const LENGTH: u32 = 1;
const BLOCK: u32 = 2;
const WORDS: u32 = 3;
/// Word of the block in an EXPORT, and words of one.
const EXPORTED: u32 = 1;
const EXPORT_WORDS: u32 = 2;

/// Length in bytes.
#[inline(always)]
pub fn len(cx: &Cx, object: Ref) -> u32 {
    cx.heap.space.word(object, LENGTH)
}

/// Offset and length of the bytes.
#[inline(always)]
pub fn part(cx: &Cx, object: Ref) -> Part {
    (block(cx, object).0 + WORD, len(cx, object))
}

/// The bytes.
pub fn bytes<'a>(cx: &'a Cx, object: Ref) -> &'a [u8] {
    let (offset, len) = part(cx, object);
    cx.heap.space.bytes(offset, len)
}

/// The block of the bytes; nil when there is none.
#[inline(always)]
pub fn block(cx: &Cx, object: Ref) -> Ref {
    let held = Ref(cx.heap.space.word(object, BLOCK));
    if cx.heap.kind(held) == kind::EXPORT { Ref(cx.heap.space.word(held, EXPORTED)) } else { held }
}

/// What views of a bytearray share with it (owned).
pub fn export(cx: &mut Cx, object: Ref) -> Result<Ref, OutOfMemory> {
    let held = Ref(cx.heap.space.word(object, BLOCK));
    if cx.heap.kind(held) == kind::EXPORT {
        cx.heap.inc_ref(held);
        return Ok(held);
    }
    let made = cx.heap.alloc(EXPORT_WORDS)?;
    cx.heap.space.store(made.0, header::fresh(kind::EXPORT) + header::ONE);
    cx.heap.space.set_word(made, EXPORTED, held.0);
    cx.heap.space.set_word(object, BLOCK, made.0);
    Ok(made)
}

/// Lets a bytearray have its block for itself again (B1); `BufferError` while there are views.
pub fn own(cx: &mut Cx, object: Ref) -> Outcome<()> {
    let held = Ref(cx.heap.space.word(object, BLOCK));
    if cx.heap.kind(held) != kind::EXPORT {
        return Ok(());
    }
    if !cx.heap.is_unique(held) {
        return Err(has_views(cx));
    }
    cx.heap.space.set_word(object, BLOCK, cx.heap.space.word(held, EXPORTED));
    cx.heap.free(held, EXPORT_WORDS);
    Ok(())
}

#[cold]
fn has_views(cx: &mut Cx) -> Exit {
    let message = "Existing exports of data: object cannot be re-sized";
    raise::raise(cx, types::BUFFER_ERROR, &[S(message)])
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
    if let Err(error) = make_room(cx, object, len) {
        cx.heap.dec_ref(object);
        return Err(error);
    }
    cx.heap.space.set_word(object, LENGTH, len);
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

/// Changes the length; bytes that are new hold anything. Unchanged when memory runs out or there are views.
pub fn resize(cx: &mut Cx, object: Ref, after: u32) -> Outcome<()> {
    if after != len(cx, object) {
        own(cx, object)?;
        make_room(cx, object, after)?;
        cx.heap.space.set_word(object, LENGTH, after);
    }
    Ok(())
}

/// Gives a bytearray without views a block for so many bytes.
fn make_room(cx: &mut Cx, object: Ref, len: u32) -> Result<(), OutOfMemory> {
    let words = block_words(cx, object);
    let wanted = 1 + len.div_ceil(WORD);
    if len > 0 && wanted > words { grow(cx, object, words, wanted) } else { Ok(()) }
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
pub fn push(cx: &mut Cx, object: Ref, byte: u8) -> Outcome<()> {
    let at = len(cx, object);
    resize(cx, object, at.checked_add(1).ok_or(OutOfMemory)?)?;
    let (offset, _) = part(cx, object);
    cx.heap.space.set_byte(offset + at, byte);
    Ok(())
}

/// Replaces bytes `from..to` by room for `len` bytes, which hold anything.
pub fn splice(cx: &mut Cx, object: Ref, from: u32, to: u32, len_new: u32) -> Outcome<()> {
    let before = len(cx, object);
    let from = from.min(before);
    let to = to.clamp(from, before);
    let tail = before - to;
    let after = (from + tail).checked_add(len_new).ok_or(OutOfMemory)?;
    if after == before {
        return Ok(());
    }
    if after > before {
        resize(cx, object, after)?;
    } else {
        own(cx, object)?;
    }
    let (offset, _) = part(cx, object);
    if before > 0 {
        cx.heap.space.copy_bytes(offset + to, offset + from + len_new, tail);
    }
    resize(cx, object, after)
}

/// Replaces bytes `from..to` by a part of the heap, which may be of the same object.
pub fn replace(cx: &mut Cx, object: Ref, from: u32, to: u32, with: Part) -> Outcome<()> {
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
