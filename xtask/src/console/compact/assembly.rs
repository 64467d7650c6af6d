//! Assembly text as functions of lines, and instructions by what they do to the order of execution.
//!
//! Not here: what becomes of them.

use std::collections::HashSet;
use std::fmt;

/// A text: functions, and what is between them.
pub struct Assembly {
    /// In their order.
    pub parts: Vec<Part>,
    /// Labels whose addresses are stored: a jump through a register may go there.
    pub stored: HashSet<String>,
}

/// A part of a text.
pub enum Part {
    /// Lines that stay as they are.
    Text(String),
    /// A function.
    Function(Function),
}

/// The lines between a function's first label and its end.
pub struct Function {
    /// Its symbol.
    pub name: String,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// A line of a function.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Line {
    /// An instruction, its parts separated by single spaces.
    Code(String),
    /// A label that is jumped to.
    Label(String),
    /// What instructions around it do not depend on: where they are in the source.
    Note(String),
    /// Anything else. Nothing is changed across it.
    Wall(String),
}

/// What an instruction does to the order of execution.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flow {
    /// Nothing.
    Next,
    /// It calls, and may be the last before a return.
    Call,
    /// Execution ends here or goes on in another function.
    End,
    /// A jump or branch within the function, perhaps back to the caller on a condition.
    Branch,
    /// A jump through a table.
    Table,
    /// Keeps the return address in a register.
    KeepLink,
    /// Gets the return address back.
    RestoreLink,
}

impl Flow {
    /// Of an instruction.
    pub fn of(code: &str) -> Flow {
        let operation = code.split(' ').next().unwrap_or("");
        match operation {
            "blr" | "trap" => Flow::End,
            "b" if code.starts_with("b .L") => Flow::Branch,
            "b" => Flow::End,
            "bl" | "bctrl" => Flow::Call,
            "bctr" => Flow::Table,
            "mflr" => Flow::KeepLink,
            "mtlr" => Flow::RestoreLink,
            _ if operation.starts_with('b') => Flow::Branch,
            _ => Flow::Next,
        }
    }
}

/// The label of this function that an instruction names, if any.
pub fn target(code: &str) -> Option<&str> {
    let last = code.rsplit([' ', ',']).next()?;
    last.starts_with(".L").then_some(last)
}

impl Assembly {
    /// Takes a text apart.
    pub fn parse(text: &str) -> Assembly {
        let mut parts = Vec::new();
        let mut stored = HashSet::new();
        let (mut between, mut symbol) = (String::new(), "");
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            between.push_str(line);
            between.push('\n');
            if line.starts_with(".Lfunc_begin") {
                parts.push(Part::Text(std::mem::take(&mut between)));
                let (function, end) = function(symbol, &mut lines);
                parts.push(Part::Function(function));
                between.push_str(end);
                between.push('\n');
            } else if let Some(name) = line.strip_suffix(':') {
                symbol = name;
            } else if line.trim_start().starts_with(".long") {
                let words = line.split(|c: char| c.is_whitespace() || "-+,".contains(c));
                stored.extend(words.filter(|word| word.starts_with(".LBB")).map(String::from));
            }
        }
        parts.push(Part::Text(between));
        Assembly { parts, stored }
    }

    /// The functions in their order.
    pub fn functions(&mut self) -> impl Iterator<Item = &mut Function> {
        self.parts.iter_mut().filter_map(|part| match part {
            Part::Function(function) => Some(function),
            Part::Text(_) => None,
        })
    }
}

impl fmt::Display for Assembly {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for part in &self.parts {
            match part {
                Part::Text(text) => out.write_str(text)?,
                Part::Function(function) => {
                    function.lines.iter().try_for_each(|line| write!(out, "{line}"))?;
                }
            }
        }
        Ok(())
    }
}

impl fmt::Display for Line {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Line::Code(code) => writeln!(out, "\t{code}"),
            Line::Label(text) | Line::Note(text) | Line::Wall(text) => writeln!(out, "{text}"),
        }
    }
}

/// The lines to a function's end, and the line that ends it.
fn function<'t>(name: &str, lines: &mut std::str::Lines<'t>) -> (Function, &'t str) {
    let mut function = Function { name: name.to_string(), lines: Vec::new() };
    // What a programmer wrote in assembly has rules of its own.
    let mut is_foreign = false;
    for line in lines {
        if line.starts_with(".Lfunc_end") {
            return (function, line);
        }
        let text = line.trim();
        let is_foreign_here = is_foreign || text == "#APP";
        is_foreign = is_foreign_here && text != "#NO_APP";
        function.lines.push(if is_foreign_here {
            Line::Wall(line.to_string())
        } else {
            parsed(line)
        });
    }
    (function, "")
}

fn parsed(line: &str) -> Line {
    let text = line.trim();
    let is_note = [".loc\t", ".cfi_", ".file\t", ".Ltmp", "#"];
    if text.is_empty() || is_note.iter().any(|start| text.starts_with(start)) {
        return Line::Note(line.to_string());
    }
    if text.starts_with(".L") && text.ends_with(':') {
        return Line::Label(line.to_string());
    }
    if text.starts_with('.') || text.ends_with(':') {
        return Line::Wall(line.to_string());
    }
    Line::Code(text.split_whitespace().collect::<Vec<_>>().join(" "))
}
