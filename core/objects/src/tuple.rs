//! `tuple`: a fixed row of values.
//!
//! ```text
//! TUPLE, 2 + length words: +0 header   +4 length (raw)   +8 items
//! ```
//!
//! There is one empty tuple, in ROM.
//!
//! Not here: hash (hash.rs), comparison (compare.rs), methods (crate `natives`).

use crate::cx::Cx;
use crate::statics;
use threadsnake_heap::{OutOfMemory, Ref, Value, WORD, header, kind};

/// Word of the length.
pub const LENGTH: u32 = 1;
/// Word of the first item.
pub const ITEMS: u32 = 2;

/// Number of items.
#[inline(always)]
pub fn len(cx: &Cx, tuple: Ref) -> u32 {
    debug_assert!(cx.heap.kind(tuple) == kind::TUPLE, "not a tuple");
    cx.heap.space.word(tuple, LENGTH)
}

/// The items (borrowed).
#[inline(always)]
pub fn items<'a>(cx: &'a Cx, tuple: Ref) -> &'a [Value] {
    cx.heap.space.values(tuple.0 + ITEMS * WORD, len(cx, tuple))
}

/// One item (borrowed), unbound behind the end.
#[inline(always)]
pub fn item(cx: &Cx, tuple: Ref, index: u32) -> Value {
    if index < len(cx, tuple) { cx.heap.space.value(tuple, ITEMS + index) } else { Value::UNBOUND }
}

/// Takes a tuple of at least one item, whose items the caller writes at once (H6).
#[inline]
fn room(cx: &mut Cx, len: u32) -> Result<Ref, OutOfMemory> {
    let words = len.checked_add(ITEMS).ok_or(OutOfMemory)?;
    let tuple = cx.heap.alloc(words)?;
    cx.heap.space.store(tuple.0, header::fresh(kind::TUPLE));
    cx.heap.space.set_word(tuple, LENGTH, len);
    Ok(tuple)
}

/// A tuple of so many `None`.
pub fn new(cx: &mut Cx, len: u32) -> Result<Ref, OutOfMemory> {
    if len == 0 {
        return Ok(statics::EMPTY_TUPLE.as_ref());
    }
    let tuple = room(cx, len)?;
    cx.heap.space.words_mut(tuple.0 + ITEMS * WORD, len).fill(Value::NONE.0);
    Ok(tuple)
}

/// Writes an item of a tuple that nobody else knows yet; takes over the reference.
#[inline]
pub fn set_item(cx: &mut Cx, tuple: Ref, index: u32, value: Value) {
    if index < len(cx, tuple) {
        let old = cx.heap.space.value(tuple, ITEMS + index);
        cx.heap.space.set_word(tuple, ITEMS + index, value.0);
        cx.heap.dec(old);
    }
}

/// A tuple of these values; its references are new ones.
pub fn from_slice(cx: &mut Cx, items: &[Value]) -> Result<Ref, OutOfMemory> {
    let tuple = from_owned(cx, items)?;
    for &item in items {
        cx.heap.inc(item);
    }
    Ok(tuple)
}

/// A tuple of these values; takes over their references when it succeeds.
pub fn from_owned(cx: &mut Cx, items: &[Value]) -> Result<Ref, OutOfMemory> {
    if items.is_empty() {
        return Ok(statics::EMPTY_TUPLE.as_ref());
    }
    let len = u32::try_from(items.len()).map_err(|_| OutOfMemory)?;
    let tuple = room(cx, len)?;
    for (to, item) in cx.heap.space.words_mut(tuple.0 + ITEMS * WORD, len).iter_mut().zip(items) {
        *to = item.0;
    }
    Ok(tuple)
}

/// A tuple of `count` values that lie in the heap from offset `from` on; its references are new ones.
pub fn from_part(cx: &mut Cx, from: u32, count: u32) -> Result<Ref, OutOfMemory> {
    if count == 0 {
        return Ok(statics::EMPTY_TUPLE.as_ref());
    }
    let tuple = room(cx, count)?;
    let to = tuple.0 + ITEMS * WORD;
    cx.heap.space.copy_words(from, to, count);
    share_words(cx, to, count);
    Ok(tuple)
}

/// Takes a new reference to each of `count` values from offset `from` on.
#[inline]
pub(crate) fn share_words(cx: &mut Cx, from: u32, count: u32) {
    for at in 0..count {
        let value = Value(cx.heap.space.load(from + at * WORD));
        cx.heap.inc(value);
    }
}

/// `a + b`.
pub fn concat(cx: &mut Cx, a: Ref, b: Ref) -> Result<Value, OutOfMemory> {
    let (len_a, len_b) = (len(cx, a), len(cx, b));
    if len_b == 0 {
        return Ok(cx.heap.share(a.value()));
    }
    if len_a == 0 {
        return Ok(cx.heap.share(b.value()));
    }
    let tuple = room(cx, len_a.checked_add(len_b).ok_or(OutOfMemory)?)?;
    let to = tuple.0 + ITEMS * WORD;
    cx.heap.space.copy_words(a.0 + ITEMS * WORD, to, len_a);
    cx.heap.space.copy_words(b.0 + ITEMS * WORD, to + len_a * WORD, len_b);
    share_words(cx, to, len_a + len_b);
    Ok(tuple.value())
}

/// `tuple * count`.
pub fn repeat(cx: &mut Cx, tuple: Ref, count: i64) -> Result<Value, OutOfMemory> {
    let len = len(cx, tuple);
    if count == 1 || len == 0 {
        return Ok(cx.heap.share(tuple.value()));
    }
    let Some(total) = repeated(len, count)? else { return Ok(statics::EMPTY_TUPLE) };
    let result = room(cx, total)?;
    repeat_words(cx, tuple.0 + ITEMS * WORD, len, result.0 + ITEMS * WORD, total);
    Ok(result.value())
}

/// Length of `len` items repeated `count` times; none when nothing is left.
pub(crate) fn repeated(len: u32, count: i64) -> Result<Option<u32>, OutOfMemory> {
    if count <= 0 || len == 0 {
        return Ok(None);
    }
    let total = count.checked_mul(i64::from(len)).ok_or(OutOfMemory)?;
    let total = u32::try_from(total).map_err(|_| OutOfMemory)?;
    if total > header::MAX_WORDS { Err(OutOfMemory) } else { Ok(Some(total)) }
}

/// Fills `total` words from `to` on with copies of `len` values, taking a reference for each.
pub(crate) fn repeat_words(cx: &mut Cx, from: u32, len: u32, to: u32, total: u32) {
    if total == 0 {
        return;
    }
    let mut done = len.min(total);
    cx.heap.space.copy_words(from, to, done);
    while done < total {
        // What is there already is copied behind itself: twice as much each time.
        let now = done.min(total - done);
        cx.heap.space.copy_words(to, to + done * WORD, now);
        done += now;
    }
    share_words(cx, to, total);
    cx.charge(total);
}

/// The items `start`, `start + step`, ... as a new tuple; all `count` of them exist.
pub fn slice(
    cx: &mut Cx,
    tuple: Ref,
    start: u32,
    step: i64,
    count: u32,
) -> Result<Value, OutOfMemory> {
    if step == 1 {
        if count == len(cx, tuple) {
            return Ok(cx.heap.share(tuple.value()));
        }
        return Ok(from_part(cx, tuple.0 + (ITEMS + start) * WORD, count)?.value());
    }
    if count == 0 {
        return Ok(statics::EMPTY_TUPLE);
    }
    let result = room(cx, count)?;
    gather(cx, tuple.0 + ITEMS * WORD, start, step, count, result.0 + ITEMS * WORD);
    Ok(result.value())
}

/// Copies every `step`th value to consecutive words, taking a reference for each.
pub(crate) fn gather(cx: &mut Cx, from: u32, start: u32, step: i64, count: u32, to: u32) {
    let mut at = i64::from(start);
    for done in 0..count {
        let value = Value(cx.heap.space.load(from + (at as u32) * WORD));
        cx.heap.space.store(to + done * WORD, value.0);
        cx.heap.inc(value);
        at += step;
    }
}
