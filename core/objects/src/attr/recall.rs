//! Attributes of plain instances that lookups of the machine have remembered, for natives that ask by name.
//!
//! Not here: the table (cache.rs), what the machine remembers (crate `vm`).

use super::Found;
use crate::class::{self, flag};
use crate::cx::Cx;
use crate::instance;
use threadsnake_heap::header::IMMORTAL;
use threadsnake_heap::{Ref, Value, kind};

/// What is remembered of an instance and a name, when it is a value or a method that needs no more than that.
#[inline]
pub fn recall(cx: &mut Cx, object: Value, name: Value) -> Option<Found> {
    let target = cx.as_kind(object, kind::INSTANCE)?;
    let layout = cx.heap.space.word(target, 1);
    let what = cx.cache.find(&cx.heap, layout, name.0)?;
    if let Some(slot) = what.small_int() {
        let value = cx.heap.space.value(target, 2 + slot as u32);
        return (!value.is_unbound()).then(|| Found::Value(cx.heap.share(value)));
    }
    cx.as_kind(what, kind::FUNCTION).map(|method| Found::Method(method.value()))
}

/// Remembers that instances find a function in their class. The name must not die before the table's entry does:
/// names of images never do.
pub fn remember_method(cx: &mut Cx, object: Ref, class: Ref, name: Value, method: Value) {
    let is_plain = cx.heap.kind(object) == kind::INSTANCE
        && class::flags(cx, class) & (flag::GETATTRIBUTE | flag::SETATTR) == 0;
    let layout = instance::layout_of(cx, object);
    if is_plain
        && cx.heap.space.load(name.0) & IMMORTAL != 0
        && cx.as_kind(method, kind::FUNCTION).is_some()
        && instance::slot_of(cx, layout, name).is_none()
    {
        cx.cache.remember(&mut cx.heap, layout.0, name.0, method);
    }
}
