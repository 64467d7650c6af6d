//! Places of tracebacks, and the report of exceptions that have nowhere to go.
//!
//! Nothing here needs script memory: names and places are read where they are.
//!
//! Not here: collecting the places (unwind.rs), printing uncaught exceptions (runtime/traceback.rs).

use crate::Vm;
use crate::frame::{self, FAR, FAR_WORDS};
use threadsnake_heap::{Ref, Value, WORD, kind};
use threadsnake_objects::cx::Cx;
use threadsnake_objects::exception::{self, slot, traceback};
use threadsnake_objects::number::int_text::IntBuffer;
use threadsnake_objects::{class, code, str};
use threadsnake_platform::Stream;

/// Most places of a running script that are written.
const PLACES_MAX: u32 = 64;
/// The word of a function that holds its code.
const FUNCTION_CODE: u32 = 1;

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

/// Writes the places of all frames, the running one first. What is read was saved at the last call, so the
/// first place may be a little behind.
pub fn write_running(vm: &mut Vm) {
    put(&mut vm.cx, b"Places of the script (most recent call first):\n");
    for _ in 0..PLACES_MAX {
        let function = vm.function_at(vm.fp);
        if function.is_nil() {
            return;
        }
        let code = vm.cx.heap.space.value(function, FUNCTION_CODE);
        let Some(code) = code.object_ref() else { return };
        let pc = vm.pc;
        write_place(&mut vm.cx, code, pc);
        let word = vm.return_word_at(vm.fp);
        let link = vm.cx.heap.space.value(Ref(vm.fp - FAR_WORDS * WORD), 0);
        vm.pc = frame::pc(word);
        vm.fp = if word & FAR == 0 {
            vm.fp.saturating_sub(frame::delta(word) * WORD)
        } else if let Some(words) = link.small_int() {
            vm.window_start + (words as u32).saturating_sub(1) * WORD
        } else if let Some(object) = link.object_ref() {
            object.0 + frame::HEAP_BYTES
        } else {
            return;
        };
    }
}

fn write_place(cx: &mut Cx, code: Ref, pc: u32) {
    let (file, name) = (code::filename(cx, code), code::name(cx, code));
    let line = code::location(cx, code, pc).line;
    put(cx, b"  File \"");
    put_str(cx, file);
    put(cx, b"\", line ");
    let mut buffer = IntBuffer::new();
    put(cx, buffer.decimal(i64::from(line)));
    put(cx, b", in ");
    put_str(cx, name);
    put(cx, b"\n");
}
