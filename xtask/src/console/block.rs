//! The block of programs that is linked with a board: the layout is drawn in targets/ppc/src/programs.rs.
//!
//! Not here: compiling the programs (image.rs).

/// First word: "TSPG".
const MAGIC: u32 = 0x5453_5047;
/// Words before the tables.
const HEADER_WORDS: usize = 16;
/// What content is aligned to.
const ALIGN: usize = 8;

/// A file in the block.
#[derive(Clone, Debug)]
pub struct File {
    /// Its name, as the script sees it.
    pub name: Vec<u8>,
    /// Text, or an image for the board.
    pub content: Vec<u8>,
}

/// What a board is to do.
#[derive(Clone, Default, Debug)]
pub struct Block {
    /// Errors go to the event line.
    pub errors_apart: bool,
    /// The report is wanted.
    pub wants_report: bool,
    /// A sleep ends in a trap; for tests of what a trap prints.
    pub traps: bool,
    /// Bytes of the arena; 0 for the profile's.
    pub arena_bytes: u32,
    /// Back-edges and calls that may run; 0 for no bound.
    pub budget: u64,
    /// The number of the allocation that fails; 0 for none.
    pub fail_alloc: u64,
    /// What the wall clock shows at the start.
    pub wall_seconds: u64,
    /// First folder of `sys.path`.
    pub folder: Vec<u8>,
    /// `sys.argv`.
    pub arguments: Vec<Vec<u8>>,
    /// The program, then what it may import. None: a prompt.
    pub files: Vec<File>,
}

impl Block {
    /// The block as it lies in memory.
    pub fn bytes(&self) -> Vec<u8> {
        let mut out = Out(vec![0; HEADER_WORDS * 4]);
        // Contents come first: where the first image lies must not depend on names and arguments.
        let contents: Vec<_> = self.files.iter().map(|file| out.bytes(&file.content)).collect();
        let folder = out.bytes(&self.folder);
        let arguments: Vec<u32> =
            self.arguments.iter().flat_map(|argument| out.bytes(argument)).collect();
        let arguments_at = out.words(&arguments);
        let mut files = Vec::new();
        for (file, content) in self.files.iter().zip(contents) {
            files.extend(out.bytes(&file.name));
            files.extend(content);
        }
        let files_at = out.words(&files);
        let Out(mut bytes) = out;
        let flags = u32::from(self.errors_apart)
            | u32::from(self.wants_report) << 1
            | u32::from(self.traps) << 2;
        let [budget, fail, wall] = [self.budget, self.fail_alloc, self.wall_seconds]
            .map(|wide| [(wide >> 32) as u32, wide as u32]);
        let header = [
            MAGIC,
            bytes.len() as u32,
            flags,
            self.arena_bytes,
            budget[0],
            budget[1],
            fail[0],
            fail[1],
            wall[0],
            wall[1],
            folder[0],
            folder[1],
            arguments_at,
            self.arguments.len() as u32,
            files_at,
            self.files.len() as u32,
        ];
        for (place, word) in bytes.chunks_exact_mut(4).zip(header) {
            place.copy_from_slice(&word.to_be_bytes());
        }
        bytes
    }
}

struct Out(Vec<u8>);

impl Out {
    /// Adds bytes; gives their place and count.
    fn bytes(&mut self, bytes: &[u8]) -> [u32; 2] {
        let place = self.0.len() as u32;
        self.0.extend_from_slice(bytes);
        self.0.resize(self.0.len().next_multiple_of(ALIGN), 0);
        [place, bytes.len() as u32]
    }

    /// Adds words; gives their place.
    fn words(&mut self, words: &[u32]) -> u32 {
        let bytes: Vec<u8> = words.iter().flat_map(|word| word.to_be_bytes()).collect();
        self.bytes(&bytes)[0]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(bytes: &[u8], number: usize) -> u32 {
        u32::from_be_bytes(bytes[number * 4..number * 4 + 4].try_into().unwrap())
    }

    #[test]
    fn tables_lead_to_names_and_contents() {
        let file = File { name: b"a.py".to_vec(), content: b"print(1)".to_vec() };
        let block =
            Block { files: vec![file], arguments: vec![b"a.py".to_vec()], ..Block::default() };
        let bytes = block.bytes();
        assert_eq!(word(&bytes, 0), MAGIC);
        assert_eq!(word(&bytes, 1) as usize, bytes.len());
        let row = word(&bytes, 14) as usize;
        assert_eq!(word(&bytes, 15), 1);
        let (place, count) =
            (word(&bytes, row / 4 + 2) as usize, word(&bytes, row / 4 + 3) as usize);
        assert_eq!(&bytes[place..place + count], b"print(1)");
        assert_eq!(place % ALIGN, 0);
    }
}
