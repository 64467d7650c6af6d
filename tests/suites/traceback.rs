//! Every program under `traceback/` ends with the traceback in the file beside it.

use std::process::ExitCode;

use threadsnake_tests::{case, judge, runner};

fn main() -> ExitCode {
    runner::with_simulator("traceback", case::programs("traceback"), judge::traceback)
}
