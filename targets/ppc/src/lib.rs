//! Threadsnake on PowerPC without an operating system: everything two boards have in common.
//!
//! ```text
//!  reset ─► asm/start*.s ─► entry! ─► app ─► runtime            a board gives: bytes out, bytes in, exit
//!           vectors ────────────────► trap                      a linker script gives: where things lie
//! ```
//!
//! A board is a crate with a `Board`, a linker script and the macro `entry!`. Programs are not part of it:
//! they are linked in as one block (programs.rs), and images in it are executed where they lie.
//!
//! Not here: what a board looks like (targets/gekko, targets/cell), making images (xtask).
#![cfg(target_os = "none")]
#![no_std]

pub mod app;
pub mod board;
pub mod console;
mod critical;
#[cfg(feature = "trace")]
mod events;
mod input;
pub mod memory;
pub mod packets;
pub mod programs;
mod scratch;
pub mod stack;
mod start;
pub mod timebase;
pub mod trap;

pub use board::{Board, Channel};

/// Makes a crate the image of a board: what the start-up code jumps to, and where traps end.
#[macro_export]
macro_rules! entry {
    ($board:ty) => {
        /// Where the start-up code ends, with the time of the start.
        #[unsafe(no_mangle)]
        extern "C" fn threadsnake_entry(start_ticks: u64) -> ! {
            $crate::app::start::<$board>(start_ticks)
        }

        /// Where the vectors end.
        #[unsafe(no_mangle)]
        extern "C" fn threadsnake_trap() -> ! {
            $crate::trap::end::<$board>()
        }
    };
}

/// A panic is a fault of the core: it ends in the trap, which says where.
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    start::trap()
}
