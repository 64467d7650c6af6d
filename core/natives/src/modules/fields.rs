//! The module `_fields`: attributes of an object one after the other, as far as no script code has a say in them.
//!
//! Not here: attributes (objects/attr.rs), the classes that use this (core/pylib/lib/dataclasses).

use crate::support;
use threadsnake_heap::{Ref, Value};
use threadsnake_objects::attr::{self, Found, Store};
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{list, natives, tuple};

natives! {
    /// Members of the module `_fields`.
    pub static MEMBERS;
    "read"   read   2..=2;
    "store"  store  3..=3;
}

/// The items of a list or tuple: address of the first, and their number.
fn row(cx: &mut Cx, value: Value) -> Outcome<(u32, u32)> {
    list::part_of(cx, value).ok_or_else(|| {
        raise::type_error(cx, &[S("a list or tuple was expected, not '"), T(value), S("'")])
    })
}

/// `read(object, names)`: a tuple of the attributes; None when one is not there or has to be asked for.
fn read(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (from, count) = row(cx, args[1])?;
    let made = tuple::new(cx, count)?;
    match fill(cx, args[0], from, count, made) {
        Ok(true) => Ok(made.value()),
        Ok(false) => {
            cx.heap.dec_ref(made);
            Ok(Value::NONE)
        }
        Err(exit) => {
            cx.heap.dec_ref(made);
            Err(exit)
        }
    }
}

fn fill(cx: &mut Cx, object: Value, from: u32, count: u32, into: Ref) -> Outcome<bool> {
    for at in 0..count {
        let name = Value(cx.heap.space.load(from + at * 4));
        let name = support::name_arg(cx, name)?;
        let found = attr::get(cx, object, name);
        cx.heap.dec(name);
        let Found::Value(value) = found? else { return Ok(false) };
        tuple::set_item(cx, into, at, value);
    }
    Ok(true)
}

/// `store(object, names, values)`: sets attributes in order; how many were set before one that somebody else has to set.
fn store(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let ((names, count), (values, given)) = (row(cx, args[1])?, row(cx, args[2])?);
    let mut at = 0;
    while at < count.min(given) {
        let name = Value(cx.heap.space.load(names + at * 4));
        let value = Value(cx.heap.space.load(values + at * 4));
        let name = support::name_arg(cx, name)?;
        let stored = attr::set(cx, args[0], name, value);
        cx.heap.dec(name);
        if !matches!(stored?, Store::Done) {
            break;
        }
        at += 1;
    }
    Ok(Value::small(at as i32))
}
