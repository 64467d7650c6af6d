//! Events of the core into the file that `THREADSNAKE_TRACE` names, as they come.
//!
//! Only in builds with the feature `trace`. A machine runs on one thread; events of others are left out.
//!
//! Not here: which events there are (crate `platform`, trace.rs), reading the file (xtask/decode).

use defmt::{Encoder, Logger, global_logger, timestamp};
use std::cell::RefCell;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::time::Instant;

/// Where events go, and what makes bytes of them.
struct State {
    encoder: Encoder,
    file: Option<BufWriter<File>>,
    start: Instant,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::new(State {
        encoder: Encoder::new(),
        file: std::env::var_os("THREADSNAKE_TRACE")
            .and_then(|path| File::create(path).ok())
            .map(BufWriter::new),
        start: Instant::now(),
    });
}

timestamp!("{=u64:us}", {
    STATE.with(|state| {
        let start = state.try_borrow().map_or_else(|_| Instant::now(), |state| state.start);
        u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX)
    })
});

#[global_logger]
struct TraceFile;

/// Does something with the encoder and what takes its bytes.
fn with_encoder(work: impl FnOnce(&mut Encoder, &mut dyn FnMut(&[u8]))) {
    // At the end of the thread there is no state any more.
    let _ = STATE.try_with(|state| {
        let Ok(mut state) = state.try_borrow_mut() else { return };
        let State { encoder, file, .. } = &mut *state;
        let mut sink = |bytes: &[u8]| {
            if let Some(file) = file {
                // A trace that cannot be written is no reason to stop.
                let _ = file.write_all(bytes);
            }
        };
        work(encoder, &mut sink);
    });
}

// SAFETY: each thread has its own encoder, which is used between `acquire` and `release` only.
unsafe impl Logger for TraceFile {
    fn acquire() {
        with_encoder(|encoder, sink| encoder.start_frame(sink));
    }

    // SAFETY: there is nothing to push out.
    unsafe fn flush() {}

    // SAFETY: called after `acquire` only.
    unsafe fn release() {
        with_encoder(|encoder, sink| encoder.end_frame(sink));
    }

    // SAFETY: called between `acquire` and `release` only.
    unsafe fn write(bytes: &[u8]) {
        with_encoder(|encoder, sink| encoder.write(bytes, sink));
    }
}
