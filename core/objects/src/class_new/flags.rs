//! Flags of a class: which special methods scripts gave it or its bases.
//!
//! A flag that is set only says that a search is worth while; one that is clear says that there is
//! nothing to find. So flags are added when methods are, and never taken away.
//!
//! Not here: what the flags mean (class.rs).

use crate::class::{self, flag, word};
use crate::cx::{Cx, Outcome};
use crate::{dict, names, tuple};
use threadsnake_heap::{Ref, Value, kind};

/// The flag that a method of this name sets, 0 for all other names.
pub fn of_name(name: Value) -> u32 {
    match name {
        names::DEL => flag::DEL,
        names::GETATTR => flag::GETATTR,
        names::GETATTRIBUTE => flag::GETATTRIBUTE,
        names::SETATTR | names::DELATTR => flag::SETATTR,
        names::EQ => flag::EQ,
        names::HASH => flag::HASH,
        names::BOOL | names::LEN => flag::TRUTH,
        names::GET => flag::GET,
        names::SET | names::DELETE => flag::SET,
        names::NEW => flag::NEW,
        names::INIT => flag::INIT,
        _ => 0,
    }
}

/// Every name that sets a flag.
const NAMES: [Value; 14] = [
    names::DEL,
    names::GETATTR,
    names::GETATTRIBUTE,
    names::SETATTR,
    names::DELATTR,
    names::EQ,
    names::HASH,
    names::BOOL,
    names::LEN,
    names::GET,
    names::SET,
    names::DELETE,
    names::NEW,
    names::INIT,
];

/// A class that defines `__eq__` and not `__hash__` has no hash: its dict says so.
pub fn hide_hash(cx: &mut Cx, members: Ref) -> Outcome<()> {
    let has = |name| dict::get_interned(cx, members, name).is_some();
    if has(names::EQ) && !has(names::HASH) {
        dict::set_interned(cx, members, names::HASH, Value::NONE)?;
    }
    Ok(())
}

/// Sets the flags of a new class; its order of resolution and its dict are there.
pub fn set(cx: &mut Cx, class: Ref, bases: Ref, members: Ref) {
    let mut flags = flag::HEAP;
    for &base in tuple::items(cx, bases) {
        flags |= class::flags(cx, base.as_ref()) & (flag::INHERITED & !flag::KIND_MASK);
        let wrapped = class::flags(cx, base.as_ref()) & flag::KIND_MASK;
        if wrapped != 0 {
            flags = flags & !flag::KIND_MASK | wrapped;
        }
    }
    if dict::find_interned(cx, members, names::SLOTS).is_none() {
        flags |= flag::WEAK;
    }
    for name in NAMES {
        if dict::find_interned(cx, members, name).is_some() {
            flags |= of_name(name);
        }
    }
    match (flags & flag::KIND_MASK) as u8 {
        0 => {}
        kind::CLASS => flags |= flag::META,
        _ => flags |= flag::PAYLOAD,
    }
    write(cx, class, flags);
    update_hash(cx, class);
}

/// Stores flags.
pub fn write(cx: &mut Cx, class: Ref, flags: u32) {
    cx.heap.space.set_word(class, word::FLAGS, Value::small(flags as i32).0);
}

/// Which `__hash__` a class finds decides whether its instances have one.
pub fn update_hash(cx: &mut Cx, class: Ref) {
    let flags = class::flags(cx, class);
    if flags & (flag::HASH | flag::UNHASHABLE) == 0 {
        return;
    }
    let rest = flags & !(flag::HASH | flag::UNHASHABLE);
    let found = class::lookup(cx, class, names::HASH);
    let is_native = found.is_some_and(|hook| cx.as_kind(hook, kind::NATIVE).is_some());
    let hash = match found {
        Some(Value::NONE) => flag::UNHASHABLE,
        Some(_) if !is_native => flag::HASH,
        _ => 0,
    };
    write(cx, class, rest | hash);
}
