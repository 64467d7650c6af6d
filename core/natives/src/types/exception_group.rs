//! `BaseExceptionGroup`: a message and exceptions, in hidden slots of their own.
//!
//! Not here: taking groups apart and the rules for making them (prelude, group.py), what they share with other
//! exceptions (exception.rs).

use super::exception::receiver;
use crate::container::class_getitem;
use crate::support::{self, arg};
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::exception::{self, slot};
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{class, natives, tuple, types};

natives! {
    /// `BaseExceptionGroup` methods.
    pub static METHODS;
    "__class_getitem__" class_getitem 2..=2 Class;
    "__new__"           new         1..=255 Static "cls / *args **kwargs";
    "__str__"           str_of      1..=1;
    "derive"            derive      2..=2;
    "exceptions"        exceptions  1..=1 Getter;
    "message"           message     1..=1 Getter;
    "split"             split       2..=2;
    "subgroup"          subgroup    2..=2;
}

natives! {
    /// Private natives of the prelude.
    pub static PRIVATE;
    "_make_group"       make        4..=4;
}

/// A group; its slots hold what `_make_group` put there.
fn group(cx: &mut Cx, value: Value, method: &str) -> Outcome<Ref> {
    let object = receiver(cx, value, method)?;
    if class::is_subclass(cx, cx.type_of(value), types::BASE_EXCEPTION_GROUP) {
        return Ok(object);
    }
    Err(support::wrong_receiver(cx, types::BASE_EXCEPTION_GROUP, method, value))
}

fn held(cx: &mut Cx, object: Ref, which: u32) -> Value {
    let value = exception::get(cx, object, which);
    if value.is_unbound() { Value::NONE } else { cx.heap.share(value) }
}

/// `cls.__new__(message, exceptions)`.
fn new(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let given = arg(args, 1);
    let given = if given.is_unbound() { threadsnake_objects::statics::EMPTY_TUPLE } else { given };
    Err(cx.tail_prelude(Prelude::GroupNew, &[args[0], given]))
}

/// `_make_group(class, message, exceptions, args)`: the last two are tuples.
fn make(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = support::new_class(cx, args[0], types::BASE_EXCEPTION_GROUP)?;
    if cx.as_kind(args[2], kind::TUPLE).is_none() || cx.as_kind(args[3], kind::TUPLE).is_none() {
        return Err(raise::type_error(cx, &[S("a tuple was expected")]));
    }
    let given = cx.heap.share(args[3]);
    let object = exception::with_args(cx, class, given)?;
    for (which, value) in [(slot::MESSAGE, args[1]), (slot::EXCEPTIONS, args[2])] {
        cx.heap.inc(value);
        exception::set(cx, object, which, value);
    }
    Ok(object.value())
}

/// The message, and how many exceptions there are.
fn str_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = group(cx, args[0], "__str__")?;
    let message = exception::get(cx, object, slot::MESSAGE);
    let inner = exception::get(cx, object, slot::EXCEPTIONS);
    let count = cx.as_kind(inner, kind::TUPLE).map_or(0, |inner| tuple::len(cx, inner));
    let end = if count == 1 { " sub-exception)" } else { " sub-exceptions)" };
    Ok(raise::build(cx, &[V(message), S(" ("), I(i64::from(count)), S(end)])?)
}

fn message(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = group(cx, args[0], "message")?;
    Ok(held(cx, object, slot::MESSAGE))
}

fn exceptions(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = group(cx, args[0], "exceptions")?;
    Ok(held(cx, object, slot::EXCEPTIONS))
}

/// `g.derive(exceptions)`: a plain group with the same message.
fn derive(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = group(cx, args[0], "derive")?;
    let message = exception::get(cx, object, slot::MESSAGE);
    Err(cx.tail_call(types::BASE_EXCEPTION_GROUP.value(), &[message, args[1]]))
}

fn split(cx: &mut Cx, args: &[Value]) -> NativeResult {
    group(cx, args[0], "split")?;
    Err(cx.tail_prelude(Prelude::GroupSplit, &[args[0], args[1]]))
}

fn subgroup(cx: &mut Cx, args: &[Value]) -> NativeResult {
    group(cx, args[0], "subgroup")?;
    Err(cx.tail_prelude(Prelude::GroupSubgroup, &[args[0], args[1]]))
}
