//! Source text to code in place: the compiler with its scratch, then the loader.
//!
//! Not here: the compiler (crate `compiler`), what a `SyntaxError` looks like printed (vm/traceback.rs).

use crate::load::{self, LoadError, Program};
use crate::loader::{Loader, Placement};
use crate::scratch;
use threadsnake_compiler::error::line_of;
use threadsnake_compiler::{
    Bump, CompileError, ErrorClass, Mode, Options, ParseLimits, compile, compile_interactive,
};
use threadsnake_heap::{OutOfMemory, Ref, Value, kind};
use threadsnake_objects::cx::{Cx, Exit, NativeResult, Outcome};
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::text::Text;
use threadsnake_objects::{exception, tuple, types};

/// Steps of the parser for one level of nesting: the ladder of operator precedence is climbed at each.
const STEPS_PER_LEVEL: u16 = 5;

/// The profile's way to compile.
pub fn options(filename: &str, mode: Mode) -> Options<'_> {
    let mut limits = ParseLimits::default();
    limits.depth = (memconfig::compiler::MAX_DEPTH as u16).saturating_mul(STEPS_PER_LEVEL);
    Options {
        asserts: memconfig::compiler::ASSERTS,
        docstrings: memconfig::compiler::DOCSTRINGS,
        lines: memconfig::compiler::LINE_TABLES,
        columns: memconfig::compiler::COLUMNS,
        limits,
        ..Options::new(filename, mode)
    }
}

/// Compiles source text that lies in scratch and puts the program in place.
///
/// # Errors
/// A `SyntaxError` or `MemoryError` is raised in `cx`.
pub fn source(
    loader: &Loader,
    cx: &mut Cx,
    text: &[u8],
    filename: &str,
    mode: Mode,
    bump: &Bump,
) -> Outcome<Program> {
    let result = compile(text, &options(filename, mode), bump);
    finish(loader, cx, result.map(Some), text, filename, bump)?.ok_or(Exit::Raise)
}

/// The same for what was typed at a prompt so far; `None` when it is not finished.
///
/// # Errors
/// A `SyntaxError` or `MemoryError` is raised in `cx`.
pub fn interactive(
    loader: &Loader,
    cx: &mut Cx,
    text: &[u8],
    filename: &str,
    bump: &Bump,
) -> Outcome<Option<Program>> {
    let result = compile_interactive(text, &options(filename, Mode::Single), bump);
    finish(loader, cx, result, text, filename, bump)
}

fn finish(
    loader: &Loader,
    cx: &mut Cx,
    result: Result<Option<threadsnake_compiler::Program>, CompileError>,
    text: &[u8],
    filename: &str,
    bump: &Bump,
) -> Outcome<Option<Program>> {
    let placed = match result {
        Ok(None) => return Ok(None),
        Ok(Some(program)) => place(loader, cx, &program, bump),
        Err(error) => return Err(syntax_error(cx, &error, text, filename)),
    };
    let used = u32::try_from(bump.allocated_bytes()).unwrap_or(u32::MAX);
    loader.count(|counters| counters.scratch_peak = counters.scratch_peak.max(used));
    match placed {
        Ok(program) => Ok(Some(program)),
        Err(error) => Err(error.raise(cx)),
    }
}

fn place(
    loader: &Loader,
    cx: &mut Cx,
    program: &threadsnake_compiler::Program,
    bump: &Bump,
) -> Result<Program, LoadError> {
    let image = bump.try_alloc_slice_fill_copy(program.len_words(), 0).map_err(|_| OutOfMemory)?;
    program.copy_to(image);
    match loader.placement.get() {
        Placement::Arena => load::to_arena(loader, cx, image),
        Placement::Rom => load::to_rom(loader, cx, image),
    }
}

/// Raises what is wrong with a source text, as CPython's compiler does.
pub(crate) fn syntax_error(cx: &mut Cx, error: &CompileError, text: &[u8], filename: &str) -> Exit {
    let class = match error.class() {
        ErrorClass::Memory => return raise::memory_error(cx),
        ErrorClass::Syntax => types::SYNTAX_ERROR,
        ErrorClass::Indentation => types::INDENTATION_ERROR,
        ErrorClass::Tab => types::TAB_ERROR,
    };
    let made = error_args(cx, error, text, filename)
        .and_then(|args| exception::with_args(cx, class, args));
    match made {
        Ok(object) => raise::set(cx, object.value()),
        Err(OutOfMemory) => raise::memory_error(cx),
    }
}

/// `(message, (filename, lineno, offset, text, end_lineno, end_offset))`, owned.
fn error_args(
    cx: &mut Cx,
    error: &CompileError,
    text: &[u8],
    filename: &str,
) -> Result<Value, OutOfMemory> {
    let mut parts = [Value::UNBOUND; 3];
    let made = error_texts(cx, error, text, filename, &mut parts);
    let args = made.and_then(|()| arrange(cx, error, text, parts));
    for part in parts {
        cx.heap.dec(part);
    }
    args
}

/// Message, file name and line, owned as far as they were made.
fn error_texts(
    cx: &mut Cx,
    error: &CompileError,
    text: &[u8],
    filename: &str,
    parts: &mut [Value; 3],
) -> Result<(), OutOfMemory> {
    let [message_part, file_part, line_part] = parts;
    *message_part = message(cx, error)?;
    *file_part = joined(cx, &[filename])?;
    *line_part = match error.fragment {
        Some(fragment) => joined(cx, &["(", fragment.text, ")\n"])?,
        None => source_line(cx, text, error.position(text).line)?,
    };
    Ok(())
}

fn arrange(
    cx: &mut Cx,
    error: &CompileError,
    text: &[u8],
    [message, file, line]: [Value; 3],
) -> Result<Value, OutOfMemory> {
    let place = error.position(text);
    let small = |int: u32| Value::small(int.min(i32::MAX as u32 >> 1) as i32);
    let fields = [
        file,
        small(place.line),
        small(place.offset),
        line,
        small(place.end_line),
        Value::small(place.end_offset),
    ];
    let fields = tuple::from_slice(cx, &fields)?;
    let args = tuple::from_slice(cx, &[message, fields.value()]);
    cx.heap.dec_ref(fields);
    Ok(args?.value())
}

fn joined(cx: &mut Cx, pieces: &[&str]) -> Result<Value, OutOfMemory> {
    let mut text = Text::new(cx)?;
    for piece in pieces {
        if let Err(error) = text.push(cx, piece.as_bytes()) {
            text.discard(cx);
            return Err(error);
        }
    }
    text.finish(cx)
}

fn message(cx: &mut Cx, error: &CompileError) -> Result<Value, OutOfMemory> {
    let mut text = Text::new(cx)?;
    let mut failed = false;
    error.write_message(&mut |piece| failed |= text.push(cx, piece.as_bytes()).is_err());
    if failed {
        text.discard(cx);
        return Err(OutOfMemory);
    }
    text.finish(cx)
}

/// A line of the source with its end, None when it is no text at all.
fn source_line(cx: &mut Cx, text: &[u8], line: u32) -> Result<Value, OutOfMemory> {
    if line == 0 {
        return Ok(Value::NONE);
    }
    match core::str::from_utf8(line_of(text, line)) {
        Ok(line) => joined(cx, &[line, "\n"]),
        Err(_) => Ok(Value::NONE),
    }
}

/// The builtin `compile`: source (str or bytes), file name (str) and mode (str); gives a code object.
pub(crate) fn from_script(
    loader: &Loader,
    cx: &mut Cx,
    source: Value,
    filename: Value,
    mode: Value,
) -> NativeResult {
    let mode = match bytes_of(cx, mode) {
        Some(b"eval") => Mode::Eval,
        Some(b"single") => Mode::Single,
        Some(b"exec") => Mode::Exec,
        _ => {
            return Err(raise::value_error(
                cx,
                &[S("compile() mode must be 'exec', 'eval' or 'single'")],
            ));
        }
    };
    let bump = scratch::new();
    let text = bytes_of(cx, source).and_then(|bytes| scratch::copy(&bump, bytes));
    let name = bytes_of(cx, filename).and_then(|bytes| scratch::copy(&bump, bytes));
    let (Some(text), Some(name)) = (text, name) else { return Err(raise::memory_error(cx)) };
    let name = core::str::from_utf8(name).unwrap_or("?");
    let program = self::source(loader, cx, text, name, mode, &bump)?;
    Ok(program.code)
}

/// The bytes of a str or bytes object.
pub(crate) fn bytes_of<'c>(cx: &'c Cx, value: Value) -> Option<&'c [u8]> {
    if let Some(text) = cx.payload(value, kind::STR) {
        return Some(threadsnake_objects::str::bytes(cx, text));
    }
    cx.payload(value, kind::BYTES).map(|object: Ref| threadsnake_objects::bytes::bytes(cx, object))
}
