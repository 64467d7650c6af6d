//! Running programs: source text or an image as `__main__`, to its end.
//!
//! Not here: loading (load.rs, compile.rs), what is printed of an exception (traceback.rs), the prompt (prompt.rs).

use crate::boot::Runtime;
use crate::compile::{self, Origin, Source};
use crate::ending::{self, Ending};
use crate::load::{self, LoadError, Program};
use crate::scratch;
use threadsnake_compiler::Mode;
use threadsnake_heap::header::FLAG1;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::attr::MODULE_DICT;
use threadsnake_objects::cx::{Cx, Exit};
use threadsnake_objects::prelude::{self, Prelude};
use threadsnake_objects::{dict, function, names};
use threadsnake_platform::Stream;
use threadsnake_vm::Stop;

/// Rounds of finalizers at the end of a program: what they create may have finalizers too.
const LAST_ROUNDS: u32 = 1000;
/// Rounds of `relieve`: freed code may free objects, and those more code.
const RELIEF_ROUNDS: u32 = 100;

impl Runtime<'_> {
    /// Compiles a source text and runs it as `__main__`. `file` is its `__file__`, if it has one.
    pub fn run_source(&mut self, text: &[u8], name: &str, file: Option<&[u8]>) -> Ending {
        let source = Source { text, name, mode: Mode::Exec, origin: Origin::File };
        let program = scratch::new()
            .map_err(Exit::from)
            .and_then(|bump| compile::source(self.loader, &mut self.vm.cx, source, &bump));
        match program {
            Ok(program) => self.run_program(program, file.is_some()),
            Err(_) => self.end_raised(),
        }
    }

    /// Loads an image and runs it as `__main__`.
    ///
    /// # Errors
    /// When the image is refused.
    pub fn run_image(&mut self, bytes: &[u8]) -> Result<Ending, LoadError> {
        let program = load::from_file(self.loader, &mut self.vm.cx, bytes)?;
        Ok(self.run_program(program, true))
    }

    /// Links an image that was in memory before the machine; `None` when there is none of this name.
    ///
    /// # Errors
    /// When it is refused.
    pub fn load_resident(&mut self, name: &[u8]) -> Result<Option<Program>, LoadError> {
        load::resident(self.loader, &mut self.vm.cx, name).transpose()
    }

    /// Runs a loaded program as `__main__`.
    pub fn run_loaded(&mut self, program: Program) -> Ending {
        self.run_program(program, true)
    }

    /// Prints where the script is, as far as that was saved: for a host that is about to stop.
    pub fn write_places(&mut self) {
        threadsnake_vm::traceback::write_running(&mut self.vm);
    }

    fn run_program(&mut self, program: Program, has_file: bool) -> Ending {
        if has_file {
            self.set_global(names::FILE, program.file);
        }
        let stop = self.run_code(program.code);
        self.ending_of(stop)
    }

    /// Runs code with the names of `__main__`.
    pub(crate) fn run_code(&mut self, code: Value) -> Stop {
        let globals = self.vm.cx.heap.space.value(self.main, MODULE_DICT);
        let made = function::new(&mut self.vm.cx, code.as_ref(), globals);
        let Ok(function) = made else { return self.out_of_memory() };
        let stop = self.vm.call(function.value(), &[]);
        if stop != Stop::Budget {
            self.vm.cx.heap.dec_ref(function);
        }
        stop
    }

    fn out_of_memory(&mut self) -> Stop {
        self.vm.cx.raised = core::mem::replace(&mut self.vm.cx.spare_error, Value::UNBOUND);
        Stop::Raised
    }

    /// What became of the program; an exception is printed.
    pub(crate) fn ending_of(&mut self, stop: Stop) -> Ending {
        match stop {
            Stop::Returned(value) => {
                self.vm.cx.heap.dec(value);
                Ending::Done
            }
            Stop::Raised => self.end_raised(),
            Stop::Budget => Ending::Budget,
        }
    }

    /// Ends with the exception that was raised outside of any code.
    pub(crate) fn end_raised(&mut self) -> Ending {
        if self.vm.cx.raised.is_unbound() {
            self.out_of_memory();
        }
        ending::of_raised(&mut self.vm)
    }

    /// Sets a global of `__main__`; what finds no memory is left out.
    pub(crate) fn set_global(&mut self, name: Value, value: Value) {
        let cx = &mut self.vm.cx;
        let Some(globals) = cx.heap.space.value(self.main, MODULE_DICT).object_ref() else {
            return;
        };
        cx.heap.inc(value);
        if dict::set_interned(cx, globals, name, value).is_err() {
            cx.heap.dec(value);
        }
    }

    /// Gives up all that nobody asked to keep: garbage in cycles, code that nothing refers to, kept frames
    /// and remembered lookups. For a host between two pieces of work, and for whoever looks for leaks.
    pub fn relieve(&mut self) {
        self.run_finalizers();
        let mut vain = 0;
        for _ in 0..RELIEF_ROUNDS {
            let collected = self.vm.cx.heap.collect();
            self.run_finalizers();
            let found = scratch::new()
                .is_ok_and(|bump| load::reclaim::now(self.loader, &mut self.vm.cx, &bump));
            if collected.objects > 0 || found {
                vain = 0;
            } else if self.vm.cx.heap.has_judged_all() {
                // The first of two such rounds may have begun in the middle of the images.
                vain += 1;
                if vain == 2 {
                    break;
                }
            }
        }
        let cx = &mut self.vm.cx;
        cx.cache.drop_table(&mut cx.heap);
        cx.heap.drop_frames();
    }

    /// Ends the machine as CPython's exit does: empties the modules so that what they held may say
    /// good-bye, runs finalizers, pushes out what was printed.
    pub fn finish(&mut self) -> Ending {
        self.run_finalizers();
        let modules = self.vm.cx.modules;
        self.empty_module(self.main);
        self.run_finalizers();
        if let Some(modules) = modules.object_ref() {
            let mut entry = 0;
            while let Some((at, _, module)) = dict::next(&self.vm.cx, modules, entry) {
                if let Some(module) = self.vm.cx.as_kind(module, kind::MODULE) {
                    self.empty_module(module);
                }
                entry = at + 1;
            }
        }
        self.run_finalizers();
        self.vm.cx.heap.collect();
        self.run_finalizers();
        match self.vm.cx.platform.flush(Stream::Out) {
            Ok(()) => Ending::Done,
            Err(_) => Ending::Failed,
        }
    }

    /// Lets go what the members of a module hold: first what has a finalizer, while all that it may use is
    /// still there, functions and classes last.
    fn empty_module(&mut self, module: Ref) {
        let Some(members) = self.vm.cx.heap.space.value(module, MODULE_DICT).object_ref() else {
            return;
        };
        for turn in [Turn::Finalized, Turn::Container, Turn::Code] {
            let mut entry = 0;
            while let Some((at, _, value)) = dict::next(&self.vm.cx, members, entry) {
                entry = at + 1;
                if turn_of(&self.vm.cx, value) == turn {
                    dict::set_value_at(&mut self.vm.cx, members, at, Value::NONE);
                    self.run_finalizers();
                }
            }
        }
    }

    /// Runs the finalizers that wait.
    fn run_finalizers(&mut self) {
        for _ in 0..LAST_ROUNDS {
            let Some(object) = self.vm.cx.heap.next_finalizer() else { return };
            let finalize = prelude::function(&self.vm.cx, Prelude::Finalize);
            let stop = self.vm.call(finalize, &[object.value()]);
            self.vm.cx.heap.dec_ref(object);
            match stop {
                Stop::Returned(value) => self.vm.cx.heap.dec(value),
                Stop::Raised => {
                    let raised = self.vm.cx.take_raised();
                    threadsnake_vm::traceback::write_ignored(&mut self.vm.cx, raised);
                    self.vm.cx.heap.dec(raised);
                }
                Stop::Budget => return,
            }
        }
    }
}

/// When a member of a module goes at the end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    Finalized,
    Container,
    Code,
    Never,
}

fn turn_of(cx: &Cx, value: Value) -> Turn {
    let Some(object) = value.object_ref() else { return Turn::Never };
    match cx.heap.kind(object) {
        kind::INSTANCE | kind::INSTANCE_X | kind::GENERATOR
            if cx.heap.space.load(object.0) & FLAG1 != 0 =>
        {
            Turn::Finalized
        }
        kind::FUNCTION | kind::CLASS | kind::MODULE | kind::NATIVE => Turn::Code,
        other if threadsnake_heap::kind::has_values(other) => Turn::Container,
        _ => Turn::Never,
    }
}
