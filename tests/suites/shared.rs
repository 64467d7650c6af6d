//! The agreed workloads and benchmarks beside the repository, against CPython on the same
//! machine. Passes with a notice where either is missing.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use threadsnake_tests::case::{self, Case};
use threadsnake_tests::interpreter::Interpreter;
use threadsnake_tests::judge::{self, Verdict};
use threadsnake_tests::oracle;
use threadsnake_tests::runner::{self, LargerArena};

/// Program and its arguments: enough work to pass through every part, in about 10 ms of CPython.
const WORKLOADS: [(&str, &[&str]); 20] = [
    ("workloads/login_screen.py", &[]),
    ("bench/apps/binary_trees.py", &["8"]),
    ("bench/apps/closures.py", &["60"]),
    ("bench/apps/constraints.py", &["10"]),
    ("bench/apps/entities.py", &["30"]),
    ("bench/apps/exceptions.py", &["400"]),
    ("bench/apps/fannkuch.py", &["6"]),
    ("bench/apps/fib.py", &["18"]),
    ("bench/apps/genpipe.py", &["25"]),
    ("bench/apps/jsonser.py", &["20"]),
    ("bench/apps/mandelbrot.py", &["30"]),
    ("bench/apps/nbody.py", &["500"]),
    ("bench/apps/nqueens.py", &["7"]),
    ("bench/apps/pidigits.py", &["150"]),
    ("bench/apps/pingpong.py", &["1000"]),
    ("bench/apps/scheduler.py", &["800"]),
    ("bench/apps/sortkey.py", &["10"]),
    ("bench/apps/spectral_norm.py", &["30"]),
    ("bench/apps/wordcount.py", &["15"]),
    ("bench/pybench/pybench.py", &["--scale", "0.01"]),
];

fn main() -> ExitCode {
    let folder = case::root().join("../../shared");
    if !folder.is_dir() {
        return runner::skip("shared", "no shared folder beside the repository");
    }
    let Some(simulator) = Interpreter::simulator() else {
        return runner::skip("shared", "THREADSNAKE_BIN is not set; `cargo xtask test` sets it");
    };
    match oracle::cpython() {
        Ok(python) => run(&folder, &simulator, &python),
        Err(reason) => runner::skip("shared", &reason),
    }
}

fn run(folder: &Path, simulator: &Interpreter, python: &Interpreter) -> ExitCode {
    let present = WORKLOADS.iter().filter(|(name, _)| folder.join(name).is_file());
    let cases = present.map(|(name, _)| Case { name: (*name).to_owned(), text: String::new() });
    let larger = LargerArena::default();
    let ending = runner::all("shared", cases.collect(), |case| {
        compare(folder, case, simulator, python, &larger)
    });
    larger.report("shared");
    ending
}

fn compare(
    folder: &Path,
    case: &Case,
    ours: &Interpreter,
    python: &Interpreter,
    larger: &LargerArena,
) -> Verdict {
    let arguments = WORKLOADS.iter().find(|(name, _)| *name == case.name).map_or(&[][..], |w| w.1);
    let (folder, file) = split(folder, &case.name);
    let wanted = python.run(&folder, &file, arguments);
    if wanted.status != Some(0) {
        return Verdict::Skipped("CPython does not run it".to_owned());
    }
    let run = ours.run(&folder, &file, arguments);
    let mut run = larger.retry(run, |bytes| ours.with_arena(bytes).run(&folder, &file, arguments));
    run.stdout = without_timings(&run.stdout);
    judge::same_output(&without_timings(&wanted.stdout), &run)
}

fn split(folder: &Path, name: &str) -> (PathBuf, String) {
    let (below, file) = name.rsplit_once('/').unwrap_or(("", name));
    (folder.join(below), file.to_owned())
}

/// Benchmarks print their own clock on lines that begin with `#`.
fn without_timings(text: &str) -> String {
    text.lines().filter(|line| !line.starts_with('#')).flat_map(|line| [line, "\n"]).collect()
}
