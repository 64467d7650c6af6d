//! Takes a compiled program apart and puts its objects into ROM, equal ones shared.
//!
//! An image lists objects behind those they refer to, so one pass in order finds every reference known.
//! Line tables are left out: frames of code in ROM do not show in tracebacks.
//!
//! Not here: compiling (python.rs), what a prelude's global names stand for (prelude.rs).

use crate::blob::{Blob, Built};
use std::collections::HashMap;
use threadsnake_heap::{header, kind};
use threadsnake_image::Op;
use threadsnake_image::decode::Word;
use threadsnake_image::encode;
use threadsnake_image::layout::{self, code, info};
use threadsnake_image::read::{Code, Image, Object, Walk};

/// Gives the value that a global name stands for, when that is known at build time.
pub type Globals<'g> = dyn Fn(&str) -> Built<u32> + 'g;

/// Where global names are looked up.
pub enum Names<'g> {
    /// When the code runs: a module.
    Later,
    /// Now: the prelude, whose code has no namespace of its own.
    Now(&'g Globals<'g>),
}

/// Generators with these names stand for the builtin types.
const TYPED: [&str; 7] = [
    "map",
    "filter",
    "zip",
    "enumerate",
    "reversed",
    "async_generator_asend",
    "async_generator_athrow",
];

/// What became of an image.
pub struct Placed {
    /// Code objects by qualified name; those of functions inside others have `<locals>` in it.
    pub codes: HashMap<String, u32>,
    /// The code that runs first.
    pub main: u32,
}

/// Puts an image's objects into ROM. The main code is only wanted of modules.
pub fn place(blob: &mut Blob, words: &[u32], names: &Names) -> Built<Placed> {
    let image = Image::new(words).ok_or("the compiler made no image")?;
    let main = image.main().ok_or("the compiler made an image without code")?;
    let mut placer = Placer { blob, image, moved: HashMap::new(), codes: HashMap::new(), names };
    let mut walk = Walk::default();
    while let Some(object) = walk.step(&image) {
        let is_wanted = object.start != main.start || matches!(names, Names::Later);
        if is_wanted {
            placer.object(object)?;
        }
    }
    let main = placer.moved.get(&(main.start * 4)).copied().unwrap_or(0);
    Ok(Placed { codes: placer.codes, main })
}

struct Placer<'p> {
    blob: &'p mut Blob,
    image: Image<'p>,
    /// Reference in the image to reference in ROM.
    moved: HashMap<u32, u32>,
    codes: HashMap<String, u32>,
    names: &'p Names<'p>,
}

impl Placer<'_> {
    fn words(&self, from: u32, to: u32) -> &[u32] {
        self.image.words.get(from as usize..to as usize).unwrap_or(&[])
    }

    /// A value of the image as a value of ROM.
    fn value(&self, word: u32) -> Built<u32> {
        if word & 3 != 0 || word == 0 {
            return Ok(word);
        }
        self.moved.get(&word).copied().ok_or_else(|| format!("image word {word:#x} refers ahead"))
    }

    fn values(&self, from: u32, to: u32) -> Built<Vec<u32>> {
        self.words(from, to).iter().map(|&word| self.value(word)).collect()
    }

    fn object(&mut self, object: Object) -> Built<()> {
        let Object { start, end, .. } = object;
        let placed = match object.kind {
            layout::kind::STR => {
                let text = self.image.text(start * 4).ok_or("a string of the image is damaged")?;
                self.blob.text(text)
            }
            layout::kind::BYTES => {
                let bytes = self.image.bytes_at(start).ok_or("bytes of the image are damaged")?;
                self.blob.bytes(bytes)
            }
            layout::kind::TUPLE => {
                let items = self.values(start + 2, end)?;
                self.blob.tuple(&items)
            }
            layout::kind::RAW => self.details(start)?,
            layout::kind::CODE => self.code(start)?,
            _ => {
                let words = self.words(start, end).to_vec();
                self.blob.share(&words)
            }
        };
        self.moved.insert(start * 4, placed);
        Ok(())
    }

    /// The details of a code object, without its line table.
    fn details(&mut self, start: u32) -> Built<u32> {
        let field = |byte: u32| self.image.word(start + (byte >> 2)).unwrap_or(0);
        let table = field(info::HANDLER_COUNT) * layout::HANDLER_WORDS;
        let mut words = self.words(start, start + info::WORDS + table).to_vec();
        for byte in [info::VARNAMES, info::FREEVARS, info::DOC, info::FILENAME, info::CELLS] {
            words[(byte >> 2) as usize] = self.value(field(byte))?;
        }
        if matches!(self.names, Names::Now(_)) {
            words[(info::DOC >> 2) as usize] = layout::value::NONE;
        }
        // Without lines the first says nothing, and equal details are shared.
        words[(info::FIRST_LINE >> 2) as usize] = 0;
        words[(info::LINES >> 2) as usize] = words.len() as u32 * 4;
        words[(info::LINES_LEN >> 2) as usize] = 0;
        words[0] = header::block(kind::RAW, words.len() as u32);
        Ok(self.blob.share(&words))
    }

    fn code(&mut self, start: u32) -> Built<u32> {
        let code = self.image.code(start * 4).ok_or("a code object of the image is damaged")?;
        let qualname = code.qualname().to_owned();
        let mut constants: Vec<u32> = (0..code.n_consts())
            .map(|idx| self.value(code.constant(idx).unwrap_or(0)))
            .collect::<Built<_>>()?;
        let mut instructions = code.words().to_vec();
        if let Names::Now(globals) = self.names {
            resolve(&code, &self.image, &mut instructions, &mut constants, *globals)
                .map_err(|error| format!("{qualname}: {error}"))?;
        }
        let mut words = self.words(start, start + (code::WORDS >> 2)).to_vec();
        for byte in [code::NAME, code::QUALNAME, code::INFO] {
            words[(byte >> 2) as usize] = self.value(words[(byte >> 2) as usize])?;
        }
        let own_name = qualname.rsplit('.').next().unwrap_or(&qualname);
        let is_typed = TYPED.contains(&own_name) && matches!(self.names, Names::Now(_));
        let flags = code.flags() | if is_typed { code::TYPED } else { 0 };
        words[(code::SIZES >> 2) as usize] =
            code.n_regs() | (constants.len() as u32) << 8 | u32::from(flags) << 24;
        words.extend(instructions);
        let placed = self.blob.add_code(&constants, &words);
        self.codes.insert(qualname, placed);
        Ok(placed)
    }
}

/// Replaces every lookup of a global name by the object it stands for.
fn resolve(
    code: &Code,
    image: &Image,
    instructions: &mut [u32],
    constants: &mut Vec<u32>,
    globals: &Globals,
) -> Built<()> {
    let mut pc = 0;
    while let Some(&word) = instructions.get(pc) {
        let word = Word(word);
        match word.op().ok_or("an unknown instruction")? {
            Op::LoadGlobal => {
                let name = code.constant(word.x()).and_then(|reference| image.text(reference));
                let value = globals(name.ok_or("a global without a name")?)?;
                let idx = index_of(constants, value);
                let idx = u16::try_from(idx).map_err(|_| "too many constants")?;
                instructions[pc] = encode::ax(Op::LoadK, word.a(), idx);
            }
            Op::StoreGlobal | Op::DelGlobal | Op::NameGet => {
                return Err("the prelude has no namespace to write to".into());
            }
            _ => {}
        }
        pc += 1;
    }
    Ok(())
}

fn index_of(constants: &mut Vec<u32>, value: u32) -> usize {
    if let Some(known) = constants.iter().position(|&constant| constant == value) {
        return known;
    }
    constants.push(value);
    constants.len() - 1
}
