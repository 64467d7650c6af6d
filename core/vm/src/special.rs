//! What a native asks the prelude for and one method of an instance answers: `len`, `str`, `repr`. The method is entered
//! at once; what comes back is checked then.
//!
//! Not here: operators (ops/operator.rs), loops (ops/iteration.rs), what else natives ask for (core/pylib/prelude).

use crate::Vm;
use crate::frame::action;
use threadsnake_heap::{Value, kind};
use threadsnake_objects::cx::Exit;
use threadsnake_objects::prelude::{self, Prelude};
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{class, names, types};

impl Vm<'_> {
    /// The method of an instance that answers a call of the prelude, and what to do with its value.
    pub(crate) fn special_method(&self, callee: Value, object: Value) -> Option<(Value, u32)> {
        if callee.0 >= self.cx.rom.len
            || !matches!(self.cx.kind_of(object), kind::INSTANCE | kind::INSTANCE_X)
        {
            return None;
        }
        let is = |which| prelude::function(&self.cx, which) == callee;
        let own = self.cx.type_of(object);
        let (name, how) = if is(Prelude::Len) {
            (names::LEN, action::LENGTH)
        } else if is(Prelude::Str) {
            (names::STR, action::STR)
        } else if is(Prelude::Repr) {
            (names::REPR, action::REPR)
        } else {
            return None;
        };
        let mut method = class::lookup(&self.cx, own, name)?;
        if how == action::STR && Some(method) == class::lookup(&self.cx, types::OBJECT, name) {
            method = class::lookup(&self.cx, own, names::REPR)?;
        }
        self.is_kind(method, kind::FUNCTION).then_some((method, how))
    }

    /// Completes with what such a method returned (owned).
    pub(crate) fn complete_special(&mut self, value: Value, how: u32) -> Result<(), Exit> {
        let is_right = match how {
            action::LENGTH => value.small_int().is_some_and(|len| len >= 0),
            _ => self.cx.payload(value, kind::STR).is_some(),
        };
        if is_right {
            return self.complete(value);
        }
        let result = if how == action::LENGTH {
            let check = prelude::function(&self.cx, Prelude::CheckLength);
            self.push(check, &[value], action::BY_OP)
        } else {
            let name = if how == action::STR { "__str__" } else { "__repr__" };
            let message = [S(name), S(" returned non-string (type "), T(value), S(")")];
            Err(raise::type_error(&mut self.cx, &message))
        };
        self.cx.heap.dec(value);
        result
    }
}
