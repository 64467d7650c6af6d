//! Lists against a model; sorting.

use crate::machine::{Random, check, float, text, with, with_nothing_left};
use threadsnake_heap::{Ref, Value};
use threadsnake_objects::cx::Cx;
use threadsnake_objects::dict::Done;
use threadsnake_objects::list::sort::Direction;
use threadsnake_objects::slice::Bounds;
use threadsnake_objects::{compare, list, slice, str, tuple};

fn smalls(cx: &Cx, l: Ref) -> Vec<i32> {
    list::items(cx, l).iter().map(|item| item.as_small()).collect()
}

fn of(cx: &mut Cx, numbers: &[i32]) -> Ref {
    let items: Vec<Value> = numbers.iter().map(|&n| Value::small(n)).collect();
    list::from_slice(cx, &items).unwrap()
}

#[test]
fn random_operations_agree_with_a_vector() {
    with_nothing_left(1 << 18, |cx| {
        let l = list::new(cx).unwrap();
        let mut model: Vec<i32> = Vec::new();
        let mut random = Random(5);
        for step in 0..20_000 {
            let len = model.len() as u32;
            let at = random.below(len + 1);
            match random.below(8) {
                0..=2 => {
                    list::push(cx, l, Value::small(step)).unwrap();
                    model.push(step);
                }
                3 => {
                    list::insert(cx, l, at, Value::small(step)).unwrap();
                    model.insert(at as usize, step);
                }
                4 => assert_eq!(list::pop(cx, l), model.pop().map(Value::small)),
                5 if at < len => {
                    assert_eq!(list::remove(cx, l, at), Value::small(model.remove(at as usize)));
                }
                6 => {
                    let count = random.below((len - at).min(5) + 1);
                    let source = of(cx, &[step, step + 1, step + 2]);
                    let more = random.below(4);
                    let from = list::start(cx, source);
                    list::slice::replace(cx, l, at, count, from, more).unwrap();
                    let new = (0..more as i32).map(|n| step + n);
                    model.splice(at as usize..(at + count) as usize, new);
                    cx.heap.dec_ref(source);
                }
                _ => {
                    list::reverse(cx, l);
                    model.reverse();
                }
            }
            assert_eq!(list::len(cx, l) as usize, model.len());
        }
        assert_eq!(smalls(cx, l), model);
        check(cx, &[l.value()]);
        cx.heap.dec_ref(l);
    });
}

#[test]
fn extended_slices_agree_with_the_rule() {
    with(1 << 18, |cx| {
        let mut random = Random(77);
        for _ in 0..3000 {
            let len = random.below(12) as i32;
            let mut part = || match random.below(4) {
                0 => Value::NONE,
                _ => Value::small(random.below(30) as i32 - 15),
            };
            let (start, stop, step) = (part(), part(), part());
            if step == Value::small(0) {
                continue;
            }
            let model: Vec<i32> = (0..len).collect();
            let l = of(cx, &model);
            let bounds = slice::bounds(cx, [start, stop, step], len as u32).unwrap().unwrap();
            let picked = expected(len, start, stop, step);
            let got = list::slice::get(cx, l, bounds).unwrap();
            assert_eq!(smalls(cx, got), picked);
            let marks = of(cx, &vec![-1; picked.len()]);
            let from = list::start(cx, marks);
            list::slice::replace_steps(cx, l, bounds, from);
            let marked: Vec<i32> =
                model.iter().map(|n| if picked.contains(n) { -1 } else { *n }).collect();
            assert_eq!(smalls(cx, l), marked);
            list::slice::delete_steps(cx, l, bounds);
            let left: Vec<i32> = model.iter().copied().filter(|n| !picked.contains(n)).collect();
            assert_eq!(smalls(cx, l), left);
            for object in [l, got, marks] {
                cx.heap.dec_ref(object);
            }
        }
    });
}

/// Python's rule, step by step.
fn expected(len: i32, start: Value, stop: Value, step: Value) -> Vec<i32> {
    let step = step.small_int().unwrap_or(1);
    let fix = |bound: i32| if bound < 0 { bound + len } else { bound };
    let (low, high) = if step > 0 { (0, len) } else { (-1, len - 1) };
    let at = |value: Value, none: i32| {
        value.small_int().map_or(none, |bound| fix(bound).clamp(low, high))
    };
    let (mut at, stop) =
        if step > 0 { (at(start, 0), at(stop, len)) } else { (at(start, len - 1), at(stop, -1)) };
    let mut picked = Vec::new();
    while if step > 0 { at < stop } else { at > stop } {
        picked.push(at);
        at += step;
    }
    picked
}

#[test]
fn descending_bounds_turned_around_name_the_same_items() {
    let bounds = Bounds { start: 9, step: -3, count: 4 };
    assert_eq!(bounds.ascending(), Bounds { start: 0, step: 3, count: 4 });
}

fn is_sorted(cx: &Cx, items: &[Value], direction: Direction) -> bool {
    items.windows(2).all(|pair| match direction {
        Direction::Up => compare::less(cx, pair[1], pair[0]) == Some(false),
        Direction::Down => compare::less(cx, pair[0], pair[1]) == Some(false),
    })
}

#[test]
fn sorting_orders_every_kind_of_key_and_keeps_equal_ones_in_order() {
    with_nothing_left(1 << 20, |cx| {
        let mut random = Random(3);
        for count in [0, 1, 2, 5, 12, 13, 100, 777] {
            for sort in 0..10 {
                // Each kind with a buffer, and without memory for one.
                let (sort, is_starved) = (sort / 2, sort % 2 == 1);
                for direction in [Direction::Up, Direction::Down] {
                    let (keys, values) = (list::new(cx).unwrap(), list::new(cx).unwrap());
                    for at in 0..count {
                        let n = random.below(count as u32 / 2 + 1) as i32;
                        let key = match sort {
                            0 => Value::small(n),
                            1 => float(cx, f64::from(n) / 4.0),
                            2 => text(cx, &format!("item {n}")),
                            3 if n % 2 == 0 => Value::small(n),
                            3 => float(cx, f64::from(n)),
                            _ => {
                                let name = text(cx, &format!("t{}", n % 7));
                                tuple::from_owned(cx, &[Value::small(n % 5), name]).unwrap().value()
                            }
                        };
                        list::push(cx, keys, key).unwrap();
                        list::push(cx, values, Value::small(at)).unwrap();
                    }
                    let alone = list::from_part(cx, list::start(cx, keys), count as u32).unwrap();
                    let before: Vec<Value> = list::items(cx, keys).to_vec();
                    if is_starved {
                        cx.heap.fail_every_from(1);
                    }
                    assert_eq!(list::sort::sort(cx, alone, direction), Ok(Done::Yes));
                    assert_eq!(
                        list::sort::sort_by_keys(cx, keys, values, direction),
                        Ok(Done::Yes)
                    );
                    cx.heap.fail_never();
                    assert!(is_sorted(cx, list::items(cx, keys), direction));
                    assert!(is_sorted(cx, list::items(cx, alone), direction));
                    let (keys_now, order) = (list::items(cx, keys), smalls(cx, values));
                    for (at, &from) in order.iter().enumerate() {
                        assert_eq!(keys_now[at], before[from as usize]);
                        if at > 0
                            && compare::equal(cx, keys_now[at - 1], keys_now[at]) == Some(true)
                        {
                            assert!(order[at - 1] < from, "not stable");
                        }
                    }
                    check(cx, &[keys.value(), values.value(), alone.value()]);
                    for object in [keys, values, alone] {
                        cx.heap.dec_ref(object);
                    }
                }
            }
        }
    });
}

#[test]
fn a_list_that_needs_script_code_is_left_as_it_was() {
    with_nothing_left(1 << 16, |cx| {
        let name = text(cx, "text");
        let items: Vec<Value> = (0..40).map(|n| Value::small(40 - n)).chain([name]).collect();
        let l = list::from_slice(cx, &items).unwrap();
        assert_eq!(list::sort::sort(cx, l, Direction::Up), Ok(Done::NeedsCall));
        assert_eq!(list::items(cx, l), &items[..]);
        cx.heap.dec_ref(l);
        cx.heap.dec(name);
    });
}

#[test]
fn failed_allocations_leave_lists_as_they_were() {
    with_nothing_left(1 << 16, |cx| {
        let l = list::new(cx).unwrap();
        let mut failed = 0;
        for n in 0..200 {
            cx.heap.fail_every_from(1);
            if list::push(cx, l, Value::small(n)).is_err() {
                failed += 1;
                cx.heap.fail_never();
                assert_eq!(smalls(cx, l), (0..n).collect::<Vec<_>>());
                list::push(cx, l, Value::small(n)).unwrap();
            }
        }
        // The widest growth of all profiles is a half.
        assert!(failed > 5);
        cx.heap.fail_every_from(1);
        let own = list::start(cx, l);
        assert!(list::extend_from_part(cx, l, own, 200).is_err());
        assert!(list::repeat(cx, l, 3).is_err() && list::concat(cx, l, l).is_err());
        cx.heap.fail_never();
        assert_eq!(list::len(cx, l), 200);
        let own = list::start(cx, l);
        list::extend_from_part(cx, l, own, 200).unwrap();
        assert_eq!(list::len(cx, l), 400);
        cx.heap.dec_ref(l);
    });
}

#[test]
fn long_lists_give_memory_back_when_they_shrink() {
    with_nothing_left(1 << 18, |cx| {
        let l = list::new(cx).unwrap();
        for n in 0..4000 {
            list::push(cx, l, Value::small(n)).unwrap();
        }
        while list::len(cx, l) > 10 {
            list::pop(cx, l);
        }
        assert!(list::room(cx, l) <= 32);
        check(cx, &[l.value()]);
        cx.heap.dec_ref(l);
    });
}

#[test]
fn text_compares_by_code_points() {
    with_nothing_left(1 << 16, |cx| {
        let words = ["b", "é", "", "a", "ab", "日本", "aa", "\u{10000}"].map(|word| text(cx, word));
        let l = list::from_slice(cx, &words).unwrap();
        assert_eq!(list::sort::sort(cx, l, Direction::Up), Ok(Done::Yes));
        let sorted: Vec<&str> = list::items(cx, l)
            .iter()
            .map(|item| core::str::from_utf8(str::bytes(cx, item.as_ref())).unwrap())
            .collect();
        assert_eq!(sorted, ["", "a", "aa", "ab", "b", "é", "日本", "\u{10000}"]);
        cx.heap.dec_ref(l);
        for word in words {
            cx.heap.dec(word);
        }
    });
}
