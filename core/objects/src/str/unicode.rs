//! What a character is: letter, digit, space, upper, lower; and its other cases.
//!
//! ASCII is decided without a table, case comes from `core::char`, the rest from unicode/tables.rs.
//! A lone surrogate has no property at all.
//!
//! Not here: text as a whole (case.rs, strlike.rs).

mod tables;

use tables::{DECIMAL, DIGITS, HIDDEN, LETTERS, NAME_REST, NUMERIC};

/// A place in a table of runs.
struct Found {
    /// The run has the property.
    has: bool,
    /// Characters of the run before the one asked for.
    offset: u32,
}

/// Finds the run of a character.
fn find(table: &[u8], code: u32) -> Found {
    let (mut end, mut run, mut has) = (0u32, 0u32, false);
    for &byte in table {
        run = run << 7 | u32::from(byte & 0x7f);
        if byte & 0x80 != 0 {
            continue;
        }
        if code < end + run {
            return Found { has, offset: code - end };
        }
        end += run;
        run = 0;
        has = !has;
    }
    Found { has, offset: code.saturating_sub(end) }
}

/// Shown as it is by `repr`.
#[inline]
pub fn is_printable(code: u32) -> bool {
    if code < 0x7f { code >= 0x20 } else { !find(HIDDEN, code).has }
}

/// A letter.
#[inline]
pub fn is_alpha(code: u32) -> bool {
    if code < 0x80 { (code as u8).is_ascii_alphabetic() } else { find(LETTERS, code).has }
}

/// The value of a decimal digit.
#[inline]
pub fn decimal_value(code: u32) -> Option<u32> {
    if code < 0x80 {
        return char::from(code as u8).to_digit(10);
    }
    let found = find(DECIMAL, code);
    found.has.then_some(found.offset % 10)
}

/// A decimal digit.
pub fn is_decimal(code: u32) -> bool {
    decimal_value(code).is_some()
}

/// A digit, superscripts and the like included.
pub fn is_digit(code: u32) -> bool {
    is_decimal(code) || code >= 0x80 && find(DIGITS, code).has
}

/// A character with a numeric value.
pub fn is_numeric(code: u32) -> bool {
    if code < 0x80 { is_decimal(code) } else { find(NUMERIC, code).has }
}

/// A letter or a number of any kind.
pub fn is_alnum(code: u32) -> bool {
    if code < 0x80 {
        (code as u8).is_ascii_alphanumeric()
    } else {
        is_alpha(code) || is_numeric(code)
    }
}

/// White space.
#[inline]
pub fn is_space(code: u32) -> bool {
    matches!(code, 0x09..=0x0d | 0x1c..=0x20 | 0x85 | 0xa0 | 0x1680 | 0x2000..=0x200a
        | 0x2028 | 0x2029 | 0x202f | 0x205f | 0x3000)
}

/// Ends a line, as `str.splitlines` sees it.
#[inline]
pub fn is_line_end(code: u32) -> bool {
    matches!(code, 0x0a..=0x0d | 0x1c..=0x1e | 0x85 | 0x2028 | 0x2029)
}

/// A small letter.
pub fn is_lower(code: u32) -> bool {
    char::from_u32(code).is_some_and(char::is_lowercase)
}

/// A capital letter.
pub fn is_upper(code: u32) -> bool {
    char::from_u32(code).is_some_and(char::is_uppercase)
}

/// A letter in title case that is neither small nor capital: two letters written as one.
pub fn is_title(code: u32) -> bool {
    matches!(code, 453 | 456 | 459 | 498 | 8072..=8079 | 8088..=8095 | 8104..=8111 | 8124 | 8140 | 8188)
}

/// A letter that has case.
pub fn is_cased(code: u32) -> bool {
    is_lower(code) || is_upper(code) || is_title(code)
}

/// A character that does not end a word for the final sigma: marks, apostrophes and the like.
pub fn is_case_ignorable(code: u32) -> bool {
    matches!(code, 0x27 | 0x2e | 0x3a | 0x5e | 0x60 | 0xa8 | 0xad | 0xaf | 0xb4 | 0xb7 | 0xb8
        | 0x2b0..=0x36f | 0x483..=0x489 | 0x591..=0x5bd | 0x2018 | 0x2019 | 0x200b..=0x200f)
}

/// Starts an identifier: letters, letter-like numbers, and a few by decree.
pub fn starts_name(code: u32) -> bool {
    match code {
        0x5f | 0x1885 | 0x1886 | 0x2118 | 0x212e => true,
        0xe33 | 0xeb3 | 0xff9e | 0xff9f => false,
        _ if is_compatible_only(code) => false,
        _ if is_alpha(code) => true,
        _ => is_numeric(code) && char::from_u32(code).is_some_and(char::is_alphabetic),
    }
}

/// Letters whose compatible form is none.
fn is_compatible_only(code: u32) -> bool {
    matches!(code, 0x37a | 0x2e2f | 0xfc5e..=0xfc63 | 0xfdfa | 0xfdfb)
        || matches!(code, 0xfe70..=0xfe7e) && code & 1 == 0
}

/// Continues an identifier.
pub fn continues_name(code: u32) -> bool {
    if code < 0x80 {
        return code == 0x5f || is_alnum(code);
    }
    is_alpha(code) && !is_compatible_only(code) || is_decimal(code) || find(NAME_REST, code).has
}

/// The characters that one character becomes in another case: at most three.
pub struct Mapped {
    chars: [u32; 3],
    len: usize,
}

impl Mapped {
    fn one(code: u32) -> Mapped {
        Mapped { chars: [code, 0, 0], len: 1 }
    }

    fn of(chars: impl Iterator<Item = char>) -> Mapped {
        let mut mapped = Mapped { chars: [0; 3], len: 0 };
        for (place, char) in mapped.chars.iter_mut().zip(chars) {
            *place = u32::from(char);
            mapped.len += 1;
        }
        mapped
    }

    /// The characters.
    pub fn codes(&self) -> &[u32] {
        self.chars.get(..self.len).unwrap_or(&[])
    }

    /// The only or first character.
    fn first(&self) -> u32 {
        self.codes().first().copied().unwrap_or(0)
    }
}

/// The small form.
pub fn to_lower(code: u32) -> Mapped {
    char::from_u32(code).map_or(Mapped::one(code), |char| Mapped::of(char.to_lowercase()))
}

/// The capital form.
pub fn to_upper(code: u32) -> Mapped {
    char::from_u32(code).map_or(Mapped::one(code), |char| Mapped::of(char.to_uppercase()))
}

/// The form at the start of a word.
pub fn to_title(code: u32) -> Mapped {
    match code {
        329 => Mapped::of(['\u{2bc}', 'N'].into_iter()),
        452..=454 => Mapped::one(453),
        455..=457 => Mapped::one(456),
        458..=460 => Mapped::one(459),
        497..=499 => Mapped::one(498),
        4304..=4351 | 8072..=8079 | 8088..=8095 | 8104..=8111 | 8124 | 8140 | 8188 => {
            Mapped::one(code)
        }
        8064..=8111 => Mapped::one(code | 8),
        8115 => Mapped::one(8124),
        8131 => Mapped::one(8140),
        8179 => Mapped::one(8188),
        _ => title_of_upper(to_upper(code)),
    }
}

/// Of the capitals that one letter became only the first stays; an iota goes below.
fn title_of_upper(mut upper: Mapped) -> Mapped {
    const IOTA: u32 = 0x399;
    const IOTA_BELOW: u32 = 0x345;
    let behind = upper.chars.iter_mut().take(upper.len).skip(1);
    behind.for_each(|code| {
        *code = if *code == IOTA { IOTA_BELOW } else { to_lower(*code).first() };
    });
    upper
}

/// The form for comparing without case.
pub fn to_folded(code: u32) -> Mapped {
    match code {
        0x130 => to_lower(code),
        0x131 => Mapped::one(code),
        0x1e9e => Mapped::of(['s', 's'].into_iter()),
        0x13a0..=0x13f5 => Mapped::one(code),
        0x13f8..=0x13fd => Mapped::one(code - 8),
        0xab70..=0xabbf => Mapped::one(code - 0xab70 + 0x13a0),
        _ => {
            let mut folded = to_upper(code);
            let all = folded.chars.iter_mut().take(folded.len);
            all.for_each(|code| *code = to_lower(*code).first());
            folded
        }
    }
}
