//! The verb `test`: an ordered list of steps, each of which counts.
//!
//! The steps build what they need. A step that cannot run for want of something that is not part of
//! the Rust toolchain says so and counts nothing; a step that breaks counts as one failure.
//!
//! Not here: what the suites check (tests/README.md).

use crate::binary::{Make, made};
use crate::budget;
use crate::cli::TestArgs;
use crate::config::built_in;
use crate::console;
use crate::counts::Counts;
use crate::repository::{Repository, profile};
use crate::tidy;
use anyhow::{Result, bail};
use std::process::ExitCode;
use std::time::Instant;

/// The profiles whose simulator runs every program of the suites. The first is tested as it is given
/// away, the others in a make that is built quickly.
const PROGRAM_PROFILES: &[&str] =
    &["base", "stress", "studio", "classic27", "memory-first", "tiny"];

/// The profiles in which the models of containers and frames are tested again: every set of dict and
/// list knobs there is.
const MODEL_PROFILES: &[&str] = &["stress", "studio", "classic27", "memory-first", "speed-first"];

/// The package whose unit tests depend on the profile.
const MODEL_PACKAGE: &str = "threadsnake-objects";

/// The package of the suites.
const SUITES: &str = "threadsnake-tests";

/// What has run so far.
#[derive(Default)]
pub struct Report {
    sum: Counts,
    broken: Vec<String>,
    /// When no step on another machine may begin any more.
    pub deadline: Option<Instant>,
}

impl Report {
    /// Runs one step and prints its line.
    pub fn step(&mut self, name: &str, action: impl FnOnce() -> Result<Counts>) {
        println!("== {name}");
        let start = Instant::now();
        let counts = action().unwrap_or_else(|error| {
            eprintln!("{name}: {error:#}");
            Counts::failure()
        });
        println!("== {name}: {counts} ({:.1} s)", start.elapsed().as_secs_f64());
        self.sum += counts;
        if counts.failed > 0 {
            self.broken.push(name.to_string());
        }
    }

    /// Prints the sum as the last line.
    pub fn finish(self) -> ExitCode {
        if !self.broken.is_empty() {
            println!("failed: {}", self.broken.join(", "));
        }
        println!("{}", self.sum);
        self.sum.exit_code()
    }
}

/// The verb.
pub fn test(repository: &Repository, args: &TestArgs) -> Result<ExitCode> {
    let mut report = Report::default();
    every_step(repository, args, &mut report)?;
    Ok(report.finish())
}

/// All steps whose name contains what was asked for.
pub fn every_step(repository: &Repository, args: &TestArgs, report: &mut Report) -> Result<()> {
    let mut ran = 0;
    let own = own_steps().len();
    let are_all_wanted = args.only.as_ref().is_some_and(|only| only.starts_with(console::TURNS));
    let all = steps(are_all_wanted);
    let names: Vec<String> = all.iter().map(|(name, _)| name.clone()).collect();
    for (at, (name, action)) in all.into_iter().enumerate() {
        if args.only.as_ref().is_some_and(|only| !name.contains(only)) {
            continue;
        }
        if at >= own && report.deadline.is_some_and(|deadline| Instant::now() > deadline) {
            println!("== {name}: left out, the time for this check is used up");
        } else {
            report.step(&name, || action(repository));
        }
        ran += 1;
    }
    if ran == 0 {
        bail!("there is no such step; the steps are {}", names.join(", "));
    }
    Ok(())
}

/// What a step does.
pub type Action = Box<dyn Fn(&Repository) -> Result<Counts>>;

fn steps(are_all_wanted: bool) -> Vec<(String, Action)> {
    let mut list = own_steps();
    list.extend(console::steps::steps(are_all_wanted));
    list
}

/// The steps that this machine does alone.
fn own_steps() -> Vec<(String, Action)> {
    let mut list: Vec<(String, Action)> = vec![
        ("profiles".into(), Box::new(|_| profiles())),
        ("tidy".into(), Box::new(|repository| tidy::check(repository, None))),
        ("units".into(), Box::new(units)),
    ];
    for name in MODEL_PROFILES {
        list.push((format!("models {name}"), Box::new(|repository| models(repository, name))));
    }
    for name in PROGRAM_PROFILES {
        list.push((format!("suites {name}"), Box::new(|repository| suites(repository, name))));
    }
    list
}

fn profiles() -> Result<Counts> {
    let mut counts = Counts::default();
    for name in built_in()? {
        let loaded = profile(&name);
        if let Err(error) = &loaded {
            eprintln!("{error:#}");
        }
        counts.one(loaded.is_ok());
    }
    Ok(counts)
}

/// Unit tests of every crate, in the base profile.
fn units(repository: &Repository) -> Result<Counts> {
    let others = ["--workspace", "--exclude", SUITES, "--features", "threadsnake-memconfig/load"];
    let mut counts = harness(repository, "base", &others)?;
    if repository.has("tests") {
        counts += harness(repository, "base", &["--package", SUITES, "--lib"])?;
    }
    Ok(counts)
}

/// The model tests again, with another profile's knobs compiled in.
fn models(repository: &Repository, name: &str) -> Result<Counts> {
    harness(repository, name, &["--package", MODEL_PACKAGE])
}

/// The suites against the simulator of one profile, and its budgets.
fn suites(repository: &Repository, name: &str) -> Result<Counts> {
    let make = if PROGRAM_PROFILES.first() == Some(&name) { Make::Release } else { Make::Suite };
    let binary = made(repository, name, make)?;
    let mut counts = budget::check(repository, &binary, &profile(name)?)?;
    let command = repository.cargo().args(["test", "--no-fail-fast", "--package", SUITES]);
    let command = command.args(["--test", "*"]).env("THREADSNAKE_BIN", &binary);
    counts += run_harness(command.env("THREADSNAKE_TESTED_PROFILE", name))?;
    Ok(counts)
}

fn harness(repository: &Repository, name: &str, args: &[&str]) -> Result<Counts> {
    let command = repository.cargo().args(["test", "--no-fail-fast"]).args(args);
    // What passes is heard too, because it says how much of something it ran.
    let command = command.args(["--", "--nocapture"]);
    run_harness(command.env("THREADSNAKE_PROFILE", name))
}

/// Runs `cargo test` and counts. What it prints is shown when something failed, and so are the lines
/// in which a suite reports how much of something it ran.
pub fn run_harness(command: xshell::Cmd<'_>) -> Result<Counts> {
    let output = command.ignore_status().output()?;
    let text = String::from_utf8_lossy(&output.stdout);
    let mut counts = Counts::of_harness(&text);
    if output.status.success() {
        text.lines().filter(|line| line.starts_with("ran ")).for_each(|line| println!("   {line}"));
        return Ok(counts);
    }
    eprint!("{}{text}", String::from_utf8_lossy(&output.stderr));
    if counts.failed == 0 {
        counts += Counts::failure();
    }
    Ok(counts)
}
