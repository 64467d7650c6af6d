//! The prompt: statements typed one by one, with the names of `__main__`.
//!
//! Not here: editing lines (the host), showing values (`__displayhook__`, crate `natives`).

use crate::boot::Runtime;
use crate::compile::{self, Origin, Source};
use crate::ending::Ending;
use crate::scratch;
use threadsnake_compiler::Mode;
use threadsnake_objects::cx::Exit;

/// What became of the lines typed so far.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Typed {
    /// The statement goes on: ask for another line.
    Incomplete,
    /// It ran; an exception was printed.
    Ran(Ending),
}

impl Runtime<'_> {
    /// Runs what was typed since the last complete statement.
    pub fn enter_lines(&mut self, text: &[u8]) -> Typed {
        let source = Source { text, name: "<stdin>", mode: Mode::Single, origin: Origin::File };
        let program = scratch::new()
            .map_err(Exit::from)
            .and_then(|bump| compile::interactive(self.loader, &mut self.vm.cx, source, &bump));
        match program {
            Ok(None) => Typed::Incomplete,
            Ok(Some(program)) => {
                let stop = self.run_code(program.code);
                Typed::Ran(self.ending_of(stop))
            }
            Err(_) => Typed::Ran(self.end_raised()),
        }
    }
}
