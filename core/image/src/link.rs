//! Makes references absolute and names unique, in place.
//!
//! Every reference gets the base added; every name that the machine has already is replaced by the
//! machine's. While that goes on, a replaced name's header says `FORWARD` and its hash word holds the
//! replacement.
//!
//! Not here: checking (verify.rs, which comes first), the machine's table of names.

use crate::error::{ErrorKind, ImageError};
use crate::layout::{self, HEADER_WORDS, code, header, info, kind};
use crate::read::{Image, Object, Walk};

/// Links an image that the verifier has accepted. `base` is the byte offset of its first word from the
/// heap's base. `resolve(text, hash, own)` gives the reference to use for a name: `own` when it is new.
///
/// # Errors
/// What `resolve` returns; the image is unusable then.
pub fn link<E: From<ImageError>>(
    words: &mut [u32],
    base: u32,
    mut resolve: impl FnMut(&[u8], u32, u32) -> Result<u32, E>,
) -> Result<(), E> {
    let mut linker = Linker { words, base };
    let is_linked = linker.get(header::LINK_BASE)? != 0;
    if is_linked {
        return Err(ImageError::new(ErrorKind::Linked, header::LINK_BASE * 4).into());
    }
    linker.names(&mut resolve)?;
    linker.objects()?;
    linker.tables()?;
    linker.restore()?;
    linker.set(header::LINK_BASE, base)?;
    Ok(())
}

struct Linker<'w> {
    words: &'w mut [u32],
    base: u32,
}

fn outside(number: u32) -> ImageError {
    ImageError::new(ErrorKind::Bounds, number.wrapping_mul(4))
}

impl Linker<'_> {
    fn get(&self, number: u32) -> Result<u32, ImageError> {
        self.words.get(number as usize).copied().ok_or(outside(number))
    }

    fn set(&mut self, number: u32, word: u32) -> Result<(), ImageError> {
        *self.words.get_mut(number as usize).ok_or(outside(number))? = word;
        Ok(())
    }

    fn image(&self) -> Result<Image<'_>, ImageError> {
        Image::new(self.words).ok_or(outside(0))
    }

    /// Asks for the canonical string of every name and marks those that are replaced.
    fn names<E: From<ImageError>>(
        &mut self,
        resolve: &mut impl FnMut(&[u8], u32, u32) -> Result<u32, E>,
    ) -> Result<(), E> {
        let table = self.get(header::NAMES)? >> 2;
        for idx in 0..self.get(header::NAME_COUNT)? {
            let start = self.get(table.wrapping_add(idx))? >> 2;
            let own = (start << 2).wrapping_add(self.base);
            let hash = self.get(start.wrapping_add(1))?;
            let text = self.image()?.bytes_at(start).ok_or(outside(start))?;
            let canonical = resolve(text, hash, own)?;
            if canonical != own {
                let first = self.get(start)?;
                self.set(start, first & !0xff | u32::from(kind::FORWARD))?;
                self.set(start + 1, canonical)?;
            }
        }
        Ok(())
    }

    /// Replaces the value in a word, if it is a reference.
    fn relocate(&mut self, number: u32) -> Result<(), ImageError> {
        let value = self.get(number)?;
        if value & 3 != 0 || value == 0 {
            return Ok(());
        }
        let target = value >> 2;
        let is_forward = self.get(target)? as u8 == kind::FORWARD;
        let moved = if is_forward { self.get(target + 1)? } else { value.wrapping_add(self.base) };
        self.set(number, moved)
    }

    fn relocate_all(&mut self, numbers: core::ops::Range<u32>) -> Result<(), ImageError> {
        numbers.into_iter().try_for_each(|number| self.relocate(number))
    }

    /// The code table, which the walk follows, is changed afterwards.
    fn objects(&mut self) -> Result<(), ImageError> {
        let mut walk = Walk::default();
        loop {
            let step = walk.step(&self.image()?);
            let Some(object) = step else { return Ok(()) };
            self.object(object)?;
        }
    }

    fn object(&mut self, object: Object) -> Result<(), ImageError> {
        let Object { start, end, constants, .. } = object;
        match object.kind {
            kind::TUPLE => self.relocate_all(start + 2..end),
            kind::CODE => {
                self.relocate_all(constants..start)?;
                self.relocate_all(start + (code::NAME >> 2)..start + (code::WORDS >> 2))
            }
            kind::RAW => {
                let shape = self.get(start + (info::SHAPE >> 2))?;
                let count = (shape & (info::ALL ^ info::LINES)).count_ones();
                let first = start + (info::FIELDS >> 2);
                self.relocate_all(first..first + count)
            }
            _ => Ok(()),
        }
    }

    /// Tables and header fields that hold references.
    fn tables(&mut self) -> Result<(), ImageError> {
        let codes = self.get(header::CODES)? >> 2;
        let names = self.get(header::NAMES)? >> 2;
        // Names come last: the two tables lie side by side and the marks are needed until here.
        self.relocate_all(codes..codes.wrapping_add(self.get(header::CODE_COUNT)?))?;
        self.relocate_all(names..names.wrapping_add(self.get(header::NAME_COUNT)?))?;
        self.relocate(header::MAIN)?;
        self.relocate(header::FILE)
    }

    /// Makes replaced names ordinary strings again, for whoever walks the image later.
    fn restore(&mut self) -> Result<(), ImageError> {
        let stop = self.get(header::CODES)? >> 2;
        let map = self.get(header::START_MAP)? >> 2;
        for number in HEADER_WORDS..stop {
            let bits = self.get(map.wrapping_add(number >> 5)).unwrap_or(0);
            if bits & 1 << (number & 31) == 0 || self.get(number)? as u8 != kind::FORWARD {
                continue;
            }
            let hash = self.image()?.bytes_at(number).map_or(1, layout::hash);
            let first = self.get(number)?;
            self.set(number, first & !0xff | u32::from(kind::STR))?;
            self.set(number + 1, hash)?;
        }
        Ok(())
    }
}
