//! Big integers against tables made with CPython.

use crate::support::{Owned, bits, go, rows};
use threadsnake_objects::bigint::bits::{BitOp, bit_op, bits_room};
use threadsnake_objects::bigint::div::gcd;
use threadsnake_objects::bigint::float::{to_f64, true_div, true_div_room};
use threadsnake_objects::bigint::power;
use threadsnake_objects::bigint::root::{isqrt, isqrt_room};
use threadsnake_objects::bigint::shift;

const TABLE: &str = include_str!("data/bigint.tsv");

fn shifted(op: &str, a: &Owned, distance: u64) -> Owned {
    let room = shift::left_room(a.limbs.len(), distance).expect("short");
    let mut buffer = vec![7; room];
    if op == "shl" {
        let len = shift::left(&mut buffer, &a.limbs, distance).expect("room");
        let mut shifted = Owned::magnitude(buffer, len);
        shifted.negative = a.negative;
        shifted
    } else {
        let signed = shift::floor_right(&mut buffer, a.big(), distance).expect("room");
        Owned::take(buffer, signed)
    }
}

fn bitwise(op: &str, a: &Owned, b: &Owned) -> Owned {
    let op = match op {
        "and" => BitOp::And,
        "or" => BitOp::Or,
        _ => BitOp::Xor,
    };
    let mut buffer = vec![7; bits_room(a.limbs.len(), b.limbs.len())];
    let signed = bit_op(&mut buffer, op, a.big(), b.big()).expect("room");
    Owned::take(buffer, signed)
}

fn true_division(a: &Owned, b: &Owned) -> String {
    let mut work = vec![7; true_div_room(b.limbs.len())];
    true_div(a.big(), b.big(), &mut work, &mut go).map_or("overflow".into(), bits)
}

fn root(a: &Owned) -> Owned {
    let room = isqrt_room(a.limbs.len());
    let (mut dst, mut work, mut quot) = (vec![7; room], vec![7; room], vec![7; room]);
    let len = isqrt(&mut dst, &mut work, &mut quot, &a.limbs, &mut go).expect("room");
    Owned::magnitude(dst, len)
}

fn common_divisor(a: &Owned, b: &Owned) -> Owned {
    let room = a.limbs.len().max(b.limbs.len()) + 1;
    let (mut x, mut y) = (a.limbs.clone(), b.limbs.clone());
    x.resize(room, 0);
    y.resize(room, 0);
    let len = gcd(&mut x, &mut y, &mut go).expect("room");
    Owned::magnitude(x, len)
}

fn power_of(a: &Owned, exponent: u64) -> Owned {
    let room = power::pow_room(&a.limbs, exponent).expect("short");
    let (mut dst, mut spare) = (vec![7; room], vec![7; room]);
    let mut scratch = vec![7; power::pow_scratch(room)];
    let len = power::pow(&mut dst, &mut spare, &a.limbs, exponent, &mut scratch, &mut go);
    let mut result = Owned::magnitude(dst, len.expect("room"));
    result.negative = a.negative && exponent % 2 == 1;
    result
}

fn power_modulo(base: &Owned, modulus: &Owned) -> Owned {
    let base = base.divmod(modulus).expect("not zero").1;
    let exponent = Owned::read(&(65537u64 + (1 << 40)).to_string(), 10);
    let mut dst = vec![7; modulus.limbs.len()];
    let mut work = vec![7; power::pow_mod_room(modulus.limbs.len())];
    let len =
        power::pow_mod(&mut dst, &mut work, &base.limbs, &exponent.limbs, &modulus.limbs, &mut go);
    Owned::magnitude(dst, len.expect("room"))
}

fn inverse(base: &Owned, modulus: &Owned) -> String {
    let base = base.divmod(modulus).expect("not zero").1;
    let room = power::inverse_room(modulus.limbs.len());
    let mut buffers = vec![vec![7; room]; 5];
    let mut parts = buffers.iter_mut().map(|buffer| &mut buffer[..]);
    let mut next = || parts.next().expect("five");
    let dst = next();
    let rest = [next(), next(), next(), next()];
    let len = power::inverse(dst, rest, &base.limbs, &modulus.limbs, &mut go).expect("room");
    match len {
        Some(len) => Owned::magnitude(buffers.swap_remove(0), len).text(16),
        None => "none".into(),
    }
}

fn result(row: &[&str]) -> String {
    let (op, a, b) = (row[0], Owned::hex(row[1]), Owned::hex(row[2]));
    let small = || u64::from_str_radix(row[2], 16).expect("small");
    match op {
        "add" => a.add(&b).text(16),
        "mul" => {
            assert!(a != b || a.square() == Owned::hex(row[3]));
            a.mul(&b).text(16)
        }
        "floordiv" => a.divmod(&b).expect("not zero").0.text(16),
        "mod" => a.divmod(&b).expect("not zero").1.text(16),
        "truediv" => true_division(&a, &b),
        "and" | "or" | "xor" => bitwise(op, &a, &b).text(16),
        "shl" | "shr" => shifted(op, &a, small()).text(16),
        "text" => {
            let radix = small() as u32;
            assert_eq!(Owned::read(row[3], radix), a);
            a.text(radix)
        }
        "isqrt" => root(&a).text(16),
        "gcd" => common_divisor(&a, &b).text(16),
        "float" => to_f64(a.big()).map_or("overflow".into(), bits),
        "pow" => power_of(&a, small()).text(16),
        "powmod" => power_modulo(&a, &b).text(16),
        "inverse" => inverse(&a, &b),
        other => panic!("no such operation: {other}"),
    }
}

/// Every operation gives what CPython gives.
#[test]
fn operations_equal_cpython() {
    for row in rows(TABLE) {
        assert_eq!(result(&row), row[3], "{row:?}");
    }
}
