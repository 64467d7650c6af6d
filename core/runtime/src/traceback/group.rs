//! Exception groups as CPython draws them: every exception of a group in a frame, behind a bar.
//!
//! ```text
//!   + Exception Group Traceback (most recent call last):
//!   | ExceptionGroup: message (2 sub-exceptions)
//!   +-+---------------- 1 ----------------
//!     | ValueError: first
//!     +---------------- 2 ----------------
//!     | TypeError: second
//!     +------------------------------------
//! ```
//!
//! Groups nest as deep as `DEPTH_MAX`, which bounds the recursion.
//!
//! Not here: single exceptions and chains (traceback.rs).

use super::out::Out;
use super::{places, write_chain, write_one};
use threadsnake_heap::{Ref, kind};
use threadsnake_objects::exception::{self, slot};
use threadsnake_objects::{class, tuple, types};
use threadsnake_vm::Vm;

/// Groups in groups that are printed.
const DEPTH_MAX: u8 = 10;
/// Exceptions of a group that are printed.
const WIDTH_MAX: u32 = 15;

/// Writes an exception, which may be a group.
pub fn write(vm: &mut Vm, exception: Ref, needs_end: &mut bool) {
    let class = vm.cx.type_of(exception.value());
    let held = exception::get(&vm.cx, exception, slot::EXCEPTIONS);
    match vm.cx.as_kind(held, kind::TUPLE) {
        Some(held) if class::is_subclass(&vm.cx, class, types::BASE_EXCEPTION_GROUP) => {
            write_group(vm, exception, held, needs_end);
        }
        _ => write_one(vm, exception),
    }
}

fn write_group(vm: &mut Vm, group: Ref, held: Ref, needs_end: &mut bool) {
    if vm.cx.margin > DEPTH_MAX {
        return Out(&mut vm.cx).text("... (max_group_depth is 10)\n");
    }
    let outer = vm.cx.margin;
    vm.cx.margin = outer.max(1);
    if places::are_known(&vm.cx, group) {
        if outer == 0 {
            Out(&mut vm.cx).frame("+ ");
        }
        Out(&mut vm.cx).text("Exception Group ");
    }
    write_one(vm, group);
    *needs_end = false;
    let count = tuple::len(&vm.cx, held);
    let shown = count.min(WIDTH_MAX + 1);
    for index in 0..shown {
        *needs_end |= index + 1 == shown;
        Out(&mut vm.cx).frame(if index == 0 {
            "+-+---------------- "
        } else {
            "  +---------------- "
        });
        if index < WIDTH_MAX {
            Out(&mut vm.cx).number(index + 1);
        } else {
            Out(&mut vm.cx).text("...");
        }
        Out(&mut vm.cx).text(" ----------------\n");
        vm.cx.margin += 1;
        let inner = tuple::item(&vm.cx, held, index).object_ref();
        match inner.filter(|_| index < WIDTH_MAX) {
            Some(inner) => write_chain(vm, inner, needs_end),
            None => write_rest(vm, count - WIDTH_MAX.min(count)),
        }
        if index + 1 == shown && *needs_end {
            Out(&mut vm.cx).frame("+------------------------------------\n");
            *needs_end = false;
        }
        vm.cx.margin -= 1;
    }
    vm.cx.margin = outer;
}

fn write_rest(vm: &mut Vm, more: u32) {
    Out(&mut vm.cx).text("and ");
    Out(&mut vm.cx).number(more);
    Out(&mut vm.cx).text(if more == 1 { " more exception\n" } else { " more exceptions\n" });
}
