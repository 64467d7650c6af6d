//! Constants: one object in the image for equal values of one type.
//!
//! `1`, `1.0`, `True` and `-0.0` are all different. Strings that look like names are names: the machine has each
//! of them once.

use bumpalo::Bump;
use threadsnake_image::error::Full;
use threadsnake_image::layout::value as word;
use threadsnake_image::write::{CodeParts, Endian, Writer};

use crate::ast::BigInt;
use crate::fold::Value;
use crate::list::{List, OutOfMemory};
use crate::table::{Table, hash_bytes, spread};
use crate::words::Words;

/// Words of a piece of the image, and of its tables, as powers of two.
const IMAGE_PIECE: u32 = 9;
const TABLE_PIECE: u32 = 6;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Key<'a> {
    Str(&'a str, bool),
    Bytes(&'a [u8]),
    Int(i128),
    Big(BigInt<'a>),
    Float(u64),
    Complex(u64, u64),
    Tuple(&'a [u32]),
}

impl Key<'_> {
    fn hash(&self) -> u64 {
        match *self {
            Key::Str(text, is_name) => hash_bytes(u64::from(is_name), text.as_bytes()),
            Key::Bytes(bytes) => hash_bytes(2, bytes),
            Key::Int(value) => spread(value as u64 ^ (value >> 64) as u64 ^ 3),
            Key::Big(big) => hash_bytes(4, big.digits),
            Key::Float(bits) => spread(bits ^ 5),
            Key::Complex(real, imaginary) => spread(real ^ imaginary.rotate_left(7) ^ 6),
            Key::Tuple(items) => items.iter().fold(7, |hash, &item| spread(hash ^ u64::from(item))),
        }
    }
}

/// The image under construction and the constants in it.
pub struct Constants<'a> {
    bump: &'a Bump,
    writer: Writer<Words<'a>>,
    known: Table<'a, (Key<'a>, u32)>,
}

fn full(_: Full) -> OutOfMemory {
    OutOfMemory
}

/// Is a string shared with all others of its spelling: does it look like a name, or is it one character?
fn is_name(text: &str) -> bool {
    text.len() == 1 || text.bytes().all(|byte| byte == b'_' || byte.is_ascii_alphanumeric())
}

impl<'a> Constants<'a> {
    /// Starts an image.
    pub fn new(bump: &'a Bump, endian: Endian) -> Result<Self, OutOfMemory> {
        let table = || Words::new(bump, TABLE_PIECE);
        let image = Words::new(bump, IMAGE_PIECE);
        let writer = Writer::new(image, [table(), table(), table()], endian).map_err(full)?;
        Ok(Constants { bump, writer, known: Table::new(bump) })
    }

    fn shared(
        &mut self,
        key: Key<'a>,
        make: impl FnOnce(&mut Writer<Words<'a>>) -> Result<u32, Full>,
    ) -> Result<u32, OutOfMemory> {
        let hash = key.hash();
        if let Some(&(_, word)) = self.known.find(hash, |item| item.0 == key) {
            return Ok(word);
        }
        let word = make(&mut self.writer).map_err(full)?;
        self.known.insert(hash, (key, word), |item| item.0.hash())?;
        Ok(word)
    }

    /// A name.
    pub fn name(&mut self, name: &'a str) -> Result<u32, OutOfMemory> {
        self.shared(Key::Str(name, true), |writer| writer.text(name, true))
    }

    /// A string.
    pub fn text(&mut self, text: &'a str) -> Result<u32, OutOfMemory> {
        let is_name = is_name(text);
        self.shared(Key::Str(text, is_name), |writer| writer.text(text, is_name))
    }

    /// A tuple of words.
    pub fn tuple(&mut self, items: &'a [u32]) -> Result<u32, OutOfMemory> {
        self.shared(Key::Tuple(items), |writer| writer.tuple(items))
    }

    /// The word of a value.
    pub fn value(&mut self, value: Value<'a>) -> Result<u32, OutOfMemory> {
        match value {
            Value::None => Ok(word::NONE),
            Value::Bool(true) => Ok(word::TRUE),
            Value::Bool(false) => Ok(word::FALSE),
            Value::Ellipsis => Ok(word::ELLIPSIS),
            Value::Int(int) => self.int(int),
            Value::Big(big) => self.big(big),
            Value::Float(float) => {
                self.shared(Key::Float(float.to_bits()), |writer| writer.float(float))
            }
            Value::Complex(real, imaginary) => {
                let key = Key::Complex(real.to_bits(), imaginary.to_bits());
                self.shared(key, |writer| writer.complex(real, imaginary))
            }
            Value::Str(text) => self.text(text),
            Value::Bytes(bytes) => self.shared(Key::Bytes(bytes), |writer| writer.bytes(bytes)),
            Value::Tuple(items) => {
                let mut words = List::new();
                for item in items {
                    let item = self.value(*item)?;
                    words.push(self.bump, item)?;
                }
                self.tuple(words.finish())
            }
        }
    }

    fn int(&mut self, int: i128) -> Result<u32, OutOfMemory> {
        self.shared(Key::Int(int), |writer| match i64::try_from(int) {
            Ok(small) => writer.int(small),
            Err(_) => {
                let magnitude = int.unsigned_abs();
                let limbs = [0, 32, 64, 96].map(|shift| (magnitude >> shift) as u32);
                let used = limbs.iter().rposition(|&limb| limb != 0).map_or(0, |last| last + 1);
                writer.big_int(int < 0, limbs.get(..used).unwrap_or_default())
            }
        })
    }

    /// A literal beyond 128 bits.
    fn big(&mut self, big: BigInt<'a>) -> Result<u32, OutOfMemory> {
        let mut limbs: List<'a, u32> = List::new();
        for &byte in big.digits {
            let Some(digit) = char::from(byte).to_digit(u32::from(big.radix)) else { continue };
            let mut carry = u64::from(digit);
            for limb in limbs.as_mut_slice() {
                let wide = u64::from(*limb) * u64::from(big.radix) + carry;
                *limb = wide as u32;
                carry = wide >> 32;
            }
            if carry != 0 {
                limbs.push(self.bump, carry as u32)?;
            }
        }
        self.shared(Key::Big(big), |writer| writer.big_int(false, limbs.as_slice()))
    }

    /// A code object.
    pub fn code(&mut self, parts: &CodeParts<'_>) -> Result<u32, OutOfMemory> {
        self.writer.code(parts).map_err(full)
    }

    /// Ends the image.
    pub fn finish(self, main: u32, file: u32) -> Result<Words<'a>, OutOfMemory> {
        self.writer.finish(main, file).map_err(full)
    }
}
