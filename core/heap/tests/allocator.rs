//! The allocator against a map of what it handed out.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop")]

mod common;

use common::{Machine, Random, START, check};
use std::collections::BTreeMap;
use threadsnake_heap::{Heap, Ref, WORD, header, kind};

/// Sizes as scripts ask for them.
fn typical_words(random: &mut Random, most: u32) -> u32 {
    let words = match random.below(100) {
        0..40 => 3,
        40..70 => 4 + random.below(3),
        70..80 => 2,
        80..97 => 8 + random.below(13),
        _ => 20 + random.below(most),
    };
    words.min(most.max(8))
}

fn take(heap: &mut Heap, words: u32) -> Option<Ref> {
    let block = heap.alloc(words).ok()?;
    heap.space.store(block.0, header::block(kind::RAW, words));
    for index in 1..words {
        heap.space.set_word(block, index, block.0 ^ index);
    }
    Some(block)
}

fn is_intact(heap: &Heap, block: u32, words: u32) -> bool {
    heap.size_words(Ref(block)) == words
        && (1..words).all(|index| heap.space.word(Ref(block), index) == block ^ index)
}

/// Blocks handed out: offset to words.
type Shadow = BTreeMap<u32, u32>;

fn overlaps(shadow: &Shadow, block: u32, words: u32) -> bool {
    let before = shadow.range(..=block).next_back();
    let after = shadow.range(block..).next();
    before.is_some_and(|(&at, &size)| at + size * WORD > block)
        || after.is_some_and(|(&at, _)| at < block + words * WORD)
}

fn trace(bytes: u32, steps: u32, seed: u64) {
    let mut machine = Machine::new(bytes);
    let heap = &mut machine.heap;
    let mut random = Random(seed);
    let mut shadow = Shadow::new();
    let mut peak = 0;
    for step in 0..steps {
        let filling = step / 500 % 2 == 0;
        if random.below(100) < if filling { 60 } else { 40 } || shadow.is_empty() {
            let words = typical_words(&mut random, bytes / 64);
            if let Some(block) = take(heap, words) {
                assert!(!overlaps(&shadow, block.0, words), "handed out twice");
                assert!(block.0 >= START && block.0 + words * WORD <= START + bytes);
                shadow.insert(block.0, words);
            } else {
                let free = heap.stats();
                assert!(free.largest_free_bytes < words * WORD, "refused what was there");
            }
        } else {
            change_one(heap, &mut shadow, &mut random);
        }
        let live = shadow.values().sum::<u32>() * WORD;
        peak = peak.max(live);
        assert_eq!((heap.alloc.live, heap.alloc.peak), (live, peak));
        if step % 64 == 0 {
            check(heap);
        }
    }
    for (&block, &words) in &shadow {
        assert!(is_intact(heap, block, words), "written to by somebody else");
        heap.free(Ref(block), words);
    }
    heap.merge();
    check(heap);
    assert_eq!((heap.alloc.live, heap.alloc.top), (0, START), "one run when all is free");
}

/// Frees, shrinks or grows one of the blocks.
fn change_one(heap: &mut Heap, shadow: &mut Shadow, random: &mut Random) {
    let pick = START + random.below(heap.space.end - START);
    let found = shadow.range(pick..).next().or_else(|| shadow.iter().next());
    let Some((&block, &words)) = found else { return };
    assert!(is_intact(heap, block, words), "written to by somebody else");
    match random.below(10) {
        0 if words > 3 => {
            let keep = 2 + random.below(words - 2);
            heap.space.store(block, header::block(kind::RAW, keep));
            heap.shrink(Ref(block), words, keep);
            shadow.insert(block, keep);
        }
        1 => {
            let wanted = words + random.below(40);
            if let Some(grown) = heap.grow_downwards(Ref(block), words, wanted) {
                heap.space.store(grown.0, header::block(kind::RAW, wanted));
                for index in 1..wanted {
                    assert!(index >= words || heap.space.word(grown, index) == block ^ index);
                    heap.space.set_word(grown, index, grown.0 ^ index);
                }
                shadow.remove(&block);
                shadow.insert(grown.0, wanted);
                return;
            }
            if heap.grow_in_place(Ref(block), words, wanted) {
                heap.space.store(block, header::block(kind::RAW, wanted));
                for index in words..wanted {
                    heap.space.set_word(Ref(block), index, block ^ index);
                }
                shadow.insert(block, wanted);
            }
        }
        _ => {
            heap.free(Ref(block), words);
            shadow.remove(&block);
        }
    }
}

#[test]
fn blocks_never_overlap_in_a_small_arena() {
    trace(2048, 4000, 1);
}

#[test]
fn blocks_never_overlap_in_a_middle_arena() {
    trace(16 * 1024, 6000, 2);
}

#[test]
fn blocks_never_overlap_in_a_larger_arena() {
    trace(64 * 1024, if cfg!(miri) { 500 } else { 20_000 }, 3);
}

#[test]
fn the_same_trace_gives_the_same_blocks() {
    let run = || {
        let mut machine = Machine::new(8192);
        let mut random = Random(9);
        let mut blocks: Vec<(Ref, u32)> = Vec::new();
        let mut seen = Vec::new();
        for _ in 0..2000 {
            if random.below(3) > 0 {
                let words = typical_words(&mut random, 64);
                blocks.extend(take(&mut machine.heap, words).map(|block| (block, words)));
                seen.push(blocks.last().map(|&(block, _)| block));
            } else if !blocks.is_empty() {
                let (block, words) = blocks.swap_remove(random.below(blocks.len() as u32) as usize);
                machine.heap.free(block, words);
            }
        }
        (seen, machine.heap.alloc.merges, machine.heap.alloc.allocations)
    };
    assert_eq!(run(), run());
}

#[test]
fn odd_sizes_are_refused_without_harm() {
    let mut machine = Machine::new(1024);
    for words in [0, 1, header::MAX_WORDS + 1, u32::MAX / 4, u32::MAX] {
        assert!(machine.heap.alloc(words).is_err());
    }
    check(&mut machine.heap);
}

#[test]
fn every_tiny_arena_is_filled_to_the_last_block() {
    for bytes in (0..256).step_by(8) {
        let mut machine = Machine::new(bytes);
        let mut blocks = 0;
        while take(&mut machine.heap, 2).is_some() {
            blocks += 1;
        }
        assert_eq!(blocks, bytes / 8);
        check(&mut machine.heap);
    }
}

#[test]
fn the_reserve_is_there_when_all_else_is_gone() {
    let mut machine = Machine::with_reserve(2048, 256);
    let heap = &mut machine.heap;
    while take(heap, 4).is_some() {}
    while take(heap, 2).is_some() {}
    assert_eq!(heap.alloc.live, 2048 - 256);
    assert_eq!(heap.largest_free_bytes(), 0);
    heap.open_reserve();
    let mut lent = Vec::new();
    while let Some(block) = take(heap, 4) {
        lent.push(block);
    }
    assert_eq!(lent.len(), 16, "256 bytes in blocks of 16");
    heap.close_reserve();
    let kept = lent.pop();
    for &block in &lent {
        heap.free(block, 4);
    }
    assert!(take(heap, 2).is_none(), "the reserve is no ordinary memory");
    heap.open_reserve();
    assert!(take(heap, 40).is_some(), "and it is whole again but for what lives on");
    assert!(kept.is_some());
    check(heap);
}

#[test]
fn one_word_left_over_is_not_lost() {
    let mut machine = Machine::new(48);
    let heap = &mut machine.heap;
    let mut blocks: Vec<Ref> = (0..4).map_while(|_| take(heap, 3)).collect();
    blocks.sort();
    heap.free(blocks[1], 3);
    assert!(take(heap, 2).is_some());
    check(heap);
    heap.free(blocks[2], 3);
    assert!(take(heap, 4).is_some(), "the word left over and its neighbour make four");
    check(heap);
}

#[test]
fn peak_and_live_follow_growth_in_place() {
    let mut machine = Machine::new(1024);
    let heap = &mut machine.heap;
    let block = take(heap, 20).unwrap();
    assert!(heap.grow_in_place(block, 20, 50));
    heap.space.store(block.0, header::block(kind::RAW, 50));
    assert_eq!((heap.alloc.live, heap.alloc.peak), (200, 200));
    assert!(!heap.grow_in_place(block, 50, 1000), "more than there is");
    let next = take(heap, 30).unwrap();
    assert!(!heap.grow_in_place(block, 50, 51), "taken");
    heap.free(next, 30);
    assert!(heap.grow_in_place(block, 50, 60), "free again");
    heap.space.store(block.0, header::block(kind::RAW, 60));
    assert_eq!(heap.alloc.live, 240);
    check(heap);
}

#[test]
fn large_blocks_lie_apart_and_grow_towards_small_ones() {
    let mut machine = Machine::new(1024);
    let heap = &mut machine.heap;
    let end = heap.space.end;
    let small = take(heap, 3).unwrap();
    let large = take(heap, 40).unwrap();
    assert_eq!((small.0, large.0), (START, end - 160));
    heap.space.set_word(large, 39, 7);
    let other = take(heap, 4).unwrap();
    assert_eq!(other.0, START + 12, "small ones follow each other");
    let grown = heap.grow_downwards(large, 40, 60).unwrap();
    heap.space.store(grown.0, header::block(kind::RAW, 60));
    assert_eq!((grown.0, heap.space.word(grown, 39)), (end - 240, 7));
    check(heap);
    assert_eq!(heap.grow_downwards(grown, 60, 300), None, "more than there is");
    let last = take(heap, 40).unwrap();
    assert_eq!(last.0, grown.0 - 160);
    assert_eq!(heap.grow_downwards(grown, 60, 61), None, "another block is in the way");
    heap.free(last, 40);
    assert!(heap.grow_downwards(grown, 60, 61).is_some(), "out of the way");
    heap.space.store(grown.0 - 4, header::block(kind::RAW, 61));
    check(heap);
}

#[test]
fn holes_are_filled_before_the_last_large_piece_is_cut() {
    let mut machine = Machine::new(4096);
    let heap = &mut machine.heap;
    let blocks: Vec<Ref> = (0..200).map_while(|_| take(heap, 3)).collect();
    for &block in &blocks[..160] {
        heap.free(block, 3);
    }
    // No hole is large enough until the neighbours are joined.
    assert!(take(heap, 5).is_some());
    assert_eq!(heap.alloc.merges, 1);
    assert_eq!(heap.largest_free_bytes(), 160 * 12 - 20);
    check(heap);
}

#[test]
fn stats_count_by_kind_and_find_the_largest_piece() {
    let mut machine = Machine::new(1024);
    let heap = &mut machine.heap;
    let mut blocks: Vec<Ref> = (0..12).map_while(|_| take(heap, 8)).collect();
    blocks.sort();
    heap.free(blocks[2], 8);
    heap.free(blocks[3], 8);
    let stats = heap.stats();
    assert_eq!(stats.by_kind[usize::from(kind::RAW)].count, 10);
    assert_eq!(stats.by_kind[usize::from(kind::RAW)].bytes, 320);
    assert_eq!(stats.free_bytes, 1024 - 320);
    assert_eq!(stats.largest_free_bytes, 1024 - 12 * 32);
    assert_eq!(stats.fragmentation_per_mille, 1000 - 640 * 1000 / 704);
}

#[test]
fn tails_cut_off_make_room_together() {
    let mut machine = Machine::new(80);
    let heap = &mut machine.heap;
    let first = take(heap, 10).unwrap();
    let second = take(heap, 10).unwrap();
    heap.merge();
    for keep in [8, 6, 4] {
        heap.space.store(first.0, header::block(kind::RAW, keep));
        heap.shrink(first, keep + 2, keep);
    }
    assert!(take(heap, 6).is_some());
    heap.free(second, 10);
    check(heap);
}
