//! The verb `parity`: one program on this machine and on every board, to the last byte of its heap.
//!
//! Compared are what it prints, its exit status, and the figures that depend on nothing but the program and
//! the profile. On a board the program lies outside the arena; so it does on this machine here (`--rom`).
//!
//! Not here: programs made for this (parity/generate.rs).

mod generate;

use crate::binary::{Make, made};
use crate::cli::ParityArgs;
use crate::console;
use crate::console::block::Block;
use crate::console::image::{Form, link};
use crate::console::library::{Choice, Compiler};
use crate::console::machine::{self, Options, Streams};
use crate::console::run::{Shape, block, shown};
use crate::counts::Counts;
use crate::repository::Repository;
use crate::setup::{self, Consent};
use crate::trace::Events;
use anyhow::{Context, Result, bail};
use comfy_table::Table;
use serde_json::Value;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::Duration;

/// The profiles that are compared unless one is named.
pub const PROFILES: [&str; 3] = ["base", "memory-first", "stress"];

/// The figures that must be equal.
const FIGURES: [&str; 9] = [
    "status",
    "boot_heap_bytes",
    "live_bytes",
    "peak_bytes",
    "allocations",
    "largest_free_bytes",
    "bytecodes_executed",
    "collections",
    "by_kind",
];

/// The longest time a program may take on a board.
const LIMIT: Duration = Duration::from_secs(300);

/// How many programs the test makes.
const GENERATED: u64 = 12;

/// Every function of floats: what it prints depends on their last bits.
const FLOATS: (&str, &str) = ("floats.py", include_str!("parity/floats.py"));

/// Programs with arguments that make them small; other programs of `tests/bench` run at their own size.
const SMALL: [(&str, &str); 6] = [
    ("tests/bench/calls.py", ""),
    ("tests/bench/closures.py", ""),
    ("tests/bench/entities.py", ""),
    ("tests/bench/exceptions.py", ""),
    ("tests/bench/generators.py", ""),
    ("tests/bench/json_text.py", ""),
];

/// A program with its arguments.
#[derive(Clone, Debug)]
pub struct Subject {
    /// The words of its command line, itself first.
    words: Vec<OsString>,
    /// The folder it runs in.
    folder: PathBuf,
}

/// What a run left behind.
#[derive(Debug)]
struct Ran {
    machine: String,
    output: Vec<u8>,
    footprint: Value,
}

/// The verb.
pub fn parity(repository: &Repository, args: &ParityArgs) -> Result<ExitCode> {
    prepare(Consent::unless(&args.no_setup))?;
    let folder = std::env::current_dir()?;
    let subject = Subject { words: args.program.clone(), folder };
    let mut counts = Counts::default();
    let named = args.profile.as_deref();
    let profiles: Vec<&str> = named.map_or_else(|| PROFILES.to_vec(), |one| vec![one]);
    for profile in profiles {
        let runs = everywhere(repository, profile, &subject)?;
        println!("{}", table(&runs));
        let differing = differences(&runs);
        match differing.as_slice() {
            [] => println!("profile {profile}: equal"),
            list => println!("profile {profile}: {} differ", list.join(", ")),
        }
        counts.one(differing.is_empty());
    }
    Ok(counts.exit_code())
}

/// Makes sure that every board can be built and run.
pub fn prepare(consent: Consent) -> Result<()> {
    let needs: Vec<_> = console::ALL
        .iter()
        .flat_map(|board| board.build_needs().into_iter().chain([board.emulator()]))
        .collect();
    setup::ensure(&needs, consent)
}

/// The test: programs of the repository and generated ones, under one profile.
pub fn check(repository: &Repository, profile: &str) -> Result<Counts> {
    let made = tempfile::tempdir()?;
    let mut counts = Counts::default();
    for subject in subjects(repository, made.path())? {
        let name = subject.name();
        let differing = everywhere(repository, profile, &subject)
            .map(|runs| (differences(&runs), table(&runs).to_string()));
        match differing {
            Ok((list, _)) if list.is_empty() => counts.one(true),
            Ok((list, table)) => {
                eprintln!("{name}, profile {profile}: {} differ\n{table}", list.join(", "));
                counts.one(false);
            }
            Err(error) => {
                eprintln!("{name}, profile {profile}: {error:#}");
                counts.one(false);
            }
        }
    }
    println!("   ran {} programs on {} machines", counts.sum(), console::ALL.len() + 1);
    Ok(counts)
}

/// What differs between this machine and an image of another kind, for a program of the repository.
pub fn differing(repository: &Repository, choice: Choice, program: &str) -> Result<Vec<String>> {
    let simulator = made(repository, choice.profile, Make::Suite)?;
    let subject = Subject { words: vec![program.into()], folder: repository.root.clone() };
    let runs = [here(&simulator, &subject)?, there(repository, &simulator, choice, &subject)?];
    Ok(differences(&runs))
}

/// What the test runs.
fn subjects(repository: &Repository, made: &Path) -> Result<Vec<Subject>> {
    let mut list = Vec::new();
    let programs = repository.root.join("tests/programs");
    let entries = std::fs::read_dir(&programs).with_context(|| programs.display().to_string())?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
    files.sort();
    for file in files {
        let name = file.strip_prefix(&repository.root)?.as_os_str().to_owned();
        list.push(Subject { words: vec![name], folder: repository.root.clone() });
    }
    for (name, argument) in SMALL {
        let words = [name, argument].into_iter().filter(|word| !word.is_empty());
        let words = words.map(OsString::from).collect();
        list.push(Subject { words, folder: repository.root.clone() });
    }
    std::fs::write(made.join(FLOATS.0), FLOATS.1)?;
    list.push(Subject { words: vec![FLOATS.0.into()], folder: made.to_path_buf() });
    for seed in 1..=GENERATED {
        let name = format!("made{seed}.py");
        std::fs::write(made.join(&name), generate::program(seed))?;
        list.push(Subject { words: vec![name.into()], folder: made.to_path_buf() });
    }
    Ok(list)
}

impl Subject {
    fn name(&self) -> String {
        let words: Vec<_> = self.words.iter().map(|word| word.to_string_lossy()).collect();
        words.join(" ")
    }
}

/// Runs a program on this machine and on every board.
fn everywhere(repository: &Repository, profile: &str, subject: &Subject) -> Result<Vec<Ran>> {
    let simulator = made(repository, profile, Make::Suite)?;
    let mut list = vec![here(&simulator, subject)?];
    for board in console::ALL {
        let choice =
            Choice { board, profile, compiler: Compiler::In, events: Events::Off, modules: None };
        let ran = there(repository, &simulator, choice, subject);
        list.push(ran.with_context(|| board.name.to_string())?);
    }
    Ok(list)
}

fn here(simulator: &Path, subject: &Subject) -> Result<Ran> {
    let mut command = Command::new(simulator);
    command.args(["run", "--json", "--rom"]).args(&subject.words).current_dir(&subject.folder);
    let output = command.stdin(Stdio::null()).output()?;
    let text = String::from_utf8_lossy(&output.stderr);
    let line = text.lines().rev().find(|line| line.starts_with('{'));
    let Some(line) = line else { bail!("the simulator has no footprint: {text}") };
    let footprint = serde_json::from_str(line)?;
    Ok(Ran { machine: "sim".to_string(), output: output.stdout, footprint })
}

fn there(
    repository: &Repository,
    simulator: &Path,
    choice: Choice,
    subject: &Subject,
) -> Result<Ran> {
    let program = subject.words.first().map(PathBuf::from);
    let mut block: Block = block(simulator, &subject.folder, program.as_slice(), Form::Image)?;
    block.wants_report = true;
    block.arguments = subject.words.iter().map(|word| word.as_encoded_bytes().to_vec()).collect();
    let image = link(repository, choice, &block, "parity")?;
    let options = Options { streams: Streams::Keep, limit: LIMIT, counts: false };
    let outcome = machine::run(choice.board, &image, options)?;
    if outcome.report.is_empty() {
        bail!("no report: {}", String::from_utf8_lossy(&outcome.errors).trim());
    }
    let footprint = serde_json::from_str(&shown(simulator, &outcome, Shape::Json)?)?;
    Ok(Ran { machine: choice.board.name.to_string(), output: outcome.output, footprint })
}

/// What is not the same on all machines.
fn differences(runs: &[Ran]) -> Vec<String> {
    let Some((first, others)) = runs.split_first() else { return Vec::new() };
    let mut list = Vec::new();
    if others.iter().any(|other| other.output != first.output) {
        list.push("output".to_string());
    }
    let differs = |name: &&&str| {
        let wanted = first.footprint.get(name);
        wanted.is_none() || others.iter().any(|other| other.footprint.get(name) != wanted)
    };
    list.extend(FIGURES.iter().filter(differs).map(|name| (*name).to_string()));
    list
}

fn table(runs: &[Ran]) -> Table {
    let mut table = Table::new();
    table.load_preset(comfy_table::presets::ASCII_MARKDOWN);
    let header = runs.iter().map(|ran| ran.machine.clone());
    table.set_header(std::iter::once("figure".to_string()).chain(header));
    let mut row = |name: &str, shown: &dyn Fn(&Ran) -> String| {
        table.add_row(std::iter::once(name.to_string()).chain(runs.iter().map(shown)));
    };
    row("output bytes", &|ran| ran.output.len().to_string());
    for name in FIGURES {
        row(name, &|ran| ran.footprint.get(name).map_or(String::new(), of_figure));
    }
    table
}

/// A figure; of many the number of them and a sum.
fn of_figure(figure: &Value) -> String {
    let Some(kinds) = figure.as_object() else { return figure.to_string() };
    let bytes: u64 = kinds.values().filter_map(|kind| kind.get("bytes")?.as_u64()).sum();
    format!("{} kinds, {bytes}", kinds.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ran(output: &[u8], live: u64) -> Ran {
        let mut footprint = serde_json::Map::new();
        for name in FIGURES {
            footprint.insert(name.to_string(), Value::from(0));
        }
        footprint.insert("live_bytes".to_string(), Value::from(live));
        Ran { machine: String::new(), output: output.to_vec(), footprint: footprint.into() }
    }

    #[test]
    fn what_differs_is_named() {
        assert_eq!(differences(&[ran(b"a", 1), ran(b"a", 1)]), Vec::<String>::new());
        assert_eq!(differences(&[ran(b"a", 1), ran(b"b", 2)]), ["output", "live_bytes"]);
    }

    #[test]
    fn a_figure_that_is_missing_differs() {
        let mut one = ran(b"", 1);
        one.footprint.as_object_mut().unwrap().remove("peak_bytes");
        assert_eq!(differences(&[one]), ["peak_bytes"]);
    }
}
