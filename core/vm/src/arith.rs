//! Hot arithmetic and comparison: ints that fit the word, floats, and mixtures of the two.
//!
//! Not here: everything else that operators do (ops/operator.rs).

use crate::hot::*;
use crate::window::{Hot, Mem};
use threadsnake_objects::cx::Cx;
use threadsnake_objects::float::power::{Power, pow};

/// Stores a small int result.
#[inline(always)]
fn set_int(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32, word: u32) -> bool {
    empty_int_temps(hot, insn);
    set(hot, mem, cx, ra(insn), word);
    true
}

/// Float operation on registers B and C.
#[inline(always)]
fn float(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32, op: impl Fn(f64, f64) -> f64) -> bool {
    let (Some(lhs), Some(rhs)) = (number(mem, hot.reg(rb(insn))), number(mem, hot.reg(rc(insn))))
    else {
        return false;
    };
    set_float(hot, mem, cx, insn, op(lhs, rhs))
}

/// Float operation on register B and a constant; operand C is an index, not a register.
#[inline(always)]
fn float_k(
    hot: &mut Hot,
    mem: Mem,
    cx: &mut Cx,
    insn: u32,
    konst: u32,
    op: impl Fn(f64, f64) -> f64,
) -> bool {
    let (Some(lhs), Some(rhs)) = (number(mem, hot.reg(rb(insn))), number(mem, konst)) else {
        return false;
    };
    set_float(hot, mem, cx, insn & !TEMP_C, op(lhs, rhs))
}

/// `+`
#[inline(always)]
pub fn add(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let (lhs, rhs) = (hot.reg(rb(insn)), hot.reg(rc(insn)));
    if lhs & rhs & 1 != 0 {
        return match (lhs as i32).checked_add(rhs as i32 - 1) {
            Some(sum) => set_int(hot, mem, cx, insn, sum as u32),
            None => false,
        };
    }
    float(hot, mem, cx, insn, |x, y| x + y)
}

/// `-`
#[inline(always)]
pub fn sub(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let (lhs, rhs) = (hot.reg(rb(insn)), hot.reg(rc(insn)));
    if lhs & rhs & 1 != 0 {
        return match (lhs as i32).checked_sub(rhs as i32 - 1) {
            Some(difference) => set_int(hot, mem, cx, insn, difference as u32),
            None => false,
        };
    }
    float(hot, mem, cx, insn, |x, y| x - y)
}

/// `*`
#[inline(always)]
pub fn mul(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let (lhs, rhs) = (hot.reg(rb(insn)), hot.reg(rc(insn)));
    if lhs & rhs & 1 != 0 {
        return match (lhs as i32 - 1).checked_mul(rhs as i32 >> 1) {
            Some(product) => set_int(hot, mem, cx, insn, product as u32 | 1),
            None => false,
        };
    }
    float(hot, mem, cx, insn, |x, y| x * y)
}

/// `/`, floats and small ints; the divisor is not zero.
#[inline(always)]
pub fn true_div(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let (Some(lhs), Some(rhs)) = (number(mem, hot.reg(rb(insn))), number(mem, hot.reg(rc(insn))))
    else {
        return false;
    };
    rhs != 0.0 && set_float(hot, mem, cx, insn, lhs / rhs)
}

/// `//` and `%` of small ints, Python's rounding; the divisor is not zero.
#[inline(always)]
fn floor(lhs: u32, rhs: u32) -> Option<(i32, i32)> {
    if lhs & rhs & 1 == 0 || rhs == 1 {
        return None;
    }
    let (x, y) = (lhs as i32 >> 1, rhs as i32 >> 1);
    let (quotient, rest) = (x / y, x % y);
    if rest != 0 && (rest ^ y) < 0 {
        Some((quotient - 1, rest + y))
    } else {
        Some((quotient, rest))
    }
}

/// A small int result that may be one too large (`SMALL_MIN // -1`).
#[inline(always)]
fn set_checked(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32, int: i32) -> bool {
    match int.checked_mul(2) {
        Some(double) => set_int(hot, mem, cx, insn, double as u32 | 1),
        None => false,
    }
}

/// `//`
#[inline(always)]
pub fn floor_div(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    match floor(hot.reg(rb(insn)), hot.reg(rc(insn))) {
        Some((quotient, _)) => set_checked(hot, mem, cx, insn, quotient),
        None => false,
    }
}

/// `%`
#[inline(always)]
pub fn modulo(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    match floor(hot.reg(rb(insn)), hot.reg(rc(insn))) {
        Some((_, rest)) => set_checked(hot, mem, cx, insn, rest),
        None => false,
    }
}

/// `&`, `|`, `^`: the tag bits are put right by the operation itself.
#[inline(always)]
pub fn bits(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32, op: impl Fn(u32, u32) -> u32) -> bool {
    let (lhs, rhs) = (hot.reg(rb(insn)), hot.reg(rc(insn)));
    lhs & rhs & 1 != 0 && set_int(hot, mem, cx, insn, op(lhs, rhs) | 1)
}

/// `<<` by less than the word has bits.
#[inline(always)]
fn shifted_left(lhs: u32, rhs: u32) -> Option<u32> {
    let by = rhs >> 1;
    if lhs & rhs & 1 == 0 || by >= 30 {
        return None;
    }
    let from = lhs as i32 - 1;
    let result = from << by;
    (result >> by == from).then_some(result as u32 | 1)
}

/// `>>`
#[inline(always)]
fn shifted_right(lhs: u32, rhs: u32) -> Option<u32> {
    let by = rhs as i32 >> 1;
    if lhs & rhs & 1 == 0 || by < 0 {
        return None;
    }
    Some((lhs as i32 >> by.min(31)) as u32 | 1)
}

/// `<<`
#[inline(always)]
pub fn lshift(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    match shifted_left(hot.reg(rb(insn)), hot.reg(rc(insn))) {
        Some(word) => set_int(hot, mem, cx, insn, word),
        None => false,
    }
}

/// `>>`
#[inline(always)]
pub fn rshift(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    match shifted_right(hot.reg(rb(insn)), hot.reg(rc(insn))) {
        Some(word) => set_int(hot, mem, cx, insn, word),
        None => false,
    }
}

/// The operators whose right operand is a constant.
#[derive(Clone, Copy)]
#[allow(missing_docs, reason = "named like the operators")]
pub enum KOp {
    Add,
    Sub,
    Mul,
    TrueDiv,
    FloorDiv,
    Mod,
    LShift,
    RShift,
    And,
    Or,
    Xor,
}

/// An operator with a constant on the right.
#[inline(always)]
pub fn with_konst(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32, op: KOp) -> bool {
    let konst = hot.konst(c(insn));
    let lhs = hot.reg(rb(insn));
    let reg_insn = insn & !TEMP_C;
    if lhs & konst & 1 != 0 {
        let result = match op {
            KOp::Add => (lhs as i32).checked_add(konst as i32 - 1).map(|sum| sum as u32),
            KOp::Sub => {
                (lhs as i32).checked_sub(konst as i32 - 1).map(|difference| difference as u32)
            }
            KOp::Mul => {
                (lhs as i32 - 1).checked_mul(konst as i32 >> 1).map(|product| product as u32 | 1)
            }
            KOp::TrueDiv => None,
            KOp::FloorDiv => {
                floor(lhs, konst).and_then(|(q, _)| q.checked_mul(2)).map(|d| d as u32 | 1)
            }
            KOp::Mod => floor(lhs, konst).and_then(|(_, r)| r.checked_mul(2)).map(|d| d as u32 | 1),
            KOp::LShift => shifted_left(lhs, konst),
            KOp::RShift => shifted_right(lhs, konst),
            KOp::And => Some(lhs & konst),
            KOp::Or => Some(lhs | konst),
            KOp::Xor => Some(lhs ^ konst | 1),
        };
        if let Some(word) = result {
            return set_int(hot, mem, cx, reg_insn, word);
        }
        if !matches!(op, KOp::TrueDiv) {
            return false;
        }
    }
    match op {
        KOp::Add => float_k(hot, mem, cx, insn, konst, |x, y| x + y),
        KOp::Sub => float_k(hot, mem, cx, insn, konst, |x, y| x - y),
        KOp::Mul => float_k(hot, mem, cx, insn, konst, |x, y| x * y),
        KOp::TrueDiv if konst != 1 && number(mem, konst) != Some(0.0) => {
            float_k(hot, mem, cx, insn, konst, |x, y| x / y)
        }
        _ => false,
    }
}

/// `+` and `-` of a small number in the instruction; `int` has the sign of the effect.
#[inline(always)]
pub fn add_imm(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32, int: i32) -> bool {
    let lhs = hot.reg(rb(insn));
    if lhs & 1 != 0 {
        return match (lhs as i32).checked_add(int << 1) {
            Some(sum) => set_int(hot, mem, cx, insn & !TEMP_C, sum as u32),
            None => false,
        };
    }
    match number(mem, lhs) {
        Some(double) => {
            set_float(hot, mem, cx, insn & !TEMP_C, double + double_of_small((int << 1) as u32))
        }
        None => false,
    }
}

/// `**` of floats whose result is one.
#[inline(always)]
pub fn power(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32, rhs: u32) -> bool {
    let lhs = hot.reg(rb(insn));
    // Powers of ints are ints: they are left to the slow path.
    if lhs & rhs & 1 != 0 {
        return false;
    }
    let (Some(x), Some(y)) = (number(mem, lhs), number(mem, rhs)) else { return false };
    match pow(x, y) {
        Power::Real(result) => set_float(hot, mem, cx, insn, result),
        _ => false,
    }
}

/// Unary minus.
#[inline(always)]
pub fn neg(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let word = hot.reg(rb(insn));
    if word & 1 != 0 {
        return match 2i32.checked_sub(word as i32) {
            Some(result) => set_int(hot, mem, cx, insn & !TEMP_C, result as u32),
            None => false,
        };
    }
    match number(mem, word) {
        Some(double) => set_float(hot, mem, cx, insn & !TEMP_C, -double),
        None => false,
    }
}

/// An order of two numbers.
pub trait Order {
    /// Of tagged small ints, which are ordered as the ints are.
    fn ints(lhs: i32, rhs: i32) -> bool;
    /// Of floats.
    fn floats(lhs: f64, rhs: f64) -> bool;
}

macro_rules! orders {
    ($($name:ident $op:tt;)*) => {
        $(
            #[doc = concat!("`", stringify!($op), "`")]
            pub struct $name;
            impl Order for $name {
                #[inline(always)]
                fn ints(lhs: i32, rhs: i32) -> bool { lhs $op rhs }
                #[inline(always)]
                fn floats(lhs: f64, rhs: f64) -> bool { lhs $op rhs }
            }
        )*
    };
}

orders! { Lt <; Le <=; Gt >; Ge >=; Eq ==; Ne !=; }

/// Compares two words that are numbers.
#[inline(always)]
pub fn order<O: Order>(mem: Mem, lhs: u32, rhs: u32) -> Option<bool> {
    if lhs & rhs & 1 != 0 {
        return Some(O::ints(lhs as i32, rhs as i32));
    }
    Some(O::floats(number(mem, lhs)?, number(mem, rhs)?))
}
