//! Hot switching between a loop and the generator it runs over.
//!
//! Not here: every other way to resume or suspend (generator.rs).

use crate::frame::{self, FAR, HEAP_BYTES, action};
use crate::hot::*;
use crate::window::{CODE_WORDS, Hot, Mem};
use threadsnake_heap::header::{IMMORTAL, ONE};
use threadsnake_heap::{Value, kind};
use threadsnake_image::layout::code;
use threadsnake_image::op::Op;
use threadsnake_objects::cx::Cx;

/// What the hot path must know of the machine.
#[derive(Clone, Copy)]
pub struct Window {
    /// First byte of the window.
    pub start: u32,
    /// First byte that a near frame may not reach.
    pub limit: u32,
}

const LINK: u32 = 4;
const FUNCTION: u32 = 8;
const RETURN: u32 = 12;

/// How a link names the running frame.
#[inline(always)]
fn link_here(hot: &Hot, mem: Mem, window: Window) -> u32 {
    let fp = mem.offset(hot.fp);
    if hot.limit.is_null() { fp - HEAP_BYTES } else { Value::small(((fp - window.start) / 4 + 1) as i32).0 }
}

/// `ForIter` over a suspended or fresh generator: makes it the running frame. Answers the window's first
/// free byte when the loop runs in the window.
#[inline(always)]
pub fn step(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32, window: Window, top: &mut u32) -> bool {
    let generator = hot.reg(b(insn));
    if hot.reg(b(insn) + 1) != 0 || !is_kind(mem, generator, kind::GENERATOR) {
        return false;
    }
    let function = mem.load(generator + FUNCTION);
    if mem.load(generator + LINK) != 0 || function == 0 {
        return false;
    }
    let was = mem.load(generator + RETURN);
    let code = mem.load(function + 4);
    let at = code + (CODE_WORDS + frame::pc(was)) * 4;
    let waits = mem.load(at - 4);
    if frame::pc(was) != 0 && waits as u8 != Op::Yield as u8 {
        return false;
    }
    inc(mem, generator);
    mem.store(generator + LINK, link_here(hot, mem, window));
    mem.store(generator + RETURN, frame::pack(hot.pc_index(), frame::delta(was), action::BY_OP) | FAR);
    if !hot.limit.is_null() {
        let registers = mem.load(mem.offset(hot.code) + 4) & 0xff;
        *top = mem.offset(hot.fp) + registers * 4;
    }
    hot.fp = mem.address(generator + HEAP_BYTES);
    hot.limit = core::ptr::null_mut();
    hot.code = mem.address(code);
    hot.pc = mem.address(at);
    if frame::pc(was) != 0 {
        set(hot, mem, cx, a(waits), Value::NONE.0);
    }
    true
}

/// `CallAttr` of `send` on a generator: makes it the running frame with the value sent.
#[inline(always)]
pub fn send(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32, window: Window, top: &mut u32) -> bool {
    let base = a(insn);
    let generator = hot.reg(base + 2);
    if hot.ticks < 0 || !is_kind(mem, generator, kind::GENERATOR) {
        return false;
    }
    let function = mem.load(generator + FUNCTION);
    if mem.load(generator + LINK) != 0 || function == 0 {
        return false;
    }
    let was = mem.load(generator + RETURN);
    let code = mem.load(function + 4);
    let is_typed = mem.load(code + code::SIZES) >> 24 & u32::from(code::TYPED) != 0;
    let at = code + (CODE_WORDS + frame::pc(was)) * 4;
    let waits = mem.load(at - 4);
    if frame::pc(was) == 0 || waits as u8 != Op::Yield as u8 || is_typed {
        return false;
    }
    let sent = hot.reg(base + 3);
    hot.put(base + 3, 0);
    // The register's reference becomes the one that a running generator is held by.
    hot.put(base + 2, 0);
    mem.store(generator + LINK, link_here(hot, mem, window));
    mem.store(generator + RETURN, frame::pack(hot.pc_index(), frame::delta(was), action::BY_OP) | FAR);
    if !hot.limit.is_null() {
        let registers = mem.load(mem.offset(hot.code) + 4) & 0xff;
        *top = mem.offset(hot.fp) + registers * 4;
    }
    hot.fp = mem.address(generator + HEAP_BYTES);
    hot.limit = core::ptr::null_mut();
    hot.code = mem.address(code);
    hot.pc = mem.address(at);
    set(hot, mem, cx, a(waits), sent);
    true
}

/// `Yield` to a loop or a call: stores the value there and goes on there.
#[inline(always)]
pub fn give(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32, window: Window) -> bool {
    if !hot.limit.is_null() {
        return false;
    }
    let generator = mem.offset(hot.fp) - HEAP_BYTES;
    let header = mem.load(generator);
    if header as u8 != kind::GENERATOR || header < ONE || header & IMMORTAL != 0 {
        return false;
    }
    let link = mem.load(generator + LINK);
    let back = mem.load(generator + RETURN);
    let is_near = link & 1 != 0;
    let fp = if is_near { window.start + ((link >> 1) - 1) * 4 } else { link + HEAP_BYTES };
    if link == 0 {
        return false;
    }
    let code = mem.load(mem.load(fp - 8) + 4);
    let at = code + (CODE_WORDS + frame::pc(back)) * 4;
    let waits = mem.load(at - 4);
    let is_loop = waits as u8 == Op::ForIter as u8;
    if !is_loop && waits as u8 != Op::Call as u8 && waits as u8 != Op::CallAttr as u8 && waits as u8 != Op::CallMethod as u8 {
        return false;
    }
    let word = take_b(hot, mem, insn);
    mem.store(generator + LINK, 0);
    mem.store(generator + RETURN, frame::pack(hot.pc_index(), frame::delta(back), 0) | FAR);
    mem.store(generator, header - ONE);
    hot.fp = mem.address(fp);
    hot.limit = if is_near { mem.address(window.limit) } else { core::ptr::null_mut() };
    hot.code = mem.address(code);
    hot.pc = mem.address(at);
    set(hot, mem, cx, a(waits), word);
    if is_loop {
        let jump = hot.fetch();
        hot.jump(jump as i32 >> 8);
    }
    true
}
