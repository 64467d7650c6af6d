//! Programs on disk: which files a suite runs.

use std::fs;
use std::path::{Path, PathBuf};

/// One program, named by its path below `tests/` with forward slashes.
#[derive(Clone, Debug)]
pub struct Case {
    /// Path below `tests/`; also what the interpreter is given, with `tests/` as working folder.
    pub name: String,
    /// Program text.
    pub text: String,
}

impl Case {
    /// The part of the name a summary groups by: the folder, without a leading `py/`.
    pub fn area(&self) -> &str {
        let folder = self.name.rsplit_once('/').map_or("", |(folder, _)| folder);
        folder.strip_prefix("py/").unwrap_or(folder)
    }

    /// The value of a `# key: value` line, if the program has one.
    pub fn note<'a>(&'a self, key: &'a str) -> Option<&'a str> {
        self.notes(key).next()
    }

    /// The values of all `# key: value` lines, in order.
    pub fn notes<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a str> {
        self.text.lines().filter_map(move |line| {
            let value = line.strip_prefix("# ")?.strip_prefix(key)?.strip_prefix(':')?;
            Some(value.trim())
        })
    }

    /// A file beside the program with another extension (`.out`, `.err`).
    pub fn beside(&self, extension: &str) -> Option<String> {
        fs::read_to_string(root().join(&self.name).with_extension(extension)).ok()
    }
}

/// The folder of the tests: where programs run.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The programs directly in a folder below `tests/`, sorted by name.
pub fn programs(folder: &str) -> Vec<Case> {
    let mut names = names_in(&root().join(folder), Path::is_file);
    names.retain(|name| name.ends_with(".py") && !name.starts_with('.'));
    names.iter().map(|name| load(format!("{folder}/{name}"))).collect()
}

/// The programs of all areas: of every folder directly in `folder`, but not deeper, so that an
/// area may keep the modules it imports in folders of its own.
pub fn programs_by_area(folder: &str) -> Vec<Case> {
    let areas = names_in(&root().join(folder), Path::is_dir);
    areas.iter().flat_map(|area| programs(&format!("{folder}/{area}"))).collect()
}

fn names_in(folder: &Path, wanted: fn(&Path) -> bool) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .filter(|entry| wanted(&entry.path()))
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// A program that is no UTF-8 is run all the same; its expectations are ASCII.
fn load(name: String) -> Case {
    let bytes = fs::read(root().join(&name)).unwrap_or_default();
    Case { text: String::from_utf8_lossy(&bytes).into_owned(), name }
}
