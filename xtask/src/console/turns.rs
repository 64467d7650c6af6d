//! Every profile on every board, one pair a check: the image keeps its budget, boots, and runs a program.
//!
//! A pair takes minutes to build and its profile only changes constants, so a check of everything has time for
//! one: the number of commits chooses it, and all have had their turn after as many commits as there are pairs.
//! `cargo xtask test boots` takes them all, `cargo xtask test "boots tiny gekko"` one. Images with `--imported-only`
//! have their turn too.
//!
//! Not here: the profiles that parity runs in anyway (parity.rs).

use super::image::{Form, library_modules, link, sizes};
use super::library::{Choice, Compiler};
use super::machine::{self, Options, Streams};
use super::run::block;
use super::{ALL, Board};
use crate::binary::{Make, made};
use crate::config::built_in;
use crate::counts::Counts;
use crate::parity;
use crate::repository::{Repository, profile};
use crate::trace::Events;
use anyhow::{Context, Result, ensure};
use memconfig::load::Value;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What the names of these steps begin with.
pub const NAME: &str = "boots";

/// The longest time of the program.
const LIMIT: Duration = Duration::from_secs(120);

/// The program, and the arena that it takes.
const PROGRAM: (&str, u32) = ("tests/programs/login_screen", 1 << 20);

/// What runs in a smaller arena, and what it prints.
const SMALL: (&str, &str) =
    ("def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\nprint(fib(18))\n", "2584\n");

/// A profile on a board.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pair {
    /// The profile's name.
    pub profile: String,
    /// The board's.
    pub board: &'static str,
    /// Only with those modules of the library that the program imports: its figures must stay what they are.
    pub is_imported_only: bool,
}

impl Pair {
    /// The name of its step.
    pub fn name(&self) -> String {
        let only = if self.is_imported_only { " imported-only" } else { "" };
        format!("{NAME} {} {}{only}", self.profile, self.board)
    }
}

/// All pairs, or the one whose turn it is.
pub fn pairs(are_all_wanted: bool) -> Vec<Pair> {
    // Where profiles cannot be listed another step says so.
    let mut profiles = built_in().unwrap_or_default();
    profiles.retain(|name| are_all_wanted || !parity::PROFILES.contains(&name.as_str()));
    let pair = |name: &str, board: &Board, is_imported_only| Pair {
        profile: name.to_string(),
        board: board.name,
        is_imported_only,
    };
    let mut all: Vec<Pair> =
        profiles.iter().flat_map(|name| ALL.map(|board| pair(name, board, false))).collect();
    all.extend(ALL.map(|board| pair("base", board, true)));
    if are_all_wanted { all } else { turn(&all, commits()) }
}

fn turn(all: &[Pair], number: usize) -> Vec<Pair> {
    let at = number.checked_rem(all.len()).unwrap_or(0);
    all.get(at).cloned().into_iter().collect()
}

/// How many commits there are; 0 where that is not known.
fn commits() -> usize {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut command = std::process::Command::new("git");
    let output = command.args(["rev-list", "--count", "HEAD"]).current_dir(root).output();
    output.ok().and_then(|out| String::from_utf8(out.stdout).ok()?.trim().parse().ok()).unwrap_or(0)
}

/// Builds the image of a pair and runs it.
pub fn check(repository: &Repository, pair: &Pair) -> Result<Counts> {
    let board = ALL.into_iter().find(|board| board.name == pair.board).context("no such board")?;
    let mut counts = Counts::default();
    let result = if pair.is_imported_only {
        imported_only(repository, board, &pair.profile)
    } else {
        boots(repository, board, &pair.profile)
    };
    if let Err(error) = &result {
        eprintln!("{}: {error:#}", pair.name());
    }
    counts.one(result.is_ok());
    Ok(counts)
}

fn imported_only(repository: &Repository, board: &'static Board, profile: &str) -> Result<()> {
    let program = format!("{}.py", PROGRAM.0);
    let modules = library_modules(repository, &repository.root, &[PathBuf::from(&program)])?;
    ensure!(modules.is_some(), "all modules stay");
    let choice = Choice {
        board,
        profile,
        compiler: Compiler::In,
        events: Events::Off,
        modules: modules.as_deref(),
    };
    let differing = parity::differing(repository, choice, &program)?;
    ensure!(differing.is_empty(), "{} differ", differing.join(", "));
    Ok(())
}

fn boots(repository: &Repository, board: &'static Board, name: &str) -> Result<()> {
    let settings = profile(name)?;
    let simulator = made(repository, name, Make::Suite)?;
    let folder = tempfile::tempdir()?;
    let has_room = matches!(settings.get("heap", "arena-bytes"), Some(Value::Int(bytes)) if bytes >= PROGRAM.1);
    let (place, program, wanted) = if has_room {
        let wanted =
            std::fs::read_to_string(repository.root.join(PROGRAM.0).with_extension("out"))?;
        (repository.root.as_path(), PathBuf::from(PROGRAM.0).with_extension("py"), wanted)
    } else {
        std::fs::write(folder.path().join("fib.py"), SMALL.0)?;
        (folder.path(), PathBuf::from("fib.py"), SMALL.1.to_string())
    };
    let block = block(&simulator, place, &[program], Form::Image)?;
    let choice =
        Choice { board, profile: name, compiler: Compiler::In, events: Events::Off, modules: None };
    let image = link(repository, choice, &block, "boots")?;
    let excess = sizes(&image.elf)?.excess(board, &settings);
    ensure!(excess.is_none(), "{}", excess.unwrap_or_default());
    let options = Options { streams: Streams::Keep, limit: LIMIT, counts: false };
    let outcome = machine::run(board, &image, options)?;
    let errors = String::from_utf8_lossy(&outcome.errors);
    ensure!(outcome.status == 0, "status {}, errors {errors}", outcome.status);
    let output = String::from_utf8_lossy(&outcome.output);
    ensure!(output == wanted, "output {output:?}, wanted {wanted:?}");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_has_its_turn() {
        let all = pairs(true);
        assert!(all.len() >= 24, "{all:?}");
        for (number, pair) in all.iter().enumerate() {
            assert_eq!(turn(&all, number), std::slice::from_ref(pair));
            assert_eq!(turn(&all, number + all.len()), std::slice::from_ref(pair));
        }
        assert_eq!(turn(&[], 7), []);
        assert_eq!(pairs(false).len(), 1);
    }
}
