//! Containers against simple models, in every profile's tuning, with allocations that fail.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop")]

mod dicts;
mod iterators;
mod lists;
mod machine;
mod sets;
mod sizes;
