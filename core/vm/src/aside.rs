//! Instructions that have a way between the loop's and the slow one: done out of the loop, but without giving up its
//! state.
//!
//! Not here: small ints and floats (arith.rs), everything else about operators (ops/operator.rs), loops (ops/iteration.rs)
//! and attributes (ops/attribute.rs).

use crate::access;
use crate::arrange;
use crate::branch::branch;
use crate::calls::{self, Tried};
use crate::far;
use crate::hot::*;
use crate::ops::operator;
use crate::resume::Window;
use crate::table;
use crate::window::{Hot, Mem};
use threadsnake_heap::header::{self, FLAG1};
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_image::op::Op;
use threadsnake_objects::arith::BinOp;
use threadsnake_objects::cx::Cx;
use threadsnake_objects::iter::quick::{self, Quick};
use threadsnake_objects::{attr, bytearray, bytes, dict, int, statics, str, tuple};

/// Ways of instructions, for `operator::aside`.
pub const OPERATE: u32 = 1;
pub const FOR_ITER: u32 = 2;
pub const UNPACK: u32 = 3;
pub const BUILD_MAP: u32 = 4;
pub const GET_ATTR: u32 = 5;
pub const CALL_ATTR: u32 = 6;
pub const CALL: u32 = 7;
pub const LOAD_METHOD: u32 = 8;
pub const RETURN: u32 = 9;
pub const GET_ITEM: u32 = 10;
pub const SET_ITEM: u32 = 11;

/// Does an instruction that has such a way.
#[inline(never)]
pub fn execute(
    hot: &mut Hot,
    mem: Mem,
    cx: &mut Cx,
    insn: u32,
    way: u32,
    window: Window,
    top: &mut u32,
) -> Tried {
    let is_done = match way {
        OPERATE => operate(hot, mem, cx, insn),
        FOR_ITER => hot.ticks >= 0 && for_iter(hot, mem, cx, insn),
        UNPACK => unpack(hot, mem, cx, insn),
        BUILD_MAP => build_map(hot, mem, cx, insn),
        GET_ATTR => get_property(hot, mem, cx, insn),
        CALL => far::enter(hot, mem, cx, insn, window, *top) || arrange::call(hot, mem, cx, insn),
        RETURN => far::leave(hot, mem, cx, insn, window, top),
        GET_ITEM => get_byte(hot, mem, cx, insn),
        SET_ITEM => set_byte(hot, mem, cx, insn),
        LOAD_METHOD => load_member(hot, mem, cx, insn),
        _ => {
            let tried = call_member(hot, mem, cx, insn);
            if tried != Tried::No {
                return tried;
            }
            far::enter(hot, mem, cx, insn, window, *top)
                || call_wrapped(hot, mem, cx, insn)
                || arrange::call_found(hot, mem, cx, insn)
        }
    };
    if is_done { Tried::Done } else { Tried::No }
}

/// `LoadMethod` of what a module has.
fn load_member(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let module = hot.reg(rb(insn));
    if !is_kind(mem, module, kind::MODULE) {
        return false;
    }
    let member = access::module_value(mem, cx, module, hot.konst(c(insn)));
    if member == 0 {
        return false;
    }
    inc(mem, member);
    drop_temp_b(hot, mem, cx, insn);
    hot.put(a(insn), member);
    hot.put(a(insn) + 2, 0);
    true
}

/// `CallAttr` of a function that a module has.
fn call_member(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> Tried {
    let base = a(insn);
    let module = hot.reg(base + 2);
    if !is_kind(mem, module, kind::MODULE) || hot.ticks < 0 || cx.heap.has_errands() {
        return Tried::No;
    }
    let function = access::module_value(mem, cx, module, hot.konst(c(insn)));
    if is_kind(mem, function, kind::FUNCTION) {
        let is_entered = calls::enter_of_class(hot, mem, cx, base, b(insn), function);
        return if is_entered { Tried::Done } else { Tried::No };
    }
    if !is_kind(mem, function, kind::NATIVE) {
        return Tried::No;
    }
    hot.put(base, function);
    let tried = calls::native(hot, mem, cx, base, base + 3, b(insn));
    if tried == Tried::No {
        hot.put(base, 0);
    } else {
        set(hot, mem, cx, base + 2, 0);
    }
    tried
}

/// A binary operator.
fn operate(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let left = hot.reg(rb(insn));
    let left_kind = match left & 3 {
        0 => mem.load(left) as u8,
        _ => kind::INT,
    };
    match left_kind {
        kind::INSTANCE => calls::enter_operator(hot, mem, cx, insn, operator::method_name(insn)),
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

/// `ForIter` over a str or an iterator of a builtin type. Where the body begins with taking a pair apart, no pair is
/// made.
fn for_iter(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let base = b(insn);
    let (source, place) = (hot.reg(base), hot.reg(base + 1));
    if place & 1 != 0 {
        return next_char(hot, mem, cx, insn, source, place);
    }
    if !is_kind(mem, source, kind::ITER) {
        return false;
    }
    let body = hot.word_at(2 + (hot.word_behind() as i32 >> 8));
    let takes_apart =
        body as u8 == Op::Unpack as u8 && c(body) == 2 && body & TEMP_B != 0 && rb(body) == a(insn);
    let step = if takes_apart {
        quick::step_pair(cx, Ref(source))
    } else {
        quick::step(cx, Ref(source)).map_or(Quick::No, Quick::Item)
    };
    match step {
        Quick::Item(item) => {
            set(hot, mem, cx, a(insn), item.0);
            branch(hot, true);
        }
        Quick::Pair(first, second) => {
            set(hot, mem, cx, a(insn), 0);
            set(hot, mem, cx, a(body), first.0);
            set(hot, mem, cx, a(body) + 1, second.0);
            branch(hot, true);
            hot.next();
        }
        Quick::End => {
            set(hot, mem, cx, base, 0);
            branch(hot, false);
        }
        Quick::No => return false,
    }
    true
}

/// A step of a loop over an ASCII str: the place is the index of the next character.
fn next_char(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32, text: u32, place: u32) -> bool {
    let is_ascii = is_kind(mem, text, kind::STR) && mem.load(text) & FLAG1 != 0;
    if !is_ascii || place >> 1 >= str::byte_len(cx, Ref(text)) {
        return false;
    }
    let byte = mem.byte(str::start(cx, Ref(text)) + (place >> 1));
    hot.put(b(insn) + 1, place + 2);
    set(hot, mem, cx, a(insn), statics::char_str(byte).0);
    branch(hot, true);
    true
}

/// `Unpack` of a tuple or list of the right length.
fn unpack(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let source = hot.reg(rb(insn));
    if source & 3 != 0 {
        return false;
    }
    let (len, first) = match mem.load(source) as u8 {
        kind::TUPLE => (mem.field(source, 1), source + 8),
        kind::LIST => (mem.field(source, 1) >> 1, mem.field(source, 2) + 4),
        _ => return false,
    };
    if len != c(insn) {
        return false;
    }
    let dies = insn & TEMP_B != 0;
    if dies {
        hot.put(rb(insn), 0);
    }
    if dies && mem.load(source) == header::fresh(kind::TUPLE) && len > 0 {
        // The last owner: the items move out.
        for at in 0..len {
            set(hot, mem, cx, a(insn) + at, mem.load(first + at * 4));
        }
        cx.heap.free(Ref(source), 2 + len);
        return true;
    }
    if !dies {
        // The register may be one of those that are written.
        inc(mem, source);
    }
    for at in 0..len {
        let word = mem.load(first + at * 4);
        inc(mem, word);
        set(hot, mem, cx, a(insn) + at, word);
    }
    dec_ref(mem, cx, source);
    true
}

/// Where bytes have one that a small int names; none when there is none, or these are no bytes.
fn byte_place(mem: Mem, cx: &Cx, object: u32, index: u32) -> Option<u32> {
    let (start, len) = match object & 3 {
        0 => match mem.load(object) as u8 {
            kind::BYTES => bytes::part(cx, Ref(object)),
            kind::BYTEARRAY => bytearray::part(cx, Ref(object)),
            _ => return None,
        },
        _ => return None,
    };
    let at = index as i32 >> 1;
    let at = if at < 0 { (at as u32).wrapping_add(len) } else { at as u32 };
    (index & 1 != 0 && at < len).then(|| start + at)
}

/// `GetItem` of bytes and bytearrays.
fn get_byte(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let index = right_operand(hot, insn);
    let Some(place) = byte_place(mem, cx, hot.reg(rb(insn)), index) else { return false };
    let word = u32::from(mem.byte(place)) << 1 | 1;
    finish(hot, mem, cx, insn, word);
    true
}

/// `SetItem` of bytearrays.
fn set_byte(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let (object, value) = (hot.reg(rb(insn)), hot.reg(ra(insn)));
    if value & 1 == 0 || value >> 1 > 0xff || !is_kind(mem, object, kind::BYTEARRAY) {
        return false;
    }
    let index = right_operand(hot, insn);
    let Some(place) = byte_place(mem, cx, object, index) else { return false };
    cx.heap.space.set_byte(place, (value >> 1) as u8);
    take_a(hot, mem, insn);
    let has_key = table::flags(insn) & table::SRC_C != 0;
    drop_temps(hot, mem, cx, if has_key { insn } else { insn & !TEMP_C });
    true
}

/// `BuildMap` of simple keys: the pairs move into the dict.
fn build_map(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let from = mem.offset(hot.fp) + b(insn) * 4;
    let Some(made) = dict::of_simple_pairs(cx, from, c(insn)) else { return false };
    for register in b(insn)..b(insn) + c(insn) * 2 {
        hot.put(register, 0);
    }
    set(hot, mem, cx, a(insn), made.0);
    true
}

/// `GetAttr` of a property of an instance's class whose getter is a function: enters that. Or it is a field's number.
fn get_property(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let object = hot.reg(rb(insn));
    if !is_kind(mem, object, kind::INSTANCE) {
        return false;
    }
    let found = access::cached(mem, cx, mem.field(object, 1) | access::WRAPPED, hot.konst(c(insn)));
    if found == 0 || !is_kind(mem, found, kind::PROPERTY) {
        return false;
    }
    let getter = mem.field(found, attr::property::GET);
    if getter & 1 != 0 {
        return get_field(hot, mem, cx, insn, object, getter >> 1);
    }
    is_kind(mem, getter, kind::FUNCTION) && calls::enter_getter(hot, mem, cx, getter, object)
}

/// A field of a tuple with names: its class wraps a tuple in its first slot.
fn get_field(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32, object: u32, index: u32) -> bool {
    let Some(fields) = cx.payload(Value(object), kind::TUPLE) else { return false };
    let item = tuple::item(cx, fields, index);
    if item.is_unbound() {
        return false;
    }
    inc(mem, item.0);
    finish(hot, mem, cx, insn, item.0);
    true
}

/// `CallAttr` of a static or class method that a class or an instance's class has.
fn call_wrapped(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let base = a(insn);
    let object = hot.reg(base + 2);
    let holder = if is_kind(mem, object, kind::INSTANCE) {
        mem.field(object, 1)
    } else if is_kind(mem, object, kind::CLASS) {
        object
    } else {
        return false;
    };
    let found = access::cached(mem, cx, holder | access::WRAPPED, hot.konst(c(insn)));
    if found == 0 || !is_kind(mem, found, kind::WRAPPER) {
        return false;
    }
    let function = mem.field(found, attr::wrapper::FUNC);
    if !is_kind(mem, function, kind::FUNCTION) {
        return false;
    }
    if mem.load(found) & FLAG1 == 0 {
        return calls::enter_of_class(hot, mem, cx, base, b(insn), function);
    }
    let class = if is_kind(mem, object, kind::CLASS) { object } else { mem.field(holder, 1) };
    hot.put(base, function);
    hot.put(base + 2, class);
    if !calls::enter(hot, mem, cx, base, b(insn) + 1) {
        hot.put(base, 0);
        hot.put(base + 2, object);
        return false;
    }
    inc(mem, function);
    inc(mem, class);
    dec_ref(mem, cx, object);
    true
}
