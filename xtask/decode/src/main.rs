//! Events of the core as text: `threadsnake-decode ELF < trace`.
//!
//! The texts of events are in the file of symbols, the places in its debugging information; the trace holds
//! numbers only. What cannot be decoded is skipped to the next event, and counted.
//!
//! Not here: taking the trace (xtask/src/console).

#![forbid(unsafe_code)]

use anyhow::{Context, Result};
use defmt_decoder::{DecodeError, Locations, Table};
use std::io::{Read, Write};
use std::path::Path;

fn main() -> Result<()> {
    let path = std::env::args_os().nth(1).context("which file has the symbols?")?;
    let elf = std::fs::read(&path)?;
    let table = Table::parse(&elf)?.context("there are no events in this file")?;
    let locations = table.get_locations(&elf)?;
    let mut trace = Vec::new();
    std::io::stdin().lock().read_to_end(&mut trace)?;
    let damaged = print(&table, &locations, &trace)?;
    if damaged > 0 {
        eprintln!("{damaged} events could not be decoded");
    }
    Ok(())
}

/// Prints all events; gives the number of those that were damaged.
fn print(table: &Table, locations: &Locations, trace: &[u8]) -> Result<u32> {
    let mut decoder = table.new_stream_decoder();
    decoder.received(trace);
    let mut out = std::io::stdout().lock();
    let mut damaged = 0;
    loop {
        match decoder.decode() {
            Ok(frame) => {
                let time = frame.display_timestamp().map_or(String::new(), |time| time.to_string());
                let place = locations.get(&frame.index()).map_or(String::new(), |location| {
                    format!("{}:{}", shown(&location.file), location.line)
                });
                writeln!(out, "{time:>12} {place}: {}", frame.display_message())?;
            }
            Err(DecodeError::UnexpectedEof) => return Ok(damaged),
            Err(DecodeError::Malformed) => damaged += 1,
        }
    }
}

/// A path from the checkout on.
fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    match text.find("core/").or_else(|| text.find("targets/")) {
        Some(place) => text.get(place..).unwrap_or(&text).to_string(),
        None => text.into_owned(),
    }
}
