//! Methods of `frozenset`.
//!
//! Not here: what it shares with `set` (set_shared.rs).

use crate::container::*;
use crate::types::set_shared::*;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::dict::entries::{self, SINGLE};
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::types::FROZENSET;
use threadsnake_objects::{hash, natives, set};

natives! {
    /// `frozenset` methods.
    pub static METHODS;
    "__and__"       and          2..=2;
    "__class_getitem__" class_getitem 2..=2 Class;
    "__contains__"  contains     2..=2;
    "__eq__"        eq           2..=2;
    "__ge__"        ge           2..=2;
    "__gt__"        gt           2..=2;
    "__hash__"      dunder_hash  1..=1;
    "__iter__"      dunder_iter  1..=1;
    "__le__"        le           2..=2;
    "__len__"       len          1..=1;
    "__lt__"        lt           2..=2;
    "__ne__"        ne           2..=2;
    "__new__"       new          1..=255 Static;
    "__or__"        or           2..=2;
    "__rand__"      rand         2..=2;
    "__repr__"      repr         1..=1;
    "__ror__"       ror          2..=2;
    "__rsub__"      rsub         2..=2;
    "__rxor__"      rxor         2..=2;
    "__sizeof__"    sizeof       1..=1;
    "__sub__"       sub          2..=2;
    "__xor__"       xor          2..=2;
    "copy"          copy         1..=1;
    "difference"    difference   1..=255;
    "intersection"  intersection 1..=255;
    "isdisjoint"    isdisjoint   2..=2;
    "issubset"      issubset     2..=2;
    "issuperset"    issuperset   2..=2;
    "symmetric_difference" symmetric_difference 2..=2;
    "union"         union        1..=255;
}

#[inline(always)]
fn this(cx: &mut Cx, args: &[Value], name: &str) -> Outcome<Ref> {
    receiver(cx, args, kind::FROZENSET, FROZENSET, name)
}

/// `frozenset(iterable=())`, also for subclasses.
fn new(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = check_class(cx, args, FROZENSET)?;
    let exact = is_builtin_class(cx, class);
    match args {
        [_] => {
            let object = set::new(cx, kind::FROZENSET)?;
            of_class(cx, class, object)
        }
        [_, source] if exact && cx.as_kind(*source, kind::FROZENSET).is_some() => {
            Ok(cx.heap.share(*source))
        }
        [_, source] if exact => from_iterable(cx, *source, kind::FROZENSET),
        [_, source] => {
            let object = set::new(cx, kind::FROZENSET)?;
            match fill(cx, object, *source) {
                Ok(Filled::Yes) => of_class(cx, class, object),
                Ok(Filled::NeedsCall) => {
                    cx.heap.dec_ref(object);
                    Err(cx.tail_prelude(Prelude::FrozensetNew, &[class, *source]))
                }
                Err(exit) => {
                    cx.heap.dec_ref(object);
                    Err(exit)
                }
            }
        }
        _ => Err(too_many(cx, "frozenset", args.len() - 1)),
    }
}

/// `frozenset.copy()`: nobody can tell a copy from the original.
fn copy(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let set = this(cx, args, "copy")?;
    Ok(cx.heap.share(set.value()))
}

/// `hash(frozenset)`: of content, whatever the order.
fn dunder_hash(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let set = this(cx, args, "__hash__")?;
    // The hashes of the keys are kept or at hand: no script code is needed.
    debug_assert!(entries::open::<SINGLE>(&cx.heap.space, set).used >= set::len(cx, set));
    match hash::visible(cx, set.value())? {
        Some(found) => Ok(found),
        None => Ok(Value::small(0)),
    }
}
