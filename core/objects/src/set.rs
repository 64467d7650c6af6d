//! `set` and `frozenset`: hash tables of keys in the order of insertion.
//!
//! The layout is that of a dict's table with entries of one word (dict/entries.rs).
//!
//! Set algebra works here as long as no key needs script code to be found; a function that meets one
//! answers None and leaves its operands as they were, except for the in-place ones, whose own words say
//! how far they got.
//!
//! Not here: methods (crate `natives`), order by inclusion (compare.rs).

use crate::cx::{Cx, Outcome};
use crate::dict::Done;
use crate::dict::entries::{self, Found, SINGLE, State, Table};
use crate::dict::tune::PROFILE;
use crate::hash::{self, KeyHash};
use threadsnake_heap::{OutOfMemory, Ref, Value, kind};

/// An empty set of this kind: `kind::SET` or `kind::FROZENSET`.
#[inline]
pub fn new(cx: &mut Cx, set_kind: u8) -> Result<Ref, OutOfMemory> {
    entries::new_owner(cx, set_kind)
}

/// An empty set of this kind with room for so many keys.
pub fn with_room(cx: &mut Cx, set_kind: u8, room: u32) -> Result<Ref, OutOfMemory> {
    let set = new(cx, set_kind)?;
    if room > 0
        && let Err(error) = entries::reserve::<SINGLE>(cx, set, room, &PROFILE)
    {
        cx.heap.dec_ref(set);
        return Err(error);
    }
    Ok(set)
}

/// Number of keys.
#[inline(always)]
pub fn len(cx: &Cx, set: Ref) -> u32 {
    State::of(&cx.heap.space, set).live()
}

/// The first key at or behind entry `from`: number of its entry, key (borrowed).
#[inline]
pub fn next_entry(cx: &Cx, set: Ref, from: u32) -> Option<(u32, Value)> {
    entries::next::<SINGLE>(cx, set, from).map(|(entry, key, _)| (entry, key))
}

/// Searches for a key. A set, which has no hash, is looked for as the frozenset of its keys. Raises
/// `TypeError` for another key that has no hash.
#[inline]
pub fn lookup(cx: &mut Cx, set: Ref, key: Value) -> Outcome<Found> {
    let hash = match hash::key_of_lookup(cx, key)? {
        Some(hash) => hash,
        None => return look_up_set(cx, set, key),
    };
    Ok(entries::find::<SINGLE>(cx, set, key, hash.bits))
}

#[cold]
fn look_up_set(cx: &mut Cx, set: Ref, key: Value) -> Outcome<Found> {
    let Some(other) = cx.payload(key, kind::SET) else { return Ok(Found::NeedsCall) };
    let frozen = copy(cx, other, kind::FROZENSET)?;
    let found = hash::key(cx, frozen.value());
    let found = found.map(|hash| match hash {
        Some(hash) => entries::find::<SINGLE>(cx, set, frozen.value(), hash.bits),
        None => Found::NeedsCall,
    });
    cx.heap.dec_ref(frozen);
    found
}

/// Adds a key with its hash that is not there yet.
pub fn append(cx: &mut Cx, set: Ref, key: Value, hash: KeyHash) -> Result<(), OutOfMemory> {
    entries::append::<SINGLE>(cx, set, key, hash, Value::UNBOUND, &PROFILE)?;
    cx.heap.inc(key);
    Ok(())
}

/// Adds a key; a new reference to it is taken.
#[inline]
pub fn add(cx: &mut Cx, set: Ref, key: Value) -> Outcome<Done> {
    let Some(hash) = hash::key(cx, key)? else { return Ok(Done::NeedsCall) };
    add_hashed(cx, set, key, hash)
}

fn add_hashed(cx: &mut Cx, set: Ref, key: Value, hash: KeyHash) -> Outcome<Done> {
    match entries::find::<SINGLE>(cx, set, key, hash.bits) {
        Found::At(_) => {}
        Found::Missing => append(cx, set, key, hash)?,
        Found::NeedsCall => return Ok(Done::NeedsCall),
    }
    Ok(Done::Yes)
}

/// Deletes an entry.
pub fn delete_at(cx: &mut Cx, set: Ref, entry: u32) {
    let (key, _) = entries::remove::<SINGLE>(cx, set, entry);
    cx.heap.dec(key);
}

/// Takes some key out; the caller owns it.
pub fn pop(cx: &mut Cx, set: Ref) -> Option<Value> {
    entries::remove_last::<SINGLE>(cx, set).map(|(key, _)| key)
}

/// Makes a set empty.
pub fn clear(cx: &mut Cx, set: Ref) {
    entries::clear(cx, set);
}

/// A copy of this kind with room for exactly the keys there are.
pub fn copy(cx: &mut Cx, set: Ref, set_kind: u8) -> Result<Ref, OutOfMemory> {
    let result = new(cx, set_kind)?;
    match entries::copy::<SINGLE>(cx, set, result, &PROFILE) {
        Ok(()) => Ok(result),
        Err(error) => {
            cx.heap.dec_ref(result);
            Err(error)
        }
    }
}

/// A key of a set with its hash.
#[derive(Clone, Copy)]
struct Member {
    key: Value,
    hash: KeyHash,
}

/// What an entry of a table holds, if it was not deleted. Nothing that goes over a table changes it.
#[inline(always)]
fn member(cx: &Cx, table: &Table, entry: u32) -> Option<Member> {
    let key = Value(cx.heap.space.load(table.entry(entry)));
    if key.is_unbound() {
        return None;
    }
    let bits = entries::hash_at::<SINGLE>(cx, table, entry);
    Some(Member { key, hash: KeyHash { bits, stored: table.stride > SINGLE } })
}

/// Makes room ahead for `more` keys that may come, when they are many beside those that are there; did
/// the table grow? Without memory for all of it the set grows as usual.
fn expect(cx: &mut Cx, set: Ref, more: u32) -> bool {
    let len = len(cx, set);
    more > len / 4
        && entries::reserve::<SINGLE>(cx, set, len.saturating_add(more), &PROFILE).is_ok()
}

/// Adds all keys of another set.
pub fn update(cx: &mut Cx, set: Ref, other: Ref) -> Outcome<Done> {
    if set == other {
        return Ok(Done::Yes);
    }
    let more = len(cx, other);
    let expecting = expect(cx, set, more);
    let done = add_all(cx, set, other);
    if expecting {
        entries::trim::<SINGLE>(cx, set, &PROFILE);
    }
    done
}

fn add_all(cx: &mut Cx, set: Ref, other: Ref) -> Outcome<Done> {
    let table = entries::open::<SINGLE>(&cx.heap.space, other);
    for entry in 0..table.used {
        let Some(found) = member(cx, &table, entry) else { continue };
        if add_hashed(cx, set, found.key, found.hash)? == Done::NeedsCall {
            return Ok(Done::NeedsCall);
        }
    }
    cx.charge(table.used);
    Ok(Done::Yes)
}

/// Which keys of `a` are kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Keep {
    /// Those that are in `b`.
    Common,
    /// Those that are not in `b`.
    Rest,
}

/// Adds to `result` the keys of `a` that are, or are not, in `b`. None of them is in `result` yet.
pub fn select(cx: &mut Cx, a: Ref, b: Ref, keep: Keep, result: Ref) -> Outcome<Done> {
    let most = len(cx, a);
    let expecting = expect(cx, result, most);
    let done = select_each(cx, a, b, keep, result);
    if expecting {
        entries::trim::<SINGLE>(cx, result, &PROFILE);
    }
    done
}

fn select_each(cx: &mut Cx, a: Ref, b: Ref, keep: Keep, result: Ref) -> Outcome<Done> {
    let table = entries::open::<SINGLE>(&cx.heap.space, a);
    for entry in 0..table.used {
        let Some(found) = member(cx, &table, entry) else { continue };
        let there = match entries::find::<SINGLE>(cx, b, found.key, found.hash.bits) {
            Found::At(_) => Keep::Common,
            Found::Missing => Keep::Rest,
            Found::NeedsCall => return Ok(Done::NeedsCall),
        };
        if there == keep {
            append(cx, result, found.key, found.hash)?;
        }
    }
    cx.charge(table.used);
    Ok(Done::Yes)
}

/// Deletes from `set` the keys that are in `other`.
pub fn subtract(cx: &mut Cx, set: Ref, other: Ref) -> Outcome<Done> {
    if set == other {
        clear(cx, set);
        return Ok(Done::Yes);
    }
    let table = entries::open::<SINGLE>(&cx.heap.space, other);
    for entry in 0..table.used {
        let Some(found) = member(cx, &table, entry) else { continue };
        match entries::find::<SINGLE>(cx, set, found.key, found.hash.bits) {
            Found::At(entry) => delete_at(cx, set, entry),
            Found::Missing => {}
            Found::NeedsCall => return Ok(Done::NeedsCall),
        }
    }
    cx.charge(table.used);
    Ok(Done::Yes)
}

/// Have two sets no key in common? None: script code must say.
pub fn is_disjoint(cx: &mut Cx, a: Ref, b: Ref) -> Option<bool> {
    let (small, large) = if len(cx, a) <= len(cx, b) { (a, b) } else { (b, a) };
    let table = entries::open::<SINGLE>(&cx.heap.space, small);
    for entry in 0..table.used {
        let Some(found) = member(cx, &table, entry) else { continue };
        match entries::find::<SINGLE>(cx, large, found.key, found.hash.bits) {
            Found::At(_) => return Some(false),
            Found::Missing => {}
            Found::NeedsCall => return None,
        }
    }
    cx.charge(table.used);
    Some(true)
}
