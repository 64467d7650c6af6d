//! Containers against simple models, in every profile's tuning, with allocations that fail.

mod dicts;
mod iterators;
mod lists;
mod machine;
mod sets;
mod sizes;
