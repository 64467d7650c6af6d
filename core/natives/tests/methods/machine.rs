//! A context over plain memory with names, types and one-character strings in its ROM.

use threadsnake_heap::header::{FLAG1, FLAG2, IMMORTAL};
use threadsnake_heap::{Heap, Ref, Space, Value, kind};
use threadsnake_natives::ROWS;
use threadsnake_objects::cx::{Cx, RomInfo};
use threadsnake_objects::exception::slot;
use threadsnake_objects::{class, instance, names, statics, str, types};
use threadsnake_platform::null::NullPlatform;

const TEXT: u32 = IMMORTAL | FLAG1 | FLAG2 | kind::STR as u32;
/// Bytes for the name of a type.
const NAME_BYTES: u32 = 48;

fn write_text(space: &mut Space, at: Ref, text: &[u8]) {
    space.store(at.0, TEXT);
    space.set_word(at, str::HASH, str::hash_bytes(text));
    space.set_word(at, str::LENGTH, text.len() as u32);
    space.bytes_mut(at.0 + 12, text.len() as u32).copy_from_slice(text);
}

fn write_rom(space: &mut Space, prelude: Ref) {
    space.store(0, IMMORTAL | u32::from(kind::DUMMY));
    for index in 0..types::COUNT {
        let class = types::by_index(index);
        let row = types::ROWS[index as usize];
        let name = Ref(statics::END + index * NAME_BYTES);
        write_text(space, name, row.name.as_bytes());
        let layout = statics::layout_of_type(class);
        space.store(class.0, IMMORTAL | u32::from(kind::CLASS));
        space.set_word(class, class::word::NAME, name.0);
        space.set_word(class, class::word::LAYOUT, layout.0);
        space.set_word(class, class::word::FLAGS, row.flags << 1 | 1);
        space.store(layout.0, IMMORTAL | u32::from(kind::LAYOUT));
        space.set_word(layout, instance::layout::CLASS, class.0);
        let slots = if row.flags & class::flag::EXCEPTION != 0 { slot::COUNT } else { 0 };
        space.set_word(
            layout,
            instance::layout::COUNTS,
            (slots | slots << 8 | slots << 16) << 1 | 1,
        );
    }
    for (index, name) in names::TEXTS.iter().enumerate() {
        write_text(space, names::by_index(index).unwrap(), name.as_bytes());
    }
    for c in 0..128u8 {
        write_text(space, statics::char_str(c).as_ref(), &[c]);
    }
    space.store(statics::EMPTY_TUPLE.0, IMMORTAL | u32::from(kind::TUPLE));
    space.store(statics::EMPTY_BYTES.0, IMMORTAL | u32::from(kind::BYTES));
    // Entry points of the prelude are their numbers: enough to see which one was asked for.
    for index in 0..threadsnake_objects::prelude::NAMES.len() as u32 {
        space.set_word(prelude, 1 + index, Value::small(index as i32).0);
    }
}

/// Runs a test with a context whose arena has so many bytes.
pub fn with(bytes: u32, test: impl FnOnce(&mut Cx)) {
    let prelude = Ref(statics::END + types::COUNT * NAME_BYTES);
    let start =
        (prelude.0 + 4 + threadsnake_objects::prelude::NAMES.len() as u32 * 4).next_multiple_of(8);
    let mut memory = vec![0u64; ((start + bytes) / 8) as usize];
    let base = memory.as_mut_ptr().cast::<u8>();
    // SAFETY: the memory outlives the context, which alone uses it.
    let mut space = unsafe { Space::new(base, 0, start + bytes) };
    write_rom(&mut space, prelude);
    space.start = start;
    let rom =
        RomInfo { len: start, names: Ref::NIL, prelude, builtins: Ref::NIL, modules: Ref::NIL };
    let mut platform = NullPlatform;
    let mut cx = Cx::new(Heap::new(space, 0, 0), &mut platform, ROWS, rom);
    test(&mut cx);
}
