//! The message of each kind of error, as CPython 3.11 words it.
//!
//! Not here: the kinds (error.rs); fixed texts, which stand where the error is found.

use super::ErrorKind;

/// Decimal digits of a `u32`.
const DECIMAL_DIGITS: usize = 10;
/// Hexadecimal digits of a code point, as CPython pads them.
const MIN_HEX_DIGITS: u32 = 4;

type Sink<'s> = &'s mut dyn FnMut(&str);

/// Writes the message in pieces.
// tidy: long, because one arm per kind of error
pub(super) fn write(kind: &ErrorKind<'_>, sink: Sink<'_>) {
    match *kind {
        ErrorKind::OutOfMemory => sink("the compiler is out of memory"),
        ErrorKind::Text(text) | ErrorKind::Indentation(text) => sink(text),
        ErrorKind::Around { before, middle, after } => {
            sink(before);
            sink(middle);
            sink(after);
        }
        ErrorKind::ExpectedBlock { after, line } => {
            sink("expected an indented block after ");
            sink(after);
            sink(" on line ");
            write_decimal(line, sink);
        }
        ErrorKind::Tabs => sink("inconsistent use of tabs and spaces in indentation"),
        ErrorKind::DetectedAt { what, line } => {
            sink(what);
            sink(" (detected at line ");
            write_decimal(line, sink);
            sink(")");
        }
        ErrorKind::NeverClosed(open) => {
            write_quoted(open, sink);
            sink(" was never closed");
        }
        ErrorKind::Unmatched(close) => {
            sink("unmatched ");
            write_quoted(close, sink);
        }
        ErrorKind::Mismatched { close, open, line } => write_mismatch(close, open, line, sink),
        ErrorKind::InvalidDigit { digit, base } => {
            sink("invalid digit ");
            write_quoted(digit, sink);
            sink(" in ");
            sink(base);
            sink(" literal");
        }
        ErrorKind::InvalidCharacter(found) => {
            sink("invalid character ");
            write_quoted(found, sink);
            sink(" (U+");
            write_hex(u32::from(found), MIN_HEX_DIGITS, true, sink);
            sink(")");
        }
        ErrorKind::NonPrintable(found) => {
            sink("invalid non-printable character U+");
            write_hex(u32::from(found), MIN_HEX_DIGITS, true, sink);
        }
        ErrorKind::LegacyCall(name) => {
            sink("Missing parentheses in call to '");
            sink(name);
            sink("'. Did you mean ");
            sink(name);
            sink("(...)?");
        }
        ErrorKind::Utf8 { byte, position, reason } => {
            write_undecodable("utf-8", byte, position, sink);
            sink(reason);
        }
        ErrorKind::Ascii { byte, position } => {
            write_undecodable("ascii", byte, position, sink);
            sink("ordinal not in range(128)");
        }
        ErrorKind::StringEscape { first, last, reason } => {
            sink("(unicode error) 'unicodeescape' codec can't decode byte");
            write_range(first, last, sink);
            sink(reason);
        }
        ErrorKind::BytesEscape { position } => {
            sink("(value error) invalid \\x escape at position ");
            write_decimal(position, sink);
        }
        ErrorKind::UnknownEncoding(name) => {
            sink("unknown encoding: ");
            sink(name);
        }
    }
}

fn write_mismatch(close: char, open: char, line: Option<u32>, sink: Sink<'_>) {
    sink("closing parenthesis ");
    write_quoted(close, sink);
    sink(" does not match opening parenthesis ");
    write_quoted(open, sink);
    if let Some(line) = line {
        sink(" on line ");
        write_decimal(line, sink);
    }
}

fn write_undecodable(codec: &str, byte: u8, position: u32, sink: Sink<'_>) {
    sink("(unicode error) '");
    sink(codec);
    sink("' codec can't decode byte 0x");
    write_hex(u32::from(byte), 2, false, sink);
    sink(" in position ");
    write_decimal(position, sink);
    sink(": ");
}

/// CPython names one byte by its value, which for an escape is always the backslash.
fn write_range(first: u32, last: u32, sink: Sink<'_>) {
    if first == last {
        sink(" 0x5c in position ");
        write_decimal(first, sink);
    } else {
        sink("s in position ");
        write_decimal(first, sink);
        sink("-");
        write_decimal(last, sink);
    }
    sink(": ");
}

fn write_quoted(found: char, sink: Sink<'_>) {
    sink("'");
    let mut bytes = [0; 4];
    sink(found.encode_utf8(&mut bytes));
    sink("'");
}

/// Writes a number in decimal.
fn write_decimal(mut value: u32, sink: Sink<'_>) {
    let mut digits = [0_u8; DECIMAL_DIGITS];
    let mut start = DECIMAL_DIGITS;
    for slot in digits.iter_mut().rev() {
        *slot = b'0' + (value % 10) as u8;
        start -= 1;
        value /= 10;
        if value == 0 {
            break;
        }
    }
    sink(digits.get(start..).and_then(|text| core::str::from_utf8(text).ok()).unwrap_or_default());
}

fn write_hex(value: u32, min_digits: u32, is_upper: bool, sink: Sink<'_>) {
    let needed = (u32::BITS - value.leading_zeros()).div_ceil(4);
    for place in (0..needed.max(min_digits)).rev() {
        let digit = char::from_digit(value >> (place * 4) & 15, 16).unwrap_or('0');
        let digit = if is_upper { digit.to_ascii_uppercase() } else { digit };
        let mut bytes = [0; 4];
        sink(digit.encode_utf8(&mut bytes));
    }
}
