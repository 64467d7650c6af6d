//! Objects that must hear of their death: `__del__`, generators to be closed, weak references.
//!
//! Nothing runs here. A dying object with `FLAG1` gets its last reference back and joins a queue, from
//! which the machine takes it at the next safe point. The queue is threaded through a word that such
//! objects have to spare: one behind the slots of an instance (its layout asks for it), the link of a
//! suspended generator. `FLAG1` is cleared: a finalizer runs once.
//!
//! `FLAG2` says that weak references to the object exist. Weak references form a few lists, by target;
//! those to a dying object are emptied, and those with a callback move to the queue.
//!
//! H11  The lists of weak references hold those with a target, which is of a kind that can have them and
//!      has `FLAG2`, or is immortal. Others have 0 for a target.
//! H12  The queue owns one reference to each object in it; the link in an instance or a generator stands
//!      for the reference to the next.
//!
//! Not here: running `__del__` (the vm), making weak references (objects).

use crate::Heap;
use crate::header::{self, FLAG1, FLAG2};
use crate::kind::{self, KIND_MASK};
use crate::value::{Ref, Value};

/// Words of a `WEAKREF`: target (not counted), callback, next of its list, hash.
pub mod weakref {
    /// The object referred to, or 0; not counted.
    pub const TARGET: u32 = 1;
    /// Called with the weak reference when the target died, or None.
    pub const CALLBACK: u32 = 2;
    /// Next weak reference of the list.
    pub const NEXT: u32 = 3;
    /// The target's hash as a small int once somebody asked for it, else 0: it outlives the target.
    pub const HASH: u32 = 4;
    /// Words of a weak reference.
    pub const COUNT: u32 = 5;
}

/// Objects that wait for their finalizer, oldest first.
#[derive(Default)]
pub struct Finalizers {
    first: u32,
    last: u32,
    /// Weak references with a living target, in lists by target, the newest first.
    weak: [u32; WEAK_LISTS],
    /// Does something wait to be done between two instructions: a finalizer, or somebody who asked?
    errands: bool,
    /// Was there ever an instance with a finalizer?
    pub armed: bool,
}

/// Lists of weak references: the death of a target looks through one of them.
const WEAK_LISTS: usize = 32;

/// The list for weak references to this target.
fn weak_list(target: u32) -> usize {
    // Neighbours of one size fall into different lists whatever the size: 5 is prime to their number.
    (target >> 2).wrapping_mul(5).wrapping_add(target >> 9) as usize % WEAK_LISTS
}

impl Finalizers {
    /// Offset of the object that has waited longest, 0 when none waits.
    pub fn first(&self) -> u32 {
        self.first
    }

    /// Offsets of the first weak reference of each list, 0 for an empty list.
    pub fn weak_lists(&self) -> &[u32] {
        &self.weak
    }
}

impl Heap {
    /// Is anything waiting for its finalizer, or has anybody asked the machine to look?
    #[inline(always)]
    pub fn has_errands(&self) -> bool {
        self.finalizers.errands
    }

    /// Is anything waiting for its finalizer?
    #[inline]
    pub fn has_finalizers(&self) -> bool {
        self.finalizers.first != 0
    }

    /// Asks the machine to look at what is owed before its next call, return or back edge.
    #[inline]
    pub fn ask(&mut self) {
        self.finalizers.errands = true;
    }

    /// The machine has looked.
    pub fn answered(&mut self) {
        self.finalizers.errands = self.has_finalizers();
    }

    /// Takes the object that has waited longest; the caller owns the reference.
    pub fn next_finalizer(&mut self) -> Option<Ref> {
        let object = Ref(self.finalizers.first);
        if object.is_nil() {
            return None;
        }
        let link = self.link_word(object);
        self.finalizers.first = self.space.word(object, link);
        if self.finalizers.first == 0 {
            self.finalizers.last = 0;
            self.finalizers.errands = false;
        }
        self.space.set_word(object, link, 0);
        Some(object)
    }

    /// Takes an object out of the queue before its turn, because script code uses it again; it is queued anew when it
    /// dies. Whoever asks holds a reference to it.
    pub fn unqueue(&mut self, object: Ref) {
        let mut before = Ref::NIL;
        let mut at = Ref(self.finalizers.first);
        while at != object {
            if at.is_nil() {
                return;
            }
            before = at;
            at = Ref(self.space.word(at, self.link_word(at)));
        }
        let link = self.link_word(object);
        let next = self.space.word(object, link);
        if before.is_nil() {
            self.finalizers.first = next;
        } else {
            let link_before = self.link_word(before);
            self.space.set_word(before, link_before, next);
        }
        if next == 0 {
            self.finalizers.last = before.0;
        }
        self.space.set_word(object, link, 0);
        let header = self.space.load(object.0);
        self.space.store(object.0, header | FLAG1);
        if !self.is_unique(object) {
            self.dec_ref(object);
        }
    }

    /// Queues a dying object that must hear of it; false when it may simply be freed.
    #[inline]
    pub(crate) fn queue_finalizer(&mut self, object: Ref, header: u32) -> bool {
        match header::kind(header) {
            kind::WEAKREF => self.unlink_weak(object),
            kind if kind == kind::CELL || can_have_weak(kind) => {
                return header & (FLAG1 | FLAG2) != 0 && self.notify(object, header);
            }
            _ => {}
        }
        false
    }

    /// Values of a dict and attributes die from the first to the last, other words from the last: those
    /// with a finalizer are queued before the walk down meets them.
    #[cold]
    pub(crate) fn queue_in_order(&mut self, object: Ref, first: u32, end: u32) {
        let (holder, first, end) = match header::kind(self.space.load(object.0)) & KIND_MASK {
            kind::EXTRA | kind::INSTANCE => (object, first, end),
            kind::DICT => {
                let table = Ref(self.space.word(object, 2));
                let (first, end) = if table.is_nil() { (0, 0) } else { self.value_range(table) };
                (table, first, end)
            }
            _ => return,
        };
        for word in first..end {
            let value = self.space.value(holder, word);
            let Some(child) = value.object_ref() else { continue };
            let header = self.space.load(child.0);
            if header < header::ONE
                && header & FLAG1 != 0
                && can_have_finalizer(header::kind(header))
            {
                self.space.set_word(holder, word, 0);
                self.space.store(child.0, header & !FLAG1);
                self.enqueue(child);
            }
        }
    }

    #[cold]
    fn notify(&mut self, object: Ref, header: u32) -> bool {
        if header & FLAG1 != 0 && can_have_finalizer(header::kind(header)) {
            self.space.store(object.0, header & !FLAG1);
            self.enqueue(object);
            return true;
        }
        if header::kind(header) == kind::CELL {
            self.forget_cell(object);
            return false;
        }
        if header & FLAG2 != 0 {
            self.space.store(object.0, header & !FLAG2);
            self.clear_weak(object);
        }
        false
    }

    /// Puts an object at the end of the queue, which takes over a reference to it.
    pub(crate) fn enqueue(&mut self, object: Ref) {
        let link = self.link_word(object);
        self.space.set_word(object, link, 0);
        if self.finalizers.last == 0 {
            self.finalizers.first = object.0;
        } else {
            let last = Ref(self.finalizers.last);
            let last_link = self.link_word(last);
            self.space.set_word(last, last_link, object.0);
        }
        self.finalizers.last = object.0;
        self.finalizers.errands = true;
    }

    pub(crate) fn link_word(&self, object: Ref) -> u32 {
        match header::kind(self.space.load(object.0)) & KIND_MASK {
            kind::GENERATOR => 1,
            kind::WEAKREF => weakref::NEXT,
            _ => self.size_words(object) - 1,
        }
    }

    /// Puts a new weak reference into the list and marks its target, which is of a kind that can have
    /// weak references or immortal.
    pub fn link_weak(&mut self, weak: Ref, target: Ref) {
        self.space.set_word(weak, weakref::TARGET, target.0);
        let head = &mut self.finalizers.weak[weak_list(target.0)];
        let next = core::mem::replace(head, weak.0);
        self.space.set_word(weak, weakref::NEXT, next);
        let header = self.space.load(target.0);
        if header & header::IMMORTAL == 0 {
            self.space.store(target.0, header | FLAG2);
        }
    }

    /// A weak reference to this target without a callback, if there is one already.
    pub fn find_weak(&self, target: Ref) -> Option<Ref> {
        let mut weak = Ref(self.finalizers.weak[weak_list(target.0)]);
        while !weak.is_nil() {
            if self.space.word(weak, weakref::TARGET) == target.0
                && self.space.value(weak, weakref::CALLBACK) == Value::NONE
            {
                return Some(weak);
            }
            weak = Ref(self.space.word(weak, weakref::NEXT));
        }
        None
    }

    /// Takes a dying weak reference out of the list, which it left already when its target died.
    fn unlink_weak(&mut self, gone: Ref) {
        let target = self.space.word(gone, weakref::TARGET);
        if target != 0 {
            self.filter_weak(weak_list(target), &|_, weak| weak == gone, &|_, _| {});
        }
    }

    /// Takes weak references that are garbage themselves out of the lists.
    pub(crate) fn unlink_weak_if(&mut self, is_dead: fn(u32) -> bool) {
        self.filter_all_weak(&|heap, weak| is_dead(heap.space.load(weak.0)), &|_, _| {});
    }

    /// Empties the weak references to garbage; those that live and have a callback join the queue.
    pub(crate) fn clear_weak_to(&mut self, is_dead: fn(u32) -> bool) {
        self.filter_all_weak(
            &|heap, weak| is_dead(heap.space.load(heap.space.word(weak, weakref::TARGET))),
            &|heap, weak| {
                let target = heap.space.word(weak, weakref::TARGET);
                let header = heap.space.load(target);
                heap.space.store(target, header & !FLAG2);
                heap.empty_weak(weak, is_dead);
            },
        );
    }

    /// Empties the weak references to what lies in a part of the arena.
    pub(crate) fn clear_weak_into(&mut self, part: core::ops::Range<u32>) {
        self.filter_all_weak(
            &|heap, weak| part.contains(&heap.space.word(weak, weakref::TARGET)),
            &|heap, weak| heap.empty_weak(weak, |_| false),
        );
    }

    /// Empties the weak references to a dying object.
    fn clear_weak(&mut self, target: Ref) {
        self.filter_weak(
            weak_list(target.0),
            &|heap, weak| heap.space.word(weak, weakref::TARGET) == target.0,
            &|heap, weak| heap.empty_weak(weak, |_| false),
        );
    }

    fn empty_weak(&mut self, weak: Ref, is_dead: fn(u32) -> bool) {
        self.space.set_word(weak, weakref::TARGET, 0);
        let calls = self.space.value(weak, weakref::CALLBACK) != Value::NONE;
        if calls && !is_dead(self.space.load(weak.0)) {
            self.inc_ref(weak);
            self.enqueue(weak);
        }
    }

    fn filter_all_weak(
        &mut self,
        leaves: &impl Fn(&Heap, Ref) -> bool,
        then: &impl Fn(&mut Heap, Ref),
    ) {
        (0..WEAK_LISTS).for_each(|list| self.filter_weak(list, leaves, then));
    }

    /// Takes weak references out of a list and does something to each.
    fn filter_weak(
        &mut self,
        list: usize,
        leaves: &impl Fn(&Heap, Ref) -> bool,
        then: &impl Fn(&mut Heap, Ref),
    ) {
        let mut previous = Ref::NIL;
        let mut weak = Ref(self.finalizers.weak[list]);
        while !weak.is_nil() {
            let next = self.space.word(weak, weakref::NEXT);
            if !leaves(self, weak) {
                previous = weak;
            } else {
                if previous.is_nil() {
                    self.finalizers.weak[list] = next;
                } else {
                    self.space.set_word(previous, weakref::NEXT, next);
                }
                then(self, weak);
            }
            weak = Ref(next);
        }
    }
}

/// Does `FLAG1` mean on this kind that a finalizer has yet to run?
pub(crate) fn can_have_finalizer(kind: u8) -> bool {
    matches!(kind & KIND_MASK, kind::INSTANCE | kind::INSTANCE_X | kind::GENERATOR)
}

/// May weak references refer to objects of this kind? On these kinds `FLAG2` says that some do.
#[inline]
pub fn can_have_weak(kind: u8) -> bool {
    matches!(
        kind,
        kind::INSTANCE
            | kind::INSTANCE_X
            | kind::GENERATOR
            | kind::CLASS
            | kind::FUNCTION
            | kind::METHOD
            | kind::SET
            | kind::FROZENSET
            | kind::MEMORYVIEW
    )
}
