//! The places of a traceback: file, line, function, source text, repeated places counted.
//!
//! Not here: which part of a line is marked (carets.rs).

use super::carets;
use super::out::Out;
use super::text_bytes;
use crate::scratch;
use threadsnake_compiler::Bump;
use threadsnake_compiler::error::line_of;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_image::lines::Location;
use threadsnake_objects::cx::Cx;
use threadsnake_objects::exception::{self, slot, traceback};
use threadsnake_objects::{code, tuple, types};

/// Equal places in a row that are printed; the others are counted.
const REPEATS_SHOWN: u32 = 3;
/// Most places that are printed, the last ones.
const PLACES_MAX: u32 = 1000;

/// One place of a traceback.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Place {
    file: Value,
    name: Value,
    location: Location,
}

/// Has an exception a traceback?
pub fn are_known(cx: &Cx, exception: Ref) -> bool {
    exception::get(cx, exception, slot::TRACEBACK).object_ref().is_some()
}

/// Writes the traceback of an exception, if it has one.
pub fn write(cx: &mut Cx, exception: Ref) {
    if !are_known(cx, exception) {
        return;
    }
    let first = exception::get(cx, exception, slot::TRACEBACK);
    Out(cx).text("Traceback (most recent call last):\n");
    let Ok(bump) = scratch::new() else { return };
    let mut files = Files { bump: &bump, file: Value::UNBOUND, text: &[] };
    let missing = missing_attribute(cx, exception, &bump);
    let mut at = skip_oldest(cx, first);
    let mut last: Option<Place> = None;
    let mut repeats = 0;
    while let Some(entry) = at.object_ref() {
        let place = place_of(cx, entry);
        let is_same = last.is_some_and(|last| {
            last.file == place.file
                && last.name == place.name
                && last.location.line == place.location.line
        });
        if !is_same {
            write_repeats(cx, repeats);
            repeats = 0;
        }
        repeats += 1;
        if repeats <= REPEATS_SHOWN {
            let next = cx.heap.space.value(entry, traceback::NEXT);
            let missing = missing.filter(|_| next.object_ref().is_none());
            write_place(cx, place, &mut files, missing);
        }
        last = Some(place);
        at = cx.heap.space.value(entry, traceback::NEXT);
    }
    write_repeats(cx, repeats);
}

/// The attribute that an exception says is missing.
fn missing_attribute<'b>(cx: &Cx, exception: Ref, bump: &'b Bump) -> Option<&'b [u8]> {
    if cx.type_of(exception.value()) != types::ATTRIBUTE_ERROR {
        return None;
    }
    let args = cx.as_kind(exception::get(cx, exception, slot::ARGS), kind::TUPLE)?;
    let message = text_bytes(cx, tuple::item(cx, args, 0)).strip_suffix(b"'")?;
    let name = message.rsplit(|&byte| byte == b'\'').next()?;
    scratch::copy(bump, name)
}

/// The first entry that is printed.
fn skip_oldest(cx: &Cx, first: Value) -> Value {
    let next = |at: Value| {
        at.object_ref().map_or(Value::UNBOUND, |entry| cx.heap.space.value(entry, traceback::NEXT))
    };
    let mut count = 0u32;
    let mut at = first;
    while at.object_ref().is_some() {
        count = count.saturating_add(1);
        at = next(at);
    }
    let mut at = first;
    for _ in PLACES_MAX..count {
        at = next(at);
    }
    at
}

fn write_repeats(cx: &mut Cx, repeats: u32) {
    let Some(more) = repeats.checked_sub(REPEATS_SHOWN).filter(|&more| more > 0) else { return };
    Out(cx).text("  [Previous line repeated ");
    Out(cx).number(more);
    Out(cx).text(if more == 1 { " more time]\n" } else { " more times]\n" });
}

/// What code and position of an entry mean.
fn place_of(cx: &Cx, entry: Ref) -> Place {
    let code = Ref(cx.heap.space.word(entry, traceback::CODE));
    let pc = cx.heap.space.value(entry, traceback::PC).small_int().unwrap_or(0) as u32;
    Place {
        file: code::filename(cx, code),
        name: code::name(cx, code),
        location: code::location(cx, code, pc),
    }
}

fn write_place(cx: &mut Cx, place: Place, files: &mut Files, missing: Option<&[u8]>) {
    Out(cx).text("  File \"");
    Out(cx).value(place.file);
    Out(cx).text("\", line ");
    Out(cx).number(place.location.line);
    Out(cx).text(", in ");
    Out(cx).value(place.name);
    Out(cx).text("\n");
    let line = files.line(cx, place);
    if line.is_empty() {
        return;
    }
    let blanks = line.iter().take_while(|&&byte| matches!(byte, b' ' | b'\t' | b'\x0c')).count();
    Out(cx).text("    ");
    Out(cx).bytes(line.get(blanks..).unwrap_or(&[]));
    Out(cx).text("\n");
    carets::write(cx, line, blanks, place.location, missing);
}

/// The source file that was read last.
struct Files<'b> {
    bump: &'b Bump,
    file: Value,
    text: &'b [u8],
}

impl<'b> Files<'b> {
    /// The line of a place, empty when it is not to be had.
    fn line(&mut self, cx: &mut Cx, place: Place) -> &'b [u8] {
        if self.file != place.file {
            self.file = place.file;
            self.text = &[];
            let name = scratch::copy(self.bump, text_bytes(cx, place.file)).unwrap_or(&[]);
            let is_file = !name.starts_with(b"<") && !name.is_empty();
            if is_file && let Ok(text) = scratch::read_file(cx.platform, name, self.bump) {
                self.text = text;
            }
        }
        let line = line_of(self.text, place.location.line);
        if core::str::from_utf8(line).is_ok() { line } else { &[] }
    }
}
