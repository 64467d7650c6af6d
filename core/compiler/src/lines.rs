//! The line table of a function, written while its code is.

use bumpalo::Bump;
use threadsnake_image::lines::{self, Location, Run};

use crate::ast::Span;
use crate::list::{List, OutOfMemory};

/// A line table being written.
#[derive(Debug)]
pub struct LineTable<'a> {
    bump: &'a Bump,
    bytes: List<'a, u8>,
    has_columns: bool,
    /// Position of the words since `start`.
    current: Span,
    start: u32,
    /// Line of the entry before.
    line: u32,
}

impl<'a> LineTable<'a> {
    /// An empty one for code whose definition is in `first_line`.
    #[must_use]
    pub fn new(bump: &'a Bump, first_line: u32, has_columns: bool) -> Self {
        let current = Span::default();
        LineTable { bump, bytes: List::new(), has_columns, current, start: 0, line: first_line }
    }

    /// Empties it for other code.
    pub fn reset(&mut self, first_line: u32) {
        self.bytes.truncate(0);
        self.current = Span::default();
        self.start = 0;
        self.line = first_line;
    }

    /// The word at `pc` comes from here.
    pub fn note(&mut self, pc: u32, span: Span) -> Result<(), OutOfMemory> {
        let span = if self.has_columns {
            span
        } else {
            Span { line: span.line, end_line: span.line, col: 0, end_col: 0 }
        };
        if span == self.current {
            return Ok(());
        }
        self.flush(pc)?;
        self.current = span;
        Ok(())
    }

    /// Ends the entry of the words before `pc`.
    pub fn flush(&mut self, pc: u32) -> Result<(), OutOfMemory> {
        let words = pc.saturating_sub(self.start);
        self.start = pc;
        if words == 0 {
            return Ok(());
        }
        let location = Location {
            line: self.current.line,
            end_line: self.current.end_line,
            col: u32::from(self.current.col),
            end_col: u32::from(self.current.end_col),
        };
        let (bump, bytes) = (self.bump, &mut self.bytes);
        let run = Run { words, location };
        lines::write(run, self.line, self.has_columns, |byte| bytes.push(bump, byte))?;
        self.line = location.line;
        Ok(())
    }

    /// The table.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        self.bytes.as_slice()
    }
}
