//! Text listings of code, for golden tests, reports and people.
//!
//! ```text
//! f(a, b)            regs 3   consts 1   lines 2
//!   0000  MulK       r2, r1, k0        # 2
//!   0001  Add        r2, r0, r2!
//!   0002  Return     r2!, 2
//! ```
//!
//! A `!` marks a register that the use empties. Constants are spelt behind the row, jumps show their
//! target.

use crate::decode::Word;
use crate::error::{Full, Sink, number, padded};
use crate::layout::{code, kind, value};
use crate::lines::Reader;
use crate::op::Op;
use crate::operand::{Field, Form, MOVED, Operand};
use crate::read::{Code, Image};
use crate::slow::Slow;

/// Column where operands start, and where constants are spelt.
const NAME_WIDTH: u32 = 13;
const NOTE_COLUMN: u32 = 38;

/// Lists every code object of an image, the main one last.
///
/// # Errors
/// When the sink is full.
pub fn image(image: &Image<'_>, sink: &mut Sink<'_>) -> Result<(), Full> {
    for idx in 0..image.code_count() {
        let Some(reference) = image.code_reference(idx) else { break };
        let Some(code) = image.code(reference) else { continue };
        if idx > 0 {
            sink("\n")?;
        }
        function(image, &code, sink)?;
    }
    Ok(())
}

/// Lists one code object.
///
/// # Errors
/// When the sink is full.
pub fn function(image: &Image<'_>, code: &Code<'_>, sink: &mut Sink<'_>) -> Result<(), Full> {
    heading(code, sink)?;
    let mut listing = Listing { image, code, high: 0, column: 0 };
    let mut pc = 0;
    while let Some(word) = code.word(pc) {
        pc += listing.row(pc, word, sink)?;
    }
    for &[start, end, handler] in code.handlers() {
        sink("  catch ")?;
        padded(start, 4, sink)?;
        sink("..")?;
        padded(end, 4, sink)?;
        sink(" at ")?;
        padded(handler >> 8, 4, sink)?;
        sink(" in r")?;
        number(handler & 0xff, sink)?;
        sink("\n")?;
    }
    Ok(())
}

fn heading(code: &Code<'_>, sink: &mut Sink<'_>) -> Result<(), Full> {
    sink(code.qualname())?;
    sink("(")?;
    for idx in 0..code.param_count() {
        sink(if idx > 0 { ", " } else { "" })?;
        sink(code.register_name(idx).unwrap_or("?"))?;
    }
    sink(")  regs ")?;
    number(code.n_regs(), sink)?;
    sink("  consts ")?;
    number(code.n_consts(), sink)?;
    let [_, _, _, free] = code.args();
    if free > 0 {
        sink("  free ")?;
        number(u32::from(free), sink)?;
    }
    if code.flags() & code::GENERATOR != 0 {
        sink("  generator")?;
    }
    sink("\n")
}

struct Listing<'l, 'a> {
    image: &'l Image<'a>,
    code: &'l Code<'a>,
    /// Upper bits of the next constant index.
    high: u32,
    column: u32,
}

impl Listing<'_, '_> {
    /// One instruction with the word that belongs to it; gives the number of words.
    fn row(&mut self, pc: u32, word: Word, sink: &mut Sink<'_>) -> Result<u32, Full> {
        sink("  ")?;
        padded(pc, 4, sink)?;
        sink("  ")?;
        let Some(op) = word.op() else {
            sink("?\n")?;
            return Ok(1);
        };
        self.column = 0;
        self.say(op.name(), sink)?;
        self.pad(NAME_WIDTH, sink)?;
        for (idx, &operand) in op.row().operands.iter().enumerate() {
            self.say(if idx > 0 { ", " } else { "" }, sink)?;
            self.operand(pc, word, operand, sink)?;
        }
        let words = self.second_word(pc, word, op, sink)?;
        self.notes(word, op, sink)?;
        self.high = if op == Op::Ext { word.wide() } else { 0 };
        self.line(pc, sink)?;
        sink("\n")?;
        Ok(words)
    }

    fn say(&mut self, text: &str, sink: &mut Sink<'_>) -> Result<(), Full> {
        self.column += text.len() as u32;
        sink(text)
    }

    fn say_number(&mut self, value: u32, sink: &mut Sink<'_>) -> Result<(), Full> {
        let mut written = 0;
        number(value, &mut |text| {
            written += text.len() as u32;
            sink(text)
        })?;
        self.column += written;
        Ok(())
    }

    fn signed(&mut self, value: i32, sink: &mut Sink<'_>) -> Result<(), Full> {
        self.say(if value < 0 { "-" } else { "" }, sink)?;
        self.say_number(value.unsigned_abs(), sink)
    }

    fn pad(&mut self, column: u32, sink: &mut Sink<'_>) -> Result<(), Full> {
        while self.column < column {
            self.say(" ", sink)?;
        }
        Ok(())
    }

    fn operand(
        &mut self,
        pc: u32,
        word: Word,
        operand: Operand,
        sink: &mut Sink<'_>,
    ) -> Result<(), Full> {
        let bits = match operand.field() {
            Field::A => u32::from(word.a()),
            Field::B => u32::from(word.b()),
            Field::C => u32::from(word.c()),
            Field::X => word.x(),
            Field::All => word.wide(),
        };
        match operand.form() {
            Form::Reg | Form::Src | Form::Base => self.register(bits as u8, sink),
            Form::Kon => {
                self.say("k", sink)?;
                self.say_number(bits | self.high << 8, sink)
            }
            Form::Imm if operand.field() == Field::C => {
                self.signed(i32::from(bits as u8 as i8), sink)
            }
            Form::Imm => self.signed(word.signed_x(), sink),
            Form::Num => self.say_number(bits, sink),
            Form::Jump if word.op() == Some(Op::Jump) || word.op() == Some(Op::Loop) => {
                self.target(pc, word, sink)
            }
            Form::Jump => self.say_number(bits, sink),
        }
    }

    fn register(&mut self, bits: u8, sink: &mut Sink<'_>) -> Result<(), Full> {
        self.say("r", sink)?;
        self.say_number(u32::from(bits & !MOVED), sink)?;
        self.say(if bits & MOVED != 0 { "!" } else { "" }, sink)
    }

    fn target(&mut self, pc: u32, word: Word, sink: &mut Sink<'_>) -> Result<(), Full> {
        let target = pc.wrapping_add(1).wrapping_add_signed(word.distance());
        self.column += 4;
        padded(target, 4, sink)
    }

    /// The jump of a test or the operand word, on the same row.
    fn second_word(
        &mut self,
        pc: u32,
        word: Word,
        op: Op,
        sink: &mut Sink<'_>,
    ) -> Result<u32, Full> {
        let Some(next) = self.code.word(pc + 1) else { return Ok(1) };
        if op.is_test() {
            let is_loop = next.op() == Some(Op::Loop);
            self.say(if is_loop { " loop " } else { " -> " }, sink)?;
            self.target(pc + 1, next, sink)?;
            return Ok(2);
        }
        if !op.has_word() {
            return Ok(1);
        }
        self.say("; ", sink)?;
        match Slow::from_code(word.a()).filter(|_| op == Op::Slow) {
            Some(slow) => {
                self.say(slow.name(), sink)?;
                self.say(" r", sink)?;
                self.say_number(next.wide() & 0xff, sink)?;
                self.say(" ", sink)?;
                self.say_number(next.wide() >> 8, sink)?;
            }
            None => self.say_number(next.wide(), sink)?,
        }
        Ok(2)
    }

    /// Spells the constants of a row.
    fn notes(&mut self, word: Word, op: Op, sink: &mut Sink<'_>) -> Result<(), Full> {
        for &operand in op.row().operands {
            let idx = match operand {
                Operand::KonA => u32::from(word.a()) | self.high << 8,
                Operand::KonC => u32::from(word.c()) | self.high << 8,
                Operand::KonX => word.x(),
                _ => continue,
            };
            self.pad(NOTE_COLUMN, sink)?;
            self.say("# ", sink)?;
            let constant = self.code.constant(idx);
            self.constant(constant.unwrap_or(0), sink)?;
        }
        Ok(())
    }

    /// The line, where it differs from the row before.
    fn line(&mut self, pc: u32, sink: &mut Sink<'_>) -> Result<(), Full> {
        let mut reader = Reader::new(self.code.line_table(), self.code.first_line());
        let mut start = 0;
        while let Some(run) = reader.step() {
            if start == pc {
                self.pad(NOTE_COLUMN, sink)?;
                self.say(" @", sink)?;
                return self.say_number(run.location.line, sink);
            }
            start += run.words;
        }
        Ok(())
    }

    fn constant(&mut self, constant: u32, sink: &mut Sink<'_>) -> Result<(), Full> {
        match constant {
            value::NONE => self.say("None", sink),
            value::FALSE => self.say("False", sink),
            value::TRUE => self.say("True", sink),
            value::ELLIPSIS => self.say("...", sink),
            word if word & 1 != 0 => self.signed(word as i32 >> 1, sink),
            reference => self.object(reference, sink),
        }
    }

    fn object(&mut self, reference: u32, sink: &mut Sink<'_>) -> Result<(), Full> {
        let start = self.image.locate(reference).unwrap_or(0);
        match self.image.word(start).map(|first| first as u8) {
            Some(kind::STR) => {
                self.say("'", sink)?;
                let text = self.image.text(reference).unwrap_or("?");
                for piece in text.split_inclusive('\n') {
                    self.say(piece.strip_suffix('\n').unwrap_or(piece), sink)?;
                    self.say(if piece.ends_with('\n') { "\\n" } else { "" }, sink)?;
                }
                self.say("'", sink)
            }
            Some(kind::CODE) => {
                self.say("code ", sink)?;
                self.say(self.image.code(reference).map_or("?", |code| code.qualname()), sink)
            }
            Some(kind::TUPLE) => {
                self.say("tuple of ", sink)?;
                self.say_number(self.image.tuple(reference).map_or(0, <[u32]>::len) as u32, sink)
            }
            Some(kind::FLOAT) => self.say("float", sink),
            Some(kind::INT | kind::BIGINT) => self.say("int", sink),
            Some(kind::BYTES) => self.say("bytes", sink),
            Some(kind::COMPLEX) => self.say("complex", sink),
            _ => self.say("?", sink),
        }
    }
}
