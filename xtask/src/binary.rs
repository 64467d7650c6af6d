//! The simulator binary of a profile: built when its sources changed, kept for every profile.
//!
//! ```text
//!  target/release/threadsnake               what cargo built last, for whichever profile
//!  target/threadsnake/PROFILE/threadsnake   the copy that stays
//!  target/threadsnake/PROFILE/stamp         hash of all that went into it
//!  target/threadsnake/PROFILE-suite/...     the same, built quickly for the suites
//! ```
//!
//! One target folder serves all profiles: cargo rebuilds the core when the profile changes. The
//! stamp spares that rebuild when one goes back to a profile whose sources have not changed.

use crate::cli::{BuildArgs, Target};
use crate::repository::{Repository, profile, profile_variable};
use anyhow::{Context, Result, bail};
use memconfig::load::{Profile, emit};
use std::fs::File;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What a binary is made of, beside its profile and the compiler.
const SOURCES: &[&str] =
    &["Cargo.toml", "Cargo.lock", ".cargo/config.toml", "core", "memconfig", "targets/sim"];

/// The verb `build`.
pub fn print_path(repository: &Repository, args: &BuildArgs) -> Result<ExitCode> {
    let path = match args.target {
        Target::Sim => simulator(repository, &args.profile)?,
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
    const fn profile(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Suite => "suite",
        }
    }
}

/// The simulator for a profile; builds it when needed.
pub fn simulator(repository: &Repository, name: &str) -> Result<PathBuf> {
    made(repository, name, Make::Release)
}

/// The simulator for a profile in one of the two makes; builds it when needed.
pub fn made(repository: &Repository, name: &str, make: Make) -> Result<PathBuf> {
    let settings = profile(name)?;
    let folder = repository.target.join("threadsnake");
    std::fs::create_dir_all(&folder)?;
    // Two builds at once would copy each other's binary.
    let lock = File::create(folder.join("lock"))?;
    lock.lock()?;
    let mut kept = kept_name(name, &settings)?;
    if make == Make::Suite {
        kept.push_str("-suite");
    }
    let kept = folder.join(kept);
    let binary = kept.join(format!("threadsnake{}", std::env::consts::EXE_SUFFIX));
    let stamp = stamp(repository, &settings)?;
    let is_current = std::fs::read_to_string(kept.join("stamp")).is_ok_and(|old| old == stamp);
    if is_current && binary.is_file() {
        return Ok(binary);
    }
    let built = build(repository, name, make)?;
    std::fs::create_dir_all(&kept)?;
    replace(&built, &binary)?;
    std::fs::write(kept.join("stamp"), stamp)?;
    Ok(binary)
}

fn build(repository: &Repository, name: &str, make: Make) -> Result<PathBuf> {
    if !repository.has("targets/sim") {
        bail!("targets/sim is not in this checkout");
    }
    eprintln!("building the simulator for the profile {name}");
    repository
        .cargo()
        .args(["build", "--profile", make.profile()])
        .args(["--package", "threadsnake-sim", "--bin", "threadsnake"])
        .env("THREADSNAKE_PROFILE", profile_variable(name)?)
        .run()?;
    let file = format!("threadsnake{}", std::env::consts::EXE_SUFFIX);
    Ok(repository.target.join(make.profile()).join(file))
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

fn stamp(repository: &Repository, settings: &Profile) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    hasher.write(emit::constants(settings).as_bytes());
    hasher.write(compiler_version(repository)?.as_bytes());
    hasher.write(std::env::var("RUSTFLAGS").unwrap_or_default().as_bytes());
    for source in SOURCES {
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
