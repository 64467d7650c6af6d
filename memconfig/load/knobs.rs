//! THE knob table: every number of the core that a profile may change.
//!
//! One row = section, name, what it may be, default, unit, when it is fixed, and why it exists.
//! Constants, TOML checking, the legend of the report and the documentation derive from it.
//! The defaults are the `base` profile.
//!
//! K1  Rows of one section stand together; a name is kebab-case and ends in its unit when it has
//!     one that a reader could mistake.
//! K2  Every default lies in its own range (tested).
//!
//! Not here: rules between two knobs (check.rs), values of a profile (profiles/*.toml).

use super::value::Value;

/// What values a knob takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A whole number in a closed range.
    Int {
        /// Smallest value.
        min: u32,
        /// Largest value.
        max: u32,
    },
    /// Zero, or a power of two.
    PowerOfTwo {
        /// Largest value.
        max: u32,
    },
    /// A switch.
    Flag,
    /// One of a few words; becomes an enum in the core.
    Word(&'static [&'static str]),
    /// A ratio in a closed range, written `"5/4"`.
    Ratio {
        /// Smallest ratio.
        min: (u32, u32),
        /// Largest ratio.
        max: (u32, u32),
    },
}

/// When the value is fixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// At build time.
    Build,
    /// At boot: the constant is what the host uses when nobody says otherwise.
    Boot,
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Knob {
    /// TOML table and Rust module.
    pub section: &'static str,
    /// TOML key; the Rust constant is the same in capitals.
    pub name: &'static str,
    /// What it may be.
    pub kind: Kind,
    /// Value in the base profile.
    pub default: Value,
    /// Unit of the number, for people.
    pub unit: &'static str,
    /// When it is fixed.
    pub when: When,
    /// Why it exists and what turning it does.
    pub reason: &'static str,
}

impl Knob {
    /// `section.name`, as messages write it.
    pub fn key(&self) -> String {
        format!("{}.{}", self.section, self.name)
    }
}

/// A row; arguments in the order of the struct.
const fn row(
    section: &'static str,
    name: &'static str,
    kind: Kind,
    default: Value,
    unit: &'static str,
    when: When,
    reason: &'static str,
) -> Knob {
    Knob { section, name, kind, default, unit, when, reason }
}

const fn int(min: u32, max: u32) -> Kind {
    Kind::Int { min, max }
}

const fn ratio(min: (u32, u32), max: (u32, u32)) -> Kind {
    Kind::Ratio { min, max }
}

const KIB: u32 = 1024;
const MIB: u32 = 1024 * KIB;

use Kind::{Flag, PowerOfTwo, Word};
use Value::{Flag as On, Int, Ratio, Word as Is};
use When::{Boot, Build};

/// The table.
#[rustfmt::skip]
pub const KNOBS: &[Knob] = &[
    row("heap", "arena-bytes", int(2 * KIB, 2048 * MIB), Int(4 * MIB), "bytes", Boot,
        "The one slab that holds everything a script makes. References are 32-bit offsets into it."),
    row("heap", "reserve-bytes", int(0, 64 * KIB), Int(KIB), "bytes", Build,
        "Kept back so that MemoryError can be raised, caught and printed when all else is full."),

    row("dict", "min-size", int(1, 64), Int(1), "entries", Build,
        "Entries allocated at the first insert. Most dicts of a game stay tiny."),
    row("dict", "load", ratio((1, 4), (9, 10)), Ratio(4, 5), "used/slots", Build,
        "Share of used index slots at which the index grows. Lower probes less and costs bytes."),
    row("dict", "growth", ratio((9, 8), (4, 1)), Ratio(5, 4), "factor", Build,
        "By how much the entries grow when they are full. Small wastes less, large copies less."),
    row("dict", "scan-max", int(0, 64), Int(8), "entries", Build,
        "Largest dict that has no index and is searched from the front."),
    row("dict", "index", Word(&["pow2", "fit"]), Is("pow2"), "", Build,
        "How an index above 254 entries is sized: a power of two (fast), or fitted (small)."),

    row("list", "min-size", int(1, 64), Int(4), "items", Build,
        "Items allocated at the first append."),
    row("list", "growth", ratio((17, 16), (4, 1)), Ratio(9, 8), "factor", Build,
        "By how much a list grows when it is full."),

    row("shape", "max-slots", int(1, 250), Int(64), "attributes", Build,
        "Attributes an instance may have before it falls back to a dict of its own."),

    row("frames", "window-bytes", int(256, 4 * MIB), Int(32 * KIB), "bytes", Boot,
        "Largest hot register window; a sixteenth of the arena when that is less."),
    row("frames", "spill-bytes", int(0, 4 * MIB), Int(16 * KIB), "bytes", Build,
        "Window use above which frames move to exact-size heap frames. 0 spills at every call."),
    row("frames", "freelist-max", int(0, 64), Int(32), "frames", Build,
        "Freed heap frames kept for the next spill; the rest go back to the arena at once."),
    row("frames", "recursion-limit", int(0, 100_000_000), Int(0), "calls", Build,
        "Depth at which RecursionError is raised; 0 leaves the limit to the arena alone."),

    row("cache", "entries", PowerOfTwo { max: 65_536 }, Int(1024), "entries", Build,
        "Most entries of the attribute and global cache; fewer in a small arena (arena / 256)."),

    row("gc", "auto", Flag, On(true), "", Build,
        "Collect cycles when an allocation fails; false leaves every collection to the script."),
    row("gc", "slice-objects", int(1, 1_000_000), Int(256), "objects", Build,
        "Objects one slice of an incremental collection visits."),

    row("compiler", "scratch-bytes", int(16 * KIB, 1024 * MIB), Int(8 * MIB), "bytes", Build,
        "Most memory a compilation may use outside the arena; all of it is freed at once."),
    row("compiler", "max-depth", int(16, 1000), Int(100), "levels", Build,
        "Deepest nesting of source the parser follows: it bounds the native stack."),
    row("compiler", "line-tables", Flag, On(true), "", Build,
        "Keep line numbers for tracebacks."),
    row("compiler", "columns", Flag, On(true), "", Build,
        "Keep columns too, for the carets under a traceback line."),
    row("compiler", "docstrings", Flag, On(true), "", Build,
        "Keep docstrings; false makes every __doc__ None."),
    row("compiler", "asserts", Flag, On(true), "", Build,
        "Compile assert statements."),

    row("library", "modules", Word(&["all", "none"]), Is("all"), "", Build,
        "Modules of the library that are written in Python: all lie in ROM, or a program brings what it imports."),

    row("vm", "check-interval", int(1, 1_000_000), Int(1024), "back-edges and calls", Build,
        "How often the one counter behind budgets, interrupts, slices and finalizers is looked at."),
    row("vm", "overdraft-steps", int(0, 1_000_000_000), Int(4_000_000), "steps", Build,
        "How far one native operation may overdraw the budget before it is broken off with an error."),

    row("budget", "rom-bytes", int(0, 64 * MIB), Int(25 * MIB / 16), "bytes, 0 = no limit", Build,
        "Most bytes of code, constants and data of an image, programs left out."),
    row("budget", "wide-rom-bytes", int(0, 64 * MIB), Int(31 * MIB / 16), "bytes, 0 = no limit", Build,
        "The same on a machine with 64-bit addresses, where all of that is larger."),
    row("budget", "boot-heap-bytes", int(0, MIB), Int(KIB), "bytes, 0 = no limit", Build,
        "Most arena bytes in use before the first line of a script runs."),
    row("budget", "native-stack-bytes", int(0, 8 * MIB), Int(64 * KIB), "bytes, 0 = no limit", Build,
        "Most native stack that running may use, whatever the script does."),
    row("budget", "compiler-stack-bytes", int(0, 8 * MIB), Int(MIB), "bytes", Build,
        "What compiling may use on top; a console that runs images does not compile."),
];

/// Looks a knob up.
pub fn find(section: &str, name: &str) -> Option<usize> {
    KNOBS.iter().position(|knob| knob.section == section && knob.name == name)
}

/// The sections, in table order.
pub fn sections() -> Vec<&'static str> {
    let mut list: Vec<&'static str> = KNOBS.iter().map(|knob| knob.section).collect();
    list.dedup();
    list
}

/// The knobs of one section, in table order.
pub fn of_section(section: &str) -> impl Iterator<Item = &'static Knob> {
    KNOBS.iter().filter(move |knob| knob.section == section)
}
