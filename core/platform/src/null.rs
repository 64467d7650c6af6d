//! A platform without an outside world: output vanishes, there are no files, time stands still.

use crate::{Platform, PlatformError, PlatformResult, Receiver, Stream};

/// The platform that does nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct NullPlatform;

impl Platform for NullPlatform {
    fn write(&mut self, _stream: Stream, _bytes: &[u8]) -> PlatformResult<()> {
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
