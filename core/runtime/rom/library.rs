//! Library modules in Python, frozen: their code lies in ROM, their modules are made when imported.
//!
//! Every file of `lib/` is frozen: `a/b.py` as the module `a.b`, `a/__init__.py` as the package `a`.
//! `manifest.toml` says what else is true of a module, one `name = "..."` a line: `absent` leaves it out;
//! `native` and `frozen` are checked against what there is, so that the list can be relied on.
//!
//! The knob `library.modules` leaves them all out: a program then brings those it imports. An image for programs
//! that are known needs only those that they import (`build --imported-only`).
//!
//! Not here: native modules (tables.rs), import (src/import.rs).

use crate::blob::{Blob, Built};
use crate::code::{self, Names};
use crate::python;
use crate::tables::Tables;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use threadsnake_heap::Value;

/// What the machine itself imports.
const OWN: &str = "_sysdata";

/// Module name to file, and whether it is a package.
type Modules = BTreeMap<String, (PathBuf, bool)>;

/// Compiles the library, or only some modules and what they import; gives the table of module name, (code, is a
/// package).
pub fn put(blob: &mut Blob, tables: &Tables, folder: &Path, only: Option<&str>) -> Built<u32> {
    let mut modules = Modules::new();
    collect(&folder.join("lib"), "", &mut modules)?;
    apply_manifest(&folder.join("manifest.toml"), tables, &mut modules)?;
    if matches!(memconfig::library::MODULES, memconfig::library::Modules::None) {
        modules.retain(|name, _| name == OWN);
    } else if let Some(only) = only {
        keep(&mut modules, only)?;
    }
    let mut pairs = Vec::new();
    for (name, (path, is_package)) in modules {
        pairs.push(freeze(blob, &name, path, is_package)?);
    }
    blob.table(pairs)
}

/// Leaves those modules that are named, with what their texts import.
fn keep(modules: &mut Modules, only: &str) -> Built<()> {
    let mut wanted = BTreeSet::new();
    let mut waiting = vec![OWN.to_string()];
    waiting.extend(only.split(',').filter(|name| !name.is_empty()).map(str::to_string));
    while let Some(name) = waiting.pop() {
        let of_package = |module: &str| top_of(module) == name;
        if !modules.keys().any(|module| of_package(module)) || !wanted.insert(name.clone()) {
            continue;
        }
        for (_, (path, _)) in modules.iter().filter(|(module, _)| of_package(module)) {
            let text = std::fs::read_to_string(path)
                .map_err(|error| format!("{}: {error}", path.display()))?;
            waiting.extend(imported(&text));
        }
    }
    // A package is whole: which of its modules it needs when is its own business.
    modules.retain(|name, _| wanted.contains(top_of(name)));
    Ok(())
}

/// All words of lines with an `import` in them: more than it imports, never less.
fn imported(text: &str) -> impl Iterator<Item = String> {
    let words = |line| str::split(line, |letter: char| !letter.is_alphanumeric() && letter != '_');
    let lines = text.lines().filter(move |&line| words(line).any(|word| word == "import"));
    lines.flat_map(words).map(str::to_string)
}

/// The package of a module, or itself.
fn top_of(module: &str) -> &str {
    module.split('.').next().unwrap_or(module)
}

fn collect(folder: &Path, prefix: &str, modules: &mut Modules) -> Built<()> {
    let entries =
        std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for path in entries.flatten().map(|entry| entry.path()) {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let name = format!("{prefix}{stem}");
        if path.is_dir() && path.join("__init__.py").is_file() {
            collect(&path, &format!("{name}."), modules)?;
            modules.insert(name, (path.join("__init__.py"), true));
        } else if path.extension().is_some_and(|extension| extension == "py") && stem != "__init__"
        {
            modules.insert(name, (path, false));
        }
    }
    Ok(())
}

fn apply_manifest(manifest: &Path, tables: &Tables, modules: &mut Modules) -> Built<()> {
    let text = std::fs::read_to_string(manifest)
        .map_err(|error| format!("{}: {error}", manifest.display()))?;
    for (number, line) in text.lines().enumerate() {
        let line = line.split('#').next().unwrap_or("").trim();
        if line.is_empty() || line.starts_with('[') {
            continue;
        }
        let refuse = |why: &str| Err(format!("{}:{}: {why}", manifest.display(), number + 1));
        let Some((name, how)) = line.split_once('=') else {
            return refuse("expected name = \"...\"");
        };
        let name = name.trim().trim_matches('"');
        match how.trim().trim_matches('"') {
            "native" if tables.modules.contains_key(name) => {}
            "native" => return refuse("there is no native module of that name"),
            "frozen" if modules.contains_key(name) => {}
            "frozen" => return refuse("there is no file for it in lib/"),
            "absent" => {
                modules.remove(name);
            }
            _ => return refuse("a module is \"native\", \"frozen\" or \"absent\""),
        }
    }
    Ok(())
}

fn freeze(blob: &mut Blob, name: &str, path: PathBuf, is_package: bool) -> Built<(u32, u32)> {
    let source = python::read(path)?;
    let image = python::image(&source, &format!("<frozen {name}>"))?;
    let placed = code::place(blob, &image, &Names::Later)
        .map_err(|error| format!("{}: {error}", source.path.display()))?;
    let entry = blob.tuple(&[placed.main, Value::bool(is_package).0]);
    Ok((blob.text(name), entry))
}
