//! `_random`: the Mersenne Twister of module random, on a bytearray that Python keeps.
//!
//! ```text
//! state, 2500 bytes   | 624 words, little-endian | number of words that were used |
//! ```
//!
//! Numbers are those of CPython for the same seed, on every machine.
//!
//! Not here: seeds and distributions (core/pylib/lib/random.py).

use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{bytearray, bytes, float, int, natives};

/// Words of the state proper.
const WORDS: usize = 624;
/// How far ahead a word takes part in making another.
const AHEAD: usize = 397;
/// Bytes of the state and the count of words that were used.
const STATE_BYTES: u32 = 2500;
/// A word of the state, as it lies in the bytearray.
type Word = [u8; 4];

natives! {
    /// Members of `_random`.
    pub static MEMBERS;
    "bits"    bits    2..=2;
    "random"  random  1..=1;
    "seed"    seed    2..=2;
}

/// The generator while a native runs.
struct Twister<'a>(&'a mut [Word]);

impl Twister<'_> {
    fn get(&self, at: usize) -> u32 {
        self.0.get(at).map_or(0, |word| u32::from_le_bytes(*word))
    }

    fn set(&mut self, at: usize, value: u32) {
        if let Some(word) = self.0.get_mut(at) {
            *word = value.to_le_bytes();
        }
    }

    /// Makes the next 624 words from the last.
    fn twist(&mut self) {
        const UPPER: u32 = 0x8000_0000;
        const MATRIX: u32 = 0x9908_b0df;
        for at in 0..WORDS {
            let joined = (self.get(at) & UPPER) | (self.get((at + 1) % WORDS) & !UPPER);
            let mixed = if joined & 1 == 0 { joined >> 1 } else { (joined >> 1) ^ MATRIX };
            self.set(at, self.get((at + AHEAD) % WORDS) ^ mixed);
        }
    }

    fn next(&mut self) -> u32 {
        let mut used = self.get(WORDS) as usize;
        if used >= WORDS {
            self.twist();
            used = 0;
        }
        self.set(WORDS, used as u32 + 1);
        let mut word = self.get(used);
        word ^= word >> 11;
        word ^= (word << 7) & 0x9d2c_5680;
        word ^= (word << 15) & 0xefc6_0000;
        word ^ (word >> 18)
    }

    /// What the word before contributes when words are made one after the other.
    fn before(&self, at: usize) -> u32 {
        let before = self.get(at - 1);
        before ^ (before >> 30)
    }

    fn start(&mut self) {
        const FIRST: u32 = 19_650_218;
        const FACTOR: u32 = 1_812_433_253;
        self.set(0, FIRST);
        for at in 1..WORDS {
            self.set(at, self.before(at).wrapping_mul(FACTOR).wrapping_add(at as u32));
        }
    }

    /// The place behind `at`; the last word comes round to the front.
    fn step(&mut self, at: usize) -> usize {
        if at + 1 < WORDS {
            return at + 1;
        }
        self.set(0, self.get(WORDS - 1));
        1
    }

    fn seed(&mut self, key: impl Fn(usize) -> u32, length: usize) {
        const FIRST_FACTOR: u32 = 1_664_525;
        const SECOND_FACTOR: u32 = 1_566_083_941;
        self.start();
        let mut at = 1;
        for round in 0..length.max(WORDS) {
            let place = round % length.max(1);
            let mixed = self.get(at) ^ self.before(at).wrapping_mul(FIRST_FACTOR);
            self.set(at, mixed.wrapping_add(key(place)).wrapping_add(place as u32));
            at = self.step(at);
        }
        for _ in 1..WORDS {
            let mixed = self.get(at) ^ self.before(at).wrapping_mul(SECOND_FACTOR);
            self.set(at, mixed.wrapping_sub(at as u32));
            at = self.step(at);
        }
        self.set(0, 0x8000_0000);
        self.set(WORDS, WORDS as u32);
    }
}

fn state_of(cx: &mut Cx, value: Value) -> Outcome<Ref> {
    match cx.as_kind(value, kind::BYTEARRAY) {
        Some(object) if bytearray::len(cx, object) == STATE_BYTES => Ok(object),
        _ => Err(raise::type_error(
            cx,
            &[S("a state is a bytearray of "), I(i64::from(STATE_BYTES)), S(" bytes")],
        )),
    }
}

fn with<T>(cx: &mut Cx, state: Ref, work: impl FnOnce(&mut Twister) -> T) -> T {
    let (offset, length) = bytearray::part(cx, state);
    work(&mut Twister(cx.heap.space.bytes_mut(offset, length).as_chunks_mut().0))
}

/// `seed(state, key)`: starts over. The key is bytes, read as 32-bit words, the least significant first.
fn seed(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let state = state_of(cx, args[0])?;
    let Some(key) = cx.as_kind(args[1], kind::BYTES) else {
        return Err(raise::type_error(cx, &[S("a seed is bytes, not "), T(args[1])]));
    };
    let (state, key) = (bytearray::part(cx, state), bytes::part(cx, key));
    cx.charge(WORDS as u32 * 3 + key.1 / 4);
    if let Some(([state], [key])) = cx.heap.space.split_bytes([state], [key]) {
        let key = key.as_chunks::<4>().0;
        let word = |at: usize| key.get(at).map_or(0, |word: &Word| u32::from_le_bytes(*word));
        Twister(state.as_chunks_mut().0).seed(word, key.len());
    }
    Ok(Value::NONE)
}

/// `bits(state, count)`: an int of up to 32 random bits.
fn bits(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let state = state_of(cx, args[0])?;
    match args[1].small_int() {
        Some(count @ 1..=32) => {
            let word = with(cx, state, |twister| twister.next()) >> (32 - count);
            Ok(int::from_u32(cx, word)?)
        }
        _ => Err(raise::value_error(cx, &[S("number of bits must be between 1 and 32")])),
    }
}

/// `random(state)`: a float from 0 up to 1, a multiple of 2**-53.
fn random(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let state = state_of(cx, args[0])?;
    let (high, low) = with(cx, state, |twister| (twister.next() >> 5, twister.next() >> 6));
    let number = f64::from(high) * 67_108_864.0 + f64::from(low);
    Ok(float::new(cx, number / 9_007_199_254_740_992.0)?)
}
