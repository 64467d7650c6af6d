//! Growing arrays of words in the bump arena, in pieces: nothing is copied when they grow.

use core::cell::Cell;

use bumpalo::Bump;
use threadsnake_image::error::Full;
use threadsnake_image::write::Buffer;

use crate::list::{List, OutOfMemory};

/// An array of words; a piece has `1 << shift` of them.
#[derive(Debug)]
pub struct Words<'a> {
    bump: &'a Bump,
    pieces: List<'a, &'a [Cell<u32>]>,
    len: u32,
    shift: u32,
}

impl<'a> Words<'a> {
    /// An empty one.
    #[must_use]
    pub fn new(bump: &'a Bump, shift: u32) -> Self {
        Words { bump, pieces: List::new(), len: 0, shift }
    }

    fn grow(&mut self) -> Result<(), OutOfMemory> {
        let piece = self.bump.try_alloc_slice_fill_with(1 << self.shift, |_| Cell::new(0));
        self.pieces.push(self.bump, piece.map_err(|_| OutOfMemory)?)
    }

    fn cell(&self, idx: u32) -> Option<&'a Cell<u32>> {
        let piece = self.pieces.get((idx >> self.shift) as usize)?;
        piece.get((idx & ((1 << self.shift) - 1)) as usize)
    }

    /// Copies as many words as both have.
    pub fn copy_to(&self, target: &mut [u32]) {
        for (idx, word) in (0..self.len).zip(target) {
            *word = self.get(idx);
        }
    }
}

impl Buffer for Words<'_> {
    fn len(&self) -> u32 {
        self.len
    }

    fn push(&mut self, word: u32) -> Result<(), Full> {
        if self.len as usize >> self.shift == self.pieces.len() {
            self.grow().map_err(|_| Full)?;
        }
        self.cell(self.len).ok_or(Full)?.set(word);
        self.len += 1;
        Ok(())
    }

    fn get(&self, idx: u32) -> u32 {
        self.cell(idx).map_or(0, Cell::get)
    }

    fn set(&mut self, idx: u32, word: u32) {
        if let Some(cell) = self.cell(idx) {
            cell.set(word);
        }
    }
}
