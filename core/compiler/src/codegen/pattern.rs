//! `match`: every pattern is tested step by step; names are bound when the whole pattern fits.
//!
//! M1  The subject of a pattern is in a register that stays until the pattern is done with.
//! M2  A failing test may leave temporaries filled; all that the case has used are emptied where it fails.
//! M3  Captures wait in temporaries below those of the tests and move to their variables at the end.

use threadsnake_image::{Op, Slow};

use crate::ast::{
    CompareOp, Comparison, Const, Expr, MappingItem, MatchCase, NamedPattern, Pattern, PatternKind,
    Span,
};
use crate::codegen::emit::{Operand, Want};
use crate::codegen::{Gen, Outcome};
use crate::fold::{Value, literal};
use crate::list::List;
use crate::unit::Label;

/// A pattern being compiled.
struct Matching<'a> {
    /// Where a subject that does not fit goes.
    failed: Label,
    /// Names captured so far; the values wait in registers from `slots` on.
    names: List<'a, &'a str>,
    slots: u8,
}

impl<'a> Gen<'a> {
    pub(super) fn match_stmt(
        &mut self,
        subject: &'a Expr<'a>,
        cases: &'a [MatchCase<'a>],
    ) -> Outcome<'a> {
        let mark = self.unit.top;
        let subject = self.push(subject)?;
        let end = self.unit.label()?;
        for case in cases {
            self.unit.top = subject + 1;
            self.case(case, subject, end)?;
        }
        self.unit.top = subject + 1;
        self.clear_to(mark)?;
        self.unit.place(end);
        self.unit.top = mark;
        Ok(())
    }

    fn case(&mut self, case: &'a MatchCase<'a>, subject: u8, end: Label) -> Outcome<'a> {
        let failed = self.unit.label()?;
        let outer_peak = core::mem::replace(&mut self.unit.peak, self.unit.top);
        let n_names = count_names(case.pattern);
        let slots = self.unit.push_many(n_names)?;
        let mut matching = Matching { failed, names: List::new(), slots };
        self.pattern(case.pattern, Operand::kept(subject), &mut matching)?;
        let peak = self.unit.peak;
        self.unit.peak = peak.max(outer_peak);
        self.bind_captures(case.pattern.span, &matching)?;
        self.unit.top = subject + 1;
        if let Some(guard) = case.guard {
            self.branch(guard, false, failed)?;
        }
        self.at(case.pattern.span);
        self.clear_to(subject)?;
        self.unit.top = subject;
        self.block(case.body)?;
        self.unit.jump(end)?;
        self.unit.place(failed);
        self.unit.top = peak;
        self.clear_to(subject + 1)
    }

    /// M3
    fn bind_captures(&mut self, span: Span, matching: &Matching<'a>) -> Outcome<'a> {
        let names = matching.names.as_slice();
        let height = matching.slots + names.len() as u8;
        for (slot, name) in (matching.slots..).zip(names) {
            self.at(span);
            self.unit.top = height;
            self.bind(name, Operand::temp(slot))?;
        }
        Ok(())
    }

    // tidy: long, because it is one arm per pattern kind.
    fn pattern(
        &mut self,
        pattern: &'a Pattern<'a>,
        subject: Operand,
        matching: &mut Matching<'a>,
    ) -> Outcome<'a> {
        self.enter(pattern.span)?;
        self.at(pattern.span);
        let mark = self.unit.top;
        let failed = matching.failed;
        match pattern.kind {
            PatternKind::Value(value) => {
                let link = Comparison { op: CompareOp::Eq, right: value };
                let lhs = Operand::kept(subject.reg);
                self.link_test(value, lhs, link, false, failed, mark)?;
            }
            PatternKind::Singleton(Const::None) => {
                self.test(Op::JNone, false, subject.reg, 0, failed)?;
            }
            PatternKind::Singleton(constant) => {
                let value = self.load(literal(constant), Want::Temp)?;
                self.test(Op::JIs, false, subject.reg, value.last(), failed)?;
            }
            PatternKind::Sequence(items) => self.sequence(pattern, items, subject, matching)?,
            PatternKind::Mapping { items, rest } => {
                self.mapping(pattern, items, rest, subject, matching)?;
            }
            PatternKind::Class { class, positional, named } => {
                let vals = self.match_class(pattern, class, positional, named, subject, failed)?;
                let parts = positional.iter().copied().chain(named.iter().map(|it| it.pattern));
                self.attributes(pattern, parts, vals, matching)?;
            }
            PatternKind::Star(name) => self.capture(name, subject, matching)?,
            PatternKind::As { pattern: inner, name } => {
                if let Some(inner) = inner {
                    self.pattern(inner, Operand::kept(subject.reg), matching)?;
                }
                self.capture(name, subject, matching)?;
            }
            PatternKind::Or(options) => self.alternatives(options, subject, matching)?,
        }
        self.unit.top = mark;
        self.leave();
        Ok(())
    }

    /// Keeps a value for a name; all alternatives of a pattern use the same slot for it.
    fn capture(
        &mut self,
        name: Option<&'a str>,
        subject: Operand,
        matching: &mut Matching<'a>,
    ) -> Outcome<'a> {
        let Some(name) = name else { return Ok(()) };
        let known = matching.names.as_slice().iter().position(|other| *other == name);
        let idx = match known {
            Some(idx) => idx,
            None => {
                matching.names.push(self.bump, name)?;
                matching.names.len() - 1
            }
        };
        self.emit(Op::Move, matching.slots + idx as u8, subject.last(), 0)
    }

    /// Jumps to `failed` when what is in a temporary is false.
    fn must_hold(&mut self, truth: u8, failed: Label) -> Outcome<'a> {
        self.test(Op::JTrue, false, Operand::temp(truth).last(), 0, failed)
    }

    fn sequence(
        &mut self,
        pattern: &'a Pattern<'a>,
        items: &'a [&'a Pattern<'a>],
        subject: Operand,
        matching: &mut Matching<'a>,
    ) -> Outcome<'a> {
        let star = items.iter().position(|item| matches!(item.kind, PatternKind::Star(_)));
        let least = items.len() - usize::from(star.is_some());
        let truth = self.unit.push()?;
        let extra = (least as u32) << 1 | u32::from(star.is_some());
        self.slow(Slow::MatchSequence, truth, subject.reg, 0, extra)?;
        self.must_hold(truth, matching.failed)?;
        self.unit.top = truth;
        if items.iter().all(|item| is_wildcard(item)) {
            return Ok(());
        }
        if let Some(star) = star
            && items.get(star).is_some_and(|item| is_wildcard(item))
        {
            return self.ends(items, star, subject, matching);
        }
        let base = self.unit.push_many(u8::try_from(items.len()).unwrap_or(u8::MAX))?;
        match star {
            None => self.emit(Op::Unpack, base, subject.reg, items.len() as u8)?,
            Some(before) => {
                self.emit(Op::UnpackEx, base, subject.reg, before as u8)?;
                self.emit_word((items.len() - before - 1) as u32)?;
            }
        }
        self.parts(pattern, items.iter().copied(), base, matching)
    }

    /// `[first, *_, last]`: what is in the middle is never looked at.
    fn ends(
        &mut self,
        items: &'a [&'a Pattern<'a>],
        star: usize,
        subject: Operand,
        matching: &mut Matching<'a>,
    ) -> Outcome<'a> {
        let mark = self.unit.top;
        for (idx, item) in items.iter().enumerate().filter(|(_, item)| !is_wildcard(item)) {
            self.at(item.span);
            let part = self.unit.push()?;
            let place = if idx < star { idx as i128 } else { idx as i128 - items.len() as i128 };
            let key = self.constant_key(Value::Int(place))?;
            self.get_item(part, subject.reg, key)?;
            self.pattern(item, Operand::temp(part), matching)?;
            self.unit.top = part + 1;
            if !is_capture(item) {
                self.clear_to(part)?;
            }
            self.unit.top = mark;
        }
        Ok(())
    }

    /// Sub-patterns of what was unpacked into temporaries from `base` to the top.
    fn parts(
        &mut self,
        pattern: &'a Pattern<'a>,
        parts: impl Iterator<Item = &'a Pattern<'a>>,
        base: u8,
        matching: &mut Matching<'a>,
    ) -> Outcome<'a> {
        let mut is_left = false;
        for (register, part) in (base..).zip(parts) {
            is_left |= !is_capture(part);
            self.pattern(part, Operand::temp(register), matching)?;
        }
        self.at(pattern.span);
        if is_left { self.clear_to(base) } else { Ok(()) }
    }

    fn mapping(
        &mut self,
        pattern: &'a Pattern<'a>,
        items: &'a [MappingItem<'a>],
        rest: Option<&'a str>,
        subject: Operand,
        matching: &mut Matching<'a>,
    ) -> Outcome<'a> {
        let truth = self.unit.push()?;
        self.slow(Slow::MatchMapping, truth, subject.reg, 0, items.len() as u32)?;
        self.must_hold(truth, matching.failed)?;
        self.unit.top = truth;
        if items.is_empty() && rest.is_none() {
            return Ok(());
        }
        let mut keys = List::new();
        for item in items {
            keys.push(self.bump, item.key)?;
        }
        let keys: &'a [&'a Expr<'a>] = keys.finish();
        let keys = match keys.first() {
            Some(first) => self.tuple_of(first, keys, Want::Temp)?,
            None => self.load(Value::Tuple(&[]), Want::Temp)?,
        };
        self.at(pattern.span);
        let values = self.unit.push()?;
        if !items.is_empty() {
            self.slow(Slow::MatchKeys, values, subject.reg, keys.reg, 0)?;
            self.test(Op::JNone, true, values, 0, matching.failed)?;
            let parts = items.iter().map(|item| item.pattern);
            self.attributes(pattern, parts, values, matching)?;
        }
        self.unit.top = values;
        if let Some(name) = rest {
            let values = self.unit.push()?;
            self.slow(Slow::MatchRest, values, subject.reg, keys.reg, 0)?;
            self.capture(Some(name), Operand::temp(values), matching)?;
        }
        self.unit.top = values;
        self.clear_to(keys.reg)
    }

    /// Emits the test of a class pattern; gives the temporary of the tuple of attributes.
    fn match_class(
        &mut self,
        pattern: &Pattern<'a>,
        class: &'a Expr<'a>,
        positional: &'a [&'a Pattern<'a>],
        named: &'a [NamedPattern<'a>],
        subject: Operand,
        failed: Label,
    ) -> Outcome<'a, u8> {
        let mut wanted = List::new();
        wanted.push(self.bump, Value::Int(positional.len() as i128))?;
        for item in named {
            let name = self.mangled(item.name)?;
            wanted.push(self.bump, Value::Str(name))?;
        }
        let wanted = self.constant(Value::Tuple(wanted.finish()))?;
        let class = self.expr(class, Want::Any)?;
        self.release(class);
        let values = self.unit.push()?;
        self.at(pattern.span);
        self.slow(Slow::MatchClass, values, subject.reg, class.last(), wanted)?;
        self.test(Op::JNone, true, values, 0, failed)?;
        Ok(values)
    }

    /// Sub-patterns of the values in a tuple, which is the topmost temporary.
    fn attributes(
        &mut self,
        pattern: &'a Pattern<'a>,
        parts: impl Iterator<Item = &'a Pattern<'a>> + Clone,
        values: u8,
        matching: &mut Matching<'a>,
    ) -> Outcome<'a> {
        self.unit.top = values + 1;
        if parts.clone().all(is_wildcard) {
            return self.clear_to(values);
        }
        let count = u8::try_from(parts.clone().count()).unwrap_or(u8::MAX);
        self.unit.top = values;
        let base = self.unit.push_many(count)?;
        self.emit(Op::Unpack, base, Operand::temp(values).last(), count)?;
        self.parts(pattern, parts, base, matching)
    }

    fn alternatives(
        &mut self,
        options: &'a [&'a Pattern<'a>],
        subject: Operand,
        matching: &mut Matching<'a>,
    ) -> Outcome<'a> {
        let fits = self.unit.label()?;
        let Some((last, others)) = options.split_last() else { return Ok(()) };
        let failed = matching.failed;
        let mark = self.unit.top;
        for option in others {
            matching.failed = self.unit.label()?;
            let outer_peak = core::mem::replace(&mut self.unit.peak, mark);
            self.pattern(option, Operand::kept(subject.reg), matching)?;
            self.unit.jump(fits)?;
            self.unit.place(matching.failed);
            let peak = self.unit.peak;
            self.unit.top = peak;
            self.clear_to(mark)?;
            self.unit.top = mark;
            self.unit.peak = peak.max(outer_peak);
        }
        matching.failed = failed;
        self.pattern(last, Operand::kept(subject.reg), matching)?;
        self.unit.place(fits);
        Ok(())
    }
}

fn is_wildcard(pattern: &Pattern<'_>) -> bool {
    matches!(pattern.kind, PatternKind::As { pattern: None, name: None } | PatternKind::Star(None))
}

/// Does it move the value away whatever it is?
fn is_capture(pattern: &Pattern<'_>) -> bool {
    matches!(pattern.kind, PatternKind::As { name: Some(_), .. } | PatternKind::Star(Some(_)))
}

/// Names that a pattern binds; all alternatives bind the same.
fn count_names(pattern: &Pattern<'_>) -> u8 {
    let sum = |counts: &mut dyn Iterator<Item = u8>| counts.fold(0u8, u8::saturating_add);
    match pattern.kind {
        PatternKind::Value(_) | PatternKind::Singleton(_) => 0,
        PatternKind::Sequence(items) => sum(&mut items.iter().map(|item| count_names(item))),
        PatternKind::Mapping { items, rest } => {
            let count = sum(&mut items.iter().map(|item| count_names(item.pattern)));
            count.saturating_add(u8::from(rest.is_some()))
        }
        PatternKind::Class { positional, named, .. } => {
            let count = sum(&mut positional.iter().map(|item| count_names(item)));
            count.saturating_add(sum(&mut named.iter().map(|item| count_names(item.pattern))))
        }
        PatternKind::Star(name) => u8::from(name.is_some()),
        PatternKind::As { pattern, name } => {
            pattern.map_or(0, count_names).saturating_add(u8::from(name.is_some()))
        }
        PatternKind::Or(options) => options.first().map_or(0, |first| count_names(first)),
    }
}
