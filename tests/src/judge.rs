//! Verdicts: what a run did against what was promised.

use crate::case::Case;
use crate::expect::{self, End, Line};
use crate::interpreter::Run;
use crate::profile;

/// What became of one program.
#[derive(Debug)]
pub enum Verdict {
    /// As promised.
    Passed,
    /// Not run, and why.
    Skipped(String),
    /// The first difference.
    Failed(Difference),
}

/// The first place where a run leaves its promise.
#[derive(Debug)]
pub struct Difference {
    /// Line of the program that made the promise; 0 when no line did.
    pub at: usize,
    /// What differs, in a few words.
    pub what: String,
    /// Promised.
    pub wanted: String,
    /// Found.
    pub found: String,
    /// End of the run's standard error, for the reader.
    pub stderr: String,
}

type Judgement = Result<(), Difference>;

/// Lines of standard error a report quotes.
const QUOTED_LINES: usize = 6;

/// A program with `#>` and `#!` comments.
pub fn inline(case: &Case, run: &Run) -> Verdict {
    let promise = expect::parse(&case.text);
    verdict(run, || {
        let wanted: Vec<(usize, &str)> =
            promise.output.iter().map(|line| (line.at, line.text.as_str())).collect();
        compare_lines("output", &wanted, &run.stdout, run)?;
        compare_end(&promise.end, run)
    })
}

/// A program with its whole output in a file beside it, for one profile or for all.
pub fn output_file(case: &Case, run: &Run) -> Verdict {
    let of_profile = profile::name().and_then(|name| case.beside(&format!("{name}.out")));
    let Some(wanted) = of_profile.or_else(|| case.beside("out")) else {
        return Verdict::Failed(difference(0, "no .out file beside the program", "", "", run));
    };
    same_output(&wanted, run)
}

/// A run that must print exactly this and end well.
pub fn same_output(wanted: &str, run: &Run) -> Verdict {
    verdict(run, || {
        compare_lines("output", &numbered(wanted), &run.stdout, run)?;
        compare_end(&End::Clean, run)
    })
}

/// A program that ends with the traceback in the `.err` file beside it.
///
/// The marks under a source line (`~~~^^^`) may be left out as a whole, because a profile may
/// keep no columns; where they are printed they must be the right ones.
pub fn traceback(case: &Case, run: &Run) -> Verdict {
    let Some(wanted) = case.beside("err") else {
        return Verdict::Failed(difference(0, "no .err file beside the program", "", "", run));
    };
    let found = without_folders(&run.stderr);
    let has_marks = found.lines().any(is_mark_line);
    let is_syntax_error = wanted.contains("SyntaxError: ");
    let kept: Vec<(usize, &str)> = numbered(&wanted)
        .into_iter()
        .filter(|(_, line)| has_marks || is_syntax_error || !is_mark_line(line))
        .collect();
    verdict(run, || {
        compare_lines("traceback", &kept, &found, run)?;
        compare_number("exit status", 1, run)
    })
}

/// A deliberate difference: the program's `# here:` or `# python:` lines against its output, or
/// against the last line of its standard error when it raised.
pub fn front_matter(case: &Case, run: &Run, key: &str) -> Verdict {
    let wanted: Vec<(usize, &str)> = case.notes(key).map(|line| (0, line)).collect();
    let mut found = run.stdout.clone();
    if run.status != Some(0) {
        found.push_str(last_line(&run.stderr));
        found.push('\n');
    }
    verdict(run, || compare_lines(key, &wanted, &found, run))
}

fn verdict(run: &Run, judge: impl FnOnce() -> Judgement) -> Verdict {
    if run.timed_out {
        return Verdict::Failed(difference(0, "time limit", "an end", "none", run));
    }
    match judge() {
        Ok(()) => Verdict::Passed,
        Err(difference) => Verdict::Failed(difference),
    }
}

fn numbered(text: &str) -> Vec<(usize, &str)> {
    text.lines().enumerate().map(|(index, line)| (index + 1, line.trim_end())).collect()
}

fn compare_lines(what: &str, wanted: &[(usize, &str)], found: &str, run: &Run) -> Judgement {
    let mut found = found.lines().map(str::trim_end);
    for &(at, text) in wanted {
        match found.next() {
            Some(line) if line == text => {}
            Some(line) => return Err(difference(at, what, text, line, run)),
            None => return Err(difference(at, what, text, "(nothing)", run)),
        }
    }
    match found.next() {
        None => Ok(()),
        Some(line) => {
            let at = wanted.last().map_or(0, |(at, _)| *at);
            Err(difference(at, &format!("{what} goes on"), "(nothing)", line, run))
        }
    }
}

fn compare_end(end: &End, run: &Run) -> Judgement {
    match end {
        End::Clean => compare_number("exit status", 0, run),
        End::Exit(status) => compare_number("exit status", *status, run),
        End::Raised(line) => {
            compare_last_line(line, run)?;
            compare_number("exit status", 1, run)
        }
        End::Refused { line, message } => {
            compare_last_line(&Line { at: *line, text: message.clone() }, run)?;
            let found = blamed_line(&run.stderr);
            if found != Some(*line) {
                let found = found.map_or_else(|| "(none)".to_owned(), |line| line.to_string());
                return Err(difference(*line, "line blamed", &line.to_string(), &found, run));
            }
            compare_number("exit status", 1, run)
        }
    }
}

fn compare_last_line(wanted: &Line, run: &Run) -> Judgement {
    let found = last_line(&run.stderr);
    if found == wanted.text || found == format!("__main__.{}", wanted.text) {
        return Ok(());
    }
    Err(difference(wanted.at, "exception", &wanted.text, found, run))
}

fn compare_number(what: &str, wanted: i32, run: &Run) -> Judgement {
    if run.status == Some(wanted) {
        return Ok(());
    }
    let found = run.status.map_or_else(|| "a signal".to_owned(), |status| status.to_string());
    Err(difference(0, what, &wanted.to_string(), &found, run))
}

fn difference(at: usize, what: &str, wanted: &str, found: &str, run: &Run) -> Difference {
    let lines: Vec<&str> = run.stderr.lines().collect();
    let stderr = lines[lines.len().saturating_sub(QUOTED_LINES)..].join("\n");
    let (wanted, found) = (wanted.to_owned(), found.to_owned());
    Difference { at, what: what.to_owned(), wanted, found, stderr }
}

fn last_line(text: &str) -> &str {
    text.trim_end().lines().next_back().unwrap_or("").trim_end()
}

/// The line number of the last `File "...", line N` of a report.
fn blamed_line(stderr: &str) -> Option<usize> {
    let line = stderr.lines().rev().find(|line| line.trim_start().starts_with("File \""))?;
    let (_, number) = line.rsplit_once("\", line ")?;
    number.split(',').next()?.trim().parse().ok()
}

/// `File "/anything/tests/traceback/x.py"` becomes `File "traceback/x.py"`.
fn without_folders(stderr: &str) -> String {
    let mut text = String::new();
    for line in stderr.lines() {
        match (line.split_once("File \""), line.rfind("/tests/")) {
            (Some((head, _)), Some(at)) => {
                text.push_str(head);
                text.push_str("File \"");
                text.push_str(&line[at + "/tests/".len()..]);
            }
            _ => text.push_str(line),
        }
        text.push('\n');
    }
    text
}

fn is_mark_line(line: &str) -> bool {
    line.contains('^') && line.chars().all(|char| matches!(char, ' ' | '^' | '~'))
}
