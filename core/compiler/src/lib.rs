#![no_std]
#![warn(missing_docs)]
#![forbid(unsafe_code)]
//! Source text to program image.
pub mod ast;
