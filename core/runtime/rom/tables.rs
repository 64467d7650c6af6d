//! Native functions as objects: methods of types, the builtins, native modules.
//!
//! Not here: the functions (crate `natives`), functions in Python (prelude.rs).

use crate::blob::{Blob, Built};
use std::collections::{BTreeMap, HashMap};
use threadsnake_heap::{Ref, Value, header, kind};
use threadsnake_natives::TABLES;
use threadsnake_objects::class::{flag, word};
use threadsnake_objects::native::Owner;
use threadsnake_objects::{names, types};

/// Module whose functions only the prelude sees.
pub const PRIVATE: &str = "_prelude";

/// Types that scripts know by name without an import; exceptions are found by their flag.
const PUBLIC: &[&str] = &[
    "object",
    "type",
    "bool",
    "int",
    "float",
    "complex",
    "str",
    "bytes",
    "bytearray",
    "tuple",
    "list",
    "dict",
    "set",
    "frozenset",
    "slice",
    "range",
    "property",
    "staticmethod",
    "classmethod",
    "super",
    "enumerate",
    "zip",
    "map",
    "filter",
    "reversed",
    "memoryview",
];

/// Other names of types.
const ALIASES: &[(&str, &str)] = &[("EnvironmentError", "OSError"), ("IOError", "OSError")];

/// Names that stand for a value in a word.
const CONSTANTS: &[(&str, Value)] = &[
    ("None", Value::NONE),
    ("True", Value::TRUE),
    ("False", Value::FALSE),
    ("Ellipsis", Value::ELLIPSIS),
    ("NotImplemented", Value::NOT_IMPLEMENTED),
    ("__debug__", if memconfig_asserts() { Value::TRUE } else { Value::FALSE }),
    ("__doc__", Value::NONE),
    ("__spec__", Value::NONE),
    ("__loader__", Value::NONE),
    ("__package__", Value::NONE),
];

const fn memconfig_asserts() -> bool {
    memconfig::compiler::ASSERTS
}

/// A place in ROM by Python name.
pub type Members = BTreeMap<String, u32>;

/// What the native tables became.
pub struct Tables {
    /// Builtin functions, types and constants.
    pub builtins: Members,
    /// Members of each native module, `PRIVATE` included.
    pub modules: BTreeMap<String, Members>,
}

/// Types that are members of modules: module, name, type.
const TYPES_OF_MODULES: &[(&str, &str, Ref)] = &[
    ("_types", "AsyncGeneratorType", types::ASYNC_GENERATOR),
    ("_types", "CellType", types::CELL),
    ("_types", "CodeType", types::CODE),
    ("_types", "CoroutineType", types::COROUTINE),
    ("_types", "EllipsisType", types::ELLIPSIS),
    ("_types", "FrameType", types::FRAME),
    ("_types", "FunctionType", types::FUNCTION),
    ("_types", "GeneratorType", types::GENERATOR),
    ("_types", "GenericAlias", types::ALIAS),
    ("_types", "MappingProxyType", types::MAPPING_PROXY),
    ("_types", "MemberDescriptorType", types::MEMBER),
    ("_types", "MethodType", types::METHOD),
    ("_types", "ModuleType", types::MODULE),
    ("_types", "NoneType", types::NONE),
    ("_types", "NotImplementedType", types::NOT_IMPLEMENTED),
    ("_types", "TracebackType", types::TRACEBACK),
    ("_weakref", "ref", types::WEAKREF),
];

/// Types whose `__hash__` is None.
const HASHLESS: [Ref; 7] = [
    types::LIST,
    types::DICT,
    types::SET,
    types::BYTEARRAY,
    types::SLICE,
    types::DICT_KEYS,
    types::DICT_ITEMS,
];

/// Makes the function objects and writes the method tables into the types.
pub fn put(blob: &mut Blob) -> Built<Tables> {
    let mut methods: HashMap<u32, Vec<(u32, u32)>> = HashMap::new();
    let mut tables = Tables { builtins: types_by_name(), modules: BTreeMap::new() };
    for (number, table) in TABLES.iter().enumerate() {
        for (row, &text) in table.names.iter().enumerate() {
            let name = blob.text(text);
            let index = number << 12 | row;
            let owner = match table.owner {
                Owner::Type(class) => class.value(),
                Owner::Builtins | Owner::Module(_) => Value::NONE,
            };
            let header = header::IMMORTAL | u32::from(kind::NATIVE);
            let object = blob.add(&[header, name, Value::small(index as i32).0, owner.0]);
            match table.owner {
                Owner::Type(class) => methods.entry(class.0).or_default().push((name, object)),
                Owner::Builtins => add(&mut tables.builtins, text, object)?,
                Owner::Module(module) => {
                    let members = tables.modules.entry(module.to_owned()).or_default();
                    add(members, text, object)?;
                }
            }
        }
    }
    let math = tables.modules.entry("math".to_owned()).or_default();
    for &(name, float) in threadsnake_natives::modules::math::CONSTANTS {
        add(math, name, blob.wide(kind::FLOAT, float.to_bits()))?;
    }
    for &(module, name, class) in TYPES_OF_MODULES {
        add(tables.modules.entry(module.to_owned()).or_default(), name, class.value().0)?;
    }
    for (class, mut rows) in methods {
        if HASHLESS.iter().any(|hashless| hashless.0 == class) {
            rows.push((names::HASH.0, Value::NONE.0));
        }
        let table = blob.table(rows)?;
        blob.set(class, word::METHODS, table);
    }
    Ok(tables)
}

fn add(members: &mut Members, name: &str, value: u32) -> Built<()> {
    match members.insert(name.to_owned(), value) {
        Some(_) => Err(format!("{name} stands twice in the native tables")),
        None => Ok(()),
    }
}

/// The builtin names that are no functions.
fn types_by_name() -> Members {
    let mut members = Members::new();
    for (index, row) in types::ROWS.iter().enumerate() {
        if PUBLIC.contains(&row.name) || row.flags & flag::EXCEPTION != 0 {
            members.insert(row.name.to_owned(), types::by_index(index as u32).0);
        }
    }
    for &(alias, name) in ALIASES {
        if let Some(&class) = members.get(name) {
            members.insert(alias.to_owned(), class);
        }
    }
    for &(name, value) in CONSTANTS {
        members.insert(name.to_owned(), value.0);
    }
    members
}

/// Writes a table of members.
pub fn put_members(blob: &mut Blob, members: &Members) -> Built<u32> {
    let pairs = members.iter().map(|(name, &value)| (blob.text(name), value)).collect();
    blob.table(pairs)
}

/// Writes the tables of the builtins and of all modules that can be imported.
pub fn put_modules(blob: &mut Blob, tables: &Tables) -> Built<(u32, u32)> {
    let mut builtins = tables.builtins.clone();
    builtins.insert("__name__".to_owned(), names::BUILTINS_MODULE.0);
    let builtins = put_members(blob, &builtins)?;
    let mut pairs = vec![(names::BUILTINS_MODULE.0, builtins)];
    for (name, members) in tables.modules.iter().filter(|(name, _)| *name != PRIVATE) {
        let table = put_members(blob, members)?;
        pairs.push((blob.text(name), table));
    }
    Ok((builtins, blob.table(pairs)?))
}
