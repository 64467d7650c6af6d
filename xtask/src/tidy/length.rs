//! How long files and functions may be.
//!
//! A file over the limit has two subjects; the spine tables are exempt, for a table has one however
//! long it is. A function over the limit is refused unless the comment above it says
//! `tidy: long, because ...`.

use super::Finding;
use super::sources::{Source, Sources};
use crate::repository::Repository;
use anyhow::Result;
use syn::visit::{self, Visit};

/// Most lines of a file.
const FILE_LINES: usize = 600;
/// Most lines of a function, from its signature to its closing brace.
const FUNCTION_LINES: usize = 80;
/// The spine: instructions, object kinds, knobs.
const TABLES: &[&str] =
    &["core/image/src/ops.rs", "core/heap/src/kind.rs", "memconfig/load/knobs.rs"];
/// How a long function says why.
const MARK: &str = "tidy: long, because ";

/// Measures every Rust file.
pub fn check(_: &Repository, sources: &Sources) -> Result<Vec<Finding>> {
    Ok(sources.rust().flat_map(of_file).collect())
}

fn of_file(source: &Source) -> Vec<Finding> {
    let lines = source.text.lines().count();
    let mut findings = functions(source);
    if lines > FILE_LINES && !TABLES.contains(&source.path.as_str()) {
        let text = format!("{lines} lines, the limit is {FILE_LINES}: split along the noun");
        findings.push(Finding::new(&source.path, 0, text));
    }
    findings
}

fn functions(source: &Source) -> Vec<Finding> {
    let file = match syn::parse_file(&source.text) {
        Ok(file) => file,
        Err(error) => {
            let line = error.span().start().line;
            return vec![Finding::new(&source.path, line, format!("cannot be parsed: {error}"))];
        }
    };
    let lines: Vec<&str> = source.text.lines().collect();
    let mut visitor = Functions { path: &source.path, lines: &lines, findings: Vec::new() };
    visitor.visit_file(&file);
    visitor.findings
}

struct Functions<'a> {
    path: &'a str,
    lines: &'a [&'a str],
    findings: Vec<Finding>,
}

impl Functions<'_> {
    fn measure(&mut self, signature: &syn::Signature, body: &syn::Block) {
        let name = &signature.ident;
        let first = signature.fn_token.span.start().line;
        let last = body.brace_token.span.close().end().line;
        let length = (last + 1).saturating_sub(first);
        if length > FUNCTION_LINES && !self.is_marked(first) {
            let text = format!(
                "fn {name} has {length} lines, the limit is {FUNCTION_LINES}: split it, or say \
                 above it `// {MARK}...`"
            );
            self.findings.push(Finding::new(self.path, first, text));
        }
    }

    /// Looks at the comments and attributes directly above line `first`.
    fn is_marked(&self, first: usize) -> bool {
        let above = self.lines.get(..first.saturating_sub(1)).unwrap_or_default();
        let is_part = |line: &&&str| {
            let text = line.trim_start();
            text.starts_with("//") || text.starts_with('#')
        };
        above.iter().rev().take_while(is_part).any(|line| line.contains(MARK))
    }
}

impl<'ast> Visit<'ast> for Functions<'_> {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.measure(&item.sig, &item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.measure(&item.sig, &item.block);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(body) = &item.default {
            self.measure(&item.sig, body);
        }
        visit::visit_trait_item_fn(self, item);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings_of(path: &str, text: &str) -> Vec<Finding> {
        Sources::of(&[(path, text)]).rust().flat_map(of_file).collect()
    }

    fn function_of(lines: usize) -> String {
        format!("fn long() {{\n{}}}\n", "    step();\n".repeat(lines - 2))
    }

    #[test]
    fn a_function_at_the_limit_passes_and_one_above_does_not() {
        assert_eq!(findings_of("a.rs", &function_of(FUNCTION_LINES)), []);
        let found = findings_of("a.rs", &function_of(FUNCTION_LINES + 1));
        assert_eq!(found.len(), 1);
        assert!(found[0].text.contains("fn long has 81 lines"), "{}", found[0]);
    }

    #[test]
    fn a_reason_above_a_long_function_is_accepted() {
        let marked = format!("// {MARK}it is a table.\n#[inline]\n{}", function_of(90));
        assert_eq!(findings_of("a.rs", &marked), []);
    }

    #[test]
    fn methods_are_measured_too() {
        let text = format!("impl A {{\n{}}}\n", function_of(81));
        assert_eq!(findings_of("a.rs", &text).len(), 1);
    }

    #[test]
    fn a_long_file_is_refused_unless_it_is_a_table() {
        let text = "// line\n".repeat(FILE_LINES + 1);
        assert_eq!(findings_of("core/vm/src/call.rs", &text).len(), 1);
        assert_eq!(findings_of("core/image/src/ops.rs", &text), []);
    }
}
