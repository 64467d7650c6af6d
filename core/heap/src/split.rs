//! Several parts of the heap at once: some to write, others to read.
//!
//! An algorithm on slices (big integers, case mapping, repetition) reads operands and writes a result
//! that all lie in the one space. Here the borrow checker is told so, after checking that no written part
//! touches another.
//!
//! Not here: single fields (arena.rs).
#![allow(unsafe_code)]

use crate::arena::{Space, WORD};

/// Offset in bytes and length, in bytes or words as the function says.
pub type Part = (u32, u32);
/// Slices to write and slices to read.
pub type Slices<'a, T, const W: usize, const R: usize> = ([&'a mut [T]; W], [&'a [T]; R]);

/// Do two parts, lengths in units of `unit` bytes, share a byte?
fn touch(a: Part, b: Part, unit: u32) -> bool {
    let end = |part: Part| u64::from(part.0) + u64::from(part.1) * u64::from(unit);
    a.1 > 0 && b.1 > 0 && u64::from(a.0) < end(b) && u64::from(b.0) < end(a)
}

/// Does any of the written parts touch another part?
fn clash(written: &[Part], read: &[Part], unit: u32) -> bool {
    written.iter().enumerate().any(|(index, &part)| {
        let later = written.get(index + 1..).unwrap_or(&[]);
        later.iter().chain(read).any(|&other| touch(part, other, unit))
    })
}

impl Space {
    /// Words to write and words to read, none of the written touching another part.
    ///
    /// `None` when they do touch, or when a written part lies outside the arena.
    #[inline]
    pub fn split_words<const W: usize, const R: usize>(
        &mut self,
        written: [Part; W],
        read: [Part; R],
    ) -> Option<Slices<'_, u32, W, R>> {
        if clash(&written, &read, WORD) || !self.holds(&written, WORD) {
            return None;
        }
        // SAFETY: H4, H5; no written part touches another (checked above), `self` is borrowed for all.
        let to_write = written.map(|(offset, count)| unsafe {
            core::slice::from_raw_parts_mut(self.address(offset & !3).cast::<u32>(), count as usize)
        });
        // SAFETY: the same.
        let to_read = read.map(|(offset, count)| unsafe {
            core::slice::from_raw_parts(self.address(offset & !3).cast::<u32>(), count as usize)
        });
        Some((to_write, to_read))
    }

    /// Bytes to write and bytes to read, none of the written touching another part.
    ///
    /// `None` when they do touch, or when a written part lies outside the arena.
    #[inline]
    pub fn split_bytes<const W: usize, const R: usize>(
        &mut self,
        written: [Part; W],
        read: [Part; R],
    ) -> Option<Slices<'_, u8, W, R>> {
        if clash(&written, &read, 1) || !self.holds(&written, 1) {
            return None;
        }
        // SAFETY: H4, H5; no written part touches another (checked above), `self` is borrowed for all.
        let to_write = written.map(|(offset, len)| unsafe {
            core::slice::from_raw_parts_mut(self.address(offset), len as usize)
        });
        // SAFETY: the same.
        let to_read = read.map(|(offset, len)| unsafe {
            core::slice::from_raw_parts(self.address(offset), len as usize)
        });
        Some((to_write, to_read))
    }

    /// Do these parts lie in the arena?
    fn holds(&self, parts: &[Part], unit: u32) -> bool {
        parts.iter().all(|&(offset, count)| {
            let end = u64::from(offset) + u64::from(count) * u64::from(unit);
            count == 0 || offset >= self.start && end <= u64::from(self.end)
        })
    }
}

impl Space {
    /// Bytes and words to write, words to read: for printing a number.
    ///
    /// `None` when they touch, or when a written part lies outside the arena.
    pub fn split_mixed(
        &mut self,
        bytes: Part,
        words: Part,
        read: Part,
    ) -> Option<(&mut [u8], &mut [u32], &[u32])> {
        let as_bytes = |part: Part| (part.0, part.1.saturating_mul(WORD));
        if clash(&[bytes, as_bytes(words)], &[as_bytes(read)], 1)
            || !self.holds(&[bytes, as_bytes(words)], 1)
        {
            return None;
        }
        // SAFETY: H4, H5; no written part touches another (checked above), `self` is borrowed for all.
        let bytes =
            unsafe { core::slice::from_raw_parts_mut(self.address(bytes.0), bytes.1 as usize) };
        // SAFETY: the same.
        let words = unsafe {
            core::slice::from_raw_parts_mut(
                self.address(words.0 & !3).cast::<u32>(),
                words.1 as usize,
            )
        };
        // SAFETY: the same.
        let read = unsafe {
            core::slice::from_raw_parts(self.address(read.0 & !3).cast::<u32>(), read.1 as usize)
        };
        Some((bytes, words, read))
    }

    /// Words to write and bytes to read: for reading a number.
    ///
    /// `None` when they touch, or when the words lie outside the arena.
    pub fn split_words_bytes(&mut self, words: Part, bytes: Part) -> Option<(&mut [u32], &[u8])> {
        let as_bytes = (words.0, words.1.saturating_mul(WORD));
        if clash(&[as_bytes], &[bytes], 1) || !self.holds(&[as_bytes], 1) {
            return None;
        }
        // SAFETY: H4, H5; the parts do not touch (checked above), `self` is borrowed for both.
        let words = unsafe {
            core::slice::from_raw_parts_mut(
                self.address(words.0 & !3).cast::<u32>(),
                words.1 as usize,
            )
        };
        // SAFETY: the same.
        let bytes = unsafe { core::slice::from_raw_parts(self.address(bytes.0), bytes.1 as usize) };
        Some((words, bytes))
    }
}
