//! The interpreter as hosts see it: give it memory and a platform, load a program, run it, read the report.
//!
//! ```text
//!  Memory, Platform ─► Loader ─► Runtime::boot ─► run_source · run_image · enter_line ─► Ending
//!                                                └► report
//! ```
//!
//! ROM (the types, names, natives and everything of Python that is the same for all programs) is made by the
//! build script and lies in `rom::ROM`; a host puts it at the base of the memory it gives, or gives
//! memory behind the place where it lies.
//!
//! Not here: what a host is (targets/), how programs execute (crate `vm`).
#![no_std]
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod boot;
pub mod compile;
pub mod embed;
pub mod ending;
pub mod import;
pub mod load;
pub mod loader;
pub mod prompt;
pub mod report;
pub mod rom;
pub mod run;
pub mod scratch;
pub mod tools;
pub mod traceback;

pub use boot::{ARENA_OFFSET, BootError, IMAGES_OFFSET, Runtime, Setup};
pub use ending::Ending;
pub use load::LoadError;
pub use loader::{Loader, Memory};
pub use report::Report;
pub use threadsnake_heap::Space;
pub use threadsnake_image::ImageError;
pub use threadsnake_platform as platform;
