//! The verb `bench`: instructions per benchmark program, ours and others', against a baseline.
//!
//! Instructions repeat from run to run where seconds do not, so a change of one per cent can be seen
//! on a busy machine. They are counted by `perf` where the kernel allows it, else by valgrind.
//! `tests/bench/NAME.lua` beside `NAME.py` is the same program for Lua.
//!
//! Not here: time (a matter for a quiet machine and a longer run).

mod baseline;
mod counter;

use crate::binary::simulator;
use crate::cli::BenchArgs;
use crate::repository::Repository;
use anyhow::{Context, Result, bail};
use baseline::Baseline;
use comfy_table::Table;
use counter::Counter;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// Growth of a count against the baseline that is reported as a loss.
const TOLERANCE: f64 = 0.03;

/// What one program cost.
struct Row {
    name: String,
    ours: u64,
    cpython: Option<u64>,
    lua: Option<u64>,
}

/// Runs the programs and prints the table.
pub fn bench(repository: &Repository, args: &BenchArgs) -> Result<ExitCode> {
    let counter = Counter::find()?;
    let binary = simulator(repository, &args.profile)?;
    let others = Others::find();
    let wanted = |name: &str| args.only.as_ref().is_none_or(|only| name.contains(only));
    let mut rows = Vec::new();
    for program in programs(repository)? {
        let name = program.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if wanted(&name) {
            eprintln!("counting {name}");
            rows.push(measure(counter, &binary, &others, name, &program)?);
        }
    }
    if rows.is_empty() {
        bail!("there is no such program in tests/bench");
    }
    let file = repository.root.join("tests/bench/baseline.toml");
    let baseline = Baseline::read(&file)?.filter(|old| old.is_for(counter.name(), &args.profile));
    println!("{}", table(&rows, baseline.as_ref()));
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

/// The other interpreters of this machine.
struct Others {
    cpython: Option<PathBuf>,
    lua: Option<PathBuf>,
}

impl Others {
    fn find() -> Self {
        // The interpreter itself: the first word on the path may be a shim that starts it.
        let cpython =
            output_of(Command::new("python3").args([
                "-c",
                "import sys; assert sys.version_info >= (3, 11); print(sys.executable)",
            ]));
        let lua = ["lua5.4", "lua"].into_iter().find(|name| {
            output_of(Command::new(name).arg("-v")).is_some_and(|text| text.contains("Lua 5.4"))
        });
        let found = Self { cpython: cpython.map(PathBuf::from), lua: lua.map(PathBuf::from) };
        for (name, path) in [("CPython 3.11", &found.cpython), ("Lua 5.4", &found.lua)] {
            if path.is_none() {
                eprintln!("{name} is not installed: its column stays empty");
            }
        }
        found
    }
}

fn output_of(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8(output.stdout).ok()?.trim().to_string())
}

fn programs(repository: &Repository) -> Result<Vec<PathBuf>> {
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

fn measure(
    counter: Counter,
    binary: &Path,
    others: &Others,
    name: String,
    program: &Path,
) -> Result<Row> {
    let mut ours = Command::new(binary);
    ours.args(["run", "--quiet"]).arg(program);
    let cpython = others.cpython.as_ref().map(|python| {
        let mut command = Command::new(python);
        command.args(["-I", "-S"]).arg(program);
        command
    });
    let twin = program.with_extension("lua");
    let lua = others.lua.as_ref().filter(|_| twin.is_file()).map(|lua| {
        let mut command = Command::new(lua);
        command.arg(&twin);
        command
    });
    let count = |command: Option<Command>| command.map(|one| counter.count(&one)).transpose();
    Ok(Row { name, ours: counter.count(&ours)?, cpython: count(cpython)?, lua: count(lua)? })
}

fn table(rows: &[Row], baseline: Option<&Baseline>) -> Table {
    let mut table = Table::new();
    table.load_preset(comfy_table::presets::ASCII_MARKDOWN);
    table.set_header(["program", "ours", "CPython", "ratio", "Lua", "ratio", "baseline"]);
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

fn growth(new: u64, old: u64) -> f64 {
    new as f64 / old.max(1) as f64 - 1.0
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
