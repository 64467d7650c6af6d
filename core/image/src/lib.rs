//! Compiled programs: the instruction table, the image layout, and what reads, checks and prints them.
//!
//! ```text
//!   31    24 23    16 15     8 7      0
//!  |   C    |   B    |   A    |   op   |   three operands
//!  |        X        |   A    |   op   |   a register and a 16-bit number or constant
//!  |          distance        |   op   |   jumps, `Ext`, operand words
//! ```
//!
//! Words are in the byte order of the machine that runs them. Registers are 0..=127; bit 7 of a `Src`
//! operand says that the register is a temporary which this use empties.
//!
//! Not here: how code is made (the compiler), how it runs (the machine).

#![no_std]
#![warn(missing_docs)]
#![deny(unsafe_code)]

#[macro_use]
pub mod ops;
pub mod decode;
pub mod disasm;
pub mod encode;
pub mod error;
pub mod layout;
pub mod lines;
pub mod link;
pub mod op;
pub mod operand;
pub mod read;
pub mod slow;
pub mod verify;
#[cfg(feature = "write")]
pub mod write;

pub use error::{ErrorKind, ImageError};
pub use op::Op;
pub use slow::Slow;
