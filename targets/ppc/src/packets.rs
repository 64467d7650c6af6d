//! Packets on the event line: what is not the program's own output.
//!
//! ```text
//!  kind u8 | length u16, high byte first | content
//! ```
//!
//! Whoever only looks at the text line misses errors unless the programs' block leaves them there
//! (`Programs::errors_apart`).
//!
//! Not here: reading them (xtask/src/console/packets.rs).

use crate::board::{Board, Channel};

/// Most bytes of a packet.
const MOST: usize = 4096;

/// What a packet holds.
#[derive(Clone, Copy)]
#[repr(u8)]
pub enum Kind {
    /// Bytes of the error stream.
    Error = 1,
    /// A report as words (runtime/report/wire.rs).
    Report = 2,
    /// Bytes of the event trace.
    Trace = 3,
    /// Times and stack use: words, see app.rs.
    Figures = 4,
    /// The exit status, one byte; the last packet.
    Exit = 5,
    /// The program needs a line of input.
    Input = 6,
}

/// Sends bytes, in as many packets as they need.
pub fn send<B: Board>(kind: Kind, bytes: &[u8]) {
    for part in bytes.chunks(MOST) {
        let [_, _, high, low] = (part.len() as u32).to_be_bytes();
        B::put(Channel::Events, &[kind as u8, high, low]);
        B::put(Channel::Events, part);
    }
}

/// Sends words as one packet.
pub fn send_words<B: Board>(kind: Kind, words: &[u32]) {
    let [_, _, high, low] = (words.len() as u32 * 4).to_be_bytes();
    B::put(Channel::Events, &[kind as u8, high, low]);
    words.iter().for_each(|word| B::put(Channel::Events, &word.to_be_bytes()));
}
