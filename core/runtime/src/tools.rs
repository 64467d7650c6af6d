//! What a host does with programs besides running them: compiling to an image, listing one.
//!
//! Not here: files, which are the host's.

use crate::boot::Runtime;
use crate::compile::{self, Origin, Source, options};
use crate::ending::Ending;
use crate::load::check_header;
use crate::scratch;
use threadsnake_compiler::{Bump, Mode, Options};
use threadsnake_image::error::Full;
use threadsnake_image::layout::HEADER_WORDS;
use threadsnake_image::read::Image;
use threadsnake_image::verify::verify;
pub use threadsnake_image::write::Endian;
use threadsnake_image::write::file_bytes;
use threadsnake_image::{ErrorKind, ImageError, disasm};

impl Runtime<'_> {
    /// Compiles a source text and hands the image over, as it is stored in a file for machines of a byte
    /// order.
    ///
    /// # Errors
    /// How a program with this text would end; the exception was printed.
    pub fn compile_image(
        &mut self,
        text: &[u8],
        name: &str,
        endian: Endian,
        receive: &mut dyn FnMut(&[u8]),
    ) -> Result<(), Ending> {
        let options = Options { endian, ..options(name, Mode::Exec) };
        let compiled =
            scratch::new().is_ok_and(|bump| self.compile_in(text, &options, receive, &bump));
        if compiled { Ok(()) } else { Err(self.end_raised()) }
    }
}

impl Runtime<'_> {
    /// Compiles and hands the image over; false when an exception was raised or memory ran out.
    fn compile_in(
        &mut self,
        text: &[u8],
        options: &Options,
        receive: &mut dyn FnMut(&[u8]),
        bump: &Bump,
    ) -> bool {
        if !compile::HAS_COMPILER {
            return false;
        }
        let program = match threadsnake_compiler::compile(text, options, bump) {
            Ok(program) => program,
            Err(error) => {
                let name = options.filename;
                let source = Source { text, name, mode: Mode::Exec, origin: Origin::File };
                compile::syntax_error(&mut self.vm.cx, &error, source);
                return false;
            }
        };
        let Ok(image) = bump.try_alloc_slice_fill_copy(program.len_words(), 0) else {
            return false;
        };
        program.copy_to(image);
        receive(file_bytes(image));
        true
    }
}

/// Lists the code of an image, given the bytes of its file.
///
/// # Errors
/// When the image is refused.
pub fn list_image(bytes: &[u8], sink: &mut dyn FnMut(&str)) -> Result<(), ImageError> {
    check_header(bytes)?;
    let no_room = ImageError::new(ErrorKind::Length, 0);
    let bump = scratch::new().map_err(|_| no_room)?;
    let words =
        bump.try_alloc_slice_fill_copy(bytes.len() / size_of::<u32>(), 0).map_err(|_| no_room)?;
    for (word, bytes) in words.iter_mut().zip(bytes.chunks_exact(size_of::<u32>())) {
        *word = bytes.first_chunk().copied().map_or(0, u32::from_ne_bytes);
    }
    verify(words)?;
    debug_assert!(words.len() >= HEADER_WORDS as usize);
    let image = Image::new(words).ok_or(no_room)?;
    let mut write = |piece: &str| -> Result<(), Full> {
        sink(piece);
        Ok(())
    };
    let _ = disasm::image(&image, &mut write);
    Ok(())
}
