//! The slow path: every instruction, whole, on checked views.
//!
//! `pc` stands behind the instruction and in front of its jump or operand word. A handler either does
//! its work and moves on, or leaves with `Exit`; what it called for completes the instruction later
//! (complete.rs).
//!
//! Not here: the hot path (dispatch.rs).

mod attribute;
mod build;
mod call;
mod compare;
mod function;
mod item;
mod iteration;
mod name;
pub(crate) mod operator;
mod raising;
mod slow;
mod with;

use crate::Vm;
use crate::dispatch::op_of;
use crate::hot::{a, b, c, imm, x};
use threadsnake_heap::Value;
use threadsnake_image::op::Op;
use threadsnake_objects::arith::{BinOp, Form, UnaryOp};
use threadsnake_objects::compare::Op as Cmp;
use threadsnake_objects::cx::Exit;

/// Does one instruction.
// tidy: long, because it is the table of all instructions.
pub(crate) fn execute(vm: &mut Vm, insn: u32) -> Result<(), Exit> {
    let op = op_of(insn);
    match op {
        Op::Nop => Ok(()),
        Op::Move => vm.move_register(insn),
        Op::LoadInt => vm.load(insn, Value::small(insn as i32 >> 16)),
        Op::LoadK => {
            let value = vm.konst(x(insn));
            vm.load(insn, value)
        }
        Op::LoadNone => vm.load(insn, Value::NONE),
        Op::LoadBool => vm.load(insn, Value::bool(b(insn) != 0)),
        Op::Clear => {
            vm.clear_registers(a(insn), a(insn) + x(insn));
            Ok(())
        }
        Op::CheckBound => vm.check_bound(a(insn)),
        Op::DelLocal => vm.delete_local(insn),
        Op::LoadGlobal => vm.load_global(insn, x(insn)),
        Op::StoreGlobal => vm.store_global(insn),
        Op::DelGlobal => vm.delete_global(insn),
        Op::NewCell => vm.new_cell(insn),
        Op::CellGet => vm.cell_get(insn),
        Op::CellSet => vm.cell_set(insn),
        Op::CellDel => vm.cell_delete(insn),
        Op::FreeGet => vm.free_get(insn),
        Op::FreeCellGet => vm.free_cell_get(insn),
        Op::FreeCellSet => vm.free_cell_set(insn),
        Op::FreeCellDel => vm.free_cell_delete(insn),
        Op::FreeCellRef => vm.free_cell_ref(insn),
        Op::NameGet => vm.name_get(insn),
        Op::FarGet => vm.far_get(insn),
        Op::FarSet => vm.far_set(insn),
        Op::Add
        | Op::Sub
        | Op::Mul
        | Op::TrueDiv
        | Op::FloorDiv
        | Op::Mod
        | Op::Pow
        | Op::LShift
        | Op::RShift
        | Op::And
        | Op::Or
        | Op::Xor
        | Op::MatMul => {
            vm.operator(plain_op(op, Op::Add), Form::Plain, vm.peek(b(insn)), vm.peek(c(insn)))
        }
        Op::IAdd
        | Op::ISub
        | Op::IMul
        | Op::ITrueDiv
        | Op::IFloorDiv
        | Op::IMod
        | Op::IPow
        | Op::ILShift
        | Op::IRShift
        | Op::IAnd
        | Op::IOr
        | Op::IXor
        | Op::IMatMul => {
            vm.operator(plain_op(op, Op::IAdd), Form::InPlace, vm.peek(b(insn)), vm.peek(c(insn)))
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
        | Op::XorK => {
            vm.operator(plain_op(op, Op::AddK), Form::Plain, vm.peek(b(insn)), vm.konst(c(insn)))
        }
        Op::IAddK
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
        | Op::IXorK => {
            vm.operator(plain_op(op, Op::IAddK), Form::InPlace, vm.peek(b(insn)), vm.konst(c(insn)))
        }
        Op::AddI => vm.operator(BinOp::Add, Form::Plain, vm.peek(b(insn)), Value::small(imm(insn))),
        Op::SubI => vm.operator(BinOp::Sub, Form::Plain, vm.peek(b(insn)), Value::small(imm(insn))),
        Op::IAddI => {
            vm.operator(BinOp::Add, Form::InPlace, vm.peek(b(insn)), Value::small(imm(insn)))
        }
        Op::ISubI => {
            vm.operator(BinOp::Sub, Form::InPlace, vm.peek(b(insn)), Value::small(imm(insn)))
        }
        Op::Neg => vm.unary(UnaryOp::Neg, insn),
        Op::Pos => vm.unary(UnaryOp::Pos, insn),
        Op::Invert => vm.unary(UnaryOp::Invert, insn),
        Op::Not => vm.not(insn),
        Op::Lt | Op::Le | Op::Gt | Op::Ge | Op::Eq | Op::Ne => {
            vm.compare(comparison(op, Op::Lt), vm.peek(b(insn)), vm.peek(c(insn)))
        }
        Op::JLt | Op::JLe | Op::JGt | Op::JGe | Op::JEq | Op::JNe => {
            vm.compare(comparison(op, Op::JLt), vm.peek(b(insn)), vm.peek(c(insn)))
        }
        Op::JLtI | Op::JLeI | Op::JGtI | Op::JGeI | Op::JEqI | Op::JNeI => {
            vm.compare(comparison(op, Op::JLtI), vm.peek(b(insn)), Value::small(imm(insn)))
        }
        Op::JLtK | Op::JLeK | Op::JGtK | Op::JGeK | Op::JEqK | Op::JNeK => {
            vm.compare(comparison(op, Op::JLtK), vm.peek(b(insn)), vm.konst(c(insn)))
        }
        Op::Is | Op::IsNot => vm.is(insn, op == Op::IsNot),
        Op::JIs => vm.test_is(insn),
        Op::In | Op::NotIn | Op::JIn => vm.contains(insn),
        Op::JNone => {
            let result = vm.peek(b(insn)) == Value::NONE;
            vm.finish_test(insn, result);
            Ok(())
        }
        Op::JTrue | Op::JTrueKeep => vm.test_truth(insn),
        Op::JMatchExc => vm.match_exception(insn),
        Op::JUnbound => {
            let result = vm.peek(b(insn)).is_unbound();
            vm.finish_test(insn, result);
            Ok(())
        }
        Op::Jump | Op::Loop => {
            vm.pc = vm.pc.wrapping_add_signed((insn as i32 >> 8) * 4);
            Ok(())
        }
        Op::GetAttr => vm.get_attribute(insn, c(insn)),
        Op::SetAttr => vm.set_attribute(insn, a(insn), false),
        Op::DelAttr => vm.set_attribute(insn, a(insn), true),
        Op::GetItem => vm.get_item(vm.peek(b(insn)), vm.peek(c(insn))),
        Op::GetItemI => vm.get_item(vm.peek(b(insn)), Value::small(imm(insn))),
        Op::GetItemK => vm.get_item(vm.peek(b(insn)), vm.konst(c(insn))),
        Op::SetItem => vm.set_item(vm.peek(b(insn)), vm.peek(c(insn)), vm.peek(a(insn))),
        Op::SetItemI => vm.set_item(vm.peek(b(insn)), Value::small(imm(insn)), vm.peek(a(insn))),
        Op::SetItemK => vm.set_item(vm.peek(b(insn)), vm.konst(c(insn)), vm.peek(a(insn))),
        Op::DelItem => vm.delete_item(vm.peek(b(insn)), vm.peek(c(insn))),
        Op::GetSlice => vm.get_slice(insn),
        Op::BuildSlice => vm.build_slice(insn),
        Op::Call => vm.call_plain(insn),
        Op::CallKw => vm.call_named(insn, 2),
        Op::CallEx => vm.call_spread(insn),
        Op::CallAttr => vm.call_attribute(insn, c(insn)),
        Op::LoadMethod => vm.load_method(insn, c(insn)),
        Op::CallMethod => vm.call_method(insn),
        Op::CallMethodKw => vm.call_method_named(insn),
        Op::CallSuper => vm.call_super(insn, c(insn)),
        Op::Return => {
            let value = vm.take(a(insn) & 0x7f);
            vm.return_value(value, x(insn))
        }
        Op::ReturnNone => vm.return_value(Value::NONE, x(insn)),
        Op::BuildTuple => vm.build_tuple(insn),
        Op::BuildList => vm.build_list(insn),
        Op::BuildSet => vm.build_set(insn),
        Op::BuildMap => vm.build_map(insn),
        Op::BuildString => vm.build_string(insn),
        Op::ListAppend => vm.list_append(insn),
        Op::SetAdd => vm.set_add(insn),
        Op::MapAdd => vm.map_add(insn),
        Op::ListExtend => vm.list_extend(insn),
        Op::SetUpdate => vm.set_update(insn),
        Op::MapUpdate => vm.map_update(insn),
        Op::MapMerge => vm.map_merge(insn),
        Op::ListToTuple => vm.list_to_tuple(insn),
        Op::Format => vm.format(insn),
        Op::FormatPlain => vm.format_plain(insn),
        Op::Unpack => vm.unpack(insn),
        Op::UnpackEx => vm.unpack_extended(insn),
        Op::IterPrep => vm.iter_prep(insn),
        Op::ForIter => vm.for_iter(insn),
        Op::GetIter => vm.get_iter(insn),
        Op::MakeFunction => vm.make_function(insn),
        Op::Capture => vm.capture(insn),
        Op::CaptureFree => vm.capture_free(insn),
        Op::SetFuncInfo => vm.set_function_info(insn),
        Op::Import => vm.import(insn),
        Op::ImportFrom => vm.import_from(insn, c(insn)),
        Op::ImportStar => vm.import_star(insn),
        Op::Raise => vm.raise(insn),
        Op::RaiseFrom => vm.raise_from(insn),
        Op::Reraise => vm.reraise(insn),
        Op::RaiseHandled => vm.raise_handled(),
        Op::EnterExcept => vm.enter_except(insn),
        Op::LeaveExcept => vm.leave_except(insn),
        Op::RaiseAssert => vm.raise_assert(insn),
        Op::WithEnter => vm.with_enter(insn),
        Op::WithExit => vm.with_exit(insn),
        Op::Yield => {
            let value = vm.operand(b(insn));
            vm.yield_value(value)
        }
        Op::Delegate => vm.delegate(insn),
        Op::Await => vm.await_value(insn),
        Op::Slow => vm.slow(insn),
        Op::Ext => extended(vm, insn),
        Op::Raw => vm.not_an_instruction(),
    }
}

/// The instruction behind an `Ext`, with the wider constant index.
fn extended(vm: &mut Vm, ext: u32) -> Result<(), Exit> {
    let insn = vm.word();
    vm.pc += 4;
    let index = |low: u32| (ext >> 8) << 8 | low;
    match op_of(insn) {
        Op::GetAttr => vm.get_attribute(insn, index(c(insn))),
        Op::SetAttr => vm.set_attribute(insn, index(a(insn)), false),
        Op::DelAttr => vm.set_attribute(insn, index(a(insn)), true),
        Op::CallAttr => vm.call_attribute(insn, index(c(insn))),
        Op::LoadMethod => vm.load_method(insn, index(c(insn))),
        Op::CallSuper => vm.call_super(insn, index(c(insn))),
        Op::ImportFrom => vm.import_from(insn, index(c(insn))),
        Op::GetItemK => vm.get_item(vm.peek(b(insn)), vm.konst(index(c(insn)))),
        Op::SetItemK => vm.set_item(vm.peek(b(insn)), vm.konst(index(c(insn))), vm.peek(a(insn))),
        op @ (Op::JLtK | Op::JLeK | Op::JGtK | Op::JGeK | Op::JEqK | Op::JNeK) => {
            vm.compare(comparison(op, Op::JLtK), vm.peek(b(insn)), vm.konst(index(c(insn))))
        }
        op if op as u8 >= Op::IAddK as u8 => vm.operator(
            plain_op(op, Op::IAddK),
            Form::InPlace,
            vm.peek(b(insn)),
            vm.konst(index(c(insn))),
        ),
        op => vm.operator(
            plain_op(op, Op::AddK),
            Form::Plain,
            vm.peek(b(insn)),
            vm.konst(index(c(insn))),
        ),
    }
}

/// The operator of an instruction in a row of instructions in the operators' order.
pub(crate) const fn plain_op(op: Op, first: Op) -> BinOp {
    match BinOp::from_index((op as u8).wrapping_sub(first as u8)) {
        Some(operator) => operator,
        None => BinOp::Add,
    }
}

/// The comparison of an instruction in a row of six.
pub(crate) fn comparison(op: Op, first: Op) -> Cmp {
    match (op as u8).wrapping_sub(first as u8) {
        0 => Cmp::Lt,
        1 => Cmp::Le,
        2 => Cmp::Gt,
        3 => Cmp::Ge,
        4 => Cmp::Eq,
        _ => Cmp::Ne,
    }
}
