//! Where `unsafe` may stand, and what must stand beside it.
//!
//! U1  Outside the files of [`PLACES`] there is none, and the crate's root says
//!     `forbid(unsafe_code)`.
//! U2  Every unsafe block or impl has `// SAFETY:` in the comment above it.
//! U3  Every unsafe function has `# Safety` in its documentation, or the comment of U2.

use super::Finding;
use super::sources::{Source, Sources};
use crate::repository::Repository;
use anyhow::Result;
use proc_macro2::{TokenStream, TokenTree};

/// Folders and files where unsafe code lives.
const PLACES: &[&str] = &[
    "core/heap/src/",
    "core/image/src/decode.rs",
    "core/vm/src/window.rs",
    "core/vm/src/ops/mod.rs",
    "targets/capi/",
    "targets/ppc/",
    "targets/gekko/",
    "targets/cell/",
];

/// Crates of which a part may be unsafe: their roots cannot forbid it, so they deny it.
const MIXED: &[&str] = &["core/image/", "core/vm/"];

/// The simulator asks the operating system for guard pages, and promises defmt an order of calls: unsafe
/// in the files that do so.
const SIMULATOR: &[&str] = &["targets/sim/src/memory.rs", "targets/sim/src/trace.rs"];

/// Checks U1 to U3.
pub fn check(_: &Repository, sources: &Sources) -> Result<Vec<Finding>> {
    let ours = sources.rust().filter(|source| !source.is_test());
    Ok(ours.flat_map(of_file).collect())
}

fn of_file(source: &Source) -> Vec<Finding> {
    let Ok(tokens) = source.text.parse::<TokenStream>() else { return Vec::new() };
    let lines: Vec<&str> = source.text.lines().collect();
    let mut uses = Vec::new();
    collect(tokens, &mut uses);
    let may = source.is_in(PLACES) || SIMULATOR.contains(&source.path.as_str());
    let mut findings: Vec<Finding> =
        uses.iter().filter_map(|one| of_use(source, &lines, may, one)).collect();
    findings.extend(of_root(source, may));
    findings
}

/// The root of a crate must forbid what the table does not allow.
fn of_root(source: &Source, may: bool) -> Option<Finding> {
    let parts: Vec<&str> = source.path.split('/').collect();
    let is_root = matches!(parts.as_slice(), ["core", _, "src", "lib.rs"]) && !may;
    let wanted =
        if source.is_in(MIXED) { "#![deny(unsafe_code)]" } else { "#![forbid(unsafe_code)]" };
    let lacks = is_root && !source.text.contains(wanted);
    lacks.then(|| Finding::new(&source.path, 1, format!("lacks {wanted}")))
}

/// One appearance of the keyword.
struct Use {
    line: usize,
    is_function: bool,
}

fn collect(tokens: TokenStream, uses: &mut Vec<Use>) {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Group(group) => collect(group.stream(), uses),
            TokenTree::Ident(word) if word == "unsafe" => {
                let line = word.span().start().line;
                match tokens.peek() {
                    // `#[unsafe(no_mangle)]` and `unsafe fn` in a pointer type promise nothing here.
                    Some(TokenTree::Group(group)) if !is_block(group) => {}
                    Some(TokenTree::Ident(next)) if next == "fn" || next == "extern" => {
                        uses.push(Use { line, is_function: true });
                    }
                    _ => uses.push(Use { line, is_function: false }),
                }
            }
            _ => {}
        }
    }
}

fn is_block(group: &proc_macro2::Group) -> bool {
    group.delimiter() == proc_macro2::Delimiter::Brace
}

fn of_use(source: &Source, lines: &[&str], may: bool, one: &Use) -> Option<Finding> {
    let finding = |text| Some(Finding::new(&source.path, one.line, text));
    if !may {
        return finding("unsafe outside the files listed in xtask/src/tidy/safety.rs");
    }
    let comment = comment_above(lines, one.line);
    let is_argued = comment.contains("SAFETY:")
        || (one.is_function && (comment.contains("# Safety") || is_pointer_type(lines, one.line)));
    if is_argued { None } else { finding("unsafe without `// SAFETY:` (a function: `# Safety`)") }
}

/// `unsafe fn(...)` without a name is a type.
fn is_pointer_type(lines: &[&str], line: usize) -> bool {
    let text = lines.get(line - 1).copied().unwrap_or_default();
    text.contains("unsafe fn(") || text.contains("unsafe extern \"C\" fn(")
}

/// The comment lines above `line`. A statement may begin some lines before the keyword, so lines are
/// skipped back to the nearest end of a statement or block.
fn comment_above(lines: &[&str], line: usize) -> String {
    let mut comment = String::from(lines.get(line - 1).copied().unwrap_or_default());
    let mut in_comment = false;
    for text in lines.iter().take(line - 1).rev().map(|text| text.trim()) {
        let is_comment = text.starts_with("//");
        let is_attribute = text.starts_with("#[");
        if in_comment && !is_comment && !is_attribute {
            break;
        }
        let ends_other = text.is_empty() || text.ends_with([';', '{', '}']);
        if !is_comment && !is_attribute && ends_other {
            break;
        }
        in_comment |= is_comment;
        comment.push_str(text);
    }
    comment
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACE: &str = "core/heap/src/view.rs";

    fn findings_of(path: &str, text: &str) -> Vec<Finding> {
        Sources::of(&[(path, text)]).rust().flat_map(of_file).collect()
    }

    #[test]
    fn unsafe_outside_its_places_is_found() {
        let text = "//! A.\nfn a() {\n    // SAFETY: H1.\n    unsafe { b() }\n}\n";
        assert_eq!(findings_of("core/objects/src/a.rs", text).len(), 1);
        assert_eq!(findings_of(PLACE, text), []);
    }

    #[test]
    fn the_word_in_a_comment_or_string_is_no_use() {
        let text = "//! unsafe\nfn a() -> &'static str {\n    \"unsafe {\"\n}\n";
        assert_eq!(findings_of("core/objects/src/a.rs", text), []);
    }

    #[test]
    fn a_block_without_an_argument_is_found() {
        let text = "fn a() {\n    let x = 1;\n    unsafe { b() }\n}\n";
        assert_eq!(findings_of(PLACE, text).len(), 1);
    }

    #[test]
    fn the_argument_may_stand_above_the_statement() {
        let text = "fn a() {\n    // SAFETY: H1 and\n    // H2.\n    let x =\n        unsafe { b() };\n}\n";
        assert_eq!(findings_of(PLACE, text), []);
    }

    #[test]
    fn an_argument_for_another_statement_does_not_count() {
        let text = "fn a() {\n    // SAFETY: H1.\n    unsafe { b() };\n    unsafe { c() };\n}\n";
        assert_eq!(findings_of(PLACE, text).len(), 1);
    }

    #[test]
    fn an_unsafe_function_documents_its_contract() {
        assert_eq!(
            findings_of(PLACE, "/// A.\n///\n/// # Safety\n/// H1.\npub unsafe fn a() {}\n"),
            []
        );
        assert_eq!(findings_of(PLACE, "/// A.\npub unsafe fn a() {}\n").len(), 1);
    }

    #[test]
    fn unsafe_inside_a_macro_is_seen() {
        let text = "macro_rules! m {\n    () => {\n        unsafe { b() }\n    };\n}\n";
        assert_eq!(findings_of("core/vm/src/call.rs", text).len(), 1);
    }

    #[test]
    fn a_safe_crate_forbids_and_a_mixed_one_denies() {
        assert_eq!(findings_of("core/objects/src/lib.rs", "//! A.\n").len(), 1);
        assert_eq!(findings_of("core/objects/src/lib.rs", "#![forbid(unsafe_code)]\n"), []);
        assert_eq!(findings_of("core/vm/src/lib.rs", "#![deny(unsafe_code)]\n"), []);
        assert_eq!(findings_of("core/heap/src/lib.rs", "//! A.\n"), []);
    }
}
