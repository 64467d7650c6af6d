//! The command line: verbs and options. The doc comments are the manual.

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;

/// Run Python programs inside a block of memory whose size you choose.
///
/// Without FILE: a prompt when a person is typing, else the program on standard input.
#[derive(Parser)]
#[command(name = "threadsnake", version, args_conflicts_with_subcommands = true)]
#[command(subcommand_negates_reqs = true, subcommand_precedence_over_arg = true)]
pub struct Cli {
    /// What to do; without one, a program is run.
    #[command(subcommand)]
    pub verb: Option<Verb>,
    /// How to run it.
    #[command(flatten)]
    pub run: RunArgs,
}

/// The verbs.
#[derive(Subcommand)]
pub enum Verb {
    /// Run a program or an image; its footprint follows on standard error.
    ///
    /// The exit status is the program's; 124 when the budget is used up.
    Run(RunArgs),
    /// Compile a program to an image.
    Compile(CompileArgs),
    /// Print a footprint that another machine has sent, from standard input.
    #[command(hide = true)]
    Footprint(FootprintArgs),
    /// List the instructions of a program or an image.
    Disasm(DisasmArgs),
}

/// Options of `run`.
#[derive(Args, Default)]
pub struct RunArgs {
    /// Arena size: bytes, or with a unit such as 64KiB or 4MiB; the profile's unless given.
    #[arg(long, value_name = "BYTES", value_parser = parse_bytes)]
    pub heap: Option<u32>,
    /// Stop the program after this many instructions.
    #[arg(long, value_name = "N")]
    pub budget: Option<u64>,
    /// Print the footprint as one JSON object.
    #[arg(long, conflicts_with = "quiet")]
    pub json: bool,
    /// Print no footprint.
    #[arg(long)]
    pub quiet: bool,
    /// Put the compiled program outside the arena, as a cartridge would hold it.
    #[arg(long, hide = true)]
    pub rom: bool,
    /// Let the N-th allocation of the program fail.
    #[arg(long, hide = true, value_name = "N")]
    pub fail_alloc: Option<u64>,
    /// Run this text instead of a file.
    #[arg(short = 'c', value_name = "CODE", action = ArgAction::Set, allow_hyphen_values = true)]
    pub code: Option<OsString>,
    /// The program (or - for standard input), then its arguments.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "FILE [ARGS]")]
    pub program: Vec<OsString>,
}

/// Options of `compile`.
#[derive(Args)]
pub struct CompileArgs {
    /// The program.
    pub file: OsString,
    /// Where the image goes.
    #[arg(short, long, value_name = "IMAGE")]
    pub output: OsString,
    /// Byte order of the machine that will run the image.
    #[arg(long, value_enum, default_value = if cfg!(target_endian = "big") { "big" } else { "little" })]
    pub byte_order: ByteOrder,
}

/// Byte order of a machine.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ByteOrder {
    /// Most significant byte first: the consoles.
    Big,
    /// Least significant byte first.
    Little,
}

/// Options of `footprint`.
#[derive(Args)]
pub struct FootprintArgs {
    /// Print one JSON object.
    #[arg(long)]
    pub json: bool,
    /// The exit status of the program.
    #[arg(long, default_value_t = 0)]
    pub status: i32,
}

/// Options of `disasm`.
#[derive(Args)]
pub struct DisasmArgs {
    /// The program or image.
    pub file: OsString,
}

/// A number of bytes, with a unit or without.
fn parse_bytes(text: &str) -> Result<u32, String> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let factor: u64 = match text.get(digits.len()..).unwrap_or("") {
        "" | "B" => 1,
        "K" | "KiB" | "k" => 1 << 10,
        "M" | "MiB" => 1 << 20,
        "G" | "GiB" => 1 << 30,
        "kB" | "KB" => 1_000,
        "MB" => 1_000_000,
        other => return Err(format!("{other:?} is no unit; use KiB, MiB or GiB")),
    };
    let number: u64 = digits.replace('_', "").parse().map_err(|_| "not a number of bytes")?;
    let bytes = number.checked_mul(factor).and_then(|bytes| u32::try_from(bytes).ok());
    let most = threadsnake_sim::memory::ARENA_MAX_BYTES;
    bytes.filter(|&bytes| bytes <= most).ok_or(format!("at most {most} bytes"))
}

#[cfg(test)]
mod tests {
    use super::parse_bytes;

    #[test]
    fn sizes_have_units() {
        assert_eq!(parse_bytes("4096"), Ok(4096));
        assert_eq!(parse_bytes("65_536"), Ok(65_536));
        assert_eq!(parse_bytes("64KiB"), Ok(65_536));
        assert_eq!(parse_bytes("4MiB"), Ok(4 << 20));
        assert_eq!(parse_bytes("2GiB"), Ok(2 << 30));
        assert!(parse_bytes("3GiB").is_err());
        assert!(parse_bytes("4 cows").is_err());
        assert!(parse_bytes("").is_err());
    }
}
