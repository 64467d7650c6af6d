//! The static library of a board: the core with its board, for the linker. One per profile and choice.
//!
//! ```text
//!  target/threadsnake/BOARD/PROFILE[-images]/libthreadsnake_BOARD.a   kept while its sources stay
//!                           PROFILE-only-json+random/...              the same with these modules only
//! ```
//!
//! A library without the compiler runs images only; `-images` stands for that. Where a board wants its code
//! compact, the compiler's assembly text is rewritten and takes the place of its object file.
//!
//! Not here: linking it with programs (image.rs), rewriting (compact.rs).

use super::image::{perform, tool};
use super::{Board, compact};
use crate::binary::{Kept, SOURCES};
use crate::cross;
use crate::repository::{Repository, profile_variable};
use crate::trace::{Events, LEVEL};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Which library.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'a> {
    /// The board.
    pub board: &'static Board,
    /// Memory profile.
    pub profile: &'a str,
    /// Can it compile?
    pub compiler: Compiler,
    /// Does it send events?
    pub events: Events,
    /// Modules of the library that are in, with commas between them, beside what those import; none for all.
    pub modules: Option<&'a str>,
}

/// Whether a library can compile.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Compiler {
    /// It can.
    In,
    /// It runs images only.
    Out,
}

impl Compiler {
    /// From the option `--no-compiler`.
    pub fn unless(left_out: &bool) -> Compiler {
        if *left_out { Compiler::Out } else { Compiler::In }
    }
}

/// The cargo profile of images.
const PROFILE: &str = "console";

/// What the compiler is told beside the target: names that can be read back, and panics that are traps.
const FLAGS: &str =
    "-Csymbol-mangling-version=v0 -Zunstable-options -Cpanic=immediate-abort -Zemit-stack-sizes";

/// Tells the writer of ROM which modules are in (core/runtime/build.rs).
const ONLY: &str = "THREADSNAKE_LIBRARY";

/// What makes code alike that does the same: no order of instructions for one processor's pipelines.
const COMPACT_FLAGS: &str = " -Cllvm-args=-enable-post-misched=false";

/// The library; built when its sources have changed.
pub fn library(repository: &Repository, choice: Choice) -> Result<PathBuf> {
    let Choice { board, profile, compiler, events, modules } = choice;
    let package = format!("threadsnake-{}", board.name);
    let file = format!("libthreadsnake_{}.a", board.name);
    let suffix = match (compiler, events) {
        (Compiler::In, Events::Off) => "",
        (Compiler::Out, Events::Off) => "-images",
        (Compiler::In, Events::On) => "-trace",
        (Compiler::Out, Events::On) => "-images-trace",
    };
    let only = modules.map(|names| format!("-only-{}", names.replace(',', "+")));
    let suffix = format!("{suffix}{}", only.unwrap_or_default());
    let folder = format!("targets/{}", board.name);
    if !repository.has(&folder) {
        bail!("{folder} is not in this checkout");
    }
    let mut sources = SOURCES.to_vec();
    sources.extend(["targets/ppc", folder.as_str(), "xtask/src/console"]);
    let kept = Kept { below: board.name, suffix: &suffix, file: &file, sources: &sources };
    kept.get(repository, profile, || {
        eprintln!("building the core for {} and the profile {profile}{suffix}", board.name);
        let target = format!("{folder}/target.json");
        let mut flags = FLAGS.to_string();
        if events == Events::On {
            // Where an event is in the source is told by the debugging information.
            flags.push_str(" -Cdebuginfo=2");
        }
        if board.is_compact {
            flags.push_str(COMPACT_FLAGS);
        }
        let mut command = cross::cargo(repository)?
            .args(["rustc", "--profile", PROFILE, "-Zbuild-std=core,alloc"])
            .args([
                "-Zbuild-std-features=compiler-builtins-mem,optimize_for_size",
                "-Zjson-target-spec",
            ])
            .args(["--target", &target, "--package", &package, "--no-default-features"])
            .env("RUSTFLAGS", flags)
            .env("THREADSNAKE_PROFILE", profile_variable(profile)?);
        command = match modules {
            Some(names) => command.env(ONLY, names),
            None => command.env_remove(ONLY),
        };
        if compiler == Compiler::In {
            command = command.args(["--features", "compiler"]);
        }
        if events == Events::On {
            command = command.args(["--features", "trace"]).env(LEVEL.0, LEVEL.1);
        }
        let built = cross::folder(repository).join("target").join(PROFILE);
        if !board.is_compact || events == Events::On {
            command.run()?;
            return Ok(built.join(&file));
        }
        // It lies beside the library, as old as that: cargo makes both or none.
        let assembly = built.join(format!("{}{suffix}.s", board.name));
        command.args(["--".to_string(), format!("--emit=asm={}", assembly.display())]).run()?;
        compacted(board, &built.join(&file), &assembly)
    })
}

/// A copy of a library whose code was made compact.
fn compacted(board: &Board, library: &Path, assembly: &Path) -> Result<PathBuf> {
    let text = std::fs::read_to_string(assembly)
        .with_context(|| format!("the compiler left no {}", assembly.display()))?;
    let text_file = assembly.with_extension("compact.s");
    std::fs::write(&text_file, compact::compact(&text))?;
    let mut list = Command::new(tool(board, "ar"));
    let members = list.arg("t").arg(library).output().context("ar does not start")?;
    let members = String::from_utf8_lossy(&members.stdout).into_owned();
    let crate_name = format!("threadsnake_{}", board.name);
    let mut own = members.lines().filter(|member| member.starts_with(&crate_name));
    let (Some(member), None) = (own.next(), own.next()) else {
        bail!("{} does not consist of one part: {members}", library.display());
    };
    let object = text_file.with_file_name(member);
    let mut command = Command::new(tool(board, "as"));
    command.args(board.assembler).arg(&text_file).arg("-o").arg(&object);
    perform(command)?;
    let copy = assembly.with_extension("a");
    std::fs::copy(library, &copy)?;
    let mut command = Command::new(tool(board, "ar"));
    // With the format named, no plugin for other compilers' files takes a look at the rest.
    command.arg(format!("--target={}", board.object_format)).arg("r").arg(&copy).arg(&object);
    perform(command)?;
    std::fs::remove_file(&object)?;
    Ok(copy)
}
