//! Mutated snippets, nesting without end and arenas of every size: always a tree or an error, never a panic.
//!
//! The seeds are fixed, so a failure comes back.

#![allow(clippy::panic, clippy::disallowed_methods, reason = "a test stops where it fails")]

mod table;

use bumpalo::Bump;
use threadsnake_compiler::{ErrorKind, ParseLimits, parse_interactive, parse_module};

const ERRORS: &str = include_str!("data/errors.txt");
const TREES: &str = include_str!("data/trees.txt");
/// Mutants per run.
const MUTANTS: u32 = 100_000;
/// What mutations insert.
const PIECES: [&str; 48] = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    ";",
    "=",
    ":=",
    "==",
    "*",
    "**",
    ".",
    "...",
    "->",
    "@",
    "\\",
    "\n",
    "\r\n",
    "\n    ",
    "\t",
    "#",
    "'",
    "\"",
    "\"\"\"",
    "f'{",
    "f\"{a",
    "!r",
    "1",
    "0x",
    "1e",
    "é",
    "\u{a0}",
    "\u{1F600}",
    "if ",
    " else ",
    " for ",
    " in ",
    "lambda ",
    "yield ",
    "await ",
    "async ",
    "match ",
    "case ",
    "not ",
    "print ",
];

/// A small generator of numbers, the same everywhere.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % below.max(1)
    }
}

/// The snippets of both tables, right and wrong ones.
fn sources() -> Vec<Vec<u8>> {
    let mut rows = table::rows(ERRORS);
    rows.extend(table::rows(TREES));
    assert!(rows.iter().all(|row| !row.expected.is_empty()));
    rows.into_iter().map(|row| row.source.into_bytes()).collect()
}

/// Runs every entry point and asks an error for everything it can tell.
fn parse(source: &[u8], limits: ParseLimits, arena_bytes: Option<usize>) -> bool {
    let bump = Bump::new();
    bump.set_allocation_limit(arena_bytes);
    let outcome = parse_module(source, &bump, limits);
    if let Err(error) = outcome {
        let mut len = 0;
        error.write_message(&mut |part| len += part.len());
        assert!(len > 0);
        assert!(error.position(source).line <= source.len() as u32 + 1);
    }
    let is_full = outcome.is_err_and(|error| error.kind == ErrorKind::OutOfMemory);
    let bump = Bump::new();
    bump.set_allocation_limit(arena_bytes);
    // At a prompt the same text may be unfinished, but it must not be worse.
    let _ = parse_interactive(source, &bump, limits);
    !is_full
}

fn mutate(numbers: &mut Numbers, sources: &[Vec<u8>]) -> Vec<u8> {
    let mut text = sources[numbers.next(sources.len())].clone();
    if numbers.next(3) == 0 {
        text.push(b'\n');
        text.extend_from_slice(&sources[numbers.next(sources.len())]);
    }
    for _ in 0..=numbers.next(4) {
        let at = numbers.next(text.len() + 1);
        match numbers.next(6) {
            0 => text.truncate(at),
            1 if at < text.len() => {
                text.remove(at);
            }
            2 if at < text.len() => text[at] = numbers.next(256) as u8,
            3 => {
                let other = &sources[numbers.next(sources.len())];
                let from = numbers.next(other.len() + 1);
                let piece = other[from..].to_vec();
                text.splice(at..at, piece);
            }
            _ => {
                let piece = PIECES[numbers.next(PIECES.len())];
                text.splice(at..at, piece.bytes());
            }
        }
    }
    text
}

#[test]
fn mutants_never_panic() {
    let rows = sources();
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    for _ in 0..MUTANTS {
        let source = mutate(&mut numbers, &rows);
        parse(&source, ParseLimits::default(), None);
    }
    println!("ran {MUTANTS} mutated sources through the parser");
}

#[test]
fn tight_limits_give_errors() {
    let limits = ParseLimits { depth: 6, parens: 2, indents: 2, ..ParseLimits::default() };
    for row in table::rows(TREES) {
        parse(row.source.as_bytes(), limits, None);
    }
}

#[test]
fn nesting_without_end_is_refused() {
    let openings = [
        "(",
        "[",
        "{",
        "f(",
        "f(a, ",
        "x[",
        "{a: ",
        "lambda: ",
        "not ",
        "-",
        "a if b else ",
        "await ",
        "print ",
        "a ",
        "f'{",
        "[a for b in ",
        "(a, ",
        "a(b)(",
        "{**",
        "x = ",
        "if a: ",
        "if a:\n",
        "a.b.c + ",
        "f(a=",
        "(yield ",
        "case ",
        "match ",
        "@",
    ];
    for opening in openings {
        for n in [190, 5_000] {
            for end in ["", "x", "$", "x y"] {
                let source = opening.repeat(n) + end;
                parse(source.as_bytes(), ParseLimits::default(), None);
            }
        }
    }
    let mut deep = String::new();
    for level in 0..300 {
        deep.push_str(&" ".repeat(level));
        deep.push_str("if a:\n");
    }
    parse(deep.as_bytes(), ParseLimits::default(), None);
}

/// Looking for mistakes stays linear: the arena shows how much was tried.
#[test]
fn wrong_texts_cost_no_more_than_their_length() {
    for opening in ["f(a b, ", "{a: b, c: ", "f(x)(", "x[a:", "[a, ", "print ", "f(a=1, b, "] {
        let source = opening.repeat(150) + "$";
        let bump = Bump::new();
        let outcome = parse_module(source.as_bytes(), &bump, ParseLimits::default());
        assert!(outcome.is_err());
        let per_byte = bump.allocated_bytes() / source.len();
        assert!(per_byte < 2_500, "{opening:?} takes {per_byte} bytes for each byte");
    }
}

/// The arena is given in steps from nothing to enough; every failure in between is reported.
#[test]
fn every_allocation_may_fail() {
    const STEP_BYTES: usize = 256;
    let mut n_faults = 0_u32;
    for source in sources() {
        let mut limit = 0;
        while !parse(&source, ParseLimits::default(), Some(limit)) {
            n_faults += 1;
            limit += STEP_BYTES;
            assert!(limit < 1 << 20, "{source:?} never parses");
        }
    }
    println!("ran into {n_faults} failed allocations of the parser");
    assert!(n_faults > 1_000);
}
