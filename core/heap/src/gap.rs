//! The unused rest of the arena, taken from both ends; and merging, which makes a new one.
//!
//! ```text
//!  start                  gap.0          gap.1                         top = limit    end
//!  | small objects, holes | FREE: the gap | large blocks, holes        |  the reserve |
//!                         └─ small ►    ◄ large ┘
//! ```
//!
//! Small objects and large blocks (storage of lists and dicts, long texts) live apart: what is left when
//! small ones die is of use to small ones, and large ones find one piece that nobody has sprinkled
//! objects into. A list that grows while its items are made is the common case: its block is the last
//! at the end of the gap and grows downwards in place.
//!
//! Until the first large block there is no gap, and the rest begins at `top`.
//!
//! Merging joins the free neighbours of the whole arena, makes the largest run the gap and lists the
//! others by address, so that the lowest holes are filled first. It visits every block. It happens when
//! nothing else is left; and before unused memory is taken, when what has been freed since the last time is
//! half of that memory and a quarter of the rest: then it is paid for by the work that freed so much, and
//! small objects fill the holes of earlier ones instead of cutting the last large piece to bits.
//!
//! Not here: chunks and their lists (alloc.rs).

use crate::alloc::{EXACT_WORDS, RANGED_LISTS, ranged_list};
use crate::arena::WORD;
use crate::header;
use crate::kind;
use crate::value::Ref;
use crate::{Heap, OutOfMemory};

/// Merging pays when this part of the unused memory has been freed.
const FREED_OF_UNUSED: u32 = 2;
/// And this part of the others.
const FREED_OF_OTHERS: u32 = 4;

/// Last chunks of the lists while they are being rebuilt.
struct Tails {
    exact: [u32; EXACT_WORDS as usize + 1],
    ranged: [u32; RANGED_LISTS],
}

impl Heap {
    /// Takes unused memory for a small block.
    pub(crate) fn take_low(&mut self, words: u32) -> Option<Ref> {
        let gap = self.alloc.gap.0;
        if self.take_unused_at(gap, words) {
            return Some(Ref(gap));
        }
        let top = self.alloc.top;
        self.take_unused_at(top, words).then_some(Ref(top))
    }

    /// Takes unused memory for a large block.
    pub(crate) fn take_high(&mut self, words: u32) -> Option<Ref> {
        self.open_gap(words);
        if let Some(block) = self.take_gap_end(words) {
            return Some(block);
        }
        let top = self.alloc.top;
        self.take_unused_at(top, words).then_some(Ref(top))
    }

    /// Takes a large block with free memory behind it, if that lies about, into which it may grow later.
    pub fn alloc_with_room(&mut self, words: u32, room: u32) -> Result<Ref, OutOfMemory> {
        if room == 0 {
            return self.alloc(words);
        }
        match self.alloc_easily(words.saturating_add(room)) {
            Some(block) => {
                self.space.store(block.0, header::block(kind::RAW, words));
                self.shrink(block, words + room, words);
                Ok(block)
            }
            None => self.alloc(words),
        }
    }

    /// Takes words at `at`, if unused memory begins there and is large enough.
    pub(crate) fn take_unused_at(&mut self, at: u32, words: u32) -> bool {
        let Some(next) = at.checked_add(words * WORD) else { return false };
        let (gap, gap_end) = self.alloc.gap;
        if at == gap && next <= gap_end {
            self.set_gap(next, gap_end);
            return true;
        }
        let fits = at == self.alloc.top && next <= self.alloc.limit;
        if fits {
            self.alloc.top = next;
        }
        fits
    }

    pub(crate) fn take_gap_end(&mut self, words: u32) -> Option<Ref> {
        let (gap, gap_end) = self.alloc.gap;
        let block = gap_end.checked_sub(words * WORD).filter(|&block| block >= gap)?;
        self.set_gap(gap, block);
        Some(Ref(block))
    }

    fn set_gap(&mut self, start: u32, end: u32) {
        self.alloc.gap = (start, end);
        if start < end {
            self.space.store(start, header::block(kind::FREE, (end - start) / WORD));
        }
    }

    /// Makes the rest behind `top` the gap when there is none, and it can hold the block that is wanted.
    fn open_gap(&mut self, words: u32) {
        let limit = self.closed_limit();
        let (top, (gap, gap_end)) = (self.alloc.top, self.alloc.gap);
        let rest = limit.saturating_sub(top) / WORD;
        if gap == gap_end && rest >= words && rest <= header::MAX_WORDS {
            self.set_gap(top, top + rest * WORD);
            self.alloc.top = top + rest * WORD;
        }
    }

    /// Makes a large chunk that touches the gap part of it.
    pub(crate) fn widen_gap(&mut self, chunk: u32, words: u32) -> bool {
        let (gap, gap_end) = self.alloc.gap;
        let end = chunk + words * WORD;
        if gap == gap_end || (gap_end - gap) / WORD > header::MAX_WORDS - words {
            return false;
        }
        if end == gap {
            self.set_gap(chunk, gap_end);
        } else if chunk == gap_end {
            self.set_gap(gap, end);
        } else {
            return false;
        }
        let (start, end) = self.alloc.gap;
        self.forget_boundaries(start, end);
        true
    }

    /// Where the small blocks end.
    pub(crate) fn low_end(&self) -> u32 {
        let (gap, gap_end) = self.alloc.gap;
        if gap < gap_end { gap } else { self.alloc.top }
    }

    /// Has so much been freed since the last time that merging comes before taking unused memory?
    #[cold]
    pub(crate) fn merging_pays(&self) -> bool {
        let (gap, gap_end) = self.alloc.gap;
        let unused = gap_end - gap + self.alloc.limit.saturating_sub(self.alloc.top);
        let others = self.alloc.top - self.heap_start() - (gap_end - gap);
        let freed = self.alloc.freed_since_merge.saturating_mul(WORD);
        freed > unused / FREED_OF_UNUSED && freed > others / FREED_OF_OTHERS
    }

    /// Merges neighbouring free chunks in the whole arena and rebuilds the lists.
    pub fn merge(&mut self) {
        self.alloc.merges += 1;
        self.alloc.freed_since_merge = 0;
        self.alloc.exact = [0; EXACT_WORDS as usize + 1];
        for list in 0..RANGED_LISTS {
            self.set_ranged(list, 0);
        }
        self.alloc.gap = (self.heap_start(), self.heap_start());
        let mut tails = Tails { exact: [0; EXACT_WORDS as usize + 1], ranged: [0; RANGED_LISTS] };
        let mut at = self.heap_start();
        let mut run = 0;
        while at < self.alloc.top {
            let header = self.space.load(at);
            if header::kind(header) == kind::FREE {
                let words = header >> header::SIZE_SHIFT;
                run += words;
                at += words * WORD;
            } else {
                if run > 0 {
                    self.put_run(at, run, &mut tails);
                    run = 0;
                }
                at += self.size_words(Ref(at)) * WORD;
            }
        }
        let old_top = self.alloc.top;
        self.alloc.top -= run * WORD;
        self.forget_boundaries(self.alloc.top, old_top + 1);
        let (gap, gap_end) = self.alloc.gap;
        if self.closed_limit().saturating_sub(self.alloc.top) >= gap_end - gap {
            // The rest behind `top` serves better.
            self.alloc.gap = (gap, gap);
            self.list_run(gap, gap_end, &mut tails);
        }
    }

    /// Makes the run of free words that ends at `end` the gap, or lists it when a longer one is.
    fn put_run(&mut self, end: u32, run: u32, tails: &mut Tails) {
        let start = end - run * WORD;
        self.forget_boundaries(start, end);
        let (gap, gap_end) = self.alloc.gap;
        if run > EXACT_WORDS && run <= header::MAX_WORDS && end - start > gap_end - gap {
            self.list_run(gap, gap_end, tails);
            self.set_gap(start, end);
        } else {
            self.list_run(start, end, tails);
        }
    }

    /// Lists a run, in chunks whose size a header can hold, behind those listed so far.
    fn list_run(&mut self, start: u32, end: u32, tails: &mut Tails) {
        let mut chunk = start;
        while chunk < end {
            let words = ((end - chunk) / WORD).min(header::MAX_WORDS);
            self.append_free(chunk, words, tails);
            chunk += words * WORD;
        }
    }

    fn append_free(&mut self, chunk: u32, words: u32, tails: &mut Tails) {
        self.space.store(chunk, header::block(kind::FREE, words));
        if words < 2 {
            return;
        }
        self.space.store(chunk + WORD, 0);
        if words <= EXACT_WORDS {
            let list = words as usize;
            match core::mem::replace(&mut tails.exact[list], chunk) {
                0 => self.alloc.exact[list] = chunk,
                last => self.space.store(last + WORD, chunk),
            }
        } else {
            let list = ranged_list(words);
            match core::mem::replace(&mut tails.ranged[list], chunk) {
                0 => self.set_ranged(list, chunk),
                last => self.space.store(last + WORD, chunk),
            }
        }
    }
}
