//! Private natives of the prelude that belong to the machine: finalizers, names, what can be iterated.
//!
//! Not here: private natives of the containers (tables.rs).

use threadsnake_heap::finalize::weakref;
use threadsnake_heap::{Value, kind};
use threadsnake_objects::class;
use threadsnake_objects::cx::{Cx, NativeResult};
use threadsnake_objects::intrinsic::Intrinsic;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{exception, names, natives, types};

natives! {
    /// Private natives for the machine.
    pub static MEMBERS;
    "_builtin"      builtin      1..=1;
    "_finalize"     finalize     1..=1;
    "_is_iterable"  is_iterable  1..=1;
}

/// `_builtin(name)`: a builtin by name, for names of class bodies with a namespace of their own.
fn builtin(cx: &mut Cx, args: &[Value]) -> NativeResult {
    match class::rom_lookup(cx, cx.rom.builtins, args[0]) {
        Some(value) => Ok(cx.heap.share(value)),
        None => Err(raise::name_error(cx, &[S("name '"), V(args[0]), S("' is not defined")])),
    }
}

/// `_finalize(object)`: what the death of an object calls for: `__del__`, a weak reference's callback, the
/// end of a suspended generator.
fn finalize(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let Some(object) = args[0].object_ref() else { return Ok(Value::NONE) };
    match cx.heap.kind(object) {
        kind::WEAKREF => {
            let callback = cx.heap.space.value(object, weakref::CALLBACK);
            Err(cx.tail_call(callback, &[args[0]]))
        }
        kind::GENERATOR => {
            let closing = exception::bare(cx, types::GENERATOR_EXIT)?.value();
            let exit = cx.tail_intrinsic(Intrinsic::GeneratorThrow, &[args[0], closing]);
            cx.heap.dec(closing);
            Err(exit)
        }
        _ => {
            let own = cx.type_of(args[0]);
            match class::lookup(cx, own, names::DEL) {
                Some(method) => Err(cx.tail_call(method, &[args[0]])),
                None => Ok(Value::NONE),
            }
        }
    }
}

/// `_is_iterable(object)`: has its type `__iter__` or `__getitem__`?
fn is_iterable(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let own = cx.type_of(args[0]);
    let found = match class::lookup(cx, own, names::ITER) {
        Some(method) => method != Value::NONE,
        None => class::lookup(cx, own, names::GETITEM).is_some(),
    };
    Ok(Value::bool(found))
}
