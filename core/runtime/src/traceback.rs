//! Exceptions that nobody handled, printed as CPython prints them: the chain, places, source lines, carets.
//!
//! Everything goes to the error stream piece by piece. The heap is asked only where a script has to say what
//! its exception looks like, and may use its reserve for that; source files are read into scratch.
//!
//! Not here: collecting the places (vm/unwind.rs), carets (traceback/carets.rs), syntax errors
//! (traceback/syntax.rs), "Did you mean" (traceback/suggest.rs).

mod carets;
mod group;
pub(crate) mod out;
mod places;
mod suggest;
mod syntax;

use crate::compile::bytes_of;
use out::Out;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::attr::{self, Found};
use threadsnake_objects::class::{self, word};
use threadsnake_objects::cx::Cx;
use threadsnake_objects::exception::{self, slot};
use threadsnake_objects::prelude::{self, Prelude};
use threadsnake_objects::{dict, instance, list, names, tuple, types};
use threadsnake_vm::{Stop, Vm};

/// Longest chain of exceptions that is printed.
const CHAIN_MAX: u32 = 256;

/// Prints an exception (borrowed) and those it came from.
pub fn write_exception(vm: &mut Vm, exception: Value) {
    let opened = vm.cx.heap.open_reserve();
    let Some(newest) = exception.object_ref() else { return };
    (vm.cx.margin, vm.cx.is_in_line) = (0, false);
    write_chain(vm, newest, &mut false);
    if opened {
        vm.cx.heap.close_reserve();
    }
}

/// Prints an exception and those it came from; `needs_end` is about the frame of the group it is in.
fn write_chain(vm: &mut Vm, newest: Ref, needs_end: &mut bool) {
    for back in (0..chain_length(&vm.cx, newest)).rev() {
        let (one, how) = link(&vm.cx, newest, back);
        group::write(vm, one, needs_end);
        match how {
            How::Cause => Out(&mut vm.cx)
                .text("\nThe above exception was the direct cause of the following exception:\n\n"),
            How::Context => Out(&mut vm.cx)
                .text("\nDuring handling of the above exception, another exception occurred:\n\n"),
            How::Itself => {}
        }
    }
}

/// How the next newer exception of a chain came about.
#[derive(Clone, Copy)]
enum How {
    Cause,
    Context,
    Itself,
}

/// What an exception came from.
fn previous(cx: &Cx, exception: Ref) -> Option<(Ref, How)> {
    let cause = exception::get(cx, exception, slot::CAUSE);
    if !cause.is_unbound() {
        return cause.object_ref().map(|cause| (cause, How::Cause));
    }
    let context = exception::get(cx, exception, slot::CONTEXT).object_ref()?;
    Some((context, How::Context))
}

/// The exception so many links behind the newest, and how the one before it came from it.
fn link(cx: &Cx, newest: Ref, back: u32) -> (Ref, How) {
    let mut at = (newest, How::Itself);
    for _ in 0..back {
        at = previous(cx, at.0).unwrap_or(at);
    }
    at
}

/// Links of a chain up to where it ends or comes back to itself.
fn chain_length(cx: &Cx, newest: Ref) -> u32 {
    let mut length = 1;
    let mut at = newest;
    while length < CHAIN_MAX
        && let Some((next, _)) = previous(cx, at)
    {
        if (0..length).any(|back| link(cx, newest, back).0 == next) {
            break;
        }
        at = next;
        length += 1;
    }
    length
}

fn write_one(vm: &mut Vm, exception: Ref) {
    places::write(&mut vm.cx, exception);
    let is_syntax =
        class::is_subclass(&vm.cx, vm.cx.type_of(exception.value()), types::SYNTAX_ERROR);
    let message = if is_syntax { syntax::write_place(&mut vm.cx, exception) } else { None };
    write_class(&mut vm.cx, exception);
    match message {
        Some(message) => {
            Out(&mut vm.cx).message(message);
            vm.cx.heap.dec(message);
        }
        None => write_message(vm, exception),
    }
    if let Some(better) = suggest::find(&mut vm.cx, exception) {
        Out(&mut vm.cx).text(". Did you mean: '");
        Out(&mut vm.cx).value(better);
        Out(&mut vm.cx).text("'?");
        vm.cx.heap.dec(better);
    }
    Out(&mut vm.cx).text("\n");
    write_notes(vm, exception);
}

/// The name of the class, with its module unless that goes without saying.
fn write_class(cx: &mut Cx, exception: Ref) {
    let class = cx.type_of(exception.value());
    let module = cx.heap.space.value(class, word::MODULE);
    let is_plain = matches!(module, names::BUILTINS_MODULE | names::MAIN | Value::UNBOUND);
    if !is_plain && cx.as_kind(module, kind::STR).is_some() {
        Out(cx).value(module);
        Out(cx).text(".");
    }
    let own = cx.heap.space.value(class, word::DICT).object_ref();
    let qualname = own.and_then(|own| dict::get_interned(cx, own, names::QUALNAME));
    let name = qualname.unwrap_or(class::name(cx, class));
    Out(cx).value(name);
}

/// A colon and the text of the exception, if it has one.
fn write_message(vm: &mut Vm, exception: Ref) {
    if let Some(text) = plain_text(&vm.cx, exception) {
        return Out(&mut vm.cx).message(text);
    }
    match text_of(vm, exception.value()) {
        Some(text) => {
            Out(&mut vm.cx).message(text);
            vm.cx.heap.dec(text);
        }
        None => Out(&mut vm.cx).text(": <exception str() failed>"),
    }
}

/// The text of an exception (borrowed) that needs no memory: a single str and no `__str__` of its own.
fn plain_text(cx: &Cx, exception: Ref) -> Option<Value> {
    let class = cx.type_of(exception.value());
    let (owner, _) = class::lookup_where(cx, class, names::STR)?;
    if owner != types::BASE_EXCEPTION {
        return None;
    }
    let args = cx.as_kind(exception::get(cx, exception, slot::ARGS), kind::TUPLE)?;
    match tuple::items(cx, args) {
        [] => Some(names::EMPTY),
        [text] if cx.as_kind(*text, kind::STR).is_some() => Some(*text),
        _ => None,
    }
}

/// `str(value)`, owned; none when that raises.
pub fn text_of(vm: &mut Vm, value: Value) -> Option<Value> {
    if vm.cx.as_kind(value, kind::STR).is_some() {
        return Some(vm.cx.heap.share(value));
    }
    let function = prelude::function(&vm.cx, Prelude::Str);
    match vm.call(function, &[value]) {
        Stop::Returned(text) if vm.cx.payload(text, kind::STR).is_some() => Some(text),
        Stop::Returned(other) => {
            vm.cx.heap.dec(other);
            None
        }
        Stop::Raised => {
            let raised = vm.cx.take_raised();
            vm.cx.heap.dec(raised);
            None
        }
        Stop::Budget => None,
    }
}

/// The lines of `__notes__`.
fn write_notes(vm: &mut Vm, exception: Ref) {
    let Some(notes) = instance::get(&vm.cx, exception, names::NOTES) else { return };
    let Some(notes) = vm.cx.as_kind(notes, kind::LIST) else { return };
    let mut at = 0;
    while let Some(&note) = list::items(&vm.cx, notes).get(at) {
        if let Some(text) = text_of(vm, note) {
            Out(&mut vm.cx).value(text);
            Out(&mut vm.cx).text("\n");
            vm.cx.heap.dec(text);
        }
        at += 1;
    }
}

/// An attribute of an exception that needs no script code, owned; none when there is no such thing.
fn field(cx: &mut Cx, exception: Ref, name: Value) -> Option<Value> {
    match attr::get(cx, exception.value(), name) {
        Ok(Found::Value(value)) => Some(value),
        Ok(_) => None,
        Err(_) => {
            let raised = cx.take_raised();
            cx.heap.dec(raised);
            None
        }
    }
}

/// The text of a str, empty for anything else.
fn text_bytes<'c>(cx: &'c Cx, value: Value) -> &'c [u8] {
    bytes_of(cx, value).unwrap_or(&[])
}
