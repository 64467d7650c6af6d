//! What the slow path must know of each instruction, from the instruction table.
//!
//! Not here: the table (image/ops.rs).

/// Field A is an operand that may be a temporary.
pub const SRC_A: u8 = 1;
/// Field B is one.
pub const SRC_B: u8 = 2;
/// Field C is one.
pub const SRC_C: u8 = 4;
/// Field A is a destination.
pub const DST: u8 = 8;
/// A raw operand word follows.
pub const WORD: u8 = 32;
/// Field C is a small number.
pub const IMM_C: u8 = 64;
/// A jump word follows.
pub const TEST: u8 = 16;

macro_rules! operand_flag {
    (SrcA) => {
        SRC_A
    };
    (SrcB) => {
        SRC_B
    };
    (SrcC) => {
        SRC_C
    };
    (Dst) => {
        DST
    };
    (ImmC) => {
        IMM_C
    };
    ($other:ident) => {
        0
    };
}

macro_rules! may_flag {
    (test) => {
        TEST
    };
    (word) => {
        WORD
    };
    ($other:ident) => {
        0
    };
}

macro_rules! define_flags {
    ($($code:literal $name:ident ($($field:ident : $operand:ident),*) [$($flag:ident)*] $effect:literal;)*) => {
        /// Flags of each instruction code.
        pub static FLAGS: [u8; 256] = {
            let mut flags = [0; 256];
            $(flags[$code] = 0 $(| operand_flag!($operand))* $(| may_flag!($flag))*;)*
            flags
        };
    };
}

threadsnake_image::for_each_op!(define_flags);

/// Is this an operator or lookup whose method's value is simply its result?
#[inline(always)]
pub fn is_plain_operator(insn: u32) -> bool {
    use threadsnake_image::op::Op;
    let code = insn as u8;
    (Op::Add as u8..=Op::Invert as u8).contains(&code)
        || (Op::Lt as u8..=Op::Ne as u8).contains(&code)
        || (Op::GetItem as u8..=Op::GetItemK as u8).contains(&code)
        || code == Op::GetAttr as u8
        || (Op::IAddK as u8..=Op::IXorK as u8).contains(&code)
}

/// Is this a call, whose value goes into its first register?
#[inline(always)]
pub fn is_call(insn: u32) -> bool {
    use threadsnake_image::op::Op;
    (Op::Call as u8..=Op::CallMethodKw as u8).contains(&(insn as u8))
        && !matches!(insn as u8, code if code == Op::LoadMethod as u8)
}

/// What may be done without the machine's whole slow path.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// A comparison, as a value or as a test.
    Comparison,
    /// Anything else.
    Other,
}

/// The groups of all codes.
static GROUPS: [Group; 256] = {
    use threadsnake_image::op::Op;
    let mut groups = [Group::Other; 256];
    let rows = [
        (Op::Lt, Op::Ne, Group::Comparison),
        (Op::JLt, Op::JNe, Group::Comparison),
        (Op::JLtI, Op::JNeI, Group::Comparison),
        (Op::JLtK, Op::JNeK, Group::Comparison),
    ];
    let mut row = 0;
    while row < rows.len() {
        let (first, last, group) = rows[row];
        let mut code = first as usize;
        while code <= last as usize {
            groups[code] = group;
            code += 1;
        }
        row += 1;
    }
    groups
};

/// The group of an instruction word.
#[inline]
pub fn group(insn: u32) -> Group {
    GROUPS[(insn & 0xff) as usize]
}

/// Flags of an instruction word.
#[inline]
pub fn flags(insn: u32) -> u8 {
    FLAGS[(insn & 0xff) as usize]
}
