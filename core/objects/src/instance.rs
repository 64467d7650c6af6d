//! Instances: attributes in slots, named by a layout that all instances of a class share.
//!
//! ```text
//! INSTANCE, 2 + inline words         LAYOUT, 4 words                      VALUES block
//!  +0 header                          +0 header                            name of slot 0
//!  +4 layout ───────────────────────► +4 class                             name of slot 1 ...
//!  +8 slot 0, slot 1, ...             +8 names ──────────────────────────►
//!     0 = attribute not set           +12 names in use | inline << 8 | hidden << 16 | LAYOUT_LINK   (small int)
//!
//! INSTANCE_X: more attributes than inline slots, or a materialised __dict__
//!  +0 header   +4 EXTRA block ──────► +0 header  +4 layout  +8 dict or 0  +12 slot 0, slot 1, ...
//! ```
//!
//! L1  Names are only ever added to a layout, so a remembered slot stays right as long as the layout lives.
//! L2  The hidden slots come first: payload of a builtin subclass, state of an exception, `__slots__`.
//! L3  Attributes other than `__slots__` are filled in slot order; an instance that would break the order
//!     (and with it the order of `__dict__`) keeps its attributes in a dict instead.
//!
//! Not here: descriptors, methods, `__getattr__` (attr.rs).

use crate::class;
use crate::cx::{Cx, Outcome};
use threadsnake_heap::header::{self, FLAG1};
use threadsnake_heap::{OutOfMemory, Ref, Value, kind};

/// Words of a `LAYOUT`.
#[allow(missing_docs, reason = "drawn above")]
pub mod layout {
    pub const CLASS: u32 = 1;
    pub const NAMES: u32 = 2;
    pub const COUNTS: u32 = 3;
}

/// Words of an `EXTRA` block.
#[allow(missing_docs, reason = "drawn above")]
pub mod extra {
    pub const LAYOUT: u32 = 1;
    pub const DICT: u32 = 2;
    pub const SLOTS: u32 = 3;
}

/// First slot word of an inline instance.
pub const SLOTS: u32 = 2;

/// The layout of an instance.
#[inline]
pub fn layout_of(cx: &Cx, object: Ref) -> Ref {
    let first = Ref(cx.heap.space.word(object, 1));
    if cx.heap.kind(object) == kind::INSTANCE {
        first
    } else {
        Ref(cx.heap.space.word(first, extra::LAYOUT))
    }
}

/// Names in use, inline slots and hidden slots of a layout.
#[inline(always)]
pub fn counts(cx: &Cx, layout: Ref) -> (u32, u32, u32) {
    debug_assert!(cx.heap.kind(layout) == kind::LAYOUT, "not a layout");
    let word = cx.heap.space.word(layout, layout::COUNTS) >> 1;
    (word & 0xff, word >> 8 & 0xff, word >> 16 & 0xff)
}

/// The slot of a name in a layout.
#[inline]
pub fn slot_of(cx: &Cx, layout: Ref, name: Value) -> Option<u32> {
    let (used, _, _) = counts(cx, layout);
    let names = Ref(cx.heap.space.word(layout, layout::NAMES));
    if names.is_nil() {
        return None;
    }
    let names = cx.heap.space.words(names.0 + 4, used);
    names.iter().position(|&word| word == name.0).map(|slot| slot as u32)
}

/// Where slot number `slot` of an instance lies, as object and word; none when it has no such slot yet.
#[inline]
fn place(cx: &Cx, object: Ref, slot: u32) -> Option<(Ref, u32)> {
    debug_assert!(
        matches!(cx.heap.kind(object), kind::INSTANCE | kind::INSTANCE_X),
        "not an instance"
    );
    if cx.heap.kind(object) == kind::INSTANCE {
        let (_, inline, _) = counts(cx, Ref(cx.heap.space.word(object, 1)));
        return (slot < inline).then_some((object, SLOTS + slot));
    }
    let block = Ref(cx.heap.space.word(object, 1));
    let slots = cx.heap.size_words(block) - extra::SLOTS;
    (slot < slots).then_some((block, extra::SLOTS + slot))
}

/// The value of a slot (borrowed), unbound when it is not set.
#[inline]
pub fn slot_value(cx: &Cx, object: Ref, slot: u32) -> Value {
    match place(cx, object, slot) {
        Some((holder, word)) => cx.heap.space.value(holder, word),
        None => Value::UNBOUND,
    }
}

/// The builtin object that an instance of a builtin's subclass wraps.
#[inline]
pub fn payload(cx: &Cx, object: Ref) -> Option<Value> {
    let layout = layout_of(cx, object);
    let class = Ref(cx.heap.space.word(layout, layout::CLASS));
    if class::flags(cx, class) & class::flag::PAYLOAD == 0 {
        return None;
    }
    Some(slot_value(cx, object, 0))
}

/// Writes a hidden slot, which always has a place. The value is owned by the slot afterwards.
pub fn set_hidden(cx: &mut Cx, object: Ref, slot: u32, value: Value) {
    if let Some((holder, word)) = place(cx, object, slot) {
        let old = cx.heap.space.value(holder, word);
        cx.heap.space.set_word(holder, word, value.0);
        cx.heap.dec(old);
    } else {
        cx.heap.dec(value);
    }
}

/// Makes an instance of a class with this layout, no attribute set.
#[inline]
pub fn new(cx: &mut Cx, layout: Ref) -> Result<Ref, OutOfMemory> {
    let words = cx.heap.instance_words(layout);
    let object = cx.heap.alloc(words)?;
    let mut header = header::fresh(kind::INSTANCE);
    if crate::layout::link(cx, layout) != 0 {
        cx.heap.finalizers.armed = true;
        header |= FLAG1;
    }
    cx.heap.space.store(object.0, header);
    cx.heap.space.set_word(object, 1, layout.0);
    for at in 2..words {
        cx.heap.space.set_word(object, at, 0);
    }
    cx.heap.inc_ref(layout);
    Ok(object)
}

/// An attribute that the instance itself has (borrowed), descriptors and classes left aside.
pub fn get(cx: &Cx, object: Ref, name: Value) -> Option<Value> {
    if let Some(dict) = dict_of(cx, object) {
        return crate::dict::get_interned(cx, dict, name);
    }
    let layout = layout_of(cx, object);
    let (_, _, hidden) = counts(cx, layout);
    let slot = slot_of(cx, layout, name).filter(|&slot| slot >= hidden)?;
    let value = slot_value(cx, object, slot);
    (!value.is_unbound()).then_some(value)
}

/// The materialised `__dict__` of an instance, if it has one.
#[inline]
pub fn dict_of(cx: &Cx, object: Ref) -> Option<Ref> {
    if cx.heap.kind(object) != kind::INSTANCE_X {
        return None;
    }
    let block = Ref(cx.heap.space.word(object, 1));
    cx.heap.space.value(block, extra::DICT).object_ref()
}

/// Sets an attribute on the instance itself. Takes over the reference to `value` only when it succeeds.
pub fn set(cx: &mut Cx, object: Ref, name: Value, value: Value) -> Outcome<()> {
    if let Some(dict) = dict_of(cx, object) {
        return crate::dict::set_interned(cx, dict, name, value);
    }
    let layout = layout_of(cx, object);
    match slot_of(cx, layout, name) {
        Some(slot) => set_known(cx, object, slot, name, value),
        None => add(cx, object, layout, name, value),
    }
}

fn set_known(cx: &mut Cx, object: Ref, slot: u32, name: Value, value: Value) -> Outcome<()> {
    let Some((holder, word)) = place(cx, object, slot) else {
        return add_slot(cx, object, slot, name, value);
    };
    let old = cx.heap.space.value(holder, word);
    if old.is_unbound() && !keeps_order(cx, object, slot) {
        return set_in_dict(cx, object, name, value);
    }
    cx.heap.space.set_word(holder, word, value.0);
    cx.heap.dec(old);
    Ok(())
}

/// L3: is no later attribute set yet?
fn keeps_order(cx: &Cx, object: Ref, slot: u32) -> bool {
    let (used, _, hidden) = counts(cx, layout_of(cx, object));
    slot < hidden || (slot + 1..used).all(|later| slot_value(cx, object, later).is_unbound())
}

/// Adds a name to the layout and the attribute to the instance.
fn add(cx: &mut Cx, object: Ref, layout: Ref, name: Value, value: Value) -> Outcome<()> {
    let (used, _, _) = counts(cx, layout);
    let immortal = cx.heap.space.load(layout.0) & header::IMMORTAL != 0;
    if immortal || used >= memconfig::shape::MAX_SLOTS {
        return set_in_dict(cx, object, name, value);
    }
    crate::layout::add_name(cx, layout, name)?;
    // A remembered "this class has no such attribute in its instances" is no longer true.
    cx.cache.flush(&mut cx.heap);
    set_known(cx, object, used, name, value)
}

/// Gives an instance room for slot number `slot` and sets it.
fn add_slot(cx: &mut Cx, object: Ref, slot: u32, name: Value, value: Value) -> Outcome<()> {
    if !keeps_order(cx, object, slot) {
        return set_in_dict(cx, object, name, value);
    }
    make_room(cx, object, slot + 1)?;
    let block = Ref(cx.heap.space.word(object, 1));
    cx.heap.space.set_word(block, extra::SLOTS + slot, value.0);
    Ok(())
}

/// Moves the attributes of an instance into an EXTRA block of at least `slots` slots.
fn make_room(cx: &mut Cx, object: Ref, slots: u32) -> Outcome<()> {
    let block = cx.heap.alloc(extra::SLOTS + slots)?;
    let layout = layout_of(cx, object);
    cx.heap.space.store(block.0, header::block(kind::EXTRA, extra::SLOTS + slots));
    cx.heap.space.set_word(block, extra::LAYOUT, layout.0);
    cx.heap.space.set_word(block, extra::DICT, 0);
    cx.heap.space.clear_words(block.0 + extra::SLOTS * 4, slots);
    if cx.heap.kind(object) == kind::INSTANCE {
        let (_, inline, _) = counts(cx, layout);
        cx.heap.space.copy_words(object.0 + 8, block.0 + extra::SLOTS * 4, inline.min(slots));
        cx.heap.space.clear_words(object.0 + 8, inline);
        let word = cx.heap.space.load(object.0);
        let changed = (word & !0xff) | u32::from(kind::INSTANCE_X);
        cx.heap.space.store(object.0, changed);
        cx.heap.space.set_word(object, 1, block.0);
        // Later instances of the class get their slots inline. The object is complete by now: H6.
        crate::layout::learn(cx, layout, slots);
    } else {
        let old = Ref(cx.heap.space.word(object, 1));
        let old_slots = cx.heap.size_words(old) - extra::SLOTS;
        cx.heap.space.copy_words(old.0 + 12, block.0 + 12, old_slots.min(slots));
        cx.heap.space.set_word(block, extra::DICT, cx.heap.space.word(old, extra::DICT));
        cx.heap.free(old, extra::SLOTS + old_slots);
        cx.heap.space.set_word(object, 1, block.0);
    }
    Ok(())
}

fn set_in_dict(cx: &mut Cx, object: Ref, name: Value, value: Value) -> Outcome<()> {
    let dict = materialise(cx, object)?;
    crate::dict::set_interned(cx, dict, name, value)
}

/// The `__dict__` of an instance, made on demand; from then on it holds the attributes.
pub fn materialise(cx: &mut Cx, object: Ref) -> Outcome<Ref> {
    if let Some(dict) = dict_of(cx, object) {
        return Ok(dict);
    }
    let layout = layout_of(cx, object);
    let (used, inline, hidden) = counts(cx, layout);
    let dict = crate::dict::new(cx)?;
    for slot in hidden..used {
        let value = slot_value(cx, object, slot);
        if value.is_unbound() {
            continue;
        }
        let names = Ref(cx.heap.space.word(layout, layout::NAMES));
        let name = cx.heap.space.value(names, 1 + slot);
        cx.heap.inc(value);
        if let Err(error) = crate::dict::set_interned(cx, dict, name, value) {
            cx.heap.dec(value);
            cx.heap.dec_ref(dict);
            return Err(error);
        }
    }
    let room =
        hidden.max(if cx.heap.kind(object) == kind::INSTANCE { inline.min(used) } else { 0 });
    if cx.heap.kind(object) == kind::INSTANCE
        && let Err(error) = make_room(cx, object, room)
    {
        cx.heap.dec_ref(dict);
        return Err(error);
    }
    let block = Ref(cx.heap.space.word(object, 1));
    cx.heap.space.set_word(block, extra::DICT, dict.0);
    for word in extra::SLOTS + hidden..cx.heap.size_words(block) {
        let old = cx.heap.space.value(block, word);
        cx.heap.space.set_word(block, word, 0);
        cx.heap.dec(old);
    }
    Ok(dict)
}

/// Deletes an attribute of the instance itself; false when it has none of that name.
pub fn delete(cx: &mut Cx, object: Ref, name: Value) -> bool {
    if let Some(dict) = dict_of(cx, object) {
        return crate::dict::delete_interned(cx, dict, name);
    }
    let Some(slot) = slot_of(cx, layout_of(cx, object), name) else { return false };
    let Some((holder, word)) = place(cx, object, slot) else { return false };
    let old = cx.heap.space.value(holder, word);
    cx.heap.space.set_word(holder, word, 0);
    cx.heap.dec(old);
    !old.is_unbound()
}
