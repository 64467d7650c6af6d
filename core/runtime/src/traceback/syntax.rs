//! The place of a syntax error: file, line, source text and marks.
//!
//! Not here: finding syntax errors (crate `compiler`), making the exception (compile.rs).

use super::out::Out;
use super::{field, text_bytes};
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::cx::Cx;
use threadsnake_objects::exception::{self, slot};
use threadsnake_objects::{names, tuple};

/// Items of the second argument of a syntax error.
const END_LINE: u32 = 4;
const END_OFFSET: u32 = 5;

/// Writes where a syntax error is and gives its message, owned; none when it does not say where.
pub fn write_place(cx: &mut Cx, exception: Ref) -> Option<Value> {
    let line = field(cx, exception, names::LINENO)?;
    let Some(line) = line.small_int() else {
        cx.heap.dec(line);
        return None;
    };
    write_file(cx, exception, line);
    let offset = field(cx, exception, names::OFFSET).and_then(Value::small_int).unwrap_or(0);
    if let Some(text) = field(cx, exception, names::TEXT) {
        let end_line = detail(cx, exception, END_LINE).unwrap_or(line);
        let mut end = detail(cx, exception, END_OFFSET).unwrap_or(0);
        if end_line > line {
            end = text_bytes(cx, text).len() as i32;
        }
        if cx.payload(text, kind::STR).is_some() {
            write_text(cx, text, offset, end);
        }
        cx.heap.dec(text);
    }
    field(cx, exception, names::MSG)
}

fn write_file(cx: &mut Cx, exception: Ref, line: i32) {
    let file = field(cx, exception, names::FILENAME).unwrap_or(Value::NONE);
    Out(cx).text("  File \"");
    if cx.payload(file, kind::STR).is_some() {
        Out(cx).value(file);
    } else {
        Out(cx).text("<string>");
    }
    Out(cx).text("\", line ");
    Out(cx).number(line.max(0) as u32);
    Out(cx).text("\n");
    cx.heap.dec(file);
}

/// An item of the details in the second argument.
fn detail(cx: &Cx, exception: Ref, item: u32) -> Option<i32> {
    let args = cx.as_kind(exception::get(cx, exception, slot::ARGS), kind::TUPLE)?;
    let details = cx.as_kind(tuple::item(cx, args, 1), kind::TUPLE)?;
    tuple::item(cx, details, item).small_int()
}

/// Writes the text of the line and the marks; columns count characters from 1.
fn write_text(cx: &mut Cx, text: Value, offset: i32, end: i32) {
    let marks = if end > 0 && end > offset { end - offset } else { 1 };
    let bytes = text_bytes(cx, text);
    let blanks = bytes.iter().take_while(|&&byte| matches!(byte, b' ' | b'\t' | b'\x0c')).count();
    let line = bytes.get(blanks..).unwrap_or(&[]);
    let mut skip = blanks;
    let mut column = offset - 1 - blanks as i32;
    let mut len = line.strip_suffix(b"\n").unwrap_or(line).len();
    column = column.min(len as i32);
    // Of a text of several lines the one with the error is shown.
    while let Some(newline) =
        bytes.get(skip..).and_then(|rest| rest.iter().position(|&byte| byte == b'\n'))
    {
        if newline as i32 >= column {
            break;
        }
        skip += newline + 1;
        len = len.saturating_sub(newline + 1);
        column -= newline as i32 + 1;
    }
    let Some(object) = cx.payload(text, kind::STR) else { return };
    let (from, _) = threadsnake_objects::str::part(cx, object);
    Out(cx).text("    ");
    write_part(cx, from + skip as u32, len as u32);
    Out(cx).text("\n");
    if column >= 0 {
        Out(cx).repeat(" ", 4 + column as usize);
        Out(cx).repeat("^", marks.max(1) as usize);
        Out(cx).text("\n");
    }
}

fn write_part(cx: &mut Cx, from: u32, len: u32) {
    let bytes = cx.heap.space.bytes(from, len);
    let _ = cx.platform.write(threadsnake_platform::Stream::Err, bytes);
}
