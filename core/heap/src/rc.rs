//! Reference counts: taking, dropping, and freeing without recursion.
//!
//! When an object dies its words are dropped one after the other. The way back up is kept in the dying
//! objects themselves: the header's upper bits hold the word being worked on, and that word, whose
//! reference has been taken, holds the way to the parent. Any depth costs no memory at all.
//!
//! Objects with a finalizer or a weak reference to them do not die here: they are queued (finalize.rs)
//! and their `__del__` runs as an ordinary frame at the next safe point.
//!
//! Not here: cycles (cycle.rs).

use crate::Heap;
use crate::WORD;
use crate::header::{self, IMMORTAL, ONE};
use crate::kind;
use crate::value::{Ref, Value};

impl Heap {
    /// Takes one more reference to what a value refers to.
    #[inline(always)]
    pub fn inc(&mut self, value: Value) {
        if value.is_ref() {
            self.inc_ref(value.as_ref());
        }
    }

    /// Takes one more reference to an object.
    #[inline(always)]
    pub fn inc_ref(&mut self, object: Ref) {
        let header = self.space.load(object.0);
        if header & IMMORTAL == 0 {
            debug_assert!(header::kind(header) >= kind::FIRST_COUNTED, "counting a dead object");
            self.space.store(object.0, header + ONE);
        }
    }

    /// Takes one more reference and hands the value on.
    #[inline(always)]
    pub fn share(&mut self, value: Value) -> Value {
        self.inc(value);
        value
    }

    /// Drops one reference.
    #[inline(always)]
    pub fn dec(&mut self, value: Value) {
        if value.is_ref() {
            self.dec_ref(value.as_ref());
        }
    }

    /// Drops one reference to an object.
    #[inline(always)]
    pub fn dec_ref(&mut self, object: Ref) {
        let header = self.space.load(object.0);
        if header & IMMORTAL == 0 {
            debug_assert!(header::kind(header) >= kind::FIRST_COUNTED, "dropping a dead object");
            if header < ONE {
                self.release(object);
            } else {
                self.space.store(object.0, header - ONE);
            }
        }
    }

    /// Makes an object immortal, because something refers to it that does not count: an image to a name.
    pub fn pin(&mut self, object: Ref) {
        let header = self.space.load(object.0);
        if header & IMMORTAL == 0 {
            self.space.store(object.0, header & (ONE - 1) | IMMORTAL);
        }
    }

    /// Is there only one reference to this object?
    #[inline(always)]
    pub fn is_unique(&self, object: Ref) -> bool {
        self.space.load(object.0) < ONE
    }

    /// Frees an object whose last reference is gone, and whatever dies with it.
    #[inline(never)]
    pub fn release(&mut self, object: Ref) {
        let header = self.space.load(object.0);
        let kind = header::kind(header);
        if kind == kind::FLOAT || kind == kind::INT {
            self.free(object, 3);
        } else if header == header::fresh(kind::INSTANCE) && !self.finalizers.armed {
            self.release_instance(object);
        } else if header == header::fresh(kind::TUPLE) && !self.finalizers.armed {
            self.release_tuple(object);
        } else if !kind::has_values(kind) {
            let words = self.size_words(object);
            self.free(object, words);
        } else if self.is_empty_container(object, header) {
            self.free(object, 3);
        } else if header == header::fresh(kind::LIST) && !self.finalizers.armed {
            self.release_list(object);
        } else if !self.queue_finalizer(object, header) {
            self.release_tree(object);
        }
    }

    /// Is this a list, dict or set without storage that nobody has to hear of?
    #[inline]
    fn is_empty_container(&self, object: Ref, header: u32) -> bool {
        const KINDS: [u32; 3] =
            [header::fresh(kind::LIST), header::fresh(kind::DICT), header::fresh(kind::SET)];
        KINDS.contains(&header) && self.space.word(object, 2) == 0
    }

    /// Gives a block that has one owner back, and drops what it holds.
    pub fn release_block(&mut self, block: Ref) {
        if !block.is_nil() {
            self.release_tree(block);
        }
    }

    /// Frees an instance that nobody has to hear of. Most have nothing but leaves to take with them: only one that
    /// takes more is a tree. So it is with tuples and lists.
    fn release_instance(&mut self, object: Ref) {
        let layout = Ref(self.space.word(object, 1));
        let words = self.instance_words(layout);
        let at = self.drop_leaves(object, words - 1, 1);
        if at > 1 || self.is_unique(layout) {
            return self.release_rest(Dying { object, words, at });
        }
        self.dec_ref(layout);
        self.free(object, words);
    }

    fn release_tuple(&mut self, object: Ref) {
        let words = 2 + self.space.word(object, 1);
        let at = self.drop_leaves(object, words - 1, 1);
        if at > 1 {
            // The length is no value, and nobody needs it any more.
            self.space.set_word(object, 1, 0);
            return self.release_rest(Dying { object, words, at });
        }
        self.free(object, words);
    }

    fn release_list(&mut self, object: Ref) {
        let items = Ref(self.space.word(object, 2));
        let len = self.space.word(object, 1) >> 1;
        let at = self.drop_leaves(items, len, 0);
        if at > 0 {
            self.space.clear_words(items.0 + (at + 1) * WORD, len - at);
            return self.release_tree(object);
        }
        let words = self.size_words(items);
        self.free(items, words);
        self.free(object, 3);
    }

    /// Drops words downwards, as far as nothing dies of it that holds values; answers the word where it does, or `end`.
    #[inline]
    fn drop_leaves(&mut self, object: Ref, from: u32, end: u32) -> u32 {
        let mut at = from;
        while at > end {
            let value = self.space.value(object, at);
            if value.is_ref() && !value.is_unbound() {
                let child = value.as_ref();
                let header = self.space.load(child.0);
                let kind = header::kind(header);
                if header == header::fresh(kind::FLOAT) {
                    self.free(child, 3);
                } else if header & IMMORTAL == 0 {
                    if kind < kind::FIRST_COUNTED || header < ONE && kind::has_values(kind) {
                        break;
                    }
                    if header >= ONE {
                        self.space.store(child.0, header - ONE);
                    } else {
                        let words = self.size_words(child);
                        self.free(child, words);
                    }
                }
            }
            at -= 1;
        }
        at
    }

    /// Frees `root` and everything that dies with it, depth first.
    fn release_tree(&mut self, root: Ref) {
        let dying = self.start_dying(root);
        self.release_rest(dying);
    }

    /// Frees a tree whose root may have been begun with.
    fn release_rest(&mut self, mut dying: Dying) {
        let mut parent = Ref::NIL;
        loop {
            if let Some(child) = self.drop_words(&mut dying) {
                self.leave(&dying, parent);
                parent = dying.object;
                dying = self.start_dying(child);
                continue;
            }
            self.free(dying.object, dying.words);
            if parent.is_nil() {
                return;
            }
            (dying, parent) = self.come_back(parent);
        }
    }

    /// Drops words downwards until one of them was the last reference to something that holds values.
    #[inline]
    fn drop_words(&mut self, dying: &mut Dying) -> Option<Ref> {
        while dying.at > 0 {
            let value = self.space.value(dying.object, dying.at);
            if !value.is_ref() {
                dying.at -= 1;
                continue;
            }
            if !value.is_unbound() {
                let child = value.as_ref();
                let header = self.space.load(child.0);
                let kind = header::kind(header);
                if kind < kind::FIRST_COUNTED {
                    return Some(child);
                }
                if header & IMMORTAL == 0 {
                    if header >= ONE {
                        self.space.store(child.0, header - ONE);
                    } else if kind == kind::FLOAT || kind == kind::INT {
                        self.free(child, 3);
                    } else if !kind::has_values(kind) {
                        let words = self.size_words(child);
                        self.free(child, words);
                    } else if !self.queue_finalizer(child, header) {
                        return Some(child);
                    }
                }
            }
            dying.at -= 1;
        }
        None
    }

    fn start_dying(&mut self, object: Ref) -> Dying {
        let words = self.size_words(object);
        let (first, end) = self.value_range_of(object, words);
        if self.kind(object) == kind::LAYOUT {
            self.layouts_died = self.layouts_died.wrapping_add(1);
        }
        if first == 2 {
            // A raw word (a length) that nobody needs any more; the walk down must not take it for a value.
            self.space.set_word(object, 1, 0);
        }
        if self.finalizers.armed {
            self.queue_in_order(object, first, end);
        }
        Dying { object, words, at: if end > first { end - 1 } else { 0 } }
    }

    /// Writes into a dying object where its own work stands and who its parent is.
    fn leave(&mut self, dying: &Dying, parent: Ref) {
        let above = dying.at + 1;
        let kind = if above < dying.words {
            self.space.set_word(dying.object, above, dying.words);
            DYING
        } else {
            DYING_TOP
        };
        self.space.store(dying.object.0, header::block(kind, dying.at));
        self.space.set_word(dying.object, dying.at, parent.0);
    }

    /// Reads back what `leave` wrote.
    fn come_back(&mut self, object: Ref) -> (Dying, Ref) {
        let header = self.space.load(object.0);
        let at = header >> header::SIZE_SHIFT;
        let words =
            if header::kind(header) == DYING { self.space.word(object, at + 1) } else { at + 1 };
        let parent = Ref(self.space.word(object, at));
        (Dying { object, words, at: at - 1 }, parent)
    }
}

/// An object being taken apart: words above `at` are dropped already.
struct Dying {
    object: Ref,
    words: u32,
    at: u32,
}

/// Kind of an object that waits for a child to die; its size is in the word above the one it waits at.
const DYING: u8 = 6;
/// The same, waiting at its last word: its size follows from that.
const DYING_TOP: u8 = 7;
