//! Dicts: a model in Rust must agree after every operation.

use crate::machine::{Random, TUNINGS, check, text, with, with_nothing_left};
use threadsnake_heap::{OutOfMemory, Ref, Value};
use threadsnake_objects::cx::Cx;
use threadsnake_objects::dict::entries::{self, Found, PAIR};
use threadsnake_objects::dict::tune::Tuning;
use threadsnake_objects::{dict, hash, intern, tuple};

fn put(cx: &mut Cx, d: Ref, key: Value, value: Value, tuning: &Tuning) -> Result<(), OutOfMemory> {
    let hash = hash::key(cx, key).unwrap().unwrap();
    match entries::find::<PAIR>(cx, d, key, hash.bits) {
        Found::At(entry) => {
            dict::set_value_at(cx, d, entry, value);
            Ok(())
        }
        Found::Missing => {
            entries::append::<PAIR>(cx, d, key, hash, value, tuning)?;
            cx.heap.inc(key);
            Ok(())
        }
        Found::NeedsCall => panic!("needs a call"),
    }
}

fn get(cx: &mut Cx, d: Ref, key: Value) -> Option<Value> {
    match dict::lookup(cx, d, key).unwrap() {
        Found::At(entry) => Some(dict::value_at(cx, d, entry)),
        Found::Missing => None,
        Found::NeedsCall => panic!("needs a call"),
    }
}

fn pairs(cx: &Cx, d: Ref) -> Vec<(Value, Value)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some((entry, key, value)) = dict::next(cx, d, from) {
        found.push((key, value));
        from = entry + 1;
    }
    found
}

fn delete(cx: &mut Cx, d: Ref, key: Value) -> bool {
    match dict::lookup(cx, d, key).unwrap() {
        Found::At(entry) => {
            dict::delete_at(cx, d, entry);
            true
        }
        _ => false,
    }
}

/// Keys of many kinds, all different as Python sees it.
fn keys(cx: &mut Cx, count: u32) -> Vec<Value> {
    (0..count)
        .map(|n| match n % 6 {
            0 => Value::small(n as i32 * 8),
            1 => text(cx, &format!("key number {n}")),
            2 => {
                let name = text(cx, &format!("name_{n}"));
                let interned = intern::intern(cx, name).unwrap();
                cx.heap.dec(name);
                interned
            }
            3 => crate::machine::float(cx, f64::from(n) + 0.5),
            4 => Value::small(-(n as i32)),
            _ => text(cx, &format!("é{n}")),
        })
        .collect()
}

fn model(cx: &mut Cx, tuning: &Tuning, keys: &[Value], seed: u32, steps: u32) {
    let d = dict::new(cx).unwrap();
    let mut model: Vec<(Value, i32)> = Vec::new();
    let mut random = Random(seed);
    for step in 0..steps {
        let key = keys[random.below(keys.len() as u32) as usize];
        let place = model.iter().position(|&(there, _)| there == key);
        match random.below(10) {
            0..=4 => {
                put(cx, d, key, Value::small(step as i32), tuning).unwrap();
                match place {
                    Some(place) => model[place].1 = step as i32,
                    None => model.push((key, step as i32)),
                }
            }
            5..=7 => {
                assert_eq!(delete(cx, d, key), place.is_some());
                if let Some(place) = place {
                    model.remove(place);
                }
            }
            8 => {
                let last = entries::remove_last::<PAIR>(cx, d);
                assert_eq!(last.map(|(key, _)| key), model.pop().map(|(key, _)| key));
                if let Some((key, _)) = last {
                    cx.heap.dec(key);
                }
            }
            _ => {
                let want = place.map(|place| Value::small(model[place].1));
                assert_eq!(get(cx, d, key), want);
            }
        }
        assert_eq!(dict::len(cx, d), model.len() as u32);
    }
    let want: Vec<_> = model.iter().map(|&(key, value)| (key, Value::small(value))).collect();
    assert_eq!(pairs(cx, d), want);
    for &key in keys {
        let want =
            model.iter().find(|&&(there, _)| there == key).map(|&(_, value)| Value::small(value));
        assert_eq!(get(cx, d, key), want);
    }
    cx.heap.dec_ref(d);
}

#[test]
fn random_operations_agree_with_a_model_in_every_tuning() {
    for (at, tuning) in TUNINGS.iter().enumerate() {
        for (count, steps) in [(3, 200), (12, 600), (40, 1500), (700, 6000)] {
            with(1 << 20, |cx| {
                let keys = keys(cx, count);
                model(cx, tuning, &keys, at as u32 * 7 + count, steps);
                check(cx, &held(cx, &keys));
            });
        }
    }
}

/// The keys, and the interning table's own references.
fn held(cx: &Cx, keys: &[Value]) -> Vec<Value> {
    let mut roots = keys.to_vec();
    let block = cx.intern.block();
    if !block.is_nil() {
        roots.push(block.value());
    }
    roots
}

#[test]
fn insertion_order_survives_growth_and_deletion() {
    for tuning in TUNINGS {
        with_nothing_left(1 << 20, |cx| {
            let d = dict::new(cx).unwrap();
            for n in 0..300 {
                put(cx, d, Value::small(n), Value::NONE, tuning).unwrap();
            }
            for n in (0..300).step_by(3) {
                assert!(delete(cx, d, Value::small(n)));
            }
            for n in 1000..1100 {
                put(cx, d, Value::small(n), Value::NONE, tuning).unwrap();
            }
            let found: Vec<i32> = pairs(cx, d).iter().map(|(key, _)| key.as_small()).collect();
            let want: Vec<i32> = (0..300).filter(|n| n % 3 != 0).chain(1000..1100).collect();
            assert_eq!(found, want);
            cx.heap.dec_ref(d);
        });
    }
}

#[test]
fn indexes_of_two_and_four_byte_slots_find_every_key() {
    for tuning in TUNINGS {
        with_nothing_left(8 << 20, |cx| {
            let d = dict::new(cx).unwrap();
            let count = 70_000;
            for n in 0..count {
                put(cx, d, Value::small(n * 5 - 1000), Value::small(n), tuning).unwrap();
            }
            for n in 0..count {
                assert_eq!(get(cx, d, Value::small(n * 5 - 1000)), Some(Value::small(n)));
                assert_eq!(get(cx, d, Value::small(n * 5 - 999)), None);
            }
            for n in 0..count {
                assert!(delete(cx, d, Value::small(n * 5 - 1000)));
            }
            assert_eq!(dict::len(cx, d), 0);
            cx.heap.dec_ref(d);
        });
    }
}

#[test]
fn interned_names_are_found_by_identity_and_by_text() {
    with(1 << 16, |cx| {
        for count in [1, 5, 9, 40] {
            let d = dict::new(cx).unwrap();
            let names: Vec<Value> = (0..count)
                .map(|n| intern::intern_bytes(cx, format!("attribute_{n}").as_bytes()).unwrap())
                .collect();
            for (n, &name) in names.iter().enumerate() {
                dict::set_interned(cx, d, name, Value::small(n as i32)).unwrap();
            }
            let absent = intern::intern_bytes(cx, b"absent").unwrap();
            for (n, &name) in names.iter().enumerate() {
                assert_eq!(dict::get_interned(cx, d, name), Some(Value::small(n as i32)));
            }
            assert_eq!(dict::get_interned(cx, d, absent), None);
            let plain = text(cx, "absent");
            assert_eq!(get(cx, d, plain), None);
            put(cx, d, plain, Value::TRUE, &TUNINGS[0]).unwrap();
            assert_eq!(dict::get_interned(cx, d, absent), Some(Value::TRUE));
            let copy = text(cx, "attribute_0");
            assert_eq!(get(cx, d, copy), Some(Value::small(0)));
            assert!(dict::delete_interned(cx, d, absent));
            assert!(!dict::delete_interned(cx, d, absent));
            for value in names.into_iter().chain([absent, plain, copy, d.value()]) {
                cx.heap.dec(value);
            }
        }
    });
}

#[test]
fn equal_numbers_of_all_types_are_one_key() {
    with_nothing_left(1 << 16, |cx| {
        let d = dict::new(cx).unwrap();
        let one = crate::machine::float(cx, 1.0);
        put(cx, d, Value::small(1), Value::small(10), &TUNINGS[0]).unwrap();
        assert_eq!(get(cx, d, one), Some(Value::small(10)));
        assert_eq!(get(cx, d, Value::TRUE), Some(Value::small(10)));
        put(cx, d, Value::FALSE, Value::NONE, &TUNINGS[0]).unwrap();
        assert_eq!(get(cx, d, Value::small(0)), Some(Value::NONE));
        cx.heap.dec(one);
        cx.heap.dec_ref(d);
    });
}

#[test]
fn tuples_as_keys_switch_to_entries_with_hashes() {
    for tuning in TUNINGS {
        with_nothing_left(1 << 18, |cx| {
            let d = dict::new(cx).unwrap();
            for n in 0..5 {
                put(cx, d, Value::small(n), Value::small(n), tuning).unwrap();
            }
            for n in 0..200 {
                let key =
                    tuple::from_slice(cx, &[Value::small(n / 10), Value::small(n % 10)]).unwrap();
                put(cx, d, key.value(), Value::small(n), tuning).unwrap();
                cx.heap.dec_ref(key);
            }
            for n in 0..200 {
                let key =
                    tuple::from_slice(cx, &[Value::small(n / 10), Value::small(n % 10)]).unwrap();
                assert_eq!(get(cx, d, key.value()), Some(Value::small(n)));
                assert!(delete(cx, d, key.value()));
                cx.heap.dec_ref(key);
            }
            for n in 0..5 {
                assert_eq!(get(cx, d, Value::small(n)), Some(Value::small(n)));
            }
            assert_eq!(dict::len(cx, d), 5);
            cx.heap.dec_ref(d);
        });
    }
}

#[test]
fn unhashable_keys_raise() {
    with(1 << 16, |cx| {
        let d = dict::new(cx).unwrap();
        assert!(dict::lookup(cx, d, d.value()).is_err());
        assert!(dict::set(cx, d, d.value(), Value::NONE).is_err());
        assert_eq!(dict::len(cx, d), 0);
    });
}

#[test]
fn a_failed_allocation_leaves_the_dict_as_it_was() {
    for tuning in TUNINGS {
        with_nothing_left(1 << 18, |cx| {
            let d = dict::new(cx).unwrap();
            let mut failed = 0;
            for n in 0..400 {
                let before = pairs(cx, d);
                cx.heap.fail_every_from(1);
                let outcome = put(cx, d, Value::small(n), Value::small(-n), tuning);
                cx.heap.fail_never();
                if outcome.is_err() {
                    failed += 1;
                    assert_eq!(pairs(cx, d), before);
                    for &(key, value) in &before {
                        assert_eq!(get(cx, d, key), Some(value));
                    }
                    check(cx, &[d.value()]);
                    put(cx, d, Value::small(n), Value::small(-n), tuning).unwrap();
                }
            }
            assert!(failed > 2);
            cx.heap.fail_every_from(1);
            assert!(dict::copy(cx, d).is_err());
            cx.heap.fail_every_from(2);
            assert!(dict::copy(cx, d).is_err());
            cx.heap.fail_never();
            cx.heap.dec_ref(d);
        });
    }
}

#[test]
fn without_memory_a_full_dict_reuses_the_room_of_deleted_entries() {
    with_nothing_left(1 << 16, |cx| {
        let d = dict::new(cx).unwrap();
        for n in 0..100 {
            put(cx, d, Value::small(n), Value::NONE, &TUNINGS[0]).unwrap();
        }
        let room = entries::open::<PAIR>(&cx.heap.space, d).room;
        for n in 100..room as i32 {
            put(cx, d, Value::small(n), Value::NONE, &TUNINGS[0]).unwrap();
        }
        assert!(delete(cx, d, Value::small(7)));
        cx.heap.fail_every_from(1);
        put(cx, d, Value::small(-1), Value::NONE, &TUNINGS[0]).unwrap();
        cx.heap.fail_never();
        assert_eq!(dict::len(cx, d), room);
        assert_eq!(get(cx, d, Value::small(-1)), Some(Value::NONE));
        cx.heap.dec_ref(d);
    });
}

#[test]
fn a_queue_of_keys_does_not_grow_the_table() {
    for tuning in TUNINGS {
        with_nothing_left(1 << 18, |cx| {
            let d = dict::new(cx).unwrap();
            for n in 0..5000 {
                put(cx, d, Value::small(n), Value::NONE, tuning).unwrap();
                if n >= 20 {
                    assert!(delete(cx, d, Value::small(n - 20)));
                }
            }
            assert!(dict::table_bytes(cx, d) < 64 * 4 * 8);
            cx.heap.dec_ref(d);
        });
    }
}

#[test]
fn copies_and_updates_have_exactly_the_room_they_need() {
    with_nothing_left(1 << 18, |cx| {
        let d = dict::new(cx).unwrap();
        for n in 0..37 {
            let value = text(cx, &format!("value {n}"));
            put(cx, d, Value::small(n), value, &TUNINGS[0]).unwrap();
        }
        delete(cx, d, Value::small(3));
        let copy = dict::copy(cx, d).unwrap();
        assert_eq!(pairs(cx, copy), pairs(cx, d));
        assert_eq!(entries::open::<PAIR>(&cx.heap.space, copy).room, 36);
        check(cx, &[d.value(), copy.value()]);
        let other = dict::new(cx).unwrap();
        put(cx, other, Value::small(5), Value::NONE, &TUNINGS[0]).unwrap();
        assert_eq!(dict::update(cx, other, copy).unwrap(), dict::Done::Yes);
        assert_eq!(dict::len(cx, other), 36);
        check(cx, &[d.value(), copy.value(), other.value()]);
        for dict in [d, copy, other] {
            cx.heap.dec_ref(dict);
        }
    });
}
