//! Every program under `py/` prints and raises what its comments say.

use std::process::ExitCode;

use threadsnake_tests::{case, judge, runner};

fn main() -> ExitCode {
    runner::with_simulator("language", case::programs_by_area("py"), judge::inline)
}
