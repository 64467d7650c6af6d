//! Lists of attribute names: `dir` and what it asks.
//!
//! Not here: the builtin `dir` (attributes.rs).

use crate::types::object;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::attr::{MODULE_DICT, MODULE_ROM, wrapper};
use threadsnake_objects::class::{self, word};
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::function::{self, info};
use threadsnake_objects::{dict, list};

/// The names of an object's attributes as a list, in no particular order.
pub fn list_of_object(cx: &mut Cx, value: Value) -> NativeResult {
    let found = dict::new(cx)?;
    let result = collect(cx, value, found).and_then(|()| keys(cx, found));
    cx.heap.dec_ref(found);
    result
}

/// The keys of a dict as a list.
fn keys(cx: &mut Cx, found: Ref) -> NativeResult {
    let result = list::with_room(cx, dict::len(cx, found))?;
    let mut from = 0;
    while let Some((entry, key, _)) = dict::next(cx, found, from) {
        if let Err(error) = list::push(cx, result, key) {
            cx.heap.dec_ref(result);
            return Err(error.into());
        }
        cx.heap.inc(key);
        from = entry + 1;
    }
    Ok(result.value())
}

fn collect(cx: &mut Cx, value: Value, into: Ref) -> Outcome<()> {
    if let Some(target) = value.object_ref() {
        match cx.heap.kind(target) {
            kind::INSTANCE | kind::INSTANCE_X => object::own_names(cx, target, into)?,
            kind::CLASS => return of_class(cx, target, into),
            kind::MODULE => return of_module(cx, target, into),
            kind::FUNCTION => add_dict(cx, function::detail(cx, target, info::DICT), into)?,
            kind::WRAPPER => add_dict(cx, cx.heap.space.value(target, wrapper::DICT), into)?,
            _ => {}
        }
    }
    let class = cx.type_of(value);
    of_class(cx, class, into)
}

/// Names in a class and its bases.
fn of_class(cx: &mut Cx, class: Ref, into: Ref) -> Outcome<()> {
    add_class(cx, class, into)?;
    let count = class::mro_tail(cx, class).len();
    for at in 0..count {
        let base = class::mro_tail(cx, class).get(at).copied().unwrap_or(Value::NONE);
        if class::is_class(cx, base) {
            add_class(cx, base.as_ref(), into)?;
        }
    }
    Ok(())
}

fn add_class(cx: &mut Cx, class: Ref, into: Ref) -> Outcome<()> {
    match cx.heap.space.value(class, word::DICT).object_ref() {
        Some(members) => add_keys(cx, members, into),
        None => copy_rom(cx, Ref(cx.heap.space.word(class, word::METHODS)), into),
    }
}

fn of_module(cx: &mut Cx, module: Ref, into: Ref) -> Outcome<()> {
    copy_rom(cx, Ref(cx.heap.space.word(module, MODULE_ROM)), into)?;
    add_dict(cx, cx.heap.space.value(module, MODULE_DICT), into)
}

fn add_dict(cx: &mut Cx, members: Value, into: Ref) -> Outcome<()> {
    match cx.as_kind(members, kind::DICT) {
        Some(members) => add_keys(cx, members, into),
        None => Ok(()),
    }
}

/// Adds the str keys of a dict; they are interned.
pub fn add_keys(cx: &mut Cx, members: Ref, into: Ref) -> Outcome<()> {
    let mut from = 0;
    while let Some((entry, key, _)) = dict::next(cx, members, from) {
        if cx.as_kind(key, kind::STR).is_some() {
            let key = threadsnake_objects::intern::intern(cx, key)?;
            let added = dict::set_interned(cx, into, key, Value::NONE);
            cx.heap.dec(key);
            added?;
        }
        from = entry + 1;
    }
    Ok(())
}

/// Adds the pairs of a ROM table to a dict.
pub fn copy_rom(cx: &mut Cx, table: Ref, into: Ref) -> Outcome<()> {
    if table.is_nil() {
        return Ok(());
    }
    let count = cx.heap.size_words(table).saturating_sub(1) / 2;
    for at in 0..count {
        let name = cx.heap.space.value(table, 1 + at * 2);
        let value = cx.heap.space.value(table, 2 + at * 2);
        dict::set_interned(cx, into, name, value)?;
    }
    cx.charge(count);
    Ok(())
}
