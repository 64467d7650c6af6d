//! Rules between knobs: combinations that each knob's own range cannot refuse.
//!
//! Every rule is one row: what must hold, and the sentence that says so with both values. The error
//! points at the setting that was made last in the file, when one of the two was set at all.
//!
//! Not here: ranges of single knobs (knobs.rs).

use super::ConfigError;
use super::inherit::Profile;
use super::value::Value;

/// Part of the arena that the reserve may take, as a divisor: the rest belongs to the script.
const RESERVE_SHARE: u32 = 4;

/// The knobs of one rule and whether the profile keeps it.
struct Rule {
    left: (&'static str, &'static str),
    right: (&'static str, &'static str),
    holds: bool,
    sentence: &'static str,
}

/// Checks all rules; the first broken one is the error.
pub fn rules(profile: &Profile) -> Result<(), ConfigError> {
    match list(profile).into_iter().find(|rule| !rule.holds) {
        Some(rule) => Err(broken(profile, &rule)),
        None => Ok(()),
    }
}

fn list(profile: &Profile) -> Vec<Rule> {
    let number = |section, name| match profile.get(section, name) {
        Some(Value::Int(number)) => number,
        _ => 0,
    };
    let is_on = |section, name| profile.get(section, name) == Some(Value::Flag(true));
    let arena = number("heap", "arena-bytes");
    vec![
        Rule {
            left: ("heap", "reserve-bytes"),
            right: ("heap", "arena-bytes"),
            holds: number("heap", "reserve-bytes") <= arena / RESERVE_SHARE,
            sentence: "the reserve may take a quarter of the arena at most",
        },
        Rule {
            left: ("frames", "spill-bytes"),
            right: ("frames", "window-bytes"),
            holds: number("frames", "spill-bytes") <= number("frames", "window-bytes"),
            sentence: "frames cannot spill at a threshold that lies above the whole window",
        },
        Rule {
            left: ("compiler", "columns"),
            right: ("compiler", "line-tables"),
            holds: is_on("compiler", "line-tables") || !is_on("compiler", "columns"),
            sentence: "columns are kept in the line tables: they need line-tables = true",
        },
        Rule {
            left: ("budget", "boot-heap-bytes"),
            right: ("heap", "arena-bytes"),
            holds: number("budget", "boot-heap-bytes") <= arena,
            sentence: "the budget of the start may not exceed the arena",
        },
    ]
}

fn broken(profile: &Profile, rule: &Rule) -> ConfigError {
    let spelled = |(section, name)| {
        let value = profile.get(section, name).map_or(String::new(), |value| value.to_string());
        format!("{section}.{name} = {value}")
    };
    let message = format!("{} with {}: {}", spelled(rule.left), spelled(rule.right), rule.sentence);
    let left = profile.origin(rule.left.0, rule.left.1);
    match left.or_else(|| profile.origin(rule.right.0, rule.right.1)) {
        Some(origin) => ConfigError::at(&origin.file, origin.line, message),
        None => ConfigError::new(message),
    }
}
