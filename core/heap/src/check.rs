//! Is the heap what its invariants say? One function for each, for tests and debug builds.
//!
//! Nothing here panics or allocates, whatever the heap looks like: the first thing found wrong is
//! returned. The two spare bits of the kind bytes serve as working memory and are cleared again.
//!
//! Not here: the invariants themselves (stated in the files named at each `Rule`).

use crate::Heap;
use crate::alloc::{EXACT_WORDS, ranged_list};
use crate::arena::WORD;
use crate::cycle::Roots;
use crate::finalize::{self, weakref};
use crate::header::{self, FLAG2, IMMORTAL, MARK, ONE};
use crate::kind::{self, FIRST_COUNTED, KIND_MASK, Size};
use crate::value::{Ref, Value};
use crate::view::LAYOUT_COUNTS;

/// Set on the header of every block while values are checked: here something starts.
const START: u32 = 0x80;
/// Set on a block that a value refers to.
const OWNED: u32 = 0x40;
/// The bits of a header that count, and what they are in an immortal object.
const COUNT: u32 = !(ONE - 1);

/// What a heap can do wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rule {
    /// H3: a block has a kind that does not exist.
    UnknownKind,
    /// H3: a block ends behind the used part of the arena, or its size cannot be told.
    Size,
    /// H4: a value refers to something that is not an object of the arena, ROM or an image.
    Reference,
    /// H7: `live` is not the sum of all blocks.
    Live,
    /// H8: a free chunk is not in the list for its size.
    FreeList,
    /// H9: a mark without a cycle under way, or on an object that holds nothing.
    Mark,
    /// H10: two values refer to one block.
    SharedBlock,
    /// H11: a list of weak references holds something else, or its target does not know of it.
    Weak,
    /// H13: a watched cell is none, or one that is marked as watched is not in the list.
    Watched,
    /// H12: the queue of finalizers is not a chain of objects.
    Queue,
    /// H1: an object is counted more often than it is referred to.
    CountHigh,
    /// H1: an object is counted less often than it is referred to.
    CountLow,
}

/// The first thing found wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Broken {
    /// What is wrong.
    pub rule: Rule,
    /// Where: the offset of the object, or of the object whose value is wrong.
    pub offset: u32,
    /// Kind of that object.
    pub kind: u8,
    /// The word, size or difference that is wrong.
    pub word: u32,
}

type Checked = Result<(), Broken>;

impl Heap {
    /// Checks everything that can be checked without knowing who else holds references.
    pub fn check(&mut self) -> Checked {
        self.check_sizes()?;
        self.check_live()?;
        self.check_lists()?;
        self.check_marks()?;
        self.check_values()?;
        self.check_weak()?;
        self.check_watched()?;
        self.check_queue()
    }

    /// The same, and that every count is exactly the number of references in the heap, in the finalizer
    /// queue and among `roots`, which names each reference held from outside the heap once.
    pub fn check_all(&mut self, roots: &mut Roots<'_>) -> Checked {
        self.check()?;
        self.check_counts(roots)
    }

    /// The same for a machine that ran code no compiler made, or that stopped in the middle: no object may be
    /// counted less often than it is referred to. Answers how many are counted more often.
    pub fn check_sound(&mut self, roots: &mut Roots<'_>) -> Result<u32, Broken> {
        self.check()?;
        let mut high = 0;
        self.compare_counts(roots, |broken| match broken.rule {
            Rule::CountHigh => {
                high += 1;
                Ok(())
            }
            _ => Err(broken),
        })?;
        Ok(high)
    }

    fn broken(&self, rule: Rule, offset: u32, word: u32) -> Checked {
        let kind = header::kind(self.space.load(offset & !3)) & KIND_MASK;
        Err(Broken { rule, offset, kind, word })
    }

    /// H3: every block has a kind and a size, and one follows the other up to `top`.
    pub fn check_sizes(&self) -> Checked {
        let mut at = self.heap_start();
        while at < self.alloc.top {
            let kind = self.kind(Ref(at));
            if !Heap::is_known_kind(kind) {
                return self.broken(Rule::UnknownKind, at, self.space.load(at));
            }
            let words = if self.size_is_told(Ref(at)) { self.size_words(Ref(at)) } else { 0 };
            let smallest = if kind == kind::FREE { 1 } else { 2 };
            let end = u64::from(at) + u64::from(words) * u64::from(WORD);
            if words < smallest || end > u64::from(self.alloc.top) {
                return self.broken(Rule::Size, at, words);
            }
            at = end as u32;
        }
        Ok(())
    }

    /// Can what tells the size of this object be read?
    fn size_is_told(&self, object: Ref) -> bool {
        let is_readable = |offset: u32| offset & 3 == 0 && offset < self.space.end - 4 * WORD;
        match kind::row(self.kind(object)).size {
            Size::Function => {
                let code = self.space.word(object, 1);
                is_readable(code) || code >= self.space.end
            }
            Size::Instance => self.is_layout(self.space.word(object, 1)),
            Size::InstanceX => {
                let extra = self.space.word(object, 1);
                is_readable(extra) && self.is_layout(self.space.load(extra + WORD))
            }
            _ => true,
        }
    }

    fn is_layout(&self, offset: u32) -> bool {
        offset & 3 == 0
            && offset < self.space.end - LAYOUT_COUNTS * WORD
            && self.kind(Ref(offset)) & KIND_MASK == kind::LAYOUT
    }

    /// Does this offset lie where blocks are?
    fn is_inside(&self, offset: u32) -> bool {
        offset & 3 == 0 && offset >= self.heap_start() && offset < self.alloc.top
    }

    /// Visits every block that is not free.
    fn each_used(&mut self, mut visit: impl FnMut(&mut Heap, Ref, u32) -> Checked) -> Checked {
        let mut at = self.heap_start();
        while at < self.alloc.top {
            let words = self.size_words(Ref(at)).max(1);
            if header::kind(self.space.load(at)) & KIND_MASK != kind::FREE {
                visit(self, Ref(at), words)?;
            }
            at += words * WORD;
        }
        Ok(())
    }

    /// H7: `live` is the sum of the sizes of all blocks.
    pub fn check_live(&mut self) -> Checked {
        let mut live = 0;
        self.each_used(|_, _, words| {
            live += words * WORD;
            Ok(())
        })?;
        let start = self.heap_start();
        if live == self.alloc.live { Ok(()) } else { self.broken(Rule::Live, start, live) }
    }

    /// H8: the lists hold every free chunk of two words or more, each in its place.
    pub fn check_lists(&self) -> Checked {
        let (mut chunks, mut words) = self.count_chunks();
        for (size, &head) in self.alloc.exact.iter().enumerate() {
            let fits = |found: u32| found as usize == size;
            self.check_list(head, &mut chunks, &mut words, fits)?;
        }
        for (list, &head) in self.alloc.ranged.iter().enumerate() {
            let fits = |found: u32| found > EXACT_WORDS && ranged_list(found) == list;
            self.check_list(head, &mut chunks, &mut words, fits)?;
        }
        if chunks == 0 && words == 0 {
            return Ok(());
        }
        self.broken(Rule::FreeList, self.heap_start(), chunks)
    }

    /// Number and words of all free chunks that belong into a list.
    fn count_chunks(&self) -> (u32, u32) {
        let (gap, gap_end) = self.alloc.gap;
        let listed = |&(block, words): &(Ref, u32)| {
            self.kind(block) == kind::FREE && words > 1 && (block.0 != gap || gap == gap_end)
        };
        self.blocks()
            .filter(listed)
            .fold((0, 0), |(chunks, sum), (_, words)| (chunks + 1, sum + words))
    }

    fn check_list(
        &self,
        head: u32,
        chunks: &mut u32,
        words: &mut u32,
        fits: impl Fn(u32) -> bool,
    ) -> Checked {
        let mut chunk = head;
        while chunk != 0 {
            let in_arena = self.is_inside(chunk);
            if !in_arena || *chunks == 0 {
                return self.broken(Rule::FreeList, self.heap_start(), chunk);
            }
            let header = self.space.load(chunk);
            let size = header >> header::SIZE_SHIFT;
            if header::kind(header) != kind::FREE || !fits(size) {
                return self.broken(Rule::FreeList, chunk, size);
            }
            *chunks -= 1;
            *words = words.wrapping_sub(size);
            chunk = self.space.load(chunk + WORD);
        }
        Ok(())
    }

    /// H9: no marks without a cycle under way, and none on what holds no values.
    pub fn check_marks(&mut self) -> Checked {
        let may_mark = self.cycle.is_under_way();
        self.each_used(|heap, object, _| {
            let header = heap.space.load(object.0);
            let kind = header::kind(header);
            let is_marked = kind >= FIRST_COUNTED && header & (MARK | IMMORTAL) == MARK;
            if is_marked && !(may_mark && kind::has_values(kind)) {
                return heap.broken(Rule::Mark, object.0, header);
            }
            Ok(())
        })
    }

    /// H4 and H10: every reference leads to where something starts, and to a block only once.
    pub fn check_values(&mut self) -> Checked {
        self.each_used(|heap, object, _| heap.change_header(object, START, 0))?;
        let found = self.each_used(|heap, object, words| {
            let (first, end) = heap.value_range(object);
            if first > end || end > words {
                return heap.broken(Rule::Size, object.0, end);
            }
            (first..end).try_for_each(|index| heap.check_value(object, index))
        });
        self.each_used(|heap, object, _| heap.change_header(object, 0, START | OWNED))?;
        found
    }

    fn change_header(&mut self, object: Ref, set: u32, clear: u32) -> Checked {
        let header = self.space.load(object.0);
        self.space.store(object.0, (header | set) & !clear);
        Ok(())
    }

    fn check_value(&mut self, holder: Ref, index: u32) -> Checked {
        let word = self.space.word(holder, index);
        let Some(target) = Value(word).object_ref() else { return Ok(()) };
        if target.0 < self.space.start || target.0 >= self.space.end {
            return Ok(());
        }
        if !self.is_inside(target.0) {
            return self.broken(Rule::Reference, holder.0, word);
        }
        let header = self.space.load(target.0);
        let kind = header::kind(header) & KIND_MASK;
        if header & START == 0 {
            // Inside a code image everything is immortal, and nothing else is inside anything.
            let in_image = header & COUNT == IMMORTAL && kind >= FIRST_COUNTED;
            return if in_image { Ok(()) } else { self.broken(Rule::Reference, holder.0, word) };
        }
        if kind >= FIRST_COUNTED {
            return Ok(());
        }
        if kind == kind::IMAGE || header & OWNED != 0 {
            return self.broken(Rule::SharedBlock, holder.0, word);
        }
        self.space.store(target.0, header | OWNED);
        Ok(())
    }

    /// H11: the lists of weak references hold living ones, whose targets say so.
    pub fn check_weak(&self) -> Checked {
        self.finalizers.weak_lists().iter().try_for_each(|&first| self.check_weak_list(first))
    }

    fn check_weak_list(&self, first: u32) -> Checked {
        let mut weak = first;
        let mut left = self.alloc.live / WORD;
        while weak != 0 {
            let in_arena = self.is_inside(weak);
            if !in_arena || left == 0 || self.kind(Ref(weak)) != kind::WEAKREF {
                return self.broken(Rule::Weak, self.heap_start(), weak);
            }
            let header = self.space.load(self.space.word(Ref(weak), weakref::TARGET));
            let knows = header & FLAG2 != 0 && finalize::can_have_weak(header::kind(header));
            if !knows && header & IMMORTAL == 0 {
                return self.broken(Rule::Weak, weak, header);
            }
            weak = self.space.word(Ref(weak), weakref::NEXT);
            left -= 1;
        }
        Ok(())
    }

    /// H13: the watched cells are those that are marked so.
    pub fn check_watched(&mut self) -> Checked {
        let watched =
            |offset: u32| header::FLAG1 | u32::from(kind::CELL) == self.space.load(offset) & 0x1ff;
        for &cell in self.clusters.watched() {
            if !self.is_inside(cell) || !watched(cell) {
                return self.broken(Rule::Watched, cell, 0);
            }
        }
        let marked = self.blocks().filter(|&(block, _)| watched(block.0)).count();
        let count = self.clusters.watched().len();
        if marked == count { Ok(()) } else { self.broken(Rule::Watched, 0, marked as u32) }
    }

    /// H12: the queue is a chain of objects that may be in it.
    pub fn check_queue(&self) -> Checked {
        let mut left = self.alloc.live / WORD;
        let mut object = self.finalizers.first();
        while object != 0 {
            let in_arena = self.is_inside(object);
            let kind = if in_arena { self.kind(Ref(object)) } else { kind::FREE };
            let may_queue = finalize::can_have_finalizer(kind) || kind == kind::WEAKREF;
            if !may_queue || left == 0 {
                return self.broken(Rule::Queue, self.heap_start(), object);
            }
            object = self.space.word(Ref(object), self.link_word(Ref(object)));
            left -= 1;
        }
        Ok(())
    }

    /// H1: every count is the number of references. `roots` names those held from outside.
    pub fn check_counts(&mut self, roots: &mut Roots<'_>) -> Checked {
        self.compare_counts(roots, Err)
    }

    /// Tells of every count that is not the number of references.
    fn compare_counts(
        &mut self,
        roots: &mut Roots<'_>,
        mut tell: impl FnMut(Broken) -> Checked,
    ) -> Checked {
        self.recount(roots, |header| header.wrapping_sub(ONE));
        let found = self.each_used(|heap, object, _| {
            let header = heap.space.load(object.0);
            let is_counted = header::kind(header) >= FIRST_COUNTED && header & COUNT != IMMORTAL;
            // Biased: no reference left shows as -1.
            let off = (header & COUNT).wrapping_add(ONE) as i32 / ONE as i32;
            if !is_counted || off == 0 {
                return Ok(());
            }
            let rule = if off > 0 { Rule::CountHigh } else { Rule::CountLow };
            heap.broken(rule, object.0, off.unsigned_abs()).or_else(&mut tell)
        });
        self.recount(roots, |header| header.wrapping_add(ONE));
        found
    }

    /// Changes the count of every object once for each reference to it.
    fn recount(&mut self, roots: &mut Roots<'_>, change: impl Fn(u32) -> u32 + Copy) {
        roots(&mut |value| self.change_count(value, change));
        self.change_count(Value(self.finalizers.first()), change);
        let mut queued = Ref(self.finalizers.first());
        while !queued.is_nil() {
            let next = self.space.word(queued, self.link_word(queued));
            if header::kind(self.space.load(queued.0)) == kind::WEAKREF {
                // The link of other objects is among their values and counted with them.
                self.change_count(Value(next), change);
            }
            queued = Ref(next);
        }
        let _ = self.each_used(|heap, object, _| {
            let (first, end) = heap.value_range(object);
            for index in first..end {
                heap.change_count(heap.space.value(object, index), change);
            }
            Ok(())
        });
    }

    fn change_count(&mut self, value: Value, change: impl Fn(u32) -> u32) {
        let Some(target) = value.object_ref() else { return };
        if !self.is_inside(target.0) {
            return;
        }
        let header = self.space.load(target.0);
        if header::kind(header) >= FIRST_COUNTED && header & COUNT != IMMORTAL {
            self.space.store(target.0, change(header));
        }
    }
}
