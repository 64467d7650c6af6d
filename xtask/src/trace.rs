//! Events of the core: builds with the feature `trace`, and their traces as text.
//!
//! The decoder is a program of its own (xtask/decode), built when it is first needed: nobody else has to
//! wait for what it is made of.
//!
//! Not here: which events there are (core/platform/src/trace.rs), boards (console/).

use crate::binary::{BINARY, Kept, SIMULATOR_SOURCES};
use crate::cli::RunArgs;
use crate::repository::{Repository, profile_variable};
use anyhow::{Context, Result, bail};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

/// What says at compile time that all events are wanted.
pub const LEVEL: (&str, &str) = ("DEFMT_LOG", "trace");

/// The script that gives the texts of events their numbers.
pub fn script(repository: &Repository) -> PathBuf {
    repository.root.join("targets/events.ld")
}

/// Whether a build has events.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Events {
    /// It has.
    On,
    /// It has nothing of them.
    Off,
}

impl Events {
    /// From the option `--trace`.
    pub fn when(wanted: &bool) -> Events {
        if *wanted { Events::On } else { Events::Off }
    }
}

/// Prints a trace on our error stream.
pub fn show(repository: &Repository, symbols: &Path, trace: &[u8]) -> Result<()> {
    std::io::stderr().write_all(text(repository, symbols, trace)?.as_bytes())?;
    Ok(())
}

/// A trace as text: time, place in the source, what happened.
pub fn text(repository: &Repository, symbols: &Path, trace: &[u8]) -> Result<String> {
    let decoder = decoder(repository)?;
    let mut command = Command::new(decoder);
    command.arg(symbols).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn()?;
    let mut input = child.stdin.take().context("the decoder reads")?;
    let trace = trace.to_vec();
    // Both sides of a full pipe would wait for each other.
    let writer = std::thread::spawn(move || input.write_all(&trace));
    let output = child.wait_with_output()?;
    writer.join().map_err(|_| anyhow::anyhow!("the trace was not written"))??;
    if !output.status.success() {
        bail!("the trace cannot be decoded");
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn decoder(repository: &Repository) -> Result<PathBuf> {
    let folder = repository.target.join("threadsnake/decode");
    let manifest = repository.root.join("xtask/decode/Cargo.toml");
    repository
        .cargo()
        .args(["build", "--quiet", "--manifest-path"])
        .arg(manifest)
        .env("CARGO_TARGET_DIR", &folder)
        .run()?;
    Ok(folder.join("debug").join(format!("threadsnake-decode{}", std::env::consts::EXE_SUFFIX)))
}

/// The simulator for a profile with events in it.
fn simulator(repository: &Repository, name: &str) -> Result<PathBuf> {
    let mut sources = SIMULATOR_SOURCES.to_vec();
    sources.push("targets/events.ld");
    let kept = Kept { below: "", suffix: "-trace", file: BINARY, sources: &sources };
    kept.get(repository, name, || {
        eprintln!("building the simulator with events for the profile {name}");
        let script = script(repository).display().to_string();
        // Addresses of texts are their numbers: they must not move when the program is loaded.
        let flags = format!("-Crelocation-model=static -Clink-arg=-no-pie -Clink-arg=-T{script}");
        let folder = repository.target.join("threadsnake/trace");
        repository
            .cargo()
            .args(["build", "--profile", "suite", "--package", "threadsnake-sim"])
            .args(["--bin", "threadsnake", "--features", "trace"])
            .args(["--target", &host(repository)?])
            .env("RUSTFLAGS", flags)
            // Places in the source are in the full debug information only, which a profile without leaves out.
            .env("CARGO_PROFILE_SUITE_DEBUG", "2")
            .env("CARGO_TARGET_DIR", &folder)
            .env("THREADSNAKE_PROFILE", profile_variable(name)?)
            .env(LEVEL.0, LEVEL.1)
            .run()?;
        Ok(folder.join(host(repository)?).join("suite").join(BINARY))
    })
}

/// Cargo's name of this machine: flags given for it leave build scripts alone.
fn host(repository: &Repository) -> Result<String> {
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".to_string());
    let text = xshell::cmd!(repository.shell, "{rustc} -vV").quiet().read()?;
    let line = text.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(line.context("rustc does not say what it runs on")?.to_string())
}

/// `run --trace` on this machine.
pub fn run(repository: &Repository, args: &RunArgs, options: &[String]) -> Result<ExitCode> {
    let binary = simulator(repository, &args.profile)?;
    let file = tempfile::NamedTempFile::new()?;
    let mut command = Command::new(&binary);
    command.arg("run").args(options).args(&args.program).env("THREADSNAKE_TRACE", file.path());
    let status = command.status()?;
    show(repository, &binary, &std::fs::read(file.path())?)?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}
