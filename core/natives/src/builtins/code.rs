//! Builtins that run code, make classes and import modules: all of it is the prelude's and the machine's work.
//!
//! Not here: compiling (crate `runtime`), running (crate `vm`).

use crate::support::{arg, arg_or_none};
use threadsnake_heap::Value;
use threadsnake_objects::cx::{Cx, NativeResult};
use threadsnake_objects::intrinsic::Intrinsic;
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{dict, statics, types};

/// `__build_class__(func, name, *bases, metaclass=None, **kwargs)`: what a class statement calls.
pub fn build_class(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let bases = arg(args, 2);
    let bases = if bases.is_unbound() { statics::EMPTY_TUPLE } else { bases };
    Err(cx.tail_prelude(Prelude::BuildClass, &[args[0], args[1], bases, arg_or_none(args, 3)]))
}

/// `__import__(name, globals=None, locals=None, fromlist=(), level=0)`.
pub fn import(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let level = arg(args, 4);
    let level = if level.is_unbound() { Value::small(0) } else { level };
    let args = [args[0], arg_or_none(args, 1), arg_or_none(args, 3), level];
    Err(cx.tail_prelude(Prelude::Import, &args))
}

/// `compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1)`.
pub fn compile(cx: &mut Cx, args: &[Value]) -> NativeResult {
    Err(cx.tail_prelude(Prelude::Compile, &[args[0], args[1], args[2]]))
}

/// `eval(source, globals=None, locals=None)`.
pub fn eval(cx: &mut Cx, args: &[Value]) -> NativeResult {
    Err(cx.tail_prelude(Prelude::Eval, &[args[0], arg_or_none(args, 1), arg_or_none(args, 2)]))
}

/// `exec(source, globals=None, locals=None)`.
pub fn exec(cx: &mut Cx, args: &[Value]) -> NativeResult {
    Err(cx.tail_prelude(Prelude::Exec, &[args[0], arg_or_none(args, 1), arg_or_none(args, 2)]))
}

/// `globals()` of the script function that asks.
pub fn globals(cx: &mut Cx, _: &[Value]) -> NativeResult {
    Err(cx.tail_intrinsic(Intrinsic::Globals, &[]))
}

/// `locals()` of the script function that asks: a new dict, or the globals at module level.
pub fn locals(cx: &mut Cx, _: &[Value]) -> NativeResult {
    Err(cx.tail_intrinsic(Intrinsic::Locals, &[]))
}

/// `__displayhook__(value)`: what the prompt does with the value of an expression.
pub fn display(cx: &mut Cx, args: &[Value]) -> NativeResult {
    if args[0] == Value::NONE {
        return Ok(Value::NONE);
    }
    Err(cx.tail_prelude(Prelude::Display, &[args[0]]))
}

/// `breakpoint(*args, **kwargs)`: calls `sys.breakpointhook`.
pub fn breakpoint(cx: &mut Cx, args: &[Value]) -> NativeResult {
    breaks(cx, args, Prelude::BreakHere)
}

/// `sys.breakpointhook(*args, **kwargs)` as it is at first: a debugger that can be imported, or a line on the error
/// stream.
pub fn break_with_debugger(cx: &mut Cx, args: &[Value]) -> NativeResult {
    breaks(cx, args, Prelude::BreakWithDebugger)
}

fn breaks(cx: &mut Cx, args: &[Value], what: Prelude) -> NativeResult {
    let names = match arg(args, 1) {
        Value::UNBOUND => dict::new(cx)?.value(),
        given => cx.heap.share(given),
    };
    let positional = arg(args, 0);
    let positional = if positional.is_unbound() { statics::EMPTY_TUPLE } else { positional };
    let exit = cx.tail_prelude(what, &[positional, names]);
    cx.heap.dec(names);
    Err(exit)
}

/// `open(...)`: scripts have no files here.
pub fn open(cx: &mut Cx, _: &[Value]) -> NativeResult {
    Err(raise::raise(
        cx,
        types::NOT_IMPLEMENTED_ERROR,
        &[S("open() is not available: this machine gives scripts no files")],
    ))
}
