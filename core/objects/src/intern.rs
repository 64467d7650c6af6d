//! Interned strings: one object per spelling, so that names are compared by identity.
//!
//! Names in ROM are found through ROM's own table; all others through a table in the arena, open
//! addressed, whose entries hold a reference. Strings that nobody else refers to any more leave it when
//! it is full, before it grows.
//!
//! Not here: the hash of a string (str.rs).

use crate::cx::Cx;
use crate::statics;
use threadsnake_heap::header::{self, FLAG2, IMMORTAL};
use threadsnake_heap::{OutOfMemory, Ref, Value, kind};

/// The table of interned strings outside ROM.
#[derive(Clone, Copy, Default)]
pub struct Intern {
    block: u32,
    slots: u32,
    used: u32,
}

const FIRST_SLOTS: u32 = 8;

impl Intern {
    /// The block of the table, for reports.
    pub fn block(&self) -> Ref {
        Ref(self.block)
    }
}

/// The interned string with these bytes, if there is one. The hash is that of `str::hash_bytes`.
pub fn find(cx: &Cx, bytes: &[u8], hash: u32) -> Option<Value> {
    if let [c] = bytes
        && c.is_ascii()
    {
        return Some(statics::char_str(*c));
    }
    if bytes.is_empty() {
        return Some(crate::names::EMPTY);
    }
    find_in_rom(cx, bytes, hash).or_else(|| find_in_table(cx, bytes, hash))
}

fn find_in_rom(cx: &Cx, bytes: &[u8], hash: u32) -> Option<Value> {
    let table = cx.rom.names;
    if table.is_nil() {
        return None;
    }
    let slots = ((cx.heap.space.load(table.0) >> 8) - 1) * 2;
    // Two word numbers to a word of the table, the first in its low half.
    let entry = |slot: u32| {
        let pair = cx.heap.space.load(table.0 + 4 + (slot >> 1) * 4);
        (pair >> (16 * (slot & 1)) & 0xffff) * 4
    };
    probe(cx, slots, bytes, hash, entry).ok()
}

fn find_in_table(cx: &Cx, bytes: &[u8], hash: u32) -> Option<Value> {
    if cx.intern.slots == 0 {
        return None;
    }
    probe(cx, cx.intern.slots, bytes, hash, |slot| in_arena(cx, slot)).ok()
}

/// A slot of the table in the arena.
fn in_arena(cx: &Cx, slot: u32) -> u32 {
    cx.heap.space.load(cx.intern.block + 4 + slot * 4)
}

/// Looks a string up in a table of `slots` entries; the error is the empty slot where it belongs.
fn probe(
    cx: &Cx,
    slots: u32,
    bytes: &[u8],
    hash: u32,
    entry: impl Fn(u32) -> u32,
) -> Result<Value, u32> {
    let mut slot = hash & (slots - 1);
    for _ in 0..slots {
        let value = entry(slot);
        if value == 0 {
            return Err(slot);
        }
        if crate::str::bytes(cx, Ref(value)) == bytes {
            return Ok(Value(value));
        }
        slot = (slot + 1) & (slots - 1);
    }
    Err(0)
}

/// The interned string equal to `text`, which becomes it when there is none. The result is owned.
pub fn intern(cx: &mut Cx, text: Value) -> Result<Value, OutOfMemory> {
    let Some(object) = cx.as_kind(text, kind::STR) else { return Ok(cx.heap.share(text)) };
    if cx.heap.space.load(object.0) & FLAG2 != 0 {
        return Ok(cx.heap.share(text));
    }
    let hash = crate::str::hash(cx, object);
    if let Some(found) = find(cx, crate::str::bytes(cx, object), hash) {
        return Ok(cx.heap.share(found));
    }
    insert(cx, object, hash)?;
    Ok(cx.heap.share(text))
}

/// The interned string with these bytes, made when there is none. The result is owned.
pub fn intern_bytes(cx: &mut Cx, bytes: &[u8]) -> Result<Value, OutOfMemory> {
    let hash = crate::str::hash_bytes(bytes);
    if let Some(found) = find(cx, bytes, hash) {
        return Ok(cx.heap.share(found));
    }
    let text = crate::str::new(cx, bytes)?;
    let result = intern(cx, text);
    cx.heap.dec(text);
    result
}

/// Puts a string into the table, whose spelling is not there yet. The table holds a reference to it.
pub fn insert(cx: &mut Cx, object: Ref, hash: u32) -> Result<(), OutOfMemory> {
    if (cx.intern.used + 1) * 4 > cx.intern.slots * 3 {
        purge(cx);
        if (cx.intern.used + 1) * 4 > cx.intern.slots * 3 {
            grow(cx)?;
        }
    }
    let first = cx.intern.block + 4;
    if let Err(slot) =
        probe(cx, cx.intern.slots, crate::str::bytes(cx, object), hash, |slot| in_arena(cx, slot))
    {
        cx.heap.space.store(first + slot * 4, object.0);
        cx.intern.used += 1;
        cx.heap.inc_ref(object);
        let word = cx.heap.space.load(object.0);
        if word & IMMORTAL == 0 {
            cx.heap.space.store(object.0, word | FLAG2);
        }
    }
    Ok(())
}

fn new_block(cx: &mut Cx, slots: u32) -> Result<Ref, OutOfMemory> {
    let block = cx.heap.alloc(1 + slots)?;
    cx.heap.space.store(block.0, header::block(kind::VALUES, 1 + slots));
    cx.heap.space.clear_words(block.0 + 4, slots);
    Ok(block)
}

fn grow(cx: &mut Cx) -> Result<(), OutOfMemory> {
    let old = cx.intern;
    let slots = (old.slots * 2).max(FIRST_SLOTS);
    let block = new_block(cx, slots)?;
    cx.intern.block = block.0;
    cx.intern.slots = slots;
    for slot in 0..old.slots {
        let value = cx.heap.space.load(old.block + 4 + slot * 4);
        if value != 0 {
            place(cx, value);
        }
    }
    if old.block != 0 {
        cx.heap.free(Ref(old.block), 1 + old.slots);
    }
    Ok(())
}

/// Puts a reference that the table owns already into a free slot.
fn place(cx: &mut Cx, value: u32) {
    let hash = crate::str::hash(cx, Ref(value));
    let first = cx.intern.block + 4;
    let slots = cx.intern.slots;
    let mut slot = hash & (slots - 1);
    while cx.heap.space.load(first + slot * 4) != 0 {
        slot = (slot + 1) & (slots - 1);
    }
    cx.heap.space.store(first + slot * 4, value);
}

/// Lets strings go that only the table refers to.
pub fn purge(cx: &mut Cx) {
    let slots = cx.intern.slots;
    let first = cx.intern.block + 4;
    let mut slot = 0;
    while slot < slots {
        let value = cx.heap.space.load(first + slot * 4);
        if value != 0 && cx.heap.is_unique(Ref(value)) {
            remove(cx, slot);
        } else {
            slot += 1;
        }
    }
}

/// Lets the strings go that lie between two offsets: an image that is given up.
pub fn forget(cx: &mut Cx, start: u32, end: u32) {
    let first = cx.intern.block + 4;
    let mut slot = 0;
    while slot < cx.intern.slots {
        let value = cx.heap.space.load(first + slot * 4);
        if value != 0 && value >= start && value < end {
            remove(cx, slot);
        } else {
            slot += 1;
        }
    }
}

/// Empties a slot and moves those behind it that would no longer be found.
fn remove(cx: &mut Cx, slot: u32) {
    let (first, slots) = (cx.intern.block + 4, cx.intern.slots);
    let gone = cx.heap.space.load(first + slot * 4);
    cx.heap.space.store(first + slot * 4, 0);
    cx.intern.used -= 1;
    let mut next = (slot + 1) & (slots - 1);
    loop {
        let value = cx.heap.space.load(first + next * 4);
        if value == 0 {
            break;
        }
        cx.heap.space.store(first + next * 4, 0);
        place(cx, value);
        next = (next + 1) & (slots - 1);
    }
    cx.heap.dec_ref(Ref(gone));
}
