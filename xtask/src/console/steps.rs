//! The steps of `test` that need another machine: parity, the boards' own tests, the suites big-endian.
//!
//! Where pieces are missing and may not be installed, a step says so and counts nothing.
//!
//! Not here: what the steps do (parity.rs, foreign.rs, checks.rs).

use super::{ALL, bench, checks, turns};
use crate::counts::Counts;
use crate::cross::ForeignLinux;
use crate::foreign;
use crate::parity;
use crate::repository::Repository;
use crate::setup::needs::{Need, Width};
use crate::setup::{self, Consent, ensure};
use crate::test::Action;
use anyhow::Result;

/// The simulators of the other byte order.
const FOREIGN: [ForeignLinux; 2] = [ForeignLinux(Width::Ppc32), ForeignLinux(Width::Ppc64)];

/// The steps, in order: each kind once before parity again in other profiles, because a check that has only so much
/// time leaves out the last ones. `are_all_wanted` is for every profile on every board, of which one has its turn otherwise.
pub fn steps(are_all_wanted: bool) -> Vec<(String, Action)> {
    let mut list: Vec<(String, Action)> =
        vec![("setup".to_string(), Box::new(setup::check::check))];
    let [first, others @ ..] = parity::PROFILES;
    list.push(parity_step(first));
    list.push(("boards".to_string(), on_boards(checks::check)));
    for board in ALL {
        let name = format!("bench {}", board.name);
        list.push((name, on_boards(move |repository| bench::check(repository, board))));
    }
    for pair in turns::pairs(are_all_wanted) {
        let name = pair.name();
        list.push((name, on_boards(move |repository| turns::check(repository, &pair))));
    }
    for machine in FOREIGN {
        for profile in foreign::PROGRAM_PROFILES {
            let action = when_there(machine.needs().to_vec(), move |repository| {
                foreign::suites(repository, machine, profile)
            });
            list.push((format!("{} programs {profile}", machine.folder()), action));
        }
    }
    list.extend(others.map(parity_step));
    for machine in FOREIGN {
        let action = when_there(machine.needs().to_vec(), move |repository| {
            foreign::units(repository, machine)
        });
        list.push((format!("{} crates", machine.folder()), action));
    }
    list
}

fn parity_step(profile: &'static str) -> (String, Action) {
    let action = on_boards(move |repository| parity::check(repository, profile));
    (format!("parity {profile}"), action)
}

fn on_boards(action: impl Fn(&Repository) -> Result<Counts> + 'static) -> Action {
    let needs = ALL.iter().flat_map(|board| {
        let [compiler, linker] = board.build_needs();
        [compiler, linker, board.emulator()]
    });
    when_there(needs.collect(), action)
}

fn when_there(
    needs: Vec<Need>,
    action: impl Fn(&Repository) -> Result<Counts> + 'static,
) -> Action {
    Box::new(move |repository| match ensure(&needs, Consent::Install) {
        Ok(()) => action(repository),
        Err(error) => {
            println!("skipped: {error}");
            Ok(Counts::default())
        }
    })
}
