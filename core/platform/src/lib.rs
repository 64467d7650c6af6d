//! What a console or a host must provide to run scripts: the whole outside world, as one trait.
//!
//! Nothing in the core reads a clock, a file or a key on its own; a run can therefore be replayed by
//! replaying its platform.
//!
//! Not here: implementations (targets/), except the one that does nothing (null.rs).
#![no_std]
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod null;
pub mod trace;

/// Where text goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stream {
    /// What the program prints.
    Out,
    /// Errors and tracebacks.
    Err,
}

/// Why the outside world did not do as asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PlatformError {
    /// There is nothing of that name.
    NotFound,
    /// It is a directory.
    IsDirectory,
    /// It is there and may not be touched.
    Denied,
    /// The reader of our output went away.
    BrokenPipe,
    /// The receiver of the data refused it (its memory ran out).
    Refused,
    /// Anything else.
    Other,
    /// This machine has no such thing.
    Unsupported,
}

/// A result of the outside world.
pub type PlatformResult<T> = Result<T, PlatformError>;

/// Receives data piece by piece; false stops the sender.
pub type Receiver<'a> = &'a mut dyn FnMut(&[u8]) -> bool;

/// The machine around the script.
pub trait Platform {
    /// Writes all bytes to a stream.
    fn write(&mut self, stream: Stream, bytes: &[u8]) -> PlatformResult<()>;

    /// Pushes out what a stream has buffered.
    fn flush(&mut self, stream: Stream) -> PlatformResult<()>;

    /// Reads one line of input, its line end included; nothing received means the end of input.
    fn read_line(&mut self, to: Receiver) -> PlatformResult<()>;

    /// Nanoseconds of a clock that never goes back.
    fn monotonic_ns(&mut self) -> u64;

    /// Nanoseconds since 1970-01-01 UTC.
    fn wall_ns(&mut self) -> u64;

    /// Nanoseconds of processor time this program has used.
    fn cpu_ns(&mut self) -> u64;

    /// Waits so many nanoseconds.
    fn sleep_ns(&mut self, ns: u64);

    /// Reads a whole file.
    fn read_file(&mut self, path: &[u8], to: Receiver) -> PlatformResult<()>;

    /// Is there a file (not a directory) of this name?
    fn is_file(&mut self, path: &[u8]) -> bool;

    /// Is there a directory of this name?
    fn is_directory(&mut self, path: &[u8]) -> bool;

    /// Has the user asked to interrupt the script? Asking clears it.
    fn take_interrupt(&mut self) -> bool;
}
