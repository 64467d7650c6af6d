//! Images that no compiler made: compiled programs are damaged, their checksums made right again, and what the
//! verifier accepts is run. Whatever it does, it does it within a budget: no panic, and a heap that is sound. What
//! damaged code loses, its heap still accounts for: an object may be counted too often, never too seldom.
//!
//! The seed is fixed, so a failure comes back. `SEED` and `MUTANTS` in the environment choose others.
//!
//! Not here: mutated sources (fuzz.rs), the verifier alone (core/compiler/tests/images.rs).
#![allow(clippy::indexing_slicing, reason = "a test may stop")]

mod common;

use common::numbers::Numbers;
use common::{Quiet, check_sound, entries, programs, summary, tests};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use threadsnake_image::layout::{
    FNV_OFFSET, HEADER_WORDS, checksum_step, code, header, info, kind,
};
use threadsnake_image::op::Op;
use threadsnake_image::operand::{Field, Form};
use threadsnake_image::read::{Code, Image, Walk};
use threadsnake_sim::machine::{Config, with_machine};
use threadsnake_sim::runtime::Ending;
use threadsnake_sim::runtime::tools::{Endian, list_image};

/// Arena of the programs.
const ARENA_BYTES: u32 = 1 << 20;
/// Back-edges and calls a run may take.
const BUDGET: u64 = 20_000;
/// Damaged images of an ordinary run.
const MUTANTS: u32 = 20_000;
/// Where numbers start in an ordinary run.
const SEED: u64 = 0x9E37_79B9_7F4A_7C15;
/// Bytes of the longest program that is damaged.
const SOURCE_MAX_BYTES: usize = 1500;
/// What the machine runs after a damaged program: other frames lie where its frames lay.
const AFTERWARDS: &[u8] = b"\
def count(n, *rest, **named):
    def inner(m):
        return [m for _ in range(m)] if m < 3 else inner(m - 1) + [n]
    yield from inner(n)
    yield len(rest) + len(named)
class Point:
    def __init__(self, x, y=2):
        self.x, self.y = x, y
    def __eq__(self, other):
        return self.x == other.x
try:
    with open('nowhere'):
        pass
except Exception as error:
    print(error, sorted([3, 1, 2], key=lambda x: -x), *count(5, 1, a=2), Point(1) == Point(1, 3))
";
/// Kinds of damage that `damage` knows.
const KINDS: usize = 14;

/// A compiled program and what the damage must know of it.
struct Seed {
    words: Vec<u32>,
    /// Word numbers of the headers of its code objects.
    codes: Vec<usize>,
    /// Word numbers of all objects' starts.
    starts: Vec<usize>,
}

impl Seed {
    fn of(words: Vec<u32>) -> Option<Seed> {
        let image = Image::new(&words)?;
        let mut walk = Walk::default();
        let (mut codes, mut starts) = (Vec::new(), Vec::new());
        while let Some(object) = walk.step(&image) {
            starts.push(object.start as usize);
            if object.kind == kind::CODE {
                codes.push(object.start as usize);
            }
        }
        Some(Seed { words, codes, starts })
    }
}

/// The shorter programs of the language tests, compiled.
fn seeds() -> Vec<Seed> {
    let areas = entries(&tests().join("py"));
    let files = areas.iter().flat_map(|area| programs(area));
    let mut sources: Vec<Vec<u8>> = files.filter_map(|file| fs::read(file).ok()).collect();
    sources.retain(|source| source.len() <= SOURCE_MAX_BYTES);
    sources.iter().filter_map(|source| image_of(source)).filter_map(Seed::of).collect()
}

fn image_of(source: &[u8]) -> Option<Vec<u32>> {
    let mut bytes = Vec::new();
    let mut receive = |part: &[u8]| bytes.extend_from_slice(part);
    let compiled = with_machine(&Config::default(), &mut Quiet::default(), |runtime| {
        runtime.compile_image(source, "<seed>", Endian::HOST, &mut receive).is_ok()
    });
    let words = bytes.chunks_exact(4).filter_map(|word| word.first_chunk().copied());
    compiled.is_ok_and(|is| is).then(|| words.map(u32::from_ne_bytes).collect())
}

/// Instructions of a code object: word numbers in the image, and the words each takes.
fn instructions(found: &Code<'_>) -> Vec<(usize, usize)> {
    let first = found.start as usize + (code::WORDS >> 2) as usize;
    let mut all: Vec<(usize, usize)> = Vec::new();
    let mut joins = false;
    for pc in 0..found.n_words() {
        let Some(op) = found.word(pc).and_then(|word| word.op()) else { continue };
        match all.last_mut() {
            Some(last) if joins => last.1 += 1,
            _ => all.push((first + pc as usize, 1)),
        }
        joins = op.is_test() || op.has_word() || op == Op::Ext;
    }
    all
}

/// Damages a word, whatever it is.
fn damage_word(numbers: &mut Numbers, words: &mut [u32]) {
    let at = numbers.next(words.len());
    words[at] = match numbers.next(6) {
        0 => words[at] ^ 1 << numbers.next(32),
        1 => words[at].wrapping_add(4),
        2 => words[numbers.next(words.len())],
        3 => words[at] & !0xff | numbers.next(256) as u32,
        4 => words[at] ^ (numbers.next(256) as u32) << (8 * numbers.next(4)),
        _ => numbers.next(usize::MAX) as u32,
    };
}

/// Exchanges two runs of words of the same length.
fn exchange(words: &mut [u32], (first, len): (usize, usize), (second, other): (usize, usize)) {
    if len == other {
        (0..len).for_each(|at| words.swap(first + at, second + at));
    }
}

/// Another register for an operand, or the other answer to whether it is consumed.
fn change_register(numbers: &mut Numbers, word: u32, n_regs: usize) -> u32 {
    let Some(op) = Op::from_code(word as u8) else { return word };
    let operands = op.row().operands;
    let Some(operand) = numbers.pick(operands) else { return word };
    let shift = match operand.field() {
        Field::A => 8,
        Field::B => 16,
        Field::C => 24,
        Field::X | Field::All => return word ^ 1 << (16 + numbers.next(4)),
    };
    let field = word >> shift & 0xff;
    let changed = match operand.form() {
        Form::Src if numbers.next(3) == 0 => field ^ 0x80,
        Form::Src => field & 0x80 | numbers.next(n_regs) as u32,
        Form::Reg | Form::Base => numbers.next(n_regs) as u32,
        _ => numbers.next(8) as u32,
    };
    word & !(0xff << shift) | changed << shift
}

/// Leads a jump to the start of another instruction.
fn change_jump(numbers: &mut Numbers, words: &mut [u32], all: &[(usize, usize)]) {
    let jumps: Vec<usize> = all
        .iter()
        .map(|&(at, len)| at + len - 1)
        .filter(|&at| matches!(Op::from_code(words[at] as u8), Some(Op::Jump | Op::Loop)))
        .collect();
    if let (Some(&at), Some(&(to, _))) = (numbers.pick(&jumps), numbers.pick(all)) {
        words[at] = ((to as i32 - at as i32 - 1) as u32) << 8 | words[at] & 0xff;
    }
}

/// Damages the details of a code object: names, exception table, line table.
fn damage_details(numbers: &mut Numbers, sound: &[u32], words: &mut [u32], start: usize) {
    let details = sound[start + (code::INFO >> 2) as usize] as usize >> 2;
    let shape = sound[details + (info::SHAPE >> 2) as usize];
    let handlers = details + info::handlers(shape) as usize / 4;
    let handler_words = info::handler_count(shape) as usize * 3;
    let lines = details + info::lines(shape) as usize / 4;
    let line_words = details + (sound[details] >> 8) as usize - lines;
    let fields = handlers - details - 1;
    match numbers.next(4) {
        0 | 1 if handler_words > 0 => {
            let at = handlers + numbers.next(handler_words);
            let by = numbers.next(9) as u32;
            words[at] = match numbers.next(3) {
                0 => words[at].wrapping_add(by).wrapping_sub(4),
                1 => words[at] & !0xff | by,
                _ => words[handlers + numbers.next(handler_words)],
            };
        }
        2 if line_words > 0 => {
            let at = lines + numbers.next(line_words);
            words[at] ^= (numbers.next(256) as u32) << (8 * numbers.next(4));
        }
        _ => {
            let at = details + 1 + numbers.next(fields);
            words[at] = match numbers.next(3) {
                0 => words[details + 1 + numbers.next(fields)],
                1 => numbers.next(16) as u32,
                _ => words[at].wrapping_add(4),
            };
        }
    }
}

/// Damages sizes, flags and parameters of a code object, and makes its call signature right most of the time.
fn damage_shape(numbers: &mut Numbers, words: &mut [u32], start: usize) {
    let by = 1 + numbers.next(3) as u32;
    let field = numbers.next(8);
    let (at, shift) = match field {
        0 | 1 => (start + 1, 0),
        2 | 3 => (start + 1, 24),
        field => (start + 2, 8 * (field as u32 - 4)),
    };
    words[at] = match (field, numbers.next(2)) {
        (2 | 3, _) => words[at] ^ 1 << (24 + numbers.next(8)),
        (_, 0) => words[at].wrapping_add(by << shift),
        _ => words[at].wrapping_sub(by << shift),
    };
    if numbers.next(8) != 0 {
        let flags = (words[start + 1] >> 24) as u8;
        let args = words[start + 2];
        let special = code::VARARGS | code::VARKW | code::GENERATOR | code::COROUTINE;
        let is_simple = flags & special == 0 && args >> 16 & 0xff == 0;
        words[start + 3] = if is_simple { args & 0xff } else { code::NOT_SIMPLE };
    }
}

/// Damages a copy of a program's image once. Some kinds keep to what the verifier may accept.
fn damage(numbers: &mut Numbers, seed: &Seed, words: &mut [u32]) {
    let Some(image) = Image::new(&seed.words) else { return };
    let Some(&start) = numbers.pick(&seed.codes) else { return };
    let Some(found) = image.code(start as u32 * 4) else { return };
    let all = instructions(&found);
    let n_consts = found.n_consts() as usize;
    let n_regs = found.n_regs() as usize;
    let (Some(&one), Some(&other)) = (numbers.pick(&all), numbers.pick(&all)) else { return };
    match numbers.next(KINDS) {
        0 => damage_word(numbers, words),
        1 => exchange(words, one, other),
        2..=4 => words[one.0] = change_register(numbers, words[one.0], n_regs),
        5 => {
            let ops = Op::ALL;
            words[one.0] = words[one.0] & !0xff | u32::from(ops[numbers.next(ops.len())] as u8);
        }
        6 if n_consts > 0 => {
            let at = start - 1 - numbers.next(n_consts);
            words[at] = match numbers.next(3) {
                0 => words[start - 1 - numbers.next(n_consts)],
                1 => seed.starts[numbers.next(seed.starts.len())] as u32 * 4,
                _ => [2, 6, 10, 14, 18, 1, 3, 0xffff_ffff, 0x7fff_ffff][numbers.next(9)],
            };
        }
        7 => change_jump(numbers, words, &all),
        8 => damage_details(numbers, &seed.words, words, start),
        9 => damage_shape(numbers, words, start),
        10 if one.1 == other.1 => {
            (0..one.1).for_each(|at| words[one.0 + at] = words[other.0 + at]);
        }
        10 if one.1 == 1 => words[one.0] = u32::from(Op::Nop as u8),
        11 => {
            // An operand word, the number in an instruction, an item of a tuple.
            let at = one.0 + one.1 - 1;
            words[at] = words[at].wrapping_add(1 << (8 + numbers.next(20)));
        }
        12 | 13 => {
            // What was loaded is missing: unbound values go wherever registers are read.
            const LOADS: [Op; 6] =
                [Op::LoadK, Op::LoadInt, Op::LoadNone, Op::LoadBool, Op::LoadGlobal, Op::Move];
            let is_load = |&&(at, _): &&(usize, usize)| {
                Op::from_code(seed.words[at] as u8).is_some_and(|op| LOADS.contains(&op))
            };
            let loads: Vec<_> = all.iter().filter(is_load).collect();
            if let Some(&&(at, _)) = numbers.pick(&loads) {
                words[at] = words[at] & 0xff00 | 1 << 16 | u32::from(Op::Clear as u8);
            }
        }
        _ => words[one.0] = words[one.0] & !0xff00 | (numbers.next(n_regs) as u32) << 8,
    }
}

fn with_checksum(words: &mut [u32]) {
    let content = words[HEADER_WORDS as usize..].iter();
    words[header::CHECKSUM as usize] =
        content.fold(FNV_OFFSET, |sum, &word| checksum_step(sum, word));
}

fn bytes_of(words: &[u32]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_ne_bytes()).collect()
}

/// What became of the mutants.
#[derive(Default)]
struct Tally {
    refused: u32,
    ended: u32,
    stopped: u32,
    lost: u32,
    wrong: usize,
}

impl Tally {
    /// Runs a mutant in a machine of its own; false when something is wrong.
    fn one(&mut self, mutant: &[u8]) -> bool {
        let config = Config { heap_bytes: ARENA_BYTES, budget: BUDGET, ..Config::default() };
        let mut platform = Quiet::default();
        let work = || {
            with_machine(&config, &mut platform, |runtime| {
                let ending = runtime.run_image(mutant).ok();
                // A program that was stopped still holds what it works with.
                let mut sound = check_sound(runtime);
                if ending.is_some_and(|ending| ending != Ending::Budget) && sound.is_ok() {
                    runtime.run_source(AFTERWARDS, "<afterwards>", None);
                    sound = check_sound(runtime);
                }
                (ending, sound)
            })
        };
        let wrong = match catch_unwind(AssertUnwindSafe(work)) {
            Ok(Ok((ending, Ok(lost)))) => {
                match ending {
                    None => self.refused += 1,
                    Some(Ending::Budget) => self.stopped += 1,
                    Some(_) => {
                        self.ended += 1;
                        self.lost += u32::from(lost);
                    }
                }
                return true;
            }
            Ok(Ok((_, Err(wrong)))) => wrong,
            Ok(Err(error)) => format!("{error:?}"),
            Err(_) => "panic".to_owned(),
        };
        self.wrong += 1;
        println!("FAILED {wrong}");
        false
    }
}

/// Prints in which words and instructions a mutant differs.
fn show(old: &[u32], new: &[u32]) {
    for (at, (old, new)) in old.iter().zip(new).enumerate().filter(|(_, (old, new))| old != new) {
        println!("  word {at}: {old:08x} {new:08x}");
    }
    let listing = |words: &[u32]| {
        let mut text = String::new();
        let _ = list_image(&bytes_of(words), &mut |part| text.push_str(part));
        text
    };
    let (old, new) = (listing(old), listing(new));
    for (old, new) in old.lines().zip(new.lines()).filter(|(old, new)| old != new) {
        println!("  -{old}\n  +{new}");
    }
}

/// Loads a program's image cut off everywhere, and with words in front of and behind it; none may be accepted.
fn cut(seed: &Seed, tally: &mut Tally) {
    let whole = bytes_of(&seed.words);
    let before = (tally.ended, tally.stopped);
    for len in 0..whole.len() {
        tally.one(&whole[..len]);
    }
    for more in 1..9 {
        tally.one(&[&whole[..], &[0; 8][..more]].concat());
        tally.one(&[&[0; 8][..more], &whole[..]].concat());
    }
    if before != (tally.ended, tally.stopped) {
        tally.wrong += 1;
        println!("FAILED a part of an image was accepted");
    }
}

/// A number of the environment, for runs by hand.
fn chosen(name: &str, usual: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

fn main() -> ExitCode {
    let seeds = seeds();
    let mutants = chosen("MUTANTS", u64::from(MUTANTS)) as u32;
    let mut numbers = Numbers(chosen("SEED", SEED) | 1);
    let mut tally = Tally::default();
    if let Some(seed) = seeds.iter().min_by_key(|seed| seed.words.len()) {
        cut(seed, &mut tally);
    }
    for _ in 0..mutants {
        let Some(seed) = numbers.pick(&seeds) else { break };
        let mut words = seed.words.clone();
        for _ in 0..=numbers.next(2) {
            damage(&mut numbers, seed, &mut words);
        }
        with_checksum(&mut words);
        if !tally.one(&bytes_of(&words)) {
            show(&seed.words, &words);
        }
    }
    let Tally { refused, ended, stopped, lost, wrong } = tally;
    let all = refused + ended + stopped + wrong as u32;
    println!(
        "ran {all} damaged images: {refused} refused, {ended} ended ({lost} with lost objects), \
         {stopped} used up their budget"
    );
    // Mutants that are all refused, or all accepted, would say little.
    let is_mixed = refused > mutants / 20 && ended > mutants / 20;
    summary(usize::from(is_mixed), wrong + usize::from(!is_mixed))
}
