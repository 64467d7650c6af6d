//! The parser: tokens to syntax tree, one function per grammar rule.
//!
//! A text is parsed once, in `Strict` mode, where the first token that does not fit ends the parse. Only then the
//! logical line at fault is parsed again in `Diagnose` mode: rules try their alternatives as CPython's grammar
//! orders them and look for the mistakes it has words for. So a correct program pays nothing for good messages.
//!
//! ```text
//!  Strict    fail = give up            no hooks      one pass over the text
//!  Diagnose  fail = try the next       hooks raise   one line, results remembered (memo.rs)
//!  Quiet     fail = try the next       no hooks      what may follow a mistake
//! ```
//!
//! P1  `at <= tokens.len()`; the buffer holds the tokens of the current logical line only.
//! P2  `furthest` is the largest index ever looked at in this line: where a generic error is reported.
//! P3  Every recursion passes `nested`, which counts.
//!
//! Not here: what names mean, `return` outside functions and the like (scope.rs).

use bumpalo::Bump;

use crate::ast::{Expr, ExprKind, Module, Span};
use crate::error::{CompileError, ErrorKind};
use crate::lex::{Lexer, Stopped};
use crate::list::{List, OutOfMemory};
use crate::source;
use crate::token::{Kind, Token};

mod atom;
mod binary;
mod block;
mod call;
mod comp;
mod compound;
mod diagnose;
mod display;
mod expr;
mod import;
mod memo;
mod params;
mod pattern;
mod place;
mod report;
mod simple;
mod strings;
mod target;
mod tries;

pub use report::Interactive;

/// How deep a text may nest, and what the machine that compiles it has anyway.
#[derive(Clone, Copy, Debug)]
pub struct ParseLimits {
    /// Levels of recursion of the parser. Each costs up to 1 KiB of native stack on a 64-bit host; an open
    /// parenthesis is two levels.
    pub depth: u16,
    /// Open parentheses.
    pub parens: u8,
    /// Levels of indentation.
    pub indents: u8,
    /// The float nearest to a literal, without underscores: a machine brings its own rather than have two.
    pub float: fn(&str) -> f64,
}

impl ParseLimits {
    /// CPython's limits for parentheses and indentation. All that a machine names is its own, so nothing else
    /// is linked into it.
    #[must_use]
    pub const fn new(depth: u16, float: fn(&str) -> f64) -> Self {
        ParseLimits { depth, parens: 200, indents: 100, float }
    }
}

impl Default for ParseLimits {
    /// Room for as many levels as CPython allows.
    fn default() -> Self {
        ParseLimits::new(500, nearest_float)
    }
}

/// The reader of the language's own library.
fn nearest_float(text: &str) -> f64 {
    text.parse().unwrap_or(0.0)
}

/// Parses a whole source text.
pub fn parse_module<'a>(
    source: &'a [u8],
    bump: &'a Bump,
    limits: ParseLimits,
) -> Result<&'a Module<'a>, CompileError<'a>> {
    let text = source::decode(source, bump)?;
    let mut parser = Parser::new(Lexer::new(text, bump, limits), bump, limits);
    let module = parser.module();
    module.map_err(|stop| parser.report(stop))
}

/// Parses a source text that is one expression, for `eval`.
pub fn parse_expression<'a>(
    source: &'a [u8],
    bump: &'a Bump,
    limits: ParseLimits,
) -> Result<&'a Expr<'a>, CompileError<'a>> {
    let text = source::decode(source, bump)?;
    // Leading blanks are no indentation here.
    let text = text.trim_start_matches([' ', '\t']);
    let mut parser = Parser::new(Lexer::new(text, bump, limits), bump, limits);
    let expression = parser.line(Parser::evaluated);
    expression.map_err(|stop| parser.report(stop))
}

/// Parses what was typed at a prompt so far: one statement, perhaps not finished.
pub fn parse_interactive<'a>(
    source: &'a [u8],
    bump: &'a Bump,
    limits: ParseLimits,
) -> Result<Interactive<'a>, CompileError<'a>> {
    let text = source::decode(source, bump)?;
    let mut parser = Parser::new(Lexer::new(text, bump, limits), bump, limits);
    parser.interactive()
}

/// Why a rule gives no result. As wide as a reference, so that a result of either is two machine registers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
enum Stop {
    /// The tokens do not fit; another rule may try.
    Fail,
    /// An error was raised and stands in `Parser::error`.
    Raised,
}

type Parsed<T> = Result<T, Stop>;
type ExprRef<'a> = &'a Expr<'a>;

/// How a rule treats tokens that do not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    Strict,
    Diagnose,
    Quiet,
}

/// The state of a parse.
struct Parser<'a> {
    bump: &'a Bump,
    lexer: Lexer<'a>,
    limits: ParseLimits,
    tokens: List<'a, Token>,
    at: usize,
    furthest: usize,
    mode: Mode,
    depth: u16,
    memo: memo::Memo<'a>,
    /// What was raised, when a rule stops with `Raised`.
    error: Option<CompileError<'a>>,
    /// Found in a text that parses: reported only if nothing else is wrong.
    late_error: Option<CompileError<'a>>,
    /// Why the last token of the buffer is `Kind::Error`.
    stopped: Option<Stopped<'a>>,
}

impl<'a> Parser<'a> {
    fn new(lexer: Lexer<'a>, bump: &'a Bump, limits: ParseLimits) -> Self {
        Parser {
            bump,
            lexer,
            limits,
            tokens: List::new(),
            at: 0,
            furthest: 0,
            mode: Mode::Strict,
            depth: 0,
            memo: memo::Memo::new(),
            error: None,
            late_error: None,
            stopped: None,
        }
    }

    fn module(&mut self) -> Parsed<&'a Module<'a>> {
        let mut body = List::new();
        while self.kind() != Kind::End {
            self.statement(&mut body)?;
        }
        let module = Module { body: body.finish() };
        if self.late_error.is_some() {
            self.error = self.late_error;
            return Err(Stop::Raised);
        }
        self.alloc(module)
    }

    fn evaluated(&mut self) -> Parsed<ExprRef<'a>> {
        let value = self.expressions()?;
        while self.eat(Kind::Newline) {}
        self.expect(Kind::End)?;
        if self.late_error.is_some() {
            self.error = self.late_error;
            return Err(Stop::Raised);
        }
        Ok(value)
    }

    // Tokens.

    /// The kind of the next token.
    fn kind(&mut self) -> Kind {
        self.peek(0).kind
    }

    /// The kind of the token after the next.
    fn second_kind(&mut self) -> Kind {
        self.peek(1).kind
    }

    /// The token `ahead` of the next one, read if need be.
    fn peek(&mut self, ahead: usize) -> Token {
        let wanted = self.at + ahead;
        while self.tokens.len() <= wanted {
            let last = self.tokens.last();
            if let Some(token) = last
                && matches!(token.kind, Kind::End | Kind::Error)
            {
                self.furthest = self.furthest.max(self.tokens.len() - 1);
                return token;
            }
            if let Err(token) = self.read_token() {
                return token;
            }
        }
        self.furthest = self.furthest.max(wanted);
        self.tokens.get(wanted).unwrap_or(NO_TOKEN)
    }

    /// Reads one token more; the error token itself when even that has no room.
    fn read_token(&mut self) -> Result<(), Token> {
        let token = match self.lexer.next_token() {
            Ok(token) => token,
            Err(stopped) => {
                let span = stopped.error.span;
                self.stopped = Some(stopped);
                Token { line: span.line, col: span.col, ..NO_TOKEN }
            }
        };
        self.tokens.push(self.bump, token).map_err(|OutOfMemory| {
            let error = CompileError::new(ErrorKind::OutOfMemory, Span::default());
            self.stopped = Some(Stopped { error, is_in_token: true, is_at_end: false });
            NO_TOKEN
        })
    }

    /// Takes the next token. At the end or at an error it stays.
    fn take(&mut self) -> Token {
        let token = self.peek(0);
        if !matches!(token.kind, Kind::End | Kind::Error) {
            self.at += 1;
        }
        token
    }

    /// Takes the next token if it is of this kind.
    fn eat(&mut self, kind: Kind) -> bool {
        let fits = self.kind() == kind;
        if fits {
            self.take();
        }
        fits
    }

    /// Takes the next token, which must be of this kind.
    fn expect(&mut self, kind: Kind) -> Parsed<Token> {
        if self.kind() == kind { Ok(self.take()) } else { Err(Stop::Fail) }
    }

    /// Takes a name.
    fn name(&mut self) -> Parsed<&'a str> {
        let token = self.expect(Kind::Name)?;
        Ok(self.lexer.text_of(token))
    }

    /// The next token is this soft keyword.
    fn is_word(&mut self, word: &str) -> bool {
        let token = self.peek(0);
        token.kind == Kind::Name && self.lexer.text_of(token) == word
    }

    // Alternatives.

    /// Tries a rule; when it does not fit, nothing was taken.
    fn attempt<T>(&mut self, rule: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<Option<T>> {
        let mark = self.at;
        match rule(self) {
            Ok(found) => Ok(Some(found)),
            Err(Stop::Fail) => {
                self.at = mark;
                Ok(None)
            }
            Err(Stop::Raised) => Err(Stop::Raised),
        }
    }

    /// Tries a rule where the token in front leaves no other choice: in `Strict` mode a failure is final.
    fn optional<T>(&mut self, rule: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<Option<T>> {
        match self.mode {
            Mode::Strict => rule(self).map(Some),
            Mode::Diagnose | Mode::Quiet => self.attempt(rule),
        }
    }

    /// Tries a rule without hooks; the parser stays where it was if it does not fit.
    fn quietly<T>(&mut self, rule: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<Option<T>> {
        let mode = self.mode;
        self.mode = Mode::Quiet;
        let found = self.attempt(rule);
        self.mode = mode;
        found
    }

    fn is_diagnosing(&self) -> bool {
        self.mode == Mode::Diagnose
    }

    /// Runs a rule one level deeper.
    fn nested<T>(&mut self, rule: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        if self.depth >= self.limits.depth {
            let span = self.next_span();
            return Err(self.raise_always(ErrorKind::Text("source is nested too deeply"), span));
        }
        self.depth += 1;
        let found = rule(self);
        self.depth -= 1;
        found
    }

    // Results.

    /// Raises an error, unless mistakes are not to be reported now.
    fn raise(&mut self, kind: ErrorKind<'a>, span: Span) -> Stop {
        if self.stopped.is_some() && self.mode != Mode::Strict {
            // The lexer stopped while mistakes were looked for: its error comes first.
            self.error = None;
            return Stop::Raised;
        }
        if self.mode == Mode::Quiet { Stop::Fail } else { self.raise_always(kind, span) }
    }

    fn raise_always(&mut self, kind: ErrorKind<'a>, span: Span) -> Stop {
        self.error = Some(CompileError::new(kind, span));
        Stop::Raised
    }

    fn raise_text(&mut self, text: &'static str, span: Span) -> Stop {
        self.raise(ErrorKind::Text(text), span)
    }

    /// Raises at the last token that was looked at, as CPython does when it has no better place.
    fn raise_here(&mut self, text: &'static str) -> Stop {
        let span = self.furthest_span();
        self.raise(ErrorKind::Text(text), span)
    }

    fn exhausted(&mut self) -> Stop {
        self.raise_always(ErrorKind::OutOfMemory, Span::default())
    }

    fn alloc<T: Copy>(&mut self, value: T) -> Parsed<&'a T> {
        match self.bump.try_alloc(value) {
            Ok(place) => Ok(place),
            Err(_) => Err(self.exhausted()),
        }
    }

    fn push<T: Copy>(&mut self, list: &mut List<'a, T>, item: T) -> Parsed<()> {
        list.push(self.bump, item).map_err(|OutOfMemory| self.exhausted())
    }

    /// Makes an expression that began with token `start` and ends with the last one taken.
    fn expr(&mut self, start: Token, kind: ExprKind<'a>) -> Parsed<ExprRef<'a>> {
        let span = self.span_since(start);
        self.alloc(Expr { kind, span })
    }
}

const NO_TOKEN: Token = Token { start: 0, end: 0, line: 0, col: 0, kind: Kind::Error, level: 0 };
