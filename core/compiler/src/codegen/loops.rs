//! Loops. The test is at the bottom, so that a round has one jump.
//!
//! ```text
//!        IterPrep state, iterable            Jump test
//!        Jump next                     body: ...
//!  body: ...                           test: condition, true: loop body
//!  next: ForIter item, state, loop body      else part
//!        else part                     end:
//!  end:
//! ```

use threadsnake_image::Op;
use threadsnake_image::encode::abc;

use crate::ast::{Block as Body, Expr, ExprKind, For, Span};
use crate::codegen::emit::{Operand, Want};
use crate::codegen::tries::{Block, BlockKind};
use crate::codegen::{Gen, Outcome};
use crate::error::{ErrorKind, fault};
use crate::unit::Label;

/// Loops and other blocks that may stand in each other, as in CPython.
const BLOCKS_MAX: usize = 20;

/// Registers of the state of an iteration.
pub(super) const STATE: u8 = 2;

impl<'a> Gen<'a> {
    pub(super) fn while_loop(
        &mut self,
        test: &'a Expr<'a>,
        body: Body<'a>,
        orelse: Body<'a>,
    ) -> Outcome<'a> {
        let known = self.folder.fold(test)?.map(|value| value.truth());
        if known == Some(false) {
            return self.block(orelse);
        }
        let (head, next, end) = (self.unit.label()?, self.unit.label()?, self.unit.label()?);
        let is_entered = self.unit.reachable;
        if known.is_none() {
            self.unit.jump(next)?;
        }
        if is_entered {
            self.unit.place_head(head);
        }
        let repeat = if known.is_some() { head } else { next };
        let top = self.unit.top;
        self.begin_loop(end, repeat, top, top)?;
        self.block(body)?;
        self.end_block();
        if known.is_some() {
            self.unit.jump(head)?;
        } else {
            self.unit.place(next);
            self.branch(test, true, head)?;
        }
        self.block(orelse)?;
        self.unit.place(end);
        Ok(())
    }

    pub(super) fn begin_loop(
        &mut self,
        end: Label,
        next: Label,
        outside: u8,
        inside: u8,
    ) -> Outcome<'a> {
        if self.blocks.len() >= BLOCKS_MAX {
            let kind = ErrorKind::Text("too many statically nested blocks");
            return Err(fault(self.unit.bump, kind, self.unit.span));
        }
        self.begin_block(BlockKind::Loop { end, next, outside, inside })?;
        Ok(())
    }

    pub(super) fn for_loop(&mut self, node: &'a For<'a>, span: Span) -> Outcome<'a> {
        let mark = self.unit.top;
        let state = self.iterate(node.iter, span)?;
        let (head, next, end) = (self.unit.label()?, self.unit.label()?, self.unit.label()?);
        let item = self.begin_round(head, next, node.target)?;
        self.at(span);
        self.begin_loop(end, next, mark, state + STATE)?;
        self.item_to_target(node.target, item)?;
        self.block(node.body)?;
        self.end_block();
        self.unit.place(next);
        self.at(span);
        self.next_item(item, state, head)?;
        self.unit.top = mark;
        self.block(node.orelse)?;
        self.unit.place(end);
        self.unit.top = mark;
        Ok(())
    }

    /// Starts iterating; gives the first register of the state. What goes wrong is the fault of `span`.
    pub(super) fn iterate(&mut self, iter: &'a Expr<'a>, span: Span) -> Outcome<'a, u8> {
        let mark = self.unit.top;
        let source = match self.as_constant_tuple(iter)? {
            Some(items) => self.load(items, Want::Any)?,
            None => self.expr(iter, Want::Any)?,
        };
        self.unit.top = mark;
        let state = self.unit.push_many(STATE)?;
        self.at(span);
        self.emit(Op::IterPrep, state, source.last(), 0)?;
        Ok(state)
    }

    /// Goes to the bottom and starts a round; gives the register that items come into.
    pub(super) fn begin_round(
        &mut self,
        head: Label,
        next: Label,
        target: &'a Expr<'a>,
    ) -> Outcome<'a, Operand> {
        if self.unit.reachable {
            self.unit.jump(next)?;
            self.unit.place_head(head);
        }
        if let ExprKind::Name(name) = target.kind
            && let Some(register) = self.local_of(name)?
        {
            self.mark_bound(register);
            return Ok(Operand::kept(register));
        }
        let item = self.unit.push()?;
        Ok(Operand::temp(item))
    }

    /// At the start of a round: the item to where it belongs.
    pub(super) fn item_to_target(&mut self, target: &'a Expr<'a>, item: Operand) -> Outcome<'a> {
        if item.is_temp {
            self.store(target, item)?;
            self.unit.top = item.reg;
        }
        Ok(())
    }

    /// The bottom of the loop.
    pub(super) fn next_item(&mut self, item: Operand, state: u8, head: Label) -> Outcome<'a> {
        self.unit.test_loop(abc(Op::ForIter, item.reg, state, 0), head)
    }

    pub(super) fn break_loop(&mut self, span: Span) -> Outcome<'a> {
        let Some(idx) = self.innermost_loop() else { return Ok(()) };
        let Some(Block { kind: BlockKind::Loop { end, outside, .. }, .. }) = self.blocks.get(idx)
        else {
            return Ok(());
        };
        self.leave_blocks(idx + 1, |this| {
            this.at(span);
            this.clear_to(outside)?;
            this.unit.jump(end)
        })
    }

    pub(super) fn continue_loop(&mut self, span: Span) -> Outcome<'a> {
        let Some(idx) = self.innermost_loop() else { return Ok(()) };
        let Some(Block { kind: BlockKind::Loop { next, inside, .. }, .. }) = self.blocks.get(idx)
        else {
            return Ok(());
        };
        self.leave_blocks(idx + 1, |this| {
            this.at(span);
            this.clear_to(inside)?;
            this.unit.jump(next)
        })
    }

    fn innermost_loop(&self) -> Option<usize> {
        let is_loop = |block: &Block<'_>| matches!(block.kind, BlockKind::Loop { .. });
        self.blocks.as_slice().iter().rposition(is_loop)
    }
}
