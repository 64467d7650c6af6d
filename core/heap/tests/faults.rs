//! Allocations that fail on purpose: at every one, an error and an unchanged heap.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop")]

mod common;

use common::*;
use threadsnake_heap::{Heap, OutOfMemory, Value};

/// A piece of work with many allocations; gives everything back, finished or not.
fn work(heap: &mut Heap) -> Result<(), OutOfMemory> {
    let mut held = Vec::new();
    let result = build(heap, &mut held);
    held.iter().for_each(|&value| heap.dec(value));
    result
}

fn build(heap: &mut Heap, held: &mut Vec<Value>) -> Result<(), OutOfMemory> {
    let shape = layout(heap, Value::NONE, 3)?;
    held.push(shape.value());
    for index in 0..10 {
        let object =
            if index % 2 == 0 { instance(heap, shape)? } else { extended(heap, shape, 4)? };
        held.push(object.value());
        held.push(list(heap, &[Value::NONE, Value::TRUE])?.value());
        held.push(text(heap, 5 * index)?.value());
        let frame = heap.take_frame(9)?;
        heap.space.store(frame.0, threadsnake_heap::header::block(1, 9));
        heap.give_frame(frame, 9);
    }
    Ok(())
}

#[test]
fn the_nth_allocation_fails_for_every_n() {
    let mut machine = Machine::new(16 * 1024);
    let heap = &mut machine.heap;
    heap.frames.most = 4;
    work(heap).unwrap();
    heap.drop_frames();
    let mut n = 1;
    loop {
        heap.fail_nth(n);
        let before = heap.injected();
        let result = work(heap);
        heap.fail_never();
        heap.drop_frames();
        check_all(heap, &[]);
        assert_eq!(heap.alloc.live, 0, "the baseline is restored");
        if heap.injected() == before {
            assert_eq!(result, Ok(()));
            break;
        }
        assert_eq!(result, Err(OutOfMemory));
        n += 1;
    }
    assert!(n > 50, "{n} allocations were tried");
}

#[test]
fn all_fail_from_the_nth_on() {
    let mut machine = Machine::new(4096);
    let heap = &mut machine.heap;
    heap.fail_every_from(3);
    let results = [0; 6].map(|_| tuple(heap, &[Value::NONE]).is_ok());
    assert_eq!(results, [true, true, false, false, false, false]);
    assert_eq!(heap.injected(), 4);
    heap.fail_never();
    assert!(tuple(heap, &[Value::NONE]).is_ok());
}

#[test]
fn one_failure_is_the_only_one() {
    let mut machine = Machine::new(4096);
    let heap = &mut machine.heap;
    heap.fail_nth(2);
    let results = [0; 4].map(|_| tuple(heap, &[Value::NONE]).is_ok());
    assert_eq!(results, [true, false, true, true]);
    assert_eq!(heap.injected(), 1);
}

#[test]
fn no_more_bytes_live_than_the_limit_says() {
    let mut machine = Machine::with_reserve(16 * 1024, 512);
    let heap = &mut machine.heap;
    for limit in (0..2000).step_by(7) {
        heap.limit_bytes(limit);
        let mut held = Vec::new();
        while let Ok(object) = text(heap, 10) {
            held.push(object);
        }
        assert_eq!(held.len() as u32, limit / 24);
        heap.open_reserve();
        assert!(text(heap, 10).is_ok_and(|object| {
            held.push(object);
            true
        }));
        heap.close_reserve();
        assert!(text(heap, 10).is_err());
        held.iter().for_each(|&object| heap.dec_ref(object));
        check_all(heap, &[]);
    }
    heap.limit_bytes(u32::MAX);
    assert!(heap.alloc(3000).is_ok());
}

#[test]
fn under_stress_nothing_is_lost_and_garbage_goes_at_once() {
    let mut machine = Machine::new(16 * 1024);
    let heap = &mut machine.heap;
    heap.frames.most = 4;
    heap.stress(1);
    work(heap).unwrap();
    assert!(heap.cycle.collections > 40);
    for _ in 0..10 {
        let ring = tuple(heap, &[Value::NONE]).unwrap();
        heap.space.set_word(ring, 2, ring.0);
        assert!(heap.alloc.live <= 24 + 36, "one ring and perhaps a kept frame");
    }
    heap.stress(0);
    let collections = heap.cycle.collections;
    work(heap).unwrap();
    assert_eq!(heap.cycle.collections, collections);
}
