//! What there is to run: source text or an image, from a file, an argument or standard input.

use crate::platform::path_of;
use std::io::{self, Read};
use threadsnake_runtime::load::{describe, is_image};
use threadsnake_runtime::{Ending, ImageError, LoadError, Report, Runtime};

/// Longest sentence about an image.
const MESSAGE_BYTES: usize = 256;

/// A program before it is compiled or loaded.
#[derive(Clone, Debug)]
pub struct Program {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What tracebacks call it.
    pub name: String,
    /// Is that the name of a file?
    pub is_file: bool,
}

/// Why there is nothing to run.
#[derive(Debug)]
pub enum Refusal {
    /// The file cannot be read.
    File(String, io::Error),
    /// It is a folder.
    Folder(String),
    /// It is an image that does not fit this machine.
    Image(String, String),
    /// There is no room for the image.
    NoRoom(String),
}

impl Refusal {
    /// What is wrong with an image.
    pub fn of_image(name: String, error: &ImageError) -> Refusal {
        let mut buffer = [0; MESSAGE_BYTES];
        let text = String::from_utf8_lossy(describe(error, &mut buffer)).into_owned();
        Refusal::Image(name, text)
    }

    /// The sentence for users.
    pub fn text(&self) -> String {
        match self {
            Refusal::File(name, error) => {
                let number = error.raw_os_error().unwrap_or(0);
                let text = error.to_string();
                let text = text.split(" (os error").next().unwrap_or("");
                format!("can't open file '{name}': [Errno {number}] {text}")
            }
            Refusal::Folder(name) => format!("'{name}' is a folder, not a program"),
            Refusal::Image(name, text) => format!("{name}: {text}"),
            Refusal::NoRoom(name) => format!("{name}: there is no room for the image"),
        }
    }
}

impl Program {
    /// Reads a program from a file.
    ///
    /// # Errors
    /// When that is not possible.
    pub fn from_file(name: &[u8]) -> Result<Program, Refusal> {
        let path = path_of(name);
        let name = String::from_utf8_lossy(name).into_owned();
        if path.is_dir() {
            return Err(Refusal::Folder(name));
        }
        match std::fs::read(&path) {
            Ok(bytes) => Ok(Program { bytes, name, is_file: true }),
            Err(error) => Err(Refusal::File(name, error)),
        }
    }

    /// Code that was given as an argument.
    pub fn from_text(text: &[u8]) -> Program {
        let mut bytes = text.to_vec();
        bytes.push(b'\n');
        Program { bytes, name: "<string>".to_owned(), is_file: false }
    }

    /// All of standard input.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn from_input() -> Result<Program, Refusal> {
        let mut bytes = Vec::new();
        match io::stdin().lock().read_to_end(&mut bytes) {
            Ok(_) => Ok(Program { bytes, name: "<stdin>".to_owned(), is_file: false }),
            Err(error) => Err(Refusal::File("<stdin>".to_owned(), error)),
        }
    }

    /// Is it an image?
    pub fn is_image(&self) -> bool {
        is_image(&self.bytes)
    }

    /// Runs it as `__main__`, to the end of the machine. The footprint is taken when the program has ended
    /// and what it made is still there.
    ///
    /// # Errors
    /// When it is an image that is refused.
    pub fn run(&self, runtime: &mut Runtime) -> Result<(Ending, Report), Refusal> {
        let ending = if self.is_image() {
            runtime.run_image(&self.bytes).map_err(|error| self.refusal(error))?
        } else {
            let file = self.is_file.then_some(self.name.as_bytes());
            runtime.run_source(&self.bytes, &self.name, file)
        };
        let report = runtime.report();
        if ending == Ending::Budget {
            return Ok((ending, report));
        }
        let last = runtime.finish();
        Ok((if ending == Ending::Done { last } else { ending }, report))
    }

    fn refusal(&self, error: LoadError) -> Refusal {
        match error {
            LoadError::OutOfMemory => Refusal::NoRoom(self.name.clone()),
            LoadError::Image(error) => Refusal::of_image(self.name.clone(), &error),
        }
    }
}
