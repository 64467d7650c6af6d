//! A context over plain memory with as much ROM as containers ask for.

use threadsnake_heap::header::{FLAG1, FLAG2, IMMORTAL};
use threadsnake_heap::{Heap, Ref, Space, Value, kind};
use threadsnake_objects::cx::{Cx, RomInfo};
use threadsnake_objects::dict::tune::Tuning;
use threadsnake_objects::exception::slot;
use threadsnake_objects::{class, instance, names, statics, str, types};
use threadsnake_platform::null::NullPlatform;

/// The tunings of all profiles that differ, and some that no profile has.
pub const TUNINGS: &[Tuning] = &[
    Tuning { min_size: 1, load: (4, 5), growth: (5, 4), scan_max: 8, fit: false },
    Tuning { min_size: 8, load: (2, 3), growth: (4, 1), scan_max: 0, fit: false },
    Tuning { min_size: 1, load: (4, 5), growth: (5, 4), scan_max: 20, fit: false },
    Tuning { min_size: 4, load: (2, 3), growth: (2, 1), scan_max: 8, fit: false },
    Tuning { min_size: 1, load: (9, 10), growth: (9, 8), scan_max: 0, fit: true },
    Tuning { min_size: 1, load: (4, 5), growth: (3, 2), scan_max: 0, fit: false },
    Tuning { min_size: 64, load: (1, 4), growth: (4, 1), scan_max: 64, fit: true },
];

fn write_rom(space: &mut Space) {
    space.store(0, IMMORTAL | u32::from(kind::DUMMY));
    for index in 0..types::COUNT {
        let class = types::by_index(index);
        let layout = statics::layout_of_type(class);
        let flags = types::ROWS[index as usize].flags;
        space.store(class.0, IMMORTAL | u32::from(kind::CLASS));
        space.set_word(class, class::word::NAME, names::EMPTY.0);
        space.set_word(class, class::word::LAYOUT, layout.0);
        space.set_word(class, class::word::FLAGS, flags << 1 | 1);
        space.store(layout.0, IMMORTAL | u32::from(kind::LAYOUT));
        space.set_word(layout, instance::layout::CLASS, class.0);
        let slots = if flags & class::flag::EXCEPTION != 0 { slot::COUNT } else { 0 };
        let counts = slots | slots << 8 | slots << 16;
        space.set_word(layout, instance::layout::COUNTS, counts << 1 | 1);
    }
    let text = IMMORTAL | FLAG1 | FLAG2 | u32::from(kind::STR);
    for (index, name) in names::TEXTS.iter().enumerate() {
        let at = names::by_index(index).unwrap();
        write_text(space, at, text, name.as_bytes());
    }
    for c in 0..128u8 {
        write_text(space, statics::char_str(c).as_ref(), text, &[c]);
    }
    space.store(statics::EMPTY_TUPLE.0, IMMORTAL | u32::from(kind::TUPLE));
    space.store(statics::EMPTY_BYTES.0, IMMORTAL | u32::from(kind::BYTES));
}

fn write_text(space: &mut Space, at: Ref, header: u32, text: &[u8]) {
    space.store(at.0, header);
    space.set_word(at, str::HASH, str::hash_bytes(text));
    space.set_word(at, str::LENGTH, text.len() as u32);
    space.bytes_mut(at.0 + 12, text.len() as u32).copy_from_slice(text);
}

/// Runs a test with a context whose arena has so many bytes.
pub fn with(bytes: u32, test: impl FnOnce(&mut Cx)) {
    let start = statics::END.next_multiple_of(8);
    let mut memory = vec![0u64; ((start + bytes) / 8) as usize];
    let base = memory.as_mut_ptr().cast::<u8>();
    // SAFETY: the memory outlives the context, which alone uses it.
    let mut space = unsafe { Space::new(base, 0, start + bytes) };
    write_rom(&mut space);
    space.start = start;
    let rom = RomInfo {
        len: start,
        names: Ref::NIL,
        prelude: Ref::NIL,
        builtins: Ref::NIL,
        modules: Ref::NIL,
    };
    let mut platform = NullPlatform;
    let mut cx = Cx::new(Heap::new(space, 0, 0), &mut platform, &[], rom);
    test(&mut cx);
}

/// Runs a test, after which nothing may be left in the arena.
pub fn with_nothing_left(bytes: u32, test: impl FnOnce(&mut Cx)) {
    with(bytes, |cx| {
        test(cx);
        let raised = cx.take_raised();
        cx.heap.dec(raised);
        assert_eq!(cx.heap.alloc.live, 0, "bytes left");
    });
}

/// Checks counts and structure; `roots` are the references the test holds.
#[track_caller]
pub fn check(cx: &mut Cx, roots: &[Value]) {
    let found = cx.heap.check_all(&mut |visit| roots.iter().for_each(|&root| visit(root)));
    assert_eq!(found, Ok(()));
}

/// A str, not interned.
pub fn text(cx: &mut Cx, text: &str) -> Value {
    str::new(cx, text.as_bytes()).unwrap()
}

/// A float.
pub fn float(cx: &mut Cx, number: f64) -> Value {
    let object = cx.heap.alloc(3).unwrap();
    cx.heap.space.store(object.0, u32::from(kind::FLOAT));
    cx.heap.space.set_double(object, 1, number);
    object.value()
}

/// A small generator of numbers that all machines agree on.
pub struct Random(pub u32);

impl Random {
    /// A number below `end`.
    pub fn below(&mut self, end: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        ((u64::from(self.0 >> 4) * u64::from(end)) >> 28) as u32
    }
}
