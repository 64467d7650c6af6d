//! `split`, `rsplit`, `splitlines`, `partition`, `rpartition`.

use super::find::From;
use super::{Flavor, Like, build_list, push_piece};
use crate::cx::{Cx, Exit, NativeResult, Outcome};
use crate::str::{search, unicode};
use crate::{list, tuple};
use threadsnake_heap::split::Part;
use threadsnake_heap::{OutOfMemory, Ref, Value};

/// Pieces between occurrences of `separator`, which is not empty; at most `most` cuts.
pub fn by_separator(cx: &mut Cx, like: &Like, separator: Part, most: u32) -> NativeResult {
    cx.charge(like.part.1 / 16);
    build_list(cx, |cx, list| {
        let (mut at, mut cuts) = (0, 0);
        while cuts < most
            && let Some(place) = next(cx, like, separator, at)
        {
            push_piece(cx, list, like, at, place)?;
            at = place + separator.1;
            cuts += 1;
        }
        push_piece(cx, list, like, at, like.part.1)
    })
}

/// Place of the next separator from a byte on.
fn next(cx: &Cx, like: &Like, separator: Part, at: u32) -> Option<u32> {
    let rest = like.bytes(cx).get(at as usize..)?;
    search::find(rest, cx.heap.space.bytes(separator.0, separator.1)).map(|place| at + place as u32)
}

/// The same, cutting from the end.
pub fn by_separator_back(cx: &mut Cx, like: &Like, separator: Part, most: u32) -> NativeResult {
    cx.charge(like.part.1 / 16);
    let result = build_list(cx, |cx, list| {
        let (mut end, mut cuts) = (like.part.1, 0);
        while cuts < most {
            let head = like.bytes(cx).get(..end as usize).unwrap_or(&[]);
            let needle = cx.heap.space.bytes(separator.0, separator.1);
            let Some(place) = search::rfind(head, needle) else { break };
            push_piece(cx, list, like, place as u32 + separator.1, end)?;
            end = place as u32;
            cuts += 1;
        }
        push_piece(cx, list, like, 0, end)
    })?;
    list::reverse(cx, result.as_ref());
    Ok(result)
}

/// Words between white space; at most `most` cuts.
pub fn by_space(cx: &mut Cx, like: &Like, most: u32) -> NativeResult {
    cx.charge(like.part.1 / 8);
    build_list(cx, |cx, list| {
        let (mut at, mut cuts) = (skip_space(cx, like, 0), 0);
        while at < like.part.1 {
            // What is left after the last cut keeps its white space at the end.
            let end = if cuts < most { skip_word(cx, like, at) } else { like.part.1 };
            push_piece(cx, list, like, at, end)?;
            if cuts >= most {
                break;
            }
            cuts += 1;
            at = skip_space(cx, like, end);
        }
        Ok(())
    })
}

/// The same, cutting from the end.
pub fn by_space_back(cx: &mut Cx, like: &Like, most: u32) -> NativeResult {
    cx.charge(like.part.1 / 8);
    let result = build_list(cx, |cx, list| {
        let (mut end, mut cuts) = (trim_end(cx, like, like.part.1), 0);
        while end > 0 {
            let start = if cuts < most { word_start(cx, like, end) } else { 0 };
            push_piece(cx, list, like, start, end)?;
            if cuts >= most {
                break;
            }
            cuts += 1;
            end = trim_end(cx, like, start);
        }
        Ok(())
    })?;
    list::reverse(cx, result.as_ref());
    Ok(result)
}

/// Walks forward while characters are white space (or are not).
fn walk(cx: &Cx, like: &Like, from: u32, over_space: bool) -> u32 {
    if like.bytewise {
        let rest = like.bytes(cx).get(from as usize..).unwrap_or(&[]);
        let same = |&byte: &u8| like.flavor.is_space(u32::from(byte)) == over_space;
        return from + rest.iter().position(|byte| !same(byte)).unwrap_or(rest.len()) as u32;
    }
    let mut at = from;
    while let Some((code, len)) = like.char_at(cx, at)
        && like.flavor.is_space(code) == over_space
    {
        at += len;
    }
    at
}

fn skip_space(cx: &Cx, like: &Like, from: u32) -> u32 {
    walk(cx, like, from, true)
}

fn skip_word(cx: &Cx, like: &Like, from: u32) -> u32 {
    walk(cx, like, from, false)
}

fn trim_end(cx: &Cx, like: &Like, end: u32) -> u32 {
    let mut at = end;
    while let Some((code, len)) = like.char_before(cx, at)
        && like.flavor.is_space(code)
    {
        at -= len;
    }
    at
}

fn word_start(cx: &Cx, like: &Like, end: u32) -> u32 {
    let mut at = end;
    while let Some((code, len)) = like.char_before(cx, at)
        && !like.flavor.is_space(code)
    {
        at -= len;
    }
    at
}

/// Does this character end a line?
fn ends_line(flavor: Flavor, code: u32) -> bool {
    match flavor {
        Flavor::Str => unicode::is_line_end(code),
        _ => matches!(code, 0x0a | 0x0d),
    }
}

/// What `splitlines` does with line ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ends {
    /// They are left out.
    Drop,
    /// They stay.
    Keep,
}

/// Lines.
pub fn lines(cx: &mut Cx, like: &Like, ends: Ends) -> NativeResult {
    cx.charge(like.part.1 / 8);
    build_list(cx, |cx, list| {
        let (mut start, mut at) = (0, 0);
        while let Some((code, len)) = like.char_at(cx, at) {
            let end = at;
            at += len;
            if !ends_line(like.flavor, code) {
                continue;
            }
            if code == 0x0d && like.char_at(cx, at).is_some_and(|(next, _)| next == 0x0a) {
                at += 1;
            }
            push_piece(cx, list, like, start, if ends == Ends::Keep { at } else { end })?;
            start = at;
        }
        if start < like.part.1 { push_piece(cx, list, like, start, like.part.1) } else { Ok(()) }
    })
}

/// `(before, separator, after)`; the separator as given, `separator_value`, or two empty texts.
pub fn partition(
    cx: &mut Cx,
    like: &Like,
    separator: Part,
    separator_value: Value,
    from: From,
) -> NativeResult {
    let text = like.bytes(cx);
    let needle = cx.heap.space.bytes(separator.0, separator.1);
    let found = match from {
        From::Start => search::find(text, needle),
        From::End => search::rfind(text, needle),
    };
    let len = like.part.1;
    let cuts = match (found, from) {
        (Some(place), _) => (place as u32, place as u32 + separator.1),
        (None, From::Start) => (len, len),
        (None, From::End) => (0, 0),
    };
    let middle = if found.is_some() { Some(separator_value) } else { None };
    triple(cx, like, cuts, middle)
}

fn triple(cx: &mut Cx, like: &Like, cuts: (u32, u32), middle: Option<Value>) -> NativeResult {
    let mut parts = [Value::UNBOUND; 3];
    let made = make_triple(cx, like, cuts, middle, &mut parts);
    let tuple = made.and_then(|()| tuple::from_owned(cx, &parts));
    tuple.map(Ref::value).map_err(|error| {
        parts.iter().for_each(|&part| cx.heap.dec(part));
        Exit::from(error)
    })
}

fn make_triple(
    cx: &mut Cx,
    like: &Like,
    cuts: (u32, u32),
    middle: Option<Value>,
    parts: &mut [Value; 3],
) -> Result<(), OutOfMemory> {
    parts[0] = like.piece(cx, 0, cuts.0)?;
    parts[1] = match middle {
        Some(separator) if like.flavor != Flavor::Bytearray => cx.heap.share(separator),
        _ => like.piece(cx, cuts.0, cuts.1)?,
    };
    parts[2] = like.piece(cx, cuts.1, like.part.1)?;
    Ok(())
}

/// Raises `ValueError` for an empty separator.
pub fn check_separator(cx: &mut Cx, separator: Part) -> Outcome<()> {
    if separator.1 == 0 {
        let message = [crate::raise::Part::S("empty separator")];
        return Err(crate::raise::value_error(cx, &message));
    }
    Ok(())
}
