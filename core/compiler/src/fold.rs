//! Constant folding: expressions whose value is known when compiling.
//!
//! What CPython folds is folded, within the same limits of size, and nothing that would raise. Ints are followed up
//! to 128 bits; larger literals are kept as they are written.
//!
//! Not here: where constants are stored (konst.rs).

use bumpalo::Bump;

use crate::ast::{BigInt, BinaryOp, Const, Expr, ExprKind, UnaryOp};
use crate::list::{List, OutOfMemory};
use crate::scope::Text;

mod arith;

/// A value known when compiling.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<'a> {
    /// `None`
    None,
    /// `True`, `False`
    Bool(bool),
    /// `...`
    Ellipsis,
    /// An int.
    Int(i128),
    /// A literal beyond 128 bits.
    Big(BigInt<'a>),
    /// A float.
    Float(f64),
    /// Real and imaginary part.
    Complex(f64, f64),
    /// A string.
    Str(&'a str),
    /// A bytes object.
    Bytes(&'a [u8]),
    /// A tuple.
    Tuple(&'a [Value<'a>]),
}

/// Longest string or bytes made by folding.
const MAX_TEXT: usize = 4096;
/// Longest tuple made by repetition.
const MAX_ITEMS: usize = 256;
/// Nesting of constants that is followed.
const MAX_DEPTH: u32 = 40;

/// Folds expressions.
#[derive(Clone, Copy)]
pub struct Folder<'a> {
    /// Where strings and tuples are made.
    pub bump: &'a Bump,
    /// Value of `__debug__`.
    pub debug: bool,
}

/// The value, or nothing when it is not constant.
pub type Folded<'a> = Result<Option<Value<'a>>, OutOfMemory>;

impl<'a> Value<'a> {
    /// Its truth.
    #[must_use]
    pub fn truth(self) -> bool {
        match self {
            Value::None => false,
            Value::Bool(value) => value,
            Value::Ellipsis | Value::Big(_) => true,
            Value::Int(value) => value != 0,
            Value::Float(value) => value != 0.0,
            Value::Complex(real, imaginary) => real != 0.0 || imaginary != 0.0,
            Value::Str(text) => !text.is_empty(),
            Value::Bytes(bytes) => !bytes.is_empty(),
            Value::Tuple(items) => !items.is_empty(),
        }
    }

    /// Is it an int, float or complex (not a bool)?
    #[must_use]
    pub const fn is_number(self) -> bool {
        matches!(self, Value::Int(_) | Value::Big(_) | Value::Float(_) | Value::Complex(..))
    }

    /// The int, when it fits 8 signed bits.
    #[must_use]
    pub fn tiny(self) -> Option<i8> {
        match self {
            Value::Int(value) => i8::try_from(value).ok(),
            _ => None,
        }
    }
}

/// The value of a literal.
#[must_use]
pub fn literal(constant: Const<'_>) -> Value<'_> {
    match constant {
        Const::None => Value::None,
        Const::True => Value::Bool(true),
        Const::False => Value::Bool(false),
        Const::Ellipsis => Value::Ellipsis,
        Const::Int(value) => Value::Int(i128::from(value)),
        Const::BigInt(big) => arith::parse(big).map_or(Value::Big(big), Value::Int),
        Const::Float(value) => Value::Float(value),
        Const::Imaginary(value) => Value::Complex(0.0, value),
        Const::Str(text) => Value::Str(text),
        Const::Bytes(bytes) => Value::Bytes(bytes),
    }
}

impl<'a> Folder<'a> {
    /// The value of an expression, if it is constant.
    pub fn fold(&self, expr: &Expr<'a>) -> Folded<'a> {
        self.fold_at(expr, 0)
    }

    fn fold_at(&self, expr: &Expr<'a>, depth: u32) -> Folded<'a> {
        if depth > MAX_DEPTH {
            return Ok(None);
        }
        match expr.kind {
            ExprKind::Const(constant) => Ok(Some(literal(constant))),
            ExprKind::Name("__debug__") => Ok(Some(Value::Bool(self.debug))),
            ExprKind::Joined([]) => Ok(Some(Value::Str(""))),
            ExprKind::Joined([part]) => match part.kind {
                ExprKind::Const(Const::Str(text)) => Ok(Some(Value::Str(text))),
                _ => Ok(None),
            },
            ExprKind::Unary { op, operand } => {
                let Some(value) = self.fold_at(operand, depth + 1)? else { return Ok(None) };
                Ok(unary(op, value))
            }
            ExprKind::Binary { left, op, right } => {
                let Some(left) = self.fold_at(left, depth + 1)? else { return Ok(None) };
                let Some(right) = self.fold_at(right, depth + 1)? else { return Ok(None) };
                self.binary(op, left, right)
            }
            ExprKind::Tuple(items) => self.tuple(items, depth),
            ExprKind::Subscript { value, index } => {
                let Some(value) = self.fold_at(value, depth + 1)? else { return Ok(None) };
                let Some(Value::Int(index)) = self.fold_at(index, depth + 1)? else {
                    return Ok(None);
                };
                Ok(subscript(value, index))
            }
            _ => Ok(None),
        }
    }

    fn tuple(&self, items: &[&Expr<'a>], depth: u32) -> Folded<'a> {
        let mut values = List::new();
        for item in items {
            match self.fold_at(item, depth + 1)? {
                Some(value) => values.push(self.bump, value)?,
                None => return Ok(None),
            }
        }
        Ok(Some(Value::Tuple(values.finish())))
    }

    /// A list, set or tuple display of constants as a tuple.
    pub fn items(&self, items: &[&'a Expr<'a>]) -> Folded<'a> {
        self.tuple(items, 0)
    }

    /// The result of a binary operation.
    pub fn binary(&self, op: BinaryOp, left: Value<'a>, right: Value<'a>) -> Folded<'a> {
        use Value::{Bool, Bytes, Int, Str, Tuple};
        if let (Bool(left), Bool(right)) = (left, right) {
            match op {
                BinaryOp::BitAnd => return Ok(Some(Bool(left && right))),
                BinaryOp::BitOr => return Ok(Some(Bool(left || right))),
                BinaryOp::BitXor => return Ok(Some(Bool(left != right))),
                _ => {}
            }
        }
        Ok(match (op, arith::plain(left), arith::plain(right)) {
            (BinaryOp::Add, Str(left), Str(right)) => self.join(left, right)?.map(Str),
            (BinaryOp::Mul, Str(text), Int(count)) | (BinaryOp::Mul, Int(count), Str(text)) => {
                self.repeat_text(text, count)?
            }
            (BinaryOp::Add, Tuple(left), Tuple(right)) => self.chain(&[left, right])?,
            (BinaryOp::Mul, Tuple(items), Int(count))
            | (BinaryOp::Mul, Int(count), Tuple(items)) => self.repeat_tuple(items, count)?,
            (BinaryOp::Add, Bytes(left), Bytes(right)) => {
                let mut bytes = List::new();
                for &byte in left.iter().chain(right) {
                    bytes.push(self.bump, byte)?;
                }
                Some(Bytes(bytes.finish()))
            }
            (_, left, right) => arith::binary(op, left, right),
        })
    }

    fn join(&self, left: &str, right: &str) -> Result<Option<&'a str>, OutOfMemory> {
        let mut text = Text::new(self.bump);
        text.push(left)?;
        text.push(right)?;
        Ok(Some(text.finish()))
    }

    fn repeat_text(&self, text: &str, count: i128) -> Folded<'a> {
        let Some(count) = repetitions(text.len(), count, MAX_TEXT) else { return Ok(None) };
        let mut result = Text::new(self.bump);
        for _ in 0..count {
            result.push(text)?;
        }
        Ok(Some(Value::Str(result.finish())))
    }

    fn repeat_tuple(&self, items: &[Value<'a>], count: i128) -> Folded<'a> {
        let Some(count) = repetitions(items.len(), count, MAX_ITEMS) else { return Ok(None) };
        let mut values = List::new();
        for _ in 0..count {
            items.iter().try_for_each(|item| values.push(self.bump, *item))?;
        }
        Ok(Some(Value::Tuple(values.finish())))
    }

    fn chain(&self, parts: &[&[Value<'a>]]) -> Folded<'a> {
        let mut values = List::new();
        for item in parts.iter().copied().flatten() {
            values.push(self.bump, *item)?;
        }
        Ok(Some(Value::Tuple(values.finish())))
    }
}

/// How often something of this length is repeated, unless the result is too long.
fn repetitions(len: usize, count: i128, limit: usize) -> Option<usize> {
    let count = usize::try_from(count.max(0)).ok()?;
    if len == 0 || count == 0 {
        return Some(0);
    }
    (len.checked_mul(count)? <= limit).then_some(count)
}

fn unary(op: UnaryOp, value: Value<'_>) -> Option<Value<'_>> {
    match (op, value) {
        (UnaryOp::Not, value) => Some(Value::Bool(!value.truth())),
        (_, value) => arith::unary(op, arith::plain(value)),
    }
}

fn subscript(value: Value<'_>, index: i128) -> Option<Value<'_>> {
    let at = |len: usize| {
        let index = if index < 0 { index.checked_add(len as i128)? } else { index };
        usize::try_from(index).ok()
    };
    match value {
        Value::Tuple(items) => items.get(at(items.len())?).copied(),
        Value::Bytes(bytes) => bytes.get(at(bytes.len())?).map(|&byte| Value::Int(byte.into())),
        Value::Str(text) if text.is_ascii() => {
            let at = at(text.len())?;
            text.get(at..at + 1).map(Value::Str)
        }
        _ => None,
    }
}

/// A literal as `repr` shows it, for messages.
pub fn literal_text<'a>(bump: &'a Bump, expr: &Expr<'a>) -> Result<&'a str, OutOfMemory> {
    let mut text = Text::new(bump);
    match expr.kind {
        ExprKind::Const(Const::Int(value)) => {
            const DIGITS: usize = 20;
            let mut digits = [0u8; DIGITS];
            let mut rest = value.unsigned_abs();
            let mut start = DIGITS;
            for slot in digits.iter_mut().rev() {
                *slot = b'0' + (rest % 10) as u8;
                rest /= 10;
                start -= 1;
                if rest == 0 {
                    break;
                }
            }
            let used = digits.get(start..).unwrap_or_default();
            text.push(core::str::from_utf8(used).unwrap_or_default())?;
        }
        ExprKind::Const(Const::Str(value)) => {
            text.push("'")?;
            text.push(value)?;
            text.push("'")?;
        }
        ExprKind::Const(Const::True) => text.push("True")?,
        ExprKind::Const(Const::False) => text.push("False")?,
        ExprKind::Const(Const::None) => text.push("None")?,
        ExprKind::Unary { op: UnaryOp::Minus, operand } => {
            text.push("-")?;
            if matches!(operand.kind, ExprKind::Const(_)) {
                text.push(literal_text(bump, operand)?)?;
            }
        }
        _ => text.push("...")?,
    }
    Ok(text.finish())
}
