//! Hash tables in the bump arena.
//!
//! hashbrown with the arena as its allocator, a fixed hash function (so that the same source always takes the same
//! memory) and insertion that can fail.

use bumpalo::Bump;
use hashbrown::HashTable;

use crate::list::OutOfMemory;

/// A hash table whose items know their own keys.
pub struct Table<'a, T> {
    items: HashTable<T, &'a Bump>,
}

impl<'a, T> Table<'a, T> {
    /// An empty table; takes no memory.
    #[must_use]
    pub fn new(bump: &'a Bump) -> Self {
        Table { items: HashTable::new_in(bump) }
    }

    /// Forgets all items; the memory stays for others.
    pub fn clear(&mut self) {
        self.items.clear();
    }

    /// The item with this hash that `is_it` accepts.
    pub fn find(&self, hash: u64, is_it: impl FnMut(&T) -> bool) -> Option<&T> {
        self.items.find(hash, is_it)
    }

    /// Adds an item that is not there yet. `rehash` gives the hash of any item.
    pub fn insert(
        &mut self,
        hash: u64,
        item: T,
        rehash: impl Fn(&T) -> u64,
    ) -> Result<(), OutOfMemory> {
        self.items.try_reserve(1, &rehash).map_err(|_| OutOfMemory)?;
        self.items.insert_unique(hash, item, rehash);
        Ok(())
    }
}

/// Spreads a number over all bits: tables look at the lowest and at the highest.
#[must_use]
pub const fn spread(number: u64) -> u64 {
    const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
    let mixed = (number ^ number >> 32).wrapping_mul(GOLDEN);
    mixed ^ mixed >> 29
}

/// Hash of bytes, starting from a number that belongs to the key too.
#[must_use]
pub fn hash_bytes(seed: u64, bytes: &[u8]) -> u64 {
    const PRIME: u64 = 0x0000_0100_0000_01B3;
    const OFFSET: u64 = 0xCBF2_9CE4_8422_2325;
    let state = bytes
        .iter()
        .fold(OFFSET ^ seed, |state, &byte| (state ^ u64::from(byte)).wrapping_mul(PRIME));
    spread(state)
}
