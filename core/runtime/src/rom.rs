//! ROM: one array of words, and where in it things are. Written by the build script.

use threadsnake_heap::Ref;
use threadsnake_objects::cx::RomInfo;

/// Words aligned as the heap wants its base to be.
#[repr(C, align(8))]
pub struct Blob<const N: usize>(pub [u32; N]);

include!(concat!(env!("OUT_DIR"), "/rom.rs"));
