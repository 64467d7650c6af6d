//! `mappingproxy`: a mapping that can be looked at and not changed. Every question goes to the mapping.
//!
//! Not here: views of a dict's keys, values and items (views.rs).

use crate::support::{self, arg_or_none};
use threadsnake_heap::{Value, kind};
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::view::{self, What};
use threadsnake_objects::{class, names, natives, types};

natives! {
    /// `mappingproxy` methods.
    pub static METHODS;
    "__contains__"  contains  2..=2;
    "__eq__"        eq        2..=2;
    "__getitem__"   getitem   2..=2;
    "__ior__"       ior       2..=2;
    "__iter__"      iter      1..=1;
    "__len__"       len       1..=1;
    "__new__"       new       2..=2 Static;
    "__or__"        or        2..=2;
    "__repr__"      repr_of   1..=1;
    "__reversed__"  reversed  1..=1;
    "__ror__"       ror       2..=2;
    "copy"          copy      1..=1;
    "get"           get       2..=3;
    "items"         items     1..=1;
    "keys"          keys      1..=1;
    "values"        values    1..=1;
}

/// The mapping that a proxy shows.
fn shown(cx: &mut Cx, value: Value, method: &str) -> Outcome<Value> {
    match cx.as_kind(value, kind::VIEW).filter(|&object| view::what(cx, object) == What::Mapping) {
        Some(object) => Ok(view::shown(cx, object)),
        None => Err(support::wrong_receiver(cx, types::MAPPING_PROXY, method, value)),
    }
}

/// Leaves a question to the mapping.
fn ask(cx: &mut Cx, args: &[Value], method: &str, name: Value) -> NativeResult {
    let mapping = shown(cx, args[0], method)?;
    let extra = args.get(1..).unwrap_or(&[]);
    match support::call_special(cx, mapping, name, extra) {
        Some(exit) => Err(exit),
        None => Err(raise::attribute_error(
            cx,
            &[S("'"), T(mapping), S("' object has no attribute '"), S(method), S("'")],
        )),
    }
}

/// `types.MappingProxyType(mapping)`.
fn new(cx: &mut Cx, args: &[Value]) -> NativeResult {
    support::new_class(cx, args[0], types::MAPPING_PROXY)?;
    let is_sequence =
        cx.payload(args[1], kind::LIST).or_else(|| cx.payload(args[1], kind::TUPLE)).is_some();
    let own = cx.type_of(args[1]);
    if is_sequence || class::lookup(cx, own, names::GETITEM).is_none() {
        return Err(raise::type_error(
            cx,
            &[S("mappingproxy() argument must be a mapping, not "), T(args[1])],
        ));
    }
    Ok(view::new(cx, args[1], What::Mapping)?.value())
}

fn contains(cx: &mut Cx, args: &[Value]) -> NativeResult {
    ask(cx, args, "__contains__", names::CONTAINS)
}

fn getitem(cx: &mut Cx, args: &[Value]) -> NativeResult {
    ask(cx, args, "__getitem__", names::GETITEM)
}

fn iter(cx: &mut Cx, args: &[Value]) -> NativeResult {
    ask(cx, args, "__iter__", names::ITER)
}

fn len(cx: &mut Cx, args: &[Value]) -> NativeResult {
    ask(cx, args, "__len__", names::LEN)
}

fn reversed(cx: &mut Cx, args: &[Value]) -> NativeResult {
    ask(cx, args, "__reversed__", names::REVERSED)
}

fn copy(cx: &mut Cx, args: &[Value]) -> NativeResult {
    ask(cx, args, "copy", names::COPY)
}

fn get(cx: &mut Cx, args: &[Value]) -> NativeResult {
    ask(cx, &[args[0], args[1], arg_or_none(args, 2)], "get", names::GET_METHOD)
}

fn items(cx: &mut Cx, args: &[Value]) -> NativeResult {
    ask(cx, args, "items", names::ITEMS)
}

fn keys(cx: &mut Cx, args: &[Value]) -> NativeResult {
    ask(cx, args, "keys", names::KEYS)
}

fn values(cx: &mut Cx, args: &[Value]) -> NativeResult {
    ask(cx, args, "values", names::VALUES)
}

/// What is behind a value that may be a proxy.
fn behind(cx: &Cx, value: Value) -> Value {
    match cx.as_kind(value, kind::VIEW).filter(|&object| view::what(cx, object) == What::Mapping) {
        Some(object) => view::shown(cx, object),
        None => value,
    }
}

fn eq(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let mapping = shown(cx, args[0], "__eq__")?;
    let other = behind(cx, args[1]);
    Err(cx.tail_prelude(Prelude::Equal, &[mapping, other]))
}

/// `proxy | other`: a new mapping.
fn or(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let mapping = shown(cx, args[0], "__or__")?;
    let other = behind(cx, args[1]);
    match support::call_special(cx, mapping, names::OR, &[other]) {
        Some(exit) => Err(exit),
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

/// `other | proxy`.
fn ror(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let mapping = shown(cx, args[0], "__ror__")?;
    let other = behind(cx, args[1]);
    match support::call_special(cx, other, names::OR, &[mapping]) {
        Some(exit) => Err(exit),
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

fn ior(cx: &mut Cx, _: &[Value]) -> NativeResult {
    Err(raise::type_error(cx, &[S("'|=' is not supported by mappingproxy; use '|' instead")]))
}

fn repr_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let mapping = shown(cx, args[0], "__repr__")?;
    Err(cx.tail_prelude(Prelude::ProxyRepr, &[mapping]))
}
