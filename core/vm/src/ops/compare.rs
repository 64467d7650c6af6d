//! Comparisons, identity, containment and truth.
//!
//! Not here: comparing builtin values (objects/compare.rs), containers of others (the prelude).

use crate::Vm;
use crate::complete::Truth;
use crate::dispatch::op_of;
use crate::frame::action;
use crate::hot::{a, b, c, imm};
use crate::ops::operator::comparison_of;
use crate::table::{self, TEST};
use threadsnake_heap::{Value, kind};
use threadsnake_image::op::Op;
use threadsnake_objects::class::flag;
use threadsnake_objects::compare::{self, Op as Cmp};
use threadsnake_objects::cx::Exit;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{class, dict, exception, names, set, str, tuple};

/// The method of a comparison, and the one of the same comparison seen from the other side.
fn methods(op: Cmp) -> (Value, Value) {
    match op {
        Cmp::Lt => (names::LT, names::GT),
        Cmp::Le => (names::LE, names::GE),
        Cmp::Gt => (names::GT, names::LT),
        Cmp::Ge => (names::GE, names::LE),
        Cmp::Eq => (names::EQ, names::EQ),
        Cmp::Ne => (names::NE, names::NE),
    }
}

fn symbol(op: Cmp) -> &'static str {
    match op {
        Cmp::Lt => "<",
        Cmp::Le => "<=",
        Cmp::Gt => ">",
        Cmp::Ge => ">=",
        Cmp::Eq => "==",
        Cmp::Ne => "!=",
    }
}

impl Vm<'_> {
    /// A comparison, as a value or as a test.
    pub(crate) fn compare(&mut self, op: Cmp, lhs: Value, rhs: Value) -> Result<(), Exit> {
        self.check_operands(lhs, rhs)?;
        if let Some(result) = compare::compare(&self.cx, op, lhs, rhs) {
            return self.complete_bool(result);
        }
        self.try_comparison(op, lhs, rhs, 1)
    }

    /// A comparison of two numbers or two strs, which no method has a say in.
    pub(crate) fn compare_leaves(&mut self, insn: u32) -> bool {
        let flags = table::flags(insn);
        let lhs = self.peek(b(insn));
        let rhs = if flags & table::SRC_C != 0 {
            self.peek(c(insn))
        } else if flags & table::IMM_C != 0 {
            Value::small(imm(insn))
        } else {
            self.konst(c(insn))
        };
        if !compare::are_leaves(&self.cx, lhs, rhs) {
            return false;
        }
        let Some(op) = comparison_of(op_of(insn)) else { return false };
        match compare::compare(&self.cx, op, lhs, rhs) {
            Some(result) => self.complete_bool(result).is_ok(),
            None => false,
        }
    }

    /// Completes the instruction with a truth that is known.
    pub(crate) fn complete_bool(&mut self, result: bool) -> Result<(), Exit> {
        let insn = self.last_insn();
        if table::flags(insn) & TEST != 0 {
            self.finish_test(insn, result);
            return Ok(());
        }
        self.drop_operands(insn);
        self.set(a(insn), Value::bool(result));
        Ok(())
    }

    fn try_comparison(&mut self, op: Cmp, lhs: Value, rhs: Value, stage: u32) -> Result<(), Exit> {
        let (ours, theirs) = methods(op);
        let (left, right) = (self.cx.type_of(lhs), self.cx.type_of(rhs));
        if stage == 1 {
            if matches!(op, Cmp::Eq | Cmp::Ne)
                && !self.has_equality(left)
                && !self.has_equality(right)
            {
                return self.complete_bool((lhs == rhs) == (op == Cmp::Eq));
            }
            if left != right
                && class::is_subclass(&self.cx, right, left)
                && let Some(method) = class::lookup(&self.cx, right, theirs)
            {
                return self.push(method, &[rhs, lhs], action::REFLECTED_FIRST);
            }
            if let Some(method) = class::lookup(&self.cx, left, ours) {
                return self.push(method, &[lhs, rhs], action::FORWARD);
            }
        }
        if stage <= 2
            && let Some(method) = class::lookup(&self.cx, right, theirs)
        {
            return self.push(method, &[rhs, lhs], action::REFLECTED);
        }
        match op {
            Cmp::Eq => {
                let same = compare::is_same(&self.cx, lhs, rhs);
                self.complete_bool(same)
            }
            Cmp::Ne => {
                let same = compare::is_same(&self.cx, lhs, rhs);
                self.complete_bool(!same)
            }
            _ => Err(raise::type_error(
                &mut self.cx,
                &[
                    S("'"),
                    S(symbol(op)),
                    S("' not supported between instances of '"),
                    T(lhs),
                    S("' and '"),
                    T(rhs),
                    S("'"),
                ],
            )),
        }
    }

    /// Is equality of this class's instances anything else than identity?
    fn has_equality(&self, class: threadsnake_heap::Ref) -> bool {
        let flags = class::flags(&self.cx, class);
        flags & flag::HEAP == 0 || flags & (flag::EQ | flag::PAYLOAD) != 0
    }

    /// A method said NotImplemented.
    pub(crate) fn next_comparison(
        &mut self,
        op: Cmp,
        lhs: Value,
        rhs: Value,
        how: u32,
    ) -> Result<(), Exit> {
        match how {
            action::FORWARD => self.try_comparison(op, lhs, rhs, 2),
            action::REFLECTED_FIRST => {
                let left = self.cx.type_of(lhs);
                match class::lookup(&self.cx, left, methods(op).0) {
                    Some(method) => self.push(method, &[lhs, rhs], action::REFLECTED),
                    None => self.try_comparison(op, lhs, rhs, 3),
                }
            }
            _ => self.try_comparison(op, lhs, rhs, 3),
        }
    }

    /// `is` and `is not` as a value.
    pub(crate) fn is(&mut self, insn: u32, inverted: bool) -> Result<(), Exit> {
        let (lhs, rhs) = (self.peek(b(insn)), self.peek(c(insn)));
        self.check_operands(lhs, rhs)?;
        let same = compare::is_same(&self.cx, lhs, rhs);
        self.drop_operands(insn);
        self.set(a(insn), Value::bool(same != inverted));
        Ok(())
    }

    /// `is` as a test.
    pub(crate) fn test_is(&mut self, insn: u32) -> Result<(), Exit> {
        let (lhs, rhs) = (self.peek(b(insn)), self.peek(c(insn)));
        self.check_operands(lhs, rhs)?;
        let same = compare::is_same(&self.cx, lhs, rhs);
        self.finish_test(insn, same);
        Ok(())
    }

    /// `in` and `not in`, as a value or as a test.
    pub(crate) fn contains(&mut self, insn: u32) -> Result<(), Exit> {
        let (item, container) = (self.peek(b(insn)), self.peek(c(insn)));
        self.check_operands(item, container)?;
        if let Some(result) = self.contains_directly(item, container)? {
            return self.complete_bool(result != (op_of(insn) == Op::NotIn));
        }
        let own = self.cx.type_of(container);
        match class::lookup(&self.cx, own, names::CONTAINS) {
            Some(method) if method == Value::NONE => Err(raise::type_error(
                &mut self.cx,
                &[S("'"), T(container), S("' object is not a container")],
            )),
            Some(method) => self.push(method, &[container, item], action::BY_OP),
            None => {
                let callee = threadsnake_objects::prelude::function(
                    &self.cx,
                    threadsnake_objects::prelude::Prelude::ContainsByIteration,
                );
                self.push(callee, &[container, item], action::BY_OP)
            }
        }
    }

    /// Containment in the commonest builtin containers.
    fn contains_directly(&mut self, item: Value, container: Value) -> Result<Option<bool>, Exit> {
        let Some(object) = container.object_ref() else { return Ok(None) };
        let found = match self.cx.heap.kind(object) {
            kind::DICT => dict::lookup(&mut self.cx, object, item)?,
            kind::SET | kind::FROZENSET => set::lookup(&mut self.cx, object, item)?,
            kind::STR => {
                let Some(part) = self.cx.as_kind(item, kind::STR) else { return Ok(None) };
                let (text, part) = (str::bytes(&self.cx, object), str::bytes(&self.cx, part));
                return Ok(Some(str::search::find(text, part).is_some()));
            }
            kind::TUPLE => return Ok(self.row_contains(tuple::items(&self.cx, object), item)),
            kind::LIST => {
                return Ok(
                    self.row_contains(threadsnake_objects::list::items(&self.cx, object), item)
                );
            }
            _ => return Ok(None),
        };
        Ok(match found {
            dict::Lookup::At(_) => Some(true),
            dict::Lookup::Missing => Some(false),
            dict::Lookup::NeedsCall => None,
        })
    }

    fn row_contains(&self, items: &[Value], wanted: Value) -> Option<bool> {
        for &item in items {
            if compare::same_or_equal(&self.cx, item, wanted)? {
                return Some(true);
            }
        }
        Some(false)
    }

    /// `not`.
    pub(crate) fn not(&mut self, insn: u32) -> Result<(), Exit> {
        let value = self.peek(b(insn));
        self.check_operands(value, value)?;
        match self.truth(value) {
            Truth::Is(result) => {
                self.drop_operands(insn);
                self.set(a(insn), Value::bool(!result));
                Ok(())
            }
            Truth::Ask(method, how) => self.push(method, &[value], how),
        }
    }

    /// A test of truth.
    pub(crate) fn test_truth(&mut self, insn: u32) -> Result<(), Exit> {
        let value = self.peek(b(insn));
        self.check_operands(value, value)?;
        match self.truth(value) {
            Truth::Is(result) => {
                self.finish_test(insn, result);
                Ok(())
            }
            Truth::Ask(method, how) => self.push(method, &[value], how),
        }
    }

    /// Does the exception match a class or a tuple of classes?
    pub(crate) fn match_exception(&mut self, insn: u32) -> Result<(), Exit> {
        let (raised, wanted) = (self.peek(b(insn)), self.peek(c(insn)));
        let own = self.cx.type_of(raised);
        let result = match self.cx.as_kind(wanted, kind::TUPLE) {
            None => self.matches_one(own, wanted)?,
            Some(all) => {
                let mut result = false;
                for at in 0..tuple::len(&self.cx, all) {
                    let one = tuple::item(&self.cx, all, at);
                    result |= self.matches_one(own, one)?;
                }
                result
            }
        };
        self.finish_test(insn, result);
        Ok(())
    }

    fn matches_one(&mut self, own: threadsnake_heap::Ref, wanted: Value) -> Result<bool, Exit> {
        if !exception::is_exception_class(&self.cx, wanted) {
            return Err(raise::type_error(
                &mut self.cx,
                &[S("catching classes that do not inherit from BaseException is not allowed")],
            ));
        }
        Ok(class::is_subclass(&self.cx, own, wanted.as_ref()))
    }
}
