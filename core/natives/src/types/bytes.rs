//! Methods of `bytes`, and what `bytearray` shares with it beyond like.rs.
//!
//! Not here: what str has as well (like.rs), the operations (objects/bytes.rs, objects/strlike/).

use super::like::{bytes_required, class_of, text_argument, this};
use super::str::codec_arguments;
use crate::scalar::*;
use crate::shared_methods;
use threadsnake_heap::split::Part;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::compare::Op;
use threadsnake_objects::cx::{Cx, Exit, NativeResult, Outcome};
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::str::codec::{decode, encode};
use threadsnake_objects::strlike::{Flavor, replace as replacing};
use threadsnake_objects::{bytearray, bytes, int, names, natives, percent, str as string, types};

natives! {
    /// `bytes` methods.
    pub static METHODS;
    "__add__"       add           2..=2;
    "__bytes__"     dunder_bytes  1..=1;
    "__contains__"  contains      2..=2;
    "__eq__"        eq            2..=2;
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
    "__new__"       new           1..=4 Static "cls source encoding errors";
    "__repr__"      repr          1..=1;
    "__rmod__"      rmod          2..=2;
    "__rmul__"      mul           2..=2;
    "__sizeof__"    sizeof        1..=1;
    "__str__"       repr          1..=1;
    "capitalize"    capitalize    1..=1;
    "center"        center        2..=3;
    "count"         count         2..=4;
    "decode"        decode        1..=3 Function "self / encoding errors";
    "endswith"      endswith      2..=4;
    "expandtabs"    expandtabs    1..=2 Function "self / tabsize";
    "find"          find          2..=4;
    "fromhex"       fromhex       2..=2 Class;
    "hex"           hex           1..=3 Function "self / sep bytes_per_sep";
    "index"         index         2..=4;
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
    "translate"     translate     2..=3 Function "self table / delete";
    "upper"         upper         1..=1;
    "zfill"         zfill         2..=2;
}

shared_methods! { Flavor::Bytes;
    add capitalize center contains count dunder_iter endswith expandtabs find getitem index isalnum isalpha
    isascii isdigit islower isspace istitle isupper join len ljust lower lstrip mul partition removeprefix
    removesuffix replace repr rfind rindex rjust rpartition rsplit rstrip sizeof split splitlines startswith
    strip swapcase title upper zfill
}

macro_rules! here {
    ($($name:ident)*) => {
        $(
            fn $name(cx: &mut Cx, args: &[Value]) -> NativeResult {
                either::$name(cx, args, Flavor::Bytes)
            }
        )*
    };
}

here! { decode dunder_mod eq fromhex ge gt hex le lt ne rmod translate }

/// What bytes and bytearray have alike and str has not.
pub mod either {
    use super::*;

    macro_rules! comparisons {
        ($($name:ident $op:ident $dunder:literal;)*) => {
            $(
                /// A comparison.
                pub fn $name(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
                    this(cx, args, flavor, $dunder)?;
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

    /// `data.decode(encoding, errors)`
    pub fn decode(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
        let like = this(cx, args, flavor, "decode")?;
        let (encoding, handler) = codec_arguments(cx, arg(args, 1), arg(args, 2), "decode")?;
        decode::decode(cx, like.part, encoding, handler)
    }

    /// `data % args`
    pub fn dunder_mod(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
        this(cx, args, flavor, "__mod__")?;
        percent::format_bytes(cx, arg(args, 0), arg(args, 1))
    }

    /// `other % data`
    pub fn rmod(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
        this(cx, args, flavor, "__rmod__")?;
        match bytes::like(cx, arg(args, 1)) {
            Some(_) => percent::format_bytes(cx, arg(args, 1), arg(args, 0)),
            None => Ok(Value::NOT_IMPLEMENTED),
        }
    }

    /// `data.translate(table, delete=b'')`
    pub fn translate(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
        const TABLE_BYTES: u32 = 256;
        let like = this(cx, args, flavor, "translate")?;
        let table = match arg_or_none(args, 1) {
            Value::NONE => None,
            value => Some(text_argument(cx, value, flavor, "")?),
        };
        if table.is_some_and(|(_, len)| len != TABLE_BYTES) {
            let message = "translation table must be 256 characters long";
            return Err(raise::value_error(cx, &[S(message)]));
        }
        let delete = match arg(args, 2) {
            Value::UNBOUND => (0, 0),
            value => text_argument(cx, value, flavor, "")?,
        };
        replacing::translate(cx, &like, table, delete)
    }

    /// `bytes.fromhex(text)`
    pub fn fromhex(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
        let class = crate::support::class_receiver(cx, arg(args, 0), class_of(flavor), "fromhex")?;
        let Some(object) = cx.payload(arg(args, 1), kind::STR) else {
            let parts = [S("fromhex() argument must be str, not "), T(arg(args, 1))];
            return Err(raise::type_error(cx, &parts));
        };
        let part = string::part(cx, object);
        let made = bytes::build(cx, part.1 / 2, |cx, out| {
            let mut at = 0;
            while let Some(first) = next_digit(cx, part, &mut at)? {
                let Some(second) = digit(cx, part, at) else { return Err(not_hex(cx, at)) };
                out.push(cx, &[(first << 4 | second) as u8])?;
                at += 1;
            }
            Ok(())
        })?;
        let made = of_flavor(cx, made, flavor)?;
        of_class(cx, class, class_of(flavor), made)
    }

    fn digit(cx: &Cx, part: Part, at: u32) -> Option<u32> {
        let byte = cx.heap.space.bytes(part.0, part.1).get(at as usize)?;
        char::from(*byte).to_digit(16)
    }

    /// The digit behind white space; none at the end.
    fn next_digit(cx: &mut Cx, part: Part, at: &mut u32) -> Outcome<Option<u32>> {
        let text = cx.heap.space.bytes(part.0, part.1);
        let space = |byte: &&u8| matches!(**byte, b' ' | 0x09..=0x0d);
        let rest = text.get(*at as usize..).unwrap_or(&[]);
        *at += rest.iter().take_while(space).count() as u32;
        if *at >= part.1 {
            return Ok(None);
        }
        match digit(cx, part, *at) {
            Some(value) => {
                *at += 1;
                Ok(Some(value))
            }
            None => Err(not_hex(cx, *at)),
        }
    }

    #[cold]
    fn not_hex(cx: &mut Cx, at: u32) -> Exit {
        let parts =
            [S("non-hexadecimal number found in fromhex() arg at position "), I(i64::from(at))];
        raise::value_error(cx, &parts)
    }

    /// Bytes (owned) as an object of the flavor.
    pub fn of_flavor(cx: &mut Cx, made: Value, flavor: Flavor) -> NativeResult {
        if flavor == Flavor::Bytes {
            return Ok(made);
        }
        let part = bytes::part(cx, made.as_ref());
        let copied = bytearray::copy(cx, part);
        cx.heap.dec(made);
        Ok(copied?)
    }

    /// `data.hex(sep, bytes_per_sep=1)`
    pub fn hex(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
        let like = this(cx, args, flavor, "hex")?;
        let Some(group) = index_or(cx, arg(args, 2), 1)? else {
            return Err(retry(cx, class_of(flavor), "hex", args));
        };
        let separator = separator(cx, arg(args, 1))?;
        put_hex(cx, like.part, separator, group)
    }

    /// The separator of `hex`: one ASCII character.
    pub fn separator(cx: &mut Cx, value: Value) -> Outcome<Option<u8>> {
        if value.is_unbound() {
            return Ok(None);
        }
        let part = match cx.payload(value, kind::STR) {
            Some(object) => Some(string::part(cx, object)),
            None => cx.payload(value, kind::BYTES).map(|object| bytes::part(cx, object)),
        };
        match part {
            Some((start, 1)) => Ok(Some(cx.heap.space.byte(start))),
            Some(_) => Err(raise::value_error(cx, &[S("sep must be length 1.")])),
            None => Err(raise::type_error(cx, &[S("sep must be str or bytes.")])),
        }
    }

    /// Bytes as hexadecimal digits, with a separator between groups.
    pub fn put_hex(cx: &mut Cx, part: Part, separator: Option<u8>, group: i64) -> NativeResult {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let size = u32::try_from(group.unsigned_abs()).unwrap_or(u32::MAX);
        let (start, len) = part;
        string::build(cx, len.saturating_mul(2), |cx, text| {
            for at in 0..len {
                // Groups count from the end unless the number of bytes is below 0.
                let place = if group < 0 { at } else { len - at };
                let due = at > 0 && place.checked_rem(size) == Some(0);
                if let (Some(separator), true) = (separator, due) {
                    text.push(cx, &[separator])?;
                }
                let byte = cx.heap.space.byte(start + at);
                let digit = |value: u8| DIGITS.get(usize::from(value)).copied().unwrap_or(b'0');
                text.push(cx, &[digit(byte >> 4), digit(byte & 0xf)])?;
            }
            Ok(())
        })
    }
}

/// The bytes that `bytes(...)` and `bytearray(...)` make of their arguments (owned, as bytes); none when script
/// code is needed: another iterable, an object with `__bytes__` or `__index__`.
pub fn from_arguments(
    cx: &mut Cx,
    source: Value,
    encoding: Value,
    errors: Value,
    name: &str,
) -> Outcome<Option<Value>> {
    let has_codec = !encoding.is_unbound() || !errors.is_unbound();
    if source.is_unbound() {
        if has_codec {
            let what = if encoding.is_unbound() { "errors" } else { "encoding" };
            return Err(raise::type_error(cx, &[S(what), S(" without a string argument")]));
        }
        return Ok(Some(bytes::new(cx, &[])?));
    }
    if let Some(text) = cx.payload(source, kind::STR) {
        if encoding.is_unbound() {
            return Err(raise::type_error(cx, &[S("string argument without an encoding")]));
        }
        let (encoding, handler) = codec_arguments(cx, encoding, errors, name)?;
        return encode::encode(cx, text, encoding, handler).map(Some);
    }
    if has_codec {
        let what = if encoding.is_unbound() { "errors" } else { "encoding" };
        return Err(raise::type_error(cx, &[S(what), S(" without a string argument")]));
    }
    from_object(cx, source, name)
}

fn from_object(cx: &mut Cx, source: Value, name: &str) -> Outcome<Option<Value>> {
    if let Some(object) = cx.as_kind(source, kind::MEMORYVIEW) {
        return super::memoryview::shown(cx, object)?.gather(cx).map(Some).map_err(Exit::from);
    }
    if let Some(object) = cx.as_kind(source, kind::BYTES) {
        return Ok(Some(cx.heap.share(object.value())));
    }
    if let Some(part) = bytes::like(cx, source) {
        if cx.payload(source, kind::BYTES).is_some() && has_own_bytes(cx, source) {
            return Ok(None);
        }
        return Ok(Some(bytes::copy(cx, part)?));
    }
    if let Some(count) = int::read(cx, source) {
        return zeros(cx, count).map(Some);
    }
    match row_of(cx, source) {
        Some((from, count)) => from_row(cx, from, count, name),
        None => Ok(None),
    }
}

/// Has the class of an instance a `__bytes__` that is not that of bytes?
fn has_own_bytes(cx: &Cx, value: Value) -> bool {
    let class = cx.type_of(value);
    let own = threadsnake_objects::class::lookup(cx, class, names::BYTES);
    own != threadsnake_objects::class::lookup(cx, types::BYTES, names::BYTES)
}

/// So many zeros.
fn zeros(cx: &mut Cx, count: int::Int) -> NativeResult {
    match count {
        int::Int::Word(count) if count < 0 => Err(raise::value_error(cx, &[S("negative count")])),
        int::Int::Word(0) => Ok(bytes::new(cx, &[])?),
        int::Int::Word(count) => {
            let Ok(len) = u32::try_from(count) else { return Err(raise::memory_error(cx)) };
            let object = bytes::room(cx, len)?;
            let (start, len) = bytes::part(cx, object);
            cx.heap.space.bytes_mut(start, len).fill(0);
            Ok(object.value())
        }
        int::Int::Big(_) => {
            let message = "cannot fit 'int' into an index-sized integer";
            Err(raise::overflow_error(cx, &[S(message)]))
        }
    }
}

/// Bytes of the ints of a list or tuple; none when one of them is no int.
fn from_row(cx: &mut Cx, from: u32, count: u32, name: &str) -> Outcome<Option<Value>> {
    let mut plain = true;
    let made = bytes::build(cx, count, |cx, out| {
        for index in 0..count {
            let item = Value(cx.heap.space.load(from + index * 4));
            match int::saturated(cx, item) {
                Some(byte @ 0..=255) => out.push(cx, &[byte as u8])?,
                Some(_) => {
                    let what = if name == "bytes" { "bytes" } else { "byte" };
                    return Err(raise::value_error(cx, &[S(what), S(" must be in range(0, 256)")]));
                }
                None => {
                    plain = false;
                    return Ok(());
                }
            }
        }
        Ok(())
    })?;
    if plain {
        return Ok(Some(made));
    }
    cx.heap.dec(made);
    Ok(None)
}

/// `bytes(source, encoding, errors)`
fn new(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = new_class(cx, args, types::BYTES)?;
    match from_arguments(cx, arg(args, 1), arg(args, 2), arg(args, 3), "bytes")? {
        Some(made) => of_class(cx, class, types::BYTES, made),
        None => Err(cx.tail_prelude(Prelude::BytesNew, &[class.value(), arg(args, 1)])),
    }
}

/// `bytes.maketrans(from, to)`
pub fn maketrans(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let (from, to) = match (bytes::like(cx, arg(args, 0)), bytes::like(cx, arg(args, 1))) {
        (Some(from), Some(to)) => (from, to),
        (None, _) => return Err(bytes_required(cx, arg(args, 0))),
        (_, None) => return Err(bytes_required(cx, arg(args, 1))),
    };
    if from.1 != to.1 {
        return Err(raise::value_error(cx, &[S("maketrans arguments must have same length")]));
    }
    Ok(replacing::make_table(cx, from, to)?)
}

/// The receiver as a bytes object.
fn object_of(cx: &mut Cx, args: &[Value], name: &str) -> Outcome<Ref> {
    this(cx, args, Flavor::Bytes, name).map(|like| like.object)
}

fn dunder_bytes(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = object_of(cx, args, "__bytes__")?;
    Ok(cx.heap.share(object.value()))
}

fn getnewargs(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = object_of(cx, args, "__getnewargs__")?;
    one_tuple(cx, object.value())
}

fn dunder_hash(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = object_of(cx, args, "__hash__")?;
    let hash = bytes::hash(cx, object);
    Ok(int::from_u32(cx, hash)?)
}
