//! Allocations that fail on purpose, so that every way out of memory can be walked.
//!
//! A sweep runs one piece of work again and again and lets its 1st, 2nd, 3rd ... allocation fail, until
//! the work gets through without a failure (`Heap::injected` stays as it was). While a fault waits, no
//! block grows in place: each growth is an allocation that can fail.
//!
//! The stress mode makes the rare thing common instead: at every n-th allocation the heap does all that it
//! does when memory runs out, so that code which breaks H6 is found at once.
//!
//! Not here: failing for want of memory (alloc.rs).

use crate::Heap;

/// Which allocations fail.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fault {
    /// Allocations still let through; `u64::MAX`: no fault waits.
    passes: u64,
    /// Does every allocation after the first failing one fail too?
    goes_on: bool,
    /// Bytes that may be live.
    most_bytes: u32,
    injected: u32,
    /// Allocations from one stress to the next; 0: none.
    stress_every: u32,
    stress_in: u32,
}

impl Fault {
    /// Nothing fails.
    pub(crate) const OFF: Fault = Fault {
        passes: u64::MAX,
        goes_on: false,
        most_bytes: u32::MAX,
        injected: 0,
        stress_every: 0,
        stress_in: 0,
    };

    /// Is there an allocation that shall fail, or be stressed?
    #[inline(always)]
    pub(crate) fn is_waiting(&self) -> bool {
        self.passes != u64::MAX || self.stress_every != 0
    }

    /// Bytes that may be live.
    pub(crate) fn most_bytes(&self) -> u32 {
        self.most_bytes
    }

    /// Counts one allocation: shall it fail?
    pub(crate) fn strikes(&mut self) -> bool {
        if self.passes == u64::MAX {
            return false;
        }
        if self.passes > 0 {
            self.passes -= 1;
            return false;
        }
        self.injected += 1;
        if !self.goes_on {
            self.passes = u64::MAX;
        }
        true
    }
}

impl Heap {
    /// Merges, gives up kept frames and collects cycles before every `n`-th allocation; 0 stops that. A
    /// debug build checks the heap as well.
    pub fn stress(&mut self, n: u32) {
        self.alloc.fault.stress_every = n;
        self.alloc.fault.stress_in = n;
        self.alloc.set_watermark();
    }

    /// Counts one allocation towards the next stress.
    pub(crate) fn stress_if_due(&mut self) {
        let fault = &mut self.alloc.fault;
        if fault.stress_every == 0 {
            return;
        }
        fault.stress_in = fault.stress_in.saturating_sub(1);
        if fault.stress_in == 0 {
            fault.stress_in = fault.stress_every;
            #[cfg(debug_assertions)]
            debug_assert_eq!(self.check(), Ok(()), "before an allocation");
            self.drop_frames();
            self.look_at_clusters();
            self.collect();
            self.merge();
        }
    }

    /// Lets the `n`-th allocation from now on fail (the next one is the first), and no other.
    pub fn fail_nth(&mut self, n: u64) {
        self.set_fault(n, false);
    }

    /// Lets the `n`-th allocation from now on and all after it fail.
    pub fn fail_every_from(&mut self, n: u64) {
        self.set_fault(n, true);
    }

    /// Lets no allocation fail on purpose any more. The count of `injected` goes on.
    pub fn fail_never(&mut self) {
        self.alloc.fault.passes = u64::MAX;
        self.alloc.set_watermark();
    }

    fn set_fault(&mut self, n: u64, goes_on: bool) {
        self.alloc.fault.passes = n.saturating_sub(1);
        self.alloc.fault.goes_on = goes_on;
        self.alloc.set_watermark();
    }

    /// Lets no more than this many bytes be live, whatever the arena holds; `u32::MAX` for no such limit.
    pub fn limit_bytes(&mut self, bytes: u32) {
        self.alloc.fault.most_bytes = bytes;
        self.close_reserve();
    }

    /// Allocations that have failed on purpose so far.
    pub fn injected(&self) -> u32 {
        self.alloc.fault.injected
    }
}
