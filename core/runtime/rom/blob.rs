//! The words of ROM while they are made: objects with immortal headers, equal ones shared.
//!
//! Words are in the order of the machine that builds; `targeted` gives them as the target reads them. There is
//! one string of each text; those that programs may name as well are interned and in the table of names.
//!
//! Not here: which objects there are (fixed.rs, tables.rs, python.rs).

use std::collections::{HashMap, HashSet};
use threadsnake_heap::{header, kind};
use threadsnake_image::layout::hash;
use threadsnake_objects::{names, statics};

/// Bytes of a word.
const WORD: u32 = 4;

/// What is made, or why it cannot be.
pub type Built<T> = Result<T, String>;

/// ROM in the making.
pub struct Blob {
    words: Vec<u32>,
    /// Word numbers of all object headers.
    starts: Vec<u32>,
    strings: HashMap<String, u32>,
    /// Texts that are names.
    names: HashSet<String>,
    /// Names longer than a character in the order they were made.
    spelled: Vec<(u32, u32)>,
    /// Other constants, by all their words.
    constants: HashMap<Vec<u32>, u32>,
}

impl Blob {
    /// ROM with so many bytes for what has a fixed place.
    pub fn new(fixed_bytes: u32) -> Blob {
        Blob {
            words: vec![0; (fixed_bytes / WORD) as usize],
            starts: Vec::new(),
            strings: HashMap::new(),
            names: HashSet::new(),
            spelled: Vec::new(),
            constants: HashMap::new(),
        }
    }

    /// Offset of what is made next.
    pub fn len(&self) -> u32 {
        self.words.len() as u32 * WORD
    }

    /// Reads a word.
    pub fn word(&self, object: u32, index: u32) -> u32 {
        self.words.get((object / WORD + index) as usize).copied().unwrap_or(0)
    }

    /// Replaces a word.
    pub fn set(&mut self, object: u32, index: u32, word: u32) {
        if let Some(place) = self.words.get_mut((object / WORD + index) as usize) {
            *place = word;
        }
    }

    /// Writes an object at its fixed place.
    pub fn put(&mut self, offset: u32, words: &[u32]) {
        self.starts.push(offset / WORD);
        for (index, &word) in words.iter().enumerate() {
            self.set(offset, index as u32, word);
        }
    }

    /// Adds an object.
    pub fn add(&mut self, words: &[u32]) -> u32 {
        let offset = self.len();
        self.starts.push(offset / WORD);
        self.words.extend_from_slice(words);
        offset
    }

    /// Adds a code object: its constants, last first, lie in front of its header.
    pub fn add_code(&mut self, constants: &[u32], words: &[u32]) -> u32 {
        self.words.extend(constants.iter().rev());
        self.add(words)
    }

    /// Adds a constant unless there is an equal one.
    pub fn share(&mut self, words: &[u32]) -> u32 {
        if let Some(&known) = self.constants.get(words) {
            return known;
        }
        let offset = self.add(words);
        self.constants.insert(words.to_vec(), offset);
        offset
    }

    /// A tuple.
    pub fn tuple(&mut self, items: &[u32]) -> u32 {
        if items.is_empty() {
            return statics::EMPTY_TUPLE.0;
        }
        let mut words = vec![header::IMMORTAL | u32::from(kind::TUPLE), items.len() as u32];
        words.extend_from_slice(items);
        self.share(&words)
    }

    /// A bytes object.
    pub fn bytes(&mut self, bytes: &[u8]) -> u32 {
        if bytes.is_empty() {
            return statics::EMPTY_BYTES.0;
        }
        let mut words = vec![header::IMMORTAL | u32::from(kind::BYTES), 0, bytes.len() as u32];
        words.extend(packed(bytes));
        self.share(&words)
    }

    /// A number of 64 bits: an int or a float.
    pub fn wide(&mut self, kind: u8, bits: u64) -> u32 {
        let [a, b, c, d, e, f, g, h] = bits.to_ne_bytes();
        let halves = [u32::from_ne_bytes([a, b, c, d]), u32::from_ne_bytes([e, f, g, h])];
        self.share(&[header::IMMORTAL | u32::from(kind), halves[0], halves[1]])
    }

    /// A block of values.
    pub fn values(&mut self, values: &[u32]) -> u32 {
        self.block(kind::VALUES, values)
    }

    /// A block of any kind.
    pub fn block(&mut self, kind: u8, content: &[u32]) -> u32 {
        let mut words = vec![header::block(kind, content.len() as u32 + 1)];
        words.extend_from_slice(content);
        self.add(&words)
    }

    /// A table of name, value pairs as `class::rom_lookup` searches it.
    pub fn table(&mut self, mut pairs: Vec<(u32, u32)>) -> Built<u32> {
        pairs.sort_unstable();
        if pairs.windows(2).any(|pair| pair[0].0 == pair[1].0) {
            return Err("two rows of one native table have the same name".into());
        }
        let flat: Vec<u32> = pairs.into_iter().flat_map(|(name, value)| [name, value]).collect();
        Ok(self.values(&flat))
    }

    /// The string of a name.
    pub fn text(&mut self, text: &str) -> u32 {
        self.spell(text, true)
    }

    /// The string of a text; programs that have the same text may have it twice unless it is a name.
    pub fn spell(&mut self, text: &str, is_name: bool) -> u32 {
        if is_name {
            self.names.insert(text.to_owned());
        }
        if let Some(&known) = self.strings.get(text) {
            return known;
        }
        let offset = self.add(&string_words(text, is_name));
        self.note_string(text, offset, is_name);
        offset
    }

    /// Writes a name at its fixed place.
    pub fn put_text(&mut self, offset: u32, text: &str) {
        self.names.insert(text.to_owned());
        self.put(offset, &string_words(text, true));
        self.note_string(text, offset, true);
    }

    fn note_string(&mut self, text: &str, offset: u32, is_name: bool) {
        self.strings.insert(text.to_owned(), offset);
        // Short ones are found without a table.
        if is_name && text.len() > 1 {
            self.spelled.push((hash(text.as_bytes()), offset));
        }
    }

    /// All texts in the order they were made, and whether they are names.
    pub fn texts(&self) -> Vec<(String, bool)> {
        let mut list: Vec<(&String, u32)> =
            self.strings.iter().map(|(text, &offset)| (text, offset)).collect();
        list.sort_unstable_by_key(|&(_, offset)| offset);
        list.into_iter().map(|(text, _)| (text.clone(), self.names.contains(text))).collect()
    }

    /// The table that `intern` probes: word numbers of strings by hash, two in a word, the first in its low
    /// half. Nothing may be spelled afterwards.
    pub fn names_table(&mut self) -> Built<u32> {
        let slots = (self.spelled.len() * 4 / 3 + 1).next_power_of_two();
        let mut table = vec![0_u16; slots];
        for &(hash, offset) in &self.spelled {
            let mut slot = hash as usize & (slots - 1);
            while table[slot] != 0 {
                slot = (slot + 1) & (slots - 1);
            }
            table[slot] = u16::try_from(offset / WORD)
                .map_err(|_| "a string lies beyond what 16 bits can count")?;
        }
        let words: Vec<u32> = table
            .chunks(2)
            .map(|pair| pair.iter().rev().fold(0, |word, &half| word << 16 | u32::from(half)))
            .collect();
        Ok(self.block(kind::RAW, &words))
    }

    /// All words, as numbers that the target's compiler will store.
    pub fn targeted(mut self, is_other_order: bool) -> Vec<u32> {
        while !self.words.len().is_multiple_of(2) {
            self.words.push(0);
        }
        if is_other_order {
            for index in 0..self.starts.len() {
                self.turn(self.starts[index] * WORD);
            }
        }
        self.words
    }

    /// Changes what is stored in memory order in an object to the other order.
    fn turn(&mut self, object: u32) {
        let first = self.word(object, 0);
        match header::kind(first) {
            kind::STR => {
                let skip = names::STR_WORDS + u32::from(first & header::FLAG1 == 0);
                self.swap_bytes(object, skip, self.word(object, 2));
            }
            kind::BYTES => self.swap_bytes(object, 3, self.word(object, 2)),
            kind::FLOAT | kind::INT => self.swap_words(object, 1),
            kind::COMPLEX => {
                self.swap_words(object, 1);
                self.swap_words(object, 3);
            }
            _ => {}
        }
    }

    fn swap_bytes(&mut self, object: u32, first: u32, bytes: u32) {
        for index in first..first + bytes.div_ceil(WORD) {
            let word = self.word(object, index).swap_bytes();
            self.set(object, index, word);
        }
    }

    fn swap_words(&mut self, object: u32, index: u32) {
        let (one, other) = (self.word(object, index), self.word(object, index + 1));
        self.set(object, index, other);
        self.set(object, index + 1, one);
    }
}

/// The words of a string object.
fn string_words(text: &str, is_name: bool) -> Vec<u32> {
    let bytes = text.as_bytes();
    let ascii = if text.is_ascii() { header::FLAG1 } else { 0 };
    let interned = if is_name { header::FLAG2 } else { 0 };
    let mut words = vec![
        header::IMMORTAL | interned | ascii | u32::from(kind::STR),
        hash(bytes),
        bytes.len() as u32,
    ];
    if ascii == 0 {
        words.push(text.chars().count() as u32);
    }
    words.extend(packed(bytes));
    words
}

/// Bytes as words in memory order, padded with zeros.
fn packed(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks(WORD as usize).map(|chunk| {
        let mut word = [0; WORD as usize];
        word[..chunk.len()].copy_from_slice(chunk);
        u32::from_ne_bytes(word)
    })
}
