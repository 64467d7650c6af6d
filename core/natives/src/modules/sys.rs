//! `sys`: the interpreter seen by scripts.
//!
//! Members that few scripts ask for are made when they are: the module's `__getattr__` is here.
//!
//! Not here: `sys.modules` and the search path (crate `runtime`), tables of figures (library `_sysdata`).

use crate::builtins::code::break_with_debugger;
use crate::builtins::text;
use crate::support::{self, arg, arg_or_none};
use threadsnake_heap::{Ref, Value, WORD, kind};
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::exception::{self, slot};
use threadsnake_objects::function::word as function_word;
use threadsnake_objects::intrinsic::Intrinsic;
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{
    bytearray, dict, instance, int, intern as interning, names, natives, statics, str, tuple, types,
};
use threadsnake_platform::Stream;

natives! {
    /// Members of `sys`.
    pub static MEMBERS;
    "__breakpointhook__"   break_with_debugger 0..=255 Function "*args **kwargs";
    "__getattr__"          getattr            1..=1;
    "_getframe"            getframe           0..=1;
    "breakpointhook"       break_with_debugger 0..=255 Function "*args **kwargs";
    "displayhook"          displayhook        1..=1;
    "exc_clear"            exc_clear          0..=0;
    "exc_info"             exc_info           0..=0;
    "exception"            handled            0..=0;
    "exit"                 exit               0..=1;
    "getdefaultencoding"   utf8               0..=0;
    "getfilesystemencoding" utf8              0..=0;
    "getrecursionlimit"    recursion_limit    0..=0;
    "getrefcount"          getrefcount        1..=1;
    "getsizeof"            getsizeof          1..=2;
    "intern"               intern             1..=1;
    "is_finalizing"        no                 0..=0;
    "setrecursionlimit"    set_recursion_limit 1..=1;
}

natives! {
    /// Methods of `sys.stdin`, `sys.stdout` and `sys.stderr`.
    pub static STREAM;
    "__enter__"   itself      1..=1;
    "__exit__"    nothing     1..=4;
    "__iter__"    itself      1..=1;
    "__next__"    next_line   1..=1;
    "__repr__"    stream_repr 1..=1;
    "close"       nothing     1..=1;
    "closed"      open        1..=1 Getter;
    "encoding"    encoding    1..=1 Getter;
    "errors"      errors      1..=1 Getter;
    "fileno"      fileno      1..=1;
    "flush"       flush       1..=1;
    "isatty"      not_a_tty   1..=1;
    "mode"        mode        1..=1 Getter;
    "name"        stream_name 1..=1 Getter;
    "read"        read        1..=2;
    "readable"    readable    1..=1;
    "readline"    readline    1..=2;
    "readlines"   readlines   1..=2;
    "writable"    writable    1..=1;
    "write"       write       2..=2;
    "writelines"  writelines  2..=2;
}

/// A member of the module that was set by a script or at boot (borrowed).
pub fn own_member(cx: &Cx, name: Value) -> Option<Value> {
    cx.as_kind(cx.sys, kind::DICT).and_then(|members| dict::get_interned(cx, members, name))
}

/// `sys.__getattr__(name)`: members that are made on demand.
fn getattr(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let name = support::name_arg(cx, args[0])?;
    let made = member(cx, name);
    cx.heap.dec(name);
    made
}

fn member(cx: &mut Cx, name: Value) -> NativeResult {
    const MAX_SIZE: i64 = i32::MAX as i64;
    const HEX_VERSION: i64 = 0x030b_00f0;
    match support::text(cx, name) {
        b"stdin" | b"__stdin__" => stream_member(cx, names::STDIN, types::STDIN),
        b"stdout" | b"__stdout__" => stream_member(cx, names::STDOUT, types::STDOUT),
        b"stderr" | b"__stderr__" => stream_member(cx, names::STDERR, types::STDERR),
        b"maxsize" => Ok(int::from_i64(cx, MAX_SIZE)?),
        b"maxunicode" => Ok(int::from_i64(cx, 0x10_ffff)?),
        b"hexversion" => Ok(int::from_i64(cx, HEX_VERSION)?),
        b"byteorder" => Ok(str::new(cx, b"big")?),
        b"platform" => Ok(str::new(cx, b"threadsnake")?),
        b"version" => Ok(str::new(
            cx,
            concat!("3.11.0 (Threadsnake ", env!("CARGO_PKG_VERSION"), ")").as_bytes(),
        )?),
        b"executable" | b"prefix" | b"exec_prefix" | b"base_prefix" | b"copyright" => {
            Ok(names::EMPTY)
        }
        b"dont_write_bytecode" => Ok(Value::TRUE),
        _ => Err(cx.tail_prelude(Prelude::SysAttr, &[name])),
    }
}

/// A standard stream, kept as a member of the module from then on.
fn stream_member(cx: &mut Cx, name: Value, class: Ref) -> NativeResult {
    if let Some(made) = own_member(cx, name).filter(|&made| cx.type_of(made) == class) {
        return Ok(cx.heap.share(made));
    }
    let made = instance::new(cx, statics::layout_of_type(class))?.value();
    if own_member(cx, name).is_none()
        && let Some(members) = cx.as_kind(cx.sys, kind::DICT)
    {
        cx.heap.inc(made);
        if let Err(exit) = dict::set_interned(cx, members, name, made) {
            cx.heap.dec(made);
            cx.heap.dec(made);
            return Err(exit);
        }
    }
    Ok(made)
}

/// `sys.exit(status=None)`: raises `SystemExit`.
fn exit(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let status = arg(args, 0);
    if status.is_unbound() {
        return Err(raise::raise_bare(cx, types::SYSTEM_EXIT));
    }
    if cx.as_kind(status, kind::TUPLE).is_some() {
        let given = cx.heap.share(status);
        let raised = exception::with_args(cx, types::SYSTEM_EXIT, given)?;
        return Err(raise::set(cx, raised.value()));
    }
    let status = cx.heap.share(status);
    Err(raise::raise_with(cx, types::SYSTEM_EXIT, status))
}

/// `sys.exc_info()`: type, exception and traceback of what is being handled.
fn exc_info(cx: &mut Cx, _: &[Value]) -> NativeResult {
    let Some(object) = cx.handled.object_ref() else {
        return Ok(tuple::from_slice(cx, &[Value::NONE; 3])?.value());
    };
    let class = cx.type_of(cx.handled);
    let traceback = exception::get(cx, object, slot::TRACEBACK);
    let traceback = if traceback.is_unbound() { Value::NONE } else { traceback };
    Ok(tuple::from_slice(cx, &[class.value(), object.value(), traceback])?.value())
}

/// `sys.exc_clear()`: nothing is being handled any more.
fn exc_clear(cx: &mut Cx, _: &[Value]) -> NativeResult {
    let handled = core::mem::replace(&mut cx.handled, Value::UNBOUND);
    cx.heap.dec(handled);
    Ok(Value::NONE)
}

/// `sys.exception()`: what is being handled, or None.
fn handled(cx: &mut Cx, _: &[Value]) -> NativeResult {
    let handled = cx.handled;
    Ok(if handled.object_ref().is_some() { cx.heap.share(handled) } else { Value::NONE })
}

fn displayhook(cx: &mut Cx, args: &[Value]) -> NativeResult {
    crate::builtins::code::display(cx, args)
}

/// `sys._getframe(depth=0)`: shows the globals of the function that asks, or of one further out.
fn getframe(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let depth = arg(args, 0);
    let depth = if depth.is_small() { depth } else { Value::small(0) };
    Err(cx.tail_prelude(Prelude::GetFrame, &[depth]))
}

fn utf8(cx: &mut Cx, _: &[Value]) -> NativeResult {
    Ok(str::new(cx, b"utf-8")?)
}

fn no(_: &mut Cx, _: &[Value]) -> NativeResult {
    Ok(Value::FALSE)
}

/// `sys.getrecursionlimit()`: the script's own, the profile's, or the largest small int when the arena
/// alone is the limit.
fn recursion_limit(cx: &mut Cx, _: &[Value]) -> NativeResult {
    let own = cx.recursion_limit as i32;
    let limit = if own != 0 { own } else { memconfig::frames::RECURSION_LIMIT as i32 };
    Ok(Value::small(if limit == 0 { threadsnake_heap::value::SMALL_MAX } else { limit }))
}

/// `sys.setrecursionlimit(n)`: from now on calls are counted, which makes them slower.
fn set_recursion_limit(cx: &mut Cx, args: &[Value]) -> NativeResult {
    match int::saturated(cx, args[0]) {
        Some(limit) if limit > 0 => {
            let limit = limit.min(i64::from(threadsnake_heap::value::SMALL_MAX)) as i32;
            Err(cx.tail_intrinsic(Intrinsic::SetRecursionLimit, &[Value::small(limit)]))
        }
        Some(_) => {
            Err(raise::value_error(cx, &[S("recursion limit must be greater or equal than 1")]))
        }
        None => Err(raise::type_error(
            cx,
            &[S("'"), T(args[0]), S("' object cannot be interpreted as an integer")],
        )),
    }
}

/// `sys.getrefcount(object)`, the argument of the call included.
fn getrefcount(cx: &mut Cx, args: &[Value]) -> NativeResult {
    const COUNT_SHIFT: u32 = 11;
    const IMMORTAL_COUNT: u32 = (1 << 20) - 1;
    let count = match args[0].object_ref() {
        Some(object) => (cx.heap.space.load(object.0) >> COUNT_SHIFT & IMMORTAL_COUNT) + 1,
        None => IMMORTAL_COUNT,
    };
    Ok(int::from_u32(cx, count)?)
}

/// `sys.getsizeof(object)`: bytes of the object and of the blocks that are its own.
fn getsizeof(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let bytes = bytes_of(cx, args[0]);
    Ok(int::from_u32(cx, bytes)?)
}

/// Bytes of an object and of the blocks that are its own; 0 for what lies in the word.
pub fn bytes_of(cx: &Cx, value: Value) -> u32 {
    let Some(object) = value.object_ref() else { return 0 };
    let own = cx.heap.size_words(object) * WORD;
    let block = match cx.heap.kind(object) {
        kind::LIST | kind::DICT | kind::SET | kind::FROZENSET => cx.heap.space.word(object, 2),
        kind::BYTEARRAY => bytearray::block(cx, object).0,
        kind::INSTANCE_X => cx.heap.space.word(object, 1),
        kind::FUNCTION => {
            let held = cx.heap.space.value(object, function_word::INFO);
            if cx.as_kind(held, kind::FUNCINFO).is_some() { held.0 } else { 0 }
        }
        _ => 0,
    };
    own + if block == 0 { 0 } else { cx.heap.size_words(Ref(block)) * WORD }
}

/// `sys.intern(text)`.
fn intern(cx: &mut Cx, args: &[Value]) -> NativeResult {
    if cx.as_kind(args[0], kind::STR).is_none() {
        return Err(raise::type_error(cx, &[S("intern() argument must be str, not "), T(args[0])]));
    }
    Ok(interning::intern(cx, args[0])?)
}

/// The stream that an object stands for; none for standard input.
fn stream_of(cx: &mut Cx, value: Value, method: &str) -> Outcome<Option<Stream>> {
    match cx.type_of(value) {
        types::STDIN => Ok(None),
        types::STDOUT => Ok(Some(Stream::Out)),
        types::STDERR => Ok(Some(Stream::Err)),
        _ => Err(support::wrong_receiver(cx, types::STDOUT, method, value)),
    }
}

fn itself(cx: &mut Cx, args: &[Value]) -> NativeResult {
    stream_of(cx, args[0], "__iter__")?;
    Ok(cx.heap.share(args[0]))
}

fn nothing(_: &mut Cx, _: &[Value]) -> NativeResult {
    Ok(Value::NONE)
}

fn open(_: &mut Cx, _: &[Value]) -> NativeResult {
    Ok(Value::FALSE)
}

fn encoding(cx: &mut Cx, args: &[Value]) -> NativeResult {
    utf8(cx, args)
}

fn errors(cx: &mut Cx, _: &[Value]) -> NativeResult {
    Ok(str::new(cx, b"strict")?)
}

fn mode(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let stream = stream_of(cx, args[0], "mode")?;
    Ok(str::new(cx, if stream.is_none() { b"r" } else { b"w" })?)
}

fn stream_name(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let name: &[u8] = match stream_of(cx, args[0], "name")? {
        None => b"<stdin>",
        Some(Stream::Out) => b"<stdout>",
        Some(Stream::Err) => b"<stderr>",
    };
    Ok(str::new(cx, name)?)
}

fn stream_repr(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let name = stream_name(cx, args)?;
    let mode = if stream_of(cx, args[0], "__repr__")?.is_none() { "r" } else { "w" };
    let text = raise::build(
        cx,
        &[
            S("<_io.TextIOWrapper name='"),
            V(name),
            S("' mode='"),
            S(mode),
            S("' encoding='utf-8'>"),
        ],
    );
    cx.heap.dec(name);
    Ok(text?)
}

fn fileno(cx: &mut Cx, args: &[Value]) -> NativeResult {
    Ok(Value::small(match stream_of(cx, args[0], "fileno")? {
        None => 0,
        Some(Stream::Out) => 1,
        Some(Stream::Err) => 2,
    }))
}

fn not_a_tty(cx: &mut Cx, args: &[Value]) -> NativeResult {
    stream_of(cx, args[0], "isatty")?;
    Ok(Value::FALSE)
}

fn readable(cx: &mut Cx, args: &[Value]) -> NativeResult {
    Ok(Value::bool(stream_of(cx, args[0], "readable")?.is_none()))
}

fn writable(cx: &mut Cx, args: &[Value]) -> NativeResult {
    Ok(Value::bool(stream_of(cx, args[0], "writable")?.is_some()))
}

fn flush(cx: &mut Cx, args: &[Value]) -> NativeResult {
    if let Some(stream) = stream_of(cx, args[0], "flush")?
        && let Err(error) = cx.platform.flush(stream)
    {
        return Err(text::write_error(cx, error));
    }
    Ok(Value::NONE)
}

/// `write(text)`: the number of characters written.
fn write(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let Some(stream) = stream_of(cx, args[0], "write")? else {
        return Err(raise::os_error(cx, &[S("not writable")]));
    };
    let Some(object) = cx.payload(args[1], kind::STR) else {
        return Err(raise::type_error(cx, &[S("write() argument must be str, not "), T(args[1])]));
    };
    text::write_str(cx, args[1], stream)?;
    let chars = str::len(cx, object);
    Ok(int::from_u32(cx, chars)?)
}

fn writelines(cx: &mut Cx, args: &[Value]) -> NativeResult {
    stream_of(cx, args[0], "writelines")?;
    Err(cx.tail_prelude(Prelude::WriteLines, &[args[0], args[1]]))
}

fn check_input(cx: &mut Cx, value: Value, method: &str) -> Outcome<()> {
    match stream_of(cx, value, method)? {
        None => Ok(()),
        Some(_) => Err(raise::os_error(cx, &[S("not readable")])),
    }
}

fn readline(cx: &mut Cx, args: &[Value]) -> NativeResult {
    check_input(cx, args[0], "readline")?;
    text::read_line(cx)
}

fn next_line(cx: &mut Cx, args: &[Value]) -> NativeResult {
    check_input(cx, args[0], "__next__")?;
    let line = text::read_line(cx)?;
    if line == names::EMPTY { Err(raise::stop_iteration(cx, Value::NONE)) } else { Ok(line) }
}

fn read(cx: &mut Cx, args: &[Value]) -> NativeResult {
    check_input(cx, args[0], "read")?;
    let most = arg_or_none(args, 1);
    Err(cx.tail_prelude(Prelude::ReadInput, &[args[0], most]))
}

fn readlines(cx: &mut Cx, args: &[Value]) -> NativeResult {
    check_input(cx, args[0], "readlines")?;
    Err(cx.tail_prelude(Prelude::ReadLines, &[args[0]]))
}
