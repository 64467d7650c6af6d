//! Searching hash tables: by identity, by hash and equality, or candidate by candidate.
//!
//! Two interned strs that are not the same object are not equal; tables that never had another kind of
//! key are searched for interned strs by identity alone.
//!
//! Not here: storage (entries.rs), the order of the search (index.rs), equality (compare.rs).

use super::entries::{State, TABLE, Table, hash_at, index_of, open};
use super::index::Index;
use crate::cx::Cx;
use crate::{compare, hash, str};
use threadsnake_heap::header::{self, FLAG2};
use threadsnake_heap::{Ref, Value, WORD, kind};

/// What a search for a key found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Found {
    /// The key is in this entry.
    At(u32),
    /// There is no such key.
    Missing,
    /// Script code must compare keys.
    NeedsCall,
}

/// Searches for a key that is an interned str; only identity counts in tables of such keys.
#[inline]
pub fn find_interned<const UNIT: u32>(cx: &Cx, owner: Ref, name: Value) -> Option<u32> {
    let space = &cx.heap.space;
    let block = Ref(space.word(owner, TABLE));
    if block.is_nil() {
        return None;
    }
    let state = State::of(space, owner);
    if state.is_mixed() {
        return find_text::<UNIT>(cx, owner, name);
    }
    let stride = (UNIT + u32::from(state.is_hashed())) * WORD;
    let head = space.load(block.0);
    if header::kind(head) == kind::VALUES {
        let mut at = block.0 + WORD;
        for entry in 0..state.shape() {
            if space.load(at) == name.0 {
                return Some(entry);
            }
            at += stride;
        }
        return None;
    }
    let index = index_of(space, state, block, head >> header::SIZE_SHIFT);
    let first = block.0 + 2 * WORD;
    let mut slot = index.home(hash::of_name(cx, name));
    loop {
        let found = index.get(space, slot);
        if found == 0 {
            return None;
        }
        if space.load(first + (found - 1) * stride) == name.0 {
            return Some(found - 1);
        }
        slot = index.next(slot);
    }
}

/// Searches for an interned str among keys of all kinds.
fn find_text<const UNIT: u32>(cx: &Cx, owner: Ref, name: Value) -> Option<u32> {
    match find::<UNIT>(cx, owner, name, hash::of_name(cx, name)) {
        Found::At(entry) => Some(entry),
        Found::Missing | Found::NeedsCall => None,
    }
}

/// Searches for a key with this hash.
#[inline]
pub fn find<const UNIT: u32>(cx: &Cx, owner: Ref, key: Value, bits: u32) -> Found {
    let table = open::<UNIT>(&cx.heap.space, owner);
    match table.index {
        Some(index) => probe::<UNIT>(cx, &table, index, key, bits),
        None => scan::<UNIT>(cx, &table, key, bits),
    }
}

/// Is this key the one looked for? None: script code must say.
#[inline(always)]
fn matches<const UNIT: u32>(cx: &Cx, table: &Table, at: u32, key: Value, bits: u32) -> Option<bool> {
    let there = Value(cx.heap.space.load(at));
    if there == key {
        return Some(true);
    }
    if there.is_unbound() || there.is_small() && key.is_small() {
        return Some(false);
    }
    if table.stride > UNIT && cx.heap.space.load(at + UNIT * WORD) >> 1 != bits {
        return Some(false);
    }
    matches_slowly(cx, there, key, bits)
}

fn matches_slowly(cx: &Cx, there: Value, key: Value, bits: u32) -> Option<bool> {
    if let (Some(a), Some(b)) = (cx.as_kind(there, kind::STR), cx.as_kind(key, kind::STR)) {
        return Some(same_text(cx, a, b, bits));
    }
    compare::same_or_equal(cx, there, key)
}

/// Do two different str objects have the same text? `bits` is the hash of the second.
#[inline]
fn same_text(cx: &Cx, there: Ref, key: Ref, bits: u32) -> bool {
    let space = &cx.heap.space;
    if space.load(there.0) & space.load(key.0) & FLAG2 != 0 {
        return false;
    }
    let known = space.word(there, 1);
    if known != 0 && known != bits {
        return false;
    }
    space.word(there, 2) == space.word(key, 2) && str::bytes(cx, there) == str::bytes(cx, key)
}

fn scan<const UNIT: u32>(cx: &Cx, table: &Table, key: Value, bits: u32) -> Found {
    let mut at = table.first;
    for entry in 0..table.used {
        match matches::<UNIT>(cx, table, at, key, bits) {
            Some(true) => return Found::At(entry),
            Some(false) => at += table.stride * WORD,
            None => return Found::NeedsCall,
        }
    }
    Found::Missing
}

fn probe<const UNIT: u32>(cx: &Cx, table: &Table, index: Index, key: Value, bits: u32) -> Found {
    let mut slot = index.home(bits);
    loop {
        let found = index.get(&cx.heap.space, slot);
        if found == 0 {
            return Found::Missing;
        }
        match matches::<UNIT>(cx, table, table.entry(found - 1), key, bits) {
            Some(true) => return Found::At(found - 1),
            Some(false) => slot = index.next(slot),
            None => return Found::NeedsCall,
        }
    }
}

/// The entry of the `nth` key with this hash, in the order of the search: script code then compares.
pub fn candidate<const UNIT: u32>(cx: &Cx, owner: Ref, bits: u32, nth: u32) -> Option<u32> {
    let table = open::<UNIT>(&cx.heap.space, owner);
    let is_one = |&entry: &u32| {
        cx.heap.space.load(table.entry(entry)) != 0 && hash_at::<UNIT>(cx, &table, entry) == bits
    };
    let Some(index) = table.index else {
        return (0..table.used).filter(is_one).nth(nth as usize);
    };
    let mut slot = index.home(bits);
    let run = core::iter::from_fn(|| {
        let found = index.get(&cx.heap.space, slot).checked_sub(1);
        slot = index.next(slot);
        found
    });
    run.filter(is_one).nth(nth as usize)
}
