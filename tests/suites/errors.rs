//! Every program under `errors/` is refused at the line and with the message it promises.

use std::process::ExitCode;

use threadsnake_tests::{case, judge, runner};

fn main() -> ExitCode {
    runner::with_simulator("errors", case::programs("errors"), judge::inline)
}
