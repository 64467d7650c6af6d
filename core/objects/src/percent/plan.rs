//! What the prelude needs to know about a format before it converts the arguments.
//!
//! Not here: formatting (percent.rs).

use super::{Flavor, parse};
use crate::cx::{Cx, Exit, NativeResult, Outcome};
use crate::number::percent::Amount;
use crate::text::Text;
use crate::{bytes, list, str as string};
use threadsnake_heap::split::Part;
use threadsnake_heap::{Ref, Value, kind};

/// What the prelude needs to convert arguments: a list of the text with all keys left out and `%r`, `%a`
/// turned into `%s`, and then of key (or None) and type of each argument in order, `*` included.
pub fn plan(cx: &mut Cx, format: Value, args: Value) -> NativeResult {
    let (flavor, part) = match cx.payload(format, kind::STR) {
        Some(object) => (Flavor::Str, string::part(cx, object)),
        None => match bytes::like(cx, format) {
            Some(part) => (Flavor::Bytes, part),
            None => return Ok(Value::NONE),
        },
    };
    let list = list::new(cx)?;
    let mut text = match Text::with_room(cx, part.1) {
        Ok(text) => text,
        Err(error) => {
            cx.heap.dec_ref(list);
            return Err(error.into());
        }
    };
    let filled = list::push(cx, list, Value::NONE).map_err(Exit::from);
    let done = filled.and_then(|()| fill_plan(cx, flavor, part, args, &mut text, list));
    let done = done.and_then(|()| match flavor {
        Flavor::Str => Ok(string::copy(cx, text.part(), false)?),
        Flavor::Bytes => Ok(bytes::copy(cx, text.part())?),
    });
    text.discard(cx);
    match done {
        Ok(plain) => {
            list::set_item(cx, list, 0, plain);
            Ok(list.value())
        }
        Err(exit) => {
            cx.heap.dec_ref(list);
            Err(exit)
        }
    }
}

fn fill_plan(
    cx: &mut Cx,
    flavor: Flavor,
    format: Part,
    args: Value,
    text: &mut Text,
    list: Ref,
) -> Outcome<()> {
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
        // What stands between the key and the type stays as it is.
        let from = key.map_or(at + 1, |(offset, len)| offset + len + 1 - start);
        let to = conversion.code_at as u32;
        at = conversion.end as u32;
        text.push(cx, b"%")?;
        text.push_part(cx, (start + from, to - from))?;
        let code = conversion.code_byte();
        match code {
            b'r' | b'a' => text.push(cx, b"s")?,
            _ => text.push_part(cx, (start + to, at - to))?,
        }
        for amount in [conversion.width, conversion.precision] {
            if amount == Amount::Argument {
                push_pair(cx, list, Value::NONE, b'*')?;
            }
        }
        if code != b'%' || key.is_some() {
            let name = match key {
                Some(key) if flavor == Flavor::Str => string::copy(cx, key, false)?,
                Some(key) => bytes::copy(cx, key)?,
                None => Value::NONE,
            };
            push_pair(cx, list, name, code)?;
        }
    }
    Ok(())
}

/// Appends a key, which is taken over, and the letter of a type.
fn push_pair(cx: &mut Cx, list: Ref, key: Value, code: u8) -> Outcome<()> {
    if let Err(error) = list::push(cx, list, key) {
        cx.heap.dec(key);
        return Err(error.into());
    }
    Ok(list::push(cx, list, string::short(Some(code & 0x7f)))?)
}
