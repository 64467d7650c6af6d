//! Comprehensions and generator expressions.
//!
//! A comprehension is inlined when scope.rs says so: its variables are temporaries of the function around it.
//! Otherwise it is a function whose only argument is the iterator of the first `for`.

use threadsnake_image::Op;
use threadsnake_image::layout::code;
use threadsnake_image::slow::Support;

use crate::ast::{Comp, CompFor, Expr, Span};
use crate::codegen::emit::{Operand, Want};
use crate::codegen::loops::STATE;
use crate::codegen::{Gen, Naming, Outcome};
use crate::scope::{BOUND, INLINED, IS_ASYNC, Place, ScopeId};
use crate::unit::Label;

/// What becomes of the elements.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    List,
    Set,
    Dict,
    Generator,
}

impl Kind {
    const fn name(self) -> &'static str {
        match self {
            Kind::List => "<listcomp>",
            Kind::Set => "<setcomp>",
            Kind::Dict => "<dictcomp>",
            Kind::Generator => "<genexpr>",
        }
    }

    const fn build(self) -> Op {
        match self {
            Kind::List | Kind::Generator => Op::BuildList,
            Kind::Set => Op::BuildSet,
            Kind::Dict => Op::BuildMap,
        }
    }
}

/// Where the elements go.
#[derive(Clone, Copy)]
struct Collecting {
    kind: Kind,
    register: u8,
    span: Span,
}

impl<'a> Gen<'a> {
    pub(super) fn list_comp(
        &mut self,
        expr: &'a Expr<'a>,
        comp: &'a Comp<'a>,
        want: Want,
    ) -> Outcome<'a, Operand> {
        self.comprehension(expr, comp, Kind::List, want)
    }

    pub(super) fn set_comp(
        &mut self,
        expr: &'a Expr<'a>,
        comp: &'a Comp<'a>,
        want: Want,
    ) -> Outcome<'a, Operand> {
        self.comprehension(expr, comp, Kind::Set, want)
    }

    pub(super) fn dict_comp(
        &mut self,
        expr: &'a Expr<'a>,
        comp: &'a Comp<'a>,
        want: Want,
    ) -> Outcome<'a, Operand> {
        self.comprehension(expr, comp, Kind::Dict, want)
    }

    pub(super) fn generator(
        &mut self,
        expr: &'a Expr<'a>,
        comp: &'a Comp<'a>,
        want: Want,
    ) -> Outcome<'a, Operand> {
        self.comprehension(expr, comp, Kind::Generator, want)
    }

    fn comprehension(
        &mut self,
        expr: &'a Expr<'a>,
        comp: &'a Comp<'a>,
        kind: Kind,
        want: Want,
    ) -> Outcome<'a, Operand> {
        let Some((first, others)) = comp.clauses.split_first() else {
            return self.load(crate::fold::Value::None, want);
        };
        let scope = self.scopes.of_node(core::ptr::from_ref(comp).addr()).unwrap_or(0);
        if self.scopes.scope(scope).flags & INLINED != 0 {
            return self.inlined(expr, comp, first, others, kind, scope, want);
        }
        let code = self.comp_code(expr, comp, first, others, kind, scope)?;
        let base = self.unit.push()?;
        self.unit.push()?;
        self.at(expr.span);
        self.emit_kx(Op::MakeFunction, base, code)?;
        self.capture_all(base, scope)?;
        let iter = self.push(first.iter)?;
        self.at(first.iter.span);
        if first.is_async {
            self.support(Support::AsyncIter, iter, Operand::temp(iter).last())?;
        } else {
            self.emit(Op::GetIter, iter, Operand::temp(iter).last(), 0)?;
        }
        self.at(expr.span);
        self.emit(Op::Call, base, 1, 0)?;
        self.unit.top = base + 1;
        if kind != Kind::Generator && self.scopes.scope(scope).flags & IS_ASYNC != 0 {
            self.await_register(base)?;
        }
        self.settle(Operand::temp(base), want)
    }

    #[allow(clippy::too_many_arguments, reason = "parts of one node")]
    fn inlined(
        &mut self,
        expr: &'a Expr<'a>,
        comp: &'a Comp<'a>,
        first: &'a CompFor<'a>,
        others: &'a [CompFor<'a>],
        kind: Kind,
        scope: ScopeId,
        want: Want,
    ) -> Outcome<'a, Operand> {
        let register = self.unit.push()?;
        self.at(expr.span);
        self.emit(kind.build(), register, 0, 0)?;
        let variables = self.unit.top;
        self.place_variables(scope)?;
        let count = self.unit.top - variables;
        let state = self.iterate_clause(first, expr.span)?;
        let outer = core::mem::replace(&mut self.scope, scope);
        let collecting = Collecting { kind, register, span: expr.span };
        self.rounds(comp, first, others, state, collecting)?;
        self.scope = outer;
        self.unit.top = variables + count;
        self.clear_to(variables)?;
        self.unit.top = register + 1;
        self.settle(Operand::temp(register), want)
    }

    /// Gives the variables of an inlined comprehension their temporaries.
    fn place_variables(&mut self, scope: ScopeId) -> Outcome<'a> {
        let mut id = self.scopes.first_symbol(scope);
        while let Some(&symbol) = self.scopes.symbol(id) {
            if symbol.flags & BOUND != 0 {
                let register = self.unit.push()?;
                self.unit.bound &= !(1 << register);
                self.scopes.change_symbol(id, |symbol| symbol.place = Place::Local(register));
            }
            id = self.scopes.next_symbol(id);
        }
        Ok(())
    }

    fn comp_code(
        &mut self,
        expr: &'a Expr<'a>,
        comp: &'a Comp<'a>,
        first: &'a CompFor<'a>,
        others: &'a [CompFor<'a>],
        kind: Kind,
        scope: ScopeId,
    ) -> Outcome<'a, u32> {
        let (name, first_line) = (kind.name(), expr.span.line);
        let qualname = self.qualified(name)?;
        let outer = self.begin_unit(scope, qualname, first_line);
        self.prologue(1)?;
        self.at(expr.span);
        let register = self.unit.top;
        if kind != Kind::Generator {
            self.unit.push()?;
            self.emit(kind.build(), register, 0, 0)?;
        }
        let state = if first.is_async {
            let state = self.unit.push()?;
            self.emit(Op::Move, state, 0, 0)?;
            state
        } else {
            let state = self.unit.push_many(STATE)?;
            self.emit(Op::IterPrep, state, 0, 0)?;
            state
        };
        self.rounds(comp, first, others, state, Collecting { kind, register, span: expr.span })?;
        self.at(expr.span);
        if kind == Kind::Generator {
            self.return_none()?;
        } else {
            self.emit_x(Op::Return, Operand::temp(register).last(), u16::from(register))?;
            self.unit.reachable = false;
        }
        let mut flags = if kind == Kind::Generator { code::GENERATOR } else { 0 };
        if self.scopes.scope(scope).flags & IS_ASYNC != 0 {
            flags |= code::COROUTINE;
        }
        let reference =
            self.finish_unit(Naming { name, doc: None, first_line, flags }, [1, 0, 0])?;
        self.end_unit(outer);
        self.unit.constant(reference)
    }

    /// Starts the iteration of a clause.
    fn iterate_clause(&mut self, clause: &'a CompFor<'a>, span: Span) -> Outcome<'a, u8> {
        if clause.is_async {
            self.iterate_async(clause.iter, span)
        } else {
            self.iterate(clause.iter, span)
        }
    }

    /// One `async for` clause and what is inside of it.
    fn async_rounds(
        &mut self,
        comp: &'a Comp<'a>,
        clause: &'a CompFor<'a>,
        others: &'a [CompFor<'a>],
        state: u8,
        collecting: Collecting,
    ) -> Outcome<'a> {
        let (head, next) = (self.unit.label()?, self.unit.label()?);
        let failed = self.begin_async_round(head, state, clause.target)?;
        self.inside(comp, clause, others, next, collecting)?;
        self.unit.top = state + 1;
        self.unit.place(next);
        self.at(collecting.span);
        self.unit.jump(head)?;
        self.end_async_loop(failed, state)
    }

    /// One `for` clause and what is inside of it; the state is ready.
    fn rounds(
        &mut self,
        comp: &'a Comp<'a>,
        clause: &'a CompFor<'a>,
        others: &'a [CompFor<'a>],
        state: u8,
        collecting: Collecting,
    ) -> Outcome<'a> {
        self.enter(clause.target.span)?;
        if clause.is_async {
            self.async_rounds(comp, clause, others, state, collecting)?;
            self.unit.top = state;
            self.leave();
            return Ok(());
        }
        let (head, next) = (self.unit.label()?, self.unit.label()?);
        let item = self.begin_round(head, next, clause.target)?;
        self.item_to_target(clause.target, item)?;
        self.inside(comp, clause, others, next, collecting)?;
        self.unit.top = state + STATE;
        self.unit.place(next);
        self.at(collecting.span);
        self.next_item(item, state, head)?;
        self.unit.top = state;
        self.leave();
        Ok(())
    }

    /// The conditions of a clause, and what is done when they hold.
    fn inside(
        &mut self,
        comp: &'a Comp<'a>,
        clause: &'a CompFor<'a>,
        others: &'a [CompFor<'a>],
        next: Label,
        collecting: Collecting,
    ) -> Outcome<'a> {
        for condition in clause.conditions {
            self.branch(condition, false, next)?;
        }
        match others.split_first() {
            Some((inner, rest)) => {
                let state = self.iterate_clause(inner, collecting.span)?;
                self.rounds(comp, inner, rest, state, collecting)
            }
            None => self.collect(comp, collecting),
        }
    }

    fn collect(&mut self, comp: &'a Comp<'a>, collecting: Collecting) -> Outcome<'a> {
        let Collecting { kind, register, span } = collecting;
        let mark = self.unit.top;
        let element = match comp.value {
            Some(value) => self.before(comp.element, value)?,
            None => self.expr(comp.element, Want::Any)?,
        };
        self.at(span);
        match kind {
            Kind::List => self.emit(Op::ListAppend, register, element.last(), 0)?,
            Kind::Set => self.emit(Op::SetAdd, register, element.last(), 0)?,
            Kind::Generator => {
                self.release(element);
                let sent = self.unit.push()?;
                self.emit(Op::Yield, sent, element.last(), 0)?;
                self.discard(Operand::temp(sent))?;
            }
            Kind::Dict => {
                if let Some(value) = comp.value {
                    let value = self.expr(value, Want::Any)?;
                    self.at(span);
                    self.emit(Op::MapAdd, register, element.last(), value.last())?;
                }
            }
        }
        self.unit.top = mark;
        Ok(())
    }
}
