//! The machine's state and its slow path's entry.
//!
//! While the dispatch loop runs, position and register base are in machine registers; whenever it leaves
//! for the slow path they are in the fields here, as offsets.
//!
//! Not here: the loop (dispatch.rs).

use crate::frame::{self, FAR_WORDS, HEAP_BYTES};
use crate::resume::Window;
use crate::table::{self, Group};
use crate::window::{Hot, Mem};
use crate::{dispatch, ops};
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::cx::{Cx, Exit, NativeResult};
use threadsnake_platform::event;

/// Words beyond the limit that a call may use before its frame is entered.
pub const SLACK_WORDS: u32 = 16;

/// Why the machine stopped.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stop {
    /// The outermost function returned this value (owned by the receiver).
    Returned(Value),
    /// An exception left the outermost function; it is in `Cx::raised`.
    Raised,
    /// The instruction budget is used up; running again goes on.
    Budget,
}

/// What the machine asks of the runtime around it.
pub trait Hooks {
    /// Compiles source text; the result is a code object.
    fn compile(&mut self, cx: &mut Cx, source: Value, filename: Value, mode: Value)
    -> NativeResult;
    /// Finds the code of a module file; `(code, path, is a package)` as a tuple, or None.
    fn load_module(&mut self, cx: &mut Cx, name: Value, path: Value) -> NativeResult;
}

/// How a machine is set up.
#[derive(Clone, Copy, Debug)]
pub struct VmOptions {
    /// First byte of the register window.
    pub window_start: u32,
    /// First byte behind it.
    pub window_end: u32,
    /// Instructions that may run in all; 0 for no bound.
    pub budget: u64,
}

/// Figures of a machine.
#[derive(Clone, Copy, Default, Debug)]
pub struct Counters {
    /// Instructions executed before the current interval.
    pub executed: u64,
    /// Most bytes of the window in use.
    pub window_peak: u32,
    /// Frames moved to the heap.
    pub spilled_frames: u64,
    /// Bytes moved with them.
    pub spilled_bytes: u64,
    /// Heap frames made.
    pub heap_frames: u64,
    /// Merges and collections that were heard of.
    pub pressure: (u32, u32),
}

/// A machine.
pub struct Vm<'p> {
    /// Everything objects need.
    pub cx: Cx<'p>,
    /// The runtime around the machine.
    pub hooks: Option<&'p mut dyn Hooks>,
    /// Figures.
    pub counters: Counters,
    pub(crate) fp: u32,
    pub(crate) pc: u32,
    pub(crate) code: u32,
    /// First free byte of the window while a heap frame runs.
    pub(crate) top: u32,
    pub(crate) window_start: u32,
    /// First byte of the window behind the profile's threshold.
    spill_at: u32,
    /// What the hot path may use of the window.
    pub(crate) window: Window,
    pub(crate) window_end: u32,
    pub(crate) ticks: i32,
    interval: i32,
    budget: u64,
    /// The machine stopped for the budget in the middle of a native, whose exception is in `Cx::raised`.
    is_raising: bool,
    pub(crate) depth: u32,
    /// A finalizer runs; the next one waits until it is done, so that they run one after the other.
    pub(crate) is_finalizing: bool,
    pub(crate) outcome: Option<Stop>,
}

impl<'p> Vm<'p> {
    /// A machine without anything to run.
    pub fn new(mut cx: Cx<'p>, options: VmOptions) -> Vm<'p> {
        let words = (options.window_end - options.window_start) / 4;
        let room = (words * 4).saturating_sub(SLACK_WORDS * 4);
        cx.heap.frames.most = memconfig::frames::FREELIST_MAX;
        cx.heap.auto_collect = memconfig::gc::AUTO;
        cx.heap.space.clear_words(options.window_start, words);
        Vm {
            cx,
            hooks: None,
            counters: Counters::default(),
            fp: options.window_start + FAR_WORDS * 4,
            pc: 0,
            code: 0,
            top: options.window_start,
            window_start: options.window_start,
            spill_at: options.window_start + room.min(memconfig::frames::SPILL_BYTES),
            window: Window { start: options.window_start, limit: options.window_start },
            window_end: options.window_end,
            ticks: 0,
            interval: 0,
            budget: options.budget,
            is_raising: false,
            depth: 0,
            is_finalizing: false,
            outcome: None,
        }
    }

    /// Calls a function with arguments (borrowed) and runs until it returns. The machine must be idle.
    pub fn call(&mut self, callee: Value, args: &[Value]) -> Stop {
        let before = (self.fp, self.pc, self.code, self.top);
        self.code = 0;
        self.pc = 0;
        match self.enter_outermost(callee, args) {
            Ok(()) => {}
            Err(Exit::Raise) => {
                self.make_raised();
                (self.fp, self.pc, self.code, self.top) = before;
                return Stop::Raised;
            }
            Err(Exit::TailCall) => return Stop::Raised,
        }
        let stop = self.run();
        if stop != Stop::Budget {
            (self.fp, self.pc, self.code, self.top) = before;
        }
        stop
    }

    /// Goes on after `Stop::Budget`.
    pub fn run(&mut self) -> Stop {
        if self.ticks <= 0 && !self.start_interval() {
            return Stop::Budget;
        }
        if core::mem::take(&mut self.is_raising)
            && let Some(stop) = self.handle(Exit::Raise)
        {
            return stop;
        }
        dispatch::run(self)
    }

    /// Adds to the instruction budget.
    pub fn add_budget(&mut self, instructions: u64) {
        self.budget = self.budget.saturating_add(instructions);
    }

    /// Instructions executed so far.
    pub fn executed(&self) -> u64 {
        self.counters.executed + (self.interval - self.ticks).max(0) as u64
    }

    /// Starts counting anew; false when the budget is used up.
    fn start_interval(&mut self) -> bool {
        let owed = self.cx.meter.settle();
        self.cx.heap.answered();
        let ticks = (self.interval - self.ticks).max(0) as u64;
        self.counters.executed = self.counters.executed.saturating_add(ticks).saturating_add(owed);
        let mut next = memconfig::vm::CHECK_INTERVAL as u64;
        let mut most = u64::MAX;
        if self.budget != 0 {
            let left = self.budget.saturating_sub(self.counters.executed);
            next = next.min(left);
            most = left.saturating_add(memconfig::vm::OVERDRAFT_STEPS as u64);
        }
        self.cx.meter.allow(most);
        self.interval = next as i32;
        self.ticks = self.interval;
        next > 0
    }

    pub(crate) fn save(&mut self, hot: &Hot, mem: Mem) {
        self.fp = mem.offset(hot.fp);
        self.pc = mem.offset(hot.pc) + 4;
        self.code = mem.offset(hot.code);
        self.ticks = hot.ticks;
    }

    /// What the dispatch loop keeps in machine registers. Its limit is the window's high-water mark as long
    /// as that is below the threshold: the first frame beyond it takes the slow path, which counts it.
    pub(crate) fn restore(&mut self, mem: Mem) -> Hot {
        let reached = self.window_start + self.counters.window_peak;
        self.window.limit = reached.min(self.window_limit());
        let limit = if self.is_in_window() {
            mem.address(self.window.limit)
        } else {
            core::ptr::null_mut()
        };
        Hot {
            pc: mem.address(self.pc),
            fp: mem.address(self.fp),
            code: mem.address(self.code),
            limit,
            ticks: self.ticks,
        }
    }

    /// Has a script set a limit of nested calls that frames in the window alone could reach? A larger one
    /// is looked at when frames move to the heap.
    pub(crate) fn counts_calls(&self) -> bool {
        const FRAME_MIN_BYTES: u32 = 12;
        let limit = self.cx.recursion_limit;
        limit != 0 && limit.saturating_mul(FRAME_MIN_BYTES) <= self.window_end - self.window_start
    }

    /// First byte that a near frame's registers may not reach.
    pub(crate) fn window_limit(&self) -> u32 {
        if self.counts_calls() {
            // None of them is made without the slow path.
            return self.window_start;
        }
        self.spill_at
    }

    /// Does the running frame lie in the window?
    pub(crate) fn is_in_window(&self) -> bool {
        self.fp >= self.window_start && self.fp < self.window_end
    }

    /// The heap frame that is running.
    pub(crate) fn heap_frame(&self) -> Ref {
        Ref(self.fp - HEAP_BYTES)
    }

    /// Has nobody asked for a look around, and does no finalizer wait?
    #[inline(always)]
    pub(crate) fn is_quiet(&self) -> bool {
        self.ticks >= 0 && !self.cx.heap.has_errands()
    }

    /// Does what needs no more than a look at the operands. False: nothing is done.
    #[inline]
    fn step_short(&mut self, insn: u32) -> bool {
        match table::group(insn) {
            Group::Comparison => self.compare_leaves(insn),
            Group::Other => false,
        }
    }

    /// Does one instruction the slow way. The machine's state is in memory; `pc` is behind the instruction.
    #[cold]
    #[inline(never)]
    pub(crate) fn step(&mut self, insn: u32) -> Option<Stop> {
        if self.is_quiet() && self.step_short(insn) {
            return None;
        }
        if (self.ticks < 0 || self.cx.meter.is_due())
            && let Some(stop) = self.look_around()
        {
            return stop.err().or_else(|| self.handle(Exit::Raise));
        }
        if self.cx.heap.has_finalizers() && !self.is_finalizing && is_safe_point(insn) {
            self.start_finalizer();
            return None;
        }
        match ops::execute(self, insn) {
            Ok(()) => {
                // `x = None` at module level: what dies of it is heard of before the next statement.
                if self.cx.heap.has_finalizers() && !self.is_finalizing && lets_go(insn) {
                    self.finalize_here();
                }
                self.outcome.take()
            }
            Err(exit) => self.handle(exit),
        }
    }

    /// The budget's interval is over: has anybody asked for something? `Ok` is an exception to raise.
    fn look_around(&mut self) -> Option<Result<(), Stop>> {
        self.note_pressure();
        if !self.start_interval() {
            // The instruction has not run; it will when the machine goes on.
            self.pc -= 4;
            self.ticks += 1;
            return Some(Err(Stop::Budget));
        }
        self.cx.heap.visit_clusters();
        self.cx.cache.tend(&mut self.cx.heap, BESIDE_MOST);
        if self.cx.platform.take_interrupt() {
            let class = threadsnake_objects::types::KEYBOARD_INTERRUPT;
            threadsnake_objects::raise::raise_bare(&mut self.cx, class);
            return Some(Ok(()));
        }
        None
    }

    /// Says so when memory had to be looked for since the last time.
    fn note_pressure(&mut self) {
        let heap = &self.cx.heap;
        let now = (heap.alloc.merges, heap.cycle.collections);
        if now != self.counters.pressure {
            event!(
                "pressure: {=u32} merges, {=u32} collections, {=u32} bytes live of {=u32}",
                now.0,
                now.1,
                heap.alloc.live,
                heap.alloc.cap
            );
            self.counters.pressure = now;
        }
    }

    /// Goes on after an operation left without a value.
    pub(crate) fn handle(&mut self, exit: Exit) -> Option<Stop> {
        if self.cx.meter.take_exhausted() && !self.start_interval() {
            self.is_raising = true;
            return Some(Stop::Budget);
        }
        let mut exit = exit;
        loop {
            match exit {
                Exit::TailCall => match self.enter_tail() {
                    Ok(()) => return self.outcome.take(),
                    Err(next) => exit = next,
                },
                Exit::Raise => match self.unwind() {
                    Ok(stop) => return stop,
                    Err(next) => exit = next,
                },
            }
        }
    }

    // Registers and words of the running frame, by offset.

    pub(crate) fn reg(&self, index: u32) -> Value {
        Value(self.cx.heap.space.load(self.fp + index * 4))
    }

    /// Writes a register, whatever it held.
    pub(crate) fn put(&mut self, index: u32, value: Value) {
        self.cx.heap.space.store(self.fp + index * 4, value.0);
    }

    /// Stores an owned value in a register and drops what it held.
    pub(crate) fn set(&mut self, index: u32, value: Value) {
        let old = self.reg(index);
        self.put(index, value);
        self.cx.heap.dec(old);
    }

    /// Moves a register out.
    pub(crate) fn take(&mut self, index: u32) -> Value {
        let value = self.reg(index);
        self.put(index, Value::UNBOUND);
        value
    }

    /// Reads an operand as an owned value: a temporary is moved out.
    pub(crate) fn operand(&mut self, field: u32) -> Value {
        let index = field & 0x7f;
        if field & 0x80 != 0 {
            self.take(index)
        } else {
            let value = self.reg(index);
            self.cx.heap.share(value)
        }
    }

    /// Reads an operand, borrowed.
    pub(crate) fn peek(&self, field: u32) -> Value {
        self.reg(field & 0x7f)
    }

    pub(crate) fn konst(&self, index: u32) -> Value {
        Value(self.cx.heap.space.load(self.code - 4 * (index + 1)))
    }

    /// The word behind the instruction. Completing the instruction moves over it.
    pub(crate) fn word(&self) -> u32 {
        self.cx.heap.space.load(self.pc)
    }

    /// The value of the operand word behind the instruction: its low byte is `Raw`.
    pub(crate) fn operand_word(&self) -> u32 {
        self.word() >> 8
    }

    /// The instruction that was fetched last.
    pub(crate) fn last_insn(&self) -> u32 {
        self.cx.heap.space.load(self.pc - 4)
    }

    /// Number of the next instruction word in the running code.
    pub(crate) fn pc_index(&self) -> u32 {
        if self.code == 0 { 0 } else { (self.pc - self.code) / 4 - crate::window::CODE_WORDS }
    }

    /// Sets position in a code object.
    pub(crate) fn set_position(&mut self, code: Ref, pc_index: u32) {
        self.code = code.0;
        self.pc = code.0 + (crate::window::CODE_WORDS + pc_index) * 4;
    }

    /// The function of the frame whose register 0 is at `fp`.
    pub(crate) fn function_at(&self, fp: u32) -> Ref {
        Ref(self.cx.heap.space.load(fp - 8))
    }

    /// The return word of the frame whose register 0 is at `fp`.
    pub(crate) fn return_word_at(&self, fp: u32) -> u32 {
        self.cx.heap.space.load(fp - 4)
    }

    /// The code that a function runs.
    pub(crate) fn code_of(&self, function: Ref) -> Ref {
        threadsnake_objects::function::code_of(&self.cx, function)
    }

    /// How many registers a code object's frames have.
    pub(crate) fn registers_of(&self, code: Ref) -> u32 {
        self.cx.heap.space.load(code.0 + 4) & 0xff
    }

    /// First byte of the window that no frame uses.
    pub(crate) fn window_top(&self) -> u32 {
        if self.is_in_window() && self.code != 0 {
            self.fp + self.registers_of(Ref(self.code)) * 4
        } else {
            self.top
        }
    }

    /// How the running frame is named in the link of a far frame. A running heap frame is held by one
    /// reference of its own, which passes to the link and comes back in `follow`.
    pub(crate) fn link_here(&self) -> u32 {
        if self.code == 0 {
            return 0;
        }
        if self.is_in_window() {
            return Value::small(((self.fp - self.window_start) / 4 + 1) as i32).0;
        }
        self.heap_frame().0
    }

    /// Makes the frame that a link names the running one, at the place where it goes on.
    pub(crate) fn follow(&mut self, link: u32, return_word: u32) {
        let link = Value(link);
        if link.is_small() {
            self.fp = self.window_start + (link.as_small() as u32 - 1) * 4;
        } else {
            self.fp = link.0 + HEAP_BYTES;
        }
        let code = self.code_of(self.function_at(self.fp));
        self.set_position(code, frame::pc(return_word));
    }

    /// Is this value a heap object of that kind?
    pub(crate) fn is_kind(&self, value: Value, wanted: u8) -> bool {
        self.cx.as_kind(value, wanted).is_some()
    }

    /// Is the running frame a generator's?
    pub(crate) fn runs_generator(&self) -> bool {
        !self.is_in_window() && self.cx.heap.kind(self.heap_frame()) == kind::GENERATOR
    }
}

/// Does the instruction drop a reference that a script named, so that a finalizer may run behind it?
fn lets_go(insn: u32) -> bool {
    use threadsnake_image::op::Op;
    matches!(
        dispatch::op_of(insn),
        Op::StoreGlobal | Op::DelGlobal | Op::DelLocal | Op::DelAttr | Op::DelItem | Op::SetAttr
    )
}

/// Lookups in an interval that may be found in their second place before the table of lookups grows.
const BESIDE_MOST: u32 = memconfig::vm::CHECK_INTERVAL / 16;

/// May a finalizer run in front of this instruction?
fn is_safe_point(insn: u32) -> bool {
    use threadsnake_image::op::Op;
    matches!(
        dispatch::op_of(insn),
        Op::Call
            | Op::CallAttr
            | Op::CallMethod
            | Op::CallKw
            | Op::CallMethodKw
            | Op::CallEx
            | Op::CallSuper
            | Op::Loop
            | Op::Return
            | Op::ReturnNone
    )
}
