//! How fast the allocator is and how well it packs, on traces as scripts make them.
//!
//! Each line: an arena filled to a share of its size, then blocks replaced at random. `refused` counts
//! allocations that found no piece large enough although that many bytes were free.
//!
//! Run: `cargo run --release -p threadsnake-heap --example traces`
#![allow(clippy::unwrap_used, reason = "a measurement may stop")]

#[path = "../tests/common/mod.rs"]
mod common;

use common::{Machine, Random};
use std::time::Instant;
use threadsnake_heap::{Heap, Ref, header, kind};

/// Sizes in words: small objects, some middle ones, few blocks of growing lists.
fn words(random: &mut Random, most: u32) -> u32 {
    match random.below(1000) {
        0..400 => 3,
        400..700 => 4 + random.below(3),
        700..780 => 2,
        780..980 => 8 + random.below(13),
        980..996 => 21 + random.below(most.min(100)),
        _ => 21 + random.below(most),
    }
}

fn take(heap: &mut Heap, words: u32) -> Option<Ref> {
    let block = heap.alloc(words).ok()?;
    heap.space.store(block.0, header::block(kind::RAW, words));
    Some(block)
}

fn replace_at_random(bytes: u32, percent: u32, steps: u32) {
    let mut machine = Machine::new(bytes);
    let heap = &mut machine.heap;
    let mut random = Random(u64::from(bytes) * 31 + u64::from(percent));
    let most = (bytes / 4 / 100).clamp(4, 3000);
    let goal = (u64::from(bytes) * u64::from(percent) / 100) as u32;
    let mut blocks: Vec<(Ref, u32)> = Vec::new();
    let mut refused = 0;
    let start = Instant::now();
    for _ in 0..steps {
        let size = words(&mut random, most);
        while !blocks.is_empty() && heap.alloc.live + size * 4 > goal {
            let (block, size) = blocks.swap_remove(random.below(blocks.len() as u32) as usize);
            heap.free(block, size);
        }
        match take(heap, size) {
            Some(block) => blocks.push((block, size)),
            None => refused += 1,
        }
    }
    let nanos = start.elapsed().as_nanos() as f64 / f64::from(steps);
    let stats = heap.stats();
    println!(
        "{:>6} KiB {percent:>3} %  {nanos:>8.1} ns  merges {:>6}  refused {:>7}  fragmentation {:.3}",
        bytes / 1024,
        heap.alloc.merges,
        refused,
        f64::from(stats.fragmentation_per_mille) / 1000.0,
    );
}

/// Lists that grow by an eighth while small objects come and go; the largest list that still fits.
fn grow_lists(bytes: u32) {
    let mut machine = Machine::new(bytes);
    let heap = &mut machine.heap;
    let mut lists: Vec<(Ref, u32)> = (0..8).map(|_| (take(heap, 5).unwrap(), 5)).collect();
    let start = Instant::now();
    let mut rounds = 0u32;
    'out: loop {
        rounds += 1;
        for list in &mut lists {
            for _ in 0..list.1 / 8 + 1 {
                let Some(item) = take(heap, 3) else { break 'out };
                if rounds.is_multiple_of(2) {
                    heap.free(item, 3);
                }
            }
            let wanted = list.1 + list.1 / 8 + 4;
            if heap.grow_in_place(list.0, list.1, wanted) {
                heap.space.store(list.0.0, header::block(kind::RAW, wanted));
            } else {
                let Some(block) = take(heap, wanted) else { break 'out };
                heap.free(list.0, list.1);
                list.0 = block;
            }
            list.1 = wanted;
        }
    }
    println!(
        "{:>6} KiB lists: live {:.3} of the arena at the first refusal, merges {}, {:.1} us",
        bytes / 1024,
        f64::from(heap.alloc.live) / f64::from(bytes),
        heap.alloc.merges,
        start.elapsed().as_micros() as f64,
    );
}

fn main() {
    for shift in [11, 14, 16, 20, 24] {
        for percent in [50, 70, 80, 90, 95] {
            replace_at_random(1 << shift, percent, 1_000_000);
        }
    }
    for shift in [12, 16, 20, 24] {
        grow_lists(1 << shift);
    }
}
