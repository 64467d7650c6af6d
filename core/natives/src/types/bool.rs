//! Methods of `bool`; all others are int's.

use crate::scalar::*;
use threadsnake_heap::{Value, kind};
use threadsnake_objects::arith::{self, BinOp};
use threadsnake_objects::cx::{Cx, NativeResult};
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::{float, int, names, natives, types};

natives! {
    /// `bool` methods.
    pub static METHODS;
    "__and__"   and    2..=2;
    "__new__"   new    1..=2 Static;
    "__or__"    or     2..=2;
    "__rand__"  and    2..=2;
    "__repr__"  repr   1..=1;
    "__ror__"   or     2..=2;
    "__rxor__"  xor    2..=2;
    "__xor__"   xor    2..=2;
}

/// `bool(x)`
fn new(cx: &mut Cx, args: &[Value]) -> NativeResult {
    new_class(cx, args, types::BOOL)?;
    let value = arg(args, 1);
    match known_truth(cx, value) {
        Some(truth) => Ok(Value::bool(truth)),
        None => Err(cx.tail_prelude(Prelude::Truth, &[value])),
    }
}

/// The truth of numbers, texts and None; none for others.
fn known_truth(cx: &Cx, value: Value) -> Option<bool> {
    if let Some(number) = int::read(cx, value) {
        return Some(!int::is_zero(number));
    }
    match value {
        Value::NONE | Value::UNBOUND => return Some(false),
        _ => {}
    }
    match cx.kind_of(value) {
        kind::FLOAT => float::read(cx, value).map(|double| double != 0.0),
        kind::STR => Some(value != names::EMPTY),
        _ => None,
    }
}

fn operator(cx: &mut Cx, args: &[Value], op: BinOp, name: &str) -> NativeResult {
    if !arg(args, 0).is_bool() {
        return Err(wrong_receiver(cx, arg(args, 0), types::BOOL, name));
    }
    let Some(other) = int::plain(cx, arg(args, 1)) else { return Ok(Value::NOT_IMPLEMENTED) };
    or_not_implemented(arith::binary(cx, op, arg(args, 0), other))
}

fn and(cx: &mut Cx, args: &[Value]) -> NativeResult {
    operator(cx, args, BinOp::And, "__and__")
}

fn or(cx: &mut Cx, args: &[Value]) -> NativeResult {
    operator(cx, args, BinOp::Or, "__or__")
}

fn xor(cx: &mut Cx, args: &[Value]) -> NativeResult {
    operator(cx, args, BinOp::Xor, "__xor__")
}

fn repr(cx: &mut Cx, args: &[Value]) -> NativeResult {
    match arg(args, 0) {
        Value::TRUE => Ok(names::TRUE_NAME),
        Value::FALSE => Ok(names::FALSE_NAME),
        other => Err(wrong_receiver(cx, other, types::BOOL, "__repr__")),
    }
}
