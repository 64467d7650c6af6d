//! Merging two sorted stretches that lie side by side, with as much room beside them as there is.
//!
//! ```text
//!  left        middle       end       the shorter one fits into the buffer: copied out, merged back
//!  | a  a  a  a | b  b  b  b |
//!        ^cut1      ^cut2             else: cut both at one key, swap a[cut1..] with b[..cut2],
//!  | a  a | b  b | a  a | b  b |      and merge the two pairs
//! ```
//!
//! At any time the row holds each item once, and an item has only moved past larger ones: a merge that is
//! broken off leaves a row whose stable sort is that of the row before.
//!
//! Not here: what the stretches come from (sort.rs).

use super::Row;
use crate::cx::Cx;
use threadsnake_heap::Value;

/// Cuts inside cuts: each halves the longer stretch, and neither has more than 2 to the power of 24 items.
pub const SPLITS_MAX: u32 = 50;

/// Items that are merged between two looks at whether to go on.
pub const PAUSE: u32 = 1 << 14;

/// A row being sorted, and what helps.
#[derive(Clone, Copy)]
pub struct Merge<Less> {
    /// The row.
    pub row: Row,
    /// The buffer.
    pub scratch: Row,
    /// Items that the buffer has room for.
    pub room: u32,
    /// The comparison; none when it needs script code.
    pub less: Less,
}

impl<Less> Merge<Less>
where
    Less: Fn(&Cx, Value, Value) -> Option<bool> + Copy,
{
    /// Merges the sorted stretches `left..middle` and `middle..end`.
    #[inline]
    pub fn stretches(&self, cx: &mut Cx, at: [u32; 3], splits: u32) -> Option<()> {
        let [left, middle, end] = at;
        if left >= middle || middle >= end {
            return Some(());
        }
        if !(self.less)(cx, self.row.key(cx, middle), self.row.key(cx, middle - 1))? {
            return Some(());
        }
        if middle - left <= (end - middle).min(self.room) {
            self.upwards(cx, at)
        } else if end - middle <= self.room {
            self.downwards(cx, at)
        } else {
            self.in_parts(cx, at, splits)
        }
    }

    /// Merges with the left stretch in the buffer.
    #[inline]
    fn upwards(&self, cx: &mut Cx, [left, middle, end]: [u32; 3]) -> Option<()> {
        let Merge { row, scratch, less, .. } = *self;
        let count = middle - left;
        scratch.put_all(cx, 0, row, left, count);
        let (mut a, mut b, mut out) = (0, middle, left);
        let mut pause = left.saturating_add(PAUSE);
        let (mut key_a, mut key_b) = (scratch.key(cx, 0), row.key(cx, middle));
        let mut merged = Some(());
        while a < count && b < end {
            if out == pause {
                pause = out.saturating_add(PAUSE);
                if cx.spend(PAUSE).is_err() {
                    merged = None;
                    break;
                }
            }
            match less(cx, key_b, key_a) {
                Some(true) => {
                    row.put(cx, out, row, b);
                    (b, out) = (b + 1, out + 1);
                    if b < end {
                        key_b = row.key(cx, b);
                    }
                }
                Some(false) => {
                    row.put(cx, out, scratch, a);
                    (a, out) = (a + 1, out + 1);
                    if a < count {
                        key_a = scratch.key(cx, a);
                    }
                }
                None => {
                    merged = None;
                    break;
                }
            }
        }
        row.put_all(cx, out, scratch, a, count - a);
        merged
    }

    /// Merges with the right stretch in the buffer, the largest items first.
    #[inline]
    fn downwards(&self, cx: &mut Cx, [left, middle, end]: [u32; 3]) -> Option<()> {
        let Merge { row, scratch, less, .. } = *self;
        let count = end - middle;
        scratch.put_all(cx, 0, row, middle, count);
        let (mut a, mut b, mut out) = (middle, count, end);
        let mut pause = end.saturating_sub(PAUSE);
        let mut merged = Some(());
        while a > left && b > 0 {
            if out == pause {
                pause = out.saturating_sub(PAUSE);
                if cx.spend(PAUSE).is_err() {
                    merged = None;
                    break;
                }
            }
            match less(cx, scratch.key(cx, b - 1), row.key(cx, a - 1)) {
                Some(true) => {
                    (a, out) = (a - 1, out - 1);
                    row.put(cx, out, row, a);
                }
                Some(false) => {
                    (b, out) = (b - 1, out - 1);
                    row.put(cx, out, scratch, b);
                }
                None => {
                    merged = None;
                    break;
                }
            }
        }
        row.put_all(cx, a, scratch, 0, b);
        merged
    }

    /// Merges in two parts, each smaller than the whole.
    #[cold]
    #[inline(never)]
    fn in_parts(&self, cx: &mut Cx, [left, middle, end]: [u32; 3], splits: u32) -> Option<()> {
        let splits = splits.checked_sub(1)?;
        let (cut1, cut2) = if middle - left >= end - middle {
            let cut1 = left + (middle - left) / 2;
            let key = self.row.key(cx, cut1);
            (
                cut1,
                self.first_where(cx, middle, end, |cx, other| {
                    (self.less)(cx, other, key).map(|is_less| !is_less)
                })?,
            )
        } else {
            let cut2 = middle + (end - middle) / 2;
            let key = self.row.key(cx, cut2);
            (self.first_where(cx, left, middle, |cx, other| (self.less)(cx, key, other))?, cut2)
        };
        self.row.rotate(cx, cut1, middle, cut2);
        let between = cut1 + (cut2 - middle);
        self.stretches(cx, [left, cut1, between], splits)?;
        self.stretches(cx, [between, cut2, end], splits)
    }

    /// The first place in a sorted stretch whose key has the property that all keys behind it have too.
    fn first_where(
        &self,
        cx: &Cx,
        first: u32,
        end: u32,
        holds: impl Fn(&Cx, Value) -> Option<bool>,
    ) -> Option<u32> {
        let (mut low, mut high) = (first, end);
        while low < high {
            let middle = low + (high - low) / 2;
            if holds(cx, self.row.key(cx, middle))? {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        Some(low)
    }
}
