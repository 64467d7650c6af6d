//! Printing exceptions that nobody handled, as CPython 3.11 does.
//!
//! Nothing here needs script memory: names and places are read where they are, source lines are read
//! through the platform piece by piece. The last line ("Type: message") may need script code; the machine
//! asks the prelude for it and prints the bare type when that fails.
//!
//! Not here: collecting the places (unwind.rs), where the carets go in a line (traceback/anchor.rs).

mod anchor;
mod source;

use crate::{Stop, Vm};
use source::Line;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_image::layout::{code, info};
use threadsnake_image::lines::{self, Location};
use threadsnake_objects::cx::Cx;
use threadsnake_objects::exception::{self, slot, traceback};
use threadsnake_objects::number::int_text::IntBuffer;
use threadsnake_objects::prelude::{self, Prelude};
use threadsnake_objects::{class, names, str};
use threadsnake_platform::Stream;

/// Causes and contexts that are printed in front of an exception, at most.
const CHAIN_MAX: usize = 32;
/// Equal lines that are printed before they are only counted.
const REPEATS_SHOWN: u32 = 3;

/// Writes bytes to the error stream; there is nowhere to report that this failed.
pub(crate) fn put(cx: &mut Cx, bytes: &[u8]) {
    let _ = cx.platform.write(Stream::Err, bytes);
}

/// Writes the text of a str to the error stream.
pub(crate) fn put_str(cx: &mut Cx, text: Value) {
    if let Some(object) = cx.payload(text, kind::STR) {
        let (from, len) = str::part(cx, object);
        let _ = cx.platform.write(Stream::Err, cx.heap.space.bytes(from, len));
    }
}

fn put_number(cx: &mut Cx, number: u32) {
    let mut buffer = IntBuffer::new();
    put(cx, buffer.decimal(i64::from(number)));
}

/// Writes the exception of a finalizer, which goes nowhere else.
pub fn write_ignored(cx: &mut Cx, raised: Value) {
    put(cx, b"Exception ignored in finalizer:\n");
    if let Some(object) = raised.object_ref() {
        write_places(cx, object);
    }
    write_type(cx, raised);
    put(cx, b"\n");
}

/// How an exception leads to the next one in a chain.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    Cause,
    Context,
}

impl Vm<'_> {
    /// Writes an exception with its causes, contexts, traceback and message. The machine must be idle.
    pub fn write_exception(&mut self, raised: Value) {
        let mut chain = [(Ref::NIL, Link::Context); CHAIN_MAX];
        let mut count = 0;
        let mut at = raised.object_ref();
        while let Some(object) = at.filter(|_| count < CHAIN_MAX) {
            let next = self.origin_of(object);
            chain[count] = (object, next.map_or(Link::Context, |(_, link)| link));
            count += 1;
            at = next.map(|(origin, _)| origin).filter(|origin| !chain[..count].iter().any(|seen| seen.0 == *origin));
        }
        for index in (0..count).rev() {
            self.write_one(chain[index].0);
            if index > 0 {
                put(&mut self.cx, match chain[index - 1].1 {
                    Link::Cause => b"\nThe above exception was the direct cause of the following exception:\n\n",
                    Link::Context => b"\nDuring handling of the above exception, another exception occurred:\n\n",
                });
            }
        }
    }

    /// The exception that led to this one, as far as it is shown.
    fn origin_of(&self, object: Ref) -> Option<(Ref, Link)> {
        let cause = exception::get(&self.cx, object, slot::CAUSE);
        if let Some(cause) = cause.object_ref() {
            return Some((cause, Link::Cause));
        }
        if !cause.is_unbound() {
            return None;
        }
        exception::get(&self.cx, object, slot::CONTEXT).object_ref().map(|context| (context, Link::Context))
    }

    fn write_one(&mut self, object: Ref) {
        write_places(&mut self.cx, object);
        let callee = prelude::function(&self.cx, Prelude::ExceptionLines);
        self.cx.heap.open_reserve();
        match self.call(callee, &[object.value()]) {
            Stop::Returned(text) => {
                put_str(&mut self.cx, text);
                self.cx.heap.dec(text);
            }
            Stop::Raised => {
                let raised = self.cx.take_raised();
                self.cx.heap.dec(raised);
                write_type(&mut self.cx, object.value());
            }
            Stop::Budget => write_type(&mut self.cx, object.value()),
        }
        self.cx.heap.close_reserve();
        put(&mut self.cx, b"\n");
    }
}

/// The type of an exception, with its module unless that goes without saying.
fn write_type(cx: &mut Cx, raised: Value) {
    let own = cx.type_of(raised);
    let module = cx.heap.space.value(own, class::word::MODULE);
    if module.is_ref() && !module.is_unbound() && module != names::BUILTINS_MODULE && module != names::MAIN {
        put_str(cx, module);
        put(cx, b".");
    }
    let name = class::name(cx, own);
    put_str(cx, name);
}

/// One place of a traceback.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Place {
    code: Ref,
    line: u32,
}

/// Writes the traceback of an exception.
fn write_places(cx: &mut Cx, object: Ref) {
    let mut entry = exception::get(cx, object, slot::TRACEBACK);
    if entry.object_ref().is_none() {
        return;
    }
    put(cx, b"Traceback (most recent call last):\n");
    let mut last = None;
    let mut repeats = 0;
    while let Some(held) = entry.object_ref() {
        let code = Ref(cx.heap.space.word(held, traceback::CODE));
        let pc = cx.heap.space.value(held, traceback::PC).as_small() as u32;
        let location = location(cx, code, pc);
        let place = Place { code, line: location.line };
        repeats = if last == Some(place) { repeats + 1 } else { finish_repeats(cx, repeats) };
        last = Some(place);
        if repeats < REPEATS_SHOWN {
            write_place(cx, code, location);
        }
        entry = cx.heap.space.value(held, traceback::NEXT);
    }
    finish_repeats(cx, repeats);
}

/// Tells how many equal lines were left out; 0 for the next count.
fn finish_repeats(cx: &mut Cx, repeats: u32) -> u32 {
    if repeats >= REPEATS_SHOWN {
        let more = repeats - REPEATS_SHOWN + 1;
        put(cx, b"  [Previous line repeated ");
        put_number(cx, more);
        put(cx, if more == 1 { b" more time]\n" } else { b" more times]\n" });
    }
    0
}

/// The source position of an instruction.
pub fn location(cx: &Cx, code: Ref, pc: u32) -> Location {
    let space = &cx.heap.space;
    let details = space.load(code.0 + code::INFO);
    let first_line = space.load(details + info::FIRST_LINE);
    let table = space.bytes(details + space.load(details + info::LINES), space.load(details + info::LINES_LEN));
    let whole = Location { line: first_line, end_line: first_line, col: 0, end_col: 0 };
    lines::find(table, first_line, pc).unwrap_or(whole)
}

fn write_place(cx: &mut Cx, code: Ref, location: Location) {
    let details = Ref(cx.heap.space.load(code.0 + code::INFO));
    let file = Value(cx.heap.space.load(details.0 + info::FILENAME));
    let name = Value(cx.heap.space.load(code.0 + code::NAME));
    put(cx, b"  File \"");
    put_str(cx, file);
    put(cx, b"\", line ");
    put_number(cx, location.line);
    put(cx, b", in ");
    put_str(cx, name);
    put(cx, b"\n");
    if let Some(line) = source::read(cx, file, location.line) {
        write_source(cx, &line, location);
    }
}

/// Writes a source line and, where they say something, carets below it.
fn write_source(cx: &mut Cx, line: &Line, location: Location) {
    let text = line.text();
    let start = text.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(text.len());
    let stripped = text.get(start..).unwrap_or(&[]).trim_ascii_end();
    if stripped.is_empty() {
        return;
    }
    put(cx, b"    ");
    put(cx, stripped);
    put(cx, b"\n");
    if location.end_col == 0 || line.is_cut() {
        return;
    }
    let end = if location.end_line == location.line { location.end_col as usize } else { start + stripped.len() };
    let from = (location.col as usize).max(start) - start;
    let to = end.min(start + stripped.len()).saturating_sub(start);
    if from >= to || (from == 0 && to == stripped.len()) && location.end_line == location.line {
        return;
    }
    let whole_segment = location.end_line == location.line;
    write_carets(cx, stripped, from, to, whole_segment);
}

fn write_carets(cx: &mut Cx, text: &[u8], from: usize, to: usize, whole_segment: bool) {
    let segment = text.get(from..to).unwrap_or(&[]);
    let anchor = if whole_segment { anchor::find(segment) } else { None };
    put(cx, b"    ");
    for _ in 0..columns(text.get(..from).unwrap_or(&[])) {
        put(cx, b" ");
    }
    for (at, byte) in segment.iter().enumerate() {
        if byte & 0xc0 == 0x80 {
            continue;
        }
        let strong = anchor.is_none_or(|(left, right)| at >= left && at < right);
        put(cx, if strong { b"^" } else { b"~" });
    }
    put(cx, b"\n");
}

/// Characters of UTF-8 text.
fn columns(text: &[u8]) -> usize {
    text.iter().filter(|byte| *byte & 0xc0 != 0x80).count()
}
