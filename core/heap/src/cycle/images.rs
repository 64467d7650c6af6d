//! Code images in the arena: which of them nobody refers to any more.
//!
//! Objects inside an image are immortal, so no count tells when the image may go. An image is in use when
//! a root, a value of a living object or a word of another image in use refers into it. Image words are
//! taken for references whenever they look like one, which errs on the side of keeping.
//!
//! At most `Images::MOST` images are judged at a time, the others count as used; the next time begins
//! behind those.
//!
//! Not here: what an image holds (crate `image`), forgetting interned strings and remembered lookups that
//! lie in it, which the machine does before it calls `free_image`.

use super::Roots;
use crate::Heap;
use crate::arena::WORD;
use crate::header;
use crate::kind;
use crate::value::Ref;

const MOST: usize = 64;

/// Some images of the arena, in order of address.
#[derive(Clone, Copy)]
pub struct Images {
    blocks: [u32; MOST],
    count: usize,
    used: u64,
}

impl Images {
    /// Most images judged at a time.
    pub const MOST: usize = MOST;

    /// The images that are not in use.
    pub fn unused(&self) -> impl Iterator<Item = Ref> {
        let images = *self;
        (0..images.count)
            .filter(move |&index| images.used >> index & 1 == 0)
            .map(move |index| Ref(images.blocks[index % MOST]))
    }

    /// Notes that a word refers into one of the images, if it does.
    fn note(&mut self, heap: &Heap, word: u32) {
        if word & 3 != 0 || word < heap.heap_start() || word >= heap.alloc.top {
            return;
        }
        let blocks = self.blocks.get(..self.count).unwrap_or(&[]);
        let behind = blocks.partition_point(|&block| block <= word);
        let Some(&block) = behind.checked_sub(1).and_then(|index| blocks.get(index)) else {
            return;
        };
        if word - block < heap.size_words(Ref(block)) * WORD {
            self.used |= 1 << (behind - 1);
        }
    }
}

impl Heap {
    /// Finds the images that nobody refers to. `roots` names every value outside the heap; the values
    /// of the block `weak` (the table of interned strings) do not count.
    pub fn judge_images(&mut self, weak: Ref, roots: &mut Roots<'_>) -> Images {
        self.abandon_cycle();
        self.suspect_everywhere();
        let mut images = self.next_images();
        if images.count == 0 {
            return images;
        }
        roots(&mut |value| images.note(self, value.0));
        self.walk(0, |heap, object, header| {
            if object != weak {
                heap.note_references(object, header, &mut images);
            }
        });
        self.note_from_images(&mut images);
        images
    }

    /// Did the last time reach the last image, so that the next begins with the first?
    pub fn has_judged_all(&self) -> bool {
        self.image_cursor == 0
    }

    /// The next images to be judged, from where the last time ended.
    fn next_images(&mut self) -> Images {
        let mut images = Images { blocks: [0; MOST], count: 0, used: 0 };
        let from = self.image_cursor;
        let mut last = 0;
        self.walk(0, |_, object, header| {
            if header::kind(header) == kind::IMAGE && object.0 >= from && images.count < MOST {
                images.blocks[images.count % MOST] = object.0;
                images.count += 1;
                last = object.0;
            }
        });
        self.image_cursor = if images.count == MOST { last + 1 } else { 0 };
        images
    }

    fn note_references(&mut self, object: Ref, header: u32, images: &mut Images) {
        let (first, end) = match header::kind(header) {
            kind::IMAGE if images.blocks.contains(&object.0) => return,
            kind::IMAGE => (1, self.size_words(object)),
            _ => self.value_range(object),
        };
        for index in first..end {
            images.note(self, self.space.word(object, index));
        }
    }

    /// Notes what the used ones among the judged images refer to, until nothing new turns up.
    fn note_from_images(&mut self, images: &mut Images) {
        let mut seen = 0;
        while images.used & !seen != 0 {
            let index = (images.used & !seen).trailing_zeros();
            seen |= 1 << index;
            let block = Ref(images.blocks[index as usize % MOST]);
            for word in 1..self.size_words(block) {
                images.note(self, self.space.word(block, word));
            }
        }
    }

    /// Frees an image that is not in use. Weak references to what lies in it become empty.
    pub fn free_image(&mut self, image: Ref) {
        let words = self.size_words(image);
        let end = image.0 + words * WORD;
        self.clear_weak_into(image.0..end);
        self.free(image, words);
    }
}
