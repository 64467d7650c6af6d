//! Hot calls and returns: Python functions whose parameters match the arguments, in the window.
//!
//! Not here: everything else that can be called (call.rs), other ways to return (unwind.rs).

use crate::access;
use crate::aside;
use crate::frame::{self, action};
use crate::hot::*;
use crate::ops::operator;
use crate::table;
use crate::window::{CODE_WORDS, Hot, Mem};
use threadsnake_heap::value::SMALL_MAX;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_image::op::Op;
use threadsnake_objects::cx::{Cx, Exit, NativeResult};
use threadsnake_objects::function::method;
use threadsnake_objects::{class, instance, native, tuple, types};

/// Runs a native that takes keywords on positional arguments; any number of values become a tuple when nothing
/// is in front of them.
#[inline(never)]
fn call_named(
    mem: Mem,
    cx: &mut Cx,
    row: &native::NativeDef,
    offset: u32,
    count: u32,
) -> Option<NativeResult> {
    let shape = row.shape();
    let total = usize::from(shape.total);
    if total > PLACES {
        return None;
    }
    let mut values = [Value::UNBOUND; PLACES];
    if shape.star != native::Shape::NONE {
        if shape.star != 0 || shape.rest != native::Shape::NONE {
            return None;
        }
        let packed = tuple::from_slice(cx, mem.values(offset, count)).ok()?;
        values[0] = packed.value();
        let result = (row.func)(cx, &values[..total]);
        cx.heap.dec_ref(packed);
        return Some(result);
    }
    if count > u32::from(shape.positional) {
        return None;
    }
    for (place, &value) in values.iter_mut().zip(mem.values(offset, count)) {
        *place = value;
    }
    Some((row.func)(cx, &values[..total]))
}

/// Enters the function in `R[base]` with `count` arguments behind it.
#[inline(always)]
pub fn enter(hot: &mut Hot, mem: Mem, cx: &Cx, base: u32, count: u32) -> bool {
    let callee = hot.reg(base);
    if !is_kind(mem, callee, kind::FUNCTION) {
        return false;
    }
    let code = mem.field(callee, 1);
    if mem.field(code, 3) != count || hot.ticks < 0 || cx.heap.has_errands() {
        return false;
    }
    let fp = hot.fp.wrapping_add(base as usize + 2);
    let registers = mem.field(code, 1) & 0xff;
    if fp.wrapping_add(registers as usize) > hot.limit {
        return false;
    }
    let word = frame::pack(hot.pc_index(), base + 2, action::CALL);
    hot.put(base + 1, word);
    hot.fp = fp;
    hot.code = mem.address(code);
    hot.go_to(0);
    true
}

/// `CallAttr` of a function that a class has: the class in front of the arguments gives way.
#[inline(always)]
pub fn enter_of_class(
    hot: &mut Hot,
    mem: Mem,
    cx: &mut Cx,
    base: u32,
    count: u32,
    function: u32,
) -> bool {
    if mem.load(function) as u8 != kind::FUNCTION || hot.ticks < 0 || cx.heap.has_errands() {
        return false;
    }
    let code = mem.field(function, 1);
    let fp = hot.fp.wrapping_add(base as usize + 2);
    let registers = mem.field(code, 1) & 0xff;
    if mem.field(code, 3) != count || fp.wrapping_add(registers as usize) > hot.limit {
        return false;
    }
    let class = hot.reg(base + 2);
    for at in 0..count {
        let word = hot.reg(base + 3 + at);
        hot.put(base + 2 + at, word);
    }
    hot.put(base + 2 + count, 0);
    inc(mem, function);
    hot.put(base, function);
    dec_ref(mem, cx, class);
    enter(hot, mem, cx, base, count)
}

/// Enters the function of the bound method in `R[base]`: its receiver goes in front of the arguments.
#[inline(always)]
pub fn enter_method(hot: &mut Hot, mem: Mem, cx: &mut Cx, base: u32, count: u32) -> bool {
    let bound = hot.reg(base);
    if !is_kind(mem, bound, kind::METHOD) || hot.ticks < 0 || cx.heap.has_errands() {
        return false;
    }
    let function = mem.field(bound, method::FUNC);
    if !is_kind(mem, function, kind::FUNCTION) {
        return false;
    }
    let code = mem.field(function, 1);
    let fp = hot.fp.wrapping_add(base as usize + 2);
    let registers = mem.field(code, 1) & 0xff;
    if mem.field(code, 3) != count + 1 || fp.wrapping_add(registers as usize) > hot.limit {
        return false;
    }
    let receiver = mem.field(bound, method::SELF);
    let mut at = count;
    while at > 0 {
        let word = hot.reg(base + 1 + at);
        hot.put(base + 2 + at, word);
        at -= 1;
    }
    inc(mem, receiver);
    hot.put(base + 2, receiver);
    inc(mem, function);
    hot.put(base, function);
    dec_ref(mem, cx, bound);
    enter(hot, mem, cx, base, count + 1)
}

/// Enters the method that is remembered for an operator of the left operand's layout, when the right
/// operand's type has no say: it is a builtin type, or the same class. The left operand is an instance.
///
/// ```text
///  R[registers]  R[registers+1]  R[registers+2]  R[registers+3]     (of the frame that waits)
///  method      | return        | left          | right
/// ```
#[inline(always)]
pub fn enter_operator(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32, name: u32) -> bool {
    let left = hot.reg(rb(insn));
    let right = aside::right_operand(hot, insn);
    let layout = mem.field(left, 1);
    let is_alone = right & 3 != 0
        || match mem.load(right) as u8 {
            kind::INSTANCE => mem.field(right, 1) == layout,
            other => right != 0 && other <= kind::CELL,
        };
    let method = access::cached(mem, cx, layout | operator::OPERATORS, name);
    if method == 0 || hot.ticks < 0 || cx.heap.has_errands() {
        return false;
    }
    is_alone && enter_behind(hot, mem, method, [left, right], 2, action::FORWARD)
}

/// Enters the getter of a property: what it returns is the attribute's value.
pub fn enter_getter(hot: &mut Hot, mem: Mem, cx: &mut Cx, getter: u32, object: u32) -> bool {
    hot.ticks >= 0
        && !cx.heap.has_errands()
        && enter_behind(hot, mem, getter, [object, 0], 1, action::BY_OP)
}

/// Enters a function with `count` of these arguments, its frame behind all registers of the one that waits.
#[inline(always)]
fn enter_behind(
    hot: &mut Hot,
    mem: Mem,
    function: u32,
    arguments: [u32; 2],
    count: u32,
    action: u32,
) -> bool {
    let code = mem.field(function, 1);
    let base = mem.load(mem.offset(hot.code) + 4) & 0xff;
    let fp = hot.fp.wrapping_add(base as usize + 2);
    let registers = mem.field(code, 1) & 0xff;
    if mem.field(code, 3) != count || fp.wrapping_add(registers as usize) > hot.limit {
        return false;
    }
    inc(mem, function);
    hot.put(base, function);
    for at in 0..count {
        inc(mem, arguments[at as usize]);
        hot.put(base + 2 + at, arguments[at as usize]);
    }
    hot.put(base + 1, frame::pack(hot.pc_index(), base + 2, action));
    hot.fp = fp;
    hot.code = mem.address(code);
    hot.go_to(0);
    true
}

/// Makes an instance of the class in `R[base]`, which a class statement made, and enters its `__init__`, when that is remembered.
///
/// ```text
///  R[base]    R[base+1]  R[base+2]  R[base+3]  R[base+4] ...
///  instance | __init__ | return   | self     | arguments, moved up by one
/// ```
#[inline(always)]
pub fn construct(hot: &mut Hot, mem: Mem, cx: &mut Cx, base: u32, count: u32) -> bool {
    let class = hot.reg(base);
    if hot.ticks < 0 || cx.heap.has_errands() {
        return false;
    }
    let init = access::init_of(mem, cx, class);
    if init == 0 {
        return false;
    }
    let layout = Ref(mem.field(class, class::word::LAYOUT));
    if init & 1 != 0 {
        return init >> 1 == count && store_fields(hot, mem, cx, base, count, layout);
    }
    if init == Value::NONE.0 {
        if count != 0 {
            return false;
        }
        let Ok(object) = instance::new(cx, layout) else { return false };
        set(hot, mem, cx, base, object.0);
        return true;
    }
    let code = mem.field(init, 1);
    let fp = hot.fp.wrapping_add(base as usize + 3);
    let registers = mem.field(code, 1) & 0xff;
    if mem.field(code, 3) != count + 1 || fp.wrapping_add(registers as usize) > hot.limit {
        return false;
    }
    let Ok(object) = instance::new(cx, layout) else { return false };
    let mut at = count;
    while at > 0 {
        let word = hot.reg(base + 1 + at);
        hot.put(base + 3 + at, word);
        at -= 1;
    }
    let back = frame::pack(hot.pc_index(), base + 3, action::INIT);
    inc(mem, init);
    hot.put(base + 1, init);
    hot.put(base + 2, back);
    inc(mem, object.0);
    hot.put(base + 3, object.0);
    set(hot, mem, cx, base, object.0);
    hot.fp = fp;
    hot.code = mem.address(code);
    hot.go_to(0);
    true
}

/// Makes an instance whose `__init__` does nothing but store its arguments in the first slots.
#[inline(always)]
fn store_fields(hot: &mut Hot, mem: Mem, cx: &mut Cx, base: u32, count: u32, layout: Ref) -> bool {
    let Ok(object) = instance::new(cx, layout) else { return false };
    for at in 0..count {
        let word = hot.reg(base + 2 + at);
        hot.put(base + 2 + at, 0);
        mem.store(object.0 + 8 + at * 4, word);
    }
    set(hot, mem, cx, base, object.0);
    true
}

/// May what a frame returns with this action be taken as it is?
#[inline(always)]
fn is_wanted(mem: Mem, how: u32, word: u32) -> bool {
    match how {
        action::BY_OP..=action::REFLECTED_FIRST => word != Value::NOT_IMPLEMENTED.0,
        action::LENGTH => word & 1 != 0 && word as i32 >= 0,
        action::STR | action::REPR => is_kind(mem, word, kind::STR),
        _ => false,
    }
}

/// Returns to an operator or a call from what was entered behind it: the value becomes its result.
#[inline(always)]
pub fn leave_to_operator(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let ret = hot.behind(1);
    let how = frame::action_of(ret);
    let word = hot.reg(ra(insn));
    if ret & frame::FAR != 0 || !is_wanted(mem, how, word) {
        return false;
    }
    let fp = hot.fp.wrapping_sub(frame::delta(ret) as usize);
    let code = mem.load(mem.load(mem.offset(fp) - 8) + 4);
    let waits = mem.load(code + (CODE_WORDS + frame::pc(ret) - 1) * 4);
    let is_call = table::is_call(waits);
    if !is_call && !table::is_plain_operator(waits) {
        return false;
    }
    hot.put(ra(insn), 0);
    clear(hot, mem, cx, x(insn));
    let function = hot.behind(2);
    hot.put_behind(1, 0);
    hot.put_behind(2, 0);
    dec_ref(mem, cx, function);
    hot.fp = fp;
    hot.code = mem.address(code);
    hot.go_to(frame::pc(ret));
    if !is_call {
        aside::finish(hot, mem, cx, waits, word);
        return true;
    }
    set(hot, mem, cx, a(waits), word);
    if table::flags(waits) & table::WORD != 0 {
        hot.jump(1);
    }
    true
}

/// Leaves an `__init__` that was entered by `construct`, whose value is None.
#[inline(always)]
pub fn leave_init(hot: &mut Hot, mem: Mem, cx: &mut Cx, count: u32) {
    clear(hot, mem, cx, count);
    let ret = hot.behind(1);
    let function = hot.behind(2);
    hot.put_behind(1, 0);
    hot.put_behind(2, 0);
    dec_ref(mem, cx, function);
    hot.fp = hot.fp.wrapping_sub(frame::delta(ret) as usize);
    hot.code = mem.address(mem.load(hot.behind(2) + 4));
    hot.go_to(frame::pc(ret));
}

/// What became of a call that the hot path tried.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tried {
    /// Nothing was done.
    No,
    /// It is done, or its frame is entered.
    Done,
    /// The native left so; its arguments are dropped.
    Left(Exit),
}

/// Most places of a native whose missing arguments are filled in here.
const PLACES: usize = 8;

/// Calls `int` or `float` of a number, or `type`: what needs no look at what the class can do besides.
#[inline(always)]
pub fn convert(hot: &mut Hot, mem: Mem, cx: &mut Cx, base: u32) -> bool {
    let given = hot.reg(base + 2);
    let class = Ref(hot.reg(base));
    let word = if class == types::INT {
        match given & 1 != 0 {
            true => given,
            false => match number(mem, given) {
                Some(double) if double.abs() < f64::from(SMALL_MAX) => {
                    Value::small(double as i32).0
                }
                _ => return false,
            },
        }
    } else if class == types::FLOAT && is_kind(mem, given, kind::FLOAT) {
        inc(mem, given);
        given
    } else if class == types::TYPE && given != 0 {
        let found = cx.type_of(Value(given)).0;
        inc(mem, found);
        found
    } else {
        return false;
    };
    hot.put(base, word);
    set(hot, mem, cx, base + 2, 0);
    true
}

/// Calls the native function in `R[base]`, or the builtin class, with `count` registers from `first` on.
#[inline(always)]
pub fn native(hot: &mut Hot, mem: Mem, cx: &mut Cx, base: u32, first: u32, count: u32) -> Tried {
    let callee = hot.reg(base);
    if callee & 3 != 0 {
        return Tried::No;
    }
    if callee == types::RANGE.0 && first == base + 2 && loop_over_range(hot, base, count) {
        return Tried::Done;
    }
    let (function, first, count) = match mem.load(callee) as u8 {
        kind::NATIVE => (callee, first, count),
        kind::CLASS if first == base + 2 => match access::new_of(mem, cx, callee) {
            0 => return Tried::No,
            function => {
                // The class is the first argument of `__new__`; the register in front of the others is free.
                hot.put(base + 1, callee);
                (function, base + 1, count + 1)
            }
        },
        _ => return Tried::No,
    };
    let tried = call_native(hot, mem, cx, function, first, count);
    if first == base + 1 {
        hot.put(base + 1, 0);
    }
    let result = match tried {
        Some(result) => result,
        None => return Tried::No,
    };
    let from = if first == base + 1 { first + 1 } else { first };
    for register in from..first + count {
        set(hot, mem, cx, register, 0);
    }
    match result {
        Ok(value) => {
            set(hot, mem, cx, base, value.0);
            Tried::Done
        }
        Err(exit) => {
            set(hot, mem, cx, base, 0);
            Tried::Left(exit)
        }
    }
}

/// `for x in range(n)`: a call of `range` in front of the loop over its result. The loop's state is what the
/// range object would be taken apart into, so none is made.
#[inline(always)]
fn loop_over_range(hot: &mut Hot, base: u32, count: u32) -> bool {
    let (start, stop) = match count {
        1 => (Value::small(0).0, hot.reg(base + 2)),
        2 => (hot.reg(base + 2), hot.reg(base + 3)),
        _ => return false,
    };
    let prepare = hot.word_behind();
    let is_loop = prepare as u8 == Op::IterPrep as u8
        && a(prepare) == base
        && prepare & TEMP_B != 0
        && rb(prepare) == base;
    if !is_loop || start & stop & 1 == 0 {
        return false;
    }
    hot.put(base, stop);
    hot.put(base + 1, start);
    hot.put(base + 2, 0);
    if count == 2 {
        hot.put(base + 3, 0);
    }
    hot.jump(1);
    true
}

/// Runs a native whose parameters the registers match; none when it takes a closer look to tell.
#[inline(always)]
fn call_native(
    hot: &Hot,
    mem: Mem,
    cx: &mut Cx,
    function: u32,
    first: u32,
    count: u32,
) -> Option<NativeResult> {
    let row = native::definition(cx, Ref(function))?;
    if count < u32::from(row.min) {
        return None;
    }
    let offset = mem.offset(hot.fp) + first * 4;
    if row.params.is_some() {
        return call_named(mem, cx, row, offset, count);
    }
    if row.max != u8::MAX && count > u32::from(row.max) {
        return None;
    }
    Some((row.func)(cx, mem.values(offset, count)))
}

/// Releases the first registers of a frame that ends.
#[inline(always)]
fn clear(hot: &mut Hot, mem: Mem, cx: &mut Cx, count: u32) {
    let mut index = 0;
    while index < count {
        let word = hot.reg(index);
        hot.put(index, 0);
        dec(mem, cx, word);
        index += 1;
    }
}

/// Leaves a frame that was entered by `enter`.
#[inline(always)]
pub fn leave(hot: &mut Hot, mem: Mem, cx: &mut Cx, word: u32, count: u32) {
    clear(hot, mem, cx, count);
    let ret = hot.behind(1);
    let function = hot.behind(2);
    hot.put_behind(1, 0);
    hot.put_behind(2, word);
    dec_ref(mem, cx, function);
    hot.fp = hot.fp.wrapping_sub(frame::delta(ret) as usize);
    hot.code = mem.address(mem.load(hot.behind(2) + 4));
    hot.go_to(frame::pc(ret));
}
