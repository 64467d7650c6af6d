//! Building for machines other than this one: which cargo, which options, which linker.
//!
//! The library is built from source with the rest, so a compiler with its library's source serves every
//! target. What is built goes to a folder of its own: another compiler must not undo the work of the
//! host's.
//!
//! Not here: finding the pieces (setup/needs.rs), which targets there are (cli.rs).

use crate::binary::Make;
use crate::cli::Target;
use crate::repository::{Repository, profile_variable};
use crate::setup::needs::{Compiler, Need, Width};
use anyhow::{Context, Result};
use std::path::PathBuf;
use xshell::{Cmd, cmd};

/// Parts of the standard library for programs.
const STD: &str = "-Zbuild-std=std,panic_abort";
/// The same for programs that the test harness runs.
const STD_FOR_TESTS: &str = "-Zbuild-std=std,test,panic_unwind";

/// A simulator of the other byte order: a program for Linux on PowerPC.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ForeignLinux(pub Width);

impl ForeignLinux {
    /// The one that a target stands for.
    pub fn of(target: Target) -> Option<ForeignLinux> {
        match target {
            Target::SimPpc32 => Some(ForeignLinux(Width::Ppc32)),
            Target::SimPpc64 => Some(ForeignLinux(Width::Ppc64)),
            _ => None,
        }
    }

    /// Cargo's name of the machine.
    pub fn triple(self) -> &'static str {
        match self.0 {
            Width::Ppc32 => "powerpc-unknown-linux-gnu",
            Width::Ppc64 => "powerpc64-unknown-linux-gnu",
        }
    }

    /// Folder of what is kept of it.
    pub fn folder(self) -> &'static str {
        match self.0 {
            Width::Ppc32 => "sim-ppc32",
            Width::Ppc64 => "sim-ppc64",
        }
    }

    /// What building and running takes.
    pub fn needs(self) -> [Need; 4] {
        let width = self.0;
        [Need::Compiler, Need::Linker(width), Need::Library(width), Need::UserEmulator(width)]
    }

    /// The command that runs its programs here.
    pub fn runner(self) -> Result<String> {
        let need = Need::UserEmulator(self.0);
        let path = need.path().with_context(|| format!("{} is missing", need.name()))?;
        Ok(format!("{} -L {}", path.display(), self.0.library_root().display()))
    }

    /// `cargo build` of a release binary.
    pub fn build<'r>(
        self,
        repository: &'r Repository,
        profile: &str,
        make: Make,
    ) -> Result<Cmd<'r>> {
        let command = self.cargo(repository, "build", profile)?;
        Ok(command.args(["--profile", make.profile(), STD]))
    }

    /// `cargo test` through the emulator.
    pub fn test<'r>(self, repository: &'r Repository, profile: &str) -> Result<Cmd<'r>> {
        let command = self.cargo(repository, "test", profile)?;
        Ok(command
            .args(["--no-fail-fast", STD_FOR_TESTS])
            .env(self.variable("RUNNER"), self.runner()?))
    }

    fn cargo<'r>(self, repository: &'r Repository, verb: &str, profile: &str) -> Result<Cmd<'r>> {
        let linker = Need::Linker(self.0);
        let path = linker.path().with_context(|| format!("{} is missing", linker.name()))?;
        let command = cargo(repository)?.arg(verb).args(["--target", self.triple()]);
        Ok(command
            .env(self.variable("LINKER"), path)
            .env("THREADSNAKE_PROFILE", profile_variable(profile)?))
    }

    /// The variable of cargo that says something about this machine.
    fn variable(self, what: &str) -> String {
        format!("CARGO_TARGET_{}_{what}", self.triple().replace('-', "_").to_uppercase())
    }

    /// Where cargo puts the release binaries.
    pub fn output(self, repository: &Repository, make: Make) -> PathBuf {
        folder(repository).join(self.triple()).join(make.profile())
    }
}

/// Where everything for other machines is built.
pub fn folder(repository: &Repository) -> PathBuf {
    repository.target.join("threadsnake/cross")
}

/// A cargo that can build the library from source, in the top folder.
pub fn cargo(repository: &Repository) -> Result<Cmd<'_>> {
    let compiler = Compiler::find().context("there is no compiler with library source")?;
    let (cargo, rustc) = (compiler.cargo, compiler.rustc);
    let command = cmd!(repository.shell, "{cargo}").quiet();
    let command = command.env("RUSTC", rustc).env("CARGO_TARGET_DIR", folder(repository));
    // What rustup told us about the toolchain of the host does not hold for this one.
    let command = command.env_remove("RUSTUP_TOOLCHAIN").env_remove("RUSTDOC").env_remove("CARGO");
    Ok(command.env("RUSTC_BOOTSTRAP", "1").env_remove("RUSTFLAGS"))
}
