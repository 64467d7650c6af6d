//! Comparisons and tests: the common cases of every instruction that asks a question, as a value or as a branch.
//!
//! Each answers whether it did its instruction; the loop is in dispatch.rs.
//!
//! Not here: how numbers are ordered (arith.rs).

use crate::arith::{self, Order};
use crate::containers;
use crate::hot::*;
use crate::window::{Hot, Mem};
use threadsnake_heap::{Value, kind};
use threadsnake_objects::cx::Cx;

/// Takes or skips the jump word behind a test. When it is time to look around, the word that would be taken is
/// executed as the instruction that it is: a `Loop` then does.
#[inline(always)]
pub fn branch(hot: &mut Hot, taken: bool) {
    if !taken {
        hot.jump(1);
    } else if hot.ticks >= 0 {
        hot.jump(1 + (hot.word_behind() as i32 >> 8));
    }
}

/// A comparison and branch of two words; operand temporaries are dropped.
#[inline(always)]
fn test<O: Order>(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32, rhs: u32) -> bool {
    let lhs = hot.reg(rb(insn));
    if insn & TEMPS == 0 || lhs & rhs & 1 != 0 {
        let Some(result) = arith::order::<O>(mem, lhs, rhs) else { return false };
        empty_int_temps(hot, insn);
        branch(hot, result == (a(insn) != 0));
        return true;
    }
    let Some(result) = arith::order::<O>(mem, lhs, rhs) else { return false };
    drop_temps(hot, mem, cx, insn);
    branch(hot, result == (a(insn) != 0));
    true
}

#[inline(always)]
pub fn test_reg<O: Order>(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let rhs = hot.reg(rc(insn));
    test::<O>(hot, mem, cx, insn, rhs)
}

#[inline(always)]
pub fn test_imm<O: Order>(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let rhs = (imm(insn) << 1 | 1) as u32;
    test::<O>(hot, mem, cx, insn & !TEMP_C, rhs)
}

#[inline(always)]
pub fn test_konst<O: Order>(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let rhs = hot.konst(c(insn));
    test::<O>(hot, mem, cx, insn & !TEMP_C, rhs)
}

/// Equality that identity of interned strings decides; `equal` says which of `==` and `!=` it is.
#[inline(always)]
pub fn test_equal<O: Order>(
    hot: &mut Hot,
    mem: Mem,
    cx: &mut Cx,
    insn: u32,
    rhs: u32,
    equal: bool,
) -> bool {
    let lhs = hot.reg(rb(insn));
    match strings_equal(mem, cx, lhs, rhs) {
        Some(same) => {
            drop_temps(hot, mem, cx, insn);
            branch(hot, (same == equal) == (a(insn) != 0));
            true
        }
        None => test::<O>(hot, mem, cx, insn, rhs),
    }
}

/// Are two words equal strings? None when they are no strings.
#[inline(always)]
fn strings_equal(mem: Mem, cx: &Cx, lhs: u32, rhs: u32) -> Option<bool> {
    if (lhs | rhs) & 3 != 0 {
        return None;
    }
    let (x, y) = (mem.load(lhs), mem.load(rhs));
    if x as u8 != kind::STR || y as u8 != kind::STR {
        return None;
    }
    if lhs == rhs {
        return Some(true);
    }
    let both_interned = x & y & threadsnake_heap::header::FLAG2 != 0;
    if both_interned || mem.field(lhs, 2) != mem.field(rhs, 2) {
        return Some(false);
    }
    Some(containers::same_text(cx, lhs, rhs))
}

/// A comparison as a value.
#[inline(always)]
pub fn compare<O: Order>(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let (lhs, rhs) = (hot.reg(rb(insn)), hot.reg(rc(insn)));
    let Some(result) = arith::order::<O>(mem, lhs, rhs) else { return false };
    drop_temps(hot, mem, cx, insn);
    set(hot, mem, cx, a(insn), Value::bool(result).0);
    true
}

/// Equality as a value; `equal` says which of `==` and `!=` it is.
#[inline(always)]
pub fn compare_equal<O: Order>(
    hot: &mut Hot,
    mem: Mem,
    cx: &mut Cx,
    insn: u32,
    equal: bool,
) -> bool {
    let (lhs, rhs) = (hot.reg(rb(insn)), hot.reg(rc(insn)));
    match strings_equal(mem, cx, lhs, rhs) {
        Some(same) => {
            drop_temps(hot, mem, cx, insn);
            set(hot, mem, cx, a(insn), Value::bool(same == equal).0);
            true
        }
        None => compare::<O>(hot, mem, cx, insn),
    }
}

#[inline(always)]
fn is_true_immediate(word: u32) -> bool {
    word != Value::NONE.0 && word != Value::FALSE.0
}

/// Truth of a word that needs no look at the object's type.
#[inline(always)]
pub fn truth(mem: Mem, word: u32) -> Option<bool> {
    if word & 1 != 0 {
        return Some(word != 1);
    }
    if word & 3 != 0 {
        return Some(is_true_immediate(word));
    }
    match mem.load(word) as u8 {
        kind::LIST => Some(mem.field(word, 1) >> 1 != 0),
        // Bits 10.. of a dict's or set's state count its entries (objects/dict/entries.rs).
        kind::DICT | kind::SET => Some(mem.field(word, 1) >> 10 != 0),
        kind::TUPLE => Some(mem.field(word, 1) != 0),
        kind::STR => Some(mem.field(word, 2) != 0),
        kind::FUNCTION => Some(true),
        _ => None,
    }
}

#[inline(always)]
pub fn test_truth(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let word = hot.reg(rb(insn));
    if word & 3 == 2 {
        if insn & TEMP_B != 0 {
            hot.put(rb(insn), 0);
        }
        branch(hot, is_true_immediate(word) == (a(insn) != 0));
        return true;
    }
    let Some(result) = truth(mem, word) else { return false };
    drop_temp_b(hot, mem, cx, insn);
    branch(hot, result == (a(insn) != 0));
    true
}

/// May these be boxes of one and the same number? Those are the same object, too.
#[inline(always)]
fn may_be_boxes(mem: Mem, lhs: u32, rhs: u32) -> bool {
    lhs != rhs && (lhs | rhs) & 3 == 0 && matches!(mem.load(lhs) as u8, kind::FLOAT | kind::INT)
}

/// `is` as a value; `wanted` is what it is for one and the same object.
#[inline(always)]
pub fn is(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32, wanted: bool) -> bool {
    let (lhs, rhs) = (hot.reg(rb(insn)), hot.reg(rc(insn)));
    if may_be_boxes(mem, lhs, rhs) {
        return false;
    }
    drop_temps(hot, mem, cx, insn);
    set(hot, mem, cx, a(insn), Value::bool((lhs == rhs) == wanted).0);
    true
}

#[inline(always)]
pub fn test_is(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let (lhs, rhs) = (hot.reg(rb(insn)), hot.reg(rc(insn)));
    if may_be_boxes(mem, lhs, rhs) {
        return false;
    }
    drop_temps(hot, mem, cx, insn);
    branch(hot, (lhs == rhs) == (a(insn) != 0));
    true
}

#[inline(always)]
pub fn test_none(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let is_none = hot.reg(rb(insn)) == Value::NONE.0;
    drop_temp_b(hot, mem, cx, insn);
    branch(hot, is_none == (a(insn) != 0));
    true
}
