//! What was already parsed at a token, so that looking for mistakes stays linear.
//!
//! In `Diagnose` and `Quiet` mode alternatives start at the same token again and again; without memory the work would
//! double with every open parenthesis. Entries hang in a list per token of the current line. As in CPython they do
//! not tell the two modes apart: what was parsed quietly is not searched for mistakes later.
//!
//! Not here: `Strict` mode, which never looks back.

use super::{ExprRef, Mode, Parsed, Parser, Stop};
use crate::list::List;

/// A rule whose results are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    Expression,
    Disjunction,
    BitwiseOr,
    Primary,
}

/// Index of no entry.
const NONE: u32 = u32::MAX;

#[derive(Clone, Copy)]
struct Entry<'a> {
    rule: Rule,
    next: u32,
    end: u32,
    found: Option<ExprRef<'a>>,
}

/// Results by token.
pub(super) struct Memo<'a> {
    heads: List<'a, u32>,
    entries: List<'a, Entry<'a>>,
}

impl Memo<'_> {
    pub(super) fn new() -> Self {
        Memo { heads: List::new(), entries: List::new() }
    }

    pub(super) fn clear(&mut self) {
        self.heads.truncate(0);
        self.entries.truncate(0);
    }
}

impl<'a> Parser<'a> {
    /// Runs a rule, or takes its result from an earlier run at the same token.
    pub(super) fn remembered(
        &mut self,
        rule: Rule,
        run: impl FnOnce(&mut Self) -> Parsed<ExprRef<'a>>,
    ) -> Parsed<ExprRef<'a>> {
        if self.mode == Mode::Strict {
            return run(self);
        }
        let start = self.at;
        if let Some(entry) = self.recall(start, rule) {
            self.at = entry.end as usize;
            return entry.found.ok_or(Stop::Fail);
        }
        let result = run(self);
        if matches!(result, Err(Stop::Raised)) {
            return result;
        }
        let end = self.at as u32;
        self.remember(start, Entry { rule, next: NONE, end, found: result.ok() })?;
        result
    }

    fn recall(&self, start: usize, rule: Rule) -> Option<Entry<'a>> {
        let mut idx = self.memo.heads.get(start)?;
        loop {
            let entry = self.memo.entries.get(idx as usize)?;
            if entry.rule == rule {
                return Some(entry);
            }
            idx = entry.next;
        }
    }

    fn remember(&mut self, start: usize, entry: Entry<'a>) -> Parsed<()> {
        while self.memo.heads.len() <= start {
            let pushed = self.memo.heads.push(self.bump, NONE);
            pushed.map_err(|_| self.exhausted())?;
        }
        let next = self.memo.heads.get(start).unwrap_or(NONE);
        let idx = self.memo.entries.len() as u32;
        let pushed = self.memo.entries.push(self.bump, Entry { next, ..entry });
        pushed.map_err(|_| self.exhausted())?;
        self.memo.heads.set(start, idx);
        Ok(())
    }
}
