//! Places of tracebacks, and the report of exceptions that have nowhere to go.
//!
//! Nothing here needs script memory: names and places are read where they are.
//!
//! Not here: collecting the places (unwind.rs), printing uncaught exceptions (runtime/traceback.rs).

use threadsnake_heap::{Ref, Value, kind};
use threadsnake_image::layout::{code, info};
use threadsnake_image::lines::{self, Location};
use threadsnake_objects::cx::Cx;
use threadsnake_objects::exception::{self, slot, traceback};
use threadsnake_objects::number::int_text::IntBuffer;
use threadsnake_objects::{class, str};
use threadsnake_platform::Stream;

/// The source position of an instruction.
pub fn location(cx: &Cx, code: Ref, pc: u32) -> Location {
    let space = &cx.heap.space;
    let details = space.load(code.0 + code::INFO);
    let first_line = space.load(details + info::FIRST_LINE);
    let table = space
        .bytes(details + space.load(details + info::LINES), space.load(details + info::LINES_LEN));
    let whole = Location { line: first_line, end_line: first_line, col: 0, end_col: 0 };
    lines::find(table, first_line, pc).unwrap_or(whole)
}

/// Writes bytes to the error stream; there is nowhere to report that this failed.
fn put(cx: &mut Cx, bytes: &[u8]) {
    let _ = cx.platform.write(Stream::Err, bytes);
}

fn put_str(cx: &mut Cx, text: Value) {
    if let Some(object) = cx.payload(text, kind::STR) {
        let (from, len) = str::part(cx, object);
        let _ = cx.platform.write(Stream::Err, cx.heap.space.bytes(from, len));
    }
}

/// Writes the exception of a finalizer, which goes nowhere else: its places, type and plain argument.
pub fn write_ignored(cx: &mut Cx, raised: Value) {
    let Some(object) = raised.object_ref() else { return };
    put(cx, b"Exception ignored in a finalizer:\nTraceback (most recent call last):\n");
    let mut entry = exception::get(cx, object, slot::TRACEBACK);
    while let Some(held) = entry.object_ref() {
        let code = Ref(cx.heap.space.word(held, traceback::CODE));
        let pc = cx.heap.space.value(held, traceback::PC).as_small() as u32;
        write_place(cx, code, pc);
        entry = cx.heap.space.value(held, traceback::NEXT);
    }
    let own = cx.type_of(raised);
    let name = class::name(cx, own);
    put_str(cx, name);
    let args = exception::get(cx, object, slot::ARGS);
    if let Some(&first) =
        args.object_ref().and_then(|args| threadsnake_objects::tuple::items(cx, args).first())
    {
        put(cx, b": ");
        put_str(cx, first);
    }
    put(cx, b"\n");
}

fn write_place(cx: &mut Cx, code: Ref, pc: u32) {
    let details = cx.heap.space.load(code.0 + code::INFO);
    let file = Value(cx.heap.space.load(details + info::FILENAME));
    let name = Value(cx.heap.space.load(code.0 + code::NAME));
    let line = location(cx, code, pc).line;
    put(cx, b"  File \"");
    put_str(cx, file);
    put(cx, b"\", line ");
    let mut buffer = IntBuffer::new();
    put(cx, buffer.decimal(i64::from(line)));
    put(cx, b", in ");
    put_str(cx, name);
    put(cx, b"\n");
}
