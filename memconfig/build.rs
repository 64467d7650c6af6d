//! Turns the profile named by `THREADSNAKE_PROFILE` into the constants of the core.
//!
//! The only build script that reads configuration. A mistake in a profile stops the build here.

#[path = "load/mod.rs"]
#[allow(dead_code, unused_imports, reason = "host tools use more of the loader than this script")]
mod load;

use load::ConfigError;
use std::path::{Path, PathBuf};

/// The profile of a plain `cargo build`.
const DEFAULT_PROFILE: &str = "base";

fn main() {
    println!("cargo::rerun-if-env-changed=THREADSNAKE_PROFILE");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=load");
    println!("cargo::rerun-if-changed=profiles");
    if let Err(error) = generate() {
        println!("cargo::error={error}");
    }
}

fn generate() -> Result<(), ConfigError> {
    let name = std::env::var("THREADSNAKE_PROFILE").unwrap_or_else(|_| DEFAULT_PROFILE.to_string());
    let profile = load::resolve(&folder("CARGO_MANIFEST_DIR")?.join("profiles"), &name)?;
    for file in &profile.files {
        println!("cargo::rerun-if-changed={}", file.display());
    }
    write(&folder("OUT_DIR")?.join("constants.rs"), &load::emit::constants(&profile))
}

fn folder(variable: &str) -> Result<PathBuf, ConfigError> {
    std::env::var_os(variable)
        .map(PathBuf::from)
        .ok_or_else(|| ConfigError::new(format!("cargo did not set {variable}")))
}

fn write(file: &Path, text: &str) -> Result<(), ConfigError> {
    std::fs::write(file, text)
        .map_err(|error| ConfigError::new(format!("{}: {error}", file.display())))
}
