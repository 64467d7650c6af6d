//! Frames kept for the next spill: a short list for each size, bounded in all.
//!
//! A kept frame is a `RAW` block of its size, chained through word 1; it counts as live. When memory runs
//! out, the allocator gives all of them back before it collects cycles.
//!
//! Not here: what a frame holds (crate `vm`).

use crate::arena::WORD;
use crate::header;
use crate::kind;
use crate::value::Ref;
use crate::{Heap, OutOfMemory};

/// Frames of fewer words than this may be kept.
const SIZES: usize = 64;

/// The frames that are kept, and how often that helped.
pub struct FrameList {
    heads: [u32; SIZES],
    kept: u32,
    /// Most frames kept at a time; set by the machine from its profile.
    pub most: u32,
    /// Bytes in kept frames.
    pub held_bytes: u32,
    /// Frames that were taken from the list.
    pub hits: u64,
    /// Frames that were taken from the arena.
    pub misses: u64,
}

impl FrameList {
    pub(crate) const EMPTY: FrameList =
        FrameList { heads: [0; SIZES], kept: 0, most: 0, held_bytes: 0, hits: 0, misses: 0 };

    /// Frames kept now.
    pub fn kept(&self) -> u32 {
        self.kept
    }
}

impl Heap {
    /// Takes memory for a frame of so many words, header included: H6.
    #[inline]
    pub fn take_frame(&mut self, words: u32) -> Result<Ref, OutOfMemory> {
        let head = self.frames.heads.get(words as usize).copied().unwrap_or(0);
        if head == 0 || self.alloc.fault.is_waiting() {
            self.frames.misses += 1;
            return self.alloc(words);
        }
        self.frames.heads[words as usize] = self.space.load(head + WORD);
        self.frames.kept -= 1;
        self.frames.held_bytes -= words * WORD;
        self.frames.hits += 1;
        Ok(Ref(head))
    }

    /// Gives the memory of a frame back, whose references are dropped already.
    #[inline]
    pub fn give_frame(&mut self, frame: Ref, words: u32) {
        if self.frames.kept >= self.frames.most || words as usize >= SIZES {
            self.free(frame, words);
            return;
        }
        self.space.store(frame.0, header::block(kind::RAW, words));
        self.space.set_word(frame, 1, self.frames.heads[words as usize]);
        self.frames.heads[words as usize] = frame.0;
        self.frames.kept += 1;
        self.frames.held_bytes += words * WORD;
    }

    /// Gives all kept frames back to the arena.
    pub fn drop_frames(&mut self) {
        for words in 0..SIZES {
            let mut frame = self.frames.heads[words];
            while frame != 0 {
                let next = self.space.load(frame + WORD);
                self.free(Ref(frame), words as u32);
                frame = next;
            }
            self.frames.heads[words] = 0;
        }
        self.frames.kept = 0;
        self.frames.held_bytes = 0;
    }
}
