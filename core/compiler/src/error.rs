//! What can be wrong with a source text, and CPython's words for it.
//!
//! A `CompileError` is small and `Copy`: a kind with at most a slice or two into the arena, and a place. Text is
//! only made when somebody asks, piece by piece into a sink, so reporting allocates nothing.
//!
//! E1  Columns of the place are bytes; `position` turns them into the 1-based characters that Python shows.
//! E2  An end column of `NO_END` or `NO_END_INDENT` stands for "one character"; CPython has 0 and -1 there. With
//!     `NO_END_INDENT` the column counts from 1 already, and 0 is in front of the line.
//! E3  An error inside an f-string carries the expression; `position` counts in the text `(expression)`, which is
//!     what Python shows as the line.
//!
//! Not here: finding errors (lex.rs, parse/).

use crate::ast::Span;
use crate::list::OutOfMemory;
use bumpalo::Bump;

mod text;

/// No end known; CPython reports 0.
pub const NO_END: u16 = u16::MAX;
/// No end known; CPython reports -1.
pub const NO_END_INDENT: u16 = u16::MAX - 1;
/// Columns stop counting here.
pub const MAX_COL: u16 = u16::MAX - 2;

/// A column that fits.
#[must_use]
pub fn col_from(bytes: u32) -> u16 {
    u16::try_from(bytes).map_or(MAX_COL, |col| col.min(MAX_COL))
}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ErrorKind<'a> {
    /// The arena of the compiler is full.
    OutOfMemory,
    /// A `SyntaxError` with a fixed text.
    Text(&'static str),
    /// A `SyntaxError` with something of the program in the middle of its text.
    Around {
        /// Before it.
        before: &'static str,
        /// The part of the program, or its description.
        middle: &'a str,
        /// After it.
        after: &'static str,
    },
    /// An `IndentationError` with a fixed text.
    Indentation(&'static str),
    /// "expected an indented block after ... on line ..."
    ExpectedBlock {
        /// What the block belongs to, as in "'if' statement".
        after: &'static str,
        /// Where that is.
        line: u32,
    },
    /// Tabs and spaces that agree only for one width of a tab.
    Tabs,
    /// "... (detected at line ...)"
    DetectedAt {
        /// What is not terminated.
        what: &'static str,
        /// The line where the text ended.
        line: u32,
    },
    /// "'(' was never closed"
    NeverClosed(char),
    /// "unmatched ')'"
    Unmatched(char),
    /// A closing parenthesis of another kind.
    Mismatched {
        /// What was found.
        close: char,
        /// What it should close.
        open: char,
        /// Where that is, if on another line.
        line: Option<u32>,
    },
    /// A digit too large for its base.
    InvalidDigit {
        /// The digit.
        digit: char,
        /// "octal" or "binary"
        base: &'static str,
    },
    /// A character no token starts with.
    InvalidCharacter(char),
    /// The same, when it cannot be seen.
    NonPrintable(char),
    /// `print` or `exec` used as a statement.
    LegacyCall(&'a str),
    /// A byte that is not UTF-8.
    Utf8 {
        /// The byte.
        byte: u8,
        /// Its offset in the source.
        position: u32,
        /// CPython's reason.
        reason: &'static str,
    },
    /// A byte that is not ASCII though the source says so.
    Ascii {
        /// The byte.
        byte: u8,
        /// Its offset in the source.
        position: u32,
    },
    /// A bad escape in a string: a range of its bytes and the reason.
    StringEscape {
        /// First byte, counted from the start of the literal's text.
        first: u32,
        /// Last byte.
        last: u32,
        /// CPython's reason.
        reason: &'static str,
    },
    /// A bad `\x` in a bytes literal.
    BytesEscape {
        /// Its offset in the literal's text.
        position: u32,
    },
    /// The encoding named in the first lines is not one of ours.
    UnknownEncoding(&'a str),
}

impl From<OutOfMemory> for ErrorKind<'_> {
    fn from(_: OutOfMemory) -> Self {
        ErrorKind::OutOfMemory
    }
}

/// Which exception reports the error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorClass {
    /// `SyntaxError`
    Syntax,
    /// `IndentationError`
    Indentation,
    /// `TabError`
    Tab,
    /// `MemoryError`
    Memory,
}

impl ErrorClass {
    /// The name of the exception.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            ErrorClass::Syntax => "SyntaxError",
            ErrorClass::Indentation => "IndentationError",
            ErrorClass::Tab => "TabError",
            ErrorClass::Memory => "MemoryError",
        }
    }
}

/// An error and its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CompileError<'a> {
    /// What is wrong.
    pub kind: ErrorKind<'a>,
    /// Where.
    pub span: Span,
    /// The expression, when the error is inside an f-string (E3).
    pub fragment: Option<Fragment<'a>>,
}

/// An error on its way out: results with one are small.
pub(crate) type Fault<'a> = &'a CompileError<'a>;

/// The error that needs no memory.
pub(crate) static OUT_OF_MEMORY: CompileError<'static> =
    CompileError::new(ErrorKind::OutOfMemory, Span { line: 0, end_line: 0, col: 0, end_col: 0 });

/// Puts an error where it can be referred to; without memory for it, that is the error.
#[cold]
#[inline(never)]
pub(crate) fn fault<'a>(bump: &'a Bump, kind: ErrorKind<'a>, span: Span) -> Fault<'a> {
    match bump.try_alloc(CompileError::new(kind, span)) {
        Ok(error) => error,
        Err(_) => &OUT_OF_MEMORY,
    }
}

/// The expression of a replacement field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fragment<'a> {
    /// Its text.
    pub text: &'a str,
    /// Line of its first byte.
    pub line: u32,
    /// Column of its first byte.
    pub col: u16,
    /// Found by the lexer, which does not say that it is in an f-string.
    pub is_lexical: bool,
}

/// The place of an error as the attributes of a `SyntaxError`: lines and characters from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// `lineno`
    pub line: u32,
    /// `offset`
    pub offset: u32,
    /// `end_lineno`
    pub end_line: u32,
    /// `end_offset`; 0 or -1 when there is no end.
    pub end_offset: i32,
}

impl<'a> CompileError<'a> {
    /// An error outside f-strings.
    #[must_use]
    pub const fn new(kind: ErrorKind<'a>, span: Span) -> Self {
        CompileError { kind, span, fragment: None }
    }

    /// Which exception reports it.
    #[must_use]
    pub const fn class(&self) -> ErrorClass {
        match self.kind {
            ErrorKind::OutOfMemory => ErrorClass::Memory,
            ErrorKind::Indentation(_) | ErrorKind::ExpectedBlock { .. } => ErrorClass::Indentation,
            ErrorKind::Tabs => ErrorClass::Tab,
            _ => ErrorClass::Syntax,
        }
    }

    /// Writes the message, in pieces.
    pub fn write_message(&self, sink: &mut dyn FnMut(&str)) {
        if self.fragment.is_some_and(|fragment| !fragment.is_lexical) {
            sink("f-string: ");
        }
        text::write(&self.kind, sink);
    }

    /// The place in characters. `source` is what was compiled.
    #[must_use]
    pub fn position(&self, source: &[u8]) -> Position {
        let span = self.span;
        let end_offset = match span.end_col {
            NO_END => 0,
            NO_END_INDENT => -1,
            // CPython measures the end of a range in its first line.
            col => {
                let end = self.offset(source, span.line, col);
                let line_end = self.line_end(source, span);
                end.min(line_end).cast_signed()
            }
        };
        Position {
            line: span.line,
            offset: match span.end_col {
                NO_END_INDENT => characters(line_of(source, span.line), span.col),
                _ => self.offset(source, span.line, span.col),
            },
            end_line: span.end_line,
            end_offset,
        }
    }

    fn line_end(&self, source: &[u8], span: Span) -> u32 {
        if span.line == span.end_line {
            return u32::MAX;
        }
        let line = line_of(source, span.line);
        characters(line, col_from(line.len() as u32)).saturating_add(1)
    }

    fn offset(&self, source: &[u8], line: u32, col: u16) -> u32 {
        let text = line_of(source, line);
        let count = characters(text, col).saturating_add(1);
        match self.fragment {
            // The parenthesis in front of the expression adds one.
            Some(fragment) if fragment.line == line => {
                count.saturating_sub(characters(text, fragment.col)).saturating_add(1)
            }
            _ => count,
        }
    }
}

/// The bytes of a line, without its end. Lines count from 1.
#[must_use]
pub fn line_of(source: &[u8], line: u32) -> &[u8] {
    let mut rest = source.strip_prefix(b"\xef\xbb\xbf").unwrap_or(source);
    for _ in 1..line {
        match rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
            Some(at) => rest = after_newline(rest.get(at..).unwrap_or_default()),
            None => return &[],
        }
    }
    let len = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
    rest.get(..len).unwrap_or_default()
}

fn after_newline(rest: &[u8]) -> &[u8] {
    let len = if rest.starts_with(b"\r\n") { 2 } else { 1 };
    rest.get(len..).unwrap_or_default()
}

/// How many characters the first `bytes` bytes of a line hold; each byte beyond the line counts as one.
fn characters(line: &[u8], bytes: u16) -> u32 {
    let wanted = usize::from(bytes);
    let inside = line.get(..wanted.min(line.len())).unwrap_or_default();
    let count = inside.iter().filter(|byte| (**byte & 0xC0) != 0x80).count();
    (count.saturating_add(wanted.saturating_sub(line.len()))) as u32
}
