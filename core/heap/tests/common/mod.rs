//! A heap over plain memory, and the few objects the tests are made of.
#![allow(dead_code, reason = "each suite uses its part")]

use threadsnake_heap::header::{self, FLAG1, IMMORTAL};
use threadsnake_heap::{Heap, OutOfMemory, Ref, Space, Value, WORD, kind};

/// Offset of the arena: a little ROM lies before it.
pub const START: u32 = 64;
/// ROM code object of functions with two captures.
const CODE: u32 = 16;

/// Memory and the heap in it.
pub struct Machine {
    pub heap: Heap,
    memory: *mut [u64],
}

impl Drop for Machine {
    fn drop(&mut self) {
        // SAFETY: made by `Box::into_raw` below; the heap is not used any more.
        drop(unsafe { Box::from_raw(self.memory) });
    }
}

impl Machine {
    /// A heap of `bytes` bytes with a reserve.
    pub fn with_reserve(bytes: u32, reserve: u32) -> Machine {
        Machine::with_window(bytes, 0, reserve)
    }

    /// A heap of `bytes` bytes, of which some are a register window and some a reserve.
    pub fn with_window(bytes: u32, window: u32, reserve: u32) -> Machine {
        let memory = Box::into_raw(vec![0u64; ((START + bytes) / 8) as usize].into_boxed_slice());
        let base = memory.cast::<u8>();
        // SAFETY: the memory lives as long as the machine, which owns it.
        let mut space = unsafe { Space::new(base, 0, START + bytes) };
        space.store(0, IMMORTAL | u32::from(kind::DUMMY));
        space.store(CODE, IMMORTAL | u32::from(kind::CODE));
        space.store(CODE + 8, 2 << 24);
        space.start = START;
        Machine { heap: Heap::new(space, window, reserve), memory }
    }

    /// A heap of `bytes` bytes.
    pub fn new(bytes: u32) -> Machine {
        Machine::with_reserve(bytes, 0)
    }
}

/// Panics with what is wrong, if anything is.
#[track_caller]
pub fn check(heap: &mut Heap) {
    assert_eq!(heap.check(), Ok(()));
}

/// The same, with the counts; `roots` are the references held here.
#[track_caller]
pub fn check_all(heap: &mut Heap, roots: &[Value]) {
    assert_eq!(heap.check_all(&mut |visit| roots.iter().for_each(|&root| visit(root))), Ok(()));
}

fn fill(heap: &mut Heap, object: Ref, header: u32, words: &[u32]) {
    heap.space.store(object.0, header);
    for (index, &word) in words.iter().enumerate() {
        heap.space.set_word(object, 1 + index as u32, word);
    }
}

/// A tuple; takes over the items.
pub fn tuple(heap: &mut Heap, items: &[Value]) -> Result<Ref, OutOfMemory> {
    let object = heap.alloc(2 + items.len() as u32)?;
    heap.space.store(object.0, header::fresh(kind::TUPLE));
    heap.space.set_word(object, 1, items.len() as u32);
    for (index, &item) in items.iter().enumerate() {
        heap.space.set_word(object, 2 + index as u32, item.0);
    }
    Ok(object)
}

/// A list; takes over the items.
pub fn list(heap: &mut Heap, items: &[Value]) -> Result<Ref, OutOfMemory> {
    let words = 1 + items.len() as u32;
    let block = if items.is_empty() { Ref::NIL } else { heap.alloc(words)? };
    if !block.is_nil() {
        heap.space.store(block.0, header::block(kind::VALUES, words));
        for (index, &item) in items.iter().enumerate() {
            heap.space.set_word(block, 1 + index as u32, item.0);
        }
    }
    match heap.alloc(3) {
        Ok(object) => {
            let len = Value::small(items.len() as i32);
            fill(heap, object, header::fresh(kind::LIST), &[len.0, block.0]);
            Ok(object)
        }
        Err(error) => {
            if !block.is_nil() {
                heap.free(block, words);
            }
            Err(error)
        }
    }
}

/// A cell; takes over the value.
pub fn cell(heap: &mut Heap, value: Value) -> Result<Ref, OutOfMemory> {
    let object = heap.alloc(2)?;
    fill(heap, object, header::fresh(kind::CELL), &[value.0]);
    Ok(object)
}

/// A float.
pub fn float(heap: &mut Heap, double: f64) -> Result<Ref, OutOfMemory> {
    let object = heap.alloc(3)?;
    heap.space.store(object.0, header::fresh(kind::FLOAT));
    heap.space.set_double(object, 1, double);
    Ok(object)
}

/// A string of so many bytes.
pub fn text(heap: &mut Heap, len: u32) -> Result<Ref, OutOfMemory> {
    let words = 3 + len.div_ceil(WORD);
    let object = heap.alloc(words)?;
    fill(heap, object, header::fresh(kind::STR) | FLAG1, &[0, len]);
    heap.space.bytes_mut(object.0 + 12, len).fill(b'x');
    Ok(object)
}

/// A function with two captures, which it takes over.
pub fn function(heap: &mut Heap, first: Value, second: Value) -> Result<Ref, OutOfMemory> {
    let object = heap.alloc(6)?;
    fill(heap, object, header::fresh(kind::FUNCTION), &[CODE, 0, 0, first.0, second.0]);
    Ok(object)
}

/// A layout with so many inline slots; takes over its class.
pub fn layout(heap: &mut Heap, class: Value, inline: u32) -> Result<Ref, OutOfMemory> {
    let object = heap.alloc(4)?;
    let counts = Value::small((inline << 8) as i32).0;
    fill(heap, object, header::fresh(kind::LAYOUT), &[class.0, 0, counts]);
    Ok(object)
}

/// An instance with its slots empty; the layout is borrowed.
pub fn instance(heap: &mut Heap, layout: Ref) -> Result<Ref, OutOfMemory> {
    let words = heap.instance_words(layout);
    let object = heap.alloc(words)?;
    heap.space.store(object.0, header::fresh(kind::INSTANCE));
    heap.space.set_word(object, 1, layout.0);
    heap.space.clear_words(object.0 + 8, words - 2);
    heap.inc_ref(layout);
    Ok(object)
}

/// An instance whose finalizer shall run; its last slot is for the queue.
pub fn finalizable(heap: &mut Heap, layout: Ref) -> Result<Ref, OutOfMemory> {
    let object = instance(heap, layout)?;
    let header = heap.space.load(object.0);
    heap.space.store(object.0, header | FLAG1);
    Ok(object)
}

/// An instance with an attribute block of so many slots; the layout is borrowed.
pub fn extended(heap: &mut Heap, layout: Ref, slots: u32) -> Result<Ref, OutOfMemory> {
    let block = heap.alloc(3 + slots)?;
    heap.space.store(block.0, header::block(kind::EXTRA, 3 + slots));
    heap.space.clear_words(block.0 + 4, 2 + slots);
    heap.space.set_word(block, 1, layout.0);
    heap.inc_ref(layout);
    let words = heap.instance_words(layout);
    match heap.alloc(words) {
        Ok(object) => {
            heap.space.store(object.0, header::fresh(kind::INSTANCE_X));
            heap.space.set_word(object, 1, block.0);
            heap.space.clear_words(object.0 + 8, words - 2);
            Ok(object)
        }
        Err(error) => {
            heap.release_block(block);
            Err(error)
        }
    }
}

/// A weak reference to an object; takes over the callback.
pub fn weak(heap: &mut Heap, target: Ref, callback: Value) -> Result<Ref, OutOfMemory> {
    let object = heap.alloc(5)?;
    fill(heap, object, header::fresh(kind::WEAKREF), &[0, callback.0, 0, 0]);
    heap.link_weak(object, target);
    Ok(object)
}

/// Puts a value into a slot of an instance or a word of any object; takes it over.
pub fn set(heap: &mut Heap, object: Ref, word: u32, value: Value) {
    let old = heap.space.value(object, word);
    heap.space.set_word(object, word, value.0);
    heap.dec(old);
}

/// A generator of numbers that looks random and is the same every time.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 32) as u32
    }

    /// A number below `end`.
    pub fn below(&mut self, end: u32) -> u32 {
        self.next() % end.max(1)
    }
}
