//! Floats as text: `repr` and the styles `e`, `f`, `g` with any precision.
//!
//! Not here: digits (decimal.rs), fields and signs (format_number.rs), the mini-language
//! (format_spec.rs).

use super::decimal::{Cut, Decimal};
use super::format_number::{Field, Numeral, Run};
use super::{Sink, SinkFull};

/// Digits after the point when nothing is said.
pub const DEFAULT_PRECISION: usize = 6;

/// `repr` and `g` write an exponent from this point downwards.
const LEAST_FIXED_POINT: i32 = -4;

/// `repr` writes an exponent above this point.
const GREATEST_REPR_POINT: i32 = 16;

/// How many digits, and when with an exponent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FloatKind {
    /// The fewest digits that read back as the same float.
    Repr,
    /// `e`: one digit, a point, so many digits, an exponent.
    Exponent(usize),
    /// `f`: so many digits after the point.
    Fixed(usize),
    /// `g`: so many significant digits, zeros at the end dropped.
    General(usize),
}

/// A style of float text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FloatStyle {
    /// How many digits, and when with an exponent.
    pub kind: FloatKind,
    /// `#`: always a point, and `g` keeps its zeros.
    pub alternate: bool,
    /// `E`, `INF`, `NAN`.
    pub upper: bool,
    /// Ends in `.0` where neither point nor exponent would tell it from an integer.
    pub point_zero: bool,
    /// `z`: no sign for what is rounded to zero.
    pub plain_zero: bool,
}

impl FloatStyle {
    /// A style of this kind without options.
    pub const fn new(kind: FloatKind) -> Self {
        Self { kind, alternate: false, upper: false, point_zero: false, plain_zero: false }
    }

    /// The style of `repr(float)`.
    pub const REPR: Self = Self { point_zero: true, ..Self::new(FloatKind::Repr) };
}

/// The digits of one float in one style; [`FloatText::numeral`] lays them out.
#[derive(Clone, Debug)]
pub struct FloatText {
    decimal: Decimal,
    style: FloatStyle,
    negative: bool,
    name: &'static [u8],
}

impl FloatText {
    /// Zero. In line, so that it lies in the caller's frame and nowhere else.
    #[inline(always)]
    pub fn zero(style: FloatStyle) -> Self {
        Self { decimal: Decimal::ZERO, style, negative: false, name: b"" }
    }

    /// From zero to the digits of a float.
    #[inline(never)]
    pub fn set(&mut self, value: f64) {
        let style = self.style;
        let magnitude = value.abs();
        let decimal = &mut self.decimal;
        match style.kind {
            FloatKind::Repr => decimal.set_shortest(magnitude),
            FloatKind::Exponent(places) => {
                decimal.set_rounded(magnitude, Cut::Significant(places.saturating_add(1)));
            }
            FloatKind::Fixed(places) => decimal.set_rounded(magnitude, Cut::Fraction(places)),
            FloatKind::General(places) => decimal.set_rounded(magnitude, Cut::Significant(places)),
        }
        self.name = match (value.is_nan(), value.is_infinite(), style.upper) {
            (true, _, false) => b"nan".as_slice(),
            (true, _, true) => b"NAN",
            (_, true, false) => b"inf",
            (_, true, true) => b"INF",
            _ => b"",
        };
        let is_zero = value.is_finite() && self.decimal.digits().is_empty();
        let hides_sign = value.is_nan() || style.plain_zero && is_zero;
        self.negative = value.is_sign_negative() && !hides_sign;
    }

    /// The pieces of the text.
    pub fn numeral(&self) -> Numeral<'_> {
        if !self.name.is_empty() {
            return Numeral { negative: self.negative, name: self.name, ..Numeral::default() };
        }
        let point = self.decimal.point;
        let limit = self.style.point_zero;
        match self.style.kind {
            FloatKind::Fixed(places) => self.fixed(Some(places)),
            FloatKind::Exponent(places) => self.scientific(Some(places)),
            FloatKind::Repr if (LEAST_FIXED_POINT + 1..=GREATEST_REPR_POINT).contains(&point) => {
                self.fixed(None)
            }
            FloatKind::Repr => self.scientific(None),
            FloatKind::General(places) => {
                let places = places.max(1);
                let most = saturate(places).saturating_sub(i32::from(limit));
                let kept = self.style.alternate.then_some(places);
                if point > LEAST_FIXED_POINT && point <= most {
                    self.fixed(kept.map(|kept| behind_point(kept, point)))
                } else {
                    self.scientific(kept.map(|kept| kept.saturating_sub(1)))
                }
            }
        }
    }

    /// Without an exponent; `places` digits behind the point, or as many as there are.
    fn fixed(&self, places: Option<usize>) -> Numeral<'_> {
        let digits = self.decimal.digits();
        let point = self.decimal.point;
        let whole_len = usize::try_from(point).unwrap_or(0);
        let (whole, rest) = digits.split_at_checked(whole_len).unwrap_or((digits, &[]));
        let whole_zeros = whole_len - whole.len() + usize::from(whole_len == 0);
        let lead = usize::try_from(point.saturating_neg()).unwrap_or(0);
        let lead = if rest.is_empty() { 0 } else { lead };
        let shown = lead + rest.len();
        let least = places.unwrap_or(usize::from(self.style.point_zero && shown == 0));
        let fraction = Run { before: lead, digits: rest, after: least.saturating_sub(shown) };
        Numeral {
            negative: self.negative,
            whole: Run { before: 0, digits: whole, after: whole_zeros },
            point: self.style.alternate || !fraction.is_empty(),
            fraction,
            ..Numeral::default()
        }
    }

    /// With an exponent; `places` digits behind the point, or as many as there are.
    fn scientific(&self, places: Option<usize>) -> Numeral<'_> {
        let digits = self.decimal.digits();
        let (first, rest) = digits.split_at_checked(1).unwrap_or((b"0", &[]));
        let after = places.unwrap_or(0).saturating_sub(rest.len());
        let fraction = Run { before: 0, digits: rest, after };
        let letter = if self.style.upper { b'E' } else { b'e' };
        Numeral {
            negative: self.negative,
            whole: Run::of(first),
            point: self.style.alternate || !fraction.is_empty(),
            fraction,
            exponent: Some((letter, self.decimal.point.saturating_sub(1))),
            ..Numeral::default()
        }
    }

    /// Puts the text without padding.
    pub fn put(&self, sink: &mut dyn Sink) -> Result<(), SinkFull> {
        self.numeral().put(sink, &Field::PLAIN)
    }
}

/// A length as a place of the point.
fn saturate(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// Of `kept` significant digits, those behind the point.
fn behind_point(kept: usize, point: i32) -> usize {
    match usize::try_from(point) {
        Ok(whole) => kept.saturating_sub(whole),
        Err(_) => kept.saturating_add(usize::try_from(point.unsigned_abs()).unwrap_or(0)),
    }
}

/// Puts `repr(value)`.
pub fn put_repr(sink: &mut dyn Sink, value: f64) -> Result<(), SinkFull> {
    // Between these `repr` has no exponent, and the digits come as it writes them.
    const LEAST_FIXED: f64 = 1e-4;
    const FIXED_BELOW: f64 = 1e16;
    let magnitude = value.abs();
    if (LEAST_FIXED..FIXED_BELOW).contains(&magnitude) {
        let mut buffer = zmij::Buffer::new();
        let text = buffer.format_finite(value).as_bytes();
        if text.contains(&b'.') && !text.contains(&b'e') {
            return sink.put(text);
        }
    }
    let mut text = FloatText::zero(FloatStyle::REPR);
    text.set(value);
    text.put(sink)
}
