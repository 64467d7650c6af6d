//! The part of ROM that is written in Python: compiling its files.
//!
//! Not here: what becomes of the code (code.rs, prelude.rs, library.rs).

use crate::blob::Built;
use std::path::{Path, PathBuf};
use threadsnake_compiler::{Bump, CompileError, Mode, Options, compile};

/// A file of Python text.
pub struct Source {
    /// Where it is.
    pub path: PathBuf,
    /// Its bytes.
    pub text: Vec<u8>,
}

/// The Python files of a folder in order of their names.
pub fn sources(folder: &Path) -> Built<Vec<Source>> {
    let entries =
        std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
    paths.sort();
    paths.into_iter().map(read).collect()
}

/// Reads one file.
pub fn read(path: PathBuf) -> Built<Source> {
    let text = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(Source { path, text })
}

/// Memory for a compilation.
pub fn arena() -> Built<Bump> {
    Bump::try_new().map_err(|_| "out of memory".to_owned())
}

/// Compiles a file for this machine's byte order.
pub fn image(source: &Source, filename: &str) -> Built<Vec<u32>> {
    let bump = arena()?;
    let options = Options::new(filename, Mode::Exec);
    let program =
        compile(&source.text, &options, &bump).map_err(|error| describe(source, &error))?;
    let mut image = vec![0; program.len_words()];
    program.copy_to(&mut image);
    Ok(image)
}

/// An error as a line that editors understand.
pub fn describe(source: &Source, error: &CompileError) -> String {
    let mut text = String::new();
    error.write_message(&mut |piece| text.push_str(piece));
    let place = error.position(&source.text);
    format!("{}:{}:{}: {text}", source.path.display(), place.line, place.offset)
}
