//! Powers of ints: plain, and modulo a third one.
//!
//! Not here: negative exponents without a modulus, which are floats (arith.rs of the crate).

use super::{Int, Operand, arith, compute, finish, from_i64};
use crate::bigint::{Narrow, Signed, power};
use crate::cx::{Cx, Outcome};
use crate::raise::{self, Part::S};
use threadsnake_heap::{OutOfMemory, Value};

/// `a ** b` for `b` not negative.
pub fn pow(cx: &mut Cx, a: Int, b: Int) -> Outcome<Value> {
    if let Int::Word(base @ (-1..=1)) = a {
        let odd = is_odd(cx, b);
        return Ok(match (base, super::is_zero(b)) {
            (_, true) => Value::small(1),
            (-1, _) if !odd => Value::small(1),
            _ => from_i64(cx, base)?,
        });
    }
    // An exponent beyond 32 bits makes a number that no arena holds.
    let exponent = match b {
        Int::Word(exponent) => u32::try_from(exponent).map_err(|_| OutOfMemory)?,
        Int::Big(_) => return Err(OutOfMemory.into()),
    };
    if let Int::Word(base) = a
        && let Some(result) = base.checked_pow(exponent)
    {
        return Ok(from_i64(cx, result)?);
    }
    pow_big(cx, a, exponent)
}

fn pow_big(cx: &mut Cx, a: Int, exponent: u32) -> Outcome<Value> {
    let base = [Operand::new(cx, a)];
    let negative = exponent & 1 != 0 && super::is_negative(cx, a);
    let exponent = u64::from(exponent);
    let room = match a {
        Int::Word(number) => power::pow_room(Narrow::new(number).big().limbs, exponent),
        Int::Big(object) => power::pow_room(super::big(cx, object).limbs, exponent),
    };
    let room = room.ok_or(OutOfMemory)?;
    let rooms = [room, room, power::pow_scratch(room)];
    let (len, [result, spare, scratch]) =
        compute(cx, rooms, &base, |[to, spare, scratch], [a], charge| {
            power::pow(to, spare, a.limbs, exponent, scratch, charge)
        })?;
    cx.heap.dec_ref(spare);
    cx.heap.dec_ref(scratch);
    Ok(finish(cx, result, Signed { negative, len })?)
}

fn is_odd(cx: &Cx, a: Int) -> bool {
    match a {
        Int::Word(number) => number & 1 != 0,
        Int::Big(object) => super::big(cx, object).limbs.first().is_some_and(|limb| limb & 1 != 0),
    }
}

/// `pow(a, b, modulus)`.
pub fn pow_mod(cx: &mut Cx, a: Int, b: Int, modulus: Int) -> Outcome<Value> {
    if super::is_zero(modulus) {
        return Err(raise::value_error(cx, &[S("pow() 3rd argument cannot be 0")]));
    }
    let positive = arith::abs(cx, modulus)?;
    let result = pow_mod_abs(cx, a, b, positive);
    cx.heap.dec(positive);
    let result = result?;
    if !super::is_negative(cx, modulus) || result == Value::small(0) {
        return Ok(result);
    }
    // The result has the sign of the modulus.
    let moved = match super::read(cx, result) {
        Some(residue) => arith::add(cx, residue, modulus),
        None => Err(OutOfMemory.into()),
    };
    cx.heap.dec(result);
    moved
}

/// The same for a modulus above 0.
fn pow_mod_abs(cx: &mut Cx, a: Int, b: Int, modulus: Value) -> Outcome<Value> {
    let Some(limit) = super::read(cx, modulus) else { return Err(OutOfMemory.into()) };
    let base = arith::modulo(cx, a, limit)?;
    let result = if super::is_negative(cx, b) {
        pow_mod_inverse(cx, base, b, limit)
    } else {
        residue_pow(cx, base, b, limit)
    };
    cx.heap.dec(base);
    result
}

fn pow_mod_inverse(cx: &mut Cx, base: Value, b: Int, limit: Int) -> Outcome<Value> {
    let inverse = inverse(cx, base, limit)?;
    let exponent = match arith::neg(cx, b) {
        Ok(exponent) => exponent,
        Err(exit) => {
            cx.heap.dec(inverse);
            return Err(exit);
        }
    };
    let power = super::read(cx, exponent).unwrap_or(Int::Word(0));
    let result = residue_pow(cx, inverse, power, limit);
    cx.heap.dec(inverse);
    cx.heap.dec(exponent);
    result
}

/// `base ** b % limit` for a base below the limit and an exponent not below 0.
fn residue_pow(cx: &mut Cx, base: Value, b: Int, limit: Int) -> Outcome<Value> {
    let base = super::read(cx, base).unwrap_or(Int::Word(0));
    if let (Int::Word(base), Int::Word(exponent), Int::Word(limit)) = (base, b, limit) {
        let result =
            pow_mod_word(base.unsigned_abs(), exponent.unsigned_abs(), limit.unsigned_abs());
        return Ok(super::from_u64(cx, result)?);
    }
    let operands = [Operand::new(cx, base), Operand::new(cx, b), Operand::new(cx, limit)];
    let [_, _, len] = operands.each_ref().map(Operand::len);
    let rooms = [len, power::pow_mod_room(len)];
    let (len, [to, work]) =
        compute(cx, rooms, &operands, |[to, work], [base, b, limit], charge| {
            power::pow_mod(to, work, base.limbs, b.limbs, limit.limbs, charge)
        })?;
    cx.heap.dec_ref(work);
    Ok(finish(cx, to, Signed { negative: false, len })?)
}

/// The same for 64 bits.
fn pow_mod_word(base: u64, exponent: u64, limit: u64) -> u64 {
    let wide = u128::from(limit.max(1));
    let (mut result, mut square, mut left) = (1 % wide, u128::from(base) % wide, exponent);
    while left > 0 {
        if left & 1 != 0 {
            result = result * square % wide;
        }
        square = square * square % wide;
        left >>= 1;
    }
    result as u64
}

/// The number that multiplied with `a` gives 1 modulo `limit`.
fn inverse(cx: &mut Cx, a: Value, limit: Int) -> Outcome<Value> {
    let a = super::read(cx, a).unwrap_or(Int::Word(0));
    let operands = [Operand::new(cx, a), Operand::new(cx, limit)];
    let [_, len] = operands.each_ref().map(Operand::len);
    let rooms = [power::inverse_room(len); 5];
    let (len, [to, one, two, three, four]) =
        compute(cx, rooms, &operands, |[to, one, two, three, four], [a, limit], charge| {
            power::inverse(to, [one, two, three, four], a.limbs, limit.limbs, charge)
        })?;
    [one, two, three, four].iter().for_each(|&object| cx.heap.dec_ref(object));
    let Some(len) = len else {
        cx.heap.dec_ref(to);
        let message = "base is not invertible for the given modulus";
        return Err(raise::value_error(cx, &[S(message)]));
    };
    Ok(finish(cx, to, Signed { negative: false, len })?)
}
