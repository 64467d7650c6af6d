//! The script heap: bytes, references, who is alive.
//!
//! ```text
//!  base          start                                               end
//!  | ROM | ... | register window | objects, blocks, free ... | reserve |
//! ```
//!
//! Invariants H1.. are stated in the file that keeps them (header, arena, alloc) and checked by check.rs.
//! This is the one crate where unsafe code lives: arena.rs and split.rs, and nowhere else.
//!
//! Not here: what the objects mean (crate `objects`).
#![no_std]
#![deny(unsafe_code)]
#![warn(missing_docs)]

pub mod alloc;
pub mod arena;
#[cfg(any(debug_assertions, feature = "check"))]
pub mod check;
pub mod cluster;
pub mod cycle;
pub mod fault;
pub mod finalize;
pub mod frames;
mod gap;
pub mod header;
pub mod kind;
pub mod rc;
pub mod split;
pub mod stats;
pub mod value;
pub mod view;

pub use alloc::OutOfMemory;
pub use arena::{Space, WORD};
pub use value::{Ref, Value};

use alloc::Allocator;
use cluster::Clusters;
use cycle::Cycle;
use finalize::Finalizers;
use frames::FrameList;

/// The heap of one machine.
pub struct Heap {
    /// Memory by offset.
    pub space: Space,
    /// Free lists and figures.
    pub alloc: Allocator,
    /// Objects whose finalizer has yet to run.
    pub finalizers: Finalizers,
    /// Layouts that have died so far: whoever remembers something by a layout's address looks at it.
    pub layouts_died: u32,
    /// The cycle collector's state and figures.
    pub cycle: Cycle,
    /// Frames kept for the next spill.
    pub frames: FrameList,
    /// Cells that may be part of a closure that refers to itself.
    pub clusters: Clusters,
    /// Does an allocation that finds no memory collect cycles? Set by the machine from its profile.
    pub auto_collect: bool,
    first_object: u32,
    reserve_bytes: u32,
    image_cursor: u32,
}

impl Heap {
    /// A heap over the arena of `space`; the first `window_bytes` of it are set aside for the register
    /// window, the last `reserve_bytes` for raising and handling `MemoryError`.
    pub fn new(space: Space, window_bytes: u32, reserve_bytes: u32) -> Heap {
        let first_object = space.start.saturating_add(window_bytes & !(WORD - 1)).min(space.end);
        let limit = space.end.saturating_sub(reserve_bytes).max(first_object);
        Heap {
            alloc: Allocator::new(first_object, limit),
            finalizers: Finalizers::default(),
            space,
            layouts_died: 0,
            first_object,
            cycle: Cycle::NEW,
            frames: FrameList::EMPTY,
            clusters: Clusters::EMPTY,
            auto_collect: true,
            reserve_bytes,
            image_cursor: 0,
        }
    }

    /// Where the reserve begins.
    fn closed_limit(&self) -> u32 {
        self.space.end.saturating_sub(self.reserve_bytes).max(self.first_object)
    }

    /// Offset of the first block.
    pub fn heap_start(&self) -> u32 {
        self.first_object
    }

    /// The blocks and free chunks of the arena in order of address, with their sizes in words.
    pub fn blocks(&self) -> impl Iterator<Item = (Ref, u32)> {
        let mut at = self.first_object;
        core::iter::from_fn(move || {
            if at >= self.alloc.top {
                return None;
            }
            let block = Ref(at);
            let words = self.size_words(block).max(1);
            at = at.saturating_add(words.saturating_mul(WORD));
            Some((block, words))
        })
    }
}
