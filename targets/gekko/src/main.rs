//! The image of a 32-bit console of the 750 class: GameCube and Wii.
//!
//! The board is the one that QEMU has for this processor; a console differs from it in board.rs and
//! link.ld only.
#![cfg(target_os = "none")]
#![no_std]

mod board;

threadsnake_ppc::entry!(board::Gekko);
