//! Sorting lists whose items, or keys, need no script code to be compared.
//!
//! A stable merge sort over words: runs of a few items are sorted by insertion, then merged from one
//! buffer into another. Values, when there are any, move along with their keys. Items are only moved, so
//! no count changes; the scratch block is all the memory it takes.
//!
//! Lists of only small ints, only floats or only strs have comparisons that cannot fail and are sorted in
//! their own block. Others are sorted in a copy: a comparison that needs script code leaves the list as
//! it was, and the prelude sorts it.
//!
//! Not here: calling `key` and `__lt__` (prelude).

use super::{len, start};
use crate::compare;
use crate::cx::Cx;
use crate::dict::Done;
use crate::str;
use core::cmp::Ordering;
use threadsnake_heap::{OutOfMemory, Ref, Value, WORD, header, kind};

/// Items of a run that is sorted by insertion.
const RUN: u32 = 12;

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
}

/// Sorts a list. NeedsCall: it is as it was.
pub fn sort(cx: &mut Cx, list: Ref, direction: Direction) -> Result<Done, OutOfMemory> {
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
pub fn sort_by_keys(
    cx: &mut Cx,
    keys: Ref,
    values: Ref,
    direction: Direction,
) -> Result<Done, OutOfMemory> {
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
    match direction {
        Direction::Up => words.sort_unstable_by_key(|&word| word as i32),
        Direction::Down => words.sort_unstable_by_key(|&word| core::cmp::Reverse(word as i32)),
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

fn sort_row(
    cx: &mut Cx,
    row: Row,
    count: u32,
    keys: Keys,
    direction: Direction,
) -> Result<Done, OutOfMemory> {
    let parts = 1 + u32::from(row.values.is_some());
    let copies = 1 + u32::from(keys == Keys::Other);
    let words = u64::from(count) * u64::from(parts * copies) + 1;
    let words = u32::try_from(words).map_err(|_| OutOfMemory)?;
    let block = cx.heap.alloc(words.max(2))?;
    cx.heap.space.store(block.0, header::block(kind::RAW, words.max(2)));
    let buffer = |number: u32| {
        let first = block.0 + WORD + number * parts * count * WORD;
        Row { keys: first, values: row.values.map(|_| first + count * WORD) }
    };
    let sorted = match keys {
        Keys::Small => merge_sort(cx, row, buffer(0), count, direction, less_small),
        Keys::Float => merge_sort(cx, row, buffer(0), count, direction, less_float),
        Keys::Str => merge_sort(cx, row, buffer(0), count, direction, less_str),
        Keys::Other => {
            buffer(1).put_all(cx, 0, row, 0, count);
            merge_sort(cx, buffer(1), buffer(0), count, direction, compare::less)
        }
    };
    if let Some(result) = sorted
        && result.keys != row.keys
    {
        row.put_all(cx, 0, result, 0, count);
    }
    cx.heap.free(block, words.max(2));
    cx.charge(count.saturating_mul(32 - count.leading_zeros()));
    Ok(if sorted.is_some() { Done::Yes } else { Done::NeedsCall })
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

/// Sorts `row`, using `scratch`; the answer is the one of the two that holds the result. None: a
/// comparison needs script code.
#[inline]
fn merge_sort(
    cx: &mut Cx,
    row: Row,
    scratch: Row,
    count: u32,
    direction: Direction,
    less: impl Fn(&Cx, Value, Value) -> Option<bool> + Copy,
) -> Option<Row> {
    match direction {
        Direction::Up => merge_up(cx, row, scratch, count, less),
        Direction::Down => merge_up(cx, row, scratch, count, move |cx: &Cx, a, b| less(cx, b, a)),
    }
}

#[inline]
fn merge_up(
    cx: &mut Cx,
    row: Row,
    scratch: Row,
    count: u32,
    less: impl Fn(&Cx, Value, Value) -> Option<bool> + Copy,
) -> Option<Row> {
    if is_sorted(cx, row, count, less)? {
        return Some(row);
    }
    let mut first = 0;
    while first < count {
        let end = (first + RUN).min(count);
        insertion_sort(cx, row, first, end, less)?;
        first = end;
    }
    let (mut from, mut to) = (row, scratch);
    let mut width = RUN;
    while width < count {
        let mut left = 0;
        while left < count {
            let middle = left.saturating_add(width).min(count);
            let end = middle.saturating_add(width).min(count);
            merge(cx, from, to, [left, middle, end], less)?;
            left = end;
        }
        (from, to) = (to, from);
        width = width.saturating_mul(2);
    }
    Some(from)
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

/// Merges the sorted stretches `left..middle` and `middle..end` of one row into the same places of another.
#[inline]
fn merge(
    cx: &mut Cx,
    from: Row,
    to: Row,
    [left, middle, end]: [u32; 3],
    less: impl Fn(&Cx, Value, Value) -> Option<bool>,
) -> Option<()> {
    if middle >= end || !less(cx, from.key(cx, middle), from.key(cx, middle - 1))? {
        to.put_all(cx, left, from, left, end - left);
        return Some(());
    }
    let (mut a, mut b, mut out) = (left, middle, left);
    let (mut key_a, mut key_b) = (from.key(cx, a), from.key(cx, b));
    loop {
        if less(cx, key_b, key_a)? {
            to.put(cx, out, from, b);
            (b, out) = (b + 1, out + 1);
            if b == end {
                to.put_all(cx, out, from, a, middle - a);
                return Some(());
            }
            key_b = from.key(cx, b);
        } else {
            to.put(cx, out, from, a);
            (a, out) = (a + 1, out + 1);
            if a == middle {
                to.put_all(cx, out, from, b, end - b);
                return Some(());
            }
            key_a = from.key(cx, a);
        }
    }
}
