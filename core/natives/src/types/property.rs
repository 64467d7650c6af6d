//! `property`, `staticmethod`, `classmethod` and slot descriptors.
//!
//! Not here: what a lookup makes of them (objects/attr.rs).

use crate::support::{self, arg, arg_or_none};
use threadsnake_heap::header::FLAG1;
use threadsnake_heap::{Ref, Value, header, kind};
use threadsnake_objects::attr::{self, Found, Store, member, property as word, wrapper};
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{class_new, code, dict, function, names, natives, types};

natives! {
    /// `property` methods.
    pub static METHODS;
    "__delete__"  delete    2..=2;
    "__doc__"     doc       1..=2 Getter;
    "__get__"     get       2..=3;
    "__isabstractmethod__" is_abstract 1..=1 Getter;
    "__new__"     new       1..=5 Static "cls fget fset fdel doc";
    "__set__"     set       3..=3;
    "deleter"     deleter   2..=2;
    "fdel"        fdel      1..=1 Getter;
    "fget"        fget      1..=1 Getter;
    "fset"        fset      1..=1 Getter;
    "getter"      getter    2..=2;
    "setter"      setter    2..=2;
}

natives! {
    /// `staticmethod` methods.
    pub static STATICMETHOD;
    "__call__"    call_static     1..=255 Function "self / *args **kwargs";
    "__dict__"    wrapper_dict    1..=1 Getter;
    "__func__"    wrapped         1..=1 Getter;
    "__get__"     get_wrapped     2..=3;
    "__isabstractmethod__" wrapped_abstract 1..=1 Getter;
    "__name__"    wrapped_name    1..=1 Getter;
    "__new__"     new_static      2..=2 Static;
    "__wrapped__" wrapped         1..=1 Getter;
}

natives! {
    /// `classmethod` methods.
    pub static CLASSMETHOD;
    "__dict__"    wrapper_dict    1..=1 Getter;
    "__func__"    wrapped         1..=1 Getter;
    "__get__"     get_wrapped     2..=3;
    "__isabstractmethod__" wrapped_abstract 1..=1 Getter;
    "__name__"    wrapped_name    1..=1 Getter;
    "__new__"     new_class       2..=2 Static;
    "__wrapped__" wrapped         1..=1 Getter;
}

natives! {
    /// `member_descriptor` methods.
    pub static MEMBER;
    "__delete__"  delete_member   2..=2;
    "__get__"     get_member      2..=3;
    "__name__"    member_name     1..=1 Getter;
    "__objclass__" member_class   1..=1 Getter;
    "__repr__"    member_repr     1..=1;
    "__set__"     set_member      3..=3;
}

/// An object of this kind exactly.
fn of_kind(cx: &mut Cx, value: Value, wanted: u8, class: Ref, name: &str) -> Outcome<Ref> {
    match cx.payload(value, wanted) {
        Some(object) => Ok(object),
        None => Err(support::wrong_receiver(cx, class, name, value)),
    }
}

fn receiver(cx: &mut Cx, value: Value, name: &str) -> Outcome<Ref> {
    of_kind(cx, value, kind::PROPERTY, types::PROPERTY, name)
}

/// Makes a property of borrowed parts; what is not there is None.
fn make(cx: &mut Cx, parts: [Value; 4]) -> NativeResult {
    let object = cx.heap.alloc(5)?;
    cx.heap.space.store(object.0, header::fresh(kind::PROPERTY));
    for (at, part) in parts.into_iter().enumerate() {
        cx.heap.inc(part);
        cx.heap.space.set_word(object, word::GET + at as u32, part.0);
    }
    Ok(object.value())
}

/// `property(fget=None, fset=None, fdel=None, doc=None)`.
fn new(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = support::new_class(cx, args[0], types::PROPERTY)?;
    let made = make(
        cx,
        [arg_or_none(args, 1), arg_or_none(args, 2), arg_or_none(args, 3), arg_or_none(args, 4)],
    )?;
    class_new::wrap_payload(cx, class, made)
}

/// A copy with one part replaced.
fn copy_with(cx: &mut Cx, args: &[Value], place: u32, name: &str) -> NativeResult {
    let object = receiver(cx, args[0], name)?;
    let mut parts =
        [word::GET, word::SET, word::DEL, word::DOC].map(|at| cx.heap.space.value(object, at));
    if let Some(part) = parts.get_mut((place - word::GET) as usize) {
        *part = args[1];
    }
    let class = cx.type_of(args[0]);
    let made = make(cx, parts)?;
    class_new::wrap_payload(cx, class, made)
}

fn getter(cx: &mut Cx, args: &[Value]) -> NativeResult {
    copy_with(cx, args, word::GET, "getter")
}

fn setter(cx: &mut Cx, args: &[Value]) -> NativeResult {
    copy_with(cx, args, word::SET, "setter")
}

fn deleter(cx: &mut Cx, args: &[Value]) -> NativeResult {
    copy_with(cx, args, word::DEL, "deleter")
}

fn part(cx: &mut Cx, args: &[Value], place: u32, name: &str) -> NativeResult {
    let object = receiver(cx, args[0], name)?;
    let value = cx.heap.space.value(object, place);
    Ok(cx.heap.share(value))
}

fn fget(cx: &mut Cx, args: &[Value]) -> NativeResult {
    part(cx, args, word::GET, "fget")
}

fn fset(cx: &mut Cx, args: &[Value]) -> NativeResult {
    part(cx, args, word::SET, "fset")
}

fn fdel(cx: &mut Cx, args: &[Value]) -> NativeResult {
    part(cx, args, word::DEL, "fdel")
}

/// The docstring given, or that of the getter.
fn doc(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__doc__")?;
    let held = cx.heap.space.value(object, word::DOC);
    if args.len() == 2 {
        let value = if args[1].is_unbound() { Value::NONE } else { args[1] };
        cx.heap.inc(value);
        cx.heap.space.set_word(object, word::DOC, value.0);
        cx.heap.dec(held);
        return Ok(Value::NONE);
    }
    if held != Value::NONE {
        return Ok(cx.heap.share(held));
    }
    let getter = cx.heap.space.value(object, word::GET);
    let found = match cx.as_kind(getter, kind::FUNCTION) {
        Some(func) => code::doc(cx, function::code_of(cx, func)),
        None => Value::NONE,
    };
    Ok(cx.heap.share(found))
}

fn is_abstract(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__isabstractmethod__")?;
    let parts = [word::GET, word::SET, word::DEL].map(|at| cx.heap.space.value(object, at));
    Ok(Value::bool(parts.iter().any(|&part| marked_abstract(cx, part))))
}

/// Does a function have `__isabstractmethod__ = True`?
fn marked_abstract(cx: &Cx, func: Value) -> bool {
    let Some(object) = cx.as_kind(func, kind::FUNCTION) else { return false };
    let Some(attributes) =
        cx.as_kind(function::detail(cx, object, function::info::DICT), kind::DICT)
    else {
        return false;
    };
    let mut from = 0;
    while let Some((entry, key, value)) = dict::next(cx, attributes, from) {
        if support::text(cx, key) == b"__isabstractmethod__" {
            return value == Value::TRUE;
        }
        from = entry + 1;
    }
    false
}

/// What a lookup that found this descriptor gives.
fn bound(cx: &mut Cx, descriptor: Value, object: Value) -> NativeResult {
    let class = cx.type_of(object);
    let found = attr::bind(cx, descriptor, object, class)?;
    Ok(support::found(cx, object, found)?.unwrap_or(Value::NONE))
}

fn get(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__get__")?;
    if args[1] == Value::NONE {
        return Ok(cx.heap.share(args[0]));
    }
    bound(cx, object.value(), args[1])
}

fn store(cx: &mut Cx, args: &[Value], value: Value) -> NativeResult {
    let descriptor = cx.payload(args[0], kind::PROPERTY).map_or(args[0], |inner| inner.value());
    match attr::set_through(cx, descriptor, args[1], names::EMPTY, value)? {
        Store::Done => Ok(Value::NONE),
        Store::Call(callee, values, count) => {
            Err(cx.tail_call(callee, values.get(..count).unwrap_or(&[])))
        }
    }
}

fn set(cx: &mut Cx, args: &[Value]) -> NativeResult {
    receiver(cx, args[0], "__set__")?;
    store(cx, args, args[2])
}

fn delete(cx: &mut Cx, args: &[Value]) -> NativeResult {
    receiver(cx, args[0], "__delete__")?;
    store(cx, args, Value::UNBOUND)
}

fn new_static(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = support::new_class(cx, args[0], types::STATICMETHOD)?;
    let made = class_new::wrap(cx, args[1], 0)?;
    class_new::wrap_payload(cx, class, made)
}

fn new_class(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = support::new_class(cx, args[0], types::CLASSMETHOD)?;
    let made = class_new::wrap(cx, args[1], FLAG1)?;
    class_new::wrap_payload(cx, class, made)
}

fn wrapper_of(cx: &mut Cx, value: Value, name: &str) -> Outcome<Ref> {
    of_kind(cx, value, kind::WRAPPER, types::STATICMETHOD, name)
}

fn wrapped(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = wrapper_of(cx, args[0], "__func__")?;
    let func = cx.heap.space.value(object, wrapper::FUNC);
    Ok(cx.heap.share(func))
}

fn wrapped_name(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = wrapper_of(cx, args[0], "__name__")?;
    match cx.as_kind(cx.heap.space.value(object, wrapper::FUNC), kind::FUNCTION) {
        Some(func) => {
            let name = function::name(cx, func);
            Ok(cx.heap.share(name))
        }
        None => Err(attr::not_found(cx, args[0], names::NAME)),
    }
}

fn wrapped_abstract(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = wrapper_of(cx, args[0], "__isabstractmethod__")?;
    let func = cx.heap.space.value(object, wrapper::FUNC);
    Ok(Value::bool(marked_abstract(cx, func)))
}

fn wrapper_dict(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = wrapper_of(cx, args[0], "__dict__")?;
    let held = cx.heap.space.value(object, wrapper::DICT);
    if !held.is_unbound() {
        return Ok(cx.heap.share(held));
    }
    let fresh = dict::new(cx)?;
    cx.heap.space.set_word(object, wrapper::DICT, fresh.0);
    Ok(cx.heap.share(fresh.value()))
}

fn call_static(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = wrapper_of(cx, args[0], "__call__")?;
    let func = cx.heap.space.value(object, wrapper::FUNC);
    Err(support::tail_any(cx, func, &[], arg(args, 1), arg(args, 2)))
}

/// `__get__(object, type)`: the function, or a method bound to the class.
fn get_wrapped(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let wrapper = wrapper_of(cx, args[0], "__get__")?;
    let class = match arg_or_none(args, 2) {
        Value::NONE => cx.type_of(args[1]),
        given => support::class_arg(cx, given, "__get__() argument 2")?,
    };
    let found: Found = attr::bind(cx, wrapper.value(), args[1], class)?;
    Ok(support::found(cx, args[1], found)?.unwrap_or(Value::NONE))
}

fn member_of(cx: &mut Cx, value: Value, name: &str) -> Outcome<Ref> {
    of_kind(cx, value, kind::MEMBER, types::MEMBER, name)
}

fn get_member(cx: &mut Cx, args: &[Value]) -> NativeResult {
    member_of(cx, args[0], "__get__")?;
    if args[1] == Value::NONE {
        return Ok(cx.heap.share(args[0]));
    }
    bound(cx, args[0], args[1])
}

fn set_member(cx: &mut Cx, args: &[Value]) -> NativeResult {
    member_of(cx, args[0], "__set__")?;
    store(cx, args, args[2])
}

fn delete_member(cx: &mut Cx, args: &[Value]) -> NativeResult {
    member_of(cx, args[0], "__delete__")?;
    store(cx, args, Value::UNBOUND)
}

fn member_name(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = member_of(cx, args[0], "__name__")?;
    let name = cx.heap.space.value(object, member::NAME);
    Ok(cx.heap.share(name))
}

fn member_class(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = member_of(cx, args[0], "__objclass__")?;
    let class = cx.heap.space.value(object, member::CLASS);
    Ok(cx.heap.share(class))
}

/// `<member 'x' of 'A' objects>`.
fn member_repr(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = member_of(cx, args[0], "__repr__")?;
    let name = cx.heap.space.value(object, member::NAME);
    let class = Ref(cx.heap.space.word(object, member::CLASS));
    Ok(raise::build(cx, &[S("<member '"), V(name), S("' of '"), C(class), S("' objects>")])?)
}
