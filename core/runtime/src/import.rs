//! Finding the code of a module: in ROM, then along the search path.
//!
//! In each folder of the path, `NAME/__init__.py` goes before `NAME.py`, and text before an image
//! (`.tsi`): what was compiled elsewhere serves where there is no text.
//!
//! A folder without `__init__.py` is a package without code, if nothing else of its name is found.
//!
//! Not here: native modules, `sys.modules` and the module object, which the prelude's `import_module` does.

use crate::compile::{Origin, Source, bytes_of, source};
use crate::load::{self, Program};
use crate::loader::Loader;
use crate::{rom, scratch};
use threadsnake_compiler::{Bump, Mode};
use threadsnake_heap::{Value, kind};
use threadsnake_objects::class::rom_lookup;
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{dict, intern, list, names, str, tuple};
use threadsnake_platform::PlatformError;

/// What a file name ends in, and whether it makes its module a package. In the order they are tried.
const ENDINGS: [(&[u8], bool); 4] =
    [(b"/__init__.py", true), (b".py", false), (b"/__init__.tsi", true), (b".tsi", false)];

/// The code of a module: `(code, path of its file, is a package)`, or None when there is no such file. A
/// package without code is `(None, path of its folder, True)`.
/// `path` is a list of folders; anything else stands for `sys.path`.
pub(crate) fn load_module(loader: &Loader, cx: &mut Cx, name: Value, path: Value) -> NativeResult {
    if let Some(found) = frozen(cx, name) {
        return found;
    }
    let bump = scratch::new()?;
    let Some(name) = bytes_of(cx, name).and_then(|name| scratch::copy(&bump, name)) else {
        return Ok(Value::NONE);
    };
    let own = name.rsplit(|&byte| byte == b'.').next().unwrap_or(name);
    let folders = search_path(cx, path);
    let mut bare_folder = None;
    let mut number = 0;
    while let Some(folder) = folder_at(cx, folders, number) {
        number += 1;
        let folder = bytes_of(cx, folder).and_then(|folder| scratch::copy(&bump, folder));
        let Some(folder) = folder else { continue };
        if let Some((file, is_package)) = find_in(cx, folder, own, &bump) {
            return load_file(loader, cx, file, is_package, &bump);
        }
        let inner = scratch::join(&bump, &[folder, slash(folder), own]);
        bare_folder = bare_folder.or(inner.filter(|inner| cx.platform.is_directory(inner)));
    }
    match bare_folder {
        Some(folder) => found(cx, Value::NONE, folder, true),
        None => Ok(Value::NONE),
    }
}

/// What goes between a folder and a name in it.
fn slash(folder: &[u8]) -> &'static [u8] {
    if folder.is_empty() || folder.ends_with(b"/") { b"" } else { b"/" }
}

/// `(code, path, is a package)`.
fn found(cx: &mut Cx, code: Value, path: &[u8], is_package: bool) -> NativeResult {
    let path = str::new(cx, path)?;
    let found = tuple::from_slice(cx, &[code, path, Value::bool(is_package)]);
    cx.heap.dec(path);
    Ok(found?.value())
}

/// A module whose code is in ROM.
fn frozen(cx: &mut Cx, name: Value) -> Option<NativeResult> {
    let text = cx.as_kind(name, kind::STR)?;
    let hash = str::hash(cx, text);
    let name = intern::find(cx, str::bytes(cx, text), hash)?;
    let entry = rom_lookup(cx, rom::FROZEN, name)?.object_ref()?;
    let (code, is_package) = (tuple::item(cx, entry, 0), tuple::item(cx, entry, 1));
    let found = tuple::from_slice(cx, &[code, Value::NONE, is_package]);
    Some(found.map(|found| found.value()).map_err(Into::into))
}

fn search_path(cx: &Cx, path: Value) -> Value {
    if cx.as_kind(path, kind::LIST).is_some() || cx.as_kind(path, kind::TUPLE).is_some() {
        return path;
    }
    let members = cx.sys.object_ref();
    let path = members.and_then(|members| dict::get_interned(cx, members, names::PATH_NAME));
    path.unwrap_or(Value::NONE)
}

fn folder_at(cx: &Cx, folders: Value, number: u32) -> Option<Value> {
    if let Some(folders) = cx.as_kind(folders, kind::LIST) {
        return list::items(cx, folders).get(number as usize).copied();
    }
    let folders = cx.as_kind(folders, kind::TUPLE)?;
    tuple::items(cx, folders).get(number as usize).copied()
}

/// The file of a module in a folder.
fn find_in<'a>(
    cx: &mut Cx,
    folder: &[u8],
    name: &[u8],
    bump: &'a Bump,
) -> Option<(&'a [u8], bool)> {
    ENDINGS.iter().find_map(|&(ending, is_package)| {
        let file = scratch::join(bump, &[folder, slash(folder), name, ending])?;
        cx.platform.is_file(file).then_some((file, is_package))
    })
}

fn load_file(
    loader: &Loader,
    cx: &mut Cx,
    file: &[u8],
    is_package: bool,
    bump: &Bump,
) -> NativeResult {
    if let Some(program) = load::resident(loader, cx, file) {
        let program = program.map_err(|error| error.raise(cx))?;
        return found(cx, program.code, file, is_package);
    }
    let bytes = match scratch::read_file(cx.platform, file, bump) {
        Ok(bytes) => bytes,
        Err(PlatformError::Refused) => return Err(raise::memory_error(cx)),
        Err(_) => return Err(raise::import_error(cx, &[S("can't read "), B(file)])),
    };
    let program = program(loader, cx, bytes, file, bump)?;
    found(cx, program.code, file, is_package)
}

/// A program from the bytes of a file, which may be text or an image.
pub(crate) fn program(
    loader: &Loader,
    cx: &mut Cx,
    bytes: &[u8],
    file: &[u8],
    bump: &Bump,
) -> Outcome<Program> {
    if load::is_image(bytes) {
        return load::from_file(loader, cx, bytes).map_err(|error| error.raise(cx));
    }
    let name = core::str::from_utf8(file).unwrap_or("?");
    source(loader, cx, Source { text: bytes, name, mode: Mode::Exec, origin: Origin::File }, bump)
}
