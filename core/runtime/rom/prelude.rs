//! The prelude: functions in Python that natives and the machine call, as objects in ROM.
//!
//! All files are one namespace, and it is gone once ROM is made: each global name is replaced by what it
//! stands for, a function of the prelude, a native of the module `_prelude`, a builtin or a constant. A
//! file therefore holds nothing but functions and assignments of constants, and a name that stands for
//! nothing stops the build.
//!
//! Not here: taking images apart (code.rs), the list of entry points (objects/prelude.rs).

use crate::blob::{Blob, Built};
use crate::code::{self, Names};
use crate::python::{self, Source};
use crate::tables::{PRIVATE, Tables};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use threadsnake_compiler::ast::{Const, Expr, ExprKind, Params, StmtKind, UnaryOp};
use threadsnake_compiler::{ParseLimits, parse_module};
use threadsnake_heap::{Value, header, kind};
use threadsnake_objects::function::word;
use threadsnake_objects::prelude::NAMES;

/// File name that functions of the prelude carry.
const FILE: &str = "<prelude>";
/// State word of a dict without entries.
const EMPTY_STATE: u32 = 1;

/// The names of the prelude.
struct Namespace<'t> {
    tables: &'t Tables,
    functions: BTreeMap<String, u32>,
    constants: BTreeMap<String, u32>,
    used: RefCell<BTreeSet<String>>,
}

impl Namespace<'_> {
    /// Builtins go first: a function of the prelude may bear the name of the type it works for.
    fn find(&self, name: &str) -> Built<u32> {
        let private = self.tables.modules.get(PRIVATE).and_then(|members| members.get(name));
        if let Some(&value) = self.tables.builtins.get(name).or(private) {
            return Ok(value);
        }
        self.used.borrow_mut().insert(name.to_owned());
        let own = self.functions.get(name).or_else(|| self.constants.get(name));
        own.copied().ok_or_else(|| format!("the name {name} stands for nothing"))
    }
}

/// Compiles the prelude; gives the block of its entry points.
pub fn put(blob: &mut Blob, tables: &Tables, sources: &[Source]) -> Built<u32> {
    let globals = blob.add(&[header::IMMORTAL | u32::from(kind::DICT), EMPTY_STATE, 0]);
    let mut namespace = Namespace {
        tables,
        functions: BTreeMap::new(),
        constants: BTreeMap::new(),
        used: RefCell::default(),
    };
    for source in sources {
        declare(blob, &mut namespace, source, globals)?;
    }
    for source in sources {
        define(blob, &namespace, source)?;
    }
    entry_points(blob, &namespace)
}

/// Makes an empty function object for each definition of a file, and its constants.
fn declare(blob: &mut Blob, namespace: &mut Namespace, source: &Source, globals: u32) -> Built<()> {
    let bump = python::arena()?;
    let refuse = |line: u32, text: &str| Err(format!("{}:{line}: {text}", source.path.display()));
    let module = parse_module(&source.text, &bump, ParseLimits::default())
        .map_err(|error| python::describe(source, &error))?;
    for statement in module.body {
        let line = statement.span.line;
        match statement.kind {
            StmtKind::FunctionDef(def) if def.decorators.is_empty() => {
                let header = header::IMMORTAL | u32::from(kind::FUNCTION);
                let defaults = match defaults(blob, namespace, def.params) {
                    Ok(defaults) => defaults,
                    Err(text) => return refuse(line, &text),
                };
                let function = blob.add(&[header, 0, globals, defaults]);
                if namespace.functions.insert(def.name.to_owned(), function).is_some() {
                    return refuse(line, "the name is taken");
                }
            }
            StmtKind::Assign { targets: [Expr { kind: ExprKind::Name(name), .. }], value } => {
                match constant(blob, namespace, value) {
                    Ok(value) => namespace.constants.insert((*name).to_owned(), value),
                    Err(text) => return refuse(line, &text),
                };
            }
            StmtKind::Expr(Expr { kind: ExprKind::Const(Const::Str(_)), .. }) => {}
            _ => return refuse(line, "only functions and constants belong into the prelude"),
        }
    }
    Ok(())
}

/// The tuple of a function's defaults, 0 when it has none.
fn defaults(blob: &mut Blob, namespace: &Namespace, params: &Params) -> Built<u32> {
    if params.keyword_only.iter().any(|param| param.default.is_some()) {
        return Err("a default of a keyword-only parameter needs a dict, which ROM has not".into());
    }
    let all = params.positional_only.iter().chain(params.positional);
    let values = all
        .filter_map(|param| param.default)
        .map(|value| constant(blob, namespace, value))
        .collect::<Built<Vec<u32>>>()?;
    Ok(if values.is_empty() { 0 } else { blob.tuple(&values) })
}

/// The value of an expression that is one at build time.
fn constant(blob: &mut Blob, namespace: &Namespace, expression: &Expr) -> Built<u32> {
    match expression.kind {
        ExprKind::Const(value) => literal(blob, value),
        ExprKind::Name(name) => namespace.find(name),
        ExprKind::Unary { op: UnaryOp::Minus, operand } => match operand.kind {
            ExprKind::Const(Const::Int(int)) => literal(blob, Const::Int(-int)),
            ExprKind::Const(Const::Float(float)) => literal(blob, Const::Float(-float)),
            _ => Err("only numbers are negated here".into()),
        },
        ExprKind::Tuple(items) => {
            let items = items
                .iter()
                .map(|item| constant(blob, namespace, item))
                .collect::<Built<Vec<u32>>>()?;
            Ok(blob.tuple(&items))
        }
        _ => Err("not a constant".into()),
    }
}

fn literal(blob: &mut Blob, value: Const) -> Built<u32> {
    Ok(match value {
        Const::None => Value::NONE.0,
        Const::True => Value::TRUE.0,
        Const::False => Value::FALSE.0,
        Const::Ellipsis => Value::ELLIPSIS.0,
        Const::Str(text) => blob.spell(text, false),
        Const::Bytes(bytes) => blob.bytes(bytes),
        Const::Int(int) => match Value::small_from_i64(int) {
            Some(value) => value.0,
            None => blob.wide(kind::INT, int as u64),
        },
        Const::Float(float) => blob.wide(kind::FLOAT, float.to_bits()),
        _ => return Err("not a constant that ROM can hold".into()),
    })
}

/// Compiles a file and gives its functions their code.
fn define(blob: &mut Blob, namespace: &Namespace, source: &Source) -> Built<()> {
    let image = python::image(source, FILE)?;
    let find = |name: &str| namespace.find(name);
    let placed = code::place(blob, &image, &Names::Now(&find))
        .map_err(|error| format!("{}: {error}", source.path.display()))?;
    for (name, &function) in &namespace.functions {
        if let Some(&code) = placed.codes.get(name) {
            blob.set(function, word::CODE, code);
        }
    }
    Ok(())
}

/// The functions that `objects` knows by number, in its order.
fn entry_points(blob: &mut Blob, namespace: &Namespace) -> Built<u32> {
    let missing: Vec<&str> =
        NAMES.iter().copied().filter(|name| !namespace.functions.contains_key(*name)).collect();
    if !missing.is_empty() {
        return Err(format!("core/pylib/prelude lacks {}", missing.join(", ")));
    }
    let used = namespace.used.borrow();
    let is_idle = |name: &&String| !NAMES.contains(&name.as_str()) && !used.contains(*name);
    let idle: Vec<&str> = namespace.functions.keys().filter(is_idle).map(String::as_str).collect();
    if !idle.is_empty() {
        return Err(format!("nobody uses {} of core/pylib/prelude", idle.join(", ")));
    }
    let entries: Vec<u32> =
        NAMES.iter().filter_map(|name| namespace.functions.get(*name).copied()).collect();
    Ok(blob.values(&entries))
}
