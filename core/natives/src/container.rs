//! What the tables of the container types share: receivers, indices, comparison, who goes to the prelude.
//!
//! Not here: the methods (types/).

pub use crate::support::{arg, arg_or_none};
use threadsnake_heap::header::{FLAG1, IMMORTAL};
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::class::{self, flag};
use threadsnake_objects::compare::{self, Op};
use threadsnake_objects::cx::{Cx, Exit, NativeResult, Outcome};
use threadsnake_objects::dict::entries;
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{int, slice};

/// The builtin object that the first argument of a method is or wraps.
#[inline(always)]
pub fn receiver(cx: &mut Cx, args: &[Value], wanted: u8, class: Ref, method: &str) -> Outcome<Ref> {
    match cx.payload(arg(args, 0), wanted) {
        Some(object) => Ok(object),
        None => Err(wrong_receiver(cx, arg(args, 0), class, method)),
    }
}

/// Raises the error of a method called with a receiver of another type.
#[cold]
pub fn wrong_receiver(cx: &mut Cx, value: Value, class: Ref, method: &str) -> Exit {
    let parts = [
        S("descriptor '"),
        S(method),
        S("' for '"),
        C(class),
        S("' objects doesn't apply to a '"),
        T(value),
        S("' object"),
    ];
    raise::type_error(cx, &parts)
}

/// The int that an index argument is, clamped to 64 bits. None: script code must ask `__index__`.
pub fn index_arg(cx: &mut Cx, value: Value) -> Outcome<Option<i64>> {
    if let Some(int) = slice::clamped(cx, value) {
        return Ok(Some(int));
    }
    if slice::has_index(cx, value) {
        return Ok(None);
    }
    Err(raise::type_error(
        cx,
        &[S("'"), T(value), S("' object cannot be interpreted as an integer")],
    ))
}

/// Is this an int beyond 64 bits, or an instance of a subclass that wraps one?
pub fn is_huge(cx: &Cx, value: Value) -> bool {
    int::plain(cx, value).is_some_and(|plain| cx.as_kind(plain, kind::BIGINT).is_some())
}

/// As `index_arg`; `OverflowError` for an int beyond 64 bits.
pub fn size_arg(cx: &mut Cx, value: Value) -> Outcome<Option<i64>> {
    if is_huge(cx, value) {
        return Err(raise::overflow_error(
            cx,
            &[S("Python int too large to convert to C ssize_t")],
        ));
    }
    index_arg(cx, value)
}

/// Raises the `IndexError` of a subscript outside the sequence.
#[cold]
pub fn outside(cx: &mut Cx, key: Value, message: &str) -> Exit {
    if is_huge(cx, key) {
        return raise::index_error(
            cx,
            &[S("cannot fit '"), T(key), S("' into an index-sized integer")],
        );
    }
    raise::index_error(cx, &[S(message)])
}

/// The int that a search bound (`start`, `stop` of `index`) is. None: script code must ask `__index__`.
pub fn bound_arg(cx: &mut Cx, value: Value, absent: i64) -> Outcome<Option<i64>> {
    if value.is_unbound() {
        return Ok(Some(absent));
    }
    if let Some(int) = slice::clamped(cx, value) {
        return Ok(Some(int));
    }
    if slice::has_index(cx, value) {
        return Ok(None);
    }
    let message = "slice indices must be integers or have an __index__ method";
    Err(raise::type_error(cx, &[S(message)]))
}

/// A bound of a search within `0..=len`, counted from the end when it is below 0.
pub fn clip(bound: i64, len: u32) -> u32 {
    let len = i64::from(len);
    let from_end = if bound < 0 { bound.saturating_add(len) } else { bound };
    from_end.clamp(0, len) as u32
}

/// The place of an item counted from either end; none outside.
pub fn place_of(index: i64, len: u32) -> Option<u32> {
    let len = i64::from(len);
    let at = if index < 0 { index.saturating_add(len) } else { index };
    if (0..len).contains(&at) { u32::try_from(at).ok() } else { None }
}

/// Has the prelude call method `name` of `class` again with `args[1]` turned into an int (or a slice of ints).
pub fn retry_with_index(cx: &mut Cx, class: Ref, name: Value, args: &[Value]) -> Exit {
    let all = [class.value(), name, arg(args, 0), arg(args, 1), arg_or_none(args, 2)];
    let count = (2 + args.len()).min(all.len());
    cx.tail_prelude(Prelude::RetryWithIndex, all.get(..count).unwrap_or(&all))
}

/// A comparison method of lists and tuples: of two of one kind, item by item.
pub fn compare_rows(
    cx: &mut Cx,
    args: &[Value],
    op: Op,
    row_kind: u8,
    class: Ref,
    name: &str,
) -> NativeResult {
    let row = receiver(cx, args, row_kind, class, name)?;
    let Some(other) = cx.payload(arg(args, 1), row_kind) else { return Ok(Value::NOT_IMPLEMENTED) };
    match compare::compare(cx, op, row.value(), other.value()) {
        Some(truth) => Ok(Value::bool(truth)),
        None => {
            let which = Value::small(op as i32);
            Err(cx.tail_prelude(Prelude::CompareRows, &[row.value(), other.value(), which]))
        }
    }
}

/// Is this an instance of a class statement's class that may see its builtin methods replaced?
pub fn is_derived(cx: &Cx, value: Value) -> bool {
    matches!(cx.kind_of(value), kind::INSTANCE | kind::INSTANCE_X)
}

/// Is this exactly the builtin class (and no class derived from it)?
pub fn is_builtin_class(cx: &Cx, class: Value) -> bool {
    class.object_ref().is_some_and(|class| class::flags(cx, class) & flag::HEAP == 0)
}

/// Gives a builtin object (owned) to a class: itself for the builtin class, else wrapped in an instance.
pub fn of_class(cx: &mut Cx, class: Value, object: Ref) -> NativeResult {
    if is_builtin_class(cx, class) {
        return Ok(object.value());
    }
    let layout = Ref(cx.heap.space.word(class.as_ref(), class::word::LAYOUT));
    match threadsnake_objects::instance::new(cx, layout) {
        Ok(instance) => {
            threadsnake_objects::instance::set_hidden(cx, instance, 0, object.value());
            Ok(instance.value())
        }
        Err(error) => {
            cx.heap.dec_ref(object);
            Err(error.into())
        }
    }
}

/// Checks the class that a `__new__` was given.
pub fn check_class(cx: &mut Cx, args: &[Value], wanted: Ref) -> Outcome<Value> {
    let given = arg(args, 0);
    if !class::is_class(cx, given) {
        let parts = [C(wanted), S(".__new__(X): X is not a type object ("), T(given), S(")")];
        return Err(raise::type_error(cx, &parts));
    }
    if class::is_subclass(cx, given.as_ref(), wanted) {
        return Ok(given);
    }
    let (class, base) = (given.as_ref(), wanted);
    let parts = [
        C(base),
        S(".__new__("),
        C(class),
        S("): "),
        C(class),
        S(" is not a subtype of "),
        C(base),
    ];
    Err(raise::type_error(cx, &parts))
}

/// Raises the error of a constructor of one argument that was given more.
#[cold]
pub fn too_many(cx: &mut Cx, name: &str, given: usize) -> Exit {
    let parts = [S(name), S(" expected at most 1 argument, got "), I(given as i64)];
    raise::type_error(cx, &parts)
}

/// Bytes of a table or block, for `__sizeof__`.
pub fn size_result(cx: &Cx, object: Ref, extra: u32) -> NativeResult {
    let bytes = cx.heap.size_words(object).saturating_mul(4).saturating_add(extra);
    Ok(Value::small(bytes.min(i32::MAX as u32 / 2) as i32))
}

/// Number of live entries of a dict or set.
#[inline]
pub fn count(cx: &Cx, owner: Ref) -> u32 {
    entries::State::of(&cx.heap.space, owner).live()
}

/// Marks a container whose repr is being made; false when it is being made already.
pub fn enter_repr(cx: &mut Cx, value: Value) -> bool {
    let Some(object) = markable(cx, value) else { return true };
    let header = cx.heap.space.load(object.0);
    if header & FLAG1 != 0 {
        return false;
    }
    cx.heap.space.store(object.0, header | FLAG1);
    true
}

/// Takes the mark off again.
pub fn leave_repr(cx: &mut Cx, value: Value) {
    if let Some(object) = markable(cx, value) {
        let header = cx.heap.space.load(object.0);
        cx.heap.space.store(object.0, header & !FLAG1);
    }
}

/// The object that carries the mark. What lies in ROM holds no cycle.
fn markable(cx: &Cx, value: Value) -> Option<Ref> {
    let object = value.object_ref()?;
    let inner = match cx.heap.kind(object) {
        kind::INSTANCE | kind::INSTANCE_X => {
            threadsnake_objects::instance::payload(cx, object)?.object_ref()?
        }
        _ => object,
    };
    let marks = matches!(
        cx.heap.kind(inner),
        kind::LIST | kind::TUPLE | kind::DICT | kind::SET | kind::FROZENSET | kind::VIEW
    );
    (marks && cx.heap.space.load(inner.0) & IMMORTAL == 0).then_some(inner)
}

/// `list[int]` and the like.
pub fn class_getitem(cx: &mut Cx, args: &[Value]) -> NativeResult {
    crate::types::alias::subscript(cx, args[0], args[1])
}
