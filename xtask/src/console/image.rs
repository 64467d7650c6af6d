//! From programs to an image: compile them for the board, gather what they import, link, measure.
//!
//! ```text
//!  target/threadsnake/BOARD/PROFILE/NAME.elf        the image, with its symbols
//!  target/threadsnake/BOARD/PROFILE/NAME.bin        the same as bytes, where a board is loaded that way
//! ```
//!
//! What a program imports is looked for beside it: every `import` statement whose name has a file there.
//! Modules found in another way at run time have to be named.
//!
//! Not here: the core (library.rs), running (machine.rs).

use super::block::{Block, File};
use super::library::{Choice, library};
use super::{Board, Load, MIB};
use crate::elf::Elf;
use crate::repository::{Repository, profile};
use crate::setup::needs::Width;
use crate::trace::{self, Events};
use anyhow::{Context, Result, bail};
use memconfig::load::{Profile, Value};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How programs travel.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// As images, executed where they lie.
    Image,
    /// As text, compiled on the board.
    Source,
}

/// An image that can be booted.
#[derive(Debug)]
pub struct Image {
    /// The file with symbols.
    pub elf: PathBuf,
    /// The file to boot.
    pub boot: PathBuf,
    /// Memory that the board needs, in MiB.
    pub memory_mib: u64,
}

/// Bytes of an image by use.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Sizes {
    /// Instructions, with the vectors.
    pub text: u64,
    /// Constants, ROM among them.
    pub rodata: u64,
    /// Data with a value.
    pub data: u64,
    /// The programs.
    pub programs: u64,
    /// Data that is 0 at the start, with the stack of traps.
    pub bss: u64,
}

/// A program could not be compiled: its error was printed, this is the status it would end with.
#[derive(Debug)]
pub struct NotCompiled(pub u8);

impl std::fmt::Display for NotCompiled {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "the program does not compile")
    }
}

impl std::error::Error for NotCompiled {}

/// Programs and what they import, as files of a block. `compiler` is the simulator of the same profile.
/// Names are relative to `place`.
pub fn files(compiler: &Path, place: &Path, programs: &[PathBuf], form: Form) -> Result<Vec<File>> {
    let mut list = Vec::new();
    for (path, text) in texts(place, programs)? {
        let content = match form {
            Form::Image => compiled(compiler, place, &path, &text)?,
            Form::Source => text,
        };
        list.push(File { name: path.as_os_str().as_encoded_bytes().to_vec(), content });
    }
    Ok(list)
}

/// Programs and what they import, as they lie in their files.
fn texts(place: &Path, programs: &[PathBuf]) -> Result<Vec<(PathBuf, Vec<u8>)>> {
    let mut list = Vec::new();
    let mut seen = BTreeSet::new();
    let mut waiting: Vec<PathBuf> = programs.iter().rev().cloned().collect();
    while let Some(path) = waiting.pop() {
        if !seen.insert(path.clone()) {
            continue;
        }
        let text = std::fs::read(place.join(&path))
            .with_context(|| format!("can't read {}", path.display()))?;
        let folder = programs.first().and_then(|first| first.parent()).unwrap_or(Path::new(""));
        waiting.extend(imported(&text, place, folder, &path));
        list.push((path, text));
    }
    Ok(list)
}

/// Modules of the library that programs may import, for `Choice`; none when that cannot be told from their texts.
pub fn library_modules(
    repository: &Repository,
    place: &Path,
    programs: &[PathBuf],
) -> Result<Option<String>> {
    let library = repository.root.join("core/pylib/lib");
    let mut names = BTreeSet::new();
    for (_, text) in texts(place, programs)? {
        let Some(words) = std::str::from_utf8(&text).ok().and_then(imported_words) else {
            return Ok(None);
        };
        names.extend(words.into_iter().filter(|word| {
            library.join(word).is_dir() || library.join(word).with_extension("py").is_file()
        }));
    }
    Ok((!programs.is_empty()).then(|| names.into_iter().collect::<Vec<_>>().join(",")))
}

/// The words of lines with an `import` in them; none when the text may import what it does not name.
fn imported_words(text: &str) -> Option<Vec<String>> {
    const ANYTHING: [&str; 6] =
        ["exec", "eval", "compile", "__import__", "import_module", "importlib"];
    let words = |line: &str| -> Vec<String> {
        let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
        line.split(|letter| !is_part(letter)).map(str::to_string).collect()
    };
    if words(text).iter().any(|word| ANYTHING.contains(&word.as_str())) {
        return None;
    }
    let lines = text.lines().map(words).filter(|line| line.iter().any(|word| word == "import"));
    Some(lines.flatten().filter(|word| !word.is_empty()).collect())
}

/// The image of a program in the board's byte order; an image is taken as it is.
fn compiled(compiler: &Path, place: &Path, path: &Path, text: &[u8]) -> Result<Vec<u8>> {
    const MAGIC: &[u8] = b"TSNK";
    const OTHER: &[u8] = b"KNST";
    if text.starts_with(MAGIC) {
        return Ok(text.to_vec());
    }
    if text.starts_with(OTHER) {
        bail!(
            "{}: the image is for little-endian machines, this board is big-endian",
            path.display()
        );
    }
    let out = std::env::temp_dir().join(format!("threadsnake-{}.tsi", std::process::id()));
    let mut command = Command::new(compiler);
    command.args(["compile", "--byte-order", "big"]).arg(path).arg("-o").arg(&out);
    command.current_dir(place);
    let status = command.status()?;
    if !status.success() {
        let code = status.code().and_then(|code| u8::try_from(code).ok());
        return Err(NotCompiled(code.unwrap_or(1)).into());
    }
    let image = std::fs::read(&out)?;
    // A leftover in the folder for temporary files harms nobody.
    let _ = std::fs::remove_file(&out);
    Ok(image)
}

/// Files that the `import` statements of a text name, as the machine will look for them.
fn imported(text: &[u8], place: &Path, folder: &Path, path: &Path) -> Vec<PathBuf> {
    let text = String::from_utf8_lossy(text);
    let own = path.parent().unwrap_or(Path::new(""));
    let mut list = Vec::new();
    for line in text.lines().map(str::trim_start) {
        for name in names_of(line) {
            let start = if name.starts_with('.') { own } else { folder };
            let mut module = start.to_path_buf();
            for part in name.trim_start_matches('.').split('.').filter(|part| !part.is_empty()) {
                module.push(part);
                list.extend([module.with_extension("py"), module.join("__init__.py")]);
            }
        }
    }
    list.retain(|file| place.join(file).is_file());
    // `from a import b` names `a` twice.
    list.dedup();
    list
}

/// The modules that a line imports, `from a import b` also as `a.b`.
fn names_of(line: &str) -> Vec<String> {
    let word = |text: &str| text.split_whitespace().next().unwrap_or("").to_string();
    if let Some(rest) = line.strip_prefix("import ") {
        return rest.split(',').map(word).collect();
    }
    let Some((module, names)) =
        line.strip_prefix("from ").and_then(|rest| rest.split_once(" import "))
    else {
        return Vec::new();
    };
    let module = module.trim();
    let names = names.trim_matches(['(', ')']).split(',').map(word);
    let joined = names.map(|name| {
        if module.ends_with('.') { format!("{module}{name}") } else { format!("{module}.{name}") }
    });
    std::iter::once(module.to_string()).chain(joined).collect()
}

/// Links a board with a block of programs.
pub fn link(repository: &Repository, choice: Choice, block: &Block, name: &str) -> Result<Image> {
    let Choice { board, .. } = choice;
    let library = library(repository, choice)?;
    let folder = library.parent().context("a library lies in a folder")?;
    let settings = profile(choice.profile)?;
    let memory_mib = memory(board, &settings, block)?;
    // Two runs at once must not write each other's files.
    let own = format!("{name}-{}", std::process::id());
    let (raw, object) = (folder.join(format!("{own}.block")), folder.join(format!("{own}.o")));
    std::fs::write(&raw, block.bytes())?;
    let objcopy = tool(board, "objcopy");
    let mut command = Command::new(&objcopy);
    command.args(["-I", "binary", "-O", board.object_format]).arg(&raw).arg(&object);
    command.args(["--rename-section", ".data=.programs,alloc,load,data,contents"]);
    command.args(["--set-section-alignment", ".programs=8"]);
    perform(command)?;
    let elf = folder.join(format!("{name}.elf"));
    let mut command = Command::new(tool(board, "ld"));
    let script = repository.root.join("targets").join(board.name).join("link.ld");
    command.args(["--gc-sections", "--build-id=none", "-static", "-z", "max-page-size=4096"]);
    command.args(["--no-warn-rwx-segments", "-T"]).arg(script);
    command.arg(format!("--defsym=__memory_bytes={}", memory_mib * MIB));
    command.arg(format!("--defsym=__stack_bytes={}", stack_bytes(&settings)));
    if choice.events == Events::On {
        // The last line is for the system's own script, which is not there to be added to.
        let text = std::fs::read_to_string(trace::script(repository))?;
        let events = folder.join("events.ld");
        std::fs::write(&events, text.replace("INSERT AFTER .bss;", ""))?;
        command.arg("-T").arg(events);
    }
    command.arg(&library).arg(&object).arg("-o").arg(&elf);
    let linked = perform(command);
    for file in [raw, object] {
        // Only what is left for the next run to see would be in the way.
        let _ = std::fs::remove_file(file);
    }
    linked.with_context(|| format!("linking the image for {}", board.name))?;
    let boot = match board.load {
        Load::Raw => to_raw(board, &elf)?,
        Load::Elf => elf.clone(),
    };
    Ok(Image { elf, boot, memory_mib })
}

fn to_raw(board: &Board, elf: &Path) -> Result<PathBuf> {
    let raw = elf.with_extension("bin");
    let mut command = Command::new(tool(board, "objcopy"));
    command.args(["-O", "binary"]).arg(elf).arg(&raw);
    perform(command)?;
    Ok(raw)
}

/// A tool of binutils.
pub fn tool(board: &Board, name: &str) -> String {
    format!("{}-{name}", board.width.prefix())
}

/// Runs a tool; what it says is the error.
pub fn perform(mut command: Command) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().with_context(|| format!("{program} does not start"))?;
    if output.status.success() {
        return Ok(());
    }
    let text = String::from_utf8_lossy(&output.stderr);
    bail!("{program}: {}", text.trim());
}

/// Bytes of the native stack: for running, and for compiling when the board can.
fn stack_bytes(settings: &Profile) -> u64 {
    let of = |name| number(settings, "budget", name);
    (of("native-stack-bytes") + of("compiler-stack-bytes")).next_multiple_of(64)
}

fn number(settings: &Profile, section: &str, name: &str) -> u64 {
    match settings.get(section, name) {
        Some(Value::Int(number)) => number.into(),
        _ => 0,
    }
}

/// Memory for a block under a profile, in MiB: what the console has, or what the emulator can have.
fn memory(board: &Board, settings: &Profile, block: &Block) -> Result<u64> {
    let arena = match block.arena_bytes {
        0 => number(settings, "heap", "arena-bytes"),
        bytes => bytes.into(),
    };
    let programs: u64 = block.files.iter().map(|file| file.content.len() as u64).sum();
    // Code and constants take less than 2 MiB, the programs lie behind them.
    let needed = 2 * MIB + programs + arena + stack_bytes(settings);
    if needed <= board.memory_bytes {
        return Ok(board.memory_bytes / MIB);
    }
    let larger = board.emulated_mib.iter().copied().find(|&mib| needed <= mib * MIB);
    let most = board.emulated_mib.last().copied().unwrap_or(0);
    match larger {
        Some(mib) => {
            let (has, name) = (board.memory_bytes / MIB, board.name);
            eprintln!("{name} has {has} MiB, this needs more: a board with {mib} MiB is emulated");
            Ok(mib)
        }
        None => bail!(
            "the image is too large for {}: it needs {} MiB, the board has {} (emulated at most {most})",
            board.name,
            needed.div_ceil(MIB),
            board.memory_bytes / MIB,
        ),
    }
}

/// The knob that says how large an image may be, and its value.
fn budget(board: &Board, settings: &Profile) -> (&'static str, u64) {
    match board.width {
        Width::Ppc32 => ("budget.rom-bytes", number(settings, "budget", "rom-bytes")),
        Width::Ppc64 => ("budget.wide-rom-bytes", number(settings, "budget", "wide-rom-bytes")),
    }
}

/// What an image takes, by use.
pub fn sizes(elf: &Path) -> Result<Sizes> {
    let elf = Elf::read(elf)?;
    let of = |names: &[&str]| names.iter().map(|name| elf.section_bytes(name)).sum();
    Ok(Sizes {
        text: of(&[".vectors", ".text"]),
        // Descriptors of functions and the table of addresses are never written.
        rodata: of(&[".rodata", ".opd", ".got"]),
        data: of(&[".data"]),
        programs: of(&[".programs"]),
        bss: of(&[".bss", ".trap_stack"]),
    })
}

impl Sizes {
    /// What lies in ROM on a console that has one.
    fn rom(&self) -> u64 {
        self.text + self.rodata + self.data
    }

    /// Says by how much the image is larger than the profile allows; nothing when it is not.
    pub fn excess(&self, board: &Board, settings: &Profile) -> Option<String> {
        let (name, budget) = budget(board, settings);
        let more = self.rom().checked_sub(budget).filter(|&more| more > 0 && budget > 0)?;
        Some(format!(
            "the image is {more} bytes larger than the {budget} that the profile {} allows ({name}); \
             smaller are --no-compiler, --imported-only and library.modules = \"none\"",
            settings.name
        ))
    }

    /// One line a use, and the sum against what the profile allows.
    pub fn text(&self, board: &Board, settings: &Profile) -> String {
        let Sizes { text, rodata, data, programs, bss } = *self;
        let sum = self.rom();
        let verdict = match budget(board, settings).1 {
            0 => "no budget".to_string(),
            budget if sum <= budget => format!("of {budget} that the profile allows"),
            budget => format!("{} more than the {budget} that the profile allows", sum - budget),
        };
        format!(
            "text {text}\nrodata {rodata}\ndata {data}\nbss {bss}\nprograms {programs}\n\
             text, rodata and data {sum}, {verdict}"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn import_statements_name_modules() {
        assert_eq!(names_of("import a, b.c as d"), ["a", "b.c"]);
        assert_eq!(names_of("from a import b, c"), ["a", "a.b", "a.c"]);
        assert_eq!(names_of("from . import b"), [".", ".b"]);
        assert_eq!(names_of("important = 1"), Vec::<String>::new());
    }

    #[test]
    fn words_of_imports_are_never_too_few() {
        let text = "if x: import json\nfrom collections.abc import (\n    Set)\ny = 'random'\n";
        let words = imported_words(text).unwrap();
        assert!(words.iter().any(|word| word == "json"), "{words:?}");
        assert!(words.iter().any(|word| word == "collections"), "{words:?}");
        assert!(!words.iter().any(|word| word == "random"), "{words:?}");
        assert_eq!(imported_words("__import__('js' + 'on')"), None);
        assert_eq!(imported_words("exec(text)"), None);
    }

    #[test]
    fn modules_beside_the_program_are_found() {
        let folder = tempfile::tempdir().unwrap();
        let main = folder.path().join("main.py");
        std::fs::write(folder.path().join("one.py"), "").unwrap();
        std::fs::create_dir(folder.path().join("pack")).unwrap();
        std::fs::write(folder.path().join("pack/__init__.py"), "").unwrap();
        let found =
            imported(b"import one, sys\nfrom pack import x\n", folder.path(), folder.path(), &main);
        assert_eq!(found, [folder.path().join("one.py"), folder.path().join("pack/__init__.py")]);
    }

    #[test]
    fn an_image_beyond_the_budget_says_by_how_much() {
        let settings = profile("base").unwrap();
        let board = &super::super::GEKKO;
        let most = budget(board, &settings).1;
        let kept = Sizes { text: most - 3, rodata: 2, data: 1, programs: 99, bss: 99 };
        assert_eq!(kept.excess(board, &settings), None);
        let text = Sizes { text: most, ..kept }.excess(board, &settings).unwrap();
        assert!(text.contains(" 3 bytes larger") && text.contains("budget.rom-bytes"), "{text}");
        assert_eq!(Sizes { text: most, ..kept }.excess(&super::super::CELL, &settings), None);
    }

    #[test]
    fn an_arena_beyond_every_board_is_refused() {
        let block = Block { arena_bytes: 1 << 31, ..Block::default() };
        let settings = profile("base").unwrap();
        assert!(memory(&super::super::GEKKO, &settings, &block).is_err());
        assert_eq!(memory(&super::super::GEKKO, &settings, &Block::default()).unwrap(), 24);
    }
}
