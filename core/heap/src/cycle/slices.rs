//! A collection in slices: a guess made in small steps, checked at once at the end.
//!
//! ```text
//! Mark    from the roots and the registers in the window, holder by holder, setting MARK
//! Search  walk the arena; note in which regions unmarked holders lie
//! check   trial deletion over the unmarked holders of those regions only (trial.rs), not interrupted
//! Clear   walk the arena; take MARK away
//! ```
//!
//! The script runs between slices and nothing tells the collector what it changes. Marks may therefore be
//! wrong in both directions, and that is harmless: garbage that is marked stays until the next
//! cycle, and an unmarked object that lives is found to be referred to from outside by the check, because
//! its counts say so. No write barrier is needed, and a new object needs no mark.
//!
//! Nothing that a slice leaves behind is an address of something that may die: what is still to be traced
//! is found again by walking from `again`, and the allocator keeps `cursor` and `again` on the start
//! of an object (`forget_boundaries`).
//!
//! Every word of the window is a value of a frame or no reference (W3 of the vm). Frames in the heap are found
//! from there; the one that runs, if it is one of them, is not, and neither is what only it refers to.
//!
//! A slice costs its budget, and at most one large object more; the check costs a walk of the regions
//! that hold suspects.
//!
//! Not here: the check itself (trial.rs).

use super::{Phase, REGIONS, Roots, is_holder};
use crate::Heap;
use crate::arena::WORD;
use crate::header::{self, MARK};
use crate::kind;
use crate::value::{Ref, Value};

/// Words of an object that cost as much as one more object.
const WORDS_PER_UNIT: u32 = 8;

impl Heap {
    /// Does one slice of an incremental cycle, of about `budget` objects; begins one when none is under
    /// way. `roots` names values that are surely alive. True when the cycle has ended.
    pub fn step(&mut self, budget: u32, roots: &mut Roots<'_>) -> bool {
        if self.cycle.running {
            return true;
        }
        self.cycle.slices += 1;
        let mut budget = budget.max(1);
        if self.cycle.phase == Phase::Idle {
            self.begin_marking(&mut budget, roots);
        }
        while budget > 0 {
            match self.cycle.phase {
                Phase::Mark => self.mark_slice(&mut budget),
                Phase::Search => self.search_slice(&mut budget),
                Phase::Clear => self.clear_slice(&mut budget),
                Phase::Idle => return true,
            }
        }
        self.put_off();
        self.cycle.phase == Phase::Idle
    }

    fn begin_marking(&mut self, budget: &mut u32, roots: &mut Roots<'_>) {
        self.cycle.phase = Phase::Mark;
        self.cycle.cursor = self.alloc.top;
        self.cycle.again = 0;
        for offset in (self.space.start..self.first_object).step_by(WORD as usize) {
            self.mark_root(Value(self.space.load(offset)), budget);
        }
        roots(&mut |value| self.mark_root(value, budget));
    }

    fn mark_root(&mut self, value: Value, budget: &mut u32) {
        if let Some(object) = value.object_ref() {
            let header = self.space.load(object.0);
            self.mark(object, header);
            self.trace_marked(budget);
        }
    }

    /// Marks a holder and remembers to trace it.
    fn mark(&mut self, object: Ref, header: u32) {
        if is_holder(header) && header & MARK == 0 {
            self.space.store(object.0, header | MARK);
            if let Some(gone) = self.cycle.stack.push(object) {
                self.come_back_to(gone);
            }
        }
    }

    /// Makes sure that the walk of this phase (again) comes by a marked object.
    fn come_back_to(&mut self, object: Ref) {
        let cycle = &mut self.cycle;
        if object.0 < cycle.cursor && (cycle.again == 0 || object.0 < cycle.again) {
            cycle.again = object.0;
        }
    }

    /// Traces what lies on the stack as far as the budget reaches.
    fn trace_marked(&mut self, budget: &mut u32) {
        while *budget > 0 {
            let Some(object) = self.cycle.stack.pop() else { return };
            self.trace(object, budget);
        }
    }

    fn trace(&mut self, object: Ref, budget: &mut u32) {
        let mut words = 0;
        self.each_reference(object, &mut |heap, target, header| {
            words += 1;
            heap.mark(target, header);
        });
        *budget = budget.saturating_sub(1 + words / WORDS_PER_UNIT);
    }

    /// Empties the stack at the end of a slice: its objects may die before the next.
    fn put_off(&mut self) {
        while let Some(object) = self.cycle.stack.pop() {
            self.come_back_to(object);
        }
    }

    fn mark_slice(&mut self, budget: &mut u32) {
        self.trace_marked(budget);
        while *budget > 0 && self.cycle.cursor < self.alloc.top {
            let object = Ref(self.cycle.cursor);
            let header = self.pass_by(budget);
            if is_holder(header) && header & MARK != 0 {
                self.trace(object, budget);
                self.trace_marked(budget);
            }
        }
        if *budget > 0 {
            if self.cycle.again != 0 {
                self.cycle.cursor = self.cycle.again;
                self.cycle.again = 0;
            } else {
                self.begin_search();
            }
        }
    }

    /// Moves the cursor behind the object it stands on, whose header it returns.
    fn pass_by(&mut self, budget: &mut u32) -> u32 {
        let object = Ref(self.cycle.cursor);
        self.cycle.cursor += self.size_words(object).max(1) * WORD;
        *budget -= 1;
        self.space.load(object.0)
    }

    fn begin_search(&mut self) {
        self.cycle.phase = Phase::Search;
        self.cycle.suspects = 0;
        self.cycle.cursor = self.heap_start();
        self.cycle.regions = [0; REGIONS];
        self.cycle.region_bytes = (self.alloc.top - self.heap_start()) / REGIONS as u32 + 1;
    }

    fn search_slice(&mut self, budget: &mut u32) {
        while *budget > 0 && self.cycle.cursor < self.alloc.top {
            let object = Ref(self.cycle.cursor);
            let header = self.pass_by(budget);
            if is_holder(header) && header & MARK == 0 {
                let region = self.region_of(object.0);
                if self.cycle.regions[region] == 0 {
                    self.cycle.regions[region] = object.0;
                }
            }
        }
        if *budget > 0 {
            if self.cycle.regions.iter().any(|&start| start != 0) {
                self.reclaim();
            }
            self.cycle.phase = Phase::Clear;
            self.cycle.cursor = self.heap_start();
        }
    }

    fn clear_slice(&mut self, budget: &mut u32) {
        while *budget > 0 && self.cycle.cursor < self.alloc.top {
            let object = Ref(self.cycle.cursor);
            let header = self.pass_by(budget);
            if header & MARK != 0 && header::kind(header) >= kind::FIRST_COUNTED {
                self.space.store(object.0, header & !MARK);
            }
        }
        if self.cycle.cursor >= self.alloc.top {
            self.cycle.phase = Phase::Idle;
            self.cycle.collections += 1;
        }
    }
}
