//! The order of method resolution: the bases' orders merged so that all of them are kept (C3).
//!
//! ```text
//!  list 0    base 0, then its order      a head is taken when it is in nobody's tail;
//!  list n-1  base n-1, then its order    `position` words count what each list has given
//!  list n    the bases themselves
//! ```
//!
//! Not here: searching along the order (class.rs).

use crate::class;
use crate::cx::{Cx, Exit, Outcome};
use crate::raise::{self, Part::*};
use crate::tuple;
use threadsnake_heap::{OutOfMemory, Ref, Value, WORD, header, kind};

/// The classes behind a class with these bases, as a tuple.
pub fn of_bases(cx: &mut Cx, bases: Ref) -> Outcome<Ref> {
    check_duplicates(cx, bases)?;
    let count = tuple::len(cx, bases);
    let merge = Merge::new(cx, bases, count)?;
    let merged = merge.run(cx);
    let order = match merged {
        Ok(len) => tuple::from_part(cx, merge.result(0), len).map_err(Exit::from),
        Err(exit) => Err(exit),
    };
    cx.heap.release_block(merge.block);
    order
}

fn check_duplicates(cx: &mut Cx, bases: Ref) -> Outcome<()> {
    for at in 1..tuple::len(cx, bases) {
        let base = tuple::item(cx, bases, at);
        let before = tuple::items(cx, bases).iter().take(at as usize);
        if before.into_iter().any(|&other| other == base) {
            return Err(raise::type_error(cx, &[S("duplicate base class "), C(base.as_ref())]));
        }
    }
    Ok(())
}

/// A merge under way.
struct Merge {
    bases: Ref,
    /// Number of bases; there is one list more.
    count: u32,
    /// RAW block: positions of the lists, then the result.
    block: Ref,
}

impl Merge {
    fn new(cx: &mut Cx, bases: Ref, count: u32) -> Result<Merge, OutOfMemory> {
        let mut total = count;
        for at in 0..count {
            let base = tuple::item(cx, bases, at).as_ref();
            total = total.saturating_add(1 + class::mro_tail(cx, base).len() as u32);
        }
        let words = total.saturating_add(count).saturating_add(2);
        let block = cx.heap.alloc(words)?;
        cx.heap.space.store(block.0, header::block(kind::RAW, words));
        cx.heap.space.clear_words(block.0 + WORD, count + 1);
        Ok(Merge { bases, count, block })
    }

    /// Offset of an item of the result.
    fn result(&self, at: u32) -> u32 {
        self.block.0 + (2 + self.count + at) * WORD
    }

    fn position(&self, cx: &Cx, list: u32) -> u32 {
        cx.heap.space.word(self.block, 1 + list)
    }

    /// An item of a list, unbound behind its end.
    fn item(&self, cx: &Cx, list: u32, at: u32) -> Value {
        if list == self.count {
            return tuple::item(cx, self.bases, at);
        }
        let base = tuple::item(cx, self.bases, list);
        if at == 0 {
            return base;
        }
        class::mro_tail(cx, base.as_ref()).get(at as usize - 1).copied().unwrap_or(Value::UNBOUND)
    }

    fn head(&self, cx: &Cx, list: u32) -> Value {
        self.item(cx, list, self.position(cx, list))
    }

    /// Merges; the number of classes in the result.
    fn run(&self, cx: &mut Cx) -> Outcome<u32> {
        let mut len = 0;
        loop {
            let mut is_done = true;
            let mut taken = Value::UNBOUND;
            for list in 0..=self.count {
                let head = self.head(cx, list);
                if head.is_unbound() {
                    continue;
                }
                is_done = false;
                if !self.is_in_tail(cx, head) {
                    taken = head;
                    break;
                }
            }
            if is_done {
                return Ok(len);
            }
            if taken.is_unbound() {
                return Err(self.conflict(cx));
            }
            cx.heap.space.store(self.result(len), taken.0);
            len += 1;
            self.advance(cx, taken);
        }
    }

    /// Is a class behind the head of some list?
    fn is_in_tail(&self, cx: &mut Cx, class: Value) -> bool {
        cx.charge(self.count);
        (0..=self.count).any(|list| {
            let mut at = self.position(cx, list) + 1;
            loop {
                let item = self.item(cx, list, at);
                if item.is_unbound() || item == class {
                    return item == class;
                }
                at += 1;
            }
        })
    }

    /// Takes a class off the front of every list.
    fn advance(&self, cx: &mut Cx, class: Value) {
        for list in 0..=self.count {
            if self.head(cx, list) == class {
                let position = self.position(cx, list);
                cx.heap.space.set_word(self.block, 1 + list, position + 1);
            }
        }
    }

    /// The `TypeError` that names the heads that block each other.
    #[cold]
    fn conflict(&self, cx: &mut Cx) -> Exit {
        const NAMED_MAX: usize = 8;
        let mut parts = [S(""); 1 + 2 * NAMED_MAX];
        parts[0] = S("Cannot create a consistent method resolution\norder (MRO) for bases ");
        let mut heads = [Value::UNBOUND; NAMED_MAX];
        let mut count = 0;
        for list in 0..=self.count {
            let head = self.head(cx, list);
            let is_new = !head.is_unbound() && !heads.contains(&head);
            if is_new
                && let (Some(place), Some(pair)) =
                    (heads.get_mut(count), parts.get_mut(1 + 2 * count..3 + 2 * count))
            {
                *place = head;
                pair.copy_from_slice(&[S(if count == 0 { "" } else { ", " }), C(head.as_ref())]);
                count += 1;
            }
        }
        raise::type_error(cx, &parts)
    }
}
