//! Methods of `dict`.
//!
//! A key that needs script code to be hashed or compared sends the whole call to the prelude (dict.py),
//! which asks the table for candidates one by one (modules/tables.rs).
//!
//! Not here: the operations (objects/dict.rs), views (views.rs).

use crate::container::*;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::compare;
use threadsnake_objects::cx::{Cx, Exit, NativeResult, Outcome};
use threadsnake_objects::dict::entries::{self, PAIR};
use threadsnake_objects::dict::{Done, Lookup};
use threadsnake_objects::iter::{self, Sub};
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise;
use threadsnake_objects::types::DICT;
use threadsnake_objects::view::{self, What};
use threadsnake_objects::{class, dict, names, natives, str, tuple};

natives! {
    /// `dict` methods.
    pub static METHODS;
    "__class_getitem__" class_getitem 2..=2 Class;
    "__contains__"  contains     2..=2;
    "__delitem__"   delitem      2..=2;
    "__eq__"        eq           2..=2;
    "__ge__"        unordered    2..=2;
    "__getitem__"   getitem      2..=2;
    "__gt__"        unordered    2..=2;
    "__init__"      init         1..=2 Function "self other / **keywords";
    "__ior__"       ior          2..=2;
    "__iter__"      dunder_iter  1..=1;
    "__le__"        unordered    2..=2;
    "__len__"       len          1..=1;
    "__lt__"        unordered    2..=2;
    "__ne__"        ne           2..=2;
    "__new__"       new          1..=2 Static "cls other / **keywords";
    "__or__"        or           2..=2;
    "__repr__"      repr         1..=1;
    "__reversed__"  reversed     1..=1;
    "__ror__"       ror          2..=2;
    "__setitem__"   setitem      3..=3;
    "__sizeof__"    sizeof       1..=1;
    "clear"         clear        1..=1;
    "copy"          copy         1..=1;
    "fromkeys"      fromkeys     2..=3 Class;
    "get"           get          2..=3;
    "items"         items        1..=1;
    "keys"          keys         1..=1;
    "pop"           pop          2..=3;
    "popitem"       popitem      1..=1;
    "setdefault"    setdefault   2..=3;
    "update"        update       1..=2 Function "self other / **keywords";
    "values"        values       1..=1;
}

#[inline(always)]
fn this(cx: &mut Cx, args: &[Value], name: &str) -> Outcome<Ref> {
    receiver(cx, args, kind::DICT, DICT, name)
}

/// `dict(other=(), **keywords)`. Of a subclass only the empty dict is made here; `__init__` fills it.
fn new(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = check_class(cx, args, DICT)?;
    let object = dict::new(cx)?;
    if !is_builtin_class(cx, class) {
        return of_class(cx, class, object);
    }
    let made = object.value();
    let filled = fill(cx, object, arg(args, 1), arg(args, 2));
    finish_new(cx, made, filled)
}

fn finish_new(cx: &mut Cx, made: Value, filled: Outcome<Done>) -> NativeResult {
    match filled {
        Ok(Done::Yes) => Ok(made),
        Ok(Done::NeedsCall) => {
            // `fill` has asked for the call that fills it; the dict itself is what the caller wants.
            cx.heap.dec(made);
            Err(Exit::TailCall)
        }
        Err(exit) => {
            cx.heap.dec(made);
            Err(exit)
        }
    }
}

/// Puts in what `dict(other, **keywords)` is given. NeedsCall: a tail call is prepared that does it and
/// gives the dict.
fn fill(cx: &mut Cx, object: Ref, other: Value, keywords: Value) -> Outcome<Done> {
    if !other.is_unbound() {
        let plain = dict::behind(cx, other);
        let done = match plain {
            Some(from) => dict::update(cx, object, from)?,
            None => Done::NeedsCall,
        };
        if done == Done::NeedsCall {
            let keywords = if keywords.is_unbound() { Value::NONE } else { keywords };
            let other = plain.map_or(other, Ref::value);
            cx.tail_prelude(Prelude::DictFill, &[object.value(), other, keywords]);
            return Ok(Done::NeedsCall);
        }
    }
    if let Some(from) = cx.as_kind(keywords, kind::DICT) {
        // Keys are strs: nothing can need a call.
        return dict::update(cx, object, from);
    }
    Ok(Done::Yes)
}

/// `dict.__init__(other=(), **keywords)`
fn init(cx: &mut Cx, args: &[Value]) -> NativeResult {
    put_all(cx, args, "__init__")
}

/// `dict.update(other=(), **keywords)`
fn update(cx: &mut Cx, args: &[Value]) -> NativeResult {
    put_all(cx, args, "update")
}

fn put_all(cx: &mut Cx, args: &[Value], name: &str) -> NativeResult {
    let object = this(cx, args, name)?;
    let (other, keywords) = (arg(args, 1), arg(args, 2));
    let plain = dict::behind(cx, other);
    if other.is_unbound() || plain.is_some() {
        if let Some(from) = plain
            && dict::update(cx, object, from)? == Done::NeedsCall
        {
            return Err(put_slowly(cx, object, from.value(), keywords));
        }
        if let Some(from) = cx.as_kind(keywords, kind::DICT)
            && dict::update(cx, object, from)? == Done::NeedsCall
        {
            return Err(put_slowly(cx, object, keywords, Value::UNBOUND));
        }
        return Ok(Value::NONE);
    }
    Err(put_slowly(cx, object, other, keywords))
}

fn put_slowly(cx: &mut Cx, object: Ref, other: Value, keywords: Value) -> Exit {
    let keywords = if keywords.is_unbound() { Value::NONE } else { keywords };
    cx.tail_prelude(Prelude::DictUpdate, &[object.value(), other, keywords])
}

/// `dict[key]`
fn getitem(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = this(cx, args, "__getitem__")?;
    match dict::lookup(cx, object, args[1])? {
        Lookup::At(entry) => {
            let value = dict::value_at(cx, object, entry);
            Ok(cx.heap.share(value))
        }
        Lookup::Missing => missing(cx, args[0], args[1]),
        Lookup::NeedsCall => {
            Err(cx.tail_prelude(Prelude::DictGetItem, &[args[0], object.value(), args[1]]))
        }
    }
}

/// The key is not there: a subclass may have a `__missing__`.
fn missing(cx: &mut Cx, receiver: Value, key: Value) -> NativeResult {
    if is_derived(cx, receiver)
        && let Some(method) = class::lookup(cx, cx.type_of(receiver), names::MISSING)
    {
        return Err(cx.tail_prelude(Prelude::DictMissing, &[method, receiver, key]));
    }
    Err(raise::key_error(cx, key))
}

/// `dict[key] = value`
fn setitem(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = this(cx, args, "__setitem__")?;
    match dict::set(cx, object, args[1], args[2])? {
        Done::Yes => {
            cx.heap.inc(args[2]);
            Ok(Value::NONE)
        }
        Done::NeedsCall => {
            Err(cx.tail_prelude(Prelude::DictSetItem, &[object.value(), args[1], args[2]]))
        }
    }
}

/// `del dict[key]`
fn delitem(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = this(cx, args, "__delitem__")?;
    match dict::lookup(cx, object, args[1])? {
        Lookup::At(entry) => {
            dict::delete_at(cx, object, entry);
            Ok(Value::NONE)
        }
        Lookup::Missing => Err(raise::key_error(cx, args[1])),
        Lookup::NeedsCall => Err(cx.tail_prelude(Prelude::DictDelItem, &[object.value(), args[1]])),
    }
}

/// `key in dict`
fn contains(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = this(cx, args, "__contains__")?;
    match dict::lookup(cx, object, args[1])? {
        Lookup::At(_) => Ok(Value::TRUE),
        Lookup::Missing => Ok(Value::FALSE),
        Lookup::NeedsCall => {
            Err(cx.tail_prelude(Prelude::DictContains, &[object.value(), args[1]]))
        }
    }
}

/// `dict.get(key, default=None)`
fn get(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = this(cx, args, "get")?;
    let default = arg_or_none(args, 2);
    let found = match dict::lookup(cx, object, args[1])? {
        Lookup::At(entry) => dict::value_at(cx, object, entry),
        Lookup::Missing => default,
        Lookup::NeedsCall => {
            return Err(cx.tail_prelude(Prelude::DictGet, &[object.value(), args[1], default]));
        }
    };
    Ok(cx.heap.share(found))
}

/// `dict.setdefault(key, default=None)`
fn setdefault(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = this(cx, args, "setdefault")?;
    let default = arg_or_none(args, 2);
    match dict::lookup(cx, object, args[1])? {
        Lookup::At(entry) => {
            let value = dict::value_at(cx, object, entry);
            Ok(cx.heap.share(value))
        }
        Lookup::Missing => {
            // Cannot need a call: the same key has just been looked up.
            let _ = dict::set(cx, object, args[1], default)?;
            cx.heap.inc(default);
            Ok(cx.heap.share(default))
        }
        Lookup::NeedsCall => {
            Err(cx.tail_prelude(Prelude::DictSetDefault, &[object.value(), args[1], default]))
        }
    }
}

/// `dict.pop(key[, default])`
fn pop(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = this(cx, args, "pop")?;
    match dict::lookup(cx, object, args[1])? {
        Lookup::At(entry) => Ok(dict::take_at(cx, object, entry)),
        Lookup::Missing => match args.get(2) {
            Some(&default) => Ok(cx.heap.share(default)),
            None => Err(raise::key_error(cx, args[1])),
        },
        Lookup::NeedsCall => {
            let all = [object.value(), args[1], arg(args, 2)];
            Err(cx.tail_prelude(Prelude::DictPop, all.get(..args.len()).unwrap_or(&all)))
        }
    }
}

/// `dict.popitem()`
fn popitem(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = this(cx, args, "popitem")?;
    if dict::len(cx, object) == 0 {
        let message = str::new(cx, b"popitem(): dictionary is empty")?;
        return Err(raise::raise_with(cx, threadsnake_objects::types::KEY_ERROR, message));
    }
    // Made before anything is taken out, so that the dict is unchanged when there is no memory.
    let pair = tuple::new(cx, 2)?;
    if let Some((key, value)) = entries::remove_last::<PAIR>(cx, object) {
        tuple::set_item(cx, pair, 0, key);
        tuple::set_item(cx, pair, 1, value);
    }
    Ok(pair.value())
}

/// `dict.clear()`
fn clear(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = this(cx, args, "clear")?;
    dict::clear(cx, object);
    Ok(Value::NONE)
}

/// `dict.copy()`
fn copy(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = this(cx, args, "copy")?;
    Ok(dict::copy(cx, object)?.value())
}

/// `dict.fromkeys(iterable, value=None)`
fn fromkeys(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let value = arg_or_none(args, 2);
    Err(cx.tail_prelude(Prelude::DictFromKeys, &[args[0], args[1], value]))
}

fn keys(cx: &mut Cx, args: &[Value]) -> NativeResult {
    this(cx, args, "keys")?;
    Ok(view::new(cx, args[0], What::Keys)?.value())
}

fn values(cx: &mut Cx, args: &[Value]) -> NativeResult {
    this(cx, args, "values")?;
    Ok(view::new(cx, args[0], What::Values)?.value())
}

fn items(cx: &mut Cx, args: &[Value]) -> NativeResult {
    this(cx, args, "items")?;
    Ok(view::new(cx, args[0], What::Items)?.value())
}

fn len(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = this(cx, args, "__len__")?;
    Ok(Value::small(dict::len(cx, object) as i32))
}

fn dunder_iter(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = this(cx, args, "__iter__")?;
    Ok(iter::over(cx, Sub::Keys, object)?)
}

fn reversed(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = this(cx, args, "__reversed__")?;
    Ok(iter::over(cx, Sub::KeysReverse, object)?)
}

fn repr(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = this(cx, args, "__repr__")?;
    Err(cx.tail_prelude(Prelude::DictRepr, &[object.value()]))
}

fn sizeof(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = this(cx, args, "__sizeof__")?;
    let table = dict::table_bytes(cx, object);
    size_result(cx, object, table)
}

fn equal(cx: &mut Cx, args: &[Value], name: &str, negated: bool) -> NativeResult {
    let object = this(cx, args, name)?;
    let Some(other) = cx.payload(args[1], kind::DICT) else { return Ok(Value::NOT_IMPLEMENTED) };
    match compare::equal(cx, object.value(), other.value()) {
        Some(equal) => Ok(Value::bool(equal != negated)),
        None => {
            let negated = Value::bool(negated);
            Err(cx.tail_prelude(Prelude::DictEqual, &[object.value(), other.value(), negated]))
        }
    }
}

fn eq(cx: &mut Cx, args: &[Value]) -> NativeResult {
    equal(cx, args, "__eq__", false)
}

fn ne(cx: &mut Cx, args: &[Value]) -> NativeResult {
    equal(cx, args, "__ne__", true)
}

/// Dicts have no order.
fn unordered(_: &mut Cx, _: &[Value]) -> NativeResult {
    Ok(Value::NOT_IMPLEMENTED)
}

/// `a | b`: a copy of `a` with the pairs of `b` put in.
fn merged(cx: &mut Cx, a: Value, b: Value) -> NativeResult {
    let (Some(left), Some(right)) = (cx.payload(a, kind::DICT), cx.payload(b, kind::DICT)) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let result = dict::copy(cx, left)?;
    match dict::update(cx, result, right) {
        Ok(Done::Yes) => Ok(result.value()),
        Ok(Done::NeedsCall) => {
            let exit =
                cx.tail_prelude(Prelude::DictFill, &[result.value(), right.value(), Value::NONE]);
            cx.heap.dec_ref(result);
            Err(exit)
        }
        Err(exit) => {
            cx.heap.dec_ref(result);
            Err(exit)
        }
    }
}

fn or(cx: &mut Cx, args: &[Value]) -> NativeResult {
    this(cx, args, "__or__")?;
    merged(cx, args[0], args[1])
}

fn ror(cx: &mut Cx, args: &[Value]) -> NativeResult {
    this(cx, args, "__ror__")?;
    merged(cx, args[1], args[0])
}

/// `a |= b`, where `b` is a mapping or an iterable of pairs.
fn ior(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = this(cx, args, "__ior__")?;
    if let Some(from) = dict::behind(cx, args[1])
        && dict::update(cx, object, from)? == Done::Yes
    {
        return Ok(cx.heap.share(args[0]));
    }
    Err(cx.tail_prelude(Prelude::DictIor, &[args[0], object.value(), args[1]]))
}
