//! Methods of `float`.
//!
//! Not here: operators as such (number.rs), arithmetic (objects/float.rs).

use super::number::{Tower, divmod as divide, this};
use super::str::format_spec;
use crate::scalar::*;
use crate::{number_methods, number_operators};
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::arith::{BinOp, UnaryOp};
use threadsnake_objects::compare::Op;
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::float::hex::{self as hexadecimal, HexError};
use threadsnake_objects::int::convert;
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{
    arith, class, float, format, int, names, natives, repr as representation, str as string, types,
};

natives! {
    /// `float` methods.
    pub static METHODS;
    "__abs__"       abs           1..=1;
    "__add__"       add           2..=2;
    "__bool__"      dunder_bool   1..=1;
    "__ceil__"      ceil          1..=1;
    "__divmod__"    divmod        2..=2;
    "__eq__"        eq            2..=2;
    "__float__"     plain         1..=1;
    "__floor__"     floor         1..=1;
    "__floordiv__"  floordiv      2..=2;
    "__format__"    dunder_format 2..=2;
    "__ge__"        ge            2..=2;
    "__getformat__" getformat     2..=2 Class;
    "__getnewargs__" getnewargs   1..=1;
    "__gt__"        gt            2..=2;
    "__hash__"      dunder_hash   1..=1;
    "__int__"       trunc         1..=1;
    "__le__"        le            2..=2;
    "__lt__"        lt            2..=2;
    "__mod__"       modulo        2..=2;
    "__mul__"       mul           2..=2;
    "__ne__"        ne            2..=2;
    "__neg__"       neg           1..=1;
    "__new__"       new           1..=2 Static;
    "__pos__"       pos           1..=1;
    "__pow__"       pow           2..=3;
    "__radd__"      radd          2..=2;
    "__rdivmod__"   rdivmod       2..=2;
    "__repr__"      repr          1..=1;
    "__rfloordiv__" rfloordiv     2..=2;
    "__rmod__"      rmodulo       2..=2;
    "__rmul__"      rmul          2..=2;
    "__round__"     round         1..=2;
    "__rpow__"      rpow          2..=3;
    "__rsub__"      rsub          2..=2;
    "__rtruediv__"  rtruediv      2..=2;
    "__sub__"       sub           2..=2;
    "__truediv__"   truediv       2..=2;
    "__trunc__"     trunc         1..=1;
    "as_integer_ratio" ratio      1..=1;
    "conjugate"     plain         1..=1;
    "fromhex"       fromhex       2..=2 Class;
    "hex"           hex           1..=1;
    "imag"          imag          1..=1 Getter;
    "is_integer"    is_integer    1..=1;
    "real"          plain         1..=1 Getter;
}

number_methods! { Tower::Float }

fn getnewargs(cx: &mut Cx, args: &[Value]) -> NativeResult {
    super::number::newargs(cx, args, Tower::Float)
}

number_operators! { Tower::Float;
    add "__add__" radd "__radd__" Add;
    sub "__sub__" rsub "__rsub__" Sub;
    mul "__mul__" rmul "__rmul__" Mul;
    truediv "__truediv__" rtruediv "__rtruediv__" TrueDiv;
    floordiv "__floordiv__" rfloordiv "__rfloordiv__" FloorDiv;
    modulo "__mod__" rmodulo "__rmod__" Mod;
}

/// The receiver's double.
fn double(cx: &mut Cx, args: &[Value], name: &str) -> Outcome<f64> {
    let value = this(cx, args, Tower::Float, name)?;
    Ok(float::read(cx, value).unwrap_or(0.0))
}

fn divmod(cx: &mut Cx, args: &[Value]) -> NativeResult {
    divide(cx, args, Tower::Float, "__divmod__")
}

fn rdivmod(cx: &mut Cx, args: &[Value]) -> NativeResult {
    divide(cx, args, Tower::Float, "__rdivmod__")
}

fn dunder_bool(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let double = double(cx, args, "__bool__")?;
    Ok(Value::bool(double != 0.0))
}

fn ceil(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let double = double(cx, args, "__ceil__")?;
    convert::from_f64(cx, libm::ceil(double))
}

fn floor(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let double = double(cx, args, "__floor__")?;
    convert::from_f64(cx, libm::floor(double))
}

fn trunc(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let double = double(cx, args, "__trunc__")?;
    convert::from_f64(cx, double)
}

/// The float itself: `float(a)`, `a.real`, `a.conjugate()`.
fn plain(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let value = this(cx, args, Tower::Float, "__float__")?;
    Ok(cx.heap.share(value))
}

fn imag(cx: &mut Cx, args: &[Value]) -> NativeResult {
    this(cx, args, Tower::Float, "imag")?;
    Ok(float::new(cx, 0.0)?)
}

fn repr(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let value = this(cx, args, Tower::Float, "__repr__")?;
    Ok(representation::leaf(cx, value)?.unwrap_or(Value::NONE))
}

fn dunder_format(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let double = double(cx, args, "__format__")?;
    let spec = format_spec(cx, arg(args, 1))?;
    if string::byte_len(cx, spec) == 0 {
        return representation::str(cx, arg(args, 0));
    }
    format::real(cx, double, spec.value())
}

/// `float.__getformat__(kind)`
fn getformat(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let known = match cx.payload(arg(args, 1), kind::STR).map(|object| string::bytes(cx, object)) {
        Some(b"double" | b"float") => true,
        Some(_) => false,
        None => {
            let parts = [S("__getformat__() argument must be str, not "), T(arg(args, 1))];
            return Err(raise::type_error(cx, &parts));
        }
    };
    if !known {
        let message = "__getformat__() argument 1 must be 'double' or 'float'";
        return Err(raise::value_error(cx, &[S(message)]));
    }
    let order =
        if cfg!(target_endian = "big") { "IEEE, big-endian" } else { "IEEE, little-endian" };
    Ok(string::new(cx, order.as_bytes())?)
}

/// `round(a, digits)`
fn round(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let double = double(cx, args, "__round__")?;
    let digits = arg_or_none(args, 1);
    if digits == Value::NONE {
        return float::round_to_int(cx, double);
    }
    match index_arg(cx, digits)? {
        Some(digits) => {
            let rounded = float::round(cx, double, digits)?;
            Ok(float::new(cx, rounded)?)
        }
        None => Err(retry(cx, types::FLOAT, "__round__", args)),
    }
}

fn ratio(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let double = double(cx, args, "as_integer_ratio")?;
    let (top, bottom) = float::integer_ratio(cx, double)?;
    arith::pair(cx, top, bottom)
}

fn is_integer(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let double = double(cx, args, "is_integer")?;
    Ok(Value::bool(float::is_integer(double)))
}

fn hex(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let double = double(cx, args, "hex")?;
    Ok(representation::collect(cx, |sink| hexadecimal::put_hex(sink, double))?)
}

/// `float.fromhex(text)`
fn fromhex(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = crate::support::class_receiver(cx, arg(args, 0), types::FLOAT, "fromhex")?;
    let Some(object) = cx.payload(arg(args, 1), kind::STR) else {
        let parts = [S("bad argument type for built-in operation")];
        return Err(raise::type_error(cx, &parts));
    };
    match hexadecimal::parse(string::bytes(cx, object)) {
        Ok(double) => {
            let value = float::new(cx, double)?;
            of_class_call(cx, class, value)
        }
        Err(HexError::Invalid) => {
            Err(raise::value_error(cx, &[S("invalid hexadecimal floating-point string")]))
        }
        Err(HexError::Overflow) => {
            let message = "hexadecimal value too large to represent as a float";
            Err(raise::overflow_error(cx, &[S(message)]))
        }
    }
}

/// A value (owned) as what a call of the class makes of it.
fn of_class_call(cx: &mut Cx, class: Ref, value: Value) -> NativeResult {
    if class == types::FLOAT {
        return Ok(value);
    }
    let exit = cx.tail_call(class.value(), &[value]);
    cx.heap.dec(value);
    Err(exit)
}

/// `float(x)`
fn new(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = new_class(cx, args, types::FLOAT)?;
    let x = arg(args, 1);
    let value = if x.is_unbound() {
        float::new(cx, 0.0)?
    } else if cx.as_kind(x, kind::FLOAT).is_some() {
        cx.heap.share(x)
    } else {
        match of_object(cx, x)? {
            Some(double) => float::new(cx, double)?,
            None => return Err(cx.tail_prelude(Prelude::FloatNew, &[class.value(), x])),
        }
    };
    of_class(cx, class, types::FLOAT, value)
}

/// `float(x)`; none when script code is needed.
fn of_object(cx: &mut Cx, x: Value) -> Outcome<Option<f64>> {
    if matches!(cx.kind_of(x), kind::STR | kind::BYTES | kind::BYTEARRAY | kind::MEMORYVIEW) {
        return float::parse_value(cx, x);
    }
    let number = int::read_any(cx, x).is_some() || float::read_any(cx, x).is_some();
    if number && keeps_float(cx, x) {
        return float::from_number(cx, x);
    }
    if has_method(cx, x, names::FLOAT) || has_method(cx, x, names::INDEX) {
        return Ok(None);
    }
    if let Some(double) = float::parse_value(cx, x)? {
        return Ok(Some(double));
    }
    let parts = [S("float() argument must be a string or a real number, not '"), T(x), S("'")];
    Err(raise::type_error(cx, &parts))
}

/// Is the `__float__` of a number the builtin one?
fn keeps_float(cx: &Cx, x: Value) -> bool {
    let found = class::lookup(cx, cx.type_of(x), names::FLOAT);
    [types::INT, types::FLOAT]
        .iter()
        .any(|&builtin| found == class::lookup(cx, builtin, names::FLOAT))
}
