//! Where the strong carets of an expression go: under the operator of a binary operation, under the
//! brackets of a subscript.
//!
//! The expression is scanned for the operator outside brackets that binds least; of equal ones it is the
//! last (`**`: the first). Comparisons and boolean operators bind less than all of them and have no
//! anchor.
//!
//! Not here: printing (traceback.rs).

/// How tightly the arithmetic operators bind; smaller binds less.
fn binding(operator: &[u8]) -> Option<u8> {
    Some(match operator {
        b"|" => 1,
        b"^" => 2,
        b"&" => 3,
        b"<<" | b">>" => 4,
        b"+" | b"-" => 5,
        b"*" | b"/" | b"//" | b"%" | b"@" => 6,
        b"**" => 8,
        _ => return None,
    })
}

const WORDS: [&[u8]; 9] = [b"and", b"or", b"not", b"in", b"is", b"if", b"else", b"lambda", b"await"];

/// The part of an expression under which the carets are strong: first byte and the one behind the last.
pub fn find(text: &[u8]) -> Option<(usize, usize)> {
    let mut scan = Scan { text, at: 0, depth: 0, operand: false, best: None, bracket: None };
    scan.run()?;
    scan.best.map(|(_, from, to)| (from, to)).or_else(|| scan.subscript())
}

struct Scan<'a> {
    text: &'a [u8],
    at: usize,
    depth: u32,
    /// Did the last token end an operand?
    operand: bool,
    best: Option<(u8, usize, usize)>,
    /// Where the last bracket outside others was opened, when an operand stood in front of it.
    bracket: Option<usize>,
}

impl Scan<'_> {
    fn byte(&self, ahead: usize) -> u8 {
        self.text.get(self.at + ahead).copied().unwrap_or(0)
    }

    /// Reads the whole text; none when it is no arithmetic.
    fn run(&mut self) -> Option<()> {
        while self.at < self.text.len() {
            let byte = self.byte(0);
            match byte {
                b' ' | b'\t' => self.at += 1,
                b'(' | b'[' | b'{' => self.open(byte),
                b')' | b']' | b'}' => {
                    self.depth = self.depth.saturating_sub(1);
                    self.at += 1;
                    self.operand = true;
                }
                b'"' | b'\'' => self.string(),
                b'#' => return None,
                _ if byte == b'_' || byte.is_ascii_alphanumeric() || byte >= 0x80 => self.word()?,
                b'.' => {
                    self.at += 1;
                    self.operand = false;
                }
                _ => self.operator()?,
            }
        }
        Some(())
    }

    fn open(&mut self, byte: u8) {
        if self.depth == 0 {
            self.bracket = (byte == b'[' && self.operand).then_some(self.at);
        }
        self.depth += 1;
        self.at += 1;
        self.operand = false;
    }

    fn string(&mut self) {
        let quote = self.byte(0);
        let len = if self.byte(1) == quote && self.byte(2) == quote { 3 } else { 1 };
        self.at += len;
        while self.at < self.text.len() && !(0..len).all(|ahead| self.byte(ahead) == quote) {
            self.at += if self.byte(0) == b'\\' { 2 } else { 1 };
        }
        self.at += len;
        self.operand = true;
    }

    fn word(&mut self) -> Option<()> {
        let start = self.at;
        while {
            let byte = self.byte(0);
            byte == b'_' || byte.is_ascii_alphanumeric() || byte >= 0x80
        } {
            self.at += 1;
        }
        let word = self.text.get(start..self.at)?;
        if self.depth == 0 && WORDS.contains(&word) {
            return None;
        }
        self.operand = true;
        Some(())
    }

    fn operator(&mut self) -> Option<()> {
        const LONGEST: usize = 2;
        let len = (1..=LONGEST)
            .rev()
            .find(|&len| self.text.get(self.at..self.at + len).is_some_and(|text| binding(text).is_some()));
        let Some(len) = len else {
            // A comparison, an assignment, a comma, ...: no anchor outside brackets.
            self.at += 1;
            self.operand = false;
            return (self.depth > 0).then_some(());
        };
        if self.depth == 0 && self.byte(len) == b'=' {
            return None;
        }
        let strength = binding(self.text.get(self.at..self.at + len)?)?;
        if self.depth == 0 && self.operand {
            let replaces = self.best.is_none_or(|(best, ..)| if strength == 8 { strength < best } else { strength <= best });
            if replaces {
                self.best = Some((strength, self.at, self.at + len));
            }
        }
        self.at += len;
        self.operand = false;
        Some(())
    }

    /// The brackets at the end of a subscript.
    fn subscript(&self) -> Option<(usize, usize)> {
        let from = self.bracket?;
        (self.text.last() == Some(&b']')).then_some((from, self.text.len()))
    }
}
