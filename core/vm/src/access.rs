//! Hot access: globals, attributes of instances, items of lists and tuples, loops over them.
//!
//! Not here: any lookup that is not remembered in the cache (ops/attribute.rs, ops/name.rs).

use crate::hot::*;
use crate::window::{Hot, Mem};
use threadsnake_heap::kind;
use threadsnake_objects::cx::Cx;

/// What the cache remembers of a pair, as a word.
#[inline(always)]
fn cached(mem: Mem, cx: &Cx, holder: u32, name: u32) -> Option<u32> {
    let entry = cx.cache.entry(holder, name);
    if mem.load(entry) == holder && mem.load(entry + 4) == name {
        Some(mem.load(entry + 8))
    } else {
        None
    }
}

/// `LoadGlobal`: what is remembered is the word of the value in the dict's table, or a builtin.
#[inline(always)]
pub fn load_global(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let function = hot.behind(2);
    let globals = mem.load(function + 8);
    let name = hot.konst(x(insn));
    let Some(what) = cached(mem, cx, globals, name) else { return false };
    let word = if what & 1 != 0 {
        let table = mem.load(globals + 8);
        let at = what >> 1;
        if at >= mem.load(table) >> 8 || mem.load(table + (at - 1) * 4) != name {
            return false;
        }
        let word = mem.load(table + at * 4);
        inc(mem, word);
        word
    } else {
        what
    };
    set(hot, mem, cx, a(insn), word);
    true
}

/// `GetAttr` of an instance's own slot.
#[inline(always)]
pub fn get_attr(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let object = hot.reg(rb(insn));
    if !is_kind(mem, object, kind::INSTANCE) {
        return false;
    }
    let name = hot.konst(c(insn));
    let Some(what) = cached(mem, cx, mem.load(object + 4), name) else { return false };
    if what & 1 == 0 {
        return false;
    }
    let word = mem.load(object + 8 + (what >> 1) * 4);
    if word == 0 {
        return false;
    }
    inc(mem, word);
    drop_temp_b(hot, mem, cx, insn);
    set(hot, mem, cx, a(insn), word);
    true
}

/// `SetAttr` of an instance's own slot, set before or the next in order.
#[inline(always)]
pub fn set_attr(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let object = hot.reg(rb(insn));
    if !is_kind(mem, object, kind::INSTANCE) {
        return false;
    }
    let name = hot.konst(a(insn));
    let layout = mem.load(object + 4);
    let Some(what) = cached(mem, cx, layout, name) else { return false };
    if what & 1 == 0 {
        return false;
    }
    let place = object + 8 + (what >> 1) * 4;
    let old = mem.load(place);
    if old == 0 && !later_slots_empty(mem, layout, object, what >> 1) {
        return false;
    }
    let word = take_c(hot, mem, insn);
    mem.store(place, word);
    dec(mem, cx, old);
    drop_temp_b(hot, mem, cx, insn);
    true
}

/// L3: attributes are first set in slot order.
#[inline(always)]
fn later_slots_empty(mem: Mem, layout: u32, object: u32, slot: u32) -> bool {
    let used = mem.load(layout + 12) >> 1 & 0xff;
    let inline = mem.load(layout + 12) >> 9 & 0xff;
    let end = used.min(inline);
    let mut later = slot + 1;
    while later < end {
        if mem.load(object + 8 + later * 4) != 0 {
            return false;
        }
        later += 1;
    }
    true
}

/// The method of an instance's class that is remembered for this name.
#[inline(always)]
pub fn method(mem: Mem, cx: &Cx, object: u32, name: u32) -> Option<u32> {
    if !is_kind(mem, object, kind::INSTANCE) {
        return None;
    }
    cached(mem, cx, mem.load(object + 4), name).filter(|what| what & 1 == 0)
}

/// `LoadMethod` of a remembered method.
#[inline(always)]
pub fn load_method(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let object = hot.reg(rb(insn));
    let Some(function) = method(mem, cx, object, hot.konst(c(insn))) else { return false };
    let receiver = take_b(hot, mem, insn);
    inc(mem, function);
    hot.put(a(insn), function);
    hot.put(a(insn) + 2, receiver);
    true
}

/// Address of an item of a list or tuple.
#[inline(always)]
fn item_place(mem: Mem, sequence: u32, index: i32) -> Option<u32> {
    if sequence & 3 != 0 {
        return None;
    }
    let (len, first) = match mem.load(sequence) as u8 {
        kind::LIST => (mem.load(sequence + 4) >> 1, mem.load(sequence + 8) + 4),
        kind::TUPLE => (mem.load(sequence + 4), sequence + 8),
        _ => return None,
    };
    let at = if index < 0 { (index as u32).wrapping_add(len) } else { index as u32 };
    (at < len).then(|| first + at * 4)
}

/// `GetItem` of a list or tuple by a small int.
#[inline(always)]
pub fn get_item(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let key = hot.reg(rc(insn));
    if key & 1 == 0 {
        return false;
    }
    let Some(place) = item_place(mem, hot.reg(rb(insn)), key as i32 >> 1) else { return false };
    let word = mem.load(place);
    inc(mem, word);
    drop_temps(hot, mem, cx, insn);
    set(hot, mem, cx, a(insn), word);
    true
}

/// `GetItemI` of a list or tuple.
#[inline(always)]
pub fn get_item_imm(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let Some(place) = item_place(mem, hot.reg(rb(insn)), imm(insn)) else { return false };
    let word = mem.load(place);
    inc(mem, word);
    drop_temp_b(hot, mem, cx, insn);
    set(hot, mem, cx, a(insn), word);
    true
}

/// `SetItem` of a list by a small int.
#[inline(always)]
pub fn set_item(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let key = hot.reg(rc(insn));
    let list = hot.reg(rb(insn));
    if key & 1 == 0 || !is_kind(mem, list, kind::LIST) {
        return false;
    }
    let Some(place) = item_place(mem, list, key as i32 >> 1) else { return false };
    let word = take_a(hot, mem, insn);
    let old = mem.load(place);
    mem.store(place, word);
    dec(mem, cx, old);
    drop_temps(hot, mem, cx, insn);
    true
}

/// `IterPrep` over a list, a tuple or a range of small ints in steps of 1: no iterator is made.
#[inline(always)]
pub fn iter_prep(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let source = hot.reg(rb(insn));
    if source & 3 != 0 {
        return false;
    }
    match mem.load(source) as u8 {
        kind::LIST | kind::TUPLE => {
            let word = take_b(hot, mem, insn);
            set(hot, mem, cx, a(insn), word);
            set(hot, mem, cx, a(insn) + 1, 1);
            true
        }
        kind::RANGE => {
            let (start, stop) = (mem.load(source + 4), mem.load(source + 8));
            let step = mem.load(source + 12);
            if start & stop & 1 == 0 || step != 3 {
                return false;
            }
            drop_temp_b(hot, mem, cx, insn);
            set(hot, mem, cx, a(insn), stop);
            set(hot, mem, cx, a(insn) + 1, start);
            true
        }
        _ => false,
    }
}

/// The next item of an iteration that needs no iterator object.
#[inline(always)]
pub fn for_iter(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> Option<bool> {
    let base = b(insn);
    let index = hot.reg(base + 1);
    if index & 1 == 0 {
        return None;
    }
    let source = hot.reg(base);
    if source & 1 != 0 {
        if (index as i32) < source as i32 {
            hot.put(base + 1, index.wrapping_add(2));
            set(hot, mem, cx, a(insn), index);
            return Some(true);
        }
        hot.put(base, 0);
        hot.put(base + 1, 0);
        return Some(false);
    }
    match item_place(mem, source, index as i32 >> 1) {
        Some(place) => {
            let word = mem.load(place);
            inc(mem, word);
            hot.put(base + 1, index.wrapping_add(2));
            set(hot, mem, cx, a(insn), word);
            Some(true)
        }
        None if is_kind(mem, source, kind::LIST) || is_kind(mem, source, kind::TUPLE) => {
            hot.put(base + 1, 0);
            set(hot, mem, cx, base, 0);
            Some(false)
        }
        None => None,
    }
}
