//! The command line: every verb and option. The doc comments are the manual.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;

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
    /// Build a target and print the path of what was built as the last line.
    Build(BuildArgs),
    /// Run every test there is, in every profile that is tested, and count them.
    Test(TestArgs),
    /// What a change must pass: formatting, lints, tidy, tests.
    Ci,
    /// Check the repository itself: layers, lengths, documentation, unsafe, texts, knobs.
    Tidy(TidyArgs),
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
}

/// What can be built.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Target {
    /// The simulator for this machine.
    Sim,
}

/// Options of `test`.
#[derive(Args, Default)]
pub struct TestArgs {
    /// Only the steps whose name contains this.
    pub only: Option<String>,
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
    /// Memory profile: a name from `config list`, or a path ending in .toml.
    #[arg(long, default_value = "base")]
    pub profile: String,
    /// Write the counts as the new baseline.
    #[arg(long)]
    pub save: bool,
    /// Only the programs whose name contains this.
    pub only: Option<String>,
}
