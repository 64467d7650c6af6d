//! The allocator: exact lists for small sizes, ranged lists for large ones, merging when it must.
//!
//! Memory is handed out in words. A block carries nothing but its object's own header, whose kind tells
//! its size; a free chunk carries its own size, so the arena can be walked from `start` to `top`:
//!
//! ```text
//!  start                                   top                limit          end
//!  | object | FREE chunk | object | object | never used so far | the reserve |
//!
//!  FREE chunk:  word 0 = kind FREE, size in words << 8     word 1 = next chunk of its list
//! ```
//!
//! A chunk of one word (what is left after a split) is in no list until merging absorbs it.
//! Order of search: exact list; a larger chunk, split; the same after merging the neighbours of the whole
//! arena, if that pays; the unused rest (gap.rs); the same after merging in any case; the same after giving up cached frames and after a cycle
//! collection; `OutOfMemory`. Chunks go before the unused rest: lists that grow find the room that
//! others left, and the largest piece stays in one (`examples/traces.rs` compares).
//!
//! The reserve is memory for raising and handling `MemoryError`. It is kept back twice: nothing is
//! handed out behind `limit`, and `live` does not pass `cap`; so it is whole at first, and never smaller in
//! sum even when something that was made from it lives on.
//!
//! H6  Between taking a block and filling it completely no other allocation happens, and whenever an
//!     allocation happens, no object is counted less often than it is referred to.
//! H7  `live` is the sum of the sizes of all blocks that are not FREE.
//! H8  Every FREE chunk of two words or more is in exactly one list, the one for its size, or the gap.
//!
//! Not here: the unused rest and merging (gap.rs), counting references (rc.rs), collecting cycles (cycle.rs), failing on purpose (fault.rs).

use crate::Heap;
use crate::arena::WORD;
use crate::fault::Fault;
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
/// Chunks of a ranged list that are tried before a larger list serves: bounds the search.
const FIT_TRIES: u32 = 16;

/// Heads of the free lists and the figures that the allocator keeps.
pub struct Allocator {
    /// Bytes in blocks.
    pub live: u32,
    /// What `live` may reach without a look at `peak`, `cap` and `fault`.
    watermark: u32,
    /// Blocks handed out so far.
    pub allocations: u64,
    pub(crate) exact: [u32; EXACT_WORDS as usize + 1],
    pub(crate) ranged: [u32; RANGED_LISTS],
    /// A bit for each ranged list that holds something.
    ranged_in_use: u64,
    /// First byte that was never handed out.
    pub top: u32,
    /// The gap: unused memory below `top` that small blocks take from its start and large ones from its
    /// end. A FREE chunk in no list, unless it is empty.
    pub(crate) gap: (u32, u32),
    /// First byte behind what may be handed out now.
    pub limit: u32,
    /// What `live` may reach now.
    pub cap: u32,
    /// Largest `live` so far.
    pub peak: u32,
    /// Times the whole arena was merged.
    pub merges: u32,
    /// Allocations to fail on purpose.
    pub(crate) fault: Fault,
    pub(crate) freed_since_merge: u32,
}

impl Allocator {
    /// An allocator over an empty arena.
    pub const fn new(start: u32, limit: u32) -> Allocator {
        Allocator {
            live: 0,
            watermark: 0,
            allocations: 0,
            exact: [0; EXACT_WORDS as usize + 1],
            ranged: [0; RANGED_LISTS],
            ranged_in_use: 0,
            top: start,
            gap: (start, start),
            limit,
            cap: limit.saturating_sub(start),
            peak: 0,
            merges: 0,
            fault: Fault::OFF,
            freed_since_merge: 0,
        }
    }

    /// Sets the watermark after `peak`, `cap` or `fault` changed. With a fault waiting it is 0, so that
    /// every allocation comes by `alloc_slow`.
    pub(crate) fn set_watermark(&mut self) {
        self.watermark = if self.fault.is_waiting() { 0 } else { self.peak.min(self.cap) };
    }
}

/// The ranged list of a chunk size: two per power of two.
pub(crate) fn ranged_list(words: u32) -> usize {
    let log = 31 - words.leading_zeros();
    let half = words >> (log - 1) & 1;
    let list = ((log - 5) * 2 + half) as usize;
    if list < RANGED_LISTS { list } else { RANGED_LISTS - 1 }
}

impl Heap {
    /// Takes a block of `words` words (at least 2). Its words hold anything: H6.
    #[inline(always)]
    pub fn alloc(&mut self, words: u32) -> Result<Ref, OutOfMemory> {
        if words <= EXACT_WORDS {
            let head = self.alloc.exact[words as usize];
            let live = self.alloc.live.wrapping_add(words * WORD);
            if head != 0 && live <= self.alloc.watermark {
                self.alloc.exact[words as usize] = self.space.load(head + WORD);
                self.alloc.live = live;
                self.alloc.allocations += 1;
                return Ok(Ref(head));
            }
        }
        self.alloc_slow(words)
    }

    #[cold]
    #[inline(never)]
    fn alloc_slow(&mut self, words: u32) -> Result<Ref, OutOfMemory> {
        if !(2..=header::MAX_WORDS).contains(&words) {
            return Err(OutOfMemory);
        }
        self.stress_if_due();
        if self.alloc.fault.strikes() {
            self.alloc.set_watermark();
            return Err(OutOfMemory);
        }
        let block = self.find(words).or_else(|| self.find_by_force(words)).ok_or(OutOfMemory)?;
        self.alloc.allocations += 1;
        self.count_in(words * WORD);
        Ok(block)
    }

    /// Takes a block when one is there without merging, giving up frames or collecting: for those who can
    /// do without.
    pub fn alloc_easily(&mut self, words: u32) -> Option<Ref> {
        if !(2..=header::MAX_WORDS).contains(&words) {
            return None;
        }
        self.stress_if_due();
        if self.alloc.fault.strikes() {
            self.alloc.set_watermark();
            return None;
        }
        let block = self.find(words)?;
        self.alloc.allocations += 1;
        self.count_in(words * WORD);
        Some(block)
    }

    pub(crate) fn count_in(&mut self, bytes: u32) {
        self.alloc.live += bytes;
        if self.alloc.live > self.alloc.peak {
            self.alloc.peak = self.alloc.live;
            self.alloc.set_watermark();
        }
    }

    /// Looks where memory is to be had without touching anything else.
    fn find(&mut self, words: u32) -> Option<Ref> {
        if !self.is_allowed(words * WORD) {
            return None;
        }
        self.find_in_lists(words).or_else(|| {
            if self.merging_pays() {
                self.merge();
                if let Some(block) = self.find_in_lists(words) {
                    return Some(block);
                }
            }
            self.find_at_last(words)
        })
    }

    /// Looks where other blocks have been.
    fn find_in_lists(&mut self, words: u32) -> Option<Ref> {
        if words > EXACT_WORDS {
            return self.split_ranged(words);
        }
        self.pop_exact(words).or_else(|| self.split_small(words)).or_else(|| self.split_low(words))
    }

    /// Takes unused memory, or what is there when that is used up.
    fn find_at_last(&mut self, words: u32) -> Option<Ref> {
        if words > EXACT_WORDS {
            // Looking through a whole list comes last: it may be long.
            return self
                .take_high(words)
                .or_else(|| self.take_ranged(ranged_list(words), words, u32::MAX));
        }
        self.take_low(words)
            .or_else(|| self.take_ranged_from(0, words))
            .or_else(|| self.split_tightly(words))
    }

    pub(crate) fn is_allowed(&self, bytes: u32) -> bool {
        self.alloc.live <= self.alloc.cap && bytes <= self.alloc.cap - self.alloc.live
    }

    /// Merges, drops caches, collects cycles: whatever may still find memory.
    fn find_by_force(&mut self, words: u32) -> Option<Ref> {
        if words * WORD > self.alloc.cap {
            return None;
        }
        if let Some(block) = self.find_merged(words) {
            return Some(block);
        }
        self.relieve_frames();
        if let Some(block) = self.find_merged(words) {
            return Some(block);
        }
        self.relieve_clusters();
        if let Some(block) = self.find_merged(words) {
            return Some(block);
        }
        self.relieve_cycles();
        self.find_merged(words)
    }

    /// Merges when that can help, and looks again.
    fn find_merged(&mut self, words: u32) -> Option<Ref> {
        if self.alloc.freed_since_merge == 0 || !self.is_allowed(words * WORD) {
            return None;
        }
        self.merge();
        self.find(words)
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

    /// Splits a small chunk, the smallest that leaves more than one word.
    fn split_small(&mut self, words: u32) -> Option<Ref> {
        if self.alloc.top - self.first_object == self.alloc.live {
            return None;
        }
        let larger = self.alloc.exact.get(words as usize + 2..)?;
        let size = words + 2 + larger.iter().position(|&head| head != 0)? as u32;
        let chunk = self.pop_exact(size)?;
        Some(self.split(chunk, size, words))
    }

    /// Splits a chunk of the ranged lists for a small block: the first of the smallest, if it lies where
    /// small blocks lie.
    fn split_low(&mut self, words: u32) -> Option<Ref> {
        let low_end = self.low_end();
        let mut in_use = self.alloc.ranged_in_use;
        while in_use != 0 {
            let list = in_use.trailing_zeros() as usize;
            if self.alloc.ranged[list] < low_end {
                return self.take_ranged(list, words, 1);
            }
            in_use &= in_use - 1;
        }
        None
    }

    /// Splits a chunk that leaves one word, which no list can hold.
    fn split_tightly(&mut self, words: u32) -> Option<Ref> {
        let chunk = self.pop_exact(words + 1)?;
        Some(self.split(chunk, words + 1, words))
    }

    /// Splits a chunk of the ranged lists for a large block: one of the first few of the size's own
    /// list, then the head of any larger list.
    fn split_ranged(&mut self, words: u32) -> Option<Ref> {
        let own = ranged_list(words);
        self.take_ranged(own, words, FIT_TRIES).or_else(|| self.take_ranged_from(own + 1, words))
    }

    /// Takes the first chunk of the first list from `list` on that has one; all of them are large enough.
    fn take_ranged_from(&mut self, list: usize, words: u32) -> Option<Ref> {
        let in_use = self.alloc.ranged_in_use & !0 << list;
        if in_use == 0 {
            None
        } else {
            self.take_ranged(in_use.trailing_zeros() as usize, words, 1)
        }
    }

    /// Takes the first of at most `tries` chunks of a ranged list that is large enough.
    fn take_ranged(&mut self, list: usize, words: u32, tries: u32) -> Option<Ref> {
        let mut previous = 0;
        let mut chunk = self.alloc.ranged[list];
        for _ in 0..tries {
            if chunk == 0 {
                return None;
            }
            let size = self.space.load(chunk) >> header::SIZE_SHIFT;
            let next = self.space.load(chunk + WORD);
            if size >= words {
                if previous == 0 {
                    self.set_ranged(list, next);
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
    pub(crate) fn put_free(&mut self, chunk: u32, words: u32) {
        self.space.store(chunk, header::block(kind::FREE, words));
        if words < 2 {
            return;
        }
        if words <= EXACT_WORDS {
            self.space.store(chunk + WORD, self.alloc.exact[words as usize]);
            self.alloc.exact[words as usize] = chunk;
        } else {
            self.put_ranged(chunk, words);
        }
    }

    fn put_ranged(&mut self, chunk: u32, words: u32) {
        if self.widen_gap(chunk, words) {
            return;
        }
        let list = ranged_list(words);
        self.space.store(chunk + WORD, self.alloc.ranged[list]);
        self.set_ranged(list, chunk);
    }

    pub(crate) fn set_ranged(&mut self, list: usize, head: u32) {
        self.alloc.ranged[list] = head;
        let bit = 1 << list;
        if head == 0 {
            self.alloc.ranged_in_use &= !bit;
        } else {
            self.alloc.ranged_in_use |= bit;
        }
    }

    /// Gives a block back.
    #[inline(always)]
    pub fn free(&mut self, block: Ref, words: u32) {
        #[cfg(debug_assertions)]
        self.poison(block, words);
        self.alloc.live -= words * WORD;
        self.alloc.freed_since_merge = self.alloc.freed_since_merge.wrapping_add(words);
        self.put_free(block.0, words);
    }

    /// Fills a dying block with a pattern that no live object shows.
    #[cfg(debug_assertions)]
    fn poison(&mut self, block: Ref, words: u32) {
        const POISON: u32 = 0xdead_beef;
        debug_assert!(header::kind(self.space.load(block.0)) != kind::FREE, "freed twice");
        debug_assert!(words >= 2, "no block is that small");
        for index in 1..words {
            self.space.set_word(block, index, POISON);
        }
    }

    /// Gives the tail of a block back, from word `keep` on. The owner has written the new size.
    pub fn shrink(&mut self, block: Ref, words: u32, keep: u32) {
        if words <= keep {
            return;
        }
        let tail = block.0 + keep * WORD;
        let end = block.0 + words * WORD;
        self.alloc.live -= (words - keep) * WORD;
        self.alloc.freed_since_merge = self.alloc.freed_since_merge.wrapping_add(words - keep);
        if end == self.alloc.top {
            self.alloc.top = tail;
            self.forget_boundaries(tail, end + 1);
        } else {
            self.put_free(tail, words - keep);
        }
    }

    /// Grows a block in place when unused or enough free memory follows it; the owner then writes the
    /// new size.
    pub fn grow_in_place(&mut self, block: Ref, words: u32, wanted: u32) -> bool {
        if wanted <= words {
            return wanted == words;
        }
        let more = wanted - words;
        if wanted > header::MAX_WORDS
            || !self.is_allowed(more * WORD)
            || self.alloc.fault.is_waiting()
        {
            return false;
        }
        let behind = block.0 + words * WORD;
        let fits = self.take_unused_at(behind, more)
            || behind != self.alloc.top && self.take_chunk_at(behind, more);
        if fits {
            self.forget_boundaries(block.0, behind + more * WORD);
            self.count_in(more * WORD);
        }
        fits
    }

    /// Grows a block downwards into the gap, if it is the last that was taken from its end: moves its words
    /// to the new place, where the owner then writes the new size.
    pub fn grow_downwards(&mut self, block: Ref, words: u32, wanted: u32) -> Option<Ref> {
        let more = wanted.checked_sub(words)?;
        if block.0 != self.alloc.gap.1
            || wanted > header::MAX_WORDS
            || !self.is_allowed(more * WORD)
            || self.alloc.fault.is_waiting()
        {
            return None;
        }
        let place = self.take_gap_end(more)?;
        self.space.copy_words(block.0, place.0, words);
        self.forget_boundaries(place.0, place.0 + wanted * WORD);
        self.count_in(more * WORD);
        Some(place)
    }

    /// Takes the first words of the chunk at `at`, if a chunk lies there that is large enough and found
    /// quickly in its list.
    fn take_chunk_at(&mut self, at: u32, words: u32) -> bool {
        let header = self.space.load(at);
        let size = header >> header::SIZE_SHIFT;
        if header::kind(header) != kind::FREE || size < words || !self.unlist(at, size) {
            return false;
        }
        self.split(Ref(at), size, words);
        true
    }

    /// Takes a chunk out of its list. False when it is not among the first few.
    fn unlist(&mut self, chunk: u32, size: u32) -> bool {
        if size < 2 {
            return true;
        }
        let next = self.space.load(chunk + WORD);
        let is_small = size <= EXACT_WORDS;
        let list = if is_small { size as usize } else { ranged_list(size) };
        let mut at = if is_small { self.alloc.exact[list] } else { self.alloc.ranged[list] };
        if at == chunk {
            if is_small {
                self.alloc.exact[list] = next;
            } else {
                self.set_ranged(list, next);
            }
            return true;
        }
        for _ in 0..FIT_TRIES {
            if at == 0 {
                break;
            }
            let behind = self.space.load(at + WORD);
            if behind == chunk {
                self.space.store(at + WORD, next);
                return true;
            }
            at = behind;
        }
        false
    }

    /// Lets the reserve be used too: an exception is about to be made of the lack of memory. False when it
    /// was open already: then somebody else closes it.
    pub fn open_reserve(&mut self) -> bool {
        if self.reserve_bytes != 0 && self.alloc.limit == self.space.end {
            return false;
        }
        self.alloc.limit = self.space.end;
        let most = self.alloc.fault.most_bytes().saturating_add(self.reserve_bytes);
        self.alloc.cap = (self.space.end - self.first_object).min(most);
        self.alloc.set_watermark();
        true
    }

    /// Keeps the reserve back again.
    pub fn close_reserve(&mut self) {
        self.alloc.limit = self.closed_limit();
        self.alloc.cap = (self.alloc.limit - self.first_object).min(self.alloc.fault.most_bytes());
        self.alloc.set_watermark();
    }
}
