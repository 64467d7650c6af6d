//! Lines of the text line: what has come and was not read, and the keys that mean something.
//!
//! ```text
//!  line ─ Board::get ─► queue ─► line() ─► input(), the prompt
//! ```
//!
//! There is one queue, whoever reads. When it is full, what comes stays in the line: one with flow control (an
//! emulator, a hypervisor, a serial port with RTS) loses nothing. Ctrl-C empties the queue and interrupts the
//! script; behind a full queue it is seen when the script has read something. Ctrl-D ends a line, at its start the
//! input.
//!
//! Not here: who reads (console.rs, app.rs).

use crate::board::{Board, Channel};
use crate::packets::{self, Kind};
use core::cell::RefCell;
use critical_section::Mutex;
use heapless::Deque;

/// Bytes that wait to be read at most.
const WAITING_MOST: usize = 1024;
/// Longest piece of a line.
const PIECE_MOST: usize = 256;
/// Ctrl-C.
const INTERRUPT: u8 = 3;
/// Ctrl-D.
const END_OF_INPUT: u8 = 4;
/// What terminals send for the key that takes a character back.
const BACK: [u8; 2] = [8, 127];

struct Input {
    waiting: Deque<u8, WAITING_MOST>,
    is_interrupted: bool,
    has_ended: bool,
    /// The last byte was a carriage return, which ends a line; a line feed behind it belongs to it.
    after_return: bool,
    /// The last piece was not the end of its line.
    is_within: bool,
}

static INPUT: Mutex<RefCell<Input>> = Mutex::new(RefCell::new(Input {
    waiting: Deque::new(),
    is_interrupted: false,
    has_ended: false,
    after_return: false,
    is_within: false,
}));

fn with<T>(work: impl FnOnce(&mut Input) -> T) -> T {
    critical_section::with(|section| work(&mut INPUT.borrow_ref_mut(section)))
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

/// The buffer that `line` fills.
pub type Buffer = [u8; PIECE_MOST];

/// An empty one.
pub const fn buffer() -> Buffer {
    [0; PIECE_MOST]
}

/// A line, or a piece of one that is longer than a buffer.
#[derive(Clone, Copy)]
pub struct Piece {
    /// Its bytes.
    pub len: usize,
    /// Whether the line ends here.
    pub is_last: bool,
}

/// Takes in what has come.
pub fn poll<B: Board>() {
    with(|input| {
        while !input.waiting.is_full() {
            match B::get() {
                Some(INTERRUPT) => {
                    input.waiting.clear();
                    input.is_interrupted = true;
                }
                // There is room: it was asked for.
                Some(byte) => drop(input.waiting.push_back(byte)),
                None => break,
            }
        }
    });
}

/// Whether somebody wants the script to be interrupted.
pub fn is_interrupted() -> bool {
    with(|input| input.is_interrupted)
}

/// The same, once.
pub fn take_interrupt() -> bool {
    with(|input| core::mem::take(&mut input.is_interrupted))
}

/// Waits for a byte; `None` when the script is to be interrupted.
fn next<B: Board>() -> Option<u8> {
    loop {
        poll::<B>();
        let (is_interrupted, byte) =
            with(|input| (input.is_interrupted, input.waiting.pop_front()));
        if is_interrupted || byte.is_some() {
            return byte.filter(|_| !is_interrupted);
        }
    }
}

/// A byte of a line; `None` where the line ends without one.
fn next_of_line<B: Board>() -> Option<u8> {
    loop {
        let byte = next::<B>()?;
        let belongs = with(|input| core::mem::replace(&mut input.after_return, byte == b'\r'));
        if byte != b'\n' || !belongs {
            return Some(if byte == b'\r' { b'\n' } else { byte });
        }
    }
}

/// Reads a line or a piece of it. One without bytes is the end of the input, or an interrupt.
pub fn line<B: Board>(buffer: &mut Buffer, echo: Echo) -> Piece {
    let mut len = 0;
    let is_within = with(|input| core::mem::take(&mut input.is_within));
    if with(|input| input.has_ended) {
        return Piece { len, is_last: true };
    }
    packets::send::<B>(Kind::Input, b"?");
    while let Some(byte) = next_of_line::<B>() {
        if byte == END_OF_INPUT {
            with(|input| input.has_ended = len == 0 && !is_within);
            break;
        }
        if BACK.contains(&byte) {
            if len > 0 {
                len = without_last(buffer, len);
                echo.show::<B>(b"\x08 \x08");
            }
            continue;
        }
        if let Some(place) = buffer.get_mut(len) {
            *place = byte;
            len += 1;
            echo.show::<B>(&[byte]);
        }
        if byte == b'\n' {
            break;
        }
        if len == buffer.len() {
            with(|input| input.is_within = true);
            return Piece { len, is_last: false };
        }
    }
    Piece { len, is_last: true }
}

/// The length without the last character.
fn without_last(buffer: &Buffer, len: usize) -> usize {
    let begins = |byte: &u8| *byte & 0xc0 != 0x80;
    buffer.get(..len).and_then(|typed| typed.iter().rposition(begins)).unwrap_or(0)
}
