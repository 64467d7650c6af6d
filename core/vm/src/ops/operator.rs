//! Operators: builtin types at once, user classes by their methods in Python's order.
//!
//! The methods are tried one after the other; which one was tried is in the action of its frame, so that
//! `NotImplemented` goes on with the next.
//!
//! Not here: what builtin types do (objects/arith.rs), comparisons (ops/compare.rs).

use crate::Vm;
use crate::aside;
use crate::dispatch::op_of;
use crate::frame::action;
use crate::hot::{a, b, c, imm};
use crate::ops::{comparison, plain_op};
use threadsnake_heap::{Value, kind};
use threadsnake_image::op::Op;
use threadsnake_objects::arith::{self, BinOp, Form, UnaryOp};
use threadsnake_objects::cx::Exit;
use threadsnake_objects::{class, native, str, types};

/// Marks a layout in the cache as the holder of operators: what is remembered is the plain operator's
/// method, also under the name of the in-place one where a class has none.
pub(crate) const OPERATORS: u32 = 2;

const fn operator_name(op: BinOp, form: Form) -> Value {
    let [plain, _, in_place] = op.names();
    match form {
        Form::InPlace => in_place,
        Form::Plain => plain,
    }
}

/// Of each code: the operator and the name of its method, of the in-place one for an in-place operator; 0 for codes of
/// other instructions.
static OPERATORS_OF: [(BinOp, u32); 256] = {
    let mut rows = [(BinOp::Add, 0); 256];
    let mut code = 0;
    while code < Op::ALL.len() {
        let op = Op::ALL[code];
        if is_operator(op) {
            let (operator, form) = operator_of(op);
            rows[op as usize] = (operator, operator_name(operator, form).0);
        }
        code += 1;
    }
    rows
};

/// The name of the method of a binary operator's instruction word; 0 when it is another instruction.
#[inline(always)]
pub(crate) fn method_name(insn: u32) -> u32 {
    OPERATORS_OF[(insn & 0xff) as usize].1
}

/// Which way an instruction word has between the loop's and the slow one (aside.rs); 0 for none.
#[inline(always)]
pub(crate) fn aside(insn: u32) -> u32 {
    ASIDE[(insn & 0xff) as usize]
}

static ASIDE: [u32; 256] = {
    let mut ways = [0; 256];
    let mut code = 0;
    while code < Op::ALL.len() {
        let op = Op::ALL[code];
        ways[op as usize] = match op {
            Op::ForIter => aside::FOR_ITER,
            Op::Unpack => aside::UNPACK,
            Op::BuildMap => aside::BUILD_MAP,
            Op::GetAttr => aside::GET_ATTR,
            Op::CallAttr => aside::CALL_ATTR,
            Op::LoadMethod => aside::LOAD_METHOD,
            Op::GetItem | Op::GetItemI => aside::GET_ITEM,
            Op::SetItem | Op::SetItemI => aside::SET_ITEM,
            Op::Return | Op::ReturnNone => aside::RETURN,
            Op::Call | Op::CallKw | Op::CallMethod | Op::CallMethodKw | Op::CallEx => aside::CALL,
            _ if is_operator(op) => aside::OPERATE,
            _ => 0,
        };
        code += 1;
    }
    ways
};

/// The operator of an instruction word that has such a name.
#[inline(always)]
pub(crate) fn of_insn(insn: u32) -> BinOp {
    OPERATORS_OF[(insn & 0xff) as usize].0
}

impl Vm<'_> {
    /// A binary operator on two operands (borrowed from registers or constants).
    pub(crate) fn operator(
        &mut self,
        op: BinOp,
        form: Form,
        lhs: Value,
        rhs: Value,
    ) -> Result<(), Exit> {
        self.check_operands(lhs, rhs)?;
        if self.append_text(op, lhs, rhs)? {
            return Ok(());
        }
        if form == Form::InPlace
            && let Some(value) = arith::in_place(&mut self.cx, op, lhs, rhs)?
        {
            return self.complete(value);
        }
        if !self.has_methods(lhs)
            && !self.has_methods(rhs)
            && let Some(value) = arith::binary(&mut self.cx, op, lhs, rhs)?
        {
            return self.complete(value);
        }
        self.try_operator(op, form, lhs, rhs, if form == Form::InPlace { 0 } else { 1 })
    }

    /// Remembers that instances of this layout do an operator by a method of the plain operator.
    fn remember_operator(&mut self, op: BinOp, form: Form, lhs: Value, method: Value) {
        let Some(left) = self.cx.as_kind(lhs, kind::INSTANCE) else { return };
        if !self.is_kind(method, kind::FUNCTION) {
            return;
        }
        let class = self.cx.type_of(lhs);
        if form == Form::InPlace && class::lookup(&self.cx, class, op.names()[2]).is_some() {
            return;
        }
        let holder = self.cx.heap.space.word(left, 1) | OPERATORS;
        let name = operator_name(op, form);
        self.cx.cache.remember(&mut self.cx.heap, holder, name.0, method);
    }

    /// Can the value's class define operators?
    fn has_methods(&self, value: Value) -> bool {
        value.object_ref().is_some_and(|object| {
            matches!(self.cx.heap.kind(object), kind::INSTANCE | kind::INSTANCE_X)
        })
    }

    /// `text = text + more` where `text` is a temporary or the destination itself: grown in place.
    fn append_text(&mut self, op: BinOp, lhs: Value, rhs: Value) -> Result<bool, Exit> {
        if op != BinOp::Add || !self.is_kind(lhs, kind::STR) {
            return Ok(false);
        }
        let Some(right) = self.cx.as_kind(rhs, kind::STR) else { return Ok(false) };
        let insn = self.last_insn();
        let register = b(insn) & 0x7f;
        let is_dying = b(insn) & 0x80 != 0 || register == a(insn);
        if !is_dying || lhs == rhs {
            let joined = str::concat(&mut self.cx, lhs.as_ref(), right)?;
            self.complete(joined)?;
            return Ok(true);
        }
        let left = self.take(register);
        // `concat_owned` gives the left text back when it fails: it is unchanged and still ours.
        match str::concat_owned(&mut self.cx, left, right) {
            Ok(joined) => {
                self.complete(joined)?;
                Ok(true)
            }
            Err(error) => {
                self.put(register, left);
                Err(error.into())
            }
        }
    }

    /// Tries the methods from `stage` on: 0 in place, 1 plain order, 2 after the left, 3 after both.
    fn try_operator(
        &mut self,
        op: BinOp,
        form: Form,
        lhs: Value,
        rhs: Value,
        stage: u32,
    ) -> Result<(), Exit> {
        let [plain, reflected, in_place] = op.names();
        let (left, right) = (self.cx.type_of(lhs), self.cx.type_of(rhs));
        if stage == 0
            && let Some(method) = class::lookup(&self.cx, left, in_place)
        {
            return self.push(method, &[lhs, rhs], action::IN_PLACE);
        }
        let theirs = if left == right { None } else { class::lookup(&self.cx, right, reflected) };
        if stage <= 1 {
            let ours = class::lookup(&self.cx, left, reflected);
            if let Some(method) = theirs
                && class::is_subclass(&self.cx, right, left)
                && ours != theirs
            {
                return self.push(method, &[rhs, lhs], action::REFLECTED_FIRST);
            }
            let forward = class::lookup(&self.cx, left, plain);
            if let (Some(method), Some(forward)) = (theirs, forward)
                && class::flags(&self.cx, right) & class::flag::HEAP != 0
                && self.is_of_sequence(op, forward)
            {
                return self.push(method, &[rhs, lhs], action::REFLECTED_FIRST);
            }
            if let Some(method) = forward {
                self.remember_operator(op, form, lhs, method);
                return self.push(method, &[lhs, rhs], action::FORWARD);
            }
        }
        if stage <= 2
            && let Some(method) = theirs
        {
            return self.push(method, &[rhs, lhs], action::REFLECTED);
        }
        // Sequences concatenate and repeat only after the numbers had their turn.
        if let Some(value) = self.payload_operator(op, lhs, rhs)? {
            return self.complete(value);
        }
        Err(arith::unsupported(&mut self.cx, op, form, lhs, rhs))
    }

    /// Is this the concatenation or repetition of a builtin sequence? A right operand's own method goes
    /// before it.
    fn is_of_sequence(&self, op: BinOp, method: Value) -> bool {
        let sequences = [types::LIST, types::TUPLE, types::STR, types::BYTES, types::BYTEARRAY];
        let Some(native) = self.cx.as_kind(method, kind::NATIVE) else { return false };
        let owner = self.cx.heap.space.word(native, native::word::OWNER);
        matches!(op, BinOp::Add | BinOp::Mul) && sequences.iter().any(|class| class.0 == owner)
    }

    /// The operator on what instances of builtin subclasses wrap.
    fn payload_operator(
        &mut self,
        op: BinOp,
        lhs: Value,
        rhs: Value,
    ) -> Result<Option<Value>, Exit> {
        let (left, right) = (self.unwrapped(lhs), self.unwrapped(rhs));
        if left == lhs && right == rhs {
            return Ok(None);
        }
        arith::binary(&mut self.cx, op, left, right)
    }

    /// The builtin object that an instance of a builtin's subclass wraps, or the value itself.
    pub(crate) fn unwrapped(&self, value: Value) -> Value {
        let Some(object) = value.object_ref() else { return value };
        if !self.has_methods(value) {
            return value;
        }
        threadsnake_objects::instance::payload(&self.cx, object)
            .filter(|inner| !inner.is_unbound())
            .unwrap_or(value)
    }

    /// A method said NotImplemented: goes on with the next.
    pub(crate) fn next_operator(&mut self, how: u32) -> Result<(), Exit> {
        let insn = self.last_insn();
        let op = op_of(insn);
        let Some((lhs, rhs)) = self.operands_of(insn) else {
            return self.complete(Value::NOT_IMPLEMENTED);
        };
        if let Some(cmp) = comparison_of(op) {
            return self.next_comparison(cmp, lhs, rhs, how);
        }
        let (operator, form) = operator_of(op);
        let stage = match how {
            action::IN_PLACE => 1,
            action::FORWARD => 2,
            action::REFLECTED_FIRST => return self.after_reflected(operator, form, lhs, rhs),
            _ => 3,
        };
        self.try_operator(operator, form, lhs, rhs, stage)
    }

    /// The right operand's method went first and declined: the left's is next and last.
    fn after_reflected(
        &mut self,
        op: BinOp,
        form: Form,
        lhs: Value,
        rhs: Value,
    ) -> Result<(), Exit> {
        let left = self.cx.type_of(lhs);
        match class::lookup(&self.cx, left, op.names()[0]) {
            Some(method) => self.push(method, &[lhs, rhs], action::REFLECTED),
            None => self.try_operator(op, form, lhs, rhs, 3),
        }
    }

    /// The operands of an operator instruction, read again.
    fn operands_of(&self, insn: u32) -> Option<(Value, Value)> {
        let op = op_of(insn);
        let rhs = match op {
            Op::AddI | Op::SubI | Op::IAddI | Op::ISubI => Value::small(imm(insn)),
            Op::JLtI | Op::JLeI | Op::JGtI | Op::JGeI | Op::JEqI | Op::JNeI => {
                Value::small(imm(insn))
            }
            Op::AddK
            | Op::SubK
            | Op::MulK
            | Op::TrueDivK
            | Op::FloorDivK
            | Op::ModK
            | Op::PowK
            | Op::LShiftK
            | Op::RShiftK
            | Op::AndK
            | Op::OrK
            | Op::XorK
            | Op::IAddK
            | Op::ISubK
            | Op::IMulK
            | Op::ITrueDivK
            | Op::IFloorDivK
            | Op::IModK
            | Op::IPowK
            | Op::ILShiftK
            | Op::IRShiftK
            | Op::IAndK
            | Op::IOrK
            | Op::IXorK
            | Op::JLtK
            | Op::JLeK
            | Op::JGtK
            | Op::JGeK
            | Op::JEqK
            | Op::JNeK => self.konst(self.wide_index(c(insn))),
            _ if comparison_of(op).is_some() || is_operator(op) => self.peek(c(insn)),
            _ => return None,
        };
        Some((self.peek(b(insn)), rhs))
    }

    /// The constant index of the last instruction, which an `Ext` in front of it may widen.
    fn wide_index(&self, low: u32) -> u32 {
        let before = self.pc - 8;
        if before < self.code + crate::window::CODE_WORDS * 4 {
            return low;
        }
        let word = self.cx.heap.space.load(before);
        // A raw operand word could look like an `Ext`; the instruction in front of it tells.
        let is_raw = before > self.code + crate::window::CODE_WORDS * 4
            && crate::table::flags(self.cx.heap.space.load(before - 4))
                & (crate::table::WORD | crate::table::TEST)
                != 0;
        if op_of(word) == Op::Ext && !is_raw { (word >> 8) << 8 | low } else { low }
    }

    /// A unary operator.
    pub(crate) fn unary(&mut self, op: UnaryOp, insn: u32) -> Result<(), Exit> {
        let value = self.peek(b(insn));
        self.check_operands(value, value)?;
        if !self.has_methods(value)
            && let Some(result) = arith::unary(&mut self.cx, op, value)?
        {
            return self.complete(result);
        }
        let own = self.cx.type_of(value);
        match class::lookup(&self.cx, own, op.name()) {
            Some(method) => self.push(method, &[value], action::BY_OP),
            None => Err(arith::unsupported_unary(&mut self.cx, op, value)),
        }
    }

    /// Unbound operands are local variables without a value.
    pub(crate) fn check_operands(&mut self, lhs: Value, rhs: Value) -> Result<(), Exit> {
        if !lhs.is_unbound() && !rhs.is_unbound() {
            return Ok(());
        }
        let insn = self.last_insn();
        let register = if lhs.is_unbound() { b(insn) } else { c(insn) };
        Err(self.unbound_local(register & 0x7f))
    }
}

/// Is this an instruction of a binary operator?
const fn is_operator(op: Op) -> bool {
    let code = op as u8;
    code >= Op::Add as u8 && code <= Op::IMatMul as u8
        || code >= Op::AddK as u8 && code <= Op::ISubI as u8
        || code >= Op::IAddK as u8 && code <= Op::IXorK as u8
}

const fn operator_of(op: Op) -> (BinOp, Form) {
    match op {
        Op::AddI => (BinOp::Add, Form::Plain),
        Op::SubI => (BinOp::Sub, Form::Plain),
        Op::IAddI => (BinOp::Add, Form::InPlace),
        Op::ISubI => (BinOp::Sub, Form::InPlace),
        _ if op as u8 >= Op::IAddK as u8 => (plain_op(op, Op::IAddK), Form::InPlace),
        _ if op as u8 >= Op::AddK as u8 => (plain_op(op, Op::AddK), Form::Plain),
        _ if op as u8 >= Op::IAdd as u8 => (plain_op(op, Op::IAdd), Form::InPlace),
        _ => (plain_op(op, Op::Add), Form::Plain),
    }
}

/// The comparison that an instruction makes.
pub(crate) fn comparison_of(op: Op) -> Option<threadsnake_objects::compare::Op> {
    let first = match op {
        Op::Lt | Op::Le | Op::Gt | Op::Ge | Op::Eq | Op::Ne => Op::Lt,
        Op::JLt | Op::JLe | Op::JGt | Op::JGe | Op::JEq | Op::JNe => Op::JLt,
        Op::JLtI | Op::JLeI | Op::JGtI | Op::JGeI | Op::JEqI | Op::JNeI => Op::JLtI,
        Op::JLtK | Op::JLeK | Op::JGtK | Op::JGeK | Op::JEqK | Op::JNeK => Op::JLtK,
        _ => return None,
    };
    Some(comparison(op, first))
}
