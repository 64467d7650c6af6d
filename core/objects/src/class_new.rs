//! Making classes: checks of the bases, order of method resolution, flags, layout of instances.
//!
//! ```text
//!  name, bases, namespace
//!    │ metaclass of all bases (pick_meta)      │ best base: whose instances' slots are kept (best_base)
//!    │ order of resolution (class_new/mro.rs)  │ slots (class_new/slots.rs)
//!    ▼ copy of the namespace, flags            ▼ layout
//!  CLASS
//! ```
//!
//! Instances of a class store, in this order: the wrapped builtin object or the state of an exception,
//! the `__slots__` of the bases and of the class itself, then what is assigned to them.
//! `__module__` lies in the class's own word and not in its dict; `__qualname__` only when it is not
//! the name.
//!
//! Not here: what runs script code on the way (`__set_name__`, `__init_subclass__`: prelude), changes of a
//! class that is there (class_new/change.rs).

pub mod change;
pub mod flags;
pub mod mro;
pub mod slots;

pub use change::set_attribute;

use crate::class::{self, flag, word};
use crate::cx::{Cx, NativeResult, Outcome};
use crate::layout::INLINE_MAX;
use crate::raise::{self, Part::*};
use crate::{dict, exception, instance, layout, names, tuple, types};
use threadsnake_heap::header::{self, FLAG1};
use threadsnake_heap::{OutOfMemory, Ref, Value, kind};

/// Makes the class `meta(name, bases, namespace)`. All are borrowed; `name` is an interned str, the
/// namespace is copied.
pub fn build(cx: &mut Cx, meta: Ref, name: Value, bases: Ref, namespace: Ref) -> Outcome<Ref> {
    let default = [types::OBJECT.value()];
    let plain = tuple::items(cx, bases).is_empty();
    let bases = if plain {
        tuple::from_slice(cx, &default)?
    } else {
        cx.heap.share(bases.value()).as_ref()
    };
    let made = build_on(cx, meta, name, bases, namespace);
    cx.heap.dec_ref(bases);
    made
}

fn build_on(cx: &mut Cx, meta: Ref, name: Value, bases: Ref, namespace: Ref) -> Outcome<Ref> {
    let meta = pick_meta(cx, meta, bases)?;
    check_bases(cx, bases)?;
    let base = best_base(cx, bases)?;
    let class = empty(cx)?;
    let filled = fill(cx, class, &Parts { meta, name, bases, namespace, base });
    if let Err(exit) = filled {
        unmake(cx, class);
        return Err(exit);
    }
    Ok(class)
}

/// What a class is made of, all borrowed.
struct Parts {
    meta: Ref,
    name: Value,
    bases: Ref,
    namespace: Ref,
    base: Ref,
}

/// A class without anything.
fn empty(cx: &mut Cx) -> Result<Ref, OutOfMemory> {
    let class = cx.heap.alloc(word::COUNT)?;
    cx.heap.space.store(class.0, header::fresh(kind::CLASS));
    cx.heap.space.clear_words(class.0 + 4, word::COUNT - 1);
    cx.heap.space.set_word(class, word::FLAGS, Value::small(0).0);
    Ok(class)
}

/// Drops a class that was not finished: its slot descriptors and its layout refer to it.
fn unmake(cx: &mut Cx, class: Ref) {
    for held in [word::LAYOUT, word::DICT] {
        let old = cx.heap.space.value(class, held);
        cx.heap.space.set_word(class, held, 0);
        cx.heap.dec(old);
    }
    cx.heap.dec_ref(class);
}

fn fill(cx: &mut Cx, class: Ref, parts: &Parts) -> Outcome<()> {
    put(cx, class, word::NAME, parts.name);
    put(cx, class, word::BASES, parts.bases.value());
    let order = mro::of_bases(cx, parts.bases)?;
    cx.heap.space.set_word(class, word::MRO, order.0);
    if parts.meta != types::TYPE {
        put(cx, class, word::META, parts.meta.value());
    }
    let members = dict::copy(cx, parts.namespace)?;
    cx.heap.space.set_word(class, word::DICT, members.0);
    let estimate = take_attribute_count(cx, members);
    take_module(cx, class, members);
    drop_plain_qualname(cx, members, parts.name);
    wrap_special(cx, members)?;
    flags::hide_hash(cx, members)?;
    flags::set(cx, class, parts.bases, members);
    let own_slots = slots::make(cx, class, members, parts.base)?;
    let made = make_layout(cx, class, parts.base, own_slots.as_ref(), estimate);
    cx.heap.dec(own_slots);
    made?;
    fill_cell(cx, class, members);
    Ok(())
}

/// Stores a borrowed value in an empty word of a class.
fn put(cx: &mut Cx, class: Ref, place: u32, value: Value) {
    cx.heap.inc(value);
    cx.heap.space.set_word(class, place, value.0);
}

/// Every base must be a class that may have subclasses.
fn check_bases(cx: &mut Cx, bases: Ref) -> Outcome<()> {
    for at in 0..tuple::len(cx, bases) {
        let base = tuple::item(cx, bases, at);
        if !class::is_class(cx, base) {
            return Err(raise::type_error(cx, &[S("bases must be types")]));
        }
        let flags = class::flags(cx, base.as_ref());
        if flags & flag::FINAL != 0 || is_closed(base.as_ref()) {
            return Err(raise::type_error(
                cx,
                &[S("type '"), C(base.as_ref()), S("' is not an acceptable base type")],
            ));
        }
    }
    Ok(())
}

/// Builtin types whose objects cannot be wrapped by an instance.
fn is_closed(class: Ref) -> bool {
    [types::MODULE, types::SUPER, types::WEAKREF].contains(&class)
}

/// The metaclass of a class with these bases: the most derived of `meta` and theirs.
pub fn pick_meta(cx: &mut Cx, meta: Ref, bases: Ref) -> Outcome<Ref> {
    let mut winner = meta;
    for at in 0..tuple::len(cx, bases) {
        let other = cx.type_of(tuple::item(cx, bases, at));
        if class::is_subclass(cx, winner, other) {
            continue;
        }
        if !class::is_subclass(cx, other, winner) {
            return Err(raise::type_error(
                cx,
                &[S(
                    "metaclass conflict: the metaclass of a derived class must be a (non-strict) \
                 subclass of the metaclasses of all its bases",
                )],
            ));
        }
        winner = other;
    }
    Ok(winner)
}

/// The base whose instances' slots the new class's instances have, too.
pub fn best_base(cx: &mut Cx, bases: Ref) -> Outcome<Ref> {
    let mut best = Ref::NIL;
    let mut best_solid = Ref::NIL;
    for at in 0..tuple::len(cx, bases) {
        let base = tuple::item(cx, bases, at).as_ref();
        let solid = solid_base(cx, base);
        if best.is_nil() || (best_solid != solid && class::is_subclass(cx, solid, best_solid)) {
            (best, best_solid) = (base, solid);
        } else if !class::is_subclass(cx, best_solid, solid) {
            return Err(raise::type_error(
                cx,
                &[S("multiple bases have instance lay-out conflict")],
            ));
        }
    }
    Ok(best)
}

/// How many slots instances of a class have that no script sees, counted so that more means derived.
fn rank(cx: &Cx, class: Ref) -> u32 {
    let flags = class::flags(cx, class);
    if flags & flag::HEAP == 0 {
        return if flags & flag::EXCEPTION != 0 {
            exception::hidden_slots(class)
        } else {
            u32::from(flags & flag::KIND_MASK != 0)
        };
    }
    let layout = Ref(cx.heap.space.word(class, word::LAYOUT));
    if layout.is_nil() { 1 } else { instance::counts(cx, layout).2 }
}

/// The class that gave instances of this one their last hidden slot; `object` when there is none.
fn solid_base(cx: &Cx, class: Ref) -> Ref {
    let rank_here = rank(cx, class);
    if rank_here == 0 {
        return types::OBJECT;
    }
    let tail = class::mro_tail(cx, class).iter().rev().map(|base| base.as_ref());
    tail.into_iter().find(|&base| rank(cx, base) == rank_here).unwrap_or(class)
}

/// Takes the compiler's estimate of the number of attributes out of the namespace.
fn take_attribute_count(cx: &mut Cx, members: Ref) -> u32 {
    let Some(entry) = dict::find_interned(cx, members, names::ATTRS) else { return 0 };
    let value = dict::take_at(cx, members, entry);
    let count = value.small_int().and_then(|count| u32::try_from(count).ok());
    cx.heap.dec(value);
    count.unwrap_or(0).min(INLINE_MAX)
}

/// `__module__` moves from the namespace into the class's own word.
fn take_module(cx: &mut Cx, class: Ref, members: Ref) {
    let Some(entry) = dict::find_interned(cx, members, names::MODULE) else { return };
    let module = dict::take_at(cx, members, entry);
    cx.heap.space.set_word(class, word::MODULE, module.0);
}

/// `__qualname__` is kept only when the name does not say it all.
fn drop_plain_qualname(cx: &mut Cx, members: Ref, name: Value) {
    if dict::get_interned(cx, members, names::QUALNAME) == Some(name) {
        dict::delete_interned(cx, members, names::QUALNAME);
    }
}

/// `__new__` is a static method, `__init_subclass__` and `__class_getitem__` are class methods by nature.
fn wrap_special(cx: &mut Cx, members: Ref) -> Outcome<()> {
    for (name, flags) in
        [(names::NEW, 0), (names::INIT_SUBCLASS, FLAG1), (names::CLASS_GETITEM, FLAG1)]
    {
        let Some(found) = dict::get_interned(cx, members, name) else { continue };
        if cx.as_kind(found, kind::FUNCTION).is_none() {
            continue;
        }
        let wrapper = wrap(cx, found, flags)?;
        if let Err(exit) = dict::set_interned(cx, members, name, wrapper) {
            cx.heap.dec(wrapper);
            return Err(exit);
        }
    }
    Ok(())
}

/// A static method around a callable (borrowed), or with `FLAG1` a class method.
pub fn wrap(cx: &mut Cx, func: Value, flags: u32) -> Result<Value, OutOfMemory> {
    let wrapper = cx.heap.alloc(3)?;
    cx.heap.space.store(wrapper.0, header::fresh(kind::WRAPPER) | flags);
    cx.heap.space.set_word(wrapper, crate::attr::wrapper::FUNC, func.0);
    cx.heap.space.set_word(wrapper, crate::attr::wrapper::DICT, 0);
    cx.heap.inc(func);
    Ok(wrapper.value())
}

/// The layout of instances: hidden slots of the base, own slots, room for attributes.
fn make_layout(cx: &mut Cx, class: Ref, base: Ref, own_slots: Ref, estimate: u32) -> Outcome<()> {
    let flags = class::flags(cx, class);
    if flags & flag::META != 0 {
        return Ok(());
    }
    let mut all = [Value::UNBOUND; INLINE_MAX as usize];
    let mut hidden = slots::of_base(cx, base, &mut all);
    for &name in tuple::items(cx, own_slots) {
        if let Some(place) = all.get_mut(hidden) {
            *place = name;
            hidden += 1;
        }
    }
    let mut inline = hidden as u32;
    if flags & flag::SLOTS_ONLY == 0 {
        inline = inline.saturating_add(estimate).saturating_add(slots::open_slots(cx, base));
    }
    let names = all.get(..hidden).unwrap_or(&[]);
    let layout = layout::new(cx, class, names, hidden as u32, inline.min(INLINE_MAX))?;
    cx.heap.space.set_word(class, word::LAYOUT, layout.0);
    Ok(())
}

/// `__classcell__` is the cell that methods find the class in.
fn fill_cell(cx: &mut Cx, class: Ref, members: Ref) {
    let Some(entry) = dict::find_interned(cx, members, names::CLASSCELL) else { return };
    let cell = dict::take_at(cx, members, entry);
    if let Some(object) = cx.as_kind(cell, kind::CELL) {
        let old = cx.heap.space.value(object, 1);
        cx.heap.inc_ref(class);
        cx.heap.space.set_word(object, 1, class.0);
        cx.heap.dec(old);
    }
    cx.heap.dec(cell);
}

/// What `cls.__new__` of a builtin type answers: the object itself (owned), or for a subclass an instance
/// that wraps it.
pub fn wrap_payload(cx: &mut Cx, class: Ref, payload: Value) -> NativeResult {
    if class::flags(cx, class) & flag::PAYLOAD == 0 {
        return Ok(payload);
    }
    let layout = Ref(cx.heap.space.word(class, word::LAYOUT));
    match instance::new(cx, layout) {
        Ok(object) => {
            instance::set_hidden(cx, object, 0, payload);
            Ok(object.value())
        }
        Err(error) => {
            cx.heap.dec(payload);
            Err(error.into())
        }
    }
}

/// `__qualname__` of a class (borrowed).
pub fn qualname(cx: &Cx, class: Ref) -> Value {
    cx.heap
        .space
        .value(class, word::DICT)
        .object_ref()
        .and_then(|members| dict::get_interned(cx, members, names::QUALNAME))
        .filter(|&name| cx.as_kind(name, kind::STR).is_some())
        .unwrap_or_else(|| class::name(cx, class))
}

/// `__module__` of a class (borrowed): a str for all classes that scripts leave alone.
pub fn module(cx: &Cx, class: Ref) -> Value {
    let module = cx.heap.space.value(class, word::MODULE);
    if module.is_unbound() { names::BUILTINS_MODULE } else { module }
}
