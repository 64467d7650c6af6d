//! The builtin types: class objects at fixed offsets in ROM.
//!
//! One row is: constant, Python name, base, flags. The offset of a type follows from its place in the
//! table, so `types::INT` is a constant on every machine; the ROM writer fills the objects.
//!
//! ```text
//!  0          8                8 + 40 * n
//!  | dummy |  | CLASS 0 | CLASS 1 | ... | names.rs
//! ```
//!
//! Not here: words of a class (class.rs), methods of the types (crate `natives`).

use crate::class::flag;
use threadsnake_heap::{Ref, Value, kind};

/// Offset of the first type: behind the dummy object.
pub const FIRST: u32 = 8;
/// Bytes of a class object.
pub const CLASS_BYTES: u32 = 40;

/// A row of the table.
#[derive(Clone, Copy)]
pub struct TypeRow {
    /// Python's name for it.
    pub name: &'static str,
    /// The base, or nil for `object`.
    pub base: Ref,
    /// Flags as in `class::flag`, with the payload kind in the low 8 bits.
    pub flags: u32,
}

macro_rules! define_types {
    ($($constant:ident $name:literal $base:ident $flags:expr;)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "indices named like their constants")]
        enum Index { $($constant),* }

        $(
            #[doc = concat!("The type `", $name, "`.")]
            pub const $constant: Ref = Ref(FIRST + Index::$constant as u32 * CLASS_BYTES);
        )*

        /// All types in the order of their offsets.
        pub static ROWS: &[TypeRow] = &[
            $(TypeRow { name: $name, base: $base, flags: $flags },)*
        ];

        /// How many types there are.
        pub const COUNT: u32 = [$($name),*].len() as u32;
    };
}

const NIL: Ref = Ref::NIL;
const E: u32 = flag::EXCEPTION;
const F: u32 = flag::FINAL;

/// First offset behind the types.
pub const END: u32 = FIRST + COUNT * CLASS_BYTES;

impl TypeRow {
    /// The row of a builtin type.
    pub fn of(class: Ref) -> Option<&'static TypeRow> {
        let offset = class.0.checked_sub(FIRST)?;
        if offset % CLASS_BYTES != 0 {
            return None;
        }
        ROWS.get((offset / CLASS_BYTES) as usize)
    }
}

/// The type with this index in `ROWS`.
pub const fn by_index(index: u32) -> Ref {
    Ref(FIRST + index * CLASS_BYTES)
}

/// The type of an object of a kind that has one type only; `INSTANCE` and `GENERATOR` are looked up in the object.
pub const fn of_kind(kind: u8) -> Ref {
    match kind {
        kind::INT | kind::BIGINT => INT,
        kind::FLOAT => FLOAT,
        kind::COMPLEX => COMPLEX,
        kind::STR => STR,
        kind::BYTES => BYTES,
        kind::BYTEARRAY => BYTEARRAY,
        kind::TUPLE => TUPLE,
        kind::LIST => LIST,
        kind::DICT => DICT,
        kind::SET => SET,
        kind::FROZENSET => FROZENSET,
        kind::SLICE => SLICE,
        kind::RANGE => RANGE,
        kind::CELL => CELL,
        kind::FUNCTION => FUNCTION,
        kind::NATIVE => NATIVE,
        kind::METHOD => METHOD,
        kind::CODE => CODE,
        kind::MODULE => MODULE,
        kind::GENERATOR => GENERATOR,
        kind::TRACEBACK => TRACEBACK,
        kind::PROPERTY => PROPERTY,
        kind::SUPER => SUPER,
        kind::MEMBER => MEMBER,
        kind::WEAKREF => WEAKREF,
        kind::ALIAS => ALIAS,
        kind::MEMORYVIEW => MEMORYVIEW,
        kind::FRAME => FRAME,
        _ => OBJECT,
    }
}

/// The type of a value that is no reference.
pub const fn of_immediate(value: Value) -> Ref {
    if value.is_small() {
        return INT;
    }
    match value {
        Value::NONE => NONE,
        Value::TRUE | Value::FALSE => BOOL,
        Value::NOT_IMPLEMENTED => NOT_IMPLEMENTED,
        Value::ELLIPSIS => ELLIPSIS,
        _ => OBJECT,
    }
}

define_types! {
//  constant        name                base        flags
    OBJECT          "object"            NIL         0;
    TYPE            "type"              OBJECT      kind::CLASS as u32;
    NONE            "NoneType"          OBJECT      F;
    BOOL            "bool"              INT         F | kind::INT as u32;
    INT             "int"               OBJECT      kind::INT as u32;
    FLOAT           "float"             OBJECT      kind::FLOAT as u32;
    COMPLEX         "complex"           OBJECT      kind::COMPLEX as u32;
    STR             "str"               OBJECT      kind::STR as u32;
    BYTES           "bytes"             OBJECT      kind::BYTES as u32;
    BYTEARRAY       "bytearray"         OBJECT      kind::BYTEARRAY as u32;
    TUPLE           "tuple"             OBJECT      kind::TUPLE as u32;
    LIST            "list"              OBJECT      kind::LIST as u32;
    DICT            "dict"              OBJECT      kind::DICT as u32;
    SET             "set"               OBJECT      kind::SET as u32;
    FROZENSET       "frozenset"         OBJECT      kind::FROZENSET as u32;
    SLICE           "slice"             OBJECT      F;
    RANGE           "range"             OBJECT      F;
    CELL            "cell"              OBJECT      F;
    FUNCTION        "function"          OBJECT      F;
    NATIVE          "builtin_function_or_method" OBJECT F;
    METHOD          "method"            OBJECT      F;
    CODE            "code"              OBJECT      F;
    MODULE          "module"            OBJECT      0;
    GENERATOR       "generator"         OBJECT      F;
    COROUTINE       "coroutine"         OBJECT      F;
    ASYNC_GENERATOR "async_generator"   OBJECT      F;
    ASYNC_SEND      "async_generator_asend" OBJECT  F;
    ASYNC_THROW     "async_generator_athrow" OBJECT F;
    TRACEBACK       "traceback"         OBJECT      F;
    FRAME           "frame"             OBJECT      F;
    PROPERTY        "property"          OBJECT      kind::PROPERTY as u32;
    STATICMETHOD    "staticmethod"      OBJECT      kind::WRAPPER as u32;
    CLASSMETHOD     "classmethod"       OBJECT      kind::WRAPPER as u32;
    SUPER           "super"             OBJECT      0;
    MEMBER          "member_descriptor" OBJECT      F;
    WEAKREF         "ReferenceType"     OBJECT      0;
    ALIAS           "types.GenericAlias" OBJECT     F;
    ELLIPSIS        "ellipsis"          OBJECT      F;
    NOT_IMPLEMENTED "NotImplementedType" OBJECT     F;
    LIST_ITERATOR   "list_iterator"     OBJECT      F;
    LIST_REVERSE_ITERATOR "list_reverseiterator" OBJECT F;
    TUPLE_ITERATOR  "tuple_iterator"    OBJECT      F;
    STR_ITERATOR    "str_iterator"      OBJECT      F;
    STR_ASCII_ITERATOR "str_ascii_iterator" OBJECT  F;
    BYTES_ITERATOR  "bytes_iterator"    OBJECT      F;
    BYTEARRAY_ITERATOR "bytearray_iterator" OBJECT  F;
    RANGE_ITERATOR  "range_iterator"    OBJECT      F;
    LONG_RANGE_ITERATOR "longrange_iterator" OBJECT F;
    DICT_KEY_ITERATOR "dict_keyiterator" OBJECT     F;
    DICT_VALUE_ITERATOR "dict_valueiterator" OBJECT F;
    DICT_ITEM_ITERATOR "dict_itemiterator" OBJECT   F;
    DICT_REVERSE_KEY_ITERATOR "dict_reversekeyiterator" OBJECT F;
    DICT_REVERSE_VALUE_ITERATOR "dict_reversevalueiterator" OBJECT F;
    DICT_REVERSE_ITEM_ITERATOR "dict_reverseitemiterator" OBJECT F;
    SET_ITERATOR    "set_iterator"      OBJECT      F;
    CALLABLE_ITERATOR "callable_iterator" OBJECT    F;
    SEQUENCE_ITERATOR "iterator"        OBJECT      F;
    DICT_KEYS       "dict_keys"         OBJECT      F;
    DICT_VALUES     "dict_values"       OBJECT      F;
    DICT_ITEMS      "dict_items"        OBJECT      F;
    MAPPING_PROXY   "mappingproxy"      OBJECT      F;
    ENUMERATE       "enumerate"         OBJECT      F;
    ZIP             "zip"               OBJECT      F;
    MAP             "map"               OBJECT      F;
    FILTER          "filter"            OBJECT      F;
    REVERSED        "reversed"          OBJECT      F;
    MEMORYVIEW      "memoryview"        OBJECT      F;
    METHOD_WRAPPER  "method-wrapper"    OBJECT      F;
    METHOD_DESCRIPTOR "method_descriptor" OBJECT    F;
    WRAPPER_DESCRIPTOR "wrapper_descriptor" OBJECT  F;
    GETSET_DESCRIPTOR "getset_descriptor" OBJECT    F;
    STDIN           "TextIOWrapper"     OBJECT      F;
    STDOUT          "TextIOWrapper"     OBJECT      F;
    STDERR          "TextIOWrapper"     OBJECT      F;
    BASE_EXCEPTION  "BaseException"     OBJECT      E;
    EXCEPTION       "Exception"         BASE_EXCEPTION E;
    BASE_EXCEPTION_GROUP "BaseExceptionGroup" BASE_EXCEPTION E | flag::NEW;
    EXCEPTION_GROUP "ExceptionGroup"    BASE_EXCEPTION_GROUP E | flag::NEW;
    SYSTEM_EXIT     "SystemExit"        BASE_EXCEPTION E;
    KEYBOARD_INTERRUPT "KeyboardInterrupt" BASE_EXCEPTION E;
    GENERATOR_EXIT  "GeneratorExit"     BASE_EXCEPTION E;
    STOP_ITERATION  "StopIteration"     EXCEPTION   E;
    STOP_ASYNC_ITERATION "StopAsyncIteration" EXCEPTION E;
    ARITHMETIC_ERROR "ArithmeticError"  EXCEPTION   E;
    FLOATING_POINT_ERROR "FloatingPointError" ARITHMETIC_ERROR E;
    OVERFLOW_ERROR  "OverflowError"     ARITHMETIC_ERROR E;
    ZERO_DIVISION_ERROR "ZeroDivisionError" ARITHMETIC_ERROR E;
    ASSERTION_ERROR "AssertionError"    EXCEPTION   E;
    ATTRIBUTE_ERROR "AttributeError"    EXCEPTION   E;
    BUFFER_ERROR    "BufferError"       EXCEPTION   E;
    EOF_ERROR       "EOFError"          EXCEPTION   E;
    IMPORT_ERROR    "ImportError"       EXCEPTION   E;
    MODULE_NOT_FOUND_ERROR "ModuleNotFoundError" IMPORT_ERROR E;
    LOOKUP_ERROR    "LookupError"       EXCEPTION   E;
    INDEX_ERROR     "IndexError"        LOOKUP_ERROR E;
    KEY_ERROR       "KeyError"          LOOKUP_ERROR E;
    MEMORY_ERROR    "MemoryError"       EXCEPTION   E;
    NAME_ERROR      "NameError"         EXCEPTION   E;
    UNBOUND_LOCAL_ERROR "UnboundLocalError" NAME_ERROR E;
    OS_ERROR        "OSError"           EXCEPTION   E;
    BLOCKING_IO_ERROR "BlockingIOError" OS_ERROR    E;
    CHILD_PROCESS_ERROR "ChildProcessError" OS_ERROR E;
    CONNECTION_ERROR "ConnectionError"  OS_ERROR    E;
    CONNECTION_ABORTED_ERROR "ConnectionAbortedError" CONNECTION_ERROR E;
    CONNECTION_REFUSED_ERROR "ConnectionRefusedError" CONNECTION_ERROR E;
    CONNECTION_RESET_ERROR "ConnectionResetError" CONNECTION_ERROR E;
    BROKEN_PIPE_ERROR "BrokenPipeError" CONNECTION_ERROR E;
    FILE_EXISTS_ERROR "FileExistsError" OS_ERROR    E;
    FILE_NOT_FOUND_ERROR "FileNotFoundError" OS_ERROR E;
    INTERRUPTED_ERROR "InterruptedError" OS_ERROR   E;
    IS_A_DIRECTORY_ERROR "IsADirectoryError" OS_ERROR E;
    NOT_A_DIRECTORY_ERROR "NotADirectoryError" OS_ERROR E;
    PERMISSION_ERROR "PermissionError"  OS_ERROR    E;
    PROCESS_LOOKUP_ERROR "ProcessLookupError" OS_ERROR E;
    TIMEOUT_ERROR   "TimeoutError"      OS_ERROR    E;
    REFERENCE_ERROR "ReferenceError"    EXCEPTION   E;
    RUNTIME_ERROR   "RuntimeError"      EXCEPTION   E;
    NOT_IMPLEMENTED_ERROR "NotImplementedError" RUNTIME_ERROR E;
    RECURSION_ERROR "RecursionError"    RUNTIME_ERROR E;
    SYNTAX_ERROR    "SyntaxError"       EXCEPTION   E;
    INDENTATION_ERROR "IndentationError" SYNTAX_ERROR E;
    TAB_ERROR       "TabError"          INDENTATION_ERROR E;
    SYSTEM_ERROR    "SystemError"       EXCEPTION   E;
    TYPE_ERROR      "TypeError"         EXCEPTION   E;
    VALUE_ERROR     "ValueError"        EXCEPTION   E;
    UNICODE_ERROR   "UnicodeError"      VALUE_ERROR E;
    UNICODE_DECODE_ERROR "UnicodeDecodeError" UNICODE_ERROR E;
    UNICODE_ENCODE_ERROR "UnicodeEncodeError" UNICODE_ERROR E;
    UNICODE_TRANSLATE_ERROR "UnicodeTranslateError" UNICODE_ERROR E;
    WARNING         "Warning"           EXCEPTION   E;
    USER_WARNING    "UserWarning"       WARNING     E;
    DEPRECATION_WARNING "DeprecationWarning" WARNING E;
    PENDING_DEPRECATION_WARNING "PendingDeprecationWarning" WARNING E;
    SYNTAX_WARNING  "SyntaxWarning"     WARNING     E;
    RUNTIME_WARNING "RuntimeWarning"    WARNING     E;
    FUTURE_WARNING  "FutureWarning"     WARNING     E;
    IMPORT_WARNING  "ImportWarning"     WARNING     E;
    UNICODE_WARNING "UnicodeWarning"    WARNING     E;
    BYTES_WARNING   "BytesWarning"      WARNING     E;
    RESOURCE_WARNING "ResourceWarning"  WARNING     E;
    ENCODING_WARNING "EncodingWarning"  WARNING     E;
}
