//! Operators on builtin values: which operation the types ask for.
//!
//! `binary` and its relatives look at exact builtin types only and answer `None` when these do not implement
//! the operator between them; the machine then looks for `__add__` and `__radd__` in the classes, which
//! for builtin classes are natives that come back here with what subclasses wrap. When nobody answers,
//! `unsupported` words the `TypeError`.
//!
//! Sets and dicts have their operators as methods only.
//!
//! Not here: comparisons (compare.rs), the operations themselves (int/, float.rs, complex.rs, str.rs ...).

mod unsupported;

pub use unsupported::{Form, unsupported, unsupported_unary};

use crate::bigint::bits::BitOp;
use crate::complex::{self, Complex};
use crate::cx::{Cx, Exit, Outcome};
use crate::float::{self, power::Power};
use crate::int::{self, Int};
use crate::raise::{self, Part::*};
use crate::{bytearray, bytes, exception, list, names, percent, str as string, tuple, types};
use threadsnake_heap::{OutOfMemory, Ref, Value, kind};

/// A binary operator, numbered as the instructions are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
#[allow(missing_docs, reason = "named as in Python's data model")]
pub enum BinOp {
    Add,
    Sub,
    Mul,
    TrueDiv,
    FloorDiv,
    Mod,
    Pow,
    LShift,
    RShift,
    And,
    Or,
    Xor,
    MatMul,
}

/// What scripts see of an operator.
struct OpRow {
    op: BinOp,
    symbol: &'static str,
    /// Method of the left operand, of the right one, and in place.
    names: [Value; 3],
}

const fn row(op: BinOp, symbol: &'static str, names: [Value; 3]) -> OpRow {
    OpRow { op, symbol, names }
}

/// The operators by number.
static OPS: [OpRow; 13] = [
    row(BinOp::Add, "+", [names::ADD, names::RADD, names::IADD]),
    row(BinOp::Sub, "-", [names::SUB, names::RSUB, names::ISUB]),
    row(BinOp::Mul, "*", [names::MUL, names::RMUL, names::IMUL]),
    row(BinOp::TrueDiv, "/", [names::TRUEDIV, names::RTRUEDIV, names::ITRUEDIV]),
    row(BinOp::FloorDiv, "//", [names::FLOORDIV, names::RFLOORDIV, names::IFLOORDIV]),
    row(BinOp::Mod, "%", [names::MOD, names::RMOD, names::IMOD]),
    row(BinOp::Pow, "**", [names::POW, names::RPOW, names::IPOW]),
    row(BinOp::LShift, "<<", [names::LSHIFT, names::RLSHIFT, names::ILSHIFT]),
    row(BinOp::RShift, ">>", [names::RSHIFT, names::RRSHIFT, names::IRSHIFT]),
    row(BinOp::And, "&", [names::AND, names::RAND, names::IAND]),
    row(BinOp::Or, "|", [names::OR, names::ROR, names::IOR]),
    row(BinOp::Xor, "^", [names::XOR, names::RXOR, names::IXOR]),
    row(BinOp::MatMul, "@", [names::MATMUL, names::RMATMUL, names::IMATMUL]),
];

impl BinOp {
    fn row(self) -> Option<&'static OpRow> {
        OPS.get(self as usize)
    }

    /// The operator of a number.
    pub const fn from_index(index: u8) -> Option<BinOp> {
        if (index as usize) < OPS.len() { Some(OPS[index as usize].op) } else { None }
    }

    /// How it is written.
    pub fn symbol(self) -> &'static str {
        self.row().map_or("", |row| row.symbol)
    }

    /// Names of the methods: of the left operand, of the right one, in place.
    pub const fn names(self) -> [Value; 3] {
        OPS[self as usize].names
    }
}

/// A number operand.
#[derive(Clone, Copy)]
enum Number {
    Int(Int),
    Float(f64),
    Complex(Complex),
}

/// Reads a number of an exact builtin type.
#[inline]
fn number(cx: &Cx, value: Value) -> Option<Number> {
    if let Some(number) = int::read(cx, value) {
        return Some(Number::Int(number));
    }
    let object = value.object_ref()?;
    match cx.heap.kind(object) {
        kind::FLOAT => Some(Number::Float(float::get(cx, object))),
        kind::COMPLEX => Some(Number::Complex(complex::get(cx, object))),
        _ => None,
    }
}

/// `a op b` of builtin values; none when their types do not implement it.
pub fn binary(cx: &mut Cx, op: BinOp, a: Value, b: Value) -> Outcome<Option<Value>> {
    match (number(cx, a), number(cx, b)) {
        (Some(Number::Int(x)), Some(Number::Int(y))) => {
            if a.is_bool() && b.is_bool() {
                return bools(cx, op, a, b);
            }
            ints(cx, op, x, y)
        }
        (Some(x), Some(y)) => mixed(cx, op, x, y),
        _ => sequences(cx, op, a, b),
    }
}

/// `&`, `|` and `^` of bools are bools.
fn bools(cx: &mut Cx, op: BinOp, a: Value, b: Value) -> Outcome<Option<Value>> {
    let (x, y) = (a == Value::TRUE, b == Value::TRUE);
    match op {
        BinOp::And => Ok(Some(Value::bool(x & y))),
        BinOp::Or => Ok(Some(Value::bool(x | y))),
        BinOp::Xor => Ok(Some(Value::bool(x ^ y))),
        _ => ints(cx, op, Int::Word(i64::from(x)), Int::Word(i64::from(y))),
    }
}

/// An operator between ints.
#[inline]
pub fn ints(cx: &mut Cx, op: BinOp, a: Int, b: Int) -> Outcome<Option<Value>> {
    use int::arith;
    let result = match op {
        BinOp::Add => arith::add(cx, a, b),
        BinOp::Sub => arith::sub(cx, a, b),
        BinOp::Mul => arith::mul(cx, a, b),
        BinOp::TrueDiv => {
            let quotient = int::convert::true_div(cx, a, b)?;
            Ok(float::new(cx, quotient)?)
        }
        BinOp::FloorDiv => arith::floor_div(cx, a, b),
        BinOp::Mod => arith::modulo(cx, a, b),
        BinOp::Pow if int::is_negative(cx, b) => {
            let (a, b) = (int::convert::to_f64(cx, a)?, int::convert::to_f64(cx, b)?);
            return floats(cx, op, a, b);
        }
        BinOp::Pow => int::power::pow(cx, a, b),
        BinOp::LShift => arith::shift_left(cx, a, b),
        BinOp::RShift => arith::shift_right(cx, a, b),
        BinOp::And => arith::bitwise(cx, BitOp::And, a, b),
        BinOp::Or => arith::bitwise(cx, BitOp::Or, a, b),
        BinOp::Xor => arith::bitwise(cx, BitOp::Xor, a, b),
        BinOp::MatMul => return Ok(None),
    };
    result.map(Some)
}

/// An operator between numbers of which one is not an int.
fn mixed(cx: &mut Cx, op: BinOp, a: Number, b: Number) -> Outcome<Option<Value>> {
    if matches!(
        op,
        BinOp::LShift | BinOp::RShift | BinOp::And | BinOp::Or | BinOp::Xor | BinOp::MatMul
    ) {
        return Ok(None);
    }
    match (a, b) {
        (Number::Float(a), Number::Float(b)) => floats(cx, op, a, b),
        (Number::Float(a), Number::Int(b)) => {
            let b = int::convert::to_f64(cx, b)?;
            floats(cx, op, a, b)
        }
        (Number::Int(a), Number::Float(b)) => {
            let a = int::convert::to_f64(cx, a)?;
            floats(cx, op, a, b)
        }
        _ if matches!(op, BinOp::FloorDiv | BinOp::Mod) => Ok(None),
        _ => {
            let (a, b) = (widen(cx, a)?, widen(cx, b)?);
            complexes(cx, op, a, b)
        }
    }
}

fn widen(cx: &mut Cx, number: Number) -> Outcome<Complex> {
    Ok(match number {
        Number::Int(int) => Complex { re: int::convert::to_f64(cx, int)?, im: 0.0 },
        Number::Float(re) => Complex { re, im: 0.0 },
        Number::Complex(complex) => complex,
    })
}

/// The result of an operator between floats that is a float; none for operators that floats do not have
/// and for powers that are complex.
#[inline]
pub fn float_result(cx: &mut Cx, op: BinOp, a: f64, b: f64) -> Outcome<Option<f64>> {
    let result = match op {
        BinOp::Add => a + b,
        BinOp::Sub => a - b,
        BinOp::Mul => a * b,
        BinOp::TrueDiv if b != 0.0 => a / b,
        BinOp::FloorDiv if b != 0.0 => float::floor_divmod(a, b).0,
        BinOp::Mod if b != 0.0 => float::modulo(a, b),
        BinOp::TrueDiv | BinOp::FloorDiv | BinOp::Mod => return Err(float_by_zero(cx, op)),
        BinOp::Pow => return float_power(cx, a, b),
        _ => return Ok(None),
    };
    Ok(Some(result))
}

#[cold]
fn float_by_zero(cx: &mut Cx, op: BinOp) -> Exit {
    let message = match op {
        BinOp::FloorDiv => "float floor division by zero",
        BinOp::Mod => "float modulo",
        _ => "float division by zero",
    };
    raise::zero_division_error(cx, &[S(message)])
}

fn float_power(cx: &mut Cx, a: f64, b: f64) -> Outcome<Option<f64>> {
    match float::power::pow(a, b) {
        Power::Real(result) => Ok(Some(result)),
        Power::Complex => Ok(None),
        Power::ZeroDivision => {
            let message = "0.0 cannot be raised to a negative power";
            Err(raise::zero_division_error(cx, &[S(message)]))
        }
        Power::Overflow => Err(range_error(cx)),
    }
}

/// `OverflowError: (34, 'Numerical result out of range')`
#[cold]
pub fn range_error(cx: &mut Cx) -> Exit {
    const ERRNO: i32 = 34;
    let Ok(text) = string::new(cx, b"Numerical result out of range") else {
        return raise::memory_error(cx);
    };
    let made = match tuple::from_owned(cx, &[Value::small(ERRNO), text]) {
        Ok(args) => exception::with_args(cx, types::OVERFLOW_ERROR, args.value()),
        Err(error) => {
            cx.heap.dec(text);
            Err(error)
        }
    };
    match made {
        Ok(exception) => raise::set(cx, exception.value()),
        Err(OutOfMemory) => raise::memory_error(cx),
    }
}

fn floats(cx: &mut Cx, op: BinOp, a: f64, b: f64) -> Outcome<Option<Value>> {
    match float_result(cx, op, a, b)? {
        Some(result) => Ok(Some(float::new(cx, result)?)),
        None if op == BinOp::Pow => {
            complexes(cx, op, Complex { re: a, im: 0.0 }, Complex { re: b, im: 0.0 })
        }
        None => Ok(None),
    }
}

fn complexes(cx: &mut Cx, op: BinOp, a: Complex, b: Complex) -> Outcome<Option<Value>> {
    let result = match op {
        BinOp::Add => a.add(b),
        BinOp::Sub => a.sub(b),
        BinOp::Mul => a.mul(b),
        BinOp::TrueDiv => complex::divide(cx, a, b)?,
        BinOp::Pow => complex::power(cx, a, b)?,
        _ => return Ok(None),
    };
    Ok(Some(complex::new(cx, result)?))
}

/// Operators between values of which one is no number.
fn sequences(cx: &mut Cx, op: BinOp, a: Value, b: Value) -> Outcome<Option<Value>> {
    match op {
        BinOp::Add => concat(cx, a, b),
        BinOp::Mul => match (int::read(cx, a), int::read(cx, b)) {
            (None, Some(count)) => repeat(cx, a, count),
            (Some(count), None) => repeat(cx, b, count),
            _ => Ok(None),
        },
        BinOp::Mod => match cx.kind_of(a) {
            kind::STR => percent::format_str(cx, a, b).map(Some),
            kind::BYTES | kind::BYTEARRAY => percent::format_bytes(cx, a, b).map(Some),
            _ => Ok(None),
        },
        _ => Ok(None),
    }
}

/// `a + b` of sequences.
pub fn concat(cx: &mut Cx, a: Value, b: Value) -> Outcome<Option<Value>> {
    let (Some(left), Some(right)) = (a.object_ref(), b.object_ref()) else { return Ok(None) };
    let result = match (cx.heap.kind(left), cx.heap.kind(right)) {
        (kind::STR, kind::STR) => string::concat(cx, left, right)?,
        (kind::LIST, kind::LIST) => list::concat(cx, left, right)?.value(),
        (kind::TUPLE, kind::TUPLE) => tuple::concat(cx, left, right)?,
        (kind::BYTES, other) if is_bytes(cx, other, b) => concat_bytes(cx, a, b)?,
        (kind::BYTEARRAY, other) if is_bytes(cx, other, b) => {
            let copy = bytearray::copy(cx, bytearray::part(cx, left))?;
            match extend_bytearray(cx, copy.as_ref(), b) {
                Ok(()) => copy,
                Err(exit) => {
                    cx.heap.dec(copy);
                    return Err(exit);
                }
            }
        }
        _ => return Ok(None),
    };
    Ok(Some(result))
}

/// Can these bytes be appended?
fn is_bytes(cx: &Cx, object_kind: u8, value: Value) -> bool {
    match object_kind {
        kind::BYTES | kind::BYTEARRAY => true,
        kind::MEMORYVIEW => bytes::like(cx, value).is_some(),
        _ => false,
    }
}

fn concat_bytes(cx: &mut Cx, a: Value, b: Value) -> Result<Value, OutOfMemory> {
    let ((from_a, len_a), (from_b, len_b)) =
        (bytes::like(cx, a).unwrap_or((0, 0)), bytes::like(cx, b).unwrap_or((0, 0)));
    let total = len_a.checked_add(len_b).ok_or(OutOfMemory)?;
    if len_b == 0 {
        return Ok(cx.heap.share(a));
    }
    let object = bytes::room(cx, total)?;
    let (to, _) = bytes::part(cx, object);
    cx.heap.space.copy_bytes(from_a, to, len_a);
    cx.heap.space.copy_bytes(from_b, to + len_a, len_b);
    Ok(object.value())
}

/// `bytearray += bytes`
fn extend_bytearray(cx: &mut Cx, object: Ref, more: Value) -> Outcome<()> {
    let len = bytearray::len(cx, object);
    let part = bytes::like(cx, more).unwrap_or((0, 0));
    bytearray::replace(cx, object, len, len, part)
}

/// `sequence * count`
pub fn repeat(cx: &mut Cx, sequence: Value, count: Int) -> Outcome<Option<Value>> {
    let Some(object) = sequence.object_ref() else { return Ok(None) };
    let object_kind = cx.heap.kind(object);
    if !is_sequence_kind(object_kind) {
        return Ok(None);
    }
    let Int::Word(count) = count else {
        let message = "cannot fit 'int' into an index-sized integer";
        return Err(raise::overflow_error(cx, &[S(message)]));
    };
    Ok(Some(match object_kind {
        kind::STR => string::repeat(cx, object, count)?,
        kind::LIST => list::repeat(cx, object, count)?.value(),
        kind::TUPLE => tuple::repeat(cx, object, count)?,
        kind::BYTES => repeat_bytes(cx, object, count)?,
        _ => {
            let copy = bytearray::copy(cx, bytearray::part(cx, object))?;
            if let Err(exit) = repeat_bytearray(cx, copy.as_ref(), count) {
                cx.heap.dec(copy);
                return Err(exit);
            }
            copy
        }
    }))
}

pub(crate) const fn is_sequence_kind(object_kind: u8) -> bool {
    matches!(object_kind, kind::STR | kind::LIST | kind::TUPLE | kind::BYTES | kind::BYTEARRAY)
}

/// The length of a repetition.
fn repeated_len(len: u32, count: i64) -> Result<u32, OutOfMemory> {
    let count = u32::try_from(count.max(0)).map_err(|_| OutOfMemory);
    if len == 0 { Ok(0) } else { len.checked_mul(count?).ok_or(OutOfMemory) }
}

fn repeat_bytes(cx: &mut Cx, object: Ref, count: i64) -> Result<Value, OutOfMemory> {
    let from = bytes::part(cx, object);
    let total = repeated_len(from.1, count)?;
    if total == 0 {
        return bytes::new(cx, &[]);
    }
    let result = bytes::room(cx, total)?;
    let (to, _) = bytes::part(cx, result);
    string::fill(cx, (to, total), from);
    Ok(result.value())
}

fn repeat_bytearray(cx: &mut Cx, object: Ref, count: i64) -> Outcome<()> {
    let len = bytearray::len(cx, object);
    let total = repeated_len(len, count)?;
    bytearray::resize(cx, object, total)?;
    let (start, _) = bytearray::part(cx, object);
    if total > len {
        string::fill(cx, (start + len, total - len), (start, len));
    }
    Ok(())
}

/// `a op= b` where the builtin type of `a` changes it in place; none where there is no such operator, and
/// `a op b` is meant.
pub fn in_place(cx: &mut Cx, op: BinOp, a: Value, b: Value) -> Outcome<Option<Value>> {
    let Some(object) = a.object_ref() else { return Ok(None) };
    match (op, cx.heap.kind(object)) {
        (BinOp::Add, kind::LIST) => match list::part_of(cx, b) {
            Some((from, count)) => list::extend_from_part(cx, object, from, count)?,
            None => return Ok(None),
        },
        (BinOp::Mul, kind::LIST) => match int::read(cx, b) {
            Some(Int::Word(count)) => list::repeat_in_place(cx, object, count)?,
            _ => return Ok(None),
        },
        (BinOp::Add, kind::BYTEARRAY) if bytes::like(cx, b).is_some() => {
            extend_bytearray(cx, object, b)?;
        }
        (BinOp::Mul, kind::BYTEARRAY) => match int::read(cx, b) {
            Some(Int::Word(count)) => repeat_bytearray(cx, object, count)?,
            _ => return Ok(None),
        },
        _ => return Ok(None),
    }
    Ok(Some(cx.heap.share(a)))
}

/// A unary operator.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UnaryOp {
    /// `-a`
    Neg,
    /// `+a`
    Pos,
    /// `~a`
    Invert,
}

impl UnaryOp {
    /// How it is written.
    pub fn symbol(self) -> &'static str {
        match self {
            UnaryOp::Neg => "-",
            UnaryOp::Pos => "+",
            UnaryOp::Invert => "~",
        }
    }

    /// Name of the method.
    pub fn name(self) -> Value {
        match self {
            UnaryOp::Neg => names::NEG,
            UnaryOp::Pos => names::POS,
            UnaryOp::Invert => names::INVERT,
        }
    }
}

/// A unary operator on a builtin number; none when its type does not implement it.
pub fn unary(cx: &mut Cx, op: UnaryOp, a: Value) -> Outcome<Option<Value>> {
    let result = match (op, number(cx, a)) {
        (UnaryOp::Neg, Some(Number::Int(a))) => int::arith::neg(cx, a)?,
        (UnaryOp::Pos, Some(Number::Int(a))) => int::value(cx, a)?,
        (UnaryOp::Invert, Some(Number::Int(a))) => int::arith::invert(cx, a)?,
        (UnaryOp::Neg, Some(Number::Float(a))) => float::new(cx, -a)?,
        (UnaryOp::Pos, Some(Number::Float(_) | Number::Complex(_))) => cx.heap.share(a),
        (UnaryOp::Neg, Some(Number::Complex(a))) => complex::new(cx, a.neg())?,
        _ => return Ok(None),
    };
    Ok(Some(result))
}

/// `divmod(a, b)` of builtin numbers; none when their types do not implement it.
pub fn divmod(cx: &mut Cx, a: Value, b: Value) -> Outcome<Option<Value>> {
    let (quotient, rest) = match (number(cx, a), number(cx, b)) {
        (Some(Number::Int(a)), Some(Number::Int(b))) => int::arith::divmod(cx, a, b)?,
        (Some(Number::Complex(_)), _) | (_, Some(Number::Complex(_))) => return Ok(None),
        (Some(a), Some(b)) => {
            let (a, b) = (widen(cx, a)?.re, widen(cx, b)?.re);
            if b == 0.0 {
                return Err(raise::zero_division_error(cx, &[S("float divmod()")]));
            }
            let (quotient, rest) = float::floor_divmod(a, b);
            let quotient = float::new(cx, quotient)?;
            match float::new(cx, rest) {
                Ok(rest) => (quotient, rest),
                Err(error) => {
                    cx.heap.dec(quotient);
                    return Err(error.into());
                }
            }
        }
        _ => return Ok(None),
    };
    pair(cx, quotient, rest).map(Some)
}

/// A tuple of two values, which are taken over in any case.
pub fn pair(cx: &mut Cx, first: Value, second: Value) -> Outcome<Value> {
    match tuple::from_owned(cx, &[first, second]) {
        Ok(pair) => Ok(pair.value()),
        Err(error) => {
            cx.heap.dec(first);
            cx.heap.dec(second);
            Err(error.into())
        }
    }
}

/// `pow(a, b, modulus)` of builtin ints; none for other types.
pub fn pow_mod(cx: &mut Cx, a: Value, b: Value, modulus: Value) -> Outcome<Option<Value>> {
    let read = [a, b, modulus].map(|value| int::read(cx, value));
    if let [Some(a), Some(b), Some(modulus)] = read {
        return int::power::pow_mod(cx, a, b, modulus).map(Some);
    }
    if [a, b, modulus].iter().all(|&value| number(cx, value).is_some()) {
        let message = "pow() 3rd argument not allowed unless all arguments are integers";
        return Err(raise::type_error(cx, &[S(message)]));
    }
    Ok(None)
}

/// `abs(a)` of a builtin number; none for other types.
pub fn absolute(cx: &mut Cx, a: Value) -> Outcome<Option<Value>> {
    let result = match number(cx, a) {
        Some(Number::Int(a)) => int::arith::abs(cx, a)?,
        Some(Number::Float(a)) => float::new(cx, a.abs())?,
        Some(Number::Complex(a)) => {
            let distance = a.abs();
            if distance.is_infinite() && a.re.is_finite() && a.im.is_finite() {
                return Err(raise::overflow_error(cx, &[S("absolute value too large")]));
            }
            float::new(cx, distance)?
        }
        None => return Ok(None),
    };
    Ok(Some(result))
}
