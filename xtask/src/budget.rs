//! The `[budget]` of a profile against what its simulator reports of an empty program.
//!
//! Not here: budgets that need a program of their own (the suites in `tests/`).

use crate::counts::Counts;
use anyhow::{Context, Result};
use memconfig::load::{Profile, Value};
use std::path::Path;
use std::process::Command;

/// A figure of the footprint.
struct Figure {
    /// Its name in the JSON.
    name: &'static str,
    /// The most it may be; 0 for no limit.
    limit: u32,
}

/// Runs an empty program and compares; a figure without a limit is not counted.
pub fn check(binary: &Path, settings: &Profile) -> Result<Counts> {
    let output = Command::new(binary).args(["run", "--json", "-c", ""]).output()?;
    let text = String::from_utf8_lossy(&output.stderr);
    let mut counts = Counts::default();
    for figure in figures(settings).into_iter().filter(|figure| figure.limit > 0) {
        let found = read(&text, figure.name)?;
        if found > u64::from(figure.limit) {
            eprintln!("{} is {found}, the budget allows {}", figure.name, figure.limit);
        }
        counts.one(found <= u64::from(figure.limit));
    }
    Ok(counts)
}

fn figures(settings: &Profile) -> [Figure; 2] {
    let number = |value| match value {
        Some(Value::Int(number)) => number,
        _ => 0,
    };
    [
        Figure {
            name: "boot_heap_bytes",
            limit: number(settings.get("budget", "boot-heap-bytes")),
        },
        Figure { name: "rom_bytes", limit: number(settings.get("budget", "rom-bytes")) },
    ]
}

/// Finds a figure in the one line of JSON that the footprint is.
fn read(text: &str, name: &str) -> Result<u64> {
    let line =
        text.lines().find(|line| line.starts_with('{')).context("no footprint was printed")?;
    let json: serde_json::Value = serde_json::from_str(line)?;
    json.get(name).and_then(serde_json::Value::as_u64).with_context(|| format!("no {name} in it"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_found_among_other_lines() {
        let text = "a warning\n{\"boot_heap_bytes\":640,\"by_kind\":{}}\n";
        assert_eq!(read(text, "boot_heap_bytes").unwrap(), 640);
        assert!(read(text, "rom_bytes").is_err());
        assert!(read("nothing", "rom_bytes").is_err());
    }
}
