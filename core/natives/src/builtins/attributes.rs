//! Builtins about attributes, types and identity.
//!
//! Not here: how attributes are found (objects/attr.rs).

use crate::builtins::names as naming;
use crate::support::{self, arg};
use crate::types::alias;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::attr::{self, Found, Store};
use threadsnake_objects::class::{self, flag};
use threadsnake_objects::cx::{Cx, Exit, NativeResult};
use threadsnake_objects::intrinsic::Intrinsic;
use threadsnake_objects::list::sort::{self, Direction};
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{function, hash as hashing, int, names, tuple, types};

/// `getattr(object, name[, default])`.
pub fn getattr(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let name = support::name_arg(cx, args[1])?;
    let result = get(cx, args[0], name, arg(args, 2));
    cx.heap.dec(name);
    result
}

fn get(cx: &mut Cx, object: Value, name: Value, default: Value) -> NativeResult {
    match attr::get(cx, object, name) {
        Ok(Found::Value(value)) => Ok(value),
        Ok(Found::Method(method)) => Ok(function::bind(cx, method, object)?),
        Ok(Found::Call(..)) if default.is_unbound() => {
            Err(cx.tail_intrinsic(Intrinsic::GetAttr, &[object, name]))
        }
        Ok(Found::Call(..)) => {
            Err(cx.tail_prelude(Prelude::GetAttrDefault, &[object, name, default]))
        }
        Ok(Found::Missing) if default.is_unbound() => Err(attr::not_found(cx, object, name)),
        Ok(Found::Missing) => Ok(cx.heap.share(default)),
        Err(exit) => or_default(cx, exit, default),
    }
}

/// An `AttributeError` means the default, if there is one.
fn or_default(cx: &mut Cx, exit: Exit, default: Value) -> NativeResult {
    if default.is_unbound()
        || exit != Exit::Raise
        || !support::is_raised(cx, types::ATTRIBUTE_ERROR)
    {
        return Err(exit);
    }
    support::forget_raised(cx);
    Ok(cx.heap.share(default))
}

/// `hasattr(object, name)`.
pub fn hasattr(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let name = support::name_arg(cx, args[1])?;
    let result = match attr::get(cx, args[0], name) {
        Ok(Found::Value(value)) => {
            cx.heap.dec(value);
            Ok(Value::TRUE)
        }
        Ok(Found::Method(_)) => Ok(Value::TRUE),
        Ok(Found::Call(..)) => Err(cx.tail_prelude(Prelude::HasAttr, &[args[0], name])),
        Ok(Found::Missing) => Ok(Value::FALSE),
        Err(exit) => or_default(cx, exit, Value::FALSE),
    };
    cx.heap.dec(name);
    result
}

/// `setattr(object, name, value)`.
pub fn setattr(cx: &mut Cx, args: &[Value]) -> NativeResult {
    store(cx, args[0], args[1], args[2])
}

/// `delattr(object, name)`.
pub fn delattr(cx: &mut Cx, args: &[Value]) -> NativeResult {
    store(cx, args[0], args[1], Value::UNBOUND)
}

fn store(cx: &mut Cx, object: Value, name: Value, value: Value) -> NativeResult {
    let name = support::name_arg(cx, name)?;
    let stored = attr::set(cx, object, name, value);
    let result = match stored {
        Ok(Store::Done) => Ok(Value::NONE),
        Ok(Store::Call(..)) if value.is_unbound() => {
            Err(cx.tail_intrinsic(Intrinsic::DelAttr, &[object, name]))
        }
        Ok(Store::Call(..)) => Err(cx.tail_intrinsic(Intrinsic::SetAttr, &[object, name, value])),
        Err(exit) => Err(exit),
    };
    cx.heap.dec(name);
    result
}

/// `vars([object])`: its `__dict__`.
pub fn vars(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let Some(&object) = args.first() else { return Err(cx.tail_intrinsic(Intrinsic::Locals, &[])) };
    match get(cx, object, names::DICT, Value::UNBOUND) {
        Err(Exit::Raise) if support::is_raised(cx, types::ATTRIBUTE_ERROR) => {
            support::forget_raised(cx);
            Err(raise::type_error(cx, &[S("vars() argument must have __dict__ attribute")]))
        }
        other => other,
    }
}

/// `dir([object])`: sorted names.
pub fn dir(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let Some(&object) = args.first() else { return Err(cx.tail_prelude(Prelude::Dir, &[])) };
    let class = cx.type_of(object);
    if support::script_method(cx, class, names::DIR).is_some() {
        return Err(cx.tail_prelude(Prelude::Dir, &[object]));
    }
    let found = naming::list_of_object(cx, object)?;
    match sort::sort(cx, found.as_ref(), Direction::Up) {
        Ok(_) => Ok(found),
        Err(error) => {
            cx.heap.dec(found);
            Err(error)
        }
    }
}

/// `callable(object)`.
pub fn callable(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let is_plain =
        matches!(cx.kind_of(args[0]), kind::FUNCTION | kind::NATIVE | kind::METHOD | kind::CLASS);
    let own = cx.type_of(args[0]);
    Ok(Value::bool(is_plain || class::lookup(cx, own, names::CALL).is_some()))
}

/// `id(object)`: where it lies, or its word.
pub fn id(cx: &mut Cx, args: &[Value]) -> NativeResult {
    Ok(int::from_u32(cx, args[0].0)?)
}

/// `hash(object)`.
pub fn hash(cx: &mut Cx, args: &[Value]) -> NativeResult {
    match hashing::visible(cx, args[0])? {
        Some(hash) => Ok(hash),
        None => Err(cx.tail_prelude(Prelude::Hash, &[args[0]])),
    }
}

/// Has a class a metaclass that may say something else than the order of resolution does?
fn is_open(cx: &Cx, class: Ref, hook: Value) -> bool {
    let meta = class::meta(cx, class);
    class::flags(cx, meta) & flag::HEAP != 0 && support::script_method(cx, meta, hook).is_some()
}

/// Does a class match one class or a flat tuple of classes? None: the prelude must look.
fn matches(cx: &Cx, own: Ref, wanted: Value, hook: Value) -> Option<bool> {
    if class::is_class(cx, wanted) {
        if own == wanted.as_ref() {
            return Some(true);
        }
        return if is_open(cx, wanted.as_ref(), hook) {
            None
        } else {
            Some(class::is_subclass(cx, own, wanted.as_ref()))
        };
    }
    let members = alias::class_list(cx, wanted).or_else(|| cx.as_kind(wanted, kind::TUPLE))?;
    for &member in tuple::items(cx, members) {
        if !class::is_class(cx, member) || is_open(cx, member.as_ref(), hook) {
            return None;
        }
        if class::is_subclass(cx, own, member.as_ref()) {
            return Some(true);
        }
    }
    Some(false)
}

/// `isinstance(object, class_or_tuple)`.
pub fn isinstance(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let own = cx.type_of(args[0]);
    match matches(cx, own, args[1], names::INSTANCECHECK) {
        Some(result) => Ok(Value::bool(result)),
        None => Err(cx.tail_prelude(Prelude::IsInstance, &[args[0], args[1]])),
    }
}

/// `issubclass(class, class_or_tuple)`.
pub fn issubclass(cx: &mut Cx, args: &[Value]) -> NativeResult {
    if !class::is_class(cx, args[0]) {
        return Err(raise::type_error(cx, &[S("issubclass() arg 1 must be a class")]));
    }
    match matches(cx, args[0].as_ref(), args[1], names::SUBCLASSCHECK) {
        Some(result) => Ok(Value::bool(result)),
        None => Err(cx.tail_prelude(Prelude::IsSubclass, &[args[0], args[1]])),
    }
}
