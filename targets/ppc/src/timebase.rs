//! The time base: a counter of the processor that never goes back.
//!
//! Not here: how fast it runs (`Board::TICKS_PER_SECOND`).

use crate::board::Board;
use core::arch::asm;

/// Nanoseconds in a second.
const NANOSECONDS: u64 = 1_000_000_000;

/// Ticks since the machine was switched on.
#[cfg(target_pointer_width = "32")]
pub fn ticks() -> u64 {
    loop {
        let (high, low, again): (u32, u32, u32);
        // SAFETY: reading the time base changes nothing.
        unsafe {
            asm!("mftbu {0}", "mftb {1}", "mftbu {2}", out(reg) high, out(reg) low, out(reg) again,
                options(nomem, nostack, preserves_flags));
        }
        if high == again {
            return u64::from(high) << 32 | u64::from(low);
        }
    }
}

/// Ticks since the machine was switched on.
#[cfg(target_pointer_width = "64")]
pub fn ticks() -> u64 {
    let ticks: u64;
    // SAFETY: reading the time base changes nothing.
    unsafe { asm!("mftb {0}", out(reg) ticks, options(nomem, nostack, preserves_flags)) };
    ticks
}

/// Nanoseconds since the machine was switched on.
pub fn nanoseconds<B: Board>() -> u64 {
    let ticks = ticks();
    let (seconds, rest) = (ticks / B::TICKS_PER_SECOND, ticks % B::TICKS_PER_SECOND);
    seconds.wrapping_mul(NANOSECONDS).wrapping_add(rest * NANOSECONDS / B::TICKS_PER_SECOND)
}
