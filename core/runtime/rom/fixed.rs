//! What has its place by a table of `objects`: types, names, statics.
//!
//! Not here: the tables (crate `objects`), methods of the types (tables.rs).

use crate::blob::{Blob, Built};
use threadsnake_heap::{Ref, Value, header, kind};
use threadsnake_objects::class::{flag, word};
use threadsnake_objects::exception::{hidden_slots, slot};
use threadsnake_objects::{instance, names, statics, types};

/// Types whose objects change while they are alive and compare by content.
const UNHASHABLE: [Ref; 4] = [types::LIST, types::DICT, types::SET, types::BYTEARRAY];

/// Writes everything with a fixed place. Method tables of the types come later.
pub fn put(blob: &mut Blob) -> Built<()> {
    blob.put(0, &[header::IMMORTAL | u32::from(kind::DUMMY), 0]);
    for (index, &text) in names::TEXTS.iter().enumerate() {
        if names::TEXTS[..index].contains(&text) {
            return Err(format!("the name {text:?} stands twice in names.rs"));
        }
        let place = names::by_index(index).ok_or("a name without a place")?;
        blob.put_text(place.0, text);
    }
    put_statics(blob);
    for index in 0..types::COUNT {
        put_type(blob, index)?;
    }
    put_layouts(blob);
    Ok(())
}

fn put_statics(blob: &mut Blob) {
    blob.put(statics::EMPTY_TUPLE.0, &[header::IMMORTAL | u32::from(kind::TUPLE), 0]);
    blob.put(statics::EMPTY_BYTES.0, &[header::IMMORTAL | u32::from(kind::BYTES), 0, 0]);
    for c in 0..statics::CHAR_COUNT as u8 {
        let text = char::from(c).to_string();
        blob.put_text(statics::char_str(c).0, &text);
    }
}

fn row(class: Ref) -> Built<&'static types::TypeRow> {
    types::TypeRow::of(class).ok_or_else(|| format!("no type at {}", class.0))
}

/// All classes behind a type in its method resolution order: builtin types but one have one base each.
fn mro_tail(class: Ref) -> Built<Vec<u32>> {
    let mut tail = Vec::new();
    let mut base = row(class)?.base;
    if class == types::EXCEPTION_GROUP {
        tail.push(base.0);
        base = types::EXCEPTION;
    }
    while !base.is_nil() {
        tail.push(base.0);
        base = row(base)?.base;
    }
    Ok(tail)
}

fn put_type(blob: &mut Blob, index: u32) -> Built<()> {
    let class = types::by_index(index);
    let row = row(class)?;
    let tail = mro_tail(class)?;
    let mut flags = row.flags;
    if UNHASHABLE.contains(&class) {
        flags |= flag::UNHASHABLE;
    }
    let mut words = [0; word::COUNT as usize];
    let mut set = |index: u32, value: u32| words[index as usize] = value;
    set(0, header::IMMORTAL | u32::from(kind::CLASS));
    set(word::NAME, blob.text(row.name));
    let bases = if class == types::EXCEPTION_GROUP { 2 } else { 1 };
    set(word::BASES, blob.tuple(tail.get(..bases).unwrap_or(&[])));
    set(word::MRO, blob.tuple(&tail));
    set(word::LAYOUT, statics::layout_of_type(class).0);
    set(word::FLAGS, Value::small(flags as i32).0);
    set(word::MODULE, names::BUILTINS_MODULE.0);
    blob.put(class.0, &words);
    Ok(())
}

fn put_layouts(blob: &mut Blob) {
    // Hidden slots have no names; all exceptions share the block that says so.
    let unnamed = blob.values(&[0; slot::ATTRIBUTE_COUNT as usize]);
    for index in 0..types::COUNT {
        let class = types::by_index(index);
        let is_exception = types::ROWS[index as usize].flags & flag::EXCEPTION != 0;
        let (slots, names) = if is_exception { (hidden_slots(class), unnamed) } else { (0, 0) };
        let counts = slots | slots << 8 | slots << 16;
        let mut words = [0; (statics::LAYOUT_BYTES / 4) as usize];
        words[0] = header::IMMORTAL | u32::from(kind::LAYOUT);
        words[instance::layout::CLASS as usize] = class.0;
        words[instance::layout::NAMES as usize] = names;
        words[instance::layout::COUNTS as usize] = Value::small(counts as i32).0;
        blob.put(statics::layout_of_type(class).0, &words);
    }
}
