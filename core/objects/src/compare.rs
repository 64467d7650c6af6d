//! Equality and order of two values, as far as they need no script code.
//!
//! Every answer is an `Option`: `None` says that a method of a user's class has a say, that the values
//! are nested too deeply, or that comparing them is too much work to do in one go. Script code (the
//! prelude) then does the same element by element.
//!
//! M1  A comparison does at most `FUEL` steps and recurses at most `DEPTH_MAX` deep. Long text and bytes
//!     cost several steps. Comparisons of a row of items share the fuel of `RowFuel`.
//!
//! Not here: the comparison operators with their reflected methods (crate `vm`), text (str.rs).

use crate::bigint::float::compare_f64;
use crate::bigint::{Big, Narrow, compare_signed};
use crate::class::{self, flag};
use crate::cx::Cx;
use crate::dict::entries::{self, Found, PAIR, SINGLE};
use crate::{bytes, instance, int, list, range, str, tuple};
use core::cmp::Ordering;
use threadsnake_heap::{Ref, Value, kind};

const FUEL: u32 = 20_000;
const DEPTH_MAX: u32 = 6;
/// Bytes that are compared in a step.
const STEP_BYTES: u32 = 256;

/// What comparing the items of a row, one after the other, may take in all before script code goes on.
pub struct RowFuel(u32);

impl RowFuel {
    const STEPS: u32 = 2_000_000;

    /// Fuel for a row.
    #[allow(clippy::new_without_default, reason = "there is nothing default about it")]
    pub const fn new() -> RowFuel {
        RowFuel(RowFuel::STEPS)
    }

    /// `same_or_equal` out of this fuel.
    #[inline]
    pub fn same_or_equal(&mut self, cx: &Cx, a: Value, b: Value) -> Option<bool> {
        if a == b {
            return Some(true);
        }
        if a.is_small() && b.is_small() {
            return Some(false);
        }
        self.walk(|walk| walk.same_or_equal(cx, a, b))
    }

    /// `less` out of this fuel.
    #[inline]
    pub fn less(&mut self, cx: &Cx, a: Value, b: Value) -> Option<bool> {
        if a.is_small() && b.is_small() {
            return Some(a.as_small() < b.as_small());
        }
        self.walk(|walk| walk.compare(cx, Op::Lt, a, b))
    }

    /// Are two strs equal?
    #[inline]
    pub fn equal_strs(&mut self, cx: &Cx, a: Ref, b: Ref) -> Option<bool> {
        self.0 = self.0.checked_sub(str::byte_len(cx, a) / STEP_BYTES)?;
        Some(str::equal(cx, a, b))
    }

    fn walk(&mut self, compare: impl FnOnce(&mut Walk) -> Option<bool>) -> Option<bool> {
        let fuel = self.0.min(FUEL);
        let mut walk = Walk { fuel, depth: 0 };
        let found = compare(&mut walk);
        self.0 -= fuel - walk.fuel;
        found
    }
}

/// Which comparison.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "named like the special methods")]
pub enum Op {
    Lt,
    Le,
    Gt,
    Ge,
    Eq,
    Ne,
}

impl Op {
    /// Does an order satisfy the comparison? Unordered values (NaN) satisfy only `!=`.
    #[inline]
    pub fn holds(self, order: Option<Ordering>) -> bool {
        match (self, order) {
            (Op::Ne, None) => true,
            (_, None) => false,
            (Op::Lt, Some(order)) => order == Ordering::Less,
            (Op::Le, Some(order)) => order != Ordering::Greater,
            (Op::Gt, Some(order)) => order == Ordering::Greater,
            (Op::Ge, Some(order)) => order != Ordering::Less,
            (Op::Eq, Some(order)) => order == Ordering::Equal,
            (Op::Ne, Some(order)) => order != Ordering::Equal,
        }
    }
}

/// Python's `is`: floats and boxed ints are the same when their bits are.
#[inline]
pub fn is_same(cx: &Cx, a: Value, b: Value) -> bool {
    a == b || a.is_ref() && b.is_ref() && same_box(cx, a, b)
}

fn same_box(cx: &Cx, a: Value, b: Value) -> bool {
    let box_kind = cx.kind_of(a);
    if box_kind != cx.kind_of(b) || !matches!(box_kind, kind::FLOAT | kind::INT) {
        return false;
    }
    let space = &cx.heap.space;
    let (a, b) = (a.as_ref(), b.as_ref());
    space.word(a, 1) == space.word(b, 1) && space.word(a, 2) == space.word(b, 2)
}

/// `a is b or a == b`: how containers compare their items.
#[inline]
pub fn same_or_equal(cx: &Cx, a: Value, b: Value) -> Option<bool> {
    if a == b {
        return Some(true);
    }
    if a.is_small() && b.is_small() {
        return Some(false);
    }
    if let (Some(a), Some(b)) = (number(cx, a), number(cx, b)) {
        return Some(order_numbers(a, b) == Some(Ordering::Equal));
    }
    Walk::new().same_or_equal(cx, a, b)
}

/// `a == b`.
#[inline]
pub fn equal(cx: &Cx, a: Value, b: Value) -> Option<bool> {
    if a.is_small() && b.is_small() {
        return Some(a == b);
    }
    if let Some((a, b)) = strs(cx, a, b) {
        return Some(str::equal(cx, a, b));
    }
    if let (Some(a), Some(b)) = (number(cx, a), number(cx, b)) {
        return Some(order_numbers(a, b) == Some(Ordering::Equal));
    }
    Walk::new().equal(cx, a, b)
}

/// Are both values numbers, or both strs, of exactly the builtin types?
#[inline]
pub fn are_leaves(cx: &Cx, a: Value, b: Value) -> bool {
    let is_number = |value: Value| {
        value.is_small() || matches!(cx.kind_of(value), kind::INT | kind::BIGINT | kind::FLOAT)
    };
    is_number(a) && is_number(b) || strs(cx, a, b).is_some()
}

/// `a op b`. None also when the types have no order: the machine then raises.
#[inline]
pub fn compare(cx: &Cx, op: Op, a: Value, b: Value) -> Option<bool> {
    match op {
        Op::Eq => equal(cx, a, b),
        Op::Ne => equal(cx, a, b).map(|equal| !equal),
        _ => order(cx, op, a, b),
    }
}

/// `a < b`.
#[inline]
pub fn less(cx: &Cx, a: Value, b: Value) -> Option<bool> {
    if a.is_small() && b.is_small() {
        return Some(a.as_small() < b.as_small());
    }
    order(cx, Op::Lt, a, b)
}

/// Both values as strs, the commonest things to be compared.
#[inline(always)]
fn strs(cx: &Cx, a: Value, b: Value) -> Option<(Ref, Ref)> {
    Some((cx.as_kind(a, kind::STR)?, cx.as_kind(b, kind::STR)?))
}

fn order(cx: &Cx, op: Op, a: Value, b: Value) -> Option<bool> {
    if let Some((a, b)) = strs(cx, a, b) {
        return Some(op.holds(Some(str::compare(cx, a, b))));
    }
    if let (Some(a), Some(b)) = (number(cx, a), number(cx, b)) {
        return Some(op.holds(order_numbers(a, b)));
    }
    Walk::new().compare(cx, op, a, b)
}

/// A real number of any representation.
#[derive(Clone, Copy)]
pub enum Number<'a> {
    /// An int of 64 bits.
    Int(i64),
    /// A larger int.
    Big(Big<'a>),
    /// A float.
    Float(f64),
}

/// The real number that a value is; instances of subclasses of int and float are not looked into.
#[inline]
pub fn number<'a>(cx: &'a Cx, value: Value) -> Option<Number<'a>> {
    if value.is_small() {
        return Some(Number::Int(i64::from(value.as_small())));
    }
    match cx.kind_of(value) {
        kind::FLOAT => Some(Number::Float(cx.heap.space.double(value.as_ref(), 1))),
        kind::INT => Some(Number::Int(cx.heap.space.long(value.as_ref(), 1))),
        kind::BIGINT => Some(Number::Big(int::big(cx, value.as_ref()))),
        _ if value.is_bool() => Some(Number::Int(i64::from(value == Value::TRUE))),
        _ => None,
    }
}

/// Orders two numbers exactly; None when one is NaN.
#[inline]
pub fn order_numbers(a: Number, b: Number) -> Option<Ordering> {
    match (a, b) {
        (Number::Int(a), Number::Int(b)) => Some(a.cmp(&b)),
        (Number::Float(a), Number::Float(b)) => a.partial_cmp(&b),
        (Number::Int(a), Number::Float(b)) => order_int_float(a, b),
        (Number::Float(a), Number::Int(b)) => order_int_float(b, a).map(Ordering::reverse),
        (Number::Big(a), Number::Float(b)) => compare_f64(a, b),
        (Number::Float(a), Number::Big(b)) => compare_f64(b, a).map(Ordering::reverse),
        (Number::Big(a), Number::Big(b)) => Some(compare_signed(a, b)),
        (Number::Int(a), Number::Big(b)) => Some(compare_signed(Narrow::new(a).big(), b)),
        (Number::Big(a), Number::Int(b)) => Some(compare_signed(a, Narrow::new(b).big())),
    }
}

/// Every int up to here has a float of its own.
const EXACT_MAX: u64 = 1 << 53;

fn order_int_float(int: i64, float: f64) -> Option<Ordering> {
    if int.unsigned_abs() <= EXACT_MAX {
        return (int as f64).partial_cmp(&float);
    }
    compare_f64(Narrow::new(int).big(), float)
}

/// How a value is compared.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Number,
    Complex,
    Str,
    Bytes,
    Tuple,
    List,
    Set,
    Dict,
    Range,
    Method,
    /// Equal only to itself.
    Identity,
    /// Script code, or code that is not here, has a say.
    Open,
}

fn sort_of(cx: &Cx, value: Value) -> Sort {
    if value.is_small() || value.is_bool() {
        return Sort::Number;
    }
    let Some(object) = value.object_ref() else { return Sort::Identity };
    match cx.heap.kind(object) {
        kind::INT | kind::BIGINT | kind::FLOAT => Sort::Number,
        kind::COMPLEX => Sort::Complex,
        kind::STR => Sort::Str,
        kind::BYTES | kind::BYTEARRAY => Sort::Bytes,
        kind::TUPLE => Sort::Tuple,
        kind::LIST => Sort::List,
        kind::SET | kind::FROZENSET => Sort::Set,
        kind::DICT => Sort::Dict,
        kind::RANGE => Sort::Range,
        kind::METHOD => Sort::Method,
        kind::INSTANCE | kind::INSTANCE_X => open_if(cx, value, flag::EQ),
        kind::CLASS => open_if(cx, value, flag::EQ),
        kind::VIEW if crate::view::what(cx, object) == crate::view::What::Values => Sort::Identity,
        kind::VIEW | kind::WEAKREF | kind::ALIAS | kind::SLICE | kind::CELL | kind::CODE => {
            Sort::Open
        }
        kind::MEMORYVIEW => Sort::Open,
        _ => Sort::Identity,
    }
}

fn open_if(cx: &Cx, value: Value, wanted: u32) -> Sort {
    let class = cx.type_of(value);
    if class::flags(cx, class) & wanted != 0 { Sort::Open } else { Sort::Identity }
}

/// How a value is compared, and as what: an instance of a builtin's subclass that leaves `==` alone as what
/// it wraps.
#[inline]
fn seen_as(cx: &Cx, value: Value) -> (Sort, Value) {
    if !matches!(cx.kind_of(value), kind::INSTANCE | kind::INSTANCE_X) {
        return (sort_of(cx, value), value);
    }
    if open_if(cx, value, flag::EQ) == Sort::Open {
        return (Sort::Open, value);
    }
    match instance::payload(cx, value.as_ref()) {
        Some(inner) => (sort_of(cx, inner), inner),
        None => (Sort::Identity, value),
    }
}

/// A comparison under way: how much it may still do.
struct Walk {
    fuel: u32,
    depth: u32,
}

impl Walk {
    const fn new() -> Walk {
        Walk { fuel: FUEL, depth: 0 }
    }

    fn burn(&mut self) -> Option<()> {
        self.fuel = self.fuel.checked_sub(1)?;
        Some(())
    }

    /// Pays for comparing so many bytes. What is left of the fuel pays for the first long one in any case:
    /// memory bounds it, and script code could do no better.
    fn burn_bytes(&mut self, bytes: u32) -> Option<()> {
        let steps = bytes / STEP_BYTES;
        if steps > 0 && self.fuel == 0 {
            return None;
        }
        self.fuel = self.fuel.saturating_sub(steps);
        Some(())
    }

    /// `a op b` for an operator of order.
    fn compare(&mut self, cx: &Cx, op: Op, a: Value, b: Value) -> Option<bool> {
        if cx.as_kind(a, kind::TUPLE).is_some() && cx.as_kind(b, kind::TUPLE).is_some() {
            return self.order_items(cx, a, b).map(|order| op.holds(order));
        }
        match (sort_of(cx, a), sort_of(cx, b)) {
            (Sort::Set, Sort::Set) => self.inclusion(cx, op, a.object_ref()?, b.object_ref()?),
            _ => self.order(cx, a, b).map(|order| op.holds(order)),
        }
    }

    /// Only the same object counts as identical here: two NaNs in different objects are not equal.
    fn same_or_equal(&mut self, cx: &Cx, a: Value, b: Value) -> Option<bool> {
        if a == b { Some(true) } else { self.equal(cx, a, b) }
    }

    fn equal(&mut self, cx: &Cx, a: Value, b: Value) -> Option<bool> {
        self.burn()?;
        let ((sort_a, a), (sort_b, b)) = (seen_as(cx, a), seen_as(cx, b));
        if sort_a == Sort::Open || sort_b == Sort::Open {
            return None;
        }
        if sort_a != sort_b {
            let complex = matches!(
                (sort_a, sort_b),
                (Sort::Complex, Sort::Number) | (Sort::Number, Sort::Complex)
            );
            return Some(complex && equal_complex(cx, a, b));
        }
        match sort_a {
            Sort::Number => {
                Some(order_numbers(number(cx, a)?, number(cx, b)?) == Some(Ordering::Equal))
            }
            Sort::Complex => Some(equal_complex(cx, a, b)),
            Sort::Str => {
                let (a, b) = (a.object_ref()?, b.object_ref()?);
                self.burn_bytes(str::byte_len(cx, a))?;
                Some(str::equal(cx, a, b))
            }
            Sort::Bytes => {
                let (a, b) = (bytes_of(cx, a), bytes_of(cx, b));
                self.burn_bytes(a.len().min(b.len()) as u32)?;
                Some(a == b)
            }
            Sort::Tuple | Sort::List => self.equal_items(cx, a, b),
            Sort::Set => self.inclusion(cx, Op::Eq, a.object_ref()?, b.object_ref()?),
            Sort::Dict => self.equal_dicts(cx, a.object_ref()?, b.object_ref()?),
            Sort::Range => range::equal(cx, a.object_ref()?, b.object_ref()?),
            Sort::Method => Some(equal_methods(cx, a.object_ref()?, b.object_ref()?)),
            Sort::Identity | Sort::Open => Some(a == b),
        }
    }

    fn deeper<T>(&mut self, inside: impl FnOnce(&mut Walk) -> Option<T>) -> Option<T> {
        if self.depth >= DEPTH_MAX {
            return None;
        }
        self.depth += 1;
        let result = inside(self);
        self.depth -= 1;
        result
    }

    /// Two leaves of one common kind, without further ado: outer None is "ask in full".
    #[inline(always)]
    fn quick(&mut self, cx: &Cx, a: Value, b: Value) -> Option<Option<Ordering>> {
        if a.is_small() && b.is_small() {
            return Some(Some(a.as_small().cmp(&b.as_small())));
        }
        if !a.is_ref() || !b.is_ref() {
            return None;
        }
        match (cx.heap.kind(a.as_ref()), cx.heap.kind(b.as_ref())) {
            (kind::STR, kind::STR) => {
                self.burn_bytes(str::byte_len(cx, a.as_ref()))?;
                Some(Some(str::compare(cx, a.as_ref(), b.as_ref())))
            }
            (kind::FLOAT, kind::FLOAT) => {
                let double = |value: Value| cx.heap.space.double(value.as_ref(), 1);
                Some(double(a).partial_cmp(&double(b)))
            }
            _ => None,
        }
    }

    fn equal_items(&mut self, cx: &Cx, a: Value, b: Value) -> Option<bool> {
        let (a, b) = (items_of(cx, a), items_of(cx, b));
        if a.len() != b.len() {
            return Some(false);
        }
        self.deeper(|walk| {
            for (&a, &b) in a.iter().zip(b) {
                if a.is_small() && b.is_small() {
                    walk.burn()?;
                    if a != b {
                        return Some(false);
                    }
                } else if !walk.same_or_equal(cx, a, b)? {
                    return Some(false);
                }
            }
            Some(true)
        })
    }

    fn equal_dicts(&mut self, cx: &Cx, a: Ref, b: Ref) -> Option<bool> {
        let count = entries::State::of(&cx.heap.space, a).live();
        if count != entries::State::of(&cx.heap.space, b).live() {
            return Some(false);
        }
        self.deeper(|walk| {
            let table = entries::open::<PAIR>(&cx.heap.space, a);
            let mut from = 0;
            while let Some((entry, key, value)) = entries::next::<PAIR>(cx, a, from) {
                walk.burn()?;
                let bits = entries::hash_at::<PAIR>(cx, &table, entry);
                match entries::find::<PAIR>(cx, b, key, bits) {
                    Found::NeedsCall => return None,
                    Found::Missing => return Some(false),
                    Found::At(there) => {
                        let other = crate::dict::value_at(cx, b, there);
                        if !walk.same_or_equal(cx, value, other)? {
                            return Some(false);
                        }
                    }
                }
                from = entry + 1;
            }
            Some(true)
        })
    }

    /// Sets are ordered by inclusion.
    fn inclusion(&mut self, cx: &Cx, op: Op, a: Ref, b: Ref) -> Option<bool> {
        let count = |set| entries::State::of(&cx.heap.space, set).live();
        let (len_a, len_b) = (count(a), count(b));
        match op {
            Op::Eq => Some(len_a == len_b && self.is_subset(cx, a, b)?),
            Op::Ne => Some(len_a != len_b || !self.is_subset(cx, a, b)?),
            Op::Lt => Some(len_a < len_b && self.is_subset(cx, a, b)?),
            Op::Le => Some(len_a <= len_b && self.is_subset(cx, a, b)?),
            Op::Gt => Some(len_a > len_b && self.is_subset(cx, b, a)?),
            Op::Ge => Some(len_a >= len_b && self.is_subset(cx, b, a)?),
        }
    }

    fn is_subset(&mut self, cx: &Cx, small: Ref, large: Ref) -> Option<bool> {
        let table = entries::open::<SINGLE>(&cx.heap.space, small);
        let mut from = 0;
        while let Some((entry, key, _)) = entries::next::<SINGLE>(cx, small, from) {
            self.burn()?;
            let bits = entries::hash_at::<SINGLE>(cx, &table, entry);
            match entries::find::<SINGLE>(cx, large, key, bits) {
                Found::NeedsCall => return None,
                Found::Missing => return Some(false),
                Found::At(_) => from = entry + 1,
            }
        }
        Some(true)
    }

    /// The order of two values of one ordered type; inner None: unordered (NaN).
    fn order(&mut self, cx: &Cx, a: Value, b: Value) -> Option<Option<Ordering>> {
        self.burn()?;
        if let (Some(a), Some(b)) = (number(cx, a), number(cx, b)) {
            return Some(order_numbers(a, b));
        }
        match (sort_of(cx, a), sort_of(cx, b)) {
            (Sort::Str, Sort::Str) => {
                Some(Some(str::compare(cx, a.object_ref()?, b.object_ref()?)))
            }
            (Sort::Bytes, Sort::Bytes) => Some(Some(bytes_of(cx, a).cmp(bytes_of(cx, b)))),
            (Sort::Tuple, Sort::Tuple) | (Sort::List, Sort::List) => self.order_items(cx, a, b),
            _ => None,
        }
    }

    /// Lexicographic: the first pair that differs decides, then the length.
    fn order_items(&mut self, cx: &Cx, a: Value, b: Value) -> Option<Option<Ordering>> {
        let (a, b) = (items_of(cx, a), items_of(cx, b));
        self.deeper(|walk| {
            for (&x, &y) in a.iter().zip(b) {
                if x == y {
                    continue;
                }
                walk.burn()?;
                match walk.quick(cx, x, y) {
                    Some(Some(Ordering::Equal)) => {}
                    Some(order) => return Some(order),
                    None if walk.same_or_equal(cx, x, y)? => {}
                    None => return walk.order(cx, x, y),
                }
            }
            Some(Some(a.len().cmp(&b.len())))
        })
    }
}

fn items_of<'a>(cx: &'a Cx, value: Value) -> &'a [Value] {
    match value.object_ref() {
        Some(object) if cx.heap.kind(object) == kind::TUPLE => tuple::items(cx, object),
        Some(object) if cx.heap.kind(object) == kind::LIST => list::items(cx, object),
        _ => &[],
    }
}

fn bytes_of<'a>(cx: &'a Cx, value: Value) -> &'a [u8] {
    match bytes::like(cx, value) {
        Some((offset, len)) => cx.heap.space.bytes(offset, len),
        None => &[],
    }
}

/// A bound method is its receiver, by identity, and its function.
fn equal_methods(cx: &Cx, a: Ref, b: Ref) -> bool {
    let space = &cx.heap.space;
    space.word(a, 1) == space.word(b, 1) && space.word(a, 2) == space.word(b, 2)
}

fn equal_complex(cx: &Cx, a: Value, b: Value) -> bool {
    let parts = |value: Value| match cx.as_kind(value, kind::COMPLEX) {
        Some(object) => {
            let space = &cx.heap.space;
            Some((Number::Float(space.double(object, 1)), space.double(object, 3)))
        }
        None => number(cx, value).map(|real| (real, 0.0)),
    };
    match (parts(a), parts(b)) {
        (Some((re_a, im_a)), Some((re_b, im_b))) => {
            im_a == im_b && order_numbers(re_a, re_b) == Some(Ordering::Equal)
        }
        _ => false,
    }
}
