//! A knob that nothing reads is a promise that nothing keeps.
//!
//! A knob counts as read when a Rust file that names memconfig uses its constant, or when a host
//! tool asks the loader for it by its section and name.

use super::Finding;
use super::sources::{Source, Sources};
use crate::repository::Repository;
use anyhow::Result;
use memconfig::load::{KNOBS, Kind, Knob};

/// Where readers are looked for.
const READERS: &[&str] = &["core/", "targets/", "tests/", "xtask/"];

/// The tests of this rule name constants without reading them.
const ITSELF: &str = "xtask/src/tidy/knobs.rs";

/// Looks for a reader of every knob.
pub fn check(_: &Repository, sources: &Sources) -> Result<Vec<Finding>> {
    Ok(unread(sources).map(finding).collect())
}

fn unread(sources: &Sources) -> impl Iterator<Item = &'static Knob> {
    KNOBS.iter().filter(|knob| {
        let mut readers = sources.rust().filter(|one| one.is_in(READERS) && one.path != ITSELF);
        !readers.any(|source| reads(source, knob))
    })
}

fn reads(source: &Source, knob: &Knob) -> bool {
    let constant = constant_of(knob);
    let by_path = source.text.contains(&format!("{}::{constant}", knob.section));
    let by_name = source.text.contains("memconfig") && has_word(&source.text, &constant);
    let by_loader = source.text.contains(&format!("{:?}, {:?}", knob.section, knob.name));
    by_path || by_name || by_loader
}

fn constant_of(knob: &Knob) -> String {
    let name = knob.name.replace('-', "_").to_uppercase();
    if matches!(knob.kind, Kind::Ratio { .. }) { format!("{name}_NUM") } else { name }
}

fn has_word(text: &str, word: &str) -> bool {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    text.split(|letter: char| !is_part(letter)).any(|part| part == word)
}

fn finding(knob: &Knob) -> Finding {
    let text = format!("nothing reads {}: use {}::{}", knob.key(), knob.section, constant_of(knob));
    Finding::new("memconfig/load/knobs.rs", 0, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_unread(section: &str, name: &str, text: &str) -> bool {
        let sources = Sources::of(&[("core/objects/src/a.rs", text)]);
        unread(&sources).any(|knob| knob.section == section && knob.name == name)
    }

    #[test]
    fn a_constant_named_through_its_module_counts() {
        assert!(!is_unread("dict", "scan-max", "if len <= memconfig::dict::SCAN_MAX {"));
        assert!(is_unread("dict", "scan-max", "if len <= memconfig::dict::MIN_SIZE {"));
    }

    #[test]
    fn a_word_counts_only_beside_memconfig_and_whole() {
        assert!(!is_unread("gc", "auto", "use memconfig::gc;\nif gc::AUTO {"));
        assert!(is_unread("gc", "auto", "if AUTO {"));
        assert!(is_unread("gc", "auto", "use memconfig::gc;\nif AUTOMATIC {"));
    }

    #[test]
    fn ratios_are_read_by_their_numerator() {
        assert!(!is_unread("list", "growth", "len * list::GROWTH_NUM / list::GROWTH_DEN"));
    }
}
