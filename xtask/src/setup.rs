//! The verb `setup`: which way this machine offers to build for PowerPC, and what is missing.
//!
//! One line per piece. What is missing is installed where that is possible (Debian's packages, as root);
//! where it is not, the line says what to type. Verbs that need a piece come here first.
//!
//! Not here: the pieces (setup/needs.rs).

pub mod check;
pub mod needs;

use anyhow::{Result, bail};
use needs::{ALL, Need, in_path};
use std::process::{Command, ExitCode};

/// Whether missing pieces may be installed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Consent {
    /// They may.
    Install,
    /// They may only be reported.
    Report,
}

impl Consent {
    /// From the option `--no-setup`.
    pub fn unless(forbidden: &bool) -> Consent {
        if *forbidden { Consent::Report } else { Consent::Install }
    }
}

/// The verb.
pub fn setup(consent: Consent) -> Result<ExitCode> {
    let missing = missing(&ALL);
    if consent == Consent::Install && !missing.is_empty() {
        install(&missing);
    }
    let mut is_complete = true;
    for need in ALL {
        let found = need.find();
        is_complete &= found.is_some();
        match found {
            Some(place) => println!("found    {}: {place}", need.name()),
            None => println!("missing  {}: {}", need.name(), advice(need)),
        }
    }
    Ok(if is_complete { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Makes sure that what a verb needs is there.
pub fn ensure(needs: &[Need], consent: Consent) -> Result<()> {
    if consent == Consent::Install && !missing(needs).is_empty() {
        install(&missing(needs));
    }
    let missing = missing(needs);
    if missing.is_empty() {
        return Ok(());
    }
    let lines: Vec<String> =
        missing.iter().map(|need| format!("  {}: {}", need.name(), advice(*need))).collect();
    bail!("this machine lacks what that takes:\n{}", lines.join("\n"));
}

/// Those that are not there.
pub fn missing(needs: &[Need]) -> Vec<Need> {
    needs.iter().copied().filter(|need| need.find().is_none()).collect()
}

/// What to type for a missing piece.
fn advice(need: Need) -> String {
    if in_path("apt-get").is_empty() {
        return need.elsewhere().to_string();
    }
    format!("apt-get install --no-install-recommends {}", need.packages().join(" "))
}

/// Installs packages where the system has them and lets us; a failure shows in what is missing then.
fn install(missing: &[Need]) {
    if in_path("apt-get").is_empty() || !is_root() {
        return;
    }
    let mut packages: Vec<&str> =
        missing.iter().flat_map(|need| need.packages()).copied().collect();
    packages.dedup();
    eprintln!("installing {}", packages.join(" "));
    apt_get(&["update"]);
    let mut args = vec!["install", "--yes", "--no-install-recommends"];
    args.extend(packages);
    apt_get(&args);
}

fn apt_get(args: &[&str]) {
    let mut command = Command::new("apt-get");
    command.arg("-qq").args(args).env("DEBIAN_FRONTEND", "noninteractive");
    match command.output() {
        Ok(output) if output.status.success() => {}
        Ok(output) => eprint!("{}", String::from_utf8_lossy(&output.stderr)),
        Err(error) => eprintln!("apt-get: {error}"),
    }
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named_with_what_to_type() {
        let lacking = Need::UserEmulator(needs::Width::Ppc32);
        let text = advice(lacking);
        assert!(text.contains("qemu") || text.contains("QEMU"), "{text}");
    }

    #[test]
    fn nothing_needed_is_never_missing() {
        assert!(ensure(&[], Consent::Report).is_ok());
    }
}
