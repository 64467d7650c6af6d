//! `replace`, `expandtabs`, `center`, `ljust`, `rjust`, `zfill`, `translate` of bytes.

use super::{Flavor, Like, build};
use crate::cx::{Cx, NativeResult};
use crate::str::search;
use crate::{bytearray, bytes, str as string};
use threadsnake_heap::split::Part;
use threadsnake_heap::{OutOfMemory, Value};

/// At most `most` occurrences of `old` become `new`.
pub fn replace(cx: &mut Cx, like: &Like, old: Part, new: Part, most: u32) -> NativeResult {
    cx.charge(like.part.1 / 16);
    if old.1 == 0 {
        return insert_everywhere(cx, like, new, most);
    }
    let needle = cx.heap.space.bytes(old.0, old.1);
    let hits = search::count(like.bytes(cx), needle, most as usize) as u32;
    if hits == 0 {
        return Ok(like.whole(cx)?);
    }
    let new_is_ascii = cx.heap.space.bytes(new.0, new.1).is_ascii();
    if old.1 == 1 && new.1 == 1 && like.bytewise && new_is_ascii && like.part.1 > 1 {
        return replace_byte(cx, like, cx.heap.space.byte(old.0), cx.heap.space.byte(new.0), hits);
    }
    let room = i64::from(like.part.1) + i64::from(hits) * (i64::from(new.1) - i64::from(old.1));
    let room = u32::try_from(room).map_err(|_| OutOfMemory)?;
    build(cx, like.flavor, room, |cx, out| {
        let (start, len) = like.part;
        let mut at = 0;
        for _ in 0..hits {
            let rest = cx.heap.space.bytes(start + at, len - at);
            let Some(place) = search::find(rest, cx.heap.space.bytes(old.0, old.1)) else { break };
            out.push_part(cx, (start + at, place as u32))?;
            out.push_part(cx, new)?;
            at += place as u32 + old.1;
        }
        Ok(out.push_part(cx, (start + at, len - at))?)
    })
}

/// One byte becomes another: a copy, changed where needed.
fn replace_byte(cx: &mut Cx, like: &Like, old: u8, new: u8, hits: u32) -> NativeResult {
    let (result, to) = match like.flavor {
        Flavor::Str => {
            let object = string::room_ascii(cx, like.part.1)?;
            (object.value(), string::start(cx, object))
        }
        Flavor::Bytes => {
            let object = bytes::room(cx, like.part.1)?;
            (object.value(), bytes::part(cx, object).0)
        }
        Flavor::Bytearray => {
            let object = bytearray::with_len(cx, like.part.1)?;
            (object.value(), bytearray::part(cx, object).0)
        }
    };
    cx.heap.space.copy_bytes(like.part.0, to, like.part.1);
    let places = cx.heap.space.bytes_mut(to, like.part.1).iter_mut().filter(|byte| **byte == old);
    places.take(hits as usize).for_each(|byte| *byte = new);
    Ok(result)
}

/// `new` before every character and at the end.
fn insert_everywhere(cx: &mut Cx, like: &Like, new: Part, most: u32) -> NativeResult {
    if most == 0 {
        return Ok(like.whole(cx)?);
    }
    build(cx, like.flavor, like.part.1, |cx, out| {
        let (mut at, mut done) = (0, 0);
        while done < most {
            out.push_part(cx, new)?;
            done += 1;
            let Some((_, len)) = like.char_at(cx, at) else { break };
            out.push_part(cx, (like.part.0 + at, len))?;
            at += len;
        }
        Ok(out.push_part(cx, (like.part.0 + at, like.part.1 - at))?)
    })
}

/// The text with fill characters before and after it.
pub fn pad(cx: &mut Cx, like: &Like, before: u32, after: u32, fill: &[u8]) -> NativeResult {
    if before == 0 && after == 0 {
        return Ok(like.whole(cx)?);
    }
    let more = before.checked_add(after).and_then(|count| count.checked_mul(fill.len() as u32));
    let room = more.and_then(|more| more.checked_add(like.part.1)).ok_or(OutOfMemory)?;
    build(cx, like.flavor, room, |cx, out| {
        out.fill(cx, fill, before)?;
        out.push_part(cx, like.part)?;
        Ok(out.fill(cx, fill, after)?)
    })
}

/// `zfill(width)`: zeros behind a sign.
pub fn zero_fill(cx: &mut Cx, like: &Like, width: i64) -> NativeResult {
    let missing = missing(cx, like, width)?;
    if missing == 0 {
        return Ok(like.whole(cx)?);
    }
    let signed = matches!(like.bytes(cx).first(), Some(b'+' | b'-'));
    let sign = u32::from(signed);
    let room = like.part.1.checked_add(missing).ok_or(OutOfMemory)?;
    build(cx, like.flavor, room, |cx, out| {
        out.push_part(cx, (like.part.0, sign))?;
        out.fill(cx, b"0", missing)?;
        Ok(out.push_part(cx, (like.part.0 + sign, like.part.1 - sign))?)
    })
}

/// Characters that are missing to a width.
pub fn missing(cx: &Cx, like: &Like, width: i64) -> Result<u32, OutOfMemory> {
    let missing = width.saturating_sub(i64::from(like.chars(cx))).max(0);
    u32::try_from(missing).map_err(|_| OutOfMemory)
}

/// `expandtabs(size)`
pub fn expand_tabs(cx: &mut Cx, like: &Like, size: u32) -> NativeResult {
    build(cx, like.flavor, like.part.1, |cx, out| {
        let (mut at, mut from, mut column) = (0, 0, 0u32);
        while let Some((code, len)) = like.char_at(cx, at) {
            if code == 0x09 {
                out.push_part(cx, (like.part.0 + from, at - from))?;
                let spaces = column.checked_rem(size).map_or(0, |used| size - used);
                out.fill(cx, b" ", spaces)?;
                column = column.wrapping_add(spaces);
                from = at + 1;
            } else {
                column = if matches!(code, 0x0a | 0x0d) { 0 } else { column.wrapping_add(1) };
            }
            at += len;
        }
        Ok(out.push_part(cx, (like.part.0 + from, at - from))?)
    })
}

/// `bytes.translate(table, delete)`; without a table bytes are only left out.
pub fn translate(cx: &mut Cx, like: &Like, table: Option<Part>, delete: Part) -> NativeResult {
    cx.charge(like.part.1 / 4);
    let mut map = [0u8; 256];
    let mut dropped = [false; 256];
    for (index, place) in map.iter_mut().enumerate() {
        *place = match table {
            Some((start, _)) => cx.heap.space.byte(start + index as u32),
            None => index as u8,
        };
    }
    for &byte in cx.heap.space.bytes(delete.0, delete.1) {
        if let Some(place) = dropped.get_mut(usize::from(byte)) {
            *place = true;
        }
    }
    build(cx, like.flavor, like.part.1, |cx, out| {
        for at in 0..like.part.1 {
            let byte = usize::from(cx.heap.space.byte(like.part.0 + at));
            if dropped.get(byte) != Some(&true) {
                out.push(cx, &[map.get(byte).copied().unwrap_or(0)])?;
            }
        }
        Ok(())
    })
}

/// `bytes.maketrans(from, to)` of two parts of the same length.
pub fn make_table(cx: &mut Cx, from: Part, to: Part) -> Result<Value, OutOfMemory> {
    let mut map = [0u8; 256];
    map.iter_mut().enumerate().for_each(|(index, place)| *place = index as u8);
    for at in 0..from.1.min(to.1) {
        let index = usize::from(cx.heap.space.byte(from.0 + at));
        if let Some(place) = map.get_mut(index) {
            *place = cx.heap.space.byte(to.0 + at);
        }
    }
    bytes::new(cx, &map)
}
