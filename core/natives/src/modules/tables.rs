//! Private natives of the prelude: hash tables entry by entry, iterators, marks, lists being sorted.
//!
//! A key that needs script code is searched for in Python: `_table_search` names the entries whose hash is
//! right one after the other, and script code compares. Entries are named by number; after every
//! comparison the prelude looks whether the entry still holds the same key.
//!
//! Not here: functions that scripts may call.

use crate::container::*;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::cx::{Cx, Exit, NativeResult, Outcome};
use threadsnake_objects::dict::Done;
use threadsnake_objects::dict::entries::{self, PAIR, SINGLE, Step};
use threadsnake_objects::hash::{self, KeyHash};
use threadsnake_objects::iter::{self, Sub};
use threadsnake_objects::list::sort::{self, Direction};
use threadsnake_objects::raise::{self, Part::S};
use threadsnake_objects::{dict, int, list, names, native, natives, set, types};

natives! {
    /// Private natives for containers.
    pub static MEMBERS;
    "_dict_append"      dict_append      4..=4;
    "_dict_delete"      dict_delete      2..=2;
    "_dict_set_value"   dict_set_value   3..=3;
    "_dict_take"        dict_take        2..=2;
    "_dict_value"       dict_value       2..=2;
    "_hash_of_items"    hash_of_items    1..=1;
    "_iter_advance"     iter_advance     2..=2;
    "_iter_finish"      iter_finish      1..=1;
    "_iter_new"         iter_new         3..=3;
    "_list_swap"        list_swap        2..=2;
    "_new_ignores_arguments" new_ignores_arguments 1..=1;
    "_repr_enter"       repr_enter       1..=1;
    "_repr_leave"       repr_leave       1..=1;
    "_set_append"       set_append       3..=3;
    "_set_delete"       set_delete       2..=2;
    "_set_freeze"       set_freeze       1..=1;
    "_set_swap"         set_swap         2..=2;
    "_sort_keys"        sort_keys        3..=3;
    "_table_key"        table_key        2..=2;
    "_table_search"     table_search     4..=4;
    "_wrap"             wrap             2..=2;
}

/// The prelude made a mistake.
#[cold]
fn misuse(cx: &mut Cx) -> Exit {
    raise::system_error(cx, &[S("wrong use of a private function")])
}

fn number(cx: &mut Cx, value: Value) -> Outcome<u32> {
    match value.small_int().and_then(|int| u32::try_from(int).ok()) {
        Some(number) => Ok(number),
        None => Err(misuse(cx)),
    }
}

fn dict_of(cx: &mut Cx, value: Value) -> Outcome<Ref> {
    match cx.payload(value, kind::DICT) {
        Some(dict) => Ok(dict),
        None => Err(misuse(cx)),
    }
}

fn set_of(cx: &mut Cx, value: Value) -> Outcome<Ref> {
    match cx.payload(value, kind::SET).or_else(|| cx.payload(value, kind::FROZENSET)) {
        Some(set) => Ok(set),
        None => Err(misuse(cx)),
    }
}

fn list_of(cx: &mut Cx, value: Value) -> Outcome<Ref> {
    match cx.payload(value, kind::LIST) {
        Some(list) => Ok(list),
        None => Err(misuse(cx)),
    }
}

fn bits_of(cx: &mut Cx, hash: Value) -> Outcome<u32> {
    match hash::fold_value(cx, hash) {
        Some(bits) => Ok(bits),
        None => Err(misuse(cx)),
    }
}

/// A dict or set: is it a dict?
fn table_of(cx: &mut Cx, value: Value) -> Outcome<(Ref, bool)> {
    match cx.payload(value, kind::DICT) {
        Some(dict) => Ok((dict, true)),
        None => Ok((set_of(cx, value)?, false)),
    }
}

/// `(table, key, hash, skip)`: number of the entry of a key, -1 when there is none, or -2 - the number of an
/// entry with whose key script code must compare; `skip` such comparisons have said no.
fn table_search(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (owner, is_dict) = table_of(cx, args[0])?;
    let Some(bits) = hash::fold_value(cx, args[2]) else {
        return Err(raise::type_error(cx, &[S("__hash__ method should return an integer")]));
    };
    let skip = number(cx, args[3])?;
    let found = if is_dict {
        entries::search::<PAIR>(cx, owner, args[1], bits, skip)
    } else {
        entries::search::<SINGLE>(cx, owner, args[1], bits, skip)
    };
    Ok(Value::small(match found {
        Step::Found(entry) => entry as i32,
        Step::Missing => -1,
        Step::Compare(entry) => -2 - entry as i32,
    }))
}

/// `(table, entry)`: the key of an entry; `NotImplemented` when there is none any more.
fn table_key(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (owner, is_dict) = table_of(cx, args[0])?;
    let entry = number(cx, args[1])?;
    let key = if is_dict {
        entries::key_at::<PAIR>(cx, owner, entry)
    } else {
        entries::key_at::<SINGLE>(cx, owner, entry)
    };
    Ok(if key.is_unbound() { Value::NOT_IMPLEMENTED } else { cx.heap.share(key) })
}

/// `(dict, entry)`: the value of an entry.
fn dict_value(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let dict = dict_of(cx, args[0])?;
    let entry = number(cx, args[1])?;
    match dict::value_at(cx, dict, entry) {
        Value::UNBOUND => Err(misuse(cx)),
        value => Ok(cx.heap.share(value)),
    }
}

/// `(dict, entry, value)`: replaces the value of an entry.
fn dict_set_value(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let dict = dict_of(cx, args[0])?;
    let entry = number(cx, args[1])?;
    if dict::key_at(cx, dict, entry).is_unbound() {
        return Err(misuse(cx));
    }
    cx.heap.inc(args[2]);
    dict::set_value_at(cx, dict, entry, args[2]);
    Ok(Value::NONE)
}

/// `(dict, key, hash, value)`: adds a key that is not there.
fn dict_append(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let dict = dict_of(cx, args[0])?;
    let hash = KeyHash::stored(bits_of(cx, args[2])?);
    dict::add(cx, dict, args[1], hash, args[3])?;
    cx.heap.inc(args[3]);
    Ok(Value::NONE)
}

/// `(dict, entry)`: deletes an entry.
fn dict_delete(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let dict = dict_of(cx, args[0])?;
    let entry = number(cx, args[1])?;
    dict::delete_at(cx, dict, entry);
    Ok(Value::NONE)
}

/// `(dict, entry)`: deletes an entry and gives its value.
fn dict_take(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let dict = dict_of(cx, args[0])?;
    let entry = number(cx, args[1])?;
    match dict::take_at(cx, dict, entry) {
        Value::UNBOUND => Err(misuse(cx)),
        value => Ok(value),
    }
}

/// `(set, key, hash)`: adds a key that is not there.
fn set_append(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let set = set_of(cx, args[0])?;
    let hash = KeyHash::stored(bits_of(cx, args[2])?);
    set::append(cx, set, args[1], hash)?;
    Ok(Value::NONE)
}

/// `(set, entry)`: deletes an entry.
fn set_delete(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let set = set_of(cx, args[0])?;
    let entry = number(cx, args[1])?;
    set::delete_at(cx, set, entry);
    Ok(Value::NONE)
}

/// `(set,)`: the frozenset that takes over the keys of a set nobody else knows; the set is empty then.
fn set_freeze(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let set = set_of(cx, args[0])?;
    let frozen = set::new(cx, kind::FROZENSET)?;
    entries::swap(cx, set, frozen);
    Ok(frozen.value())
}

/// `(set, set)`: exchanges the keys of two sets.
fn set_swap(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (a, b) = (set_of(cx, args[0])?, set_of(cx, args[1])?);
    entries::swap(cx, a, b);
    Ok(Value::NONE)
}

/// `(list, list)`: exchanges the items of two lists.
fn list_swap(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (a, b) = (list_of(cx, args[0])?, list_of(cx, args[1])?);
    list::swap(cx, a, b);
    Ok(Value::NONE)
}

/// `(keys, values, reverse)`: sorts a list by a list of keys (the same list, or one as long as it); false
/// when that needs script code: nothing has changed then.
fn sort_keys(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (keys, values) = (list_of(cx, args[0])?, list_of(cx, args[1])?);
    let direction = if args[2] == Value::TRUE { Direction::Down } else { Direction::Up };
    let done = if keys == values {
        sort::sort(cx, keys, direction)?
    } else if list::len(cx, keys) == list::len(cx, values) {
        sort::sort_by_keys(cx, keys, values, direction)?
    } else {
        return Err(misuse(cx));
    };
    Ok(Value::bool(done == Done::Yes))
}

/// `(hashes,)`: the hash of a tuple whose items have the hashes in this list.
fn hash_of_items(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let hashes = list_of(cx, args[0])?;
    match hash::of_item_hashes(cx, list::items(cx, hashes)) {
        Some(bits) => Ok(int::from_u32(cx, bits)?),
        None => Err(misuse(cx)),
    }
}

/// `(function,)`: is it the `__new__` of a builtin type whose `__init__` does all the work? It then takes
/// the class alone.
fn new_ignores_arguments(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let Some(native) = cx.as_kind(args[0], kind::NATIVE) else { return Ok(Value::FALSE) };
    let is_new = cx.heap.space.value(native, native::word::NAME) == names::NEW;
    let owner = Ref(cx.heap.space.word(native, native::word::OWNER));
    Ok(Value::bool(is_new && [types::LIST, types::DICT, types::SET].contains(&owner)))
}

/// `(object,)`: marks an object whose repr is being made; false when it is marked already.
fn repr_enter(cx: &mut Cx, args: &[Value]) -> NativeResult {
    Ok(Value::bool(enter_repr(cx, args[0])))
}

/// `(object,)`: takes the mark off.
fn repr_leave(cx: &mut Cx, args: &[Value]) -> NativeResult {
    leave_repr(cx, args[0]);
    Ok(Value::NONE)
}

/// `(which, source, place)`: an iterator that the prelude steps: 0 callable, 1 sequence, 2 reversed sequence.
fn iter_new(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let sub = match args[0].small_int() {
        Some(0) => Sub::Callable,
        Some(1) => Sub::Sequence,
        _ => Sub::SequenceReverse,
    };
    let it = iter::new(cx, sub, args[1], args[2])?;
    cx.heap.inc(args[1]);
    cx.heap.inc(args[2]);
    Ok(it.value())
}

fn iter_of(cx: &mut Cx, value: Value) -> Outcome<Ref> {
    match cx.as_kind(value, kind::ITER) {
        Some(it) => Ok(it),
        None => Err(misuse(cx)),
    }
}

/// `(iterator, place)`: moves an iterator on.
fn iter_advance(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let it = iter_of(cx, args[0])?;
    let prelude_steps = matches!(
        iter::sub(cx, it),
        Sub::Sequence | Sub::SequenceReverse | Sub::LongRange | Sub::Callable
    );
    if !prelude_steps || !int::is_int(cx, args[1]) {
        return Err(misuse(cx));
    }
    let old = cx.heap.space.value(it, iter::PLACE);
    cx.heap.inc(args[1]);
    cx.heap.space.set_word(it, iter::PLACE, args[1].0);
    cx.heap.dec(old);
    Ok(Value::NONE)
}

/// `(iterator,)`: the iterator is exhausted.
fn iter_finish(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let it = iter_of(cx, args[0])?;
    iter::finish(cx, it);
    Ok(Value::NONE)
}

/// `(class, object)`: an instance of a class derived from a builtin type that wraps an object of that type.
fn wrap(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let is_class = threadsnake_objects::class::is_class(cx, args[0]);
    let Some(object) = args[1].object_ref().filter(|_| is_class) else { return Err(misuse(cx)) };
    let wanted = threadsnake_objects::class::payload_kind(cx, args[0].as_ref());
    if cx.heap.kind(object) != wanted {
        return Err(misuse(cx));
    }
    cx.heap.inc_ref(object);
    of_class(cx, args[0], object)
}
