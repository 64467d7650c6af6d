//! What scripts can call by name: methods of the builtin types, builtin functions, native modules.
//!
//! Every function is a row of a table; the tables are listed here, once. A native answers with a value,
//! an exception or a tail call; it cannot reach the machine.
//!
//! Not here: how arguments reach a native (crate `vm`), what the operations do (crate `objects`).
#![no_std]
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod builtins;
pub mod container;
pub mod modules;
pub mod scalar;
pub mod support;
pub mod types;

use threadsnake_objects::native::{NativeDef, NativeTable, Owner};
use threadsnake_objects::types as class;

macro_rules! tables {
    ($($owner:expr => $rows:expr;)*) => {
        /// All tables with their owners; a native's index counts them in this order.
        pub static TABLES: &[NativeTable] = &[$(NativeTable { owner: $owner, rows: $rows.rows, names: $rows.names }),*];
        /// The rows of all tables, as the context wants them.
        pub static ROWS: &[&[NativeDef]] = &[$($rows.rows),*];
    };
}

tables! {
    Owner::Type(class::OBJECT) => types::object::METHODS;
    Owner::Type(class::TYPE) => types::type_::METHODS;
    Owner::Type(class::BASE_EXCEPTION) => types::exception::METHODS;
    Owner::Type(class::BASE_EXCEPTION_GROUP) => types::exception_group::METHODS;
    Owner::Module("_prelude") => types::exception_group::PRIVATE;
    Owner::Type(class::STOP_ITERATION) => types::exception_fields::STOP_ITERATION;
    Owner::Type(class::SYSTEM_EXIT) => types::exception_fields::SYSTEM_EXIT;
    Owner::Type(class::KEY_ERROR) => types::exception_fields::KEY_ERROR;
    Owner::Type(class::OS_ERROR) => types::exception_fields::OS_ERROR;
    Owner::Type(class::IMPORT_ERROR) => types::exception_fields::IMPORT_ERROR;
    Owner::Type(class::ATTRIBUTE_ERROR) => types::exception_fields::ATTRIBUTE_ERROR;
    Owner::Type(class::NAME_ERROR) => types::exception_fields::NAME_ERROR;
    Owner::Type(class::SYNTAX_ERROR) => types::exception_fields::SYNTAX_ERROR;
    Owner::Type(class::UNICODE_DECODE_ERROR) => types::exception_fields::UNICODE_DECODE;
    Owner::Type(class::UNICODE_ENCODE_ERROR) => types::exception_fields::UNICODE_ENCODE;
    Owner::Type(class::UNICODE_TRANSLATE_ERROR) => types::exception_fields::UNICODE_TRANSLATE;
    Owner::Type(class::FUNCTION) => types::function::METHODS;
    Owner::Type(class::METHOD) => types::method::METHODS;
    Owner::Type(class::NATIVE) => types::native_::METHODS;
    Owner::Type(class::METHOD_WRAPPER) => types::native_::METHODS;
    Owner::Type(class::METHOD_DESCRIPTOR) => types::native_::METHODS;
    Owner::Type(class::WRAPPER_DESCRIPTOR) => types::native_::METHODS;
    Owner::Type(class::GETSET_DESCRIPTOR) => types::native_::METHODS;
    Owner::Type(class::CODE) => types::code::METHODS;
    Owner::Type(class::CELL) => types::code::CELL;
    Owner::Type(class::MODULE) => types::module::METHODS;
    Owner::Type(class::GENERATOR) => types::generator::METHODS;
    Owner::Type(class::COROUTINE) => types::generator::COROUTINE;
    Owner::Type(class::ASYNC_GENERATOR) => types::generator::ASYNC;
    Owner::Type(class::ASYNC_SEND) => types::generator::AWAITABLE;
    Owner::Type(class::ASYNC_THROW) => types::generator::AWAITABLE;
    Owner::Type(class::PROPERTY) => types::property::METHODS;
    Owner::Type(class::STATICMETHOD) => types::property::STATICMETHOD;
    Owner::Type(class::CLASSMETHOD) => types::property::CLASSMETHOD;
    Owner::Type(class::MEMBER) => types::property::MEMBER;
    Owner::Type(class::MAPPING_PROXY) => types::mappingproxy::METHODS;
    Owner::Type(class::SUPER) => types::super_::METHODS;
    Owner::Type(class::WEAKREF) => types::weakref::METHODS;
    Owner::Type(class::TRACEBACK) => types::traceback::METHODS;
    Owner::Type(class::FRAME) => types::traceback::FRAME;
    Owner::Type(class::ALIAS) => types::alias::METHODS;
    Owner::Type(class::ELLIPSIS) => types::singletons::ELLIPSIS;
    Owner::Type(class::NOT_IMPLEMENTED) => types::singletons::NOT_IMPLEMENTED;
    Owner::Type(class::STDIN) => modules::sys::STREAM;
    Owner::Type(class::STDOUT) => modules::sys::STREAM;
    Owner::Type(class::STDERR) => modules::sys::STREAM;
    Owner::Builtins => builtins::FUNCTIONS;
    Owner::Module("_abc") => modules::objects::ABC;
    Owner::Module("_fields") => modules::fields::MEMBERS;
    Owner::Module("_prelude") => types::weakref::PRIVATE;
    Owner::Module("_random") => modules::random::MEMBERS;
    Owner::Module("_weakref") => types::weakref::MODULE;
    Owner::Module("gc") => modules::gc::MEMBERS;
    Owner::Module("sys") => modules::sys::MEMBERS;
    Owner::Module("time") => modules::time::MEMBERS;
    Owner::Module("_prelude") => modules::objects::MEMBERS;
    Owner::Type(class::NONE) => types::none::METHODS;
    Owner::Type(class::BOOL) => types::bool::METHODS;
    Owner::Type(class::INT) => types::int::METHODS;
    Owner::Type(class::FLOAT) => types::float::METHODS;
    Owner::Type(class::COMPLEX) => types::complex::METHODS;
    Owner::Type(class::STR) => types::str::METHODS;
    Owner::Type(class::BYTES) => types::bytes::METHODS;
    Owner::Type(class::BYTEARRAY) => types::bytearray::METHODS;
    Owner::Type(class::MEMORYVIEW) => types::memoryview::METHODS;
    Owner::Type(class::LIST) => types::list::METHODS;
    Owner::Type(class::TUPLE) => types::tuple::METHODS;
    Owner::Type(class::DICT) => types::dict::METHODS;
    Owner::Type(class::SET) => types::set::METHODS;
    Owner::Type(class::FROZENSET) => types::frozenset::METHODS;
    Owner::Type(class::RANGE) => types::range::METHODS;
    Owner::Type(class::SLICE) => types::slice::METHODS;
    Owner::Type(class::DICT_KEYS) => types::views::KEYS;
    Owner::Type(class::DICT_VALUES) => types::views::VALUES;
    Owner::Type(class::DICT_ITEMS) => types::views::ITEMS;
    Owner::Type(class::LIST_ITERATOR) => types::iterators::METHODS;
    Owner::Type(class::LIST_REVERSE_ITERATOR) => types::iterators::METHODS;
    Owner::Type(class::TUPLE_ITERATOR) => types::iterators::METHODS;
    Owner::Type(class::STR_ITERATOR) => types::iterators::METHODS;
    Owner::Type(class::STR_ASCII_ITERATOR) => types::iterators::METHODS;
    Owner::Type(class::BYTES_ITERATOR) => types::iterators::METHODS;
    Owner::Type(class::BYTEARRAY_ITERATOR) => types::iterators::METHODS;
    Owner::Type(class::RANGE_ITERATOR) => types::iterators::METHODS;
    Owner::Type(class::LONG_RANGE_ITERATOR) => types::iterators::METHODS;
    Owner::Type(class::DICT_KEY_ITERATOR) => types::iterators::METHODS;
    Owner::Type(class::DICT_VALUE_ITERATOR) => types::iterators::METHODS;
    Owner::Type(class::DICT_ITEM_ITERATOR) => types::iterators::METHODS;
    Owner::Type(class::DICT_REVERSE_ITEM_ITERATOR) => types::iterators::METHODS;
    Owner::Type(class::DICT_REVERSE_VALUE_ITERATOR) => types::iterators::METHODS;
    Owner::Type(class::DICT_REVERSE_KEY_ITERATOR) => types::iterators::METHODS;
    Owner::Type(class::SET_ITERATOR) => types::iterators::METHODS;
    Owner::Type(class::CALLABLE_ITERATOR) => types::iterators::METHODS;
    Owner::Type(class::SEQUENCE_ITERATOR) => types::iterators::METHODS;
    Owner::Type(class::ENUMERATE) => types::iterators::OF_ENUMERATE;
    Owner::Type(class::ZIP) => types::iterators::OF_ZIP;
    Owner::Type(class::MAP) => types::iterators::OF_MAP;
    Owner::Type(class::FILTER) => types::iterators::OF_FILTER;
    Owner::Type(class::REVERSED) => types::iterators::OF_REVERSED;
    Owner::Module("_prelude") => modules::machine::MEMBERS;
    Owner::Module("_prelude") => modules::tables::MEMBERS;
    Owner::Module("_prelude") => modules::text::MEMBERS;
    Owner::Module("math") => modules::math::MEMBERS;
}
