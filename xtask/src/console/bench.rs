//! The verb `bench --on BOARD`: instructions of the benchmark programs on a board, its native stack, its start.
//!
//! The emulator moves its clock by the same time for every instruction and the board reads its time base, so
//! that a count is the same in every run. Start-up is not in it: it is counted for itself.
//!
//! ```text
//!  tests/bench/BOARD.toml     the counts that were last accepted
//! ```
//!
//! Not here: counts on this machine (bench.rs).

use super::image::{Form, link};
use super::library::{Choice, Compiler};
use super::machine::{self, Options, Streams};
use super::run::block;
use super::{Board, packets::Figures};
use crate::bench::baseline::Baseline;
use crate::bench::{TOLERANCE, growth, programs};
use crate::binary::{Make, made};
use crate::cli::BenchArgs;
use crate::counts::Counts;
use crate::repository::{Repository, profile};
use crate::setup::{self, Consent};
use crate::trace::Events;
use anyhow::{Context, Result, bail};
use comfy_table::Table;
use memconfig::load::Value;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

/// The longest time of a program.
const LIMIT: Duration = Duration::from_secs(300);

/// What was measured of a program.
struct Row {
    name: String,
    instructions: u64,
    boot: u64,
    stack: u32,
}

/// The verb.
pub fn bench(repository: &Repository, board: &'static Board, args: &BenchArgs) -> Result<ExitCode> {
    let mut needs = board.build_needs().to_vec();
    needs.push(board.emulator());
    setup::ensure(&needs, Consent::Install)?;
    let choice = Choice {
        board,
        profile: &args.profile,
        compiler: Compiler::In,
        events: Events::Off,
        modules: None,
    };
    let rows = measured(repository, choice, args.only.as_deref())?;
    let file = file(repository, board);
    let baseline = Baseline::read(&file)?.filter(|old| old.is_for(board.name, &args.profile));
    println!("{}", table(&rows, baseline.as_ref()));
    println!("instructions on {}, profile {}", board.name, args.profile);
    if args.save {
        let counted = rows.iter().map(|row| (row.name.clone(), row.instructions));
        Baseline::of(board.name, &args.profile, baseline, counted).write(&file)?;
        return Ok(ExitCode::SUCCESS);
    }
    Ok(verdict(&rows, baseline.as_ref(), stack_most(board, &args.profile)?).exit_code())
}

/// The test: no count above the baseline's, no stack or start above its bound.
pub fn check(repository: &Repository, board: &'static Board) -> Result<Counts> {
    let choice = Choice {
        board,
        profile: "base",
        compiler: Compiler::In,
        events: Events::Off,
        modules: None,
    };
    let rows = measured(repository, choice, None)?;
    let baseline = Baseline::read(&file(repository, board))?;
    let baseline = baseline.filter(|old| old.is_for(board.name, "base"));
    if baseline.is_none() {
        bail!("there is no baseline for {}", board.name);
    }
    let counts = verdict(&rows, baseline.as_ref(), stack_most(board, "base")?);
    if counts.failed > 0 {
        eprintln!("{}", table(&rows, baseline.as_ref()));
    }
    Ok(counts)
}

fn file(repository: &Repository, board: &Board) -> PathBuf {
    repository.root.join(format!("tests/bench/{}.toml", board.name))
}

fn measured(repository: &Repository, choice: Choice, only: Option<&str>) -> Result<Vec<Row>> {
    let simulator = made(repository, choice.profile, Make::Suite)?;
    let mut rows = Vec::new();
    for program in programs(repository)? {
        let name = program.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if only.is_none_or(|only| name.contains(only)) {
            rows.push(
                measure(repository, choice, &simulator, &program, name.clone())
                    .with_context(|| name)?,
            );
        }
    }
    if rows.is_empty() {
        bail!("there is no such program in tests/bench");
    }
    Ok(rows)
}

fn measure(
    repository: &Repository,
    choice: Choice,
    simulator: &Path,
    program: &Path,
    name: String,
) -> Result<Row> {
    let Choice { board, .. } = choice;
    let program = program.strip_prefix(&repository.root)?.to_path_buf();
    let mut block = block(simulator, &repository.root, &[program], Form::Image)?;
    block.wants_report = true;
    block.wall_seconds = 0;
    let image = link(repository, choice, &block, "bench")?;
    let options = Options { streams: Streams::Keep, limit: LIMIT, counts: true };
    let outcome = machine::run(board, &image, options)?;
    if outcome.status != 0 {
        bail!("it failed: {}", String::from_utf8_lossy(&outcome.errors).trim());
    }
    let Figures { start_ticks, first_ticks, end_ticks, stack_used, .. } =
        outcome.figures.context("there are no figures")?;
    Ok(Row {
        name,
        instructions: board.instructions(end_ticks - first_ticks),
        boot: board.instructions(first_ticks - start_ticks),
        stack: stack_used,
    })
}

/// The most native stack that a script may need on a board: what the board allows, or the profile.
fn stack_most(board: &Board, name: &str) -> Result<u32> {
    let of_profile = match profile(name)?.get("budget", "native-stack-bytes") {
        Some(Value::Int(bytes)) if bytes > 0 => bytes,
        _ => u32::MAX,
    };
    Ok(of_profile.min(board.stack_most))
}

fn table(rows: &[Row], baseline: Option<&Baseline>) -> Table {
    let mut table = Table::new();
    table.load_preset(comfy_table::presets::ASCII_MARKDOWN);
    table.set_header(["program", "instructions", "baseline", "start", "native stack"]);
    for row in rows {
        let old = baseline.and_then(|old| old.of_program(&row.name));
        let growth = old.map(|old| format!("{:+.2} %", 100.0 * growth(row.instructions, old)));
        table.add_row([
            row.name.clone(),
            row.instructions.to_string(),
            growth.unwrap_or_default(),
            row.boot.to_string(),
            row.stack.to_string(),
        ]);
    }
    table
}

fn verdict(rows: &[Row], baseline: Option<&Baseline>, stack_most: u32) -> Counts {
    let mut counts = Counts::default();
    let mut must = |holds: bool, row: &Row, what: &str| {
        if !holds {
            println!("{}: {what}", row.name);
        }
        counts.one(holds);
    };
    for row in rows {
        if let Some(old) = baseline.and_then(|old| old.of_program(&row.name)) {
            let is_kept = growth(row.instructions, old) <= TOLERANCE;
            must(is_kept, row, &format!("more than {:.0} % above the baseline", 100.0 * TOLERANCE));
        }
        must(row.boot <= super::BOOT_MOST, row, "the start takes too many instructions");
        must(
            row.stack <= stack_most,
            row,
            &format!("more than {stack_most} bytes of native stack"),
        );
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(instructions: u64, stack: u32) -> Row {
        Row { name: "x".to_string(), instructions, boot: 1, stack }
    }

    #[test]
    fn three_per_cent_above_the_baseline_is_too_much() {
        let baseline = Baseline::of("gekko", "base", None, [("x".to_string(), 1000)].into_iter());
        let failed = |row| verdict(&[row], Some(&baseline), 100).failed;
        assert_eq!(failed(row(1029, 0)), 0);
        assert_eq!(failed(row(1031, 0)), 1);
        assert_eq!(failed(row(1000, 101)), 1);
    }
}
