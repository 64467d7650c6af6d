//! Sizes and value words of any object, from the table of kinds.
//!
//! Not here: the table (kind.rs), reading single fields (arena.rs).

use crate::Heap;
use crate::arena::WORD;
use crate::header;
use crate::kind::{self, Refs, Size};
use crate::value::Ref;

/// Words of a frame before its registers: header, link, function, return word.
pub const FRAME_WORDS: u32 = 4;
/// Words of a function before its captures: header, code, globals, details.
pub const FUNCTION_WORDS: u32 = 4;
/// Word of a code object whose upper 8 bits are the number of captures.
pub const CODE_ARGS: u32 = 2;
/// Word of a layout with, as a small int, names in use | inline slots << 8 | hidden slots << 16 | `LAYOUT_LINK`.
pub const LAYOUT_COUNTS: u32 = 3;
/// Instances have one word more behind their slots: the link of the finalizer queue.
pub const LAYOUT_LINK: u32 = 1 << 24;

impl Heap {
    /// The kind byte of an object.
    #[inline(always)]
    pub fn kind(&self, object: Ref) -> u8 {
        header::kind(self.space.load(object.0))
    }

    /// Size of an object in words.
    pub fn size_words(&self, object: Ref) -> u32 {
        let header = self.space.load(object.0);
        match kind::row(header::kind(header)).size {
            Size::Fixed(words) => words,
            Size::Block => header >> header::SIZE_SHIFT,
            Size::Counted(base, unit) => base + unit * self.space.word(object, 1),
            Size::Text(base) => {
                let count_word = u32::from(header & header::FLAG1 == 0);
                base + count_word + self.space.word(object, 2).div_ceil(WORD)
            }
            Size::Bytes(base) => base + self.space.word(object, 2).div_ceil(WORD),
            Size::Limbs => 2 + (self.space.word(object, 1) >> 1),
            Size::Frame => FRAME_WORDS + (self.space.word(object, 3) >> 5 & 0xff),
            Size::Function => {
                let code = Ref(self.space.word(object, 1));
                FUNCTION_WORDS + (self.space.word(code, CODE_ARGS) >> 24)
            }
            Size::Instance => self.instance_words(Ref(self.space.word(object, 1))),
            Size::InstanceX => {
                let extra = Ref(self.space.word(object, 1));
                self.instance_words(Ref(self.space.word(extra, 1)))
            }
        }
    }

    /// Size in words of an instance with this layout.
    #[inline(always)]
    pub fn instance_words(&self, layout: Ref) -> u32 {
        let counts = self.space.word(layout, LAYOUT_COUNTS);
        2 + (counts >> 9 & 0xff) + (counts >> 25 & 1)
    }

    /// First and last+1 word of an object that hold values; equal when there are none.
    pub fn value_range(&self, object: Ref) -> (u32, u32) {
        match kind::row(self.kind(object)).refs {
            Refs::None => (0, 0),
            Refs::To(first, end) => (first, end),
            Refs::All(first) => (first, self.size_words(object)),
            Refs::Used(first) => (first, first + (self.space.word(object, 1) >> 1)),
        }
    }

    /// The same for an object whose size is known.
    #[inline]
    pub(crate) fn value_range_of(&self, object: Ref, words: u32) -> (u32, u32) {
        match kind::row(self.kind(object)).refs {
            Refs::All(first) => (first, words),
            _ => self.value_range(object),
        }
    }

    /// Is this the number of a kind that exists?
    pub fn is_known_kind(kind: u8) -> bool {
        kind == kind::FREE || usize::from(kind) < kind::KIND_COUNT && kind::row(kind).name != "free"
    }
}
