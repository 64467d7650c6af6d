//! Binary operators of anything but small ints and floats, without leaving the loop's state: methods of instances are
//! entered, ints of 64 bits and strs operate at once.
//!
//! Not here: small ints and floats (arith.rs), all other types (ops/operator.rs).

use crate::calls;
use crate::hot::*;
use crate::ops::operator;
use crate::table;
use crate::window::{Hot, Mem};
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::arith::BinOp;
use threadsnake_objects::cx::Cx;
use threadsnake_objects::{int, str};

/// Does a binary operator whose method has this name, when the operands' types make that short and nothing can be wrong
/// with it but memory.
#[inline(never)]
pub fn operate(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32, name: u32) -> bool {
    let left = hot.reg(rb(insn));
    let left_kind = match left & 3 {
        0 => mem.load(left) as u8,
        _ => kind::INT,
    };
    match left_kind {
        kind::INSTANCE => calls::enter_operator(hot, mem, cx, insn, name),
        kind::STR => operator::of_insn(insn) == BinOp::Add && add_text(hot, mem, cx, insn),
        kind::INT => operate_long(hot, mem, cx, insn),
        _ => false,
    }
}

/// An operator on ints.
fn operate_long(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let operands = (long(mem, cx, hot.reg(rb(insn))), long(mem, cx, right_operand(hot, insn)));
    let (Some(lhs), Some(rhs)) = operands else { return false };
    let Some(result) = longs(operator::of_insn(insn), lhs, rhs) else { return false };
    let Ok(result) = int::from_i64(cx, result) else { return false };
    finish(hot, mem, cx, insn, result.0);
    true
}

/// The right operand of an operator's instruction.
#[inline(always)]
pub fn right_operand(hot: &Hot, insn: u32) -> u32 {
    let operands = table::flags(insn);
    if operands & table::SRC_C != 0 {
        hot.reg(rc(insn))
    } else if operands & table::IMM_C != 0 {
        (imm(insn) << 1 | 1) as u32
    } else {
        hot.konst(c(insn))
    }
}

/// Drops the operands that are temporaries and stores the result.
#[inline(always)]
pub fn finish(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32, word: u32) {
    let flags = table::flags(insn);
    if flags & table::SRC_B != 0 && insn & TEMP_B != 0 {
        set(hot, mem, cx, rb(insn), 0);
    }
    if flags & table::SRC_C != 0 && insn & TEMP_C != 0 {
        set(hot, mem, cx, rc(insn), 0);
    }
    set(hot, mem, cx, a(insn), word);
}

/// An int of at most 64 bits.
#[inline(always)]
fn long(mem: Mem, cx: &Cx, word: u32) -> Option<i64> {
    if word & 1 != 0 {
        Some(i64::from(word as i32 >> 1))
    } else if is_kind(mem, word, kind::INT) {
        Some(cx.heap.space.long(Ref(word), 1))
    } else {
        None
    }
}

/// An operator on ints whose result has 64 bits at most; none when that takes a closer look.
#[inline(always)]
fn longs(op: BinOp, lhs: i64, rhs: i64) -> Option<i64> {
    match op {
        BinOp::Add => lhs.checked_add(rhs),
        BinOp::Sub => lhs.checked_sub(rhs),
        BinOp::Mul => lhs.checked_mul(rhs),
        BinOp::And => Some(lhs & rhs),
        BinOp::Or => Some(lhs | rhs),
        BinOp::Xor => Some(lhs ^ rhs),
        BinOp::RShift if (0..64).contains(&rhs) => Some(lhs >> rhs),
        BinOp::FloorDiv if lhs >= 0 && rhs > 0 => Some(lhs / rhs),
        BinOp::Mod if lhs >= 0 && rhs > 0 => Some(lhs % rhs),
        _ => None,
    }
}

/// `+` of two strs. The left one is grown in place when this is its end.
fn add_text(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let (left, right) = (hot.reg(rb(insn)), right_operand(hot, insn));
    if !is_kind(mem, right, kind::STR) {
        return false;
    }
    let is_dying = left != right && (insn & TEMP_B != 0 || rb(insn) == a(insn));
    let joined = if is_dying {
        str::concat_owned(cx, Value(left), Ref(right))
    } else {
        str::concat(cx, Ref(left), Ref(right))
    };
    let Ok(joined) = joined else { return false };
    if is_dying {
        hot.put(rb(insn), 0);
    }
    finish(hot, mem, cx, insn, joined.0);
    true
}
