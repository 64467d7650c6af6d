//! What the number tests share: reading tables, and big integers that own their limbs.

use threadsnake_objects::bigint::add::{add_room, add_signed, sub_signed};
use threadsnake_objects::bigint::div::{floor_divmod, quot_room, work_room};
use threadsnake_objects::bigint::mul::{mul_room, mul_scratch, mul_signed, square};
use threadsnake_objects::bigint::parse::{parse, parse_room, scan};
use threadsnake_objects::bigint::print::{print, print_room, print_work};
use threadsnake_objects::bigint::{Big, BigError, Signed};
use threadsnake_objects::number::{Sink, SinkFull};

/// A big integer that owns its limbs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owned {
    pub negative: bool,
    pub limbs: Vec<u32>,
}

/// Goes on for ever.
pub fn go(_: u32) -> bool {
    true
}

impl Owned {
    pub fn big(&self) -> Big<'_> {
        Big::new(self.negative, &self.limbs)
    }

    pub fn take(mut buffer: Vec<u32>, signed: Signed) -> Self {
        buffer.truncate(signed.len);
        Self { negative: signed.negative, limbs: buffer }
    }

    pub fn magnitude(buffer: Vec<u32>, len: usize) -> Self {
        Self::take(buffer, Signed { negative: false, len })
    }

    pub fn read(text: &str, radix: u32) -> Self {
        let text = scan(text.as_bytes(), radix).expect("a literal");
        let mut buffer = vec![0xdead_beef; parse_room(text.count, text.radix)];
        let len = parse(&mut buffer, text.digits, text.radix, &mut go).expect("room");
        Self::take(buffer, Signed { negative: text.negative && len > 0, len })
    }

    pub fn hex(text: &str) -> Self {
        Self::read(text, 16)
    }

    pub fn text(&self, radix: u32) -> String {
        let mut out = vec![0; print_room(self.limbs.len(), radix)];
        let mut work = vec![0; print_work(self.limbs.len(), radix)];
        let len = print(&mut out, &self.limbs, radix, &mut work, &mut go).expect("room");
        out.truncate(len);
        let sign = if self.negative { "-" } else { "" };
        format!("{sign}{}", String::from_utf8(out).expect("ASCII"))
    }

    pub fn add(&self, other: &Self) -> Self {
        let mut buffer = vec![7; add_room(self.limbs.len(), other.limbs.len())];
        let signed = add_signed(&mut buffer, self.big(), other.big()).expect("room");
        Self::take(buffer, signed)
    }

    pub fn sub(&self, other: &Self) -> Self {
        let mut buffer = vec![7; add_room(self.limbs.len(), other.limbs.len())];
        let signed = sub_signed(&mut buffer, self.big(), other.big()).expect("room");
        Self::take(buffer, signed)
    }

    pub fn mul(&self, other: &Self) -> Self {
        let (a, b) = (self.limbs.len(), other.limbs.len());
        let mut buffer = vec![7; mul_room(a, b)];
        let mut scratch = vec![7; mul_scratch(a, b)];
        let signed =
            mul_signed(&mut buffer, self.big(), other.big(), &mut scratch, &mut go).expect("room");
        Self::take(buffer, signed)
    }

    pub fn square(&self) -> Self {
        let len = self.limbs.len();
        let mut buffer = vec![7; mul_room(len, len)];
        let mut scratch = vec![7; mul_scratch(len, len)];
        let len = square(&mut buffer, &self.limbs, &mut scratch, &mut go).expect("room");
        Self::magnitude(buffer, len)
    }

    pub fn divmod(&self, other: &Self) -> Result<(Self, Self), BigError> {
        let (a, b) = (self.limbs.len(), other.limbs.len());
        let mut quot = vec![7; quot_room(a, b)];
        let mut work = vec![7; work_room(a, b)];
        let found = floor_divmod(Some(&mut quot), &mut work, self.big(), other.big(), &mut go)?;
        Ok((Self::take(quot, found.quot), Self::take(work, found.rem)))
    }
}

/// Numbers that like the edges of limbs, always the same ones.
pub struct Generator(pub u64);

impl Generator {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    pub fn magnitude(&mut self, len: usize) -> Owned {
        let style = self.below(4);
        let mut limbs: Vec<u32> = (0..len)
            .map(|_| match (style, self.below(6)) {
                (0, _) => self.next() as u32,
                (1, 0..=4) => u32::MAX,
                (2, 0..=4) => 0,
                (_, 0) => u32::MAX,
                (_, 1) => 0,
                (_, 2) => 1,
                (_, 3) => 0x8000_0000,
                _ => self.next() as u32,
            })
            .collect();
        if let Some(top) = limbs.last_mut() {
            *top = (*top).max(1);
        }
        Owned { negative: false, limbs }
    }

    pub fn number(&mut self, longest: u64) -> Owned {
        let len = self.below(longest + 1) as usize;
        let mut number = self.magnitude(len);
        number.negative = len > 0 && self.below(2) == 0;
        number
    }
}

/// A sink that grows.
#[derive(Default)]
pub struct Text(pub Vec<u8>);

impl Sink for Text {
    fn put(&mut self, bytes: &[u8]) -> Result<(), SinkFull> {
        self.0.extend_from_slice(bytes);
        Ok(())
    }
}

impl Text {
    pub fn of(fill: impl FnOnce(&mut Self) -> Result<(), SinkFull>) -> String {
        let mut text = Self::default();
        fill(&mut text).expect("room");
        String::from_utf8(text.0).expect("UTF-8")
    }
}

/// The rows of a table; each ends in a column that holds a full stop.
pub fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table
        .split('\n')
        .filter_map(|line| line.strip_suffix("\t."))
        .map(|line| line.split('\t').collect())
}

/// A float from the hexadecimal digits of its bits.
pub fn float(bits: &str) -> f64 {
    f64::from_bits(u64::from_str_radix(bits, 16).expect("bits"))
}

/// Bits of a float, the same for all NaNs.
pub fn bits(value: f64) -> String {
    let value = if value.is_nan() { f64::from_bits(0x7ff8 << 48) } else { value };
    format!("{:016x}", value.to_bits())
}
