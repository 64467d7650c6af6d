//! Objects that must hear of their death: `__del__`, generators to be closed, weak references.
//!
//! Nothing runs here. A dying object with `FLAG1` gets its last reference back and joins a queue, from
//! which the machine takes it at the next safe point. The queue is threaded through a word that such
//! objects have to spare: the last inline slot of an instance (its layout reserves it), the link of a
//! suspended generator. `FLAG1` is cleared: a finalizer runs once.
//!
//! `FLAG2` says that weak references to the object exist. All weak references form one list; those of a
//! dying object are emptied, and those with a callback move to the queue.
//!
//! Not here: running `__del__` (the vm), making weak references (objects).

use crate::Heap;
use crate::header::{self, FLAG1, FLAG2};
use crate::kind;
use crate::value::{Ref, Value};

/// Words of a `WEAKREF`: target (not counted), callback, next of its list.
pub mod weakref {
    /// The object referred to, or 0; not counted.
    pub const TARGET: u32 = 1;
    /// Called with the weak reference when the target died, or None.
    pub const CALLBACK: u32 = 2;
    /// Next weak reference of the list.
    pub const NEXT: u32 = 3;
}

/// Objects that wait for their finalizer, oldest first.
#[derive(Default)]
pub struct Finalizers {
    first: u32,
    last: u32,
    /// All weak references with a living target.
    pub weak: u32,
}

impl Heap {
    /// Is anything waiting for its finalizer?
    #[inline(always)]
    pub fn has_finalizers(&self) -> bool {
        self.finalizers.first != 0
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
        }
        self.space.set_word(object, link, 0);
        Some(object)
    }

    /// Queues a dying object that must hear of it; false when it may simply be freed.
    #[inline]
    pub(crate) fn queue_finalizer(&mut self, object: Ref, header: u32) -> bool {
        match header::kind(header) {
            kind::INSTANCE | kind::INSTANCE_X | kind::GENERATOR | kind::CLASS | kind::FUNCTION => {
                header & (FLAG1 | FLAG2) != 0 && self.notify(object, header)
            }
            kind::WEAKREF => {
                self.unlink_weak(object);
                false
            }
            _ => false,
        }
    }

    #[cold]
    fn notify(&mut self, object: Ref, header: u32) -> bool {
        if header & FLAG1 != 0 {
            self.space.store(object.0, header & !FLAG1);
            self.enqueue(object);
            return true;
        }
        self.clear_weak(object);
        self.space.store(object.0, header & !FLAG2);
        false
    }

    fn enqueue(&mut self, object: Ref) {
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
    }

    fn link_word(&self, object: Ref) -> u32 {
        match header::kind(self.space.load(object.0)) {
            kind::GENERATOR => 1,
            kind::WEAKREF => weakref::NEXT,
            _ => self.size_words(object) - 1,
        }
    }

    /// Puts a new weak reference into the list and marks its target.
    pub fn link_weak(&mut self, weak: Ref, target: Ref) {
        self.space.set_word(weak, weakref::TARGET, target.0);
        self.space.set_word(weak, weakref::NEXT, self.finalizers.weak);
        self.finalizers.weak = weak.0;
        let header = self.space.load(target.0);
        if header & header::IMMORTAL == 0 {
            self.space.store(target.0, header | FLAG2);
        }
    }

    /// A weak reference to this target without a callback, if there is one already.
    pub fn find_weak(&self, target: Ref) -> Option<Ref> {
        let mut weak = Ref(self.finalizers.weak);
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

    fn unlink_weak(&mut self, gone: Ref) {
        let mut previous = Ref::NIL;
        let mut weak = Ref(self.finalizers.weak);
        while !weak.is_nil() {
            let next = self.space.word(weak, weakref::NEXT);
            if weak == gone {
                self.set_next_weak(previous, next);
                return;
            }
            previous = weak;
            weak = Ref(next);
        }
    }

    fn set_next_weak(&mut self, previous: Ref, next: u32) {
        if previous.is_nil() {
            self.finalizers.weak = next;
        } else {
            self.space.set_word(previous, weakref::NEXT, next);
        }
    }

    /// Empties all weak references to a dying object; those with a callback join the queue.
    fn clear_weak(&mut self, target: Ref) {
        let mut previous = Ref::NIL;
        let mut weak = Ref(self.finalizers.weak);
        while !weak.is_nil() {
            let next = self.space.word(weak, weakref::NEXT);
            if self.space.word(weak, weakref::TARGET) == target.0 {
                self.set_next_weak(previous, next);
                self.space.set_word(weak, weakref::TARGET, 0);
                if self.space.value(weak, weakref::CALLBACK) != Value::NONE {
                    self.inc_ref(weak);
                    self.enqueue(weak);
                }
            } else {
                previous = weak;
            }
            weak = Ref(next);
        }
    }
}
