//! The start-up code, and the places that the linker script has chosen.
//!
//! Not here: what is done with them (app.rs, stack.rs, trap.rs).

use core::arch::{asm, global_asm};

#[cfg(target_pointer_width = "32")]
global_asm!(include_str!("asm/start32.s"));
#[cfg(target_pointer_width = "64")]
global_asm!(include_str!("asm/start64.s"));

// SAFETY: a symbol of the linker script is a place without content; only its address is ever taken.
unsafe extern "C" {
    static __image_end: u8;
    static __programs_start: u8;
    static __stack_bottom: u8;
    static __stack_top: u8;
}

/// First byte behind all that is linked.
pub fn image_end() -> usize {
    &raw const __image_end as usize
}

/// The block of programs.
pub fn programs_start() -> *mut u32 {
    (&raw const __programs_start).cast_mut().cast()
}

/// Lowest byte of the stack.
pub fn stack_bottom() -> usize {
    &raw const __stack_bottom as usize
}

/// First byte above the stack.
pub fn stack_top() -> usize {
    &raw const __stack_top as usize
}

/// Ends in the program vector.
pub fn trap() -> ! {
    // SAFETY: the trap does not come back; the vector saves what is needed of the state.
    unsafe { asm!("trap", options(noreturn)) }
}
