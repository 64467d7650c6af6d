//! Methods of `int`.
//!
//! Not here: operators as such (number.rs), `bool` (bool.rs), arithmetic (objects/int/).

use super::number::{Tower, divmod as divide, this};
use super::str::format_spec;
use crate::scalar::*;
use crate::{number_methods, number_operators};
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::arith::{BinOp, UnaryOp};
use threadsnake_objects::compare::Op;
use threadsnake_objects::cx::{Cx, Exit, NativeResult, Outcome};
use threadsnake_objects::int::Int;
use threadsnake_objects::int::convert::{self, Order};
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{
    arith, bytes, class, float, format, int, names, natives, repr, str as string, types,
};

natives! {
    /// `int` methods.
    pub static METHODS;
    "__abs__"       abs           1..=1;
    "__add__"       add           2..=2;
    "__and__"       and           2..=2;
    "__bool__"      dunder_bool   1..=1;
    "__ceil__"      plain         1..=1;
    "__divmod__"    divmod        2..=2;
    "__eq__"        eq            2..=2;
    "__float__"     dunder_float  1..=1;
    "__floor__"     plain         1..=1;
    "__floordiv__"  floordiv      2..=2;
    "__format__"    dunder_format 2..=2;
    "__ge__"        ge            2..=2;
    "__getnewargs__" getnewargs   1..=1;
    "__gt__"        gt            2..=2;
    "__hash__"      dunder_hash   1..=1;
    "__index__"     plain         1..=1;
    "__int__"       plain         1..=1;
    "__invert__"    invert        1..=1;
    "__le__"        le            2..=2;
    "__lshift__"    lshift        2..=2;
    "__lt__"        lt            2..=2;
    "__mod__"       modulo        2..=2;
    "__mul__"       mul           2..=2;
    "__ne__"        ne            2..=2;
    "__neg__"       neg           1..=1;
    "__new__"       new           1..=3 Static "cls x / base";
    "__or__"        or            2..=2;
    "__pos__"       pos           1..=1;
    "__pow__"       pow           2..=3;
    "__radd__"      radd          2..=2;
    "__rand__"      rand          2..=2;
    "__rdivmod__"   rdivmod       2..=2;
    "__repr__"      repr          1..=1;
    "__rfloordiv__" rfloordiv     2..=2;
    "__rlshift__"   rlshift       2..=2;
    "__rmod__"      rmodulo       2..=2;
    "__rmul__"      rmul          2..=2;
    "__ror__"       ror           2..=2;
    "__round__"     round         1..=2;
    "__rpow__"      rpow          2..=3;
    "__rrshift__"   rrshift       2..=2;
    "__rshift__"    rshift        2..=2;
    "__rsub__"      rsub          2..=2;
    "__rtruediv__"  rtruediv      2..=2;
    "__rxor__"      rxor          2..=2;
    "__sizeof__"    sizeof        1..=1;
    "__sub__"       sub           2..=2;
    "__truediv__"   truediv       2..=2;
    "__trunc__"     plain         1..=1;
    "__xor__"       xor           2..=2;
    "as_integer_ratio" ratio      1..=1;
    "bit_count"     bit_count     1..=1;
    "bit_length"    bit_length    1..=1;
    "conjugate"     plain         1..=1;
    "denominator"   one           1..=1 Getter;
    "from_bytes"    from_bytes    2..=4 Class "cls bytes byteorder * signed";
    "imag"          zero          1..=1 Getter;
    "numerator"     plain         1..=1 Getter;
    "real"          plain         1..=1 Getter;
    "to_bytes"      to_bytes      1..=4 Function "self length byteorder * signed";
}

number_methods! { Tower::Int }

fn getnewargs(cx: &mut Cx, args: &[Value]) -> NativeResult {
    super::number::newargs(cx, args, Tower::Int)
}

number_operators! { Tower::Int;
    add "__add__" radd "__radd__" Add;
    sub "__sub__" rsub "__rsub__" Sub;
    mul "__mul__" rmul "__rmul__" Mul;
    truediv "__truediv__" rtruediv "__rtruediv__" TrueDiv;
    floordiv "__floordiv__" rfloordiv "__rfloordiv__" FloorDiv;
    modulo "__mod__" rmodulo "__rmod__" Mod;
    lshift "__lshift__" rlshift "__rlshift__" LShift;
    rshift "__rshift__" rrshift "__rrshift__" RShift;
    and "__and__" rand "__rand__" And;
    or "__or__" ror "__ror__" Or;
    xor "__xor__" rxor "__rxor__" Xor;
}

/// The receiver as an operand.
fn number(cx: &mut Cx, args: &[Value], name: &str) -> Outcome<Int> {
    let value = this(cx, args, Tower::Int, name)?;
    Ok(int::read(cx, value).unwrap_or(Int::Word(0)))
}

fn divmod(cx: &mut Cx, args: &[Value]) -> NativeResult {
    divide(cx, args, Tower::Int, "__divmod__")
}

fn rdivmod(cx: &mut Cx, args: &[Value]) -> NativeResult {
    divide(cx, args, Tower::Int, "__rdivmod__")
}

fn invert(cx: &mut Cx, args: &[Value]) -> NativeResult {
    super::number::unary(cx, args, Tower::Int, UnaryOp::Invert, "__invert__")
}

fn dunder_bool(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let number = number(cx, args, "__bool__")?;
    Ok(Value::bool(!int::is_zero(number)))
}

/// The number itself: `int(a)`, `a.real`, `a.conjugate()` and more.
fn plain(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let value = this(cx, args, Tower::Int, "__int__")?;
    super::number::share(cx, value)
}

fn zero(cx: &mut Cx, args: &[Value]) -> NativeResult {
    this(cx, args, Tower::Int, "imag")?;
    Ok(Value::small(0))
}

fn one(cx: &mut Cx, args: &[Value]) -> NativeResult {
    this(cx, args, Tower::Int, "denominator")?;
    Ok(Value::small(1))
}

fn dunder_float(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let number = number(cx, args, "__float__")?;
    let double = convert::to_f64(cx, number)?;
    Ok(float::new(cx, double)?)
}

fn repr(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let number = number(cx, args, "__repr__")?;
    int::text::to_str(cx, number, 10, b"")
}

fn sizeof(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let value = this(cx, args, Tower::Int, "__sizeof__")?;
    size_of(cx, value)
}

fn dunder_format(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let number = number(cx, args, "__format__")?;
    let spec = format_spec(cx, arg(args, 1))?;
    if string::byte_len(cx, spec) == 0 {
        return repr::str(cx, arg(args, 0));
    }
    format::integer(cx, number, spec.value())
}

/// `round(a, digits)`
fn round(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let number = number(cx, args, "__round__")?;
    let digits = arg(args, 1);
    match if digits.is_unbound() { Some(0) } else { index_arg(cx, digits)? } {
        Some(digits) => convert::round(cx, number, digits),
        None => Err(retry(cx, types::INT, "__round__", args)),
    }
}

fn bit_count(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let number = number(cx, args, "bit_count")?;
    let count = convert::bit_count(cx, number);
    Ok(int::from_u64(cx, count)?)
}

fn bit_length(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let number = number(cx, args, "bit_length")?;
    let bits = convert::bit_length(cx, number);
    Ok(int::from_u64(cx, bits)?)
}

fn ratio(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let value = plain(cx, args)?;
    arith::pair(cx, value, Value::small(1))
}

/// `int(x, base)`
fn new(cx: &mut Cx, args: &[Value]) -> NativeResult {
    if arg(args, 0) == types::INT.value()
        && arg(args, 2).is_unbound()
        && let Some(float) = cx.as_kind(arg(args, 1), kind::FLOAT)
    {
        // What is asked most often, by far.
        let double = float::get(cx, float);
        return convert::from_f64(cx, double);
    }
    let class = new_class(cx, args, types::INT)?;
    let (x, base) = (arg(args, 1), arg(args, 2));
    let value = match (x, base) {
        (Value::UNBOUND, Value::UNBOUND) => Value::small(0),
        (Value::UNBOUND, _) => {
            return Err(raise::type_error(cx, &[S("int() missing string argument")]));
        }
        (_, Value::UNBOUND) => match of_object(cx, x)? {
            Some(value) => value,
            None => return Err(cx.tail_prelude(Prelude::IntNew, &[class.value(), x])),
        },
        _ => {
            let Some(base) = index_arg(cx, base)? else {
                return Err(retry(cx, types::INT, "__new__", args));
            };
            of_text(cx, x, base)?
        }
    };
    of_class(cx, class, types::INT, value)
}

/// `int(text, base)`
fn of_text(cx: &mut Cx, text: Value, base: i64) -> NativeResult {
    // A base out of range is refused together with 1.
    let base = u32::try_from(base).ok().filter(|&base| base <= 36).unwrap_or(1);
    match int::text::parse_value(cx, text, base)? {
        Some(value) => Ok(value),
        None => {
            let message = "int() can't convert non-string with explicit base";
            Err(raise::type_error(cx, &[S(message)]))
        }
    }
}

/// Is the method of this name that an instance has the one of the builtin class?
fn keeps_method(cx: &Cx, value: Value, builtin: Ref, name: Value) -> bool {
    class::lookup(cx, cx.type_of(value), name) == class::lookup(cx, builtin, name)
}

/// `int(x)`; none when script code is needed.
fn of_object(cx: &mut Cx, x: Value) -> Outcome<Option<Value>> {
    if let Some(number) = int::read(cx, x) {
        return Ok(Some(int::value(cx, number)?));
    }
    match cx.kind_of(x) {
        kind::FLOAT => {
            let double = float::get(cx, x.as_ref());
            return convert::from_f64(cx, double).map(Some);
        }
        kind::STR | kind::BYTES | kind::BYTEARRAY | kind::MEMORYVIEW => {
            return int::text::parse_value(cx, x, 10);
        }
        _ => {}
    }
    if let Some(number) =
        int::read_any(cx, x).filter(|_| keeps_method(cx, x, types::INT, names::INT))
    {
        return Ok(Some(int::value(cx, number)?));
    }
    if let Some(double) =
        float::read_any(cx, x).filter(|_| keeps_method(cx, x, types::FLOAT, names::INT))
    {
        return convert::from_f64(cx, double).map(Some);
    }
    if [names::INT, names::INDEX, names::TRUNC].iter().any(|&name| has_method(cx, x, name)) {
        return Ok(None);
    }
    if let Some(value) = int::text::parse_value(cx, x, 10)? {
        return Ok(Some(value));
    }
    let parts = [
        S("int() argument must be a string, a bytes-like object or a real number, not '"),
        T(x),
        S("'"),
    ];
    Err(raise::type_error(cx, &parts))
}

/// `'big'` or `'little'`
fn byte_order(cx: &mut Cx, value: Value) -> Outcome<Order> {
    if value.is_unbound() {
        return Ok(Order::Big);
    }
    match cx.payload(value, kind::STR).map(|object| string::bytes(cx, object)) {
        Some(b"big") => Ok(Order::Big),
        Some(b"little") => Ok(Order::Little),
        Some(_) => {
            let message = "byteorder must be either 'little' or 'big'";
            Err(raise::value_error(cx, &[S(message)]))
        }
        None => {
            let parts = [S("argument 'byteorder' must be str, not "), T(value)];
            Err(raise::type_error(cx, &parts))
        }
    }
}

/// `a.to_bytes(length=1, byteorder='big', *, signed=False)`
fn to_bytes(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let number = number(cx, args, "to_bytes")?;
    let order = byte_order(cx, arg(args, 2))?;
    let signed = truth(cx, arg(args, 3));
    let Some(len) = index_or(cx, arg(args, 1), 1)? else {
        return Err(again(cx, args, order, signed));
    };
    if len < 0 {
        return Err(raise::value_error(cx, &[S("length argument must be non-negative")]));
    }
    let Ok(len) = u32::try_from(len) else { return Err(raise::memory_error(cx)) };
    convert::to_bytes(cx, number, len, order, signed)
}

/// The same call with a plain int as length.
fn again(cx: &mut Cx, args: &[Value], order: Order, signed: bool) -> Exit {
    let order = if order == Order::Big { "big" } else { "little" };
    let name = match string::new(cx, order.as_bytes()) {
        Ok(name) => name,
        Err(error) => return error.into(),
    };
    let given = [arg(args, 0), arg(args, 1), name, Value::bool(signed)];
    let exit = cx.tail_prelude(Prelude::IntToBytes, &given);
    cx.heap.dec(name);
    exit
}

/// `int.from_bytes(bytes, byteorder='big', *, signed=False)`
fn from_bytes(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = crate::support::class_receiver(cx, arg(args, 0), types::INT, "from_bytes")?;
    let order = byte_order(cx, arg(args, 2))?;
    let signed = truth(cx, arg(args, 3));
    let Some(part) = bytes::like(cx, arg(args, 1)) else {
        let order = if order == Order::Big { Value::TRUE } else { Value::FALSE };
        let given = [class.value(), arg(args, 1), order, Value::bool(signed)];
        return Err(cx.tail_prelude(Prelude::IntFromBytes, &given));
    };
    let value = convert::from_bytes(cx, part, order, signed)?;
    if class == types::INT {
        return Ok(value);
    }
    let exit = cx.tail_call(class.value(), &[value]);
    cx.heap.dec(value);
    Err(exit)
}
