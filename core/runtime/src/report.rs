//! The footprint: what every byte of the arena was for.
//!
//! A report is a handful of numbers taken at one moment; making text of them is the host's.
//!
//! Not here: sending it elsewhere (report/wire.rs), counting (heap/stats.rs, the machine's and the loader's counters).

pub mod wire;

use crate::boot::Runtime;
use crate::rom;
use threadsnake_heap::kind::{self, KIND_COUNT, KINDS};
use threadsnake_heap::stats::Usage;
use threadsnake_objects::dict::entries::{PAIR, SINGLE, Table, open};

/// How full the tables of dicts or sets are.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Fill {
    /// Dicts or sets.
    pub owners: u32,
    /// Those without a table.
    pub empty: u32,
    /// Those whose table has an index.
    pub indexed: u32,
    /// Live entries.
    pub entries: u32,
    /// Entries there is room for.
    pub room: u32,
    /// Bytes of the tables.
    pub bytes: u32,
}

/// The footprint of a machine.
#[derive(Clone, Debug)]
pub struct Report {
    /// Memory the machine was given.
    pub arena_bytes: u32,
    /// Part of it that is the register window.
    pub window_bytes: u32,
    /// Part of it that is kept back for `MemoryError`.
    pub reserve_bytes: u32,
    /// Bytes in blocks when boot was done.
    pub boot_heap_bytes: u32,
    /// Bytes in blocks now.
    pub live_bytes: u32,
    /// Most bytes in blocks so far.
    pub peak_bytes: u32,
    /// Blocks handed out so far.
    pub allocations: u64,
    /// Times the arena was merged.
    pub merges: u32,
    /// Blocks by kind number.
    pub by_kind: [Usage; KIND_COUNT],
    /// Tables of dicts.
    pub dicts: Fill,
    /// Tables of sets and frozensets.
    pub sets: Fill,
    /// Most bytes of the window in use.
    pub window_peak_bytes: u32,
    /// Frames moved to the heap.
    pub spilled_frames: u64,
    /// Bytes moved with them.
    pub spilled_bytes: u64,
    /// Frames that came from the list of kept ones.
    pub frame_hits: u64,
    /// Frames that had to be allocated.
    pub frame_misses: u64,
    /// Bytes in kept frames.
    pub frame_held_bytes: u32,
    /// Bytes that could be handed out.
    pub free_bytes: u32,
    /// Bytes of the largest piece of them.
    pub largest_free_bytes: u32,
    /// Free memory outside the largest piece, in thousandths.
    pub fragmentation_per_mille: u32,
    /// Collections of cycles.
    pub collections: u32,
    /// Objects they found.
    pub collected_objects: u64,
    /// Instructions executed, in the unit of the machine's counter (back-edges and calls).
    pub executed: u64,
    /// Bytes of code images in the arena.
    pub image_arena_bytes: u32,
    /// Bytes of code images outside of it.
    pub image_rom_bytes: u32,
    /// Images loaded.
    pub images: u32,
    /// Most scratch a compilation took.
    pub scratch_peak_bytes: u32,
    /// Bytes of ROM.
    pub rom_bytes: u32,
}

impl Runtime<'_> {
    /// Takes the figures.
    pub fn report(&self) -> Report {
        let heap = &self.vm.cx.heap;
        let stats = heap.stats();
        let loaded = self.loader.counters();
        let counters = &self.vm.counters;
        Report {
            arena_bytes: self.arena_bytes,
            window_bytes: self.window_bytes,
            reserve_bytes: self.reserve_bytes,
            boot_heap_bytes: self.boot_heap_bytes,
            live_bytes: heap.alloc.live,
            peak_bytes: heap.alloc.peak,
            allocations: heap.alloc.allocations,
            merges: heap.alloc.merges,
            by_kind: stats.by_kind,
            dicts: self.fill_of(|number| number == kind::DICT),
            sets: self.fill_of(|number| matches!(number, kind::SET | kind::FROZENSET)),
            window_peak_bytes: counters.window_peak,
            spilled_frames: counters.spilled_frames,
            spilled_bytes: counters.spilled_bytes,
            frame_hits: heap.frames.hits,
            frame_misses: heap.frames.misses,
            frame_held_bytes: heap.frames.held_bytes,
            free_bytes: stats.free_bytes,
            largest_free_bytes: stats.largest_free_bytes,
            fragmentation_per_mille: stats.fragmentation_per_mille,
            collections: heap.cycle.collections,
            collected_objects: heap.cycle.freed_objects,
            executed: self.vm.executed(),
            image_arena_bytes: loaded.arena_bytes,
            image_rom_bytes: loaded.rom_bytes,
            images: loaded.images,
            scratch_peak_bytes: loaded.scratch_peak,
            rom_bytes: rom::INFO.len,
        }
    }

    /// Counts the tables of objects of some kinds.
    fn fill_of(&self, is_wanted: impl Fn(u8) -> bool) -> Fill {
        let heap = &self.vm.cx.heap;
        let mut fill = Fill::default();
        for (block, _) in heap.blocks() {
            let number = heap.kind(block);
            if is_wanted(number) {
                let table = if number == kind::DICT {
                    open::<PAIR>(&heap.space, block)
                } else {
                    open::<SINGLE>(&heap.space, block)
                };
                fill.add(
                    &table,
                    if table.block.is_nil() { 0 } else { heap.size_words(table.block) * 4 },
                );
            }
        }
        fill
    }
}

impl Fill {
    fn add(&mut self, table: &Table, bytes: u32) {
        self.owners += 1;
        self.empty += u32::from(table.block.is_nil());
        self.indexed += u32::from(table.index.is_some());
        self.entries += table.used;
        self.room += table.room;
        self.bytes += bytes;
    }

    /// Entries in use of those there is room for, in thousandths.
    pub fn per_mille(&self) -> u32 {
        const WHOLE: u64 = 1000;
        (u64::from(self.entries) * WHOLE).checked_div(u64::from(self.room)).unwrap_or(0) as u32
    }
}

impl Report {
    /// The kinds that occur, free memory left out: name, count, bytes.
    pub fn kinds(&self) -> impl Iterator<Item = (&'static str, Usage)> {
        let rows = KINDS.iter().zip(self.by_kind).enumerate();
        rows.filter(|(number, (_, usage))| *number != usize::from(kind::FREE) && usage.count > 0)
            .map(|(_, (row, usage))| (row.name, usage))
    }
}
