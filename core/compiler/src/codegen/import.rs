//! Imports.

use threadsnake_image::Op;

use crate::ast::{Alias, Span};
use crate::codegen::emit::Operand;
use crate::codegen::{Gen, Outcome};
use crate::list::List;

/// Bits of the operand word for the list of names.
const NAMES_BITS: u32 = 16;
/// Most leading dots that fit beside it.
const MAX_LEVEL: u32 = 255;

impl<'a> Gen<'a> {
    fn import_module(&mut self, name: &'a str, level: u16, names: u32) -> Outcome<'a, u8> {
        let dst = self.unit.push()?;
        let idx = self.name(name)?;
        self.emit_kx(Op::Import, dst, idx)?;
        let level = u32::from(level).min(MAX_LEVEL);
        self.emit_word(level << NAMES_BITS | names)?;
        Ok(dst)
    }

    /// `import a.b as c, d`
    pub(super) fn import(&mut self, names: &'a [Alias<'a>], span: Span) -> Outcome<'a> {
        for alias in names {
            self.at(span);
            let module = self.import_module(alias.name, 0, 0)?;
            let mut parts = alias.name.split('.');
            let first = parts.next().unwrap_or(alias.name);
            let Some(name) = alias.alias else {
                self.bind(first, Operand::temp(module))?;
                continue;
            };
            let mut current = module;
            for part in parts {
                let next = self.unit.push()?;
                let idx = self.name(part)?;
                self.emit_k(Op::ImportFrom, next, current, idx)?;
                self.emit(Op::Move, module, Operand::temp(next).last(), 0)?;
                self.unit.top = next;
                current = module;
            }
            self.bind(name, Operand::temp(module))?;
        }
        Ok(())
    }

    /// `from module import names`
    pub(super) fn import_from(
        &mut self,
        module: Option<&'a str>,
        names: &'a [Alias<'a>],
        level: u16,
        span: Span,
    ) -> Outcome<'a> {
        // What it asks for was done when the text was read.
        if module == Some("__future__") && level == 0 {
            return Ok(());
        }
        let mut list = List::new();
        for alias in names {
            let name = self.constants.name(alias.name)?;
            list.push(self.bump, name)?;
        }
        let tuple = self.constants.tuple(list.finish())?;
        let idx = self.unit.constant(tuple)?;
        self.at(span);
        let module = self.import_module(module.unwrap_or_default(), level, idx + 1)?;
        for alias in names {
            self.at(span);
            if alias.name == "*" {
                self.emit(Op::ImportStar, Operand::temp(module).last(), 0, 0)?;
                self.unit.top = module;
                return Ok(());
            }
            self.import_name(module, alias)?;
        }
        self.discard(Operand::temp(module))
    }

    fn import_name(&mut self, module: u8, alias: &Alias<'a>) -> Outcome<'a> {
        let idx = self.name(alias.name)?;
        let name = alias.alias.unwrap_or(alias.name);
        if let Some(register) = self.local_of(name)? {
            self.emit_k(Op::ImportFrom, register, module, idx)?;
            self.mark_bound(register);
            return Ok(());
        }
        let value = self.unit.push()?;
        self.emit_k(Op::ImportFrom, value, module, idx)?;
        self.bind(name, Operand::temp(value))
    }
}
