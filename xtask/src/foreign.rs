//! The verb `test --target sim-ppc32|sim-ppc64`: the suites once more, big-endian.
//!
//! The programs run in the simulator of that machine through QEMU; unit tests of the core are built for
//! that machine and run the same way. A step's name says what it is, as in `test`.
//!
//! Not here: the suites themselves (tests/README.md), what else `test` does (test.rs).

use crate::binary::{Make, foreign_simulator};
use crate::cli::TestArgs;
use crate::counts::Counts;
use crate::cross::ForeignLinux;
use crate::repository::Repository;
use crate::setup::{self, Consent};
use crate::test::{Report, run_harness};
use anyhow::Result;
use std::process::ExitCode;

/// The profiles whose simulator runs every program of the suites.
pub const PROGRAM_PROFILES: &[&str] = &["base"];

/// The crates with unit tests that depend on byte order or word size.
const CRATES: &[&str] = &["image", "heap", "objects", "compiler", "vm", "natives", "runtime"];

/// The suites in `tests/` that start the simulator.
const SUITES: &[&str] =
    &["language", "errors", "programs", "traceback", "differs", "limits", "cli"];

/// Seconds a program may take: the emulator is some ten times slower than this machine.
const SECONDS_PER_PROGRAM: &str = "300";

/// The verb.
pub fn test(repository: &Repository, machine: ForeignLinux, args: &TestArgs) -> Result<ExitCode> {
    setup::ensure(&machine.needs(), Consent::unless(&args.no_setup))?;
    let mut report = Report::default();
    let only = args.only.as_deref();
    let is_wanted = |name: &str| only.is_none_or(|only| name.contains(only));
    let units = format!("{} crates", machine.folder());
    if is_wanted(&units) {
        report.step(&units, || self::units(repository, machine));
    }
    for profile in PROGRAM_PROFILES {
        let suites = format!("{} programs {profile}", machine.folder());
        if is_wanted(&suites) {
            report.step(&suites, || self::suites(repository, machine, profile));
        }
    }
    Ok(report.finish())
}

/// Unit tests of the core, built for the machine.
pub fn units(repository: &Repository, machine: ForeignLinux) -> Result<Counts> {
    let mut command = machine.test(repository, "base")?.arg("--lib").arg("--tests");
    for name in CRATES {
        command = command.args(["--package", &format!("threadsnake-{name}")]);
    }
    run_harness(command)
}

/// The suites, built for this machine, with the other one's simulator.
pub fn suites(repository: &Repository, machine: ForeignLinux, profile: &str) -> Result<Counts> {
    let binary = foreign_simulator(repository, machine, profile, Make::Suite)?;
    let mut command = repository.cargo().args(["test", "--no-fail-fast"]);
    command = command.args(["--package", "threadsnake-tests"]);
    for suite in SUITES {
        command = command.args(["--test", suite]);
    }
    let command =
        command.env("THREADSNAKE_BIN", &binary).env("THREADSNAKE_RUNNER", machine.runner()?);
    let command = command.env("THREADSNAKE_TIMEOUT", SECONDS_PER_PROGRAM);
    run_harness(command.env("THREADSNAKE_TESTED_PROFILE", profile).env("THREADSNAKE_SUMMARY", "1"))
}
