//! One code object while it is made: instructions, labels, constants, handlers, registers in use.
//!
//! U1  Nothing is emitted where execution cannot come.
//! U2  A label collects the registers that are certainly bound on every way to it.
//! U3  Registers from `top` on are empty; temporaries come and go as a stack.
//!
//! Not here: what is emitted (gen.rs and its folder).

use bumpalo::Bump;
use threadsnake_image::Op;
use threadsnake_image::decode::Word;
use threadsnake_image::encode;
use threadsnake_image::layout::{MAX_CODE_WORDS, MAX_CONSTANTS, MAX_REGISTERS};

use crate::ast::Span;
use crate::error::{ErrorKind, Fault, fault};
use crate::lines::LineTable;
use crate::list::{List, OutOfMemory};
use crate::scope::ScopeId;
use crate::table::{Table, spread};

/// Number of a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label(u32);

/// Not placed yet.
const NOWHERE: u32 = u32::MAX;
/// Labels at one place that can be moved together.
const MAX_AT_FENCE: usize = 4;
/// A jump to a jump is followed this far.
const THREADING: u32 = 8;

#[derive(Clone, Copy)]
struct LabelState {
    pc: u32,
    /// U2
    bound: u128,
    is_used: bool,
    /// The label where the jump goes that it was placed at, when that jump was taken back.
    alias: Option<Label>,
}

/// An exception table entry.
#[derive(Clone, Copy, Debug)]
pub struct Handler {
    /// First word.
    pub start: u32,
    /// Behind the last word.
    pub end: u32,
    /// Where it continues.
    pub label: Label,
    /// Register of the exception.
    pub register: u8,
}

/// A code object being made.
pub struct Unit<'a> {
    /// Where everything is.
    pub bump: &'a Bump,
    /// Its scope.
    pub scope: ScopeId,
    /// Qualified name.
    pub qualname: &'a str,
    /// Instructions.
    pub code: List<'a, u32>,
    /// Constants.
    pub constants: List<'a, u32>,
    by_word: Table<'a, (u32, u32)>,
    labels: List<'a, LabelState>,
    /// Jump words and where they go.
    jumps: List<'a, (u32, Label)>,
    /// Exception table, inner entries first.
    pub handlers: List<'a, Handler>,
    /// Line table.
    pub lines: LineTable<'a>,
    /// Position of what is emitted next.
    pub span: Span,
    /// First empty register.
    pub top: u8,
    /// Registers used in all.
    pub n_regs: u8,
    /// Highest `top` since somebody set this.
    pub peak: u8,
    /// Registers that are certainly bound here.
    pub bound: u128,
    /// Registers of variables that are deleted somewhere.
    pub deleted: u128,
    /// Can execution come here?
    pub reachable: bool,
    /// Register of the list of further locals.
    pub far: Option<u8>,
    /// Was a function put into a cell of this frame? It may be one that refers to itself.
    pub has_ring: bool,
    /// pc of the last label: code before it cannot be taken back.
    fence: u32,
    /// Labels placed there since code was last added.
    at_fence: heapless::Vec<Label, MAX_AT_FENCE>,
    /// More labels than that, or the head of a loop.
    is_fixed: bool,
}

type Outcome<'a, T = ()> = Result<T, Fault<'a>>;

impl<'a> Unit<'a> {
    /// An empty one.
    pub fn new(bump: &'a Bump, scope: ScopeId, qualname: &'a str, lines: LineTable<'a>) -> Self {
        Unit {
            bump,
            scope,
            qualname,
            code: List::new(),
            constants: List::new(),
            by_word: Table::new(bump),
            labels: List::new(),
            jumps: List::new(),
            handlers: List::new(),
            lines,
            span: Span::default(),
            top: 0,
            n_regs: 0,
            peak: 0,
            bound: 0,
            deleted: 0,
            reachable: true,
            far: None,
            has_ring: false,
            fence: 0,
            at_fence: heapless::Vec::new(),
            is_fixed: false,
        }
    }

    /// Empties it for another code object, whose lists and tables use the same memory.
    pub fn reset(&mut self, scope: ScopeId, qualname: &'a str, first_line: u32) {
        self.scope = scope;
        self.qualname = qualname;
        self.code.truncate(0);
        self.constants.truncate(0);
        self.by_word.clear();
        self.labels.truncate(0);
        self.jumps.truncate(0);
        self.handlers.truncate(0);
        self.lines.reset(first_line);
        self.at_fence.clear();
        (self.top, self.n_regs, self.peak, self.fence) = (0, 0, 0, 0);
        (self.bound, self.deleted) = (0, 0);
        (self.reachable, self.is_fixed, self.far, self.has_ring) = (true, false, None, false);
    }

    fn too_large(&self, text: &'static str) -> Fault<'a> {
        fault(self.bump, ErrorKind::Text(text), self.span)
    }

    /// Where the next instruction goes.
    #[must_use]
    pub fn pc(&self) -> u32 {
        self.code.len() as u32
    }

    /// Adds a word.
    pub fn emit(&mut self, word: u32) -> Outcome<'a> {
        if !self.reachable {
            return Ok(());
        }
        let pc = self.pc();
        if pc >= MAX_CODE_WORDS - 1 {
            return Err(self.too_large("function is too large"));
        }
        self.lines.note(pc, self.span)?;
        self.code.push(self.bump, word)?;
        Ok(())
    }

    /// Takes a register from the stack of temporaries.
    pub fn push(&mut self) -> Outcome<'a, u8> {
        let register = self.top;
        if u32::from(register) + 1 > MAX_REGISTERS {
            return Err(
                self.too_large("expression is too complex: it needs more than 128 registers")
            );
        }
        self.top += 1;
        self.n_regs = self.n_regs.max(self.top);
        self.peak = self.peak.max(self.top);
        Ok(register)
    }

    /// Takes several registers; gives the first.
    pub fn push_many(&mut self, count: u8) -> Outcome<'a, u8> {
        let first = self.top;
        for _ in 0..count {
            self.push()?;
        }
        Ok(first)
    }

    /// The index of a constant word.
    pub fn constant(&mut self, word: u32) -> Outcome<'a, u32> {
        let hash = spread(u64::from(word));
        if let Some(&(_, idx)) = self.by_word.find(hash, |item| item.0 == word) {
            return Ok(idx);
        }
        let idx = self.constants.len() as u32;
        if idx >= MAX_CONSTANTS {
            return Err(self.too_large("too many constants in a function"));
        }
        self.constants.push(self.bump, word)?;
        self.by_word.insert(hash, (word, idx), |item| spread(u64::from(item.0)))?;
        Ok(idx)
    }

    /// A label that is not placed yet.
    pub fn label(&mut self) -> Outcome<'a, Label> {
        let label = Label(self.labels.len() as u32);
        let state = LabelState { pc: NOWHERE, bound: u128::MAX, is_used: false, alias: None };
        self.labels.push(self.bump, state)?;
        Ok(label)
    }

    fn state(&mut self, label: Label) -> Option<&mut LabelState> {
        self.labels.as_mut_slice().get_mut(label.0 as usize)
    }

    /// Puts a label here.
    pub fn place(&mut self, label: Label) {
        self.drop_jump_to(label);
        self.invert_skip(label);
        let (pc, bound, reachable) = (self.pc(), self.bound, self.reachable);
        let Some(state) = self.state(label) else { return };
        state.pc = pc;
        let is_used = state.is_used;
        let merged = if reachable { bound & state.bound } else { state.bound };
        if is_used {
            self.bound = merged;
            self.reachable = true;
            self.move_fence(pc);
            self.is_fixed |= self.at_fence.push(label).is_err();
        }
    }

    fn move_fence(&mut self, pc: u32) {
        if self.fence != pc {
            self.fence = pc;
            self.at_fence.clear();
            self.is_fixed = false;
        }
    }

    /// Puts a label at the head of a loop, whose jumps come later.
    pub fn place_head(&mut self, label: Label) {
        self.reachable = true;
        self.bound &= !self.deleted;
        let pc = self.pc();
        if let Some(state) = self.state(label) {
            state.pc = pc;
            state.is_used = true;
        }
        self.move_fence(pc);
        self.is_fixed = true;
    }

    /// Takes back a jump to what follows it.
    fn drop_jump_to(&mut self, label: Label) {
        let pc = self.pc();
        let is_last = self.jumps.last() == Some((pc.wrapping_sub(1), label));
        let is_plain = |idx: u32| {
            let before = self.code.get(idx as usize).map(Word).and_then(Word::op);
            !before.is_some_and(Op::is_test)
        };
        if is_last && self.fence < pc && pc >= 1 && (pc == 1 || is_plain(pc - 2)) {
            self.jumps.pop();
            self.code.pop();
            self.reachable = true;
        }
    }

    /// A test that jumps over one jump becomes the opposite test that takes it.
    fn invert_skip(&mut self, label: Label) {
        let (pc, count) = (self.pc(), self.jumps.len());
        let (Some((over, target)), Some((at, skip))) =
            (self.jumps.get(count.wrapping_sub(1)), self.jumps.get(count.wrapping_sub(2)))
        else {
            return;
        };
        let fits = !self.reachable && skip == label && over + 1 == pc && at + 1 == over;
        let is_free = self.fence < over || self.fence == over && !self.is_fixed;
        if !fits || !is_free || at == 0 {
            return;
        }
        let test = self.code.get(at as usize - 1).map(Word);
        let (Some(test), Some(jump)) = (test, self.code.get(over as usize)) else { return };
        if !test.op().is_some_and(has_sense) {
            return;
        }
        self.code.set(at as usize - 1, test.0 ^ 1 << 8);
        self.code.set(at as usize, jump);
        self.code.pop();
        self.jumps.truncate(count - 2);
        // There is room: one was taken away more than is added.
        if self.jumps.push(self.bump, (at, target)).is_ok() {
            self.reachable = true;
        }
        // Whoever came to the jump goes where it went.
        if self.fence == over {
            while let Some(label) = self.at_fence.pop() {
                if let Some(state) = self.state(label) {
                    state.alias = Some(target);
                }
            }
        }
    }

    fn note_jump(&mut self, label: Label) -> Outcome<'a, Op> {
        let (pc, bound) = (self.pc(), self.bound);
        let Some(state) = self.state(label) else { return Ok(Op::Jump) };
        state.bound &= bound;
        state.is_used = true;
        let op = if state.pc == NOWHERE { Op::Jump } else { Op::Loop };
        self.jumps.push(self.bump, (pc, label))?;
        Ok(op)
    }

    /// Jumps.
    pub fn jump(&mut self, label: Label) -> Outcome<'a> {
        if self.reachable {
            let op = self.note_jump(label)?;
            self.emit(encode::jump(op, 0))?;
            self.reachable = false;
        }
        Ok(())
    }

    /// A test instruction with its jump.
    pub fn test(&mut self, word: u32, label: Label) -> Outcome<'a> {
        if self.reachable {
            self.emit(word)?;
            let op = self.note_jump(label)?;
            self.emit(encode::jump(op, 0))?;
        }
        Ok(())
    }

    /// A test instruction with a jump back, which is counted as a back edge wherever it goes.
    pub fn test_loop(&mut self, word: u32, label: Label) -> Outcome<'a> {
        if self.reachable {
            self.emit(word)?;
            self.note_jump(label)?;
            self.emit(encode::jump(Op::Loop, 0))?;
        }
        Ok(())
    }

    /// Says that an exception may bring execution to a label with these registers bound.
    pub fn note_handler(&mut self, label: Label, bound: u128) {
        let deleted = self.deleted;
        if let Some(state) = self.state(label) {
            state.bound &= bound & !deleted;
            state.is_used = true;
        }
    }

    /// Adds an exception table entry, unless it is empty.
    pub fn handler(&mut self, handler: Handler) -> Result<(), OutOfMemory> {
        if handler.start < handler.end { self.handlers.push(self.bump, handler) } else { Ok(()) }
    }

    /// Where a label is.
    #[must_use]
    pub fn target(&self, label: Label) -> u32 {
        let mut label = label;
        for _ in 0..=self.labels.len() {
            match self.labels.get(label.0 as usize) {
                Some(LabelState { alias: Some(next), .. }) => label = next,
                Some(state) => return state.pc,
                None => break,
            }
        }
        0
    }

    /// Fills in the distances of all jumps.
    pub fn link(&mut self) {
        for idx in 0..self.jumps.len() {
            if let Some((at, label)) = self.jumps.get(idx) {
                let target = self.target(label);
                let word = self.code.get(at as usize).map(Word);
                let is_loop = target <= at || word.and_then(Word::op) == Some(Op::Loop);
                self.set_jump(at, if is_loop { Op::Loop } else { Op::Jump }, target);
            }
        }
        for idx in 0..self.jumps.len() {
            if let Some((at, _)) = self.jumps.get(idx) {
                self.thread(at);
            }
        }
    }

    fn set_jump(&mut self, at: u32, op: Op, target: u32) {
        let distance = target.wrapping_sub(at).wrapping_sub(1) as i32;
        self.code.set(at as usize, encode::jump(op, distance));
    }

    /// A jump to a jump goes where that one goes.
    fn thread(&mut self, at: u32) {
        for _ in 0..THREADING {
            let Some(word) = self.code.get(at as usize).map(Word) else { return };
            let target = at.wrapping_add(1).wrapping_add_signed(word.distance());
            let Some(next) = self.code.get(target as usize).map(Word) else { return };
            let op = match (word.op(), next.op()) {
                (Some(Op::Jump), Some(op @ (Op::Jump | Op::Loop))) => op,
                (Some(Op::Loop), Some(Op::Jump | Op::Loop)) => Op::Loop,
                _ => return,
            };
            let beyond = target.wrapping_add(1).wrapping_add_signed(next.distance());
            if beyond == target {
                return;
            }
            self.set_jump(at, op, beyond);
        }
    }
}

/// Does field A say which outcome jumps, both being treated alike?
fn has_sense(op: Op) -> bool {
    op.is_test() && !matches!(op, Op::JTrueKeep | Op::ForIter)
}
