//! Where things are: the checkout, its target folder, its cargo, its profiles.

use anyhow::{Context, Result};
use memconfig::load::{Profile, resolve};
use std::path::{Path, PathBuf};
use xshell::{Cmd, Shell, cmd};

/// The checkout that this program was built from.
pub struct Repository {
    /// Its top folder.
    pub root: PathBuf,
    /// Where cargo puts what it builds.
    pub target: PathBuf,
    /// A shell that stands in the top folder.
    pub shell: Shell,
}

impl Repository {
    /// Finds the checkout.
    pub fn find() -> Result<Self> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = here.parent().context("xtask has no folder above it")?.to_path_buf();
        let target =
            std::env::var_os("CARGO_TARGET_DIR").map_or(root.join("target"), PathBuf::from);
        let target = std::path::absolute(target)?;
        let shell = Shell::new()?;
        shell.change_dir(&root);
        Ok(Self { root, target, shell })
    }

    /// A cargo command in the top folder, with the same cargo that started us. It builds the base
    /// profile unless the caller says otherwise.
    pub fn cargo(&self) -> Cmd<'_> {
        let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_string());
        cmd!(self.shell, "{cargo}")
            .env_remove("THREADSNAKE_PROFILE")
            .env_remove("THREADSNAKE_LIBRARY")
            .quiet()
    }

    /// Whether a package of the workspace is there.
    pub fn has(&self, folder: &str) -> bool {
        self.root.join(folder).join("Cargo.toml").is_file()
    }

    /// A path as messages show it.
    pub fn shown(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).display().to_string()
    }
}

/// Reads a profile given on the command line.
pub fn profile(name: &str) -> Result<Profile> {
    Ok(resolve(Path::new(memconfig::PROFILES_DIR), name)?)
}

/// What the build script of memconfig must be told: a name, or the absolute path of a file.
pub fn profile_variable(name: &str) -> Result<String> {
    if !name.ends_with(".toml") {
        return Ok(name.to_string());
    }
    let path = std::path::absolute(name)?;
    path.into_os_string().into_string().ok().context("the path of a profile must be UTF-8")
}
