//! Methods of `str`.
//!
//! Not here: what bytes have as well (like.rs), the operations (objects/str.rs, objects/strlike/),
//! `str.format` (format.rs).

use super::like::this;
use crate::scalar::*;
use crate::shared_methods;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::compare::Op;
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::dict::{self, Lookup};
use threadsnake_objects::natives;
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::str::case::{self, Case, push_code};
use threadsnake_objects::str::codec::{self, decode, encode as encoding};
use threadsnake_objects::strlike::Flavor;
use threadsnake_objects::{format, int, names, percent, repr, str as string, types};

natives! {
    /// `str` methods.
    pub static METHODS;
    "__add__"       add           2..=2;
    "__contains__"  contains      2..=2;
    "__eq__"        eq            2..=2;
    "__format__"    dunder_format 2..=2;
    "__ge__"        ge            2..=2;
    "__getitem__"   getitem       2..=2;
    "__getnewargs__" getnewargs   1..=1;
    "__gt__"        gt            2..=2;
    "__hash__"      dunder_hash   1..=1;
    "__iter__"      dunder_iter   1..=1;
    "__le__"        le            2..=2;
    "__len__"       len           1..=1;
    "__lt__"        lt            2..=2;
    "__mod__"       dunder_mod    2..=2;
    "__mul__"       mul           2..=2;
    "__ne__"        ne            2..=2;
    "__new__"       new           1..=4 Static "cls object encoding errors";
    "__repr__"      repr          1..=1;
    "__rmod__"      rmod          2..=2;
    "__rmul__"      mul           2..=2;
    "__sizeof__"    sizeof        1..=1;
    "__str__"       dunder_str    1..=1;
    "capitalize"    capitalize    1..=1;
    "casefold"      casefold      1..=1;
    "center"        center        2..=3;
    "count"         count         2..=4;
    "encode"        encode        1..=3 Function "self / encoding errors";
    "endswith"      endswith      2..=4;
    "expandtabs"    expandtabs    1..=2 Function "self / tabsize";
    "find"          find          2..=4;
    "format"        str_format    1..=255 Function "self / *args **kwargs";
    "format_map"    format_map    2..=2;
    "index"         index         2..=4;
    "isalnum"       isalnum       1..=1;
    "isalpha"       isalpha       1..=1;
    "isascii"       isascii       1..=1;
    "isdecimal"     isdecimal     1..=1;
    "isdigit"       isdigit       1..=1;
    "isidentifier"  isidentifier  1..=1;
    "islower"       islower       1..=1;
    "isnumeric"     isnumeric     1..=1;
    "isprintable"   isprintable   1..=1;
    "isspace"       isspace       1..=1;
    "istitle"       istitle       1..=1;
    "isupper"       isupper       1..=1;
    "join"          join          2..=2;
    "ljust"         ljust         2..=3;
    "lower"         lower         1..=1;
    "lstrip"        lstrip        1..=2;
    "maketrans"     maketrans     1..=3 Static;
    "partition"     partition     2..=2;
    "removeprefix"  removeprefix  2..=2;
    "removesuffix"  removesuffix  2..=2;
    "replace"       replace       3..=4;
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
    "translate"     translate     2..=2;
    "upper"         upper         1..=1;
    "zfill"         zfill         2..=2;
}

shared_methods! { Flavor::Str;
    add capitalize center contains count dunder_iter endswith expandtabs find getitem index isalnum isalpha
    isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper join len ljust
    lower lstrip mul partition removeprefix removesuffix replace repr rfind rindex rjust rpartition rsplit
    rstrip sizeof split splitlines startswith strip swapcase title upper zfill
}

/// The receiver as a str object.
fn text_of(cx: &mut Cx, args: &[Value], name: &str) -> Outcome<Ref> {
    match cx.payload(arg(args, 0), kind::STR) {
        Some(object) => Ok(object),
        None => Err(wrong_receiver(cx, arg(args, 0), types::STR, name)),
    }
}

macro_rules! comparisons {
    ($($name:ident $op:ident $dunder:literal;)*) => {
        $(
            fn $name(cx: &mut Cx, args: &[Value]) -> NativeResult {
                text_of(cx, args, $dunder)?;
                compare(cx, Op::$op, args)
            }
        )*
    };
}

comparisons! {
    eq Eq "__eq__";
    ge Ge "__ge__";
    gt Gt "__gt__";
    le Le "__le__";
    lt Lt "__lt__";
    ne Ne "__ne__";
}

/// `str(object='', encoding, errors)`
fn new(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = new_class(cx, args, types::STR)?;
    let object = arg(args, 1);
    if !arg(args, 2).is_unbound() || !arg(args, 3).is_unbound() {
        let text = decoded(cx, args)?;
        return of_class(cx, class, types::STR, text);
    }
    if object.is_unbound() {
        return of_class(cx, class, types::STR, names::EMPTY);
    }
    if class == types::STR {
        return repr::str(cx, object);
    }
    let plain = if cx.as_kind(object, kind::STR).is_some() {
        Some(cx.heap.share(object))
    } else {
        repr::leaf(cx, object)?
    };
    match plain {
        Some(text) => of_class(cx, class, types::STR, text),
        None => Err(cx.tail_prelude(Prelude::StrNew, &[class.value(), object])),
    }
}

/// `str(bytes, encoding, errors)`
fn decoded(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = arg(args, 1);
    let codec = codec_arguments(cx, arg(args, 2), arg(args, 3), "str")?;
    if object.is_unbound() {
        return Ok(names::EMPTY);
    }
    if cx.payload(object, kind::STR).is_some() {
        return Err(raise::type_error(cx, &[S("decoding str is not supported")]));
    }
    match decode::of_value(cx, object, codec.0, codec.1)? {
        Some(text) => Ok(text),
        None => {
            let parts = [S("decoding to str: need a bytes-like object, "), T(object), S(" found")];
            Err(raise::type_error(cx, &parts))
        }
    }
}

/// The encoding and the error handler that scripts pass by name.
pub fn codec_arguments(
    cx: &mut Cx,
    encoding: Value,
    errors: Value,
    function: &str,
) -> Outcome<(codec::Encoding, codec::Handler)> {
    for (value, name) in [(encoding, "encoding"), (errors, "errors")] {
        if !value.is_unbound() && cx.payload(value, kind::STR).is_none() {
            let parts =
                [S(function), S("() argument '"), S(name), S("' must be str, not "), T(value)];
            return Err(raise::type_error(cx, &parts));
        }
    }
    Ok((codec::encoding(cx, encoding)?, codec::handler(cx, errors)))
}

/// `text.encode(encoding, errors)`
fn encode(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = text_of(cx, args, "encode")?;
    let (encoding, handler) = codec_arguments(cx, arg(args, 1), arg(args, 2), "encode")?;
    encoding::encode(cx, object, encoding, handler)
}

fn casefold(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = text_of(cx, args, "casefold")?;
    case::map(cx, object, Case::Fold)
}

fn dunder_hash(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = text_of(cx, args, "__hash__")?;
    let hash = string::hash(cx, object);
    Ok(int::from_u32(cx, hash)?)
}

fn dunder_str(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = text_of(cx, args, "__str__")?;
    Ok(cx.heap.share(object.value()))
}

fn getnewargs(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = text_of(cx, args, "__getnewargs__")?;
    one_tuple(cx, object.value())
}

fn dunder_format(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = text_of(cx, args, "__format__")?;
    let spec = format_spec(cx, arg(args, 1))?;
    if string::byte_len(cx, spec) == 0 {
        // Of a subclass with a `__str__` of its own that is what is shown.
        return repr::str(cx, arg(args, 0));
    }
    format::text(cx, object, spec.value())
}

/// The specification that a `__format__` was given.
pub fn format_spec(cx: &mut Cx, value: Value) -> Outcome<Ref> {
    match cx.payload(value, kind::STR) {
        Some(spec) => Ok(spec),
        None => {
            let parts = [S("__format__() argument must be str, not "), T(value)];
            Err(raise::type_error(cx, &parts))
        }
    }
}

/// `text % args`
fn dunder_mod(cx: &mut Cx, args: &[Value]) -> NativeResult {
    text_of(cx, args, "__mod__")?;
    percent::format_str(cx, arg(args, 0), arg(args, 1))
}

/// `other % text`
fn rmod(cx: &mut Cx, args: &[Value]) -> NativeResult {
    text_of(cx, args, "__rmod__")?;
    match cx.payload(arg(args, 1), kind::STR) {
        Some(_) => percent::format_str(cx, arg(args, 1), arg(args, 0)),
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

/// `text.format(*args, **kwargs)`
fn str_format(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = text_of(cx, args, "format")?;
    super::format::format(cx, object, arg(args, 1), arg(args, 2))
}

/// `text.format_map(mapping)`
fn format_map(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = text_of(cx, args, "format_map")?;
    let mapping = arg(args, 1);
    Err(cx.tail_prelude(Prelude::StrFormat, &[object.value(), Value::NONE, mapping]))
}

/// `str.maketrans(x, y, z)`
fn maketrans(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let plain = [arg(args, 0), arg(args, 1), arg(args, 2)];
    let given = plain.map(|value| if value.is_unbound() { Value::NONE } else { value });
    Err(cx.tail_prelude(Prelude::StrMaketrans, &given))
}

/// `text.translate(table)`: here for a dict of characters and strs, in the prelude otherwise.
fn translate(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let like = this(cx, args, Flavor::Str, "translate")?;
    let table = arg(args, 1);
    let Some(map) = cx.as_kind(table, kind::DICT) else {
        return Err(cx.tail_prelude(Prelude::StrTranslate, &[like.object.value(), table]));
    };
    let mut needs_call = false;
    let result = string::build(cx, like.part.1, |cx, text| {
        let mut at = 0;
        while let Some((code, len)) = like.char_at(cx, at) {
            at += len;
            let key = Value::small(code as i32);
            let found = match dict::lookup(cx, map, key)? {
                Lookup::At(entry) => dict::value_at(cx, map, entry),
                Lookup::Missing => key,
                Lookup::NeedsCall => {
                    needs_call = true;
                    return Ok(());
                }
            };
            push_translated(cx, text, found)?;
        }
        Ok(())
    })?;
    if needs_call {
        cx.heap.dec(result);
        return Err(cx.tail_prelude(Prelude::StrTranslate, &[like.object.value(), table]));
    }
    Ok(result)
}

/// Appends what a table has for a character.
fn push_translated(
    cx: &mut Cx,
    text: &mut threadsnake_objects::text::Text,
    found: Value,
) -> Outcome<()> {
    if found == Value::NONE {
        return Ok(());
    }
    if cx.payload(found, kind::STR).is_some() {
        return Ok(text.push_str(cx, found)?);
    }
    match int::saturated(cx, found) {
        Some(code @ 0..=0x10_ffff) => push_code(cx, text, code as u32),
        Some(_) => {
            let message = "character mapping must be in range(0x110000)";
            Err(raise::value_error(cx, &[S(message)]))
        }
        None => {
            let message = "character mapping must return integer, None or str";
            Err(raise::type_error(cx, &[S(message)]))
        }
    }
}
