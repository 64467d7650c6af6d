//! What the operands of instructions are, and where in the word they lie.

/// One operand type of the instruction table; ops.rs says what each means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the table in ops.rs explains every one")]
pub enum Operand {
    Dst,
    RegA,
    RegB,
    RegC,
    SrcA,
    SrcB,
    SrcC,
    BaseA,
    BaseB,
    BaseC,
    KonA,
    KonC,
    KonX,
    ImmC,
    ImmX,
    NumA,
    NumB,
    NumC,
    NumX,
    Jump,
}

/// Part of the instruction word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Field {
    /// Bits 8..16.
    A,
    /// Bits 16..24.
    B,
    /// Bits 24..32.
    C,
    /// Bits 16..32.
    X,
    /// Bits 8..32.
    All,
}

/// What the bits of an operand mean.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Form {
    /// A register without a flag.
    Reg = 1,
    /// A register, bit 7 = moved out.
    Src = 2,
    /// First register of a run.
    Base = 3,
    /// A constant index.
    Kon = 4,
    /// A signed number.
    Imm = 5,
    /// An unsigned number.
    Num = 6,
    /// A signed distance.
    Jump = 7,
}

impl Operand {
    /// Where the operand lies.
    #[must_use]
    pub const fn field(self) -> Field {
        match self {
            Operand::Dst | Operand::RegA | Operand::SrcA | Operand::BaseA => Field::A,
            Operand::KonA | Operand::NumA => Field::A,
            Operand::RegB | Operand::SrcB | Operand::BaseB | Operand::NumB => Field::B,
            Operand::RegC | Operand::SrcC | Operand::BaseC => Field::C,
            Operand::KonC | Operand::ImmC | Operand::NumC => Field::C,
            Operand::KonX | Operand::ImmX | Operand::NumX => Field::X,
            Operand::Jump => Field::All,
        }
    }

    /// What its bits mean.
    #[must_use]
    pub const fn form(self) -> Form {
        match self {
            Operand::Dst | Operand::RegA | Operand::RegB | Operand::RegC => Form::Reg,
            Operand::SrcA | Operand::SrcB | Operand::SrcC => Form::Src,
            Operand::BaseA | Operand::BaseB | Operand::BaseC => Form::Base,
            Operand::KonA | Operand::KonC | Operand::KonX => Form::Kon,
            Operand::ImmC | Operand::ImmX => Form::Imm,
            Operand::NumA | Operand::NumB | Operand::NumC | Operand::NumX => Form::Num,
            Operand::Jump => Form::Jump,
        }
    }
}

/// Set in a `Src` operand whose register is moved out by the use.
pub const MOVED: u8 = 0x80;
