//! Reads an image where it lies. Every access is checked; a wrong image gives `None`, never a panic.
//!
//! Not here: proving that an image is right (verify.rs).

use crate::decode::{Word, bytes_of};
use crate::layout::{self, HEADER_WORDS, code, header, info, kind};
use crate::lines::{self, Location};

/// An image, linked or not.
#[derive(Clone, Copy, Debug)]
pub struct Image<'a> {
    /// All its words.
    pub words: &'a [u32],
    base: u32,
}

/// One object met by a walk.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Object {
    /// Word number of its header.
    pub start: u32,
    /// Word number behind its last word.
    pub end: u32,
    /// Its kind.
    pub kind: u8,
    /// Word number of its first constant; `start` for anything but code.
    pub constants: u32,
}

impl<'a> Image<'a> {
    /// An image over words that hold one; `None` when they are too few.
    #[must_use]
    pub fn new(words: &'a [u32]) -> Option<Image<'a>> {
        let base = *words.get(header::LINK_BASE as usize)?;
        if words.len() < HEADER_WORDS as usize { None } else { Some(Image { words, base }) }
    }

    /// A word by number.
    #[inline]
    #[must_use]
    pub fn word(&self, number: u32) -> Option<u32> {
        self.words.get(number as usize).copied()
    }

    /// Word number of an object of this image by reference; `None` for values and foreign references.
    #[must_use]
    pub fn locate(&self, reference: u32) -> Option<u32> {
        let offset = reference.checked_sub(self.base)?;
        let number = offset >> 2;
        let is_inside = number >= HEADER_WORDS && (number as usize) < self.words.len();
        (offset & 3 == 0 && is_inside).then_some(number)
    }

    /// The code that runs first.
    #[must_use]
    pub fn main(&self) -> Option<Code<'a>> {
        self.code(self.word(header::MAIN)?)
    }

    /// The code object of a reference.
    #[must_use]
    pub fn code(&self, reference: u32) -> Option<Code<'a>> {
        let start = self.locate(reference)?;
        (self.word(start)? as u8 == kind::CODE).then_some(Code { image: *self, start })
    }

    /// Number of code objects.
    #[must_use]
    pub fn code_count(&self) -> u32 {
        self.word(header::CODE_COUNT).unwrap_or(0)
    }

    /// Reference number `idx` of the code table, which is in ascending order.
    #[must_use]
    pub fn code_reference(&self, idx: u32) -> Option<u32> {
        let table = self.word(header::CODES)? >> 2;
        self.word(table.checked_add(idx)?)
    }

    /// The bytes of a string or bytes object.
    #[must_use]
    pub fn bytes(&self, reference: u32) -> Option<&'a [u8]> {
        self.bytes_at(self.locate(reference)?)
    }

    /// The text of a string.
    #[must_use]
    pub fn text(&self, reference: u32) -> Option<&'a str> {
        core::str::from_utf8(self.bytes(reference)?).ok()
    }

    /// The bytes of a string or bytes object by word number.
    #[must_use]
    pub fn bytes_at(&self, start: u32) -> Option<&'a [u8]> {
        let first = self.word(start)?;
        let len = self.word(start.checked_add(2)?)? as usize;
        let skip = match first as u8 {
            kind::STR | kind::FORWARD if first & layout::STR_ASCII == 0 => 4,
            kind::STR | kind::FORWARD | kind::BYTES => 3,
            _ => return None,
        };
        bytes_of(self.words.get(start as usize + skip..)?).get(..len)
    }

    /// The items of a tuple.
    #[must_use]
    pub fn tuple(&self, reference: u32) -> Option<&'a [u32]> {
        let start = self.locate(reference)?;
        if self.word(start)? as u8 != kind::TUPLE {
            return None;
        }
        let items = self.words.get(start as usize + 2..)?;
        items.get(..self.word(start + 1)? as usize)
    }

    /// Length in words of the object that starts at a word.
    #[must_use]
    pub fn object_words(&self, start: u32) -> Option<u32> {
        let first = self.word(start)?;
        let field = |number: u32| self.word(start.checked_add(number)?);
        let padded = |bytes: u32| bytes.div_ceil(4);
        Some(match first as u8 {
            kind::RAW => first >> layout::BLOCK_SIZE_SHIFT,
            kind::INT | kind::FLOAT => 3,
            kind::COMPLEX => 5,
            kind::BIGINT => (field(1)? >> 1).checked_add(2)?,
            kind::STR | kind::FORWARD => {
                padded(field(2)?) + if first & layout::STR_ASCII == 0 { 4 } else { 3 }
            }
            kind::BYTES => padded(field(2)?) + 3,
            kind::TUPLE => field(1)?.checked_add(2)?,
            kind::CODE => field(code::N_WORDS >> 2)?.checked_add(code::WORDS >> 2)?,
            _ => return None,
        })
    }
}

/// A walk over the objects of an image, in order. It borrows nothing between steps.
#[derive(Clone, Debug)]
pub struct Walk {
    /// Word number of what comes next.
    pub at: u32,
    code_idx: u32,
}

impl Default for Walk {
    fn default() -> Walk {
        Walk { at: HEADER_WORDS, code_idx: 0 }
    }
}

impl Walk {
    /// Code objects met so far.
    #[must_use]
    pub fn codes(&self) -> u32 {
        self.code_idx
    }

    /// The code whose constants start here: its header's word number.
    fn code_here(&self, image: &Image<'_>) -> Option<u32> {
        if self.code_idx >= image.code_count() {
            return None;
        }
        let start = image.locate(image.code_reference(self.code_idx)?)?;
        let sizes = image.word(start.checked_add(code::SIZES >> 2)?)?;
        (start.checked_sub(sizes >> 8 & 0xffff)? == self.at).then_some(start)
    }

    /// The next object; `None` at the code table and where something is wrong.
    pub fn step(&mut self, image: &Image<'_>) -> Option<Object> {
        let stop = image.word(header::CODES)? >> 2;
        if self.at >= stop {
            return None;
        }
        let constants = self.at;
        let code_start = self.code_here(image);
        let start = code_start.unwrap_or(constants);
        let kind = image.word(start)? as u8;
        if (kind == kind::CODE) != code_start.is_some() {
            return None;
        }
        let words = image.object_words(start)?;
        let end = start.checked_add(words)?;
        if words == 0 || end > stop {
            return None;
        }
        self.code_idx += u32::from(code_start.is_some());
        self.at = end;
        Some(Object { start, end, kind, constants })
    }
}

/// A code object.
#[derive(Clone, Copy, Debug)]
pub struct Code<'a> {
    image: Image<'a>,
    /// Word number of its header.
    pub start: u32,
}

impl<'a> Code<'a> {
    fn field(&self, byte: u32) -> u32 {
        self.image.word(self.start.wrapping_add(byte >> 2)).unwrap_or(0)
    }

    /// Registers of a frame.
    #[must_use]
    pub fn n_regs(&self) -> u32 {
        self.field(code::SIZES) & 0xff
    }

    /// Number of constants.
    #[must_use]
    pub fn n_consts(&self) -> u32 {
        self.field(code::SIZES) >> 8 & 0xffff
    }

    /// Flags.
    #[must_use]
    pub fn flags(&self) -> u8 {
        (self.field(code::SIZES) >> 24) as u8
    }

    /// Positional parameters, positional-only ones among them, keyword-only ones, captured variables.
    #[must_use]
    pub fn args(&self) -> [u8; 4] {
        let [free, kwonly, posonly, count] = self.field(code::ARGS).to_be_bytes();
        [count, posonly, kwonly, free]
    }

    /// Registers that hold parameters.
    #[must_use]
    pub fn param_count(&self) -> u32 {
        let [count, _, kwonly, _] = self.args();
        let flags = self.flags();
        let varargs = u32::from(flags & code::VARARGS != 0);
        u32::from(count) + u32::from(kwonly) + varargs + u32::from(flags & code::VARKW != 0)
    }

    /// Number of instruction words.
    #[must_use]
    pub fn n_words(&self) -> u32 {
        self.field(code::N_WORDS)
    }

    /// Its instruction words.
    #[must_use]
    pub fn words(&self) -> &'a [u32] {
        let first = self.start as usize + (code::WORDS >> 2) as usize;
        let rest = self.image.words.get(first..).unwrap_or(&[]);
        rest.get(..self.n_words() as usize).unwrap_or(&[])
    }

    /// An instruction word.
    #[must_use]
    pub fn word(&self, pc: u32) -> Option<Word> {
        self.words().get(pc as usize).copied().map(Word)
    }

    /// A constant.
    #[must_use]
    pub fn constant(&self, idx: u32) -> Option<u32> {
        if idx >= self.n_consts() {
            return None;
        }
        self.image.word(self.start.checked_sub(idx + 1)?)
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.image.text(self.field(code::NAME)).unwrap_or("?")
    }

    /// Its qualified name.
    #[must_use]
    pub fn qualname(&self) -> &'a str {
        self.image.text(self.field(code::QUALNAME)).unwrap_or("?")
    }

    /// Word number of its details, and their shape.
    fn details(&self) -> Option<(u32, u32)> {
        let start = self.image.locate(self.field(code::INFO))?;
        Some((start, self.image.word(start.checked_add(info::SHAPE >> 2)?)?))
    }

    /// A field of the details (`info`).
    #[must_use]
    pub fn info(&self, field: u32) -> Option<u32> {
        let (start, shape) = self.details()?;
        self.image.word(start.checked_add(info::place(shape, field)? >> 2)?)
    }

    /// Register of the list of locals beyond the registers.
    #[must_use]
    pub fn far(&self) -> Option<u32> {
        info::far(self.details()?.1)
    }

    /// Name of a register, if it is a local variable.
    #[must_use]
    pub fn register_name(&self, register: u32) -> Option<&'a str> {
        let names = self.image.tuple(self.info(info::VARNAMES)?)?;
        self.image.text(*names.get(register as usize)?)
    }

    /// The exception table: start, end, handler << 8 | register.
    #[must_use]
    pub fn handlers(&self) -> &'a [[u32; 3]] {
        let table = || {
            let (start, shape) = self.details()?;
            let first = start.checked_add(info::handlers(shape) >> 2)?;
            let (entries, _) = self.image.words.get(first as usize..)?.as_chunks::<3>();
            entries.get(..info::handler_count(shape) as usize)
        };
        table().unwrap_or(&[])
    }

    /// The bytes of the line table.
    #[must_use]
    pub fn line_table(&self) -> &'a [u8] {
        let table = || {
            let behind = self.info(info::LINES)? & 3;
            let (start, shape) = self.details()?;
            let first = start.checked_add(info::lines(shape) >> 2)?;
            let end = start.checked_add(self.image.object_words(start)?)?;
            let bytes = bytes_of(self.image.words.get(first as usize..end as usize)?);
            bytes.get(..bytes.len().checked_sub(behind as usize)?)
        };
        table().unwrap_or(&[])
    }

    /// Line of the definition.
    #[must_use]
    pub fn first_line(&self) -> u32 {
        self.info(info::LINES).map_or(0, |word| word >> 2)
    }

    /// Where an instruction comes from.
    #[must_use]
    pub fn location(&self, pc: u32) -> Option<Location> {
        lines::find(self.line_table(), self.first_line(), pc)
    }
}
