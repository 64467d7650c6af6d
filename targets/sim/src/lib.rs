//! Threadsnake on this machine, as a library: memory, platform, and a machine to run programs in.
//!
//! The binary is a command line around it; tests use it to run programs in their own process.
//!
//! Not here: arguments (main.rs, cli.rs).

pub mod footprint;
pub mod machine;
pub mod memory;
pub mod platform;
pub mod program;
#[cfg(feature = "trace")]
mod trace;

pub use machine::{Config, with_machine};
pub use threadsnake_runtime as runtime;
