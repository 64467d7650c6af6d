//! How many passed and how many failed.

use std::fmt;
use std::ops::AddAssign;
use std::process::ExitCode;

/// A tally of tests or checks.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Those that passed.
    pub passed: u64,
    /// Those that failed.
    pub failed: u64,
}

impl Counts {
    /// Counts one.
    pub fn one(&mut self, has_passed: bool) {
        *self += if has_passed { Self { passed: 1, failed: 0 } } else { Self::failure() };
    }

    /// A single failure: a step that could not even count.
    pub const fn failure() -> Self {
        Self { passed: 0, failed: 1 }
    }

    /// All that were counted.
    pub const fn sum(self) -> u64 {
        self.passed + self.failed
    }

    /// Success when nothing failed.
    pub fn exit_code(self) -> ExitCode {
        if self.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    /// Adds up the summary lines of the standard test harness:
    /// `test result: ok. 20 passed; 0 failed; 0 ignored; ...`.
    pub fn of_harness(output: &str) -> Self {
        let mut sum = Self::default();
        for line in output.lines().filter(|line| line.starts_with("test result:")) {
            sum += Self { passed: before(line, "passed"), failed: before(line, "failed") };
        }
        sum
    }
}

/// The number in front of a word.
fn before(line: &str, word: &str) -> u64 {
    let words: Vec<&str> = line.split([' ', ';']).filter(|part| !part.is_empty()).collect();
    let place = words.iter().position(|part| *part == word).unwrap_or(0);
    place.checked_sub(1).and_then(|place| words.get(place)?.parse().ok()).unwrap_or(0)
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summary_lines_of_the_harness_are_added_up() {
        let output = "running 3 tests\n\
            test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured\n\
            noise: 9 passed\n\
            test result: FAILED. 10 passed; 3 failed; 0 ignored\n";
        assert_eq!(Counts::of_harness(output), Counts { passed: 12, failed: 3 });
    }

    #[test]
    fn no_summary_counts_nothing() {
        assert_eq!(Counts::of_harness("error: could not compile"), Counts::default());
    }
}
