//! Slices of lists: reading, replacing, deleting ranges and every n-th item.
//!
//! The bounds are adjusted already (slice.rs): all items named exist.
//!
//! Not here: adjusting bounds (slice.rs), sources that are no list or tuple (the prelude makes them one).

use super::{give_back, len, reserve, set_len, start};
use crate::cx::Cx;
use crate::slice::Bounds;
use crate::tuple;
use threadsnake_heap::{OutOfMemory, Ref, Value, WORD};

/// The items of a slice as a new list.
pub fn get(cx: &mut Cx, list: Ref, bounds: Bounds) -> Result<Ref, OutOfMemory> {
    let from = start(cx, list);
    if bounds.step == 1 || bounds.count == 0 {
        return super::from_part(cx, from + bounds.start * WORD, bounds.count);
    }
    let result = super::with_room(cx, bounds.count)?;
    // Making the result moves no other block.
    let to = start(cx, result);
    tuple::gather(cx, from, bounds.start, bounds.step, bounds.count, to);
    set_len(cx, result, bounds.count);
    Ok(result)
}

/// Replaces `count` items from `at` on by `more` values that lie from offset `from` on outside the list
/// or are a copy made before. References to the new values are taken.
pub fn replace(
    cx: &mut Cx,
    list: Ref,
    at: u32,
    count: u32,
    from: u32,
    more: u32,
) -> Result<(), OutOfMemory> {
    let old_len = len(cx, list);
    if more > count {
        reserve(cx, list, more - count)?;
    }
    tuple::share_words(cx, from, more);
    let mut common = count.min(more);
    let place = start(cx, list) + at * WORD;
    for index in 0..common {
        let value = cx.heap.space.load(from + index * WORD);
        let old = Value(cx.heap.space.load(place + index * WORD));
        cx.heap.space.store(place + index * WORD, value);
        cx.heap.dec(old);
    }
    if more < count {
        delete_range(cx, list, at + common, count - more);
        return Ok(());
    }
    let place = place + common * WORD;
    let added = more - common;
    if added > 0 {
        let behind = old_len - at - common;
        cx.heap.space.copy_words(place, place + added * WORD, behind);
        while common < more {
            let value = cx.heap.space.load(from + common * WORD);
            let to = start(cx, list) + (at + common) * WORD;
            cx.heap.space.store(to, value);
            common += 1;
        }
        set_len(cx, list, old_len + added);
    }
    Ok(())
}

/// Deletes `count` items from `at` on.
pub fn delete_range(cx: &mut Cx, list: Ref, at: u32, count: u32) {
    let old_len = len(cx, list);
    if count == 0 {
        return;
    }
    let place = start(cx, list) + at * WORD;
    // The doomed items go to the end, where they are dropped one by one from a list that is whole.
    cx.heap.space.words_mut(place, old_len - at).rotate_left(count as usize);
    set_len(cx, list, old_len - count);
    let end = start(cx, list) + (old_len - count) * WORD;
    for index in 0..count {
        let old = Value(cx.heap.space.load(end + index * WORD));
        cx.heap.space.store(end + index * WORD, 0);
        cx.heap.dec(old);
    }
    cx.charge(count);
    give_back(cx, list, old_len - count);
}

/// Replaces the items of an extended slice, as many as there are, by values from offset `from` on.
pub fn replace_steps(cx: &mut Cx, list: Ref, bounds: Bounds, from: u32) {
    tuple::share_words(cx, from, bounds.count);
    let place = start(cx, list);
    let mut at = i64::from(bounds.start);
    for index in 0..bounds.count {
        let value = cx.heap.space.load(from + index * WORD);
        let to = place + (at as u32) * WORD;
        let old = Value(cx.heap.space.load(to));
        cx.heap.space.store(to, value);
        cx.heap.dec(old);
        at += bounds.step;
    }
    cx.charge(bounds.count);
}

/// Deletes the items of an extended slice.
pub fn delete_steps(cx: &mut Cx, list: Ref, bounds: Bounds) {
    let bounds = bounds.ascending();
    if bounds.step == 1 || bounds.count == 0 {
        return delete_range(cx, list, bounds.start, bounds.count);
    }
    let (old_len, place) = (len(cx, list), start(cx, list));
    let step = bounds.step.clamp(1, i64::from(u32::MAX)) as u32;
    let (mut to, mut next, mut left) = (bounds.start, bounds.start, bounds.count);
    for from in bounds.start..old_len {
        let value = cx.heap.space.load(place + from * WORD);
        if left > 0 && from == next {
            next = next.saturating_add(step);
            left -= 1;
            cx.heap.dec(Value(value));
        } else {
            cx.heap.space.store(place + to * WORD, value);
            to += 1;
        }
    }
    cx.heap.space.clear_words(place + to * WORD, old_len - to);
    set_len(cx, list, to);
    cx.charge(old_len - bounds.start);
    give_back(cx, list, to);
}
