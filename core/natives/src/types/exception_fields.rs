//! What single exception types have beside `BaseException`: fields computed from the arguments, texts.
//!
//! A field that was set explicitly is an attribute of the instance and goes before the computed value.
//!
//! Not here: what all exceptions have (exception.rs).

use super::exception::{arg_at, args_tuple, plain_str, receiver};
use crate::support;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::class::{self, flag};
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::exception::{self, slot};
use threadsnake_objects::natives;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::text::Text;
use threadsnake_objects::{bytes, dict, instance, intern, names, repr, str, tuple, types};

natives! {
    /// `StopIteration` fields.
    pub static STOP_ITERATION;
    "value"     stop_value      1..=2 Getter;
}

natives! {
    /// `SystemExit` fields.
    pub static SYSTEM_EXIT;
    "code"      exit_code       1..=2 Getter;
}

natives! {
    /// `KeyError` methods.
    pub static KEY_ERROR;
    "__str__"   key_str         1..=1;
}

natives! {
    /// `OSError` fields and methods.
    pub static OS_ERROR;
    "__str__"   os_str          1..=1;
    "errno"     os_errno        1..=2 Getter;
    "filename"  os_filename     1..=2 Getter;
    "filename2" os_filename2    1..=2 Getter;
    "strerror"  os_strerror     1..=2 Getter;
}

natives! {
    /// `ImportError` fields.
    pub static IMPORT_ERROR;
    "msg"       import_msg      1..=2 Getter;
    "name"      named_name      1..=2 Getter;
    "path"      import_path     1..=2 Getter;
}

natives! {
    /// `AttributeError` fields.
    pub static ATTRIBUTE_ERROR;
    "name"      named_name      1..=2 Getter;
    "obj"       named_object    1..=2 Getter;
}

natives! {
    /// `NameError` fields.
    pub static NAME_ERROR;
    "name"      named_name      1..=2 Getter;
}

natives! {
    /// `SyntaxError` fields and methods.
    pub static SYNTAX_ERROR;
    "__str__"   syntax_str      1..=1;
    "end_lineno" syntax_end_lineno 1..=2 Getter;
    "end_offset" syntax_end_offset 1..=2 Getter;
    "filename"  syntax_filename 1..=2 Getter;
    "lineno"    syntax_lineno   1..=2 Getter;
    "msg"       syntax_msg      1..=2 Getter;
    "offset"    syntax_offset   1..=2 Getter;
    "text"      syntax_text     1..=2 Getter;
}

natives! {
    /// `UnicodeDecodeError` fields and methods.
    pub static UNICODE_DECODE;
    "__str__"   decode_str      1..=1;
    "encoding"  unicode_encoding 1..=1 Getter;
    "end"       unicode_end     1..=1 Getter;
    "object"    unicode_object  1..=1 Getter;
    "reason"    unicode_reason  1..=1 Getter;
    "start"     unicode_start   1..=1 Getter;
}

natives! {
    /// `UnicodeEncodeError` fields and methods.
    pub static UNICODE_ENCODE;
    "__str__"   encode_str      1..=1;
    "encoding"  unicode_encoding 1..=1 Getter;
    "end"       unicode_end     1..=1 Getter;
    "object"    unicode_object  1..=1 Getter;
    "reason"    unicode_reason  1..=1 Getter;
    "start"     unicode_start   1..=1 Getter;
}

natives! {
    /// `UnicodeTranslateError` fields and methods.
    pub static UNICODE_TRANSLATE;
    "__str__"   translate_str   1..=1;
    "end"       unicode_end     1..=1 Getter;
    "object"    unicode_object  1..=1 Getter;
    "reason"    unicode_reason  1..=1 Getter;
    "start"     unicode_start   1..=1 Getter;
}

/// `errno` numbers that have an exception type of their own.
const BY_ERRNO: &[(i32, Ref)] = &[
    (1, types::PERMISSION_ERROR),
    (2, types::FILE_NOT_FOUND_ERROR),
    (3, types::PROCESS_LOOKUP_ERROR),
    (4, types::INTERRUPTED_ERROR),
    (10, types::CHILD_PROCESS_ERROR),
    (11, types::BLOCKING_IO_ERROR),
    (13, types::PERMISSION_ERROR),
    (17, types::FILE_EXISTS_ERROR),
    (20, types::NOT_A_DIRECTORY_ERROR),
    (21, types::IS_A_DIRECTORY_ERROR),
    (32, types::BROKEN_PIPE_ERROR),
    (103, types::CONNECTION_ABORTED_ERROR),
    (104, types::CONNECTION_RESET_ERROR),
    (110, types::TIMEOUT_ERROR),
    (111, types::CONNECTION_REFUSED_ERROR),
];

/// `OSError(errno, ...)` makes an instance of the type for that number.
pub fn better_class(cx: &Cx, class: Ref, args: Ref) -> Ref {
    if class != types::OS_ERROR || !(2..=5).contains(&tuple::len(cx, args)) {
        return class;
    }
    let number = tuple::item(cx, args, 0).small_int();
    let found = BY_ERRNO.iter().find(|(errno, _)| Some(*errno) == number);
    found.map_or(class, |&(_, better)| better)
}

/// Fields from keywords (a dict or unbound) and from arguments.
pub fn initialise(cx: &mut Cx, object: Ref, keywords: Value) -> Outcome<()> {
    let class = cx.type_of(object.value());
    if let Some(given) = cx.as_kind(keywords, kind::DICT) {
        take_keywords(cx, object, class, given)?;
    }
    if class::is_subclass(cx, class, types::OS_ERROR) {
        trim_os_args(cx, object)?;
    }
    Ok(())
}

/// Keywords that a type takes, by name.
fn accepted(cx: &Cx, class: Ref) -> &'static [Value] {
    let is = |base| class::is_subclass(cx, class, base);
    if is(types::IMPORT_ERROR) {
        &[names::NAME_NAME, names::PATH_NAME]
    } else if is(types::ATTRIBUTE_ERROR) {
        &[names::NAME_NAME, names::OBJ]
    } else if is(types::NAME_ERROR) {
        &[names::NAME_NAME]
    } else {
        &[]
    }
}

fn take_keywords(cx: &mut Cx, object: Ref, class: Ref, given: Ref) -> Outcome<()> {
    let accepted = accepted(cx, class);
    let mut from = 0;
    while let Some((entry, key, value)) = dict::next(cx, given, from) {
        from = entry + 1;
        let key = intern::intern(cx, key)?;
        cx.heap.dec(key);
        if accepted.contains(&key) {
            set_field(cx, object, key, value)?;
        } else if accepted.is_empty() {
            let builtin = builtin_base(cx, class);
            return Err(raise::type_error(cx, &[C(builtin), S("() takes no keyword arguments")]));
        } else {
            return Err(raise::type_error(
                cx,
                &[
                    S("'"),
                    V(key),
                    S("' is an invalid keyword argument for "),
                    C(builtin_base(cx, class)),
                    S("()"),
                ],
            ));
        }
    }
    Ok(())
}

/// The builtin exception type that a class is or is derived from.
fn builtin_base(cx: &Cx, class: Ref) -> Ref {
    if class::flags(cx, class) & flag::HEAP == 0 {
        return class;
    }
    let tail = class::mro_tail(cx, class).iter().map(|base| base.as_ref());
    tail.into_iter().find(|&base| class::flags(cx, base) & flag::HEAP == 0).unwrap_or(class)
}

/// `args` of an `OSError` are the number and the text; the file name is a field.
fn trim_os_args(cx: &mut Cx, object: Ref) -> Outcome<()> {
    let given = args_tuple(cx, object);
    if !(3..=5).contains(&tuple::len(cx, given)) {
        return Ok(());
    }
    let filename = tuple::item(cx, given, 2);
    if filename == Value::NONE {
        return Ok(());
    }
    set_field(cx, object, names::FILENAME, filename)?;
    let short = tuple::slice(cx, given, 0, 1, 2)?;
    exception::set(cx, object, slot::ARGS, short);
    Ok(())
}

/// Sets a field as an attribute of the instance itself (value borrowed).
fn set_field(cx: &mut Cx, object: Ref, name: Value, value: Value) -> Outcome<()> {
    cx.heap.inc(value);
    instance::set(cx, object, name, value).inspect_err(|_| cx.heap.dec(value))
}

/// A field: set explicitly, or computed from the arguments (borrowed).
fn field(
    cx: &mut Cx,
    args: &[Value],
    name: &'static str,
    key: Value,
    computed: impl FnOnce(&Cx, Ref) -> Value,
) -> NativeResult {
    let object = receiver(cx, args[0], name)?;
    if args.len() == 2 {
        let value = if args[1].is_unbound() { Value::NONE } else { args[1] };
        set_field(cx, object, key, value)?;
        return Ok(Value::NONE);
    }
    let value = instance::get(cx, object, key).unwrap_or_else(|| computed(cx, object));
    Ok(if value.is_unbound() { Value::NONE } else { cx.heap.share(value) })
}

fn stop_value(cx: &mut Cx, args: &[Value]) -> NativeResult {
    field(cx, args, "value", names::VALUE, |cx, object| arg_at(cx, object, 0))
}

fn exit_code(cx: &mut Cx, args: &[Value]) -> NativeResult {
    field(cx, args, "code", names::CODE_NAME, |cx, object| {
        let given = args_tuple(cx, object);
        if tuple::len(cx, given) > 1 { given.value() } else { tuple::item(cx, given, 0) }
    })
}

/// `str(KeyError(key))` is the key's `repr`.
fn key_str(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__str__")?;
    if tuple::len(cx, args_tuple(cx, object)) == 1 {
        let key = arg_at(cx, object, 0);
        return repr::repr(cx, key);
    }
    plain_str(cx, object)
}

/// An argument of an exception that has between two and five of them.
fn os_arg(cx: &Cx, object: Ref, index: u32) -> Value {
    let given = args_tuple(cx, object);
    if (2..=5).contains(&tuple::len(cx, given)) {
        tuple::item(cx, given, index)
    } else {
        Value::UNBOUND
    }
}

fn os_errno(cx: &mut Cx, args: &[Value]) -> NativeResult {
    field(cx, args, "errno", names::ERRNO, |cx, object| os_arg(cx, object, 0))
}

fn os_strerror(cx: &mut Cx, args: &[Value]) -> NativeResult {
    field(cx, args, "strerror", names::STRERROR, |cx, object| os_arg(cx, object, 1))
}

fn os_filename(cx: &mut Cx, args: &[Value]) -> NativeResult {
    field(cx, args, "filename", names::FILENAME, |cx, object| os_arg(cx, object, 2))
}

fn os_filename2(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "filename2")?;
    let value = os_arg(cx, object, 4);
    Ok(if value.is_unbound() { Value::NONE } else { cx.heap.share(value) })
}

/// `[Errno 2] text: 'file'`.
fn os_str(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__str__")?;
    let of = |cx: &Cx, key, index| {
        instance::get(cx, object, key).unwrap_or_else(|| os_arg(cx, object, index))
    };
    let (number, text) = (of(cx, names::ERRNO, 0), of(cx, names::STRERROR, 1));
    let filename = of(cx, names::FILENAME, 2);
    if number.is_unbound() || text.is_unbound() {
        return plain_str(cx, object);
    }
    str::build(cx, 48, |cx, out| {
        out.push(cx, b"[Errno ")?;
        push_plain(cx, out, number)?;
        out.push(cx, b"] ")?;
        push_plain(cx, out, text)?;
        if !filename.is_unbound() && filename != Value::NONE {
            out.push(cx, b": ")?;
            repr::push(cx, out, filename)?;
        }
        Ok(())
    })
}

/// Appends `str(value)` of a simple value.
fn push_plain(cx: &mut Cx, out: &mut Text, value: Value) -> Outcome<()> {
    if cx.payload(value, kind::STR).is_some() {
        return Ok(out.push_str(cx, value)?);
    }
    repr::push(cx, out, value).map(|_| ())
}

fn import_msg(cx: &mut Cx, args: &[Value]) -> NativeResult {
    field(cx, args, "msg", names::MSG, |cx, object| {
        let given = args_tuple(cx, object);
        if tuple::len(cx, given) == 1 { tuple::item(cx, given, 0) } else { Value::UNBOUND }
    })
}

fn import_path(cx: &mut Cx, args: &[Value]) -> NativeResult {
    field(cx, args, "path", names::PATH_NAME, |_, _| Value::UNBOUND)
}

fn named_name(cx: &mut Cx, args: &[Value]) -> NativeResult {
    field(cx, args, "name", names::NAME_NAME, |cx, object| noted(cx, object, slot::NAME))
}

fn named_object(cx: &mut Cx, args: &[Value]) -> NativeResult {
    field(cx, args, "obj", names::OBJ, |cx, object| noted(cx, object, slot::OBJECT))
}

/// What an `AttributeError` or a `NameError` was told when it was raised.
fn noted(cx: &Cx, object: Ref, which: u32) -> Value {
    let class = cx.type_of(object.value());
    let is_noted = class::is_subclass(cx, class, types::ATTRIBUTE_ERROR)
        || class::is_subclass(cx, class, types::NAME_ERROR);
    if is_noted { exception::get(cx, object, which) } else { Value::UNBOUND }
}

/// An item of the second argument: `(filename, lineno, offset, text, ...)`.
fn place_item(cx: &Cx, object: Ref, index: u32) -> Value {
    match cx.as_kind(arg_at(cx, object, 1), kind::TUPLE) {
        Some(place) => tuple::item(cx, place, index),
        None => Value::UNBOUND,
    }
}

fn syntax_msg(cx: &mut Cx, args: &[Value]) -> NativeResult {
    field(cx, args, "msg", names::MSG, |cx, object| arg_at(cx, object, 0))
}

fn syntax_filename(cx: &mut Cx, args: &[Value]) -> NativeResult {
    field(cx, args, "filename", names::FILENAME, |cx, object| place_item(cx, object, 0))
}

fn syntax_lineno(cx: &mut Cx, args: &[Value]) -> NativeResult {
    field(cx, args, "lineno", names::LINENO, |cx, object| place_item(cx, object, 1))
}

fn syntax_offset(cx: &mut Cx, args: &[Value]) -> NativeResult {
    field(cx, args, "offset", names::OFFSET, |cx, object| place_item(cx, object, 2))
}

fn syntax_end_lineno(cx: &mut Cx, args: &[Value]) -> NativeResult {
    field(cx, args, "end_lineno", names::END_LINENO, |cx, object| place_item(cx, object, 4))
}

fn syntax_end_offset(cx: &mut Cx, args: &[Value]) -> NativeResult {
    field(cx, args, "end_offset", names::END_OFFSET, |cx, object| place_item(cx, object, 5))
}

fn syntax_text(cx: &mut Cx, args: &[Value]) -> NativeResult {
    field(cx, args, "text", names::TEXT, |cx, object| place_item(cx, object, 3))
}

/// `message (file, line n)`.
fn syntax_str(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__str__")?;
    let of = |cx: &Cx, key, index| {
        instance::get(cx, object, key).unwrap_or_else(|| place_item(cx, object, index))
    };
    let (filename, line) = (of(cx, names::FILENAME, 0), of(cx, names::LINENO, 1));
    let message = instance::get(cx, object, names::MSG).unwrap_or_else(|| arg_at(cx, object, 0));
    let has_file = cx.payload(filename, kind::STR).is_some();
    let has_line = line.is_small();
    str::build(cx, 48, |cx, out| {
        push_plain(cx, out, if message.is_unbound() { Value::NONE } else { message })?;
        if has_file || has_line {
            out.push(cx, b" (")?;
        }
        if has_file {
            let (start, len) = base_name(cx, filename);
            out.push_part(cx, (start, len))?;
        }
        if has_line {
            out.push(cx, if has_file { b", line " } else { b"line " })?;
            push_plain(cx, out, line)?;
        }
        if has_file || has_line {
            out.push(cx, b")")?;
        }
        Ok(())
    })
}

/// The part of a path behind its last slash.
fn base_name(cx: &Cx, path: Value) -> (u32, u32) {
    let Some(object) = cx.payload(path, kind::STR) else { return (0, 0) };
    let (start, len) = str::part(cx, object);
    let skipped = support::text(cx, path)
        .iter()
        .rposition(|&byte| byte == b'/')
        .map_or(0, |at| at as u32 + 1);
    (start + skipped, len - skipped)
}

/// Field number `index` of a Unicode error: (encoding, object, start, end, reason), without the encoding for one of
/// translation.
fn unicode_arg(cx: &Cx, object: Ref, index: u32) -> Value {
    let class = cx.type_of(object.value());
    let is_translation = class::is_subclass(cx, class, types::UNICODE_TRANSLATE_ERROR);
    arg_at(cx, object, index - u32::from(is_translation && index > 0))
}

fn unicode_field(cx: &mut Cx, args: &[Value], name: &'static str, index: u32) -> NativeResult {
    let object = receiver(cx, args[0], name)?;
    let value = unicode_arg(cx, object, index);
    Ok(if value.is_unbound() { Value::NONE } else { cx.heap.share(value) })
}

fn unicode_encoding(cx: &mut Cx, args: &[Value]) -> NativeResult {
    unicode_field(cx, args, "encoding", 0)
}

fn unicode_object(cx: &mut Cx, args: &[Value]) -> NativeResult {
    unicode_field(cx, args, "object", 1)
}

fn unicode_start(cx: &mut Cx, args: &[Value]) -> NativeResult {
    unicode_field(cx, args, "start", 2)
}

fn unicode_end(cx: &mut Cx, args: &[Value]) -> NativeResult {
    unicode_field(cx, args, "end", 3)
}

fn unicode_reason(cx: &mut Cx, args: &[Value]) -> NativeResult {
    unicode_field(cx, args, "reason", 4)
}

fn decode_str(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__str__")?;
    let (Some(start), Some(end)) =
        (arg_at(cx, object, 2).small_int(), arg_at(cx, object, 3).small_int())
    else {
        return plain_str(cx, object);
    };
    let data = arg_at(cx, object, 1);
    let byte = bytes::like(cx, data)
        .filter(|_| end == start + 1)
        .and_then(|(at, len)| cx.heap.space.bytes(at, len).get(start as usize).copied());
    unicode_text(cx, object, "decode", [start, end], |cx, out| {
        let Some(byte) = byte else { return Ok(false) };
        out.push(cx, b"byte 0x")?;
        push_hex(cx, out, u32::from(byte), 2)?;
        Ok(true)
    })
}

fn encode_str(cx: &mut Cx, args: &[Value]) -> NativeResult {
    characters_str(cx, args, "encode")
}

fn translate_str(cx: &mut Cx, args: &[Value]) -> NativeResult {
    characters_str(cx, args, "translate")
}

fn characters_str(cx: &mut Cx, args: &[Value], verb: &str) -> NativeResult {
    let object = receiver(cx, args[0], "__str__")?;
    let (Some(start), Some(end)) =
        (unicode_arg(cx, object, 2).small_int(), unicode_arg(cx, object, 3).small_int())
    else {
        return plain_str(cx, object);
    };
    let data = unicode_arg(cx, object, 1);
    let code = cx
        .payload(data, kind::STR)
        .filter(|_| end == start + 1 && start >= 0)
        .and_then(|text| str::case::codes(str::bytes(cx, text)).nth(start as usize));
    unicode_text(cx, object, verb, [start, end], |cx, out| {
        let Some(code) = code else { return Ok(false) };
        let (prefix, digits) = match code {
            0..=0xff => ("character '\\x", 2),
            0x100..=0xffff => ("character '\\u", 4),
            _ => ("character '\\U", 8),
        };
        out.push(cx, prefix.as_bytes())?;
        push_hex(cx, out, code, digits)?;
        out.push(cx, b"'")?;
        Ok(true)
    })
}

/// `'codec' codec can't verb what in position n: reason`.
fn unicode_text(
    cx: &mut Cx,
    object: Ref,
    verb: &str,
    [start, end]: [i32; 2],
    what: impl FnOnce(&mut Cx, &mut Text) -> Outcome<bool>,
) -> NativeResult {
    let (encoding, reason) = (arg_at(cx, object, 0), unicode_arg(cx, object, 4));
    str::build(cx, 64, |cx, out| {
        if verb != "translate" {
            out.push(cx, b"'")?;
            push_plain(cx, out, encoding)?;
            out.push(cx, b"' codec ")?;
        }
        out.push(cx, b"can't ")?;
        out.push(cx, verb.as_bytes())?;
        out.push(cx, b" ")?;
        if what(cx, out)? {
            out.push(cx, b" in position ")?;
            out.push_int(cx, i64::from(start))?;
        } else {
            out.push(
                cx,
                if verb == "decode" { b"bytes in position " } else { b"characters in position " },
            )?;
            out.push_int(cx, i64::from(start))?;
            out.push(cx, b"-")?;
            out.push_int(cx, i64::from(end) - 1)?;
        }
        out.push(cx, b": ")?;
        push_plain(cx, out, if reason.is_unbound() { Value::NONE } else { reason })
    })
}

fn push_hex(cx: &mut Cx, out: &mut Text, number: u32, digits: u32) -> Outcome<()> {
    for place in (0..digits).rev() {
        let digit = number >> (place * 4) & 0xf;
        out.push(cx, &[char::from_digit(digit, 16).map_or(b'0', |digit| digit as u8)])?;
    }
    Ok(())
}
