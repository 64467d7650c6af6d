//! `int`: three sizes of integer that are one type to scripts.
//!
//! ```text
//! in the word          -2^30 .. 2^30-1
//! INT     3 words      +0 header   +4 64-bit integer in the machine's order
//! BIGINT  2 + n words  +0 header   +4 n << 1 | negative   +8 n limbs, least significant first
//! ```
//!
//! I1  Every number has one form: the first of the three that holds it. So equal numbers of different
//!     forms do not exist.
//! I2  `True` and `False` are ints wherever an int is read here.
//!
//! Operands are read into [`Int`]; arithmetic goes through 64 bits as long as that works and through the
//! limb algorithms of `bigint` when it does not.
//!
//! Not here: limb algorithms (bigint.rs), the choice of operation by type (arith.rs).

pub mod arith;
pub mod convert;
pub mod power;
pub mod text;

use crate::bigint::{self, Big, BigError, Signed};
use crate::cx::{Cx, Exit, Outcome};
use crate::number::hash;
use crate::raise::{self, Part::S};
use crate::{float, instance, types};
use core::cmp::Ordering;
use threadsnake_heap::header;
use threadsnake_heap::split::Part;
use threadsnake_heap::{OutOfMemory, Ref, Value, WORD, kind};

/// Words of a BIGINT before its limbs.
const BIG_WORDS: u32 = 2;
/// Word of an INT's number, or of a BIGINT's length and sign.
const NUMBER: u32 = 1;

/// An integer operand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Int {
    /// One of 64 bits.
    Word(i64),
    /// A BIGINT object.
    Big(Ref),
}

/// Reads an int or bool; instances of subclasses are not looked into.
#[inline(always)]
pub fn read(cx: &Cx, value: Value) -> Option<Int> {
    if value.is_small() {
        return Some(Int::Word(i64::from(value.as_small())));
    }
    read_boxed(cx, value)
}

#[inline]
fn read_boxed(cx: &Cx, value: Value) -> Option<Int> {
    if value.is_bool() {
        return Some(Int::Word(i64::from(value == Value::TRUE)));
    }
    let object = value.object_ref()?;
    match cx.heap.kind(object) {
        kind::INT => Some(Int::Word(cx.heap.space.long(object, NUMBER))),
        kind::BIGINT => Some(Int::Big(object)),
        _ => None,
    }
}

/// The plain int that a value is or, as an instance of a subclass, wraps (borrowed); bools stay bools.
#[inline]
pub fn plain(cx: &Cx, value: Value) -> Option<Value> {
    if read(cx, value).is_some() {
        return Some(value);
    }
    let object = value.object_ref()?;
    if !matches!(cx.heap.kind(object), kind::INSTANCE | kind::INSTANCE_X) {
        return None;
    }
    instance::payload(cx, object).filter(|&inner| read(cx, inner).is_some())
}

/// Reads an int, a bool or an instance of a subclass.
#[inline]
pub fn read_any(cx: &Cx, value: Value) -> Option<Int> {
    match read(cx, value) {
        None => plain(cx, value).and_then(|inner| read(cx, inner)),
        found => found,
    }
}

/// Is this value an int or an instance of a subclass of int?
pub fn is_int(cx: &Cx, value: Value) -> bool {
    read_any(cx, value).is_some()
}

/// The int of a 64-bit number.
#[inline(always)]
pub fn from_i64(cx: &mut Cx, number: i64) -> Result<Value, OutOfMemory> {
    match Value::small_from_i64(number) {
        Some(value) => Ok(value),
        None => boxed(cx, number),
    }
}

fn boxed(cx: &mut Cx, number: i64) -> Result<Value, OutOfMemory> {
    let object = cx.heap.alloc(3)?;
    cx.heap.space.store(object.0, header::fresh(kind::INT));
    cx.heap.space.set_long(object, NUMBER, number);
    Ok(object.value())
}

/// The int of an unsigned 64-bit number.
pub fn from_u64(cx: &mut Cx, number: u64) -> Result<Value, OutOfMemory> {
    from_i128(cx, i128::from(number))
}

/// The int of a length or a count.
#[inline(always)]
pub fn from_u32(cx: &mut Cx, number: u32) -> Result<Value, OutOfMemory> {
    from_i64(cx, i64::from(number))
}

/// The int of a 128-bit number.
pub fn from_i128(cx: &mut Cx, number: i128) -> Result<Value, OutOfMemory> {
    if let Ok(small) = i64::try_from(number) {
        return from_i64(cx, small);
    }
    let magnitude = number.unsigned_abs();
    let limb = |index: u32| (magnitude >> (index * 32)) as u32;
    from_limbs(cx, number < 0, &[limb(0), limb(1), limb(2), limb(3)])
}

/// The int of a sign and limbs that lie outside the heap.
pub fn from_limbs(cx: &mut Cx, negative: bool, limbs: &[u32]) -> Result<Value, OutOfMemory> {
    let big = Big::new(negative, limbs);
    if let Some(number) = big.to_i64() {
        return from_i64(cx, number);
    }
    let object = room(cx, big.limbs.len())?;
    let (offset, count) = limbs_part(cx, object);
    cx.heap.space.words_mut(offset, count).copy_from_slice(big.limbs);
    cx.heap.space.set_word(object, NUMBER, count << 1 | u32::from(big.negative));
    Ok(object.value())
}

/// Takes a BIGINT with room for so many limbs, which hold anything.
pub fn room(cx: &mut Cx, limbs: usize) -> Result<Ref, OutOfMemory> {
    let limbs = u32::try_from(limbs).map_err(|_| OutOfMemory)?;
    if limbs >= header::MAX_WORDS {
        return Err(OutOfMemory);
    }
    let object = cx.heap.alloc(BIG_WORDS + limbs)?;
    cx.heap.space.store(object.0, header::fresh(kind::BIGINT));
    cx.heap.space.set_word(object, NUMBER, limbs << 1);
    Ok(object)
}

/// Offset and number of the limbs of a BIGINT.
#[inline]
pub fn limbs_part(cx: &Cx, object: Ref) -> Part {
    (object.0 + BIG_WORDS * WORD, cx.heap.space.word(object, NUMBER) >> 1)
}

/// A BIGINT as the algorithms want it.
#[inline]
pub fn big<'a>(cx: &'a Cx, object: Ref) -> Big<'a> {
    let (offset, count) = limbs_part(cx, object);
    Big::new(cx.heap.space.word(object, NUMBER) & 1 != 0, cx.heap.space.words(offset, count))
}

/// Cuts a filled BIGINT to its length, or to a smaller form of int (I1); takes it over.
pub fn finish(cx: &mut Cx, object: Ref, result: Signed) -> Result<Value, OutOfMemory> {
    let (offset, room) = limbs_part(cx, object);
    let len = u32::try_from(result.len).unwrap_or(room).min(room);
    if len <= 2 {
        let limbs = Big::new(result.negative, cx.heap.space.words(offset, len));
        if let Some(number) = limbs.to_i64() {
            cx.heap.dec_ref(object);
            return from_i64(cx, number);
        }
    }
    cx.heap.space.set_word(object, NUMBER, len << 1 | u32::from(result.negative));
    cx.heap.shrink(object, BIG_WORDS + room, BIG_WORDS + len);
    Ok(object.value())
}

/// An operand whose limbs are in the heap, or here when it has only 64 bits.
pub struct Operand {
    part: Part,
    negative: bool,
    narrow: Option<[u32; 2]>,
}

impl Operand {
    /// Prepares an operand.
    pub fn new(cx: &Cx, int: Int) -> Operand {
        match int {
            Int::Word(number) => {
                let magnitude = number.unsigned_abs();
                let limbs = [magnitude as u32, (magnitude >> 32) as u32];
                Operand { part: (0, 0), negative: number < 0, narrow: Some(limbs) }
            }
            Int::Big(object) => Operand {
                part: limbs_part(cx, object),
                negative: cx.heap.space.word(object, NUMBER) & 1 != 0,
                narrow: None,
            },
        }
    }

    /// Number of its limbs.
    pub fn len(&self) -> usize {
        match &self.narrow {
            Some(limbs) => bigint::trimmed(limbs).len(),
            None => self.part.1 as usize,
        }
    }

    /// Is it below zero?
    pub fn is_negative(&self) -> bool {
        self.negative
    }

    /// The operand where it lies.
    #[inline]
    pub fn in_place<'a>(&'a self, cx: &'a Cx) -> Big<'a> {
        self.big(cx.heap.space.words(self.part.0, self.part.1))
    }

    /// The operand, given the limbs at its place in the heap.
    fn big<'a>(&'a self, limbs: &'a [u32]) -> Big<'a> {
        match &self.narrow {
            Some(narrow) => Big::new(self.negative, narrow),
            None => Big::new(self.negative, limbs),
        }
    }
}

/// What went wrong in an algorithm, as an exception.
pub fn raise_big(cx: &mut Cx, error: BigError) -> Exit {
    match error {
        BigError::ZeroDivision => {
            raise::zero_division_error(cx, &[S("integer division or modulo by zero")])
        }
        BigError::Overflow => raise::overflow_error(cx, &[S("int too large to convert to float")]),
        BigError::Room => raise::memory_error(cx),
        BigError::Stopped => cx.given_up(),
    }
}

/// Runs an algorithm over operands with `W` new BIGINTs to write into, which the caller finishes or
/// drops. They are dropped here when the algorithm fails.
pub fn compute<const W: usize, const R: usize, T>(
    cx: &mut Cx,
    rooms: [usize; W],
    operands: &[Operand; R],
    run: impl FnOnce([&mut [u32]; W], [Big<'_>; R], &mut bigint::Charge<'_>) -> Result<T, BigError>,
) -> Outcome<(T, [Ref; W])> {
    let objects = take_rooms(cx, rooms)?;
    let parts = objects.map(|object| limbs_part(cx, object));
    let reads = operands.each_ref().map(|operand| operand.part);
    let mut meter = cx.meter.limbs(cx.platform);
    let mut charge = |steps: u32| meter.spend(steps);
    let result = match cx.heap.space.split_words(parts, reads) {
        Some((rooms, limbs)) => {
            let mut each = operands.iter().zip(limbs);
            let numbers = [(); R].map(|()| match each.next() {
                Some((operand, limbs)) => operand.big(limbs),
                None => Big::new(false, &[]),
            });
            run(rooms, numbers, &mut charge)
        }
        None => Err(BigError::Room),
    };
    let rest = meter.rest();
    cx.charge(rest);
    result.map(|result| (result, objects)).map_err(|error| {
        drop_all(cx, &objects);
        raise_big(cx, error)
    })
}

/// Takes BIGINTs with these numbers of limbs, all or none.
fn take_rooms<const W: usize>(cx: &mut Cx, rooms: [usize; W]) -> Outcome<[Ref; W]> {
    let mut objects = [Ref::NIL; W];
    for (place, limbs) in objects.iter_mut().zip(rooms) {
        match room(cx, limbs) {
            Ok(object) => *place = object,
            Err(error) => {
                drop_all(cx, &objects);
                return Err(error.into());
            }
        }
    }
    Ok(objects)
}

fn drop_all(cx: &mut Cx, objects: &[Ref]) {
    objects.iter().filter(|object| !object.is_nil()).for_each(|&object| cx.heap.dec_ref(object));
}

/// Compares two ints.
#[inline]
pub fn compare(cx: &Cx, a: Int, b: Int) -> Ordering {
    match (a, b) {
        (Int::Word(a), Int::Word(b)) => a.cmp(&b),
        (Int::Big(a), Int::Big(b)) => bigint::compare_signed(big(cx, a), big(cx, b)),
        // I1: a BIGINT is farther from zero than any number of 64 bits.
        (Int::Big(a), Int::Word(_)) if big(cx, a).negative => Ordering::Less,
        (Int::Big(_), Int::Word(_)) => Ordering::Greater,
        (Int::Word(_), Int::Big(b)) if big(cx, b).negative => Ordering::Greater,
        (Int::Word(_), Int::Big(_)) => Ordering::Less,
    }
}

/// Compares an int with a float exactly; none for NaN.
#[inline]
pub fn compare_float(cx: &Cx, a: Int, b: f64) -> Option<Ordering> {
    match a {
        Int::Word(number) if number.unsigned_abs() <= float::EXACT_INT => {
            (number as f64).partial_cmp(&b)
        }
        Int::Word(number) => bigint::float::compare_f64(bigint::Narrow::new(number).big(), b),
        Int::Big(object) => bigint::float::compare_f64(big(cx, object), b),
    }
}

/// The hash of an int.
#[inline]
pub fn hash(cx: &Cx, a: Int) -> i32 {
    match a {
        Int::Word(number) => hash::hash_i64(number),
        Int::Big(object) => hash::hash_big(big(cx, object)),
    }
}

/// Is this the number 0?
#[inline]
pub fn is_zero(a: Int) -> bool {
    a == Int::Word(0)
}

/// Is this number below 0?
pub fn is_negative(cx: &Cx, a: Int) -> bool {
    match a {
        Int::Word(number) => number < 0,
        Int::Big(object) => cx.heap.space.word(object, NUMBER) & 1 != 0,
    }
}

/// The value of an operand again: the number itself, not an instance that wraps it.
pub fn value(cx: &mut Cx, a: Int) -> Result<Value, OutOfMemory> {
    match a {
        Int::Word(number) => from_i64(cx, number),
        Int::Big(object) => Ok(cx.heap.share(object.value())),
    }
}

/// The number of a value that must be an integer for the machine's own use, cut to 64 bits; none when it is
/// no int.
pub fn saturated(cx: &Cx, value: Value) -> Option<i64> {
    Some(match read_any(cx, value)? {
        Int::Word(number) => number,
        Int::Big(object) if big(cx, object).negative => i64::MIN,
        Int::Big(_) => i64::MAX,
    })
}

/// Does a class derive from int, bool included?
pub fn is_int_class(cx: &Cx, class: Ref) -> bool {
    crate::class::is_subclass(cx, class, types::INT)
}
