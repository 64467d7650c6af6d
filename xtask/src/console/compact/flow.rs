//! Where in a function the link register is free: where its return address is kept elsewhere.
//!
//! The compiler keeps it from `mflr` on and has it back with `mtlr` on every way out, so the register is
//! free on a line when it is on every way there.
//!
//! Not here: using that (shared.rs).

use super::assembly::{Flow, Function, Line, target};
use std::collections::{HashMap, HashSet};

/// For each line of a function whether the link register is free in front of it. A function that returns
/// without its address does something this does not know: nothing is free in it.
pub fn link_is_free(function: &Function, stored: &HashSet<String>) -> Vec<bool> {
    let nowhere = vec![false; function.lines.len()];
    let mut at_labels = HashMap::new();
    // What is known at a label only ever changes to "not free", so this ends.
    loop {
        let known = at_labels.clone();
        let Some(free) = pass(function, stored, &mut at_labels) else {
            return nowhere;
        };
        if at_labels == known {
            return free;
        }
    }
}

/// One walk over the lines with what is known at labels, which it adds to.
fn pass<'f>(
    function: &'f Function,
    stored: &HashSet<String>,
    at_labels: &mut HashMap<&'f str, bool>,
) -> Option<Vec<bool>> {
    let mut list = Vec::with_capacity(function.lines.len());
    // Nothing while no way is known to lead here.
    let mut now = Some(false);
    for line in &function.lines {
        if let Line::Label(label) = line {
            let label = label.trim_end_matches(':');
            now = match (now, at_labels.get(label)) {
                (Some(here), Some(&jump)) => Some(here && jump),
                (here, jump) => here.or(jump.copied()),
            };
            if let Some(free) = now {
                at_labels.insert(label, free);
            }
        }
        list.push(now == Some(true));
        let (Line::Code(code), Some(free)) = (line, now) else {
            continue;
        };
        let mut reach = |label: &'f str| {
            at_labels.entry(label).and_modify(|known| *known &= free).or_insert(free);
        };
        match Flow::of(code) {
            Flow::Next | Flow::Call => {}
            Flow::KeepLink => now = Some(true),
            Flow::RestoreLink => now = Some(false),
            Flow::Branch if free && returns(code) => return None,
            Flow::Branch => {
                target(code).into_iter().for_each(&mut reach);
                now = (!code.starts_with("b ")).then_some(free);
            }
            Flow::Table => {
                labels(function).filter(|label| stored.contains(*label)).for_each(reach);
                now = None;
            }
            Flow::End if free && code != "trap" => return None,
            Flow::End => now = None,
        }
    }
    Some(list)
}

/// Is this a return on a condition?
fn returns(code: &str) -> bool {
    code.split(' ').next().is_some_and(|operation| operation.ends_with("lr"))
}

fn labels(function: &Function) -> impl Iterator<Item = &str> {
    function.lines.iter().filter_map(|line| match line {
        Line::Label(label) => Some(label.trim_end_matches(':')),
        _ => None,
    })
}
