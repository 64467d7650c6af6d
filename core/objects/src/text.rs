//! Building a str piece by piece, in the heap, without copying at the end.
//!
//! The text grows in a `STR` object that nobody else sees yet; `finish` cuts it to size and gives it
//! its flags. A `Text` that is not finished must be discarded, or its memory stays taken.
//!
//! Not here: what a `STR` is (str.rs), numbers as text (number/).

use crate::cx::Cx;
use crate::names::STR_WORDS;
use threadsnake_heap::header::{self, FLAG1};
use threadsnake_heap::{OutOfMemory, Ref, Value, WORD, kind};

/// A str being built: a RAW block with the text behind three words.
pub struct Text {
    block: Ref,
    words: u32,
    len: u32,
    ascii: bool,
}

const FIRST_WORDS: u32 = 8;

impl Text {
    /// An empty text.
    pub fn new(cx: &mut Cx) -> Result<Text, OutOfMemory> {
        Text::with_room(cx, (FIRST_WORDS - STR_WORDS) * WORD)
    }

    /// An empty text with room for so many bytes.
    pub fn with_room(cx: &mut Cx, bytes: u32) -> Result<Text, OutOfMemory> {
        let words = STR_WORDS + bytes.div_ceil(WORD);
        let block = cx.heap.alloc(words)?;
        cx.heap.space.store(block.0, header::block(kind::RAW, words));
        Ok(Text { block, words, len: 0, ascii: true })
    }

    /// Bytes so far.
    pub fn len(&self) -> u32 {
        self.len
    }

    /// Is nothing in it yet?
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    fn start(&self) -> u32 {
        self.block.0 + STR_WORDS * WORD
    }

    /// Appends bytes, which must be UTF-8 as a whole.
    pub fn push(&mut self, cx: &mut Cx, bytes: &[u8]) -> Result<(), OutOfMemory> {
        let len = u32::try_from(bytes.len()).map_err(|_| OutOfMemory)?;
        self.make_room(cx, len)?;
        self.ascii &= bytes.is_ascii();
        cx.heap.space.bytes_mut(self.start() + self.len, len).copy_from_slice(bytes);
        self.len += len;
        Ok(())
    }

    /// Appends bytes that lie in the heap, which must be whole characters.
    pub fn push_part(&mut self, cx: &mut Cx, part: (u32, u32)) -> Result<(), OutOfMemory> {
        let (from, len) = part;
        self.make_room(cx, len)?;
        self.ascii &= cx.heap.space.bytes(from, len).is_ascii();
        cx.heap.space.copy_bytes(from, self.start() + self.len, len);
        self.len += len;
        Ok(())
    }

    /// Appends one character.
    pub fn push_char(&mut self, cx: &mut Cx, c: char) -> Result<(), OutOfMemory> {
        let mut buffer = [0; 4];
        self.push(cx, c.encode_utf8(&mut buffer).as_bytes())
    }

    /// Appends the text of a str.
    pub fn push_str(&mut self, cx: &mut Cx, text: Value) -> Result<(), OutOfMemory> {
        let Some(object) = cx.payload(text, kind::STR) else { return Ok(()) };
        let len = cx.heap.space.word(object, 2);
        self.make_room(cx, len)?;
        self.ascii &= cx.heap.space.load(object.0) & FLAG1 != 0;
        cx.heap.space.copy_bytes(crate::str::start(cx, object), self.start() + self.len, len);
        self.len += len;
        Ok(())
    }

    /// Appends an integer in decimal.
    pub fn push_int(&mut self, cx: &mut Cx, int: i64) -> Result<(), OutOfMemory> {
        let mut buffer = [0u8; 20];
        let mut at = buffer.len();
        let mut rest = int.unsigned_abs();
        loop {
            at -= 1;
            if let Some(place) = buffer.get_mut(at) {
                *place = b'0' + (rest % 10) as u8;
            }
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        if int < 0 {
            self.push(cx, b"-")?;
        }
        self.push(cx, buffer.get(at..).unwrap_or(&[]))
    }

    /// Offset and length of the bytes so far.
    pub fn part(&self) -> (u32, u32) {
        (self.start(), self.len)
    }

    /// The bytes so far.
    pub fn bytes<'a>(&self, cx: &'a Cx) -> &'a [u8] {
        cx.heap.space.bytes(self.start(), self.len)
    }

    /// Makes room for so many more bytes at once.
    pub fn reserve(&mut self, cx: &mut Cx, more: u32) -> Result<(), OutOfMemory> {
        self.make_room(cx, more)
    }

    fn make_room(&mut self, cx: &mut Cx, more: u32) -> Result<(), OutOfMemory> {
        let wanted = self.len.checked_add(more).ok_or(OutOfMemory)?.div_ceil(WORD) + STR_WORDS;
        if wanted <= self.words {
            return Ok(());
        }
        let words = (self.words + self.words / 2).min(header::MAX_WORDS).max(wanted);
        if cx.heap.grow_in_place(self.block, self.words, words) {
            cx.heap.space.store(self.block.0, header::block(kind::RAW, words));
            self.words = words;
            return Ok(());
        }
        let (block, words) = match cx.heap.alloc(words) {
            Ok(block) => (block, words),
            Err(OutOfMemory) => (cx.heap.alloc(wanted)?, wanted),
        };
        cx.heap.space.store(block.0, header::block(kind::RAW, words));
        cx.heap.space.copy_words(self.block.0 + WORD, block.0 + WORD, self.words - 1);
        cx.heap.free(self.block, self.words);
        self.block = block;
        self.words = words;
        Ok(())
    }

    /// Gives the memory back.
    pub fn discard(self, cx: &mut Cx) {
        cx.heap.free(self.block, self.words);
    }

    /// Makes the text a str and hands it over. The bytes pushed must be UTF-8.
    pub fn finish(self, cx: &mut Cx) -> Result<Value, OutOfMemory> {
        if self.len <= 1 && self.ascii {
            let text = crate::str::short(self.bytes(cx).first().copied());
            self.discard(cx);
            return Ok(text);
        }
        if !self.ascii {
            return self.finish_wide(cx);
        }
        let keep = STR_WORDS + self.len.div_ceil(WORD);
        self.pad(cx, self.start());
        cx.heap.space.store(self.block.0, header::fresh(kind::STR) | FLAG1);
        cx.heap.space.set_word(self.block, 1, 0);
        cx.heap.space.set_word(self.block, 2, self.len);
        cx.heap.shrink(self.block, self.words, keep);
        Ok(self.block.value())
    }

    /// Zeroes the bytes behind the text in its last word.
    fn pad(&self, cx: &mut Cx, start: u32) {
        for at in self.len..self.len.next_multiple_of(WORD) {
            cx.heap.space.set_byte(start + at, 0);
        }
    }

    /// A text with other characters than ASCII has a word more: how many characters it has.
    fn finish_wide(mut self, cx: &mut Cx) -> Result<Value, OutOfMemory> {
        if let Err(error) = self.make_room(cx, WORD) {
            self.discard(cx);
            return Err(error);
        }
        let chars = crate::str::count_chars(self.bytes(cx));
        cx.heap.space.copy_bytes(self.start(), self.start() + WORD, self.len);
        self.pad(cx, self.start() + WORD);
        cx.heap.space.store(self.block.0, header::fresh(kind::STR));
        cx.heap.space.set_word(self.block, 1, 0);
        cx.heap.space.set_word(self.block, 2, self.len);
        cx.heap.space.set_word(self.block, 3, chars);
        let keep = STR_WORDS + 1 + self.len.div_ceil(WORD);
        cx.heap.shrink(self.block, self.words, keep);
        Ok(self.block.value())
    }
}
