//! The word at the start of every object: kind, flags, reference count.
//!
//! ```text
//!  31       30 .. 11          10     9      8      7 .. 0
//!  immortal references - 1    mark   flag2  flag1  kind
//! ```
//!
//! H1  The count is biased: 0 means one reference. Taking one more adds `ONE`, dropping one subtracts
//!     it, and a borrow means that the object died.
//! H2  An object with the immortal bit is never counted and never written: ROM, images, saturated counts.
//! H3  Blocks (kinds below `FIRST_COUNTED`) have one owner and no count; their upper 24 bits hold their
//!     size in words.
//!
//! Not here: what the two flags mean (each kind's file in `objects`).

/// Distance between two counts.
pub const ONE: u32 = 1 << 11;
/// Set in objects that are never counted.
pub const IMMORTAL: u32 = 1 << 31;
/// Used by the cycle collector while it runs.
pub const MARK: u32 = 1 << 10;
/// First flag of the kind.
pub const FLAG1: u32 = 1 << 8;
/// Second flag of the kind.
pub const FLAG2: u32 = 1 << 9;
/// Where a block keeps its size in words.
pub const SIZE_SHIFT: u32 = 8;
/// Largest block, in words (64 MiB): its size has 24 bits.
pub const MAX_WORDS: u32 = (1 << 24) - 1;

/// The kind byte of a header.
#[inline(always)]
pub const fn kind(header: u32) -> u8 {
    header as u8
}

/// Header of a new object with one reference.
#[inline(always)]
pub const fn fresh(kind: u8) -> u32 {
    kind as u32
}

/// Header of a block of so many words.
#[inline(always)]
pub const fn block(kind: u8, words: u32) -> u32 {
    kind as u32 | words << SIZE_SHIFT
}
