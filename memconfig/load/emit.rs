//! The generated constants: one Rust module per section, one constant per knob.
//!
//! ```text
//!  dict.scan-max = 8       pub mod dict { pub const SCAN_MAX: u32 = 8;
//!  dict.growth = "5/4"                    pub const GROWTH_NUM: u32 = 5; pub const GROWTH_DEN: u32 = 4;
//!  dict.index = "pow2"                    pub enum Index { Pow2, Fit } pub const INDEX: Index = Index::Pow2; }
//! ```
//!
//! A boot knob has `_MIN` and `_MAX` beside it, so that the host can refuse a value with the
//! table's own range. `profile` holds the name.
//!
//! [`expanded`] writes the same values back as TOML, for people.
//!
//! Not here: reading profiles (inherit.rs).

use super::inherit::Profile;
use super::knobs::{Kind, Knob, When, sections};
use super::value::{Value, allowed};
use std::fmt::Write;

/// The text of `constants.rs` for a profile.
pub fn constants(profile: &Profile) -> String {
    let mut out = String::new();
    for section in sections() {
        let _ = writeln!(out, "/// Knobs of the section `[{section}]`.\npub mod {section} {{");
        for (knob, value, _) in profile.settings().filter(|(knob, ..)| knob.section == section) {
            one_knob(&mut out, knob, value);
        }
        out.push_str("}\n\n");
    }
    out.push_str(&profile_module(profile));
    out
}

fn one_knob(out: &mut String, knob: &Knob, value: Value) {
    let name = shouted(knob.name);
    let doc = doc_line(knob);
    let _ = match value {
        Value::Int(number) => writeln!(out, "{doc}    pub const {name}: u32 = {number};"),
        Value::Flag(on) => writeln!(out, "{doc}    pub const {name}: bool = {on};"),
        Value::Word(word) => {
            let of = cameled(knob.name);
            one_enum(out, knob, &of);
            writeln!(out, "{doc}    pub const {name}: {of} = {of}::{};", cameled(word))
        }
        Value::Ratio(above, below) => writeln!(
            out,
            "{doc}    pub const {name}_NUM: u32 = {above};\n    /// Denominator of `{name}_NUM`.\n    \
             pub const {name}_DEN: u32 = {below};"
        ),
    };
    if let (When::Boot, Kind::Int { min, max }) = (knob.when, knob.kind) {
        let _ = writeln!(
            out,
            "    /// Smallest `{name}` a host may choose at boot.\n    pub const {name}_MIN: u32 = {min};\n    \
             /// Largest `{name}` a host may choose at boot.\n    pub const {name}_MAX: u32 = {max};"
        );
    }
}

fn one_enum(out: &mut String, knob: &Knob, of: &str) {
    let Kind::Word(words) = knob.kind else { return };
    let _ = writeln!(out, "    /// The choices of `{}`.", knob.key());
    out.push_str("    #[derive(Debug, Clone, Copy, PartialEq, Eq)]\n");
    let _ = writeln!(out, "    pub enum {of} {{");
    for word in words {
        let _ = writeln!(out, "        /// `\"{word}\"`.\n        {},", cameled(word));
    }
    out.push_str("    }\n");
}

fn profile_module(profile: &Profile) -> String {
    format!(
        "/// The profile these constants were made from.\npub mod profile {{\n    \
         /// Its name.\n    pub const NAME: &str = {:?};\n}}\n",
        profile.name
    )
}

/// The profile as one TOML text without `inherit`: every knob, its value, range and reason.
pub fn expanded(profile: &Profile) -> String {
    let mut out = format!("description = {:?}\n", profile.description);
    for section in sections() {
        let _ = writeln!(out, "\n[{section}]");
        for (knob, value, origin) in profile.settings().filter(|(knob, ..)| knob.section == section)
        {
            let stem = origin.and_then(|origin| origin.file.file_stem());
            let from = stem.map_or("default".into(), |stem| stem.to_string_lossy());
            let _ = writeln!(out, "# {}", knob.reason);
            let _ = writeln!(out, "{} = {value} # {}; {from}", knob.name, allowed(knob));
        }
    }
    out
}

fn doc_line(knob: &Knob) -> String {
    let unit = if knob.unit.is_empty() { String::new() } else { format!(" Unit: {}.", knob.unit) };
    format!("    /// {}{unit}\n", knob.reason)
}

fn shouted(name: &str) -> String {
    name.replace('-', "_").to_uppercase()
}

fn cameled(name: &str) -> String {
    name.split('-')
        .flat_map(|part| {
            let mut letters = part.chars();
            letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters)
        })
        .collect()
}
