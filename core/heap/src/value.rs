//! The 32-bit word that every script value is, on every machine.
//!
//! ```text
//!  iiiiiiii iiiiiiii iiiiiiii iiiiiii1   small int, 31 bits
//!  rrrrrrrr rrrrrrrr rrrrrrrr rrrrrr00   reference: byte offset from the heap's base
//!  nnnnnnnn nnnnnnnn nnnnnnnn nnnnnn10   immediate: None, True, False, ...
//!  00000000 00000000 00000000 00000000   unbound: no value; offset 0 is an immortal dummy object
//! ```
//!
//! Not here: what a reference points at (header.rs, kind.rs).

/// A script value, or "unbound".
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[repr(transparent)]
pub struct Value(pub u32);

/// A reference to a heap or ROM object: a byte offset from the heap's base, a multiple of 4.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
#[repr(transparent)]
pub struct Ref(pub u32);

/// Largest int that fits the word.
pub const SMALL_MAX: i32 = (1 << 30) - 1;
/// Smallest int that fits the word.
pub const SMALL_MIN: i32 = -(1 << 30);

impl Value {
    /// No value: an unset register, slot or cell.
    pub const UNBOUND: Value = Value(0);
    /// Python's `None`.
    pub const NONE: Value = Value(2);
    /// Python's `False`.
    pub const FALSE: Value = Value(6);
    /// Python's `True`.
    pub const TRUE: Value = Value(10);
    /// Python's `NotImplemented`.
    pub const NOT_IMPLEMENTED: Value = Value(14);
    /// Python's `Ellipsis`.
    pub const ELLIPSIS: Value = Value(18);

    /// The value of a small int; the caller knows that it fits 31 bits.
    #[inline(always)]
    pub const fn small(int: i32) -> Value {
        Value(((int as u32) << 1) | 1)
    }

    /// The value of an int when it fits the word.
    #[inline(always)]
    pub const fn small_from_i64(int: i64) -> Option<Value> {
        if int >= SMALL_MIN as i64 && int <= SMALL_MAX as i64 {
            Some(Value::small(int as i32))
        } else {
            None
        }
    }

    /// Python's bool of a Rust bool.
    #[inline(always)]
    pub const fn bool(truth: bool) -> Value {
        if truth { Value::TRUE } else { Value::FALSE }
    }

    /// The value that refers to an object.
    #[inline(always)]
    pub const fn object(object: Ref) -> Value {
        Value(object.0)
    }

    /// Is this a small int?
    #[inline(always)]
    pub const fn is_small(self) -> bool {
        self.0 & 1 != 0
    }

    /// Is this a reference (or unbound, which refers to the dummy object)?
    #[inline(always)]
    pub const fn is_ref(self) -> bool {
        self.0 & 3 == 0
    }

    /// Is this no value at all?
    #[inline(always)]
    pub const fn is_unbound(self) -> bool {
        self.0 == 0
    }

    /// Is this `True` or `False`?
    #[inline(always)]
    pub const fn is_bool(self) -> bool {
        self.0 == Value::TRUE.0 || self.0 == Value::FALSE.0
    }

    /// The small int, which `is_small` has shown to be one.
    #[inline(always)]
    pub const fn as_small(self) -> i32 {
        (self.0 as i32) >> 1
    }

    /// The small int, if it is one.
    #[inline(always)]
    pub const fn small_int(self) -> Option<i32> {
        if self.is_small() { Some(self.as_small()) } else { None }
    }

    /// The reference, which `is_ref` has shown to be one.
    #[inline(always)]
    pub const fn as_ref(self) -> Ref {
        Ref(self.0)
    }

    /// The reference, if it is one to an object.
    #[inline(always)]
    pub const fn object_ref(self) -> Option<Ref> {
        if self.is_ref() && self.0 != 0 { Some(Ref(self.0)) } else { None }
    }
}

impl Ref {
    /// No object.
    pub const NIL: Ref = Ref(0);

    /// Is this no object?
    #[inline(always)]
    pub const fn is_nil(self) -> bool {
        self.0 == 0
    }

    /// The value that refers to this object.
    #[inline(always)]
    pub const fn value(self) -> Value {
        Value(self.0)
    }
}
