//! The code of small functions, listed. `BLESS=1` rewrites the listings; they are read by hand then.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test stops where it fails")]

use std::fs;
use std::path::{Path, PathBuf};

use bumpalo::Bump;
use threadsnake_compiler::{Mode, Options, compile};
use threadsnake_image::read::Image;
use threadsnake_image::{disasm, verify};

fn listing(source: &str) -> String {
    let bump = Bump::new();
    let mut options = Options::new("test.py", Mode::Exec);
    options.columns = false;
    let program = compile(source.as_bytes(), &options, &bump).unwrap();
    let mut words = vec![0; program.len_words()];
    program.copy_to(&mut words);
    verify::verify(&words).unwrap();
    let image = Image::new(&words).unwrap();
    let mut text = String::new();
    let mut sink = |piece: &str| {
        text.push_str(piece);
        Ok(())
    };
    disasm::image(&image, &mut sink).unwrap();
    text
}

fn sources() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bytecode");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
    paths.sort();
    paths
}

#[test]
fn listings_are_as_they_were() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut count = 0;
    for path in sources() {
        let made = listing(&fs::read_to_string(&path).unwrap());
        let golden = path.with_extension("lst");
        if bless {
            fs::write(&golden, &made).unwrap();
        }
        let wanted = fs::read_to_string(&golden).unwrap_or_default();
        assert_eq!(made, wanted, "{}", path.display());
        count += made.lines().filter(|line| line.contains("  regs ")).count();
    }
    assert!(count > 50, "{count} functions were listed");
}
