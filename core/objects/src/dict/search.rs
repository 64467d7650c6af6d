//! Searching hash tables: by identity, by hash and equality, or candidate by candidate.
//!
//! Two interned strs that are not the same object are not equal; tables that never had another kind of
//! key are searched for interned strs by identity alone.
//!
//! Not here: storage (entries.rs), the order of the search (index.rs), equality (compare.rs).

use super::entries::{State, TABLE, hash_at, open, pow2_index};
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
    let at = place_of_interned::<UNIT>(cx, owner, name)?;
    let table = open::<UNIT>(&cx.heap.space, owner);
    Some(table.number(at))
}

/// The offset of the entry of a key that is an interned str.
#[inline]
pub fn place_of_interned<const UNIT: u32>(cx: &Cx, owner: Ref, name: Value) -> Option<u32> {
    let space = &cx.heap.space;
    let block = Ref(space.word(owner, TABLE));
    let state = State::of(space, owner);
    if block.is_nil() || state.is_mixed() {
        return place_of_text::<UNIT>(cx, owner, name);
    }
    // Keys that are all interned strs have no stored hashes.
    let stride = UNIT * WORD;
    let head = space.load(block.0);
    if header::kind(head) == kind::VALUES {
        let first = block.0 + WORD;
        let end = first + state.shape() * stride;
        let mut at = first;
        while at < end {
            if space.load(at) == name.0 {
                return Some(at);
            }
            at += stride;
        }
        return None;
    }
    let Some(index) = pow2_index(state, block, head >> header::SIZE_SHIFT) else {
        return place_of_text::<UNIT>(cx, owner, name);
    };
    if index.width_log > 0 {
        return place_of_text::<UNIT>(cx, owner, name);
    }
    // The entry that slot value 1 names is the first.
    let before = block.0 + 2 * WORD - stride;
    index.walk_pow2::<0, _>(space, hash::of_name(cx, name), |found| {
        let at = before + found * stride;
        (space.load(at) == name.0).then_some(at)
    })
}

/// Searches for an interned str among keys of all kinds, or in a large table.
#[inline(never)]
fn place_of_text<const UNIT: u32>(cx: &Cx, owner: Ref, name: Value) -> Option<u32> {
    match find::<UNIT>(cx, owner, name, hash::of_name(cx, name)) {
        Found::At(entry) => Some(open::<UNIT>(&cx.heap.space, owner).entry(entry)),
        Found::Missing | Found::NeedsCall => None,
    }
}

/// Searches for a key with this hash.
#[inline]
pub fn find<const UNIT: u32>(cx: &Cx, owner: Ref, key: Value, bits: u32) -> Found {
    let space = &cx.heap.space;
    let state = State::of(space, owner);
    let block = Ref(space.word(owner, TABLE));
    if block.is_nil() {
        return Found::Missing;
    }
    if key.is_ref() && cx.heap.kind(key.as_ref()) == kind::STR {
        return find_as::<UNIT, true>(cx, owner, block, state, key, bits);
    }
    find_as::<UNIT, false>(cx, owner, block, state, key, bits)
}

#[inline]
fn find_as<const UNIT: u32, const TEXT: bool>(
    cx: &Cx,
    owner: Ref,
    block: Ref,
    state: State,
    key: Value,
    bits: u32,
) -> Found {
    let head = cx.heap.space.load(block.0);
    let stride = UNIT + u32::from(state.is_hashed());
    if header::kind(head) == kind::VALUES {
        return scan::<UNIT, TEXT>(cx, block.0 + WORD, stride, state.shape(), key, bits);
    }
    let first = block.0 + 2 * WORD;
    match pow2_index(state, block, head >> header::SIZE_SHIFT) {
        Some(index) if index.width_log == 0 => {
            probe_pow2::<UNIT, TEXT, 0>(cx, first, stride, index, key, bits)
        }
        Some(index) if index.width_log == 1 => {
            probe_pow2::<UNIT, TEXT, 1>(cx, first, stride, index, key, bits)
        }
        Some(index) => probe_pow2::<UNIT, TEXT, 2>(cx, first, stride, index, key, bits),
        None => probe::<UNIT, TEXT>(cx, owner, key, bits),
    }
}

/// Is this key the one looked for? None: script code must say. `TEXT`: the one looked for is a str.
#[inline(always)]
fn matches<const UNIT: u32, const TEXT: bool>(
    cx: &Cx,
    at: u32,
    stride: u32,
    key: Value,
    bits: u32,
) -> Option<bool> {
    let there = Value(cx.heap.space.load(at));
    if there == key {
        return Some(true);
    }
    if there.is_unbound() || there.is_small() && (TEXT || key.is_small()) {
        return Some(false);
    }
    if stride > UNIT && cx.heap.space.load(at + UNIT * WORD) >> 1 != bits {
        return Some(false);
    }
    if TEXT && there.is_ref() && cx.heap.kind(there.as_ref()) == kind::STR {
        return Some(same_text(cx, there.as_ref(), key.as_ref(), bits));
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

fn scan<const UNIT: u32, const TEXT: bool>(
    cx: &Cx,
    first: u32,
    stride: u32,
    used: u32,
    key: Value,
    bits: u32,
) -> Found {
    let mut at = first;
    for entry in 0..used {
        match matches::<UNIT, TEXT>(cx, at, stride, key, bits) {
            Some(true) => return Found::At(entry),
            Some(false) => at += stride * WORD,
            None => return Found::NeedsCall,
        }
    }
    Found::Missing
}

#[inline(always)]
fn visit<const UNIT: u32, const TEXT: bool>(
    cx: &Cx,
    at: u32,
    stride: u32,
    found: u32,
    key: Value,
    bits: u32,
) -> Option<Found> {
    match matches::<UNIT, TEXT>(cx, at, stride, key, bits) {
        Some(false) => None,
        Some(true) => Some(Found::At(found - 1)),
        None => Some(Found::NeedsCall),
    }
}

fn probe_pow2<const UNIT: u32, const TEXT: bool, const W: u32>(
    cx: &Cx,
    first: u32,
    stride: u32,
    index: Index,
    key: Value,
    bits: u32,
) -> Found {
    let found = index.walk_pow2::<W, _>(&cx.heap.space, bits, |found| {
        visit::<UNIT, TEXT>(cx, first + (found - 1) * stride * WORD, stride, found, key, bits)
    });
    found.unwrap_or(Found::Missing)
}

#[inline(never)]
fn probe<const UNIT: u32, const TEXT: bool>(cx: &Cx, owner: Ref, key: Value, bits: u32) -> Found {
    let table = open::<UNIT>(&cx.heap.space, owner);
    let Some(index) = table.index else { return Found::Missing };
    let found = index.walk(&cx.heap.space, bits, |found| {
        visit::<UNIT, TEXT>(cx, table.entry(found - 1), table.stride, found, key, bits)
    });
    found.unwrap_or(Found::Missing)
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

/// What a search in which script code compares found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// The key is in this entry.
    Found(u32),
    /// Script code must compare with the key of this entry.
    Compare(u32),
    /// There is no such key.
    Missing,
}

/// Searches for a key with this hash, whose comparison with the first `skip` candidates that needed script
/// code said no.
pub fn search<const UNIT: u32>(cx: &Cx, owner: Ref, key: Value, bits: u32, skip: u32) -> Step {
    let mut undecided = 0;
    let mut nth = 0;
    while let Some(entry) = candidate::<UNIT>(cx, owner, bits, nth) {
        let there = super::entries::key_at::<UNIT>(cx, owner, entry);
        match compare::same_or_equal(cx, there, key) {
            Some(true) => return Step::Found(entry),
            Some(false) => {}
            None if undecided == skip => return Step::Compare(entry),
            None => undecided += 1,
        }
        nth += 1;
    }
    Step::Missing
}
