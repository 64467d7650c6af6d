//! Hot access: globals, attributes of instances, items of lists and tuples, loops over them.
//!
//! Not here: any lookup that is not remembered in the cache (ops/attribute.rs, ops/name.rs).

use crate::hot::*;
use crate::resume;
use crate::window::{Hot, Mem};
use threadsnake_heap::{Ref, header, kind};
use threadsnake_objects::cx::Cx;
use threadsnake_objects::instance::extra;
use threadsnake_objects::{attr, class, dict, names, types};

/// What the cache remembers of a pair, as a word; 0 when that is nothing.
#[inline(always)]
pub fn cached(mem: Mem, cx: &Cx, holder: u32, name: u32) -> u32 {
    let entry = cx.cache.entry(holder, name);
    if mem.load(entry) == holder && mem.field(entry, 1) == name {
        return mem.field(entry, 2);
    }
    cached_beside(mem, cx, holder, name)
}

/// The same for a pair in its second place. That takes longer, so it is counted (`Cache::tend`).
#[cold]
#[inline(never)]
fn cached_beside(mem: Mem, cx: &Cx, holder: u32, name: u32) -> u32 {
    let entry = cx.cache.second_entry(holder, name);
    if mem.load(entry) != holder || mem.field(entry, 1) != name {
        return 0;
    }
    let count = cx.cache.found_beside();
    mem.store(count, mem.load(count).wrapping_add(1));
    mem.field(entry, 2)
}

/// Where a dict has the value of a name, from a hint that `dict::hint` made; 0 when it is no longer right.
/// The table must have the form it had then, or a value could pass for a key, or the index for an entry.
#[inline(always)]
fn hinted_place(mem: Mem, dict: u32, what: u32, name: u32) -> u32 {
    let table = mem.field(dict, dict::entries::TABLE);
    let head = mem.load(table);
    let form = if what & dict::HINT_INDEXED != 0 { kind::TABLE } else { kind::VALUES };
    if head as u8 != form || mem.field(dict, dict::entries::STATE) & dict::STATE_HASHED != 0 {
        return 0;
    }
    let in_use = if form == kind::TABLE { 2 + (mem.field(table, 1) >> 1) } else { head >> 8 };
    let at = what >> dict::HINT_SHIFT;
    if at >= in_use || mem.load(table + (at - 1) * 4) != name {
        return 0;
    }
    table + at * 4
}

/// `LoadGlobal`: what is remembered is the word of the value in the dict's table, or a builtin.
#[inline(always)]
pub fn load_global(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let function = hot.behind(2);
    let globals = mem.field(function, 2);
    let name = hot.konst(x(insn));
    let what = cached(mem, cx, globals, name);
    if what == 0 {
        return false;
    }
    let word = if what & 1 != 0 {
        let place = hinted_place(mem, globals, what, name);
        if place == 0 {
            return false;
        }
        let word = mem.load(place);
        inc(mem, word);
        word
    } else {
        what
    };
    set(hot, mem, cx, a(insn), word);
    true
}

/// What a plain instance has under a name: its own attribute, or a plain value of its class. 0 when that is not
/// remembered.
#[inline(always)]
fn own_attr(mem: Mem, cx: &Cx, object: u32, name: u32) -> u32 {
    let what = cached(mem, cx, mem.field(object, 1), name);
    if what & 1 != 0 {
        mem.field(object, 2 + (what >> 1))
    } else if what != 0 && mem.load(what) as u8 == kind::CLASS {
        // The attribute is the class's, which keeps it in its dict.
        class_value(mem, cx, what, name)
    } else {
        0
    }
}

/// Makes the result of an instruction of something that has its owner already; 0 is no result.
#[inline(always)]
fn give(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32, word: u32) -> bool {
    if word == 0 {
        return false;
    }
    inc(mem, word);
    drop_temp_b(hot, mem, cx, insn);
    set(hot, mem, cx, a(insn), word);
    true
}

/// `GetAttr` of an instance's own slot that is remembered in the first place: the case that must be short. Nothing
/// is called on the way to the value, so that no machine register has to be saved.
#[inline(always)]
pub fn get_slot(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let object = hot.reg(rb(insn));
    let name = hot.konst(c(insn));
    if !is_kind(mem, object, kind::INSTANCE) {
        return false;
    }
    let layout = mem.field(object, 1);
    let entry = cx.cache.entry(layout, name);
    let what = mem.field(entry, 2);
    if mem.load(entry) != layout || mem.field(entry, 1) != name || what & 1 == 0 {
        return false;
    }
    let word = mem.field(object, 2 + (what >> 1));
    give(hot, mem, cx, insn, word)
}

/// `GetAttr` of an instance's slot, of what its class has, or of a class.
#[inline(always)]
pub fn get_attr(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let object = hot.reg(rb(insn));
    let name = hot.konst(c(insn));
    if !is_kind(mem, object, kind::INSTANCE) {
        return get_other_attr(hot, mem, cx, insn, object, name);
    }
    let word = own_attr(mem, cx, object, name);
    give(hot, mem, cx, insn, word)
}

/// Where a class's own dict has the value of a name, when that is remembered; 0 when it is not.
#[inline(always)]
fn class_place(mem: Mem, cx: &Cx, class: u32, name: u32) -> u32 {
    let what = cached(mem, cx, class | CLASS_ITSELF, name);
    if what & 1 == 0 {
        return 0;
    }
    hinted_place(mem, mem.field(class, class::word::DICT), what, name)
}

/// Is this a value that a class hands out and takes as it is: no method, no descriptor?
#[inline(always)]
fn is_plain_value(mem: Mem, word: u32) -> bool {
    word & 3 != 0 || (word != 0 && mem.load(word) as u8 <= kind::CELL)
}

/// A plain value that a class has itself; 0 when that is not remembered.
#[inline(always)]
fn class_value(mem: Mem, cx: &Cx, class: u32, name: u32) -> u32 {
    let place = class_place(mem, cx, class, name);
    if place == 0 {
        return 0;
    }
    let word = mem.load(place);
    if is_plain_value(mem, word) { word } else { 0 }
}

/// Where an instance with an attribute block has an attribute that is set, when that is remembered; 0 when
/// it is not.
fn extra_place(mem: Mem, cx: &Cx, object: u32, name: u32) -> u32 {
    let block = mem.field(object, 1);
    if mem.field(block, extra::DICT) != 0 {
        return 0;
    }
    let layout = mem.field(block, extra::LAYOUT);
    let what = cached(mem, cx, layout | IN_EXTRA, name);
    let word = extra::SLOTS + (what >> 1);
    if what & 1 == 0 || word >= mem.load(block) >> header::SIZE_SHIFT {
        return 0;
    }
    block + word * 4
}

/// What an object that is no plain instance has under a name: an instance's attribute in its block, a
/// class's own plain value or function. 0 when that is not remembered.
#[inline(never)]
fn other_attr(mem: Mem, cx: &Cx, object: u32, name: u32) -> u32 {
    if object & 3 != 0 {
        return 0;
    }
    match mem.load(object) as u8 {
        kind::CLASS => {
            let word = class_value(mem, cx, object, name);
            if word != 0 {
                return word;
            }
            class_function(mem, cx, object, name)
        }
        kind::INSTANCE_X => match extra_place(mem, cx, object, name) {
            0 => 0,
            place => mem.load(place),
        },
        kind::MODULE => module_value(mem, cx, object, name),
        _ => 0,
    }
}

/// `GetAttr` of anything but a plain instance.
#[inline(always)]
fn get_other_attr(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32, object: u32, name: u32) -> bool {
    let word = other_attr(mem, cx, object, name);
    give(hot, mem, cx, insn, word)
}

/// The function that a class has under a name, its bases included; 0 when that is not remembered, or this is no
/// class.
#[inline(always)]
pub fn class_function(mem: Mem, cx: &Cx, object: u32, name: u32) -> u32 {
    if !is_kind(mem, object, kind::CLASS) {
        return 0;
    }
    let what = cached(mem, cx, object | CLASS_ITSELF, name);
    if what & 3 == 0 { what } else { 0 }
}

/// Marks a module's members in ROM in the cache.
pub const ROM_MEMBERS: u32 = 2;

/// What a module has under a name; 0 when that is not remembered. What it has in ROM counts as long as it has nothing
/// of its own but its name.
pub fn module_value(mem: Mem, cx: &Cx, module: u32, name: u32) -> u32 {
    let members = mem.field(module, attr::MODULE_DICT);
    let in_rom = mem.field(module, attr::MODULE_ROM);
    if in_rom != 0 && dict::len(cx, Ref(members)) == 1 {
        return cached(mem, cx, in_rom | ROM_MEMBERS, name);
    }
    let what = cached(mem, cx, members, name);
    let place = if what & 1 != 0 { hinted_place(mem, members, what, name) } else { 0 };
    if place == 0 { 0 } else { mem.load(place) }
}

/// `SetAttr` of an instance's own slot, set before or the next in order.
#[inline(always)]
pub fn set_attr(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let object = hot.reg(rb(insn));
    let name = hot.konst(a(insn));
    if !is_kind(mem, object, kind::INSTANCE) {
        return set_other_attr(hot, mem, cx, insn, object, name);
    }
    let layout = mem.field(object, 1);
    let what = cached(mem, cx, layout, name);
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

/// Where the value lies that `SetAttr` of anything but a plain instance replaces: an attribute in an
/// instance's block, or a class's plain value by another one. 0 when that is not remembered.
#[inline(never)]
fn other_place(mem: Mem, cx: &Cx, object: u32, name: u32, value: u32) -> u32 {
    if object & 3 != 0 {
        return 0;
    }
    match mem.load(object) as u8 {
        kind::CLASS if is_plain_value(mem, value) => {
            let place = class_place(mem, cx, object, name);
            if place != 0 && is_plain_value(mem, mem.load(place)) { place } else { 0 }
        }
        kind::INSTANCE_X if value != 0 => {
            let place = extra_place(mem, cx, object, name);
            if place != 0 && mem.load(place) != 0 { place } else { 0 }
        }
        _ => 0,
    }
}

/// `SetAttr` of anything but a plain instance.
#[inline(always)]
fn set_other_attr(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32, object: u32, name: u32) -> bool {
    let place = other_place(mem, cx, object, name, hot.reg(rc(insn)));
    if place == 0 {
        return false;
    }
    let word = take_c(hot, mem, insn);
    let old = mem.load(place);
    mem.store(place, word);
    dec(mem, cx, old);
    drop_temp_b(hot, mem, cx, insn);
    true
}

/// L3: attributes are first set in slot order.
#[inline(always)]
fn later_slots_empty(mem: Mem, layout: u32, object: u32, slot: u32) -> bool {
    let used = mem.field(layout, 3) >> 1 & 0xff;
    let inline = mem.field(layout, 3) >> 9 & 0xff;
    let end = used.min(inline);
    let mut later = slot + 1;
    while later < end {
        if mem.field(object, 2 + later) != 0 {
            return false;
        }
        later += 1;
    }
    true
}

/// The class of each kind whose methods may be remembered under the class itself; 0 for other kinds.
static CLASS_OF_KIND: [u32; 256] = {
    let mut classes = [0; 256];
    let kinds = [
        kind::STR,
        kind::LIST,
        kind::DICT,
        kind::TUPLE,
        kind::SET,
        kind::FROZENSET,
        kind::BYTES,
        kind::BYTEARRAY,
        kind::INT,
        kind::BIGINT,
        kind::FLOAT,
        kind::RANGE,
    ];
    let mut at = 0;
    while at < kinds.len() {
        classes[kinds[at] as usize] = types::of_kind(kinds[at]).0;
        at += 1;
    }
    classes
};

/// Under which holder the methods of an instance with an attribute block are remembered; 0 when its `__dict__`
/// may hide them.
#[inline(always)]
fn extra_holder(mem: Mem, object: u32) -> u32 {
    let block = mem.field(object, 1);
    let is_plain = mem.field(block, extra::DICT) == 0;
    if is_plain { mem.field(block, extra::LAYOUT) | IN_EXTRA } else { 0 }
}

/// The method that is remembered for an object and a name; 0 when there is none.
#[inline(always)]
pub fn method(mem: Mem, cx: &Cx, object: u32, name: u32) -> u32 {
    if object & 3 != 0 {
        return 0;
    }
    let object_kind = mem.load(object) as u8;
    let holder = match object_kind {
        kind::INSTANCE => mem.field(object, 1),
        kind::INSTANCE_X => extra_holder(mem, object),
        kind::GENERATOR if !resume::is_typed(mem, object) => types::GENERATOR.0,
        other => CLASS_OF_KIND[other as usize],
    };
    let what = cached(mem, cx, holder, name);
    if what & 1 == 0 && mem.load(what) as u8 != kind::CLASS { what } else { 0 }
}

/// The `__new__` that is remembered for a builtin class; 0 when it is not.
#[inline(always)]
pub fn new_of(mem: Mem, cx: &Cx, class: u32) -> u32 {
    cached(mem, cx, class | CLASS_CALLED, names::NEW.0)
}

/// What is remembered of calling a class: its `__init__`, how many arguments that stores in order when it does nothing
/// else (small int), or None when it has none to run; 0 when nothing is.
#[inline(always)]
pub fn init_of(mem: Mem, cx: &Cx, class: u32) -> u32 {
    cached(mem, cx, class | CLASS_CALLED, names::INIT.0)
}

/// Marks a holder in the cache as a class that is called.
pub const CLASS_CALLED: u32 = 2;
/// Marks a holder in the cache as the class object itself, not its instances.
pub const CLASS_ITSELF: u32 = 1;
/// Marks a class or a layout in the cache as the holder of a property or of a static or class method.
pub const WRAPPED: u32 = 3;
/// Marks a layout in the cache as that of instances with an attribute block.
pub const IN_EXTRA: u32 = 1;

/// `LoadMethod` of a remembered method.
#[inline(always)]
pub fn load_method(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let object = hot.reg(rb(insn));
    let name = hot.konst(c(insn));
    let function = method(mem, cx, object, name);
    if function == 0 {
        let function = class_function(mem, cx, object, name);
        if function == 0 {
            return false;
        }
        inc(mem, function);
        drop_temp_b(hot, mem, cx, insn);
        hot.put(a(insn), function);
        hot.put(a(insn) + 2, 0);
        return true;
    }
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
        kind::LIST => (mem.field(sequence, 1) >> 1, mem.field(sequence, 2) + 4),
        kind::TUPLE => (mem.field(sequence, 1), sequence + 8),
        _ => return None,
    };
    let at = if index < 0 { (index as u32).wrapping_add(len) } else { index as u32 };
    (at < len).then(|| first + at * 4)
}

/// Where a list has the item of a small int that is not negative; 0 when it has none. Both words are small ints, and
/// a negative one is larger than any length.
#[inline(always)]
fn list_place(mem: Mem, list: u32, index: u32) -> u32 {
    if index >= mem.field(list, 1) {
        return 0;
    }
    mem.field(list, 2).wrapping_add(index * 2 + 2)
}

/// `GetItem` of a list, the case that must be short.
#[inline(always)]
pub fn get_list_item(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let (list, key) = (hot.reg(rb(insn)), hot.reg(rc(insn)));
    if key & 1 == 0 || !is_kind(mem, list, kind::LIST) {
        return false;
    }
    let place = list_place(mem, list, key);
    if place == 0 {
        return false;
    }
    let word = mem.load(place);
    inc(mem, word);
    if insn & TEMP_C != 0 {
        hot.put(rc(insn), 0);
    }
    drop_temp_b(hot, mem, cx, insn);
    set(hot, mem, cx, a(insn), word);
    true
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
    if insn & TEMP_C != 0 {
        hot.put(rc(insn), 0);
    }
    drop_temp_b(hot, mem, cx, insn);
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
    let mut place = list_place(mem, list, key);
    if place == 0 {
        let Some(from_end) = item_place(mem, list, key as i32 >> 1) else { return false };
        place = from_end;
    }
    let word = take_a(hot, mem, insn);
    let old = mem.load(place);
    mem.store(place, word);
    if insn & TEMP_C != 0 {
        hot.put(rc(insn), 0);
    }
    dec(mem, cx, old);
    drop_temp_b(hot, mem, cx, insn);
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
            let (start, stop) = (mem.field(source, 1), mem.field(source, 2));
            let step = mem.field(source, 3);
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
    let place = if is_kind(mem, source, kind::LIST) {
        list_place(mem, source, index)
    } else {
        item_place(mem, source, index as i32 >> 1).unwrap_or(0)
    };
    match place {
        1.. => {
            let word = mem.load(place);
            inc(mem, word);
            hot.put(base + 1, index.wrapping_add(2));
            set(hot, mem, cx, a(insn), word);
            Some(true)
        }
        0 if is_kind(mem, source, kind::LIST) || is_kind(mem, source, kind::TUPLE) => {
            hot.put(base + 1, 0);
            set(hot, mem, cx, base, 0);
            Some(false)
        }
        0 => None,
    }
}
