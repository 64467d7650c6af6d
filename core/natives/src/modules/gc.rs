//! `gc`: the collector of cycles, and how much memory there is.
//!
//! Not here: the collector (heap/cycle.rs). Objects outside cycles die without it.

use crate::support::arg;
use threadsnake_heap::Value;
use threadsnake_objects::cx::{Cx, NativeResult};
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{int, natives, tuple};
use threadsnake_platform::event;

natives! {
    /// Members of `gc`.
    pub static MEMBERS;
    "collect"        collect        0..=1 Function "generation";
    "disable"        disable        0..=0;
    "enable"         enable         0..=0;
    "freeze"         nothing        0..=0;
    "get_count"      get_count      0..=0;
    "get_threshold"  get_count      0..=0;
    "is_tracked"     is_tracked     1..=1;
    "isenabled"      isenabled      0..=0;
    "mem_alloc"      mem_alloc      0..=0;
    "mem_free"       mem_free       0..=0;
    "set_threshold"  nothing        1..=3;
    "step"           step           0..=1;
    "unfreeze"       nothing        0..=0;
}

/// `gc.collect()`: how many objects that freed.
fn collect(cx: &mut Cx, _: &[Value]) -> NativeResult {
    let collected = cx.heap.collect();
    event!("collector: {=u64} objects freed so far", cx.heap.cycle.freed_objects);
    Ok(int::from_u32(cx, collected.objects)?)
}

/// `gc.step(objects)`: one slice of a collection of about so many objects; true when a cycle has ended.
fn step(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let budget = match arg(args, 0) {
        Value::UNBOUND => memconfig::gc::SLICE_OBJECTS as i64,
        given => match int::saturated(cx, given) {
            Some(budget) => budget,
            None => {
                return Err(raise::type_error(
                    cx,
                    &[S("'"), T(given), S("' object cannot be interpreted as an integer")],
                ));
            }
        },
    };
    let budget = u32::try_from(budget.max(1)).unwrap_or(u32::MAX);
    let alive = [cx.modules, cx.sys, cx.handled];
    let mut roots = |visit: &mut dyn FnMut(Value)| alive.into_iter().for_each(&mut *visit);
    Ok(Value::bool(cx.heap.step(budget, &mut roots)))
}

fn enable(cx: &mut Cx, _: &[Value]) -> NativeResult {
    cx.heap.auto_collect = true;
    Ok(Value::NONE)
}

fn disable(cx: &mut Cx, _: &[Value]) -> NativeResult {
    cx.heap.auto_collect = false;
    Ok(Value::NONE)
}

fn isenabled(cx: &mut Cx, _: &[Value]) -> NativeResult {
    Ok(Value::bool(cx.heap.auto_collect))
}

fn nothing(_: &mut Cx, _: &[Value]) -> NativeResult {
    Ok(Value::NONE)
}

/// There are no generations: nothing is counted and nothing triggers a collection but need.
fn get_count(cx: &mut Cx, _: &[Value]) -> NativeResult {
    Ok(tuple::from_slice(cx, &[Value::small(0); 3])?.value())
}

fn is_tracked(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let kind = cx.kind_of(args[0]);
    Ok(Value::bool(threadsnake_heap::kind::has_values(kind)))
}

/// `gc.mem_alloc()`: bytes that the script's objects use. The table of remembered lookups is left out: it
/// grows as code runs, and whoever counts what an object takes does not mean that.
fn mem_alloc(cx: &mut Cx, _: &[Value]) -> NativeResult {
    let bytes = cx.heap.alloc.live.saturating_sub(cx.cache.bytes());
    Ok(int::from_u32(cx, bytes)?)
}

/// `gc.mem_free()`: bytes that are not in use, the reserve left out.
fn mem_free(cx: &mut Cx, _: &[Value]) -> NativeResult {
    let room = cx.heap.alloc.limit.saturating_sub(cx.heap.heap_start());
    let bytes = room.saturating_sub(cx.heap.alloc.live);
    Ok(int::from_u32(cx, bytes)?)
}
