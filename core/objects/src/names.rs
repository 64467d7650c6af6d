//! Strings that the core itself knows by name, at fixed offsets in ROM.
//!
//! The offsets are computed from the table at compile time, so `names::INIT` is a constant on every
//! machine. The ROM writer lays the strings out in this order from `FIRST` on.
//!
//! Not here: interning of other strings (intern.rs), the types in front of the names (types.rs).

use crate::types;
use threadsnake_heap::{Ref, Value, WORD};

/// Words of a `STR` before its text: header, hash, byte length.
pub const STR_WORDS: u32 = 3;
/// Offset of the first name: behind the types.
pub const FIRST: u32 = types::END;

macro_rules! define_names {
    ($($constant:ident $text:literal;)*) => {
        /// All names in the order of their offsets.
        pub static TEXTS: &[&str] = &[$($text),*];

        #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "indices named like their constants")]
        enum Index { $($constant),* }

        const OFFSETS: [u32; TEXTS_LEN + 1] = {
            let lens = [$($text.len()),*];
            let mut offsets = [FIRST; TEXTS_LEN + 1];
            let mut index = 0;
            while index < TEXTS_LEN {
                let text_words = (lens[index] as u32).div_ceil(WORD);
                offsets[index + 1] = offsets[index] + (STR_WORDS + text_words) * WORD;
                index += 1;
            }
            offsets
        };
        const TEXTS_LEN: usize = [$($text),*].len();

        $(
            #[doc = concat!("The name `", $text, "`.")]
            pub const $constant: Value = Value(OFFSETS[Index::$constant as usize]);
        )*

        /// First offset behind the names.
        pub const END: u32 = OFFSETS[TEXTS_LEN];
    };
}

/// The reference of the name with this index in `TEXTS`.
pub fn by_index(index: usize) -> Option<Ref> {
    if index < TEXTS.len() { OFFSETS.get(index).map(|&offset| Ref(offset)) } else { None }
}

define_names! {
    EMPTY "";
    INIT "__init__"; NEW "__new__"; DEL "__del__"; NAME "__name__"; QUALNAME "__qualname__";
    MODULE "__module__"; DOC "__doc__"; DICT "__dict__"; CLASS "__class__"; BASES "__bases__"; MRO "__mro__";
    SLOTS "__slots__"; WEAKREF "__weakref__"; ANNOTATIONS "__annotations__"; ATTRS "__attrs__";
    CLASSCELL "__classcell__"; METACLASS "metaclass"; PREPARE "__prepare__";
    INIT_SUBCLASS "__init_subclass__"; SET_NAME "__set_name__"; CLASS_GETITEM "__class_getitem__";
    INSTANCECHECK "__instancecheck__"; SUBCLASSCHECK "__subclasscheck__";
    GETATTR "__getattr__"; GETATTRIBUTE "__getattribute__"; SETATTR "__setattr__"; DELATTR "__delattr__";
    GET "__get__"; SET "__set__"; DELETE "__delete__"; CALL "__call__";
    REPR "__repr__"; STR "__str__"; BYTES "__bytes__"; FORMAT "__format__"; HASH "__hash__"; BOOL "__bool__"; LEN "__len__";
    LENGTH_HINT "__length_hint__"; INDEX "__index__"; INT "__int__"; FLOAT "__float__"; COMPLEX "__complex__";
    ROUND "__round__"; TRUNC "__trunc__"; FLOOR "__floor__"; CEIL "__ceil__"; ABS "__abs__"; DIVMOD "__divmod__"; RDIVMOD "__rdivmod__";
    ITER "__iter__"; NEXT "__next__"; REVERSED "__reversed__"; CONTAINS "__contains__"; MISSING "__missing__";
    GETITEM "__getitem__"; SETITEM "__setitem__"; DELITEM "__delitem__";
    ENTER "__enter__"; EXIT "__exit__"; DIR "__dir__"; SIZEOF "__sizeof__"; REDUCE "__reduce__"; FSPATH "__fspath__";
    LT "__lt__"; LE "__le__"; GT "__gt__"; GE "__ge__"; EQ "__eq__"; NE "__ne__";
    ADD "__add__"; SUB "__sub__"; MUL "__mul__"; TRUEDIV "__truediv__"; FLOORDIV "__floordiv__"; MOD "__mod__"; POW "__pow__";
    LSHIFT "__lshift__"; RSHIFT "__rshift__"; AND "__and__"; OR "__or__"; XOR "__xor__"; MATMUL "__matmul__";
    RADD "__radd__"; RSUB "__rsub__"; RMUL "__rmul__"; RTRUEDIV "__rtruediv__"; RFLOORDIV "__rfloordiv__"; RMOD "__rmod__"; RPOW "__rpow__";
    RLSHIFT "__rlshift__"; RRSHIFT "__rrshift__"; RAND "__rand__"; ROR "__ror__"; RXOR "__rxor__"; RMATMUL "__rmatmul__";
    IADD "__iadd__"; ISUB "__isub__"; IMUL "__imul__"; ITRUEDIV "__itruediv__"; IFLOORDIV "__ifloordiv__"; IMOD "__imod__"; IPOW "__ipow__";
    ILSHIFT "__ilshift__"; IRSHIFT "__irshift__"; IAND "__iand__"; IOR "__ior__"; IXOR "__ixor__"; IMATMUL "__imatmul__";
    NEG "__neg__"; POS "__pos__"; INVERT "__invert__";
    MATCH_ARGS "__match_args__"; FILE "__file__"; PATH "__path__"; PACKAGE "__package__"; LOADER "__loader__"; SPEC "__spec__";
    BUILTINS "__builtins__"; MAIN "__main__"; ALL "__all__"; IMPORT "__import__"; BUILD_CLASS "__build_class__"; DEBUG "__debug__";
    DEFAULTS "__defaults__"; KWDEFAULTS "__kwdefaults__"; CODE "__code__"; GLOBALS "__globals__"; CLOSURE "__closure__"; WRAPPED "__wrapped__";
    SELF "__self__"; FUNC "__func__"; CELL_CONTENTS "cell_contents"; FGET "fget"; FSET "fset"; FDEL "fdel";
    ARGS "args"; CAUSE "__cause__"; CONTEXT "__context__"; SUPPRESS_CONTEXT "__suppress_context__"; TRACEBACK "__traceback__";
    WITH_TRACEBACK "with_traceback"; NOTES "__notes__"; ADD_NOTE "add_note"; VALUE "value"; ERRNO "errno"; STRERROR "strerror"; FILENAME "filename";
    SEND "send"; THROW "throw"; CLOSE "close"; KEYS "keys"; ITEMS "items"; VALUES "values"; GET_METHOD "get"; APPEND "append"; EXTEND "extend"; UPDATE "update";
    START "start"; STOP "stop"; STEP "step"; REAL "real"; IMAG "imag"; NUMERATOR "numerator"; DENOMINATOR "denominator";
    KEY "key"; REVERSE "reverse"; DEFAULT "default"; SEP "sep"; END_NAME "end"; FILE_NAME "file"; FLUSH "flush"; STRICT "strict"; BASE "base";
    ENCODING "encoding"; ERRORS "errors"; MAXSPLIT "maxsplit"; TABSIZE "tabsize"; KEEPENDS "keepends"; ORIGIN "__origin__"; TYPE_ARGS "__args__";
    LAMBDA "<lambda>"; MODULE_CODE "<module>"; STRING_FILE "<string>"; STDIN_FILE "<stdin>"; LOCALS_NAME "<locals>"; FROZEN "<frozen>"; GENEXPR "<genexpr>";
    BUILTINS_MODULE "builtins"; SYS "sys"; NONE_NAME "None"; TRUE_NAME "True"; FALSE_NAME "False"; WRITE "write"; MODULES "modules"; PATH_NAME "path"; ARGV "argv";
    TEXT "text"; MSG "msg"; LINENO "lineno"; OFFSET "offset"; END_LINENO "end_lineno"; END_OFFSET "end_offset"; NAME_NAME "name"; OBJ "obj"; CODE_NAME "code"; STDOUT "stdout"; STDERR "stderr"; STDIN "stdin";
    GI_FRAME "gi_frame"; GI_RUNNING "gi_running"; TB_NEXT "tb_next"; TB_LINENO "tb_lineno"; TB_FRAME "tb_frame"; MRO_METHOD "mro"; SUBCLASSES "__subclasses__";
    SUBCLASSHOOK "__subclasshook__"; COPY "copy"; POP "pop"; SORT "sort"; INDEX_NAME "index"; JOIN "join"; SPLIT "split";
}
