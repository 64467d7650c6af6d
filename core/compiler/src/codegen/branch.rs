//! Expressions as conditions: jumps instead of values.

use threadsnake_image::Op;

use crate::ast::{BoolOp, CompareOp, Comparison, Const, Expr, ExprKind, UnaryOp};
use crate::codegen::emit::{Operand, Want};
use crate::codegen::{Gen, Outcome};
use crate::fold::Value;
use crate::unit::Label;

/// Codes of the forms with an int and with a constant, from the plain test.
const I_FORM: u8 = Op::JLtI as u8 - Op::JLt as u8;
const K_FORM: u8 = Op::JLtK as u8 - Op::JLt as u8;

/// The test of an ordering or equality.
const fn ordering(op: CompareOp) -> Option<Op> {
    match op {
        CompareOp::Less => Some(Op::JLt),
        CompareOp::LessEq => Some(Op::JLe),
        CompareOp::Greater => Some(Op::JGt),
        CompareOp::GreaterEq => Some(Op::JGe),
        CompareOp::Eq => Some(Op::JEq),
        CompareOp::NotEq => Some(Op::JNe),
        _ => None,
    }
}

fn is_none(expr: &Expr<'_>) -> bool {
    matches!(expr.kind, ExprKind::Const(Const::None))
}

impl<'a> Gen<'a> {
    /// Jumps when the truth of an expression is `sense`, else goes on behind.
    pub(super) fn branch(&mut self, expr: &'a Expr<'a>, sense: bool, label: Label) -> Outcome<'a> {
        self.enter(expr.span)?;
        match expr.kind {
            ExprKind::Unary { op: UnaryOp::Not, operand } => {
                self.branch(operand, !sense, label)?;
            }
            ExprKind::BoolOp { op, values } => self.branch_bool(op, values, sense, label)?,
            ExprKind::Compare { left, rest: [link] } => {
                self.branch_compare(expr, left, *link, sense, label)?;
            }
            ExprKind::Compare { left, rest } => {
                self.branch_chain(expr, left, rest, sense, label)?;
            }
            ExprKind::IfElse { test, body, orelse } => {
                let (otherwise, end) = (self.unit.label()?, self.unit.label()?);
                self.branch(test, false, otherwise)?;
                self.branch(body, sense, label)?;
                self.unit.jump(end)?;
                self.unit.place(otherwise);
                self.branch(orelse, sense, label)?;
                self.unit.place(end);
            }
            _ => self.branch_value(expr, sense, label)?,
        }
        self.leave();
        Ok(())
    }

    fn branch_value(&mut self, expr: &'a Expr<'a>, sense: bool, label: Label) -> Outcome<'a> {
        if let Some(value) = self.folder.fold(expr)? {
            if value.truth() == sense {
                self.at(expr.span);
                self.unit.jump(label)?;
            }
            return Ok(());
        }
        let operand = self.expr(expr, Want::Any)?;
        self.release(operand);
        self.at(expr.span);
        self.test(Op::JTrue, sense, operand.last(), 0, label)
    }

    fn branch_bool(
        &mut self,
        op: BoolOp,
        values: &'a [&'a Expr<'a>],
        sense: bool,
        label: Label,
    ) -> Outcome<'a> {
        // `or` is decided by a true value, `and` by a false one.
        let decides = op == BoolOp::Or;
        if sense == decides {
            return values.iter().try_for_each(|value| self.branch(value, sense, label));
        }
        let Some((last, others)) = values.split_last() else { return Ok(()) };
        let skip = self.unit.label()?;
        for value in others {
            self.branch(value, decides, skip)?;
        }
        self.branch(last, sense, label)?;
        self.unit.place(skip);
        Ok(())
    }

    fn branch_compare(
        &mut self,
        expr: &'a Expr<'a>,
        left: &'a Expr<'a>,
        link: Comparison<'a>,
        sense: bool,
        label: Label,
    ) -> Outcome<'a> {
        let mark = self.unit.top;
        let lhs = self.before(left, link.right)?;
        self.link_test(expr, lhs, link, sense, label, mark)
    }

    /// The last or only link of a comparison.
    pub(super) fn link_test(
        &mut self,
        expr: &'a Expr<'a>,
        lhs: Operand,
        link: Comparison<'a>,
        sense: bool,
        label: Label,
        mark: u8,
    ) -> Outcome<'a> {
        let is_identity = matches!(link.op, CompareOp::Is | CompareOp::IsNot);
        if is_identity && is_none(link.right) {
            self.unit.top = mark;
            self.at(expr.span);
            let sense = sense == (link.op == CompareOp::Is);
            return self.test(Op::JNone, sense, lhs.last(), 0, label);
        }
        if let (Some(op), Some(value)) = (ordering(link.op), self.folder.fold(link.right)?)
            && let Some((op, rhs)) = self.constant_test(op, value)?
        {
            self.unit.top = mark;
            self.at(expr.span);
            return self.test(op, sense, lhs.last(), rhs, label);
        }
        let rhs = self.compared(link)?;
        self.unit.top = mark;
        self.at(expr.span);
        let (op, sense) = match link.op {
            CompareOp::Is => (Op::JIs, sense),
            CompareOp::IsNot => (Op::JIs, !sense),
            CompareOp::In => (Op::JIn, sense),
            CompareOp::NotIn => (Op::JIn, !sense),
            op => (ordering(op).unwrap_or(Op::JEq), sense),
        };
        self.test(op, sense, lhs.last(), rhs.last(), label)
    }

    /// The test with a constant on the right, if there is one.
    fn constant_test(&mut self, op: Op, value: Value<'a>) -> Outcome<'a, Option<(Op, u8)>> {
        let form = |by: u8| Op::from_code(op as u8 + by).unwrap_or(op);
        if let Some(int) = value.tiny() {
            return Ok(Some((form(I_FORM), int as u8)));
        }
        let is_equality = matches!(op, Op::JEq | Op::JNe);
        if !(value.is_number() || is_equality && matches!(value, Value::Str(_))) {
            return Ok(None);
        }
        let idx = self.constant(value)?;
        Ok(u8::try_from(idx).ok().map(|idx| (form(K_FORM), idx)))
    }

    /// `a < b < c` as a condition. Middle operands are used twice.
    fn branch_chain(
        &mut self,
        expr: &'a Expr<'a>,
        left: &'a Expr<'a>,
        rest: &'a [Comparison<'a>],
        sense: bool,
        label: Label,
    ) -> Outcome<'a> {
        let Some((last, links)) = rest.split_last() else { return Ok(()) };
        let mark = self.unit.top;
        let (failed, end) = (self.unit.label()?, self.unit.label()?);
        let mut lhs = match links.first() {
            Some(link) => self.before(left, link.right)?,
            None => self.expr(left, Want::Any)?,
        };
        let (mut has_temps, mut height) = (false, mark);
        for link in links {
            let rhs = self.middle(*link)?;
            has_temps |= rhs.is_temp;
            self.at(expr.span);
            // Where nothing has to be emptied the falsehood goes straight to its target.
            let target = if sense || rhs.is_temp { failed } else { label };
            self.middle_test(link.op, lhs, rhs.reg, target)?;
            height = height.max(self.unit.top);
            lhs = self.compacted(rhs, mark)?;
        }
        self.link_test(expr, lhs, *last, sense, label, mark)?;
        if has_temps {
            self.unit.jump(end)?;
            self.unit.place(failed);
            self.unit.top = height;
            self.clear_to(mark)?;
            self.unit.top = mark;
            if !sense {
                self.unit.jump(label)?;
            }
            self.unit.place(end);
        } else {
            self.unit.place(failed);
        }
        Ok(())
    }

    fn middle_test(&mut self, op: CompareOp, lhs: Operand, rhs: u8, failed: Label) -> Outcome<'a> {
        let (op, sense) = match op {
            CompareOp::Is => (Op::JIs, false),
            CompareOp::IsNot => (Op::JIs, true),
            CompareOp::In => (Op::JIn, false),
            CompareOp::NotIn => (Op::JIn, true),
            op => (ordering(op).unwrap_or(Op::JEq), false),
        };
        self.test(op, sense, lhs.last(), rhs, failed)
    }
}
