//! Memory is short all the time: programs run while the heap merges, gives up kept frames, collects cycles and
//! checks itself before each allocation.
//!
//! Each program of `tests/py` and `tests/limits` must print what it prints otherwise, and in the end every
//! count of the heap must be the number of references.
//!
//! Not here: allocations that fail (oom.rs).

mod common;

use common::{Quiet, check, folder_of, programs, selected, summary, tests};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use threadsnake_sim::machine::{Config, with_machine};
use threadsnake_sim::runtime::Ending;

/// Arena of the programs.
const ARENA_BYTES: u32 = 4 << 20;
/// Checks of one program; one that allocates more often is checked at so many points of its run.
const CHECKS_MAX: u64 = 400;
/// Back-edges and calls a run may take. Programs that need more are about time.
const BUDGET: u64 = 3_000_000;

/// What a run left behind.
struct Ran {
    ending: Ending,
    out: Vec<u8>,
    err: Vec<u8>,
    allocations: u64,
    wrong: Option<String>,
}

fn run(path: &Path, text: &[u8], every: u32) -> Result<Ran, String> {
    let config = Config {
        heap_bytes: ARENA_BYTES,
        budget: BUDGET,
        folder: folder_of(path),
        ..Config::default()
    };
    let mut platform = Quiet::default();
    let (ending, allocations, wrong) = with_machine(&config, &mut platform, |runtime| {
        let before = runtime.vm.cx.heap.alloc.allocations;
        runtime.vm.cx.heap.stress(every);
        let ending = runtime.run_source(text, "<program>", None);
        runtime.vm.cx.heap.stress(0);
        let allocations = runtime.vm.cx.heap.alloc.allocations - before;
        // A program that is stopped leaves its frames where they are.
        let is_over = ending != Ending::Budget;
        let mut wrong = is_over.then(|| check(runtime)).flatten();
        if is_over && wrong.is_none() {
            runtime.finish();
            wrong = check(runtime);
        }
        (ending, allocations, wrong)
    })
    .map_err(|error| format!("{error:?}"))?;
    Ok(Ran { ending, out: platform.out, err: platform.err, allocations, wrong })
}

/// Runs one program plainly and under stress. How often it was stressed; none when it takes too long, or
/// more memory than there is.
fn stress(path: &Path) -> Result<Option<u64>, String> {
    let text = fs::read(path).map_err(|error| error.to_string())?;
    let plain = run(path, &text, 0)?;
    if plain.ending == Ending::Budget || plain.err.ends_with(b"MemoryError\n") {
        return Ok(None);
    }
    if let Some(wrong) = plain.wrong {
        return Err(format!("without stress: {wrong}"));
    }
    let every = plain.allocations.div_ceil(CHECKS_MAX).max(1);
    let stressed = run(path, &text, every as u32)?;
    if let Some(wrong) = stressed.wrong {
        return Err(wrong);
    }
    if (stressed.ending, &stressed.out, &stressed.err) != (plain.ending, &plain.out, &plain.err) {
        return Err(format!("it ends so:\n{}\nand otherwise so:\n{}", end(&stressed), end(&plain)));
    }
    Ok(Some(stressed.allocations / every))
}

fn end(ran: &Ran) -> String {
    let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
    format!("{}{}{:?}", text(&ran.out), text(&ran.err), ran.ending)
}

/// The programs of all areas.
fn all() -> Vec<PathBuf> {
    let mut areas = common::entries(&tests().join("py"));
    areas.retain(|area| area.is_dir());
    areas.push(tests().join("limits"));
    areas.iter().flat_map(|area| programs(area)).collect()
}

fn main() -> ExitCode {
    let (mut stressed, mut times, mut skipped, mut failed) = (0, 0, 0, 0);
    for path in selected(all()) {
        match stress(&path) {
            Ok(Some(count)) => {
                stressed += 1;
                times += count;
            }
            Ok(None) => skipped += 1,
            Err(wrong) => {
                failed += 1;
                println!("FAILED {}: {wrong}", path.display());
            }
        }
    }
    println!(
        "ran {stressed} programs under stress, {times} times in all; {skipped} are too large for it"
    );
    summary(stressed, failed)
}
