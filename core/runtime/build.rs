//! The ROM writer: everything scripts share that never changes, laid out before the first run.
//!
//! ```text
//!  0  dummy | types | names | statics | method tables, natives | prelude | library | tables of names
//!     fixed places: objects/{types,names,statics}.rs        places written to RomInfo
//! ```
//!
//! The result is one array of words in the generated `rom.rs`. Nothing of it depends on the target but
//! its byte order.
//!
//! Not here: reading ROM (crate `objects`).

#[path = "rom/blob.rs"]
mod blob;
#[path = "rom/code.rs"]
mod code;
#[path = "rom/fixed.rs"]
mod fixed;
#[path = "rom/library.rs"]
mod library;
#[path = "rom/prelude.rs"]
mod prelude;
#[path = "rom/python.rs"]
mod python;
#[path = "rom/tables.rs"]
mod tables;

use blob::{Blob, Built};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use threadsnake_objects::statics;

/// Words on a line of the generated file.
const WORDS_PER_LINE: usize = 12;

/// Names the library's modules that programs import, with commas between them: those and what they import are all
/// that is frozen. Not set, all are.
const ONLY: &str = "THREADSNAKE_LIBRARY";

/// Where the writer put what has no fixed place.
struct Places {
    names: u32,
    prelude: u32,
    builtins: u32,
    modules: u32,
    frozen: u32,
}

fn main() -> ExitCode {
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("cargo::error={error}");
            ExitCode::FAILURE
        }
    }
}

fn variable(name: &str) -> Built<String> {
    std::env::var(name).map_err(|error| format!("{name}: {error}"))
}

fn build() -> Built<()> {
    let pylib = PathBuf::from(variable("CARGO_MANIFEST_DIR")?).join("../pylib");
    println!("cargo::rerun-if-changed={}", pylib.display());
    println!("cargo::rerun-if-changed=rom");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed={ONLY}");
    // Made twice: all strings are to lie in front, where short numbers reach them.
    let mut draft = Blob::new(statics::END);
    fill(&mut draft, &pylib, &[], None)?;
    let mut blob = Blob::new(statics::END);
    // All strings, whichever modules there are: then names take no memory that they do not take elsewhere, and
    // what lies before the library lies where it always does.
    let only = std::env::var(ONLY).ok();
    let places = fill(&mut blob, &pylib, &draft.texts(), only.as_deref())?;
    check_budget(blob.len())?;
    let target = variable("CARGO_CFG_TARGET_ENDIAN")?;
    let host = if cfg!(target_endian = "big") { "big" } else { "little" };
    let text = generated(&blob.targeted(target != host), &places);
    let out = PathBuf::from(variable("OUT_DIR")?).join("rom.rs");
    std::fs::write(&out, text).map_err(|error| format!("{}: {error}", out.display()))
}

/// A profile may say how large ROM may be.
fn check_budget(bytes: u32) -> Built<()> {
    let most = memconfig::budget::ROM_BYTES;
    if most != 0 && bytes > most {
        return Err(format!("ROM has {bytes} bytes, budget.rom-bytes allows {most}"));
    }
    Ok(())
}

fn fill(
    blob: &mut Blob,
    pylib: &Path,
    texts: &[(String, bool)],
    only: Option<&str>,
) -> Built<Places> {
    fixed::put(blob)?;
    for (text, is_name) in texts {
        blob.spell(text, *is_name);
    }
    let tables = tables::put(blob)?;
    let sources = python::sources(&pylib.join("prelude"))?;
    let prelude = prelude::put(blob, &tables, &sources)?;
    let frozen = library::put(blob, &tables, pylib, only)?;
    let (builtins, modules) = tables::put_modules(blob, &tables)?;
    Ok(Places { names: names_table(blob, texts)?, prelude, builtins, modules, frozen })
}

/// The table of names, once strings lie where it can count them.
fn names_table(blob: &mut Blob, texts: &[(String, bool)]) -> Built<u32> {
    if texts.is_empty() { Ok(0) } else { blob.names_table() }
}

fn generated(words: &[u32], places: &Places) -> String {
    let mut text = String::new();
    let bytes = words.len() * 4;
    let Places { names, prelude, builtins, modules, frozen } = places;
    // Writing to a String cannot fail.
    let _ = writeln!(
        text,
        "/// Places in ROM.\n\
         pub const INFO: RomInfo = RomInfo {{ len: {bytes}, names: Ref({names}), prelude: Ref({prelude}), \
         builtins: Ref({builtins}), modules: Ref({modules}) }};\n\
         /// Table of the library modules whose code is in ROM.\n\
         pub const FROZEN: Ref = Ref({frozen});\n\
         /// ROM.\n\
         pub static ROM: Blob<{}> = Blob([",
        words.len()
    );
    for line in words.chunks(WORDS_PER_LINE) {
        for word in line {
            let _ = write!(text, "{word},");
        }
        text.push('\n');
    }
    text.push_str("]);\n");
    text
}
