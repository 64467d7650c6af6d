//! What the natives share: arguments that may be missing, receivers, tail calls with any arguments.
//!
//! Not here: operations on objects (crate `objects`).

use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::cx::{Cx, Exit, Outcome, TAIL_MAX};
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{attr, class, dict, function, intern, names, str, types};

/// An argument, unbound when it was not given.
#[inline]
pub fn arg(args: &[Value], index: usize) -> Value {
    args.get(index).copied().unwrap_or(Value::UNBOUND)
}

/// An argument, or `None` when it was not given.
#[inline]
pub fn arg_or_none(args: &[Value], index: usize) -> Value {
    let value = arg(args, index);
    if value.is_unbound() { Value::NONE } else { value }
}

/// The receiver of a method: an object of this kind, or what an instance of a subclass wraps.
#[inline]
pub fn receiver(cx: &mut Cx, value: Value, wanted: u8, method: &str) -> Outcome<Ref> {
    match cx.payload(value, wanted) {
        Some(object) => Ok(object),
        None => Err(wrong_receiver(cx, types::of_kind(wanted), method, value)),
    }
}

/// The `TypeError` of a method that was called with a receiver of another type.
#[cold]
pub fn wrong_receiver(cx: &mut Cx, class: Ref, method: &str, value: Value) -> Exit {
    raise::type_error(
        cx,
        &[
            S("descriptor '"),
            S(method),
            S("' for '"),
            C(class),
            S("' objects doesn't apply to a '"),
            T(value),
            S("' object"),
        ],
    )
}

/// A class that is an argument.
pub fn class_arg(cx: &mut Cx, value: Value, what: &str) -> Outcome<Ref> {
    if class::is_class(cx, value) {
        return Ok(value.as_ref());
    }
    Err(raise::type_error(cx, &[S(what), S(" must be a type, not '"), T(value), S("'")]))
}

/// The class that a class method of a builtin type was called with: the type or one derived from it.
pub fn class_receiver(cx: &mut Cx, value: Value, base: Ref, method: &str) -> Outcome<Ref> {
    if class::is_class(cx, value) && class::is_subclass(cx, value.as_ref(), base) {
        return Ok(value.as_ref());
    }
    let is_class = class::is_class(cx, value);
    let received = if is_class { C(value.as_ref()) } else { T(value) };
    Err(raise::type_error(
        cx,
        &[
            S("descriptor '"),
            S(method),
            S(if is_class { "' requires a subtype of '" } else { "' for type '" }),
            C(base),
            S(if is_class { "' but received '" } else { "' needs a type, not a '" }),
            received,
            S(if is_class { "'" } else { "' as arg 2" }),
        ],
    ))
}

/// The class that `__new__` was called with, which must be `base` or derived from it.
pub fn new_class(cx: &mut Cx, value: Value, base: Ref) -> Outcome<Ref> {
    if !class::is_class(cx, value) {
        return Err(raise::type_error(
            cx,
            &[C(base), S(".__new__(X): X is not a type object ("), T(value), S(")")],
        ));
    }
    if !class::is_subclass(cx, value.as_ref(), base) {
        return Err(raise::type_error(
            cx,
            &[
                C(base),
                S(".__new__("),
                C(value.as_ref()),
                S("): "),
                C(value.as_ref()),
                S(" is not a subtype of "),
                C(base),
            ],
        ));
    }
    Ok(value.as_ref())
}

/// An attribute name as an interned str (owned).
pub fn name_arg(cx: &mut Cx, value: Value) -> Outcome<Value> {
    match cx.payload(value, kind::STR) {
        Some(text) => Ok(intern::intern(cx, text.value())?),
        None => Err(raise::type_error(
            cx,
            &[S("attribute name must be string, not '"), T(value), S("'")],
        )),
    }
}

/// Asks for a call with any arguments; all are borrowed. `star` and `keywords` may be unbound.
pub fn tail_any(cx: &mut Cx, callee: Value, args: &[Value], star: Value, keywords: Value) -> Exit {
    let exit = cx.tail_call(callee, args);
    cx.tail.star = cx.heap.share(star);
    cx.tail.keywords = cx.heap.share(keywords);
    exit
}

/// What a lookup that found something means to a native: a value, or a call in its place.
pub fn found(cx: &mut Cx, object: Value, found: attr::Found) -> Outcome<Option<Value>> {
    match found {
        attr::Found::Value(value) => Ok(Some(value)),
        attr::Found::Method(func) => Ok(Some(function::bind(cx, func, object)?)),
        attr::Found::Call(callee, args, count) => {
            Err(cx.tail_call(callee, args.get(..count).unwrap_or(&[])))
        }
        attr::Found::Missing => Ok(None),
    }
}

/// Is the exception being raised of this class?
pub fn is_raised(cx: &Cx, class: Ref) -> bool {
    let raised = cx.raised;
    !raised.is_unbound() && class::is_subclass(cx, cx.type_of(raised), class)
}

/// Drops the exception being raised.
pub fn forget_raised(cx: &mut Cx) {
    let raised = cx.take_raised();
    cx.heap.dec(raised);
}

/// Is a dict of keywords empty or missing?
pub fn is_empty_mapping(cx: &Cx, value: Value) -> bool {
    cx.as_kind(value, kind::DICT).is_none_or(|mapping| dict::len(cx, mapping) == 0)
}

/// The method of this name that scripts gave a class, if it is not the builtin one.
pub fn script_method(cx: &Cx, class: Ref, name: Value) -> Option<Value> {
    class::lookup(cx, class, name).filter(|&method| cx.as_kind(method, kind::NATIVE).is_none())
}

/// The text of a str argument.
pub fn text<'a>(cx: &'a Cx, value: Value) -> &'a [u8] {
    match cx.payload(value, kind::STR) {
        Some(object) => str::bytes(cx, object),
        None => &[],
    }
}

/// `__name__` of what is called, for messages; the empty str when it has none.
pub fn callee_name(cx: &Cx, value: Value) -> Value {
    match cx.as_kind(value, kind::FUNCTION) {
        Some(func) => function::name(cx, func),
        None => names::EMPTY,
    }
}

/// Asks for the call of a special method of an object's type; none when the type has none of that name.
pub fn call_special(cx: &mut Cx, object: Value, name: Value, extra: &[Value]) -> Option<Exit> {
    let method = class::lookup(cx, cx.type_of(object), name)?;
    let mut args = [Value::UNBOUND; TAIL_MAX];
    let is_plain = matches!(cx.kind_of(method), kind::FUNCTION | kind::NATIVE);
    let first: &[Value] = if is_plain { &[object] } else { &[object, name] };
    let mut count = 0;
    for (place, &value) in args.iter_mut().zip(first.iter().chain(extra)) {
        *place = value;
        count += 1;
    }
    let args = args.get(..count).unwrap_or(&[]);
    Some(if is_plain {
        cx.tail_call(method, args)
    } else {
        cx.tail_prelude(Prelude::CallSpecial, args)
    })
}
