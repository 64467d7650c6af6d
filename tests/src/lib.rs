//! Runs the Python programs of this folder and compares what they do with what is written in them.
//!
//! ```text
//!  py/ errors/ limits/ ...  --files-->  case.rs      one program on disk
//!                                       expect.rs    what its comments promise
//!  THREADSNAKE_BIN  ------command---->  interpreter.rs  one run: output, end, time limit
//!                                       judge.rs     promise against run: a verdict
//!                                       runner.rs    all of them, two at a time, and the report
//!                                       profile.rs   what the tested profile has and lacks
//!                                       oracle.rs    the same promises held against CPython
//! ```
//!
//! A suite (`suites/*.rs`) picks a folder, an interpreter and a judge. There is no list of
//! programs that are known to fail: every program in the tree passes.
//!
//! Not here: writing expectations (`bless.py`).

pub mod case;
pub mod expect;
pub mod interpreter;
pub mod judge;
pub mod oracle;
pub mod profile;
pub mod runner;
