//! Tests of numbers: tables made with CPython (`data/make.py`) and laws that hold for all numbers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop")]

mod bigint_laws;
mod bigint_tables;
mod number_tables;
mod support;
