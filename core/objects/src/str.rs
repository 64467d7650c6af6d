//! `str`: immutable text as UTF-8, lone surrogates allowed.
//!
//! ```text
//! STR   +0 header (FLAG1: only ASCII, FLAG2: interned)   +4 hash, 0 when not computed yet
//!       +8 bytes of text                                 +12 characters, only when FLAG1 is clear
//!       then the text, filled up to a word with zeros
//! ```
//!
//! T1  A text of at most one ASCII character is never allocated: it is a ROM object.
//! T2  FLAG1 tells the truth, so ASCII text is indexed and cut without looking at it.
//! T3  Order by bytes is order by code points.
//!
//! Not here: building text piece by piece (text.rs), methods (str/ and strlike.rs), interning (intern.rs).

pub mod case;
pub mod codec;
pub mod search;
pub mod unicode;

use crate::cx::{Cx, Outcome};
use crate::names::{self, STR_WORDS};
use crate::number::{encode_char, first_char};
use crate::text::Text;
use core::cmp::Ordering;
use threadsnake_heap::header::{self, FLAG1, FLAG2, IMMORTAL};
use threadsnake_heap::split::Part;
use threadsnake_heap::{OutOfMemory, Ref, Value, WORD, kind};

/// Word of the hash.
pub const HASH: u32 = 1;
/// Word of the length in bytes.
pub const LENGTH: u32 = 2;
/// Word of the number of characters, in text that is not only ASCII.
pub const CHARS: u32 = 3;

/// Offset of the first byte of the text.
#[inline(always)]
pub fn start(cx: &Cx, object: Ref) -> u32 {
    let wide = u32::from(cx.heap.space.load(object.0) & FLAG1 == 0);
    object.0 + (STR_WORDS + wide) * WORD
}

/// Is the text only ASCII?
#[inline(always)]
pub fn is_ascii(cx: &Cx, object: Ref) -> bool {
    cx.heap.space.load(object.0) & FLAG1 != 0
}

/// Length in bytes.
#[inline(always)]
pub fn byte_len(cx: &Cx, object: Ref) -> u32 {
    debug_assert!(cx.heap.kind(object) == kind::STR, "not a str");
    cx.heap.space.word(object, LENGTH)
}

/// Length in characters.
#[inline(always)]
pub fn len(cx: &Cx, object: Ref) -> u32 {
    cx.heap.space.word(object, if is_ascii(cx, object) { LENGTH } else { CHARS })
}

/// The text.
#[inline(always)]
pub fn bytes<'a>(cx: &'a Cx, object: Ref) -> &'a [u8] {
    let (offset, len) = part(cx, object);
    cx.heap.space.bytes(offset, len)
}

/// Offset and length of the text.
#[inline(always)]
pub fn part(cx: &Cx, object: Ref) -> Part {
    (start(cx, object), byte_len(cx, object))
}

/// The ROM object of an empty text or of one ASCII character.
#[inline]
pub fn short(first: Option<u8>) -> Value {
    match first {
        None => names::EMPTY,
        Some(byte) => crate::statics::char_str(byte),
    }
}

/// Number of characters of UTF-8 text.
pub fn count_chars(text: &[u8]) -> u32 {
    let continuing =
        |chunk: &[u8]| chunk.iter().fold(0u8, |sum, &byte| sum.wrapping_add(is_inside(byte)));
    // At most 255 bytes a round, so that the round's sum fits a byte and the loop becomes vector code.
    let inside: u32 = text.chunks(240).map(|chunk| u32::from(continuing(chunk))).sum();
    (text.len() as u32).wrapping_sub(inside)
}

/// 1 for a byte that continues a character.
#[inline(always)]
fn is_inside(byte: u8) -> u8 {
    u8::from((byte as i8) < -0x40)
}

/// Byte position of character number `index` in text that has at least so many.
pub fn byte_position(text: &[u8], index: u32) -> usize {
    let mut left = index;
    let mut at = 0;
    for chunk in text.chunks(64) {
        let chars = count_chars(chunk);
        if chars > left {
            break;
        }
        left -= chars;
        at += chunk.len();
    }
    let rest = text.get(at..).unwrap_or(&[]);
    let starts = rest.iter().enumerate().filter(|&(_, &byte)| is_inside(byte) == 0);
    at + starts.map(|(place, _)| place).nth(left as usize).unwrap_or(rest.len())
}

/// Takes room for ASCII text of at least two characters, which the caller fills at once (H6).
#[inline]
pub fn room_ascii(cx: &mut Cx, len: u32) -> Result<Ref, OutOfMemory> {
    let words = STR_WORDS + len.div_ceil(WORD);
    let object = cx.heap.alloc(words)?;
    Ok(fill_ascii(cx, object, words, len))
}

#[inline]
fn fill_ascii(cx: &mut Cx, object: Ref, words: u32, len: u32) -> Ref {
    cx.heap.space.set_word(object, words - 1, 0);
    cx.heap.space.store(object.0, header::fresh(kind::STR) | FLAG1);
    cx.heap.space.set_word(object, HASH, 0);
    cx.heap.space.set_word(object, LENGTH, len);
    object
}

/// Takes room for text that is not only ASCII, which the caller fills at once (H6).
#[inline]
pub fn room_wide(cx: &mut Cx, len: u32, chars: u32) -> Result<Ref, OutOfMemory> {
    let words = STR_WORDS + 1 + len.div_ceil(WORD);
    let object = cx.heap.alloc(words)?;
    cx.heap.space.set_word(object, words - 1, 0);
    cx.heap.space.store(object.0, header::fresh(kind::STR));
    cx.heap.space.set_word(object, HASH, 0);
    cx.heap.space.set_word(object, LENGTH, len);
    cx.heap.space.set_word(object, CHARS, chars);
    Ok(object)
}

/// A str of UTF-8 text that lies outside the heap.
pub fn new(cx: &mut Cx, text: &[u8]) -> Result<Value, OutOfMemory> {
    let len = u32::try_from(text.len()).map_err(|_| OutOfMemory)?;
    if text.is_ascii() {
        return new_ascii(cx, text);
    }
    let object = room_wide(cx, len, count_chars(text))?;
    cx.heap.space.bytes_mut(start(cx, object), len).copy_from_slice(text);
    Ok(object.value())
}

/// A str of ASCII text that lies outside the heap.
#[inline]
pub fn new_ascii(cx: &mut Cx, text: &[u8]) -> Result<Value, OutOfMemory> {
    let len = u32::try_from(text.len()).map_err(|_| OutOfMemory)?;
    if len <= 1 {
        return Ok(short(text.first().copied()));
    }
    let object = room_ascii(cx, len)?;
    let start = object.0 + STR_WORDS * WORD;
    cx.heap.space.bytes_mut(start, len).copy_from_slice(text);
    Ok(object.value())
}

/// A str of UTF-8 text that lies in the heap; `ascii` when it is known to be only ASCII.
#[inline]
pub fn copy(cx: &mut Cx, text: Part, ascii: bool) -> Result<Value, OutOfMemory> {
    let (from, len) = text;
    let ascii = ascii || cx.heap.space.bytes(from, len).is_ascii();
    let object = if !ascii {
        let chars = count_chars(cx.heap.space.bytes(from, len));
        room_wide(cx, len, chars)?
    } else if len <= 1 {
        return Ok(short((len == 1).then(|| cx.heap.space.byte(from))));
    } else {
        room_ascii(cx, len)?
    };
    cx.heap.space.copy_bytes(from, start(cx, object), len);
    Ok(object.value())
}

/// The str of one character; none above U+10FFFF.
pub fn from_char(cx: &mut Cx, code: u32) -> Result<Option<Value>, OutOfMemory> {
    let mut buffer = [0; 4];
    match encode_char(code, &mut buffer) {
        Some(text) => new(cx, text).map(Some),
        None => Ok(None),
    }
}

/// Builds a str with `fill`, giving the memory back when it fails.
pub fn build(
    cx: &mut Cx,
    room: u32,
    fill: impl FnOnce(&mut Cx, &mut Text) -> Outcome<()>,
) -> Outcome<Value> {
    let mut text = Text::with_room(cx, room)?;
    match fill(cx, &mut text) {
        Ok(()) => Ok(text.finish(cx)?),
        Err(exit) => {
            text.discard(cx);
            Err(exit)
        }
    }
}

/// The hash of text: FNV-1a, folded to 30 bits, never 0.
pub fn hash_bytes(text: &[u8]) -> u32 {
    let spread = text
        .iter()
        .fold(0x811c_9dc5u32, |h, &byte| (h ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let folded = (spread ^ (spread >> 15)) & 0x3fff_ffff;
    if folded == 0 { 1 } else { folded }
}

/// The hash of a str, remembered in the object.
#[inline]
pub fn hash(cx: &mut Cx, object: Ref) -> u32 {
    match cx.heap.space.word(object, HASH) {
        0 => first_hash(cx, object),
        known => known,
    }
}

#[inline(never)]
fn first_hash(cx: &mut Cx, object: Ref) -> u32 {
    let hash = hash_bytes(bytes(cx, object));
    if cx.heap.space.load(object.0) & IMMORTAL == 0 {
        cx.heap.space.set_word(object, HASH, hash);
    }
    hash
}

/// Are two strs equal?
#[inline]
pub fn equal(cx: &Cx, a: Ref, b: Ref) -> bool {
    if a == b {
        return true;
    }
    let space = &cx.heap.space;
    let (head_a, head_b) = (space.load(a.0), space.load(b.0));
    if head_a & head_b & FLAG2 != 0
        || (head_a ^ head_b) & FLAG1 != 0
        || space.word(a, LENGTH) != space.word(b, LENGTH)
    {
        return false;
    }
    let (hash_a, hash_b) = (space.word(a, HASH), space.word(b, HASH));
    if hash_a != hash_b && hash_a != 0 && hash_b != 0 {
        return false;
    }
    bytes(cx, a) == bytes(cx, b)
}

/// Compares two strs by code points.
#[inline]
pub fn compare(cx: &Cx, a: Ref, b: Ref) -> Ordering {
    if a == b { Ordering::Equal } else { bytes(cx, a).cmp(bytes(cx, b)) }
}

/// Character number `index`, which exists.
#[inline]
pub fn char_at(cx: &mut Cx, object: Ref, index: u32) -> Result<Value, OutOfMemory> {
    if is_ascii(cx, object) {
        return Ok(short(Some(cx.heap.space.byte(object.0 + STR_WORDS * WORD + index))));
    }
    let text = bytes(cx, object);
    let at = byte_position(text, index);
    let len = text.get(at..).and_then(first_char).map_or(0, |(_, len)| len);
    copy(cx, (start(cx, object) + at as u32, len as u32), false)
}

/// The code point that starts at this byte of the text and its length in bytes; (0, 0) at the end.
#[inline]
pub fn code_at(cx: &Cx, object: Ref, at: u32) -> (u32, u32) {
    let text = bytes(cx, object).get(at as usize..).and_then(first_char);
    text.map_or((0, 0), |(code, len)| (code, len as u32))
}

/// The only character of a str, as a code point.
pub fn only_char(cx: &Cx, object: Ref) -> Option<u32> {
    let text = bytes(cx, object);
    first_char(text).filter(|&(_, len)| len == text.len()).map(|(code, _)| code)
}

/// Byte position of character number `index`; the end when there are fewer.
#[inline]
pub fn position(cx: &Cx, object: Ref, index: u32) -> u32 {
    if is_ascii(cx, object) {
        index.min(byte_len(cx, object))
    } else {
        byte_position(bytes(cx, object), index) as u32
    }
}

/// Characters `from..to`; the whole text is the same object.
pub fn substring(cx: &mut Cx, object: Ref, from: u32, to: u32) -> Result<Value, OutOfMemory> {
    let chars = len(cx, object);
    if from >= to || from >= chars {
        return Ok(names::EMPTY);
    }
    if from == 0 && to >= chars {
        return Ok(cx.heap.share(object.value()));
    }
    if is_ascii(cx, object) {
        let text = (object.0 + STR_WORDS * WORD + from, to.min(chars) - from);
        return copy(cx, text, true);
    }
    let text = bytes(cx, object);
    let first = byte_position(text, from);
    let rest = text.get(first..).unwrap_or(&[]);
    let length = byte_position(rest, to - from);
    copy(cx, (start(cx, object) + first as u32, length as u32), false)
}

/// `count` characters from `from` on, `step` apart.
pub fn slice(
    cx: &mut Cx,
    object: Ref,
    from: u32,
    count: u32,
    step: i64,
) -> Result<Value, OutOfMemory> {
    if step == 1 || count <= 1 {
        return substring(cx, object, from, from.saturating_add(count));
    }
    cx.charge(count);
    if is_ascii(cx, object) {
        slice_ascii(cx, object, from, count, step)
    } else {
        slice_wide(cx, object, from, count, step)
    }
}

fn slice_ascii(
    cx: &mut Cx,
    object: Ref,
    from: u32,
    count: u32,
    step: i64,
) -> Result<Value, OutOfMemory> {
    let result = room_ascii(cx, count)?;
    let (to, text) = (part(cx, result), part(cx, object));
    let Some(([to], [text])) = cx.heap.space.split_bytes([to], [text]) else {
        return Err(OutOfMemory);
    };
    let mut at = i64::from(from);
    for place in to {
        *place = usize::try_from(at).ok().and_then(|at| text.get(at)).copied().unwrap_or(b'?');
        at = at.wrapping_add(step);
    }
    Ok(result.value())
}

fn slice_wide(
    cx: &mut Cx,
    object: Ref,
    from: u32,
    count: u32,
    step: i64,
) -> Result<Value, OutOfMemory> {
    let mut text = Text::with_room(cx, count)?;
    let mut at = byte_position(bytes(cx, object), from);
    for _ in 0..count {
        let mut buffer = [0; 4];
        let whole = bytes(cx, object);
        let char = whole.get(at..).and_then(first_char).map_or(0, |(code, _)| code);
        at = walk(whole, at, step);
        let encoded = encode_char(char, &mut buffer).unwrap_or(b"?");
        if let Err(error) = text.push(cx, encoded) {
            text.discard(cx);
            return Err(error);
        }
    }
    text.finish(cx)
}

/// The byte position so many characters away from another.
fn walk(text: &[u8], at: usize, chars: i64) -> usize {
    let count = usize::try_from(chars.unsigned_abs()).unwrap_or(usize::MAX).saturating_sub(1);
    let is_start = |&(_, &byte): &(usize, &u8)| is_inside(byte) == 0;
    let (before, after) = text.split_at_checked(at).unwrap_or((text, &[]));
    if chars > 0 {
        let next = after.iter().enumerate().skip(1).filter(is_start).nth(count);
        next.map_or(text.len(), |(place, _)| at + place)
    } else {
        let previous = before.iter().enumerate().rev().filter(is_start).nth(count);
        previous.map_or(0, |(place, _)| place)
    }
}

/// `a + b`.
pub fn concat(cx: &mut Cx, a: Ref, b: Ref) -> Result<Value, OutOfMemory> {
    concat_roomy(cx, a, b, 0)
}

/// `a + b`, with room behind the result for so many words more.
fn concat_roomy(cx: &mut Cx, a: Ref, b: Ref, room: u32) -> Result<Value, OutOfMemory> {
    let (len_a, len_b) = (byte_len(cx, a), byte_len(cx, b));
    if len_b == 0 {
        return Ok(cx.heap.share(a.value()));
    }
    if len_a == 0 {
        return Ok(cx.heap.share(b.value()));
    }
    let total = len_a.checked_add(len_b).ok_or(OutOfMemory)?;
    let object = if is_ascii(cx, a) && is_ascii(cx, b) {
        let words = STR_WORDS + total.div_ceil(WORD);
        let object = cx.heap.alloc_with_room(words, room)?;
        fill_ascii(cx, object, words, total)
    } else {
        let chars = len(cx, a) + len(cx, b);
        room_wide(cx, total, chars)?
    };
    let to = start(cx, object);
    cx.heap.space.copy_bytes(start(cx, a), to, len_a);
    cx.heap.space.copy_bytes(start(cx, b), to + len_a, len_b);
    Ok(object.value())
}

/// Words of text that is long enough to be given room behind it.
const GROWING_WORDS: u32 = 256;

/// `a + b` where the caller owns `a`: taken over on success, extended in place when nobody else has it.
#[inline]
pub fn concat_owned(cx: &mut Cx, a: Value, b: Ref) -> Result<Value, OutOfMemory> {
    let left = a.as_ref();
    if append_in_place(cx, left, b) {
        return Ok(a);
    }
    // Long text that is added to piece by piece is not copied for each piece.
    let words = byte_len(cx, left) / WORD;
    let grows = words > GROWING_WORDS && cx.heap.is_unique(left);
    let sum = concat_roomy(cx, left, b, if grows { words / 4 } else { 0 })?;
    cx.heap.dec(a);
    Ok(sum)
}

/// Appends `b` to a str that has one owner and can grow where it is.
fn append_in_place(cx: &mut Cx, a: Ref, b: Ref) -> bool {
    const ASCII: u32 = header::fresh(kind::STR) | FLAG1;
    const WIDE: u32 = header::fresh(kind::STR);
    let head = cx.heap.space.load(a.0);
    let b_is_ascii = is_ascii(cx, b);
    if head != WIDE && !(head == ASCII && b_is_ascii) {
        return false;
    }
    let (from, more) = part(cx, b);
    let before = byte_len(cx, a);
    let fixed = if head == WIDE { STR_WORDS + 1 } else { STR_WORDS };
    let Some(after) = before.checked_add(more) else { return false };
    let (words, wanted) = (fixed + before.div_ceil(WORD), fixed + after.div_ceil(WORD));
    if wanted > words && !cx.heap.grow_in_place(a, words, wanted) {
        return false;
    }
    let chars = if head == WIDE { len(cx, a) + len(cx, b) } else { 0 };
    let to = a.0 + fixed * WORD + before;
    if wanted > words {
        cx.heap.space.set_word(a, wanted - 1, 0);
    }
    cx.heap.space.copy_bytes(from, to, more);
    cx.heap.space.set_word(a, HASH, 0);
    cx.heap.space.set_word(a, LENGTH, after);
    if head == WIDE {
        cx.heap.space.set_word(a, CHARS, chars);
    }
    true
}

/// `text * count`.
pub fn repeat(cx: &mut Cx, object: Ref, count: i64) -> Result<Value, OutOfMemory> {
    let (from, length) = part(cx, object);
    if count <= 0 || length == 0 {
        return Ok(names::EMPTY);
    }
    if count == 1 {
        return Ok(cx.heap.share(object.value()));
    }
    let count = u32::try_from(count).map_err(|_| OutOfMemory)?;
    let total = length.checked_mul(count).ok_or(OutOfMemory)?;
    cx.charge(total / 64);
    let result = if is_ascii(cx, object) {
        room_ascii(cx, total)?
    } else {
        let chars = len(cx, object) * count;
        room_wide(cx, total, chars)?
    };
    let to = start(cx, result);
    fill(cx, (to, total), (from, length));
    Ok(result.value())
}

/// Fills a part of the heap with repetitions of another, doubling what is there.
pub fn fill(cx: &mut Cx, to: Part, unit: Part) {
    let (to, total) = to;
    let mut done = unit.1.min(total);
    cx.heap.space.copy_bytes(unit.0, to, done);
    while done > 0 && done < total {
        let more = done.min(total - done);
        cx.heap.space.copy_bytes(to, to + done, more);
        done += more;
    }
}
