//! Hot containers: dicts and strings by key, containment, displays, appending.
//!
//! The work is the objects crate's; what is saved here is the way through the slow path.
//!
//! Not here: lists and tuples by index (access.rs).

use crate::hot::*;
use crate::window::{Hot, Mem};
use threadsnake_heap::header::FLAG1;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::cx::Cx;
use threadsnake_objects::dict::{self, Done, Lookup};
use threadsnake_objects::{list, set, statics, str, tuple};

/// Bytes in front of the text of an ASCII str.
const TEXT: u32 = 12;

/// Keys whose search runs no script code and raises nothing.
#[inline(always)]
fn is_simple_key(mem: Mem, key: u32) -> bool {
    key & 1 != 0
        || key & 3 == 0 && matches!(mem.load(key) as u8, kind::STR | kind::FLOAT | kind::INT)
}

/// `GetItem` of a dict by a str or number, of an ASCII str by a small int.
#[inline(always)]
pub fn get_item(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32, key: u32) -> bool {
    let object = hot.reg(rb(insn));
    if object & 3 != 0 || !is_simple_key(mem, key) {
        return false;
    }
    let word = match mem.load(object) as u8 {
        kind::DICT => match dict::lookup(cx, Ref(object), Value(key)) {
            Ok(Lookup::At(entry)) => dict::value_at(cx, Ref(object), entry).0,
            _ => return false,
        },
        kind::STR if key & 1 != 0 => match char_at(mem, object, key as i32 >> 1) {
            Some(word) => word,
            None => return false,
        },
        _ => return false,
    };
    inc(mem, word);
    drop_temps(hot, mem, cx, insn);
    set(hot, mem, cx, a(insn), word);
    true
}

/// A character of an ASCII str: an object in ROM.
#[inline(always)]
fn char_at(mem: Mem, object: u32, index: i32) -> Option<u32> {
    if mem.load(object) & FLAG1 == 0 {
        return None;
    }
    let len = mem.field(object, 2);
    let at = if index < 0 { (index as u32).wrapping_add(len) } else { index as u32 };
    if at >= len {
        return None;
    }
    Some(statics::char_str(mem.byte(object + TEXT + at)).0)
}

/// `SetItem` of a dict by a str or number.
#[inline(always)]
pub fn set_item(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32, key: u32) -> bool {
    let object = hot.reg(rb(insn));
    let value = hot.reg(ra(insn));
    if !is_kind(mem, object, kind::DICT) || !is_simple_key(mem, key) || value == 0 {
        return false;
    }
    inc(mem, value);
    match dict::set(cx, Ref(object), Value(key), Value(value)) {
        Ok(Done::Yes) => {}
        _ => {
            // The slow path does it again and tells what is wrong.
            dec(mem, cx, value);
            return false;
        }
    }
    const TEMP_A: u32 = 0x8000;
    if insn & TEMP_A != 0 {
        crate::hot::set(hot, mem, cx, ra(insn), 0);
    }
    drop_temps(hot, mem, cx, insn);
    true
}

/// Containment of a simple key in a dict or set.
#[inline(always)]
pub fn contains(hot: &Hot, mem: Mem, cx: &mut Cx, insn: u32) -> Option<bool> {
    let (item, container) = (hot.reg(rb(insn)), hot.reg(rc(insn)));
    if container & 3 != 0 || !is_simple_key(mem, item) {
        return None;
    }
    let found = match mem.load(container) as u8 {
        kind::DICT => dict::lookup(cx, Ref(container), Value(item)),
        kind::SET | kind::FROZENSET => set::lookup(cx, Ref(container), Value(item)),
        kind::STR if is_kind(mem, item, kind::STR) => {
            let (text, part) = (str::bytes(cx, Ref(container)), str::bytes(cx, Ref(item)));
            return Some(str::search::find(text, part).is_some());
        }
        _ => return None,
    };
    match found {
        Ok(Lookup::At(_)) => Some(true),
        Ok(Lookup::Missing) => Some(false),
        _ => None,
    }
}

/// Have two strings the same text?
#[inline(never)]
pub fn same_text(cx: &Cx, lhs: u32, rhs: u32) -> bool {
    str::equal(cx, Ref(lhs), Ref(rhs))
}

/// `ListAppend`.
#[inline(always)]
pub fn append(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let target = hot.reg(a(insn));
    let value = hot.reg(rb(insn));
    if !is_kind(mem, target, kind::LIST) || value == 0 {
        return false;
    }
    inc(mem, value);
    if list::push(cx, Ref(target), Value(value)).is_err() {
        dec(mem, cx, value);
        return false;
    }
    drop_temp_b(hot, mem, cx, insn);
    true
}

/// `BuildTuple`: the values move into the tuple.
#[inline(always)]
pub fn build_tuple(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let from = mem.offset(hot.fp) + b(insn) * 4;
    let Ok(made) = tuple::from_owned(cx, mem.values(from, c(insn))) else { return false };
    for register in b(insn)..b(insn) + c(insn) {
        hot.put(register, 0);
    }
    crate::hot::set(hot, mem, cx, a(insn), made.0);
    true
}

/// `BuildList`: the values move into the list.
#[inline(always)]
pub fn build_list(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let from = mem.offset(hot.fp) + b(insn) * 4;
    let Ok(made) = list::from_owned(cx, mem.values(from, c(insn))) else { return false };
    for register in b(insn)..b(insn) + c(insn) {
        hot.put(register, 0);
    }
    crate::hot::set(hot, mem, cx, a(insn), made.0);
    true
}
