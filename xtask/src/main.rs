//! The workshop: everything one does with the repository is a verb of `cargo xtask`.
//!
//! Parses the command line and calls the verb; the manual is in cli.rs.

#![forbid(unsafe_code)]

mod bench;
mod binary;
mod budget;
mod ci;
mod cli;
mod config;
mod console;
mod counts;
mod cross;
mod elf;
mod foreign;
mod parity;
mod repository;
mod run;
mod setup;
mod sizes;
mod test;
mod tidy;
mod trace;

use clap::Parser;
use cli::{Cli, Verb};
use repository::Repository;
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = Cli::parse();
    match perform(cli.verb) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(verb: Verb) -> anyhow::Result<ExitCode> {
    let repository = Repository::find()?;
    match verb {
        Verb::Run(args) => run::run(&repository, &args),
        Verb::Setup(args) => setup::setup(setup::Consent::unless(&args.no_setup)),
        Verb::Build(args) => binary::print_path(&repository, &args),
        Verb::Test(args) => match args.target.and_then(cross::ForeignLinux::of) {
            Some(machine) => foreign::test(&repository, machine, &args),
            None => test::test(&repository, &args),
        },
        Verb::Ci => ci::ci(&repository),
        Verb::Parity(args) => parity::parity(&repository, &args),
        Verb::Sizes(args) => sizes::sizes(&repository, &args),
        Verb::Tidy(args) => tidy::tidy(&repository, &args),
        Verb::Config { verb } => config::config(&verb),
        Verb::Bench(args) => bench::bench(&repository, &args),
    }
}
