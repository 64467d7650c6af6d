//! Exceptions and tracebacks.
//!
//! An exception is an instance whose first hidden slots hold its state:
//!
//! ```text
//!  slot 0 args (tuple)   slot 1 traceback, 0 none   slot 2 cause   slot 3 context, 0 none
//!  AttributeError:       slot 4 name, 0 none        slot 5 object
//!  NameError:            slot 4 name, 0 none
//!  groups:               slot 4 message             slot 5 exceptions (tuple)
//!
//! TRACEBACK, 4 words: +4 next (towards the raise)   +8 code   +12 pc (small int)
//! ```
//!
//! The cause is 0 when there was no `from`; `from None` stores None. Either kind of `from` suppresses the context.
//! A traceback names code and places, not frames: keeping an exception keeps no locals alive.
//!
//! Not here: messages (raise.rs), printing (crate `vm`, traceback.rs).

use crate::class::{self, flag};
use crate::cx::Cx;
use crate::instance;
use crate::{statics, tuple, types};
use threadsnake_heap::{OutOfMemory, Ref, Value, header, kind};

/// Hidden slots of an exception.
#[allow(missing_docs, reason = "drawn above")]
pub mod slot {
    pub const ARGS: u32 = 0;
    pub const TRACEBACK: u32 = 1;
    pub const CAUSE: u32 = 2;
    pub const CONTEXT: u32 = 3;
    /// How many there are.
    pub const COUNT: u32 = 4;
    /// The name that an `AttributeError` or a `NameError` is about, 0 none.
    pub const NAME: u32 = 4;
    /// The object that was asked for it, 0 none.
    pub const OBJECT: u32 = 5;
    /// The message of a group (str).
    pub const MESSAGE: u32 = 4;
    /// The exceptions of a group (tuple).
    pub const EXCEPTIONS: u32 = 5;
    /// How many there are of an `AttributeError` or a group.
    pub const ATTRIBUTE_COUNT: u32 = 6;
    /// How many there are of a `NameError`.
    pub const NAME_COUNT: u32 = 5;
}

/// Words of a `TRACEBACK`.
#[allow(missing_docs, reason = "drawn above")]
pub mod traceback {
    pub const NEXT: u32 = 1;
    pub const CODE: u32 = 2;
    pub const PC: u32 = 3;
}

/// Makes `class(*args)` without running an initialiser; takes over the reference to the tuple.
pub fn with_args(cx: &mut Cx, class: Ref, args: Value) -> Result<Ref, OutOfMemory> {
    let layout = Ref(cx.heap.space.word(class, class::word::LAYOUT));
    match instance::new(cx, layout) {
        Ok(object) => {
            instance::set_hidden(cx, object, slot::ARGS, args);
            Ok(object)
        }
        Err(error) => {
            cx.heap.dec(args);
            Err(error)
        }
    }
}

/// Makes `class(arg)`; takes over the reference to `arg`.
pub fn with_arg(cx: &mut Cx, class: Ref, arg: Value) -> Result<Ref, OutOfMemory> {
    match tuple::from_slice(cx, &[arg]) {
        Ok(args) => {
            cx.heap.dec(arg);
            with_args(cx, class, args.value())
        }
        Err(error) => {
            cx.heap.dec(arg);
            Err(error)
        }
    }
}

/// Makes `class()`.
pub fn bare(cx: &mut Cx, class: Ref) -> Result<Ref, OutOfMemory> {
    with_args(cx, class, statics::EMPTY_TUPLE)
}

/// Is this value an exception object?
#[inline]
pub fn is_exception(cx: &Cx, value: Value) -> bool {
    value.object_ref().is_some_and(|object| {
        matches!(cx.heap.kind(object), kind::INSTANCE | kind::INSTANCE_X)
            && class::flags(cx, cx.type_of(value)) & flag::EXCEPTION != 0
    })
}

/// Is this value an exception class?
#[inline]
pub fn is_exception_class(cx: &Cx, value: Value) -> bool {
    class::is_class(cx, value) && class::flags(cx, value.as_ref()) & flag::EXCEPTION != 0
}

/// Hidden slots of direct instances of a builtin exception type.
pub fn hidden_slots(class: Ref) -> u32 {
    match class {
        types::ATTRIBUTE_ERROR | types::BASE_EXCEPTION_GROUP | types::EXCEPTION_GROUP => {
            slot::ATTRIBUTE_COUNT
        }
        types::NAME_ERROR | types::UNBOUND_LOCAL_ERROR => slot::NAME_COUNT,
        _ => slot::COUNT,
    }
}

/// Notes in a `NameError` that was just raised what the name is (borrowed).
pub fn note_name(cx: &mut Cx, name: Value) {
    let raised = cx.raised;
    if !raised.is_unbound() && cx.type_of(raised) == types::NAME_ERROR {
        cx.heap.inc(name);
        set(cx, raised.as_ref(), slot::NAME, name);
    }
}

/// Notes in an `AttributeError` that was just raised what was asked for (borrowed).
pub fn note_attribute(cx: &mut Cx, object: Value, name: Value) {
    let raised = cx.raised;
    if raised.is_unbound() || cx.type_of(raised) != types::ATTRIBUTE_ERROR {
        return;
    }
    cx.heap.inc(object);
    cx.heap.inc(name);
    set(cx, raised.as_ref(), slot::NAME, name);
    set(cx, raised.as_ref(), slot::OBJECT, object);
}

/// A hidden slot of an exception (borrowed).
#[inline]
pub fn get(cx: &Cx, exception: Ref, slot: u32) -> Value {
    instance::slot_value(cx, exception, slot)
}

/// Sets a hidden slot of an exception; takes over the reference.
pub fn set(cx: &mut Cx, exception: Ref, slot: u32, value: Value) {
    instance::set_hidden(cx, exception, slot, value);
}

/// Puts a place in front of an exception's traceback. Without memory for it the place is left out.
pub fn add_place(cx: &mut Cx, exception: Ref, code: Ref, pc: u32) {
    let next = get(cx, exception, slot::TRACEBACK);
    let Some(entry) = cx.heap.alloc_easily(4) else { return };
    cx.heap.space.store(entry.0, header::fresh(kind::TRACEBACK));
    cx.heap.space.set_word(entry, traceback::NEXT, next.0);
    cx.heap.space.set_word(entry, traceback::CODE, code.0);
    cx.heap.space.set_word(entry, traceback::PC, Value::small(pc as i32).0);
    cx.heap.inc(next);
    set(cx, exception, slot::TRACEBACK, entry.value());
}

/// A traceback entry by itself; takes over the reference to what comes next.
pub fn place(cx: &mut Cx, next: Value, code: Ref, pc: u32) -> Result<Value, OutOfMemory> {
    let entry = cx.heap.alloc(4)?;
    cx.heap.space.store(entry.0, header::fresh(kind::TRACEBACK));
    cx.heap.space.set_word(entry, traceback::NEXT, next.0);
    cx.heap.space.set_word(entry, traceback::CODE, code.0);
    cx.heap.space.set_word(entry, traceback::PC, Value::small(pc as i32).0);
    Ok(entry.value())
}

/// Sets the context of an exception unless that would make a cycle; both are borrowed.
pub fn set_context(cx: &mut Cx, exception: Ref, context: Value) {
    let Some(handled) = context.object_ref() else { return };
    if handled == exception {
        return;
    }
    if !cx.heap.is_unique(exception) {
        cut_out(cx, exception, handled);
    }
    cx.heap.inc(context);
    set(cx, exception, slot::CONTEXT, context);
}

/// As CPython does: an exception that is already in a chain is taken out of it.
fn cut_out(cx: &mut Cx, exception: Ref, chain: Ref) {
    let mut steps = 0;
    let mut at = chain;
    // Goes half as fast: a script may have made a ring of the others, in which they meet.
    let mut behind = chain;
    let mut is_odd = false;
    while let Some(next) = get(cx, at, slot::CONTEXT).object_ref() {
        if next == exception {
            set(cx, at, slot::CONTEXT, Value::UNBOUND);
            break;
        }
        at = next;
        if at == behind {
            break;
        }
        if is_odd {
            behind = get(cx, behind, slot::CONTEXT).object_ref().unwrap_or(behind);
        }
        is_odd = !is_odd;
        steps += 1;
    }
    cx.charge(steps);
}
