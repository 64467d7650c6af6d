//! Who may depend on whom: the arrows between crates, and the doors of external ones.
//!
//! ```text
//!  targets                                →  runtime
//!  L4  runtime                            →  all of core
//!  L3  vm → objects heap image platform   natives → objects heap platform
//!  L2  objects                            →  heap image platform
//!  L1  heap → memconfig only     compiler →  image
//!  L0  image · platform · memconfig       →  nothing (every layer may read memconfig)
//! ```
//!
//! Dependencies for tests are free: they are in no build that ships.

use super::Finding;
use super::sources::Sources;
use crate::repository::Repository;
use anyhow::Result;
use cargo_metadata::{Dependency, DependencyKind, MetadataCommand, Package};

/// The prefix of our packages.
const PREFIX: &str = "threadsnake-";

/// One crate and what it may name in its manifest.
struct Layer {
    name: &'static str,
    /// Ours, beside memconfig.
    ours: &'static [&'static str],
    /// Others', with the one crate that may use each.
    external: &'static [&'static str],
}

const CORE: &[&str] =
    &["image", "platform", "compiler", "heap", "objects", "natives", "vm", "runtime"];

/// The table.
const LAYERS: &[Layer] = &[
    Layer { name: "memconfig", ours: &[], external: &["toml"] },
    Layer { name: "image", ours: &[], external: &[] },
    Layer { name: "platform", ours: &[], external: &["defmt"] },
    Layer { name: "compiler", ours: &["image"], external: &["bumpalo", "hashbrown", "heapless"] },
    Layer { name: "heap", ours: &[], external: &[] },
    Layer { name: "objects", ours: &["heap", "image", "platform"], external: &["libm", "zmij"] },
    Layer { name: "natives", ours: &["objects", "heap", "platform"], external: &["libm"] },
    Layer {
        name: "vm",
        ours: &["objects", "heap", "image", "platform"],
        external: &["heapless", "critical-section"],
    },
    Layer { name: "runtime", ours: CORE, external: &[] },
];

/// Compares every manifest with the table.
pub fn check(repository: &Repository, _: &Sources) -> Result<Vec<Finding>> {
    let manifest = repository.root.join("Cargo.toml");
    let metadata = MetadataCommand::new().manifest_path(manifest).no_deps().exec()?;
    Ok(metadata.packages.iter().flat_map(|package| of_package(repository, package)).collect())
}

fn of_package(repository: &Repository, package: &Package) -> Vec<Finding> {
    let path = repository.shown(package.manifest_path.as_std_path());
    let arrows = package.dependencies.iter().filter(|one| one.kind != DependencyKind::Development);
    arrows.filter_map(|one| refusal(&path, &package.name, one)).collect()
}

fn refusal(path: &str, package: &str, dependency: &Dependency) -> Option<Finding> {
    let text = refused(path, package, &dependency.name)?;
    Some(Finding::new(path, 1, text))
}

/// Why `package`, whose manifest is at `path`, may not depend on `other`; `None` when it may.
fn refused(path: &str, package: &str, other: &str) -> Option<String> {
    let other_is_ours = other.strip_prefix(PREFIX);
    if path.starts_with("targets/") {
        let allowed =
            other_is_ours.is_none_or(|name| matches!(name, "runtime" | "memconfig" | "ppc"));
        return (!allowed).then(|| {
            format!("a target sees only the runtime and what targets share, not {other}")
        });
    }
    if !path.starts_with("core/") && !path.starts_with("memconfig/") {
        return None;
    }
    let name = package.strip_prefix(PREFIX).unwrap_or(package);
    let Some(layer) = LAYERS.iter().find(|layer| layer.name == name) else {
        return Some(format!(
            "{package} has no row in the layer table of xtask/src/tidy/layers.rs"
        ));
    };
    let (allowed, list) = match other_is_ours {
        Some("memconfig") => return (name == "memconfig").then(|| "memconfig names itself".into()),
        Some(ours) => (layer.ours.contains(&ours), layer.ours),
        None => (layer.external.contains(&other), layer.external),
    };
    let list = if list.is_empty() { "none of that kind".to_string() } else { list.join(", ") };
    (!allowed).then(|| format!("{package} may not depend on {other}; allowed: {list}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_core(package: &str, other: &str) -> Option<String> {
        let folder = format!("core/{package}/Cargo.toml");
        refused(&folder, &format!("threadsnake-{package}"), other)
    }

    #[test]
    fn arrows_point_down() {
        assert_eq!(of_core("vm", "threadsnake-heap"), None);
        assert_eq!(of_core("heap", "threadsnake-memconfig"), None);
        assert!(of_core("heap", "threadsnake-image").is_some());
        assert!(of_core("natives", "threadsnake-vm").is_some());
        assert!(of_core("compiler", "threadsnake-heap").is_some());
        assert!(of_core("vm", "threadsnake-natives").is_some());
    }

    #[test]
    fn an_external_crate_has_one_door() {
        assert_eq!(of_core("natives", "libm"), None);
        assert!(of_core("vm", "libm").is_some());
        assert!(of_core("heap", "hashbrown").is_some());
    }

    #[test]
    fn a_target_sees_the_runtime_and_what_it_likes_from_outside() {
        let of_target = |other| refused("targets/sim/Cargo.toml", "threadsnake-sim", other);
        assert_eq!(of_target("threadsnake-runtime"), None);
        assert_eq!(of_target("clap"), None);
        assert!(of_target("threadsnake-vm").is_some());
    }

    #[test]
    fn a_crate_without_a_row_is_refused() {
        assert!(of_core("extra", "threadsnake-heap").is_some());
    }
}
