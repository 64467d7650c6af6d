//! The simulator binary of a profile: built when its sources changed, kept for every profile.
//!
//! ```text
//!  target/release/threadsnake               what cargo built last, for whichever profile
//!  target/threadsnake/PROFILE/threadsnake   the copy that stays
//!  target/threadsnake/PROFILE/stamp         hash of all that went into it
//!  target/threadsnake/PROFILE-suite/...     the same, built quickly for the suites
//!  target/threadsnake/sim-ppc32/PROFILE/    the same for a simulator of the other byte order
//! ```
//!
//! One target folder serves all profiles: cargo rebuilds the core when the profile changes. The
//! stamp spares that rebuild when one goes back to a profile whose sources have not changed.

use crate::cli::BuildArgs;
use crate::console::{self, Board};
use crate::cross::ForeignLinux;
use crate::repository::{Repository, profile, profile_variable};
use crate::setup::{self, Consent};
use anyhow::{Context, Result, bail};
use memconfig::load::{Profile, emit};
use std::fs::File;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What a binary is made of, beside its profile and the compiler.
pub const SOURCES: &[&str] =
    &["Cargo.toml", "Cargo.lock", ".cargo/config.toml", "core", "memconfig"];

/// The same for the simulator.
pub const SIMULATOR_SOURCES: [&str; 6] =
    [SOURCES[0], SOURCES[1], SOURCES[2], SOURCES[3], SOURCES[4], "targets/sim"];

/// The simulator's file.
pub const BINARY: &str = if cfg!(windows) { "threadsnake.exe" } else { "threadsnake" };

/// What cargo builds.
const PACKAGE: [&str; 4] = ["--package", "threadsnake-sim", "--bin", "threadsnake"];

/// For the dispatch loop: short ends of its handlers are repeated in each of them instead of shared (5 % of
/// the time of programs; `tail-dup-size` is 2 without it).
const RELEASE_FLAGS: &[&str] = &["--", "-Cllvm-args=-tail-dup-size=12"];

/// The verb `build`.
pub fn print_path(repository: &Repository, args: &BuildArgs) -> Result<ExitCode> {
    if let Some(board) = Board::of(args.target) {
        return console::run::build(repository, board, args);
    }
    let consent = Consent::unless(&args.no_setup);
    let path = match ForeignLinux::of(args.target) {
        None => simulator(repository, &args.profile)?,
        Some(machine) => {
            setup::ensure(&machine.needs(), consent)?;
            foreign_simulator(repository, machine, &args.profile, Make::Release)?
        }
    };
    println!("{}", path.display());
    Ok(ExitCode::SUCCESS)
}

/// How a simulator is built.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Make {
    /// As it is given away.
    Release,
    /// Optimized less, in a third of the time; what it does, byte for byte, is the same.
    Suite,
}

impl Make {
    /// What cargo calls it.
    pub const fn profile(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Suite => "suite",
        }
    }

    /// What the name of its folder ends in.
    const fn suffix(self) -> &'static str {
        match self {
            Self::Release => "",
            Self::Suite => "-suite",
        }
    }
}

/// The simulator for a profile; builds it when needed.
pub fn simulator(repository: &Repository, name: &str) -> Result<PathBuf> {
    made(repository, name, Make::Release)
}

/// The simulator for a profile in one of the two makes; builds it when needed.
pub fn made(repository: &Repository, name: &str, make: Make) -> Result<PathBuf> {
    of_simulator("", make).get(repository, name, || build(repository, name, make))
}

/// The simulator for a profile as a program of another machine; builds it when needed.
pub fn foreign_simulator(
    repository: &Repository,
    machine: ForeignLinux,
    name: &str,
    make: Make,
) -> Result<PathBuf> {
    of_simulator(machine.folder(), make).get(repository, name, || {
        eprintln!("building the simulator for {} and the profile {name}", machine.triple());
        machine.build(repository, name, make)?.args(PACKAGE).run()?;
        Ok(machine.output(repository, make).join("threadsnake"))
    })
}

/// What is made of the simulator, in a folder of its kind.
fn of_simulator(below: &'static str, make: Make) -> Kept<'static> {
    Kept { below, suffix: make.suffix(), file: BINARY, sources: &SIMULATOR_SOURCES }
}

/// Something built that is kept for every profile.
pub struct Kept<'a> {
    /// Folder below that of everything kept; empty for the simulator of this machine.
    pub below: &'a str,
    /// What is added to the profile's name.
    pub suffix: &'a str,
    /// The file.
    pub file: &'a str,
    /// What it is made of.
    pub sources: &'a [&'a str],
}

impl Kept<'_> {
    /// The file that is kept for a profile; made again when its sources have changed.
    pub fn get(
        &self,
        repository: &Repository,
        name: &str,
        build: impl FnOnce() -> Result<PathBuf>,
    ) -> Result<PathBuf> {
        let settings = profile(name)?;
        let folder = repository.target.join("threadsnake").join(self.below);
        std::fs::create_dir_all(&folder)?;
        // Two builds at once would copy each other's work.
        let lock = File::create(folder.join("lock"))?;
        if lock.try_lock().is_err() {
            eprintln!("waiting for another build in {}", folder.display());
            lock.lock()?;
        }
        let kept = folder.join(kept_name(name, &settings)? + self.suffix);
        let file = kept.join(self.file);
        let stamp = stamp(repository, &settings, self.sources)?;
        let is_current = std::fs::read_to_string(kept.join("stamp")).is_ok_and(|old| old == stamp);
        if is_current && file.is_file() {
            return Ok(file);
        }
        let built = build()?;
        std::fs::create_dir_all(&kept)?;
        replace(&built, &file)?;
        std::fs::write(kept.join("stamp"), stamp)?;
        Ok(file)
    }
}

fn build(repository: &Repository, name: &str, make: Make) -> Result<PathBuf> {
    if !repository.has("targets/sim") {
        bail!("targets/sim is not in this checkout");
    }
    eprintln!("building the simulator for the profile {name}");
    repository
        .cargo()
        .args(["rustc", "--profile", make.profile()])
        .args(PACKAGE)
        .args(if make == Make::Release { RELEASE_FLAGS } else { &[] })
        .env("THREADSNAKE_PROFILE", profile_variable(name)?)
        .run()?;
    Ok(repository.target.join(make.profile()).join(BINARY))
}

/// A running binary cannot be overwritten, but its name can be given to another file.
fn replace(from: &Path, to: &Path) -> Result<()> {
    let beside = to.with_extension("new");
    std::fs::copy(from, &beside).with_context(|| format!("copying {}", from.display()))?;
    std::fs::rename(&beside, to)?;
    Ok(())
}

/// Built-in profiles are kept under their name; files under name and a hash of their place.
fn kept_name(name: &str, settings: &Profile) -> Result<String> {
    if !name.ends_with(".toml") {
        return Ok(name.to_string());
    }
    let mut hasher = DefaultHasher::new();
    hasher.write(profile_variable(name)?.as_bytes());
    Ok(format!("{}-{:08x}", settings.name, hasher.finish() & 0xffff_ffff))
}

fn stamp(repository: &Repository, settings: &Profile, sources: &[&str]) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    hasher.write(emit::constants(settings).as_bytes());
    hasher.write(compiler_version(repository)?.as_bytes());
    hasher.write(std::env::var("RUSTFLAGS").unwrap_or_default().as_bytes());
    RELEASE_FLAGS.iter().for_each(|flag| hasher.write(flag.as_bytes()));
    for source in sources {
        hash_tree(&repository.root.join(source), &mut hasher)?;
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn compiler_version(repository: &Repository) -> Result<String> {
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".to_string());
    Ok(xshell::cmd!(repository.shell, "{rustc} -vV").quiet().read()?)
}

fn hash_tree(path: &Path, hasher: &mut DefaultHasher) -> Result<()> {
    if path.is_dir() {
        let mut entries: Vec<PathBuf> =
            std::fs::read_dir(path)?.flatten().map(|entry| entry.path()).collect();
        entries.sort();
        return entries.iter().try_for_each(|entry| hash_tree(entry, hasher));
    }
    if path.is_file() {
        let text = std::fs::read(path)?;
        hasher.write(path.as_os_str().as_encoded_bytes());
        hasher.write_usize(text.len());
        hasher.write(&text);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash_of(folder: &Path) -> u64 {
        let mut hasher = DefaultHasher::new();
        hash_tree(folder, &mut hasher).unwrap();
        hasher.finish()
    }

    #[test]
    fn the_stamp_changes_with_text_and_with_names() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.rs"), "one").unwrap();
        let first = hash_of(folder.path());
        assert_eq!(first, hash_of(folder.path()));
        std::fs::write(folder.path().join("a.rs"), "two").unwrap();
        let second = hash_of(folder.path());
        assert_ne!(first, second);
        std::fs::rename(folder.path().join("a.rs"), folder.path().join("b.rs")).unwrap();
        assert_ne!(second, hash_of(folder.path()));
    }

    #[test]
    fn a_profile_file_is_kept_apart_from_the_built_in_of_its_name() {
        let settings = profile("base").unwrap();
        assert_eq!(kept_name("base", &settings).unwrap(), "base");
        assert_ne!(kept_name("x/base.toml", &settings).unwrap(), "base");
    }
}
