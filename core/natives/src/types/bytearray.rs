//! Methods of `bytearray`.
//!
//! Not here: what str and bytes have as well (like.rs, bytes.rs), the operations (objects/bytearray.rs).

use super::bytes::either;
use super::bytes::{from_arguments, maketrans};
use super::like::this;
use crate::container::place_of;
use crate::scalar::*;
use crate::shared_methods;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::cx::{Cx, Exit, NativeResult, Outcome};
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::slice::{self, Bounds};
use threadsnake_objects::strlike::Flavor;
use threadsnake_objects::{
    arith, bytearray, bytes, dict, int, natives, str as string, tuple, types,
};

natives! {
    /// `bytearray` methods.
    pub static METHODS;
    "__add__"       add           2..=2;
    "__alloc__"     alloc         1..=1;
    "__contains__"  contains      2..=2;
    "__delitem__"   delitem       2..=2;
    "__eq__"        eq            2..=2;
    "__ge__"        ge            2..=2;
    "__getitem__"   getitem       2..=2;
    "__gt__"        gt            2..=2;
    "__iadd__"      iadd          2..=2;
    "__imul__"      imul          2..=2;
    "__init__"      init          1..=4 Function "self source encoding errors";
    "__iter__"      dunder_iter   1..=1;
    "__le__"        le            2..=2;
    "__len__"       len           1..=1;
    "__lt__"        lt            2..=2;
    "__mod__"       dunder_mod    2..=2;
    "__mul__"       mul           2..=2;
    "__ne__"        ne            2..=2;
    "__new__"       new           1..=255 Static "cls *args **kwargs";
    "__repr__"      repr          1..=1;
    "__rmod__"      rmod          2..=2;
    "__rmul__"      mul           2..=2;
    "__setitem__"   setitem       3..=3;
    "__sizeof__"    sizeof        1..=1;
    "__str__"       repr          1..=1;
    "append"        append        2..=2;
    "capitalize"    capitalize    1..=1;
    "center"        center        2..=3;
    "clear"         clear         1..=1;
    "copy"          copy          1..=1;
    "count"         count         2..=4;
    "decode"        decode        1..=3 Function "self / encoding errors";
    "endswith"      endswith      2..=4;
    "expandtabs"    expandtabs    1..=2 Function "self / tabsize";
    "extend"        extend        2..=2;
    "find"          find          2..=4;
    "fromhex"       fromhex       2..=2 Class;
    "hex"           hex           1..=3 Function "self / sep bytes_per_sep";
    "index"         index         2..=4;
    "insert"        insert        3..=3;
    "isalnum"       isalnum       1..=1;
    "isalpha"       isalpha       1..=1;
    "isascii"       isascii       1..=1;
    "isdigit"       isdigit       1..=1;
    "islower"       islower       1..=1;
    "isspace"       isspace       1..=1;
    "istitle"       istitle       1..=1;
    "isupper"       isupper       1..=1;
    "join"          join          2..=2;
    "ljust"         ljust         2..=3;
    "lower"         lower         1..=1;
    "lstrip"        lstrip        1..=2;
    "maketrans"     maketrans     2..=2 Static;
    "partition"     partition     2..=2;
    "pop"           pop           1..=2;
    "remove"        remove        2..=2;
    "removeprefix"  removeprefix  2..=2;
    "removesuffix"  removesuffix  2..=2;
    "replace"       replace       3..=4;
    "reverse"       reverse       1..=1;
    "rfind"         rfind         2..=4;
    "rindex"        rindex        2..=4;
    "rjust"         rjust         2..=3;
    "rpartition"    rpartition    2..=2;
    "rsplit"        rsplit        1..=3 Function "self / sep maxsplit";
    "rstrip"        rstrip        1..=2;
    "split"         split         1..=3 Function "self / sep maxsplit";
    "splitlines"    splitlines    1..=2 Function "self / keepends";
    "startswith"    startswith    2..=4;
    "strip"         strip         1..=2;
    "swapcase"      swapcase      1..=1;
    "title"         title         1..=1;
    "translate"     translate     2..=3 Function "self table / delete";
    "upper"         upper         1..=1;
    "zfill"         zfill         2..=2;
}

shared_methods! { Flavor::Bytearray;
    add capitalize center contains count dunder_iter endswith expandtabs find getitem index isalnum isalpha
    isascii isdigit islower isspace istitle isupper join len ljust lower lstrip mul partition removeprefix
    removesuffix replace repr rfind rindex rjust rpartition rsplit rstrip sizeof split splitlines startswith
    strip swapcase title upper zfill
}

macro_rules! here {
    ($($name:ident)*) => {
        $(
            fn $name(cx: &mut Cx, args: &[Value]) -> NativeResult {
                either::$name(cx, args, Flavor::Bytearray)
            }
        )*
    };
}

here! { decode dunder_mod eq fromhex ge gt hex le lt ne rmod translate }

/// The receiver.
fn array(cx: &mut Cx, args: &[Value], name: &str) -> Outcome<Ref> {
    this(cx, args, Flavor::Bytearray, name).map(|like| like.object)
}

/// `bytearray(...)`: filled at once; an instance of a subclass is left empty for its `__init__`.
fn new(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = new_class(cx, args, types::BYTEARRAY)?;
    if class != types::BYTEARRAY {
        let object = bytearray::with_len(cx, 0)?;
        return of_class(cx, class, types::BYTEARRAY, object.value());
    }
    let given = parameters(cx, arg(args, 1), arg(args, 2))?;
    match from_arguments(cx, given[0], given[1], given[2], "bytearray")? {
        Some(made) => either::of_flavor(cx, made, Flavor::Bytearray),
        None => Err(cx.tail_prelude(Prelude::BytearrayNew, &[given[0]])),
    }
}

/// Source, encoding and errors of a call with any arguments (borrowed).
fn parameters(cx: &mut Cx, positional: Value, keywords: Value) -> Outcome<[Value; 3]> {
    let mut given = [Value::UNBOUND; 3];
    if let Some(items) = cx.as_kind(positional, kind::TUPLE) {
        let count = tuple::len(cx, items);
        if count > 3 {
            let parts =
                [S("bytearray() takes at most 3 arguments ("), I(i64::from(count)), S(" given)")];
            return Err(raise::type_error(cx, &parts));
        }
        for (at, place) in given.iter_mut().enumerate() {
            *place = tuple::item(cx, items, at as u32);
        }
    }
    let Some(named) = cx.as_kind(keywords, kind::DICT) else { return Ok(given) };
    let mut from = 0;
    while let Some((entry, key, value)) = dict::next(cx, named, from) {
        from = entry + 1;
        let place = cx.as_kind(key, kind::STR).and_then(|key| match string::bytes(cx, key) {
            b"source" => given.get_mut(0),
            b"encoding" => given.get_mut(1),
            b"errors" => given.get_mut(2),
            _ => None,
        });
        match place {
            Some(place) => *place = value,
            None => {
                let parts = [S("'"), V(key), S("' is an invalid keyword argument for bytearray()")];
                return Err(raise::type_error(cx, &parts));
            }
        }
    }
    Ok(given)
}

/// `bytearray(source, encoding, errors)`
fn init(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = array(cx, args, "__init__")?;
    match from_arguments(cx, arg(args, 1), arg(args, 2), arg(args, 3), "bytearray")? {
        Some(made) => {
            let (part, len) = (bytes::part(cx, made.as_ref()), bytearray::len(cx, object));
            let done = bytearray::replace(cx, object, 0, len, part);
            cx.heap.dec(made);
            done?;
            Ok(Value::NONE)
        }
        None => Err(cx.tail_prelude(Prelude::BytearrayInit, &[object.value(), arg(args, 1)])),
    }
}

/// A byte that scripts pass; none when script code must ask `__index__`.
fn byte_argument(cx: &mut Cx, value: Value) -> Outcome<Option<u8>> {
    match index_arg(cx, value)? {
        Some(byte @ 0..=255) => Ok(Some(byte as u8)),
        Some(_) => Err(raise::value_error(cx, &[S("byte must be in range(0, 256)")])),
        None => Ok(None),
    }
}

fn again(cx: &mut Cx, name: &str, args: &[Value]) -> Exit {
    retry(cx, types::BYTEARRAY, name, args)
}

fn append(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = array(cx, args, "append")?;
    let Some(byte) = byte_argument(cx, arg(args, 1))? else {
        return Err(again(cx, "append", args));
    };
    bytearray::push(cx, object, byte)?;
    Ok(Value::NONE)
}

fn alloc(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = array(cx, args, "__alloc__")?;
    let bytes = bytearray::room_bytes(cx, object);
    Ok(int::from_u32(cx, bytes)?)
}

fn clear(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = array(cx, args, "clear")?;
    bytearray::resize(cx, object, 0)?;
    Ok(Value::NONE)
}

fn copy(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = array(cx, args, "copy")?;
    let part = bytearray::part(cx, object);
    Ok(bytearray::copy(cx, part)?)
}

fn reverse(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = array(cx, args, "reverse")?;
    let (start, len) = bytearray::part(cx, object);
    if len > 1 {
        cx.heap.space.bytes_mut(start, len).reverse();
    }
    Ok(Value::NONE)
}

/// `extend(iterable_of_ints)`
fn extend(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = array(cx, args, "extend")?;
    let source = arg(args, 1);
    let is_row = bytes::like(cx, source).is_some()
        || row_of(cx, source).is_some()
        || cx.as_kind(source, kind::MEMORYVIEW).is_some();
    let made = if is_row {
        from_arguments(cx, source, Value::UNBOUND, Value::UNBOUND, "bytearray")?
    } else {
        None
    };
    let Some(made) = made else {
        return Err(cx.tail_prelude(Prelude::BytearrayExtend, &[object.value(), source]));
    };
    let (part, len) = (bytes::part(cx, made.as_ref()), bytearray::len(cx, object));
    let done = bytearray::replace(cx, object, len, len, part);
    cx.heap.dec(made);
    done?;
    Ok(Value::NONE)
}

fn insert(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = array(cx, args, "insert")?;
    let (at, byte) = (index_or(cx, arg(args, 1), 0)?, byte_argument(cx, arg(args, 2))?);
    let (Some(at), Some(byte)) = (at, byte) else { return Err(again(cx, "insert", args)) };
    let place = crate::container::clip(at, bytearray::len(cx, object));
    bytearray::splice(cx, object, place, place, 1)?;
    let (start, _) = bytearray::part(cx, object);
    cx.heap.space.set_byte(start + place, byte);
    Ok(Value::NONE)
}

fn pop(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = array(cx, args, "pop")?;
    let Some(at) = index_or(cx, arg(args, 1), -1)? else { return Err(again(cx, "pop", args)) };
    let len = bytearray::len(cx, object);
    if len == 0 {
        return Err(raise::index_error(cx, &[S("pop from empty bytearray")]));
    }
    let Some(place) = place_of(at, len) else {
        return Err(raise::index_error(cx, &[S("pop index out of range")]));
    };
    let (start, _) = bytearray::part(cx, object);
    let byte = cx.heap.space.byte(start + place);
    bytearray::splice(cx, object, place, place + 1, 0)?;
    Ok(Value::small(i32::from(byte)))
}

fn remove(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = array(cx, args, "remove")?;
    let Some(byte) = byte_argument(cx, arg(args, 1))? else {
        return Err(again(cx, "remove", args));
    };
    let found = bytearray::bytes(cx, object).iter().position(|&other| other == byte);
    let Some(place) = found else {
        return Err(raise::value_error(cx, &[S("value not found in bytearray")]));
    };
    bytearray::splice(cx, object, place as u32, place as u32 + 1, 0)?;
    Ok(Value::NONE)
}

/// `data += other`
fn iadd(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = array(cx, args, "__iadd__")?;
    let other = unwrapped(cx, arg(args, 1));
    let done = arith::in_place(cx, arith::BinOp::Add, object.value(), other)?;
    in_place_result(cx, args, done)
}

/// `data *= count`
fn imul(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = array(cx, args, "__imul__")?;
    let count = unwrapped(cx, arg(args, 1));
    let done = arith::in_place(cx, arith::BinOp::Mul, object.value(), count)?;
    in_place_result(cx, args, done)
}

/// The receiver itself, which may be an instance of a subclass.
fn in_place_result(cx: &mut Cx, args: &[Value], done: Option<Value>) -> NativeResult {
    match done {
        Some(same) => {
            cx.heap.dec(same);
            Ok(cx.heap.share(arg(args, 0)))
        }
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

/// Where a key points.
enum Place {
    One(u32),
    Many(Bounds),
}

fn place(cx: &mut Cx, object: Ref, key: Value) -> Outcome<Option<Place>> {
    let len = bytearray::len(cx, object);
    if let Some(object) = cx.as_kind(key, kind::SLICE) {
        return Ok(slice::of_object(cx, object, len)?.map(Place::Many));
    }
    let Some(at) = slice::clamped(cx, key) else {
        if slice::has_index(cx, key) {
            return Ok(None);
        }
        let parts = [S("bytearray indices must be integers or slices, not "), T(key)];
        return Err(raise::type_error(cx, &parts));
    };
    match place_of(at, len) {
        Some(place) => Ok(Some(Place::One(place))),
        None => Err(raise::index_error(cx, &[S("bytearray index out of range")])),
    }
}

fn setitem(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = array(cx, args, "__setitem__")?;
    let value = arg(args, 2);
    match place(cx, object, arg(args, 1))? {
        None => Err(again(cx, "__setitem__", args)),
        Some(Place::One(place)) => {
            let Some(byte) = byte_argument(cx, value)? else {
                return Err(again(cx, "__setitem__", args));
            };
            let (start, _) = bytearray::part(cx, object);
            cx.heap.space.set_byte(start + place, byte);
            Ok(Value::NONE)
        }
        Some(Place::Many(bounds)) => set_slice(cx, object, bounds, arg(args, 1), value),
    }
}

fn set_slice(cx: &mut Cx, object: Ref, bounds: Bounds, key: Value, value: Value) -> NativeResult {
    if int::is_int(cx, value) || cx.payload(value, kind::STR).is_some() {
        let message = "can assign only bytes, buffers, or iterables of ints in range(0, 256)";
        return Err(raise::type_error(cx, &[S(message)]));
    }
    let made = match bytes::like(cx, value) {
        Some(part) => Some(bytes::copy(cx, part)?),
        None => from_arguments(cx, value, Value::UNBOUND, Value::UNBOUND, "bytearray")?,
    };
    let Some(made) = made else {
        return Err(cx.tail_prelude(Prelude::BytearraySet, &[object.value(), key, value]));
    };
    let done = fill_slice(cx, object, bounds, made.as_ref());
    cx.heap.dec(made);
    done.map(|()| Value::NONE)
}

fn fill_slice(cx: &mut Cx, object: Ref, bounds: Bounds, made: Ref) -> Outcome<()> {
    let (from, len) = bytes::part(cx, made);
    if bounds.step == 1 {
        let stop = bounds.start + bounds.count;
        return bytearray::replace(cx, object, bounds.start, stop, (from, len));
    }
    if len != bounds.count {
        let parts = [
            S("attempt to assign bytes of size "),
            I(i64::from(len)),
            S(" to extended slice of size "),
            I(i64::from(bounds.count)),
        ];
        return Err(raise::value_error(cx, &parts));
    }
    let (start, _) = bytearray::part(cx, object);
    let mut at = i64::from(bounds.start);
    for index in 0..len {
        let byte = cx.heap.space.byte(from + index);
        cx.heap.space.set_byte(start + at as u32, byte);
        at += bounds.step;
    }
    Ok(())
}

fn delitem(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = array(cx, args, "__delitem__")?;
    match place(cx, object, arg(args, 1))? {
        None => return Err(again(cx, "__delitem__", args)),
        Some(Place::One(place)) => bytearray::splice(cx, object, place, place + 1, 0)?,
        Some(Place::Many(bounds)) => delete_steps(cx, object, bounds.ascending())?,
    }
    Ok(Value::NONE)
}

/// Closes the gaps that a slice leaves.
fn delete_steps(cx: &mut Cx, object: Ref, bounds: Bounds) -> Outcome<()> {
    let (start, len) = bytearray::part(cx, object);
    if bounds.step == 1 || bounds.count == 0 {
        let stop = bounds.start + bounds.count;
        return bytearray::splice(cx, object, bounds.start, stop, 0);
    }
    bytearray::own(cx, object)?;
    let step = u32::try_from(bounds.step).unwrap_or(u32::MAX);
    let mut to = bounds.start;
    for at in bounds.start..len {
        let from_first = at - bounds.start;
        let is_gone = from_first.is_multiple_of(step) && from_first / step < bounds.count;
        if !is_gone {
            let byte = cx.heap.space.byte(start + at);
            cx.heap.space.set_byte(start + to, byte);
            to += 1;
        }
    }
    bytearray::resize(cx, object, to)
}
