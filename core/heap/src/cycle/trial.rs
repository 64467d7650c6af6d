//! Trial deletion over the suspects of the regions: the atomic heart of every collection.
//!
//! The counts in the headers serve as working memory. A suspect that only suspects refer to comes out at
//! -1, which the bias makes all ones (`UNREFERENCED`); no immortal object looks like that. Whoever comes
//! out higher is referred to from outside. That argument uses nothing but H6 (counts are never too
//! low), so it holds however the suspects were chosen: a stale choice can only leave garbage for the
//! next collection. `SUSPECT` tells who takes part, `MARK` whose references are counted again.
//!
//! Freeing needs sizes: an instance's is in its layout, so layouts go last; a function's is in its code,
//! which lies in an image, and images are freed after everything else (images.rs).
//!
//! Not here: choosing suspects (slices.rs), queueing (finalize.rs).

use super::Collected;
use crate::Heap;
use crate::finalize::can_have_finalizer;
use crate::header::{self, FLAG1, MARK, ONE};
use crate::kind::{self, FIRST_COUNTED, KIND_MASK};
use crate::value::Ref;

/// In the kind byte of a suspect; in no block's and no other object's.
const SUSPECT: u32 = 0x40;
/// In the kind byte of a suspect that will be queued for its finalizer.
const HELD: u32 = 0x80;
/// Headers from here on: a counted object to which no reference is left.
const UNREFERENCED: u32 = 0xffff_f800;

/// Is this the header of a suspect that only garbage refers to?
#[inline(always)]
pub(crate) fn is_garbage(header: u32) -> bool {
    header >= UNREFERENCED && header & SUSPECT != 0
}

impl Heap {
    /// Frees what is garbage among the unmarked holders of the regions.
    pub(super) fn reclaim(&mut self) -> Collected {
        self.cycle.running = true;
        let live = self.alloc.live;
        let suspects = self.suspect();
        self.cycle.suspects = suspects;
        let objects = if suspects == 0 { 0 } else { self.reclaim_suspects(suspects) };
        self.cycle.running = false;
        let bytes = live.saturating_sub(self.alloc.live);
        self.cycle.freed_objects += u64::from(objects);
        self.cycle.freed_bytes += u64::from(bytes);
        Collected { objects, bytes }
    }

    fn reclaim_suspects(&mut self, suspects: u32) -> u32 {
        self.subtract();
        let found = suspects.wrapping_sub(self.revive());
        if found > 0 {
            self.clear_weak_to(is_garbage);
            if self.hold_finalizers() {
                self.revive();
                self.queue_held();
            }
            self.unlink_weak_if(is_garbage);
            self.restore_counts();
        }
        self.acquit();
        if found > 0 {
            self.free_garbage();
        }
        found
    }

    /// Marks the suspects; how many there are.
    fn suspect(&mut self) -> u32 {
        let mut count = 0;
        self.walk(0, |heap, object, header| {
            if super::is_holder(header) && header & MARK == 0 {
                heap.space.store(object.0, header | SUSPECT);
                count += 1;
            }
        });
        count
    }

    /// Takes the references between suspects off the counts.
    fn subtract(&mut self) {
        self.walk(0, |heap, object, header| {
            if header & SUSPECT != 0 {
                heap.each_reference(object, &mut |heap, target, header| {
                    if header & SUSPECT != 0 {
                        heap.space.store(target.0, header.wrapping_sub(ONE));
                    }
                });
            }
        });
    }

    /// Lets live what is referred to from outside, and what that refers to; how many that are.
    fn revive(&mut self) -> u32 {
        let mut revived = 0;
        let mut from = 0;
        loop {
            self.cycle.again = 0;
            self.walk(from, |heap, object, header| {
                if header & (SUSPECT | MARK) == SUSPECT && header < UNREFERENCED {
                    heap.cycle.cursor = object.0;
                    heap.space.store(object.0, header | MARK);
                    revived += heap.revive_from(object);
                }
            });
            from = self.cycle.again;
            if from == 0 {
                return revived;
            }
        }
    }

    /// Counts the references again that this object and those behind it hold; how many objects they are.
    fn revive_from(&mut self, object: Ref) -> u32 {
        let mut revived = 0;
        let mut next = Some(object);
        while let Some(object) = next {
            revived += 1;
            self.each_reference(object, &mut |heap, target, header| {
                if header & SUSPECT != 0 {
                    let counted = header.wrapping_add(ONE);
                    heap.space.store(target.0, counted | MARK);
                    if header & MARK == 0 {
                        heap.push_revived(target);
                    }
                }
            });
            next = self.cycle.stack.pop();
        }
        revived
    }

    /// Remembers to trace an object. One that falls off the stack is unmarked again, so that the walk
    /// takes it for one to be revived, which it is.
    #[inline]
    fn push_revived(&mut self, object: Ref) {
        if let Some(gone) = self.cycle.stack.push(object) {
            let header = self.space.load(gone.0);
            self.space.store(gone.0, header & !MARK);
            if gone.0 <= self.cycle.cursor && (self.cycle.again == 0 || gone.0 < self.cycle.again) {
                self.cycle.again = gone.0;
            }
        }
    }

    /// Takes a reference to each garbage object whose finalizer has yet to run. True if there are any.
    fn hold_finalizers(&mut self) -> bool {
        let mut any = false;
        self.walk(0, |heap, object, header| {
            if is_garbage(header) && header & FLAG1 != 0 && can_have_finalizer(header::kind(header))
            {
                heap.space.store(object.0, (header.wrapping_add(ONE) & !FLAG1) | HELD);
                any = true;
            }
        });
        any
    }

    /// Queues what `hold_finalizers` took a reference to; the reference is the queue's from now on. Generators are closed
    /// behind all others, whose `__del__` may want to use them.
    fn queue_held(&mut self) {
        for generators in [false, true] {
            self.walk(0, |heap, object, header| {
                let is_generator = header::kind(header) & KIND_MASK == kind::GENERATOR;
                if header & (SUSPECT | HELD) == SUSPECT | HELD && is_generator == generators {
                    heap.space.store(object.0, header & !HELD);
                    heap.enqueue(object);
                }
            });
        }
    }

    /// Counts the references again that garbage holds on the living, so that freeing can drop them.
    fn restore_counts(&mut self) {
        self.walk(0, |heap, object, header| {
            if is_garbage(header) {
                heap.each_reference(object, &mut |heap, target, header| {
                    if header & SUSPECT != 0 && !is_garbage(header) {
                        heap.space.store(target.0, header.wrapping_add(ONE));
                    }
                });
            }
        });
    }

    /// Lets go of the suspects that live.
    fn acquit(&mut self) {
        self.walk(0, |heap, object, header| {
            if header & SUSPECT != 0 && !is_garbage(header) {
                heap.space.store(object.0, header & !(SUSPECT | MARK));
            }
        });
    }

    fn free_garbage(&mut self) {
        let mut layouts = 0;
        self.walk(0, |heap, object, header| {
            if is_garbage(header) {
                if header::kind(header) & KIND_MASK == kind::LAYOUT {
                    layouts += 1;
                } else {
                    heap.free_one(object);
                }
            }
        });
        if layouts > 0 {
            self.layouts_died = self.layouts_died.wrapping_add(layouts);
            self.walk(0, |heap, object, header| {
                if is_garbage(header) {
                    heap.free_one(object);
                }
            });
        }
    }

    /// Drops what a piece of garbage holds on the living and frees it with its blocks. References to
    /// other garbage, freed or not, are passed over: what is freed has kind FREE and holds nothing.
    fn free_one(&mut self, object: Ref) {
        let words = self.size_words(object);
        let header = self.space.load(object.0);
        if header & FLAG1 != 0 && header::kind(header) & KIND_MASK == kind::CELL {
            self.forget_cell(object);
        }
        self.each_reference(object, &mut |heap, target, header| {
            if header & SUSPECT == 0 {
                heap.dec_ref(target);
            }
        });
        self.free_blocks(object, super::BLOCK_DEPTH);
        self.free(object, words);
    }

    fn free_blocks(&mut self, holder: Ref, depth: u32) {
        let (first, end) = self.value_range(holder);
        for index in first..end {
            let Some(block) = self.space.value(holder, index).object_ref() else { continue };
            let header = self.space.load(block.0);
            let kind = header::kind(header);
            if kind == kind::FREE || kind >= FIRST_COUNTED || block.0 < self.first_object {
                continue;
            }
            if depth > 0 {
                self.free_blocks(block, depth - 1);
            }
            self.free(block, header >> header::SIZE_SHIFT);
        }
    }
}
