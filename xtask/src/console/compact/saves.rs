//! Registers that a function saves and restores one by one, saved and restored by one instruction each.
//!
//! The compiler gives every register from 14 to 31 its place below the frame's end, in their order, and
//! keeps the places of those above the lowest saved one free. So `stmw` may store them all: the others get
//! their own value back.
//!
//! Not here: anything else at a function's start and end.

use super::assembly::{Function, Line};

/// First register that a function has to give back unchanged.
const FIRST_SAVED: u32 = 14;
/// Registers.
const REGISTERS: u32 = 32;
/// Bytes of one.
const BYTES: i32 = 4;

/// Saved registers of a function.
struct Saves {
    /// Lines that save.
    lines: Vec<usize>,
    /// Their registers.
    registers: Vec<u32>,
    /// Where the place of register 0 would be.
    base: i32,
}

impl Saves {
    fn lowest(&self) -> u32 {
        self.registers.iter().copied().min().unwrap_or(REGISTERS)
    }

    fn place(&self, register: u32) -> i32 {
        self.base + BYTES * register as i32
    }

    /// The instruction with this name for all of them.
    fn instruction(&self, name: &str) -> Line {
        let lowest = self.lowest();
        Line::Code(format!("{name} {lowest}, {}(1)", self.place(lowest)))
    }
}

/// Does it for one function.
pub fn merge(function: &mut Function) {
    let mut removed = vec![false; function.lines.len()];
    for start in 0..function.lines.len() {
        let Some(frame) = frame_bytes(&function.lines[start]) else {
            continue;
        };
        let saves = found(&function.lines, start + 1);
        let is_worth = saves.registers.len() > 1 && saves.place(REGISTERS) <= frame;
        if !is_worth || !has_free_places(&function.lines, &saves) {
            continue;
        }
        replace(&mut function.lines, &mut removed, &saves.lines, saves.instruction("stmw"));
        for run in restores(&function.lines, &saves) {
            replace(&mut function.lines, &mut removed, &run, saves.instruction("lmw"));
        }
    }
    let mut removed = removed.into_iter();
    function.lines.retain(|_| !removed.next().unwrap_or(false));
}

/// The first of some lines becomes an instruction, the others go.
fn replace(lines: &mut [Line], removed: &mut [bool], places: &[usize], with: Line) {
    if let Some((&first, others)) = places.split_first() {
        lines[first] = with;
        others.iter().for_each(|&other| removed[other] = true);
    }
}

/// The size of the frame that a line makes.
fn frame_bytes(line: &Line) -> Option<i32> {
    let Line::Code(code) = line else {
        return None;
    };
    code.strip_prefix("stwu 1, -")?.strip_suffix("(1)")?.parse().ok()
}

/// Register and place of an instruction of this name on the stack.
fn access(line: &Line, name: &str) -> Option<(u32, i32)> {
    let Line::Code(code) = line else {
        return None;
    };
    let (register, place) = code.strip_prefix(name)?.strip_prefix(' ')?.split_once(", ")?;
    Some((register.parse().ok()?, place.strip_suffix("(1)")?.parse().ok()?))
}

/// The saves that follow a line.
fn found(lines: &[Line], start: usize) -> Saves {
    let mut saves = Saves { lines: Vec::new(), registers: Vec::new(), base: 0 };
    for (index, line) in lines.iter().enumerate().skip(start) {
        match access(line, "stw") {
            Some((0, _)) => {}
            Some((register, place)) if register >= FIRST_SAVED => {
                let base = place - BYTES * register as i32;
                if saves.lines.is_empty() {
                    saves.base = base;
                }
                if base != saves.base {
                    break;
                }
                saves.lines.push(index);
                saves.registers.push(register);
            }
            _ if access(line, "stfd").is_some() || matches!(line, Line::Note(_)) => {}
            _ => break,
        }
    }
    saves
}

/// Nothing but the saves and restores names the places of registers.
fn has_free_places(lines: &[Line], saves: &Saves) -> bool {
    let range = saves.place(saves.lowest())..saves.place(REGISTERS);
    lines.iter().enumerate().all(|(index, line)| {
        let Line::Code(code) = line else {
            return true;
        };
        let is_own = |(register, place)| {
            saves.registers.contains(&register) && saves.place(register) == place
        };
        saves.lines.contains(&index)
            || access(line, "lwz").is_some_and(is_own)
            || named(code).is_none_or(|place| !range.contains(&place))
    })
}

/// The place on the stack that an instruction names, by its last operands.
fn named(code: &str) -> Option<i32> {
    if let Some(text) = code.strip_suffix("(1)") {
        return text.rsplit(' ').next()?.parse().ok();
    }
    let (to, place) = code.strip_prefix("addi ")?.rsplit_once(", ")?;
    // Giving the frame back names its end, not a place in it.
    (to.ends_with(", 1") && to != "1, 1").then(|| place.parse().ok())?
}

/// Runs of lines that restore exactly these registers.
fn restores(lines: &[Line], saves: &Saves) -> Vec<Vec<usize>> {
    let mut runs = Vec::new();
    let mut run: Vec<(usize, u32)> = Vec::new();
    let mut wanted = saves.registers.clone();
    wanted.sort_unstable();
    for (index, line) in lines.iter().enumerate() {
        match access(line, "lwz") {
            Some((register, place))
                if saves.registers.contains(&register) && saves.place(register) == place =>
            {
                run.push((index, register));
                continue;
            }
            Some((0, _)) => continue,
            _ if access(line, "lfd").is_some() || matches!(line, Line::Note(_)) => continue,
            _ => {}
        }
        let mut registers: Vec<u32> = run.iter().map(|&(_, register)| register).collect();
        registers.sort_unstable();
        if registers == wanted {
            runs.push(run.iter().map(|&(index, _)| index).collect());
        }
        run.clear();
    }
    runs
}
