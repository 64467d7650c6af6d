//! `float.hex` and `float.fromhex`.

use crate::bigint::float::compose;
use crate::number::Sink;
use crate::number::SinkFull;
use crate::number::int_text::IntBuffer;

/// Bits of the fraction of a double.
const FRACTION_BITS: u32 = 52;
/// Exponent of a double whose exponent field is 0.
const LEAST_EXPONENT: i32 = -1022;

/// Puts `value.hex()`.
pub fn put_hex(sink: &mut dyn Sink, value: f64) -> Result<(), SinkFull> {
    if value.is_nan() {
        return sink.put(b"nan");
    }
    if value.is_sign_negative() {
        sink.put(b"-")?;
    }
    if value.is_infinite() {
        return sink.put(b"inf");
    }
    let bits = value.to_bits();
    let fraction = bits & ((1 << FRACTION_BITS) - 1);
    let field = (bits >> FRACTION_BITS & 0x7ff) as i32;
    if field == 0 && fraction == 0 {
        return sink.put(b"0x0.0p+0");
    }
    let exponent = if field == 0 { LEAST_EXPONENT } else { field - 1023 };
    sink.put(if field == 0 { b"0x0." } else { b"0x1." })?;
    let mut buffer = IntBuffer::new();
    let digits = buffer.digits(fraction, 16);
    sink.repeat(b"0", 13usize.saturating_sub(digits.len()))?;
    sink.put(digits)?;
    sink.put(if exponent < 0 { b"p-" } else { b"p+" })?;
    let mut buffer = IntBuffer::new();
    sink.put(buffer.digits(u64::from(exponent.unsigned_abs()), 10))
}

/// Why text is not a hexadecimal float.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HexError {
    /// Not the right form.
    Invalid,
    /// Too large.
    Overflow,
}

/// `float.fromhex(text)`.
pub fn parse(text: &[u8]) -> Result<f64, HexError> {
    let text = crate::bigint::parse::strip(text);
    let (negative, body) = crate::bigint::parse::split_sign(text);
    let value = if body.eq_ignore_ascii_case(b"inf") || body.eq_ignore_ascii_case(b"infinity") {
        f64::INFINITY
    } else if body.eq_ignore_ascii_case(b"nan") {
        f64::NAN
    } else {
        magnitude(body)?
    };
    Ok(if negative { -value } else { value })
}

fn magnitude(body: &[u8]) -> Result<f64, HexError> {
    let body = match body {
        [b'0', b'x' | b'X', rest @ ..] => rest,
        _ => body,
    };
    let end = body.iter().position(|byte| matches!(byte, b'p' | b'P')).unwrap_or(body.len());
    let (digits, power) = body.split_at_checked(end).ok_or(HexError::Invalid)?;
    let exponent = exponent(power)?;
    let mut number =
        Mantissa { bits: 0, dropped: 0, sticky: false, digits: 0, behind: 0, point: false };
    digits.iter().try_for_each(|&byte| number.push(byte))?;
    if number.digits == 0 {
        return Err(HexError::Invalid);
    }
    let exponent = exponent.saturating_add(number.dropped * 4).saturating_sub(number.behind * 4);
    let zeros = number.bits.leading_zeros();
    if number.bits == 0 {
        return Ok(0.0);
    }
    // `compose` wants a full mantissa when bits were dropped.
    let bits = number.bits << zeros;
    compose(bits, exponent.saturating_sub(i64::from(zeros)), number.sticky)
        .ok_or(HexError::Overflow)
}

/// The power of two behind `p`; 0 when there is none.
fn exponent(text: &[u8]) -> Result<i64, HexError> {
    let Some((_, rest)) = text.split_first() else { return Ok(0) };
    let (negative, digits) = crate::bigint::parse::split_sign(rest);
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return Err(HexError::Invalid);
    }
    let add = |sum: i64, byte: &u8| sum.saturating_mul(10).saturating_add(i64::from(byte - b'0'));
    let value = digits.iter().fold(0i64, add).min(1 << 40);
    Ok(if negative { -value } else { value })
}

/// Digits read so far: the first 15 or 16 that count, and how many were left out behind them.
struct Mantissa {
    bits: u64,
    dropped: i64,
    sticky: bool,
    digits: usize,
    behind: i64,
    point: bool,
}

impl Mantissa {
    fn push(&mut self, byte: u8) -> Result<(), HexError> {
        if byte == b'.' && !self.point {
            self.point = true;
            return Ok(());
        }
        let digit = char::from(byte).to_digit(16).ok_or(HexError::Invalid)?;
        self.digits += 1;
        self.behind += i64::from(self.point);
        if self.bits >> 60 == 0 {
            self.bits = self.bits << 4 | u64::from(digit);
        } else {
            self.dropped += 1;
            self.sticky |= digit != 0;
        }
        Ok(())
    }
}
