//! What a host does with a machine besides running programs: values in, values out, calls.
//!
//! A `Handle` keeps a value alive until it is given back. Handles of one machine mean nothing to another.
//!
//! Not here: native functions (crate `natives`), handles for other languages (a target).

use crate::boot::Runtime;
use crate::compile::bytes_of;
use crate::ending::Ending;
use threadsnake_heap::Value;
use threadsnake_objects::attr::MODULE_DICT;
use threadsnake_objects::{dict, int, intern, str};
use threadsnake_vm::Stop;

/// Most arguments of a call from the host.
const ARGUMENTS_MAX: usize = 8;

/// A value that the host holds.
#[must_use = "a handle that is not given back keeps its value alive"]
#[derive(PartialEq, Eq, Debug)]
pub struct Handle(Value);

/// Why a request of the host has no result.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EmbedError {
    /// There is no memory for it.
    OutOfMemory,
    /// There is nothing of that name.
    Missing,
    /// More arguments than a call from the host may have.
    TooMany,
    /// The script ended in this way; an exception was printed.
    Ended(Ending),
}

impl Runtime<'_> {
    /// A str.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn text(&mut self, text: &str) -> Result<Handle, EmbedError> {
        str::new(&mut self.vm.cx, text.as_bytes()).map(Handle).map_err(|_| EmbedError::OutOfMemory)
    }

    /// An int.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn int(&mut self, number: i64) -> Result<Handle, EmbedError> {
        int::from_i64(&mut self.vm.cx, number).map(Handle).map_err(|_| EmbedError::OutOfMemory)
    }

    /// The number that a handle holds, if it is an int of 64 bits.
    pub fn as_int(&self, handle: &Handle) -> Option<i64> {
        let cx = &self.vm.cx;
        int::is_int(cx, handle.0).then(|| int::saturated(cx, handle.0)).flatten()
    }

    /// The text that a handle holds, if it is a str.
    pub fn as_text(&self, handle: &Handle) -> Option<&[u8]> {
        bytes_of(&self.vm.cx, handle.0)
    }

    /// Gives a value back.
    pub fn release(&mut self, handle: Handle) {
        self.vm.cx.heap.dec(handle.0);
    }

    /// A global of `__main__`.
    ///
    /// # Errors
    /// When there is none of that name.
    pub fn global(&mut self, name: &str) -> Result<Handle, EmbedError> {
        let cx = &mut self.vm.cx;
        let name = name.as_bytes();
        let name = intern::find(cx, name, str::hash_bytes(name)).ok_or(EmbedError::Missing)?;
        let globals = cx.heap.space.value(self.main, MODULE_DICT).object_ref();
        let found = globals.and_then(|globals| dict::get_interned(cx, globals, name));
        Ok(Handle(cx.heap.share(found.ok_or(EmbedError::Missing)?)))
    }

    /// Calls something with arguments.
    ///
    /// # Errors
    /// When it raises, or has too many arguments.
    pub fn call(&mut self, callee: &Handle, arguments: &[&Handle]) -> Result<Handle, EmbedError> {
        let mut values = [Value::UNBOUND; ARGUMENTS_MAX];
        let values = values.get_mut(..arguments.len()).ok_or(EmbedError::TooMany)?;
        for (value, argument) in values.iter_mut().zip(arguments) {
            *value = argument.0;
        }
        match self.vm.call(callee.0, values) {
            Stop::Returned(value) => Ok(Handle(value)),
            stop => Err(EmbedError::Ended(self.ending_of(stop))),
        }
    }
}
