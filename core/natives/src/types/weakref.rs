//! `weakref.ref`: knows an object without keeping it alive.
//!
//! Not here: the list of weak references and what happens when the target dies (heap/finalize.rs).

use crate::support::{self, arg_or_none};
use threadsnake_heap::finalize::{can_have_weak, weakref as word};
use threadsnake_heap::header::IMMORTAL;
use threadsnake_heap::{Ref, Value, header, kind};
use threadsnake_objects::class::flag;
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::natives;
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::repr::push_address;
use threadsnake_objects::{class, hash, int, list, str, types};

natives! {
    /// `weakref.ref` methods.
    pub static METHODS;
    "__call__"      call        1..=1;
    "__callback__"  callback    1..=1 Getter;
    "__eq__"        eq          2..=2;
    "__hash__"      hash_of     1..=1;
    "__ne__"        ne          2..=2;
    "__new__"       new         2..=3 Static;
    "__repr__"      repr_of     1..=1;
}

fn receiver(cx: &mut Cx, value: Value, name: &str) -> Outcome<Ref> {
    match cx.as_kind(value, kind::WEAKREF) {
        Some(object) => Ok(object),
        None => Err(support::wrong_receiver(cx, types::WEAKREF, name, value)),
    }
}

/// The object referred to (borrowed), unbound when it died.
fn target(cx: &Cx, object: Ref) -> Value {
    cx.heap.space.value(object, word::TARGET)
}

/// `weakref.ref(object, callback=None)`. Without a callback there is one for each object.
fn new(cx: &mut Cx, args: &[Value]) -> NativeResult {
    support::new_class(cx, args[0], types::WEAKREF)?;
    let callback = arg_or_none(args, 2);
    let Some(target) = weak_target(cx, args[1]) else {
        return Err(raise::type_error(
            cx,
            &[S("cannot create weak reference to '"), T(args[1]), S("' object")],
        ));
    };
    if callback == Value::NONE
        && let Some(known) = cx.heap.find_weak(target)
    {
        return Ok(cx.heap.share(known.value()));
    }
    let object = cx.heap.alloc(word::COUNT)?;
    cx.heap.space.store(object.0, header::fresh(kind::WEAKREF));
    cx.heap.space.set_word(object, word::HASH, 0);
    cx.heap.space.set_word(object, word::CALLBACK, callback.0);
    cx.heap.inc(callback);
    cx.heap.link_weak(object, target);
    Ok(object.value())
}

/// The object, when it is of a kind that can be weakly referred to.
fn weak_target(cx: &Cx, value: Value) -> Option<Ref> {
    let object = value.object_ref()?;
    let object_kind = cx.heap.kind(object);
    let is_instance = matches!(object_kind, kind::INSTANCE | kind::INSTANCE_X);
    let has_place = !is_instance || class::flags(cx, cx.type_of(value)) & flag::WEAK != 0;
    let allowed = can_have_weak(object_kind) && has_place;
    let is_rom_class =
        cx.heap.kind(object) == kind::CLASS && cx.heap.space.load(object.0) & IMMORTAL != 0;
    (allowed || is_rom_class).then_some(object)
}

fn call(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__call__")?;
    let target = target(cx, object);
    Ok(if target.is_unbound() { Value::NONE } else { cx.heap.share(target) })
}

fn callback(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__callback__")?;
    let callback = cx.heap.space.value(object, word::CALLBACK);
    Ok(cx.heap.share(callback))
}

/// Living weak references are as equal as their objects, dead ones only to themselves.
fn eq(cx: &mut Cx, args: &[Value]) -> NativeResult {
    compare(cx, args, Prelude::WeakEq, Value::TRUE)
}

fn ne(cx: &mut Cx, args: &[Value]) -> NativeResult {
    compare(cx, args, Prelude::WeakNe, Value::FALSE)
}

fn compare(cx: &mut Cx, args: &[Value], ask: Prelude, same: Value) -> NativeResult {
    let one = receiver(cx, args[0], "__eq__")?;
    let Some(other) = cx.as_kind(args[1], kind::WEAKREF) else { return Ok(Value::NOT_IMPLEMENTED) };
    let (a, b) = (target(cx, one), target(cx, other));
    if one == other || (a == b && !a.is_unbound()) {
        return Ok(same);
    }
    if a.is_unbound() || b.is_unbound() {
        return Ok(Value::bool(same == Value::FALSE));
    }
    Err(cx.tail_prelude(ask, &[a, b]))
}

/// The hash of the object; asked for while the object lives, it is known afterwards, too.
fn hash_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__hash__")?;
    let known = cx.heap.space.value(object, word::HASH);
    if !known.is_unbound() {
        return Ok(known);
    }
    let target = target(cx, object);
    if target.is_unbound() {
        return Err(raise::type_error(cx, &[S("weak object has gone away")]));
    }
    match hash::visible(cx, target)? {
        Some(hash) => {
            keep_hash(cx, object, hash);
            Ok(hash)
        }
        None => Err(cx.tail_prelude(Prelude::WeakHash, &[args[0], target])),
    }
}

/// Remembers the hash of the target as far as it fits the word.
fn keep_hash(cx: &mut Cx, object: Ref, hash: Value) {
    if hash.is_small() {
        cx.heap.space.set_word(object, word::HASH, hash.0);
    }
}

/// `keep_hash(weak, hash)`: for targets whose hash script code computed.
fn set_hash(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__hash__")?;
    let bits = hash::fold_value(cx, args[1]).unwrap_or(0) >> 1;
    let folded = Value::small(bits as i32);
    let kept = if args[1].is_small() { args[1] } else { folded };
    keep_hash(cx, object, kept);
    Ok(kept)
}

natives! {
    /// Private natives for weak references.
    pub static PRIVATE;
    "_keep_hash"        set_hash    2..=2;
}

/// `<weakref at 0x...; to 'A' at 0x...>`.
fn repr_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__repr__")?;
    let target = target(cx, object);
    str::build(cx, 48, |cx, text| {
        text.push(cx, b"<weakref at 0x")?;
        push_address(cx, text, object.0)?;
        if target.is_unbound() {
            return Ok(text.push(cx, b"; dead>")?);
        }
        text.push(cx, b"; to '")?;
        let owner = class::name(cx, cx.type_of(target));
        text.push_str(cx, owner)?;
        text.push(cx, b"' at 0x")?;
        push_address(cx, text, target.0)?;
        Ok(text.push(cx, b">")?)
    })
}

natives! {
    /// Members of the module `_weakref`.
    pub static MODULE;
    "getweakrefcount"   count       1..=1;
    "getweakrefs"       all         1..=1;
}

/// All weak references to an object, as a list.
fn list_of(cx: &mut Cx, value: Value) -> Outcome<Ref> {
    let found = list::new(cx)?;
    for at in 0..cx.heap.finalizers.weak_lists().len() {
        let mut weak = Ref(cx.heap.finalizers.weak_lists().get(at).copied().unwrap_or(0));
        while !weak.is_nil() {
            if target(cx, weak) == value {
                if let Err(error) = list::push(cx, found, weak.value()) {
                    cx.heap.dec_ref(found);
                    return Err(error.into());
                }
                cx.heap.inc_ref(weak);
            }
            weak = Ref(cx.heap.space.word(weak, word::NEXT));
        }
    }
    Ok(found)
}

/// `getweakrefcount(object)`: looks through all weak references.
fn count(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let found = list_of(cx, args[0])?;
    let count = list::len(cx, found);
    cx.heap.dec_ref(found);
    Ok(int::from_u32(cx, count)?)
}

/// `getweakrefs(object)` as a list.
fn all(cx: &mut Cx, args: &[Value]) -> NativeResult {
    Ok(list_of(cx, args[0])?.value())
}
