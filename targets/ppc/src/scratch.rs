//! The global allocator: memory behind the arena, for the compiler and nobody else.
//!
//! Scratch is taken and given back like a stack, and all of it is back when a compilation ends. So there is
//! no list of free blocks: the newest block goes back at once, others when nothing is in use any more.
//! Nothing of a script lies here.
//!
//! Not here: how much a compilation may take (runtime/scratch.rs).

use core::alloc::{GlobalAlloc, Layout};
use core::cell::UnsafeCell;

/// What is in use.
struct State {
    start: usize,
    top: usize,
    end: usize,
    blocks: usize,
}

struct Scratch(UnsafeCell<State>);

// SAFETY: one processor runs the machine, and no interrupt handler allocates.
unsafe impl Sync for Scratch {}

#[global_allocator]
static SCRATCH: Scratch = Scratch(UnsafeCell::new(State { start: 0, top: 0, end: 0, blocks: 0 }));

/// Says where scratch memory is. Nothing may be in use.
pub fn give(start: usize, end: usize) {
    // SAFETY: called once at the start, before anything is allocated.
    unsafe { *SCRATCH.0.get() = State { start, top: start, end: end.max(start), blocks: 0 } };
}

// SAFETY: blocks are handed out once, aligned, and lie between `start` and `end`.
unsafe impl GlobalAlloc for Scratch {
    // SAFETY: as above.
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: nobody else holds the state (see `Sync`).
        let state = unsafe { &mut *self.0.get() };
        let place = state.top.checked_next_multiple_of(layout.align());
        let Some(place) = place else { return core::ptr::null_mut() };
        match place.checked_add(layout.size()) {
            Some(top) if top <= state.end => {
                state.top = top;
                state.blocks += 1;
                place as *mut u8
            }
            _ => core::ptr::null_mut(),
        }
    }

    // SAFETY: as above; only blocks that `alloc` gave.
    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: nobody else holds the state (see `Sync`).
        let state = unsafe { &mut *self.0.get() };
        state.blocks = state.blocks.saturating_sub(1);
        if state.blocks == 0 {
            state.top = state.start;
        } else if block as usize + layout.size() == state.top {
            state.top = block as usize;
        }
    }
}
