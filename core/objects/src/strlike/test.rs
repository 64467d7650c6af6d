//! `isalpha`, `isdigit`, `islower` and the others.

use super::{Flavor, Like};
use crate::cx::Cx;
use crate::str::unicode;

/// What is asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "named as the methods are")]
pub enum Test {
    Alpha,
    Alnum,
    Ascii,
    Decimal,
    Digit,
    Identifier,
    Lower,
    Numeric,
    Printable,
    Space,
    Title,
    Upper,
}

/// Stands for a byte above ASCII in bytes: it has no property.
const NO_CHAR: u32 = u32::MAX;

fn chars(cx: &Cx, like: &Like) -> impl Iterator<Item = u32> {
    let mut at = 0;
    core::iter::from_fn(move || {
        let (code, len) = like.char_at(cx, at)?;
        at += len;
        Some(if code >= 0x80 && like.flavor != Flavor::Str { NO_CHAR } else { code })
    })
}

/// The answer.
pub fn test(cx: &mut Cx, like: &Like, test: Test) -> bool {
    cx.charge(like.part.1 / 16);
    let is_empty = like.part.1 == 0;
    match test {
        Test::Ascii => like.bytes(cx).is_ascii(),
        Test::Printable => chars(cx, like).all(unicode::is_printable),
        Test::Identifier => is_identifier(cx, like),
        Test::Lower => cased(cx, like, unicode::is_lower, |code| {
            unicode::is_upper(code) || unicode::is_title(code)
        }),
        Test::Upper => cased(cx, like, unicode::is_upper, |code| {
            unicode::is_lower(code) || unicode::is_title(code)
        }),
        Test::Title => is_title(cx, like),
        _ if is_empty => false,
        Test::Alpha => chars(cx, like).all(unicode::is_alpha),
        Test::Alnum => chars(cx, like).all(unicode::is_alnum),
        Test::Decimal => chars(cx, like).all(unicode::is_decimal),
        Test::Digit => chars(cx, like).all(unicode::is_digit),
        Test::Numeric => chars(cx, like).all(unicode::is_numeric),
        Test::Space => chars(cx, like).all(|code| like.flavor.is_space(code)),
    }
}

/// Is one character of the wanted case there, and none of another?
fn cased(cx: &Cx, like: &Like, wanted: fn(u32) -> bool, other: impl Fn(u32) -> bool) -> bool {
    let mut found = false;
    for code in chars(cx, like) {
        if other(code) {
            return false;
        }
        found |= wanted(code);
    }
    found
}

/// Do capitals start words, and small letters go on with them?
fn is_title(cx: &Cx, like: &Like) -> bool {
    let (mut found, mut inside) = (false, false);
    for code in chars(cx, like) {
        if unicode::is_upper(code) || unicode::is_title(code) {
            if inside {
                return false;
            }
            (found, inside) = (true, true);
        } else if unicode::is_lower(code) {
            if !inside {
                return false;
            }
            found = true;
        } else {
            inside = false;
        }
    }
    found
}

fn is_identifier(cx: &Cx, like: &Like) -> bool {
    let mut all = chars(cx, like);
    all.next().is_some_and(unicode::starts_name) && all.all(unicode::continues_name)
}
