//! A world without files and clocks, for tests that run many programs in one process.
//!
//! Not here: the simulator's own world (src/platform.rs).

use threadsnake_sim::runtime::platform::{
    Platform, PlatformError, PlatformResult, Receiver, Stream,
};

/// Collects what is printed; there are no files.
#[derive(Default)]
pub struct Quiet {
    /// What was printed to the error stream.
    pub err: Vec<u8>,
}

impl Platform for Quiet {
    fn write(&mut self, stream: Stream, bytes: &[u8]) -> PlatformResult<()> {
        if stream == Stream::Err {
            self.err.extend_from_slice(bytes);
        }
        Ok(())
    }

    fn flush(&mut self, _stream: Stream) -> PlatformResult<()> {
        Ok(())
    }

    fn read_line(&mut self, _to: Receiver) -> PlatformResult<()> {
        Ok(())
    }

    fn monotonic_ns(&mut self) -> u64 {
        0
    }

    fn wall_ns(&mut self) -> u64 {
        0
    }

    fn cpu_ns(&mut self) -> u64 {
        0
    }

    fn sleep_ns(&mut self, _ns: u64) {}

    fn read_file(&mut self, _path: &[u8], _to: Receiver) -> PlatformResult<()> {
        Err(PlatformError::NotFound)
    }

    fn is_file(&mut self, _path: &[u8]) -> bool {
        false
    }

    fn is_directory(&mut self, _path: &[u8]) -> bool {
        false
    }

    fn take_interrupt(&mut self) -> bool {
        false
    }
}
