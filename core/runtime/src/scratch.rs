//! Scratch memory outside the arena, bounded, for compiling and for reading files; gone at once.
//!
//! Not here: the compiler's own use of it (crate `compiler`).

use threadsnake_compiler::Bump;
use threadsnake_heap::OutOfMemory;
use threadsnake_platform::{Platform, PlatformError, PlatformResult};

/// Bytes that a file is first given room for.
const FIRST_BYTES: usize = 4096;

/// An empty scratch arena with the profile's limit.
///
/// # Errors
/// When the host has no memory for it.
pub fn new() -> Result<Bump, OutOfMemory> {
    let bump = Bump::try_new().map_err(|_| OutOfMemory)?;
    bump.set_allocation_limit(Some(memconfig::compiler::SCRATCH_BYTES as usize));
    Ok(bump)
}

/// Reads a whole file. `PlatformError::Refused` says that it is too large for the scratch limit.
///
/// # Errors
/// What the platform says.
pub fn read_file<'a>(
    platform: &mut dyn Platform,
    path: &[u8],
    bump: &'a Bump,
) -> PlatformResult<&'a [u8]> {
    let mut bytes: &'a mut [u8] = &mut [];
    let mut len = 0;
    platform.read_file(path, &mut |piece| {
        let end = len + piece.len();
        if end > bytes.len() {
            let room = end.max(bytes.len() * 2).max(FIRST_BYTES);
            let Ok(larger) = bump.try_alloc_slice_fill_copy(room, 0) else { return false };
            if let (Some(to), Some(from)) = (larger.get_mut(..len), bytes.get(..len)) {
                to.copy_from_slice(from);
            }
            bytes = larger;
        }
        if let Some(room) = bytes.get_mut(len..end) {
            room.copy_from_slice(piece);
        }
        len = end;
        true
    })?;
    let bytes: &'a [u8] = bytes;
    bytes.get(..len).ok_or(PlatformError::Refused)
}

/// Copies bytes into scratch; `None` when there is no room.
pub fn copy<'a>(bump: &'a Bump, bytes: &[u8]) -> Option<&'a [u8]> {
    let copy = bump.try_alloc_slice_fill_copy(bytes.len(), 0).ok()?;
    copy.copy_from_slice(bytes);
    Some(copy)
}

/// Joins pieces in scratch; `None` when there is no room.
pub fn join<'a>(bump: &'a Bump, pieces: &[&[u8]]) -> Option<&'a [u8]> {
    let len = pieces.iter().map(|piece| piece.len()).sum();
    let text = bump.try_alloc_slice_fill_copy(len, 0).ok()?;
    let mut at = 0;
    for piece in pieces {
        text.get_mut(at..at + piece.len())?.copy_from_slice(piece);
        at += piece.len();
    }
    Some(text)
}
