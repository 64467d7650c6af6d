//! Rings of functions and cells go without a collection, and nothing else does.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop")]

mod common;

use common::{Machine, check, check_all, function, list};
use threadsnake_heap::{Heap, Ref, Value, kind};

fn cell(heap: &mut Heap, value: Value) -> Ref {
    common::cell(heap, value).unwrap()
}

fn fill(heap: &mut Heap, cell: Ref, value: Value) {
    heap.inc(value);
    heap.space.set_word(cell, 1, value.0);
}

/// A function that captures two values, of which it takes a reference.
fn capturing(heap: &mut Heap, captures: [Value; 2]) -> Ref {
    for value in captures {
        heap.inc(value);
    }
    let [first, second] = captures;
    let function = function(heap, first, second).unwrap();
    for value in captures {
        if value.object_ref().is_some_and(|object| heap.kind(object) == kind::CELL) {
            heap.watch_cell(value.as_ref());
        }
    }
    function
}

#[test]
fn a_function_in_its_own_cell_goes_with_the_last_reference_from_outside() {
    let mut machine = Machine::new(4096);
    let heap = &mut machine.heap;
    let own = cell(heap, Value::UNBOUND);
    let ring = capturing(heap, [own.value(), Value::NONE]);
    fill(heap, own, ring.value());
    heap.dec_ref(own);
    heap.look_at_clusters();
    check_all(heap, &[ring.value()]);
    assert_eq!(heap.clusters.freed, 0, "somebody refers to the function");
    heap.dec_ref(ring);
    assert!(heap.alloc.live > 0, "only a look tells");
    heap.look_at_clusters();
    assert_eq!((heap.alloc.live, heap.clusters.freed), (0, 1));
    check(heap);
}

#[test]
fn two_functions_in_each_others_cells_go_together() {
    let mut machine = Machine::new(4096);
    let heap = &mut machine.heap;
    let (a, b) = (cell(heap, Value::UNBOUND), cell(heap, Value::UNBOUND));
    let first = capturing(heap, [a.value(), b.value()]);
    let second = capturing(heap, [a.value(), b.value()]);
    fill(heap, a, first.value());
    fill(heap, b, second.value());
    for object in [a, b, first] {
        heap.dec_ref(object);
    }
    heap.look_at_clusters();
    check_all(heap, &[second.value()]);
    assert_eq!(heap.space.value(a, 1), first.value(), "the second still uses it");
    heap.dec_ref(second);
    heap.look_at_clusters();
    assert_eq!(heap.alloc.live, 0);
    check(heap);
}

#[test]
fn what_the_ring_holds_is_dropped_and_what_holds_the_ring_keeps_it() {
    let mut machine = Machine::new(4096);
    let heap = &mut machine.heap;
    let held = list(heap, &[]).unwrap();
    let (own, other) = (cell(heap, Value::UNBOUND), cell(heap, held.value()));
    let ring = capturing(heap, [own.value(), other.value()]);
    fill(heap, own, ring.value());
    let outside = capturing(heap, [own.value(), Value::NONE]);
    for object in [own, other, ring] {
        heap.dec_ref(object);
    }
    heap.look_at_clusters();
    check_all(heap, &[outside.value()]);
    assert_eq!(heap.space.value(own, 1), ring.value());
    heap.dec_ref(outside);
    heap.look_at_clusters();
    assert_eq!(heap.alloc.live, 0);
}

#[test]
fn more_rings_than_are_watched_are_left_to_the_collector_only_while_they_live() {
    let mut machine = Machine::new(1 << 16);
    let heap = &mut machine.heap;
    let mut kept = Vec::new();
    for _ in 0..100 {
        let own = cell(heap, Value::UNBOUND);
        let ring = capturing(heap, [own.value(), Value::NONE]);
        fill(heap, own, ring.value());
        heap.dec_ref(own);
        kept.push(ring.value());
    }
    check_all(heap, &kept);
    for value in kept.drain(..) {
        heap.dec(value);
    }
    heap.look_at_clusters();
    check(heap);
    heap.collect();
    assert_eq!((heap.alloc.live, heap.clusters.watched().len()), (0, 0));
}
