//! The marks under a line of a traceback: `^^^^` for what failed, `~~^~~` where an operator or an index did.
//!
//! The marked text is parsed again to find its operator, as CPython 3.11 does, with the same result where
//! that is odd.
//!
//! Not here: the marks under a syntax error (syntax.rs).

use super::out::Out;
use crate::scratch;
use threadsnake_compiler::ast::{Expr, ExprKind, Module, Stmt, StmtKind};
use threadsnake_compiler::{ParseLimits, parse_module};
use threadsnake_image::lines::Location;
use threadsnake_objects::cx::Cx;

/// Columns in front of a source line.
const INDENT: usize = 4;

/// Byte offsets in the marked text between which the operator stands.
type Anchors = (usize, usize);

/// Marks the part of a line that a location covers. `blanks` bytes at the front of the line are not shown.
pub fn write(cx: &mut Cx, line: &[u8], blanks: usize, location: Location) {
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
    let marked = line.get(start..end).unwrap_or(&[]);
    let anchors = if is_one_line { anchors(marked) } else { None };
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

/// Where the operator of an expression stands.
fn anchors(text: &[u8]) -> Option<Anchors> {
    let bump = scratch::new().ok()?;
    let Ok(Module { body: [Stmt { kind: StmtKind::Expr(expression), .. }] }) =
        parse_module(text, &bump, ParseLimits::default())
    else {
        return None;
    };
    of_expression(text, expression)
}

fn of_expression(text: &[u8], expression: &Expr) -> Option<Anchors> {
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
