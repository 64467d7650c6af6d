//! The marks under a line of a traceback: `^^^^` for what failed, `~~^~~` where an operator or an index did.
//!
//! The marked text is parsed again to find its operator, as CPython 3.11 does, with the same result where
//! that is odd.
//!
//! Not here: the marks under a syntax error (syntax.rs).

use super::out::Out;
use crate::compile::HAS_COMPILER;
use crate::scratch;
use threadsnake_compiler::ast::{Expr, ExprKind, Module, Stmt, StmtKind};
use threadsnake_compiler::{Bump, parse_module};
use threadsnake_image::lines::Location;
use threadsnake_objects::cx::Cx;

/// Columns in front of a source line.
const INDENT: usize = 4;

/// Byte offsets in the marked text between which the operator stands.
type Anchors = (usize, usize);

/// Marks the part of a line that a location covers. `blanks` bytes at the front of the line are not shown.
/// `missing` is the attribute that was not found, when that is what happened here.
pub fn write(cx: &mut Cx, line: &[u8], blanks: usize, location: Location, missing: Option<&[u8]>) {
    if location.end_col == 0 {
        return;
    }
    let start = (location.col as usize).min(line.len());
    let is_one_line = location.line == location.end_line;
    let end = if is_one_line {
        (location.end_col as usize).min(line.len())
    } else {
        line.trim_ascii_end().len()
    };
    let covered = line.get(start..end).unwrap_or(&[]);
    let Some(bump) = scratch::new().ok().filter(|_| HAS_COMPILER && is_one_line) else {
        return write_marks(cx, line, blanks, start, covered, None);
    };
    let expression = expression(covered, &bump);
    let marked = match (expression, missing) {
        (Some(call), Some(name)) => covered.get(..method_end(call, name).unwrap_or(covered.len())),
        _ => None,
    };
    let anchors = expression.and_then(|expression| anchors(covered, expression));
    write_marks(cx, line, blanks, start, marked.unwrap_or(covered), anchors);
}

fn write_marks(
    cx: &mut Cx,
    line: &[u8],
    blanks: usize,
    start: usize,
    marked: &[u8],
    anchors: Option<Anchors>,
) {
    let shown = line.get(blanks..).unwrap_or(&[]);
    if start < blanks || anchors.is_none() && marked.len() == shown.len() {
        return;
    }
    let before = line.get(blanks..start).unwrap_or(&[]);
    Out(cx).repeat(" ", INDENT + characters(before));
    match anchors {
        None => Out(cx).repeat("^", characters(marked)),
        Some((left, right)) => {
            let part = |from: usize, to: usize| characters(marked.get(from..to).unwrap_or(&[]));
            Out(cx).repeat("~", part(0, left));
            Out(cx).repeat("^", part(left, right));
            Out(cx).repeat("~", part(right, marked.len()));
        }
    }
    Out(cx).text("\n");
}

fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xc0 != 0x80).count()
}

/// The expression that a text is, if it is one.
fn expression<'b>(text: &'b [u8], bump: &'b Bump) -> Option<&'b Expr<'b>> {
    match parse_module(text, bump, crate::compile::limits()) {
        Ok(Module { body: [Stmt { kind: StmtKind::Expr(expression), .. }] }) => Some(expression),
        _ => None,
    }
}

/// Where the method of a call ends, when its name is the one that was not found. Finding the method and
/// calling it is one instruction, whose place is that of the call.
fn method_end(call: &Expr, missing: &[u8]) -> Option<usize> {
    let ExprKind::Call { func, .. } = call.kind else { return None };
    match func.kind {
        ExprKind::Attribute { name, .. } if name.as_bytes() == missing => {
            Some(usize::from(func.span.end_col))
        }
        _ => None,
    }
}

/// Where the operator of an expression stands.
fn anchors(text: &[u8], expression: &Expr) -> Option<Anchors> {
    match expression.kind {
        ExprKind::Binary { left, right, .. } => {
            let (from, to) = (usize::from(left.span.end_col), usize::from(right.span.col));
            let is_blank = |at: usize| text.get(at).is_none_or(u8::is_ascii_whitespace);
            let at = (from..to).find(|&at| !is_blank(at))?;
            let is_double = at + 1 < to && !is_blank(at + 1);
            Some((at, if is_double { at + 2 } else { at + 1 }))
        }
        ExprKind::Subscript { value, index } => {
            Some((usize::from(value.span.end_col), usize::from(index.span.end_col) + 1))
        }
        _ => None,
    }
}
