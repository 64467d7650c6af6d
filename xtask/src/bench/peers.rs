//! The interpreters that run beside ours, and one program's count in each.
//!
//! Not here: how instructions are counted (counter.rs).

use super::counter::Counter;
use anyhow::{Context, Result};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What one program cost, the start of the interpreter taken off.
pub struct Row {
    /// Its name.
    pub name: String,
    /// In ours.
    pub ours: u64,
    /// In CPython.
    pub cpython: Option<u64>,
    /// In Lua, when there is a twin.
    pub lua: Option<u64>,
}

/// An interpreter that runs programs.
pub struct Interpreter {
    /// The command and what stands before the program.
    words: Vec<OsString>,
    /// What it costs to run nothing.
    pub start_up: u64,
}

impl Interpreter {
    fn new(counter: Counter, words: Vec<OsString>, nothing: &[&str]) -> Result<Self> {
        let mut command = Command::new(words.first().context("an interpreter has a name")?);
        command.args(nothing);
        Ok(Self { start_up: counter.count(&command)?, words })
    }

    /// Instructions of a program alone.
    fn count(&self, counter: Counter, program: &Path) -> Result<u64> {
        let mut words = self.words.iter();
        let mut command = Command::new(words.next().context("an interpreter has a name")?);
        command.args(words).arg(program);
        Ok(counter.count(&command)?.saturating_sub(self.start_up))
    }
}

/// Ours, and the other interpreters of this machine.
pub struct Peers {
    /// Ours.
    pub ours: Interpreter,
    /// CPython 3.11 or newer.
    pub cpython: Option<Interpreter>,
    /// Lua 5.4.
    pub lua: Option<Interpreter>,
}

impl Peers {
    /// Looks for the others and counts everyone's start.
    pub fn find(counter: Counter, binary: PathBuf) -> Result<Self> {
        // The interpreter itself: the first word on the path may be a shim that starts it.
        let cpython =
            output_of(Command::new("python3").args([
                "-c",
                "import sys; assert sys.version_info >= (3, 11); print(sys.executable)",
            ]));
        let lua = ["lua5.4", "lua"].into_iter().map(str::to_string).find(|name| {
            output_of(Command::new(name).arg("-v")).is_some_and(|text| text.contains("Lua 5.4"))
        });
        for (name, path) in [("CPython 3.11", &cpython), ("Lua 5.4", &lua)] {
            if path.is_none() {
                eprintln!("{name} is not installed: its column stays empty");
            }
        }
        let ours = vec![binary.into_os_string(), "run".into(), "--quiet".into()];
        let cpython = cpython.map(|path| {
            let words = vec![path.into(), "-I".into(), "-S".into()];
            Interpreter::new(counter, words, &["-I", "-S", "-c", ""])
        });
        let lua = lua.map(|path| Interpreter::new(counter, vec![path.into()], &["-e", ""]));
        Ok(Self {
            ours: Interpreter::new(counter, ours, &["-c", ""])?,
            cpython: cpython.transpose()?,
            lua: lua.transpose()?,
        })
    }

    /// Counts one program in all that can run it.
    pub fn measure(&self, counter: Counter, name: String, program: &Path) -> Result<Row> {
        let count = |peer: &Option<Interpreter>, program: &Path| {
            peer.as_ref().map(|peer| peer.count(counter, program)).transpose()
        };
        let twin = program.with_extension("lua");
        Ok(Row {
            name,
            ours: self.ours.count(counter, program)?,
            cpython: count(&self.cpython, program)?,
            lua: if twin.is_file() { count(&self.lua, &twin)? } else { None },
        })
    }
}

fn output_of(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8(output.stdout).ok()?.trim().to_string())
}

/// What the start of an interpreter costs, when it is there.
pub fn start_up(peer: &Option<Interpreter>) -> Option<u64> {
    peer.as_ref().map(|peer| peer.start_up)
}
