//! Growing lists in the bump arena.
//!
//! A list doubles by moving to a larger slice; the smaller one stays behind until the whole arena is dropped, so a
//! list of n items costs less than 3n slots. It never panics: a full arena is an `OutOfMemory` value.
//!
//! Not here: the limit of the arena, which the caller sets.

use bumpalo::Bump;

/// The arena, or the limit set on it, is exhausted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOfMemory;

/// Slots a list gets with its first item: most argument lists and blocks are this short.
const FIRST_SLOTS: usize = 2;

/// A list of `Copy` items in a bump arena.
#[derive(Debug)]
pub struct List<'a, T: Copy> {
    slots: &'a mut [T],
    len: usize,
}

impl<'a, T: Copy> List<'a, T> {
    /// An empty list; takes no memory.
    #[must_use]
    pub fn new() -> Self {
        List { slots: &mut [], len: 0 }
    }

    /// Adds an item at the end.
    pub fn push(&mut self, bump: &'a Bump, item: T) -> Result<(), OutOfMemory> {
        if self.len == self.slots.len() {
            self.grow(bump, item)?;
        }
        if let Some(slot) = self.slots.get_mut(self.len) {
            *slot = item;
            self.len += 1;
        }
        Ok(())
    }

    fn grow(&mut self, bump: &'a Bump, filler: T) -> Result<(), OutOfMemory> {
        let slots = self.slots.len().saturating_mul(2).max(FIRST_SLOTS);
        let larger = bump.try_alloc_slice_fill_copy(slots, filler).map_err(|_| OutOfMemory)?;
        if let Some(head) = larger.get_mut(..self.slots.len()) {
            head.copy_from_slice(self.slots);
        }
        self.slots = larger;
        Ok(())
    }

    /// Takes the last item away.
    pub fn pop(&mut self) -> Option<T> {
        let last = self.last()?;
        self.len -= 1;
        Some(last)
    }

    /// Forgets everything from `len` on; the slots stay.
    pub fn truncate(&mut self, len: usize) {
        self.len = self.len.min(len);
    }

    /// Number of items.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// There are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The item at `idx`.
    #[must_use]
    pub fn get(&self, idx: usize) -> Option<T> {
        self.as_slice().get(idx).copied()
    }

    /// Replaces the item at `idx`, if there is one.
    pub fn set(&mut self, idx: usize, item: T) {
        if idx < self.len
            && let Some(slot) = self.slots.get_mut(idx)
        {
            *slot = item;
        }
    }

    /// The last item.
    #[must_use]
    pub fn last(&self) -> Option<T> {
        self.as_slice().last().copied()
    }

    /// What is in it now.
    #[must_use]
    pub fn as_slice(&self) -> &[T] {
        self.slots.get(..self.len).unwrap_or_default()
    }

    /// What is in it now, to be changed in place.
    #[must_use]
    pub fn as_mut_slice(&mut self) -> &mut [T] {
        self.slots.get_mut(..self.len).unwrap_or_default()
    }

    /// Ends growing: the items for the lifetime of the arena.
    #[must_use]
    pub fn finish(self) -> &'a [T] {
        let items: &'a [T] = self.slots;
        items.get(..self.len).unwrap_or_default()
    }
}

impl<T: Copy> Default for List<'_, T> {
    fn default() -> Self {
        List::new()
    }
}
