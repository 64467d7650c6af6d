//! The loader: a profile's TOML text in, one checked value per knob out.
//!
//! ```text
//!  profiles/*.toml ──inherit──► flat list of settings ──check──► Profile ──emit──► constants.rs
//!                                        ▲
//!                                   knobs.rs: THE table
//! ```
//!
//! The build script uses it to make the constants of the core, host tools use it (feature `load`)
//! to show and check profiles. Both therefore refuse the same files with the same words.
//!
//! Not here: what a knob means (knobs.rs), the generated text (emit.rs).

pub mod check;
pub mod emit;
pub mod inherit;
pub mod knobs;
pub mod value;

use std::fmt;
use std::path::{Path, PathBuf};

pub use inherit::{Profile, available, resolve};
pub use knobs::{KNOBS, Kind, Knob, When};
pub use value::Value;

/// What is wrong with a profile, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    /// The file that holds the mistake; `None` when a name leads to no file.
    pub file: Option<PathBuf>,
    /// One-based line, when the mistake has a place.
    pub line: Option<usize>,
    /// One sentence, with the list of what is allowed.
    pub message: String,
}

impl ConfigError {
    /// A mistake without a place: an unknown profile, a rule between knobs.
    pub fn new(message: impl Into<String>) -> Self {
        Self { file: None, line: None, message: message.into() }
    }

    /// A mistake at a place.
    pub fn at(file: &Path, line: usize, message: impl Into<String>) -> Self {
        Self { file: Some(file.to_path_buf()), line: Some(line), message: message.into() }
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            write!(out, "{}:", file.display())?;
            if let Some(line) = self.line {
                write!(out, "{line}:")?;
            }
            write!(out, " ")?;
        }
        write!(out, "{}", self.message)
    }
}

impl std::error::Error for ConfigError {}
