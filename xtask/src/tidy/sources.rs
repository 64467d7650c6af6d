//! The files the rules look at, read once.

use crate::repository::Repository;
use anyhow::Result;
use std::path::{Path, PathBuf};

/// One text file.
pub struct Source {
    /// Path below the top folder, with forward slashes.
    pub path: String,
    /// What it holds.
    pub text: String,
}

impl Source {
    /// Whether it is Rust.
    pub fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    /// Whether it stands in one of the folders.
    pub fn is_in(&self, folders: &[&str]) -> bool {
        folders.iter().any(|folder| self.path.starts_with(folder))
    }

    /// Whether it is only compiled for tests: a file or folder called `tests`.
    pub fn is_test(&self) -> bool {
        self.path.split('/').any(|part| part == "tests" || part == "tests.rs" || part == "fuzz")
    }
}

/// All text files of the checkout.
pub struct Sources(Vec<Source>);

impl Sources {
    /// Reads every file that is not hidden, built or binary; git is not needed.
    pub fn read(repository: &Repository) -> Result<Self> {
        let mut list = Vec::new();
        walk(&repository.root, &repository.root, &mut list)?;
        list.sort_by(|left, right| left.path.cmp(&right.path));
        Ok(Self(list))
    }

    /// All files.
    pub fn all(&self) -> impl Iterator<Item = &Source> {
        self.0.iter()
    }

    /// The Rust files.
    pub fn rust(&self) -> impl Iterator<Item = &Source> {
        self.all().filter(|source| source.is_rust())
    }

    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Self {
        let one = |(path, text): &(&str, &str)| Source {
            path: (*path).to_string(),
            text: (*text).to_string(),
        };
        Self(files.iter().map(one).collect())
    }
}

fn walk(root: &Path, folder: &Path, list: &mut Vec<Source>) -> Result<()> {
    for path in std::fs::read_dir(folder)?.flatten().map(|entry| entry.path()) {
        if is_skipped(root, &path) {
            continue;
        }
        if path.is_dir() {
            walk(root, &path, list)?;
        } else if let Some(text) = text_of(&path) {
            list.push(Source { path: shown(root, &path), text });
        }
    }
    Ok(())
}

fn is_skipped(root: &Path, path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    path == root.join("target") || (name.starts_with('.') && name != ".ci" && name != ".cargo")
}

/// The text of a file; `None` for what is not text, which no rule looks at.
fn text_of(path: &PathBuf) -> Option<String> {
    String::from_utf8(std::fs::read(path).ok()?).ok().filter(|text| !text.contains('\0'))
}

fn shown(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/")
}
