//! Unchecked access to registers, instructions and object words, for the dispatch loop only.
//!
//! ```text
//!  window  | caller: R0 R1 .. Ra | func | return word | R0 R1 ... running frame | free |
//!          ^ window start          fp-2   fp-1          ^ fp                           ^ limit
//! ```
//!
//! W1  The running frame's registers lie wholly in the window or in a heap frame: the verifier bounds the
//!     register numbers (V5), entering a frame checks the room.
//! W2  A word of the window belongs to one frame; an argument belongs to the callee as its register.
//! W3  A window word that belongs to no frame holds no reference.
//!
//! Not here: choosing what to spill (spill.rs), everything that is not hot (it uses checked views).
#![allow(unsafe_code)]

use threadsnake_heap::{Heap, Value};
use threadsnake_image::op::Op;

/// The base address that references are offsets from, kept in a machine register.
#[derive(Clone, Copy)]
pub struct Mem(*mut u8);

impl Mem {
    /// The base of a heap; it never moves.
    #[inline(always)]
    pub fn of(heap: &Heap) -> Mem {
        Mem(heap.space.address(0))
    }

    /// Address of a byte offset.
    #[inline(always)]
    pub fn address(self, offset: u32) -> *mut u32 {
        self.0.wrapping_add(offset as usize).cast()
    }

    /// Byte offset of an address.
    #[inline(always)]
    pub fn offset(self, address: *const u32) -> u32 {
        (address as usize).wrapping_sub(self.0 as usize) as u32
    }

    /// Reads the word at a byte offset.
    #[inline(always)]
    pub fn load(self, offset: u32) -> u32 {
        // SAFETY: H4, H5: offsets come from live references and their kinds' layouts.
        unsafe { self.address(offset).read() }
    }

    /// Reads a word of an object. The index becomes part of the load's address, where a sum of offsets, which
    /// may wrap, would be made first.
    #[inline(always)]
    pub fn field(self, object: u32, index: u32) -> u32 {
        // SAFETY: H4, H5.
        unsafe { self.address(object).add(index as usize).read() }
    }

    /// Writes the word at a byte offset.
    #[inline(always)]
    pub fn store(self, offset: u32, word: u32) {
        // SAFETY: H4, H5, and the object is not in ROM: its header is mortal or it is a window word.
        unsafe { self.address(offset).write(word) }
    }

    /// Reads the byte at an offset.
    #[inline(always)]
    pub fn byte(self, offset: u32) -> u8 {
        // SAFETY: H4, H5.
        unsafe { self.address(offset).cast::<u8>().read() }
    }

    /// Values that lie in a row, for a native that borrows them as arguments.
    ///
    /// They are registers of a frame that waits for the native, or items of a tuple that is held meanwhile:
    /// nobody writes them before the native is done.
    #[inline(always)]
    pub fn values<'a>(self, offset: u32, count: u32) -> &'a [Value] {
        // SAFETY: H4, H5, and the rule above; a value is a word.
        unsafe { core::slice::from_raw_parts(self.address(offset).cast::<Value>(), count as usize) }
    }

    /// Reads a double behind an object's header.
    #[inline(always)]
    pub fn double(self, object: u32) -> f64 {
        // SAFETY: H4, H5; doubles are aligned to 4 only.
        unsafe { self.address(object.wrapping_add(4)).cast::<f64>().read_unaligned() }
    }

    /// Writes a double behind an object's header.
    #[inline(always)]
    pub fn set_double(self, object: u32, double: f64) {
        // SAFETY: H4, H5; doubles are aligned to 4 only.
        unsafe { self.address(object.wrapping_add(4)).cast::<f64>().write_unaligned(double) }
    }
}

/// What the dispatch loop keeps in machine registers.
#[derive(Clone, Copy)]
pub struct Hot {
    /// The instruction word that is being executed; the loop moves on when it is done.
    pub pc: *const u32,
    /// Register 0 of the running frame.
    pub fp: *mut u32,
    /// Header of the running code object.
    pub code: *const u32,
    /// End of the window for frames in it; null for a heap frame, so that every call takes the slow path.
    pub limit: *mut u32,
    /// Instructions left until the next look around.
    pub ticks: i32,
}

impl Hot {
    /// The instruction word that is being executed.
    #[inline(always)]
    pub fn insn(&self) -> u32 {
        // SAFETY: V6: execution never leaves the instructions of verified code.
        unsafe { self.pc.read() }
    }

    /// The instruction of a word that is being executed.
    #[inline(always)]
    pub fn op(&self, insn: u32) -> Op {
        // SAFETY: V6: every instruction word of verified code has a code of the table in its low byte.
        unsafe { core::mem::transmute::<u8, Op>(insn as u8) }
    }

    /// The word behind the instruction: the jump of a test.
    #[inline(always)]
    pub fn word_behind(&self) -> u32 {
        // SAFETY: V6: what asks for it has such a word.
        unsafe { self.pc.add(1).read() }
    }

    /// A word of the running code, so many words away: the instruction that a jump leads to.
    #[inline(always)]
    pub fn word_at(&self, by: i32) -> u32 {
        // SAFETY: V6: jumps lead to instructions.
        unsafe { self.pc.offset(by as isize).read() }
    }

    /// Moves behind the instruction.
    #[inline(always)]
    pub fn next(&mut self) {
        self.pc = self.pc.wrapping_add(1);
    }

    /// Goes on with an instruction of the running code when the present one is done.
    #[inline(always)]
    pub fn go_to(&mut self, index: u32) {
        self.pc = self.code.wrapping_add((CODE_WORDS + index) as usize).wrapping_sub(1);
    }

    /// Moves to another instruction, `by` words away.
    #[inline(always)]
    pub fn jump(&mut self, by: i32) {
        self.pc = self.pc.wrapping_offset(by as isize);
    }

    /// Reads a register.
    #[inline(always)]
    pub fn reg(&self, index: u32) -> u32 {
        // SAFETY: V5, W1.
        unsafe { self.fp.add(index as usize).read() }
    }

    /// Writes a register, whatever it held.
    #[inline(always)]
    pub fn put(&mut self, index: u32, word: u32) {
        // SAFETY: V5, W1.
        unsafe { self.fp.add(index as usize).write(word) }
    }

    /// Reads a word in front of register 0: -1 return word, -2 function, -3 link of a far frame.
    #[inline(always)]
    pub fn behind(&self, back: usize) -> u32 {
        // SAFETY: W1: three words in front of every frame are its own or its caller's.
        unsafe { self.fp.sub(back).read() }
    }

    /// Writes a word in front of register 0.
    #[inline(always)]
    pub fn put_behind(&mut self, back: usize, word: u32) {
        // SAFETY: W1.
        unsafe { self.fp.sub(back).write(word) }
    }

    /// Reads a constant.
    #[inline(always)]
    pub fn konst(&self, index: u32) -> u32 {
        // SAFETY: V5: the constants lie in front of the code object.
        unsafe { self.code.sub(1 + index as usize).read() }
    }

    /// Number of the instruction word that follows the one fetched last.
    #[inline(always)]
    pub fn pc_index(&self) -> u32 {
        ((self.pc as usize).wrapping_sub(self.code as usize) >> 2) as u32 + 1 - CODE_WORDS
    }
}

/// Words of a code object in front of its instructions.
pub const CODE_WORDS: u32 = 8;
