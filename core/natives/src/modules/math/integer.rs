//! `gcd`, `lcm`, `isqrt`, `factorial`, `comb`, `perm`.
//!
//! Not here: arithmetic of ints (objects/int/).

use super::again;
use crate::scalar::*;
use threadsnake_heap::{OutOfMemory, Value};
use threadsnake_objects::bigint::{BigError, Signed, div, root};
use threadsnake_objects::cx::{Cx, Exit, NativeResult, Outcome};
use threadsnake_objects::int::{self, Int, Operand, arith};
use threadsnake_objects::names;
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};

/// An int argument; the way out for one with `__index__` is the prelude's.
fn integer(cx: &mut Cx, args: &[Value], at: usize, name: &str) -> Outcome<Int> {
    let value = arg(args, at);
    match int::read_any(cx, value) {
        Some(number) => Ok(number),
        None if has_method(cx, value, names::INDEX) => {
            Err(again(cx, Prelude::MathRetry, name, args))
        }
        None => {
            let parts = [S("'"), T(value), S("' object cannot be interpreted as an integer")];
            Err(raise::type_error(cx, &parts))
        }
    }
}

/// An operation on an owned int and another, of which the first is dropped.
fn then(
    cx: &mut Cx,
    first: Value,
    second: Int,
    run: fn(&mut Cx, Int, Int) -> Outcome<Value>,
) -> Outcome<Value> {
    let number = int::read(cx, first).unwrap_or(Int::Word(0));
    let result = run(cx, number, second);
    cx.heap.dec(first);
    result
}

/// The greatest common divisor of two ints.
fn gcd_of(cx: &mut Cx, a: Int, b: Int) -> Outcome<Value> {
    if let (Int::Word(a), Int::Word(b)) = (a, b) {
        let (mut a, mut b) = (a.unsigned_abs(), b.unsigned_abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        return Ok(int::from_u64(cx, a)?);
    }
    let operands = [Operand::new(cx, a), Operand::new(cx, b)];
    let [len_a, len_b] = operands.each_ref().map(Operand::len);
    let room = len_a.max(len_b) + 1;
    let (len, [left, right]) =
        int::compute(cx, [room; 2], &operands, |[left, right], [a, b], charge| {
            for (to, from) in [(&mut *left, a.limbs), (&mut *right, b.limbs)] {
                to.fill(0);
                to.get_mut(..from.len()).ok_or(BigError::Room)?.copy_from_slice(from);
            }
            div::gcd(left, right, charge)
        })?;
    cx.heap.dec_ref(right);
    Ok(int::finish(cx, left, Signed { negative: false, len })?)
}

/// `gcd(*integers)`
pub fn gcd(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let mut result = Value::small(0);
    for at in 0..args.len() {
        let number = match integer(cx, args, at, "gcd") {
            Ok(number) => number,
            Err(exit) => {
                cx.heap.dec(result);
                return Err(exit);
            }
        };
        result = then(cx, result, number, gcd_of)?;
    }
    Ok(result)
}

/// `lcm(*integers)`
pub fn lcm(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let mut result = Value::small(1);
    for at in 0..args.len() {
        let number = match integer(cx, args, at, "lcm") {
            Ok(number) => number,
            Err(exit) => {
                cx.heap.dec(result);
                return Err(exit);
            }
        };
        result = then(cx, result, number, lcm_of)?;
    }
    Ok(result)
}

fn lcm_of(cx: &mut Cx, a: Int, b: Int) -> Outcome<Value> {
    if int::is_zero(a) || int::is_zero(b) {
        return Ok(Value::small(0));
    }
    let common = gcd_of(cx, a, b)?;
    let divisor = int::read(cx, common).unwrap_or(Int::Word(1));
    let part = arith::floor_div(cx, a, divisor);
    cx.heap.dec(common);
    let product = then(cx, part?, b, arith::mul)?;
    then(cx, product, Int::Word(0), |cx, a, _| arith::abs(cx, a))
}

/// `isqrt(n)`
pub fn isqrt(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let number = integer(cx, args, 0, "isqrt")?;
    if int::is_negative(cx, number) {
        let message = "isqrt() argument must be nonnegative";
        return Err(raise::value_error(cx, &[S(message)]));
    }
    if let Int::Word(number) = number {
        return Ok(int::from_i64(cx, number.isqrt())?);
    }
    let operands = [Operand::new(cx, number)];
    let [len] = operands.each_ref().map(Operand::len);
    let room = root::isqrt_room(len);
    let (len, [to, work, quot]) =
        int::compute(cx, [room; 3], &operands, |[to, work, quot], [a], charge| {
            root::isqrt(to, work, quot, a.limbs, charge)
        })?;
    cx.heap.dec_ref(work);
    cx.heap.dec_ref(quot);
    Ok(int::finish(cx, to, Signed { negative: false, len })?)
}

/// Pays for a step that made an int, which is dropped when the work must end here.
fn paid(cx: &mut Cx, made: Value) -> Outcome<()> {
    cx.spend(1).inspect_err(|_| cx.heap.dec(made))
}

/// Halvings of a range of factors: no range has more.
const HALVINGS_MAX: u32 = 64;

/// The product of all numbers from `low` to `high`, by halves so that factors grow alike.
fn product(cx: &mut Cx, low: i64, high: i64, depth: u32) -> Outcome<Value> {
    const SHORT: i64 = 8;
    if high - low <= SHORT || depth >= HALVINGS_MAX {
        let mut result = Value::small(1);
        for factor in low..=high {
            result = then(cx, result, Int::Word(factor), arith::mul)?;
            paid(cx, result)?;
        }
        return Ok(result);
    }
    let middle = low + (high - low) / 2;
    let left = product(cx, low, middle, depth + 1)?;
    let right = match product(cx, middle + 1, high, depth + 1) {
        Ok(right) => right,
        Err(exit) => {
            cx.heap.dec(left);
            return Err(exit);
        }
    };
    let factor = int::read(cx, right).unwrap_or(Int::Word(1));
    let result = then(cx, left, factor, arith::mul);
    cx.heap.dec(right);
    result
}

/// Refuses a range of factors whose product no arena holds before any work is done.
fn check_size(factors: i64) -> Result<(), OutOfMemory> {
    const MOST_FACTORS: i64 = 1 << 26;
    if factors > MOST_FACTORS { Err(OutOfMemory) } else { Ok(()) }
}

/// `factorial(n)`
pub fn factorial(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let number = integer(cx, args, 0, "factorial")?;
    if int::is_negative(cx, number) {
        let message = "factorial() not defined for negative values";
        return Err(raise::value_error(cx, &[S(message)]));
    }
    let Int::Word(number) = number else {
        let parts = [S("factorial() argument should not exceed "), I(i64::MAX)];
        return Err(raise::overflow_error(cx, &parts));
    };
    check_size(number)?;
    product(cx, 2, number, 0)
}

#[cold]
fn not_negative(cx: &mut Cx, name: &str) -> Exit {
    raise::value_error(cx, &[S(name), S(" must be a non-negative integer")])
}

/// The arguments `n` and `k`, neither below 0.
fn n_and_k(cx: &mut Cx, args: &[Value], name: &str) -> Outcome<(Int, Int)> {
    let (n, k) = (integer(cx, args, 0, name)?, integer(cx, args, 1, name)?);
    if int::is_negative(cx, n) {
        return Err(not_negative(cx, "n"));
    }
    if int::is_negative(cx, k) {
        return Err(not_negative(cx, "k"));
    }
    Ok((n, k))
}

/// A number of factors that can be counted.
fn small_count(cx: &mut Cx, k: Int, name: &str) -> Outcome<i64> {
    match k {
        Int::Word(count) => {
            check_size(count)?;
            Ok(count)
        }
        Int::Big(_) => {
            let what = if name == "comb" { "min(n - k, k)" } else { "k" };
            Err(raise::overflow_error(cx, &[S(what), S(" must not exceed "), I(i64::MAX)]))
        }
    }
}

/// `perm(n, k)`; without `k` the factorial.
pub fn perm(cx: &mut Cx, args: &[Value]) -> NativeResult {
    if arg_or_none(args, 1) == Value::NONE {
        return factorial(cx, args.get(..1).unwrap_or(args));
    }
    let (n, k) = n_and_k(cx, args, "perm")?;
    if int::compare(cx, k, n).is_gt() {
        return Ok(Value::small(0));
    }
    let count = small_count(cx, k, "perm")?;
    if let Int::Word(n) = n {
        return product(cx, n - count + 1, n, 0);
    }
    let mut result = Value::small(1);
    for step in 0..count {
        let factor = match arith::sub(cx, n, Int::Word(step)) {
            Ok(factor) => factor,
            Err(exit) => {
                cx.heap.dec(result);
                return Err(exit);
            }
        };
        let number = int::read(cx, factor).unwrap_or(Int::Word(1));
        let next = then(cx, result, number, arith::mul);
        cx.heap.dec(factor);
        result = next?;
        paid(cx, result)?;
    }
    Ok(result)
}

/// `comb(n, k)`
pub fn comb(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (n, k) = n_and_k(cx, args, "comb")?;
    if int::compare(cx, k, n).is_gt() {
        return Ok(Value::small(0));
    }
    let rest = arith::sub(cx, n, k)?;
    let other = int::read(cx, rest).unwrap_or(Int::Word(0));
    let fewer = if int::compare(cx, other, k).is_lt() { other } else { k };
    let count = small_count(cx, fewer, "comb");
    cx.heap.dec(rest);
    choose(cx, n, count?)
}

/// Multiplies and divides in turn: every step is the number of choices of so many.
fn choose(cx: &mut Cx, n: Int, count: i64) -> NativeResult {
    let mut result = Value::small(1);
    for step in 0..count {
        let factor = match arith::sub(cx, n, Int::Word(step)) {
            Ok(factor) => factor,
            Err(exit) => {
                cx.heap.dec(result);
                return Err(exit);
            }
        };
        let number = int::read(cx, factor).unwrap_or(Int::Word(1));
        let next = then(cx, result, number, arith::mul);
        cx.heap.dec(factor);
        result = then(cx, next?, Int::Word(step + 1), arith::floor_div)?;
        paid(cx, result)?;
    }
    Ok(result)
}
