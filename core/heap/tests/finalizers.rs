//! The queue of finalizers and weak references.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop")]

mod common;

use common::*;
use threadsnake_heap::{Heap, Ref, Value, finalize::weakref};

fn queue(heap: &mut Heap) -> Vec<Ref> {
    std::iter::from_fn(|| heap.next_finalizer()).collect()
}

#[test]
fn the_dead_are_queued_in_order_of_death_and_once() {
    let mut machine = Machine::new(4096);
    let heap = &mut machine.heap;
    let shape = layout(heap, Value::NONE, 1).unwrap();
    let objects: Vec<Ref> = (0..4).map(|_| finalizable(heap, shape).unwrap()).collect();
    for index in [2, 0, 3, 1] {
        heap.dec_ref(objects[index]);
        check_all(
            heap,
            &[shape.value()]
                .iter()
                .copied()
                .chain(
                    objects
                        .iter()
                        .copied()
                        .filter(|&object| !is_queued(heap, object))
                        .map(Ref::value),
                )
                .collect::<Vec<_>>(),
        );
    }
    assert!(heap.has_finalizers());
    let dead = queue(heap);
    assert_eq!(dead, [2, 0, 3, 1].map(|index| objects[index]));
    assert!(!heap.has_finalizers());
    for object in dead {
        heap.dec_ref(object);
    }
    assert!(!heap.has_finalizers(), "a finalizer runs once");
    heap.dec_ref(shape);
    assert_eq!(heap.alloc.live, 0);
}

fn is_queued(heap: &Heap, object: Ref) -> bool {
    heap.space.load(object.0) & threadsnake_heap::header::FLAG1 == 0
}

#[test]
fn an_object_that_dies_with_its_holder_is_queued_whole() {
    let mut machine = Machine::new(4096);
    let heap = &mut machine.heap;
    let shape = layout(heap, Value::NONE, 2).unwrap();
    let object = finalizable(heap, shape).unwrap();
    let held = text(heap, 5).unwrap();
    heap.space.set_word(object, 2, held.0);
    let holder = tuple(heap, &[Value::TRUE, object.value()]).unwrap();
    let holder = list(heap, &[holder.value()]).unwrap();
    heap.dec_ref(shape);
    heap.dec_ref(holder);
    check_all(heap, &[]);
    assert_eq!(heap.next_finalizer(), Some(object));
    assert_eq!(heap.space.word(object, 2), held.0);
    heap.dec_ref(object);
    assert_eq!(heap.alloc.live, 0);
}

#[test]
fn a_weak_reference_is_emptied_and_its_callback_queued() {
    let mut machine = Machine::new(4096);
    let heap = &mut machine.heap;
    let shape = layout(heap, Value::NONE, 1).unwrap();
    let target = instance(heap, shape).unwrap();
    let other = instance(heap, shape).unwrap();
    let plain = weak(heap, target, Value::NONE).unwrap();
    let calling = weak(heap, target, Value::TRUE).unwrap();
    let away = weak(heap, other, Value::NONE).unwrap();
    assert_eq!(heap.find_weak(target), Some(plain));
    let roots = [shape, target, other, plain, calling, away].map(Ref::value);
    check_all(heap, &roots);
    heap.dec_ref(target);
    assert_eq!(heap.space.word(plain, weakref::TARGET), 0);
    assert_eq!(heap.space.word(away, weakref::TARGET), other.0);
    check_all(heap, &[shape, other, plain, calling, away].map(Ref::value));
    assert_eq!(queue(heap), [calling]);
    for object in [calling, calling, plain, other, away, shape] {
        heap.dec_ref(object);
    }
    assert_eq!(heap.alloc.live, 0);
    check_all(heap, &[]);
}

#[test]
fn a_weak_reference_that_dies_first_leaves_the_list() {
    let mut machine = Machine::new(4096);
    let heap = &mut machine.heap;
    let shape = layout(heap, Value::NONE, 1).unwrap();
    let target = instance(heap, shape).unwrap();
    let all: Vec<Ref> = (0..5).map(|_| weak(heap, target, Value::TRUE).unwrap()).collect();
    for index in [4, 0, 2] {
        heap.dec_ref(all[index]);
        check(heap);
    }
    heap.dec_ref(target);
    assert_eq!(queue(heap).len(), 2);
}

#[test]
fn the_finalizer_runs_before_weak_references_are_emptied() {
    let mut machine = Machine::new(4096);
    let heap = &mut machine.heap;
    let shape = layout(heap, Value::NONE, 1).unwrap();
    let target = finalizable(heap, shape).unwrap();
    let watcher = weak(heap, target, Value::NONE).unwrap();
    heap.dec_ref(target);
    assert_eq!(heap.space.word(watcher, weakref::TARGET), target.0);
    let target = heap.next_finalizer().unwrap();
    heap.dec_ref(target);
    assert_eq!(heap.space.word(watcher, weakref::TARGET), 0);
    check_all(heap, &[shape.value(), watcher.value()]);
}
