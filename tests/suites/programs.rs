//! The larger programs and the benchmarks at their default size print their `.out` files.

use std::process::ExitCode;

use threadsnake_tests::{case, judge, runner};

fn main() -> ExitCode {
    let mut cases = case::programs("programs");
    cases.extend(case::programs("bench"));
    runner::with_simulator("programs", cases, judge::output_file)
}
