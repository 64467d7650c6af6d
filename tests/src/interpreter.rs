//! One run of one program by one interpreter, as a process with a time limit.

use std::env;
use std::ffi::OsString;
use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::case::Case;

/// How long a program may run unless `THREADSNAKE_TIMEOUT` says otherwise: debug builds under an
/// emulator are slow, but a hanging suite must end.
const SECONDS_PER_PROGRAM: u64 = 60;
/// How often a running process is looked at, in milliseconds.
const POLL_MILLISECONDS: u64 = 2;

/// A command that runs a program given to it as its last word but the program's own arguments.
#[derive(Clone, Debug)]
pub struct Interpreter {
    /// What reports call it.
    pub name: &'static str,
    words: Vec<OsString>,
    takes_heap: bool,
}

/// What a run left behind.
#[derive(Debug)]
pub struct Run {
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
    /// Exit status; none after a signal.
    pub status: Option<i32>,
    /// The time limit struck.
    pub timed_out: bool,
}

impl Interpreter {
    /// The simulator of `THREADSNAKE_BIN`, started through the command of `THREADSNAKE_RUNNER`
    /// (an emulator) when there is one. None when the variable is not set.
    pub fn simulator() -> Option<Interpreter> {
        let binary = env::var_os("THREADSNAKE_BIN").filter(|value| !value.is_empty())?;
        let runner = env::var("THREADSNAKE_RUNNER").unwrap_or_default();
        let mut words: Vec<OsString> = runner.split_whitespace().map(OsString::from).collect();
        words.extend([binary, "run".into(), "--quiet".into()]);
        Some(Interpreter { name: "threadsnake", words, takes_heap: true })
    }

    /// Any other command.
    pub fn command(name: &'static str, words: &[&str]) -> Interpreter {
        let words = words.iter().map(OsString::from).collect();
        Interpreter { name, words, takes_heap: false }
    }

    /// Runs a program of this folder. A `# heap: BYTES` line in it sets the arena, so that a
    /// program with a known need runs alike under every profile.
    pub fn run_case(&self, case: &Case) -> Run {
        match case.note("heap").filter(|_| self.takes_heap) {
            Some(bytes) => self.run_case_in(case, bytes),
            None => self.run(&crate::case::root(), &case.name, &[]),
        }
    }

    /// Runs a program of this folder in an arena of so many bytes.
    pub fn run_case_in(&self, case: &Case, bytes: &str) -> Run {
        self.with_arena(bytes).run(&crate::case::root(), &case.name, &[])
    }

    /// The same simulator with an arena of so many bytes.
    pub fn with_arena(&self, bytes: &str) -> Interpreter {
        let mut interpreter = self.clone();
        interpreter.words.extend(["--heap".into(), bytes.into()]);
        interpreter
    }

    /// Runs a file with arguments in a folder.
    pub fn run(&self, folder: &Path, file: &str, arguments: &[&str]) -> Run {
        let Some((program, rest)) = self.words.split_first() else {
            return failed_to_start("no command");
        };
        let mut command = Command::new(program);
        command.args(rest).arg(file).args(arguments).current_dir(folder);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        match command.spawn() {
            Ok(child) => collect(child),
            Err(error) => failed_to_start(&error.to_string()),
        }
    }
}

impl Run {
    /// The run ended in an uncaught `MemoryError`; behind it there may be what finalizers had to say.
    pub fn is_out_of_memory(&self) -> bool {
        let mut lines = self.stderr.lines().skip_while(|line| !line.starts_with("MemoryError"));
        lines.next().is_some()
            && lines.next().is_none_or(|line| line.starts_with("Exception ignored"))
    }
}

fn failed_to_start(reason: &str) -> Run {
    let stderr = format!("did not start: {reason}");
    Run { stdout: String::new(), stderr, status: None, timed_out: false }
}

/// Reads both streams to their ends while waiting, so that a full pipe stops nobody.
fn collect(mut child: Child) -> Run {
    let stdout = child.stdout.take();
    let stderr = child.stderr.take();
    thread::scope(|scope| {
        let stdout = scope.spawn(move || read_all(stdout));
        let stderr = scope.spawn(move || read_all(stderr));
        let (status, timed_out) = wait(&mut child);
        Run {
            stdout: stdout.join().unwrap_or_default(),
            stderr: stderr.join().unwrap_or_default(),
            status,
            timed_out,
        }
    })
}

fn read_all(stream: Option<impl Read>) -> String {
    let mut bytes = Vec::new();
    if let Some(mut stream) = stream {
        // What was read before an error is still worth comparing.
        let _ = stream.read_to_end(&mut bytes);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn wait(child: &mut Child) -> (Option<i32>, bool) {
    let end = Instant::now() + Duration::from_secs(seconds_per_program());
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return (status.code(), false),
            Ok(None) if Instant::now() < end => {
                thread::sleep(Duration::from_millis(POLL_MILLISECONDS));
            }
            Ok(None) => {
                // It may have ended in between; either way it is gone after the wait.
                let _ = child.kill();
                let _ = child.wait();
                return (None, true);
            }
            Err(_) => return (None, false),
        }
    }
}

fn seconds_per_program() -> u64 {
    let seconds = env::var("THREADSNAKE_TIMEOUT").ok().and_then(|value| value.parse().ok());
    seconds.unwrap_or(SECONDS_PER_PROGRAM)
}
