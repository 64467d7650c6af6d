//! The prelude's entry points: Python functions in ROM that natives and the machine may call.
//!
//! A row is: constant, name of the function in core/pylib/prelude. The ROM writer puts the functions into
//! a table in this order and refuses a row without a function.
//!
//! Not here: the functions (core/pylib/prelude).

use crate::cx::Cx;
use threadsnake_heap::Value;

macro_rules! define_prelude {
    ($($constant:ident $name:literal;)*) => {
        /// A function of the prelude.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum Prelude {
            $(
                #[doc = concat!("`", $name, "`")]
                $constant,
            )*
        }

        /// Names of all entry points in the order of the enum.
        pub static NAMES: &[&str] = &[$($name),*];
    };
}

/// The function object of an entry point (immortal).
#[inline]
pub fn function(cx: &Cx, which: Prelude) -> Value {
    cx.heap.space.value(cx.rom.prelude, 1 + which as u32)
}

define_prelude! {
    BuildClass "build_class";
    Import "import_module";
    CallInstance "call_class_slow";
}
