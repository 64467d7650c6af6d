//! The board: QEMU's `40p` with a 750CL, two serial lines of the 16550 kind, and two ways to stop.
//!
//! ```text
//!  0x800003f8  text line          0x80000064  reset by the keyboard controller: stops with success
//!  0x800002f8  event line         0xc1000000  the device that reports a panic: stops with failure
//! ```
//!
//! Not here: what is sent (crate `threadsnake-ppc`).

use threadsnake_ppc::{Board, Channel};

/// Where the ports of the bus are.
const PORTS: usize = 0x8000_0000;
/// First port of the text line.
const TEXT: usize = PORTS + 0x3f8;
/// First port of the event line.
const EVENTS: usize = PORTS + 0x2f8;
/// Port of a line's state, behind its first.
const STATE: usize = 5;
/// State: a byte has come in.
const HAS_BYTE: u8 = 1;
/// State: the next byte may be sent.
const IS_FREE: u8 = 0x20;
/// Command port of the keyboard controller, and its command to reset.
const KEYBOARD: (usize, u8) = (PORTS + 0x64, 0xfe);
/// Where the PCI bus is configured: the register's address, its content.
const PCI: (usize, usize) = (PORTS + 0xcf8, PORTS + 0xcfc);
/// First register of the device in slot 12.
const PANIC_DEVICE: u32 = 0x8000_6000;
/// Registers: command, and the address of the device.
const COMMAND: u32 = 4;
const ADDRESS: u32 = 0x10;
/// Where the device is put on the bus, and where the processor sees that.
const PANIC_PLACE: (u32, usize) = (0x0100_0000, 0xc100_0000);

/// The board.
pub struct Gekko;

fn read(port: usize) -> u8 {
    // SAFETY: a port of this board; reading it has no effect on memory.
    unsafe { (port as *const u8).read_volatile() }
}

fn write(port: usize, byte: u8) {
    // SAFETY: a port of this board; writing it has no effect on memory.
    unsafe { (port as *mut u8).write_volatile(byte) }
}

fn configure(register: u32, value: u32) {
    // The bus counts from the other end.
    for (port, word) in [(PCI.0, PANIC_DEVICE | register), (PCI.1, value)] {
        // SAFETY: ports of this board; writing them has no effect on memory.
        unsafe { (port as *mut u32).write_volatile(word.swap_bytes()) }
    }
}

impl Board for Gekko {
    const TICKS_PER_SECOND: u64 = 100_000_000;

    fn put(channel: Channel, bytes: &[u8]) {
        let line = if channel == Channel::Text { TEXT } else { EVENTS };
        for &byte in bytes {
            while read(line + STATE) & IS_FREE == 0 {}
            write(line, byte);
        }
    }

    fn get() -> Option<u8> {
        (read(TEXT + STATE) & HAS_BYTE != 0).then(|| read(TEXT))
    }

    fn exit(status: u8) -> ! {
        if status == 0 {
            write(KEYBOARD.0, KEYBOARD.1);
        } else {
            configure(ADDRESS, PANIC_PLACE.0);
            configure(COMMAND, 2);
            write(PANIC_PLACE.1, 1);
        }
        loop {
            core::hint::spin_loop();
        }
    }
}
