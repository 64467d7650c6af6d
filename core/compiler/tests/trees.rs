//! Every snippet of the table has the tree, with all places, that CPython's `ast` shows.

#![allow(clippy::panic, clippy::disallowed_methods, reason = "a test stops where it fails")]

mod dump;
mod table;

use bumpalo::Bump;
use threadsnake_compiler::{CompileError, parse_module};
use threadsnake_compiler::{Interactive, ParseLimits, parse_expression, parse_interactive};

const TREES: &str = include_str!("data/trees.txt");

fn message(error: &CompileError<'_>) -> String {
    let mut text = String::new();
    error.write_message(&mut |part| text.push_str(part));
    text
}

fn tree(source: &str, with_spans: bool) -> String {
    let bump = Bump::new();
    match parse_module(source.as_bytes(), &bump, ParseLimits::default()) {
        Ok(module) => dump::module(module, with_spans),
        Err(error) => message(&error),
    }
}

#[test]
fn snippets_have_the_trees_of_cpython() {
    let rows = table::rows(TREES);
    assert!(rows.len() >= 150, "the table has {} rows only", rows.len());
    let wrong: Vec<String> = rows
        .iter()
        .map(|row| (row, tree(&row.source, true)))
        .filter(|(row, found)| *found != row.expected)
        .map(|(row, found)| format!("{:?}\n  found {found}\n  want  {}", row.source, row.expected))
        .collect();
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn line_ends_of_all_three_kinds_give_one_tree() {
    let lines = ["if a:", "  b = '''x", "y'''", "", "  c", "d"];
    let expected = tree(&lines.join("\n"), false);
    assert!(expected.contains("s'x\\a;y'"), "{expected}");
    for newline in ["\r\n", "\r"] {
        assert_eq!(tree(&lines.join(newline), false), expected);
    }
}

#[test]
fn expressions_inside_fstrings_have_their_real_places() {
    let bump = Bump::new();
    let source = b"x = f'ab{cd}'";
    let Ok(module) = parse_module(source, &bump, ParseLimits::default()) else {
        panic!("does not parse");
    };
    let text = format!("{module:?}");
    let place = "Name(\"cd\"), span: Span { line: 1, end_line: 1, col: 9, end_col: 11 }";
    assert!(text.contains(place), "{text}");
}

#[test]
fn one_expression_is_parsed_for_eval() {
    let evaluated = |source: &str| {
        let bump = Bump::new();
        match parse_expression(source.as_bytes(), &bump, ParseLimits::default()) {
            Ok(value) => dump::expression(value),
            Err(error) => message(&error),
        }
    };
    assert_eq!(evaluated("  a + 1\n\n"), "(Add(Name a)(Const 1))");
    assert_eq!(evaluated("a, b"), "(Tuple[(Name a)(Name b)])");
    assert_eq!(evaluated("a = 1"), "invalid syntax");
    assert_eq!(evaluated("a; b"), "invalid syntax");
    assert_eq!(evaluated(""), "invalid syntax");
}

fn prompt(source: &str) -> String {
    let bump = Bump::new();
    match parse_interactive(source.as_bytes(), &bump, ParseLimits::default()) {
        Ok(Interactive::Complete(module)) => dump::module(module, false),
        Ok(Interactive::Incomplete) => "more".to_owned(),
        Err(error) => message(&error),
    }
}

#[test]
fn a_prompt_learns_whether_a_statement_is_finished() {
    assert_eq!(prompt("a\n"), "[(Expr(Name a))]");
    assert_eq!(prompt("a; b\n"), "[(Expr(Name a))(Expr(Name b))]");
    assert_eq!(prompt(""), "[]");
    assert_eq!(prompt("# comment\n"), "[]");
    for unfinished in [
        "if a:\n",
        "if a:\n  b\n",
        "if a: b\n",
        "x = (1,\n",
        "x = '''a\n",
        "x = \\\n",
        "@a\n",
        "try:\n  a\n",
        "def f(\n",
        "match a:\n  case 1:\n",
    ] {
        assert_eq!(prompt(unfinished), "more", "{unfinished:?}");
    }
    assert_eq!(prompt("if a:\n  b\n\n"), "[(If(Name a)[(Expr(Name b))][])]");
    assert_eq!(prompt("x =\n"), "invalid syntax");
    assert_eq!(prompt("x = 'a\n"), "unterminated string literal (detected at line 1)");
    let two = "multiple statements found while compiling a single statement";
    assert_eq!(prompt("a\nb\n"), two);
}
