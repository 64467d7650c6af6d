//! The prompt: lines with history and editing, statements over several lines.
//!
//! A statement that the parser calls incomplete asks for more; Ctrl-C drops it, Ctrl-D at an empty prompt
//! ends.
//!
//! Not here: running what was typed (runtime/prompt.rs).

use rustyline::DefaultEditor;
use rustyline::error::ReadlineError;
use std::io::Write;
use std::path::PathBuf;
use threadsnake_sim::machine::{Config, with_machine};
use threadsnake_sim::platform::HostPlatform;
use threadsnake_sim::runtime::platform::Stream;
use threadsnake_sim::runtime::prompt::Typed;
use threadsnake_sim::runtime::{Ending, Runtime};

/// What asks for a statement, and for more of it.
const FIRST: &str = ">>> ";
const MORE: &str = "... ";
/// Lines that are remembered from one session to the next.
const HISTORY: &str = ".threadsnake_history";

/// Runs the prompt; gives the exit status.
pub fn run(config: &Config) -> i32 {
    let Ok(mut editor) = DefaultEditor::new() else {
        return crate::refuse(
            "this terminal has no line editing; use threadsnake - to read a program from it",
        );
    };
    let history = std::env::home_dir().map(|home| home.join(HISTORY));
    if let Some(history) = &history {
        // There is none the first time.
        let _ = editor.load_history(history);
    }
    let mut platform = HostPlatform::default();
    println!("Threadsnake {} (profile {})", env!("CARGO_PKG_VERSION"), memconfig::profile::NAME);
    let outcome = with_machine(config, &mut platform, |runtime| talk(runtime, &mut editor));
    save(&mut editor, history);
    match outcome {
        Ok(status) => status,
        Err(error) => crate::refuse(&crate::start_error(&error)),
    }
}

fn save(editor: &mut DefaultEditor, history: Option<PathBuf>) {
    if let Some(history) = history {
        // A home that cannot be written to is no reason to complain.
        let _ = editor.save_history(&history);
    }
}

fn talk(runtime: &mut Runtime, editor: &mut DefaultEditor) -> i32 {
    let mut text = String::new();
    loop {
        match editor.readline(if text.is_empty() { FIRST } else { MORE }) {
            Ok(line) => {
                let _ = editor.add_history_entry(&line);
                if let Some(status) = take(runtime, &mut text, &line) {
                    return status;
                }
            }
            Err(ReadlineError::Interrupted) => {
                text.clear();
                let _ = writeln!(std::io::stderr(), "KeyboardInterrupt");
            }
            Err(_) => {
                runtime.finish();
                return 0;
            }
        }
    }
}

/// Adds a line to the statement and runs it when it is complete; gives the status when that was the end.
fn take(runtime: &mut Runtime, text: &mut String, line: &str) -> Option<i32> {
    text.push_str(line);
    text.push('\n');
    if text.trim().is_empty() {
        text.clear();
        return None;
    }
    match runtime.enter_lines(text.as_bytes()) {
        Typed::Incomplete => None,
        Typed::Ran(ending) => {
            text.clear();
            let _ = runtime.vm.cx.platform.flush(Stream::Out);
            match ending {
                Ending::Exit(_) | Ending::Budget => Some(ending.status()),
                _ => None,
            }
        }
    }
}
