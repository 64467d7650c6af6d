//! `method`: a function bound to its receiver. Attributes it has not are those of the function.
//!
//! Not here: functions (function.rs), the object (objects/function.rs).

use crate::support::{self, arg};
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::function::{self, method};
use threadsnake_objects::intrinsic::Intrinsic;
use threadsnake_objects::natives;
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{hash, int, names, types};

natives! {
    /// `method` attributes.
    pub static METHODS;
    "__call__"      call        1..=255 Function "self / *args **kwargs";
    "__doc__"       doc         1..=1 Getter;
    "__eq__"        eq          2..=2;
    "__func__"      func        1..=1 Getter;
    "__get__"       get         2..=3;
    "__hash__"      hash_of     1..=1;
    "__module__"    module      1..=1 Getter;
    "__name__"      name        1..=1 Getter;
    "__new__"       new         3..=3 Static;
    "__qualname__"  qualname    1..=1 Getter;
    "__repr__"      repr_of     1..=1;
    "__self__"      receiver_of 1..=1 Getter;
}

fn receiver(cx: &mut Cx, value: Value, name: &str) -> Outcome<Ref> {
    match cx.as_kind(value, kind::METHOD) {
        Some(object) => Ok(object),
        None => Err(support::wrong_receiver(cx, types::METHOD, name, value)),
    }
}

fn word(cx: &mut Cx, args: &[Value], which: u32, name: &str) -> Outcome<Value> {
    let object = receiver(cx, args[0], name)?;
    Ok(cx.heap.space.value(object, which))
}

/// `types.MethodType(function, object)`.
fn new(cx: &mut Cx, args: &[Value]) -> NativeResult {
    if args[2] == Value::NONE {
        return Err(raise::type_error(cx, &[S("self must not be None")]));
    }
    Ok(function::bind(cx, args[1], args[2])?)
}

fn call(cx: &mut Cx, args: &[Value]) -> NativeResult {
    receiver(cx, args[0], "__call__")?;
    Err(support::tail_any(cx, args[0], &[], arg(args, 1), arg(args, 2)))
}

fn get(cx: &mut Cx, args: &[Value]) -> NativeResult {
    receiver(cx, args[0], "__get__")?;
    Ok(cx.heap.share(args[0]))
}

fn func(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let func = word(cx, args, method::FUNC, "__func__")?;
    Ok(cx.heap.share(func))
}

fn receiver_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let receiver = word(cx, args, method::SELF, "__self__")?;
    Ok(cx.heap.share(receiver))
}

/// An attribute of the function behind the method.
fn of_function(cx: &mut Cx, args: &[Value], name: Value) -> NativeResult {
    let func = word(cx, args, method::FUNC, "__func__")?;
    let class = cx.type_of(func);
    let found = threadsnake_objects::attr::get_plain(cx, func, class, name)?;
    match support::found(cx, func, found)? {
        Some(value) => Ok(value),
        None => Err(cx.tail_intrinsic(Intrinsic::GetAttr, &[func, name])),
    }
}

fn name(cx: &mut Cx, args: &[Value]) -> NativeResult {
    of_function(cx, args, names::NAME)
}

fn qualname(cx: &mut Cx, args: &[Value]) -> NativeResult {
    of_function(cx, args, names::QUALNAME)
}

fn doc(cx: &mut Cx, args: &[Value]) -> NativeResult {
    of_function(cx, args, names::DOC)
}

fn module(cx: &mut Cx, args: &[Value]) -> NativeResult {
    of_function(cx, args, names::MODULE)
}

/// Bound methods are equal when receiver and function are the same.
fn eq(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let one = receiver(cx, args[0], "__eq__")?;
    let Some(other) = cx.as_kind(args[1], kind::METHOD) else { return Ok(Value::NOT_IMPLEMENTED) };
    let space = &cx.heap.space;
    let same =
        space.word(one, 1) == space.word(other, 1) && space.word(one, 2) == space.word(other, 2);
    Ok(Value::bool(same))
}

fn hash_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    receiver(cx, args[0], "__hash__")?;
    match hash::visible(cx, args[0])? {
        Some(hash) => Ok(hash),
        None => Ok(int::from_u32(cx, hash::of_place(args[0].as_ref()))?),
    }
}

/// `<bound method A.f of <A object at 0x...>>`.
fn repr_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__repr__")?;
    let this = cx.heap.space.value(object, method::SELF);
    Err(cx.tail_prelude(Prelude::MethodRepr, &[args[0], this]))
}
