//! Calls from frames on the heap - of generators, and of whoever called too deep - into the window, and returns there.
//!
//! Not here: calls within the window (calls.rs), generators themselves (resume.rs), everything unusual (call.rs).

use crate::access;
use crate::frame::{self, FAR, FAR_WORDS, HEAP_BYTES, action};
use crate::hot::*;
use crate::resume::Window;
use crate::table;
use crate::window::{Hot, Mem};
use threadsnake_heap::{Value, kind};
use threadsnake_image::op::Op;
use threadsnake_objects::cx::Cx;

/// `Call`, `CallMethod` or `CallAttr` of a function whose parameters match, by a frame on the heap. `top` is the
/// window's first free byte.
pub fn enter(hot: &mut Hot, mem: Mem, cx: &Cx, insn: u32, window: Window, top: u32) -> bool {
    if !hot.limit.is_null() || hot.ticks < 0 || cx.heap.has_errands() {
        return false;
    }
    let base = a(insn);
    let (callee, first, count) = match insn as u8 {
        code if code == Op::Call as u8 => (hot.reg(base), base + 2, b(insn)),
        code if code == Op::CallMethod as u8 => {
            let receivers = u32::from(hot.reg(base + 2) != 0);
            (hot.reg(base), base + 3 - receivers, b(insn) + receivers)
        }
        code if code == Op::CallAttr as u8 => {
            let method = access::method(mem, cx, hot.reg(base + 2), hot.konst(c(insn)));
            (method, base + 2, b(insn) + 1)
        }
        _ => return false,
    };
    if callee == 0 || !is_kind(mem, callee, kind::FUNCTION) {
        return false;
    }
    let code = mem.field(callee, 1);
    let fp = top + FAR_WORDS * 4;
    let end = fp + (mem.field(code, 1) & 0xff) * 4;
    if mem.field(code, 3) != count || end > window.limit {
        return false;
    }
    if hot.reg(base) == 0 {
        inc(mem, callee);
    }
    hot.put(base, 0);
    for at in 0..count {
        mem.store(fp + at * 4, hot.reg(first + at));
        hot.put(first + at, 0);
    }
    // The reference by which a running frame is held passes to the link.
    mem.store(fp - 12, mem.offset(hot.fp) - HEAP_BYTES);
    mem.store(fp - 8, callee);
    mem.store(fp - 4, frame::pack(hot.pc_index(), 0, action::BY_OP) | FAR);
    hot.fp = mem.address(fp);
    hot.limit = mem.address(window.limit);
    hot.code = mem.address(code);
    hot.go_to(0);
    true
}

/// `Return` or `ReturnNone` from the window to a call that a frame on the heap, or far below, has made. `top` becomes
/// the window's first free byte.
pub fn leave(
    hot: &mut Hot,
    mem: Mem,
    cx: &mut Cx,
    insn: u32,
    window: Window,
    top: &mut u32,
) -> bool {
    let ret = hot.behind(1);
    if hot.limit.is_null() || ret & FAR == 0 || frame::action_of(ret) != action::BY_OP {
        return false;
    }
    let link = hot.behind(3);
    if link == 0 {
        return false;
    }
    let is_near = link & 1 != 0;
    let fp = if is_near { window.start + ((link >> 1) - 1) * 4 } else { link + HEAP_BYTES };
    let code = mem.load(mem.load(fp - 8) + 4);
    let waits = mem.load(code + (crate::window::CODE_WORDS + frame::pc(ret) - 1) * 4);
    if !table::is_call(waits) {
        return false;
    }
    let word = if insn as u8 == Op::Return as u8 {
        let word = hot.reg(ra(insn));
        hot.put(ra(insn), 0);
        word
    } else {
        Value::NONE.0
    };
    for register in 0..x(insn) {
        set(hot, mem, cx, register, 0);
    }
    let function = hot.behind(2);
    for back in 1..=FAR_WORDS {
        hot.put_behind(back as usize, 0);
    }
    dec_ref(mem, cx, function);
    *top = mem.offset(hot.fp) - FAR_WORDS * 4;
    hot.fp = mem.address(fp);
    hot.limit = if is_near { mem.address(window.limit) } else { core::ptr::null_mut() };
    hot.code = mem.address(code);
    hot.go_to(frame::pc(ret));
    set(hot, mem, cx, a(waits), word);
    if table::flags(waits) & table::WORD != 0 {
        hot.jump(1);
    }
    true
}
