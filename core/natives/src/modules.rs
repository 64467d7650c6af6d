//! Native modules: one file for each, its table on top.
//!
//! Not here: modules written in Python (core/pylib/lib).

pub mod fields;
pub mod gc;
pub mod machine;
pub mod math;
pub mod objects;
pub mod random;
pub mod sys;
pub mod tables;
pub mod text;
pub mod time;
