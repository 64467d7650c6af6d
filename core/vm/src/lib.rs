//! The machine: executes verified code.
//!
//! Life of a call: `Call` finds a function whose parameters match and moves the register base behind its
//! arguments (calls.rs); anything else goes through call.rs, which binds arguments (bind.rs), calls a
//! native, makes an instance (construct.rs) or resumes a generator (generator.rs). A native that needs
//! script code answers with a tail call, which is entered as a frame; no native function ever runs the
//! machine, so script recursion uses no native stack. What a frame's result means is decided when it
//! returns: by the action in its return word, or by the caller's instruction (complete.rs). Exceptions
//! walk the frames the same way (unwind.rs).
//!
//! Not here: what natives do (crate `natives`), how programs get in (crate `runtime`).
#![no_std]
#![deny(unsafe_code)]
#![warn(missing_docs)]

mod access;
mod arith;
mod arrange;
mod aside;
mod bind;
mod bind_native;
mod branch;
mod call;
mod calls;
mod complete;
mod construct;
mod containers;
mod dispatch;
mod far;
pub mod frame;
mod generator;
mod hot;
mod intrinsic;
mod machine;
mod ops;
mod resume;
mod special;
mod spill;
mod table;
pub mod traceback;
mod unwind;
mod window;

pub use machine::{Counters, Hooks, Stop, Vm, VmOptions};
