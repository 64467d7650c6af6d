//! Sorting lists whose items, or keys, need no script code to be compared.
//!
//! A stable merge sort in place: runs of a few items are sorted by insertion, then merged (merge.rs).
//! Values, when there are any, move along with their keys. Items are only moved, so no count changes.
//!
//! Sorting never fails for want of memory and never makes the allocator collect: a buffer of half the
//! length, or of what part of it is to be had without effort, makes it faster.
//!
//! It may be long: it ends with an exception when the host interrupts or the budget is used up, and then
//! each item is still there once.
//!
//! When a comparison needs script code, the prelude sorts the list. Items of which that may be expected
//! are copied beforehand, memory permitting, so that it finds them as they were.
//!
//! Not here: merging (sort/merge.rs), calling `key` and `__lt__` (prelude).

mod merge;

use super::{len, start};
use crate::compare;
use crate::cx::{Cx, Exit, Outcome};
use crate::dict::Done;
use crate::{str, tuple};
use core::cmp::Ordering;
use merge::{Merge, PAUSE, SPLITS_MAX};
use threadsnake_heap::{Ref, Value, WORD, header, kind};

/// Items of a run that is sorted by insertion.
const RUN: u32 = 12;
/// Smallest buffer that is worth its block, in items.
const BUFFER_MIN: u32 = 4;

/// In which direction to sort.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    /// Smallest first.
    Up,
    /// Largest first; equal items keep their order all the same.
    Down,
}

/// What all the keys are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keys {
    Small,
    Float,
    Str,
    Other,
}

/// A row of keys and the values that belong to them.
#[derive(Clone, Copy)]
struct Row {
    keys: u32,
    values: Option<u32>,
}

impl Row {
    #[inline(always)]
    fn key(self, cx: &Cx, index: u32) -> Value {
        Value(cx.heap.space.load(self.keys + index * WORD))
    }

    /// Copies one item with its value.
    #[inline(always)]
    fn put(self, cx: &mut Cx, index: u32, from: Row, from_index: u32) {
        let word = cx.heap.space.load(from.keys + from_index * WORD);
        cx.heap.space.store(self.keys + index * WORD, word);
        if let (Some(to), Some(from)) = (self.values, from.values) {
            let word = cx.heap.space.load(from + from_index * WORD);
            cx.heap.space.store(to + index * WORD, word);
        }
    }

    /// Copies `count` items with their values.
    fn put_all(self, cx: &mut Cx, index: u32, from: Row, from_index: u32, count: u32) {
        let (to, at) = (self.keys + index * WORD, from.keys + from_index * WORD);
        cx.heap.space.copy_words(at, to, count);
        if let (Some(to), Some(at)) = (self.values, from.values) {
            cx.heap.space.copy_words(at + from_index * WORD, to + index * WORD, count);
        }
    }

    /// Turns the first items round.
    fn reverse(self, cx: &mut Cx, count: u32) {
        for start in [Some(self.keys), self.values].into_iter().flatten() {
            cx.heap.space.words_mut(start, count).reverse();
        }
    }

    /// Exchanges the stretches `first..middle` and `middle..end`.
    fn rotate(self, cx: &mut Cx, first: u32, middle: u32, end: u32) {
        for start in [Some(self.keys), self.values].into_iter().flatten() {
            let words = cx.heap.space.words_mut(start + first * WORD, end - first);
            words.rotate_left((middle - first) as usize);
        }
    }
}

/// Sorts a list. NeedsCall: it is as it was.
pub fn sort(cx: &mut Cx, list: Ref, direction: Direction) -> Outcome<Done> {
    let count = len(cx, list);
    if count < 2 {
        return Ok(Done::Yes);
    }
    let row = Row { keys: start(cx, list), values: None };
    let keys = keys_of(cx, row, count);
    if keys == Keys::Small {
        sort_small(cx, row, count, direction);
        return Ok(Done::Yes);
    }
    sort_row(cx, row, count, keys, direction)
}

/// Sorts a list of values by a list of their keys, as long as it. NeedsCall: both are as they were.
pub fn sort_by_keys(cx: &mut Cx, keys: Ref, values: Ref, direction: Direction) -> Outcome<Done> {
    let count = len(cx, keys).min(len(cx, values));
    if count < 2 {
        return Ok(Done::Yes);
    }
    let row = Row { keys: start(cx, keys), values: Some(start(cx, values)) };
    let sort = keys_of(cx, row, count);
    sort_row(cx, row, count, sort, direction)
}

/// Small ints that are equal are the same: no need for a stable sort, nor for scratch memory.
fn sort_small(cx: &mut Cx, row: Row, count: u32, direction: Direction) {
    let words = cx.heap.space.words_mut(row.keys, count);
    words.sort_unstable_by_key(|&word| word as i32);
    if direction == Direction::Down {
        words.reverse();
    }
    cx.charge(count.saturating_mul(2));
}

fn keys_of(cx: &Cx, row: Row, count: u32) -> Keys {
    let sort = |value: Value| match cx.kind_of(value) {
        _ if value.is_small() => Keys::Small,
        kind::FLOAT => Keys::Float,
        kind::STR => Keys::Str,
        _ => Keys::Other,
    };
    let first = sort(row.key(cx, 0));
    let same = (1..count).all(|index| sort(row.key(cx, index)) == first);
    if same { first } else { Keys::Other }
}

/// Sorts a row in its own place. What it takes beside is taken when it lies about, never by force: half
/// as much again for speed, and a copy to go back to when a comparison turns out to need script code.
fn sort_row(cx: &mut Cx, row: Row, count: u32, keys: Keys, direction: Direction) -> Outcome<Done> {
    let undo = if keys == Keys::Other && !is_settled(cx, row, count) {
        Buffer::take(cx, row, count).filter(|undo| undo.room >= count)
    } else {
        None
    };
    if let Some(undo) = &undo {
        undo.row.put_all(cx, 0, row, 0, count);
    }
    let buffer = if count > RUN { Buffer::take(cx, row, count / 2) } else { None };
    // Turned round, sorted and turned back, equal items keep their order, and no comparison asks for the direction.
    let is_down = direction == Direction::Down;
    if is_down {
        row.reverse(cx, count);
    }
    let sorted = match keys {
        Keys::Small => merge_sort(cx, row, &buffer, count, less_small),
        Keys::Float => merge_sort(cx, row, &buffer, count, less_float),
        Keys::Str => merge_sort(cx, row, &buffer, count, less_str),
        Keys::Other => merge_sort(cx, row, &buffer, count, compare::less),
    };
    if is_down {
        row.reverse(cx, count);
    }
    if let Some(buffer) = buffer {
        buffer.give(cx);
    }
    if let Some(undo) = undo {
        if sorted.is_none() {
            row.put_all(cx, 0, undo.row, 0, count);
        }
        undo.give(cx);
    }
    match sorted {
        Some(()) => Ok(Done::Yes),
        None if cx.raised.is_unbound() => Ok(Done::NeedsCall),
        None => Err(Exit::Raise),
    }
}

/// Room for items beside the row.
struct Buffer {
    block: Ref,
    words: u32,
    row: Row,
    /// Items it has room for.
    room: u32,
}

impl Buffer {
    /// Takes room for `wanted` items like those of `row`, or for a part of them when that is what lies
    /// about; none when there is next to nothing.
    fn take(cx: &mut Cx, row: Row, wanted: u32) -> Option<Buffer> {
        let parts = 1 + u32::from(row.values.is_some());
        let mut room = wanted;
        while room >= BUFFER_MIN {
            let words = room.saturating_mul(parts).saturating_add(1);
            if let Some(block) = cx.heap.alloc_easily(words) {
                cx.heap.space.store(block.0, header::block(kind::RAW, words));
                let first = block.0 + WORD;
                let values = row.values.map(|_| first + room * WORD);
                return Some(Buffer { block, words, row: Row { keys: first, values }, room });
            }
            room /= 4;
        }
        None
    }

    fn give(self, cx: &mut Cx) {
        cx.heap.free(self.block, self.words);
    }
}

/// What a key, or an item of one, is compared with without script code.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Leaf {
    Number,
    Str,
    Bytes,
}

fn leaf(cx: &Cx, value: Value) -> Option<Leaf> {
    match cx.kind_of(value) {
        _ if value.is_small() || value.is_bool() => Some(Leaf::Number),
        kind::INT | kind::BIGINT | kind::FLOAT => Some(Leaf::Number),
        kind::STR => Some(Leaf::Str),
        kind::BYTES => Some(Leaf::Bytes),
        _ => None,
    }
}

/// Can all keys be compared without script code? Leaves of one sort can, and tuples of such.
fn is_settled(cx: &Cx, row: Row, count: u32) -> bool {
    const ITEMS_MAX: usize = 16;
    let first = row.key(cx, 0);
    let Some(model) = cx.as_kind(first, kind::TUPLE) else {
        let sort = leaf(cx, first);
        return sort.is_some() && (1..count).all(|index| leaf(cx, row.key(cx, index)) == sort);
    };
    let model = tuple::items(cx, model);
    model.len() <= ITEMS_MAX
        && (0..count).all(|index| {
            cx.as_kind(row.key(cx, index), kind::TUPLE).is_some_and(|key| {
                let items = tuple::items(cx, key);
                items.len() == model.len()
                    && items.iter().zip(model).all(|(&item, &like)| {
                        let sort = leaf(cx, item);
                        sort.is_some() && sort == leaf(cx, like)
                    })
            })
        })
}

#[inline(always)]
fn less_small(_: &Cx, a: Value, b: Value) -> Option<bool> {
    Some((a.0 as i32) < (b.0 as i32))
}

#[inline(always)]
fn less_float(cx: &Cx, a: Value, b: Value) -> Option<bool> {
    Some(cx.heap.space.double(a.as_ref(), 1) < cx.heap.space.double(b.as_ref(), 1))
}

/// Text is filled up with zeros to whole words: the first four bytes, as one number, decide mostly.
#[inline(always)]
fn less_str(cx: &Cx, a: Value, b: Value) -> Option<bool> {
    let head = |text: Ref| {
        let some = str::byte_len(cx, text) > 0;
        if some { u32::from_be(cx.heap.space.load(str::start(cx, text))) } else { 0 }
    };
    let (head_a, head_b) = (head(a.as_ref()), head(b.as_ref()));
    if head_a != head_b {
        return Some(head_a < head_b);
    }
    Some(str::compare(cx, a.as_ref(), b.as_ref()) == Ordering::Less)
}

/// Sorts `row`. None: a comparison needs script code; what has been moved so far was moved past larger
/// items only, so a stable sort of what is there now has the same result.
#[inline]
fn merge_sort(
    cx: &mut Cx,
    row: Row,
    buffer: &Option<Buffer>,
    count: u32,
    less: impl Fn(&Cx, Value, Value) -> Option<bool> + Copy,
) -> Option<()> {
    let nowhere = Row { keys: 0, values: row.values };
    let (scratch, room) = match buffer {
        Some(buffer) => (buffer.row, buffer.room),
        None => (nowhere, 0),
    };
    let merge = Merge { row, scratch, room, less };
    if is_sorted(cx, merge.row, count, merge.less)? {
        return Some(());
    }
    let mut first = 0;
    while first < count {
        let end = (first + RUN).min(count);
        insertion_sort(cx, merge.row, first, end, merge.less)?;
        cx.spend(RUN).ok()?;
        first = end;
    }
    let mut width = RUN;
    while width < count {
        let mut left = 0;
        while left < count {
            let middle = left.saturating_add(width).min(count);
            let end = middle.saturating_add(width).min(count);
            merge.stretches(cx, [left, middle, end], SPLITS_MAX)?;
            cx.spend((end - left).min(PAUSE)).ok()?;
            left = end;
        }
        width = width.saturating_mul(2);
    }
    Some(())
}

/// Is every item in its place already?
#[inline]
fn is_sorted(
    cx: &Cx,
    row: Row,
    count: u32,
    less: impl Fn(&Cx, Value, Value) -> Option<bool>,
) -> Option<bool> {
    for at in 1..count {
        if less(cx, row.key(cx, at), row.key(cx, at - 1))? {
            return Some(false);
        }
    }
    Some(true)
}

/// Sorts the items `first..end` of a row in place.
#[inline]
fn insertion_sort(
    cx: &mut Cx,
    row: Row,
    first: u32,
    end: u32,
    less: impl Fn(&Cx, Value, Value) -> Option<bool>,
) -> Option<()> {
    for next in first + 1..end {
        let key = row.key(cx, next);
        if !less(cx, key, row.key(cx, next - 1))? {
            continue;
        }
        let mut place = next - 1;
        while place > first && less(cx, key, row.key(cx, place - 1))? {
            place -= 1;
        }
        shift(cx, row.keys, place, next);
        if let Some(values) = row.values {
            shift(cx, values, place, next);
        }
    }
    Some(())
}

/// Moves word `from` of a row to place `to` before it, and those between up by one.
#[inline]
fn shift(cx: &mut Cx, row: u32, to: u32, from: u32) {
    let word = cx.heap.space.load(row + from * WORD);
    let mut at = from;
    while at > to {
        let before = cx.heap.space.load(row + (at - 1) * WORD);
        cx.heap.space.store(row + at * WORD, before);
        at -= 1;
    }
    cx.heap.space.store(row + to * WORD, word);
}
