//! One instruction word taken apart, and the bytes under words.
//!
//! Not here: what operands mean (operand.rs), whether they are allowed (verify.rs).

use crate::op::Op;

/// An instruction or operand word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Word(pub u32);

impl Word {
    /// The code in the low byte.
    #[inline]
    #[must_use]
    pub const fn code(self) -> u8 {
        self.0 as u8
    }

    /// The instruction, if there is one with this code.
    #[must_use]
    pub const fn op(self) -> Option<Op> {
        Op::from_code(self.code())
    }

    /// Field A.
    #[inline]
    #[must_use]
    pub const fn a(self) -> u8 {
        (self.0 >> 8) as u8
    }

    /// Field B.
    #[inline]
    #[must_use]
    pub const fn b(self) -> u8 {
        (self.0 >> 16) as u8
    }

    /// Field C.
    #[inline]
    #[must_use]
    pub const fn c(self) -> u8 {
        (self.0 >> 24) as u8
    }

    /// Fields B and C as an unsigned number.
    #[inline]
    #[must_use]
    pub const fn x(self) -> u32 {
        self.0 >> 16
    }

    /// Fields B and C as a signed number.
    #[inline]
    #[must_use]
    pub const fn signed_x(self) -> i32 {
        (self.0 as i32) >> 16
    }

    /// All but the code as an unsigned number: the value of an operand word or `Ext`.
    #[inline]
    #[must_use]
    pub const fn wide(self) -> u32 {
        self.0 >> 8
    }

    /// All but the code as a signed number: the distance of a jump.
    #[inline]
    #[must_use]
    pub const fn distance(self) -> i32 {
        (self.0 as i32) >> 8
    }
}

/// The bytes of words as they lie in memory: text in images is stored so.
#[must_use]
#[allow(unsafe_code, reason = "the standard library has no safe cast from words to bytes")]
pub fn bytes_of(words: &[u32]) -> &[u8] {
    // SAFETY: every bit pattern is a valid byte, bytes have no alignment, and the length is that of
    // the words; the lifetime is that of the borrow.
    unsafe { core::slice::from_raw_parts(words.as_ptr().cast::<u8>(), size_of_val(words)) }
}
