//! Moving frames from the window to the heap.
//!
//! When a call would pass the profile's threshold, every frame of the running chain that is in the window
//! moves into a heap frame of exactly its size, newest first, and execution goes on at the window's
//! bottom. A frame that was moved is never moved back: it runs where it is.
//!
//! Each step leaves the chain whole, so running out of memory halfway is an ordinary `MemoryError`.
//!
//! Not here: entering frames (call.rs), leaving them (unwind.rs), keeping freed ones (heap/frames.rs).

use crate::Vm;
use crate::frame::{self, FAR, FAR_WORDS, HEAP_BYTES};
use threadsnake_heap::header;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::cx::Outcome;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_platform::event;

impl Vm<'_> {
    /// A heap frame whose registers are empty; function and link are 0.
    pub(crate) fn new_heap_frame(&mut self, frame_kind: u8, registers: u32) -> Outcome<Ref> {
        let words = HEAP_BYTES / 4 + registers;
        let limit = match self.cx.recursion_limit {
            0 => memconfig::frames::RECURSION_LIMIT,
            own => own,
        };
        if limit != 0 && frame_kind == kind::FRAME && self.depth >= limit {
            return Err(raise::recursion_error(
                &mut self.cx,
                &[S("maximum recursion depth exceeded")],
            ));
        }
        let object = self.cx.heap.take_frame(words)?;
        let space = &mut self.cx.heap.space;
        space.store(object.0, header::fresh(frame_kind));
        space.clear_words(object.0 + 4, words - 1);
        space.set_word(object, 3, frame::pack(0, registers, 0) | FAR);
        self.counters.heap_frames += 1;
        if frame_kind == kind::FRAME {
            self.depth += 1;
        }
        Ok(object)
    }

    /// Frees a heap frame whose registers and function are empty.
    pub(crate) fn free_heap_frame(&mut self, object: Ref) {
        if self.cx.heap.kind(object) == kind::FRAME {
            self.depth -= 1;
        }
        let words = self.cx.heap.size_words(object);
        self.cx.heap.give_frame(object, words);
    }

    /// Moves all frames of the running chain out of the window. Older ones that have moved before are not
    /// looked at, however many they are: the lowest frame of the window is the last that can lie in it.
    pub(crate) fn spill(&mut self) -> Outcome<()> {
        if !self.is_in_window() && self.top == self.window_start {
            return Ok(());
        }
        let frames = &self.cx.heap.frames;
        event!(
            "spill: window {=u32} bytes, kept frames hit {=u64} missed {=u64} hold {=u32} bytes",
            self.fp.saturating_sub(self.window_start),
            frames.hits,
            frames.misses,
            frames.held_bytes
        );
        let lowest = self.window_start + FAR_WORDS * 4;
        let mut fp = self.fp;
        let mut callee = None;
        // Words of the frame at `fp` that are its own: its callee's overlap the rest.
        let mut own = self.registers_at(fp);
        while fp != 0 && self.code != 0 {
            let word = self.return_word_at(fp);
            let is_near = word & FAR == 0;
            let next = self.caller_of(fp);
            let next_own =
                if is_near { frame::delta(word) - 2 } else { self.registers_at_or_zero(next) };
            let is_lowest = fp == lowest;
            if fp >= self.window_start && fp < self.window_end {
                match self.move_to_heap(fp, own, next) {
                    Ok(moved) => fp = moved,
                    Err(exit) => {
                        if !self.is_in_window() {
                            self.top = fp + own * 4;
                        }
                        return Err(exit);
                    }
                }
                self.adopt(callee, fp);
            }
            if is_lowest {
                break;
            }
            callee = Some(fp);
            own = next_own;
            fp = next;
        }
        if !self.is_in_window() {
            self.top = self.window_start;
        }
        Ok(())
    }

    fn registers_at_or_zero(&self, fp: u32) -> u32 {
        if fp == 0 { 0 } else { self.registers_at(fp) }
    }

    fn registers_at(&self, fp: u32) -> u32 {
        if self.code == 0 { 0 } else { self.registers_of(self.code_of(self.function_at(fp))) }
    }

    /// Register 0 of the caller of a frame; 0 when there is none.
    pub(crate) fn caller_of(&self, fp: u32) -> u32 {
        let word = self.return_word_at(fp);
        if word & FAR == 0 {
            return fp - frame::delta(word) * 4;
        }
        let link = Value(self.cx.heap.space.load(fp - FAR_WORDS * 4));
        match link.small_int() {
            Some(place) => self.window_start + (place as u32 - 1) * 4,
            None if link.is_unbound() => 0,
            None => link.0 + HEAP_BYTES,
        }
    }

    /// Moves one frame: its first `own` registers, its function and what it returns to.
    fn move_to_heap(&mut self, fp: u32, own: u32, caller: u32) -> Outcome<u32> {
        let registers = self.registers_at(fp);
        let object = self.new_heap_frame(kind::FRAME, registers)?;
        let word = self.return_word_at(fp);
        let is_far = word & FAR != 0;
        let link = if is_far {
            self.cx.heap.space.load(fp - FAR_WORDS * 4)
        } else {
            // The caller is still in the window; when it moves, `adopt` puts its reference here.
            Value::small(((caller - self.window_start) / 4 + 1) as i32).0
        };
        let how = frame::action_of(word);
        let space = &mut self.cx.heap.space;
        let own = own.min(registers);
        space.copy_words(fp, object.0 + HEAP_BYTES, own);
        space.clear_words(fp, own);
        space.set_word(object, 1, link);
        space.set_word(object, 2, space.load(fp - 8));
        space.set_word(object, 3, frame::pack(frame::pc(word), registers, how) | FAR);
        space.clear_words(fp - 8, 2);
        if is_far {
            space.store(fp - FAR_WORDS * 4, 0);
        }
        self.counters.spilled_frames += 1;
        self.counters.spilled_bytes += u64::from(HEAP_BYTES + registers * 4);
        Ok(object.0 + HEAP_BYTES)
    }

    /// Tells whoever was called from a frame where it lies now.
    fn adopt(&mut self, callee: Option<u32>, fp: u32) {
        match callee {
            None => self.fp = fp,
            Some(callee) => self.cx.heap.space.store(callee - FAR_WORDS * 4, fp - HEAP_BYTES),
        }
    }
}
