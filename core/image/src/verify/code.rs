//! Checks one code object: parameters, details, constants, instructions.

use super::{Checked, Verifier, error, set};
use crate::decode::Word;
use crate::error::ErrorKind;
use crate::layout::{MAX_CODE_WORDS, MAX_FRAME_REGISTERS, MAX_REGISTERS, code, info, value};
use crate::lines::Reader;
use crate::op::{END, Op, TEST, WORD};
use crate::operand::{Field, Form, MOVED, Operand};
use crate::read::{Code, Object};
use crate::slow::{Extra, Slow};

/// Flags that mean something.
const KNOWN_FLAGS: u8 = 0x7f;
/// Largest constant index.
const MAX_CONSTANT: u32 = 0xffff;
/// Largest `what` of `SetFuncInfo` and `conv` of `FormatPlain`.
const MAX_FUNC_INFO: u8 = 2;
const MAX_CONVERSION: u8 = 3;

/// What a constant operand must be.
enum Wanted {
    Name,
    Kinds(u64),
}

const fn wanted(op: Op) -> Wanted {
    match op {
        Op::LoadK | Op::GetItemK | Op::SetItemK => Wanted::Kinds(set::VALUE),
        Op::MakeFunction => Wanted::Kinds(set::CODE),
        Op::JEqK | Op::JNeK => Wanted::Kinds(set::ANY_NUMBER | set::STR),
        Op::LoadGlobal | Op::StoreGlobal | Op::DelGlobal | Op::NameGet => Wanted::Name,
        Op::GetAttr | Op::SetAttr | Op::DelAttr | Op::Import | Op::ImportFrom => Wanted::Name,
        Op::CallAttr | Op::LoadMethod | Op::CallSuper => Wanted::Name,
        _ => Wanted::Kinds(set::ANY_NUMBER),
    }
}

/// Registers of the run that an instruction's `Base` operand starts.
fn run_len(op: Op, word: Word, next: u32) -> u32 {
    let (b, c) = (u32::from(word.b()), u32::from(word.c()));
    match op {
        Op::Clear => word.x(),
        Op::Call | Op::CallKw => b + 2,
        Op::CallEx => 4,
        Op::CallAttr | Op::CallSuper | Op::CallMethod | Op::CallMethodKw => b + 3,
        Op::LoadMethod | Op::BuildSlice => 3,
        Op::GetSlice | Op::IterPrep => 2,
        Op::BuildTuple | Op::BuildList | Op::BuildSet | Op::BuildString | Op::Unpack => c,
        Op::BuildMap => c * 2,
        Op::UnpackEx => (c + 1).saturating_add(next),
        Op::WithExit => 5,
        _ => 1,
    }
}

/// The walk over the instructions.
struct Pass<'c, 'a> {
    code: &'c Code<'a>,
    /// Word number of the first instruction, for error offsets.
    first: u32,
    n_regs: u32,
    n_free: u32,
    has_far: bool,
    /// Registers that hold variables, which a return releases; 0 when their names do not tell.
    n_locals: u32,
}

impl Verifier<'_> {
    pub(super) fn code(&self, object: Object) -> Checked {
        let bad = |kind| Err(error(kind, object.start));
        let Some(code) = self.image.code(object.start * 4) else { return bad(ErrorKind::Code) };
        self.shape(object, &code)?;
        for at in object.constants..object.start {
            self.earlier(self.word(at)?, set::VALUE | set::CODE, object.constants, at)?;
        }
        let has_far = code.far().is_some();
        let names = code.info(info::VARNAMES).and_then(|names| self.image.tuple(names));
        let pass = Pass {
            code: &code,
            first: object.start + (code::WORDS >> 2),
            n_regs: code.n_regs(),
            n_free: u32::from(code.args()[3]),
            has_far,
            n_locals: names.filter(|_| !has_far).map_or(0, |names| names.len() as u32),
        };
        self.instructions(&pass)?;
        for entry in code.handlers() {
            let &[start, end, handler] = entry;
            let is_sane = start < end
                && end <= code.n_words()
                && handler & 0xff < pass.n_regs
                && pass.is_target(handler >> 8);
            if !is_sane {
                return bad(ErrorKind::Handler);
            }
        }
        let mut lines = Reader::new(code.line_table(), code.first_line());
        while lines.step().is_some() {}
        if lines.is_done() { Ok(()) } else { bad(ErrorKind::Lines) }
    }

    /// Sizes, parameters, names.
    fn shape(&self, object: Object, code: &Code<'_>) -> Checked {
        let start = object.start;
        let field = |byte: u32| self.word(start + (byte >> 2));
        self.value(field(code::NAME)?, set::STR, start)?;
        self.value(field(code::QUALNAME)?, set::STR, start)?;
        self.value(field(code::INFO)?, set::INFO, start)?;
        let [count, positional_only, keyword_only, n_free] = code.args();
        let not_simple = code::VARARGS | code::VARKW | code::GENERATOR | code::COROUTINE;
        let is_simple = code.flags() & not_simple == 0 && keyword_only == 0;
        let signature = if is_simple { u32::from(count) } else { code::NOT_SIMPLE };
        let len = |field: u32| {
            let names = code.info(field).and_then(|names| self.image.tuple(names));
            names.map_or(0, |names| names.len() as u32)
        };
        let (n_names, n_cells) = (len(info::VARNAMES), len(info::CELLS));
        let least = u32::from(code.flags() & code::CLASS_BODY != 0);
        let fits = code.n_regs() <= MAX_FRAME_REGISTERS
            && code.n_regs() >= least
            && code.param_count() <= n_names
            && n_names <= code.n_regs()
            && n_cells <= code.n_regs()
            && positional_only <= count
            && code.flags() & !KNOWN_FLAGS == 0
            && field(code::CALL_SIGNATURE)? == signature
            && code.n_words() >= 1
            && code.n_words() < MAX_CODE_WORDS
            && len(info::FREEVARS) == u32::from(n_free)
            && code.far().is_none_or(|far| far < code.n_regs().min(MAX_REGISTERS));
        if fits { Ok(()) } else { Err(error(ErrorKind::Code, start)) }
    }

    fn instructions(&self, pass: &Pass<'_, '_>) -> Checked {
        let mut before: Option<Op> = None;
        let mut high = 0;
        for pc in 0..pass.code.n_words() {
            let word = pass.code.word(pc).unwrap_or(Word(0));
            let Some(op) = word.op() else { return pass.fail(ErrorKind::Instruction, pc) };
            let flags = before.map_or(0, Op::flags);
            let fits_before = (flags & WORD != 0) == (op == Op::Raw)
                && (flags & TEST == 0 || matches!(op, Op::Jump | Op::Loop))
                && (before != Some(Op::Ext) || takes_narrow_constant(op));
            if !fits_before {
                return pass.fail(ErrorKind::Instruction, pc);
            }
            if op != Op::Raw {
                self.instruction(pass, pc, op, word, high)?;
            }
            high = if op == Op::Ext { word.wide() } else { 0 };
            before = Some(op);
        }
        self.ending(pass)
    }

    /// V6: the last instruction does not continue behind itself, nor is it the jump of a test.
    fn ending(&self, pass: &Pass<'_, '_>) -> Checked {
        let count = pass.code.n_words();
        let op_at = |pc: u32| pass.code.word(pc).and_then(Word::op);
        let ends =
            op_at(count.wrapping_sub(1)).is_some_and(|op| op.flags() & END != 0 && op != Op::Raw);
        let is_taken = op_at(count.wrapping_sub(2)).is_some_and(Op::is_test);
        if ends && !is_taken { Ok(()) } else { pass.fail(ErrorKind::End, count) }
    }

    fn instruction(&self, pass: &Pass<'_, '_>, pc: u32, op: Op, word: Word, high: u32) -> Checked {
        for &operand in op.row().operands {
            let bits = match operand.field() {
                Field::A => u32::from(word.a()),
                Field::B => u32::from(word.b()),
                Field::C => u32::from(word.c()),
                Field::X => word.x(),
                Field::All => word.wide(),
            };
            match operand.form() {
                Form::Reg | Form::Base => {
                    let next = pass.code.word(pc + 1).map_or(0, Word::wide);
                    let len = match (operand.form(), op) {
                        (Form::Base, _) => run_len(op, word, next),
                        (_, Op::ForIter) if operand == Operand::RegB => 2,
                        _ => 1,
                    };
                    pass.registers(pc, bits, len)?;
                }
                Form::Src => pass.registers(pc, bits & !u32::from(MOVED), 1)?,
                Form::Kon => self.constant(pass, pc, op, bits | high << 8)?,
                Form::Jump if matches!(op, Op::Jump | Op::Loop) => {
                    // V7: only `Loop` goes back, which tests the budget.
                    let goes_on = op == Op::Loop || word.distance() >= 0;
                    let target = pc.wrapping_add(1).wrapping_add_signed(word.distance());
                    if !goes_on || !pass.is_target(target) {
                        return pass.fail(ErrorKind::Jump, pc);
                    }
                }
                Form::Imm | Form::Num | Form::Jump => {}
            }
        }
        self.numbers(pass, pc, op, word)
    }

    fn constant(&self, pass: &Pass<'_, '_>, pc: u32, op: Op, idx: u32) -> Checked {
        let Some(constant) = pass.code.constant(idx).filter(|_| idx <= MAX_CONSTANT) else {
            return pass.fail(ErrorKind::Constant, pc);
        };
        let result = match wanted(op) {
            Wanted::Name => self.name(constant, 0),
            Wanted::Kinds(kinds) => self.value(constant, kinds, 0),
        };
        if result.is_ok() { Ok(()) } else { pass.fail(ErrorKind::Constant, pc) }
    }

    /// Operands that are numbers, and operand words.
    fn numbers(&self, pass: &Pass<'_, '_>, pc: u32, op: Op, word: Word) -> Checked {
        let next = pass.code.word(pc + 1).map_or(0, Word::wide);
        let (a, b, c) = (word.a(), word.b(), word.c());
        let is_generator = pass.code.flags() & (code::GENERATOR | code::COROUTINE) != 0;
        let fits = match op {
            Op::ForIter => true,
            _ if op.is_test() => a <= 1,
            Op::Return | Op::ReturnNone => (pass.n_locals..=pass.n_regs).contains(&word.x()),
            Op::FreeGet | Op::FreeCellGet | Op::FreeCellSet | Op::FreeCellDel | Op::FreeCellRef => {
                u32::from(b) < pass.n_free
            }
            Op::CaptureFree => u32::from(c) < pass.n_free,
            Op::FarGet | Op::FarSet => pass.has_far,
            Op::SetFuncInfo => b <= MAX_FUNC_INFO,
            Op::FormatPlain => c <= MAX_CONVERSION,
            Op::RaiseAssert | Op::CallEx => b <= 1,
            Op::NameGet => pass.code.flags() & code::CLASS_BODY != 0,
            Op::Yield | Op::Delegate | Op::Await => is_generator,
            Op::CallKw | Op::CallMethodKw => return self.keywords(pass, pc, next, u32::from(b)),
            Op::Import => return self.import_names(pass, pc, next & 0xffff),
            Op::Slow => return self.slow(pass, pc, a, next),
            Op::Ext => word.wide() <= MAX_CONSTANT >> 8,
            _ => true,
        };
        if fits { Ok(()) } else { pass.fail(ErrorKind::Number, pc) }
    }

    fn keywords(&self, pass: &Pass<'_, '_>, pc: u32, idx: u32, count: u32) -> Checked {
        let names = pass.code.constant(idx).unwrap_or(value::NONE);
        match self.name_tuple(names, 0, false) {
            Ok(len) if len <= count => Ok(()),
            _ => pass.fail(ErrorKind::Constant, pc),
        }
    }

    fn import_names(&self, pass: &Pass<'_, '_>, pc: u32, number: u32) -> Checked {
        let Some(idx) = number.checked_sub(1) else { return Ok(()) };
        let names = pass.code.constant(idx).unwrap_or(value::NONE);
        match self.name_tuple(names, 0, false) {
            Ok(_) => Ok(()),
            Err(_) => pass.fail(ErrorKind::Constant, pc),
        }
    }

    fn slow(&self, pass: &Pass<'_, '_>, pc: u32, sub: u8, next: u32) -> Checked {
        let Some(slow) = Slow::from_code(sub) else {
            return pass.fail(ErrorKind::Instruction, pc);
        };
        pass.registers(pc, next & 0xff, 1)?;
        let constant = pass.code.constant(next >> 8).unwrap_or(0);
        let fits = match slow.extra() {
            Extra::None | Extra::Count => true,
            Extra::Konst => self.value(constant, set::TUPLE, 0).is_ok(),
            Extra::Name => self.name(constant, 0).is_ok(),
        };
        let in_place = match slow {
            Slow::FarDel | Slow::FarParams => pass.has_far,
            Slow::ClassLookup | Slow::DelName => pass.code.flags() & code::CLASS_BODY != 0,
            _ => true,
        };
        if fits && in_place { Ok(()) } else { pass.fail(ErrorKind::Constant, pc) }
    }
}

/// Can `Ext` widen one of its operands?
fn takes_narrow_constant(op: Op) -> bool {
    op.row().operands.iter().any(|operand| matches!(operand, Operand::KonA | Operand::KonC))
}

impl Pass<'_, '_> {
    fn fail(&self, kind: ErrorKind, pc: u32) -> Checked {
        Err(error(kind, self.first.wrapping_add(pc)))
    }

    fn registers(&self, pc: u32, first: u32, len: u32) -> Checked {
        if first.saturating_add(len) <= self.n_regs.min(MAX_REGISTERS) {
            return Ok(());
        }
        self.fail(ErrorKind::Register, pc)
    }

    /// May a jump lead here? The low byte of every word is an op, so two words tell.
    fn is_target(&self, pc: u32) -> bool {
        let op_at = |pc: u32| self.code.word(pc).and_then(Word::op);
        let is_instruction = op_at(pc).is_some_and(|op| op != Op::Raw);
        let before = pc.checked_sub(1).and_then(op_at);
        is_instruction && !before.is_some_and(|op| op == Op::Ext || op.flags() & (TEST | WORD) != 0)
    }
}
