//! Programs at the limits, and one above: depth, size, length.

use std::process::ExitCode;

use threadsnake_tests::{case, judge, runner};

fn main() -> ExitCode {
    runner::with_simulator("limits", case::programs("limits"), judge::inline)
}
