//! A syntax tree as one line of text, the same that a few lines of Python make from CPython's `ast`.
//!
//! With spans every statement, expression and pattern is followed by `@line:col-line:col`, except inside f-strings,
//! where CPython's places are not those of the source.

use threadsnake_compiler::ast::*;

/// Collects the text.
pub struct Dump {
    out: String,
    with_spans: bool,
    fstring_depth: u32,
}

/// The tree of a module as text.
pub fn module(module: &Module<'_>, with_spans: bool) -> String {
    let mut dump = Dump { out: String::new(), with_spans, fstring_depth: 0 };
    dump.block(module.body);
    dump.out
}

/// The tree of an expression as text.
pub fn expression(value: &Expr<'_>) -> String {
    let mut dump = Dump { out: String::new(), with_spans: false, fstring_depth: 0 };
    dump.expr(value);
    dump.out
}

impl Dump {
    fn span(&mut self, span: Span) {
        if self.with_spans && self.fstring_depth == 0 {
            let Span { line, end_line, col, end_col } = span;
            self.out.push_str(&format!("@{line}:{col}-{end_line}:{end_col}"));
        }
    }

    fn open(&mut self, name: &str) {
        self.out.push('(');
        self.out.push_str(name);
    }

    fn close(&mut self) {
        self.out.push(')');
    }

    fn word(&mut self, word: &str) {
        self.out.push(' ');
        self.out.push_str(word);
    }

    fn flag(&mut self, flag: bool, word: &str) {
        if flag {
            self.word(word);
        }
    }

    fn list<T>(&mut self, items: &[T], mut each: impl FnMut(&mut Self, &T)) {
        self.out.push('[');
        for item in items {
            each(self, item);
        }
        self.out.push(']');
    }

    fn exprs(&mut self, items: &[&Expr<'_>]) {
        self.list(items, |dump, item| dump.expr(item));
    }

    fn optional(&mut self, value: Option<&Expr<'_>>) {
        match value {
            Some(value) => self.expr(value),
            None => self.out.push('-'),
        }
    }

    fn optional_name(&mut self, name: Option<&str>) {
        self.word(name.unwrap_or("-"));
    }

    fn block(&mut self, block: Block<'_>) {
        self.list(block, |dump, item| dump.stmt(item));
    }

    // tidy: long, because one arm per kind of statement
    fn stmt(&mut self, stmt: &Stmt<'_>) {
        match stmt.kind {
            StmtKind::Expr(value) => {
                self.open("Expr");
                self.expr(value);
            }
            StmtKind::Assign { targets, value } => {
                self.open("Assign");
                self.exprs(targets);
                self.expr(value);
            }
            StmtKind::AugAssign { target, op, value } => {
                self.open("AugAssign");
                self.expr(target);
                self.word(binary(op));
                self.expr(value);
            }
            StmtKind::AnnAssign { target, annotation, value, is_simple } => {
                self.open("AnnAssign");
                self.flag(is_simple, "simple");
                self.expr(target);
                self.expr(annotation);
                self.optional(value);
            }
            StmtKind::Delete(targets) => {
                self.open("Delete");
                self.exprs(targets);
            }
            StmtKind::Pass => self.open("Pass"),
            StmtKind::Break => self.open("Break"),
            StmtKind::Continue => self.open("Continue"),
            StmtKind::Return(value) => {
                self.open("Return");
                self.optional(value);
            }
            StmtKind::Raise { exception, cause } => {
                self.open("Raise");
                self.optional(exception);
                self.optional(cause);
            }
            StmtKind::Global(names) => {
                self.open("Global");
                names.iter().for_each(|name| self.word(name));
            }
            StmtKind::Nonlocal(names) => {
                self.open("Nonlocal");
                names.iter().for_each(|name| self.word(name));
            }
            StmtKind::Assert { test, message } => {
                self.open("Assert");
                self.expr(test);
                self.optional(message);
            }
            StmtKind::Import(names) => {
                self.open("Import");
                self.aliases(names);
            }
            StmtKind::ImportFrom { module, names, level } => {
                self.open("ImportFrom");
                self.optional_name(module);
                self.word(&level.to_string());
                self.aliases(names);
            }
            StmtKind::If { test, body, orelse } => {
                self.open("If");
                self.expr(test);
                self.block(body);
                self.block(orelse);
            }
            StmtKind::While { test, body, orelse } => {
                self.open("While");
                self.expr(test);
                self.block(body);
                self.block(orelse);
            }
            StmtKind::For(node) => {
                self.open(if node.is_async { "AsyncFor" } else { "For" });
                self.expr(node.target);
                self.expr(node.iter);
                self.block(node.body);
                self.block(node.orelse);
            }
            StmtKind::With { items, body, is_async } => {
                self.open(if is_async { "AsyncWith" } else { "With" });
                self.list(items, |dump, item| {
                    dump.expr(item.context);
                    dump.optional(item.target);
                });
                self.block(body);
            }
            StmtKind::FunctionDef(node) => {
                self.open(if node.is_async { "AsyncFunctionDef" } else { "FunctionDef" });
                self.word(node.name);
                self.params(node.params);
                self.block(node.body);
                self.exprs(node.decorators);
                self.optional(node.returns);
            }
            StmtKind::ClassDef(node) => {
                self.open("ClassDef");
                self.word(node.name);
                self.exprs(node.bases);
                self.keywords(node.keywords);
                self.block(node.body);
                self.exprs(node.decorators);
            }
            StmtKind::Try(node) => {
                self.open(if node.is_star { "TryStar" } else { "Try" });
                self.block(node.body);
                self.list(node.handlers, |dump, handler| {
                    dump.open("Handler");
                    dump.optional(handler.exception);
                    dump.optional_name(handler.name);
                    dump.block(handler.body);
                    dump.span(handler.span);
                    dump.close();
                });
                self.block(node.orelse);
                self.block(node.finally);
            }
            StmtKind::Match { subject, cases } => {
                self.open("Match");
                self.expr(subject);
                self.list(cases, |dump, case| {
                    dump.pattern(case.pattern);
                    dump.optional(case.guard);
                    dump.block(case.body);
                });
            }
        }
        self.span(stmt.span);
        self.close();
    }

    fn aliases(&mut self, names: &[Alias<'_>]) {
        self.list(names, |dump, alias| {
            dump.word(alias.name);
            dump.optional_name(alias.alias);
            dump.span(alias.span);
        });
    }

    fn keywords(&mut self, keywords: &[Keyword<'_>]) {
        self.list(keywords, |dump, keyword| {
            dump.optional_name(keyword.name);
            dump.expr(keyword.value);
            dump.span(keyword.span);
        });
    }

    fn params(&mut self, params: &Params<'_>) {
        self.open("args");
        self.list(params.positional_only, |dump, param| dump.param(param));
        self.list(params.positional, |dump, param| dump.param(param));
        self.list(params.star.as_slice(), |dump, param| dump.param(param));
        self.list(params.keyword_only, |dump, param| dump.param(param));
        self.list(params.double_star.as_slice(), |dump, param| dump.param(param));
        self.close();
    }

    fn param(&mut self, param: &Param<'_>) {
        self.word(param.name);
        self.optional(param.annotation);
        self.optional(param.default);
        self.span(param.span);
    }

    // tidy: long, because one arm per kind of expression
    fn expr(&mut self, expr: &Expr<'_>) {
        match expr.kind {
            ExprKind::Name(name) => {
                self.open("Name");
                self.word(name);
            }
            ExprKind::Const(value) => {
                self.open("Const");
                self.constant(value);
            }
            ExprKind::Joined(parts) => {
                self.open("Joined");
                self.fstring_depth += 1;
                self.exprs(parts);
                self.fstring_depth -= 1;
            }
            ExprKind::Formatted { value, conversion, spec } => {
                self.open("Formatted");
                self.expr(value);
                self.word(match conversion {
                    Conversion::None => "-",
                    Conversion::Str => "s",
                    Conversion::Repr => "r",
                    Conversion::Ascii => "a",
                });
                self.optional(spec);
            }
            ExprKind::BoolOp { op, values } => {
                self.open(if op == BoolOp::And { "And" } else { "Or" });
                self.exprs(values);
            }
            ExprKind::Binary { left, op, right } => {
                self.open(binary(op));
                self.expr(left);
                self.expr(right);
            }
            ExprKind::Unary { op, operand } => {
                self.open(match op {
                    UnaryOp::Not => "Not",
                    UnaryOp::Minus => "USub",
                    UnaryOp::Plus => "UAdd",
                    UnaryOp::Invert => "Invert",
                });
                self.expr(operand);
            }
            ExprKind::Compare { left, rest } => {
                self.open("Compare");
                self.expr(left);
                for link in rest {
                    self.word(compare(link.op));
                    self.expr(link.right);
                }
            }
            ExprKind::Named { target, value } => self.pair("Named", target, value),
            ExprKind::Lambda { params, body } => {
                self.open("Lambda");
                self.params(params);
                self.expr(body);
            }
            ExprKind::IfElse { test, body, orelse } => {
                self.open("IfExp");
                self.expr(test);
                self.expr(body);
                self.expr(orelse);
            }
            ExprKind::Call { func, args, keywords } => {
                self.open("Call");
                self.expr(func);
                self.exprs(args);
                self.keywords(keywords);
            }
            ExprKind::Attribute { value, name } => {
                self.open("Attribute");
                self.expr(value);
                self.word(name);
            }
            ExprKind::Subscript { value, index } => self.pair("Subscript", value, index),
            ExprKind::Slice { lower, upper, step } => {
                self.open("Slice");
                self.optional(lower);
                self.optional(upper);
                self.optional(step);
            }
            ExprKind::Starred(value) => self.single("Starred", value),
            ExprKind::Tuple(items) => self.items("Tuple", items),
            ExprKind::List(items) => self.items("List", items),
            ExprKind::Set(items) => self.items("Set", items),
            ExprKind::Dict(items) => {
                self.open("Dict");
                self.list(items, |dump, item| {
                    dump.optional(item.key);
                    dump.expr(item.value);
                });
            }
            ExprKind::ListComp(comp) => self.comp("ListComp", comp),
            ExprKind::SetComp(comp) => self.comp("SetComp", comp),
            ExprKind::DictComp(comp) => self.comp("DictComp", comp),
            ExprKind::Generator(comp) => self.comp("GeneratorExp", comp),
            ExprKind::Await(value) => self.single("Await", value),
            ExprKind::Yield(value) => {
                self.open("Yield");
                self.optional(value);
            }
            ExprKind::YieldFrom(value) => self.single("YieldFrom", value),
        }
        self.span(expr.span);
        self.close();
    }

    fn single(&mut self, name: &str, value: &Expr<'_>) {
        self.open(name);
        self.expr(value);
    }

    fn pair(&mut self, name: &str, first: &Expr<'_>, second: &Expr<'_>) {
        self.open(name);
        self.expr(first);
        self.expr(second);
    }

    fn items(&mut self, name: &str, items: &[&Expr<'_>]) {
        self.open(name);
        self.exprs(items);
    }

    fn comp(&mut self, name: &str, comp: &Comp<'_>) {
        self.open(name);
        self.expr(comp.element);
        self.optional(comp.value);
        self.list(comp.clauses, |dump, clause| {
            dump.flag(clause.is_async, "async");
            dump.expr(clause.target);
            dump.expr(clause.iter);
            dump.exprs(clause.conditions);
        });
    }

    fn constant(&mut self, value: Const<'_>) {
        match value {
            Const::None => self.word("None"),
            Const::True => self.word("True"),
            Const::False => self.word("False"),
            Const::Ellipsis => self.word("Ellipsis"),
            Const::Int(value) => self.word(&value.to_string()),
            Const::BigInt(value) => {
                let digits = String::from_utf8_lossy(value.digits).replace('_', "");
                self.word(&format!("big{}:{}", value.radix, digits.to_lowercase()));
            }
            Const::Float(value) => self.word(&format!("f{:016x}", value.to_bits())),
            Const::Imaginary(value) => self.word(&format!("j{:016x}", value.to_bits())),
            Const::Str(value) => self.quoted("s", value.chars().map(u32::from)),
            Const::Bytes(value) => self.quoted("b", value.iter().copied().map(u32::from)),
        }
    }

    fn quoted(&mut self, prefix: &str, codes: impl Iterator<Item = u32>) {
        self.word(prefix);
        self.out.push('\'');
        for code in codes {
            match char::from_u32(code) {
                Some(c) if (' '..='~').contains(&c) && c != '\'' && c != '\\' => self.out.push(c),
                _ => self.out.push_str(&format!("\\{code:x};")),
            }
        }
        self.out.push('\'');
    }

    fn pattern(&mut self, pattern: &Pattern<'_>) {
        match pattern.kind {
            PatternKind::Value(value) => self.single("MatchValue", value),
            PatternKind::Singleton(value) => {
                self.open("MatchSingleton");
                self.constant(value);
            }
            PatternKind::Sequence(items) => {
                self.open("MatchSequence");
                self.list(items, |dump, item| dump.pattern(item));
            }
            PatternKind::Mapping { items, rest } => {
                self.open("MatchMapping");
                self.list(items, |dump, item| {
                    dump.expr(item.key);
                    dump.pattern(item.pattern);
                });
                self.optional_name(rest);
            }
            PatternKind::Class { class, positional, named } => {
                self.open("MatchClass");
                self.expr(class);
                self.list(positional, |dump, item| dump.pattern(item));
                self.list(named, |dump, item| {
                    dump.word(item.name);
                    dump.pattern(item.pattern);
                });
            }
            PatternKind::Star(name) => {
                self.open("MatchStar");
                self.optional_name(name);
            }
            PatternKind::As { pattern, name } => {
                self.open("MatchAs");
                match pattern {
                    Some(pattern) => self.pattern(pattern),
                    None => self.out.push('-'),
                }
                self.optional_name(name);
            }
            PatternKind::Or(items) => {
                self.open("MatchOr");
                self.list(items, |dump, item| dump.pattern(item));
            }
        }
        self.span(pattern.span);
        self.close();
    }
}

fn binary(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Add => "Add",
        BinaryOp::Sub => "Sub",
        BinaryOp::Mul => "Mult",
        BinaryOp::MatMul => "MatMult",
        BinaryOp::Div => "Div",
        BinaryOp::FloorDiv => "FloorDiv",
        BinaryOp::Mod => "Mod",
        BinaryOp::Pow => "Pow",
        BinaryOp::LeftShift => "LShift",
        BinaryOp::RightShift => "RShift",
        BinaryOp::BitOr => "BitOr",
        BinaryOp::BitXor => "BitXor",
        BinaryOp::BitAnd => "BitAnd",
    }
}

fn compare(op: CompareOp) -> &'static str {
    match op {
        CompareOp::Eq => "Eq",
        CompareOp::NotEq => "NotEq",
        CompareOp::Less => "Lt",
        CompareOp::LessEq => "LtE",
        CompareOp::Greater => "Gt",
        CompareOp::GreaterEq => "GtE",
        CompareOp::Is => "Is",
        CompareOp::IsNot => "IsNot",
        CompareOp::In => "In",
        CompareOp::NotIn => "NotIn",
    }
}
