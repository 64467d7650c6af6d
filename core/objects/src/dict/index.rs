//! The index of a hash table: small slots that say where in the entries a key may be.
//!
//! ```text
//! slot: 0 = empty, else number of the entry + 1; bytes, or 2 or 4 bytes packed into words from the low bits up
//! ```
//!
//! Probing is linear from a home slot got by multiplying (Fibonacci hashing), so keys in arithmetic
//! progression spread well. Slots are removed by moving later ones of the run back, so a run never holds
//! slots of entries that are gone.
//!
//! D1  At least one slot is empty.
//! D2  A slot that is not empty names a live entry, and every live entry is named by one slot.
//! D3  Between an entry's home and its slot no slot is empty.
//!
//! Not here: the entries (entries.rs), how many slots (tune.rs).

use super::tune::Slots;
use crate::cx::Cx;
use threadsnake_heap::{Space, WORD};

/// 2^32 divided by the golden ratio, made odd.
const GOLDEN: u32 = 0x9e37_79b1;
/// Shift that says: scale to a count that is no power of two.
pub const SHIFT_FITTED: u32 = 32;

/// Where an index lies and how its slots are numbered.
#[derive(Clone, Copy)]
pub struct Index {
    /// Offset of its first word.
    pub at: u32,
    /// Number of slots.
    pub count: u32,
    /// Bytes of a slot: 1 << width_log.
    pub width_log: u32,
    /// Right shift of the mixed hash, or `SHIFT_FITTED`.
    pub shift: u32,
}

impl Index {
    /// The index that lies at `at` and has these slots.
    pub fn new(at: u32, slots: Slots) -> Index {
        let shift = if slots.fitted { SHIFT_FITTED } else { 32 - slots.count.trailing_zeros() };
        Index { at, count: slots.count, width_log: slots.width_log, shift }
    }

    /// Words that its slots take.
    pub fn words(self) -> u32 {
        (self.count << self.width_log).div_ceil(WORD)
    }

    /// Has another index as many slots, of the same width, so that equal hashes have the same home?
    pub fn is_like(self, other: Index) -> bool {
        self.count == other.count && self.width_log == other.width_log && self.shift == other.shift
    }

    /// The slot where the search for a hash begins.
    #[inline(always)]
    pub fn home(self, hash: u32) -> u32 {
        let mixed = hash.wrapping_mul(GOLDEN);
        if self.shift < SHIFT_FITTED { mixed >> self.shift } else { self.fitted_home(mixed) }
    }

    #[cold]
    fn fitted_home(self, mixed: u32) -> u32 {
        ((u64::from(mixed) * u64::from(self.count)) >> 32) as u32
    }

    /// The slot behind a slot.
    #[inline(always)]
    pub fn next(self, slot: u32) -> u32 {
        let next = slot + 1;
        if next >= self.count { 0 } else { next }
    }

    /// Where a slot of more than one byte lies: offset of its word, and its lowest bit there.
    #[inline(always)]
    fn place(self, slot: u32) -> (u32, u32) {
        let per_word_log = 2 - self.width_log;
        let word = self.at + (slot >> per_word_log) * WORD;
        let bit = (slot & ((1 << per_word_log) - 1)) << (3 + self.width_log);
        (word, bit)
    }

    #[inline(always)]
    fn mask(self) -> u32 {
        u32::MAX >> (32 - (8 << self.width_log))
    }

    /// What a slot says: 0, or the number of an entry + 1.
    #[inline(always)]
    pub fn get(self, space: &Space, slot: u32) -> u32 {
        if self.width_log == 0 {
            return u32::from(space.byte(self.at + slot));
        }
        let (word, bit) = self.place(slot);
        space.load(word) >> bit & self.mask()
    }

    /// Visits the slots of a hash's run, as long as they name entries (`visit` is given number + 1) and
    /// until `visit` has an answer. For an index of a power of two of slots of 1 << `W` bytes each.
    #[inline(always)]
    pub fn walk_pow2<const W: u32, R>(
        self,
        space: &Space,
        hash: u32,
        visit: impl Fn(u32) -> Option<R>,
    ) -> Option<R> {
        let mut slot = hash.wrapping_mul(GOLDEN) >> self.shift;
        loop {
            let found = match W {
                0 => u32::from(space.byte(self.at + slot)),
                1 => space.load(self.at + (slot >> 1) * WORD) >> ((slot & 1) << 4) & 0xffff,
                _ => space.load(self.at + slot * WORD),
            };
            if found == 0 {
                return None;
            }
            if let answer @ Some(_) = visit(found) {
                return answer;
            }
            slot = (slot + 1) & (self.count - 1);
        }
    }

    /// The same for any index.
    #[inline(always)]
    pub fn walk<R>(self, space: &Space, hash: u32, visit: impl Fn(u32) -> Option<R>) -> Option<R> {
        let mut slot = self.home(hash);
        loop {
            let found = self.get(space, slot);
            if found == 0 {
                return None;
            }
            if let answer @ Some(_) = visit(found) {
                return answer;
            }
            slot = self.next(slot);
        }
    }

    /// Writes a slot.
    #[inline(always)]
    pub fn set(self, space: &mut Space, slot: u32, entry_plus_one: u32) {
        if self.width_log == 0 {
            return space.set_byte(self.at + slot, entry_plus_one as u8);
        }
        let (word, bit) = self.place(slot);
        let others = space.load(word) & !(self.mask() << bit);
        space.store(word, others | entry_plus_one << bit);
    }

    /// Empties all slots.
    pub fn clear(self, space: &mut Space) {
        space.clear_words(self.at, self.words());
    }

    /// Puts an entry into the first empty slot behind its home.
    #[inline]
    pub fn insert(self, space: &mut Space, hash: u32, entry: u32) {
        let mut slot = self.home(hash);
        while self.get(space, slot) != 0 {
            slot = self.next(slot);
        }
        self.set(space, slot, entry + 1);
    }

    /// The slot that names an entry with this hash.
    pub fn slot_of(self, space: &Space, hash: u32, entry: u32) -> Option<u32> {
        let mut slot = self.home(hash);
        for _ in 0..self.count {
            match self.get(space, slot) {
                0 => return None,
                found if found == entry + 1 => return Some(slot),
                _ => slot = self.next(slot),
            }
        }
        None
    }

    /// Empties a slot and moves back those behind it that would no longer be found (D3). `hash_of` gives
    /// the hash of an entry.
    pub fn remove(self, cx: &mut Cx, slot: u32, hash_of: impl Fn(&Cx, u32) -> u32) {
        let mut hole = slot;
        let mut at = self.next(slot);
        loop {
            let found = self.get(&cx.heap.space, at);
            if found == 0 {
                break;
            }
            let home = self.home(hash_of(cx, found - 1));
            if self.distance(home, at) >= self.distance(hole, at) {
                self.set(&mut cx.heap.space, hole, found);
                hole = at;
            }
            at = self.next(at);
        }
        self.set(&mut cx.heap.space, hole, 0);
    }

    /// Slots from one to another, going forward.
    #[inline]
    fn distance(self, from: u32, to: u32) -> u32 {
        if to >= from { to - from } else { to + self.count - from }
    }
}
