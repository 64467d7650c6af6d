//! f-strings.

use threadsnake_image::Op;

use crate::ast::{Conversion, Expr, ExprKind};
use crate::codegen::emit::{Operand, Want};
use crate::codegen::{Gen, Outcome};
use crate::fold::Value;

/// Parts that are joined at once.
const MAX_PARTS: usize = 24;

const fn code(conversion: Conversion) -> u8 {
    match conversion {
        Conversion::None => 0,
        Conversion::Str => 1,
        Conversion::Repr => 2,
        Conversion::Ascii => 3,
    }
}

impl<'a> Gen<'a> {
    pub(super) fn joined(
        &mut self,
        expr: &'a Expr<'a>,
        parts: &'a [&'a Expr<'a>],
        want: Want,
    ) -> Outcome<'a, Operand> {
        match parts {
            [] => return self.load(Value::Str(""), want),
            [only] => return self.expr(only, want),
            _ => {}
        }
        let base = self.unit.top;
        for part in parts {
            let parts = usize::from(self.unit.top - base);
            if parts >= MAX_PARTS || parts > 1 && !self.has_room(1) {
                self.join(expr, base, Want::Temp)?;
            }
            self.push(part)?;
        }
        self.join(expr, base, want)
    }

    /// Joins the strings from `base` to the top.
    fn join(&mut self, expr: &Expr<'a>, base: u8, want: Want) -> Outcome<'a, Operand> {
        let count = self.unit.top - base;
        self.unit.top = base;
        let dst = self.dest(want)?;
        self.at(expr.span);
        self.emit(Op::BuildString, dst, base, count)?;
        Ok(Self::result(want, dst))
    }

    /// One replacement field.
    pub(super) fn formatted(&mut self, expr: &'a Expr<'a>, want: Want) -> Outcome<'a, Operand> {
        let ExprKind::Formatted { value, conversion, spec } = expr.kind else {
            return self.load(Value::None, want);
        };
        let mark = self.unit.top;
        let spec = spec.filter(|spec| !matches!(spec.kind, ExprKind::Joined([])));
        let mut operand = match spec {
            Some(spec) => self.before(value, spec)?,
            None => self.expr(value, Want::Any)?,
        };
        let Some(spec) = spec else {
            self.unit.top = mark;
            let dst = self.dest(want)?;
            self.at(expr.span);
            self.emit(Op::FormatPlain, dst, operand.last(), code(conversion))?;
            return Ok(Self::result(want, dst));
        };
        if conversion != Conversion::None {
            self.release(operand);
            let dst = self.unit.push()?;
            self.at(expr.span);
            self.emit(Op::FormatPlain, dst, operand.last(), code(conversion))?;
            operand = Operand::temp(dst);
        }
        let spec = self.expr(spec, Want::Any)?;
        self.unit.top = mark;
        let dst = self.dest(want)?;
        self.at(expr.span);
        self.emit(Op::Format, dst, operand.last(), spec.last())?;
        Ok(Self::result(want, dst))
    }
}
