//! Classes: words, flags and the search through the method resolution order.
//!
//! ```text
//! CLASS, 10 words
//!  +0 header   +4 name     +8 bases (tuple)   +12 tail of the MRO: all behind the class itself (tuple)
//!  +16 dict (dict; 0 in ROM)                  +20 ROM methods: VALUES block of name, value pairs sorted by name offset
//!  +24 layout of new instances                +28 flags (small int)
//!  +32 metaclass (0: type)                    +36 module name (str)
//! ```
//!
//! Not here: how instances store attributes (instance.rs), attribute lookup as Python does it (attr.rs).

use crate::cx::Cx;
use crate::dict;
use crate::types;
use threadsnake_heap::{Ref, Value, kind};

/// Word indices of a `CLASS`.
#[allow(missing_docs, reason = "drawn above")]
pub mod word {
    pub const NAME: u32 = 1;
    pub const BASES: u32 = 2;
    pub const MRO: u32 = 3;
    pub const DICT: u32 = 4;
    pub const METHODS: u32 = 5;
    pub const LAYOUT: u32 = 6;
    pub const FLAGS: u32 = 7;
    pub const META: u32 = 8;
    pub const MODULE: u32 = 9;
    /// Words of a class.
    pub const COUNT: u32 = 10;
}

/// Bits of a class's flags; the low 8 bits are the kind of builtin object its instances are or wrap.
pub mod flag {
    /// Instances are exceptions.
    pub const EXCEPTION: u32 = 1 << 8;
    /// May not be subclassed.
    pub const FINAL: u32 = 1 << 9;
    /// Made by a class statement.
    pub const HEAP: u32 = 1 << 10;
    /// Some class of the MRO defines `__del__`.
    pub const DEL: u32 = 1 << 11;
    /// ... `__getattr__`.
    pub const GETATTR: u32 = 1 << 12;
    /// ... `__getattribute__`.
    pub const GETATTRIBUTE: u32 = 1 << 13;
    /// ... `__setattr__` or `__delattr__`.
    pub const SETATTR: u32 = 1 << 14;
    /// ... `__eq__`.
    pub const EQ: u32 = 1 << 15;
    /// ... `__hash__`.
    pub const HASH: u32 = 1 << 16;
    /// `__hash__` is None.
    pub const UNHASHABLE: u32 = 1 << 17;
    /// ... `__bool__` or `__len__`.
    pub const TRUTH: u32 = 1 << 18;
    /// ... `__get__`: instances are descriptors.
    pub const GET: u32 = 1 << 19;
    /// ... `__set__` or `__delete__`: instances are data descriptors.
    pub const SET: u32 = 1 << 20;
    /// ... `__new__`.
    pub const NEW: u32 = 1 << 21;
    /// ... `__init__`.
    pub const INIT: u32 = 1 << 22;
    /// Instances have no `__dict__`: `__slots__` everywhere.
    pub const SLOTS_ONLY: u32 = 1 << 23;
    /// Instances are classes.
    pub const META: u32 = 1 << 24;
    /// Instances wrap a builtin object in their first hidden slot.
    pub const PAYLOAD: u32 = 1 << 25;
    /// Has abstract methods: no instance can be made.
    pub const ABSTRACT: u32 = 1 << 26;
    /// Instances can be weakly referenced.
    pub const WEAK: u32 = 1 << 27;
    /// Low bits: kind of the builtin object.
    pub const KIND_MASK: u32 = 0xff;
    /// Flags that a subclass has because a base has them.
    pub const INHERITED: u32 = EXCEPTION
        | DEL
        | GETATTR
        | GETATTRIBUTE
        | SETATTR
        | EQ
        | HASH
        | UNHASHABLE
        | TRUTH
        | GET
        | SET
        | NEW
        | INIT
        | META
        | PAYLOAD
        | WEAK
        | KIND_MASK;
}

/// The flags of a class.
#[inline(always)]
pub fn flags(cx: &Cx, class: Ref) -> u32 {
    debug_assert!(cx.heap.kind(class) == kind::CLASS, "not a class");
    cx.heap.space.word(class, word::FLAGS) >> 1
}

/// The name of a class as a str.
#[inline]
pub fn name(cx: &Cx, class: Ref) -> Value {
    cx.heap.space.value(class, word::NAME)
}

/// Classes behind the class itself in its method resolution order.
#[inline]
pub fn mro_tail<'a>(cx: &'a Cx, class: Ref) -> &'a [Value] {
    match cx.heap.space.value(class, word::MRO).object_ref() {
        Some(tuple) => crate::tuple::items(cx, tuple),
        None => &[],
    }
}

/// Looks a name up in one class, without its bases. The name must be interned.
#[inline]
pub fn own(cx: &Cx, class: Ref, name: Value) -> Option<Value> {
    match cx.heap.space.value(class, word::DICT).object_ref() {
        Some(dict) => dict::get_interned(cx, dict, name),
        None => rom_lookup(cx, Ref(cx.heap.space.word(class, word::METHODS)), name),
    }
}

/// Looks a name up in a class and its bases. The name must be interned. The result is borrowed.
pub fn lookup(cx: &Cx, class: Ref, name: Value) -> Option<Value> {
    lookup_where(cx, class, name).map(|(_, value)| value)
}

/// The same, with the class that has it.
pub fn lookup_where(cx: &Cx, class: Ref, name: Value) -> Option<(Ref, Value)> {
    if let Some(value) = own(cx, class, name) {
        return Some((class, value));
    }
    mro_tail(cx, class).iter().find_map(|base| {
        let base = base.as_ref();
        own(cx, base, name).map(|value| (base, value))
    })
}

/// Looks a name up in the classes behind `after` in the method resolution order of `class`.
pub fn lookup_after(cx: &Cx, class: Ref, after: Ref, name: Value) -> Option<Value> {
    let tail = mro_tail(cx, class);
    let rest = if class == after {
        tail
    } else {
        let at = tail.iter().position(|base| base.as_ref() == after)?;
        tail.get(at + 1..)?
    };
    rest.iter().find_map(|base| own(cx, base.as_ref(), name))
}

/// Looks a name up in a sorted ROM table of name, value pairs.
pub fn rom_lookup(cx: &Cx, table: Ref, name: Value) -> Option<Value> {
    if table.is_nil() || name.0 >= cx.rom.len {
        return None;
    }
    let count = (cx.heap.space.load(table.0) >> 8).saturating_sub(1) / 2;
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = (low + high) / 2;
        let found = cx.heap.space.word(table, 1 + middle * 2);
        if found == name.0 {
            return Some(cx.heap.space.value(table, 2 + middle * 2));
        }
        if found < name.0 {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    None
}

/// Is `class` the class `base` or derived from it?
#[inline]
pub fn is_subclass(cx: &Cx, class: Ref, base: Ref) -> bool {
    class == base || base == types::OBJECT || mro_tail(cx, class).contains(&base.value())
}

/// The kind of builtin object that instances of a class are or wrap, 0 for none.
#[inline]
pub fn payload_kind(cx: &Cx, class: Ref) -> u8 {
    (flags(cx, class) & flag::KIND_MASK) as u8
}

/// The metaclass of a class.
#[inline]
pub fn meta(cx: &Cx, class: Ref) -> Ref {
    let meta = Ref(cx.heap.space.word(class, word::META));
    if meta.is_nil() { types::TYPE } else { meta }
}

/// Is this value a class?
#[inline]
pub fn is_class(cx: &Cx, value: Value) -> bool {
    value.object_ref().is_some_and(|object| cx.heap.kind(object) == kind::CLASS)
}
