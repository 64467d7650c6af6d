//! The verb `sizes`: how many bytes of a target each crate and each symbol takes, from its ELF file.
//!
//! ```text
//!  target/threadsnake/sizes/TARGET-PROFILE.txt     what `--save` kept: `bytes name` a line
//! ```
//!
//! A symbol belongs to the crate its name begins with; instances of generic functions to the crate that
//! wrote them. What has no name is the difference to the sections.
//!
//! Not here: sections against a budget (`build`).

use crate::binary::{Make, foreign_simulator, simulator};
use crate::cli::{SizesArgs, Target};
use crate::console::Board;
use crate::console::SHARED_SYMBOL;
use crate::console::block::Block;
use crate::console::image::link;
use crate::console::library::{Choice, Compiler};
use crate::cross::ForeignLinux;
use crate::elf::Elf;
use crate::repository::Repository;
use crate::setup::{self, Consent};
use crate::trace::Events;
use anyhow::{Context, Result};
use comfy_table::Table;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Symbols that are listed.
const SHOWN: usize = 30;
/// What belongs to no crate.
const NO_CRATE: &str = "(assembly and C)";

/// What several functions have in common, possibly of several crates.
const SHARED: &str = "(shared code)";

/// Bytes by name. Names stand last in tables: they may be longer than a line.
type Sums = BTreeMap<String, u64>;

/// The verb.
pub fn sizes(repository: &Repository, args: &SizesArgs) -> Result<ExitCode> {
    let elf = Elf::read(&file(repository, args)?)?;
    let symbols = by_symbol(&elf);
    let kept = kept(repository, args)?;
    if args.compare {
        let text = std::fs::read_to_string(&kept)
            .with_context(|| format!("there is nothing to compare with: {}", kept.display()))?;
        let old = parse(&text);
        println!("{}", compared(&by_crate(&old), &by_crate(&symbols), "crate"));
        println!("{}", compared(&old, &symbols, "symbol"));
        return Ok(ExitCode::SUCCESS);
    }
    println!("{}", listed(&by_crate(&symbols), usize::MAX, "crate"));
    println!("{}", listed(&symbols, SHOWN, "symbol"));
    if args.save {
        std::fs::write(&kept, text(&symbols))?;
        println!("{}", repository.shown(&kept));
    }
    Ok(ExitCode::SUCCESS)
}

fn kept(repository: &Repository, args: &SizesArgs) -> Result<PathBuf> {
    let folder = repository.target.join("threadsnake/sizes");
    std::fs::create_dir_all(&folder)?;
    let profile = Path::new(&args.profile).file_stem().unwrap_or_default().to_string_lossy();
    let suffix = if args.no_compiler { "-images" } else { "" };
    Ok(folder.join(format!("{:?}-{profile}{suffix}.txt", args.target).to_lowercase()))
}

/// The file that is measured; built when needed.
fn file(repository: &Repository, args: &SizesArgs) -> Result<PathBuf> {
    let consent = Consent::unless(&args.no_setup);
    if let Some(board) = Board::of(args.target) {
        setup::ensure(&board.build_needs(), consent)?;
        let compiler = Compiler::unless(&args.no_compiler);
        let choice =
            Choice { board, profile: &args.profile, compiler, events: Events::Off, modules: None };
        return Ok(link(repository, choice, &Block::default(), "sizes")?.elf);
    }
    if let Some(machine) = ForeignLinux::of(args.target) {
        setup::ensure(&machine.needs(), consent)?;
        return foreign_simulator(repository, machine, &args.profile, Make::Release);
    }
    debug_assert_eq!(args.target, Target::Sim);
    simulator(repository, &args.profile)
}

/// Bytes of every symbol, under the name that people know it by.
fn by_symbol(elf: &Elf) -> Sums {
    let mut sums = Sums::new();
    let mut places = std::collections::BTreeSet::new();
    for symbol in &elf.symbols {
        // Two names for one place are one piece of code.
        if places.insert(symbol.address) {
            let name = format!("{:#}", rustc_demangle::demangle(&symbol.name));
            *sums.entry(name).or_default() += symbol.size;
        }
    }
    sums
}

/// Bytes of every crate.
fn by_crate(symbols: &Sums) -> Sums {
    let mut sums = Sums::new();
    for (name, bytes) in symbols {
        *sums.entry(crate_of(name).to_string()).or_default() += bytes;
    }
    sums
}

/// The crate that a symbol belongs to: of `<a::B as c::D>::e` that is `a`.
fn crate_of(name: &str) -> &str {
    if name.starts_with(SHARED_SYMBOL) {
        return SHARED;
    }
    let path = name.trim_start_matches(['<', '&', '*', '[', '(']);
    let path = path.trim_start_matches("mut ").trim_start_matches("dyn ");
    match path.split_once("::") {
        Some((first, _)) if first.chars().all(|c| c.is_alphanumeric() || c == '_') => first,
        // A type of the language: what comes behind `as` says who wrote it.
        _ => match name.split_once(" as ") {
            Some((_, behind)) => crate_of(behind),
            None => NO_CRATE,
        },
    }
}

fn sorted(sums: &Sums) -> Vec<(&String, u64)> {
    let mut rows: Vec<_> = sums.iter().map(|(name, &bytes)| (name, bytes)).collect();
    rows.sort_by_key(|&(name, bytes)| (std::cmp::Reverse(bytes), name));
    rows
}

fn listed(sums: &Sums, most: usize, what: &str) -> Table {
    let mut table = table(["bytes", "", what]);
    let whole: u64 = sums.values().sum();
    for (name, bytes) in sorted(sums).into_iter().take(most) {
        let share = format!("{:.1} %", 100.0 * bytes as f64 / whole.max(1) as f64);
        table.add_row([bytes.to_string(), share, name.clone()]);
    }
    table.add_row([whole.to_string(), String::new(), "all".to_string()]);
    table
}

/// What has changed, the largest change first.
fn compared(old: &Sums, new: &Sums, what: &str) -> Table {
    let mut table = table(["before", "now", "change", what]);
    let names: std::collections::BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let of = |sums: &Sums, name: &String| sums.get(name).copied().unwrap_or(0);
    let mut rows: Vec<_> =
        names.into_iter().map(|name| (name, of(old, name), of(new, name))).collect();
    rows.retain(|(_, before, now)| before != now);
    rows.sort_by_key(|(_, before, now)| std::cmp::Reverse(before.abs_diff(*now)));
    for (name, before, now) in rows.into_iter().take(SHOWN) {
        let change = now as i64 - before as i64;
        table.add_row([before.to_string(), now.to_string(), format!("{change:+}"), name.clone()]);
    }
    let (before, now): (u64, u64) = (old.values().sum(), new.values().sum());
    let change = now as i64 - before as i64;
    table.add_row([before.to_string(), now.to_string(), format!("{change:+}"), "all".into()]);
    table
}

fn table<const N: usize>(header: [&str; N]) -> Table {
    let mut table = Table::new();
    table.load_preset(comfy_table::presets::ASCII_MARKDOWN);
    table.set_header(header);
    table
}

fn text(sums: &Sums) -> String {
    let mut text = String::new();
    for (name, bytes) in sums {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{bytes} {name}");
    }
    text
}

fn parse(text: &str) -> Sums {
    let line = |line: &str| {
        let (bytes, name) = line.split_once(' ')?;
        Some((name.to_string(), bytes.parse().ok()?))
    };
    text.lines().filter_map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_belongs_to_the_crate_that_wrote_it() {
        assert_eq!(crate_of("threadsnake_vm::dispatch::run"), "threadsnake_vm");
        assert_eq!(crate_of("<threadsnake_heap::Heap>::alloc"), "threadsnake_heap");
        assert_eq!(crate_of("<u32 as core::fmt::Display>::fmt"), "core");
        assert_eq!(crate_of("memcpy"), NO_CRATE);
    }

    #[test]
    fn what_is_saved_is_read_back() {
        let sums = Sums::from([("a::b".to_string(), 4), ("<c as d>::e f".to_string(), 9)]);
        assert_eq!(parse(&text(&sums)), sums);
    }

    #[test]
    fn only_changes_are_compared() {
        let old = Sums::from([("a".to_string(), 4), ("b".to_string(), 9)]);
        let new = Sums::from([("a".to_string(), 4), ("b".to_string(), 10)]);
        let shown = compared(&old, &new, "symbol").to_string();
        assert!(shown.contains("+1") && !shown.contains(" a |"), "{shown}");
    }
}
