//! Source text to program image: lexer, parser, scopes, folding, register code.
//!
//! ```text
//!  bytes ─ source ─► text ─ lex ─► tokens ─ parse ─► ast
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
pub mod error;
pub mod lex;
pub mod list;
pub mod parse;
pub mod source;
pub mod token;

pub use error::{CompileError, ErrorClass, ErrorKind};
pub use parse::{Interactive, ParseLimits, parse_expression, parse_interactive, parse_module};
