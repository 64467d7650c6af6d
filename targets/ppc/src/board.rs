//! What a board must provide.
//!
//! Not here: the boards (targets/gekko, targets/cell).

/// A serial line.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    /// What the program prints and reads.
    Text,
    /// Packets for whoever watches (packets.rs).
    Events,
}

/// The machine around the processor.
pub trait Board {
    /// Ticks of the time base in a second.
    const TICKS_PER_SECOND: u64;

    /// Sends bytes; waits while the line is busy.
    fn put(channel: Channel, bytes: &[u8]);

    /// A byte that has come in on the text line, if there is one. A board whose line has no flow control loses
    /// what comes while nobody takes it.
    fn get() -> Option<u8>;

    /// Stops the machine. 0 is success.
    fn exit(status: u8) -> !;
}
