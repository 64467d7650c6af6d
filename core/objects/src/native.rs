//! Native functions: the tables that describe them.
//!
//! A table belongs to a type, to the builtins or to a module. Its rows are sorted by name. A row tells
//! the least and most positional arguments (the receiver of a method included) and, when the function
//! takes keywords, the names of all its parameters: keywords are moved to their places before the call
//! and parameters that were not given are unbound.
//!
//! Parameter text: names separated by spaces, in order; `/` ends those without a keyword name; `*` starts
//! those that are keyword-only; `*name` takes the rest as a tuple, `**name` the rest of the keywords as a dict.
//! An empty text means: positional only.
//!
//! Not here: the functions (crate `natives`), the call (crate `vm`).

use crate::cx::{Cx, NativeResult};
use crate::types;
use threadsnake_heap::{Ref, Value, kind};

/// A native function.
pub type NativeFn = fn(&mut Cx, &[Value]) -> NativeResult;

/// What a row is in Python.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// A method of a type, or a function of a module.
    Function,
    /// `staticmethod` of a type.
    Static,
    /// `classmethod` of a type: the class is the first argument.
    Class,
    /// A computed attribute: called with the object; set is refused.
    Getter,
}

/// Rows and, apart from them, their names: only who writes ROM wants these, so no machine has them twice.
pub struct Natives {
    /// What the machine reads.
    pub rows: &'static [NativeDef],
    /// Python's name of each row.
    pub names: &'static [&'static str],
}

/// A row of a table.
#[derive(Clone, Copy)]
pub struct NativeDef {
    /// The function.
    pub func: NativeFn,
    /// Least number of arguments.
    pub min: u8,
    /// Largest number of arguments; 255 for any number.
    pub max: u8,
    /// What it is.
    pub role: Role,
    /// Its parameters, when it takes keywords.
    pub params: Option<&'static Params>,
}

impl NativeDef {
    /// Its parameter text; empty when it takes positional arguments only.
    pub fn text(&self) -> &'static str {
        self.params.map_or("", |params| params.text)
    }

    /// What the parameter text comes to.
    pub fn shape(&self) -> &'static Shape {
        const PLAIN: Shape = Shape::of("");
        self.params.map_or(&PLAIN, |params| &params.shape)
    }
}

/// The parameters of a native function that takes keywords.
#[derive(Clone, Copy)]
pub struct Params {
    /// Parameter text.
    pub text: &'static str,
    /// What it comes to.
    pub shape: Shape,
}

impl Params {
    /// Reads a parameter text.
    pub const fn of(text: &'static str) -> Params {
        Params { text, shape: Shape::of(text) }
    }
}

/// What a parameter text comes to, worked out when the tables are compiled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Shape {
    /// Number of places.
    pub total: u8,
    /// How many of them can be given by position.
    pub positional: u8,
    /// Is there a `*name` or `**name`?
    pub is_open: bool,
    /// The place of `*name`, or `Shape::NONE`.
    pub star: u8,
    /// The place of `**name`, or `Shape::NONE`.
    pub rest: u8,
    /// Places in front of the first that takes named arguments only, `*name` included.
    pub unnamed: u8,
}

impl Shape {
    /// There is no such place.
    pub const NONE: u8 = u8::MAX;

    /// Reads a parameter text.
    pub const fn of(params: &str) -> Shape {
        let text = params.as_bytes();
        let mut shape = Shape {
            total: 0,
            positional: 0,
            is_open: false,
            star: Shape::NONE,
            rest: Shape::NONE,
            unnamed: 0,
        };
        let mut only_named = false;
        let mut at = 0;
        while at < text.len() {
            let start = at;
            while at < text.len() && text[at] != b' ' {
                at += 1;
            }
            let len = at - start;
            at += 1;
            if len == 1 && text[start] == b'*' {
                only_named = true;
            } else if len > 0 && !(len == 1 && text[start] == b'/') {
                shape.total += 1;
                let is_rest = len > 1 && text[start] == b'*' && text[start + 1] == b'*';
                if text[start] == b'*' {
                    shape.is_open = true;
                    let place = shape.total - 1;
                    if is_rest {
                        shape.rest = place;
                    } else {
                        shape.star = place;
                    }
                } else if !only_named {
                    shape.positional += 1;
                }
                only_named |= is_rest;
                if !only_named {
                    shape.unnamed += 1;
                }
            }
        }
        shape
    }
}

/// Who has the functions of a table.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// A builtin type.
    Type(Ref),
    /// The builtins.
    Builtins,
    /// A module of this name.
    Module(&'static str),
}

/// A table and its owner.
#[derive(Clone, Copy)]
pub struct NativeTable {
    /// Who has the functions.
    pub owner: Owner,
    /// The rows, sorted by name.
    pub rows: &'static [NativeDef],
    /// Their names.
    pub names: &'static [&'static str],
}

/// Words of a `NATIVE` object: name, table and row as a small int, class that has it or None.
pub mod word {
    /// The name (str).
    pub const NAME: u32 = 1;
    /// Small int: table << 12 | row.
    pub const INDEX: u32 = 2;
    /// The class whose method it is, or None.
    pub const OWNER: u32 = 3;
}

/// Defines a table of native functions. A row is
/// `"name" function min..=max;` or `"name" function min..=max Role "parameters";` (the text may stand
/// in parentheses).
#[macro_export]
macro_rules! natives {
    ($(#[$meta:meta])* pub static $table:ident; $($name:literal $func:ident $min:literal ..= $max:literal $($role:ident)? $($params:literal)? $(($text:literal))? ;)*) => {
        $(#[$meta])*
        pub static $table: $crate::native::Natives = $crate::native::Natives {
            names: &[$($name),*],
            rows: &[$($crate::native::NativeDef {
                func: $func,
                min: $min,
                max: $max,
                role: $crate::native_role!($($role)?),
                params: $crate::native_params!($($params)? $($text)?),
            },)*],
        };
    };
}

/// The parameters written in a row, none when there is no text.
#[macro_export]
macro_rules! native_params {
    () => {
        None
    };
    ($text:literal) => {{
        const PARAMS: $crate::native::Params = $crate::native::Params::of($text);
        Some(&PARAMS)
    }};
}

/// The role written in a row, `Function` when none is.
#[macro_export]
macro_rules! native_role {
    () => {
        $crate::native::Role::Function
    };
    ($role:ident) => {
        $crate::native::Role::$role
    };
}

/// The name of a `NATIVE` object.
pub fn name<'c>(cx: &'c Cx, native: Ref) -> &'c [u8] {
    let name = cx.heap.space.value(native, word::NAME);
    cx.as_kind(name, kind::STR).map_or(b"", |name| crate::str::bytes(cx, name))
}

/// The row that a `NATIVE` object stands for.
#[inline]
pub fn definition(cx: &Cx, native: Ref) -> Option<&'static NativeDef> {
    let index = cx.heap.space.word(native, word::INDEX) >> 1;
    cx.natives.get((index >> 12) as usize)?.get((index & 0xfff) as usize)
}

/// The type of a native function or of a bound method, as CPython names them: whether it is a function, a
/// method, a special method or a computed attribute, alone or bound.
pub fn class_of(cx: &Cx, object: Ref, object_kind: u8) -> Ref {
    let is_bound = object_kind == kind::METHOD;
    let func = if is_bound {
        cx.heap.space.value(object, crate::function::method::FUNC)
    } else {
        object.value()
    };
    let Some(native) = cx.as_kind(func, kind::NATIVE) else { return types::METHOD };
    let Some(row) = definition(cx, native) else { return types::NATIVE };
    let is_method = cx.heap.space.value(native, word::OWNER) != Value::NONE;
    let is_special = name(cx, native).starts_with(b"__");
    match (is_bound, row.role) {
        (false, Role::Getter) => types::GETSET_DESCRIPTOR,
        (false, Role::Function) if is_method && is_special => types::WRAPPER_DESCRIPTOR,
        (false, Role::Function) if is_method => types::METHOD_DESCRIPTOR,
        (true, Role::Function) if is_special => types::METHOD_WRAPPER,
        _ => types::NATIVE,
    }
}
