//! What objects, frames and dicts take, counted by the programs themselves: the `.out` file beside a program, or
//! `NAME.PROFILE.out` where the profile decides.

use std::process::ExitCode;

use threadsnake_tests::{case, judge, profile, runner};

fn main() -> ExitCode {
    let mut cases = case::programs("sizes");
    cases.retain(profile::is_meant);
    runner::with_simulator("sizes", cases, judge::output_file)
}
