//! What Python things are: layouts, and the operations on them that need no call.
//!
//! One Python type is one file. Nothing here runs script code: an operation that would have to (a user's
//! `__eq__`, `__hash__`, an unknown iterator) says so and leaves it to the prelude or the machine.
//!
//! Not here: what scripts call by name (crate `natives`), instructions (crate `vm`).
#![no_std]
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod cache;
pub mod class;
pub mod cx;
pub mod exception;
pub mod function;
pub mod generator;
pub mod instance;
pub mod intern;
pub mod layout;
pub mod names;
pub mod native;
pub mod prelude;
pub mod raise;
pub mod statics;
pub mod text;
pub mod types;
