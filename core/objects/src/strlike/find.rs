//! `find`, `rfind`, `count`, `startswith`, `endswith`, `in`.

use super::Like;
use crate::cx::Cx;
use crate::str::search;
use threadsnake_heap::split::Part;

/// From which end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum From {
    /// The first occurrence.
    Start,
    /// The last one.
    End,
}

/// A start and stop as scripts give them, as indices that exist; none when nothing lies between them.
pub fn clip(len: u32, start: i64, stop: i64) -> Option<(u32, u32)> {
    let len = i64::from(len);
    let from_end = |index: i64| if index < 0 { index.saturating_add(len).max(0) } else { index };
    let (start, stop) = (from_end(start), from_end(stop).min(len));
    (start <= stop).then_some((start as u32, stop as u32))
}

/// The bytes between two character indices as scripts give them.
fn window(cx: &Cx, like: &Like, start: i64, stop: i64) -> Option<(u32, u32)> {
    let (start, stop) = clip(like.chars(cx), start, stop)?;
    let from = like.place(cx, start);
    let to = if stop == like.chars(cx) { like.part.1 } else { like.place(cx, stop) };
    Some((from, to))
}

/// Index of an occurrence of `needle` between two indices.
pub fn find(
    cx: &mut Cx,
    like: &Like,
    needle: Part,
    start: i64,
    stop: i64,
    from: From,
) -> Option<u32> {
    let (low, high) = window(cx, like, start, stop)?;
    cx.charge((high - low) / 64);
    let text = cx.heap.space.bytes(like.part.0 + low, high - low);
    let needle = cx.heap.space.bytes(needle.0, needle.1);
    let place = match from {
        From::Start => search::find(text, needle)?,
        From::End => search::rfind(text, needle)?,
    };
    Some(like.index(cx, low + place as u32))
}

/// How often `needle` occurs between two indices.
pub fn count(cx: &mut Cx, like: &Like, needle: Part, start: i64, stop: i64) -> u32 {
    let Some((low, high)) = window(cx, like, start, stop) else { return 0 };
    cx.charge((high - low) / 64);
    if needle.1 == 0 {
        return like.index(cx, high) - like.index(cx, low) + 1;
    }
    let text = cx.heap.space.bytes(like.part.0 + low, high - low);
    let needle = cx.heap.space.bytes(needle.0, needle.1);
    search::count(text, needle, usize::MAX) as u32
}

/// Does the text between two indices start (or end) with `needle`?
pub fn has_at(cx: &Cx, like: &Like, needle: Part, start: i64, stop: i64, at: From) -> bool {
    let Some((low, high)) = window(cx, like, start, stop) else { return false };
    let text = cx.heap.space.bytes(like.part.0 + low, high - low);
    let needle = cx.heap.space.bytes(needle.0, needle.1);
    if at == From::Start { text.starts_with(needle) } else { text.ends_with(needle) }
}

/// Does `needle` occur?
#[inline]
pub fn contains(cx: &mut Cx, text: Part, needle: Part) -> bool {
    cx.charge(text.1 / 64);
    let text = cx.heap.space.bytes(text.0, text.1);
    search::find(text, cx.heap.space.bytes(needle.0, needle.1)).is_some()
}
