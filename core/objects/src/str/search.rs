//! Finding bytes in bytes, from either end, in linear time whatever the text is.
//!
//! The search first looks for the needle's first byte, many at once, and compares behind it: for ordinary
//! text nothing is faster. When comparisons that fail add up to more than the bytes passed, the text is an
//! unusual one and the rest of the search is done by Crochemore and Perrin's two-way method, which needs no memory.
//!
//! Not here: characters (UTF-8 needs none here: a needle that is whole characters is found at one).

/// Bytes looked at before one decision.
const STRIDE: usize = 32;
/// Failed comparisons of the simple search, in bytes, that switch to the two-way search.
const PATIENCE_BYTES: usize = 512;

/// Place of the first such byte.
#[inline]
pub fn find_byte(text: &[u8], byte: u8) -> Option<usize> {
    let mut at = 0;
    for chunk in text.chunks_exact(STRIDE) {
        if chunk.iter().fold(false, |any, &other| any | (other == byte)) {
            break;
        }
        at += STRIDE;
    }
    text.get(at..)?.iter().position(|&other| other == byte).map(|place| at + place)
}

/// Place of the last such byte.
#[inline]
pub fn rfind_byte(text: &[u8], byte: u8) -> Option<usize> {
    let mut end = text.len();
    for chunk in text.rchunks_exact(STRIDE) {
        if chunk.iter().fold(false, |any, &other| any | (other == byte)) {
            break;
        }
        end -= STRIDE;
    }
    text.get(..end)?.iter().rposition(|&other| other == byte)
}

/// Place of the first occurrence. An empty needle is everywhere.
pub fn find(text: &[u8], needle: &[u8]) -> Option<usize> {
    let Some((&first, rest)) = needle.split_first() else { return Some(0) };
    if rest.is_empty() {
        return find_byte(text, first);
    }
    let last_start = text.len().checked_sub(needle.len())?;
    let (mut at, mut patience) = (0, PATIENCE_BYTES);
    while at <= last_start {
        let passed = find_byte(text.get(at..=last_start)?, first)?;
        (at, patience) = (at + passed, patience + passed + 1);
        let same = text.get(at + 1..)?.iter().zip(rest).take_while(|(a, b)| a == b).count();
        if same == rest.len() {
            return Some(at);
        }
        at += 1;
        patience = match patience.checked_sub(same) {
            Some(left) => left,
            None => {
                return two_way(Forward(text.get(at..)?), Forward(needle)).map(|place| at + place);
            }
        };
    }
    None
}

/// Place of the last occurrence. An empty needle is everywhere.
pub fn rfind(text: &[u8], needle: &[u8]) -> Option<usize> {
    let Some((&first, rest)) = needle.split_first() else { return Some(text.len()) };
    let (mut end, mut patience) = (text.len().checked_sub(rest.len())?, PATIENCE_BYTES);
    loop {
        let at = rfind_byte(text.get(..end)?, first)?;
        patience += end - at;
        let same = text.get(at + 1..)?.iter().zip(rest).take_while(|(a, b)| a == b).count();
        if same == rest.len() {
            return Some(at);
        }
        end = at;
        patience = match patience.checked_sub(same) {
            Some(left) => left,
            None => {
                let head = text.get(..end + rest.len())?;
                let place = two_way(Backward(head), Backward(needle))?;
                return Some(head.len() - place - needle.len());
            }
        };
    }
}

/// Occurrences that do not overlap, at most `most`; the needle is not empty.
pub fn count(text: &[u8], needle: &[u8], most: usize) -> usize {
    if let [byte] = needle {
        return count_byte(text, *byte).min(most);
    }
    let (mut rest, mut found) = (text, 0);
    while found < most
        && let Some(place) = find(rest, needle)
    {
        found += 1;
        rest = rest.get(place + needle.len()..).unwrap_or(&[]);
    }
    found
}

/// How often a byte occurs.
fn count_byte(text: &[u8], byte: u8) -> usize {
    let chunks = text.chunks(240);
    chunks
        .map(|chunk| {
            usize::from(chunk.iter().fold(0u8, |sum, &other| sum + u8::from(other == byte)))
        })
        .sum()
}

/// Bytes by distance from the end where the search starts.
trait Reading: Copy {
    fn len(self) -> usize;
    fn at(self, index: usize) -> u8;
}

/// Read from the front.
#[derive(Clone, Copy)]
struct Forward<'a>(&'a [u8]);

/// Read from the back.
#[derive(Clone, Copy)]
struct Backward<'a>(&'a [u8]);

impl Reading for Forward<'_> {
    #[inline(always)]
    fn len(self) -> usize {
        self.0.len()
    }

    #[inline(always)]
    fn at(self, index: usize) -> u8 {
        self.0.get(index).copied().unwrap_or(0)
    }
}

impl Reading for Backward<'_> {
    #[inline(always)]
    fn len(self) -> usize {
        self.0.len()
    }

    #[inline(always)]
    fn at(self, index: usize) -> u8 {
        let index = self.0.len().wrapping_sub(index).wrapping_sub(1);
        self.0.get(index).copied().unwrap_or(0)
    }
}

/// Start and period of the largest suffix, by the order of bytes or by its reverse.
fn largest_suffix(needle: impl Reading, reversed: bool) -> (usize, usize) {
    let (mut left, mut right, mut offset, mut period) = (0, 1, 0, 1);
    while right + offset < needle.len() {
        let (a, b) = (needle.at(right + offset), needle.at(left + offset));
        if a == b {
            if offset + 1 == period {
                right += period;
                offset = 0;
            } else {
                offset += 1;
            }
        } else if (a < b) != reversed {
            right += offset + 1;
            offset = 0;
            period = right - left;
        } else {
            left = right;
            right += 1;
            offset = 0;
            period = 1;
        }
    }
    (left, period)
}

/// Crochemore and Perrin: the needle is cut where its local period is its period; the right part is
/// compared first, and what a mismatch there skips can hold no occurrence.
fn two_way(text: impl Reading, needle: impl Reading) -> Option<usize> {
    let (by_order, by_reverse) = (largest_suffix(needle, false), largest_suffix(needle, true));
    let (cut, period) = if by_order.0 > by_reverse.0 { by_order } else { by_reverse };
    let repeats =
        cut + period <= needle.len() && (0..cut).all(|i| needle.at(i) == needle.at(i + period));
    let shift = if repeats { period } else { cut.max(needle.len() - cut) + 1 };
    // Bytes at the start of the needle that are known to match after a shift by its period.
    let (mut at, mut known) = (0, 0);
    while at + needle.len() <= text.len() {
        let right = (cut.max(known)..needle.len()).find(|&i| needle.at(i) != text.at(at + i));
        if let Some(place) = right {
            at += place - cut + 1;
            known = 0;
            continue;
        }
        if (known..cut).rev().all(|i| needle.at(i) == text.at(at + i)) {
            return Some(at);
        }
        at += shift;
        known = if repeats { needle.len() - period } else { 0 };
    }
    None
}
