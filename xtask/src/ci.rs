//! The verb `ci`: what a change must pass, in order; the automatic check calls only this.

use crate::cli::TestArgs;
use crate::counts::Counts;
use crate::repository::Repository;
use crate::test::{Report, every_step};
use anyhow::Result;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Steps on other machines begin within this time; the check as a whole must end in 40 minutes.
const BOARDS_MAY_BEGIN: Duration = Duration::from_secs(30 * 60);

/// Formatting, lints, then every test.
pub fn ci(repository: &Repository) -> Result<ExitCode> {
    let mut report = Report::default();
    report.deadline = Instant::now().checked_add(BOARDS_MAY_BEGIN);
    report.step("formatting", || tool(repository, "fmt", &["--all", "--check"]));
    let lints = ["--workspace", "--all-targets", "--", "--deny", "warnings"];
    report.step("lints", || tool(repository, "clippy", &lints));
    every_step(repository, &TestArgs::default(), &mut report)?;
    Ok(report.finish())
}

/// Runs a part of the Rust toolchain that a small installation may lack.
fn tool(repository: &Repository, name: &str, args: &[&str]) -> Result<Counts> {
    let is_there = repository.cargo().args([name, "--version"]).ignore_stdout().ignore_stderr();
    if is_there.run().is_err() {
        println!("cargo {name} is not installed: skipped");
        return Ok(Counts::default());
    }
    let mut counts = Counts::default();
    counts.one(repository.cargo().arg(name).args(args).run().is_ok());
    Ok(counts)
}
