//! CPython 3.11 or newer as the judge of our expectations, where the machine has one.

use std::path::Path;

use crate::interpreter::Interpreter;

/// Names an interpreter may have, the exact version first: error texts change between versions.
const NAMES: [&str; 2] = ["python3.11", "python3"];
/// Without environment, user folder and site packages, and leaving no compiled files behind. Not
/// `-I`, which would also hide the modules that lie beside a program.
const OPTIONS: [&str; 4] = ["-E", "-s", "-S", "-B"];
/// Expectations are written by this version; another one words some errors differently.
const VERSION: &str = "3.11";

/// A CPython whose texts are those our expectations were written by, or why there is none.
pub fn cpython() -> Result<Interpreter, String> {
    let mut reason = "no python3 on this machine".to_owned();
    for name in NAMES {
        let words = [&[name][..], &OPTIONS[..]].concat();
        match version(&words) {
            Some(version) if version == VERSION => {
                return Ok(Interpreter::command("python", &words));
            }
            Some(version) => reason = format!("{name} is version {version}, not {VERSION}"),
            None => {}
        }
    }
    Err(reason)
}

fn version(words: &[&str]) -> Option<String> {
    let question = "import sys; print('%d.%d' % sys.version_info[:2])";
    let run = Interpreter::command("python", words).run(Path::new("."), "-c", &[question]);
    (run.status == Some(0)).then(|| run.stdout.trim().to_owned())
}
