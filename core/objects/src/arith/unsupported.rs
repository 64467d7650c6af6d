//! What is raised when nobody implements an operator.
//!
//! Not here: operators that builtin types do implement (arith.rs).

use super::{BinOp, UnaryOp, is_sequence_kind};
use crate::cx::{Cx, Exit};
use crate::prelude::Prelude;
use crate::raise::{self, Part::*};
use crate::{class, names, types};
use threadsnake_heap::{Value, kind};

/// How an operator was written, for the message when nobody implements it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// `a + b`
    Plain,
    /// `a += b`
    InPlace,
}

/// Raises the `TypeError` of an operator that neither operand implements. A sequence times an object with
/// `__index__` is left to the prelude instead.
#[cold]
pub fn unsupported(cx: &mut Cx, op: BinOp, form: Form, a: Value, b: Value) -> Exit {
    if let Some(exit) = unsupported_sequence(cx, op, a, b) {
        return exit;
    }
    let symbol = match (op, form) {
        (BinOp::Pow, Form::Plain) => "** or pow()",
        _ => op.symbol(),
    };
    let equals = if form == Form::InPlace { "=" } else { "" };
    let parts = [
        S("unsupported operand type(s) for "),
        S(symbol),
        S(equals),
        S(": '"),
        T(a),
        S("' and '"),
        T(b),
        S("'"),
    ];
    raise::type_error(cx, &parts)
}

/// The kind of sequence that a value is or wraps.
fn sequence_kind(cx: &Cx, value: Value) -> Option<u8> {
    let class = cx.type_of(value);
    let found = class::payload_kind(cx, class);
    (value.is_ref() && is_sequence_kind(found)).then_some(found)
}

fn unsupported_sequence(cx: &mut Cx, op: BinOp, a: Value, b: Value) -> Option<Exit> {
    match (op, sequence_kind(cx, a), sequence_kind(cx, b)) {
        (BinOp::Add, Some(kind::BYTES), _) => {
            Some(raise::type_error(cx, &[S("can't concat "), T(b), S(" to bytes")]))
        }
        (BinOp::Add, Some(kind::BYTEARRAY), _) => {
            Some(raise::type_error(cx, &[S("can't concat "), T(b), S(" to bytearray")]))
        }
        (BinOp::Add, Some(sequence), _) => {
            let name = C(types::of_kind(sequence));
            let parts = [S("can only concatenate "), name, S(" (not \""), T(b), S("\") to "), name];
            Some(raise::type_error(cx, &parts))
        }
        (BinOp::Mul, Some(_), _) => Some(repeat_by(cx, a, b)),
        (BinOp::Mul, None, Some(_)) => Some(repeat_by(cx, b, a)),
        _ => None,
    }
}

/// A sequence times what is no int: `__index__` is asked.
fn repeat_by(cx: &mut Cx, sequence: Value, count: Value) -> Exit {
    let class = cx.type_of(count);
    if class::lookup(cx, class, names::INDEX).is_some() {
        return cx.tail_prelude(Prelude::RepeatSequence, &[sequence, count]);
    }
    let parts = [S("can't multiply sequence by non-int of type '"), T(count), S("'")];
    raise::type_error(cx, &parts)
}

/// Raises the `TypeError` of a unary operator that the operand does not implement.
#[cold]
pub fn unsupported_unary(cx: &mut Cx, op: UnaryOp, a: Value) -> Exit {
    let parts = [S("bad operand type for unary "), S(op.symbol()), S(": '"), T(a), S("'")];
    raise::type_error(cx, &parts)
}
