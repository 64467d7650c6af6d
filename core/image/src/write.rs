//! Builds an image object by object, for either byte order.
//!
//! Objects go into the caller's buffer as they are made; references are byte offsets from the image's
//! start. Whoever calls keeps track of what exists already: nothing is shared here.
//!
//! Not here: what is in a program (the compiler).

use crate::decode::bytes_of;
use crate::error::Full;
use crate::layout::{
    self, BLOCK_SIZE_SHIFT, FNV_OFFSET, FORMAT_VERSION, HEADER_WORDS, IMMORTAL, MAGIC, STR_ASCII,
    STR_INTERNED, checksum_step, code, header, info, kind,
};

/// A growing array of words that belongs to the caller.
pub trait Buffer {
    /// Words in it.
    fn len(&self) -> u32;
    /// Is there none?
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// Adds one at the end.
    ///
    /// # Errors
    /// When there is no room.
    fn push(&mut self, word: u32) -> Result<(), Full>;
    /// The word at an index below `len`; 0 beyond.
    fn get(&self, idx: u32) -> u32;
    /// Replaces the word at an index below `len`.
    fn set(&mut self, idx: u32, word: u32);
}

/// Byte order of the machine that will run the image.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Endian {
    /// Least significant byte first.
    Little,
    /// Most significant byte first.
    Big,
}

impl Endian {
    /// That of this machine.
    pub const HOST: Endian = if cfg!(target_endian = "big") { Endian::Big } else { Endian::Little };
}

/// Everything about a code object.
#[derive(Clone, Copy, Debug)]
pub struct CodeParts<'p> {
    /// Registers, at most 128.
    pub n_regs: u8,
    /// `code::VARARGS` and others.
    pub flags: u8,
    /// Positional parameters.
    pub arg_count: u8,
    /// Positional-only ones among them.
    pub positional_only: u8,
    /// Keyword-only parameters.
    pub keyword_only: u8,
    /// Captured variables.
    pub n_free: u8,
    /// Str.
    pub name: u32,
    /// Str.
    pub qualname: u32,
    /// Constants by index.
    pub constants: &'p [u32],
    /// Instructions.
    pub words: &'p [u32],
    /// Tuple of str, or None.
    pub varnames: u32,
    /// Tuple of str, or None.
    pub freevars: u32,
    /// Tuple of str or None, or None.
    pub cells: u32,
    /// Str or None.
    pub doc: u32,
    /// Str or None.
    pub filename: u32,
    /// Line of the definition.
    pub first_line: u32,
    /// Register of the list of further locals.
    pub far: Option<u8>,
    /// Exception table.
    pub handlers: &'p [[u32; 3]],
    /// Line table.
    pub lines: &'p [u8],
}

/// An image being built.
#[derive(Debug)]
pub struct Writer<B: Buffer> {
    out: B,
    starts: B,
    codes: B,
    names: B,
    endian: Endian,
}

impl<B: Buffer> Writer<B> {
    /// Starts an image in four empty buffers: one for the image, three for its tables.
    ///
    /// # Errors
    /// When there is no room.
    pub fn new(out: B, tables: [B; 3], endian: Endian) -> Result<Writer<B>, Full> {
        let [starts, codes, names] = tables;
        let mut writer = Writer { out, starts, codes, names, endian };
        for _ in 0..HEADER_WORDS {
            writer.out.push(0)?;
        }
        Ok(writer)
    }

    /// The word as the target's memory holds it.
    fn targeted(&self, word: u32) -> u32 {
        if self.endian == Endian::HOST { word } else { word.swap_bytes() }
    }

    fn word(&mut self, word: u32) -> Result<(), Full> {
        self.out.push(self.targeted(word))
    }

    fn words(&mut self, words: &[u32]) -> Result<(), Full> {
        words.iter().try_for_each(|&word| self.word(word))
    }

    fn set(&mut self, number: u32, word: u32) {
        self.out.set(number, self.targeted(word));
    }

    /// A 64-bit number in the target's memory order.
    fn double(&mut self, bits: u64) -> Result<(), Full> {
        let (high, low) = ((bits >> 32) as u32, bits as u32);
        match self.endian {
            Endian::Big => self.words(&[high, low]),
            Endian::Little => self.words(&[low, high]),
        }
    }

    /// Bytes, padded with zeros: the same in memory on every machine.
    fn packed(&mut self, bytes: &[u8]) -> Result<(), Full> {
        for chunk in bytes.chunks(4) {
            let mut padded = [0; 4];
            for (to, from) in padded.iter_mut().zip(chunk) {
                *to = *from;
            }
            self.out.push(u32::from_ne_bytes(padded))?;
        }
        Ok(())
    }

    /// Notes that an object starts here and writes its header; gives its reference.
    fn begin(&mut self, first: u32) -> Result<u32, Full> {
        let number = self.out.len();
        while self.starts.len() <= number >> 5 {
            self.starts.push(0)?;
        }
        let bits = self.starts.get(number >> 5) | 1 << (number & 31);
        self.starts.set(number >> 5, bits);
        self.word(first)?;
        number.checked_mul(4).ok_or(Full)
    }

    /// A string. Names must be made once only.
    ///
    /// # Errors
    /// When there is no room.
    pub fn text(&mut self, text: &str, is_name: bool) -> Result<u32, Full> {
        let bytes = text.as_bytes();
        let len = u32::try_from(bytes.len()).map_err(|_| Full)?;
        let ascii = if text.is_ascii() { STR_ASCII } else { 0 };
        let interned = if is_name { STR_INTERNED } else { 0 };
        let reference = self.begin(IMMORTAL | u32::from(kind::STR) | ascii | interned)?;
        self.words(&[layout::hash(bytes), len])?;
        if ascii == 0 {
            self.word(text.chars().count() as u32)?;
        }
        self.packed(bytes)?;
        if is_name {
            self.names.push(reference)?;
        }
        Ok(reference)
    }

    /// A bytes object.
    ///
    /// # Errors
    /// When there is no room.
    pub fn bytes(&mut self, bytes: &[u8]) -> Result<u32, Full> {
        let len = u32::try_from(bytes.len()).map_err(|_| Full)?;
        let reference = self.begin(IMMORTAL | u32::from(kind::BYTES))?;
        self.words(&[0, len])?;
        self.packed(bytes)?;
        Ok(reference)
    }

    /// A float.
    ///
    /// # Errors
    /// When there is no room.
    pub fn float(&mut self, value: f64) -> Result<u32, Full> {
        let reference = self.begin(IMMORTAL | u32::from(kind::FLOAT))?;
        self.double(value.to_bits())?;
        Ok(reference)
    }

    /// A complex number.
    ///
    /// # Errors
    /// When there is no room.
    pub fn complex(&mut self, real: f64, imaginary: f64) -> Result<u32, Full> {
        let reference = self.begin(IMMORTAL | u32::from(kind::COMPLEX))?;
        self.double(real.to_bits())?;
        self.double(imaginary.to_bits())?;
        Ok(reference)
    }

    /// An int: a value word when it is small, else an object.
    ///
    /// # Errors
    /// When there is no room.
    pub fn int(&mut self, value: i64) -> Result<u32, Full> {
        if let Some(word) = layout::small_int(value) {
            return Ok(word);
        }
        let reference = self.begin(IMMORTAL | u32::from(kind::INT))?;
        self.double(value as u64)?;
        Ok(reference)
    }

    /// An int beyond `i64`: limbs least significant first, the last one not 0.
    ///
    /// # Errors
    /// When there is no room.
    pub fn big_int(&mut self, is_negative: bool, limbs: &[u32]) -> Result<u32, Full> {
        let len = u32::try_from(limbs.len()).map_err(|_| Full)?;
        let reference = self.begin(IMMORTAL | u32::from(kind::BIGINT))?;
        self.word(len << 1 | u32::from(is_negative))?;
        self.words(limbs)?;
        Ok(reference)
    }

    /// A tuple of values.
    ///
    /// # Errors
    /// When there is no room.
    pub fn tuple(&mut self, items: &[u32]) -> Result<u32, Full> {
        let len = u32::try_from(items.len()).map_err(|_| Full)?;
        let reference = self.begin(IMMORTAL | u32::from(kind::TUPLE))?;
        self.word(len)?;
        self.words(items)?;
        Ok(reference)
    }

    /// A code object with its details.
    ///
    /// # Errors
    /// When there is no room, or the line table is too long.
    pub fn code(&mut self, parts: &CodeParts<'_>) -> Result<u32, Full> {
        let info = self.info(parts)?;
        let n_consts = parts.constants.len() as u32;
        for &constant in parts.constants.iter().rev() {
            self.word(constant)?;
        }
        let reference = self.begin(IMMORTAL | u32::from(kind::CODE))?;
        self.word(
            u32::from(parts.n_regs) | (n_consts & 0xffff) << 8 | u32::from(parts.flags) << 24,
        )?;
        let args = [parts.n_free, parts.keyword_only, parts.positional_only, parts.arg_count];
        self.word(u32::from_be_bytes(args))?;
        let not_simple = code::VARARGS | code::VARKW | code::GENERATOR | code::COROUTINE;
        let is_simple = parts.flags & not_simple == 0 && parts.keyword_only == 0;
        self.word(if is_simple { u32::from(parts.arg_count) } else { code::NOT_SIMPLE })?;
        self.words(&[parts.words.len() as u32, parts.name, parts.qualname, info])?;
        self.words(parts.words)?;
        self.codes.push(reference)?;
        Ok(reference)
    }

    fn info(&mut self, parts: &CodeParts<'_>) -> Result<u32, Full> {
        let n_handlers = parts.handlers.len() as u32;
        let lines_len = u32::try_from(parts.lines.len()).map_err(|_| Full)?;
        let lines = lines_len.div_ceil(4);
        if n_handlers > info::MAX_HANDLERS || lines >= 1 << (31 - BLOCK_SIZE_SHIFT) {
            return Err(Full);
        }
        let references = [parts.varnames, parts.freevars, parts.cells, parts.doc, parts.filename];
        let far = parts.far.map_or(0, |register| u32::from(register) + 1);
        let mut shape = n_handlers << info::HANDLERS_SHIFT | far << info::FAR_SHIFT | info::LINES;
        for (field, reference) in info::REFERENCES.into_iter().zip(references) {
            shape |= if reference == layout::value::NONE { 0 } else { field };
        }
        let total = (info::lines(shape) >> 2) + lines;
        if total >= 1 << (32 - BLOCK_SIZE_SHIFT) {
            return Err(Full);
        }
        let reference = self.begin(u32::from(kind::RAW) | total << BLOCK_SIZE_SHIFT)?;
        self.word(shape)?;
        for reference in
            references.into_iter().filter(|&reference| reference != layout::value::NONE)
        {
            self.word(reference)?;
        }
        self.word(parts.first_line << 2 | (lines * 4 - lines_len))?;
        self.words(parts.handlers.as_flattened())?;
        self.packed(parts.lines)?;
        Ok(reference)
    }

    /// Writes the tables and the header; gives the buffer that holds the image.
    ///
    /// # Errors
    /// When there is no room.
    pub fn finish(mut self, main: u32, file: u32) -> Result<B, Full> {
        let codes_at = self.out.len();
        for idx in 0..self.codes.len() {
            self.word(self.codes.get(idx))?;
        }
        let names_at = self.out.len();
        for idx in 0..self.names.len() {
            self.word(self.names.get(idx))?;
        }
        let map_at = self.out.len();
        for idx in 0..codes_at.div_ceil(32) {
            self.word(self.starts.get(idx))?;
        }
        let total = self.out.len();
        if total >= 1 << 30 {
            return Err(Full);
        }
        let fields = [
            (header::MAGIC, MAGIC),
            (header::VERSION, FORMAT_VERSION),
            (header::TOTAL_WORDS, total),
            (header::MAIN, main),
            (header::NAMES, names_at * 4),
            (header::NAME_COUNT, self.names.len()),
            (header::CODES, codes_at * 4),
            (header::CODE_COUNT, self.codes.len()),
            (header::CHECKSUM, self.checksum()),
            (header::FILE, file),
            (header::START_MAP, map_at * 4),
        ];
        for (number, word) in fields {
            self.set(number, word);
        }
        Ok(self.out)
    }

    /// Over the words as the target will read them.
    fn checksum(&self) -> u32 {
        let words = HEADER_WORDS..self.out.len();
        words.fold(FNV_OFFSET, |sum, idx| checksum_step(sum, self.targeted(self.out.get(idx))))
    }
}

/// The bytes of an image as they are stored in a file.
#[must_use]
pub fn file_bytes(words: &[u32]) -> &[u8] {
    bytes_of(words)
}
