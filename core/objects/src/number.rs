//! Numbers as text and as hashes: everything about them that needs neither heap nor Python objects.
//!
//! Output goes to a [`Sink`], which may refuse; text is never collected here. Floats are formatted
//! and read without `core::fmt` and `core::num`, which would cost some 45 KB on a console.
//!
//! Not here: which object a value is, fetching arguments, raising (types and natives).

pub mod complex_text;
pub mod decimal;
pub mod float_parse;
pub mod float_text;
pub mod format_error;
pub mod format_number;
pub mod format_spec;
pub mod format_value;
pub mod hash;
pub mod int_text;
pub mod percent;

/// The sink has no room for more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SinkFull;

/// Where text goes. What was put before a refusal stays there; the caller throws it away.
pub trait Sink {
    /// Appends bytes, which are parts of UTF-8 text.
    fn put(&mut self, bytes: &[u8]) -> Result<(), SinkFull>;

    /// Appends one unit (a character, as UTF-8) `count` times.
    ///
    /// A sink that only counts should do this by multiplication: `count` may be huge.
    fn repeat(&mut self, unit: &[u8], count: usize) -> Result<(), SinkFull> {
        (0..count).try_for_each(|_| self.put(unit))
    }
}

/// A sink that counts bytes and characters, for finding the size of a string in advance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counter {
    /// Bytes put so far.
    pub bytes: usize,
    /// Characters put so far.
    pub chars: usize,
}

impl Sink for Counter {
    fn put(&mut self, bytes: &[u8]) -> Result<(), SinkFull> {
        self.bytes = self.bytes.checked_add(bytes.len()).ok_or(SinkFull)?;
        self.chars = self.chars.checked_add(count_chars(bytes)).ok_or(SinkFull)?;
        Ok(())
    }

    fn repeat(&mut self, unit: &[u8], count: usize) -> Result<(), SinkFull> {
        let bytes = unit.len().checked_mul(count).ok_or(SinkFull)?;
        let chars = count_chars(unit).checked_mul(count).ok_or(SinkFull)?;
        self.bytes = self.bytes.checked_add(bytes).ok_or(SinkFull)?;
        self.chars = self.chars.checked_add(chars).ok_or(SinkFull)?;
        Ok(())
    }
}

/// A sink over a slice.
#[derive(Debug)]
pub struct SliceSink<'a> {
    buffer: &'a mut [u8],
    len: usize,
}

impl<'a> SliceSink<'a> {
    /// An empty sink.
    pub fn new(buffer: &'a mut [u8]) -> Self {
        Self { buffer, len: 0 }
    }

    /// What was put.
    pub fn text(&self) -> &[u8] {
        self.buffer.get(..self.len).unwrap_or(&[])
    }
}

impl Sink for SliceSink<'_> {
    fn put(&mut self, bytes: &[u8]) -> Result<(), SinkFull> {
        let end = self.len.checked_add(bytes.len()).ok_or(SinkFull)?;
        self.buffer.get_mut(self.len..end).ok_or(SinkFull)?.copy_from_slice(bytes);
        self.len = end;
        Ok(())
    }
}

/// Characters of UTF-8 text: the bytes that continue none.
pub fn count_chars(text: &[u8]) -> usize {
    text.iter().filter(|&&byte| byte & 0xc0 != 0x80).count()
}

/// The character at the start of UTF-8 text and its length in bytes. Surrogates, which Python
/// allows alone, come out as their number.
pub fn first_char(text: &[u8]) -> Option<(u32, usize)> {
    let &lead = text.first()?;
    let (len, bits) = match lead {
        0..=0x7f => (1, 0x7f),
        0xe0..=0xef => (3, 0x0f),
        0xf0..=0xf7 => (4, 0x07),
        _ => (2, 0x1f),
    };
    let rest = text.get(1..len)?;
    let start = u32::from(lead & bits);
    Some((rest.iter().fold(start, |code, &byte| code << 6 | u32::from(byte & 0x3f)), len))
}

/// UTF-8 of a character, surrogates included; `None` above U+10FFFF.
pub fn encode_char(code: u32, buffer: &mut [u8; 4]) -> Option<&[u8]> {
    let low = |shift: u32| 0x80 | (code >> shift & 0x3f) as u8;
    let lead = |mark: u8, shift: u32| mark | (code >> shift & 0x3f) as u8;
    let len = match code {
        0..=0x7f => {
            *buffer = [(code & 0x7f) as u8, 0, 0, 0];
            1
        }
        0x80..=0x7ff => {
            *buffer = [lead(0xc0, 6), low(0), 0, 0];
            2
        }
        0x800..=0xffff => {
            *buffer = [lead(0xe0, 12), low(6), low(0), 0];
            3
        }
        0x1_0000..=0x10_ffff => {
            *buffer = [lead(0xf0, 18), low(12), low(6), low(0)];
            4
        }
        _ => return None,
    };
    buffer.get(..len)
}
