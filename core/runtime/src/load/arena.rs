//! An image into the arena: its objects only, without what the machine has already.
//!
//! ```text
//!  image (scratch)  header | str "print" | str "total" | tuple | code ... | tables, start map
//!  arena            IMAGE block header   | str "total" | tuple | code ... |
//! ```
//!
//! Objects stand behind those they refer to, so where each one goes is known when it is needed. A name that
//! the machine knows is not copied; what refers to it refers to the machine's.
//!
//! Not here: checking the image (image/verify.rs), images outside the arena (load.rs).

use super::{LoadError, known, word};
use threadsnake_heap::WORD;
use threadsnake_image::layout::{self, code, header, info, kind};
use threadsnake_image::read::{Image, Object, Walk};
use threadsnake_image::{ErrorKind, ImageError};
use threadsnake_objects::cx::Cx;

/// Where the objects of an image go.
pub struct Plan<'s> {
    image: Image<'s>,
    /// By word number of an object's header: its reference, or its distance from the base in words with
    /// bit 0 set.
    places: &'s mut [u32],
    /// Words of all that is copied.
    pub words: u32,
}

fn broken() -> ImageError {
    ImageError::new(ErrorKind::Object, 0)
}

impl<'s> Plan<'s> {
    /// Decides where the objects go. `places` is scratch as long as the image.
    pub fn new(
        cx: &mut Cx,
        words: &'s [u32],
        places: &'s mut [u32],
    ) -> Result<Plan<'s>, LoadError> {
        let image = Image::new(words).ok_or(broken())?;
        let mut plan = Plan { image, places, words: 0 };
        let mut walk = Walk::default();
        while let Some(object) = walk.step(&image) {
            let place = match plan.known_name(cx, object) {
                Some(name) => name,
                None => plan.take(object),
            };
            *plan.places.get_mut(object.start as usize).ok_or(broken())? = place;
        }
        Ok(plan)
    }

    /// The machine's string for an object that is a name, if it has one.
    fn known_name(&self, cx: &mut Cx, object: Object) -> Option<u32> {
        let first = self.image.word(object.start)?;
        if object.kind != kind::STR || first & layout::STR_INTERNED == 0 {
            return None;
        }
        let text = self.image.bytes_at(object.start)?;
        let name = known(cx, text, self.image.word(object.start + 1)?, 0);
        (name != 0).then_some(name)
    }

    fn take(&mut self, object: Object) -> u32 {
        let at = self.words + object.start - object.constants;
        self.words += object.end - object.constants;
        at << 1 | 1
    }

    /// Copies the objects to where they go, `base` bytes from the heap's base.
    pub fn copy(&self, target: &mut [u32], base: u32) -> Result<(), ImageError> {
        let mut walk = Walk::default();
        let mut at = 0usize;
        while let Some(object) = walk.step(&self.image) {
            if !self.is_copied(object.start) {
                continue;
            }
            let words = self.image.words.get(object.constants as usize..object.end as usize);
            let words = words.ok_or(broken())?;
            let room = target.get_mut(at..at + words.len()).ok_or(broken())?;
            room.copy_from_slice(words);
            at += words.len();
            self.relocate(object, room, base)?;
        }
        Ok(())
    }

    fn is_copied(&self, start: u32) -> bool {
        self.places.get(start as usize).is_some_and(|place| place & 1 != 0)
    }

    /// The reference of the object that starts at a word.
    fn place(&self, start: u32, base: u32) -> Result<u32, ImageError> {
        match self.places.get(start as usize) {
            Some(place) if place & 1 != 0 => Ok(base.wrapping_add((place >> 1) * WORD)),
            Some(&place) => Ok(place),
            None => Err(broken()),
        }
    }

    /// Where a reference of the image leads now.
    pub fn reference(&self, value: u32, base: u32) -> Result<u32, ImageError> {
        if value & 3 != 0 || value == 0 { Ok(value) } else { self.place(value / WORD, base) }
    }

    fn relocate(&self, object: Object, room: &mut [u32], base: u32) -> Result<(), ImageError> {
        let header = object.start - object.constants;
        let end = object.end - object.constants;
        let shape = room.get((info::SHAPE >> 2) as usize).copied().unwrap_or(0);
        let mut change = |from: u32, to: u32| {
            let values = room.get_mut(from as usize..to as usize).ok_or(broken())?;
            values.iter_mut().try_for_each(|value| {
                *value = self.reference(*value, base)?;
                Ok(())
            })
        };
        match object.kind {
            kind::TUPLE => change(2, end),
            kind::CODE => {
                change(0, header)?;
                change(header + (code::NAME >> 2), header + (code::WORDS >> 2))
            }
            kind::RAW => {
                let count = (shape & (info::ALL ^ info::LINES)).count_ones();
                change(info::FIELDS >> 2, (info::FIELDS >> 2) + count)
            }
            _ => Ok(()),
        }
    }

    /// The references of the names that were copied.
    pub fn new_names(&self, base: u32) -> Result<impl Iterator<Item = u32>, ImageError> {
        let first = word(self.image.words, header::NAMES)? / WORD;
        let count = word(self.image.words, header::NAME_COUNT)?;
        let numbers = first..first.saturating_add(count);
        Ok(numbers.filter_map(move |number| {
            let start = self.image.word(number)? / WORD;
            self.is_copied(start).then(|| self.place(start, base).ok()).flatten()
        }))
    }

    /// The references of the main code and of the file's name.
    pub fn ends(&self, base: u32) -> Result<(u32, u32), ImageError> {
        let field = |number| self.reference(word(self.image.words, number)?, base);
        Ok((field(header::MAIN)?, field(header::FILE)?))
    }
}
