//! Setting and deleting attributes, as far as no call is needed.
//!
//! A data descriptor of the class goes first; then the object itself, when it can have attributes.
//!
//! Not here: attributes of classes (class_new/change.rs), slots (instance.rs).

use super::{MODULE_DICT, MODULE_ROM, is_data, member, member_place, property, wrapped, wrapper};
use crate::class::{self, flag};
use crate::cx::{Cx, Exit, Outcome};
use crate::raise::{self, Part::*};
use crate::{dict, function, instance, names, native, types};
use threadsnake_heap::{Ref, Value, kind};

/// What is to be done to set or delete an attribute.
pub enum Store {
    /// It is done.
    Done,
    /// Calling this with these arguments does it (all borrowed).
    Call(Value, [Value; 3], usize),
}

/// Sets an attribute (value borrowed), or deletes it when `value` is unbound. The name is interned.
pub fn set(cx: &mut Cx, object: Value, name: Value, value: Value) -> Outcome<Store> {
    let class = cx.type_of(object);
    if class::flags(cx, class) & flag::SETATTR != 0 {
        let hook = if value.is_unbound() { names::DELATTR } else { names::SETATTR };
        if let Some(hook) = class::lookup(cx, class, hook)
            && cx.as_kind(hook, kind::NATIVE).is_none()
        {
            let count = if value.is_unbound() { 2 } else { 3 };
            return Ok(Store::Call(hook, [object, name, value], count));
        }
    }
    set_plain(cx, object, class, name, value)
}

/// The same without `__setattr__`: what `object.__setattr__` does.
pub fn set_plain(
    cx: &mut Cx,
    object: Value,
    class: Ref,
    name: Value,
    value: Value,
) -> Outcome<Store> {
    let from_class = class::lookup(cx, class, name);
    if let Some(found) = from_class
        && is_data(cx, found)
    {
        return set_through(cx, found, object, name, value);
    }
    let done = match object.object_ref() {
        Some(target) => set_own(cx, target, class, name, value)?,
        None => false,
    };
    if done { Ok(Store::Done) } else { Err(cannot_set(cx, object, name, value, from_class)) }
}

/// Sets an attribute of the object itself; false when it can have none of that name.
fn set_own(cx: &mut Cx, target: Ref, class: Ref, name: Value, value: Value) -> Outcome<bool> {
    match cx.heap.kind(target) {
        kind::INSTANCE | kind::INSTANCE_X => {
            if class::flags(cx, class) & flag::SLOTS_ONLY != 0
                || class.0 < cx.rom.len && class == types::OBJECT
            {
                return Ok(false);
            }
            if value.is_unbound() {
                return Ok(instance::delete(cx, target, name));
            }
            cx.heap.inc(value);
            instance::set(cx, target, name, value).inspect_err(|_| cx.heap.dec(value))?;
            Ok(true)
        }
        kind::CLASS => crate::class_new::set_attribute(cx, target, name, value),
        kind::MODULE => {
            let members = cx.heap.space.value(target, MODULE_DICT).as_ref();
            if cx.heap.space.word(target, MODULE_ROM) == cx.rom.builtins.0 {
                // A builtin of this name may be remembered.
                cx.cache.flush(&mut cx.heap);
            }
            set_in(cx, members, name, value)
        }
        kind::FUNCTION | kind::WRAPPER => set_of_function(cx, target, name, value),
        _ => Ok(false),
    }
}

fn set_in(cx: &mut Cx, members: Ref, name: Value, value: Value) -> Outcome<bool> {
    if value.is_unbound() {
        return Ok(dict::delete_interned(cx, members, name));
    }
    cx.heap.inc(value);
    dict::set_interned(cx, members, name, value).inspect_err(|_| cx.heap.dec(value))?;
    Ok(true)
}

fn set_of_function(cx: &mut Cx, target: Ref, name: Value, value: Value) -> Outcome<bool> {
    let is_function = cx.heap.kind(target) == kind::FUNCTION;
    let held = if is_function {
        function::detail(cx, target, function::info::DICT)
    } else {
        cx.heap.space.value(target, wrapper::DICT)
    };
    let attributes = match held.object_ref() {
        Some(attributes) => attributes,
        None if value.is_unbound() => return Ok(false),
        None => {
            let fresh = dict::new(cx)?;
            if is_function {
                if let Err(error) =
                    function::set_detail(cx, target, function::info::DICT, fresh.value())
                {
                    cx.heap.dec_ref(fresh);
                    return Err(error.into());
                }
            } else {
                cx.heap.space.set_word(target, wrapper::DICT, fresh.0);
            }
            fresh
        }
    };
    set_in(cx, attributes, name, value)
}

/// Sets through a data descriptor.
pub fn set_through(
    cx: &mut Cx,
    found: Value,
    object: Value,
    name: Value,
    value: Value,
) -> Outcome<Store> {
    let has_hook = matches!(cx.kind_of(found), kind::INSTANCE | kind::INSTANCE_X)
        && class::flags(cx, cx.type_of(found)) & flag::SET != 0;
    let found = if has_hook { found } else { wrapped(cx, found).unwrap_or(found) };
    let target = found.as_ref();
    match cx.heap.kind(target) {
        kind::PROPERTY => set_property(cx, target, object, name, value),
        kind::MEMBER => set_member(cx, target, object, name, value),
        kind::NATIVE => set_computed(cx, target, object, name, value),
        _ => {
            let own = cx.type_of(found);
            let hook = if value.is_unbound() { names::DELETE } else { names::SET };
            match class::lookup(cx, own, hook) {
                Some(hook) if value.is_unbound() => {
                    Ok(Store::Call(hook, [found, object, Value::UNBOUND], 2))
                }
                Some(hook) => Ok(Store::Call(hook, [found, object, value], 3)),
                None => Err(raise::attribute_error(
                    cx,
                    &[V(if value.is_unbound() { names::DELETE } else { names::SET })],
                )),
            }
        }
    }
}

fn set_property(
    cx: &mut Cx,
    target: Ref,
    object: Value,
    name: Value,
    value: Value,
) -> Outcome<Store> {
    let deletes = value.is_unbound();
    let word = if deletes { property::DEL } else { property::SET };
    let hook = cx.heap.space.value(target, word);
    if cx.heap.space.value(target, property::GET).is_small() {
        let what = if deletes { "can't delete attribute" } else { "can't set attribute" };
        return Err(raise::attribute_error(cx, &[S(what)]));
    }
    if hook.is_unbound() || hook == Value::NONE {
        let what = if deletes { "' object has no deleter" } else { "' object has no setter" };
        return Err(raise::attribute_error(
            cx,
            &[S("property '"), V(name), S("' of '"), T(object), S(what)],
        ));
    }
    Ok(Store::Call(hook, [object, value, Value::UNBOUND], if deletes { 1 } else { 2 }))
}

fn set_member(
    cx: &mut Cx,
    target: Ref,
    object: Value,
    name: Value,
    value: Value,
) -> Outcome<Store> {
    let Some((holder, slot)) = member_place(cx, target, object) else {
        return Err(raise::type_error(
            cx,
            &[
                S("descriptor '"),
                V(name),
                S("' for '"),
                C(Ref(cx.heap.space.word(target, member::CLASS))),
                S("' objects doesn't apply to a '"),
                T(object),
                S("' object"),
            ],
        ));
    };
    if value.is_unbound() && instance::slot_value(cx, holder, slot).is_unbound() {
        return Err(raise::raise_with_name(cx, types::ATTRIBUTE_ERROR, name));
    }
    cx.heap.inc(value);
    instance::set_hidden(cx, holder, slot, value);
    Ok(Store::Done)
}

fn set_computed(
    cx: &mut Cx,
    target: Ref,
    object: Value,
    name: Value,
    value: Value,
) -> Outcome<Store> {
    match native::definition(cx, target) {
        Some(row) if row.max == 2 => {
            // An unbound second argument asks for deletion.
            let result = (row.func)(cx, &[object, value])?;
            cx.heap.dec(result);
            Ok(Store::Done)
        }
        _ => Err(raise::attribute_error(
            cx,
            &[S("attribute '"), V(name), S("' of '"), T(object), S("' objects is not writable")],
        )),
    }
}

fn cannot_set(
    cx: &mut Cx,
    object: Value,
    name: Value,
    value: Value,
    from_class: Option<Value>,
) -> Exit {
    if class::is_class(cx, object) {
        if value.is_unbound() {
            let is_builtin = class::flags(cx, object.as_ref()) & flag::HEAP == 0;
            let message = [
                S("type object '"),
                C(object.as_ref()),
                S("' has no attribute '"),
                V(name),
                S("'"),
            ];
            if !is_builtin {
                return raise::attribute_error(cx, &message);
            }
        }
        return raise::type_error(
            cx,
            &[
                S("cannot set '"),
                V(name),
                S("' attribute of immutable type '"),
                C(object.as_ref()),
                S("'"),
            ],
        );
    }
    match from_class {
        Some(_) if !is_open(cx, object) => raise::attribute_error(
            cx,
            &[S("'"), T(object), S("' object attribute '"), V(name), S("' is read-only")],
        ),
        _ => raise::attribute_error(
            cx,
            &[S("'"), T(object), S("' object has no attribute '"), V(name), S("'")],
        ),
    }
}

/// Can the object have attributes of its own?
fn is_open(cx: &Cx, object: Value) -> bool {
    let Some(target) = object.object_ref() else { return false };
    match cx.heap.kind(target) {
        kind::INSTANCE | kind::INSTANCE_X => {
            class::flags(cx, cx.type_of(object)) & flag::SLOTS_ONLY == 0
        }
        kind::MODULE | kind::FUNCTION | kind::WRAPPER => true,
        _ => false,
    }
}
