//! What the tables of text and numbers share: receivers, indices, who goes to the prelude.
//!
//! A native that meets an argument with an `__index__` of its own asks the prelude to call it again with
//! plain ints: [`retry`].
//!
//! Not here: the methods (types/), containers (container.rs).

pub use crate::container::{arg, arg_or_none};
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::class;
use threadsnake_objects::compare::{self, Op};
use threadsnake_objects::cx::{Cx, Exit, NativeResult, Outcome};
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{bytes, class_new, hash, int, slice, str as string, tuple};

/// Methods with underscores that are methods all the same; the others are wrappers of what a type can do.
const PLAIN_METHODS: &[&str] = &[
    "__alloc__",
    "__bytes__",
    "__ceil__",
    "__complex__",
    "__floor__",
    "__format__",
    "__getnewargs__",
    "__round__",
    "__sizeof__",
    "__trunc__",
];

/// Raises the error of a method called with a receiver of another type.
#[cold]
pub fn wrong_receiver(cx: &mut Cx, value: Value, class: Ref, method: &str) -> Exit {
    if !method.starts_with("__") || PLAIN_METHODS.contains(&method) {
        return crate::container::wrong_receiver(cx, value, class, method);
    }
    let parts = [
        S("descriptor '"),
        S(method),
        S("' requires a '"),
        C(class),
        S("' object but received a '"),
        T(value),
        S("'"),
    ];
    raise::type_error(cx, &parts)
}

/// Asks the prelude to call `class.name(*args)` again with every argument that has `__index__` as an int.
#[cold]
pub fn retry(cx: &mut Cx, class: Ref, name: &str, args: &[Value]) -> Exit {
    let mut plain = [Value::NONE; 8];
    let count = args.len().min(plain.len());
    for (place, &given) in plain.iter_mut().zip(args) {
        *place = if given.is_unbound() { Value::NONE } else { given };
    }
    let name = match string::new(cx, name.as_bytes()) {
        Ok(name) => name,
        Err(error) => return error.into(),
    };
    let exit = match tuple::from_slice(cx, plain.get(..count).unwrap_or(&plain)) {
        Ok(args) => {
            let exit = cx.tail_prelude(Prelude::RetryIndex, &[class.value(), name, args.value()]);
            cx.heap.dec_ref(args);
            exit
        }
        Err(error) => error.into(),
    };
    cx.heap.dec(name);
    exit
}

/// An int argument, clamped to 64 bits; none when script code must be asked.
pub fn index_arg(cx: &mut Cx, value: Value) -> Outcome<Option<i64>> {
    crate::container::index_arg(cx, value)
}

/// An int argument that may be left out; `OverflowError` for one beyond 64 bits.
pub fn index_or(cx: &mut Cx, value: Value, absent: i64) -> Outcome<Option<i64>> {
    if value.is_unbound() { Ok(Some(absent)) } else { crate::container::size_arg(cx, value) }
}

/// A start or stop: an int, None or left out.
pub fn bound(cx: &mut Cx, value: Value, absent: i64) -> Outcome<Option<i64>> {
    if value.is_unbound() || value == Value::NONE {
        return Ok(Some(absent));
    }
    if let Some(number) = slice::clamped(cx, value) {
        return Ok(Some(number));
    }
    if slice::has_index(cx, value) {
        return Ok(None);
    }
    let message = "slice indices must be integers or None or have an __index__ method";
    Err(raise::type_error(cx, &[S(message)]))
}

/// The plain int that the receiver is or wraps.
pub fn int_receiver(cx: &mut Cx, args: &[Value], class: Ref, method: &str) -> Outcome<Value> {
    match int::plain(cx, arg(args, 0)) {
        Some(value) => Ok(value),
        None => Err(wrong_receiver(cx, arg(args, 0), class, method)),
    }
}

/// A number as arithmetic of exact types wants it: what an instance of a subclass wraps, or the value.
pub fn unwrapped(cx: &Cx, value: Value) -> Value {
    if let Some(plain) = int::plain(cx, value) {
        return plain;
    }
    for wanted in [kind::FLOAT, kind::COMPLEX, kind::STR, kind::BYTES, kind::BYTEARRAY] {
        if let Some(object) = cx.payload(value, wanted) {
            return object.value();
        }
    }
    value
}

/// An answer that an operator method gives when there is none.
pub fn or_not_implemented(result: Outcome<Option<Value>>) -> NativeResult {
    Ok(result?.unwrap_or(Value::NOT_IMPLEMENTED))
}

/// A comparison method: of what the operands wrap; `NotImplemented` when they cannot be compared.
pub fn compare(cx: &mut Cx, op: Op, args: &[Value]) -> NativeResult {
    let (a, b) = (unwrapped(cx, arg(args, 0)), unwrapped(cx, arg(args, 1)));
    if cx.kind_of(a) == kind::BYTEARRAY && cx.kind_of(b) == kind::MEMORYVIEW {
        return compare_with_view(cx, op, a, b);
    }
    let comparable = match cx.kind_of(a) {
        kind::STR => cx.kind_of(b) == kind::STR,
        kind::BYTES | kind::BYTEARRAY => matches!(cx.kind_of(b), kind::BYTES | kind::BYTEARRAY),
        _ => is_number(cx, b),
    };
    if !comparable {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let is_complex = cx.kind_of(a) == kind::COMPLEX || cx.kind_of(b) == kind::COMPLEX;
    if is_complex && !matches!(op, Op::Eq | Op::Ne) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    Ok(compare::compare(cx, op, a, b).map_or(Value::NOT_IMPLEMENTED, Value::bool))
}

/// A bytearray compares its bytes with those of a view, whatever the view takes them for.
fn compare_with_view(cx: &Cx, op: Op, array: Value, view: Value) -> NativeResult {
    let [Some(a), Some(b)] = [array, view].map(|value| bytes::like(cx, value)) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let [a, b] = [a, b].map(|(start, len)| cx.heap.space.bytes(start, len));
    Ok(Value::bool(op.holds(Some(a.cmp(b)))))
}

fn is_number(cx: &Cx, value: Value) -> bool {
    int::read(cx, value).is_some() || matches!(cx.kind_of(value), kind::FLOAT | kind::COMPLEX)
}

/// A hash method.
pub fn hash(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let value = unwrapped(cx, arg(args, 0));
    match hash::visible(cx, value)? {
        Some(hash) => Ok(hash),
        None => Err(hash::unhashable(cx, value)),
    }
}

/// The class that a `__new__` was given, checked.
pub fn new_class(cx: &mut Cx, args: &[Value], wanted: Ref) -> Outcome<Ref> {
    crate::container::check_class(cx, args, wanted).map(Value::as_ref)
}

/// Gives a value (owned) to the class that a `__new__` was given.
pub fn of_class(cx: &mut Cx, class: Ref, base: Ref, value: Value) -> NativeResult {
    if class == base { Ok(value) } else { class_new::wrap_payload(cx, class, value) }
}

/// `__getnewargs__`: a tuple of the plain value.
pub fn one_tuple(cx: &mut Cx, value: Value) -> NativeResult {
    Ok(tuple::from_slice(cx, &[value])?.value())
}

/// A value's size in bytes.
pub fn size_of(cx: &mut Cx, value: Value) -> NativeResult {
    let bytes = value.object_ref().map_or(0, |object| cx.heap.size_words(object).saturating_mul(4));
    Ok(int::from_u32(cx, bytes)?)
}

/// `f() takes no keyword arguments` and the like are the machine's; this one is for a missing argument.
pub fn missing_argument(cx: &mut Cx, function: &str, count: i64) -> Exit {
    let parts = [S(function), S(" expected at least "), I(count), S(" argument, got 0")];
    raise::type_error(cx, &parts)
}

/// Has the type of a value this method?
pub fn has_method(cx: &Cx, value: Value, name: Value) -> bool {
    value.is_ref() && class::lookup(cx, cx.type_of(value), name).is_some()
}

/// The values of an exact list or tuple as offset and count.
pub fn row_of(cx: &Cx, value: Value) -> Option<(u32, u32)> {
    threadsnake_objects::list::part_of(cx, value)
}

/// A bool argument by its truth, for builtins that need no call to tell; others count as true.
pub fn truth(cx: &Cx, value: Value) -> bool {
    match value {
        Value::FALSE | Value::NONE | Value::UNBOUND => false,
        _ => int::read_any(cx, value) != Some(int::Int::Word(0)),
    }
}
