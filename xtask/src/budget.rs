//! The `[budget]` of a profile against what its simulator does.
//!
//! Boot heap and ROM are figures of the footprint of an empty program. The native stack is given to
//! the simulator as its limit: it then runs every program of `tests/limits`, from source and compiled
//! beforehand as on a console, and one that needs more stack is killed by the system.
//!
//! Not here: what those programs must print (the suites in `tests/`).

use crate::counts::Counts;
use crate::repository::Repository;
use anyhow::{Context, Result};
use memconfig::load::{Profile, Value};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A figure of the footprint.
struct Figure {
    /// Its name in the JSON.
    name: &'static str,
    /// The most it may be; 0 for no limit.
    limit: u32,
}

/// Checks all budgets of a profile; one without a limit is not counted.
pub fn check(repository: &Repository, binary: &Path, settings: &Profile) -> Result<Counts> {
    let mut counts = figures(binary, settings)?;
    let running = limit(settings, "budget", "native-stack-bytes");
    let compiling = limit(settings, "budget", "compiler-stack-bytes");
    if running > 0 && cfg!(unix) {
        counts += stack(repository, binary, running, running.saturating_add(compiling))?;
    }
    Ok(counts)
}

/// Runs an empty program and compares what it reports.
fn figures(binary: &Path, settings: &Profile) -> Result<Counts> {
    let output = Command::new(binary).args(["run", "--json", "-c", ""]).output()?;
    let text = String::from_utf8_lossy(&output.stderr);
    let mut counts = Counts::default();
    for figure in wanted(settings).into_iter().filter(|figure| figure.limit > 0) {
        let found = read(&text, figure.name)?;
        if found > u64::from(figure.limit) {
            eprintln!("{} is {found}, the budget allows {}", figure.name, figure.limit);
        }
        counts.one(found <= u64::from(figure.limit));
    }
    Ok(counts)
}

fn wanted(settings: &Profile) -> [Figure; 2] {
    let boot_heap = limit(settings, "budget", "boot-heap-bytes");
    let rom = limit(settings, "budget", "rom-bytes");
    [Figure { name: "boot_heap_bytes", limit: boot_heap }, Figure { name: "rom_bytes", limit: rom }]
}

fn limit(settings: &Profile, section: &str, name: &str) -> u32 {
    match settings.get(section, name) {
        Some(Value::Int(number)) => number,
        _ => 0,
    }
}

/// Runs the programs at the limits in stacks of the given sizes.
fn stack(
    repository: &Repository,
    binary: &Path,
    running_bytes: u32,
    compiling_bytes: u32,
) -> Result<Counts> {
    let images = repository.target.join("threadsnake/images");
    std::fs::create_dir_all(&images)?;
    let mut counts = Counts::default();
    let mut one = |program: &Path, input: &Path, bytes| -> Result<()> {
        let survives = survives(binary, input, bytes / 1024)?;
        if !survives {
            let name = repository.shown(program);
            eprintln!("{name} needs more than {bytes} bytes of native stack");
        }
        counts.one(survives);
        Ok(())
    };
    for program in programs(&repository.root.join("tests/limits"))? {
        one(&program, &program, compiling_bytes)?;
        let image = images.join(program.with_extension("image").file_name().unwrap_or_default());
        if compile(binary, &program, &image)? {
            let bytes = if compiles(&program)? { compiling_bytes } else { running_bytes };
            one(&program, &image, bytes)?;
        }
    }
    println!("   ran {} programs in {running_bytes} bytes of native stack", counts.sum());
    Ok(counts)
}

/// Whether the program compiles text while it runs.
fn compiles(program: &Path) -> Result<bool> {
    let text = std::fs::read_to_string(program)?;
    Ok(["compile(", "exec(", "eval("].iter().any(|call| text.contains(call)))
}

fn programs(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let paths = entries.flatten().map(|entry| entry.path());
    let mut list: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|extension| extension == "py")).collect();
    list.sort();
    Ok(list)
}

/// Whether the program has an image; some of these must be refused.
fn compile(binary: &Path, program: &Path, image: &Path) -> Result<bool> {
    let output = Command::new(binary).arg("compile").arg(program).arg("-o").arg(image).output()?;
    Ok(output.status.success())
}

/// Whether the program ends by itself: how does not matter here. The environment is emptied because
/// it lies in the stack.
fn survives(binary: &Path, image: &Path, kibibytes: u32) -> Result<bool> {
    let script = format!("ulimit -s {kibibytes} && exec \"$@\"");
    let mut command = Command::new("sh");
    command.args(["-c", &script, "sh"]).arg(binary).args(["run", "--quiet"]).arg(image);
    let output = command.env_clear().stdin(Stdio::null()).output()?;
    Ok(output.status.code().is_some())
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
