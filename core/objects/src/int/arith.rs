//! Arithmetic and bit operations on ints.
//!
//! Each takes two operands of any size and gives a new int. 64-bit numbers stay in registers; 128 bits
//! take what overflows; limbs do the rest.
//!
//! Not here: powers (power.rs), floats (convert.rs).

use super::{Int, Operand, compute, from_i64, from_i128};
use crate::bigint::bits::{BitOp, bit_op, bits_room, invert as invert_limbs};
use crate::bigint::{Big, BigError, Signed, add as addition, div, mul as product, shift};
use crate::cx::{Cx, Outcome};
use crate::raise::{self, Part::S};
use threadsnake_heap::{OutOfMemory, Value};

/// `a + b`
#[inline]
pub fn add(cx: &mut Cx, a: Int, b: Int) -> Outcome<Value> {
    match (a, b) {
        (Int::Word(a), Int::Word(b)) => Ok(match a.checked_add(b) {
            Some(sum) => from_i64(cx, sum)?,
            None => from_i128(cx, i128::from(a) + i128::from(b))?,
        }),
        _ => add_big(cx, a, b),
    }
}

fn add_big(cx: &mut Cx, a: Int, b: Int) -> Outcome<Value> {
    let operands = [Operand::new(cx, a), Operand::new(cx, b)];
    let [len_a, len_b] = operands.each_ref().map(Operand::len);
    let room = addition::add_room(len_a, len_b);
    one(cx, room, &operands, |to, [a, b]| addition::add_signed(to, a, b))
}

/// `a - b`
#[inline]
pub fn sub(cx: &mut Cx, a: Int, b: Int) -> Outcome<Value> {
    match (a, b) {
        (Int::Word(a), Int::Word(b)) => Ok(match a.checked_sub(b) {
            Some(difference) => from_i64(cx, difference)?,
            None => from_i128(cx, i128::from(a) - i128::from(b))?,
        }),
        _ => sub_big(cx, a, b),
    }
}

fn sub_big(cx: &mut Cx, a: Int, b: Int) -> Outcome<Value> {
    let operands = [Operand::new(cx, a), Operand::new(cx, b)];
    let [len_a, len_b] = operands.each_ref().map(Operand::len);
    let room = addition::add_room(len_a, len_b);
    one(cx, room, &operands, |to, [a, b]| addition::sub_signed(to, a, b))
}

/// `a * b`
#[inline]
pub fn mul(cx: &mut Cx, a: Int, b: Int) -> Outcome<Value> {
    match (a, b) {
        (Int::Word(a), Int::Word(b)) => Ok(match a.checked_mul(b) {
            Some(product) => from_i64(cx, product)?,
            None => from_i128(cx, i128::from(a) * i128::from(b))?,
        }),
        _ => mul_big(cx, a, b),
    }
}

fn mul_big(cx: &mut Cx, a: Int, b: Int) -> Outcome<Value> {
    let operands = [Operand::new(cx, a), Operand::new(cx, b)];
    let [len_a, len_b] = operands.each_ref().map(Operand::len);
    let room = product::mul_room(len_a, len_b);
    if room <= SHORT_LIMBS {
        return one(cx, room, &operands, |to, [a, b]| {
            product::mul_signed(to, a, b, &mut [], &mut free_of_charge)
        });
    }
    let scratch = product::mul_scratch(len_a, len_b);
    if scratch > 0 {
        // Scratch only makes it faster: without memory for it the product is made all the same.
        let with = compute(cx, [room, scratch], &operands, |[to, scratch], [a, b], charge| {
            product::mul_signed(to, a, b, scratch, charge)
        });
        match with {
            Ok((signed, [to, scratch])) => {
                cx.heap.dec_ref(scratch);
                return Ok(super::finish(cx, to, signed)?);
            }
            // It is there, but the work was told to end.
            Err(exit) if !cx.raised.is_unbound() => return Err(exit),
            Err(_) => {}
        }
    }
    let (signed, [to]) = compute(cx, [room], &operands, |[to], [a, b], charge| {
        product::mul_signed(to, a, b, &mut [], charge)
    })?;
    Ok(super::finish(cx, to, signed)?)
}

/// Results up to this many limbs are made on the stack: their object then has the right size at once,
/// and nothing needs to be given back.
const SHORT_LIMBS: usize = 160;

/// So many limbs most large ints have: room for more costs clearing it.
const TINY_LIMBS: usize = 12;

/// Charges nothing: for results so short that nobody waits for them.
fn free_of_charge(_: u32) -> bool {
    true
}

/// Runs an algorithm that makes one number and is not charged.
fn one<const R: usize>(
    cx: &mut Cx,
    room: usize,
    operands: &[Operand; R],
    run: impl FnOnce(&mut [u32], [Big<'_>; R]) -> Result<Signed, BigError>,
) -> Outcome<Value> {
    if room > SHORT_LIMBS {
        let (signed, [to]) = compute(cx, [room], operands, |[to], numbers, _| run(to, numbers))?;
        return Ok(super::finish(cx, to, signed)?);
    }
    if room <= TINY_LIMBS {
        on_stack::<R, TINY_LIMBS>(cx, room, operands, run)
    } else {
        on_stack::<R, SHORT_LIMBS>(cx, room, operands, run)
    }
}

/// The same for a result of up to `N` limbs.
fn on_stack<const R: usize, const N: usize>(
    cx: &mut Cx,
    room: usize,
    operands: &[Operand; R],
    run: impl FnOnce(&mut [u32], [Big<'_>; R]) -> Result<Signed, BigError>,
) -> Outcome<Value> {
    let mut buffer = [0; N];
    let numbers = operands.each_ref().map(|operand| operand.in_place(cx));
    match run(buffer.get_mut(..room).unwrap_or(&mut []), numbers) {
        Ok(Signed { negative, len }) => {
            Ok(super::from_limbs(cx, negative, buffer.get(..len).unwrap_or(&[]))?)
        }
        Err(error) => Err(super::raise_big(cx, error)),
    }
}

/// Quotient and remainder of Python's `divmod` for 64 bits, divisor not 0; none when the quotient overflows.
#[inline]
pub fn floor_divmod(a: i64, b: i64) -> Option<(i64, i64)> {
    let (quotient, remainder) = (a.checked_div(b)?, a.checked_rem(b)?);
    let off = remainder != 0 && (remainder < 0) != (b < 0);
    Some(if off { (quotient - 1, remainder + b) } else { (quotient, remainder) })
}

/// `a // b`
#[inline]
pub fn floor_div(cx: &mut Cx, a: Int, b: Int) -> Outcome<Value> {
    if let (Int::Word(a), Int::Word(b)) = (a, b)
        && let Some((quotient, _)) = floor_divmod(a, b)
    {
        return Ok(from_i64(cx, quotient)?);
    }
    let (quotient, remainder) = divmod(cx, a, b)?;
    cx.heap.dec(remainder);
    Ok(quotient)
}

/// `a % b`
#[inline]
pub fn modulo(cx: &mut Cx, a: Int, b: Int) -> Outcome<Value> {
    match (a, b) {
        (Int::Word(a), Int::Word(b)) if b != 0 => {
            let remainder = floor_divmod(a, b).map_or(0, |(_, remainder)| remainder);
            Ok(from_i64(cx, remainder)?)
        }
        (_, Int::Word(0)) => Err(raise::zero_division_error(cx, &[S("integer modulo by zero")])),
        _ => {
            let (quotient, remainder) = divmod(cx, a, b)?;
            cx.heap.dec(quotient);
            Ok(remainder)
        }
    }
}

/// `divmod(a, b)`, both owned.
pub fn divmod(cx: &mut Cx, a: Int, b: Int) -> Outcome<(Value, Value)> {
    if let (Int::Word(a), Int::Word(b)) = (a, b)
        && let Some((quotient, remainder)) = floor_divmod(a, b)
    {
        let quotient = from_i64(cx, quotient)?;
        return with_second(cx, quotient, |cx| from_i64(cx, remainder));
    }
    let operands = [Operand::new(cx, a), Operand::new(cx, b)];
    let [len_a, len_b] = operands.each_ref().map(Operand::len);
    let rooms = [div::quot_room(len_a, len_b), div::work_room(len_a, len_b)];
    if rooms.iter().all(|&room| room <= TINY_LIMBS) {
        return short_divmod::<TINY_LIMBS>(cx, rooms, &operands);
    }
    if rooms.iter().all(|&room| room <= SHORT_LIMBS) {
        return short_divmod::<SHORT_LIMBS>(cx, rooms, &operands);
    }
    let (signed, [quotient, remainder]) =
        compute(cx, rooms, &operands, |[quotient, work], [a, b], charge| {
            div::floor_divmod(Some(quotient), work, a, b, charge)
        })?;
    match super::finish(cx, quotient, signed.quot) {
        Ok(quotient) => with_second(cx, quotient, |cx| super::finish(cx, remainder, signed.rem)),
        Err(error) => {
            cx.heap.dec_ref(remainder);
            Err(error.into())
        }
    }
}

/// The same for short operands, by way of the stack.
fn short_divmod<const N: usize>(
    cx: &mut Cx,
    rooms: [usize; 2],
    operands: &[Operand; 2],
) -> Outcome<(Value, Value)> {
    let (mut quotient, mut work) = ([0; N], [0; N]);
    let [a, b] = operands.each_ref().map(|operand| operand.in_place(cx));
    let places = (quotient.get_mut(..rooms[0]), work.get_mut(..rooms[1]));
    let (Some(quotient), Some(work)) = places else { return Err(OutOfMemory.into()) };
    let done = div::floor_divmod(Some(&mut *quotient), work, a, b, &mut free_of_charge);
    let signed = done.map_err(|error| super::raise_big(cx, error))?;
    let first = quotient.get(..signed.quot.len).unwrap_or(&[]);
    let first = super::from_limbs(cx, signed.quot.negative, first)?;
    let rest = work.get(..signed.rem.len).unwrap_or(&[]);
    with_second(cx, first, |cx| super::from_limbs(cx, signed.rem.negative, rest))
}

/// A pair of values, the first of which is dropped when the second cannot be made.
fn with_second(
    cx: &mut Cx,
    first: Value,
    second: impl FnOnce(&mut Cx) -> Result<Value, OutOfMemory>,
) -> Outcome<(Value, Value)> {
    match second(cx) {
        Ok(second) => Ok((first, second)),
        Err(error) => {
            cx.heap.dec(first);
            Err(error.into())
        }
    }
}

/// `-a`
pub fn neg(cx: &mut Cx, a: Int) -> Outcome<Value> {
    sub(cx, Int::Word(0), a)
}

/// `abs(a)`
pub fn abs(cx: &mut Cx, a: Int) -> Outcome<Value> {
    if super::is_negative(cx, a) { neg(cx, a) } else { Ok(super::value(cx, a)?) }
}

/// `~a`
pub fn invert(cx: &mut Cx, a: Int) -> Outcome<Value> {
    match a {
        Int::Word(number) => Ok(from_i64(cx, !number)?),
        Int::Big(_) => {
            let operands = [Operand::new(cx, a)];
            let [len] = operands.each_ref().map(Operand::len);
            one(cx, len + 1, &operands, |to, [a]| invert_limbs(to, a))
        }
    }
}

/// `a & b`, `a | b`, `a ^ b`
#[inline]
pub fn bitwise(cx: &mut Cx, op: BitOp, a: Int, b: Int) -> Outcome<Value> {
    if let (Int::Word(a), Int::Word(b)) = (a, b) {
        let result = match op {
            BitOp::And => a & b,
            BitOp::Or => a | b,
            BitOp::Xor => a ^ b,
        };
        return Ok(from_i64(cx, result)?);
    }
    let operands = [Operand::new(cx, a), Operand::new(cx, b)];
    let [len_a, len_b] = operands.each_ref().map(Operand::len);
    let room = bits_room(len_a, len_b);
    one(cx, room, &operands, |to, [a, b]| bit_op(to, op, a, b))
}

/// The distance of a shift; too far for 64 bits is the largest distance.
fn distance(cx: &mut Cx, b: Int) -> Outcome<u64> {
    match b {
        Int::Word(bits) if bits >= 0 => Ok(bits.unsigned_abs()),
        Int::Big(object) if !super::big(cx, object).negative => Ok(u64::MAX),
        _ => Err(raise::value_error(cx, &[S("negative shift count")])),
    }
}

/// `a << b`
#[inline]
pub fn shift_left(cx: &mut Cx, a: Int, b: Int) -> Outcome<Value> {
    let bits = distance(cx, b)?;
    if let Int::Word(number) = a {
        if number == 0 {
            return Ok(Value::small(0));
        }
        let kept = number.checked_shl(u32::try_from(bits).unwrap_or(u32::MAX));
        if let Some(shifted) = kept.filter(|&shifted| shifted >> bits == number) {
            return Ok(from_i64(cx, shifted)?);
        }
    }
    shift_left_big(cx, a, bits)
}

fn shift_left_big(cx: &mut Cx, a: Int, bits: u64) -> Outcome<Value> {
    if bits > i64::MAX.unsigned_abs() {
        return Err(raise::overflow_error(cx, &[S("too many digits in integer")]));
    }
    let operands = [Operand::new(cx, a)];
    let [len] = operands.each_ref().map(Operand::len);
    let room = shift::left_room(len, bits).ok_or(OutOfMemory)?;
    one(cx, room, &operands, |to, [a]| {
        Ok(Signed { negative: a.negative, len: shift::left(to, a.limbs, bits)? })
    })
}

/// `a >> b`
#[inline]
pub fn shift_right(cx: &mut Cx, a: Int, b: Int) -> Outcome<Value> {
    let bits = distance(cx, b)?;
    if let Int::Word(number) = a {
        return Ok(from_i64(cx, number >> bits.min(63))?);
    }
    let operands = [Operand::new(cx, a)];
    let [len] = operands.each_ref().map(Operand::len);
    one(cx, len + 1, &operands, |to, [a]| shift::floor_right(to, a, bits))
}
