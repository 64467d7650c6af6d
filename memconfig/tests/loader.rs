//! The loader refuses what it must, with words that help, and flattens what it may.
//!
//! The expanded form of every built-in profile is a golden file, so that a change of one number
//! shows in every profile that inherits it. `UPDATE_EXPECT=1` rewrites them.

#![allow(clippy::unwrap_used, reason = "a helper of a test may stop the test")]

use expect_test::expect_file;
use memconfig::PROFILES_DIR;
use memconfig::load::{ConfigError, KNOBS, Profile, Value, available, emit, resolve, value};
use std::collections::BTreeSet;
use std::path::Path;

/// A folder of profile files that disappears with the test.
struct Folder(tempfile::TempDir);

impl Folder {
    fn with(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        Self(folder)
    }

    fn load(&self, name: &str) -> Result<Profile, ConfigError> {
        resolve(self.0.path(), name)
    }

    fn refusal(&self, name: &str) -> ConfigError {
        self.load(name).unwrap_err()
    }
}

fn refusal_of(text: &str) -> ConfigError {
    Folder::with(&[("p.toml", text)]).refusal("p")
}

#[track_caller]
fn assert_says(error: &ConfigError, line: Option<usize>, parts: &[&str]) {
    assert_eq!(error.line, line, "{error}");
    for part in parts {
        assert!(error.message.contains(part), "{error} does not say {part}");
    }
}

#[test]
fn every_built_in_profile_loads_and_matches_its_golden_file() {
    let folder = Path::new(PROFILES_DIR);
    let names = available(folder).unwrap();
    assert!(names.len() >= 11, "{names:?}");
    for name in names {
        let profile = resolve(folder, &name).unwrap();
        assert_eq!(profile.name, name);
        assert!(!profile.description.is_empty(), "{name} does not say what it is for");
        let golden = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden");
        expect_file![format!("{golden}/{name}.toml")].assert_eq(&emit::expanded(&profile));
    }
}

#[test]
fn the_expanded_form_is_a_profile_with_the_same_values() {
    let first = resolve(Path::new(PROFILES_DIR), "tiny").unwrap();
    let again = Folder::with(&[("flat.toml", &emit::expanded(&first))]).load("flat").unwrap();
    for ((knob, left, _), (_, right, _)) in first.settings().zip(again.settings()) {
        assert_eq!(left, right, "{}", knob.key());
    }
}

#[test]
fn generated_constants_of_base_match_the_golden_file() {
    let base = resolve(Path::new(PROFILES_DIR), "base").unwrap();
    expect_file!["golden/constants.rs.txt"].assert_eq(&emit::constants(&base));
}

#[test]
fn the_compiled_constants_are_those_of_the_base_profile() {
    if memconfig::profile::NAME != "base" {
        return;
    }
    let base = resolve(Path::new(PROFILES_DIR), "base").unwrap();
    assert_eq!(base.get("dict", "scan-max"), Some(Value::Int(memconfig::dict::SCAN_MAX)));
}

#[test]
fn base_sets_nothing_but_the_defaults_of_the_table() {
    let base = resolve(Path::new(PROFILES_DIR), "base").unwrap();
    for (knob, value, origin) in base.settings() {
        assert_eq!((value, origin), (knob.default, None), "{}", knob.key());
    }
}

#[test]
fn every_default_lies_in_its_own_range_and_no_row_is_double() {
    let mut keys = BTreeSet::new();
    for knob in KNOBS {
        assert!(value::admits(&knob.kind, knob.default), "{}", knob.key());
        assert!(keys.insert(knob.key()), "{} twice", knob.key());
        assert!(knob.reason.ends_with('.'), "{}: a reason is a sentence", knob.key());
    }
}

#[test]
fn the_rows_of_a_section_stand_together() {
    let sections = memconfig::load::knobs::sections();
    let distinct: BTreeSet<_> = sections.iter().collect();
    assert_eq!(sections.len(), distinct.len());
}

#[test]
fn later_parents_win_and_the_file_itself_wins_over_all() {
    let folder = Folder::with(&[
        ("a.toml", "[dict]\nmin-size = 2\nscan-max = 3"),
        ("b.toml", "[dict]\nmin-size = 4\n[list]\nmin-size = 5"),
        ("c.toml", "inherit = [\"a\", \"b\"]\n[list]\nmin-size = 6"),
    ]);
    let profile = folder.load("c").unwrap();
    assert_eq!(profile.get("dict", "min-size"), Some(Value::Int(4)));
    assert_eq!(profile.get("dict", "scan-max"), Some(Value::Int(3)));
    assert_eq!(profile.get("list", "min-size"), Some(Value::Int(6)));
    assert_eq!(profile.files.len(), 3);
}

#[test]
fn a_path_may_inherit_a_built_in_profile_and_a_neighbour() {
    let folder = Folder::with(&[
        ("neighbour.toml", "inherit = \"tiny\"\n[dict]\nmin-size = 7"),
        ("own.toml", "inherit = \"neighbour.toml\""),
    ]);
    let file = folder.0.path().join("own.toml");
    let profile = resolve(Path::new(PROFILES_DIR), &file.to_string_lossy()).unwrap();
    assert_eq!(profile.name, "own");
    assert_eq!(profile.get("dict", "min-size"), Some(Value::Int(7)));
    assert_eq!(profile.get("heap", "arena-bytes"), Some(Value::Int(65_536)));
}

#[test]
fn a_circle_is_refused_and_shown() {
    let folder = Folder::with(&[
        ("a.toml", "inherit = \"b\""),
        ("b.toml", "\ninherit = \"c\""),
        ("c.toml", "inherit = \"a\""),
    ]);
    let error = folder.refusal("a");
    assert_says(&error, Some(1), &["circle", "a.toml -> b.toml -> c.toml -> a.toml"]);
}

#[test]
fn an_unknown_profile_lists_the_known_ones() {
    let folder = Folder::with(&[("a.toml", ""), ("b.toml", "")]);
    assert_says(&folder.refusal("x"), None, &["\"x\"", "a, b"]);
    assert_says(&folder.refusal("x.toml"), None, &["x.toml"]);
}

#[test]
fn an_unknown_parent_is_shown_where_it_stands() {
    let error = refusal_of("\n\ninherit = \"nobody\"");
    assert_says(&error, Some(3), &["\"nobody\"", "the profiles are p"]);
}

#[test]
fn an_unknown_section_lists_the_sections() {
    assert_says(&refusal_of("[dicts]\nx = 1"), Some(1), &["dicts", "heap, dict, list"]);
    assert_says(&refusal_of("dict = 1"), Some(1), &["dict"]);
}

#[test]
fn an_unknown_knob_lists_the_knobs_of_its_section() {
    let error = refusal_of("[dict]\nmin-size = 1\nscanmax = 3");
    assert_says(&error, Some(3), &["\"scanmax\"", "[dict]", "min-size, load, growth, scan-max"]);
}

#[test]
fn a_value_out_of_range_names_the_range() {
    assert_says(&refusal_of("[dict]\nscan-max = 65"), Some(2), &["65", "0 to 64 (entries)"]);
    assert_says(&refusal_of("[dict]\nscan-max = -1"), Some(2), &["-1", "0 to 64"]);
    assert_says(&refusal_of("[dict]\nscan-max = 99999999999999"), Some(2), &["0 to 64"]);
    assert_says(&refusal_of("[cache]\nentries = 3"), Some(2), &["power of two"]);
}

#[test]
fn a_value_of_another_type_is_refused() {
    assert_says(&refusal_of("[dict]\nscan-max = \"8\""), Some(2), &["\"8\"", "a whole number"]);
    assert_says(&refusal_of("[gc]\nauto = 1"), Some(2), &["true or false"]);
    assert_says(&refusal_of("[dict]\nindex = \"pow3\""), Some(2), &["\"pow2\", \"fit\""]);
    assert_says(&refusal_of("inherit = 1"), Some(1), &["inherit"]);
    assert_says(&refusal_of("description = 1"), Some(1), &["description"]);
}

#[test]
fn a_ratio_must_be_one_and_lie_in_its_range() {
    for wrong in ["1", "5/0", "1/1", "9", "a/b", "5/4/3", "-5/4", "500/400"] {
        let error = refusal_of(&format!("[dict]\ngrowth = \"{wrong}\""));
        assert_says(&error, Some(2), &["ratio", "9/8 to 4/1"]);
    }
}

#[test]
fn text_that_is_not_toml_is_refused_at_its_line() {
    assert_eq!(refusal_of("[dict]\nscan-max =").line, Some(2));
}

#[test]
fn rules_between_knobs_name_both() {
    let error = refusal_of("[heap]\narena-bytes = 2048\nreserve-bytes = 1024");
    assert_says(&error, Some(3), &["heap.reserve-bytes = 1024", "heap.arena-bytes = 2048"]);
    let error = refusal_of("[frames]\nwindow-bytes = 512");
    assert_says(&error, Some(2), &["frames.spill-bytes = 16384", "frames.window-bytes = 512"]);
    let error = refusal_of("[compiler]\nline-tables = false");
    assert_says(&error, Some(2), &["compiler.columns = true"]);
}
