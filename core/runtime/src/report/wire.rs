//! A report as words, so that a machine without a screen can hand it to one that prints it.
//!
//! Numbers of 64 bits come first, as two words each, the high one in front; then the others. Both ends
//! are built from this file, so there is no version.
//!
//! Not here: how the words travel (a target).

use super::{Fill, Report};
use threadsnake_heap::kind::KIND_COUNT;
use threadsnake_heap::stats::Usage;

/// Numbers of 64 bits in a report.
const LONG_COUNT: usize = 7;
/// Numbers of 32 bits, tables left out.
const SHORT_COUNT: usize = 18;
/// Words of what a table of dicts or sets is described by.
const FILL_WORDS: usize = 6;
/// Words of a report.
pub const WORDS: usize = 2 * LONG_COUNT + SHORT_COUNT + 2 * FILL_WORDS + 2 * KIND_COUNT;

impl Report {
    /// The report as words.
    pub fn words(&self) -> [u32; WORDS] {
        let mut words = [0; WORDS];
        let longs = self.longs().into_iter().flat_map(|long| [(long >> 32) as u32, long as u32]);
        let fills = [self.dicts, self.sets].into_iter().flat_map(of_fill);
        let kinds = self.by_kind.iter().flat_map(|usage| [usage.count, usage.bytes]);
        let all = longs.chain(self.shorts()).chain(fills).chain(kinds);
        for (to, word) in words.iter_mut().zip(all) {
            *to = word;
        }
        words
    }

    /// The report that was made words; `None` when they are too few.
    pub fn from_words(words: &[u32]) -> Option<Report> {
        let (longs, rest) = words.split_first_chunk::<{ 2 * LONG_COUNT }>()?;
        let (&shorts, rest) = rest.split_first_chunk::<SHORT_COUNT>()?;
        let (&dicts, rest) = rest.split_first_chunk::<FILL_WORDS>()?;
        let (&sets, rest) = rest.split_first_chunk::<FILL_WORDS>()?;
        let mut by_kind = [Usage::default(); KIND_COUNT];
        if rest.len() != 2 * KIND_COUNT {
            return None;
        }
        for (usage, pair) in by_kind.iter_mut().zip(rest.chunks_exact(2)) {
            *usage = Usage { count: *pair.first()?, bytes: *pair.get(1)? };
        }
        let mut long = [0; LONG_COUNT];
        for (to, pair) in long.iter_mut().zip(longs.chunks_exact(2)) {
            *to = u64::from(*pair.first()?) << 32 | u64::from(*pair.get(1)?);
        }
        Some(Report::assemble(long, shorts, to_fill(dicts), to_fill(sets), by_kind))
    }

    fn longs(&self) -> [u64; LONG_COUNT] {
        [
            self.allocations,
            self.spilled_frames,
            self.spilled_bytes,
            self.frame_hits,
            self.frame_misses,
            self.collected_objects,
            self.executed,
        ]
    }

    fn shorts(&self) -> [u32; SHORT_COUNT] {
        [
            self.arena_bytes,
            self.window_bytes,
            self.reserve_bytes,
            self.boot_heap_bytes,
            self.live_bytes,
            self.peak_bytes,
            self.merges,
            self.window_peak_bytes,
            self.frame_held_bytes,
            self.free_bytes,
            self.largest_free_bytes,
            self.fragmentation_per_mille,
            self.collections,
            self.image_arena_bytes,
            self.image_rom_bytes,
            self.images,
            self.scratch_peak_bytes,
            self.rom_bytes,
        ]
    }

    fn assemble(
        longs: [u64; LONG_COUNT],
        shorts: [u32; SHORT_COUNT],
        dicts: Fill,
        sets: Fill,
        by_kind: [Usage; KIND_COUNT],
    ) -> Report {
        let [
            allocations,
            spilled_frames,
            spilled_bytes,
            frame_hits,
            frame_misses,
            collected_objects,
            executed,
        ] = longs;
        let [
            arena_bytes,
            window_bytes,
            reserve_bytes,
            boot_heap_bytes,
            live_bytes,
            peak_bytes,
            merges,
            window_peak_bytes,
            frame_held_bytes,
            free_bytes,
            largest_free_bytes,
            fragmentation_per_mille,
            collections,
            image_arena_bytes,
            image_rom_bytes,
            images,
            scratch_peak_bytes,
            rom_bytes,
        ] = shorts;
        Report {
            arena_bytes,
            window_bytes,
            reserve_bytes,
            boot_heap_bytes,
            live_bytes,
            peak_bytes,
            allocations,
            merges,
            by_kind,
            dicts,
            sets,
            window_peak_bytes,
            spilled_frames,
            spilled_bytes,
            frame_hits,
            frame_misses,
            frame_held_bytes,
            free_bytes,
            largest_free_bytes,
            fragmentation_per_mille,
            collections,
            collected_objects,
            executed,
            image_arena_bytes,
            image_rom_bytes,
            images,
            scratch_peak_bytes,
            rom_bytes,
        }
    }
}

fn of_fill(fill: Fill) -> [u32; FILL_WORDS] {
    [fill.owners, fill.empty, fill.indexed, fill.entries, fill.room, fill.bytes]
}

fn to_fill([owners, empty, indexed, entries, room, bytes]: [u32; FILL_WORDS]) -> Fill {
    Fill { owners, empty, indexed, entries, room, bytes }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_survives_being_words() {
        let mut words = [0; WORDS];
        for (number, word) in words.iter_mut().enumerate() {
            *word = number as u32 * 3 + 1;
        }
        let report = Report::from_words(&words).unwrap();
        assert_eq!(report.words(), words);
    }

    #[test]
    fn too_few_words_are_no_report() {
        assert!(Report::from_words(&[0; WORDS - 1]).is_none());
        assert!(Report::from_words(&[]).is_none());
    }
}
