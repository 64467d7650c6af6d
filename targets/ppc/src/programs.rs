//! The block of programs that is linked with a board: what to run and with which settings.
//!
//! All numbers are words in the machine's order; places are byte offsets from the block's start.
//!
//! ```text
//!  0 magic | 1 bytes of the block | 2 flags | 3 arena bytes, 0: the profile's | 4, 5 budget
//!  6, 7 failing allocation, 0: none | 8, 9 seconds of the wall clock | 10, 11 folder: place, bytes
//!  12, 13 arguments: place, count: (place, bytes) each | 14, 15 files: place, count
//!  file: (name place, name bytes, content place, content bytes) each
//!  contents lie behind the header, aligned to 8
//! ```
//!
//! The first file is the program; without one there is a prompt.
//!
//! Not here: making the block (xtask/src/console/block.rs).

use crate::start;

/// First word: "TSPG".
const MAGIC: u32 = 0x5453_5047;
/// Flag: errors go to the event line instead of the text line.
const ERRORS_APART: u32 = 1;
/// Flag: the report is sent when the program has ended.
const WANTS_REPORT: u32 = 2;
/// Flag: a sleep ends in a trap; for tests of what a trap prints.
const TRAPS: u32 = 4;
/// Words before the tables.
const HEADER_WORDS: usize = 16;
/// Words of a file's row.
const FILE_WORDS: u32 = 4;

/// The block.
#[derive(Clone, Copy)]
pub struct Programs {
    start: *mut u32,
    header: [u32; HEADER_WORDS],
}

/// A file in the block.
#[derive(Clone, Copy)]
pub struct File {
    /// Its name.
    pub name: &'static [u8],
    place: u32,
    bytes: u32,
}

impl Programs {
    /// The block that was linked in; an empty one when there is none.
    pub fn find() -> Programs {
        let start = start::programs_start();
        // SAFETY: the linker script keeps at least a header's words at this place.
        let header = unsafe { start.cast::<[u32; HEADER_WORDS]>().read() };
        let [magic, ..] = header;
        let header = if magic == MAGIC { header } else { [0; HEADER_WORDS] };
        Programs { start, header }
    }

    fn field(&self, number: usize) -> u32 {
        self.header.get(number).copied().unwrap_or(0)
    }

    fn wide(&self, number: usize) -> u64 {
        u64::from(self.field(number)) << 32 | u64::from(self.field(number + 1))
    }

    /// Errors go to the event line.
    pub fn errors_apart(&self) -> bool {
        self.field(2) & ERRORS_APART != 0
    }

    /// The report is wanted.
    pub fn wants_report(&self) -> bool {
        self.field(2) & WANTS_REPORT != 0
    }

    /// A sleep ends in a trap.
    pub fn traps(&self) -> bool {
        self.field(2) & TRAPS != 0
    }

    /// Bytes of the arena; 0 for the profile's.
    pub fn arena_bytes(&self) -> u32 {
        self.field(3)
    }

    /// Back-edges and calls that may run; 0 for no bound.
    pub fn budget(&self) -> u64 {
        self.wide(4)
    }

    /// The number of the allocation that fails.
    pub fn fail_alloc(&self) -> Option<u64> {
        Some(self.wide(6)).filter(|&number| number != 0)
    }

    /// What the wall clock showed at the start, in seconds.
    pub fn wall_seconds(&self) -> u64 {
        self.wide(8)
    }

    /// First folder of `sys.path`.
    pub fn folder(&self) -> &'static [u8] {
        self.bytes(self.field(10), self.field(11))
    }

    /// `sys.argv`.
    pub fn arguments(&self) -> impl Iterator<Item = &'static [u8]> + '_ {
        let (table, count) = (self.field(12), self.field(13));
        (0..count).map(move |number| {
            let row = table + number * 8;
            self.bytes(self.word(row), self.word(row + 4))
        })
    }

    /// Number of files.
    pub fn file_count(&self) -> u32 {
        self.field(15)
    }

    /// A file by its number.
    pub fn file(&self, number: u32) -> Option<File> {
        if number >= self.file_count() {
            return None;
        }
        let row = self.field(14) + number * FILE_WORDS * 4;
        let name = self.bytes(self.word(row), self.word(row + 4));
        Some(File { name, place: self.word(row + 8), bytes: self.word(row + 12) })
    }

    /// A file by its name, and its number.
    pub fn find_file(&self, name: &[u8]) -> Option<(u32, File)> {
        (0..self.file_count())
            .filter_map(|number| Some((number, self.file(number)?)))
            .find(|(_, file)| file.name == name)
    }

    /// What is in a file.
    pub fn content(&self, file: File) -> &'static [u8] {
        self.bytes(file.place, file.bytes)
    }

    /// The words of an image: their address and how many there are. They are the reader's to change.
    pub fn image(&self, file: File) -> (*mut u32, usize) {
        (self.start.wrapping_byte_add(file.place as usize), file.bytes as usize / 4)
    }

    fn word(&self, place: u32) -> u32 {
        let in_block = place.checked_add(4).is_some_and(|end| end <= self.field(1));
        if !in_block {
            return 0;
        }
        // SAFETY: the word lies in the block, which is linked in; tables are aligned.
        unsafe { self.start.wrapping_byte_add(place as usize).read() }
    }

    fn bytes(&self, place: u32, count: u32) -> &'static [u8] {
        let in_block = place.checked_add(count).is_some_and(|end| end <= self.field(1));
        if !in_block {
            return &[];
        }
        let first = self.start.cast::<u8>().wrapping_add(place as usize);
        // SAFETY: the bytes lie in the block; nobody changes them but the loader of an image, which does not
        // read them this way any more.
        unsafe { core::slice::from_raw_parts(first, count as usize) }
    }
}
