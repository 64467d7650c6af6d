//! 64-bit integers as text.
//!
//! Not here: big integers (bigint/print.rs), signs and prefixes of formats (format_number.rs).

use super::{Sink, SinkFull};
use crate::bigint::print::digit_text;

/// Bytes of the longest text: 64 binary digits and a sign.
pub const INT_TEXT_BYTES: usize = 65;

/// A buffer that holds the text of one integer at its end.
#[derive(Debug)]
pub struct IntBuffer {
    bytes: [u8; INT_TEXT_BYTES],
    start: usize,
}

impl Default for IntBuffer {
    fn default() -> Self {
        Self::new()
    }
}

impl IntBuffer {
    /// An empty buffer.
    pub const fn new() -> Self {
        Self { bytes: [0; INT_TEXT_BYTES], start: INT_TEXT_BYTES }
    }

    /// Decimal text with a sign if negative.
    pub fn decimal(&mut self, value: i64) -> &[u8] {
        self.digits(value.unsigned_abs(), 10);
        if value < 0 {
            self.push(b'-');
        }
        self.text()
    }

    /// The digits of a magnitude in a base from 2 to 36, small letters.
    pub fn digits(&mut self, magnitude: u64, radix: u32) -> &[u8] {
        self.start = INT_TEXT_BYTES;
        if radix == 10 {
            self.push_decimal(magnitude);
        } else {
            self.push_digits(magnitude, radix);
        }
        self.text()
    }

    fn text(&self) -> &[u8] {
        self.bytes.get(self.start..).unwrap_or(&[])
    }

    /// The text again, for a caller that changes it.
    pub fn text_mut(&mut self) -> &mut [u8] {
        self.bytes.get_mut(self.start..).unwrap_or(&mut [])
    }

    #[inline]
    fn push(&mut self, byte: u8) {
        let start = self.start.saturating_sub(1);
        if let Some(place) = self.bytes.get_mut(start) {
            *place = byte;
            self.start = start;
        }
    }

    /// Decimal digits from the lowest; 64-bit divisions, slow on 32-bit machines, only while needed.
    fn push_decimal(&mut self, magnitude: u64) {
        const GROUP: u64 = 1_000_000_000;
        let mut rest = magnitude;
        while rest >= GROUP {
            let mut group = (rest % GROUP) as u32;
            rest /= GROUP;
            for _ in 0..9 {
                self.push(b'0' + (group % 10) as u8);
                group /= 10;
            }
        }
        let mut group = (rest % GROUP) as u32;
        loop {
            self.push(b'0' + (group % 10) as u8);
            group /= 10;
            if group == 0 {
                return;
            }
        }
    }

    /// Digits of any base from the lowest.
    fn push_digits(&mut self, magnitude: u64, radix: u32) {
        let radix = u64::from(radix.clamp(2, 36));
        let mut rest = magnitude;
        loop {
            self.push(digit_text((rest % radix) as u32));
            rest /= radix;
            if rest == 0 {
                return;
            }
        }
    }
}

/// Puts the decimal text of an integer.
pub fn put_i64(sink: &mut dyn Sink, value: i64) -> Result<(), SinkFull> {
    sink.put(IntBuffer::new().decimal(value))
}
