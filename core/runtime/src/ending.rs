//! How a program ended, and the exit status that says so.
//!
//! Not here: printing tracebacks (traceback.rs), running (run.rs).

use crate::traceback::{self, out::Out};
use threadsnake_heap::{Value, kind};
use threadsnake_objects::attr::{self, Found};
use threadsnake_objects::cx::Cx;
use threadsnake_objects::exception::{self, slot};
use threadsnake_objects::{class, int, names, tuple, types};
use threadsnake_platform::Stream;
use threadsnake_vm::Vm;

/// Exit status of a program that an exception ended.
const FAILED: i32 = 1;
/// Exit status of a program that was interrupted: 128 + SIGINT, as shells count.
const INTERRUPTED: i32 = 130;

/// How a program ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ending {
    /// By itself.
    Done,
    /// By an exception that nobody handled; it was printed.
    Failed,
    /// By `SystemExit` with this status.
    Exit(i32),
    /// By `KeyboardInterrupt`.
    Interrupted,
    /// The instruction budget was used up.
    Budget,
}

impl Ending {
    /// The exit status, when the budget has none of its own.
    pub fn status(self) -> i32 {
        match self {
            Ending::Done => 0,
            Ending::Failed | Ending::Budget => FAILED,
            Ending::Exit(status) => status,
            Ending::Interrupted => INTERRUPTED,
        }
    }
}

/// Treats the exception in `Cx::raised` as the end of a program: prints it, or does what it says.
pub(crate) fn of_raised(vm: &mut Vm) -> Ending {
    let raised = vm.cx.take_raised();
    let class = vm.cx.type_of(raised);
    let ending = if class::is_subclass(&vm.cx, class, types::SYSTEM_EXIT) {
        Ending::Exit(exit_status(vm, raised))
    } else {
        // What was printed before comes before the traceback.
        let _ = vm.cx.platform.flush(Stream::Out);
        traceback::write_exception(vm, raised);
        let is_interrupt = class::is_subclass(&vm.cx, class, types::KEYBOARD_INTERRUPT);
        if is_interrupt { Ending::Interrupted } else { Ending::Failed }
    };
    vm.cx.heap.dec(raised);
    ending
}

/// What `SystemExit` says; anything but an int or None is printed.
fn exit_status(vm: &mut Vm, raised: Value) -> i32 {
    let code = exit_code(&mut vm.cx, raised);
    let status = match code {
        Value::NONE => 0,
        Value::TRUE => 1,
        Value::FALSE => 0,
        _ => match int::saturated(&vm.cx, code) {
            Some(status) => (status & 0xff) as i32,
            None => {
                let _ = vm.cx.platform.flush(Stream::Out);
                write_code(vm, code);
                FAILED
            }
        },
    };
    vm.cx.heap.dec(code);
    status
}

/// The `code` of a `SystemExit`, owned.
fn exit_code(cx: &mut Cx, raised: Value) -> Value {
    match attr::get(cx, raised, names::CODE_NAME) {
        Ok(Found::Value(code)) => return code,
        Ok(_) => {}
        Err(_) => {
            let error = cx.take_raised();
            cx.heap.dec(error);
        }
    }
    let args = exception::get(cx, raised.as_ref(), slot::ARGS);
    let first =
        cx.as_kind(args, kind::TUPLE).and_then(|args| tuple::items(cx, args).first().copied());
    cx.heap.share(first.unwrap_or(Value::NONE))
}

fn write_code(vm: &mut Vm, code: Value) {
    if let Some(text) = traceback::text_of(vm, code) {
        Out(&mut vm.cx).value(text);
        vm.cx.heap.dec(text);
    }
    Out(&mut vm.cx).text("\n");
}
