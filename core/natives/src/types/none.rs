//! Methods of `NoneType`.

use crate::scalar::*;
use threadsnake_heap::Value;
use threadsnake_objects::cx::{Cx, NativeResult};
use threadsnake_objects::{names, natives, types};

natives! {
    /// `NoneType` methods.
    pub static METHODS;
    "__bool__"  dunder_bool  1..=1;
    "__new__"   new          1..=1 Static;
    "__or__"    union        2..=2;
    "__repr__"  repr         1..=1;
    "__ror__"   union        2..=2;
}

fn dunder_bool(cx: &mut Cx, args: &[Value]) -> NativeResult {
    match arg(args, 0) {
        Value::NONE => Ok(Value::FALSE),
        other => Err(wrong_receiver(cx, other, types::NONE, "__bool__")),
    }
}

fn new(cx: &mut Cx, args: &[Value]) -> NativeResult {
    new_class(cx, args, types::NONE)?;
    Ok(Value::NONE)
}

fn repr(cx: &mut Cx, args: &[Value]) -> NativeResult {
    match arg(args, 0) {
        Value::NONE => Ok(names::NONE_NAME),
        other => Err(wrong_receiver(cx, other, types::NONE, "__repr__")),
    }
}

/// `None | int`.
fn union(cx: &mut Cx, args: &[Value]) -> NativeResult {
    super::alias::union_of(cx, args[0], args[1])
}
