//! Memory ends at every point: programs run again and again while their 1st, 2nd, 3rd ... allocation fails.
//!
//! Each time the program must end well or with `MemoryError`, the heap must be sound and every count right,
//! the machine must run another program, and no more may be left than without the fault.
//!
//! The programs of `tests/oom` are tried at every allocation, those of `tests/py` at a number of points; together
//! they call every native there is.
//!
//! Not here: failing allocations of single objects (core/heap/tests, core/objects/tests).

mod common;

use common::natives::{uncalled, watch};
use common::{Quiet, check, entries, folder_of, programs, selected, summary, tests};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use threadsnake_heap::kind;
use threadsnake_sim::machine::{Config, with_machine};
use threadsnake_sim::runtime::{Ending, Runtime};

/// Arena of the programs.
const ARENA_BYTES: u32 = 1 << 20;
/// Machines at once.
const JOBS: usize = 2;
/// A place that finds no memory is left out of a traceback, so programs that look at one may see less.
const LOOKS_AT_PLACES: &[u8] = b"__traceback__";
/// Faults of a language test; one that allocates more often is tried at so many points of its run.
const FAULTS_MAX: u64 = 120;
/// Allocations of all runs of one program.
const WORK_MAX: u64 = 4_000_000;
/// Back-edges and calls a run may take: programs must end however their memory ends.
const BUDGET: u64 = 20_000_000;
/// What must still work afterwards.
const PROBE: &[u8] =
    b"d = {i: str(i) for i in range(20)}\nassert ''.join(d.values())[:4] == '0123'\n";
/// Lets go what modules hold, so that what is left over shows.
const CLEAN: &[u8] = b"import sys, gc\n\
    for name in list(sys.modules):\n    \
        if name not in ('__main__', 'sys'): del sys.modules[name]\n\
    gc.collect()\n\
    globals().clear()\n";

/// What became of a run.
struct Ran {
    ending: Ending,
    err: String,
    injected: u32,
    allocations: u64,
    /// What is left in the end, but strings, which may stay interned, images, which are given back when there
    /// are many, and frames that are kept for the next call.
    left: BTreeMap<&'static str, usize>,
    /// Something that must not be, if anything.
    wrong: Option<String>,
}

/// Runs a program with its `fault`-th allocation failing; 0 lets none fail.
fn run(path: &Path, text: &[u8], fault: u64) -> Result<Ran, String> {
    let config = Config {
        heap_bytes: ARENA_BYTES,
        budget: BUDGET,
        folder: folder_of(path),
        ..Config::default()
    };
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
    let wrong = ran.wrong.map(|wrong| format!("{wrong}\n{err}")).or(wrong);
    Ok(Ran { wrong, err: err.into_owned(), ..ran })
}

fn one(runtime: &mut Runtime, text: &[u8], fault: u64) -> Ran {
    if fault == 0 {
        watch(runtime);
    }
    let before = runtime.vm.cx.heap.alloc.allocations;
    if fault > 0 {
        runtime.vm.cx.heap.fail_nth(fault);
    }
    let ending = runtime.run_source(text, "<program>", None);
    let injected = runtime.vm.cx.heap.injected();
    runtime.vm.cx.heap.fail_never();
    let allocations = runtime.vm.cx.heap.alloc.allocations - before;
    let wrong = if ending == Ending::Budget { None } else { wrong_afterwards(runtime) };
    Ran { ending, err: String::new(), injected, allocations, left: left(runtime), wrong }
}

/// Is the machine whole, and does it go on working?
fn wrong_afterwards(runtime: &mut Runtime) -> Option<String> {
    if let Some(wrong) = check(runtime) {
        return Some(wrong);
    }
    for text in [PROBE, CLEAN] {
        let again = runtime.run_source(text, "<probe>", None);
        if again != Ending::Done {
            return Some("the machine is not usable afterwards".to_owned());
        }
    }
    runtime.finish();
    // Frames that are kept for later calls are no leak.
    runtime.relieve();
    check(runtime)
}

/// What the heap holds but strings, images and kept frames, by kind.
fn left(runtime: &Runtime) -> BTreeMap<&'static str, usize> {
    const IGNORED: [u8; 4] = [kind::FREE, kind::STR, kind::FRAME, kind::IMAGE];
    let heap = &runtime.vm.cx.heap;
    let mut left = BTreeMap::new();
    for (object, _) in heap.blocks() {
        let own = heap.kind(object);
        if !IGNORED.contains(&own) {
            *left.entry(kind::row(own).name).or_default() += 1;
        }
    }
    left
}

/// A program of the sweep.
struct Sweep {
    path: PathBuf,
    /// At how many allocations it is tried at most.
    faults_max: u64,
    /// Must it end well without faults?
    must_end_well: bool,
}

/// Sweeps one program; gives the number of faults, none for a program that does not end well by itself in
/// this arena.
fn sweep(program: &Sweep) -> Result<Option<u64>, String> {
    let text = fs::read(&program.path).map_err(|error| error.to_string())?;
    let plain = run(&program.path, &text, 0)?;
    let looks_at_places = text.windows(LOOKS_AT_PLACES.len()).any(|part| part == LOOKS_AT_PLACES);
    let is_fit = plain.ending == Ending::Done && !looks_at_places;
    if !is_fit && !program.must_end_well {
        return Ok(None);
    }
    if let Some(wrong) = plain.wrong {
        return Err(format!("without a fault: {wrong}"));
    }
    if plain.ending != Ending::Done {
        return Err(format!("it does not end well: {}", plain.err));
    }
    let faults_max = program.faults_max.min((WORK_MAX / plain.allocations.max(1)).max(1));
    let step = plain.allocations.div_ceil(faults_max).max(1);
    let mut faults = 0;
    for fault in (1..=plain.allocations).step_by(step as usize) {
        let ran = run(&program.path, &text, fault)?;
        // A dict that failed to grow may have its entries in another kind of block.
        let more = ran.left.values().sum::<usize>() > plain.left.values().sum();
        let wrong = ran.wrong.or_else(|| {
            more.then(|| format!("{:?} is left, {:?} without a fault", ran.left, plain.left))
        });
        if let Some(wrong) = wrong {
            return Err(format!("allocation {fault} failed: {wrong}"));
        }
        faults += u64::from(ran.injected);
    }
    Ok(Some(faults))
}

/// All programs: those written for it, and the language tests.
fn all() -> Vec<Sweep> {
    let own = programs(&tests().join("oom"));
    let own = own.into_iter().map(|path| Sweep { path, faults_max: u64::MAX, must_end_well: true });
    let mut areas = entries(&tests().join("py"));
    areas.retain(|area| area.is_dir());
    let of_areas = areas.iter().flat_map(|area| programs(area));
    let of_areas =
        of_areas.map(|path| Sweep { path, faults_max: FAULTS_MAX, must_end_well: false });
    own.chain(of_areas).collect()
}

/// What the workers found.
#[derive(Default)]
struct Tally {
    swept: usize,
    failed: usize,
    faults: u64,
}

fn work(programs: &[Sweep], next: &AtomicUsize, tally: &Mutex<Tally>) {
    while let Some(program) = programs.get(next.fetch_add(1, Ordering::Relaxed)) {
        let found = sweep(program);
        let Ok(mut tally) = tally.lock() else { return };
        match found {
            Ok(Some(faults)) => {
                tally.swept += 1;
                tally.faults += faults;
            }
            Ok(None) => {}
            Err(wrong) => {
                tally.failed += 1;
                println!("FAILED {}: {wrong}", program.path.display());
            }
        }
    }
}

fn main() -> ExitCode {
    let mut programs = all();
    let count = programs.len();
    let paths = selected(programs.iter().map(|program| program.path.clone()).collect());
    programs.retain(|program| paths.contains(&program.path));
    let (next, tally) = (AtomicUsize::new(0), Mutex::new(Tally::default()));
    thread::scope(|scope| {
        for _ in 0..JOBS {
            scope.spawn(|| work(&programs, &next, &tally));
        }
    });
    let Tally { swept, mut failed, faults } = tally.into_inner().unwrap_or_default();
    println!("ran {swept} programs with {faults} injected faults");
    let (natives, missing) = uncalled();
    println!("ran {} of {natives} natives among them", natives - missing.len());
    if programs.len() == count && !missing.is_empty() {
        failed += 1;
        println!("FAILED: no program of the sweep calls {}", missing.join(" "));
    }
    summary(swept, failed)
}
