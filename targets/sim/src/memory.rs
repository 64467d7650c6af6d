//! The memory of a machine on this host: ROM, images and the arena in one address range of 32 bits.
//!
//! ```text
//!  0 ROM, read only | images | 1 MiB arena ... | guard ... | 2.5 GiB images, read only once linked | 4 GiB | guard
//! ```
//!
//! On a 64-bit Unix the whole range is reserved and only what is used can be touched, so that no offset,
//! right or wrong, reaches memory of somebody else (H5). Elsewhere the parts lie in one allocation.
//!
//! Not here: what is in the arena (crate `heap`).

use std::io;
use threadsnake_runtime::rom::{INFO, ROM};
use threadsnake_runtime::{ARENA_OFFSET, IMAGES_OFFSET, Memory, Space};

/// Both ends of the arena are aligned to this.
const ALIGN: u32 = 8;

const _: () = assert!(INFO.len <= IMAGES_OFFSET, "ROM reaches into the images");

#[cfg(all(unix, target_pointer_width = "64"))]
use reserved as place;
#[cfg(not(all(unix, target_pointer_width = "64")))]
use single as place;

/// Largest arena.
pub const ARENA_MAX_BYTES: u32 = place::ARENA_MAX_BYTES;

/// The memory of one machine.
pub struct HostMemory {
    place: place::Place,
    arena: (u32, u32),
    next_image: u32,
}

impl HostMemory {
    /// Sets memory aside for an arena of so many bytes.
    ///
    /// # Errors
    /// When the system has none.
    pub fn new(arena_bytes: u32) -> io::Result<HostMemory> {
        let arena_bytes = arena_bytes.min(ARENA_MAX_BYTES) & !(ALIGN - 1);
        let place = place::Place::new(arena_bytes)?;
        let start = place.arena_start();
        let next_image = IMAGES_OFFSET;
        Ok(HostMemory { place, arena: (start, start + arena_bytes), next_image })
    }

    /// The memory as the heap sees it. The machine that gets it must not outlive `self`.
    pub fn space(&mut self) -> Space {
        let (start, end) = self.arena;
        // SAFETY: ROM lies at the base, the arena behind it is writable and handed out this once; both are
        // aligned, and live as long as `self`.
        unsafe { Space::new(self.place.base(), start, end) }
    }
}

impl Memory for HostMemory {
    fn image_room(&mut self, words: u32) -> Option<(u32, &mut [u32])> {
        let bytes = words.checked_mul(4)?;
        let mut offset = self.next_image;
        if offset < ARENA_OFFSET && offset.checked_add(bytes)? > ARENA_OFFSET {
            offset = self.place.images_start();
        }
        let end = offset.checked_add(bytes)?;
        if end > self.place.images_end() || !self.place.open(offset, bytes) {
            return None;
        }
        self.next_image = end.checked_next_multiple_of(ALIGN)?;
        let first = self.place.base().wrapping_add(offset as usize).cast::<u32>();
        // SAFETY: the range was opened for writing, is aligned, lies outside ROM and arena, and is handed out
        // this once.
        Some((offset, unsafe { std::slice::from_raw_parts_mut(first, words as usize) }))
    }
}

#[cfg(all(unix, target_pointer_width = "64"))]
mod reserved {
    use super::{ARENA_OFFSET, INFO, ROM};
    use rustix::mm::{MapFlags, MprotectFlags, ProtFlags, mmap_anonymous, mprotect, munmap};
    use std::io;

    pub const ARENA_MAX_BYTES: u32 = 2 << 30;
    const IMAGES_START: u32 = 0xa000_0000;
    const IMAGES_END: u32 = 0xffff_0000;
    /// The range of an offset, and some bytes more for what is read at its very end.
    const RANGE_BYTES: usize = (1 << 32) + PAGE;
    /// At least the system's page size.
    const PAGE: usize = 1 << 16;

    pub struct Place {
        base: *mut u8,
    }

    impl Place {
        pub fn new(arena_bytes: u32) -> io::Result<Place> {
            let flags = MapFlags::PRIVATE | MapFlags::NORESERVE;
            // SAFETY: a fresh mapping wherever the system likes touches no memory of ours.
            let base = unsafe {
                mmap_anonymous(std::ptr::null_mut(), RANGE_BYTES, ProtFlags::empty(), flags)?
            };
            let place = Place { base: base.cast() };
            place.protect(0, INFO.len, MprotectFlags::READ | MprotectFlags::WRITE)?;
            place.protect(ARENA_OFFSET, arena_bytes, MprotectFlags::READ | MprotectFlags::WRITE)?;
            // SAFETY: the start of the mapping was just made writable for that many bytes.
            unsafe {
                std::ptr::copy_nonoverlapping(
                    ROM.0.as_ptr().cast::<u8>(),
                    place.base,
                    INFO.len as usize,
                );
            }
            place.protect(0, INFO.len, MprotectFlags::READ)?;
            Ok(place)
        }

        fn protect(&self, offset: u32, bytes: u32, flags: MprotectFlags) -> io::Result<()> {
            let start = offset as usize & !(PAGE - 1);
            let end = (offset as usize + bytes as usize).next_multiple_of(PAGE);
            let first = self.base.wrapping_add(start).cast();
            // SAFETY: the range lies in the mapping, and no Rust reference into it exists while a
            // machine is being set up or an image is given room.
            unsafe { mprotect(first, end - start, flags)? };
            Ok(())
        }

        /// Makes a range writable.
        pub fn open(&self, offset: u32, bytes: u32) -> bool {
            self.protect(offset, bytes, MprotectFlags::READ | MprotectFlags::WRITE).is_ok()
        }

        pub fn base(&self) -> *mut u8 {
            self.base
        }

        pub fn arena_start(&self) -> u32 {
            ARENA_OFFSET
        }

        pub fn images_start(&self) -> u32 {
            IMAGES_START
        }

        pub fn images_end(&self) -> u32 {
            IMAGES_END
        }
    }

    impl Drop for Place {
        fn drop(&mut self) {
            // SAFETY: the mapping is ours, and nobody uses it any more.
            let _ = unsafe { munmap(self.base.cast(), RANGE_BYTES) };
        }
    }
}

#[cfg(not(all(unix, target_pointer_width = "64")))]
mod single {
    use super::{ALIGN, ARENA_OFFSET, INFO, ROM};
    use std::alloc::{Layout, alloc_zeroed, dealloc};
    use std::io;

    pub const ARENA_MAX_BYTES: u32 = 1 << 30;
    /// Room for images outside the arena.
    const IMAGES_BYTES: u32 = 4 << 20;

    pub struct Place {
        base: *mut u8,
        layout: Layout,
        arena_bytes: u32,
    }

    impl Place {
        pub fn new(arena_bytes: u32) -> io::Result<Place> {
            let bytes = ARENA_OFFSET as usize + arena_bytes as usize + IMAGES_BYTES as usize;
            let layout = Layout::from_size_align(bytes, ALIGN as usize)
                .map_err(|_| io::ErrorKind::OutOfMemory)?;
            // SAFETY: the size is not 0.
            let base = unsafe { alloc_zeroed(layout) };
            if base.is_null() {
                return Err(io::ErrorKind::OutOfMemory.into());
            }
            // SAFETY: the allocation is larger than ROM, and is not ROM.
            unsafe {
                std::ptr::copy_nonoverlapping(ROM.0.as_ptr().cast(), base, INFO.len as usize);
            }
            Ok(Place { base, layout, arena_bytes })
        }

        pub fn open(&self, _offset: u32, _bytes: u32) -> bool {
            true
        }

        pub fn base(&self) -> *mut u8 {
            self.base
        }

        pub fn arena_start(&self) -> u32 {
            ARENA_OFFSET
        }

        pub fn images_start(&self) -> u32 {
            ARENA_OFFSET + self.arena_bytes
        }

        pub fn images_end(&self) -> u32 {
            self.images_start() + IMAGES_BYTES
        }
    }

    impl Drop for Place {
        fn drop(&mut self) {
            // SAFETY: made in `new` with this layout, and nobody uses it any more.
            unsafe { dealloc(self.base, self.layout) };
        }
    }
}
