//! The `AttributeError` of a lookup that found nothing, in CPython's words.
//!
//! Not here: the lookup (attr.rs), "Did you mean" (crate `runtime`).

use super::{is_initializing, module_member};
use crate::cx::{Cx, Exit};
use crate::raise::{self, Part::*};
use crate::{dict, names};
use threadsnake_heap::{Value, kind};

/// The AttributeError of a failed lookup.
#[cold]
pub fn not_found(cx: &mut Cx, object: Value, name: Value) -> Exit {
    let exit = missing_error(cx, object, name);
    crate::exception::note_attribute(cx, object, name);
    exit
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
