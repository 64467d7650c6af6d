//! What the tables of `int`, `float` and `complex` share: operators, comparisons, conversions.
//!
//! An operator method of a type takes its own type and the narrower ones as other operand and answers
//! `NotImplemented` to all else; so `1 + 2.0` is `float.__radd__`'s.
//!
//! Not here: arithmetic (objects/arith.rs and below).

use crate::scalar::*;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::arith::{self, BinOp, UnaryOp};
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::{int, types};

/// The three types, from the narrowest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Tower {
    /// `int`
    Int,
    /// `float`
    Float,
    /// `complex`
    Complex,
}

impl Tower {
    /// The class.
    pub fn class(self) -> Ref {
        match self {
            Tower::Int => types::INT,
            Tower::Float => types::FLOAT,
            Tower::Complex => types::COMPLEX,
        }
    }

    /// Which of the three a plain value is.
    fn of(cx: &Cx, value: Value) -> Option<Tower> {
        if int::read(cx, value).is_some() {
            return Some(Tower::Int);
        }
        match cx.kind_of(value) {
            kind::FLOAT => Some(Tower::Float),
            kind::COMPLEX => Some(Tower::Complex),
            _ => None,
        }
    }
}

/// The plain number that the receiver is or wraps.
pub fn this(cx: &mut Cx, args: &[Value], tower: Tower, name: &str) -> Outcome<Value> {
    let plain = unwrapped(cx, arg(args, 0));
    if Tower::of(cx, plain) == Some(tower) {
        Ok(plain)
    } else {
        Err(wrong_receiver(cx, arg(args, 0), tower.class(), name))
    }
}

/// The other operand, when this type knows how to deal with it.
pub fn other(cx: &Cx, args: &[Value], tower: Tower) -> Option<Value> {
    let plain = unwrapped(cx, arg(args, 1));
    Tower::of(cx, plain).filter(|&found| found <= tower).map(|_| plain)
}

/// `a op b`
pub fn operator(cx: &mut Cx, args: &[Value], tower: Tower, op: BinOp, name: &str) -> NativeResult {
    let a = this(cx, args, tower, name)?;
    match other(cx, args, tower) {
        Some(b) => or_not_implemented(arith::binary(cx, op, as_int(a), as_int(b))),
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

/// `b op a`, asked of the right operand.
pub fn reflected(cx: &mut Cx, args: &[Value], tower: Tower, op: BinOp, name: &str) -> NativeResult {
    let a = this(cx, args, tower, name)?;
    match other(cx, args, tower) {
        Some(b) => or_not_implemented(arith::binary(cx, op, as_int(b), as_int(a))),
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

/// A bool as the int it is: the methods of int know no bools.
fn as_int(value: Value) -> Value {
    match value {
        Value::TRUE => Value::small(1),
        Value::FALSE => Value::small(0),
        other => other,
    }
}

/// `-a`, `+a`, `~a`
pub fn unary(cx: &mut Cx, args: &[Value], tower: Tower, op: UnaryOp, name: &str) -> NativeResult {
    let a = this(cx, args, tower, name)?;
    or_not_implemented(arith::unary(cx, op, a))
}

/// `abs(a)`
pub fn absolute(cx: &mut Cx, args: &[Value], tower: Tower) -> NativeResult {
    let a = this(cx, args, tower, "__abs__")?;
    or_not_implemented(arith::absolute(cx, a))
}

/// `divmod(a, b)`, or with the operands exchanged.
pub fn divmod(cx: &mut Cx, args: &[Value], tower: Tower, name: &str) -> NativeResult {
    let a = this(cx, args, tower, name)?;
    let Some(b) = other(cx, args, tower) else { return Ok(Value::NOT_IMPLEMENTED) };
    let (a, b) = if name == "__rdivmod__" { (b, a) } else { (a, b) };
    or_not_implemented(arith::divmod(cx, a, b))
}

/// `pow(a, b, modulus)`
pub fn power(cx: &mut Cx, args: &[Value], tower: Tower, name: &str) -> NativeResult {
    let a = this(cx, args, tower, name)?;
    let Some(b) = other(cx, args, tower) else { return Ok(Value::NOT_IMPLEMENTED) };
    let modulus = arg_or_none(args, 2);
    let (a, b) = if name == "__rpow__" { (b, a) } else { (a, b) };
    if modulus == Value::NONE {
        return or_not_implemented(arith::binary(cx, BinOp::Pow, as_int(a), as_int(b)));
    }
    let modulus = unwrapped(cx, modulus);
    or_not_implemented(arith::pow_mod(cx, a, b, modulus))
}

/// `__getnewargs__` of int and float.
pub fn newargs(cx: &mut Cx, args: &[Value], tower: Tower) -> NativeResult {
    let plain = this(cx, args, tower, "__getnewargs__")?;
    one_tuple(cx, plain)
}

/// A number (owned) with itself as the plain value.
pub fn share(cx: &mut Cx, value: Value) -> NativeResult {
    Ok(cx.heap.share(as_int(value)))
}

/// Defines operator methods: `name dunder Op` for the left operand, `rname` for the right one.
#[macro_export]
macro_rules! number_operators {
    ($tower:expr; $($name:ident $dunder:literal $reflected:ident $rdunder:literal $op:ident;)*) => {
        $(
            fn $name(cx: &mut Cx, args: &[Value]) -> NativeResult {
                $crate::types::number::operator(cx, args, $tower, BinOp::$op, $dunder)
            }

            fn $reflected(cx: &mut Cx, args: &[Value]) -> NativeResult {
                $crate::types::number::reflected(cx, args, $tower, BinOp::$op, $rdunder)
            }
        )*
    };
}

/// Defines comparison methods and those that all numbers have.
#[macro_export]
macro_rules! number_methods {
    ($tower:expr) => {
        $crate::number_comparisons! { $tower;
            eq Eq "__eq__"; ge Ge "__ge__"; gt Gt "__gt__"; le Le "__le__"; lt Lt "__lt__"; ne Ne "__ne__";
        }

        fn abs(cx: &mut Cx, args: &[Value]) -> NativeResult {
            $crate::types::number::absolute(cx, args, $tower)
        }

        fn neg(cx: &mut Cx, args: &[Value]) -> NativeResult {
            $crate::types::number::unary(cx, args, $tower, UnaryOp::Neg, "__neg__")
        }

        fn pos(cx: &mut Cx, args: &[Value]) -> NativeResult {
            $crate::types::number::unary(cx, args, $tower, UnaryOp::Pos, "__pos__")
        }

        fn pow(cx: &mut Cx, args: &[Value]) -> NativeResult {
            $crate::types::number::power(cx, args, $tower, "__pow__")
        }

        fn rpow(cx: &mut Cx, args: &[Value]) -> NativeResult {
            $crate::types::number::power(cx, args, $tower, "__rpow__")
        }

        fn dunder_hash(cx: &mut Cx, args: &[Value]) -> NativeResult {
            $crate::types::number::this(cx, args, $tower, "__hash__")?;
            $crate::scalar::hash(cx, args)
        }
    };
}

/// Defines comparison methods.
#[macro_export]
macro_rules! number_comparisons {
    ($tower:expr; $($name:ident $op:ident $dunder:literal;)*) => {
        $(
            fn $name(cx: &mut Cx, args: &[Value]) -> NativeResult {
                $crate::types::number::this(cx, args, $tower, $dunder)?;
                if $crate::types::number::other(cx, args, $tower).is_none() {
                    return Ok(Value::NOT_IMPLEMENTED);
                }
                $crate::scalar::compare(cx, Op::$op, args)
            }
        )*
    };
}
