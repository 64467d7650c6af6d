//! The image of a 64-bit console of the Cell class: PlayStation 3.
//!
//! The board is the one that QEMU has for the nearest processor, a 970; a console differs from it in
//! board.rs and link.ld only.
#![cfg(target_os = "none")]
#![no_std]

mod board;

threadsnake_ppc::entry!(board::Cell);
