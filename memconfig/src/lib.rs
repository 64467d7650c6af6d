//! Memory configuration: the numbers of the core, chosen by a profile.
//!
//! The core reads constants, one module per section of the knob table:
//! `memconfig::dict::SCAN_MAX`, `memconfig::frames::SPILL_BYTES`. They come from the profile that
//! `THREADSNAKE_PROFILE` names when the package is built (a file of `profiles/`, or a path ending in
//! `.toml`); without it from `base`. [`profile`] says which one that was.
//!
//! Host tools turn on the feature `load` and get the reader of profiles itself.
//!
//! Not here: what the knobs mean (`load/knobs.rs`), their values (`profiles/*.toml`).

#![cfg_attr(not(any(feature = "load", test)), no_std)]
#![forbid(unsafe_code)]
#![warn(missing_docs)]

include!(concat!(env!("OUT_DIR"), "/constants.rs"));

#[cfg(feature = "load")]
#[path = "../load/mod.rs"]
pub mod load;

/// The folder of the built-in profiles, for host tools that run in the repository.
#[cfg(feature = "load")]
pub const PROFILES_DIR: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/profiles");
