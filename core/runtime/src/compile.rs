//! Source text to code in place: the compiler with its scratch, then the loader.
//!
//! Not here: the compiler (crate `compiler`), what a `SyntaxError` looks like printed (vm/traceback.rs).

use crate::load::{self, LoadError, Program};
use crate::loader::{Loader, Placement};
use crate::scratch;
use threadsnake_compiler::error::{Position, line_of};
use threadsnake_compiler::{
    Bump, CompileError, ErrorClass, ErrorKind, Mode, Options, ParseLimits, compile,
    compile_interactive,
};
use threadsnake_heap::{OutOfMemory, Ref, Value, kind};
use threadsnake_image::write::Endian;
use threadsnake_objects::cx::{Cx, Exit, NativeResult, Outcome};
use threadsnake_objects::number::float_parse;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::text::Text;
use threadsnake_objects::{exception, tuple, types};

/// Steps of the parser for one level of nesting: the ladder of operator precedence is climbed at each.
const STEPS_PER_LEVEL: u16 = 5;

/// Whether this build can compile. Without, none of the compiler is in the binary.
pub(crate) const HAS_COMPILER: bool = cfg!(feature = "compiler");

/// What a script gets that wants something compiled where nothing can be.
fn no_compiler(cx: &mut Cx) -> Exit {
    raise::raise(cx, types::NOT_IMPLEMENTED_ERROR, &[S("this machine has no compiler")])
}

/// What `float(text)` does.
fn nearest_float(text: &str) -> f64 {
    float_parse::parse(text.as_bytes()).unwrap_or(0.0)
}

/// How deep the profile lets a text nest.
pub fn limits() -> ParseLimits {
    let levels = u16::try_from(memconfig::compiler::MAX_DEPTH).unwrap_or(u16::MAX);
    ParseLimits::new(levels.saturating_mul(STEPS_PER_LEVEL), nearest_float)
}

/// The profile's way to compile.
pub fn options(filename: &str, mode: Mode) -> Options<'_> {
    Options {
        asserts: memconfig::compiler::ASSERTS,
        docstrings: memconfig::compiler::DOCSTRINGS,
        lines: memconfig::compiler::LINE_TABLES,
        columns: memconfig::compiler::COLUMNS,
        limits: limits(),
        endian: Endian::HOST,
        filename,
        mode,
    }
}

/// Where a source text comes from: what is said of text that is no UTF-8 depends on it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    /// A file, or what stands for one.
    File,
    /// A script's own bytes.
    Script,
}

/// A source text and what to do with it.
#[derive(Clone, Copy, Debug)]
pub struct Source<'s> {
    /// Its bytes.
    pub text: &'s [u8],
    /// What tracebacks call it.
    pub name: &'s str,
    /// A whole module, an expression or a statement at the prompt.
    pub mode: Mode,
    /// Where it comes from.
    pub origin: Origin,
}

/// Compiles source text that lies in scratch and puts the program in place.
///
/// # Errors
/// A `SyntaxError` or `MemoryError` is raised in `cx`.
pub fn source(loader: &Loader, cx: &mut Cx, source: Source, bump: &Bump) -> Outcome<Program> {
    if !HAS_COMPILER {
        return Err(no_compiler(cx));
    }
    let result = compile(source.text, &options(source.name, source.mode), bump);
    finish(loader, cx, result.map(Some), source, bump)?.ok_or(Exit::Raise)
}

/// The same for what was typed at a prompt so far; `None` when it is not finished.
///
/// # Errors
/// A `SyntaxError` or `MemoryError` is raised in `cx`.
pub fn interactive(
    loader: &Loader,
    cx: &mut Cx,
    source: Source,
    bump: &Bump,
) -> Outcome<Option<Program>> {
    if !HAS_COMPILER {
        return Err(no_compiler(cx));
    }
    let result = compile_interactive(source.text, &options(source.name, Mode::Single), bump);
    finish(loader, cx, result, source, bump)
}

fn finish(
    loader: &Loader,
    cx: &mut Cx,
    result: Result<Option<threadsnake_compiler::Program>, CompileError>,
    source: Source,
    bump: &Bump,
) -> Outcome<Option<Program>> {
    let placed = match result {
        Ok(None) => return Ok(None),
        Ok(Some(program)) => place(loader, cx, &program, bump),
        Err(error) => return Err(syntax_error(cx, &error, source)),
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
        Placement::Arena => load::to_arena(loader, cx, image, bump),
        Placement::Rom => load::to_rom(loader, cx, image),
    }
}

/// Raises what is wrong with a source text, as CPython's compiler does.
pub(crate) fn syntax_error(cx: &mut Cx, error: &CompileError, source: Source) -> Exit {
    let class = match error.class() {
        ErrorClass::Memory => {
            return raise::raise(cx, types::MEMORY_ERROR, &[S("the compiler is out of memory")]);
        }
        ErrorClass::Syntax => types::SYNTAX_ERROR,
        ErrorClass::Indentation => types::INDENTATION_ERROR,
        ErrorClass::Tab => types::TAB_ERROR,
    };
    if let (ErrorKind::Utf8 { byte, position, .. }, Origin::File) = (error.kind, source.origin) {
        return not_utf8(cx, byte, position, source);
    }
    let made = error_args(cx, error, source).and_then(|args| exception::with_args(cx, class, args));
    match made {
        Ok(object) => raise::set(cx, object.value()),
        Err(OutOfMemory) => raise::memory_error(cx),
    }
}

/// What is said of a file with a byte that is no UTF-8: CPython's reader finds it before its compiler.
fn not_utf8(cx: &mut Cx, byte: u8, position: u32, source: Source) -> Exit {
    let before = source.text.get(..position as usize).unwrap_or(source.text);
    let line = 1 + before.iter().filter(|&&byte| byte == b'\n').count();
    let digit = |value: u8| if value < 10 { b'0' + value } else { b'a' + value - 10 };
    let hex = [digit(byte >> 4), digit(byte & 15)];
    raise::raise(
        cx,
        types::SYNTAX_ERROR,
        &[
            S("Non-UTF-8 code starting with '\\x"),
            B(&hex),
            S("' in file "),
            S(source.name),
            S(" on line "),
            I(line as i64),
            S(", but no encoding declared; see https://peps.python.org/pep-0263/ for details"),
        ],
    )
}

/// `(message, (filename, lineno, offset, text, end_lineno, end_offset))`, owned.
fn error_args(cx: &mut Cx, error: &CompileError, source: Source) -> Result<Value, OutOfMemory> {
    let mut parts = [Value::UNBOUND; 3];
    let made = error_texts(cx, error, source, &mut parts);
    let args = made.and_then(|()| arrange(cx, place_of(error, source), parts));
    for part in parts {
        cx.heap.dec(part);
    }
    args
}

/// Message, file name and line, owned as far as they were made.
fn error_texts(
    cx: &mut Cx,
    error: &CompileError,
    source: Source,
    parts: &mut [Value; 3],
) -> Result<(), OutOfMemory> {
    let [message_part, file_part, line_part] = parts;
    *message_part = message(cx, error)?;
    *file_part = joined(cx, &[source.name])?;
    *line_part = match error.fragment {
        Some(fragment) => joined(cx, &["(", fragment.text, ")\n"])?,
        None => source_line(cx, source, error.position(source.text).line)?,
    };
    Ok(())
}

/// Where an error is. At the end of an expression that stands alone CPython knows no column, and of an
/// empty one no line.
fn place_of(error: &CompileError, source: Source) -> Position {
    let mut place = error.position(source.text);
    if error.fragment.is_some() || has_end(source, place.line) {
        return place;
    }
    let line = line_of(source.text, place.line);
    let characters = line.iter().filter(|&&byte| byte & 0xc0 != 0x80).count();
    if place.offset as usize > characters || place.end_offset < 0 {
        place.offset = 0;
        place.end_offset = 0;
    }
    if source.text.trim_ascii().is_empty() {
        place.line = 0;
        place.end_line = 0;
    }
    place
}

fn arrange(
    cx: &mut Cx,
    place: Position,
    [message, file, line]: [Value; 3],
) -> Result<Value, OutOfMemory> {
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
fn source_line(cx: &mut Cx, source: Source, number: u32) -> Result<Value, OutOfMemory> {
    if number == 0 {
        return Ok(Value::NONE);
    }
    let line = line_of(source.text, number);
    // CPython's lines end where C's do.
    let line = line.split(|&byte| byte == 0).next().unwrap_or(line);
    let end = if has_end(source, number) { "\n" } else { "" };
    match core::str::from_utf8(line) {
        Ok(line) => joined(cx, &[line, end]),
        Err(_) => Ok(Value::NONE),
    }
}

/// Does a line have an end? A statement is given the one that it lacks, an expression is left as it is.
fn has_end(source: Source, number: u32) -> bool {
    let ends = source.text.iter().filter(|&&byte| byte == b'\n').count();
    source.mode != Mode::Eval || ends >= number as usize
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
    let bump = scratch::new()?;
    let text = bytes_of(cx, source).and_then(|bytes| scratch::copy(&bump, bytes));
    let name = bytes_of(cx, filename).and_then(|bytes| scratch::copy(&bump, bytes));
    let (Some(text), Some(name)) = (text, name) else { return Err(raise::memory_error(cx)) };
    let name = core::str::from_utf8(name).unwrap_or("?");
    let source = Source { text, name, mode, origin: Origin::Script };
    let program = self::source(loader, cx, source, &bump)?;
    Ok(program.code)
}

/// The bytes of a str or bytes object.
pub(crate) fn bytes_of<'c>(cx: &'c Cx, value: Value) -> Option<&'c [u8]> {
    if let Some(text) = cx.payload(value, kind::STR) {
        return Some(threadsnake_objects::str::bytes(cx, text));
    }
    cx.payload(value, kind::BYTES).map(|object: Ref| threadsnake_objects::bytes::bytes(cx, object))
}
