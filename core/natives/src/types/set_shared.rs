//! What `set` and `frozenset` share: algebra, comparison, searching, filling.
//!
//! Not here: what changes a set (set.rs), what only frozensets have (frozenset.rs).

use crate::container::*;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::compare::{self, Op};
use threadsnake_objects::cx::{Cx, Exit, NativeResult, Outcome};
use threadsnake_objects::dict::Done;
use threadsnake_objects::dict::entries::Found;
use threadsnake_objects::iter::{self, Sub};
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::set::{self, Keep};
use threadsnake_objects::types::SET;
use threadsnake_objects::{dict, list, tuple};

/// Methods and operators that the prelude knows by number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "named like the methods")]
pub enum Which {
    Intersection,
    Union,
    Difference,
    SymmetricDifference,
    IntersectionUpdate,
    Update,
    DifferenceUpdate,
    SymmetricDifferenceUpdate,
}

impl Which {
    /// The operation that makes a new set.
    pub const fn plain(self) -> Which {
        match self {
            Which::IntersectionUpdate => Which::Intersection,
            Which::Update => Which::Union,
            Which::DifferenceUpdate => Which::Difference,
            Which::SymmetricDifferenceUpdate => Which::SymmetricDifference,
            other => other,
        }
    }
}

/// The set or frozenset that a value is or wraps.
#[inline]
pub fn any_set(cx: &Cx, value: Value) -> Option<Ref> {
    cx.payload(value, kind::SET).or_else(|| cx.payload(value, kind::FROZENSET))
}

fn this(cx: &mut Cx, args: &[Value], name: &str) -> Outcome<Ref> {
    match any_set(cx, arg(args, 0)) {
        Some(set) => Ok(set),
        None => Err(wrong_receiver(cx, arg(args, 0), SET, name)),
    }
}

/// Steps that adding an item costs, its share of growing the table included.
const ADD_STEPS: u32 = 8;

/// Whether a set was filled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Filled {
    /// All items are in.
    Yes,
    /// Some may be in; script code must go over the iterable, from its beginning.
    NeedsCall,
}

/// Adds the items of an iterable.
pub fn fill(cx: &mut Cx, set: Ref, source: Value) -> Outcome<Filled> {
    if let Some(other) = any_set(cx, source).filter(|_| !is_derived(cx, source)) {
        return Ok(filled(set::update(cx, set, other)?));
    }
    match cx.kind_of(source) {
        kind::LIST => fill_from_list(cx, set, source.as_ref()),
        kind::TUPLE => fill_from_tuple(cx, set, source.as_ref()),
        kind::DICT => fill_from_dict(cx, set, source.as_ref()),
        kind::STR | kind::BYTES | kind::BYTEARRAY | kind::RANGE => {
            let Some(it) = iter::of(cx, source)? else { return Ok(Filled::NeedsCall) };
            let done = fill_from_iterator(cx, set, it);
            cx.heap.dec(it);
            done
        }
        _ => Ok(Filled::NeedsCall),
    }
}

fn filled(done: Done) -> Filled {
    if done == Done::Yes { Filled::Yes } else { Filled::NeedsCall }
}

fn fill_from_list(cx: &mut Cx, set: Ref, source: Ref) -> Outcome<Filled> {
    for at in 0..list::len(cx, source) {
        let item = list::item(cx, source, at);
        if set::add(cx, set, item)? == Done::NeedsCall {
            return Ok(Filled::NeedsCall);
        }
        cx.spend(ADD_STEPS)?;
    }
    Ok(Filled::Yes)
}

fn fill_from_tuple(cx: &mut Cx, set: Ref, source: Ref) -> Outcome<Filled> {
    for at in 0..tuple::len(cx, source) {
        let item = tuple::item(cx, source, at);
        if set::add(cx, set, item)? == Done::NeedsCall {
            return Ok(Filled::NeedsCall);
        }
        cx.spend(ADD_STEPS)?;
    }
    Ok(Filled::Yes)
}

fn fill_from_dict(cx: &mut Cx, set: Ref, source: Ref) -> Outcome<Filled> {
    let mut from = 0;
    while let Some((entry, key, _)) = dict::next(cx, source, from) {
        if set::add(cx, set, key)? == Done::NeedsCall {
            return Ok(Filled::NeedsCall);
        }
        from = entry + 1;
        cx.spend(ADD_STEPS)?;
    }
    Ok(Filled::Yes)
}

/// Items of text, bytes and ranges never need script code once the iterator needs none.
fn fill_from_iterator(cx: &mut Cx, set: Ref, it: Value) -> Outcome<Filled> {
    if !iter::is_native(cx, it, 1) {
        return Ok(Filled::NeedsCall);
    }
    while let iter::Next::Item(item) = iter::next(cx, it.as_ref())? {
        let done = set::add(cx, set, item);
        cx.heap.dec(item);
        if done? == Done::NeedsCall {
            return Ok(Filled::NeedsCall);
        }
        cx.spend(ADD_STEPS)?;
    }
    Ok(Filled::Yes)
}

/// A set of this kind of the items of an iterable.
pub fn from_iterable(cx: &mut Cx, source: Value, set_kind: u8) -> NativeResult {
    if let Some(other) = any_set(cx, source).filter(|_| !is_derived(cx, source)) {
        return Ok(set::copy(cx, other, set_kind)?.value());
    }
    let set = set::new(cx, set_kind)?;
    match fill(cx, set, source) {
        Ok(Filled::Yes) => Ok(set.value()),
        Ok(Filled::NeedsCall) => {
            let exit = cx.tail_prelude(Prelude::SetFill, &[set.value(), source]);
            cx.heap.dec_ref(set);
            Err(exit)
        }
        Err(exit) => {
            cx.heap.dec_ref(set);
            Err(exit)
        }
    }
}

/// The operand of a method as a set (owned): itself, or a set of its items. None: script code must make it.
fn as_set(cx: &mut Cx, source: Value) -> Outcome<Option<Ref>> {
    if let Some(set) = any_set(cx, source) {
        cx.heap.inc_ref(set);
        return Ok(Some(set));
    }
    let set = set::new(cx, kind::SET)?;
    match fill(cx, set, source) {
        Ok(Filled::Yes) => Ok(Some(set)),
        Ok(Filled::NeedsCall) => {
            cx.heap.dec_ref(set);
            Ok(None)
        }
        Err(exit) => {
            cx.heap.dec_ref(set);
            Err(exit)
        }
    }
}

/// Leaves a method to the prelude, with its other operands in a tuple.
pub fn method_in_prelude(cx: &mut Cx, set: Value, others: &[Value], which: Which) -> Exit {
    match tuple::from_slice(cx, others) {
        Ok(others) => {
            let which = Value::small(which as i32);
            let exit = cx.tail_prelude(Prelude::SetMethod, &[set, others.value(), which]);
            cx.heap.dec_ref(others);
            exit
        }
        Err(error) => error.into(),
    }
}

/// The keys of `a` that are in `b`, as a new set of this kind. None: script code must do it.
fn common(cx: &mut Cx, a: Ref, b: Ref, set_kind: u8) -> Outcome<Option<Ref>> {
    let result = set::new(cx, set_kind)?;
    let done = set::select(cx, a, b, Keep::Common, result);
    finish(cx, result, done)
}

/// The result of an operation that was done, or none.
fn finish(cx: &mut Cx, result: Ref, done: Outcome<Done>) -> Outcome<Option<Ref>> {
    match done {
        Ok(Done::Yes) => Ok(Some(result)),
        Ok(Done::NeedsCall) => {
            cx.heap.dec_ref(result);
            Ok(None)
        }
        Err(exit) => {
            cx.heap.dec_ref(result);
            Err(exit)
        }
    }
}

/// One operation on two sets: a new set of this kind. None: script code must do it.
fn combine_two(cx: &mut Cx, a: Ref, b: Ref, which: Which, set_kind: u8) -> Outcome<Option<Ref>> {
    let result = match which {
        Which::Union => set::copy(cx, a, set_kind)?,
        _ => set::new(cx, set_kind)?,
    };
    let done = match which {
        Which::Union => set::update(cx, result, b),
        // The smaller one is gone through.
        Which::Intersection if set::len(cx, b) > set::len(cx, a) => {
            set::select(cx, a, b, Keep::Common, result)
        }
        Which::Intersection => set::select(cx, b, a, Keep::Common, result),
        Which::Difference => set::select(cx, a, b, Keep::Rest, result),
        _ => match set::select(cx, a, b, Keep::Rest, result) {
            Ok(Done::Yes) => set::select(cx, b, a, Keep::Rest, result),
            other => other,
        },
    };
    finish(cx, result, done)
}

/// An operation on a set and several iterables: a new set of this kind. None: script code must do it.
pub fn combine(
    cx: &mut Cx,
    set: Ref,
    others: &[Value],
    which: Which,
    set_kind: u8,
) -> Outcome<Option<Ref>> {
    let mut result = None;
    for &other in others {
        let left = result.unwrap_or(set);
        let is_set = any_set(cx, other).is_some();
        let made = match as_set(cx, other) {
            Ok(Some(right)) => {
                // The common keys come from an operand that is no set.
                let made = if which == Which::Intersection && !is_set {
                    common(cx, right, left, set_kind)
                } else {
                    combine_two(cx, left, right, which, set_kind)
                };
                cx.heap.dec_ref(right);
                made
            }
            Ok(None) => Ok(None),
            Err(exit) => Err(exit),
        };
        if let Some(old) = result.take() {
            cx.heap.dec_ref(old);
        }
        match made? {
            Some(next) => result = Some(next),
            None => return Ok(None),
        }
    }
    match result {
        Some(result) => Ok(Some(result)),
        None => Ok(Some(set::copy(cx, set, set_kind)?)),
    }
}

fn kind_of_set(cx: &Cx, set: Ref) -> u8 {
    if cx.heap.kind(set) == kind::FROZENSET { kind::FROZENSET } else { kind::SET }
}

/// A method that makes a new set of the receiver's kind.
fn method(cx: &mut Cx, args: &[Value], name: &str, which: Which) -> NativeResult {
    let set = this(cx, args, name)?;
    let set_kind = kind_of_set(cx, set);
    match combine(cx, set, &args[1..], which, set_kind)? {
        Some(result) => Ok(result.value()),
        None => Err(method_in_prelude(cx, set.value(), &args[1..], which)),
    }
}

/// An operator that makes a new set of the left operand's kind.
fn operator(cx: &mut Cx, left: Value, right: Value, which: Which) -> NativeResult {
    let (Some(a), Some(b)) = (any_set(cx, left), any_set(cx, right)) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let set_kind = kind_of_set(cx, a);
    match combine_two(cx, a, b, which, set_kind)? {
        Some(result) => Ok(result.value()),
        None => Err(method_in_prelude(cx, a.value(), &[b.value()], which)),
    }
}

macro_rules! methods {
    ($($method:ident $operator:ident $reflected:ident $which:ident $name:literal $dunder:literal;)*) => {
        $(
            #[doc = concat!("`", $name, "(*iterables)`")]
            pub fn $method(cx: &mut Cx, args: &[Value]) -> NativeResult {
                method(cx, args, $name, Which::$which)
            }

            #[doc = concat!("`", $dunder, "`")]
            pub fn $operator(cx: &mut Cx, args: &[Value]) -> NativeResult {
                this(cx, args, $dunder)?;
                operator(cx, args[0], args[1], Which::$which)
            }

            #[doc = concat!("`", $dunder, "` with the receiver on the right")]
            pub fn $reflected(cx: &mut Cx, args: &[Value]) -> NativeResult {
                this(cx, args, $dunder)?;
                operator(cx, args[1], args[0], Which::$which)
            }
        )*
    };
}

methods! {
    intersection and rand Intersection "intersection" "__and__";
    union or ror Union "union" "__or__";
    difference sub rsub Difference "difference" "__sub__";
    symmetric_difference xor rxor SymmetricDifference "symmetric_difference" "__xor__";
}

/// `key in set`
pub fn contains(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let set = this(cx, args, "__contains__")?;
    match set::lookup(cx, set, args[1])? {
        Found::NeedsCall => Err(cx.tail_prelude(Prelude::SetContains, &[set.value(), args[1]])),
        found => Ok(Value::bool(found != Found::Missing)),
    }
}

/// `len(set)`
pub fn len(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let set = this(cx, args, "__len__")?;
    Ok(Value::small(set::len(cx, set) as i32))
}

/// `iter(set)`
pub fn dunder_iter(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let set = this(cx, args, "__iter__")?;
    Ok(iter::over(cx, Sub::Set, set)?)
}

/// `repr(set)`, with the name of the receiver's type where it is not `set`.
pub fn repr(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let set = this(cx, args, "__repr__")?;
    let class = cx.type_of(args[0]);
    let name = threadsnake_objects::class::name(cx, class);
    let is_plain = class == SET;
    Err(cx.tail_prelude(Prelude::SetRepr, &[set.value(), name, Value::bool(is_plain)]))
}

/// `sys.getsizeof(set)` without the collector's share.
pub fn sizeof(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let set = this(cx, args, "__sizeof__")?;
    let table = dict::table_bytes(cx, set);
    size_result(cx, set, table)
}

/// Compares two sets by inclusion.
fn inclusion(cx: &mut Cx, a: Ref, b: Ref, op: Op) -> NativeResult {
    match compare::compare(cx, op, a.value(), b.value()) {
        Some(truth) => Ok(Value::bool(truth)),
        None => {
            let which = Value::small(op as i32);
            Err(cx.tail_prelude(Prelude::SetCompare, &[a.value(), b.value(), which]))
        }
    }
}

macro_rules! comparisons {
    ($($function:ident $op:ident $name:literal;)*) => {
        $(
            #[doc = concat!("`", $name, "`")]
            pub fn $function(cx: &mut Cx, args: &[Value]) -> NativeResult {
                let set = this(cx, args, $name)?;
                match any_set(cx, args[1]) {
                    Some(other) => inclusion(cx, set, other, Op::$op),
                    None => Ok(Value::NOT_IMPLEMENTED),
                }
            }
        )*
    };
}

comparisons! {
    eq Eq "__eq__";
    ne Ne "__ne__";
    lt Lt "__lt__";
    le Le "__le__";
    gt Gt "__gt__";
    ge Ge "__ge__";
}

/// A comparison with any iterable.
fn inclusion_of(cx: &mut Cx, args: &[Value], name: &str, op: Op) -> NativeResult {
    let set = this(cx, args, name)?;
    match as_set(cx, args[1])? {
        Some(other) => {
            let answer = inclusion(cx, set, other, op);
            cx.heap.dec_ref(other);
            answer
        }
        None => {
            let which = Value::small(op as i32);
            Err(cx.tail_prelude(Prelude::SetCompare, &[set.value(), args[1], which]))
        }
    }
}

/// `set.issubset(iterable)`
pub fn issubset(cx: &mut Cx, args: &[Value]) -> NativeResult {
    inclusion_of(cx, args, "issubset", Op::Le)
}

/// `set.issuperset(iterable)`
pub fn issuperset(cx: &mut Cx, args: &[Value]) -> NativeResult {
    inclusion_of(cx, args, "issuperset", Op::Ge)
}

/// `set.isdisjoint(iterable)`
pub fn isdisjoint(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let set = this(cx, args, "isdisjoint")?;
    let other = as_set(cx, args[1])?;
    let answer = other.and_then(|other| set::is_disjoint(cx, set, other));
    if let Some(other) = other {
        cx.heap.dec_ref(other);
    }
    match answer {
        Some(truth) => Ok(Value::bool(truth)),
        None => Err(cx.tail_prelude(Prelude::SetIsDisjoint, &[set.value(), args[1]])),
    }
}
