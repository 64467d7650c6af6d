//! Images for machines without an operating system: which boards there are, and how they are run here.
//!
//! ```text
//!  core ─ library.rs ─► static library ┐
//!  FILE.py ─ image.rs ─► block ────────┴─ linker ─► image ─ machine.rs ─► output, packets, exit status
//! ```
//!
//! Not here: what a board does itself (targets/).

pub mod bench;
pub mod block;
mod checks;
mod compact;
pub mod image;
pub mod library;
pub mod machine;
pub mod packets;
pub mod run;
pub mod steps;
mod turns;

pub use compact::SHARED_SYMBOL;
pub use turns::NAME as TURNS;

use crate::cli::Target;
use crate::setup::needs::{Need, Width};

/// Bytes in a MiB.
pub const MIB: u64 = 1 << 20;

/// The most instructions from the start to the first of a program.
pub const BOOT_MOST: u64 = 500_000;

/// A board.
#[derive(Debug)]
pub struct Board {
    /// Its name: the folder in `targets/` and the end of the package's name.
    pub name: &'static str,
    /// Width of its processor.
    pub width: Width,
    /// What binutils call its object files.
    pub object_format: &'static str,
    /// What the assembler has to know of it.
    pub assembler: &'static [&'static str],
    /// Whether its code is made compact, for which there must be an instruction that saves many registers.
    pub is_compact: bool,
    /// The memory of the console.
    pub memory_bytes: u64,
    /// Memory sizes that the emulator can have, smallest first, in MiB.
    pub emulated_mib: &'static [u64],
    /// How the emulator gets the image.
    pub load: Load,
    /// The most native stack that a script may need.
    pub stack_most: u32,
    /// How far one instruction moves the emulator's clock: 2 to this power, in nanoseconds.
    pub icount_shift: u32,
    /// The emulator's options for the machine.
    machine: &'static [&'static str],
    /// Its options for the two serial lines, `a` and `b`.
    lines: &'static [&'static str],
}

/// A 32-bit console of the 750 class.
pub const GEKKO: Board = Board {
    name: "gekko",
    width: Width::Ppc32,
    object_format: "elf32-powerpc",
    assembler: &["-m750cl"],
    is_compact: true,
    memory_bytes: 24 * MIB,
    emulated_mib: &[32, 64, 96, 128, 192],
    load: Load::Elf,
    stack_most: 4 * 1024,
    icount_shift: 7,
    machine: &[
        "-M",
        "40p",
        "-cpu",
        "750cl",
        "-device",
        "i8042",
        "-device",
        "pvpanic-pci,addr=0x0c",
    ],
    lines: &["-device", "isa-serial,chardev=a", "-device", "isa-serial,chardev=b"],
};

/// A 64-bit console of the Cell class.
pub const CELL: Board = Board {
    name: "cell",
    width: Width::Ppc64,
    object_format: "elf64-powerpc",
    assembler: &["-mcell"],
    is_compact: false,
    memory_bytes: 256 * MIB,
    emulated_mib: &[256, 512, 1024],
    load: Load::Raw,
    stack_most: 6 * 1024,
    icount_shift: 3,
    machine: &["-M", "pseries,cap-ccf-assist=off", "-cpu", "970"],
    lines: &["-serial", "chardev:a", "-serial", "chardev:b"],
};

/// All of them.
pub const ALL: [&Board; 2] = [&GEKKO, &CELL];

/// How an emulator gets an image.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Load {
    /// As an ELF file, whose entry is jumped to.
    Elf,
    /// As bytes from address 0.
    Raw,
}

impl Board {
    /// The board that a target stands for.
    pub fn of(target: Target) -> Option<&'static Board> {
        match target {
            Target::Gekko => Some(&GEKKO),
            Target::Cell => Some(&CELL),
            _ => None,
        }
    }

    /// What building an image takes.
    pub fn build_needs(&self) -> [Need; 2] {
        [Need::Compiler, Need::Linker(self.width)]
    }

    /// What running one takes on top.
    pub fn emulator(&self) -> Need {
        Need::SystemEmulator(self.width)
    }

    /// Instructions in so many ticks of the time base, when instructions are counted. An instruction takes
    /// several ticks, so that the nearest whole number is the right one.
    pub fn instructions(&self, ticks: u64) -> u64 {
        let per_second = match self.width {
            Width::Ppc32 => 100_000_000,
            Width::Ppc64 => 512_000_000,
        };
        let nanoseconds = u128::from(ticks) * 1_000_000_000;
        let one = per_second << self.icount_shift;
        u64::try_from((nanoseconds + one / 2) / one).unwrap_or(u64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Board {
        fn instruction_ticks_x1000(&self) -> u64 {
            match self.width {
                Width::Ppc32 => 12_800,
                Width::Ppc64 => 4_096,
            }
        }
    }

    #[test]
    fn ticks_become_instructions() {
        // Figures of a run that a counting plugin of the emulator agreed with.
        assert_eq!(GEKKO.instructions(7_383_591), 576_843);
        assert_eq!(Board { icount_shift: 1, ..CELL }.instructions(592_372), 578_488);
    }

    #[test]
    fn a_tick_more_or_less_is_the_same_instruction() {
        for board in ALL {
            let ticks = |count: u64| count * board.instruction_ticks_x1000() / 1000;
            for count in [1, 1000, 12_345_678] {
                for wrong in [ticks(count), ticks(count) + 1] {
                    assert_eq!(board.instructions(wrong), count, "{}", board.name);
                }
            }
        }
    }
}
