//! Builtins that read and write text.
//!
//! Not here: `repr` of values (objects/repr.rs), formatting (objects/format.rs).

use crate::modules::sys;
use crate::support::{self, arg};
use threadsnake_heap::{Heap, OutOfMemory, Ref, Value, header, kind};
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::text::Text;
use threadsnake_objects::{
    format as formatting, names, repr as representation, statics, str as string, tuple, types,
};
use threadsnake_platform::{PlatformError, Stream};

/// `repr(object)`.
pub fn repr(cx: &mut Cx, args: &[Value]) -> NativeResult {
    representation::repr(cx, args[0])
}

/// `ascii(object)`.
pub fn ascii(cx: &mut Cx, args: &[Value]) -> NativeResult {
    representation::ascii(cx, args[0])
}

/// `format(value, spec='')`.
pub fn format(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let spec = match arg(args, 1) {
        Value::UNBOUND => names::EMPTY,
        spec => spec,
    };
    if cx.payload(spec, kind::STR).is_none() {
        return Err(raise::type_error(cx, &[S("format() argument 2 must be str, not "), T(spec)]));
    }
    formatting::with_spec(cx, args[0], spec)
}

/// `print(*args, sep=' ', end='\n', file=None, flush=False)`. Values that show themselves without script
/// code are put together in one piece; the rest, and other files, are left to the prelude.
pub fn print(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let values = arg(args, 0);
    let values = if values.is_unbound() { statics::EMPTY_TUPLE } else { values };
    let sep = separator(cx, arg(args, 1), "sep", statics::char_str(b' '))?;
    let end = separator(cx, arg(args, 2), "end", statics::char_str(b'\n'))?;
    let file = support::arg_or_none(args, 3);
    let flush = arg(args, 4);
    let flush = if flush.is_unbound() { Value::FALSE } else { flush };
    if file == Value::NONE && sys::own_member(cx, names::STDOUT) == Some(Value::NONE) {
        return Ok(Value::NONE);
    }
    if let Some(stream) = plain_stream(cx, file)
        && flush == Value::FALSE
    {
        let mut text = Text::new(cx)?;
        match put_together(cx, &mut text, values.as_ref(), sep, end) {
            Ok(true) => return write_text(cx, text, stream),
            Ok(false) => text.discard(cx),
            Err(exit) => {
                text.discard(cx);
                return Err(exit);
            }
        }
    }
    Err(cx.tail_prelude(Prelude::Print, &[values, sep, end, file, flush]))
}

fn separator(cx: &mut Cx, value: Value, name: &str, default: Value) -> Outcome<Value> {
    if value.is_unbound() || value == Value::NONE {
        return Ok(default);
    }
    if cx.payload(value, kind::STR).is_some() {
        return Ok(value);
    }
    Err(raise::type_error(cx, &[S(name), S(" must be None or a string, not "), T(value)]))
}

/// The stream that a file is, when no script code is between.
fn plain_stream(cx: &Cx, file: Value) -> Option<Stream> {
    let file = if file == Value::NONE {
        sys::own_member(cx, names::STDOUT).unwrap_or(Value::UNBOUND)
    } else {
        file
    };
    if file.is_unbound() {
        return Some(Stream::Out);
    }
    match cx.type_of(file) {
        types::STDOUT => Some(Stream::Out),
        types::STDERR => Some(Stream::Err),
        _ => None,
    }
}

/// Appends all values; false when one needs script code.
fn put_together(
    cx: &mut Cx,
    text: &mut Text,
    values: Ref,
    sep: Value,
    end: Value,
) -> Outcome<bool> {
    for at in 0..tuple::len(cx, values) {
        if at > 0 {
            text.push_str(cx, sep)?;
        }
        let value = tuple::item(cx, values, at);
        if cx.as_kind(value, kind::STR).is_some() {
            text.push_str(cx, value)?;
        } else if !representation::push(cx, text, value)? {
            return Ok(false);
        }
    }
    text.push_str(cx, end)?;
    Ok(true)
}

fn write_text(cx: &mut Cx, text: Text, stream: Stream) -> NativeResult {
    let (from, len) = text.part();
    let written = cx.platform.write(stream, cx.heap.space.bytes(from, len));
    text.discard(cx);
    match written {
        Ok(()) => Ok(Value::NONE),
        Err(error) => Err(write_error(cx, error)),
    }
}

/// The exception of an output that did not work.
#[cold]
pub fn write_error(cx: &mut Cx, error: PlatformError) -> threadsnake_objects::cx::Exit {
    match error {
        PlatformError::BrokenPipe => {
            raise::raise(cx, types::BROKEN_PIPE_ERROR, &[S("[Errno 32] Broken pipe")])
        }
        _ => raise::os_error(cx, &[S("cannot write")]),
    }
}

/// `input(prompt='')`: one line without its end.
pub fn input(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let prompt = arg(args, 0);
    if !prompt.is_unbound() {
        if cx.payload(prompt, kind::STR).is_none() {
            return Err(cx.tail_prelude(Prelude::Input, &[prompt]));
        }
        write_str(cx, prompt, Stream::Out)?;
    }
    let _ = cx.platform.flush(Stream::Out);
    let line = read_line(cx)?;
    let bytes = support::text(cx, line);
    let kept = bytes
        .strip_suffix(b"\n")
        .map_or(bytes.len(), |rest| rest.strip_suffix(b"\r").unwrap_or(rest).len());
    if bytes.is_empty() {
        cx.heap.dec(line);
        return Err(raise::raise(cx, types::EOF_ERROR, &[S("EOF when reading a line")]));
    }
    let start = string::start(cx, line.as_ref());
    let text = string::copy(cx, (start, kept as u32), false);
    cx.heap.dec(line);
    Ok(text?)
}

/// Writes a str to a stream.
pub fn write_str(cx: &mut Cx, text: Value, stream: Stream) -> Outcome<()> {
    let Some(object) = cx.payload(text, kind::STR) else { return Ok(()) };
    let (from, len) = string::part(cx, object);
    match cx.platform.write(stream, cx.heap.space.bytes(from, len)) {
        Ok(()) => Ok(()),
        Err(error) => Err(write_error(cx, error)),
    }
}

/// Longest line of input.
const LINE_MAX: usize = 4096;
/// Bytes of a line that need no memory of the arena before it is a string.
const SHORT_LINE: usize = 128;

/// A line that is being read.
struct Line {
    short: [u8; SHORT_LINE],
    len: usize,
    /// Where longer ones lie.
    block: Ref,
    /// Why there is no more of it.
    trouble: Option<Trouble>,
}

#[derive(Clone, Copy)]
enum Trouble {
    TooLong,
    NoMemory,
}

impl Line {
    /// Words of the block.
    const WORDS: u32 = 1 + LINE_MAX as u32 / 4;

    /// Adds a piece; false when there is no room for it.
    fn add(&mut self, heap: &mut Heap, piece: &[u8]) -> bool {
        let end = self.len + piece.len();
        if end > LINE_MAX {
            self.trouble = Some(Trouble::TooLong);
            return false;
        }
        if self.block.is_nil() && end > SHORT_LINE {
            let Ok(block) = heap.alloc(Self::WORDS) else {
                self.trouble = Some(Trouble::NoMemory);
                return false;
            };
            heap.space.store(block.0, header::block(kind::RAW, Self::WORDS));
            heap.space.bytes_mut(block.0 + 4, SHORT_LINE as u32).copy_from_slice(&self.short);
            self.block = block;
        }
        let place = if self.block.is_nil() {
            self.short.get_mut(self.len..end).unwrap_or(&mut [])
        } else {
            heap.space.bytes_mut(self.block.0 + 4 + self.len as u32, piece.len() as u32)
        };
        if place.len() == piece.len() {
            place.copy_from_slice(piece);
        }
        self.len = end;
        true
    }

    /// What was read.
    fn text<'l>(&'l self, heap: &'l Heap) -> &'l [u8] {
        if self.block.is_nil() {
            return self.short.get(..self.len).unwrap_or(&[]);
        }
        heap.space.bytes(self.block.0 + 4, self.len as u32)
    }

    fn string(&self, cx: &mut Cx) -> Outcome<Value> {
        if core::str::from_utf8(self.text(&cx.heap)).is_err() {
            return Err(raise::value_error(cx, &[S("input is not UTF-8")]));
        }
        if self.block.is_nil() {
            return Ok(string::new(cx, self.short.get(..self.len).unwrap_or(&[]))?);
        }
        Ok(string::copy(cx, (self.block.0 + 4, self.len as u32), false)?)
    }
}

/// The next line of input with its end; empty at the end of input.
pub fn read_line(cx: &mut Cx) -> Outcome<Value> {
    let mut line = Line { short: [0; SHORT_LINE], len: 0, block: Ref::NIL, trouble: None };
    let heap = &mut cx.heap;
    let read = cx.platform.read_line(&mut |piece| line.add(heap, piece));
    let result = match (line.trouble, read) {
        _ if cx.platform.take_interrupt() => Err(raise::raise_bare(cx, types::KEYBOARD_INTERRUPT)),
        (Some(Trouble::TooLong), _) => Err(raise::os_error(cx, &[S("input line too long")])),
        (Some(Trouble::NoMemory), _) => Err(OutOfMemory.into()),
        (None, Err(error)) if error != PlatformError::Unsupported => {
            Err(raise::os_error(cx, &[S("cannot read input")]))
        }
        _ => line.string(cx),
    };
    if !line.block.is_nil() {
        cx.heap.free(line.block, Line::WORDS);
    }
    result
}
