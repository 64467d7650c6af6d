//! The line table: which source position an instruction comes from.
//!
//! A run of words from the same position is one entry:
//!
//! ```text
//!  byte   bit 7 columns follow | bits 4..7 line step | bits 0..4 words - 1
//!         words - 1 = 15: a varint follows with what is missing
//!         line step 0..=5: line += step - 1; 6: a zigzag varint follows with the step
//!  columns: varint end line - line, varint column, zigzag varint end column - column
//! ```
//!
//! Varints have 7 bits per byte, least significant first, bit 7 set in all but the last.

/// A source position. Lines count from 1, columns are byte offsets.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Location {
    /// Line of the first byte.
    pub line: u32,
    /// Line of the last.
    pub end_line: u32,
    /// Column of the first byte.
    pub col: u32,
    /// Column behind the last; 0 when the table has no columns.
    pub end_col: u32,
}

/// One entry of a table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Run {
    /// Words it covers.
    pub words: u32,
    /// Where they come from.
    pub location: Location,
}

const COLUMNS: u8 = 0x80;
const LONG_RUN: u32 = 15;
const LONG_STEP: u8 = 6;

/// Reads a table from its start.
#[derive(Clone, Debug)]
pub struct Reader<'a> {
    bytes: core::slice::Iter<'a, u8>,
    line: u32,
}

impl<'a> Reader<'a> {
    /// Over the bytes of a table of code whose definition is in `first_line`.
    #[must_use]
    pub fn new(bytes: &'a [u8], first_line: u32) -> Reader<'a> {
        Reader { bytes: bytes.iter(), line: first_line }
    }

    /// The next entry; `None` at the end and in a table that is cut off.
    pub fn step(&mut self) -> Option<Run> {
        let head = *self.bytes.next()?;
        let mut words = u32::from(head & 15);
        if words == LONG_RUN {
            words = words.wrapping_add(self.varint()?);
        }
        let step = (head >> 4) & 7;
        let delta = if step >= LONG_STEP { self.signed()? } else { i32::from(step) - 1 };
        self.line = self.line.wrapping_add_signed(delta);
        let mut location = Location { line: self.line, end_line: self.line, col: 0, end_col: 0 };
        if head & COLUMNS != 0 {
            location.end_line = self.line.wrapping_add(self.varint()?);
            location.col = self.varint()?;
            location.end_col = location.col.wrapping_add_signed(self.signed()?);
        }
        Some(Run { words: words.wrapping_add(1), location })
    }

    /// Was everything read?
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.bytes.as_slice().is_empty()
    }

    fn varint(&mut self) -> Option<u32> {
        const LAST_SHIFT: u32 = 28;
        let mut value = 0;
        let mut shift = 0;
        loop {
            let byte = *self.bytes.next()?;
            value |= u32::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(value);
            }
            shift += 7;
            if shift > LAST_SHIFT {
                return None;
            }
        }
    }

    fn signed(&mut self) -> Option<i32> {
        let raw = self.varint()?;
        Some((raw >> 1) as i32 ^ -((raw & 1) as i32))
    }
}

/// The position of the instruction word `pc`, if the table has one.
#[must_use]
pub fn find(bytes: &[u8], first_line: u32, pc: u32) -> Option<Location> {
    let mut reader = Reader::new(bytes, first_line);
    let mut end = 0u32;
    while let Some(run) = reader.step() {
        end = end.wrapping_add(run.words);
        if pc < end {
            return Some(run.location);
        }
    }
    None
}

/// Writes one entry; `line` is the line of the entry before.
///
/// # Errors
/// What `push` returns.
#[cfg(feature = "write")]
pub fn write<E>(
    run: Run,
    line: u32,
    has_columns: bool,
    mut push: impl FnMut(u8) -> Result<(), E>,
) -> Result<(), E> {
    let words = run.words.wrapping_sub(1);
    let delta = run.location.line.wrapping_sub(line) as i32;
    let step = if (-1..=4).contains(&delta) { (delta + 1) as u8 } else { LONG_STEP };
    let columns = if has_columns { COLUMNS } else { 0 };
    push(columns | step << 4 | words.min(LONG_RUN) as u8)?;
    if words >= LONG_RUN {
        varint(words - LONG_RUN, &mut push)?;
    }
    if step == LONG_STEP {
        varint(zigzag(delta), &mut push)?;
    }
    if has_columns {
        varint(run.location.end_line.wrapping_sub(run.location.line), &mut push)?;
        varint(run.location.col, &mut push)?;
        varint(zigzag(run.location.end_col.wrapping_sub(run.location.col) as i32), &mut push)?;
    }
    Ok(())
}

#[cfg(feature = "write")]
fn zigzag(value: i32) -> u32 {
    ((value << 1) ^ (value >> 31)) as u32
}

#[cfg(feature = "write")]
fn varint<E>(mut value: u32, push: &mut impl FnMut(u8) -> Result<(), E>) -> Result<(), E> {
    while value >= 0x80 {
        push(value as u8 | 0x80)?;
        value >>= 7;
    }
    push(value as u8)
}
