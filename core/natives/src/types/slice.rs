//! Methods of `slice`.
//!
//! Not here: what a slice means for a sequence (objects/slice.rs).

use crate::container::*;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::compare::Op;
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::types::SLICE;
use threadsnake_objects::{int, natives, slice, tuple};

natives! {
    /// `slice` methods.
    pub static METHODS;
    "__eq__"        eq           2..=2;
    "__ge__"        ge           2..=2;
    "__gt__"        gt           2..=2;
    "__le__"        le           2..=2;
    "__lt__"        lt           2..=2;
    "__ne__"        ne           2..=2;
    "__new__"       new          1..=255 Static;
    "__repr__"      repr         1..=1;
    "indices"       indices      2..=2;
    "start"         start        1..=1 Getter;
    "step"          step         1..=1 Getter;
    "stop"          stop         1..=1 Getter;
}

fn this(cx: &mut Cx, args: &[Value], name: &str) -> Outcome<Ref> {
    receiver(cx, args, kind::SLICE, SLICE, name)
}

/// `slice(stop)`, `slice(start, stop, step=None)`
fn new(cx: &mut Cx, args: &[Value]) -> NativeResult {
    check_class(cx, args, SLICE)?;
    let (start, stop, step) = match args {
        [_, stop] => (Value::NONE, *stop, Value::NONE),
        [_, start, stop] => (*start, *stop, Value::NONE),
        [_, start, stop, step] => (*start, *stop, *step),
        [_] | [] => {
            return Err(raise::type_error(cx, &[S("slice expected at least 1 argument, got 0")]));
        }
        _ => {
            let given = I(args.len() as i64 - 1);
            return Err(raise::type_error(
                cx,
                &[S("slice expected at most 3 arguments, got "), given],
            ));
        }
    };
    let made = slice::new(cx, start, stop, step)?;
    for part in [start, stop, step] {
        cx.heap.inc(part);
    }
    Ok(made.value())
}

fn part(cx: &mut Cx, args: &[Value], name: &str, which: usize) -> NativeResult {
    let slice = this(cx, args, name)?;
    let part = slice::parts(cx, slice)[which];
    Ok(cx.heap.share(part))
}

fn start(cx: &mut Cx, args: &[Value]) -> NativeResult {
    part(cx, args, "start", 0)
}

fn stop(cx: &mut Cx, args: &[Value]) -> NativeResult {
    part(cx, args, "stop", 1)
}

fn step(cx: &mut Cx, args: &[Value]) -> NativeResult {
    part(cx, args, "step", 2)
}

fn repr(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let slice = this(cx, args, "__repr__")?;
    Err(cx.tail_prelude(Prelude::SliceRepr, &[slice.value()]))
}

/// `slice.indices(length)`: start, stop and step for a sequence of this length.
fn indices(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let slice = this(cx, args, "indices")?;
    let Some(len) = index_arg(cx, args[1])? else {
        return Err(cx.tail_prelude(Prelude::SliceIndices, &[slice.value(), args[1]]));
    };
    if len < 0 {
        return Err(raise::value_error(cx, &[S("length should not be negative")]));
    }
    if cx.as_kind(args[1], kind::BIGINT).is_some() {
        return Err(cx.tail_prelude(Prelude::SliceIndices, &[slice.value(), args[1]]));
    }
    let parts = slice::parts(cx, slice);
    let Some(found) = slice::adjust(cx, parts, len)? else {
        return Err(cx.tail_prelude(Prelude::SliceIndices, &[slice.value(), args[1]]));
    };
    let row = tuple::new(cx, 3)?;
    for (at, number) in (0..).zip(found) {
        match int::from_i64(cx, number) {
            Ok(value) => tuple::set_item(cx, row, at, value),
            Err(error) => {
                cx.heap.dec_ref(row);
                return Err(error.into());
            }
        }
    }
    Ok(row.value())
}

/// Slices are compared as the tuples of their parts.
fn compare(cx: &mut Cx, args: &[Value], name: &str, op: Op) -> NativeResult {
    let slice = this(cx, args, name)?;
    let Some(other) = cx.as_kind(args[1], kind::SLICE) else { return Ok(Value::NOT_IMPLEMENTED) };
    Err(cx.tail_prelude(
        Prelude::SliceCompare,
        &[slice.value(), other.value(), Value::small(op as i32)],
    ))
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
