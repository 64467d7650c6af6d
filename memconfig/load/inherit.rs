//! Flattening: a profile file and everything it inherits become one value per knob.
//!
//! A name is either a built-in profile (`tiny`) or a path ending in `.toml`, relative to the file
//! that names it. Inherited files are applied in the order they are listed, the file itself last,
//! so that the later setting wins. Knobs nobody sets keep the table's default.
//!
//! I1  A file that inherits itself, through however many others, is an error that shows the circle.
//! I2  Every setting remembers the file and line it came from, for the messages of check.rs.
//!
//! Not here: ranges (value.rs), rules between knobs (check.rs).

use super::knobs::{KNOBS, Knob, find, of_section, sections};
use super::value::{Value, read};
use super::{ConfigError, check};
use std::path::{Path, PathBuf};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Where a setting stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The file.
    pub file: PathBuf,
    /// One-based line.
    pub line: usize,
}

/// A flattened, checked profile.
#[derive(Debug, Clone)]
pub struct Profile {
    /// The name: of a built-in profile, or the stem of the file.
    pub name: String,
    /// The file's own `description`.
    pub description: String,
    /// Every file that was read, for `rerun-if-changed`.
    pub files: Vec<PathBuf>,
    /// One value per row of the knob table, in its order.
    values: Vec<Value>,
    /// Who set it; `None` for a default.
    origins: Vec<Option<Origin>>,
}

impl Profile {
    /// Every knob with its value and where that was set.
    pub fn settings(&self) -> impl Iterator<Item = (&'static Knob, Value, Option<&Origin>)> {
        let values = self.values.iter().copied();
        let origins = self.origins.iter().map(Option::as_ref);
        KNOBS.iter().zip(values).zip(origins).map(|((knob, value), origin)| (knob, value, origin))
    }

    /// The value of one knob.
    pub fn get(&self, section: &str, name: &str) -> Option<Value> {
        self.values.get(find(section, name)?).copied()
    }

    /// Where one knob was set.
    pub fn origin(&self, section: &str, name: &str) -> Option<&Origin> {
        self.origins.get(find(section, name)?)?.as_ref()
    }

    fn of_defaults(name: String) -> Self {
        let values = KNOBS.iter().map(|knob| knob.default).collect();
        let origins = KNOBS.iter().map(|_| None).collect();
        Self { name, description: String::new(), files: Vec::new(), values, origins }
    }

    fn set(&mut self, place: usize, value: Value, origin: Origin) {
        if let Some(slot) = self.values.get_mut(place) {
            *slot = value;
        }
        if let Some(slot) = self.origins.get_mut(place) {
            *slot = Some(origin);
        }
    }
}

/// Reads the profile `name` (a built-in name, or a path ending in `.toml`) and checks it.
pub fn resolve(profiles_dir: &Path, name: &str) -> Result<Profile, ConfigError> {
    let file = locate(profiles_dir, Path::new("."), name)?;
    let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let mut profile = Profile::of_defaults(stem.unwrap_or_default());
    let mut open = Vec::new();
    apply(profiles_dir, &file, &mut open, &mut profile)?;
    check::rules(&profile)?;
    Ok(profile)
}

/// The names of the built-in profiles, sorted.
pub fn available(profiles_dir: &Path) -> Result<Vec<String>, ConfigError> {
    let entries = std::fs::read_dir(profiles_dir)
        .map_err(|error| ConfigError::new(format!("{}: {error}", profiles_dir.display())))?;
    let mut names: Vec<String> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .filter_map(|path| path.file_stem().map(|stem| stem.to_string_lossy().into_owned()))
        .collect();
    names.sort();
    Ok(names)
}

fn locate(profiles_dir: &Path, beside: &Path, name: &str) -> Result<PathBuf, ConfigError> {
    if name.ends_with(".toml") {
        let file = beside.join(name);
        let missing = || ConfigError::new(format!("there is no profile file {}", file.display()));
        return if file.is_file() { Ok(file) } else { Err(missing()) };
    }
    let names = available(profiles_dir)?;
    if names.iter().any(|known| known == name) {
        return Ok(profiles_dir.join(format!("{name}.toml")));
    }
    let list = names.join(", ");
    Err(ConfigError::new(format!(
        "there is no profile \"{name}\"; the profiles are {list}, or a path ending in .toml"
    )))
}

fn apply(
    profiles_dir: &Path,
    file: &Path,
    open: &mut Vec<PathBuf>,
    profile: &mut Profile,
) -> Result<(), ConfigError> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| ConfigError::new(format!("{}: {error}", file.display())))?;
    let source = Source { file, text: &text };
    let table = DeTable::parse(&text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        source.error(start, error.message())
    })?;
    open.push(file.to_path_buf());
    for (parent, start) in parents(&source, table.get_ref())? {
        let beside = file.parent().unwrap_or(Path::new("."));
        let found = locate(profiles_dir, beside, &parent)
            .and_then(|found| refuse_circle(&found, open).map(|()| found))
            .map_err(|error| source.error(start, &error.message))?;
        apply(profiles_dir, &found, open, profile)?;
    }
    open.pop();
    profile.files.push(file.to_path_buf());
    profile.description = String::new();
    table.get_ref().iter().try_for_each(|(key, value)| top_level(&source, key, value, profile))
}

fn refuse_circle(file: &Path, open: &[PathBuf]) -> Result<(), ConfigError> {
    let same = |path: &PathBuf| match (path.canonicalize(), file.canonicalize()) {
        (Ok(left), Ok(right)) => left == right,
        _ => path == file,
    };
    let Some(first) = open.iter().position(same) else { return Ok(()) };
    let circle = open.iter().skip(first).map(PathBuf::as_path).chain([file]);
    let names: Vec<String> = circle
        .map(|path| path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned())
        .collect();
    Err(ConfigError::new(format!("profiles inherit in a circle: {}", names.join(" -> "))))
}

/// The text of one file, to turn a place in it into a line.
struct Source<'a> {
    file: &'a Path,
    text: &'a str,
}

impl Source<'_> {
    fn origin(&self, start: usize) -> Origin {
        let line = self.text.bytes().take(start).filter(|byte| *byte == b'\n').count() + 1;
        Origin { file: self.file.to_path_buf(), line }
    }

    fn error(&self, start: usize, message: &str) -> ConfigError {
        ConfigError::at(self.file, self.origin(start).line, message)
    }
}

/// The names under `inherit`, each with its place.
fn parents(source: &Source<'_>, table: &DeTable<'_>) -> Result<Vec<(String, usize)>, ConfigError> {
    let Some(raw) = table.get("inherit") else { return Ok(Vec::new()) };
    let named = |item: &Spanned<DeValue<'_>>| match item.get_ref() {
        DeValue::String(name) => Ok((name.to_string(), item.span().start)),
        _ => Err(source.error(item.span().start, "inherit takes a name or a list of names")),
    };
    match raw.get_ref() {
        DeValue::Array(items) => items.iter().map(named).collect(),
        _ => Ok(vec![named(raw)?]),
    }
}

fn top_level(
    source: &Source<'_>,
    key: &Spanned<toml::de::DeString<'_>>,
    value: &Spanned<DeValue<'_>>,
    profile: &mut Profile,
) -> Result<(), ConfigError> {
    let start = key.span().start;
    match (key.get_ref().as_ref(), value.get_ref()) {
        ("inherit", _) => Ok(()),
        ("description", DeValue::String(text)) => {
            profile.description = text.to_string();
            Ok(())
        }
        ("description", _) => Err(source.error(start, "description takes a sentence")),
        (section, DeValue::Table(knobs)) if sections().contains(&section) => {
            knobs.iter().try_for_each(|(name, raw)| one_knob(source, section, name, raw, profile))
        }
        (section, _) => {
            let list = sections().join(", ");
            let message = format!(
                "unknown section \"{section}\"; allowed are inherit, description and the sections {list}"
            );
            Err(source.error(start, &message))
        }
    }
}

fn one_knob(
    source: &Source<'_>,
    section: &str,
    name: &Spanned<toml::de::DeString<'_>>,
    raw: &Spanned<DeValue<'_>>,
    profile: &mut Profile,
) -> Result<(), ConfigError> {
    let start = name.span().start;
    let Some((place, knob)) =
        find(section, name.get_ref()).and_then(|place| Some((place, KNOBS.get(place)?)))
    else {
        let list: Vec<&str> = of_section(section).map(|knob| knob.name).collect();
        let message = format!(
            "unknown knob \"{}\" in [{section}]; allowed are {}",
            name.get_ref(),
            list.join(", ")
        );
        return Err(source.error(start, &message));
    };
    let value = read(knob, raw.get_ref()).map_err(|message| source.error(start, &message))?;
    profile.set(place, value, source.origin(start));
    Ok(())
}
