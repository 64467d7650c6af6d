//! Steps of iterators that make nothing and raise nothing: what a loop tries first.
//!
//! A step that is not taken here has changed nothing, so the general one can be made in its place.
//!
//! Not here: the general step (iter.rs).

use super::{DENSE, PLACE, SOURCE, STATE, Sub, expected, finish, place, set_place, sub};
use crate::cx::Cx;
use crate::dict::entries::{self, PAIR, SINGLE, State};
use crate::{list, range, statics, str, tuple};
use threadsnake_heap::value::SMALL_MAX;
use threadsnake_heap::{Ref, Value, kind};

/// What such a step gives; items are owned.
#[derive(Clone, Copy)]
pub enum Quick {
    /// An item.
    Item(Value),
    /// An item that would be a tuple of these two.
    Pair(Value, Value),
    /// There is no more.
    End,
    /// The general step must be made.
    No,
}

/// The next item.
#[inline]
pub fn step(cx: &mut Cx, it: Ref) -> Option<Value> {
    let object = cx.heap.space.value(it, SOURCE).object_ref()?;
    let index = place(cx, it);
    let (item, after) = match sub(cx, it) {
        Sub::List => (list::item(cx, object, index), index + 1),
        Sub::Tuple => (tuple::item(cx, object, index), index + 1),
        Sub::ListReverse => {
            let before = index.checked_sub(1)?;
            (list::item(cx, object, before), before)
        }
        Sub::StrAscii => (char_of(cx, object, index)?, index + 1),
        Sub::Range => (number(cx, it, object, index)?, index + 1),
        Sub::Keys => {
            let (entry, key, _) = entry(cx, it, object, index)?;
            (key, entry + 1)
        }
        Sub::Values => {
            let (entry, _, value) = entry(cx, it, object, index)?;
            (value, entry + 1)
        }
        Sub::Set if State::of(&cx.heap.space, object).live() == expected(cx, it) => {
            let (entry, key, _) = entries::next::<SINGLE>(cx, object, index)?;
            (key, entry + 1)
        }
        _ => return None,
    };
    if item.is_unbound() {
        return None;
    }
    set_place(cx, it, after);
    Some(cx.heap.share(item))
}

/// The next item, apart if it is a pair made for the purpose.
#[inline]
pub fn step_pair(cx: &mut Cx, it: Ref) -> Quick {
    let Some(object) = cx.heap.space.value(it, SOURCE).object_ref() else { return Quick::No };
    match sub(cx, it) {
        Sub::Items => {
            let index = place(cx, it);
            let Some((entry, key, value)) = entry(cx, it, object, index) else { return Quick::No };
            set_place(cx, it, entry + 1);
            Quick::Pair(cx.heap.share(key), cx.heap.share(value))
        }
        Sub::Enumerate => {
            let count = cx.heap.space.value(it, PLACE);
            if !count.is_small() || count.as_small() == SMALL_MAX {
                return Quick::No;
            }
            let Some(item) = step(cx, object) else { return Quick::No };
            cx.heap.space.set_word(it, PLACE, count.0 + 2);
            Quick::Pair(count, item)
        }
        Sub::Zip => step_zip(cx, it, object),
        _ => step(cx, it).map_or(Quick::No, Quick::Item),
    }
}

/// A `zip` of two rows, of which the second may end when the first has given its item.
fn step_zip(cx: &mut Cx, it: Ref, inner: Ref) -> Quick {
    let rows = [tuple::item(cx, inner, 0), tuple::item(cx, inner, 1)];
    let [Some(one), Some(two)] = rows.map(|row| cx.as_kind(row, kind::ITER)) else {
        return Quick::No;
    };
    if tuple::len(cx, inner) != 2 || place(cx, it) != 0 || !is_row(cx, one) || !is_row(cx, two) {
        return Quick::No;
    }
    let Some(first) = step(cx, one) else { return Quick::No };
    match step(cx, two) {
        Some(second) => Quick::Pair(first, second),
        None => {
            cx.heap.dec(first);
            finish(cx, two);
            finish(cx, it);
            Quick::End
        }
    }
}

/// Does `step` of this iterator give nothing only when it has ended?
fn is_row(cx: &Cx, it: Ref) -> bool {
    match sub(cx, it) {
        Sub::List | Sub::ListReverse | Sub::Tuple | Sub::StrAscii => true,
        Sub::Range => cx.heap.space.value(it, SOURCE).object_ref().is_none_or(|object| {
            range::parts(cx, object).iter().all(|part| part.is_small())
                && cx.heap.space.value(it, PLACE).is_small()
        }),
        _ => false,
    }
}

fn char_of(cx: &Cx, text: Ref, index: u32) -> Option<Value> {
    let is_inside = index < str::byte_len(cx, text);
    is_inside.then(|| statics::char_str(cx.heap.space.byte(str::start(cx, text) + index)))
}

/// A number of a range of small ints.
fn number(cx: &Cx, it: Ref, range: Ref, index: u32) -> Option<Value> {
    let [start, stop, step] = range::parts(cx, range);
    let is_small = start.is_small()
        && stop.is_small()
        && step.is_small()
        && cx.heap.space.value(it, PLACE).is_small()
        && index < SMALL_MAX as u32;
    if !is_small {
        return None;
    }
    let (stop, step) = (i64::from(stop.as_small()), i64::from(step.as_small()));
    let item = i64::from(start.as_small()) + step * i64::from(index);
    let is_inside = if step > 0 { item < stop } else { item > stop };
    is_inside.then(|| Value::small(item as i32))
}

/// The next entry of a dict that has not changed.
#[inline(always)]
fn entry(cx: &Cx, it: Ref, dict: Ref, index: u32) -> Option<(u32, Value, Value)> {
    let expected = expected(cx, it);
    if State::of(&cx.heap.space, dict).live() != expected {
        return None;
    }
    let found = entries::next::<PAIR>(cx, dict, index)?;
    let dense = cx.heap.space.word(it, STATE) >> 1 & DENSE != 0;
    (!dense || found.0 < expected).then_some(found)
}
