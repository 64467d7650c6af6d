//! Figures for the footprint report: bytes by kind, free memory, fragmentation.
//!
//! Not here: what the running figures mean (fields of `Allocator`, `Cycle`, `FrameList`).

use crate::Heap;
use crate::arena::WORD;
use crate::header;
use crate::kind::{self, KIND_COUNT, KIND_MASK};

/// Parts that an index of `Stats` counts in.
const PER_MILLE: u64 = 1000;

/// Blocks of one kind.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Usage {
    /// How many.
    pub count: u32,
    /// Bytes in them.
    pub bytes: u32,
}

/// What a walk over the arena found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stats {
    /// By kind number; `kind::FREE` counts chunks and their bytes.
    pub by_kind: [Usage; KIND_COUNT],
    /// Bytes for objects, the reserve included.
    pub arena_bytes: u32,
    /// Bytes that could be handed out now, the reserve left out.
    pub free_bytes: u32,
    /// Bytes of the largest block that could be had now without collecting.
    pub largest_free_bytes: u32,
    /// How much of the free memory lies outside the largest piece, in thousandths.
    pub fragmentation_per_mille: u32,
}

impl Heap {
    /// Walks the arena and counts.
    pub fn stats(&self) -> Stats {
        let mut by_kind = [Usage::default(); KIND_COUNT];
        for (block, words) in self.blocks() {
            let kind = self.kind(block);
            let usage = &mut by_kind[usize::from(kind & KIND_MASK)];
            usage.count += 1;
            usage.bytes += words * WORD;
        }
        let free_bytes = self.alloc.cap.saturating_sub(self.alloc.live);
        let largest = self.largest_free_bytes();
        Stats {
            by_kind,
            arena_bytes: self.space.end - self.heap_start(),
            free_bytes,
            largest_free_bytes: largest,
            fragmentation_per_mille: index(largest, free_bytes),
        }
    }

    /// Bytes of the largest block that could be had now without collecting: free neighbours count as one,
    /// since the allocator joins them before it gives up.
    pub fn largest_free_bytes(&self) -> u32 {
        let mut runs = Runs::default();
        for (block, words) in self.blocks() {
            runs.add(self.kind(block), words * WORD);
        }
        let behind_top = self.alloc.limit.saturating_sub(self.alloc.top);
        let allowed = self.alloc.cap.saturating_sub(self.alloc.live);
        runs.longest_with(behind_top).min(header::MAX_WORDS * WORD).min(allowed)
    }
}

/// Runs of free chunks, seen in order of address.
#[derive(Default)]
struct Runs {
    current: u32,
    longest: u32,
}

impl Runs {
    fn add(&mut self, kind: u8, bytes: u32) {
        self.current = if kind == kind::FREE { self.current + bytes } else { 0 };
        self.longest = self.longest.max(self.current);
    }

    /// The longest run when so many free bytes follow the last block.
    fn longest_with(&self, behind: u32) -> u32 {
        self.longest.max(self.current + behind)
    }
}

/// The fragmentation index: 1 - largest / all, in thousandths; 0 when nothing is free.
fn index(largest: u32, all: u32) -> u32 {
    let inside = u64::from(largest) * PER_MILLE;
    inside.checked_div(u64::from(all)).map_or(0, |share| (PER_MILLE - share.min(PER_MILLE)) as u32)
}
