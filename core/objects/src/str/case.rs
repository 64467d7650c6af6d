//! Upper, lower, title and folded case, of `str` and of the ASCII letters in `bytes`.
//!
//! ASCII text is mapped byte by byte into an object of its own size; text that stays as it is stays the
//! same object.
//!
//! Not here: single characters (unicode.rs).

use super::{byte_len, bytes, is_ascii, part, room_ascii, short, unicode};
use crate::cx::{Cx, Outcome};
use crate::number::{encode_char, first_char};
use crate::text::Text;
use threadsnake_heap::{Ref, Value};

/// A change of case.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Case {
    /// `lower`
    Lower,
    /// `upper`
    Upper,
    /// `title`
    Title,
    /// `swapcase`
    Swap,
    /// `capitalize`
    Capitalize,
    /// `casefold`
    Fold,
}

/// Maps ASCII bytes; others stay as they are. Both slices have the same length.
pub fn map_bytes(case: Case, from: &[u8], to: &mut [u8]) {
    to.copy_from_slice(from.get(..to.len()).unwrap_or(from));
    match case {
        Case::Lower | Case::Fold => to.make_ascii_lowercase(),
        Case::Upper => to.make_ascii_uppercase(),
        Case::Capitalize => {
            to.make_ascii_lowercase();
            if let Some(first) = to.first_mut() {
                first.make_ascii_uppercase();
            }
        }
        Case::Swap => {
            to.iter_mut().filter(|byte| byte.is_ascii_alphabetic()).for_each(|byte| *byte ^= 0x20)
        }
        Case::Title => {
            let mut inside = false;
            for byte in to {
                if inside {
                    byte.make_ascii_lowercase()
                } else {
                    byte.make_ascii_uppercase()
                }
                inside = byte.is_ascii_alphabetic();
            }
        }
    }
}

/// Does this mapping leave these ASCII bytes as they are?
fn keeps(case: Case, text: &[u8]) -> bool {
    match case {
        Case::Lower | Case::Fold => {
            !text.iter().fold(false, |any, byte| any | byte.is_ascii_uppercase())
        }
        Case::Upper => !text.iter().fold(false, |any, byte| any | byte.is_ascii_lowercase()),
        _ => false,
    }
}

/// A str in another case.
pub fn map(cx: &mut Cx, object: Ref, case: Case) -> Outcome<Value> {
    if !is_ascii(cx, object) {
        let room = byte_len(cx, object) + 4;
        cx.charge(room);
        return super::build(cx, room, |cx, text| map_wide(cx, object, case, text));
    }
    if keeps(case, bytes(cx, object)) {
        return Ok(cx.heap.share(object.value()));
    }
    if byte_len(cx, object) <= 1 {
        let mut one = [0];
        map_bytes(
            case,
            bytes(cx, object),
            one.get_mut(..byte_len(cx, object) as usize).unwrap_or(&mut []),
        );
        return Ok(short((byte_len(cx, object) == 1).then_some(one[0])));
    }
    let result = room_ascii(cx, byte_len(cx, object))?;
    let (to, from) = (part(cx, result), part(cx, object));
    if let Some(([to], [from])) = cx.heap.space.split_bytes([to], [from]) {
        map_bytes(case, from, to);
    }
    Ok(result.value())
}

/// Maps character by character.
fn map_wide(cx: &mut Cx, object: Ref, case: Case, text: &mut Text) -> Outcome<()> {
    let mut at = 0;
    let mut inside = false;
    while let Some((code, len)) = bytes(cx, object).get(at..).and_then(first_char) {
        let how = match case {
            Case::Title | Case::Capitalize if inside => Case::Lower,
            Case::Title | Case::Capitalize => Case::Title,
            Case::Swap if unicode::is_upper(code) => Case::Lower,
            Case::Swap if unicode::is_lower(code) => Case::Upper,
            Case::Swap => Case::Swap,
            other => other,
        };
        put_mapped(cx, object, at, how, text)?;
        inside = if case == Case::Capitalize { true } else { unicode::is_cased(code) };
        at += len;
    }
    Ok(())
}

/// Puts the mapped form of the character at this place.
fn put_mapped(cx: &mut Cx, object: Ref, at: usize, how: Case, text: &mut Text) -> Outcome<()> {
    const SIGMA: u32 = 0x3a3;
    const FINAL_SIGMA: u32 = 0x3c2;
    let whole = bytes(cx, object);
    let code = whole.get(at..).and_then(first_char).map_or(0, |(code, _)| code);
    if how == Case::Lower && code == SIGMA && ends_word(whole, at) {
        return push_code(cx, text, FINAL_SIGMA);
    }
    let mapped = match how {
        Case::Lower => unicode::to_lower(code),
        Case::Upper => unicode::to_upper(code),
        Case::Title => unicode::to_title(code),
        Case::Fold => unicode::to_folded(code),
        _ => return push_code(cx, text, code),
    };
    mapped.codes().iter().try_for_each(|&code| push_code(cx, text, code))
}

/// Appends one code point, a surrogate too.
pub fn push_code(cx: &mut Cx, text: &mut Text, code: u32) -> Outcome<()> {
    let mut buffer = [0; 4];
    Ok(text.push(cx, encode_char(code, &mut buffer).unwrap_or(b"?"))?)
}

/// Is the sigma at this place the last letter of a word?
fn ends_word(text: &[u8], at: usize) -> bool {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, &[]));
    let after = after.get(2..).unwrap_or(&[]);
    let skip = |code: &u32| unicode::is_case_ignorable(*code);
    let previous = codes_back(before).find(|code| !skip(code));
    let next = codes(after).find(|code| !skip(code));
    previous.is_some_and(unicode::is_cased) && !next.is_some_and(unicode::is_cased)
}

/// The code points of text.
pub fn codes(text: &[u8]) -> impl Iterator<Item = u32> {
    let mut rest = text;
    core::iter::from_fn(move || {
        let (code, len) = first_char(rest)?;
        rest = rest.get(len..).unwrap_or(&[]);
        Some(code)
    })
}

/// The code points of text from its end.
pub fn codes_back(text: &[u8]) -> impl Iterator<Item = u32> {
    let mut rest = text;
    core::iter::from_fn(move || {
        let start = rest.iter().rposition(|&byte| byte & 0xc0 != 0x80)?;
        let (before, last) = rest.split_at_checked(start)?;
        rest = before;
        first_char(last).map(|(code, _)| code)
    })
}
