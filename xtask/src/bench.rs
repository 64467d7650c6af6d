//! The verb `bench`: instructions per benchmark program, ours and others', against a baseline.
//!
//! The start of an interpreter is counted once and taken off every program. Instructions repeat
//! from run to run where seconds do not, so a change of one per cent can be seen on a busy machine.
//! They are counted by `perf` where the kernel allows it, else by valgrind.
//! `tests/bench/NAME.lua` beside `NAME.py` is the same program for Lua.
//!
//! Not here: time (a matter for a quiet machine and a longer run).

pub mod baseline;
mod counter;
mod peers;

use crate::binary::simulator;
use crate::cli::BenchArgs;
use crate::console::{self, Board};
use crate::repository::Repository;
use anyhow::{Context, Result, bail};
use baseline::Baseline;
use comfy_table::Table;
use counter::Counter;
use peers::{Peers, Row, start_up};
use std::path::PathBuf;
use std::process::ExitCode;

/// Growth of a count against the baseline that is reported as a loss.
pub const TOLERANCE: f64 = 0.03;

/// Runs the programs and prints the table.
pub fn bench(repository: &Repository, args: &BenchArgs) -> Result<ExitCode> {
    if let Some(board) = Board::of(args.on) {
        return console::bench::bench(repository, board, args);
    }
    let counter = Counter::find()?;
    let binary = simulator(repository, &args.profile)?;
    let peers = Peers::find(counter, binary)?;
    let wanted = |name: &str| args.only.as_ref().is_none_or(|only| name.contains(only));
    let mut rows = Vec::new();
    for program in programs(repository)? {
        let name = program.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if wanted(&name) {
            eprintln!("counting {name}");
            rows.push(peers.measure(counter, name, &program)?);
        }
    }
    if rows.is_empty() {
        bail!("there is no such program in tests/bench");
    }
    let file = repository.root.join("tests/bench/baseline.toml");
    let baseline = Baseline::read(&file)?.filter(|old| old.is_for(counter.name(), &args.profile));
    println!("{}", table(&rows, &peers, baseline.as_ref()));
    println!("millions of instructions in user mode, {}, profile {}", counter.name(), args.profile);
    if args.save {
        Baseline::of(counter.name(), &args.profile, baseline, counted(&rows)).write(&file)?;
        return Ok(ExitCode::SUCCESS);
    }
    Ok(verdict(&rows, baseline.as_ref()))
}

fn counted(rows: &[Row]) -> impl Iterator<Item = (String, u64)> {
    rows.iter().map(|row| (row.name.clone(), row.ours))
}

/// The programs, by name.
pub fn programs(repository: &Repository) -> Result<Vec<PathBuf>> {
    let folder = repository.root.join("tests/bench");
    let entries = std::fs::read_dir(&folder).with_context(|| folder.display().to_string())?;
    let mut list: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .collect();
    list.sort();
    Ok(list)
}

fn table(rows: &[Row], peers: &Peers, baseline: Option<&Baseline>) -> Table {
    let mut table = Table::new();
    table.load_preset(comfy_table::presets::ASCII_MARKDOWN);
    table.set_header(["program", "ours", "CPython", "ratio", "Lua", "ratio", "baseline"]);
    let begin = |peer| millions(start_up(peer));
    let (ours, cpython, lua) =
        (millions(Some(peers.ours.start_up)), begin(&peers.cpython), begin(&peers.lua));
    table.add_row(["(start-up)", &ours, &cpython, "", &lua, "", ""]);
    for row in rows {
        let old = baseline.and_then(|old| old.of_program(&row.name));
        table.add_row([
            row.name.clone(),
            millions(Some(row.ours)),
            millions(row.cpython),
            ratio(row.ours, row.cpython),
            millions(row.lua),
            ratio(row.ours, row.lua),
            old.map_or(String::new(), |old| format!("{:+.1} %", 100.0 * growth(row.ours, old))),
        ]);
    }
    let mean = |other: fn(&Row) -> Option<u64>| {
        mean_ratio(rows.iter().filter_map(|row| Some((row.ours, other(row)?))))
    };
    let (cpython, lua) = (mean(|row| row.cpython), mean(|row| row.lua));
    table.add_row(["geometric mean", "", "", cpython.as_str(), "", lua.as_str(), ""]);
    table
}

fn verdict(rows: &[Row], baseline: Option<&Baseline>) -> ExitCode {
    let Some(baseline) = baseline else { return ExitCode::SUCCESS };
    let is_worse = |row: &&Row| {
        baseline.of_program(&row.name).is_some_and(|old| growth(row.ours, old) > TOLERANCE)
    };
    let worse: Vec<&str> = rows.iter().filter(is_worse).map(|row| row.name.as_str()).collect();
    if worse.is_empty() {
        return ExitCode::SUCCESS;
    }
    println!("more than {:.0} % above the baseline: {}", 100.0 * TOLERANCE, worse.join(", "));
    ExitCode::FAILURE
}

/// How much larger a count is, as a part of the old one.
pub fn growth(new: u64, old: u64) -> f64 {
    (new as f64 - old as f64) / old.max(1) as f64
}

fn millions(count: Option<u64>) -> String {
    count.map_or(String::new(), |count| format!("{:.1}", count as f64 / 1e6))
}

fn ratio(ours: u64, other: Option<u64>) -> String {
    other.map_or(String::new(), |other| format!("{:.2}", ours as f64 / other.max(1) as f64))
}

fn mean_ratio(pairs: impl Iterator<Item = (u64, u64)>) -> String {
    let logs: Vec<f64> =
        pairs.map(|(ours, other)| (ours as f64 / other.max(1) as f64).ln()).collect();
    if logs.is_empty() {
        return String::new();
    }
    format!("{:.2}", (logs.iter().sum::<f64>() / logs.len() as f64).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_of_ratios_is_geometric() {
        assert_eq!(mean_ratio([(1, 2), (8, 1)].into_iter()), "2.00");
        assert_eq!(mean_ratio(std::iter::empty()), "");
    }

    #[test]
    fn growth_is_relative_to_the_baseline() {
        assert!((growth(103, 100) - 0.03).abs() < 1e-9);
        assert!(growth(90, 100) < 0.0);
    }
}
