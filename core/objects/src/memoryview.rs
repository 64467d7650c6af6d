//! `memoryview`: a window on the bytes of a `bytes` or `bytearray`, which copies nothing.
//!
//! ```text
//! MEMORYVIEW, 7 words
//!  +0 header, FLAG1: the bytes may be written
//!  +4 the object whose bytes are seen, 0 once the view is released
//!  +8 the EXPORT of a bytearray (bytearray.rs), 0 for what cannot change its length
//!  +12 place of the first item among the bytes
//!  +16 number of items << 5 | format
//!  +20 bytes from item to item, below 0 in a view of a reversed slice
//!  +24 hash, 0 when not computed yet
//! ```
//!
//! M1  Every item lies within the bytes: a view is made within its source, and B1 keeps that from shrinking.
//! M2  An item of several bytes has its highest byte first, on every machine.
//!
//! Not here: methods and what may be assigned (crate `natives`), iterators (iter.rs).

use crate::cx::{Cx, Outcome};
use crate::raise::{self, Part::*};
use crate::{bytearray, bytes, float, int};
use threadsnake_heap::header::{self, FLAG1};
use threadsnake_heap::split::Part;
use threadsnake_heap::{OutOfMemory, Ref, Value, kind};

/// Word of the object whose bytes are seen.
pub const SOURCE: u32 = 1;
/// Word of the hash.
pub const HASH: u32 = 6;
const EXPORT: u32 = 2;
const FIRST: u32 = 3;
const SHAPE: u32 = 4;
const STRIDE: u32 = 5;
const WORDS: u32 = 7;
const FORMAT_BITS: u32 = 5;

/// What the items are: a place in `LETTERS`, which is in the order of their sizes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Format(u32);

/// The letters of all formats. Sizes are those of a 32-bit machine.
const LETTERS: &[u8; 17] = b"Bbc?hHiIlLnNPfqQd";

impl Format {
    /// Plain bytes.
    pub const BYTES: Format = Format(0);

    /// The format of a letter.
    pub fn of(letter: u8) -> Option<Format> {
        LETTERS.iter().position(|&other| other == letter).map(|place| Format(place as u32))
    }

    /// Its letter.
    pub fn letter(self) -> u8 {
        LETTERS.get(self.0 as usize).copied().unwrap_or(b'B')
    }

    /// Bytes of an item.
    pub fn bytes(self) -> u32 {
        match self.0 {
            0..=3 => 1,
            4 | 5 => 2,
            6..=13 => 4,
            _ => 8,
        }
    }

    /// Is an item signed?
    pub fn is_signed(self) -> bool {
        self.letter().is_ascii_lowercase()
    }
}

/// What a view shows, as long as its source is not touched.
#[derive(Clone, Copy, Debug)]
pub struct View {
    /// Offset of the first item in the heap.
    pub first: u32,
    /// Number of items.
    pub count: u32,
    /// Bytes from item to item.
    pub stride: i32,
    /// What they are.
    pub format: Format,
}

impl View {
    /// Plain bytes.
    pub fn of_part(part: Part) -> View {
        View { first: part.0, count: part.1, stride: 1, format: Format::BYTES }
    }

    /// What an object shows; none once it is released.
    pub fn read(cx: &Cx, object: Ref) -> Option<View> {
        let word = |index| cx.heap.space.word(object, index);
        let (start, _) = bytes::like(cx, Value(word(SOURCE)))?;
        let shape = word(SHAPE);
        Some(View {
            first: start + word(FIRST),
            count: shape >> FORMAT_BITS,
            stride: word(STRIDE) as i32,
            format: Format(shape & ((1 << FORMAT_BITS) - 1)),
        })
    }

    /// Offset of an item.
    #[inline]
    pub fn place(&self, index: u32) -> u32 {
        self.first.wrapping_add_signed(self.stride.wrapping_mul(index as i32))
    }

    /// Bytes of all items.
    pub fn bytes(&self) -> u32 {
        self.count.wrapping_mul(self.format.bytes())
    }

    /// Does each item follow the one before it?
    pub fn is_contiguous(&self) -> bool {
        self.count == 1 || self.stride == self.format.bytes() as i32
    }

    /// All bytes, when they lie side by side.
    pub fn part(&self) -> Option<Part> {
        (self.count == 0 || self.is_contiguous()).then(|| (self.first, self.bytes()))
    }

    /// An item as a number without sign.
    pub fn raw(&self, cx: &Cx, index: u32) -> u64 {
        let item = cx.heap.space.bytes(self.place(index), self.format.bytes());
        item.iter().fold(0, |number, &byte| number << 8 | u64::from(byte))
    }

    /// Writes an item.
    pub fn set_raw(&self, cx: &mut Cx, index: u32, number: u64) {
        let place = self.place(index);
        let mut rest = number;
        for at in (0..self.format.bytes()).rev() {
            cx.heap.space.set_byte(place + at, rest as u8);
            rest >>= 8;
        }
    }

    /// An item as a value (owned).
    pub fn item(&self, cx: &mut Cx, index: u32) -> Result<Value, OutOfMemory> {
        let raw = self.raw(cx, index);
        let unused = 64 - 8 * self.format.bytes();
        match self.format.letter() {
            b'B' => Ok(Value::small(raw as i32)),
            b'c' => bytes::new(cx, &[raw as u8]),
            b'?' => Ok(Value::bool(raw != 0)),
            b'f' => float::new(cx, f64::from(f32::from_bits(raw as u32))),
            b'd' => float::new(cx, f64::from_bits(raw)),
            _ if self.format.is_signed() => int::from_i64(cx, ((raw << unused) as i64) >> unused),
            _ => int::from_u64(cx, raw),
        }
    }

    /// A copy of all bytes, one after the other.
    pub fn gather(&self, cx: &mut Cx) -> Result<Value, OutOfMemory> {
        if let Some(part) = self.part() {
            return bytes::copy(cx, part);
        }
        let object = bytes::room(cx, self.bytes())?;
        let (to, _) = bytes::part(cx, object);
        let size = self.format.bytes();
        for index in 0..self.count {
            cx.heap.space.copy_bytes(self.place(index), to + index * size, size);
        }
        Ok(object.value())
    }
}

/// Bytes of a view that lie side by side; none when they do not, or the view is released.
pub fn part(cx: &Cx, object: Ref) -> Option<Part> {
    View::read(cx, object)?.part()
}

/// May the bytes be written through this view?
pub fn is_writable(cx: &Cx, object: Ref) -> bool {
    cx.heap.space.load(object.0) & FLAG1 != 0
}

/// A view of all bytes of an object (borrowed) that is no view itself; none when it has none.
pub fn new(cx: &mut Cx, source: Value) -> Result<Option<Ref>, OutOfMemory> {
    let Some((_, count)) = bytes::like(cx, source) else { return Ok(None) };
    let (export, flag) = match cx.payload(source, kind::BYTEARRAY) {
        Some(array) => (bytearray::export(cx, array)?.value(), FLAG1),
        None => (Value::UNBOUND, 0),
    };
    let words = [source.0, export.0, 0, count << FORMAT_BITS, 1, 0];
    match make(cx, flag, words) {
        Ok(made) => {
            cx.heap.inc(source);
            Ok(Some(made))
        }
        Err(error) => {
            cx.heap.dec(export);
            Err(error)
        }
    }
}

/// What a view made of another keeps of it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// May be written when that one may.
    Same,
    /// Is for reading.
    ReadOnly,
}

/// Another view of the source of `object`, which shows `view`, made from what that one shows.
pub fn derive(cx: &mut Cx, object: Ref, view: View, access: Access) -> Result<Ref, OutOfMemory> {
    let flag = match access {
        Access::Same => cx.heap.space.load(object.0) & FLAG1,
        Access::ReadOnly => 0,
    };
    let [source, export] = [SOURCE, EXPORT].map(|word| cx.heap.space.value(object, word));
    let start = bytes::like(cx, source).map_or(0, |(start, _)| start);
    let shape = view.count << FORMAT_BITS | view.format.0;
    let words = [source.0, export.0, view.first.wrapping_sub(start), shape, view.stride as u32, 0];
    let made = make(cx, flag, words)?;
    cx.heap.inc(source);
    cx.heap.inc(export);
    Ok(made)
}

fn make(cx: &mut Cx, flag: u32, words: [u32; WORDS as usize - 1]) -> Result<Ref, OutOfMemory> {
    let made = cx.heap.alloc(WORDS)?;
    cx.heap.space.store(made.0, header::fresh(kind::MEMORYVIEW) | flag);
    for (index, word) in (1..).zip(words) {
        cx.heap.space.set_word(made, index, word);
    }
    Ok(made)
}

/// Lets go of what a view shows.
pub fn release(cx: &mut Cx, object: Ref) {
    for word in [EXPORT, SOURCE] {
        let held = cx.heap.space.value(object, word);
        cx.heap.space.set_word(object, word, 0);
        cx.heap.dec(held);
    }
}

/// Raises what a view that cannot be read as plain bytes is refused with; none for other values.
#[cold]
pub fn refused(cx: &mut Cx, value: Value) -> Outcome<()> {
    let Some(object) = cx.as_kind(value, kind::MEMORYVIEW) else { return Ok(()) };
    if View::read(cx, object).is_none() {
        let message = "operation forbidden on released memoryview object";
        return Err(raise::value_error(cx, &[S(message)]));
    }
    let message = "memoryview: underlying buffer is not C-contiguous";
    Err(raise::raise(cx, crate::types::BUFFER_ERROR, &[S(message)]))
}
