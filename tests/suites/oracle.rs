//! CPython keeps every promise of every program, so that no expectation can drift.

use std::process::ExitCode;

use threadsnake_tests::case::{self, Case};
use threadsnake_tests::interpreter::{Interpreter, Run};
use threadsnake_tests::judge::{self, Verdict};
use threadsnake_tests::{oracle, profile, runner};

fn main() -> ExitCode {
    // What CPython does depends on none of our profiles: one of them asks it.
    if profile::name().is_some_and(|name| name != "base") {
        return runner::skip("oracle", "only with the base profile");
    }
    let python = match oracle::cpython() {
        Ok(python) => python,
        Err(reason) => return runner::skip("oracle", &reason),
    };
    let mut cases = case::programs_by_area("py");
    for folder in ["errors", "limits", "traceback", "programs", "bench", "differs"] {
        cases.extend(case::programs(folder));
    }
    cases.retain(|case| case.note("oracle").is_none());
    runner::all("oracle", cases, |case| check(case, &python))
}

fn check(case: &Case, python: &Interpreter) -> Verdict {
    let run = python.run_case(case);
    judge_of(case)(case, &run)
}

fn judge_of(case: &Case) -> fn(&Case, &Run) -> Verdict {
    match case.name.split('/').next() {
        Some("traceback") => judge::traceback,
        Some("programs" | "bench") => judge::output_file,
        Some("differs") => |case, run| judge::front_matter(case, run, "python"),
        _ => judge::inline,
    }
}
