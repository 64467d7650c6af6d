//! What a division of doubles leaves, exactly: the remainder with the sign of the dividend.
//!
//! Written with divisions of 64 bits, eleven bits of the quotient at a time: the operator `%` needs a library
//! function and divisions of 128 bits, which are long on machines without them.
//!
//! Not here: the remainder that scripts see, with the sign of the divisor (float.rs).

/// Bits of a significand, the leading one among them.
const BITS: u32 = 53;
/// The leading one of an ordinary double.
const LEADING: u64 = 1 << (BITS - 1);
/// All bits but the sign.
const SIZE: u64 = u64::MAX >> 1;
/// Bits by which a significand can be moved up.
const STEP: u32 = u64::BITS - BITS;

/// Significand and exponent of a double above 0, as its bits: `significand * 2 ** (exponent - 1075)`.
fn parts(bits: u64) -> (u64, u32) {
    let (fraction, exponent) = (bits & (LEADING - 1), (bits >> (BITS - 1)) as u32);
    if exponent == 0 { (fraction, 1) } else { (fraction | LEADING, exponent) }
}

/// `x` without multiples of `y`, with the sign of `x`; NaN when `x` is no number, or `y` is 0 or NaN.
pub fn rest(x: f64, y: f64) -> f64 {
    if !x.is_finite() || y.is_nan() || y == 0.0 {
        return f64::NAN;
    }
    let (size, of) = (x.to_bits() & SIZE, y.to_bits() & SIZE);
    if size < of {
        return x;
    }
    let ((mut left, high), (by, low)) = (parts(size), parts(of));
    if left >= by {
        left %= by;
    }
    let mut more = high - low;
    while more > 0 && left > 0 {
        let step = more.min(STEP);
        left = (left << step) % by;
        more -= step;
    }
    let up = left.leading_zeros().saturating_sub(STEP).min(low - 1);
    let (left, exponent) = (left << up, low - up);
    let bits = match left & LEADING {
        0 => left,
        _ => left & !LEADING | u64::from(exponent) << (BITS - 1),
    };
    f64::from_bits(bits | x.to_bits() & !SIZE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_what_the_operator_gives() {
        let mut state = 88_172_645_463_325_252_u64;
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            f64::from_bits(state)
        };
        let special =
            [0.0, -0.0, 1.0, -1.5, 5e-324, 2.2e-308, f64::MAX, f64::INFINITY, f64::NAN, 1e-310];
        for a in special {
            for b in special {
                assert_eq!(rest(a, b).to_bits() & SIZE, (a % b).to_bits() & SIZE, "{a} % {b}");
            }
        }
        for _ in 0..200_000 {
            let (a, b) = (next(), next());
            // Near each other too, where the quotient is small.
            for b in [b, a * 0.37, a / 3.0, b * 1e-290] {
                let (own, wanted) = (rest(a, b), a % b);
                let same = own.to_bits() == wanted.to_bits() || own.is_nan() && wanted.is_nan();
                assert!(same, "{a:e} % {b:e} is {wanted:e}, not {own:e}");
            }
        }
    }
}
