//! Writing to the error stream. What cannot be written is lost: there is nowhere to say so.

use threadsnake_heap::{Value, kind};
use threadsnake_objects::cx::Cx;
use threadsnake_objects::str;
use threadsnake_platform::{Platform, Stream};

/// Decimal digits of a `u32`.
const DIGITS: usize = 10;

/// Writes bytes, behind a bar on each line when there is a margin.
fn write(platform: &mut dyn Platform, margin: u8, is_in_line: &mut bool, bytes: &[u8]) {
    if margin == 0 {
        let _ = platform.write(Stream::Err, bytes);
        return;
    }
    for line in bytes.split_inclusive(|&byte| byte == b'\n') {
        if !*is_in_line {
            for _ in 0..margin {
                let _ = platform.write(Stream::Err, b"  ");
            }
            let _ = platform.write(Stream::Err, b"| ");
        }
        let _ = platform.write(Stream::Err, line);
        *is_in_line = !line.ends_with(b"\n");
    }
}

/// The error stream.
pub struct Out<'c, 'p>(pub &'c mut Cx<'p>);

impl Out<'_, '_> {
    /// Writes text.
    pub fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    /// Writes bytes of UTF-8.
    pub fn bytes(&mut self, bytes: &[u8]) {
        let Cx { platform, margin, is_in_line, .. } = &mut *self.0;
        write(*platform, *margin, is_in_line, bytes);
    }

    /// Begins a line of a group's frame: blanks up to the margin, then text in place of its bar.
    pub fn frame(&mut self, text: &str) {
        for _ in 0..self.0.margin {
            let _ = self.0.platform.write(Stream::Err, b"  ");
        }
        let _ = self.0.platform.write(Stream::Err, text.as_bytes());
        self.0.is_in_line = !text.ends_with('\n');
    }

    /// Writes the text of a str.
    pub fn value(&mut self, value: Value) {
        let Some(text) = self.0.payload(value, kind::STR) else { return };
        let (from, len) = str::part(self.0, text);
        let Cx { platform, margin, is_in_line, heap, .. } = &mut *self.0;
        write(*platform, *margin, is_in_line, heap.space.bytes(from, len));
    }

    /// Writes a colon and the text of a str, or nothing when it is empty.
    pub fn message(&mut self, text: Value) {
        if text != threadsnake_objects::names::EMPTY {
            self.text(": ");
            self.value(text);
        }
    }

    /// Writes a number.
    pub fn number(&mut self, number: u32) {
        let mut digits = [b'0'; DIGITS];
        let mut rest = number;
        let mut used = 0;
        for digit in digits.iter_mut().rev() {
            if rest == 0 && used > 0 {
                break;
            }
            *digit = b'0' + (rest % 10) as u8;
            rest /= 10;
            used += 1;
        }
        self.bytes(digits.get(DIGITS - used..).unwrap_or(&[]));
    }

    /// Writes a character so many times.
    pub fn repeat(&mut self, text: &str, count: usize) {
        for _ in 0..count {
            self.text(text);
        }
    }
}
