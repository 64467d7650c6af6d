//! The static library of a board: the core with its board, for the linker. One per profile and choice.
//!
//! ```text
//!  target/threadsnake/BOARD/PROFILE[-images]/libthreadsnake_BOARD.a   kept while its sources stay
//! ```
//!
//! A library without the compiler runs images only; `-images` stands for that.
//!
//! Not here: linking it with programs (image.rs).

use super::Board;
use crate::binary::{Kept, SOURCES};
use crate::cross;
use crate::repository::{Repository, profile_variable};
use crate::trace::{Events, LEVEL};
use anyhow::{Result, bail};
use std::path::PathBuf;

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

/// The library; built when its sources have changed.
pub fn library(repository: &Repository, choice: Choice) -> Result<PathBuf> {
    let Choice { board, profile, compiler, events } = choice;
    let package = format!("threadsnake-{}", board.name);
    let file = format!("libthreadsnake_{}.a", board.name);
    let suffix = match (compiler, events) {
        (Compiler::In, Events::Off) => "",
        (Compiler::Out, Events::Off) => "-images",
        (Compiler::In, Events::On) => "-trace",
        (Compiler::Out, Events::On) => "-images-trace",
    };
    let folder = format!("targets/{}", board.name);
    if !repository.has(&folder) {
        bail!("{folder} is not in this checkout");
    }
    let mut sources = SOURCES.to_vec();
    sources.extend(["targets/ppc", folder.as_str()]);
    let kept = Kept { below: board.name, suffix, file: &file, sources: &sources };
    kept.get(repository, profile, || {
        eprintln!("building the core for {} and the profile {profile}{suffix}", board.name);
        let target = format!("{folder}/target.json");
        let mut flags = FLAGS.to_string();
        if events == Events::On {
            // Where an event is in the source is told by the debugging information.
            flags.push_str(" -Cdebuginfo=2");
        }
        let mut command = cross::cargo(repository)?
            .args(["build", "--profile", PROFILE, "-Zbuild-std=core,alloc"])
            .args([
                "-Zbuild-std-features=compiler-builtins-mem,optimize_for_size",
                "-Zjson-target-spec",
            ])
            .args(["--target", &target, "--package", &package, "--no-default-features"])
            .env("RUSTFLAGS", flags)
            .env("THREADSNAKE_PROFILE", profile_variable(profile)?);
        if compiler == Compiler::In {
            command = command.args(["--features", "compiler"]);
        }
        if events == Events::On {
            command = command.args(["--features", "trace"]).env(LEVEL.0, LEVEL.1);
        }
        command.run()?;
        Ok(cross::folder(repository).join("target").join(PROFILE).join(&file))
    })
}
