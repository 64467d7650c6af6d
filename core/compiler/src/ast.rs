//! The syntax tree: what the parser builds and the back end walks.
//!
//! Every node lives in the caller's bump arena and is reached through `&'a` references, so a tree costs nothing to
//! drop and is `Copy` at every level. Names, and strings without escapes, are slices of the source text.
//!
//! ```text
//!  Module ─ body ─► [ &Stmt { kind, span } ] ─► &Expr { kind, span } ─► ...
//!                                            └► &Pattern { kind, span }
//! ```
//!
//! A1  There is no load/store/delete context: the position of an expression in its parent says which it is.
//!     Targets are already checked: only `Name`, `Attribute`, `Subscript`, `Starred`, `List` and `Tuple` occur there.
//! A2  `Starred` occurs only where the grammar allows it.
//! A3  The span of a node is the one CPython's `ast` reports (parentheses around an expression are not part of it).
//! A4  Trees are deep: a chain like `a + b + c` nests to the left without the parser recursing. Whoever walks a
//!     tree counts its own depth.
//!
//! Not here: making nodes (parse.rs), what names mean (scope.rs).

mod op;
mod pattern;

pub use op::{BinaryOp, BoolOp, CompareOp, Conversion, UnaryOp};
pub use pattern::{MappingItem, NamedPattern, Pattern, PatternKind};

/// A stretch of source text. Lines count from 1, columns are UTF-8 byte offsets from 0, saturated at `u16::MAX`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Span {
    /// Line of the first byte.
    pub line: u32,
    /// Line of the byte after the last.
    pub end_line: u32,
    /// Column of the first byte.
    pub col: u16,
    /// Column of the byte after the last.
    pub end_col: u16,
}

const _: () = assert!(size_of::<Span>() == 12);

impl Span {
    /// From the start of `self` to the end of `last`.
    #[must_use]
    pub const fn to(self, last: Span) -> Span {
        Span { end_line: last.end_line, end_col: last.end_col, ..self }
    }
}

/// A whole source text, or one interactive statement.
#[derive(Clone, Copy, Debug)]
pub struct Module<'a> {
    /// Statements in source order.
    pub body: Block<'a>,
}

/// Statements in source order; never empty inside a compound statement.
pub type Block<'a> = &'a [&'a Stmt<'a>];

/// One statement.
#[derive(Clone, Copy, Debug)]
pub struct Stmt<'a> {
    /// What it is.
    pub kind: StmtKind<'a>,
    /// Where it is; for `def` and `class` without the decorators.
    pub span: Span,
}

/// What a statement is.
#[derive(Clone, Copy, Debug)]
pub enum StmtKind<'a> {
    /// An expression whose value is dropped.
    Expr(&'a Expr<'a>),
    /// `targets[0] = targets[1] = value`
    Assign {
        /// At least one, left to right.
        targets: &'a [&'a Expr<'a>],
        /// Right-hand side.
        value: &'a Expr<'a>,
    },
    /// `target op= value`; the target is a name, attribute or subscript.
    AugAssign {
        /// What is updated.
        target: &'a Expr<'a>,
        /// The operator without the `=`.
        op: BinaryOp,
        /// Right-hand side.
        value: &'a Expr<'a>,
    },
    /// `target: annotation = value`
    AnnAssign {
        /// Name, attribute or subscript.
        target: &'a Expr<'a>,
        /// What follows the colon.
        annotation: &'a Expr<'a>,
        /// Right-hand side, if any.
        value: Option<&'a Expr<'a>>,
        /// The target is a bare name without parentheses: it is recorded in `__annotations__`.
        is_simple: bool,
    },
    /// `del targets`
    Delete(&'a [&'a Expr<'a>]),
    /// `pass`
    Pass,
    /// `break`
    Break,
    /// `continue`
    Continue,
    /// `return value`
    Return(Option<&'a Expr<'a>>),
    /// `raise exception from cause`
    Raise {
        /// What is raised; absent re-raises.
        exception: Option<&'a Expr<'a>>,
        /// What follows `from`.
        cause: Option<&'a Expr<'a>>,
    },
    /// `global names`
    Global(&'a [&'a str]),
    /// `nonlocal names`
    Nonlocal(&'a [&'a str]),
    /// `assert test, message`
    Assert {
        /// The condition.
        test: &'a Expr<'a>,
        /// What is reported when it fails.
        message: Option<&'a Expr<'a>>,
    },
    /// `import a.b as c, d`
    Import(&'a [Alias<'a>]),
    /// `from ..module import names`
    ImportFrom {
        /// Dotted name; absent in `from . import x`.
        module: Option<&'a str>,
        /// What is imported; a single alias named `*` stands for everything.
        names: &'a [Alias<'a>],
        /// Number of leading dots.
        level: u16,
    },
    /// `if test: body else: orelse`; `elif` is an `If` alone in `orelse`.
    If {
        /// The condition.
        test: &'a Expr<'a>,
        /// Taken when true.
        body: Block<'a>,
        /// Taken when false; may be empty.
        orelse: Block<'a>,
    },
    /// `while test: body else: orelse`
    While {
        /// The condition.
        test: &'a Expr<'a>,
        /// The loop.
        body: Block<'a>,
        /// Run when the loop ends without `break`; may be empty.
        orelse: Block<'a>,
    },
    /// `for` and `async for`
    For(&'a For<'a>),
    /// `with` and `async with`
    With {
        /// Context managers, outermost first.
        items: &'a [WithItem<'a>],
        /// The block.
        body: Block<'a>,
        /// It is `async with`.
        is_async: bool,
    },
    /// `def` and `async def`
    FunctionDef(&'a FunctionDef<'a>),
    /// `class`
    ClassDef(&'a ClassDef<'a>),
    /// `try` with `except` or `except*`
    Try(&'a Try<'a>),
    /// `match subject: cases`
    Match {
        /// What is matched.
        subject: &'a Expr<'a>,
        /// At least one.
        cases: &'a [MatchCase<'a>],
    },
}

/// A `for` loop.
#[derive(Clone, Copy, Debug)]
pub struct For<'a> {
    /// Loop variable or a tuple of them.
    pub target: &'a Expr<'a>,
    /// What is iterated.
    pub iter: &'a Expr<'a>,
    /// The loop.
    pub body: Block<'a>,
    /// Run when the loop ends without `break`; may be empty.
    pub orelse: Block<'a>,
    /// It is `async for`.
    pub is_async: bool,
}

/// One `context as target` of a `with`.
#[derive(Clone, Copy, Debug)]
pub struct WithItem<'a> {
    /// The context manager.
    pub context: &'a Expr<'a>,
    /// What follows `as`.
    pub target: Option<&'a Expr<'a>>,
}

/// A function definition.
#[derive(Clone, Copy, Debug)]
pub struct FunctionDef<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its parameters.
    pub params: &'a Params<'a>,
    /// The statements; the first may be a docstring.
    pub body: Block<'a>,
    /// Outermost (first written) first.
    pub decorators: &'a [&'a Expr<'a>],
    /// What follows `->`.
    pub returns: Option<&'a Expr<'a>>,
    /// It is `async def`.
    pub is_async: bool,
}

/// A class definition.
#[derive(Clone, Copy, Debug)]
pub struct ClassDef<'a> {
    /// Its name.
    pub name: &'a str,
    /// Positional arguments of the class statement; may contain `Starred`.
    pub bases: &'a [&'a Expr<'a>],
    /// `metaclass=...` and others.
    pub keywords: &'a [Keyword<'a>],
    /// The statements.
    pub body: Block<'a>,
    /// Outermost (first written) first.
    pub decorators: &'a [&'a Expr<'a>],
}

/// A `try` statement.
#[derive(Clone, Copy, Debug)]
pub struct Try<'a> {
    /// The guarded block.
    pub body: Block<'a>,
    /// `except` clauses; may be empty when there is a `finally`.
    pub handlers: &'a [Handler<'a>],
    /// Run when nothing was raised; may be empty.
    pub orelse: Block<'a>,
    /// Run in any case; may be empty.
    pub finally: Block<'a>,
    /// The clauses are `except*`.
    pub is_star: bool,
}

/// One `except exception as name: body`.
#[derive(Clone, Copy, Debug)]
pub struct Handler<'a> {
    /// Class or tuple of classes; absent in a bare `except:`.
    pub exception: Option<&'a Expr<'a>>,
    /// What follows `as`.
    pub name: Option<&'a str>,
    /// The statements.
    pub body: Block<'a>,
    /// From `except` to the end of the block.
    pub span: Span,
}

/// One `name as alias` of an import.
#[derive(Clone, Copy, Debug)]
pub struct Alias<'a> {
    /// Dotted name, or `*`.
    pub name: &'a str,
    /// What follows `as`.
    pub alias: Option<&'a str>,
    /// Where it is.
    pub span: Span,
}

/// One `case pattern if guard: body`.
#[derive(Clone, Copy, Debug)]
pub struct MatchCase<'a> {
    /// What must fit.
    pub pattern: &'a Pattern<'a>,
    /// What must also hold.
    pub guard: Option<&'a Expr<'a>>,
    /// The statements.
    pub body: Block<'a>,
}

/// The parameters of a function or lambda.
#[derive(Clone, Copy, Debug, Default)]
pub struct Params<'a> {
    /// Those before `/`.
    pub positional_only: &'a [Param<'a>],
    /// Positional or keyword.
    pub positional: &'a [Param<'a>],
    /// `*args`; its annotation may be `Starred`.
    pub star: Option<&'a Param<'a>>,
    /// Those after `*` or `*args`.
    pub keyword_only: &'a [Param<'a>],
    /// `**kwargs`
    pub double_star: Option<&'a Param<'a>>,
}

/// One parameter.
#[derive(Clone, Copy, Debug)]
pub struct Param<'a> {
    /// Its name.
    pub name: &'a str,
    /// What follows the colon; never in a lambda.
    pub annotation: Option<&'a Expr<'a>>,
    /// What follows `=`.
    pub default: Option<&'a Expr<'a>>,
    /// Name and annotation, without the default.
    pub span: Span,
}

/// One `name=value` or `**value` of a call or class statement.
#[derive(Clone, Copy, Debug)]
pub struct Keyword<'a> {
    /// Absent for `**value`.
    pub name: Option<&'a str>,
    /// The value.
    pub value: &'a Expr<'a>,
    /// Where it is.
    pub span: Span,
}

/// One expression.
#[derive(Clone, Copy, Debug)]
pub struct Expr<'a> {
    /// What it is.
    pub kind: ExprKind<'a>,
    /// Where it is.
    pub span: Span,
}

/// What an expression is.
#[derive(Clone, Copy, Debug)]
pub enum ExprKind<'a> {
    /// A name.
    Name(&'a str),
    /// A literal.
    Const(Const<'a>),
    /// An f-string: `Const(Str)` and `Formatted` parts, adjacent literals merged.
    Joined(&'a [&'a Expr<'a>]),
    /// A replacement field; only inside `Joined`.
    Formatted {
        /// The expression.
        value: &'a Expr<'a>,
        /// What follows `!`.
        conversion: Conversion,
        /// What follows `:`; always `Joined`.
        spec: Option<&'a Expr<'a>>,
    },
    /// `and`, `or`: two values or more, evaluated left to right.
    BoolOp {
        /// Which of the two.
        op: BoolOp,
        /// At least two.
        values: &'a [&'a Expr<'a>],
    },
    /// `left op right`
    Binary {
        /// Left operand.
        left: &'a Expr<'a>,
        /// The operator.
        op: BinaryOp,
        /// Right operand.
        right: &'a Expr<'a>,
    },
    /// `op operand`
    Unary {
        /// The operator.
        op: UnaryOp,
        /// Its operand.
        operand: &'a Expr<'a>,
    },
    /// `left op1 a op2 b ...`
    Compare {
        /// First operand.
        left: &'a Expr<'a>,
        /// At least one.
        rest: &'a [Comparison<'a>],
    },
    /// `target := value`
    Named {
        /// Always a `Name`.
        target: &'a Expr<'a>,
        /// The value.
        value: &'a Expr<'a>,
    },
    /// `lambda params: body`
    Lambda {
        /// Its parameters.
        params: &'a Params<'a>,
        /// Its value.
        body: &'a Expr<'a>,
    },
    /// `body if test else orelse`
    IfElse {
        /// The condition.
        test: &'a Expr<'a>,
        /// The value when true.
        body: &'a Expr<'a>,
        /// The value when false.
        orelse: &'a Expr<'a>,
    },
    /// `func(args, keywords)`
    Call {
        /// What is called.
        func: &'a Expr<'a>,
        /// Positional arguments; may contain `Starred`.
        args: &'a [&'a Expr<'a>],
        /// Keyword arguments in source order.
        keywords: &'a [Keyword<'a>],
    },
    /// `value.name`
    Attribute {
        /// The object.
        value: &'a Expr<'a>,
        /// The attribute.
        name: &'a str,
    },
    /// `value[index]`
    Subscript {
        /// The object.
        value: &'a Expr<'a>,
        /// May be a `Slice`, or a `Tuple` that contains `Slice` and `Starred`.
        index: &'a Expr<'a>,
    },
    /// `lower:upper:step`; only as an index.
    Slice {
        /// Before the first colon.
        lower: Option<&'a Expr<'a>>,
        /// After it.
        upper: Option<&'a Expr<'a>>,
        /// After the second colon.
        step: Option<&'a Expr<'a>>,
    },
    /// `*value`
    Starred(&'a Expr<'a>),
    /// A tuple.
    Tuple(&'a [&'a Expr<'a>]),
    /// A list.
    List(&'a [&'a Expr<'a>]),
    /// A set; never empty.
    Set(&'a [&'a Expr<'a>]),
    /// A dict.
    Dict(&'a [DictItem<'a>]),
    /// `[element for ...]`
    ListComp(&'a Comp<'a>),
    /// `{element for ...}`
    SetComp(&'a Comp<'a>),
    /// `{element: value for ...}`
    DictComp(&'a Comp<'a>),
    /// `(element for ...)`
    Generator(&'a Comp<'a>),
    /// `await value`
    Await(&'a Expr<'a>),
    /// `yield value`
    Yield(Option<&'a Expr<'a>>),
    /// `yield from value`
    YieldFrom(&'a Expr<'a>),
}

/// `key: value`, or `**value` when the key is absent.
#[derive(Clone, Copy, Debug)]
pub struct DictItem<'a> {
    /// The key.
    pub key: Option<&'a Expr<'a>>,
    /// The value.
    pub value: &'a Expr<'a>,
}

/// One link of a chained comparison.
#[derive(Clone, Copy, Debug)]
pub struct Comparison<'a> {
    /// The operator.
    pub op: CompareOp,
    /// What stands to its right.
    pub right: &'a Expr<'a>,
}

/// The inside of a comprehension.
#[derive(Clone, Copy, Debug)]
pub struct Comp<'a> {
    /// The element, or the key of a dict comprehension.
    pub element: &'a Expr<'a>,
    /// The value of a dict comprehension.
    pub value: Option<&'a Expr<'a>>,
    /// `for` clauses, outermost first; at least one.
    pub clauses: &'a [CompFor<'a>],
}

/// One `for target in iter if ... if ...` of a comprehension.
#[derive(Clone, Copy, Debug)]
pub struct CompFor<'a> {
    /// Loop variable or a tuple of them.
    pub target: &'a Expr<'a>,
    /// What is iterated.
    pub iter: &'a Expr<'a>,
    /// Conditions, in order.
    pub conditions: &'a [&'a Expr<'a>],
    /// It is `async for`.
    pub is_async: bool,
}

/// A literal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Const<'a> {
    /// `None`
    None,
    /// `True`
    True,
    /// `False`
    False,
    /// `...`
    Ellipsis,
    /// An integer that fits; never negative (a sign is an operator).
    Int(i64),
    /// An integer that does not fit.
    BigInt(BigInt<'a>),
    /// A float.
    Float(f64),
    /// The imaginary part of `1.5j`.
    Imaginary(f64),
    /// A decoded string; adjacent literals are already joined.
    Str(&'a str),
    /// A decoded bytes literal.
    Bytes(&'a [u8]),
}

/// An integer too large for `i64`, as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BigInt<'a> {
    /// ASCII digits, most significant first, possibly with underscores between them; no prefix.
    pub digits: &'a [u8],
    /// 2, 8, 10 or 16.
    pub radix: u8,
}

// The tree of a program must fit beside its source on a console. Bytes, on 32-bit targets and on the host.
#[cfg(target_pointer_width = "32")]
const _: () = assert!(size_of::<Expr<'_>>() <= 40 && size_of::<Stmt<'_>>() <= 40);
#[cfg(target_pointer_width = "64")]
const _: () = assert!(size_of::<Expr<'_>>() <= 64 && size_of::<Stmt<'_>>() <= 64);
