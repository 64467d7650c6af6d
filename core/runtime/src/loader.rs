//! How programs get in: the memory for images outside the arena, and what loading has cost.
//!
//! The machine holds the loader as its `Hooks` while the runtime uses it too, so everything in it that
//! changes does so behind a shared reference.
//!
//! Not here: what loading does (load.rs), compiling (compile.rs), finding files (import.rs).

use core::cell::{Cell, RefCell};
use threadsnake_heap::Value;
use threadsnake_objects::cx::{Cx, NativeResult};
use threadsnake_vm::Hooks;

/// Memory outside the arena that a host sets aside for images.
pub trait Memory {
    /// Takes room for so many words; gives their byte offset from the base, and the words.
    fn image_room(&mut self, words: u32) -> Option<(u32, &mut [u32])>;

    /// The image of this name, if it lies in this memory from the start: built into the program of the
    /// host. It is used where it lies.
    fn resident(&mut self, _name: &[u8]) -> Option<Resident<'_>> {
        None
    }
}

/// An image that was in memory before the machine.
pub enum Resident<'m> {
    /// As it was built: its byte offset from the base, and its words. Asked for again it is `Linked`.
    Fresh(u32, &'m mut [u32]),
    /// It was handed out before.
    Linked(&'m [u32]),
}

/// No room for images outside the arena: all of them go into it.
pub struct NoMemory;

impl Memory for NoMemory {
    fn image_room(&mut self, _words: u32) -> Option<(u32, &mut [u32])> {
        None
    }
}

/// Where the images of programs are put.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Placement {
    /// One block of the arena each.
    Arena,
    /// Outside of it, as a cartridge would hold them.
    Rom,
}

/// What loading has cost so far.
#[derive(Clone, Copy, Default, Debug)]
pub struct LoadCounters {
    /// Bytes of images in the arena.
    pub arena_bytes: u32,
    /// Bytes of images outside of it.
    pub rom_bytes: u32,
    /// Images loaded.
    pub images: u32,
    /// Most bytes of scratch that a compilation took.
    pub scratch_peak: u32,
}

/// Loads programs for one machine.
pub struct Loader<'p> {
    pub(crate) memory: RefCell<&'p mut dyn Memory>,
    pub(crate) counters: Cell<LoadCounters>,
    pub(crate) placement: Cell<Placement>,
    /// Images placed when unused ones were last looked for.
    pub(crate) searched_at: Cell<u32>,
    /// An image outside the arena refers into it: no image of the arena may go any more.
    pub(crate) is_pinned: Cell<bool>,
}

impl<'p> Loader<'p> {
    /// A loader that puts compiled programs into the arena.
    pub fn new(memory: &'p mut dyn Memory) -> Loader<'p> {
        Loader {
            memory: RefCell::new(memory),
            counters: Cell::default(),
            placement: Cell::new(Placement::Arena),
            searched_at: Cell::new(0),
            is_pinned: Cell::new(false),
        }
    }

    /// Where programs compiled from source go from now on.
    pub fn set_placement(&self, placement: Placement) {
        self.placement.set(placement);
    }

    /// What loading has cost so far.
    pub fn counters(&self) -> LoadCounters {
        self.counters.get()
    }

    pub(crate) fn count(&self, change: impl FnOnce(&mut LoadCounters)) {
        let mut counters = self.counters.get();
        change(&mut counters);
        self.counters.set(counters);
    }
}

/// The machine's way to its loader.
pub struct Door<'l, 'p>(pub &'l Loader<'p>);

impl Hooks for Door<'_, '_> {
    fn compile(
        &mut self,
        cx: &mut Cx,
        source: Value,
        filename: Value,
        mode: Value,
    ) -> NativeResult {
        crate::compile::from_script(self.0, cx, source, filename, mode)
    }

    fn load_module(&mut self, cx: &mut Cx, name: Value, path: Value) -> NativeResult {
        crate::import::load_module(self.0, cx, name, path)
    }
}
