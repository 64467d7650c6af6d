//! Instruction words put together. Bits that do not fit a field are cut off: callers check ranges.

use crate::op::Op;

/// Three operands.
#[inline]
#[must_use]
pub const fn abc(op: Op, a: u8, b: u8, c: u8) -> u32 {
    op as u32 | (a as u32) << 8 | (b as u32) << 16 | (c as u32) << 24
}

/// A register and a 16-bit number or constant.
#[inline]
#[must_use]
pub const fn ax(op: Op, a: u8, x: u16) -> u32 {
    op as u32 | (a as u32) << 8 | (x as u32) << 16
}

/// A jump over `distance` words, counted from the word behind it.
#[inline]
#[must_use]
pub const fn jump(op: Op, distance: i32) -> u32 {
    op as u32 | (distance as u32) << 8
}

/// An operand word, or the `Ext` prefix.
#[inline]
#[must_use]
pub const fn wide(op: Op, value: u32) -> u32 {
    op as u32 | value << 8
}

/// The operand word of a `Slow` instruction.
#[inline]
#[must_use]
pub const fn slow_word(dst: u8, extra: u16) -> u32 {
    wide(Op::Raw, dst as u32 | (extra as u32) << 8)
}
