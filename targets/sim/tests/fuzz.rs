//! Programs that nobody wrote: mutated sources are compiled and run. Whatever they do, they do it within a budget,
//! and the heap is sound afterwards.
//!
//! The seed is fixed, so a failure comes back.
//!
//! Not here: the parser alone, with tight limits (core/compiler/tests/fuzz.rs); damaged images
//! (core/compiler/tests/images.rs).
#![allow(clippy::indexing_slicing, reason = "a test may stop")]

mod common;

use common::numbers::Numbers;
use common::{Quiet, check, entries, programs, summary, tests};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use threadsnake_sim::machine::{Config, with_machine};
use threadsnake_sim::runtime::Ending;

/// Arena of the programs.
const ARENA_BYTES: u32 = 1 << 20;
/// Back-edges and calls a run may take.
const BUDGET: u64 = 20_000;
/// Mutated sources.
const SOURCES: u32 = 8_000;
/// Bytes of the longest program that is mutated.
const SOURCE_MAX_BYTES: usize = 1500;
/// What mutations insert.
const PIECES: [&str; 32] = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "=",
    ":=",
    "*",
    "**",
    ".",
    "\n",
    "\n    ",
    "'",
    "f'{",
    "1",
    "0.5",
    " if ",
    " else ",
    " for x in ",
    "lambda: ",
    "yield ",
    "not ",
    "None",
    "self",
    "return ",
    "del ",
    "try:\n",
    "raise ",
    "range(9)",
];

/// The shorter programs of the language tests.
fn sources() -> Vec<Vec<u8>> {
    let areas = entries(&tests().join("py"));
    let files = areas.iter().flat_map(|area| programs(area));
    let mut sources: Vec<Vec<u8>> = files.filter_map(|file| fs::read(file).ok()).collect();
    sources.retain(|source| source.len() <= SOURCE_MAX_BYTES);
    sources
}

fn mutated_source(numbers: &mut Numbers, sources: &[Vec<u8>]) -> Vec<u8> {
    let mut text = sources[numbers.next(sources.len())].clone();
    for _ in 0..=numbers.next(3) {
        let at = numbers.next(text.len() + 1);
        let end = (at + numbers.next(8)).min(text.len());
        match numbers.next(5) {
            0 => drop(text.drain(at..end)),
            1 => {
                let part = text[at..end].to_vec();
                let to = numbers.next(text.len() + 1);
                text.splice(to..to, part);
            }
            2 if at < text.len() => text[at] = numbers.next(128) as u8,
            _ => {
                let piece = PIECES[numbers.next(PIECES.len())].bytes();
                text.splice(at..at, piece);
            }
        }
    }
    text
}

/// What became of the mutants.
#[derive(Default)]
struct Tally {
    refused: u32,
    ended: u32,
    stopped: u32,
    wrong: usize,
}

impl Tally {
    /// Runs a mutant in a machine of its own.
    fn one(&mut self, mutant: &[u8]) {
        let config = Config { heap_bytes: ARENA_BYTES, budget: BUDGET, ..Config::default() };
        let mut platform = Quiet::default();
        let work = || {
            with_machine(&config, &mut platform, |runtime| {
                let ending = runtime.run_source(mutant, "<mutant>", None);
                // A program that was stopped still holds what it works with.
                let wrong = if ending == Ending::Budget { None } else { check(runtime) };
                (ending, wrong)
            })
        };
        let ran = catch_unwind(AssertUnwindSafe(work));
        let is_refused = platform.err.windows(12).any(|part| part == b"SyntaxError:");
        let wrong = match ran {
            Ok(Ok((ending, None))) => {
                match ending {
                    Ending::Budget => self.stopped += 1,
                    _ if !is_refused => self.ended += 1,
                    _ => self.refused += 1,
                }
                return;
            }
            Ok(Ok((_, Some(wrong)))) => wrong,
            Ok(Err(error)) => format!("{error:?}"),
            Err(_) => "panic".to_owned(),
        };
        self.wrong += 1;
        println!("FAILED {wrong}\n{}", mutant.escape_ascii());
    }
}

fn main() -> ExitCode {
    let sources = sources();
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    let mut tally = Tally::default();
    for _ in 0..SOURCES {
        tally.one(&mutated_source(&mut numbers, &sources));
    }
    let Tally { refused, ended, stopped, wrong } = tally;
    println!(
        "ran {SOURCES} mutated sources: {refused} refused, {ended} ended, {stopped} used up their budget"
    );
    // Mutants that are all refused, or all accepted, would say little.
    let is_mixed = refused > SOURCES / 20 && ended > SOURCES / 20;
    summary(usize::from(is_mixed), wrong + usize::from(!is_mixed))
}
