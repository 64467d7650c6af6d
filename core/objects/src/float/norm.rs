//! The length of a vector: squares are summed with twice the precision of a double, and rounded once.
//!
//! Not here: which numbers these are (`math.hypot`, `math.dist`, complex.rs).

use super::precise::{self, Double};

/// The length of a vector. The parts are gone through twice.
pub fn length(parts: impl Iterator<Item = f64> + Clone) -> f64 {
    let mut largest = 0.0f64;
    let mut has_nan = false;
    for part in parts.clone() {
        has_nan |= part.is_nan();
        largest = largest.max(part.abs());
    }
    if largest.is_infinite() {
        return f64::INFINITY;
    }
    if has_nan {
        return f64::NAN;
    }
    if largest == 0.0 {
        return 0.0;
    }
    // Scaling by a power of two loses nothing, whatever the magnitude.
    let (_, exponent) = libm::frexp(largest);
    let scale = libm::ldexp(1.0, exponent.clamp(-1022, 1023));
    let mut sum = Double(0.0, 0.0);
    for part in parts {
        let x = part / scale;
        let square = precise::product(x, x);
        let high = precise::sum(sum.0, square.0);
        sum = Double(high.0, sum.1 + (high.1 + square.1));
    }
    scale * root(sum)
}

/// The square root of a sum, rounded once.
fn root(of: Double) -> f64 {
    let first = libm::sqrt(of.0 + of.1);
    let near = precise::product(first, first);
    first + (((of.0 - near.0) - near.1) + of.1) / (2.0 * first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(parts: &[f64]) -> f64 {
        length(parts.iter().copied())
    }

    #[test]
    fn the_last_digit_is_right() {
        // Printed by CPython 3.11.
        assert_eq!(of(&[3.0, 4.0]), 5.0);
        assert_eq!(of(&[1.0, 1.0]), 2.0f64.sqrt());
        assert_eq!(
            of(&[-0.560_668_772_847_487_1, -0.524_861_260_413_937_5]),
            0.768_003_135_104_027
        );
        assert_eq!(of(&[-17.825_621_117_406_136, 6.693_793_584_136_781]), 19.040_998_943_551_948);
    }

    #[test]
    fn nothing_overflows_on_the_way() {
        assert_eq!(of(&[3e300, 4e300]), 5e300);
        assert_eq!(of(&[3e-320, 4e-320]), 5e-320);
        assert_eq!(of(&[f64::NAN, f64::INFINITY]), f64::INFINITY);
        assert!(of(&[f64::NAN, 1.0]).is_nan());
        assert_eq!(of(&[]), 0.0);
    }
}
