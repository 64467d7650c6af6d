//! What building and running for PowerPC needs, and how each piece is found.
//!
//! Everything is looked for along PATH, so that what a machine has can be hidden for a test.
//!
//! Not here: installing (setup.rs), using it (cross.rs).

use std::path::{Path, PathBuf};
use std::process::Command;

/// Width of the machine's registers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Width {
    /// 32 bits.
    Ppc32,
    /// 64 bits.
    Ppc64,
}

impl Width {
    /// What Debian's tools begin with.
    pub fn prefix(self) -> &'static str {
        match self {
            Width::Ppc32 => "powerpc-linux-gnu",
            Width::Ppc64 => "powerpc64-linux-gnu",
        }
    }

    /// The end of QEMU's program names.
    fn qemu(self) -> &'static str {
        match self {
            Width::Ppc32 => "ppc",
            Width::Ppc64 => "ppc64",
        }
    }

    /// Folder of the C library for programs of this width.
    pub fn library_root(self) -> PathBuf {
        Path::new("/usr").join(self.prefix())
    }
}

/// A piece that may be there or not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Need {
    /// A Rust compiler with the source of its library.
    Compiler,
    /// GNU linker, assembler and gcc as the driver of the linker.
    Linker(Width),
    /// The C library to link programs with.
    Library(Width),
    /// The emulator of single programs.
    UserEmulator(Width),
    /// The emulator of whole machines.
    SystemEmulator(Width),
}

/// All of them, in the order of the report.
pub const ALL: [Need; 9] = [
    Need::Compiler,
    Need::Linker(Width::Ppc32),
    Need::Linker(Width::Ppc64),
    Need::Library(Width::Ppc32),
    Need::Library(Width::Ppc64),
    Need::UserEmulator(Width::Ppc32),
    Need::UserEmulator(Width::Ppc64),
    Need::SystemEmulator(Width::Ppc32),
    Need::SystemEmulator(Width::Ppc64),
];

impl Need {
    /// What the report calls it.
    pub fn name(self) -> String {
        match self {
            Need::Compiler => "compiler with library source".to_string(),
            Need::Linker(width) => format!("{}-gcc", width.prefix()),
            Need::Library(width) => format!("C library for {}", width.prefix()),
            Need::UserEmulator(_) | Need::SystemEmulator(_) => self.program(),
        }
    }

    /// The program that stands for it.
    fn program(self) -> String {
        match self {
            Need::Compiler => "rustc".to_string(),
            Need::Linker(width) | Need::Library(width) => format!("{}-gcc", width.prefix()),
            Need::UserEmulator(width) => format!("qemu-{}", width.qemu()),
            Need::SystemEmulator(width) => format!("qemu-system-{}", width.qemu()),
        }
    }

    /// Debian's packages with it.
    pub fn packages(self) -> &'static [&'static str] {
        match self {
            Need::Compiler => &["rustc-web", "cargo-web", "rust-web-src"],
            Need::Linker(Width::Ppc32) => &["gcc-powerpc-linux-gnu"],
            Need::Linker(Width::Ppc64) => &["gcc-powerpc64-linux-gnu"],
            Need::Library(Width::Ppc32) => &["libc6-dev-powerpc-cross"],
            Need::Library(Width::Ppc64) => &["libc6-dev-ppc64-cross"],
            Need::UserEmulator(_) => &["qemu-user"],
            Need::SystemEmulator(_) => &["qemu-system-ppc"],
        }
    }

    /// What to type on a machine that is not Debian.
    pub fn elsewhere(self) -> &'static str {
        match self {
            Need::Compiler => {
                "rustup toolchain install nightly && rustup component add rust-src --toolchain nightly"
            }
            Need::Linker(_) | Need::Library(_) => {
                "install GNU binutils, gcc and the C library for this machine"
            }
            Need::UserEmulator(_) | Need::SystemEmulator(_) => "install QEMU for PowerPC",
        }
    }

    /// Where it is, in words; `None` when it is missing.
    pub fn find(self) -> Option<String> {
        match self {
            Need::Compiler => Compiler::find().map(|found| found.shown()),
            Need::Library(width) => {
                let folder = width.library_root().join("lib");
                folder.join("crt1.o").is_file().then(|| folder.display().to_string())
            }
            _ => in_path(&self.program()).into_iter().next().map(|path| path.display().to_string()),
        }
    }

    /// The path of its program.
    pub fn path(self) -> Option<PathBuf> {
        in_path(&self.program()).into_iter().next()
    }
}

/// A compiler that can build its own library for a machine nobody ships one for.
#[derive(Clone, Debug)]
pub struct Compiler {
    /// Its cargo.
    pub cargo: PathBuf,
    /// The compiler.
    pub rustc: PathBuf,
    version: String,
}

impl Compiler {
    /// The first compiler with library source: of the toolchain in use, rustup's nightly, or the system's.
    pub fn find() -> Option<Compiler> {
        let mut candidates = in_path("rustc");
        candidates.extend(of_rustup());
        candidates.into_iter().find_map(|rustc| Compiler::at(&rustc))
    }

    fn at(rustc: &Path) -> Option<Compiler> {
        let sysroot = PathBuf::from(output(rustc, &["--print", "sysroot"])?);
        if !sysroot.join("lib/rustlib/src/rust/library/Cargo.lock").is_file() {
            return None;
        }
        // A rustup proxy stands for a compiler elsewhere: name that one.
        let own = sysroot.join("bin/rustc");
        let rustc = if own.is_file() { own } else { rustc.to_path_buf() };
        let cargo = rustc.with_file_name("cargo");
        let cargo = if cargo.is_file() { cargo } else { in_path("cargo").into_iter().next()? };
        let version = output(&rustc, &["--version"])?;
        Some(Compiler { cargo, rustc, version })
    }

    fn shown(&self) -> String {
        format!("{} ({})", self.rustc.display(), self.version)
    }
}

/// Where rustup keeps its nightly compiler.
fn of_rustup() -> Option<PathBuf> {
    let rustup = in_path("rustup").into_iter().next()?;
    output(&rustup, &["which", "--toolchain", "nightly", "rustc"]).map(PathBuf::from)
}

/// What a command prints, when it succeeds.
fn output(program: &Path, args: &[&str]) -> Option<String> {
    let output = Command::new(program).args(args).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_string())
}

/// All programs of a name along PATH.
pub fn in_path(name: &str) -> Vec<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&path)
        .map(|folder| folder.join(&file))
        .filter(|file| file.is_file())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_need_says_how_to_get_it() {
        for need in ALL {
            assert!(!need.packages().is_empty() && !need.elsewhere().is_empty(), "{need:?}");
        }
    }

    #[test]
    fn names_differ() {
        let mut names: Vec<String> = ALL.iter().map(|need| need.name()).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), ALL.len());
    }
}
