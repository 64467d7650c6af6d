//! `strip`, `lstrip`, `rstrip`, `removeprefix`, `removesuffix`.

use super::{Flavor, Like};
use crate::cx::{Cx, NativeResult};
use crate::str::case::codes;
use threadsnake_heap::split::Part;

/// Which ends are stripped.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ends {
    /// The start.
    pub left: bool,
    /// The end.
    pub right: bool,
}

/// Is this character among those to be stripped?
fn strips(cx: &Cx, like: &Like, chars: Option<Part>, code: u32) -> bool {
    match chars {
        None => like.flavor.is_space(code),
        Some((start, len)) => {
            let set = cx.heap.space.bytes(start, len);
            match u8::try_from(code) {
                // A byte below 0x80 is never part of another character.
                Ok(byte) if byte < 0x80 || like.flavor != Flavor::Str => set.contains(&byte),
                _ => codes(set).any(|other| other == code),
            }
        }
    }
}

/// The text without white space, or without any of `chars`, at its ends.
pub fn strip(cx: &mut Cx, like: &Like, chars: Option<Part>, ends: Ends) -> NativeResult {
    let (mut from, mut to) = (0, like.part.1);
    while ends.left
        && from < to
        && let Some((code, len)) = like.char_at(cx, from)
        && strips(cx, like, chars, code)
    {
        from += len;
    }
    while ends.right
        && from < to
        && let Some((code, len)) = like.char_before(cx, to)
        && strips(cx, like, chars, code)
    {
        to -= len;
    }
    Ok(like.piece(cx, from, to)?)
}

/// `removeprefix(prefix)`
pub fn remove_prefix(cx: &mut Cx, like: &Like, prefix: Part) -> NativeResult {
    let has = like.bytes(cx).starts_with(cx.heap.space.bytes(prefix.0, prefix.1));
    Ok(like.piece(cx, if has { prefix.1 } else { 0 }, like.part.1)?)
}

/// `removesuffix(suffix)`
pub fn remove_suffix(cx: &mut Cx, like: &Like, suffix: Part) -> NativeResult {
    let has = like.bytes(cx).ends_with(cx.heap.space.bytes(suffix.0, suffix.1));
    Ok(like.piece(cx, 0, like.part.1 - if has { suffix.1 } else { 0 })?)
}
