//! What stands in several places is put in one.
//!
//! ```text
//!  ... a b c blr    b shared      shared: a b c blr      an end: jumped to, from anywhere
//!  ... a b bl f     bl shared     shared: a b b f        a call: it returns to where it was called from
//!  ... a b ...      bl shared     shared: a b blr        anything else
//! ```
//!
//! The last two need the link register to be free. The most useful stretches are taken first.
//!
//! Not here: finding repetitions (repeats.rs), the link register (flow.rs).

use super::assembly::{Assembly, Flow, Function, Line, Part};
use super::repeats::{Repeat, Repeats};
use super::{flow, is_hot};
use std::collections::{BinaryHeap, HashMap};

/// Instructions that a shared stretch must spare.
const LEAST_GAIN: usize = 1;
/// What the symbols of shared stretches begin with.
pub const SHARED_SYMBOL: &str = "threadsnake_shared_";

/// An instruction, or a wall, among all of a program.
#[derive(Clone, Copy)]
struct Item {
    /// Its part of the assembly and its line there.
    place: (usize, usize),
    /// What it does.
    flow: Flow,
    /// Whether a call may be put in its place.
    is_free: bool,
}

/// How a stretch ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    /// It is jumped to.
    Away,
    /// Its call becomes a jump.
    Call,
    /// It gets a return.
    Return,
}

/// A program as a list of numbers, equal ones for equal instructions.
#[derive(Default)]
struct Program {
    items: Vec<Item>,
    numbers: Vec<u32>,
    /// What is in a shared stretch already.
    is_taken: Vec<bool>,
}

/// A stretch that is worth something.
struct Choice {
    length: usize,
    end: End,
    starts: Vec<usize>,
    gain: usize,
}

/// One round; `made` counts the symbols.
pub fn share(assembly: &mut Assembly, made: &mut usize) {
    let mut program = Program::of(assembly);
    let repeats = Repeats::of(&program.numbers);
    let mut heap: BinaryHeap<(usize, Repeat)> = BinaryHeap::new();
    for &repeat in &repeats.list {
        let most = (repeat.end - repeat.first) * repeat.length;
        heap.push((most, repeat));
    }
    let mut added = Vec::new();
    while let Some((expected, repeat)) = heap.pop() {
        let Some(choice) = program.choice(&repeats, repeat) else {
            continue;
        };
        if choice.gain < expected {
            heap.push((choice.gain, repeat));
            continue;
        }
        added.push(program.apply(assembly, &choice, *made));
        *made += 1;
    }
    remove_taken(assembly);
    for (number, lines) in added {
        let name = format!("{SHARED_SYMBOL}{number}");
        assembly.parts.push(Part::Text(format!(
            "\t.section\t.text.{name},\"ax\",@progbits\n\t.p2align\t2\n\t.type\t{name},@function\n{name}:\n"
        )));
        assembly.parts.push(Part::Function(Function { name: name.clone(), lines }));
        assembly.parts.push(Part::Text(format!("\t.size\t{name}, .-{name}\n")));
    }
}

impl Program {
    fn of(assembly: &Assembly) -> Program {
        let mut program = Program::default();
        let mut known: HashMap<&str, u32> = HashMap::new();
        // Walls count down from the top: there is one of each number.
        let mut wall = u32::MAX;
        for (part, function) in assembly.parts.iter().enumerate() {
            let Part::Function(function) = function else {
                continue;
            };
            let is_hot = is_hot(&function.name);
            let free = flow::link_is_free(function, &assembly.stored);
            for (line, text) in function.lines.iter().enumerate() {
                let (number, flow) = match text {
                    Line::Note(_) => continue,
                    Line::Code(code) => {
                        let next = known.len() as u32;
                        (*known.entry(code).or_insert(next), Flow::of(code))
                    }
                    Line::Label(_) | Line::Wall(_) => (u32::MAX, Flow::Branch),
                };
                let is_wall = matches!(flow, Flow::Branch | Flow::Table | Flow::KeepLink);
                let is_free = free[line] && !is_hot;
                program.push(
                    Item { place: (part, line), flow, is_free },
                    number,
                    is_wall,
                    &mut wall,
                );
                if matches!(flow, Flow::Call | Flow::End) {
                    program.push(
                        Item { place: (part, line), flow, is_free: false },
                        0,
                        true,
                        &mut wall,
                    );
                }
            }
            let item = Item { place: (part, 0), flow: Flow::Branch, is_free: false };
            program.push(item, 0, true, &mut wall);
        }
        program.is_taken = vec![false; program.items.len()];
        program
    }

    fn push(&mut self, item: Item, number: u32, is_wall: bool, wall: &mut u32) {
        *wall -= u32::from(is_wall);
        self.numbers.push(if is_wall { *wall } else { number });
        self.items.push(item);
    }

    /// What sharing a stretch brings, at the places where it can be.
    fn choice(&self, repeats: &Repeats, repeat: Repeat) -> Option<Choice> {
        let mut starts = repeats.places[repeat.first..repeat.end].to_vec();
        starts.sort_unstable();
        let first = *starts.first()?;
        let mut items = self.items.get(first..first + repeat.length)?;
        let end = match items.last()?.flow {
            Flow::End => End::Away,
            Flow::Call => End::Call,
            _ => End::Return,
        };
        if end != End::Away
            && let Some(back) = items.iter().position(|item| item.flow == Flow::RestoreLink)
        {
            items = items.get(..back)?;
        }
        let end = if items.len() < repeat.length { End::Return } else { end };
        let length = items.len();
        let mut behind = 0;
        starts.retain(|&start| {
            let can_be = start >= behind
                && (end == End::Away || self.items[start].is_free)
                && !self.is_taken[start..start + length].contains(&true);
            behind = if can_be { start + length } else { behind };
            can_be
        });
        let before = starts.len() * length;
        let after = starts.len() + length + usize::from(end == End::Return);
        let gain = before.checked_sub(after)?;
        (gain >= LEAST_GAIN).then_some(Choice { length, end, starts, gain })
    }

    /// Puts a jump or call at each place; gives the lines of the stretch, for the symbol of this number.
    fn apply(
        &mut self,
        assembly: &mut Assembly,
        choice: &Choice,
        number: usize,
    ) -> (usize, Vec<Line>) {
        let operation = if choice.end == End::Away { "b" } else { "bl" };
        let mut lines = Vec::new();
        for (index, &start) in choice.starts.iter().enumerate() {
            for offset in 0..choice.length {
                self.is_taken[start + offset] = true;
                let (part, line) = self.items[start + offset].place;
                let Some(Part::Function(function)) = assembly.parts.get_mut(part) else {
                    continue;
                };
                let with = if offset == 0 {
                    format!("{operation} {SHARED_SYMBOL}{number}")
                } else {
                    String::new()
                };
                let old = std::mem::replace(&mut function.lines[line], Line::Code(with));
                if index == 0 {
                    lines.push(old);
                }
            }
        }
        match (choice.end, lines.last_mut()) {
            (End::Call, Some(Line::Code(code))) => *code = jump(code),
            (End::Return, _) => lines.push(Line::Code("blr".to_string())),
            _ => {}
        }
        (number, lines)
    }
}

/// The jump for a call.
fn jump(call: &str) -> String {
    match call.strip_prefix("bl ") {
        Some(function) => format!("b {function}"),
        None => "bctr".to_string(),
    }
}

/// Lines whose instruction is in a shared stretch.
fn remove_taken(assembly: &mut Assembly) {
    for function in assembly.functions() {
        function.lines.retain(|line| !matches!(line, Line::Code(code) if code.is_empty()));
    }
}
