//! Methods of `tuple`.
//!
//! Not here: the operations (objects/tuple.rs), items that need script code to be compared (prelude list.py).

use crate::container::*;
use crate::types::list::factor;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::compare::{Op, RowFuel};
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::dict::Done;
use threadsnake_objects::iter::{self, Sub};
use threadsnake_objects::list::Search;
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::types::TUPLE;
use threadsnake_objects::{hash, list, names, natives, slice, statics, tuple};

natives! {
    /// `tuple` methods.
    pub static METHODS;
    "__add__"       dunder_add   2..=2;
    "__class_getitem__" class_getitem 2..=2 Class;
    "__contains__"  contains     2..=2;
    "__eq__"        eq           2..=2;
    "__ge__"        ge           2..=2;
    "__getitem__"   getitem      2..=2;
    "__getnewargs__" getnewargs  1..=1;
    "__gt__"        gt           2..=2;
    "__hash__"      dunder_hash  1..=1;
    "__iter__"      dunder_iter  1..=1;
    "__le__"        le           2..=2;
    "__len__"       len          1..=1;
    "__lt__"        lt           2..=2;
    "__mul__"       mul          2..=2;
    "__ne__"        ne           2..=2;
    "__new__"       new          1..=255 Static;
    "__repr__"      repr         1..=1;
    "__rmul__"      mul          2..=2;
    "count"         count_of     2..=2;
    "index"         index        2..=4;
}

#[inline(always)]
fn this(cx: &mut Cx, args: &[Value], name: &str) -> Outcome<Ref> {
    receiver(cx, args, kind::TUPLE, TUPLE, name)
}

/// `tuple(iterable=())`, also for subclasses.
fn new(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = check_class(cx, args, TUPLE)?;
    let made = match args {
        [_] => statics::EMPTY_TUPLE,
        [_, source] if cx.as_kind(*source, kind::TUPLE).is_some() => cx.heap.share(*source),
        [_, source] => {
            if !is_builtin_class(cx, class) && !is_quick(cx, *source) {
                return Err(cx.tail_prelude(Prelude::TupleNew, &[class, *source]));
            }
            from_iterable(cx, *source)?
        }
        _ => return Err(too_many(cx, "tuple", args.len() - 1)),
    };
    of_class(cx, class, made.as_ref())
}

/// Is this an iterable whose items are had without script code?
fn is_quick(cx: &Cx, source: Value) -> bool {
    iter::is_native(cx, source, 4)
        || matches!(
            cx.kind_of(source),
            kind::LIST
                | kind::TUPLE
                | kind::STR
                | kind::BYTES
                | kind::BYTEARRAY
                | kind::DICT
                | kind::SET
                | kind::FROZENSET
        )
}

/// A tuple of the items of an iterable.
pub fn from_iterable(cx: &mut Cx, source: Value) -> NativeResult {
    if let Some((from, count)) = list::part_of(cx, source) {
        return Ok(tuple::from_part(cx, from, count)?.value());
    }
    let items = list::new(cx)?;
    let done = crate::types::list::extend_here(cx, items, source);
    let made = match done {
        Ok(Done::Yes) => {
            let (from, count) = (list::start(cx, items), list::len(cx, items));
            tuple::from_part(cx, from, count).map(Ref::value).map_err(Into::into)
        }
        Ok(Done::NeedsCall) => Err(cx.tail_prelude(Prelude::TupleFrom, &[source])),
        Err(exit) => Err(exit),
    };
    cx.heap.dec_ref(items);
    made
}

/// `len(tuple)`
fn len(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let tuple = this(cx, args, "__len__")?;
    Ok(Value::small(tuple::len(cx, tuple) as i32))
}

fn dunder_iter(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let tuple = this(cx, args, "__iter__")?;
    Ok(iter::over(cx, Sub::Tuple, tuple)?)
}

fn repr(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let tuple = this(cx, args, "__repr__")?;
    Err(cx.tail_prelude(Prelude::TupleRepr, &[tuple.value()]))
}

fn getnewargs(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let tuple = this(cx, args, "__getnewargs__")?;
    Ok(tuple::from_slice(cx, &[tuple.value()])?.value())
}

/// `hash(tuple)`
fn dunder_hash(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let tuple = this(cx, args, "__hash__")?;
    match hash::visible(cx, tuple.value())? {
        Some(found) => Ok(found),
        None => Err(cx.tail_prelude(Prelude::TupleHash, &[tuple.value()])),
    }
}

/// `tuple[key]`
fn getitem(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let tuple = this(cx, args, "__getitem__")?;
    let (key, len) = (args[1], tuple::len(cx, tuple));
    if let Some(slice) = cx.as_kind(key, kind::SLICE) {
        return match slice::of_object(cx, slice, len)? {
            Some(bounds) => Ok(tuple::slice(cx, tuple, bounds.start, bounds.step, bounds.count)?),
            None => Err(retry_with_index(cx, TUPLE, names::GETITEM, args)),
        };
    }
    match slice::clamped(cx, key) {
        Some(index) => match place_of(index, len) {
            Some(at) => {
                let item = tuple::item(cx, tuple, at);
                Ok(cx.heap.share(item))
            }
            None => Err(outside(cx, key, "tuple index out of range")),
        },
        None if slice::has_index(cx, key) => Err(retry_with_index(cx, TUPLE, names::GETITEM, args)),
        None => Err(raise::type_error(
            cx,
            &[S("tuple indices must be integers or slices, not "), T(key)],
        )),
    }
}

/// `tuple + tuple`
fn dunder_add(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let tuple = this(cx, args, "__add__")?;
    let Some(other) = cx.payload(args[1], kind::TUPLE) else {
        let message = [S("can only concatenate tuple (not \""), T(args[1]), S("\") to tuple")];
        return Err(raise::type_error(cx, &message));
    };
    Ok(tuple::concat(cx, tuple, other)?)
}

/// `tuple * count`
fn mul(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let tuple = this(cx, args, "__mul__")?;
    match factor(cx, args[1])? {
        Some(count) => Ok(tuple::repeat(cx, tuple, count)?),
        None => Err(retry_with_index(cx, TUPLE, names::MUL, args)),
    }
}

/// Searches the items `from..to` of a tuple for one that is, or equals, a value.
fn search(cx: &Cx, tuple: Ref, value: Value, from: u32, to: u32) -> Search {
    let end = to.min(tuple::len(cx, tuple));
    list::search(cx, tuple::items(cx, tuple).get(..end as usize).unwrap_or(&[]), value, from)
}

/// `value in tuple`
fn contains(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let tuple = this(cx, args, "__contains__")?;
    match search(cx, tuple, args[1], 0, u32::MAX) {
        Search::Found(_) => Ok(Value::TRUE),
        Search::Absent => Ok(Value::FALSE),
        Search::NeedsCall(at) => {
            let from = Value::small(at as i32);
            Err(cx.tail_prelude(Prelude::RowContains, &[tuple.value(), args[1], from]))
        }
    }
}

/// `tuple.index(value, start=0, stop=...)`
fn index(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let tuple = this(cx, args, "index")?;
    let (start, stop) = (bound_arg(cx, arg(args, 2), 0)?, bound_arg(cx, arg(args, 3), i64::MAX)?);
    let (Some(start), Some(stop)) = (start, stop) else {
        return Err(cx.tail_prelude(Prelude::RowIndexBounds, args));
    };
    let len = tuple::len(cx, tuple);
    let (from, to) = (clip(start, len), clip(stop, len));
    match search(cx, tuple, args[1], from, to) {
        Search::Found(at) => Ok(Value::small(at as i32)),
        Search::Absent => Err(raise::value_error(cx, &[S("tuple.index(x): x not in tuple")])),
        Search::NeedsCall(at) => {
            let bounds = [Value::small(at as i32), Value::small(to as i32)];
            Err(cx
                .tail_prelude(Prelude::TupleIndex, &[tuple.value(), args[1], bounds[0], bounds[1]]))
        }
    }
}

/// `tuple.count(value)`
fn count_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let tuple = this(cx, args, "count")?;
    let (mut count, mut fuel) = (0, RowFuel::new());
    for at in 0..tuple::len(cx, tuple) {
        match fuel.same_or_equal(cx, tuple::item(cx, tuple, at), args[1]) {
            Some(equal) => count += i32::from(equal),
            None => return Err(cx.tail_prelude(Prelude::RowCount, &[tuple.value(), args[1]])),
        }
    }
    Ok(Value::small(count))
}

macro_rules! comparisons {
    ($($function:ident $op:ident $name:literal;)*) => {
        $(fn $function(cx: &mut Cx, args: &[Value]) -> NativeResult {
            compare_rows(cx, args, Op::$op, kind::TUPLE, TUPLE, $name)
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
