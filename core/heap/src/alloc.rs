//! The allocator: exact lists for small sizes, ranged lists for large ones, merging when it must.
//!
//! Memory is handed out in words. A block carries nothing but its object's own header, whose kind tells
//! its size; a free chunk carries its own size, so the arena can be walked from `start` to `top`:
//!
//! ```text
//!  start                                   top                 end
//!  | object | FREE chunk | object | object | never used so far |
//!
//!  FREE chunk:  word 0 = kind FREE, size in words << 8     word 1 = next chunk of its list
//! ```
//!
//! A chunk of one word (what is left after a split) is in no list until merging absorbs it.
//! Order of search: exact list; unused rest behind `top`; a larger chunk, split; after merging the
//! neighbours of the whole arena once more; after a cycle collection once more; `OutOfMemory`.
//!
//! H6  Between taking a block and filling it completely no other allocation happens.
//! H7  `live` is the sum of the sizes of all blocks that are not FREE.
//!
//! Not here: counting references (rc.rs), collecting cycles (cycle.rs).

use crate::Heap;
use crate::arena::WORD;
use crate::header;
use crate::kind;
use crate::value::Ref;

/// No memory of the asked size is to be had.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OutOfMemory;

/// Sizes up to this many words have a list each.
pub const EXACT_WORDS: u32 = 32;
/// Lists of larger chunks: two for each power of two up to `header::MAX_WORDS`.
pub const RANGED_LISTS: usize = 40;

/// Heads of the free lists and the figures that the allocator keeps.
pub struct Allocator {
    exact: [u32; EXACT_WORDS as usize + 1],
    ranged: [u32; RANGED_LISTS],
    /// First byte that was never handed out.
    pub top: u32,
    /// First byte behind what may be handed out now; the reserve lies behind it.
    pub limit: u32,
    /// Bytes in blocks.
    pub live: u32,
    /// Largest `live` so far.
    pub peak: u32,
    /// Blocks handed out so far.
    pub allocations: u64,
    /// Times the whole arena was merged.
    pub merges: u32,
    /// Fails the allocation whose number this counts down to; `u64::MAX` never fails (tests).
    pub fail_after: u64,
    /// Allocations refused by `fail_after`.
    pub injected: u32,
    freed_since_merge: u32,
}

impl Allocator {
    /// An allocator over an empty arena.
    pub const fn new(start: u32, limit: u32) -> Allocator {
        Allocator {
            exact: [0; EXACT_WORDS as usize + 1],
            ranged: [0; RANGED_LISTS],
            top: start,
            limit,
            live: 0,
            peak: 0,
            allocations: 0,
            merges: 0,
            fail_after: u64::MAX,
            injected: 0,
            freed_since_merge: 0,
        }
    }
}

/// The ranged list of a chunk size: two per power of two.
fn ranged_list(words: u32) -> usize {
    let log = 31 - words.leading_zeros();
    let half = words >> (log - 1) & 1;
    let list = ((log - 5) * 2 + half) as usize;
    if list < RANGED_LISTS { list } else { RANGED_LISTS - 1 }
}

impl Heap {
    /// Takes a block of `words` words (at least 2). Its words hold anything: H6.
    #[inline(always)]
    pub fn alloc(&mut self, words: u32) -> Result<Ref, OutOfMemory> {
        if words <= EXACT_WORDS && self.alloc.fail_after == u64::MAX {
            let head = self.alloc.exact[words as usize];
            if head != 0 {
                self.alloc.exact[words as usize] = self.space.load(head + WORD);
                self.count_in(words);
                return Ok(Ref(head));
            }
        }
        self.alloc_slow(words)
    }

    #[inline(always)]
    fn count_in(&mut self, words: u32) {
        self.alloc.allocations += 1;
        self.alloc.live += words * WORD;
        if self.alloc.live > self.alloc.peak {
            self.alloc.peak = self.alloc.live;
        }
    }

    #[cold]
    #[inline(never)]
    fn alloc_slow(&mut self, words: u32) -> Result<Ref, OutOfMemory> {
        if self.alloc.fail_after != u64::MAX {
            if self.alloc.fail_after == 0 {
                self.alloc.injected += 1;
                return Err(OutOfMemory);
            }
            self.alloc.fail_after -= 1;
        }
        if !(2..=header::MAX_WORDS).contains(&words) {
            return Err(OutOfMemory);
        }
        let block = self.find(words).or_else(|| self.find_by_force(words)).ok_or(OutOfMemory)?;
        self.count_in(words);
        Ok(block)
    }

    /// Looks where memory is to be had without touching anything else.
    fn find(&mut self, words: u32) -> Option<Ref> {
        self.pop_exact(words).or_else(|| self.bump(words)).or_else(|| self.split_larger(words))
    }

    /// Merges, collects cycles, drops caches: whatever may still find memory.
    fn find_by_force(&mut self, words: u32) -> Option<Ref> {
        if self.alloc.freed_since_merge >= words {
            self.merge();
            if let Some(block) = self.find(words) {
                return Some(block);
            }
        }
        if self.relieve() {
            self.merge();
            return self.find(words);
        }
        None
    }

    fn pop_exact(&mut self, words: u32) -> Option<Ref> {
        let head = *self.alloc.exact.get(words as usize)?;
        if head == 0 {
            return None;
        }
        let next = self.space.load(head + WORD);
        self.alloc.exact[words as usize] = next;
        Some(Ref(head))
    }

    fn bump(&mut self, words: u32) -> Option<Ref> {
        let block = self.alloc.top;
        let next = block.checked_add(words * WORD)?;
        if next > self.alloc.limit {
            return None;
        }
        self.alloc.top = next;
        Some(Ref(block))
    }

    /// Splits the first chunk that is large enough, smallest list first.
    fn split_larger(&mut self, words: u32) -> Option<Ref> {
        for size in (words + 1)..=EXACT_WORDS {
            if let Some(chunk) = self.pop_exact(size) {
                return Some(self.split(chunk, size, words));
            }
        }
        let first = if words > EXACT_WORDS { ranged_list(words) } else { 0 };
        (first..RANGED_LISTS).find_map(|list| self.take_ranged(list, words))
    }

    /// Takes the first chunk of a ranged list that is large enough.
    fn take_ranged(&mut self, list: usize, words: u32) -> Option<Ref> {
        let mut previous = 0;
        let mut chunk = self.alloc.ranged[list];
        while chunk != 0 {
            let size = self.space.load(chunk) >> header::SIZE_SHIFT;
            let next = self.space.load(chunk + WORD);
            if size >= words {
                if previous == 0 {
                    self.alloc.ranged[list] = next;
                } else {
                    self.space.store(previous + WORD, next);
                }
                return Some(self.split(Ref(chunk), size, words));
            }
            previous = chunk;
            chunk = next;
        }
        None
    }

    fn split(&mut self, chunk: Ref, size: u32, words: u32) -> Ref {
        if size > words {
            self.put_free(chunk.0 + words * WORD, size - words);
        }
        chunk
    }

    /// Writes a FREE chunk and puts it into its list.
    #[inline(always)]
    fn put_free(&mut self, chunk: u32, words: u32) {
        self.space.store(chunk, header::block(kind::FREE, words));
        if words < 2 {
            return;
        }
        if words <= EXACT_WORDS {
            self.space.store(chunk + WORD, self.alloc.exact[words as usize]);
            self.alloc.exact[words as usize] = chunk;
        } else {
            let list = ranged_list(words);
            self.space.store(chunk + WORD, self.alloc.ranged[list]);
            self.alloc.ranged[list] = chunk;
        }
    }

    /// Gives a block back.
    #[inline(always)]
    pub fn free(&mut self, block: Ref, words: u32) {
        #[cfg(debug_assertions)]
        self.poison(block, words);
        self.alloc.live -= words * WORD;
        self.alloc.freed_since_merge = self.alloc.freed_since_merge.saturating_add(words);
        self.put_free(block.0, words);
    }

    /// Fills a dying block with a pattern that no live object shows.
    #[cfg(debug_assertions)]
    fn poison(&mut self, block: Ref, words: u32) {
        const POISON: u32 = 0xdead_beef;
        debug_assert!(header::kind(self.space.load(block.0)) != kind::FREE, "freed twice");
        for index in 1..words {
            self.space.set_word(block, index, POISON);
        }
    }

    /// Gives the tail of a block back, from word `keep` on. The owner has written the new size.
    pub fn shrink(&mut self, block: Ref, words: u32, keep: u32) {
        if words > keep {
            let tail = block.0 + keep * WORD;
            self.alloc.live -= (words - keep) * WORD;
            self.alloc.freed_since_merge = self.alloc.freed_since_merge.saturating_add(words - keep);
            if block.0 + words * WORD == self.alloc.top {
                self.alloc.top = tail;
            } else {
                self.put_free(tail, words - keep);
            }
        }
    }

    /// Grows a block in place when what follows it is unused or free; the owner then writes the new size.
    pub fn grow_in_place(&mut self, block: Ref, words: u32, wanted: u32) -> bool {
        let more = (wanted - words) * WORD;
        let behind = block.0 + words * WORD;
        if behind != self.alloc.top || self.alloc.fail_after != u64::MAX {
            return false;
        }
        if self.alloc.limit - behind < more || wanted > header::MAX_WORDS {
            return false;
        }
        self.alloc.top += more;
        self.alloc.live += more;
        if self.alloc.live > self.alloc.peak {
            self.alloc.peak = self.alloc.live;
        }
        true
    }

    /// Merges neighbouring free chunks in the whole arena and rebuilds the lists.
    pub fn merge(&mut self) {
        self.alloc.merges += 1;
        self.alloc.freed_since_merge = 0;
        self.alloc.exact = [0; EXACT_WORDS as usize + 1];
        self.alloc.ranged = [0; RANGED_LISTS];
        let mut at = self.heap_start();
        let mut run = 0;
        while at < self.alloc.top {
            let words = self.size_words(Ref(at));
            if header::kind(self.space.load(at)) == kind::FREE {
                run += words;
            } else {
                self.put_run(at, run);
                run = 0;
            }
            at += words * WORD;
        }
        self.alloc.top -= run * WORD;
    }

    /// Lists the run of free words that ends at `end`, in chunks whose size a header can hold.
    fn put_run(&mut self, end: u32, mut run: u32) {
        while run > 0 {
            let words = run.min(header::MAX_WORDS);
            self.put_free(end - run * WORD, words);
            run -= words;
        }
    }

    /// Bytes of the largest block that could be had now without merging or collecting.
    pub fn largest_free_bytes(&self) -> u32 {
        let mut largest = (self.alloc.limit - self.alloc.top) / WORD;
        let mut run = 0;
        let mut at = self.heap_start();
        while at < self.alloc.top {
            let words = self.size_words(Ref(at));
            run = if header::kind(self.space.load(at)) == kind::FREE { run + words } else { 0 };
            largest = largest.max(run);
            at += words * WORD;
        }
        largest.saturating_mul(WORD)
    }
}
