//! The instructions as an enum, and what is known about each: names, operands, flags.
//!
//! Everything here is derived from the table in ops.rs.

use crate::operand::Operand;

/// May raise an exception.
pub const RAISE: u8 = 1;
/// May run script code.
pub const CALL: u8 = 2;
/// The next word is a jump, taken when the condition holds.
pub const TEST: u8 = 4;
/// The next word is an operand.
pub const WORD: u8 = 8;
/// Does not continue behind itself.
pub const END: u8 = 16;

/// What the table says about an instruction.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Operands in order.
    pub operands: &'static [Operand],
    /// `RAISE`, `CALL`, `TEST`, `WORD`, `END`.
    pub flags: u8,
}

macro_rules! flag {
    (raise) => {
        RAISE
    };
    (call) => {
        CALL
    };
    (test) => {
        TEST
    };
    (word) => {
        WORD
    };
    (end) => {
        END
    };
}

macro_rules! define_ops {
    ($($code:literal $name:ident ($($field:ident : $operand:ident),*) [$($flag:ident)*] $effect:literal;)*) => {
        /// An instruction.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        pub enum Op { $(#[doc = $effect] $name = $code,)* }

        impl Op {
            /// Every instruction, in table order.
            pub const ALL: &'static [Op] = &[$(Op::$name,)*];

            /// The instruction of a code.
            #[must_use]
            pub const fn from_code(code: u8) -> Option<Op> {
                match code { $($code => Some(Op::$name),)* _ => None }
            }

            /// Its name in listings.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Op::$name => stringify!($name),)* }
            }

            /// Its effect as an equation.
            #[must_use]
            pub const fn effect(self) -> &'static str {
                match self { $(Op::$name => $effect,)* }
            }

            /// Names of its operands.
            #[must_use]
            pub const fn operand_names(self) -> &'static [&'static str] {
                match self { $(Op::$name => &[$(stringify!($field)),*],)* }
            }
        }

        /// The row of every code; `None` where there is no instruction.
        static ROWS: [Option<Row>; 256] = {
            let mut rows = [None; 256];
            $(
                rows[$code] = Some(Row {
                    operands: &[$(Operand::$operand),*],
                    flags: 0 $(| flag!($flag))*,
                });
            )*
            rows
        };
    };
}

for_each_op!(define_ops);

impl Op {
    /// What the table says about it.
    #[must_use]
    pub fn row(self) -> Row {
        const NOTHING: Row = Row { operands: &[], flags: 0 };
        ROWS.get(usize::from(self as u8)).copied().flatten().unwrap_or(NOTHING)
    }

    /// May raise, call, and so on: a union of the flag constants.
    #[must_use]
    pub fn flags(self) -> u8 {
        self.row().flags
    }

    /// Is the next word a jump?
    #[must_use]
    pub fn is_test(self) -> bool {
        self.flags() & TEST != 0
    }

    /// Is the next word an operand?
    #[must_use]
    pub fn has_word(self) -> bool {
        self.flags() & WORD != 0
    }

    /// Does it never continue behind itself?
    #[must_use]
    pub fn is_end(self) -> bool {
        self.flags() & END != 0
    }
}
