//! The verb `tidy`: checks on the repository itself.
//!
//! A rule is a function from the files to findings; a finding has a place and a sentence. Rules know
//! nothing of each other and none of them changes a file.
//!
//! Not here: what the compiler, clippy and rustfmt check (ci.rs runs them).

mod docs;
mod knobs;
mod layers;
mod length;
mod safety;
mod sources;
mod text;

use crate::cli::TidyArgs;
use crate::counts::Counts;
use crate::repository::Repository;
use anyhow::{Result, bail};
use sources::Sources;
use std::fmt;
use std::process::ExitCode;

/// One thing that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Path below the top folder.
    pub path: String,
    /// One-based line; 0 for the file as a whole.
    pub line: usize,
    /// What is wrong and what to do.
    pub text: String,
}

impl Finding {
    /// A finding at a line.
    fn new(path: &str, line: usize, text: impl Into<String>) -> Self {
        Self { path: path.to_string(), line, text: text.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {}", self.path, self.line, self.text)
    }
}

type Rule = fn(&Repository, &Sources) -> Result<Vec<Finding>>;

/// The rules, by name.
const RULES: &[(&str, Rule)] = &[
    ("layers", layers::check),
    ("length", length::check),
    ("docs", docs::check),
    ("safety", safety::check),
    ("text", text::check),
    ("knobs", knobs::check),
];

/// Runs the rules and prints what they find.
pub fn tidy(repository: &Repository, args: &TidyArgs) -> Result<ExitCode> {
    let counts = check(repository, args.rule.as_deref())?;
    println!("tidy: {counts}");
    Ok(counts.exit_code())
}

/// Runs the rules; a rule without findings has passed.
pub fn check(repository: &Repository, only: Option<&str>) -> Result<Counts> {
    let wanted = |name: &str| only.is_none_or(|only| only == name);
    if !RULES.iter().any(|(name, _)| wanted(name)) {
        let names: Vec<&str> = RULES.iter().map(|(name, _)| *name).collect();
        bail!("there is no such rule; the rules are {}", names.join(", "));
    }
    let sources = Sources::read(repository)?;
    let mut counts = Counts::default();
    for (name, rule) in RULES.iter().filter(|(name, _)| wanted(name)) {
        let findings = rule(repository, &sources)?;
        findings.iter().for_each(|finding| eprintln!("{finding} [{name}]"));
        counts.one(findings.is_empty());
    }
    Ok(counts)
}
