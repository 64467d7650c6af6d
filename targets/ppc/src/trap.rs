//! Traps: what the processor does not survive. Registers and the script's places are printed, then the
//! machine stops.
//!
//! The machine may have been anywhere: what it says about the script is read where it was saved last, and a
//! second trap on the way stops at once.
//!
//! Not here: saving the registers (asm/).

use crate::app;
use crate::board::Board;
use crate::console::Console;
use crate::programs::Programs;
use core::cell::UnsafeCell;
use threadsnake_runtime::Runtime;
use threadsnake_runtime::platform::{Platform, Stream};

/// Exit status after a trap: 128 + SIGILL, as shells count a program that ends this way.
const TRAPPED: u8 = 132;
/// General registers.
const GENERAL: usize = 32;
/// Registers in a line.
const PER_LINE: usize = 4;

/// Registers as the vectors save them.
#[repr(C)]
struct Registers {
    general: [usize; GENERAL],
    special: [usize; SPECIAL.len()],
}

/// Names of the others, in the order of the vectors' code.
const SPECIAL: [&str; 9] = ["srr0", "srr1", "lr", "cr", "ctr", "xer", "dsisr", "dar", "vector"];

/// What vectors mean.
const VECTORS: [(usize, &str); 8] = [
    (0x200, "machine check"),
    (0x300, "access to data that is not there"),
    (0x400, "jump to where no code is"),
    (0x600, "misaligned access"),
    (0x700, "illegal instruction or panic"),
    (0x800, "floating point is off"),
    (0x900, "decrementer"),
    (0xf20, "vector unit is off"),
];

/// Memory that the vectors write to and this file reads.
#[repr(transparent)]
pub struct Shared<T>(UnsafeCell<T>);

// SAFETY: one processor writes and then reads it.
unsafe impl<T> Sync for Shared<T> {}

#[unsafe(no_mangle)]
static threadsnake_registers: Shared<Registers> =
    Shared(UnsafeCell::new(Registers { general: [0; GENERAL], special: [0; SPECIAL.len()] }));

/// What runs; null when nothing does.
static RUNNING: Shared<*mut Runtime<'static>> = Shared(UnsafeCell::new(core::ptr::null_mut()));

/// From now on a trap prints the places of this machine.
pub fn watch(runtime: &mut Runtime) {
    let runtime: *mut Runtime = runtime;
    // SAFETY: nobody else touches the cell; `forget` is called while the machine still exists.
    unsafe { *RUNNING.0.get() = runtime.cast() };
}

/// The machine ends.
pub fn forget() {
    // SAFETY: nobody else touches the cell.
    unsafe { *RUNNING.0.get() = core::ptr::null_mut() };
}

/// Takes the machine that runs, so that a second trap finds none.
fn take() -> *mut Runtime<'static> {
    // SAFETY: nobody else touches the cell.
    unsafe { core::ptr::replace(RUNNING.0.get(), core::ptr::null_mut()) }
}

/// Prints and stops; the vectors come here.
pub fn end<B: Board>() -> ! {
    let programs = Programs::find();
    let mut console = Console::<B>::new(programs);
    // SAFETY: the vectors have written the registers and nobody else does.
    let registers = unsafe { &*threadsnake_registers.0.get() };
    let runtime = take();
    write_registers(&mut console, registers);
    if !runtime.is_null() {
        // SAFETY: the machine was alive when it was interrupted, and nothing of it will run any more.
        let runtime = unsafe { &mut *runtime };
        runtime.write_places();
    }
    app::exit::<B>(TRAPPED)
}

fn put(console: &mut dyn Platform, text: &[u8]) {
    // There is nowhere to say that this failed.
    let _ = console.write(Stream::Err, text);
}

fn put_hex(console: &mut dyn Platform, number: usize) {
    let digits = size_of::<usize>() * 2;
    for place in (0..digits).rev() {
        let digit = (number >> (place * 4) & 15) as u8;
        put(console, &[if digit < 10 { b'0' + digit } else { b'a' + digit - 10 }]);
    }
}

fn write_registers(console: &mut dyn Platform, registers: &Registers) {
    let [.., vector] = registers.special;
    let meaning = VECTORS.iter().find(|(number, _)| *number == vector);
    put(console, b"\ntrap: ");
    put(console, meaning.map_or("unexpected", |(_, text)| text).as_bytes());
    put(console, b"\n");
    for (line, values) in registers.general.chunks(PER_LINE).enumerate() {
        put(console, b"  r");
        let first = (line * PER_LINE) as u8;
        put(console, &[b'0' + first / 10, b'0' + first % 10]);
        for &value in values {
            put(console, b" ");
            put_hex(console, value);
        }
        put(console, b"\n");
    }
    for (name, value) in SPECIAL.iter().zip(registers.special) {
        put(console, b"  ");
        put(console, name.as_bytes());
        put(console, b" ");
        put_hex(console, value);
    }
    put(console, b"\n");
}
