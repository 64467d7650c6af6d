//! Methods of `dict_keys`, `dict_values`, `dict_items`.
//!
//! Set operations of views are made of set operations, in the prelude (set.py).
//!
//! Not here: views themselves (objects/view.rs), `mappingproxy`.

use crate::container::*;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::compare::{self, Op};
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::dict::Lookup;
use threadsnake_objects::iter::{self, Sub};
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::types::DICT_KEYS;
use threadsnake_objects::view::{self, What};
use threadsnake_objects::{dict, natives, tuple};

natives! {
    /// `dict_keys` methods.
    pub static KEYS;
    "__and__"       and          2..=2;
    "__contains__"  contains     2..=2;
    "__eq__"        eq           2..=2;
    "__ge__"        ge           2..=2;
    "__gt__"        gt           2..=2;
    "__iter__"      dunder_iter  1..=1;
    "__le__"        le           2..=2;
    "__len__"       len          1..=1;
    "__lt__"        lt           2..=2;
    "__ne__"        ne           2..=2;
    "__or__"        or           2..=2;
    "__rand__"      rand         2..=2;
    "__repr__"      repr         1..=1;
    "__reversed__"  reversed     1..=1;
    "__ror__"       ror          2..=2;
    "__rsub__"      rsub         2..=2;
    "__rxor__"      rxor         2..=2;
    "__sub__"       sub          2..=2;
    "__xor__"       xor          2..=2;
    "isdisjoint"    isdisjoint   2..=2;
    "mapping"       mapping      1..=1 Getter;
}

natives! {
    /// `dict_items` methods.
    pub static ITEMS;
    "__and__"       and          2..=2;
    "__contains__"  contains     2..=2;
    "__eq__"        eq           2..=2;
    "__ge__"        ge           2..=2;
    "__gt__"        gt           2..=2;
    "__iter__"      dunder_iter  1..=1;
    "__le__"        le           2..=2;
    "__len__"       len          1..=1;
    "__lt__"        lt           2..=2;
    "__ne__"        ne           2..=2;
    "__or__"        or           2..=2;
    "__rand__"      rand         2..=2;
    "__repr__"      repr         1..=1;
    "__reversed__"  reversed     1..=1;
    "__ror__"       ror          2..=2;
    "__rsub__"      rsub         2..=2;
    "__rxor__"      rxor         2..=2;
    "__sub__"       sub          2..=2;
    "__xor__"       xor          2..=2;
    "isdisjoint"    isdisjoint   2..=2;
    "mapping"       mapping      1..=1 Getter;
}

natives! {
    /// `dict_values` methods.
    pub static VALUES;
    "__iter__"      dunder_iter  1..=1;
    "__len__"       len          1..=1;
    "__repr__"      repr         1..=1;
    "__reversed__"  reversed     1..=1;
    "mapping"       mapping      1..=1 Getter;
}

fn this(cx: &mut Cx, args: &[Value], name: &str) -> Outcome<(Ref, Ref)> {
    let found = cx.as_kind(arg(args, 0), kind::VIEW);
    match found.and_then(|found| Some((found, view::dict(cx, found)?))) {
        Some(pair) => Ok(pair),
        None => Err(wrong_receiver(cx, arg(args, 0), DICT_KEYS, name)),
    }
}

fn len(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (_, dict) = this(cx, args, "__len__")?;
    Ok(Value::small(dict::len(cx, dict) as i32))
}

fn dunder_iter(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (shown, dict) = this(cx, args, "__iter__")?;
    let sub = match view::what(cx, shown) {
        What::Values => Sub::Values,
        What::Items => Sub::Items,
        _ => Sub::Keys,
    };
    Ok(iter::over(cx, sub, dict)?)
}

fn reversed(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (shown, dict) = this(cx, args, "__reversed__")?;
    let sub = match view::what(cx, shown) {
        What::Values => Sub::ValuesReverse,
        What::Items => Sub::ItemsReverse,
        _ => Sub::KeysReverse,
    };
    Ok(iter::over(cx, sub, dict)?)
}

/// `dict_keys([...])`: as the list of what it shows.
fn repr(cx: &mut Cx, args: &[Value]) -> NativeResult {
    this(cx, args, "__repr__")?;
    Err(cx.tail_prelude(Prelude::ViewRepr, &[args[0]]))
}

/// The mapping behind the view, which CPython shows as a read-only proxy.
fn mapping(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (shown, _) = this(cx, args, "mapping")?;
    let behind = view::shown(cx, shown);
    Ok(view::new(cx, behind, What::Mapping)?.value())
}

/// `x in view`
fn contains(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (shown, dict) = this(cx, args, "__contains__")?;
    if view::what(cx, shown) == What::Keys {
        return match dict::lookup(cx, dict, args[1])? {
            Lookup::NeedsCall => {
                Err(cx.tail_prelude(Prelude::DictContains, &[dict.value(), args[1]]))
            }
            found => Ok(Value::bool(found != Lookup::Missing)),
        };
    }
    let Some(pair) = cx.payload(args[1], kind::TUPLE).filter(|&pair| tuple::len(cx, pair) == 2)
    else {
        return Ok(Value::FALSE);
    };
    let (key, value) = (tuple::item(cx, pair, 0), tuple::item(cx, pair, 1));
    match dict::lookup(cx, dict, key)? {
        Lookup::Missing => Ok(Value::FALSE),
        Lookup::At(entry) => {
            let there = dict::value_at(cx, dict, entry);
            match compare::same_or_equal(cx, there, value) {
                Some(equal) => Ok(Value::bool(equal)),
                None => Err(cx.tail_prelude(Prelude::ItemsContains, &[dict.value(), key, value])),
            }
        }
        Lookup::NeedsCall => {
            Err(cx.tail_prelude(Prelude::ItemsContains, &[dict.value(), key, value]))
        }
    }
}

fn isdisjoint(cx: &mut Cx, args: &[Value]) -> NativeResult {
    this(cx, args, "isdisjoint")?;
    Err(cx.tail_prelude(Prelude::ViewIsDisjoint, &[args[0], args[1]]))
}

/// A set operation by number: 0 and, 1 or, 2 minus, 3 exclusive or.
fn operation(cx: &mut Cx, args: &[Value], name: &str, which: i32) -> NativeResult {
    this(cx, args, name)?;
    Err(cx.tail_prelude(Prelude::ViewOperation, &[args[0], args[1], Value::small(which)]))
}

/// The same with the view on the right.
fn reflected(cx: &mut Cx, args: &[Value], name: &str, which: i32) -> NativeResult {
    this(cx, args, name)?;
    Err(cx.tail_prelude(Prelude::ViewOperation, &[args[1], args[0], Value::small(which)]))
}

macro_rules! operations {
    ($($function:ident $how:ident $which:literal $name:literal;)*) => {
        $(fn $function(cx: &mut Cx, args: &[Value]) -> NativeResult {
            $how(cx, args, $name, $which)
        })*
    };
}

operations! {
    and operation 0 "__and__";
    or operation 1 "__or__";
    sub operation 2 "__sub__";
    xor operation 3 "__xor__";
    rand reflected 0 "__rand__";
    ror reflected 1 "__ror__";
    rsub reflected 2 "__rsub__";
    rxor reflected 3 "__rxor__";
}

/// Can this be compared with a view as sets are?
fn is_set_like(cx: &Cx, value: Value) -> bool {
    cx.payload(value, kind::SET).is_some()
        || cx.payload(value, kind::FROZENSET).is_some()
        || cx.as_kind(value, kind::VIEW).is_some_and(|other| view::is_set_like(cx, other))
}

fn compare(cx: &mut Cx, args: &[Value], name: &str, op: Op) -> NativeResult {
    this(cx, args, name)?;
    if !is_set_like(cx, args[1]) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    Err(cx.tail_prelude(Prelude::ViewCompare, &[args[0], args[1], Value::small(op as i32)]))
}

macro_rules! comparisons {
    ($($function:ident $op:ident $name:literal;)*) => {
        $(fn $function(cx: &mut Cx, args: &[Value]) -> NativeResult {
            compare(cx, args, $name, Op::$op)
        })*
    };
}

comparisons! {
    eq Eq "__eq__";
    ne Ne "__ne__";
    lt Lt "__lt__";
    le Le "__le__";
    gt Gt "__gt__";
    ge Ge "__ge__";
}
