//! `format % arguments` for str and bytes.
//!
//! As long as the arguments are builtins that need no script code the text is made here. As soon as one is
//! not (`%s` of an instance or of a list, `%d` of something with `__int__`, a mapping that is no dict), the
//! prelude converts the arguments one by one, after the [`plan`], and comes back here with what it got.
//!
//! Not here: taking one conversion apart and laying out numbers (number/percent.rs).

mod plan;

pub use plan::plan;

use crate::cx::{Cx, Exit, NativeResult, Outcome};
use crate::dict::{self, Lookup};
use crate::int::{self, Int};
use crate::number::percent::{self, Amount, Conversion, PercentError};
use crate::number::{SliceSink, format_number};
use crate::prelude::Prelude;
use crate::raise::{self, Part::*};
use crate::text::Text;
use crate::{bytearray, bytes, class, float, format, names, repr, str as string, tuple};
use threadsnake_heap::split::Part;
use threadsnake_heap::{OutOfMemory, Value, kind};

/// What is formatted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Flavor {
    Str,
    Bytes,
}

/// A step of the work that may find that script code is needed.
enum Step {
    Done,
    NeedsCall,
}

/// `format % args` of a str.
pub fn format_str(cx: &mut Cx, format: Value, args: Value) -> NativeResult {
    let Some(object) = cx.payload(format, kind::STR) else { return Ok(Value::NOT_IMPLEMENTED) };
    let part = string::part(cx, object);
    let mut text = Text::with_room(cx, part.1 + 16)?;
    match run(cx, Flavor::Str, part, args, &mut text) {
        Ok(Step::Done) => Ok(text.finish(cx)?),
        Ok(Step::NeedsCall) => {
            text.discard(cx);
            Err(cx.tail_prelude(Prelude::PercentStr, &[object.value(), args]))
        }
        Err(exit) => {
            text.discard(cx);
            Err(exit)
        }
    }
}

/// `format % args` of a bytes or bytearray; the result is of the same type.
pub fn format_bytes(cx: &mut Cx, format: Value, args: Value) -> NativeResult {
    let Some(part) = bytes::like(cx, format) else { return Ok(Value::NOT_IMPLEMENTED) };
    let mut text = Text::with_room(cx, part.1 + 16)?;
    let result = match run(cx, Flavor::Bytes, part, args, &mut text) {
        Ok(Step::Done) => {
            let is_array = cx.payload(format, kind::BYTEARRAY).is_some();
            let made = text.part();
            if is_array { bytearray::copy(cx, made) } else { bytes::copy(cx, made) }
                .map_err(Exit::from)
        }
        Ok(Step::NeedsCall) => Err(cx.tail_prelude(Prelude::PercentBytes, &[format, args])),
        Err(exit) => Err(exit),
    };
    text.discard(cx);
    result
}

/// Where arguments come from.
struct Arguments {
    all: Value,
    is_tuple: bool,
    next: u32,
    by_key: bool,
}

impl Arguments {
    /// The next argument in order (borrowed).
    fn take(&mut self, cx: &mut Cx) -> Outcome<Value> {
        let found = if self.is_tuple {
            tuple::item(cx, self.all.as_ref(), self.next)
        } else if self.next == 0 {
            self.all
        } else {
            Value::UNBOUND
        };
        self.next += 1;
        if found.is_unbound() {
            return Err(raise::type_error(cx, &[S("not enough arguments for format string")]));
        }
        Ok(found)
    }

    /// Are there arguments that nobody asked for?
    fn has_rest(&self, cx: &Cx, flavor: Flavor) -> bool {
        if self.is_tuple {
            self.next < tuple::len(cx, self.all.as_ref())
        } else {
            let is_text = flavor != Flavor::Str
                && matches!(cx.kind_of(self.all), kind::BYTES | kind::BYTEARRAY);
            self.next == 0 && !self.by_key && (is_text || !is_mapping(cx, self.all))
        }
    }
}

/// Can this be indexed? Then it need not be used up.
fn is_mapping(cx: &Cx, value: Value) -> bool {
    match cx.kind_of(value) {
        kind::STR | kind::TUPLE => false,
        kind::LIST | kind::DICT | kind::BYTES | kind::BYTEARRAY | kind::RANGE => true,
        _ => value.is_ref() && class::lookup(cx, cx.type_of(value), names::GETITEM).is_some(),
    }
}

fn run(cx: &mut Cx, flavor: Flavor, format: Part, args: Value, text: &mut Text) -> Outcome<Step> {
    let is_tuple = cx.as_kind(args, kind::TUPLE).is_some();
    let mut arguments = Arguments { all: args, is_tuple, next: 0, by_key: false };
    let (start, len) = format;
    let mut at = 0;
    while at < len {
        let rest = cx.heap.space.bytes(start + at, len - at);
        let run = string::search::find_byte(rest, b'%').unwrap_or(rest.len()) as u32;
        text.push_part(cx, (start + at, run))?;
        at += run;
        if at >= len {
            break;
        }
        let (conversion, key) = parse(cx, format, at + 1, args)?;
        at = conversion.end as u32;
        if conversion.code_byte() == b'%' && key.is_none() {
            text.push(cx, b"%")?;
            continue;
        }
        if let Step::NeedsCall = one(cx, flavor, format, conversion, key, &mut arguments, text)? {
            return Ok(Step::NeedsCall);
        }
    }
    if arguments.has_rest(cx, flavor) {
        let what = if flavor == Flavor::Str { "string" } else { "bytes" };
        let parts = [S("not all arguments converted during "), S(what), S(" formatting")];
        return Err(raise::type_error(cx, &parts));
    }
    Ok(Step::Done)
}

/// Takes the conversion apart that starts behind a `%`; its key comes as a part of the heap.
fn parse(
    cx: &mut Cx,
    format: Part,
    at: u32,
    args: Value,
) -> Outcome<(Conversion<'static>, Option<Part>)> {
    let whole = cx.heap.space.bytes(format.0, format.1);
    if whole.get(at as usize) == Some(&b'(') && !is_mapping(cx, args) {
        return Err(raise::type_error(cx, &[S("format requires a mapping")]));
    }
    match percent::parse(whole, at as usize) {
        Ok(found) => {
            let key = found.key.map(|key| {
                let offset = key.as_ptr().addr().wrapping_sub(whole.as_ptr().addr()) as u32;
                (format.0 + offset, key.len() as u32)
            });
            Ok((detached(&found), key))
        }
        Err(error) => Err(parse_error(cx, error)),
    }
}

#[cold]
fn parse_error(cx: &mut Cx, error: PercentError) -> Exit {
    raise::value_error(cx, &[S(error.text())])
}

/// The same conversion without its key.
fn detached(found: &Conversion<'_>) -> Conversion<'static> {
    Conversion {
        key: None,
        left: found.left,
        sign: found.sign,
        alternate: found.alternate,
        zero: found.zero,
        width: found.width,
        precision: found.precision,
        code: found.code,
        code_at: found.code_at,
        end: found.end,
    }
}

/// Applies one conversion.
fn one(
    cx: &mut Cx,
    flavor: Flavor,
    format: Part,
    mut conversion: Conversion<'static>,
    key: Option<Part>,
    arguments: &mut Arguments,
    text: &mut Text,
) -> Outcome<Step> {
    let mapped = match key {
        Some(key) => {
            arguments.by_key = true;
            match by_key(cx, flavor, key, arguments.all)? {
                Some(value) => Some(value),
                None => return Ok(Step::NeedsCall),
            }
        }
        None => None,
    };
    if conversion.width == Amount::Argument {
        let width = star(cx, arguments, mapped)?;
        conversion.set_width(width);
    }
    if conversion.precision == Amount::Argument {
        let precision = star(cx, arguments, mapped)?;
        conversion.set_precision(precision);
    }
    let value = match mapped {
        Some(value) => value,
        None if conversion.code_byte() == b'%' => {
            text.push(cx, b"%")?;
            return Ok(Step::Done);
        }
        None => arguments.take(cx)?,
    };
    apply(cx, flavor, format, &conversion, value, text)
}

/// The item of a dict for a key (borrowed); none when script code must look.
fn by_key(cx: &mut Cx, flavor: Flavor, key: Part, mapping: Value) -> Outcome<Option<Value>> {
    let Some(dict) = cx.as_kind(mapping, kind::DICT) else { return Ok(None) };
    let name = match flavor {
        Flavor::Str => string::copy(cx, key, false)?,
        Flavor::Bytes => bytes::copy(cx, key)?,
    };
    let found = dict::lookup(cx, dict, name);
    let result = match found {
        Ok(Lookup::At(entry)) => Ok(Some(dict::value_at(cx, dict, entry))),
        Ok(Lookup::Missing) => Err(raise::key_error(cx, name)),
        Ok(Lookup::NeedsCall) => Ok(None),
        Err(exit) => Err(exit),
    };
    cx.heap.dec(name);
    result
}

/// The argument for a `*`.
fn star(cx: &mut Cx, arguments: &mut Arguments, mapped: Option<Value>) -> Outcome<i64> {
    if mapped.is_some() {
        return Err(raise::type_error(cx, &[S("* wants int")]));
    }
    let value = arguments.take(cx)?;
    match int::saturated(cx, value) {
        Some(number) => Ok(number),
        None => Err(raise::type_error(cx, &[S("* wants int")])),
    }
}

fn apply(
    cx: &mut Cx,
    flavor: Flavor,
    format: Part,
    conversion: &Conversion<'static>,
    value: Value,
    text: &mut Text,
) -> Outcome<Step> {
    match conversion.code_byte() {
        b'b' | b's' if flavor == Flavor::Bytes => bytes_argument(cx, conversion, value, text),
        b's' | b'r' | b'a' => text_argument(cx, flavor, conversion, value, text),
        b'c' => char_argument(cx, flavor, conversion, value, text),
        b'e' | b'E' | b'f' | b'F' | b'g' | b'G' => float_argument(cx, conversion, value, text),
        _ if conversion.radix().is_some() => int_argument(cx, conversion, value, text),
        _ => Err(unsupported(cx, flavor, format, conversion)),
    }
}

#[cold]
fn unsupported(
    cx: &mut Cx,
    flavor: Flavor,
    format: Part,
    conversion: &Conversion<'static>,
) -> Exit {
    const MESSAGE_BYTES: usize = 96;
    let mut buffer = [0u8; MESSAGE_BYTES];
    let mut sink = SliceSink::new(&mut buffer);
    let whole = cx.heap.space.bytes(format.0, format.1);
    // Bytes have no characters: their places are byte places, as for ASCII text.
    let shown = if flavor == Flavor::Str { whole } else { &[] };
    let _ = percent::put_unsupported(&mut sink, shown, conversion);
    raise::value_error(cx, &[B(sink.text())])
}

/// Appends a part of the heap as text of a conversion.
fn push_field(
    cx: &mut Cx,
    conversion: &Conversion<'static>,
    flavor: Flavor,
    part: Part,
    text: &mut Text,
) -> Result<(), OutOfMemory> {
    let whole = cx.heap.space.bytes(part.0, part.1);
    let most = if let Amount::Given(most) = conversion.precision { most } else { usize::MAX };
    let kept = match flavor {
        _ if most >= whole.len() => whole.len(),
        Flavor::Str => string::byte_position(whole, most as u32),
        Flavor::Bytes => most,
    };
    let shown = (part.0, kept as u32);
    push_whole(cx, conversion, flavor, shown, text)
}

/// The same without regard to the precision.
fn push_whole(
    cx: &mut Cx,
    conversion: &Conversion<'static>,
    flavor: Flavor,
    part: Part,
    text: &mut Text,
) -> Result<(), OutOfMemory> {
    let width = if let Amount::Given(width) = conversion.width { width } else { 0 };
    if width == 0 {
        return text.push_part(cx, part);
    }
    let chars = match flavor {
        Flavor::Str => string::count_chars(cx.heap.space.bytes(part.0, part.1)) as usize,
        Flavor::Bytes => part.1 as usize,
    };
    let align =
        if conversion.left { format_number::Align::Left } else { format_number::Align::Right };
    format::push_padded(cx, text, part, b" ", format_number::padding(align, width, chars))
}

/// `%s`, `%r`, `%a`
fn text_argument(
    cx: &mut Cx,
    flavor: Flavor,
    conversion: &Conversion<'static>,
    value: Value,
    text: &mut Text,
) -> Outcome<Step> {
    let code = conversion.code_byte();
    if code == b's'
        && let Some(object) = cx.as_kind(value, kind::STR)
    {
        let part = string::part(cx, object);
        push_field(cx, conversion, Flavor::Str, part, text)?;
        return Ok(Step::Done);
    }
    let Some(shown) = repr::leaf(cx, value)? else { return Ok(Step::NeedsCall) };
    let shown = if code == b'a' || code == b'r' && flavor == Flavor::Bytes {
        let ascii = repr::to_ascii(cx, shown);
        cx.heap.dec(shown);
        ascii?
    } else {
        shown
    };
    let part = string::part(cx, shown.as_ref());
    let pushed = push_field(cx, conversion, flavor, part, text);
    cx.heap.dec(shown);
    pushed?;
    Ok(Step::Done)
}

/// `%s` and `%b` of bytes.
fn bytes_argument(
    cx: &mut Cx,
    conversion: &Conversion<'static>,
    value: Value,
    text: &mut Text,
) -> Outcome<Step> {
    if let Some(part) = bytes::like(cx, value) {
        push_field(cx, conversion, Flavor::Bytes, part, text)?;
        return Ok(Step::Done);
    }
    if value.is_ref() && class::lookup(cx, cx.type_of(value), names::BYTES).is_some() {
        return Ok(Step::NeedsCall);
    }
    let parts = [
        S("%b requires a bytes-like object, or an object that implements __bytes__, not '"),
        T(value),
        S("'"),
    ];
    Err(raise::type_error(cx, &parts))
}

/// `%c`
fn char_argument(
    cx: &mut Cx,
    flavor: Flavor,
    conversion: &Conversion<'static>,
    value: Value,
    text: &mut Text,
) -> Outcome<Step> {
    if let Some(part) = only_char(cx, flavor, value) {
        push_whole(cx, conversion, flavor, part, text)?;
        return Ok(Step::Done);
    }
    let number = match int::saturated(cx, value) {
        Some(number) => number,
        None if value.is_ref() && class::lookup(cx, cx.type_of(value), names::INDEX).is_some() => {
            return Ok(Step::NeedsCall);
        }
        None => return Err(char_error(cx, flavor)),
    };
    let mut buffer = [0; 4];
    let encoded = match (flavor, u32::try_from(number)) {
        (Flavor::Str, Ok(code)) => crate::number::encode_char(code, &mut buffer),
        (Flavor::Bytes, Ok(byte @ 0..=255)) => {
            buffer = [byte as u8, 0, 0, 0];
            buffer.get(..1)
        }
        _ => None,
    };
    let Some(encoded) = encoded else {
        let limit = if flavor == Flavor::Str { "0x110000" } else { "256" };
        let parts = [S("%c arg not in range("), S(limit), S(")")];
        return Err(raise::overflow_error(cx, &parts));
    };
    let width = if let Amount::Given(width) = conversion.width { width } else { 0 };
    let (before, after) =
        if conversion.left { (0, width.saturating_sub(1)) } else { (width.saturating_sub(1), 0) };
    repr::push_fill(cx, text, b" ", before)?;
    text.push(cx, encoded)?;
    repr::push_fill(cx, text, b" ", after)?;
    Ok(Step::Done)
}

/// The text of a value that is one character.
fn only_char(cx: &Cx, flavor: Flavor, value: Value) -> Option<Part> {
    match flavor {
        Flavor::Str => {
            let object = cx.payload(value, kind::STR)?;
            string::only_char(cx, object).map(|_| string::part(cx, object))
        }
        Flavor::Bytes => bytes::like(cx, value).filter(|part| part.1 == 1),
    }
}

#[cold]
fn char_error(cx: &mut Cx, flavor: Flavor) -> Exit {
    let message = match flavor {
        Flavor::Str => "%c requires int or char",
        Flavor::Bytes => "%c requires an integer in range(256) or a single byte",
    };
    raise::type_error(cx, &[S(message)])
}

/// `%e`, `%f`, `%g`
fn float_argument(
    cx: &mut Cx,
    conversion: &Conversion<'static>,
    value: Value,
    text: &mut Text,
) -> Outcome<Step> {
    let double = match float::from_number(cx, value)? {
        Some(double) => double,
        None if value.is_ref() && has_method(cx, value, names::FLOAT, names::INDEX) => {
            return Ok(Step::NeedsCall);
        }
        None => {
            let parts = [S("must be real number, not "), T(value)];
            return Err(raise::type_error(cx, &parts));
        }
    };
    repr::put(cx, text, |sink| percent::put_float(sink, conversion, double))?;
    Ok(Step::Done)
}

fn has_method(cx: &Cx, value: Value, one: Value, other: Value) -> bool {
    let class = cx.type_of(value);
    class::lookup(cx, class, one).is_some() || class::lookup(cx, class, other).is_some()
}

/// `%d`, `%i`, `%u`, `%o`, `%x`, `%X`
fn int_argument(
    cx: &mut Cx,
    conversion: &Conversion<'static>,
    value: Value,
    text: &mut Text,
) -> Outcome<Step> {
    let is_decimal = conversion.radix() == Some(10);
    if let Some(number) = int::read_any(cx, value) {
        put_int(cx, conversion, number, text)?;
        return Ok(Step::Done);
    }
    if is_decimal && let Some(double) = float::read_any(cx, value) {
        let whole = int::convert::from_f64(cx, double)?;
        let number = int::read(cx, whole).unwrap_or(Int::Word(0));
        let put = put_int(cx, conversion, number, text);
        cx.heap.dec(whole);
        put?;
        return Ok(Step::Done);
    }
    let is_instance = value.is_ref();
    if is_instance && is_decimal && has_method(cx, value, names::INT, names::INDEX)
        || is_instance && class::lookup(cx, cx.type_of(value), names::INDEX).is_some()
    {
        return Ok(Step::NeedsCall);
    }
    let code = [b'%', conversion.code_byte()];
    let wanted = if is_decimal {
        " format: a real number is required, not "
    } else {
        " format: an integer is required, not "
    };
    Err(raise::type_error(cx, &[B(&code), S(wanted), T(value)]))
}

/// Is this `%d` without anything else?
fn is_bare(conversion: &Conversion<'static>) -> bool {
    conversion.radix() == Some(10)
        && conversion.width == Amount::None
        && conversion.precision == Amount::None
        && conversion.sign == format_number::SignMode::Minus
}

fn put_int(
    cx: &mut Cx,
    conversion: &Conversion<'static>,
    number: Int,
    text: &mut Text,
) -> Outcome<()> {
    match number {
        Int::Word(number) if is_bare(conversion) => Ok(text.push_int(cx, number)?),
        Int::Word(number) => {
            Ok(repr::put(cx, text, |sink| percent::put_int(sink, conversion, number))?)
        }
        Int::Big(object) => {
            let negative = int::is_negative(cx, number);
            let radix = conversion.radix().unwrap_or(10);
            format::put_big(cx, text, object, radix, |sink, digits| {
                percent::put_int_digits(sink, conversion, negative, digits)
            })
        }
    }
}
