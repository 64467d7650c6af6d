//! Callees that are neither Python code nor native functions: the machine itself.
//!
//! A native asks for one by tail-calling it; it is an immediate value that scripts never see.
//!
//! Not here: what they do (vm/intrinsic.rs).

use crate::cx::{Cx, Exit};
use threadsnake_heap::Value;

/// Something only the machine can do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Intrinsic {
    /// `(generator, value)`: resume it with a value.
    GeneratorSend,
    /// `(generator, exception)`: resume it with an exception.
    GeneratorThrow,
    /// `(code, globals)`: run code as a module body; the result is its value.
    RunCode,
    /// `(source, filename, mode)`: compile; the result is a code object.
    Compile,
    /// `(name,)`: find and load the file of a module; the result is a code object or None.
    LoadModule,
    /// `(object, name)`: attribute, with everything a script could run on the way.
    GetAttr,
    /// `(object, name, value)`: set an attribute.
    SetAttr,
    /// `(object, name)`: delete an attribute.
    DelAttr,
    /// `(exception,)`: raise it as it is.
    Raise,
    /// `(depth,)`: globals of the caller of the running prelude function.
    Globals,
    /// `(depth,)`: a traceback entry with code and place of the caller of the running prelude function, or None.
    Place,
    /// `(depth,)`: locals of the caller as a dict.
    Locals,
    /// `(limit,)`: calls that may nest from now on.
    SetRecursionLimit,
}

const TAG: u32 = 0x16;
const SHIFT: u32 = 8;

impl Intrinsic {
    /// The value that stands for it as a callee.
    pub const fn value(self) -> Value {
        Value((self as u32) << SHIFT | TAG)
    }

    /// What a value stands for.
    pub const fn from_value(value: Value) -> Option<Intrinsic> {
        const ALL: [Intrinsic; 13] = [
            Intrinsic::GeneratorSend,
            Intrinsic::GeneratorThrow,
            Intrinsic::RunCode,
            Intrinsic::Compile,
            Intrinsic::LoadModule,
            Intrinsic::GetAttr,
            Intrinsic::SetAttr,
            Intrinsic::DelAttr,
            Intrinsic::Raise,
            Intrinsic::Globals,
            Intrinsic::Place,
            Intrinsic::Locals,
            Intrinsic::SetRecursionLimit,
        ];
        let index = (value.0 >> SHIFT) as usize;
        if value.0 & 0xff == TAG && index < ALL.len() { Some(ALL[index]) } else { None }
    }
}

impl Cx<'_> {
    /// Asks the machine to do something in place of this native.
    pub fn tail_intrinsic(&mut self, which: Intrinsic, args: &[Value]) -> Exit {
        self.tail_call(which.value(), args)
    }
}
