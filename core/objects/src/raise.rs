//! Raising exceptions from Rust: one constructor per exception, messages in pieces.
//!
//! `raise::type_error(cx, &[S("can't multiply by "), T(value)])` leaves the exception in `Cx::raised`
//! and gives the `Exit` to return. When memory runs out on the way the exception is `MemoryError`.
//!
//! Not here: the objects (exception.rs), the machine's search for a handler (crate `vm`).

use crate::cx::{Cx, Exit};
use crate::text::Text;
use crate::{exception, types};
use threadsnake_heap::{OutOfMemory, Ref, Value};

/// A piece of a message.
#[derive(Clone, Copy)]
pub enum Part<'a> {
    /// Text as it is.
    S(&'a str),
    /// Text as bytes of UTF-8.
    B(&'a [u8]),
    /// The name of the value's type.
    T(Value),
    /// The name of a class.
    C(Ref),
    /// An integer in decimal.
    I(i64),
    /// The text of a str, as it is.
    V(Value),
}

/// Raises `class(message)`.
#[cold]
pub fn raise(cx: &mut Cx, class: Ref, message: &[Part]) -> Exit {
    match build(cx, message) {
        Ok(text) => raise_with(cx, class, text),
        Err(OutOfMemory) => memory_error(cx),
    }
}

/// Raises `class(arg)`; takes over the reference to `arg`.
#[cold]
pub fn raise_with(cx: &mut Cx, class: Ref, arg: Value) -> Exit {
    match exception::with_arg(cx, class, arg) {
        Ok(exception) => set(cx, exception.value()),
        Err(OutOfMemory) => memory_error(cx),
    }
}

/// Raises `class()`.
#[cold]
pub fn raise_bare(cx: &mut Cx, class: Ref) -> Exit {
    match exception::bare(cx, class) {
        Ok(exception) => set(cx, exception.value()),
        Err(OutOfMemory) => memory_error(cx),
    }
}

/// Raises an exception object; takes over the reference.
pub fn set(cx: &mut Cx, exception: Value) -> Exit {
    let old = core::mem::replace(&mut cx.raised, exception);
    cx.heap.dec(old);
    Exit::Raise
}

/// Raises `MemoryError`. The machine makes the object when `raised` is unbound, from the reserve.
#[cold]
pub fn memory_error(cx: &mut Cx) -> Exit {
    let old = cx.take_raised();
    cx.heap.dec(old);
    Exit::Raise
}

/// Makes a str of message pieces.
pub fn build(cx: &mut Cx, message: &[Part]) -> Result<Value, OutOfMemory> {
    let mut text = Text::new(cx)?;
    for part in message {
        if let Err(error) = put(cx, &mut text, *part) {
            text.discard(cx);
            return Err(error);
        }
    }
    text.finish(cx)
}

fn put(cx: &mut Cx, text: &mut Text, part: Part) -> Result<(), OutOfMemory> {
    match part {
        Part::S(piece) => text.push(cx, piece.as_bytes()),
        Part::B(piece) => text.push(cx, piece),
        Part::T(value) => {
            let class = cx.type_of(value);
            put(cx, text, Part::C(class))
        }
        Part::C(class) => text.push_str(cx, crate::class::name(cx, class)),
        Part::I(int) => text.push_int(cx, int),
        Part::V(value) => text.push_str(cx, value),
    }
}

macro_rules! constructors {
    ($($name:ident $class:ident;)*) => {
        $(
            #[doc = concat!("Raises the exception type `", stringify!($class), "`.")]
            #[cold]
            pub fn $name(cx: &mut Cx, message: &[Part]) -> Exit {
                raise(cx, types::$class, message)
            }
        )*
    };
}

constructors! {
    type_error TYPE_ERROR;
    value_error VALUE_ERROR;
    index_error INDEX_ERROR;
    attribute_error ATTRIBUTE_ERROR;
    unbound_local_error UNBOUND_LOCAL_ERROR;
    runtime_error RUNTIME_ERROR;
    recursion_error RECURSION_ERROR;
    overflow_error OVERFLOW_ERROR;
    zero_division_error ZERO_DIVISION_ERROR;
    import_error IMPORT_ERROR;
    module_not_found_error MODULE_NOT_FOUND_ERROR;
    assertion_error ASSERTION_ERROR;
    system_error SYSTEM_ERROR;
    os_error OS_ERROR;
}

/// Raises `NameError`, which knows the name that its message tells.
#[cold]
pub fn name_error(cx: &mut Cx, message: &[Part]) -> Exit {
    let exit = raise(cx, types::NAME_ERROR, message);
    for part in message {
        if let Part::V(name) = part {
            exception::note_name(cx, *name);
        }
    }
    exit
}

/// Raises `KeyError(key)`; the key is borrowed.
#[cold]
pub fn key_error(cx: &mut Cx, key: Value) -> Exit {
    cx.heap.inc(key);
    raise_with(cx, types::KEY_ERROR, key)
}

/// Raises `StopIteration(value)`, without an argument when `value` is None; takes over the reference.
#[cold]
pub fn stop_iteration(cx: &mut Cx, value: Value) -> Exit {
    if value == Value::NONE {
        raise_bare(cx, types::STOP_ITERATION)
    } else {
        raise_with(cx, types::STOP_ITERATION, value)
    }
}

/// Raises `class(name)` with a borrowed str.
#[cold]
pub fn raise_with_name(cx: &mut Cx, class: Ref, name: Value) -> Exit {
    cx.heap.inc(name);
    raise_with(cx, class, name)
}
