//! Boot: from a block of memory to a machine that can run a program.
//!
//! ```text
//!  arena:  | register window | sys.modules, sys, __main__, a MemoryError kept ready | free | reserve |
//!            knob, or a sixteenth                                                   knob, or a sixteenth
//! ```
//!
//! Not here: running programs (run.rs), what a host must do before (loader.rs, `Space::new`).

use crate::loader::{Door, Loader};
use crate::rom;
use threadsnake_heap::{Heap, OutOfMemory, Ref, Space, Value, header, kind};
use threadsnake_natives::ROWS;
use threadsnake_objects::cx::Cx;
use threadsnake_objects::{attr, dict, exception, list, names, str, types};
use threadsnake_platform::{Platform, event};
use threadsnake_vm::{Vm, VmOptions};

/// Where a host puts the arena, from the base on: behind ROM and what a console has beside it. The same
/// on every machine, so that references, `id()` and hashes made of them are the same too.
pub const ARENA_OFFSET: u32 = 1 << 20;
/// Where a host puts the first image outside the arena, from the base on, the others behind it. The same on
/// every machine for the same reason: what is remembered of a name is found by where the name lies.
pub const IMAGES_OFFSET: u32 = 3 << 18;
/// Smallest arena that can be booted: window, boot heap and reserve, with some room for a script.
pub const ARENA_MIN_BYTES: u32 = 2048;
/// Smallest register window.
const WINDOW_MIN_BYTES: u32 = 256;
/// Window and reserve take at most this part of the arena each.
const ARENA_PART: u32 = 16;
/// The heap's base and the ends of its parts are aligned to this.
const ALIGN: u32 = 8;

/// How to boot.
pub struct Setup {
    /// The memory: ROM at its base, and the arena.
    pub space: Space,
    /// Most bytes of the register window; the profile's when 0.
    pub window_bytes: u32,
    /// Instructions that may run, in the unit of the machine's counter; 0 for no bound.
    pub budget: u64,
}

/// Why a machine does not boot.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BootError {
    /// The arena is smaller than this.
    ArenaTooSmall(u32),
}

/// A machine with its loader.
pub struct Runtime<'p> {
    /// The machine.
    pub vm: Vm<'p>,
    /// Where programs come in.
    pub loader: &'p Loader<'p>,
    /// The `__main__` module (borrowed from `sys.modules`).
    pub main: Ref,
    /// Bytes in use when boot was done.
    pub boot_heap_bytes: u32,
    /// Bytes of the register window.
    pub window_bytes: u32,
    /// Bytes kept back for `MemoryError`.
    pub reserve_bytes: u32,
    /// The memory the machine was given.
    pub arena_bytes: u32,
}

impl<'p> Runtime<'p> {
    /// Boots a machine.
    ///
    /// # Errors
    /// When the arena is too small.
    pub fn boot(
        setup: Setup,
        platform: &'p mut dyn Platform,
        loader: &'p Loader<'p>,
        door: &'p mut Door<'p, 'p>,
    ) -> Result<Runtime<'p>, BootError> {
        let too_small = BootError::ArenaTooSmall(ARENA_MIN_BYTES);
        let Setup { space, window_bytes, budget } = setup;
        let arena_bytes = space.end.saturating_sub(space.start);
        if arena_bytes < ARENA_MIN_BYTES {
            return Err(too_small);
        }
        let window_bytes = window(arena_bytes, window_bytes);
        let reserve_bytes =
            memconfig::heap::RESERVE_BYTES.min(arena_bytes / ARENA_PART) & !(ALIGN - 1);
        let window_start = space.start;
        event!("boot: arena of {=u32} bytes, window of {=u32}", arena_bytes, window_bytes);
        let mut heap = Heap::new(space, window_bytes, reserve_bytes);
        heap.auto_collect = memconfig::gc::AUTO;
        let cx = Cx::new(heap, platform, ROWS, rom::INFO);
        let window_end = window_start + window_bytes;
        let mut vm = Vm::new(cx, VmOptions { window_start, window_end, budget });
        let main = furnish(&mut vm.cx).map_err(|_| too_small)?;
        event!("boot: modules made, {=u32} bytes live", vm.cx.heap.alloc.live);
        vm.hooks = Some(door);
        let boot_heap_bytes = vm.cx.heap.alloc.live;
        Ok(Runtime { vm, loader, main, boot_heap_bytes, window_bytes, reserve_bytes, arena_bytes })
    }

    /// Gives the script its `sys.argv` and the folder that is searched for modules first.
    ///
    /// # Errors
    /// When there is no memory for them.
    pub fn set_arguments<'a>(
        &mut self,
        arguments: impl Iterator<Item = &'a [u8]>,
        folder: &[u8],
    ) -> Result<(), OutOfMemory> {
        let cx = &mut self.vm.cx;
        for argument in arguments {
            push_text(cx, names::ARGV, argument)?;
        }
        push_text(cx, names::PATH_NAME, folder)
    }
}

/// Bytes of the register window.
fn window(arena_bytes: u32, most_bytes: u32) -> u32 {
    let most = if most_bytes == 0 { memconfig::frames::WINDOW_BYTES } else { most_bytes };
    let bytes = most.min(arena_bytes / ARENA_PART).max(WINDOW_MIN_BYTES);
    bytes & !(ALIGN - 1)
}

/// Makes what every program finds: `sys.modules`, `sys`, `__main__`.
fn furnish(cx: &mut Cx) -> Result<Ref, OutOfMemory> {
    cx.modules = dict::new(cx)?.value();
    cx.sys = dict::with_room(cx, 3)?.value();
    cx.spare_error = exception::bare(cx, types::MEMORY_ERROR)?.value();
    for name in [names::ARGV, names::PATH_NAME] {
        let list = list::new(cx)?;
        member(cx, cx.sys, name, list.value())?;
    }
    cx.heap.inc(cx.modules);
    member(cx, cx.sys, names::MODULES, cx.modules)?;
    let main = new_module(cx, names::MAIN)?;
    member(cx, cx.modules, names::MAIN, main.value())?;
    Ok(main)
}

/// Sets a member of a dict; takes over the reference.
fn member(cx: &mut Cx, dict: Value, name: Value, value: Value) -> Result<(), OutOfMemory> {
    dict::set_interned(cx, dict.as_ref(), name, value).map_err(|_| {
        cx.heap.dec(value);
        OutOfMemory
    })
}

/// A module with nothing in it but its name.
pub fn new_module(cx: &mut Cx, name: Value) -> Result<Ref, OutOfMemory> {
    let members = dict::new(cx)?;
    let module = match cx.heap.alloc(3) {
        Ok(module) => module,
        Err(error) => {
            cx.heap.dec_ref(members);
            return Err(error);
        }
    };
    cx.heap.space.store(module.0, header::fresh(kind::MODULE));
    cx.heap.space.set_word(module, attr::MODULE_DICT, members.0);
    cx.heap.space.set_word(module, attr::MODULE_ROM, 0);
    cx.heap.inc(name);
    match member(cx, members.value(), names::NAME, name) {
        Ok(()) => Ok(module),
        Err(error) => {
            cx.heap.dec_ref(module);
            Err(error)
        }
    }
}

/// Appends a text to a list of `sys`.
fn push_text(cx: &mut Cx, name: Value, text: &[u8]) -> Result<(), OutOfMemory> {
    let list = cx.sys.object_ref().and_then(|sys| dict::get_interned(cx, sys, name));
    let Some(list) = list.and_then(|list| cx.as_kind(list, kind::LIST)) else { return Ok(()) };
    let text = str::new(cx, text)?;
    let pushed = list::push(cx, list, text);
    if pushed.is_err() {
        cx.heap.dec(text);
    }
    pushed
}
