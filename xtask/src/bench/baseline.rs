//! The counts that were last accepted: `tests/bench/baseline.toml`.
//!
//! ```text
//!  counter = "valgrind"
//!  profile = "base"
//!
//!  [instructions]
//!  fib = 123456789
//! ```
//!
//! Counts of another counter or profile cannot be compared; such a baseline is left out.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;
use toml::de::{DeTable, DeValue};

/// The file's content.
#[derive(Debug, PartialEq, Eq)]
pub struct Baseline {
    counter: String,
    profile: String,
    instructions: BTreeMap<String, u64>,
}

impl Baseline {
    /// Reads the file; `None` when there is none yet.
    pub fn read(file: &Path) -> Result<Option<Self>> {
        if !file.is_file() {
            return Ok(None);
        }
        let text = std::fs::read_to_string(file)?;
        Self::parse(&text).with_context(|| file.display().to_string()).map(Some)
    }

    fn parse(text: &str) -> Result<Self> {
        let table = DeTable::parse(text)?;
        let word = |key: &str| match table.get_ref().get(key).map(|value| value.get_ref()) {
            Some(DeValue::String(word)) => Ok(word.to_string()),
            _ => Err(anyhow::anyhow!("{key} is missing")),
        };
        let mut instructions = BTreeMap::new();
        if let Some(DeValue::Table(counts)) =
            table.get_ref().get("instructions").map(|value| value.get_ref())
        {
            for (name, count) in counts {
                let DeValue::Integer(count) = count.get_ref() else { continue };
                instructions.insert(name.get_ref().to_string(), count.as_str().parse()?);
            }
        }
        Ok(Self { counter: word("counter")?, profile: word("profile")?, instructions })
    }

    /// New counts over the old ones, so that a run of a few programs keeps the rest.
    pub fn of(
        counter: &str,
        profile: &str,
        old: Option<Self>,
        counts: impl Iterator<Item = (String, u64)>,
    ) -> Self {
        let mut instructions = old.map(|old| old.instructions).unwrap_or_default();
        instructions.extend(counts);
        Self { counter: counter.to_string(), profile: profile.to_string(), instructions }
    }

    /// Whether it can be compared.
    pub fn is_for(&self, counter: &str, profile: &str) -> bool {
        self.counter == counter && self.profile == profile
    }

    /// The accepted count of a program.
    pub fn of_program(&self, name: &str) -> Option<u64> {
        self.instructions.get(name).copied()
    }

    /// Writes the file.
    pub fn write(&self, file: &Path) -> Result<()> {
        std::fs::write(file, self.text()).with_context(|| file.display().to_string())
    }

    fn text(&self) -> String {
        let mut out = format!("counter = {:?}\nprofile = {:?}\n", self.counter, self.profile);
        out.push_str("\n[instructions]\n");
        for (name, count) in &self.instructions {
            let _ = writeln!(out, "{name} = {count}");
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let counts = [("fib".to_string(), 7), ("nbody".to_string(), 9)];
        let first = Baseline::of("perf", "base", None, counts.into_iter());
        let again = Baseline::parse(&first.text()).unwrap();
        assert_eq!(first, again);
        assert!(again.is_for("perf", "base") && !again.is_for("valgrind", "base"));
    }

    #[test]
    fn counts_of_programs_that_did_not_run_are_kept() {
        let old = Baseline::of("perf", "base", None, [("fib".to_string(), 7)].into_iter());
        let new = Baseline::of("perf", "base", Some(old), [("x".to_string(), 1)].into_iter());
        assert_eq!((new.of_program("fib"), new.of_program("x")), (Some(7), Some(1)));
    }
}
