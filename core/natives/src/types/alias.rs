//! `list[int]` and `int | str`: types that only annotations look into.
//!
//! ```text
//! ALIAS, 3 words: +0 header (FLAG1: a union, FLAG2: with a star)   +4 origin (a union: unbound)   +8 arguments (tuple)
//! ```
//!
//! Not here: `isinstance` with a union (builtins/isinstance.rs).

use crate::support;
use threadsnake_heap::header::{FLAG1, FLAG2};
use threadsnake_heap::{Ref, Value, header, kind};
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{class, natives, statics, tuple, types};

/// Word of the origin.
pub const ORIGIN: u32 = 1;
/// Word of the arguments.
pub const ARGS: u32 = 2;

natives! {
    /// Methods of aliases and unions.
    pub static METHODS;
    "__args__"        args_of     1..=1 Getter;
    "__call__"        call        1..=255 Function "self / *args **kwargs";
    "__eq__"          eq          2..=2;
    "__getitem__"     getitem     2..=2;
    "__hash__"        hash_of     1..=1;
    "__iter__"        iter        1..=1;
    "__mro_entries__" mro_entries 2..=2;
    "__new__"         new         3..=3 Static;
    "__or__"          or          2..=2;
    "__origin__"      origin      1..=1 Getter;
    "__parameters__"  parameters  1..=1 Getter;
    "__repr__"        repr_of     1..=1;
    "__ror__"         ror         2..=2;
    "__unpacked__"    unpacked    1..=1 Getter;
}

fn receiver(cx: &mut Cx, value: Value, name: &str) -> Outcome<Ref> {
    match cx.as_kind(value, kind::ALIAS) {
        Some(object) => Ok(object),
        None => Err(support::wrong_receiver(cx, types::ALIAS, name, value)),
    }
}

/// Is this a union?
pub fn is_union(cx: &Cx, object: Ref) -> bool {
    cx.heap.space.load(object.0) & FLAG1 != 0
}

/// Is this `*tuple[int, ...]`?
fn is_starred(cx: &Cx, object: Ref) -> bool {
    cx.heap.space.load(object.0) & FLAG2 != 0
}

fn unpacked(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__unpacked__")?;
    Ok(Value::bool(is_starred(cx, object)))
}

/// `*alias`: the alias with a star, once.
fn iter(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__iter__")?;
    let origin = cx.heap.space.value(object, ORIGIN);
    if is_union(cx, object) {
        return Err(raise::type_error(cx, &[S("'"), T(args[0]), S("' object is not iterable")]));
    }
    let own = arguments(cx, object);
    let own = cx.heap.share(own.value());
    let starred = make(cx, origin, own, FLAG2)?;
    let once = tuple::from_slice(cx, &[starred]);
    cx.heap.dec(starred);
    let once = once?;
    let result = threadsnake_objects::iter::of(cx, once.value());
    cx.heap.dec_ref(once);
    Ok(result?.unwrap_or(Value::NONE))
}

/// The arguments of an alias or the members of a union.
pub fn arguments(cx: &Cx, object: Ref) -> Ref {
    cx.heap.space.value(object, ARGS).as_ref()
}

/// Makes an alias; origin borrowed, the tuple taken over.
fn make(cx: &mut Cx, origin: Value, args: Value, flags: u32) -> NativeResult {
    match cx.heap.alloc(3) {
        Ok(object) => {
            cx.heap.space.store(object.0, header::fresh(kind::ALIAS) | flags);
            cx.heap.space.set_word(object, ORIGIN, origin.0);
            cx.heap.space.set_word(object, ARGS, args.0);
            cx.heap.inc(origin);
            Ok(object.value())
        }
        Err(error) => {
            cx.heap.dec(args);
            Err(error.into())
        }
    }
}

/// `origin[item]`: what `list[int]` is.
pub fn subscript(cx: &mut Cx, origin: Value, item: Value) -> NativeResult {
    let args = match cx.as_kind(item, kind::TUPLE) {
        Some(_) => cx.heap.share(item),
        None => tuple::from_slice(cx, &[item])?.value(),
    };
    make(cx, origin, args, 0)
}

/// `__class_getitem__` of the builtin types that take it.
pub fn class_getitem(cx: &mut Cx, args: &[Value]) -> NativeResult {
    subscript(cx, args[0], args[1])
}

/// `types.GenericAlias(origin, args)`.
fn new(cx: &mut Cx, args: &[Value]) -> NativeResult {
    subscript(cx, args[1], args[2])
}

/// May this be a member of a union?
fn is_member(cx: &Cx, value: Value) -> bool {
    value == Value::NONE || class::is_class(cx, value) || cx.as_kind(value, kind::ALIAS).is_some()
}

/// `a | b` of types: members of unions are taken out, doubles left away.
pub fn union_of(cx: &mut Cx, a: Value, b: Value) -> NativeResult {
    if !is_member(cx, a) || !is_member(cx, b) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    const MEMBERS_MAX: usize = 64;
    let mut members = [Value::UNBOUND; MEMBERS_MAX];
    let mut count = 0;
    for side in [a, b] {
        let inner = cx.as_kind(side, kind::ALIAS).filter(|&alias| is_union(cx, alias));
        let own = [side];
        let items = match inner {
            Some(alias) => tuple::items(cx, arguments(cx, alias)),
            None => &own,
        };
        for &item in items {
            let item = if item == Value::NONE { types::NONE.value() } else { item };
            let known = members.iter().take(count).any(|&member| member == item);
            if !known && let Some(place) = members.get_mut(count) {
                *place = item;
                count += 1;
            }
        }
    }
    if let [only] = members.get(..count).unwrap_or(&[]) {
        return Ok(cx.heap.share(*only));
    }
    let args = tuple::from_slice(cx, members.get(..count).unwrap_or(&[]))?;
    make(cx, Value::UNBOUND, args.value(), FLAG1)
}

fn args_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__args__")?;
    let found = arguments(cx, object);
    Ok(cx.heap.share(found.value()))
}

fn origin(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__origin__")?;
    let found = cx.heap.space.value(object, ORIGIN);
    Ok(if found.is_unbound() { types::ALIAS.value() } else { cx.heap.share(found) })
}

fn parameters(_: &mut Cx, _: &[Value]) -> NativeResult {
    Ok(statics::EMPTY_TUPLE)
}

/// `list[int](...)` makes a list.
fn call(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__call__")?;
    let origin = cx.heap.space.value(object, ORIGIN);
    Err(support::tail_any(cx, origin, &[], support::arg(args, 1), support::arg(args, 2)))
}

fn getitem(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__getitem__")?;
    let origin = cx.heap.space.value(object, ORIGIN);
    subscript(cx, origin, args[1])
}

/// A class with the base `list[int]` has the base `list`.
fn mro_entries(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__mro_entries__")?;
    let origin = cx.heap.space.value(object, ORIGIN);
    Ok(tuple::from_slice(cx, &[origin])?.value())
}

fn or(cx: &mut Cx, args: &[Value]) -> NativeResult {
    union_of(cx, args[0], args[1])
}

fn ror(cx: &mut Cx, args: &[Value]) -> NativeResult {
    union_of(cx, args[1], args[0])
}

fn same_sort(cx: &Cx, a: Ref, b: Ref) -> bool {
    is_union(cx, a) == is_union(cx, b)
        && is_starred(cx, a) == is_starred(cx, b)
        && cx.heap.space.word(a, ORIGIN) == cx.heap.space.word(b, ORIGIN)
}

fn eq(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let one = receiver(cx, args[0], "__eq__")?;
    let Some(other) = cx.as_kind(args[1], kind::ALIAS) else { return Ok(Value::NOT_IMPLEMENTED) };
    if !same_sort(cx, one, other) {
        return Ok(Value::FALSE);
    }
    let (a, b) = (arguments(cx, one), arguments(cx, other));
    if is_union(cx, one) {
        let same = tuple::len(cx, a) == tuple::len(cx, b)
            && tuple::items(cx, a).iter().all(|item| tuple::items(cx, b).contains(item));
        return Ok(Value::bool(same));
    }
    Err(cx.tail_prelude(Prelude::Equal, &[a.value(), b.value()]))
}

fn hash_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__hash__")?;
    let args = arguments(cx, object);
    Err(cx.tail_prelude(Prelude::Hash, &[args.value()]))
}

fn repr_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__repr__")?;
    let origin = cx.heap.space.value(object, ORIGIN);
    let origin = if origin.is_unbound() { Value::NONE } else { origin };
    let args = arguments(cx, object);
    let (is_union, is_starred) = (is_union(cx, object), is_starred(cx, object));
    let sort = [Value::bool(is_union), Value::bool(is_starred)];
    Err(cx.tail_prelude(Prelude::AliasRepr, &[origin, args.value(), sort[0], sort[1]]))
}

/// The members of a union; none for other values.
pub fn class_list(cx: &Cx, value: Value) -> Option<Ref> {
    cx.as_kind(value, kind::ALIAS)
        .filter(|&alias| is_union(cx, alias))
        .map(|alias| arguments(cx, alias))
}
