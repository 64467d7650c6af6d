//! Every program under `differs/` does what its `# here:` lines say.

use std::process::ExitCode;

use threadsnake_tests::{case, judge, runner};

fn main() -> ExitCode {
    runner::with_simulator("differs", case::programs("differs"), |case, run| {
        judge::front_matter(case, run, "here")
    })
}
