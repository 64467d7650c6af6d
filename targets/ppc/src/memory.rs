//! The memory of the machine: ROM where it was linked, the arena behind it, images where they lie.
//!
//! ```text
//!  ROM ... | programs | arena                | scratch        | stack |
//!  ^ base             ^ base + ARENA_OFFSET  ^ arena end              ^ end of memory
//! ```
//!
//! The arena begins at the same offset as on every other machine, unless what is linked reaches beyond.
//!
//! Not here: what is in the arena (crate `heap`).

use crate::programs::Programs;
use crate::start;
use threadsnake_runtime::loader::{Memory, Resident};
use threadsnake_runtime::rom::ROM;
use threadsnake_runtime::{ARENA_OFFSET, Space};

/// Both ends of the arena are aligned to this.
const ALIGN: usize = 8;
/// Most files of which it is remembered that they were linked.
const FILES_MOST: u32 = 64;

/// The arena and what is left behind it.
pub struct Layout {
    /// Offset of the arena's first byte.
    pub start: u32,
    /// Offset of the first byte behind it.
    pub end: u32,
    /// Address of the first byte of scratch.
    pub scratch_start: usize,
    /// Address of the first byte behind it.
    pub scratch_end: usize,
}

fn base() -> *mut u8 {
    ROM.0.as_ptr().cast_mut().cast()
}

impl Layout {
    /// An arena of so many bytes, or of what the board has.
    pub fn new(arena_bytes: u32) -> Layout {
        let base = base() as usize;
        let linked = start::image_end().saturating_sub(base).next_multiple_of(ALIGN);
        let start = (ARENA_OFFSET as usize).max(linked);
        let room = start::stack_bottom().saturating_sub(base + start);
        let bytes = (arena_bytes as usize).min(room) & !(ALIGN - 1);
        let end = start + bytes;
        let scratch_start = base + end;
        Layout {
            start: start as u32,
            end: end as u32,
            scratch_start,
            scratch_end: start::stack_bottom(),
        }
    }

    /// The memory as the heap sees it; for one machine.
    pub fn space(&self) -> Space {
        // SAFETY: ROM lies at the base; from `start` to `end` there is memory of the board that nothing linked
        // reaches into, and scratch and stack lie behind it. This is called once.
        unsafe { Space::new(base(), self.start, self.end) }
    }
}

/// Images in the block of programs.
pub struct BlockMemory {
    programs: Programs,
    /// Files whose image was handed out, a bit each.
    linked: u64,
}

impl BlockMemory {
    /// The block's.
    pub fn new(programs: Programs) -> BlockMemory {
        BlockMemory { programs, linked: 0 }
    }
}

impl Memory for BlockMemory {
    fn image_room(&mut self, _words: u32) -> Option<(u32, &mut [u32])> {
        None
    }

    fn resident(&mut self, name: &[u8]) -> Option<Resident<'_>> {
        let (number, file) = self.programs.find_file(name)?;
        let content = self.programs.content(file);
        if !threadsnake_runtime::load::is_image(content) || number >= FILES_MOST {
            return None;
        }
        let (first, words) = self.programs.image(file);
        if self.linked & 1 << number != 0 {
            // SAFETY: the words lie in the block, and whoever changed them is done.
            return Some(Resident::Linked(unsafe { core::slice::from_raw_parts(first, words) }));
        }
        self.linked |= 1 << number;
        let offset = (first as usize).wrapping_sub(base() as usize) as u32;
        // SAFETY: the words lie in the block, and are handed out for writing this once.
        let image = unsafe { core::slice::from_raw_parts_mut(first, words) };
        Some(Resident::Fresh(offset, image))
    }
}
