//! `Ellipsis` and `NotImplemented`: their types.
//!
//! Not here: `None` (none.rs), `bool` (bool.rs).

use crate::support;
use threadsnake_heap::{Ref, Value};
use threadsnake_objects::cx::{Cx, NativeResult};
use threadsnake_objects::{natives, str, types};

natives! {
    /// `ellipsis` methods.
    pub static ELLIPSIS;
    "__new__"   ellipsis_new      1..=1 Static;
    "__repr__"  repr_of           1..=1;
}

natives! {
    /// `NotImplementedType` methods.
    pub static NOT_IMPLEMENTED;
    "__new__"   not_implemented_new 1..=1 Static;
    "__repr__"  repr_of           1..=1;
}

fn make(cx: &mut Cx, args: &[Value], class: Ref, value: Value) -> NativeResult {
    support::new_class(cx, args[0], class)?;
    Ok(value)
}

fn ellipsis_new(cx: &mut Cx, args: &[Value]) -> NativeResult {
    make(cx, args, types::ELLIPSIS, Value::ELLIPSIS)
}

fn not_implemented_new(cx: &mut Cx, args: &[Value]) -> NativeResult {
    make(cx, args, types::NOT_IMPLEMENTED, Value::NOT_IMPLEMENTED)
}

fn repr_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let text: &[u8] = match args[0] {
        Value::ELLIPSIS => b"Ellipsis",
        _ => b"NotImplemented",
    };
    Ok(str::new(cx, text)?)
}
