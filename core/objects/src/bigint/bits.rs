//! And, or, xor and not as Python defines them: on two's complement without an end.
//!
//! Numbers are kept as sign and magnitude, so operands are converted limb by limb on the way in and
//! a negative result on the way out; no copy is made.
//!
//! Not here: shifts and bit counts (shift.rs).

use super::{Big, BigError, Signed, room, row, trimmed};

/// Which operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BitOp {
    /// `a & b`
    And,
    /// `a | b`
    Or,
    /// `a ^ b`
    Xor,
}

impl BitOp {
    /// The operation on one limb.
    #[inline(always)]
    fn apply(self, a: u32, b: u32) -> u32 {
        match self {
            BitOp::And => a & b,
            BitOp::Or => a | b,
            BitOp::Xor => a ^ b,
        }
    }
}

/// Reads a number as two's complement, lowest limb first.
struct Twos<'a> {
    limbs: core::slice::Iter<'a, u32>,
    mask: u32,
    carry: bool,
}

impl<'a> Twos<'a> {
    fn new(number: Big<'a>) -> Self {
        let mask = if number.negative { u32::MAX } else { 0 };
        Self { limbs: number.limbs.iter(), mask, carry: number.negative }
    }

    #[inline(always)]
    fn next(&mut self) -> u32 {
        let limb = self.limbs.next().copied().unwrap_or(0) ^ self.mask;
        let (limb, carry) = limb.overflowing_add(u32::from(self.carry));
        self.carry = carry;
        limb
    }
}

/// Limbs for a result of operands of these lengths.
#[inline]
pub fn bits_room(a_len: usize, b_len: usize) -> usize {
    a_len.max(b_len).saturating_add(1)
}

/// `dst = a op b`.
pub fn bit_op(dst: &mut [u32], op: BitOp, a: Big<'_>, b: Big<'_>) -> Result<Signed, BigError> {
    let dst = room(dst, bits_room(a.limbs.len(), b.limbs.len()))?;
    let (mut left, mut right) = (Twos::new(a), Twos::new(b));
    for limb in dst.iter_mut() {
        *limb = op.apply(left.next(), right.next());
    }
    let negative = op.apply(u32::from(a.negative), u32::from(b.negative)) != 0;
    if negative {
        row::negate(dst);
    }
    Ok(Signed { negative, len: trimmed(dst).len() })
}

/// `dst = ~a`, which is `-(a + 1)`. `dst` needs a limb more than `a` has.
pub fn invert(dst: &mut [u32], a: Big<'_>) -> Result<Signed, BigError> {
    let dst = room(dst, a.limbs.len().saturating_add(1))?;
    super::copy_and_clear(dst, a.limbs)?;
    if a.negative {
        row::decrement(dst);
    } else {
        row::increment(dst);
    }
    let len = trimmed(dst).len();
    Ok(Signed { negative: !a.negative, len })
}
