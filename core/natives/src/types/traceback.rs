//! `traceback`: where an exception came by.
//!
//! A traceback names code and places. Its `tb_frame` shows what can be told of the frame without keeping
//! it: `f_code`, `f_lineno`, and `f_globals` and `f_locals` that are empty. A frame that
//! `sys._getframe` gives shows the globals as well, and those it was called from.
//!
//! Not here: collecting (crate `vm`), printing (library traceback.py).

use crate::support;
use threadsnake_heap::{Ref, Value, header, kind};
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::exception::traceback as word;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{code, dict, int, natives, types};

natives! {
    /// `traceback` attributes.
    pub static METHODS;
    "tb_frame"   frame      1..=1 Getter;
    "tb_lasti"   lasti      1..=1 Getter;
    "tb_lineno"  lineno     1..=1 Getter;
    "tb_next"    next       1..=2 Getter;
}

natives! {
    /// `frame` attributes of a frame that a traceback shows.
    pub static FRAME;
    "clear"      clear      1..=1;
    "f_back"     f_back     1..=1 Getter;
    "f_code"     f_code     1..=1 Getter;
    "f_globals"  f_globals  1..=1 Getter;
    "f_lasti"    f_lasti    1..=1 Getter;
    "f_lineno"   f_lineno   1..=1 Getter;
    "f_locals"   empty      1..=1 Getter;
}

fn receiver(cx: &mut Cx, value: Value, name: &str) -> Outcome<Ref> {
    match cx.as_kind(value, kind::TRACEBACK) {
        Some(object) => Ok(object),
        None => Err(support::wrong_receiver(cx, types::TRACEBACK, name, value)),
    }
}

fn code_of(cx: &Cx, object: Ref) -> Ref {
    Ref(cx.heap.space.word(object, word::CODE))
}

fn line_of(cx: &mut Cx, object: Ref) -> NativeResult {
    let pc = cx.heap.space.value(object, word::PC).as_small() as u32;
    let line = code::location(cx, code_of(cx, object), pc).line;
    Ok(int::from_u32(cx, line)?)
}

fn lineno(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "tb_lineno")?;
    line_of(cx, object)
}

fn lasti(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "tb_lasti")?;
    Ok(cx.heap.space.value(object, word::PC))
}

fn next(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "tb_next")?;
    let held = cx.heap.space.value(object, word::NEXT);
    if args.len() == 1 {
        return Ok(if held.is_unbound() { Value::NONE } else { cx.heap.share(held) });
    }
    set_next(cx, object, args[1])?;
    Ok(Value::NONE)
}

/// `tb.tb_next = other`, unless that would make a loop.
fn set_next(cx: &mut Cx, object: Ref, value: Value) -> Outcome<()> {
    let mut at = value;
    while let Some(entry) = cx.as_kind(at, kind::TRACEBACK) {
        if entry == object {
            return Err(raise::value_error(cx, &[S("traceback loop detected")]));
        }
        at = cx.heap.space.value(entry, word::NEXT);
    }
    let is_traceback = cx.as_kind(value, kind::TRACEBACK).is_some();
    if !is_traceback && value != Value::NONE {
        return Err(raise::type_error(
            cx,
            &[S("expected traceback object, got '"), T(value), S("'")],
        ));
    }
    let next = if is_traceback { cx.heap.share(value) } else { Value::UNBOUND };
    let old = cx.heap.space.value(object, word::NEXT);
    cx.heap.space.set_word(object, word::NEXT, next.0);
    cx.heap.dec(old);
    Ok(())
}

fn frame(cx: &mut Cx, args: &[Value]) -> NativeResult {
    receiver(cx, args[0], "tb_frame")?;
    frame_of(cx, args[0], Value::NONE)
}

/// A frame without registers that knows a traceback entry instead of a function, and its caller (borrowed).
pub fn frame_of(cx: &mut Cx, about: Value, caller: Value) -> NativeResult {
    const WORDS: u32 = 4;
    let shown = cx.heap.alloc(WORDS)?;
    cx.heap.space.store(shown.0, header::fresh(kind::FRAME));
    cx.heap.space.set_word(shown, 1, caller.0);
    cx.heap.inc(caller);
    cx.heap.space.set_word(shown, 2, about.0);
    cx.heap.space.set_word(shown, 3, Value::small(0).0);
    cx.heap.inc(about);
    Ok(shown.value())
}

/// The globals that a frame of `sys._getframe` shows; none in a traceback.
fn f_globals(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let entry = entry_of(cx, args[0], "f_globals")?;
    let globals = cx.heap.space.value(entry, word::NEXT);
    if cx.as_kind(globals, kind::DICT).is_some() {
        Ok(cx.heap.share(globals))
    } else {
        empty(cx, args)
    }
}

/// The traceback entry that a frame shows.
fn entry_of(cx: &mut Cx, value: Value, name: &str) -> Outcome<Ref> {
    let entry = cx.as_kind(value, kind::FRAME).map(|shown| cx.heap.space.value(shown, 2));
    match entry.and_then(|entry| cx.as_kind(entry, kind::TRACEBACK)) {
        Some(entry) => Ok(entry),
        None => Err(support::wrong_receiver(cx, types::FRAME, name, value)),
    }
}

fn f_code(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let entry = entry_of(cx, args[0], "f_code")?;
    let code = code_of(cx, entry);
    Ok(cx.heap.share(code.value()))
}

fn f_lineno(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let entry = entry_of(cx, args[0], "f_lineno")?;
    line_of(cx, entry)
}

fn f_lasti(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let entry = entry_of(cx, args[0], "f_lasti")?;
    Ok(cx.heap.space.value(entry, word::PC))
}

fn empty(cx: &mut Cx, _: &[Value]) -> NativeResult {
    Ok(dict::new(cx)?.value())
}

fn clear(_: &mut Cx, _: &[Value]) -> NativeResult {
    Ok(Value::NONE)
}

fn f_back(cx: &mut Cx, args: &[Value]) -> NativeResult {
    entry_of(cx, args[0], "f_back")?;
    let caller = cx.heap.space.value(args[0].as_ref(), 1);
    Ok(cx.heap.share(caller))
}
