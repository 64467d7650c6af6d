//! Methods of `set`; those it shares with `frozenset` are in set_shared.rs.
//!
//! Not here: the operations (objects/set.rs), keys that need script code (prelude set.py).

use crate::container::*;
use crate::types::set_shared::*;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::dict::Done;
use threadsnake_objects::dict::entries::{self, Found};
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise;
use threadsnake_objects::types::{KEY_ERROR, SET};
use threadsnake_objects::{natives, set, str};

natives! {
    /// `set` methods.
    pub static METHODS;
    "__and__"       and          2..=2;
    "__class_getitem__" class_getitem 2..=2 Class;
    "__contains__"  contains     2..=2;
    "__eq__"        eq           2..=2;
    "__ge__"        ge           2..=2;
    "__gt__"        gt           2..=2;
    "__iand__"      iand         2..=2;
    "__init__"      init         1..=2;
    "__ior__"       ior          2..=2;
    "__isub__"      isub         2..=2;
    "__iter__"      dunder_iter  1..=1;
    "__ixor__"      ixor         2..=2;
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
    "add"           add          2..=2;
    "clear"         clear        1..=1;
    "copy"          copy         1..=1;
    "difference"    difference   1..=255;
    "difference_update" difference_update 1..=255;
    "discard"       discard      2..=2;
    "intersection"  intersection 1..=255;
    "intersection_update" intersection_update 1..=255;
    "isdisjoint"    isdisjoint   2..=2;
    "issubset"      issubset     2..=2;
    "issuperset"    issuperset   2..=2;
    "pop"           pop          1..=1;
    "remove"        remove       2..=2;
    "symmetric_difference" symmetric_difference 2..=2;
    "symmetric_difference_update" symmetric_difference_update 2..=2;
    "union"         union        1..=255;
    "update"        update       1..=255;
}

#[inline(always)]
fn this(cx: &mut Cx, args: &[Value], name: &str) -> Outcome<Ref> {
    receiver(cx, args, kind::SET, SET, name)
}

/// `set(iterable=())`. Of a subclass only the empty set is made here; `__init__` fills it.
fn new(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = check_class(cx, args, SET)?;
    if !is_builtin_class(cx, class) {
        let object = set::new(cx, kind::SET)?;
        return of_class(cx, class, object);
    }
    match args {
        [_] => Ok(set::new(cx, kind::SET)?.value()),
        [_, source] => from_iterable(cx, *source, kind::SET),
        _ => Err(too_many(cx, "set", args.len() - 1)),
    }
}

/// `set.__init__(iterable=())`
fn init(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let set = this(cx, args, "__init__")?;
    set::clear(cx, set);
    if args.len() < 2 { Ok(Value::NONE) } else { update(cx, args) }
}

/// `set.add(key)`. O(1) amortised. On MemoryError the set is unchanged.
fn add(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let set = this(cx, args, "add")?;
    match set::add(cx, set, args[1])? {
        Done::Yes => Ok(Value::NONE),
        Done::NeedsCall => Err(cx.tail_prelude(Prelude::SetAddSlow, &[set.value(), args[1]])),
    }
}

/// `set.discard(key)`
fn discard(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let set = this(cx, args, "discard")?;
    match set::lookup(cx, set, args[1])? {
        Found::At(entry) => set::delete_at(cx, set, entry),
        Found::Missing => {}
        Found::NeedsCall => {
            return Err(cx.tail_prelude(Prelude::SetDiscard, &[set.value(), args[1]]));
        }
    }
    Ok(Value::NONE)
}

/// `set.remove(key)`
fn remove(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let set = this(cx, args, "remove")?;
    match set::lookup(cx, set, args[1])? {
        Found::At(entry) => {
            set::delete_at(cx, set, entry);
            Ok(Value::NONE)
        }
        Found::Missing => Err(raise::key_error(cx, args[1])),
        Found::NeedsCall => Err(cx.tail_prelude(Prelude::SetRemove, &[set.value(), args[1]])),
    }
}

/// `set.pop()`
fn pop(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let set = this(cx, args, "pop")?;
    match set::pop(cx, set) {
        Some(key) => Ok(key),
        None => {
            let message = str::new(cx, b"pop from an empty set")?;
            Err(raise::raise_with(cx, KEY_ERROR, message))
        }
    }
}

/// `set.clear()`
fn clear(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let set = this(cx, args, "clear")?;
    set::clear(cx, set);
    Ok(Value::NONE)
}

/// `set.copy()`
fn copy(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let set = this(cx, args, "copy")?;
    Ok(set::copy(cx, set, kind::SET)?.value())
}

/// `set.update(*iterables)`
fn update(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let set = this(cx, args, "update")?;
    for at in 1..args.len() {
        match fill(cx, set, args[at])? {
            Filled::Yes => {}
            Filled::NeedsCall => {
                return Err(method_in_prelude(cx, set.value(), &args[at..], Which::Update));
            }
        }
    }
    Ok(Value::NONE)
}

/// Makes the result of a set operation the content of the set itself.
fn replace(cx: &mut Cx, set: Ref, args: &[Value], which: Which) -> NativeResult {
    match combine(cx, set, &args[1..], which.plain(), kind::SET)? {
        Some(result) => {
            entries::swap(cx, set, result);
            cx.heap.dec_ref(result);
            Ok(Value::NONE)
        }
        None => Err(method_in_prelude(cx, set.value(), &args[1..], which)),
    }
}

/// `set.intersection_update(*iterables)`
fn intersection_update(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let set = this(cx, args, "intersection_update")?;
    replace(cx, set, args, Which::IntersectionUpdate)
}

/// `set.difference_update(*iterables)`
fn difference_update(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let set = this(cx, args, "difference_update")?;
    replace(cx, set, args, Which::DifferenceUpdate)
}

/// `set.symmetric_difference_update(iterable)`
fn symmetric_difference_update(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let set = this(cx, args, "symmetric_difference_update")?;
    replace(cx, set, args, Which::SymmetricDifferenceUpdate)
}

/// An operator that changes the set itself; the other operand must be a set, too.
fn in_place(cx: &mut Cx, args: &[Value], name: &str, which: Which) -> NativeResult {
    let set = this(cx, args, name)?;
    let Some(other) = any_set(cx, args[1]) else { return Ok(Value::NOT_IMPLEMENTED) };
    let done = match which {
        Which::Update => set::update(cx, set, other)?,
        Which::DifferenceUpdate => set::subtract(cx, set, other)?,
        _ => Done::NeedsCall,
    };
    if done == Done::NeedsCall {
        match combine(cx, set, &[other.value()], which.plain(), kind::SET)? {
            Some(result) => {
                entries::swap(cx, set, result);
                cx.heap.dec_ref(result);
            }
            None => {
                let which = Value::small(which as i32);
                return Err(cx.tail_prelude(
                    Prelude::SetInPlace,
                    &[args[0], set.value(), other.value(), which],
                ));
            }
        }
    }
    Ok(cx.heap.share(args[0]))
}

fn ior(cx: &mut Cx, args: &[Value]) -> NativeResult {
    in_place(cx, args, "__ior__", Which::Update)
}

fn iand(cx: &mut Cx, args: &[Value]) -> NativeResult {
    in_place(cx, args, "__iand__", Which::IntersectionUpdate)
}

fn isub(cx: &mut Cx, args: &[Value]) -> NativeResult {
    in_place(cx, args, "__isub__", Which::DifferenceUpdate)
}

fn ixor(cx: &mut Cx, args: &[Value]) -> NativeResult {
    in_place(cx, args, "__ixor__", Which::SymmetricDifferenceUpdate)
}
