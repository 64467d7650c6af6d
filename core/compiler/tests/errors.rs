//! Every snippet of the table is refused with the class, place and words of CPython 3.11.

#![allow(clippy::panic, clippy::disallowed_methods, reason = "a test stops where it fails")]

mod table;

use bumpalo::Bump;
use threadsnake_compiler::{CompileError, ParseLimits, parse_module};

const ERRORS: &str = include_str!("data/errors.txt");

fn described(error: &CompileError<'_>, source: &str) -> String {
    let place = error.position(source.as_bytes());
    let mut text = format!(
        "{} {}:{}-{}:{} ",
        error.class().name(),
        place.line,
        place.offset,
        place.end_line,
        place.end_offset
    );
    error.write_message(&mut |part| text.push_str(part));
    text
}

fn outcome(source: &str) -> String {
    let bump = Bump::new();
    match parse_module(source.as_bytes(), &bump, ParseLimits::default()) {
        Ok(_) => "no error".to_owned(),
        Err(error) => described(&error, source),
    }
}

#[test]
fn snippets_are_refused_as_cpython_does() {
    let rows = table::rows(ERRORS);
    assert!(rows.len() >= 150, "the table has {} rows only", rows.len());
    let wrong: Vec<String> = rows
        .iter()
        .map(|row| (row, outcome(&row.source)))
        .filter(|(row, found)| *found != row.expected)
        .map(|(row, found)| format!("{:?}\n  found {found}\n  want  {}", row.source, row.expected))
        .collect();
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn carriage_returns_count_as_line_ends() {
    for newline in ["\r\n", "\r"] {
        let source = ["x = 1", "if x:", "    y z"].join(newline);
        assert_eq!(outcome(&source), "SyntaxError 3:7-3:8 invalid syntax");
    }
}

#[test]
fn null_bytes_are_refused() {
    let expected = "SyntaxError 2:5-2:5 source code cannot contain null bytes";
    assert_eq!(outcome("x = 1\ny = \0"), expected);
}

fn message_for(source: &[u8]) -> String {
    let bump = Bump::new();
    let mut text = String::new();
    match parse_module(source, &bump, ParseLimits::default()) {
        Ok(_) => text.push_str("no error"),
        Err(error) => error.write_message(&mut |part| text.push_str(part)),
    }
    text
}

#[test]
fn bytes_that_are_not_utf8_are_refused() {
    let start = "(unicode error) 'utf-8' codec can't decode byte";
    let cases: [(&[u8], &str); 4] = [
        (b"\xff", " 0xff in position 0: invalid start byte"),
        (b"x = '\xe9'", " 0xe9 in position 5: invalid continuation byte"),
        (b"x = '\xe2\x82", " 0xe2 in position 5: unexpected end of data"),
        (b"\xed\xa0\x80", " 0xed in position 0: invalid continuation byte"),
    ];
    for (source, reason) in cases {
        assert_eq!(message_for(source), format!("{start}{reason}"));
    }
}

#[test]
fn encodings_other_than_utf8_ascii_and_latin1_are_refused() {
    assert_eq!(message_for(b"# coding: latin-1\nx = '\xe9'\n"), "no error");
    assert_eq!(message_for(b"#!x\n# -*- coding: utf-8 -*-\nx = 1\n"), "no error");
    assert_eq!(message_for(b"\xef\xbb\xbfx = 1\n"), "no error");
    assert_eq!(message_for(b"# coding: koi8-r\nx = 1\n"), "unknown encoding: koi8-r");
    assert_eq!(
        message_for(b"# coding: ascii\nx = '\xe9'\n"),
        "(unicode error) 'ascii' codec can't decode byte 0xe9 in position 21: \
         ordinal not in range(128)"
    );
}

#[test]
fn what_only_our_strings_cannot_hold_is_refused_in_words() {
    assert_eq!(
        message_for(b"'\\ud800'"),
        "(unicode error) strings with lone surrogates are not supported"
    );
    assert_eq!(message_for(b"'\\N{DASH}'"), "names of characters (\\N{...}) are not available");
}
