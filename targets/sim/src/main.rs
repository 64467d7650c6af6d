//! The simulator's command line: what to run, then run it and say what it cost.
//!
//! Not here: options (cli.rs), the prompt (prompt.rs), machines (the library).
#![forbid(unsafe_code)]

mod cli;
mod prompt;

use clap::Parser;
use cli::{ByteOrder, Cli, CompileArgs, DisasmArgs, FootprintArgs, RunArgs, Verb};
use std::ffi::{OsStr, OsString};
use std::io::{IsTerminal, Read, Write};
use std::process::ExitCode;
use threadsnake_sim::footprint;
use threadsnake_sim::machine::{Config, StartError, with_machine};
use threadsnake_sim::platform::{HostPlatform, catch_interrupts};
use threadsnake_sim::program::{Program, Refusal};
use threadsnake_sim::runtime::loader::Placement;
use threadsnake_sim::runtime::tools::{Endian, list_image};
use threadsnake_sim::runtime::{BootError, Ending, Report};

/// Exit status when there is nothing to run, as CPython has it.
const UNUSABLE: i32 = 2;
/// Exit status when the budget is used up, as `timeout` has it.
const OUT_OF_BUDGET: i32 = 124;
/// Exit status when output could not be written, as CPython has it.
const UNWRITTEN: i32 = 120;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let status = match cli.verb {
        None => run(&cli.run),
        Some(Verb::Run(args)) => run(&args),
        Some(Verb::Compile(args)) => compile(&args),
        Some(Verb::Footprint(args)) => show_footprint(&args),
        Some(Verb::Disasm(args)) => disasm(&args),
    };
    ExitCode::from(u8::try_from(status & 0xff).unwrap_or(1))
}

/// Says why nothing was run.
fn refuse(text: &str) -> i32 {
    let _ = writeln!(std::io::stderr(), "threadsnake: {text}");
    UNUSABLE
}

fn bytes(text: &OsStr) -> Vec<u8> {
    text.as_encoded_bytes().to_vec()
}

fn run(args: &RunArgs) -> i32 {
    catch_interrupts();
    let is_prompt = args.code.is_none() && args.program.is_empty();
    if is_prompt && std::io::stdin().is_terminal() {
        return prompt::run(&config(args, &[OsString::new()]));
    }
    let (program, arguments) = match pick(args) {
        Ok(picked) => picked,
        Err(refusal) => return refuse(&refusal.text()),
    };
    run_program(args, &program, &config(args, &arguments))
}

/// The program and its `sys.argv`.
fn pick(args: &RunArgs) -> Result<(Program, Vec<OsString>), Refusal> {
    if let Some(code) = &args.code {
        let mut arguments = vec![OsString::from("-c")];
        arguments.extend_from_slice(&args.program);
        return Ok((Program::from_text(&bytes(code)), arguments));
    }
    match args.program.first() {
        None => Ok((Program::from_input()?, vec![OsString::new()])),
        Some(file) if file == "-" => Ok((Program::from_input()?, args.program.clone())),
        Some(file) => Ok((Program::from_file(&bytes(file))?, args.program.clone())),
    }
}

fn config(args: &RunArgs, arguments: &[OsString]) -> Config {
    let base = Config::default();
    Config {
        heap_bytes: args.heap.unwrap_or(base.heap_bytes),
        budget: args.budget.unwrap_or(0),
        fail_alloc: args.fail_alloc,
        placement: if args.rom { Placement::Rom } else { Placement::Arena },
        folder: folder(args),
        arguments: arguments.iter().map(|argument| bytes(argument)).collect(),
        ..base
    }
}

/// The folder of the program, as it was named.
fn folder(args: &RunArgs) -> Vec<u8> {
    let file = args.program.first().filter(|_| args.code.is_none());
    let folder = file.and_then(|file| std::path::Path::new(file).parent());
    folder.map_or(Vec::new(), |folder| bytes(folder.as_os_str()))
}

fn run_program(args: &RunArgs, program: &Program, config: &Config) -> i32 {
    let mut platform = HostPlatform::default();
    let outcome = with_machine(config, &mut platform, |runtime| program.run(runtime));
    let (ending, report) = match outcome {
        Ok(Ok(ended)) => ended,
        Ok(Err(refusal)) => return refuse(&refusal.text()),
        Err(error) => return refuse(&start_error(&error)),
    };
    let status = status(ending, &platform, config.budget);
    print_footprint(args, &report, status);
    status
}

fn status(ending: Ending, platform: &HostPlatform, budget: u64) -> i32 {
    match ending {
        Ending::Budget => {
            let _ = writeln!(std::io::stderr(), "threadsnake: the budget of {budget} is used up");
            OUT_OF_BUDGET
        }
        Ending::Failed if platform.is_broken() => UNWRITTEN,
        ending => ending.status(),
    }
}

fn print_footprint(args: &RunArgs, report: &Report, status: i32) {
    let text = match (args.quiet, args.json) {
        (true, _) => return,
        (_, true) => footprint::json(report, status) + "\n",
        _ => footprint::text(report),
    };
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}

/// Prints the report of another machine: its words, the high byte first.
fn show_footprint(args: &FootprintArgs) -> i32 {
    let mut bytes = Vec::new();
    if std::io::stdin().lock().read_to_end(&mut bytes).is_err() {
        return refuse("standard input cannot be read");
    }
    let word = |bytes: &[u8]| bytes.iter().fold(0, |word, &byte| word << 8 | u32::from(byte));
    let words: Vec<u32> = bytes.chunks(size_of::<u32>()).map(word).collect();
    let Some(report) = Report::from_words(&words) else {
        return refuse("this is no report of a machine with this profile");
    };
    if args.json {
        println!("{}", footprint::json(&report, args.status));
    } else {
        print!("{}", footprint::text(&report));
    }
    0
}

fn start_error(error: &StartError) -> String {
    match error {
        StartError::Host(error) => format!("this machine has no memory for the arena: {error}"),
        StartError::Boot(BootError::ArenaTooSmall(least)) => {
            format!("the arena is too small; at least {least} bytes are needed")
        }
        StartError::Arguments => "the arena is too small for the program's arguments".to_owned(),
    }
}

fn compile(args: &CompileArgs) -> i32 {
    let program = match Program::from_file(&bytes(&args.file)) {
        Ok(program) => program,
        Err(refusal) => return refuse(&refusal.text()),
    };
    let endian = match args.byte_order {
        ByteOrder::Big => Endian::Big,
        ByteOrder::Little => Endian::Little,
    };
    let image = match image_of(&program, endian) {
        Ok(image) => image,
        Err(status) => return status,
    };
    match std::fs::write(&args.output, image) {
        Ok(()) => 0,
        Err(error) => refuse(&format!("can't write {}: {error}", args.output.display())),
    }
}

/// The image of a source text; the error is the exit status.
fn image_of(program: &Program, endian: Endian) -> Result<Vec<u8>, i32> {
    let mut platform = HostPlatform::default();
    let mut image = Vec::new();
    let outcome = with_machine(&Config::default(), &mut platform, |runtime| {
        let mut receive = |bytes: &[u8]| image = bytes.to_vec();
        runtime.compile_image(&program.bytes, &program.name, endian, &mut receive)
    });
    match outcome {
        Ok(Ok(())) => Ok(image),
        Ok(Err(ending)) => Err(ending.status()),
        Err(error) => Err(refuse(&start_error(&error))),
    }
}

fn disasm(args: &DisasmArgs) -> i32 {
    let program = match Program::from_file(&bytes(&args.file)) {
        Ok(program) => program,
        Err(refusal) => return refuse(&refusal.text()),
    };
    let image = if program.is_image() {
        program.bytes
    } else {
        match image_of(&program, Endian::HOST) {
            Ok(image) => image,
            Err(status) => return status,
        }
    };
    let mut text = String::new();
    if let Err(error) = list_image(&image, &mut |piece| text.push_str(piece)) {
        return refuse(&Refusal::of_image(program.name, &error).text());
    }
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        Ok(()) => 0,
        Err(_) => UNWRITTEN,
    }
}
