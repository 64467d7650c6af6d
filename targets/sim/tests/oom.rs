//! Memory ends at every point: programs run again and again while their 1st, 2nd, 3rd ... allocation fails.
//!
//! Each time the program must end well or with `MemoryError`, the heap must be sound, nothing may be lost,
//! and the machine must run another program. The programs are those of `tests/py`, two of each area.
//!
//! Not here: failing allocations of single objects (core/heap/tests, core/objects/tests).

#[path = "quiet/mod.rs"]
mod quiet;

use quiet::Quiet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use threadsnake_sim::machine::{Config, with_machine};
use threadsnake_sim::runtime::{Ending, Runtime};

/// Arena of the programs.
const ARENA_BYTES: u32 = 1 << 20;
/// A place that finds no memory is left out of a traceback, so programs that look at one may see less.
const LOOKS_AT_PLACES: &[u8] = b"__traceback__";
/// Programs of each area.
const PER_AREA: usize = 2;
/// Faults of one program; a program that allocates more often is tried at so many points of its run.
const FAULTS_MAX: u64 = 120;
/// Back-edges and calls a run may take: programs must end however their memory ends.
const BUDGET: u64 = 20_000_000;
/// What must still work afterwards.
const PROBE: &[u8] =
    b"d = {i: str(i) for i in range(20)}\nassert ''.join(d.values())[:4] == '0123'\n";

/// What became of a run.
struct Ran {
    ending: Ending,
    injected: u32,
    allocations: u64,
    /// Something that must not be, if anything.
    wrong: Option<String>,
}

/// Runs a program with its `fault`-th allocation failing; 0 lets none fail.
fn run(text: &[u8], fault: u64) -> Result<Ran, String> {
    let config = Config { heap_bytes: ARENA_BYTES, budget: BUDGET, ..Config::default() };
    let mut platform = Quiet::default();
    let ran = with_machine(&config, &mut platform, |runtime| one(runtime, text, fault))
        .map_err(|error| format!("{error:?}"))?;
    let err = String::from_utf8_lossy(&platform.err);
    let is_memory = err.contains("MemoryError") || err.contains("Exception ignored");
    let wrong = match ran.ending {
        Ending::Failed if ran.injected > 0 && !is_memory => {
            Some(format!("another exception:\n{err}"))
        }
        Ending::Budget => Some("it does not end".to_owned()),
        _ => None,
    };
    Ok(Ran { wrong: ran.wrong.or(wrong), ..ran })
}

fn one(runtime: &mut Runtime, text: &[u8], fault: u64) -> Ran {
    let before = runtime.vm.cx.heap.alloc.allocations;
    if fault > 0 {
        runtime.vm.cx.heap.fail_nth(fault);
    }
    let ending = runtime.run_source(text, "<program>", None);
    let injected = runtime.vm.cx.heap.injected();
    runtime.vm.cx.heap.fail_never();
    let allocations = runtime.vm.cx.heap.alloc.allocations - before;
    let mut wrong = check(runtime);
    if wrong.is_none() && ending != Ending::Budget {
        let again = runtime.run_source(PROBE, "<probe>", None);
        if again != Ending::Done {
            wrong = Some(format!("the machine is not usable afterwards: {again:?}"));
        }
        wrong = wrong.or_else(|| check(runtime));
    }
    Ran { ending, injected, allocations, wrong }
}

/// What is wrong with the heap.
fn check(runtime: &mut Runtime) -> Option<String> {
    #[cfg(debug_assertions)]
    if let Err(broken) = runtime.vm.cx.heap.check() {
        return Some(format!("the heap is broken: {broken:?}"));
    }
    let _ = runtime;
    None
}

/// Sweeps one program; gives the number of faults, none for a program that does not end well by itself in
/// this arena and without files.
fn sweep(path: &Path) -> Result<Option<u64>, String> {
    let text = fs::read(path).map_err(|error| error.to_string())?;
    let plain = run(&text, 0)?;
    let looks_at_places = text.windows(LOOKS_AT_PLACES.len()).any(|part| part == LOOKS_AT_PLACES);
    if plain.ending != Ending::Done || looks_at_places {
        return Ok(None);
    }
    if let Some(wrong) = plain.wrong {
        return Err(format!("without a fault: {wrong}"));
    }
    let step = plain.allocations.div_ceil(FAULTS_MAX).max(1);
    let mut faults = 0;
    for fault in (1..=plain.allocations).step_by(step as usize) {
        let ran = run(&text, fault)?;
        if let Some(wrong) = ran.wrong {
            return Err(format!("allocation {fault} failed: {wrong}"));
        }
        faults += u64::from(ran.injected);
    }
    Ok(Some(faults))
}

/// The first programs of each area.
fn programs() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/py");
    let mut areas: Vec<PathBuf> = entries(&root);
    areas.retain(|area| area.is_dir() && !area.ends_with("imports"));
    areas.iter().flat_map(|area| of_area(area)).collect()
}

fn of_area(area: &Path) -> Vec<PathBuf> {
    let mut files = entries(area);
    files.retain(|file| file.extension().is_some_and(|extension| extension == "py"));
    files.truncate(PER_AREA);
    files
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

fn main() -> ExitCode {
    let words: Vec<String> =
        std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let mut programs = programs();
    programs.retain(|path| {
        words.is_empty() || words.iter().any(|word| path.to_string_lossy().contains(word))
    });
    let (mut faults, mut swept, mut failed) = (0, 0, 0);
    for program in &programs {
        match sweep(program) {
            Ok(Some(injected)) => {
                faults += injected;
                swept += 1;
            }
            Ok(None) => {}
            Err(wrong) => {
                failed += 1;
                println!("FAILED {}: {wrong}", program.display());
            }
        }
    }
    println!("ran {swept} programs with {faults} injected faults");
    let result = if failed > 0 { "FAILED" } else { "ok" };
    println!(
        "test result: {result}. {swept} passed; {failed} failed; 0 ignored; 0 measured; 0 filtered out"
    );
    if failed > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
