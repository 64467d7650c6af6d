//! Library modules in Python, frozen: their code lies in ROM, their modules are made when imported.
//!
//! `manifest.toml` lists what can be imported without a file, one `name = "native"` or `name = "frozen"` a
//! line. A frozen module `a.b` is `lib/a/b.py`, a package `lib/a/__init__.py`.
//!
//! Not here: native modules (tables.rs), import (src/import.rs).

use crate::blob::{Blob, Built};
use crate::code::{self, Names};
use crate::python;
use crate::tables::Tables;
use std::path::Path;
use threadsnake_heap::Value;

/// Compiles the library; gives the table of module name, (code, is a package).
pub fn put(blob: &mut Blob, tables: &Tables, folder: &Path) -> Built<u32> {
    let manifest = folder.join("manifest.toml");
    let text = std::fs::read_to_string(&manifest)
        .map_err(|error| format!("{}: {error}", manifest.display()))?;
    let mut pairs = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let refuse = |why: &str| Err(format!("{}:{}: {why}", manifest.display(), number + 1));
        let line = line.split('#').next().unwrap_or("").trim();
        if line.is_empty() || line.starts_with('[') {
            continue;
        }
        let Some((name, how)) = line.split_once('=') else {
            return refuse("expected name = \"...\"");
        };
        let name = name.trim().trim_matches('"');
        match how.trim().trim_matches('"') {
            "native" if tables.modules.contains_key(name) => {}
            "native" => return refuse("there is no native module of that name"),
            "frozen" => pairs.push(freeze(blob, &folder.join("lib"), name)?),
            _ => return refuse("a module is \"native\" or \"frozen\""),
        }
    }
    blob.table(pairs)
}

fn freeze(blob: &mut Blob, folder: &Path, name: &str) -> Built<(u32, u32)> {
    let stem = folder.join(name.replace('.', "/"));
    let package = stem.join("__init__.py");
    let is_package = package.is_file();
    let source = python::read(if is_package { package } else { stem.with_extension("py") })?;
    let image = python::image(&source, &format!("<frozen {name}>"))?;
    let placed = code::place(blob, &image, &Names::Later)
        .map_err(|error| format!("{}: {error}", source.path.display()))?;
    let entry = blob.tuple(&[placed.main, Value::bool(is_package).0]);
    Ok((blob.text(name), entry))
}
