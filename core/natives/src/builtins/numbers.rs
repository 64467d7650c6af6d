//! Builtins about numbers and characters.
//!
//! Not here: arithmetic (objects/arith.rs), the methods of the number types (types/).

use crate::support;
use threadsnake_heap::{Value, kind};
use threadsnake_objects::arith::{self, BinOp};
use threadsnake_objects::cx::{Cx, NativeResult};
use threadsnake_objects::int::{self, Int};
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{bytes, float, names, str as string};

/// `abs(number)`.
pub fn abs(cx: &mut Cx, args: &[Value]) -> NativeResult {
    if let Some(result) = arith::absolute(cx, args[0])? {
        return Ok(result);
    }
    match support::call_special(cx, args[0], names::ABS, &[]) {
        Some(exit) => Err(exit),
        None => {
            Err(raise::type_error(cx, &[S("bad operand type for abs(): '"), T(args[0]), S("'")]))
        }
    }
}

/// Which function the prelude calls again with the `__index__` of its argument.
#[derive(Clone, Copy)]
enum Retry {
    Chr,
    Bin,
    Oct,
    Hex,
}

/// The int that an argument is, or the error that leaves it to the prelude.
fn index(cx: &mut Cx, value: Value, retry: Retry) -> Result<Int, threadsnake_objects::cx::Exit> {
    match int::read_any(cx, value) {
        Some(number) => Ok(number),
        None => Err(cx.tail_prelude(Prelude::NumberText, &[Value::small(retry as i32), value])),
    }
}

/// `bin(int)`.
pub fn bin(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let number = index(cx, args[0], Retry::Bin)?;
    int::text::to_str(cx, number, 2, b"0b")
}

/// `oct(int)`.
pub fn oct(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let number = index(cx, args[0], Retry::Oct)?;
    int::text::to_str(cx, number, 8, b"0o")
}

/// `hex(int)`.
pub fn hex(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let number = index(cx, args[0], Retry::Hex)?;
    int::text::to_str(cx, number, 16, b"0x")
}

/// `chr(int)`.
pub fn chr(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let Int::Word(code) = index(cx, args[0], Retry::Chr)? else {
        return Err(raise::overflow_error(cx, &[S("Python int too large to convert to C long")]));
    };
    if i32::try_from(code).is_err() {
        let message = if code < 0 {
            "signed integer is less than minimum"
        } else {
            "signed integer is greater than maximum"
        };
        return Err(raise::overflow_error(cx, &[S(message)]));
    }
    let text = match u32::try_from(code) {
        Ok(code) => string::from_char(cx, code)?,
        Err(_) => None,
    };
    match text {
        Some(text) => Ok(text),
        None => Err(raise::value_error(cx, &[S("chr() arg not in range(0x110000)")])),
    }
}

/// `ord(character)`.
pub fn ord(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let len = if let Some(text) = cx.payload(args[0], kind::STR) {
        if let Some(code) = string::only_char(cx, text) {
            return Ok(Value::small(code as i32));
        }
        string::len(cx, text)
    } else if let Some((at, len)) = bytes::like(cx, args[0]) {
        if len == 1 {
            return Ok(Value::small(i32::from(cx.heap.space.byte(at))));
        }
        len
    } else {
        return Err(raise::type_error(
            cx,
            &[S("ord() expected string of length 1, but "), T(args[0]), S(" found")],
        ));
    };
    Err(raise::type_error(
        cx,
        &[S("ord() expected a character, but string of length "), I(i64::from(len)), S(" found")],
    ))
}

/// `divmod(a, b)`.
pub fn divmod(cx: &mut Cx, args: &[Value]) -> NativeResult {
    match arith::divmod(cx, args[0], args[1])? {
        Some(pair) => Ok(pair),
        None => Err(cx.tail_prelude(Prelude::Divmod, &[args[0], args[1]])),
    }
}

/// `pow(base, exp, mod=None)`.
pub fn pow(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let modulus = support::arg_or_none(args, 2);
    let result = if modulus == Value::NONE {
        arith::binary(cx, BinOp::Pow, args[0], args[1])?
    } else {
        arith::pow_mod(cx, args[0], args[1], modulus)?
    };
    match result {
        Some(result) => Ok(result),
        None => Err(cx.tail_prelude(Prelude::Pow, &[args[0], args[1], modulus])),
    }
}

/// `round(number, ndigits=None)`.
pub fn round(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let digits = support::arg_or_none(args, 1);
    if digits == Value::NONE {
        if let Some(number) = cx.as_kind(args[0], kind::FLOAT) {
            let number = float::get(cx, number);
            return float::round_to_int(cx, number);
        }
    } else if let (Some(number), Some(places)) =
        (cx.as_kind(args[0], kind::FLOAT), digits.small_int())
    {
        let number = float::get(cx, number);
        let rounded = float::round(cx, number, i64::from(places))?;
        return Ok(float::new(cx, rounded)?);
    }
    let extra = [digits];
    let extra: &[Value] = if digits == Value::NONE { &[] } else { &extra };
    match support::call_special(cx, args[0], names::ROUND, extra) {
        Some(exit) => Err(exit),
        None => Err(raise::type_error(
            cx,
            &[S("type "), T(args[0]), S(" doesn't define __round__ method")],
        )),
    }
}
