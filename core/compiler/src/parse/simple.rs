//! Simple statements: those that fit on a line.

use super::target::{is_single_target, is_star_target};
use super::{ExprRef, Parsed, Parser, Stop};
use crate::ast::{BinaryOp, ExprKind, Stmt, StmtKind};
use crate::list::List;
use crate::token::{Kind, Token};

type StmtRef<'a> = &'a Stmt<'a>;

impl<'a> Parser<'a> {
    /// A line of simple statements, added to `body`.
    pub(super) fn simple_line(&mut self, body: &mut List<'a, StmtRef<'a>>) -> Parsed<()> {
        self.begin_line();
        self.begun_simple_line(body)
    }

    /// The same for a line that turned out not to be a `match`.
    pub(super) fn begun_simple_line(&mut self, body: &mut List<'a, StmtRef<'a>>) -> Parsed<()> {
        let line = self.begun_line(Parser::simple_statements)?;
        for statement in line.as_slice() {
            self.push(body, *statement)?;
        }
        Ok(())
    }

    fn simple_statements(&mut self) -> Parsed<List<'a, StmtRef<'a>>> {
        if self.is_diagnosing() && self.is_word("match") {
            self.diagnose_match()?;
        }
        let mut statements = List::new();
        loop {
            let start = self.peek(0);
            let kind = self.simple_statement()?;
            let span = self.span_since(start);
            let statement: StmtRef<'a> = self.alloc(Stmt { kind, span })?;
            self.push(&mut statements, statement)?;
            if !self.eat(Kind::Semicolon) || self.kind() == Kind::Newline {
                break;
            }
        }
        self.expect(Kind::Newline)?;
        Ok(statements)
    }

    fn simple_statement(&mut self) -> Parsed<StmtKind<'a>> {
        match self.kind() {
            Kind::Return => self.return_statement(),
            Kind::Import => self.import(),
            Kind::From => self.import_from(),
            Kind::Raise => self.raise_statement(),
            Kind::Pass => self.word(StmtKind::Pass),
            Kind::Break => self.word(StmtKind::Break),
            Kind::Continue => self.word(StmtKind::Continue),
            Kind::Del => self.delete(),
            Kind::Assert => self.assert_statement(),
            Kind::Global => self.names().map(StmtKind::Global),
            Kind::Nonlocal => self.names().map(StmtKind::Nonlocal),
            _ => self.expression_statement(),
        }
    }

    fn word(&mut self, kind: StmtKind<'a>) -> Parsed<StmtKind<'a>> {
        self.take();
        Ok(kind)
    }

    fn return_statement(&mut self) -> Parsed<StmtKind<'a>> {
        self.take();
        let value = match self.starts_item() {
            true => self.optional(Parser::star_expressions)?,
            false => None,
        };
        Ok(StmtKind::Return(value))
    }

    fn raise_statement(&mut self) -> Parsed<StmtKind<'a>> {
        self.take();
        let exception = match self.starts_expression() {
            true => self.optional(Parser::expression)?,
            false => None,
        };
        let cause = match exception.is_some() && self.eat(Kind::From) {
            true => Some(self.expression()?),
            false => None,
        };
        Ok(StmtKind::Raise { exception, cause })
    }

    fn delete(&mut self) -> Parsed<StmtKind<'a>> {
        self.take();
        let mark = self.at;
        let targets = self.optional(|parser| {
            let targets = parser.del_targets()?;
            match parser.kind() {
                Kind::Newline | Kind::Semicolon => Ok(targets),
                _ => Err(Stop::Fail),
            }
        })?;
        match targets {
            Some(targets) => Ok(StmtKind::Delete(targets)),
            None => {
                self.at = mark;
                self.diagnose_delete()?;
                Err(Stop::Fail)
            }
        }
    }

    fn assert_statement(&mut self) -> Parsed<StmtKind<'a>> {
        self.take();
        let test = self.expression()?;
        let message = if self.eat(Kind::Comma) { Some(self.expression()?) } else { None };
        Ok(StmtKind::Assert { test, message })
    }

    /// The names behind `global` or `nonlocal`.
    fn names(&mut self) -> Parsed<&'a [&'a str]> {
        self.take();
        let mut names = List::new();
        loop {
            let name = self.name()?;
            self.push(&mut names, name)?;
            if !self.eat(Kind::Comma) {
                return Ok(names.finish());
            }
        }
    }

    /// An assignment of any kind, or an expression.
    fn expression_statement(&mut self) -> Parsed<StmtKind<'a>> {
        if self.is_diagnosing() {
            let mark = self.at;
            let assignment = self.attempt(|parser| match parser.assignment_or_value()? {
                StmtKind::Expr(_) => Err(Stop::Fail),
                assignment => Ok(assignment),
            })?;
            if let Some(assignment) = assignment {
                return Ok(assignment);
            }
            self.at = mark;
            self.diagnose_assignment()?;
            return self.assigned_value().map(StmtKind::Expr);
        }
        self.assignment_or_value()
    }

    fn assignment_or_value(&mut self) -> Parsed<StmtKind<'a>> {
        let start = self.peek(0);
        let value = self.assigned_value()?;
        match self.kind() {
            Kind::Assign => self.assign(value),
            Kind::Colon => self.annotated_assign(start, value),
            kind if augmented(kind).is_some() => {
                if !is_single_target(value) {
                    return Err(Stop::Fail);
                }
                let op = self.augmented_op()?;
                let target = value;
                let value = self.assigned_value()?;
                Ok(StmtKind::AugAssign { target, op, value })
            }
            _ => Ok(StmtKind::Expr(value)),
        }
    }

    /// `a = b = value`
    fn assign(&mut self, first: ExprRef<'a>) -> Parsed<StmtKind<'a>> {
        let mut targets = List::new();
        let mut value = first;
        while self.kind() == Kind::Assign {
            if !is_star_target(value, self.limits.depth) {
                return Err(Stop::Fail);
            }
            self.push(&mut targets, value)?;
            self.take();
            value = self.assigned_value()?;
        }
        Ok(StmtKind::Assign { targets: targets.finish(), value })
    }

    /// `target: annotation = value`
    fn annotated_assign(&mut self, start: Token, target: ExprRef<'a>) -> Parsed<StmtKind<'a>> {
        if !is_single_target(target) {
            return Err(Stop::Fail);
        }
        self.expect(Kind::Colon)?;
        let annotation = self.expression()?;
        let value = match self.kind() {
            Kind::Assign => self.optional(|parser| {
                parser.take();
                parser.assigned_value()
            })?,
            _ => None,
        };
        // Parentheses around a name put the target behind the start of the statement.
        let is_bare = (target.span.line, target.span.col) == (start.line, start.col);
        let is_simple = is_bare && matches!(target.kind, ExprKind::Name(_));
        Ok(StmtKind::AnnAssign { target, annotation, value, is_simple })
    }

    /// `+=` and its kin.
    pub(super) fn augmented_op(&mut self) -> Parsed<BinaryOp> {
        let op = augmented(self.kind()).ok_or(Stop::Fail)?;
        self.take();
        Ok(op)
    }
}

fn augmented(kind: Kind) -> Option<BinaryOp> {
    Some(match kind {
        Kind::PlusAssign => BinaryOp::Add,
        Kind::MinusAssign => BinaryOp::Sub,
        Kind::StarAssign => BinaryOp::Mul,
        Kind::DoubleStarAssign => BinaryOp::Pow,
        Kind::SlashAssign => BinaryOp::Div,
        Kind::DoubleSlashAssign => BinaryOp::FloorDiv,
        Kind::PercentAssign => BinaryOp::Mod,
        Kind::AtAssign => BinaryOp::MatMul,
        Kind::AmpersandAssign => BinaryOp::BitAnd,
        Kind::PipeAssign => BinaryOp::BitOr,
        Kind::CaretAssign => BinaryOp::BitXor,
        Kind::LeftShiftAssign => BinaryOp::LeftShift,
        Kind::RightShiftAssign => BinaryOp::RightShift,
        _ => return None,
    })
}
