//! What is checked of the boards themselves: endings, messages, traps, the prompt, figures.
//!
//! Every check boots an image and looks at what came of it; all of a board's are counted.
//!
//! Not here: parity with the simulator (parity.rs).

use super::block::Block;
use super::image::{Form, link, sizes};
use super::library::{Choice, Compiler};
use super::machine::{self, Hang, Options, Outcome, Streams};
use super::run::block;
use super::{ALL, Board};
use crate::binary::{Make, made};
use crate::counts::Counts;
use crate::repository::{Repository, profile};
use crate::trace::{self, Events};
use anyhow::{Result, ensure};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The longest time of a check.
const LIMIT: Duration = Duration::from_secs(60);
/// The time after which a program that does not end is ended here.
const SHORT: Duration = Duration::from_secs(2);
/// Most bytes of data beside the arena, stacks left out.
const STATIC_MOST: u64 = 16 * 1024;

/// One board to check with.
struct Bench<'a> {
    repository: &'a Repository,
    board: &'static Board,
    simulator: PathBuf,
    folder: tempfile::TempDir,
}

/// A check: its name says what is expected.
type Check = (&'static str, fn(&Bench) -> Result<()>);

/// The checks.
const CHECKS: &[Check] = &[
    ("output and status pass through", output_and_status),
    ("an exception is printed with its places", exception),
    ("a full arena is a MemoryError", full_arena),
    ("a used-up budget ends the program", budget),
    ("a program that does not end is stopped", hang),
    ("a program as text is compiled on the board", as_source),
    ("modules are imported where they lie", modules),
    ("an image without the compiler runs images", without_compiler),
    ("a damaged image is refused", damaged),
    ("an image of the other byte order is refused", other_order),
    ("the prompt takes statements over the line", prompt),
    ("what is typed while a statement runs is not lost", typed_ahead),
    ("input is read from the line", input),
    ("lines end in every way there is", ends_of_lines),
    ("lines that nobody reads yet wait in the line", early_input),
    ("Ctrl-C interrupts", interrupt),
    ("an allocation that fails is survived", failing_allocations),
    ("a trap prints registers and the script's places", trap),
    ("events are decoded with their places", events),
    ("an image and its data are as small as promised", static_data),
];

/// All checks on all boards.
pub fn check(repository: &Repository) -> Result<Counts> {
    let mut counts = Counts::default();
    let simulator = made(repository, "base", Make::Suite)?;
    for board in ALL {
        let (simulator, folder) = (simulator.clone(), tempfile::tempdir()?);
        let bench = Bench { repository, board, simulator, folder };
        for (name, check) in CHECKS {
            let result = check(&bench);
            if let Err(error) = &result {
                eprintln!("{}: {name}: {error:#}", board.name);
            }
            counts.one(result.is_ok());
        }
    }
    Ok(counts)
}

impl Bench<'_> {
    fn choice(&self, compiler: Compiler) -> Choice<'static> {
        Choice { board: self.board, profile: "base", compiler, events: Events::Off, modules: None }
    }

    /// Writes a file into the folder of this board's checks.
    fn file(&self, name: &str, text: impl AsRef<[u8]>) -> Result<PathBuf> {
        std::fs::write(self.folder.path().join(name), text)?;
        Ok(PathBuf::from(name))
    }

    /// A block for a program given as text.
    fn block(&self, text: &str, form: Form) -> Result<Block> {
        let program = self.file("program.py", text)?;
        block(&self.simulator, self.folder.path(), &[program], form)
    }

    fn boot(&self, block: &Block, compiler: Compiler, typed: &[u8]) -> Result<Outcome> {
        let image = link(self.repository, self.choice(compiler), block, "check")?;
        let options = Options { streams: Streams::Keep, limit: LIMIT, counts: false };
        machine::run_with_input(self.board, &image, options, typed)
    }

    fn run(&self, text: &str) -> Result<Outcome> {
        self.boot(&self.block(text, Form::Image)?, Compiler::In, b"")
    }
}

/// What must be so.
fn is(outcome: &Outcome, status: u8, output: &str) -> Result<()> {
    let (out, errors) = (text(&outcome.output), text(&outcome.errors));
    ensure!(outcome.status == status, "status {}, errors {errors}", outcome.status);
    ensure!(out == output, "output {out:?}, wanted {output:?}, errors {errors}");
    Ok(())
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn says(outcome: &Outcome, part: &str) -> Result<()> {
    let errors = text(&outcome.errors);
    ensure!(errors.contains(part), "errors {errors:?} lack {part:?}");
    Ok(())
}

fn output_and_status(bench: &Bench) -> Result<()> {
    is(&bench.run("print('on board')\n")?, 0, "on board\n")?;
    is(&bench.run("import sys\nprint(1)\nsys.exit(7)\n")?, 7, "1\n")
}

fn exception(bench: &Bench) -> Result<()> {
    let outcome = bench.run("def f():\n    return {}['key']\nf()\n")?;
    is(&outcome, 1, "")?;
    says(&outcome, "File \"program.py\", line 2, in f")?;
    says(&outcome, "KeyError: 'key'")
}

fn full_arena(bench: &Bench) -> Result<()> {
    let outcome = bench.run("a = []\nwhile True:\n    a.append('x' * 1000 + str(len(a)))\n")?;
    is(&outcome, 1, "")?;
    says(&outcome, "MemoryError")
}

fn budget(bench: &Bench) -> Result<()> {
    let block = Block { budget: 1000, ..bench.block("while True: pass\n", Form::Image)? };
    let outcome = bench.boot(&block, Compiler::In, b"")?;
    is(&outcome, 124, "")?;
    says(&outcome, "the budget is used up")
}

fn hang(bench: &Bench) -> Result<()> {
    let block = bench.block("while True: pass\n", Form::Image)?;
    let image = link(bench.repository, bench.choice(Compiler::In), &block, "check")?;
    let options = Options { streams: Streams::Keep, limit: SHORT, counts: false };
    let error = machine::run(bench.board, &image, options).err();
    ensure!(error.is_some_and(|error| error.is::<Hang>()), "it ended");
    Ok(())
}

fn as_source(bench: &Bench) -> Result<()> {
    let block = bench.block("print(eval('6 * 7'))\n", Form::Source)?;
    is(&bench.boot(&block, Compiler::In, b"")?, 0, "42\n")?;
    let block = bench.block("print(1\n", Form::Source)?;
    let outcome = bench.boot(&block, Compiler::In, b"")?;
    is(&outcome, 1, "")?;
    says(&outcome, "SyntaxError: '(' was never closed")
}

fn modules(bench: &Bench) -> Result<()> {
    bench.file("helper.py", "value = 5\n")?;
    is(&bench.run("import helper\nprint(helper.value, helper.__file__)\n")?, 0, "5 helper.py\n")
}

fn without_compiler(bench: &Bench) -> Result<()> {
    let block = bench.block("print(2 + 3)\neval('1')\n", Form::Image)?;
    let outcome = bench.boot(&block, Compiler::Out, b"")?;
    is(&outcome, 1, "5\n")?;
    says(&outcome, "NotImplementedError: this machine has no compiler")
}

fn damaged(bench: &Bench) -> Result<()> {
    let mut block = bench.block("print(1)\n", Form::Image)?;
    if let Some(byte) = block.files.first_mut().and_then(|file| file.content.get_mut(100)) {
        *byte ^= 0xff;
    }
    let outcome = bench.boot(&block, Compiler::In, b"")?;
    is(&outcome, 2, "")?;
    says(&outcome, "threadsnake: ")
}

fn other_order(bench: &Bench) -> Result<()> {
    let program = bench.file("program.py", "print(1)\n")?;
    let image = bench.folder.path().join("little.tsi");
    let status = std::process::Command::new(&bench.simulator)
        .args(["compile", "--byte-order", "little"])
        .arg(bench.folder.path().join(program))
        .arg("-o")
        .arg(&image)
        .status()?;
    ensure!(status.success(), "no image");
    let refused = block(&bench.simulator, Path::new(""), std::slice::from_ref(&image), Form::Image);
    let message = refused.err().map(|error| error.to_string()).unwrap_or_default();
    ensure!(message.contains("little-endian"), "it says {message:?}");
    // One that comes to the board all the same is refused there.
    let mut block = bench.block("print(1)\n", Form::Image)?;
    if let Some(file) = block.files.first_mut() {
        file.content = std::fs::read(&image)?;
    }
    let outcome = bench.boot(&block, Compiler::In, b"")?;
    is(&outcome, 2, "")?;
    says(&outcome, "byte order")
}

fn prompt(bench: &Bench) -> Result<()> {
    let typed = b"x = 20\rif x:\r    print(x + 1)\r\rx.y\rimport sys; sys.exit(3)\r";
    let block = Block { errors_apart: true, ..Block::default() };
    let outcome = bench.boot(&block, Compiler::In, typed)?;
    let out = text(&outcome.output);
    ensure!(outcome.status == 3, "status {}, output {out:?}", outcome.status);
    ensure!(out.contains("\n21\n>>> ") && out.contains("... "), "output {out:?}");
    says(&outcome, "AttributeError: 'int' object has no attribute 'y'")
}

fn input(bench: &Bench) -> Result<()> {
    let program =
        "print(input('? '), input())\ntry:\n    input()\nexcept EOFError:\n    print('end')\n";
    let block = bench.block(program, Form::Image)?;
    is(&bench.boot(&block, Compiler::In, b"one\ntwo\n")?, 0, "? one two\nend\n")
}

fn typed_ahead(bench: &Bench) -> Result<()> {
    let long = "y".repeat(400);
    let typed = format!(
        "for i in range(200000): pass\r\rx = '{long}'\rprint(len(x))\rz = '{}'\r6 * 7\r",
        long.repeat(8)
    );
    let outcome = bench.boot(&Block::default(), Compiler::In, typed.as_bytes())?;
    let out = text(&outcome.output);
    for part in ["\n400\n", "\nthis statement is too long\n>>> ", "\n42\n>>> \n"] {
        ensure!(out.contains(part), "output {out:?} lacks {part:?}");
    }
    ensure!(outcome.status == 0, "status {}", outcome.status);
    Ok(())
}

/// A terminal's line end, a file's of either kind, none at all; lines longer than a buffer, and than a line may be.
fn ends_of_lines(bench: &Bench) -> Result<()> {
    let program = "while True:\n    try:\n        line = input()\n        print(line if len(line) < 9 else len(line))\n    \
                   except OSError as error:\n        print(error)\n    except EOFError:\n        break\n";
    let (long, longest) = ("l".repeat(1000), "m".repeat(5000));
    let typed = format!("one\r\ntwo\rthr\u{e9}e\x7f\x08i\n\n{long}\n{longest}\nlast");
    let wanted = "one\ntwo\nthri\n\n1000\ninput line too long\nlast\n";
    let block = bench.block(program, Form::Image)?;
    is(&bench.boot(&block, Compiler::In, typed.as_bytes())?, 0, wanted)
}

fn early_input(bench: &Bench) -> Result<()> {
    let program = "import sys\nfor i in range(300000): pass\nlines = [int(line) for line in sys.stdin]\n\
                   print(len(lines), sum(lines))\n";
    let typed: String = (0..3000).map(|number| format!("{number}\n")).collect();
    let block = bench.block(program, Form::Image)?;
    is(&bench.boot(&block, Compiler::In, typed.as_bytes())?, 0, "3000 4498500\n")
}

fn interrupt(bench: &Bench) -> Result<()> {
    let waits = "try:\n    input()\nexcept KeyboardInterrupt:\n    print('stopped')\n";
    let runs = "try:\n    while True: pass\nexcept KeyboardInterrupt:\n    print('stopped')\n";
    for program in [waits, runs] {
        let block = bench.block(program, Form::Image)?;
        is(&bench.boot(&block, Compiler::In, b"abc\x03")?, 0, "stopped\n")?;
    }
    is(&bench.boot(&bench.block("input()\n", Form::Image)?, Compiler::In, b"\x03")?, 130, "")
}

/// Every allocation of a small program fails once: it ends by itself each time, in one of two ways.
fn failing_allocations(bench: &Bench) -> Result<()> {
    let program = "class A:\n    pass\na = A()\na.x = [1.5, 'two' * 3, {3: 'four'}]\nprint(a.x)\n";
    let block = bench.block(program, Form::Image)?;
    let whole = "[1.5, 'twotwotwo', {3: 'four'}]\n";
    for number in 1.. {
        let failing = Block { fail_alloc: number, ..block.clone() };
        let outcome = bench.boot(&failing, Compiler::In, b"")?;
        match outcome.status {
            0 => return is(&outcome, 0, whole),
            1 => says(&outcome, "MemoryError")?,
            // The names of the program itself need memory.
            2 => says(&outcome, "there is no room for the image")?,
            other => anyhow::bail!("status {other} when allocation {number} fails"),
        }
    }
    Ok(())
}

fn trap(bench: &Bench) -> Result<()> {
    let program =
        "import time\ndef inner():\n    time.sleep(1)\ndef outer():\n    inner()\nouter()\n";
    let block = Block { traps: true, ..bench.block(program, Form::Image)? };
    let outcome = bench.boot(&block, Compiler::In, b"")?;
    is(&outcome, 132, "")?;
    for part in ["trap: illegal instruction or panic", "srr0 ", "vector ", "line 5, in outer"] {
        says(&outcome, part)?;
    }
    Ok(())
}

fn events(bench: &Bench) -> Result<()> {
    let block = bench.block("d = {}\nfor i in range(100):\n    d[i] = i\n", Form::Image)?;
    let choice = Choice { events: Events::On, ..bench.choice(Compiler::In) };
    let image = link(bench.repository, choice, &block, "check")?;
    let options = Options { streams: Streams::Keep, limit: LIMIT, counts: false };
    let outcome = machine::run(bench.board, &image, options)?;
    is(&outcome, 0, "")?;
    let text = trace::text(bench.repository, &image.elf, &outcome.trace)?;
    for part in ["core/runtime/src/boot.rs:", "boot: ", "core/objects/src/dict/grow.rs:", "table: "]
    {
        ensure!(text.contains(part), "the trace lacks {part:?}: {text}");
    }
    let outcome = bench.run("print(1)\n")?;
    ensure!(outcome.trace.is_empty(), "there are events in a build without");
    Ok(())
}

fn static_data(bench: &Bench) -> Result<()> {
    let block = bench.block("print(1)\n", Form::Image)?;
    let image = link(bench.repository, bench.choice(Compiler::In), &block, "check")?;
    let sizes = sizes(&image.elf)?;
    let bytes = sizes.data + sizes.bss;
    ensure!(bytes <= STATIC_MOST, "{bytes} bytes");
    let excess = sizes.excess(bench.board, &profile("base")?);
    ensure!(excess.is_none(), "{}", excess.unwrap_or_default());
    Ok(())
}
