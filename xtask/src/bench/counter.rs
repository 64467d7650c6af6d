//! Counting the instructions of one run.

use anyhow::{Context, Result, bail};
use std::process::{Command, Output, Stdio};

/// What counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Counter {
    /// The processor, through the kernel: exact enough and at full speed.
    Perf,
    /// Valgrind: exact, and some thirty times slower.
    Valgrind,
}

impl Counter {
    /// The best one this machine has.
    pub fn find() -> Result<Self> {
        let trial = Command::new("true");
        let found = [Self::Perf, Self::Valgrind].into_iter().find(|one| one.count(&trial).is_ok());
        found.context("bench needs `perf` with access to the counters, or `valgrind`: install one")
    }

    /// Its name in the baseline.
    pub fn name(self) -> &'static str {
        match self {
            Self::Perf => "perf",
            Self::Valgrind => "valgrind",
        }
    }

    /// Instructions in user mode of one run, which must succeed.
    pub fn count(self, command: &Command) -> Result<u64> {
        let mut wrapped = Command::new(self.name());
        match self {
            Self::Perf => wrapped.args(["stat", "-x", ",", "-e", "instructions:u", "--"]),
            Self::Valgrind => wrapped.args([
                "--tool=cachegrind",
                "--cache-sim=no",
                "--cachegrind-out-file=/dev/null",
            ]),
        };
        wrapped.arg(command.get_program()).args(command.get_args());
        let output = wrapped.stdin(Stdio::null()).output()?;
        if !output.status.success() {
            bail!("{command:?} failed: {}", last_line(&output));
        }
        let text = String::from_utf8_lossy(&output.stderr);
        self.parse(&text).with_context(|| format!("{} counted nothing", self.name()))
    }

    fn parse(self, text: &str) -> Option<u64> {
        match self {
            Self::Perf => text
                .lines()
                .find(|line| line.contains("instructions"))
                .and_then(|line| line.split(',').next()?.parse().ok()),
            // `==7== I   refs:      1,404,882`: how wide the columns are depends on the version.
            Self::Valgrind => text.lines().rev().find_map(|line| {
                let words: Vec<&str> = line.split_whitespace().collect();
                match words.as_slice() {
                    [_, "I", "refs:", count] => count.replace(',', "").parse().ok(),
                    _ => None,
                }
            }),
        }
    }
}

fn last_line(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stderr);
    text.lines().rev().find(|line| !line.starts_with("==")).unwrap_or_default().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reports_of_both_counters_are_understood() {
        let perf = "1234,,instructions:u,0,100.00,,\n";
        assert_eq!(Counter::Perf.parse(perf), Some(1234));
        assert_eq!(Counter::Perf.parse("<not supported>,,instructions:u,0,100.00,,\n"), None);
        let valgrind = "==7== \n==7== I   refs:      1,404,882\n";
        assert_eq!(Counter::Valgrind.parse(valgrind), Some(1_404_882));
        assert_eq!(Counter::Valgrind.parse("==7== nothing\n"), None);
    }
}
