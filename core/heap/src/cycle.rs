//! The cycle collector: what only refers to itself goes.
//!
//! Counting frees everything but rings. Which rings are garbage is decided by counts alone, so a
//! collection needs to know nothing about native variables, registers or the window, and may run
//! at any allocation (H6):
//!
//! ```text
//!  suspects   all holders of values, or those an incremental cycle found unmarked
//!  subtract   for each reference from suspect to suspect, take one off the target's count
//!  revive     a suspect whose count still has something left is referred to from elsewhere: it
//!             lives, and so does what it refers to; the references it holds are counted again
//!  the rest   is referred to by the rest only: weak references to it are cleared, finalizers among
//!             it are queued and revive what they can see, what remains is freed
//! ```
//!
//! References held by anything else (natives, registers, queue, unowned blocks, saturated objects) are
//! never subtracted, so they keep their targets alive without anybody listing them.
//!
//! H9   While no collection runs, the two upper bits of every kind byte are clear; `MARK` is set in
//!      holders of values only, and only while an incremental cycle is under way.
//! H10  A block is referred to by one value at most, never by another collection's or kind's raw word
//!      alone; blocks lie in blocks `BLOCK_DEPTH` deep at most. No value refers to a FREE chunk or
//!      to the header of an IMAGE.
//!
//! Not here: the steps above (trial.rs), finding suspects in slices (slices.rs), code images (images.rs).

mod images;
mod slices;
mod stack;
mod trial;

pub use images::Images;

use crate::Heap;
use crate::arena::WORD;
use crate::header::{self, IMMORTAL, MARK};
use crate::kind::{self, FIRST_COUNTED, KIND_MASK};
use crate::value::{Ref, Value};
use stack::MarkStack;

/// Parts of the arena that an incremental cycle keeps apart, so that the final check visits few of them.
const REGIONS: usize = 64;
/// How deep blocks may lie in blocks: an instance's attribute block, a block in it.
const BLOCK_DEPTH: u32 = 2;

/// Names values, one call for each: the references that somebody outside the heap holds.
pub type Roots<'r> = dyn FnMut(&mut dyn FnMut(Value)) + 'r;

/// What a collection freed.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Collected {
    /// Objects found unreachable, those queued for their finalizer included.
    pub objects: u32,
    /// Bytes given back, those of what died with them included.
    pub bytes: u32,
}

/// Where an incremental cycle stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Phase {
    Idle,
    Mark,
    Search,
    Clear,
}

/// The collector's state and figures.
pub struct Cycle {
    phase: Phase,
    running: bool,
    /// Next object of the walk of this phase.
    cursor: u32,
    /// Lowest object that the walk has to come back to, 0 when none.
    again: u32,
    /// Bytes of a region, and the first suspect in each (0: none).
    region_bytes: u32,
    regions: [u32; REGIONS],
    stack: MarkStack,
    suspects: u32,
    /// Collections so far, whole ones and completed incremental ones.
    pub collections: u32,
    /// Slices so far.
    pub slices: u32,
    /// Objects found unreachable so far.
    pub freed_objects: u64,
    /// Bytes given back so far.
    pub freed_bytes: u64,
}

impl Cycle {
    pub(crate) const NEW: Cycle = Cycle {
        phase: Phase::Idle,
        running: false,
        cursor: 0,
        again: 0,
        region_bytes: u32::MAX,
        regions: [0; REGIONS],
        stack: MarkStack::EMPTY,
        suspects: 0,
        collections: 0,
        slices: 0,
        freed_objects: 0,
        freed_bytes: 0,
    };

    /// Is an incremental cycle under way?
    pub fn is_under_way(&self) -> bool {
        self.phase != Phase::Idle
    }

    /// Holders that the last check had to look at.
    pub fn suspects(&self) -> u32 {
        self.suspects
    }
}

/// May an object with this header be part of a ring? (Holds values, and is counted.)
#[inline(always)]
fn is_holder(header: u32) -> bool {
    let kind = header::kind(header) & KIND_MASK;
    kind >= FIRST_COUNTED && kind::has_values(kind) && header & IMMORTAL == 0
}

impl Heap {
    /// Collects all cycles. Sound at any time at which H6 holds.
    pub fn collect(&mut self) -> Collected {
        if self.cycle.running {
            return Collected::default();
        }
        self.abandon_cycle();
        self.suspect_everywhere();
        self.cycle.collections += 1;
        self.reclaim()
    }

    /// Is a collection at work, whose counts mean something else?
    pub(crate) fn is_collecting(&self) -> bool {
        self.cycle.running
    }

    /// Makes the whole arena one region to be searched.
    fn suspect_everywhere(&mut self) {
        self.cycle.region_bytes = u32::MAX;
        self.cycle.regions = [0; REGIONS];
        self.cycle.regions[0] = self.heap_start();
    }

    /// Ends an incremental cycle without a result.
    fn abandon_cycle(&mut self) {
        if self.cycle.phase != Phase::Idle {
            self.suspect_everywhere();
            self.walk(0, |heap, object, header| {
                if is_holder(header) && header & MARK != 0 {
                    heap.space.store(object.0, header & !MARK);
                }
            });
            self.cycle.phase = Phase::Idle;
        }
    }

    /// For the allocator: gives up kept frames.
    pub(crate) fn relieve_frames(&mut self) {
        self.drop_frames();
    }

    /// For the allocator: lets closures go that only refer to themselves.
    pub(crate) fn relieve_clusters(&mut self) {
        self.look_at_clusters();
    }

    /// For the allocator: collects cycles when the profile lets it.
    pub(crate) fn relieve_cycles(&mut self) {
        if self.auto_collect {
            self.collect();
        }
    }

    /// For the allocator: no object starts between `from` and `to` any more (both exclusive).
    #[inline]
    pub(crate) fn forget_boundaries(&mut self, from: u32, to: u32) {
        if self.cycle.phase != Phase::Idle {
            self.move_cursors(from, to);
        }
    }

    #[cold]
    fn move_cursors(&mut self, from: u32, to: u32) {
        let is_gone = |offset: u32| offset > from && offset < to;
        if is_gone(self.cycle.cursor) {
            self.cycle.cursor = from;
        }
        if is_gone(self.cycle.again) {
            self.cycle.again = from;
        }
        if self.cycle.phase == Phase::Search {
            let touched = self.region_of(from)..=self.region_of(to);
            if self.cycle.regions[touched].iter().any(|&start| is_gone(start)) {
                self.suspect_everywhere();
            }
        }
    }

    /// The number of the region that an offset lies in.
    fn region_of(&self, offset: u32) -> usize {
        let distance = offset.saturating_sub(self.heap_start());
        ((distance / self.cycle.region_bytes) as usize).min(REGIONS - 1)
    }

    /// Visits every block and object of the regions from `from` on, in order of address. The visitor
    /// may free what it is given.
    fn walk(&mut self, from: u32, mut visit: impl FnMut(&mut Heap, Ref, u32)) {
        for region in 0..REGIONS {
            let mut at = self.cycle.regions[region];
            let end = self.region_end(region);
            if at == 0 || from >= end {
                continue;
            }
            at = at.max(from);
            while at < end {
                let header = self.space.load(at);
                let next = at + self.size_words(Ref(at)).max(1) * WORD;
                visit(self, Ref(at), header);
                at = next;
            }
        }
    }

    fn region_end(&self, region: usize) -> u32 {
        if region == REGIONS - 1 {
            return self.alloc.top;
        }
        let distance = self.cycle.region_bytes.saturating_mul(region as u32 + 1);
        self.heap_start().saturating_add(distance).min(self.alloc.top)
    }

    /// Visits the objects that an object and the blocks it owns refer to, with their headers.
    #[inline]
    fn each_reference(&mut self, object: Ref, visit: &mut impl FnMut(&mut Heap, Ref, u32)) {
        self.each_reference_in(object, BLOCK_DEPTH, visit);
    }

    fn each_reference_in(
        &mut self,
        holder: Ref,
        depth: u32,
        visit: &mut impl FnMut(&mut Heap, Ref, u32),
    ) {
        let (first, end) = self.value_range(holder);
        for index in first..end {
            let Some(target) = self.space.value(holder, index).object_ref() else { continue };
            let header = self.space.load(target.0);
            if header::kind(header) & KIND_MASK >= FIRST_COUNTED {
                visit(self, target, header);
            } else if depth > 0 && target.0 >= self.first_object {
                self.each_reference_in(target, depth - 1, visit);
            }
        }
    }
}
