//! Targets: assignment, augmented assignment, annotations, `del`.

use threadsnake_image::{Op, Slow};

use crate::ast::{BinaryOp, Expr, ExprKind};
use crate::codegen::emit::{Operand, Want};
use crate::codegen::expr::{Form, Key};
use crate::codegen::{Gen, Outcome};
use crate::fold::Value;
use crate::list::List;
use crate::scope::ScopeKind;

/// Most targets that are taken from an iterable at once.
const MAX_UNPACKED: usize = 40;

fn starred<'a>(items: &[&'a Expr<'a>]) -> Option<usize> {
    items.iter().position(|item| matches!(item.kind, ExprKind::Starred(_)))
}

impl<'a> Gen<'a> {
    /// `targets[0] = targets[1] = value`
    pub(super) fn assign(
        &mut self,
        targets: &'a [&'a Expr<'a>],
        value: &'a Expr<'a>,
    ) -> Outcome<'a> {
        let [target] = targets else { return self.assign_many(targets, value) };
        if let ExprKind::Name(name) = target.kind {
            return self.assign_name(name, value);
        }
        if let (
            ExprKind::Tuple(targets) | ExprKind::List(targets),
            ExprKind::Tuple(values) | ExprKind::List(values),
        ) = (target.kind, value.kind)
            && targets.len() == values.len()
            && starred(targets).or(starred(values)).is_none()
            && values.len() <= MAX_UNPACKED
        {
            return self.pairwise(targets, values);
        }
        let operand = self.expr(value, Want::Any)?;
        self.store(target, operand)
    }

    fn assign_name(&mut self, name: &'a str, value: &'a Expr<'a>) -> Outcome<'a> {
        match self.local_of(name)? {
            Some(register) => {
                self.expr(value, Want::Into(register))?;
                self.mark_bound(register);
                Ok(())
            }
            None => {
                let operand = self.expr(value, Want::Any)?;
                if matches!(value.kind, ExprKind::Lambda { .. }) {
                    self.note_ring(name)?;
                }
                self.bind(name, operand)
            }
        }
    }

    fn assign_many(&mut self, targets: &'a [&'a Expr<'a>], value: &'a Expr<'a>) -> Outcome<'a> {
        let mark = self.unit.top;
        let operand = self.expr(value, Want::Any)?;
        let operand = match value.kind {
            ExprKind::Name(name) => self.stable(name, operand)?,
            _ => operand,
        };
        let height = self.unit.top;
        let Some((last, others)) = targets.split_last() else { return Ok(()) };
        for target in others {
            self.unit.top = height;
            self.store(target, Operand::kept(operand.reg))?;
        }
        self.unit.top = height;
        self.store(last, operand)?;
        self.unit.top = mark;
        Ok(())
    }

    /// `a, b = b, a`: all values first, then all targets, without a tuple in between.
    fn pairwise(&mut self, targets: &'a [&'a Expr<'a>], values: &'a [&'a Expr<'a>]) -> Outcome<'a> {
        let mark = self.unit.top;
        let mut operands: List<'a, Operand> = List::new();
        for (idx, value) in values.iter().enumerate() {
            let is_last = idx + 1 == values.len();
            let operand = match self.direct_target(targets, values, idx)? {
                Some(register) if is_last => {
                    let operand = self.expr(value, Want::Into(register))?;
                    self.mark_bound(register);
                    operand
                }
                _ => self.pair_value(targets, value, idx)?,
            };
            operands.push(self.bump, operand)?;
        }
        let height = self.unit.top;
        for (target, operand) in targets.iter().zip(operands.as_slice()) {
            self.unit.top = height;
            self.store(target, *operand)?;
        }
        self.unit.top = mark;
        Ok(())
    }

    /// A value of a pairwise assignment: a local is used where it is unless an earlier target changes it.
    fn pair_value(
        &mut self,
        targets: &'a [&'a Expr<'a>],
        value: &'a Expr<'a>,
        idx: usize,
    ) -> Outcome<'a, Operand> {
        let ExprKind::Name(name) = value.kind else { return self.expr(value, Want::Temp) };
        let earlier = targets.get(..idx).unwrap_or_default();
        let is_changed = earlier.iter().any(|target| match target.kind {
            ExprKind::Name(other) => other == name,
            ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => false,
            _ => true,
        });
        let operand = self.expr(value, if is_changed { Want::Temp } else { Want::Any })?;
        self.stable(name, operand)
    }

    /// The local that the last value may be computed in: no other target is in its way and no other value is it.
    fn direct_target(
        &self,
        targets: &'a [&'a Expr<'a>],
        values: &'a [&'a Expr<'a>],
        idx: usize,
    ) -> Outcome<'a, Option<u8>> {
        let (Some(last), Some(others), Some(values)) =
            (targets.get(idx), targets.get(..idx), values.get(..idx))
        else {
            return Ok(None);
        };
        let ExprKind::Name(name) = last.kind else { return Ok(None) };
        for target in others {
            match target.kind {
                ExprKind::Name(other) if other != name && self.local_of(other)?.is_some() => {}
                _ => return Ok(None),
            }
        }
        let is_read = |value: &&Expr<'_>| match value.kind {
            ExprKind::Name(other) => other == name,
            _ => false,
        };
        if values.iter().any(is_read) {
            return Ok(None);
        }
        self.local_of(name)
    }

    /// Assigns a value that is in a register.
    pub(super) fn store(&mut self, target: &'a Expr<'a>, value: Operand) -> Outcome<'a> {
        self.enter(target.span)?;
        self.at(target.span);
        match target.kind {
            ExprKind::Name(name) => self.bind(name, value)?,
            ExprKind::Attribute { value: object, name } => {
                let mark = self.unit.top;
                let object = self.expr(object, Want::Any)?;
                let name = self.mangled(name)?;
                let idx = self.name(name)?;
                self.at(target.span);
                self.emit_ka(Op::SetAttr, idx, object.last(), value.last())?;
                self.unit.top = mark;
            }
            ExprKind::Subscript { value: object, index } => {
                let mark = self.unit.top;
                let object = self.before(object, index)?;
                let key = self.key(index)?;
                self.at(target.span);
                self.set_item(value.last(), object.last(), key)?;
                self.unit.top = mark;
            }
            ExprKind::Tuple(items) | ExprKind::List(items) => self.unpack(target, items, value)?,
            ExprKind::Starred(inner) => self.store(inner, value)?,
            _ => self.discard(value)?,
        }
        self.release(value);
        self.leave();
        Ok(())
    }

    fn set_item(&mut self, value: u8, object: u8, key: Key) -> Outcome<'a> {
        match key {
            Key::Tiny(int) => self.emit(Op::SetItemI, value, object, int as u8),
            Key::Constant(idx) => self.emit_k(Op::SetItemK, value, object, idx),
            Key::Operand(operand) => self.emit(Op::SetItem, value, object, operand.last()),
        }
    }

    /// Takes an iterable apart and assigns its items from left to right.
    fn unpack(
        &mut self,
        target: &'a Expr<'a>,
        items: &'a [&'a Expr<'a>],
        value: Operand,
    ) -> Outcome<'a> {
        self.release(value);
        if items.len() > MAX_UNPACKED && starred(items).is_none() {
            return self.unpack_many(target, items, value);
        }
        let count = u8::try_from(items.len()).unwrap_or(u8::MAX);
        if let Some(first) = self.neighbours(items)? {
            self.emit_unpack(target, items, value, first)?;
            (first..first + count).for_each(|register| self.mark_bound(register));
            return Ok(());
        }
        let base = self.unit.push_many(count)?;
        self.emit_unpack(target, items, value, base)?;
        let height = self.unit.top;
        for (idx, item) in items.iter().enumerate() {
            self.unit.top = height;
            self.store(item, Operand::temp(base + idx as u8))?;
        }
        self.unit.top = base;
        Ok(())
    }

    /// More targets than there are registers for: by way of a list.
    fn unpack_many(
        &mut self,
        target: &'a Expr<'a>,
        items: &'a [&'a Expr<'a>],
        value: Operand,
    ) -> Outcome<'a> {
        let list = self.unit.push()?;
        self.at(target.span);
        self.slow(Slow::UnpackList, list, value.last(), 0, items.len() as u32)?;
        for (idx, item) in items.iter().enumerate() {
            self.unit.top = list + 1;
            let key = self.constant_key(Value::Int(idx as i128))?;
            let part = self.unit.push()?;
            self.get_item(part, list, key)?;
            self.store(item, Operand::temp(part))?;
        }
        self.unit.top = list + 1;
        self.discard(Operand::temp(list))
    }

    /// The first register of targets that are plain locals side by side: items go there at once.
    fn neighbours(&self, items: &'a [&'a Expr<'a>]) -> Outcome<'a, Option<u8>> {
        let mut first = None;
        for (idx, item) in items.iter().enumerate() {
            let target = match item.kind {
                ExprKind::Starred(inner) => inner.kind,
                kind => kind,
            };
            let ExprKind::Name(name) = target else { return Ok(None) };
            let Some(register) = self.local_of(name)? else { return Ok(None) };
            let base = *first.get_or_insert(register);
            if usize::from(register) != usize::from(base) + idx {
                return Ok(None);
            }
        }
        Ok(first)
    }

    /// Takes a value apart into registers from `base` on.
    fn emit_unpack(
        &mut self,
        target: &Expr<'a>,
        items: &[&'a Expr<'a>],
        value: Operand,
        base: u8,
    ) -> Outcome<'a> {
        self.at(target.span);
        match starred(items) {
            None => self.emit(Op::Unpack, base, value.last(), items.len() as u8),
            Some(before) => {
                self.emit(Op::UnpackEx, base, value.last(), before as u8)?;
                self.emit_word((items.len() - before - 1) as u32)
            }
        }
    }

    /// `target op= value`
    pub(super) fn augmented(
        &mut self,
        target: &'a Expr<'a>,
        op: BinaryOp,
        value: &'a Expr<'a>,
        stmt: crate::ast::Span,
    ) -> Outcome<'a> {
        let mark = self.unit.top;
        match target.kind {
            ExprKind::Name(name) => {
                let local = self.local_of(name)?;
                let lhs = self.before(target, value)?;
                let rhs = self.right_operand(op, value)?;
                self.unit.top = mark;
                self.at(stmt);
                if let Some(register) = local {
                    self.binary(op, Form::InPlace, register, lhs, rhs)?;
                } else {
                    let dst = self.unit.push()?;
                    self.binary(op, Form::InPlace, dst, lhs, rhs)?;
                    self.bind(name, Operand::temp(dst))?;
                }
            }
            ExprKind::Attribute { value: object, name } => {
                let object = self.before(object, value)?;
                let old = self.attribute(target, Operand::kept(object.reg), name, Want::Temp)?;
                let rhs = self.right_operand(op, value)?;
                self.at(stmt);
                self.binary(op, Form::InPlace, old.reg, old, rhs)?;
                let name = self.mangled(name)?;
                let idx = self.name(name)?;
                self.emit_ka(Op::SetAttr, idx, object.last(), old.last())?;
            }
            ExprKind::Subscript { value: object, index } => {
                let object = self.expr(object, Want::Any)?;
                let object = self.stabilised(object, target, value)?;
                let key = self.key(index)?;
                let key = self.stabilised_key(key, index, value)?;
                let old = self.unit.push()?;
                self.at(target.span);
                self.get_item(old, object.reg, kept(key))?;
                let rhs = self.right_operand(op, value)?;
                self.at(stmt);
                self.binary(op, Form::InPlace, old, Operand::temp(old), rhs)?;
                self.set_item(Operand::temp(old).last(), object.last(), key)?;
            }
            _ => {}
        }
        self.unit.top = mark;
        Ok(())
    }

    /// The object of an augmented subscript must survive what index and value bind with `:=`.
    fn stabilised(
        &mut self,
        object: Operand,
        target: &Expr<'a>,
        value: &Expr<'a>,
    ) -> Outcome<'a, Operand> {
        let ExprKind::Subscript { value: source, index } = target.kind else { return Ok(object) };
        let is_calm = |expr: &Expr<'_>| matches!(expr.kind, ExprKind::Const(_) | ExprKind::Name(_));
        match source.kind {
            ExprKind::Name(name) if !is_calm(index) || !is_calm(value) => self.stable(name, object),
            _ => Ok(object),
        }
    }

    fn stabilised_key(&mut self, key: Key, index: &Expr<'a>, value: &Expr<'a>) -> Outcome<'a, Key> {
        let is_calm = matches!(value.kind, ExprKind::Const(_) | ExprKind::Name(_));
        match (key, index.kind) {
            (Key::Operand(operand), ExprKind::Name(name)) if !is_calm => {
                Ok(Key::Operand(self.stable(name, operand)?))
            }
            _ => Ok(key),
        }
    }

    /// `target: annotation = value`
    pub(super) fn annotated(
        &mut self,
        target: &'a Expr<'a>,
        annotation: &'a Expr<'a>,
        value: Option<&'a Expr<'a>>,
        is_simple: bool,
    ) -> Outcome<'a> {
        let is_function = !matches!(
            self.scopes.scope(self.unit.scope).kind,
            ScopeKind::Module | ScopeKind::Class
        );
        let target_name = match target.kind {
            ExprKind::Name(name) => Some(name),
            _ => None,
        };
        match (value, target_name) {
            (Some(value), Some(name)) => self.assign_name(name, value)?,
            (Some(value), None) => {
                let operand = self.expr(value, Want::Any)?;
                self.store(target, operand)?;
            }
            (None, _) => self.evaluate_parts(target)?,
        }
        if is_function {
            return Ok(());
        }
        match target_name {
            Some(name) if is_simple => self.store_annotation(name, annotation),
            _ if self.settings.text_annotations => Ok(()),
            _ => self.effect(annotation),
        }
    }

    /// A complex target without a value is evaluated but not assigned to.
    fn evaluate_parts(&mut self, target: &'a Expr<'a>) -> Outcome<'a> {
        match target.kind {
            ExprKind::Attribute { value, .. } => self.effect(value),
            ExprKind::Subscript { value, index } => {
                self.effect(value)?;
                self.effect(index)
            }
            _ => Ok(()),
        }
    }

    fn store_annotation(&mut self, name: &'a str, annotation: &'a Expr<'a>) -> Outcome<'a> {
        let mark = self.unit.top;
        let value = self.annotation(annotation, Want::Any)?;
        let table = self.read("__annotations__", Want::Temp)?;
        let name = self.mangled(name)?;
        let idx = self.constant(Value::Str(name))?;
        self.emit_k(Op::SetItemK, value.last(), table.last(), idx)?;
        self.unit.top = mark;
        Ok(())
    }

    /// `del target`
    pub(super) fn delete(&mut self, target: &'a Expr<'a>) -> Outcome<'a> {
        let mark = self.unit.top;
        self.at(target.span);
        match target.kind {
            ExprKind::Name(name) => self.unbind(name)?,
            ExprKind::Attribute { value, name } => {
                let object = self.expr(value, Want::Any)?;
                let name = self.mangled(name)?;
                let idx = self.name(name)?;
                self.at(target.span);
                self.emit_ka(Op::DelAttr, idx, object.last(), 0)?;
            }
            ExprKind::Subscript { value, index } => {
                let object = self.before(value, index)?;
                let key = self.expr(index, Want::Any)?;
                self.at(target.span);
                self.emit(Op::DelItem, 0, object.last(), key.last())?;
            }
            ExprKind::Tuple(items) | ExprKind::List(items) => {
                items.iter().try_for_each(|item| self.delete(item))?;
            }
            _ => {}
        }
        self.unit.top = mark;
        Ok(())
    }

    /// Stores the docstring of a module or class.
    pub(super) fn store_doc(&mut self, doc: &'a str) -> Outcome<'a> {
        let operand = self.load(Value::Str(doc), Want::Temp)?;
        self.bind("__doc__", operand)
    }
}

/// A key that is needed again.
fn kept(key: Key) -> Key {
    match key {
        Key::Operand(operand) => Key::Operand(Operand::kept(operand.reg)),
        key => key,
    }
}
