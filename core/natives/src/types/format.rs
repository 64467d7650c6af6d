//! `str.format`: fields that need no script code are put in here, all others by the prelude.
//!
//! ```text
//!  text {name!conversion:spec} text {{ }}
//! ```
//!
//! Not here: formatting one value (objects/format.rs).

use threadsnake_heap::split::Part;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::dict::{self, Lookup};
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::strlike::{Flavor, Like};
use threadsnake_objects::strlike::{build_list, push_piece};
use threadsnake_objects::text::Text;
use threadsnake_objects::{format as formatting, int, list, names, repr, str as string, tuple};

/// `text.format(*args, **kwargs)`; either may be unbound.
pub fn format(cx: &mut Cx, object: Ref, args: Value, kwargs: Value) -> NativeResult {
    let part = string::part(cx, object);
    let mut text = Text::with_room(cx, part.1 + 16)?;
    match run(cx, part, args, kwargs, &mut text) {
        Ok(true) => Ok(text.finish(cx)?),
        Ok(false) => {
            text.discard(cx);
            let given =
                [args, kwargs].map(|value| if value.is_unbound() { Value::NONE } else { value });
            Err(cx.tail_prelude(Prelude::StrFormat, &[object.value(), given[0], given[1]]))
        }
        Err(exit) => {
            text.discard(cx);
            Err(exit)
        }
    }
}

/// A field taken apart; parts of the heap.
struct Field {
    name: Part,
    conversion: u8,
    spec: Part,
    /// There are fields in the specification.
    nested: bool,
    /// Where the text goes on.
    end: u32,
}

/// A piece of a format text.
enum Piece {
    /// Text as it is.
    Literal(Part, u32),
    /// A field.
    Field(Field),
}

/// Puts everything together; false when script code is needed.
fn run(cx: &mut Cx, format: Part, args: Value, kwargs: Value, text: &mut Text) -> Outcome<bool> {
    let (mut at, mut auto) = (0, 0);
    while at < format.1 {
        match next(cx, format, at)? {
            Piece::Literal(part, end) => {
                text.push_part(cx, part)?;
                at = end;
            }
            Piece::Field(field) => {
                at = field.end;
                let Some(value) = simple_value(cx, &field, args, kwargs, &mut auto)? else {
                    return Ok(false);
                };
                if !put_field(cx, &field, value, text)? {
                    return Ok(false);
                }
            }
        }
    }
    Ok(true)
}

/// The literal or the field at a place.
fn next(cx: &mut Cx, format: Part, at: u32) -> Outcome<Piece> {
    let rest = cx.heap.space.bytes(format.0 + at, format.1 - at);
    let run = rest.iter().position(|byte| matches!(byte, b'{' | b'}')).unwrap_or(rest.len());
    if run > 0 {
        return Ok(Piece::Literal((format.0 + at, run as u32), at + run as u32));
    }
    match (rest.first(), rest.get(1)) {
        (Some(b'{'), Some(b'{')) | (Some(b'}'), Some(b'}')) => {
            Ok(Piece::Literal((format.0 + at, 1), at + 2))
        }
        (Some(b'}'), _) => {
            Err(raise::value_error(cx, &[S("Single '}' encountered in format string")]))
        }
        (_, None) => Err(raise::value_error(cx, &[S("Single '{' encountered in format string")])),
        _ => field(cx, format, at + 1).map(Piece::Field),
    }
}

/// Takes the field apart that starts behind a brace.
fn field(cx: &mut Cx, format: Part, start: u32) -> Outcome<Field> {
    let text = cx.heap.space.bytes(format.0, format.1);
    let at = |index: u32| text.get(index as usize).copied();
    let (mut depth, mut end, mut nested) = (1, start, false);
    // In brackets nothing but the closing one counts.
    let (mut name_end, mut in_brackets) = (None, false);
    loop {
        match at(end) {
            None => {
                let message = "expected '}' before end of string";
                return Err(raise::value_error(cx, &[S(message)]));
            }
            Some(b'[') if name_end.is_none() => in_brackets = true,
            Some(b']') if name_end.is_none() => in_brackets = false,
            Some(b'{') if name_end.is_none() && !in_brackets => {
                let message = "unexpected '{' in field name";
                return Err(raise::value_error(cx, &[S(message)]));
            }
            Some(b'{') if !in_brackets => {
                depth += 1;
                nested = true;
            }
            Some(b'}') if !in_brackets => {
                depth -= 1;
                if depth == 0 {
                    break;
                }
            }
            Some(b'!' | b':') if name_end.is_none() && !in_brackets => name_end = Some(end),
            _ => {}
        }
        end += 1;
    }
    let name_end = name_end.unwrap_or(end);
    let mut field = Field {
        name: (format.0 + start, name_end - start),
        conversion: 0,
        spec: (format.0 + end, 0),
        nested,
        end: end + 1,
    };
    let mut spec_start = name_end;
    if at(name_end) == Some(b'!') {
        let letter = at(name_end + 1).filter(|_| name_end + 1 < end);
        let behind = at(name_end + 2);
        let Some(letter) = letter else {
            let message = "end of string while looking for conversion specifier";
            let unmatched = "unmatched '{' in format spec";
            let shown = if end == name_end + 1 { unmatched } else { message };
            return Err(raise::value_error(cx, &[S(shown)]));
        };
        if behind != Some(b':') && name_end + 2 != end {
            let message = "expected ':' after conversion specifier";
            return Err(raise::value_error(cx, &[S(message)]));
        }
        field.conversion = letter;
        spec_start = name_end + 2;
    }
    if at(spec_start) == Some(b':') && spec_start < end {
        field.spec = (format.0 + spec_start + 1, end - spec_start - 1);
    }
    Ok(field)
}

/// The value of a field whose name is a number, a keyword or nothing (borrowed); none when the name goes on with
/// an attribute or index, or anything else is unusual.
fn simple_value(
    cx: &mut Cx,
    field: &Field,
    args: Value,
    kwargs: Value,
    auto: &mut i64,
) -> Outcome<Option<Value>> {
    let name = cx.heap.space.bytes(field.name.0, field.name.1);
    if name.iter().any(|byte| matches!(byte, b'.' | b'[')) {
        return Ok(None);
    }
    let Some(args) = cx.as_kind(args, kind::TUPLE) else { return Ok(None) };
    if name.is_empty() {
        // A number somewhere before makes this an error, which the prelude words.
        if *auto < 0 {
            return Ok(None);
        }
        let index = *auto;
        *auto += 1;
        return Ok(item(cx, args, index));
    }
    if name.iter().all(u8::is_ascii_digit) {
        if *auto > 0 || name.len() > 8 {
            return Ok(None);
        }
        *auto = -1;
        let index = name.iter().fold(0i64, |sum, byte| sum * 10 + i64::from(byte - b'0'));
        return Ok(item(cx, args, index));
    }
    let Some(kwargs) = cx.as_kind(kwargs, kind::DICT) else { return Ok(None) };
    let key = string::copy(cx, field.name, false)?;
    let found = dict::lookup(cx, kwargs, key);
    cx.heap.dec(key);
    match found? {
        Lookup::At(entry) => Ok(Some(dict::value_at(cx, kwargs, entry))),
        _ => Ok(None),
    }
}

fn item(cx: &Cx, args: Ref, index: i64) -> Option<Value> {
    let found = tuple::item(cx, args, u32::try_from(index).ok()?);
    (!found.is_unbound()).then_some(found)
}

/// Appends a value as a field wants it; false when script code is needed.
fn put_field(cx: &mut Cx, field: &Field, value: Value, text: &mut Text) -> Outcome<bool> {
    if field.nested {
        return Ok(false);
    }
    let shown = match field.conversion {
        0 => None,
        b's' if cx.as_kind(value, kind::STR).is_some() => None,
        b'r' | b's' => match repr::leaf(cx, value)? {
            Some(shown) => Some(shown),
            None => return Ok(false),
        },
        _ => return Ok(false),
    };
    let result = put_value(cx, field, shown.unwrap_or(value), text);
    if let Some(shown) = shown {
        cx.heap.dec(shown);
    }
    result
}

fn put_value(cx: &mut Cx, field: &Field, value: Value, text: &mut Text) -> Outcome<bool> {
    if field.spec.1 == 0 {
        if cx.as_kind(value, kind::STR).is_some() {
            text.push_str(cx, value)?;
            return Ok(true);
        }
        return repr::push(cx, text, value);
    }
    let spec = string::copy(cx, field.spec, false)?;
    let made = formatting::builtin(cx, value, spec);
    cx.heap.dec(spec);
    match made? {
        Some(made) => {
            let pushed = text.push_str(cx, made);
            cx.heap.dec(made);
            pushed?;
            Ok(true)
        }
        None => Ok(false),
    }
}

/// `_format_parse(text)`: a list of strs and of tuples (name, conversion or None, spec).
pub fn parse(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let Some(object) = args.first().and_then(|&value| cx.payload(value, kind::STR)) else {
        return Ok(Value::NONE);
    };
    let Some(like) = Like::read(cx, object.value(), Flavor::Str) else { return Ok(Value::NONE) };
    build_list(cx, |cx, list| {
        let mut at = 0;
        while at < like.part.1 {
            match next(cx, like.part, at)? {
                Piece::Literal((start, len), end) => {
                    let from = start - like.part.0;
                    push_piece(cx, list, &like, from, from + len)?;
                    at = end;
                }
                Piece::Field(field) => {
                    at = field.end;
                    push_field(cx, list, &field)?;
                }
            }
        }
        Ok(())
    })
}

/// Appends (name, conversion, spec) to a list.
fn push_field(cx: &mut Cx, list: Ref, field: &Field) -> Outcome<()> {
    let mut parts = [Value::UNBOUND; 3];
    let made = field_parts(cx, field, &mut parts).and_then(|()| Ok(tuple::from_owned(cx, &parts)?));
    let tuple = match made {
        Ok(tuple) => tuple,
        Err(exit) => {
            parts.iter().for_each(|&part| cx.heap.dec(part));
            return Err(exit);
        }
    };
    if let Err(error) = list::push(cx, list, tuple.value()) {
        cx.heap.dec_ref(tuple);
        return Err(error.into());
    }
    Ok(())
}

fn field_parts(cx: &mut Cx, field: &Field, parts: &mut [Value; 3]) -> Outcome<()> {
    parts[0] = string::copy(cx, field.name, false)?;
    parts[1] = match field.conversion {
        0 => Value::NONE,
        letter => string::new(cx, &[letter & 0x7f])?,
    };
    parts[2] = string::copy(cx, field.spec, false)?;
    Ok(())
}

/// `_format_name(text)`: a list of the first part of a field name (an int when it is a number) and of
/// tuples (is attribute, name or index) for the rest.
pub fn split_name(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let Some(object) = args.first().and_then(|&value| cx.payload(value, kind::STR)) else {
        return Ok(Value::NONE);
    };
    let Some(like) = Like::read(cx, object.value(), Flavor::Str) else { return Ok(Value::NONE) };
    build_list(cx, |cx, list| {
        let first = like.bytes(cx).iter().position(|byte| matches!(byte, b'.' | b'['));
        let mut at = first.map_or(like.part.1, |place| place as u32);
        push_index(cx, list, &like, 0, at)?;
        while at < like.part.1 {
            at = name_step(cx, list, &like, at)?;
        }
        Ok(())
    })
}

/// One `.name` or `[index]`.
fn name_step(cx: &mut Cx, list: Ref, like: &Like, at: u32) -> Outcome<u32> {
    let text = like.bytes(cx);
    let rest = text.get(at as usize + 1..).unwrap_or(&[]);
    let is_attribute = text.get(at as usize) == Some(&b'.');
    if !is_attribute && text.get(at as usize) != Some(&b'[') {
        let message = "Only '.' or '[' may follow ']' in format field specifier";
        return Err(raise::value_error(cx, &[S(message)]));
    }
    let ends = |byte: &u8| if is_attribute { matches!(byte, b'.' | b'[') } else { *byte == b']' };
    let found = rest.iter().position(ends);
    let len = found.unwrap_or(rest.len()) as u32;
    if !is_attribute && found.is_none() {
        return Err(raise::value_error(cx, &[S("Missing ']' in format string")]));
    }
    if len == 0 {
        return Err(raise::value_error(cx, &[S("Empty attribute in format string")]));
    }
    let step = list::new(cx)?;
    let filled = list::push(cx, step, Value::bool(is_attribute))
        .map_err(Into::into)
        .and_then(|()| match is_attribute {
            true => push_piece(cx, step, like, at + 1, at + 1 + len),
            false => push_index(cx, step, like, at + 1, at + 1 + len),
        })
        .and_then(|()| Ok(list::push(cx, list, step.value())?));
    if let Err(exit) = filled {
        cx.heap.dec_ref(step);
        return Err(exit);
    }
    Ok(at + 1 + len + u32::from(!is_attribute))
}

/// Appends a number if that is what the text is, else the text.
fn push_index(cx: &mut Cx, list: Ref, like: &Like, from: u32, to: u32) -> Outcome<()> {
    let part = (like.part.0 + from, to - from);
    let text = cx.heap.space.bytes(part.0, part.1);
    if text.is_empty() || !text.iter().all(u8::is_ascii_digit) {
        return push_piece(cx, list, like, from, to);
    }
    const MOST_DIGITS: usize = 18;
    if text.len() > MOST_DIGITS {
        let message = "Too many decimal digits in format string";
        return Err(raise::value_error(cx, &[S(message)]));
    }
    let number = int::text::parse_ascii(cx, part, 10, names::EMPTY)?;
    if let Err(error) = list::push(cx, list, number) {
        cx.heap.dec(number);
        return Err(error.into());
    }
    Ok(())
}
