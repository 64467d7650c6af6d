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
    InitInstance "init_instance";
    Finalize "finalize";
    DelegateStep "delegate_step";
    DelegateThrow "delegate_throw";
    ContainsByIteration "contains_by_iteration";
    ClassName "class_name";
    CallSpread "call_spread";
    CallSuper "call_super";
    BuildSet "build_set";
    BuildMap "build_map";
    SetAdd "set_add";
    ListDisplayExtend "list_display_extend";
    SetDisplayUpdate "set_display_update";
    MapDisplayUpdate "map_display_update";
    MapMerge "map_merge";
    Unpack "unpack";
    UnpackExtended "unpack_extended";
    UnpackList "unpack_list";
    Iter "iter_object";
    ImportFrom "import_from";
    ImportStar "import_star";
    MatchKeys "match_keys";
    MatchClass "match_class";
    MatchRest "match_rest";
    ExceptionLines "exception_lines";
    Repr "repr_object";
    Str "str_object";
    Ascii "ascii_object";
    Format "format_object";
    PercentStr "percent_str";
    PercentBytes "percent_bytes";
    StrFormat "str_format";
    RepeatSequence "repeat_sequence";
    RetryIndex "retry_index";
    IntNew "int_new";
    IntFromBytes "int_from_bytes";
    FloatNew "float_new";
    ComplexNew "complex_new";
    StrNew "str_new";
    BytesNew "bytes_new";
    BytearrayInit "bytearray_init";
    BytearrayExtend "bytearray_extend";
    BytearraySet "bytearray_set";
    StrJoin "str_join";
    StrTranslate "str_translate";
    StrMaketrans "str_maketrans";
    MathUnary "math_unary";
    MathRetry "math_retry";
    MathItems "math_items";
    RoundObject "round_object";
}
