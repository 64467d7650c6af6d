//! `code` and `cell`: what scripts see of compiled functions and captured variables.
//!
//! Not here: the object in an image (objects/code.rs).

use crate::support;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::natives;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::repr::push_address;
use threadsnake_objects::{class, code, function, int, list, str, tuple, types};

natives! {
    /// `code` attributes.
    pub static METHODS;
    "__repr__"            repr_of         1..=1;
    "co_argcount"         argcount        1..=1 Getter;
    "co_cellvars"         cellvars        1..=1 Getter;
    "co_consts"           consts          1..=1 Getter;
    "co_filename"         filename        1..=1 Getter;
    "co_firstlineno"      first_line      1..=1 Getter;
    "co_flags"            flags           1..=1 Getter;
    "co_freevars"         freevars        1..=1 Getter;
    "co_kwonlyargcount"   kwonly          1..=1 Getter;
    "co_name"             name            1..=1 Getter;
    "co_names"            names           1..=1 Getter;
    "co_nlocals"          nlocals         1..=1 Getter;
    "co_posonlyargcount"  posonly         1..=1 Getter;
    "co_qualname"         qualname        1..=1 Getter;
    "co_stacksize"        registers       1..=1 Getter;
    "co_varnames"         varnames        1..=1 Getter;
}

natives! {
    /// `cell` attributes.
    pub static CELL;
    "__new__"             cell_new        1..=2 Static;
    "__repr__"            cell_repr       1..=1;
    "cell_contents"       cell_contents   1..=2 Getter;
}

fn receiver(cx: &mut Cx, value: Value, name: &str) -> Outcome<Ref> {
    match cx.as_kind(value, kind::CODE) {
        Some(object) => Ok(object),
        None => Err(support::wrong_receiver(cx, types::CODE, name, value)),
    }
}

fn small(number: u32) -> NativeResult {
    Ok(Value::small(number as i32))
}

fn argcount(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "co_argcount")?;
    small(code::parameters(cx, object).positional)
}

fn posonly(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "co_posonlyargcount")?;
    small(code::parameters(cx, object).positional_only)
}

fn kwonly(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "co_kwonlyargcount")?;
    small(code::parameters(cx, object).keyword_only)
}

fn registers(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "co_stacksize")?;
    small(code::registers(cx, object))
}

fn nlocals(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "co_nlocals")?;
    small(tuple::len(cx, code::varnames(cx, object)))
}

/// `co_flags`: the bits that CPython documents.
fn flags(cx: &mut Cx, args: &[Value]) -> NativeResult {
    const NEW_LOCALS: u32 = 3;
    let object = receiver(cx, args[0], "co_flags")?;
    let bit = |is: bool, value: u32| if is { value } else { 0 };
    small(
        NEW_LOCALS
            | bit(code::has_varargs(cx, object), 0x04)
            | bit(code::has_varkw(cx, object), 0x08)
            | bit(code::is_generator(cx, object) && !code::is_coroutine(cx, object), 0x20)
            | match (code::is_coroutine(cx, object), code::is_generator(cx, object)) {
                (true, true) => 0x200,
                (is_coroutine, _) => bit(is_coroutine, 0x80),
            },
    )
}

fn first_line(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "co_firstlineno")?;
    let line = code::first_line(cx, object);
    Ok(int::from_u32(cx, line)?)
}

fn name(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "co_name")?;
    let name = code::name(cx, object);
    Ok(cx.heap.share(name))
}

fn qualname(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "co_qualname")?;
    let name = code::qualname(cx, object);
    code::joined(cx, name)
}

fn filename(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "co_filename")?;
    let name = code::filename(cx, object);
    Ok(cx.heap.share(name))
}

fn varnames(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "co_varnames")?;
    let names = code::varnames(cx, object);
    Ok(cx.heap.share(names.value()))
}

fn freevars(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "co_freevars")?;
    let names = code::freevars(cx, object);
    Ok(cx.heap.share(names.value()))
}

/// A list (taken over) as a tuple.
fn into_tuple(cx: &mut Cx, items: Ref) -> NativeResult {
    let made = tuple::from_part(cx, list::start(cx, items), list::len(cx, items));
    cx.heap.dec_ref(items);
    Ok(made?.value())
}

/// Appends a borrowed value.
fn push(cx: &mut Cx, items: Ref, value: Value) -> Outcome<()> {
    if let Err(error) = list::push(cx, items, value) {
        cx.heap.dec_ref(items);
        return Err(error.into());
    }
    cx.heap.inc(value);
    Ok(())
}

fn cellvars(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "co_cellvars")?;
    let cells = code::cells(cx, object);
    let found = list::new(cx)?;
    for at in 0..tuple::len(cx, cells) {
        let name = tuple::item(cx, cells, at);
        if name != Value::NONE {
            push(cx, found, name)?;
        }
    }
    into_tuple(cx, found)
}

fn consts(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "co_consts")?;
    let found = list::new(cx)?;
    let mut at = 0;
    while let Some(value) = code::constant(cx, object, at) {
        push(cx, found, value)?;
        at += 1;
    }
    into_tuple(cx, found)
}

/// `co_names`: globals, attributes and modules that the code names, in the order of its instructions.
fn names(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "co_names")?;
    let found = list::new(cx)?;
    let mut place = 0;
    while let Some(name) = code::next_name(cx, object, &mut place) {
        if !list::items(cx, found).contains(&name) {
            push(cx, found, name)?;
        }
    }
    into_tuple(cx, found)
}

/// `<code object name at 0x..., file "...", line n>`.
fn repr_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__repr__")?;
    let (name, file) = (code::name(cx, object), code::filename(cx, object));
    let line = code::first_line(cx, object);
    str::build(cx, 64, |cx, text| {
        text.push(cx, b"<code object ")?;
        text.push_str(cx, name)?;
        text.push(cx, b" at 0x")?;
        push_address(cx, text, object.0)?;
        text.push(cx, b", file \"")?;
        text.push_str(cx, file)?;
        text.push(cx, b"\", line ")?;
        text.push_int(cx, i64::from(line))?;
        Ok(text.push(cx, b">")?)
    })
}

fn cell(cx: &mut Cx, value: Value, name: &str) -> Outcome<Ref> {
    match cx.as_kind(value, kind::CELL) {
        Some(object) => Ok(object),
        None => Err(support::wrong_receiver(cx, types::CELL, name, value)),
    }
}

/// `types.CellType(contents)`.
fn cell_new(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let value = cx.heap.share(support::arg(args, 1));
    match function::cell(cx, value) {
        Ok(cell) => Ok(cell.value()),
        Err(error) => {
            cx.heap.dec(value);
            Err(error.into())
        }
    }
}

fn cell_contents(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = cell(cx, args[0], "cell_contents")?;
    let held = cx.heap.space.value(object, 1);
    if args.len() == 2 {
        cx.heap.inc(args[1]);
        cx.heap.space.set_word(object, 1, args[1].0);
        cx.heap.dec(held);
        return Ok(Value::NONE);
    }
    if held.is_unbound() {
        return Err(raise::value_error(cx, &[S("Cell is empty")]));
    }
    Ok(cx.heap.share(held))
}

fn cell_repr(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = cell(cx, args[0], "__repr__")?;
    let held = cx.heap.space.value(object, 1);
    str::build(cx, 64, |cx, text| {
        text.push(cx, b"<cell at 0x")?;
        push_address(cx, text, object.0)?;
        if held.is_unbound() {
            return Ok(text.push(cx, b": empty>")?);
        }
        text.push(cx, b": ")?;
        let owner = class::name(cx, cx.type_of(held));
        text.push_str(cx, owner)?;
        text.push(cx, b" object at 0x")?;
        push_address(cx, text, held.0)?;
        Ok(text.push(cx, b">")?)
    })
}
