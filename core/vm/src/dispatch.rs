//! The dispatch loop: fetch, decode, jump to the handler; nothing else.
//!
//! Each arm does the common case of its instruction and answers whether it did. If not, the machine's
//! state goes back to memory and the slow path (`Vm::step`) does the whole instruction.
//!
//! Not here: the handlers (arith.rs, access.rs, calls.rs), the slow path (ops.rs).

use crate::arith::{self, KOp};
use crate::branch::*;
use crate::calls::Tried;
use crate::containers;
use crate::hot::*;
use crate::ops::operator;
use crate::window::{Hot, Mem};
use crate::{Stop, Vm, access, aside, calls, frame, resume};
use threadsnake_heap::Value;
use threadsnake_heap::kind;
use threadsnake_image::op::Op;
use threadsnake_objects::cx::{Cx, Exit};
use threadsnake_objects::names;

#[inline(always)]
fn move_register(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let word = take_b(hot, mem, insn);
    set(hot, mem, cx, a(insn), word);
    true
}

#[inline(always)]
fn for_iter(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    if hot.ticks < 0 {
        return false;
    }
    match access::for_iter(hot, mem, cx, insn) {
        Some(taken) => {
            branch(hot, taken);
            true
        }
        None => false,
    }
}

#[inline(always)]
fn back_edge(hot: &mut Hot, cx: &Cx, insn: u32) -> bool {
    if hot.ticks < 0 || cx.heap.has_errands() {
        return false;
    }
    hot.jump(insn as i32 >> 8);
    true
}

#[inline(always)]
fn return_value(hot: &mut Hot, mem: Mem, cx: &mut Cx, word: u32, count: u32) {
    calls::leave(hot, mem, cx, word, count);
}

#[inline(always)]
fn cell_get(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32, cell: u32) -> bool {
    if !is_kind(mem, cell, kind::CELL) {
        return false;
    }
    let word = mem.field(cell, 1);
    if word == 0 {
        return false;
    }
    inc(mem, word);
    set(hot, mem, cx, a(insn), word);
    true
}

#[inline(always)]
fn cell_set(mem: Mem, cx: &mut Cx, cell: u32, word: u32) {
    let old = mem.field(cell, 1);
    mem.store(cell + 4, word);
    dec(mem, cx, old);
}

/// Calls a native unless the machine must look around first.
#[inline(always)]
fn native_call(hot: &mut Hot, mem: Mem, cx: &mut Cx, base: u32, first: u32, count: u32) -> Tried {
    if hot.ticks < 0 || cx.heap.has_errands() {
        return Tried::No;
    }
    calls::native(hot, mem, cx, base, first, count)
}

#[inline(always)]
fn call_attr(
    hot: &mut Hot,
    mem: Mem,
    cx: &mut Cx,
    insn: u32,
    window: resume::Window,
    top: &mut u32,
) -> Tried {
    let base = a(insn);
    let (object, name) = (hot.reg(base + 2), hot.konst(c(insn)));
    let function = access::method(mem, cx, object, name);
    if function == 0 {
        let function = access::class_function(mem, cx, object, name);
        if function != 0 {
            return if calls::enter_of_class(hot, mem, cx, base, b(insn), function) {
                Tried::Done
            } else {
                Tried::No
            };
        }
        if name == names::SEND.0 && b(insn) == 1 && resume::send(hot, mem, cx, insn, window, top) {
            return Tried::Done;
        }
        return Tried::No;
    }
    hot.put(base, function);
    if calls::enter(hot, mem, cx, base, b(insn) + 1) {
        inc(mem, function);
        return Tried::Done;
    }
    // A native in ROM needs no counting; any other method is found again by the slow path.
    let tried = if is_kind(mem, function, kind::NATIVE) {
        native_call(hot, mem, cx, base, base + 2, b(insn) + 1)
    } else {
        Tried::No
    };
    if tried == Tried::No {
        hot.put(base, 0);
    }
    tried
}

#[inline(always)]
fn call_method(
    hot: &mut Hot,
    mem: Mem,
    cx: &mut Cx,
    insn: u32,
    window: resume::Window,
    top: &mut u32,
) -> Tried {
    let base = a(insn);
    if b(insn) == 1
        && resume::is_send(mem, hot.reg(base))
        && resume::send(hot, mem, cx, insn, window, top)
    {
        return Tried::Done;
    }
    if hot.reg(base + 2) == 0 {
        return native_call(hot, mem, cx, base, base + 3, b(insn));
    }
    if calls::enter(hot, mem, cx, base, b(insn) + 1) {
        return Tried::Done;
    }
    native_call(hot, mem, cx, base, base + 2, b(insn) + 1)
}

/// `Call`: a function, a class, a native.
#[inline(always)]
fn call(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> Tried {
    let (base, count) = (a(insn), b(insn));
    let callee = hot.reg(base);
    if callee & 3 != 0 {
        return Tried::No;
    }
    let is_done = match mem.load(callee) as u8 {
        kind::FUNCTION => calls::enter(hot, mem, cx, base, count),
        kind::METHOD => calls::enter_method(hot, mem, cx, base, count),
        kind::CLASS if callee >= cx.rom.len => calls::construct(hot, mem, cx, base, count),
        kind::CLASS if count == 1 && calls::convert(hot, mem, cx, base) => true,
        _ => return native_call(hot, mem, cx, base, base + 2, count),
    };
    if is_done { Tried::Done } else { Tried::No }
}

/// Goes on with what a native asked for, or raised, that was called out of the loop.
#[cold]
#[inline(never)]
fn leave_aside(vm: &mut Vm, hot: &Hot, mem: Mem, exit: Exit) -> Option<Stop> {
    vm.save(hot, mem);
    vm.handle(exit)
}

/// Runs until the machine stops.
// tidy: long, because it is the table of the instructions that have a hot path.
pub fn run(vm: &mut Vm) -> Stop {
    let mem = Mem::of(&vm.cx.heap);
    let mut hot = vm.restore(mem);
    loop {
        let insn = hot.insn();
        hot.ticks = hot.ticks.wrapping_sub(1);
        let cx = &mut vm.cx;
        let h = &mut hot;
        /// What became of a call; when a native left it, the machine goes on from there.
        macro_rules! tried {
            ($tried:expr) => {
                match $tried {
                    Tried::Done => true,
                    Tried::No => false,
                    Tried::Left(exit) => {
                        vm.save(&hot, mem);
                        if let Some(stop) = vm.handle(exit) {
                            return stop;
                        }
                        hot = vm.restore(mem);
                        continue;
                    }
                }
            };
        }
        let op = h.op(insn);
        let done = match op {
            Op::Call => tried!(call(h, mem, cx, insn)),
            Op::CallAttr => tried!(call_attr(h, mem, cx, insn, vm.window, &mut vm.top)),
            Op::CallMethod => tried!(call_method(h, mem, cx, insn, vm.window, &mut vm.top)),
            Op::Nop => true,
            Op::Move => move_register(h, mem, cx, insn),
            Op::LoadInt => {
                set(h, mem, cx, a(insn), ((insn as i32 >> 16) << 1 | 1) as u32);
                true
            }
            Op::LoadK => {
                let word = h.konst(x(insn));
                set(h, mem, cx, a(insn), word);
                true
            }
            Op::LoadNone => {
                set(h, mem, cx, a(insn), Value::NONE.0);
                true
            }
            Op::LoadBool => {
                set(h, mem, cx, a(insn), Value::bool(b(insn) != 0).0);
                true
            }
            Op::Clear => {
                for reg in a(insn)..a(insn) + x(insn) {
                    set(h, mem, cx, reg, 0);
                }
                true
            }
            Op::CheckBound => h.reg(a(insn)) != 0,
            Op::LoadGlobal => access::load_global(h, mem, cx, insn),
            Op::CellGet => {
                let cell = h.reg(b(insn));
                cell_get(h, mem, cx, insn, cell)
            }
            Op::FreeCellGet => {
                let cell = mem.load(h.behind(2) + 16 + b(insn) * 4);
                cell_get(h, mem, cx, insn, cell)
            }
            Op::FreeGet => {
                let word = mem.load(h.behind(2) + 16 + b(insn) * 4);
                if word == 0 {
                    false
                } else {
                    inc(mem, word);
                    set(h, mem, cx, a(insn), word);
                    true
                }
            }
            Op::CellSet => {
                let cell = h.reg(a(insn));
                if is_kind(mem, cell, kind::CELL) {
                    let word = take_b(h, mem, insn);
                    cell_set(mem, cx, cell, word);
                    true
                } else {
                    false
                }
            }
            Op::FreeCellSet => {
                let cell = mem.load(h.behind(2) + 16 + b(insn) * 4);
                if is_kind(mem, cell, kind::CELL) {
                    let word = take_a(h, mem, insn);
                    cell_set(mem, cx, cell, word);
                    true
                } else {
                    false
                }
            }
            Op::Add | Op::IAdd => arith::add(h, mem, cx, insn),
            Op::Sub | Op::ISub => arith::sub(h, mem, cx, insn),
            Op::Mul | Op::IMul => arith::mul(h, mem, cx, insn),
            Op::TrueDiv | Op::ITrueDiv => arith::true_div(h, mem, cx, insn),
            Op::FloorDiv | Op::IFloorDiv => arith::floor_div(h, mem, cx, insn),
            Op::Mod | Op::IMod => arith::modulo(h, mem, cx, insn),
            Op::LShift | Op::ILShift => arith::lshift(h, mem, cx, insn),
            Op::RShift | Op::IRShift => arith::rshift(h, mem, cx, insn),
            Op::And | Op::IAnd => arith::bits(h, mem, cx, insn, |l, r| l & r),
            Op::Or | Op::IOr => arith::bits(h, mem, cx, insn, |l, r| l | r),
            Op::Xor | Op::IXor => arith::bits(h, mem, cx, insn, |l, r| l ^ r),
            Op::AddK | Op::IAddK => arith::with_konst(h, mem, cx, insn, KOp::Add),
            Op::SubK | Op::ISubK => arith::with_konst(h, mem, cx, insn, KOp::Sub),
            Op::MulK | Op::IMulK => arith::with_konst(h, mem, cx, insn, KOp::Mul),
            Op::TrueDivK | Op::ITrueDivK => arith::with_konst(h, mem, cx, insn, KOp::TrueDiv),
            Op::FloorDivK | Op::IFloorDivK => arith::with_konst(h, mem, cx, insn, KOp::FloorDiv),
            Op::ModK | Op::IModK => arith::with_konst(h, mem, cx, insn, KOp::Mod),
            Op::LShiftK | Op::ILShiftK => arith::with_konst(h, mem, cx, insn, KOp::LShift),
            Op::RShiftK | Op::IRShiftK => arith::with_konst(h, mem, cx, insn, KOp::RShift),
            Op::AndK | Op::IAndK => arith::with_konst(h, mem, cx, insn, KOp::And),
            Op::OrK | Op::IOrK => arith::with_konst(h, mem, cx, insn, KOp::Or),
            Op::XorK | Op::IXorK => arith::with_konst(h, mem, cx, insn, KOp::Xor),
            Op::AddI | Op::IAddI => arith::add_imm(h, mem, cx, insn, imm(insn)),
            Op::SubI | Op::ISubI => arith::add_imm(h, mem, cx, insn, -imm(insn)),
            Op::Pow | Op::IPow => {
                let rhs = h.reg(rc(insn));
                arith::power(h, mem, cx, insn, rhs)
            }
            Op::PowK | Op::IPowK => {
                let rhs = h.konst(c(insn));
                arith::power(h, mem, cx, insn & !TEMP_C, rhs)
            }
            Op::Neg => arith::neg(h, mem, cx, insn),
            Op::Not => match truth(mem, h.reg(rb(insn))) {
                Some(result) => {
                    drop_temp_b(h, mem, cx, insn);
                    set(h, mem, cx, a(insn), Value::bool(!result).0);
                    true
                }
                None => false,
            },
            Op::Lt => compare::<arith::Lt>(h, mem, cx, insn),
            Op::Le => compare::<arith::Le>(h, mem, cx, insn),
            Op::Gt => compare::<arith::Gt>(h, mem, cx, insn),
            Op::Ge => compare::<arith::Ge>(h, mem, cx, insn),
            Op::Eq => compare_equal::<arith::Eq>(h, mem, cx, insn, true),
            Op::Ne => compare_equal::<arith::Ne>(h, mem, cx, insn, false),
            Op::JLt => test_reg::<arith::Lt>(h, mem, cx, insn),
            Op::JLe => test_reg::<arith::Le>(h, mem, cx, insn),
            Op::JGt => test_reg::<arith::Gt>(h, mem, cx, insn),
            Op::JGe => test_reg::<arith::Ge>(h, mem, cx, insn),
            Op::JEq => {
                let rhs = h.reg(rc(insn));
                test_equal::<arith::Eq>(h, mem, cx, insn, rhs, true)
            }
            Op::JNe => {
                let rhs = h.reg(rc(insn));
                test_equal::<arith::Ne>(h, mem, cx, insn, rhs, false)
            }
            Op::JLtI => test_imm::<arith::Lt>(h, mem, cx, insn),
            Op::JLeI => test_imm::<arith::Le>(h, mem, cx, insn),
            Op::JGtI => test_imm::<arith::Gt>(h, mem, cx, insn),
            Op::JGeI => test_imm::<arith::Ge>(h, mem, cx, insn),
            Op::JEqI => test_imm::<arith::Eq>(h, mem, cx, insn),
            Op::JNeI => test_imm::<arith::Ne>(h, mem, cx, insn),
            Op::JLtK => test_konst::<arith::Lt>(h, mem, cx, insn),
            Op::JLeK => test_konst::<arith::Le>(h, mem, cx, insn),
            Op::JGtK => test_konst::<arith::Gt>(h, mem, cx, insn),
            Op::JGeK => test_konst::<arith::Ge>(h, mem, cx, insn),
            Op::JEqK => {
                let rhs = h.konst(c(insn));
                test_equal::<arith::Eq>(h, mem, cx, insn & !TEMP_C, rhs, true)
            }
            Op::JNeK => {
                let rhs = h.konst(c(insn));
                test_equal::<arith::Ne>(h, mem, cx, insn & !TEMP_C, rhs, false)
            }
            Op::Is => is(h, mem, cx, insn, true),
            Op::IsNot => is(h, mem, cx, insn, false),
            Op::JIs => test_is(h, mem, cx, insn),
            Op::JNone => test_none(h, mem, cx, insn),
            Op::JTrue => test_truth(h, mem, cx, insn),
            Op::JTrueKeep => match truth(mem, h.reg(b(insn))) {
                Some(result) => {
                    let taken = result == (a(insn) != 0);
                    if !taken {
                        set(h, mem, cx, b(insn), 0);
                    }
                    branch(h, taken);
                    true
                }
                None => false,
            },
            Op::JUnbound => {
                let taken = (h.reg(b(insn)) == 0) == (a(insn) != 0);
                branch(h, taken);
                true
            }
            Op::Jump => {
                h.jump(insn as i32 >> 8);
                true
            }
            Op::Loop => back_edge(h, cx, insn),
            Op::GetAttr => access::get_slot(h, mem, cx, insn) || access::get_attr(h, mem, cx, insn),
            Op::SetAttr => access::set_attr(h, mem, cx, insn),
            Op::GetItem => {
                access::get_list_item(h, mem, cx, insn) || access::get_item(h, mem, cx, insn) || {
                    let key = h.reg(rc(insn));
                    containers::get_item(h, mem, cx, insn, key)
                }
            }
            Op::GetItemK => {
                let key = h.konst(c(insn));
                containers::get_item(h, mem, cx, insn & !TEMP_C, key)
            }
            Op::GetItemI => {
                access::get_item_imm(h, mem, cx, insn)
                    || containers::get_item(h, mem, cx, insn & !TEMP_C, (imm(insn) << 1 | 1) as u32)
            }
            Op::SetItem => {
                access::set_item(h, mem, cx, insn) || {
                    let key = h.reg(rc(insn));
                    containers::set_item(h, mem, cx, insn, key)
                }
            }
            Op::SetItemK => {
                let key = h.konst(c(insn));
                containers::set_item(h, mem, cx, insn & !TEMP_C, key)
            }
            Op::SetItemI => {
                containers::set_item(h, mem, cx, insn & !TEMP_C, (imm(insn) << 1 | 1) as u32)
            }
            Op::In | Op::NotIn => match containers::contains(h, mem, cx, insn) {
                Some(result) => {
                    drop_temps(h, mem, cx, insn);
                    let result = result != (op == Op::NotIn);
                    set(h, mem, cx, a(insn), Value::bool(result).0);
                    true
                }
                None => false,
            },
            Op::JIn => match containers::contains(h, mem, cx, insn) {
                Some(result) => {
                    drop_temps(h, mem, cx, insn);
                    branch(h, result == (a(insn) != 0));
                    true
                }
                None => false,
            },
            Op::ListAppend => containers::append(h, mem, cx, insn),
            Op::BuildTuple => containers::build_tuple(h, mem, cx, insn),
            Op::BuildList => containers::build_list(h, mem, cx, insn),
            Op::LoadMethod => access::load_method(h, mem, cx, insn),
            Op::Return => {
                if frame::is_near_call(h.behind(1)) {
                    let word = h.reg(ra(insn));
                    h.put(ra(insn), 0);
                    return_value(h, mem, cx, word, x(insn));
                    true
                } else {
                    calls::leave_to_operator(h, mem, cx, insn)
                }
            }
            Op::ReturnNone => {
                if frame::is_near_call(h.behind(1)) {
                    return_value(h, mem, cx, Value::NONE.0, x(insn));
                    true
                } else if frame::is_near_init(h.behind(1)) {
                    calls::leave_init(h, mem, cx, x(insn));
                    true
                } else {
                    false
                }
            }
            Op::IterPrep => access::iter_prep(h, mem, cx, insn),
            Op::ForIter => {
                for_iter(h, mem, cx, insn)
                    || (h.ticks >= 0 && resume::step(h, mem, cx, insn, vm.window, &mut vm.top))
            }
            Op::Delegate => {
                h.ticks >= 0 && resume::delegate(h, mem, cx, insn, vm.window, &mut vm.top)
            }
            Op::Yield => resume::give(h, mem, cx, insn, vm.window),
            // Whatever has no hot path, by name: the compiler then knows that there is nothing else.
            Op::DelLocal
            | Op::StoreGlobal
            | Op::DelGlobal
            | Op::NewCell
            | Op::CellDel
            | Op::FreeCellDel
            | Op::NameGet
            | Op::FarGet
            | Op::FarSet
            | Op::MatMul
            | Op::IMatMul
            | Op::Pos
            | Op::Invert
            | Op::JMatchExc
            | Op::DelAttr
            | Op::DelItem
            | Op::GetSlice
            | Op::BuildSlice
            | Op::CallKw
            | Op::CallEx
            | Op::CallMethodKw
            | Op::CallSuper
            | Op::BuildSet
            | Op::BuildMap
            | Op::BuildString
            | Op::SetAdd
            | Op::MapAdd
            | Op::ListExtend
            | Op::SetUpdate
            | Op::MapUpdate
            | Op::MapMerge
            | Op::ListToTuple
            | Op::Format
            | Op::FormatPlain
            | Op::Unpack
            | Op::UnpackEx
            | Op::GetIter
            | Op::MakeFunction
            | Op::Capture
            | Op::CaptureFree
            | Op::SetFuncInfo
            | Op::Import
            | Op::ImportFrom
            | Op::ImportStar
            | Op::FreeCellRef
            | Op::Raise
            | Op::RaiseFrom
            | Op::Reraise
            | Op::RaiseHandled
            | Op::EnterExcept
            | Op::LeaveExcept
            | Op::RaiseAssert
            | Op::WithEnter
            | Op::WithExit
            | Op::Await
            | Op::Slow
            | Op::Ext
            | Op::Raw => false,
        };
        if done {
            hot.next();
            continue;
        }
        let way = operator::aside(insn);
        if way != 0 {
            // Of a copy: what another function may write does not stay in machine registers.
            let mut entered = hot;
            let (window, top) = (vm.window, &mut vm.top);
            match aside::execute(&mut entered, mem, &mut vm.cx, insn, way, window, top) {
                Tried::Done => {
                    hot = entered;
                    hot.next();
                    continue;
                }
                Tried::No => {}
                Tried::Left(exit) => {
                    if let Some(stop) = leave_aside(vm, &entered, mem, exit) {
                        return stop;
                    }
                    hot = vm.restore(mem);
                    continue;
                }
            }
        }
        vm.save(&hot, mem);
        if let Some(stop) = vm.step(insn) {
            return stop;
        }
        hot = vm.restore(mem);
    }
}

/// The instruction of a word; verified code has no other.
pub fn op_of(insn: u32) -> Op {
    Op::from_code(insn as u8).unwrap_or(Op::Nop)
}
