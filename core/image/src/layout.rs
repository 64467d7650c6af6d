//! Where things lie in an image: header, objects, code and its details.
//!
//! An image is an array of 32-bit words in the byte order of its target. Everything in it is laid out as the
//! heap lays it out, with an immortal header, so that it is used where it lies.
//!
//! ```text
//!  header, 16 words | objects ... | code table | names table | start map |
//!
//!  str      hdr, hash, bytes, [characters, only when not ASCII], text padded with 0 to a word
//!  bytes    hdr, 0, bytes, data padded
//!  float    hdr, two words as a native f64        int      hdr, two words as a native i64
//!  big int  hdr, limbs << 1 | negative, limbs     complex  hdr, two words re, two words im
//!  tuple    hdr, items, values...
//!  code     constants, last first, then hdr and 7 words (CODE_*), then instructions
//!  details  block header, shape, the fields that it names (INFO_*), exception table, line table padded
//! ```
//!
//! References are byte offsets from the image's start until it is linked, then from the heap's base. The
//! start map has one bit per word of the image: set where an object starts. It lets the verifier check
//! references without memory of its own, and may be cut off afterwards.
//!
//! Not here: making images (write.rs), reading them (read.rs).

/// First word of an image: "TSNK".
pub const MAGIC: u32 = 0x5453_4E4B;
/// Version of the layout and of the instruction table; a machine reads exactly one.
pub const FORMAT_VERSION: u32 = 2;
/// Feature bits this machine knows.
pub const KNOWN_FEATURES: u32 = 0;
/// Words of the header.
pub const HEADER_WORDS: u32 = 16;

/// Header word numbers.
pub mod header {
    /// `MAGIC`
    pub const MAGIC: u32 = 0;
    /// `FORMAT_VERSION`
    pub const VERSION: u32 = 1;
    /// Features the program needs.
    pub const FEATURES: u32 = 2;
    /// Length of the image.
    pub const TOTAL_WORDS: u32 = 3;
    /// What was added to every reference; 0 in an image that was not linked.
    pub const LINK_BASE: u32 = 4;
    /// Reference of the code that runs first.
    pub const MAIN: u32 = 5;
    /// Byte offset of the names table.
    pub const NAMES: u32 = 6;
    /// Its entries.
    pub const NAME_COUNT: u32 = 7;
    /// Byte offset of the code table.
    pub const CODES: u32 = 8;
    /// Its entries.
    pub const CODE_COUNT: u32 = 9;
    /// Over all words after the header, unlinked.
    pub const CHECKSUM: u32 = 10;
    /// Reference of the source file's name.
    pub const FILE: u32 = 11;
    /// Byte offset of the start map; it reaches to the end.
    pub const START_MAP: u32 = 12;
}

/// Kind numbers of the objects in images; the heap's table asserts that they are its own.
pub mod kind {
    /// A block of raw words.
    pub const RAW: u8 = 1;
    /// An int beyond 31 bits that fits 64.
    pub const INT: u8 = 8;
    /// An int beyond 64 bits.
    pub const BIGINT: u8 = 9;
    /// A float.
    pub const FLOAT: u8 = 10;
    /// A complex number.
    pub const COMPLEX: u8 = 11;
    /// A string.
    pub const STR: u8 = 12;
    /// A bytes object.
    pub const BYTES: u8 = 13;
    /// A tuple.
    pub const TUPLE: u8 = 15;
    /// A code object.
    pub const CODE: u8 = 27;
    /// A name that was replaced by its canonical string, whose reference is in word 1. Only while linking.
    pub const FORWARD: u8 = 0x7f;
}

/// Set in the header of every image object.
pub const IMMORTAL: u32 = 1 << 31;
/// Flag of a string without characters beyond ASCII.
pub const STR_ASCII: u32 = 1 << 8;
/// Flag of a string that is a name: the only one with its text.
pub const STR_INTERNED: u32 = 1 << 9;
/// Where a block's header has its size in words.
pub const BLOCK_SIZE_SHIFT: u32 = 8;

/// Immediate values.
pub mod value {
    /// `None`
    pub const NONE: u32 = 2;
    /// `False`
    pub const FALSE: u32 = 6;
    /// `True`
    pub const TRUE: u32 = 10;
    /// `NotImplemented`
    pub const NOT_IMPLEMENTED: u32 = 14;
    /// `Ellipsis`
    pub const ELLIPSIS: u32 = 18;
    /// Largest int in a word.
    pub const SMALL_MAX: i64 = (1 << 30) - 1;
    /// Smallest int in a word.
    pub const SMALL_MIN: i64 = -(1 << 30);
}

/// Byte offsets in a code object.
pub mod code {
    /// Registers, constants << 8, flags << 24.
    pub const SIZES: u32 = 4;
    /// Positional, positional only << 8, keyword only << 16, captured << 24.
    pub const ARGS: u32 = 8;
    /// Number of positional parameters of simple code, else `NOT_SIMPLE`.
    pub const CALL_SIGNATURE: u32 = 12;
    /// Number of instruction words.
    pub const N_WORDS: u32 = 16;
    /// Name.
    pub const NAME: u32 = 20;
    /// Qualified name; in ROM, what stands in front of its last dot, plus 1, where the name stands behind it.
    pub const QUALNAME: u32 = 24;
    /// Reference of the details.
    pub const INFO: u32 = 28;
    /// First instruction.
    pub const WORDS: u32 = 32;

    /// Call signature of code that is not simple.
    pub const NOT_SIMPLE: u32 = u32::MAX;

    /// Has `*args`.
    pub const VARARGS: u8 = 1;
    /// Has `**kwargs`.
    pub const VARKW: u8 = 2;
    /// Calling it makes a generator.
    pub const GENERATOR: u8 = 4;
    /// Calling it makes a coroutine.
    pub const COROUTINE: u8 = 8;
    /// Body of a class: register 0 is its namespace.
    pub const CLASS_BODY: u8 = 16;
    /// Top level of a module.
    pub const MODULE: u8 = 32;
    /// A generator that stands for the builtin iterator type of the code's name.
    pub const TYPED: u8 = 64;
}

/// The details of a code object. Most code has few of the fields, so a word says which there are:
///
/// ```text
///  31 .. 14   13 .. 6                                        5 .. 0
///  handlers   register of the list of far locals + 1, or 0   fields, in the order of their bits
/// ```
pub mod info {
    /// Byte offset of the shape.
    pub const SHAPE: u32 = 4;
    /// Byte offset of the first field.
    pub const FIELDS: u32 = 8;

    /// Tuple of str: names of the first registers. Not there: none has a name.
    pub const VARNAMES: u32 = 1;
    /// Tuple of str: names of captured variables, in order. Not there: it captures none.
    pub const FREEVARS: u32 = 2;
    /// Tuple of str or None: names of registers that hold cells. Not there: none does.
    pub const CELLS: u32 = 4;
    /// Str: the docstring.
    pub const DOC: u32 = 8;
    /// Str: source file.
    pub const FILENAME: u32 = 16;
    /// Line of the definition << 2 | bytes behind the line table. Not there: there is no line table.
    pub const LINES: u32 = 32;
    /// The fields that refer to objects.
    pub const REFERENCES: [u32; 5] = [VARNAMES, FREEVARS, CELLS, DOC, FILENAME];
    /// All fields.
    pub const ALL: u32 = 63;

    /// Where a shape has the register of the list of locals beyond the registers.
    pub const FAR_SHIFT: u32 = 6;
    /// Where a shape has the number of entries of the exception table.
    pub const HANDLERS_SHIFT: u32 = 14;
    /// Most entries of an exception table.
    pub const MAX_HANDLERS: u32 = u32::MAX >> HANDLERS_SHIFT;

    /// Byte offset of a field, if a shape has it.
    #[must_use]
    pub const fn place(shape: u32, field: u32) -> Option<u32> {
        if shape & field == 0 {
            return None;
        }
        Some(FIELDS + 4 * (shape & (field - 1)).count_ones())
    }

    /// Byte offset of the exception table.
    #[must_use]
    pub const fn handlers(shape: u32) -> u32 {
        FIELDS + 4 * (shape & ALL).count_ones()
    }

    /// Entries of the exception table.
    #[must_use]
    pub const fn handler_count(shape: u32) -> u32 {
        shape >> HANDLERS_SHIFT
    }

    /// Byte offset of the line table.
    #[must_use]
    pub const fn lines(shape: u32) -> u32 {
        handlers(shape) + handler_count(shape) * super::HANDLER_WORDS * 4
    }

    /// Register of the list of locals beyond the registers.
    #[must_use]
    pub const fn far(shape: u32) -> Option<u32> {
        (shape >> FAR_SHIFT & 0xff).checked_sub(1)
    }
}

/// Most registers that instructions reach: operands have 7 bits for them.
pub const MAX_REGISTERS: u32 = 128;
/// Most registers of a frame: parameters beyond `MAX_REGISTERS` move to the list of far locals at once.
/// A return word has 8 bits for them and the two words between one frame and the next.
pub const MAX_FRAME_REGISTERS: u32 = 253;
/// Most constants of a function: wide operands have 16 bits.
pub const MAX_CONSTANTS: u32 = 65_535;
/// Most instruction words of a function.
pub const MAX_CODE_WORDS: u32 = 1 << 18;
/// Words of an exception table entry: start, end, handler << 8 | register.
pub const HANDLER_WORDS: u32 = 3;

/// Hash of a string's or name's bytes; never 0, which means "not computed".
#[must_use]
pub fn hash(bytes: &[u8]) -> u32 {
    let mut state: u32 = FNV_OFFSET;
    for &byte in bytes {
        state = (state ^ u32::from(byte)).wrapping_mul(FNV_PRIME);
    }
    match (state ^ (state >> 15)) & 0x3fff_ffff {
        0 => 1,
        hash => hash,
    }
}

/// Start value of the checksum.
pub const FNV_OFFSET: u32 = 0x811c_9dc5;
/// Multiplier of hash and checksum.
pub const FNV_PRIME: u32 = 0x0100_0193;

/// One step of the checksum.
#[inline]
#[must_use]
pub const fn checksum_step(state: u32, word: u32) -> u32 {
    (state ^ word).wrapping_mul(FNV_PRIME)
}

/// The value word of an int, if it fits one.
#[must_use]
pub const fn small_int(int: i64) -> Option<u32> {
    if int >= value::SMALL_MIN && int <= value::SMALL_MAX {
        Some(((int as i32 as u32) << 1) | 1)
    } else {
        None
    }
}
