//! What the suites of this folder share: a platform that keeps what is printed, and the heap's oracle.
#![allow(dead_code, reason = "each suite uses its part")]

pub mod natives;
pub mod numbers;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use threadsnake_sim::runtime::platform::{
    Platform, PlatformError, PlatformResult, Receiver, Stream,
};
use threadsnake_sim::runtime::{Ending, Runtime};

/// Keeps what is printed, reads files, and has no input; time passes while a program sleeps, and a little with each look
/// at the clock.
#[derive(Default)]
pub struct Quiet {
    pub out: Vec<u8>,
    pub err: Vec<u8>,
    passed_ns: u64,
}

/// The file that a path names.
fn path_of(path: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(path).into_owned())
}

impl Platform for Quiet {
    fn write(&mut self, stream: Stream, bytes: &[u8]) -> PlatformResult<()> {
        match stream {
            Stream::Err => self.err.extend_from_slice(bytes),
            _ => self.out.extend_from_slice(bytes),
        }
        Ok(())
    }

    fn flush(&mut self, _stream: Stream) -> PlatformResult<()> {
        Ok(())
    }

    fn read_line(&mut self, _to: Receiver) -> PlatformResult<()> {
        Ok(())
    }

    fn monotonic_ns(&mut self) -> u64 {
        self.passed_ns = self.passed_ns.saturating_add(1_000);
        self.passed_ns
    }

    fn wall_ns(&mut self) -> u64 {
        0
    }

    fn cpu_ns(&mut self) -> u64 {
        0
    }

    fn sleep_ns(&mut self, ns: u64) {
        self.passed_ns = self.passed_ns.saturating_add(ns);
    }

    fn read_file(&mut self, path: &[u8], to: Receiver) -> PlatformResult<()> {
        let bytes = fs::read(path_of(path)).map_err(|_| PlatformError::NotFound)?;
        if to(&bytes) { Ok(()) } else { Err(PlatformError::Refused) }
    }

    fn is_file(&mut self, path: &[u8]) -> bool {
        path_of(path).is_file()
    }

    fn is_directory(&mut self, path: &[u8]) -> bool {
        path_of(path).is_dir()
    }

    fn take_interrupt(&mut self) -> bool {
        false
    }
}

/// What is wrong with the heap of a machine at rest: its structure, or a count that is not the number of
/// references.
pub fn check(runtime: &mut Runtime) -> Option<String> {
    let cx = &mut runtime.vm.cx;
    let held = [cx.modules, cx.sys, cx.spare_error, cx.handled, cx.raised];
    let found = cx.heap.check_all(&mut |visit| held.into_iter().for_each(visit));
    found.err().map(|broken| format!("the heap is broken: {broken:?}"))
}

/// What is wrong with the heap of a machine that ran code no compiler made: its structure, or an object that is
/// counted less often than it is referred to. If nothing is: is an object counted more often, for good?
pub fn check_sound(runtime: &mut Runtime) -> Result<bool, String> {
    let cx = &mut runtime.vm.cx;
    let held = [cx.modules, cx.sys, cx.spare_error, cx.handled, cx.raised];
    match cx.heap.check_sound(&mut |visit| held.into_iter().for_each(visit)) {
        Ok(lost) => Ok(lost > 0),
        Err(broken) => Err(format!("the heap is broken: {broken:?}")),
    }
}

/// The folder of the language tests.
pub fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests")
}

/// What is in a folder, sorted.
pub fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

/// The programs directly in a folder.
pub fn programs(folder: &Path) -> Vec<PathBuf> {
    let mut files = entries(folder);
    files.retain(|file| file.extension().is_some_and(|extension| extension == "py"));
    files
}

/// Keeps the programs whose path contains a word of the command line, when there is one.
pub fn selected(mut programs: Vec<PathBuf>) -> Vec<PathBuf> {
    let words: Vec<String> =
        std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    programs.retain(|path| {
        words.is_empty() || words.iter().any(|word| path.to_string_lossy().contains(word))
    });
    programs
}

/// The folder that a program imports from.
pub fn folder_of(program: &Path) -> Vec<u8> {
    program
        .parent()
        .map_or_else(Vec::new, |folder| folder.to_string_lossy().into_owned().into_bytes())
}

/// Does the program end as programs may: well, or by its own exception or exit?
pub fn is_over(ending: Ending) -> bool {
    ending != Ending::Budget
}

/// The lines that the test command counts.
pub fn summary(passed: usize, failed: usize) -> ExitCode {
    let result = if failed > 0 { "FAILED" } else { "ok" };
    println!("test result: {result}. {passed} passed; {failed} failed; 0 ignored");
    if failed > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
