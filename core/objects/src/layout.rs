//! Layouts of instances: making them, adding names, learning how many slots to reserve.
//!
//! Not here: reading and writing attributes through a layout (instance.rs).

use crate::class;
use crate::cx::Cx;
use crate::instance::{counts, layout};
use threadsnake_heap::view::LAYOUT_LINK;
use threadsnake_heap::{OutOfMemory, Ref, Value, header, kind};

/// Largest number of inline slots; the count has 8 bits.
pub const INLINE_MAX: u32 = 250;

/// Packs the counts of a layout; `link` is `LAYOUT_LINK` or 0.
const fn pack(used: u32, inline: u32, hidden: u32, link: u32) -> Value {
    Value::small((used | inline << 8 | hidden << 16 | link) as i32)
}

/// `LAYOUT_LINK` when instances have a word for the finalizer queue, else 0.
#[inline(always)]
pub fn link(cx: &Cx, object: Ref) -> u32 {
    cx.heap.space.word(object, layout::COUNTS) >> 1 & LAYOUT_LINK
}

/// Makes a layout of a class. The first `hidden` names are hidden slots; a hidden slot without a name is
/// given as unbound.
pub fn new(
    cx: &mut Cx,
    class: Ref,
    names: &[Value],
    hidden: u32,
    inline: u32,
) -> Result<Ref, OutOfMemory> {
    cx.cache.forget_dead(&mut cx.heap);
    let used = names.len() as u32;
    let block = if used == 0 { Ref::NIL } else { new_names(cx, used)? };
    for (at, &name) in names.iter().enumerate() {
        cx.heap.inc(name);
        cx.heap.space.set_word(block, 1 + at as u32, name.0);
    }
    let object = match cx.heap.alloc(4) {
        Ok(object) => object,
        Err(error) => {
            cx.heap.release_block(block);
            return Err(error);
        }
    };
    cx.heap.space.store(object.0, header::fresh(kind::LAYOUT));
    cx.heap.space.set_word(object, layout::CLASS, class.0);
    cx.heap.space.set_word(object, layout::NAMES, block.0);
    let inline = inline.max(used).min(INLINE_MAX);
    cx.heap.space.set_word(
        object,
        layout::COUNTS,
        pack(used, inline, hidden, wanted_link(cx, class)).0,
    );
    cx.heap.inc_ref(class);
    Ok(object)
}

/// Instances of a class with `__del__` need the word.
fn wanted_link(cx: &Cx, class: Ref) -> u32 {
    if class::flags(cx, class) & class::flag::DEL != 0 { LAYOUT_LINK } else { 0 }
}

/// A layout of a class for instances that exist with another one: as many words as `old` gives them.
pub fn like(
    cx: &mut Cx,
    class: Ref,
    names: &[Value],
    hidden: u32,
    inline: u32,
    old: Ref,
) -> Result<Ref, OutOfMemory> {
    let link = link(cx, old);
    let object = new(cx, class, names, hidden, inline)?;
    cx.heap.space.set_word(
        object,
        layout::COUNTS,
        pack(names.len() as u32, inline, hidden, link).0,
    );
    Ok(object)
}

fn new_names(cx: &mut Cx, room: u32) -> Result<Ref, OutOfMemory> {
    let block = cx.heap.alloc(1 + room)?;
    cx.heap.space.store(block.0, header::block(kind::VALUES, 1 + room));
    cx.heap.space.clear_words(block.0 + 4, room);
    Ok(block)
}

/// Adds a name at the end of a layout.
pub fn add_name(cx: &mut Cx, object: Ref, name: Value) -> Result<(), OutOfMemory> {
    let (used, inline, hidden) = counts(cx, object);
    let old = Ref(cx.heap.space.word(object, layout::NAMES));
    let room = if old.is_nil() { 0 } else { cx.heap.size_words(old) - 1 };
    if used == room {
        let block = new_names(cx, grown(used, inline))?;
        cx.heap.space.copy_words(old.0 + 4, block.0 + 4, used);
        if !old.is_nil() {
            cx.heap.free(old, 1 + room);
        }
        cx.heap.space.set_word(object, layout::NAMES, block.0);
    }
    let names = Ref(cx.heap.space.word(object, layout::NAMES));
    let link = link(cx, object);
    cx.heap.inc(name);
    cx.heap.space.set_word(names, 1 + used, name.0);
    cx.heap.space.set_word(object, layout::COUNTS, pack(used + 1, inline, hidden, link).0);
    Ok(())
}

/// Room for names when `used` are there: what instances reserve anyway, else a little more.
fn grown(used: u32, inline: u32) -> u32 {
    if used < inline { inline } else { used + 1 + used / 4 }
}

/// Notes that an instance needed `slots` slots: later instances of the class get them inline. Nothing
/// happens when there is no memory for it.
pub fn learn(cx: &mut Cx, object: Ref, slots: u32) {
    let owner = Ref(cx.heap.space.word(object, layout::CLASS));
    let (used, _, hidden) = counts(cx, object);
    let is_rom = owner.0 < cx.rom.len;
    if is_rom || cx.heap.space.word(owner, class::word::LAYOUT) != object.0 || slots > INLINE_MAX {
        return;
    }
    let block = Ref(cx.heap.space.word(object, layout::NAMES));
    let mut names = [Value::UNBOUND; 64];
    let Some(names) = names.get_mut(..used as usize) else { return };
    for (at, name) in names.iter_mut().enumerate() {
        *name = cx.heap.space.value(block, 1 + at as u32);
    }
    if let Ok(wider) = new(cx, owner, names, hidden, slots) {
        cx.heap.space.set_word(owner, class::word::LAYOUT, wider.0);
        cx.heap.dec_ref(object);
    }
}
