//! A board as a `Platform`: the text line, errors beside it, files of the block, the time base.
//!
//! Ctrl-C on the text line interrupts the script, Ctrl-D at the start of a line ends the input.
//!
//! Not here: programs (app.rs).

use crate::board::{Board, Channel};
use crate::packets::{self, Kind};
use crate::programs::Programs;
use crate::{start, timebase};
use core::marker::PhantomData;
use heapless::Deque;
use threadsnake_runtime::load::is_image;
use threadsnake_runtime::platform::{Platform, PlatformError, PlatformResult, Receiver, Stream};

/// Bytes that wait to be read at most; more are lost.
const WAITING_MOST: usize = 64;
/// Longest line of input.
const LINE_MOST: usize = 256;
/// Ctrl-C.
const INTERRUPT: u8 = 3;
/// Ctrl-D.
const END_OF_INPUT: u8 = 4;
/// What terminals send for the key that takes a character back.
const BACK: [u8; 2] = [8, 127];

/// The board.
pub struct Console<B> {
    programs: Programs,
    waiting: Deque<u8, WAITING_MOST>,
    is_interrupted: bool,
    has_ended: bool,
    board: PhantomData<B>,
}

impl<B: Board> Console<B> {
    /// A board with its block of programs.
    pub fn new(programs: Programs) -> Console<B> {
        Console {
            programs,
            waiting: Deque::new(),
            is_interrupted: false,
            has_ended: false,
            board: PhantomData,
        }
    }

    /// Takes in what has come.
    fn poll(&mut self) {
        while let Some(byte) = B::get() {
            if byte == INTERRUPT {
                self.is_interrupted = true;
            } else {
                // A line that nobody reads loses what comes last.
                let _ = self.waiting.push_back(byte);
            }
        }
    }

    /// Waits for a byte; `None` when the script is to be interrupted.
    fn next(&mut self) -> Option<u8> {
        loop {
            self.poll();
            if self.is_interrupted {
                return None;
            }
            if let Some(byte) = self.waiting.pop_front() {
                return Some(byte);
            }
        }
    }

    /// Reads one line into a buffer; gives its length. `echo` shows what is typed.
    pub fn line(&mut self, buffer: &mut [u8; LINE_MOST], echo: Echo) -> usize {
        let mut len = 0;
        if self.has_ended {
            return 0;
        }
        packets::send::<B>(Kind::Input, b"?");
        while let Some(byte) = self.next() {
            if byte == END_OF_INPUT {
                self.has_ended = len == 0;
                break;
            }
            if BACK.contains(&byte) {
                if len > 0 {
                    len -= 1;
                    echo.show::<B>(b"\x08 \x08");
                }
                continue;
            }
            let byte = if byte == b'\r' { b'\n' } else { byte };
            if let Some(place) = buffer.get_mut(len) {
                *place = byte;
                len += 1;
                echo.show::<B>(&[byte]);
            }
            if byte == b'\n' || len == LINE_MOST {
                break;
            }
        }
        len
    }
}

/// Whether what is typed is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Echo {
    /// A person types.
    On,
    /// A program sends.
    Off,
}

impl Echo {
    fn show<B: Board>(self, bytes: &[u8]) {
        if self == Echo::On {
            B::put(Channel::Text, bytes);
        }
    }
}

/// The buffer that `Console::line` fills.
pub const fn line_buffer() -> [u8; LINE_MOST] {
    [0; LINE_MOST]
}

impl<B: Board> Platform for Console<B> {
    fn write(&mut self, stream: Stream, bytes: &[u8]) -> PlatformResult<()> {
        if stream == Stream::Err && self.programs.errors_apart() {
            packets::send::<B>(Kind::Error, bytes);
        } else {
            B::put(Channel::Text, bytes);
        }
        Ok(())
    }

    fn flush(&mut self, _stream: Stream) -> PlatformResult<()> {
        Ok(())
    }

    fn read_line(&mut self, to: Receiver) -> PlatformResult<()> {
        let mut buffer = line_buffer();
        let len = self.line(&mut buffer, Echo::Off);
        let line = buffer.get(..len).unwrap_or(&[]);
        if line.is_empty() || to(line) { Ok(()) } else { Err(PlatformError::Refused) }
    }

    fn monotonic_ns(&mut self) -> u64 {
        timebase::nanoseconds::<B>()
    }

    fn wall_ns(&mut self) -> u64 {
        let start = self.programs.wall_seconds().saturating_mul(1_000_000_000);
        start.saturating_add(timebase::nanoseconds::<B>())
    }

    fn cpu_ns(&mut self) -> u64 {
        timebase::nanoseconds::<B>()
    }

    fn sleep_ns(&mut self, ns: u64) {
        if self.programs.traps() {
            start::trap();
        }
        let end = timebase::nanoseconds::<B>().saturating_add(ns);
        while timebase::nanoseconds::<B>() < end && !self.is_interrupted {
            self.poll();
        }
    }

    fn read_file(&mut self, path: &[u8], to: Receiver) -> PlatformResult<()> {
        let (_, file) = self.programs.find_file(path).ok_or(PlatformError::NotFound)?;
        let content = self.programs.content(file);
        // A program's image is no text: what asks for the text of a program must not get it.
        if is_image(content) && path.ends_with(b".py") {
            return Err(PlatformError::NotFound);
        }
        if to(content) { Ok(()) } else { Err(PlatformError::Refused) }
    }

    fn is_file(&mut self, path: &[u8]) -> bool {
        self.programs.find_file(path).is_some()
    }

    fn is_directory(&mut self, path: &[u8]) -> bool {
        let folder = path.strip_suffix(b"/").unwrap_or(path);
        (0..self.programs.file_count())
            .filter_map(|number| self.programs.file(number))
            .any(|file| file.name.strip_prefix(folder).is_some_and(|rest| rest.starts_with(b"/")))
    }

    fn take_interrupt(&mut self) -> bool {
        self.poll();
        core::mem::take(&mut self.is_interrupted)
    }
}
