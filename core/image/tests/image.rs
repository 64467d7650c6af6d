//! Images made by hand: what is written is what is read, and what is wrong is named.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop")]

use threadsnake_image::error::Full;
use threadsnake_image::layout::{HEADER_WORDS, code, header, value};
use threadsnake_image::lines::{self, Location, Run};
use threadsnake_image::op::{self, Op};
use threadsnake_image::operand::{Field, Form};
use threadsnake_image::read::Image;
use threadsnake_image::write::{Buffer, CodeParts, Endian, Writer};
use threadsnake_image::{ErrorKind, Slow, disasm, encode, verify};

#[derive(Default, Debug)]
struct Words(Vec<u32>);

impl Buffer for Words {
    fn len(&self) -> u32 {
        self.0.len() as u32
    }
    fn push(&mut self, word: u32) -> Result<(), Full> {
        self.0.push(word);
        Ok(())
    }
    fn get(&self, idx: u32) -> u32 {
        self.0[idx as usize]
    }
    fn set(&mut self, idx: u32, word: u32) {
        self.0[idx as usize] = word;
    }
}

fn writer() -> Writer<Words> {
    let tables = [Words::default(), Words::default(), Words::default()];
    Writer::new(Words::default(), tables, Endian::HOST).unwrap()
}

/// A function of one argument with these instructions and one name as constant.
fn image_of(words: &[u32]) -> Vec<u32> {
    let mut writer = writer();
    let name = writer.text("f", true).unwrap();
    let arg = writer.text("x", true).unwrap();
    let file = writer.text("a file", false).unwrap();
    let varnames = writer.tuple(&[arg]).unwrap();
    let parts = CodeParts {
        n_regs: 6,
        flags: 0,
        arg_count: 1,
        positional_only: 0,
        keyword_only: 0,
        n_free: 0,
        name,
        qualname: name,
        constants: &[name, value::TRUE, 3],
        words,
        varnames,
        freevars: value::NONE,
        cells: value::NONE,
        doc: value::NONE,
        filename: file,
        first_line: 1,
        far: None,
        handlers: &[],
        lines: &[],
    };
    let main = writer.code(&parts).unwrap();
    writer.finish(main, file).unwrap().0
}

fn verdict(words: &[u32]) -> Option<ErrorKind> {
    verify::verify(&image_of(words)).err().map(|error| error.kind)
}

const END: u32 = encode::ax(Op::ReturnNone, 0, 1);

#[test]
fn objects_are_read_as_written() {
    let mut writer = writer();
    let text = writer.text("na\u{ef}ve caf\u{e9}", false).unwrap();
    let bytes = writer.bytes(&[1, 2, 3, 4, 5]).unwrap();
    let small = writer.int(-5).unwrap();
    let large = writer.int(1 << 40).unwrap();
    let tuple = writer.tuple(&[text, bytes, small, large, value::NONE]).unwrap();
    let name = writer.text("f", true).unwrap();
    let words = writer.finish(name, name).unwrap().0;
    let image = Image::new(&words).unwrap();
    assert_eq!(image.text(text), Some("na\u{ef}ve caf\u{e9}"));
    assert_eq!(image.bytes(bytes), Some(&[1u8, 2, 3, 4, 5][..]));
    assert_eq!(image.tuple(tuple), Some(&[text, bytes, (-5i32 as u32) << 1 | 1, large, 2][..]));
}

#[test]
fn correct_code_is_accepted() {
    assert_eq!(verdict(&[END]), None);
    let call = [
        encode::ax(Op::LoadGlobal, 1, 0),
        encode::abc(Op::Move, 3, 0, 0),
        encode::abc(Op::Call, 1, 1, 0),
        encode::abc(Op::JTrue, 1, 0x81, 0),
        encode::jump(Op::Jump, 0),
        END,
    ];
    assert_eq!(verdict(&call), None);
}

#[test]
fn wrong_code_is_refused_by_what_is_wrong() {
    let jump_into_word =
        [encode::abc(Op::CallKw, 1, 0, 0), encode::wide(Op::Raw, 1), encode::jump(Op::Jump, -2)];
    let cases: [(&[u32], ErrorKind); 18] = [
        (&[encode::abc(Op::Nop, 0, 0, 0)], ErrorKind::End),
        (&[0x1ff & 0x17, END], ErrorKind::Instruction),
        (&[encode::abc(Op::Move, 6, 0, 0), END], ErrorKind::Register),
        (&[encode::abc(Op::Move, 1, 0x86, 0), END], ErrorKind::Register),
        (&[encode::abc(Op::Call, 3, 2, 0), END], ErrorKind::Register),
        (&[encode::ax(Op::LoadK, 1, 3), END], ErrorKind::Constant),
        (&[encode::ax(Op::LoadGlobal, 1, 1), END], ErrorKind::Constant),
        (&[encode::abc(Op::AddK, 1, 0, 0), END], ErrorKind::Constant),
        (&[encode::jump(Op::Jump, 5), END], ErrorKind::Jump),
        (&[encode::jump(Op::Jump, -2), END], ErrorKind::Jump),
        (&jump_into_word, ErrorKind::Constant),
        (&[encode::abc(Op::JTrue, 1, 0, 0), END], ErrorKind::Instruction),
        (&[encode::abc(Op::JTrue, 1, 0, 0), encode::jump(Op::Loop, -2)], ErrorKind::End),
        (&[encode::abc(Op::JTrue, 1, 0, 0), encode::jump(Op::Jump, -2), END], ErrorKind::Jump),
        (&[encode::abc(Op::Nop, 0, 0, 0), encode::jump(Op::Jump, -2), END], ErrorKind::Jump),
        (&[encode::abc(Op::FreeGet, 1, 0, 0), END], ErrorKind::Number),
        (&[encode::ax(Op::ReturnNone, 0, 0)], ErrorKind::Number),
        (&[encode::ax(Op::ReturnNone, 0, 7)], ErrorKind::Number),
    ];
    for (words, wanted) in cases {
        assert_eq!(verdict(words), Some(wanted), "{words:x?}");
    }
}

#[test]
fn jumps_may_not_enter_a_pair() {
    let words = [
        encode::jump(Op::Jump, 1),
        encode::abc(Op::JTrue, 1, 0, 0),
        encode::jump(Op::Jump, 0),
        END,
    ];
    assert_eq!(verdict(&words), Some(ErrorKind::Jump));
    let widened = [
        encode::jump(Op::Jump, 1),
        encode::wide(Op::Ext, 0),
        encode::abc(Op::GetAttr, 1, 0, 0),
        END,
    ];
    assert_eq!(verdict(&widened), Some(ErrorKind::Jump));
}

#[test]
fn a_foreign_version_is_named_with_ours() {
    let mut words = image_of(&[END]);
    words[header::VERSION as usize] = 77;
    let error = verify::verify(&words).unwrap_err();
    let mut text = String::new();
    let mut sink = |piece: &str| {
        text.push_str(piece);
        Ok(())
    };
    error.describe(&mut sink).unwrap();
    assert_eq!(text, "image has format version 77, this machine reads version 2");
}

#[test]
fn headers_are_checked_field_by_field() {
    let cases = [
        (header::MAGIC, ErrorKind::NotAnImage),
        (header::FEATURES, ErrorKind::Features(1)),
        (header::TOTAL_WORDS, ErrorKind::Length),
        (header::LINK_BASE, ErrorKind::Linked),
        (header::MAIN, ErrorKind::Reference),
        (header::NAMES, ErrorKind::Bounds),
        (header::CODE_COUNT, ErrorKind::Bounds),
        (header::CHECKSUM, ErrorKind::Checksum),
        (HEADER_WORDS - 1, ErrorKind::NotAnImage),
    ];
    for (number, wanted) in cases {
        let mut words = image_of(&[END]);
        words[number as usize] ^= 1;
        let found = verify::verify(&words).unwrap_err().kind;
        assert_eq!(found, wanted, "header word {number}");
    }
}

#[test]
fn line_tables_round_trip() {
    let runs = [(1, 5, 5, 0, 4), (40, 4, 9, 3, 2), (16, 1000, 1000, 300, 70000), (15, 7, 7, 0, 0)];
    for has_columns in [true, false] {
        let mut bytes = Vec::new();
        let mut line = 3;
        for (words, first, last, col, end_col) in runs {
            let location = Location { line: first, end_line: last, col, end_col };
            let push = |byte| -> Result<(), Full> {
                bytes.push(byte);
                Ok(())
            };
            lines::write(Run { words, location }, line, has_columns, push).unwrap();
            line = first;
        }
        let mut pc = 0;
        for (words, first, last, col, end_col) in runs {
            for at in [pc, pc + words - 1] {
                let found = lines::find(&bytes, 3, at).unwrap();
                assert_eq!(found.line, first);
                if has_columns {
                    assert_eq!((found.end_line, found.col, found.end_col), (last, col, end_col));
                }
            }
            pc += words;
        }
        assert_eq!(lines::find(&bytes, 3, pc), None);
    }
}

#[test]
fn the_table_of_instructions_is_consistent() {
    for &op in Op::ALL {
        let row = op.row();
        assert_eq!(Op::from_code(op as u8), Some(op));
        assert_eq!(row.operands.len(), op.operand_names().len());
        let mut taken = [false; 3];
        for operand in row.operands {
            let fields: &[usize] = match operand.field() {
                Field::A => &[0],
                Field::B => &[1],
                Field::C => &[2],
                Field::X => &[1, 2],
                Field::All => &[0, 1, 2],
            };
            for &field in fields {
                assert!(!std::mem::replace(&mut taken[field], true), "{} twice", op.name());
            }
        }
        let bases = row.operands.iter().filter(|operand| operand.form() == Form::Base).count();
        assert!(bases <= 1, "{} has several runs", op.name());
        let is_pair = row.flags & (op::TEST | op::WORD);
        assert_ne!(is_pair, op::TEST | op::WORD);
    }
    for code in 0..=u8::MAX {
        assert!(Slow::from_code(code).is_none_or(|slow| slow as u8 == code));
    }
}

#[test]
fn listings_show_every_instruction() {
    for &op in Op::ALL {
        let words = image_of(&[encode::abc(op, 0, 0, 0), encode::wide(Op::Raw, 0), END]);
        let image = Image::new(&words).unwrap();
        let mut text = String::new();
        let mut sink = |piece: &str| {
            text.push_str(piece);
            Ok(())
        };
        disasm::image(&image, &mut sink).unwrap();
        assert!(text.contains(op.name()), "{text}");
    }
}

#[test]
fn code_reports_its_signature() {
    let words = image_of(&[END]);
    let image = Image::new(&words).unwrap();
    let main = image.main().unwrap();
    assert_eq!(main.args(), [1, 0, 0, 0]);
    assert_eq!((main.n_regs(), main.n_consts(), main.param_count()), (6, 3, 1));
    assert_eq!(main.register_name(0), Some("x"));
    assert_eq!(image.word(main.start + (code::CALL_SIGNATURE >> 2)), Some(1));
}
