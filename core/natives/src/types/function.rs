//! `function`: what scripts see of functions made by `def` and `lambda`.
//!
//! Not here: bound methods (method.rs), native functions (native_.rs), the object (objects/function.rs).

use crate::support::{self, arg, arg_or_none};
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::function::{self, info, word};
use threadsnake_objects::natives;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::repr::push_address;
use threadsnake_objects::{code, dict, names, str, tuple, types};

natives! {
    /// `function` attributes.
    pub static METHODS;
    "__annotations__"  annotations   1..=2 Getter;
    "__call__"         call          1..=255 Function "self / *args **kwargs";
    "__closure__"      closure       1..=1 Getter;
    "__code__"         code_of       1..=1 Getter;
    "__defaults__"     defaults      1..=2 Getter;
    "__dict__"         dict_of       1..=2 Getter;
    "__doc__"          doc           1..=2 Getter;
    "__get__"          get           2..=3;
    "__globals__"      globals       1..=1 Getter;
    "__kwdefaults__"   kwdefaults    1..=2 Getter;
    "__module__"       module        1..=2 Getter;
    "__name__"         name          1..=2 Getter;
    "__qualname__"     qualname      1..=2 Getter;
    "__repr__"         repr_of       1..=1;
}

fn receiver(cx: &mut Cx, value: Value, method: &str) -> Outcome<Ref> {
    match cx.as_kind(value, kind::FUNCTION) {
        Some(object) => Ok(object),
        None => Err(support::wrong_receiver(cx, types::FUNCTION, method, value)),
    }
}

/// Stores a detail (borrowed).
fn set(cx: &mut Cx, object: Ref, which: u32, value: Value) -> NativeResult {
    cx.heap.inc(value);
    match function::set_detail(cx, object, which, value) {
        Ok(()) => Ok(Value::NONE),
        Err(error) => {
            cx.heap.dec(value);
            Err(error.into())
        }
    }
}

/// A detail, or None (owned).
fn read(cx: &mut Cx, object: Ref, which: u32) -> Value {
    let value = function::detail(cx, object, which);
    if value.is_unbound() { Value::NONE } else { cx.heap.share(value) }
}

/// `f.__call__(...)`.
fn call(cx: &mut Cx, args: &[Value]) -> NativeResult {
    receiver(cx, args[0], "__call__")?;
    Err(support::tail_any(cx, args[0], &[], arg(args, 1), arg(args, 2)))
}

/// `f.__get__(object, type)`: a bound method, or the function itself for None.
fn get(cx: &mut Cx, args: &[Value]) -> NativeResult {
    receiver(cx, args[0], "__get__")?;
    if args[1] == Value::NONE {
        if arg_or_none(args, 2) == Value::NONE {
            return Err(raise::type_error(cx, &[S("__get__(None, None) is invalid")]));
        }
        return Ok(cx.heap.share(args[0]));
    }
    Ok(function::bind(cx, args[0], args[1])?)
}

fn name(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__name__")?;
    if args.len() == 1 {
        let name = function::name(cx, object);
        return Ok(cx.heap.share(name));
    }
    check_str(cx, args[1], "__name__")?;
    set(cx, object, info::NAME, args[1])
}

fn qualname(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__qualname__")?;
    if args.len() == 1 {
        let name = function::qualname(cx, object);
        return code::joined(cx, name);
    }
    check_str(cx, args[1], "__qualname__")?;
    set(cx, object, info::QUALNAME, args[1])
}

fn check_str(cx: &mut Cx, value: Value, name: &str) -> Outcome<()> {
    if cx.payload(value, kind::STR).is_some() {
        return Ok(());
    }
    Err(raise::type_error(cx, &[S(name), S(" must be set to a string object")]))
}

fn doc(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__doc__")?;
    if args.len() == 2 {
        let value = if args[1].is_unbound() { Value::NONE } else { args[1] };
        return set(cx, object, info::DOC, value);
    }
    let own = function::detail(cx, object, info::DOC);
    let found = if own.is_unbound() { code::doc(cx, function::code_of(cx, object)) } else { own };
    Ok(cx.heap.share(found))
}

/// `__module__`: the name of the module that the function was made in.
fn module(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__module__")?;
    if args.len() == 2 {
        let value = if args[1].is_unbound() { Value::NONE } else { args[1] };
        return set(cx, object, info::MODULE, value);
    }
    let own = function::detail(cx, object, info::MODULE);
    if !own.is_unbound() {
        return Ok(cx.heap.share(own));
    }
    let globals = cx.heap.space.value(object, word::GLOBALS);
    let found = cx
        .as_kind(globals, kind::DICT)
        .and_then(|members| dict::get_interned(cx, members, names::NAME));
    Ok(cx.heap.share(found.unwrap_or(names::BUILTINS_MODULE)))
}

fn defaults(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__defaults__")?;
    if args.len() == 1 {
        return Ok(read(cx, object, info::DEFAULTS));
    }
    let value = args[1];
    if value.is_unbound() || value == Value::NONE {
        return set(cx, object, info::DEFAULTS, Value::UNBOUND);
    }
    if cx.as_kind(value, kind::TUPLE).is_none() {
        return Err(raise::type_error(cx, &[S("__defaults__ must be set to a tuple object")]));
    }
    set(cx, object, info::DEFAULTS, value)
}

fn kwdefaults(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__kwdefaults__")?;
    if args.len() == 1 {
        return Ok(read(cx, object, info::KWDEFAULTS));
    }
    let value = args[1];
    if value.is_unbound() || value == Value::NONE {
        return set(cx, object, info::KWDEFAULTS, Value::UNBOUND);
    }
    if cx.as_kind(value, kind::DICT).is_none() {
        return Err(raise::type_error(cx, &[S("__kwdefaults__ must be set to a dict object")]));
    }
    set(cx, object, info::KWDEFAULTS, value)
}

/// `__annotations__`: a dict, made when there is none.
fn annotations(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__annotations__")?;
    if args.len() == 1 {
        return own_dict(cx, object, info::ANNOTATIONS);
    }
    let value = args[1];
    if value.is_unbound() || value == Value::NONE {
        return set(cx, object, info::ANNOTATIONS, Value::UNBOUND);
    }
    if cx.as_kind(value, kind::DICT).is_none() {
        return Err(raise::type_error(cx, &[S("__annotations__ must be set to a dict object")]));
    }
    set(cx, object, info::ANNOTATIONS, value)
}

/// A detail that is a dict, made when there is none.
fn own_dict(cx: &mut Cx, object: Ref, which: u32) -> NativeResult {
    let held = function::detail(cx, object, which);
    if !held.is_unbound() {
        return Ok(cx.heap.share(held));
    }
    let fresh = dict::new(cx)?;
    match set(cx, object, which, fresh.value()) {
        Ok(_) => Ok(fresh.value()),
        Err(exit) => {
            cx.heap.dec_ref(fresh);
            Err(exit)
        }
    }
}

fn dict_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__dict__")?;
    if args.len() == 1 {
        return own_dict(cx, object, info::DICT);
    }
    if cx.as_kind(args[1], kind::DICT).is_none() {
        return Err(raise::type_error(
            cx,
            &[S("__dict__ must be set to a dictionary, not a '"), T(args[1]), S("'")],
        ));
    }
    set(cx, object, info::DICT, args[1])
}

fn code_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__code__")?;
    let code = function::code_of(cx, object);
    Ok(cx.heap.share(code.value()))
}

fn globals(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__globals__")?;
    let globals = cx.heap.space.value(object, word::GLOBALS);
    Ok(cx.heap.share(globals))
}

/// `__closure__`: cells; a variable that was captured by value gets a cell of its own here.
fn closure(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__closure__")?;
    let count = code::parameters(cx, function::code_of(cx, object)).captured;
    if count == 0 {
        return Ok(Value::NONE);
    }
    let cells = tuple::new(cx, count)?;
    for index in 0..count {
        let held = cx.heap.space.value(object, word::CAPTURES + index);
        let held = cx.heap.share(held);
        let cell = match cx.as_kind(held, kind::CELL) {
            Some(cell) => cell,
            None => match function::cell(cx, held) {
                Ok(cell) => cell,
                Err(error) => {
                    cx.heap.dec(held);
                    cx.heap.dec_ref(cells);
                    return Err(error.into());
                }
            },
        };
        tuple::set_item(cx, cells, index, cell.value());
    }
    Ok(cells.value())
}

/// `<function name at 0x...>`.
fn repr_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__repr__")?;
    let name = function::qualname(cx, object);
    str::build(cx, 40, |cx, text| {
        text.push(cx, b"<function ")?;
        for piece in name {
            text.push_str(cx, piece)?;
        }
        text.push(cx, b" at 0x")?;
        push_address(cx, text, object.0)?;
        Ok(text.push(cx, b">")?)
    })
}
