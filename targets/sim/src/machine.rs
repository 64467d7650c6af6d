//! A machine in this process: memory, loader and runtime put together for one piece of work.

use crate::memory::HostMemory;
use std::io;
use threadsnake_runtime::loader::{Door, Placement};
use threadsnake_runtime::platform::Platform;
use threadsnake_runtime::{BootError, Loader, Runtime, Setup};

/// How a machine is set up.
#[derive(Clone, Debug)]
pub struct Config {
    /// Bytes of the arena.
    pub heap_bytes: u32,
    /// Bytes of the register window; the profile's when 0.
    pub window_bytes: u32,
    /// Back-edges and calls that may run; 0 for no bound.
    pub budget: u64,
    /// The number of the allocation that fails, counted from the start of the program.
    pub fail_alloc: Option<u64>,
    /// Where compiled programs are put.
    pub placement: Placement,
    /// `sys.argv`.
    pub arguments: Vec<Vec<u8>>,
    /// First folder of `sys.path`.
    pub folder: Vec<u8>,
}

impl Default for Config {
    /// The profile's.
    fn default() -> Config {
        Config {
            heap_bytes: memconfig::heap::ARENA_BYTES,
            window_bytes: 0,
            budget: 0,
            fail_alloc: None,
            placement: Placement::Arena,
            arguments: Vec::new(),
            folder: Vec::new(),
        }
    }
}

/// Why there is no machine.
#[derive(Debug)]
pub enum StartError {
    /// The host has no memory for it.
    Host(io::Error),
    /// It does not boot.
    Boot(BootError),
    /// The arguments do not fit into its arena.
    Arguments,
}

/// Boots a machine and does something with it.
///
/// # Errors
/// When it cannot be had.
pub fn with_machine<R>(
    config: &Config,
    platform: &mut dyn Platform,
    work: impl FnOnce(&mut Runtime) -> R,
) -> Result<R, StartError> {
    let mut memory = HostMemory::new(config.heap_bytes).map_err(StartError::Host)?;
    let space = memory.space();
    let loader = Loader::new(&mut memory);
    loader.set_placement(config.placement);
    let mut door = Door(&loader);
    let setup = Setup { space, window_bytes: config.window_bytes, budget: config.budget };
    let mut runtime =
        Runtime::boot(setup, platform, &loader, &mut door).map_err(StartError::Boot)?;
    let arguments = config.arguments.iter().map(Vec::as_slice);
    runtime.set_arguments(arguments, &config.folder).map_err(|_| StartError::Arguments)?;
    if let Some(number) = config.fail_alloc {
        runtime.vm.cx.heap.fail_nth(number);
    }
    Ok(work(&mut runtime))
}
