//! Functions, bound methods, cells, and the code they run.
//!
//! ```text
//! FUNCTION, 4 words + captures       FUNCINFO, 9 words: only for functions that need it
//!  +0 header                          +4 defaults (tuple)   +8 keyword defaults (dict)
//!  +4 code                            +12 annotations       +16 __dict__
//!  +8 globals (dict)                  +20 name  +24 qualname  +28 doc  +32 module
//!  +12 0, defaults (tuple) or FUNCINFO
//!  +16 captured values and cells
//! ```
//!
//! Not here: calling (crate `vm`), binding arguments (args.rs).

use crate::cx::Cx;
use threadsnake_heap::{OutOfMemory, Ref, Value, header, kind};
use threadsnake_image::layout::code;

/// Words of a `FUNCTION`.
#[allow(missing_docs, reason = "drawn above")]
pub mod word {
    pub const CODE: u32 = 1;
    pub const GLOBALS: u32 = 2;
    pub const INFO: u32 = 3;
    pub const CAPTURES: u32 = 4;
}

/// Words of a `FUNCINFO`.
#[allow(missing_docs, reason = "drawn above")]
pub mod info {
    pub const DEFAULTS: u32 = 1;
    pub const KWDEFAULTS: u32 = 2;
    pub const ANNOTATIONS: u32 = 3;
    pub const DICT: u32 = 4;
    pub const NAME: u32 = 5;
    pub const QUALNAME: u32 = 6;
    pub const DOC: u32 = 7;
    pub const MODULE: u32 = 8;
    pub const COUNT: u32 = 9;
}

/// Words of a bound `METHOD`.
#[allow(missing_docs, reason = "named like Python's attributes")]
pub mod method {
    pub const SELF: u32 = 1;
    pub const FUNC: u32 = 2;
}

/// The code of a function.
#[inline(always)]
pub fn code_of(cx: &Cx, function: Ref) -> Ref {
    debug_assert!(cx.heap.kind(function) == kind::FUNCTION, "not a function");
    Ref(cx.heap.space.word(function, word::CODE))
}

/// Makes a function without defaults, its captures unbound.
pub fn new(cx: &mut Cx, code: Ref, globals: Value) -> Result<Ref, OutOfMemory> {
    let captures = cx.heap.space.load(code.0 + code::ARGS) >> 24;
    let words = word::CAPTURES + captures;
    let object = cx.heap.alloc(words)?;
    cx.heap.space.store(object.0, header::fresh(kind::FUNCTION));
    cx.heap.space.set_word(object, word::CODE, code.0);
    cx.heap.space.set_word(object, word::GLOBALS, globals.0);
    cx.heap.space.set_word(object, word::INFO, 0);
    cx.heap.space.clear_words(object.0 + word::CAPTURES * 4, captures);
    cx.heap.inc(globals);
    Ok(object)
}

/// A detail of a function (borrowed), unbound when it was never set.
pub fn detail(cx: &Cx, function: Ref, which: u32) -> Value {
    let held = cx.heap.space.value(function, word::INFO);
    let Some(object) = held.object_ref() else { return Value::UNBOUND };
    if cx.heap.kind(object) == kind::FUNCINFO {
        cx.heap.space.value(object, which)
    } else if which == info::DEFAULTS {
        held
    } else {
        Value::UNBOUND
    }
}

/// Sets a detail of a function; takes over the reference when it succeeds.
pub fn set_detail(cx: &mut Cx, function: Ref, which: u32, value: Value) -> Result<(), OutOfMemory> {
    let held = cx.heap.space.value(function, word::INFO);
    if which == info::DEFAULTS && held.is_unbound() && cx.as_kind(value, kind::TUPLE).is_some() {
        cx.heap.space.set_word(function, word::INFO, value.0);
        return Ok(());
    }
    let details = match cx.as_kind(held, kind::FUNCINFO) {
        Some(details) => details,
        None => {
            let details = cx.heap.alloc(info::COUNT)?;
            cx.heap.space.store(details.0, header::fresh(kind::FUNCINFO));
            cx.heap.space.clear_words(details.0 + 4, info::COUNT - 1);
            cx.heap.space.set_word(details, info::DEFAULTS, held.0);
            cx.heap.space.set_word(function, word::INFO, details.0);
            details
        }
    };
    let old = cx.heap.space.value(details, which);
    cx.heap.space.set_word(details, which, value.0);
    cx.heap.dec(old);
    Ok(())
}

/// Makes a bound method; both values are borrowed.
pub fn bind(cx: &mut Cx, func: Value, receiver: Value) -> Result<Value, OutOfMemory> {
    let object = cx.heap.alloc(3)?;
    cx.heap.space.store(object.0, header::fresh(kind::METHOD));
    cx.heap.space.set_word(object, method::SELF, receiver.0);
    cx.heap.space.set_word(object, method::FUNC, func.0);
    cx.heap.inc(receiver);
    cx.heap.inc(func);
    Ok(object.value())
}

/// Makes a cell; takes over the reference to its value.
pub fn cell(cx: &mut Cx, value: Value) -> Result<Ref, OutOfMemory> {
    let object = cx.heap.alloc(2)?;
    cx.heap.space.store(object.0, header::fresh(kind::CELL));
    cx.heap.space.set_word(object, 1, value.0);
    Ok(object)
}

/// The name of a function (borrowed).
pub fn name(cx: &Cx, function: Ref) -> Value {
    let own = detail(cx, function, info::NAME);
    if own.is_unbound() { cx.heap.space.value(code_of(cx, function), code::NAME / 4) } else { own }
}

/// The qualified name of a function in three pieces (borrowed), as `code::qualname` gives them.
pub fn qualname(cx: &Cx, function: Ref) -> [Value; 3] {
    let own = detail(cx, function, info::QUALNAME);
    if own.is_unbound() {
        crate::code::qualname(cx, code_of(cx, function))
    } else {
        crate::code::whole(own)
    }
}
