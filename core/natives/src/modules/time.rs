//! `time`: the platform's clocks.
//!
//! Not here: the clocks (crate `platform`), dates (library datetime, when there is one).

use threadsnake_heap::{Value, kind};
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{float, int, natives, types};

/// Nanoseconds of a second.
const SECOND_NS: f64 = 1e9;

natives! {
    /// Members of `time`.
    pub static MEMBERS;
    "monotonic"        monotonic        0..=0;
    "monotonic_ns"     monotonic_ns     0..=0;
    "perf_counter"     monotonic        0..=0;
    "perf_counter_ns"  monotonic_ns     0..=0;
    "process_time"     process_time     0..=0;
    "process_time_ns"  process_time_ns  0..=0;
    "sleep"            sleep            1..=1;
    "thread_time"      process_time     0..=0;
    "thread_time_ns"   process_time_ns  0..=0;
    "time"             wall             0..=0;
    "time_ns"          wall_ns          0..=0;
}

fn seconds(cx: &mut Cx, ns: u64) -> NativeResult {
    Ok(float::new(cx, ns as f64 / SECOND_NS)?)
}

fn monotonic(cx: &mut Cx, _: &[Value]) -> NativeResult {
    let ns = cx.platform.monotonic_ns();
    seconds(cx, ns)
}

fn monotonic_ns(cx: &mut Cx, _: &[Value]) -> NativeResult {
    let ns = cx.platform.monotonic_ns();
    Ok(int::from_u64(cx, ns)?)
}

fn process_time(cx: &mut Cx, _: &[Value]) -> NativeResult {
    let ns = cx.platform.cpu_ns();
    seconds(cx, ns)
}

fn process_time_ns(cx: &mut Cx, _: &[Value]) -> NativeResult {
    let ns = cx.platform.cpu_ns();
    Ok(int::from_u64(cx, ns)?)
}

fn wall(cx: &mut Cx, _: &[Value]) -> NativeResult {
    let ns = cx.platform.wall_ns();
    seconds(cx, ns)
}

fn wall_ns(cx: &mut Cx, _: &[Value]) -> NativeResult {
    let ns = cx.platform.wall_ns();
    Ok(int::from_u64(cx, ns)?)
}

/// `time.sleep(seconds)`.
fn sleep(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let length = length_of(cx, args[0])?;
    if length < 0.0 {
        return Err(raise::value_error(cx, &[S("sleep length must be non-negative")]));
    }
    // What has been printed is to be seen while the script sleeps.
    let _ = cx.platform.flush(threadsnake_platform::Stream::Out);
    cx.platform.sleep_ns((length * SECOND_NS) as u64);
    if cx.platform.take_interrupt() {
        return Err(raise::raise_bare(cx, types::KEYBOARD_INTERRUPT));
    }
    Ok(Value::NONE)
}

fn length_of(cx: &mut Cx, value: Value) -> Outcome<f64> {
    if let Some(number) = cx.payload(value, kind::FLOAT) {
        let number = float::get(cx, number);
        if number.is_nan() {
            return Err(raise::value_error(cx, &[S("Invalid value NaN (not a number)")]));
        }
        return Ok(number);
    }
    match int::saturated(cx, value) {
        Some(number) => Ok(number as f64),
        None => Err(raise::type_error(
            cx,
            &[S("'"), T(value), S("' object cannot be interpreted as an integer")],
        )),
    }
}
