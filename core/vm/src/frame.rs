//! Frames: where their words lie, what a return word says.
//!
//! ```text
//!  near frame (window):           | func | ret | R0 R1 ...        the caller lies `delta` words below
//!  far frame (window):     | link | func | ret | R0 R1 ...        the caller is wherever link says
//!  heap frame:     | hdr   | link | func | ret | R0 R1 ...        the same behind an object header
//!
//!  ret   31  30 .. 13  12 .. 5                      4 .. 1   0
//!        far pc        delta (near) / registers (heap) action 1
//!  link  a reference: the caller is that heap frame (counted)
//!        a small int: the caller's R0 lies so many words behind the window's start, + 1
//!        0: there is no caller; the machine stops
//! ```
//!
//! `pc` is the caller's: where it goes on, and just behind the instruction that made the call. A
//! suspended generator keeps its own pc there.
//!
//! Not here: entering and leaving (call.rs, unwind.rs).

/// Words between the link of a far frame and its register 0.
pub const FAR_WORDS: u32 = 3;
/// Words between a caller's registers and the register 0 of a near frame.
pub const NEAR_WORDS: u32 = 2;
/// Bytes between a heap frame's header and its register 0.
pub const HEAP_BYTES: u32 = 16;
/// Set in the return word of a frame whose caller is not directly below it.
pub const FAR: u32 = 1 << 31;

/// What happens with a frame's result.
#[allow(missing_docs, reason = "one line each below")]
pub mod action {
    /// The result goes where the function was: a plain call.
    pub const CALL: u32 = 0;
    /// What the caller's instruction says.
    pub const BY_OP: u32 = 1;
    /// NotImplemented: try the plain operator.
    pub const IN_PLACE: u32 = 2;
    /// NotImplemented: try the right operand's reflected method.
    pub const FORWARD: u32 = 3;
    /// NotImplemented: TypeError, or the default of a comparison.
    pub const REFLECTED: u32 = 4;
    /// The right operand's reflected method went first; NotImplemented: try the left's.
    pub const REFLECTED_FIRST: u32 = 5;
    /// `__init__`: None is expected; the instance lies in front of the function.
    pub const INIT: u32 = 6;
    /// `__bool__` of the operand of a test.
    pub const BOOL: u32 = 7;
    /// `__len__` of the operand of a test.
    pub const LEN: u32 = 8;
    /// A finalizer: the result is dropped and the instruction runs (again).
    pub const AGAIN: u32 = 9;
    /// `__getattribute__`, a property: AttributeError may still become `__getattr__`.
    pub const GETATTR: u32 = 10;
    /// The result is dropped; the caller goes on.
    pub const DROP: u32 = 11;
    /// `__getattr__`: the attribute is there, or the error is final.
    pub const FOUND: u32 = 12;
    /// `__len__` for `len`: a length is expected.
    pub const LENGTH: u32 = 13;
    /// `__str__`, or `__repr__` in its place, for `str`: a str is expected.
    pub const STR: u32 = 14;
    /// `__repr__` for `repr`: a str is expected.
    pub const REPR: u32 = 15;
}

/// Packs a return word.
#[inline(always)]
pub const fn pack(pc: u32, delta: u32, action: u32) -> u32 {
    pc << 13 | delta << 5 | action << 1 | 1
}

/// The caller's pc.
#[inline(always)]
pub const fn pc(word: u32) -> u32 {
    word >> 13 & 0x3_ffff
}

/// Distance to the caller, or registers of a heap frame.
#[inline(always)]
pub const fn delta(word: u32) -> u32 {
    word >> 5 & 0xff
}

/// What happens with the result.
#[inline(always)]
pub const fn action_of(word: u32) -> u32 {
    word >> 1 & 15
}

/// Is this the return word of an `__init__` whose caller is directly below?
#[inline(always)]
pub const fn is_near_init(word: u32) -> bool {
    word & (FAR | 15 << 1) == action::INIT << 1
}

/// Is this the return word of a plain near call?
#[inline(always)]
pub const fn is_near_call(word: u32) -> bool {
    word & (FAR | 15 << 1) == 0
}
