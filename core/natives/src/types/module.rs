//! `module`: what scripts see of modules.
//!
//! Not here: looking members up (objects/attr.rs), import (prelude import_.py).

use crate::builtins::names as naming;
use crate::support::{self, arg_or_none};
use threadsnake_heap::{Ref, Value, header, kind};
use threadsnake_objects::attr::{self, MODULE_DICT, MODULE_ROM};
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::natives;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{dict, names, repr, str, types};

natives! {
    /// `module` attributes.
    pub static METHODS;
    "__dict__"  dict_of   1..=1 Getter;
    "__dir__"   dir       1..=1;
    "__new__"   new       1..=255 Static "cls name doc";
    "__repr__"  repr_of   1..=1;
}

fn receiver(cx: &mut Cx, value: Value, name: &str) -> Outcome<Ref> {
    match cx.as_kind(value, kind::MODULE) {
        Some(object) => Ok(object),
        None => Err(support::wrong_receiver(cx, types::MODULE, name, value)),
    }
}

/// Makes a module over a dict (taken over), which gets `__name__` (borrowed).
pub fn make(cx: &mut Cx, members: Ref, name: Value, rom: Ref) -> NativeResult {
    let filled = fill(cx, members, name);
    let made = filled.and_then(|()| Ok(cx.heap.alloc(3)?));
    match made {
        Ok(object) => {
            cx.heap.space.store(object.0, header::fresh(kind::MODULE));
            cx.heap.space.set_word(object, MODULE_DICT, members.0);
            cx.heap.space.set_word(object, MODULE_ROM, rom.0);
            Ok(object.value())
        }
        Err(exit) => {
            cx.heap.dec_ref(members);
            Err(exit)
        }
    }
}

fn fill(cx: &mut Cx, members: Ref, name: Value) -> Outcome<()> {
    cx.heap.inc(name);
    dict::set_interned(cx, members, names::NAME, name).inspect_err(|_| cx.heap.dec(name))
}

/// `types.ModuleType(name, doc=None)`.
fn new(cx: &mut Cx, args: &[Value]) -> NativeResult {
    support::new_class(cx, args[0], types::MODULE)?;
    let name = arg_or_none(args, 1);
    if cx.payload(name, kind::STR).is_none() {
        return Err(raise::type_error(
            cx,
            &[S("module() argument 'name' must be str, not "), T(name)],
        ));
    }
    let members = dict::new(cx)?;
    let doc = arg_or_none(args, 2);
    let module = make(cx, members, name, Ref::NIL)?;
    for (key, value) in [
        (names::DOC, doc),
        (names::PACKAGE, Value::NONE),
        (names::LOADER, Value::NONE),
        (names::SPEC, Value::NONE),
    ] {
        cx.heap.inc(value);
        if let Err(exit) = dict::set_interned(cx, members, key, value) {
            cx.heap.dec(value);
            cx.heap.dec(module);
            return Err(exit);
        }
    }
    Ok(module)
}

fn dict_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__dict__")?;
    let members = cx.heap.space.value(object, MODULE_DICT);
    Ok(cx.heap.share(members))
}

fn dir(cx: &mut Cx, args: &[Value]) -> NativeResult {
    receiver(cx, args[0], "__dir__")?;
    naming::list_of_object(cx, args[0])
}

/// `<module 'name' from 'file'>`.
fn repr_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = receiver(cx, args[0], "__repr__")?;
    let name = attr::module_member(cx, object, names::NAME).unwrap_or(names::EMPTY);
    let file = attr::module_member(cx, object, names::FILE).filter(|&file| file != Value::NONE);
    let is_builtin = cx.heap.space.word(object, MODULE_ROM) != 0;
    str::build(cx, 40, |cx, text| {
        text.push(cx, b"<module ")?;
        repr::push(cx, text, name)?;
        match file {
            Some(file) => {
                text.push(cx, b" from ")?;
                repr::push(cx, text, file)?;
            }
            None if is_builtin => text.push(cx, b" (built-in)")?,
            None => {}
        }
        Ok(text.push(cx, b">")?)
    })
}
