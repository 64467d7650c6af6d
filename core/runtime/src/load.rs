//! Loading images: verify, place, link, make their names the machine's.
//!
//! ```text
//!  outside the arena:  the image as it is, verified and linked where it lies
//!  in the arena:       one block with the objects that the machine has not yet (load/arena.rs)
//! ```
//!
//! A name that the machine has already is replaced by the machine's; a new one becomes the machine's, and
//! when there is no memory to remember it, all of the image's are forgotten again.
//!
//! Not here: the checks (image/verify.rs), relocation (image/link.rs), compiling (compile.rs).

mod arena;
pub(crate) mod reclaim;

use crate::loader::{Loader, Resident};
use arena::Plan;
use threadsnake_compiler::Bump;
use threadsnake_heap::{OutOfMemory, Ref, Value, WORD, header, kind};
use threadsnake_image::layout::{FORMAT_VERSION, HEADER_WORDS, MAGIC, header as field};
use threadsnake_image::link::link;
use threadsnake_image::verify::verify;
use threadsnake_image::{ErrorKind, ImageError};
use threadsnake_objects::cx::{Cx, Exit};
use threadsnake_objects::intern;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_platform::event;

/// Why an image is not loaded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LoadError {
    /// It is not a sound image for this machine.
    Image(ImageError),
    /// The arena has no room for it, or for its names.
    OutOfMemory,
}

impl From<ImageError> for LoadError {
    fn from(error: ImageError) -> LoadError {
        LoadError::Image(error)
    }
}

impl From<OutOfMemory> for LoadError {
    fn from(_: OutOfMemory) -> LoadError {
        LoadError::OutOfMemory
    }
}

impl LoadError {
    /// Raises the error in a script.
    pub fn raise(self, cx: &mut Cx) -> Exit {
        match self {
            LoadError::OutOfMemory => raise::memory_error(cx),
            LoadError::Image(error) => {
                let mut message = [0; 128];
                let text = describe(&error, &mut message);
                raise::import_error(cx, &[B(text)])
            }
        }
    }
}

/// The sentence for an image error, cut off where the buffer ends.
pub fn describe<'b>(error: &ImageError, buffer: &'b mut [u8]) -> &'b [u8] {
    let mut len = 0;
    let _ = error.describe(&mut |piece| {
        let end = len + piece.len();
        buffer
            .get_mut(len..end)
            .ok_or(threadsnake_image::error::Full)?
            .copy_from_slice(piece.as_bytes());
        len = end;
        Ok(())
    });
    buffer.get(..len).unwrap_or(&[])
}

/// A program in place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Program {
    /// The code that runs first; immortal.
    pub code: Value,
    /// Its source file (str, immortal).
    pub file: Value,
}

/// Do these bytes look like an image, of whichever byte order or version?
pub fn is_image(bytes: &[u8]) -> bool {
    let first = bytes.first_chunk::<4>().copied().map_or(0, u32::from_ne_bytes);
    first == MAGIC || first == MAGIC.swap_bytes()
}

/// Loads an image from the bytes of a file to a place outside the arena.
///
/// # Errors
/// When the image is not sound, or there is no room for it.
pub fn from_file(loader: &Loader, cx: &mut Cx, bytes: &[u8]) -> Result<Program, LoadError> {
    check_header(bytes)?;
    let words = u32::try_from(bytes.len() / WORD as usize).map_err(|_| OutOfMemory)?;
    let mut memory = loader.memory.try_borrow_mut().map_err(|_| OutOfMemory)?;
    let (offset, room) = memory.image_room(words).ok_or(OutOfMemory)?;
    for (word, bytes) in room.iter_mut().zip(bytes.chunks_exact(WORD as usize)) {
        *word = bytes.first_chunk().copied().map_or(0, u32::from_ne_bytes);
    }
    place_outside(loader, cx, offset, room)
}

/// Loads a compiled image to a place outside the arena.
pub(crate) fn to_rom(loader: &Loader, cx: &mut Cx, image: &[u32]) -> Result<Program, LoadError> {
    let words = u32::try_from(image.len()).map_err(|_| OutOfMemory)?;
    let mut memory = loader.memory.try_borrow_mut().map_err(|_| OutOfMemory)?;
    let (offset, room) = memory.image_room(words).ok_or(OutOfMemory)?;
    for (word, &new) in room.iter_mut().zip(image) {
        *word = new;
    }
    place_outside(loader, cx, offset, room)
}

/// What can be told without the whole image: says "other version" before "damaged".
pub(crate) fn check_header(bytes: &[u8]) -> Result<(), ImageError> {
    let word = |number: u32| {
        let at = (number * WORD) as usize;
        bytes.get(at..at + WORD as usize)?.first_chunk().copied().map(u32::from_ne_bytes)
    };
    let refuse = |kind, number: u32| Err(ImageError::new(kind, number * WORD));
    match word(field::MAGIC) {
        Some(MAGIC) => {}
        Some(magic) if magic == MAGIC.swap_bytes() => {
            return refuse(ErrorKind::OtherByteOrder, field::MAGIC);
        }
        _ => return refuse(ErrorKind::NotAnImage, field::MAGIC),
    }
    match word(field::VERSION) {
        Some(FORMAT_VERSION) => {}
        Some(other) => return refuse(ErrorKind::Version(other), field::VERSION),
        None => return refuse(ErrorKind::Length, field::VERSION),
    }
    if !bytes.len().is_multiple_of(WORD as usize) || bytes.len() < (HEADER_WORDS * WORD) as usize {
        return refuse(ErrorKind::Length, field::TOTAL_WORDS);
    }
    Ok(())
}

/// Links an image that was in memory before the machine, at the first time; `None` when there is none of
/// this name.
pub(crate) fn resident(
    loader: &Loader,
    cx: &mut Cx,
    name: &[u8],
) -> Option<Result<Program, LoadError>> {
    let mut memory = loader.memory.try_borrow_mut().ok()?;
    Some(match memory.resident(name)? {
        Resident::Linked(image) => linked(image),
        Resident::Fresh(offset, image) => {
            let placed = place_outside(loader, cx, offset, image);
            if let (Err(_), Some(magic)) = (placed, image.first_mut()) {
                // What was begun cannot be done again.
                *magic = 0;
            }
            placed
        }
    })
}

/// The program of an image that `place_outside` has accepted.
fn linked(image: &[u32]) -> Result<Program, LoadError> {
    if word(image, field::MAGIC)? != MAGIC {
        return Err(ImageError::new(ErrorKind::NotAnImage, field::MAGIC).into());
    }
    program(image)
}

fn place_outside(
    loader: &Loader,
    cx: &mut Cx,
    offset: u32,
    image: &mut [u32],
) -> Result<Program, LoadError> {
    verify(image)?;
    link::<LoadError>(image, offset, |text, hash, own| {
        let name = known(cx, text, hash, own);
        // What this image refers to is not looked at when unused images are searched for.
        let is_inside = name >= cx.heap.space.start && name < cx.heap.space.end;
        loader.is_pinned.set(loader.is_pinned.get() || is_inside);
        Ok(name)
    })?;
    let bytes = image.len() as u32 * WORD;
    let (first, program) = (word(image, field::NAMES)?, program(image)?);
    let names = first..first.saturating_add(word(image, field::NAME_COUNT)?.saturating_mul(WORD));
    // From here on the image is read where it lies, like any other object.
    for at in names.step_by(WORD as usize) {
        let name = cx.heap.space.load(offset.wrapping_add(at));
        adopt_name(cx, Ref(name), offset..offset.saturating_add(bytes))?;
    }
    event!("boot: image of {=u32} bytes linked at {=u32}", bytes, offset);
    loader.count(|counters| {
        counters.rom_bytes = counters.rom_bytes.saturating_add(bytes);
        counters.images += 1;
    });
    Ok(program)
}

/// Puts a compiled image into the arena.
pub(crate) fn to_arena(
    loader: &Loader,
    cx: &mut Cx,
    image: &[u32],
    bump: &Bump,
) -> Result<Program, LoadError> {
    verify(image)?;
    reclaim::when_due(loader, cx, bump);
    match place_inside(loader, cx, image, bump) {
        Err(LoadError::OutOfMemory) if reclaim::now(loader, cx, bump) => {
            place_inside(loader, cx, image, bump)
        }
        placed => placed,
    }
}

fn place_inside(
    loader: &Loader,
    cx: &mut Cx,
    image: &[u32],
    bump: &Bump,
) -> Result<Program, LoadError> {
    let places = bump.try_alloc_slice_fill_copy(image.len(), 0).map_err(|_| OutOfMemory)?;
    let plan = Plan::new(cx, image, places)?;
    let words = 1 + plan.words;
    let block = cx.heap.alloc(words)?;
    cx.heap.space.store(block.0, header::block(kind::IMAGE, words));
    let placed = fill_block(cx, &plan, block);
    if placed.is_err() {
        cx.heap.free(block, words);
        return placed;
    }
    loader.count(|counters| {
        counters.arena_bytes = counters.arena_bytes.saturating_add(words * WORD);
        counters.images += 1;
    });
    placed
}

fn fill_block(cx: &mut Cx, plan: &Plan, block: Ref) -> Result<Program, LoadError> {
    let base = block.0 + WORD;
    plan.copy(cx.heap.space.words_mut(base, plan.words), base)?;
    for name in plan.new_names(base)? {
        adopt_name(cx, Ref(name), block.0..base + plan.words * WORD)?;
    }
    let (code, file) = plan.ends(base)?;
    Ok(Program { code: Value(code), file: Value(file) })
}

/// The string the machine has for a name, or the image's own.
/// It stays for good then: references from an image are not counted.
fn known(cx: &mut Cx, text: &[u8], hash: u32, own: u32) -> u32 {
    let Some(found) = intern::find(cx, text, hash) else { return own };
    cx.heap.pin(found.as_ref());
    found.0
}

/// Makes a name of an image the machine's, when it is one of the image's own.
fn adopt_name(cx: &mut Cx, name: Ref, own: core::ops::Range<u32>) -> Result<(), LoadError> {
    if !own.contains(&name.0) {
        return Ok(());
    }
    let hash = cx.heap.space.word(name, 1);
    intern::insert(cx, name, hash).map_err(|error| {
        intern::forget(cx, own.start, own.end);
        error.into()
    })
}

fn word(image: &[u32], number: u32) -> Result<u32, ImageError> {
    image
        .get(number as usize)
        .copied()
        .ok_or(ImageError::new(ErrorKind::Bounds, number.wrapping_mul(WORD)))
}

fn program(image: &[u32]) -> Result<Program, LoadError> {
    Ok(Program { code: Value(word(image, field::MAIN)?), file: Value(word(image, field::FILE)?) })
}
