//! Making room in hash tables: growing, shrinking, dropping deleted entries, changing form.
//!
//! A table that grows stays where it is when the memory behind its block is free; else its entries move
//! to a new block. Either way D5 holds: nothing has changed when there is no memory.
//!
//! Not here: how much room to make (tune.rs).

use super::entries::{
    HASHED, LIVE_SHIFT, LOG_FITTED, MIXED, PAIR, STATE, State, TABLE, Table, WIDTH_SHIFT, hash_at,
    open,
};
use super::index::Index;
use super::tune::{LIVE_MAX, Tuning};
use crate::cx::Cx;
use threadsnake_heap::{OutOfMemory, Ref, Space, Value, WORD, header, kind};
use threadsnake_platform::event;

/// Makes room for one more entry, dropping deleted ones.
#[cold]
#[inline(never)]
pub(super) fn make_room<const UNIT: u32>(
    cx: &mut Cx,
    owner: Ref,
    table: &Table,
    hashed: bool,
    tuning: &Tuning,
) -> Result<(), OutOfMemory> {
    let live = State::of(&cx.heap.space, owner).live();
    let holes = table.used - live;
    let same = hashed == (table.stride > UNIT) && table.used == table.room;
    // Moving entries pays for itself when it makes room for a quarter more.
    if same && holes > 0 && holes >= table.room / 4 && live >= table.room / 2 {
        compact::<UNIT>(cx, owner);
        return Ok(());
    }
    match rebuild::<UNIT>(cx, owner, tuning.grown(live), hashed, tuning) {
        Err(OutOfMemory) if same && holes > 0 => {
            compact::<UNIT>(cx, owner);
            Ok(())
        }
        other => other,
    }
}

/// Makes room for `room` entries in all, when that is more than there is.
pub fn reserve<const UNIT: u32>(
    cx: &mut Cx,
    owner: Ref,
    room: u32,
    tuning: &Tuning,
) -> Result<(), OutOfMemory> {
    let table = open::<UNIT>(&cx.heap.space, owner);
    if room <= table.room {
        return Ok(());
    }
    let hashed = State::of(&cx.heap.space, owner).is_hashed();
    rebuild::<UNIT>(cx, owner, room, hashed, tuning)
}

/// Moves the live entries to the front of their own table.
fn compact<const UNIT: u32>(cx: &mut Cx, owner: Ref) {
    let table = open::<UNIT>(&cx.heap.space, owner);
    let mut to = 0;
    for from in 0..table.used {
        if cx.heap.space.load(table.entry(from)) != 0 {
            cx.heap.space.copy_words(table.entry(from), table.entry(to), table.stride);
            to += 1;
        }
    }
    cx.charge(table.used);
    cx.heap.space.clear_words(table.entry(to), (table.used - to) * table.stride);
    set_used(cx, owner, &table, to);
    if let Some(index) = table.index {
        index.clear(&mut cx.heap.space);
        fill_index::<UNIT>(cx, &table, index, to);
    }
}

/// Notes how many entries are in use.
pub(super) fn set_used(cx: &mut Cx, owner: Ref, table: &Table, used: u32) {
    if table.index.is_some() {
        cx.heap.space.set_word(table.block, 1, (used * table.stride) << 1 | 1);
    } else {
        let state = State::of(&cx.heap.space, owner).with_shape(used);
        cx.heap.space.set_word(owner, STATE, state.0);
    }
}

fn fill_index<const UNIT: u32>(cx: &mut Cx, table: &Table, index: Index, used: u32) {
    for entry in 0..used {
        if cx.heap.space.load(table.entry(entry)) != 0 {
            let bits = hash_at::<UNIT>(cx, table, entry);
            index.insert(&mut cx.heap.space, bits, entry);
        }
    }
}

/// Gives the table room for `room` entries, at least as many as are live.
fn rebuild<const UNIT: u32>(
    cx: &mut Cx,
    owner: Ref,
    room: u32,
    hashed: bool,
    tuning: &Tuning,
) -> Result<(), OutOfMemory> {
    if room > LIVE_MAX {
        return Err(OutOfMemory);
    }
    event!("table: room for {=u32} entries of {=u32} words", room, UNIT);
    let stride = UNIT + u32::from(hashed);
    let words = u32::try_from(tuning.table_words(room, stride)).map_err(|_| OutOfMemory)?;
    let old = open::<UNIT>(&cx.heap.space, owner);
    if !old.block.is_nil() && old.stride == stride && room > old.used {
        let old_words = cx.heap.space.load(old.block.0) >> header::SIZE_SHIFT;
        if words > old_words && cx.heap.grow_in_place(old.block, old_words, words) {
            spread::<UNIT>(cx, owner, &old, words, room, tuning);
            return Ok(());
        }
    }
    move_table::<UNIT>(cx, owner, &old, words, room, hashed, tuning)
}

/// Makes use of a block that has just grown: entries in use stay, the index is made anew.
fn spread<const UNIT: u32>(
    cx: &mut Cx,
    owner: Ref,
    old: &Table,
    words: u32,
    room: u32,
    tuning: &Tuning,
) {
    let first = old.block.0 + if tuning.has_index(room) { 2 * WORD } else { WORD };
    let in_use = old.used * old.stride;
    if first != old.first {
        cx.heap.space.copy_words(old.first, first, in_use);
    }
    let shape = write_frame(&mut cx.heap.space, old.block, words, room, tuning);
    let state = State::of(&cx.heap.space, owner).with_shape(shape);
    cx.heap.space.set_word(owner, STATE, state.0);
    let new = open::<UNIT>(&cx.heap.space, owner);
    match new.index {
        Some(index) => fill_index::<UNIT>(cx, &new, index, old.used),
        None => cx.heap.space.clear_words(first + in_use * WORD, words - 1 - in_use),
    }
    set_used(cx, owner, &new, old.used);
}

/// Moves the live entries to a new table.
fn move_table<const UNIT: u32>(
    cx: &mut Cx,
    owner: Ref,
    old: &Table,
    words: u32,
    room: u32,
    hashed: bool,
    tuning: &Tuning,
) -> Result<(), OutOfMemory> {
    let block = cx.heap.alloc(words)?;
    let shape = write_frame(&mut cx.heap.space, block, words, room, tuning);
    if !tuning.has_index(room) {
        cx.heap.space.clear_words(block.0 + WORD, words - 1);
    }
    let state = State::of(&cx.heap.space, owner);
    cx.heap.space.set_word(owner, TABLE, block.0);
    let flags = state.0 & (MIXED | 1) | if hashed { HASHED } else { 0 };
    let fresh = State(flags | state.live() << LIVE_SHIFT).with_shape(shape);
    cx.heap.space.set_word(owner, STATE, fresh.0);
    let new = open::<UNIT>(&cx.heap.space, owner);
    move_entries::<UNIT>(cx, owner, old, &new);
    if !old.block.is_nil() {
        let old_words = cx.heap.space.load(old.block.0) >> header::SIZE_SHIFT;
        cx.heap.free(old.block, old_words);
    }
    Ok(())
}

/// Writes what is around the entries of a table: header and an empty index. The answer is the shape for
/// the state word.
fn write_frame(space: &mut Space, block: Ref, words: u32, room: u32, tuning: &Tuning) -> u32 {
    if !tuning.has_index(room) {
        space.store(block.0, header::block(kind::VALUES, words));
        return 0;
    }
    let slots = tuning.slots(room);
    space.store(block.0, header::block(kind::TABLE, words));
    space.set_word(block, 1, 1);
    let at = block.0 + words.wrapping_sub(slots.words() as u32) * WORD;
    Index::new(at, slots).clear(space);
    if slots.fitted {
        space.set_word(block, words - 1, slots.count);
        return LOG_FITTED | slots.width_log << WIDTH_SHIFT;
    }
    slots.count.trailing_zeros() | slots.width_log << WIDTH_SHIFT
}

/// Moves all live entries from one table to an empty one.
fn move_entries<const UNIT: u32>(cx: &mut Cx, owner: Ref, old: &Table, new: &Table) {
    let mut to = 0;
    for from in 0..old.used {
        let at = old.entry(from);
        let key = cx.heap.space.load(at);
        if key == 0 {
            continue;
        }
        let place = new.entry(to);
        cx.heap.space.store(place, key);
        if UNIT == PAIR {
            let value = cx.heap.space.load(at + WORD);
            cx.heap.space.store(place + WORD, value);
        }
        if new.stride > UNIT || new.index.is_some() {
            let bits = hash_at::<UNIT>(cx, old, from);
            if new.stride > UNIT {
                cx.heap.space.store(place + UNIT * WORD, bits << 1 | 1);
            }
            if let Some(index) = new.index {
                index.insert(&mut cx.heap.space, bits, to);
            }
        }
        to += 1;
    }
    cx.charge(old.used);
    set_used(cx, owner, new, to);
}

/// Copies all live entries of one owner into another, empty one, with room for exactly those. On failure
/// the target stays empty.
pub fn copy<const UNIT: u32>(
    cx: &mut Cx,
    from: Ref,
    to: Ref,
    tuning: &Tuning,
) -> Result<(), OutOfMemory> {
    let state = State::of(&cx.heap.space, from);
    if state.live() == 0 {
        return Ok(());
    }
    let hashed = state.is_hashed();
    rebuild::<UNIT>(cx, to, state.live(), hashed, tuning)?;
    let target =
        State(State::of(&cx.heap.space, to).0 | state.0 & MIXED | state.live() << LIVE_SHIFT);
    cx.heap.space.set_word(to, STATE, target.0);
    let (old, new) = (open::<UNIT>(&cx.heap.space, from), open::<UNIT>(&cx.heap.space, to));
    if old.used == state.live() {
        copy_dense::<UNIT>(cx, to, &old, &new);
    } else {
        move_entries::<UNIT>(cx, to, &old, &new);
    }
    for entry in 0..state.live() {
        let at = new.entry(entry);
        cx.heap.inc(Value(cx.heap.space.load(at)));
        if UNIT == PAIR {
            cx.heap.inc(Value(cx.heap.space.load(at + WORD)));
        }
    }
    Ok(())
}

/// Copies entries without deleted ones among them; they keep their numbers, so an index of the same kind
/// can be copied, too.
fn copy_dense<const UNIT: u32>(cx: &mut Cx, owner: Ref, old: &Table, new: &Table) {
    cx.heap.space.copy_words(old.first, new.first, old.used * old.stride);
    match (old.index, new.index) {
        (Some(from), Some(to)) if from.is_like(to) => {
            cx.heap.space.copy_words(from.at, to.at, to.words());
        }
        (_, Some(to)) => fill_index::<UNIT>(cx, new, to, old.used),
        (_, None) => {}
    }
    cx.charge(old.used);
    set_used(cx, owner, new, old.used);
}

/// Cuts a table that has much more room than live entries to what those need. Without memory for it the
/// table stays as it is.
pub fn trim<const UNIT: u32>(cx: &mut Cx, owner: Ref, tuning: &Tuning) {
    let table = open::<UNIT>(&cx.heap.space, owner);
    let live = State::of(&cx.heap.space, owner).live();
    if live == 0 {
        super::entries::clear(cx, owner);
    } else if live + live / 4 < table.room {
        let words = tuning.table_words(live, table.stride);
        let hashed = table.stride > UNIT;
        if let Ok(words) = u32::try_from(words) {
            let _ = move_table::<UNIT>(cx, owner, &table, words, live, hashed, tuning);
        }
    }
}
