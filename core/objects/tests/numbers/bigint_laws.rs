//! Big integers: laws that hold for all numbers, and what happens when buffers or patience are short.

use std::cmp::Ordering;

use crate::support::{Generator, Owned, go};
use threadsnake_objects::bigint::bits::{BitOp, bit_op, bits_room, invert};
use threadsnake_objects::bigint::div::{divmod_small, mod_small, quot_room, work_room};
use threadsnake_objects::bigint::float::{FLOAT_LIMBS, compare_f64, from_f64, to_f64, true_div};
use threadsnake_objects::bigint::mul::{mul, mul_scratch, mul_small, square};
use threadsnake_objects::bigint::parse::{exceeds_digits, parse};
use threadsnake_objects::bigint::print::{print, print_room, print_work};
use threadsnake_objects::bigint::{Big, BigError, Narrow, compare_signed, div, power, shift};
use threadsnake_objects::number::hash::{hash_big, hash_f64, hash_i64};

/// Rounds of the cheap laws.
const ROUNDS: usize = if cfg!(miri) { 40 } else { 4000 };

#[test]
fn quotient_and_remainder_restore_the_dividend() {
    let mut random = Generator(1);
    for _ in 0..ROUNDS {
        let (a, b) = (random.number(14), random.number(9));
        match a.divmod(&b) {
            Err(error) => assert!(error == BigError::ZeroDivision && b.limbs.is_empty()),
            Ok((quot, rem)) => {
                assert_eq!(quot.mul(&b).add(&rem), a, "{a:?} {b:?}");
                assert!(rem.limbs.is_empty() || rem.negative == b.negative);
                let (rem, b) = (Big::new(false, &rem.limbs), Big::new(false, &b.limbs));
                assert_eq!(compare_signed(rem, b), Ordering::Less);
            }
        }
    }
}

#[test]
fn a_product_divided_by_a_factor_is_the_other() {
    let mut random = Generator(2);
    for round in 0..ROUNDS / 4 {
        let longest = if round % 50 == 0 { 300 } else { 20 };
        let (a, b) = (random.number(longest), random.number(longest));
        if b.limbs.is_empty() {
            continue;
        }
        let (quot, rem) = a.mul(&b).divmod(&b).expect("not zero");
        assert!(quot == a && rem.limbs.is_empty(), "{a:?} {b:?}");
    }
}

#[test]
fn multiplication_distributes_with_any_scratch() {
    let mut random = Generator(3);
    for _ in 0..ROUNDS / 40 {
        let (a, b, c) = (random.number(260), random.number(260), random.number(260));
        let left = a.add(&b).mul(&c);
        assert_eq!(left, a.mul(&c).add(&b.mul(&c)));
        let full = mul_scratch(a.limbs.len(), c.limbs.len());
        let mut scratch = vec![9; random.below(full as u64 + 1) as usize];
        let mut dst = vec![9; a.limbs.len() + c.limbs.len()];
        let len = mul(&mut dst, &a.limbs, &c.limbs, &mut scratch, &mut go).expect("room");
        assert_eq!(Owned::magnitude(dst, len).limbs, a.mul(&c).limbs);
    }
}

#[test]
fn squares_are_products_with_oneself() {
    let mut random = Generator(4);
    for len in 0..200 {
        let a = random.magnitude(len);
        assert_eq!(a.square(), a.mul(&a), "{len}");
    }
}

#[test]
fn subtraction_undoes_addition() {
    let mut random = Generator(5);
    for _ in 0..ROUNDS {
        let (a, b) = (random.number(9), random.number(9));
        assert_eq!(a.add(&b).sub(&b), a);
        assert_eq!(a.sub(&b).add(&b), a);
        assert!(a.sub(&a).limbs.is_empty());
    }
}

#[test]
fn text_reads_back_in_every_base() {
    let mut random = Generator(6);
    for round in 0..ROUNDS {
        let (a, radix) = (random.number(12), 2 + (round % 35) as u32);
        assert_eq!(Owned::read(&a.text(radix), radix), a);
    }
}

#[test]
fn one_limb_forms_equal_the_general_ones() {
    let mut random = Generator(7);
    for _ in 0..ROUNDS {
        let a = random.magnitude(1 + random.0 as usize % 9);
        let d = random.magnitude(1);
        let mut dst = vec![9; a.limbs.len() + 1];
        let len = mul_small(&mut dst, &a.limbs, d.limbs[0]).expect("room");
        assert_eq!(Owned::magnitude(dst.clone(), len), a.mul(&d));
        let (len, rest) = divmod_small(&mut dst, &a.limbs, d.limbs[0]).expect("not zero");
        let (quot, rem) = a.divmod(&d).expect("not zero");
        assert_eq!((Owned::magnitude(dst, len), rem), (quot, Owned::hex(&format!("{rest:x}"))));
        assert_eq!(mod_small(&a.limbs, d.limbs[0]), Ok(rest));
    }
}

#[test]
fn bit_operations_obey_de_morgan() {
    let mut random = Generator(8);
    let not = |a: &Owned| {
        let mut dst = vec![9; a.limbs.len() + 1];
        let signed = invert(&mut dst, a.big()).expect("room");
        Owned::take(dst, signed)
    };
    let both = |op, a: &Owned, b: &Owned| {
        let mut dst = vec![9; bits_room(a.limbs.len(), b.limbs.len())];
        let signed = bit_op(&mut dst, op, a.big(), b.big()).expect("room");
        Owned::take(dst, signed)
    };
    for _ in 0..ROUNDS {
        let (a, b) = (random.number(6), random.number(6));
        assert_eq!(not(&not(&a)), a);
        assert_eq!(not(&both(BitOp::And, &a, &b)), both(BitOp::Or, &not(&a), &not(&b)));
        assert_eq!(both(BitOp::Xor, &both(BitOp::Xor, &a, &b), &b), a);
        let sum = both(BitOp::And, &a, &b).add(&both(BitOp::Or, &a, &b));
        assert_eq!(sum, a.add(&b));
    }
}

#[test]
fn sixty_four_bit_integers_go_both_ways() {
    let mut random = Generator(9);
    let edges = [0, 1, -1, i64::MAX, i64::MIN, i64::MIN + 1, 1 << 32, -(1 << 32)];
    let many = (0..ROUNDS).map(|_| random.next() as i64 >> random.below(64));
    for value in edges.into_iter().chain(many.collect::<Vec<_>>()) {
        let narrow = Narrow::new(value);
        assert_eq!(narrow.big().to_i64(), Some(value));
        assert_eq!(hash_big(narrow.big()), hash_i64(value));
        assert_eq!(to_f64(narrow.big()), Ok(value as f64));
    }
    let beyond = Owned::hex("8000000000000000");
    assert_eq!(beyond.big().to_i64(), None);
    assert_eq!(beyond.big().negated().to_i64(), Some(i64::MIN));
}

#[test]
fn floats_convert_compare_and_hash_as_their_integers() {
    let mut random = Generator(10);
    for _ in 0..ROUNDS {
        let value = f64::from_bits(random.next());
        let mut limbs = [9; FLOAT_LIMBS];
        let Ok(signed) = from_f64(&mut limbs, value) else {
            assert!(!value.is_finite());
            continue;
        };
        let whole = Big::new(signed.negative, &limbs[..signed.len]);
        assert_eq!(to_f64(whole), Ok(value.trunc() + 0.0));
        assert_eq!(compare_f64(whole, value), value.trunc().partial_cmp(&value));
        assert_eq!(hash_big(whole), hash_f64(value.trunc()));
        let narrow = Narrow::new(random.next() as i64 >> random.below(64));
        let small = value / 2f64.powi(900);
        assert_eq!(
            compare_f64(narrow.big(), small),
            (narrow.big().to_i64().map(|v| v as f64)).partial_cmp(&Some(small))
        );
    }
    assert_eq!(compare_f64(Narrow::new(1).big(), f64::NAN), None);
    assert_eq!(compare_f64(Narrow::new(1).big(), f64::INFINITY), Some(Ordering::Less));
    assert_eq!(compare_f64(Narrow::new(0).big(), -0.0), Some(Ordering::Equal));
}

#[test]
fn true_division_of_small_numbers_is_the_machines() {
    let mut random = Generator(11);
    for _ in 0..ROUNDS {
        let (a, b) =
            (random.next() as i64 >> random.below(60), random.next() as i64 >> random.below(60));
        let (a, b) = (a >> 11, b >> 11);
        let found = true_div(Narrow::new(a).big(), Narrow::new(b).big(), &mut [0; 8], &mut go);
        if b == 0 {
            assert_eq!(found, Err(BigError::ZeroDivision));
        } else {
            assert_eq!(found.map(f64::to_bits), Ok(((a as f64) / (b as f64)).to_bits()));
        }
    }
}

#[test]
fn digit_limits_are_decided_by_length_where_they_can() {
    let mut random = Generator(12);
    for _ in 0..ROUNDS / 10 {
        let a = random.magnitude(1 + random.0 as usize % 40);
        let digits = a.text(10).len();
        for limit in digits.saturating_sub(3)..digits + 3 {
            let told = exceeds_digits(&a.limbs, limit);
            assert!(told.is_none() || told == Some(digits > limit), "{digits} {limit}");
        }
        assert_eq!(exceeds_digits(&a.limbs, digits * 2), Some(false));
    }
}

#[test]
fn short_buffers_are_refused_and_never_panic() {
    let mut random = Generator(13);
    for _ in 0..ROUNDS / 8 {
        let (a, b) = (random.number(8), random.number(8));
        for short in 0..9 {
            let mut dst = vec![0; short];
            let mut work = vec![0; short];
            let _ = div::floor_divmod(Some(&mut dst), &mut work, a.big(), b.big(), &mut go);
            let _ = mul(&mut dst, &a.limbs, &b.limbs, &mut [], &mut go);
            let _ = bit_op(&mut dst, BitOp::Xor, a.big(), b.big());
            let _ = shift::left(&mut dst, &a.limbs, 40);
            let _ = shift::floor_right(&mut dst, a.big(), 40);
            let _ = power::pow(&mut dst, &mut work, &a.limbs, 3, &mut [], &mut go);
            let _ = power::pow_mod(&mut dst, &mut work, &b.limbs, &a.limbs, &a.limbs, &mut go);
            let mut out = vec![0; short];
            let _ = print(&mut out, &a.limbs, 10, &mut work, &mut go);
            let _ = true_div(a.big(), b.big(), &mut work, &mut go);
        }
    }
}

#[test]
fn charges_do_not_depend_on_the_machine() {
    let mut random = Generator(15);
    for len in 1..70usize {
        let (a, b) = (random.magnitude(len), random.magnitude(len / 2 + 1));
        let triangle = len * (len + 1) / 2;
        let mut sum = 0;
        let mut count = |steps: u32| {
            sum += steps as usize;
            true
        };
        let mut dst = vec![0; 2 * len + 2];
        let long = mul(&mut dst, &a.limbs, &b.limbs, &mut [], &mut count);
        assert_eq!((long.is_ok(), sum), (true, len * b.limbs.len()));
        let mut sum = 0;
        let mut count = |steps: u32| {
            sum += steps as usize;
            true
        };
        let squared = square(&mut dst, &a.limbs, &mut [], &mut count);
        assert_eq!((squared.is_ok(), sum), (true, triangle));
        let mut sum = 0;
        let mut count = |steps: u32| {
            sum += steps as usize;
            true
        };
        let mut out = vec![0; print_room(len, 10)];
        let mut work = vec![0; print_work(len, 10)];
        let bytes = print(&mut out, &a.limbs, 10, &mut work, &mut count).expect("room");
        let back = parse(&mut dst, &out[..bytes], 10, &mut count);
        assert_eq!((back, sum), (Ok(len), 2 * triangle));
    }
}

#[test]
fn a_refused_charge_stops_long_work() {
    let mut a = Generator(14).magnitude(300);
    a.limbs[299] = 7;
    for patience in [0, 1, 5, 40] {
        let mut left = patience;
        let mut stingy = |_steps: u32| {
            left -= 1;
            left >= 0
        };
        let mut dst = vec![0; 700];
        let mut scratch = vec![0; mul_scratch(300, 300)];
        let found = mul(&mut dst, &a.limbs, &a.limbs, &mut scratch, &mut stingy);
        assert_eq!(found, Err(BigError::Stopped));
        let mut left = patience;
        let mut stingy = |_steps: u32| {
            left -= 1;
            left >= 0
        };
        let (mut quot, mut work) = (vec![0; quot_room(300, 3)], vec![0; work_room(300, 3)]);
        let found = div::divmod(Some(&mut quot), &mut work, &a.limbs, &a.limbs[297..], &mut stingy);
        assert_eq!(found, Err(BigError::Stopped));
        let mut left = patience;
        let mut stingy = |_steps: u32| {
            left -= 1;
            left >= 0
        };
        let mut out = vec![0; print_room(300, 10)];
        let mut work = vec![0; print_work(300, 10)];
        assert_eq!(print(&mut out, &a.limbs, 10, &mut work, &mut stingy), Err(BigError::Stopped));
    }
}
