//! Instructions with their constants, and what operands are.

use threadsnake_image::encode::{abc, ax, slow_word, wide};
use threadsnake_image::operand::MOVED;
use threadsnake_image::{Op, Slow};

use crate::codegen::{Gen, Outcome};
use crate::fold::Value;
use crate::unit::Label;

/// Where a value is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Want {
    /// Anywhere, also in the local that has it.
    Any,
    /// In a new temporary, the lowest free one.
    Temp,
    /// In this register.
    Into(u8),
}

/// A register to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Operand {
    /// Its number.
    pub reg: u8,
    /// It is a temporary of this expression, to be emptied by its use.
    pub is_temp: bool,
}

impl Operand {
    /// A local, or a temporary that stays.
    pub const fn kept(reg: u8) -> Operand {
        Operand { reg, is_temp: false }
    }

    /// A temporary.
    pub const fn temp(reg: u8) -> Operand {
        Operand { reg, is_temp: true }
    }

    /// As the field of an instruction that uses it for the last time.
    pub const fn last(self) -> u8 {
        if self.is_temp { self.reg | MOVED } else { self.reg }
    }
}

/// Largest constant index of instructions with 8 bits for it.
const NARROW: u32 = 255;

impl<'a> Gen<'a> {
    pub(super) fn emit(&mut self, op: Op, a: u8, b: u8, c: u8) -> Outcome<'a> {
        self.unit.emit(abc(op, a, b, c))
    }

    pub(super) fn emit_x(&mut self, op: Op, a: u8, x: u16) -> Outcome<'a> {
        self.unit.emit(ax(op, a, x))
    }

    /// An operand word.
    pub(super) fn emit_word(&mut self, value: u32) -> Outcome<'a> {
        self.unit.emit(wide(Op::Raw, value))
    }

    /// An instruction whose field C is a constant.
    pub(super) fn emit_k(&mut self, op: Op, a: u8, b: u8, constant: u32) -> Outcome<'a> {
        self.widen(constant)?;
        self.emit(op, a, b, constant as u8)
    }

    /// An instruction whose field A is a constant.
    pub(super) fn emit_ka(&mut self, op: Op, constant: u32, b: u8, c: u8) -> Outcome<'a> {
        self.widen(constant)?;
        self.emit(op, constant as u8, b, c)
    }

    fn widen(&mut self, constant: u32) -> Outcome<'a> {
        if constant > NARROW {
            return self.unit.emit(wide(Op::Ext, constant >> 8));
        }
        Ok(())
    }

    /// An instruction whose field X is a constant.
    pub(super) fn emit_kx(&mut self, op: Op, a: u8, constant: u32) -> Outcome<'a> {
        self.emit_x(op, a, constant as u16)
    }

    pub(super) fn slow(&mut self, sub: Slow, dst: u8, lhs: u8, rhs: u8, extra: u32) -> Outcome<'a> {
        self.emit(Op::Slow, sub as u8, lhs, rhs)?;
        self.unit.emit(slow_word(dst, extra as u16))
    }

    /// A test and its jump, taken when the condition is `sense`.
    pub(super) fn test(&mut self, op: Op, sense: bool, b: u8, c: u8, label: Label) -> Outcome<'a> {
        self.unit.test(abc(op, u8::from(sense), b, c), label)
    }

    /// Constant index of a name.
    pub(super) fn name(&mut self, name: &'a str) -> Outcome<'a, u32> {
        let word = self.constants.name(name)?;
        self.unit.constant(word)
    }

    /// Constant index of a value.
    pub(super) fn constant(&mut self, value: Value<'a>) -> Outcome<'a, u32> {
        let word = self.constants.value(value)?;
        self.unit.constant(word)
    }

    /// The index of a number that an instruction with a constant as right operand may use.
    pub(super) fn narrow_number(&mut self, value: Value<'a>) -> Outcome<'a, Option<u8>> {
        if !value.is_number() {
            return Ok(None);
        }
        let idx = self.constant(value)?;
        Ok(u8::try_from(idx).ok())
    }

    /// The register a result goes to.
    pub(super) fn dest(&mut self, want: Want) -> Outcome<'a, u8> {
        match want {
            Want::Into(register) => Ok(register),
            Want::Any | Want::Temp => self.unit.push(),
        }
    }

    /// The operand that `dest` made.
    pub(super) fn result(want: Want, register: u8) -> Operand {
        match want {
            Want::Into(_) => Operand::kept(register),
            Want::Any | Want::Temp => Operand::temp(register),
        }
    }

    /// Brings a value where it is wanted.
    pub(super) fn settle(&mut self, operand: Operand, want: Want) -> Outcome<'a, Operand> {
        match want {
            Want::Any => Ok(operand),
            Want::Temp if operand.is_temp => Ok(operand),
            Want::Into(register) if operand.reg == register && !operand.is_temp => Ok(operand),
            Want::Temp | Want::Into(_) => {
                if operand.is_temp {
                    self.unit.top = operand.reg;
                }
                let dst = self.dest(want)?;
                self.emit(Op::Move, dst, operand.last(), 0)?;
                Ok(Self::result(want, dst))
            }
        }
    }

    /// Loads a constant.
    pub(super) fn load(&mut self, value: Value<'a>, want: Want) -> Outcome<'a, Operand> {
        let dst = self.dest(want)?;
        match value {
            Value::None => self.emit(Op::LoadNone, dst, 0, 0)?,
            Value::Bool(truth) => self.emit(Op::LoadBool, dst, u8::from(truth), 0)?,
            _ => match small(value) {
                Some(int) => self.emit_x(Op::LoadInt, dst, int as u16)?,
                None => {
                    let idx = self.constant(value)?;
                    self.emit_kx(Op::LoadK, dst, idx)?;
                }
            },
        }
        Ok(Self::result(want, dst))
    }

    /// Empties temporaries from `base` up to the top.
    pub(super) fn clear_to(&mut self, base: u8) -> Outcome<'a> {
        let count = self.unit.top.saturating_sub(base);
        if count > 0 {
            self.emit_x(Op::Clear, base, u16::from(count))?;
        }
        Ok(())
    }

    /// Drops a value that nobody wants.
    pub(super) fn discard(&mut self, operand: Operand) -> Outcome<'a> {
        if operand.is_temp {
            self.emit_x(Op::Clear, operand.reg, 1)?;
            self.unit.top = operand.reg;
        }
        Ok(())
    }

    /// `R[dst] = []`
    pub(super) fn empty_list(&mut self, dst: u8) -> Outcome<'a> {
        self.emit(Op::BuildList, dst, 0, 0)
    }
}

fn small(value: Value<'_>) -> Option<i16> {
    match value {
        Value::Int(int) => i16::try_from(int).ok(),
        _ => None,
    }
}
