//! The `AttributeError` of a lookup that found nothing, in CPython's words.
//!
//! Not here: the lookup (attr.rs), "Did you mean" (crate `runtime`).

use super::{is_initializing, module_member};
use crate::cx::{Cx, Exit};
use crate::raise::{self, Part::*};
use crate::{class, dict, names};
use threadsnake_heap::{Ref, Value, kind};

/// The AttributeError of a failed lookup.
#[cold]
pub fn not_found(cx: &mut Cx, object: Value, name: Value) -> Exit {
    let exit = missing_error(cx, object, name);
    crate::exception::note_attribute(cx, object, name);
    exit
}

/// The AttributeError of a property (a value of `class`) that cannot be read.
#[cold]
pub fn no_getter(cx: &mut Cx, found: Value, object: Value, class: Ref) -> Exit {
    let Some(name) = name_in(cx, class, found) else {
        return raise::attribute_error(
            cx,
            &[S("property of '"), T(object), S("' object has no getter")],
        );
    };
    let parts = [S("property '"), V(name), S("' of '"), T(object), S("' object has no getter")];
    let exit = raise::attribute_error(cx, &parts);
    crate::exception::note_attribute(cx, object, name);
    exit
}

/// Under which name a class or a base of it has a value.
fn name_in(cx: &Cx, class: Ref, wanted: Value) -> Option<Value> {
    let tail = class::mro_tail(cx, class).iter().map(|base| base.as_ref());
    for class in core::iter::once(class).chain(tail) {
        let members = cx.heap.space.value(class, class::word::DICT);
        let Some(members) = cx.as_kind(members, kind::DICT) else { continue };
        let mut from = 0;
        while let Some((entry, key, value)) = dict::next(cx, members, from) {
            if value == wanted {
                return Some(key);
            }
            from = entry + 1;
        }
    }
    None
}

fn missing_error(cx: &mut Cx, object: Value, name: Value) -> Exit {
    let Some(target) = object.object_ref() else { return no_attribute(cx, object, name) };
    match cx.heap.kind(target) {
        kind::CLASS => raise::attribute_error(
            cx,
            &[S("type object '"), C(target), S("' has no attribute '"), V(name), S("'")],
        ),
        kind::MODULE => {
            let own = module_member(cx, target, names::NAME).unwrap_or(names::EMPTY);
            if is_initializing(cx, target) {
                return raise::attribute_error(
                    cx,
                    &[
                        S("partially initialized module '"),
                        V(own),
                        S("' has no attribute '"),
                        V(name),
                        S("' (most likely due to a circular import)"),
                    ],
                );
            }
            if is_submodule_under_way(cx, own, name) {
                return raise::attribute_error(
                    cx,
                    &[
                        S("cannot access submodule '"),
                        V(name),
                        S("' of module '"),
                        V(own),
                        S("' (most likely due to a circular import)"),
                    ],
                );
            }
            raise::attribute_error(
                cx,
                &[S("module '"), V(own), S("' has no attribute '"), V(name), S("'")],
            )
        }
        _ => no_attribute(cx, object, name),
    }
}

fn no_attribute(cx: &mut Cx, object: Value, name: Value) -> Exit {
    raise::attribute_error(
        cx,
        &[S("'"), T(object), S("' object has no attribute '"), V(name), S("'")],
    )
}

/// Is `module.name` a module whose code still runs?
fn is_submodule_under_way(cx: &Cx, module: Value, name: Value) -> bool {
    let Some(modules) = cx.as_kind(cx.modules, kind::DICT) else { return false };
    let (Some(module), Some(name)) = (cx.as_kind(module, kind::STR), cx.as_kind(name, kind::STR))
    else {
        return false;
    };
    let mut from = 0;
    while let Some((entry, key, value)) = dict::next(cx, modules, from) {
        from = entry + 1;
        let Some(key) = cx.as_kind(key, kind::STR) else { continue };
        let rest = crate::str::bytes(cx, key).strip_prefix(crate::str::bytes(cx, module));
        let is_it =
            rest.and_then(|rest| rest.strip_prefix(b".")) == Some(crate::str::bytes(cx, name));
        if is_it {
            return cx.as_kind(value, kind::MODULE).is_some_and(|found| is_initializing(cx, found));
        }
    }
    false
}
