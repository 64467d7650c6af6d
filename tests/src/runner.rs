//! Runs the programs of a suite, a few at a time, and reports.
//!
//! `THREADSNAKE_JOBS` sets how many run at once, `THREADSNAKE_SUMMARY=1` shortens the report to
//! one line per failure; words on the command line select programs whose name contains one.

use std::collections::BTreeMap;
use std::env;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

use crate::case::Case;
use crate::interpreter::{Interpreter, Run};
use crate::judge::{Difference, Verdict};
use crate::profile;

/// Programs at once unless `THREADSNAKE_JOBS` says otherwise.
const JOBS: usize = 2;
/// Characters of a line a summary shows.
const SUMMARY_WIDTH: usize = 70;

/// Runs a suite with the simulator; passes with a notice when no simulator was given.
pub fn with_simulator(
    suite: &str,
    cases: Vec<Case>,
    judge: impl Fn(&Case, &Run) -> Verdict + Sync,
) -> ExitCode {
    let Some(simulator) = Interpreter::simulator() else {
        return skip(suite, "THREADSNAKE_BIN is not set; `cargo xtask test` sets it");
    };
    let larger = LargerArena::default();
    let ending = all(suite, cases, |case| match profile::lacks(case) {
        Some(reason) => Verdict::Skipped(reason),
        None => judge(
            case,
            &larger.retry(simulator.run_case(case), |bytes| simulator.run_case_in(case, bytes)),
        ),
    });
    larger.report(suite);
    ending
}

/// The programs a small profile had no room for: how many ran once more, in a larger arena.
#[derive(Debug, Default)]
pub struct LargerArena(AtomicUsize);

impl LargerArena {
    /// The run as it was, or the one `again` makes in a larger arena when the profile is a small
    /// one and the first ran out of memory, cleanly.
    pub fn retry(&self, run: Run, again: impl FnOnce(&str) -> Run) -> Run {
        match profile::larger_arena().filter(|_| run.is_out_of_memory()) {
            Some(bytes) => {
                self.0.fetch_add(1, Ordering::Relaxed);
                again(bytes)
            }
            None => run,
        }
    }

    /// Says how many there were.
    pub fn report(self, suite: &str) {
        match self.0.into_inner() {
            0 => {}
            count => println!("ran {count} programs of {suite} once more, in a larger arena"),
        }
    }
}

/// Says that a suite did not run.
pub fn skip(suite: &str, reason: &str) -> ExitCode {
    println!("ran 0 programs of {suite}: {reason}");
    ExitCode::SUCCESS
}

/// Runs a suite: every selected case through `check`.
pub fn all(suite: &str, cases: Vec<Case>, check: impl Fn(&Case) -> Verdict + Sync) -> ExitCode {
    let start = Instant::now();
    let cases = selected(cases);
    let verdicts = verdicts(&cases, &check);
    let failed = report(&cases, &verdicts);
    let skipped = verdicts.iter().filter(|verdict| matches!(verdict, Verdict::Skipped(_))).count();
    let passed = cases.len() - failed - skipped;
    let seconds = start.elapsed().as_secs_f32();
    let result = if failed > 0 { "FAILED" } else { "ok" };
    println!("ran {} programs of {suite}, {skipped} of them skipped", cases.len());
    println!("test result: {result}. {passed} passed; {failed} failed; finished in {seconds:.1} s");
    if failed > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn selected(mut cases: Vec<Case>) -> Vec<Case> {
    let words: Vec<String> = env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    if !words.is_empty() {
        cases.retain(|case| words.iter().any(|word| case.name.contains(word.as_str())));
    }
    cases
}

/// All verdicts in the order of the cases. A few workers take the next case each.
fn verdicts(cases: &[Case], check: &(impl Fn(&Case) -> Verdict + Sync)) -> Vec<Verdict> {
    let next = AtomicUsize::new(0);
    let found = Mutex::new(Vec::with_capacity(cases.len()));
    thread::scope(|scope| {
        for _ in 0..jobs() {
            scope.spawn(|| {
                while let Some((index, case)) = take(cases, &next) {
                    let verdict = check(case);
                    if let Ok(mut found) = found.lock() {
                        found.push((index, verdict));
                    }
                }
            });
        }
    });
    let mut found = found.into_inner().unwrap_or_default();
    found.sort_by_key(|(index, _)| *index);
    found.into_iter().map(|(_, verdict)| verdict).collect()
}

fn take<'a>(cases: &'a [Case], next: &AtomicUsize) -> Option<(usize, &'a Case)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    cases.get(index).map(|case| (index, case))
}

fn jobs() -> usize {
    let jobs = env::var("THREADSNAKE_JOBS").ok().and_then(|value| value.parse().ok());
    jobs.unwrap_or(JOBS).max(1)
}

/// Prints the failures and, in a summary, the count of each area; returns how many failed.
fn report(cases: &[Case], verdicts: &[Verdict]) -> usize {
    let is_summary = env::var_os("THREADSNAKE_SUMMARY").is_some_and(|value| value == "1");
    let mut areas: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut failed = 0;
    for (case, verdict) in cases.iter().zip(verdicts) {
        let area = areas.entry(case.area()).or_default();
        area.1 += 1;
        match verdict {
            Verdict::Passed => area.0 += 1,
            Verdict::Skipped(reason) => println!("  skipped {}: {reason}", case.name),
            Verdict::Failed(difference) => {
                failed += 1;
                if is_summary {
                    print_short(case, difference);
                } else {
                    print_long(case, difference);
                }
            }
        }
    }
    if is_summary {
        for (area, (passed, total)) in areas {
            println!("  {area}: {passed} of {total}");
        }
    }
    failed
}

fn print_short(case: &Case, difference: &Difference) {
    let Difference { at, what, wanted, found, stderr } = difference;
    let last = stderr.lines().next_back().unwrap_or("");
    let (wanted, found, last) = (short(wanted), short(found), short(last));
    println!("  {}:{at} {what}: wanted `{wanted}` found `{found}` [{last}]", case.name);
}

fn short(text: &str) -> String {
    text.chars().take(SUMMARY_WIDTH).collect()
}

fn print_long(case: &Case, difference: &Difference) {
    println!("FAILED tests/{}:{}: {}", case.name, difference.at, difference.what);
    println!("    wanted  {}", difference.wanted);
    println!("    found   {}", difference.found);
    for line in difference.stderr.lines() {
        println!("    stderr  {line}");
    }
}
