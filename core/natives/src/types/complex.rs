//! Methods of `complex`.
//!
//! Not here: operators as such (number.rs), arithmetic (objects/complex.rs).

use super::number::{Tower, this};
use super::str::format_spec;
use crate::scalar::*;
use crate::{number_methods, number_operators};
use threadsnake_heap::{Value, kind};
use threadsnake_objects::arith::{BinOp, UnaryOp};
use threadsnake_objects::compare::Op;
use threadsnake_objects::complex::{self, Complex};
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::number::float_parse;
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{
    arith, class, float, format, names, natives, repr as representation, str as string, types,
};

natives! {
    /// `complex` methods.
    pub static METHODS;
    "__abs__"       abs           1..=1;
    "__add__"       add           2..=2;
    "__bool__"      dunder_bool   1..=1;
    "__complex__"   plain         1..=1;
    "__eq__"        eq            2..=2;
    "__format__"    dunder_format 2..=2;
    "__ge__"        ge            2..=2;
    "__getnewargs__" newargs      1..=1;
    "__gt__"        gt            2..=2;
    "__hash__"      dunder_hash   1..=1;
    "__le__"        le            2..=2;
    "__lt__"        lt            2..=2;
    "__mul__"       mul           2..=2;
    "__ne__"        ne            2..=2;
    "__neg__"       neg           1..=1;
    "__new__"       new           1..=3 Static "cls real imag";
    "__pos__"       pos           1..=1;
    "__pow__"       pow           2..=3;
    "__radd__"      radd          2..=2;
    "__repr__"      repr          1..=1;
    "__rmul__"      rmul          2..=2;
    "__rpow__"      rpow          2..=3;
    "__rsub__"      rsub          2..=2;
    "__rtruediv__"  rtruediv      2..=2;
    "__sub__"       sub           2..=2;
    "__truediv__"   truediv       2..=2;
    "conjugate"     conjugate     1..=1;
    "imag"          imag          1..=1 Getter;
    "real"          real          1..=1 Getter;
}

number_methods! { Tower::Complex }

number_operators! { Tower::Complex;
    add "__add__" radd "__radd__" Add;
    sub "__sub__" rsub "__rsub__" Sub;
    mul "__mul__" rmul "__rmul__" Mul;
    truediv "__truediv__" rtruediv "__rtruediv__" TrueDiv;
}

/// The receiver's number.
fn number(cx: &mut Cx, args: &[Value], name: &str) -> Outcome<Complex> {
    let value = this(cx, args, Tower::Complex, name)?;
    Ok(complex::read_any(cx, value).unwrap_or(Complex { re: 0.0, im: 0.0 }))
}

fn dunder_bool(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let number = number(cx, args, "__bool__")?;
    Ok(Value::bool(number.re != 0.0 || number.im != 0.0))
}

fn plain(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let value = this(cx, args, Tower::Complex, "__complex__")?;
    Ok(cx.heap.share(value))
}

fn conjugate(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let number = number(cx, args, "conjugate")?;
    Ok(complex::new(cx, Complex { im: -number.im, ..number })?)
}

fn real(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let number = number(cx, args, "real")?;
    Ok(float::new(cx, number.re)?)
}

fn imag(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let number = number(cx, args, "imag")?;
    Ok(float::new(cx, number.im)?)
}

fn newargs(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let real = real(cx, args)?;
    match imag(cx, args) {
        Ok(imag) => arith::pair(cx, real, imag),
        Err(exit) => {
            cx.heap.dec(real);
            Err(exit)
        }
    }
}

fn repr(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let value = this(cx, args, Tower::Complex, "__repr__")?;
    Ok(representation::leaf(cx, value)?.unwrap_or(Value::NONE))
}

fn dunder_format(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let number = number(cx, args, "__format__")?;
    let spec = format_spec(cx, arg(args, 1))?;
    if string::byte_len(cx, spec) == 0 {
        return representation::str(cx, arg(args, 0));
    }
    format::imaginary(cx, number, spec.value())
}

/// `complex(real, imag)`
fn new(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = new_class(cx, args, types::COMPLEX)?;
    let (re, im) = (arg(args, 1), arg(args, 2));
    if let Some(text) = cx.payload(re, kind::STR) {
        if !im.is_unbound() {
            let message = "complex() can't take second arg if first is a string";
            return Err(raise::type_error(cx, &[S(message)]));
        }
        let Some(number) = parse(string::bytes(cx, text)) else {
            return Err(raise::value_error(cx, &[S("complex() arg is a malformed string")]));
        };
        let value = complex::new(cx, number)?;
        return of_class(cx, class, types::COMPLEX, value);
    }
    if cx.payload(im, kind::STR).is_some() {
        return Err(raise::type_error(cx, &[S("complex() second arg can't be a string")]));
    }
    if class == types::COMPLEX && im.is_unbound() && cx.as_kind(re, kind::COMPLEX).is_some() {
        return Ok(cx.heap.share(re));
    }
    // A sum with 0.0 would lose the sign of a zero.
    let turns = [re, im].map(|value| cx.payload(value, kind::COMPLEX).is_some());
    let has_second = !im.is_unbound();
    let (Some(re), Some(im)) = (part(cx, re, "first")?, part(cx, im, "second")?) else {
        let given = [class.value(), re, if im.is_unbound() { Value::NONE } else { im }];
        return Err(cx.tail_prelude(Prelude::ComplexNew, &given));
    };
    let number = Complex {
        re: if turns[1] { re.re - im.im } else { re.re },
        im: match turns[0] {
            false => im.re,
            true if has_second => im.re + re.im,
            true => re.im,
        },
    };
    let value = complex::new(cx, number)?;
    of_class(cx, class, types::COMPLEX, value)
}

/// An argument as number; none when script code is needed.
fn part(cx: &mut Cx, value: Value, which: &str) -> Outcome<Option<Complex>> {
    if value.is_unbound() {
        return Ok(Some(Complex { re: 0.0, im: 0.0 }));
    }
    let is_derived = matches!(cx.kind_of(value), kind::INSTANCE | kind::INSTANCE_X);
    if is_derived && has_own_conversion(cx, value) {
        return Ok(None);
    }
    if let Some(number) = complex::from_number(cx, value)? {
        return Ok(Some(number));
    }
    let message = "complex() first argument must be a string or a number, not '";
    let second = "complex() second argument must be a number, not '";
    let parts = [S(if which == "first" { message } else { second }), T(value), S("'")];
    Err(raise::type_error(cx, &parts))
}

/// Has an instance a way to be a number that is not that of the type it wraps?
fn has_own_conversion(cx: &Cx, value: Value) -> bool {
    let class = cx.type_of(value);
    [names::COMPLEX, names::FLOAT, names::INDEX].iter().any(|&name| {
        let found = class::lookup(cx, class, name);
        let builtin = [types::INT, types::FLOAT, types::COMPLEX];
        found.is_some() && builtin.iter().all(|&base| class::lookup(cx, base, name) != found)
    })
}

/// `complex(text)`: a real part, an imaginary part, or both, in parentheses or not.
fn parse(text: &[u8]) -> Option<Complex> {
    let text = text.trim_ascii();
    let body = match text {
        [b'(', inner @ .., b')'] => inner.trim_ascii(),
        _ => text,
    };
    let (last, before) = body.split_last()?;
    if !matches!(last, b'j' | b'J') {
        return real_part(body).map(|re| Complex { re, im: 0.0 });
    }
    let cut = sign_place(before);
    let (re, im) = before.split_at_checked(cut)?;
    let im = match im {
        b"" | b"+" => 1.0,
        b"-" => -1.0,
        digits => real_part(digits)?,
    };
    let re = if re.is_empty() { 0.0 } else { real_part(re)? };
    Some(Complex { re, im })
}

/// A float without white space around it.
fn real_part(text: &[u8]) -> Option<f64> {
    let spaced = text.first().is_some_and(u8::is_ascii_whitespace)
        || text.last().is_some_and(u8::is_ascii_whitespace);
    if spaced { None } else { float_parse::parse(text).ok() }
}

/// Where the imaginary part starts: at the last sign that is not that of an exponent.
fn sign_place(text: &[u8]) -> usize {
    let is_sign = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| text.get(before));
        matches!(text.get(at), Some(b'+' | b'-')) && !matches!(before, Some(b'e' | b'E'))
    };
    (0..text.len()).rev().find(|&at| is_sign(at)).unwrap_or(0)
}
