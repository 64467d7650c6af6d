//! Freeing by counts: depth, width, order, what lives on.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop")]

mod common;

use common::*;
use threadsnake_heap::cycle::Roots;
use threadsnake_heap::{Heap, Ref, Value, header, kind};

const MANY: u32 = if cfg!(miri) { 300 } else { 1_000_000 };

#[test]
fn a_chain_of_tuples_dies_whatever_its_depth() {
    let mut machine = Machine::new(MANY * 16 + 1024);
    let heap = &mut machine.heap;
    for link_at in [0, 1] {
        let mut chain = Value::NONE;
        for number in 0..MANY {
            let mut items = [Value::small(number as i32), Value::small(1)];
            items[link_at] = chain;
            chain = tuple(heap, &items).unwrap().value();
        }
        assert_eq!(heap.alloc.live, MANY * 16);
        heap.dec(chain);
        assert_eq!(heap.alloc.live, 0);
    }
    check(heap);
}

#[test]
fn a_chain_of_lists_dies_whatever_its_depth() {
    let mut machine = Machine::new(MANY * 24 + 1024);
    let heap = &mut machine.heap;
    let mut chain = Value::NONE;
    for _ in 0..MANY {
        chain = list(heap, &[Value::TRUE, chain]).unwrap().value();
    }
    heap.dec(chain);
    assert_eq!(heap.alloc.live, 0);
    check(heap);
}

#[test]
fn a_chain_through_cells_and_functions_dies() {
    let mut machine = Machine::new(MANY * 36 + 1024);
    let heap = &mut machine.heap;
    let mut chain = Value::NONE;
    for _ in 0..MANY {
        let inner = cell(heap, chain).unwrap();
        chain = function(heap, inner.value(), Value::NONE).unwrap().value();
    }
    heap.dec(chain);
    assert_eq!(heap.alloc.live, 0);
}

/// A tree of tuples with `fan` branches, built from the leaves.
fn tree(heap: &mut Heap, fan: usize, depth: u32) -> Value {
    if depth == 0 {
        return float(heap, 1.5).unwrap().value();
    }
    let branches: Vec<Value> = (0..fan).map(|_| tree(heap, fan, depth - 1)).collect();
    tuple(heap, &branches).unwrap().value()
}

#[test]
fn a_tree_dies_with_its_root() {
    let mut machine = Machine::new(2 << 20);
    let heap = &mut machine.heap;
    let root = tree(heap, 3, if cfg!(miri) { 4 } else { 9 });
    check_all(heap, &[root]);
    heap.dec(root);
    assert_eq!(heap.alloc.live, 0);
    check(heap);
}

#[test]
fn a_wide_list_of_tuples_dies_with_it() {
    let mut machine = Machine::new(MANY / 4 * 28 + 1024);
    let heap = &mut machine.heap;
    let items: Vec<Value> = (0..MANY / 4)
        .map(|number| {
            let inner = float(heap, f64::from(number)).unwrap();
            tuple(heap, &[inner.value()]).unwrap().value()
        })
        .collect();
    let root = list(heap, &items).unwrap();
    heap.dec_ref(root);
    assert_eq!(heap.alloc.live, 0);
}

#[test]
fn what_others_hold_lives_on() {
    let mut machine = Machine::new(4096);
    let heap = &mut machine.heap;
    let shared = text(heap, 11).unwrap().value();
    let items = [heap.share(shared), heap.share(shared), heap.share(shared)];
    let holder = tuple(heap, &items).unwrap();
    check_all(heap, &[shared, holder.value()]);
    heap.dec_ref(holder);
    assert!(heap.is_unique(shared.as_ref()));
    check_all(heap, &[shared]);
    heap.dec(shared);
    assert_eq!(heap.alloc.live, 0);
}

#[test]
fn instances_die_before_their_layout() {
    let mut machine = Machine::new(4096);
    let heap = &mut machine.heap;
    let shape = layout(heap, Value::NONE, 2).unwrap();
    let inner = instance(heap, shape).unwrap();
    let outer = extended(heap, shape, 3).unwrap();
    let block = Ref(heap.space.word(outer, 1));
    heap.space.set_word(block, 3, inner.0);
    heap.dec_ref(shape);
    check_all(heap, &[outer.value()]);
    heap.dec_ref(outer);
    assert_eq!(heap.alloc.live, 0);
    assert_eq!(heap.layouts_died, 1);
    check(heap);
}

#[test]
fn blocks_in_a_table_stop_at_the_entries_in_use() {
    let mut machine = Machine::new(4096);
    let heap = &mut machine.heap;
    let key = text(heap, 3).unwrap();
    let table = heap.alloc(8).unwrap();
    heap.space.store(table.0, header::block(kind::TABLE, 8));
    heap.space.set_word(table, 1, Value::small(2).0);
    heap.space.set_word(table, 2, key.0);
    heap.space.set_word(table, 3, Value::TRUE.0);
    for index in 4..8 {
        heap.space.set_word(table, index, 0x0102_0304);
    }
    let dict = heap.alloc(3).unwrap();
    heap.space.store(dict.0, header::fresh(kind::DICT));
    heap.space.set_word(dict, 1, 1);
    heap.space.set_word(dict, 2, table.0);
    check_all(heap, &[dict.value()]);
    heap.dec_ref(dict);
    assert_eq!(heap.alloc.live, 0);
}

#[test]
fn a_count_that_saturates_makes_the_object_immortal() {
    let mut machine = Machine::new(1024);
    let heap = &mut machine.heap;
    let object = tuple(heap, &[]).unwrap();
    for _ in 0..(1 << 20) + 10 {
        heap.inc_ref(object);
    }
    assert_eq!(heap.space.load(object.0), header::IMMORTAL | u32::from(kind::TUPLE));
    for _ in 0..(1 << 20) + 20 {
        heap.dec_ref(object);
    }
    assert_eq!(heap.collect().objects, 0);
    assert_eq!(heap.kind(object), kind::TUPLE);
    check(heap);
}

#[test]
fn a_pinned_object_never_dies() {
    let mut machine = Machine::new(1024);
    let heap = &mut machine.heap;
    let name = text(heap, 6).unwrap();
    let holder = tuple(heap, &[name.value()]).unwrap();
    heap.pin(name);
    heap.pin(Ref::NIL);
    heap.dec_ref(holder);
    heap.collect();
    assert_eq!(heap.kind(name), kind::STR);
    check_all(heap, &[]);
}

#[test]
fn the_oracle_sees_counts_that_are_wrong() {
    use threadsnake_heap::check::Rule;
    let mut machine = Machine::new(1024);
    let heap = &mut machine.heap;
    let object = tuple(heap, &[Value::NONE]).unwrap();
    let none: &mut Roots<'_> = &mut |_| {};
    assert_eq!(heap.check_all(none).map_err(|broken| broken.rule), Err(Rule::CountHigh));
    let mut twice = |visit: &mut dyn FnMut(Value)| {
        visit(object.value());
        visit(object.value());
    };
    let found = heap.check_all(&mut twice).unwrap_err();
    assert_eq!((found.rule, found.offset, found.word), (Rule::CountLow, object.0, 1));
    check_all(heap, &[object.value()]);
}

#[test]
fn the_walker_sees_what_is_broken() {
    use threadsnake_heap::check::Rule;
    let mut machine = Machine::new(1024);
    let heap = &mut machine.heap;
    let object = tuple(heap, &[Value::NONE]).unwrap();
    let other = text(heap, 9).unwrap();
    let rule = |heap: &mut Heap| heap.check().map_err(|broken| broken.rule);
    let cases = [
        (object, 2, other.0 + 4, Rule::Reference),
        (object, 2, common::START + 1020, Rule::Reference),
        (object, 1, 5000, Rule::Size),
        (object, 0, 63, Rule::UnknownKind),
        (object, 0, u32::from(kind::TUPLE) | header::MARK, Rule::Mark),
    ];
    for (at, index, word, expected) in cases {
        let good = heap.space.word(at, index);
        heap.space.set_word(at, index, word);
        assert_eq!(rule(heap), Err(expected));
        heap.space.set_word(at, index, good);
        assert_eq!(rule(heap), Ok(()));
    }
    heap.alloc.live += 4;
    assert_eq!(rule(heap), Err(Rule::Live));
}
