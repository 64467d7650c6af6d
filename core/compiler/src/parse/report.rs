//! From a parse that stopped to the one error that is reported.
//!
//! The order of precedence is CPython's: what the lexer finds in a token, anywhere in the rest of the text, wins over
//! what the parser says; then comes what a rule raised; then "invalid syntax" at the furthest token.
//!
//! Not here: the rules that raise (diagnose.rs and the rules themselves).

use super::{Mode, Parsed, Parser, Stop};
use crate::ast::{Module, Span, StmtKind};
use crate::error::{CompileError, ErrorKind, Fragment, NO_END_INDENT};
use crate::list::List;
use crate::token::{Kind, Token};

/// What a prompt gets for the lines typed so far.
#[derive(Clone, Copy, Debug)]
pub enum Interactive<'a> {
    /// A statement, or nothing but blank lines and comments.
    Complete(&'a Module<'a>),
    /// It is not finished: ask for another line.
    Incomplete,
}

impl<'a> Parser<'a> {
    /// Runs the rule of a logical line; when it fails, again to find out what is wrong.
    pub(super) fn line<T>(&mut self, rule: impl Fn(&mut Self) -> Parsed<T>) -> Parsed<T> {
        self.begin_line();
        self.begun_line(rule)
    }

    /// The same for a line whose first tokens were looked at already.
    pub(super) fn begun_line<T>(&mut self, rule: impl Fn(&mut Self) -> Parsed<T>) -> Parsed<T> {
        match rule(self) {
            Err(Stop::Fail) => {
                let last = self.furthest_token();
                if last.kind != Kind::Error {
                    self.mode = Mode::Diagnose;
                    self.memo.clear();
                    self.at = 0;
                    let again = rule(self).map(|_| ());
                    self.settle(again, last);
                }
                Err(Stop::Raised)
            }
            other => other,
        }
    }

    /// Forgets the tokens of the lines before.
    pub(super) fn begin_line(&mut self) {
        let waiting = self.tokens.len().saturating_sub(self.at);
        for idx in 0..waiting {
            if let Some(token) = self.tokens.get(self.at + idx) {
                self.tokens.set(idx, token);
            }
        }
        self.tokens.truncate(waiting);
        self.memo.clear();
        self.at = 0;
        self.furthest = 0;
    }

    /// Names the error of a line that was diagnosed without a special message.
    fn settle(&mut self, again: Parsed<()>, last: Token) {
        if again == Err(Stop::Raised) || self.stopped.is_some() {
            return;
        }
        let error = match last.kind {
            Kind::Indent | Kind::Dedent => {
                let text = match last.kind {
                    Kind::Indent => "unexpected indent",
                    _ => "unexpected unindent",
                };
                let Token { line, col, .. } = last;
                let span = Span { line, end_line: line, col, end_col: NO_END_INDENT };
                CompileError::new(ErrorKind::Indentation(text), span)
            }
            Kind::End => {
                let Token { line, .. } = last;
                let span = Span { line, end_line: line, col: 0, end_col: NO_END_INDENT };
                CompileError::new(ErrorKind::Text("invalid syntax"), span)
            }
            _ => CompileError::new(ErrorKind::Text("invalid syntax"), self.span_of(last)),
        };
        self.error = Some(error);
    }

    /// The error to report after a rule stopped.
    #[cold]
    pub(super) fn report(&mut self, stop: Stop) -> CompileError<'a> {
        let raised = self.error.take().filter(|_| stop == Stop::Raised);
        if let Some(error) = raised {
            // A limit, or an indent out of place: nothing behind it matters.
            let is_final = is_limit(&error) || matches!(error.kind, ErrorKind::Indentation(_));
            return if is_final { error } else { self.lexical_error().unwrap_or(error) };
        }
        if let Some(stopped) = self.stopped {
            return stopped.error;
        }
        CompileError::new(ErrorKind::Text("invalid syntax"), self.furthest_span())
    }

    /// Reads on to the end of the text, for an error that takes precedence.
    fn lexical_error(&mut self) -> Option<CompileError<'a>> {
        let line = self.furthest_token().line;
        let mut stopped = self.stopped;
        while stopped.is_none() {
            match self.lexer.next_token() {
                Ok(token) if token.kind == Kind::End => return None,
                Ok(_) => {}
                Err(found) => stopped = Some(found),
            }
        }
        let stopped = stopped?;
        if stopped.is_in_token { Some(stopped.error) } else { self.lexer.unclosed_before(line) }
    }

    /// The error of an expression inside an f-string, which remembers its text.
    pub(super) fn report_fragment(
        &mut self,
        stop: Stop,
        fragment: Fragment<'a>,
    ) -> CompileError<'a> {
        let is_limit = self.error.is_some_and(|error| is_limit(&error));
        let mut error = self.report(stop);
        if error.fragment.is_none() && !is_limit {
            let is_lexical = self.stopped.is_some_and(|stopped| stopped.error == error);
            error.fragment = Some(Fragment { is_lexical, ..fragment });
        }
        error
    }

    /// One statement, as typed at a prompt.
    pub(super) fn interactive(&mut self) -> Result<Interactive<'a>, CompileError<'a>> {
        let mut body = List::new();
        while self.kind() == Kind::Newline {
            self.take();
        }
        let mut parsed = Ok(());
        if self.kind() != Kind::End {
            parsed = self.statement(&mut body);
        }
        let last = self.furthest_token();
        let is_at_end = self.stopped.is_some_and(|stopped| stopped.is_at_end)
            || (matches!(last.kind, Kind::End | Kind::Dedent) && self.lexer.is_end(last));
        match parsed {
            Ok(()) => self.finished(body),
            Err(_) if is_at_end => Ok(Interactive::Incomplete),
            Err(stop) => Err(self.report(stop)),
        }
    }

    /// A compound statement is finished by an empty line; nothing may follow a statement.
    fn finished(
        &mut self,
        body: List<'a, &'a crate::ast::Stmt<'a>>,
    ) -> Result<Interactive<'a>, CompileError<'a>> {
        let is_compound = body.last().is_some_and(|last| is_compound(&last.kind));
        if self.kind() != Kind::End {
            let text = "multiple statements found while compiling a single statement";
            return Err(CompileError::new(ErrorKind::Text(text), self.next_span()));
        }
        if let Some(error) = self.late_error {
            return Err(error);
        }
        if is_compound && !ends_with_blank_line(self.lexer.text()) {
            return Ok(Interactive::Incomplete);
        }
        let module = self.alloc(Module { body: body.finish() });
        module.map(Interactive::Complete).map_err(|stop| self.report(stop))
    }
}

fn is_compound(kind: &StmtKind<'_>) -> bool {
    matches!(
        kind,
        StmtKind::If { .. }
            | StmtKind::While { .. }
            | StmtKind::For(_)
            | StmtKind::With { .. }
            | StmtKind::FunctionDef(_)
            | StmtKind::ClassDef(_)
            | StmtKind::Try(_)
            | StmtKind::Match { .. }
    )
}

fn ends_with_blank_line(text: &str) -> bool {
    text.strip_suffix('\n')
        .is_some_and(|rest| rest.rsplit('\n').next().is_some_and(|last| last.trim().is_empty()))
}

/// Limits of the compiler itself are reported whatever else is wrong.
fn is_limit(error: &CompileError<'_>) -> bool {
    let kind = error.kind;
    matches!(kind, ErrorKind::OutOfMemory | ErrorKind::Text("source is nested too deeply"))
}
