//! `list`: a row of values that grows and shrinks.
//!
//! ```text
//! LIST, 3 words                       VALUES block
//!  +0 header                           +0 header (words)
//!  +4 length (small int)               +4 items, then unused words, which are 0
//!  +8 block or 0 ────────────────►
//! ```
//!
//! A list made with its final size has a block of exactly that size; one that grows item by item gets
//! room ahead, as the knobs of the section `list` say. Whoever shortens a list leaves the words behind
//! the items 0, and drops references only when the list is whole again.
//!
//! Not here: sorting (list/sort.rs), slices (list/slice.rs), methods (crate `natives`).

pub mod slice;
pub mod sort;

use crate::compare::RowFuel;
use crate::cx::Cx;
use crate::tuple;
use threadsnake_heap::{OutOfMemory, Ref, Value, WORD, header, kind};

/// Word of the length, as a small int.
pub const LENGTH: u32 = 1;
/// Word of the block.
pub const BLOCK: u32 = 2;
/// Words of a list.
pub const WORDS: u32 = 3;

/// Room to make when `needed` items must fit and more are likely to come.
pub const fn grown(needed: u32, min: u32, growth: (u32, u32)) -> u32 {
    let (above, below) = growth;
    let scaled = needed as u64 * above as u64 / if below == 0 { 1 } else { below as u64 };
    let scaled = if scaled > header::MAX_WORDS as u64 { header::MAX_WORDS } else { scaled as u32 };
    let stepped = (needed - 1).saturating_add(min);
    if scaled > stepped { scaled } else { stepped }
}

/// Number of items.
#[inline(always)]
pub fn len(cx: &Cx, list: Ref) -> u32 {
    debug_assert!(cx.heap.kind(list) == kind::LIST, "not a list");
    cx.heap.space.word(list, LENGTH) >> 1
}

#[inline(always)]
pub(crate) fn set_len(cx: &mut Cx, list: Ref, len: u32) {
    cx.heap.space.set_word(list, LENGTH, len << 1 | 1);
}

/// Offset of the first item; there is nothing to read when the list is empty.
#[inline(always)]
pub fn start(cx: &Cx, list: Ref) -> u32 {
    debug_assert!(cx.heap.kind(list) == kind::LIST, "not a list");
    cx.heap.space.word(list, BLOCK) + WORD
}

/// The items (borrowed).
#[inline(always)]
pub fn items<'a>(cx: &'a Cx, list: Ref) -> &'a [Value] {
    cx.heap.space.values(start(cx, list), len(cx, list))
}

/// One item (borrowed), unbound behind the end.
#[inline(always)]
pub fn item(cx: &Cx, list: Ref, index: u32) -> Value {
    if index < len(cx, list) {
        Value(cx.heap.space.load(start(cx, list) + index * WORD))
    } else {
        Value::UNBOUND
    }
}

/// Items that the block has room for.
#[inline(always)]
pub fn room(cx: &Cx, list: Ref) -> u32 {
    let block = cx.heap.space.word(list, BLOCK);
    if block == 0 { 0 } else { (cx.heap.space.load(block) >> header::SIZE_SHIFT) - 1 }
}

/// An empty list.
#[inline]
pub fn new(cx: &mut Cx) -> Result<Ref, OutOfMemory> {
    let list = cx.heap.alloc(WORDS)?;
    cx.heap.space.store(list.0, header::fresh(kind::LIST));
    cx.heap.space.set_word(list, LENGTH, 1);
    cx.heap.space.set_word(list, BLOCK, 0);
    Ok(list)
}

/// An empty list with room for exactly so many items.
pub fn with_room(cx: &mut Cx, room: u32) -> Result<Ref, OutOfMemory> {
    let list = new(cx)?;
    if room > 0
        && let Err(error) = set_room(cx, list, room)
    {
        cx.heap.dec_ref(list);
        return Err(error);
    }
    Ok(list)
}

/// A list of these values; its references are new ones.
pub fn from_slice(cx: &mut Cx, items: &[Value]) -> Result<Ref, OutOfMemory> {
    let list = from_owned(cx, items)?;
    for &item in items {
        cx.heap.inc(item);
    }
    Ok(list)
}

/// A list of these values; takes over their references when it succeeds.
pub fn from_owned(cx: &mut Cx, items: &[Value]) -> Result<Ref, OutOfMemory> {
    let count = u32::try_from(items.len()).map_err(|_| OutOfMemory)?;
    let list = with_room(cx, count)?;
    let at = start(cx, list);
    for (to, item) in cx.heap.space.words_mut(at, count).iter_mut().zip(items) {
        *to = item.0;
    }
    set_len(cx, list, count);
    Ok(list)
}

/// A list of `count` values that lie in the heap from offset `from` on; its references are new ones.
pub fn from_part(cx: &mut Cx, from: u32, count: u32) -> Result<Ref, OutOfMemory> {
    let list = with_room(cx, count)?;
    let at = start(cx, list);
    if count > 0 {
        cx.heap.space.copy_words(from, at, count);
        tuple::share_words(cx, at, count);
    }
    set_len(cx, list, count);
    Ok(list)
}

/// Gives the list a block with room for exactly so many items, at least as many as it has.
#[cold]
#[inline(never)]
fn set_room(cx: &mut Cx, list: Ref, room: u32) -> Result<(), OutOfMemory> {
    let words = room.checked_add(1).ok_or(OutOfMemory)?;
    let old = Ref(cx.heap.space.word(list, BLOCK));
    if !old.is_nil() {
        let old_words = cx.heap.space.load(old.0) >> header::SIZE_SHIFT;
        if words > old_words && cx.heap.grow_in_place(old, old_words, words) {
            cx.heap.space.store(old.0, header::block(kind::VALUES, words));
            cx.heap.space.clear_words(old.0 + old_words * WORD, words - old_words);
            return Ok(());
        }
        if words > old_words
            && let Some(block) = cx.heap.grow_downwards(old, old_words, words)
        {
            cx.heap.space.store(block.0, header::block(kind::VALUES, words));
            cx.heap.space.clear_words(block.0 + old_words * WORD, words - old_words);
            cx.heap.space.set_word(list, BLOCK, block.0);
            return Ok(());
        }
    }
    let block = cx.heap.alloc(words)?;
    cx.heap.space.store(block.0, header::block(kind::VALUES, words));
    let len = len(cx, list);
    if len > 0 {
        cx.heap.space.copy_words(old.0 + WORD, block.0 + WORD, len);
    }
    cx.heap.space.clear_words(block.0 + (1 + len) * WORD, room - len);
    cx.heap.space.set_word(list, BLOCK, block.0);
    if !old.is_nil() {
        let old_words = cx.heap.space.load(old.0) >> header::SIZE_SHIFT;
        cx.heap.free(old, old_words);
    }
    Ok(())
}

/// Makes room for `more` items behind those there are; a little more than that when `ahead` are likely.
pub fn reserve(cx: &mut Cx, list: Ref, more: u32) -> Result<(), OutOfMemory> {
    let needed = len(cx, list).checked_add(more).ok_or(OutOfMemory)?;
    if needed <= room(cx, list) {
        return Ok(());
    }
    if len(cx, list) == 0 {
        return set_room(cx, list, needed);
    }
    grow(cx, list, needed)
}

/// Makes room for `needed` items and some that may come.
#[cold]
#[inline(never)]
fn grow(cx: &mut Cx, list: Ref, needed: u32) -> Result<(), OutOfMemory> {
    const GROWTH: (u32, u32) = (memconfig::list::GROWTH_NUM, memconfig::list::GROWTH_DEN);
    const ROOM_MAX: u32 = header::MAX_WORDS - 1;
    let ahead = grown(needed, memconfig::list::MIN_SIZE, GROWTH).min(ROOM_MAX).max(needed);
    match set_room(cx, list, ahead) {
        Err(OutOfMemory) if ahead > needed => set_room(cx, list, needed),
        other => other,
    }
}

/// Appends a value; takes over the reference when it succeeds.
#[inline]
pub fn push(cx: &mut Cx, list: Ref, value: Value) -> Result<(), OutOfMemory> {
    let len = len(cx, list);
    if len >= room(cx, list) {
        grow(cx, list, len.checked_add(1).ok_or(OutOfMemory)?)?;
    }
    let at = start(cx, list) + len * WORD;
    cx.heap.space.store(at, value.0);
    set_len(cx, list, len + 1);
    Ok(())
}

/// Takes the last item out; the caller owns it.
#[inline]
pub fn pop(cx: &mut Cx, list: Ref) -> Option<Value> {
    let len = len(cx, list).checked_sub(1)?;
    let at = start(cx, list) + len * WORD;
    let value = Value(cx.heap.space.load(at));
    cx.heap.space.store(at, 0);
    set_len(cx, list, len);
    give_back(cx, list, len);
    Some(value)
}

/// Blocks of lists shorter than this are not cut: what they could give back is not worth it.
const KEEP_ROOM: u32 = 16;

/// Gives unused room back when less than half of the block is used.
#[inline]
pub(crate) fn give_back(cx: &mut Cx, list: Ref, len: u32) {
    let room = room(cx, list);
    if room > KEEP_ROOM && len < room / 2 {
        cut(cx, list, room, len + len / 8 + KEEP_ROOM / 2);
    }
}

#[cold]
fn cut(cx: &mut Cx, list: Ref, room: u32, keep: u32) {
    if keep < room {
        let block = Ref(cx.heap.space.word(list, BLOCK));
        cx.heap.space.store(block.0, header::block(kind::VALUES, 1 + keep));
        cx.heap.shrink(block, 1 + room, 1 + keep);
    }
}

/// Gives all unused room back.
pub fn trim(cx: &mut Cx, list: Ref) {
    let (len, room) = (len(cx, list), room(cx, list));
    if len == 0 && room > 0 {
        let block = Ref(cx.heap.space.word(list, BLOCK));
        cx.heap.space.set_word(list, BLOCK, 0);
        cx.heap.release_block(block);
    } else {
        cut(cx, list, room, len);
    }
}

/// Replaces an item that exists; takes over the reference.
#[inline]
pub fn set_item(cx: &mut Cx, list: Ref, index: u32, value: Value) {
    if index < len(cx, list) {
        let at = start(cx, list) + index * WORD;
        let old = Value(cx.heap.space.load(at));
        cx.heap.space.store(at, value.0);
        cx.heap.dec(old);
    }
}

/// Inserts a value before item `index` (at most the length); takes over the reference when it succeeds.
pub fn insert(cx: &mut Cx, list: Ref, index: u32, value: Value) -> Result<(), OutOfMemory> {
    let len = len(cx, list);
    push(cx, list, value)?;
    if index < len {
        let at = start(cx, list) + index * WORD;
        cx.heap.space.copy_words(at, at + WORD, len - index);
        cx.heap.space.store(at, value.0);
    }
    Ok(())
}

/// Takes an item out; the caller owns it. Unbound when there is no such item.
pub fn remove(cx: &mut Cx, list: Ref, index: u32) -> Value {
    let len = len(cx, list);
    if index >= len {
        return Value::UNBOUND;
    }
    let at = start(cx, list) + index * WORD;
    let value = Value(cx.heap.space.load(at));
    cx.heap.space.copy_words(at + WORD, at, len - index - 1);
    cx.heap.space.store(at + (len - index - 1) * WORD, 0);
    set_len(cx, list, len - 1);
    give_back(cx, list, len - 1);
    value
}

/// Appends `count` values that lie in the heap from offset `from` on, which may be the list's own.
pub fn extend_from_part(cx: &mut Cx, list: Ref, from: u32, count: u32) -> Result<(), OutOfMemory> {
    let own = from == start(cx, list);
    reserve(cx, list, count)?;
    let len = len(cx, list);
    let first = start(cx, list);
    let from = if own { first } else { from };
    if count > 0 {
        cx.heap.space.copy_words(from, first + len * WORD, count);
        tuple::share_words(cx, first + len * WORD, count);
        set_len(cx, list, len + count);
    }
    Ok(())
}

/// Where the items of a list or tuple lie, and how many there are.
#[inline]
pub fn part_of(cx: &Cx, value: Value) -> Option<(u32, u32)> {
    let object = value.object_ref()?;
    match cx.heap.kind(object) {
        kind::LIST => Some((start(cx, object), len(cx, object))),
        kind::TUPLE => Some((object.0 + tuple::ITEMS * WORD, tuple::len(cx, object))),
        _ => None,
    }
}

/// Makes a list empty and gives its block back.
pub fn clear(cx: &mut Cx, list: Ref) {
    let block = Ref(cx.heap.space.word(list, BLOCK));
    cx.heap.space.set_word(list, BLOCK, 0);
    set_len(cx, list, 0);
    cx.heap.release_block(block);
}

/// Where a search in a row of values ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Search {
    /// At the item of this index.
    Found(u32),
    /// Nowhere.
    Absent,
    /// In front of the item of this index, which script code must compare.
    NeedsCall(u32),
}

/// Searches a row of values from index `from` on for one that is, or equals, a value.
pub fn search(cx: &Cx, items: &[Value], value: Value, from: u32) -> Search {
    let text = cx.as_kind(value, kind::STR);
    let mut fuel = RowFuel::new();
    for (at, &item) in (from..).zip(items.get(from as usize..).unwrap_or(&[])) {
        if item == value {
            return Search::Found(at);
        }
        let equal = match text {
            _ if item.is_small() && (value.is_small() || text.is_some()) => Some(false),
            Some(text) => match cx.as_kind(item, kind::STR) {
                Some(other) => fuel.equal_strs(cx, other, text),
                None => fuel.same_or_equal(cx, item, value),
            },
            None => fuel.same_or_equal(cx, item, value),
        };
        match equal {
            Some(true) => return Search::Found(at),
            Some(false) => {}
            None => return Search::NeedsCall(at),
        }
    }
    Search::Absent
}

/// Exchanges the contents of two lists.
pub fn swap(cx: &mut Cx, a: Ref, b: Ref) {
    for word in [LENGTH, BLOCK] {
        let (old_a, old_b) = (cx.heap.space.word(a, word), cx.heap.space.word(b, word));
        cx.heap.space.set_word(a, word, old_b);
        cx.heap.space.set_word(b, word, old_a);
    }
}

/// Reverses a list in place.
pub fn reverse(cx: &mut Cx, list: Ref) {
    let (at, len) = (start(cx, list), len(cx, list));
    if len > 1 {
        cx.heap.space.words_mut(at, len).reverse();
        cx.charge(len);
    }
}

/// `a + b` of two rows of items.
pub fn concat(cx: &mut Cx, a: Ref, b: Ref) -> Result<Ref, OutOfMemory> {
    let (len_a, len_b) = (len(cx, a), len(cx, b));
    let list = with_room(cx, len_a.checked_add(len_b).ok_or(OutOfMemory)?)?;
    let at = start(cx, list);
    for (from, len, to) in [(a, len_a, at), (b, len_b, at + len_a * WORD)] {
        if len > 0 {
            let from = start(cx, from);
            cx.heap.space.copy_words(from, to, len);
            tuple::share_words(cx, to, len);
        }
    }
    set_len(cx, list, len_a + len_b);
    Ok(list)
}

/// `list * count`.
pub fn repeat(cx: &mut Cx, list: Ref, count: i64) -> Result<Ref, OutOfMemory> {
    let len = len(cx, list);
    let Some(total) = tuple::repeated(len, count)? else { return new(cx) };
    let result = with_room(cx, total)?;
    let (from, to) = (start(cx, list), start(cx, result));
    tuple::repeat_words(cx, from, len, to, total);
    set_len(cx, result, total);
    Ok(result)
}

/// `list *= count`.
pub fn repeat_in_place(cx: &mut Cx, list: Ref, count: i64) -> Result<(), OutOfMemory> {
    let len = len(cx, list);
    let Some(total) = tuple::repeated(len, count)? else {
        clear(cx, list);
        return Ok(());
    };
    if total > room(cx, list) {
        set_room(cx, list, total)?;
    }
    let at = start(cx, list);
    tuple::repeat_words(cx, at, len, at + len * WORD, total - len);
    set_len(cx, list, total);
    Ok(())
}
