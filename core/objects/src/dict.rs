//! `dict`: a hash table of key, value pairs in the order of insertion.
//!
//! The layout is drawn in dict/entries.rs. Three doors lead in, from the fastest to the most general:
//!
//! * interned strs (attributes, globals, keyword names): `get_interned`, `set_interned`, `delete_interned`
//! * any key whose hash and equality need no script code: `lookup`, `set`, `delete`
//! * all others: the prelude does the search in Python, asking for `candidate`s one by one
//!
//! D6  A dict that is iterated may change; iteration goes by the number of entries and never reads
//!     behind them.
//!
//! Not here: storage (dict/entries.rs), views (view.rs), iterators (iter.rs), methods (crate `natives`).

pub mod entries;
pub mod grow;
pub mod index;
pub mod search;
pub mod tune;

use crate::cx::{Cx, Outcome};
use crate::hash::{self, KeyHash};
use crate::{class, names, native, types};
use entries::{Found, PAIR, State};
use threadsnake_heap::{OutOfMemory, Ref, Value, WORD, kind};
use tune::PROFILE;

/// What a search found.
pub type Lookup = Found;

/// Whether an operation was done here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[must_use]
pub enum Done {
    /// It was.
    Yes,
    /// Script code must do it: nothing has changed.
    NeedsCall,
}

/// An empty dict.
#[inline]
pub fn new(cx: &mut Cx) -> Result<Ref, OutOfMemory> {
    entries::new_owner(cx, kind::DICT)
}

/// An empty dict with room for exactly so many entries.
pub fn with_room(cx: &mut Cx, room: u32) -> Result<Ref, OutOfMemory> {
    let dict = new(cx)?;
    if room > 0
        && let Err(error) = entries::reserve::<PAIR>(cx, dict, room, &PROFILE)
    {
        cx.heap.dec_ref(dict);
        return Err(error);
    }
    Ok(dict)
}

/// A dict of pairs that lie in a row, key and value, when all keys are different small ints or interned strs and so
/// few that they need no index. The pairs move into it; none when it is not so, or for want of memory.
#[inline(never)]
pub fn of_simple_pairs(cx: &mut Cx, from: u32, count: u32) -> Option<Ref> {
    if PROFILE.has_index(count) {
        return None;
    }
    let pairs = cx.heap.space.words(from, count * PAIR);
    let mut is_mixed = false;
    for (at, pair) in pairs.chunks_exact(PAIR as usize).enumerate() {
        let [key, value] = [Value(pair[0]), Value(pair[1])];
        is_mixed |= key.is_small();
        let is_simple = key.is_small() || entries::is_interned(&cx.heap.space, key);
        let mut before = pairs.iter().step_by(PAIR as usize).take(at);
        if !is_simple || value.is_unbound() || before.any(|&other| other == key.0) {
            return None;
        }
    }
    let dict = new(cx).ok()?;
    if count > 0 && entries::fill(cx, dict, from, count * PAIR, count, is_mixed).is_err() {
        cx.heap.dec_ref(dict);
        return None;
    }
    Some(dict)
}

/// Number of keys.
#[inline(always)]
pub fn len(cx: &Cx, dict: Ref) -> u32 {
    State::of(&cx.heap.space, dict).live()
}

/// The value of an entry (borrowed), unbound when there is no such entry.
#[inline(always)]
pub fn value_at(cx: &Cx, dict: Ref, entry: u32) -> Value {
    let table = entries::open::<PAIR>(&cx.heap.space, dict);
    if entry < table.used {
        Value(cx.heap.space.load(table.entry(entry) + WORD))
    } else {
        Value::UNBOUND
    }
}

/// The key of an entry (borrowed), unbound when there is no such entry or it was deleted.
#[inline]
pub fn key_at(cx: &Cx, dict: Ref, entry: u32) -> Value {
    entries::key_at::<PAIR>(cx, dict, entry)
}

/// The first live entry at or behind `from`: number, key, value (borrowed).
#[inline]
pub fn next(cx: &Cx, dict: Ref, from: u32) -> Option<(u32, Value, Value)> {
    entries::next::<PAIR>(cx, dict, from)
}

/// The last live entry before `end`: number, key, value (borrowed).
pub fn previous(cx: &Cx, dict: Ref, end: u32) -> Option<(u32, Value, Value)> {
    entries::previous::<PAIR>(cx, dict, end)
}

/// The entry of an interned str.
#[inline]
pub fn find_interned(cx: &Cx, dict: Ref, name: Value) -> Option<u32> {
    entries::find_interned::<PAIR>(cx, dict, name)
}

/// The value of an interned str (borrowed).
#[inline]
pub fn get_interned(cx: &Cx, dict: Ref, name: Value) -> Option<Value> {
    let at = entries::place_of_interned::<PAIR>(cx, dict, name)?;
    Some(Value(cx.heap.space.load(at + WORD)))
}

/// Bit of a hint: the table had an index.
pub const HINT_INDEXED: u32 = 1 << 1;
/// Where a hint has the word of the value in the table's block.
pub const HINT_SHIFT: u32 = 2;
/// Bit of the state word: entries hold hashes. Hints are not made and not right then.
pub const STATE_HASHED: u32 = entries::HASHED;

/// A hint where the value of an entry lies, as a small int for the cache. Whoever follows it must look
/// whether the table has the same form, the word is in use and the word before it is the key.
pub fn hint(cx: &Cx, dict: Ref, entry: u32) -> Option<Value> {
    let table = entries::open::<PAIR>(&cx.heap.space, dict);
    if table.stride > PAIR || entry >= table.used {
        return None;
    }
    let word = (table.entry(entry) + WORD - table.block.0) / WORD;
    let indexed = if table.index.is_some() { HINT_INDEXED } else { 0 };
    Some(Value(word << HINT_SHIFT | indexed | 1))
}

/// The value of a small int key (borrowed), when the dict's own keys need no script code to say.
#[inline]
pub fn get_small(cx: &Cx, dict: Ref, key: Value) -> Lookup {
    entries::find::<PAIR>(cx, dict, key, hash::plain(cx, key))
}

/// Replaces the value of an entry that exists; takes over the reference.
#[inline]
pub fn set_value_at(cx: &mut Cx, dict: Ref, entry: u32, value: Value) {
    let table = entries::open::<PAIR>(&cx.heap.space, dict);
    if entry < table.used {
        let at = table.entry(entry) + WORD;
        let old = Value(cx.heap.space.load(at));
        cx.heap.space.store(at, value.0);
        cx.heap.dec(old);
    }
}

/// Sets the value of an interned str. Takes over the reference to `value` only when it succeeds.
#[inline]
pub fn set_interned(cx: &mut Cx, dict: Ref, name: Value, value: Value) -> Outcome<()> {
    if let Some(at) = entries::place_of_interned::<PAIR>(cx, dict, name) {
        let old = Value(cx.heap.space.load(at + WORD));
        cx.heap.space.store(at + WORD, value.0);
        cx.heap.dec(old);
        return Ok(());
    }
    let bits = hash::of_name(cx, name);
    Ok(add(cx, dict, name, KeyHash { bits, stored: false }, value)?)
}

/// Deletes an interned str; false when it is not there.
pub fn delete_interned(cx: &mut Cx, dict: Ref, name: Value) -> bool {
    match find_interned(cx, dict, name) {
        Some(entry) => {
            delete_at(cx, dict, entry);
            true
        }
        None => false,
    }
}

/// Adds a key that is not there yet. Takes over the reference to `value` when it succeeds.
#[inline]
pub fn add(
    cx: &mut Cx,
    dict: Ref,
    key: Value,
    hash: KeyHash,
    value: Value,
) -> Result<(), OutOfMemory> {
    entries::append::<PAIR>(cx, dict, key, hash, value, &PROFILE)?;
    cx.heap.inc(key);
    Ok(())
}

/// Searches for a key. Raises `TypeError` for a key that has no hash.
#[inline]
pub fn lookup(cx: &mut Cx, dict: Ref, key: Value) -> Outcome<Lookup> {
    Ok(match hash::key(cx, key)? {
        Some(hash) => entries::find::<PAIR>(cx, dict, key, hash.bits),
        None => Lookup::NeedsCall,
    })
}

/// `dict[key] = value`. Takes over the reference to `value` only when it is done.
#[inline]
pub fn set(cx: &mut Cx, dict: Ref, key: Value, value: Value) -> Outcome<Done> {
    let Some(hash) = hash::key(cx, key)? else { return Ok(Done::NeedsCall) };
    match entries::find::<PAIR>(cx, dict, key, hash.bits) {
        Found::At(entry) => set_value_at(cx, dict, entry, value),
        Found::Missing => add(cx, dict, key, hash, value)?,
        Found::NeedsCall => return Ok(Done::NeedsCall),
    }
    Ok(Done::Yes)
}

/// Deletes an entry.
pub fn delete_at(cx: &mut Cx, dict: Ref, entry: u32) {
    let (key, value) = entries::remove::<PAIR>(cx, dict, entry);
    cx.heap.dec(key);
    cx.heap.dec(value);
}

/// Takes an entry out; the value is the caller's.
pub fn take_at(cx: &mut Cx, dict: Ref, entry: u32) -> Value {
    let (key, value) = entries::remove::<PAIR>(cx, dict, entry);
    cx.heap.dec(key);
    value
}

/// Makes a dict empty.
pub fn clear(cx: &mut Cx, dict: Ref) {
    entries::clear(cx, dict);
}

/// A copy with room for exactly the keys there are.
pub fn copy(cx: &mut Cx, dict: Ref) -> Result<Ref, OutOfMemory> {
    let result = new(cx)?;
    match entries::copy::<PAIR>(cx, dict, result, &PROFILE) {
        Ok(()) => Ok(result),
        Err(error) => {
            cx.heap.dec_ref(result);
            Err(error)
        }
    }
}

/// Puts all pairs of another dict in. NeedsCall when a key needs script code: the pairs before it are in.
pub fn update(cx: &mut Cx, dict: Ref, from: Ref) -> Outcome<Done> {
    if dict == from {
        return Ok(Done::Yes);
    }
    if len(cx, dict) == 0 && !entries::open::<PAIR>(&cx.heap.space, dict).block.is_nil() {
        clear(cx, dict);
    }
    if len(cx, dict) == 0 {
        entries::copy::<PAIR>(cx, from, dict, &PROFILE)?;
        return Ok(Done::Yes);
    }
    let mut at = 0;
    while let Some((entry, key, value)) = next(cx, from, at) {
        let table = entries::open::<PAIR>(&cx.heap.space, from);
        let bits = entries::hash_at::<PAIR>(cx, &table, entry);
        let stored = table.stride > PAIR;
        match entries::find::<PAIR>(cx, dict, key, bits) {
            Found::At(there) => {
                cx.heap.inc(value);
                set_value_at(cx, dict, there, value);
            }
            Found::Missing => {
                add(cx, dict, key, KeyHash { bits, stored }, value)?;
                cx.heap.inc(value);
            }
            Found::NeedsCall => return Ok(Done::NeedsCall),
        }
        at = entry + 1;
    }
    cx.charge(at);
    Ok(Done::Yes)
}

/// The dict whose pairs are those of a mapping: the mapping itself, or what an instance of a subclass wraps
/// that iterates as dicts do. Other mappings are asked for `keys()`.
pub fn behind(cx: &Cx, mapping: Value) -> Option<Ref> {
    if let Some(dict) = cx.as_kind(mapping, kind::DICT) {
        return Some(dict);
    }
    let dict = cx.payload(mapping, kind::DICT)?;
    let iter = class::lookup(cx, cx.type_of(mapping), names::ITER)?;
    let native = cx.as_kind(iter, kind::NATIVE)?;
    (cx.heap.space.word(native, native::word::OWNER) == types::DICT.0).then_some(dict)
}

/// Are all keys strs (or instances of subclasses of str)? Names of keyword arguments must be.
pub fn all_keys_str(cx: &Cx, dict: Ref) -> bool {
    let mut from = 0;
    while let Some((entry, key, _)) = next(cx, dict, from) {
        if cx.payload(key, kind::STR).is_none() {
            return false;
        }
        from = entry + 1;
    }
    true
}

/// Bytes of the table, for `sys.getsizeof` and reports.
pub fn table_bytes(cx: &Cx, owner: Ref) -> u32 {
    let block = Ref(cx.heap.space.word(owner, entries::TABLE));
    if block.is_nil() { 0 } else { cx.heap.size_words(block) * WORD }
}
