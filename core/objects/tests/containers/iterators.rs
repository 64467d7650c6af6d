//! Iterators over builtin objects, and what they say to changes under way.

use crate::machine::{text, with_nothing_left};
use threadsnake_heap::{Value, kind};
use threadsnake_objects::cx::{Cx, Exit};
use threadsnake_objects::iter::{self, Next, Sub};
use threadsnake_objects::{dict, int, list, range, set, str, tuple};

fn drain(cx: &mut Cx, it: Value) -> Vec<Value> {
    let mut found = Vec::new();
    while let Next::Item(item) = iter::next(cx, it.as_ref()).unwrap() {
        found.push(item);
    }
    assert_eq!(iter::next(cx, it.as_ref()).unwrap(), Next::End);
    cx.heap.dec(it);
    found
}

#[test]
fn rows_give_their_items_in_order() {
    with_nothing_left(1 << 16, |cx| {
        let items = [1, 2, 3].map(Value::small);
        let (l, t) =
            (list::from_slice(cx, &items).unwrap(), tuple::from_slice(cx, &items).unwrap());
        for object in [l, t] {
            let it = iter::of(cx, object.value()).unwrap().unwrap();
            assert_eq!(drain(cx, it), items);
        }
        let it = iter::over(cx, Sub::ListReverse, l).unwrap();
        assert_eq!(drain(cx, it), [3, 2, 1].map(Value::small));
        cx.heap.dec_ref(l);
        cx.heap.dec_ref(t);
    });
}

#[test]
fn text_gives_characters() {
    with_nothing_left(1 << 16, |cx| {
        let word = text(cx, "aé日b");
        let it = iter::of(cx, word).unwrap().unwrap();
        assert_eq!(iter::length_hint(cx, it.as_ref()), Some(4));
        let chars = drain(cx, it);
        let texts: Vec<&[u8]> = chars.iter().map(|c| str::bytes(cx, c.as_ref())).collect();
        assert_eq!(
            texts,
            ["a", "é", "日", "b"].map(|c: &'static core::primitive::str| c.as_bytes())
        );
        for value in chars.into_iter().chain([word]) {
            cx.heap.dec(value);
        }
    });
}

#[test]
fn ranges_count_past_the_small_ints() {
    with_nothing_left(1 << 16, |cx| {
        let first = (1i64 << 30) - 2;
        let r = range::from_narrow(cx, first, first + 5, 2).unwrap();
        let it = iter::of(cx, r.value()).unwrap().unwrap();
        let found = drain(cx, it);
        let numbers: Vec<i64> = found.iter().map(|&n| int::saturated(cx, n).unwrap()).collect();
        assert_eq!(numbers, [first, first + 2, first + 4]);
        found.into_iter().for_each(|n| cx.heap.dec(n));
        cx.heap.dec_ref(r);
    });
}

#[test]
fn dicts_notice_a_change_of_size() {
    with_nothing_left(1 << 16, |cx| {
        let d = dict::with_room(cx, 12).unwrap();
        for n in 0..3 {
            assert_eq!(dict::set(cx, d, Value::small(n), Value::NONE).unwrap(), dict::Done::Yes);
        }
        let it = iter::of(cx, d.value()).unwrap().unwrap();
        assert_eq!(iter::next(cx, it.as_ref()).unwrap(), Next::Item(Value::small(0)));
        assert_eq!(dict::set(cx, d, Value::small(9), Value::NONE).unwrap(), dict::Done::Yes);
        assert_eq!(iter::next(cx, it.as_ref()), Err(Exit::Raise));
        assert_eq!(iter::next(cx, it.as_ref()), Err(Exit::Raise));
        cx.heap.dec(it);
        let it = iter::of(cx, d.value()).unwrap().unwrap();
        for n in [0, 1] {
            assert_eq!(iter::next(cx, it.as_ref()).unwrap(), Next::Item(Value::small(n)));
        }
        dict::delete_at(cx, d, 0);
        assert_eq!(dict::set(cx, d, Value::small(10), Value::NONE).unwrap(), dict::Done::Yes);
        for n in [2, 9] {
            assert_eq!(iter::next(cx, it.as_ref()).unwrap(), Next::Item(Value::small(n)));
        }
        assert_eq!(iter::next(cx, it.as_ref()), Err(Exit::Raise));
        cx.heap.dec(it);
        cx.heap.dec_ref(d);
    });
}

#[test]
fn sets_notice_a_change_of_size() {
    with_nothing_left(1 << 16, |cx| {
        let s = set::new(cx, kind::SET).unwrap();
        for n in 0..3 {
            assert_eq!(set::add(cx, s, Value::small(n)).unwrap(), dict::Done::Yes);
        }
        let it = iter::of(cx, s.value()).unwrap().unwrap();
        assert_eq!(iter::next(cx, it.as_ref()).unwrap(), Next::Item(Value::small(0)));
        set::delete_at(cx, s, 2);
        assert_eq!(iter::next(cx, it.as_ref()), Err(Exit::Raise));
        cx.heap.dec(it);
        cx.heap.dec_ref(s);
    });
}

#[test]
fn enumerate_and_zip_run_over_native_iterators() {
    with_nothing_left(1 << 16, |cx| {
        let l = list::from_slice(cx, &[Value::TRUE, Value::FALSE]).unwrap();
        let inner = iter::of(cx, l.value()).unwrap().unwrap();
        let numbered = iter::enumerate(cx, inner, Value::small(5)).unwrap().unwrap();
        cx.heap.dec(inner);
        let word = text(cx, "xyz");
        let chars = iter::of(cx, word).unwrap().unwrap();
        let both = tuple::from_owned(cx, &[numbered, chars]).unwrap();
        let zipped = iter::zip(cx, both, false).unwrap().unwrap();
        cx.heap.dec_ref(both);
        let rows = drain(cx, zipped);
        assert_eq!(rows.len(), 2);
        let pair = tuple::item(cx, rows[1].as_ref(), 0).as_ref();
        assert_eq!(tuple::items(cx, pair), [Value::small(6), Value::FALSE]);
        for value in rows.into_iter().chain([word, l.value()]) {
            cx.heap.dec(value);
        }
    });
}
