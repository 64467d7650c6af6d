//! One line of a source file, read through the platform into a fixed buffer.
//!
//! Not here: what is shown of it (traceback.rs).

use threadsnake_heap::{Value, kind};
use threadsnake_objects::cx::Cx;
use threadsnake_objects::str;

/// Longest line shown, in bytes; a longer one is cut.
const LINE_BYTES: usize = 400;

/// A source line.
pub struct Line {
    bytes: [u8; LINE_BYTES],
    len: usize,
    is_cut: bool,
}

impl Line {
    /// Its bytes, without the line end.
    pub fn text(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or(&[])
    }

    /// Was it too long?
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    fn push(&mut self, byte: u8) {
        match self.bytes.get_mut(self.len) {
            Some(place) => {
                *place = byte;
                self.len += 1;
            }
            None => self.is_cut = true,
        }
    }
}

/// Reads line `number` (from 1) of a file.
pub fn read(cx: &mut Cx, file: Value, number: u32) -> Option<Line> {
    let object = cx.as_kind(file, kind::STR)?;
    let mut line = Line { bytes: [0; LINE_BYTES], len: 0, is_cut: false };
    let mut at = 1;
    let mut found = false;
    let (from, len) = str::part(cx, object);
    let path = cx.heap.space.bytes(from, len);
    if path.first() == Some(&b'<') {
        return None;
    }
    let result = cx.platform.read_file(path, &mut |piece| {
        for &byte in piece {
            if at > number {
                return false;
            }
            if byte == b'\n' {
                at += 1;
            } else if at == number {
                found = true;
                line.push(byte);
            }
        }
        at <= number
    });
    // Having stopped early is no failure.
    let _ = result;
    found.then_some(line)
}
