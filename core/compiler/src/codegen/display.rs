//! Displays: tuples, lists, sets, dicts.

use threadsnake_image::Op;

use crate::ast::{DictItem, Expr, ExprKind};
use crate::codegen::emit::{Operand, Want};
use crate::codegen::{Gen, Outcome};
use crate::fold::Value;

/// Longer displays are filled item by item.
const MAX_RUN: usize = 16;
/// Above this many registers displays and calls are made piece by piece.
const MAX_HEIGHT: usize = 80;
/// From this length on a list of constants is made from a tuple.
const MIN_CONSTANTS: usize = 4;

fn is_short(items: &[&Expr<'_>]) -> bool {
    let has_star = items.iter().any(|item| matches!(item.kind, ExprKind::Starred(_)));
    items.len() <= MAX_RUN && !has_star
}

/// What is filled, and how.
#[derive(Clone, Copy)]
struct Filling {
    build: Op,
    add: Op,
    extend: Op,
}

const LIST: Filling = Filling { build: Op::BuildList, add: Op::ListAppend, extend: Op::ListExtend };
const SET: Filling = Filling { build: Op::BuildSet, add: Op::SetAdd, extend: Op::SetUpdate };

impl<'a> Gen<'a> {
    /// Is there room for so many temporaries, and for nested ones after them?
    pub(super) fn has_room(&self, count: usize) -> bool {
        usize::from(self.unit.top) + count <= MAX_HEIGHT
    }

    pub(super) fn tuple(
        &mut self,
        expr: &'a Expr<'a>,
        items: &'a [&'a Expr<'a>],
        want: Want,
    ) -> Outcome<'a, Operand> {
        if let Some(value) = self.folder.fold(expr)? {
            self.at(expr.span);
            return self.load(value, want);
        }
        self.tuple_of(expr, items, want)
    }

    /// A tuple of items, some of which may be starred.
    pub(super) fn tuple_of(
        &mut self,
        expr: &'a Expr<'a>,
        items: &'a [&'a Expr<'a>],
        want: Want,
    ) -> Outcome<'a, Operand> {
        if let Some(value) = self.folder.items(items)? {
            return self.load(value, want);
        }
        if is_short(items) && self.has_room(items.len()) {
            return self.run(expr, Op::BuildTuple, items, want);
        }
        let list = self.filled(expr, LIST, items)?;
        self.unit.top = list;
        let dst = self.dest(want)?;
        self.emit(Op::ListToTuple, dst, Operand::temp(list).last(), 0)?;
        Ok(Self::result(want, dst))
    }

    pub(super) fn list(
        &mut self,
        expr: &'a Expr<'a>,
        items: &'a [&'a Expr<'a>],
        want: Want,
    ) -> Outcome<'a, Operand> {
        self.collection(expr, LIST, items, want)
    }

    pub(super) fn set(
        &mut self,
        expr: &'a Expr<'a>,
        items: &'a [&'a Expr<'a>],
        want: Want,
    ) -> Outcome<'a, Operand> {
        self.collection(expr, SET, items, want)
    }

    fn collection(
        &mut self,
        expr: &'a Expr<'a>,
        filling: Filling,
        items: &'a [&'a Expr<'a>],
        want: Want,
    ) -> Outcome<'a, Operand> {
        if items.len() >= MIN_CONSTANTS
            && let Some(value) = self.folder.items(items)?
        {
            let dst = self.unit.push()?;
            self.at(expr.span);
            self.emit(filling.build, dst, 0, 0)?;
            let constants = self.load(value, Want::Temp)?;
            self.emit(filling.extend, dst, constants.last(), 0)?;
            self.unit.top = dst + 1;
            return self.settle(Operand::temp(dst), want);
        }
        if is_short(items) && self.has_room(items.len()) {
            return self.run(expr, filling.build, items, want);
        }
        let made = self.filled(expr, filling, items)?;
        self.settle(Operand::temp(made), want)
    }

    /// All items in a run of temporaries.
    fn run(
        &mut self,
        expr: &'a Expr<'a>,
        op: Op,
        items: &'a [&'a Expr<'a>],
        want: Want,
    ) -> Outcome<'a, Operand> {
        let base = self.unit.top;
        for item in items {
            self.push(item)?;
        }
        self.unit.top = base;
        let dst = self.dest(want)?;
        self.at(expr.span);
        self.emit(op, dst, if items.is_empty() { 0 } else { base }, items.len() as u8)?;
        Ok(Self::result(want, dst))
    }

    /// Item by item.
    fn filled(
        &mut self,
        expr: &'a Expr<'a>,
        filling: Filling,
        items: &'a [&'a Expr<'a>],
    ) -> Outcome<'a, u8> {
        let dst = self.unit.push()?;
        self.at(expr.span);
        self.emit(filling.build, dst, 0, 0)?;
        for item in items {
            let (op, value) = match item.kind {
                ExprKind::Starred(value) => (filling.extend, value),
                _ => (filling.add, *item),
            };
            let operand = self.expr(value, Want::Any)?;
            self.at(item.span);
            self.emit(op, dst, operand.last(), 0)?;
            self.unit.top = dst + 1;
        }
        Ok(dst)
    }

    pub(super) fn dict(
        &mut self,
        expr: &'a Expr<'a>,
        items: &'a [DictItem<'a>],
        want: Want,
    ) -> Outcome<'a, Operand> {
        let base = self.unit.top;
        let is_plain = items.iter().all(|item| item.key.is_some());
        if is_plain && items.len() <= MAX_RUN / 2 && self.has_room(items.len() * 2) {
            for item in items {
                if let Some(key) = item.key {
                    self.push(key)?;
                }
                self.push(item.value)?;
            }
            self.unit.top = base;
            let dst = self.dest(want)?;
            self.at(expr.span);
            let first = if items.is_empty() { 0 } else { base };
            self.emit(Op::BuildMap, dst, first, items.len() as u8)?;
            return Ok(Self::result(want, dst));
        }
        let map = self.unit.push()?;
        self.at(expr.span);
        self.emit(Op::BuildMap, map, 0, 0)?;
        for item in items {
            self.dict_item(map, item)?;
            self.unit.top = map + 1;
        }
        self.settle(Operand::temp(map), want)
    }

    fn dict_item(&mut self, map: u8, item: &'a DictItem<'a>) -> Outcome<'a> {
        let Some(key) = item.key else {
            let value = self.expr(item.value, Want::Any)?;
            self.at(item.value.span);
            return self.emit(Op::MapUpdate, map, value.last(), 0);
        };
        let key_operand = self.before(key, item.value)?;
        let value = self.expr(item.value, Want::Any)?;
        self.at(key.span);
        self.emit(Op::MapAdd, map, key_operand.last(), value.last())
    }

    /// A list of constants as the tuple that a loop walks instead.
    pub(super) fn as_constant_tuple(&self, expr: &'a Expr<'a>) -> Outcome<'a, Option<Value<'a>>> {
        match expr.kind {
            ExprKind::List(items) | ExprKind::Tuple(items) => Ok(self.folder.items(items)?),
            _ => Ok(None),
        }
    }
}
