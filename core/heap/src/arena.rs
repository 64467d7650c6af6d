//! The address space of the script: one base, 32-bit offsets, words and bytes at them.
//!
//! ```text
//!  base                 start                                        end
//!  | ROM objects | ...  | window, objects, blocks, free chunks ...   |
//!  0 (dummy object)     arena given at boot: every byte that is counted
//! ```
//!
//! H4  Every reference that a value can hold lies in ROM, in a mapped image or in `start..end`; only the
//!     allocator makes references, and only to blocks it has handed out.
//! H5  On a 64-bit host the whole 32-bit range behind `base` is reserved memory of this process, so that
//!     no offset, right or wrong, leaves it. On a console H4 alone bounds the accesses, and the debug
//!     build checks them.
//!
//! Not here: who owns which word (alloc.rs), what the words mean (kind.rs).
#![allow(unsafe_code)]

use crate::value::{Ref, Value};

/// Bytes in a word.
pub const WORD: u32 = 4;

/// The memory that references are offsets into.
pub struct Space {
    base: *mut u8,
    /// First byte of the arena.
    pub start: u32,
    /// First byte behind the arena.
    pub end: u32,
}

impl Space {
    /// Describes memory that the host has set aside.
    ///
    /// # Safety
    /// `base..base + end` is readable, ROM objects lie at `base`, `base + start..base + end` is writable and
    /// used by nobody else while this value lives; `base` is aligned to 8 and `start`, `end` to 8.
    pub const unsafe fn new(base: *mut u8, start: u32, end: u32) -> Space {
        Space { base, start, end }
    }

    /// The address of an offset; what may be done with it is H4's matter.
    #[inline(always)]
    pub fn address(&self, offset: u32) -> *mut u8 {
        self.base.wrapping_add(offset as usize)
    }

    /// The offset of an address made by `address`.
    #[inline(always)]
    pub fn offset(&self, address: *const u8) -> u32 {
        (address as usize).wrapping_sub(self.base as usize) as u32
    }

    /// Reads the word at a byte offset.
    #[inline(always)]
    pub fn load(&self, offset: u32) -> u32 {
        debug_assert!(offset & 3 == 0, "misaligned load");
        // SAFETY: H4, H5.
        unsafe { self.address(offset).cast::<u32>().read() }
    }

    /// Writes the word at a byte offset.
    #[inline(always)]
    pub fn store(&mut self, offset: u32, word: u32) {
        debug_assert!(offset & 3 == 0, "misaligned store");
        debug_assert!(offset >= self.start && offset < self.end, "store outside the arena");
        // SAFETY: H4, H5.
        unsafe { self.address(offset).cast::<u32>().write(word) }
    }

    /// Reads word `index` of an object.
    #[inline(always)]
    pub fn word(&self, object: Ref, index: u32) -> u32 {
        self.load(object.0.wrapping_add(index.wrapping_mul(WORD)))
    }

    /// Writes word `index` of an object.
    #[inline(always)]
    pub fn set_word(&mut self, object: Ref, index: u32, word: u32) {
        self.store(object.0.wrapping_add(index.wrapping_mul(WORD)), word);
    }

    /// Reads word `index` of an object as a value (borrowed).
    #[inline(always)]
    pub fn value(&self, object: Ref, index: u32) -> Value {
        Value(self.word(object, index))
    }

    /// Reads the double at word `index` of an object.
    #[inline(always)]
    pub fn double(&self, object: Ref, index: u32) -> f64 {
        // SAFETY: H4, H5; the address need not be aligned to 8.
        unsafe { self.address(object.0.wrapping_add(index * WORD)).cast::<f64>().read_unaligned() }
    }

    /// Writes the double at word `index` of an object.
    #[inline(always)]
    pub fn set_double(&mut self, object: Ref, index: u32, double: f64) {
        // SAFETY: H4, H5; the address need not be aligned to 8.
        unsafe {
            self.address(object.0.wrapping_add(index * WORD)).cast::<f64>().write_unaligned(double);
        }
    }

    /// Reads the 64-bit int at word `index` of an object.
    #[inline(always)]
    pub fn long(&self, object: Ref, index: u32) -> i64 {
        // SAFETY: H4, H5; the address need not be aligned to 8.
        unsafe { self.address(object.0.wrapping_add(index * WORD)).cast::<i64>().read_unaligned() }
    }

    /// Writes the 64-bit int at word `index` of an object.
    #[inline(always)]
    pub fn set_long(&mut self, object: Ref, index: u32, long: i64) {
        // SAFETY: H4, H5; the address need not be aligned to 8.
        unsafe {
            self.address(object.0.wrapping_add(index * WORD)).cast::<i64>().write_unaligned(long);
        }
    }

    /// Reads one byte of an object.
    #[inline(always)]
    pub fn byte(&self, offset: u32) -> u8 {
        // SAFETY: H4, H5.
        unsafe { self.address(offset).read() }
    }

    /// Writes one byte of an object.
    #[inline(always)]
    pub fn set_byte(&mut self, offset: u32, byte: u8) {
        debug_assert!(offset >= self.start && offset < self.end, "store outside the arena");
        // SAFETY: H4, H5.
        unsafe { self.address(offset).write(byte) }
    }

    /// Bytes of an object, read in place.
    #[inline(always)]
    pub fn bytes(&self, offset: u32, len: u32) -> &[u8] {
        // SAFETY: H4, H5; the borrow of `self` keeps writers away.
        unsafe { core::slice::from_raw_parts(self.address(offset), len as usize) }
    }

    /// Bytes of an object, changed in place.
    #[inline(always)]
    pub fn bytes_mut(&mut self, offset: u32, len: u32) -> &mut [u8] {
        debug_assert!(len == 0 || (offset >= self.start && offset.wrapping_add(len) <= self.end));
        // SAFETY: H4, H5; the borrow of `self` keeps others away.
        unsafe { core::slice::from_raw_parts_mut(self.address(offset), len as usize) }
    }

    /// Words of an object, read in place.
    #[inline(always)]
    pub fn words(&self, offset: u32, count: u32) -> &[u32] {
        // SAFETY: H4, H5; offsets of words are aligned.
        unsafe { core::slice::from_raw_parts(self.address(offset).cast::<u32>(), count as usize) }
    }

    /// Values of an object, read in place.
    #[inline(always)]
    pub fn values(&self, offset: u32, count: u32) -> &[Value] {
        // SAFETY: H4, H5; a value is a word.
        unsafe { core::slice::from_raw_parts(self.address(offset).cast::<Value>(), count as usize) }
    }

    /// Words of an object, changed in place.
    #[inline(always)]
    pub fn words_mut(&mut self, offset: u32, count: u32) -> &mut [u32] {
        debug_assert!(count == 0 || offset >= self.start);
        // SAFETY: H4, H5; offsets of words are aligned.
        unsafe {
            core::slice::from_raw_parts_mut(self.address(offset).cast::<u32>(), count as usize)
        }
    }

    /// Copies words within the space, overlapping or not.
    #[inline(always)]
    pub fn copy_words(&mut self, from: u32, to: u32, count: u32) {
        debug_assert!(count == 0 || (to >= self.start && to + count * WORD <= self.end));
        // SAFETY: H4, H5.
        unsafe {
            core::ptr::copy(
                self.address(from).cast::<u32>(),
                self.address(to).cast::<u32>(),
                count as usize,
            );
        }
    }

    /// Copies bytes within the space, overlapping or not.
    #[inline(always)]
    pub fn copy_bytes(&mut self, from: u32, to: u32, count: u32) {
        debug_assert!(count == 0 || (to >= self.start && to + count <= self.end));
        // SAFETY: H4, H5.
        unsafe { core::ptr::copy(self.address(from), self.address(to), count as usize) }
    }

    /// Zeroes words.
    #[inline(always)]
    pub fn clear_words(&mut self, offset: u32, count: u32) {
        debug_assert!(count == 0 || (offset >= self.start && offset + count * WORD <= self.end));
        // SAFETY: H4, H5.
        unsafe { core::ptr::write_bytes(self.address(offset).cast::<u32>(), 0, count as usize) }
    }
}
