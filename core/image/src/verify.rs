//! Proves that an image is what the machine relies on. Runs once, before linking, and takes no memory.
//!
//! V1  Everything lies inside; objects fill the space between header and tables without gaps.
//! V2  The start map has exactly the starts of objects, so a reference to a set bit is one to an object.
//! V3  References in tuples and constants go backwards: there are no cycles.
//! V4  Strings are UTF-8 with the right hash, length and flags; a name is in the names table, once.
//! V5  Registers and runs of registers are inside the frame; constants are there and of the right kind.
//! V6  Jumps and handlers lead to instructions, tests are followed by jumps, operand words stay with
//!     their instruction, and nothing runs off the end. Returns release all variables that registers hold.
//! V7  What jumps back is a `Loop`, where the budget is tested: nothing runs for ever unnoticed.
//!
//! What is not proved, and checked by the machine when it runs: that a register holds a cell, a list or an
//! iteration's state where an instruction expects one, and how many variables a function captures.
//!
//! Not here: one code object (verify/code.rs).

use crate::decode::bytes_of;
use crate::error::{ErrorKind, ImageError};
use crate::layout::{
    self, FNV_OFFSET, FORMAT_VERSION, HEADER_WORDS, IMMORTAL, KNOWN_FEATURES, MAGIC, STR_ASCII,
    STR_INTERNED, checksum_step, header, info, kind, value,
};
use crate::read::{Image, Object, Walk};

mod code;

type Checked<T = ()> = Result<T, ImageError>;

/// Bits of the start map in one word.
const MAP_BITS: u32 = 32;

/// Sets of kinds, as bits.
mod set {
    use crate::layout::kind;

    pub const STR: u64 = 1 << kind::STR;
    pub const CODE: u64 = 1 << kind::CODE;
    pub const TUPLE: u64 = 1 << kind::TUPLE;
    pub const INFO: u64 = 1 << kind::RAW;
    pub const NUMBER: u64 =
        1 << kind::INT | 1 << kind::BIGINT | 1 << kind::FLOAT | 1 << kind::COMPLEX;
    pub const CONSTANT: u64 = NUMBER | STR | TUPLE | 1 << kind::BYTES;
    /// Small ints.
    pub const SMALL: u64 = 1 << 63;
    /// `None`
    pub const NONE: u64 = 1 << 62;
    /// Other immediates.
    pub const IMMEDIATE: u64 = 1 << 61;
    /// Anything a script may see.
    pub const VALUE: u64 = CONSTANT | SMALL | NONE | IMMEDIATE;
    /// An int, float or complex.
    pub const ANY_NUMBER: u64 = NUMBER | SMALL;
}

/// Checks an image that comes from outside.
///
/// # Errors
/// The first thing that is wrong.
pub fn verify(words: &[u32]) -> Checked {
    check_header(words)?;
    let image = Image::new(words).ok_or(error(ErrorKind::NotAnImage, 0))?;
    let verifier = Verifier { image };
    verifier.tables()?;
    verifier.objects()?;
    verifier.names()?;
    verifier.references()
}

fn error(kind: ErrorKind, number: u32) -> ImageError {
    ImageError::new(kind, number.wrapping_mul(4))
}

fn check_header(words: &[u32]) -> Checked {
    let field = |number: u32| words.get(number as usize).copied().unwrap_or(0);
    let fail = |kind, number| Err(error(kind, number));
    match field(header::MAGIC) {
        MAGIC if words.len() >= HEADER_WORDS as usize => {}
        found if found == MAGIC.swap_bytes() => return fail(ErrorKind::OtherByteOrder, 0),
        _ => return fail(ErrorKind::NotAnImage, 0),
    }
    let version = field(header::VERSION);
    if version != FORMAT_VERSION {
        return fail(ErrorKind::Version(version), header::VERSION);
    }
    let unknown = field(header::FEATURES) & !KNOWN_FEATURES;
    if unknown != 0 {
        return fail(ErrorKind::Features(unknown), header::FEATURES);
    }
    if field(header::TOTAL_WORDS) as usize != words.len() {
        return fail(ErrorKind::Length, header::TOTAL_WORDS);
    }
    if field(header::LINK_BASE) != 0 {
        return fail(ErrorKind::Linked, header::LINK_BASE);
    }
    if (header::START_MAP + 1..HEADER_WORDS).any(|number| field(number) != 0) {
        return fail(ErrorKind::NotAnImage, header::START_MAP + 1);
    }
    let content = words.get(HEADER_WORDS as usize..).unwrap_or(&[]);
    let checksum = content.iter().fold(FNV_OFFSET, |sum, &word| checksum_step(sum, word));
    if checksum != field(header::CHECKSUM) {
        return fail(ErrorKind::Checksum, header::CHECKSUM);
    }
    Ok(())
}

struct Verifier<'a> {
    image: Image<'a>,
}

impl Verifier<'_> {
    fn word(&self, number: u32) -> Checked<u32> {
        self.image.word(number).ok_or(error(ErrorKind::Bounds, number))
    }

    /// The tables lie one behind the other and end the image.
    fn tables(&self) -> Checked {
        let codes = self.word(header::CODES)?;
        let names = self.word(header::NAMES)?;
        let map = self.word(header::START_MAP)?;
        let total = self.image.words.len() as u32;
        let behind = |at: u32, count: u32| count.checked_mul(4).and_then(|len| at.checked_add(len));
        let n_map = (codes >> 2).div_ceil(MAP_BITS);
        let fits = codes & 3 == 0
            && codes >> 2 >= HEADER_WORDS
            && behind(codes, self.word(header::CODE_COUNT)?) == Some(names)
            && behind(names, self.word(header::NAME_COUNT)?) == Some(map)
            && behind(0, total).is_some_and(|end| behind(map, n_map) == Some(end));
        if fits { Ok(()) } else { Err(error(ErrorKind::Bounds, header::CODES)) }
    }

    /// V1, V2 and the inside of every object.
    fn objects(&self) -> Checked {
        let mut walk = Walk::default();
        let (mut count, mut names) = (0u32, 0u32);
        while let Some(object) = walk.step(&self.image) {
            if !self.is_start(object.start) {
                return Err(error(ErrorKind::StartMap, object.start));
            }
            names += u32::from(self.object(object)?);
            count += 1;
        }
        if walk.at != self.word(header::CODES)? >> 2 || walk.codes() != self.image.code_count() {
            return Err(error(ErrorKind::Object, walk.at));
        }
        let map = self.word(header::START_MAP)? >> 2;
        let bits = self.image.words.get(map as usize..).unwrap_or(&[]);
        if bits.iter().map(|word| word.count_ones()).sum::<u32>() != count {
            return Err(error(ErrorKind::StartMap, map));
        }
        if names != self.word(header::NAME_COUNT)? {
            return Err(error(ErrorKind::Names, header::NAME_COUNT));
        }
        Ok(())
    }

    fn is_start(&self, number: u32) -> bool {
        let map = self.image.word(header::START_MAP).unwrap_or(0) >> 2;
        let word = self.image.word(map.saturating_add(number / MAP_BITS)).unwrap_or(0);
        word >> (number % MAP_BITS) & 1 != 0
    }

    /// One object; says whether it is a name.
    fn object(&self, object: Object) -> Checked<bool> {
        let first = self.word(object.start)?;
        let field = |number: u32| self.image.word(object.start + number).unwrap_or(0);
        let is_well_formed = match object.kind {
            kind::STR => return self.text(object, first),
            kind::RAW => object.end - object.start >= info::FIELDS >> 2,
            _ if first != IMMORTAL | u32::from(object.kind) => false,
            kind::BYTES => field(1) == 0 && self.is_padded(object, 3),
            kind::INT => !is_small(field(1), field(2)),
            kind::BIGINT => self.is_big(object),
            kind::FLOAT | kind::COMPLEX | kind::TUPLE | kind::CODE => true,
            _ => false,
        };
        if is_well_formed { Ok(false) } else { Err(error(ErrorKind::Object, object.start)) }
    }

    /// Are the bytes behind the text 0?
    fn is_padded(&self, object: Object, skip: u32) -> bool {
        let bytes = bytes_of(self.slice(object.start + skip, object.end));
        let len = self.image.word(object.start + 2).unwrap_or(0) as usize;
        bytes.get(len..).is_some_and(|rest| rest.iter().all(|&byte| byte == 0))
    }

    fn slice(&self, start: u32, end: u32) -> &[u32] {
        self.image.words.get(start as usize..end as usize).unwrap_or(&[])
    }

    /// V4
    fn text(&self, object: Object, first: u32) -> Checked<bool> {
        let fail = Err(error(ErrorKind::Text, object.start));
        if first & !(STR_ASCII | STR_INTERNED) != IMMORTAL | u32::from(kind::STR) {
            return fail;
        }
        let Some(bytes) = self.image.bytes_at(object.start) else { return fail };
        let Ok(text) = core::str::from_utf8(bytes) else { return fail };
        let is_ascii = first & STR_ASCII != 0;
        let skip = if is_ascii { 3 } else { 4 };
        let counts = is_ascii || self.word(object.start + 3)? as usize == text.chars().count();
        let hashes = self.word(object.start + 1)? == layout::hash(bytes);
        if text.is_ascii() != is_ascii || !counts || !hashes || !self.is_padded(object, skip) {
            return fail;
        }
        Ok(first & STR_INTERNED != 0)
    }

    /// Is it beyond 64 bits, without leading zeros?
    fn is_big(&self, object: Object) -> bool {
        let limbs = self.slice(object.start + 2, object.end);
        let is_negative = self.image.word(object.start + 1).unwrap_or(0) & 1 != 0;
        match limbs {
            [.., 0] | [] | [_] => false,
            [low, high] => {
                let magnitude = u64::from(*high) << 32 | u64::from(*low);
                magnitude > i64::MAX as u64 + u64::from(is_negative)
            }
            _ => true,
        }
    }

    /// The names table has every name once: entries ascend, and there are as many as names.
    fn names(&self) -> Checked {
        let table = self.word(header::NAMES)? >> 2;
        let mut last = 0;
        for idx in 0..self.word(header::NAME_COUNT)? {
            let reference = self.word(table + idx)?;
            self.name(reference, table + idx)?;
            if reference <= last {
                return Err(error(ErrorKind::Names, table + idx));
            }
            last = reference;
        }
        Ok(())
    }

    /// V2: a value of one of the kinds; `at` is where it was found.
    fn value(&self, word: u32, kinds: u64, at: u32) -> Checked {
        let found = match word {
            value::NONE => set::NONE,
            value::FALSE | value::TRUE | value::NOT_IMPLEMENTED | value::ELLIPSIS => set::IMMEDIATE,
            _ if word & 1 != 0 => set::SMALL,
            _ => match self.image.locate(word) {
                Some(number) if self.is_start(number) => 1 << (self.word(number)? as u8 & 63),
                _ => 0,
            },
        };
        if found & kinds != 0 { Ok(()) } else { Err(error(ErrorKind::Reference, at)) }
    }

    /// The same, for what must lie before `limit` (V3).
    fn earlier(&self, word: u32, kinds: u64, limit: u32, at: u32) -> Checked {
        self.value(word, kinds, at)?;
        let is_later = word & 3 == 0 && word >> 2 >= limit;
        if is_later { Err(error(ErrorKind::Reference, at)) } else { Ok(()) }
    }

    fn name(&self, word: u32, at: u32) -> Checked {
        self.value(word, set::STR, at)?;
        let first = self.word(word >> 2)?;
        if first & STR_INTERNED != 0 { Ok(()) } else { Err(error(ErrorKind::Names, at)) }
    }

    /// A tuple of names or, where allowed, None.
    fn name_tuple(&self, word: u32, at: u32, may_be_none: bool) -> Checked<u32> {
        self.value(word, set::TUPLE, at)?;
        let items = self.image.tuple(word).unwrap_or(&[]);
        for &item in items {
            if !(may_be_none && item == value::NONE) {
                self.name(item, at)?;
            }
        }
        Ok(items.len() as u32)
    }

    /// What objects, tables and header refer to.
    fn references(&self) -> Checked {
        self.value(self.word(header::MAIN)?, set::CODE, header::MAIN)?;
        self.value(self.word(header::FILE)?, set::STR, header::FILE)?;
        let mut walk = Walk::default();
        while let Some(object) = walk.step(&self.image) {
            match object.kind {
                kind::TUPLE => {
                    for at in object.start + 2..object.end {
                        self.earlier(self.word(at)?, set::VALUE, object.start, at)?;
                    }
                }
                kind::RAW => self.info(object)?,
                kind::CODE => self.code(object)?,
                _ => {}
            }
        }
        Ok(())
    }

    /// The details of a code object, as far as they stand alone.
    fn info(&self, object: Object) -> Checked {
        let start = object.start;
        let shape = self.word(start + (info::SHAPE >> 2))?;
        let bytes = (object.end - start) * 4;
        let behind_lines = match info::place(shape, info::LINES) {
            Some(_) if info::lines(shape) > bytes => None,
            Some(place) => Some(self.word(start + (place >> 2))? & 3),
            None => (info::lines(shape) == bytes).then_some(0),
        };
        if behind_lines.is_none_or(|behind| behind > bytes - info::lines(shape)) {
            return Err(error(ErrorKind::Object, start));
        }
        for field in info::REFERENCES {
            let Some(place) = info::place(shape, field) else { continue };
            let word = self.word(start + (place >> 2))?;
            match field {
                info::DOC | info::FILENAME => self.value(word, set::STR, start)?,
                _ => self.name_tuple(word, start, field == info::CELLS).map(|_| ())?,
            }
        }
        Ok(())
    }
}

/// Would the int fit a value word? Such ints are never objects.
fn is_small(first: u32, second: u32) -> bool {
    let (high, low) = if cfg!(target_endian = "big") { (first, second) } else { (second, first) };
    let int = (u64::from(high) << 32 | u64::from(low)) as i64;
    layout::small_int(int).is_some()
}
