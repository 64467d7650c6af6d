//! How much of the native stack was ever used: the start-up code paints it, this looks how far the paint is
//! gone.
//!
//! Not here: the paint (asm/).

use crate::start;
use core::arch::asm;

/// What the start-up code paints with.
const PAINT: u32 = 0x5aa5_5aa5;

/// Bytes of the stack.
pub fn bytes() -> u32 {
    (start::stack_top() - start::stack_bottom()) as u32
}

/// Bytes in use now: where this is called the machine itself lies on the stack, and no script has run.
pub fn now() -> u32 {
    let pointer: usize;
    // SAFETY: reading the stack pointer changes nothing.
    unsafe { asm!("mr {0}, 1", out(reg) pointer, options(nomem, nostack, preserves_flags)) };
    start::stack_top().saturating_sub(pointer) as u32
}

/// Most bytes in use since the start.
pub fn used() -> u32 {
    let mut place = start::stack_bottom();
    while place < start::stack_top() {
        // SAFETY: the word lies in the stack's memory; it is not used as anything but a number.
        let word = unsafe { (place as *const u32).read_volatile() };
        if word != PAINT {
            break;
        }
        place += 4;
    }
    (start::stack_top() - place) as u32
}
