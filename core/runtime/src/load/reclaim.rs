//! Images in the arena that nobody needs any more: what `exec`, `eval` and the prompt leave behind.
//!
//! Everything in an image is immortal, so no count says that it may go. Every so many images the heap is
//! asked which of them nothing refers to: no object, no register, nothing in the context. Those are given
//! back, with the names that only they held.
//!
//! Not here: finding them (heap/cycle/images.rs).

use crate::loader::Loader;
use threadsnake_compiler::Bump;
use threadsnake_heap::cycle::Images;
use threadsnake_heap::{Value, WORD};
use threadsnake_objects::cx::Cx;
use threadsnake_objects::intern;

/// Images that are placed between two searches: half of what one search judges, so that it keeps up.
const INTERVAL: u32 = Images::MOST as u32 / 2;

/// Searches when it is time to. Scratch holds a copy of the registers meanwhile; without room for it the
/// images stay.
pub fn when_due(loader: &Loader, cx: &mut Cx, bump: &Bump) {
    let placed = loader.counters().images;
    if placed.wrapping_sub(loader.searched_at.get()) >= INTERVAL {
        loader.searched_at.set(placed);
        now(loader, cx, bump);
    }
}

/// Gives back the images that nobody needs; false when there were none.
pub fn now(loader: &Loader, cx: &mut Cx, bump: &Bump) -> bool {
    if loader.is_pinned.get() {
        return false;
    }
    let start = cx.heap.space.start;
    let words = (cx.heap.heap_start() - start) / WORD;
    let Ok(registers) = bump.try_alloc_slice_fill_copy(words as usize, Value::UNBOUND) else {
        return false;
    };
    registers.copy_from_slice(cx.heap.space.values(start, words));
    let held = [
        cx.raised,
        cx.handled,
        cx.modules,
        cx.sys,
        cx.spare_error,
        cx.tail.callee,
        cx.tail.star,
        cx.tail.keywords,
    ];
    let arguments = cx.tail.args;
    let names = cx.intern.block();
    let mut roots = |visit: &mut dyn FnMut(Value)| {
        held.iter().chain(&arguments).chain(&*registers).for_each(|&value| visit(value));
    };
    let images = cx.heap.judge_images(names, &mut roots);
    let mut found = false;
    for image in images.unused() {
        found = true;
        let end = image.0 + cx.heap.size_words(image) * WORD;
        intern::forget(cx, image.0, end);
        cx.heap.free_image(image);
    }
    if found {
        cx.cache.flush(&mut cx.heap);
    }
    found
}
