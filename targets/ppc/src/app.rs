//! From the start-up code to the exit: boot a machine, run the program of the block, say what it cost.
//!
//! Figures are words, numbers of 64 bits the high one first: ticks at the start, when the program's first
//! instruction is next, and at its end; bytes of the native stack, most of them that the program has used,
//! and what the machine itself takes of it.
//!
//! Not here: how a program runs (crate `runtime`), traps (trap.rs).

use crate::board::{Board, Channel};
use crate::console::Console;
use crate::input::{self, Echo, Piece};
use crate::memory::{BlockMemory, Layout};
use crate::packets::{self, Kind};
use crate::programs::{File, Programs};
use crate::{scratch, stack, timebase, trap};
use threadsnake_runtime::load::{LoadError, describe, is_image};
use threadsnake_runtime::loader::Door;
use threadsnake_runtime::platform::{Platform, Stream};
use threadsnake_runtime::prompt::Typed;
use threadsnake_runtime::{BootError, Ending, Loader, Runtime, Setup};

/// Exit status when there is nothing to run, as CPython has it.
const UNUSABLE: u8 = 2;
/// Exit status when the budget is used up, as `timeout` has it.
const OUT_OF_BUDGET: u8 = 124;
/// Longest sentence about an image.
const MESSAGE_BYTES: usize = 256;
/// Longest statement at the prompt.
const STATEMENT_BYTES: usize = 2048;

/// Runs what is in the block and stops the machine.
pub fn start<B: Board>(start_ticks: u64) -> ! {
    #[cfg(feature = "trace")]
    crate::events::send_with(|bytes| packets::send::<B>(Kind::Trace, bytes));
    let programs = Programs::find();
    let status = run::<B>(&programs, start_ticks);
    exit::<B>(status)
}

/// Stops the machine with an exit status.
pub fn exit<B: Board>(status: u8) -> ! {
    packets::send::<B>(Kind::Exit, &[status]);
    B::exit(status)
}

fn run<B: Board>(programs: &Programs, start_ticks: u64) -> u8 {
    let wanted = match programs.arena_bytes() {
        0 => memconfig::heap::ARENA_BYTES,
        bytes => bytes,
    };
    let layout = Layout::new(wanted);
    scratch::give(layout.scratch_start, layout.scratch_end);
    let mut memory = BlockMemory::new(*programs);
    let loader = Loader::new(&mut memory);
    let mut door = Door(&loader);
    let mut console = Console::<B>::new(*programs);
    let setup = Setup { space: layout.space(), window_bytes: 0, budget: programs.budget() };
    let mut runtime = match Runtime::boot(setup, &mut console, &loader, &mut door) {
        Ok(runtime) => runtime,
        Err(BootError::ArenaTooSmall(_)) => {
            return refuse::<B>(programs, b"the arena is too small");
        }
    };
    if runtime.set_arguments(programs.arguments(), programs.folder()).is_err() {
        return refuse::<B>(programs, b"the arena is too small for the program's arguments");
    }
    if let Some(number) = programs.fail_alloc() {
        runtime.vm.cx.heap.fail_nth(number);
    }
    trap::watch(&mut runtime);
    let status = match programs.file(0) {
        Some(file) => program::<B>(programs, &mut runtime, file, start_ticks),
        None => prompt::<B>(programs, &mut runtime),
    };
    trap::forget();
    status
}

/// Says why nothing was run.
fn refuse<B: Board>(programs: &Programs, text: &[u8]) -> u8 {
    let mut console = Console::<B>::new(*programs);
    for part in [b"threadsnake: ", text, b"\n"] {
        // There is nowhere to say that this failed.
        let _ = console.write(Stream::Err, part);
    }
    UNUSABLE
}

#[inline(never)]
fn program<B: Board>(
    programs: &Programs,
    runtime: &mut Runtime,
    file: File,
    start_ticks: u64,
) -> u8 {
    let content = programs.content(file);
    let machine_bytes = stack::now();
    let (first_ticks, ending);
    if is_image(content) {
        let loaded = match runtime.load_resident(file.name) {
            Ok(Some(loaded)) => loaded,
            Ok(None) => return refuse::<B>(programs, b"there is no room for the image"),
            Err(error) => return refuse_image::<B>(programs, error),
        };
        first_ticks = timebase::ticks();
        ending = runtime.run_loaded(loaded);
    } else {
        let name = core::str::from_utf8(file.name).unwrap_or("?");
        first_ticks = timebase::ticks();
        ending = runtime.run_source(content, name, Some(file.name));
    }
    let end_ticks = timebase::ticks();
    let stack_used = [stack::used().saturating_sub(machine_bytes), machine_bytes];
    if programs.wants_report() {
        send_report::<B>(runtime, [start_ticks, first_ticks, end_ticks], stack_used);
    }
    let ending = match ending {
        Ending::Done => runtime.finish(),
        Ending::Budget => ending,
        _ => {
            runtime.finish();
            ending
        }
    };
    status_of::<B>(programs, ending)
}

/// Sends what the program has cost so far. Its own needs of the stack are no part of that.
#[inline(never)]
fn send_report<B: Board>(runtime: &Runtime, ticks: [u64; 3], stack_used: [u32; 2]) {
    packets::send_words::<B>(Kind::Report, &runtime.report().words());
    let [start, first, end] = ticks;
    let high = |ticks: u64| (ticks >> 32) as u32;
    let words = [
        high(start),
        start as u32,
        high(first),
        first as u32,
        high(end),
        end as u32,
        stack::bytes(),
        stack_used[0],
        stack_used[1],
    ];
    packets::send_words::<B>(Kind::Figures, &words);
}

fn status_of<B: Board>(programs: &Programs, ending: Ending) -> u8 {
    if ending == Ending::Budget {
        refuse::<B>(programs, b"the budget is used up");
        return OUT_OF_BUDGET;
    }
    ending.status() as u8
}

#[inline(never)]
fn refuse_image<B: Board>(programs: &Programs, error: LoadError) -> u8 {
    match error {
        LoadError::OutOfMemory => refuse::<B>(programs, b"there is no room for the image"),
        LoadError::Image(error) => {
            let mut buffer = [0; MESSAGE_BYTES];
            refuse::<B>(programs, describe(&error, &mut buffer))
        }
    }
}

/// Statements from the text line, until the end of input or of the machine.
#[inline(never)]
fn prompt<B: Board>(programs: &Programs, runtime: &mut Runtime) -> u8 {
    let mut text = [0; STATEMENT_BYTES];
    let mut line = input::buffer();
    let (mut len, mut is_within, mut is_too_long) = (0, false, false);
    loop {
        if !is_within {
            B::put(Channel::Text, if len == 0 { b">>> " } else { b"... " });
        }
        let Piece { len: count, is_last } = input::line::<B>(&mut line, Echo::On);
        is_within = !is_last;
        if input::take_interrupt() {
            B::put(Channel::Text, b"\nKeyboardInterrupt\n");
            (len, is_too_long) = (0, false);
            continue;
        }
        if count == 0 {
            B::put(Channel::Text, b"\n");
            return status_of::<B>(programs, runtime.finish());
        }
        match text.get_mut(len..len + count) {
            Some(room) => room.copy_from_slice(line.get(..count).unwrap_or(&[])),
            None => is_too_long = true,
        }
        len += count;
        if is_within {
            continue;
        }
        if core::mem::take(&mut is_too_long) {
            B::put(Channel::Text, b"this statement is too long\n");
            len = 0;
            continue;
        }
        let typed = text.get(..len).unwrap_or(&[]);
        if typed.trim_ascii().is_empty() {
            len = 0;
            continue;
        }
        match runtime.enter_lines(typed) {
            Typed::Incomplete => {}
            Typed::Ran(Ending::Exit(status)) => return status as u8,
            Typed::Ran(Ending::Budget) => return status_of::<B>(programs, Ending::Budget),
            Typed::Ran(_) => len = 0,
        }
    }
}
