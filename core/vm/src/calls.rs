//! Hot calls and returns: Python functions whose parameters match the arguments, in the window.
//!
//! Not here: everything else that can be called (call.rs), other ways to return (unwind.rs).

use crate::frame;
use crate::hot::*;
use crate::window::{CODE_WORDS, Hot, Mem};
use threadsnake_heap::kind;
use threadsnake_objects::cx::Cx;

/// Enters the function in `R[base]` with `count` arguments behind it.
#[inline(always)]
pub fn enter(hot: &mut Hot, mem: Mem, cx: &Cx, base: u32, count: u32) -> bool {
    let callee = hot.reg(base);
    if !is_kind(mem, callee, kind::FUNCTION) {
        return false;
    }
    let code = mem.load(callee + 4);
    if mem.load(code + 12) != count || hot.ticks < 0 || cx.heap.has_finalizers() {
        return false;
    }
    let fp = hot.fp.wrapping_add(base as usize + 2);
    let registers = mem.load(code + 4) & 0xff;
    if fp.wrapping_add(registers as usize) > hot.limit {
        return false;
    }
    let word = frame::pack(hot.pc_index(), base + 2, frame::action::CALL);
    hot.put(base + 1, word);
    hot.fp = fp;
    hot.code = mem.address(code);
    hot.pc = hot.code.wrapping_add(CODE_WORDS as usize);
    true
}

/// Releases the first registers of a frame that ends.
#[inline(always)]
fn clear(hot: &mut Hot, mem: Mem, cx: &mut Cx, count: u32) {
    let mut index = 0;
    while index < count {
        let word = hot.reg(index);
        hot.put(index, 0);
        dec(mem, cx, word);
        index += 1;
    }
}

/// Leaves a frame that was entered by `enter`.
#[inline(always)]
pub fn leave(hot: &mut Hot, mem: Mem, cx: &mut Cx, word: u32, count: u32) {
    clear(hot, mem, cx, count);
    let ret = hot.behind(1);
    let function = hot.behind(2);
    hot.put_behind(1, 0);
    hot.put_behind(2, word);
    dec_ref(mem, cx, function);
    hot.fp = hot.fp.wrapping_sub(frame::delta(ret) as usize);
    hot.code = mem.address(mem.load(hot.behind(2) + 4));
    hot.pc = hot.code.wrapping_add((CODE_WORDS + frame::pc(ret)) as usize);
}
