//! The verb `run`: build, then become the simulator.

use crate::binary::{Make, foreign_simulator, simulator};
use crate::cli::RunArgs;
use crate::console::{self, Board};
use crate::cross::ForeignLinux;
use crate::repository::Repository;
use crate::setup::{self, Consent};
use crate::trace;
use anyhow::Result;
use std::process::{Command, ExitCode};

/// Builds the simulator for the profile and hands over to it, so that signals, standard streams and
/// the exit status are the program's own.
pub fn run(repository: &Repository, args: &RunArgs) -> Result<ExitCode> {
    if let Some(board) = Board::of(args.on) {
        return console::run::run(repository, board, args);
    }
    if let Some(machine) = ForeignLinux::of(args.on) {
        setup::ensure(&machine.needs(), Consent::unless(&args.no_setup))?;
        let binary = foreign_simulator(repository, machine, &args.profile, Make::Release)?;
        let runner = machine.runner()?;
        let mut words = runner.split_whitespace();
        let mut command = Command::new(words.next().unwrap_or_default());
        command.args(words).arg(binary).arg("run").args(options(args)).args(&args.program);
        return become_it(command);
    }
    if args.trace {
        return trace::run(repository, args, &options(args));
    }
    let binary = simulator(repository, &args.profile)?;
    let mut command = Command::new(binary);
    command.arg("run").args(options(args)).args(&args.program);
    become_it(command)
}

fn options(args: &RunArgs) -> Vec<String> {
    let mut list = Vec::new();
    if let Some(bytes) = &args.heap {
        list.extend(["--heap".to_string(), bytes.clone()]);
    }
    if let Some(budget) = args.budget {
        list.extend(["--budget".to_string(), budget.to_string()]);
    }
    if args.json {
        list.push("--json".to_string());
    }
    if args.quiet {
        list.push("--quiet".to_string());
    }
    list
}

#[cfg(unix)]
fn become_it(mut command: Command) -> Result<ExitCode> {
    use std::os::unix::process::CommandExt;
    Err(command.exec().into())
}

#[cfg(not(unix))]
fn become_it(mut command: Command) -> Result<ExitCode> {
    let code = command.status()?.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}
