//! Methods of the builtin iterators, and the iterators that are types: `enumerate`, `zip`, `map`, `filter`,
//! `reversed`.
//!
//! `enumerate` and `zip` over iterators that need no script code are objects of their own; over others,
//! and `map` and `filter` always, they are generators of the prelude that show themselves as their type.
//!
//! Not here: the steps (objects/iter.rs), `iter()` and `next()` (builtins.rs).

use crate::container::*;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::intrinsic::Intrinsic;
use threadsnake_objects::iter::{self, Next, Sub};
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::types::{ENUMERATE, FILTER, MAP, REVERSED, ZIP};
use threadsnake_objects::{class, int, names, natives, tuple};

natives! {
    /// Methods of all builtin iterators.
    pub static METHODS;
    "__iter__"        dunder_iter  1..=1;
    "__length_hint__" length_hint  1..=1;
    "__next__"        next         1..=1;
}

natives! {
    /// `enumerate` methods.
    pub static OF_ENUMERATE;
    "__class_getitem__" class_getitem 2..=2 Class;
    "__iter__"        dunder_iter  1..=1;
    "__new__"         enumerate    1..=3 Static "cls iterable start";
    "__next__"        next         1..=1;
}

natives! {
    /// `zip` methods.
    pub static OF_ZIP;
    "__iter__"        dunder_iter  1..=1;
    "__new__"         zip          1..=255 Static "cls / *iterables strict";
    "__next__"        next         1..=1;
}

natives! {
    /// `map` methods.
    pub static OF_MAP;
    "__iter__"        dunder_iter  1..=1;
    "__new__"         map          1..=255 Static;
    "__next__"        next         1..=1;
}

natives! {
    /// `filter` methods.
    pub static OF_FILTER;
    "__iter__"        dunder_iter  1..=1;
    "__new__"         filter       3..=3 Static;
    "__next__"        next         1..=1;
}

natives! {
    /// `reversed` methods.
    pub static OF_REVERSED;
    "__iter__"        dunder_iter  1..=1;
    "__length_hint__" length_hint  1..=1;
    "__new__"         reversed     2..=2 Static;
    "__next__"        next         1..=1;
}

fn this(cx: &mut Cx, args: &[Value], name: &str) -> Outcome<Ref> {
    match arg(args, 0).object_ref() {
        Some(object) if matches!(cx.heap.kind(object), kind::ITER | kind::GENERATOR) => Ok(object),
        _ => Err(wrong_receiver(
            cx,
            arg(args, 0),
            threadsnake_objects::types::SEQUENCE_ITERATOR,
            name,
        )),
    }
}

/// `iter(iterator)`
fn dunder_iter(cx: &mut Cx, args: &[Value]) -> NativeResult {
    this(cx, args, "__iter__")?;
    Ok(cx.heap.share(args[0]))
}

/// `next(iterator)`
fn next(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let it = this(cx, args, "__next__")?;
    if cx.heap.kind(it) == kind::GENERATOR {
        return Err(cx.tail_call(Intrinsic::GeneratorSend.value(), &[args[0], Value::NONE]));
    }
    match iter::next(cx, it)? {
        Next::Item(item) => Ok(item),
        Next::End => Err(raise::stop_iteration(cx, Value::NONE)),
        Next::NeedsCall => {
            let step = match iter::sub(cx, it) {
                Sub::Callable => Prelude::CallableStep,
                Sub::Sequence => Prelude::SequenceStep,
                Sub::SequenceReverse => Prelude::SequenceReverseStep,
                _ => Prelude::RangeStep,
            };
            let (source, place) =
                (cx.heap.space.value(it, iter::SOURCE), cx.heap.space.value(it, iter::PLACE));
            Err(cx.tail_prelude(step, &[args[0], source, place]))
        }
    }
}

fn length_hint(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let it = this(cx, args, "__length_hint__")?;
    if cx.heap.kind(it) == kind::GENERATOR {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    match iter::length_hint(cx, it) {
        Some(hint) => Ok(int::from_u32(cx, hint)?),
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

/// `enumerate(iterable, start=0)`
fn enumerate(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = check_class(cx, args, ENUMERATE)?;
    let source = arg(args, 1);
    if source.is_unbound() {
        return Err(raise::type_error(
            cx,
            &[S("enumerate() missing required argument 'iterable'")],
        ));
    }
    let first = match arg(args, 2) {
        Value::UNBOUND => Value::small(0),
        given => given,
    };
    if is_builtin_class(cx, class)
        && let Some(inner) = iter::of(cx, source)?
    {
        let made = iter::enumerate(cx, inner, first);
        cx.heap.dec(inner);
        if let Some(made) = made? {
            return Ok(made);
        }
    }
    Err(cx.tail_prelude(Prelude::EnumerateNew, &[source, first]))
}

/// `zip(*iterables, strict=False)`
fn zip(cx: &mut Cx, args: &[Value]) -> NativeResult {
    check_class(cx, args, ZIP)?;
    let all = match cx.as_kind(arg(args, 1), kind::TUPLE) {
        Some(all) => all,
        None => threadsnake_objects::statics::EMPTY_TUPLE.as_ref(),
    };
    let strict = match arg(args, 2) {
        Value::UNBOUND | Value::FALSE | Value::NONE => false,
        other => other != Value::small(0),
    };
    match native_zip(cx, all, strict)? {
        Some(made) => Ok(made),
        None => Err(cx.tail_prelude(Prelude::ZipNew, &[all.value(), Value::bool(strict)])),
    }
}

/// The `zip` of a tuple of iterables, when no iterator needs script code.
fn native_zip(cx: &mut Cx, sources: Ref, strict: bool) -> Outcome<Option<Value>> {
    let count = tuple::len(cx, sources);
    let inner = tuple::new(cx, count)?;
    for at in 0..count {
        let source = tuple::item(cx, sources, at);
        match iter::of(cx, source) {
            Ok(Some(one)) => tuple::set_item(cx, inner, at, one),
            Ok(None) => {
                cx.heap.dec_ref(inner);
                return Ok(None);
            }
            Err(error) => {
                cx.heap.dec_ref(inner);
                return Err(error.into());
            }
        }
    }
    let made = iter::zip(cx, inner, strict);
    cx.heap.dec_ref(inner);
    Ok(made?)
}

/// `map(function, *iterables)`
fn map(cx: &mut Cx, args: &[Value]) -> NativeResult {
    check_class(cx, args, MAP)?;
    match args {
        [_] | [_, _] => Err(raise::type_error(cx, &[S("map() must have at least two arguments.")])),
        [_, function, source] => Err(cx.tail_prelude(Prelude::MapOne, &[*function, *source])),
        [_, function, sources @ ..] => {
            let all = tuple::from_slice(cx, sources)?;
            let exit = cx.tail_prelude(Prelude::MapMany, &[*function, all.value()]);
            cx.heap.dec_ref(all);
            Err(exit)
        }
        [] => Err(raise::type_error(cx, &[S("map() must have at least two arguments.")])),
    }
}

/// `filter(function, iterable)`
fn filter(cx: &mut Cx, args: &[Value]) -> NativeResult {
    check_class(cx, args, FILTER)?;
    Err(cx.tail_prelude(Prelude::FilterNew, &[args[1], args[2]]))
}

/// `reversed(sequence)`
fn reversed(cx: &mut Cx, args: &[Value]) -> NativeResult {
    check_class(cx, args, REVERSED)?;
    let source = args[1];
    if let Some(list) = cx.as_kind(source, kind::LIST) {
        return Ok(iter::over(cx, Sub::ListReverse, list)?);
    }
    if let Some(object) = source.object_ref()
        && let Some(it) = iter::reversed_row(cx, object)?
    {
        return Ok(it);
    }
    let class = cx.type_of(source);
    if let Some(method) = class::lookup(cx, class, names::REVERSED) {
        if method == Value::NONE {
            return Err(not_reversible(cx, source));
        }
        return Err(cx.tail_prelude(Prelude::ReversedByMethod, &[source]));
    }
    if class::lookup(cx, class, names::GETITEM).is_none()
        || class::lookup(cx, class, names::LEN).is_none()
    {
        return Err(not_reversible(cx, source));
    }
    Err(cx.tail_prelude(Prelude::ReversedSequence, &[source]))
}

fn not_reversible(cx: &mut Cx, source: Value) -> threadsnake_objects::cx::Exit {
    raise::type_error(cx, &[S("'"), T(source), S("' object is not reversible")])
}
