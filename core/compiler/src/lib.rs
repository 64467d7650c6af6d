//! Source text to program image: lexer, parser, scopes, folding, register code.
//!
//! ```text
//!  bytes ─ source ─► text ─ lex ─► tokens ─ parse ─► ast ─ scope ─► symbols ─ gen ─► image
//! ```
//!
//! Nothing here knows a heap or a value: a text goes in, memory comes from the caller's bump arena, whose
//! allocation limit the caller sets. Any input gives a result or a `CompileError`; recursion is counted.
//!
//! Not here: running what was compiled.

#![no_std]
#![warn(missing_docs)]
#![forbid(unsafe_code)]

pub mod ast;
mod codegen;
mod compile;
pub mod error;
mod fold;
mod konst;
pub mod lex;
mod lines;
pub mod list;
pub mod parse;
mod scope;
pub mod source;
mod table;
pub mod token;
mod unit;
mod words;

/// The arena that a compilation takes its memory from.
pub use bumpalo::Bump;
pub use compile::{Mode, Options, Program, compile, compile_interactive};
pub use error::{CompileError, ErrorClass, ErrorKind};
pub use parse::{Interactive, ParseLimits, parse_expression, parse_interactive, parse_module};
