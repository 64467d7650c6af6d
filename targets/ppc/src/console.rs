//! A board as a `Platform`: the text line, errors beside it, files of the block, the time base.
//!
//! Not here: programs (app.rs), what is typed (input.rs).

use crate::board::{Board, Channel};
use crate::input::{self, Echo, Piece};
use crate::packets::{self, Kind};
use crate::programs::Programs;
use crate::{start, timebase};
use core::marker::PhantomData;
use threadsnake_runtime::load::is_image;
use threadsnake_runtime::platform::{Platform, PlatformError, PlatformResult, Receiver, Stream};

/// The board.
pub struct Console<B> {
    programs: Programs,
    board: PhantomData<B>,
}

impl<B: Board> Console<B> {
    /// A board with its block of programs.
    pub fn new(programs: Programs) -> Console<B> {
        Console { programs, board: PhantomData }
    }
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
        let mut buffer = input::buffer();
        let mut is_refused = false;
        loop {
            let Piece { len, is_last } = input::line::<B>(&mut buffer, Echo::Off);
            let bytes = buffer.get(..len).unwrap_or(&[]);
            // The rest of a refused line is not the next one.
            is_refused = is_refused || !bytes.is_empty() && !to(bytes);
            if is_last {
                return if is_refused { Err(PlatformError::Refused) } else { Ok(()) };
            }
        }
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
        while timebase::nanoseconds::<B>() < end && !input::is_interrupted() {
            input::poll::<B>();
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
        input::poll::<B>();
        input::take_interrupt()
    }
}
