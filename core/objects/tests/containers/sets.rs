//! Sets against a model, and their algebra.

use crate::machine::{Random, TUNINGS, with_nothing_left};
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::cx::Cx;
use threadsnake_objects::dict::Done;
use threadsnake_objects::dict::entries::{self, Found, SINGLE};
use threadsnake_objects::set::{self, Keep};
use threadsnake_objects::{compare, hash, tuple};

fn members(cx: &Cx, s: Ref) -> Vec<i32> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some((entry, key)) = set::next_entry(cx, s, from) {
        found.push(key.as_small());
        from = entry + 1;
    }
    found
}

fn of(cx: &mut Cx, keys: impl IntoIterator<Item = i32>) -> Ref {
    let s = set::new(cx, kind::SET).unwrap();
    for key in keys {
        assert_eq!(set::add(cx, s, Value::small(key)).unwrap(), Done::Yes);
    }
    s
}

#[test]
fn random_operations_agree_with_a_model_in_every_tuning() {
    for (at, tuning) in TUNINGS.iter().enumerate() {
        with_nothing_left(1 << 18, |cx| {
            let s = set::new(cx, kind::SET).unwrap();
            let mut model: Vec<i32> = Vec::new();
            let mut random = Random(at as u32 + 99);
            for _ in 0..8000 {
                let n = random.below(500) as i32;
                let key = Value::small(n * 16);
                let hash = hash::key(cx, key).unwrap().unwrap();
                let found = entries::find::<SINGLE>(cx, s, key, hash.bits);
                let place = model.iter().position(|&there| there == n);
                assert_eq!(matches!(found, Found::At(_)), place.is_some());
                match (random.below(2), found, place) {
                    (0, Found::Missing, _) => {
                        entries::append::<SINGLE>(cx, s, key, hash, Value::UNBOUND, tuning)
                            .unwrap();
                        model.push(n);
                    }
                    (1, Found::At(entry), Some(place)) => {
                        set::delete_at(cx, s, entry);
                        model.remove(place);
                    }
                    _ => {}
                }
            }
            let want: Vec<i32> = model.iter().map(|n| n * 16).collect();
            assert_eq!(members(cx, s), want);
            cx.heap.dec_ref(s);
        });
    }
}

#[test]
fn algebra_and_inclusion() {
    with_nothing_left(1 << 18, |cx| {
        let (a, b) = (of(cx, 0..50), of(cx, 25..80));
        let common = set::new(cx, kind::SET).unwrap();
        assert_eq!(set::select(cx, a, b, Keep::Common, common).unwrap(), Done::Yes);
        assert_eq!(members(cx, common), (25..50).collect::<Vec<_>>());
        let rest = set::new(cx, kind::FROZENSET).unwrap();
        assert_eq!(set::select(cx, a, b, Keep::Rest, rest).unwrap(), Done::Yes);
        assert_eq!(members(cx, rest), (0..25).collect::<Vec<_>>());
        let union = set::copy(cx, a, kind::SET).unwrap();
        assert_eq!(set::update(cx, union, b).unwrap(), Done::Yes);
        assert_eq!(members(cx, union), (0..80).collect::<Vec<_>>());
        assert_eq!(set::is_disjoint(cx, rest, b), Some(true));
        assert_eq!(set::is_disjoint(cx, a, b), Some(false));
        let lt =
            |cx: &Cx, x: Ref, y: Ref| compare::compare(cx, compare::Op::Lt, x.value(), y.value());
        assert_eq!(lt(cx, a, union), Some(true));
        assert_eq!(lt(cx, union, a), Some(false));
        assert_eq!(lt(cx, rest, b), Some(false));
        assert_eq!(set::subtract(cx, union, b).unwrap(), Done::Yes);
        assert_eq!(compare::equal(cx, union.value(), rest.value()), Some(true));
        for set in [a, b, common, rest, union] {
            cx.heap.dec_ref(set);
        }
    });
}

#[test]
fn frozensets_hash_by_content_whatever_the_order() {
    with_nothing_left(1 << 16, |cx| {
        let up = of(cx, 0..30);
        let down = of(cx, (0..30).rev());
        let (up, down) = (
            [set::copy(cx, up, kind::FROZENSET).unwrap(), up],
            [set::copy(cx, down, kind::FROZENSET).unwrap(), down],
        );
        let hash = |cx: &mut Cx, set: Ref| hash::key(cx, set.value()).unwrap().unwrap();
        assert_eq!(hash(cx, up[0]), hash(cx, down[0]));
        for set in up.into_iter().chain(down) {
            cx.heap.dec_ref(set);
        }
    });
}

#[test]
fn pop_empties_a_set_of_tuples() {
    with_nothing_left(1 << 16, |cx| {
        let s = set::new(cx, kind::SET).unwrap();
        for n in 0..40 {
            let key = tuple::from_slice(cx, &[Value::small(n)]).unwrap();
            assert_eq!(set::add(cx, s, key.value()).unwrap(), Done::Yes);
            cx.heap.dec_ref(key);
        }
        let mut count = 0;
        while let Some(key) = set::pop(cx, s) {
            cx.heap.dec(key);
            count += 1;
        }
        assert_eq!((count, set::len(cx, s)), (40, 0));
        cx.heap.dec_ref(s);
    });
}
