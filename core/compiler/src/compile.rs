//! The entry points: source text to program image.

use bumpalo::Bump;
use threadsnake_image::write::{Buffer, Endian};

use crate::ast::{Expr, Module, Span, Stmt, StmtKind};
use crate::codegen::{self, Settings};
use crate::error::{CompileError, ErrorKind};
use crate::list::OutOfMemory;
use crate::parse::{Interactive, ParseLimits, parse_expression, parse_interactive, parse_module};
use crate::scope::{self, Rules};
use crate::source;
use crate::words::Words;

/// Levels of a tree that are followed for each level the parser follows: operators nest without parentheses.
const TREE_FACTOR: u32 = 4;

/// What a source text is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// A module or script.
    Exec,
    /// One expression, whose value the code returns.
    Eval,
    /// A statement typed at a prompt: values of expression statements are shown.
    Single,
}

/// How to compile.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// Name of the source file, for tracebacks.
    pub filename: &'a str,
    /// What the text is.
    pub mode: Mode,
    /// Compile `assert`; `__debug__` is this.
    pub asserts: bool,
    /// Keep docstrings.
    pub docstrings: bool,
    /// Keep line tables.
    pub lines: bool,
    /// Keep columns in them.
    pub columns: bool,
    /// Byte order of the machine that will run the image.
    pub endian: Endian,
    /// How deep the text may nest.
    pub limits: ParseLimits,
}

impl<'a> Options<'a> {
    /// For this machine, with everything kept.
    #[must_use]
    pub fn new(filename: &'a str, mode: Mode) -> Options<'a> {
        Options {
            filename,
            mode,
            asserts: true,
            docstrings: true,
            lines: true,
            columns: true,
            endian: Endian::HOST,
            limits: ParseLimits::default(),
        }
    }
}

/// A compiled program: an unlinked image in pieces in the arena.
#[derive(Debug)]
pub struct Program<'a> {
    words: Words<'a>,
}

impl Program<'_> {
    /// Words of the image.
    #[must_use]
    pub fn len_words(&self) -> usize {
        self.words.len() as usize
    }

    /// Copies the image into a slice of that length.
    pub fn copy_to(&self, target: &mut [u32]) {
        self.words.copy_to(target);
    }
}

/// Compiles a source text. All memory comes from `bump`, whose allocation limit the caller sets.
///
/// # Errors
/// What is wrong with the text, or that memory is exhausted.
pub fn compile<'a>(
    source: &'a [u8],
    options: &Options<'a>,
    bump: &'a Bump,
) -> Result<Program<'a>, CompileError<'a>> {
    let module = match options.mode {
        Mode::Exec => parse_module(source, bump, options.limits)?,
        Mode::Eval => expression_module(parse_expression(source, bump, options.limits)?, bump)?,
        Mode::Single => match parse_interactive(source, bump, options.limits)? {
            Interactive::Complete(module) => module,
            Interactive::Incomplete => {
                let kind = ErrorKind::Text("unexpected EOF while parsing");
                return Err(CompileError::new(kind, Span::default()));
            }
        },
    };
    generate(module, source, options, bump)
}

/// Compiles what was typed at a prompt so far; `None` when it is not finished.
///
/// # Errors
/// What is wrong with the text, or that memory is exhausted.
pub fn compile_interactive<'a>(
    source: &'a [u8],
    options: &Options<'a>,
    bump: &'a Bump,
) -> Result<Option<Program<'a>>, CompileError<'a>> {
    match parse_interactive(source, bump, options.limits)? {
        Interactive::Complete(module) => {
            let options = Options { mode: Mode::Single, ..*options };
            generate(module, source, &options, bump).map(Some)
        }
        Interactive::Incomplete => Ok(None),
    }
}

/// An expression as the only statement of a module.
fn expression_module<'a>(
    expr: &'a Expr<'a>,
    bump: &'a Bump,
) -> Result<&'a Module<'a>, CompileError<'a>> {
    let stmt = Stmt { kind: StmtKind::Expr(expr), span: expr.span };
    let stmt: &'a Stmt<'a> = bump.try_alloc(stmt).map_err(|_| OutOfMemory)?;
    let body = bump.try_alloc_slice_fill_copy(1, stmt).map_err(|_| OutOfMemory)?;
    let module = bump.try_alloc(Module { body }).map_err(|_| OutOfMemory)?;
    Ok(module)
}

fn generate<'a>(
    module: &'a Module<'a>,
    source: &'a [u8],
    options: &Options<'a>,
    bump: &'a Bump,
) -> Result<Program<'a>, CompileError<'a>> {
    let text_annotations = module.body.iter().any(|stmt| wants_text_annotations(stmt));
    let text = if text_annotations { source::decode(source, bump)? } else { "" };
    let depth_limit = u32::from(options.limits.depth).saturating_mul(TREE_FACTOR);
    let mut scopes = scope::collect(module, bump, Rules { depth_limit, text_annotations })
        .map_err(|fault| *fault)?;
    scope::resolve(&mut scopes).map_err(|fault| *fault)?;
    let settings = Settings {
        filename: options.filename,
        asserts: options.asserts,
        docstrings: options.docstrings,
        lines: options.lines,
        columns: options.columns,
        endian: options.endian,
        interactive: options.mode == Mode::Single,
        evaluate: options.mode == Mode::Eval,
        text_annotations,
        depth_limit,
    };
    let words = codegen::module(module, text, scopes, settings, bump).map_err(|fault| *fault)?;
    Ok(Program { words })
}

/// `from __future__ import annotations`
fn wants_text_annotations(stmt: &Stmt<'_>) -> bool {
    match stmt.kind {
        StmtKind::ImportFrom { module: Some("__future__"), names, level: 0 } => {
            names.iter().any(|alias| alias.name == "annotations")
        }
        _ => false,
    }
}
