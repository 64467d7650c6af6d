//! What the verbs say on a machine where pieces are missing: this program again, with another PATH.
//!
//! Not here: the pieces (needs.rs).

use super::needs::ALL;
use crate::counts::Counts;
use crate::repository::Repository;
use anyhow::{Result, ensure};
use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Output};

/// A check: its name says what is expected.
type Check = (&'static str, fn(&Repository, &Path) -> Result<()>);

const CHECKS: &[Check] = &[
    ("every missing piece has a line with what to type", report),
    ("a run without the emulator names it", run),
    ("a build without the compiler names it", build),
];

/// All checks.
pub fn check(repository: &Repository) -> Result<Counts> {
    let empty = tempfile::tempdir()?;
    let mut counts = Counts::default();
    for (name, check) in CHECKS {
        let result = check(repository, empty.path());
        if let Err(error) = &result {
            eprintln!("{name}: {error:#}");
        }
        counts.one(result.is_ok());
    }
    Ok(counts)
}

/// This program with nothing to be found along PATH.
fn bare(path: &Path, args: &[&OsStr]) -> Result<Output> {
    let program = std::env::current_exe()?;
    Ok(Command::new(program).args(args).env("PATH", path).output()?)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn report(_: &Repository, path: &Path) -> Result<()> {
    let output = bare(path, &["setup".as_ref(), "--no-setup".as_ref()])?;
    let lines = text(&output.stdout);
    ensure!(!output.status.success(), "it succeeds");
    for need in ALL {
        let missing = format!("missing  {}: ", need.name());
        let found = format!("found    {}: ", need.name());
        let line =
            lines.lines().find(|line| line.starts_with(&missing) || line.starts_with(&found));
        let Some(line) = line else { anyhow::bail!("{} has no line in {lines}", need.name()) };
        ensure!(line.starts_with(&found) || line.contains("install"), "it says {line}");
    }
    ensure!(lines.contains("missing  qemu-system-ppc: "), "it says {lines}");
    Ok(())
}

fn run(repository: &Repository, path: &Path) -> Result<()> {
    let program = repository.root.join("tests/programs/login_screen.py");
    let args: [&OsStr; 5] = [
        "run".as_ref(),
        "--no-setup".as_ref(),
        "--on".as_ref(),
        "gekko".as_ref(),
        program.as_ref(),
    ];
    let output = bare(path, &args)?;
    let errors = text(&output.stderr);
    ensure!(!output.status.success(), "it succeeds");
    ensure!(errors.contains("lacks") && errors.contains("qemu-system-ppc:"), "it says {errors}");
    Ok(())
}

fn build(_: &Repository, path: &Path) -> Result<()> {
    let args: [&OsStr; 4] =
        ["build".as_ref(), "--no-setup".as_ref(), "--target".as_ref(), "cell".as_ref()];
    let output = bare(path, &args)?;
    let errors = text(&output.stderr);
    ensure!(!output.status.success(), "it succeeds");
    ensure!(errors.contains("compiler with library source:"), "it says {errors}");
    Ok(())
}
