//! The profile that the tested simulator was built for, and what programs may expect of it.
//!
//! `cargo xtask test` names it in `THREADSNAKE_TESTED_PROFILE`; without a name nothing is expected less.
//!
//! Not here: the knobs themselves (memconfig).

use std::env;
use std::path::Path;

use memconfig::load::{Profile, Value, resolve};

use crate::case::Case;

/// An arena this small holds not all programs: those that find no memory are run in `ROOMY_BYTES`.
const SMALL_BYTES: u32 = 1 << 20;
/// The arena for programs that do not fit into a small one.
const ROOMY_BYTES: &str = "67108864";

/// The name of the tested profile.
pub fn name() -> Option<String> {
    env::var("THREADSNAKE_TESTED_PROFILE").ok().filter(|name| !name.is_empty())
}

/// The settings of the tested profile.
fn settings() -> Option<Profile> {
    resolve(Path::new(memconfig::PROFILES_DIR), &name()?).ok()
}

/// The bytes to run a program in that finds no memory in the arena of the profile; none when that arena is
/// large enough for every program of these suites.
pub fn larger_arena() -> Option<&'static str> {
    match settings()?.get("heap", "arena-bytes") {
        Some(Value::Int(bytes)) if bytes < SMALL_BYTES => Some(ROOMY_BYTES),
        _ => None,
    }
}

/// The first flag that a program needs (`# needs: section.knob`) and the profile has switched off.
pub fn lacks(case: &Case) -> Option<String> {
    let settings = settings()?;
    let is_off = |need: &&str| {
        let (section, knob) = need.split_once('.').unwrap_or((need, ""));
        settings.get(section, knob) != Some(Value::Flag(true))
    };
    case.notes("needs").find(is_off).map(|need| format!("{need} is off"))
}

/// Is the program meant for the tested profile? `# profiles: a b` names those it is for.
pub fn is_meant(case: &Case) -> bool {
    let name = name().unwrap_or_else(|| "base".to_owned());
    case.note("profiles").is_none_or(|names| names.split_whitespace().any(|one| one == name))
}
