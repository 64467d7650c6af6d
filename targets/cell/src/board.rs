//! The board: QEMU's `pseries` with a 970. Everything goes through calls of the hypervisor.
//!
//! Not here: what is sent (crate `threadsnake-ppc`).

use core::arch::asm;
use core::cell::UnsafeCell;
use threadsnake_ppc::{Board, Channel};

/// Calls of the hypervisor.
const READ_TERMINAL: u64 = 0x54;
const WRITE_TERMINAL: u64 = 0x58;
const SERVICE: u64 = 0xf000;
/// The first terminal; the second follows.
const TERMINAL: u64 = 0x7100_0000;
/// Most bytes of one call.
const MOST: usize = 16;
/// The hypervisor's answer when the terminal's buffer is full.
const BUSY: i64 = 1;
/// Services: switch off, and report that the system has died.
const POWER_OFF: u32 = 0x2003;
const TERMINATE: u32 = 0x201f;

/// The board.
pub struct Cell;

/// Bytes that came with the last read and were not taken yet: up to 16, first the next.
struct Waiting(UnsafeCell<(u128, usize)>);

// SAFETY: one processor runs the machine, and no interrupt handler reads input.
unsafe impl Sync for Waiting {}

static WAITING: Waiting = Waiting(UnsafeCell::new((0, 0)));

/// Calls the hypervisor; gives its answer and three words.
fn call(number: u64, arguments: [u64; 4]) -> (i64, [u64; 3]) {
    let [one, two, three, four] = arguments;
    let (answer, first, second, third): (i64, u64, u64, u64);
    // SAFETY: the hypervisor changes what is listed and what the call is asked to change.
    unsafe {
        asm!(
            ".long 0x44000022",
            inlateout("r3") number => answer,
            inlateout("r4") one => first,
            inlateout("r5") two => second,
            inlateout("r6") three => third,
            inlateout("r7") four => _,
            out("r0") _, out("r8") _, out("r9") _, out("r10") _, out("r11") _, out("r12") _,
            out("ctr") _, out("xer") _, out("cr0") _, out("cr1") _, out("cr5") _, out("cr6") _,
            out("cr7") _,
            options(nostack),
        );
    }
    (answer, [first, second, third])
}

/// Asks for a service of the machine.
fn serve(words: &mut [u32]) {
    call(SERVICE, [words.as_mut_ptr() as u64, 0, 0, 0]);
}

impl Board for Cell {
    const TICKS_PER_SECOND: u64 = 512_000_000;

    fn put(channel: Channel, bytes: &[u8]) {
        let terminal = TERMINAL + u64::from(channel == Channel::Events);
        for part in bytes.chunks(MOST) {
            let mut padded = [0; MOST];
            for (to, &from) in padded.iter_mut().zip(part) {
                *to = from;
            }
            let packed = u128::from_be_bytes(padded);
            let arguments = [terminal, part.len() as u64, (packed >> 64) as u64, packed as u64];
            while call(WRITE_TERMINAL, arguments).0 == BUSY {}
        }
    }

    fn get() -> Option<u8> {
        // SAFETY: nobody else holds the cell (see `Sync`).
        let (bytes, count) = unsafe { &mut *WAITING.0.get() };
        if *count == 0 {
            let (_, [length, high, low]) = call(READ_TERMINAL, [TERMINAL, 0, 0, 0]);
            *bytes = u128::from(high) << 64 | u128::from(low);
            *count = (length as usize).min(MOST);
        }
        if *count == 0 {
            return None;
        }
        let byte = (*bytes >> 120) as u8;
        *bytes <<= 8;
        *count -= 1;
        Some(byte)
    }

    fn exit(status: u8) -> ! {
        if status == 0 {
            serve(&mut [POWER_OFF, 2, 1, 0, 0, 0].map(u32::to_be));
        } else {
            let message = c"exit".as_ptr() as usize as u32;
            serve(&mut [TERMINATE, 1, 1, message, 0, 0].map(u32::to_be));
        }
        loop {
            core::hint::spin_loop();
        }
    }
}
