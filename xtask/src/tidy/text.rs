//! What no file may contain: unfinished marks, paths of one machine, stray white space.

use super::Finding;
use super::sources::{Source, Sources};
use crate::repository::Repository;
use anyhow::Result;

/// A text and why it is refused.
struct Forbidden {
    text: &'static str,
    reason: &'static str,
}

/// Refused in Rust sources.
const IN_RUST: &[Forbidden] = &[
    Forbidden { text: "todo!(", reason: "finish it" },
    Forbidden { text: "unimplemented!(", reason: "finish it" },
    Forbidden { text: "dbg!(", reason: "a leftover of debugging" },
    Forbidden { text: "TODO", reason: "finish it, or write an issue" },
    Forbidden { text: "FIXME", reason: "finish it, or write an issue" },
    Forbidden { text: "XXX", reason: "say what is meant" },
    Forbidden { text: "#[ignore", reason: "assert what happens today instead" },
    Forbidden { text: "#[should_panic", reason: "assert what happens today instead" },
    Forbidden { text: "allow(dead_code)", reason: "remove what nobody uses, or give the reason" },
];

/// Refused everywhere: such paths exist on one machine only.
const IN_ALL: &[Forbidden] = &[
    Forbidden { text: "/home/", reason: "a path of one machine" },
    Forbidden { text: "/root/", reason: "a path of one machine" },
    Forbidden { text: "/work/", reason: "a path of one machine" },
];

/// This file has to spell what it forbids.
const ITSELF: &str = "xtask/src/tidy/text.rs";

/// Files whose white space is the subject of a test or the work of others.
const AS_THEY_ARE: &[&str] =
    &["LICENSE-", "tests/errors/", "tests/images/", "tests/py/", "Cargo.lock"];

/// Checks every text file.
pub fn check(_: &Repository, sources: &Sources) -> Result<Vec<Finding>> {
    Ok(sources.all().filter(|source| source.path != ITSELF).flat_map(of_file).collect())
}

fn of_file(source: &Source) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (place, line) in source.text.lines().enumerate() {
        let mut add = |text: String| findings.push(Finding::new(&source.path, place + 1, text));
        let rust = if source.is_rust() { IN_RUST } else { &[] };
        for one in rust.iter().chain(IN_ALL).filter(|one| contains(line, one.text)) {
            add(format!("contains {}: {}", one.text, one.reason));
        }
        if !source.is_in(AS_THEY_ARE) {
            white_space(line).into_iter().for_each(|text| add(text.to_string()));
        }
    }
    findings.extend(end_of_file(source));
    findings
}

/// Whether `text` stands in the line, not as a part of a longer word.
fn contains(line: &str, text: &str) -> bool {
    let is_part = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let starts_word = text.starts_with(char::is_alphanumeric);
    let ends_word = text.ends_with(char::is_alphanumeric);
    line.match_indices(text).any(|(place, _)| {
        let (before, after) = (line.get(..place), line.get(place + text.len()..));
        let joins_before = starts_word && is_part(before.and_then(|part| part.chars().next_back()));
        let joins_after = ends_word && is_part(after.and_then(|part| part.chars().next()));
        !joins_before && !joins_after
    })
}

fn white_space(line: &str) -> Option<&'static str> {
    if line.ends_with([' ', '\t', '\r']) {
        return Some("white space at the end of the line");
    }
    line.starts_with('\t').then_some("a tab at the start of the line")
}

fn end_of_file(source: &Source) -> Option<Finding> {
    let line = source.text.lines().count();
    let is_open = !source.text.is_empty() && !source.text.ends_with('\n');
    (is_open && !source.is_in(AS_THEY_ARE))
        .then(|| Finding::new(&source.path, line, "no newline at the end of the file"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings_of(path: &str, text: &str) -> Vec<Finding> {
        Sources::of(&[(path, text)]).all().flat_map(of_file).collect()
    }

    #[test]
    fn every_forbidden_text_is_found_in_rust() {
        for one in IN_RUST.iter().chain(IN_ALL) {
            assert_eq!(
                findings_of("a.rs", &format!("x {} y\n", one.text)).len(),
                1,
                "{}",
                one.text
            );
        }
    }

    #[test]
    fn marks_are_words_of_rust_only_and_paths_are_refused_everywhere() {
        assert_eq!(findings_of("a.md", "the XXX album\n"), []);
        assert_eq!(findings_of("a.md", "see /home/me\n").len(), 1);
    }

    #[test]
    fn a_mark_inside_a_longer_word_is_none() {
        assert_eq!(findings_of("a.rs", "// an escape: \\uXXXX\n"), []);
        assert_eq!(findings_of("a.rs", "// XXX: later\n").len(), 1);
    }

    #[test]
    fn stray_white_space_is_found() {
        assert_eq!(findings_of("a.md", "one \n").len(), 1);
        assert_eq!(findings_of("a.md", "\tone\n").len(), 1);
        assert_eq!(findings_of("a.md", "one").len(), 1);
        assert_eq!(findings_of("a.md", "one\n"), []);
        assert_eq!(findings_of("tests/py/str/a.py", "one \n"), []);
    }
}
