//! Every file says what it owns; every crate of the core asks for documentation.

use super::Finding;
use super::sources::{Source, Sources};
use crate::repository::Repository;
use anyhow::Result;

/// Documents that a reader looks for.
const DOCUMENTS: &[&str] = &[
    "README.md",
    "CHANGELOG.md",
    "LICENSE-MIT",
    "LICENSE-APACHE",
    "core/ARCHITECTURE.md",
    "core/CONVENTIONS.md",
    "targets/README.md",
    "tests/README.md",
];

/// Checks module documentation and that the documents are there.
pub fn check(_: &Repository, sources: &Sources) -> Result<Vec<Finding>> {
    let mut findings: Vec<Finding> = sources.rust().flat_map(of_file).collect();
    let is_there = |document: &&str| sources.all().any(|source| source.path == **document);
    let missing = DOCUMENTS.iter().filter(|document| !is_there(document));
    findings.extend(missing.map(|document| Finding::new(document, 0, "is missing")));
    Ok(findings)
}

fn of_file(source: &Source) -> Vec<Finding> {
    let mut findings = Vec::new();
    if !source.text.starts_with("//!") {
        let text = "starts without a module doc: `//! What it is.`, what it owns, its invariants";
        findings.push(Finding::new(&source.path, 1, text));
    }
    for attribute in wanted_attributes(&source.path) {
        if !source.text.contains(attribute) {
            findings.push(Finding::new(&source.path, 1, format!("lacks {attribute}")));
        }
    }
    findings
}

/// What the root of a crate of the core must say.
fn wanted_attributes(path: &str) -> &'static [&'static str] {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        ["core", _, "src", "lib.rs"] => &["#![no_std]", "#![warn(missing_docs)]"],
        ["memconfig", "src", "lib.rs"] => &["no_std", "#![warn(missing_docs)]"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings_of(path: &str, text: &str) -> Vec<Finding> {
        Sources::of(&[(path, text)]).rust().flat_map(of_file).collect()
    }

    #[test]
    fn a_file_without_a_module_doc_is_found() {
        assert_eq!(findings_of("xtask/src/a.rs", "//! A.\n"), []);
        assert_eq!(findings_of("xtask/src/a.rs", "use b;\n").len(), 1);
    }

    #[test]
    fn the_root_of_a_core_crate_must_be_no_std_and_documented() {
        let good = "//! A.\n#![no_std]\n#![warn(missing_docs)]\n";
        assert_eq!(findings_of("core/vm/src/lib.rs", good), []);
        assert_eq!(findings_of("core/vm/src/lib.rs", "//! A.\n").len(), 2);
        assert_eq!(findings_of("core/vm/src/call.rs", "//! A.\n"), []);
    }
}
