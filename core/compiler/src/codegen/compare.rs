//! Comparisons as values, and what they share with those that are conditions.

use threadsnake_image::Op;

use crate::ast::{CompareOp, Comparison, Expr, ExprKind};
use crate::codegen::emit::{Operand, Want};
use crate::codegen::{Gen, Outcome};

/// Temporaries that a chain of comparisons may hold.
const MAX_CHAIN: u8 = 8;

impl<'a> Gen<'a> {
    pub(super) fn compare(
        &mut self,
        expr: &'a Expr<'a>,
        left: &'a Expr<'a>,
        rest: &'a [Comparison<'a>],
        want: Want,
    ) -> Outcome<'a, Operand> {
        match rest {
            [link] => self.comparison(expr, left, *link, want),
            _ => self.compare_chain(expr, left, rest, want),
        }
    }

    /// One comparison as a value.
    pub(super) fn comparison(
        &mut self,
        expr: &'a Expr<'a>,
        left: &'a Expr<'a>,
        link: Comparison<'a>,
        want: Want,
    ) -> Outcome<'a, Operand> {
        let mark = self.unit.top;
        let lhs = self.before(left, link.right)?;
        let rhs = self.compared(link)?;
        self.unit.top = mark;
        let dst = self.dest(want)?;
        self.at(expr.span);
        self.emit(value_op(link.op), dst, lhs.last(), rhs.last())?;
        Ok(Self::result(want, dst))
    }

    /// The right side of a comparison; a display behind `in` becomes a tuple.
    pub(super) fn compared(&mut self, link: Comparison<'a>) -> Outcome<'a, Operand> {
        if let (CompareOp::In | CompareOp::NotIn, ExprKind::List(items) | ExprKind::Set(items)) =
            (link.op, link.right.kind)
            && let Some(value) = self.folder.items(items)?
        {
            return self.load(value, Want::Any);
        }
        self.expr(link.right, Want::Any)
    }

    /// `a < b < c` as a value: every link but the last goes to the end with its falsehood.
    fn compare_chain(
        &mut self,
        expr: &'a Expr<'a>,
        left: &'a Expr<'a>,
        rest: &'a [Comparison<'a>],
        want: Want,
    ) -> Outcome<'a, Operand> {
        let mark = self.unit.top;
        let dst = self.unit.push()?;
        let (failed, end) = (self.unit.label()?, self.unit.label()?);
        let Some((last, links)) = rest.split_last() else {
            return self.expr(left, want);
        };
        let mut lhs = match links.first() {
            Some(link) => self.before(left, link.right)?,
            None => self.expr(left, Want::Any)?,
        };
        let (mut has_temps, mut height) = (false, self.unit.top);
        for link in links {
            let rhs = self.middle(*link)?;
            has_temps |= rhs.is_temp;
            height = height.max(self.unit.top);
            self.at(expr.span);
            self.emit(value_op(link.op), dst, lhs.last(), rhs.reg)?;
            // Where nothing has to be emptied the falsehood is the result already.
            let target = if rhs.is_temp { failed } else { end };
            self.test(Op::JTrueKeep, false, dst, 0, target)?;
            lhs = self.compacted(rhs, dst + 1)?;
        }
        let rhs = self.compared(*last)?;
        self.at(expr.span);
        self.emit(value_op(last.op), dst, lhs.last(), rhs.last())?;
        if has_temps {
            self.unit.jump(end)?;
            self.unit.place(failed);
            self.unit.top = height;
            self.clear_to(dst + 1)?;
        }
        self.unit.place(end);
        self.unit.top = mark;
        let temp = Operand::temp(self.unit.push()?);
        self.settle(temp, want)
    }

    /// The operand that a long chain of comparisons goes on with: its temporaries must not pile up.
    pub(super) fn compacted(&mut self, operand: Operand, base: u8) -> Outcome<'a, Operand> {
        if !operand.is_temp || operand.reg < base.saturating_add(MAX_CHAIN) {
            return Ok(operand);
        }
        self.unit.top = base;
        let register = self.unit.push()?;
        self.emit(Op::Move, register, operand.last(), 0)?;
        Ok(Operand::temp(register))
    }

    /// An operand between two comparisons; a list must stay one, for the second may see it.
    pub(super) fn middle(&mut self, link: Comparison<'a>) -> Outcome<'a, Operand> {
        let operand = self.expr(link.right, Want::Any)?;
        match link.right.kind {
            ExprKind::Name(name) => self.stable(name, operand),
            _ => Ok(operand),
        }
    }
}

const fn value_op(op: CompareOp) -> Op {
    match op {
        CompareOp::Eq => Op::Eq,
        CompareOp::NotEq => Op::Ne,
        CompareOp::Less => Op::Lt,
        CompareOp::LessEq => Op::Le,
        CompareOp::Greater => Op::Gt,
        CompareOp::GreaterEq => Op::Ge,
        CompareOp::Is => Op::Is,
        CompareOp::IsNot => Op::IsNot,
        CompareOp::In => Op::In,
        CompareOp::NotIn => Op::NotIn,
    }
}

/// The comparison that is true when this one is not, where Python promises that.
pub(super) const fn negated(op: CompareOp) -> Option<CompareOp> {
    match op {
        CompareOp::Is => Some(CompareOp::IsNot),
        CompareOp::IsNot => Some(CompareOp::Is),
        CompareOp::In => Some(CompareOp::NotIn),
        CompareOp::NotIn => Some(CompareOp::In),
        _ => None,
    }
}
