//! Takes a compiled program apart and puts its objects into ROM, equal ones shared.
//!
//! An image lists code behind what it refers to, so one pass in order finds every function known.
//! Line tables are left out: frames of code in ROM do not show in tracebacks.
//!
//! Not here: compiling (python.rs), what a prelude's global names stand for (prelude.rs).

use crate::blob::{Blob, Built};
use std::collections::{BTreeSet, HashMap};
use threadsnake_heap::{header, kind};
use threadsnake_image::Op;
use threadsnake_image::decode::Word;
use threadsnake_image::encode;
use threadsnake_image::layout::{self, code, info};
use threadsnake_image::operand::{Field, Form};
use threadsnake_image::read::{Code, Image, Walk};
use threadsnake_objects::statics;

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
        if object.kind == layout::kind::CODE && is_wanted {
            let placed = placer.code(object.start)?;
            placer.moved.insert(object.start * 4, placed);
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

    /// A value of the image as a value of ROM, where it is put when code needs it first.
    fn value(&mut self, word: u32) -> Built<u32> {
        if word & 3 != 0 || word == 0 {
            return Ok(word);
        }
        if let Some(&known) = self.moved.get(&word) {
            return Ok(known);
        }
        let placed = self.constant(word)?;
        self.moved.insert(word, placed);
        Ok(placed)
    }

    fn values(&mut self, words: &[u32]) -> Built<Vec<u32>> {
        words.iter().map(|&word| self.value(word)).collect()
    }

    /// Puts an object that is not code into ROM.
    fn constant(&mut self, reference: u32) -> Built<u32> {
        let image = self.image;
        let start = image.locate(reference).ok_or("the image refers elsewhere")?;
        let first = image.word(start).unwrap_or(0);
        Ok(match first as u8 {
            layout::kind::STR => {
                let text = image.text(reference).ok_or("a string of the image is damaged")?;
                self.blob.spell(text, first & layout::STR_INTERNED != 0)
            }
            layout::kind::BYTES => {
                let bytes = image.bytes_at(start).ok_or("bytes of the image are damaged")?;
                self.blob.bytes(bytes)
            }
            layout::kind::TUPLE => {
                let items = image.tuple(reference).ok_or("a tuple of the image is damaged")?;
                let items = self.values(items)?;
                self.blob.tuple(&items)
            }
            layout::kind::CODE => return Err(format!("image word {start} refers ahead")),
            _ => {
                let words = image.object_words(start).unwrap_or(0);
                let words = self.words(start, start + words).to_vec();
                self.blob.share(&words)
            }
        })
    }

    /// The details of a code object, without lines and file: its frames do not show in tracebacks. Equal ones are
    /// shared, which is why names of variables that nobody asks for are left out.
    fn details(&mut self, code: &Code) -> Built<u32> {
        let mut fields = Vec::new();
        let mut shape = (code.handlers().len() as u32) << info::HANDLERS_SHIFT;
        shape |= code.far().map_or(0, |register| register + 1) << info::FAR_SHIFT;
        for which in [info::VARNAMES, info::FREEVARS, info::CELLS, info::DOC] {
            let is_wanted = which != info::DOC || matches!(self.names, Names::Later);
            let Some(reference) = code.info(which).filter(|_| is_wanted) else { continue };
            let placed = match which {
                info::VARNAMES => self.named(code, reference)?,
                _ => self.value(reference)?,
            };
            if placed != statics::EMPTY_TUPLE.0 {
                fields.push(placed);
                shape |= which;
            }
        }
        let mut words = vec![0, shape];
        words.extend(fields);
        words.extend(code.handlers().as_flattened());
        words[0] = header::block(kind::RAW, words.len() as u32);
        Ok(self.blob.share(&words))
    }

    /// The names of the parameters; of all variables where an error may tell one.
    fn named(&mut self, code: &Code, reference: u32) -> Built<u32> {
        let names = self.image.tuple(reference).ok_or("names of the image are damaged")?;
        let tells = |&word: &u32| matches!(Word(word).op(), Some(Op::CheckBound | Op::DelLocal));
        let are_all_wanted = code.far().is_some() || code.words().iter().any(tells);
        let count = if are_all_wanted { names.len() } else { code.param_count() as usize };
        let names = self.values(names.get(..count).unwrap_or(names))?;
        Ok(self.blob.tuple(&names))
    }

    fn code(&mut self, start: u32) -> Built<u32> {
        let code = self.image.code(start * 4).ok_or("a code object of the image is damaged")?;
        let qualname = code.qualname().to_owned();
        let mut constants: Vec<u32> =
            (0..code.n_consts()).map(|idx| code.constant(idx).unwrap_or(0)).collect();
        let mut instructions = code.words().to_vec();
        let mut known = BTreeSet::new();
        if let Names::Now(globals) = self.names {
            known = resolve(&code, &self.image, &mut instructions, &mut constants, *globals)
                .map_err(|error| format!("{qualname}: {error}"))?;
        }
        for (idx, constant) in constants.iter_mut().enumerate() {
            *constant = if known.contains(&idx) { *constant } else { self.value(*constant)? };
        }
        let mut words = self.words(start, start + (code::WORDS >> 2)).to_vec();
        words[(code::NAME >> 2) as usize] = self.value(words[(code::NAME >> 2) as usize])?;
        // Most qualified names are wanted by nobody; what they begin with is shared.
        words[(code::QUALNAME >> 2) as usize] = match qualname.rsplit_once('.') {
            Some((front, name)) if name == code.name() => self.blob.spell(front, false) | 1,
            _ => self.blob.spell(&qualname, false),
        };
        words[(code::INFO >> 2) as usize] = self.details(&code)?;
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

/// Replaces every lookup of a global name by the object it stands for; gives the constants that are such objects.
fn resolve(
    code: &Code,
    image: &Image,
    instructions: &mut [u32],
    constants: &mut Vec<u32>,
    globals: &Globals,
) -> Built<BTreeSet<usize>> {
    let mut known = BTreeSet::new();
    let mut pc = 0;
    while let Some(&word) = instructions.get(pc) {
        let word = Word(word);
        match word.op().ok_or("an unknown instruction")? {
            Op::LoadGlobal => {
                let name = code.constant(word.x()).and_then(|reference| image.text(reference));
                let value = globals(name.ok_or("a global without a name")?)?;
                let idx = room_for(code, word.x(), value, constants);
                constants[idx] = value;
                known.insert(idx);
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
    Ok(known)
}

/// The index of the constant that a global name becomes: its own, unless something else wants the name as well.
fn room_for(code: &Code, name: u32, value: u32, constants: &mut Vec<u32>) -> usize {
    let wants = |&word: &u32| match Word(word).op() {
        // Further bits of an index, or a constant in a word of its own.
        None | Some(Op::Ext | Op::Raw) => true,
        Some(Op::LoadGlobal) => false,
        Some(op) => op.row().operands.iter().any(|operand| {
            let index = match operand.field() {
                Field::A => u32::from(Word(word).a()),
                Field::C => u32::from(Word(word).c()),
                _ => Word(word).x(),
            };
            operand.form() == Form::Kon && index == name
        }),
    };
    if !code.words().iter().any(wants) {
        return name as usize;
    }
    // Names that are to be replaced yet are among the first.
    let own = code.n_consts() as usize;
    match constants.iter().skip(own).position(|&constant| constant == value) {
        Some(known) => own + known,
        None => {
            constants.push(value);
            constants.len() - 1
        }
    }
}
