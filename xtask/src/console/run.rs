//! The verbs `run --on BOARD` and `build --target BOARD`.
//!
//! Not here: what the pieces do (the other files of this folder).

use super::block::{Block, File};
use super::image::{Form, Image, NotCompiled, files, library_modules, link, sizes};
use super::library::{Choice, Compiler, library};
use super::machine::{self, Hang, Options, Outcome, Streams};
use super::{Board, packets::Figures};
use crate::binary::{Make, made};
use crate::cli::{BuildArgs, RunArgs};
use crate::repository::{Repository, profile};
use crate::setup::{self, Consent};
use crate::trace::{self, Events};
use anyhow::{Context, Result, bail};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Exit status of a run that was ended because it took too long, as `timeout` has it.
const TOO_LONG: u8 = 124;
/// Exit status when there is nothing to run, as CPython has it.
const UNUSABLE: u8 = 2;

/// The verb `run --on`.
pub fn run(repository: &Repository, board: &'static Board, args: &RunArgs) -> Result<ExitCode> {
    let mut needs = board.build_needs().to_vec();
    needs.push(board.emulator());
    setup::ensure(&needs, Consent::unless(&args.no_setup))?;
    let compiler = Compiler::unless(&args.no_compiler);
    if args.as_source && compiler == Compiler::Out {
        bail!("--as-source needs the compiler on the board: leave out --no-compiler");
    }
    let events = Events::when(&args.trace);
    let program: Vec<PathBuf> = args.program.iter().take(1).map(PathBuf::from).collect();
    let modules = modules(repository, &program, args.imported_only)?;
    let choice =
        Choice { board, profile: &args.profile, compiler, events, modules: modules.as_deref() };
    match booted(repository, choice, args) {
        Ok((simulator, image, outcome)) => {
            if events == Events::On {
                trace::show(repository, &image.elf, &outcome.trace)?;
            }
            footprint(board, &simulator, &outcome, args)?;
            Ok(ExitCode::from(outcome.status))
        }
        Err(error) => match (error.downcast_ref::<NotCompiled>(), error.downcast_ref::<Hang>()) {
            (Some(NotCompiled(status)), _) => Ok(ExitCode::from(*status)),
            (_, Some(hang)) => {
                eprintln!("{}: {hang}", board.name);
                Ok(ExitCode::from(TOO_LONG))
            }
            _ => {
                eprintln!("error: {error:#}");
                Ok(ExitCode::from(UNUSABLE))
            }
        },
    }
}

/// What `--imported-only` leaves of the library; none is all.
fn modules(
    repository: &Repository,
    programs: &[PathBuf],
    is_asked: bool,
) -> Result<Option<String>> {
    if !is_asked {
        return Ok(None);
    }
    let modules = library_modules(repository, &std::env::current_dir()?, programs)?;
    if modules.is_none() {
        eprintln!(
            "all modules of the library stay: not all that is imported can be told from the text"
        );
    }
    Ok(modules)
}

/// The simulator that compiled it, the image, and what became of it.
type Booted = (PathBuf, Image, Outcome);

fn booted(repository: &Repository, choice: Choice, args: &RunArgs) -> Result<Booted> {
    let simulator = made(repository, choice.profile, Make::Suite)?;
    let program = args.program.first().map(PathBuf::from);
    let form = if args.as_source { Form::Source } else { Form::Image };
    let block = Block {
        wants_report: !args.quiet,
        arena_bytes: args.heap.as_deref().map_or(Ok(0), bytes)?,
        budget: args.budget.unwrap_or(0),
        arguments: args.program.iter().map(|word| word.as_encoded_bytes().to_vec()).collect(),
        ..block(&simulator, &std::env::current_dir()?, program.as_slice(), form)?
    };
    let image = link(repository, choice, &block, "run")?;
    let limit = Duration::from_secs_f64(args.timeout);
    let options = Options { streams: Streams::Pass, limit, counts: args.count };
    let outcome = machine::run(choice.board, &image, options)?;
    Ok((simulator, image, outcome))
}

/// A block for some programs; the first is the one that runs.
/// They are found from `place` on.
pub fn block(simulator: &Path, place: &Path, programs: &[PathBuf], form: Form) -> Result<Block> {
    let files: Vec<File> = files(simulator, place, programs, form)?;
    let first = programs.first();
    let folder = first.and_then(|program| program.parent()).unwrap_or(Path::new(""));
    Ok(Block {
        errors_apart: true,
        wall_seconds: SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |now| now.as_secs()),
        folder: folder.as_os_str().as_encoded_bytes().to_vec(),
        arguments: first.iter().map(|path| path.as_os_str().as_encoded_bytes().to_vec()).collect(),
        files,
        ..Block::default()
    })
}

/// A number of bytes, with a unit or without.
fn bytes(text: &str) -> Result<u32> {
    let digits = text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let factor: u64 = match text.get(digits.len()..).unwrap_or("") {
        "" | "B" => 1,
        "K" | "k" | "KiB" => 1 << 10,
        "M" | "MiB" => 1 << 20,
        other => bail!("{other:?} is no unit; use KiB or MiB"),
    };
    let number: u64 = digits.replace('_', "").parse().context("not a number of bytes")?;
    let bytes = number.checked_mul(factor).and_then(|bytes| u32::try_from(bytes).ok());
    bytes.context("more bytes than a board can have")
}

/// Prints the footprint on our error stream, as the simulator prints its own, and what only a board knows.
fn footprint(board: &Board, simulator: &Path, outcome: &Outcome, args: &RunArgs) -> Result<()> {
    if outcome.report.is_empty() {
        return Ok(());
    }
    let form = if args.json { Shape::Json } else { Shape::Text };
    let mut text = shown(simulator, outcome, form)?;
    if let Some(figures) = outcome.figures {
        text = with_figures(board, text, figures, form, args.count);
    }
    std::io::stderr().write_all(text.as_bytes())?;
    Ok(())
}

/// For people or for machines.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// Lines.
    Text,
    /// One object.
    Json,
}

/// The footprint of a run in words: the simulator of the profile knows the names.
pub fn shown(simulator: &Path, outcome: &Outcome, shape: Shape) -> Result<String> {
    let mut command = Command::new(simulator);
    command.args(["footprint", "--status", &outcome.status.to_string()]);
    if shape == Shape::Json {
        command.arg("--json");
    }
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    child.stdin.take().context("the simulator reads")?.write_all(&outcome.report)?;
    let output = child.wait_with_output()?;
    if !output.status.success() {
        bail!("the simulator does not understand the report of {}", simulator.display());
    }
    Ok(String::from_utf8(output.stdout)?)
}

fn with_figures(
    board: &Board,
    text: String,
    figures: Figures,
    shape: Shape,
    counts: bool,
) -> String {
    let Figures { start_ticks, first_ticks, end_ticks, stack_bytes, stack_used, machine_bytes } =
        figures;
    let boot = board.instructions(first_ticks - start_ticks);
    let ran = board.instructions(end_ticks - first_ticks);
    match shape {
        Shape::Text if counts => format!(
            "{text}  native stack {stack_used:>11}   beside {machine_bytes} of the machine, of {stack_bytes}\n  \
             instructions {ran:>11}   and {boot} before the first of the program\n"
        ),
        Shape::Text => format!(
            "{text}  native stack {stack_used:>11}   beside {machine_bytes} of the machine, of {stack_bytes}\n"
        ),
        Shape::Json => {
            let mut line = text.trim_end().trim_end_matches('}').to_string();
            // The object ends with an object: the bracket of that one was taken too.
            line.push_str(&format!("}},\"native_stack_bytes\":{stack_used}"));
            if counts {
                line.push_str(&format!(",\"instructions\":{ran},\"boot_instructions\":{boot}"));
            }
            line + "}\n"
        }
    }
}

/// The verb `build` for a board: an image, its static library, and what it takes.
pub fn build(repository: &Repository, board: &'static Board, args: &BuildArgs) -> Result<ExitCode> {
    setup::ensure(&board.build_needs(), Consent::unless(&args.no_setup))?;
    let compiler = Compiler::unless(&args.no_compiler);
    let modules = modules(repository, &args.programs, args.imported_only)?;
    let choice = Choice {
        board,
        profile: &args.profile,
        compiler,
        events: Events::Off,
        modules: modules.as_deref(),
    };
    let library = library(repository, choice)?;
    let block = if args.programs.is_empty() {
        Block::default()
    } else {
        let simulator = made(repository, choice.profile, Make::Suite)?;
        let form = if args.as_source { Form::Source } else { Form::Image };
        match block(&simulator, &std::env::current_dir()?, &args.programs, form) {
            // A board on its own shows everything on the text line.
            Ok(block) => Block { errors_apart: false, wall_seconds: 0, ..block },
            Err(error) => match error.downcast_ref::<NotCompiled>() {
                Some(NotCompiled(status)) => return Ok(ExitCode::from(*status)),
                None => return Err(error),
            },
        }
    };
    let name = args.programs.first().and_then(|program| program.file_stem());
    let name = name.map_or("prompt".into(), |name| name.to_string_lossy());
    let Image { elf, boot, .. } = link(repository, choice, &block, &name)?;
    let (sizes, settings) = (sizes(&elf)?, profile(choice.profile)?);
    println!("{}", sizes.text(board, &settings));
    println!("library {}", library.display());
    println!("{}", boot.display());
    // It is there all the same: whoever wants to know what it takes measures it.
    let excess = sizes.excess(board, &settings);
    if let Some(text) = &excess {
        eprintln!("error: {text}");
    }
    Ok(if excess.is_some() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_have_units() {
        assert_eq!(bytes("64KiB").unwrap(), 65_536);
        assert_eq!(bytes("4_096").unwrap(), 4096);
        assert!(bytes("4 cows").is_err());
        assert!(bytes("5000MiB").is_err());
    }

    #[test]
    fn figures_stand_in_the_same_object() {
        let figures = Figures { stack_used: 7, stack_bytes: 64, ..Figures::default() };
        let text = "{\"a\":1,\"b\":{\"c\":2}}\n".to_string();
        let line = with_figures(&super::super::GEKKO, text, figures, Shape::Json, true);
        let json: serde_json::Value = serde_json::from_str(&line).unwrap();
        assert_eq!(json["native_stack_bytes"], 7);
        assert_eq!(json["b"]["c"], 2);
    }
}
