//! Big integers: arithmetic on slices of limbs that the caller owns.
//!
//! A magnitude is a slice of `u32` limbs, least significant first. A number is a magnitude and a
//! sign ([`Big`]). Nothing here allocates and nothing knows the heap: the caller asks how much room
//! a result needs (`*_room`, `*_scratch`), hands in the buffers and shrinks them to the length that
//! comes back.
//!
//! B1  Inputs may carry zero limbs on top; a returned length never counts one (zero has length 0).
//! B2  A buffer that is too short gives `BigError::Room`, whatever else is wrong. Nothing panics.
//! B3  Work that grows faster than its input is charged row by row; a charge that is refused ends
//!     the operation with `BigError::Stopped` and leaves garbage in the buffers only.
//! B4  Zero is never negative.
//! B5  Room, scratch and the sum of charges of an operation are the same on every machine, whatever
//!     the size of its words.
//!
//! Not here: Python's small and 64-bit integers and the choice between the three (int.rs).

pub mod add;
pub mod bits;
pub mod div;
pub mod float;
mod karatsuba;
pub mod mul;
pub mod parse;
pub mod power;
pub mod print;
pub mod root;
mod row;
pub mod shift;

use core::cmp::Ordering;

/// Bits in a limb.
pub const LIMB_BITS: u32 = 32;

/// Why an operation on big integers gave no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BigError {
    /// A buffer of the caller is shorter than the room function said.
    Room,
    /// The caller's charge function refused to go on.
    Stopped,
    /// Division or reduction by zero.
    ZeroDivision,
    /// The result does not fit its type (a float, or a length).
    Overflow,
}

/// Asked before each row of work with its number of limb steps; `false` stops the operation.
pub type Charge<'a> = dyn FnMut(u32) -> bool + 'a;

/// Pays for `steps` limb steps or stops.
fn spend(charge: &mut Charge<'_>, steps: u64) -> Result<(), BigError> {
    let steps = u32::try_from(steps).unwrap_or(u32::MAX);
    if charge(steps) { Ok(()) } else { Err(BigError::Stopped) }
}

/// Steps of a triangle of rows: one of `len` limbs, one of `len - 1`, down to one.
///
/// Work that shrinks or grows row by row pays the difference of two triangles for each row, so that
/// the sum does not depend on how many limbs a row takes at once (B5).
fn triangle(len: usize) -> u64 {
    let len = len as u64;
    len.saturating_mul(len.saturating_add(1)) / 2
}

/// Steps of a row of `len` limbs times `width` limbs.
fn row_steps(len: usize, width: usize) -> u64 {
    (len as u64).saturating_mul(width as u64)
}

/// A signed number whose limbs live elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Big<'a> {
    /// Below zero.
    pub negative: bool,
    /// The magnitude, without zero limbs on top.
    pub limbs: &'a [u32],
}

/// Sign and length of a result; the limbs are in the buffer that the caller passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signed {
    /// Below zero.
    pub negative: bool,
    /// Limbs in use.
    pub len: usize,
}

impl<'a> Big<'a> {
    /// A number from a sign and a magnitude that may have zeros on top.
    #[inline]
    pub fn new(negative: bool, limbs: &'a [u32]) -> Self {
        let limbs = trimmed(limbs);
        Self { negative: negative && !limbs.is_empty(), limbs }
    }

    /// Whether the number is zero.
    #[inline]
    pub fn is_zero(self) -> bool {
        self.limbs.is_empty()
    }

    /// The same magnitude with the other sign.
    #[inline]
    pub fn negated(self) -> Self {
        Self { negative: !self.negative && !self.limbs.is_empty(), limbs: self.limbs }
    }

    /// The value, if 64 bits hold it.
    pub fn to_i64(self) -> Option<i64> {
        let magnitude = to_u64(self.limbs)?;
        if self.negative {
            0i64.checked_sub_unsigned(magnitude)
        } else {
            i64::try_from(magnitude).ok()
        }
    }
}

/// The limbs of a 64-bit integer, so that it can meet a big one in arithmetic.
#[derive(Clone, Copy, Debug)]
pub struct Narrow {
    negative: bool,
    limbs: [u32; 2],
}

impl Narrow {
    /// Splits a 64-bit integer.
    #[inline]
    pub fn new(value: i64) -> Self {
        let magnitude = value.unsigned_abs();
        Self { negative: value < 0, limbs: [row::low(magnitude), row::high(magnitude)] }
    }

    /// The number as a big one.
    #[inline]
    pub fn big(&self) -> Big<'_> {
        Big::new(self.negative, &self.limbs)
    }
}

/// The slice without the zero limbs on top.
#[inline]
pub fn trimmed(limbs: &[u32]) -> &[u32] {
    let mut rest = limbs;
    while let Some((&0, lower)) = rest.split_last() {
        rest = lower;
    }
    rest
}

/// The value of a magnitude of at most two limbs.
#[inline]
pub fn to_u64(limbs: &[u32]) -> Option<u64> {
    match *trimmed(limbs) {
        [] => Some(0),
        [low] => Some(u64::from(low)),
        [low, high] => Some(row::join(low, high)),
        _ => None,
    }
}

/// Compares two magnitudes.
pub fn compare(a: &[u32], b: &[u32]) -> Ordering {
    let (a, b) = (trimmed(a), trimmed(b));
    a.len().cmp(&b.len()).then_with(|| a.iter().rev().cmp(b.iter().rev()))
}

/// Compares two signed numbers.
pub fn compare_signed(a: Big<'_>, b: Big<'_>) -> Ordering {
    match (a.negative, b.negative) {
        (false, false) => compare(a.limbs, b.limbs),
        (true, true) => compare(b.limbs, a.limbs),
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
    }
}

/// The first `len` limbs of a buffer, or `Room`.
#[inline]
fn room(buffer: &mut [u32], len: usize) -> Result<&mut [u32], BigError> {
    buffer.get_mut(..len).ok_or(BigError::Room)
}

/// Copies a magnitude to the start of a buffer and clears the rest of the buffer.
fn copy_and_clear(buffer: &mut [u32], limbs: &[u32]) -> Result<(), BigError> {
    let (start, rest) = buffer.split_at_mut_checked(limbs.len()).ok_or(BigError::Room)?;
    start.copy_from_slice(limbs);
    rest.fill(0);
    Ok(())
}
