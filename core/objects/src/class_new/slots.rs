//! `__slots__`: attributes with a fixed place in instances, and the descriptors that find it.
//!
//! The names of slots stand in the layout in front of all others; a descriptor finds its slot by name, so
//! a subclass may have it elsewhere.
//!
//! Not here: reading and writing through a descriptor (attr.rs).

use crate::attr::member;
use crate::class::{self, flag, word};
use crate::cx::{Cx, Outcome};
use crate::instance::{self, layout};
use crate::layout::INLINE_MAX;
use crate::raise::{self, Part::*};
use crate::str::unicode;
use crate::text::Text;
use crate::{dict, exception, intern, list, names, str, tuple};
use threadsnake_heap::{OutOfMemory, Ref, Value, header, kind};

/// Makes the descriptors of a class's own slots and sets its flag. The result is a tuple of the slots'
/// names (owned), empty without `__slots__`.
pub fn make(cx: &mut Cx, class: Ref, members: Ref, base: Ref) -> Outcome<Value> {
    let none = crate::statics::EMPTY_TUPLE;
    let Some(given) = dict::get_interned(cx, members, names::SLOTS) else { return Ok(none) };
    if class::flags(cx, class) & flag::META != 0 {
        return Ok(none);
    }
    let given = as_tuple(cx, given)?;
    let made = make_all(cx, class, members, base, given.as_ref());
    cx.heap.dec(given);
    made
}

/// The declared names as a tuple, owned.
fn as_tuple(cx: &mut Cx, given: Value) -> Outcome<Value> {
    if cx.payload(given, kind::STR).is_some() {
        return Ok(tuple::from_slice(cx, &[given])?.value());
    }
    if let Some(items) = cx.payload(given, kind::TUPLE) {
        return Ok(cx.heap.share(items.value()));
    }
    if let Some(items) = cx.payload(given, kind::LIST) {
        let count = list::len(cx, items);
        let result = tuple::new(cx, count)?;
        for at in 0..count {
            let item = list::items(cx, items).get(at as usize).copied().unwrap_or(Value::NONE);
            let item = cx.heap.share(item);
            tuple::set_item(cx, result, at, item);
        }
        return Ok(result.value());
    }
    if let Some(mapping) = cx.payload(given, kind::DICT) {
        let result = tuple::new(cx, dict::len(cx, mapping))?;
        let (mut from, mut at) = (0, 0);
        while let Some((entry, key, _)) = dict::next(cx, mapping, from) {
            let key = cx.heap.share(key);
            tuple::set_item(cx, result, at, key);
            (from, at) = (entry + 1, at + 1);
        }
        return Ok(result.value());
    }
    Err(raise::type_error(cx, &[S("'"), T(given), S("' object is not iterable")]))
}

fn make_all(cx: &mut Cx, class: Ref, members: Ref, base: Ref, given: Ref) -> Outcome<Value> {
    let count = tuple::len(cx, given);
    let result = tuple::new(cx, count)?;
    let made = make_each(cx, class, members, base, given, result);
    match made {
        Ok((own, has_dict)) => {
            let names = shortened(cx, result, own);
            if !has_dict {
                forbid_dict(cx, class);
            }
            names
        }
        Err(exit) => {
            cx.heap.dec_ref(result);
            Err(exit)
        }
    }
}

/// Fills `result` with the names of slots; how many there are, and whether `__dict__` is one.
fn make_each(
    cx: &mut Cx,
    class: Ref,
    members: Ref,
    base: Ref,
    given: Ref,
    result: Ref,
) -> Outcome<(u32, bool)> {
    let mut has_dict = false;
    let mut own = 0;
    let first = of_base(cx, base, &mut [Value::UNBOUND; INLINE_MAX as usize]) as u32;
    for at in 0..tuple::len(cx, given) {
        let item = tuple::item(cx, given, at);
        check_name(cx, item)?;
        let name = mangled(cx, class, item)?;
        if name == names::DICT || name == names::WEAKREF {
            has_dict |= name == names::DICT;
            if name == names::WEAKREF {
                let flags = class::flags(cx, class) | flag::WEAK;
                super::flags::write(cx, class, flags);
            }
            cx.heap.dec(name);
            continue;
        }
        let slot = first + own;
        tuple::set_item(cx, result, own, name);
        check_slot(cx, class, members, name, slot)?;
        add_member(cx, class, members, name, slot)?;
        own += 1;
    }
    Ok((own, has_dict))
}

/// The first items of a tuple (taken over) as a tuple.
fn shortened(cx: &mut Cx, names: Ref, count: u32) -> Outcome<Value> {
    let result = tuple::slice(cx, names, 0, 1, count);
    cx.heap.dec_ref(names);
    Ok(result?)
}

fn check_name(cx: &mut Cx, item: Value) -> Outcome<()> {
    let Some(object) = cx.payload(item, kind::STR) else {
        return Err(raise::type_error(
            cx,
            &[S("__slots__ items must be strings, not '"), T(item), S("'")],
        ));
    };
    if !is_identifier(str::bytes(cx, object)) {
        return Err(raise::type_error(cx, &[S("__slots__ must be identifiers")]));
    }
    Ok(())
}

fn is_identifier(text: &[u8]) -> bool {
    let mut codes = str::case::codes(text);
    codes.next().is_some_and(unicode::starts_name) && codes.all(unicode::continues_name)
}

fn check_slot(cx: &mut Cx, class: Ref, members: Ref, name: Value, slot: u32) -> Outcome<()> {
    if slot >= INLINE_MAX {
        return Err(raise::type_error(cx, &[S("too many __slots__")]));
    }
    if matches!(class::payload_kind(cx, class), kind::INT | kind::TUPLE | kind::BYTES) {
        let wrapped = crate::types::of_kind(class::payload_kind(cx, class));
        return Err(raise::type_error(
            cx,
            &[S("nonempty __slots__ not supported for subtype of '"), C(wrapped), S("'")],
        ));
    }
    if dict::find_interned(cx, members, name).is_some() {
        return Err(raise::value_error(
            cx,
            &[S("'"), V(name), S("' in __slots__ conflicts with class variable")],
        ));
    }
    Ok(())
}

fn add_member(cx: &mut Cx, class: Ref, members: Ref, name: Value, slot: u32) -> Outcome<()> {
    let object = cx.heap.alloc(4)?;
    cx.heap.space.store(object.0, header::fresh(kind::MEMBER));
    cx.heap.space.set_word(object, member::CLASS, class.0);
    cx.heap.space.set_word(object, member::NAME, name.0);
    cx.heap.space.set_word(object, member::SLOT, Value::small(slot as i32).0);
    cx.heap.inc_ref(class);
    cx.heap.inc(name);
    dict::set_interned(cx, members, name, object.value()).inspect_err(|_| cx.heap.dec_ref(object))
}

/// The interned name of a slot as methods of the class spell it (owned).
fn mangled(cx: &mut Cx, class: Ref, name: Value) -> Result<Value, OutOfMemory> {
    let Some(object) = cx.payload(name, kind::STR) else { return Ok(names::EMPTY) };
    let text = str::bytes(cx, object);
    let owner = class::name(cx, class);
    let owner_text = cx.as_kind(owner, kind::STR).map_or(&[][..], |owner| str::bytes(cx, owner));
    let skipped = owner_text.iter().take_while(|&&byte| byte == b'_').count();
    let is_private = text.starts_with(b"__") && !text.ends_with(b"__");
    if !is_private || skipped == owner_text.len() {
        return intern::intern(cx, object.value());
    }
    let (start, len) = str::part(cx, owner.as_ref());
    let mut mangled = Text::new(cx)?;
    let pieces = mangled
        .push(cx, b"_")
        .and_then(|()| mangled.push_part(cx, (start + skipped as u32, len - skipped as u32)))
        .and_then(|()| mangled.push_str(cx, object.value()));
    if let Err(error) = pieces {
        mangled.discard(cx);
        return Err(error);
    }
    let text = mangled.finish(cx)?;
    let result = intern::intern(cx, text);
    cx.heap.dec(text);
    result
}

/// Instances have no `__dict__` when those of no base have one.
fn forbid_dict(cx: &mut Cx, class: Ref) {
    let Some(bases) = cx.heap.space.value(class, word::BASES).object_ref() else { return };
    if tuple::items(cx, bases).iter().all(|base| !has_dict(cx, base.as_ref())) {
        let flags = class::flags(cx, class) | flag::SLOTS_ONLY;
        super::flags::write(cx, class, flags);
    }
}

/// Do instances of a class have a `__dict__`?
pub fn has_dict(cx: &Cx, class: Ref) -> bool {
    let flags = class::flags(cx, class);
    if flags & flag::HEAP == 0 {
        flags & flag::EXCEPTION != 0
    } else {
        flags & flag::SLOTS_ONLY == 0
    }
}

/// Writes the names of the hidden slots that instances of a class have; how many there are.
pub fn of_base(cx: &Cx, base: Ref, all: &mut [Value; INLINE_MAX as usize]) -> usize {
    let flags = class::flags(cx, base);
    if flags & flag::HEAP == 0 {
        return if flags & flag::EXCEPTION != 0 {
            exception::hidden_slots(base) as usize
        } else {
            usize::from(!matches!((flags & flag::KIND_MASK) as u8, 0 | kind::CLASS))
        };
    }
    let base_layout = Ref(cx.heap.space.word(base, word::LAYOUT));
    if base_layout.is_nil() {
        return 0;
    }
    let hidden = instance::counts(cx, base_layout).2;
    let names = Ref(cx.heap.space.word(base_layout, layout::NAMES));
    for (at, place) in all.iter_mut().enumerate().take(hidden as usize) {
        *place = cx.heap.space.value(names, 1 + at as u32);
    }
    hidden as usize
}

/// Whether the hidden slots of a class made by a script are exactly these.
pub fn are(cx: &Cx, class: Ref, names: &[Value]) -> bool {
    let own = Ref(cx.heap.space.word(class, word::LAYOUT));
    if own.is_nil() {
        return names.is_empty();
    }
    let block = Ref(cx.heap.space.word(own, layout::NAMES));
    instance::counts(cx, own).2 as usize == names.len()
        && (1..).zip(names).all(|(at, &name)| cx.heap.space.value(block, at) == name)
}

/// Inline slots that instances of a class reserve for attributes.
pub fn open_slots(cx: &Cx, base: Ref) -> u32 {
    let base_layout = Ref(cx.heap.space.word(base, word::LAYOUT));
    if class::flags(cx, base) & flag::HEAP == 0 || base_layout.is_nil() {
        return 0;
    }
    let (_, inline, hidden) = instance::counts(cx, base_layout);
    inline.saturating_sub(hidden)
}
