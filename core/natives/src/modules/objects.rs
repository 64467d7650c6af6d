//! Private natives of the prelude about classes, modules, generators and code.
//!
//! Not here: private natives of the machine (machine.rs) and of the containers (tables.rs).

use crate::support::{self, arg_or_none};
use crate::types::{alias, module};
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::class::{self, flag};
use threadsnake_objects::class_new::{self, flags};
use threadsnake_objects::cx::{Cx, NativeResult};
use threadsnake_objects::intrinsic::Intrinsic;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{attr, dict, generator, names, natives, types};
use threadsnake_platform::Stream;

natives! {
    /// Private natives for objects.
    pub static MEMBERS;
    "_compile"         compile          3..=3;
    "_flush"           flush            0..=0;
    "_frame_of"        frame_of         1..=2;
    "_generator_send"  generator_send   2..=2;
    "_generator_throw" generator_throw  2..=2;
    "_generator_waits" generator_waits  1..=1;
    "_initializing"    initializing     1..=2;
    "_is_code"         is_code          1..=1;
    "_load_module"     load_module      2..=2;
    "_lookup"          lookup           2..=2;
    "_modules"         modules          0..=0;
    "_native_module"   native_module    1..=1;
    "_new_module"      new_module       1..=1;
    "_pick_meta"       pick_meta        2..=2;
    "_place_behind"    place_behind     1..=1;
    "_run_code"        run_code         2..=2;
    "_sys_member"      sys_member       1..=1;
    "_union_members"   union_members    1..=1;
    "_waits_itself"    waits_itself     1..=1;
}

natives! {
    /// Members of the module `_abc`.
    pub static ABC;
    "set_abstract"     set_abstract     2..=2;
}

/// `_compile(source, filename, mode)`: a code object.
fn compile(cx: &mut Cx, args: &[Value]) -> NativeResult {
    Err(cx.tail_intrinsic(Intrinsic::Compile, &[args[0], args[1], args[2]]))
}

/// `_run_code(code, globals)`: runs it; its value.
fn run_code(cx: &mut Cx, args: &[Value]) -> NativeResult {
    Err(cx.tail_intrinsic(Intrinsic::RunCode, &[args[0], args[1]]))
}

/// `_load_module(name, path)`: `(code, file, is a package)`, or None.
fn load_module(cx: &mut Cx, args: &[Value]) -> NativeResult {
    Err(cx.tail_intrinsic(Intrinsic::LoadModule, &[args[0], args[1]]))
}

/// `_place_behind(depth)`: a traceback entry for the script function so many further out, or None.
fn place_behind(cx: &mut Cx, args: &[Value]) -> NativeResult {
    Err(cx.tail_intrinsic(Intrinsic::Place, &[args[0]]))
}

/// `_frame_of(entry, caller)`: a frame that shows it, and the frame of who called it, or None.
fn frame_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    crate::types::traceback::frame_of(cx, args[0], arg_or_none(args, 1))
}

/// `_waits_itself(object)`: is it a coroutine or alike, which waits itself?
fn waits_itself(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let own = cx.type_of(args[0]);
    let is = matches!(own, types::COROUTINE | types::ASYNC_SEND | types::ASYNC_THROW);
    Ok(Value::bool(is))
}

/// `_generator_send(generator, value)`.
fn generator_send(cx: &mut Cx, args: &[Value]) -> NativeResult {
    Err(cx.tail_intrinsic(Intrinsic::GeneratorSend, &[args[0], args[1]]))
}

/// `_generator_waits(generator)`: does it delegate to something that has not ended?
fn generator_waits(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let Some(object) = cx.as_kind(args[0], kind::GENERATOR) else { return Ok(Value::FALSE) };
    Ok(Value::bool(!generator::delegate(cx, object).is_unbound()))
}

/// `_generator_throw(generator, exception)`.
fn generator_throw(cx: &mut Cx, args: &[Value]) -> NativeResult {
    Err(cx.tail_intrinsic(Intrinsic::GeneratorThrow, &[args[0], args[1]]))
}

/// `_initializing(module[, state])`: does its code still run? With a state: from now on it does, or does not.
fn initializing(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let Some(module) = cx.as_kind(args[0], kind::MODULE) else { return Ok(Value::FALSE) };
    if let Some(&state) = args.get(1) {
        attr::set_initializing(cx, module, state == Value::TRUE);
    }
    Ok(Value::bool(attr::is_initializing(cx, module)))
}

/// `_is_code(object)`.
fn is_code(cx: &mut Cx, args: &[Value]) -> NativeResult {
    Ok(Value::bool(cx.as_kind(args[0], kind::CODE).is_some()))
}

/// `_union_members(object)`: a tuple of classes itself or the members of a union, None for others.
fn union_members(cx: &mut Cx, args: &[Value]) -> NativeResult {
    if cx.payload(args[0], kind::TUPLE).is_some() {
        return Ok(cx.heap.share(args[0]));
    }
    match alias::class_list(cx, args[0]) {
        Some(members) => Ok(cx.heap.share(members.value())),
        None => Ok(Value::NONE),
    }
}

fn flush(cx: &mut Cx, _: &[Value]) -> NativeResult {
    match cx.platform.flush(Stream::Out) {
        Ok(()) => Ok(Value::NONE),
        Err(error) => Err(crate::builtins::text::write_error(cx, error)),
    }
}

/// `_lookup(class, name)`: what the class or a base has, unbound; None when nothing.
fn lookup(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = support::class_arg(cx, args[0], "_lookup() argument 1")?;
    let name = support::name_arg(cx, args[1])?;
    let found = class::lookup(cx, class, name);
    cx.heap.dec(name);
    Ok(cx.heap.share(found.unwrap_or(Value::NONE)))
}

/// `_pick_meta(meta, bases)`: the metaclass of a class with these bases.
fn pick_meta(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let meta = support::class_arg(cx, args[0], "metaclass")?;
    let Some(bases) = cx.as_kind(args[1], kind::TUPLE) else {
        return Err(raise::system_error(cx, &[S("wrong use of a private function")]));
    };
    let picked = class_new::pick_meta(cx, meta, bases)?;
    Ok(cx.heap.share(picked.value()))
}

/// `_modules()`: `sys.modules`, whatever `sys` says.
fn modules(cx: &mut Cx, _: &[Value]) -> NativeResult {
    let modules = cx.modules;
    Ok(cx.heap.share(modules))
}

/// `_sys_member(name)`: a member of `sys` that was set, or None.
fn sys_member(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let name = support::name_arg(cx, args[0])?;
    let found = super::sys::own_member(cx, name);
    cx.heap.dec(name);
    Ok(cx.heap.share(found.unwrap_or(Value::NONE)))
}

/// `_native_module(name)`: a new module of that name with the members in ROM, or None.
fn native_module(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let name = support::name_arg(cx, args[0])?;
    let made = make_native(cx, name);
    cx.heap.dec(name);
    made
}

fn make_native(cx: &mut Cx, name: Value) -> NativeResult {
    let Some(rom) = class::rom_lookup(cx, cx.rom.modules, name) else { return Ok(Value::NONE) };
    let members = if name == names::SYS { cx.heap.share(cx.sys).as_ref() } else { dict::new(cx)? };
    module::make(cx, members, name, Ref(rom.0))
}

/// `_new_module(name)`: a module without members.
fn new_module(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let members = dict::new(cx)?;
    module::make(cx, members, args[0], Ref::NIL)
}

/// `set_abstract(class, is_abstract)`: whether instances can be made.
fn set_abstract(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = support::class_arg(cx, args[0], "set_abstract() argument 1")?;
    let now = class::flags(cx, class);
    if now & flag::HEAP == 0 {
        return Err(raise::type_error(cx, &[S("a builtin type is never abstract")]));
    }
    let is_abstract = arg_or_none(args, 1) == Value::TRUE;
    flags::write(cx, class, if is_abstract { now | flag::ABSTRACT } else { now & !flag::ABSTRACT });
    Ok(Value::NONE)
}
