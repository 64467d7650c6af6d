//! `builtin_function_or_method`: what scripts see of native functions.
//!
//! Not here: the tables (objects/native.rs), bound methods (method.rs).

use crate::support::{self, arg, arg_or_none};
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::function::method;
use threadsnake_objects::native::word;
use threadsnake_objects::natives;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{class, compare, function, hash, int, names, repr, str, types};

natives! {
    /// `builtin_function_or_method` attributes.
    pub static METHODS;
    "__call__"          call        1..=255 Function "self / *args **kwargs";
    "__doc__"           doc         1..=1 Getter;
    "__eq__"            eq          2..=2;
    "__get__"           get         2..=3;
    "__hash__"          hash_of     1..=1;
    "__module__"        module      1..=1 Getter;
    "__name__"          name        1..=1 Getter;
    "__objclass__"      owner_of    1..=1 Getter;
    "__qualname__"      qualname    1..=1 Getter;
    "__repr__"          repr_of     1..=1;
    "__self__"          self_of     1..=1 Getter;
    "__text_signature__" none       1..=1 Getter;
}

/// The native function that a value is or binds.
fn receiver(cx: &mut Cx, value: Value, name: &str) -> Outcome<Ref> {
    let func = match cx.as_kind(value, kind::METHOD) {
        Some(object) => cx.heap.space.value(object, method::FUNC),
        None => value,
    };
    match cx.as_kind(func, kind::NATIVE) {
        Some(object) => Ok(object),
        None => Err(support::wrong_receiver(cx, types::NATIVE, name, value)),
    }
}

/// What a native function is bound to.
fn bound_to(cx: &Cx, value: Value) -> Option<Value> {
    cx.as_kind(value, kind::METHOD).map(|object| cx.heap.space.value(object, method::SELF))
}

/// The class whose method it is.
fn owner(cx: &Cx, object: Ref) -> Option<Ref> {
    cx.heap.space.value(object, word::OWNER).object_ref()
}

fn call(cx: &mut Cx, args: &[Value]) -> NativeResult {
    receiver(cx, args[0], "__call__")?;
    Err(support::tail_any(cx, args[0], &[], arg(args, 1), arg(args, 2)))
}

fn get(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__get__")?;
    let unbound = args[1] == Value::NONE && arg_or_none(args, 2) != Value::NONE
        || bound_to(cx, args[0]).is_some();
    if unbound || owner(cx, object).is_none() {
        return Ok(cx.heap.share(args[0]));
    }
    Ok(function::bind(cx, args[0], args[1])?)
}

fn name(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__name__")?;
    let name = cx.heap.space.value(object, word::NAME);
    Ok(cx.heap.share(name))
}

fn qualname(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__qualname__")?;
    let name = cx.heap.space.value(object, word::NAME);
    match owner(cx, object) {
        Some(class) => Ok(raise::build(cx, &[C(class), S("."), V(name)])?),
        None => Ok(cx.heap.share(name)),
    }
}

fn doc(_: &mut Cx, _: &[Value]) -> NativeResult {
    Ok(Value::NONE)
}

fn none(_: &mut Cx, _: &[Value]) -> NativeResult {
    Ok(Value::NONE)
}

fn module(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__module__")?;
    Ok(if owner(cx, object).is_some() { Value::NONE } else { names::BUILTINS_MODULE })
}

fn owner_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__objclass__")?;
    match owner(cx, object) {
        Some(class) => Ok(cx.heap.share(class.value())),
        None => Ok(Value::NONE),
    }
}

fn self_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    receiver(cx, args[0], "__self__")?;
    let found = bound_to(cx, args[0]).unwrap_or(Value::NONE);
    Ok(cx.heap.share(found))
}

fn eq(cx: &mut Cx, args: &[Value]) -> NativeResult {
    receiver(cx, args[0], "__eq__")?;
    Ok(compare::equal(cx, args[0], args[1]).map_or(Value::NOT_IMPLEMENTED, Value::bool))
}

fn hash_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__hash__")?;
    match hash::visible(cx, args[0])? {
        Some(hash) => Ok(hash),
        None => Ok(int::from_u32(cx, hash::of_place(object))?),
    }
}

/// `<built-in function len>`, `<method 'append' of 'list' objects>`.
fn repr_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__repr__")?;
    let name = cx.heap.space.value(object, word::NAME);
    if let Some(receiver) = bound_to(cx, args[0]) {
        return bound_repr(cx, name, receiver);
    }
    let text = match owner(cx, object) {
        Some(class) => {
            let is_slot =
                support::text(cx, name).starts_with(b"__") && class::is_class(cx, class.value());
            let what = if is_slot { "<slot wrapper '" } else { "<method '" };
            raise::build(cx, &[S(what), V(name), S("' of '"), C(class), S("' objects>")])
        }
        None => raise::build(cx, &[S("<built-in function "), V(name), S(">")]),
    };
    Ok(text?)
}

/// `<built-in method append of list object at 0x...>`.
fn bound_repr(cx: &mut Cx, name: Value, receiver: Value) -> NativeResult {
    let is_special = support::text(cx, name).starts_with(b"__");
    str::build(cx, 48, |cx, text| {
        text.push(cx, if is_special { b"<method-wrapper '" } else { b"<built-in method " })?;
        text.push_str(cx, name)?;
        text.push(cx, if is_special { b"' of " } else { b" of " })?;
        let owner = class::name(cx, cx.type_of(receiver));
        text.push_str(cx, owner)?;
        text.push(cx, b" object at 0x")?;
        repr::push_address(cx, text, receiver.0)?;
        Ok(text.push(cx, b">")?)
    })
}
