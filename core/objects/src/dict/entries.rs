//! Storage of hash tables: entries in the order of insertion, shared by dicts and sets.
//!
//! ```text
//! DICT, SET, FROZENSET, 3 words       table without index (VALUES block)
//!  +0 header                           +0 header (words)
//!  +4 state (small int)                +4 entry 0, entry 1, ... unused entries are 0
//!  +8 table or 0 ────────────────►
//!                                     table with index (TABLE block)
//! state                                +0 header (words)
//!  bit 0      1 (small int)            +4 words of the entries in use (small int)
//!  bit 1      entries hold hashes      +8 entry 0, entry 1, ... room
//!  bit 2      keys other than          end: index slots, and one word more, the number of
//!             interned strs                 slots, when that is no power of two
//!  bits 3..9  without index: entries in use
//!             with index: log2 of the slots (31: see last word) | log2 of slot bytes << 5
//!  bits 10..  live entries
//!
//! entry: key [value] [hash as a small int]      deleted: key and value 0
//! ```
//!
//! `UNIT` is 2 for dicts (key, value) and 1 for sets (key); an entry has one word more when the table
//! holds hashes: keys whose hash is not at hand for little work.
//!
//! D4  live <= entries in use <= room; entries at or behind those in use are not read.
//! D5  A failed allocation leaves owner and table as they were.
//!
//! Not here: searching for keys (search.rs), making room (grow.rs), when to grow (tune.rs).

pub use super::grow::{copy, reserve, trim};
use super::grow::{make_room, set_used};
use super::index::Index;
pub use super::search::{Found, Step, candidate, find, find_interned, place_of_interned, search};
use super::tune::{Slots, Tuning};
use crate::cx::Cx;
use crate::hash::{self, KeyHash};
use threadsnake_heap::header::{self, FLAG2};
use threadsnake_heap::{OutOfMemory, Ref, Space, Value, WORD, kind};

/// Word of the state in an owner.
pub const STATE: u32 = 1;
/// Word of the table in an owner.
pub const TABLE: u32 = 2;
/// Words of an owner.
pub const OWNER_WORDS: u32 = 3;
/// Words per entry of a dict, without hash.
pub const PAIR: u32 = 2;
/// Words per entry of a set, without hash.
pub const SINGLE: u32 = 1;

/// Bit of the state: entries hold hashes.
pub const HASHED: u32 = 1 << 1;
pub(super) const MIXED: u32 = 1 << 2;
const SHAPE_SHIFT: u32 = 3;
const SHAPE_MASK: u32 = 0x7f;
pub(super) const LIVE_SHIFT: u32 = 10;
const LIVE_ONE: u32 = 1 << LIVE_SHIFT;
pub(super) const LOG_FITTED: u32 = 31;
pub(super) const WIDTH_SHIFT: u32 = 5;
const STATE_EMPTY: u32 = 1;

/// The state word of an owner.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct State(pub u32);

impl State {
    /// The state of an owner.
    #[inline(always)]
    pub fn of(space: &Space, owner: Ref) -> State {
        debug_assert!(
            matches!(header::kind(space.load(owner.0)), kind::DICT | kind::SET | kind::FROZENSET),
            "neither a dict nor a set"
        );
        State(space.word(owner, STATE))
    }

    /// Number of live entries.
    #[inline(always)]
    pub const fn live(self) -> u32 {
        self.0 >> LIVE_SHIFT
    }

    /// Do the entries hold hashes?
    #[inline(always)]
    pub const fn is_hashed(self) -> bool {
        self.0 & HASHED != 0
    }

    /// May a key be something else than an interned str?
    #[inline(always)]
    pub const fn is_mixed(self) -> bool {
        self.0 & MIXED != 0
    }

    #[inline(always)]
    pub(super) const fn shape(self) -> u32 {
        self.0 >> SHAPE_SHIFT & SHAPE_MASK
    }

    pub(super) const fn with_shape(self, shape: u32) -> State {
        State(self.0 & !(SHAPE_MASK << SHAPE_SHIFT) | shape << SHAPE_SHIFT)
    }
}

/// A table taken apart: where things are.
#[derive(Clone, Copy)]
pub struct Table {
    /// The block, or nil.
    pub block: Ref,
    /// Offset of entry 0.
    pub first: u32,
    /// Words per entry.
    pub stride: u32,
    /// Entries in use, deleted ones included.
    pub used: u32,
    /// Entries there is room for.
    pub room: u32,
    /// The index, if there is one.
    pub index: Option<Index>,
}

impl Table {
    /// Offset of an entry.
    #[inline(always)]
    pub const fn entry(&self, entry: u32) -> u32 {
        self.first.wrapping_add(entry.wrapping_mul(self.stride * WORD))
    }

    /// The number of the entry at an offset.
    #[inline(always)]
    pub const fn number(&self, at: u32) -> u32 {
        entries_in(at.wrapping_sub(self.first) / WORD, self.stride)
    }
}

/// The index of a table with one.
#[inline(always)]
fn index_of(space: &Space, state: State, block: Ref, words: u32) -> Index {
    match pow2_index(state, block, words) {
        Some(index) => index,
        None => fitted_index(space, block, words, state.shape() >> WIDTH_SHIFT),
    }
}

/// The index of a table with one of a power of two of slots.
#[inline(always)]
pub(super) fn pow2_index(state: State, block: Ref, words: u32) -> Option<Index> {
    let (log, width_log) = (state.shape() & LOG_FITTED, state.shape() >> WIDTH_SHIFT);
    if log == LOG_FITTED {
        return None;
    }
    let bytes = (1 << log) << width_log;
    let at = block.0 + words * WORD - ((bytes + 3) & !3);
    Some(Index { at, count: 1 << log, width_log, shift: 32 - log })
}

#[cold]
fn fitted_index(space: &Space, block: Ref, words: u32, width_log: u32) -> Index {
    let count = space.word(block, words - 1);
    let slots = Slots { count, width_log, fitted: true };
    Index::new(block.0 + words.wrapping_sub(slots.words() as u32) * WORD, slots)
}

/// So many words as entries; cheaper than a division by an unknown number.
#[inline(always)]
const fn entries_in(words: u32, stride: u32) -> u32 {
    match stride {
        1 => words,
        2 => words >> 1,
        _ => words / 3,
    }
}

/// Takes the table of an owner apart. Inlined, so that a caller pays only for the parts it uses.
#[inline(always)]
pub fn open<const UNIT: u32>(space: &Space, owner: Ref) -> Table {
    let state = State::of(space, owner);
    let block = Ref(space.word(owner, TABLE));
    let stride = UNIT + u32::from(state.is_hashed());
    if block.is_nil() {
        return Table { block, first: 0, stride, used: 0, room: 0, index: None };
    }
    let head = space.load(block.0);
    let words = head >> header::SIZE_SHIFT;
    if header::kind(head) == kind::VALUES {
        let room = entries_in(words - 1, stride);
        return Table {
            block,
            first: block.0 + WORD,
            stride,
            used: state.shape(),
            room,
            index: None,
        };
    }
    let index = index_of(space, state, block, words);
    let room = entries_in((index.at - block.0) / WORD - 2, stride);
    let used = entries_in(space.word(block, 1) >> 1, stride);
    Table { block, first: block.0 + 2 * WORD, stride, used, room, index: Some(index) }
}

/// The key of an entry (borrowed), unbound when it was deleted or is not in use.
#[inline]
pub fn key_at<const UNIT: u32>(cx: &Cx, owner: Ref, entry: u32) -> Value {
    let table = open::<UNIT>(&cx.heap.space, owner);
    if entry < table.used { Value(cx.heap.space.load(table.entry(entry))) } else { Value::UNBOUND }
}

/// The first live entry at or behind `from`: its number, key and second word (the value of a dict).
#[inline]
pub fn next<const UNIT: u32>(cx: &Cx, owner: Ref, from: u32) -> Option<(u32, Value, Value)> {
    let table = open::<UNIT>(&cx.heap.space, owner);
    (from..table.used).find_map(|entry| {
        let at = table.entry(entry);
        let key = cx.heap.space.load(at);
        (key != 0).then(|| (entry, Value(key), second::<UNIT>(&cx.heap.space, at)))
    })
}

/// The last live entry before `end`: its number, key and second word (the value of a dict).
pub fn previous<const UNIT: u32>(cx: &Cx, owner: Ref, end: u32) -> Option<(u32, Value, Value)> {
    let table = open::<UNIT>(&cx.heap.space, owner);
    (0..end.min(table.used)).rev().find_map(|entry| {
        let at = table.entry(entry);
        let key = cx.heap.space.load(at);
        (key != 0).then(|| (entry, Value(key), second::<UNIT>(&cx.heap.space, at)))
    })
}

#[inline(always)]
fn second<const UNIT: u32>(space: &Space, at: u32) -> Value {
    if UNIT == PAIR { Value(space.load(at + WORD)) } else { Value::UNBOUND }
}

/// The hash of a live entry.
#[inline]
pub fn hash_at<const UNIT: u32>(cx: &Cx, table: &Table, entry: u32) -> u32 {
    let at = table.entry(entry);
    if table.stride > UNIT {
        cx.heap.space.load(at + UNIT * WORD) >> 1
    } else {
        hash::plain(cx, Value(cx.heap.space.load(at)))
    }
}

/// Adds a key that is not there yet. Takes over the references to key and value when it succeeds.
#[inline]
pub fn append<const UNIT: u32>(
    cx: &mut Cx,
    owner: Ref,
    key: Value,
    hash: KeyHash,
    value: Value,
    tuning: &Tuning,
) -> Result<(), OutOfMemory> {
    let state = State::of(&cx.heap.space, owner);
    let hashed = state.is_hashed() || hash.stored;
    let mut table = open::<UNIT>(&cx.heap.space, owner);
    if table.used >= table.room || hashed != state.is_hashed() {
        make_room::<UNIT>(cx, owner, &table, hashed, tuning)?;
        table = open::<UNIT>(&cx.heap.space, owner);
    }
    put::<UNIT>(cx, owner, &table, key, hash.bits, value);
    Ok(())
}

/// Writes an entry behind those in use, where there is room.
#[inline]
fn put<const UNIT: u32>(
    cx: &mut Cx,
    owner: Ref,
    table: &Table,
    key: Value,
    bits: u32,
    value: Value,
) {
    let space = &mut cx.heap.space;
    let at = table.entry(table.used);
    space.store(at, key.0);
    if UNIT == PAIR {
        space.store(at + WORD, value.0);
    }
    if table.stride > UNIT {
        space.store(at + UNIT * WORD, bits << 1 | 1);
    }
    let mut state = State::of(space, owner).0 + LIVE_ONE;
    if !is_interned(space, key) {
        state |= MIXED;
    }
    match table.index {
        Some(index) => {
            index.insert(space, bits, table.used);
            space.set_word(table.block, 1, ((table.used + 1) * table.stride) << 1 | 1);
        }
        None => state += 1 << SHAPE_SHIFT,
    }
    space.set_word(owner, STATE, state);
}

/// Gives an empty owner a table without an index whose entries are words that lie in a row; they move into it.
pub(super) fn fill(
    cx: &mut Cx,
    owner: Ref,
    from: u32,
    words: u32,
    count: u32,
    is_mixed: bool,
) -> Result<(), OutOfMemory> {
    let block = cx.heap.alloc(1 + words)?;
    cx.heap.space.store(block.0, header::block(kind::VALUES, 1 + words));
    cx.heap.space.copy_words(from, block.0 + WORD, words);
    let mixed = if is_mixed { MIXED } else { 0 };
    let state = State(STATE_EMPTY | mixed | count << LIVE_SHIFT).with_shape(count);
    cx.heap.space.set_word(owner, STATE, state.0);
    cx.heap.space.set_word(owner, TABLE, block.0);
    Ok(())
}

#[inline(always)]
pub(super) fn is_interned(space: &Space, key: Value) -> bool {
    key.is_ref() && {
        let head = space.load(key.0);
        header::kind(head) == kind::STR && head & FLAG2 != 0
    }
}

/// Takes an entry out; key and value are the caller's.
pub fn remove<const UNIT: u32>(cx: &mut Cx, owner: Ref, entry: u32) -> (Value, Value) {
    let table = open::<UNIT>(&cx.heap.space, owner);
    let at = table.entry(entry);
    if entry >= table.used || cx.heap.space.load(at) == 0 {
        return (Value::UNBOUND, Value::UNBOUND);
    }
    if let Some(index) = table.index {
        let bits = hash_at::<UNIT>(cx, &table, entry);
        if let Some(slot) = index.slot_of(&cx.heap.space, bits, entry) {
            index.remove(cx, slot, |cx, other| hash_at::<UNIT>(cx, &table, other));
        }
    }
    let key = Value(cx.heap.space.load(at));
    let value = second::<UNIT>(&cx.heap.space, at);
    cx.heap.space.clear_words(at, table.stride);
    let state = State::of(&cx.heap.space, owner).0 - LIVE_ONE;
    cx.heap.space.set_word(owner, STATE, state);
    (key, value)
}

/// Takes the last entry out and the deleted ones behind it; key and value are the caller's.
pub fn remove_last<const UNIT: u32>(cx: &mut Cx, owner: Ref) -> Option<(Value, Value)> {
    let (entry, ..) = previous::<UNIT>(cx, owner, u32::MAX)?;
    let pair = remove::<UNIT>(cx, owner, entry);
    let table = open::<UNIT>(&cx.heap.space, owner);
    set_used(cx, owner, &table, entry);
    Some(pair)
}

/// Makes an owner empty and gives its table back. What the entries held dies last.
pub fn clear(cx: &mut Cx, owner: Ref) {
    let block = Ref(cx.heap.space.word(owner, TABLE));
    cx.heap.space.set_word(owner, TABLE, 0);
    cx.heap.space.set_word(owner, STATE, STATE_EMPTY);
    cx.heap.release_block(block);
}

/// Makes an empty owner of this kind.
#[inline]
pub fn new_owner(cx: &mut Cx, owner_kind: u8) -> Result<Ref, OutOfMemory> {
    let owner = cx.heap.alloc(OWNER_WORDS)?;
    cx.heap.space.store(owner.0, header::fresh(owner_kind));
    cx.heap.space.set_word(owner, STATE, STATE_EMPTY);
    cx.heap.space.set_word(owner, TABLE, 0);
    Ok(owner)
}

/// Exchanges the tables of two owners.
pub fn swap(cx: &mut Cx, a: Ref, b: Ref) {
    for word in [STATE, TABLE] {
        let (old_a, old_b) = (cx.heap.space.word(a, word), cx.heap.space.word(b, word));
        cx.heap.space.set_word(a, word, old_b);
        cx.heap.space.set_word(b, word, old_a);
    }
}
