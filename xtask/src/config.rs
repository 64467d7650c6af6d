//! The verb `config`: what profiles there are, and what is in them.

use crate::cli::ConfigVerb;
use crate::repository::profile;
use anyhow::Result;
use memconfig::PROFILES_DIR;
use memconfig::load::{available, emit};
use std::path::Path;
use std::process::ExitCode;

/// Performs one of the verbs.
pub fn config(verb: &ConfigVerb) -> Result<ExitCode> {
    match verb {
        ConfigVerb::List => list(),
        ConfigVerb::Show { profile: name } => {
            print!("{}", emit::expanded(&profile(name)?));
            Ok(ExitCode::SUCCESS)
        }
        ConfigVerb::Check { profiles } => check(profiles),
    }
}

/// The names of the built-in profiles.
pub fn built_in() -> Result<Vec<String>> {
    Ok(available(Path::new(PROFILES_DIR))?)
}

fn list() -> Result<ExitCode> {
    for name in built_in()? {
        println!("{name:<14}{}", profile(&name)?.description);
    }
    Ok(ExitCode::SUCCESS)
}

fn check(names: &[String]) -> Result<ExitCode> {
    let names = if names.is_empty() { built_in()? } else { names.to_vec() };
    let wrong = names.iter().filter(|name| !is_good(name)).count();
    println!("{} profiles, {wrong} wrong", names.len());
    Ok(if wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn is_good(name: &str) -> bool {
    match profile(name) {
        Ok(_) => true,
        Err(error) => {
            eprintln!("error: {error:#}");
            false
        }
    }
}
