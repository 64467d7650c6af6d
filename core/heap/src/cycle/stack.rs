//! A bounded stack of objects to be traced, which forgets its oldest entry when it is full.
//!
//! What it forgets is found again by walking the arena; keeping the newest lets a chain of any length be
//! followed to its end.
//!
//! Not here: marking (trial.rs, slices.rs).

use crate::value::Ref;

/// Entries; a power of two.
const ENTRIES: usize = 64;

pub(super) struct MarkStack {
    entries: [u32; ENTRIES],
    top: usize,
    count: usize,
}

impl MarkStack {
    pub(super) const EMPTY: MarkStack = MarkStack { entries: [0; ENTRIES], top: 0, count: 0 };

    /// Puts an object on top; the object that had to go for it, if any.
    #[inline]
    pub(super) fn push(&mut self, object: Ref) -> Option<Ref> {
        let slot = &mut self.entries[self.top % ENTRIES];
        let gone = Ref(*slot);
        *slot = object.0;
        self.top = (self.top + 1) % ENTRIES;
        if self.count == ENTRIES {
            return Some(gone);
        }
        self.count += 1;
        None
    }

    /// Takes the newest object.
    #[inline]
    pub(super) fn pop(&mut self) -> Option<Ref> {
        if self.count == 0 {
            return None;
        }
        self.count -= 1;
        self.top = (self.top + ENTRIES - 1) % ENTRIES;
        Some(Ref(self.entries[self.top % ENTRIES]))
    }
}
