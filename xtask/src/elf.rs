//! What is in an ELF file: sections and symbols with their sizes.
//!
//! Not here: what they are counted for (console/image.rs, sizes.rs).

use anyhow::{Context, Result};
use object::{Object, ObjectSection, ObjectSymbol, SymbolKind};
use std::collections::BTreeMap;
use std::path::Path;

/// A file's contents that anyone here asks for.
#[derive(Debug, Default)]
pub struct Elf {
    sections: BTreeMap<String, u64>,
    /// Functions and data, as the compiler named them.
    pub symbols: Vec<Symbol>,
}

/// A function or a piece of data.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Symbol {
    /// As the compiler named it.
    pub name: String,
    /// Its place in memory.
    pub address: u64,
    /// Bytes.
    pub size: u64,
}

impl Elf {
    /// Reads a file.
    pub fn read(path: &Path) -> Result<Elf> {
        let bytes = std::fs::read(path).with_context(|| path.display().to_string())?;
        let file = object::File::parse(&*bytes).with_context(|| path.display().to_string())?;
        let mut elf = Elf::default();
        for section in file.sections() {
            elf.sections.insert(section.name()?.to_string(), section.size());
        }
        for symbol in file.symbols() {
            let is_content = matches!(symbol.kind(), SymbolKind::Text | SymbolKind::Data);
            if is_content && symbol.size() > 0 {
                let name = symbol.name()?.to_string();
                elf.symbols.push(Symbol { name, address: symbol.address(), size: symbol.size() });
            }
        }
        Ok(elf)
    }

    /// Bytes of a section; 0 when there is none of the name.
    pub fn section_bytes(&self, name: &str) -> u64 {
        self.sections.get(name).copied().unwrap_or(0)
    }
}
