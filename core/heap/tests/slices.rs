//! Incremental cycles, with a script that changes everything between the slices.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop")]

mod common;

use common::*;
use std::collections::BTreeSet;
use threadsnake_heap::finalize::can_have_weak;
use threadsnake_heap::{Heap, OutOfMemory, Ref, Value, header, kind};

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
fn what_registers_refer_to_is_marked_and_not_checked_in_one_go() {
    let mut machine = Machine::with_window(1 << 16, 64, 0);
    let heap = &mut machine.heap;
    let items: Vec<Value> = (0..100).map(|_| list(heap, &[]).unwrap().value()).collect();
    let held = list(heap, &items).unwrap();
    heap.space.store(START + 8, held.0);
    heap.space.store(START + 12, Value::small(5).0);
    finish(heap, 10, &[]);
    assert_eq!(heap.cycle.suspects(), 0);
    check_all(heap, &[held.value()]);
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
        let made = match self.random.below(7) {
            6 => self.watch(heap),
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

    /// Makes a weak reference to what a register holds, where that can be.
    fn watch(&mut self, heap: &mut Heap) -> Result<Ref, OutOfMemory> {
        let register = self.pick();
        let target = self.registers[register].object_ref();
        let target = target.filter(|&target| can_have_weak(heap.kind(target)));
        let callback = if self.random.below(2) == 0 { Value::NONE } else { Value::TRUE };
        match target {
            Some(target) => weak(heap, target, callback),
            None => cell(heap, Value::NONE),
        }
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

/// Makes a raw block full of words that look like cells, marked or not.
fn fill(heap: &mut Heap, block: Ref, words: u32, word: u32) {
    (1..words).for_each(|index| heap.space.set_word(block, index, word));
    heap.space.store(block.0, header::block(kind::RAW, words));
}

/// Runs a cycle in which, after some slices, the last blocks of the arena change their bounds.
fn change_bounds(change: impl Fn(&mut Heap, Ref, Ref, u32)) {
    let cell = header::fresh(kind::CELL);
    for word in [cell, cell | header::MARK] {
        for slices in 1..30 {
            let mut machine = Machine::new(4096);
            let heap = &mut machine.heap;
            let held: Vec<Value> = (0..5).map(|_| list(heap, &[]).unwrap().value()).collect();
            let [first, second] = [(); 2].map(|()| heap.alloc(20).unwrap());
            fill(heap, first, 20, word);
            fill(heap, second, 20, word);
            for _ in 0..slices {
                step(heap, 1, &held);
            }
            let was_under_way = heap.cycle.is_under_way();
            change(heap, first, second, word);
            if was_under_way {
                finish(heap, 1, &held);
            }
            check_all(heap, &held);
            assert_eq!(heap.cycle.suspects(), 0, "walked through the middle of a block");
            for (block, words) in heap.blocks().filter(|&(block, _)| heap.kind(block) == kind::RAW)
            {
                let is_intact = |index| heap.space.word(block, index) == word;
                assert!((1..words).all(is_intact), "written into the middle of a block");
            }
        }
    }
}

#[test]
fn a_walk_is_not_lost_when_the_last_block_shrinks() {
    change_bounds(|heap, _, second, word| {
        heap.space.store(second.0, header::block(kind::RAW, 7));
        heap.shrink(second, 20, 7);
        let block = heap.alloc(30).unwrap();
        fill(heap, block, 30, word);
    });
}

#[test]
fn a_walk_is_not_lost_when_the_last_block_grows() {
    change_bounds(|heap, _, second, word| {
        assert!(heap.grow_in_place(second, 20, 50));
        fill(heap, second, 50, word);
    });
}

#[test]
fn a_walk_is_not_lost_when_a_block_grows_into_its_neighbour() {
    change_bounds(|heap, first, second, word| {
        heap.free(second, 20);
        assert!(heap.grow_in_place(first, 20, 35));
        fill(heap, first, 35, word);
    });
}

#[test]
fn a_walk_is_not_lost_when_chunks_are_merged() {
    change_bounds(|heap, first, second, word| {
        heap.free(second, 20);
        heap.free(first, 20);
        heap.merge();
        let block = heap.alloc(60).unwrap();
        fill(heap, block, 60, word);
    });
    change_bounds(|heap, first, second, word| {
        let last = heap.alloc(10).unwrap();
        fill(heap, last, 10, word);
        heap.free(second, 20);
        heap.free(first, 20);
        heap.merge();
        let block = heap.alloc(40).unwrap();
        fill(heap, block, 40, word);
    });
}

#[test]
fn marking_finds_all_that_lives_when_nothing_changes() {
    let mut machine = Machine::new(1 << 20);
    let heap = &mut machine.heap;
    let mut random = Random(5);
    let all: Vec<Ref> = (0..2000).map(|_| tuple(heap, &[Value::NONE; 3]).unwrap()).collect();
    let mut open: Vec<Ref> = all[1..].to_vec();
    let mut holders = vec![all[0]; 3];
    while !open.is_empty() {
        // Each hangs on one that lies anywhere: deep and wide, forwards and backwards.
        let object = open.swap_remove(random.below(open.len() as u32) as usize);
        let holder = holders.swap_remove(random.below(holders.len() as u32) as usize);
        let word = (2..5).find(|&word| heap.space.value(holder, word) == Value::NONE).unwrap();
        heap.space.set_word(holder, word, object.0);
        holders.extend([object; 3]);
    }
    for budget in [1, 7, 100] {
        let mut slices = 0;
        while !step(heap, budget, &[all[0].value()]) {
            slices += 1;
        }
        assert!(slices > 10);
        assert_eq!(heap.cycle.suspects(), 0, "everything was reached and marked");
    }
}
