//! Images of compiled programs: accepted as they are, refused or harmless when damaged, right for the other
//! byte order, and linked as they should be.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test stops where it fails")]

use bumpalo::Bump;
use threadsnake_compiler::{Mode, Options, compile};
use threadsnake_image::layout::{FNV_OFFSET, HEADER_WORDS, checksum_step, header};
use threadsnake_image::read::Image;
use threadsnake_image::write::Endian;
use threadsnake_image::{ErrorKind, ImageError, disasm, link, verify};

const PROGRAMS: [&str; 6] = [
    include_str!("bytecode/tries.py"),
    include_str!("bytecode/patterns.py"),
    include_str!("bytecode/calls.py"),
    include_str!("bytecode/classes.py"),
    include_str!("bytecode/closures.py"),
    "big = 123456789012345678901234567890\nx = (1.5, 2j, b'abc', 'na\u{ef}ve', 1 << 40, None)\n",
];

/// Damaged images per program.
const MUTANTS: u32 = 4000;

fn image_for(source: &str, endian: Endian) -> Vec<u32> {
    let bump = Bump::new();
    let mut options = Options::new("test.py", Mode::Exec);
    options.endian = endian;
    let program = compile(source.as_bytes(), &options, &bump).unwrap();
    let mut words = vec![0; program.len_words()];
    program.copy_to(&mut words);
    words
}

fn checksum(words: &[u32]) -> u32 {
    let content = &words[HEADER_WORDS as usize..];
    content.iter().fold(FNV_OFFSET, |sum, &word| checksum_step(sum, word))
}

struct Random(u32);

impl Random {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 as usize % below
    }
}

fn damage(words: &mut [u32], random: &mut Random) {
    for _ in 0..=random.next(3) {
        let at = random.next(words.len());
        words[at] = match random.next(5) {
            0 => words[at] ^ 1 << random.next(32),
            1 => words[at].wrapping_add(4),
            2 => words[random.next(words.len())],
            3 => words[at] ^ (random.next(256) as u32) << (8 * random.next(4)),
            _ => random.next(usize::MAX) as u32,
        };
    }
}

#[test]
fn damaged_images_are_refused_or_harmless() {
    let (mut refused, mut accepted) = (0, 0);
    for (seed, program) in PROGRAMS.iter().enumerate() {
        let good = image_for(program, Endian::HOST);
        verify::verify(&good).unwrap();
        let mut random = Random(seed as u32 * 7919 + 1);
        for _ in 0..MUTANTS {
            let mut words = good.clone();
            damage(&mut words, &mut random);
            words[header::CHECKSUM as usize] = checksum(&words);
            if verify::verify(&words).is_err() {
                refused += 1;
            } else {
                accepted += 1;
                let _ = link::link::<ImageError>(&mut words.clone(), 4096, |_, _, own| Ok(own));
            }
            if let Some(image) = Image::new(&words) {
                let _ = disasm::image(&image, &mut |_| Ok(()));
            }
        }
    }
    assert!(refused > 5 * accepted, "{refused} refused, {accepted} accepted");
    let all = refused + accepted;
    println!(
        "ran {all} mutated images through the verifier: {refused} refused, {accepted} accepted"
    );
}

#[test]
fn cut_images_are_refused() {
    let good = image_for(PROGRAMS[0], Endian::HOST);
    for len in 0..good.len() {
        assert!(verify::verify(&good[..len]).is_err());
    }
}

/// Sizes, counts and references that no arithmetic may stumble over.
const NASTY: [u32; 16] = [
    0,
    1,
    2,
    3,
    4,
    0x40,
    0xff,
    0xffff,
    0x3fff_fffc,
    0x3fff_ffff,
    0x4000_0000,
    0x7fff_fffe,
    0x8000_000f,
    0xffff_fff0,
    0xffff_fffc,
    0xffff_ffff,
];

/// Verifies an image with its checksum made right, and links it when it is accepted.
fn judge(words: &mut [u32]) -> bool {
    words[header::CHECKSUM as usize] = checksum(words);
    let is_accepted = verify::verify(words).is_ok();
    if is_accepted {
        link::link::<ImageError>(&mut words.to_vec(), 4096, |_, _, own| Ok(own)).unwrap();
    }
    is_accepted
}

#[test]
fn no_size_in_any_word_of_an_image_is_trusted() {
    let (mut refused, mut accepted) = (0, 0);
    for program in [PROGRAMS[4], PROGRAMS[5]] {
        let good = image_for(program, Endian::HOST);
        for at in 0..good.len() {
            for by in NASTY {
                for word in [by, good[at].wrapping_add(by), good[at].wrapping_sub(by)] {
                    let mut words = good.clone();
                    words[at] = word;
                    if judge(&mut words) { accepted += 1 } else { refused += 1 }
                }
            }
        }
    }
    assert!(refused > accepted, "{refused} refused, {accepted} accepted");
}

#[test]
fn sections_that_overlap_or_leave_gaps_are_refused() {
    let good = image_for(PROGRAMS[3], Endian::HOST);
    const SECTIONS: [u32; 5] =
        [header::CODES, header::CODE_COUNT, header::NAMES, header::NAME_COUNT, header::START_MAP];
    for one in SECTIONS {
        for other in SECTIONS {
            for by in NASTY {
                let mut words = good.clone();
                words[one as usize] = words[one as usize].wrapping_add(by);
                words[other as usize] = words[other as usize].wrapping_sub(by);
                let is_same = words[..] == good[..];
                assert_eq!(judge(&mut words), is_same, "{one} {other} {by:#x}");
            }
        }
    }
    for missing in 1..16 {
        let mut words = good[..good.len() - missing].to_vec();
        words[header::TOTAL_WORDS as usize] = words.len() as u32;
        assert!(!judge(&mut words));
        let mut words = [&good[..], &[0; 16][..missing]].concat();
        words[header::TOTAL_WORDS as usize] = words.len() as u32;
        assert!(!judge(&mut words));
    }
}

#[test]
fn the_checksum_sees_every_bit_of_the_content() {
    let good = image_for(PROGRAMS[3], Endian::HOST);
    for at in HEADER_WORDS as usize..good.len() {
        let mut words = good.clone();
        words[at] ^= 1 << (at % 32);
        assert_eq!(verify::verify(&words).unwrap_err().kind, ErrorKind::Checksum);
    }
}

#[test]
fn images_for_the_other_byte_order_have_the_same_words() {
    let other = if Endian::HOST == Endian::Big { Endian::Little } else { Endian::Big };
    for program in PROGRAMS {
        let own = image_for(program, Endian::HOST);
        let foreign = image_for(program, other);
        assert_eq!(verify::verify(&foreign).unwrap_err().kind, ErrorKind::OtherByteOrder);
        assert_eq!(own.len(), foreign.len());
        let swapped: Vec<u32> = foreign.iter().map(|word| word.swap_bytes()).collect();
        assert_eq!(swapped[header::CHECKSUM as usize], checksum(&swapped));
        let mut differing = 0;
        for (at, (&word, &theirs)) in own.iter().zip(&swapped).enumerate() {
            // Text lies in memory as it is; the halves of 64-bit numbers change places.
            let is_text = theirs == word.swap_bytes();
            let is_half = at > 0 && (own[at - 1] == theirs || own.get(at + 1) == Some(&theirs));
            let is_checksum = at == header::CHECKSUM as usize;
            assert!(word == theirs || is_text || is_half || is_checksum, "word {at}");
            differing += usize::from(word != theirs);
        }
        assert!(differing > 0);
    }
}

#[test]
fn linking_moves_references_and_shares_names() {
    const BASE: u32 = 0x10_0000;
    const SHARED: u32 = 0x40;
    let mut words = image_for("def f(value):\n    return value.shared\n", Endian::HOST);
    let unlinked = words.clone();
    let mut names = Vec::new();
    link::link::<ImageError>(&mut words, BASE, |text, _, own| {
        names.push(String::from_utf8(text.to_vec()).unwrap());
        Ok(if text == b"shared" { SHARED } else { own })
    })
    .unwrap();
    assert!(names.iter().any(|name| name == "shared") && names.iter().any(|name| name == "value"));
    let image = Image::new(&words).unwrap();
    let first = image.code(image.code_reference(0).unwrap()).unwrap();
    assert_eq!(first.name(), "f");
    assert_eq!(first.constant(0), Some(SHARED));
    assert_eq!(image.main().unwrap().name(), "<module>");
    assert_eq!(words[header::LINK_BASE as usize], BASE);
    let before = Image::new(&unlinked).unwrap();
    assert_eq!(before.main().unwrap().start, image.main().unwrap().start);
    let again = link::link::<ImageError>(&mut words, BASE, |_, _, own| Ok(own));
    assert_eq!(again.unwrap_err().kind, ErrorKind::Linked);
}

#[test]
fn equal_sources_give_equal_images() {
    for program in PROGRAMS {
        assert_eq!(image_for(program, Endian::HOST), image_for(program, Endian::HOST));
    }
}

#[test]
fn any_arena_gives_an_image_or_says_that_it_is_full() {
    let (mut full, mut limit) = (0, 512);
    for program in PROGRAMS {
        loop {
            let bump = Bump::new();
            bump.set_allocation_limit(Some(limit));
            let options = Options::new("test.py", Mode::Exec);
            match compile(program.as_bytes(), &options, &bump) {
                Ok(program) => {
                    assert!(program.len_words() > 0);
                    break;
                }
                Err(error) => {
                    assert_eq!(error.kind, threadsnake_compiler::ErrorKind::OutOfMemory);
                    full += 1;
                }
            }
            limit += 211;
        }
        limit = 512;
    }
    assert!(full > 500, "{full} arenas were too small");
}

#[test]
fn code_has_the_lines_and_columns_of_its_source() {
    let words = image_for("def f(a):\n    return (a +\n        a.b)\n", Endian::HOST);
    let image = Image::new(&words).unwrap();
    let code = image.code(image.code_reference(0).unwrap()).unwrap();
    let at = |pc| {
        let place = code.location(pc).unwrap();
        (place.line, place.end_line, place.col, place.end_col)
    };
    assert_eq!(at(0), (3, 3, 8, 11));
    assert_eq!(at(1), (2, 3, 12, 11));
    assert_eq!(code.first_line(), 1);
}
