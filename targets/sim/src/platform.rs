//! This host as a `Platform`: streams, files, clocks, Ctrl-C.
//!
//! Standard output is buffered; it is pushed out when it grows large, at every line when a person is
//! looking, and before anything goes to standard error, so that the two stay in order.

use std::io::{self, BufRead, IsTerminal, Write};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use threadsnake_runtime::platform::{Platform, PlatformError, PlatformResult, Receiver, Stream};

/// Bytes of output that are kept back at most.
const BUFFER_BYTES: usize = 64 * 1024;
/// A sleep looks for Ctrl-C this often.
const SLEEP_SLICE: Duration = Duration::from_millis(20);

static INTERRUPTED: AtomicBool = AtomicBool::new(false);
static HANDLER: Once = Once::new();

/// From now on Ctrl-C interrupts the script instead of ending the process.
pub fn catch_interrupts() {
    HANDLER.call_once(|| {
        // Without a handler Ctrl-C ends the process, which is the next best thing.
        let _ = ctrlc::set_handler(|| INTERRUPTED.store(true, Ordering::SeqCst));
    });
}

/// This host.
pub struct HostPlatform {
    buffer: Vec<u8>,
    is_terminal: bool,
    is_broken: bool,
    start: Instant,
}

impl Default for HostPlatform {
    fn default() -> HostPlatform {
        HostPlatform {
            buffer: Vec::new(),
            is_terminal: io::stdout().is_terminal(),
            is_broken: false,
            start: Instant::now(),
        }
    }
}

impl HostPlatform {
    /// Has the reader of standard output gone away?
    pub fn is_broken(&self) -> bool {
        self.is_broken
    }

    fn push_out(&mut self) -> PlatformResult<()> {
        let mut out = io::stdout().lock();
        let written = out.write_all(&self.buffer).and_then(|()| out.flush());
        self.buffer.clear();
        written.map_err(|error| {
            let kind = platform_error(&error);
            self.is_broken |= kind == PlatformError::BrokenPipe;
            kind
        })
    }
}

fn platform_error(error: &io::Error) -> PlatformError {
    match error.kind() {
        io::ErrorKind::NotFound => PlatformError::NotFound,
        io::ErrorKind::IsADirectory => PlatformError::IsDirectory,
        io::ErrorKind::PermissionDenied => PlatformError::Denied,
        io::ErrorKind::BrokenPipe => PlatformError::BrokenPipe,
        _ => PlatformError::Other,
    }
}

/// A path from its bytes; other systems than Unix have text paths.
pub fn path_of(bytes: &[u8]) -> std::path::PathBuf {
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt;
        std::ffi::OsStr::from_bytes(bytes).into()
    }
    #[cfg(not(unix))]
    {
        String::from_utf8_lossy(bytes).into_owned().into()
    }
}

impl Platform for HostPlatform {
    fn write(&mut self, stream: Stream, bytes: &[u8]) -> PlatformResult<()> {
        match stream {
            Stream::Out => {
                self.buffer.extend_from_slice(bytes);
                let is_due =
                    self.buffer.len() >= BUFFER_BYTES || self.is_terminal && bytes.contains(&b'\n');
                if is_due { self.push_out() } else { Ok(()) }
            }
            Stream::Err => {
                if !self.buffer.is_empty() {
                    let _ = self.push_out();
                }
                io::stderr().lock().write_all(bytes).map_err(|error| platform_error(&error))
            }
        }
    }

    fn flush(&mut self, stream: Stream) -> PlatformResult<()> {
        match stream {
            Stream::Out => self.push_out(),
            Stream::Err => Ok(()),
        }
    }

    fn read_line(&mut self, to: Receiver) -> PlatformResult<()> {
        let _ = self.push_out();
        let mut line = Vec::new();
        io::stdin().lock().read_until(b'\n', &mut line).map_err(|error| platform_error(&error))?;
        if line.is_empty() || to(&line) { Ok(()) } else { Err(PlatformError::Refused) }
    }

    fn monotonic_ns(&mut self) -> u64 {
        nanoseconds(self.start.elapsed())
    }

    fn wall_ns(&mut self) -> u64 {
        SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, nanoseconds)
    }

    fn cpu_ns(&mut self) -> u64 {
        processor_time().unwrap_or_else(|| self.monotonic_ns())
    }

    fn sleep_ns(&mut self, ns: u64) {
        let _ = self.push_out();
        let end = Instant::now() + Duration::from_nanos(ns);
        while !INTERRUPTED.load(Ordering::SeqCst) {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return;
            }
            std::thread::sleep(left.min(SLEEP_SLICE));
        }
    }

    fn read_file(&mut self, path: &[u8], to: Receiver) -> PlatformResult<()> {
        let path = path_of(path);
        if path.is_dir() {
            return Err(PlatformError::IsDirectory);
        }
        let bytes = std::fs::read(path).map_err(|error| platform_error(&error))?;
        if to(&bytes) { Ok(()) } else { Err(PlatformError::Refused) }
    }

    fn is_file(&mut self, path: &[u8]) -> bool {
        path_of(path).is_file()
    }

    fn is_directory(&mut self, path: &[u8]) -> bool {
        path_of(path).is_dir()
    }

    fn take_interrupt(&mut self) -> bool {
        INTERRUPTED.swap(false, Ordering::SeqCst)
    }
}

fn nanoseconds(time: Duration) -> u64 {
    u64::try_from(time.as_nanos()).unwrap_or(u64::MAX)
}

#[cfg(unix)]
fn processor_time() -> Option<u64> {
    use rustix::time::{ClockId, clock_gettime};
    let time = clock_gettime(ClockId::ProcessCPUTime);
    let seconds = u64::try_from(time.tv_sec).ok()?;
    let rest = u64::try_from(time.tv_nsec).ok()?;
    Some(seconds.saturating_mul(1_000_000_000).saturating_add(rest))
}

#[cfg(not(unix))]
fn processor_time() -> Option<u64> {
    None
}
