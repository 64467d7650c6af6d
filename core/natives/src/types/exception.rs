//! `BaseException`: arguments, chaining, traceback, notes.
//!
//! Not here: what single exception types have beside that (exception_fields.rs), objects and their hidden
//! slots (objects/exception.rs), printing (crate `vm`).

use crate::support::{self, arg};
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::class::{self, flag};
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::exception::{self, slot};
use threadsnake_objects::natives;
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{instance, list, names, repr, tuple, types};

natives! {
    /// `BaseException` methods.
    pub static METHODS;
    "__cause__"             cause           1..=2 Getter;
    "__context__"           context         1..=2 Getter;
    "__init__"              init            1..=255 Function "self / *args **kwargs";
    "__new__"               new             1..=255 Static "cls / *args **kwargs";
    "__reduce__"            reduce          1..=1;
    "__repr__"              repr_of         1..=1;
    "__str__"               str_of          1..=1;
    "__suppress_context__"  suppress        1..=2 Getter;
    "__traceback__"         traceback       1..=2 Getter;
    "add_note"              add_note        2..=2;
    "args"                  args_of         1..=2 Getter;
    "with_traceback"        with_traceback  2..=2;
}

/// The exception that a method was called with.
pub fn receiver(cx: &mut Cx, value: Value, method: &str) -> Outcome<Ref> {
    if exception::is_exception(cx, value) {
        return Ok(value.as_ref());
    }
    Err(support::wrong_receiver(cx, types::BASE_EXCEPTION, method, value))
}

/// The arguments of an exception (borrowed).
pub fn args_tuple(cx: &Cx, exception: Ref) -> Ref {
    cx.as_kind(exception::get(cx, exception, slot::ARGS), kind::TUPLE)
        .unwrap_or(threadsnake_objects::statics::EMPTY_TUPLE.as_ref())
}

/// An argument of an exception (borrowed), unbound when it has not so many.
pub fn arg_at(cx: &Cx, exception: Ref, index: u32) -> Value {
    tuple::item(cx, args_tuple(cx, exception), index)
}

/// `BaseException.__new__(cls, *args, **kwargs)`: keeps the arguments.
fn new(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = support::new_class(cx, args[0], types::BASE_EXCEPTION)?;
    let given = arg(args, 1);
    let given = if given.is_unbound() { threadsnake_objects::statics::EMPTY_TUPLE } else { given };
    let class = super::exception_fields::better_class(cx, class, given.as_ref());
    let given = cx.heap.share(given);
    let object = exception::with_args(cx, class, given)?;
    if class::flags(cx, class) & flag::HEAP != 0 {
        return Ok(object.value());
    }
    match super::exception_fields::initialise(cx, object, arg(args, 2)) {
        Ok(()) => Ok(object.value()),
        Err(exit) => {
            cx.heap.dec_ref(object);
            Err(exit)
        }
    }
}

/// `BaseException.__init__(self, *args, **kwargs)`.
fn init(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__init__")?;
    if cx.as_kind(arg(args, 1), kind::TUPLE).is_some() {
        let given = cx.heap.share(args[1]);
        exception::set(cx, object, slot::ARGS, given);
    }
    super::exception_fields::initialise(cx, object, arg(args, 2))?;
    Ok(Value::NONE)
}

/// `str(e)`: nothing, the argument, or the tuple of them.
fn str_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__str__")?;
    plain_str(cx, object)
}

/// What `BaseException.__str__` says.
pub fn plain_str(cx: &mut Cx, object: Ref) -> NativeResult {
    let given = args_tuple(cx, object);
    match tuple::len(cx, given) {
        0 => Ok(names::EMPTY),
        1 => {
            let only = tuple::item(cx, given, 0);
            repr::str(cx, only)
        }
        _ => repr::repr(cx, given.value()),
    }
}

/// `Class(arg, ...)`.
fn repr_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__repr__")?;
    let given = args_tuple(cx, object);
    let name = class::name(cx, cx.type_of(args[0]));
    let is_single = tuple::len(cx, given) == 1;
    let shown = if is_single { tuple::item(cx, given, 0) } else { given.value() };
    let Some(text) = repr::leaf(cx, shown)? else {
        return Err(cx.tail_prelude(Prelude::ExceptionRepr, &[name, given.value()]));
    };
    let (open, close) = if is_single { ("(", ")") } else { ("", "") };
    let built = raise::build(cx, &[V(name), S(open), V(text), S(close)]);
    cx.heap.dec(text);
    Ok(built?)
}

fn reduce(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__reduce__")?;
    let class = cx.type_of(args[0]);
    let given = args_tuple(cx, object);
    Ok(tuple::from_slice(cx, &[class.value(), given.value()])?.value())
}

fn args_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "args")?;
    if args.len() == 1 {
        let given = args_tuple(cx, object);
        return Ok(cx.heap.share(given.value()));
    }
    if args[1].is_unbound() {
        return Err(raise::type_error(cx, &[S("args may not be deleted")]));
    }
    if cx.as_kind(args[1], kind::TUPLE).is_none() {
        return Err(cx.tail_prelude(Prelude::SetArgs, &[args[0], args[1]]));
    }
    let given = cx.heap.share(args[1]);
    exception::set(cx, object, slot::ARGS, given);
    Ok(Value::NONE)
}

/// Reads a link to another exception or to a traceback: what is not there is None.
fn read(cx: &mut Cx, object: Ref, which: u32) -> Value {
    let value = exception::get(cx, object, which);
    if value.is_unbound() { Value::NONE } else { cx.heap.share(value) }
}

/// An exception or None as a new value of a link; the error names the link.
fn check_link(cx: &mut Cx, value: Value, name: &str, what: &str) -> Outcome<()> {
    if value.is_unbound() {
        return Err(raise::type_error(cx, &[S(name), S(" may not be deleted")]));
    }
    if value != Value::NONE && !exception::is_exception(cx, value) {
        return Err(raise::type_error(
            cx,
            &[S("exception "), S(what), S(" must be None or derive from BaseException")],
        ));
    }
    Ok(())
}

fn cause(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__cause__")?;
    if args.len() == 1 {
        return Ok(read(cx, object, slot::CAUSE));
    }
    check_link(cx, args[1], "__cause__", "cause")?;
    let value = cx.heap.share(args[1]);
    exception::set(cx, object, slot::CAUSE, value);
    Ok(Value::NONE)
}

fn context(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__context__")?;
    if args.len() == 1 {
        return Ok(read(cx, object, slot::CONTEXT));
    }
    check_link(cx, args[1], "__context__", "context")?;
    let value = if args[1] == Value::NONE { Value::UNBOUND } else { cx.heap.share(args[1]) };
    exception::set(cx, object, slot::CONTEXT, value);
    Ok(Value::NONE)
}

/// `__suppress_context__`: there was a `from`.
fn suppress(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__suppress_context__")?;
    let held = exception::get(cx, object, slot::CAUSE);
    if args.len() == 1 {
        return Ok(Value::bool(!held.is_unbound()));
    }
    if !args[1].is_bool() {
        return Err(raise::type_error(cx, &[S("attribute value type must be bool")]));
    }
    if args[1] == Value::TRUE && held.is_unbound() {
        exception::set(cx, object, slot::CAUSE, Value::NONE);
    } else if args[1] == Value::FALSE && held == Value::NONE {
        exception::set(cx, object, slot::CAUSE, Value::UNBOUND);
    }
    Ok(Value::NONE)
}

fn traceback(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__traceback__")?;
    if args.len() == 1 {
        return Ok(read(cx, object, slot::TRACEBACK));
    }
    if args[1].is_unbound() {
        return Err(raise::type_error(cx, &[S("__traceback__ may not be deleted")]));
    }
    set_traceback(cx, object, args[1])?;
    Ok(Value::NONE)
}

fn set_traceback(cx: &mut Cx, object: Ref, value: Value) -> Outcome<()> {
    let is_traceback = cx.as_kind(value, kind::TRACEBACK).is_some();
    if !is_traceback && value != Value::NONE {
        return Err(raise::type_error(cx, &[S("__traceback__ must be a traceback or None")]));
    }
    let value = if is_traceback { cx.heap.share(value) } else { Value::UNBOUND };
    exception::set(cx, object, slot::TRACEBACK, value);
    Ok(())
}

fn with_traceback(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "with_traceback")?;
    set_traceback(cx, object, args[1])?;
    Ok(cx.heap.share(args[0]))
}

/// `add_note(text)`: appends to `__notes__`.
fn add_note(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "add_note")?;
    if cx.payload(args[1], kind::STR).is_none() {
        return Err(raise::type_error(cx, &[S("note must be a str, not '"), T(args[1]), S("'")]));
    }
    let notes = match instance::get(cx, object, names::NOTES) {
        Some(held) => match cx.as_kind(held, kind::LIST) {
            Some(notes) => notes,
            None => {
                return Err(raise::type_error(
                    cx,
                    &[S("Cannot add note: __notes__ is not a list")],
                ));
            }
        },
        None => {
            let fresh = list::new(cx)?;
            if let Err(exit) = instance::set(cx, object, names::NOTES, fresh.value()) {
                cx.heap.dec_ref(fresh);
                return Err(exit);
            }
            fresh
        }
    };
    list::push(cx, notes, args[1])?;
    cx.heap.inc(args[1]);
    Ok(Value::NONE)
}
