//! Lookups remembered: (layout, name) to slot or method, (dict, name) to entry.
//!
//! One table in the arena, in which a pair has two places that have nothing to do with each other, serves all code,
//! so that a call need not find "its" cache and cold code costs nothing. It is taken from the arena when
//! the first lookup asks for it, small, and grows while lookups drive each other out; the arena's size
//! bounds it.
//!
//! ```text
//! entry, 4 words:  holder   name   what: slot (small int), or a method (reference, not counted)   0
//!                  (in the first entry: how many lookups were found in their second place)
//! ```
//!
//! C1  An entry for a layout is right as long as that layout and its class live: adding a name to a layout
//!     and changing a method of a class flush the table, and a new layout or class flushes it when one has
//!     died since (its address may be used again).
//! C2  An entry for a dict is a hint: the reader compares the key found there.
//!
//! Not here: what is cached (attr.rs, the vm's global and attribute instructions).

use threadsnake_heap::{Heap, Ref, Value, header, kind};

/// Words of an entry; a power of two, so that finding one takes no multiplication.
pub const ENTRY_WORDS: u32 = 4;
const ENTRY_BYTES: u32 = ENTRY_WORDS * 4;
/// The word of an entry that no pair needs.
const COUNT_WORD: u32 = 3;
/// Entries of the first table, and the fewest that are of use.
const ENTRIES_FIRST: u32 = 16;
const ENTRIES_MIN: u32 = 8;
/// The table grows when this part of it has made room for other entries: what lies in its second place is found
/// more slowly.
const MOVED_PART: u32 = 4;
/// The table takes at most this part of the arena.
const ARENA_PART: u32 = 256;

/// The table of remembered lookups.
#[derive(Clone, Copy, Default)]
pub struct Cache {
    /// Offset of the first entry, or of the dummy object when there is no table.
    pub base: u32,
    /// Bytes of the entries but one; 0 when there is no table.
    pub mask: u32,
    /// Layouts and classes that had died when the table was last flushed.
    seen_dead: u32,
    refused: bool,
    /// Most entries this arena may have.
    most: u32,
    /// Entries that have made room for others since the table was taken.
    moved: u32,
}

impl Cache {
    /// Offset of the first place of this pair. Without a table it is 0, where no pair matches.
    #[inline(always)]
    pub fn entry(&self, holder: u32, name: u32) -> u32 {
        self.base.wrapping_add(hash(holder, name) & self.mask)
    }

    /// Offset of the second place. Without a table it is 0.
    #[inline(always)]
    pub fn second_entry(&self, holder: u32, name: u32) -> u32 {
        let first = hash(holder, name) & self.mask;
        let second = second_hash(holder, name) & self.mask;
        // One entry is not two places; a table has two at least.
        let second = if second == first { first ^ (ENTRY_BYTES & self.mask) } else { second };
        self.base.wrapping_add(second)
    }

    /// What is remembered of this pair.
    #[inline(always)]
    pub fn find(&self, heap: &Heap, holder: u32, name: u32) -> Option<Value> {
        for entry in [self.entry(holder, name), self.second_entry(holder, name)] {
            if heap.space.load(entry) == holder && heap.space.load(entry + 4) == name {
                return Some(Value(heap.space.load(entry + 8)));
            }
        }
        None
    }

    /// Remembers something of this pair.
    #[cold]
    pub fn remember(&mut self, heap: &mut Heap, holder: u32, name: u32, what: Value) {
        if self.mask == 0 && !self.make(heap) {
            return;
        }
        if !self.put(heap, holder, name, what) {
            self.moved += 1;
            if self.moved > self.entries() / MOVED_PART {
                self.grow(heap);
            }
        }
    }

    /// Writes an entry; false when another one had to make room for it.
    fn put(&mut self, heap: &mut Heap, holder: u32, name: u32, what: Value) -> bool {
        let (first, second) = (self.entry(holder, name), self.second_entry(holder, name));
        let is_of_pair = |at: u32| heap.space.load(at) == holder && heap.space.load(at + 4) == name;
        let place = if is_of_pair(second) { second } else { first };
        let had_room = place == second || heap.space.load(first) == 0 || is_of_pair(first);
        if !had_room {
            self.move_over(heap, first);
        }
        heap.space.store(place, holder);
        heap.space.store(place + 4, name);
        heap.space.store(place + 8, what.0);
        had_room
    }

    /// Moves an entry to its other place, from where another one goes for it.
    fn move_over(&self, heap: &mut Heap, from: u32) {
        let [holder, name] = [0, 4].map(|offset| heap.space.load(from + offset));
        let (first, second) = (self.entry(holder, name), self.second_entry(holder, name));
        let to = if from == first { second } else { first };
        for word in 0..COUNT_WORD {
            let old = heap.space.load(from + word * 4);
            heap.space.store(to + word * 4, old);
        }
    }

    /// Where the number of lookups lies that were found in their second place; there is a table.
    #[inline(always)]
    pub fn found_beside(&self) -> u32 {
        self.base + COUNT_WORD * 4
    }

    /// Grows the table when pairs were found in their second place more than so many times since this was asked last.
    pub fn tend(&mut self, heap: &mut Heap, most: u32) {
        if self.mask == 0 || self.entries() * 2 > self.most {
            return;
        }
        let found = heap.space.load(self.found_beside());
        heap.space.store(self.found_beside(), 0);
        if found > most {
            self.grow(heap);
        }
    }

    fn entries(&self) -> u32 {
        self.mask / ENTRY_BYTES + 1
    }

    /// Takes the first, small table.
    fn make(&mut self, heap: &mut Heap) -> bool {
        let arena = heap.space.end - heap.space.start;
        let fitting = arena / ARENA_PART / ENTRY_BYTES;
        self.most = previous_power_of_two(fitting.min(memconfig::cache::ENTRIES));
        if self.refused || self.most < ENTRIES_MIN {
            self.refused = true;
            return false;
        }
        self.refused = !self.take(heap, self.most.min(ENTRIES_FIRST));
        !self.refused
    }

    /// Takes a table of so many entries; false when there is no memory for it.
    fn take(&mut self, heap: &mut Heap, entries: u32) -> bool {
        let words = 1 + entries * ENTRY_WORDS;
        let Ok(block) = heap.alloc(words) else { return false };
        heap.space.store(block.0, header::block(kind::RAW, words));
        self.base = block.0 + 4;
        self.mask = (entries - 1) * ENTRY_BYTES;
        self.moved = 0;
        self.clear(heap);
        true
    }

    /// Moves into a table of twice the size, when that is allowed and there is memory for it.
    fn grow(&mut self, heap: &mut Heap) {
        let (block, base, entries) = (self.block(), self.base, self.entries());
        self.moved = 0;
        if entries * 2 > self.most || !self.take(heap, entries * 2) {
            return;
        }
        for entry in 0..entries {
            let at = base + entry * ENTRY_BYTES;
            let [holder, name, what] = [0, 4, 8].map(|offset| heap.space.load(at + offset));
            if holder != 0 {
                self.put(heap, holder, name, Value(what));
            }
        }
        heap.release_block(block);
    }

    fn clear(&mut self, heap: &mut Heap) {
        heap.space.clear_words(self.base, (self.mask + ENTRY_BYTES) / 4);
    }

    /// Forgets everything.
    pub fn flush(&mut self, heap: &mut Heap) {
        if self.mask != 0 {
            self.clear(heap);
        }
    }

    /// C1: called before a layout or class is made.
    pub fn forget_dead(&mut self, heap: &mut Heap) {
        if self.seen_dead != heap.layouts_died {
            self.seen_dead = heap.layouts_died;
            self.flush(heap);
        }
    }

    /// The block of the table, for reports and for giving it back under memory pressure.
    pub fn block(&self) -> Ref {
        if self.mask == 0 { Ref::NIL } else { Ref(self.base - 4) }
    }

    /// Bytes of the table.
    pub fn bytes(&self) -> u32 {
        if self.mask == 0 { 0 } else { self.mask + ENTRY_BYTES + 4 }
    }

    /// Gives the table's memory back; it is made again when lookups ask for it and memory is there.
    pub fn drop_table(&mut self, heap: &mut Heap) {
        let block = self.block();
        self.base = 0;
        self.mask = 0;
        heap.release_block(block);
    }
}

#[inline(always)]
const fn hash(holder: u32, name: u32) -> u32 {
    (holder.wrapping_add(name) << 2).wrapping_add(name >> 5)
}

/// For the second place, which is rarely asked for: pairs that share a first place hardly ever share this one too.
const fn second_hash(holder: u32, name: u32) -> u32 {
    (holder.wrapping_mul(31) ^ name).wrapping_mul(0x9e37_79b1) >> 12
}

const fn previous_power_of_two(n: u32) -> u32 {
    if n == 0 { 0 } else { 1 << (31 - n.leading_zeros()) }
}
