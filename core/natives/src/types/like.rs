//! Methods that `str`, `bytes` and `bytearray` share; each type's table names its own.
//!
//! Not here: the algorithms (objects/strlike/), what only one of the types has (str.rs, bytes.rs, bytearray.rs).

pub mod pad;

pub use pad::{center, expandtabs, ljust, rjust, zfill};

use crate::scalar::*;
use threadsnake_heap::split::Part;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::cx::{Cx, Exit, NativeResult, Outcome};
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::str::case::{self, Case};
use threadsnake_objects::strlike::find::{self, From};
use threadsnake_objects::strlike::split::{self, Ends as LineEnds};
use threadsnake_objects::strlike::test::{self, Test};
use threadsnake_objects::strlike::trim::{self, Ends};
use threadsnake_objects::strlike::{
    self, Flavor, Like, item, join as joining, replace as replacing,
};
use threadsnake_objects::{
    arith, bytearray, bytes, int, iter, memoryview, repr as representation, str as string, tuple,
    types,
};

/// The class of a flavor.
pub fn class_of(flavor: Flavor) -> Ref {
    match flavor {
        Flavor::Str => types::STR,
        Flavor::Bytes => types::BYTES,
        Flavor::Bytearray => types::BYTEARRAY,
    }
}

/// The receiver.
#[inline]
pub fn this(cx: &mut Cx, args: &[Value], flavor: Flavor, name: &str) -> Outcome<Like> {
    match Like::read(cx, arg(args, 0), flavor) {
        Some(like) => Ok(like),
        None => Err(wrong_receiver(cx, arg(args, 0), class_of(flavor), name)),
    }
}

/// Defines functions of a table that call the shared one with their flavor.
#[macro_export]
macro_rules! shared_methods {
    ($flavor:expr; $($name:ident)*) => {
        $(
            fn $name(cx: &mut Cx, args: &[Value]) -> NativeResult {
                $crate::types::like::$name(cx, args, $flavor)
            }
        )*
    };
}

macro_rules! cases {
    ($($name:ident $case:ident;)*) => {
        $(
            /// The text in another case.
            pub fn $name(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
                change_case(cx, args, flavor, Case::$case, stringify!($name))
            }
        )*
    };
}

cases! {
    capitalize Capitalize;
    lower Lower;
    swapcase Swap;
    title Title;
    upper Upper;
}

fn change_case(
    cx: &mut Cx,
    args: &[Value],
    flavor: Flavor,
    case: Case,
    name: &str,
) -> NativeResult {
    let like = this(cx, args, flavor, name)?;
    if flavor == Flavor::Str {
        return case::map(cx, like.object, case);
    }
    let result = if flavor == Flavor::Bytes {
        bytes::copy(cx, like.part)?
    } else {
        bytearray::copy(cx, like.part)?
    };
    let to = if flavor == Flavor::Bytes {
        bytes::part(cx, result.as_ref())
    } else {
        bytearray::part(cx, result.as_ref())
    };
    if to.1 > 0
        && let Some(([to], [from])) = cx.heap.space.split_bytes([to], [like.part])
    {
        case::map_bytes(case, from, to);
    }
    Ok(result)
}

macro_rules! tests {
    ($($name:ident $test:ident;)*) => {
        $(
            /// A question about all characters.
            pub fn $name(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
                let like = this(cx, args, flavor, stringify!($name))?;
                Ok(Value::bool(test::test(cx, &like, Test::$test)))
            }
        )*
    };
}

tests! {
    isalnum Alnum;
    isalpha Alpha;
    isascii Ascii;
    isdecimal Decimal;
    isdigit Digit;
    isidentifier Identifier;
    islower Lower;
    isnumeric Numeric;
    isprintable Printable;
    isspace Space;
    istitle Title;
    isupper Upper;
}

/// A needle of a search: text, or for bytes an int as well, which becomes the byte at the place given.
fn needle(cx: &mut Cx, value: Value, flavor: Flavor) -> Outcome<Option<Needle>> {
    if let Some(part) = strlike::argument(cx, value, flavor) {
        return Ok(Some(Needle::Part(part)));
    }
    if flavor == Flavor::Str {
        return Err(raise::type_error(cx, &[S("must be str, not "), T(value)]));
    }
    match int::saturated(cx, value) {
        Some(byte @ 0..=255) => Ok(Some(Needle::Byte(byte as u8))),
        Some(_) => Err(raise::value_error(cx, &[S("byte must be in range(0, 256)")])),
        None if has_method(cx, value, threadsnake_objects::names::INDEX) => Ok(None),
        None => {
            memoryview::refused(cx, value)?;
            let parts =
                [S("argument should be integer or bytes-like object, not '"), T(value), S("'")];
            Err(raise::type_error(cx, &parts))
        }
    }
}

enum Needle {
    Part(Part),
    Byte(u8),
}

/// Runs a search with its arguments: needle, start, stop. A byte as needle is put into an object first.
fn search<T>(
    cx: &mut Cx,
    args: &[Value],
    flavor: Flavor,
    name: &str,
    run: impl FnOnce(&mut Cx, &Like, Part, i64, i64) -> T,
) -> Outcome<T> {
    let like = this(cx, args, flavor, name)?;
    let needle = needle(cx, arg(args, 1), flavor)?;
    let start = bound(cx, arg(args, 2), 0)?;
    let stop = bound(cx, arg(args, 3), i64::MAX)?;
    let (Some(needle), Some(start), Some(stop)) = (needle, start, stop) else {
        return Err(retry(cx, class_of(flavor), name, args));
    };
    match needle {
        Needle::Part(part) => Ok(run(cx, &like, part, start, stop)),
        Needle::Byte(byte) => {
            let object = bytes::new(cx, &[byte])?;
            let part = bytes::part(cx, object.as_ref());
            let result = run(cx, &like, part, start, stop);
            cx.heap.dec(object);
            Ok(result)
        }
    }
}

fn find_from(
    cx: &mut Cx,
    args: &[Value],
    flavor: Flavor,
    name: &str,
    from: From,
) -> Outcome<Option<u32>> {
    search(cx, args, flavor, name, |cx, like, needle, start, stop| {
        find::find(cx, like, needle, start, stop, from)
    })
}

fn place_or_minus_one(cx: &mut Cx, found: Option<u32>) -> NativeResult {
    Ok(int::from_i64(cx, found.map_or(-1, i64::from))?)
}

fn place_or_error(cx: &mut Cx, found: Option<u32>, flavor: Flavor) -> NativeResult {
    match found {
        Some(place) => Ok(int::from_u32(cx, place)?),
        None => {
            let what =
                if flavor == Flavor::Str { "substring not found" } else { "subsection not found" };
            Err(raise::value_error(cx, &[S(what)]))
        }
    }
}

/// `find(sub, start, stop)`
pub fn find(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
    let found = find_from(cx, args, flavor, "find", From::Start)?;
    place_or_minus_one(cx, found)
}

/// `rfind(sub, start, stop)`
pub fn rfind(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
    let found = find_from(cx, args, flavor, "rfind", From::End)?;
    place_or_minus_one(cx, found)
}

/// `index(sub, start, stop)`
pub fn index(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
    let found = find_from(cx, args, flavor, "index", From::Start)?;
    place_or_error(cx, found, flavor)
}

/// `rindex(sub, start, stop)`
pub fn rindex(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
    let found = find_from(cx, args, flavor, "rindex", From::End)?;
    place_or_error(cx, found, flavor)
}

/// `count(sub, start, stop)`
pub fn count(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
    let count = search(cx, args, flavor, "count", find::count)?;
    Ok(int::from_u32(cx, count)?)
}

/// `startswith(prefix, start, stop)`
pub fn startswith(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
    has_end(cx, args, flavor, "startswith", From::Start)
}

/// `endswith(suffix, start, stop)`
pub fn endswith(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
    has_end(cx, args, flavor, "endswith", From::End)
}

fn has_end(cx: &mut Cx, args: &[Value], flavor: Flavor, name: &str, at: From) -> NativeResult {
    let like = this(cx, args, flavor, name)?;
    let start = bound(cx, arg(args, 2), 0)?;
    let stop = bound(cx, arg(args, 3), i64::MAX)?;
    let (Some(start), Some(stop)) = (start, stop) else {
        return Err(retry(cx, class_of(flavor), name, args));
    };
    let wanted = arg(args, 1);
    if let Some(part) = strlike::argument(cx, wanted, flavor) {
        return Ok(Value::bool(find::has_at(cx, &like, part, start, stop, at)));
    }
    let Some(all) = cx.payload(wanted, kind::TUPLE) else {
        memoryview::refused(cx, wanted)?;
        let class = C(class_of(flavor));
        let parts = [
            S(name),
            S(" first arg must be "),
            class,
            S(" or a tuple of "),
            class,
            S(", not "),
            T(wanted),
        ];
        return Err(raise::type_error(cx, &parts));
    };
    for at_item in 0..tuple::len(cx, all) {
        let one = tuple::item(cx, all, at_item);
        let Some(part) = strlike::argument(cx, one, flavor) else {
            return Err(wrong_end(cx, flavor, name, one));
        };
        if find::has_at(cx, &like, part, start, stop, at) {
            return Ok(Value::TRUE);
        }
    }
    Ok(Value::FALSE)
}

#[cold]
fn wrong_end(cx: &mut Cx, flavor: Flavor, name: &str, item: Value) -> Exit {
    match flavor {
        Flavor::Str => {
            let parts = [S("tuple for "), S(name), S(" must only contain str, not "), T(item)];
            raise::type_error(cx, &parts)
        }
        _ => bytes_required(cx, item),
    }
}

/// `a bytes-like object is required, not 'x'`
#[cold]
pub fn bytes_required(cx: &mut Cx, value: Value) -> Exit {
    if let Err(exit) = memoryview::refused(cx, value) {
        return exit;
    }
    raise::type_error(cx, &[S("a bytes-like object is required, not '"), T(value), S("'")])
}

/// An argument that must be text of this flavor.
pub fn text_argument(cx: &mut Cx, value: Value, flavor: Flavor, what: &str) -> Outcome<Part> {
    match strlike::argument(cx, value, flavor) {
        Some(part) => Ok(part),
        None if flavor == Flavor::Str => {
            Err(raise::type_error(cx, &[S(what), S(" must be str, not "), T(value)]))
        }
        None => Err(bytes_required(cx, value)),
    }
}

/// `item in text`
pub fn contains(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
    let like = this(cx, args, flavor, "__contains__")?;
    let wanted = arg(args, 1);
    if let Some(part) = strlike::argument(cx, wanted, flavor) {
        return Ok(Value::bool(find::contains(cx, like.part, part)));
    }
    if flavor == Flavor::Str {
        let parts = [S("'in <string>' requires string as left operand, not "), T(wanted)];
        return Err(raise::type_error(cx, &parts));
    }
    match int::saturated(cx, wanted) {
        Some(byte @ 0..=255) => Ok(Value::bool(like.bytes(cx).contains(&(byte as u8)))),
        Some(_) => Err(raise::value_error(cx, &[S("byte must be in range(0, 256)")])),
        None if has_method(cx, wanted, threadsnake_objects::names::INDEX) => {
            Err(retry(cx, class_of(flavor), "__contains__", args))
        }
        None => Err(bytes_required(cx, wanted)),
    }
}

/// `text[key]`
pub fn getitem(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
    let like = this(cx, args, flavor, "__getitem__")?;
    match item::get(cx, &like, arg(args, 1))? {
        Some(found) => Ok(found),
        None => Err(retry(cx, class_of(flavor), "__getitem__", args)),
    }
}

/// `len(text)`
pub fn len(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
    let like = this(cx, args, flavor, "__len__")?;
    let chars = like.chars(cx);
    Ok(int::from_u32(cx, chars)?)
}

/// `iter(text)`
pub fn dunder_iter(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
    let like = this(cx, args, flavor, "__iter__")?;
    match iter::of(cx, like.object.value())? {
        Some(iterator) => Ok(iterator),
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

/// `replace(old, new, count)`
pub fn replace(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
    let like = this(cx, args, flavor, "replace")?;
    let old = text_argument(cx, arg(args, 1), flavor, "replace() argument 1")?;
    let new = text_argument(cx, arg(args, 2), flavor, "replace() argument 2")?;
    match index_or(cx, arg(args, 3), -1)? {
        Some(most) => replacing::replace(cx, &like, old, new, most_of(most)),
        None => Err(retry(cx, class_of(flavor), "replace", args)),
    }
}

/// A number of cuts or replacements: any number when it is below 0.
fn most_of(most: i64) -> u32 {
    if most < 0 { u32::MAX } else { u32::try_from(most).unwrap_or(u32::MAX) }
}

/// `split(sep, maxsplit)`
pub fn split(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
    split_from(cx, args, flavor, "split", From::Start)
}

/// `rsplit(sep, maxsplit)`
pub fn rsplit(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
    split_from(cx, args, flavor, "rsplit", From::End)
}

fn split_from(cx: &mut Cx, args: &[Value], flavor: Flavor, name: &str, from: From) -> NativeResult {
    let like = this(cx, args, flavor, name)?;
    let separator = arg_or_none(args, 1);
    let Some(most) = index_or(cx, arg(args, 2), -1)? else {
        let plain = [arg(args, 0), separator, arg(args, 2)];
        return Err(retry(cx, class_of(flavor), name, &plain));
    };
    let most = most_of(most);
    if separator == Value::NONE {
        return if from == From::Start {
            split::by_space(cx, &like, most)
        } else {
            split::by_space_back(cx, &like, most)
        };
    }
    let Some(part) = strlike::argument(cx, separator, flavor) else {
        return Err(match flavor {
            Flavor::Str => raise::type_error(cx, &[S("must be str or None, not "), T(separator)]),
            _ => bytes_required(cx, separator),
        });
    };
    split::check_separator(cx, part)?;
    if from == From::Start {
        split::by_separator(cx, &like, part, most)
    } else {
        split::by_separator_back(cx, &like, part, most)
    }
}

/// `splitlines(keepends)`
pub fn splitlines(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
    let like = this(cx, args, flavor, "splitlines")?;
    let Some(keeps) = index_or(cx, arg(args, 1), 0)? else {
        return Err(retry(cx, class_of(flavor), "splitlines", args));
    };
    let ends = if keeps != 0 { LineEnds::Keep } else { LineEnds::Drop };
    split::lines(cx, &like, ends)
}

fn partition_from(
    cx: &mut Cx,
    args: &[Value],
    flavor: Flavor,
    name: &str,
    from: From,
) -> NativeResult {
    let like = this(cx, args, flavor, name)?;
    let separator = arg(args, 1);
    let Some(part) = strlike::argument(cx, separator, flavor) else {
        return Err(match flavor {
            Flavor::Str => raise::type_error(cx, &[S("must be str, not "), T(separator)]),
            _ => bytes_required(cx, separator),
        });
    };
    split::check_separator(cx, part)?;
    split::partition(cx, &like, part, separator, from)
}

/// `partition(sep)`
pub fn partition(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
    partition_from(cx, args, flavor, "partition", From::Start)
}

/// `rpartition(sep)`
pub fn rpartition(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
    partition_from(cx, args, flavor, "rpartition", From::End)
}

fn strip_ends(cx: &mut Cx, args: &[Value], flavor: Flavor, name: &str, ends: Ends) -> NativeResult {
    let like = this(cx, args, flavor, name)?;
    let chars = arg_or_none(args, 1);
    if chars == Value::NONE {
        return trim::strip(cx, &like, None, ends);
    }
    match strlike::argument(cx, chars, flavor) {
        Some(part) => trim::strip(cx, &like, Some(part), ends),
        None if flavor == Flavor::Str => {
            Err(raise::type_error(cx, &[S(name), S(" arg must be None or str")]))
        }
        None => Err(bytes_required(cx, chars)),
    }
}

/// `strip(chars)`
pub fn strip(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
    strip_ends(cx, args, flavor, "strip", Ends { left: true, right: true })
}

/// `lstrip(chars)`
pub fn lstrip(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
    strip_ends(cx, args, flavor, "lstrip", Ends { left: true, right: false })
}

/// `rstrip(chars)`
pub fn rstrip(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
    strip_ends(cx, args, flavor, "rstrip", Ends { left: false, right: true })
}

/// `removeprefix(prefix)`
pub fn removeprefix(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
    let like = this(cx, args, flavor, "removeprefix")?;
    let prefix = text_argument(cx, arg(args, 1), flavor, "removeprefix() argument")?;
    trim::remove_prefix(cx, &like, prefix)
}

/// `removesuffix(suffix)`
pub fn removesuffix(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
    let like = this(cx, args, flavor, "removesuffix")?;
    let suffix = text_argument(cx, arg(args, 1), flavor, "removesuffix() argument")?;
    trim::remove_suffix(cx, &like, suffix)
}

/// `join(iterable)`
pub fn join(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
    let like = this(cx, args, flavor, "join")?;
    match row_of(cx, arg(args, 1)) {
        Some((from, count)) => joining::join(cx, &like, from, count),
        None => {
            let class = class_of(flavor).value();
            Err(cx.tail_prelude(Prelude::StrJoin, &[class, like.object.value(), arg(args, 1)]))
        }
    }
}

/// `text + other`. Other types get their say before the machine raises.
pub fn add(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
    let like = this(cx, args, flavor, "__add__")?;
    let other = unwrapped(cx, arg(args, 1));
    or_not_implemented(arith::concat(cx, like.object.value(), other))
}

/// `text * count`
pub fn mul(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
    let like = this(cx, args, flavor, "__mul__")?;
    match int::read_any(cx, arg(args, 1)) {
        Some(count) => or_not_implemented(arith::repeat(cx, like.object.value(), count)),
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

/// `repr(text)`
pub fn repr(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
    let like = this(cx, args, flavor, "__repr__")?;
    if flavor == Flavor::Bytearray && arg(args, 0) != like.object.value() {
        let class = cx.type_of(arg(args, 0));
        return string::build(cx, 32, |cx, text| {
            Ok(representation::push_array(cx, text, class, like.object)?)
        });
    }
    Ok(representation::leaf(cx, like.object.value())?.unwrap_or(Value::NONE))
}

/// `__sizeof__()`
pub fn sizeof(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
    let like = this(cx, args, flavor, "__sizeof__")?;
    size_of(cx, like.object.value())
}
