//! The module `math`.
//!
//! Functions of floats are libm's, so that they give the same bits on every machine. An argument with
//! `__float__` or `__index__` of its own is converted by the prelude, which then calls again.
//!
//! Not here: the gamma function (math/gamma.rs), integers (math/integer.rs), sums and distances (math/sum.rs),
//! constants (`CONSTANTS`, put into ROM).

pub mod gamma;
pub mod integer;
pub mod sum;

use crate::container::is_derived;
use crate::scalar::*;
use threadsnake_heap::{Value, kind};
use threadsnake_objects::cx::{Cx, Exit, NativeResult, Outcome};
use threadsnake_objects::float::{power, precise, trig};
use threadsnake_objects::int::{self, Int, convert};
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{
    arith, class, float, intern, names, natives, str as string, tuple, types,
};

natives! {
    /// Members of `math`.
    pub static MEMBERS;
    "acos"      acos       1..=1;
    "acosh"     acosh      1..=1;
    "asin"      asin       1..=1;
    "asinh"     asinh      1..=1;
    "atan"      atan       1..=1;
    "atan2"     atan2      2..=2;
    "atanh"     atanh      1..=1;
    "cbrt"      cbrt       1..=1;
    "ceil"      ceil       1..=1;
    "comb"      comb       2..=2;
    "copysign"  copysign   2..=2;
    "cos"       cos        1..=1;
    "cosh"      cosh       1..=1;
    "degrees"   degrees    1..=1;
    "dist"      dist       2..=2;
    "erf"       erf        1..=1;
    "erfc"      erfc       1..=1;
    "exp"       exp        1..=1;
    "exp2"      exp2       1..=1;
    "expm1"     expm1      1..=1;
    "fabs"      fabs       1..=1;
    "factorial" factorial  1..=1;
    "floor"     floor      1..=1;
    "fmod"      fmod       2..=2;
    "frexp"     frexp      1..=1;
    "fsum"      fsum       1..=1;
    "gamma"     gamma      1..=1;
    "gcd"       gcd        0..=255;
    "hypot"     hypot      0..=255;
    "isclose"   isclose    2..=4 Function "a b * rel_tol abs_tol";
    "isfinite"  isfinite   1..=1;
    "isinf"     isinf      1..=1;
    "isnan"     isnan      1..=1;
    "isqrt"     isqrt      1..=1;
    "lcm"       lcm        0..=255;
    "ldexp"     ldexp      2..=2;
    "lgamma"    lgamma     1..=1;
    "log"       log        1..=2;
    "log10"     log10      1..=1;
    "log1p"     log1p      1..=1;
    "log2"      log2       1..=1;
    "modf"      modf       1..=1;
    "nextafter" nextafter  2..=2;
    "perm"      perm       1..=2;
    "pow"       pow        2..=2;
    "prod"      prod       1..=2 Function "iterable / * start";
    "radians"   radians    1..=1;
    "remainder" remainder  2..=2;
    "sin"       sin        1..=1;
    "sinh"      sinh       1..=1;
    "sqrt"      sqrt       1..=1;
    "tan"       tan        1..=1;
    "tanh"      tanh       1..=1;
    "trunc"     trunc      1..=1;
    "ulp"       ulp        1..=1;
}

/// Members of `math` that are floats.
pub static CONSTANTS: &[(&str, f64)] = &[
    ("e", core::f64::consts::E),
    ("inf", f64::INFINITY),
    ("nan", f64::NAN),
    ("pi", core::f64::consts::PI),
    ("tau", core::f64::consts::TAU),
];

use integer::{comb, factorial, gcd, isqrt, lcm, perm};
use sum::{dist, fsum, hypot, prod};

/// Asks the prelude to convert the arguments and to call the function of this name again.
#[cold]
pub fn again(cx: &mut Cx, which: Prelude, name: &str, args: &[Value]) -> Exit {
    let Some(function) = function(cx, name) else {
        return raise::system_error(cx, &[S("math."), S(name), S(" is not in ROM")]);
    };
    match tuple::from_slice(cx, args) {
        Ok(given) => {
            let exit = cx.tail_prelude(which, &[function, given.value()]);
            cx.heap.dec_ref(given);
            exit
        }
        Err(error) => error.into(),
    }
}

/// A function of this module as an object.
fn function(cx: &Cx, name: &str) -> Option<Value> {
    let known = |text: &[u8]| intern::find(cx, text, string::hash_bytes(text));
    let module = class::rom_lookup(cx, cx.rom.modules, known(b"math")?)?;
    class::rom_lookup(cx, module.object_ref()?, known(name.as_bytes())?)
}

/// A number argument as float; none when script code must convert it.
pub fn real(cx: &mut Cx, value: Value) -> Outcome<Option<f64>> {
    if let Some(double) = float::read(cx, value) {
        return Ok(Some(double));
    }
    if is_derived(cx, value) && has_own_float(cx, value) {
        return Ok(None);
    }
    match float::from_number(cx, value)? {
        None if has_method(cx, value, names::FLOAT) || has_method(cx, value, names::INDEX) => {
            Ok(None)
        }
        None => Err(raise::type_error(cx, &[S("must be real number, not "), T(value)])),
        found => Ok(found),
    }
}

/// Is the `__float__` of an instance not that of the number it wraps?
fn has_own_float(cx: &Cx, value: Value) -> bool {
    let found = class::lookup(cx, cx.type_of(value), names::FLOAT);
    let builtin = [types::INT, types::FLOAT];
    found.is_some() && builtin.iter().all(|&base| class::lookup(cx, base, names::FLOAT) != found)
}

/// `ValueError: math domain error`
#[cold]
pub fn domain_error(cx: &mut Cx) -> Exit {
    raise::value_error(cx, &[S("math domain error")])
}

/// `OverflowError: math range error`
#[cold]
pub fn range_error(cx: &mut Cx) -> Exit {
    raise::overflow_error(cx, &[S("math range error")])
}

/// What an infinite result of a finite argument is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Infinite {
    /// The argument has no result.
    Domain,
    /// The result is too large.
    Range,
}

/// A function of one float.
fn of_one(
    cx: &mut Cx,
    args: &[Value],
    name: &str,
    infinite: Infinite,
    function: fn(f64) -> f64,
) -> NativeResult {
    let Some(x) = real(cx, arg(args, 0))? else {
        return Err(again(cx, Prelude::MathRetry, name, args));
    };
    let result = function(x);
    if result.is_nan() && !x.is_nan() {
        return Err(domain_error(cx));
    }
    if result.is_infinite() && x.is_finite() {
        return Err(if infinite == Infinite::Range { range_error(cx) } else { domain_error(cx) });
    }
    Ok(float::new(cx, result)?)
}

macro_rules! of_one {
    ($($name:ident $infinite:ident $function:expr;)*) => {
        $(
            fn $name(cx: &mut Cx, args: &[Value]) -> NativeResult {
                of_one(cx, args, stringify!($name), Infinite::$infinite, $function)
            }
        )*
    };
}

of_one! {
    acos Domain trig::acos;
    acosh Domain acosh_of;
    asin Domain trig::asin;
    asinh Domain libm::asinh;
    atan Domain trig::atan;
    atanh Domain libm::atanh;
    cbrt Domain precise::cube_root;
    cos Domain trig::cos;
    cosh Range cosh_of;
    erf Domain libm::erf;
    erfc Domain libm::erfc;
    exp Range precise::exp;
    exp2 Range |x| power::value(2.0, x);
    expm1 Range libm::expm1;
    fabs Domain f64::abs;
    gamma Range gamma::gamma;
    lgamma Range gamma::ln_gamma;
    log1p Domain libm::log1p;
    sin Domain trig::sin;
    sinh Range libm::sinh;
    sqrt Domain libm::sqrt;
    tan Domain trig::tan;
    tanh Domain libm::tanh;
}

/// `acosh(x)`; there is none below 1, which the library only knows near 1.
fn acosh_of(x: f64) -> f64 {
    if x < 1.0 { f64::NAN } else { libm::acosh(x) }
}

/// `cosh(x)`: from `exp` where that is not too large, so that the last digit is right.
fn cosh_of(x: f64) -> f64 {
    const LARGEST: f64 = 700.0;
    if x.abs() > LARGEST || x.is_nan() {
        return libm::cosh(x);
    }
    let grown = precise::exp(x.abs());
    grown * 0.5 + 0.5 / grown
}

/// A plain multiple, which may be infinite.
fn scaled(cx: &mut Cx, args: &[Value], name: &str, factor: f64) -> NativeResult {
    match real(cx, arg(args, 0))? {
        Some(x) => Ok(float::new(cx, x * factor)?),
        None => Err(again(cx, Prelude::MathRetry, name, args)),
    }
}

fn degrees(cx: &mut Cx, args: &[Value]) -> NativeResult {
    scaled(cx, args, "degrees", 180.0 / core::f64::consts::PI)
}

fn radians(cx: &mut Cx, args: &[Value]) -> NativeResult {
    scaled(cx, args, "radians", core::f64::consts::PI / 180.0)
}

/// Two float arguments; the other way out is the prelude's.
fn two(cx: &mut Cx, args: &[Value], name: &str) -> Outcome<(f64, f64)> {
    match (real(cx, arg(args, 0))?, real(cx, arg(args, 1))?) {
        (Some(x), Some(y)) => Ok((x, y)),
        _ => Err(again(cx, Prelude::MathRetry, name, args)),
    }
}

fn atan2(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (y, x) = two(cx, args, "atan2")?;
    Ok(float::new(cx, trig::atan2(y, x))?)
}

fn copysign(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (x, y) = two(cx, args, "copysign")?;
    Ok(float::new(cx, libm::copysign(x, y))?)
}

fn nextafter(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (x, y) = two(cx, args, "nextafter")?;
    Ok(float::new(cx, libm::nextafter(x, y))?)
}

fn fmod(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (x, y) = two(cx, args, "fmod")?;
    let result = float::rest::rest(x, y);
    if result.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(domain_error(cx));
    }
    Ok(float::new(cx, result)?)
}

fn remainder(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (x, y) = two(cx, args, "remainder")?;
    let result = libm::remainder(x, y);
    if result.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(domain_error(cx));
    }
    Ok(float::new(cx, result)?)
}

fn pow(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (x, y) = two(cx, args, "pow")?;
    let result = power::value(x, y);
    if x.is_finite() && y.is_finite() && !result.is_finite() {
        let impossible = result.is_nan() || x == 0.0;
        return Err(if impossible { domain_error(cx) } else { range_error(cx) });
    }
    Ok(float::new(cx, result)?)
}

/// Rounds to an int, or asks the method of this name.
fn to_int(cx: &mut Cx, args: &[Value], method: Value, round: fn(f64) -> f64) -> NativeResult {
    let value = arg(args, 0);
    if let Some(double) = float::read(cx, value) {
        return convert::from_f64(cx, round(double));
    }
    if let Some(number) = int::read(cx, value) {
        return Ok(int::value(cx, number)?);
    }
    if has_method(cx, value, method) {
        return Err(cx.tail_prelude(Prelude::MathUnary, &[method, value]));
    }
    if method == names::TRUNC {
        let parts = [S("type "), T(value), S(" doesn't define __trunc__ method")];
        return Err(raise::type_error(cx, &parts));
    }
    match real(cx, value)? {
        Some(double) => convert::from_f64(cx, round(double)),
        None => {
            let name = if method == names::FLOOR { "floor" } else { "ceil" };
            Err(again(cx, Prelude::MathRetry, name, args))
        }
    }
}

fn ceil(cx: &mut Cx, args: &[Value]) -> NativeResult {
    to_int(cx, args, names::CEIL, libm::ceil)
}

fn floor(cx: &mut Cx, args: &[Value]) -> NativeResult {
    to_int(cx, args, names::FLOOR, libm::floor)
}

fn trunc(cx: &mut Cx, args: &[Value]) -> NativeResult {
    to_int(cx, args, names::TRUNC, libm::trunc)
}

macro_rules! questions {
    ($($name:ident $question:expr;)*) => {
        $(
            fn $name(cx: &mut Cx, args: &[Value]) -> NativeResult {
                let ask: fn(f64) -> bool = $question;
                match real(cx, arg(args, 0))? {
                    Some(x) => Ok(Value::bool(ask(x))),
                    None => Err(again(cx, Prelude::MathRetry, stringify!($name), args)),
                }
            }
        )*
    };
}

questions! {
    isfinite f64::is_finite;
    isinf f64::is_infinite;
    isnan f64::is_nan;
}

/// A logarithm of a number that may be an int larger than any float.
fn logarithm(
    cx: &mut Cx,
    value: Value,
    name: &str,
    args: &[Value],
    log: fn(f64) -> f64,
) -> Outcome<f64> {
    let number = int::read_any(cx, value);
    if let Some(Int::Big(object)) = number {
        if int::is_negative(cx, Int::Big(object)) {
            return Err(domain_error(cx));
        }
        let bits = convert::bit_length(cx, Int::Big(object));
        if bits >= f64::MAX_EXP as u64 {
            const KEPT_BITS: u64 = 64;
            let distance = Int::Word((bits - KEPT_BITS) as i64);
            let top = int::arith::shift_right(cx, Int::Big(object), distance)?;
            let mantissa = int::read(cx, top).map_or(Ok(1.0), |top| convert::to_f64(cx, top));
            cx.heap.dec(top);
            let fraction = libm::ldexp(mantissa?, -(KEPT_BITS as i32));
            return Ok(log(fraction) + log(2.0) * bits as f64);
        }
    }
    let Some(x) = real(cx, value)? else { return Err(again(cx, Prelude::MathRetry, name, args)) };
    if x <= 0.0 {
        return Err(domain_error(cx));
    }
    Ok(log(x))
}

/// `log(x)`, `log(x, base)`
fn log(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let top = logarithm(cx, arg(args, 0), "log", args, precise::log)?;
    if args.len() < 2 {
        return Ok(float::new(cx, top)?);
    }
    let bottom = logarithm(cx, arg(args, 1), "log", args, precise::log)?;
    if bottom == 0.0 {
        return Err(raise::zero_division_error(cx, &[S("float division by zero")]));
    }
    Ok(float::new(cx, top / bottom)?)
}

fn log2(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let result = logarithm(cx, arg(args, 0), "log2", args, exact_log2)?;
    Ok(float::new(cx, result)?)
}

/// `log2`, exact for powers of two.
fn exact_log2(x: f64) -> f64 {
    let (mantissa, exponent) = libm::frexp(x);
    if mantissa == 0.5 { f64::from(exponent - 1) } else { libm::log2(x) }
}

fn log10(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let result = logarithm(cx, arg(args, 0), "log10", args, libm::log10)?;
    Ok(float::new(cx, result)?)
}

fn frexp(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let Some(x) = real(cx, arg(args, 0))? else {
        return Err(again(cx, Prelude::MathRetry, "frexp", args));
    };
    let (mantissa, exponent) = if x.is_finite() { libm::frexp(x) } else { (x, 0) };
    let mantissa = float::new(cx, mantissa)?;
    arith::pair(cx, mantissa, Value::small(exponent))
}

fn ldexp(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let Some(x) = real(cx, arg(args, 0))? else {
        return Err(again(cx, Prelude::MathRetry, "ldexp", args));
    };
    let exponent = match int::saturated(cx, arg(args, 1)) {
        Some(exponent) => exponent,
        None if has_method(cx, arg(args, 1), names::INDEX)
            && cx.kind_of(arg(args, 1)) != kind::FLOAT =>
        {
            return Err(again(cx, Prelude::MathRetry, "ldexp", args));
        }
        None => {
            let message = "Expected an int as second argument to ldexp.";
            return Err(raise::type_error(cx, &[S(message)]));
        }
    };
    const MOST: i64 = 5000;
    let result = libm::ldexp(x, exponent.clamp(-MOST, MOST) as i32);
    if result.is_infinite() && x.is_finite() {
        return Err(range_error(cx));
    }
    Ok(float::new(cx, result)?)
}

fn modf(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let Some(x) = real(cx, arg(args, 0))? else {
        return Err(again(cx, Prelude::MathRetry, "modf", args));
    };
    let (fraction, whole) =
        if x.is_infinite() { (libm::copysign(0.0, x), x) } else { libm::modf(x) };
    let fraction = float::new(cx, libm::copysign(fraction, x))?;
    match float::new(cx, whole) {
        Ok(whole) => arith::pair(cx, fraction, whole),
        Err(error) => {
            cx.heap.dec(fraction);
            Err(error.into())
        }
    }
}

fn ulp(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let Some(x) = real(cx, arg(args, 0))? else {
        return Err(again(cx, Prelude::MathRetry, "ulp", args));
    };
    let x = x.abs();
    let result = if !x.is_finite() {
        x
    } else {
        let next = libm::nextafter(x, f64::INFINITY);
        if next.is_infinite() { x - libm::nextafter(x, 0.0) } else { next - x }
    };
    Ok(float::new(cx, result)?)
}

/// `isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)`
fn isclose(cx: &mut Cx, args: &[Value]) -> NativeResult {
    const RELATIVE: f64 = 1e-9;
    let (a, b) = two(cx, args.get(..2).unwrap_or(args), "isclose")?;
    let tolerance = |cx: &mut Cx, value: Value, absent: f64| {
        if value.is_unbound() { Ok(Some(absent)) } else { real(cx, value) }
    };
    let relative = tolerance(cx, arg(args, 2), RELATIVE)?.unwrap_or(RELATIVE);
    let absolute = tolerance(cx, arg(args, 3), 0.0)?.unwrap_or(0.0);
    if relative < 0.0 || absolute < 0.0 {
        return Err(raise::value_error(cx, &[S("tolerances must be non-negative")]));
    }
    if a == b {
        return Ok(Value::TRUE);
    }
    if a.is_infinite() || b.is_infinite() {
        return Ok(Value::FALSE);
    }
    let distance = (b - a).abs();
    let close = distance <= (relative * b).abs()
        || distance <= (relative * a).abs()
        || distance <= absolute;
    Ok(Value::bool(close))
}
