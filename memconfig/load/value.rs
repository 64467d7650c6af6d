//! Values of knobs: what may stand right of the equals sign.
//!
//! Owns the conversion from TOML and the check of one value against its knob's kind.
//!
//! Not here: rules between two knobs (check.rs).

use super::knobs::{Kind, Knob};
use std::fmt;
use toml::de::DeValue;

/// One value of one knob.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// A whole number; the unit is the knob's.
    Int(u32),
    /// A switch.
    Flag(bool),
    /// One of the knob's words.
    Word(&'static str),
    /// A ratio, numerator and denominator as written.
    Ratio(u32, u32),
}

impl fmt::Display for Value {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Int(number) => write!(out, "{number}"),
            Value::Flag(on) => write!(out, "{on}"),
            Value::Word(word) => write!(out, "\"{word}\""),
            Value::Ratio(above, below) => write!(out, "\"{above}/{below}\""),
        }
    }
}

/// Reads one TOML value for `knob`; the error is a sentence that says what is allowed.
pub fn read(knob: &Knob, raw: &DeValue<'_>) -> Result<Value, String> {
    let value = convert(knob, raw).ok_or_else(|| refusal(knob, &spelled(raw)))?;
    if admits(&knob.kind, value) { Ok(value) } else { Err(refusal(knob, &value.to_string())) }
}

fn convert(knob: &Knob, raw: &DeValue<'_>) -> Option<Value> {
    match (&knob.kind, raw) {
        (Kind::Int { .. } | Kind::PowerOfTwo { .. }, DeValue::Integer(number)) => {
            u32::from_str_radix(number.as_str(), number.radix()).ok().map(Value::Int)
        }
        (Kind::Flag, DeValue::Boolean(on)) => Some(Value::Flag(*on)),
        (Kind::Word(words), DeValue::String(text)) => {
            words.iter().find(|word| **word == text.as_ref()).map(|word| Value::Word(word))
        }
        (Kind::Ratio { .. }, DeValue::String(text)) => {
            let (above, below) = text.split_once('/')?;
            let (above, below) = (above.trim().parse().ok()?, below.trim().parse().ok()?);
            Some(Value::Ratio(above, below))
        }
        _ => None,
    }
}

/// Whether a value lies in the range of a kind.
pub fn admits(kind: &Kind, value: Value) -> bool {
    match (kind, value) {
        (Kind::Int { min, max }, Value::Int(number)) => (*min..=*max).contains(&number),
        (Kind::PowerOfTwo { max }, Value::Int(number)) => {
            number == 0 || (number.is_power_of_two() && number <= *max)
        }
        (Kind::Flag, Value::Flag(_)) => true,
        (Kind::Word(words), Value::Word(word)) => words.contains(&word),
        (Kind::Ratio { min, max }, Value::Ratio(above, below)) => {
            (1..=RATIO_PART_MAX).contains(&below)
                && above <= RATIO_PART_MAX
                && !is_less((above, below), *min)
                && !is_less(*max, (above, below))
        }
        _ => false,
    }
}

/// Largest numerator or denominator: the core multiplies a 32-bit size by it in 64 bits, and small
/// parts keep such products exact.
const RATIO_PART_MAX: u32 = 100;

fn is_less(left: (u32, u32), right: (u32, u32)) -> bool {
    u64::from(left.0) * u64::from(right.1) < u64::from(right.0) * u64::from(left.1)
}

fn refusal(knob: &Knob, found: &str) -> String {
    format!("{} = {found} is not allowed: {}", knob.key(), allowed(knob))
}

/// The range of a knob in words.
pub fn allowed(knob: &Knob) -> String {
    match &knob.kind {
        Kind::Int { min, max } => format!("a whole number from {min} to {max} ({})", knob.unit),
        Kind::PowerOfTwo { max } => {
            format!("0 or a power of two up to {max} ({})", knob.unit)
        }
        Kind::Flag => "true or false".to_string(),
        Kind::Word(words) => format!("one of \"{}\"", words.join("\", \"")),
        Kind::Ratio { min, max } => {
            format!("a ratio like \"3/2\" from {}/{} to {}/{}", min.0, min.1, max.0, max.1)
        }
    }
}

fn spelled(raw: &DeValue<'_>) -> String {
    match raw {
        DeValue::String(text) => format!("\"{text}\""),
        DeValue::Integer(number) => number.to_string(),
        DeValue::Float(number) => number.to_string(),
        DeValue::Boolean(on) => on.to_string(),
        DeValue::Datetime(_) => "a date".to_string(),
        DeValue::Array(_) => "a list".to_string(),
        DeValue::Table(_) => "a table".to_string(),
    }
}
