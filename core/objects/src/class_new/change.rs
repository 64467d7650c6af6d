//! Changes of a class that is there: attributes, and what follows for its subclasses.
//!
//! A class keeps no list of its subclasses; the few who ask (`__subclasses__`, a special method added
//! later) look through the heap.
//!
//! Not here: attributes of instances (instance.rs), computed attributes of classes (crate `natives`).

use super::flags;
use crate::class::{self, flag, word};
use crate::cx::{Cx, Outcome};
use crate::instance;
use crate::{dict, layout, names, types};
use threadsnake_heap::{OutOfMemory, Ref, Value, WORD, kind};

/// Sets an attribute of a class itself (value borrowed), or deletes it when `value` is unbound. False for
/// classes that do not change, and for deleting what is not there.
pub fn set_attribute(cx: &mut Cx, target: Ref, name: Value, value: Value) -> Outcome<bool> {
    let Some(members) = cx.heap.space.value(target, word::DICT).object_ref() else {
        return Ok(false);
    };
    let old = dict::get_interned(cx, members, name);
    let flag = flags::of_name(name);
    if value.is_unbound() {
        if old.is_none() {
            return Ok(false);
        }
        dict::delete_interned(cx, members, name);
    } else {
        if flag & flag::DEL != 0 {
            make_room_for_finalizers(cx, target)?;
        }
        let flushes = old.is_none_or(|old| is_bound(cx, old)) || is_bound(cx, value);
        cx.heap.inc(value);
        dict::set_interned(cx, members, name, value).inspect_err(|_| cx.heap.dec(value))?;
        if !flushes {
            return Ok(true);
        }
    }
    cx.cache.flush(&mut cx.heap);
    if flag != 0 {
        spread_flag(cx, target, name, if value.is_unbound() { 0 } else { flag });
    }
    Ok(true)
}

/// May a class attribute be remembered as a method, or does its kind decide what a lookup gives?
fn is_bound(cx: &Cx, value: Value) -> bool {
    match cx.kind_of(value) {
        kind::FUNCTION
        | kind::NATIVE
        | kind::PROPERTY
        | kind::MEMBER
        | kind::WRAPPER
        | kind::METHOD => true,
        kind::INSTANCE | kind::INSTANCE_X => {
            class::flags(cx, cx.type_of(value)) & (flag::GET | flag::SET) != 0
        }
        _ => false,
    }
}

/// A class and all its subclasses get a flag.
fn spread_flag(cx: &mut Cx, target: Ref, name: Value, added: u32) {
    let mut at = Ref::NIL;
    while let Some(found) = next_class(cx, at) {
        at = found;
        if class::is_subclass(cx, found, target) {
            let changed = class::flags(cx, found) | added;
            flags::write(cx, found, changed);
            if matches!(name, names::HASH | names::EQ) {
                let looked = class::flags(cx, found) | flag::HASH;
                flags::write(cx, found, looked);
                flags::update_hash(cx, found);
            }
        }
    }
}

/// Instances with a finalizer have a word more; those that exist keep their layout and have none.
fn make_room_for_finalizers(cx: &mut Cx, target: Ref) -> Result<(), OutOfMemory> {
    let mut at = Ref::NIL;
    while let Some(found) = next_class(cx, at) {
        at = found;
        let flags_now = class::flags(cx, found);
        if flags_now & flag::DEL != 0 || !class::is_subclass(cx, found, target) {
            continue;
        }
        flags::write(cx, found, flags_now | flag::DEL);
        // The class stays where it is while memory is taken.
        cx.heap.inc_ref(found);
        let renewed = renew_layout(cx, found);
        if renewed.is_err() {
            flags::write(cx, found, flags_now);
        }
        cx.heap.dec_ref(found);
        renewed?;
    }
    Ok(())
}

/// Later instances of a class get a new layout with the same hidden slots.
fn renew_layout(cx: &mut Cx, target: Ref) -> Result<(), OutOfMemory> {
    let old = Ref(cx.heap.space.word(target, word::LAYOUT));
    if old.is_nil() {
        return Ok(());
    }
    let (_, inline, _) = instance::counts(cx, old);
    let mut names = [Value::UNBOUND; layout::INLINE_MAX as usize];
    let hidden = super::slots::of_base(cx, target, &mut names);
    let renewed =
        layout::new(cx, target, names.get(..hidden).unwrap_or(&[]), hidden as u32, inline)?;
    cx.heap.space.set_word(target, word::LAYOUT, renewed.0);
    cx.heap.dec_ref(old);
    Ok(())
}

/// The first class made by a script that lies behind `after` in the heap.
pub fn next_class(cx: &mut Cx, after: Ref) -> Option<Ref> {
    let mut at = if after.is_nil() { cx.heap.heap_start() } else { after.0 + word::COUNT * WORD };
    let mut steps = 0;
    while at < cx.heap.alloc.top {
        let object = Ref(at);
        if cx.heap.kind(object) == kind::CLASS {
            cx.charge(steps);
            return Some(object);
        }
        at += cx.heap.size_words(object) * WORD;
        steps += 1;
    }
    cx.charge(steps);
    None
}

/// The first class behind `after` that has `base` among its bases: heap classes and, for builtin types,
/// the other builtin types first.
pub fn next_subclass(cx: &mut Cx, base: Ref, after: Ref) -> Option<Ref> {
    let mut at = after;
    if base.0 < types::END && at.0 < types::END {
        let mut next = if at.is_nil() { types::FIRST } else { at.0 + types::CLASS_BYTES };
        while next < types::END {
            if types::TypeRow::of(Ref(next)).is_some_and(|row| row.base == base) {
                return Some(Ref(next));
            }
            next += types::CLASS_BYTES;
        }
        at = Ref::NIL;
    }
    loop {
        at = next_class(cx, at)?;
        let bases = cx.heap.space.value(at, word::BASES).object_ref();
        if bases.is_some_and(|bases| crate::tuple::items(cx, bases).contains(&base.value())) {
            return Some(at);
        }
    }
}
