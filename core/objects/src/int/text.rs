//! Ints to text and back.
//!
//! Decimal text of more than `MAX_DIGITS` digits is refused in both directions, as CPython does: the work grows
//! with the square of the length.
//!
//! Not here: formats (format.rs), limbs to digits (bigint/print.rs, bigint/parse.rs).

use super::{Int, from_i64, limbs_part, room};
use crate::bigint::parse::{self, IntTextError};
use crate::bigint::{BigError, Signed, print};
use crate::bytes::Builder;
use crate::cx::{Cx, Outcome};
use crate::number::int_text::IntBuffer;
use crate::raise::{self, Part::*};
use crate::str::{self as string, unicode};
use threadsnake_heap::split::Part;
use threadsnake_heap::{OutOfMemory, Ref, Value, WORD, kind};

/// Most digits of decimal text.
pub const MAX_DIGITS: usize = 4300;

/// `str(a)`, or the digits in another base behind a prefix, which goes after the sign.
pub fn to_str(cx: &mut Cx, a: Int, radix: u32, prefix: &[u8]) -> Outcome<Value> {
    match a {
        Int::Word(number) if radix == 10 && prefix.is_empty() => {
            let mut buffer = IntBuffer::new();
            Ok(string::new_ascii(cx, buffer.decimal(number))?)
        }
        Int::Word(number) => {
            let mut buffer = IntBuffer::new();
            let digits = buffer.digits(number.unsigned_abs(), radix);
            let mut text = [0u8; 68];
            let sign: &[u8] = if number < 0 { b"-" } else { b"" };
            let mut len = 0;
            for &byte in sign.iter().chain(prefix).chain(digits) {
                if let Some(place) = text.get_mut(len) {
                    *place = byte;
                    len += 1;
                }
            }
            Ok(string::new_ascii(cx, text.get(..len).unwrap_or(&[]))?)
        }
        Int::Big(object) => big_to_str(cx, object, radix, prefix),
    }
}

fn too_long_to_print(cx: &mut Cx) -> crate::cx::Exit {
    let message = "Exceeds the limit (4300 digits) for integer string conversion; \
                   use sys.set_int_max_str_digits() to increase the limit";
    raise::value_error(cx, &[S(message)])
}

fn big_to_str(cx: &mut Cx, object: Ref, radix: u32, prefix: &[u8]) -> Outcome<Value> {
    let is_long = parse::exceeds_digits(super::big(cx, object).limbs, MAX_DIGITS);
    if radix == 10 && is_long == Some(true) {
        return Err(too_long_to_print(cx));
    }
    let limbs = limbs_part(cx, object);
    let negative = super::is_negative(cx, Int::Big(object));
    let lead = u32::from(negative) + prefix.len() as u32;
    let digits_room =
        u32::try_from(print::print_room(limbs.1 as usize, radix)).map_err(|_| OutOfMemory)?;
    let text = string::room_ascii(cx, lead.checked_add(digits_room).ok_or(OutOfMemory)?)?;
    let printed = print_digits(cx, object, radix, (string::start(cx, text) + lead, digits_room));
    let count = match printed {
        Ok(count) if radix == 10 && count > MAX_DIGITS as u32 => Err(too_long_to_print(cx)),
        other => other,
    };
    match count {
        Ok(count) => {
            let sign_and_prefix = negative.then_some(&b'-').into_iter().chain(prefix);
            for (at, &byte) in (string::start(cx, text)..).zip(sign_and_prefix) {
                cx.heap.space.set_byte(at, byte);
            }
            cut(cx, text, lead + count);
            Ok(text.value())
        }
        Err(exit) => {
            cx.heap.dec_ref(text);
            Err(exit)
        }
    }
}

/// Cuts ASCII text that was made with too much room.
pub fn cut(cx: &mut Cx, text: Ref, len: u32) {
    let before = cx.heap.size_words(text);
    let start = string::start(cx, text);
    for at in len..len.next_multiple_of(WORD).min(string::byte_len(cx, text)) {
        cx.heap.space.set_byte(start + at, 0);
    }
    cx.heap.space.set_word(text, string::LENGTH, len);
    let after = cx.heap.size_words(text);
    cx.heap.shrink(text, before, after);
}

/// Writes the digits of a BIGINT's magnitude; returns how many there are.
pub fn print_digits(cx: &mut Cx, object: Ref, radix: u32, to: Part) -> Outcome<u32> {
    let limbs = limbs_part(cx, object);
    let work = room(cx, print::print_work(limbs.1 as usize, radix))?;
    let work_part = limbs_part(cx, work);
    let mut meter = cx.meter.limbs(cx.platform);
    let mut charge = |steps: u32| meter.spend(steps);
    let count = match cx.heap.space.split_mixed(to, work_part, limbs) {
        Some((out, work, limbs)) => print::print(out, limbs, radix, work, &mut charge),
        None => Err(BigError::Room),
    };
    let rest = meter.rest();
    cx.charge(rest);
    cx.heap.dec_ref(work);
    count.map(|count| count as u32).map_err(|error| super::raise_big(cx, error))
}

/// `int(text, base)` of ASCII text in the heap; `shown` is what messages show.
pub fn parse_ascii(cx: &mut Cx, text: Part, base: u32, shown: Value) -> Outcome<Value> {
    let whole = cx.heap.space.bytes(text.0, text.1);
    let literal = match parse::scan(whole, base) {
        Ok(literal) => literal,
        Err(IntTextError::Base) => {
            return Err(raise::value_error(cx, &[S("int() base must be >= 2 and <= 36, or 0")]));
        }
        Err(IntTextError::Literal) => return Err(invalid(cx, base, shown)),
    };
    if let Some(number) = literal.to_i64() {
        return Ok(from_i64(cx, number)?);
    }
    let (negative, radix, count) = (literal.negative, literal.radix, literal.count);
    let offset = literal.digits.as_ptr().addr().wrapping_sub(whole.as_ptr().addr()) as u32;
    let digits = (text.0 + offset, literal.digits.len() as u32);
    if count > MAX_DIGITS && !radix.is_power_of_two() {
        let parts = [
            S("Exceeds the limit (4300 digits) for integer string conversion: value has "),
            I(count as i64),
            S(" digits; use sys.set_int_max_str_digits() to increase the limit"),
        ];
        return Err(raise::value_error(cx, &parts));
    }
    parse_digits(cx, digits, count, radix, negative)
}

fn parse_digits(
    cx: &mut Cx,
    digits: Part,
    count: usize,
    radix: u32,
    negative: bool,
) -> Outcome<Value> {
    let object = room(cx, parse::parse_room(count, radix))?;
    let to = limbs_part(cx, object);
    let mut meter = cx.meter.limbs(cx.platform);
    let mut charge = |steps: u32| meter.spend(steps);
    let len = match cx.heap.space.split_words_bytes(to, digits) {
        Some((to, digits)) => parse::parse(to, digits, radix, &mut charge),
        None => Err(BigError::Room),
    };
    let rest = meter.rest();
    cx.charge(rest);
    match len {
        Ok(len) => Ok(super::finish(cx, object, Signed { negative, len })?),
        Err(error) => {
            cx.heap.dec_ref(object);
            Err(super::raise_big(cx, error))
        }
    }
}

/// `invalid literal for int() with base 10: 'x'`
fn invalid(cx: &mut Cx, base: u32, shown: Value) -> crate::cx::Exit {
    let repr = match crate::repr::leaf(cx, shown) {
        Ok(Some(repr)) => repr,
        Ok(None) => crate::names::EMPTY,
        Err(exit) => return exit,
    };
    let parts = [S("invalid literal for int() with base "), I(i64::from(base)), S(": "), V(repr)];
    let exit = raise::value_error(cx, &parts);
    cx.heap.dec(repr);
    exit
}

/// `int(text, base)` of a str: digits and spaces of all scripts count.
pub fn parse_str(cx: &mut Cx, text: Ref, base: u32) -> Outcome<Value> {
    if string::is_ascii(cx, text) {
        return parse_ascii(cx, string::part(cx, text), base, text.value());
    }
    let ascii = to_ascii(cx, text)?;
    let part = ascii.part();
    let result = parse_ascii(cx, part, base, text.value());
    ascii.discard(cx);
    result
}

/// The text with decimal digits and spaces of other scripts replaced by those of ASCII.
pub fn to_ascii(cx: &mut Cx, text: Ref) -> Result<Builder, OutOfMemory> {
    let mut ascii = Builder::new(cx, string::byte_len(cx, text))?;
    let mut at = 0;
    while at < string::byte_len(cx, text) {
        let (code, len) = string::code_at(cx, text, at);
        let byte = match u8::try_from(code) {
            Ok(byte) if byte < 0x80 => byte,
            _ if unicode::is_space(code) => b' ',
            _ => unicode::decimal_value(code).map_or(b'?', |digit| b'0' + digit as u8),
        };
        if let Err(error) = ascii.push(cx, &[byte]) {
            ascii.discard(cx);
            return Err(error);
        }
        at += len.max(1);
    }
    Ok(ascii)
}

/// `int(value, base)` of a str, bytes or bytearray; none for other values.
pub fn parse_value(cx: &mut Cx, value: Value, base: u32) -> Outcome<Option<Value>> {
    if let Some(text) = cx.payload(value, kind::STR) {
        return parse_str(cx, text, base).map(Some);
    }
    match crate::bytes::like(cx, value) {
        Some(part) => parse_ascii(cx, part, base, value).map(Some),
        None => Ok(None),
    }
}
