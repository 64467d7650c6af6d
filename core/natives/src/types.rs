//! Methods of the builtin types: one file for each type, its table on top.
//!
//! Not here: builtin functions (builtins.rs), modules (modules/).

pub mod alias;
pub mod bool;
pub mod bytearray;
pub mod bytes;
pub mod code;
pub mod complex;
pub mod dict;
pub mod exception;
pub mod exception_fields;
pub mod exception_group;
pub mod float;
pub mod format;
pub mod frozenset;
pub mod function;
pub mod generator;
pub mod int;
pub mod iterators;
pub mod like;
pub mod list;
pub mod mappingproxy;
pub mod memoryview;
pub mod method;
pub mod module;
pub mod native_;
pub mod none;
pub mod number;
pub mod object;
pub mod property;
pub mod range;
pub mod set;
pub mod set_shared;
pub mod singletons;
pub mod slice;
pub mod str;
pub mod super_;
pub mod traceback;
pub mod tuple;
pub mod type_;
pub mod views;
pub mod weakref;
