//! Ints and floats, bytes, bits: conversions and questions about the number.
//!
//! Not here: text (text.rs).

use super::{Int, Operand, arith, big, compute, finish, from_i64, limbs_part, room};
use crate::bigint::{self, BigError, Signed, float as big_float, shift};
use crate::cx::{Cx, Outcome};
use crate::raise::{self, Part::S};
use crate::{bytes, float};
use core::cmp::Ordering;
use threadsnake_heap::split::Part;
use threadsnake_heap::{OutOfMemory, Value};

/// `float(a)`
#[inline]
pub fn to_f64(cx: &mut Cx, a: Int) -> Outcome<f64> {
    match a {
        Int::Word(number) => Ok(number as f64),
        Int::Big(object) => {
            let value = big_float::to_f64(big(cx, object));
            value.map_err(|_| raise::overflow_error(cx, &[S("int too large to convert to float")]))
        }
    }
}

/// `a / b`
pub fn true_div(cx: &mut Cx, a: Int, b: Int) -> Outcome<f64> {
    if super::is_zero(b) {
        return Err(raise::zero_division_error(cx, &[S("division by zero")]));
    }
    if let (Int::Word(a), Int::Word(b)) = (a, b)
        && a.unsigned_abs() <= float::EXACT_INT
        && b.unsigned_abs() <= float::EXACT_INT
    {
        return Ok(a as f64 / b as f64);
    }
    let operands = [Operand::new(cx, a), Operand::new(cx, b)];
    let [_, len] = operands.each_ref().map(Operand::len);
    let mut too_large = false;
    let result =
        compute(cx, [big_float::true_div_room(len)], &operands, |[work], [a, b], charge| {
            match big_float::true_div(a, b, work, charge) {
                Err(BigError::Overflow) => {
                    too_large = true;
                    Ok(0.0)
                }
                other => other,
            }
        });
    let (quotient, [work]) = result?;
    cx.heap.dec_ref(work);
    if too_large {
        let message = "integer division result too large for a float";
        return Err(raise::overflow_error(cx, &[S(message)]));
    }
    Ok(quotient)
}

/// `int(value)` of a float.
pub fn from_f64(cx: &mut Cx, value: f64) -> Outcome<Value> {
    const LIMIT: f64 = 9.2e18;
    if value.abs() < LIMIT {
        return Ok(from_i64(cx, value as i64)?);
    }
    if value.is_nan() {
        return Err(raise::value_error(cx, &[S("cannot convert float NaN to integer")]));
    }
    if value.is_infinite() {
        return Err(raise::overflow_error(cx, &[S("cannot convert float infinity to integer")]));
    }
    let mut limbs = [0; big_float::FLOAT_LIMBS];
    match big_float::from_f64(&mut limbs, value) {
        Ok(signed) => {
            Ok(super::from_limbs(cx, signed.negative, limbs.get(..signed.len).unwrap_or(&[]))?)
        }
        Err(error) => Err(super::raise_big(cx, error)),
    }
}

/// `a.bit_length()`
pub fn bit_length(cx: &Cx, a: Int) -> u64 {
    match a {
        Int::Word(number) => u64::from(u64::BITS - number.unsigned_abs().leading_zeros()),
        Int::Big(object) => shift::bit_length(big(cx, object).limbs),
    }
}

/// `a.bit_count()`
pub fn bit_count(cx: &Cx, a: Int) -> u64 {
    match a {
        Int::Word(number) => u64::from(number.unsigned_abs().count_ones()),
        Int::Big(object) => shift::bit_count(big(cx, object).limbs),
    }
}

/// `round(a, digits)` for digits below 0: to a multiple of a power of ten, halves to the even one.
pub fn round(cx: &mut Cx, a: Int, digits: i64) -> Outcome<Value> {
    let Some(places) = u32::try_from(digits.saturating_neg()).ok().filter(|&places| places > 0)
    else {
        return Ok(if digits >= 0 { super::value(cx, a)? } else { Value::small(0) });
    };
    // 10^n has more than 3n bits: a unit of more than twice the number leaves nothing of it.
    if u64::from(places) * 3 > bit_length(cx, a) + 1 {
        return Ok(Value::small(0));
    }
    let unit = super::power::pow(cx, Int::Word(10), Int::Word(i64::from(places)))?;
    let result = round_to(cx, a, unit);
    cx.heap.dec(unit);
    result
}

fn round_to(cx: &mut Cx, a: Int, unit: Value) -> Outcome<Value> {
    let Some(size) = super::read(cx, unit) else { return Err(OutOfMemory.into()) };
    let (quotient, rest) = arith::divmod(cx, a, size)?;
    let mut owned = Owned { values: [quotient, rest, Value::UNBOUND, Value::UNBOUND], len: 2 };
    let result = round_parts(cx, &mut owned, size);
    owned.release(cx);
    result
}

/// Values that a longer computation owns until its end.
struct Owned {
    values: [Value; 4],
    len: usize,
}

impl Owned {
    fn keep(&mut self, cx: &Cx, value: Value) -> Int {
        if let Some(place) = self.values.get_mut(self.len) {
            *place = value;
            self.len += 1;
        }
        super::read(cx, value).unwrap_or(Int::Word(0))
    }

    fn int(&self, cx: &Cx, index: usize) -> Int {
        let value = self.values.get(index).copied().unwrap_or(Value::UNBOUND);
        super::read(cx, value).unwrap_or(Int::Word(0))
    }

    fn release(self, cx: &mut Cx) {
        self.values.iter().take(self.len).for_each(|&value| cx.heap.dec(value));
    }
}

fn round_parts(cx: &mut Cx, owned: &mut Owned, unit: Int) -> Outcome<Value> {
    let (quotient, rest) = (owned.int(cx, 0), owned.int(cx, 1));
    let twice = arith::add(cx, rest, rest)?;
    let twice = owned.keep(cx, twice);
    let odd = match quotient {
        Int::Word(number) => number & 1 != 0,
        Int::Big(object) => big(cx, object).limbs.first().is_some_and(|limb| limb & 1 != 0),
    };
    let up = match super::compare(cx, twice, unit) {
        Ordering::Greater => true,
        Ordering::Equal => odd,
        Ordering::Less => false,
    };
    let rounded = arith::add(cx, quotient, Int::Word(i64::from(up)))?;
    let rounded = owned.keep(cx, rounded);
    arith::mul(cx, rounded, unit)
}

/// Byte order of `to_bytes` and `from_bytes`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Order {
    /// Most significant byte first.
    Big,
    /// Least significant byte first.
    Little,
}

/// `a.to_bytes(len, order, signed=...)`
pub fn to_bytes(cx: &mut Cx, a: Int, len: u32, order: Order, signed: bool) -> Outcome<Value> {
    let negative = super::is_negative(cx, a);
    if negative && !signed {
        return Err(raise::overflow_error(cx, &[S("can't convert negative int to unsigned")]));
    }
    if needed_bits(cx, a, signed) > u64::from(len) * 8 {
        return Err(raise::overflow_error(cx, &[S("int too big to convert")]));
    }
    let (limbs_offset, count, narrow) = match a {
        Int::Word(number) => (0, 2, Some(number.unsigned_abs())),
        Int::Big(object) => {
            let (offset, count) = limbs_part(cx, object);
            (offset, count, None)
        }
    };
    if len == 0 {
        return Ok(bytes::new(cx, &[])?);
    }
    let object = bytes::room(cx, len)?;
    let (start, _) = bytes::part(cx, object);
    let mut carry = negative;
    for index in 0..len {
        let (limb, byte) = (index / 4, index % 4 * 8);
        let word = match narrow {
            Some(word) => word.checked_shr(limb * 32).unwrap_or(0) as u32,
            None if limb < count => cx.heap.space.load(limbs_offset + limb * 4),
            None => 0,
        };
        let plain = (word >> byte) as u8;
        let (value, next) =
            if negative { (!plain).overflowing_add(u8::from(carry)) } else { (plain, false) };
        carry = next;
        let place = if order == Order::Big { len - 1 - index } else { index };
        cx.heap.space.set_byte(start + place, value);
    }
    Ok(object.value())
}

/// Bits that the number needs, the sign bit included when there is one.
fn needed_bits(cx: &mut Cx, a: Int, signed: bool) -> u64 {
    let bits = bit_length(cx, a);
    if !signed {
        return bits;
    }
    let is_least = super::is_negative(cx, a) && bit_count(cx, a) == 1;
    if is_least || bits == 0 { bits } else { bits + 1 }
}

/// `int.from_bytes(bytes, order, signed=...)` of a part of the heap.
pub fn from_bytes(cx: &mut Cx, from: Part, order: Order, signed: bool) -> Outcome<Value> {
    let (offset, len) = from;
    if len == 0 {
        return Ok(Value::small(0));
    }
    let top = if order == Order::Big { offset } else { offset + len - 1 };
    let negative = signed && cx.heap.space.byte(top) & 0x80 != 0;
    let count = len.div_ceil(4);
    let object = room(cx, count as usize)?;
    let (to, _) = limbs_part(cx, object);
    let mut carry = negative;
    for limb in 0..count {
        let mut word = 0u32;
        for index in (limb * 4..limb * 4 + 4).rev() {
            let place =
                if order == Order::Big { len.wrapping_sub(1).wrapping_sub(index) } else { index };
            let fill = if negative { 0xff } else { 0 };
            let byte = if index < len { cx.heap.space.byte(offset + place) } else { fill };
            word = word << 8 | u32::from(byte);
        }
        if negative {
            let (value, next) = (!word).overflowing_add(u32::from(carry));
            word = value;
            carry = next;
        }
        cx.heap.space.store(to + limb * 4, word);
    }
    let used = bigint::trimmed(cx.heap.space.words(to, count)).len();
    Ok(finish(cx, object, Signed { negative, len: used })?)
}

/// The number as a 64-bit index; outside of it the nearest end.
pub fn clamp_index(cx: &Cx, a: Int) -> i64 {
    match a {
        Int::Word(number) => number,
        Int::Big(object) if big(cx, object).negative => i64::MIN,
        Int::Big(_) => i64::MAX,
    }
}
