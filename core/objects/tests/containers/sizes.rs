//! Bytes of containers, as the design promises them.

use crate::machine::with;
use threadsnake_heap::{Ref, Value, WORD};
use threadsnake_objects::cx::Cx;
use threadsnake_objects::dict::entries::{self, PAIR};
use threadsnake_objects::dict::tune::Tuning;
use threadsnake_objects::{dict, hash, list, tuple};

const BASE: Tuning = Tuning { min_size: 1, load: (4, 5), growth: (5, 4), scan_max: 8, fit: false };
const MEMORY_FIRST: Tuning = Tuning { scan_max: 20, ..BASE };

fn bytes(cx: &Cx, object: Ref) -> u32 {
    cx.heap.size_words(object) * WORD
}

/// Bytes of a dict and its table after each of `count` insertions.
fn curve(tuning: &Tuning, count: i32) -> Vec<u32> {
    let mut sizes = Vec::new();
    with(4 << 20, |cx| {
        let d = dict::new(cx).unwrap();
        for n in 0..=count {
            sizes.push(bytes(cx, d) + dict::table_bytes(cx, d));
            let key = Value::small(n);
            let hash = hash::key(cx, key).unwrap().unwrap();
            entries::append::<PAIR>(cx, d, key, hash, Value::NONE, tuning).unwrap();
        }
    });
    sizes
}

#[test]
fn dicts_of_the_base_profile_stay_within_the_design() {
    let sizes = curve(&BASE, 1000);
    println!("base: {:?}, 100: {}, 1000: {}", &sizes[..20], sizes[100], sizes[1000]);
    let design =
        [12, 28, 36, 44, 52, 60, 68, 76, 84, 116, 116, 132, 132, 172, 172, 172, 196, 196, 196, 228];
    for (n, (&size, &most)) in sizes.iter().zip(&design).enumerate() {
        assert!(size <= most, "{n} entries: {size} bytes, at most {most}");
    }
    assert_eq!((sizes[0], sizes[8], sizes[10]), (12, 80, 116));
    assert!(sizes[100] <= 1244 && sizes[1000] <= 13_020, "{} {}", sizes[100], sizes[1000]);
}

#[test]
fn dicts_of_the_memory_first_profile_are_no_larger_than_micropythons() {
    let sizes = curve(&MEMORY_FIRST, 20);
    println!("memory-first: {sizes:?}");
    let peer = [
        16, 32, 32, 48, 48, 64, 64, 80, 80, 96, 96, 112, 112, 160, 160, 160, 160, 160, 208, 208,
        208,
    ];
    for (n, (&size, &most)) in sizes.iter().zip(&peer).enumerate() {
        assert!(size <= most, "{n} entries: {size} bytes, at most {most}");
    }
}

#[test]
fn lists_and_tuples_have_the_sizes_of_the_design() {
    with(1 << 16, |cx| {
        let empty = list::new(cx).unwrap();
        assert_eq!(bytes(cx, empty), 12);
        let ten = list::from_slice(cx, &[Value::NONE; 10]).unwrap();
        let block = Ref(cx.heap.space.word(ten, list::BLOCK));
        assert_eq!(bytes(cx, ten) + bytes(cx, block), 56);
        let three = tuple::from_slice(cx, &[Value::NONE; 3]).unwrap();
        assert_eq!(bytes(cx, three), 20);
    });
}

#[test]
fn policies_of_extreme_tunings_stay_in_bounds() {
    for growth in [(9, 8), (4, 1)] {
        for load in [(1, 4), (9, 10)] {
            for fit in [false, true] {
                let tuning = Tuning { min_size: 1, load, growth, scan_max: 0, fit };
                for live in [0, 1, 2, 7, 254, 255, 65_534, 65_535, 1 << 20, (1 << 22) - 1] {
                    let room = tuning.grown(live);
                    let slots = tuning.slots(room);
                    assert!(room > live && slots.count > room);
                    let words = tuning.table_words(room, 2);
                    assert!(words >= 2 + u64::from(room) * 2 + slots.words());
                }
            }
        }
    }
}
