//! Expressions as values.

use threadsnake_image::Op;

use crate::ast::{BinaryOp, BoolOp, Comparison, Expr, ExprKind, UnaryOp};
use crate::codegen::compare::negated;
use crate::codegen::emit::{Operand, Want};
use crate::codegen::{Gen, Outcome};
use crate::fold::Value;
use crate::list::List;

/// Codes of the K forms and of the in-place forms, from the plain instruction.
const K_FORM: u8 = Op::AddK as u8 - Op::Add as u8;
const IN_PLACE: u8 = Op::IAdd as u8 - Op::Add as u8;
const IN_PLACE_K: u8 = Op::IAddK as u8 - Op::Add as u8;

/// Is an operation written `a + b` or `a += b`?
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A new value.
    Plain,
    /// The left operand may change itself.
    InPlace,
}

const fn plain_op(op: BinaryOp) -> Op {
    match op {
        BinaryOp::Add => Op::Add,
        BinaryOp::Sub => Op::Sub,
        BinaryOp::Mul => Op::Mul,
        BinaryOp::MatMul => Op::MatMul,
        BinaryOp::Div => Op::TrueDiv,
        BinaryOp::FloorDiv => Op::FloorDiv,
        BinaryOp::Mod => Op::Mod,
        BinaryOp::Pow => Op::Pow,
        BinaryOp::LeftShift => Op::LShift,
        BinaryOp::RightShift => Op::RShift,
        BinaryOp::BitOr => Op::Or,
        BinaryOp::BitXor => Op::Xor,
        BinaryOp::BitAnd => Op::And,
    }
}

fn shifted(op: Op, by: u8) -> Op {
    Op::from_code((op as u8).wrapping_add(by)).unwrap_or(op)
}

/// Does evaluating it leave all locals as they are? Looks only at what is cheap to see.
fn is_simple(expr: &Expr<'_>) -> bool {
    matches!(expr.kind, ExprKind::Const(_) | ExprKind::Name(_))
}

/// What a chain of binary operations has come to.
enum Partial<'a> {
    Known(Value<'a>),
    Made(Operand),
}

impl<'a> Gen<'a> {
    /// An expression; what it needs meanwhile is released, so that a temporary result is the lowest one.
    pub(super) fn expr(&mut self, expr: &'a Expr<'a>, want: Want) -> Outcome<'a, Operand> {
        if let ExprKind::Name(name) = expr.kind
            && name != "__debug__"
        {
            self.at(expr.span);
            return self.read(name, want);
        }
        self.enter(expr.span)?;
        let operand = self.expr_kind(expr, want)?;
        self.leave();
        Ok(operand)
    }

    /// An expression in a new temporary.
    pub(super) fn push(&mut self, expr: &'a Expr<'a>) -> Outcome<'a, u8> {
        Ok(self.expr(expr, Want::Temp)?.reg)
    }

    /// An expression as operand, followed by another that is evaluated before the operand is used.
    pub(super) fn before(&mut self, expr: &'a Expr<'a>, next: &Expr<'a>) -> Outcome<'a, Operand> {
        let operand = self.expr(expr, Want::Any)?;
        let source = match expr.kind {
            ExprKind::Named { target, .. } => target.kind,
            kind => kind,
        };
        match source {
            ExprKind::Name(name) if !is_simple(next) => self.stable(name, operand),
            _ => Ok(operand),
        }
    }

    // tidy: long, because it is one arm per expression kind.
    fn expr_kind(&mut self, expr: &'a Expr<'a>, want: Want) -> Outcome<'a, Operand> {
        match expr.kind {
            ExprKind::Name(name) if name != "__debug__" => self.read(name, want),
            ExprKind::Name(_) | ExprKind::Const(_) => {
                self.at(expr.span);
                let value = self.folder.fold(expr)?.unwrap_or(Value::None);
                self.load(value, want)
            }
            ExprKind::Joined(parts) => self.joined(expr, parts, want),
            ExprKind::Formatted { .. } => self.formatted(expr, want),
            ExprKind::BoolOp { op, values } => self.bool_op(op, values, want),
            ExprKind::Binary { .. } => self.chain(expr, want),
            ExprKind::Unary { op, operand } => self.unary(expr, op, operand, want),
            ExprKind::Compare { left, rest } => self.compare(expr, left, rest, want),
            ExprKind::Named { target, value } => self.named(target, value, want),
            ExprKind::Lambda { params, body } => self.lambda(expr, params, body, want),
            ExprKind::IfElse { test, body, orelse } => self.if_else(test, body, orelse, want),
            ExprKind::Call { func, args, keywords } => self.call(expr, func, args, keywords, want),
            ExprKind::Attribute { value, name } => {
                let object = self.expr(value, Want::Any)?;
                self.attribute(expr, object, name, want)
            }
            ExprKind::Subscript { value, index } => self.subscript(expr, value, index, want),
            ExprKind::Slice { lower, upper, step } => self.slice(expr, [lower, upper, step], want),
            // Only inside displays and calls, which look for it.
            ExprKind::Starred(value) => self.expr(value, want),
            ExprKind::Tuple(items) => self.tuple(expr, items, want),
            ExprKind::List(items) => self.list(expr, items, want),
            ExprKind::Set(items) => self.set(expr, items, want),
            ExprKind::Dict(items) => self.dict(expr, items, want),
            ExprKind::ListComp(comp) => self.list_comp(expr, comp, want),
            ExprKind::SetComp(comp) => self.set_comp(expr, comp, want),
            ExprKind::DictComp(comp) => self.dict_comp(expr, comp, want),
            ExprKind::Generator(comp) => self.generator(expr, comp, want),
            ExprKind::Yield(value) => self.yield_value(expr, value, want),
            ExprKind::YieldFrom(value) => self.yield_from(expr, value, Op::GetIter, want),
            ExprKind::Await(value) => self.yield_from(expr, value, Op::Await, want),
        }
    }

    pub(super) fn attribute(
        &mut self,
        expr: &Expr<'a>,
        object: Operand,
        name: &'a str,
        want: Want,
    ) -> Outcome<'a, Operand> {
        let name = self.mangled(name)?;
        let idx = self.name(name)?;
        self.release(object);
        let dst = self.dest(want)?;
        self.at(expr.span);
        self.emit_k(Op::GetAttr, dst, object.last(), idx)?;
        Ok(Self::result(want, dst))
    }

    /// The register of an operand that is about to be used for the last time is free for the result.
    pub(super) fn release(&mut self, operand: Operand) {
        // Others may lie above it: then it is not the end of the stack.
        if operand.is_temp && operand.reg + 1 == self.unit.top {
            self.unit.top = operand.reg;
        }
    }

    /// A chain of binary operations, which nests to the left as deep as it is long.
    fn chain(&mut self, expr: &'a Expr<'a>, want: Want) -> Outcome<'a, Operand> {
        let mut spine: List<'a, &'a Expr<'a>> = List::new();
        let mut first = expr;
        while let ExprKind::Binary { left, .. } = first.kind {
            spine.push(self.bump, first)?;
            first = left;
        }
        let mark = self.unit.top;
        let mut partial = match self.folder.fold(first)? {
            Some(value) => Partial::Known(value),
            None => {
                let next = spine.last().map_or(first, |node| right_of(node));
                Partial::Made(self.before(first, next)?)
            }
        };
        while let Some(node) = spine.pop() {
            let ExprKind::Binary { op, right, .. } = node.kind else { break };
            let wanted = if spine.is_empty() { want } else { Want::Any };
            let known = self.folder.fold(right)?;
            if let (Partial::Known(left), Some(value)) = (&partial, known)
                && let Some(result) = self.folder.binary(op, *left, value)?
            {
                partial = Partial::Known(result);
                continue;
            }
            let lhs = match partial {
                Partial::Made(operand) => operand,
                Partial::Known(value) => self.load(value, Want::Any)?,
            };
            let made = self.operation(node, op, lhs, right, mark, wanted)?;
            partial = Partial::Made(made);
        }
        match partial {
            Partial::Made(operand) => Ok(operand),
            Partial::Known(value) => {
                self.at(expr.span);
                self.load(value, want)
            }
        }
    }

    fn operation(
        &mut self,
        node: &'a Expr<'a>,
        op: BinaryOp,
        lhs: Operand,
        right: &'a Expr<'a>,
        mark: u8,
        want: Want,
    ) -> Outcome<'a, Operand> {
        let rhs = self.right_operand(op, right)?;
        self.unit.top = mark;
        let dst = self.dest(want)?;
        self.at(node.span);
        self.binary(op, Form::Plain, dst, lhs, rhs)?;
        Ok(Self::result(want, dst))
    }

    /// The right operand of a binary operation: a constant where an instruction takes it.
    pub(super) fn right_operand(
        &mut self,
        op: BinaryOp,
        right: &'a Expr<'a>,
    ) -> Outcome<'a, Right> {
        match self.folder.fold(right)? {
            Some(value) => self.known_right(op, value),
            None => Ok(Right::Operand(self.expr(right, Want::Any)?)),
        }
    }

    /// A right operand that is known.
    pub(super) fn known_right(&mut self, op: BinaryOp, value: Value<'a>) -> Outcome<'a, Right> {
        if let (BinaryOp::Add | BinaryOp::Sub, Some(int)) = (op, value.tiny()) {
            return Ok(Right::Tiny(int));
        }
        if op != BinaryOp::MatMul
            && let Some(idx) = self.narrow_number(value)?
        {
            return Ok(Right::Constant(idx));
        }
        Ok(Right::Operand(self.load(value, Want::Any)?))
    }

    /// The instruction of a binary operation.
    pub(super) fn binary(
        &mut self,
        op: BinaryOp,
        form: Form,
        dst: u8,
        lhs: Operand,
        rhs: Right,
    ) -> Outcome<'a> {
        let plain = plain_op(op);
        let (code, rhs) = match (rhs, form) {
            (Right::Tiny(int), _) => {
                let code = match (op, form) {
                    (BinaryOp::Sub, Form::Plain) => Op::SubI,
                    (BinaryOp::Sub, Form::InPlace) => Op::ISubI,
                    (_, Form::Plain) => Op::AddI,
                    (_, Form::InPlace) => Op::IAddI,
                };
                (code, int as u8)
            }
            (Right::Constant(idx), Form::Plain) => (shifted(plain, K_FORM), idx),
            (Right::Constant(idx), Form::InPlace) => (shifted(plain, IN_PLACE_K), idx),
            (Right::Operand(operand), Form::Plain) => (plain, operand.last()),
            (Right::Operand(operand), Form::InPlace) => (shifted(plain, IN_PLACE), operand.last()),
        };
        self.emit(code, dst, lhs.last(), rhs)
    }

    fn unary(
        &mut self,
        expr: &'a Expr<'a>,
        op: UnaryOp,
        operand: &'a Expr<'a>,
        want: Want,
    ) -> Outcome<'a, Operand> {
        if let Some(value) = self.folder.fold(expr)? {
            self.at(expr.span);
            return self.load(value, want);
        }
        if let (UnaryOp::Not, ExprKind::Compare { left, rest: [link] }) = (op, operand.kind)
            && let Some(op) = negated(link.op)
        {
            return self.comparison(expr, left, Comparison { op, right: link.right }, want);
        }
        let src = self.expr(operand, Want::Any)?;
        self.release(src);
        let dst = self.dest(want)?;
        self.at(expr.span);
        let code = match op {
            UnaryOp::Not => Op::Not,
            UnaryOp::Minus => Op::Neg,
            UnaryOp::Plus => Op::Pos,
            UnaryOp::Invert => Op::Invert,
        };
        self.emit(code, dst, src.last(), 0)?;
        Ok(Self::result(want, dst))
    }

    fn named(
        &mut self,
        target: &'a Expr<'a>,
        value: &'a Expr<'a>,
        want: Want,
    ) -> Outcome<'a, Operand> {
        let ExprKind::Name(name) = target.kind else { return self.expr(value, want) };
        if let Some(register) = self.local_of(name)? {
            self.expr(value, Want::Into(register))?;
            self.mark_bound(register);
            return self.settle(Operand::kept(register), want);
        }
        let operand = self.expr(value, Want::Temp)?;
        self.at(target.span);
        let top = self.unit.top;
        self.bind(name, Operand::kept(operand.reg))?;
        self.unit.top = top;
        self.settle(operand, want)
    }

    /// `and`, `or` as a value.
    fn bool_op(
        &mut self,
        op: BoolOp,
        values: &'a [&'a Expr<'a>],
        want: Want,
    ) -> Outcome<'a, Operand> {
        let Some((last, others)) = values.split_last() else {
            return self.load(Value::None, want);
        };
        let mark = self.unit.top;
        let end = self.unit.label()?;
        let stops_at = op == BoolOp::Or;
        for value in others {
            if let Some(known) = self.folder.fold(value)? {
                if known.truth() == stops_at {
                    self.at(value.span);
                    self.load(known, Want::Temp)?;
                    self.unit.jump(end)?;
                }
            } else {
                let register = self.push(value)?;
                self.at(value.span);
                self.test(Op::JTrueKeep, stops_at, register, 0, end)?;
            }
            self.unit.top = mark;
        }
        self.expr(last, Want::Temp)?;
        self.unit.place(end);
        self.unit.top = mark;
        let temp = Operand::temp(self.unit.push()?);
        self.settle(temp, want)
    }

    fn if_else(
        &mut self,
        test: &'a Expr<'a>,
        body: &'a Expr<'a>,
        orelse: &'a Expr<'a>,
        want: Want,
    ) -> Outcome<'a, Operand> {
        let want = if want == Want::Any { Want::Temp } else { want };
        let mark = self.unit.top;
        let (otherwise, end) = (self.unit.label()?, self.unit.label()?);
        self.branch(test, false, otherwise)?;
        self.expr(body, want)?;
        self.unit.jump(end)?;
        self.unit.place(otherwise);
        self.unit.top = mark;
        let operand = self.expr(orelse, want)?;
        self.unit.place(end);
        Ok(operand)
    }

    fn subscript(
        &mut self,
        expr: &'a Expr<'a>,
        value: &'a Expr<'a>,
        index: &'a Expr<'a>,
        want: Want,
    ) -> Outcome<'a, Operand> {
        if let Some(value) = self.folder.fold(expr)? {
            return self.load(value, want);
        }
        let mark = self.unit.top;
        let object = self.before(value, index)?;
        if let ExprKind::Slice { lower, upper, step: None } = index.kind {
            let base = self.bound_or_none(lower)?;
            self.bound_or_none(upper)?;
            self.unit.top = mark;
            let dst = self.dest(want)?;
            self.at(expr.span);
            self.emit(Op::GetSlice, dst, object.last(), base)?;
            return Ok(Self::result(want, dst));
        }
        let key = self.key(index)?;
        self.unit.top = mark;
        let dst = self.dest(want)?;
        self.at(expr.span);
        self.get_item(dst, object.last(), key)?;
        Ok(Self::result(want, dst))
    }

    pub(super) fn get_item(&mut self, dst: u8, object: u8, key: Key) -> Outcome<'a> {
        match key {
            Key::Tiny(int) => self.emit(Op::GetItemI, dst, object, int as u8),
            Key::Constant(idx) => self.emit_k(Op::GetItemK, dst, object, idx),
            Key::Operand(operand) => self.emit(Op::GetItem, dst, object, operand.last()),
        }
    }

    /// The key of a subscript.
    pub(super) fn key(&mut self, index: &'a Expr<'a>) -> Outcome<'a, Key> {
        match self.folder.fold(index)? {
            Some(value) => self.constant_key(value),
            None => Ok(Key::Operand(self.expr(index, Want::Any)?)),
        }
    }

    /// A key that is known.
    pub(super) fn constant_key(&mut self, value: Value<'a>) -> Outcome<'a, Key> {
        match value.tiny() {
            Some(int) => Ok(Key::Tiny(int)),
            None => Ok(Key::Constant(self.constant(value)?)),
        }
    }

    fn bound_or_none(&mut self, bound: Option<&'a Expr<'a>>) -> Outcome<'a, u8> {
        match bound {
            Some(expr) => self.push(expr),
            None => Ok(self.load(Value::None, Want::Temp)?.reg),
        }
    }

    fn slice(
        &mut self,
        expr: &'a Expr<'a>,
        bounds: [Option<&'a Expr<'a>>; 3],
        want: Want,
    ) -> Outcome<'a, Operand> {
        let mark = self.unit.top;
        for bound in bounds {
            self.bound_or_none(bound)?;
        }
        self.unit.top = mark;
        let dst = self.dest(want)?;
        self.at(expr.span);
        self.emit(Op::BuildSlice, dst, mark, 0)?;
        Ok(Self::result(want, dst))
    }

    /// `yield`: the exception being handled is not the caller's business.
    fn yield_value(
        &mut self,
        expr: &'a Expr<'a>,
        value: Option<&'a Expr<'a>>,
        want: Want,
    ) -> Outcome<'a, Operand> {
        let src = match value {
            Some(value) => self.expr(value, Want::Any)?,
            None => self.load(Value::None, Want::Any)?,
        };
        self.release(src);
        let dst = self.dest(want)?;
        self.at(expr.span);
        self.suspended(|this| this.emit(Op::Yield, dst, src.last(), 0))?;
        Ok(Self::result(want, dst))
    }

    fn yield_from(
        &mut self,
        expr: &'a Expr<'a>,
        value: &'a Expr<'a>,
        how: Op,
        want: Want,
    ) -> Outcome<'a, Operand> {
        let mark = self.unit.top;
        let src = self.expr(value, Want::Any)?;
        self.unit.top = mark;
        let iter = self.unit.push()?;
        self.at(expr.span);
        self.emit(how, iter, src.last(), 0)?;
        self.delegate(iter)?;
        self.settle(Operand::temp(iter), want)
    }
}

/// The right operand of a binary operation.
#[derive(Clone, Copy)]
pub(super) enum Right {
    /// An int in the instruction.
    Tiny(i8),
    /// A constant.
    Constant(u8),
    /// A register.
    Operand(Operand),
}

/// The key of a subscript.
#[derive(Clone, Copy)]
pub(super) enum Key {
    /// An int in the instruction.
    Tiny(i8),
    /// A constant.
    Constant(u32),
    /// A register.
    Operand(Operand),
}

fn right_of<'a>(node: &'a Expr<'a>) -> &'a Expr<'a> {
    match node.kind {
        ExprKind::Binary { right, .. } => right,
        _ => node,
    }
}
