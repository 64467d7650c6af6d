//! Incremental cycles, with a script that changes everything between the slices.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop")]

mod common;

use common::*;
use std::collections::BTreeSet;
use threadsnake_heap::{Heap, Ref, Value, kind};

fn step(heap: &mut Heap, budget: u32, roots: &[Value]) -> bool {
    heap.step(budget, &mut |visit| roots.iter().for_each(|&root| visit(root)))
}

/// Steps until the cycle under way (or a new one) ends; slices it took.
fn finish(heap: &mut Heap, budget: u32, roots: &[Value]) -> u32 {
    (1..100_000).find(|_| step(heap, budget, roots)).expect("a cycle ends")
}

#[test]
fn a_cycle_in_slices_frees_rings_and_nothing_else() {
    let mut machine = Machine::new(1 << 20);
    let heap = &mut machine.heap;
    let mut held = Value::NONE;
    for _ in 0..1000 {
        held = tuple(heap, &[held, Value::TRUE]).unwrap().value();
        let ring = tuple(heap, &[Value::NONE]).unwrap();
        heap.space.set_word(ring, 2, ring.0);
    }
    let slices = finish(heap, 50, &[held]);
    assert!(slices > 50, "{slices} slices of 50 objects");
    assert_eq!((heap.cycle.freed_objects, heap.alloc.live), (1000, 16_000));
    assert_eq!(heap.cycle.collections, 1);
    check_all(heap, &[held]);
}

#[test]
fn a_cycle_without_garbage_or_objects_ends() {
    let mut machine = Machine::new(4096);
    let heap = &mut machine.heap;
    assert!(step(heap, 10, &[]));
    let object = list(heap, &[]).unwrap();
    finish(heap, 1, &[object.value()]);
    finish(heap, 1, &[]);
    check_all(heap, &[object.value()]);
}

#[test]
fn what_no_root_names_lives_when_it_is_counted() {
    let mut machine = Machine::new(4096);
    let heap = &mut machine.heap;
    let inner = list(heap, &[]).unwrap();
    let object = list(heap, &[inner.value()]).unwrap();
    finish(heap, 3, &[]);
    check_all(heap, &[object.value()]);
}

#[test]
fn a_whole_collection_may_come_in_between() {
    let mut machine = Machine::new(1 << 16);
    let heap = &mut machine.heap;
    let held = list(heap, &[]).unwrap();
    for budget in 1..60 {
        let ring = tuple(heap, &[Value::NONE]).unwrap();
        heap.space.set_word(ring, 2, ring.0);
        step(heap, budget, &[held.value()]);
        heap.collect();
        assert_eq!(heap.cycle.freed_objects, u64::from(budget));
        assert!(!heap.cycle.is_under_way());
        check_all(heap, &[held.value()]);
    }
}

/// A script: registers, each empty or holding one reference, and objects with four slots or lists.
struct Script {
    registers: Vec<Value>,
    random: Random,
    shape: Ref,
}

impl Script {
    fn roots(&self) -> Vec<Value> {
        self.registers.iter().copied().chain([self.shape.value()]).collect()
    }

    fn pick(&mut self) -> usize {
        self.random.below(self.registers.len() as u32) as usize
    }

    fn put(&mut self, heap: &mut Heap, register: usize, value: Value) {
        let old = std::mem::replace(&mut self.registers[register], value);
        heap.dec(old);
    }

    /// Makes something that refers to what a few registers hold.
    fn make(&mut self, heap: &mut Heap) -> Option<Ref> {
        let items: Vec<Value> = (0..self.random.below(4))
            .map(|_| {
                let register = self.pick();
                heap.share(self.registers[register])
            })
            .collect();
        let made = match self.random.below(6) {
            0 => list(heap, &items),
            1 => function(heap, Value::NONE, Value::NONE),
            2 => instance(heap, self.shape),
            3 => finalizable(heap, self.shape),
            4 => extended(heap, self.shape, 3),
            _ => tuple(heap, &items),
        };
        let keeps = made.is_ok_and(|made| matches!(heap.kind(made), kind::TUPLE | kind::LIST));
        if !keeps {
            items.iter().for_each(|&item| heap.dec(item));
        }
        made.ok()
    }

    /// Stores one register's value into an object another holds.
    fn connect(&mut self, heap: &mut Heap) {
        let (from, to) = (self.pick(), self.pick());
        let Some(object) = self.registers[from].object_ref() else { return };
        let holder = match heap.kind(object) {
            kind::INSTANCE_X => Ref(heap.space.word(object, 1)),
            kind::LIST => Ref(heap.space.word(object, 2)),
            _ => object,
        };
        let word = match heap.kind(object) {
            kind::INSTANCE => 2 + self.random.below(2),
            kind::INSTANCE_X => 3 + self.random.below(3),
            kind::FUNCTION => 4 + self.random.below(2),
            kind::TUPLE if heap.space.word(object, 1) > 0 => 2,
            kind::LIST if !holder.is_nil() => 1,
            _ => return,
        };
        let value = heap.share(self.registers[to]);
        set(heap, holder, word, value);
    }

    /// Loads a slot of an object into a register.
    fn load(&mut self, heap: &mut Heap) {
        let (from, to) = (self.pick(), self.pick());
        let Some(object) = self.registers[from].object_ref() else { return };
        let value = match heap.kind(object) {
            kind::INSTANCE => heap.space.value(object, 2),
            kind::FUNCTION => heap.space.value(object, 4),
            kind::TUPLE if heap.space.word(object, 1) > 0 => heap.space.value(object, 2),
            _ => return,
        };
        heap.inc(value);
        self.put(heap, to, value);
    }

    fn act(&mut self, heap: &mut Heap) {
        match self.random.below(10) {
            0..3 => {
                let register = self.pick();
                if let Some(made) = self.make(heap) {
                    self.put(heap, register, made.value());
                }
            }
            3..6 => self.connect(heap),
            6..8 => self.load(heap),
            8 => {
                let register = self.pick();
                self.put(heap, register, Value::NONE);
            }
            _ => {
                if let Some(dead) = heap.next_finalizer() {
                    heap.dec_ref(dead);
                }
            }
        }
    }
}

/// Offsets of everything that can be reached from the roots and the queue.
fn reachable(heap: &Heap, roots: &[Value]) -> BTreeSet<u32> {
    let mut seen = BTreeSet::new();
    let mut open: Vec<Value> = roots.to_vec();
    open.push(Value(heap.finalizers.first()));
    while let Some(value) = open.pop() {
        let Some(object) = value.object_ref() else { continue };
        if object.0 < START || !seen.insert(object.0) {
            continue;
        }
        let (first, end) = heap.value_range(object);
        open.extend((first..end).map(|index| heap.space.value(object, index)));
    }
    seen
}

/// Offsets of all that is there.
fn present(heap: &Heap) -> BTreeSet<u32> {
    heap.blocks()
        .map(|(block, _)| block)
        .filter(|&block| heap.kind(block) != kind::FREE)
        .map(|block| block.0)
        .collect()
}

fn run(bytes: u32, rounds: u32, budget: u32, seed: u64) -> u64 {
    let mut machine = Machine::new(bytes);
    let heap = &mut machine.heap;
    heap.auto_collect = seed.is_multiple_of(2);
    let shape = layout(heap, Value::NONE, 3).unwrap();
    let registers = vec![Value::NONE; 12];
    let mut script = Script { registers, random: Random(seed * 7919 + 1), shape };
    for round in 0..rounds {
        for _ in 0..script.random.below(40) {
            script.act(heap);
        }
        let roots = script.roots();
        // Every third root list is incomplete: roots are advice.
        let told = if round % 3 == 0 { &roots[..6] } else { &roots[..] };
        step(heap, 1 + script.random.below(budget), told);
        check_all(heap, &roots);
        let living = reachable(heap, &roots);
        assert!(living.is_subset(&present(heap)), "something alive was freed");
    }
    settle(heap, &script);
    heap.cycle.freed_objects
}

/// Runs all finalizers and collects until nothing changes: what is there then can be reached.
fn settle(heap: &mut Heap, script: &Script) {
    let roots = script.roots();
    loop {
        let live = heap.alloc.live;
        finish(heap, 64, &roots);
        finish(heap, 64, &roots);
        let mut changed = false;
        while let Some(dead) = heap.next_finalizer() {
            heap.dec_ref(dead);
            changed = true;
        }
        if heap.alloc.live == live && !changed {
            break;
        }
    }
    check_all(heap, &roots);
    assert_eq!(reachable(heap, &roots), present(heap), "all that cannot be reached is gone");
}

#[test]
fn a_script_between_the_slices_loses_nothing_and_leaks_nothing() {
    let rounds = if cfg!(miri) { 20 } else { 400 };
    let mut freed = 0;
    for seed in 1..if cfg!(miri) { 3 } else { 60 } {
        freed += run(64 * 1024, rounds, 40, seed);
    }
    assert!(freed > 1000 || cfg!(miri), "{freed} freed: the script made no rings");
}

#[test]
fn a_script_in_a_tiny_arena_loses_nothing() {
    for seed in 1..if cfg!(miri) { 3 } else { 60 } {
        run(2048, if cfg!(miri) { 20 } else { 400 }, 20, seed);
        run(1024, if cfg!(miri) { 20 } else { 200 }, 5, seed);
    }
}

#[test]
fn slices_survive_merging_and_shrinking() {
    let mut machine = Machine::new(32 * 1024);
    let heap = &mut machine.heap;
    let mut random = Random(77);
    let mut held: Vec<Value> = Vec::new();
    for _ in 0..if cfg!(miri) { 100 } else { 4000 } {
        match random.below(6) {
            0..3 => held.extend(text(heap, random.below(60)).ok().map(Ref::value)),
            3 => held.extend(list(heap, &[]).ok().map(Ref::value)),
            4 if !held.is_empty() => {
                let index = random.below(held.len() as u32) as usize;
                heap.dec(held.swap_remove(index));
            }
            _ => heap.merge(),
        }
        if let Some(&last) = held.last()
            && heap.kind(last.as_ref()) == kind::STR
            && heap.space.word(last.as_ref(), 2) > 30
        {
            let words = heap.size_words(last.as_ref());
            heap.space.set_word(last.as_ref(), 2, 4);
            heap.shrink(last.as_ref(), words, 4);
        }
        step(heap, 1 + random.below(9), &held);
        check_all(heap, &held);
    }
    assert!(heap.cycle.collections > 0);
}
