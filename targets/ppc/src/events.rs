//! The logger of events: encoded as they come and sent in packets of their own kind.
//!
//! An event holds the critical section from its first byte to its last, so that no other comes between.
//!
//! Not here: which events there are (crate `platform`, trace.rs).

use core::cell::UnsafeCell;
use critical_section::RestoreState;
use defmt::{Encoder, Logger, global_logger, timestamp};

/// What sends bytes.
type Sender = fn(&[u8]);

struct State {
    encoder: Encoder,
    sender: Sender,
    before: Option<RestoreState>,
}

struct Events(UnsafeCell<State>);

// SAFETY: one processor, and the critical section is held while the cell is used.
unsafe impl Sync for Events {}

static EVENTS: Events =
    Events(UnsafeCell::new(State { encoder: Encoder::new(), sender: |_| {}, before: None }));

/// From now on events are sent.
pub fn send_with(sender: Sender) {
    // SAFETY: called once at the start, before the first event.
    unsafe { (*EVENTS.0.get()).sender = sender };
}

timestamp!("{=u64}", crate::timebase::ticks());

#[global_logger]
struct Line;

// SAFETY: between `acquire` and `release` the critical section is held, and both are called in turn.
unsafe impl Logger for Line {
    fn acquire() {
        // SAFETY: given back in `release`.
        let before = unsafe { critical_section::acquire() };
        // SAFETY: the critical section is held.
        let state = unsafe { &mut *EVENTS.0.get() };
        state.before = Some(before);
        state.encoder.start_frame(state.sender);
    }

    // SAFETY: there is nothing to push out.
    unsafe fn flush() {}

    // SAFETY: called after `acquire` only.
    unsafe fn release() {
        // SAFETY: the critical section is held since `acquire`.
        let state = unsafe { &mut *EVENTS.0.get() };
        state.encoder.end_frame(state.sender);
        if let Some(before) = state.before.take() {
            // SAFETY: what `acquire` got.
            unsafe { critical_section::release(before) };
        }
    }

    // SAFETY: called between `acquire` and `release` only.
    unsafe fn write(bytes: &[u8]) {
        // SAFETY: the critical section is held since `acquire`.
        let state = unsafe { &mut *EVENTS.0.get() };
        state.encoder.write(bytes, state.sender);
    }
}
