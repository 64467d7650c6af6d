//! Nothing stays that nobody asked to keep: each program runs several times in one machine, and the bytes
//! that live afterwards are the same from the second time on.
//!
//! The first time may leave what is kept on purpose: modules that were imported, interned names, tables
//! that are made when they are first needed. What is given up without a collection of cycles is not looked at
//! here; after each run the machine is asked to give up all it can (`Runtime::relieve`).
//!
//! The footprint is looked at as well: the kinds add up to what lives, and the largest free piece can be had,
//! but not a word more.
//!
//! Not here: what is left when memory ends (oom.rs).

mod common;

use common::Quiet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use threadsnake_sim::machine::{Config, with_machine};
use threadsnake_sim::runtime::Runtime;

/// Arena of the programs.
const ARENA_BYTES: u32 = 64 << 20;
/// Runs of a program; those after the first must leave the same.
const RUNS: usize = 3;
/// Number of the kind of free chunks.
const FREE: usize = 0;
/// Number of the kind of blocks without values, and where a block keeps its size.
const RAW: u32 = 1;
const SIZE_SHIFT: u32 = 8;
/// Bytes in a word of the heap.
const WORD: u32 = 4;

/// A program that runs the text in a namespace of its own, whatever comes of it.
fn driver(text: &str) -> String {
    let mut literal = String::new();
    for character in text.chars() {
        if character.is_ascii_alphanumeric() || character == ' ' {
            literal.push(character);
        } else {
            let _ = write!(literal, "\\U{:08x}", u32::from(character));
        }
    }
    format!(
        "def run():\n    names = {{'__name__': '__main__', '__file__': 'program'}}\n    try:\n        \
         exec(compile('{literal}', 'program', 'exec'), names)\n    except BaseException:\n        \
         pass\nrun()\ndel run\n"
    )
}

/// What is wrong with the footprint, if anything.
fn wrong_footprint(runtime: &mut Runtime) -> Option<String> {
    let report = runtime.report();
    let kinds = report.by_kind.iter().enumerate().filter(|(number, _)| *number != FREE);
    let sum: u32 = kinds.map(|(_, usage)| usage.bytes).sum();
    if sum != report.live_bytes {
        return Some(format!("the kinds add up to {sum}, {} live", report.live_bytes));
    }
    let heap = &mut runtime.vm.cx.heap;
    let words = report.largest_free_bytes / WORD;
    if heap.alloc(words + 1).is_ok() {
        return Some(format!("more than the largest piece of {words} words can be had"));
    }
    match heap.alloc(words) {
        Ok(block) => {
            heap.space.store(block.0, words << SIZE_SHIFT | RAW);
            heap.free(block, words);
        }
        Err(_) => return Some(format!("the largest piece of {words} words cannot be had")),
    }
    None
}

/// What is wrong with a program, if anything.
fn look(path: &Path) -> Result<(), String> {
    // Text that is no UTF-8 is another test's matter.
    let Ok(text) = fs::read_to_string(path) else { return Ok(()) };
    let driver = driver(&text);
    let config = Config { heap_bytes: ARENA_BYTES, ..Config::default() };
    let mut platform = Quiet::default();
    let found = with_machine(&config, &mut platform, |runtime| {
        let mut live = Vec::new();
        for _ in 0..RUNS {
            runtime.run_source(driver.as_bytes(), "<driver>", None);
            runtime.relieve();
            live.push(runtime.report().live_bytes);
        }
        (live, wrong_footprint(runtime))
    });
    match found.map_err(|error| format!("{error:?}"))? {
        (_, Some(wrong)) => Err(wrong),
        (live, None) if live.windows(2).skip(1).any(|pair| pair[0] != pair[1]) => {
            Err(format!("bytes that live after each run: {live:?}"))
        }
        _ => Ok(()),
    }
}

/// All programs of a folder and those in it, except modules to be imported.
fn programs(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() && !path.ends_with("imports") {
            programs(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "py") {
            found.push(path);
        }
    }
}

fn main() -> ExitCode {
    let words: Vec<String> =
        std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests");
    let mut all = Vec::new();
    for folder in ["py", "programs"] {
        programs(&tests.join(folder), &mut all);
    }
    all.retain(|path| {
        words.is_empty() || words.iter().any(|word| path.to_string_lossy().contains(word))
    });
    let mut failed = 0;
    for path in &all {
        if let Err(wrong) = look(path) {
            failed += 1;
            println!("FAILED {}: {wrong}", path.display());
        }
    }
    let passed = all.len() - failed;
    println!("ran {} programs {RUNS} times in one machine each", all.len());
    let result = if failed > 0 { "FAILED" } else { "ok" };
    println!(
        "test result: {result}. {passed} passed; {failed} failed; 0 ignored; 0 measured; 0 filtered out"
    );
    if failed > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
