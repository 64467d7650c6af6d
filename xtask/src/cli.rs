//! The command line: every verb and option. The doc comments are the manual.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::path::PathBuf;

/// Build, run, test and check Threadsnake.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", disable_version_flag = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub verb: Verb,
}

/// The verbs.
#[derive(Subcommand)]
pub enum Verb {
    /// Build the simulator for a profile and run a program in it.
    ///
    /// What the program prints goes to standard output, the footprint summary to standard error;
    /// the exit status is the program's.
    Run(RunArgs),
    /// Find out what this machine has for building and running PowerPC programs, and install the rest.
    Setup(SetupArgs),
    /// Build a target and print the path of what was built as the last line.
    Build(BuildArgs),
    /// Run every test there is, in every profile that is tested, and count them.
    Test(TestArgs),
    /// What a change must pass: formatting, lints, tidy, tests.
    Ci,
    /// Check the repository itself: layers, lengths, documentation, unsafe, texts, knobs.
    Tidy(TidyArgs),
    /// Run a program on this machine and on every board, and compare its footprint to the byte.
    Parity(ParityArgs),
    /// Show how many bytes of a target each crate and each symbol takes.
    Sizes(SizesArgs),
    /// Look at memory profiles.
    Config {
        /// What to do with them.
        #[command(subcommand)]
        verb: ConfigVerb,
    },
    /// Count the instructions of the benchmark programs and compare them.
    ///
    /// Programs are tests/bench/*.py; CPython and Lua run beside ours where they are installed.
    Bench(BenchArgs),
}

/// Options of `run`.
#[derive(Args)]
pub struct RunArgs {
    /// Memory profile: a name from `config list`, or a path ending in .toml.
    #[arg(long, default_value = "base")]
    pub profile: String,
    /// Arena size instead of the profile's: bytes, or with a unit such as 64KiB or 4MiB.
    #[arg(long, value_name = "BYTES")]
    pub heap: Option<String>,
    /// Stop the program after this many back-edges and calls.
    #[arg(long, value_name = "N")]
    pub budget: Option<u64>,
    /// Print the footprint as JSON.
    #[arg(long, conflicts_with = "quiet")]
    pub json: bool,
    /// Print no footprint.
    #[arg(long)]
    pub quiet: bool,
    /// The machine to run on.
    #[arg(long, value_enum, value_name = "TARGET", default_value = "sim")]
    pub on: Target,
    /// Send the program as text and compile it on the board.
    #[arg(long)]
    pub as_source: bool,
    /// Leave the compiler out of the board's image.
    #[arg(long)]
    pub no_compiler: bool,
    /// Leave out modules of the library that the program does not import; all stay when it may compile or import
    /// what its text does not name.
    #[arg(long)]
    pub imported_only: bool,
    /// Show the events of the core after the run: time, place in the source, what happened.
    #[arg(long)]
    pub trace: bool,
    /// Count instructions of a board: slower, and the same in every run.
    #[arg(long)]
    pub count: bool,
    /// Stop a board after this many seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = 600.0)]
    pub timeout: f64,
    /// Install nothing that is missing.
    #[arg(long)]
    pub no_setup: bool,
    /// The program, then its arguments. Without one, the prompt.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "FILE [ARGS]")]
    pub program: Vec<OsString>,
}

/// Options of `build`.
#[derive(Args)]
pub struct BuildArgs {
    /// What to build.
    #[arg(long, value_enum, default_value = "sim")]
    pub target: Target,
    /// Memory profile: a name from `config list`, or a path ending in .toml.
    #[arg(long, default_value = "base")]
    pub profile: String,
    /// Leave the compiler out of a board's image.
    #[arg(long)]
    pub no_compiler: bool,
    /// Leave out modules of the library that no program imports; all stay when one may compile or import what its
    /// text does not name.
    #[arg(long)]
    pub imported_only: bool,
    /// Put programs into a board's image as text.
    #[arg(long, conflicts_with = "no_compiler")]
    pub as_source: bool,
    /// Install nothing that is missing.
    #[arg(long)]
    pub no_setup: bool,
    /// Programs for a board's image: the first runs, the others may be imported.
    #[arg(value_name = "FILE")]
    pub programs: Vec<PathBuf>,
}

/// Options of `sizes`.
#[derive(Args)]
pub struct SizesArgs {
    /// What to measure.
    #[arg(long, value_enum, default_value = "sim")]
    pub target: Target,
    /// Memory profile: a name from `config list`, or a path ending in .toml.
    #[arg(long, default_value = "base")]
    pub profile: String,
    /// Leave the compiler out of a board's image.
    #[arg(long)]
    pub no_compiler: bool,
    /// Keep the sizes for a later comparison.
    #[arg(long)]
    pub save: bool,
    /// Show what has changed since they were kept.
    #[arg(long, conflicts_with = "save")]
    pub compare: bool,
    /// Install nothing that is missing.
    #[arg(long)]
    pub no_setup: bool,
}

/// Options of `parity`.
#[derive(Args)]
pub struct ParityArgs {
    /// Only this memory profile, instead of base, memory-first and stress.
    #[arg(long)]
    pub profile: Option<String>,
    /// Install nothing that is missing.
    #[arg(long)]
    pub no_setup: bool,
    /// The program, then its arguments.
    #[arg(
        required = true,
        trailing_var_arg = true,
        allow_hyphen_values = true,
        value_name = "FILE [ARGS]"
    )]
    pub program: Vec<OsString>,
}

/// Options of `setup`.
#[derive(Args)]
pub struct SetupArgs {
    /// Install nothing, only report.
    #[arg(long)]
    pub no_setup: bool,
}

/// What can be built.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum, Debug)]
pub enum Target {
    /// The simulator for this machine.
    Sim,
    /// The simulator for 32-bit PowerPC with Linux: big-endian, run through QEMU.
    SimPpc32,
    /// The simulator for 64-bit PowerPC with Linux: big-endian, run through QEMU.
    SimPpc64,
    /// A 32-bit console of the 750 class (GameCube, Wii) without an operating system.
    Gekko,
    /// A 64-bit console of the Cell class without an operating system.
    Cell,
}

/// Options of `test`.
#[derive(Args, Default)]
pub struct TestArgs {
    /// Only the steps whose name contains this.
    pub only: Option<String>,
    /// Run the suites with the simulator of another machine instead.
    #[arg(long, value_enum)]
    pub target: Option<Target>,
    /// Install nothing that is missing.
    #[arg(long)]
    pub no_setup: bool,
}

/// Options of `tidy`.
#[derive(Args, Default)]
pub struct TidyArgs {
    /// Only the rule of this name.
    pub rule: Option<String>,
}

/// The verbs of `config`.
#[derive(Subcommand)]
pub enum ConfigVerb {
    /// The profiles, one line each.
    List,
    /// A profile with everything it inherits: every knob, its range and where it was set.
    Show {
        /// A name, or a path ending in .toml.
        profile: String,
    },
    /// Check every built-in profile, or the given ones.
    Check {
        /// Names, or paths ending in .toml.
        profiles: Vec<String>,
    },
}

/// Options of `bench`.
#[derive(Args)]
pub struct BenchArgs {
    /// The machine to count on: this one, or a board.
    #[arg(long, value_enum, value_name = "TARGET", default_value = "sim")]
    pub on: Target,
    /// Memory profile: a name from `config list`, or a path ending in .toml.
    #[arg(long, default_value = "base")]
    pub profile: String,
    /// Write the counts as the new baseline.
    #[arg(long)]
    pub save: bool,
    /// Only the programs whose name contains this.
    pub only: Option<String>,
}
