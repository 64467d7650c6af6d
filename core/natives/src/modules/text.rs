//! Private natives of the prelude for text and numbers.
//!
//! Not here: what scripts may call (types/, builtins.rs).

use crate::scalar::*;
use crate::types::format;
use threadsnake_heap::Value;
use threadsnake_objects::cx::{Cx, NativeResult};
use threadsnake_objects::{float, int, natives, percent, repr};

natives! {
    /// Private natives for text and numbers.
    pub static MEMBERS;
    "_ascii"        ascii         1..=1;
    "_format_name"  format_name   1..=1;
    "_format_parse" format_parse  1..=1;
    "_percent_plan" percent_plan  2..=2;
    "_plain_float"  plain_float   1..=1;
    "_plain_int"    plain_int     1..=1;
}

/// `_ascii(text)`: the text with everything beyond ASCII escaped.
fn ascii(cx: &mut Cx, args: &[Value]) -> NativeResult {
    repr::to_ascii(cx, arg(args, 0))
}

fn format_name(cx: &mut Cx, args: &[Value]) -> NativeResult {
    format::split_name(cx, args)
}

fn format_parse(cx: &mut Cx, args: &[Value]) -> NativeResult {
    format::parse(cx, args)
}

fn percent_plan(cx: &mut Cx, args: &[Value]) -> NativeResult {
    percent::plan(cx, arg(args, 0), arg(args, 1))
}

/// `_plain_int(x)`: the int that an instance of a subclass wraps; a bool as int; None when it is no int.
fn plain_int(cx: &mut Cx, args: &[Value]) -> NativeResult {
    match int::read_any(cx, arg(args, 0)) {
        Some(number) => Ok(int::value(cx, number)?),
        None => Ok(Value::NONE),
    }
}

/// `_plain_float(x)`: the float that an instance of a subclass wraps; None when it is no float.
fn plain_float(cx: &mut Cx, args: &[Value]) -> NativeResult {
    match float::read_any(cx, arg(args, 0)) {
        Some(double) => Ok(float::new(cx, double)?),
        None => Ok(Value::NONE),
    }
}
