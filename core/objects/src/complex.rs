//! `complex`: two doubles.
//!
//! ```text
//! COMPLEX, 5 words   +0 header   +4 real part   +12 imaginary part
//! ```
//!
//! Not here: text (number/complex_text.rs), the choice of operation by type (arith.rs).

use crate::cx::{Cx, Outcome};
use crate::float::{norm, power, precise, trig};
use crate::raise::{self, Part::S};
use crate::{float, int};
use threadsnake_heap::header;
use threadsnake_heap::{OutOfMemory, Ref, Value, kind};

const REAL: u32 = 1;
const IMAGINARY: u32 = 3;
const WORDS: u32 = 5;

/// A complex number outside the heap.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Complex {
    /// Real part.
    pub re: f64,
    /// Imaginary part.
    pub im: f64,
}

/// A new complex object.
pub fn new(cx: &mut Cx, value: Complex) -> Result<Value, OutOfMemory> {
    let object = cx.heap.alloc(WORDS)?;
    cx.heap.space.store(object.0, header::fresh(kind::COMPLEX));
    cx.heap.space.set_double(object, REAL, value.re);
    cx.heap.space.set_double(object, IMAGINARY, value.im);
    Ok(object.value())
}

/// The number of a complex object.
pub fn get(cx: &Cx, object: Ref) -> Complex {
    let space = &cx.heap.space;
    Complex { re: space.double(object, REAL), im: space.double(object, IMAGINARY) }
}

/// The number of a complex object or of an instance of a subclass.
pub fn read_any(cx: &Cx, value: Value) -> Option<Complex> {
    cx.payload(value, kind::COMPLEX).map(|object| get(cx, object))
}

/// A complex, float or int as complex number; none for other types.
pub fn from_number(cx: &mut Cx, value: Value) -> Outcome<Option<Complex>> {
    if let Some(complex) = read_any(cx, value) {
        return Ok(Some(complex));
    }
    if let Some(re) = float::read_any(cx, value) {
        return Ok(Some(Complex { re, im: 0.0 }));
    }
    match int::read_any(cx, value) {
        Some(number) => Ok(Some(Complex { re: int::convert::to_f64(cx, number)?, im: 0.0 })),
        None => Ok(None),
    }
}

impl Complex {
    /// 1
    pub const ONE: Complex = Complex { re: 1.0, im: 0.0 };

    /// `self + other`
    pub fn add(self, other: Complex) -> Complex {
        Complex { re: self.re + other.re, im: self.im + other.im }
    }

    /// `self - other`
    pub fn sub(self, other: Complex) -> Complex {
        Complex { re: self.re - other.re, im: self.im - other.im }
    }

    /// `self * other`
    pub fn mul(self, other: Complex) -> Complex {
        Complex {
            re: self.re * other.re - self.im * other.im,
            im: self.re * other.im + self.im * other.re,
        }
    }

    /// `-self`
    pub fn neg(self) -> Complex {
        Complex { re: -self.re, im: -self.im }
    }

    /// `self / other`, scaled by the larger part of the divisor so that nothing overflows on the way; none when
    /// the divisor is 0.
    pub fn div(self, other: Complex) -> Option<Complex> {
        if other.re.abs() >= other.im.abs() {
            if other.re == 0.0 {
                return None;
            }
            let ratio = other.im / other.re;
            let scale = other.re + other.im * ratio;
            Some(Complex {
                re: (self.re + self.im * ratio) / scale,
                im: (self.im - self.re * ratio) / scale,
            })
        } else if other.im.abs() >= other.re.abs() {
            let ratio = other.re / other.im;
            let scale = other.re * ratio + other.im;
            Some(Complex {
                re: (self.re * ratio + self.im) / scale,
                im: (self.im * ratio - self.re) / scale,
            })
        } else {
            Some(Complex { re: f64::NAN, im: f64::NAN })
        }
    }

    /// The distance from 0.
    pub fn abs(self) -> f64 {
        norm::length([self.re, self.im].into_iter())
    }

    fn is_zero(self) -> bool {
        self.re == 0.0 && self.im == 0.0
    }

    /// `self ** exponent` for a whole number.
    fn whole_power(self, exponent: u32) -> Complex {
        let (mut result, mut square, mut left) = (Complex::ONE, self, exponent);
        while left > 0 {
            if left & 1 != 0 {
                result = result.mul(square);
            }
            square = square.mul(square);
            left >>= 1;
        }
        result
    }

    /// `self ** exponent` by angle and distance, for a base that is not 0.
    fn polar_power(self, exponent: Complex) -> Complex {
        let (distance, angle) = (self.abs(), trig::atan2(self.im, self.re));
        let mut length = power::value(distance, exponent.re);
        let mut phase = angle * exponent.re;
        if exponent.im != 0.0 {
            length *= precise::exp(-angle * exponent.im);
            phase += exponent.im * precise::log(distance);
        }
        Complex { re: length * trig::cos(phase), im: length * trig::sin(phase) }
    }
}

/// `a / b`
pub fn divide(cx: &mut Cx, a: Complex, b: Complex) -> Outcome<Complex> {
    a.div(b).ok_or_else(|| raise::zero_division_error(cx, &[S("complex division by zero")]))
}

/// `a ** b`
pub fn power(cx: &mut Cx, a: Complex, b: Complex) -> Outcome<Complex> {
    const LARGEST_WHOLE: f64 = 100.0;
    let is_whole = b.im == 0.0 && b.re == libm::floor(b.re) && b.re.abs() <= LARGEST_WHOLE;
    let result = if b.is_zero() {
        Some(Complex::ONE)
    } else if is_whole {
        let power = a.whole_power(b.re.abs() as u32);
        if b.re > 0.0 { Some(power) } else { Complex::ONE.div(power) }
    } else if !a.is_zero() {
        Some(a.polar_power(b))
    } else if b.im != 0.0 || b.re < 0.0 {
        None
    } else {
        Some(Complex { re: 0.0, im: 0.0 })
    };
    let Some(result) = result else {
        let message = "0.0 to a negative or complex power";
        return Err(raise::zero_division_error(cx, &[S(message)]));
    };
    if result.re.is_infinite() || result.im.is_infinite() {
        return Err(raise::overflow_error(cx, &[S("complex exponentiation")]));
    }
    Ok(result)
}
