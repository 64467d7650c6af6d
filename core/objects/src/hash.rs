//! Hashes of values, as far as they need no script code.
//!
//! Scripts see the hash as a number (`visible`); tables use 31 bits of it (`fold`). Equal values have
//! equal hashes whatever their types. Objects without `__eq__` and `__hash__` of their own are hashed by
//! where they lie, which is the same on every machine.
//!
//! | value | hash | table keeps it |
//! |-------|------|----------------|
//! | numbers, strs, bytes, immediates, objects compared by identity | at hand | no |
//! | tuples, frozensets, ranges | computed from the parts | yes |
//! | objects with a `__hash__` of their own | by script code | yes |
//!
//! Not here: hashes of numbers (number/hash.rs) and of text (str.rs).

use crate::class::{self, flag};
use crate::cx::{Cx, Outcome};
use crate::dict::entries::{self, SINGLE};
use crate::number::hash as number;
use crate::raise::{self, Part::S, Part::T};
use crate::{instance, int, range, str, tuple};
use threadsnake_heap::{Ref, Value, kind};

/// Tuples inside tuples deeper than this are left to script code.
const DEPTH_MAX: u32 = 8;
/// Bits that tables use.
pub const MASK: u32 = 0x7fff_ffff;

/// The hash of a key as tables use it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct KeyHash {
    /// 31 bits.
    pub bits: u32,
    /// Is it too costly to compute again, so that the table must keep it?
    pub stored: bool,
}

impl KeyHash {
    const fn plain(bits: u32) -> KeyHash {
        KeyHash { bits, stored: false }
    }

    /// A hash that the table keeps.
    pub const fn stored(bits: u32) -> KeyHash {
        KeyHash { bits, stored: true }
    }
}

/// What a table makes of a hash that scripts see.
#[inline(always)]
pub const fn fold(visible: i64) -> u32 {
    let high = (visible >> 31) as u32;
    let sign = (visible >> 63) as u32;
    // Small hashes, positive or negative, keep their low bits as they are.
    ((visible as u32) ^ (high ^ sign).wrapping_mul(0x85eb_ca6b)) & MASK
}

/// The hash of an interned str.
#[inline(always)]
pub fn of_name(cx: &Cx, name: Value) -> u32 {
    let known = cx.heap.space.word(name.as_ref(), str::HASH);
    if known != 0 { known } else { of_new_name(cx, name) }
}

#[cold]
fn of_new_name(cx: &Cx, name: Value) -> u32 {
    str::hash_bytes(str::bytes(cx, name.as_ref()))
}

/// The hash of a key that a table does not keep hashes of, computed again.
#[inline]
pub fn plain(cx: &Cx, key: Value) -> u32 {
    if key.is_small() {
        return fold(of_small(key));
    }
    let Some(object) = key.object_ref() else { return immediate(key).bits };
    match cx.heap.kind(object) {
        kind::STR => of_name(cx, key),
        other => plain_slowly(cx, object, other),
    }
}

fn plain_slowly(cx: &Cx, object: Ref, object_kind: u8) -> u32 {
    match object_kind {
        kind::BYTES => match cx.heap.space.word(object, str::HASH) {
            0 => str::hash_bytes(crate::bytes::bytes(cx, object)),
            known => known & MASK,
        },
        kind::INT | kind::BIGINT | kind::FLOAT | kind::COMPLEX => {
            fold(of_number(cx, object, object_kind))
        }
        kind::METHOD => of_method(cx, object),
        kind::INSTANCE | kind::INSTANCE_X => match instance::payload(cx, object) {
            // One step: a payload is never an instance.
            Some(inner) if inner.object_ref() != Some(object) => plain_payload(cx, object, inner),
            _ => of_place(object),
        },
        _ => of_place(object),
    }
}

fn plain_payload(cx: &Cx, object: Ref, inner: Value) -> u32 {
    match inner.object_ref().map(|inner| cx.heap.kind(inner)) {
        Some(kind::INSTANCE | kind::INSTANCE_X) => of_place(object),
        _ => plain(cx, inner),
    }
}

#[inline(always)]
fn of_small(key: Value) -> i64 {
    let int = i64::from(key.as_small());
    if int == -1 { -2 } else { int }
}

/// The hash of an object that is compared by identity.
#[inline(always)]
pub const fn of_place(object: Ref) -> u32 {
    object.0 >> 2
}

/// A bound method is its receiver, by identity, and its function.
fn of_method(cx: &Cx, object: Ref) -> u32 {
    let (receiver, function) = (cx.heap.space.word(object, 1), cx.heap.space.word(object, 2));
    (receiver.rotate_left(7) ^ function >> 2) & MASK
}

fn of_number(cx: &Cx, object: Ref, object_kind: u8) -> i64 {
    let space = &cx.heap.space;
    match object_kind {
        kind::INT => i64::from(number::hash_i64(space.long(object, 1))),
        kind::BIGINT => i64::from(number::hash_big(int::big(cx, object))),
        kind::FLOAT => i64::from(number::hash_f64(space.double(object, 1))),
        _ => i64::from(number::hash_complex(space.double(object, 1), space.double(object, 3))),
    }
}

/// The hash of a key that is no object. Code that nobody compiled may hold no value at all: that is no key.
fn immediate_key(cx: &mut Cx, key: Value) -> Outcome<KeyHash> {
    if key.is_unbound() {
        return Err(raise::system_error(cx, &[S("a key is missing")]));
    }
    Ok(immediate(key))
}

/// The hash of a key for a table. None: script code must compute it. Raises `TypeError` for a key that
/// has none.
#[inline]
pub fn key(cx: &mut Cx, key: Value) -> Outcome<Option<KeyHash>> {
    if key.is_small() {
        return Ok(Some(KeyHash::plain(fold(of_small(key)))));
    }
    let Some(object) = key.object_ref() else { return immediate_key(cx, key).map(Some) };
    if cx.heap.kind(object) == kind::STR {
        return Ok(Some(KeyHash::plain(str::hash(cx, object))));
    }
    of_object(cx, key, object, 0)
}

/// The same for a key that is searched in a set: None also for a set, which may equal a frozenset there.
#[inline]
pub fn key_of_lookup(cx: &mut Cx, key: Value) -> Outcome<Option<KeyHash>> {
    let object_kind = cx.kind_of(key);
    if object_kind == kind::SET {
        return Ok(None);
    }
    if matches!(object_kind, kind::INSTANCE | kind::INSTANCE_X)
        && cx.payload(key, kind::SET).is_some()
    {
        let flags = class::flags(cx, cx.type_of(key));
        if flags & flag::HASH == 0 {
            return Ok(None);
        }
    }
    self::key(cx, key)
}

/// Immediates: `True` and `False` are numbers.
fn immediate(key: Value) -> KeyHash {
    KeyHash::plain(match key {
        Value::TRUE => 1,
        Value::FALSE => 0,
        other => other.0,
    })
}

fn of_object(cx: &mut Cx, key: Value, object: Ref, depth: u32) -> Outcome<Option<KeyHash>> {
    let object_kind = cx.heap.kind(object);
    match object_kind {
        kind::BYTES => Ok(Some(KeyHash::plain(crate::bytes::hash(cx, object) & MASK))),
        kind::INT | kind::BIGINT | kind::FLOAT | kind::COMPLEX => {
            Ok(Some(KeyHash::plain(fold(of_number(cx, object, object_kind)))))
        }
        kind::TUPLE => of_tuple(cx, object, depth),
        kind::FROZENSET => of_frozenset(cx, object).map(Some),
        kind::RANGE => of_range(cx, object, depth),
        kind::INSTANCE | kind::INSTANCE_X => of_instance(cx, key, object, depth),
        kind::CLASS => of_class(cx, object),
        kind::METHOD => Ok(Some(KeyHash::plain(of_method(cx, object)))),
        kind::WEAKREF | kind::ALIAS | kind::MEMORYVIEW => Ok(None),
        kind::LIST | kind::DICT | kind::SET | kind::BYTEARRAY | kind::SLICE => {
            Err(unhashable(cx, key))
        }
        kind::VIEW if crate::view::is_set_like(cx, object) => Err(unhashable(cx, key)),
        _ => Ok(Some(KeyHash::plain(of_place(object)))),
    }
}

/// Raises the `TypeError` of a value that has no hash.
#[cold]
pub fn unhashable(cx: &mut Cx, key: Value) -> crate::cx::Exit {
    raise::type_error(cx, &[S("unhashable type: '"), T(key), S("'")])
}

fn of_instance(cx: &mut Cx, key: Value, object: Ref, depth: u32) -> Outcome<Option<KeyHash>> {
    let class = cx.type_of(key);
    let flags = class::flags(cx, class);
    if flags & flag::UNHASHABLE != 0 {
        return Err(unhashable(cx, key));
    }
    if flags & flag::HASH != 0 {
        return Ok(None);
    }
    let Some(inner) = instance::payload(cx, object) else {
        return Ok(Some(KeyHash::plain(of_place(object))));
    };
    if inner.is_small() {
        return Ok(Some(KeyHash::plain(fold(of_small(inner)))));
    }
    match inner.object_ref() {
        Some(inner_object) if cx.heap.kind(inner_object) == kind::STR => {
            Ok(Some(KeyHash::plain(str::hash(cx, inner_object))))
        }
        Some(inner_object) if depth < DEPTH_MAX => match cx.heap.kind(inner_object) {
            kind::LIST | kind::DICT | kind::SET | kind::BYTEARRAY => Err(unhashable(cx, key)),
            _ => of_object(cx, inner, inner_object, depth + 1),
        },
        Some(_) => Ok(None),
        None => Ok(Some(immediate(inner))),
    }
}

/// Classes are compared by identity unless their metaclass says otherwise.
fn of_class(cx: &Cx, object: Ref) -> Outcome<Option<KeyHash>> {
    let meta = class::meta(cx, object);
    let own = class::flags(cx, meta) & (flag::HASH | flag::EQ | flag::UNHASHABLE) != 0;
    Ok((!own).then(|| KeyHash::plain(of_place(object))))
}

/// Mixes the hashes of the items of a tuple in order.
struct Mixer(u32);

impl Mixer {
    const fn new() -> Mixer {
        Mixer(0x165667b1)
    }

    fn add(&mut self, bits: u32) {
        let turned = self.0.wrapping_add(bits.wrapping_mul(0x85eb_ca77)).rotate_left(13);
        self.0 = turned.wrapping_mul(0x9e37_79b1);
    }

    fn finish(self, len: u32) -> u32 {
        (self.0.wrapping_add(len ^ 0x27d4_eb2f)) & (MASK >> 1)
    }
}

fn of_tuple(cx: &mut Cx, object: Ref, depth: u32) -> Outcome<Option<KeyHash>> {
    let len = tuple::len(cx, object);
    if depth > 0 {
        // The same tuple may occur in itself many times over.
        cx.spend(len)?;
    }
    let mut mixer = Mixer::new();
    for at in 0..len {
        let item = tuple::item(cx, object, at);
        let found = match item.object_ref() {
            Some(_) if depth >= DEPTH_MAX => None,
            Some(inner) => of_any_object(cx, item, inner, depth + 1)?,
            None => key(cx, item)?,
        };
        let Some(found) = found else { return Ok(None) };
        mixer.add(found.bits);
    }
    Ok(Some(KeyHash::stored(mixer.finish(len))))
}

fn of_any_object(cx: &mut Cx, value: Value, object: Ref, depth: u32) -> Outcome<Option<KeyHash>> {
    if cx.heap.kind(object) == kind::STR {
        return Ok(Some(KeyHash::plain(str::hash(cx, object))));
    }
    of_object(cx, value, object, depth)
}

/// The hash of a tuple whose items have these hashes, for script code that computed some of them.
pub fn of_item_hashes(cx: &Cx, hashes: &[Value]) -> Option<u32> {
    let mut mixer = Mixer::new();
    for &hash in hashes {
        mixer.add(fold_value(cx, hash)?);
    }
    Some(mixer.finish(hashes.len() as u32))
}

/// The order of a set is nobody's business: the hashes of its items are mixed by sum and exclusive or.
fn of_frozenset(cx: &mut Cx, object: Ref) -> Outcome<KeyHash> {
    let table = entries::open::<SINGLE>(&cx.heap.space, object);
    let (mut sum, mut either, mut count) = (0u32, 0u32, 0u32);
    for entry in 0..table.used {
        if cx.heap.space.load(table.entry(entry)) != 0 {
            let bits = entries::hash_at::<SINGLE>(cx, &table, entry);
            let spread = (bits ^ 0x55b4_db55 ^ bits << 16).wrapping_mul(0xcc9e_2d51);
            sum = sum.wrapping_add(spread);
            either ^= spread.rotate_left(7);
            count += 1;
        }
    }
    let mixed =
        (sum ^ either.wrapping_mul(0x1b87_3593)).wrapping_add(count.wrapping_mul(0x9e37_79b1));
    Ok(KeyHash::stored((mixed ^ mixed >> 15) & (MASK >> 1)))
}

/// As CPython: the hash of (len, start, step), with None where they say nothing.
fn of_range(cx: &mut Cx, object: Ref, depth: u32) -> Outcome<Option<KeyHash>> {
    let Some(parts) = range::identity(cx, object)? else { return Ok(None) };
    let mut mixer = Mixer::new();
    let mut whole = true;
    for &part in &parts {
        let found = match part.object_ref() {
            Some(inner) => of_any_object(cx, part, inner, depth + 1),
            None => key(cx, part),
        };
        match found {
            Ok(Some(found)) => mixer.add(found.bits),
            _ => whole = false,
        }
    }
    for part in parts {
        cx.heap.dec(part);
    }
    Ok(whole.then(|| KeyHash::stored(mixer.finish(3))))
}

/// What a table makes of a hash that script code computed, which must be an int.
pub fn fold_value(cx: &Cx, hash: Value) -> Option<u32> {
    if hash.is_small() {
        return Some(fold(of_small(hash)));
    }
    match cx.kind_of(hash) {
        found @ (kind::INT | kind::BIGINT) => Some(fold(of_number(cx, hash.as_ref(), found))),
        _ if hash.is_bool() => Some(u32::from(hash == Value::TRUE)),
        _ => cx.payload(hash, kind::INT).map(|inner| plain(cx, inner.value())),
    }
}

/// The hash that scripts see (an owned int). None: script code must compute it.
pub fn visible(cx: &mut Cx, value: Value) -> Outcome<Option<Value>> {
    let number = match cx.kind_of(value) {
        kind::INT | kind::BIGINT | kind::FLOAT | kind::COMPLEX => {
            of_number(cx, value.as_ref(), cx.kind_of(value))
        }
        _ if value.is_small() => of_small(value),
        _ => match key(cx, value)? {
            Some(found) => i64::from(found.bits),
            None => return Ok(None),
        },
    };
    Ok(Some(int::from_i64(cx, number)?))
}
