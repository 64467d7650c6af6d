//! `generator` and `coroutine`: methods; the machine does what they ask for.
//!
//! Not here: resuming (crate `vm`), closing as Python does it (prelude generator.py).

use crate::support::{self, arg_or_none};
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::generator::{self, word};
use threadsnake_objects::intrinsic::Intrinsic;
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::repr::push_address;
use threadsnake_objects::{class, code, exception, function, names, natives, str, types};

natives! {
    /// `generator` methods.
    pub static METHODS;
    "__iter__"     itself      1..=1;
    "__name__"     name        1..=1 Getter;
    "__next__"     next        1..=1;
    "__qualname__" qualname    1..=1 Getter;
    "__repr__"     repr_of     1..=1;
    "close"        close       1..=1;
    "gi_code"      code_of     1..=1 Getter;
    "gi_frame"     frame       1..=1 Getter;
    "gi_running"   running     1..=1 Getter;
    "gi_suspended" suspended   1..=1 Getter;
    "gi_yieldfrom" delegate    1..=1 Getter;
    "send"         send        2..=2;
    "throw"        throw       2..=4;
}

natives! {
    /// `coroutine` methods.
    pub static COROUTINE;
    "__await__"    steps       1..=1;
    "__name__"     name        1..=1 Getter;
    "__qualname__" qualname    1..=1 Getter;
    "__repr__"     repr_of     1..=1;
    "close"        close       1..=1;
    "cr_await"     delegate    1..=1 Getter;
    "cr_code"      code_of     1..=1 Getter;
    "cr_frame"     frame       1..=1 Getter;
    "cr_running"   running     1..=1 Getter;
    "cr_suspended" suspended   1..=1 Getter;
    "send"         send        2..=2;
    "throw"        throw       2..=4;
}

natives! {
    /// `async_generator` methods.
    pub static ASYNC;
    "__aiter__"    itself      1..=1;
    "__anext__"    async_next  1..=1;
    "__name__"     name        1..=1 Getter;
    "__qualname__" qualname    1..=1 Getter;
    "__repr__"     repr_of     1..=1;
    "aclose"       async_close 1..=1;
    "ag_await"     delegate    1..=1 Getter;
    "ag_code"      code_of     1..=1 Getter;
    "ag_frame"     frame       1..=1 Getter;
    "ag_running"   running     1..=1 Getter;
    "asend"        async_send  2..=2;
    "athrow"       async_throw 2..=4;
}

natives! {
    /// Methods of what an asynchronous generator's methods give.
    pub static AWAITABLE;
    "__await__"    itself      1..=1;
    "__iter__"     itself      1..=1;
    "__next__"     next        1..=1;
    "close"        close       1..=1;
    "send"         send        2..=2;
    "throw"        throw       2..=4;
}

fn receiver(cx: &mut Cx, value: Value, name: &str) -> Outcome<Ref> {
    match cx.as_kind(value, kind::GENERATOR) {
        Some(object) => {
            if cx.heap.has_finalizers() {
                // The word that links it into the queue would make it look as if it ran.
                cx.heap.unqueue(object);
            }
            Ok(object)
        }
        None => Err(support::wrong_receiver(cx, types::GENERATOR, name, value)),
    }
}

fn itself(cx: &mut Cx, args: &[Value]) -> NativeResult {
    receiver(cx, args[0], "__iter__")?;
    Ok(cx.heap.share(args[0]))
}

/// `c.__await__()`: an iterator over what the coroutine waits for.
fn steps(cx: &mut Cx, args: &[Value]) -> NativeResult {
    receiver(cx, args[0], "__await__")?;
    Err(cx.tail_prelude(Prelude::CoroutineSteps, &[args[0]]))
}

/// `next(g)`: resumes it with None.
fn next(cx: &mut Cx, args: &[Value]) -> NativeResult {
    receiver(cx, args[0], "__next__")?;
    Err(cx.tail_intrinsic(Intrinsic::GeneratorSend, &[args[0], Value::NONE]))
}

fn send(cx: &mut Cx, args: &[Value]) -> NativeResult {
    receiver(cx, args[0], "send")?;
    Err(cx.tail_intrinsic(Intrinsic::GeneratorSend, &[args[0], args[1]]))
}

/// `g.throw(exception)`, or the old form with class, value and traceback.
fn throw(cx: &mut Cx, args: &[Value]) -> NativeResult {
    receiver(cx, args[0], "throw")?;
    if args.len() == 2 && exception::is_exception(cx, args[1]) {
        return Err(cx.tail_intrinsic(Intrinsic::GeneratorThrow, &[args[0], args[1]]));
    }
    let (value, traceback) = (arg_or_none(args, 2), arg_or_none(args, 3));
    Err(cx.tail_prelude(Prelude::GeneratorThrow, &[args[0], args[1], value, traceback]))
}

/// `a.__anext__()`: an awaitable for the next item.
fn async_next(cx: &mut Cx, args: &[Value]) -> NativeResult {
    receiver(cx, args[0], "__anext__")?;
    Err(cx.tail_prelude(Prelude::AsyncSend, &[args[0], Value::NONE]))
}

fn async_send(cx: &mut Cx, args: &[Value]) -> NativeResult {
    receiver(cx, args[0], "asend")?;
    Err(cx.tail_prelude(Prelude::AsyncSend, &[args[0], args[1]]))
}

/// `a.athrow(exception)`, or the old form with class, value and traceback.
fn async_throw(cx: &mut Cx, args: &[Value]) -> NativeResult {
    receiver(cx, args[0], "athrow")?;
    let (value, traceback) = (arg_or_none(args, 2), arg_or_none(args, 3));
    Err(cx.tail_prelude(Prelude::AsyncThrow, &[args[0], args[1], value, traceback]))
}

/// `a.aclose()`: an awaitable that finishes what waits in `try` and `with` blocks.
fn async_close(cx: &mut Cx, args: &[Value]) -> NativeResult {
    receiver(cx, args[0], "aclose")?;
    let none = Value::NONE;
    Err(cx.tail_prelude(Prelude::AsyncThrow, &[args[0], none, none, none]))
}

/// `g.close()`: what waits in `try` and `with` blocks is finished.
fn close(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "close")?;
    if generator::function_of(cx, object).is_nil() {
        return Ok(Value::NONE);
    }
    if generator::is_fresh(cx, object) {
        generator::discard(cx, object);
        return Ok(Value::NONE);
    }
    Err(cx.tail_prelude(Prelude::GeneratorClose, &[args[0]]))
}

fn name(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__name__")?;
    let func = generator::made_by(cx, object);
    let name = if func.is_nil() { names::EMPTY } else { function::name(cx, func) };
    Ok(cx.heap.share(name))
}

fn qualname_of(cx: &Cx, func: Ref) -> [Value; 3] {
    if func.is_nil() { code::whole(names::EMPTY) } else { function::qualname(cx, func) }
}

fn qualname(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__qualname__")?;
    let func = generator::made_by(cx, object);
    let name = qualname_of(cx, func);
    code::joined(cx, name)
}

/// `<generator object name at 0x...>`.
fn repr_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__repr__")?;
    let func = generator::made_by(cx, object);
    let name = qualname_of(cx, func);
    let owner = class::name(cx, cx.type_of(args[0]));
    str::build(cx, 48, |cx, text| {
        text.push(cx, b"<")?;
        text.push_str(cx, owner)?;
        text.push(cx, b" object ")?;
        for piece in name {
            text.push_str(cx, piece)?;
        }
        text.push(cx, b" at 0x")?;
        push_address(cx, text, object.0)?;
        Ok(text.push(cx, b">")?)
    })
}

fn is_running(cx: &Cx, object: Ref) -> bool {
    !generator::function_of(cx, object).is_nil() && cx.heap.space.word(object, word::LINK) != 0
}

fn running(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "gi_running")?;
    Ok(Value::bool(is_running(cx, object)))
}

/// Has it begun, is it not over, and does it not run?
fn suspended(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "gi_suspended")?;
    Ok(Value::bool(generator::is_suspended(cx, object)))
}

/// `gi_yieldfrom`: what the generator delegates to, or None.
fn delegate(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "gi_yieldfrom")?;
    let inner = generator::delegate(cx, object);
    Ok(if inner.is_unbound() { Value::NONE } else { cx.heap.share(inner) })
}

/// `gi_frame`: None when the generator is over, else something that is true.
fn frame(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "gi_frame")?;
    Ok(if generator::function_of(cx, object).is_nil() {
        Value::NONE
    } else {
        cx.heap.share(args[0])
    })
}

fn code_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "gi_code")?;
    let func = generator::made_by(cx, object);
    if func.is_nil() {
        return Ok(Value::NONE);
    }
    let code = function::code_of(cx, func);
    Ok(cx.heap.share(code.value()))
}
