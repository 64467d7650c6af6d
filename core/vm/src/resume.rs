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
use threadsnake_objects::names;

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
    if hot.limit.is_null() {
        fp - HEAP_BYTES
    } else {
        Value::small(((fp - window.start) / 4 + 1) as i32).0
    }
}

/// Code whose generators are of another type than `generator`.
const OTHER_TYPE: u32 = (code::TYPED | code::COROUTINE) as u32;

/// Is a generator of another type: a builtin iterator, a coroutine?
#[inline(always)]
pub fn is_typed(mem: Mem, generator: u32) -> bool {
    let function = mem.load(generator + FUNCTION);
    if function == 0 {
        return false;
    }
    mem.load(mem.field(function, 1) + code::SIZES) >> 24 & OTHER_TYPE != 0
}

/// Is this the native `generator.send`?
#[inline(always)]
pub fn is_send(mem: Mem, callee: u32) -> bool {
    is_kind(mem, callee, kind::NATIVE) && mem.field(callee, 1) == names::SEND.0
}

/// `ForIter` over a suspended or fresh generator: makes it the running frame.
#[inline(always)]
pub fn step(
    hot: &mut Hot,
    mem: Mem,
    cx: &mut Cx,
    insn: u32,
    window: Window,
    top: &mut u32,
) -> bool {
    hot.reg(b(insn) + 1) == 0 && start(hot, mem, cx, b(insn), window, top)
}

/// `Delegate` to a suspended or fresh generator without a value to send.
#[inline(always)]
pub fn delegate(
    hot: &mut Hot,
    mem: Mem,
    cx: &mut Cx,
    insn: u32,
    window: Window,
    top: &mut u32,
) -> bool {
    let sent = hot.reg(c(insn));
    if sent != 0 && sent != Value::NONE.0 {
        return false;
    }
    start(hot, mem, cx, b(insn), window, top)
}

/// Makes the generator in a register the running frame, sending None. `top` becomes the window's first
/// free byte when the frame that waits is in the window.
#[inline(always)]
fn start(
    hot: &mut Hot,
    mem: Mem,
    cx: &mut Cx,
    register: u32,
    window: Window,
    top: &mut u32,
) -> bool {
    let generator = hot.reg(register);
    // While generators wait to be closed, the one asked for may be among them.
    if !is_kind(mem, generator, kind::GENERATOR) || cx.heap.has_errands() {
        return false;
    }
    let function = mem.load(generator + FUNCTION);
    if mem.load(generator + LINK) != 0 || function == 0 {
        return false;
    }
    let was = mem.load(generator + RETURN);
    let code = mem.field(function, 1);
    let at = code + (CODE_WORDS + frame::pc(was)) * 4;
    let waits = mem.load(at - 4);
    let is_fresh = frame::pc(was) == 0;
    let delegates = mem.load(at) as u8 == Op::Delegate as u8;
    if !is_fresh && !delegates && waits as u8 != Op::Yield as u8 {
        return false;
    }
    inc(mem, generator);
    mem.store(generator + LINK, link_here(hot, mem, window));
    mem.store(
        generator + RETURN,
        frame::pack(hot.pc_index(), frame::delta(was), action::BY_OP) | FAR,
    );
    if !hot.limit.is_null() {
        let registers = mem.load(mem.offset(hot.code) + 4) & 0xff;
        *top = mem.offset(hot.fp) + registers * 4;
    }
    hot.fp = mem.address(generator + HEAP_BYTES);
    hot.limit = core::ptr::null_mut();
    hot.code = mem.address(code);
    hot.pc = mem.address(at - 4);
    if !is_fresh && !delegates {
        set(hot, mem, cx, a(waits), Value::NONE.0);
    }
    true
}

/// `CallAttr` of `send` on a generator: makes it the running frame with the value sent.
#[inline(always)]
pub fn send(
    hot: &mut Hot,
    mem: Mem,
    cx: &mut Cx,
    insn: u32,
    window: Window,
    top: &mut u32,
) -> bool {
    let base = a(insn);
    let generator = hot.reg(base + 2);
    let is_quiet = hot.ticks >= 0 && !cx.heap.has_errands();
    if !is_quiet || !is_kind(mem, generator, kind::GENERATOR) {
        return false;
    }
    let function = mem.load(generator + FUNCTION);
    if mem.load(generator + LINK) != 0 || function == 0 {
        return false;
    }
    let was = mem.load(generator + RETURN);
    let code = mem.field(function, 1);
    let is_typed = mem.load(code + code::SIZES) >> 24 & OTHER_TYPE != 0;
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
    mem.store(
        generator + RETURN,
        frame::pack(hot.pc_index(), frame::delta(was), action::BY_OP) | FAR,
    );
    if !hot.limit.is_null() {
        let registers = mem.load(mem.offset(hot.code) + 4) & 0xff;
        *top = mem.offset(hot.fp) + registers * 4;
    }
    hot.fp = mem.address(generator + HEAP_BYTES);
    hot.limit = core::ptr::null_mut();
    hot.code = mem.address(code);
    hot.pc = mem.address(at - 4);
    set(hot, mem, cx, a(waits), sent);
    true
}

/// Who waits for the running generator, and where it goes on.
struct Waiting {
    fp: u32,
    code: u32,
    at: u32,
    insn: u32,
    is_near: bool,
}

/// Finds who waits for a running generator; none when the slow path must give it up.
#[inline(always)]
fn waiting(mem: Mem, generator: u32, window: Window) -> Option<Waiting> {
    let header = mem.load(generator);
    if header as u8 != kind::GENERATOR || header < ONE || header & IMMORTAL != 0 {
        return None;
    }
    let link = mem.load(generator + LINK);
    if link == 0 {
        return None;
    }
    let is_near = link & 1 != 0;
    let fp = if is_near { window.start + ((link >> 1) - 1) * 4 } else { link + HEAP_BYTES };
    let code = mem.load(mem.load(fp - 8) + 4);
    let at = code + (CODE_WORDS + frame::pc(mem.load(generator + RETURN))) * 4;
    Some(Waiting { fp, code, at, insn: mem.load(at - 4), is_near })
}

/// Suspends a generator at a place of its code.
#[inline(always)]
fn suspend(mem: Mem, generator: u32, pc: u32) {
    let registers = frame::delta(mem.load(generator + RETURN));
    mem.store(generator + LINK, 0);
    mem.store(generator + RETURN, frame::pack(pc, registers, 0) | FAR);
    mem.store(generator, mem.load(generator) - ONE);
}

/// `Yield` to a loop or a call, through any number of generators that delegate: stores the value there and
/// goes on there.
#[inline(always)]
pub fn give(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32, window: Window) -> bool {
    if !hot.limit.is_null() {
        return false;
    }
    let generator = mem.offset(hot.fp) - HEAP_BYTES;
    let Some(mut to) = waiting(mem, generator, window) else { return false };
    if to.insn as u8 == Op::Delegate as u8 {
        return give_through(hot, mem, cx, insn, window);
    }
    if !receives(to.insn) {
        return false;
    }
    let word = take_b(hot, mem, insn);
    suspend(mem, generator, hot.pc_index());
    arrive(hot, mem, cx, &mut to, word, window);
    true
}

/// Is this an instruction that the hot path can hand a yielded value to?
#[inline(always)]
fn receives(insn: u32) -> bool {
    let code = insn as u8;
    code == Op::ForIter as u8
        || code == Op::Call as u8
        || code == Op::CallAttr as u8
        || code == Op::CallMethod as u8
}

/// Goes on where a yielded value is waited for.
#[inline(always)]
fn arrive(hot: &mut Hot, mem: Mem, cx: &mut Cx, to: &mut Waiting, word: u32, window: Window) {
    hot.fp = mem.address(to.fp);
    hot.limit = if to.is_near { mem.address(window.limit) } else { core::ptr::null_mut() };
    hot.code = mem.address(to.code);
    hot.pc = mem.address(to.at - 4);
    set(hot, mem, cx, a(to.insn), word);
    if to.insn as u8 == Op::ForIter as u8 {
        let by = hot.word_behind() as i32 >> 8;
        hot.jump(1 + by);
    }
}

/// Most generators that delegate to each other and are suspended at once here.
const THROUGH_MAX: usize = 12;

/// `Yield` through generators that delegate: all of them are suspended in front of their `Delegate`.
#[inline(always)]
fn give_through(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32, window: Window) -> bool {
    let innermost = mem.offset(hot.fp) - HEAP_BYTES;
    let mut generator = innermost;
    let mut found = None;
    for _ in 0..THROUGH_MAX {
        let Some(to) = waiting(mem, generator, window) else { return false };
        if to.insn as u8 != Op::Delegate as u8 {
            found = Some(to);
            break;
        }
        generator = to.fp - HEAP_BYTES;
    }
    let Some(mut to) = found.filter(|to| receives(to.insn)) else { return false };
    let word = take_b(hot, mem, insn);
    let mut generator = innermost;
    let mut pc = hot.pc_index();
    while let Some(next) = waiting(mem, generator, window) {
        suspend(mem, generator, pc);
        if next.insn as u8 != Op::Delegate as u8 {
            break;
        }
        generator = next.fp - HEAP_BYTES;
        pc = (next.at - next.code) / 4 - CODE_WORDS - 1;
    }
    arrive(hot, mem, cx, &mut to, word, window);
    true
}
