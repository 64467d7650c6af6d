//! What Python things are: layouts, and the operations on them that need no call.
//!
//! One Python type is one file. Nothing here runs script code: an operation that would have to (a user's
//! `__eq__`, `__hash__`, an unknown iterator) says so and leaves it to the prelude or the machine.
//!
//! Not here: what scripts call by name (crate `natives`), instructions (crate `vm`).
#![no_std]
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod arith;
pub mod attr;
pub mod bigint;
pub mod bytearray;
pub mod bytes;
pub mod cache;
pub mod class;
pub mod class_new;
pub mod code;
pub mod compare;
pub mod complex;
pub mod cx;
pub mod dict;
pub mod exception;
pub mod float;
pub mod format;
pub mod function;
pub mod generator;
pub mod hash;
pub mod instance;
pub mod int;
pub mod intern;
pub mod intrinsic;
pub mod iter;
pub mod layout;
pub mod len;
pub mod list;
pub mod memoryview;
pub mod meter;
pub mod names;
pub mod native;
pub mod number;
pub mod percent;
pub mod prelude;
pub mod raise;
pub mod range;
pub mod repr;
pub mod set;
pub mod slice;
pub mod statics;
pub mod str;
pub mod strlike;
pub mod text;
pub mod tuple;
pub mod types;
pub mod view;
