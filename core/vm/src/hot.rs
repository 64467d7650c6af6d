//! What all hot handlers share: operand fields, storing results, dropping temporaries.
//!
//! A handler answers whether it did the whole instruction; if not it has changed nothing, and the slow
//! path does the instruction from its start.
//!
//! Not here: raw access (window.rs), the loop (dispatch.rs).

use crate::window::{Hot, Mem};
use threadsnake_heap::Ref;
use threadsnake_heap::header::{IMMORTAL, ONE};
use threadsnake_heap::kind;
use threadsnake_objects::cx::Cx;

/// Both operand fields say "temporary".
pub const TEMPS: u32 = 0x8080_0000;
/// The B field says "temporary".
pub const TEMP_B: u32 = 0x0080_0000;
/// The C field says "temporary".
pub const TEMP_C: u32 = 0x8000_0000;

/// Field A.
#[inline(always)]
pub const fn a(insn: u32) -> u32 {
    insn >> 8 & 0xff
}

/// Field A as a register that may be marked as a temporary.
#[inline(always)]
pub const fn ra(insn: u32) -> u32 {
    insn >> 8 & 0x7f
}

/// Field B as it is.
#[inline(always)]
pub const fn b(insn: u32) -> u32 {
    insn >> 16 & 0xff
}

/// Field B as a register.
#[inline(always)]
pub const fn rb(insn: u32) -> u32 {
    insn >> 16 & 0x7f
}

/// Field C as it is.
#[inline(always)]
pub const fn c(insn: u32) -> u32 {
    insn >> 24
}

/// Field C as a register.
#[inline(always)]
pub const fn rc(insn: u32) -> u32 {
    insn >> 24 & 0x7f
}

/// Field C as a signed number.
#[inline(always)]
pub const fn imm(insn: u32) -> i32 {
    insn as i32 >> 24
}

/// Fields B and C as one number.
#[inline(always)]
pub const fn x(insn: u32) -> u32 {
    insn >> 16
}

/// Takes one more reference to what a word refers to.
#[inline(always)]
pub fn inc(mem: Mem, word: u32) {
    if word & 3 == 0 {
        let header = mem.load(word);
        if header & IMMORTAL == 0 {
            mem.store(word, header + ONE);
        }
    }
}

/// Drops the reference of a word.
#[inline(always)]
pub fn dec(mem: Mem, cx: &mut Cx, word: u32) {
    if word & 3 == 0 {
        dec_ref(mem, cx, word);
    }
}

/// Drops a reference that is known to be one.
#[inline(always)]
pub fn dec_ref(mem: Mem, cx: &mut Cx, word: u32) {
    let header = mem.load(word);
    if header & IMMORTAL == 0 {
        if header < ONE {
            cx.heap.release(Ref(word));
        } else {
            mem.store(word, header - ONE);
        }
    }
}

/// Stores a result and drops what the register held.
#[inline(always)]
pub fn set(hot: &mut Hot, mem: Mem, cx: &mut Cx, reg: u32, word: u32) {
    let old = hot.reg(reg);
    hot.put(reg, word);
    dec(mem, cx, old);
}

/// Drops the operands that are temporaries.
#[inline(always)]
pub fn drop_temps(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) {
    if insn & TEMPS != 0 {
        if insn & TEMP_B != 0 {
            set(hot, mem, cx, rb(insn), 0);
        }
        if insn & TEMP_C != 0 {
            set(hot, mem, cx, rc(insn), 0);
        }
    }
}

/// Drops operand B when it is a temporary.
#[inline(always)]
pub fn drop_temp_b(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) {
    if insn & TEMP_B != 0 {
        set(hot, mem, cx, rb(insn), 0);
    }
}

/// Empties operands that are temporaries and hold ints.
#[inline(always)]
pub fn empty_int_temps(hot: &mut Hot, insn: u32) {
    if insn & TEMPS != 0 {
        if insn & TEMP_B != 0 {
            hot.put(rb(insn), 0);
        }
        if insn & TEMP_C != 0 {
            hot.put(rc(insn), 0);
        }
    }
}

/// Reads operand B as an owned word: a temporary is moved out, anything else is shared.
#[inline(always)]
pub fn take_b(hot: &mut Hot, mem: Mem, insn: u32) -> u32 {
    let word = hot.reg(rb(insn));
    if insn & TEMP_B != 0 {
        hot.put(rb(insn), 0);
    } else {
        inc(mem, word);
    }
    word
}

/// Reads operand C as an owned word.
#[inline(always)]
pub fn take_c(hot: &mut Hot, mem: Mem, insn: u32) -> u32 {
    let word = hot.reg(rc(insn));
    if insn & TEMP_C != 0 {
        hot.put(rc(insn), 0);
    } else {
        inc(mem, word);
    }
    word
}

/// Reads operand A as an owned word.
#[inline(always)]
pub fn take_a(hot: &mut Hot, mem: Mem, insn: u32) -> u32 {
    const TEMP_A: u32 = 0x8000;
    let word = hot.reg(ra(insn));
    if insn & TEMP_A != 0 {
        hot.put(ra(insn), 0);
    } else {
        inc(mem, word);
    }
    word
}

/// Is this word an object of that kind?
#[inline(always)]
pub fn is_kind(mem: Mem, word: u32, wanted: u8) -> bool {
    word & 3 == 0 && mem.load(word) as u8 == wanted
}

/// The double of a word that is a float or a small int.
#[inline(always)]
pub fn number(mem: Mem, word: u32) -> Option<f64> {
    if word & 1 != 0 {
        Some(double_of_small(word))
    } else if word & 3 == 0 && mem.load(word) as u8 == kind::FLOAT {
        Some(mem.double(word))
    } else {
        None
    }
}

/// The double of a small int. PowerPC takes a place in the frame for every one that is written in line: there
/// it is a call, and the loop's frame is 1.8 KB smaller.
#[cfg_attr(not(any(target_arch = "powerpc", target_arch = "powerpc64")), inline(always))]
#[cfg_attr(any(target_arch = "powerpc", target_arch = "powerpc64"), inline(never))]
pub fn double_of_small(word: u32) -> f64 {
    f64::from(word as i32 >> 1)
}

/// Stores a float result: into a dying operand's box, into the box it replaces, or into a new one.
#[inline(always)]
pub fn set_float(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32, double: f64) -> bool {
    /// Header of a float with one reference.
    const SOLE: u32 = kind::FLOAT as u32;
    let dst = ra(insn);
    let lhs = hot.reg(rb(insn));
    if insn & TEMP_B != 0 && lhs & 3 == 0 && mem.load(lhs) == SOLE {
        mem.set_double(lhs, double);
        hot.put(rb(insn), 0);
        set(hot, mem, cx, dst, lhs);
        if insn & TEMP_C != 0 {
            set(hot, mem, cx, rc(insn), 0);
        }
        return true;
    }
    set_float_elsewhere(hot, mem, cx, insn, double)
}

#[inline(always)]
fn set_float_elsewhere(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32, double: f64) -> bool {
    const SOLE: u32 = kind::FLOAT as u32;
    let dst = ra(insn);
    let old = hot.reg(dst);
    if old & 3 == 0 && mem.load(old) == SOLE {
        mem.set_double(old, double);
        if insn & TEMP_B != 0 && rb(insn) != dst {
            set(hot, mem, cx, rb(insn), 0);
        }
        if insn & TEMP_C != 0 && rc(insn) != dst {
            set(hot, mem, cx, rc(insn), 0);
        }
        return true;
    }
    let Ok(object) = cx.heap.alloc(3) else { return false };
    mem.store(object.0, SOLE);
    mem.set_double(object.0, double);
    drop_temps(hot, mem, cx, insn);
    set(hot, mem, cx, dst, object.0);
    true
}
