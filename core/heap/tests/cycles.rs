//! Whole collections: rings of all shapes, finalizers and weak references among them.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop")]

mod common;

use common::*;
use threadsnake_heap::{Heap, Ref, Value, finalize::weakref, header, kind};

const MANY: u32 = if cfg!(miri) { 200 } else { 100_000 };

/// A tuple of one that refers to itself.
fn knot(heap: &mut Heap) -> Ref {
    let object = tuple(heap, &[Value::NONE]).unwrap();
    heap.space.set_word(object, 2, object.0);
    object
}

#[test]
fn nothing_is_taken_from_what_is_held() {
    let mut machine = Machine::new(4096);
    let heap = &mut machine.heap;
    let held = knot(heap);
    heap.inc_ref(held);
    let behind = list(heap, &[]).unwrap();
    let chain = list(heap, &[behind.value()]).unwrap();
    assert_eq!(heap.collect().objects, 0);
    check_all(heap, &[held.value(), chain.value()]);
}

#[test]
fn a_knot_goes() {
    let mut machine = Machine::new(4096);
    let heap = &mut machine.heap;
    knot(heap);
    let found = heap.collect();
    assert_eq!((found.objects, found.bytes, heap.alloc.live), (1, 12, 0));
    check(heap);
}

#[test]
fn a_ring_goes_with_what_hangs_on_it() {
    let mut machine = Machine::new(MANY * 40 + 4096);
    let heap = &mut machine.heap;
    let first = tuple(heap, &[Value::NONE, Value::NONE]).unwrap();
    let mut last = first;
    for _ in 1..MANY {
        let leaf = float(heap, 0.5).unwrap();
        last = tuple(heap, &[last.value(), leaf.value()]).unwrap();
    }
    heap.space.set_word(first, 2, last.0);
    assert_eq!(heap.collect().objects, MANY);
    assert_eq!(heap.alloc.live, 0);
    check(heap);
}

#[test]
fn a_held_ring_lives_whichever_way_it_runs() {
    for forwards in [true, false] {
        let mut machine = Machine::new(MANY * 28 + 4096);
        let heap = &mut machine.heap;
        let nodes: Vec<Ref> =
            (0..MANY).map(|_| tuple(heap, &[Value::NONE, Value::NONE]).unwrap()).collect();
        for (index, &node) in nodes.iter().enumerate() {
            let step = if forwards { 1 } else { nodes.len() - 1 };
            let next = nodes[(index + step) % nodes.len()];
            heap.space.set_word(node, 2, next.0);
            let leaf = tuple(heap, &[]).unwrap();
            heap.space.set_word(node, 3, leaf.0);
        }
        heap.inc_ref(nodes[nodes.len() / 2]);
        assert_eq!(heap.collect().objects, 0);
        check_all(heap, &[nodes[nodes.len() / 2].value()]);
        heap.dec_ref(nodes[nodes.len() / 2]);
        assert_eq!(heap.collect().objects, 2 * MANY);
        assert_eq!(heap.alloc.live, 0);
    }
}

#[test]
fn a_wide_list_built_after_its_items_lives_and_goes() {
    let mut machine = Machine::new(MANY * 28 + 8192);
    let heap = &mut machine.heap;
    let items: Vec<Value> = (0..MANY).map(|_| cell(heap, Value::NONE).unwrap().value()).collect();
    let root = list(heap, &items).unwrap();
    for &item in &items {
        heap.space.set_word(item.as_ref(), 1, root.0);
        heap.inc_ref(root);
    }
    assert_eq!(heap.collect().objects, 0);
    check_all(heap, &[root.value()]);
    heap.dec_ref(root);
    assert_eq!(heap.collect().objects, MANY + 1);
    assert_eq!(heap.alloc.live, 0);
}

#[test]
fn a_class_goes_with_its_layout_and_instances() {
    let mut machine = Machine::new(8192);
    let heap = &mut machine.heap;
    let class = heap.alloc(10).unwrap();
    heap.space.store(class.0, header::fresh(kind::CLASS));
    heap.space.clear_words(class.0 + 4, 9);
    let shape = layout(heap, class.value(), 2).unwrap();
    heap.space.set_word(class, 6, shape.0);
    let plain = instance(heap, shape).unwrap();
    let wide = extended(heap, shape, 4).unwrap();
    heap.space.set_word(plain, 2, wide.0);
    let block = Ref(heap.space.word(wide, 1));
    heap.space.set_word(block, 4, plain.0);
    let method = function(heap, class.value(), Value::NONE).unwrap();
    heap.inc_ref(class);
    heap.space.set_word(class, 4, method.0);
    let died = heap.layouts_died;
    assert_eq!(heap.collect().objects, 5);
    assert_eq!((heap.alloc.live, heap.layouts_died), (0, died + 1));
    check(heap);
}

#[test]
fn garbage_lets_go_of_what_lives() {
    let mut machine = Machine::new(4096);
    let heap = &mut machine.heap;
    let shared = list(heap, &[]).unwrap();
    let name = text(heap, 4).unwrap();
    let ring = knot(heap);
    let link = tuple(heap, &[shared.value(), name.value(), ring.value()]).unwrap();
    heap.space.set_word(ring, 2, link.0);
    heap.inc_ref(shared);
    heap.inc_ref(name);
    assert_eq!(heap.collect().objects, 2);
    check_all(heap, &[shared.value(), name.value()]);
}

#[test]
fn a_block_nobody_owns_keeps_what_it_refers_to() {
    let mut machine = Machine::new(4096);
    let heap = &mut machine.heap;
    let object = list(heap, &[]).unwrap();
    let block = heap.alloc(2).unwrap();
    heap.space.store(block.0, header::block(kind::VALUES, 2));
    heap.space.set_word(block, 1, object.0);
    assert_eq!(heap.collect().objects, 0);
    check_all(heap, &[]);
}

#[test]
fn finalizers_in_a_ring_all_run_and_their_ring_goes_after() {
    let mut machine = Machine::new(4096);
    let heap = &mut machine.heap;
    let shape = layout(heap, Value::NONE, 3).unwrap();
    let first = finalizable(heap, shape).unwrap();
    let second = finalizable(heap, shape).unwrap();
    let held = list(heap, &[]).unwrap();
    heap.space.set_word(first, 2, second.0);
    heap.space.set_word(second, 2, first.0);
    heap.space.set_word(second, 3, held.0);
    let unrelated = knot(heap);
    assert_eq!(heap.collect().objects, 4);
    check_all(heap, &[shape.value()]);
    assert_eq!(heap.kind(unrelated), kind::FREE);
    let queued: Vec<Ref> = std::iter::from_fn(|| heap.next_finalizer()).collect();
    assert_eq!(queued, [first, second]);
    assert_eq!(heap.space.word(second, 3), held.0);
    for object in queued {
        heap.dec_ref(object);
    }
    assert_eq!(heap.collect().objects, 3);
    check_all(heap, &[shape.value()]);
    assert!(!heap.has_finalizers());
    assert_eq!(heap.alloc.live, 16);
}

#[test]
fn collecting_with_a_full_queue_counts_its_links() {
    let mut machine = Machine::new(8192);
    let heap = &mut machine.heap;
    let shape = layout(heap, Value::NONE, 2).unwrap();
    let target = instance(heap, shape).unwrap();
    let watcher = weak(heap, target, Value::TRUE).unwrap();
    for index in 0..6 {
        let object = finalizable(heap, shape).unwrap();
        heap.space.set_word(object, 2, object.0);
        if index == 3 {
            heap.dec_ref(target);
        }
        let mut roots = vec![shape.value(), watcher.value()];
        if index < 3 {
            roots.push(target.value());
        }
        if index % 2 == 0 {
            assert_eq!(heap.collect().objects, if index == 0 { 1 } else { 2 });
        }
        check_all(heap, &roots);
    }
    heap.collect();
    let queued: Vec<Ref> = std::iter::from_fn(|| heap.next_finalizer()).collect();
    assert_eq!(queued.len(), 7);
    for object in queued {
        heap.dec_ref(object);
    }
    heap.collect();
    check_all(heap, &[shape.value(), watcher.value()]);
}

#[test]
fn weak_references_to_garbage_are_emptied() {
    let mut machine = Machine::new(8192);
    let heap = &mut machine.heap;
    let shape = layout(heap, Value::NONE, 2).unwrap();
    let target = instance(heap, shape).unwrap();
    heap.space.set_word(target, 2, target.0);
    let outside = weak(heap, target, Value::TRUE).unwrap();
    let silent = weak(heap, target, Value::NONE).unwrap();
    let inside = weak(heap, target, Value::TRUE).unwrap();
    heap.space.set_word(target, 3, inside.0);
    let living = instance(heap, shape).unwrap();
    let lost = weak(heap, living, Value::TRUE).unwrap();
    let ring = knot(heap);
    let link = tuple(heap, &[lost.value(), ring.value()]).unwrap();
    heap.space.set_word(ring, 2, link.0);
    heap.collect();
    assert_eq!(heap.space.word(outside, weakref::TARGET), 0);
    assert_eq!(heap.space.word(silent, weakref::TARGET), 0);
    assert_eq!(heap.kind(inside), kind::FREE);
    let left = heap.finalizers.weak_lists().iter().filter(|&&first| first != 0).count();
    assert_eq!(left, 0, "the lost one left its list");
    assert_eq!(heap.next_finalizer(), Some(outside));
    assert_eq!(heap.next_finalizer(), None, "who is garbage is not called");
    let roots = [outside, outside, silent, living, shape].map(Ref::value);
    check_all(heap, &roots);
}

#[test]
fn weak_references_to_what_a_finalizer_revives_are_emptied_first() {
    let mut machine = Machine::new(8192);
    let heap = &mut machine.heap;
    let shape = layout(heap, Value::NONE, 2).unwrap();
    let object = finalizable(heap, shape).unwrap();
    heap.space.set_word(object, 2, object.0);
    let watcher = weak(heap, object, Value::NONE).unwrap();
    heap.collect();
    assert_eq!(heap.space.word(watcher, weakref::TARGET), 0);
    check_all(heap, &[shape.value(), watcher.value()]);
    assert_eq!(heap.next_finalizer(), Some(object));
    check_all(heap, &[shape, watcher, object].map(Ref::value));
}

#[test]
fn an_allocation_that_finds_no_memory_collects() {
    let mut machine = Machine::new(4096);
    let heap = &mut machine.heap;
    for _ in 0..10_000 {
        knot(heap);
    }
    assert!(heap.cycle.collections > 0);
    heap.auto_collect = false;
    let mut refused = false;
    for _ in 0..10_000 {
        refused |= tuple(heap, &[Value::NONE]).is_err();
    }
    assert!(refused);
    check(heap);
}

#[test]
fn kept_frames_are_given_up_before_memory_runs_out() {
    let mut machine = Machine::new(2048);
    let heap = &mut machine.heap;
    heap.frames.most = 16;
    let frames: Vec<Ref> = (0..20).map(|_| heap.take_frame(10).unwrap()).collect();
    for &frame in &frames {
        heap.space.store(frame.0, header::block(kind::RAW, 10));
        heap.give_frame(frame, 10);
    }
    assert_eq!((heap.frames.kept(), heap.frames.held_bytes), (16, 640));
    assert_eq!(heap.alloc.live, 640);
    check(heap);
    let again = heap.take_frame(10).unwrap();
    heap.space.store(again.0, header::block(kind::RAW, 10));
    assert_eq!((heap.frames.hits, heap.frames.misses), (1, 20));
    heap.give_frame(again, 10);
    let large = heap.alloc(400).unwrap();
    heap.space.store(large.0, header::block(kind::RAW, 400));
    assert_eq!((heap.frames.kept(), heap.frames.held_bytes), (0, 0));
    check(heap);
}

/// An image whose one object is a string of so many bytes at word 16, referring to `other` at word 15.
fn image(heap: &mut Heap, words: u32, other: u32) -> Ref {
    let block = heap.alloc(words).unwrap();
    heap.space.store(block.0, header::block(kind::IMAGE, words));
    for index in 1..words {
        heap.space.set_word(block, index, 3);
    }
    heap.space.set_word(block, 15, other);
    heap.space.set_word(block, 16, header::IMMORTAL | u32::from(kind::TUPLE));
    heap.space.set_word(block, 17, 0);
    block
}

#[test]
fn images_nobody_refers_to_are_found() {
    let mut machine = Machine::new(64 * 1024);
    let heap = &mut machine.heap;
    let inside = |image: Ref| Value(image.0 + 64);
    let unused = image(heap, 20, 0);
    let by_root = image(heap, 20, 0);
    let by_image = image(heap, 20, 0);
    let by_list = image(heap, 24, inside(by_image).0);
    let by_garbage = image(heap, 20, 0);
    let by_weak = image(heap, 20, 0);
    let holder = list(heap, &[inside(by_list)]).unwrap();
    let table = heap.alloc(2).unwrap();
    heap.space.store(table.0, header::block(kind::VALUES, 2));
    heap.space.set_word(table, 1, inside(by_weak).0);
    let ring = knot(heap);
    let link = tuple(heap, &[inside(by_garbage), ring.value()]).unwrap();
    heap.space.set_word(ring, 2, link.0);
    heap.collect();
    check_all(heap, &[holder.value(), inside(by_root)]);
    let found = heap.judge_images(table, &mut |visit| visit(inside(by_root)));
    let found: Vec<Ref> = found.unused().collect();
    assert_eq!(found, [unused, by_garbage, by_weak]);
    for image in found {
        heap.free_image(image);
    }
    heap.space.set_word(table, 1, 0);
    check_all(heap, &[holder.value(), inside(by_root)]);
}

#[test]
fn many_images_are_judged_in_turns() {
    let mut machine = Machine::new(64 * 1024);
    let heap = &mut machine.heap;
    for _ in 0..150 {
        image(heap, 20, 0);
    }
    let mut freed = 0;
    for _ in 0..8 {
        let found = heap.judge_images(Ref::NIL, &mut |_| {});
        for image in found.unused() {
            heap.free_image(image);
            freed += 1;
        }
    }
    assert_eq!((freed, heap.alloc.live), (150, 0));
    check(heap);
}
