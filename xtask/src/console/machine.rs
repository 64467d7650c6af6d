//! One run of an image in the emulator: text passes through or is kept, packets are sorted, hangs are ended.
//!
//! The text line is the emulator's standard input and output, the event line a socket. A run has ended well
//! only when the exit packet and the emulator's own status agree. At the end of our input the board gets
//! Ctrl-D, twice.
//!
//! Not here: building images (image.rs), what packets mean (packets.rs).

use super::image::Image;
use super::packets::{Figures, Packet, read};
use super::{Board, Load};
use anyhow::{Context, Result, bail};
use std::io::{self, Read, Write};
use std::os::unix::net::UnixListener;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

/// How often a running emulator is looked at.
const POLL: Duration = Duration::from_millis(5);
/// How long the emulator may take to open the event line, and to stop after the exit packet.
const PATIENCE: Duration = Duration::from_secs(10);
/// Ctrl-D.
const END_OF_INPUT: u8 = 4;

/// Where the program's streams go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Streams {
    /// To ours.
    Pass,
    /// Into the outcome; there is no input.
    Keep,
}

/// How to run.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Where the streams go.
    pub streams: Streams,
    /// The longest time the run may take.
    pub limit: Duration,
    /// Time is the number of instructions: slower, and the same in every run.
    pub counts: bool,
}

/// What became of a run.
#[derive(Default, Debug)]
pub struct Outcome {
    /// The exit status.
    pub status: u8,
    /// What was printed, when it was kept.
    pub output: Vec<u8>,
    /// The error stream, when it was kept.
    pub errors: Vec<u8>,
    /// The words of the report, as bytes; empty when there was none.
    pub report: Vec<u8>,
    /// Times and stack use, when they were measured.
    pub figures: Option<Figures>,
    /// Bytes of the event trace.
    pub trace: Vec<u8>,
}

/// The run was ended because it took too long.
#[derive(Debug)]
pub struct Hang(pub Duration);

impl std::fmt::Display for Hang {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "no end after {} s (--timeout): stopped", self.0.as_secs_f64())
    }
}

impl std::error::Error for Hang {}

/// An emulator that is stopped when nobody waits for it any more.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have stopped by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Boots an image and waits for its end.
pub fn run(board: &Board, image: &Image, options: Options) -> Result<Outcome> {
    run_with_input(board, image, options, b"")
}

/// The same with something to read, when the streams are kept.
pub fn run_with_input(
    board: &Board,
    image: &Image,
    options: Options,
    typed: &[u8],
) -> Result<Outcome> {
    let folder = tempfile::tempdir()?;
    let socket = folder.path().join("events");
    let listener = UnixListener::bind(&socket)?;
    listener.set_nonblocking(true)?;
    let mut command = command(board, image, options)?;
    command.arg("-chardev").arg(format!("socket,id=b,path={}", socket.display()));
    let mut child = Running(command.spawn().context("the emulator does not start")?);
    let input = child.0.stdin.take().context("the emulator has no input")?;
    let text = child.0.stdout.take().context("the emulator has no output")?;
    let noise = child.0.stderr.take().context("the emulator has no error stream")?;
    let events = accept(&listener, &mut child.0)?;
    let outcome = Mutex::new(Outcome::default());
    let mut exit = None;
    if options.streams == Streams::Pass {
        // It ends with this process: nothing can wake a thread that waits for a person.
        thread::spawn(|| feed(io::stdin().lock(), input));
    } else {
        let typed = typed.to_vec();
        thread::spawn(move || feed(&*typed, input));
    }
    thread::scope(|scope| {
        let packets = scope.spawn(|| sort(events, options.streams, &outcome));
        let texts = scope.spawn(|| pass(text, options.streams));
        let noises = scope.spawn(|| collect(noise));
        let waited = wait(&mut child.0, options.limit);
        let sorted = packets.join().map_err(|_| anyhow::anyhow!("the event line was not read"))?;
        let output = texts.join().unwrap_or_default();
        let noise = noises.join().unwrap_or_default();
        let status = waited?;
        exit = sorted.context("the event line broke off")?;
        outcome.lock().map_err(|_| anyhow::anyhow!("the run was lost"))?.output = output;
        verdict(exit, status.success(), &String::from_utf8_lossy(&noise))
    })?;
    let mut outcome = outcome.into_inner().map_err(|_| anyhow::anyhow!("the run was lost"))?;
    outcome.status = exit.unwrap_or(u8::MAX);
    Ok(outcome)
}

fn command(board: &Board, image: &Image, options: Options) -> Result<Command> {
    let emulator = board.emulator();
    let program = emulator.path().with_context(|| format!("{} is missing", emulator.name()))?;
    let mib = board.emulated_mib.iter().find(|&&mib| mib >= image.memory_mib);
    let mib = mib.context("no such memory can be emulated")?;
    let mut command = Command::new(program);
    command.args(board.machine).args(["-m", &mib.to_string()]);
    command.args(["-display", "none", "-nodefaults", "-monitor", "none", "-no-reboot"]);
    command.args(["-action", "panic=exit-failure", "-chardev", "stdio,id=a,signal=off"]);
    command.args(board.lines);
    match board.load {
        Load::Raw => command.arg("-bios").arg(&image.boot),
        Load::Elf => {
            command.arg("-device").arg(format!("loader,file={},cpu-num=0", image.boot.display()))
        }
    };
    if options.counts {
        command.args(["-icount", &format!("shift={}", board.icount_shift)]);
    }
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    Ok(command)
}

/// Waits until the emulator has opened the event line.
fn accept(listener: &UnixListener, child: &mut Child) -> Result<std::os::unix::net::UnixStream> {
    let end = Instant::now() + PATIENCE;
    loop {
        match listener.accept() {
            Ok((stream, _)) => {
                stream.set_nonblocking(false)?;
                return Ok(stream);
            }
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            Err(error) => return Err(error.into()),
        }
        if Instant::now() > end || child.try_wait()?.is_some() {
            let mut text = String::new();
            if let Some(mut noise) = child.stderr.take().filter(|_| Instant::now() <= end) {
                noise.read_to_string(&mut text)?;
            }
            bail!("the emulator does not start: {}", text.trim());
        }
        thread::sleep(POLL);
    }
}

/// Sorts packets as they come; gives the exit status.
fn sort(mut events: impl Read, streams: Streams, outcome: &Mutex<Outcome>) -> Result<Option<u8>> {
    let mut exit = None;
    while let Some(packet) = read(&mut events)? {
        let Ok(mut outcome) = outcome.lock() else { break };
        match packet {
            Packet::Error(bytes) if streams == Streams::Pass => io::stderr().write_all(&bytes)?,
            Packet::Error(bytes) => outcome.errors.extend(bytes),
            Packet::Report(bytes) => outcome.report = bytes,
            Packet::Trace(bytes) => outcome.trace.extend(bytes),
            Packet::Figures(figures) => outcome.figures = Some(figures),
            Packet::Exit(status) => exit = Some(status),
            Packet::Input => {}
            Packet::Unknown(kind) => bail!("a packet of kind {kind}"),
        }
    }
    Ok(exit)
}

/// Passes text through as it comes, or keeps it.
fn pass(mut text: impl Read, streams: Streams) -> Vec<u8> {
    if streams == Streams::Keep {
        return collect(text);
    }
    let mut buffer = [0; 4096];
    while let Ok(count) = text.read(&mut buffer) {
        let Some(bytes) = buffer.get(..count).filter(|bytes| !bytes.is_empty()) else { break };
        let mut out = io::stdout().lock();
        if out.write_all(bytes).and_then(|()| out.flush()).is_err() {
            break;
        }
    }
    Vec::new()
}

fn collect(mut stream: impl Read) -> Vec<u8> {
    let mut bytes = Vec::new();
    // What came before an error is still worth having.
    let _ = stream.read_to_end(&mut bytes);
    bytes
}

/// Passes input on, as the board takes it.
fn feed(mut from: impl Read, mut input: ChildStdin) {
    // When the emulator is gone nobody wants the rest.
    let _ = io::copy(&mut from, &mut input);
    // One ends a line that has no end, one the input.
    let _ = input.write_all(&[END_OF_INPUT; 2]).and_then(|()| input.flush());
}

fn wait(child: &mut Child, limit: Duration) -> Result<std::process::ExitStatus> {
    let end = Instant::now() + limit;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        if Instant::now() >= end {
            child.kill()?;
            child.wait()?;
            return Err(Hang(limit).into());
        }
        thread::sleep(POLL);
    }
}

/// Both ways in which a board says how it ended must say the same.
fn verdict(exit: Option<u8>, is_success: bool, noise: &str) -> Result<()> {
    match exit {
        None => bail!("the board stopped without an exit status: {}", noise.trim()),
        Some(status) if (status == 0) != is_success => {
            bail!("the board said {status}, the emulator ended otherwise: {}", noise.trim())
        }
        Some(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_to_end_must_agree() {
        assert!(verdict(Some(0), true, "").is_ok());
        assert!(verdict(Some(3), false, "").is_ok());
        assert!(verdict(Some(0), false, "").is_err());
        assert!(verdict(None, true, "").is_err());
    }
}
